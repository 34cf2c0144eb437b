package sentence

import (
	"slices"
	"strings"

	"reglament/parse/lang"
)

// fieldBehind reads who acts from a part of a sentence behind a semicolon that tells nothing else:
// "оформление разрешения; | исполнители – отдел перевозок; | срок – 1 день"; nil for none.
func (t *Text) fieldBehind(ws []Word) *Actor {
	semicolon := func(i int) bool { return i == len(ws) || strings.Contains(t.Low[ws[i-1].End:ws[i].Start], ";") }
	for i := 1; i < len(ws); i++ {
		if !semicolon(i) || t.MatchAny(ws, i, &t.Tab.ActorOf) == 0 {
			continue
		}
		end := i + 1
		for !semicolon(end) {
			end++
		}
		return t.ActorField(ws[i:end])
	}
	return nil
}

// ActorField reads who acts from a sentence that tells nothing else: "Орындаушы – | кеңсе маманы",
// "Ответственный: | исполнитель"; nil for none.
func (t *Text) ActorField(ws []Word) *Actor {
	n := 1
	for n < len(ws) && !(t.Apart(ws[n-1], ws[n]) && t.MatchAny(ws[:n], 0, &t.Tab.ActorOf) == n) {
		n++
	}
	if n >= len(ws) {
		return nil
	}
	a := t.Subject(ws[n:], false)
	if a == nil || a.Span[1] != ws[len(ws)-1].End && a.Span[0] != ws[n].Start {
		return nil
	}
	a.Span[0] = ws[n].Start
	to := slices.IndexFunc(ws, func(w Word) bool { return w.End == a.Span[1] })
	if end := t.listEnd(ws, to); end > to {
		return t.phrase(ws, n, end) // "исполнители – отдел перевозок, | начальник управления"
	}
	return a
}

// Doers reads who acts: the subject of the main clause, nil for none, and those of further
// clauses that have a subject of their own ("… береді, Мемлекеттік корпорация … жолдайды").
func (t *Text) Doers(ws []Word, clauses []Clause, nominal bool) (main *Actor, others []*Actor) {
	find := func(conditional bool) {
		for _, c := range clauses {
			if main == nil && c.Conditional == conditional {
				part := ws[c.From:c.To]
				if main = t.Subject(part, nominal); main == nil && (!nominal || t.HasFinite(part)) {
					main = t.Subject(part, !nominal)
				}
			}
		}
	}
	named := 0
	if !nominal {
		if named = t.namedFirst(ws); named > 0 { // "подача документов услугополучателем, | после чего специалист …"
			main = t.Subject(ws[:named], true)
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
	if main == nil || nominal && !t.HasFinite(ws) { // "3-процесс – алушы ЭЦҚ қояды, содан кейін | портал сұрау салуды жолдайды"
		return main, nil
	}
	// The first clause behind a condition is the one that was read.
	const second = 2
	return main, t.doersFrom(ws, clauses, named, second)
}

// FurtherDoers reads who acts in a sentence behind the one that says who does: "исполнитель
// готовит справку. | Руководитель подписывает ее".
func (t *Text) FurtherDoers(ws []Word, clauses []Clause) []*Actor {
	return t.doersFrom(ws, clauses, 0, 0)
}

// doersFrom reads who acts in further clauses of a sentence, of which the first named words name
// what is done: behind commas, and behind conditions from clause first on.
func (t *Text) doersFrom(ws []Word, clauses []Clause, named, first int) []*Actor {
	var others []*Actor
	act, doer, joined := t.Finite, t.clauseSubject, t.joinedDoer
	if !t.HasFinite(ws) {
		act, doer, joined = t.namesAct, t.namedDoer, t.namedDoer // "оформление исполнителем и | подписание руководителем"
	}
	acted := false // the clause before the comma has its verb
	for i := 1; i < len(ws); i++ {
		acted = acted || act(ws[i-1]) || i == named
		if acted && !t.Tab.HeadFinal && t.Tab.And.Stem(t.Str(ws[i])) && i+2 < len(ws) && t.Finite(ws[i+1]) {
			others = append(others, t.clauseSubject(ws[i+1:])) // "согласовывается юристом | и подписывается руководителем"
		} else if acted && i+1 < len(ws) && t.Tab.And.Stem(t.Str(ws[i])) {
			others = append(others, joined(ws[i+1:]))
		}
		if !acted || strings.Trim(t.Low[ws[i-1].End:ws[i].Start], " )") != "," || slices.ContainsFunc(clauses, func(c Clause) bool { return c.Conditional && c.From == i }) {
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
		acted = b == nil && t.MatchAny(ws, i, &t.Tab.TermOf) > 0 // "отписывает документы, срок – 2 часа, | исполнитель …"
		others = append(others, b)
	}
	for k := range clauses {
		// "исполнитель проверяет документы, в случае неполноты | руководитель подписывает отказ"
		if c := clauses[k]; k >= first && !c.Conditional && (k == 0 || clauses[k-1].Conditional) {
			b := t.clauseSubject(ws[c.From:c.To])
			if b != nil && !t.Tab.HeadFinal && t.Passive(ws[c.From:c.To]) && slices.ContainsFunc(t.Words(b.Span), t.Nominative) {
				b = nil // "заявитель, не сдавший экзамен, | допускается к повторной сдаче"
			}
			others = append(others, b)
		}
	}
	others = slices.DeleteFunc(others, func(b *Actor) bool { return b == nil })
	slices.SortStableFunc(others, func(a, b *Actor) int { return a.Span[0] - b.Span[0] })
	return others
}

// joinedDoer reads who acts in a further clause that "and" joins, which begins with him and has a
// verb: "жобаны дайындайды және | басшылық қол қояды", "готовит справку и | руководитель подписывает
// ее", but not "тіркейді және | басшыға береді"; nil for none.
func (t *Text) joinedDoer(ws []Word) *Actor {
	if len(ws) < 2 {
		return nil
	}
	a := t.clauseSubject(ws)
	if a == nil || a.Span[0] != ws[0].Start {
		return nil
	}
	behind := slices.IndexFunc(ws, func(w Word) bool { return w.Start >= a.Span[1] })
	if behind < 0 || t.did(ws, behind-1) > 0 { // "және басшы қол қойған хатты | жібереді"
		return nil
	}
	for i := behind; i < len(ws); i++ {
		if t.Finite(ws[i]) {
			return a
		}
		if strings.Contains(t.Low[ws[i-1].End:ws[i].Start], ",") || t.Tab.And.Stem(t.Str(ws[i])) {
			return nil
		}
	}
	return nil
}

// behindWhich returns how many words at i only join what comes next to what is told before:
// "содан кейін", "на основании которого", "по итогам", "а"; 0 for none.
func (t *Text) behindWhich(ws []Word, i int) int {
	const most = 3
	for k := i + 1; k < min(len(ws)-1, i+most); k++ {
		if t.Tab.Prepositions.Stem(t.Str(ws[i])) && t.Tab.Relative.Stem(t.Str(ws[k])) && !t.Apart(ws[k-1], ws[k]) {
			return k + 1 - i
		}
	}
	if t.Tab.Subject.Stem(t.Str(ws[i])) && i+2 < len(ws) && t.Tab.NotSubject.Stem(t.Str(ws[i+1])) {
		n := 2 // "по результатам", "по итогам рассмотрения"
		for i+n+1 < len(ws) && lang.EndsIn(t.Str(ws[i+n]), t.Tab.Objects) {
			n++
		}
		return n
	}
	if t.Tab.But.Stem(t.Str(ws[i])) {
		return 1
	}
	return t.MatchAny(ws, i, &t.Tab.Then)
}

// clauseSubject reads who acts in a further clause of a sentence, which begins with him or, in
// Russian, with the verb: "визируется юристом, | подписывается руководителем".
func (t *Text) clauseSubject(ws []Word) *Actor {
	if t.Tab.HeadFinal || len(ws) < 2 || !t.Finite(ws[0]) {
		a := t.NounPhraseAt(ws)
		if a != nil && t.Tab.HeadFinal && !t.Passive(ws) && t.nounPhrase(ws, false, lang.Nominative) == nil {
			return nil // "тексереді, | ата-анамен шарт жасасады"
		}
		return a
	}
	var a *Actor
	if lang.EndsIn(t.Str(ws[0]), t.Tab.PassiveVerbs) {
		a = t.Doer(ws[1:])
	} else {
		a = t.behindVerb(ws, 1)
	}
	if a == nil || a.Span[0] != ws[1].Start {
		return nil
	}
	return a
}

// namesAct reports whether a word is a noun of what is done.
func (t *Text) namesAct(w Word) bool {
	if t.Tab.HeadFinal {
		return lang.EndsIn(t.Str(w), t.Tab.OwnedNouns)
	}
	return lang.EndsIn(t.Str(w), t.Tab.NounEndings)
}

// namedDoer reads whose act a further clause of a sentence without a verb names: "басшының қол
// қоюы, | маманның оны беруі", but not "алушының өтінішін тіркеуі"; "подписание справки
// руководителем, | выдача специалистом".
func (t *Text) namedDoer(ws []Word) *Actor {
	if !t.Tab.HeadFinal {
		if !t.beginsWithAct(ws) {
			return nil
		}
		return t.Doer(t.unbroken(ws))
	}
	a := t.Subject(ws, true)
	if a == nil || a.Span[0] != ws[0].Start {
		return nil
	}
	for _, w := range ws {
		if w.Start >= a.Span[1] {
			if lang.EndsIn(t.Str(w), t.Tab.Owned) {
				return nil
			}
			break
		}
	}
	return a
}

// unbroken returns the words up to the next mark.
func (t *Text) unbroken(ws []Word) []Word {
	for n := 1; n < len(ws); n++ {
		if t.Apart(ws[n-1], ws[n]) {
			return ws[:n]
		}
	}
	return ws
}

// Passive reports whether the first verb of a clause tells what is done to its subject:
// "маманмен | тіркеледі".
func (t *Text) Passive(ws []Word) bool {
	i := slices.IndexFunc(ws, t.Finite)
	return i >= 0 && lang.EndsIn(t.Str(ws[i]), t.Tab.PassiveVerbs)
}

// passiveDoer reads by whom something is done in the words up to the next mark: "договор
// регистрируется | сотрудником канцелярии |, копия …".
func (t *Text) passiveDoer(ws []Word) *Actor {
	if t.Tab.HeadFinal {
		return nil
	}
	ws = t.unbroken(ws)
	if !slices.ContainsFunc(ws, func(w Word) bool { return t.Finite(w) && lang.EndsIn(t.Str(w), t.Tab.PassiveVerbs) }) {
		return nil
	}
	return t.Doer(ws)
}

// laterSubject reads who acts after a clause in which nobody does: "өтініш кеңсеге келіп
// түседі, | кеңсе қызметкері оны тіркейді".
func (t *Text) laterSubject(ws []Word) *Actor {
	acted := false
	for i := 1; i < len(ws); i++ {
		acted = acted || t.Finite(ws[i-1])
		if acted && strings.TrimSpace(t.Low[ws[i-1].End:ws[i].Start]) == "," {
			if a := t.NounPhraseAt(ws[i:]); a != nil && (!a.Other || t.DeskWorker(t.Words(a.Span))) {
				return a
			}
		}
	}
	return nil
}

// DeskWorker reports whether a phrase names somebody who works where papers are handed in,
// without the name of the body: "работник", "накопительный сектор".
func (t *Text) DeskWorker(ws []Word) bool {
	return len(ws) == 1 && t.Tab.Desks.Stem(t.Str(ws[0])) ||
		t.Has(ws, &t.Tab.DeskUnits)
}

// NounPhraseAt reads a subject that begins with the first word.
func (t *Text) NounPhraseAt(ws []Word) *Actor {
	a := t.Subject(ws, false)
	if a == nil || a.Span[0] != ws[0].Start {
		return nil
	}
	return a
}

// Called reads whose procedures a step calls: "… көрсетілетін қызметті берушінің рәсімдері".
func (t *Text) Called(ws []Word) *Actor {
	for i := range ws {
		if t.IsHead(ws[i], lang.Genitive) && (!t.Tab.HeadFinal || i+1 < len(ws)) {
			return t.phrase(ws, t.phraseStart(ws, 0, i), i)
		}
	}
	return nil
}
