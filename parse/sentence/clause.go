package sentence

import (
	"strings"

	"reglament/parse/lang"
)

// Clause is a part of a sentence; conditional ones say when something holds.
type Clause struct {
	From, To    int // words
	Conditional bool
}

// Clauses parts the words of one sentence at the ends (Kazakh) or beginnings (Russian)
// of its conditional clauses:
//
//	"… құжаттарды ұсынған жағдайларда | көрсетілетін қызметті беруші өтінішті қабылдаудан бас тартады"
func (t *Text) Clauses(ws []Word) []Clause {
	if t.Tab.HeadFinal {
		return t.clausesHeadFinal(ws)
	}
	return t.clausesHeadFirst(ws)
}

func (t *Text) clausesHeadFinal(ws []Word) (out []Clause) {
	from := 0
	for i := range ws {
		if i == from || !t.Condition(ws, i) || t.Bracketed(ws[from], ws[i]) {
			continue
		}
		if end := t.beforeCondition(ws, from, i); end > from {
			out = append(out, Clause{from, end, false})
			from = end
		}
		out = append(out, Clause{from, i + 1, true})
		from = i + 1
	}
	if from < len(ws) {
		out = append(out, Clause{from, len(ws), false})
	}
	return out
}

// beforeCondition returns where what is done before the condition ends that word at ends, in the
// words from from on; from where nothing is. What is done before it, and in what time, does not
// depend on it: "… тексереді – 5 жұмыс күні, | толық болған жағдайда | тіркейді".
func (t *Text) beforeCondition(ws []Word, from, at int) int {
	named := !t.HasFinite(ws)
	ws = ws[:at+1]
	for k := at - 1; k >= from; k-- {
		end := t.behindTerm(ws[:at], k+1)
		timed := end > k+1 && strings.ContainsAny(t.Low[ws[k].End:ws[k+1].Start], Dashes) // "жобаны әзірлеуі – 3 жұмыс күні, |"
		if timed || t.Finite(ws[k]) || named && t.namesBefore(ws, k) || t.doneBefore(ws, k) || t.Apart(ws[k], ws[k+1]) && t.Tab.But.Stem(t.Str(ws[k+1])) {
			return end
		}
	}
	return from
}

func (t *Text) clausesHeadFirst(ws []Word) (out []Clause) {
	from := 0
	for i := 0; i < len(ws); i++ {
		if t.MatchAny(ws, i, &t.Tab.ConditionMarkers) == 0 {
			continue
		}
		if i > from {
			out = append(out, Clause{from, i, false})
		}
		end := t.conditionEnd(ws, i)
		out = append(out, Clause{i, end, true})
		from = end
		i = end - 1
	}
	if from < len(ws) {
		out = append(out, Clause{from, len(ws), false})
	}
	return out
}

// Condition reports whether a clause that ends at word i is a condition: a marker of its
// own, or one behind a participle ("ұсынбаған жағдайда"), which does not merely name a
// moment of the procedure.
func (t *Text) Condition(ws []Word, i int) bool {
	s := t.Str(ws[i])
	return t.Tab.ConditionVerbs.Stem(s) || t.Tab.ConditionMarkers.Stem(s) && t.participle(t.Str(ws[i-1])) && !t.inAbsence(ws, i)
}

// doneBefore reports whether the converb at k tells what is done before the condition that
// the words end in, not what he did on whom it depends: "өтінімді қарап, | оң шешім қабылданған
// жағдайда", but not "алушы келіп, нәтижені алмаған жағдайда".
func (t *Text) doneBefore(ws []Word, k int) bool {
	last := len(ws) - 1
	if k+1 >= last || !lang.EndsIn(t.Str(ws[k]), t.Tab.Converbs) || lang.EndsIn(t.Str(ws[k]), t.Tab.Befalls) || !t.Apart(ws[k], ws[k+1]) {
		return false
	}
	return lang.EndsIn(t.Str(ws[last]), t.Tab.Befalls) || lang.EndsIn(t.Str(ws[last-1]), t.Tab.Befalls) || t.NounPhraseAt(ws[k+1:]) != nil
}

// namesBefore reports whether the word at k ends what a sentence without a verb names before the
// condition that the words end in: "деректерді тексеру, | бұзушылық болса – 2-процесс, | болмаса".
func (t *Text) namesBefore(ws []Word, k int) bool {
	s := t.Str(ws[k])
	number, noun, _ := strings.Cut(s, "-")
	return t.Apart(ws[k], ws[k+1]) && (lang.EndsIn(s, t.Tab.BareNouns) || lang.EndsIn(s, t.Tab.OwnedNouns) || IsNumber(number) && t.Tab.ProcessLabels.Stem(noun))
}

// inAbsence reports whether the clause that ends at word i tells no more than when another
// stands in: "басшы, ал ол болмаған кезде | оның орынбасары".
func (t *Text) inAbsence(ws []Word, i int) bool {
	return i >= 2 && i+1 < len(ws) && t.Tab.Deputy.Stem(t.Str(ws[i+1])) && t.MatchAny(ws, i-2, &t.Tab.Absent) > 0
}

// conditionEnd returns where a Russian conditional clause that begins at word i ends:
// behind the comma before the word that names who acts, or before the verb.
//
// A condition that is a noun with its preposition needs no comma: "в случае отсутствия
// документов | специалист отказывает".
func (t *Text) conditionEnd(ws []Word, i int) int {
	noun := t.Tab.Prepositions.Stem(t.Str(ws[i]))
	between := i > 0 && t.Tab.Or.Stem(t.Str(ws[i-1])) && t.Apart(ws[i-1], ws[i]) // "оформляет справку или, | при отказе |, ответ"
	for k := i + 1; k < len(ws); k++ {
		if between && noun && strings.TrimSpace(t.Low[ws[k-1].End:ws[k].Start]) == "," {
			return k
		}
		if within := t.Low[ws[i].Start:ws[k].Start]; strings.Contains(t.Low[ws[k-1].End:ws[k].Start], ";") || strings.Count(within, ")") > strings.Count(within, "(") {
			return k // "фиксирует в системе (в случае отсутствия собственной системы) | поступившие документы"
		}
		if strings.ContainsAny(t.Low[ws[k-1].End:ws[k].Start], Dashes) && (noun || t.Finite(ws[k]) || t.HasFinite(ws[i:k]) || t.isTerm(ws[k:]) || t.IsHead(ws[k], lang.Nominative)) {
			return k // "если документы не соответствуют | – возвращает их", "если акт не подписан | – специалист направляет его"
		}
		if _, number := t.number(ws, k-1); number == 0 && strings.Contains(t.Low[ws[k-1].End:ws[k].Start], "(") && t.isTerm(ws[k:]) {
			return k // "уведомляет, в случае отказа с указанием основания | (3 рабочих дня)", but not "на 30 (тридцать) дней"
		}
		if noun && t.Finite(ws[k]) {
			if t.Tab.And.Stem(t.Str(ws[k-1])) || t.Tab.LimitPoint.Stem(t.Str(ws[k-1])) {
				return k - 1 // "проверяет участок при наличии договора | и составляет акт", "при необходимости | срок продлевается"
			}
			return k // "в случае соответствия | оформляет лицензию в течение 12 дней"
		}
		noun = noun && !t.Tab.If.Stem(t.Str(ws[k])) && !t.Tab.Relative.Stem(t.Str(ws[k]))
		if noun && k > i+1 && t.IsHead(ws[k], lang.Nominative) && !t.IsHead(ws[k], lang.Genitive) && !t.governed(ws, k, k) && t.HasFinite(ws[k:]) {
			for t.Agrees(ws[k-1]) {
				k--
			}
			return k
		}
		if noun && (t.MatchAny(ws, k, &t.Tab.Within) > 0 || t.MatchAny(ws, k, &t.Tab.NotMore) > 0) && t.onlyTerm(ws[k:]) {
			return k
		}
		if strings.Contains(t.Low[ws[k-1].End:ws[k].Start], ",") && (t.IsHead(ws[k], lang.Nominative) || t.Finite(ws[k]) && !t.HasFinite(ws[i:k]) || t.prolonged(ws[k:])) {
			return k
		}
	}
	return len(ws)
}

// prolonged reports whether words begin with the term that their verb extends: "срок продлевается".
func (t *Text) prolonged(ws []Word) bool {
	return len(ws) > 1 && t.Tab.LimitPoint.Stem(t.Str(ws[0])) && t.MatchAny(ws, 1, &t.Tab.Extension) > 0
}

// behindTerm returns where a term that begins at word i and ends before a comma or a semicolon
// does, else i.
func (t *Text) behindTerm(ws []Word, i int) int {
	for k := i + 1; k < len(ws); k++ {
		if strings.ContainsAny(t.Low[ws[k-1].End:ws[k].Start], ",;") {
			if t.isTerm(ws[i:k]) {
				return k
			}
			break
		}
	}
	return i
}

// isTerm reports whether words are nothing but a term.
func (t *Text) isTerm(ws []Word) bool {
	ds := t.Durations(ws)
	return len(ds) == 1 && ds[0].Span[0] <= ws[0].Start && ws[len(ws)-1].End <= ds[0].Span[1]
}

// behindSince returns the word behind what tells since when a term at i is reckoned, else i: "с
// момента регистрации | готовит".
func (t *Text) behindSince(ws []Word, i int) int {
	n := t.MatchAny(ws, i, &t.Tab.SinceWhen)
	if n == 0 || i+n == len(ws) {
		return i
	}
	for i += n; i+1 < len(ws) && !t.Finite(ws[i]) && !t.Apart(ws[i-1], ws[i]) && (!t.Nominative(ws[i]) || t.IsHead(ws[i], lang.Genitive)); i++ {
	}
	return i
}

// onlyTerm reports whether nothing but a term comes before the verb: "в случае неполноты
// документов | в течение 2 дней дает отказ". The term is that of the verb.
func (t *Text) onlyTerm(ws []Word) bool {
	ds := t.Durations(ws)
	if len(ds) == 0 || ds[0].Span[0] != ws[0].Start {
		return false
	}
	for i := range ws {
		if ws[i].Start >= ds[0].Span[1] && !lang.EndsIn(t.Str(ws[i]), t.Tab.AdverbEndings) {
			return t.Finite(ws[t.behindSince(ws, i)]) // "в течение 2 дней письменно | уведомляет"
		}
	}
	return false
}
