package regulation

import (
	"slices"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// topic is what a point is about: what it announces, and what stands below.
type topic struct {
	kind   lang.PointKind // the zero kind where nothing tells
	known  bool           // something tells
	head   model.Span     // the words that announce
	list   []model.Span   // what they announce
	inline bool           // the list begins in the sentence of its head
}

func (a *topic) is(kind lang.Point) bool { return a.known && a.kind.Is == kind }

// tell sets what the point is about where nothing told it yet.
func (a *topic) tell(kind lang.PointKind) { a.kind, a.known = kind, true }

// topicOf reads what a point is about: its own words tell, or else what stands below it and the
// title of its section.
func (r *reader) topicOf(pt *structure.Point, sec *structure.Section, under []int) *topic {
	t := r.text
	ws := t.Words(pt.Body)
	a := &topic{}
	a.kind, a.known = t.PointKind(ws)
	if a.is(lang.ProcedurePoint) && !t.EndsWith(pt.Body, ":") && t.limitsService(pt.Body) {
		a.kind, a.known = lang.PointKind{}, false // "Қызмет көрсету мерзімі: корпорацияға жүгінген кезде – 3 күн."
	}
	a.head, a.list = t.announced(pt.Body)
	if len(a.list) == 0 && (a.is(lang.ResultsPoint) || a.is(lang.ActorsPoint)) {
		a.head, a.list = t.listedIn(pt.Body, a.kind.Is)
	}
	if len(a.list) == 0 && a.is(lang.ProcedurePoint) {
		a.head, a.list = t.onlyStep(pt.Body)
	}
	a.inline = len(a.list) > 0
	a.list = t.arrowed(t.unfold(append(a.list, spansOf(t.Paragraphs, under)...)))
	if !a.known && !t.EndsWith(a.head, ":") {
		r.headedBelow(a, pt)
	}
	if !a.known && !t.EndsWith(a.head, ":") {
		r.firstOfSteps(a, pt, sec)
	}
	if !a.known && t.EndsWith(a.head, ":") && slices.ContainsFunc(a.list, t.Checks) {
		if way := r.wayOf([]model.Span{a.head}, ""); way != "" { // "При оказании услуги через портал:" / "условие 1 – …"
			a.tell(lang.PointKind{Is: lang.ProcedurePoint, Kind: way})
		}
	}
	r.stepsOfSection(a, ws, sec)
	r.headedByActor(a, sec)
	r.stepsInProse(a, pt, sec)
	return a
}

// kindOfSection returns what the steps under a heading that no table knows are, by the title of
// their section.
func (t *text) kindOfSection(sec *structure.Section) (lang.PointKind, bool) {
	return t.KindOf(t.Words(sec.Title), t.Tab.SectionKinds)
}

// headedBelow looks for a heading of steps below the first sentence of the point. What is done
// above it are steps too.
func (r *reader) headedBelow(a *topic, pt *structure.Point) {
	t := r.text
	below, steps := t.headBelow(a.list)
	if len(steps) == 0 {
		return
	}
	above := append([]model.Span{pt.Body}, a.list[:len(a.list)-len(steps)-1]...)
	a.head, a.list = below, append(t.actionsAbove(above), steps...)
	if k, told := t.PointKind(t.Words(a.head)); told && k.Is == lang.ProcedurePoint {
		a.tell(k)
	}
}

// firstOfSteps takes the sentence of a point for the first of the timed steps below it:
// "10. Услугополучатель обращается в ЦОН и представляет документы." / "1) работник ЦОНа …"
func (r *reader) firstOfSteps(a *topic, pt *structure.Point, sec *structure.Section) {
	t := r.text
	if !t.timedSteps(a.list) || !t.countsFromOne(a.list[0]) {
		return
	}
	above := t.actionsAbove([]model.Span{pt.Body})
	if k, told := t.kindOfSection(sec); told && len(above) > 0 {
		a.tell(k)
		a.head, a.list = sec.Title, append(above, a.list...)
	}
}

// stepsOfSection takes timed steps under a heading that nothing explains for those that the section
// is about, or else, with a warning, for the provider's own. A heading that could be of several
// procedures gives way to the section too.
func (r *reader) stepsOfSection(a *topic, ws []sentence.Word, sec *structure.Section) {
	t := r.text
	steps := !a.known && t.EndsWith(a.head, ":") && !t.Has(ws, &t.Tab.LimitPoint) && t.timedSteps(a.list)
	if !steps && !a.kind.Loose {
		return
	}
	k, told := t.kindOfSection(sec)
	if steps && !told {
		k, told = t.KindOf(ws, t.Tab.SectionKinds)
	}
	if steps && !told {
		k, told = lang.PointKind{Is: lang.ProcedurePoint, Kind: model.ProcessInternal}, true
		r.finding(model.FindSectionUnknown, model.Warning, phrase.UnknownSteps.Of(), t.Trim(a.head, ""))
	}
	if told && !(a.kind.Loose && k.Loose) {
		a.tell(k)
	}
}

// headedByActor looks for who acts in the heading of his steps: "5. Работник Государственной
// корпорации:" / "1) принимает документы;".
func (r *reader) headedByActor(a *topic, sec *structure.Section) {
	t := r.text
	if who := t.actorInCase(a.head, a.list); !who.Empty() {
		a.list = append([]model.Span{who}, a.list...)
		if k, told := t.kindOfSection(sec); !a.known && told {
			a.tell(k)
		}
	}
	if by := append([]model.Span{a.head}, a.list...); !a.known && t.actorHead(by, 0) {
		if k, told := t.kindOfSection(sec); told {
			a.tell(k)
			a.list = by
		}
	}
}

// stepsInProse takes sentences each of which tells who does what in what time, and that nothing
// announces, for the steps that the section is about: "8. Кеңсе маманы өтінішті 15 минут ішінде
// тіркейді. | Басшы 3 сағат ішінде тапсырма береді."
func (r *reader) stepsInProse(a *topic, pt *structure.Point, sec *structure.Section) {
	t := r.text
	paras := append([]model.Span{pt.Body}, a.list...)
	if a.known || a.inline || slices.ContainsFunc(a.list, func(p model.Span) bool { return sentence.Numbered(t.Of(p)) }) {
		return
	}
	steps := r.sentencesApart(paras)
	untimed := func(p model.Span) bool {
		own, _ := t.Terms(t.Words(p))
		return len(own) == 0
	}
	if len(steps) < 2 || slices.ContainsFunc(steps, func(p model.Span) bool { return !t.IsAction(p) || untimed(p) }) {
		return
	}
	if k, told := t.kindOfSection(sec); told {
		a.tell(k)
		a.head, a.list = sec.Title, steps
	}
}
