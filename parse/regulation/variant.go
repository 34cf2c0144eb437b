package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
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
	ws := t.words(p)
	if t.isStage(p, ws) {
		return stageHeading
	}
	if t.has(ws, &t.tab.CaseHeadings) {
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
	for _, nouns := range []*lang.Phrases{&t.tab.StageWords, &t.tab.StepLabels} {
		if n, _, _, _ := t.ordinal(p, nouns); n != "" {
			return true
		}
	}
	return false
}

// isStage reports whether a paragraph names a stage, which may have no mark behind its
// number: "1-кезең", "2- кезең", "І кезең", "этап 1".
func (t *text) isStage(p model.Span, ws []word) bool {
	const longest = 3
	if t.numberedStage(p) || len(ws) > longest {
		return t.numberedStage(p)
	}
	for _, w := range ws {
		s := t.str(w)
		if _, tail, ok := strings.Cut(s, "-"); ok {
			s = tail
		}
		if t.tab.StageWords.Stem(s) {
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
	marked := t.endsWith(p, ":"+dashes)
	object := t.headingClass(p) == objectHeading && !t.headsProcedures(paras, k)
	_, _, kind := leadingNumber(t.of(paras[k]))
	// Only circumstances and stages are numbered: "1) на этапе рассмотрения заявления:"; letters
	// stand before all. The colon may be lost behind them: "… жүгінген кезде" / "1) …".
	if len(t.words(p)) == 0 || p != paras[k] && (object && kind != lettered || !marked) || !marked && (t.endsWith(p, terminators) && !t.stageAlone(p) && !t.headsList(paras, k) || object) {
		return false
	}
	if p != paras[k] && t.actsInCase(p) {
		return false // "2) исполнитель в случае:" / "а) полноты документов готовит справку;"
	}
	titled := t.numberedStage(p) // "Этап 1. Прием документов" lists none
	for _, w := range t.words(p) {
		if t.finite(w) || !titled && t.tab.NotVariant.Stem(t.str(w)) {
			return false
		}
	}
	const most = 8 // headings in a row, variants in stages
	for i, q := range paras[k+1 : min(len(paras), k+1+most)] {
		number, rest, kind := leadingNumber(t.of(q))
		if number == "" {
			number, _ = t.otherNumber(q)
		}
		// "1) при выдаче лицензии:" / "работник канцелярии регистрирует документы …"
		if number == "" && ((p != paras[k] || titled && i == 0) && t.isAction(q) || t.actorHead(paras, k+1+i)) {
			return true
		}
		if number != "" {
			n := ordered(number, kind)
			return n == 1 || n == 2 && marked // a slip of the source may begin at 2
		}
		if l, _, _, _ := t.label(model.Span{q[0] + rest, q[1]}); l != "" {
			return true
		}
		if !t.endsWith(q, ":"+dashes) && !t.stageAlone(q) {
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
	n, _, at, _ := t.ordinal(paras[k+1], &t.tab.StepLabels)
	return n == "1" && t.isAction(model.Span{at, paras[k+1][1]})
}

// actsInCase reports whether a Russian heading begins with the official who acts in the cases below
// it, which all are one step.
func (t *text) actsInCase(p model.Span) bool {
	ws := t.words(p)
	a := t.subject(ws, false)
	return !t.tab.HeadFinal && a != nil && !a.other && a.span[0] == ws[0].start && !slices.Contains(a.roles, model.RoleApplicant)
}

// titlesNumbered reports whether all numbered paragraphs are titles above lines without numbers that
// each tell who does what, one of them above several: "1) выдача лицензии:" / "работник
// канцелярии регистрирует документы;" / "исполнитель готовит лицензию;" / "2) переоформление:" …
func (t *text) titlesNumbered(paras []model.Span) bool {
	count, several := 0, false
	for k, p := range paras {
		_, rest, kind := leadingNumber(t.of(p))
		if kind == noNumber {
			continue
		}
		ws := t.words(model.Span{p[0] + rest, p[1]})
		if !t.endsWith(p, ":") || t.hasFinite(ws) || len(t.durations(ws)) > 0 || k+1 == len(paras) || !t.isAction(paras[k+1]) {
			return false
		}
		count++
		several = several || k+2 < len(paras) && !numbered(t.of(paras[k+2])) && t.isAction(paras[k+2])
	}
	return count > 1 && several
}

// headsNext reports whether paragraph k is the heading of a stage or a circumstance right above
// a step: "Этап 2. Принятие решения:" / "5) комиссия рассматривает документы".
func (t *text) headsNext(paras []model.Span, k int) bool {
	p := paras[k]
	if t.headingClass(p) == objectHeading || !t.endsWith(p, ":"+dashes) || k+1 == len(paras) {
		return false
	}
	ws := t.words(p)
	return numbered(t.of(paras[k+1])) && !t.hasFinite(ws) && (t.numberedStage(p) || !t.has(ws, &t.tab.NotVariant))
}

// headsList reports whether paragraph k is the title of a stage that ends in a full stop,
// steps below it: "1-рәсім. Құжаттарды қабылдау." / "1) кеңсе …".
func (t *text) headsList(paras []model.Span, k int) bool {
	if k+1 == len(paras) || !t.endsWith(paras[k], ".") || len(t.durations(t.words(paras[k]))) > 0 {
		return false
	}
	number, rest, kind := leadingNumber(t.of(paras[k+1]))
	return kind == bracketed && number == "1" && t.isAction(model.Span{paras[k+1][0] + rest, paras[k+1][1]})
}

// caseAlone reports whether paragraph k is the heading of a variant whose steps have no
// numbers: "При обращении в канцелярию:" / "работник канцелярии принимает документы;".
func (t *text) caseAlone(paras []model.Span, k int) bool {
	p := paras[k]
	if k+1 == len(paras) || !t.endsWith(p, ":") || t.headingClass(p) != caseHeading || t.hasFinite(t.words(p)) {
		return false
	}
	return !numbered(t.of(paras[k+1])) && t.isAction(paras[k+1])
}

// stageAlone reports whether a paragraph is a stage without a title: "2-кезең.", "1 этап."
func (t *text) stageAlone(p model.Span) bool {
	n, _, at, _ := t.ordinal(p, &t.tab.StageWords)
	return n != "" && at >= p[1]
}

// withoutDurations returns a heading without the term it states at its end.
func (t *text) withoutDurations(s model.Span, ds []model.Duration) model.Span {
	if d := ds[len(ds)-1]; t.trim(model.Span{d.Span[1], s[1]}, terminators+")")[0] >= s[1] || d.Span[1] >= s[1] {
		return t.trim(model.Span{s[0], d.Span[0]}, terminators+dashes+"(")
	}
	return s
}

// actorHead reports whether paragraph k names who acts in the steps below it, and no more:
// "Руководитель услугодателя:" / "- рассматривает документы – 1 час". Steps that say
// themselves who acts make it the heading of a variant: "Портал:" / "1) заявитель вводит …".
func (t *text) actorHead(paras []model.Span, k int) bool {
	p := paras[k]
	if !t.endsWith(p, ":") || k+1 == len(paras) {
		return false
	}
	if ds := t.durations(t.words(p)); len(ds) > 0 {
		p = t.withoutDurations(t.trim(p, terminators), ds)
	}
	ws := t.words(p)
	a := t.subject(ws, false)
	if a == nil || a.other || a.span[0] != ws[0].start || a.span[1] != ws[len(ws)-1].end {
		return false
	}
	q := paras[k+1]
	_, rest, _ := leadingNumber(t.of(q))
	q[0] += rest
	if l, _, _, _ := t.label(q); l != "" || q.Empty() || t.isAction(t.sentences(q)[0]) {
		return false
	}
	// A body is also a way to apply: "Портал:" / "1) ввод логина – 1 минута".
	body := slices.ContainsFunc(a.roles, func(r model.Role) bool {
		return r == model.RolePortal || r == model.RoleCorporation || r == model.RoleProvider
	})
	return t.hasFinite(t.words(q)) || !body && t.does(q)
}

// actorInCase returns who acts in the steps below a heading that ends with him, behind the case in
// which he does: "При обращении в корпорацию | работник:" / "1) проверяет документы;".
func (t *text) actorInCase(head model.Span, list []model.Span) model.Span {
	if !t.endsWith(head, ":") || len(list) == 0 {
		return model.Span{}
	}
	ws := t.words(head)
	for i := 1; i < len(ws) && !t.finite(ws[i-1]); i++ {
		who := model.Span{ws[i].start, head[1]}
		if !t.tab.Prepositions.Stem(t.str(ws[i-1])) && t.has(ws[:i], &t.tab.CaseHeadings) && t.actorHead(append([]model.Span{who}, list...), 0) {
			return who
		}
	}
	return model.Span{}
}
