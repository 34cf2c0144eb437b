package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"reglament/parse"
	"reglament/parse/source"
)

// stdinName stands for standard input on the command line.
const stdinName = "-"

// read reads the act in the named file, or from stdin for "-". An error is one sentence
// that names the file as the user did.
func read(name string, stdin io.Reader) (*parse.Result, error) {
	var result *parse.Result
	var err error
	if name == stdinName {
		name = "standard input"
		var data []byte
		if data, err = io.ReadAll(stdin); err == nil {
			result, err = parse.Bytes(stdinName, data)
		}
	} else {
		if info, statErr := os.Stat(name); statErr == nil && info.IsDir() {
			return nil, fmt.Errorf("%s: is a folder; `reglament ingest` reads folders", name)
		}
		result, err = parse.File(name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %s", name, reason(err))
	}
	return result, nil
}

// reason is what went wrong, without the name of the file that the error already has.
func reason(err error) string {
	var unreadable *source.Error
	var path *fs.PathError
	switch {
	case errors.As(err, &unreadable):
		return unreadable.Reason
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file"
	case errors.Is(err, fs.ErrPermission):
		return "may not be read: permission denied"
	case errors.As(err, &path):
		return path.Err.Error()
	}
	return err.Error()
}
