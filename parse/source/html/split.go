package html

import (
	"bytes"
	"context"
	"fmt"

	"github.com/PuerkitoBio/goquery"

	"reglament/model"
	"reglament/parse/lang"
)

// Page is one of the two pages that a two-language view is made of.
type Page struct {
	Name string // the code of its language in the portal's addresses: kaz, rus
	Data []byte
}

// Split parts the portal's two-language view into a page for each language, as the
// portal shows them by themselves. Of other pages it returns nothing.
func Split(ctx context.Context, data []byte) []Page {
	article := []byte("<article")
	if !IsMHTML(data) && bytes.Count(bytes.ReplaceAll(data, []byte{0}, nil), article) < 2 {
		return nil // without parsing the pages that are the rule
	}
	var pages []Page
	for i := 0; ; i++ {
		p, err := parse(ctx, data)
		if err != nil {
			return nil
		}
		views := portalViews(p.doc)
		if len(views) != 2 {
			return nil
		}
		if i == len(views) {
			return pages
		}
		own, other := views[i], views[1-i]
		code := portalCodes[own.language()]
		id, _ := identity(string(portalPageAddress(p.doc, p.text)))
		if code == "" || i > 0 && code == pages[0].Name {
			return nil
		}
		remove(other, own)
		p.doc.Find(`link[rel="canonical"], meta[property="og:url"], meta[charset], meta[http-equiv]`).Remove()
		head := `<meta charset="utf-8">`
		if id != "" {
			head += fmt.Sprintf(`<link rel="canonical" href="https://%s/%s/docs/%s">`, portalHosts[0], code, id)
		}
		p.doc.Find("head").PrependHtml(head)
		text, err := p.doc.Html()
		if err != nil {
			return nil
		}
		pages = append(pages, Page{code, []byte(text)})
	}
}

// remove takes a view out of its page, but for what another shares with it.
func remove(v, shared view) {
	v.article.Remove()
	for _, s := range []struct{ out, keep *goquery.Selection }{{v.titles, shared.titles}, {v.requisites, shared.requisites}} {
		s.out.NotSelection(s.keep).Remove()
	}
}

// language is what the text of a view is in: which language comes first is the portal's
// choice.
func (v view) language() model.Language { return lang.Detect(v.article.Text()) }

// portalCodes are the codes of languages in the portal's addresses.
var portalCodes = map[model.Language]string{model.Kazakh: "kaz", model.Russian: "rus"}
