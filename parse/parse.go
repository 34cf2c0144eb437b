// Package parse reads an act: bytes → canonical text → structure → sentences → model.
package parse

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"

	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/regulation"
	"reglament/parse/source"
)

// Result is a read act and the canonical text that its spans point into.
type Result struct {
	Document *model.Document
	Text     string
}

// Reader reads acts; the zero Reader reads every format in this process.
type Reader struct{ Source source.Reader }

// File reads the act in the named file with the zero Reader. The error is a
// *source.Error, or an *os.PathError where the file cannot be read at all.
func File(path string) (*Result, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Bytes(filepath.Base(path), data)
}

// Bytes reads the act in data with the zero Reader; name is used in the document and in
// errors, which are *source.Error.
func Bytes(name string, data []byte) (*Result, error) {
	return Reader{}.Bytes(context.Background(), name, data)
}

// Bytes reads the act in data; the error is a *source.Error.
func (r Reader) Bytes(ctx context.Context, name string, data []byte) (*Result, error) {
	t, err := r.Source.Read(ctx, name, data)
	if err != nil {
		return nil, err
	}
	return Text(t)
}

// Text reads the act in a canonical text. The error, a *source.Error, says that the text
// is no act.
func Text(t *source.Text) (*Result, error) {
	found := regulation.Find(t)
	head := len(t.Paragraphs)
	if len(found.Places) > 0 {
		head = found.Places[0].From
	}
	doc := &model.Document{Schema: model.Schema, Source: t.Source, Findings: t.Findings}
	a, _, findings := act.Head(t, head)
	doc.Act = a
	doc.Findings = append(doc.Findings, findings...)
	for _, r := range found.Read() {
		g := r.Regulation
		if doc.Act.Number == "" && !r.Stamp.Empty() {
			doc.Findings = append(doc.Findings, act.FromStamp(&doc.Act, r.Stamp.Of(t.Canonical), r.Stamp[0], t.Language)...)
		}
		if g.ApprovedBy == nil {
			g.ApprovedBy = self(&doc.Act, t.Canonical)
		}
		doc.Act.Notes = append(doc.Act.Notes, r.Notes...)
		doc.Regulations = append(doc.Regulations, g)
		doc.Findings = append(doc.Findings, r.Findings...)
	}
	if doc.Act.Number == "" && doc.Act.Title == "" && len(doc.Regulations) == 0 && len(doc.Act.Notes) == 0 {
		return nil, &source.Error{Name: t.Source.Name, Reason: "no act of a state body is recognised in it"}
	}
	slices.SortStableFunc(doc.Findings, func(x, y model.Finding) int {
		return cmp.Or(cmp.Compare(x.Span[0], y.Span[0]), cmp.Compare(x.Span[1], y.Span[1]), cmp.Compare(x.Code, y.Code))
	})
	return &Result{Document: doc, Text: t.Canonical}, nil
}

// self is the act as the one that approved a regulation which names no other; its span
// is where the act's own date and number stand.
func self(a *model.Act, canonical string) *model.ActRef {
	if a.Number == "" {
		return nil
	}
	s := a.Spans["number"]
	r := &model.ActRef{Kind: a.Kind, Date: a.Adopted, Number: a.Number, Title: a.Title, Span: s, Text: s.Of(canonical)}
	if a.Issuer != nil {
		r.Issuer = model.Text(a.Issuer.Name)
	}
	return r
}
