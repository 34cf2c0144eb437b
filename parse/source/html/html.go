// Package html reads saved pages: those of the portal adilet.zan.kz in the template it
// had until 2026, and, with less certainty, those of other sites.
package html

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/source/charset"
	"reglament/parse/source/raw"
)

// ErrNoText is the error for a page that shows no text: the shell of a site drawn by
// scripts, an empty file.
var ErrNoText = phrase.PageNoText.Fault()

// Read returns the act of a page, saved as HTML or as MHTML. Of a page that shows an act
// in two languages side by side it is the first, with a finding; Split parts such a page.
// The error wraps ErrNoText or charset.ErrBinary, or says that the tags are too many for
// so short a page, or that elements are nested deeper than 512, which the HTML parser refuses.
// What is read when ctx ends is of no use.
func Read(ctx context.Context, data []byte) (raw.Content, error) {
	p, err := parse(ctx, data)
	if err != nil {
		return raw.Content{}, err
	}
	var act raw.Content
	if views := portalViews(p.doc); len(views) > 0 {
		act = views[0].act(ctx, p.doc, p.text)
		if len(views) > 1 {
			act.Language = views[0].language()
		}
		for _, other := range views[1:] {
			act.Findings = append(act.Findings, phrase.Finding(model.FindAnotherAct, model.Warning, model.Span{}, phrase.OtherLanguage.Of(other.language())))
		}
	} else {
		act = otherPage(ctx, p.doc)
	}
	if len(act.Paragraphs) == 0 {
		return raw.Content{}, ErrNoText
	}
	if act.URL == "" {
		act.URL = portalAddress(p.address)
		var l model.Language
		act.ID, l = identity(string(act.URL))
		act.Language = cmp.Or(act.Language, l)
	}
	act.Encoding = p.encoding
	act.Findings = append(p.findings, act.Findings...)
	return act, nil
}

// page is a page that has been parsed.
type page struct {
	doc      *goquery.Document
	text     string
	address  string // that a browser noted
	encoding string
	findings []model.Finding
}

func parse(ctx context.Context, data []byte) (page, error) {
	file := saved{data: data}
	if IsMHTML(data) {
		var err error
		if file, err = unwrap(data); err != nil {
			return page{}, err
		}
	}
	if file.charset == "" {
		file.charset = declaredCharset(file.data)
	}
	p := page{address: file.address}
	var err error
	if p.text, p.encoding, p.findings, err = charset.Decode(file.data, file.charset); err != nil {
		return page{}, err
	}
	if file.damaged > 0 {
		p.findings = append(p.findings, phrase.Finding(model.FindEncoding, model.Warning, model.Span{}, phrase.DamagedMail.Of(file.damaged)))
	}
	const shortTag = 8 // bytes of one and of the text behind it
	if err := raw.Shredded(strings.Count(p.text, "<"), len(p.text), shortTag); err != nil {
		return page{}, err
	}
	if p.doc, err = goquery.NewDocumentFromReader(raw.Within(ctx, strings.NewReader(p.text))); err != nil {
		return page{}, phrase.PageNotParsed.As(err, err)
	}
	return p, nil
}

var metaCharset = regexp.MustCompile(`(?i)<meta\s[^>]*charset\s*=\s*["']?\s*([\w:.-]+)`)

// declaredCharset is the charset of a <meta>. The portal's pages may have it far beyond
// the first 1024 bytes, where the HTML standard stops to look.
func declaredCharset(data []byte) string {
	const headSize = 1 << 16
	if m := metaCharset.FindSubmatch(data[:min(len(data), headSize)]); m != nil {
		return string(m[1])
	}
	return ""
}

// otherRoots is where other sites keep the text of a page, best first.
var otherRoots = []string{"article", "main", "[role=main]", "#content", ".content", "body"}

// otherFurniture is what is no text of the act inside a root.
const otherFurniture = "script, style, noscript, template, nav, footer, aside, form, dialog, [role=navigation], [role=banner], [role=contentinfo], [hidden], [aria-hidden=true]"

// otherPage reads a page that is not in the portal's template: the whole of the best
// root that holds most of the text.
func otherPage(ctx context.Context, doc *goquery.Document) raw.Content {
	left := doc.Find(otherFurniture).Remove().Length()
	doc.Find("header").Each(func(_ int, s *goquery.Selection) {
		if s.Closest("article, main").Length() == 0 {
			s.Remove()
			left++
		}
	})
	whole := len(strings.TrimSpace(doc.Find("body").Text()))
	var content raw.Content
	for _, selector := range otherRoots {
		root := doc.Find(selector)
		if root.Length() != 1 || len(strings.TrimSpace(root.Text()))*2 < whole {
			continue
		}
		w := &walker{ctx: ctx}
		if h := nameOf(doc); h != nil && h.Closest(selector).Length() == 0 {
			w.node(h.Nodes[0])
		}
		w.children(root.Nodes[0])
		w.flush()
		content.Paragraphs = w.out
		content.Findings = []model.Finding{phrase.Finding(model.FindForeignPage, model.Warning, model.Span{}, phrase.ForeignPage.Of(selector, left))}
		break
	}
	content.URL = pageAddress(doc)
	content.ID, content.Language = identity(string(content.URL))
	if content.Language == "" {
		content.Language = languages[languageTag(doc)]
	}
	return content
}

// nameOf returns the heading that names a page, nil where none certainly does: its title is
// that of the page too, which may go on with the name of the site. Readers show it above the
// text, and some sites do.
func nameOf(doc *goquery.Document) *goquery.Selection {
	const least = 3 // words: fewer name the site
	h := doc.Find("h1")
	name := strings.Fields(h.Text())
	title := strings.Fields(doc.Find("head title").Text())
	if h.Length() != 1 || len(name) < least || len(name) > len(title) || !slices.Equal(name, title[:len(name)]) {
		return nil
	}
	return h
}
