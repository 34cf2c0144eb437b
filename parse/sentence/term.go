package sentence

import (
	"sort"
	"strings"

	"reglament/model"
)

// OfVisit reports whether words tell how long one may wait, or be served, at the most:
// "күтудің рұқсат етілген ең ұзақ уақыты".
func (t *Text) OfVisit(ws []Word) bool {
	return t.Has(ws, &t.Tab.LongestTime) && (t.Has(ws, &t.Tab.WaitWords) || t.Has(ws, &t.Tab.ServeWords))
}

// StatesTerm reports whether a paragraph is the term of the step above it: "Орындалу
// ұзақтығы – 15 минут".
func (t *Text) StatesTerm(p model.Span) bool {
	ws := t.Words(p)
	return t.MatchAny(ws, 0, &t.Tab.TermOf) > 0 && !t.HasFinite(ws) && len(t.Durations(ws)) > 0
}

// BehindActor returns where a condition begins that who acts in the step stands before, at an
// offset: "қызметкер | қолхат ұсынылған кезде | нәтижені береді".
func (t *Text) BehindActor(s *model.Step, from int) int {
	if by := s.Spans.Of("actor"); !by.Empty() && t.Tab.HeadFinal && by[0] == from {
		return by[1]
	}
	return from
}

// BeforeExtension returns the words of a clause or a paragraph before the part that tells by how much a term
// is extended: "ищет сведения в течение 11 дней, | при необходимости срок продлевается на 15 дней".
func (t *Text) BeforeExtension(ws []Word) []Word {
	at := t.Find(ws, &t.Tab.Extension)
	if at < 0 {
		return ws
	}
	for at > 0 && !strings.ContainsAny(t.Low[ws[at-1].End:ws[at].Start], PhraseEnds+".") {
		at--
	}
	return ws[:at]
}

// Terms reads the durations of a step, without the limits of the service that stand in
// it: "… жүгінеді, күтудің рұқсат етілген ең ұзақ уақыты – 15 минут"; and apart from its own those in
// which others answer and those for which something is kept.
func (t *Text) Terms(ws []Word) (own, others []model.Duration) {
	for _, d := range t.Durations(ws) {
		at := sort.Search(len(ws), func(k int) bool { return ws[k].Start >= d.Span[0] })
		switch {
		case t.OfVisit(ws[:at]):
			return own, others
		case t.answered(ws, at), t.kept(ws, at):
			others = append(others, d)
		default:
			own = append(own, d)
		}
	}
	return own, others
}

// Mends reports whether in the term at word i the applicant may do something, or has to set right
// what he handed in, in a clause without who acts in the step: "алушы | 5 жұмыс күні ішінде |
// кемшіліктерді жоюға құқылы", but not "услугополучатель | в течение 5 минут | подписывает запрос".
func (t *Text) Mends(ws []Word, i int, actor model.Span) bool {
	parts := func(k int) bool { return strings.ContainsAny(t.Low[ws[k-1].End:ws[k].Start], ",;") }
	from, to := i, i+1
	for from > 0 && !parts(from) {
		from--
	}
	for to < len(ws) && !(parts(to) && t.HasFinite(ws[from:to])) {
		to++
	}
	if before := (model.Span{ws[from].Start, ws[i].Start}); !actor.Empty() && before.Contains(actor) || !t.Has(ws[from:to], &t.Tab.Mending) {
		return false
	}
	a := t.clauseSubject(ws[from:])
	return a != nil && len(a.Roles) == 1 && a.Roles[0] == model.RoleApplicant
}

// kept reports whether the term at word i only tells how long something is kept: "обеспечивает
// хранение результата | в течение одного месяца", "құжаттардың сақталуын | 1 ай | қамтамасыз етеді",
// but not "передает дело на хранение в течение 3 дней".
func (t *Text) kept(ws []Word, i int) bool {
	from, to := i, i
	for from > 0 && from < len(ws) && !t.Apart(ws[from-1], ws[from]) {
		from--
	}
	for to < len(ws) && (to == i || !t.Apart(ws[to-1], ws[to])) {
		to++
	}
	for k := from; k < to; k++ {
		if t.Tab.Keeping.Stem(t.Str(ws[k])) && (k == 0 || !t.Tab.Prepositions.Stem(t.Str(ws[k-1]))) {
			return true
		}
	}
	return false
}

// answered reports whether the term at word i is that of others, who are asked or have to come
// again: "запрашивает сведения, | которые предоставляются в течение 5 дней", "направляет запросы, |
// срок рассмотрения которых – 5 дней", "возвращает заявителю, | который дополняет их в течение 5 дней".
func (t *Text) answered(ws []Word, i int) bool {
	from := i
	for from > 0 && !strings.ContainsAny(t.Low[ws[from-1].End:ws[min(from, len(ws)-1)].Start], ",;") {
		from--
	}
	relative := t.Find(ws[from:i], &t.Tab.Relative)
	if relative < 0 {
		return false
	}
	if relative > 0 && t.MatchAny(ws, from, &t.Tab.TermOf) > 0 {
		return true
	}
	if strings.ContainsAny(t.Low[ws[i-1].End:ws[min(i, len(ws)-1)].Start], "("+Dashes) {
		return false // "выдает справку заявителю, который обратился на портал – | 1 час"
	}
	if t.receives(ws, from+relative) {
		return true
	}
	if t.relativeDoer(ws, from+relative) != nil {
		return false // "передает дело руководителю, который в течение 1 дня | представляет его комиссии"
	}
	for k := from; k < len(ws) && (k < i || !t.Apart(ws[k-1], ws[k])); k++ {
		if t.Tab.Answers.Stem(t.Str(ws[k])) {
			return true
		}
	}
	return false
}
