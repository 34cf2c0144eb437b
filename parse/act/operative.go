package act

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

// body reads preamble, points, notes and signatures of paragraphs [from, end).
func (h *head) body(from, end int) {
	o := operative{h: h, from: from, end: end, closing: end - 1, signed: -1, tail: end}
	for o.closing >= from && stillQuoted(true, h.t.Paragraph(o.closing)) {
		o.closing--
	}
	for _, p := range h.parts(from, end) {
		if !o.take(p) {
			break
		}
	}
	o.closePoint()
	if o.signed >= 0 {
		o.tail = h.signatories(o.signed, end)
	}
	h.act.Points = o.points
	for i := range o.points {
		h.point(&o.points[i])
	}
	h.annexed(o.tail, end)
}

// operative is how far the operative part in paragraphs [from, end) is read.
type operative struct {
	h         *head
	from, end int
	closing   int // the last paragraph that may end a quotation

	points     []model.Point
	point, sub *model.Point    // that are open, nil for none
	text       strings.Builder // paragraphs of the open point
	subText    strings.Builder // and of the open subpoint
	quoted     bool            // a new wording is quoted, over several paragraphs
	signed     int             // first paragraph of the signatures, -1 for none
	tail       int             // first paragraph of what follows the act's text
}

// take reads a paragraph, or a part of one, and reports whether the act's text goes on
// behind it.
func (o *operative) take(p part) bool {
	i, span := p.paragraph, p.span
	text := span.Of(o.h.t.Canonical)
	if o.takeNote(i, text, span) || o.h.isMark(i) {
		return true
	}
	if o.point != nil && !o.quoted && o.marked(i, text) {
		o.tail = i // what the act approves begins
		return false
	}
	if len(o.points) == 0 && o.h.badge(i, span) {
		return true
	}
	num, sep, rest := itemHead(text)
	o.quoted = o.quoted && !o.unquotes(i, num, sep, rest)
	if at := o.gluedItem(i, text); at > 0 {
		return o.take(part{i, model.Span{span[0], span[0] + at}}) && o.take(part{i, model.Span{span[0] + at, span[1]}})
	}
	switch {
	case o.quoted, sep == "." && o.point != nil && backward(string(o.point.Number), num): // a new wording, quoted or not
		o.extend(text, span)
	case num != "" && sep == "." && (!o.h.preamble.Empty() || len(o.points) > 0 || num == "1" || o.h.req >= 0):
		if len(o.points) == 0 {
			o.h.first = i
		}
		o.openPoint(num, rest, span)
	case num != "" && sep == ")" && o.point != nil:
		o.openSub(num, rest, span)
	case o.point == nil:
		return o.takeBefore(i, text, span)
	case o.h.signature(i, o.end):
		o.signed = i
		return false
	case o.point.Number == "" && o.sub == nil && strings.HasSuffix(o.text.String(), "."): // the numbers are lost
		o.openPoint("", text, span)
	case o.lists():
		o.openSub("", text, span)
	default:
		o.extend(text, span)
	}
	if o.point != nil {
		o.quoted = stillQuoted(o.quoted, text)
	}
	return true
}

// isMark reports whether paragraph i is of a misplaced mark.
func (h *head) isMark(i int) bool {
	return slices.ContainsFunc(h.others.Marks, func(m Paragraphs) bool { return m[0] <= i && i < m[1] })
}

// marked reports whether the mark of what the act approves is paragraph i, or begins there and
// goes on in the next ones. A PDF may have it beside the act's last points.
func (o *operative) marked(i int, text string) bool {
	if _, _, ok := Stamp(text, 0, o.h.lang); ok {
		return true
	}
	if num, _, _ := itemHead(text); num != "" || strings.TrimRight(text, ".;:,") != text {
		return false
	}
	last := o.h.markFrom(i, o.end)
	if last < 0 || last+1 == o.end {
		return last >= 0
	}
	num, _, _ := itemHead(o.h.t.Paragraph(last + 1))
	return num == "" || !follows(string(o.point.Number), num)
}

// takeNote reads an editorial note, and reports whether the paragraph is one.
func (o *operative) takeNote(i int, text string, span model.Span) bool {
	h := o.h
	if o.quoted || !mayBeNote(text) && !h.pendingEditor(i) {
		return false
	}
	l := scan(text)
	shape, body := l.noteShape(h.lang)
	if shape == noNote && h.pendingEditor(i) && l.itemNumber(0) == 0 && h.adopts(l) < 0 {
		shape, body = byEditor, 0
	}
	if shape == noNote {
		return false
	}
	where := model.Target{Kind: model.TargetAct}
	if o.point != nil {
		where.Kind, where.Number = model.TargetPoint, o.point.Number
	}
	h.noteAt(l, shape, body, span, where)
	return true
}

// unquotes reports whether a quotation that no mark ends, ends before paragraph i: with the
// act's own next point, or with its signatures.
func (o *operative) unquotes(i int, num, sep, rest string) bool {
	if num == "" {
		return i > o.closing && o.h.signature(i, o.end)
	}
	return sep == "." && o.point != nil && follows(string(o.point.Number), num) && ownWords(rest)
}

// takeBefore reads a paragraph before the first point: what stands above the preamble, the
// preamble, or an operative part whose only point has no number.
func (o *operative) takeBefore(i int, text string, span model.Span) bool {
	h := o.h
	l := scan(text)
	if h.furniture(l) {
		return true
	}
	if at := h.adopts(l); at >= 0 && h.preamble.Empty() {
		h.preamble = span
		h.takePreamble(l, at, span[0])
	} else if !h.preamble.Empty() && h.first == o.end {
		if h.signature(i, o.end) {
			o.signed = i
			return false
		}
		h.first = i
		o.openPoint("", text, span)
		return true
	} else if h.preamble.Empty() && h.req < 0 && len(h.title) == 0 && i > o.from && h.signature(i, o.end) {
		o.signed = i // of a text cut off before its points
		return false
	}
	h.mention(text, span)
	return true
}

func (o *operative) openPoint(number, text string, span model.Span) {
	o.closePoint()
	o.points = append(o.points, model.Point{Number: model.Text(number), Span: span})
	o.point = &o.points[len(o.points)-1]
	o.text.WriteString(text)
}

func (o *operative) openSub(number, text string, span model.Span) {
	o.closeSub()
	o.point.Subpoints = append(o.point.Subpoints, model.Point{Number: model.Text(number), Span: span})
	o.point.Span[1] = span[1]
	o.sub = &o.point.Subpoints[len(o.point.Subpoints)-1]
	o.subText.WriteString(text)
}

func (o *operative) closePoint() {
	o.closeSub()
	if o.point != nil {
		o.point.Text = o.text.String()
		o.text.Reset()
	}
	o.point = nil
}

func (o *operative) closeSub() {
	if o.sub != nil {
		o.sub.Text = o.subText.String()
		o.subText.Reset()
	}
	o.sub = nil
}

// gluedItem returns where in paragraph i the first item of a list begins that its heading runs
// into, 0 for none: "1. Утвердить прилагаемые:|1) регламент …;", the next paragraph is "2) …".
func (o *operative) gluedItem(i int, text string) int {
	if o.quoted || i+1 >= o.end {
		return 0
	}
	heading, item, ok := strings.Cut(text, ":")
	item = strings.TrimLeft(item, " ")
	if num, sep, _ := itemHead(item); !ok || num != "1" || sep != ")" || lang.LeavesOpen(heading) {
		return 0
	}
	if num, sep, _ := itemHead(o.h.t.Paragraph(i + 1)); num != "2" || sep != ")" {
		return 0
	}
	return len(text) - len(item)
}

// lists reports whether the paragraph behind what is read is an item without a number of what the
// open point approves: "1. Утвердить прилагаемые регламенты государственных услуг:" / "«A»;" / "«B».".
func (o *operative) lists() bool {
	const longest = 1 << 12 // bytes of a point up to its list
	if o.sub != nil {
		return o.point.Subpoints[0].Number == "" && strings.HasSuffix(o.subText.String(), ";")
	}
	return o.text.Len() <= longest && strings.HasSuffix(o.text.String(), ":") && Approves(o.text.String())
}

// Approves reports whether a point of an act approves something.
func Approves(point string) bool {
	l := scan(point)
	return l.has(l.itemNumber(0), approvalLeads) || l.ordered(approvalOrders)
}

// extend adds a paragraph to the open subpoint, or to the open point.
func (o *operative) extend(text string, span model.Span) {
	b := &o.text
	if o.sub != nil {
		b, o.sub.Span[1] = &o.subText, span[1]
	}
	b.WriteByte('\n')
	b.WriteString(text)
	o.point.Span[1] = span[1]
}

func (h *head) mention(text string, span model.Span) {
	h.refs = append(h.refs, Refs(text, span[0], h.lang)...)
}

func follows(before, num string) bool {
	return len(before) <= 3 && len(num) <= 3 && atoi(num) == atoi(before)+1
}

// backward reports whether the number is not of a point after the one with number before.
func backward(before, num string) bool {
	n := atoi(num)
	return n > 0 && n <= atoi(before)
}

// ownWords reports whether an operative point speaks of the act itself: "настоящее
// постановление", "осы қаулы", or of the control over it.
func ownWords(text string) bool {
	l := scan(text)
	return l.anywhere(0, ownActs) || l.anywhere(0, controlWords)
}

// stillQuoted follows a new wording quoted over several paragraphs: it begins with a
// quotation mark at the beginning of a paragraph and ends with one at an end.
func stillQuoted(inQuote bool, text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	last := strings.TrimRight(text, " .;,:")
	if inQuote {
		return strings.TrimRight(last, lang.ClosingQuotes) == last
	}
	return strings.ContainsRune(lang.OpeningQuotes, first) && lang.LeavesOpen(text)
}

// pendingEditor: the paragraph before is only the label of a publisher's remark.
func (h *head) pendingEditor(i int) bool {
	if i == 0 {
		return false
	}
	return h.onlyLabel(h.t.Paragraph(i - 1))
}

// onlyLabel: "Примечание РЦПИ.", "РҚАО-ның ескертпесі."
func (h *head) onlyLabel(text string) bool {
	if len(text) > 80 || !mayBeNote(text) {
		return false
	}
	l := scan(text)
	shape, body := l.noteShape(h.lang)
	return shape == byEditor && body >= len(l.t)
}

func (h *head) note(l *line, shape noteShape, body, i int) {
	h.noteAt(l, shape, body, h.t.Paragraphs[i], model.Target{Kind: model.TargetAct})
}

// noteAt adds the notes of the part of the text at span.
func (h *head) noteAt(l *line, shape noteShape, body int, span model.Span, where model.Target) {
	notes, findings := l.notes(shape, body, l.text, span, h.lang, where)
	// "Примечание РЦПИ." / "В тексте документа сохранена пунктуация …": one remark of the publisher.
	if n := len(h.act.Notes) - 1; shape == byEditor && n >= 0 && h.act.Notes[n].Span[1]+1 == span[0] && h.onlyLabel(h.act.Notes[n].Text) {
		notes[0].Target, notes[0].Span[0] = h.act.Notes[n].Target, h.act.Notes[n].Span[0]
		notes[0].Text = notes[0].Span.Of(h.t.Canonical)
		h.act.Notes = h.act.Notes[:n]
	}
	h.act.Notes = append(h.act.Notes, notes...)
	h.findings = append(h.findings, findings...)
	if h.entry == nil {
		for _, n := range notes {
			if n.Action == model.NoteEditorial && n.Effective == nil {
				n.Effective = l.effective(body, -1, span[0], h.lang)
			}
			// "Настоящее решение вводится в действие с …", "Вводится в действие с …", "… бастап
			// қолданысқа енгізіледі – осы шешімнің 8-тармағымен"
			if n.Action == model.NoteEditorial && n.Effective != nil && n.Effective.From == model.FromDate && len(h.act.Points) == 0 && where.Kind == model.TargetAct && (l.anywhere(body, ownActs) || l.entryAt(body)) {
				h.entry = n.Effective
			}
		}
	}
}
