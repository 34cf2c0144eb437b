package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"reglament/corpus/whole"
)

// outputFlag is -o: a file for the answer instead of standard output.
func outputFlag(cmd *cobra.Command, output *string) {
	cmd.Flags().StringVarP(output, "output", "o", "", "write to this `file` instead of standard output")
}

// readable refuses a workbook where the answer goes to a terminal.
func readable(s streams, output, format string) error {
	if _, ok := terminal(s.out); ok && format == "xlsx" && (output == "" || output == stdinName) {
		return &usageError{"a workbook is nothing for a terminal: name a file with -o"}
	}
	return nil
}

// writeOutput writes the answer to the named file, or to standard output where there is
// no name, and tells stderr.
func writeOutput(s streams, name string, write func(io.Writer) error) error {
	if name == "" || name == stdinName {
		return write(s.out)
	}
	if err := writeFile(name, write); err != nil {
		return err
	}
	fmt.Fprintln(s.err, "wrote", name)
	return nil
}

// unwritten says why a file or folder could not be written.
func unwritten(name string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("%s: cannot be written: %w", displayName(name), err)
}

// writeFile writes a file that appears under its name only when it is complete, in a
// folder that is made where there is none.
func writeFile(name string, write func(io.Writer) error) (err error) {
	if info, statErr := os.Stat(name); statErr == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: is no file that can be written over", name)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return unwritten(name, err)
	}
	f, err := whole.Create(name)
	if err != nil {
		return unwritten(name, err)
	}
	defer f.Discard()
	if err := write(f); err != nil {
		return err
	}
	if err := f.Keep(); err != nil {
		return unwritten(name, err)
	}
	return nil
}
