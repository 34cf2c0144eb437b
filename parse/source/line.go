package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
)

// line is one line of a text whose paragraphs were wrapped by whatever dumped it.
type line struct {
	text   string // trimmed at the right, indentation kept
	indent int    // leading blanks
	soft   bool   // ended in a blank: the extractor broke it between two words
	blanks int    // empty lines before it
	cell   bool   // it, and what stood beside it, are cells: a position and a name
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

// maxDumpLine is the longest line, in runes, that a page of a PDF gives; texts with
// lines beyond it have one paragraph a line.
const maxDumpLine = 130

// splitLines cuts a text into lines and tells whether its paragraphs are wrapped: hardly
// a line is longer than a page is wide, and many begin in the middle of a sentence.
func splitLines(text string) (lines []line, wrapped bool) {
	blanks, inner, long := 0, 0, 0
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
		if len(trimmed) > maxDumpLine && runes(trimmed) > maxDumpLine {
			long++
		}
		if n.indent < minIndent && startsLower(trimmed) {
			inner++
		}
		lines = append(lines, n.cells()...)
		blanks = 0
	}
	// A third of the lines of a dump continue the line before; list items and cells of
	// a text with a paragraph a line begin in lower case too, but then some are long.
	wrapped = len(lines) > 20 && long*50 < len(lines) && inner*4 > len(lines)
	return lines, wrapped
}

// cells parts a line of two cells, a position and a name, at the wide gap between them.
func (l line) cells() []line {
	const wide = 8 // blanks; the hole of a displaced word is narrower
	body := l.text[l.indent:]
	at := strings.Index(body, strings.Repeat(" ", wide))
	if at < 0 || letterSpaced(body) {
		return []line{l}
	}
	left, right := body[:at], strings.TrimLeft(body[at:], " ")
	if strings.Contains(left, "  ") || strings.Contains(right, "  ") {
		return []line{l}
	}
	first, second := l, l
	first.text, first.soft, first.cell = l.text[:l.indent+at], false, true
	second.text, second.indent, second.blanks, second.cell = right, 0, 0, true
	return []line{first, second}
}

// minIndent is the indentation that begins a paragraph; a single blank at the start of
// a line is the hole of a displaced word.
const minIndent = 3

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

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
