package raw

import (
	"strings"
	"unicode/utf8"
)

// Raised is figures that stand raised behind a text. Behind a figure they would be of its
// number: "9" and a raised "1" are no 91.
func Raised(before, figures string) string {
	if last, _ := utf8.DecodeLastRuneInString(before); !isFigure(last) && !strings.ContainsRune(raised, last) {
		return figures
	}
	return strings.Map(func(r rune) rune {
		if isFigure(r) {
			return []rune(raised)[r-'0']
		}
		return r
	}, figures)
}

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"

func isFigure(r rune) bool { return r >= '0' && r <= '9' }
