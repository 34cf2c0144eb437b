package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// joinApart puts the letters that only Kazakh has back into their words where an
// extractor set blanks around them, since the PDF takes them from a font of their own. A
// blank of the text itself makes two behind such a letter; before it there is one anyway,
// and the word so far and what begins words elsewhere in the text tell whether it is real:
//
//	"к ө рсетілетін қ ызметті ң  н ә тижесі" → "көрсетілетін қызметтің нәтижесі"
//
// Where such letters stand apart in another way, nothing tells their places: a warning.
func joinApart(text string) (string, []model.Finding) {
	const (
		several = 50 // letters apart, of a damaged text
		share   = 2  // part of all such letters
	)
	all, apart, joinable := 0, 0, 0
	begins := map[string]bool{} // how words begin with such a letter
	eachKazakh(text, func(start, end int) {
		all++
		if isApart(text, start, end) {
			apart++
			if r, size := utf8.DecodeRuneInString(text[end:]); r == ' ' {
				if next, _ := utf8.DecodeRuneInString(text[end+size:]); unicode.IsLower(next) && !lang.OwnFont(next) {
					joinable++
				}
			}
			if before := text[:start]; before == "" || strings.HasSuffix(before, "  ") || !lang.IsLetter(lastRune(strings.TrimSuffix(before, " "))) {
				if o := opening(text, start, end); runes(o) > 2 { // "-қа" is an ending
					begins[o] = true
				}
			}
		}
	})
	if apart < several || apart*share < all {
		return text, nil
	}
	if joinable*share < apart {
		return text, []model.Finding{phrase.Finding(model.FindDisplacedWords, model.Warning, model.Span{}, phrase.LettersApart.Of(apart))}
	}
	out := make([]byte, 0, len(text))
	at := 0
	eachKazakh(text, func(start, end int) {
		if start < at || !isApart(text, start, end) {
			return
		}
		out = append(out, text[at:start]...)
		if n := len(out); n > 1 && out[n-1] == ' ' && out[n-2] != ' ' && goesInto(out[:n-1], text, start, end, begins) {
			out = out[:n-1]
		}
		out = append(out, text[start:end]...)
		if at = end; strings.HasPrefix(text[at:], " ") {
			at++ // of two blanks one is the text's own
		}
	})
	out = append(out, text[at:]...)
	return string(out), []model.Finding{phrase.Finding(model.FindJoinedLetters, model.Info, model.Span{}, phrase.LettersJoined.Of(apart))}
}

// eachKazakh calls f with the bounds of each run of letters that only Kazakh has.
func eachKazakh(s string, f func(start, end int)) {
	start := -1
	for i, r := range s {
		switch is := r >= 0x400 && lang.OwnFont(r); {
		case is && start < 0:
			start = i
		case !is && start >= 0:
			f(start, i)
			start = -1
		}
	}
	if start >= 0 {
		f(start, len(s))
	}
}

// isApart reports whether blanks or ends of lines are on both sides of a run of letters.
func isApart(s string, start, end int) bool {
	return (start == 0 || s[start-1] == ' ' || s[start-1] == '\n') && (end == len(s) || s[end] == ' ' || s[end] == '\n')
}

// opening is how a word begins whose first letters stand apart.
func opening(s string, start, end int) string {
	const letters = 3 // behind them
	rest := strings.TrimPrefix(s[end:], " ")
	return lang.Lower(s[start:end] + rest[:lettersEnd(rest, 0, letters)])
}

// goesInto reports whether letters from start to end of a text belong to the word that
// before ends with, but for a blank.
func goesInto(before []byte, text string, start, end int, begins map[string]bool) bool {
	const longest = 80 // bytes of a word
	near := string(before[max(0, len(before)-longest):])
	last := lastRune(near)
	switch last {
	case '(', '«', '-':
		return true
	case '"':
		return !lang.IsLetter(lastRune(near[:len(near)-1])) // one that opens
	}
	if !lang.IsLetter(last) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text[start:end])
	word := near[len(strings.TrimRightFunc(near, lang.IsLetter)):]
	switch {
	case unicode.IsUpper(first):
		return unicode.IsUpper(last)
	case first != 'ң' && !lang.IsVowel(first) && lang.IsFront(lastVowel(word)):
		return false // in a word қ and ғ stand beside back vowels
	case first == 'ң' || first == 'ғ': // no words begin so, or few
		return true
	case lang.IsVowel(first): // such vowels are in the first syllable
		return !strings.ContainsFunc(word, lang.IsVowel)
	}
	return !begins[opening(text, start, end)]
}

// lastVowel returns the last vowel of a word, 0 where it has none.
func lastVowel(word string) rune {
	i := strings.LastIndexFunc(word, lang.IsVowel)
	if i < 0 {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(word[i:])
	return r
}
