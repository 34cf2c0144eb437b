package act

import (
	"reglament/model"
	"reglament/parse/lang"
)

// kazakh completes a mention whose kind stands after its date and number and whose
// issuer stands before them or before the kind. It reports false for what is no mention.
func (l *line) kazakh(r *ref, found []ref, form lang.MonthForm, numeric bool) bool {
	const near = 3 // words between a number without a date and its kind
	r.from, r.to = r.coreFrom, r.coreTo
	wordsFrom, words := l.kindBehind(r)
	if r.Date == "" && (r.kindAt < 0 || words > near) {
		return false
	}
	if r.Date != "" && r.kindAt < 0 && l.kindBefore(r) {
		return true
	}
	if r.Date != "" && r.kindAt < 0 && (r.Number == "" && !r.open || form == lang.LocativeMonth) {
		return false
	}
	if form == lang.BareMonth && !numeric && r.Date != "" && (r.kindAt < 0 || r.Number == "") {
		return false
	}
	i := r.coreFrom - 1
	if r.titleTo == 0 && l.titleEndingAt(r, i, 0) {
		i = r.titleFrom - 1
	}
	floor := 0 // the end of the mention before
	for k := len(found) - 1; k >= 0; k-- {
		if !found[k].quoted || r.quoted { // a mention inside the title is no neighbour
			floor = found[k].to
			break
		}
	}
	if from := l.kazakhIssuer(i, floor); from <= i {
		r.issuerFrom, r.issuerTo, r.from = from, i+1, from
		if r.titleTo == 0 {
			l.titleEndingAt(r, from-1, floor)
		}
	} else if r.kindAt >= 0 && wordsFrom >= 0 && wordsFrom < r.kindAt {
		// "… №204 "…" (…) Батыс Қазақстан облысы әкімдігінің қаулысына"
		if from := l.kazakhIssuer(r.kindAt-1, r.coreTo); from < r.kindAt {
			r.issuerFrom, r.issuerTo = from, r.kindAt
		}
	}
	r.to = max(r.to, r.titleTo)
	return true
}

// kindBehind reads on from date and number to the word for the kind and takes the title on
// the way. It returns the first word behind them, -1 for none, and how many stand before
// the kind.
func (l *line) kindBehind(r *ref) (wordsFrom, words int) {
	const reach = 30
	wordsFrom = -1
	comma := false
	for i, n := r.coreTo, 0; i < len(l.t) && n < reach; i, n = i+1, n+1 {
		t := l.t[i]
		if t.kind == quote && t.match > i {
			if r.titleTo == 0 && wordsFrom < 0 && !comma {
				r.titleFrom, r.titleTo = i, t.match+1
				if k := l.codeIn(i, model.Kazakh); k > 0 {
					r.Kind, r.kindAt, r.to = model.Code, k, t.match+1
					return wordsFrom, words
				}
			}
			i = t.match
			continue
		}
		if t.kind == open && t.match > i {
			i = t.match
			continue
		}
		comma = comma || t.low == ","
		switch {
		case t.low == ";": // "… № 5 (…); 03.04.2016 № 7 (…) қаулыларымен"
			r.open = l.itemDate(i + 1)
			return wordsFrom, words
		case t.low == ":" || t.kind == close || t.kind == quote || t.low == "." && l.sentenceEnd(i):
			return wordsFrom, words
		case t.kind == figure || t.kind == numero:
			if _, r.open = l.dateAt(i); r.open || t.kind == numero {
				return wordsFrom, words
			}
		case t.kind == word:
			if k, ok := lang.KindOf(t.low, model.Kazakh); ok {
				r.Kind, r.kindAt, r.to = k, i, i+1
				return wordsFrom, words
			}
			if l.has(i, issuerStops) && !l.has(i, listStops) || l.has(i, papers) {
				return wordsFrom, words
			}
			if wordsFrom < 0 {
				wordsFrom = i
			}
			words++
		}
	}
	return wordsFrom, words
}

// kindBefore reads the kind and the issuer before the date, as laws and old acts are named:
// "Қазақстан Республикасының Заңы 2013 жылғы 15 сәуірдегі № 88-V".
func (l *line) kindBefore(r *ref) bool {
	i := r.coreFrom - 1
	if i < 0 || !lang.IsNominative(l.t[i].low, model.Kazakh) {
		return false
	}
	r.Kind, _ = lang.KindOf(l.t[i].low, model.Kazakh)
	r.kindAt, r.from, r.open = i, i, false
	if from := l.kazakhIssuer(i-1, 0); from < i {
		r.issuerFrom, r.issuerTo, r.from = from, i, from
	}
	return true
}

// titleEndingAt takes the title that ends at token i and begins at or behind floor, and
// reports whether there is one.
func (l *line) titleEndingAt(r *ref, i, floor int) bool {
	if i < floor || l.t[i].kind != quote || l.t[i].match < floor || l.t[i].match >= i {
		return false
	}
	r.titleFrom, r.titleTo, r.from = l.t[i].match, i+1, l.t[i].match
	return true
}

// itemDate reports whether a date stands at token i, after the number of an item of a list
// and its title or issuer: "2) "… туралы" 2014 жылғы 14 наурыздағы", "2) облыс әкімдігінің
// 2014 жылғы 14 наурыздағы".
func (l *line) itemDate(i int) bool {
	const longest = 8 // words of an issuer
	i += l.itemNumber(i)
	for n := 0; n < longest && i < len(l.t) && l.t[i].kind == word && !l.has(i, issuerStops); n++ {
		i++
	}
	if i < len(l.t) && l.t[i].kind == quote && l.t[i].match > i {
		i = l.t[i].match + 1
	}
	_, ok := l.dateAt(i)
	return ok
}

// kazakhIssuer returns the first token of the issuer's name that ends with token i, or
// i+1 where none ends there. Names of the republic's bodies begin with "Қазақстан
// Республикасы" or ҚР and hold ordinary words; the others are proper names with words
// for units.
func (l *line) kazakhIssuer(i, floor int) int {
	if i < floor || i < 0 {
		return i + 1
	}
	end := i
	if l.is(i, ".") && l.has(i-1, issuerEnds) { // министрінің м.а.
		i--
	}
	if l.t[i].kind != word || !lang.EndsIn(l.t[i].low, lang.Genitives) && !l.has(i, issuerEnds) {
		return end + 1
	}
	local := -1
	localOpen := true
	for j, n := i, 0; j >= floor && n < 18; j, n = j-1, n+1 {
		t := l.t[j]
		if t.kind != word {
			if (t.low == "-" || t.low == "–") && l.has(j-1, deputies) {
				localOpen = false
				continue
			}
			if t.low == "." && j > floor && len(l.t[j-1].low) <= 2 || t.kind == figure && localOpen && j+1 < len(l.t) && l.has(j+1, sessionWords) {
				continue
			}
			break
		}
		if l.has(j, issuerStops) || l.has(j, jointWords) {
			break
		}
		if _, ok := lang.KindOf(t.low, model.Kazakh); ok {
			break
		}
		if n, ok := l.any(j-1, republic); ok && n == 2 && j > floor {
			return j - 1
		}
		if l.has(j, republic) {
			return j
		}
		if localOpen {
			if l.capital(j) || l.unitWord(j) || l.nameTail(j) || l.sessionOrdinal(j) {
				local = j
			} else {
				localOpen = false
			}
		}
	}
	if local < 0 {
		return end + 1
	}
	return local
}

// sessionOrdinal reports whether token i is of the number of a session in words: "кезекті
// жиырма үшінші сессиясының".
func (l *line) sessionOrdinal(i int) bool {
	if l.has(i, sessionTens) {
		i++
	}
	return l.has(i+1, sessionWords) && lang.EndsIn(wordAt(l, i), lang.SessionOrdinals)
}

// nameTail reports whether token i is the small second word of a district's name:
// "Бұқар жырау аудандық", "Шал ақын ауданы".
func (l *line) nameTail(i int) bool {
	return i > 0 && i+1 < len(l.t) && l.t[i].kind == word && l.capital(i-1) && l.has(i+1, districtWords)
}

// unitWord reports whether token i is an ordinary word of local bodies' names.
func (l *line) unitWord(i int) bool {
	return l.has(i, unitWords)
}
