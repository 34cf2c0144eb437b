package lang

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

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

// phrasesOf are the stems of tables, "және$", "қосымша", as phrases: "және", "қосымша*".
func phrasesOf(tables ...Phrases) (out []Phrase) {
	for _, t := range tables {
		for _, stems := range t.all {
			words := strings.Fields(stems)
			for i, stem := range words {
				whole, ok := strings.CutSuffix(stem, "$")
				if words[i] = whole; !ok {
					words[i] += "*"
				}
			}
			out = append(out, Phrase(strings.Join(words, " ")))
		}
	}
	return out
}

// Phrases are wordings in stems, of which any will do. A look at the first letters of a
// word tells most words that begin none of them.
type Phrases struct {
	all    []string
	first  [64][]string // of all, by the first letter
	begins beginnings
}

// NewPhrases makes Phrases of stems in a row, parted by blanks.
func NewPhrases(phrases ...string) Phrases {
	p := Phrases{all: phrases}
	for _, ph := range phrases {
		p.begins.add(ph)
		first, _ := keys(ph)
		p.first[first] = append(p.first[first], ph)
	}
	return p
}

// Like returns the phrases, in the order of the table, one of which the word may begin.
func (p *Phrases) Like(word string) []string {
	if first, second := keys(word); p.begins[first]>>second&1 != 0 {
		return p.first[first]
	}
	return nil
}

// Stem reports whether the word begins with one of the phrases, which is a single stem.
func (p *Phrases) Stem(word string) bool { return HasStem(word, p.Like(word)) }

// In reports whether one of the phrases, which have all their words in a row, occurs in a
// text.
func (p *Phrases) In(text string) bool {
	words := wordsOf(text)
	for i, w := range words {
		for _, phrase := range p.Like(w) {
			if inRow(words[i:], strings.Split(phrase, " ")) {
				return true
			}
		}
	}
	return false
}

// Expression is a regular expression of words that are one of the phrases, the longest first.
// It cannot see whether a word goes on behind "дейін$": who uses it says what may stand there.
func (p *Phrases) Expression() string {
	longest := slices.Clone(p.all)
	slices.SortStableFunc(longest, func(a, b string) int { return len(b) - len(a) })
	for i, phrase := range longest {
		var words strings.Builder
		for k, stem := range strings.Fields(phrase) {
			if stem == "…" {
				fmt.Fprintf(&words, `(?:\s+\S+){0,%d}`, MostSkipped)
				continue
			}
			if k > 0 {
				words.WriteString(`\s+`)
			}
			whole, ok := strings.CutSuffix(stem, "$")
			words.WriteString(regexp.QuoteMeta(whole))
			if !ok {
				words.WriteString(`\p{L}*`)
			}
		}
		longest[i] = words.String()
	}
	return `(?:` + strings.Join(longest, "|") + `)`
}

// MostSkipped is how many words "…" stands for at most; it may stand for none.
const MostSkipped = 4

// inRow reports whether the words begin with the stems, one with each.
func inRow(words, stems []string) bool {
	for i, stem := range stems {
		if stem == "…" {
			for skip := 0; skip <= MostSkipped && i+skip < len(words); skip++ {
				if inRow(words[i+skip:], stems[i+1:]) {
					return true
				}
			}
			return false
		}
		if i >= len(words) || !IsStem(words[i], stem) {
			return false
		}
	}
	return true
}

// wordsOf are the folded words of a text: "2-кезең", "үшін".
func wordsOf(text string) []string {
	words := strings.FieldsFunc(text, notOfWord)
	for i := range words {
		words[i] = FoldWord(strings.Trim(words[i], "-"))
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

func notOfWord(r rune) bool { return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// Empty reports whether there are no phrases.
func (p *Phrases) Empty() bool { return len(p.all) == 0 }
