package data

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"reglament/corpus/whole"
	"reglament/export/report"
	"reglament/model"
)

// Separator stands between the values of a list in one cell.
const Separator = " | "

// WriteCSV writes the tables, a file such as acts.csv each, into dir, which it makes if need
// be: RFC 4180, UTF-8 without a byte order mark, a header row, rows in the order of docs and
// of the text. Rows join by act_key, document (the SHA-256 of
// the file read, since one act may have been read from several), regulation_index,
// process_index and step_index, which count from 1. Spans are byte offsets into the
// document's canonical text.
//
// A cell of text that a spreadsheet would take for a formula, because its first
// character is =, +, -, @ or a tab, begins with an apostrophe instead; so that nothing is
// lost, a cell that begins with an apostrophe of its own gets a second one. Who needs the
// exact text takes one leading apostrophe away.
//
// The tables appear under their names when all are complete; an error, of docs or of the
// disk, leaves those that were there before.
func WriteCSV(dir string, docs iter.Seq2[*model.Document, error]) (err error) {
	c := &csvWriter{dir: dir}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("export CSV: %w", err)
	}
	defer func() {
		if err != nil {
			c.discard()
			err = fmt.Errorf("export CSV: %w", err)
		}
	}()
	for _, t := range tables {
		if err := c.open(t); err != nil {
			return err
		}
	}
	for doc, err := range docs {
		if err != nil {
			return err
		}
		for i, t := range tables {
			if err := t.rows(doc, c.files[i].write); err != nil {
				return fmt.Errorf("%s: %s: %w", t.name, doc.Source.Name, err)
			}
		}
	}
	return c.finish()
}

// table is one file: its header, and what it says of a document.
type table struct {
	name    string
	doc     string
	columns []column
	rows    func(doc *model.Document, write func(row ...any) error) error
}

func (t table) names() []string {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	return names
}

// csvWriter holds the tables that are being written.
type csvWriter struct {
	dir   string
	files []*tableFile
}

// tableFile is a table under its temporary name.
type tableFile struct {
	table table
	file  *whole.File
	buf   *bufio.Writer
	csv   *csv.Writer
	cells []string
}

func (c *csvWriter) open(t table) error {
	f, err := whole.Create(filepath.Join(c.dir, t.name+".csv"))
	if err != nil {
		return err
	}
	buf := bufio.NewWriter(f)
	tf := &tableFile{table: t, file: f, buf: buf, csv: csv.NewWriter(buf)}
	tf.csv.UseCRLF = true
	c.files = append(c.files, tf)
	return tf.csv.Write(t.names())
}

// write writes one row; the cells are strings, which are guarded, and numbers.
func (t *tableFile) write(row ...any) error {
	if len(row) != len(t.table.columns) {
		return fmt.Errorf("%d cells for %d columns", len(row), len(t.table.columns))
	}
	t.cells = t.cells[:0]
	for _, v := range row {
		cell := fmt.Sprint(v)
		if _, number := v.(int); !number {
			cell = report.Literal(cell)
		}
		t.cells = append(t.cells, cell)
	}
	return t.csv.Write(t.cells)
}

// finish closes the tables and gives them their names.
func (c *csvWriter) finish() error {
	for _, t := range c.files {
		t.csv.Flush()
		err := errors.Join(t.csv.Error(), t.buf.Flush(), t.file.Close())
		if err != nil {
			return err
		}
	}
	for _, t := range c.files {
		if err := t.file.Keep(); err != nil {
			return err
		}
	}
	return nil
}

// discard removes what was written; errors do not matter any more.
func (c *csvWriter) discard() {
	for _, t := range c.files {
		t.file.Discard()
	}
}

// list joins values in one cell.
func list[T ~string](values []T) string {
	s := make([]string, len(values))
	for i, v := range values {
		s[i] = string(v)
	}
	return strings.Join(s, Separator)
}
