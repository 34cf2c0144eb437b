package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
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
		first := s[:len(s)-len(tail)-1]
		switch {
		case t.isHeadWord(tail, c):
			return true
		case t.tab.HeadFinal: // the second changes alone: "дәрігер-фтизиатрдың"
			return t.isHeadWord(first, lang.Nominative) && t.tab.MayBeIn(tail, c)
		}
		return t.isHeadWord(first, c) // both change: "врачом-терапевтом"
	}
	if _, ending, ok := t.short(s); ok {
		// Russian abbreviations do not change: "работник ГК".
		return ending == "" && (c == lang.Nominative || !t.tab.HeadFinal) || t.tab.HeadFinal && ending != "" && slices.Contains(t.tab.Declensions[0].Cases[c], ending)
	}
	return c == lang.Nominative && t.agent(s) || c == lang.Instrumental && !t.tab.HeadFinal && t.agentInstrumental(s)
}

// agentInstrumental reports whether a Russian word is an agent by whom something is done:
// "землеустроителем".
func (t *text) agentInstrumental(s string) bool {
	for _, e := range t.tab.AgentEndings {
		noun := t.tab.Noun(e)
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
func (t *text) agent(s string) bool {
	return lang.EndsIn(s, t.tab.AgentEndings) && !lang.EndsIn(s, t.tab.NotAgents)
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

// caseOf returns the case of a noun that names who acts.
func (t *text) caseOf(w word, cases []lang.Case) (lang.Case, bool) {
	for _, c := range cases {
		if t.isHead(w, c) {
			return c, true
		}
	}
	return 0, false
}

// finite reports whether a word is a finite verb.
func (t *text) finite(w word) bool { return t.tab.IsFinite(t.str(w)) }

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
	switch first, next := t.tab.Listed.Stem(t.str(a)), t.tab.Listed.Stem(t.str(b)); strings.TrimSpace(t.low[a.end:b.start]) {
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
		noun = noun && !t.tab.HeadFinal || t.isHead(ws[k], lang.Nominative) // of a Kazakh phrase the last
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
	for k < len(ws) && t.tab.Deputy.Stem(t.str(ws[k])) && (k == i || !t.apart(ws[k-1], ws[k])) {
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

// maxSubject is how many words may stand before the noun that names who acts.
const maxSubject = 14

// phrase makes an actor of the words from..to.
func (t *text) phrase(ws []word, from, to int) *actor {
	// "ГУ "Управление культуры""
	if from > 0 && !t.tab.HeadFinal && t.abbreviation(ws[from-1]) && strings.Trim(t.low[ws[from-1].end:ws[from].start], ` "«`) == "" && ws[from].start > ws[from-1].end+1 {
		from--
	}
	s := model.Span{ws[from].start, ws[to].end}
	// A quotation that the phrase begins in belongs to it: `"Е-лицензиялау" МДБ АЖ`.
	if s[0] > 0 && strings.ContainsRune(`"«`, rune(t.low[s[0]-1])) && strings.Count(t.of(s), `"`)%2 == 1 {
		s[0]--
	}
	// So does the end of a bracket: "акимат города (района)".
	if strings.Count(t.of(s), "(") > strings.Count(t.of(s), ")") && s[1] < len(t.low) && t.low[s[1]] == ')' {
		s[1]++
	}
	// And of a quotation: `учреждение "Отдел занятости"`.
	if s[1] < len(t.low) && t.low[s[1]] == '"' && strings.Count(t.of(s), `"`)%2 == 1 {
		s[1]++
	} else if strings.HasPrefix(t.low[s[1]:], "»") && strings.Count(t.of(s), "«") > strings.Count(t.of(s), "»") {
		s[1] += len("»")
	}
	a := &actor{span: s}
	a.roles, a.other = t.roles(ws[from : to+1])
	return a
}

// system finds the information system that acts in a passive or nominal sentence, or the
// office in which that is done.
func (t *text) system(ws []word) *actor {
	if t.has(ws, &t.tab.Rooms) {
		return &actor{roles: []model.Role{model.RoleOffice}}
	}
	for i, w := range ws {
		if t.tab.Towards.Stem(t.str(w)) || !t.tab.HeadFinal && t.matchAny(ws, i, &t.tab.Because) > 0 {
			return nil
		}
		if t.tab.SystemWords.Stem(t.str(w)) && !(t.tab.Databases.Stem(t.str(w)) && (t.because(ws, i) || t.about(ws, i))) {
			// A system that only lies on the way ("… арқылы") does not act.
			if i+1 < len(ws) && t.tab.Postposition.Stem(t.str(ws[i+1])) {
				continue
			}
			return &actor{roles: []model.Role{model.RolePortal}}
		}
	}
	return nil
}

// modifier reports whether a word can belong to the phrase of the noun behind it.
func (t *text) modifier(w word) bool {
	return t.tab.Modifiers.Stem(t.str(w)) || t.tab.Linkers.Stem(t.str(w))
}

// abbreviation reports whether a word is written in capitals, its ending aside: "АЖ-да".
func (t *text) abbreviation(w word) bool {
	s, _, _ := strings.Cut(t.Canonical[w.start:w.end], "-")
	return s == strings.ToUpper(s)
}

// adverbs reports whether words before a subject are no more than when and where.
func (t *text) adverbs(ws []word) bool {
	for i := 0; i < len(ws); {
		if t.tab.SystemWords.Stem(t.str(ws[i])) || t.tab.Within.Stem(t.str(ws[i])) {
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

// short returns what an abbreviation stands for in this regulation, and the ending behind
// its hyphen: "МК-ның".
func (t *text) short(s string) (term model.Span, ending string, ok bool) {
	if len(t.shorts) == 0 {
		return term, "", false
	}
	s, ending, _ = strings.Cut(s, "-")
	term, ok = t.shorts[s]
	return term, ending, ok
}
