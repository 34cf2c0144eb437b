package portal

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"reglament/model"
)

// What the portal answers in place of an act. The portal gives all but ErrNotFound with
// the status 200.
var (
	ErrNotFound    = errors.New("the portal has no such page")
	ErrShell       = errors.New("the new portal's page, which scripts draw, came instead of the act: ask the host that renders pages")
	ErrCaptcha     = errors.New("the portal asks whether a person is asking")
	ErrMaintenance = errors.New("the portal is closed for maintenance: try again later")
	ErrNoAct       = errors.New("the page is not that of an act")
	ErrCut         = errors.New("the page came cut short")
)

// What the portal says on pages that stand in place of an act, in lower case.
var (
	captchaWords     = []string{"робот", "robot", "captcha", "капча"}
	maintenanceWords = []string{"технические работы", "техникалық жұмыстар"}
)

// check returns nil for a page that is whole and what was asked for.
func check(p Page, body []byte) error {
	if !bytes.Contains(bytes.ToLower(body[max(0, len(body)-4096):]), []byte("</html")) {
		return ErrCut
	}
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("%w: %v", ErrNoAct, err)
	}
	content := "article"
	if p.View != Text {
		content = "table#ethernatable, table.params"
	}
	if strings.TrimSpace(doc.Find("div.slogan h1").Text()) != "" && doc.Find(content).Length() > 0 {
		return nil
	}
	return instead(doc)
}

// instead tells what a page is that is not an act's. The sentence on maintenance stands
// on good pages too, so that it is looked for last and only here.
func instead(doc *goquery.Document) error {
	heading := strings.ToLower(doc.Find("h1, title").Text())
	words := strings.ToLower(doc.Find("body").Text())
	switch {
	case containsAny(heading, captchaWords):
		return ErrCaptcha
	case doc.Find("#root").Length() > 0 && doc.Find("div.slogan").Length() == 0:
		return ErrShell
	case containsAny(words, maintenanceWords):
		return ErrMaintenance
	}
	return ErrNoAct
}

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

var versionPath = regexp.MustCompile(`/(?:kaz|rus)/archive/docs/([0-9A-Z_]{11})/([0-9]{2}\.[0-9]{2}\.[0-9]{4})`)

// Versions returns the dates since which former texts of an act held, in the order in
// which its history page lists them. The text of today is not among them.
func Versions(id string, history []byte) []model.Date {
	var dates []model.Date
	seen := map[model.Date]bool{}
	for _, m := range versionPath.FindAllSubmatch(history, -1) {
		d := dashed(string(m[2]))
		if string(m[1]) == id && !seen[d] {
			seen[d] = true
			dates = append(dates, d)
		}
	}
	return dates
}
