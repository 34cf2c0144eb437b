// Package search finds the words of acts whatever endings they have. A text is indexed
// by the stems of its words, and a query is asked for by the stems of its own; both
// databases keep nothing but stems, so they find the same.
package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"reglament/model"
	"reglament/parse/lang"
)

// Words calls yield with every word of a text and the byte at which it begins: a run of
// letters, or a run of digits. "А-11/495" is three words, "іс-қимыл" two.
func Words(text string, yield func(word string, start int)) {
	start, kind := 0, other
	for i, r := range text {
		k := kindOf(r)
		if k == mark && kind != other {
			continue // a combining accent belongs to its letter
		}
		if k != kind {
			if kind == letter || kind == digit {
				yield(text[start:i], start)
			}
			start, kind = i, k
		}
	}
	if kind == letter || kind == digit {
		yield(text[start:], start)
	}
}

const (
	other = iota
	letter
	digit
	mark
)

func kindOf(r rune) int {
	switch {
	case lang.IsLetter(r):
		return letter
	case r < utf8.RuneSelf:
		if r >= '0' && r <= '9' {
			return digit
		}
		return other
	case unicode.IsDigit(r):
		return digit
	case unicode.Is(unicode.Mn, r):
		return mark
	}
	return other
}

// Stem returns what a word of a text in the language is indexed by.
func Stem(word string, l model.Language) string {
	word = fold(word)
	if l == model.Russian {
		return stemRussian(word)
	}
	return stemKazakh(word)
}

// fold is lang.FoldWord; and of the letter of a number that was typed in Latin, "A-11/495",
// which is a word of its own, the Cyrillic one of its shape.
func fold(word string) string {
	word = lang.FoldWord(word)
	if len(word) == 1 {
		return strings.ToLower(string(model.FoldNumber(model.Text(word))))
	}
	return word
}

// Stemmer stems the words of texts in one language and remembers them: a text repeats
// its words. It is for one goroutine.
type Stemmer struct {
	language model.Language
	known    map[string]string
}

// NewStemmer returns a stemmer for texts in the language.
func NewStemmer(l model.Language) *Stemmer {
	return &Stemmer{language: l, known: map[string]string{}}
}

// Stem is the function Stem.
func (s *Stemmer) Stem(word string) string {
	stem, ok := s.known[word]
	if !ok {
		stem = Stem(word, s.language)
		s.known[word] = stem
	}
	return stem
}

// Query is what somebody looks for: words that must all occur.
type Query struct {
	Words []Word
}

// Word is a word of a query. Which language it is of is not known, so it is looked for
// by its stem in each.
type Word struct {
	Text            string
	Kazakh, Russian string // stems
}

// Parse reads a query. A word that is there twice counts once.
func Parse(text string) Query {
	var q Query
	Words(norm.NFC.String(text), func(word string, _ int) {
		w := Word{Text: word, Kazakh: Stem(word, model.Kazakh), Russian: Stem(word, model.Russian)}
		same := func(o Word) bool { return o.Kazakh == w.Kazakh && o.Russian == w.Russian }
		if !slices.ContainsFunc(q.Words, same) {
			q.Words = append(q.Words, w)
		}
	})
	return q
}

// Stem is the word's stem in a language.
func (w Word) Stem(l model.Language) string {
	if l == model.Russian {
		return w.Russian
	}
	return w.Kazakh
}

// OtherStem is the word's stem in the other language.
func (w Word) OtherStem(l model.Language) string {
	if l == model.Russian {
		return w.Kazakh
	}
	return w.Russian
}

// Find returns the places of a text in the language that answer to words of the query,
// in the order of the text.
func (q Query) Find(text string, l model.Language) []model.Span {
	var starts []string
	for _, w := range q.Words {
		starts = append(starts, firstLetters(w.Kazakh), firstLetters(w.Russian))
	}
	var out []model.Span
	known := map[string]bool{} // words of the text that answer, and that do not
	lower := lang.Lower(text)  // as long as the text
	Words(lower, func(word string, start int) {
		folded := fold(word)
		if !slices.ContainsFunc(starts, func(s string) bool { return strings.HasPrefix(folded, s) }) {
			return
		}
		answers, ok := known[word]
		if !ok {
			stem := Stem(word, l)
			answers = slices.ContainsFunc(q.Words, func(w Word) bool { return w.Kazakh == stem || w.Russian == stem })
			known[word] = answers
		}
		if answers {
			out = append(out, model.Span{start, start + len(word)})
		}
	})
	return out
}

// firstLetters are those that no stemming changes: most words of a text need not be
// stemmed to see that they are not meant.
func firstLetters(stem string) string {
	n := 0
	for i := range stem {
		if n == 2 {
			return stem[:i]
		}
		n++
	}
	return stem
}
