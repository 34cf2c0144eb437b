package act

import (
	"strconv"

	"reglament/model"
	"reglament/parse/lang"
)

type entryVerb struct {
	p         lang.Pattern
	operation bool
	begins    bool
	short     bool // see lang.ShortEntryVerbs
}

type entryEvent struct {
	p    lang.Pattern
	from model.EffectiveFrom
}

var (
	entryVerbs = func() (out []entryVerb) {
		for _, v := range lang.EntryVerbs {
			out = append(out, entryVerb{v.Phrase.Pattern(), v.Operation, v.Begins, false})
		}
		for _, p := range lang.ShortEntryVerbs {
			out = append(out, entryVerb{p.Pattern(), true, true, true})
		}
		return out
	}()
	entryEvents = func() (out []entryEvent) {
		for _, v := range lang.EntryEvents {
			out = append(out, entryEvent{v.Phrase.Pattern(), v.From})
		}
		return out
	}()
	entryParts = lang.NewNeedles(lang.EntryParts...)
)

// effective reads the rule of entry into force in text, nil where there is none: "осы
// қаулы алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң
// қолданысқа енгізіледі". Of a sentence that tells when the act comes into force and
// when it is set in operation the latter counts. base moves the span.
func effective(text string, base int, l model.Language) *model.EffectiveRule {
	if !entryParts.In(text) {
		return nil
	}
	return scan(text).effective(0, -1, base, l)
}

// effective reads the rule among tokens [from, to); to < 0 is the end.
func (l *line) effective(from, to, base int, lg model.Language) *model.EffectiveRule {
	if to < 0 {
		to = len(l.t)
	}
	type verb struct {
		at, n     int
		operation bool
	}
	var verbs []verb
	for i := from; i < to; i++ {
		if l.t[i].kind != word {
			continue
		}
		for _, v := range entryVerbs {
			if n, ok := l.at(i, v.p); ok && i+n <= to && !(v.short && l.ofOther(i, lg)) {
				verbs = append(verbs, verb{i, n, v.operation})
				i += n - 1
				break
			}
		}
	}
	var best *model.EffectiveRule
	bestOperation := false
	for k, v := range verbs {
		clauseFrom, clauseTo := from, to
		if lg == model.Kazakh { // the verb ends the clause
			clauseTo = v.at + v.n
			if k > 0 {
				clauseFrom = verbs[k-1].at + verbs[k-1].n
			}
		} else {
			clauseFrom = v.at
			if k+1 < len(verbs) {
				clauseTo = verbs[k+1].at
			}
			clauseTo = l.clauseEnd(clauseFrom, clauseTo)
		}
		rule := l.entryRule(clauseFrom, clauseTo, base)
		if rule == nil && lg == model.Russian { // "со дня … вводится в действие"
			clauseFrom = from
			if k > 0 {
				clauseFrom = verbs[k-1].at + verbs[k-1].n
			}
			rule = l.entryRule(clauseFrom, v.at+v.n, base)
		} else if rule == nil && k == len(verbs)-1 {
			rule = l.entryRule(v.at, to, base)
		}
		if rule != nil && (best == nil || v.operation && !bestOperation) {
			best, bestOperation = rule, v.operation
		}
	}
	return best
}

// entryAt reports whether a verb of entry into force begins at token i.
func (l *line) entryAt(i int) bool {
	for _, v := range entryVerbs {
		if _, ok := l.at(i, v.p); ok {
			return true
		}
	}
	return false
}

// ofOther reports whether the word before token i is one, and not the word for an act.
func (l *line) ofOther(i int, lg model.Language) bool {
	if i == 0 || l.t[i-1].kind != word {
		return false
	}
	_, act := lang.KindOf(l.t[i-1].low, lg)
	return !act
}

// clauseEnd ends a Russian clause at a semicolon or the end of a bracket or sentence.
func (l *line) clauseEnd(from, to int) int {
	for i := from; i < to; i++ {
		t := l.t[i]
		if t.low == ";" || t.low == "." && l.sentenceEnd(i) || t.kind == close && (t.match < from) {
			return i
		}
	}
	return to
}

// entryRule reads event and days of one clause.
func (l *line) entryRule(from, to, base int) *model.EffectiveRule {
	for i := from; i < to; i++ {
		t := l.t[i]
		switch {
		case t.kind == word:
			for _, e := range entryEvents {
				n, ok := l.at(i, e.p)
				if !ok || i+n > to {
					continue
				}
				r := &model.EffectiveRule{From: e.from, DayKind: model.CalendarDays}
				first, last := i, i+n
				r.Days, r.DayKind, first, last = l.entryDays(from, to, first, last)
				r.Span = model.Span{l.t[first].start + base, l.t[last-1].end + base}
				return l.withVerb(r, from, first, to, base)
			}
		case t.kind == figure || t.kind == quote:
			if r, first := l.startAt(i, from, to, base); r != nil {
				return l.withVerb(r, from, first, to, base)
			}
		}
	}
	return nil
}

// startAt reads the date at token i, of a clause [from, to), as one that something starts
// on, and returns the first token of the rule.
func (l *line) startAt(i, from, to, base int) (*model.EffectiveRule, int) {
	d, ok := l.dateAt(i)
	if !ok || d.to > to || !l.startsOn(d, to) {
		return nil, 0
	}
	first, last := i, d.to
	if l.has(i-1, entryFrom) && i-1 >= from {
		first--
	}
	if l.has(d.to, entrySince) || l.has(d.to+1, entrySince) {
		for !l.has(last-1, entrySince) {
			last++
		}
	}
	r := &model.EffectiveRule{From: model.FromDate, Date: d.value, DayKind: model.CalendarDays}
	r.Span = model.Span{l.t[first].start + base, l.t[last-1].end + base}
	r.Text = l.slice(first, last)
	return r, first
}

// since finds the day from which something is so, outside brackets: "… № 861 Қаулысымен
// 2020 ж. 1 қаңтардан бастап күші жойылды", "Утратил силу с 01.01.2021 приказом …".
func (l *line) since(from, to, base int) *model.EffectiveRule {
	for i := from; i < to; i++ {
		switch t := l.t[i]; {
		case (t.kind == open || t.kind == quote) && t.match > i:
			i = t.match
		case t.kind == figure:
			if r, _ := l.startAt(i, from, to, base); r != nil {
				return r
			}
		}
	}
	return nil
}

// withVerb widens a rule that begins at token first to the verb of its clause, tokens
// [from, to), where that begins or ends the clause.
func (l *line) withVerb(r *model.EffectiveRule, from, first, to, base int) *model.EffectiveRule {
	for _, v := range entryVerbs {
		at := to - len(v.p)
		if v.begins {
			at = from
		}
		if _, ok := l.at(at, v.p); !ok {
			continue
		}
		if !v.begins {
			r.Span[1] = l.t[to-1].end + base
		} else if from < first {
			r.Span[0] = l.t[from].start + base
		}
		break
	}
	r.Text = l.text[r.Span[0]-base : r.Span[1]-base]
	return r
}

// startsOn reports whether the date is one that something starts on: "с 01.01.2026",
// "01.07.2023 бастап", "2016 жылғы 1 қаңтардан бастап".
func (l *line) startsOn(d date, to int) bool {
	return l.has(d.from-1, entryFrom) || l.has(d.to, entrySince) || l.has(d.to+1, entrySince) && d.to+1 < to
}

// entryDays finds the number of days that belongs to the event at tokens [first, last)
// of the clause: "… кейін күнтізбелік он күн өткен соң", "по истечении десяти
// календарных дней после дня". It widens the event's tokens by those of the days.
func (l *line) entryDays(from, to, first, last int) (days int, dk model.DayKind, start, end int) {
	dk = model.CalendarDays
	for i := from; i < to; i++ {
		n, ok := -1, false
		switch l.t[i].kind {
		case figure:
			if len(l.t[i].low) <= 3 {
				v, err := strconv.Atoi(l.t[i].low)
				n, ok = v, err == nil
			}
		case word:
			n, ok = lang.EntryDays(l.t[i].low)
		}
		if !ok || n <= 0 {
			continue
		}
		if ones, more := 0, false; l.t[i].kind == word && i+1 < to && n >= 20 && n%10 == 0 {
			if ones, more = lang.EntryDays(l.t[i+1].low); more && ones < 10 { // "жиырма бір", "двадцати одного"
				n += ones
			}
		}
		// "10 (он) күнтізбелік күн", "он жұмыс күні": up to three words to the days
		day, found := -1, model.CalendarDays
		for j := i + 1; j < to && j <= i+5; j++ {
			if k, ok := dayKind(l.t[j].low); ok {
				found = k
			}
			if l.has(j, dayWords) {
				day = j
				break
			}
		}
		if day < 0 {
			continue
		}
		if k, ok := dayKind(l.t[max(i-1, 0)].low); ok && i > from {
			found = k
		}
		days, dk = n, found
		start, end = min(first, i), max(last, day+1)
		if start > from && l.has(start-1, dayLeads) {
			start--
		}
		return days, dk, start, end
	}
	return 0, dk, first, last
}

var dayKinds = func() (out []struct {
	p lang.Pattern
	k model.DayKind
}) {
	for _, d := range lang.DayKindWords {
		out = append(out, struct {
			p lang.Pattern
			k model.DayKind
		}{d.Phrase.Pattern(), d.Kind})
	}
	return out
}()

func dayKind(w string) (model.DayKind, bool) {
	for _, d := range dayKinds {
		if d.p[0].Match(w) {
			return d.k, true
		}
	}
	return "", false
}
