// Package parse reads an act: bytes → canonical text → structure → sentences → model.
package parse

import (
	"os"
	"path/filepath"

	"reglament/model"
	"reglament/parse/source"
)

// Result is a read act and the canonical text that its spans point into.
type Result struct {
	Document *model.Document
	Text     string
}

// File reads the act in the named file. The error is a *source.Error, or an
// *os.PathError where the file cannot be read at all.
func File(path string) (*Result, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Bytes(filepath.Base(path), data)
}

// Bytes reads the act in data; name is used in the document and in errors.
func Bytes(name string, data []byte) (*Result, error) {
	t, err := source.Read(name, data)
	if err != nil {
		return nil, err
	}
	return Text(t)
}

// Text reads the act in a canonical text.
func Text(t *source.Text) (*Result, error) {
	doc := &model.Document{Schema: model.Schema, Source: t.Source, Findings: t.Findings}
	return &Result{Document: doc, Text: t.Canonical}, nil
}
