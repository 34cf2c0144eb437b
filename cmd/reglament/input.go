package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse"
	"reglament/parse/source/html"
)

// stdinName stands for standard input on the command line.
const stdinName = "-"

// readFile reads the act in the file that a side names, or from standard input for "-".
func (s streams) readFile(ctx context.Context) func(name string) (*model.Document, string, error) {
	return func(name string) (*model.Document, string, error) {
		results, err := readAll(ctx, name, s.in, false)
		if err != nil {
			return nil, "", err
		}
		return results[0].Document, results[0].Text, nil
	}
}

// readAll reads the act in the named file, or from stdin for "-". Of a page that shows an act
// in two languages it reads both where both are wanted. An error is one sentence that names
// the file as the user did.
func readAll(ctx context.Context, name string, stdin io.Reader, both bool) ([]*parse.Result, error) {
	data, err := load(name, stdin)
	if err != nil {
		return nil, err
	}
	pages := []html.Page{{Data: data}}
	if both {
		if split := html.Split(ctx, data); len(split) > 0 {
			pages = split
		}
	}
	var results []*parse.Result
	for _, p := range pages {
		result, err := readBytes(ctx, name, p.Data)
		if err != nil {
			return nil, err
		}
		results = append(results, result)
	}
	return results, nil
}

func readBytes(ctx context.Context, name string, data []byte) (*parse.Result, error) {
	result, err := defaultLimits().parse(ctx, filepath.Base(name), data)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, fault(name, err)
	}
	return result, nil
}

// load returns the bytes of the named file, or of stdin for "-".
func load(name string, stdin io.Reader) ([]byte, error) {
	in := stdin
	if name != stdinName {
		f, err := os.Open(name)
		if err != nil {
			return nil, fault(name, err)
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return nil, fault(name, errors.New("this is a folder; `reglament ingest` reads folders"))
		}
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, corpus.MaxSource+1))
	if err == nil && len(data) > corpus.MaxSource {
		err = fmt.Errorf("it is longer than %d MB", corpus.MaxSource>>20)
	}
	if err != nil {
		return nil, fault(name, err)
	}
	return data, nil
}

// fault is an error with the name of the file as the user gave it, once.
func fault(name string, err error) error {
	return fmt.Errorf("%s: %s", displayName(name), reason(err))
}

// displayName is the name of a file as it can stand in a sentence.
func displayName(name string) string {
	switch {
	case name == stdinName:
		return "standard input"
	case strings.ContainsFunc(name, unicode.IsControl), !utf8.ValidString(name):
		return strconv.Quote(name)
	}
	return name
}

// reason is what went wrong, without the name of the file that the error already has.
func reason(err error) string { return phrase.English.Tell(phrase.Why(err)) }
