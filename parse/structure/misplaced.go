package structure

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/sentence"
)

// findMisplaced finds the marks that stand where none can, inside a list or a sentence. They are
// no part of it, and part nothing. Extractors take the frames of a page in an order of their own:
//
//	"8) …;", "Үлгі облысы әкімдігінің қаулысына 3-қосымша", "9) …"
func (t *Text) findMisplaced() {
	for i := 0; i < len(t.Paragraphs); i++ {
		end := t.marksFrom(i)
		if end == i {
			continue
		}
		// The rest of an item's sentence may stand behind the mark.
		torn := i > 0 && end+1 < len(t.Paragraphs) && t.tornBefore(i-1) && t.goesOn(i-1, end+1)
		if torn || i > 0 && end < len(t.Paragraphs) && t.goesOn(i-1, end) {
			if t.isMark == nil {
				t.isMark = make([]bool, len(t.Paragraphs))
			}
			t.misplaced = append(t.misplaced, act.Paragraphs{i, end})
			for k := i; k < end; k++ {
				t.isMark[k] = true
			}
		}
		i = end - 1
	}
}

// tornBefore reports whether a paragraph ends in the midst of a sentence, as an item of a list
// does whose rest stands behind the mark of an annex: "4) … предоставляет на подписание
// руководителю", "Приложение 1 к регламенту …".
func (t *Text) tornBefore(i int) bool {
	p := t.Paragraphs[i]
	return sentence.Numbered(t.Of(p)) && !t.EndsWith(p, ".;:,)"+lang.TitleClosings)
}

// MisplacedStamp returns the last misplaced marks that approve a regulation, of those in the
// paragraphs: a page has them before the title that they belong to.
func (t *Text) MisplacedStamp(from, end int) (model.Span, bool) {
	for _, m := range slices.Backward(t.misplaced) {
		span := model.Span{t.Paragraphs[m[0]][0], t.Paragraphs[m[1]-1][1]}
		if by, _, ok := act.Stamp(t.Of(span), span[0], t.Language); ok && by != nil && from <= m[0] && m[1] <= end {
			return span, true
		}
	}
	return model.Span{}, false
}

// Marks returns the paragraphs of the misplaced marks.
func (f *Found) Marks() []act.Paragraphs { return f.Text.misplaced }

// Misplaced tells of marks that stand where none can: inside a list or a sentence, or above the
// act that has the annex.
func (f *Found) Misplaced() []model.Finding {
	t := f.Text
	found := t.misplaced
	if end := t.marksFrom(0); end > 0 && len(f.Extents) > 0 && t.anyNumbered(end, f.Head()) {
		found = append([]act.Paragraphs{{0, end}}, found...)
	}
	var out []model.Finding
	for _, m := range found {
		span := model.Span{t.Paragraphs[m[0]][0], t.Paragraphs[m[1]-1][1]}
		out = append(out, phrase.Finding(model.FindDisplacedWords, model.Warning, span, phrase.MisplacedMark.Of()))
	}
	return out
}

// anyNumbered reports whether one of the paragraphs [from, to) is numbered, as the points of an
// act are, and not what pages have between a stamp and a title.
func (t *Text) anyNumbered(from, to int) bool {
	for i := from; i < to; i++ {
		if sentence.Numbered(t.Of(t.Paragraphs[i])) {
			return true
		}
	}
	return false
}

// marksFrom returns where the approvals and the marks of annexes that begin at a paragraph
// end. Each line of one may be a paragraph.
func (t *Text) marksFrom(i int) int {
	const lines = 6
	end := i
	for at := i; at < len(t.Paragraphs) && at < end+lines; at++ {
		p := t.Paragraphs[at]
		if !t.Tab.HeadFinal && at == end && at > i && strings.IndexAny(t.Of(p), lang.TitleOpenings) == 0 { // «Приложение 1 к регламенту услуги», «"Выдача справок"»
			end = at + 1
			continue
		}
		if p[1]-p[0] > maxStampLine || t.EndsWith(p, ".;:") || at == end && !t.stampLine(p) && !t.annexMark(p) {
			break
		}
		if t.annexMark(p) {
			end = at + 1
			continue
		}
		whole := model.Span{t.Paragraphs[end][0], p[1]}
		if _, _, ok := act.Stamp(t.Of(whole), whole[0], t.Language); ok {
			end = at + 1
		}
	}
	return end
}

// goesOn reports whether a paragraph goes on with the list or the sentence of another.
func (t *Text) goesOn(before, i int) bool {
	const stops = ".;:"
	s, p := t.Of(t.Paragraphs[before]), t.Paragraphs[i]
	number, _, kind := sentence.LeadingNumber(s)
	next, _, nextKind := sentence.LeadingNumber(t.Of(p))
	if kind != sentence.NoNumber || nextKind != sentence.NoNumber {
		last, err := strconv.Atoi(number)
		n, nextErr := strconv.Atoi(next)
		return kind == nextKind && err == nil && nextErr == nil && n == last+1
	}
	first, _ := utf8.DecodeRuneInString(t.Of(p))
	if !unicode.IsLower(first) || !t.EndsWith(p, stops) {
		return false
	}
	return strings.HasSuffix(s, ";") || !t.EndsWith(t.Paragraphs[before], stops)
}
