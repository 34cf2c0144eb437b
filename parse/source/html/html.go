// Package html reads saved pages: those of the portal adilet.zan.kz in the template it
// had until 2026, and, with less certainty, those of other sites.
package html

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/source/charset"
	"reglament/parse/source/raw"
)

// ErrNoText is the error for a page that shows no text: the shell of a site drawn by
// scripts, an empty file.
var ErrNoText = errors.New("the page has no text in it")

// Read returns the act of a page. Of a page that shows an act in two languages side by
// side it is the first, with a finding. The error wraps ErrNoText or charset.ErrBinary,
// or says that elements are nested deeper than 512, which the HTML parser refuses.
func Read(data []byte) (raw.Content, error) {
	acts, err := ReadAll(data)
	if err != nil {
		return raw.Content{}, err
	}
	first := acts[0]
	for _, other := range acts[1:] {
		first.Findings = append(first.Findings, phrase.Finding(model.FindAnotherAct, model.Warning, model.Span{}, phrase.OtherLanguage.Of(other.Language)))
	}
	return first, nil
}

// ReadAll returns every act that a page shows: one, or the two of the portal's
// two-language view, in the order of the page. Errors are as of Read.
func ReadAll(data []byte) ([]raw.Content, error) {
	text, encoding, findings, err := charset.Decode(data, declaredCharset(data))
	if err != nil {
		return nil, err
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("the page cannot be parsed: %w", err)
	}
	var acts []raw.Content
	if slogans, articles := doc.FindMatcher(sloganBlock), doc.FindMatcher(articleText); slogans.Find("h1").Length() > 0 && articles.Length() > 0 {
		acts = portalActs(doc, slogans, articles, text)
	} else {
		acts = []raw.Content{otherPage(doc)}
	}
	for i := range acts {
		if len(acts[i].Paragraphs) == 0 {
			return nil, ErrNoText
		}
		acts[i].Encoding = encoding
		acts[i].Findings = append(findings[:len(findings):len(findings)], acts[i].Findings...)
	}
	return acts, nil
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
func otherPage(doc *goquery.Document) raw.Content {
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
		w := &walker{}
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
