package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// heading is a variant's heading and its class: a circumstance ("… жүгінген кезде"),
// a stage ("1-кезең") or an object ("Рұқсатты беру").
type heading struct {
	class headingClass
	span  model.Span
}

type headingClass int

const (
	objectHeading headingClass = iota
	caseHeading
	stageHeading
)

// headingClass tells what a variant's heading names.
func (t *text) headingClass(p model.Span) headingClass {
	ws := t.Words(p)
	if t.isStage(p, ws) {
		return stageHeading
	}
	if t.Has(ws, &t.Tab.CaseHeadings) {
		return caseHeading
	}
	return objectHeading
}

// nest puts a heading into the stack of open ones: a heading of a class already open
// takes its place, one right below another is inside it, any other begins anew.
func nest(stack []heading, h heading, fresh bool) []heading {
	for i, s := range stack {
		if s.class == h.class {
			return append(stack[:i:i], h)
		}
	}
	if fresh || h.class == stageHeading {
		return append(stack[:len(stack):len(stack)], h)
	}
	return []heading{h}
}

// numberedStage: "1-кезең – шешім қабылдау", "1-рәсім. Құжаттарды қабылдау".
func (t *text) numberedStage(p model.Span) bool {
	for _, nouns := range []*lang.Phrases{&t.Tab.StageWords, &t.Tab.StepLabels} {
		if t.Ordinal(p, nouns).Number != "" {
			return true
		}
	}
	return false
}

// isStage reports whether a paragraph names a stage, which may have no mark behind its
// number: "1-кезең", "2- кезең", "І кезең", "этап 1".
func (t *text) isStage(p model.Span, ws []sentence.Word) bool {
	const longest = 3
	if t.numberedStage(p) || len(ws) > longest {
		return t.numberedStage(p)
	}
	for _, w := range ws {
		s := t.Str(w)
		if _, tail, ok := strings.Cut(s, "-"); ok {
			s = tail
		}
		if t.Tab.StageWords.Stem(s) {
			return true
		}
	}
	return false
}

// variantHeading reports whether paragraph k, whose words behind a number are p, is the
// heading of a variant or stage: it announces what follows, does not act itself, and steps
// (or a further heading) follow.
func (r *reader) variantHeading(paras []model.Span, k int, p model.Span) bool {
	t := r.text
	marked := t.EndsWith(p, ":"+sentence.Dashes)
	object := t.headingClass(p) == objectHeading && !t.headsProcedures(paras, k)
	_, _, kind := sentence.LeadingNumber(t.Of(paras[k]))
	// Only circumstances and stages are numbered: "1) на этапе рассмотрения заявления:"; letters
	// stand before all. The colon may be lost behind them: "… жүгінген кезде" / "1) …".
	if len(t.Words(p)) == 0 || p != paras[k] && (object && kind != sentence.Lettered || !marked) || !marked && (t.EndsWith(p, sentence.Terminators) && !t.stageAlone(p) && !t.headsList(paras, k) || object) {
		return false
	}
	if p != paras[k] && t.actsInCase(p) {
		return false // "2) исполнитель в случае:" / "а) полноты документов готовит справку;"
	}
	titled := t.numberedStage(p) // "Этап 1. Прием документов" lists none
	for _, w := range t.Words(p) {
		if t.Finite(w) || !titled && t.Tab.NotVariant.Stem(t.Str(w)) {
			return false
		}
	}
	const most = 8 // headings in a row, variants in stages
	for i, q := range paras[k+1 : min(len(paras), k+1+most)] {
		number, rest, kind := sentence.LeadingNumber(t.Of(q))
		if number == "" {
			number, _ = t.OtherNumber(q)
		}
		// "1) при выдаче лицензии:" / "работник канцелярии регистрирует документы …"
		if number == "" && ((p != paras[k] || titled && i == 0) && t.IsAction(q) || t.actorHead(paras, k+1+i)) {
			return true
		}
		if number != "" {
			n := structure.Ordered(number, kind)
			return n == 1 || n == 2 && marked // a slip of the source may begin at 2
		}
		if t.Label(model.Span{q[0] + rest, q[1]}).Text != "" {
			return true
		}
		if !t.EndsWith(q, ":"+sentence.Dashes) && !t.stageAlone(q) {
			return false
		}
	}
	return false
}

// headsProcedures reports whether the first of several steps that are counted by a noun follows
// paragraph k: "1) күрделі емес объектілер үшін – 6 жұмыс күні:" / "1-рәсім: маман өтінішті тіркейді;".
func (t *text) headsProcedures(paras []model.Span, k int) bool {
	if k+1 == len(paras) {
		return false
	}
	o := t.Ordinal(paras[k+1], &t.Tab.StepLabels)
	return o.Number == "1" && t.IsAction(model.Span{o.Rest, paras[k+1][1]})
}

// actsInCase reports whether a Russian heading begins with the official who acts in the cases below
// it, which all are one step.
func (t *text) actsInCase(p model.Span) bool {
	ws := t.Words(p)
	a := t.Subject(ws, false)
	return !t.Tab.HeadFinal && a != nil && !a.Other && a.Span[0] == ws[0].Start && !slices.Contains(a.Roles, model.RoleApplicant)
}

// titlesNumbered reports whether all numbered paragraphs are titles above lines without numbers that
// each tell who does what, one of them above several: "1) выдача лицензии:" / "работник
// канцелярии регистрирует документы;" / "исполнитель готовит лицензию;" / "2) переоформление:" …
func (t *text) titlesNumbered(paras []model.Span) bool {
	count, several := 0, false
	for k, p := range paras {
		_, rest, kind := sentence.LeadingNumber(t.Of(p))
		if kind == sentence.NoNumber {
			continue
		}
		ws := t.Words(model.Span{p[0] + rest, p[1]})
		if !t.EndsWith(p, ":") || t.HasFinite(ws) || len(t.Durations(ws)) > 0 || k+1 == len(paras) || !t.IsAction(paras[k+1]) {
			return false
		}
		count++
		several = several || k+2 < len(paras) && !sentence.Numbered(t.Of(paras[k+2])) && t.IsAction(paras[k+2])
	}
	return count > 1 && several
}

// headsNext reports whether paragraph k is the heading of a stage or a circumstance right above
// a step: "Этап 2. Принятие решения:" / "5) комиссия рассматривает документы".
func (t *text) headsNext(paras []model.Span, k int) bool {
	p := paras[k]
	if t.headingClass(p) == objectHeading || !t.EndsWith(p, ":"+sentence.Dashes) || k+1 == len(paras) {
		return false
	}
	ws := t.Words(p)
	return sentence.Numbered(t.Of(paras[k+1])) && !t.HasFinite(ws) && (t.numberedStage(p) || !t.Has(ws, &t.Tab.NotVariant))
}

// headsList reports whether paragraph k is the title of a stage that ends in a full stop,
// steps below it: "1-рәсім. Құжаттарды қабылдау." / "1) кеңсе …".
func (t *text) headsList(paras []model.Span, k int) bool {
	if k+1 == len(paras) || !t.EndsWith(paras[k], ".") || len(t.Durations(t.Words(paras[k]))) > 0 {
		return false
	}
	number, rest, kind := sentence.LeadingNumber(t.Of(paras[k+1]))
	return kind == sentence.Bracketed && number == "1" && t.IsAction(model.Span{paras[k+1][0] + rest, paras[k+1][1]})
}

// caseAlone reports whether paragraph k is the heading of a variant whose steps have no
// numbers: "При обращении в канцелярию:" / "работник канцелярии принимает документы;".
func (t *text) caseAlone(paras []model.Span, k int) bool {
	p := paras[k]
	if k+1 == len(paras) || !t.EndsWith(p, ":") || t.headingClass(p) != caseHeading || t.HasFinite(t.Words(p)) {
		return false
	}
	return !sentence.Numbered(t.Of(paras[k+1])) && t.IsAction(paras[k+1])
}

// stageAlone reports whether a paragraph is a stage without a title: "2-кезең.", "1 этап."
func (t *text) stageAlone(p model.Span) bool {
	o := t.Ordinal(p, &t.Tab.StageWords)
	return o.Number != "" && o.Rest >= p[1]
}

// withoutDurations returns a heading without the term it states at its end.
func (t *text) withoutDurations(s model.Span, ds []model.Duration) model.Span {
	if d := ds[len(ds)-1]; t.Trim(model.Span{d.Span[1], s[1]}, sentence.Terminators+")")[0] >= s[1] || d.Span[1] >= s[1] {
		return t.Trim(model.Span{s[0], d.Span[0]}, sentence.Terminators+sentence.Dashes+"(")
	}
	return s
}

// actorHead reports whether paragraph k names who acts in the steps below it, and no more:
// "Руководитель услугодателя:" / "- рассматривает документы – 1 час". Steps that say
// themselves who acts make it the heading of a variant: "Портал:" / "1) заявитель вводит …".
func (t *text) actorHead(paras []model.Span, k int) bool {
	p := paras[k]
	if !t.EndsWith(p, ":") || k+1 == len(paras) {
		return false
	}
	if ds := t.Durations(t.Words(p)); len(ds) > 0 {
		p = t.withoutDurations(t.Trim(p, sentence.Terminators), ds)
	}
	ws := t.Words(p)
	a := t.Subject(ws, false)
	if a == nil || a.Other || a.Span[0] != ws[0].Start || a.Span[1] != ws[len(ws)-1].End {
		return false
	}
	q := paras[k+1]
	_, rest, _ := sentence.LeadingNumber(t.Of(q))
	q[0] += rest
	if t.Label(q).Text != "" || q.Empty() || t.IsAction(t.Sentences(q)[0]) {
		return false
	}
	// A body is also a way to apply: "Портал:" / "1) ввод логина – 1 минута".
	body := slices.ContainsFunc(a.Roles, func(r model.Role) bool {
		return r == model.RolePortal || r == model.RoleCorporation || r == model.RoleProvider
	})
	return t.HasFinite(t.Words(q)) || !body && t.Does(q)
}

// actorInCase returns who acts in the steps below a heading that ends with him, behind the case in
// which he does: "При обращении в корпорацию | работник:" / "1) проверяет документы;".
func (t *text) actorInCase(head model.Span, list []model.Span) model.Span {
	if !t.EndsWith(head, ":") || len(list) == 0 {
		return model.Span{}
	}
	ws := t.Words(head)
	for i := 1; i < len(ws) && !t.Finite(ws[i-1]); i++ {
		who := model.Span{ws[i].Start, head[1]}
		if !t.Tab.Prepositions.Stem(t.Str(ws[i-1])) && t.Has(ws[:i], &t.Tab.CaseHeadings) && t.actorHead(append([]model.Span{who}, list...), 0) {
			return who
		}
	}
	return model.Span{}
}
