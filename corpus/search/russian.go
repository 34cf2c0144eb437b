package search

import (
	"strings"

	"github.com/kljensen/snowball/russian"
)

// stemRussian is the Snowball stemmer, the one that search engines have for Russian:
// "услугодателя", "услугодателем" → "услугодател". It leaves apart what differs by a
// vowel before к (участок, участка; справка, справок), which is taken out of every stem.
// The word is folded.
func stemRussian(word string) string {
	stem := russian.Stem(word, true)
	for _, end := range [...]string{"ок", "ек"} {
		if s, ok := strings.CutSuffix(stem, end); ok && len(s) >= len("уча") {
			return s + "к"
		}
	}
	return stem
}
