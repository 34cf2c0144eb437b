package act

import (
	"sort"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// ref is a mention of an act in a line.
type ref struct {
	model.ActRef
	from, to           int  // tokens of the whole mention
	coreFrom, coreTo   int  // tokens of date and number
	kindAt             int  // token of the word for the kind, -1
	titleFrom, titleTo int  // tokens of the title with its quotation marks
	quoted             bool // stands inside quotation marks
	bracketed          bool // stands inside brackets
	issuerFrom         int  // tokens of the issuer
	issuerTo           int
	open               bool // its kind is said after the next mention: "…, … және … қаулылары"
}

// Refs returns the mentions of normative acts in text, in its order, with spans moved
// by base. A mention inside the title of another one is not a mention of its own.
func Refs(text string, base int, l model.Language) []model.ActRef {
	if !mayMention(text) {
		return nil
	}
	found := scan(text).refs(l)
	out := make([]model.ActRef, 0, len(found))
	for _, r := range found {
		out = append(out, r.moved(base))
	}
	return out
}

// mayMention is a cheap test: an act is mentioned by a number, a date, or as a code or
// law by name.
func mayMention(text string) bool {
	return strings.ContainsAny(text, "0123456789") || strings.Contains(text, "одекс") || strings.Contains(text, "Заң") || strings.Contains(text, "Закон")
}

func (r ref) moved(base int) model.ActRef {
	a := r.ActRef
	a.Span[0] += base
	a.Span[1] += base
	return a
}

var (
	registrationWords = patterns([]lang.Phrase{"тіркел*", "тіркеу*", "тізілім*", "реестр*", "зарегистрир*", "регистрац*"})
	publicationWords  = patterns([]lang.Phrase{"жариялан*", "газет*", "санында", "санынан", "опубликован*", "журнал*", "басылым*"})
	// Words that no name of an issuer has.
	issuerStops = patterns([]lang.Phrase{"сәйкес", "осы", "бекітілген", "туралы", "көрсетілген", "негізінде", "үшін", "бойынша", "сондай-ақ", "мен", "бен", "пен",
		"күші", "жойылды", "қосымша*", "тармағ*", "тармақ*", "бабы*", "деп", "мынадай", "келесі", "мына", "аталған", "байланысты", "енгізілді", "редакцияда", "басшылыққа", "тармақша*", "да", "де"})
)

// before reports whether one of the patterns stands among the n tokens before i, in
// the same sentence; a closed bracket counts as one token.
func (l *line) before(i, n int, ps []lang.Pattern) bool {
	for j := i - 1; j >= 0 && n > 0; j, n = j-1, n-1 {
		t := l.t[j]
		switch {
		case (t.kind == close || t.kind == quote) && t.match >= 0 && t.match < j:
			j = t.match
			continue
		case t.low == ";" || t.low == "." && l.sentenceEnd(j) || t.kind == open:
			// what is registered may be said before the bracket: never after it
			if t.kind != open {
				return false
			}
			return false
		}
		if _, ok := l.any(j, ps); ok {
			return true
		}
	}
	return false
}

// sentenceEnd reports whether the full stop at token i ends a sentence: "г.", "м.а."
// and initials do not.
func (l *line) sentenceEnd(i int) bool {
	if i == 0 || i+1 >= len(l.t) {
		return true
	}
	p := l.t[i-1]
	if p.kind == word && len(p.low) <= 2 { // one Cyrillic letter
		return false
	}
	return l.t[i+1].kind != figure && l.t[i+1].kind != numero && (l.capital(i+1) || l.t[i+1].kind == quote)
}

func (l *line) after(i, n int, ps []lang.Pattern) bool {
	for j := i; j < len(l.t) && n > 0; j, n = j+1, n-1 {
		t := l.t[j]
		if t.low == ";" || t.kind == close || t.low == "." && l.sentenceEnd(j) {
			return false
		}
		if (t.kind == quote || t.kind == open) && t.match > j {
			j = t.match
			continue
		}
		if _, ok := l.any(j, ps); ok {
			return true
		}
	}
	return false
}

// refs finds the mentions of acts.
func (l *line) refs(lg model.Language) []ref {
	var out []ref
	quoteEnd, bracketEnd := -1, -1
	kindUsed := map[int]bool{}
	for i := 0; i < len(l.t); i++ {
		t := l.t[i]
		if t.kind == quote && t.match > i && t.match > quoteEnd {
			if _, ok := l.quotedDay(i); !ok {
				quoteEnd = t.match
			}
		}
		if t.kind == open && t.match > i && t.match > bracketEnd {
			bracketEnd = t.match
		}
		if t.kind != figure && t.kind != numero && t.kind != quote && !(t.kind == word && strings.HasPrefix(t.low, "номер")) {
			continue
		}
		r := ref{kindAt: -1, quoted: i < quoteEnd, bracketed: i < bracketEnd}
		var form lang.MonthForm
		var numeric, hasNumber bool
		if d, ok := l.dateAt(i); ok {
			form, numeric = d.form, d.numeric
			r.Date, r.coreFrom, r.coreTo = d.value, d.from, d.to
			if n, ok := l.numberAfter(d.to, lg); ok {
				hasNumber = true
				r.Number, r.coreTo = model.Text(n.value), n.to
				if n.from > d.to { // the title or issuer between them
					l.titleIn(&r, d.to, n.from)
				}
			}
		} else if t.kind != figure && t.kind != quote {
			n, ok := l.numberAt(i)
			if !ok {
				continue
			}
			hasNumber = true
			r.Number, r.coreFrom, r.coreTo = model.Text(n.value), n.from, n.to
			j := n.to
			if l.is(j, "от") || l.is(j, ",") && l.is(j+1, "от") {
				j++
				if l.is(j, "от") {
					j++
				}
			}
			if d, ok := l.dateAt(j); ok && (j > n.to || lg == model.Kazakh && d.form == lang.AttributiveMonth) {
				r.Date, r.coreTo, form, numeric = d.value, d.to, d.form, d.numeric
			}
		} else {
			continue
		}
		// A state registration: its number belongs to the act mentioned last.
		if l.isRegistration(&r, form, numeric, lg) {
			if hasNumber {
				register(out, r.Number)
			}
			i = r.coreTo - 1
			continue
		}
		if l.isPublication(&r) {
			i = r.coreTo - 1
			continue
		}
		var ok bool
		if lg == model.Russian {
			ok = l.russian(&r, out, form, numeric)
		} else {
			ok = l.kazakh(&r, out, form, numeric)
		}
		if !ok {
			if r.Date == "" {
				continue
			}
			i = r.coreTo - 1
			continue
		}
		if r.kindAt >= 0 {
			kindUsed[r.kindAt] = true
		}
		out = append(out, r)
		i = r.coreTo - 1
	}
	l.inherit(out)
	out = l.named(out, kindUsed, lg)
	out = l.finish(out)
	return out
}

// register gives a registration number to the act mentioned last; an act mentioned in
// the title of another is not meant.
func register(out []ref, number model.Text) {
	k := len(out) - 1
	for k > 0 && out[k-1].titleTo > 0 && out[k-1].titleFrom < out[k].coreFrom && out[k].coreTo <= out[k-1].titleTo {
		k--
	}
	if k >= 0 && out[k].RegistrationNumber == "" {
		out[k].RegistrationNumber = number
	}
}

// numberAfter finds the number that goes with the date ending before token i. Between
// them may stand the title, and in Kazakh the issuer:
// "2013 жылғы 15 сәуірдегі Қазақстан Республикасының № 88-V Заңы".
func (l *line) numberAfter(i int, lg model.Language) (number, bool) {
	words, from := 0, i
	for i < len(l.t) {
		t := l.t[i]
		switch {
		case t.kind == numero:
			n, ok := l.numberAt(i)
			if !ok || (words > 0 || i > from+1) && l.after(n.to, 3, registrationWords) {
				return number{}, false
			}
			return n, true
		case t.kind == quote && t.match > i && i == from:
			i = t.match + 1
			continue
		case t.kind == word && (t.low == "за" || t.low == "под" || t.low == "г"), t.low == ",", t.low == ".":
			if t.low == "." && l.sentenceEnd(i) && !l.is(i-1, "г") {
				return number{}, false
			}
		case t.kind == word && strings.HasPrefix(t.low, "номер"):
			return l.numberAt(i)
		case lg == model.Kazakh && t.kind == word && words < 10:
			if _, stop := l.any(i, issuerStops); stop {
				return number{}, false
			}
			if _, stop := l.any(i, registrationWords); stop {
				return number{}, false
			}
			if _, ok := lang.KindOf(t.low, lg); ok {
				return number{}, false
			}
			words++
		default:
			return number{}, false
		}
		i++
	}
	return number{}, false
}

// titleIn takes the first quotation between tokens from and to as the title.
func (l *line) titleIn(r *ref, from, to int) {
	for i := from; i < to; i++ {
		if t := l.t[i]; t.kind == quote && t.match > i {
			r.titleFrom, r.titleTo = i, t.match+1
			return
		}
	}
}

func (l *line) isRegistration(r *ref, form lang.MonthForm, numeric bool, lg model.Language) bool {
	if lg == model.Kazakh {
		if r.Number != "" && l.after(r.coreTo, 4, registrationWords) && (r.Date == "" || form == lang.LocativeMonth || form == lang.BareMonth && !numeric) {
			return true
		}
		if r.Number != "" && r.Date == "" && l.before(r.coreFrom, 8, registrationWords) {
			return true
		}
		// "департаменті 2007 жылғы 25 маусымдағы N 1647 тіркелді"
		if r.Number != "" && (l.is(r.coreTo, "тіркелді") || l.is(r.coreTo, "тіркелген") || l.is(r.coreTo, "болып")) {
			return true
		}
		return form == lang.LocativeMonth && r.Number == ""
	}
	return l.before(r.coreFrom, 16, registrationWords)
}

func (l *line) isPublication(r *ref) bool {
	return l.before(r.coreFrom, 8, publicationWords) && !l.is(r.coreFrom-1, "от") || r.Date != "" && l.after(r.coreTo, 4, publicationWords) && l.noKind(r.coreTo, 4)
}

func (l *line) noKind(i, n int) bool {
	for j := i; j < len(l.t) && j < i+n; j++ {
		if _, ok := lang.KindOf(l.t[j].low, model.Kazakh); ok {
			return false
		}
	}
	return true
}

// russian completes a mention whose kind and issuer stand before its date and number:
// "постановления акимата … области от … № …", "решение маслихата "…" от … № …".
func (l *line) russian(r *ref, found []ref, form lang.MonthForm, numeric bool) bool {
	i := r.coreFrom - 1
	hasFrom := l.is(i, "от")
	if hasFrom {
		i--
	}
	if r.Date != "" && r.Number == "" && (!hasFrom || form != lang.GenitiveMonth && !numeric) {
		return false
	}
	issuerTo := i + 1
	last := -1
	if len(found) > 0 {
		last = found[len(found)-1].to - 1
	}
	limit := 60
	if r.Date == "" {
		limit = 14
	}
search:
	for ; i >= 0 && limit > 0; i, limit = i-1, limit-1 {
		t := l.t[i]
		switch {
		case i <= last:
			// "Законами … от 23 января 2001 года "…", от 15 апреля 2013 года "…""
			p := found[len(found)-1]
			if hasFrom && r.coreFrom-1-p.to <= 2 && p.quoted == r.quoted && p.Kind != "" {
				r.Kind, r.Issuer, r.kindAt = p.Kind, p.Issuer, -1
			}
			break search
		case t.kind == quote && t.match >= 0 && t.match < i:
			if r.titleTo == 0 {
				r.titleFrom, r.titleTo = t.match, i+1
			}
			i = t.match
			issuerTo = i
		case t.kind == close && t.match >= 0:
			i = t.match
		case t.low == ";" || t.low == ":" || t.kind == open || t.kind == quote || t.low == "." && l.sentenceEnd(i):
			break search
		case t.kind == word:
			if k, ok := lang.KindOf(t.low, model.Russian); ok {
				r.Kind, r.kindAt = k, i
				break search
			}
		}
	}
	r.from, r.to = r.coreFrom, r.coreTo
	if hasFrom {
		r.from--
	}
	switch {
	case r.kindAt >= 0:
		r.from = r.kindAt
		r.issuerFrom, r.issuerTo = r.kindAt+1, l.issuerEnd(r.kindAt+1, issuerTo)
		if q := r.titleFrom; r.titleTo > 0 && q < r.coreFrom && r.issuerTo > q {
			r.issuerTo = l.issuerEnd(r.kindAt+1, q)
		}
	case r.Kind != "":
	case r.Date != "" && r.Number != "" && (hasFrom || numeric):
	default:
		return false
	}
	if r.titleTo == 0 && r.coreTo < len(l.t) && l.t[r.coreTo].kind == quote && l.t[r.coreTo].match > r.coreTo {
		r.titleFrom, r.titleTo = r.coreTo, l.t[r.coreTo].match+1
	}
	if r.titleTo > r.to {
		r.to = r.titleTo
	}
	return true
}

// issuerEnd ends the issuer begun at token from: before the title, a comma, a bracket
// that does not belong to its name, or "о …" of a title without quotation marks.
func (l *line) issuerEnd(from, to int) int {
	for i := from; i < to; i++ {
		switch t := l.t[i]; {
		case t.low == "о" && l.is(i-1, ".") && l.is(i-2, "и"): // и.о. Министра
		case t.low == "о" || t.low == "об" || t.low == "от" || t.kind == quote || t.low == "," || t.low == "№":
			return i
		}
	}
	return to
}

// kazakh completes a mention whose kind stands after its date and number and whose
// issuer stands before them or before the kind.
func (l *line) kazakh(r *ref, found []ref, form lang.MonthForm, numeric bool) bool {
	r.from, r.to = r.coreFrom, r.coreTo
	wordsFrom, gap, comma := -1, 0, false
	limit := 30
	for i := r.coreTo; i < len(l.t) && limit > 0; i, limit = i+1, limit-1 {
		t := l.t[i]
		if t.kind == quote && t.match > i {
			if r.titleTo == 0 && wordsFrom < 0 && !comma {
				r.titleFrom, r.titleTo = i, t.match+1
			}
			i = t.match
			continue
		}
		if t.kind == open && t.match > i {
			i = t.match
			continue
		}
		comma = comma || t.low == ","
		if t.low == ";" { // "… № 5 (…); 03.04.2016 № 7 (…) қаулыларымен"
			_, r.open = l.dateAt(i + 1)
			break
		}
		if t.low == ":" || t.kind == close || t.kind == quote || t.low == "." && l.sentenceEnd(i) {
			break
		}
		if t.kind == figure || t.kind == numero {
			if _, ok := l.dateAt(i); ok {
				r.open = true
				break
			}
			if t.kind == numero {
				break
			}
		}
		if t.kind == word {
			if k, ok := lang.KindOf(t.low, model.Kazakh); ok {
				r.Kind, r.kindAt, r.to = k, i, i+1
				break
			}
			if _, stop := l.any(i, issuerStops); stop && !(t.low == "мен" || t.low == "туралы") {
				break
			}
			if wordsFrom < 0 {
				wordsFrom = i
			}
			gap++
		}
	}
	if r.Date == "" && (r.kindAt < 0 || gap > 3) {
		return false
	}
	// "Қазақстан Республикасының Заңы 2013 жылғы 15 сәуірдегі № 88-V", as laws and old
	// acts are named
	if i := r.coreFrom - 1; r.kindAt < 0 && i >= 0 && r.Date != "" && nominativeKind(l.t[i].low, model.Kazakh) {
		r.Kind, _ = lang.KindOf(l.t[i].low, model.Kazakh)
		r.kindAt, r.from, r.open = i, i, false
		if from := l.kazakhIssuer(i-1, 0); from < i {
			r.issuerFrom, r.issuerTo, r.from = from, i, from
		}
		return true
	}
	if r.Date != "" && r.kindAt < 0 && (r.Number == "" && !r.open || form == lang.LocativeMonth) {
		return false
	}
	if form == lang.BareMonth && !numeric && r.Date != "" && (r.kindAt < 0 || r.Number == "") {
		return false
	}
	// the issuer before the date, or a title and then the issuer
	i := r.coreFrom - 1
	if i >= 0 && l.t[i].kind == quote && l.t[i].match >= 0 && l.t[i].match < i && r.titleTo == 0 {
		r.titleFrom, r.titleTo = l.t[i].match, i+1
		i = l.t[i].match - 1
		r.from = r.titleFrom
	}
	lastEnd := 0
	if len(found) > 0 {
		lastEnd = found[len(found)-1].to
	}
	if from := l.kazakhIssuer(i, lastEnd); from <= i {
		r.issuerFrom, r.issuerTo = from, i+1
		r.from = from
		if q := from - 1; q >= lastEnd && r.titleTo == 0 && l.t[q].kind == quote && l.t[q].match >= lastEnd && l.t[q].match < q {
			r.titleFrom, r.titleTo = l.t[q].match, q+1
			r.from = r.titleFrom
		}
	} else if r.kindAt >= 0 && wordsFrom >= 0 && wordsFrom < r.kindAt {
		// "… №204 "…" (…) Батыс Қазақстан облысы әкімдігінің қаулысына"
		from := l.kazakhIssuer(r.kindAt-1, r.coreTo)
		if from < r.kindAt {
			r.issuerFrom, r.issuerTo = from, r.kindAt
		}
	}
	if r.titleTo > r.to {
		r.to = r.titleTo
	}
	return true
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
	if l.is(i, ".") && l.is(i-1, "а") { // министрінің м.а.
		i--
	}
	if l.t[i].kind != word || !issuerEndWord(l.t[i].low) {
		return end + 1
	}
	local := -1
	localOpen := true
	for j, n := i, 0; j >= floor && n < 18; j, n = j-1, n+1 {
		t := l.t[j]
		if t.kind != word {
			if t.low == "." && j > floor && len(l.t[j-1].low) <= 2 || t.kind == figure && localOpen && j+1 < len(l.t) && strings.HasPrefix(l.t[j+1].low, "сессия") {
				continue
			}
			break
		}
		if _, stop := l.any(j, issuerStops); stop {
			break
		}
		if _, ok := lang.KindOf(t.low, model.Kazakh); ok {
			break
		}
		if strings.HasPrefix(t.low, "республика") && l.is(j-1, "қазақстан") && j > floor {
			return j - 1
		}
		if t.low == "қр" {
			return j
		}
		if localOpen {
			if l.capital(j) || unitWord(t.low) {
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

// issuerEndWord: a name of an issuer before a date stands in the genitive.
func issuerEndWord(w string) bool {
	for _, e := range [...]string{"ның", "нің", "дың", "дің", "тың", "тің"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return w == "м" || w == "а" || w == "республикасы" || w == "м.а" || strings.HasPrefix(w, "әкімдігі") || strings.HasPrefix(w, "мәслихаты") || strings.HasPrefix(w, "министрі")
}

// unitWord: ordinary words inside names of local bodies.
func unitWord(w string) bool {
	for _, p := range [...]string{"облыс", "аудан", "қала", "ауыл", "атындағы", "кент", "әкім", "мәслихат", "сессия", "шақыр", "кезек", "тыс", "маңызы", "бар", "м", "а"} {
		if strings.HasPrefix(w, p) && (len(p) > 2 || w == p) {
			return true
		}
	}
	return false
}

// inherit gives the kind and issuer said once to all acts of a list: "… № 5, … № 6
// және … № 7 қаулылары".
func (l *line) inherit(out []ref) {
	for i := len(out) - 2; i >= 0; i-- {
		r, next := &out[i], out[i+1]
		if r.open && r.Kind == "" && next.quoted == r.quoted {
			r.Kind = next.Kind
			if r.issuerTo == 0 && next.issuerTo > 0 && next.issuerFrom >= next.coreTo {
				r.issuerFrom, r.issuerTo = next.issuerFrom, next.issuerTo
			}
		}
	}
	for i := 1; i < len(out); i++ {
		r, prev := &out[i], out[i-1]
		if r.issuerTo == 0 && r.Issuer == "" && prev.open && prev.Kind == r.Kind && prev.issuerTo > 0 {
			r.issuerFrom, r.issuerTo = prev.issuerFrom, prev.issuerTo
		}
	}
}

// named adds laws and codes that are mentioned by name only: "Қазақстан
// Республикасының Бюджет кодексі", "Закона Республики Казахстан "О …"".
func (l *line) named(out []ref, used map[int]bool, lg model.Language) []ref {
	for i, t := range l.t {
		if t.kind != word || used[i] || !l.capital(i) && !strings.HasPrefix(t.low, "кодекс") {
			continue
		}
		k, ok := lang.KindOf(t.low, lg)
		if !ok || k != model.Law && k != model.Code || covered(out, i) {
			continue
		}
		r := ref{ActRef: model.ActRef{Kind: k}, kindAt: i, from: i, to: i + 1, coreFrom: i, coreTo: i + 1}
		if lg == model.Russian {
			ok = l.namedRussian(&r, k)
		} else {
			ok = l.namedKazakh(&r, k)
		}
		if ok {
			out = append(out, r)
		}
	}
	return out
}

func covered(out []ref, i int) bool {
	for _, r := range out {
		if r.from <= i && i < r.to {
			return true
		}
	}
	return false
}

func (l *line) namedKazakh(r *ref, k model.ActKind) bool {
	i := r.kindAt
	if k == model.Code {
		if i == 0 || l.t[i-1].kind == quote && l.t[i-1].match >= 0 && l.t[i-1].match < i {
			if i > 0 {
				r.from, r.titleFrom, r.titleTo = l.t[i-1].match, l.t[i-1].match, i
			}
			return i > 0
		}
		if !l.capital(i - 1) {
			return false
		}
		r.from, r.Title = i-1, model.Text(l.slice(i-1, i+1))
		return true
	}
	j := i - 1
	if j >= 1 && strings.HasPrefix(l.t[j].low, "республикасы") {
		j -= 2
	}
	for ; j >= 0 && j > i-8; j-- { // "…" 2013 жылғы … is a mention with a date
		if t := l.t[j]; t.kind == quote && t.match >= 0 && t.match < j {
			r.from, r.titleFrom, r.titleTo = t.match, t.match, j+1
			return true
		}
		if l.t[j].kind != word {
			return false
		}
	}
	return false
}

func (l *line) namedRussian(r *ref, k model.ActKind) bool {
	i := r.kindAt
	if k == model.Code {
		if i > 0 && l.capital(i-1) {
			r.from, r.Title = i-1, model.Text(l.slice(i-1, i+1))
			return true
		}
	}
	j := i + 1
	for ; j < len(l.t) && j < i+5 && l.t[j].kind == word; j++ {
	}
	if j < len(l.t) && l.t[j].kind == quote && l.t[j].match > j {
		r.titleFrom, r.titleTo, r.to = j, l.t[j].match+1, l.t[j].match+1
		return true
	}
	return false
}

// finish orders the mentions, leaves out those inside titles of others, and fills the
// texts.
func (l *line) finish(out []ref) []ref {
	sort.SliceStable(out, func(i, j int) bool { return out[i].from < out[j].from })
	kept := out[:0]
	for _, r := range out {
		if n := len(kept); n > 0 && kept[n-1].titleTo > 0 && kept[n-1].titleFrom < r.coreFrom && r.coreTo <= kept[n-1].titleTo {
			continue
		}
		if n := len(kept); n > 0 && r.titleTo > 0 && r.titleFrom < kept[n-1].coreFrom && kept[n-1].coreTo <= r.titleTo {
			kept = kept[:n-1]
		}
		kept = append(kept, r)
	}
	for i := range kept {
		r := &kept[i]
		if r.titleTo > 0 && r.Title == "" {
			r.Title = model.Text(unquote(l.slice(r.titleFrom, r.titleTo)))
		}
		if r.issuerTo > r.issuerFrom && r.Issuer == "" {
			r.Issuer = model.Text(l.slice(r.issuerFrom, r.issuerTo))
		}
		if r.Kind == model.UnknownKind {
			r.Kind = ""
		}
		r.Text = l.slice(r.from, r.to)
		r.Span = model.Span{l.t[r.from].start, l.t[r.to-1].end}
	}
	return kept
}

// unquote removes the outer quotation marks.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	for _, q := range [...]string{`"`, "«", "“", "„"} {
		if t, ok := strings.CutPrefix(s, q); ok {
			s = t
			break
		}
	}
	for _, q := range [...]string{`"`, "»", "”"} {
		if t, ok := strings.CutSuffix(s, q); ok {
			s = t
			break
		}
	}
	return strings.TrimSpace(s)
}
