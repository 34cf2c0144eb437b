package main

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// Exit statuses that scripts may rely on.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
	exitPart   = 3 // done for some inputs; each that failed was named
)

// usageError is a wrong use of the command that only shows once it runs.
type usageError struct{ reason string }

func (e *usageError) Error() string { return e.reason }

// failures are inputs that failed; the others were done. Those of a long run are told when
// they happen: there may be more than should be kept in memory.
type failures struct {
	failed, of int     // inputs that failed, and in all
	untold     []error // of those that failed, what was not told yet
}

// add adds an input that failed and was not told.
func (f *failures) add(err error) {
	f.failed++
	f.untold = append(f.untold, err)
}

func (f *failures) Error() string {
	return fmt.Sprintf("%d of %d inputs failed", f.failed, f.of)
}

// orNil returns f as an error, or nil where nothing failed.
func (f *failures) orNil() error {
	if f.failed == 0 {
		return nil
	}
	return f
}

// status turns the end of a command into the exit status, and tells stderr why.
// started is false where the command line was refused before the command ran.
func status(err error, started bool, path string, stderr io.Writer) int {
	var usage *usageError
	var some *failures
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &some):
		for _, e := range some.untold {
			fmt.Fprintln(stderr, e)
		}
		if some.failed == some.of {
			return exitFailed
		}
		fmt.Fprintln(stderr, some)
		return exitPart
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "interrupted; what was stored is kept, and the command can be run again")
		return exitFailed
	case !started || errors.As(err, &usage):
		fmt.Fprintf(stderr, "%v\nsee %s --help\n", err, path)
		return exitUsage
	default:
		fmt.Fprintln(stderr, err)
		return exitFailed
	}
}
