package site

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"reglament/compare"
	"reglament/corpus"
	"reglament/export/report"
	"reglament/model"
)

// matrixView is many sides, a column each.
type matrixView struct {
	Columns  []matrixColumn
	Services []matrixService
	Outliers int
	Doubts   []string // of the texts
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

func (p *page) matrixCell(c compare.Cell, row []compare.Cell, text string, side corpus.Selected) matrixCell {
	out := matrixCell{Text: text, Outlier: c.Deviates()}
	if !c.Span.Empty() && (text != "" || c.Step != nil) && !side.Together {
		out.URL = p.placeIn(side, c.Span)
	}
	out.Heat = heat(c.Minutes, row)
	var why []string
	for _, o := range c.Outliers {
		why = append(why, p.Code("outlier", o))
	}
	out.Title = strings.Join(why, ", ")
	return out
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

// matrix compares more than two sides.
func (p *page) matrix(chosen []corpus.Selected) error {
	v := matrixView{Doubts: p.doubtsOf(chosen...)}
	sides := make([]compare.Selection, len(chosen))
	for i, s := range chosen {
		act, _ := corpus.Identity(s.Document)
		side := actOf(s)
		side.Label = p.sideName(s) // in remarks too
		sides[i] = compare.Whole(side)
		if s.Regulation != nil {
			sides[i].Regulations = []*model.Regulation{s.Regulation}
		}
		v.Columns = append(v.Columns, matrixColumn{side.Label, p.ActLink(act.Key)})
	}
	m := compare.With{}.MatrixOf(sides, compare.ByNothing)
	v.Outliers = m.Outliers()
	for _, s := range m.Services {
		v.Services = append(v.Services, matrixService{Name: p.serviceName(s.Name), Rows: p.matrixRows(s, chosen), Remarks: s.Remarks})
	}
	p.tables = []report.Table{p.matrixTable(v)} // of all sides
	for i, s := range v.Services {
		v.Services[i] = s.withSides(v.Columns)
	}
	p.Template, p.Body = "matrix", v
	p.Title = p.T("compare.matrix") + ": " + p.T("n.sides", len(chosen))
	p.value = func(w io.Writer) error { // with labels in no language
		for i, s := range chosen {
			sides[i].Label = s.Label
		}
		return compare.WriteMatrixJSON(w, compare.With{}.MatrixOf(sides, compare.ByNothing))
	}
	return nil
}

// matrixRows are the figures of a service, and its steps under the headings of their
// procedures. The sides are those in the columns.
func (p *page) matrixRows(s *compare.ServiceMatrix, sides []corpus.Selected) []matrixRow {
	var rows []matrixRow
	for _, f := range s.Figures {
		row := matrixRow{Name: p.figureName(f.Name)}
		for i, c := range f.Cells {
			row.Cells = append(row.Cells, p.matrixCell(c, f.Cells, p.figureText(f.Name, c), sides[i]))
		}
		rows = append(rows, row)
	}
	for _, section := range s.Sections {
		rows = append(rows, matrixRow{Heading: p.processName(section.Kind, section.Variant)})
		for n, r := range section.Rows {
			what := slices.DeleteFunc([]string{names(p, "role", r.Roles), names(p, "action", r.Actions)}, func(s string) bool { return s == "" })
			row := matrixRow{Name: strconv.Itoa(n+1) + ". " + strings.Join(what, " – ")}
			for i, c := range r.Cells {
				row.Cells = append(row.Cells, p.stepCell(c, r.Cells, sides[i]))
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// stepCell is the term of a step, in minutes where it has a fixed length, and a dot for a
// step without one.
func (p *page) stepCell(c compare.Cell, row []compare.Cell, side corpus.Selected) matrixCell {
	if c.Step == nil {
		return p.matrixCell(c, row, "", side)
	}
	cell := p.matrixCell(c, row, cmp.Or(p.MinutesOf(c.Minutes), strings.Join(c.Step.Durations, ", "), "•"), side)
	cell.Title = p.Roles(c.Step.Roles) + ": " + c.Step.Text
	return cell
}

func (p *page) figureName(name string) string {
	if key, ok := figureKeys[name]; ok {
		return p.T(key)
	}
	return name
}

func (p *page) figureText(name string, c compare.Cell) string {
	if len(c.Parts) > 0 {
		return p.Figure(c.Parts)
	}
	if date, number, ok := strings.Cut(c.Text, " No "); ok && name == "standard" {
		return p.Ref(&model.ActRef{Date: model.Date(date), Number: model.Text(number)})
	}
	if kind := figureCodes[name]; kind != "" && c.Text != "" {
		return names(p, kind, strings.Split(c.Text, ", "))
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
