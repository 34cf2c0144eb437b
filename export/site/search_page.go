package site

import (
	"cmp"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"reglament/corpus"
	"reglament/corpus/search"
	"reglament/export/report"
	"reglament/model"
)

// How many results a search shows at first, and when more are asked for.
const (
	firstHits = 10
	mostHits  = 200
)

// longestQuery is how many bytes the words of a search may have: nobody looks for more,
// and thousands of words would keep the corpus busy.
const longestQuery = 1000

// searchView is a search and what it found.
type searchView struct {
	Words, Region, Service, Status, Text, On string
	Asked                                    bool
	Hits                                     []hitView
	Regions, Statuses                        []facet
	More                                     bool   // than are shown
	MoreURL                                  string // where they are shown
}

type hitView struct {
	URL, Heading string
	Where        string // act, regulation, language
	Status       model.Status
	Passages     template.HTML
}

// day fails where a text is no day.
func day(text string) error {
	if !model.Date(text).Valid() {
		return fault{status: http.StatusBadRequest, detail: text}
	}
	return nil
}

func (p *page) search() error {
	v := searchView{Words: p.Query("q"), Region: p.Query("region"), Service: p.Query("service"), Status: p.Query("status"), Text: p.Query("text"), On: p.Query("on")}
	b, err := p.site.shelf.books(p.r.Context())
	if err != nil {
		return err
	}
	counts := b.all
	v.Regions = facets(counts[byRegion], v.Region, p.named("region"), byName)
	v.Statuses = facets(counts[byStatus], v.Status, p.named("status"), byName)
	p.Template, p.Nav, p.Title = "search", "search", p.T("search.title")
	if v.Words != "" {
		p.Title = v.Words + " – " + p.Title
	}
	if v.On != "" {
		if err := day(v.On); err != nil {
			return err
		}
	}
	if len(v.Words) > longestQuery {
		return fault{status: http.StatusBadRequest, detail: p.T("search.long")}
	}
	if v.Asked = v.Words != "" || v.Service != ""; v.Asked {
		limit := firstHits
		if p.Query("all") != "" || p.Query("format") != "" {
			limit = mostHits
		}
		hits, err := p.hits(corpus.Query{Text: v.Words, Region: model.Region(v.Region), Language: model.Language(v.Text), Service: v.Service,
			Status: model.Status(v.Status), On: model.Date(v.On), Limit: limit})
		if err != nil {
			return err
		}
		if len(hits) == limit {
			v.More = true
			if limit < mostHits {
				v.MoreURL = p.with("all", "1")
			}
		}
		t := report.Table{Name: p.T("search.title"), Columns: columns([]float64{34, 60, 60, 80, 10, 10},
			p.T("col.key"), p.T("col.title"), p.T("filter.service"), p.T("col.quote"), p.T("col.start"), p.T("col.end"))}
		for _, h := range hits {
			edition := h.Edition
			// Of what is searched without a date the newest texts are hits; an act is shown
			// by the one in its first language. The corpus is not asked for every hit.
			known, listed := b.byKey[h.Key]
			if listed && v.On == "" && known.Languages[0] == h.Language {
				edition = 0
			}
			name := p.ActName(h.Region, h.Number, h.Adopted)
			one := hitView{Status: h.Status}
			if h.Regulation > 0 {
				one.URL = p.RegulationLink(h.Key, h.Regulation, "edition", edition)
				one.Heading = string(h.Service)
				one.Where = name + " · " + p.T("regulation") + " " + strconv.Itoa(h.Regulation) + " · " + p.Code("text", h.Language)
			} else {
				one.URL = p.ActLink(h.Key, "edition", edition)
				one.Heading = cmp.Or(string(h.Title), name)
				if h.Title == "" && listed {
					one.Heading = known.Name(p.Lang)
				}
				one.Where = name + " · " + p.T("search.own") + " · " + p.Code("text", h.Language)
			}
			one.Passages = p.passages(h.Passages, p.ActLink(h.Key, "edition", edition))
			for _, at := range h.Passages {
				t.Rows = append(t.Rows, []report.Cell{{Text: h.Key}, {Text: string(h.Title)}, {Text: string(h.Service)}, {Text: at.Text}, report.Number(at.Span[0]), report.Number(at.Span[1])})
			}
			v.Hits = append(v.Hits, one)
		}
		p.tables = []report.Table{t}
		p.asJSON(model.List[corpus.Hit](hits))
	}
	p.Body = v
	return nil
}

// hits asks the corpus, or remembers what it answered a moment ago.
func (p *page) hits(q corpus.Query) ([]corpus.Hit, error) {
	hits, err := p.site.shelf.hits.get(q, func() ([]corpus.Hit, error) {
		ctx, cancel := detached(p.r.Context())
		defer cancel()
		return p.site.options.Store.Search(ctx, q)
	})
	if err != nil && p.r.Context().Err() == nil && strings.TrimSpace(q.Text) != "" && len(search.Parse(q.Text).Words) == 0 {
		return nil, nil // "№ –": there is no word to look for, so nothing is found
	}
	return hits, err
}

// passages are places of an act with what was looked for in <mark>, and where they stand.
// A page has hundreds of such pieces, which a template takes ten times as long to write.
func (p *page) passages(all []corpus.Passage, act string) template.HTML {
	var b strings.Builder
	source := template.HTMLEscapeString(p.T("show_source"))
	for _, at := range all {
		b.WriteString(`<p class="passage">`)
		highlight(&b, at)
		b.WriteString(`&nbsp;<a class="source" href="` + template.HTMLEscapeString(act+Anchor(at.Span)) + `" title="` + source +
			`" aria-label="` + source + `">¶</a></p>`)
	}
	return template.HTML(b.String())
}

func highlight(b *strings.Builder, at corpus.Passage) {
	end := 0
	for _, h := range at.Highlights {
		if h[0] < end || h[1] > len(at.Text) {
			continue
		}
		b.WriteString(template.HTMLEscapeString(at.Text[end:h[0]]))
		b.WriteString("<mark>")
		b.WriteString(template.HTMLEscapeString(at.Text[h[0]:h[1]]))
		b.WriteString("</mark>")
		end = h[1]
	}
	b.WriteString(template.HTMLEscapeString(at.Text[end:]))
}
