package act

import (
	"strings"
	"unicode"

	"reglament/model"
	"reglament/parse/lang"
)

// takePreamble reads issuer and kind where the preamble says them: "… Ақмола
// облысының әкімдігі ҚАУЛЫ ЕТЕДІ", "акимат … области ПОСТАНОВЛЯЕТ".
func (h *head) takePreamble(l *line, at, base int) {
	kind, to := l.adoption(at)
	verb := model.Span{base + l.t[at].start, base + l.t[to-1].end}
	for i := 0; i < at; i++ { // "… әкімдігі ҚАУЛЫ ЕТЕДІ және … мәслихаты ШЕШТІ"
		if k, behind := l.adoption(i); k != "" && k != kind && (l.capitals(i) || l.has(behind, joinWords)) {
			kind, at, verb[0] = model.Joint, i, base+l.t[i].start
			break
		}
	}
	from := h.subject(l, at)
	if first := h.bodyBefore(l, from); first >= 0 {
		kind, from, at = model.Joint, first, from-1
	}
	if h.act.Kind == model.UnknownKind {
		h.act.Kind = kind
		h.act.Spans.Set("kind", verb)
	}
	if from < 0 {
		return
	}
	name := oneLine(l.slice(from, at))
	span := model.Span{base + l.t[from].start, base + l.t[at-1].end}
	body, ok := l.issuerKind(from, at, h.lang)
	if !ok {
		return
	}
	if h.act.Issuer == nil {
		h.act.Issuer = &model.Issuer{Name: name, Kind: body, Region: localRegion(body, l.where(from, at, h.act.Adopted)), Span: span}
		return
	}
	is := h.act.Issuer
	if body != is.Kind || h.act.Kind == model.Joint {
		return
	}
	if r, ok := l.region(from, at); ok || is.Region == "" {
		if is.Region == "" {
			is.Region = localRegion(is.Kind, l.where(from, at, h.act.Adopted))
		}
		if ok && r == is.Region {
			is.Name, is.Span = name, span
		}
	}
}

// republicBody returns the first token of the name of a body of the republic that ends with
// token i and holds ordinary words, -1 where none ends there: "Қазақстан Республикасы Орталық
// сайлау комиссиясы".
func (l *line) republicBody(i int) int {
	const longest = 12 // words
	for j := i; j > 0 && i-j < longest; j-- {
		if n, ok := l.any(j-1, republic); ok && n == 2 {
			return j - 1
		}
		if _, act := lang.KindOf(l.t[j].low, model.Kazakh); act || l.t[j].kind != word || l.has(j, issuerStops) {
			break
		}
	}
	return -1
}

// preambleLines returns the first and the last of the paragraphs in [from, end) that a page
// broke the preamble into: links and verbs of old pages stand on lines of their own.
//
//	"…" Қазақстан Республикасының 1993 жылғы 8 желтоқсандағы · Заңының · 11 бабына сәйкес, …
//	мәслихаты · ШЕШТІ · және … әкімияты · ҚАУЛЫ ЕТЕДІ:
func (h *head) preambleLines(from, end int) (first, last int) {
	last = -1
	for i := from; i < end && i < from+headDepth && last < 0; i++ {
		l := scan(h.t.Paragraph(i))
		if l.itemNumber(0) > 0 {
			break
		}
		if h.adopts(l) >= 0 {
			first, last = i, i
		}
	}
	if last < 0 {
		return -1, -1
	}
	for first > from && h.midSentence(first) && !endsSentence(h.t.Paragraph(first-1)) && !IsNote(h.t.Paragraph(first-1), h.lang) {
		first--
	}
	for last+1 < end {
		l := scan(h.t.Paragraph(last + 1))
		if kind, _ := l.adoption(0); kind == "" && l.wordAfter(0) < len(l.t) {
			break
		}
		last++
	}
	return first, last
}

// midSentence reports whether paragraph i cannot begin the preamble: it begins with its verb,
// a word for an act in an oblique case or the number of an article.
func (h *head) midSentence(i int) bool {
	l := scan(h.t.Paragraph(i))
	if len(l.t) == 0 {
		return true
	}
	if kind, _ := l.adoption(0); kind != "" {
		return true
	}
	if _, is := lang.KindOf(l.t[0].low, h.lang); is {
		return !lang.IsNominative(l.t[0].low, h.lang)
	}
	return l.t[0].kind == figure && len(l.t[0].low) <= 3 && l.itemNumber(0) == 0 || unicode.IsLower([]rune(l.text)[0])
}

// wordAfter returns the first token from i on that is no mark, len(l.t) where there is none.
func (l *line) wordAfter(i int) int {
	for i < len(l.t) && l.t[i].kind == mark {
		i++
	}
	return i
}

func endsSentence(s string) bool { return strings.TrimRight(s, ".;:!?") != s }

// bodyBefore returns the first token of the body that decides together with the one that
// begins at token i, -1 where none does: "облыстық мәслихат пен облыс әкімі шешім қабылдады".
func (h *head) bodyBefore(l *line, i int) int {
	if i < 2 || h.lang != model.Kazakh {
		return -1
	}
	if l.has(i-1, joinWords) {
		if first := h.subject(l, i-1); first >= 0 {
			if _, ok := l.issuerKind(first, i-1, h.lang); ok {
				return first
			}
		}
	}
	return -1
}

// adoption returns the kind of act that an adoption verb at token i ends the preamble
// of, and the token after it; the kind is empty where there is no verb.
func (l *line) adoption(i int) (model.ActKind, int) {
	for _, v := range adoptionVerbs {
		if n, ok := l.at(i, v.p); ok {
			return v.kind, i + n
		}
	}
	return "", i
}

// subject returns the first token of the issuer that stands before the adoption verb,
// -1 where none does.
func (h *head) subject(l *line, at int) int {
	if at == 0 {
		return -1
	}
	if h.lang == model.Kazakh {
		i := at - 1
		for i >= 0 && l.t[i].kind == mark {
			i--
		}
		if i != at-1 {
			return -1
		}
		from := i + 1
		for j := i; j >= 0 && i-j < 12; j-- {
			t := l.t[j]
			if t.kind != word {
				break
			}
			if l.has(j, issuerStops) {
				break
			}
			if _, ok := lang.KindOf(t.low, model.Kazakh); ok {
				break
			}
			if !l.capital(j) && !l.unitWord(j) && !l.nameTail(j) {
				break
			}
			from = j
		}
		if from > i {
			return l.republicBody(i)
		}
		return from
	}
	// Russian: from the noun, with its adjectives, to the verb
	for j := at - 1; j >= 0 && at-j < 14; j-- {
		t := l.t[j]
		if t.kind != word && t.kind != open && t.kind != close {
			return -1
		}
		if _, ok := issuerHead(t.low); ok {
			from := j
			for from > 0 && l.t[from-1].kind == word && lang.EndsIn(l.t[from-1].low, lang.IssuerAdjectives) {
				from--
			}
			return from
		}
	}
	return -1
}
