package source

import (
	"strings"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// unspace joins the letters of a line that was justified by widening every gap:
//
//	"с ә й к е с  ж а ң а  р е д а к ц и я д а"  every letter apart
//	"ретт іл іг ін  сипаттау:"                   apart only at narrow letters
//
// Words are then two blanks apart. Holes of displaced words are wider still; they are
// kept as two blanks for the next repair to see.
func (l *line) unspace(v *vocabulary) {
	const filled = 5 // blanks: wider than any hole, the line was filled with them
	body := l.text[l.indent:]
	switch {
	case l.gaps.letterSpaced:
		joined := joinLetters(body)
		if l.gaps.widest == 1 { // the gaps between words are lost
			joined = v.parted(joined)
		}
		l.set(joined, model.FindJoinedLetters, phrase.SpacedLetters.Of(body))
	case l.gaps.widest >= filled:
		l.text, l.soft = l.text[:l.indent]+strings.Join(strings.Fields(body), " "), true
	case l.gaps.justified || l.gaps.stray || l.gaps.hyphen:
		joined, what := joinFragments(body, l.gaps, v)
		if what != "" {
			l.set(joined, model.FindJoinedLetters, phrase.SpacedLetters.Of(what))
		} else if l.gaps.justified {
			l.text = l.text[:l.indent] + joined // only blanks changed
		}
	}
}

// set replaces the line's text behind its indentation and marks the repair.
func (l *line) set(body string, code model.FindingCode, why model.Message) {
	l.text = l.text[:l.indent] + body
	l.marks = append(l.marks, mark{l.indent, len(l.text), code, model.Info, why})
}

// gaps are how the words of a line stand apart.
type gaps struct {
	runes        int  // of the line
	widest       int  // blanks in a row
	hyphen       bool // a blank inside a compound: "іс -қимылдарының"
	comma        bool // a blank before one
	stray        bool // a letter stands alone, though no word of one letter is written so
	letterSpaced bool // most words fell apart into single letters
	justified    bool // wide gaps are the rule, not holes
}

// gapsOf looks at a text that neither begins nor ends with a blank.
func gapsOf(s string) gaps {
	var g gaps
	words, single := 0, 0         // single: of one letter or sign
	blanks, pairs := 0, 0         // pairs: of blanks beside one another
	start, before, row := 0, 0, 0 // of the word: its offset and the runes before it; blanks in a row
	word := func(end int) {
		if end == start {
			return
		}
		row = 0
		words++
		if g.runes-before == 1 {
			single++
			letter := lastRune(s[start:end])
			g.stray = g.stray || lang.IsLetter(letter) && !lang.StandsAlone(letter)
		}
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0xc0: // the next byte goes on with it
			g.runes++
			i++
		case c == ' ':
			word(i)
			g.runes++
			blanks++
			row++
			pairs += 1 - row%2
			g.widest = max(g.widest, row)
			if i+2 < len(s) {
				g.comma = g.comma || s[i+1] == ','
				g.hyphen = g.hyphen || s[i+1] == '-' && s[i+2] >= utf8.RuneSelf
			}
			start, before = i+1, g.runes
		case c < utf8.RuneSelf:
			g.runes++
		}
	}
	word(len(s))
	// Two bytes of a letter and a blank: far more blanks than any text has.
	g.letterSpaced = blanks*6 >= len(s) && words >= 4 && single*10 >= words*6
	if pairs > 1 {
		// Every displaced link at the end of a line accounts for a hole.
		_, links := tail(s, nil)
		holes := pairs - len(links)
		g.justified = holes > 1 && holes*4 >= blanks-pairs+1
	}
	return g
}

// damaged reports whether the words of the line are not to be trusted.
func (g gaps) damaged() bool { return g.letterSpaced || g.stray || g.justified }

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

// shortPiece is how many letters the pieces of a word have at most, but beside a stray
// letter: "жүргіз ілмейді", "қ абылдауды", not "кезеңділігі айқындалады".
const shortPiece = 7

// maxFragments is how many pieces of one word are tried together.
const maxFragments = 8

// joinFragments joins neighbouring pieces whose whole is a word of the document while
// the pieces are not. It returns what was joined, "" where nothing was.
func joinFragments(s string, g gaps, v *vocabulary) (joined, what string) {
	type token struct {
		text    string
		core    string // without the marks around it
		letters int    // of core
		known   bool   // core is a word of the document
		gap     int    // blanks before it
	}
	tokens := make([]token, 0, strings.Count(s, " ")+1)
	gap, start := 0, -1
	flush := func(end int) {
		if start >= 0 {
			core := strings.TrimFunc(s[start:end], notLetter)
			tokens = append(tokens, token{s[start:end], core, runes(core), core != "" && v.has(core), gap})
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
	wide := g.justified || g.widest > 1 && g.stray
	var b strings.Builder
	var done []string
	for i := 0; i < len(tokens); {
		n := 1
		// A whole that is a word of the document is certain. In a widened line short pieces
		// that are all no words belong together even if their whole is not found elsewhere.
		for _, certain := range []bool{true, false} {
			for k := min(maxFragments, len(tokens)-i); k > 1 && n == 1; k-- {
				pieces, known := 0, 0
				short, before := true, 1 // letters of the piece before
				for j, t := range tokens[i : i+k] {
					if j > 0 && t.gap != 1 || t.core == "" && j < k-1 {
						pieces = 0
						break
					}
					if t.core != "" {
						pieces++
						short = short && (min(before, t.letters) == 1 || max(before, t.letters) <= shortPiece)
						before = t.letters
						if t.known {
							known++
						}
					}
				}
				if pieces < 2 || known == pieces {
					continue
				}
				whole := ""
				for _, t := range tokens[i : i+k] {
					whole += t.text
				}
				core := strings.TrimFunc(whole, notLetter)
				if certain && v.has(core) || !certain && wide && known == 0 && isLetters(core) && short {
					n = k
				}
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

func notLetter(r rune) bool { return !lang.IsLetter(r) }
