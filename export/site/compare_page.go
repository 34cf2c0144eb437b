package site

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"reglament/compare"
	"reglament/compare/catalogue"
	"reglament/compare/wording"
	"reglament/corpus"
	"reglament/export/report"
	"reglament/model"
	"reglament/model/phrase"
)

// pickView chooses sides.
type pickView struct {
	Sides    []string
	Empty    []int // numbers of the empty fields
	Services []serviceView
	Acts     []otherView // to choose sides from; the newest, where there are many
}

// mostChoices is how many acts the fields of sides suggest.
const mostChoices = 500

// serviceView is a service that several acts regulate.
type serviceView struct {
	Name  string
	Acts  int
	Sides []otherView
	URL   string // of their comparison
}

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
}

// sideView is one side of a comparison.
type sideView struct {
	Name       string
	Service    string
	URL        string // of the regulation
	TextURL    string // of the act's text
	Totals     compare.Totals
	Paragraphs []paragraph
	Language   model.Language
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

// processPairView is two descriptions side by side.
type processPairView struct {
	compare.ProcessPair
	Name string
}

// actsView is the comparison of two acts: what they have in common.
type actsView struct {
	A, B         string
	Pairs        []actPair
	OnlyA, OnlyB []compare.Unpaired
}

type actPair struct {
	Result    *compare.Result
	URL       string
	Substance int
	Wording   int
}

func (p *page) compare() error {
	var sides []string
	for _, s := range p.r.URL.Query()["side"] {
		if s = strings.TrimSpace(s); s != "" && !slices.Contains(sides, s) {
			sides = append(sides, s)
		}
	}
	p.Nav, p.Title = "compare", p.T("compare.title")
	switch {
	case len(sides) < 2:
		return p.pick(sides)
	case len(sides) > mostSides:
		return fault{status: http.StatusBadRequest, detail: p.T("compare.pick.how")}
	}
	var chosen []corpus.Selected
	for _, side := range sides {
		one, err := p.selectSide(p.r.Context(), side)
		if err != nil {
			return err
		}
		chosen = append(chosen, one)
	}
	if len(chosen) > 2 {
		return p.matrix(chosen)
	}
	return p.pair(chosen[0], chosen[1], sides)
}

// selectSide finds what a side names in the corpus, and there only: a visitor may not
// name files of the server.
func (p *page) selectSide(ctx context.Context, text string) (corpus.Selected, error) {
	side, err := corpus.ParseSide(text)
	if err != nil {
		return corpus.Selected{}, fault{status: http.StatusBadRequest, detail: err.Error(), err: err}
	}
	if side.ID == "" && side.Key == "" {
		return corpus.Selected{}, fault{status: http.StatusBadRequest, detail: p.T("compare.no_side", text)}
	}
	side.Path, side.Text = "", ""
	found, err := corpus.Select(ctx, p.site.options.Store, side, func(string) (*model.Document, string, error) {
		return nil, "", corpus.ErrNotFound
	}, p.site.shelf.compose)
	switch {
	case errors.Is(err, corpus.ErrNotFound):
		return corpus.Selected{}, fault{status: http.StatusNotFound, detail: text, err: err}
	case err != nil && ctx.Err() != nil:
		return corpus.Selected{}, err
	case err != nil:
		return corpus.Selected{}, fault{status: http.StatusNotFound, detail: err.Error(), err: err}
	}
	return found[0], nil
}

// pick shows a form for the sides, and the services that several acts have.
func (p *page) pick(sides []string) error {
	b, err := p.site.shelf.books(p.r.Context())
	if err != nil {
		return err
	}
	v := pickView{Sides: sides}
	for i := len(sides); i < 4; i++ {
		v.Empty = append(v.Empty, i+1)
	}
	for _, places := range b.services {
		if len(places) < 2 {
			continue
		}
		one := serviceView{Name: p.serviceName(places[0].service), Acts: len(places)}
		var all []string
		for _, at := range places[:min(len(places), mostSides)] {
			side := at.side()
			all = append(all, side)
			one.Sides = append(one.Sides, otherView{Name: p.ActName(at.act.Region, at.act.Number, at.act.Adopted), Service: side})
		}
		slices.Sort(all)
		if p.static == nil || p.static.pairs > 0 || len(all) > 2 {
			one.URL = p.CompareLink(all...)
		}
		v.Services = append(v.Services, one)
	}
	slices.SortFunc(v.Services, func(a, b serviceView) int {
		if a.Acts != b.Acts {
			return b.Acts - a.Acts
		}
		return strings.Compare(a.Name, b.Name)
	})
	v.Services = v.Services[:min(len(v.Services), 100)]
	newest := make([]*book, len(b.acts))
	for i := range b.acts {
		newest[i] = &b.acts[i]
	}
	slices.SortStableFunc(newest, func(x, y *book) int { return strings.Compare(string(y.Adopted), string(x.Adopted)) })
	for _, a := range newest[:min(len(newest), mostChoices)] {
		v.Acts = append(v.Acts, otherView{Name: p.ActName(a.Region, a.Number, a.Adopted), Service: a.Key})
	}
	p.Template, p.Body = "pick", v
	return nil
}

// serviceName is the name of a service in the language of the interface, where the
// catalogue has it.
func (p *page) serviceName(name string) string {
	s := catalogue.Builtin().Find(name)
	switch {
	case s == nil:
		return name
	case p.Lang == phrase.Russian && s.Russian != "":
		return s.Russian
	case p.Lang == phrase.Kazakh && s.Kazakh != "":
		return s.Kazakh
	}
	return name
}

func actOf(s corpus.Selected) compare.Act {
	return compare.Act{Label: s.Label, Document: s.Document, Canonical: s.Canonical}
}

// pair compares two acts, or one regulation with the other side's regulation of the
// same service.
func (p *page) pair(a, b corpus.Selected, sides []string) error {
	if a.Regulation == nil && b.Regulation == nil {
		if len(a.Document.Regulations) == 1 && len(b.Document.Regulations) == 1 {
			a.Regulation, b.Regulation = &a.Document.Regulations[0], &b.Document.Regulations[0]
		} else {
			return p.acts(a, b)
		}
	}
	if a.Regulation == nil || b.Regulation == nil {
		for _, pair := range compare.Pair(a.Document, b.Document).Pairs {
			ra, rb := &a.Document.Regulations[pair.A], &b.Document.Regulations[pair.B]
			if ra == a.Regulation || rb == b.Regulation {
				a.Regulation, b.Regulation = ra, rb
				break
			}
		}
	}
	if a.Regulation == nil || b.Regulation == nil {
		return fault{status: http.StatusNotFound, detail: p.T("compare.pairs.none")}
	}
	r := compare.Regulations(compare.Side{Act: actOf(a), Regulation: a.Regulation}, compare.Side{Act: actOf(b), Regulation: b.Regulation})
	v := pairView{Result: r, Kind: p.Query("kind"), Severity: p.Query("severity"), Sides: sides}
	if !p.Static() {
		v.Swap = p.CompareLink(sides[1], sides[0])
	}
	var inA, inB []model.Span
	for _, d := range r.Differences {
		one := differenceView{Difference: d, Where: p.where(r, d)}
		one.A = p.valueView(d, d.A, a)
		one.B = p.valueView(d, d.B, b)
		one.A.Words, one.B.Words = marked(one.A.Text, one.B.Text, a.Document.Act.Language == b.Document.Act.Language)
		inA, inB = append(inA, d.A.Span), append(inB, d.B.Span)
		one.Hidden = v.Kind != "" && v.Kind != string(d.Kind) || v.Severity != "" && v.Severity != string(d.Severity)
		if !one.Hidden {
			v.Shown++
		}
		v.Differences = append(v.Differences, one)
	}
	for _, kind := range compare.Kinds {
		if n := r.Counts[kind]; n > 0 {
			v.Kinds = append(v.Kinds, facet{string(kind), p.counted("diff")(string(kind), n), v.Kind == string(kind)})
		}
	}
	for _, severity := range []compare.Severity{compare.Substance, compare.Wording} {
		v.Severities = append(v.Severities, facet{string(severity), p.counted("severity")(string(severity), r.Severities[severity]), v.Severity == string(severity)})
	}
	var level []string
	for _, pair := range r.Processes {
		info := pair.A
		if info == nil {
			info = pair.B
		}
		name := p.Code("process", info.Kind)
		if len(info.Variant) > 0 {
			name += " · " + strings.Join(info.Variant, " · ")
		}
		v.Processes = append(v.Processes, processPairView{pair, name})
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

// marked tells the words of two texts that the other has not got. Texts in two languages,
// and one that stands alone, are told as they are.
func marked(a, b string, comparable bool) (runsA, runsB []wording.Run) {
	if a == "" || b == "" || !comparable {
		return []wording.Run{{Text: a}}, []wording.Run{{Text: b}}
	}
	return wording.Marked(a, b)
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

func (p *page) sideView(s corpus.Selected, i compare.SideInfo, anchors []model.Span, html bool) sideView {
	key := string(i.Key)
	v := sideView{Name: p.ActName(i.Region, s.Document.Act.Number, i.Adopted), Service: i.Service, Totals: i.Totals, Language: i.Language}
	if v.Name == "" {
		v.Name = s.Label
	}
	if key == "" {
		act, _ := corpus.Identity(s.Document)
		key = act.Key
	}
	v.URL = p.RegulationLink(key, i.Index)
	v.TextURL = p.ActLink(key)
	if html {
		v.Paragraphs = p.paragraphs(&text{s.Document, s.Canonical, s.Edition}, s.Regulation.Span, anchors)
	}
	return v
}

// where says in words where a difference is.
func (p *page) where(r *compare.Result, d compare.Difference) string {
	if what, ok := strings.CutPrefix(d.Field, "time_limits."); ok {
		// Which of the limits, and through which channels it holds.
		out := p.Code("limit", what)
		label := d.A.Label
		if label == "" {
			label = d.B.Label
		}
		for _, channel := range strings.FieldsFunc(label, func(r rune) bool { return r == ',' || r == ' ' }) {
			out += " · " + p.Code("channel", channel)
		}
		return out
	}
	if d.Process == nil {
		return p.T("regulation")
	}
	pair := r.Processes[*d.Process]
	info := pair.A
	if info == nil {
		info = pair.B
	}
	return p.Code("process", info.Kind)
}

// codeKinds are the kinds of codes that a field of the model holds.
var codeKinds = map[string]string{"roles": "role", "role": "role", "actors": "role", "actor": "role", "actions": "action", "channels": "channel", "forms": "form", "automation": "automation", "node": "node"}

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
		act, _ := corpus.Identity(side.Document)
		out.URL = p.ActLink(act.Key) + Anchor(v.Span)
	}
	return out
}

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
			{Text: d.A.Text, Mark: mark}, {Text: d.B.Text, Mark: mark}, optionalFigure(d.Minutes),
			{Text: d.A.Label, Mark: mark}, {Text: d.B.Label, Mark: mark},
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
		return append(cells(strings.Join(name, "; "), strings.Join(roles, "; "), strings.Join(text, "\n")), optionalFigure(minutes))
	}
	for _, pair := range v.Processes {
		for _, s := range pair.Steps {
			t.Rows = append(t.Rows, slices.Concat(cells(pair.Name, p.Code("pair", s.Mark)), side(s.A), side(s.B)))
		}
	}
	return t
}

func (p *page) totalsTable(v pairView) report.Table {
	t := report.Table{Name: p.T("compare.summary"), Columns: columns([]float64{36, 60, 60}, p.T("col.figure"), v.A.Name, v.B.Name)}
	a, b := v.A.Totals, v.B.Totals
	t.Rows = [][]report.Cell{
		cells(p.T("filter.service"), v.A.Service, v.B.Service),
		{{Text: p.T("totals.steps")}, figure(a.Steps), figure(b.Steps)},
		{{Text: p.T("minutes.column")}, figure(a.Minutes), figure(b.Minutes)},
		{{Text: p.T("totals.untimed")}, figure(a.Untimed), figure(b.Untimed)},
		{{Text: p.T("totals.hand_overs")}, figure(a.HandOvers), figure(b.HandOvers)},
		cells(p.T("totals.participants"), p.Participants(a), p.Participants(b)),
	}
	return t
}

// pairsTable is the services of two acts, those that one act has alone included.
func (p *page) pairsTable(v actsView) report.Table {
	t := report.Table{Name: p.T("compare.pairs"), Columns: columns([]float64{70, 70, 14, 14}, v.A, v.B, p.Code("severity", "substance"), p.Code("severity", "wording"))}
	for _, pair := range v.Pairs {
		t.Rows = append(t.Rows, append(cells(pair.Result.A.Service, pair.Result.B.Service), figure(pair.Substance), figure(pair.Wording)))
	}
	for _, one := range v.OnlyA {
		t.Rows = append(t.Rows, cells(one.Service, ""))
	}
	for _, one := range v.OnlyB {
		t.Rows = append(t.Rows, cells("", one.Service))
	}
	return t
}

// acts compares two whole acts.
func (p *page) acts(a, b corpus.Selected) error {
	all := compare.Acts(actOf(a), actOf(b))
	keyA, _ := corpus.Identity(a.Document)
	keyB, _ := corpus.Identity(b.Document)
	v := actsView{A: p.KeyName(keyA.Key), B: p.KeyName(keyB.Key), OnlyA: all.OnlyA, OnlyB: all.OnlyB}
	for _, r := range all.Results {
		v.Pairs = append(v.Pairs, actPair{r, p.CompareLink(keyA.Key+"#"+strconv.Itoa(r.A.Index), keyB.Key+"#"+strconv.Itoa(r.B.Index)),
			r.Severities[compare.Substance], r.Severities[compare.Wording]})
	}
	p.Template, p.Body = "acts", v
	p.Title = p.T("compare.title") + ": " + v.A + " / " + v.B
	p.tables = []report.Table{p.pairsTable(v)}
	p.asJSON(all)
	return nil
}

// matrixView is many sides, a column each.
type matrixView struct {
	Columns  []matrixColumn
	Services []matrixService
	Outliers int
}

type matrixColumn struct{ Name, URL string }

type matrixService struct {
	Name    string
	Columns []matrixColumn
	Rows    []matrixRow
	Remarks []compare.Remark
}

// withSides leaves the columns of sides that have the service.
func (s matrixService) withSides(columns []matrixColumn) matrixService {
	var there []int
	for i, c := range columns {
		if slices.ContainsFunc(s.Rows, func(r matrixRow) bool { return r.Heading == "" && r.Cells[i].Text != "" }) {
			there = append(there, i)
			s.Columns = append(s.Columns, c)
		}
	}
	s.Rows = slices.Clone(s.Rows)
	for n, r := range s.Rows {
		if r.Heading == "" {
			cells := make([]matrixCell, len(there))
			for k, i := range there {
				cells[k] = r.Cells[i]
			}
			s.Rows[n].Cells = cells
		}
	}
	return s
}

// matrixRow is a figure or a step; Heading begins a procedure.
type matrixRow struct {
	Heading string
	Name    string
	Cells   []matrixCell
}

type matrixCell struct {
	Text, Title string
	Heat        int // 0 to 8, by the longest of the row
	Outlier     bool
	URL         string
}

// heats is how many shades a heat map has.
const heats = 8

// figureKeys are the phrases for the rows of figures.
var figureKeys = map[string]string{
	"time limit of the service": "totals.limit", compare.FigureWorkingTime: "totals.provider", "steps": "totals.steps",
	"hand-overs": "totals.hand_overs", "participants": "totals.participants", "channels": "regulation.channels",
	"forms": "regulation.forms", "automation": "regulation.automation", "standard": "regulation.standard",
}

// figureCodes are the kinds of codes in the rows of figures.
var figureCodes = map[string]string{"channels": "channel", "forms": "form", "automation": "automation"}

func (p *page) matrix(chosen []corpus.Selected) error {
	sides := make([]compare.Selection, len(chosen))
	for i, s := range chosen {
		sides[i] = compare.Whole(actOf(s))
		if s.Regulation != nil {
			sides[i].Regulations = []*model.Regulation{s.Regulation}
		}
	}
	m := compare.With{}.MatrixOf(sides, compare.ByNothing)
	v := matrixView{Outliers: m.Outliers()}
	keys := make([]string, len(chosen))
	for i, c := range m.Columns {
		act, _ := corpus.Identity(chosen[i].Document)
		keys[i] = act.Key
		name := p.ActName(c.Region, act.Number, c.Adopted)
		if name == "" {
			name = c.Label
		}
		v.Columns = append(v.Columns, matrixColumn{name, p.ActLink(act.Key)})
	}
	for _, s := range m.Services {
		one := matrixService{Name: p.serviceName(s.Name), Remarks: s.Remarks}
		for _, f := range s.Figures {
			row := matrixRow{Name: p.figureName(f.Name)}
			for i, c := range f.Cells {
				row.Cells = append(row.Cells, p.matrixCell(c, f.Cells, p.figureText(f.Name, c), keys[i]))
			}
			one.Rows = append(one.Rows, row)
		}
		for _, section := range s.Sections {
			heading := p.Code("process", section.Kind)
			if len(section.Variant) > 0 {
				heading += " · " + strings.Join(section.Variant, " · ")
			}
			one.Rows = append(one.Rows, matrixRow{Heading: heading})
			for n, r := range section.Rows {
				row := matrixRow{Name: strconv.Itoa(n+1) + ". " + strings.Join(slices.DeleteFunc(
					[]string{p.codes("role", r.Roles), p.codes("action", r.Actions)}, func(s string) bool { return s == "" }), " – ")}
				for i, c := range r.Cells {
					text := ""
					if c.Step != nil {
						if text = p.MinutesOf(c.Minutes); text == "" || c.Minutes == nil {
							text = strings.Join(c.Step.Durations, ", ")
						}
						if text == "" {
							text = "•"
						}
					}
					cell := p.matrixCell(c, r.Cells, text, keys[i])
					if c.Step != nil {
						cell.Title = p.Roles(c.Step.Roles) + ": " + c.Step.Text
					}
					row.Cells = append(row.Cells, cell)
				}
				one.Rows = append(one.Rows, row)
			}
		}
		v.Services = append(v.Services, one)
	}
	p.tables = []report.Table{p.matrixTable(v)} // of all sides
	for i, s := range v.Services {
		v.Services[i] = s.withSides(v.Columns)
	}
	p.Template, p.Body = "matrix", v
	p.Title = p.T("compare.matrix") + ": " + p.T("n.sides", len(chosen))
	p.asJSON(m)
	return nil
}

func (p *page) codes(kind string, codes []string) string { return names(p, kind, codes) }

func (p *page) figureName(name string) string {
	if key, ok := figureKeys[name]; ok {
		return p.T(key)
	}
	return name
}

func (p *page) figureText(name string, c compare.Cell) string {
	if c.Minutes != nil {
		return p.Minutes(*c.Minutes)
	}
	if date, number, ok := strings.Cut(c.Text, " No "); ok && name == "standard" {
		return p.Ref(&model.ActRef{Date: model.Date(date), Number: model.Text(number)})
	}
	if kind := figureCodes[name]; kind != "" && c.Text != "" {
		return p.codes(kind, strings.Split(c.Text, ", "))
	}
	return c.Text
}

// heat shades a term by its share of the longest in the row. Terms of one length, and one
// that there is nothing to hold against, are light.
func heat(minutes *int, row []compare.Cell) int {
	if minutes == nil {
		return 0
	}
	shortest, longest := *minutes, *minutes
	for _, o := range row {
		if o.Minutes != nil {
			shortest, longest = min(shortest, *o.Minutes), max(longest, *o.Minutes)
		}
	}
	if shortest == longest {
		return 1
	}
	return max(1, *minutes*heats/longest)
}

func (p *page) matrixCell(c compare.Cell, row []compare.Cell, text, key string) matrixCell {
	out := matrixCell{Text: text, Outlier: c.Deviates()}
	if !c.Span.Empty() && (text != "" || c.Step != nil) {
		out.URL = p.ActLink(key) + Anchor(c.Span)
	}
	out.Heat = heat(c.Minutes, row)
	var why []string
	for _, o := range c.Outliers {
		why = append(why, p.Code("outlier", o))
	}
	out.Title = strings.Join(why, ", ")
	return out
}

// matrixTable is the matrix as the page shows it.
func (p *page) matrixTable(v matrixView) report.Table {
	t := report.Table{Name: p.T("compare.matrix"), Fixed: 1, Columns: []report.Column{{Title: p.T("col.figure"), Width: 50}}}
	for _, c := range v.Columns {
		t.Columns = append(t.Columns, report.Column{Title: c.Name, Width: 30})
	}
	heading := func(s string) []report.Cell {
		row := make([]report.Cell, len(t.Columns))
		row[0] = report.Cell{Text: s, Mark: report.Heading}
		return row
	}
	for _, s := range v.Services {
		t.Rows = append(t.Rows, heading(s.Name))
		for _, r := range s.Rows {
			if r.Heading != "" {
				t.Rows = append(t.Rows, heading(r.Heading))
				continue
			}
			row := []report.Cell{{Text: r.Name}}
			for _, c := range r.Cells {
				cell := report.Cell{Text: c.Text}
				if c.Outlier {
					cell.Mark = report.Outlier
				}
				row = append(row, cell)
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}
