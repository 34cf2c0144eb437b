// Package sentence reads the sentences of an act: who does what in them, in how long, with
// which result, under which condition, and to what they refer. It knows nothing of points
// and regulations; what it finds are words and spans of the canonical text.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/source"
)

// Text is a canonical text prepared for matching.
type Text struct {
	*source.Text
	Low     string                // the same bytes in lower case
	Tab     *lang.Tables          // the wordings of its language
	all     []Word                // of the whole text
	near    []int32               // by every nearBytes, the first word that ends beyond them
	shorts  map[string]model.Span // abbreviations that name bodies, folded, and what they stand for
	systems map[string]bool       // those that name information systems
}

// New finds the words of a text.
func New(src *source.Text) *Text {
	t := &Text{Text: src, Low: lang.Lower(src.Canonical), Tab: lang.For(src.Language)}
	t.all = make([]Word, 0, len(t.Low)/bytesPerWord)
	for _, p := range src.Paragraphs {
		if p[1]-p[0] > act.LongestParagraph { // the rest of it has no words
			for p[1] = p[0] + act.LongestParagraph; !utf8.RuneStart(t.Low[p[1]]); {
				p[1]--
			}
		}
		t.all = t.cut(t.all, p)
	}
	t.near = nearest(t.all, len(t.Low))
	return t
}

// Introduce makes the text know an abbreviation, in lower case, that stands for a body in what
// is read next, and the span of what it stands for: "(бұдан әрі – МК)".
func (t *Text) Introduce(short string, term model.Span) {
	if t.shorts == nil {
		t.shorts = map[string]model.Span{}
	}
	t.shorts[short] = term
}

// Forget drops the abbreviations that were introduced.
func (t *Text) Forget() { t.shorts, t.systems = nil, nil }

// IntroduceSystem tells that an abbreviation, folded, names an information system in what follows.
func (t *Text) IntroduceSystem(short string) {
	if t.systems == nil {
		t.systems = map[string]bool{}
	}
	t.systems[short] = true
}

// bytesPerWord is how long a word of an act is at least on average, with the blank behind it.
const bytesPerWord = 12

// Of returns the canonical text of a span.
func (t *Text) Of(s model.Span) string { return t.Canonical[s[0]:s[1]] }

// Lower returns the text of a span in lower case.
func (t *Text) Lower(s model.Span) string { return t.Low[s[0]:s[1]] }

// Word is a run of letters and digits with what hyphens join ("іс-қимыл", "9-тармағына").
type Word struct{ Start, End int }

// Words returns the words of a span. They must not be written to: those of the whole
// text are found once.
func (t *Text) Words(s model.Span) []Word {
	from := int(t.near[s[0]/nearBytes])
	for from < len(t.all) && t.all[from].End <= s[0] {
		from++
	}
	to := max(from, int(t.near[s[1]/nearBytes]))
	for to < len(t.all) && t.all[to].Start < s[1] {
		to++
	}
	ws := t.all[from:to:to]
	if len(ws) > 0 && (ws[0].Start < s[0] || ws[len(ws)-1].End > s[1]) {
		return t.cut(nil, s) // it begins or ends inside a word: "1-|процесс"
	}
	return ws
}

const nearBytes = 64

// nearest returns, for every nearBytes of a text of the size, the first word that ends
// beyond them.
func nearest(ws []Word, size int) []int32 {
	near := make([]int32, size/nearBytes+1)
	i := 0
	for k := range near {
		for i < len(ws) && ws[i].End <= k*nearBytes {
			i++
		}
		near[k] = int32(i)
	}
	return near
}

// cut appends the words of a span.
func (t *Text) cut(ws []Word, s model.Span) []Word {
	for s[1] < len(t.Low) && s[1] > s[0] && !utf8.RuneStart(t.Low[s[1]]) {
		s[1]-- // a part of a letter is no word
	}
	start := -1
	for i := s[0]; i < s[1]; {
		c := t.Low[i]
		switch {
		case lang.LetterAt(t.Low, i) > 0:
			switch {
			case start < 0:
				start = i
			case IsDigit(t.Low[i-1]): // "15минут"
				ws = append(ws, Word{start, i})
				start = i
			}
			i = lang.LettersEnd(t.Low[:s[1]], i)
			continue
		case IsDigit(c):
			if start < 0 {
				start = i
			}
		case start < 0:
		case i+1 < s[1] && wordByte(t.Low[i+1]) && (c == '-' && (!IsDigit(t.Low[i+1]) || IsDigit(t.Low[i-1])) || c == '/' && (IsDigit(t.Low[i-1]) || IsDigit(t.Low[i+1]))):
			// inside a word; "қол қояды-5 минут" and "электрондық/қағаз" are two
		default:
			ws = append(ws, Word{start, i})
			start = -1
		}
		i++
	}
	if start >= 0 {
		ws = append(ws, Word{start, s[1]})
	}
	return ws
}

// IsDigit reports whether a byte is an ASCII digit.
func IsDigit(c byte) bool { return c >= '0' && c <= '9' }

func wordByte(c byte) bool {
	return c >= utf8.RuneSelf && c != 0xe2 && c != 0xc2 || c >= '0' && c <= '9' || c >= 'a' && c <= 'z'
}

// Str returns a word in lower case.
func (t *Text) Str(w Word) string { return t.Low[w.Start:w.End] }

// Match returns how many words from ws[i] on a phrase of stems covers, 0 for none.
func (t *Text) Match(ws []Word, i int, phrase string) int {
	if i >= len(ws) || !begins(t.Str(ws[i]), phrase) {
		return 0
	}
	n := 0
	for phrase != "" {
		stem := phrase
		if k := strings.IndexByte(phrase, ' '); k >= 0 {
			stem, phrase = phrase[:k], phrase[k+1:]
		} else {
			phrase = ""
		}
		if stem == "…" {
			for skip := 0; skip <= lang.MostSkipped; skip++ {
				if m := t.Match(ws, i+n+skip, phrase); m > 0 {
					return n + skip + m
				}
			}
			return 0
		}
		if i+n >= len(ws) || !lang.IsStem(t.Str(ws[i+n]), stem) {
			return 0
		}
		n++
	}
	return n
}

// begins is the quick look before a phrase is parted into stems: nearly every phrase
// fails at its first two letters, which have two bytes each.
func begins(word, phrase string) bool {
	if len(word) < 2 || len(phrase) < 2 || word[1] != phrase[1] || word[0] != phrase[0] {
		return false
	}
	return len(phrase) < 4 || phrase[2] < utf8.RuneSelf || len(word) >= 4 && word[3] == phrase[3] && word[2] == phrase[2]
}

// MatchAny tries phrases in order.
func (t *Text) MatchAny(ws []Word, i int, phrases *lang.Phrases) int {
	if i >= len(ws) {
		return 0
	}
	for _, p := range phrases.Like(t.Low[ws[i].Start:]) {
		if n := t.Match(ws, i, p); n > 0 {
			return n
		}
	}
	return 0
}

// Has reports whether one of the phrases occurs in the words.
func (t *Text) Has(ws []Word, phrases *lang.Phrases) bool { return t.Find(ws, phrases) >= 0 }

// Find returns the index of the first word where one of the phrases begins, or -1.
func (t *Text) Find(ws []Word, phrases *lang.Phrases) int {
	for i := range ws {
		if t.MatchAny(ws, i, phrases) > 0 {
			return i
		}
	}
	return -1
}

// FindPhrase is find for one phrase.
func (t *Text) FindPhrase(ws []Word, phrase string) int {
	for i := range ws {
		if t.Match(ws, i, phrase) > 0 {
			return i
		}
	}
	return -1
}

// HasStem reports whether a word begins with the stem.
func (t *Text) HasStem(ws []Word, stem string) bool {
	for _, w := range ws {
		if lang.IsStem(t.Str(w), stem) {
			return true
		}
	}
	return false
}

// HasAll reports whether every stem begins a word.
func (t *Text) HasAll(ws []Word, stems []string) bool {
	for _, stem := range stems {
		if !t.HasStem(ws, stem) {
			return false
		}
	}
	return true
}

// Trim narrows a span to its text without blanks and the given marks around it.
func (t *Text) Trim(s model.Span, cut string) model.Span {
	for s[0] < s[1] && lang.LetterAt(t.Canonical, s[0]) == 0 {
		r, size := utf8.DecodeRuneInString(t.Canonical[s[0]:s[1]])
		if !unicode.IsSpace(r) && !strings.ContainsRune(cut, r) {
			break
		}
		s[0] += size
	}
	for s[0] < s[1] {
		r, size := utf8.DecodeLastRuneInString(t.Canonical[s[0]:s[1]])
		if !unicode.IsSpace(r) && !strings.ContainsRune(cut, r) {
			break
		}
		s[1] -= size
	}
	return s
}

const (
	Dashes      = "-–—−•●▪" // and what marks items as they do
	Terminators = ".;:, "
)

// SkipDash returns the offset behind blanks and one dash at i, and whether there was a dash.
func (t *Text) SkipDash(i, end int) (int, bool) {
	i = t.SkipBlank(i, end)
	if i < end {
		if r, size := utf8.DecodeRuneInString(t.Canonical[i:end]); strings.ContainsRune(Dashes, r) {
			return t.SkipBlank(i+size, end), true
		}
	}
	return i, false
}

// SkipBlank returns the offset behind the blanks at i.
func (t *Text) SkipBlank(i, end int) int {
	for i < end && t.Canonical[i] == ' ' {
		i++
	}
	return i
}

// EndsWith reports whether the span's text ends with the mark, blanks aside.
func (t *Text) EndsWith(s model.Span, marks string) bool {
	text := strings.TrimRight(t.Of(s), " \n")
	if text == "" {
		return false
	}
	if c := text[len(text)-1]; c < utf8.RuneSelf { // nearly every mark
		return strings.IndexByte(marks, c) >= 0
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(marks, r)
}
