package report

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"reglament/compare"
	"reglament/compare/wording"
	"reglament/model"
	"reglament/model/phrase"
)

//go:embed report.html
var page string

var pages = template.Must(template.New("page").Parse(page))

// comparisonPage is what the template of a comparison reads.
type comparisonPage struct {
	Title    string
	A, B     sideView
	Services []serviceView
	OnlyA    []compare.Unpaired
	OnlyB    []compare.Unpaired
	Remarks  []compare.Remark
	Kinds    []kindView
}

type sideView struct {
	Label, Key, Region, Adopted, Language string
}

type kindView struct {
	Kind  compare.Kind
	Name  string
	Count int
}

type serviceView struct {
	ID                 string
	A, B               compare.SideInfo
	StepsA, StepsB     compare.Figure
	HandOversA         compare.Figure
	HandOversB         compare.Figure
	Match              compare.ServiceMatch
	Remarks            []compare.Remark
	Substance, Wording int
	Whole              []differenceView
	Processes          []processView
}

type processView struct {
	Kind, Variant, PlaceA, PlaceB, Why string
	Remarks                            []compare.Remark
	MinutesA, MinutesB, Less           string
	HandOversA, HandOversB             string
	Compared                           bool // both sides have it
	Steps                              []stepView
	Differences                        []differenceView
}

type stepView struct {
	Mark  compare.Mark
	Sign  string
	A, B  stepSide
	Less  string
	Later bool // the term of B is longer
	Why   string
}

type stepSide struct {
	Language     model.Language
	N, Who, Term string
	Text         []wording.Run
}

type differenceView struct {
	Kind     compare.Kind
	Severity compare.Severity
	Name     string
	Message  string
	A, B     valueView
	Minutes  string
}

type valueView struct {
	Language    model.Language
	Label, Code string
	Text        []wording.Run
}

var signs = map[compare.Mark]string{
	compare.MarkSame: "=", compare.MarkWording: "≈", compare.MarkChanged: "≠", compare.MarkAdded: "+", compare.MarkRemoved: "−",
	compare.MarkMoved: "↕", compare.MarkSplit: "1→2", compare.MarkJoined: "2→1",
}

// WriteHTML writes a comparison as one page that needs no other file and can be printed.
// Filters by severity and kind work where scripts do; without them everything is shown.
func (c Comparison) WriteHTML(w io.Writer) error {
	p := comparisonPage{Title: c.A + " – " + c.B, A: sideView{Label: c.A}, B: sideView{Label: c.B}, OnlyA: c.OnlyA, OnlyB: c.OnlyB, Remarks: c.Remarks}
	counts := map[compare.Kind]int{}
	for i, r := range c.Results {
		if i == 0 {
			p.A, p.B = side(c.A, r.A), side(c.B, r.B)
		}
		p.Services = append(p.Services, service(fmt.Sprintf("s%d", i+1), r))
		for k, n := range r.Counts {
			counts[k] += n
		}
	}
	for _, k := range compare.Kinds {
		if counts[k] > 0 {
			p.Kinds = append(p.Kinds, kindView{k, phrase.English.Code("diff", k), counts[k]})
		}
	}
	if err := pages.ExecuteTemplate(w, "comparison", p); err != nil {
		return fmt.Errorf("page of %s: %w", p.Title, err)
	}
	return nil
}

func side(label string, s compare.SideInfo) sideView {
	return sideView{label, string(s.Key), string(s.Region), string(s.Adopted), phrase.English.Code("text", s.Language)}
}

func service(id string, r *compare.Result) serviceView {
	v := serviceView{ID: id, A: r.A, B: r.B, Match: r.Service, Remarks: r.Remarks, Substance: r.Severities[compare.Substance], Wording: r.Severities[compare.Wording],
		StepsA: compare.FigureOf(r.A.Ways, compare.Steps), StepsB: compare.FigureOf(r.B.Ways, compare.Steps),
		HandOversA: compare.FigureOf(r.A.Ways, compare.HandOvers), HandOversB: compare.FigureOf(r.B.Ways, compare.HandOvers)}
	for _, d := range r.Differences {
		if d.Process == nil {
			v.Whole = append(v.Whole, difference(d, r))
		}
	}
	// What is done differently comes before what is only said differently.
	slices.SortStableFunc(v.Whole, func(x, y differenceView) int { return cmp.Compare(x.Severity, y.Severity) })
	for i, p := range r.Processes {
		v.Processes = append(v.Processes, process(i, p, r))
	}
	return v
}

func oneLanguage(r *compare.Result) bool { return r.A.Language == r.B.Language }

func difference(d compare.Difference, r *compare.Result) differenceView {
	name := phrase.English.Code("diff", d.Kind)
	if _, of, ok := strings.Cut(d.Field, "."); ok {
		name += ": " + of // time_limits.wait, branches.refusal
	}
	v := differenceView{Kind: d.Kind, Severity: d.Severity, Name: name, Message: d.Message,
		A: valueView{Language: r.A.Language, Label: d.A.Label, Code: compare.Readable(d.A.Code)}, B: valueView{Language: r.B.Language, Label: d.B.Label, Code: compare.Readable(d.B.Code)}}
	v.A.Text, v.B.Text = Marked(d.A.Text, d.B.Text, oneLanguage(r))
	if d.Minutes != nil && *d.Minutes != 0 {
		v.Minutes = fmt.Sprintf("%+d min", *d.Minutes)
	}
	return v
}

// Marked parts two texts into what both have and what only one has. Texts that cannot be held
// against each other, and one that stands alone, are told as they are; an empty one has no runs.
func Marked(a, b string, comparable bool) (runsA, runsB []wording.Run) {
	if comparable && a != "" && b != "" {
		return wording.Marked(a, b)
	}
	whole := func(s string) []wording.Run {
		if s == "" {
			return nil
		}
		return []wording.Run{{Text: s}}
	}
	return whole(a), whole(b)
}

func process(index int, p compare.ProcessPair, r *compare.Result) processView {
	v := processView{Kind: kindOf(p), Variant: variantOf(p), Why: p.Why, Remarks: p.Remarks}
	if p.A != nil {
		v.PlaceA, v.MinutesA, v.HandOversA = "point "+p.A.Point, p.A.Totals.Time(), fmt.Sprint(p.A.Totals.HandOvers)
	}
	if p.B != nil {
		v.PlaceB, v.MinutesB, v.HandOversB = "point "+p.B.Point, p.B.Totals.Time(), fmt.Sprint(p.B.Totals.HandOvers)
	}
	if p.A != nil && p.B != nil {
		v.Compared = true
		if p.A.Totals.Sure() && p.B.Totals.Sure() {
			v.Less = fmt.Sprintf("%+d", p.B.Totals.Minutes-p.A.Totals.Minutes)
		}
	}
	for _, s := range p.Steps {
		a, b := joined(s.A), joined(s.B)
		step := stepView{Mark: s.Mark, Sign: signs[s.Mark], Why: s.Why, A: stepSide{Language: r.A.Language, N: a.n, Who: a.who, Term: a.term}, B: stepSide{Language: r.B.Language, N: b.n, Who: b.who, Term: b.term}}
		step.A.Text, step.B.Text = Marked(a.text, b.text, oneLanguage(r) && s.Mark != compare.MarkSame)
		if a.minutes != nil && b.minutes != nil && *a.minutes != *b.minutes {
			step.Less, step.Later = fmt.Sprintf("%+d min", *b.minutes-*a.minutes), *b.minutes > *a.minutes
		}
		v.Steps = append(v.Steps, step)
	}
	for _, d := range r.Differences {
		if d.Process != nil && *d.Process == index {
			v.Differences = append(v.Differences, difference(d, r))
		}
	}
	return v
}

// matrixPage is what the template of a matrix reads.
type matrixPage struct {
	Title    string
	Columns  []columnView
	Outliers int
	Services []matrixService
}

type columnView struct {
	Letter string
	compare.Column
}

type matrixService struct {
	ID, Name, Code string
	Remarks        []compare.Remark
	Columns        []columnView // those that regulate it
	Missing        []columnView
	Rows           []matrixRow
	Outliers       int
}

type matrixRow struct {
	Section bool // a heading
	Name    string
	Most    string
	Cells   []matrixCell
}

type matrixCell struct {
	Text, Title string
	Marks       []string
	Class       string
}

// WriteMatrixHTML writes a matrix as one page that needs no other file and can be printed.
func WriteMatrixHTML(w io.Writer, m *compare.Matrix) error {
	p := matrixPage{Title: fmt.Sprintf("%d acts", len(m.Columns)), Outliers: m.Outliers()}
	for i, c := range m.Columns {
		p.Columns = append(p.Columns, columnView{Letter(i), c})
	}
	for i, s := range m.Services {
		p.Services = append(p.Services, matrixOf(fmt.Sprintf("s%d", i+1), s, p.Columns))
	}
	if err := pages.ExecuteTemplate(w, "matrix", p); err != nil {
		return fmt.Errorf("page of %d acts: %w", len(m.Columns), err)
	}
	return nil
}

// Letter names the i-th act of a matrix, from 0: A to Z, AA and so on.
func Letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return Letter(i/26-1) + string(rune('A'+i%26))
}

// outliers are the words under a cell that deviates.
var outliers = map[compare.Outlier]string{
	compare.OutlierValue: "another value", compare.OutlierActor: "another worker", compare.OutlierAction: "other actions",
	compare.OutlierMissing: "missing", compare.OutlierOnlyHere: "only here",
}

func matrixOf(id string, s *compare.ServiceMatrix, columns []columnView) matrixService {
	v := matrixService{ID: id, Name: s.Name, Code: s.Code, Remarks: s.Remarks}
	var shown []int
	for i, c := range s.Sides {
		if c.Regulation != nil {
			shown = append(shown, i)
			v.Columns = append(v.Columns, columns[i])
		} else {
			v.Missing = append(v.Missing, columns[i])
		}
	}
	add := func(name, most string, cells []compare.Cell) {
		row := matrixRow{Name: name, Most: most}
		some := false
		for _, i := range shown {
			c := cells[i]
			cell := matrixCell{Text: c.Text, Title: c.Label}
			if c.Step != nil {
				cell.Title = c.Label + ": " + c.Step.Text
			}
			for _, o := range c.Outliers {
				cell.Marks = append(cell.Marks, outliers[o])
			}
			if c.Deviates() {
				cell.Class = string(deviation(c))
				v.Outliers++
			}
			some = some || cell.Text != "" || c.Deviates()
			row.Cells = append(row.Cells, cell)
		}
		if some {
			v.Rows = append(v.Rows, row)
		}
	}
	for _, f := range s.Figures {
		add(f.Name, f.Majority, f.Cells)
	}
	for _, section := range s.Sections {
		head := matrixRow{Section: true, Name: strings.Join(append([]string{string(section.Kind)}, section.Variant...), " · ")}
		for _, i := range shown {
			place := ""
			if section.Points[i] != "" {
				place = "point " + section.Points[i]
			}
			head.Cells = append(head.Cells, matrixCell{Text: place})
		}
		if !slices.ContainsFunc(head.Cells, func(c matrixCell) bool { return c.Text != "" }) {
			continue
		}
		v.Rows = append(v.Rows, head)
		for n, r := range section.Rows {
			add(fmt.Sprintf("%d. %s", n+1, strings.Join(r.Actions, ", ")), compare.Readable(r.Majority), r.Cells)
		}
	}
	return v
}
