package regulation

import (
	"slices"

	"reglament/model"
	"reglament/model/phrase"
)

// step reads one step: who, what, how long, with what result, under what condition.
func (r *reader) step(it item) model.Step {
	t := r.text
	s := model.Step{N: model.Text(it.n), Node: it.node, Label: model.Text(it.label), Span: it.whole}
	text := t.trim(model.Span{it.body[0][0], it.whole[1]}, "")
	s.Text = t.of(text)
	if !text.Empty() { // "3)" and nothing behind it
		s.Spans.Set("text", text)
	}
	if it.label != "" {
		s.Spans.Set("label", it.mark)
	}
	nominal := it.node != model.TaskNode
	// A heading tells who acts: "Басшы:" / "құжаттарды қарайды – 1 сағат".
	if ws := t.words(it.body[0]); !it.by.Empty() && (len(ws) == 0 || t.nounPhraseAt(ws) == nil) {
		if a := t.subject(t.words(it.by), false); a != nil {
			r.act(&s, a)
		}
	}
	first, titled := true, false
	for _, p := range it.body {
		main, behind, rest := p, []model.Duration(nil), []model.Span(nil)
		if marker, at := t.resultMarker(p); at > 0 {
			end := p[1]
			if t.low[marker-1] == '(' {
				end = t.bracketEnd(at, end) // "проверяет договор (результат – акт) | и подписывает его"
			}
			term := t.termBehind(model.Span{at, end})
			behind = t.durations(t.words(model.Span{term, end}))
			if told := t.sentences(model.Span{at, term}); len(told) > 0 { // none behind "Результат процедуры:" and nothing
				rest = told[1:] // "Результат – виза. | В случае отсутствия документов специалист возвращает их."
				if is := t.beforeIs(told[0]); is > 0 {
					told[0][1] = is
				}
				if res := t.trim(told[0], terminators+dashes); res[0] < res[1] {
					s.Result = model.Text(t.of(res))
					s.Spans.Set("result", res)
				}
			}
			rest = append(rest, t.sentences(model.Span{min(end+1, p[1]), p[1]})...)
			main[1] = marker
		}
		for _, sentence := range append(t.sentences(main), rest...) {
			title := 0 // how many actions the title of the step tells
			if titled && t.isAction(sentence) {
				s.Actor, s.Roles = "", nil // it only named him in passing
				title = len(s.Actions)
			}
			r.sentence(&s, sentence, first, nominal)
			toldAgain(&s, title)
			titled = first && !nominal && !t.hasFinite(t.words(sentence)) && len(s.Durations) == 0
			first = false
		}
		s.Durations = append(s.Durations, behind...)
	}
	s.Refs = r.refs(t.words(text))
	if len(s.Roles) == 0 && r.isCall(&s) {
		if a := t.called(t.words(text)); a != nil {
			r.act(&s, a)
		}
	}
	if len(s.Durations) == 0 {
		if term, found := t.unmeasured(t.words(text)); found {
			r.finding(model.FindTermUnmeasured, model.Info, phrase.NoLength.Of(r.of(term)), term)
		}
	}
	if it.node == model.TaskNode && s.Actor == "" && it.n != "" {
		r.finding(model.FindActorMissing, model.Warning, phrase.NoActor.Of(), it.whole)
	}
	if len(s.Actions) == 0 && !r.isCall(&s) {
		r.finding(model.FindActionUnknown, model.Info, phrase.NoAction.Of(), it.whole)
	}
	return s
}

// toldAgain leaves out those of the first n actions of a step that the others tell too:
// "құжаттарды | тіркеу. Маман құжаттарды қабылдайды және | тіркейді".
func toldAgain(s *model.Step, n int) {
	var kept []int
	for k := range s.Actions {
		if k >= n || !slices.Contains(s.Actions[n:], s.Actions[k]) {
			kept = append(kept, k)
		}
	}
	for to, from := range kept {
		s.Actions[to] = s.Actions[from]
		s.Spans.SetItem("actions", to, s.Spans.OfItem("actions", from))
	}
	s.Actions = s.Actions[:len(kept)]
	s.Spans = slices.DeleteFunc(s.Spans, func(e model.Evidence) bool { return e.Field == "actions" && e.Item >= len(kept) })
}

// sentence reads one sentence of a step into it. The first one says who acts; later ones
// add what else happens and under which condition.
func (r *reader) sentence(s *model.Step, sentence model.Span, first, nominal bool) {
	t := r.text
	ws := t.words(sentence)
	if len(ws) == 0 {
		return
	}
	clauses := t.clauses(ws)
	// A term inside a condition limits somebody else: "алушы … он жұмыс күні ішінде
	// алымды төлегенін растайтын құжаттарды бермеген кезде".
	condition := false
	for _, c := range clauses {
		if c.conditional {
			condition = true
			continue
		}
		s.Durations = append(s.Durations, t.terms(t.beforeExtension(ws[c.from:c.to]))...)
	}
	on := func(cond model.Span) {
		if ws := t.words(cond); len(ws) > 1 && (t.tab.But.Stem(t.str(ws[0])) || t.tab.HeadFinal && t.tab.Or.Stem(t.str(ws[0]))) {
			cond[0] = ws[1].start
		}
		cond = t.trim(cond, terminators)
		s.Spans.SetItem("conditions", len(s.Conditions), cond)
		s.Conditions = append(s.Conditions, t.of(cond))
	}
	// "құжаттарды қабылдау және тіркеу. Кеңсе қызметкері … тіркейді": the first sentence
	// may be the name of the step.
	if first && s.Actor == "" || !nominal && !condition && len(s.Roles) == 0 && t.hasFinite(ws) {
		r.actors(s, ws, clauses, nominal)
	} else if !first && len(s.Roles) == 0 {
		if a := r.actorField(ws); a != nil {
			r.act(s, a)
		}
	} else if !first && !nominal && !condition && t.hasFinite(ws) {
		r.also(s, r.furtherDoers(ws, clauses))
	}
	switch {
	case condition && first:
		for _, c := range clauses {
			if c.conditional {
				on(model.Span{t.behindActor(s, ws[c.from].start), ws[c.to-1].end})
			}
		}
	case condition:
		on(sentence)
	}
	if first || !condition {
		r.actions(s, ws, nominal)
		return
	}
	for _, c := range clauses {
		if !c.conditional {
			r.actions(s, ws[c.from:c.to], nominal)
		}
	}
}

// isCall reports whether a step is no more than a call of another point's procedure:
// "осы регламенттің 5-тармағымен көзделген көрсетілетін қызметті берушінің рәсімдері".
func (r *reader) isCall(s *model.Step) bool {
	for _, ref := range s.Refs {
		if ref.To == model.RefRegulation && ref.Point != "" {
			return true
		}
	}
	return false
}
