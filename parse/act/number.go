package act

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

// number is the number of an act in a text, after № or its like.
type number struct {
	from, to   int // tokens, the sign included
	start, end int // bytes of the number itself
	value      string
}

// numberAt reads a number whose sign is token i: "№ А-11/495", "№ А -4/156",
// "№ ҚР ДСМ-36", "№ 133/16-VIII", "N 148", "№122", "за номером 5134".
func (l *line) numberAt(i int) (number, bool) {
	t := l.t[i]
	if t.kind == word {
		if !l.has(i, numberWords) || i+1 >= len(l.t) || l.t[i+1].kind != figure {
			return number{}, false
		}
	} else if t.kind != numero {
		return number{}, false
	}
	at := t.end
	for at < len(l.text) && (l.text[at] == ' ' || l.text[at] == '\n' || l.text[at] == '.') {
		at++ // "№ ." is a slip
	}
	start, end := at, chunkEnd(l.text, at)
	for end < len(l.text) {
		next := end
		for next < len(l.text) && l.text[next] == ' ' {
			next++
		}
		if next == end || !joins(l.text[start:end], l.text[next:]) {
			break
		}
		end = chunkEnd(l.text, next)
	}
	v := strings.TrimRight(l.text[start:end], "./-–")
	end = start + len(v)
	if !strings.ContainsAny(v, "0123456789") {
		return number{}, false
	}
	if to := l.series(end); to > end { // "N 1-13 с"
		v, end = l.text[start:to], to
	}
	n := number{from: i, start: start, end: end, value: strings.ReplaceAll(v, "–", "-")}
	n.to = i + 1
	for n.to < len(l.t) && l.t[n.to].start < end {
		n.to++
	}
	return n, true
}

// numberNamedAfter reads a number that the word for it follows: "6-1-124 нөмірімен".
func (l *line) numberNamedAfter(i int) (number, bool) {
	if l.t[i].kind != figure {
		return number{}, false
	}
	n := l.bareNumber(i)
	return n, l.has(n.to, numberNouns)
}

// bareNumber reads the number without a sign that begins with the figures at token i.
func (l *line) bareNumber(i int) number {
	n := number{from: i, to: i + 1, start: l.t[i].start, end: chunkEnd(l.text, l.t[i].start)}
	for n.to < len(l.t) && l.t[n.to].start < n.end {
		n.to++
	}
	n.value = l.text[n.start:n.end]
	return n
}

// series returns the end of the letter of a series that stands apart after a number that
// ends at byte end, or end: before the word for the act, a mark or the end of the text.
func (l *line) series(end int) int {
	i, _ := slices.BinarySearchFunc(l.t, end, func(t token, end int) int { return cmp.Compare(t.start, end) })
	if !l.has(i, seriesLetters) || l.t[i].start != end+1 {
		return end
	}
	to := l.t[i].end
	if next := i + 1; next < len(l.t) && strings.TrimLeft(l.text[to:l.t[next].start], " ") == "" && !strings.ContainsAny(l.t[next].low, ".,;(") {
		if _, ok := lang.KindOf(l.t[next].low, model.Kazakh); !ok {
			return end
		}
	}
	return to
}

// chunkEnd returns the end of the run of letters, digits, / and - at i. A word that
// runs on from the digits ("№ 122қаулысымен") is not part of it.
func chunkEnd(text string, i int) int {
	digits := false
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r >= '0' && r <= '9':
			digits = true
		case r == '/' || r == '-' || r == '–' || r == '_':
		case r == '.': // inside a number only: "№ 1.2-35"
			if i+1 >= len(text) || text[i+1] < '0' || text[i+1] > '9' || !digits {
				return i
			}
		case unicode.IsLetter(r):
			if digits && unicode.IsLower(r) && lowerRun(text[i:]) > 2 {
				return i
			}
		default:
			return i
		}
		i += n
	}
	return i
}

func lowerRun(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsLower(r) {
			break
		}
		n++
	}
	return n
}

// joins reports whether next goes on with the number begun: "А" "-4/156", "ҚР"
// "ДСМ-36", "А-" "4/156".
func joins(begun, next string) bool {
	c := chunkEnd(next, 0)
	head := next[:c]
	if head == "-" || head == "–" || head == "/" { // "А - 4/170", "2 – 6"
		rest := strings.TrimLeft(next[c:], " ")
		return len(begun) <= 8 && rest != "" && rest[0] >= '0' && rest[0] <= '9' && !startsDate(rest)
	}
	if !strings.ContainsAny(head, "0123456789") {
		// "ҚР" "ДСМ" before "-71"
		return head != "" && len(begun) <= 8 && !strings.ContainsAny(begun, "0123456789") && head == strings.ToUpper(head) &&
			(strings.HasPrefix(next[c:], " -") || strings.HasPrefix(next[c:], " /")) && len(next) > c+2 && next[c+2] >= '0' && next[c+2] <= '9'
	}
	switch first := head[0]; {
	case first >= '0' && first <= '9' && endsInSeries(begun) && strings.ContainsAny(head, "/-"): // "5С 18/3"
		return true
	case !strings.ContainsAny(begun, "0123456789"):
		return len(begun) <= 16
	case first == '-' || first == '/':
		return len(head) > 1 && head[1] >= '0' && head[1] <= '9'
	}
	return strings.HasSuffix(begun, "-") || strings.HasSuffix(begun, "–") || strings.HasSuffix(begun, "/")
}

// endsInSeries reports whether the number begun is figures and the capital letter of a
// series: "5С".
func endsInSeries(begun string) bool {
	r, n := utf8.DecodeLastRuneInString(begun)
	figures := begun[:len(begun)-n]
	return unicode.IsUpper(r) && figures != "" && strings.Trim(figures, "0123456789") == ""
}

// startsDate reports whether a text begins with a day and its month: "6 января", "05.02.2018".
func startsDate(s string) bool {
	figures := len(s) - len(strings.TrimLeft(s, "0123456789"))
	after := strings.TrimLeft(s[figures:], " ")
	if strings.HasPrefix(after, ".") && len(after) > 1 && after[1] >= '0' && after[1] <= '9' {
		return true
	}
	w, _, _ := strings.Cut(after, " ")
	_, _, month := lang.Month(lang.FoldWord(w))
	return month
}
