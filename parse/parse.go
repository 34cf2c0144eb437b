// Package parse reads an act: bytes → canonical text → structure → sentences → model.
package parse

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/regulation"
	"reglament/parse/source"
	"reglament/parse/structure"
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

// Bytes reads the act in data. The error, a *source.Error, says what hinders the reading,
// or that the text is no act; it wraps ctx.Err() where that ended the reading.
func (r Reader) Bytes(ctx context.Context, name string, data []byte) (*Result, error) {
	t, err := r.Source.Read(ctx, name, data)
	if err != nil {
		return nil, err
	}
	result := read(ctx, t)
	switch {
	case ctx.Err() != nil:
		return nil, &source.Error{Name: name, Err: phrase.Late.As(ctx.Err())}
	case !recognised(result.Document):
		return nil, &source.Error{Name: name, Err: phrase.NoAct.Fault()}
	}
	return result, nil
}

// read reads the act in a canonical text. What is read when ctx ends is of no use.
func read(ctx context.Context, t *source.Text) *Result {
	found := structure.Find(t)
	doc := &model.Document{Schema: model.Schema, Source: t.Source, Findings: t.Findings}
	a, findings := act.Head(t, found.Head(), act.Others{Behind: found.Between(), Marks: found.Marks()})
	doc.Act = a
	doc.Findings = append(doc.Findings, findings...)
	for _, r := range regulation.Read(ctx, found) {
		g := r.Regulation
		if doc.Act.Number == "" && !r.Stamp.Empty() {
			doc.Findings = act.FromStamp(&doc.Act, doc.Findings, r.Stamp.Of(t.Canonical), r.Stamp[0], t.Language)
		}
		if g.ApprovedBy == nil {
			g.ApprovedBy = self(&doc.Act, t.Canonical)
		}
		doc.Act.Notes = append(doc.Act.Notes, r.Notes...)
		doc.Regulations = append(doc.Regulations, g)
		doc.Findings = append(doc.Findings, r.Findings...)
	}
	for i := range doc.Act.Notes {
		n := &doc.Act.Notes[i]
		if n.Target.Regulation != nil {
			continue
		}
		about := doc.About(n.Target)
		if n.Target.Kind == model.TargetRegulation && len(doc.Regulations) == 1 { // a page has it above the stamp
			about = doc.Regulations[0].Index
			n.Target.Regulation = &about
		}
		if about > 0 && n.Action == model.NoteNewEdition {
			doc.Regulations[about-1].Edition = &model.Edition{By: n.By, Effective: n.Effective}
		}
	}
	if a := &doc.Act; a.Adopted == "" && a.Number == "" && len(t.Paragraphs) > 0 {
		doc.Findings = append(doc.Findings, phrase.Finding(model.FindHeaderMissing, model.Warning, t.Paragraphs[0], phrase.NoDateAndNumber.Of()))
	}
	doc.Findings = append(doc.Findings, approvals(doc, found.Text)...)
	doc.Findings = append(doc.Findings, found.Misplaced()...)
	for _, p := range t.Paragraphs {
		if p[1]-p[0] > act.LongestParagraph {
			doc.Findings = append(doc.Findings, phrase.Finding(model.FindTextUnread, model.Warning, p, phrase.LongParagraph.Of(act.LongestParagraph>>10)))
		}
	}
	slices.SortStableFunc(doc.Findings, func(x, y model.Finding) int {
		return cmp.Or(cmp.Compare(x.Span[0], y.Span[0]), cmp.Compare(x.Span[1], y.Span[1]), cmp.Compare(x.Code, y.Code))
	})
	return &Result{Document: doc, Text: t.Canonical}
}

// recognised reports whether a text proved to be an act. One cut off before its head still
// has what it orders, and the body that adopts it, the day it takes effect on or the acts that
// it rests on, or is called by a portal's id.
func recognised(d *model.Document) bool {
	a := &d.Act
	if a.Number != "" || a.Title != "" || len(d.Regulations) > 0 || len(a.Notes) > 0 || a.Registration != nil {
		return true
	}
	numbered := len(a.Points) > 0 && a.Points[0].Number != ""
	return numbered && a.Kind != model.UnknownKind && (a.Issuer != nil || a.EntryIntoForce != nil || len(a.Cites) > 0) || a.ID != "" && (numbered || a.Issuer != nil)
}

// self is the act as the one that approved a regulation which names no other; its span
// is where the act's own date and number stand.
func self(a *model.Act, canonical string) *model.ActRef {
	if a.Number == "" {
		return nil
	}
	s := a.Spans.Of("number")
	r := &model.ActRef{Kind: a.Kind, Date: a.Adopted, Number: a.Number, Title: a.Title, Span: s, Text: s.Of(canonical)}
	if a.Issuer != nil {
		r.Issuer = model.Text(a.Issuer.Name)
	}
	return r
}

// approvals holds the regulations against the list of what the act approves: one listed
// but not attached, or attached but not listed, is a doubt about where the text was cut. Where no
// regulation follows at all, the text ends before them, which is said once.
// An amending act lists what it changes in words of its own and is not held to it.
func approvals(doc *model.Document, t *structure.Text) []model.Finding {
	var out []model.Finding
	listed := map[string]model.Span{}
	for _, p := range doc.Act.Points {
		for _, name := range t.Approved(p) {
			listed[foldName(name.Of(t.Canonical))] = name
		}
	}
	if len(listed) == 0 || len(doc.Act.Amends) > 0 {
		return nil
	}
	var unlisted []model.Regulation
	for _, g := range doc.Regulations {
		name := foldName(g.Service)
		if _, ok := listed[name]; !ok {
			unlisted = append(unlisted, g)
		}
		delete(listed, name)
	}
	var missing []model.Span
	for _, span := range listed {
		missing = append(missing, span)
	}
	slices.SortFunc(missing, func(a, b model.Span) int { return cmp.Compare(a[0], b[0]) })
	say := func(span model.Span, why model.Message) {
		out = append(out, phrase.Finding(model.FindApprovalMismatch, model.Warning, span, why))
	}
	if len(doc.Regulations) == 0 {
		say(missing[0], phrase.NoneAttached.Of())
		return out
	}
	if len(missing) == 1 && len(unlisted) == 1 {
		say(missing[0], phrase.ApprovedName.Of(missing[0].Of(t.Canonical), unlisted[0].Service))
		return out
	}
	for _, span := range missing {
		say(span, phrase.NotAttached.Of(span.Of(t.Canonical)))
	}
	for _, g := range unlisted {
		say(g.Spans.Of("service"), phrase.NotListed.Of(g.Service))
	}
	return out
}

// foldName makes names comparable; blanks around dashes do not count.
func foldName(s string) string {
	return strings.NewReplacer(" - ", "-", " -", "-", "- ", "-").Replace(lang.FoldName(s))
}
