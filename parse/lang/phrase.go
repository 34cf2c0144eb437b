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

// Patterns prepares phrases.
func Patterns(phrases []Phrase) []Pattern {
	out := make([]Pattern, len(phrases))
	for i, p := range phrases {
		out[i] = p.Pattern()
	}
	return out
}

// Phrases are wordings in stems, of which any will do. A look at the first letters of a
// word tells most words that begin none of them.
type Phrases struct {
	all    []string
	begins beginnings
}

// NewPhrases makes Phrases of stems in a row, parted by blanks.
func NewPhrases(phrases ...string) Phrases {
	p := Phrases{all: phrases}
	for _, ph := range phrases {
		p.begins.add(ph)
	}
	return p
}

// Like returns the phrases, in the order of the table, one of which the word may begin.
func (p *Phrases) Like(word string) []string {
	if !p.begins.have(word) {
		return nil
	}
	return p.all
}

// Stem reports whether the word begins with one of the phrases, which is a single stem.
func (p *Phrases) Stem(word string) bool { return HasStem(word, p.Like(word)) }

// Empty reports whether there are no phrases.
func (p *Phrases) Empty() bool { return len(p.all) == 0 }
