package sentence

import (
	"strings"

	"reglament/parse/lang"
)

// Numbered reports whether a paragraph begins with the number of a point or subpoint.
func Numbered(s string) bool {
	_, _, kind := LeadingNumber(s)
	return kind != NoNumber
}

type NumberKind int

const (
	NoNumber    NumberKind = iota
	PointNumber            // "5.", "9-1."
	Bracketed              // "5)", "(5)", "5.)"
	Lettered               // "д)"
)

// LeadingNumber reads the number a paragraph begins with, as printed without its mark,
// and the offset of the text behind it.
func LeadingNumber(s string) (number string, rest int, kind NumberKind) {
	inner, opened := strings.CutPrefix(s, "(")
	i := 0
	for i < len(inner) && (inner[i] >= '0' && inner[i] <= '9' || i > 0 && inner[i] == '-' && i+1 < len(inner) && inner[i+1] >= '0' && inner[i+1] <= '9') {
		i++
	}
	if i == 0 && inner != "" {
		i, kind = lang.LetterAt(inner, 0), Lettered
	}
	if i == 0 || i > 8 {
		return "", 0, NoNumber
	}
	number = inner[:i]
	mark := strings.TrimLeft(inner[i:], " ")
	if mark == "" {
		return "", 0, NoNumber
	}
	switch {
	case kind == Lettered:
		if mark[0] != ')' {
			return "", 0, NoNumber
		}
	case mark[0] == ')':
		kind = Bracketed
	case strings.HasPrefix(mark, ".)"):
		kind, mark = Bracketed, mark[1:]
	case mark[0] == '.' && !opened:
		kind = PointNumber
		// "15.04.2016" is a date, "1.5" a figure.
		if len(mark) > 1 && mark[1] >= '0' && mark[1] <= '9' {
			return "", 0, NoNumber
		}
	default:
		return "", 0, NoNumber
	}
	return number, len(s) - len(strings.TrimLeft(mark[1:], " ")), kind
}

// IsNumber reports whether a word is nothing but digits.
func IsNumber(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
