package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// putBack returns hyperlink words to the holes they left. Extractors that follow the
// painting order of a PDF give the text of a line first and its links after it:
//
//	"қызмет  осы қаулының  сәйкес жаңа редакцияда регламенті 2-қосымшасына"
//	→ "қызмет регламенті осы қаулының 2-қосымшасына сәйкес жаңа редакцияда"
//
// A hole is a gap of two blanks, a blank before a comma, a blank at the start of a line
// that continues a paragraph (leads: this is one), or the end of the line. Holes are filled from
// the left, in the order of the links; the last link may belong to the end of the line.
func (l *line) putBack(v *vocabulary, leads bool) {
	if !leads && l.gaps.widest < 2 && !l.gaps.comma { // nearly every line
		return
	}
	body := l.text[l.indent:]
	holes := holesOf(body)
	if leads {
		holes = append([]int{0}, holes...)
	}
	if len(holes) == 0 {
		return
	}
	head, units := tail(body, v)
	if most := len(holes) + 1; len(units) > most {
		// Words before the last ones are link words standing in their own place.
		units = units[len(units)-most:]
		head = body[:units[0].start]
	}
	// A hole right before the tail is the end of the line itself.
	head = strings.TrimRight(head, " ")
	inner := holes
	for len(inner) > 0 && inner[len(inner)-1] >= len(head) {
		inner = inner[:len(inner)-1]
	}
	if len(units) == 0 || len(units) < len(inner) {
		if leads && len(units) == 0 {
			l.marks = append(l.marks, mark{l.indent, len(l.text), model.FindDisplacedWords, model.Warning,
				phrase.LostWord.Of()})
		}
		return
	}
	if len(inner) == 0 {
		return
	}
	var b strings.Builder
	at := 0
	var moved []string
	for i, h := range inner {
		b.WriteString(strings.TrimRight(head[at:h], " "))
		writeSpaced(&b, units[i].text)
		moved = append(moved, units[i].text)
		at = h
		for at < len(head) && head[at] == ' ' {
			at++
		}
		if at < len(head) && !strings.HasPrefix(head[at:], ",") {
			b.WriteByte(' ')
		}
	}
	b.WriteString(head[at:])
	for _, u := range units[len(inner):] {
		writeSpaced(&b, u.text)
	}
	text := b.String()
	for _, m := range []string{" .", " ;", " :"} {
		if t, ok := strings.CutSuffix(text, m); ok {
			text = t + m[1:]
		}
	}
	l.set(text, model.FindMovedWords, phrase.MovedWords.Of(strings.Join(moved, " ")))
}

// opensWithHole reports whether the first word of a line may be missing: its blank is
// left. Two blanks and more are an indentation, as of a title in the middle; a lone one may
// stand before a position, too.
func (l *line) opensWithHole() bool { return l.indent == 1 && !l.cell }

// completeTitle puts the end of a law's title back into the hole at the start of the line.
// before is the paragraph so far, which a title opens at its end; the title is a known one,
// so where its end begins and ends is certain:
//
//	`… және өзін-өзі` + ` 2001 жылғы 23 қаңтардағы, басқару туралы" "Мемлекеттік …`
//	→ `басқару туралы" 2001 жылғы 23 қаңтардағы, "Мемлекеттік …`
func (l *line) completeTitle(before *growing) {
	if !l.opensWithHole() {
		return
	}
	const longest = 400 // bytes of a title
	opened := before.end(longest)
	if at := strings.LastIndexAny(opened, lang.OpeningQuotes); at >= 0 {
		_, size := utf8.DecodeRuneInString(opened[at:])
		opened = opened[at+size:]
	}
	if opened == "" {
		return
	}
	opened += " "
	body := l.text[l.indent:]
	for title := range lang.LawTitles() {
		rest, ok := strings.CutPrefix(title, opened)
		if !ok {
			continue
		}
		start := strings.Index(body, " "+rest)
		if start < 0 {
			continue
		}
		after := body[start+1+len(rest):]
		mark, size := utf8.DecodeRuneInString(after)
		if !strings.ContainsRune(lang.ClosingQuotes, mark) {
			continue
		}
		l.text, l.indent = body, 0
		l.set(rest+after[:size]+" "+body[:start]+after[size:], model.FindMovedWords, phrase.MovedWords.Of(rest))
		return
	}
}

// writeSpaced appends a word after one blank, except at the start and after an opening mark.
func writeSpaced(b *strings.Builder, word string) {
	if s := b.String(); s != "" && !strings.HasSuffix(s, " ") && !strings.HasSuffix(s, "(") {
		b.WriteByte(' ')
	}
	b.WriteString(word)
}

// holesOf returns the offsets of the gaps inside a line that may have held a word.
func holesOf(s string) []int {
	var holes []int
	for i := 0; i < len(s); {
		k := strings.IndexByte(s[i:], ' ')
		if k < 0 {
			break
		}
		i += k
		end := i + 1
		for end < len(s) && s[end] == ' ' {
			end++
		}
		if end-i > 1 || end < len(s) && s[end] == ',' {
			holes = append(holes, i)
		}
		i = end
	}
	return holes
}

// unit is one displaced link: "регламенті", "2-қосымшасына", "3 – қосымшаларына", "9-".
type unit struct {
	text  string
	start int // offset in the line
}

// tail splits the displaced links off the end of a line. head is what is left of it.
func tail(s string, v *vocabulary) (head string, units []unit) {
	end := len(s)
	for end > 0 {
		cut := strings.TrimRight(s[:end], " ")
		if len(units) > 0 && end-len(cut) > 1 {
			break // a wide gap is the hole of the line's end
		}
		start := lastLink(cut, v)
		if start < 0 {
			break
		}
		units = append([]unit{{strings.ReplaceAll(cut[start:], " -", "-"), start}}, units...)
		end = start
		// A link glued to the sentence's end ("жазылсын;2-қосымшасына") is the first.
		if start > 0 && s[start-1] != ' ' {
			break
		}
	}
	return s[:end], units
}

// longestNumber is that of an article or a point, in digits; a year has more.
const longestNumber = 3

// lastLink returns where the link at the end of s begins, or -1.
func lastLink(s string, v *vocabulary) int {
	r, size := utf8.DecodeLastRuneInString(s)
	i := len(s)
	switch {
	case r == '-' || unicode.IsDigit(r): // "5-", "2": a number parted from its noun by the line's end
		i -= size
		if r == '-' {
			i = len(strings.TrimRightFunc(s[:i], unicode.IsDigit))
		} else {
			i = len(strings.TrimRightFunc(s, unicode.IsDigit))
		}
		if digits := len(strings.TrimSuffix(s, "-")) - i; digits > longestNumber || i == len(s)-size && r == '-' {
			return -1
		}
		if i == 0 || s[i-1] == ' ' {
			return i
		}
		return -1
	case unicode.IsLetter(r):
		i = len(strings.TrimRightFunc(s, unicode.IsLetter))
	default:
		return -1
	}
	word := s[i:]
	if !linkWord(word) {
		return gluedLink(s, i, v)
	}
	// The number of the part: "2-", "3 – ".
	j := strings.TrimRight(s[:i], " ")
	if d := strings.TrimRight(strings.TrimRight(j, "-–"), " "); len(d) < len(j) {
		if k := len(strings.TrimRightFunc(d, unicode.IsDigit)); k < len(d) {
			if k == 0 || !unicode.IsLetter(lastRune(d[:k])) || !v.has(d[k:]) {
				return k
			}
		}
	}
	if i > 0 {
		// "жазылсын:қаулысына": glued to a mark; "(стандартына": to an opening bracket.
		if p := s[i-1]; p == '-' {
			return -1
		}
	}
	return i
}

// gluedLink finds a link word glued to the word before it: "жәнетармағында".
func gluedLink(s string, start int, v *vocabulary) int {
	const commoner = 5 // how many times more often the word before is written on its own
	word := s[start:]
	for i := range word {
		if i > 0 && linkWord(word[i:]) && v.times(mendedWord(word[:i])) >= commoner*max(1, v.times(mendedWord(word))) {
			return start + i
		}
	}
	return -1
}

func linkWord(w string) bool {
	w = mendedWord(w)
	for _, stem := range lang.LinkStems {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// strays reports whether the line last is too short for one of the page: a few words, in the
// middle of a sentence, between lines of a paragraph. Titles that are wrapped by hand, and
// paragraphs that were cut in two, have such lines too.
func (g layout) strays(before, last, l *line) bool {
	const most = 2 // part of a line of the page
	return last.width*most < g.width && !last.cell && last.indent < minIndent &&
		!endsSentence(last.text) && !strings.HasSuffix(last.text, "-") &&
		before.width*10 > g.width*8 && l.width*10 > g.width*8
}

// tellLone warns of paragraphs that are parts of others whose place nothing tells: behind the
// end of a sentence they begin as none does but its rest, and they end none.
//
//	"1. … мемлекеттік қызметті көрсетеді." + "қамтуға жәрдемдесудің" + "2. …"
func tellLone(ps []paragraph) {
	for i := 1; i+1 < len(ps); i++ {
		p := &ps[i]
		if strings.HasSuffix(ps[i-1].text, ".") && goesOn(p.text) && !labelled(p.text) && !endsSentence(p.text) && !goesOn(ps[i+1].text) && !p.cell {
			p.marks = append(p.marks, mark{0, len(p.text), model.FindDisplacedWords, model.Warning, phrase.LoneWords.Of(p.text)})
		}
	}
}

// stray is a line that strays, the span from start to end of a paragraph, by the words that
// tell whether it belongs elsewhere.
type stray struct {
	paragraph, start, end int
	words                 string
	prev, last, next      int32 // the word before it, its last one, and the one behind it
	link                  bool  // it begins or ends with a link
}

func (v *vocabulary) newStray(paragraph, start, end int, before, line, after string) stray {
	s := stray{paragraph: paragraph, start: start, end: end, words: strings.Trim(line, " ")}
	first, last := v.endsOf(line)
	_, s.prev = v.endsOf(before)
	s.next, _ = v.endsOf(after)
	s.last = last
	s.link = linkWord(v.words[first].text) || linkWord(v.words[last].text) || strings.HasPrefix(s.words, "№")
	return s
}

// tellStrays warns of lines whose words belong elsewhere in those around them: nowhere in the
// text does the word behind them follow them, and it follows the word before, or they are a
// link.
//
//	"В соответствии с Республики Казахстан от 23 января 2001" + "Законом" + "года акимат …"
func (v *vocabulary) tellStrays(ps []paragraph, strays []stray) {
	if len(strays) == 0 {
		return
	}
	seen := map[pair]bool{} // which of the pairs that are asked for stand side by side
	second := make([]bool, len(v.words))
	for _, s := range strays {
		seen[pair{s.last, s.next}], seen[pair{s.prev, s.next}] = false, false
		second[s.next] = true
	}
	for i, n := range v.row {
		if second[n.word] && n.gap >= marked && i > 0 {
			p := pair{v.row[i-1].word, n.word}
			if _, asked := seen[p]; asked {
				seen[p] = true
			}
		}
	}
	for _, s := range strays {
		if !seen[pair{s.last, s.next}] && (s.link || seen[pair{s.prev, s.next}]) {
			p := &ps[s.paragraph]
			p.marks = append(p.marks, mark{s.start, s.end, model.FindDisplacedWords, model.Warning, phrase.LoneWords.Of(s.words)})
		}
	}
}
