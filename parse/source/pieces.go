package source

import (
	"strings"

	"reglament/model"
	"reglament/model/phrase"
)

// rejoinWords puts a line together again that was justified by gaps so wide that an
// extractor took each word for a line:
//
//	"(действия):" + "подготовка" + "и" + "направление" + "уведомления" + "либо" → one line
//
// Words make a line if they fill it. Others that begin as no line does but the rest of one
// are out of their place, which nothing tells: a warning.
func rejoinWords(lines []line, width int) []line {
	const (
		least = 3  // words: titles are wrapped by hand, cells of tables are narrow
		shown = 12 // words, in a finding
	)
	most := width * 105 / 100
	var out []line // nil while it is lines[:i]
	for i := 0; i < len(lines); {
		stop, size, lower := i, -1, 0
		for stop < len(lines) && lines[stop].isWord() && (stop == i || !numbered(lines[stop].text+" ") || opens(lines[stop-1].text)) && size+1+lines[stop].width <= most {
			size += 1 + lines[stop].width
			if startsLower(lines[stop].text) {
				lower++
			}
			stop++
		}
		next := 0 // letters of the word that had no room
		if stop < len(lines) {
			first, _, _ := strings.Cut(lines[stop].text[lines[stop].indent:], " ")
			next = 1 + runes(first)
		}
		filled := (size+next)*100 > width*93 && size*100 > width*60
		switch n := stop - i; {
		case n < least || !filled && lower < least:
			stop = max(stop, i+1)
			if out != nil {
				out = append(out, lines[i:stop]...)
			}
		case !filled:
			words := make([]string, 0, shown)
			for _, l := range lines[i:min(stop, i+shown)] {
				words = append(words, l.text)
			}
			l := &lines[i]
			l.marks = append(l.marks, mark{0, len(l.text), model.FindDisplacedWords, model.Warning, phrase.LoneWords.Of(strings.Join(words, " "))})
			if out != nil {
				out = append(out, lines[i:stop]...)
			}
		default:
			if out == nil {
				out = append(make([]line, 0, len(lines)), lines[:i]...)
			}
			l := lines[stop-1]
			l.blanks, l.text = lines[i].blanks, joinPieces(lines[i:stop], nil)
			l.gaps = gapsOf(l.text)
			l.width = l.gaps.runes
			out = append(out, l)
		}
		i = stop
	}
	if out == nil {
		return lines
	}
	return out
}

// isWord reports whether a line is one word, without blanks at its ends.
func (l *line) isWord() bool {
	return l.indent == 0 && !l.soft && !l.cell && strings.IndexByte(l.text, ' ') < 0
}

// rejoin puts lines together again that an extractor broke at every wide gap, and puts
// the words of links, which follow such a line each on its own, into the holes that they
// left: there a piece ends in a blank, and the next begins with one.
//
//	"В соответствии с " + " Республики Казахстан от 15 апреля" + "Законом"
//	→ "В соответствии с Законом Республики Казахстан от 15 апреля"
//	"осы " + "қаулының " + "1-қосымшасына" → "осы қаулының 1-қосымшасына"
//	"В соответствии с " + "Законом" + " Республики Казахстан" → the same
//
// width is that of a line of the page: a line as full ends in a blank only where the
// extractor keeps the blanks of all line ends, and breaks at none; it begins with one
// where blanks are the indentation of paragraphs.
func rejoin(lines []line, width int) []line {
	const (
		widest = 250 // letters of a line of a page
		least  = 3   // pieces of a line without holes: titles are wrapped by hand
	)
	full, soft, indented, pieces, blank := 0, 0, 0, 0, 0
	for i := range lines {
		l := &lines[i]
		switch {
		case l.width*100 > width*85:
			full++
			if l.soft {
				soft++
			}
			if l.opensWithHole() {
				indented++
			}
		case l.soft:
			pieces++
		case l.opensWithHole():
			pieces++
			blank++
		}
	}
	if pieces == 0 || soft*4 > full || indented*8 > full || width > widest {
		return lines
	}
	leads := blank*10 > len(lines) // the blank at a break begins the next piece, not as in a few stamps
	most := width * 105 / 100      // letters are not all as wide
	out := make([]line, 0, len(lines))
	for i := 0; i < len(lines); {
		stop, holes := i+1, 0
		size := lines[i].width
		if lines[i].opensWithHole() && i > 0 {
			holes++ // the line begins with a link
		}
		for stop < len(lines) && (lines[stop-1].breaks(&lines[stop], leads) || stop-1 > i && inPlace(lines[stop-2:stop+1])) && size+1+lines[stop].width <= most {
			size += 1 + lines[stop].width
			if lines[stop-1].soft && lines[stop].opensWithHole() {
				holes++
			}
			stop++
		}
		links := lines[stop:min(stop+holes, len(lines))]
		for k := range links {
			if size += 1 + links[k].width; size > most || links[k].indent > 0 || links[k].blanks > 0 || links[k].soft {
				links = nil
				break
			}
		}
		if len(links) < holes {
			links = nil
		}
		if len(links) == 0 && !leads && stop-i < least {
			stop = i + 1
		}
		if stop-i+len(links) == 1 {
			out = append(out, lines[i])
			i++
			continue
		}
		l := lines[stop-1]
		l.blanks, l.indent = lines[i].blanks, lines[i].indent
		if len(links) == stop-i {
			l.indent = 0
		}
		l.text = joinPieces(lines[i:stop], links)
		l.gaps = gapsOf(l.text[l.indent:])
		l.width = l.indent + l.gaps.runes
		if len(links) > 0 {
			moved := make([]string, len(links))
			for k := range links {
				moved[k] = links[k].text
			}
			l.marks = append(l.marks, mark{l.indent, len(l.text), model.FindMovedWords, model.Info, phrase.MovedWords.Of(strings.Join(moved, " "))})
		}
		out = append(out, l)
		i = stop + len(links)
	}
	return out
}

// breaks reports whether an extractor may have broken a line before the next: the blank
// between them is kept, at the end or, if leads, at the beginning.
func (l *line) breaks(next *line, leads bool) bool {
	return next.blanks == 0 && next.indent <= 1 && (l.soft || leads && next.opensWithHole())
}

// joinBroken joins the words of a text that an extractor broke at every blank: there a
// line ends in one, and those of the page do not. A line that is but a blank is the hole
// of a link, whose words stand behind the line of the page:
//
//	"заявление " + "согласно " + " " + "стандарта" + "пункту" → "заявление согласно  стандарта пункту"
func joinBroken(text string) string {
	const (
		several = 100 // lines of one word, of a broken text
		share   = 2   // part of all lines
	)
	words := 0
	for l := range strings.Lines(text) {
		if strings.HasSuffix(l, " \n") {
			if body := strings.TrimSpace(l); body != "" && strings.IndexByte(body, ' ') < 0 {
				words++
			}
		}
	}
	if words < several {
		return text
	}
	lines := 0
	for l := range strings.Lines(text) {
		if strings.TrimSpace(l) != "" {
			lines++
		}
	}
	if words*share < lines {
		return text
	}
	out := make([]byte, 0, len(text))
	holes := 0
	open := false // the line of the page goes on
	for l := range strings.Lines(text) {
		body := strings.TrimSuffix(l, "\n")
		ends := !strings.HasSuffix(body, " ")
		switch {
		case open && body == " ":
			holes++
		case !open && ends && holes > 0 && body != "":
			out = append(out, ' ')
			holes--
		case !open && len(out) > 0:
			out = append(out, '\n')
			holes = 0
		}
		out = append(out, body...)
		open = !ends
	}
	return string(append(out, '\n'))
}

// inPlace reports whether the second of three lines is a link in its own place, between
// the blanks of the text around it.
func inPlace(l []line) bool {
	return l[0].soft && !l[1].opensWithHole() && l[2].opensWithHole() && l[2].blanks == 0
}

// joinPieces joins the pieces of a line. A hole that no link fills stays one.
func joinPieces(pieces, links []line) string {
	gap := " "
	for i := range pieces {
		if pieces[i].gaps.letterSpaced {
			gap = "  " // between words whose letters are a blank apart
		}
	}
	var b strings.Builder
	for i := range pieces {
		body := pieces[i].text[pieces[i].indent:]
		hole := i > 0 && pieces[i-1].soft && pieces[i].opensWithHole()
		switch {
		case i == 0 && len(links) < len(pieces):
			b.WriteString(pieces[i].text)
			continue
		case (i == 0 || hole) && len(links) > 0:
			writeSpaced(&b, links[0].text)
			links = links[1:]
		case hole:
			b.WriteString(gap)
		}
		b.WriteString(gap)
		b.WriteString(body)
	}
	return b.String()
}
