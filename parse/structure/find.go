package structure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/source"
)

// Extent is where one regulation stands in the text, by paragraphs.
type Extent struct {
	Before  int // body of the regulation before, or 0
	From    int // first paragraph of its approval stamp, or Heading
	Heading int // its title
	Body    int // first paragraph after the title
	End     int // one past its last paragraph
	Service model.Span
	// Quoted: the title has the name in quotation marks.
	Quoted bool
	// Untitled: the title has no name, it is that in the first point.
	Untitled bool
}

// Find finds the regulations of a text. A title is a paragraph of its
// own that ends in the word "регламенті" (begins with "Регламент") with a quoted name,
// and is followed by a numbered point or section; the same words in a list of what an
// act approves carry a number.
func Find(src *source.Text) *Found {
	t := newText(src)
	return &Found{Extents: t.extents(), Text: t}
}

// Found is a text with the places of its regulations.
type Found struct {
	Extents []Extent
	Text    *Text
}

// Head is how many paragraphs stand before the first regulation, the act's own part.
func (f *Found) Head() int {
	if len(f.Extents) == 0 {
		return len(f.Text.Paragraphs)
	}
	return f.Extents[0].From
}

func (t *Text) extents() []Extent {
	var out []Extent
	for i := 0; i < len(t.Paragraphs); i++ {
		p := t.Paragraphs[i]
		if p[1]-p[0] > maxTitle || t.isNote[i] || !t.Tab.Titled(t.Lower(t.titleLine(i))) || t.approvedItem(i) { // a quick look before title
			continue
		}
		first, last, name := t.title(i)
		untitled := name.Empty()
		if untitled {
			first, last, name = t.firstNamed(i)
		}
		if name.Empty() || !t.opensBody(last+1) {
			continue
		}
		from, before := t.stampBefore(first), 0
		if n := len(out); n > 0 {
			before = out[n-1].Body
			out[n-1].End = from
			if from < out[n-1].Body {
				from = out[n-1].Body
				out[n-1].End = from
			}
		}
		out = append(out, Extent{Before: before, From: from, Heading: first, Body: last + 1, End: len(t.Paragraphs), Service: name, Quoted: name[0] > 0 && strings.ContainsRune(lang.TitleOpenings, t.runeBefore(name[0])), Untitled: untitled})
	}
	for k := range out {
		out[k].End = t.listBehind(out[k])
	}
	return out
}

// listBehind returns where an annex of the act begins behind the text of a regulation that
// lists acts, or else where the regulation ends: "Приложение 2 к постановлению …" / "Перечень
// утративших силу постановлений".
func (t *Text) listBehind(pl Extent) int {
	for i := pl.Body; i < pl.End; i++ {
		if s := t.Of(t.Paragraphs[i]); !sentence.Numbered(s) && act.ListsRepealed(s) {
			if from := max(t.stampBefore(i), pl.Body); from < i {
				return from
			}
		}
	}
	return pl.End
}

// Between returns the paragraphs behind the first regulation that are of none.
func (f *Found) Between() []act.Paragraphs {
	var out []act.Paragraphs
	for k, pl := range f.Extents {
		next := len(f.Text.Paragraphs)
		if k+1 < len(f.Extents) {
			next = f.Extents[k+1].From
		}
		if pl.End < next {
			out = append(out, act.Paragraphs{pl.End, next})
		}
	}
	return out
}

// runeBefore returns the character that ends at i.
func (t *Text) runeBefore(i int) rune {
	r, _ := utf8.DecodeLastRuneInString(t.Canonical[:i])
	return r
}

// maxTitle is the longest title of a regulation, in bytes.
const maxTitle = 1200

// approvedItem reports whether paragraph i is an item without a number of what an act approves:
// "Утвердить прилагаемые: | регламент государственной услуги "…"; | регламент … "…"."
func (t *Text) approvedItem(i int) bool {
	return i > 0 && t.EndsWith(t.Paragraphs[i-1], ";:") && t.EndsWith(t.Paragraphs[i], ";.")
}

// title reads the title whose word paragraph i has; its quoted name may be a paragraph of
// its own before (Kazakh) or after (Russian) the words. The name is empty for no title.
func (t *Text) title(i int) (first, last int, name model.Span) {
	none := model.Span{}
	p := t.titleLine(i)
	if sentence.Numbered(t.Of(p)) {
		return i, i, none
	}
	if name, ok := t.quoted(p); ok {
		// "регламент государственной услуги "…" изложить в новой редакции" orders, it is no
		// title: nothing follows the name of a title.
		if !t.Tab.HeadFinal && t.Trim(model.Span{name[1], p[1]}, "."+lang.TitleClosings)[0] < p[1] {
			return i, i, none
		}
		return i, i, name
	}
	if first, last, name := t.wrapped(i); !name.Empty() {
		return first, last, name
	}
	// A name without quotation marks: what stands before "мемлекеттік көрсетілетін қызмет регламенті".
	if name, ok := t.unquoted(p); ok {
		return i, i, name
	}
	return i, i, none
}

// wrapped reads a title whose word paragraph i has and whose lines are paragraphs, as it was
// wrapped by hand: "Регламент" / "государственной услуги" / "«Выдача" / "справок»". The name is
// empty where there is none.
func (t *Text) wrapped(i int) (first, last int, name model.Span) {
	const most = 10 // lines
	step := 1
	if t.Tab.HeadFinal {
		step = -1
	}
	for k := i + step; k >= 0 && k < len(t.Paragraphs) && (k-i)*step < most; k += step {
		p := t.titleLine(k)
		if p[1]-p[0] > maxStampLine || t.isNote[k] || sentence.Numbered(t.Of(p)) || t.EndsWith(p, ".;:") {
			break
		}
		first, last := min(i, k), max(i, k)
		title := t.across(first, last)
		if open, _ := utf8.DecodeRuneInString(t.Of(p)); t.Tab.HeadFinal && !strings.ContainsRune(lang.TitleOpenings, open) ||
			!t.Tab.HeadFinal && !t.EndsWith(p, lang.TitleClosings) || lang.LeavesOpen(t.Of(title)) {
			continue
		}
		if name, ok := t.quoted(title); ok && t.titleWords(model.Span{title[0], name[0]}) && t.titleWords(model.Span{name[1], title[1]}) {
			return first, last, name
		}
	}
	return i, i, model.Span{}
}

// titleWords reports whether what stands before or behind a quoted name is nothing but the other
// words of a title.
func (t *Text) titleWords(s model.Span) bool {
	ws := t.Words(s)
	for i := 0; i < len(ws); {
		n := t.MatchAny(ws, i, &t.Tab.ServiceWords)
		if n == 0 && !slices.Contains(t.Tab.RegulationTitle, t.Str(ws[i])) {
			return false
		}
		i += max(n, 1)
	}
	return true
}

// across returns the span of paragraphs, the last included.
func (t *Text) across(first, last int) model.Span {
	return model.Span{t.Paragraphs[first][0], t.titleLine(last)[1]}
}

// titleLine returns a paragraph without the remark of a page on the changes of what it is the title of.
func (t *Text) titleLine(i int) model.Span {
	p := t.Paragraphs[i]
	p[1] = p[0] + len(act.UntilChanges(t.Of(p)))
	return p
}

// firstNamed reads a title whose word paragraph i has and that names no service: its lines, and the
// name in the first point below, which is empty where there is none. "Регламент государственной
// услуги" / "1. Государственная услуга «Выдача справок» …".
func (t *Text) firstNamed(i int) (first, last int, name model.Span) {
	const most = 3 // lines
	first, last = i, i
	for len(t.Words(t.across(first, last))) < 2 && last-first+1 < most {
		if t.Tab.HeadFinal {
			first--
		} else {
			last++
		}
		if first < 0 || last == len(t.Paragraphs) {
			return i, i, name
		}
	}
	if !t.titleWords(t.across(first, last)) {
		return i, i, name
	}
	for k := last + 1; k < len(t.Paragraphs) && k <= last+bodyLook; k++ {
		p := t.Paragraphs[k]
		number, rest, kind := sentence.LeadingNumber(t.Of(p))
		if number != "1" || kind != sentence.PointNumber || t.sectionTitle(p) {
			continue
		}
		p[0] += rest
		open := strings.IndexAny(t.Of(p), lang.OpeningQuotes)
		if open < 0 {
			break
		}
		before := t.Words(model.Span{p[0], p[0] + open})
		var q lang.Quotations
		for at, c := range t.Of(p) {
			if q.Read(string(c)); at > open && !q.Open() {
				name = t.Trim(model.Span{p[0] + open, p[0] + at}, lang.Quotes)
				if t.Tab.HeadFinal && len(before) == 0 && t.MatchAny(t.Words(model.Span{name[1], p[1]}), 0, &t.Tab.ServiceWords) > 0 ||
					!t.Tab.HeadFinal && len(before) > 0 && t.MatchAny(before, 0, &t.Tab.ServiceNamed) == len(before) {
					return first, last, name
				}
				break
			}
		}
		break
	}
	return i, i, model.Span{}
}

// quoted returns what stands between the first and the last quotation mark.
func (t *Text) quoted(p model.Span) (model.Span, bool) {
	s := t.Of(p)
	open := strings.IndexAny(s, lang.TitleOpenings)
	if t.Tab.HeadFinal {
		// The name comes before the word; a stray mark behind it closes nothing.
		low := lang.Lower(s)
		for _, w := range t.Tab.RegulationTitle {
			if k := strings.LastIndex(low, w); k > 0 {
				s = s[:k]
			}
		}
	}
	end := strings.LastIndexAny(s, lang.TitleClosings)
	if open < 0 || end <= open {
		return p, false
	}
	in := t.Trim(model.Span{p[0] + open, p[0] + end}, lang.TitleOpenings+lang.TitleClosings)
	// An inner quotation that ends the name keeps its closing mark: «Выдача "А"».
	for in[1] < p[0]+end && strings.Count(t.Of(in), `"`)%2 == 1 {
		in[1]++
	}
	return in, in[0] < in[1]
}

// unquoted returns the name in a title without quotation marks.
func (t *Text) unquoted(p model.Span) (model.Span, bool) {
	ws := t.Words(p)
	for i := range ws {
		n := t.MatchAny(ws, i, &t.Tab.ServiceWords)
		switch {
		case n == 0:
		case t.Tab.HeadFinal && i > 0 && i+n+1 >= len(ws)-1:
			return t.Trim(model.Span{p[0], ws[i].Start}, ""), true
		case !t.Tab.HeadFinal && i+n < len(ws):
			return t.Trim(model.Span{ws[i+n].Start, p[1]}, "."), true
		}
	}
	return p, false
}

// bodyLook is how many paragraphs may stand from a title up to the text below it.
const bodyLook = 6

// opensBody reports whether a numbered point or section follows within a few
// paragraphs, notes and the rest of a title aside.
func (t *Text) opensBody(i int) bool {
	for k := i; k < len(t.Paragraphs) && k < i+bodyLook; k++ {
		s := t.Of(t.Paragraphs[k])
		if sentence.Numbered(s) || t.sectionTitle(t.Paragraphs[k]) {
			return true
		}
	}
	return false
}

// maxStampLine is the longest paragraph of a stamp, in bytes.
const maxStampLine = 400

// stampBefore walks back over the approval stamp and the annex mark above a title. A note of the
// regulation may stand between: "Утвержден …" / "Сноска. Регламент в редакции …" / "Регламент …".
func (t *Text) stampBefore(title int) int {
	end := t.StampEnd(title)
	from := end
	const most = 12
	for i := end - 1; i >= 0 && i >= end-most; i-- {
		p := t.Paragraphs[i]
		if p[1]-p[0] > maxStampLine || t.EndsWith(p, ";:") || t.isNote[i] || !t.stampLine(p) {
			break
		}
		from = i
	}
	if end < title {
		if from == end {
			return title
		}
		span := model.Span{t.Paragraphs[from][0], t.Paragraphs[end-1][1]}
		if by, _, ok := act.Stamp(t.Of(span), span[0], t.Language); !ok || by == nil {
			return title // the note is of what stands above it
		}
	}
	return from
}

// StampEnd returns where a stamp above a title ends: at the notes between the two, and what a page
// says there of its edition.
func (t *Text) StampEnd(title int) int {
	for title > 0 && (t.isNote[title-1] || act.IsEditionRemark(t.Paragraph(title-1))) {
		title--
	}
	return title
}

// stampLine reports whether a paragraph can be part of a stamp: "Ақмола облысы
// әкімдігінің", "2015 жылғы 23 қазандағы", "№ А-11/495 қаулысымен бекітілді", "1-қосымша".
func (t *Text) stampLine(p model.Span) bool {
	if t.annexMark(p) || act.IsSignature(t.Of(p)) {
		return false
	}
	if t.annexNumber(p) || numberAlone(t.Of(p)) {
		return true // "2-қосымша", "№ 102-210" on a line of its own
	}
	all := t.Words(p)
	// Dates and numbers are as long as they are: "Бурабайского района от 11 июля 2012 года № А-7/435".
	ws := slices.DeleteFunc(slices.Clone(all), func(w sentence.Word) bool { return strings.ContainsAny(t.Str(w), "0123456789") })
	hits := 0
	for _, w := range ws {
		if t.Tab.StampWords.Stem(t.Str(w)) {
			hits++
		}
	}
	if hits == 0 || len(ws) > 30 {
		return false
	}
	s := strings.TrimSpace(t.Of(p))
	if strings.HasSuffix(s, ".") && len(all) > 6 {
		return false
	}
	if len(ws) <= 8 || hits*4 >= len(ws) {
		return true
	}
	// "Қазақстан Республикасы Әділет министрінің … № 389 бұйрығына 14-қосымша"
	by, _, _ := act.Stamp(t.Of(p), p[0], t.Language)
	return by != nil
}

// numberAlone reports whether a line is nothing but the number of an act: "№ 102-210", "№91", or the blank for it.
func numberAlone(s string) bool {
	number, ok := strings.CutPrefix(s, "№")
	if !ok {
		sign, rest, _ := strings.Cut(s, " ")
		number, ok = rest, lang.Numero(sign)
	}
	return ok && strings.ContainsAny(number, "0123456789_") && len(strings.Fields(number)) == 1
}
