package regulation

import (
	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/source"
)

// text is a text prepared for matching, with what its paragraphs are.
type text struct {
	*sentence.Text
	isNote    []bool // by paragraph
	pscCentre bool   // "centre" stands for one of public service

	tables  []stepTable
	inTable []bool                     // by paragraph; nil where there are no tables of steps
	columns map[model.Span]lang.Column // that were read of titles

	misplaced []act.Paragraphs // approvals and marks of annexes that stand inside lists and sentences
	isMark    []bool           // by paragraph, whether it is one of them; nil where there are none
}

func newText(src *source.Text) *text {
	t := &text{Text: sentence.New(src), isNote: make([]bool, len(src.Paragraphs))}
	for i, p := range src.Paragraphs {
		t.isNote[i] = act.IsNote(t.Of(p), src.Language)
	}
	t.findTables()
	t.findMisplaced()
	return t
}

// outside reports whether a paragraph is a note or a misplaced mark, no part of what it stands in.
func (t *text) outside(i int) bool { return t.isNote[i] || t.isMark != nil && t.isMark[i] }

func spansOf(all []model.Span, which []int) []model.Span {
	out := make([]model.Span, 0, len(which))
	for _, i := range which {
		out = append(out, all[i])
	}
	return out
}
