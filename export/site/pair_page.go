package site

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"reglament/compare"
	"reglament/compare/wording"
	"reglament/corpus"
	"reglament/export/report"
	"reglament/model"
)

// pairView is the comparison of two regulations.
type pairView struct {
	*compare.Result
	A, B        sideView
	Swap        string
	Differences []differenceView
	Shown       int
	Kinds       []facet
	Severities  []facet
	Kind        string
	Severity    string
	Processes   []processPairView
	Level       string // places of A and B that are level in the texts: "120-98 340-310"
	Sides       []string
	Doubts      []string // of the texts
}

// sideView is one side of a comparison.
type sideView struct {
	Name       string
	Service    string
	URL        string                  // of the regulation
	Place      func(model.Span) string // the address of a place in its text
	Figures    []compare.Figure        // in the order of wayFigures
	Uncounted  []string
	Roles      []model.Role
	Paragraphs []paragraph
	Language   model.Language
}

// wayFigures are the figures of each way to a service.
var wayFigures = []struct {
	name  string
	value func(compare.WayTotals) compare.FigureValue
}{
	{"totals.steps", compare.Steps}, {"totals.minutes", compare.Minutes}, {"totals.untimed", compare.Untimed}, {"totals.hand_overs", compare.HandOvers},
}

// totalRow is a figure of both sides.
type totalRow struct {
	Name, A, B             string
	UncountedA, UncountedB []string
}

// Totals are the figures of the services beside each other.
func (v pairView) Totals(p *page) []totalRow {
	var rows []totalRow
	for i, f := range wayFigures {
		row := totalRow{Name: p.T(f.name), A: p.Figure(v.A.Figures[i]), B: p.Figure(v.B.Figures[i])}
		if f.name == "totals.minutes" {
			row.UncountedA, row.UncountedB = v.A.Uncounted, v.B.Uncounted
		}
		rows = append(rows, row)
	}
	return append(rows, totalRow{Name: p.T("totals.participants"), A: p.Roles(v.A.Roles), B: p.Roles(v.B.Roles)})
}

// Figure writes a figure of the ways to a service.
func (p *page) Figure(f compare.Figure) string {
	var parts []string
	for _, part := range f {
		var values []string
		for _, v := range part.Values {
			text := v.Text
			switch {
			case v.Most != nil:
				text = p.Range(*v.Minutes, *v.Most)
			case v.Minutes != nil:
				text = p.Minutes(*v.Minutes)
			}
			values = append(values, text)
		}
		channels := slices.DeleteFunc(slices.Clone(part.Channels), func(c model.Channel) bool { return c == "" })
		text := strings.Join(values, ", ")
		if len(channels) > 0 {
			text = names(p, "channel", channels) + ": " + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

func (p *page) sideView(s corpus.Selected, i compare.SideInfo, anchors []model.Span, html bool) sideView {
	key := string(i.Key)
	v := sideView{Name: p.sideName(s), Service: i.Service, Roles: i.Participants, Language: i.Language}
	for _, f := range wayFigures {
		v.Figures = append(v.Figures, compare.FigureOf(i.Ways, f.value))
	}
	for _, w := range i.Ways {
		v.Uncounted = append(v.Uncounted, w.Uncounted...)
	}
	if key == "" {
		act, _ := corpus.Identity(s.Document)
		key = act.Key
	}
	v.URL = p.RegulationLink(key, i.Index)
	v.Place = func(at model.Span) string { return p.placeIn(s, at) }
	if html {
		v.Paragraphs = p.paragraphs(&text{s.Document, s.Canonical, s.Edition}, s.Regulation.Span, anchors)
	}
	return v
}

// differenceView is a difference with its places.
type differenceView struct {
	compare.Difference
	Hidden bool
	Where  string
	A, B   valueView
}

// valueView is what one side says.
type valueView struct {
	compare.Value
	Text  string
	Words []wording.Run // of the text, with those that the other side has not got
	URL   string
}

func (p *page) valueView(d compare.Difference, v compare.Value, side corpus.Selected) valueView {
	out := valueView{Value: v, Text: v.Text}
	if out.Text == "" && v.Code != "" {
		out.Text = v.Code
		if kind := codeKinds[d.Field]; kind != "" {
			words := strings.Split(v.Code, ", ")
			for i, w := range words {
				words[i] = p.Code(kind, w)
			}
			out.Text = strings.Join(words, ", ")
		}
	}
	if !v.Span.Empty() {
		out.URL = p.placeIn(side, v.Span)
	}
	return out
}

// processPairView is two descriptions side by side.
type processPairView struct {
	compare.ProcessPair
	Name string
}

// pair compares two acts, or one regulation with the other side's regulation of the
// same service.
func (p *page) pair(a, b corpus.Selected, sides []string) error {
	if a.Regulation == nil && b.Regulation == nil && (len(a.Document.Regulations) != 1 || len(b.Document.Regulations) != 1) {
		return p.acts(a, b)
	}
	if a.Regulation, b.Regulation = paired(a, b); a.Regulation == nil || b.Regulation == nil {
		return fault{status: http.StatusNotFound, detail: p.T("compare.pairs.none")}
	}
	r := compare.Regulations(compare.Side{Act: actOf(a), Regulation: a.Regulation}, compare.Side{Act: actOf(b), Regulation: b.Regulation})
	v := pairView{Result: r, Kind: p.Query("kind"), Severity: p.Query("severity"), Sides: sides, Doubts: p.doubtsOf(a, b)}
	if !p.Static() {
		v.Swap = p.CompareLink(sides[1], sides[0])
	}
	var inA, inB []model.Span
	for _, d := range r.Differences {
		one := differenceView{Difference: d, Where: p.where(r, d)}
		one.A = p.valueView(d, d.A, a)
		one.B = p.valueView(d, d.B, b)
		one.A.Words, one.B.Words = report.Marked(one.A.Text, one.B.Text, a.Document.Act.Language == b.Document.Act.Language)
		inA, inB = append(inA, d.A.Span), append(inB, d.B.Span)
		one.Hidden = v.Kind != "" && v.Kind != string(d.Kind) || v.Severity != "" && v.Severity != string(d.Severity)
		if !one.Hidden {
			v.Shown++
		}
		v.Differences = append(v.Differences, one)
	}
	v.Kinds, v.Severities = p.differenceFacets(v)
	var level []string
	for _, pair := range r.Processes {
		info := either(pair)
		v.Processes = append(v.Processes, processPairView{pair, p.processName(info.Kind, info.Variant)})
		level = append(level, levelOf(pair)...)
	}
	v.Level = strings.Join(level, " ")
	html := p.Query("format") == ""
	v.A, v.B = p.sideView(a, r.A, inA, html), p.sideView(b, r.B, inB, html)
	p.Template, p.Body = "pair", v
	p.Title = p.T("compare.title") + ": " + v.A.Name + " / " + v.B.Name
	p.tables = p.comparisonTables(v)
	p.asJSON(r)
	return nil
}

// paired are the regulations that two sides name. One that a side does not name is that of
// the other side's service, or the only one of two acts with one each; nil where it has none.
func paired(a, b corpus.Selected) (ra, rb *model.Regulation) {
	ra, rb = a.Regulation, b.Regulation
	switch {
	case ra == nil && rb == nil:
		ra, rb = &a.Document.Regulations[0], &b.Document.Regulations[0]
	case ra == nil:
		ra = compare.With{}.Counterpart(rb, b.Document, a.Document)
	case rb == nil:
		rb = compare.With{}.Counterpart(ra, a.Document, b.Document)
	}
	return ra, rb
}

// differenceFacets are what the differences can be filtered by, with how many there are.
func (p *page) differenceFacets(v pairView) (kinds, severities []facet) {
	for _, kind := range compare.Kinds {
		if n := v.Counts[kind]; n > 0 {
			kinds = append(kinds, facet{string(kind), p.counted("diff")(string(kind), n), v.Kind == string(kind)})
		}
	}
	for _, severity := range []compare.Severity{compare.Substance, compare.Wording} {
		severities = append(severities, facet{string(severity), p.counted("severity")(string(severity), v.Result.Severities[severity]), v.Severity == string(severity)})
	}
	return kinds, severities
}

// either is the description of a pair: A's, or B's where A has none.
func either(pair compare.ProcessPair) *compare.ProcessInfo {
	if pair.A != nil {
		return pair.A
	}
	return pair.B
}

// processName is the name of a description with its variant.
func (p *page) processName(kind model.ProcessKind, variant []string) string {
	return strings.Join(append([]string{p.Code("process", kind)}, variant...), " · ")
}

// levelOf are the beginnings of two descriptions and of their steps that were paired, but
// for those that were moved: they would send the texts back and forth.
func levelOf(pair compare.ProcessPair) []string {
	if pair.A == nil || pair.B == nil {
		return nil
	}
	out := []string{fmt.Sprintf("%d-%d", pair.A.Span[0], pair.B.Span[0])}
	for _, s := range pair.Steps {
		if len(s.A) > 0 && len(s.B) > 0 && s.Mark != compare.MarkMoved {
			out = append(out, fmt.Sprintf("%d-%d", s.A[0].Span[0], s.B[0].Span[0]))
		}
	}
	return out
}

// where says in words where a difference is.
func (p *page) where(r *compare.Result, d compare.Difference) string {
	if what, ok := strings.CutPrefix(d.Field, "time_limits."); ok {
		// Which of the limits, and through which channels it holds.
		out := p.Code("limit", what)
		if channels := cmp.Or(p.Tell(d.A.Place), p.Tell(d.B.Place)); channels != "" {
			out += " · " + channels
		}
		return out
	}
	if d.Process == nil {
		return p.T("regulation")
	}
	info := either(r.Processes[*d.Process])
	return p.processName(info.Kind, info.Variant)
}

// codeKinds are the kinds of codes that a field of the model holds.
var codeKinds = map[string]string{"roles": "role", "role": "role", "actors": "role", "actor": "role", "actions": "action", "channels": "channel", "forms": "form", "automation": "automation", "node": "node"}

// comparisonTables are what the page shows: the differences that pass the filter of the
// address, the steps beside each other, and the figures.
func (p *page) comparisonTables(v pairView) []report.Table {
	t := report.Table{Name: p.T("compare.differences"), Columns: columns([]float64{28, 12, 30, 60, 60, 14, 24, 24},
		p.T("col.kind"), p.T("col.severity"), p.T("col.place"), v.A.Name, v.B.Name, p.T("minutes.column"),
		p.T("col.place")+" A", p.T("col.place")+" B")}
	for _, d := range v.Differences {
		if d.Hidden {
			continue
		}
		mark := report.Wording
		if d.Severity == compare.Substance {
			mark = report.Substance
		}
		t.Rows = append(t.Rows, []report.Cell{
			{Text: p.Code("diff", d.Kind), Mark: mark}, {Text: p.Code("severity", d.Severity), Mark: mark}, {Text: d.Where, Mark: mark},
			{Text: d.A.Text, Mark: mark}, {Text: d.B.Text, Mark: mark}, report.Optional(d.Minutes),
			{Text: p.Tell(d.A.Place), Mark: mark}, {Text: p.Tell(d.B.Place), Mark: mark},
		})
	}
	return []report.Table{t, p.stepPairsTable(v), p.totalsTable(v)}
}

func (p *page) stepPairsTable(v pairView) report.Table {
	t := report.Table{Name: p.T("compare.procedures"), Columns: columns([]float64{30, 14, 12, 26, 60, 12, 12, 26, 60, 12},
		p.T("col.process"), p.T("compare.differences"),
		p.T("col.n")+" A", p.T("col.role")+" A", v.A.Name, p.T("minutes.column")+" A",
		p.T("col.n")+" B", p.T("col.role")+" B", v.B.Name, p.T("minutes.column")+" B")}
	side := func(steps []compare.StepRef) []report.Cell {
		var name, roles, text []string
		var minutes *int
		for _, s := range steps {
			name, roles, text = append(name, cmp.Or(string(s.Label), string(s.N))), append(roles, p.Roles(s.Roles)), append(text, s.Text)
			if s.Minutes != nil {
				sum := *s.Minutes
				if minutes != nil {
					sum += *minutes
				}
				minutes = &sum
			}
		}
		return append(report.Texts(strings.Join(name, "; "), strings.Join(roles, "; "), strings.Join(text, "\n")), report.Optional(minutes))
	}
	for _, pair := range v.Processes {
		for _, s := range pair.Steps {
			t.Rows = append(t.Rows, slices.Concat(report.Texts(pair.Name, p.Code("pair", s.Mark)), side(s.A), side(s.B)))
		}
	}
	return t
}

func (p *page) totalsTable(v pairView) report.Table {
	t := report.Table{Name: p.T("compare.summary"), Columns: columns([]float64{36, 60, 60}, p.T("col.figure"), v.A.Name, v.B.Name)}
	t.Rows = [][]report.Cell{report.Texts(p.T("filter.service"), v.A.Service, v.B.Service)}
	for _, row := range v.Totals(p) {
		t.Rows = append(t.Rows, report.Texts(row.Name, row.A, row.B))
	}
	return t
}
