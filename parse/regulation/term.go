package regulation

import (
	"slices"
	"sort"
	"strings"

	"reglament/model"
)

// behindActor returns where a condition begins that who acts in the step stands before, at an
// offset: "қызметкер | қолхат ұсынылған кезде | нәтижені береді".
func (t *text) behindActor(s *model.Step, from int) int {
	if by := s.Spans.Of("actor"); !by.Empty() && t.tab.HeadFinal && by[0] == from {
		return by[1]
	}
	return from
}

// beforeExtension returns the words of a clause or a paragraph before the part that tells by how much a term
// is extended: "ищет сведения в течение 11 дней, | при необходимости срок продлевается на 15 дней".
func (t *text) beforeExtension(ws []word) []word {
	at := t.find(ws, &t.tab.Extension)
	if at < 0 {
		return ws
	}
	for at > 0 && !strings.ContainsAny(t.low[ws[at-1].end:ws[at].start], phraseEnds+".") {
		at--
	}
	return ws[:at]
}

// terms reads the durations of a step, without the limits of the service that stand in
// it: "… жүгінеді, күтудің рұқсат етілген ең ұзақ уақыты – 15 минут", those in which others answer and
// those for which something is kept.
func (t *text) terms(ws []word) []model.Duration {
	ds := t.durations(ws)
	for i := 0; i < len(ds); i++ {
		at := sort.Search(len(ws), func(k int) bool { return ws[k].start >= ds[i].Span[0] })
		if t.ofVisit(ws[:at]) {
			return ds[:i]
		}
		if t.answered(ws, at) || t.kept(ws, at) {
			ds = slices.Delete(ds, i, i+1)
			i--
		}
	}
	return ds
}

// kept reports whether the term at word i only tells how long something is kept: "обеспечивает
// хранение результата | в течение одного месяца", "құжаттардың сақталуын | 1 ай | қамтамасыз етеді",
// but not "передает дело на хранение в течение 3 дней".
func (t *text) kept(ws []word, i int) bool {
	from, to := i, i
	for from > 0 && from < len(ws) && !t.apart(ws[from-1], ws[from]) {
		from--
	}
	for to < len(ws) && (to == i || !t.apart(ws[to-1], ws[to])) {
		to++
	}
	for k := from; k < to; k++ {
		if t.tab.Keeping.Stem(t.str(ws[k])) && (k == 0 || !t.tab.Prepositions.Stem(t.str(ws[k-1]))) {
			return true
		}
	}
	return false
}

// answered reports whether the term at word i is that of those who are asked: "запрашивает
// сведения, | которые предоставляются в течение 5 дней", "направляет запросы, | срок рассмотрения
// которых – 5 дней".
func (t *text) answered(ws []word, i int) bool {
	from := i
	for from > 0 && !strings.ContainsAny(t.low[ws[from-1].end:ws[min(from, len(ws)-1)].start], ",;") {
		from--
	}
	relative := t.find(ws[from:i], &t.tab.Relative)
	if relative < 0 {
		return false
	}
	if relative > 0 && t.matchAny(ws, from, &t.tab.TermOf) > 0 {
		return true
	}
	for k := from; k < len(ws) && (k < i || !t.apart(ws[k-1], ws[k])); k++ {
		if t.tab.Answers.Stem(t.str(ws[k])) {
			return true
		}
	}
	return false
}
