package act

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// Paragraphs are those of a text from the first to one before the second.
type Paragraphs [2]int

// ListsRepealed reports whether a paragraph is the title of an annex that lists acts which are
// repealed: "Перечень утративших силу некоторых постановлений акимата".
func ListsRepealed(text string) bool {
	const longest = 300 // bytes
	return len(text) <= longest && repealedParts.In(text) && !numbersAct(text) && scan(text).anywhere(0, repealedLists)
}

var repealedParts = lang.NewNeedles(lang.RepealedParts...)

// annexed reads what follows the text of an act, paragraphs [from, end): the notes on its
// annexes and, where the file begins without the act's own head, date and number of the
// act in the mark of its first annex. Annexes behind the regulations may list acts too.
func (h *head) annexed(from, end int) {
	for i := from; i < end; i++ {
		text := h.t.Paragraph(i)
		if !mayBeNote(text) {
			continue
		}
		l := scan(text)
		shape, body := l.noteShape(h.lang)
		if _, tells := l.strongest(body, len(l.t)); shape == labelled && tells { // not the legend of a table
			h.noteAt(l, shape, body, h.t.Paragraphs[i], model.Target{Kind: model.TargetAnnex})
		}
	}
	if h.undated() && !h.datedBelow(from, end) {
		if h.firstMark(from, end); h.undated() {
			h.firstMark(0, min(h.first, headDepth)) // a file may be nothing but the paper that an act approved
		}
	}
	for _, list := range h.lists {
		found := false
		for _, part := range append([]Paragraphs{{from, end}}, h.others.Behind...) {
			found = h.ordersListed(list, part[0], part[1]) || found
		}
		if !found {
			h.findings = append(h.findings, phrase.Finding(model.FindRefUnresolved, model.Warning, list.point, phrase.NoListed.Of()))
		}
	}
}

// annexList is a list of acts in an annex that a point of the act repeals or amends.
type annexList struct {
	annex model.Text // its number, empty where any annex is meant
	what  order
	point model.Span
}

// ordersListed reads the acts that the act repeals or amends by a list in an annex,
// paragraphs [from, end), and reports whether one is there: each item of the list begins with
// one.
//
//  1. Признать утратившими силу некоторые постановления … согласно приложению …
//  1. Постановление акимата … от 21 мая 2015 года № 220 "…" (зарегистрировано …)
func (h *head) ordersListed(list annexList, from, end int) (found bool) {
	annex := list.annex // in which the paragraph is, where its mark has a number
	for i := from; i < end; i++ {
		text := h.t.Paragraph(i)
		if _, number, ok := Stamp(text, 0, h.lang); ok {
			if number != "" {
				annex = number
			}
			continue
		}
		if list.annex != "" && annex != list.annex || !mayMention(text) {
			continue
		}
		l := scan(text)
		if shape, _ := l.noteShape(h.lang); shape != noNote {
			continue
		}
		for _, r := range l.refs(h.lang) {
			if r.quoted || r.bracketed || r.Date == "" || r.Number == "" {
				continue
			}
			ref := r.moved(h.t.Paragraphs[i][0])
			if r.paper() {
				if i == from || r.from > 1 { // a preposition may stand before it
					continue
				}
				h.inTable(&ref, i)
			}
			if ref.Date == h.act.Adopted && model.FoldNumber(ref.Number) == model.FoldNumber(h.act.Number) {
				break // the mark of the annex
			}
			switch {
			case list.what == repeals && l.whole(r, repeals, -1, h.lang) == repeals:
				h.repeals.add(ref)
			case list.what == repeals || l.opensItem(r) || l.itemNumber(0) > 0 && l.orderFor(r, l.orders(), h.lang) == amends: // of what is amended the new wording follows
				h.amends.add(ref)
			case l.itemNumber(0) > 0 && l.orderFor(r, l.orders(), h.lang) == repeals:
				h.repeals.add(ref)
			default:
				continue
			}
			found = true
			break
		}
	}
	return found
}

// inTable completes a mention that is a cell of its own, behind the one of the title: "| Об
// утверждении регламентов | от 21 мая 2015 года № 220 |". Acts are listed by the body that
// adopted them.
func (h *head) inTable(ref *model.ActRef, i int) {
	ref.Kind = h.act.Kind
	if title := h.t.Paragraph(i - 1); scan(title).titled(h.lang) {
		ref.Title = model.Text(title)
	}
}

// opensItem reports whether the mention is what a numbered item begins with: "1. В
// постановлении акимата …".
func (l *line) opensItem(r ref) bool {
	n := l.itemNumber(0)
	for i := n; i < r.from; i++ {
		if !l.has(i, itemLeads) {
			return false
		}
	}
	return n > 0
}

// datedBelow reads date and number below the signatures, as old acts and newspapers have them,
// and reports whether a date is there:
//
//	Астана, Ақорда, 2018 жылғы 31 наурыз · № 653
func (h *head) datedBelow(from, end int) bool {
	if len(h.act.Signatories) == 0 || from >= end {
		return false
	}
	l := scan(h.t.Paragraph(from))
	d, ok := l.dateAt(l.afterPlace())
	if !ok {
		return false
	}
	if d.to < len(l.t) {
		if n, ok := l.numberAt(d.to); !ok || n.to < len(l.t) { // "… № 13/15 шешіміне қосымша" is a mark
			return false
		}
	}
	h.datedLine(l, h.t.Paragraphs[from][0])
	if h.act.Number == "" && from+1 < end {
		if next := scan(h.t.Paragraph(from + 1)); len(next.t) > 0 && next.t[0].kind == numero {
			h.datedLine(next, h.t.Paragraphs[from+1][0])
		}
	}
	return true
}

// undated reports whether neither the day nor the number of the act is known.
func (h *head) undated() bool { return h.act.Adopted == "" && h.act.Number == "" }

// firstMark takes date and number from the first approval stamp or mark of an annex.
func (h *head) firstMark(from, end int) {
	for i := from; i < end; i++ {
		if IsNote(h.t.Paragraph(i), h.lang) {
			continue
		}
		if last := h.markFrom(i, end); last >= 0 {
			h.ownMark(model.Span{h.t.Paragraphs[i][0], h.t.Paragraphs[last][1]})
			return
		}
	}
}

// markFrom returns the last paragraph of the mark of an annex, with date and number of its act,
// that begins with paragraph first, -1 where none begins. It often stands in several short ones:
//
//	Приложение к решению маслихата
//	от 6 мая 2025 года
//	№ 219
func (h *head) markFrom(first, end int) int {
	const lines, usual, longest = 6, 300, 500 // of a mark, and bytes of a line; no long one ends as a sentence does
	for last := first; last < min(end, first+lines); last++ {
		text := h.t.Paragraph(last)
		if len(text) > longest || len(text) > usual && strings.TrimRight(text, ".;:,") != text {
			break
		}
		if at, _ := scan(text).name(); at >= 0 {
			break // a signature
		}
		span := model.Span{h.t.Paragraphs[first][0], h.t.Paragraphs[last][1]}
		if by, _, ok := Stamp(span.Of(h.t.Canonical), span[0], h.lang); ok && by != nil && by.Date != "" && by.Number != "" {
			return last
		}
		if h.parted(first, last) && BareStamp(span.Of(h.t.Canonical), span[0], h.lang) != nil {
			return last
		}
	}
	return -1
}

// parted reports whether paragraphs [first, last] are of no sentence that stands around them.
func (h *head) parted(first, last int) bool {
	if first == 0 || last+1 == len(h.t.Paragraphs) || !endsSentence(h.t.Paragraph(first-1)) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(h.t.Paragraph(last + 1))
	return !unicode.IsLower(next)
}

// ownMark fills the head from the mark at span, unless that is of another act: of another
// kind or year, or of the one that a note names for the new edition of the annex.
func (h *head) ownMark(span model.Span) {
	text := span.Of(h.t.Canonical)
	own, _ := scan(text).stampActs(-1, h.lang)
	a := &h.act
	if own == nil || own.Date == "" || own.Number == "" || a.Kind != model.UnknownKind && a.Kind != model.Joint && own.Kind != a.Kind {
		return
	}
	if id := string(a.ID); len(id) == 11 && id[1:3] != string(own.Date[2:4]) {
		return
	}
	for _, n := range a.Notes {
		if n.By != nil && sameAct(*n.By, own.ActRef) {
			return
		}
	}
	kind, named := a.Kind, a.Issuer != nil
	h.findings = FromStamp(a, h.findings, text, span[0], h.lang)
	if kind == model.Joint {
		a.Kind = kind
	}
	if !named && a.Issuer != nil && a.Issuer.Region == "" { // "Әкімдіктің": who signed may tell more
		if signed := h.signedIssuer(); signed != nil {
			a.Issuer = signed
		}
	}
	if is := a.Issuer; is != nil && !h.regionNamed() {
		l := scan(is.Name)
		is.Region = localRegion(is.Kind, l.where(0, len(l.t), a.Adopted))
	}
}
