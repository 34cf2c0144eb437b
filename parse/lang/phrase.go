package lang

import "strings"

// Phrase is a wording in folded words, parted by blanks; a word that ends in * stands
// for every word that begins so: "күші жой*".
type Phrase string

// Pattern is a phrase ready to be compared.
type Pattern []PatternWord

// PatternWord is a word of a phrase.
type PatternWord struct {
	Text  string // folded
	Begin bool   // a word that begins with Text
}

// Match reports whether the folded word is the one meant.
func (p PatternWord) Match(word string) bool {
	if p.Begin {
		return strings.HasPrefix(word, p.Text)
	}
	return word == p.Text
}

// Pattern prepares the phrase.
func (p Phrase) Pattern() Pattern {
	var out Pattern
	for _, w := range strings.Fields(string(p)) {
		t, begin := strings.CutSuffix(w, "*")
		out = append(out, PatternWord{Text: t, Begin: begin})
	}
	return out
}
