package regulation

import (
	"strings"

	"reglament/parse/lang"
)

// clause is a part of a sentence; conditional ones say when something holds.
type clause struct {
	from, to    int // words
	conditional bool
}

// clauses parts the words of one sentence at the ends (Kazakh) or beginnings (Russian)
// of its conditional clauses:
//
//	"… құжаттарды ұсынған жағдайларда | көрсетілетін қызметті беруші өтінішті қабылдаудан бас тартады"
func (t *text) clauses(ws []word) []clause {
	var out []clause
	from := 0
	if t.tab.HeadFinal {
		for i := range ws {
			if i > from && t.condition(ws, i) && !t.bracketed(ws[from], ws[i]) {
				named := !t.hasFinite(ws)
				// What is done before the condition, and in what time, does not depend on it:
				// "… тексереді – 5 жұмыс күні, | толық болған жағдайда | тіркейді".
				for k := i - 1; k >= from; k-- {
					end := t.behindTerm(ws[:i], k+1)
					timed := end > k+1 && strings.ContainsAny(t.low[ws[k].end:ws[k+1].start], dashes) // "жобаны әзірлеуі – 3 жұмыс күні, |"
					if timed || t.finite(ws[k]) || named && t.namesBefore(ws[:i+1], k) || t.doneBefore(ws[:i+1], k) || t.apart(ws[k], ws[k+1]) && t.tab.But.Stem(t.str(ws[k+1])) {
						out = append(out, clause{from, end, false})
						from = end
						break
					}
				}
				out = append(out, clause{from, i + 1, true})
				from = i + 1
			}
		}
	} else {
		for i := 0; i < len(ws); i++ {
			if n := t.matchAny(ws, i, &t.tab.ConditionMarkers); n > 0 {
				if i > from {
					out = append(out, clause{from, i, false})
				}
				end := t.conditionEnd(ws, i)
				out = append(out, clause{i, end, true})
				from = end
				i = end - 1
			}
		}
	}
	if from < len(ws) {
		out = append(out, clause{from, len(ws), false})
	}
	return out
}

// condition reports whether a clause that ends at word i is a condition: a marker of its
// own, or one behind a participle ("ұсынбаған жағдайда"), which does not merely name a
// moment of the procedure.
func (t *text) condition(ws []word, i int) bool {
	s := t.str(ws[i])
	return t.tab.ConditionVerbs.Stem(s) || t.tab.ConditionMarkers.Stem(s) && t.participle(t.str(ws[i-1])) && !t.inAbsence(ws, i)
}

// doneBefore reports whether the converb at k tells what is done before the condition that
// the words end in, not what he did on whom it depends: "өтінімді қарап, | оң шешім қабылданған
// жағдайда", but not "алушы келіп, нәтижені алмаған жағдайда".
func (t *text) doneBefore(ws []word, k int) bool {
	last := len(ws) - 1
	if k+1 >= last || !lang.EndsIn(t.str(ws[k]), t.tab.Converbs) || lang.EndsIn(t.str(ws[k]), t.tab.Befalls) || !t.apart(ws[k], ws[k+1]) {
		return false
	}
	return lang.EndsIn(t.str(ws[last]), t.tab.Befalls) || lang.EndsIn(t.str(ws[last-1]), t.tab.Befalls) || t.nounPhraseAt(ws[k+1:]) != nil
}

// namesBefore reports whether the word at k ends what a sentence without a verb names before the
// condition that the words end in: "деректерді тексеру, | бұзушылық болса – 2-процесс, | болмаса".
func (t *text) namesBefore(ws []word, k int) bool {
	s := t.str(ws[k])
	number, noun, _ := strings.Cut(s, "-")
	return t.apart(ws[k], ws[k+1]) && (lang.EndsIn(s, t.tab.BareNouns) || lang.EndsIn(s, t.tab.OwnedNouns) || isNumber(number) && t.tab.ProcessLabels.Stem(noun))
}

// inAbsence reports whether the clause that ends at word i tells no more than when another
// stands in: "басшы, ал ол болмаған кезде | оның орынбасары".
func (t *text) inAbsence(ws []word, i int) bool {
	return i >= 2 && i+1 < len(ws) && t.tab.Deputy.Stem(t.str(ws[i+1])) && t.matchAny(ws, i-2, &t.tab.Absent) > 0
}

// conditionEnd returns where a Russian conditional clause that begins at word i ends:
// behind the comma before the word that names who acts, or before the verb.
//
// A condition that is a noun with its preposition needs no comma: "в случае отсутствия
// документов | специалист отказывает".
func (t *text) conditionEnd(ws []word, i int) int {
	noun := t.tab.Prepositions.Stem(t.str(ws[i]))
	between := i > 0 && t.tab.Or.Stem(t.str(ws[i-1])) && t.apart(ws[i-1], ws[i]) // "оформляет справку или, | при отказе |, ответ"
	for k := i + 1; k < len(ws); k++ {
		if between && noun && strings.TrimSpace(t.low[ws[k-1].end:ws[k].start]) == "," {
			return k
		}
		if within := t.low[ws[i].start:ws[k].start]; strings.Contains(t.low[ws[k-1].end:ws[k].start], ";") || strings.Count(within, ")") > strings.Count(within, "(") {
			return k // "фиксирует в системе (в случае отсутствия собственной системы) | поступившие документы"
		}
		if strings.ContainsAny(t.low[ws[k-1].end:ws[k].start], dashes) && (noun || t.finite(ws[k]) || t.hasFinite(ws[i:k]) || t.isTerm(ws[k:]) || t.isHead(ws[k], lang.Nominative)) {
			return k // "если документы не соответствуют | – возвращает их", "если акт не подписан | – специалист направляет его"
		}
		if _, number := t.number(ws, k-1); number == 0 && strings.Contains(t.low[ws[k-1].end:ws[k].start], "(") && t.isTerm(ws[k:]) {
			return k // "уведомляет, в случае отказа с указанием основания | (3 рабочих дня)", but not "на 30 (тридцать) дней"
		}
		if noun && t.finite(ws[k]) {
			if t.tab.And.Stem(t.str(ws[k-1])) || t.tab.LimitPoint.Stem(t.str(ws[k-1])) {
				return k - 1 // "проверяет участок при наличии договора | и составляет акт", "при необходимости | срок продлевается"
			}
			return k // "в случае соответствия | оформляет лицензию в течение 12 дней"
		}
		noun = noun && !t.tab.If.Stem(t.str(ws[k])) && !t.tab.Relative.Stem(t.str(ws[k]))
		if noun && k > i+1 && t.isHead(ws[k], lang.Nominative) && !t.isHead(ws[k], lang.Genitive) && !t.governed(ws, k, k) && t.hasFinite(ws[k:]) {
			for t.agrees(ws[k-1]) {
				k--
			}
			return k
		}
		if noun && (t.matchAny(ws, k, &t.tab.Within) > 0 || t.matchAny(ws, k, &t.tab.NotMore) > 0) && t.onlyTerm(ws[k:]) {
			return k
		}
		if strings.Contains(t.low[ws[k-1].end:ws[k].start], ",") && (t.isHead(ws[k], lang.Nominative) || t.finite(ws[k]) && !t.hasFinite(ws[i:k]) || t.prolonged(ws[k:])) {
			return k
		}
	}
	return len(ws)
}

// prolonged reports whether words begin with the term that their verb extends: "срок продлевается".
func (t *text) prolonged(ws []word) bool {
	return len(ws) > 1 && t.tab.LimitPoint.Stem(t.str(ws[0])) && t.matchAny(ws, 1, &t.tab.Extension) > 0
}

// behindTerm returns where a term that begins at word i and ends before a comma or a semicolon
// does, else i.
func (t *text) behindTerm(ws []word, i int) int {
	for k := i + 1; k < len(ws); k++ {
		if strings.ContainsAny(t.low[ws[k-1].end:ws[k].start], ",;") {
			if t.isTerm(ws[i:k]) {
				return k
			}
			break
		}
	}
	return i
}

// isTerm reports whether words are nothing but a term.
func (t *text) isTerm(ws []word) bool {
	ds := t.durations(ws)
	return len(ds) == 1 && ds[0].Span[0] <= ws[0].start && ws[len(ws)-1].end <= ds[0].Span[1]
}

// onlyTerm reports whether nothing but a term comes before the verb: "в случае неполноты
// документов | в течение 2 дней дает отказ". The term is that of the verb.
func (t *text) onlyTerm(ws []word) bool {
	ds := t.durations(ws)
	if len(ds) == 0 || ds[0].Span[0] != ws[0].start {
		return false
	}
	for _, w := range ws {
		if w.start >= ds[0].Span[1] && !lang.EndsIn(t.str(w), t.tab.AdverbEndings) {
			return t.finite(w) // "в течение 2 дней письменно | уведомляет"
		}
	}
	return false
}
