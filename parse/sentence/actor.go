package sentence

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// Actor is who acts in a sentence: the phrase as written and its roles.
type Actor struct {
	Span  model.Span
	Roles []model.Role
	Other bool // a phrase that could not be classified
}

// IsHead reports whether a word is a noun that names who acts, in the case. A hyphen
// parts an abbreviation from its ending: "ЭҮП-тің".
func (t *Text) IsHead(w Word, c lang.Case) bool { return t.isHeadWord(t.Str(w), c) }

func (t *Text) isHeadWord(s string, c lang.Case) bool {
	for _, n := range t.Tab.Nouns(s) {
		if rest, ok := strings.CutPrefix(s, n.Stem); ok && slices.Contains(n.Cases[c], strings.TrimPrefix(rest, "-")) {
			return true
		}
	}
	if tail := compound(s); tail != "" {
		first := s[:len(s)-len(tail)-1]
		switch {
		case t.isHeadWord(tail, c):
			return true
		case t.Tab.HeadFinal: // the second changes alone: "дәрігер-фтизиатрдың"
			return t.isHeadWord(first, lang.Nominative) && t.Tab.MayBeIn(tail, c)
		}
		return t.isHeadWord(first, c) // both change: "врачом-терапевтом"
	}
	if _, ending, ok := t.Abbreviated(s); ok {
		// Russian abbreviations do not change: "работник ГК".
		return ending == "" && (c == lang.Nominative || !t.Tab.HeadFinal) || t.Tab.HeadFinal && ending != "" && slices.Contains(t.Tab.Declensions[0].Cases[c], ending)
	}
	return c == lang.Nominative && t.agent(s) || c == lang.Instrumental && !t.Tab.HeadFinal && t.agentInstrumental(s)
}

// agentInstrumental reports whether a Russian word is an agent by whom something is done:
// "землеустроителем".
func (t *Text) agentInstrumental(s string) bool {
	for _, e := range t.Tab.AgentEndings {
		noun := t.Tab.Noun(e)
		for _, by := range noun.Cases[lang.Instrumental] {
			if root, ok := strings.CutSuffix(s, noun.Stem+by); ok && t.agent(root+e) {
				return true
			}
		}
	}
	return false
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
func (t *Text) agent(s string) bool {
	return lang.EndsIn(s, t.Tab.AgentEndings) && !lang.EndsIn(s, t.Tab.NotAgents)
}

// anyHead reports whether a word is such a noun in any form.
func (t *Text) anyHead(w Word) bool {
	s := t.Str(w)
	for _, n := range t.Tab.Nouns(s) {
		if n.Is(s) {
			return true
		}
	}
	_, _, short := t.Abbreviated(s)
	return short || t.agent(s)
}

// caseOf returns the case of a noun that names who acts.
func (t *Text) caseOf(w Word, cases []lang.Case) (lang.Case, bool) {
	for _, c := range cases {
		if t.IsHead(w, c) {
			return c, true
		}
	}
	return 0, false
}

// Finite reports whether a word is a finite verb.
func (t *Text) Finite(w Word) bool { return t.Tab.IsFinite(t.Str(w)) }

// marks between two neighbouring words of a phrase that end it.
const PhraseEnds = ",;:()" + Dashes

// Apart reports whether a mark stands between two neighbouring words.
func (t *Text) Apart(a, b Word) bool {
	return strings.ContainsAny(t.Low[a.End:b.Start], PhraseEnds)
}

// parted reports whether a mark parts two neighbouring words of a phrase; one between
// places does not: "қаланың, кенттің, ауылдың, ауылдық округтің әкімі", "аким района
// (города)".
func (t *Text) parted(a, b Word) bool {
	switch first, next := t.Tab.Listed.Stem(t.Str(a)), t.Tab.Listed.Stem(t.Str(b)); strings.TrimSpace(t.Low[a.End:b.Start]) {
	case ",", "(":
		return !first || !next
	case ")":
		return !first
	}
	return t.Apart(a, b)
}

// apposition returns the last word of what dashes, or one and the verb, set beside the
// phrase of a subject that ends at i: "ответственное лицо | – делопроизводитель – | принимает".
func (t *Text) apposition(ws []Word, i int) int {
	const most = 6
	between := func(k int) bool {
		return k+1 < len(ws) && strings.Trim(t.Low[ws[k].End:ws[k+1].Start], " "+Dashes) == "" && t.Apart(ws[k], ws[k+1])
	}
	if !between(i) {
		return i
	}
	noun := false
	for k := i + 1; k < len(ws) && k <= i+most && !t.Finite(ws[k]); k++ {
		noun = noun && !t.Tab.HeadFinal || t.IsHead(ws[k], lang.Nominative) // of a Kazakh phrase the last
		switch {
		case noun && (between(k) || k+1 == len(ws) || t.Finite(ws[k+1])):
			return k
		case k+1 < len(ws) && t.parted(ws[k], ws[k+1]):
			return i
		}
	}
	return i
}

// deputy returns the last word of what describes who stands in for somebody, in the
// words from i on: "лицо | , его замещающее"; i-1 where nothing does.
func (t *Text) deputy(ws []Word, i int) int {
	if i >= len(ws) || strings.Trim(t.Low[ws[i-1].End:ws[i].Start], " ,") != "" {
		return i - 1
	}
	k := i
	for k < len(ws) && t.Tab.Deputy.Stem(t.Str(ws[k])) && (k == i || !t.Apart(ws[k-1], ws[k])) {
		k++
	}
	if k == i+1 {
		return i - 1 // "руководитель | ее подписывает"
	}
	return k - 1
}

// Subject reads who acts in the words of a clause, nil where the clause does not say.
// nominal sentences ("… операторының … енгізуі", "порталда … тексеріледі") name it in
// other cases than the nominative.
func (t *Text) Subject(ws []Word, nominal bool) *Actor {
	if len(ws) == 0 {
		return nil
	}
	if t.Tab.HeadFinal {
		return t.subjectHeadFinal(ws, nominal)
	}
	return t.subjectHeadFirst(ws, nominal)
}

// maxSubject is how many words may stand before the noun that names who acts.
const maxSubject = 14

// phrase makes an actor of the words from..to.
func (t *Text) phrase(ws []Word, from, to int) *Actor {
	// "ГУ "Управление культуры""
	if from > 0 && !t.Tab.HeadFinal && t.Abbreviation(ws[from-1]) && strings.Trim(t.Low[ws[from-1].End:ws[from].Start], ` "«`) == "" && ws[from].Start > ws[from-1].End+1 {
		from--
	}
	s := model.Span{ws[from].Start, ws[to].End}
	// A quotation that the phrase begins in belongs to it: `"Е-лицензиялау" МДБ АЖ`.
	if s[0] > 0 && strings.ContainsRune(`"«`, rune(t.Low[s[0]-1])) && strings.Count(t.Of(s), `"`)%2 == 1 {
		s[0]--
	}
	// So does the end of a bracket: "акимат города (района)".
	if strings.Count(t.Of(s), "(") > strings.Count(t.Of(s), ")") && s[1] < len(t.Low) && t.Low[s[1]] == ')' {
		s[1]++
	}
	// And of a quotation: `учреждение "Отдел занятости"`.
	if s[1] < len(t.Low) && t.Low[s[1]] == '"' && strings.Count(t.Of(s), `"`)%2 == 1 {
		s[1]++
	} else if strings.HasPrefix(t.Low[s[1]:], "»") && strings.Count(t.Of(s), "«") > strings.Count(t.Of(s), "»") {
		s[1] += len("»")
	}
	a := &Actor{Span: s}
	a.Roles, a.Other = t.Roles(ws[from : to+1])
	return a
}

// system finds the information system that acts in a passive or nominal sentence, or the
// office in which that is done.
func (t *Text) system(ws []Word) *Actor {
	if t.Has(ws, &t.Tab.Rooms) {
		return &Actor{Roles: []model.Role{model.RoleOffice}}
	}
	for i, w := range ws {
		if t.Tab.Towards.Stem(t.Str(w)) || !t.Tab.HeadFinal && t.MatchAny(ws, i, &t.Tab.Because) > 0 {
			return nil
		}
		if t.Tab.SystemWords.Stem(t.Str(w)) && !(t.Tab.Databases.Stem(t.Str(w)) && (t.because(ws, i) || t.about(ws, i))) {
			// A system that only lies on the way ("… арқылы") does not act.
			if i+1 < len(ws) && t.Tab.Postposition.Stem(t.Str(ws[i+1])) {
				continue
			}
			return &Actor{Roles: []model.Role{model.RolePortal}}
		}
	}
	return nil
}

// modifier reports whether a word can belong to the phrase of the noun behind it.
func (t *Text) modifier(w Word) bool {
	return t.Tab.Modifiers.Stem(t.Str(w)) || t.Tab.Linkers.Stem(t.Str(w))
}

// Abbreviation reports whether a word is written in capitals, its ending aside: "АЖ-да".
func (t *Text) Abbreviation(w Word) bool {
	s, _, _ := strings.Cut(t.Canonical[w.Start:w.End], "-")
	return s == strings.ToUpper(s)
}

// adverbs reports whether words before a subject are no more than when and where.
func (t *Text) adverbs(ws []Word) bool {
	for i := 0; i < len(ws); {
		if t.Tab.SystemWords.Stem(t.Str(ws[i])) || t.Tab.Within.Stem(t.Str(ws[i])) {
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

// Abbreviated returns what an abbreviation stands for in this regulation, and the ending behind
// its hyphen: "МК-ның".
func (t *Text) Abbreviated(s string) (term model.Span, ending string, ok bool) {
	if len(t.shorts) == 0 {
		return term, "", false
	}
	s, ending, _ = strings.Cut(s, "-")
	term, ok = t.shorts[s]
	return term, ending, ok
}

// Nominative reports whether a word names who acts, as the subject of a sentence.
func (t *Text) Nominative(w Word) bool { return t.IsHead(w, lang.Nominative) }
