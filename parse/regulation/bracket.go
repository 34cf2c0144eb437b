package regulation

import (
	"strings"

	"reglament/model"
)

// closing returns the offset of the bracket that closes the one at open, or -1.
func closing(s string, open int) int {
	depth := 0
	for i := open; i < len(s) && i < open+maxShort; i++ {
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

// openBracket returns where the text begins of the bracket that is open at the end of a span:
// "логин (| жеке сәйкестендіру нөмірі".
func (t *text) openBracket(s model.Span) int {
	depth := 0
	for i := s[1] - 1; i >= s[0]; i-- {
		switch t.low[i] {
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

// bracketEnd returns where the bracket closes that is open at an offset before end, else end.
func (t *text) bracketEnd(at, end int) int {
	open := 1
	for i, c := range t.low[at:end] {
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
func (t *text) opened(i int) bool {
	const near = 48 // bytes of "(жиырма бес"
	s := t.low[max(0, i-near):i]
	return strings.LastIndexByte(s, '(') > strings.LastIndexByte(s, ')')
}

// bracketed reports whether a bracket opens between the words and does not close.
func (t *text) bracketed(from, to word) bool {
	s := t.low[from.start:to.start]
	return strings.Count(s, "(") > strings.Count(s, ")")
}
