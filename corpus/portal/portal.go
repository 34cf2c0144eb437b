// Package portal fetches pages of acts from adilet.zan.kz, from the host that renders
// them on the server: one request at a time, with pauses, as robots.txt allows, and each
// page once, since what was fetched is kept.
package portal

import (
	"fmt"
	"net"
	"net/url"
	"regexp"
	"strings"

	"reglament/model"
)

// DefaultHost is where the portal renders its pages on the server.
const DefaultHost = "https://old.adilet.zan.kz"

// hosts are the names under which the portal answers. No other host is asked.
var hosts = map[string]bool{
	"adilet.zan.kz": true, "www.adilet.zan.kz": true, "old.adilet.zan.kz": true, "insecure.zan.kz": true,
}

// codes are the portal's names of languages in addresses.
var codes = map[model.Language]string{model.Kazakh: "kaz", model.Russian: "rus"}

// View is one of the pages of an act.
type View string

// The views that are fetched.
const (
	Text    View = "text"
	Info    View = "info"    // the card
	History View = "history" // the list of versions
)

// Page is one page of an act.
type Page struct {
	ID       string // of the act on the portal
	Language model.Language
	View     View
	Date     model.Date // of a Text: as it was since this date; empty for the text of today
}

// Path is the page's path on every host of the portal: "/rus/docs/V18L0006196/info".
func (p Page) Path() string {
	switch {
	case p.View == Text && p.Date != "":
		return "/" + codes[p.Language] + "/archive/docs/" + p.ID + "/" + dotted(p.Date)
	case p.View == Text:
		return "/" + codes[p.Language] + "/docs/" + p.ID
	}
	return "/" + codes[p.Language] + "/docs/" + p.ID + "/" + string(p.View)
}

// Name is a name for the page's file: "V18L0006196.rus.html".
func (p Page) Name() string {
	name := p.ID + "." + codes[p.Language]
	if p.View != Text {
		name += "." + string(p.View)
	}
	if p.Date != "" {
		name += "." + string(p.Date)
	}
	return name + ".html"
}

// dotted turns 2018-03-05 into the portal's 05.03.2018.
func dotted(d model.Date) string {
	parts := strings.Split(string(d), "-")
	return parts[2] + "." + parts[1] + "." + parts[0]
}

// dashed turns the portal's 05.03.2018 into 2018-03-05.
func dashed(d string) model.Date {
	parts := strings.Split(d, ".")
	return model.Date(parts[2] + "-" + parts[1] + "-" + parts[0])
}

var (
	// V18L0006196; the trailing _ of old ids, as in V98R000035_, is part of them.
	actID   = regexp.MustCompile(`^[A-Z][0-9]{2}[0-9A-Z]{7}[0-9A-Z_]$`)
	actPath = regexp.MustCompile(`^/(kaz|rus|eng)/(?:docs/([A-Za-z0-9_]+)|archive/docs/([A-Za-z0-9_]+)/([0-9]{2}\.[0-9]{2}\.[0-9]{4}))(?:/|$)`)
)

// Target is an act as it was asked for.
type Target struct {
	ID       string
	Language model.Language // that the address names, "" of an id
	Date     model.Date     // that the address of a former text names
}

// ParseTarget reads an id (V18L0006196) or an address of an act on one of the portal's
// hosts, or on the extra host where that is not empty.
func ParseTarget(s, extra string) (Target, error) {
	s = strings.TrimSpace(s)
	if id := strings.ToUpper(s); actID.MatchString(id) {
		return Target{ID: id}, nil
	}
	if !strings.Contains(s, "/") {
		return Target{}, fmt.Errorf("%s is no id of the portal (they look like V18L0006196) and no address", s)
	}
	address := s
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil {
		return Target{}, fmt.Errorf("%s is no address", s)
	}
	if !hosts[hostname(u)] && (extra == "" || u.Host != extra) {
		return Target{}, fmt.Errorf("%s is not on the portal adilet.zan.kz", s)
	}
	m := actPath.FindStringSubmatch(withoutSession(u.Path))
	if m == nil || !actID.MatchString(strings.ToUpper(m[2]+m[3])) {
		return Target{}, fmt.Errorf("%s is no address of an act: they look like https://adilet.zan.kz/rus/docs/V18L0006196", s)
	}
	t := Target{ID: strings.ToUpper(m[2] + m[3])}
	for language, code := range codes {
		if code == m[1] {
			t.Language = language
		}
	}
	if t.Language == "" {
		return Target{}, fmt.Errorf("%s is a text in English; only Kazakh and Russian texts are read", s)
	}
	if m[4] != "" {
		t.Date = dashed(m[4])
	}
	return t, nil
}

func hostname(u *url.URL) string { return strings.TrimSuffix(strings.ToLower(u.Hostname()), ".") }

// withoutSession cuts the session that the server glues to addresses; with it they give 404.
func withoutSession(path string) string {
	before, session, found := strings.Cut(path, ";jsessionid")
	if !found {
		return path
	}
	if i := strings.IndexByte(session, '/'); i >= 0 {
		return before + session[i:]
	}
	return before
}

// Loopback reports whether a host is this machine, as in tests.
func Loopback(u *url.URL) bool {
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
}
