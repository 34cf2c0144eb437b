package sentence

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

// subjectHeadFirst reads the Russian subject: the noun that names it, its adjectives
// before it and its complements behind it, up to the verb.
func (t *Text) subjectHeadFirst(ws []Word, nominal bool) *Actor {
	if nominal {
		// "ввод работником Государственной корпорации …": who acts is in the instrumental.
		if a := t.Doer(ws); a != nil {
			return a
		}
		// "авторизация услугополучателя на портале"
		if n := t.MatchAny(ws, 0, &t.Tab.OwnActs); n > 0 && n < len(ws) && t.IsHead(ws[n], lang.Genitive) && !t.Apart(ws[n-1], ws[n]) {
			return t.phrase(ws, n, t.whose(ws, n))
		}
	}
	if !nominal && t.systemActs(ws) {
		return t.phrase(ws, 0, 0)
	}
	start, reach := 0, maxSubject
	for i := 0; i < len(ws); i++ {
		if i > maxSubject {
			// "прием заявления, проверка сведений, … вынесение решения – | ответственный исполнитель, 1 час"
			if strings.ContainsAny(t.Low[ws[i-1].End:ws[i].Start], Dashes) {
				start, reach = i, 2
			}
			if i-start > reach {
				if t.Finite(ws[i]) {
					break
				}
				continue
			}
		}
		if t.IsHead(ws[i], lang.Nominative) && !(i > 0 && t.IsHead(ws[i], lang.Genitive) && nominal) || t.several(ws, i) {
			from := i
			for from > 0 && !t.Apart(ws[from-1], ws[from]) && (t.modifier(ws[from-1]) || t.Agrees(ws[from-1])) {
				from--
			}
			if t.orSuch(ws, from) {
				from -= 2
			}
			if from > 0 && (t.governed(ws, from, i) || nominal && !t.HasFinite(ws)) {
				continue // "направление документов через сектор ЦОН" does not say who sends
			}
			return t.phrase(ws, from, t.actTogether(ws, t.complements(ws, i)))
		}
		if t.Finite(ws[i]) {
			if !nominal {
				// "руководителем | определяется ответственный исполнитель"
				if a := t.Doer(ws[:i]); a != nil && lang.EndsIn(t.Str(ws[i]), t.Tab.PassiveVerbs) {
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

// systemActs reports whether a clause begins with the short name of an information system that
// acts in it: "ИСС автоматически | направляет уведомление".
func (t *Text) systemActs(ws []Word) bool {
	if len(ws) < 2 || !t.systems[t.Str(ws[0])] || t.Passive(ws) {
		return false
	}
	verb := 1
	for verb+1 < len(ws) && lang.EndsIn(t.Str(ws[verb]), t.Tab.AdverbEndings) {
		verb++
	}
	return t.Finite(ws[verb]) || t.onlyTerm(ws[1:])
}

// relativeDoer returns who acts in the Russian relative clause that begins at word i: "передает их
// | начальнику отдела |, который налагает резолюцию", "вносит | руководителю |, которым
// определяется исполнитель", "готовит справку, которая подписывается | директором"; nil where the
// clause tells of nobody to whom something is given, of the applicant, or of one who is asked:
// "направляет запрос школе, которая представляет сведения".
func (t *Text) relativeDoer(ws []Word, i int) *Actor {
	const far = 24 // words of a clause up to its verb
	passive := t.Tab.ByWhom.Stem(t.Str(ws[i]))
	if i < 2 || !passive && !t.Tab.Who.Stem(t.Str(ws[i])) || !t.Apart(ws[i-1], ws[i]) {
		return nil
	}
	verb := slices.IndexFunc(ws[i:min(len(ws), i+far)], t.Finite)
	if verb < 0 || t.Tab.Answers.Stem(t.Str(ws[i+verb])) && t.Has(t.lastClause(ws[:i]), &t.Tab.Asking) {
		return nil
	}
	var a *Actor
	if passive == lang.EndsIn(t.Str(ws[i+verb]), t.Tab.PassiveVerbs) {
		a = t.antecedent(ws, i)
	} else if !passive {
		a = t.passiveDoer(ws[i:])
	}
	if a == nil || a.Other || slices.Contains(a.Roles, model.RoleApplicant) {
		return nil
	}
	return a
}

// lastClause returns the words behind the last mark, or behind the last "and" that joins a verb to
// another: "запрашивает сведения и | передает дело руководителю".
func (t *Text) lastClause(ws []Word) []Word {
	verb := false
	for i := len(ws) - 1; i > 0; i-- {
		if t.Apart(ws[i-1], ws[i]) || verb && t.Tab.And.Stem(t.Str(ws[i])) && t.HasFinite(ws[:i]) {
			return ws[i:]
		}
		verb = verb || t.Finite(ws[i])
	}
	return ws
}

// returns reports whether words tell that papers are given back: "возвращает реестр продавцу".
func (t *Text) returns(ws []Word) bool {
	for i := range ws {
		if a, _, _ := t.ActionAt(ws, i, true); a == model.ActionReturn {
			return true
		}
	}
	return false
}

// receives reports whether the Russian relative clause at word i tells what the applicant does to
// whom something is given, or another who gets his papers back: "возвращает документы | заявителю,
// который в течение 5 дней устраняет замечания", but not "в банк, который в течение 1 дня зачисляет".
func (t *Text) receives(ws []Word, i int) bool {
	if i < 2 || !t.Tab.Who.Stem(t.Str(ws[i])) || !t.Apart(ws[i-1], ws[i]) {
		return false
	}
	a := t.antecedent(ws, i)
	if a == nil || !slices.Contains(a.Roles, model.RoleApplicant) && !(a.Other && t.returns(t.lastClause(ws[:i]))) {
		return false
	}
	named := t.Words(a.Span)
	noun := slices.IndexFunc(named, t.anyHead)
	return noun >= 0 && !t.IsHead(named[noun], lang.Genitive) // "документы | заявителя, которые …"
}

// antecedent reads whom the words before the one at i name to whom something is given.
func (t *Text) antecedent(ws []Word, i int) *Actor {
	const most = 3 // words of what a body is for
	from := i - 1
	for from > max(0, i-1-most) && !t.anyHead(ws[from]) && (t.fieldOrItsAdjective(ws[from]) || t.Tab.Subject.Stem(t.Str(ws[from])) || t.Tab.Subject.Stem(t.Str(ws[from-1]))) && !t.Apart(ws[from-1], ws[from]) {
		from--
	}
	if !t.anyHead(ws[from]) {
		return nil
	}
	if from > 0 && t.Tab.InCharge.Stem(t.Str(ws[from-1])) {
		from-- // "заведующему | отделом"
	}
	for k := from; k > 0 && t.IsHead(ws[from], lang.Genitive) && !t.Apart(ws[k-1], ws[k]); {
		if k--; t.anyHead(ws[k]) {
			from = k // "работнику | Государственной корпорации"
		} else if !t.modifier(ws[k]) {
			break
		}
	}
	if t.IsHead(ws[from], lang.Instrumental) || t.IsHead(ws[from], lang.Nominative) && !(from > 0 && t.Tab.Prepositions.Stem(t.Str(ws[from-1]))) {
		return nil // of the one who acts it only tells more: "руководитель, | который отвечает за прием, принимает решение"
	}
	return t.phrase(ws, from, i-1)
}

// actTogether returns the last word of the list of those who act that the phrase up to the word
// at to begins: "председатель|, секретарь и члены комиссии | подписывают".
func (t *Text) actTogether(ws []Word, to int) int {
	end := t.listEnd(ws, to)
	if end == to {
		return to
	}
	for _, w := range ws[end+1:] {
		if t.Finite(w) {
			if slices.ContainsFunc(t.Tab.Severally, func(e [2]string) bool { return strings.HasSuffix(t.Str(w), e[1]) }) {
				return end
			}
			break
		}
	}
	return to
}

// listEnd returns the last word of the list of who acts that the phrase up to the word at to begins.
func (t *Text) listEnd(ws []Word, to int) int {
	for to >= 0 && to+1 < len(ws) && strings.TrimSpace(t.Low[ws[to].End:ws[to+1].Start]) == "," {
		end := -1
		if t.Tab.HeadFinal {
			if next := t.NounPhraseAt(ws[to+1:]); next != nil {
				end = to + slices.IndexFunc(ws[to:], func(w Word) bool { return w.End >= next.Span[1] })
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
func (t *Text) nounAt(ws []Word, i int) int {
	for ; i < len(ws); i++ {
		if t.IsHead(ws[i], lang.Nominative) {
			return i
		}
		if !t.Agrees(ws[i]) || i+1 < len(ws) && t.Apart(ws[i], ws[i+1]) {
			break
		}
	}
	return -1
}

// orSuch reports whether two adjectives, the second in brackets, stand before the word at i:
// "районная (городская) | комиссия".
func (t *Text) orSuch(ws []Word, i int) bool {
	return i > 1 && t.Agrees(ws[i-1]) && t.Agrees(ws[i-2]) &&
		strings.TrimSpace(t.Low[ws[i-1].End:ws[i].Start]) == ")" && strings.TrimSpace(t.Low[ws[i-2].End:ws[i-1].Start]) == "("
}

// several reports whether an adjective tells that the noun at i, in a form that is also its
// genitive, is a plural that acts: "заинтересованные | организации".
func (t *Text) several(ws []Word, i int) bool {
	return i > 0 && t.IsHead(ws[i], lang.Genitive) && t.Agrees(ws[i-1]) && lang.EndsIn(t.Str(ws[i-1]), t.Tab.Plurals) && !t.Apart(ws[i-1], ws[i])
}

// behindVerb reads a Russian subject that follows its verb, where its form leaves no
// doubt that it is one: "проект постановления подписывает аким района".
func (t *Text) behindVerb(ws []Word, i int) *Actor {
	for ; i < len(ws) && !t.Finite(ws[i]); i++ {
		s := t.Str(ws[i])
		sure := slices.Contains(t.Tab.Heads, s) && !t.Tab.Inanimate.Stem(s)
		if !sure || !t.IsHead(ws[i], lang.Nominative) || t.governed(ws, i, i) {
			continue
		}
		from := i
		for !t.Apart(ws[from-1], ws[from]) && t.Agrees(ws[from-1]) {
			from--
		}
		return t.phrase(ws, from, t.complements(ws, i))
	}
	return nil
}

// complements returns the last word of the phrase of the Russian subject at i.
func (t *Text) complements(ws []Word, i int) int {
	to := i
	for to+1 < len(ws) && t.Complement(ws, to+1) {
		to++
	}
	for to > i && t.MatchAny(ws, to, &t.Tab.Or) > 0 {
		to--
	}
	return t.apposition(ws, t.deputy(ws, t.charged(ws, to)+1))
}

// charged returns the last word of what tells for what somebody answers whose phrase ends at
// i: "специалист, ответственный за | прием документов |, регистрирует заявление".
func (t *Text) charged(ws []Word, i int) int {
	if i+1 >= len(ws) || strings.TrimSpace(t.Low[ws[i].End:ws[i+1].Start]) != "," {
		return i
	}
	n := t.MatchAny(ws, i+1, &t.Tab.Charged)
	if n == 0 {
		return i
	}
	for i += n; i+1 < len(ws) && !t.Apart(ws[i], ws[i+1]) && !t.Finite(ws[i+1]); i++ {
	}
	return i
}

// Complement reports whether word i goes on the phrase of a Russian subject.
func (t *Text) Complement(ws []Word, i int) bool {
	s := t.Str(ws[i])
	if t.fieldsListed(ws, i) || strings.TrimSpace(t.Low[ws[i-1].End:ws[i].Start]) == "," && t.theirs(ws, i) {
		return true // "руководитель, | его заместитель"
	}
	if t.parted(ws[i-1], ws[i]) || t.Finite(ws[i]) {
		return false
	}
	if t.MatchAny(ws, i, &t.Tab.FieldOf) > 0 {
		return true
	}
	if t.MatchAny(ws, i-1, &t.Tab.Dealing) > 0 {
		return i+1 < len(ws) // "отдел по работе | с населением"
	}
	if t.Tab.Prepositions.Stem(s) && !t.Tab.Subject.Stem(s) {
		return false // "ветеринарный врач | после осмотра выписывает справку"
	}
	if _, n := t.number(ws, i); n > 0 || t.Tab.Adverbs.Stem(s) || lang.EndsIn(s, t.Tab.AdverbEndings) && !t.Tab.Seats.Stem(t.Str(ws[i-1])) && !(t.Tab.Deputy.Stem(s) && t.MatchAny(ws, i-1, &t.Tab.Or) > 0) {
		return false // "исполнитель | повторно проверяет", but "аким села | Пушкино"
	}
	if t.MatchAny(ws, i, &t.Tab.Or) > 0 {
		if t.theirs(ws, i+1) || i+1 < len(ws) && t.Tab.Deputy.Stem(t.Str(ws[i+1])) && !t.Tab.Theirs.Stem(t.Str(ws[i+1])) {
			return true // "услугополучатель | либо его законный представитель", "руководитель | либо исполняющий его обязанности"
		}
		// "руководитель либо лицо, его замещающее"; "и" before another verb ends it.
		return i+1 < len(ws) && !t.Finite(ws[i+1]) && (t.nounAt(ws, i+1) > 0 || t.anyHead(ws[i+1]) || t.modifier(ws[i+1]) || lang.EndsIn(t.Str(ws[i+1]), t.Tab.Attributes) || t.agree(ws[i-1], ws[i+1]) || t.bothEnd(ws[i-1], ws[i+1], t.Tab.Fields) || t.bothEnd(ws[i-1], ws[i+1], t.Tab.FieldsFor))
	}
	if t.Tab.Subject.Stem(s) {
		// "специалистом по работе с молодежью", but "специалистом | по электронной почте"
		return i+1 < len(ws) && !t.Apart(ws[i], ws[i+1]) && !t.Tab.NotSubject.Stem(t.Str(ws[t.subjectNoun(ws, i+1)]))
	}
	if t.Tab.Inanimate.Stem(t.Str(ws[i-1])) && t.Abbreviation(ws[i]) {
		return true // "отдел ЖКХ"
	}
	return utf8.RuneCountInString(s) > 3 || lang.EndsIn(t.Str(ws[i-1]), t.Tab.Attributes) || t.anyHead(ws[i]) || t.theirs(ws, i) || t.Tab.Seats.Stem(s) // "оператором ЦОН", "аким села"
}

// fieldsListed reports whether the word at i goes on a list of what a body is for: "отдел
// образования, | физической культуры и спорта".
func (t *Text) fieldsListed(ws []Word, i int) bool {
	const most = 6
	if strings.TrimSpace(t.Low[ws[i-1].End:ws[i].Start]) != "," || !lang.EndsIn(t.Str(ws[i-1]), t.Tab.Fields) {
		return false
	}
	for k := i; k+1 < len(ws) && k <= i+most; k++ {
		s := t.Str(ws[k])
		if k > i && t.Tab.And.Stem(s) {
			return t.fieldOrItsAdjective(ws[k+1])
		}
		if !t.fieldOrItsAdjective(ws[k]) {
			return false
		}
	}
	return false
}

func (t *Text) fieldOrItsAdjective(w Word) bool {
	s := t.Str(w)
	return !t.Tab.Prepositions.Stem(s) && (lang.EndsIn(s, t.Tab.Fields) || lang.EndsIn(s, t.Tab.Agreeing) || lang.EndsIn(s, t.Tab.LikeThem)) && !t.anyHead(w)
}

// theirs reports whether the words from i on name somebody by whose he is: "его
// представитель", "его законный представитель".
func (t *Text) theirs(ws []Word, i int) bool {
	if i >= len(ws) || !t.Tab.Theirs.Stem(t.Str(ws[i])) {
		return false
	}
	for i++; i < len(ws) && !t.Apart(ws[i-1], ws[i]); i++ {
		if !t.Agrees(ws[i]) {
			return t.anyHead(ws[i])
		}
	}
	return false
}

// governed reports whether a preposition before the phrase from word i on makes its noun, at
// head, no subject, or another noun whose it is: "членами | комиссии".
func (t *Text) governed(ws []Word, i, head int) bool {
	s := t.Str(ws[i-1])
	return strings.Trim(t.Low[ws[i-1].End:ws[i].Start], ` "«`) == "" && (t.Tab.Prepositions.Stem(s) || lang.EndsIn(s, t.Tab.Governing) && t.anyHead(ws[i-1]) && (t.IsHead(ws[head], lang.Genitive) || t.Abbreviation(ws[head])))
}

// Agrees reports whether a word is an adjective in the nominative, which belongs to the
// noun behind it: "участковая комиссия".
func (t *Text) Agrees(w Word) bool {
	return lang.EndsIn(t.Str(w), t.Tab.Adjectives) && !lang.EndsIn(t.Str(w), t.Tab.LikeThem)
}

// agree reports whether two words are adjectives of one noun: "инженерному и коммунальному".
func (t *Text) agree(a, b Word) bool {
	for _, e := range t.Tab.Agreeing {
		if strings.HasSuffix(t.Str(a), e) && strings.HasSuffix(t.Str(b), e) {
			return true
		}
	}
	return false
}

func (t *Text) bothEnd(a, b Word, endings []string) bool {
	return lang.EndsIn(t.Str(a), endings) && lang.EndsIn(t.Str(b), endings)
}

// Doer reads by whom something is done, in a Russian nominalised or passive sentence.
func (t *Text) Doer(ws []Word) *Actor {
	for i := range ws {
		if t.Tab.Purpose.Stem(t.Str(ws[i])) {
			return nil // "направление … для обработки запроса услугодателем" does not say who sends
		}
		if !t.IsHead(ws[i], lang.Instrumental) || t.IsHead(ws[i], lang.Nominative) {
			continue
		}
		from := i
		for from > 0 && !t.Apart(ws[from-1], ws[from]) && (t.modifier(ws[from-1]) || t.Beside(ws[from-1], ws[i])) {
			from--
		}
		if from > 0 && t.Tab.Prepositions.Stem(t.Str(ws[from-1])) && !t.Apart(ws[from-1], ws[from]) {
			continue // "согласование проекта | с юридической службой"
		}
		if from > 0 && lang.EndsIn(t.Str(ws[from-1]), t.Tab.DoneBy) && !t.Apart(ws[from-1], ws[from]) {
			continue // "подписанная | руководителем справка направляется в корпорацию"
		}
		told := t.objectTold(ws[:from])
		to := t.doerEnd(ws, i, told)
		// "юристом и бухгалтером"
		if to+2 < len(ws) && t.MatchAny(ws, to+1, &t.Tab.Or) > 0 {
			k := to + 2
			for k+1 < len(ws) && !t.Apart(ws[k], ws[k+1]) && t.Beside(ws[k], ws[k+1]) {
				k++ // "председателем и | всеми | членами комиссии"
			}
			if t.IsHead(ws[k], lang.Instrumental) && !t.IsHead(ws[k], lang.Nominative) {
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
func (t *Text) objectTold(ws []Word) bool {
	last := len(ws) - 1
	if last < 1 {
		return false
	}
	preposition := func(w Word) bool { return t.Tab.Prepositions.Stem(t.Str(w)) }
	passive := func(w Word) bool { return t.Finite(w) && lang.EndsIn(t.Str(w), t.Tab.PassiveVerbs) }
	if t.Finite(ws[last]) || slices.ContainsFunc(ws[1:], passive) {
		return slices.ContainsFunc(ws[1:], passive) && !preposition(ws[0])
	}
	return lang.EndsIn(t.Str(ws[0]), t.Tab.NounEndings) && lang.EndsIn(t.Str(ws[last]), t.Tab.Fields) && !lang.EndsIn(t.Str(ws[last]), t.Tab.NounEndings) && !slices.ContainsFunc(ws, preposition)
}

// doerEnd returns the last word of the phrase of the noun in the instrumental at i:
// "заместителем | акима города"; told where words before it tell on what is acted.
func (t *Text) doerEnd(ws []Word, i int, told bool) int {
	// "отделом | земельных отношений рассматриваются документы": up to the verb.
	if t.Tab.InCharge.Stem(t.Str(ws[i])) && i+1 < len(ws) && !t.Apart(ws[i], ws[i+1]) && t.IsHead(ws[i+1], lang.Instrumental) {
		i++ // "заведующим | сектором"
	}
	if to := t.fieldEnd(ws, i); to > i && to+1 == len(ws) {
		return to
	}
	i = t.whose(ws, i)
	if n := t.MatchAny(ws, i, &t.Tab.DeskUnits); n > 0 {
		i += n - 1 // "инспектором сектора | выдачи"
	}
	if told {
		i = t.ofWhat(ws, i) // "руководителем отдела | земельных отношений"
	}
	// "уполномоченным органом | по земельным отношениям"
	if i+1 < len(ws) && t.Tab.Subject.Stem(t.Str(ws[i+1])) && t.Complement(ws, i+1) {
		i = t.subjectNoun(ws, i+2)
		if n := t.MatchAny(ws, i, &t.Tab.Dealing); n > 0 && i+n < len(ws) {
			i = t.subjectNoun(ws, i+n) // "специалистом по работе | с общественными организациями"
		}
	}
	return t.charged(ws, i)
}

// whose returns the last word of whose the noun at i is: "оператора | Центра", "заместителем |
// акима города", "сотрудником | общего отдела".
func (t *Text) whose(ws []Word, i int) int {
	for i+1 < len(ws) && t.Complement(ws, i+1) && (t.IsHead(ws[i+1], lang.Genitive) || t.IsHead(ws[i+1], lang.Nominative) || t.Tab.Seats.Stem(t.Str(ws[i+1])) || t.modifier(ws[i+1]) && i+2 < len(ws) && t.anyHead(ws[i+2]) || lang.EndsIn(t.Str(ws[i+1]), t.Tab.Agreeing) && i+2 < len(ws) && t.IsHead(ws[i+2], lang.Genitive)) {
		i++
	}
	return i
}

// fieldEnd returns the last word of what the body at i is for.
func (t *Text) fieldEnd(ws []Word, i int) int {
	if !t.Tab.Inanimate.Stem(t.Str(ws[i])) || t.Tab.SystemWords.Stem(t.Str(ws[i])) { // "проверка порталом | подлинности данных"
		return i
	}
	return t.ofWhat(ws, i)
}

// ofWhat returns the last of the words behind the one at i that tell of what it is: "отделом |
// земельных отношений".
func (t *Text) ofWhat(ws []Word, i int) int {
	from := i
	for i+1 < len(ws) && t.Complement(ws, i+1) && (t.fieldOrItsAdjective(ws[i+1]) || t.IsHead(ws[i+1], lang.Genitive) || t.Tab.And.Stem(t.Str(ws[i+1]))) {
		if i+2 < len(ws) && t.Beside(ws[i+1], ws[i+2]) && t.IsHead(ws[i+2], lang.Instrumental) {
			break // "директором и | главным бухгалтером"
		}
		if i+2 < len(ws) && t.Tab.And.Stem(t.Str(ws[i+1])) && t.namesAct(ws[i+2]) {
			break // "работником канцелярии | и передача руководителю"
		}
		i++
	}
	if i > from && t.Tab.And.Stem(t.Str(ws[i])) {
		i-- // "директором архива | и регистрируется"
	}
	return i
}

// subjectNoun returns the noun behind the adjectives from word i on: "по | земельным отношениям".
func (t *Text) subjectNoun(ws []Word, i int) int {
	for i+1 < len(ws) && (lang.EndsIn(t.Str(ws[i]), t.Tab.Agreeing) || t.Beside(ws[i], ws[i+1])) && !t.Apart(ws[i], ws[i+1]) {
		i++
	}
	return i
}

// Beside reports whether a word is an adjective of a noun in the instrumental: "медицинским
// регистратором", but not "осмотр детей | врачом".
func (t *Text) Beside(w, noun Word) bool {
	for _, b := range t.Tab.Beside {
		if strings.HasSuffix(t.Str(w), b.Adjective) && lang.EndsIn(t.Str(noun), b.Nouns) {
			return len(t.Str(w)) > len(b.Adjective) && !t.anyHead(w)
		}
	}
	return false
}
