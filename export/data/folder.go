package data

import (
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"

	"reglament/corpus/whole"
	"reglament/model"
)

// rowWriter writes the rows of a table in a format.
type rowWriter interface {
	write(row ...any) error
	finish() error // writes what was held back
}

// writeFolder writes the tables into dir, which it makes if need be, each to a file with this
// ending. The files appear under their names when all are complete; an error, of docs or of
// the disk, leaves those that were there before.
func writeFolder(dir, ending string, docs iter.Seq2[*model.Document, error], begin func(table, io.Writer) rowWriter) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var files []*whole.File
	defer func() {
		for _, f := range files {
			f.Discard()
		}
	}()
	var writers []rowWriter
	for _, t := range tables {
		f, err := whole.Create(filepath.Join(dir, t.name+ending))
		if err != nil {
			return err
		}
		files = append(files, f)
		writers = append(writers, begin(t, f))
	}
	for doc, err := range docs {
		if err != nil {
			return err
		}
		for i, t := range tables {
			if err := t.tell(doc, writers[i].write); err != nil {
				return err
			}
		}
	}
	for i, w := range writers {
		if err := errors.Join(w.finish(), files[i].Close()); err != nil {
			return err
		}
	}
	for _, f := range files {
		if err := f.Keep(); err != nil {
			return err
		}
	}
	return nil
}
