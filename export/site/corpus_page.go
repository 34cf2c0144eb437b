package site

import (
	"cmp"
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"reglament/corpus"
	"reglament/export/report"
	"reglament/model"
	"reglament/parse/lang"
)

// perPage is how many acts a list shows at once.
const perPage = 50

// corpusView is the list of acts.
type corpusView struct {
	Filter                          filterView
	Acts                            []*book
	Total, All                      int
	Regions, Statuses, Years, Texts []facet
	Services                        []string // that can be chosen
	Pager                           pager
}

// filterView is the filter as the form shows it.
type filterView struct{ Region, Service, Status, Year, Text string }

// Any reports whether anything is filtered.
func (f filterView) Any() bool { return f != filterView{} }

// facet is a value that can be filtered by.
type facet struct {
	Value, Name string
	Chosen      bool
}

// pager leads to the other parts of a long list.
type pager struct {
	Page, Pages    int
	Previous, Next string
}

func (p *page) filter() filterView {
	return filterView{p.Query("region"), p.Query("service"), p.Query("status"), p.Query("year"), p.Query("text")}
}

// property is what a filter asks of an act.
type property int

const (
	byRegion property = iota
	byStatus
	byYear
	byText
	byService
	properties
)

// passes tells which properties an act has.
func (f filterView) passes(b *book, service string) (has [properties]bool) {
	has[byRegion] = f.Region == "" || string(b.Region) == f.Region
	has[byStatus] = f.Status == "" || string(b.Status) == f.Status
	has[byYear] = f.Year == "" || year(b.Adopted) == f.Year
	has[byText] = f.Text == "" || slices.Contains(b.Languages, model.Language(f.Text))
	has[byService] = service == "" || slices.ContainsFunc(b.folded, func(s string) bool { return strings.Contains(s, service) })
	return has
}

func year(d model.Date) string {
	if len(d) < 4 {
		return ""
	}
	return string(d[:4])
}

// choose returns the acts that pass a filter, and what each other choice would leave.
func (b *books) choose(f filterView) (out []*book, counts [properties]map[string]int) {
	for i := range counts {
		counts[i] = map[string]int{}
	}
	service := lang.FoldName(f.Service)
	for i := range b.acts {
		one := &b.acts[i]
		has := f.passes(one, service)
		failed, missing := 0, property(0)
		for k, ok := range has {
			if !ok {
				failed, missing = failed+1, property(k)
			}
		}
		if failed == 0 {
			out = append(out, one)
		}
		// An act that fails in one property would be there if that were chosen otherwise.
		count := func(k property, value string) {
			if failed == 0 || failed == 1 && missing == k {
				counts[k][value]++
			}
		}
		count(byRegion, string(one.Region))
		count(byStatus, string(one.Status))
		count(byYear, year(one.Adopted))
		for _, l := range one.Languages {
			count(byText, string(l))
		}
	}
	return out, counts
}

func (p *page) corpus() error {
	b, err := p.site.shelf.books(p.r.Context())
	if err != nil {
		return err
	}
	v := corpusView{Filter: p.filter(), All: len(b.acts), Services: b.names[:min(len(b.names), 200)]}
	chosen, counts := b.choose(v.Filter)
	v.Total = len(chosen)
	v.Regions = facets(counts[byRegion], v.Filter.Region, p.counted("region"), byName)
	v.Statuses = facets(counts[byStatus], v.Filter.Status, p.counted("status"), byName)
	v.Years = facets(counts[byYear], v.Filter.Year, p.counted("year"), newestFirst)
	v.Texts = facets(counts[byText], v.Filter.Text, p.counted("text"), byName)
	if p.Query("format") != "" {
		p.tables = []report.Table{p.actsTable(chosen)}
		all := make(model.List[corpus.ActSummary], len(chosen))
		for i, one := range chosen {
			all[i] = one.ActSummary
		}
		p.asJSON(all)
	} else { // what can be downloaded is made when it is
		p.tables = []report.Table{{}}
		p.asJSON(nil)
	}
	if v.Acts, v.Pager, err = paged(p, chosen, perPage); err != nil {
		return err
	}
	p.Template, p.Nav, p.Title, p.Body = "corpus", "acts", p.T("corpus.title"), v
	return nil
}

// paged is the part of a list that ?page= asks for.
func paged[T any](p *page, all []T, size int) ([]T, pager, error) {
	n := 1
	if q := p.Query("page"); q != "" {
		var err error
		if n, err = strconv.Atoi(q); err != nil || n < 1 || n > 1 && (n-1)*size >= len(all) {
			return nil, pager{}, fault{status: http.StatusNotFound}
		}
	}
	out := pager{Page: n, Pages: max(1, (len(all)+size-1)/size)}
	if n > 1 {
		previous := strconv.Itoa(n - 1)
		if n == 2 {
			previous = ""
		}
		out.Previous = p.with("page", previous)
	}
	if n < out.Pages {
		out.Next = p.with("page", strconv.Itoa(n+1))
	}
	return all[(n-1)*size : min(n*size, len(all))], out, nil
}

func byName(a, b facet) int      { return cmp.Compare(a.Name, b.Name) }
func newestFirst(a, b facet) int { return cmp.Compare(b.Value, a.Value) }

// named names the values of a filter, and counted says how many acts each would leave.
func (p *page) named(kind string) func(code string, n int) string {
	return func(code string, _ int) string { return p.Code(kind, code) }
}

func (p *page) counted(kind string) func(code string, n int) string {
	return func(code string, n int) string { return p.Code(kind, code) + " (" + p.Num(n) + ")" }
}

// facets are the values of a property; the chosen one is among them even where it leaves
// nothing. Acts without a value cannot be filtered by it.
func facets(counts map[string]int, chosen string, name func(string, int) string, order func(a, b facet) int) []facet {
	var out []facet
	if _, ok := counts[chosen]; !ok && chosen != "" {
		out = append(out, facet{chosen, name(chosen, 0), true})
	}
	for v, n := range counts {
		if v != "" {
			out = append(out, facet{v, name(v, n), v == chosen})
		}
	}
	slices.SortFunc(out, order)
	return out
}

// Options are what a list chooses from. Pages have many, which a template takes ten times
// as long to write.
func (p *page) Options(all []facet) template.HTML {
	var b strings.Builder
	write := func(value, attribute, name string) {
		b.WriteString(`<option value="` + template.HTMLEscapeString(value) + `"` + attribute + `>` + template.HTMLEscapeString(name) + `</option>`)
	}
	write("", "", p.T("all"))
	for _, f := range all {
		attribute := ""
		if f.Chosen {
			attribute = " selected"
		}
		write(f.Value, attribute, f.Name)
	}
	return template.HTML(b.String())
}

func (p *page) actsTable(acts []*book) report.Table {
	t := report.Table{Name: p.T("nav.acts"), Fixed: 1, Columns: []report.Column{
		{Title: p.T("col.key"), Width: 30}, {Title: p.T("col.region"), Width: 28}, {Title: p.T("act.adopted"), Width: 12},
		{Title: p.T("act.number"), Width: 14}, {Title: p.T("act.status"), Width: 18}, {Title: p.T("filter.text"), Width: 10},
		{Title: p.T("act.editions"), Width: 10}, {Title: p.T("col.title"), Width: 60}, {Title: p.T("services"), Width: 80},
	}}
	for _, a := range acts {
		t.Rows = append(t.Rows, []report.Cell{
			{Text: a.Key}, {Text: p.Code("region", a.Region)}, {Text: string(a.Adopted)}, {Text: string(a.Number)},
			{Text: p.Code("status", a.Status)}, {Text: model.Joined(a.Languages, ", ")}, report.Number(a.Editions),
			{Text: string(a.Title)}, {Text: strings.Join(a.Services, "; ")},
		})
	}
	return t
}

func columns(widths []float64, titles ...string) []report.Column {
	out := make([]report.Column, len(titles))
	for i, t := range titles {
		out[i] = report.Column{Title: t, Width: widths[i]}
	}
	return out
}
