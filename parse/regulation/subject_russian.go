package regulation

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

// subjectHeadFirst reads the Russian subject: the noun that names it, its adjectives
// before it and its complements behind it, up to the verb.
func (t *text) subjectHeadFirst(ws []word, nominal bool) *actor {
	if nominal {
		// "ввод работником Государственной корпорации …": who acts is in the instrumental.
		if a := t.doer(ws); a != nil {
			return a
		}
		// "авторизация услугополучателя на портале"
		if n := t.matchAny(ws, 0, &t.tab.OwnActs); n > 0 && n < len(ws) && t.isHead(ws[n], lang.Genitive) && !t.apart(ws[n-1], ws[n]) {
			return t.phrase(ws, n, t.whose(ws, n))
		}
	}
	start, reach := 0, maxSubject
	for i := 0; i < len(ws); i++ {
		if i > maxSubject {
			// "прием заявления, проверка сведений, … вынесение решения – | ответственный исполнитель, 1 час"
			if strings.ContainsAny(t.low[ws[i-1].end:ws[i].start], dashes) {
				start, reach = i, 2
			}
			if i-start > reach {
				if t.finite(ws[i]) {
					break
				}
				continue
			}
		}
		if t.isHead(ws[i], lang.Nominative) && !(i > 0 && t.isHead(ws[i], lang.Genitive) && nominal) || t.several(ws, i) {
			from := i
			for from > 0 && !t.apart(ws[from-1], ws[from]) && (t.modifier(ws[from-1]) || t.agrees(ws[from-1])) {
				from--
			}
			if t.orSuch(ws, from) {
				from -= 2
			}
			if from > 0 && (t.governed(ws, from, i) || nominal && !t.hasFinite(ws)) {
				continue // "направление документов через сектор ЦОН" does not say who sends
			}
			return t.phrase(ws, from, t.actTogether(ws, t.complements(ws, i)))
		}
		if t.finite(ws[i]) {
			if !nominal {
				// "руководителем | определяется ответственный исполнитель"
				if a := t.doer(ws[:i]); a != nil && lang.EndsIn(t.str(ws[i]), t.tab.PassiveVerbs) {
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

// relativeDoer returns who acts in the Russian relative clause that begins at word i: "передает их
// | начальнику отдела |, который налагает резолюцию", "вносит | руководителю |, которым
// определяется исполнитель", "готовит справку, которая подписывается | директором"; nil where the
// clause tells of nobody to whom something is given, or of the applicant.
func (t *text) relativeDoer(ws []word, i int) *actor {
	const far = 24 // words of a clause up to its verb
	passive := t.tab.ByWhom.Stem(t.str(ws[i]))
	if i < 2 || !passive && !t.tab.Who.Stem(t.str(ws[i])) || !t.apart(ws[i-1], ws[i]) {
		return nil
	}
	verb := slices.IndexFunc(ws[i:min(len(ws), i+far)], t.finite)
	if verb < 0 {
		return nil
	}
	var a *actor
	if passive == lang.EndsIn(t.str(ws[i+verb]), t.tab.PassiveVerbs) {
		a = t.antecedent(ws, i)
	} else if !passive {
		a = t.passiveDoer(ws[i:])
	}
	if a == nil || a.other || slices.Contains(a.roles, model.RoleApplicant) {
		return nil
	}
	return a
}

// antecedent reads whom the words before the one at i name to whom something is given.
func (t *text) antecedent(ws []word, i int) *actor {
	const most = 3 // words of what a body is for
	from := i - 1
	for from > max(0, i-1-most) && !t.anyHead(ws[from]) && (t.fieldOrItsAdjective(ws[from]) || t.tab.Subject.Stem(t.str(ws[from])) || t.tab.Subject.Stem(t.str(ws[from-1]))) && !t.apart(ws[from-1], ws[from]) {
		from--
	}
	if !t.anyHead(ws[from]) {
		return nil
	}
	if from > 0 && t.tab.InCharge.Stem(t.str(ws[from-1])) {
		from-- // "заведующему | отделом"
	}
	for k := from; k > 0 && t.isHead(ws[from], lang.Genitive) && !t.apart(ws[k-1], ws[k]); {
		if k--; t.anyHead(ws[k]) {
			from = k // "работнику | Государственной корпорации"
		} else if !t.modifier(ws[k]) {
			break
		}
	}
	if t.isHead(ws[from], lang.Instrumental) || t.isHead(ws[from], lang.Nominative) && !(from > 0 && t.tab.Prepositions.Stem(t.str(ws[from-1]))) {
		return nil // of the one who acts it only tells more: "руководитель, | который отвечает за прием, принимает решение"
	}
	return t.phrase(ws, from, i-1)
}

// actTogether returns the last word of the list of those who act that the phrase up to the word
// at to begins: "председатель|, секретарь и члены комиссии | подписывают".
func (t *text) actTogether(ws []word, to int) int {
	end := t.listEnd(ws, to)
	if end == to {
		return to
	}
	for _, w := range ws[end+1:] {
		if t.finite(w) {
			if slices.ContainsFunc(t.tab.Severally, func(e [2]string) bool { return strings.HasSuffix(t.str(w), e[1]) }) {
				return end
			}
			break
		}
	}
	return to
}

// listEnd returns the last word of the list of who acts that the phrase up to the word at to begins.
func (t *text) listEnd(ws []word, to int) int {
	for to >= 0 && to+1 < len(ws) && strings.TrimSpace(t.low[ws[to].end:ws[to+1].start]) == "," {
		end := -1
		if t.tab.HeadFinal {
			if next := t.nounPhraseAt(ws[to+1:]); next != nil {
				end = to + slices.IndexFunc(ws[to:], func(w word) bool { return w.end >= next.span[1] })
			}
		} else if k := t.nounAt(ws, to+1); k >= 0 {
			end = t.complements(ws, k)
		}
		if end <= to {
			break
		}
		to = end
	}
	return to
}

// nounAt returns the noun that names who acts behind the adjectives from the word at i on,
// -1 for none: "ответственный | секретарь".
func (t *text) nounAt(ws []word, i int) int {
	for ; i < len(ws); i++ {
		if t.isHead(ws[i], lang.Nominative) {
			return i
		}
		if !t.agrees(ws[i]) || i+1 < len(ws) && t.apart(ws[i], ws[i+1]) {
			break
		}
	}
	return -1
}

// orSuch reports whether two adjectives, the second in brackets, stand before the word at i:
// "районная (городская) | комиссия".
func (t *text) orSuch(ws []word, i int) bool {
	return i > 1 && t.agrees(ws[i-1]) && t.agrees(ws[i-2]) &&
		strings.TrimSpace(t.low[ws[i-1].end:ws[i].start]) == ")" && strings.TrimSpace(t.low[ws[i-2].end:ws[i-1].start]) == "("
}

// several reports whether an adjective tells that the noun at i, in a form that is also its
// genitive, is a plural that acts: "заинтересованные | организации".
func (t *text) several(ws []word, i int) bool {
	return i > 0 && t.isHead(ws[i], lang.Genitive) && t.agrees(ws[i-1]) && lang.EndsIn(t.str(ws[i-1]), t.tab.Plurals) && !t.apart(ws[i-1], ws[i])
}

// behindVerb reads a Russian subject that follows its verb, where its form leaves no
// doubt that it is one: "проект постановления подписывает аким района".
func (t *text) behindVerb(ws []word, i int) *actor {
	for ; i < len(ws) && !t.finite(ws[i]); i++ {
		s := t.str(ws[i])
		sure := slices.Contains(t.tab.Heads, s) && !t.tab.Inanimate.Stem(s)
		if !sure || !t.isHead(ws[i], lang.Nominative) || t.governed(ws, i, i) {
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
	return t.apposition(ws, t.deputy(ws, t.charged(ws, to)+1))
}

// charged returns the last word of what tells for what somebody answers whose phrase ends at
// i: "специалист, ответственный за | прием документов |, регистрирует заявление".
func (t *text) charged(ws []word, i int) int {
	if i+1 >= len(ws) || strings.TrimSpace(t.low[ws[i].end:ws[i+1].start]) != "," {
		return i
	}
	n := t.matchAny(ws, i+1, &t.tab.Charged)
	if n == 0 {
		return i
	}
	for i += n; i+1 < len(ws) && !t.apart(ws[i], ws[i+1]) && !t.finite(ws[i+1]); i++ {
	}
	return i
}

// complement reports whether word i goes on the phrase of a Russian subject.
func (t *text) complement(ws []word, i int) bool {
	s := t.str(ws[i])
	if t.fieldsListed(ws, i) || strings.TrimSpace(t.low[ws[i-1].end:ws[i].start]) == "," && t.theirs(ws, i) {
		return true // "руководитель, | его заместитель"
	}
	if t.parted(ws[i-1], ws[i]) || t.finite(ws[i]) {
		return false
	}
	if t.matchAny(ws, i, &t.tab.FieldOf) > 0 {
		return true
	}
	if t.matchAny(ws, i-1, &t.tab.Dealing) > 0 {
		return i+1 < len(ws) // "отдел по работе | с населением"
	}
	if t.tab.Prepositions.Stem(s) && !t.tab.Subject.Stem(s) {
		return false // "ветеринарный врач | после осмотра выписывает справку"
	}
	if _, n := t.number(ws, i); n > 0 || t.tab.Adverbs.Stem(s) || lang.EndsIn(s, t.tab.AdverbEndings) && !t.tab.Seats.Stem(t.str(ws[i-1])) && !(t.tab.Deputy.Stem(s) && t.matchAny(ws, i-1, &t.tab.Or) > 0) {
		return false // "исполнитель | повторно проверяет", but "аким села | Пушкино"
	}
	if t.matchAny(ws, i, &t.tab.Or) > 0 {
		if t.theirs(ws, i+1) || i+1 < len(ws) && t.tab.Deputy.Stem(t.str(ws[i+1])) && !t.tab.Theirs.Stem(t.str(ws[i+1])) {
			return true // "услугополучатель | либо его законный представитель", "руководитель | либо исполняющий его обязанности"
		}
		// "руководитель либо лицо, его замещающее"; "и" before another verb ends it.
		return i+1 < len(ws) && !t.finite(ws[i+1]) && (t.nounAt(ws, i+1) > 0 || t.anyHead(ws[i+1]) || t.modifier(ws[i+1]) || lang.EndsIn(t.str(ws[i+1]), t.tab.Attributes) || t.agree(ws[i-1], ws[i+1]) || t.bothEnd(ws[i-1], ws[i+1], t.tab.Fields) || t.bothEnd(ws[i-1], ws[i+1], t.tab.FieldsFor))
	}
	if t.tab.Subject.Stem(s) {
		// "специалистом по работе с молодежью", but "специалистом | по электронной почте"
		return i+1 < len(ws) && !t.apart(ws[i], ws[i+1]) && !t.tab.NotSubject.Stem(t.str(ws[t.subjectNoun(ws, i+1)]))
	}
	if t.tab.Inanimate.Stem(t.str(ws[i-1])) && t.abbreviation(ws[i]) {
		return true // "отдел ЖКХ"
	}
	return utf8.RuneCountInString(s) > 3 || lang.EndsIn(t.str(ws[i-1]), t.tab.Attributes) || t.anyHead(ws[i]) || t.theirs(ws, i) || t.tab.Seats.Stem(s) // "оператором ЦОН", "аким села"
}

// fieldsListed reports whether the word at i goes on a list of what a body is for: "отдел
// образования, | физической культуры и спорта".
func (t *text) fieldsListed(ws []word, i int) bool {
	const most = 6
	if strings.TrimSpace(t.low[ws[i-1].end:ws[i].start]) != "," || !lang.EndsIn(t.str(ws[i-1]), t.tab.Fields) {
		return false
	}
	for k := i; k+1 < len(ws) && k <= i+most; k++ {
		s := t.str(ws[k])
		if k > i && t.tab.And.Stem(s) {
			return t.fieldOrItsAdjective(ws[k+1])
		}
		if !t.fieldOrItsAdjective(ws[k]) {
			return false
		}
	}
	return false
}

func (t *text) fieldOrItsAdjective(w word) bool {
	s := t.str(w)
	return !t.tab.Prepositions.Stem(s) && (lang.EndsIn(s, t.tab.Fields) || lang.EndsIn(s, t.tab.Agreeing) || lang.EndsIn(s, t.tab.LikeThem)) && !t.anyHead(w)
}

// theirs reports whether the words from i on name somebody by whose he is: "его
// представитель", "его законный представитель".
func (t *text) theirs(ws []word, i int) bool {
	if i >= len(ws) || !t.tab.Theirs.Stem(t.str(ws[i])) {
		return false
	}
	for i++; i < len(ws) && !t.apart(ws[i-1], ws[i]); i++ {
		if !t.agrees(ws[i]) {
			return t.anyHead(ws[i])
		}
	}
	return false
}

// governed reports whether a preposition before the phrase from word i on makes its noun, at
// head, no subject, or another noun whose it is: "членами | комиссии".
func (t *text) governed(ws []word, i, head int) bool {
	s := t.str(ws[i-1])
	return strings.Trim(t.low[ws[i-1].end:ws[i].start], ` "«`) == "" && (t.tab.Prepositions.Stem(s) || lang.EndsIn(s, t.tab.Governing) && t.anyHead(ws[i-1]) && (t.isHead(ws[head], lang.Genitive) || t.abbreviation(ws[head])))
}

// agrees reports whether a word is an adjective in the nominative, which belongs to the
// noun behind it: "участковая комиссия".
func (t *text) agrees(w word) bool {
	return lang.EndsIn(t.str(w), t.tab.Adjectives) && !lang.EndsIn(t.str(w), t.tab.LikeThem)
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

func (t *text) bothEnd(a, b word, endings []string) bool {
	return lang.EndsIn(t.str(a), endings) && lang.EndsIn(t.str(b), endings)
}

// doer reads by whom something is done, in a Russian nominalised or passive sentence.
func (t *text) doer(ws []word) *actor {
	for i := range ws {
		if t.tab.Purpose.Stem(t.str(ws[i])) {
			return nil // "направление … для обработки запроса услугодателем" does not say who sends
		}
		if !t.isHead(ws[i], lang.Instrumental) || t.isHead(ws[i], lang.Nominative) {
			continue
		}
		from := i
		for from > 0 && !t.apart(ws[from-1], ws[from]) && (t.modifier(ws[from-1]) || t.beside(ws[from-1], ws[i])) {
			from--
		}
		if from > 0 && t.tab.Prepositions.Stem(t.str(ws[from-1])) && !t.apart(ws[from-1], ws[from]) {
			continue // "согласование проекта | с юридической службой"
		}
		if from > 0 && lang.EndsIn(t.str(ws[from-1]), t.tab.DoneBy) && !t.apart(ws[from-1], ws[from]) {
			continue // "подписанная | руководителем справка направляется в корпорацию"
		}
		told := t.objectTold(ws[:from])
		to := t.doerEnd(ws, i, told)
		// "юристом и бухгалтером"
		if to+2 < len(ws) && t.matchAny(ws, to+1, &t.tab.Or) > 0 {
			k := to + 2
			for k+1 < len(ws) && !t.apart(ws[k], ws[k+1]) && t.beside(ws[k], ws[k+1]) {
				k++ // "председателем и | всеми | членами комиссии"
			}
			if t.isHead(ws[k], lang.Instrumental) && !t.isHead(ws[k], lang.Nominative) {
				to = t.doerEnd(ws, k, told)
			}
		}
		return t.phrase(ws, from, t.deputy(ws, to+1)) // "руководителем либо лицом, | исполняющим его обязанности"
	}
	return nil
}

// objectTold reports whether the words before who acts tell on what, so that none behind him
// do: "документы рассматриваются | директором архива", "подготовка справки | специалистом
// отдела опеки", but "проверка | специалистом отдела документов".
func (t *text) objectTold(ws []word) bool {
	last := len(ws) - 1
	if last < 1 {
		return false
	}
	preposition := func(w word) bool { return t.tab.Prepositions.Stem(t.str(w)) }
	passive := func(w word) bool { return t.finite(w) && lang.EndsIn(t.str(w), t.tab.PassiveVerbs) }
	if t.finite(ws[last]) || slices.ContainsFunc(ws[1:], passive) {
		return slices.ContainsFunc(ws[1:], passive) && !preposition(ws[0])
	}
	return lang.EndsIn(t.str(ws[0]), t.tab.NounEndings) && lang.EndsIn(t.str(ws[last]), t.tab.Fields) && !lang.EndsIn(t.str(ws[last]), t.tab.NounEndings) && !slices.ContainsFunc(ws, preposition)
}

// doerEnd returns the last word of the phrase of the noun in the instrumental at i:
// "заместителем | акима города"; told where words before it tell on what is acted.
func (t *text) doerEnd(ws []word, i int, told bool) int {
	// "отделом | земельных отношений рассматриваются документы": up to the verb.
	if t.tab.InCharge.Stem(t.str(ws[i])) && i+1 < len(ws) && !t.apart(ws[i], ws[i+1]) && t.isHead(ws[i+1], lang.Instrumental) {
		i++ // "заведующим | сектором"
	}
	if to := t.fieldEnd(ws, i); to > i && to+1 == len(ws) {
		return to
	}
	i = t.whose(ws, i)
	if n := t.matchAny(ws, i, &t.tab.DeskUnits); n > 0 {
		i += n - 1 // "инспектором сектора | выдачи"
	}
	if told {
		i = t.ofWhat(ws, i) // "руководителем отдела | земельных отношений"
	}
	// "уполномоченным органом | по земельным отношениям"
	if i+1 < len(ws) && t.tab.Subject.Stem(t.str(ws[i+1])) && t.complement(ws, i+1) {
		i = t.subjectNoun(ws, i+2)
		if n := t.matchAny(ws, i, &t.tab.Dealing); n > 0 && i+n < len(ws) {
			i = t.subjectNoun(ws, i+n) // "специалистом по работе | с общественными организациями"
		}
	}
	return t.charged(ws, i)
}

// whose returns the last word of whose the noun at i is: "оператора | Центра", "заместителем |
// акима города", "сотрудником | общего отдела".
func (t *text) whose(ws []word, i int) int {
	for i+1 < len(ws) && t.complement(ws, i+1) && (t.isHead(ws[i+1], lang.Genitive) || t.isHead(ws[i+1], lang.Nominative) || t.tab.Seats.Stem(t.str(ws[i+1])) || t.modifier(ws[i+1]) && i+2 < len(ws) && t.anyHead(ws[i+2]) || lang.EndsIn(t.str(ws[i+1]), t.tab.Agreeing) && i+2 < len(ws) && t.isHead(ws[i+2], lang.Genitive)) {
		i++
	}
	return i
}

// fieldEnd returns the last word of what the body at i is for.
func (t *text) fieldEnd(ws []word, i int) int {
	if !t.tab.Inanimate.Stem(t.str(ws[i])) || t.tab.SystemWords.Stem(t.str(ws[i])) { // "проверка порталом | подлинности данных"
		return i
	}
	return t.ofWhat(ws, i)
}

// ofWhat returns the last of the words behind the one at i that tell of what it is: "отделом |
// земельных отношений".
func (t *text) ofWhat(ws []word, i int) int {
	from := i
	for i+1 < len(ws) && t.complement(ws, i+1) && (t.fieldOrItsAdjective(ws[i+1]) || t.isHead(ws[i+1], lang.Genitive) || t.tab.And.Stem(t.str(ws[i+1]))) {
		if i+2 < len(ws) && t.beside(ws[i+1], ws[i+2]) && t.isHead(ws[i+2], lang.Instrumental) {
			break // "директором и | главным бухгалтером"
		}
		if i+2 < len(ws) && t.tab.And.Stem(t.str(ws[i+1])) && t.namesAct(ws[i+2]) {
			break // "работником канцелярии | и передача руководителю"
		}
		i++
	}
	if i > from && t.tab.And.Stem(t.str(ws[i])) {
		i-- // "директором архива | и регистрируется"
	}
	return i
}

// subjectNoun returns the noun behind the adjectives from word i on: "по | земельным отношениям".
func (t *text) subjectNoun(ws []word, i int) int {
	for i+1 < len(ws) && (lang.EndsIn(t.str(ws[i]), t.tab.Agreeing) || t.beside(ws[i], ws[i+1])) && !t.apart(ws[i], ws[i+1]) {
		i++
	}
	return i
}

// beside reports whether a word is an adjective of a noun in the instrumental: "медицинским
// регистратором", but not "осмотр детей | врачом".
func (t *text) beside(w, noun word) bool {
	for _, b := range t.tab.Beside {
		if strings.HasSuffix(t.str(w), b.Adjective) && lang.EndsIn(t.str(noun), b.Nouns) {
			return len(t.str(w)) > len(b.Adjective) && !t.anyHead(w)
		}
	}
	return false
}
