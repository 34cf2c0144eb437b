package sentence

import (
	"strings"

	"reglament/model"
)

// Closing returns the offset of the bracket that closes the one at open, or -1.
func Closing(s string, open int) int {
	depth := 0
	for i := open; i < len(s) && i < open+LongestBracket; i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// OpenBracket returns where the text begins of the bracket that is open at the end of a span:
// "логин (| жеке сәйкестендіру нөмірі".
func (t *Text) OpenBracket(s model.Span) int {
	depth := 0
	for i := s[1] - 1; i >= s[0]; i-- {
		switch t.Low[i] {
		case ')':
			depth++
		case '(':
			if depth == 0 {
				return i + 1
			}
			depth--
		}
	}
	return s[0]
}

// BracketEnd returns where the bracket closes that is open at an offset before end, else end.
func (t *Text) BracketEnd(at, end int) int {
	open := 1
	for i, c := range t.Low[at:end] {
		switch c {
		case '(':
			open++
		case ')':
			open--
		}
		if open == 0 {
			return at + i
		}
	}
	return end
}

// opened reports whether a bracket near before i is still open.
func (t *Text) opened(i int) bool {
	const near = 48 // bytes of "(жиырма бес"
	s := t.Low[max(0, i-near):i]
	return strings.LastIndexByte(s, '(') > strings.LastIndexByte(s, ')')
}

// Bracketed reports whether a bracket opens between the words and does not close.
func (t *Text) Bracketed(from, to Word) bool {
	s := t.Low[from.Start:to.Start]
	return strings.Count(s, "(") > strings.Count(s, ")")
}
