package data

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"

	"reglament/export/report"
	"reglament/model"
)

// Separator stands between the values of a list in one cell.
const Separator = " | "

// WriteCSV writes the tables, a file such as acts.csv each, into dir, which it makes if need
// be: RFC 4180, UTF-8 without a byte order mark, a header row, rows in the order of docs and
// of the text. Rows join by act_key, document (the SHA-256 of the file read, since one act may
// have been read from several), regulation_index, process_index and step_index, which count
// from 1. Spans are byte offsets into the document's canonical text.
//
// A cell of text that a spreadsheet would take for a formula, because its first
// character is =, +, -, @ or a tab, begins with an apostrophe instead; so that nothing is
// lost, a cell that begins with an apostrophe of its own gets a second one. Who needs the
// exact text takes one leading apostrophe away.
//
// The tables appear under their names when all are complete; an error, of docs or of the
// disk, leaves those that were there before.
func WriteCSV(dir string, docs iter.Seq2[*model.Document, error]) error {
	return writeFolder(dir, ".csv", docs, newCSV)
}

// csvWriter is one file. Where it cannot be written, finish says so at the latest.
type csvWriter struct {
	out   *csv.Writer
	cells []string
}

func newCSV(t table, w io.Writer) rowWriter {
	c := &csvWriter{out: csv.NewWriter(w)}
	c.out.UseCRLF = true
	_ = c.out.Write(t.names())
	return c
}

// write writes one row; the cells are strings, which are guarded, and numbers.
func (c *csvWriter) write(row ...any) error {
	c.cells = c.cells[:0]
	for _, v := range row {
		cell := fmt.Sprint(v)
		if _, number := v.(int); !number {
			cell = report.Literal(cell)
		}
		c.cells = append(c.cells, cell)
	}
	return c.out.Write(c.cells)
}

func (c *csvWriter) finish() error {
	c.out.Flush()
	return c.out.Error()
}

// list joins values in one cell.
func list[T ~string](values []T) string { return model.Joined(values, Separator) }
