package lang

import "strings"

// LetterKey is the last byte of the word's first letter, by which the letters of both
// alphabets differ but for a few pairs: a key of tables that are looked into by words.
func LetterKey(word string) byte {
	switch {
	case word == "":
		return 0
	case word[0] >= 0xc0 && len(word) > 1:
		return word[1]
	}
	return word[0]
}

// keys are the last six bits of the first two letters of a word. The second is 0 behind a
// single letter, where the word has ended.
func keys(word string) (first, second byte) {
	if len(word) > 3 && word[0] >= 0xc0 && word[2] >= 0xc0 { // nearly every word
		return word[1] % 64, word[3] % 64
	}
	return LetterKey(word) % 64, LetterKey(behindFirst(word)) % 64
}

func behindFirst(word string) string {
	size := 1
	if word != "" && word[0] >= 0xc0 {
		size = 2
	}
	return word[min(size, len(word)):]
}

// single reports whether a phrase begins with a stem of one letter, "в течение", "с$":
// words of any second letter may begin it.
func single(phrase string) bool { return letters(phrase) < 2 }

// letters returns how many letters the first stem of a phrase has.
func letters(phrase string) int {
	stem, _, _ := strings.Cut(phrase, " ")
	return len([]rune(strings.TrimSuffix(stem, "$")))
}

// beginnings are the first two letters of the phrases of a table: a set of bits for each
// first letter.
type beginnings [64]uint64

func (b *beginnings) add(phrase string) {
	first, second := keys(phrase)
	if single(phrase) {
		b[first] = ^uint64(0)
	}
	b[first] |= 1 << second
}

// have reports whether the word may begin one of the phrases.
func (b *beginnings) have(word string) bool {
	first, second := keys(word)
	return b[first]>>second&1 != 0
}

// Beginnings are the first two letters of words: a quick look before a phrase is searched
// among them.
type Beginnings struct{ of beginnings }

// Add adds those of a word.
func (b *Beginnings) Add(word string) {
	const single = 1 | 1<<(' '%64) | 1<<('$'%64) // what stands behind a stem of one letter
	first, second := keys(word)
	b.of[first] |= 1<<second | single
}

// May reports whether a phrase may begin with one of the words.
func (b *Beginnings) May(phrase string) bool { return b.of.have(phrase) }

// byLetters is a table of what phrases mean that is looked into by the first three letters
// of a word.
type byLetters[T any] struct {
	group  [64 * 64]uint16 // by two letters, which of the groups is theirs; the first is empty
	groups []group[T]
}

// group is the lines of a table whose phrases have the first two letters in common.
type group[T any] struct {
	third uint64 // a bit for each third letter
	lines []T
}

func (t *byLetters[T]) add(phrase string, line T) {
	if t.groups == nil {
		t.groups = make([]group[T], 1)
	}
	first, second := keys(phrase)
	from, to := int(second), int(second)
	if single(phrase) {
		from, to = 0, 63
	}
	for k := int(first)*64 + from; k <= int(first)*64+to; k++ {
		if t.group[k] == 0 {
			t.group[k] = uint16(len(t.groups))
			t.groups = append(t.groups, group[T]{})
		}
		g := &t.groups[t.group[k]]
		g.lines = append(g.lines, line)
		if letters(phrase) < 3 {
			g.third = ^uint64(0)
		}
		g.third |= 1 << thirdKey(phrase)
	}
}

// like returns the lines whose phrases the word may begin, in the order of the table.
func (t *byLetters[T]) like(word string) []T {
	first, second := keys(word)
	if g := &t.groups[t.group[int(first)*64+int(second)]]; g.third>>thirdKey(word)&1 != 0 {
		return g.lines
	}
	return nil
}

// thirdKey is the last six bits of the third letter of a word, 0 behind two letters.
func thirdKey(word string) byte {
	if len(word) > 5 && word[0] >= 0xc0 && word[2] >= 0xc0 && word[4] >= 0xc0 { // nearly every word
		return word[5] % 64
	}
	return LetterKey(behindFirst(behindFirst(word))) % 64
}

// Needles finds whether any of several stems occurs in a text, in one pass over its
// letters.
type Needles struct {
	begins beginnings
	stems  [64][]string // by their first letter
}

// NewNeedles makes Needles of stems of two letters or more, in letters of one byte or two.
func NewNeedles(stems ...string) *Needles {
	var n Needles
	for _, s := range stems {
		n.add(s)
	}
	return &n
}

func (n *Needles) add(stem string) {
	n.begins.add(stem)
	first, _ := keys(stem)
	n.stems[first] = append(n.stems[first], stem)
}

// In reports whether one of the stems occurs in s.
func (n *Needles) In(s string) bool {
	last, before := 0, byte(0) // the letter before, and its key
	for i := 0; i < len(s); i++ {
		letter, key := i, s[i]
		if key >= 0xc0 && i+1 < len(s) {
			i++
			key = s[i]
		}
		key %= 64
		if n.begins[before%64]>>(key%64)&1 != 0 {
			for _, stem := range n.stems[before%64] {
				if strings.HasPrefix(s[last:], stem) {
					return true
				}
			}
		}
		last, before = letter, key
	}
	return false
}
