package sentence

import (
	"reglament/model"
	"reglament/parse/source"
	"testing"
	"unicode/utf8"
)

// A part of a text that is cut by its length may begin and end inside a letter.
func TestWordsOfAnyPartOfAText(t *testing.T) {
	src, err := source.Read("act.txt", []byte("Бөлім 3 (үш) күнде – «ЖСН» тексереді, ал e-mail 1-қосымшада.\n"))
	if err != nil {
		t.Fatal(err)
	}
	text := New(src)
	all := text.Words(model.Span{0, len(src.Canonical)})
	for from := range src.Canonical { // the beginnings of letters
		for to := from; to <= len(src.Canonical); to++ {
			for _, w := range text.Words(model.Span{from, to}) {
				if w.Start < from || w.End > to || !utf8.ValidString(text.Str(w)) {
					t.Fatalf("%d to %d: the word %q", from, to, text.Str(w))
				}
			}
		}
	}
	if len(all) != 9 {
		t.Errorf("%d words", len(all))
	}
}
