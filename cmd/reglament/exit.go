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

// failures names the inputs that failed; the others were done.
type failures struct {
	errs []error
	of   int // inputs in all
}

func (f *failures) Error() string {
	return fmt.Sprintf("%d of %d inputs failed", len(f.errs), f.of)
}

// orNil returns f as an error, or nil where nothing failed.
func (f *failures) orNil() error {
	if len(f.errs) == 0 {
		return nil
	}
	return f
}

// told are failures that were named when they happened: of a long run, there may be more
// than should be kept in memory.
type told struct {
	failed int
	of     int // inputs in all
}

func (t *told) Error() string {
	return fmt.Sprintf("%d of %d inputs failed", t.failed, t.of)
}

// orNil returns t as an error, or nil where nothing failed.
func (t *told) orNil() error {
	if t.failed == 0 {
		return nil
	}
	return t
}

// status turns the end of a command into the exit status, and tells stderr why.
// started is false where the command line was refused before the command ran.
func status(err error, started bool, path string, stderr io.Writer) int {
	var usage *usageError
	var some *failures
	var named *told
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &some):
		for _, e := range some.errs {
			fmt.Fprintln(stderr, e)
		}
		if len(some.errs) == some.of {
			return exitFailed
		}
		fmt.Fprintln(stderr, some)
		return exitPart
	case errors.As(err, &named):
		if named.failed == named.of {
			return exitFailed
		}
		fmt.Fprintln(stderr, named)
		return exitPart
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "interrupted; what was stored is kept, run the command again to go on")
		return exitFailed
	case !started || errors.As(err, &usage):
		fmt.Fprintf(stderr, "%v\nsee %s --help\n", err, path)
		return exitUsage
	default:
		fmt.Fprintln(stderr, err)
		return exitFailed
	}
}
