package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// typed are the small Latin letters that stand for Cyrillic ones where words are compared: the
// look-alikes, and those that are alike as capitals only. A reader of the page sees the latter,
// so the text keeps them: "Руководиtель".
var typed = func() [128]rune {
	letters := [128]rune{'k': 'к', 'm': 'м', 't': 'т'}
	for latin, c := range lookalikes {
		if latin >= 'a' && latin <= 'z' {
			letters[latin] = c
		}
	}
	return letters
}()

// FoldWord returns the word in the shape words are compared in: lower case, ё as е, any
// dash as a hyphen, Latin look-alikes as Cyrillic where the word has a Cyrillic letter, and
// ә where a page has ң for it.
func FoldWord(word string) string {
	plain, cyrillic := true, false
	for i, r := range word {
		switch {
		case (r == 'ң' || r == 'Ң') && !followsVowel(word[:i]):
			plain, cyrillic = false, true
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
	for i, r := range word {
		r = unicode.ToLower(r)
		switch {
		case r == 'ң' && !followsVowel(word[:i]):
			r = 'ә'
		case r == 'ё':
			r = 'е'
		case r == '–' || r == '—' || r == '‑':
			r = '-'
		case cyrillic && r == 'ə':
			r = 'ә'
		case cyrillic && r < 128 && typed[r] != 0:
			r = typed[r]
		}
		b.WriteRune(r)
	}
	return b.String()
}

// followsVowel reports whether the beginning of a word ends with a vowel. In Kazakh ң
// stands only after one; elsewhere it is the ә of a page with a damaged alphabet:
// "мңслихатының", "сңуірдегі".
func followsVowel(begun string) bool {
	last, _ := utf8.DecodeLastRuneInString(begun)
	return IsVowel(last) || last == 'i' || last == 'I' // typed for і
}

// FoldName is the form of a name of a service or an act in which names are compared: NFC, lower case, no
// quotation marks, every dash "-", blanks single, none at the ends.
func FoldName(name string) string {
	var b strings.Builder
	blank := false
	for _, r := range norm.NFC.String(name) {
		switch {
		case unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		case unicode.Is(unicode.Cf, r), strings.ContainsRune(nameMarks, r):
			continue
		case unicode.Is(unicode.Pd, r), r == '−':
			r = '-'
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
