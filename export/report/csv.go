package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"unicode"
)

// WriteCSV writes one table as CSV (RFC 4180, UTF-8), with a line of titles.
func WriteCSV(w io.Writer, t Table) error {
	out := csv.NewWriter(w)
	row := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		row[i] = c.Title
	}
	rows := [][]string{row}
	for _, r := range t.Rows {
		row := make([]string, len(t.Columns))
		for i, c := range r {
			row[i] = c.String()
			if c.Number == nil {
				row[i] = Literal(row[i])
			}
		}
		rows = append(rows, row)
	}
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("table %s: %w", t.Name, err)
	}
	return nil
}

// CSV writes rows of texts as CSV, none of which a spreadsheet runs as a formula.
type CSV struct{ out *csv.Writer }

// NewCSV writes to w.
func NewCSV(w io.Writer) CSV { return CSV{csv.NewWriter(w)} }

// Write writes a row; Close tells of faults.
func (c CSV) Write(row []string) {
	cells := make([]string, len(row))
	for i, cell := range row {
		cells[i] = Literal(cell)
	}
	c.out.Write(cells)
}

// Close writes what is left. The error is that of the writer below.
func (c CSV) Close() error {
	c.out.Flush()
	return c.out.Error()
}

// Literal is the text of a cell that no spreadsheet runs as a formula: acts are not written
// by whom they are read by.
func Literal(cell string) string {
	for i, r := range cell {
		switch r {
		case '=', '+', '-', '@', '＝', '＋', '－', '＠':
			return "'" + cell
		case '\'', '\t', '\r':
			if i == 0 {
				return "'" + cell
			}
		}
		if !unicode.IsSpace(r) {
			break
		}
	}
	return cell
}
