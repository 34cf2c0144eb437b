package source

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// partPoints parts paragraphs in which points stand behind the end of the one before, or of its
// last item, or behind a note, where the numbers count on so and no paragraph of its own has them, and
// those in which the first section stands behind the title of its regulation:
//
//	"1. … через: 1) канцелярию; 2) портал. 2. Форма – бумажная. 3. Результат – справка."
func partPoints(ps []paragraph) ([]paragraph, []model.Finding) {
	ahead := pointsAhead(ps)
	out := make([]paragraph, 0, len(ps))
	var open openTitle
	last := 0 // number of the point that is read
	for i, p := range ps {
		var at []int // where points begin in the paragraph
		if k := open.sectionIn(p.text); k > 0 {
			at, last = append(at, k), 0
		} else if n := pointNumber(p.text); n > 0 {
			last = n
		} else if k, n := pointBehindNote(p.text); n > 0 && (n == 1 || n == last+1) {
			at, last = append(at, k), n
		}
		if last > 0 && p.place.Table == 0 {
			more := countedOn(p.text, last+1)
			if next := ahead[i]; len(more) > 0 && (next < 2 || next == last+len(more)+1) { // 1 is of the next regulation
				at, last = append(at, more...), last+len(more)
			}
		}
		if len(at) == 0 {
			out = append(out, p)
			continue
		}
		out = append(out, p.partedAt(at)...)
	}
	if len(out) == len(ps) {
		return ps, nil
	}
	return out, []model.Finding{phrase.Finding(model.FindJoinedParagraph, model.Warning, model.Span{}, phrase.NoLineEnds.Of(len(out)-len(ps)))}
}

// openTitle is what paragraphs that are read one after another have so far of a title of a regulation
// whose name goes on, empty for none: `Регламент … "Выдача справок,` / `копий" 1. Общие положения`.
type openTitle struct{ text string }

// sectionIn returns where the title of the first section begins in the next paragraph, behind the title
// of a regulation, for which a scraper took both; 0 where none does.
func (t *openTitle) sectionIn(text string) int {
	const (
		least   = 20   // bytes of a title
		longest = 1200 // and of both
	)
	if len(text) >= longest {
		t.text = ""
		return 0
	}
	above, all := t.text, text
	if above != "" {
		all = above + text
	}
	if t.text = ""; len(all) < longest && lang.IsRegulationTitle(all) && lang.LeavesOpen(all) {
		t.text = strings.TrimSpace(all) + " "
	}
	i := firstSection(text)
	if i <= 0 || len(above)+i < least {
		return 0
	}
	whole := strings.TrimSpace(above + text[:i])
	if end := lastRune(whole); end != '"' && end != '»' && !lang.IsLetter(end) || !lang.IsRegulationTitle(whole) {
		return 0
	}
	return i
}

// pointsAhead returns, for each paragraph, the number of the next point that begins one behind it,
// 0 where none does.
func pointsAhead(ps []paragraph) []int {
	ahead := make([]int, len(ps))
	next := 0
	for i := len(ps) - 1; i >= 0; i-- {
		ahead[i] = next
		if n := pointNumber(ps[i].text); n > 0 {
			next = n
		}
	}
	return ahead
}

// pointNumber returns the number of the point that a paragraph begins with, 0 for none: the title of
// a section has no mark that ends a sentence or a part of one.
func pointNumber(text string) int {
	number, rest, _ := strings.Cut(text, ". ")
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, lang.OpeningQuotes))
	if !isNumber(number) || !unicode.IsUpper(first) || !strings.ContainsAny(rest, ".;:") {
		return 0
	}
	n, _ := strconv.Atoi(number)
	return n
}

// pointBehindNote returns where the point begins that stands behind a note of a page, and its
// number: "В пункт 1 внесены изменения … (см. стар. ред.) 1. Государственная услуга …".
func pointBehindNote(text string) (at, number int) {
	for _, link := range lang.FormerLinks {
		if !strings.Contains(text, link) { // fast, unlike a look from the end
			continue
		}
		if k := strings.LastIndex(text, link+" "); k >= 0 {
			at = k + len(link) + 1
			return at, pointNumber(text[at:])
		}
	}
	return 0, 0
}

// countedOn returns where the points from the number on begin in a text, each behind the end of a
// sentence.
func countedOn(text string, number int) (at []int) {
	for from := 0; ; number++ {
		k := nextPoint(text[from:], strconv.Itoa(number)+". ")
		if k < 0 {
			return at
		}
		from += k
		at = append(at, from)
	}
}

// nextPoint returns where in a text the point with the mark begins, -1 for nowhere.
func nextPoint(text, mark string) int {
	for from := 0; ; {
		k := strings.Index(text[from:], mark)
		if k < 0 {
			return -1
		}
		k += from
		from = k + len(mark)
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[from:], lang.OpeningQuotes))
		if before, blank := strings.CutSuffix(text[:k], " "); blank && unicode.IsUpper(first) && endsWithWord(before) {
			return k
		}
	}
}

// endsWithWord reports whether a text ends with a word, or with what stands in brackets or
// quotation marks, and the mark of a sentence; "п.", "ул." are none.
func endsWithWord(s string) bool {
	const least = 4 // letters
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ";") {
		return false
	}
	s = s[:len(s)-1]
	if end := lastRune(s); end == ')' || strings.ContainsRune(lang.ClosingQuotes, end) {
		return true
	}
	return runes(s[len(strings.TrimRightFunc(s, lang.IsLetter)):]) >= least
}

// partedAt returns what a paragraph is with new ones beginning at the offsets.
func (p paragraph) partedAt(at []int) []paragraph {
	parts := make([]paragraph, 0, len(at)+1)
	for i := len(at) - 1; i >= 0; i-- {
		tail := p
		tail.text, tail.marks = p.text[at[i]:], nil
		var own []mark
		for _, m := range p.marks {
			if m.start >= at[i] {
				tail.marks = append(tail.marks, m)
			} else {
				own = append(own, m)
			}
		}
		tail.marks = shift(tail.marks, -at[i])
		p.text, p.marks = strings.TrimRight(p.text[:at[i]], " "), own
		parts = append(parts, tail)
	}
	parts = append(parts, p)
	slices.Reverse(parts)
	return parts
}
