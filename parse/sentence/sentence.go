package sentence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
)

// HasFinite reports whether one of the words is a finite verb.
func (t *Text) HasFinite(ws []Word) bool { return slices.ContainsFunc(ws, t.Finite) }

// hasMainVerb is HasFinite but for verbs of relative clauses and brackets: "прием документов
// специалистом, | который регистрирует их в журнале", "прием экзамена | (при замене не проводится)".
func (t *Text) hasMainVerb(ws []Word) bool {
	relative := false
	for i := range ws {
		if i > 0 && t.Apart(ws[i-1], ws[i]) {
			relative = t.Tab.Relative.Stem(t.Str(ws[i])) || strings.HasSuffix(t.Low[ws[i-1].End:ws[i].Start], "(")
		}
		if !relative && t.Finite(ws[i]) {
			return true
		}
	}
	return false
}

// Sentences parts a paragraph after a full stop that a capital letter follows.
func (t *Text) Sentences(p model.Span) []model.Span {
	var out []model.Span
	start := p[0]
	for i := p[0]; ; i++ {
		stop := strings.IndexByte(t.Canonical[i:p[1]], '.')
		if i += stop; stop < 0 || i+1 == p[1] {
			break
		}
		j := t.SkipBlank(i+1, p[1])
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
func (t *Text) opensNumbered(before model.Span, i int) bool {
	digits := len(t.Low[i:]) - len(strings.TrimLeft(t.Low[i:], "0123456789"))
	if next := t.Low[i+digits:]; len(next) < 2 || next[0] != '-' || next[1] < utf8.RuneSelf {
		return false
	}
	ws := t.Words(before)
	return len(ws) > 0 && t.Finite(ws[len(ws)-1])
}

// shortWord reports whether the word before i has one letter.
func (t *Text) shortWord(from, i int) bool {
	_, size := utf8.DecodeLastRuneInString(t.Canonical[from:i])
	if i-size <= from {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(t.Canonical[from : i-size])
	return !unicode.IsLetter(r)
}
