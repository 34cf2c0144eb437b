package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lookAlike maps Latin letters typed for the Cyrillic ones of the same shape:
// "Күшi жойылды" with a Latin i, "қызмəт" with a Latin ə.
var lookAlike = [128]rune{
	'a': 'а', 'c': 'с', 'e': 'е', 'h': 'һ', 'i': 'і', 'k': 'к', 'm': 'м', 'o': 'о', 'p': 'р', 't': 'т', 'x': 'х', 'y': 'у',
}

// FoldWord returns the word in the shape words are compared in: lower case, ё as е, any
// dash as a hyphen, Latin look-alikes as Cyrillic where the word has a Cyrillic letter.
func FoldWord(word string) string {
	plain, cyrillic := true, false
	for _, r := range word {
		switch {
		case r >= 'а' && r <= 'я' || r >= 0x0491 && r <= 0x04FF && unicode.IsLower(r) || r == 'і':
			cyrillic = true
		case r >= 0x0400 && r <= 0x04FF:
			plain, cyrillic = false, true
		case r != '-':
			plain = false
		}
	}
	if plain {
		return word
	}
	var b strings.Builder
	b.Grow(len(word) + utf8.UTFMax)
	for _, r := range word {
		r = unicode.ToLower(r)
		switch {
		case r == 'ё':
			r = 'е'
		case r == '–' || r == '—' || r == '‑':
			r = '-'
		case cyrillic && r == 'ə':
			r = 'ә'
		case cyrillic && r < 128 && lookAlike[r] != 0:
			r = lookAlike[r]
		}
		b.WriteRune(r)
	}
	return b.String()
}
