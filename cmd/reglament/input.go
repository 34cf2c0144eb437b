package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"reglament/model"
	"reglament/parse"
	"reglament/parse/source"
)

// stdinName stands for standard input on the command line.
const stdinName = "-"

// read reads the act in the named file, or from stdin for "-". An error is one sentence
// that names the file as the user did.
func read(name string, stdin io.Reader) (*parse.Result, error) {
	fail := func(err error) error { return fmt.Errorf("%s: %s", displayName(name), reason(err)) }
	var data []byte
	var err error
	if name == stdinName {
		data, err = io.ReadAll(stdin)
	} else {
		if info, statErr := os.Stat(name); statErr == nil && info.IsDir() {
			return nil, fail(errors.New("is a folder; `reglament ingest` reads folders"))
		}
		data, err = os.ReadFile(name)
	}
	if err != nil {
		return nil, fail(err)
	}
	result, err := readBytes(name, data)
	if err != nil {
		return nil, fail(err)
	}
	return result, nil
}

func displayName(name string) string {
	if name == stdinName {
		return "standard input"
	}
	return name
}

// readBytes reads the act in data; the document is named by the base of its path.
func readBytes(name string, data []byte) (*parse.Result, error) {
	result, err := parse.Bytes(filepath.Base(name), data)
	if err != nil {
		return nil, err
	}
	if !isAct(result.Document) {
		return nil, errNoAct
	}
	return result, nil
}

var errNoAct = errors.New("is no act: it names no body that adopted it, and has no regulation of a public service")

// isAct tells an act, or a regulation without the act's own head, from any other text.
func isAct(d *model.Document) bool {
	return len(d.Regulations) > 0 || d.Act.Issuer != nil || d.Act.Key != ""
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
