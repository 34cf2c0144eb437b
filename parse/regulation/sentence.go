package regulation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
)

func (t *text) hasFinite(ws []word) bool { return slices.ContainsFunc(ws, t.finite) }

// hasMainVerb is hasFinite but for verbs of relative clauses and brackets: "прием документов
// специалистом, | который регистрирует их в журнале", "прием экзамена | (при замене не проводится)".
func (t *text) hasMainVerb(ws []word) bool {
	relative := false
	for i := range ws {
		if i > 0 && t.apart(ws[i-1], ws[i]) {
			relative = t.tab.Relative.Stem(t.str(ws[i])) || strings.HasSuffix(t.low[ws[i-1].end:ws[i].start], "(")
		}
		if !relative && t.finite(ws[i]) {
			return true
		}
	}
	return false
}

// sentences parts a paragraph after a full stop that a capital letter follows.
func (t *text) sentences(p model.Span) []model.Span {
	var out []model.Span
	start := p[0]
	for i := p[0]; ; i++ {
		stop := strings.IndexByte(t.Canonical[i:p[1]], '.')
		if i += stop; stop < 0 || i+1 == p[1] {
			break
		}
		j := t.skipBlank(i+1, p[1])
		r, _ := utf8.DecodeRuneInString(t.Canonical[j:p[1]])
		if j == p[1] || !unicode.IsUpper(r) && !(unicode.IsDigit(r) && t.opensNumbered(model.Span{start, i}, j)) {
			continue
		}
		// Initials ("Д.З.Әділбеков") and abbreviations of one letter do not end a sentence.
		if prev, _ := utf8.DecodeLastRuneInString(t.Canonical[start:i]); unicode.IsUpper(prev) && t.shortWord(start, i) {
			continue
		}
		out = append(out, model.Span{start, i + 1})
		start = j
	}
	if start < p[1] {
		out = append(out, model.Span{start, p[1]})
	}
	return out
}

// opensNumbered reports whether a sentence begins at i with a numbered word, behind one that
// a verb ends: "… негіз болады. | 2-рәсім бойынша нәтиже …".
func (t *text) opensNumbered(before model.Span, i int) bool {
	digits := len(t.low[i:]) - len(strings.TrimLeft(t.low[i:], "0123456789"))
	if next := t.low[i+digits:]; len(next) < 2 || next[0] != '-' || next[1] < utf8.RuneSelf {
		return false
	}
	ws := t.words(before)
	return len(ws) > 0 && t.finite(ws[len(ws)-1])
}

// shortWord reports whether the word before i has one letter.
func (t *text) shortWord(from, i int) bool {
	_, size := utf8.DecodeLastRuneInString(t.Canonical[from:i])
	if i-size <= from {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(t.Canonical[from : i-size])
	return !unicode.IsLetter(r)
}
