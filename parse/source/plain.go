package source

import (
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/source/raw"
)

// paragraph is a paragraph on its way to canonical text.
type paragraph struct {
	text  string
	kind  raw.Kind
	whole bool // never joined with the next
	cell  bool // a cell border stood before it: never joined with the one before
	marks []mark
}

// plain reads text with one paragraph a line, or the dump of a PDF whose lines are those
// of its pages.
//
// The vocabulary is the one that its lines were mended by, nil where none was needed.
func plain(text string) ([]paragraph, vocabulary) {
	lines, wrapped := splitLines(text)
	if wrapped {
		return unwrap(lines)
	}
	var out []paragraph
	border := false
	for _, l := range lines {
		t := strings.TrimSpace(l.text)
		// "|" alone on a line parts the cells of a former table.
		if strings.Trim(t, "| ") == "" {
			border = true
			continue
		}
		p := paragraph{text: strings.Trim(t, "| "), cell: border || l.indent >= minIndent || strings.HasPrefix(t, "|")}
		out = append(out, p)
		border = false
	}
	return out, nil
}

// unwrap joins the lines of a dump into paragraphs.
func unwrap(lines []line) ([]paragraph, vocabulary) {
	v := vocabulary{}
	width := 0
	for i := range lines {
		body := lines[i].text[lines[i].indent:]
		width = max(width, len(body))
		if !justified(body) && !letterSpaced(body) && !hasStrayLetter(body) {
			v.add(body)
		}
	}
	out := make([]paragraph, 0, len(lines)/2)
	var last *line           // of the current paragraph
	body := false            // the current paragraph began with an indentation
	var text strings.Builder // of the current paragraph
	end := func() {
		if len(out) > 0 {
			out[len(out)-1].text = text.String()
			text = strings.Builder{}
		}
	}
	for i := range lines {
		l := &lines[i]
		l.unspace(v)
		continues := last != nil && follows(last, l, body, width)
		if continues && body {
			l.completeTitle(text.String())
		}
		l.putBack(v, continues && body)
		part := strings.TrimSpace(l.text)
		marks := shift(l.marks, -(len(l.text) - len(strings.TrimLeft(l.text, " "))))
		if !continues {
			end()
			text.WriteString(part)
			out = append(out, paragraph{marks: marks, whole: true})
			body, last = l.indent >= minIndent, l
			continue
		}
		p := &out[len(out)-1]
		at := text.Len()
		if !tight(text.String(), part) {
			text.WriteByte(' ')
		}
		marks = shift(marks, text.Len())
		text.WriteString(part)
		if l.indent >= minIndent {
			marks = append(marks, mark{at, text.Len(), model.FindJoinedParagraph, model.Info, phrase.CutParagraph.Of()})
		}
		p.marks = append(p.marks, marks...)
		last = l
	}
	end()
	return out, v
}

// follows reports whether l continues the paragraph that the line last is the end of so far.
func follows(last, l *line, body bool, width int) bool {
	text := strings.TrimSpace(l.text)
	prev := strings.TrimSpace(last.text)
	// full: the line was broken because the page was full, not because it ended.
	full := last.soft || len(prev)*10 >= width*6 || strings.HasSuffix(prev, "-")
	switch {
	case opens(prev):
		return true
	case l.indent >= minIndent:
		return body && full && !endsSentence(prev) && startsLower(text)
	case body:
		if endsSentence(prev) {
			// Every paragraph of the body is indented, so this one goes on: "10 минут; Мемлекеттік".
			return l.blanks == 0 && l.indent == 0
		}
		return full || l.blanks == 0 && startsLower(text)
	case endsSentence(prev):
		return last.soft && l.blanks == 0 && l.indent == 0
	case l.indent > 0:
		return false
	default: // headings, stamps, titles: centred or at the right margin, without indentation
		return startsLower(text) || (last.soft || text[0] == '(') && l.blanks == 0
	}
}

// tight reports whether two lines join without a blank: after an opening bracket, a
// quotation mark that opens, or a hyphen, and before a closing bracket or mark.
func tight(prev, next string) bool {
	switch next[0] {
	case ')', ',', ';', ':', '.':
		return true
	case '"':
		// A line that begins with the closing half of a pair: `… үкімет` + `" веб-порталы`.
		if strings.HasPrefix(next, `" `) && strings.Count(prev, `"`)%2 == 1 {
			return true
		}
	}
	switch lastRune(prev) {
	case '-':
		return !strings.HasSuffix(prev, " -")
	case '№':
		return false
	}
	return opens(prev)
}

// opens reports whether a line ends in a mark that something must follow:
// `№ 204 "`, "рәсімнің (", "2016 жылғы 25 мамырда №".
func opens(s string) bool {
	switch lastRune(s) {
	case '(', '«', '„', '№':
		return true
	case '"':
		return strings.HasSuffix(s, ` "`)
	}
	return false
}

func shift(marks []mark, by int) []mark {
	for i := range marks {
		marks[i].start = max(0, marks[i].start+by)
		marks[i].end = max(0, marks[i].end+by)
	}
	return marks
}
