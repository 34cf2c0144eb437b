package act

import (
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// headDepth is how many paragraphs of a file the head is looked for in.
const headDepth = 40

// original reads the head of an act as it was signed, where the body, the kind, and date
// and number stand on lines of their own, and returns the paragraph after them:
//
//	ҚОСТАНАЙ ОБЛЫСЫНЫҢ ӘКІМДІГІ · ҚАУЛЫ · 2015 жылғы 7 тамыз № 341 · Қостанай қаласы
func (h *head) original(end int) (int, bool) {
	at, kind := h.kindLine(min(end, headDepth))
	if at < 0 {
		return 0, false
	}
	next, issuer := at+1, -1
	for ; next < end && next <= at+5; next++ {
		l := scan(h.t.Paragraph(next))
		if l.titled(h.lang) || h.adopts(l) >= 0 {
			break
		}
		if h.datedLine(l, h.t.Paragraphs[next][0]) || l.place() {
			h.req = next
		} else if _, ok := l.issuerKind(0, len(l.t), h.lang); ok && h.act.Adopted == "" {
			issuer = next
		} else if len(l.t) > 0 {
			break
		}
	}
	if h.act.Adopted == "" {
		h.req = -1
		return 0, false
	}
	h.act.Kind = kind
	h.act.Spans.Set("kind", h.t.Paragraphs[at])
	for i := at - 1; i >= 0 && issuer < 0; i-- {
		l := scan(h.t.Paragraph(i))
		if _, ok := l.issuerKind(0, len(l.t), h.lang); ok {
			issuer = i
		}
	}
	if issuer >= 0 {
		l := scan(h.t.Paragraph(issuer))
		h.takeIssuer(l, ref{issuerTo: len(l.t), coreFrom: len(l.t), ActRef: model.ActRef{Date: h.act.Adopted}}, h.t.Paragraphs[issuer][0])
	}
	return h.req + 1, true
}

// kindLine finds the paragraph before end that is only the word for the kind of the act.
func (h *head) kindLine(end int) (at int, kind model.ActKind) {
	for i := 0; i < end; i++ {
		l := scan(h.t.Paragraph(i))
		if len(l.t) == 0 {
			continue
		}
		if h.adopts(l) >= 0 {
			break
		}
		if k := l.onlyKind(h.lang); k != "" {
			return i, k
		}
	}
	return -1, ""
}

// onlyKind returns the kind that a line names where it says nothing else: "ҚАУЛЫ", "СОВМЕСТНОЕ
// ПОСТАНОВЛЕНИЕ", "БҰЙРЫҚ ПРИКАЗ" of a sheet in both languages.
func (l *line) onlyKind(lg model.Language) (kind model.ActKind) {
	const longest = 4
	if len(l.t) > longest || !l.capital(0) {
		return ""
	}
	for i, t := range l.t {
		k, own := lang.KindOf(t.low, lg)
		_, other := lang.KindOf(t.low, otherLanguage(lg))
		switch {
		case own:
			kind = k
		case !other && !l.has(i, kindQualifiers):
			return ""
		}
	}
	if l.has(0, jointWords) && kind != "" {
		kind = model.Joint
	}
	return kind
}

// datedLine reads a line that is only the date of adoption, the number, or both, behind the place
// where it may begin.
func (h *head) datedLine(l *line, base int) bool {
	found := false
	i := l.afterPlace()
	if i >= len(l.t) {
		return false
	}
	if n, ok := l.numberAt(i); ok && h.act.Number == "" && n.to < len(l.t) {
		if d, ok := l.dateAt(n.to); ok && d.to == len(l.t) { // "№ 14 2012 жылғы 25 қаңтар"
			h.act.Number, found, i = model.Text(n.value), true, n.to
			prove(&h.act, "number", n.value, model.Span{base + n.start, base + n.end})
		}
	}
	if l.has(i, datePrepositions) {
		i++
	}
	if d, ok := l.dateAt(i); ok && h.act.Adopted == "" {
		h.act.Adopted, i, found = d.value, d.to, true
		prove(&h.act, "adopted", string(d.value), model.Span{base + l.t[d.from].start, base + l.t[d.to-1].end})
	}
	if i < len(l.t) {
		if n, ok := l.numberAt(i); ok && h.act.Number == "" {
			h.act.Number, found = model.Text(n.value), true
			prove(&h.act, "number", n.value, model.Span{base + n.start, base + n.end})
		}
	}
	return found
}

// afterPlace returns the token behind the name of a place that a line begins with: "Астана,
// Ақорда,", "Ақтөбе қаласы".
func (l *line) afterPlace() int {
	i := 0
	for i < len(l.t) && i < 6 && (l.is(i, ",") || l.t[i].kind == word && (l.capital(i) || l.has(i, cityWords) || l.has(i, unitWords))) {
		i++
	}
	return i
}

// place reports whether the line is only where the act was adopted: "город Костанай",
// "Қостанай қаласы".
func (l *line) place() bool {
	if len(l.t) > 4 {
		return false
	}
	for i := range l.t {
		if l.has(i, cityWords) || l.has(i, unitWords) {
			return true
		}
	}
	return false
}

// wrapped reads requisites that a file breaks into lines, and returns the paragraph they
// begin in:
//
//	Жамбыл облысы әкімдігінің · 2015 жылғы 7 тамыздағы № 341 қаулысы.
func (h *head) wrapped(end int) (int, bool) {
	const longest = 8 // lines
	for i := 0; i < end && i < headDepth; i++ {
		l := scan(h.t.Paragraph(i))
		if _, ok := l.issuerKind(0, len(l.t), h.lang); !ok || !h.goesOn(l) {
			continue
		}
		to := i
		for to+1 < end && to-i < longest && h.goesOn(scan(h.t.Paragraph(to+1))) {
			to++
		}
		for ; to > i; to-- { // the title may follow at once
			span := model.Span{h.t.Paragraphs[i][0], h.t.Paragraphs[to][1]}
			if h.adopted(scan(span.Of(h.t.Canonical)), span[0]) {
				h.req = to
				return i, true
			}
		}
	}
	return 0, false
}

// goesOn reports whether a paragraph may be a line of requisites.
func (h *head) goesOn(l *line) bool {
	if len(l.t) == 0 || l.titled(h.lang) || h.adopts(l) >= 0 || l.itemNumber(0) > 0 || h.furniture(l) {
		return false
	}
	if _, rest, ok := statusWord(l.text); ok && strings.TrimSpace(rest) == "" {
		return false
	}
	shape, _ := l.noteShape(h.lang)
	return shape == noNote
}
