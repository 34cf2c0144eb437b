package source

import (
	"fmt"
	"strings"
	"unicode"

	"reglament/model"
)

// unspace joins the letters of a line that was justified by widening every gap:
//
//	"с ә й к е с  ж а ң а  р е д а к ц и я д а"  every letter apart
//	"ретт іл іг ін  сипаттау:"                   apart only at narrow letters
//
// Words are then two blanks apart. Holes of displaced words are wider still; they are
// kept as two blanks for the next repair to see.
func (l *line) unspace(v vocabulary) {
	body := l.text[l.indent:]
	switch {
	case letterSpaced(body):
		l.set(joinLetters(body), model.FindJoinedLetters, body)
	case strings.Contains(body, "  ") || strings.Contains(body, " -") || hasStrayLetter(body):
		joined, what := joinFragments(body, v)
		if what != "" {
			l.set(joined, model.FindJoinedLetters, what)
		} else if justified(body) {
			l.text = l.text[:l.indent] + joined // only blanks changed
		}
	}
}

// set replaces the line's text behind its indentation and marks the repair.
func (l *line) set(body string, code model.FindingCode, was string) {
	l.text = l.text[:l.indent] + body
	l.marks = append(l.marks, mark{l.indent, len(l.text), code, model.Info, repairMessage(code, was)})
}

func repairMessage(code model.FindingCode, was string) string {
	switch code {
	case model.FindJoinedLetters:
		return fmt.Sprintf("letters stood apart in the source: %q", was)
	case model.FindMovedWords:
		return fmt.Sprintf("link words stood at the end of their line: %q", was)
	case model.FindJoinedHyphen:
		return fmt.Sprintf("hyphen of a former line end removed: %q", was)
	case model.FindReplacedLetters:
		return fmt.Sprintf("Latin letters replaced by the Cyrillic ones they look like: %s", was)
	case model.FindJoinedParagraph:
		return "a paragraph that was cut in two is one again"
	}
	return was
}

// letterSpaced reports whether most words of the line fell apart into single letters.
func letterSpaced(s string) bool {
	single, all := 0, 0
	for _, w := range strings.Fields(s) {
		all++
		if runes(w) == 1 {
			single++
		}
	}
	return all >= 4 && single*10 >= all*6
}

// joinLetters removes single blanks and makes every wider gap one blank, holes two.
func joinLetters(s string) string {
	var b strings.Builder
	gap := 0
	for _, r := range s {
		if r == ' ' {
			gap++
			continue
		}
		switch {
		case gap > 2:
			b.WriteString("  ")
		case gap == 2:
			b.WriteByte(' ')
		}
		gap = 0
		b.WriteRune(r)
	}
	return b.String()
}

// hasStrayLetter reports a letter that stands alone though no word of one letter does.
func hasStrayLetter(s string) bool {
	for _, w := range strings.Fields(s) {
		if runes(w) == 1 && unicode.IsLetter(lastRune(w)) && !oneLetterWord(w) {
			return true
		}
	}
	return false
}

// oneLetterWord: Russian prepositions and conjunctions, and letters that number items.
func oneLetterWord(w string) bool {
	return strings.ContainsAny(w, "авикосуяАВИКОСУЯ")
}

// maxFragments is how many pieces of one word are tried together.
const maxFragments = 8

// joinFragments joins neighbouring pieces whose whole is a word of the document while
// the pieces are not. It returns what was joined, "" where nothing was.
func joinFragments(s string, v vocabulary) (joined, what string) {
	type token struct {
		text string
		gap  int // blanks before it
	}
	var tokens []token
	gap, start := 0, -1
	flush := func(end int) {
		if start >= 0 {
			tokens = append(tokens, token{s[start:end], gap})
			start, gap = -1, 0
		}
	}
	for i, r := range s {
		if r == ' ' {
			flush(i)
			gap++
		} else if start < 0 {
			start = i
		}
	}
	flush(len(s))
	wide := justified(s) || strings.Contains(s, "  ") && hasStrayLetter(s)
	var b strings.Builder
	var done []string
	for i := 0; i < len(tokens); {
		n := 1
		for k := min(maxFragments, len(tokens)-i); k > 1; k-- {
			whole, pieces, known := "", 0, 0
			ok := true
			for j := i; j < i+k; j++ {
				if j > i && tokens[j].gap != 1 {
					ok = false
					break
				}
				whole += tokens[j].text
				core := strings.TrimFunc(tokens[j].text, notLetter)
				if core == "" && j < i+k-1 {
					ok = false
					break
				}
				if core != "" {
					pieces++
					if v.has(core) {
						known++
					}
				}
			}
			core := strings.TrimFunc(whole, notLetter)
			if !ok || pieces < 2 || known == pieces {
				continue
			}
			// In a widened line pieces that are all no words belong together even if the
			// document does not write their whole elsewhere.
			if v.has(core) || wide && known == 0 && isLetters(core) {
				n = k
				break
			}
		}
		if i > 0 {
			g := min(tokens[i].gap, 2)
			// In a widened line a blank before a closing mark is part of the widening.
			switch {
			case !wide:
			case g == 1 && (strings.Trim(tokens[i].text, ";:.,)") == "" || tokens[i-1].text == "("):
				g = 0 // a blank beside a mark is part of the widening
			case tokens[i].gap == 2:
				g = 1
			}
			b.WriteString("  "[:g])
		}
		word := ""
		for j := i; j < i+n; j++ {
			word += tokens[j].text
		}
		if n > 1 {
			done = append(done, word)
		}
		b.WriteString(word)
		i += n
	}
	return b.String(), strings.Join(done, " ")
}

// justified reports whether wide gaps are the rule in the line, not holes in it.
func justified(s string) bool {
	wide := strings.Count(s, "  ")
	return wide > 1 && wide*4 >= len(strings.Fields(s))
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
