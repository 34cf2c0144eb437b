package sqlite

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"reglament/corpus"
)

// reasons are SQLite's result codes that a person can act on, extended or primary.
var reasons = map[int]string{
	lib.SQLITE_NOTADB:        "%s is not a SQLite database, so it is no corpus",
	lib.SQLITE_CORRUPT:       "the corpus %s is damaged: restore it from a copy, or ingest the files again into a new one",
	lib.SQLITE_READONLY:      "the corpus %s cannot be written: the file, its folder or this run allow reading only",
	lib.SQLITE_CANTOPEN:      "the corpus %s cannot be opened: its folder does not exist, or the file or the folder allow no access",
	lib.SQLITE_PERM:          "the corpus %s cannot be opened: no permission",
	lib.SQLITE_BUSY:          "the corpus %s is being written by another process: try again when it has finished",
	lib.SQLITE_FULL:          "the corpus %s cannot be written: the disk is full",
	lib.SQLITE_IOERR_SHMSIZE: "the corpus %s cannot be opened: the disk is full",
	lib.SQLITE_IOERR:         "the corpus %s cannot be read or written: the disk or the file system fails",
}

// Fault is an error of the database itself.
type Fault struct {
	message string
	err     error
}

func (f *Fault) Error() string { return f.message }
func (f *Fault) Unwrap() error { return f.err }

// fault turns a driver's error into one sentence with the file's name. What is such a
// sentence already, and what is no fault of the database, stays as it is.
func (s *Store) fault(doing string, err error) error {
	var known *Fault
	if err == nil || errors.As(err, &known) || errors.Is(err, corpus.ErrNotFound) {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return &Fault{fmt.Sprintf("the corpus %s: %s was interrupted", s.path, doing), err}
	}
	var e *sqlite.Error
	if errors.As(err, &e) {
		if e.Code() == lib.SQLITE_INTERRUPT {
			return &Fault{fmt.Sprintf("the corpus %s: %s was interrupted", s.path, doing), errors.Join(context.Canceled, err)}
		}
		for _, code := range []int{e.Code(), e.Code() & 0xff} {
			if sentence, ok := reasons[code]; ok {
				return &Fault{fmt.Sprintf(sentence, s.path), err}
			}
		}
	}
	return &Fault{fmt.Sprintf("the corpus %s: %s failed: %v", s.path, doing, err), err}
}

// cannotLog reports whether a database could not be opened because its folder has no
// place for the files of its log.
func cannotLog(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	code := e.Code() & 0xff
	return code == lib.SQLITE_CANTOPEN || code == lib.SQLITE_READONLY
}
