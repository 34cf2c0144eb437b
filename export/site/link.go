package site

import (
	"net/url"
	"strconv"
	"strings"

	"reglament/model"
)

// slug is an act's key as one segment of a path: "KZ-11/2015-10-23/А-11/495" is
// "KZ-11~2015-10-23~А-11~495".
func slug(key string) string { return slugs.Replace(key) }

// unslug undoes slug.
func unslug(s string) string { return keysOfSlugs.Replace(s) }

var (
	slugs       = strings.NewReplacer("!", "!!", "~", "!-", "/", "~")
	keysOfSlugs = strings.NewReplacer("!!", "!", "!-", "~", "~", "/")
)

// urlPath writes a path with what cannot stand in an address escaped.
type urlPath struct{ path string }

func (u *urlPath) String() string { return (&url.URL{Path: u.path}).EscapedPath() }

// link is the address of a page as seen from this one.
func (p *page) link(path string, q url.Values) string {
	if p.static != nil {
		return p.static.link(path, q)
	}
	out := (&urlPath{path}).String()
	if len(q) > 0 {
		out += "?" + q.Encode()
	}
	return out
}

// To is the address of a page with parameters given as name, value, name, value. Empty
// values are left out.
func (p *page) To(path string, args ...any) string {
	q := url.Values{}
	for i := 0; i+1 < len(args); i += 2 {
		name, _ := args[i].(string)
		var value string
		switch v := args[i+1].(type) {
		case string:
			value = v
		case int:
			value = strconv.Itoa(v)
		case int64:
			if v != 0 {
				value = strconv.FormatInt(v, 10)
			}
		case model.Text:
			value = string(v)
		}
		if value != "" {
			q.Add(name, value)
		}
	}
	return p.link(path, q)
}

// Reachable reports whether a page can be linked to: an exported site has no forms.
func (p *page) Reachable(path string) bool { return p.static == nil || p.static.has(path) }

// ActLink is the address of an act.
func (p *page) ActLink(key any, args ...any) string {
	return p.To("/act/"+slug(keyText(key)), args...)
}

// RegulationLink is the address of a regulation.
func (p *page) RegulationLink(key any, index int, args ...any) string {
	return p.To("/act/"+slug(keyText(key))+"/regulation/"+strconv.Itoa(index), args...)
}

// LifeLink is the address of an act's life.
func (p *page) LifeLink(key any) string { return p.To("/act/" + slug(keyText(key)) + "/life") }

// AuditLink is the address of an act's contradictions.
func (p *page) AuditLink(key any, args ...any) string {
	return p.To("/act/"+slug(keyText(key))+"/audit", args...)
}

// SpanLink is the address of a place in an act's text.
func (p *page) SpanLink(key any, edition int64, s model.Span) string {
	edition = p.explicit(keyText(key), edition)
	return p.ActLink(key, "edition", edition) + Anchor(s)
}

// explicit is the edition for a link: 0 for the one that is shown anyway, so that a page
// has one address.
func (p *page) explicit(key string, edition int64) int64 {
	if first, err := p.site.shelf.first(p.r.Context(), key); err == nil && first == edition {
		return 0
	}
	return edition
}

// CompareLink is the address of the comparison of sides.
func (p *page) CompareLink(sides ...string) string {
	return p.link("/compare", url.Values{"side": sides})
}

// Anchor is the end of an address that leads to a span of a text.
func Anchor(s model.Span) string {
	return "#span-" + strconv.Itoa(s[0]) + "-" + strconv.Itoa(s[1])
}

// keyText is a key as it comes out of the different types of the model.
func keyText(key any) string {
	switch k := key.(type) {
	case model.Text:
		return string(k)
	case string:
		return k
	}
	return ""
}

// Asset is the address of an embedded file.
func (p *page) Asset(name string) string {
	if p.static != nil {
		return p.static.asset(name)
	}
	return "/assets/" + name + "?v=" + p.site.assets[name].version
}

// with is the address of this page with another value of a parameter.
func (p *page) with(name string, values ...string) string {
	q := p.r.URL.Query()
	q.Del("lang")
	q.Del("format")
	q.Del(name)
	for _, v := range values {
		if v != "" {
			q.Add(name, v)
		}
	}
	if name != "page" {
		q.Del("page")
	}
	return p.link(p.r.URL.Path, q)
}
