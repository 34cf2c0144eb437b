package source

import (
	"bytes"
	"regexp"
	"slices"
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
	if !mayBeApart(text) {
		return text, nil
	}
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

// mayBeApart reports whether blanks stand around many of the letters of which most begin
// with one byte: ғ, қ, ң, ү, ұ, һ.
func mayBeApart(text string) bool {
	const (
		several = 10
		share   = 8 // part of all such letters: not of a few lines that were justified so
	)
	all, apart := 0, 0
	for i := 0; i < len(text); i += 2 {
		k := strings.IndexByte(text[i:], 0xd2)
		if k < 0 {
			break
		}
		all++
		if i += k; i+2 <= len(text) && isApart(text, i, i+2) {
			apart++
		}
	}
	return apart >= several && apart*share >= all
}

// joinLone puts the letters that only Kazakh has back into their words where an extractor
// set each run of them, which the PDF takes from a font of its own, on its own line, and
// the text between them too. The blanks of the text are kept; where a line of the page
// ended beside such a letter, a sign or what words the document has tell it.
//
//	"жыл" + "ғ" + "ы 15 с" + "ә" + "уірдегі" → "жылғы 15 сәуірдегі"
func joinLone(text string) (string, []model.Finding) {
	const (
		several = 50 // lines of such letters, of a broken text
		share   = 3  // part of all lines
		rare    = 5  // part of them that stand behind one another: letters in a row are displaced
	)
	lone, lines, inRow := 0, 0, 0
	before := false
	for l := range strings.Lines(text) {
		is := isLone(l)
		if is {
			lone++
			if before {
				inRow++
			}
		}
		if before = is; len(l) > 1 {
			lines++
		}
	}
	if lone < several || lone*share < lines || inRow*rare > lone {
		return text, nil
	}
	const seam = '\x00' // between letters that were on two lines
	joined := make([]byte, 0, len(text))
	var last rune // of the line before
	before = false
	for l := range strings.Lines(text) {
		body := strings.TrimSuffix(l, "\n")
		is := isLone(body)
		first, _ := utf8.DecodeRuneInString(body)
		if body == "" || last == 0 || !is && !before {
			joined = append(joined, '\n')
		} else if last != ' ' && first != ' ' {
			switch {
			case lang.IsLetter(last) && lang.IsLetter(first):
				if unicode.IsUpper(first) && unicode.IsLower(last) {
					joined = append(joined, '\n')
				} else {
					joined = append(joined, seam)
				}
			case is && !strings.ContainsRune("-(«\"", last) && !initial.Match(joined[max(0, len(joined)-2*utf8.UTFMax):]), before && !strings.ContainsRune("-.,;:)»\"", first):
				joined = append(joined, '\n')
			}
		}
		joined = append(joined, body...)
		before = is
		if last = 0; body != "" {
			last = lastRune(body)
		}
	}
	v := newVocabulary(len(joined))
	var widths []int
	for l := range strings.Lines(strings.ReplaceAll(string(joined), string(seam), "")) {
		v.add(l)
		widths = append(widths, runes(l))
	}
	slices.Sort(widths)
	width := widths[len(widths)*9/10] // of the page
	out := make([]byte, 0, len(joined))
	for l := range bytes.Lines(joined) {
		all := runes(string(l)) - bytes.Count(l, []byte{seam})
		at, done := 0, 0 // done: letters and signs of the lines that end
		for i, here := 0, 0; i < len(l); i++ {
			if l[i] != seam {
				if utf8.RuneStart(l[i]) {
					here++
				}
				continue
			}
			out = append(out, l[at:i]...)
			at = i + 1
			// Two lines of the page, and this may be the end of the first.
			ends := (all-done)*100 > width*115 && (here-done)*100 > width*85 && (here-done)*100 < width*106
			if v.apart(out, l[at:], seam, ends) {
				out = append(out, '\n')
				done = here
			}
		}
		out = append(out, l[at:]...)
	}
	return string(out), []model.Finding{phrase.Finding(model.FindJoinedLetters, model.Info, model.Span{}, phrase.LettersJoined.Of(lone))}
}

// initial is that of a name at the end of a text: "М."
var initial = regexp.MustCompile(`\P{L}\p{Lu}\.$`)

// isLone reports whether a line has nothing but letters that only Kazakh has.
func isLone(line string) bool {
	line = strings.TrimLeft(line, " ")
	if line == "" || line[0] != 0xd2 && line[0] != 0xd3 { // U+0480 to U+04FF: they are all there
		return false
	}
	line = strings.TrimRight(line, " \n")
	return strings.IndexFunc(line, func(r rune) bool { return r < 0x400 || !lang.OwnFont(r) }) < 0
}

// apart reports whether the word at the end of before and that at the beginning of after,
// which may have seams, are two: the document writes both elsewhere, or one of them, and
// hardly ever both as one; or a line of the page ends about there.
func (v *vocabulary) apart(before, after []byte, seam byte, ends bool) bool {
	const (
		longest = 80 // bytes of a word
		least   = 3  // letters
		long    = 5  // letters of a word that is no ending
		often   = 2  // times that a word is written
	)
	near := string(before[max(0, len(before)-longest):])
	left := near[len(strings.TrimRightFunc(near, lang.IsLetter)):]
	next := strings.ReplaceAll(string(after[:min(len(after), longest)]), string(rune(seam)), "")
	right := next[:lettersEnd(next, 0, len(next))]
	if runes(left) < least || runes(right) < least {
		return false
	}
	l, r, one := v.times(mendedWord(left)), v.times(mendedWord(right)), v.times(mendedWord(left+right))
	first, _ := utf8.DecodeRuneInString(right)
	switch {
	case ends && max(l, r) >= often:
		return true
	case l >= often && r >= often:
		return one <= l+r
	case r > often && runes(right) >= long:
		return one < often
	}
	// No ending begins with such a vowel: "ақшалай" + "өтеу".
	return l >= often && one <= l && lang.OwnFont(first) && lang.IsVowel(first)
}

// eachKazakh calls f with the bounds of each run of letters that only Kazakh has.
func eachKazakh(s string, f func(start, end int)) {
	start := -1
	for i := 0; i < len(s); {
		own, size := false, 1
		switch c := s[i]; c {
		case 0xd0, 0xd1: // nearly all other letters
			size = 2
		case 0xd2, 0xd3: // U+0480 to U+04FF: they are all there
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			own = lang.OwnFont(r)
		}
		switch {
		case own && start < 0:
			start = i
		case !own && start >= 0:
			f(start, i)
			start = -1
		}
		i += size
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
