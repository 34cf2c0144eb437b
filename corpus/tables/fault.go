package tables

import (
	"errors"

	"reglament/corpus"
)

// Fault is an error of the database itself, in one sentence.
type Fault struct {
	Message string
	Err     error
}

func (f *Fault) Error() string { return f.Message }
func (f *Fault) Unwrap() error { return f.Err }

// Told reports whether an error is such a sentence already, or no fault of the database.
func Told(err error) bool {
	var known *Fault
	return err == nil || errors.As(err, &known) || errors.Is(err, corpus.ErrNotFound)
}
