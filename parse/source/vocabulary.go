package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/parse/lang"
)

// vocabulary counts the words of the undamaged lines of a document. It is the judge of
// every repair: pieces are joined, or glued words parted, only into words that the
// same document writes elsewhere.
type vocabulary map[string]int

// newVocabulary makes the vocabulary of a text of so many bytes.
func newVocabulary(size int) vocabulary {
	const bytesPerWord = 128 // of a text, for each word that it writes for the first time
	return make(vocabulary, size/bytesPerWord)
}

// add counts the words of a line.
func (v vocabulary) add(line string) {
	eachWord(line, func(start, end int) { v[foldWord(line[start:end])]++ })
}

func (v vocabulary) has(word string) bool { return v[foldWord(word)] > 0 }

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
func (v vocabulary) parted(s string) string {
	var b strings.Builder
	at := 0
	eachWord(s, func(start, end int) {
		mark := lastRune(s[at:start])
		b.WriteString(s[at:start])
		initial := mark == '.' && runes(s[start:end]) == 1
		if start > 0 && strings.ContainsRune(".,;:)–", mark) && !initial {
			b.WriteByte(' ')
		}
		b.WriteString(strings.Join(v.words(s[start:end]), " "))
		if at = end; strings.HasPrefix(s[at:], "(") || strings.HasPrefix(s[at:], "–") {
			b.WriteByte(' ')
		}
	})
	b.WriteString(s[at:])
	return b.String()
}

// words parts a run of letters into words of the document, as few as can be; one that is
// a word itself, or that has other parts, stays whole.
func (v vocabulary) words(run string) []string {
	const (
		longest = 64   // bytes of a word
		line    = 1000 // bytes of the letters of a line, at most
	)
	folded := foldWord(run)
	if v[folded] > 0 || len(folded) != len(run) || len(run) > line {
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
			if fewest[start]+1 < fewest[end] && utf8.RuneStart(run[start]) && v[folded[start:end]] > 0 {
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

// foldWord makes a word comparable: lower case, Latin look-alikes replaced.
func foldWord(w string) string {
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
