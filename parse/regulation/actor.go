package regulation

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

// Cases in which an actor is named.
const (
	Nominative   = lang.Nominative
	Genitive     = lang.Genitive
	Instrumental = lang.Instrumental
)

// actor is who acts in a sentence: the phrase as written and its roles.
type actor struct {
	span  model.Span
	roles []model.Role
	other bool // a phrase that could not be classified
}

// isHead reports whether a word is a noun that names who acts, in the case. A hyphen
// parts an abbreviation from its ending: "ЭҮП-тің".
func (t *text) isHead(w word, c lang.Case) bool { return t.isHeadWord(t.str(w), c) }

func (t *text) isHeadWord(s string, c lang.Case) bool {
	for _, n := range t.tab.Nouns(s) {
		if rest, ok := strings.CutPrefix(s, n.Stem); ok && slices.Contains(n.Cases[c], strings.TrimPrefix(rest, "-")) {
			return true
		}
	}
	if tail := compound(s); tail != "" {
		// Both nouns of a Russian one change, one of them is known: "врачом-терапевтом".
		return t.isHeadWord(tail, c) || !t.tab.HeadFinal && t.isHeadWord(s[:len(s)-len(tail)-1], c)
	}
	if _, ending, ok := t.short(s); ok {
		// Russian abbreviations do not change: "работник ГК".
		return ending == "" && (c == Nominative || !t.tab.HeadFinal) || t.tab.HeadFinal && ending != "" && slices.Contains(t.tab.Declensions[0].Cases[c], ending)
	}
	return c == Nominative && t.agent(s)
}

// compound returns the second noun of a word made of two: "инженер-|инспектор", "" for
// another word.
func compound(s string) string {
	const shortest = 8 // bytes of the first: "веб-портал" is no portal of the web's
	k := strings.LastIndexByte(s, '-')
	if k < shortest {
		return ""
	}
	return s[k+1:]
}

// agent reports whether a word names who acts by what he does, though no table knows it:
// "жүргізуші", "регистратор".
func (t *text) agent(s string) bool {
	return endsIn(s, t.tab.AgentEndings) && !endsIn(s, t.tab.NotAgents)
}

// anyHead reports whether a word is such a noun in any form.
func (t *text) anyHead(w word) bool {
	s := t.str(w)
	for _, n := range t.tab.Nouns(s) {
		if n.Is(s) {
			return true
		}
	}
	_, _, short := t.short(s)
	return short || t.agent(s)
}

// finite reports whether a word is a finite verb.
func (t *text) finite(w word) bool {
	s := t.str(w)
	for _, e := range t.tab.FiniteLike(s) {
		if strings.HasSuffix(s, e) && len(s) > len(e)+2 {
			return !slices.Contains(t.tab.NotFinite, s)
		}
	}
	return false
}

// marks between two neighbouring words of a phrase that end it.
const phraseEnds = ",;:()" + dashes

// apart reports whether a mark stands between two neighbouring words.
func (t *text) apart(a, b word) bool {
	return strings.ContainsAny(t.low[a.end:b.start], phraseEnds)
}

// parted reports whether a mark parts two neighbouring words of a phrase; one between
// places does not: "қаланың, кенттің, ауылдың, ауылдық округтің әкімі", "аким района
// (города)".
func (t *text) parted(a, b word) bool {
	switch first, next := lang.HasStem(t.str(a), t.tab.Listed), lang.HasStem(t.str(b), t.tab.Listed); strings.TrimSpace(t.low[a.end:b.start]) {
	case ",", "(":
		return !first || !next
	case ")":
		return !first
	}
	return t.apart(a, b)
}

// apposition returns the last word of what dashes, or one and the verb, set beside the
// phrase of a subject that ends at i: "ответственное лицо | – делопроизводитель – | принимает".
func (t *text) apposition(ws []word, i int) int {
	const most = 6
	between := func(k int) bool {
		return k+1 < len(ws) && strings.Trim(t.low[ws[k].end:ws[k+1].start], " "+dashes) == "" && t.apart(ws[k], ws[k+1])
	}
	if !between(i) {
		return i
	}
	noun := false
	for k := i + 1; k < len(ws) && k <= i+most && !t.finite(ws[k]); k++ {
		noun = noun && !t.tab.HeadFinal || t.isHead(ws[k], Nominative) // of a Kazakh phrase the last
		switch {
		case noun && (between(k) || k+1 == len(ws) || t.finite(ws[k+1])):
			return k
		case k+1 < len(ws) && t.parted(ws[k], ws[k+1]):
			return i
		}
	}
	return i
}

// deputy returns the last word of what describes who stands in for somebody, in the
// words from i on: "лицо | , его замещающее"; i-1 where nothing does.
func (t *text) deputy(ws []word, i int) int {
	if i >= len(ws) || strings.Trim(t.low[ws[i-1].end:ws[i].start], " ,") != "" {
		return i - 1
	}
	k := i
	for k < len(ws) && lang.HasStem(t.str(ws[k]), t.tab.Deputy) && (k == i || !t.apart(ws[k-1], ws[k])) {
		k++
	}
	if k == i+1 {
		return i - 1 // "руководитель | ее подписывает"
	}
	return k - 1
}

// subject reads who acts in the words of a clause, nil where the clause does not say.
// nominal sentences ("… операторының … енгізуі", "порталда … тексеріледі") name it in
// other cases than the nominative.
func (t *text) subject(ws []word, nominal bool) *actor {
	if len(ws) == 0 {
		return nil
	}
	if t.tab.HeadFinal {
		return t.subjectHeadFinal(ws, nominal)
	}
	return t.subjectHeadFirst(ws, nominal)
}

// subjectHeadFinal reads the Kazakh subject. The noun that names it is the last word of
// its phrase: "шетелдік жұмыс күшін тартуға рұқсат беру жөніндегі комиссия".
func (t *text) subjectHeadFinal(ws []word, nominal bool) *actor {
	if !nominal {
		if a := t.nounPhrase(ws, false, Nominative); a != nil {
			return a
		}
		return t.nounPhrase(ws, false, Instrumental)
	}
	// A nominalised sentence begins with who acts, in whatever case:
	// "берушінің … тексеруі", "алушымен … алу", "алушы … таңдау".
	// A finite verb has no subject in the genitive: "корпорацияның ЭЦҚ-мен
	// куәландырылған … енгізеді" says whose signature it is.
	cases := []lang.Case{Nominative, Instrumental}
	if !t.finite(ws[len(ws)-1]) {
		cases = append(cases, Genitive)
	}
	if a := t.nounPhrase(ws, true, cases...); a != nil {
		return a
	}
	return t.system(ws)
}

// maxSubject is how many words may stand before the noun that names who acts.
const maxSubject = 14

// nounPhrase finds the first noun in one of the cases that can be the subject, and the
// words before it that belong to it. In a nominalised sentence only adverbs and a purpose
// ("қызмет көрсету үшін …", "порталда …") may come before it.
func (t *text) nounPhrase(ws []word, nominal bool, cases ...lang.Case) *actor {
	start := 0 // a purpose or a reason before the subject moves it
	for i := 0; i < len(ws) && i-start <= maxSubject; i++ {
		if lang.HasStem(t.str(ws[i]), t.tab.Purpose) || t.tab.Because.Stem(t.str(ws[i])) {
			start = i + 1
			continue
		}
		c, ok := t.caseOf(ws[i], cases)
		if !ok {
			if t.finite(ws[i]) {
				return nil
			}
			continue
		}
		last := i+1 == len(ws) || t.apart(ws[i], ws[i+1])
		// The phrase goes on: "Мемлекеттік корпорация | қызметкері", "берушінің | кеңсе
		// қызметкері", "әкімі | аппаратының".
		if !last && (lang.HasStem(t.str(ws[i+1]), t.tab.Linkers) || t.possessed(ws[i+1]) || (c == Genitive || t.agent(t.str(ws[i+1]))) && t.headAhead(ws, i+1)) {
			continue // or "ХҚКО | жинақтаушы секторының қызметкері"
		}
		if place := t.placeOf(ws, i); nominal && c == Genitive && place > 0 {
			start = place + 1 // "алушының жеке кабинетіне | берушінің … жолдауы"
			continue
		}
		if nominal && c == Nominative && !last && t.possessor(ws[i+1]) {
			continue // "алушы мәліметтерінің дұрыстығын тексеру"
		}
		if nominal && !last && t.abbreviation(ws[i+1]) && lang.HasStem(t.str(ws[i+1]), t.tab.SystemWords) {
			continue // "ХҚКО АЖ-да … тексеру"
		}
		if n := t.next(ws, i); n < len(ws) && (lang.HasStem(t.str(ws[n]), t.tab.Postposition) || nominal && t.participle(t.str(ws[n])) && !(c == Genitive && t.doesItself(ws[n:]))) {
			continue // "алушы туралы деректер", "алушы ұсынған құжаттар"
		}
		if k := t.afterwards(ws, i); k > 0 {
			if a := t.nounPhrase(ws[k+1:], nominal, cases...); a != nil {
				return a // "басшы қол қойғаннан кейін | орындаушы тіркейді"
			}
		}
		to := i
		// "басшысы немесе ауылдық округ әкімі": the alternatives belong to the phrase.
		for to+1 < len(ws) && !t.apart(ws[to], ws[to+1]) && t.matchAny(ws, to+1, &t.tab.Or) > 0 {
			next := t.alternative(ws, to+1, c)
			if next == 0 {
				break
			}
			to = next
		}
		if (nominal || c != Nominative) && (t.because(ws, i) || t.about(ws, i) && !(c == Genitive && t.ownAct(ws[i+1:]))) {
			continue
		}
		from := t.phraseStart(ws, start, i)
		if first := t.unparted(ws, start, from); !nominal && c == Nominative && from > first && t.attributes(ws[first:from+1]) {
			from = first // "аудандық білім | бөлімінің әдіскері"
		}
		if nominal && c != Instrumental && from > start && !t.adverbs(ws[start:from]) && !endsIn(t.str(ws[from-1]), t.tab.Accusatives) {
			return nil // "… пароль арқылы тіркелген көрсетілетін қызметті алушының мәліметтері"
		}
		if c == Instrumental && nominal && t.aims(ws[i+1:]) {
			return nil // "берушімен сұранысты өңдеу үшін … жолдау" does not say who sends
		}
		return t.phrase(ws, from, t.apposition(ws, to))
	}
	return nil
}

// afterwards returns the word that ends a clause which tells what the noun at i did before:
// "басшы | қол қойғаннан кейін"; 0 for none.
func (t *text) afterwards(ws []word, i int) int {
	const reach = 6
	for k := i + 2; k < len(ws) && k <= i+reach && !t.apart(ws[k-1], ws[k]); k++ {
		if lang.HasStem(t.str(ws[k]), t.tab.After) && endsIn(t.str(ws[k-1]), t.tab.Done) {
			return k
		}
	}
	return 0
}

// unparted returns the first word, at or behind from, that no mark parts from the one at i:
// "анықтамаға қол қою – | мұрағат директоры".
func (t *text) unparted(ws []word, from, i int) int {
	for i > from && !t.apart(ws[i-1], ws[i]) {
		i--
	}
	return i
}

// attributes reports whether all words but the last can only qualify it: a few, no mark
// between them, none in a case that objects and adverbs have.
func (t *text) attributes(ws []word) bool {
	const most = 7
	if len(ws) > most {
		return false
	}
	for i, w := range ws[:len(ws)-1] {
		s := t.str(w)
		if i > 0 && lang.HasStem(s, t.tab.And) {
			continue // "сәулет және қала құрылысы бөлімі"
		}
		if (t.modifier(w) || t.isHead(w, Genitive)) && !t.apart(w, ws[i+1]) {
			continue // "көрсетілетін қызметті берушінің | қаржы бөлімі"
		}
		if t.apart(w, ws[i+1]) || t.finite(w) || s[0] >= '0' && s[0] <= '9' || t.participle(s) {
			return false
		}
		if endsIn(s, t.tab.ObjectEndings) || t.tab.Within.Stem(s) || t.tab.Or.Stem(s) {
			return false
		}
	}
	return true
}

// next returns the index of the word after i, brackets aside: "шлюзі (бұдан әрі – ЭҮШ) арқылы".
func (t *text) next(ws []word, i int) int {
	n := i + 1
	if n < len(ws) && strings.HasPrefix(strings.TrimLeft(t.low[ws[i].end:ws[n].start], " "), "(") {
		for n < len(ws) && !strings.Contains(t.low[ws[n-1].end:ws[n].start], ")") {
			n++
		}
	}
	return n
}

// caseOf returns the case of a noun that names who acts.
func (t *text) caseOf(w word, cases []lang.Case) (lang.Case, bool) {
	for _, c := range cases {
		if t.isHead(w, c) {
			return c, true
		}
	}
	return 0, false
}

// headAhead reports whether the possessor at i-1 is followed by the noun it possesses,
// adjectives between them aside: "берушінің | жауапты орындаушысы".
func (t *text) headAhead(ws []word, i int) bool {
	for ; i < len(ws) && !t.apart(ws[i-1], ws[i]); i++ {
		if t.partOf(ws, i) {
			// "алушының | корпорация операторы арқылы нәтижені алуы"
			return i+1 == len(ws) || !lang.HasStem(t.str(ws[i+1]), t.tab.Postposition)
		}
		if !t.modifier(ws[i]) && !t.anyHead(ws[i]) {
			return false
		}
	}
	return false
}

// partOf reports whether the noun at i is possessed by the one before it and goes on its
// phrase: "корпорация қызметкері", not "орындаушы комиссия шешімінің негізінде".
func (t *text) partOf(ws []word, i int) bool {
	s := t.str(ws[i])
	for _, n := range t.tab.Nouns(s) {
		if rest, ok := strings.CutPrefix(s, n.Stem); ok && lang.HasStem(rest, t.tab.Possessed) && (t.isHead(ws[i], Nominative) || t.isHead(ws[i], Genitive) || t.isHead(ws[i], Instrumental)) {
			return true
		}
	}
	return false
}

// possessed reports whether a word is an actor's noun that the one before it possesses,
// in any case: "корпорация операторын".
func (t *text) possessed(w word) bool {
	s := t.str(w)
	for _, n := range t.tab.Nouns(s) {
		if rest, ok := strings.CutPrefix(s, n.Stem); ok && lang.HasStem(rest, t.tab.Possessed) {
			return true
		}
	}
	return false
}

// possessor reports whether a word is a noun, itself possessed, that possesses the next:
// "мәліметтерінің", "мәліметтеріндегі".
func (t *text) possessor(w word) bool {
	return endsIn(t.str(w), t.tab.Possessors)
}

// participle: "ұсынған", "көрсеткен".
func (t *text) participle(s string) bool {
	return endsIn(s, t.tab.Participles)
}

// aims reports whether the next words are a clause of purpose.
func (t *text) aims(ws []word) bool {
	const reach = 5
	return slices.ContainsFunc(ws[:min(reach, len(ws))], func(w word) bool { return lang.HasStem(t.str(w), t.tab.Purpose) })
}

// alternative returns the index of the noun that ends "немесе … әкімі" from i on, 0 for none.
func (t *text) alternative(ws []word, i int, c lang.Case) int {
	const most = 10
	for k := i + 1; k < len(ws) && k <= i+most; k++ {
		if t.finite(ws[k]) || t.parted(ws[k-1], ws[k]) && k > i+1 {
			return 0
		}
		if t.isHead(ws[k], c) {
			if k+1 < len(ws) && (t.partOf(ws, k+1) || lang.HasStem(t.str(ws[k+1]), t.tab.Linkers) || t.standsIn(ws, k)) {
				continue
			}
			return k
		}
		if !t.modifier(ws[k]) && !t.anyHead(ws[k]) && !lang.HasStem(t.str(ws[k]), t.tab.Deputy) {
			return 0
		}
	}
	return 0
}

// standsIn reports whether the word at i tells of the noun behind it whose duties it does:
// "оның міндетін атқарушы | адам".
func (t *text) standsIn(ws []word, i int) bool {
	return lang.HasStem(t.str(ws[i]), t.tab.Deputy) && !t.apart(ws[i], ws[i+1]) && t.isHead(ws[i+1], Nominative)
}

// because reports whether the noun at i only belongs to a cause, whatever the clause ends
// in: "алушының деректерінде … болуына байланысты … хабарламаны қалыптастыруы".
func (t *text) because(ws []word, i int) bool {
	return slices.ContainsFunc(ws[i+1:], func(w word) bool { return t.tab.Because.Stem(t.str(w)) })
}

// about reports whether the noun at i only qualifies the one behind it: "алушының деректері
// туралы".
func (t *text) about(ws []word, i int) bool {
	return i+2 < len(ws) && lang.HasStem(t.str(ws[i+2]), t.tab.Postposition)
}

// modifier reports whether a word can belong to the phrase of the noun behind it.
func (t *text) modifier(w word) bool {
	return lang.HasStem(t.str(w), t.tab.Modifiers) || lang.HasStem(t.str(w), t.tab.Linkers)
}

// phraseStart walks back from the noun over the words that belong to it.
func (t *text) phraseStart(ws []word, from, head int) int {
	i := head
	for i > from {
		prev := ws[i-1]
		if t.parted(prev, ws[i]) {
			break
		}
		s := t.str(prev)
		if lang.HasStem(s, t.tab.WholeClause) {
			return from
		}
		linked := t.isHead(prev, Genitive) || t.anyHead(prev) && (t.partOf(ws, i) || lang.HasStem(t.str(ws[i]), t.tab.Linkers))
		if t.modifier(prev) || t.agrees(prev) || linked || t.matchAny(ws, i-1, &t.tab.Or) > 0 && i-1 > from {
			i--
			continue
		}
		break
	}
	return i
}

// doesItself reports whether a clause behind a noun in the genitive is that noun's act, though
// it begins with a participle: "берушінің | ұсынылған құжаттардың сәйкестігін тексеруі".
func (t *text) doesItself(ws []word) bool {
	return endsIn(t.str(ws[0]), t.tab.Passives) && t.ownAct(ws)
}

// ownAct reports whether a clause behind a noun in the genitive ends in a verbal noun that
// is its act: "алушының | ЭЦҚ арқылы сұрау салуды куәландыруы".
func (t *text) ownAct(ws []word) bool {
	for i, w := range ws {
		if s := t.str(w); endsIn(s, t.tab.OwnedNouns) && (i+1 == len(ws) || t.apart(w, ws[i+1])) {
			return true
		}
	}
	return false
}

// placeOf returns the place where, or to which, another does something, if that is all that
// the noun in the genitive at i owns; else 0.
func (t *text) placeOf(ws []word, i int) int {
	const near, phrase = 3, 5 // words up to the place, and of who acts
	for k := i + 1; k < len(ws) && k <= i+near && !t.apart(ws[k-1], ws[k]); k++ {
		if endsIn(t.str(ws[k]), t.tab.Places) && slices.ContainsFunc(ws[k+1:min(len(ws), k+1+phrase)], func(w word) bool { return t.isHead(w, Genitive) }) {
			return k
		}
	}
	return 0
}

// adverbs reports whether words before a subject are no more than when and where.
func (t *text) adverbs(ws []word) bool {
	for i := 0; i < len(ws); {
		if lang.HasStem(t.str(ws[i]), t.tab.SystemWords) || t.tab.Within.Stem(t.str(ws[i])) {
			i++
			continue
		}
		if _, n := t.number(ws, i); n > 0 {
			i += n
			if i < len(ws) {
				if _, m := t.unit(ws, i); m > 0 {
					i += m
				}
			}
			continue
		}
		return false
	}
	return true
}

// phrase makes an actor of the words from..to.
func (t *text) phrase(ws []word, from, to int) *actor {
	s := model.Span{ws[from].start, ws[to].end}
	// A quotation that the phrase begins in belongs to it: `"Е-лицензиялау" МДБ АЖ`.
	if s[0] > 0 && strings.ContainsRune(`"«`, rune(t.low[s[0]-1])) && strings.Count(t.of(s), `"`)%2 == 1 {
		s[0]--
	}
	a := &actor{span: s}
	a.roles, a.other = t.roles(ws[from : to+1])
	return a
}

// system finds the information system that acts in a passive or nominal sentence.
func (t *text) system(ws []word) *actor {
	for i, w := range ws {
		if lang.HasStem(t.str(w), t.tab.Towards) || !t.tab.HeadFinal && t.matchAny(ws, i, &t.tab.Because) > 0 {
			return nil
		}
		if lang.HasStem(t.str(w), t.tab.SystemWords) && !(lang.HasStem(t.str(w), t.tab.Databases) && (t.because(ws, i) || t.about(ws, i))) {
			// A system that only lies on the way ("… арқылы") does not act.
			if i+1 < len(ws) && lang.HasStem(t.str(ws[i+1]), t.tab.Postposition) {
				continue
			}
			return &actor{roles: []model.Role{model.RolePortal}}
		}
	}
	return nil
}

// subjectHeadFirst reads the Russian subject: the noun that names it, its adjectives
// before it and its complements behind it, up to the verb.
func (t *text) subjectHeadFirst(ws []word, nominal bool) *actor {
	if nominal {
		// "ввод работником Государственной корпорации …": who acts is in the instrumental.
		if a := t.doer(ws); a != nil {
			return a
		}
		// "авторизация услугополучателя на портале"
		if n := t.matchAny(ws, 0, &t.tab.OwnActs); n > 0 && n < len(ws) && t.isHead(ws[n], Genitive) && !t.apart(ws[n-1], ws[n]) {
			return t.phrase(ws, n, n)
		}
	}
	for i := 0; i < len(ws) && i <= maxSubject; i++ {
		if t.isHead(ws[i], Nominative) && !(i > 0 && t.isHead(ws[i], Genitive) && nominal) || t.several(ws, i) {
			from := i
			for from > 0 && !t.apart(ws[from-1], ws[from]) && (t.modifier(ws[from-1]) || t.agrees(ws[from-1])) {
				from--
			}
			if from > 0 && (t.governed(ws, from) || nominal && !t.hasFinite(ws)) {
				continue // "направление документов через сектор ЦОН" does not say who sends
			}
			return t.phrase(ws, from, t.complements(ws, i))
		}
		if t.finite(ws[i]) {
			if !nominal {
				// "руководителем | определяется ответственный исполнитель"
				if a := t.doer(ws[:i]); a != nil && endsIn(t.str(ws[i]), t.tab.PassiveVerbs) {
					return a
				}
				return t.behindVerb(ws, i+1)
			}
			break
		}
	}
	if nominal {
		return t.system(ws)
	}
	return nil
}

// several reports whether an adjective tells that the noun at i, in a form that is also its
// genitive, is a plural that acts: "заинтересованные | организации".
func (t *text) several(ws []word, i int) bool {
	return i > 0 && t.isHead(ws[i], Genitive) && t.agrees(ws[i-1]) && endsIn(t.str(ws[i-1]), t.tab.Plurals) && !t.apart(ws[i-1], ws[i])
}

// behindVerb reads a Russian subject that follows its verb, where its form leaves no
// doubt that it is one: "проект постановления подписывает аким района".
func (t *text) behindVerb(ws []word, i int) *actor {
	for ; i < len(ws) && !t.finite(ws[i]); i++ {
		s := t.str(ws[i])
		sure := slices.Contains(t.tab.Heads, s) && !lang.HasStem(s, t.tab.Inanimate)
		if !sure || !t.isHead(ws[i], Nominative) || t.governed(ws, i) {
			continue
		}
		from := i
		for !t.apart(ws[from-1], ws[from]) && t.agrees(ws[from-1]) {
			from--
		}
		return t.phrase(ws, from, t.complements(ws, i))
	}
	return nil
}

// complements returns the last word of the phrase of the Russian subject at i.
func (t *text) complements(ws []word, i int) int {
	to := i
	for to+1 < len(ws) && t.complement(ws, to+1) {
		to++
	}
	for to > i && t.matchAny(ws, to, &t.tab.Or) > 0 {
		to--
	}
	return t.apposition(ws, t.deputy(ws, to+1))
}

// agrees reports whether a word is an adjective in the nominative, which belongs to the
// noun behind it: "участковая комиссия".
func (t *text) agrees(w word) bool {
	return endsIn(t.str(w), t.tab.Adjectives) && !endsIn(t.str(w), t.tab.LikeThem)
}

func endsIn(s string, endings []string) bool {
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// abbreviation reports whether a word is written in capitals, its ending aside: "АЖ-да".
func (t *text) abbreviation(w word) bool {
	s, _, _ := strings.Cut(t.Canonical[w.start:w.end], "-")
	return s == strings.ToUpper(s)
}

// doer reads by whom something is done, in a Russian nominalised or passive sentence.
func (t *text) doer(ws []word) *actor {
	for i := range ws {
		if lang.HasStem(t.str(ws[i]), t.tab.Purpose) {
			return nil // "направление … для обработки запроса услугодателем" does not say who sends
		}
		if !t.isHead(ws[i], Instrumental) || t.isHead(ws[i], Nominative) {
			continue
		}
		to := t.doerEnd(ws, i)
		from := i
		for from > 0 && !t.apart(ws[from-1], ws[from]) && (t.modifier(ws[from-1]) || t.beside(ws[from-1], ws[i])) {
			from--
		}
		// "юристом и бухгалтером"
		if to+2 < len(ws) && t.matchAny(ws, to+1, &t.tab.Or) > 0 && t.isHead(ws[to+2], Instrumental) && !t.isHead(ws[to+2], Nominative) {
			to = t.doerEnd(ws, to+2)
		}
		return t.phrase(ws, from, to)
	}
	return nil
}

// doerEnd returns the last word of the phrase of the noun in the instrumental at i:
// "заместителем | акима города".
func (t *text) doerEnd(ws []word, i int) int {
	for i+1 < len(ws) && t.complement(ws, i+1) && (t.isHead(ws[i+1], Genitive) || t.isHead(ws[i+1], Nominative) || lang.HasStem(t.str(ws[i+1]), t.tab.Seats) || t.modifier(ws[i+1]) && i+2 < len(ws) && t.anyHead(ws[i+2])) {
		i++
	}
	// "уполномоченным органом | по земельным отношениям"
	if i+1 < len(ws) && lang.HasStem(t.str(ws[i+1]), t.tab.Subject) && t.complement(ws, i+1) {
		return t.subjectNoun(ws, i+2)
	}
	return i
}

// subjectNoun returns the noun behind the adjectives from word i on: "по | земельным отношениям".
func (t *text) subjectNoun(ws []word, i int) int {
	for i+1 < len(ws) && endsIn(t.str(ws[i]), t.tab.Agreeing) && !t.apart(ws[i], ws[i+1]) {
		i++
	}
	return i
}

// beside reports whether a word is an adjective of a noun in the instrumental: "медицинским
// регистратором", but not "осмотр детей | врачом".
func (t *text) beside(w, noun word) bool {
	for _, b := range t.tab.Beside {
		if strings.HasSuffix(t.str(w), b.Adjective) && endsIn(t.str(noun), b.Nouns) {
			return len(t.str(w)) > len(b.Adjective) && !t.anyHead(w)
		}
	}
	return false
}

// governed reports whether a preposition before word i makes it no subject.
func (t *text) governed(ws []word, i int) bool {
	s := t.str(ws[i-1])
	return !t.apart(ws[i-1], ws[i]) && (lang.HasStem(s, t.tab.Prepositions) || endsIn(s, t.tab.Governing))
}

// complement reports whether word i goes on the phrase of a Russian subject.
func (t *text) complement(ws []word, i int) bool {
	s := t.str(ws[i])
	if t.parted(ws[i-1], ws[i]) || t.finite(ws[i]) {
		return false
	}
	if t.matchAny(ws, i, &t.tab.FieldOf) > 0 {
		return true
	}
	if lang.HasStem(s, t.tab.Prepositions) && !lang.HasStem(s, t.tab.Subject) {
		return false // "ветеринарный врач | после осмотра выписывает справку"
	}
	if _, n := t.number(ws, i); n > 0 {
		return false
	}
	if t.matchAny(ws, i, &t.tab.Or) > 0 {
		// "руководитель либо лицо, его замещающее"; "и" before another verb ends it.
		return i+1 < len(ws) && !t.finite(ws[i+1]) && (t.anyHead(ws[i+1]) || t.modifier(ws[i+1]) || endsIn(t.str(ws[i+1]), t.tab.Attributes) || t.agree(ws[i-1], ws[i+1]) || t.bothEnd(ws[i-1], ws[i+1], t.tab.Fields) || t.bothEnd(ws[i-1], ws[i+1], t.tab.FieldsFor))
	}
	if lang.HasStem(s, t.tab.Subject) {
		// "специалистом по работе с молодежью", but "специалистом | по электронной почте"
		return i+1 < len(ws) && !t.apart(ws[i], ws[i+1]) && !lang.HasStem(t.str(ws[t.subjectNoun(ws, i+1)]), t.tab.NotSubject)
	}
	return utf8.RuneCountInString(s) > 3 || t.anyHead(ws[i]) || lang.HasStem(s, t.tab.Seats) // "оператором ЦОН", "аким села"
}

func (t *text) bothEnd(a, b word, endings []string) bool {
	return endsIn(t.str(a), endings) && endsIn(t.str(b), endings)
}

// agree reports whether two words are adjectives of one noun: "инженерному и коммунальному".
func (t *text) agree(a, b word) bool {
	for _, e := range t.tab.Agreeing {
		if strings.HasSuffix(t.str(a), e) && strings.HasSuffix(t.str(b), e) {
			return true
		}
	}
	return false
}

// roles gives the codes of the roles that a phrase names; alternatives ("немесе",
// "либо") are classified one by one.
func (t *text) roles(ws []word) (roles []model.Role, other bool) {
	from := 0
	add := func(part []word) {
		if len(part) == 0 {
			return
		}
		r := t.role(part)
		if r == model.RoleOther {
			other = true
		}
		if !slices.Contains(roles, r) {
			roles = append(roles, r)
		}
	}
	for i := range ws {
		if t.matchAny(ws, i, &t.tab.Or) > 0 && i > from && i+1 < len(ws) {
			part := ws[from:i]
			// "берушінің немесе … аппаратының жауапты орындаушысы": the noun is common.
			if t.tab.HeadFinal && t.isHead(ws[i-1], Genitive) && t.isHead(ws[len(ws)-1], Nominative) {
				part = append(append([]word{}, part...), t.commonHead(ws)...)
			}
			add(part)
			from = i + 1
		}
	}
	add(ws[from:])
	if other && len(roles) > 1 {
		// "руководитель либо лицо, исполняющее его обязанности": the deputy has the role.
		roles = slices.DeleteFunc(roles, func(r model.Role) bool { return r == model.RoleOther })
		other = false
	}
	return roles, other
}

// commonHead returns the last nouns of a phrase that two possessors share.
func (t *text) commonHead(ws []word) []word {
	i := len(ws) - 1
	for i > 0 && lang.HasStem(t.str(ws[i-1]), t.tab.Modifiers) {
		i--
	}
	return ws[i:]
}

func (t *text) role(ws []word) model.Role {
	const usual = 24
	var room [usual]string
	names := room[:0]  // the words, and the second nouns of compound ones
	var letters uint64 // that they begin with
	add := func(name string) {
		names = append(names, name)
		letters |= letterBit(name)
	}
	for _, w := range ws {
		s := t.str(w)
		add(s)
		if tail := compound(s); tail != "" {
			add(tail)
		}
	}
	for i := range t.tab.Roles {
		rule := &t.tab.Roles[i]
		for _, set := range rule.Sets {
			if allNamed(names, letters, set) {
				return rule.Role
			}
		}
	}
	return model.RoleOther
}

func letterBit(word string) uint64 { return 1 << (lang.LetterKey(word) % 64) }

// allNamed reports whether each stem begins one of the names, whose first letters are given.
func allNamed(names []string, letters uint64, stems []string) bool {
	for _, stem := range stems {
		found := false
		if letters&letterBit(stem) != 0 {
			for _, s := range names {
				if found = lang.IsStem(s, stem); found {
					break
				}
			}
		}
		if !found {
			return false
		}
	}
	return true
}
