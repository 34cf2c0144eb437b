package view

import (
	"fmt"
	"io"
	"strings"

	"charm.land/lipgloss/v2"
	"charm.land/lipgloss/v2/table"

	"reglament/compare"
	"reglament/export/report"
)

// outlierSigns mark the cells of a terminal table.
var outlierSigns = map[compare.Outlier]string{
	compare.OutlierValue: "≠", compare.OutlierActor: "☺", compare.OutlierAction: "⚙", compare.OutlierMissing: "∅", compare.OutlierOnlyHere: "+",
}

const (
	firstColumn = 26 // letters of the column that names a row
	leastColumn = 16 // letters of a column of an act; more acts go into a table below
)

// Matrix writes a matrix for reading: for each service the figures of the whole
// and its steps, an act a column. Acts that do not fit the width stand in tables below.
func Matrix(w io.Writer, m *compare.Matrix, o Options) error {
	o.Width = max(o.Width, leastWidth)
	p := &printer{w: w, o: o}
	for i, c := range m.Columns {
		p.wrapped(fmt.Sprintf("%-4s", report.Letter(i)), p.bold(c.Label)+"  "+join(", ", string(c.Region), string(c.Adopted), string(c.Language)))
	}
	p.wrapped("    ", "≠ another value than most  ☺ another worker  ⚙ other actions  ∅ most have it, this one does not  + most do not have it")
	p.line("")
	fit := max(1, (o.Width-firstColumn-3)/(leastColumn+3))
	for n, s := range m.Services {
		if n > 0 {
			p.line("")
		}
		title := s.Name
		if s.Code != "" {
			title += "  [" + s.Code + "]"
		}
		p.wrapped("", p.bold(title))
		for _, r := range s.Remarks {
			p.wrapped(" !  ", r.Message)
		}
		var columns []int
		for i, c := range s.Sides {
			if c.Regulation != nil {
				columns = append(columns, i)
			}
		}
		if len(columns) == 1 {
			p.line("only in %s", m.Columns[columns[0]].Label)
			continue
		}
		for len(columns) > 0 {
			some := columns[:min(fit, len(columns))]
			columns = columns[len(some):]
			p.matrixTable(s, some)
		}
	}
	if p.err != nil {
		return fmt.Errorf("matrix of %d acts: %w", len(m.Columns), p.err)
	}
	return nil
}

func (p *printer) matrixTable(s *compare.ServiceMatrix, columns []int) {
	headers := []string{""}
	for _, c := range columns {
		head := report.Letter(c)
		if s.Sides[c].Regulation != nil {
			head += fmt.Sprintf(" #%d", *s.Sides[c].Regulation)
		}
		headers = append(headers, head)
	}
	var rows [][]string
	var deviating [][]bool
	add := func(name string, cells []compare.Cell) {
		row, marks := []string{name}, []bool{false}
		some := false
		for _, c := range columns {
			text := cells[c].Text
			if lead := strings.Join(signsOf(cells[c]), ""); lead != "" {
				text = strings.TrimSpace(lead + " " + text)
			}
			some = some || text != ""
			row, marks = append(row, text), append(marks, cells[c].Deviates())
		}
		if some {
			rows, deviating = append(rows, row), append(deviating, marks)
		}
	}
	for _, f := range s.Figures {
		add(f.Name, f.Cells)
	}
	for _, section := range s.Sections {
		head := append([]string{strings.ToUpper(strings.Join(append([]string{string(section.Kind)}, section.Variant...), " / "))}, make([]string, len(columns))...)
		told := false
		for i, c := range columns {
			if section.Points[c] != "" {
				head[i+1], told = "point "+section.Points[c], true
			}
		}
		if !told {
			continue
		}
		rows, deviating = append(rows, head), append(deviating, make([]bool, len(head)))
		for i, r := range section.Rows {
			add(fmt.Sprintf("%d %s", i+1, strings.Join(r.Actions, ", ")), r.Cells)
		}
	}
	t := table.New().Headers(headers...).Rows(rows...).Border(lipgloss.NormalBorder()).Wrap(true).
		StyleFunc(func(row, col int) lipgloss.Style {
			style := lipgloss.NewStyle().Padding(0, 1)
			switch {
			case col == 0:
				style = style.Width(firstColumn)
			default:
				style = style.Width((p.o.Width - firstColumn - len(columns) - 2) / len(columns))
			}
			if p.o.Color && row >= 0 && row < len(deviating) && deviating[row][col] {
				style = style.Foreground(lipgloss.Color("3"))
			}
			return style
		})
	p.line("%s", t.Render())
}

func signsOf(c compare.Cell) []string {
	var out []string
	for _, o := range c.Outliers {
		out = append(out, outlierSigns[o])
	}
	return out
}
