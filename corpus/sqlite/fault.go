package sqlite

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"reglament/corpus/tables"
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

// Fault implements tables.Database: one sentence with the file's name.
func (d database) Fault(doing string, err error) error {
	if tables.Told(err) {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return &tables.Fault{Message: fmt.Sprintf("the corpus %s: %s was interrupted", d.path, doing), Err: err}
	}
	var e *sqlite.Error
	if errors.As(err, &e) {
		if e.Code() == lib.SQLITE_INTERRUPT {
			return &tables.Fault{Message: fmt.Sprintf("the corpus %s: %s was interrupted", d.path, doing), Err: errors.Join(context.Canceled, err)}
		}
		for _, code := range []int{e.Code(), e.Code() & 0xff} {
			if sentence, ok := reasons[code]; ok {
				return &tables.Fault{Message: fmt.Sprintf(sentence, d.path), Err: err}
			}
		}
	}
	return &tables.Fault{Message: fmt.Sprintf("the corpus %s: %s failed: %v", d.path, doing, err), Err: err}
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
