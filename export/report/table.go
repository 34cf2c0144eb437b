// Package report writes comparisons, matrices and audits as what an analyst sends on:
// CSV, an XLSX workbook with a sheet a view, and one HTML page that can be printed.
package report

import (
	"fmt"
	"strconv"
	"strings"

	"reglament/compare"
	"reglament/compare/audit"
	"reglament/model"
)

// Mark is why a cell or a row is coloured.
type Mark string

// The marks.
const (
	Plain     Mark = ""
	Substance Mark = "substance" // done differently
	Wording   Mark = "wording"   // said differently
	Added     Mark = "added"
	Removed   Mark = "removed"
	Moved     Mark = "moved"   // moved, split, joined
	Outlier   Mark = "outlier" // deviates from most
	Heading   Mark = "heading"
)

// Cell is one cell: a text, or a number where Number is set.
type Cell struct {
	Text   string
	Number *float64
	Mark   Mark
}

func (c Cell) String() string {
	if c.Number != nil {
		return strconv.FormatFloat(*c.Number, 'f', -1, 64)
	}
	return c.Text
}

// Column is a column of a table; Width is in letters.
type Column struct {
	Title string
	Width float64
}

// Table is one view: a sheet of a workbook, or a CSV file.
type Table struct {
	Name    string
	Columns []Column
	Rows    [][]Cell
	Fixed   int // columns that stay in sight when the table is scrolled
}

func text(s string) Cell { return Cell{Text: s} }

// Number is a cell with a number.
func Number(n int) Cell {
	f := float64(n)
	return Cell{Number: &f}
}

// Optional is a cell with a number where there is one.
func Optional(n *int) Cell {
	if n == nil {
		return Cell{}
	}
	return Number(*n)
}

// Texts are cells with texts.
func Texts(list ...string) []Cell {
	out := make([]Cell, len(list))
	for i, s := range list {
		out[i] = text(s)
	}
	return out
}

// Comparison is what is compared of two acts: a result for each service that both
// regulate, and the services of only one of them.
type Comparison struct {
	A, B         string // labels
	Results      []*compare.Result
	OnlyA, OnlyB []compare.Unpaired
	Remarks      []compare.Remark // on the acts
}

// Tables are the views of a comparison: services, differences, steps side by side, and
// figures.
func (c Comparison) Tables() []Table {
	return []Table{c.services(), c.Differences(), c.steps(), c.figures()}
}

func (c Comparison) services() Table {
	t := Table{Name: "Services", Fixed: 1, Columns: []Column{{"Service in A", 44}, {"Service in B", 44}, {"Code", 22}, {"Relation", 11}, {"Likeness", 10}, {"Substance", 11}, {"Wording", 10},
		{"Minutes A", 11}, {"Minutes B", 11}, {"B less A", 10}, {"Steps A", 9}, {"Steps B", 9}, {"Hand-overs A", 13}, {"Hand-overs B", 13}, {"Remarks", 50}}}
	for _, r := range c.Results {
		a, b := figure(compare.FigureOf(r.A.Ways, compare.ProviderMinutes)), figure(compare.FigureOf(r.B.Ways, compare.ProviderMinutes))
		less := Cell{}
		if a.Number != nil && b.Number != nil {
			n := *b.Number - *a.Number
			less = Cell{Number: &n}
			if n != 0 {
				less.Mark = Substance
			}
		}
		score := r.Service.Score
		t.Rows = append(t.Rows, []Cell{text(r.A.Service), text(r.B.Service), text(r.Service.Code), text(string(r.Service.Relation)), {Number: &score},
			Number(r.Severities[compare.Substance]), Number(r.Severities[compare.Wording]), a, b, less,
			figure(compare.FigureOf(r.A.Ways, compare.Steps)), figure(compare.FigureOf(r.B.Ways, compare.Steps)),
			figure(compare.FigureOf(r.A.Ways, compare.HandOvers)), figure(compare.FigureOf(r.B.Ways, compare.HandOvers)), text(told(r.Remarks))})
	}
	for _, r := range c.Remarks {
		row := make([]Cell, len(t.Columns))
		row[len(row)-1] = text(r.Message)
		t.Rows = append(t.Rows, row)
	}
	for _, u := range c.OnlyA {
		t.Rows = append(t.Rows, []Cell{{Text: u.Service, Mark: Removed}, {Text: "only in A", Mark: Removed}})
	}
	for _, u := range c.OnlyB {
		t.Rows = append(t.Rows, []Cell{{Text: "only in B", Mark: Added}, {Text: u.Service, Mark: Added}})
	}
	return t
}

// List is the differences with, above those of a service, what limits their comparison: a
// table that stands alone says so too.
func (c Comparison) List() Table {
	t := c.Differences()
	limits := func(service string, remarks []compare.Remark) (rows [][]Cell) {
		for _, r := range remarks {
			row := make([]Cell, len(t.Columns))
			row[0], row[1], row[2] = text(service), text(r.Message), text("remark")
			rows = append(rows, row)
		}
		return rows
	}
	rows := limits("", c.Remarks)
	at := 0
	for _, r := range c.Results {
		rows = append(rows, limits(r.A.Service, r.Remarks)...)
		rows = append(rows, t.Rows[at:at+len(r.Differences)]...)
		at += len(r.Differences)
	}
	t.Rows = rows
	return t
}

// figure is a number where all ways of a service have one value, else the values of each.
func figure(f compare.Figure) Cell {
	if one := f.One(); one != nil {
		if n, err := strconv.Atoi(one.Text); err == nil {
			return Number(n)
		}
	}
	return text(f.String())
}

func describe(s compare.SideInfo) string {
	name := string(s.Key)
	if name == "" {
		name = s.Label
	}
	return fmt.Sprintf("%s #%d", name, s.Index)
}

// Differences is the list of all differences, one a row.
func (c Comparison) Differences() Table {
	t := Table{Name: "Differences", Fixed: 2, Columns: []Column{{"Service", 30}, {"Difference", 40}, {"Kind", 19}, {"Severity", 11}, {"Procedure", 13}, {"Place in A", 20}, {"Place in B", 20},
		{"A says", 48}, {"B says", 48}, {"Code A", 20}, {"Code B", 20}, {"B less A, min", 12}, {"A", 26}, {"B", 26}, {"Bytes in A", 14}, {"Bytes in B", 14}}}
	for _, r := range c.Results {
		for _, d := range r.Differences {
			mark := Wording
			if d.Severity == compare.Substance {
				mark = markOf(d.Kind)
			}
			process := ""
			if d.Process != nil {
				process = kindOf(r.Processes[*d.Process])
			}
			t.Rows = append(t.Rows, []Cell{text(r.A.Service), {Text: d.Message, Mark: mark}, {Text: string(d.Kind), Mark: mark}, {Text: string(d.Severity), Mark: mark}, text(process), text(d.A.Label), text(d.B.Label),
				text(d.A.Text), text(d.B.Text), text(d.A.Code), text(d.B.Code), Optional(d.Minutes), text(describe(r.A)), text(describe(r.B)), text(bytes(d.A.Span)), text(bytes(d.B.Span))})
		}
	}
	return t
}

func bytes(s model.Span) string { return fmt.Sprintf("%d–%d", s[0], s[1]) }

func markOf(k compare.Kind) Mark {
	switch {
	case strings.HasSuffix(string(k), "_added"):
		return Added
	case strings.HasSuffix(string(k), "_removed"):
		return Removed
	case k == compare.KindStepMoved, k == compare.KindStepSplit, k == compare.KindStepJoined:
		return Moved
	}
	return Substance
}

func kindOf(p compare.ProcessPair) string {
	if p.A != nil {
		return string(p.A.Kind)
	}
	return string(p.B.Kind)
}

var stepMarks = map[compare.Mark]Mark{
	compare.MarkWording: Wording, compare.MarkChanged: Substance, compare.MarkAdded: Added, compare.MarkRemoved: Removed,
	compare.MarkMoved: Moved, compare.MarkSplit: Moved, compare.MarkJoined: Moved,
}

// changes are what became of a step, in words.
var changes = map[compare.Mark]string{
	compare.MarkSame: "same", compare.MarkWording: "other words", compare.MarkChanged: "changed", compare.MarkAdded: "only in B", compare.MarkRemoved: "only in A",
	compare.MarkMoved: "moved", compare.MarkSplit: "one is two", compare.MarkJoined: "two are one",
}

func (c Comparison) steps() Table {
	t := Table{Name: "Steps", Fixed: 3, Columns: []Column{{"Service", 30}, {"Procedure", 16}, {"Change", 12}, {"No A", 10}, {"A does", 55}, {"Who A", 20}, {"Term A", 16}, {"Min A", 8},
		{"No B", 10}, {"B does", 55}, {"Who B", 20}, {"Term B", 16}, {"Min B", 8}, {"B less A, min", 12}, {"Likeness", 10}, {"Why paired", 36}}}
	for _, r := range c.Results {
		for _, p := range r.Processes {
			title := kindOf(p)
			if variant := variantOf(p); variant != "" {
				title += "\n" + variant
			}
			for _, s := range p.Steps {
				a, b := joined(s.A), joined(s.B)
				mark := stepMarks[s.Mark]
				less := Cell{}
				if a.minutes != nil && b.minutes != nil {
					less = Number(*b.minutes - *a.minutes)
					if *less.Number != 0 {
						less.Mark = Substance
					}
				}
				says := func(text string) Cell {
					if text == "" {
						return Cell{}
					}
					return Cell{Text: text, Mark: mark}
				}
				likeness := Cell{}
				if len(s.A) > 0 && len(s.B) > 0 {
					score := s.Score
					likeness.Number = &score
				}
				t.Rows = append(t.Rows, []Cell{text(r.A.Service), text(title), {Text: changes[s.Mark], Mark: mark}, text(a.n), says(a.text), text(a.who), text(a.term), Optional(a.minutes),
					text(b.n), says(b.text), text(b.who), text(b.term), Optional(b.minutes), less, likeness, text(s.Why)})
			}
		}
	}
	return t
}

func variantOf(p compare.ProcessPair) string {
	switch {
	case p.A != nil && len(p.A.Variant) > 0:
		return strings.Join(p.A.Variant, " / ")
	case p.B != nil:
		return strings.Join(p.B.Variant, " / ")
	}
	return ""
}

// cellOf is what one side of a pair of steps says, of one step or two.
type cellOf struct {
	n, text, who, term string
	minutes            *int
}

func joined(steps []compare.StepRef) cellOf {
	var c cellOf
	var ns, all, whos, terms []string
	sum, timed := 0, len(steps) > 0
	for _, s := range steps {
		n := string(s.Label)
		if n == "" {
			n = string(s.N)
		}
		ns, all = append(ns, n), append(all, s.Text)
		whos = append(whos, model.Joined(s.Roles, ", "))
		terms = append(terms, strings.Join(s.Durations, "; "))
		if s.Minutes == nil {
			timed = false
		} else {
			sum += *s.Minutes
		}
	}
	c.n, c.text, c.who, c.term = strings.Join(ns, "\n"), strings.Join(all, "\n"), strings.Join(whos, "\n"), strings.TrimSpace(strings.Join(terms, "\n"))
	if timed {
		c.minutes = &sum
	}
	return c
}

// minutes is the working time of a description, a number where it is one.
func minutes(t compare.Totals) Cell {
	if t.Sure() {
		return Number(t.Minutes)
	}
	return text(t.Time())
}

// less is how much longer B takes, where both are sure.
func less(a, b compare.Totals) Cell {
	if !a.Sure() || !b.Sure() {
		return Cell{}
	}
	return Number(b.Minutes - a.Minutes)
}

func (c Comparison) figures() Table {
	t := Table{Name: "Figures", Fixed: 2, Columns: []Column{{"Service", 40}, {"Procedure", 18}, {"Steps A", 9}, {"Steps B", 9}, {"Minutes A", 11}, {"Minutes B", 11}, {"B less A", 10},
		{"Without term A", 14}, {"Without term B", 14}, {"Hand-overs A", 13}, {"Hand-overs B", 13}, {"Participants A", 30}, {"Participants B", 30}, {"Paired because", 30}, {"Remarks", 40}}}
	for _, r := range c.Results {
		for _, p := range r.Processes {
			var a, b compare.Totals
			if p.A != nil {
				a = p.A.Totals
			}
			if p.B != nil {
				b = p.B.Totals
			}
			row := []Cell{text(r.A.Service), text(kindOf(p)), Number(a.Steps), Number(b.Steps), minutes(a), minutes(b), less(a, b),
				Number(a.Untimed), Number(b.Untimed), Number(a.HandOvers), Number(b.HandOvers), text(model.Joined(a.Participants, ", ")), text(model.Joined(b.Participants, ", ")), text(p.Why), text(told(p.Remarks))}
			for i, side := range []*compare.ProcessInfo{p.A, p.B} {
				if side != nil {
					continue
				}
				for _, k := range []int{2, 4, 7, 9} {
					row[k+i] = Cell{}
				}
				row[6] = Cell{}
			}
			if row[6].Number != nil && *row[6].Number != 0 {
				row[6].Mark = Substance
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// MatrixTables are the views of a matrix: working time, figures and steps with an act a
// column, and the list of outliers.
func MatrixTables(m *compare.Matrix) []Table {
	acts := func(width float64) []Column {
		var out []Column
		for _, c := range m.Columns {
			out = append(out, Column{heading(c), width})
		}
		return out
	}
	services := Table{Name: "Working time", Fixed: 2, Columns: append([]Column{{"Service", 46}, {"Code", 22}}, acts(16)...)}
	figures := Table{Name: "Figures", Fixed: 2, Columns: append([]Column{{"Service", 40}, {"Property", 24}, {"Most say", 20}}, acts(20)...)}
	steps := Table{Name: "Steps", Fixed: 4, Columns: append([]Column{{"Service", 34}, {"Procedure", 18}, {"Step", 6}, {"Actions", 24}, {"Most take", 14}}, acts(30)...)}
	outliers := Table{Name: "Outliers", Fixed: 2, Columns: []Column{{"Service", 34}, {"Act", 30}, {"Procedure", 16}, {"Step or property", 26}, {"Deviates in", 14}, {"Most say", 24}, {"This act says", 24}, {"Text", 60}, {"Place", 24}}}
	for _, s := range m.Services {
		row := Texts(s.Name, s.Code)
		for _, f := range s.Figures {
			if f.Name != compare.FigureWorkingTime {
				continue
			}
			for i, c := range f.Cells {
				cell := figure(c.Parts)
				if s.Sides[i].Regulation == nil {
					cell = Cell{Text: "—"}
				}
				cell.Mark = deviation(c)
				row = append(row, cell)
			}
		}
		services.Rows = append(services.Rows, row)
		for _, f := range s.Figures {
			row := Texts(s.Name, f.Name, f.Majority)
			for i, c := range f.Cells {
				row = append(row, Cell{Text: c.Text, Mark: deviation(c)})
				for _, o := range c.Outliers {
					outliers.Rows = append(outliers.Rows, Texts(s.Name, heading(m.Columns[i]), "", f.Name, string(o), f.Majority, c.Text, "", ""))
				}
			}
			figures.Rows = append(figures.Rows, row)
		}
		for _, section := range s.Sections {
			title := strings.Join(append([]string{string(section.Kind)}, section.Variant...), "\n")
			for n, r := range section.Rows {
				actions := strings.Join(r.Actions, ", ")
				row := []Cell{text(s.Name), text(title), Number(n + 1), text(actions), text(compare.Readable(r.Majority))}
				for i, c := range r.Cells {
					row = append(row, Cell{Text: c.Text, Mark: deviation(c)})
					quote := ""
					if c.Step != nil {
						quote = c.Step.Text
					}
					for _, o := range c.Outliers {
						outliers.Rows = append(outliers.Rows, Texts(s.Name, heading(m.Columns[i]), string(section.Kind), fmt.Sprintf("%d %s", n+1, actions), string(o), most(r, o), c.Text, quote, c.Label))
					}
				}
				steps.Rows = append(steps.Rows, row)
			}
		}
	}
	return []Table{services, figures, steps, outliers}
}

// most is what most acts say where one deviates.
func most(r compare.StepRow, o compare.Outlier) string {
	switch o {
	case compare.OutlierActor:
		return strings.Join(r.Roles, ", ")
	case compare.OutlierAction:
		return strings.Join(r.Actions, ", ")
	case compare.OutlierValue:
		return compare.Readable(r.Majority)
	}
	return ""
}

func heading(c compare.Column) string {
	parts := []string{c.Label}
	if c.Key != "" && !strings.Contains(c.Label, string(c.Key)) {
		parts = append(parts, string(c.Key))
	} else if c.Key == "" {
		parts = append(parts, string(c.Region), string(c.Adopted))
	}
	return strings.TrimSpace(strings.Join(parts, "\n"))
}

func deviation(c compare.Cell) Mark {
	switch {
	case len(c.Outliers) == 0:
		return Plain
	case c.Outliers[0] == compare.OutlierMissing:
		return Removed
	case c.Outliers[0] == compare.OutlierOnlyHere:
		return Added
	}
	return Outlier
}

// MatrixCells is a matrix as one long table, a cell a row: what a script reads.
func MatrixCells(m *compare.Matrix) Table {
	t := Table{Name: "Cells", Columns: []Column{{"code", 0}, {"service", 0}, {"procedure", 0}, {"variant", 0}, {"row", 0}, {"property", 0}, {"actions", 0}, {"act", 0}, {"region", 0}, {"adopted", 0}, {"regulation", 0}, {"roles", 0}, {"value", 0}, {"minutes", 0}, {"majority", 0}, {"outliers", 0}, {"place", 0}}}
	add := func(s *compare.ServiceMatrix, lead []string, cells []compare.Cell, majority string) {
		for i, c := range cells {
			if s.Sides[i].Regulation == nil {
				continue
			}
			who := ""
			if c.Step != nil {
				who = model.Joined(c.Step.Roles, ", ")
			}
			col := m.Columns[i]
			row := append(Texts(s.Code, s.Name), Texts(lead...)...)
			row = append(row, text(col.Label), text(string(col.Region)), text(string(col.Adopted)), Number(*s.Sides[i].Regulation), text(who), text(c.Value), Optional(c.Minutes), text(majority), text(model.Joined(c.Outliers, " ")), text(c.Label))
			t.Rows = append(t.Rows, row)
		}
	}
	for _, s := range m.Services {
		for _, f := range s.Figures {
			add(s, []string{"", "", "", f.Name, ""}, f.Cells, f.Majority)
		}
		for _, section := range s.Sections {
			for n, r := range section.Rows {
				add(s, []string{string(section.Kind), strings.Join(section.Variant, " / "), strconv.Itoa(n + 1), "step", strings.Join(r.Actions, " ")}, r.Cells, r.Majority)
			}
		}
	}
	return t
}

// Audit is a list of contradictions as a table.
func Audit(reports []*audit.Report) Table {
	t := Table{Name: "Contradictions", Columns: []Column{{"act", 26}, {"regulation", 10}, {"service", 40}, {"code", 20}, {"severity", 10}, {"message", 60}, {"place 1", 20}, {"quote 1", 50}, {"place 2", 20}, {"quote 2", 50}, {"more places", 30}, {"bytes", 20}}}
	for _, r := range reports {
		for _, c := range r.Contradictions {
			row := []Cell{text(r.Label), Number(c.Regulation), text(c.Service), text(string(c.Code)), text(string(c.Severity)), text(c.Message)}
			var more, spans []string
			for i, p := range c.Places {
				spans = append(spans, bytes(p.Span))
				if i >= 2 {
					more = append(more, p.Label+": "+p.Quote)
				}
			}
			for i := range 2 {
				if i < len(c.Places) {
					row = append(row, text(c.Places[i].Label), text(c.Places[i].Quote))
				} else {
					row = append(row, Cell{}, Cell{})
				}
			}
			t.Rows = append(t.Rows, append(row, text(strings.Join(more, "\n")), text(strings.Join(spans, "; "))))
		}
	}
	return t
}

// told are remarks in English, one a line.
func told(remarks []compare.Remark) string {
	var lines []string
	for _, r := range remarks {
		lines = append(lines, r.Message)
	}
	return strings.Join(lines, "\n")
}
