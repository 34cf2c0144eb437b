package search

import "github.com/kljensen/snowball/russian"

// stemRussian is the Snowball stemmer, the one that search engines have for Russian:
// "услугодателя", "услугодателем" → "услугодател". The word is folded.
func stemRussian(word string) string {
	return russian.Stem(word, true)
}
