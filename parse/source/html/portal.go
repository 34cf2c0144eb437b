package html

import (
	"context"
	"net/url"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/source/raw"
)

// Codes of languages in the portal's addresses and class names, and of HTML's lang.
var languages = map[string]model.Language{
	"kaz": model.Kazakh, "kk": model.Kazakh,
	"rus": model.Russian, "ru": model.Russian,
}

// statusClasses are the portal's own codes: <span class="status status_yts">. The class of
// a lapsed act is not established, so that the words shown decide.
var statusClasses = map[string]model.Status{
	"status_new": model.InForce,
	"status_upd": model.InForce,
	"status_err": model.InForce, // a correction of a mistake
	"status_yts": model.Repealed,
}

// What is looked for on every page; the single ones end at the first that is found.
var (
	sloganBlock   = cascadia.MustCompile("div.slogan")
	articleText   = cascadia.MustCompile("article")
	pageHead      = goquery.Single("head")
	pageContainer = goquery.Single("#container")
	// The page's own tab and its own language are links to the page itself.
	ownLinks = []goquery.Matcher{goquery.Single("#tabs_container li.selected a"), goquery.Single("#menu li.selected a")}
)

// view is where a page in the portal's template shows an act: its title and requisites,
// and its text. The two-language view has two, with titles and requisites in one slogan
// or in two.
type view struct {
	slogans                     *goquery.Selection // of all views
	titles, requisites, article *goquery.Selection
}

// portalViews returns the views of a page in the portal's template; other pages have none.
func portalViews(doc *goquery.Document) []view {
	slogans, articles := doc.FindMatcher(sloganBlock), doc.FindMatcher(articleText)
	if articles.Length() == 0 || slogans.Find("h1").Length() == 0 {
		return nil
	}
	articles = articles.FilterFunction(func(_ int, s *goquery.Selection) bool {
		return s.ParentsFiltered("article").Length() == 0
	})
	var views []view
	articles.Each(func(i int, article *goquery.Selection) {
		slogan := slogans
		if slogans.Length() == articles.Length() {
			slogan = slogans.Eq(i)
		}
		v := view{slogans, slogan.Find("h1"), slogan.Find("p"), article}
		if slogan.Length() > 1 || articles.Length() > 1 && slogans.Length() == 1 {
			v.titles, v.requisites = v.titles.Eq(min(i, v.titles.Length()-1)), v.requisites.Eq(min(i, v.requisites.Length()-1))
		}
		views = append(views, v)
	})
	return views
}

// act reads the act that a view shows.
func (v view) act(ctx context.Context, doc *goquery.Document, source string) raw.Content {
	c := raw.Content{URL: portalPageAddress(doc, source)}
	c.ID, c.Language = identity(string(c.URL))
	if c.Language == "" {
		c.Language = languages[languageTag(doc)]
	}
	c.Status, c.Findings = portalStatus(v.slogans)
	w := &walker{ctx: ctx}
	for _, title := range v.titles.Nodes {
		w.block(title)
	}
	for _, p := range v.requisites.Nodes {
		w.block(p)
	}
	w.children(v.article.Nodes[0])
	w.flush()
	c.Paragraphs = w.out
	return c
}

// portalPageAddress is the address of a page in the portal's template.
func portalPageAddress(doc *goquery.Document, source string) model.Text {
	if address := pageAddress(doc); address != "" {
		return address
	}
	if address := portalAddress(savedFrom(source)); address != "" {
		return address
	}
	for _, self := range ownLinks {
		if path, _ := doc.FindMatcher(self).Attr("href"); documentPath.MatchString(path) {
			return portalAddress(path)
		}
	}
	return ""
}

// portalStatus reads the status badge. Where class and words contradict each other the
// status is unknown.
func portalStatus(slogans *goquery.Selection) (model.Status, []model.Finding) {
	badge := slogans.Find("span.status").First()
	if badge.Length() == 0 {
		return "", nil
	}
	var byClass, byLabel model.Status
	for _, class := range strings.Fields(badge.AttrOr("class", "")) {
		if s, ok := statusClasses[class]; ok {
			byClass = s
		}
	}
	words := collapse(badge.Text())
	for _, w := range lang.StatusWords {
		if strings.HasPrefix(lang.Lower(words), lang.Lower(w.Text)) {
			byLabel = w.Status
			break
		}
	}
	switch {
	case byClass == "" && byLabel == "":
		return model.UnknownStatus, []model.Finding{phrase.Finding(model.FindHeaderConflict, model.Warning, model.Span{}, phrase.UnknownStatus.Of(words, badge.AttrOr("class", "")))}
	case byClass != "" && byLabel != "" && byClass != byLabel:
		return model.UnknownStatus, []model.Finding{phrase.Finding(model.FindHeaderConflict, model.Warning, model.Span{}, phrase.StatusClass.Of(words, badge.AttrOr("class", ""), phrase.Code("status", byClass)))}
	case byLabel != "":
		return byLabel, nil
	}
	return byClass, nil
}

var (
	// documentPath finds language and id in "/rus/docs/V18L0006196", "/kaz/archive/docs/…",
	// "…/compare". The trailing _ of old ids is part of them.
	documentPath = regexp.MustCompile(`/(kaz|rus|eng)/(?:archive/)?docs/([A-Z][0-9]{2}[0-9A-Z]{7}[0-9A-Z_])`)
	// savedFromURL is the mark that browsers leave in saved pages.
	savedFromURL = regexp.MustCompile(`<!-- saved from url=\(\d+\)(\S+) -->`)
)

// identity is what the address of a page says: portal id and language.
func identity(address string) (model.Text, model.Language) {
	m := documentPath.FindStringSubmatch(address)
	if m == nil {
		return "", ""
	}
	return model.Text(m[2]), languages[m[1]]
}

func savedFrom(source string) string {
	if m := savedFromURL.FindStringSubmatch(source[:min(len(source), 4096)]); m != nil {
		return m[1]
	}
	return ""
}

// pageAddress is the address that the page's head gives as its own.
func pageAddress(doc *goquery.Document) model.Text {
	head := doc.FindMatcher(pageHead)
	if href, ok := head.Find(`link[rel="canonical"]`).First().Attr("href"); ok && href != "" {
		return portalAddress(href)
	}
	if href, ok := head.Find(`meta[property="og:url"]`).First().Attr("content"); ok && href != "" {
		return portalAddress(href)
	}
	return ""
}

// portalHosts are the names under which the portal answers; acts are cited by the first.
var portalHosts = []string{"adilet.zan.kz", "www.adilet.zan.kz", "old.adilet.zan.kz", "insecure.zan.kz"}

// portalAddress completes an address of the portal: a path without a host gets the
// host by which acts are cited, its other hosts become that one, and session ids,
// queries and fragments go. Addresses of other sites stay as they are.
func portalAddress(address string) model.Text {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || address == "" {
		return ""
	}
	host := strings.TrimSuffix(strings.ToLower(u.Host), ".")
	portal := host == "" && documentPath.MatchString(u.Path)
	for _, h := range portalHosts {
		portal = portal || host == h
	}
	if !portal {
		if u.Scheme != "http" && u.Scheme != "https" {
			return ""
		}
		return model.Text(u.String())
	}
	path, _, _ := strings.Cut(u.Path, ";jsessionid")
	return model.Text("https://" + portalHosts[0] + path)
}

// languageTag is the language by the page's classes ("module_npaView lang_rus") or by
// its lang attribute.
func languageTag(doc *goquery.Document) string {
	for _, class := range strings.Fields(doc.FindMatcher(pageContainer).AttrOr("class", "")) {
		if code, ok := strings.CutPrefix(class, "lang_"); ok {
			return code
		}
	}
	code, _, _ := strings.Cut(strings.ToLower(doc.Children().AttrOr("lang", "")), "-")
	return code
}
