package source

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/parse/lang"
)

// vocabulary counts the words of the undamaged lines of a document. It is the judge of
// every repair: pieces are joined, or glued words parted, only into words that the
// same document writes elsewhere. Which words stand side by side is told by its row. The nil
// vocabulary has no words.
type vocabulary struct {
	number map[string]int32 // of a word, folded, in words
	words  []written
	row    []neighbour // the words as the text has them, those of damaged lines last
	ended  bool        // the line before ended in a word
}

// written is a word, folded, and how often undamaged lines have it.
type written struct {
	text  string
	times int
}

// neighbour is a word of a text, by its number, and how it stands behind the one before it.
type neighbour struct {
	word int32
	gap  gap
}

// gap is what stands between two words of a text.
type gap uint8

const (
	apart  gap = iota // the end of a line, and more
	broken            // the end of a line, in a sentence
	marked            // marks
	beside            // blanks
)

// figures is the number of the word that stands for all numbers.
const figures = 0

// newVocabulary makes the vocabulary of a text of so many bytes.
func newVocabulary(size int) *vocabulary {
	const (
		bytesPerWord = 12  // of a text
		bytesPerNew  = 128 // of a text, for each word that it writes for the first time
	)
	return &vocabulary{
		number: make(map[string]int32, size/bytesPerNew),
		words:  append(make([]written, 0, 1+size/bytesPerNew), written{text: "0"}),
		row:    make([]neighbour, 0, size/bytesPerWord),
	}
}

// add counts the words of a line and appends them to the row.
func (v *vocabulary) add(line string) {
	from := len(v.row)
	v.follow(line)
	for _, n := range v.row[from:] {
		v.words[n.word].times++
	}
}

// follow appends the words of a line to the row and counts none of them.
func (v *vocabulary) follow(line string) {
	end := 0 // of the word before
	gap := apart
	if v.ended && line != "" && startsLower(line) {
		gap = broken
	}
	between := func(start int) {
		switch {
		case line[end:start] == " ", strings.Trim(line[end:start], " ") == "": // the first is nearly all
		case hasFigure(line[end:start]):
			v.row = append(v.row, neighbour{figures, min(gap, marked)})
			gap = marked
		case end == 0:
			gap = apart
		default:
			gap = marked
		}
	}
	eachWord(line, func(start, to int) {
		between(start)
		v.row = append(v.row, neighbour{v.numberOf(mendedWord(line[start:to])), gap})
		end, gap = to, beside
	})
	if v.ended = end == len(line); !v.ended {
		between(len(line))
	}
}

// numberOf returns the number of a folded word.
func (v *vocabulary) numberOf(word string) int32 {
	n, known := v.number[word]
	if !known {
		n = int32(len(v.words))
		v.number[word] = n
		v.words = append(v.words, written{text: word})
	}
	return n
}

// times returns how often undamaged lines have a folded word.
func (v *vocabulary) times(word string) int {
	if v == nil {
		return 0
	}
	if n, known := v.number[word]; known {
		return v.words[n].times
	}
	return 0
}

func (v *vocabulary) has(word string) bool { return v.times(mendedWord(word)) > 0 }

// pair is two words that stand side by side, by their numbers.
type pair [2]int32

// pairs yields the words that stand side by side with nothing between them but a blank or
// the end of a line.
func (v *vocabulary) pairs() iter.Seq[pair] {
	return func(yield func(pair) bool) {
		last := int32(figures)
		for _, n := range v.row {
			if (n.gap == beside || n.gap == broken) && n.word != figures && last != figures && !yield(pair{last, n.word}) {
				return
			}
			last = n.word
		}
	}
}

// endsOf returns the first and the last word of a line, figures where it has none.
func (v *vocabulary) endsOf(line string) (first, last int32) {
	row, ended := v.row, v.ended
	v.follow(line)
	if of := v.row[len(row):]; len(of) > 0 {
		first, last = of[0].word, of[len(of)-1].word
	}
	v.row, v.ended = row, ended
	return first, last
}

// hasFigure reports whether one stands in what is between two words.
func hasFigure(s string) bool { return strings.ContainsAny(s, "0123456789") }

// lengths are those of the words of a set, by their first letters: a quick look before one
// that may not be of the set is looked up.
type lengths [64]uint64

func (l *lengths) add(word string) { l[lang.LetterKey(word)%64] |= 1 << (len(word) / 2 % 64) }

// may reports whether the word may be of the set.
func (l *lengths) may(word string) bool {
	return l[lang.LetterKey(word)%64]>>(len(word)/2%64)&1 != 0
}

// parted puts blanks between the words of a line that has lost all of them, where each is
// a word that the document writes elsewhere, and behind marks.
func (v *vocabulary) parted(s string) string {
	var b strings.Builder
	at := 0
	eachWord(s, func(start, end int) {
		mark := lastRune(s[at:start])
		b.WriteString(s[at:start])
		initial := mark == '.' && runes(s[start:end]) == 1
		if start > 0 && strings.ContainsRune(".,;:)–", mark) && !initial {
			b.WriteByte(' ')
		}
		b.WriteString(strings.Join(v.split(s[start:end]), " "))
		if at = end; strings.HasPrefix(s[at:], "(") || strings.HasPrefix(s[at:], "–") {
			b.WriteByte(' ')
		}
	})
	b.WriteString(s[at:])
	return b.String()
}

// split parts a run of letters into words of the document, as few as can be; one that is
// a word itself, or that has other parts, stays whole.
func (v *vocabulary) split(run string) []string {
	const (
		longest = 64   // bytes of a word
		line    = 1000 // bytes of the letters of a line, at most
	)
	folded := mendedWord(run)
	if v.times(folded) > 0 || len(folded) != len(run) || len(run) > line {
		return []string{run}
	}
	const none = 1 << 30
	fewest := make([]int, len(run)+1) // words up to here
	from := make([]int, len(run)+1)   // where the last of them begins
	for end := 1; end <= len(run); end++ {
		fewest[end] = none
		if end < len(run) && !utf8.RuneStart(run[end]) {
			continue
		}
		for start := max(0, end-longest); start < end; start++ {
			if fewest[start]+1 < fewest[end] && utf8.RuneStart(run[start]) && v.times(folded[start:end]) > 0 {
				fewest[end], from[end] = fewest[start]+1, start
			}
		}
	}
	if fewest[len(run)] == none {
		return []string{run}
	}
	var words []string
	for end := len(run); end > 0; end = from[end] {
		words = append(words, run[from[end]:end])
	}
	slices.Reverse(words)
	return words
}

// eachWord calls f with the bounds of every run of letters; a hyphen between letters
// is inside the word.
func eachWord(s string, f func(start, end int)) {
	for i := 0; i < len(s); i++ {
		end := lang.LettersEnd(s, i)
		if end == i {
			continue
		}
		for end+1 < len(s) && s[end] == '-' && lang.LetterAt(s, end+1) > 0 {
			end = lang.LettersEnd(s, end+1)
		}
		f(i, end)
		i = end
	}
}

// lettersEnd returns where the letters at an offset end, most of them at most.
func lettersEnd(s string, at, most int) int {
	for n := 0; n < most && at < len(s); n++ {
		size := lang.LetterAt(s, at)
		if size == 0 {
			break
		}
		at += size
	}
	return at
}

// mendedWord is the word with its look-alikes mended, as the text will have it, in lower case:
// so words of the vocabulary are compared.
func mendedWord(w string) string {
	if isFolded(w) {
		return w
	}
	if lang.LookAt(w).Foreign {
		if f, changed := cyrillic(w); changed {
			w = f
		}
	}
	return lang.Lower(w)
}

// cyrillic replaces the look-alikes in a word that also has letters of Kazakh or Russian,
// when every Latin letter of it is one: "тәртiбiн" → "тәртібін".
func cyrillic(w string) (string, bool) {
	var foreign, cyr bool
	for _, r := range w {
		if _, ok := lang.Lookalike(r); ok {
			foreign = true
		} else if r < 0x80 && unicode.IsLetter(r) {
			return w, false
		} else if unicode.Is(unicode.Cyrillic, r) {
			cyr = true
		}
	}
	if !foreign || !cyr {
		return w, false
	}
	return lang.FirstVowel(w[0], strings.Map(func(r rune) rune {
		if c, ok := lang.Lookalike(r); ok {
			return c
		}
		return r
	}, w)), true
}

func isLetters(s string) bool {
	for _, r := range s {
		if !lang.IsLetter(r) {
			return false
		}
	}
	return s != ""
}

// runes counts the letters and signs of s, which is valid UTF-8: all bytes but those that
// go on with one.
func runes(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i]&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// isFolded is the quick look, by bytes: nothing but the small letters of both alphabets.
func isFolded(w string) bool {
	for i := 0; i+1 < len(w); i += 2 {
		switch c, next := w[i], w[i+1]; {
		case c == 0xd0 && next >= 0xb0, c == 0xd1 && next < 0xa0: // а to я, і
		case c == 0xd2 && next&1 == 1 && next >= 0x90 && next < 0xc0: // ғ қ ң ү ұ һ
		case c == 0xd3 && (next == 0x99 || next == 0xa9): // ә ө
		default:
			return false
		}
	}
	return len(w)%2 == 0
}
