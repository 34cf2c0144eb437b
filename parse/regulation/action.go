package regulation

import (
	"slices"

	"reglament/model"
	"reglament/parse/lang"
)

// isAction reports whether a sentence tells who does what.
func (t *text) isAction(p model.Span) bool {
	ws := t.words(p)
	if t.conditional(p) {
		return false
	}
	a := t.subject(ws, false)
	if a == nil && t.carriedOut(ws) {
		return t.doneBy(p)
	}
	if a == nil || a.other && !t.bullet(p) && !t.deskWorker(t.words(a.span)) {
		return false
	}
	if t.hasFinite(ws) {
		return true
	}
	// "руководитель – рассмотрение документов, 2 часа", "руководитель: рассмотрение …"
	at, dash := t.skipDash(a.span[1], p[1])
	colon := at < p[1] && t.low[at] == ':'
	return (dash || colon) && a.span[0] == ws[0].start && len(t.durations(ws)) > 0
}

// firstAction returns what the first verb of a sentence that is known tells, "" for none.
func (t *text) firstAction(ws []word) model.Action {
	for i := range ws {
		if a, _, n := t.actionAt(ws, i, false); n > 0 {
			return a
		}
	}
	return ""
}

// someoneActs reports whether a sentence begins with who acts, known or not: "главный
// лесничий проверяет лесосеку".
func (t *text) someoneActs(p model.Span) bool {
	ws := t.words(p)
	return t.hasFinite(ws) && t.nounPhraseAt(ws) != nil && !t.conditional(p)
}

// does reports whether a paragraph under the one who acts says what is done: "готовит
// справку", "прием документов – 15 минут".
func (t *text) does(p model.Span) bool {
	ws := t.words(p)
	return t.hasFinite(ws) || len(t.durations(ws)) > 0 && !t.statesTerm(p)
}

// carriedOut reports whether a Russian sentence begins with what is done and has a passive
// verb: "выдача документов осуществляется | работником".
func (t *text) carriedOut(ws []word) bool {
	if t.tab.HeadFinal || !slices.ContainsFunc(ws, func(w word) bool { return lang.EndsIn(t.str(w), t.tab.PassiveVerbs) && t.finite(w) }) {
		return false
	}
	return t.beginsWithAct(ws)
}

// beginsWithAct reports whether the first words tell what is done.
func (t *text) beginsWithAct(ws []word) bool {
	return slices.ContainsFunc(t.tab.Verbs(t.str(ws[0])), func(v lang.Verb) bool { return t.match(ws, 0, v.Phrase) > 0 })
}

// names reports whether a paragraph is no sentence and names what is done: "прием документов
// специалистом – 15 минут;", "маманның құжаттарды қабылдауы;".
func (t *text) names(p model.Span) bool {
	ws := t.words(p)
	if t.hasFinite(ws) || numbered(t.of(p)) {
		return false
	}
	for i := range ws {
		for _, v := range t.tab.Verbs(t.str(ws[i])) {
			if n := t.match(ws, i, v.Phrase); n > 0 && t.carries(ws, t.verbOf(ws, i, n), true) {
				return true
			}
		}
		if !t.tab.HeadFinal && t.matchAny(ws, 0, &t.tab.Carrying) == 0 {
			return false // it begins with what is done: "проведение комиссией | обследования"
		}
	}
	return false
}

// doneBy reports whether a paragraph that names what is done says by whom.
func (t *text) doneBy(p model.Span) bool {
	a := t.subject(t.words(p), true)
	return a != nil && !a.other && !a.span.Empty()
}

// bullet reports whether a paragraph is an item of a list that dashes mark: "- врач
// оформляет справку".
func (t *text) bullet(p model.Span) bool {
	at, dash := t.skipDash(p[0], p[1])
	return dash && t.Canonical[at-1] == ' '
}

// actsOnCondition reports whether a sentence tells a condition and who does what under it: "в
// случае отсутствия сведений | исполнитель готовит отказ".
func (t *text) actsOnCondition(p model.Span) bool {
	ws := t.words(p)
	all := t.clauses(ws)
	return slices.ContainsFunc(all, func(c clause) bool { return c.conditional }) && slices.ContainsFunc(all, func(c clause) bool {
		part := ws[c.from:c.to]
		return !c.conditional && t.hasFinite(part) && t.subject(part, false) != nil
	})
}

// pastBullet returns an item of such a list without its dash.
func (t *text) pastBullet(s model.Span) model.Span {
	if t.bullet(s) {
		s[0], _ = t.skipDash(s[0], s[1])
	}
	return s
}

// conditional reports whether a paragraph is a condition to the step before it: nothing is
// done in it before the condition.
func (t *text) conditional(p model.Span) bool {
	ws := t.words(p)
	for _, c := range t.clauses(ws) {
		if c.conditional || t.hasFinite(ws[c.from:c.to]) {
			return c.conditional
		}
	}
	return false
}
