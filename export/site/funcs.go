package site

import (
	"html/template"

	"reglament/model"
)

// The parts of templates take what they show together with the page that they are on.
type (
	valuesPart struct {
		Page   *page
		Base   string
		Values []value
	}
	tabsPart struct {
		Page   *page
		Opened *Opened
		Here   string
		Path   string
	}
	pagerPart struct {
		Page  *page
		Pager pager
	}
	sourcePart struct {
		Page *page
		URL  string
	}
	graphPart struct {
		Page  *page
		Graph graphView
	}
)

// functions of the templates.
var functions = template.FuncMap{
	"add":    func(a, b int) int { return a + b },
	"sub":    func(a, b int) int { return a - b },
	"anchor": func(s model.Span) string { return Anchor(s) },
	"either": func(a, b string) string {
		if a != "" {
			return a
		}
		return b
	},
	"explicit": func(o *Opened, edition int64) int64 {
		if edition == o.Default {
			return 0
		}
		return edition
	},
	"valuesOf": func(p *page, base string, v []value) valuesPart { return valuesPart{p, base, v} },
	"tabsOf":   func(p *page, o *Opened, here string) tabsPart { return tabsPart{p, o, here, p.r.URL.Path} },
	"pagerOf":  func(p *page, at pager) pagerPart { return pagerPart{p, at} },
	"sourceOf": func(p *page, url string) sourcePart { return sourcePart{p, url} },
	"graphOf":  func(p *page, g graphView) graphPart { return graphPart{p, g} },
}
