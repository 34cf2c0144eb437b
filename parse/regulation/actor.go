package regulation

import (
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

// isHead reports whether a word is a noun that names who acts, in the case.
func (t *text) isHead(w word, c lang.Case) bool {
	s := t.str(w)
	for _, h := range t.tab.Heads {
		rest, ok := strings.CutPrefix(s, h)
		if !ok {
			continue
		}
		for _, ending := range t.tab.HeadCases[c] {
			if rest == ending {
				return true
			}
		}
	}
	return false
}

// anyHead reports whether a word is such a noun in any form.
func (t *text) anyHead(w word) bool { return lang.HasStem(t.str(w), t.tab.Heads) }

// finite reports whether a word is a finite verb.
func (t *text) finite(w word) bool {
	s := t.str(w)
	for _, e := range t.tab.FiniteEndings {
		if strings.HasSuffix(s, e) && len(s) > len(e)+2 {
			for _, n := range t.tab.NotFinite {
				if s == n {
					return false
				}
			}
			return true
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
	if a := t.nounPhrase(ws, Nominative, nominal); a != nil {
		return a
	}
	if nominal {
		if a := t.nounPhrase(ws, Genitive, true); a != nil {
			return a
		}
	}
	if a := t.system(ws); a != nil && nominal {
		return a
	}
	return t.nounPhrase(ws, Instrumental, nominal)
}

// maxSubject is how many words may stand before the noun that names who acts.
const maxSubject = 14

// nounPhrase finds the first noun in the case that can be the subject, and the words
// before it that belong to it.
func (t *text) nounPhrase(ws []word, c lang.Case, nominal bool) *actor {
	start := 0 // a purpose or adverb before the subject moves it
	for i := 0; i < len(ws) && i-start <= maxSubject; i++ {
		s := t.str(ws[i])
		if lang.HasStem(s, t.tab.Purpose) {
			start = i + 1
			continue
		}
		if !t.isHead(ws[i], c) {
			if t.finite(ws[i]) {
				return nil
			}
			continue
		}
		// The phrase goes on: "Мемлекеттік корпорация | қызметкері", "әкімі | аппаратының".
		if i+1 < len(ws) && !t.apart(ws[i], ws[i+1]) && (t.anyHead(ws[i+1]) && c == Nominative && t.partOf(ws, i+1) || lang.HasStem(t.str(ws[i+1]), t.tab.Linkers)) {
			continue
		}
		if c == Genitive && i+1 < len(ws) && !t.apart(ws[i], ws[i+1]) && (t.anyHead(ws[i+1]) || lang.HasStem(t.str(ws[i+1]), t.tab.Linkers)) {
			continue
		}
		if i+1 < len(ws) && lang.HasStem(t.str(ws[i+1]), t.tab.Postposition) {
			continue // "алушы туралы деректер"
		}
		if i+1 < len(ws) && t.matchAny(ws, i+1, t.tab.Or) > 0 && !t.apart(ws[i], ws[i+1]) {
			// "басшысы немесе ауылдық округ әкімі": the alternative belongs to the phrase.
			if j := t.alternative(ws, i+1, c); j > 0 {
				return t.phrase(ws, t.phraseStart(ws, start, i), j)
			}
		}
		if c != Nominative && t.attribute(ws, i) {
			continue
		}
		from := t.phraseStart(ws, start, i)
		if c == Genitive && from > start && !t.adverbs(ws[start:from]) {
			return nil // "… пароль арқылы тіркелген көрсетілетін қызметті алушының мәліметтері"
		}
		return t.phrase(ws, from, i)
	}
	return nil
}

// partOf reports whether the noun at i goes on the phrase before it rather than being
// the object: "корпорация қызметкері", not "басшы комиссияға".
func (t *text) partOf(ws []word, i int) bool {
	return t.isHead(ws[i], Nominative) || t.isHead(ws[i], Genitive) || t.isHead(ws[i], Instrumental)
}

// alternative returns the index of the noun that ends "немесе … әкімі" from i on, 0 for none.
func (t *text) alternative(ws []word, i int, c lang.Case) int {
	const most = 6
	for k := i + 1; k < len(ws) && k <= i+most; k++ {
		if t.finite(ws[k]) || t.apart(ws[k-1], ws[k]) && k > i+1 {
			return 0
		}
		if t.isHead(ws[k], c) {
			if k+1 < len(ws) && (t.anyHead(ws[k+1]) && t.partOf(ws, k+1) || lang.HasStem(t.str(ws[k+1]), t.tab.Linkers)) {
				continue
			}
			return k
		}
		if !t.modifier(ws[k]) && !t.anyHead(ws[k]) {
			return 0
		}
	}
	return 0
}

// attribute reports whether the noun at i only qualifies what follows: its data, its
// absence ("алушының деректерінде … болуына байланысты").
func (t *text) attribute(ws []word, i int) bool {
	for k := i + 1; k < len(ws); k++ {
		if lang.HasStem(t.str(ws[k]), t.tab.Because) {
			return true
		}
	}
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
		if t.apart(prev, ws[i]) {
			break
		}
		s := t.str(prev)
		if lang.HasStem(s, t.tab.WholeClause) {
			return from
		}
		if t.modifier(prev) || t.anyHead(prev) && !t.finite(prev) && !t.dative(prev) || t.matchAny(ws, i-1, t.tab.Or) > 0 && i-1 > from {
			i--
			continue
		}
		break
	}
	return i
}

// dative: an object before the subject is no part of it.
func (t *text) dative(w word) bool {
	s := t.str(w)
	for _, e := range []string{"ға", "ге", "қа", "ке", "на", "не", "ды", "ді", "ты", "ті", "ны", "ні", "нан", "нен", "дан", "ден"} {
		if strings.HasSuffix(s, e) && !strings.HasSuffix(s, "қызметті") {
			return true
		}
	}
	return false
}

// adverbs reports whether words before a subject are no more than when and where.
func (t *text) adverbs(ws []word) bool {
	for i := 0; i < len(ws); {
		if lang.HasStem(t.str(ws[i]), t.tab.SystemWords) || lang.HasStem(t.str(ws[i]), t.tab.Within) {
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
		if lang.HasStem(t.str(w), t.tab.SystemWords) {
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
	for i := 0; i < len(ws) && i <= maxSubject; i++ {
		if t.isHead(ws[i], Nominative) && !(nominal && t.isHead(ws[i], Genitive) && i > 0) {
			from := i
			for from > 0 && t.modifier(ws[from-1]) && !t.apart(ws[from-1], ws[from]) {
				from--
			}
			if from > 0 && t.governed(ws, from) {
				continue
			}
			to := i
			for to+1 < len(ws) && t.complement(ws, to+1) {
				to++
			}
			for to > i && t.matchAny(ws, to, t.tab.Or) > 0 {
				to--
			}
			return t.phrase(ws, from, to)
		}
		if t.finite(ws[i]) {
			break
		}
	}
	if !nominal {
		return nil
	}
	for i := 0; i < len(ws); i++ {
		if t.isHead(ws[i], Instrumental) && !t.isHead(ws[i], Nominative) {
			to := i
			for to+1 < len(ws) && t.complement(ws, to+1) && t.anyHead(ws[to+1]) {
				to++
			}
			return t.phrase(ws, i, to)
		}
	}
	return t.system(ws)
}

// governed reports whether a preposition before word i makes it no subject.
func (t *text) governed(ws []word, i int) bool {
	s := t.str(ws[i-1])
	return utf8.RuneCountInString(s) <= 3 && !lang.HasStem(s, t.tab.Or) || strings.HasSuffix(s, "ом") || strings.HasSuffix(s, "через")
}

// complement reports whether word i goes on the phrase of a Russian subject.
func (t *text) complement(ws []word, i int) bool {
	s := t.str(ws[i])
	gap := t.low[ws[i-1].end:ws[i].start]
	if strings.ContainsAny(gap, phraseEnds) {
		return false
	}
	if t.finite(ws[i]) {
		return false
	}
	if _, n := t.number(ws, i); n > 0 {
		return false
	}
	if t.matchAny(ws, i, t.tab.Or) > 0 {
		// "руководитель либо лицо, его замещающее"; "и" before another verb ends it.
		return i+1 < len(ws) && !t.finite(ws[i+1]) && (t.anyHead(ws[i+1]) || t.modifier(ws[i+1]) || strings.HasSuffix(t.str(ws[i+1]), "х"))
	}
	return utf8.RuneCountInString(s) > 3
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
		for _, have := range roles {
			if have == r {
				return
			}
		}
		roles = append(roles, r)
	}
	for i := range ws {
		if t.matchAny(ws, i, t.tab.Or) > 0 && i > from && i+1 < len(ws) {
			part := ws[from:i]
			// "берушінің немесе … аппаратының жауапты орындаушысы": the noun is common.
			if t.tab.HeadFinal && !t.isHead(ws[i-1], Nominative) && t.isHead(ws[i-1], Genitive) {
				part = append(append([]word{}, part...), t.commonHead(ws)...)
			}
			add(part)
			from = i + 1
		}
	}
	add(ws[from:])
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
	for _, rule := range t.tab.Roles {
		for _, set := range rule.Sets {
			all := true
			for _, stem := range set {
				if !t.hasStem(ws, stem) {
					all = false
					break
				}
			}
			if all {
				return rule.Role
			}
		}
	}
	return model.RoleOther
}
