package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
)

// line is one line of a text whose paragraphs were wrapped by whatever dumped it.
type line struct {
	text   string // trimmed at the right, indentation kept
	indent int    // leading blanks
	gaps   gaps   // of text behind the indentation, as it was read
	width  int    // runes of text as it was read
	blanks int    // empty lines before it
	soft   bool   // ended in a blank: the extractor broke it between two words
	title  bool   // the title of a regulation begins with it
	cell   bool   // it, and what stood beside it, are cells: a position and a name
	row    bool   // it is a row of cells, with borders between them
	marks  []mark // repairs, with offsets into text
}

// mark is a repair inside a paragraph; it becomes a finding when the paragraph has its
// place in the canonical text.
type mark struct {
	start, end int
	code       model.FindingCode
	severity   model.Severity
	why        model.Message
}

// splitLines cuts a text into lines and tells whether its paragraphs are wrapped.
func splitLines(text string) (lines []line, wrapped bool) {
	blanks := 0
	lines = make([]line, 0, strings.Count(text, "\n")+1)
	for l := range strings.Lines(text) {
		l = strings.TrimSuffix(strings.TrimSuffix(l, "\n"), "\r")
		body := strings.TrimRight(l, " ")
		trimmed := strings.TrimLeft(body, " ")
		if trimmed == "" {
			blanks++
			continue
		}
		n := line{text: body, indent: len(body) - len(trimmed), soft: len(body) < len(l), blanks: blanks}
		n.gaps = gapsOf(trimmed)
		n.width = n.indent + n.gaps.runes
		n.row = strings.HasPrefix(trimmed, "|") && strings.Count(trimmed, "|") > 1
		lines = n.appendCells(lines)
		blanks = 0
	}
	if len(lines) == 0 {
		return nil, false
	}
	width := longest(lines)
	joined := rejoin(rejoinWords(lines, width), width)
	if isWrapped(joined) {
		return joined, true
	}
	return lines, false
}

// isWrapped reports whether lines are those of a page: behind most that are about as long as
// the longest, and end no sentence, the next one goes on with it. In a text with a paragraph
// a line there are hardly any, though its items and cells begin in lower case too.
func isWrapped(lines []line) bool {
	const (
		least = 20 // lines of a page
		share = 20 // part of the lines: some pages have much of a table or a list
	)
	width := longest(lines)
	full, torn := 0, 0
	for i := range lines {
		if l := &lines[i]; i+1 < len(lines) && l.width*100 > width*85 && !l.row && !endsSentence(l.text) {
			full++
			if next := &lines[i+1]; goesOn(next.text[next.indent:]) {
				torn++
			}
		}
	}
	return len(lines) > least && torn*2 > full && torn*share > len(lines)
}

// longest returns the length of the longest lines, but for a few that are no lines of a
// page, and rows of cells, which are as wide as they need.
func longest(lines []line) int {
	lengths := make([]int, 0, len(lines))
	for i := range lines {
		if !lines[i].row {
			lengths = append(lengths, lines[i].width)
		}
	}
	if len(lengths) == 0 {
		return 0
	}
	slices.Sort(lengths)
	return lengths[len(lengths)*97/100]
}

// appendCells appends a line, or its two cells, a position and a name, which a wide gap parts.
func (l line) appendCells(lines []line) []line {
	const wide = "        " // the hole of a displaced word is narrower
	if l.row || l.gaps.widest < len(wide) || l.gaps.letterSpaced {
		return append(lines, l)
	}
	body := l.text[l.indent:]
	at := strings.Index(body, wide)
	left, right := body[:at], strings.TrimLeft(body[at:], " ")
	if strings.Contains(left, "  ") || strings.Contains(right, "  ") || !startsUpper(right) {
		return append(lines, l)
	}
	first, second := l, l
	first.text, first.soft, first.cell = l.text[:l.indent+at], false, true
	second.text, second.indent, second.blanks, second.cell = right, 0, 0, true
	first.gaps, second.gaps = gapsOf(left), gapsOf(right)
	first.width, second.width = first.indent+first.gaps.runes, second.gaps.runes
	return append(lines, first, second)
}

// minIndent is the indentation that begins a paragraph.
const minIndent = 3

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// goesOn reports whether a line begins as none but the rest of a paragraph does: in lower
// case, also in brackets, "(қызметкерлерінің) тізбесі:".
func goesOn(s string) bool { return startsLower(strings.TrimPrefix(s, "(")) }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// endsSentence reports whether nothing needs to follow.
func endsSentence(s string) bool {
	switch lastRune(s) {
	case '.', ';', ':', '!', '?', '…':
		return true
	}
	return false
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
