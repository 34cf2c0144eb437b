// Package source turns the bytes of a file into canonical text: NFC, LF, one paragraph
// a line, runs of spaces one, damage repaired. Everything later reads this text only,
// and every span of the model points into it.
package source

import (
	"reglament/model"
	"reglament/parse/source/raw"
)

// Text is the canonical text of a file.
type Text struct {
	Canonical  string         // paragraphs, each ended by LF
	Paragraphs []model.Span   // of each paragraph, without its LF, in order; none is empty
	Places     []Place        // of each paragraph; nil where none is in a table
	Language   model.Language // told from the text
	Source     model.Source
	Page       Page
	Findings   []model.Finding // repairs and doubts; spans point into Canonical
}

// Place is the cell of a table that a paragraph stands in.
type Place = raw.Place

// Page is what a portal page says of the act outside its text; the zero Page where the
// source is no such page.
type Page struct {
	ID     model.Text
	Status model.Status // the portal's own status, "" where it shows none
}

// Paragraph returns the text of the i-th paragraph.
func (t *Text) Paragraph(i int) string { return t.Paragraphs[i].Of(t.Canonical) }

// Error says in one sentence why a file cannot be read.
type Error struct {
	Name string // of the file
	Err  error  // the reason, a *phrase.Fault
}

func (e *Error) Unwrap() error { return e.Err }

func (e *Error) Error() string { return e.Name + ": " + e.Err.Error() }
