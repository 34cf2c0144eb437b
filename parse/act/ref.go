package act

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

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
	joined             bool // its kind and issuer are said before the mention that it goes on: "постановления … № 119 и от … № 122"
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
		if !r.paper() {
			out = append(out, r.moved(base))
		}
	}
	return out
}

// paper reports whether what is mentioned is another paper than an act: "заключения
// комиссии от 8 ноября 2010 года № 3-10", "… № 60 ұсынысы негізінде".
func (r ref) paper() bool { return r.kindAt < 0 && r.Kind == "" && r.titleTo == 0 }

// mayMention is a cheap test: an act is mentioned by a number, a year, or as a code or
// law by name.
func mayMention(text string) bool {
	return numbersAct(text) || lawParts.In(text)
}

func (r ref) moved(base int) model.ActRef {
	a := r.ActRef
	a.Span[0] += base
	a.Span[1] += base
	return a
}

var (
	lawParts = lang.NewNeedles(lang.LawParts...)
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
			return false
		}
		if l.has(j, ps) {
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

// after reports whether one of the patterns stands among the n tokens from i on, in the same
// sentence and bracket; a quotation or a bracket counts as one token.
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
		if l.has(j, ps) {
			return true
		}
	}
	return false
}

// refs finds the mentions of acts.
func (l *line) refs(lg model.Language) []ref {
	var out []ref
	quoteEnd, bracketEnd := -1, -1
	published := -1 // where the newspaper's number ends that was named last
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
		c, ok := l.core(i, lg)
		if !ok {
			continue
		}
		if c.Number == "" && c.numeric && l.has(c.coreTo, dayEnds) {
			i = c.coreTo - 1
			continue
		}
		r := c.ref
		r.quoted, r.bracketed = i < quoteEnd, i < bracketEnd
		switch {
		case l.isRegistration(&r, c.form, c.numeric, lg): // of the act mentioned last
			if r.Number != "" {
				register(out, r.Number)
			}
			if l.isPublication(&r, lg) { // "зарегистрировано за № 4176, опубликовано в газетах "Дидар" от …"
				published = r.coreTo
			}
		case l.isPublication(&r, lg), published >= 0 && l.nextPaper(published, r.coreFrom):
			published = r.coreTo
		case lg == model.Russian && l.russian(&r, out, c.form, c.numeric), lg != model.Russian && l.kazakh(&r, out, c.form, c.numeric):
			if r.kindAt >= 0 {
				kindUsed[r.kindAt] = true
			}
			out = append(out, r)
		case r.Date == "":
			continue
		}
		i = r.coreTo - 1
	}
	l.inherit(out)
	return l.finish(l.named(out, kindUsed, lg))
}

// core is the date and the number that a mention is found by, in either order, or one of
// them.
type core struct {
	ref
	form    lang.MonthForm
	numeric bool // "03.04.2016"
}

// core reads the date and the number at token i, and reports whether one of them is there.
func (l *line) core(i int, lg model.Language) (core, bool) {
	c := core{ref: ref{kindAt: -1}}
	kind := l.t[i].kind
	if kind != figure && kind != numero && kind != quote && !(kind == word && l.has(i, numberWords)) {
		return c, false
	}
	if d, ok := l.dateAt(i); ok {
		c.form, c.numeric = d.form, d.numeric
		c.Date, c.coreFrom, c.coreTo = d.value, d.from, d.to
		if n, ok := l.numberAfter(d.to, lg); ok {
			c.Number, c.coreTo = model.Text(n.value), n.to
			if n.from > d.to { // the title or issuer between them
				l.titleIn(&c.ref, d.to, n.from)
			}
		}
		return c, true
	}
	if n, ok := l.numberNamedAfter(i); ok && l.after(n.to, 4, registrationWords) {
		c.Number, c.coreFrom, c.coreTo = model.Text(n.value), n.from, n.to
		return c, true // "Тізілімінде 4420 нөмірімен тіркелген"
	}
	if kind == figure || kind == quote {
		return c, false
	}
	n, ok := l.numberAt(i)
	if !ok {
		return c, false
	}
	c.Number, c.coreFrom, c.coreTo = model.Text(n.value), n.from, n.to
	j := n.to
	if l.is(j, ",") && l.has(j+1, datePrepositions) {
		j++
	}
	if l.has(j, datePrepositions) {
		j++
	}
	if d, ok := l.dateAt(j); ok && (j > n.to || lg == model.Kazakh && d.form == lang.AttributiveMonth) {
		c.Date, c.coreTo, c.form, c.numeric = d.value, d.to, d.form, d.numeric
	}
	return c, true
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
		case t.kind == figure && lg == model.Kazakh && l.has(i+1, sessionWords): // "21 желтоқсандағы 20 сессиясының № 221"
		case t.kind == figure && i == from && lg == model.Kazakh: // "25 маусымдағы 170-қ қаулысына"
			n := l.bareNumber(i)
			_, ok := lang.KindOf(wordAt(l, n.to), lg)
			return n, ok
		case t.kind == quote && t.match > i && (i == from || lg == model.Kazakh && t.match+1 < len(l.t) && l.t[t.match+1].kind == numero):
			i = t.match + 1 // "7 шілдедегі III шақырылған … X сессиясының "…" N 5"
			continue
		case l.has(i, numberPrepositions), l.shortYear(i), t.low == ",", t.low == ".":
			if t.low == "." && l.sentenceEnd(i) && !l.shortYear(i-1) {
				return number{}, false
			}
		case l.has(i, numberWords):
			return l.numberAt(i)
		case lg == model.Kazakh && t.kind == word && words < 10:
			if l.has(i, issuerStops) {
				return number{}, false
			}
			if l.has(i, registrationWords) {
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

// isRegistration reports whether date and number are those of a state registration:
// "зарегистрировано … 5 мая 2016 года № 77", "… тізілімінде № 77 болып тіркелген".
func (l *line) isRegistration(r *ref, form lang.MonthForm, numeric bool, lg model.Language) bool {
	if lg == model.Kazakh {
		if r.Number != "" && l.after(r.coreTo, 4, registrationWords) && (r.Date == "" || form == lang.LocativeMonth || form == lang.BareMonth && !numeric) {
			return true
		}
		if r.Number != "" && r.Date == "" && l.before(r.coreFrom, 8, registrationWords) {
			return true
		}
		// "департаменті 2007 жылғы 25 маусымдағы N 1647 тіркелді"
		// "басқармасында 2008 жылғы 21 сәуірдегі N 3-1-86 санымен тіркелген"
		after := r.coreTo
		if l.has(after, numberNouns) {
			after++
		}
		if r.Number != "" && l.has(after, registeredAs) {
			return true
		}
		return form == lang.LocativeMonth && r.Number == ""
	}
	return l.before(r.coreFrom, 16, registrationWords)
}

// isPublication reports whether date and number are of a newspaper: "опубликовано в
// газете "…" от 14 января 2012 года № 3", "… 10 мамырдағы № 18 санында жарияланған". In
// brackets several newspapers may stand before the word: "(… 10 қарашадағы № 187 "…", № 203
// "…" газеттерінде жарияланған)", or behind it: "(опубликовано в газетах "…" от 5 мая 2014
// года № 90, "…" от 4 мая 2014 года № 89)".
func (l *line) isPublication(r *ref, lg model.Language) bool {
	far := 10
	if r.bracketed {
		far = 40
	}
	for j, n := r.coreFrom-1, far; j >= 0 && n > 0; j, n = j-1, n-1 {
		t := l.t[j]
		if (t.kind == close || t.kind == quote) && t.match >= 0 && t.match < j {
			j = t.match
			continue
		}
		if t.low == ";" || t.kind == open || t.low == "." && l.sentenceEnd(j) {
			break
		}
		if _, ok := lang.KindOf(t.low, model.Russian); ok {
			return false
		}
		if l.has(j, publicationWords) {
			return true
		}
	}
	near := 4
	if r.bracketed && lg == model.Kazakh {
		near = 30
	}
	return r.Date != "" && l.after(r.coreTo, near, publicationWords) && l.noKind(r.coreTo, near)
}

// nextPaper reports whether tokens [from, to) behind a newspaper's number only name the next
// one, in a bracket that nothing may close: "№ 131 (17220)|, "Рудный Алтай" от |6 ноября".
func (l *line) nextPaper(from, to int) bool {
	named := false
	for i := from; i < to; i++ {
		switch t := l.t[i]; {
		case t.kind == quote && t.match > i && t.match < to:
			named, i = true, t.match
		case t.kind == open && t.match > i && t.match < to:
			i = t.match
		case t.low == ",", l.has(i, joinWords), l.has(i, datePrepositions), l.has(i, publicationWords):
		default:
			return false
		}
	}
	return named
}

// noKind reports whether no word for a kind of act stands among the n tokens from i on.
func (l *line) noKind(i, n int) bool {
	for j := i; j < len(l.t) && j < i+n && l.t[j].kind != close; j++ {
		if l.t[j].kind == open && l.t[j].match > j { // "№ 139 (21660)"
			j = l.t[j].match
			continue
		}
		if _, ok := lang.KindOf(l.t[j].low, model.Kazakh); ok {
			return false
		}
	}
	return true
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
		if r.issuerTo == 0 && r.Issuer == "" && prev.Kind == r.Kind && prev.issuerTo > 0 && (prev.open || prev.quoted == r.quoted && l.onlyJoins(prev.to, r.from)) {
			r.issuerFrom, r.issuerTo = prev.issuerFrom, prev.issuerTo
		}
	}
}

// finish orders the mentions, leaves out those inside titles of others, and fills the
// texts.
func (l *line) finish(out []ref) []ref {
	slices.SortStableFunc(out, func(a, b ref) int { return cmp.Compare(a.from, b.from) })
	kept := out[:0]
	for _, r := range out {
		if n := len(kept); n > 0 && kept[n-1].titleTo > 0 && kept[n-1].titleFrom < r.coreFrom && r.coreTo <= kept[n-1].titleTo {
			continue
		}
		for n := len(kept); n > 0 && r.titleTo > 0 && r.titleFrom < kept[n-1].coreFrom && kept[n-1].coreTo <= r.titleTo; n-- {
			kept = kept[:n-1]
		}
		kept = append(kept, r)
	}
	for i := range kept {
		r := &kept[i]
		if r.titleTo > 0 && r.Title == "" {
			r.Title = model.Text(oneLine(unquote(l.slice(r.titleFrom, r.titleTo))))
		}
		if r.issuerTo > r.issuerFrom && r.Issuer == "" {
			r.Issuer = model.Text(oneLine(l.slice(r.issuerFrom, r.issuerTo)))
		}
		if r.Kind == model.UnknownKind {
			r.Kind = ""
		}
		r.Text = l.slice(r.from, r.to)
		r.Span = model.Span{l.t[r.from].start, l.t[r.to-1].end}
	}
	return kept
}

// unquote removes the outer quotation marks. The one mark that ends a title in a title
// stays: «О внесении изменений в решение "О бюджете" keeps its last.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	if sharedOpening(s) {
		return strings.TrimSpace(strings.TrimRight(s, lang.ClosingQuotes))
	}
	if first, n := utf8.DecodeRuneInString(s); strings.ContainsRune(lang.OpeningQuotes, first) {
		s = s[n:]
	}
	if last, n := utf8.DecodeLastRuneInString(s); !sharedMark(s) && strings.ContainsRune(lang.ClosingQuotes, last) {
		s = s[:len(s)-n]
	}
	return strings.TrimSpace(s)
}

// sharedOpening reports whether the first quotation mark of a text opens both the text and
// the title or the names that it begins with: "Бюджет туралы" шешіміне өзгеріс енгізу туралы",
// "A", "B" регламенттерін бекіту туралы".
func sharedOpening(s string) bool {
	if first, _ := utf8.DecodeRuneInString(s); !strings.ContainsRune(lang.Quotes, first) {
		return false
	}
	var marks []int
	for i, r := range s {
		if strings.ContainsRune(lang.Quotes, r) {
			marks = append(marks, i)
		}
	}
	n := len(marks)
	if n < 3 || n%2 == 0 || strings.HasSuffix(s[:marks[1]], " ") {
		return false
	}
	_, size := utf8.DecodeRuneInString(s[marks[n-1]:])
	return marks[n-1]+size == len(s)
}

// sharedMark reports whether the last quotation mark of a text without its first one
// closes what the text itself opens.
func sharedMark(s string) bool {
	if n := strings.Count(s, `"`); strings.HasSuffix(s, `"`) {
		return n%2 == 0
	}
	opened := strings.Count(s, "«") + strings.Count(s, "“") + strings.Count(s, "„")
	return opened > 0 && opened >= strings.Count(s, "»")+strings.Count(s, "”")
}
