package regulation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/source"
)

// text is a canonical text prepared for matching: low has the same bytes in lower case.
type text struct {
	*source.Text
	low       string
	tab       *lang.Tables
	all       []word                // of the whole text
	near      []int32               // by every 64 bytes, the first word that ends beyond them
	isNote    []bool                // by paragraph
	pscCentre bool                  // "centre" stands for one of public service
	shorts    map[string]model.Span // abbreviations of bodies that the regulation introduces, folded, and their terms

	tables  []stepTable
	inTable []bool                     // by paragraph; nil where there are no tables of steps
	columns map[model.Span]lang.Column // that were read of titles

	misplaced []act.Paragraphs // approvals and marks of annexes that stand inside lists and sentences
	isMark    []bool           // by paragraph, whether it is one of them; nil where there are none
}

// bytesPerWord is how long a word of an act is at least on average, with the blank behind it.
const bytesPerWord = 12

func newText(src *source.Text) *text {
	t := &text{Text: src, low: lang.Lower(src.Canonical), tab: lang.For(src.Language), isNote: make([]bool, len(src.Paragraphs))}
	t.all = make([]word, 0, len(t.low)/bytesPerWord)
	for _, p := range src.Paragraphs {
		if p[1]-p[0] > act.LongestParagraph { // the rest of it has no words
			for p[1] = p[0] + act.LongestParagraph; !utf8.RuneStart(t.low[p[1]]); {
				p[1]--
			}
		}
		t.all = t.cut(t.all, p)
	}
	t.near = nearest(t.all, len(t.low))
	for i, p := range src.Paragraphs {
		t.isNote[i] = act.IsNote(t.of(p), src.Language)
	}
	t.findTables()
	t.findMisplaced()
	return t
}

// outside reports whether a paragraph is a note or a misplaced mark, no part of what it stands in.
func (t *text) outside(i int) bool { return t.isNote[i] || t.isMark != nil && t.isMark[i] }

// of returns the canonical text of a span.
func (t *text) of(s model.Span) string { return t.Canonical[s[0]:s[1]] }

// lower returns the text of a span in lower case.
func (t *text) lower(s model.Span) string { return t.low[s[0]:s[1]] }

// word is a run of letters and digits with what hyphens join ("іс-қимыл", "9-тармағына").
type word struct{ start, end int }

// words returns the words of a span. They must not be written to: those of the whole
// text are found once.
func (t *text) words(s model.Span) []word {
	from := int(t.near[s[0]/nearBytes])
	for from < len(t.all) && t.all[from].end <= s[0] {
		from++
	}
	to := max(from, int(t.near[s[1]/nearBytes]))
	for to < len(t.all) && t.all[to].start < s[1] {
		to++
	}
	ws := t.all[from:to:to]
	if len(ws) > 0 && (ws[0].start < s[0] || ws[len(ws)-1].end > s[1]) {
		return t.cut(nil, s) // it begins or ends inside a word: "1-|процесс"
	}
	return ws
}

const nearBytes = 64

// nearest returns, for every nearBytes of a text of the size, the first word that ends
// beyond them.
func nearest(ws []word, size int) []int32 {
	near := make([]int32, size/nearBytes+1)
	i := 0
	for k := range near {
		for i < len(ws) && ws[i].end <= k*nearBytes {
			i++
		}
		near[k] = int32(i)
	}
	return near
}

// cut appends the words of a span.
func (t *text) cut(ws []word, s model.Span) []word {
	for s[1] < len(t.low) && s[1] > s[0] && !utf8.RuneStart(t.low[s[1]]) {
		s[1]-- // a part of a letter is no word
	}
	start := -1
	for i := s[0]; i < s[1]; {
		c := t.low[i]
		switch {
		case lang.LetterAt(t.low, i) > 0:
			switch {
			case start < 0:
				start = i
			case digit(t.low[i-1]): // "15минут"
				ws = append(ws, word{start, i})
				start = i
			}
			i = lang.LettersEnd(t.low[:s[1]], i)
			continue
		case digit(c):
			if start < 0 {
				start = i
			}
		case start < 0:
		case i+1 < s[1] && wordByte(t.low[i+1]) && (c == '-' && (!digit(t.low[i+1]) || digit(t.low[i-1])) || c == '/' && (digit(t.low[i-1]) || digit(t.low[i+1]))):
			// inside a word; "қол қояды-5 минут" and "электрондық/қағаз" are two
		default:
			ws = append(ws, word{start, i})
			start = -1
		}
		i++
	}
	if start >= 0 {
		ws = append(ws, word{start, s[1]})
	}
	return ws
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func wordByte(c byte) bool {
	return c >= utf8.RuneSelf && c != 0xe2 && c != 0xc2 || c >= '0' && c <= '9' || c >= 'a' && c <= 'z'
}

func (t *text) str(w word) string { return t.low[w.start:w.end] }

// match returns how many words from ws[i] on a phrase of stems covers, 0 for none.
func (t *text) match(ws []word, i int, phrase string) int {
	if i >= len(ws) || !begins(t.str(ws[i]), phrase) {
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
				if m := t.match(ws, i+n+skip, phrase); m > 0 {
					return n + skip + m
				}
			}
			return 0
		}
		if i+n >= len(ws) || !lang.IsStem(t.str(ws[i+n]), stem) {
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

// matchAny tries phrases in order.
func (t *text) matchAny(ws []word, i int, phrases *lang.Phrases) int {
	if i >= len(ws) {
		return 0
	}
	for _, p := range phrases.Like(t.low[ws[i].start:]) {
		if n := t.match(ws, i, p); n > 0 {
			return n
		}
	}
	return 0
}

// has reports whether one of the phrases occurs in the words.
func (t *text) has(ws []word, phrases *lang.Phrases) bool { return t.find(ws, phrases) >= 0 }

// find returns the index of the first word where one of the phrases begins, or -1.
func (t *text) find(ws []word, phrases *lang.Phrases) int {
	for i := range ws {
		if t.matchAny(ws, i, phrases) > 0 {
			return i
		}
	}
	return -1
}

// findPhrase is find for one phrase.
func (t *text) findPhrase(ws []word, phrase string) int {
	for i := range ws {
		if t.match(ws, i, phrase) > 0 {
			return i
		}
	}
	return -1
}

// hasStem reports whether a word begins with the stem.
func (t *text) hasStem(ws []word, stem string) bool {
	for _, w := range ws {
		if lang.IsStem(t.str(w), stem) {
			return true
		}
	}
	return false
}

// hasAll reports whether every stem begins a word.
func (t *text) hasAll(ws []word, stems []string) bool {
	for _, stem := range stems {
		if !t.hasStem(ws, stem) {
			return false
		}
	}
	return true
}

// trim narrows a span to its text without blanks and the given marks around it.
func (t *text) trim(s model.Span, cut string) model.Span {
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
	dashes      = "-–—−•●▪" // and what marks items as they do
	terminators = ".;:, "
)

// skipDash returns the offset behind blanks and one dash at i, and whether there was a dash.
func (t *text) skipDash(i, end int) (int, bool) {
	i = t.skipBlank(i, end)
	if i < end {
		if r, size := utf8.DecodeRuneInString(t.Canonical[i:end]); strings.ContainsRune(dashes, r) {
			return t.skipBlank(i+size, end), true
		}
	}
	return i, false
}

func (t *text) skipBlank(i, end int) int {
	for i < end && t.Canonical[i] == ' ' {
		i++
	}
	return i
}

// endsWith reports whether the span's text ends with the mark, blanks aside.
func (t *text) endsWith(s model.Span, marks string) bool {
	text := strings.TrimRight(t.of(s), " \n")
	if text == "" {
		return false
	}
	if c := text[len(text)-1]; c < utf8.RuneSelf { // nearly every mark
		return strings.IndexByte(marks, c) >= 0
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(marks, r)
}

func spansOf(all []model.Span, which []int) []model.Span {
	out := make([]model.Span, 0, len(which))
	for _, i := range which {
		out = append(out, all[i])
	}
	return out
}
