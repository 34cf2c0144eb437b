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
		for _, h := range hits {
			v.Hits = append(v.Hits, p.hitView(h, b.byKey[h.Key], v.On != ""))
		}
		p.tables = []report.Table{p.hitsTable(hits)}
		p.asJSON(model.List[corpus.Hit](hits))
	}
	p.Body = v
	return nil
}

// hitView is a hit as it is shown. known is its act in the list, nil where it was stored a
// moment ago; dated says that the texts of a day are searched.
func (p *page) hitView(h corpus.Hit, known *book, dated bool) hitView {
	edition := h.Edition
	// Of what is searched without a date the newest texts are hits; an act is shown by the one
	// in its first language. The corpus is not asked for every hit.
	if known != nil && !dated && known.Languages[0] == h.Language {
		edition = 0
	}
	name := p.ActName(h.Region, h.Number, h.Adopted)
	out := hitView{Status: h.Status, Passages: p.passages(h.Passages, p.ActLink(h.Key, "edition", edition))}
	part := p.T("search.own")
	if h.Regulation > 0 {
		part = p.T("regulation") + " " + strconv.Itoa(h.Regulation)
		out.URL, out.Heading = p.RegulationLink(h.Key, h.Regulation, "edition", edition), string(h.Service)
	} else {
		out.URL, out.Heading = p.ActLink(h.Key, "edition", edition), cmp.Or(string(h.Title), name)
		if h.Title == "" && known != nil {
			out.Heading = known.Name(p.Lang)
		}
	}
	out.Where = name + " · " + part + " · " + p.Code("text", h.Language)
	return out
}

// hitsTable is the passages of hits, a row each.
func (p *page) hitsTable(hits []corpus.Hit) report.Table {
	t := report.Table{Name: p.T("search.title"), Columns: columns([]float64{34, 60, 60, 80, 10, 10},
		p.T("col.key"), p.T("col.title"), p.T("filter.service"), p.T("col.quote"), p.T("col.start"), p.T("col.end"))}
	for _, h := range hits {
		for _, at := range h.Passages {
			t.Rows = append(t.Rows, append(report.Texts(h.Key, string(h.Title), string(h.Service), at.Text), report.Number(at.Span[0]), report.Number(at.Span[1])))
		}
	}
	return t
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
