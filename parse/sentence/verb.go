package sentence

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// Actions reads the codes of what is done, in order. Only verbs that carry the sentence
// count: "бас тарту туралы хабарламаны тіркейді" registers, it does not refuse. What
// stands in brackets explains ("(қол қою)"), except how somebody is authenticated.
func (t *Text) Actions(s *model.Step, ws []Word, nominal bool) {
	noun := nominal || !t.hasMainVerb(ws)
	named := t.namedFirst(ws)
	var terms []model.Duration // those ahead
	if t.Tab.HeadFinal {
		terms = s.Durations
	}
	depth := 0
	at, end := max(0, ws[0].Start-1), min(len(t.Low), ws[len(ws)-1].End+1)
	for i := 0; i < len(ws); {
		for ; at < ws[i].Start; at++ {
			switch {
			case t.Low[at] == '(' && Closing(t.Low[at:end], 0) > 0: // not one that nothing closes
				depth++
			case t.Low[at] == ')' && depth > 0:
				depth--
			}
		}
		n := 1
		// "осмотр, по итогам | которого составляет акт" goes on with what is done.
		if t.Tab.Relative.Stem(t.Str(ws[i])) && !(i > 1 && !t.Apart(ws[i-1], ws[i]) && t.Tab.Prepositions.Stem(t.Str(ws[i-2]))) {
			for i+n < len(ws) && !t.Apart(ws[i+n-1], ws[i+n]) {
				n++ // "свидетельства ЭЦП, которое хранится в браузере" stores nothing
			}
			if len(t.Durations(ws[i:i+n])) == 0 && !t.Has(ws[i:i+n], &t.Tab.OnTheDay) && t.relativeDoer(ws, i) == nil { // but "справку, которая в тот же день подписывается"
				i += n
				continue
			}
			n = 1
		}
		a, from, m := t.ActionAt(ws, i, noun || i < named)
		for len(terms) > 0 && i+1 < len(ws) && terms[0].Span[0] <= ws[i+1].Start {
			if m == 0 && terms[0].Span[0] == ws[i+1].Start {
				a, from, m = t.actionAround(terms[0].Span, ws, i, noun)
			}
			terms = terms[1:]
		}
		if m > 0 && a == "" {
			n = m
		} else if m > 0 && (depth == 0 || a == model.ActionAuthenticate) {
			// An applicant hands in; only officials issue, and ask others for data.
			// He does what is told up to the first verb, others may what is behind it.
			applies := len(s.Roles) > 0 && s.Roles[0] == model.RoleApplicant && (len(s.Roles) == 1 || i < named || named == 0 && !t.HasFinite(ws[:i]))
			if a == model.ActionIssue && (applies || t.toAnother(ws[:i])) || a == model.ActionRequestData && applies {
				a = model.ActionForward
			}
			if a == model.ActionRegister && applies && t.Tab.Enrols.Stem(t.Str(ws[i])) {
				if a = model.ActionAuthenticate; slices.Contains(s.Actions, a) {
					i += m
					continue // "порталға паролін енгізіп | тіркеледі"
				}
			}
			if a == model.ActionRegister && applies && t.Tab.Attached.Stem(t.Str(ws[i])) {
				a = model.ActionAttach
			}
			n = m
			if k := len(s.Actions); depth == 0 && (k == 0 || s.Actions[k-1] != a) || depth > 0 && !slices.Contains(s.Actions, a) {
				s.Spans.SetItem("actions", k, model.Span{ws[from].Start, ws[i+m-1].End})
				s.Actions = append(s.Actions, a)
			}
		}
		i += n
	}
}

// namedFirst returns how many words name what is done, before those that tell with a verb what
// comes next or what under a condition: "оплата сбора, | после чего портал …", "проверка факта
// оплаты, | при отсутствии которой портал …", "алымды төлеу, | содан кейін …"; 0 for none.
func (t *Text) namedFirst(ws []Word) int {
	if !t.Tab.HeadFinal && !lang.EndsIn(t.Str(ws[0]), t.Tab.NounEndings) {
		return 0
	}
	relative := false
	for k := 1; k < len(ws) && (relative || !t.Finite(ws[k-1])); k++ {
		if !strings.Contains(t.Low[ws[k-1].End:ws[k].Start], ",") {
			continue
		}
		relative = t.Tab.Relative.Stem(t.Str(ws[k]))
		if t.MatchAny(ws, k, &t.Tab.Then) > 0 && (!t.Tab.HeadFinal || lang.EndsIn(t.Str(ws[k-1]), t.Tab.NounEndings)) || !t.Tab.HeadFinal && t.MatchAny(ws, k, &t.Tab.ConditionMarkers) > 0 {
			return k
		}
	}
	return 0
}

// ActionAt returns what is done by the words from i on, the first word that tells it, and
// how many words from i on do; 0 for none.
func (t *Text) ActionAt(ws []Word, i int, noun bool) (a model.Action, from, n int) {
	for _, v := range t.Tab.Verbs(t.Str(ws[i])) {
		if m := t.Match(ws, i, v.Phrase); m > 0 && t.carries(ws, t.verbOf(ws, i, m), noun) {
			if t.Amounts(ws, i) {
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

// actionAround is ActionAt for words that a term behind i parts: "қарауына | 3 (үш) жұмыс күні
// ішінде | енгізеді".
func (t *Text) actionAround(term model.Span, ws []Word, i int, noun bool) (a model.Action, from, n int) {
	k := i + 1
	for k < len(ws) && ws[k].Start < term[1] {
		k++
	}
	for _, v := range t.Tab.Verbs(t.Str(ws[i])) {
		first, rest, parted := strings.Cut(v.Phrase, " ")
		if !parted || !lang.IsStem(t.Str(ws[i]), first) {
			continue
		}
		if m := t.Match(ws, k, rest); m > 0 && t.carries(ws, t.verbOf(ws, k, m), noun) {
			return v.Action, i, k + m - i
		}
	}
	return "", i, 0
}

// appointed returns the noun that names whom the verb at i appoints, -1 where it does not
// appoint: "дәрігерді | 1 сағат ішінде тағайындайды", but not "мөлшерін анықтайды" nor "алушыны
// тіркеп, | күнін белгілейді". Nobody assigns work to who applies: "балаға қамқоршыны тағайындайды".
func (t *Text) appointed(ws []Word, i int) int {
	const near = 6 // words of a term
	if !t.Tab.Appoints.Stem(t.Str(ws[i])) {
		return -1
	}
	for k := i - 1; k >= max(0, i-near) && !t.Finite(ws[k]); k-- {
		if lang.EndsIn(t.Str(ws[k]), t.Tab.Converbs) && t.Apart(ws[k], ws[k+1]) {
			break
		}
		if t.IsHead(ws[k], lang.Accusative) && t.Role(ws[k:k+1]) != model.RoleApplicant {
			return k
		}
	}
	return -1
}

// verbOf returns which of the m words of a phrase is its verb: the last in Kazakh ("қол
// қояды"), in Russian the first ("определяет ответственного"), or the last where only that is
// one ("решение принимается").
func (t *Text) verbOf(ws []Word, i, m int) int {
	last := i + m - 1
	if t.Tab.HeadFinal || !t.Finite(ws[i]) && t.Finite(ws[last]) {
		return last
	}
	return i
}

// toAnother reports whether something is given to somebody else than the applicant:
// "құжаттарды Мемлекеттік корпорация қызметкеріне береді" hands over, it does not issue.
func (t *Text) toAnother(ws []Word) bool {
	another, from := false, 0
	for i := len(ws) - 1; i >= 0; i-- {
		// "алушыға қолхат береді және | құжаттарды бөлім қызметкеріне береді", "жүйеге енгізіп, | қолхат береді"
		if t.Finite(ws[i]) || i+1 < len(ws) && lang.EndsIn(t.Str(ws[i]), t.Tab.Converbs) && t.Apart(ws[i], ws[i+1]) {
			from = i + 1
			break
		}
	}
	for i := from; i < len(ws); i++ {
		if t.Tab.Him.Stem(t.Str(ws[i])) && t.toNamed(ws[:i]) {
			another = true
		}
		if !t.anyHead(ws[i]) {
			continue
		}
		for _, e := range t.Tab.Recipients {
			if strings.HasSuffix(t.Str(ws[i]), e) {
				role := t.Role(ws[i : i+1])
				if role == model.RoleApplicant || t.Role(ws[max(from, i-1):i+1]) == model.RoleApplicant { // "маман алушыға", "өтініш берушіге"
					return false
				}
				if role == model.RoleOther && t.Role(ws[max(from, i-2):i+1]) == model.RoleApplicant { // "сенімхат бойынша өкіліне"
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
func (t *Text) toNamed(ws []Word) bool {
	for i := len(ws) - 1; i >= 0; i-- {
		if t.anyHead(ws[i]) && !t.IsHead(ws[i], lang.Nominative) {
			return t.Role(ws[i:i+1]) != model.RoleApplicant
		}
	}
	return false
}

// carries reports whether the word that ends at i is a verb of the sentence: finite, a
// converb before one, a verbal noun before "жүзеге асырады", or, in a nominalised
// sentence, the verbal noun it ends in.
func (t *Text) carries(ws []Word, i int, noun bool) bool {
	if t.Finite(ws[i]) {
		return !t.negative(ws, i)
	}
	if t.Tab.HeadFinal {
		return t.carriesHeadFinal(ws, i, noun)
	}
	return t.carriesHeadFirst(ws, i, noun)
}

// carriesHeadFinal is carries for Kazakh words that are not finite.
func (t *Text) carriesHeadFinal(ws []Word, i int, noun bool) bool {
	w := t.Str(ws[i])
	if lang.EndsIn(w, t.Tab.Converbs) {
		// "қабылдап алып тіркейді" acts, "қайтарып алынған куәліктер" does not; behind a
		// comma the verb may be far: "тіркеп, 15 (он бес) минут ішінде басшыға береді".
		if i+1 < len(ws) && t.Apart(ws[i], ws[i+1]) {
			return t.HasFinite(ws[i+1:]) || noun && t.ownAct(ws[i+1:]) > 0 // "тіркеп, корпорацияға жөнелтуі"
		}
		// "қабылдап алуды жүзеге асырады", "тексеріп қабылдауы", "қабылдап алып, … ұсынады"
		next := ws[i+1 : min(len(ws), i+4)]
		return t.HasFinite(next) || noun && t.ownAct(next) > 0 || i+1 < len(ws) && (t.actedUpon(t.Str(ws[i+1])) || lang.EndsIn(t.Str(ws[i+1]), t.Tab.Converbs)) && t.carriesHeadFinal(ws, i+1, noun)
	}
	if lang.EndsIn(w, t.Tab.BareNouns) && t.isDoneBy(ws[i+1:]) {
		return true
	}
	if object := lang.EndsIn(w, t.Tab.NounObjects); object || lang.EndsIn(w, t.Tab.BareNouns) {
		reach := 6
		if i+1 < len(ws) && (t.Tab.Or.Stem(t.Str(ws[i+1])) || object && strings.TrimSpace(t.Low[ws[i].End:ws[i+1].Start]) == ",") {
			reach = 12 // "қабылдауды, тіркеуді және …", "тіркеуді және оларды берушінің басшысына беруді жүзеге асырады"
		}
		if object { // "тіркеуді жеке сәйкестендіру нөмірінің (бұдан әрі – ЖСН), … көмегімен жүзеге асырады"
			reach = max(reach, slices.IndexFunc(ws[i:], t.Finite))
		}
		for k := i + 1; k < len(ws) && k <= i+reach; k++ {
			if t.MatchAny(ws, k, &t.Tab.Carry) > 0 { // but not "тіркеу жүргізілмейді"
				return !t.negative(ws, k) && (object || k == i+1 || t.enumerated(ws[i+1:k]))
			}
		}
	}
	switch {
	case t.Tab.Signs.Stem(w):
		return true
	case !noun || !lang.EndsIn(w, t.Tab.NounEndings):
		return false
	case t.next(ws, i) < len(ws) && t.Tab.Purpose.Stem(t.Str(ws[t.next(ws, i)])):
		return false // "берушінің өңдеуі үшін", "сұрау салуды куәландыру (қол қою) үшін"
	case lang.EndsIn(w, t.Tab.OwnedNouns) || i+1 == len(ws) || t.Apart(ws[i], ws[i+1]) || strings.Contains(t.Low[ws[i].End:ws[i+1].Start], "."):
		return true
	}
	// The verbal noun ends its clause: an "and", a term or "процесі" follows.
	next := t.Str(ws[i+1])
	_, digits := t.number(ws, i+1)
	return t.Tab.NounsOf.Stem(next) || t.Tab.Or.Stem(next) || digits > 0
}

// actedUpon reports whether a word is a verbal noun that is an object: "тіркеуді".
func (t *Text) actedUpon(w string) bool {
	for _, e := range t.Tab.NounObjects {
		if verbal, ok := strings.CutSuffix(w, e); ok && lang.EndsIn(verbal, t.Tab.BareNouns) {
			return true
		}
	}
	return false
}

// isDoneBy reports whether the words behind a verbal noun tell by whom it is carried out:
// "құжаттарды қабылдау | маманмен кезек тәртібімен жүзеге асырылады".
func (t *Text) isDoneBy(ws []Word) bool {
	by := false
	for i, w := range ws {
		by = by || t.IsHead(w, lang.Instrumental)
		if t.Finite(w) {
			return by && i > 0 && lang.EndsIn(t.Str(w), t.Tab.PassiveVerbs) && t.MatchAny(ws, i-1, &t.Tab.Carry) > 0
		}
	}
	return false
}

// carriesHeadFirst is carries for Russian words that are not finite.
func (t *Text) carriesHeadFirst(ws []Word, i int, noun bool) bool {
	w := t.Str(ws[i])
	if t.behindPreposition(ws, i) {
		return false // "передача документов | на рассмотрение" reviews nothing
	}
	// "осуществляет прием и регистрацию документов"
	reach := 4
	if t.goesOnList(ws, i) {
		reach = 12 // "осуществляет прием заявления услугополучателя, | его регистрацию | и передачу руководителю"
	}
	for k := max(0, i-reach); k < i; k++ {
		if t.MatchAny(ws, k, &t.Tab.Carry) > 0 && !t.Agrees(ws[k]) && !t.HasFinite(ws[k+1:i]) {
			// "специалист, осуществляющий прием документов" tells who he is; "осуществляет подготовку направления" forwards nothing, "поиск запрашиваемых
			// документов" asks for none.
			return !lang.EndsIn(w, t.Tab.Objects) && !t.participle(w) && !t.negative(ws, k)
		}
	}
	// "проведение комиссией обследования"
	const far = 8 // behind the phrase of who carries it out: "социальным работником центра социального обслуживания"
	for k := max(0, i-far); noun && k < i; k++ {
		if t.MatchAny(ws, k, &t.Tab.Carrying) > 0 && lang.EndsIn(w, t.Tab.Objects) && (i-k <= reach || !strings.ContainsAny(t.Low[ws[k].End:ws[i].Start], PhraseEnds)) {
			return true
		}
	}
	// "выдача результата услугополучателю осуществляется работником", "регистрацию производит канцелярия"
	object := false
	for k := t.next(ws, i); k < len(ws) && k <= i+2*reach && !strings.ContainsAny(t.Low[ws[k-1].End:ws[k].Start], ";:"+Dashes); k = t.next(ws, k) {
		if strings.Contains(t.Low[ws[k-1].End:ws[k].Start], ",") && !lang.EndsIn(t.Str(ws[k]), t.Tab.NounEndings) {
			break // but "прием, | регистрация и передача документов осуществляются работником"
		}
		if t.Finite(ws[k]) {
			if t.MatchAny(ws, k, &t.Tab.Carry) > 0 && !t.negative(ws, k) {
				noun, object = true, !lang.EndsIn(t.Str(ws[k]), t.Tab.PassiveVerbs)
			}
			break
		}
	}
	return object && lang.EndsIn(w, t.Tab.NounObjects) || noun && (lang.EndsIn(w, t.Tab.NounEndings) || t.Tab.Signs.Stem(w))
}

// behindPreposition reports whether a preposition governs the Russian noun at i, adjectives
// between them aside: "на дальнейшее | рассмотрение".
func (t *Text) behindPreposition(ws []Word, i int) bool {
	for i > 0 && !t.Apart(ws[i-1], ws[i]) {
		if i--; !t.Agrees(ws[i]) {
			return t.Tab.Prepositions.Stem(t.Str(ws[i]))
		}
	}
	return false
}

// goesOnList reports whether the Russian noun at i goes on a list: "прием, | их регистрация | и
// передача".
func (t *Text) goesOnList(ws []Word, i int) bool {
	if i > 0 && t.Tab.Theirs.Stem(t.Str(ws[i-1])) {
		i--
	}
	if i > 1 && t.MatchAny(ws, i-2, &t.Tab.IfNeeded) == 2 {
		i -= 2 // "и при необходимости | прикрепление документов"
	}
	return i > 0 && (t.Tab.Or.Stem(t.Str(ws[i-1])) || t.Apart(ws[i-1], ws[i]))
}

// Amounts reports whether the word at i says no more than how long something is: "срок
// | составляет 15 дней".
func (t *Text) Amounts(ws []Word, i int) bool {
	if !t.Tab.Amounts.Stem(t.Str(ws[i])) {
		return false
	}
	if t.Tab.HeadFinal { // "он жұмыс күнін | құрайды"
		ds := t.Durations(ws[:i+1])
		return i > 0 && len(ds) > 0 && ds[len(ds)-1].Span[1] >= ws[i-1].End
	}
	ds := t.Durations(ws[i+1:])
	return len(ds) > 0 && ds[0].Span[0] == ws[i+1].Start
}

// negative reports whether the verb at i says that something is not done: "не | принимает".
func (t *Text) negative(ws []Word, i int) bool {
	return lang.EndsIn(t.Str(ws[i]), t.Tab.Negatives) || i > 0 && t.Tab.Not.Stem(t.Str(ws[i-1]))
}

// enumerated reports whether words are nothing but verbal nouns and what joins them:
// "тіркеу, қарау және беруді".
func (t *Text) enumerated(ws []Word) bool {
	for _, w := range ws {
		s := t.Str(w)
		if !lang.EndsIn(s, t.Tab.NounObjects) && !lang.EndsIn(s, t.Tab.BareNouns) && !t.Tab.Or.Stem(s) && !t.Tab.With.Stem(s) {
			return false
		}
	}
	return true
}
