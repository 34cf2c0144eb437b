package regulation

import (
	"slices"
	"strings"

	"reglament/parse/lang"
)

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

// doers reads who acts: the subject of the main clause, nil for none, and those of further
// clauses that have a subject of their own ("… береді, Мемлекеттік корпорация … жолдайды").
func (t *text) doers(ws []word, clauses []clause, nominal bool) (main *actor, others []*actor) {
	find := func(conditional bool) {
		for _, c := range clauses {
			if main == nil && c.conditional == conditional {
				part := ws[c.from:c.to]
				if main = t.subject(part, nominal); main == nil && (!nominal || t.hasFinite(part)) {
					main = t.subject(part, !nominal)
				}
			}
		}
	}
	named := 0
	if !nominal {
		if named = t.namedFirst(ws); named > 0 { // "подача документов услугополучателем, | после чего специалист …"
			main = t.subject(ws[:named], true)
		}
	}
	if main == nil {
		main = t.fieldBehind(ws)
	}
	find(false)
	if main == nil && (!nominal || t.hasMainVerb(ws)) {
		// The subject may stand before the condition: "қызметкер … болмаған жағдайда қайтарады".
		find(true)
	}
	if main == nil && !nominal {
		main = t.laterSubject(ws)
	}
	if main == nil || nominal {
		return main, nil
	}
	// The first clause behind a condition is the one that was read.
	const second = 2
	return main, t.doersFrom(ws, clauses, named, second)
}

// furtherDoers reads who acts in a sentence behind the one that says who does: "исполнитель
// готовит справку. | Руководитель подписывает ее".
func (t *text) furtherDoers(ws []word, clauses []clause) []*actor {
	return t.doersFrom(ws, clauses, 0, 0)
}

// doersFrom reads who acts in further clauses of a sentence, of which the first named words name
// what is done: behind commas, and behind conditions from clause first on.
func (t *text) doersFrom(ws []word, clauses []clause, named, first int) []*actor {
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
		} else if acted && t.tab.And.Stem(t.str(ws[i])) {
			others = append(others, t.joinedDoer(ws[i+1:]))
		}
		if !acted || strings.Trim(t.low[ws[i-1].end:ws[i].start], " )") != "," || slices.ContainsFunc(clauses, func(c clause) bool { return c.conditional && c.from == i }) {
			continue // "береді, | егер алушы келмесе, нәтиже қайтарылады"
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
	return others
}

// joinedDoer reads who acts in a further clause that "and" joins, which begins with him and has a
// verb: "жобаны дайындайды және | басшылық қол қояды", "готовит справку и | руководитель подписывает
// ее", but not "тіркейді және | басшыға береді"; nil for none.
func (t *text) joinedDoer(ws []word) *actor {
	if len(ws) < 2 {
		return nil
	}
	a := t.clauseSubject(ws)
	if a == nil || a.span[0] != ws[0].start {
		return nil
	}
	behind := slices.IndexFunc(ws, func(w word) bool { return w.start >= a.span[1] })
	if behind < 0 || t.did(ws, behind-1) > 0 { // "және басшы қол қойған хатты | жібереді"
		return nil
	}
	for i := behind; i < len(ws); i++ {
		if t.finite(ws[i]) {
			return a
		}
		if strings.Contains(t.low[ws[i-1].end:ws[i].start], ",") || t.tab.And.Stem(t.str(ws[i])) {
			return nil
		}
	}
	return nil
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
		for i+n+1 < len(ws) && lang.EndsIn(t.str(ws[i+n]), t.tab.Objects) {
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
		if a != nil && t.tab.HeadFinal && !t.passive(ws) && t.nounPhrase(ws, false, lang.Nominative) == nil {
			return nil // "тексереді, | ата-анамен шарт жасасады"
		}
		return a
	}
	var a *actor
	if lang.EndsIn(t.str(ws[0]), t.tab.PassiveVerbs) {
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
		return lang.EndsIn(t.str(w), t.tab.OwnedNouns)
	}
	return lang.EndsIn(t.str(w), t.tab.NounEndings)
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
			if lang.EndsIn(t.str(w), t.tab.Owned) {
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
	return i >= 0 && lang.EndsIn(t.str(ws[i]), t.tab.PassiveVerbs)
}

// passiveDoer reads by whom something is done in the words up to the next mark: "договор
// регистрируется | сотрудником канцелярии |, копия …".
func (t *text) passiveDoer(ws []word) *actor {
	if t.tab.HeadFinal {
		return nil
	}
	ws = t.unbroken(ws)
	if !slices.ContainsFunc(ws, func(w word) bool { return t.finite(w) && lang.EndsIn(t.str(w), t.tab.PassiveVerbs) }) {
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
		if t.isHead(ws[i], lang.Genitive) && (!t.tab.HeadFinal || i+1 < len(ws)) {
			return t.phrase(ws, t.phraseStart(ws, 0, i), i)
		}
	}
	return nil
}
