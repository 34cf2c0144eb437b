// Package structure finds the structure of an act's regulations: where each begins and ends,
// its sections, points and annexes, the numbers its paragraphs begin with and the tables
// that tell its steps. What they say is read by others.
package structure

import (
	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/source"
)

// Text is a text prepared for matching, with what its paragraphs are.
type Text struct {
	*sentence.Text
	isNote []bool // by paragraph

	tables  []StepTable
	inTable []bool                     // by paragraph; nil where there are no tables of steps
	columns map[model.Span]lang.Column // that were read of titles

	misplaced []act.Paragraphs // approvals and marks of annexes that stand inside lists and sentences
	isMark    []bool           // by paragraph, whether it is one of them; nil where there are none
}

func newText(src *source.Text) *Text {
	t := &Text{Text: sentence.New(src), isNote: make([]bool, len(src.Paragraphs))}
	for i, p := range src.Paragraphs {
		t.isNote[i] = act.IsNote(t.Of(p), src.Language)
	}
	t.findTables()
	t.findMisplaced()
	return t
}

// IsNote reports whether a paragraph is a note on amendments.
func (t *Text) IsNote(i int) bool { return t.isNote[i] }

// Outside reports whether a paragraph is a note or a misplaced mark, no part of what it stands in.
func (t *Text) Outside(i int) bool { return t.isNote[i] || t.isMark != nil && t.isMark[i] }
