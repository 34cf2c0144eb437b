package regulation

import (
	"slices"
	"strconv"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// resultsBelow parts the list of results that a line below steps announces: "3) исполнитель
// готовит справку." / "Результаты процедур (действий):" / "1) регистрация документов;".
func (t *text) resultsBelow(list []model.Span) (steps, results []model.Span) {
	for i, p := range list {
		if i == 0 || i+1 == len(list) || sentence.Numbered(t.Of(p)) || !t.EndsWith(p, ":") {
			continue
		}
		if number, _, _ := sentence.LeadingNumber(t.Of(list[i+1])); number != "1" {
			continue
		}
		if k, known := t.PointKind(t.Words(p)); known && k.Is == lang.ResultsPoint {
			return list[:i], list[i+1:]
		}
	}
	return list, nil
}

// headBelow returns the paragraph below the first of a point that announces steps, and what it
// announces: "8. Услугополучатель подает документы в корпорацию." / "Порядок обработки
// запроса:" / "1) работник принимает документы – 5 минут;".
func (t *text) headBelow(list []model.Span) (head model.Span, steps []model.Span) {
	for i, p := range list {
		if !t.EndsWith(p, ":") || sentence.Numbered(t.Of(p)) {
			continue
		}
		steps := list[i+1:]
		if k, told := t.PointKind(t.Words(p)); told && k.Is == lang.ProcedurePoint && len(steps) > 0 && t.countsFromOne(steps[0]) || t.timedSteps(steps) {
			return p, steps
		}
	}
	return head, nil
}

// actionsAbove returns the paragraphs above the heading of steps that are steps too:
// "8. Услугополучатель подает документы в корпорацию.", but not "8. Услугодатель оказывает
// услугу через корпорацию." nor "8. Услугополучатель получает услугу через портал.".
func (t *text) actionsAbove(paras []model.Span) []model.Span {
	return slices.DeleteFunc(paras, func(p model.Span) bool {
		if sentence.Numbered(t.Of(p)) || !t.IsAction(p) || t.MentionsAnnex(p) {
			return true
		}
		ws := t.Words(p)
		done := t.FirstAction(ws)
		a := t.Subject(ws, false)
		return done == "" || done == model.ActionReceive && a != nil && slices.Contains(a.Roles, model.RoleApplicant)
	})
}

// countsFromOne reports whether a paragraph begins a list with numbers, or has a label.
func (t *text) countsFromOne(p model.Span) bool {
	number, _, _ := sentence.LeadingNumber(t.Of(p))
	label := t.Label(p).Text
	return number == "1" || label != ""
}

// timedSteps reports whether a list is one of steps whatever its heading says: its items, which
// have numbers or else bullets, tell who does what, and most of them in what time. One of several
// may tell no more than what happens: "3) услугодателем выполняются действия по пункту 5".
func (t *text) timedSteps(list []model.Span) bool {
	steps, timed, others := 0, 0, 0
	byNumber := slices.ContainsFunc(list, func(p model.Span) bool { return sentence.Numbered(t.Of(p)) })
	for _, p := range list {
		_, rest, kind := sentence.LeadingNumber(t.Of(p))
		if kind == sentence.NoNumber && (byNumber || !t.Bullet(p)) {
			continue
		}
		p = t.PastBullet(model.Span{p[0] + rest, p[1]})
		ws := t.Words(p)
		if !t.HasFinite(ws) && !t.IsAction(p) {
			return false
		}
		if !t.IsAction(p) && t.NounPhraseAt(ws) == nil { // but "работник в случае неполноты документов отказывает"
			others++
		}
		steps++
		if len(t.Durations(ws)) > 0 {
			timed++
		}
	}
	return steps > 1 && timed*2 > steps && others*2 < timed
}

// announced parts the first paragraph of a point that goes on with what it announces:
// "Перечень …: канцелярия, руководитель", "… реттілігін сипаттау: маман … қабылдайды;
// басшы … қол қояды". The list of who takes part may be parted by commas.
func (t *text) announced(p model.Span) (head model.Span, list []model.Span) {
	k := strings.Index(t.Of(p), ": ")
	if k < 0 {
		return p, nil
	}
	head, rest := model.Span{p[0], p[0] + k + 1}, model.Span{p[0] + k + 1, p[1]}
	part := func(mark string, belongs func(model.Span) bool) bool {
		if list = t.pieces(rest, mark); mark == "," {
			list = t.wholeNames(list)
		}
		return len(list) > 1 && !slices.ContainsFunc(list, func(s model.Span) bool { return s.Empty() || !belongs(s) })
	}
	counted := func(s model.Span) bool { return sentence.Numbered(t.Of(s)) }
	named := func(s model.Span) bool { return !t.notNamed(s) }
	acts := func(s model.Span) bool { return t.IsAction(s) || t.SomeoneActs(s) }
	if t.chain(rest) != nil {
		return head, []model.Span{rest}
	}
	if part(";", counted) || part(";", acts) || part(";", named) || part(",", named) {
		return head, t.lastTwo(list)
	}
	return p, nil
}

// wholeNames joins what commas part inside a Russian name: "аким поселка, | аула (села), |
// сельского округа".
func (t *text) wholeNames(list []model.Span) []model.Span {
	if t.Tab.HeadFinal {
		return list
	}
	var out []model.Span
	for _, p := range list {
		if ws := t.Words(p); len(out) > 0 && len(ws) > 0 && t.Tab.Listed.Stem(t.Str(ws[0])) {
			out[len(out)-1][1] = p[1]
			continue
		}
		out = append(out, p)
	}
	return out
}

// onlyStep parts the one step that the sentence of its point tells: "… нәтижені алу процесі: |
// қызметкер көшірмені береді – 15 минут."
func (t *text) onlyStep(p model.Span) (head model.Span, list []model.Span) {
	at := t.announcement(p, lang.ProcedurePoint)
	if at < 0 {
		return t.stepsBehindTitle(p)
	}
	if t.EndsWith(p, ":") {
		return p, nil
	}
	if step := t.Trim(model.Span{at, p[1]}, ""); t.IsAction(step) {
		return model.Span{p[0], at}, []model.Span{step}
	}
	return p, nil
}

// stepsBehindTitle parts the sentences of a point whose first is a title of steps that the others
// tell: "Мемлекеттік корпорацияға жүгіну тәртібі. | Қызметкер құжаттарды қабылдайды (15 минут)."
func (t *text) stepsBehindTitle(p model.Span) (head model.Span, list []model.Span) {
	all := t.Sentences(p)
	if len(all) < 2 || t.HasFinite(t.Words(all[0])) || slices.ContainsFunc(all[1:], func(s model.Span) bool { return !t.IsAction(s) || t.MentionsAnnex(s) }) {
		return p, nil
	}
	if k, known := t.PointKind(t.Words(all[0])); !known || k.Is != lang.ProcedurePoint {
		return p, nil
	}
	return all[0], all[1:]
}

// announcement returns where a point goes on, in its own sentence, with what it announces: behind
// a colon, or a dash behind words that announce that alone: "… құрамына кіретін рәсім – | маман
// шақыруды тіркейді", "участвующий в процессе работник – | врач", "в процессе участвует следующая
// единица (далее – СФЕ) – | врач"; -1 for nowhere.
func (t *text) announcement(p model.Span, what lang.Point) int {
	if k := strings.Index(t.Of(p), ": "); k >= 0 {
		return p[0] + k + 1
	}
	ws := t.Words(p)
	for i := 1; i < len(ws); i++ {
		if between := strings.TrimLeft(t.Low[ws[i-1].End:ws[i].Start], `)"»,`); strings.HasPrefix(between, " ") && strings.Trim(between, " ") != "" && strings.Trim(between, " "+sentence.Dashes) == "" {
			if t.Bracketed(ws[0], ws[i]) {
				continue // "(далее | – СФЕ)"
			}
			if k, known := t.PointKind(ws[:i]); known && k.Is == what && (what == lang.ActorsPoint || !t.HasFinite(ws[:i])) {
				return ws[i].Start
			}
			break
		}
	}
	return -1
}

// listedIn parts the results, or who takes part, that the sentence of their point lists:
// "Результат …: регистрация документов; виза; справка.", "Перечень …: ветеринарный врач."
func (t *text) listedIn(p model.Span, what lang.Point) (head model.Span, list []model.Span) {
	at := t.announcement(p, what)
	if at < 0 || what == lang.ResultsPoint && !strings.Contains(t.Of(p), ": ") {
		return p, t.takePart(p)
	}
	if what == lang.ActorsPoint && t.Tab.HeadFinal {
		p[1] = t.beforeTakesPart(p)
	}
	list = t.pieces(model.Span{at, p[1]}, ";")
	if len(list) == 1 && t.HasFinite(t.Words(list[0])) || what == lang.ActorsPoint && slices.ContainsFunc(list, t.notNamed) {
		return p, nil
	}
	if names := t.wholeNames(t.pieces(list[0], ",")); what == lang.ActorsPoint && len(list) == 1 && t.mostNamed(names) {
		list = t.lastTwo(names)
	}
	return model.Span{p[0], at}, list
}

// beforeTakesPart returns the end of a Kazakh sentence without the verb behind those it lists:
// "… қызметкерлері: кеңсе маманы, басшы | қатысады", "… бөлімшелер: кеңсе, басшы | болып табылады".
func (t *text) beforeTakesPart(p model.Span) int {
	ws := t.Words(p)
	for n := len(ws) - 1; n > 0 && n >= len(ws)-2; n-- {
		if n+max(t.MatchAny(ws, n, &t.Tab.TakesPart), t.MatchAny(ws, n, &t.Tab.Is)) == len(ws) {
			return ws[n-1].End
		}
	}
	return p[1]
}

// mostNamed reports whether most of what commas part names who acts, the rest being unknown:
// "психолог, логопед, директор", but not "жұмыспен қамту, бағдарламалар бөлімі".
func (t *text) mostNamed(list []model.Span) bool {
	named := 0
	for _, s := range list {
		if t.NounPhraseAt(t.Words(s)) != nil && !t.notNamed(s) {
			named++
		}
	}
	return 2*named > len(list)
}

// takePart returns who a sentence says take part: "… көрсету процесіне | кеңсе қызметкері |,
// | басшы | және | жауапты орындаушы | қатысады", "в процессе … участвуют | канцелярия | и |
// руководитель", "подразделениями, участвующими в процессе …, являются | канцелярия | и | руководитель".
func (t *text) takePart(p model.Span) []model.Span {
	ws := t.Words(p)
	from, to := t.Find(ws, &t.Tab.TakesPart), len(ws)
	if from < 0 && !t.Tab.HeadFinal {
		from = t.Find(ws, &t.Tab.Is)
	}
	if t.Tab.HeadFinal {
		from, to = t.Find(ws, &t.Tab.TakenPart), from
		if to+1 < len(ws) {
			return nil
		}
	}
	if from < 0 || to <= from+1 {
		return nil
	}
	list := t.lastTwo(t.pieces(model.Span{ws[from].End, ws[to-1].End}, ","))
	for _, s := range list {
		if a := t.NounPhraseAt(t.Words(s)); a == nil || a.Other || a.Span != s || t.Tab.Announcing.Stem(t.Str(t.Words(s)[0])) {
			return nil // "… мынадай қызметкерлер қатысады"
		}
	}
	return list
}

// notNamed reports whether a line does more, or less, than name who acts.
func (t *text) notNamed(p model.Span) bool {
	ws := t.Words(p)
	return t.Role(ws) == model.RoleOther || t.HasFinite(ws)
}

// together parts the lines that name several who act: "канцелярия; руководитель; исполнитель."
func (t *text) together(list []model.Span) []model.Span {
	var out []model.Span
	for _, p := range list {
		if names := t.pieces(p, ";"); !sentence.Numbered(t.Of(p)) && len(names) > 1 && !slices.ContainsFunc(names, t.notNamed) {
			out = append(out, names...)
		} else {
			out = append(out, p)
		}
	}
	return out
}

// bareNames reports whether lines that no marks part each name who acts: "кеңсе маманы" /
// "бөлім басшысы".
func (t *text) bareNames(list []model.Span) bool {
	return len(list) > 1 && !slices.ContainsFunc(list, func(p model.Span) bool {
		return t.notNamed(p) || t.EndsWith(p, sentence.Terminators) || sentence.Numbered(t.Of(p))
	})
}

// pieces cuts a span at the marks.
func (t *text) pieces(s model.Span, mark string) []model.Span {
	var out []model.Span
	for from := s[0]; from < s[1]; {
		to := s[1]
		if n := strings.Index(t.Canonical[from:to], mark); n >= 0 {
			to = from + n
		}
		out = append(out, t.Trim(model.Span{from, to}, ". "))
		from = to + len(mark)
	}
	return out
}

// unfold parts the paragraphs that hold several numbered items: "1) басшы; 2) маман."
func (t *text) unfold(list []model.Span) []model.Span {
	var out []model.Span
	for _, p := range list {
		number, _, kind := sentence.LeadingNumber(t.Of(p))
		whole := p
		for n := structure.Ordered(number, kind); kind == sentence.Bracketed; n++ {
			next := strconv.Itoa(n+1) + ") "
			k := strings.Index(t.Of(p), "; "+next)
			if k < 0 {
				k = strings.Index(t.Of(p), ", "+next)
				if k >= 0 && t.notNamed(whole) { // "1) специалист, 2) руководитель"
					break
				}
			}
			if k < 0 {
				break
			}
			out = append(out, model.Span{p[0], p[0] + k + 1})
			p[0] += k + len("; ")
		}
		out = append(out, p)
	}
	return out
}

// lastTwo parts the last item of a list of who takes part in the two that it joins:
// "секретарь, юрист и руководитель".
func (t *text) lastTwo(list []model.Span) []model.Span {
	last := list[len(list)-1]
	ws := t.Words(last)
	for i := 1; i+1 < len(ws); i++ {
		one, two := ws[:i], ws[i+1:]
		if t.Tab.And.Stem(t.Str(ws[i])) && !t.HasFinite(ws) && t.Role(one) != model.RoleOther && t.Role(two) != model.RoleOther && t.NounPhraseAt(two) != nil {
			return append(list[:len(list)-1], model.Span{last[0], one[i-1].End}, model.Span{two[0].Start, last[1]})
		}
	}
	return list
}

// actorList reads the list of units and workers that take part. An item without a number
// goes on a list that no full stop closed, where it names who it is.
func (r *reader) actorList(list []model.Span) {
	open, bare := true, r.bareNames(list)
	for _, p := range r.together(list) {
		_, rest, kind := sentence.LeadingNumber(r.Of(p))
		s := r.Trim(model.Span{p[0] + rest, p[1]}, sentence.Terminators+sentence.Dashes)
		ws := r.Words(s)
		inline := p[0] > 0 && r.Canonical[p[0]-1] != '\n'
		if kind == sentence.NoNumber && !r.Bullet(p) && !inline && (!open || r.HasFinite(ws) || r.Role(ws) == model.RoleOther && !slices.ContainsFunc(ws, r.Nominative)) {
			if len(r.out.Actors) > 0 {
				return
			}
			continue
		}
		open = bare || r.EndsWith(p, ";,")
		roles, _ := r.Roles(ws)
		roles = r.resolve(s, roles)
		a := model.Actor{Text: r.Of(s), Role: model.RoleOther, Roles: roles, Span: s}
		if len(roles) > 0 {
			a.Role = roles[0]
		}
		if slices.Contains(roles, model.RoleOther) {
			r.finding(model.FindActorUnknown, model.Warning, phrase.UnknownListed.Of(a.Text), s)
		}
		r.out.Actors = append(r.out.Actors, a)
	}
}
