package data

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"reglament/model"
)

// Limits of a sheet (ECMA-376 and Excel's own specification).
const (
	cellLimit = 32767 // UTF-16 units
	rowLimit  = 1 << 20
)

// Cut is a cell whose text a sheet has no room for.
type Cut struct {
	Table    string
	Row      int // of the sheet, from 1, the header included
	Column   string
	Length   int // of the whole text in UTF-16 units
	Document string
}

// WriteXLSX writes the tables of WriteCSV as the sheets of one workbook, with a sheet on
// what the columns mean. Text is text and numbers are numbers, so nothing is guarded
// against formulas. A text longer than a cell may be is cut with "…" at its end; what
// was cut is returned, and listed in the sheet "cut".
//
// Rows go to a temporary file where there are many. It fails where a table has more rows
// than a sheet may have.
func WriteXLSX(w io.Writer, docs iter.Seq2[*model.Document, error]) ([]Cut, error) {
	book := excelize.NewFile()
	defer book.Close()
	x := &workbook{book: book}
	return x.write(w, docs)
}

type workbook struct {
	book   *excelize.File
	sheets []*sheet
	bold   int
	cuts   []Cut
}

// sheet is a table that is being written.
type sheet struct {
	table  table
	stream *excelize.StreamWriter
	rows   int
}

func (x *workbook) write(w io.Writer, docs iter.Seq2[*model.Document, error]) ([]Cut, error) {
	var err error
	if x.bold, err = x.book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return nil, err
	}
	for i, t := range tables {
		if i == 0 {
			err = x.book.SetSheetName(x.book.GetSheetName(0), t.name)
		} else {
			_, err = x.book.NewSheet(t.name)
		}
		if err != nil {
			return nil, err
		}
		s, err := x.sheet(t)
		if err != nil {
			return nil, err
		}
		x.sheets = append(x.sheets, s)
	}
	for doc, err := range docs {
		if err != nil {
			return nil, err
		}
		for _, s := range x.sheets {
			err := s.table.tell(doc, func(row ...any) error { return x.row(s, doc.Source.SHA256, row) })
			if err != nil {
				return nil, err
			}
		}
	}
	for _, s := range x.sheets {
		if err := s.stream.Flush(); err != nil {
			return nil, err
		}
	}
	if err := x.appendices(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := x.book.Write(&b); err != nil {
		return nil, err
	}
	return x.cuts, inOrder(w, b.Bytes())
}

// inOrder writes a workbook with its parts in the order of their names. The library puts
// those of sheets that were streamed in any order, and the same tables are to be the same
// file.
func inOrder(w io.Writer, book []byte) error {
	from, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return err
	}
	slices.SortFunc(from.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	to := zip.NewWriter(w)
	for _, part := range from.File {
		if err := to.Copy(part); err != nil {
			return err
		}
	}
	return to.Close()
}

// stream begins a sheet. A new sheet claims to be one cell large, which a stream does not
// put right and readers such as openpyxl believe; a sheet may leave it out.
func (x *workbook) stream(name string) (*excelize.StreamWriter, error) {
	if err := x.book.SetSheetDimension(name, ""); err != nil {
		return nil, err
	}
	return x.book.NewStreamWriter(name)
}

func (x *workbook) sheet(t table) (*sheet, error) {
	stream, err := x.stream(t.name)
	if err != nil {
		return nil, err
	}
	// The header stays in sight.
	err = stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	if err != nil {
		return nil, err
	}
	s := &sheet{table: t, stream: stream}
	header := make([]any, len(t.columns))
	for i, name := range t.names() {
		header[i] = excelize.Cell{StyleID: x.bold, Value: name}
	}
	return s, s.add(header)
}

func (s *sheet) add(cells []any) error {
	if s.rows == rowLimit {
		return fmt.Errorf("a sheet has no room for more than %d rows; write CSV or Parquet", rowLimit)
	}
	s.rows++
	at, err := excelize.CoordinatesToCellName(1, s.rows)
	if err != nil {
		return err
	}
	return s.stream.SetRow(at, cells)
}

func (x *workbook) row(s *sheet, document string, row []any) error {
	cells := make([]any, len(row))
	for i, v := range row {
		c := s.table.columns[i]
		value := fmt.Sprint(v)
		switch {
		case value == "":
			cells[i] = nil
		case c.kind == number:
			n, err := c.number(value)
			if err != nil {
				return err
			}
			cells[i] = n
		default:
			short, length := fit(value)
			if length > cellLimit {
				x.cuts = append(x.cuts, Cut{s.table.name, s.rows + 1, c.name, length, document})
			}
			cells[i] = short
		}
	}
	return s.add(cells)
}

// fit returns as much of a text as a cell has room for, and the length of the whole in
// UTF-16 units.
func fit(value string) (string, int) {
	if len(value) <= cellLimit { // a byte is never more than a unit
		return value, 0
	}
	length, cut := 0, 0
	for i, r := range value {
		n := max(utf16.RuneLen(r), 1)
		if length+n <= cellLimit-1 {
			cut = i + len(string(r))
		}
		length += n
	}
	if length <= cellLimit {
		return value, length
	}
	return value[:cut] + "…", length
}

// appendices are the sheets on what was cut and on what the columns mean.
func (x *workbook) appendices() error {
	if len(x.cuts) > 0 {
		rows := make([][]any, 0, len(x.cuts))
		for _, c := range x.cuts {
			rows = append(rows, []any{c.Table, c.Row, c.Column, c.Length, c.Document})
		}
		err := x.appendix("cut", []any{"table", "row", "column", "length", "document"}, rows)
		if err != nil {
			return err
		}
	}
	var rows [][]any
	for _, t := range tables {
		for _, c := range t.columns {
			rows = append(rows, []any{t.name, c.name, string(c.kind), c.doc})
		}
	}
	return x.appendix("dictionary", []any{"table", "column", "type", "meaning"}, rows)
}

func (x *workbook) appendix(name string, header []any, rows [][]any) error {
	if _, err := x.book.NewSheet(name); err != nil {
		return err
	}
	stream, err := x.stream(name)
	if err != nil {
		return err
	}
	for i, row := range append([][]any{header}, rows...) {
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := stream.SetRow(at, row); err != nil {
			return err
		}
	}
	return stream.Flush()
}
