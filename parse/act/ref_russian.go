package act

import (
	"reglament/model"
	"reglament/parse/lang"
)

// russian completes a mention whose kind and issuer stand before its date and number:
// "постановления акимата … области от … № …", "решение маслихата "…" от … № …". It reports
// false for what is no mention.
func (l *line) russian(r *ref, found []ref, form lang.MonthForm, numeric bool) bool {
	i := r.coreFrom - 1
	hasFrom := l.has(i, datePrepositions)
	if hasFrom {
		i--
	}
	if r.Date != "" && r.Number == "" && (!hasFrom || form != lang.GenitiveMonth && !numeric) {
		return false
	}
	issuerTo := l.russianKind(r, found, i, hasFrom)
	if r.Kind == "" && r.titleTo > 0 && r.titleTo < issuerTo { // the title of what is named before
		r.titleFrom, r.titleTo = 0, 0
	}
	r.from, r.to = r.coreFrom, r.coreTo
	if hasFrom {
		r.from--
	}
	switch {
	case r.kindAt >= 0 && r.titleFrom < r.kindAt && r.kindAt < r.titleTo: // "Земельного кодекса" Республики Казахстан от …
		r.from, r.issuerFrom, r.issuerTo = r.titleFrom, r.titleTo, issuerTo
	case r.kindAt >= 0:
		r.from = r.kindAt
		r.issuerFrom, r.issuerTo = r.kindAt+1, l.issuerEnd(r.kindAt+1, issuerTo)
		if q := r.titleFrom; r.titleTo > 0 && q < r.coreFrom && r.issuerTo > q {
			r.issuerTo = l.issuerEnd(r.kindAt+1, q)
		}
	case r.issuerTo > 0:
		r.from = r.issuerFrom
	case r.Kind != "":
	case r.Date != "" && r.Number != "" && (hasFrom || numeric || r.coreFrom == 0 && r.coreTo == len(l.t)): // the last is a cell of its own
	case r.Date != "" && r.Number != "" && r.titleTo == r.coreFrom: // 1) "Об утверждении Регламента" № 24 от 15 апреля 2014 года
		r.from = r.titleFrom
	default:
		return false
	}
	if r.titleTo == 0 && r.coreTo < len(l.t) && l.t[r.coreTo].kind == quote && l.t[r.coreTo].match > r.coreTo {
		r.titleFrom, r.titleTo = r.coreTo, l.t[r.coreTo].match+1
	}
	r.to = max(r.to, r.titleTo)
	return true
}

// russianKind reads back from token i to the word for the kind and takes the title on the
// way; one kind may be said for several mentions. It returns where the issuer's name ends.
func (l *line) russianKind(r *ref, found []ref, i int, hasFrom bool) (issuerTo int) {
	issuerTo = i + 1
	limit := 60
	if r.Date == "" {
		limit = 14
	}
	for ; i >= 0 && limit > 0; i, limit = i-1, limit-1 {
		t := l.t[i]
		for len(found) > 0 && found[len(found)-1].from > i {
			found = found[:len(found)-1] // in the title or the bracket behind i
		}
		switch {
		case len(found) > 0 && i < found[len(found)-1].to:
			if p := found[len(found)-1]; hasFrom && p.quoted == r.quoted {
				l.sharedKind(r, p, issuerTo)
			}
			return issuerTo
		case t.kind == quote && t.match >= 0 && t.match < i:
			if l.has(t.match-1, namedBodies) {
				i = t.match
				continue
			}
			if k := l.codeIn(t.match, model.Russian); k > 0 && r.titleTo == 0 && l.ofRepublic(i+1, issuerTo) {
				r.Kind, r.kindAt, r.titleFrom, r.titleTo = model.Code, k, t.match, i+1
				return issuerTo
			}
			if r.titleTo == 0 {
				r.titleFrom, r.titleTo = t.match, i+1
			}
			i = t.match
			issuerTo = i
		case t.kind == close && t.match >= 0:
			i = t.match
		case t.low == "," && r.Number == "" && i+1 < len(l.t) && l.t[i+1].kind == word && !l.has(i+1, datePrepositions):
			// "Законом …, на основании заключения комиссии от 7 апреля": the date is not the law's
			return issuerTo
		case t.low == ";" && hasFrom && len(found) > 0 && l.nextIssuer(r, found[len(found)-1], i, issuerTo):
			return issuerTo
		case t.low == ";" || t.low == ":" || t.kind == open || t.kind == quote || t.low == "." && l.sentenceEnd(i):
			return issuerTo
		case t.kind == word:
			if k, ok := lang.KindOf(t.low, model.Russian); ok {
				r.Kind, r.kindAt = k, i
				return issuerTo
			}
			if l.has(i, papers) {
				return issuerTo
			}
		}
	}
	return issuerTo
}

// codeIn returns the token of the word for a code that ends the quotation begun at token i and
// is with the word before it all that stands in it: "Земельного кодекса"; 0 for none.
func (l *line) codeIn(i int, lg model.Language) int {
	at := l.t[i].match - 1
	if at != i+2 || !l.capital(i+1) || l.t[at].kind != word {
		return 0
	}
	if k, _ := lang.KindOf(l.t[at].low, lg); k != model.Code {
		return 0
	}
	return at
}

// ofRepublic reports whether tokens [from, to) are nothing or the name of the republic.
func (l *line) ofRepublic(from, to int) bool {
	n, _ := l.any(from, republic)
	return from == to || from+n == to
}

// sharedKind gives the kind of the mention before to one that has none of its own:
// "Законами … от 23 января 2001 года "…", от 15 апреля 2013 года "…"", "приказом Министра …
// от … № 735 и и.о. Министра … от … № 494", "постановления акимата … от … № 119 (зарегистрировано
// за № 2463) и от … № 122".
func (l *line) sharedKind(r *ref, before ref, issuerTo int) {
	if before.Kind == "" {
		return
	}
	if _, other := l.issuerKind(before.to+1, issuerTo, model.Russian); other && l.has(before.to, joinWords) {
		r.Kind, r.issuerFrom, r.issuerTo = before.Kind, before.to+1, issuerTo
	} else if l.between(before.to, r.coreFrom-1) <= 2 {
		r.Kind, r.Issuer, r.joined = before.Kind, before.Issuer, true
		if before.issuerTo > before.issuerFrom && before.Issuer == "" { // its text is filled in later
			r.Issuer = model.Text(oneLine(l.slice(before.issuerFrom, before.issuerTo)))
		}
	}
}

// nextIssuer gives the kind of the mention before to one of another body behind the semicolon at
// token i: "в редакции приказов Министра … от … № 77 (…); и.о. Министра … от … № 201".
func (l *line) nextIssuer(r *ref, before ref, i, issuerTo int) bool {
	if before.Kind == "" || before.to > i || l.between(before.to, i) > 0 || before.quoted != r.quoted {
		return false
	}
	if _, ok := l.issuerKind(i+1, issuerTo, model.Russian); !ok {
		return false
	}
	r.Kind, r.issuerFrom, r.issuerTo = before.Kind, i+1, issuerTo
	return true
}

// between counts the tokens [from, to), but for what stands in brackets.
func (l *line) between(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if t := l.t[i]; t.kind == open && t.match > i {
			i = t.match
			continue
		}
		n++
	}
	return n
}

// issuerEnd ends the issuer begun at token from: before the title, a comma, a bracket
// that does not belong to its name, or "о …" of a title without quotation marks.
func (l *line) issuerEnd(from, to int) int {
	for i := from; i < to; i++ {
		switch t := l.t[i]; {
		case l.has(i-2, acting): // и.о. Министра
		case l.has(i, titleBegins) || l.has(i, datePrepositions) || t.kind == quote || t.low == "," || t.low == "№":
			return i
		}
	}
	return to
}
