package data

import (
	"bufio"
	"bytes"
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
// be: RFC 4180, UTF-8 without a byte order mark, a header row, rows that end in CRLF, in the
// order of docs and of the text; line breaks of a text are LF. Rows join by act_key, document
// (the SHA-256 of the file read, since one act may have been read from several),
// regulation_index, process_index and step_index, which count from 1. Spans are byte offsets
// into the document's canonical text.
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

// csvWriter is one file. Rows end in CRLF, as RFC 4180 and Excel have it; a line break inside
// a cell stays the LF of the text, which [csv.Writer] would make a CRLF as well: so it writes
// each row aside, with an end of LF. Where the file cannot be written, finish says so at the
// latest.
type csvWriter struct {
	out   *bufio.Writer
	row   bytes.Buffer
	csv   *csv.Writer // into row
	cells []string
}

func newCSV(t table, w io.Writer) rowWriter {
	c := &csvWriter{out: bufio.NewWriter(w)}
	c.csv = csv.NewWriter(&c.row)
	_ = c.end(t.names())
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
	return c.end(c.cells)
}

// end writes a row and the end of its line.
func (c *csvWriter) end(cells []string) error {
	c.row.Reset()
	if err := c.csv.Write(cells); err != nil {
		return err
	}
	c.csv.Flush()
	c.row.Truncate(c.row.Len() - len("\n"))
	c.row.WriteString("\r\n")
	_, err := c.row.WriteTo(c.out)
	return err
}

func (c *csvWriter) finish() error { return c.out.Flush() }

// list joins values in one cell.
func list[T ~string](values []T) string { return model.Joined(values, Separator) }
