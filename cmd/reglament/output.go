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

// inFolder refuses standard output where the answer is several files: what is their folder?
func inFolder(output, what string) error {
	if output == "" || output == stdinName {
		return &usageError{what + ": name their folder with -o"}
	}
	return nil
}

// unwritten says of an error of the disk that the file or folder could not be written, and
// why; another error it leaves as it is.
func unwritten(name string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	default:
		return err
	}
	return fmt.Errorf("%s: cannot be written: %w", displayName(name), err)
}

// writeFile writes a file that appears under its name only when it is complete, in a
// folder that is made where there is none.
func writeFile(name string, write func(io.Writer) error) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: is no file that can be written over", displayName(name))
	}
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = whole.Write(name, write)
	}
	return unwritten(name, err)
}
