package report

import (
	"encoding/csv"
	"fmt"
	"io"
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
		}
		rows = append(rows, row)
	}
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("table %s: %w", t.Name, err)
	}
	return nil
}
