package regulation

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
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
		r.others(s, ws, clauses, 0, 0) // "исполнитель готовит справку. | Руководитель подписывает ее"
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

// behindActor returns where a condition begins that who acts in the step stands before, at an
// offset: "қызметкер | қолхат ұсынылған кезде | нәтижені береді".
func (t *text) behindActor(s *model.Step, from int) int {
	if by := s.Spans.Of("actor"); !by.Empty() && t.tab.HeadFinal && by[0] == from {
		return by[1]
	}
	return from
}

// beforeExtension returns the words of a clause before the part that tells by how much a term
// is extended: "ищет сведения в течение 11 дней, | при необходимости срок продлевается на 15 дней".
func (t *text) beforeExtension(ws []word) []word {
	at := t.find(ws, &t.tab.Extension)
	if at < 0 {
		return ws
	}
	for at > 0 && !t.apart(ws[at-1], ws[at]) {
		at--
	}
	return ws[:at]
}

// fieldBehind reads who acts from a part of a sentence behind a semicolon that tells nothing else:
// "оформление разрешения; | исполнители – отдел перевозок; | срок – 1 день"; nil for none.
func (t *text) fieldBehind(ws []word) *actor {
	semicolon := func(i int) bool { return i == len(ws) || strings.Contains(t.low[ws[i-1].end:ws[i].start], ";") }
	for i := 1; i < len(ws); i++ {
		if !semicolon(i) || t.matchAny(ws, i, &t.tab.ActorOf) == 0 {
			continue
		}
		end := i + 1
		for !semicolon(end) {
			end++
		}
		return t.actorField(ws[i:end])
	}
	return nil
}

// actorField reads who acts from a sentence that tells nothing else: "Орындаушы – | кеңсе маманы",
// "Ответственный: | исполнитель"; nil for none.
func (t *text) actorField(ws []word) *actor {
	n := 1
	for n < len(ws) && !(t.apart(ws[n-1], ws[n]) && t.matchAny(ws[:n], 0, &t.tab.ActorOf) == n) {
		n++
	}
	if n >= len(ws) {
		return nil
	}
	a := t.subject(ws[n:], false)
	if a == nil || a.span[1] != ws[len(ws)-1].end && a.span[0] != ws[n].start {
		return nil
	}
	a.span[0] = ws[n].start
	to := slices.IndexFunc(ws, func(w word) bool { return w.end == a.span[1] })
	if end := t.listEnd(ws, to); end > to {
		return t.phrase(ws, n, end) // "исполнители – отдел перевозок, | начальник управления"
	}
	return a
}

// terms reads the durations of a step, without the limits of the service that stand in
// it: "… жүгінеді, күтудің рұқсат етілген ең ұзақ уақыты – 15 минут", and those in which others answer.
func (t *text) terms(ws []word) []model.Duration {
	ds := t.durations(ws)
	for i := 0; i < len(ds); i++ {
		at := sort.Search(len(ws), func(k int) bool { return ws[k].start >= ds[i].Span[0] })
		if t.ofVisit(ws[:at]) {
			return ds[:i]
		}
		if t.answered(ws, at) {
			ds = slices.Delete(ds, i, i+1)
			i--
		}
	}
	return ds
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

// actors reads who acts: the subject of the main clause, and of further clauses that
// have a subject of their own ("… береді, Мемлекеттік корпорация … жолдайды").
func (r *reader) actors(s *model.Step, ws []word, clauses []clause, nominal bool) {
	t := r.text
	var a *actor
	find := func(conditional bool) {
		for _, c := range clauses {
			if a == nil && c.conditional == conditional {
				part := ws[c.from:c.to]
				if a = t.subject(part, nominal); a == nil && (!nominal || t.hasFinite(part)) {
					a = t.subject(part, !nominal)
				}
			}
		}
	}
	named := 0
	if !nominal {
		if named = t.namedFirst(ws); named > 0 { // "подача документов услугополучателем, | после чего специалист …"
			a = t.subject(ws[:named], true)
		}
	}
	if a == nil {
		a = t.fieldBehind(ws)
	}
	find(false)
	if a == nil && !nominal {
		// The subject may stand before the condition: "қызметкер … болмаған жағдайда қайтарады".
		find(true)
	}
	if a == nil && !nominal {
		a = t.laterSubject(ws)
	}
	if a == nil {
		return
	}
	r.act(s, a)
	if !nominal {
		r.others(s, ws, clauses, named, 2)
	}
}

// others adds those who act in further clauses of a sentence, of which the first named words name
// what is done: behind commas, and behind conditions from clause first on.
func (r *reader) others(s *model.Step, ws []word, clauses []clause, named, first int) {
	t := r.text
	var others []*actor
	act, doer := t.finite, t.clauseSubject
	if !t.hasFinite(ws) {
		act, doer = t.namesAct, t.namedDoer
	}
	acted := false // the clause before the comma has its verb
	for i := 1; i < len(ws); i++ {
		acted = acted || act(ws[i-1]) || i == named
		if acted && !t.tab.HeadFinal && t.tab.And.Stem(t.str(ws[i])) && i+2 < len(ws) && t.finite(ws[i+1]) {
			others = append(others, t.clauseSubject(ws[i+1:])) // "согласовывается юристом | и подписывается руководителем"
		}
		if !acted || strings.Trim(t.low[ws[i-1].end:ws[i].start], " )") != "," {
			continue
		}
		acted = false
		if b := t.relativeDoer(ws, i); b != nil {
			others = append(others, b)
			continue
		}
		n := t.behindWhich(ws, i)
		b := doer(ws[i+n:])
		if b == nil && n > 0 {
			b = t.passiveDoer(ws[i+n:])
		}
		acted = b == nil && t.matchAny(ws, i, &t.tab.TermOf) > 0 // "отписывает документы, срок – 2 часа, | исполнитель …"
		others = append(others, b)
	}
	for k := range clauses {
		// "исполнитель проверяет документы, в случае неполноты | руководитель подписывает отказ"
		if c := clauses[k]; k >= first && !c.conditional && (k == 0 || clauses[k-1].conditional) {
			b := t.clauseSubject(ws[c.from:c.to])
			if b != nil && !t.tab.HeadFinal && t.passive(ws[c.from:c.to]) && slices.ContainsFunc(t.words(b.span), t.nominative) {
				b = nil // "заявитель, не сдавший экзамен, | допускается к повторной сдаче"
			}
			others = append(others, b)
		}
	}
	others = slices.DeleteFunc(others, func(b *actor) bool { return b == nil })
	slices.SortStableFunc(others, func(a, b *actor) int { return a.span[0] - b.span[0] })
	for _, b := range others {
		for _, role := range r.resolve(b.span, b.roles) {
			if role != model.RoleOther && !slices.Contains(s.Roles, role) {
				s.Roles = append(s.Roles, role)
			}
		}
	}
}

// behindWhich returns how many words at i only join what comes next to what is told before:
// "содан кейін", "на основании которого", "по итогам", "а"; 0 for none.
func (t *text) behindWhich(ws []word, i int) int {
	const most = 3
	for k := i + 1; k < min(len(ws)-1, i+most); k++ {
		if t.tab.Prepositions.Stem(t.str(ws[i])) && t.tab.Relative.Stem(t.str(ws[k])) && !t.apart(ws[k-1], ws[k]) {
			return k + 1 - i
		}
	}
	if t.tab.Subject.Stem(t.str(ws[i])) && i+2 < len(ws) && t.tab.NotSubject.Stem(t.str(ws[i+1])) {
		n := 2 // "по результатам", "по итогам рассмотрения"
		for i+n+1 < len(ws) && endsIn(t.str(ws[i+n]), t.tab.Objects) {
			n++
		}
		return n
	}
	if t.tab.But.Stem(t.str(ws[i])) {
		return 1
	}
	return t.matchAny(ws, i, &t.tab.Then)
}

// clauseSubject reads who acts in a further clause of a sentence, which begins with him or, in
// Russian, with the verb: "визируется юристом, | подписывается руководителем".
func (t *text) clauseSubject(ws []word) *actor {
	if t.tab.HeadFinal || len(ws) < 2 || !t.finite(ws[0]) {
		a := t.nounPhraseAt(ws)
		if a != nil && t.tab.HeadFinal && !t.passive(ws) && t.nounPhrase(ws, false, Nominative) == nil {
			return nil // "тексереді, | ата-анамен шарт жасасады"
		}
		return a
	}
	var a *actor
	if endsIn(t.str(ws[0]), t.tab.PassiveVerbs) {
		a = t.doer(ws[1:])
	} else {
		a = t.behindVerb(ws, 1)
	}
	if a == nil || a.span[0] != ws[1].start {
		return nil
	}
	return a
}

// namesAct reports whether a word is a noun of what is done.
func (t *text) namesAct(w word) bool {
	if t.tab.HeadFinal {
		return endsIn(t.str(w), t.tab.OwnedNouns)
	}
	return endsIn(t.str(w), t.tab.NounEndings)
}

// namedDoer reads whose act a further clause of a sentence without a verb names: "басшының қол
// қоюы, | маманның оны беруі", but not "алушының өтінішін тіркеуі"; "подписание справки
// руководителем, | выдача специалистом".
func (t *text) namedDoer(ws []word) *actor {
	if !t.tab.HeadFinal {
		if !t.beginsWithAct(ws) {
			return nil
		}
		return t.doer(t.unbroken(ws))
	}
	a := t.subject(ws, true)
	if a == nil || a.span[0] != ws[0].start {
		return nil
	}
	for _, w := range ws {
		if w.start >= a.span[1] {
			if endsIn(t.str(w), t.tab.Owned) {
				return nil
			}
			break
		}
	}
	return a
}

// unbroken returns the words up to the next mark.
func (t *text) unbroken(ws []word) []word {
	for n := 1; n < len(ws); n++ {
		if t.apart(ws[n-1], ws[n]) {
			return ws[:n]
		}
	}
	return ws
}

// passive reports whether the first verb of a clause tells what is done to its subject:
// "маманмен | тіркеледі".
func (t *text) passive(ws []word) bool {
	i := slices.IndexFunc(ws, t.finite)
	return i >= 0 && endsIn(t.str(ws[i]), t.tab.PassiveVerbs)
}

// passiveDoer reads by whom something is done in the words up to the next mark: "договор
// регистрируется | сотрудником канцелярии |, копия …".
func (t *text) passiveDoer(ws []word) *actor {
	if t.tab.HeadFinal {
		return nil
	}
	ws = t.unbroken(ws)
	if !slices.ContainsFunc(ws, func(w word) bool { return t.finite(w) && endsIn(t.str(w), t.tab.PassiveVerbs) }) {
		return nil
	}
	return t.doer(ws)
}

// laterSubject reads who acts after a clause in which nobody does: "өтініш кеңсеге келіп
// түседі, | кеңсе қызметкері оны тіркейді".
func (t *text) laterSubject(ws []word) *actor {
	acted := false
	for i := 1; i < len(ws); i++ {
		acted = acted || t.finite(ws[i-1])
		if acted && strings.TrimSpace(t.low[ws[i-1].end:ws[i].start]) == "," {
			if a := t.nounPhraseAt(ws[i:]); a != nil && (!a.other || t.deskWorker(t.words(a.span))) {
				return a
			}
		}
	}
	return nil
}

// act sets the actor of a step.
func (r *reader) act(s *model.Step, a *actor) {
	t := r.text
	if a.span[1] > a.span[0] {
		s.Actor = model.Text(r.of(a.span))
		s.Spans.Set("actor", a.span)
	}
	s.Roles = r.resolve(a.span, a.roles)
	if r.desk != "" && t.deskWorker(t.words(a.span)) {
		s.Roles = []model.Role{r.desk}
	}
	if slices.Contains(s.Roles, model.RoleOther) {
		r.finding(model.FindActorUnknown, model.Warning, phrase.UnknownActor.Of(r.of(a.span)), a.span)
	}
}

// deskWorker reports whether a phrase names somebody who works where papers are handed in,
// without the name of the body: "работник", "накопительный сектор".
func (t *text) deskWorker(ws []word) bool {
	return len(ws) == 1 && t.tab.Desks.Stem(t.str(ws[0])) ||
		t.has(ws, &t.tab.DeskUnits)
}

// nounPhraseAt reads a subject that begins with the first word.
func (t *text) nounPhraseAt(ws []word) *actor {
	a := t.subject(ws, false)
	if a == nil || a.span[0] != ws[0].start {
		return nil
	}
	return a
}

// called reads whose procedures a step calls: "… көрсетілетін қызметті берушінің рәсімдері".
func (t *text) called(ws []word) *actor {
	for i := range ws {
		if t.isHead(ws[i], Genitive) && (!t.tab.HeadFinal || i+1 < len(ws)) {
			return t.phrase(ws, t.phraseStart(ws, 0, i), i)
		}
	}
	return nil
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

func (t *text) hasFinite(ws []word) bool { return slices.ContainsFunc(ws, t.finite) }

// hasMainVerb is hasFinite but for verbs of relative clauses and brackets: "прием документов
// специалистом, | который регистрирует их в журнале", "прием экзамена | (при замене не проводится)".
func (t *text) hasMainVerb(ws []word) bool {
	relative := false
	for i := range ws {
		if i > 0 && t.apart(ws[i-1], ws[i]) {
			relative = t.tab.Relative.Stem(t.str(ws[i])) || strings.HasSuffix(t.low[ws[i-1].end:ws[i].start], "(")
		}
		if !relative && t.finite(ws[i]) {
			return true
		}
	}
	return false
}

// bracketEnd returns where the bracket closes that is open at an offset before end, else end.
func (t *text) bracketEnd(at, end int) int {
	open := 1
	for i, c := range t.low[at:end] {
		switch c {
		case '(':
			open++
		case ')':
			open--
		}
		if open == 0 {
			return at + i
		}
	}
	return end
}

// sentences parts a paragraph after a full stop that a capital letter follows.
func (t *text) sentences(p model.Span) []model.Span {
	var out []model.Span
	start := p[0]
	for i := p[0]; ; i++ {
		stop := strings.IndexByte(t.Canonical[i:p[1]], '.')
		if i += stop; stop < 0 || i+1 == p[1] {
			break
		}
		j := t.skipBlank(i+1, p[1])
		r, _ := utf8.DecodeRuneInString(t.Canonical[j:p[1]])
		if j == p[1] || !unicode.IsUpper(r) && !(unicode.IsDigit(r) && t.opensNumbered(model.Span{start, i}, j)) {
			continue
		}
		// Initials ("Д.З.Әділбеков") and abbreviations of one letter do not end a sentence.
		if prev, _ := utf8.DecodeLastRuneInString(t.Canonical[start:i]); unicode.IsUpper(prev) && t.shortWord(start, i) {
			continue
		}
		out = append(out, model.Span{start, i + 1})
		start = j
	}
	if start < p[1] {
		out = append(out, model.Span{start, p[1]})
	}
	return out
}

// opensNumbered reports whether a sentence begins at i with a numbered word, behind one that
// a verb ends: "… негіз болады. | 2-рәсім бойынша нәтиже …".
func (t *text) opensNumbered(before model.Span, i int) bool {
	digits := len(t.low[i:]) - len(strings.TrimLeft(t.low[i:], "0123456789"))
	if next := t.low[i+digits:]; len(next) < 2 || next[0] != '-' || next[1] < utf8.RuneSelf {
		return false
	}
	ws := t.words(before)
	return len(ws) > 0 && t.finite(ws[len(ws)-1])
}

// shortWord reports whether the word before i has one letter.
func (t *text) shortWord(from, i int) bool {
	_, size := utf8.DecodeLastRuneInString(t.Canonical[from:i])
	if i-size <= from {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(t.Canonical[from : i-size])
	return !unicode.IsLetter(r)
}

// resultMarker returns where the words before a result begin and where the result does,
// 0 where a paragraph states none: "Нәтижесі – тіркеу журналына жазу", "Результат
// процедуры (действия): …".
func (t *text) resultMarker(p model.Span) (start, at int) {
	ws := t.words(p)
	for i := range ws {
		n := t.matchAny(ws, i, &t.tab.ResultMarkers)
		if n == 0 {
			continue
		}
		first := i
		for t.tab.HeadFinal && first > 0 && !t.apart(ws[first-1], ws[first]) && t.ofStep(ws[first-1]) {
			first-- // "1-іс-қимылдың | нәтижесі – …"
		}
		if before := strings.TrimRight(t.low[p[0]:ws[first].start], " "); before != "" && !strings.ContainsRune(".;,)(", rune(before[len(before)-1])) {
			continue
		}
		end := ws[i+n-1].end
		// "Результат процедуры (действия)": the bracket belongs to the marker.
		if b := t.skipBlank(end, p[1]); b < p[1] && t.low[b] == '(' {
			if c := strings.IndexByte(t.low[b:p[1]], ')'); c > 0 && c < 60 {
				end = b + c + 1
			}
		}
		for k := i + n; !t.tab.HeadFinal && k < len(ws) && (ws[k].start < end || strings.TrimSpace(t.low[end:ws[k].start]) == "" && t.ofStep(ws[k])); k++ {
			end = max(end, ws[k].end) // "Результат | 1-действия – …", "Результат процедуры (действия) | 1 – …"
		}
		j, dash := t.skipDash(end, p[1])
		switch {
		case dash:
		case j < p[1] && t.low[j] == ':':
			j++
		case t.beforeIs(model.Span{end, p[1]}) > 0:
		case !t.tab.HeadFinal && t.isBehind(ws[i+n:], j) > 0: // "результатом является | справка"
			j = t.isBehind(ws[i+n:], j)
		default:
			continue
		}
		return ws[first].start, t.skipBlank(j, p[1])
	}
	return 0, 0
}

// isBehind returns the end of the "is" that stands at offset at, the first of the words there,
// 0 where none does.
func (t *text) isBehind(ws []word, at int) int {
	for _, w := range ws {
		if w.start >= at {
			if w.start == at && t.tab.Is.Stem(t.str(w)) {
				return w.end
			}
			break
		}
	}
	return 0
}

// beforeIs returns where the result ends that a Kazakh sentence says is one, 0 for none:
// "нәтижесі | тексеру актісі | болып табылады".
func (t *text) beforeIs(s model.Span) int {
	told := t.sentences(s)
	if !t.tab.HeadFinal || len(told) == 0 {
		return 0
	}
	ws := t.words(told[0])
	k := t.find(ws, &t.tab.Is)
	if k <= 0 || t.hasFinite(ws[:k]) {
		return 0
	}
	return ws[k-1].end
}

// termBehind returns where the term behind a result begins, or the end where none does:
// "Результат – резолюция. | Срок исполнения – 1 час".
func (t *text) termBehind(s model.Span) int {
	ws := t.words(s)
	for i := 1; i < len(ws); i++ {
		if strings.ContainsAny(t.low[ws[i-1].end:ws[i].start], ".;,") && t.matchAny(ws, i, &t.tab.TermOf) > 0 && len(t.durations(ws[i:])) > 0 {
			return ws[i].start
		}
		// "Нәтижесі – тіркелген өтініш | (15 минут)"
		if at := strings.IndexByte(t.low[ws[i-1].end:ws[i].start], '('); at >= 0 && t.isTerm(ws[i:]) {
			return ws[i-1].end + at
		}
	}
	return s[1]
}

// actions reads the codes of what is done, in order. Only verbs that carry the sentence
// count: "бас тарту туралы хабарламаны тіркейді" registers, it does not refuse. What
// stands in brackets explains ("(қол қою)"), except how somebody is authenticated.
func (r *reader) actions(s *model.Step, ws []word, nominal bool) {
	t := r.text
	noun := nominal || !t.hasMainVerb(ws)
	named := t.namedFirst(ws)
	var terms []model.Duration // those ahead
	if t.tab.HeadFinal {
		terms = s.Durations
	}
	depth := 0
	at, end := max(0, ws[0].start-1), min(len(t.low), ws[len(ws)-1].end+1)
	for i := 0; i < len(ws); {
		for ; at < ws[i].start; at++ {
			switch {
			case t.low[at] == '(' && closing(t.low[at:end], 0) > 0: // not one that nothing closes
				depth++
			case t.low[at] == ')' && depth > 0:
				depth--
			}
		}
		n := 1
		// "осмотр, по итогам | которого составляет акт" goes on with what is done.
		if t.tab.Relative.Stem(t.str(ws[i])) && !(i > 1 && !t.apart(ws[i-1], ws[i]) && t.tab.Prepositions.Stem(t.str(ws[i-2]))) {
			for i+n < len(ws) && !t.apart(ws[i+n-1], ws[i+n]) {
				n++ // "свидетельства ЭЦП, которое хранится в браузере" stores nothing
			}
			if len(t.durations(ws[i:i+n])) == 0 && !t.has(ws[i:i+n], &t.tab.OnTheDay) && t.relativeDoer(ws, i) == nil { // but "справку, которая в тот же день подписывается"
				i += n
				continue
			}
			n = 1
		}
		a, from, m := t.actionAt(ws, i, noun || i < named)
		for len(terms) > 0 && i+1 < len(ws) && terms[0].Span[0] <= ws[i+1].start {
			if m == 0 && terms[0].Span[0] == ws[i+1].start {
				a, from, m = t.actionAround(terms[0].Span, ws, i, noun)
			}
			terms = terms[1:]
		}
		if m > 0 && a == "" {
			n = m
		} else if m > 0 && (depth == 0 || a == model.ActionAuthenticate) {
			// An applicant hands in; only officials issue, and ask others for data.
			// He does what is told up to the first verb, others may what is behind it.
			applies := len(s.Roles) > 0 && s.Roles[0] == model.RoleApplicant && (len(s.Roles) == 1 || i < named || named == 0 && !t.hasFinite(ws[:i]))
			if a == model.ActionIssue && (applies || t.toAnother(ws[:i])) || a == model.ActionRequestData && applies {
				a = model.ActionForward
			}
			if a == model.ActionRegister && applies && t.tab.Attached.Stem(t.str(ws[i])) {
				a = model.ActionAttach
			}
			n = m
			if k := len(s.Actions); depth == 0 && (k == 0 || s.Actions[k-1] != a) || depth > 0 && !slices.Contains(s.Actions, a) {
				s.Spans.SetItem("actions", k, model.Span{ws[from].start, ws[i+m-1].end})
				s.Actions = append(s.Actions, a)
			}
		}
		i += n
	}
}

// namedFirst returns how many words name what is done, before those that tell with a verb what
// comes next or what under a condition: "оплата сбора, | после чего портал …", "проверка факта
// оплаты, | при отсутствии которой портал …", "алымды төлеу, | содан кейін …"; 0 for none.
func (t *text) namedFirst(ws []word) int {
	if !t.tab.HeadFinal && !endsIn(t.str(ws[0]), t.tab.NounEndings) {
		return 0
	}
	relative := false
	for k := 1; k < len(ws) && (relative || !t.finite(ws[k-1])); k++ {
		if !strings.Contains(t.low[ws[k-1].end:ws[k].start], ",") {
			continue
		}
		relative = t.tab.Relative.Stem(t.str(ws[k]))
		if t.matchAny(ws, k, &t.tab.Then) > 0 && (!t.tab.HeadFinal || endsIn(t.str(ws[k-1]), t.tab.NounEndings)) || !t.tab.HeadFinal && t.matchAny(ws, k, &t.tab.ConditionMarkers) > 0 {
			return k
		}
	}
	return 0
}

// actionAt returns what is done by the words from i on, the first word that tells it, and
// how many words from i on do; 0 for none.
func (t *text) actionAt(ws []word, i int, noun bool) (a model.Action, from, n int) {
	for _, v := range t.tab.Verbs(t.str(ws[i])) {
		if m := t.match(ws, i, v.Phrase); m > 0 && t.carries(ws, t.verbOf(ws, i, m), noun) {
			if t.amounts(ws, i) {
				return "", i, 0
			}
			return v.Action, i, m
		}
	}
	if k := t.appointed(ws, i); k >= 0 && t.carries(ws, i, noun) {
		return model.ActionAssign, k, 1
	}
	return "", i, 0
}

// actionAround is actionAt for words that a term behind i parts: "қарауына | 3 (үш) жұмыс күні
// ішінде | енгізеді".
func (t *text) actionAround(term model.Span, ws []word, i int, noun bool) (a model.Action, from, n int) {
	k := i + 1
	for k < len(ws) && ws[k].start < term[1] {
		k++
	}
	for _, v := range t.tab.Verbs(t.str(ws[i])) {
		first, rest, parted := strings.Cut(v.Phrase, " ")
		if !parted || !lang.IsStem(t.str(ws[i]), first) {
			continue
		}
		if m := t.match(ws, k, rest); m > 0 && t.carries(ws, t.verbOf(ws, k, m), noun) {
			return v.Action, i, k + m - i
		}
	}
	return "", i, 0
}

// appointed returns the noun that names whom the verb at i appoints, -1 where it does not
// appoint: "дәрігерді | 1 сағат ішінде тағайындайды", but not "мөлшерін анықтайды" nor "алушыны
// тіркеп, | күнін белгілейді". Nobody assigns work to who applies: "балаға қамқоршыны тағайындайды".
func (t *text) appointed(ws []word, i int) int {
	const near = 6 // words of a term
	if !t.tab.Appoints.Stem(t.str(ws[i])) {
		return -1
	}
	for k := i - 1; k >= max(0, i-near) && !t.finite(ws[k]); k-- {
		if endsIn(t.str(ws[k]), t.tab.Converbs) && t.apart(ws[k], ws[k+1]) {
			break
		}
		if t.isHead(ws[k], lang.Accusative) && t.role(ws[k:k+1]) != model.RoleApplicant {
			return k
		}
	}
	return -1
}

// verbOf returns which of the m words of a phrase is its verb: the last in Kazakh ("қол
// қояды"), in Russian the first ("определяет ответственного"), or the last where only that is
// one ("решение принимается").
func (t *text) verbOf(ws []word, i, m int) int {
	last := i + m - 1
	if t.tab.HeadFinal || !t.finite(ws[i]) && t.finite(ws[last]) {
		return last
	}
	return i
}

// toAnother reports whether something is given to somebody else than the applicant:
// "құжаттарды Мемлекеттік корпорация қызметкеріне береді" hands over, it does not issue.
func (t *text) toAnother(ws []word) bool {
	another, from := false, 0
	for i := len(ws) - 1; i >= 0; i-- {
		// "алушыға қолхат береді және | құжаттарды бөлім қызметкеріне береді", "жүйеге енгізіп, | қолхат береді"
		if t.finite(ws[i]) || i+1 < len(ws) && endsIn(t.str(ws[i]), t.tab.Converbs) && t.apart(ws[i], ws[i+1]) {
			from = i + 1
			break
		}
	}
	for i := from; i < len(ws); i++ {
		if t.tab.Him.Stem(t.str(ws[i])) && t.toNamed(ws[:i]) {
			another = true
		}
		if !t.anyHead(ws[i]) {
			continue
		}
		for _, e := range t.tab.Recipients {
			if strings.HasSuffix(t.str(ws[i]), e) {
				if t.role(ws[i:i+1]) == model.RoleApplicant || t.role(ws[max(from, i-1):i+1]) == model.RoleApplicant { // "маман алушыға", "өтініш берушіге"
					return false
				}
				another = true
			}
		}
	}
	return another
}

// toNamed reports whether the last one named, but for who acts, is another than the applicant:
// "орындаушыны тағайындап, құжаттарды | оған береді".
func (t *text) toNamed(ws []word) bool {
	for i := len(ws) - 1; i >= 0; i-- {
		if t.anyHead(ws[i]) && !t.isHead(ws[i], Nominative) {
			return t.role(ws[i:i+1]) != model.RoleApplicant
		}
	}
	return false
}

// carries reports whether the word that ends at i is a verb of the sentence: finite, a
// converb before one, a verbal noun before "жүзеге асырады", or, in a nominalised
// sentence, the verbal noun it ends in.
func (t *text) carries(ws []word, i int, noun bool) bool {
	if t.finite(ws[i]) {
		return !t.negative(ws, i)
	}
	if t.tab.HeadFinal {
		return t.carriesHeadFinal(ws, i, noun)
	}
	return t.carriesHeadFirst(ws, i, noun)
}

// carriesHeadFinal is carries for Kazakh words that are not finite.
func (t *text) carriesHeadFinal(ws []word, i int, noun bool) bool {
	w := t.str(ws[i])
	if endsIn(w, t.tab.Converbs) {
		// "қабылдап алып тіркейді" acts, "қайтарып алынған куәліктер" does not; behind a
		// comma the verb may be far: "тіркеп, 15 (он бес) минут ішінде басшыға береді".
		if i+1 < len(ws) && t.apart(ws[i], ws[i+1]) {
			return t.hasFinite(ws[i+1:]) || noun && t.ownAct(ws[i+1:]) > 0 // "тіркеп, корпорацияға жөнелтуі"
		}
		// "қабылдап алуды жүзеге асырады", "тексеріп қабылдауы", "қабылдап алып, … ұсынады"
		next := ws[i+1 : min(len(ws), i+4)]
		return t.hasFinite(next) || noun && t.ownAct(next) > 0 || i+1 < len(ws) && (t.actedUpon(t.str(ws[i+1])) || endsIn(t.str(ws[i+1]), t.tab.Converbs)) && t.carriesHeadFinal(ws, i+1, noun)
	}
	if endsIn(w, t.tab.BareNouns) && t.isDoneBy(ws[i+1:]) {
		return true
	}
	if object := endsIn(w, t.tab.NounObjects); object || endsIn(w, t.tab.BareNouns) {
		reach := 6
		if i+1 < len(ws) && (t.tab.Or.Stem(t.str(ws[i+1])) || object && strings.TrimSpace(t.low[ws[i].end:ws[i+1].start]) == ",") {
			reach = 12 // "қабылдауды, тіркеуді және …", "тіркеуді және оларды берушінің басшысына беруді жүзеге асырады"
		}
		if object { // "тіркеуді жеке сәйкестендіру нөмірінің (бұдан әрі – ЖСН), … көмегімен жүзеге асырады"
			reach = max(reach, slices.IndexFunc(ws[i:], t.finite))
		}
		for k := i + 1; k < len(ws) && k <= i+reach; k++ {
			if t.matchAny(ws, k, &t.tab.Carry) > 0 { // but not "тіркеу жүргізілмейді"
				return !t.negative(ws, k) && (object || k == i+1 || t.enumerated(ws[i+1:k]))
			}
		}
	}
	switch {
	case t.tab.Signs.Stem(w):
		return true
	case !noun || !endsIn(w, t.tab.NounEndings):
		return false
	case endsIn(w, t.tab.OwnedNouns) && i+1 < len(ws) && t.tab.Purpose.Stem(t.str(ws[i+1])):
		return false // "берушінің өңдеуі үшін"
	case endsIn(w, t.tab.OwnedNouns) || i+1 == len(ws) || t.apart(ws[i], ws[i+1]) || strings.Contains(t.low[ws[i].end:ws[i+1].start], "."):
		return true
	}
	// The verbal noun ends its clause: an "and", a term or "процесі" follows.
	next := t.str(ws[i+1])
	_, digits := t.number(ws, i+1)
	return t.tab.NounsOf.Stem(next) || t.tab.Or.Stem(next) || digits > 0
}

// actedUpon reports whether a word is a verbal noun that is an object: "тіркеуді".
func (t *text) actedUpon(w string) bool {
	for _, e := range t.tab.NounObjects {
		if verbal, ok := strings.CutSuffix(w, e); ok && endsIn(verbal, t.tab.BareNouns) {
			return true
		}
	}
	return false
}

// isDoneBy reports whether the words behind a verbal noun tell by whom it is carried out:
// "құжаттарды қабылдау | маманмен кезек тәртібімен жүзеге асырылады".
func (t *text) isDoneBy(ws []word) bool {
	by := false
	for i, w := range ws {
		by = by || t.isHead(w, Instrumental)
		if t.finite(w) {
			return by && i > 0 && endsIn(t.str(w), t.tab.PassiveVerbs) && t.matchAny(ws, i-1, &t.tab.Carry) > 0
		}
	}
	return false
}

// carriesHeadFirst is carries for Russian words that are not finite.
func (t *text) carriesHeadFirst(ws []word, i int, noun bool) bool {
	w := t.str(ws[i])
	if t.behindPreposition(ws, i) {
		return false // "передача документов | на рассмотрение" reviews nothing
	}
	// "осуществляет прием и регистрацию документов"
	reach := 4
	if t.goesOnList(ws, i) {
		reach = 12 // "осуществляет прием заявления услугополучателя, | его регистрацию | и передачу руководителю"
	}
	for k := max(0, i-reach); k < i; k++ {
		if t.matchAny(ws, k, &t.tab.Carry) > 0 && !t.agrees(ws[k]) && !t.hasFinite(ws[k+1:i]) {
			// "специалист, осуществляющий прием документов" tells who he is; "осуществляет подготовку направления" forwards nothing, "поиск запрашиваемых
			// документов" asks for none.
			return !endsIn(w, t.tab.Objects) && !t.participle(w) && !t.negative(ws, k)
		}
	}
	// "проведение комиссией обследования"
	const far = 8 // behind the phrase of who carries it out: "социальным работником центра социального обслуживания"
	for k := max(0, i-far); noun && k < i; k++ {
		if t.matchAny(ws, k, &t.tab.Carrying) > 0 && endsIn(w, t.tab.Objects) && (i-k <= reach || !strings.ContainsAny(t.low[ws[k].end:ws[i].start], phraseEnds)) {
			return true
		}
	}
	// "выдача результата услугополучателю осуществляется работником", "регистрацию производит канцелярия"
	object := false
	for k := t.next(ws, i); k < len(ws) && k <= i+2*reach && !strings.ContainsAny(t.low[ws[k-1].end:ws[k].start], ";:"+dashes); k = t.next(ws, k) {
		if strings.Contains(t.low[ws[k-1].end:ws[k].start], ",") && !endsIn(t.str(ws[k]), t.tab.NounEndings) {
			break // but "прием, | регистрация и передача документов осуществляются работником"
		}
		if t.finite(ws[k]) {
			if t.matchAny(ws, k, &t.tab.Carry) > 0 && !t.negative(ws, k) {
				noun, object = true, !endsIn(t.str(ws[k]), t.tab.PassiveVerbs)
			}
			break
		}
	}
	return object && endsIn(w, t.tab.NounObjects) || noun && (endsIn(w, t.tab.NounEndings) || t.tab.Signs.Stem(w))
}

// behindPreposition reports whether a preposition governs the Russian noun at i, adjectives
// between them aside: "на дальнейшее | рассмотрение".
func (t *text) behindPreposition(ws []word, i int) bool {
	for i > 0 && !t.apart(ws[i-1], ws[i]) {
		if i--; !t.agrees(ws[i]) {
			return t.tab.Prepositions.Stem(t.str(ws[i]))
		}
	}
	return false
}

// goesOnList reports whether the Russian noun at i goes on a list: "прием, | их регистрация | и
// передача".
func (t *text) goesOnList(ws []word, i int) bool {
	if i > 0 && t.tab.Theirs.Stem(t.str(ws[i-1])) {
		i--
	}
	if i > 1 && t.matchAny(ws, i-2, &t.tab.IfNeeded) == 2 {
		i -= 2 // "и при необходимости | прикрепление документов"
	}
	return i > 0 && (t.tab.Or.Stem(t.str(ws[i-1])) || t.apart(ws[i-1], ws[i]))
}

// amounts reports whether the word at i says no more than how long something is: "срок
// | составляет 15 дней".
func (t *text) amounts(ws []word, i int) bool {
	if !t.tab.Amounts.Stem(t.str(ws[i])) || i+1 == len(ws) {
		return false
	}
	ds := t.durations(ws[i+1:])
	return len(ds) > 0 && ds[0].Span[0] == ws[i+1].start
}

// negative reports whether the verb at i says that something is not done: "не | принимает".
func (t *text) negative(ws []word, i int) bool {
	return endsIn(t.str(ws[i]), t.tab.Negatives) || i > 0 && t.tab.Not.Stem(t.str(ws[i-1]))
}

// enumerated reports whether words are nothing but verbal nouns and what joins them:
// "тіркеу, қарау және беруді".
func (t *text) enumerated(ws []word) bool {
	for _, w := range ws {
		s := t.str(w)
		if !endsIn(s, t.tab.NounObjects) && !endsIn(s, t.tab.BareNouns) && !t.tab.Or.Stem(s) && !t.tab.With.Stem(s) {
			return false
		}
	}
	return true
}
