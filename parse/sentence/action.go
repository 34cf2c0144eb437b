package sentence

import (
	"slices"

	"reglament/model"
	"reglament/parse/lang"
)

// IsAction reports whether a sentence tells who does what.
func (t *Text) IsAction(p model.Span) bool {
	ws := t.Words(p)
	if t.Conditional(p) {
		return false
	}
	a := t.Subject(ws, false)
	if a == nil && t.carriedOut(ws) {
		return t.DoneBy(p)
	}
	if a == nil || a.Other && !t.Bullet(p) && !t.DeskWorker(t.Words(a.Span)) {
		return false
	}
	if t.HasFinite(ws) {
		return true
	}
	// "руководитель – рассмотрение документов, 2 часа", "руководитель: рассмотрение …"
	at, dash := t.SkipDash(a.Span[1], p[1])
	colon := at < p[1] && t.Low[at] == ':'
	return (dash || colon) && a.Span[0] == ws[0].Start && len(t.Durations(ws)) > 0
}

// FirstAction returns what the first verb of a sentence that is known tells, "" for none.
func (t *Text) FirstAction(ws []Word) model.Action {
	for i := range ws {
		if a, _, n := t.ActionAt(ws, i, false); n > 0 {
			return a
		}
	}
	return ""
}

// SomeoneActs reports whether a sentence begins with who acts, known or not: "главный
// лесничий проверяет лесосеку".
func (t *Text) SomeoneActs(p model.Span) bool {
	ws := t.Words(p)
	return t.HasFinite(ws) && t.NounPhraseAt(ws) != nil && !t.Conditional(p)
}

// Does reports whether a paragraph under the one who acts says what is done: "готовит
// справку", "прием документов – 15 минут".
func (t *Text) Does(p model.Span) bool {
	ws := t.Words(p)
	return t.HasFinite(ws) || len(t.Durations(ws)) > 0 && !t.StatesTerm(p)
}

// carriedOut reports whether a Russian sentence begins with what is done and has a passive
// verb: "выдача документов осуществляется | работником".
func (t *Text) carriedOut(ws []Word) bool {
	if t.Tab.HeadFinal || !slices.ContainsFunc(ws, func(w Word) bool { return lang.EndsIn(t.Str(w), t.Tab.PassiveVerbs) && t.Finite(w) }) {
		return false
	}
	return t.beginsWithAct(ws)
}

// beginsWithAct reports whether the first words tell what is done.
func (t *Text) beginsWithAct(ws []Word) bool {
	return slices.ContainsFunc(t.Tab.Verbs(t.Str(ws[0])), func(v lang.Verb) bool { return t.Match(ws, 0, v.Phrase) > 0 })
}

// Names reports whether a paragraph is no sentence and names what is done: "прием документов
// специалистом – 15 минут;", "маманның құжаттарды қабылдауы;".
func (t *Text) Names(p model.Span) bool {
	ws := t.Words(p)
	if t.HasFinite(ws) || Numbered(t.Of(p)) {
		return false
	}
	for i := range ws {
		for _, v := range t.Tab.Verbs(t.Str(ws[i])) {
			if n := t.Match(ws, i, v.Phrase); n > 0 && t.carries(ws, t.verbOf(ws, i, n), true) {
				return true
			}
		}
		if !t.Tab.HeadFinal && t.MatchAny(ws, 0, &t.Tab.Carrying) == 0 {
			return false // it begins with what is done: "проведение комиссией | обследования"
		}
	}
	return false
}

// DoneBy reports whether a paragraph that names what is done says by whom.
func (t *Text) DoneBy(p model.Span) bool {
	a := t.Subject(t.Words(p), true)
	return a != nil && !a.Other && !a.Span.Empty()
}

// Bullet reports whether a paragraph is an item of a list that dashes mark: "- врач
// оформляет справку".
func (t *Text) Bullet(p model.Span) bool {
	at, dash := t.SkipDash(p[0], p[1])
	return dash && t.Canonical[at-1] == ' '
}

// ActsOnCondition reports whether a sentence tells a condition and who does what under it: "в
// случае отсутствия сведений | исполнитель готовит отказ".
func (t *Text) ActsOnCondition(p model.Span) bool {
	ws := t.Words(p)
	all := t.Clauses(ws)
	return slices.ContainsFunc(all, func(c Clause) bool { return c.Conditional }) && slices.ContainsFunc(all, func(c Clause) bool {
		part := ws[c.From:c.To]
		return !c.Conditional && t.HasFinite(part) && t.Subject(part, false) != nil
	})
}

// PastBullet returns an item of such a list without its dash.
func (t *Text) PastBullet(s model.Span) model.Span {
	if t.Bullet(s) {
		s[0], _ = t.SkipDash(s[0], s[1])
	}
	return s
}

// Conditional reports whether a paragraph is a condition to the step before it: nothing is
// done in it before the condition.
func (t *Text) Conditional(p model.Span) bool {
	ws := t.Words(p)
	for _, c := range t.Clauses(ws) {
		if c.Conditional || t.HasFinite(ws[c.From:c.To]) {
			return c.Conditional
		}
	}
	return false
}
