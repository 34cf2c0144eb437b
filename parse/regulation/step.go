package regulation

import (
	"slices"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/sentence"
)

// step reads one step: who, what, how long, with what result, under what condition.
func (r *reader) step(it item) model.Step {
	t := r.text
	s := model.Step{N: model.Text(it.n), Node: it.node, Label: model.Text(it.label), Span: it.whole}
	text := t.Trim(model.Span{it.body[0][0], it.whole[1]}, "")
	s.Text = t.Of(text)
	if !text.Empty() { // "3)" and nothing behind it
		s.Spans.Set("text", text)
	}
	if it.label != "" {
		s.Spans.Set("label", it.mark)
	}
	nominal := it.node != model.TaskNode
	// A heading tells who acts: "Басшы:" / "құжаттарды қарайды – 1 сағат".
	if ws := t.Words(it.body[0]); !it.by.Empty() && (len(ws) == 0 || t.NounPhraseAt(ws) == nil) {
		if a := t.Subject(t.Words(it.by), false); a != nil {
			r.act(&s, a)
		}
	}
	first, titled := true, false
	for _, p := range it.body {
		main, behind, rest := p, []model.Duration(nil), []model.Span(nil)
		if marker, at := t.ResultMarker(p); at > 0 {
			end := p[1]
			if t.Low[marker-1] == '(' {
				end = t.BracketEnd(at, end) // "проверяет договор (результат – акт) | и подписывает его"
			}
			term := t.TermBehind(model.Span{at, end})
			behind = t.Durations(t.Words(model.Span{term, end}))
			if told := t.Sentences(model.Span{at, term}); len(told) > 0 { // none behind "Результат процедуры:" and nothing
				rest = told[1:] // "Результат – виза. | В случае отсутствия документов специалист возвращает их."
				if is := t.BeforeIs(told[0]); is > 0 {
					told[0][1] = is
				}
				if res := t.Trim(told[0], sentence.Terminators+sentence.Dashes); res[0] < res[1] {
					s.Result = model.Text(t.Of(res))
					s.Spans.Set("result", res)
				}
			}
			rest = append(rest, t.Sentences(model.Span{min(end+1, p[1]), p[1]})...)
			main[1] = marker
		}
		for _, told := range append(t.Sentences(main), rest...) {
			title := 0 // how many actions the title of the step tells
			if titled && t.IsAction(told) {
				s.Actor, s.Roles = "", nil // it only named him in passing
				title = len(s.Actions)
			}
			r.sentence(&s, told, first, nominal)
			toldAgain(&s, title)
			titled = first && !nominal && !t.HasFinite(t.Words(told)) && len(s.Durations) == 0
			first = false
		}
		s.Durations = append(s.Durations, behind...)
	}
	s.Refs = r.Refs(t.Words(text))
	if len(s.Roles) == 0 && r.isCall(&s) {
		if a := t.Called(t.Words(text)); a != nil {
			r.act(&s, a)
		}
	}
	if len(s.Durations) == 0 {
		if term, found := t.Unmeasured(t.Words(text)); found {
			r.finding(model.FindTermUnmeasured, model.Info, phrase.NoLength.Of(r.Of(term)), term)
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
func (r *reader) sentence(s *model.Step, told model.Span, first, nominal bool) {
	t := r.text
	ws := t.Words(told)
	if len(ws) == 0 {
		return
	}
	clauses := t.Clauses(ws)
	condition := slices.ContainsFunc(clauses, func(c sentence.Clause) bool { return c.Conditional })
	on := func(cond model.Span) {
		if ws := t.Words(cond); len(ws) > 1 && (t.Tab.But.Stem(t.Str(ws[0])) || t.Tab.HeadFinal && t.Tab.Or.Stem(t.Str(ws[0]))) {
			cond[0] = ws[1].Start
		}
		cond = t.Trim(cond, sentence.Terminators)
		s.Spans.SetItem("conditions", len(s.Conditions), cond)
		s.Conditions = append(s.Conditions, t.Of(cond))
	}
	// "құжаттарды қабылдау және тіркеу. Кеңсе қызметкері … тіркейді": the first sentence
	// may be the name of the step.
	if first && s.Actor == "" || !nominal && !condition && len(s.Roles) == 0 && t.HasFinite(ws) {
		r.actors(s, ws, clauses, nominal)
	} else if !first && len(s.Roles) == 0 {
		if a := r.ActorField(ws); a != nil {
			r.act(s, a)
		}
	} else if !first && !nominal && !condition && t.HasFinite(ws) {
		r.also(s, r.FurtherDoers(ws, clauses))
	}
	// A term inside a condition limits somebody else: "алушы … он жұмыс күні ішінде
	// алымды төлегенін растайтын құжаттарды бермеген кезде".
	for _, c := range clauses {
		if !c.Conditional {
			s.Durations = append(s.Durations, r.termsOf(s, t.BeforeExtension(ws[c.From:c.To]))...)
		}
	}
	switch {
	case condition && first:
		for _, c := range clauses {
			if c.Conditional {
				on(model.Span{t.BehindActor(s, ws[c.From].Start), ws[c.To-1].End})
			}
		}
	case condition:
		on(told)
	}
	if first || !condition {
		r.Actions(s, ws, nominal)
		return
	}
	for _, c := range clauses {
		if !c.Conditional {
			r.Actions(s, ws[c.From:c.To], nominal)
		}
	}
}

// termsOf reads the terms that the words of a clause set a step, and reports those that others have:
// "хабарлама жібереді, | алушы 5 жұмыс күні ішінде кемшіліктерді жоюға құқылы", "… направляет
// уведомление, | услугополучатель вправе устранить замечания в течение 5 дней".
func (r *reader) termsOf(s *model.Step, ws []sentence.Word) (own []model.Duration) {
	t := r.text
	all, others := t.Terms(ws)
	for _, d := range all {
		at := slices.IndexFunc(ws, func(w sentence.Word) bool { return w.End > d.Span[0] })
		if len(s.Roles) > 0 && s.Roles[0] != model.RoleApplicant && t.Mends(ws, at, s.Spans.Of("actor")) {
			others = append(others, d)
		} else {
			own = append(own, d)
		}
	}
	for _, d := range others {
		r.finding(model.FindTextUnread, model.Info, phrase.TermOfNoStep.Of(r.Of(d.Span)), d.Span)
	}
	return own
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
