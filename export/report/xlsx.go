package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

const (
	// mostUnits is how much a cell of a workbook holds, in units of UTF-16.
	mostUnits = 32767
	// mostSheetName is how long the name of a sheet may be, in letters.
	mostSheetName = 31
	lineHeight    = 15.0  // points
	mostHeight    = 409.0 // points, the highest row there can be
)

// fills are the colours of marks: of paper that was written on with a marker.
var fills = map[Mark]string{
	Substance: "FFE699", Wording: "EDEDED", Added: "C6E7C8", Removed: "F5C4C0", Moved: "BDD7EE", Outlier: "FFD27F", Heading: "1F3864",
}

// WriteXLSX writes a workbook with a sheet for each table: titles that stay in sight, a
// filter on every column, wrapped texts and coloured changes. A text that is too long for
// a cell goes on in the rows below it, and says so.
func WriteXLSX(w io.Writer, tables []Table) error {
	f := excelize.NewFile()
	defer f.Close()
	styles, err := newStyles(f)
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	for i, t := range tables {
		name := sheetName(t.Name)
		if i == 0 {
			err = f.SetSheetName("Sheet1", name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err == nil {
			err = writeSheet(f, name, t, styles)
		}
		if err != nil {
			return fmt.Errorf("sheet %s: %w", t.Name, err)
		}
	}
	if _, err := f.WriteTo(w); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

func sheetName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return ' '
		}
		return r
	}, s)
	return string([]rune(s)[:min(mostSheetName, utf8.RuneCountInString(s))])
}

func newStyles(f *excelize.File) (map[Mark]int, error) {
	border := []excelize.Border{}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "BFBFBF", Style: 1})
	}
	styles := map[Mark]int{}
	for _, m := range []Mark{Plain, Substance, Wording, Added, Removed, Moved, Outlier, Heading} {
		s := &excelize.Style{Border: border, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}, Font: &excelize.Font{Family: "Calibri", Size: 10}}
		if color, ok := fills[m]; ok {
			s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
		}
		if m == Heading {
			s.Font = &excelize.Font{Family: "Calibri", Size: 10, Bold: true, Color: "FFFFFF"}
			s.Alignment.Vertical = "center"
		}
		id, err := f.NewStyle(s)
		if err != nil {
			return nil, err
		}
		styles[m] = id
	}
	return styles, nil
}

func writeSheet(f *excelize.File, name string, t Table, styles map[Mark]int) error {
	var rows [][]Cell
	for _, r := range t.Rows {
		rows = append(rows, parts(r)...)
	}
	// The stream takes over what is set before it begins, and nothing after.
	if err := layOut(f, name, len(t.Columns), len(rows)); err != nil {
		return err
	}
	sw, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, c := range t.Columns {
		if c.Width > 0 {
			if err := sw.SetColWidth(i+1, i+1, c.Width); err != nil {
				return err
			}
		}
	}
	corner, err := excelize.CoordinatesToCellName(t.Fixed+1, 2)
	if err != nil {
		return err
	}
	if err := sw.SetPanes(&excelize.Panes{Freeze: true, XSplit: t.Fixed, YSplit: 1, TopLeftCell: corner, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: "bottomRight"}}}); err != nil {
		return err
	}
	titles := make([]any, len(t.Columns))
	lines := 1
	for i, c := range t.Columns {
		titles[i] = excelize.Cell{StyleID: styles[Heading], Value: c.Title}
		lines = max(lines, wrapped(c.Title, c.Width))
	}
	if err := sw.SetRow("A1", titles, excelize.RowOpts{Height: min(mostHeight, lineHeight*float64(lines)+6)}); err != nil {
		return err
	}
	for n, r := range rows {
		cells := make([]any, len(t.Columns))
		lines := 1
		for i := range t.Columns {
			c := Cell{}
			if i < len(r) {
				c = r[i]
			}
			cell := excelize.Cell{StyleID: styles[c.Mark]}
			switch {
			case c.Number != nil:
				cell.Value = *c.Number
			case c.Text != "":
				cell.Value = c.Text
			}
			cells[i] = cell
			lines = max(lines, wrapped(c.Text, t.Columns[i].Width))
		}
		if err := sw.SetRow(fmt.Sprintf("A%d", n+2), cells, excelize.RowOpts{Height: min(mostHeight, lineHeight*float64(lines)+3)}); err != nil {
			return err
		}
	}
	return sw.Flush()
}

// layOut sets the filter of a sheet, and that it is printed across, as wide as the paper.
func layOut(f *excelize.File, name string, columns, rows int) error {
	last, err := excelize.CoordinatesToCellName(max(1, columns), max(2, rows+1))
	if err != nil {
		return err
	}
	if err := f.AutoFilter(name, "A1:"+last, nil); err != nil {
		return err
	}
	landscape, paper, wide, high, fit := "landscape", 8, 1, 0, true // paper 8 is A3
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	narrow := 0.4
	if err := f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &narrow, Right: &narrow, Top: &narrow, Bottom: &narrow}); err != nil {
		return err
	}
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name}); err != nil {
		return err
	}
	return f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// wrapped is how many lines a text takes in a column.
func wrapped(s string, width float64) int {
	if width <= 0 {
		return 1
	}
	n := 0
	for _, line := range strings.Split(s, "\n") {
		n += 1 + int(float64(utf8.RuneCountInString(line))*1.08/width)
	}
	return n
}

// goesOn is written where a text is cut between two rows.
const goesOn = " […]"

// parts makes more rows of a row with a text that is too long for a cell.
func parts(row []Cell) [][]Cell {
	var out [][]Cell
	rest := row
	for {
		var now, later []Cell
		some := false
		for _, c := range rest {
			head, tail := cut(c.Text)
			if c.Number != nil {
				head, tail = "", ""
			}
			now = append(now, Cell{Text: head, Number: c.Number, Mark: c.Mark})
			next := Cell{Mark: c.Mark}
			if tail != "" {
				next.Text, some = goesOn+" "+tail, true
			}
			later = append(later, next)
		}
		out = append(out, now)
		if !some {
			return out
		}
		rest = later
	}
}

// cut parts a text where a cell is full, at a blank if there is one near.
func cut(s string) (head, tail string) {
	if len(s) <= mostUnits || units(s) <= mostUnits {
		return s, ""
	}
	room := mostUnits - units(goesOn)
	n, end, blank := 0, len(s), 0
	for i, r := range s {
		if n += max(1, utf16.RuneLen(r)); n > room {
			end = i
			break
		}
		if r == ' ' {
			blank = i
		}
	}
	if blank > end/2 {
		end = blank
	}
	return s[:end] + goesOn, strings.TrimLeft(s[end:], " ")
}

func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}
