package act

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// requisites reads the requisites line: adoption, registration, repeal. It reports
// whether the paragraph is one.
func (h *head) requisites(i int, l *line) bool {
	base := h.t.Paragraphs[i][0]
	text := l.text
	if st, rest, ok := statusWord(text); ok && rest != "" && glued(rest) {
		if rl := scan(rest); len(rl.t) > 0 {
			if h.adopted(rl, base+len(text)-len(rest)) {
				h.setStatus(st, model.Span{base, base + len(text) - len(rest)})
				return true
			}
		}
	}
	return h.adopted(l, base)
}

// adoptedRussian returns which of the mentions in a line are the requisites of the act
// itself, -1 for none.
func (l *line) adoptedRussian(rs []ref) int {
	qualified := l.has(0, kindQualifiers)
	titled := slices.IndexFunc(rs, func(r ref) bool { return r.Date != "" && !r.quoted && r.kindAt >= 0 && l.titleBefore(r, model.Russian) })
	if !qualified && titled < 0 && !lang.IsNominative(l.t[0].low, model.Russian) {
		return -1
	}
	if titled >= 0 {
		return titled
	}
	for j, r := range rs {
		if r.Date != "" && !r.quoted && (r.kindAt == 0 || qualified && r.kindAt == 1 || j == 0 && r.kindAt < 14 && l.has(r.kindAt-1, joinWords)) {
			return j
		}
	}
	return -1
}

// adoptedKazakh is adoptedRussian for Kazakh.
func (l *line) adoptedKazakh(rs []ref) int {
	k := -1
	for j, r := range rs {
		if r.quoted || r.Date == "" {
			continue
		}
		if r.kindAt >= 0 && l.kazakhRequisites(r) || l.kindless(r) {
			k = j
			break
		}
		if !r.open && r.kindAt >= 0 {
			break
		}
	}
	for j := 0; k < 0 && j < len(rs); j++ { // acts that the title mentions come first
		if r := rs[j]; !r.quoted && r.Date != "" && r.kindAt >= 0 && l.titleBefore(r, model.Kazakh) && l.kazakhRequisites(r) {
			k = j
		}
	}
	// a joint act names the first body before the kind
	if k > 0 && rs[k].from > 0 && !l.titleBefore(rs[k], model.Kazakh) {
		first := k
		for first > 0 && rs[first-1].Number != "" && rs[first-1].Date != "" && !rs[first-1].quoted && rs[first-1].Kind == rs[k].Kind {
			first--
		}
		k = first
	}
	return k
}

// adopted reads the requisites in l.
func (h *head) adopted(l *line, base int) bool {
	if !strings.ContainsAny(l.text, "0123456789") {
		return false
	}
	rs := l.refs(h.lang)
	if len(rs) == 0 {
		return false
	}
	find := l.adoptedKazakh
	if h.lang == model.Russian {
		find = l.adoptedRussian
	}
	k := find(rs)
	if k < 0 {
		return false
	}
	r := rs[k]
	titled := l.titleBefore(r, h.lang)
	second := l.twoBodies(&r, h.lang)
	h.act.Kind = r.Kind
	if h.act.Kind == "" {
		h.act.Kind = model.UnknownKind
	}
	h.act.Adopted, h.act.Number = r.Date, r.Number
	kindAt := r.kindAt
	if kindAt >= 0 {
		h.act.Spans.Set("kind", model.Span{base + l.t[kindAt].start, base + l.t[kindAt].end})
	}
	core := model.Span{base + l.t[r.coreFrom].start, base + l.t[r.coreTo-1].end}
	prove(&h.act, "adopted", string(h.act.Adopted), core)
	prove(&h.act, "number", string(h.act.Number), core)
	adoptionEnd := r.to
	if second != "" || l.joint(r, rs[k:], h.lang) {
		h.act.Kind = model.Joint
	}
	for _, o := range rs[k+1:] {
		if h.act.Kind != model.Joint || o.from > adoptionEnd+12 || o.Number == "" || o.quoted || l.before(o.coreFrom, 16, registered) {
			break
		}
		if o.kindAt >= 0 && !lang.IsNominative(l.t[o.kindAt].low, h.lang) || o.kindAt < 0 && !l.has(o.from-1, joinWords) {
			break
		}
		second, adoptionEnd = o.Text, o.to
	}
	if second != "" {
		h.findings = append(h.findings, phrase.Finding(model.FindJointAct, model.Info, model.Span{base + l.t[r.from].start, base + l.t[adoptionEnd-1].end}, phrase.SecondBody.Of(oneLine(second))))
	}
	if h.lang == model.Kazakh && r.issuerTo <= r.issuerFrom && r.titleTo == 0 && r.coreFrom > 0 && r.kindAt > r.coreFrom {
		r.issuerFrom, r.issuerTo = 0, r.coreFrom // an unusual name: all that stands before the date
	}
	if r.issuerTo > r.issuerFrom {
		h.takeIssuer(l, r, base)
	}
	// the title in the same line: «…» … әкімдігінің … қаулысы
	if r.titleTo > 0 && h.lang == model.Kazakh && r.titleFrom == 0 || r.titleTo > 0 && h.lang == model.Russian && r.titleFrom >= r.coreTo {
		title := unquote(l.slice(r.titleFrom, r.titleTo))
		from := l.t[r.titleFrom].start + strings.Index(l.slice(r.titleFrom, r.titleTo), title)
		h.entitle(model.Span{base + from, base + from + len(title)})
	} else if titled {
		end := r.from
		if l.strayQuote(end - 1) {
			end--
		}
		title := strings.TrimRight(l.slice(0, end), " .")
		h.entitle(model.Span{base, base + len(title)})
		h.refs = append(h.refs, Refs(title, base, h.lang)...)
	}
	if h.act.Title == "" && h.lang == model.Russian && adoptionEnd < len(l.t) && l.capital(adoptionEnd) {
		adoptionEnd = h.titleAfter(l, adoptionEnd, base)
	}
	h.amended = h.amended || l.changesRemark() < len(l.t)
	h.changes(l, h.registration(l, adoptionEnd, base), base)
	h.repeal(l, adoptionEnd, base)
	return true
}

// changes reads the acts that requisites name, from token i on, for a change of the act:
// "… № 9. (в редакции решения … от 03.09.2019 № 32)", "… N 17. 3-қосымшаға өзгеріс енгізілді -
// … N 840 қаулысымен. Күші жойылды - …".
func (h *head) changes(l *line, i, base int) {
	end := len(l.t)
	if at, _, ok := l.ending(i); ok {
		end = at
	}
	for i < end && l.t[i].kind != word && l.t[i].kind != figure {
		i++
	}
	if i == end {
		return
	}
	text := strings.TrimRight(l.slice(i, end), " .;")
	part := scan(text)
	if _, w, ok := part.wording(0, len(part.t)); !ok || w.whole || len(part.amending(0, h.lang)) == 0 {
		return
	}
	start := base + l.t[i].start
	notes, _ := part.notes(labelled, 0, text, model.Span{start, start + len(text)}, h.lang, model.Target{Kind: model.TargetAct})
	h.act.Notes = append(h.act.Notes, notes...)
}

// ending finds the first wording from token i on by which the act itself ended.
func (l *line) ending(i int) (int, noteWording, bool) {
	for i < len(l.t) {
		at, w, ok := l.wording(i, len(l.t))
		if !ok {
			break
		}
		if w.whole && w.action != model.NoteSuspended {
			return at, w, true
		}
		i = at + 1
	}
	return 0, noteWording{}, false
}

// takeIssuer reads the issuer that requisites name.
func (h *head) takeIssuer(l *line, r ref, base int) {
	is := &model.Issuer{Name: strings.TrimRight(l.slice(r.issuerFrom, r.issuerTo), " ,")}
	start := base + l.t[r.issuerFrom].start
	is.Span = model.Span{start, start + len(is.Name)}
	is.Name = oneLine(is.Name)
	is.Kind = model.OtherIssuer
	if ik, ok := l.issuerKind(r.issuerFrom, r.issuerTo, h.lang); ok {
		is.Kind = ik
	}
	if is.Region = l.where(r.issuerFrom, r.issuerTo, r.Date); is.Region == "" {
		is.Region = l.where(0, r.coreFrom, r.Date)
	}
	h.act.Issuer = is
	if h.lang == model.Russian && l.secondBody(r.issuerFrom, r.issuerTo, is.Kind) {
		h.act.Kind = model.Joint
	}
}

// titleAfter takes the title that goes on in the line of the requisites: "Решение … от 28
// января 2005 года № 113 О внесении дополнений …". It returns the token after the title.
func (h *head) titleAfter(l *line, i, base int) int {
	if !l.has(i, titleBegins) {
		return i
	}
	to := i
	for to < len(l.t) && !(l.t[to].low == "." && l.sentenceEnd(to)) {
		to++
	}
	h.entitle(model.Span{base + l.t[i].start, base + l.t[to-1].end})
	h.refs = append(h.refs, Refs(l.slice(i, to), base+l.t[i].start, h.lang)...)
	return to
}

// secondBody reports whether the issuer in tokens [from, to) is two bodies of one act:
// "Решение … областного маслихата и Акима … области".
func (l *line) secondBody(from, to int, first model.IssuerKind) bool {
	for i := from; i < to; i++ {
		if k, ok := issuerHead(l.t[i].low); ok && k != first && l.has(i-1, joinWords) {
			return true
		}
	}
	return false
}

// kindless reports whether the line names body, date and number and leaves out the kind:
// "Қазақстан Республикасы Үкіметінің 1998 жылғы 1 шілдедегі N 621. Күші жойылды - …".
func (l *line) kindless(r ref) bool {
	return r.kindAt < 0 && !r.open && r.from == 0 && r.issuerTo > 0 && r.Number != "" && (r.coreTo >= len(l.t) || l.is(r.coreTo, "."))
}

// titleBefore reports whether the title stands before the requisites in the same line:
// "… бекіту туралы. Маңғыстау облысы … № 9/114 шешімі.", "Об утверждении …. Решение …",
// without a full stop where nothing but a sentence like the registration follows.
func (l *line) titleBefore(r ref, lg model.Language) bool {
	if r.from == 0 || l.itemNumber(0) > 0 || !lang.IsNominative(wordAt(l, r.kindAt), lg) {
		return false
	}
	if lg == model.Russian {
		begins := l.has(0, titleBegins)
		return begins && l.capital(r.kindAt) && (l.is(r.from-1, ".") || !l.has(r.from-1, mentionLeads) && (r.coreTo >= len(l.t) || l.is(r.coreTo, ".") || l.has(r.coreTo, registered)))
	}
	i := r.from - 1
	if l.is(i, ".") || l.strayQuote(i) {
		i--
	}
	ends := l.has(i, titleEnds)
	return ends && (r.kindAt+1 >= l.changesRemark() || l.is(r.kindAt+1, ".") || l.capital(r.kindAt+1))
}

// strayQuote reports whether token i is a quotation mark without a pair.
func (l *line) strayQuote(i int) bool {
	return i >= 0 && i < len(l.t) && l.t[i].kind == quote && l.t[i].match < 0
}

// kazakhRequisites: the kind of the act adopted stands in the nominative, and what
// follows is the end, another sentence, or the kind of a joint act.
func (l *line) kazakhRequisites(r ref) bool {
	if r.kindAt < r.coreFrom {
		return r.from == 0 && (r.coreTo >= len(l.t) || !l.notSeparated(r.coreTo))
	}
	if !lang.IsNominative(l.t[r.kindAt].low, model.Kazakh) {
		return l.has(r.kindAt+1, joinWords) && l.joint(r, nil, model.Kazakh)
	}
	i := r.kindAt + 1
	if i >= len(l.t) {
		return true
	}
	switch l.t[i].low {
	case ".", ",", "(", ";":
		return true
	}
	return l.has(i, joinWords) || l.capital(i)
}

// notSeparated reports whether the sentence goes on at token i.
func (l *line) notSeparated(i int) bool {
	return l.t[i].kind == word && !l.capital(i)
}

// twoBodies returns the second of two bodies that share date and number, "" where they do not,
// and leaves the first as the issuer: "Постановление … акимата и решение … маслихата от … N 371",
// "… әкімдігінің және … мәслихатының … № 371 қаулысы мен шешімі".
func (l *line) twoBodies(r *ref, lg model.Language) (second string) {
	if lg == model.Russian {
		if r.kindAt < 2 || !l.has(r.kindAt-1, joinWords) {
			return ""
		}
		second = l.slice(r.kindAt, r.issuerTo)
		for r.kindAt -= 2; r.kindAt > 0 && !lang.IsNominative(l.t[r.kindAt].low, lg); {
			r.kindAt--
		}
		r.from, r.issuerFrom, r.issuerTo = 0, r.kindAt+1, r.issuerFrom-2
		return second
	}
	if i := r.issuerFrom; r.issuerTo > i && l.has(i-1, joinWords) {
		if from := l.kazakhIssuer(i-2, 0); from < i-1 {
			second = l.slice(i, r.issuerTo)
			r.issuerFrom, r.issuerTo, r.from = from, i-1, from
			return second
		}
	}
	return ""
}

// joint reports whether the requisites are of a joint act.
func (l *line) joint(r ref, rs []ref, lg model.Language) bool {
	for i := range l.t {
		if i > r.to+12 && len(rs) == 0 || i > r.to+40 {
			break
		}
		if l.has(i, jointWords) {
			return true
		}
	}
	for _, o := range rs[min(1, len(rs)):] {
		if o.kindAt < 0 && o.Kind == r.Kind && o.Number != "" && o.issuerTo > o.issuerFrom && o.from == r.to+1 && l.has(r.to, joinWords) {
			return true // "Приказ Министра … № 256 и Министра … № 198"
		}
		// "Постановление акимата … № 95 и решение … маслихата … № 22-5"
		if o.kindAt < 0 || o.Number == "" || o.quoted || !lang.IsNominative(l.t[o.kindAt].low, lg) || o.Kind == r.Kind {
			continue
		}
		if l.has(o.from-1, joinWords) || o.from == r.to+1 && l.is(r.to, ".") {
			return true // "Қаржы министрінің … № 36 бұйрығы. Ұлттық Банкі Басқармасының … № 4 қаулысы."
		}
	}
	return false
}

// registration reads "… Әділет департаментінде … № 5077 болып тіркелді", "…
// Зарегистрировано Департаментом юстиции … 13 марта 2018 года № 6196", and returns the token
// behind it.
func (h *head) registration(l *line, from, base int) (behind int) {
	verb := l.registeredAt(from)
	if h.act.Registration != nil || verb == len(l.t) {
		return from
	}
	start, end := l.registrationSentence(from, verb, h.lang)
	reg, first, last := l.registrationFacts(start, end, verb, h.lang)
	if reg.Date == "" || reg.Number == "" {
		h.findings = append(h.findings, phrase.Finding(model.FindHeaderMissing, model.Warning,
			model.Span{base + l.t[start].start, base + l.t[end-1].end}, phrase.PartOfRegistration.Of()))
	}
	if reg.Date == "" && reg.Number == "" {
		return end
	}
	bodyFrom := start
	if h.lang == model.Russian {
		bodyFrom = verb + 1
		if l.has(bodyFrom, bodyPrepositions) {
			bodyFrom++
		}
	}
	if bodyFrom < first {
		reg.Body = model.Text(oneLine(strings.Trim(l.slice(bodyFrom, first), " ,")))
	}
	reg.Span = model.Span{base + l.t[start].start, base + l.t[max(verb+1, last)-1].end}
	h.act.Registration = reg
	if is := h.act.Issuer; is != nil && is.Region == "" {
		is.Region = localRegion(is.Kind, l.where(bodyFrom, max(bodyFrom, first), h.act.Adopted))
	}
	return end
}

// registeredAt returns the token at or behind from that says the act is registered; the number
// of tokens where none does.
func (l *line) registeredAt(from int) int {
	for from < len(l.t) && (l.t[from].kind != word || !l.has(from, registered)) {
		from++
	}
	return from
}

// wholeRegistration reports whether the line tells of a registration with its date and number.
func (l *line) wholeRegistration(lg model.Language) bool {
	verb := l.registeredAt(0)
	if verb == len(l.t) {
		return false
	}
	start, end := l.registrationSentence(0, verb, lg)
	reg, _, _ := l.registrationFacts(start, end, verb, lg)
	return reg.Date != "" && reg.Number != ""
}

// registrationSentence returns the tokens of a registration: a Russian one begins with its
// verb, a Kazakh one ends with it.
func (l *line) registrationSentence(from, verb int, lg model.Language) (start, end int) {
	end = l.registrationEnd(verb)
	if lg == model.Russian {
		return verb, end
	}
	start = from
	for j := verb - 1; j > start; j-- {
		if l.is(j, ".") && l.sentenceEnd(j) {
			start = j
		}
	}
	for start < verb && l.t[start].kind != word {
		start++
	}
	return start, end
}

// registrationFacts reads date and number of a registration, and returns the tokens that
// they begin at, with their prepositions, and end before. In Kazakh they stand before the
// verb, but for a number with a word of its own: "тіркелді. Тіркеу N 3059".
func (l *line) registrationFacts(start, end, verb int, lg model.Language) (reg *model.Registration, first, last int) {
	reg, first = &model.Registration{}, -1
	found := func(from, to int) {
		if first < 0 || from < first {
			first = from
		}
		last = max(last, to)
	}
	for j := start; j < end; j++ {
		if d, ok := l.dateAt(j); ok && reg.Date == "" {
			reg.Date = d.value
			if l.has(j-1, datePrepositions) {
				j--
			}
			found(j, d.to)
			j = d.to - 1
			continue
		}
		n, ok := l.numberAt(j)
		if !ok && lg == model.Kazakh {
			n, ok = l.numberNamedAfter(j)
		}
		if ok && reg.Number == "" && (lg == model.Russian || j <= verb || l.has(j-1, registrationNouns) || l.has(j-1, registrationIn)) {
			reg.Number = model.Text(n.value)
			if l.has(j-1, numberPrepositions) {
				j--
			}
			found(j, n.to)
			j = n.to - 1
		}
	}
	return reg, first, last
}

// localRegion: the name of the country, as in a registration by the ministry, does not
// tell where a local body is.
func localRegion(body model.IssuerKind, r model.Region) model.Region {
	if r == "KZ" {
		switch body {
		case model.Akimat, model.Maslikhat, model.Akim:
			return ""
		}
	}
	return r
}

// registrationEnd ends the sentence of the registration at token i; a sentence that
// only gives its number ("Тіркеу N 3059") goes with it.
func (l *line) registrationEnd(i int) int {
	for j := i + 1; j < len(l.t); j++ {
		if at, w, ok := l.wording(j, min(j+8, len(l.t))); ok && w.whole && at == j {
			return j
		}
		if l.t[j].low == "." && l.sentenceEnd(j) && !l.has(j+1, registrationNouns) {
			return j
		}
		if l.t[j].kind == open { // "… № 4127 (в редакции решения …)"
			if at, _, ok := l.wording(j+1, max(j+1, l.t[j].match)); ok && at == j+1 {
				return j
			}
		}
	}
	return len(l.t)
}

// repeal reads "Күші жойылды - … № А-2/40 қаулысымен", "Утратило силу постановлением
// …", "Прекращено действие в связи с истечением срока".
func (h *head) repeal(l *line, from, base int) {
	at, w, ok := l.ending(from)
	if !ok {
		h.repealBracketed(l, from, base)
		return
	}
	if s, ok := l.strongest(at, len(l.t)); ok {
		w = s
	}
	h.act.Spans.Set("status", model.Span{base + l.t[at].start, base + l.t[min(at+len(w.p), len(l.t))-1].end})
	if w.action == model.NoteLapsed {
		h.lapsed = true
	} else {
		h.repealed = true
	}
	for _, r := range l.refs(h.lang) {
		if (r.from >= at || r.to == at) && r.Date != "" && !r.quoted {
			if h.lapsed && (r.bracketed || !(r.kindAt >= 0 && instrumental(l.t[r.kindAt].low))) {
				continue // "(… № 15 хаты)" tells of the lapse, "… № 15 хатымен" ends the effect
			}
			by := r.moved(base)
			h.repealer = &by
			break
		}
	}
}

// repealBracketed: "… № 118 бұйрығы (күші жойылды)", "… (утратил силу)".
func (h *head) repealBracketed(l *line, from, base int) {
	for i := from; i < len(l.t); i++ {
		if l.t[i].kind != open || l.t[i].match < 0 || l.t[i].match > i+5 {
			continue
		}
		if at, w, ok := l.wording(i+1, l.t[i].match); ok && at == i+1 && w.action == model.NoteRepealed {
			h.repealed = true
			h.act.Spans.Set("status", model.Span{base + l.t[at].start, base + l.t[l.t[i].match-1].end})
		}
	}
}
