package structure

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/sentence"
)

// Section is a headed part with its points, by paragraphs.
type Section struct {
	Number string
	Title  model.Span
	From   int // paragraph of the title
	End    int
	Points []Point
}

// Point is a numbered provision: its first paragraph and what stands under it.
type Point struct {
	Number string
	Body   model.Span // text of the first paragraph, without the number
	From   int        // first paragraph
	End    int        // one past its last paragraph
}

// Annex is an annex of a regulation.
type Annex struct {
	Number string
	Title  model.Span
	From   int
	End    int
}

// Outline parts a regulation into sections, points and annexes.
type Outline struct {
	Sections []Section
	Annexes  []Annex
	Notes    []noteAt
	BodyEnd  int // first paragraph of the annexes
	Findings []model.Finding
}

// noteAt is a note and the number of the point that it stands in, "" for none.
type noteAt struct {
	Paragraph int
	Point     string
}

// Outline parts a regulation.
func (t *Text) Outline(pl Extent) Outline {
	o := Outline{BodyEnd: pl.End}
	last := 0 // number of the last point
	list := 0 // of the last item of a list that is numbered as points are
	inAnnex := false
	if pl.From < pl.Heading {
		for i := t.StampEnd(pl.Heading); i < pl.Heading; i++ {
			if t.isNote[i] {
				o.Notes = append(o.Notes, noteAt{Paragraph: i})
			}
		}
	}
	for i := pl.Body; i < pl.End; i++ {
		p := t.Paragraphs[i]
		s := t.Of(p)
		if t.isNote[i] {
			n := noteAt{Paragraph: i}
			if pt := o.lastPoint(); pt != nil && !inAnnex {
				n.Point = pt.Number
				o.reach(i)
			}
			o.Notes = append(o.Notes, n)
			notes, _ := act.Notes(s, p, t.Language, model.Target{})
			for _, note := range notes { // "6. Исключен постановлением …"
				if note.Action == model.NoteExcluded && note.Target.Kind == model.TargetPoint && string(note.Target.Number) == strconv.Itoa(last+1) {
					last++
				}
			}
			continue
		}
		if t.isMark != nil && t.isMark[i] {
			continue
		}
		if t.Tabled(i) {
			if !inAnnex {
				o.reach(i)
			}
			continue
		}
		n, marked := t.annexAt(i, pl.End)
		untitled := inAnnex && o.Annexes[len(o.Annexes)-1].Title[1] == 0
		if marked && !(untitled && t.annexNumber(p) && n == o.Annexes[len(o.Annexes)-1].Number) || t.annexTitle(p) && !untitled || !inAnnex && t.annexLegend(p) {
			from, to := i, i
			if marked {
				from, to = t.markLines(pl.Service, i, pl.End)
			}
			if !inAnnex {
				o.closeBody(from)
			} else if above := &o.Annexes[len(o.Annexes)-1]; above.Title[0] >= t.Paragraphs[from][0] {
				above.Title = model.Span{} // it was the first line of this mark
			}
			inAnnex = true
			o.closeAnnex(from)
			a := Annex{Number: n, From: from, End: pl.End}
			i = to
			if !marked {
				a.Title = t.Trim(p, "")
			}
			o.Annexes = append(o.Annexes, a)
			continue
		}
		if inAnnex {
			if untitled && !t.annexNumber(p) && !t.wholeQuotation(p) && !slices.Contains(lang.FormMarks, strings.TrimSpace(t.Lower(p))) {
				o.Annexes[len(o.Annexes)-1].Title = t.Trim(p, "")
			}
			continue
		}
		number, rest, kind := sentence.LeadingNumber(s)
		if t.sectionTitle(p) && (kind != sentence.PointNumber || t.pointFollows(i+1, pl.End)) || kind == sentence.PointNumber && t.titleByNumber(&o, i, last, pl.End) {
			title := t.Trim(p, "")
			if kind == sentence.PointNumber {
				title[0] = p[0] + rest
			} else if n, at := t.chapterNumber(p); n != "" {
				number, title[0] = n, at
			}
			o.Sections = append(o.Sections, Section{Number: number, Title: title, From: i, End: i + 1})
			continue
		}
		if kind == sentence.PointNumber && t.listed(&o, i, number, last, &list) {
			kind = sentence.NoNumber
		}
		if kind == sentence.PointNumber {
			list = 0
			if len(o.Sections) == 0 {
				o.Findings = append(o.Findings, phrase.Finding(model.FindSectionUnknown, model.Info,
					model.Span{p[0], p[0] + len(number)}, phrase.UntitledPoints.Of()))
				o.Sections = append(o.Sections, Section{From: i, Title: model.Span{p[0], p[0]}})
			}
			sec := &o.Sections[len(o.Sections)-1]
			sec.Points = append(sec.Points, Point{Number: number, Body: model.Span{p[0] + rest, p[1]}, From: i, End: i + 1})
			sec.End = i + 1
			n, _ := strconv.Atoi(number)
			if last > 0 && n > 0 && n != last+1 && !strings.Contains(number, "-") {
				o.Findings = append(o.Findings, phrase.Finding(model.FindNumbering, model.Warning,
					model.Span{p[0], p[0] + len(number)}, phrase.PointOrder.Of(number, strconv.Itoa(last))))
			}
			if n > 0 {
				last = n
			}
			continue
		}
		o.reach(i)
	}
	return o
}

// listed reports whether a paragraph numbered as a point ("1.", or "5-1." under point 5)
// is an item of a list under one: the first follows a colon, the others count on.
func (t *Text) listed(o *Outline, i int, number string, last int, list *int) bool {
	n, _ := strconv.Atoi(number)
	if head := Prefix(number); head == strconv.Itoa(last)+"-" {
		n = Ordered(number, sentence.PointNumber)
	}
	switch {
	case *list == 0 || n == 1: // "1) басшы:" / "1. …" / "2) орындаушы:" / "1. …"
		if n != 1 || last == 0 || o.lastPoint() == nil || !t.EndsWith(t.Paragraphs[i-1], ":") {
			return false
		}
	case n != *list+1:
		return false
	case n == last+1:
		if _, known := t.PointKind(t.Words(t.Paragraphs[i])); known || !t.IsAction(t.Paragraphs[i]) && !t.numberedAgain(i, number) {
			return false
		}
	}
	*list = n
	return true
}

// numberedAgain reports whether a point with the number of paragraph i comes before any
// point with another: then that one is the point, and i the end of a list.
func (t *Text) numberedAgain(i int, number string) bool {
	const reach = 6
	for k := i + 1; k < len(t.Paragraphs) && k <= i+reach; k++ {
		if n, _, kind := sentence.LeadingNumber(t.Of(t.Paragraphs[k])); kind == sentence.PointNumber && !t.sectionTitle(t.Paragraphs[k]) {
			return n == number
		}
	}
	return false
}

// Paragraphs yields the paragraphs of all points, notes among them.
func (o *Outline) Paragraphs() iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, sec := range o.Sections {
			for _, pt := range sec.Points {
				for i := pt.From; i < pt.End; i++ {
					if !yield(i) {
						return
					}
				}
			}
		}
	}
}

func (o *Outline) lastPoint() *Point {
	if len(o.Sections) == 0 {
		return nil
	}
	s := &o.Sections[len(o.Sections)-1]
	if len(s.Points) == 0 {
		return nil
	}
	return &s.Points[len(s.Points)-1]
}

// reach makes a paragraph the last one of the last point, and of its section.
func (o *Outline) reach(i int) {
	if pt := o.lastPoint(); pt != nil {
		pt.End = i + 1
		o.Sections[len(o.Sections)-1].End = i + 1
	}
}

// closeBody ends the points before a paragraph, where the annexes begin.
func (o *Outline) closeBody(at int) {
	o.BodyEnd = at
	if pt := o.lastPoint(); pt != nil {
		pt.End = min(pt.End, at)
		sec := &o.Sections[len(o.Sections)-1]
		sec.End = min(sec.End, at)
	}
}

// closeAnnex ends the last annex before a paragraph.
func (o *Outline) closeAnnex(at int) {
	if n := len(o.Annexes); n > 0 {
		o.Annexes[n-1].End = at
	}
}

// sectionTitle reports whether a paragraph is the title of a section: "1. Жалпы
// ережелер", "Глава 2. Описание порядка …". A title does not end in a mark.
func (t *Text) sectionTitle(p model.Span) bool {
	if p[1]-p[0] > maxTitle || t.EndsWith(p, ".;:,") || t.isCaption(t.Words(p)) {
		return false
	}
	low := t.Lower(p)
	_, rest, kind := sentence.LeadingNumber(low)
	if kind == sentence.Bracketed || kind == sentence.Lettered {
		return false
	}
	if n, at := t.chapterNumber(p); n != "" {
		rest = at - p[0]
	}
	low = strings.TrimSpace(low[rest:])
	for _, title := range t.Tab.SectionTitles {
		if t.Tab.HeadFinal && strings.HasSuffix(low, title) || strings.HasPrefix(low, title) {
			return true
		}
	}
	return false
}

// chapterNumber reads "1-тарау. Жалпы ережелер", "Глава 1. Общие положения": the number
// and where the title begins.
func (t *Text) chapterNumber(p model.Span) (string, int) {
	ws := t.Words(p)
	if len(ws) < 2 {
		return "", 0
	}
	first, second := t.Str(ws[0]), t.Str(ws[1])
	for _, w := range t.Tab.SectionWords {
		switch {
		case strings.Contains(first, "-"+w): // 1-тарау
			n, _, _ := strings.Cut(first, "-")
			return n, t.Trim(model.Span{ws[0].End, p[1]}, ".:"+sentence.Dashes)[0]
		case strings.HasPrefix(first, w) && sentence.IsNumber(second): // глава 1
			return second, t.Trim(model.Span{ws[1].End, p[1]}, ".:"+sentence.Dashes)[0]
		case sentence.IsNumber(first) && strings.HasPrefix(second, w): // 1 тарау
			return first, t.Trim(model.Span{ws[1].End, p[1]}, ".:"+sentence.Dashes)[0]
		}
	}
	return "", 0
}

// pointFollows reports whether the next paragraph that is no note is a numbered point.
func (t *Text) pointFollows(i, end int) bool {
	for ; i < end; i++ {
		if t.isNote[i] {
			continue
		}
		_, _, kind := sentence.LeadingNumber(t.Of(t.Paragraphs[i]))
		return kind == sentence.PointNumber
	}
	return false
}

// titleByNumber reports whether a numbered paragraph that no table knows is the title of a
// section: it ends in no mark, its number counts the sections on, and the points go on
// behind it as if it were none of them: "… 4. …" / "3. Требования к порядку" / "5. …".
func (t *Text) titleByNumber(o *Outline, i, last, end int) bool {
	p := t.Paragraphs[i]
	number, _, _ := sentence.LeadingNumber(t.Of(p))
	if t.EndsWith(p, ".;:,") || number != strconv.Itoa(len(o.Sections)+1) {
		return false
	}
	for k := i + 1; k < end; k++ {
		if !t.isNote[k] {
			next, _, kind := sentence.LeadingNumber(t.Of(t.Paragraphs[k]))
			return kind == sentence.PointNumber && next == strconv.Itoa(last+1)
		}
	}
	return false
}

// wholeQuotation reports whether a paragraph is one quotation: the name of the service
// under "Приложение 1 к регламенту государственной услуги" is no title of an annex.
func (t *Text) wholeQuotation(p model.Span) bool {
	s := strings.TrimSpace(t.Of(p))
	return strings.IndexAny(s, lang.TitleOpenings) == 0 && t.EndsWith(p, lang.TitleClosings)
}

// annexAt reports whether an annex of the regulation begins at paragraph i, and its number.
func (t *Text) annexAt(i, end int) (string, bool) {
	p := t.Paragraphs[i]
	if t.annexMark(p) {
		return t.markNumber(p), true
	}
	// The mark may stand on lines of its own: "… қызмет регламентіне" / "1-қосымша".
	if i+1 < end && t.annexNumber(t.Paragraphs[i+1]) && t.annexOf(p) && !t.EndsWith(p, ".;:") {
		return t.markNumber(t.Paragraphs[i+1]), true
	}
	if t.annexNumber(p) && i > 0 && !t.annexOf(t.Paragraphs[i-1]) {
		return t.markNumber(p), true
	}
	return "", false
}

// markLines returns the first and the last paragraph of the annex mark that paragraph i belongs to,
// whose lines may be paragraphs: `"Анықтама` / `беру" мемлекеттік көрсетілетін қызмет` / `регламентіне
// 1-қосымша`, "Приложение 1" / "к регламенту государственной" / `услуги "Выдача справки"`.
func (t *Text) markLines(service model.Span, i, end int) (from, to int) {
	const most = 12 // lines
	name := t.Words(service)
	holds := func(lines model.Span) bool {
		ws := t.Words(lines)
		if len(ws) <= len(name) || len(name) == 0 {
			return false
		}
		if ws = ws[len(ws)-len(name):]; t.Tab.HeadFinal {
			ws = t.Words(lines)[:len(name)]
		}
		return slices.EqualFunc(ws, name, func(a, b sentence.Word) bool { return t.Str(a) == t.Str(b) })
	}
	for from, to = i, i; from > 0 && to < end && to-from < most; {
		lines := model.Span{t.Paragraphs[from][0], t.Paragraphs[to][1]}
		if holds(lines) && t.annexOf(lines) {
			return from, to
		}
		next := to + 1
		if t.Tab.HeadFinal {
			from--
			next = from
		} else {
			to++
		}
		if p := t.Paragraphs[min(next, end-1)]; t.EndsWith(p, ".;:") || t.annexTitle(p) || t.annexNumber(p) || t.annexMark(p) {
			break
		}
	}
	return i, i
}

// annexMark reports whether a paragraph is an annex mark of a regulation:
// `"…" мемлекеттік көрсетілетін қызмет регламентіне 1-қосымша`, `Приложение 1 к регламенту …`.
func (t *Text) annexMark(p model.Span) bool {
	if p[1]-p[0] > maxTitle || t.EndsWith(p, ".;:") {
		return false
	}
	ws := t.Words(p)
	if len(ws) < 2 {
		return false
	}
	if t.Tab.HeadFinal {
		last := t.Str(ws[len(ws)-1])
		return t.annexWord(last) && t.annexOf(p)
	}
	return t.annexWord(t.Str(ws[0])) && t.annexOf(p)
}

func (t *Text) annexOf(p model.Span) bool {
	low := t.Lower(p)
	for _, w := range t.Tab.AnnexOf {
		if lang.Index(low, w) >= 0 {
			return true
		}
	}
	return false
}

// annexWord: "қосымша", "1-қосымша", "приложение".
func (t *Text) annexWord(w string) bool {
	for _, m := range t.Tab.AnnexMark {
		if w == m || strings.HasSuffix(w, "-"+m) {
			return true
		}
	}
	return false
}

// annexNumber reports whether a paragraph is nothing but an annex mark's number:
// "1-қосымша", "2 - қосымша", "Приложение 2".
func (t *Text) annexNumber(p model.Span) bool {
	const longest = 48 // bytes of "Приложение № 12"
	if p[1]-p[0] > longest {
		return false
	}
	ws := t.Words(p)
	if len(ws) == 0 || len(ws) > 2 {
		return false
	}
	for _, w := range ws {
		if s := t.Str(w); !sentence.IsNumber(s) && !t.annexWord(s) {
			return false
		}
	}
	return !sentence.IsNumber(t.Str(ws[0])) || len(ws) == 2
}

// annexLegend reports whether a paragraph heads the legend of a scheme whose annex mark
// and title were lost.
func (t *Text) annexLegend(p model.Span) bool {
	low := strings.TrimRight(t.Lower(p), ": ")
	for _, l := range t.Tab.AnnexLegends {
		if strings.HasPrefix(low, l) {
			return true
		}
	}
	return false
}

// markNumber reads the number in an annex mark, "" for the only annex.
func (t *Text) markNumber(p model.Span) string {
	ws := t.Words(p)
	for i, w := range ws {
		s := t.Str(w)
		if !t.annexWord(s) {
			continue
		}
		if n, _, ok := strings.Cut(s, "-"); ok && sentence.IsNumber(n) {
			return n
		}
		if t.Tab.HeadFinal && i > 0 && sentence.IsNumber(t.Str(ws[i-1])) {
			return t.Str(ws[i-1])
		}
		if !t.Tab.HeadFinal && i+1 < len(ws) && sentence.IsNumber(t.Str(ws[i+1])) {
			return t.Str(ws[i+1])
		}
	}
	return ""
}

// TellsAnnex reports whether a paragraph tells what an annex holds, in a sentence whose
// full stop may be lost: "… диаграммасы Регламенттің 1-қосымшасында берілген".
func (t *Text) TellsAnnex(p model.Span) bool {
	for _, w := range t.Words(p) {
		if t.AnnexRef(w) && lang.EndsIn(t.Str(w), t.Tab.ObjectEndings) {
			return true
		}
	}
	return false
}

// annexTitle reports whether a paragraph is the title of an annex: schemes, diagrams.
func (t *Text) annexTitle(p model.Span) bool {
	if p[1]-p[0] > maxTitle || t.EndsWith(p, ".;") {
		return false
	}
	if sentence.Numbered(t.Of(p)) || t.TellsAnnex(p) {
		return false
	}
	low := strings.TrimRight(t.Lower(p), ": ")
	for _, title := range t.Tab.AnnexTitles {
		if t.Tab.HeadFinal && lang.Index(low, title) >= 0 && !strings.Contains(low, t.Tab.AccordingTo) || !t.Tab.HeadFinal && strings.HasPrefix(low, title) {
			return true
		}
	}
	return false
}
