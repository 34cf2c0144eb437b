package act

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/parse/lang"
)

// kind of a token.
type kind uint8

const (
	word   kind = iota
	figure      // a run of digits
	numero      // № or an N that stands for it
	quote
	open  // ( or [
	close // ) or ]
	mark  // any other sign
)

// token of a paragraph. match is the index of the token that a bracket or quotation
// mark pairs with, -1 where it has no pair; opening marks pair forward.
type token struct {
	kind       kind
	start, end int    // in the text
	low        string // folded word, digits, or the sign
	match      int
}

// line is a text as tokens.
type line struct {
	text string
	t    []token
}

// LongestParagraph is how many bytes of a paragraph are read: more than a whole act has.
// What is read of a text takes many times as much memory as the text.
const LongestParagraph = 1 << 18

// scan cuts a text into tokens and pairs its quotation marks and brackets.
func scan(text string) *line {
	if len(text) > LongestParagraph {
		text = strings.ToValidUTF8(text[:LongestParagraph], "")
	}
	l := &line{text: text, t: make([]token, 0, len(text)/9+4)}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			i += n
			continue
		case r >= '0' && r <= '9':
			j := i + 1
			for j < len(text) && text[j] >= '0' && text[j] <= '9' {
				j++
			}
			l.t = append(l.t, token{kind: figure, start: i, end: j, low: text[i:j], match: -1})
			i = j
			continue
		case lang.IsLetter(r):
			j := wordEnd(text, i)
			w := text[i:j]
			if lang.Numero(w) && (w != "n" || nextIsFigure(text, j)) {
				l.t = append(l.t, token{kind: numero, start: i, end: j, low: "№", match: -1})
			} else {
				l.t = append(l.t, token{kind: word, start: i, end: j, low: lang.FoldWord(w), match: -1})
			}
			i = j
			continue
		}
		k := mark
		switch r {
		case '№':
			k = numero
		case '(', '[':
			k = open
		case ')', ']':
			k = close
		default:
			if strings.ContainsRune(lang.Quotes, r) {
				k = quote
			}
		}
		l.t = append(l.t, token{kind: k, start: i, end: i + n, low: text[i : i+n], match: -1})
		i += n
	}
	l.pair()
	return l
}

// dashAt returns how many bytes the dash at i has, 0 where none stands there.
func dashAt(text string, i int) int {
	switch r, n := utf8.DecodeRuneInString(text[i:]); r {
	case '-', '–', '‑':
		return n
	}
	return 0
}

// wordEnd returns the end of the word at i; a dash between letters is part of it:
// "РҚАО-ның", "Северо–Казахстанской".
func wordEnd(text string, i int) int {
	for {
		i = lang.LettersEnd(text, i)
		n := dashAt(text, i)
		if n == 0 || i+n == len(text) || lang.LetterAt(text, i+n) == 0 {
			return i
		}
		i += n
	}
}

func nextIsFigure(text string, i int) bool {
	for i < len(text) && text[i] == ' ' {
		i++
	}
	return i < len(text) && text[i] >= '0' && text[i] <= '9'
}

// pair finds the pairs of brackets and quotation marks. A straight quote opens after a
// blank or bracket and closes before one; between two blanks it closes what is open.
// The one mark that ends «… "…" ends both.
func (l *line) pair() {
	var brackets, quotes []int
	closed := -1 // the last mark that closed a quotation
	for i := range l.t {
		t := &l.t[i]
		switch t.kind {
		case open:
			brackets = append(brackets, i)
		case close:
			if n := len(brackets); n > 0 {
				o := brackets[n-1]
				brackets = brackets[:n-1]
				t.match, l.t[o].match = o, i
				// a quotation opened inside the bracket ends with it
				for len(quotes) > 0 && quotes[len(quotes)-1] > o {
					quotes = quotes[:len(quotes)-1]
				}
			}
		case quote:
			if l.opens(i, len(quotes) > 0) {
				quotes = append(quotes, i)
				continue
			}
			if n := len(quotes); n > 0 {
				o := quotes[n-1]
				quotes = quotes[:n-1]
				t.match, l.t[o].match = o, i
				closed = i
			} else if closed >= 0 && l.has(i-1, titleEnds) && l.oneClause(closed, i) {
				// "… туралы" № 5 шешіміне өзгерістер енгізу туралы", "A", "B" регламенттерін бекіту
				// туралы": the first mark opens both
				t.match = l.firstName(l.t[closed].match)
				l.t[t.match].match = i
			}
		}
	}
	for _, o := range quotes {
		if last := l.lastName(o); last >= 0 && l.titleOver(last+1) {
			l.t[o].match, l.t[last].match = last, o
		}
	}
}

// firstName returns the mark that begins the names of which token o opens the last: "|A", "B".
func (l *line) firstName(o int) int {
	for l.is(o-1, ",") || l.has(o-1, joinWords) {
		before := o - 2
		if before < 0 || l.t[before].kind != quote || l.t[before].match < 0 || l.t[before].match >= before {
			break
		}
		o = l.t[before].match
	}
	return o
}

// lastName returns the mark that ends the names quoted next in the quotation that token o
// opens, -1 for none: «Об утверждении регламентов услуг «A», «B» и «C|».
func (l *line) lastName(o int) int {
	const longest = 200 // tokens of a title
	for i := o + 1; i < len(l.t) && i <= o+longest; i++ {
		if t := l.t[i]; t.kind == quote && t.match > i {
			last := t.match
			for l.is(last+1, ",") || l.has(last+1, joinWords) {
				next := last + 2
				if next >= len(l.t) || l.t[next].kind != quote || l.t[next].match <= next {
					break
				}
				last = l.t[next].match
			}
			return last
		}
	}
	return -1
}

// titleOver reports whether what stands at token i cannot go on with a title that ends in a
// name: a sign, the date of the act, what is ordered done to it, or the body that adopts.
//
//	«О внесении … в постановление … № 5 «Об утверждении … "A" | (…)
//	"Об утверждении регламента … "A" | от 8 декабря 2015 года № 471
//	«Об утверждении регламента … «A» | следующие изменения, | признать утратившим силу
//	«Об утверждении стандарта … «A» | акимат области ПОСТАНОВЛЯЕТ:
func (l *line) titleOver(i int) bool {
	if i >= len(l.t) || l.t[i].kind != word || l.has(i, repealOrders) || l.has(i, changeWords) || l.has(i+1, changeWords) {
		return true
	}
	if l.has(i, datePrepositions) {
		_, ok := l.dateAt(i + 1)
		return ok
	}
	const longest = 10 // words of a body's name
	for j := i; j < len(l.t) && j < i+longest && l.t[j].kind == word; j++ {
		if kind, _ := l.adoption(j); kind != "" {
			return true
		}
	}
	return false
}

// oneClause reports whether tokens (from, to) are the rest of one title.
func (l *line) oneClause(from, to int) bool {
	const longest = 30
	if to-from > longest {
		return false
	}
	for _, t := range l.t[from+1 : to] {
		switch {
		case t.kind == word, t.kind == figure, t.kind == numero:
		case t.low == ",", t.low == "-", t.low == "–", t.low == "/":
		default:
			return false
		}
	}
	return true
}

// opens reports whether the quotation mark at token i opens a quotation. Marks that are the
// same on both sides are told by the blanks around them, and else by whether one is open.
func (l *line) opens(i int, inside bool) bool {
	t := l.t[i]
	switch t.low {
	case "«", "„":
		return true
	case "»", "”":
		return false
	case "“":
		return !inside
	}
	before, _ := utf8.DecodeLastRuneInString(l.text[:t.start])
	after, _ := utf8.DecodeRuneInString(l.text[t.end:])
	gapBefore := t.start == 0 || unicode.IsSpace(before) || before == '(' || before == '['
	gapAfter := t.end == len(l.text) || unicode.IsSpace(after) || unicode.IsPunct(after) && after != '"' && after != '«' && after != '('
	switch {
	case gapBefore && !gapAfter:
		return true
	case gapAfter && !gapBefore:
		return false
	}
	if i > 0 && l.t[i-1].kind == quote && l.t[i-1].end == t.start && !l.manyQuotes(i) { // ""
		return l.t[i-1].match < 0 && l.opens(i-1, inside) && !gapAfter
	}
	return !inside
}

// manyQuotes reports whether more marks than any text has stand in a row before i.
func (l *line) manyQuotes(i int) bool {
	const most = 4
	for k := i - 1; k >= 0 && l.t[k].kind == quote && l.t[k].end == l.t[k+1].start; k-- {
		if i-k > most {
			return true
		}
	}
	return false
}

// at reports whether the pattern stands at token i, and how many tokens it takes.
func (l *line) at(i int, p lang.Pattern) (n int, ok bool) {
	if i < 0 || i+len(p) > len(l.t) {
		return 0, false
	}
	for j, w := range p {
		if !w.Match(l.t[i+j].low) {
			return 0, false
		}
	}
	return len(p), true
}

var patterns = lang.Patterns

// any reports whether one of the patterns stands at token i, and how many tokens it takes.
func (l *line) any(i int, ps []lang.Pattern) (n int, ok bool) {
	for _, p := range ps {
		if n, ok := l.at(i, p); ok {
			return n, true
		}
	}
	return 0, false
}

// is reports whether token i is the folded word or sign.
func (l *line) is(i int, low string) bool { return i >= 0 && i < len(l.t) && l.t[i].low == low }

// slice returns the text of tokens [i, j).
func (l *line) slice(i, j int) string {
	if i >= j {
		return ""
	}
	return l.text[l.t[i].start:l.t[j-1].end]
}

// oneLine is a name or a title as a value: on one line, blanks single.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// capital reports whether token i is a word that begins with a capital letter.
func (l *line) capital(i int) bool {
	if i < 0 || i >= len(l.t) || l.t[i].kind != word {
		return false
	}
	r, _ := utf8.DecodeRuneInString(l.text[l.t[i].start:])
	return unicode.IsUpper(r)
}
