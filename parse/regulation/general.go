package regulation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/act"
	"reglament/parse/lang"
)

// definitions reads the short names that brackets introduce: "(бұдан әрі – Стандарт)",
// "(далее – услугодатель)".
func (r *reader) definitions(from, to int) {
	t := r.text
	for i := from; i < to; i++ {
		p := t.Paragraphs[i]
		low := t.lower(p)
		last := p[0] // end of the bracket before
		for open := 0; ; {
			k := strings.IndexByte(low[open:], '(')
			if k < 0 {
				break
			}
			open += k + 1
			at := t.marked(p[0]+open, t.tab.DefinitionMarkers) - p[0]
			if at < 0 {
				continue
			}
			end := closing(low, open-1)
			if end < at {
				continue
			}
			start, dash := t.skipDash(p[0]+at, p[0]+end)
			if !dash && t.tab.HeadFinal && start == p[0]+at {
				continue // "бұдан әрідегі"
			}
			short := t.trim(model.Span{start, p[0] + end}, terminators)
			if short[0] >= short[1] {
				continue
			}
			term := t.term(model.Span{last, p[0] + open - 1}, t.of(short))
			last = p[0] + end + 1
			if open = end; term[0] >= term[1] {
				continue // "1) (далее – услугодатель)": nothing is named
			}
			r.out.Definitions = append(r.out.Definitions, model.Definition{Term: t.of(term), Short: t.of(short), Span: model.Span{term[0], p[0] + end + 1}})
		}
	}
}

// marked returns where the text behind one of the markers begins, blanks before it aside,
// or -1 where none stands at i.
func (t *text) marked(i int, markers []string) int {
	i = t.skipBlank(i, len(t.low))
	for _, m := range markers {
		if strings.HasPrefix(t.low[i:], m) {
			return i + len(m)
		}
	}
	return -1
}

// maxShort is the longest bracket that introduces a short name, in bytes.
const maxShort = 1000

// closing returns the offset of the bracket that closes the one at open, or -1.
func closing(s string, open int) int {
	depth := 0
	for i := open; i < len(s) && i < open+maxShort; i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// term returns what a bracket at the end of before defines: the words whose initials an
// abbreviation is made of, else the text since the last mark.
func (t *text) term(before model.Span, short string) model.Span {
	before = t.trim(before, ",")
	if concept := t.conceptOf(before); !concept.Empty() {
		if from, ok := t.initials(concept, short); ok && from == concept[0] {
			return concept
		}
	}
	if from, ok := t.initials(before, short); ok {
		s := model.Span{from, before[1]}
		text := t.of(s)
		switch open := strings.Count(text, `"`)%2 == 1; {
		case open && strings.HasSuffix(text, `"`) || strings.HasSuffix(text, "»") && !strings.Contains(text, "«"):
			s = t.trim(s, `"»`) // of a name that began before it: `предприятие "Центр …"`
		case open && from > 0 && t.Canonical[from-1] == '"':
			s[0]-- // `"Жеке тұлғалар" мемлекеттік деректер базасы`
		}
		return s
	}
	from := before[0]
	for _, sentence := range t.sentences(before) {
		from = max(from, sentence[0])
	}
	_, rest, _ := leadingNumber(t.of(model.Span{from, before[1]}))
	from += rest
	if l, _, after, _ := t.label(model.Span{from, before[1]}); l != "" {
		from = after
	}
	// A mark before the term ends what is not part of it; the colon in
	// `"электрондық үкімет": www.egov.kz` does not.
	segment := t.Canonical[from:before[1]]
	if k := lastMark(segment, ";:"); k >= 0 && !strings.HasSuffix(strings.TrimRight(segment[:k], " "), `"`) && !t.isAddress(segment[k+1:]) {
		from += k + 1
	}
	// "Қызмет көрсету нәтижесі – тағайындау туралы хабарлама": the term follows the dash.
	for _, dash := range []string{" – ", " - "} {
		if k := lastMark(t.Canonical[from:before[1]], dash); k >= 0 && !t.namesOn(model.Span{from, from + k}, before[1]) {
			from += k + len(dash)
		}
	}
	from = t.openBracket(model.Span{from, before[1]})
	s := model.Span{from, before[1]}
	s[1] = t.termEnd(s, short)
	s[0] = t.termStart(s, short)
	if low := lang.Lower(short); slices.Contains(t.tab.ProviderShort, low) || t.tab.HeadFinal && t.tab.RoleOf(low[strings.LastIndex(low, " ")+1:]) == model.RoleApplicant {
		return t.providerName(s)
	}
	if by := t.renderedBy(s); !by.Empty() { // "услуга оказывается | ветеринарными врачами | (далее – ветврач)"
		return by
	}
	return t.trim(s, terminators)
}

// conceptOf returns what a line of the list of concepts explains: "2) | электрондық цифрлық
// қолтаңба | – электрондық цифрлық нышандар терімі".
func (t *text) conceptOf(s model.Span) model.Span {
	const longest = 8 // words
	_, rest, _ := leadingNumber(t.of(s))
	s[0] += rest
	i := s[0]
	for range longest {
		k := strings.IndexByte(t.Canonical[i:s[1]], ' ')
		if k < 0 {
			break
		}
		i += k + 1
		if _, dash := t.skipDash(i, s[1]); dash {
			return t.trim(model.Span{s[0], i}, terminators)
		}
	}
	return model.Span{}
}

// openBracket returns where the text begins of the bracket that is open at the end of a span:
// "логин (| жеке сәйкестендіру нөмірі".
func (t *text) openBracket(s model.Span) int {
	depth := 0
	for i := s[1] - 1; i >= s[0]; i-- {
		switch t.low[i] {
		case ')':
			depth++
		case '(':
			if depth == 0 {
				return i + 1
			}
			depth--
		}
	}
	return s[0]
}

// lastMark returns the offset of the last of the marks, or of the last dash, that no quotation
// holds, or -1.
func lastMark(s, marks string) int {
	next := strings.IndexAny
	if strings.HasPrefix(marks, " ") {
		next = strings.Index
	}
	last := -1
	var q quotations
	for at := 0; ; {
		k := next(s[at:], marks)
		if k < 0 {
			return last
		}
		q.read(s[at : at+k])
		if at += k; !q.open() {
			last = at
		}
		at++
	}
}

// quotations counts the marks of a text that is read on from left to right.
type quotations struct {
	straight bool // one is open
	angled   int  // so many are
}

// read counts the marks of the next part of the text.
func (q *quotations) read(s string) {
	q.straight = q.straight != (strings.Count(s, `"`)%2 == 1)
	q.angled += strings.Count(s, "«") - strings.Count(s, "»")
}

func (q *quotations) open() bool { return q.straight || q.angled > 0 }

// namesOn reports whether a dash only goes on a Kazakh name, of which a bracket behind i
// introduces a short one: "филиалы | – департаменті (бұдан әрі – ХҚКО) арқылы жүзеге асырылады"
// has its verb behind, so the dash is no "is"; nor does a condition stand before it.
func (t *text) namesOn(name model.Span, i int) bool {
	ws := t.words(name)
	if !t.tab.HeadFinal || len(ws) > 1 && t.condition(ws, len(ws)-1) {
		return false
	}
	end := min(len(t.Canonical), i+maxShort)
	if k := strings.IndexByte(t.Canonical[i:end], '\n'); k >= 0 {
		end = i + k
	}
	for end > i && end < len(t.Canonical) && !utf8.RuneStart(t.Canonical[end]) {
		end--
	}
	if k := closing(t.low[i:end], strings.IndexByte(t.low[i:end], '(')); k > 0 {
		i += k
	}
	rest := t.sentences(model.Span{i, end})
	return len(rest) > 0 && t.hasFinite(t.words(rest[0]))
}

// isAddress reports whether a text is no more than where something is found: "www.egov.kz".
func (t *text) isAddress(s string) bool {
	s = strings.TrimSpace(s)
	return strings.Contains(s, ".") && !strings.ContainsAny(s, " \"")
}

// termEnd leaves out the rest of a Kazakh sentence that the bracket closes instead of the
// term: "… туралы хабарлама | нәтижесі болып табылады (бұдан әрі – хабарлама)".
func (t *text) termEnd(s model.Span, short string) int {
	ws := t.words(s)
	if !t.tab.HeadFinal || len(ws) == 0 || !t.finite(ws[len(ws)-1]) {
		return s[1]
	}
	for i := len(ws) - 1; i >= 0; i-- {
		if t.sharesStem(ws[i], short) {
			return ws[i].end
		}
	}
	return s[1]
}

// termStart leaves out what leads to a term: "… бұйрығымен бекітілген | «…» қызмет
// стандартының", "либо | мотивированный ответ об отказе". A Russian term begins with a
// word of its short name, where a word that leads to it stands before.
func (t *text) termStart(s model.Span, short string) int {
	const nearQuote = 4 // words from what leads to a term up to the name in it
	ws := t.words(s)
	lead := -1
	var q quotations
	at := s[0]
	for i := range ws {
		q.read(t.Canonical[at:ws[i].start])
		if at = ws[i].start; q.open() {
			if i == 0 || !t.opensQuote(ws, i) {
				continue // «"келісілмейді" деген қорытынды»
			}
		}
		n := t.matchAny(ws, i, &t.tab.TermLeads)
		if n == 0 && (t.finite(ws[i]) || lead == i-1 && t.matchAny(ws, i, &t.tab.Or) > 0) {
			n = 1 // another clause, and what joins it to this one
		}
		if t.tab.HeadFinal && i > 0 && n == 0 && t.tab.And.Stem(t.str(ws[i])) && t.isHead(ws[i-1], Instrumental) {
			n = 1 // "бөліммен және | халыққа қызмет көрсету орталығымен"
		}
		if t.tab.HeadFinal && i > 0 && (t.str(ws[i]) == t.tab.This || t.opensQuote(ws, i) && t.newName(ws, i, short)) {
			lead = i - 1 // "реттілігін сипаттау | осы регламенттің"
		}
		if n > 0 && i+n < len(ws) {
			lead = i + n - 1
		} else if lead >= 0 && !t.tab.HeadFinal && t.sharesStem(ws[i], short) {
			if i-1 > lead && i-lead <= nearQuote && t.opensQuote(ws, i) {
				return ws[lead].end // "оказывается | государственным учреждением "Отдел занятости""
			}
			for i-1 > lead && (t.agrees(ws[i-1]) || t.beside(ws[i-1], ws[i])) {
				i--
			}
			return ws[i].start
		}
	}
	if lead >= 0 && (t.tab.HeadFinal || len(t.channelsOf(ws[lead+1:])) > 0) {
		return ws[lead].end // "оказывается отделом, а также через | филиал "Центр обслуживания населения""
	}
	return s[0]
}

// newName reports whether what the quotation at i begins is named apart from the words before it:
// "нәтижесін беру | «…» корпорациясы", "корпорация немесе | «…» веб-порталы (бұдан әрі – портал)",
// but not "… бөлімі және «…» мекемесі (бұдан әрі – көрсетілетін қызметті беруші)".
func (t *text) newName(ws []word, i int, short string) bool {
	if before := t.str(ws[i-1]); !t.tab.Or.Stem(before) {
		return endsIn(before, t.tab.BareNouns)
	}
	return !slices.Contains(t.tab.ProviderShort, lang.Lower(short)) && !slices.ContainsFunc(ws[:i], func(w word) bool { return t.sharesStem(w, short) })
}

// opensQuote reports whether the word at i opens a quotation.
func (t *text) opensQuote(ws []word, i int) bool {
	between := strings.TrimRight(t.Canonical[ws[i-1].end:ws[i].start], openings)
	return ws[i-1].end+len(between) < ws[i].start && strings.HasSuffix(between, " ")
}

// sharesStem reports whether a word has the stem of one of the words of a short name:
// "стандарту" of "стандарт", "веб-портал" of "портал".
func (t *text) sharesStem(w word, short string) bool {
	const inflected = 2 // letters that case may change
	_, tail, joined := strings.Cut(t.str(w), "-")
	for _, s := range strings.Fields(lang.Lower(short)) {
		r := []rune(s)
		if len(r) < 2*inflected {
			continue
		}
		stem := string(r[:len(r)-inflected])
		if strings.HasPrefix(t.str(w), stem) || joined && strings.HasPrefix(tail, stem) {
			return true
		}
	}
	return false
}

// initials finds the words whose initials an abbreviation is made of: "ЭҮШ" for
// "электрондық үкімет шлюзі", the parts of "электрондық-цифрлық" counted each.
func (t *text) initials(before model.Span, short string) (from int, ok bool) {
	want := strings.ReplaceAll(short, " ", "")
	for _, r := range want {
		if !unicode.IsUpper(r) {
			return 0, false
		}
	}
	want = lang.Lower(want)
	if utf8.RuneCountInString(want) < 2 {
		return 0, false
	}
	ws := t.words(before)
	have := ""
	for i := len(ws) - 1; i >= 0; i-- {
		if w := t.Canonical[ws[i].start:ws[i].end]; w != short && slices.Contains(strings.Fields(short), w) {
			have = t.str(ws[i]) + have // an abbreviation itself: "АРМ ИИС ЦОН" for "… системы ЦОН"
		} else if have != "" && t.abbreviation(ws[i]) && utf8.RuneCountInString(w) > 1 {
			continue // that is left out: "АРМ РШЭП" for "автоматизированное рабочее место | ИС | РШЭП"
		} else {
			parts := strings.Split(t.str(ws[i]), "-")
			for k := len(parts) - 1; k >= 0; k-- {
				r, _ := utf8.DecodeRuneInString(parts[k])
				have = string(r) + have
			}
		}
		if have == want {
			return ws[i].start, true
		}
		if !strings.HasSuffix(want, have) {
			return 0, false
		}
	}
	return 0, false
}

// provider reads who renders the service: what the short name for it was introduced for,
// or what the list of concepts says that it is.
func (r *reader) provider(from, to int) {
	for _, d := range r.out.Definitions {
		if slices.Contains(r.tab.ProviderShort, lang.Lower(d.Short)) {
			r.rendered(model.Span{d.Span[0], d.Span[0] + len(d.Term)})
			return
		}
	}
	unit := model.Span{}
	for _, c := range r.concepts {
		switch body := r.namedBody(c.term); {
		case body.Empty():
		case slices.Contains(r.tab.ProviderShort, c.short):
			r.rendered(body)
			return
		case r.unitNoun(c.short) && unit.Empty():
			unit = body
		}
	}
	for _, p := range r.Paragraphs[from:to] {
		if s := r.renderedBy(p); !s.Empty() {
			if !unit.Empty() && len(r.words(s)) == 1 {
				break // "оказывается | отделом": the list of concepts says which
			}
			r.rendered(s)
			return
		}
	}
	if !unit.Empty() {
		r.rendered(unit)
	}
}

// rendered keeps who renders the service.
func (r *reader) rendered(by model.Span) {
	r.out.Provider = model.Text(r.of(by))
	r.out.Spans.Set("provider", by)
}

// renderedBy returns by whom a Russian sentence says that the service is rendered:
// "Государственная услуга оказывается | отделом архитектуры района | через канцелярию",
// "Услугодателем является | аппарат акима".
func (t *text) renderedBy(p model.Span) model.Span {
	ws := t.words(p)
	i := t.find(ws, &t.tab.ProviderIs)
	if i >= 0 {
		i += t.matchAny(ws, i, &t.tab.ProviderIs)
	} else if i = t.find(ws, &t.tab.Rendered) + 1; i > 0 && i < len(ws) {
		if a := t.doer(ws[i:]); a == nil || a.span[0] != ws[i].start {
			return model.Span{} // "оказывается | бесплатно", "| через портал", "| физическим лицам"
		}
	}
	if i <= 0 || i == len(ws) {
		return model.Span{}
	}
	for k := i + 1; k < len(ws); k++ {
		named := t.of(model.Span{ws[i].start, ws[k].start})
		if strings.Count(named, `"`)%2 == 1 || strings.Count(named, "«") > strings.Count(named, "»") {
			continue // государственным учреждением "Центр | для | молодежи"
		}
		w := t.str(ws[k])
		if strings.ContainsAny(t.low[ws[k-1].end:ws[k].start], ".;:") || t.marked(ws[k].start, t.tab.DefinitionMarkers) >= 0 || t.finite(ws[k]) ||
			t.tab.Relative.Stem(w) || k+1 < len(ws) && t.tab.Also.Stem(t.str(ws[k+1])) || t.tab.Prepositions.Stem(w) && !t.complement(ws, k) {
			return t.trim(model.Span{ws[i].start, ws[k].start}, terminators+dashes+",(")
		}
	}
	return t.trim(model.Span{ws[i].start, p[1]}, terminators+dashes)
}

// namedBody returns the body that begins a line's explanation: "| отдел занятости района |,
// осуществляющий …"; nothing where it only tells what something is: "исполнительный орган".
func (t *text) namedBody(s model.Span) model.Span {
	from, _ := t.skipDash(s[0], s[1])
	quoted := false
	for i, c := range t.low[from:s[1]] {
		if !quoted && strings.ContainsRune(",;(", c) {
			if body := t.trim(model.Span{from, from + i}, terminators); t.isBody(body) {
				return body
			}
			if c != '(' { // "городской (районный) отдел занятости"
				return model.Span{}
			}
		}
		quoted = quoted != (c == '"') && c != '»' || c == '«'
	}
	if body := t.trim(model.Span{from, s[1]}, terminators); t.isBody(body) {
		return body
	}
	return model.Span{}
}

// unitNoun reports whether a name is no more than the noun of a unit: "отдел", "бөлім".
func (t *text) unitNoun(name string) bool {
	return !strings.Contains(name, " ") && t.tab.RoleOf(name) == model.RoleUnit
}

// isBody reports whether words name a body, and say which one it is.
func (t *text) isBody(s model.Span) bool { return slices.Contains(namedBodies, t.role(t.words(s))) }

// namedBodies are the roles of bodies whose name tells which body it is.
var namedBodies = []model.Role{model.RoleUnit, model.RoleDepartment, model.RoleCenter, model.RoleAkimat}

// providerName cuts the sentence around the provider off: "Мемлекеттік көрсетілетін
// қызмет …", "… мекенжайында орналасқан …", "Наименование услугодателя: …".
func (t *text) providerName(s model.Span) model.Span {
	ws := t.words(s)
	from := s[0]
	for i := range ws {
		for _, lead := range t.tab.ProviderLeads {
			if n := t.match(ws, i, lead); n > 0 && ws[i+n-1].end < s[1] {
				from = max(from, ws[i+n-1].end)
			}
		}
	}
	return t.trim(model.Span{from, s[1]}, terminators+dashes)
}

// standard reads the act that approved the standard of the service.
func (r *reader) standard(from, to int) {
	t := r.text
	for i := from; i < to; i++ {
		p := t.Paragraphs[i]
		if ws := t.words(p); !t.hasStem(ws, t.tab.StandardStem) || !t.hasStem(ws, t.tab.ApprovedStem) {
			continue
		}
		refs := act.Refs(t.of(p), p[0], t.Language)
		for k := range refs {
			if refs[k].Date == "" || refs[k].Number == "" {
				continue
			}
			if t.besideStandard(p, refs[k].Span) {
				r.out.Standard = &refs[k]
				return
			}
			// "на основании приказа … № 557 «Об утверждении стандартов государственных услуг»"
			if title := lang.Lower(string(refs[k].Title)); r.out.Standard == nil && strings.Contains(title, t.tab.StandardStem) && strings.Contains(title, t.tab.ApprovedStem) {
				r.out.Standard = &refs[k]
			}
		}
	}
}

// besideStandard reports whether the standard is named where it is of the act that approved
// it: in Kazakh "… бұйрығымен бекітілген … стандартының", in Russian "стандарту …,
// утвержденного приказом …". A Kazakh sentence of its own names it before: "стандартқа
// сәйкес көрсетіледі, ол … қаулысымен бекітілген".
func (t *text) besideStandard(p, ref model.Span) bool {
	before, behind := t.words(model.Span{p[0], ref[0]}), t.words(model.Span{ref[1], p[1]})
	if !t.tab.HeadFinal {
		return t.hasStem(before, t.tab.StandardStem)
	}
	if t.hasStem(behind, t.tab.StandardStem) {
		return true
	}
	predicate := len(behind) > 0 && lang.IsStem(t.str(behind[0]), t.tab.ApprovedStem) && (len(behind) == 1 || t.apart(behind[0], behind[1]) || strings.Contains(t.low[behind[0].end:behind[1].start], "."))
	return predicate && t.hasStem(before, t.tab.StandardStem) && slices.ContainsFunc(before, func(w word) bool { return t.tab.StandardItself.Stem(t.str(w)) })
}

// resolve gives the role of an actor whose noun is a short name that this regulation
// introduced: "Орталықтың маманы" is a worker of the employment centre in one
// regulation and of the public service centre in another.
func (r *reader) resolve(s model.Span, roles []model.Role) []model.Role {
	ws := r.words(s)
	for _, w := range ws {
		if term, _, ok := r.short(r.str(w)); ok && len(roles) == 1 {
			roles[0] = r.role(append(append([]word{}, r.words(term)...), ws...))
		}
	}
	if len(roles) == 1 && (roles[0] == model.RoleHead || roles[0] == model.RoleSpecialist) {
		for _, d := range r.out.Definitions {
			if term := (model.Span{d.Span[0], d.Span[0] + len(d.Term)}); lang.Lower(d.Short) == r.lower(s) && len(term.Of(r.Canonical)) > len(d.Short) {
				if role := r.role(r.words(term)); role != model.RoleOther {
					roles[0] = role // "руководитель | отдела (далее – руководитель)"
				}
			}
		}
	}
	if r.own != "" {
		rest := slices.DeleteFunc(slices.Clone(ws), func(w word) bool { return lang.IsStem(r.str(w), r.own) })
		for i, role := range roles {
			if role == model.RoleUnitHead && len(rest) < len(ws) && r.role(rest) == model.RoleHead {
				roles[i] = model.RoleHead // "начальник | отдела" where the department is the provider
			}
		}
	}
	if !r.akim.Empty() && len(roles) == 1 && r.tab.RoleOf(r.lower(s)) == model.RoleAkim {
		roles[0] = r.role(append(slices.Clone(r.words(r.akim)), ws...))
	}
	for _, c := range r.centres {
		if !strings.Contains(r.lower(s), c.Short) {
			continue
		}
		for i, role := range roles {
			if to, ok := c.Roles[role]; ok {
				roles[i] = to
			}
		}
		break
	}
	return roles
}

// name is a short name and where what it stands for does.
type name struct {
	short string // in lower case
	term  model.Span
}

// introduced returns the names that the regulation introduces in brackets, or explains in its
// list of concepts.
func (r *reader) introduced() []name {
	out := make([]name, 0, len(r.out.Definitions)+len(r.concepts))
	for _, d := range r.out.Definitions {
		out = append(out, name{lang.Lower(d.Short), model.Span{d.Span[0], d.Span[0] + len(d.Term)}})
	}
	return append(out, r.concepts...)
}

// findConcepts keeps the lines of the list of concepts: "3) орталық – халыққа қызмет көрсету
// орталығы".
func (r *reader) findConcepts(from int, o *outline) {
	to := o.bodyEnd
	for _, sec := range o.sections { // they stand before what is done
		if _, told := r.kindOf(r.words(sec.title), r.tab.SectionKinds); told {
			to = max(sec.from, from)
			break
		}
	}
	for _, p := range r.Paragraphs[from:to] {
		c := r.conceptOf(p)
		if c.Empty() {
			continue
		}
		n := name{r.lower(c), model.Span{c[1], p[1]}}
		if _, _, kind := leadingNumber(r.of(p)); kind == bracketed || slices.Contains(r.tab.ProviderShort, n.short) {
			r.concepts = append(r.concepts, n)
		}
	}
}

// findCentres keeps of the centres that a short name can stand for those that this
// regulation's definitions, or its list of concepts, name.
func (r *reader) findCentres() {
	for _, n := range r.introduced() {
		if named := r.tab.RoleOf(n.short) == model.RoleAkim || slices.Contains(r.tab.ProviderShort, n.short); named && r.akim.Empty() && r.role(r.words(n.term)) == model.RoleRuralAkim {
			r.akim = n.term
		}
		for _, c := range r.tab.Centres {
			if lang.IsStem(n.short, c.Short) && r.hasStem(r.words(n.term), c.Term) {
				r.centres = append(r.centres, c)
				r.pscCentre = r.pscCentre || c.Roles[model.RoleCenter] == model.RolePSCWorker
			}
		}
	}
}

// findOwn keeps the short name of the provider where it is the noun of a unit: "государственным
// учреждением "Отдел занятости" (далее – отдел)", "отдел – учреждение "Отдел занятости"".
func (r *reader) findOwn() {
	named := r.out.Spans.Of("provider")
	for _, d := range r.out.Definitions {
		if short := lang.Lower(d.Short); d.Span[0] < named[1] && named[0] < d.Span[1] && r.unitNoun(short) {
			r.own = short
		}
	}
	for _, c := range r.concepts {
		if r.unitNoun(c.short) && r.namedBody(c.term) == named {
			r.own = c.short
		}
	}
}

// findShorts keeps the abbreviations that the regulation introduces for bodies: "(далее –
// ГК)" for a state corporation.
func (r *reader) findShorts() {
	for _, d := range r.out.Definitions {
		short := lang.Lower(d.Short)
		if short == d.Short || strings.ToUpper(d.Short) != d.Short || strings.Contains(short, " ") {
			continue
		}
		term := model.Span{d.Span[0], d.Span[0] + len(d.Term)}
		switch r.role(r.words(term)) {
		case model.RoleOther, model.RolePortal, model.RoleApplicant: // systems and papers act in other ways
			continue
		}
		if r.shorts == nil {
			r.shorts = map[string]model.Span{}
		}
		r.shorts[short] = term
	}
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

// limits reads the time limits of the service: of the whole, of waiting, of being
// served, each for the channels that the sentence names before it.
func (r *reader) limits(pt *point, under []int, k lang.PointKind, known bool) {
	t := r.text
	head := t.words(pt.body)
	section := t.has(head, &t.tab.LimitPoint) && t.endsWith(pt.body, ":") && !known
	context := t.contextChannel(k, known)
	inItem := false // context is of the lines below a numbered one
	for n, i := range append([]int{pt.from}, under...) {
		p := t.Paragraphs[i]
		ws := t.words(p)
		if !section && n > 0 {
			// "Сроки оказания государственной услуги:" below another sentence of the point
			if at := t.find(ws, &t.tab.LimitPoint); at >= 0 && t.has(ws, &t.tab.LimitOf) && t.endsWith(p, ":") && !numbered(t.of(p)) && !t.hasFinite(ws) {
				section = true
				continue
			}
		}
		if !section || n == 0 {
			// Elsewhere only the fixed wording states a limit: "күтудің рұқсат етілген ең ұзақ уақыты".
			if !t.ofVisit(ws) {
				if known && !t.limitsService(p) || !t.directLimit(ws) && !t.renderedIn(ws) {
					continue
				}
			}
		}
		if at := t.find(ws, &t.tab.Extension); at >= 0 {
			for at > 0 && !strings.ContainsAny(t.low[ws[at-1].end:ws[at].start], ".;") {
				at-- // "15 дней; | в случае изучения документов срок продлевается на 30 дней"
			}
			ws = ws[:at]
		}
		if section && n > 0 {
			item := numbered(t.of(p))
			if _, rest, _ := leadingNumber(t.of(p)); known && t.isAction(model.Span{p[0] + rest, p[1]}) {
				return // steps again
			}
			switch {
			case t.endsWith(p, ":"): // "корпорацияға тапсырған сәттен бастап:", and terms below it
				context, inItem = t.channelsOf(ws), item
			case inItem && item:
				context, inItem = nil, false
			}
		}
		r.limitsIn(ws, context, known && !section && !t.limitsService(p))
		if t.has(ws, &t.tab.Including) && t.endsWith(p, ":") && len(t.durations(ws)) > 0 {
			return // "37 рабочих дней, в том числе:", and the parts of it below
		}
	}
}

// directLimit: "Срок оказания государственной услуги – 3 рабочих дня."
func (t *text) directLimit(ws []word) bool {
	const lead = 6 // words that may stand before it
	at := t.find(ws, &t.tab.LimitPoint)
	if at < 0 || at-t.find(ws[:at], &t.tab.Since) > lead || !t.has(ws, &t.tab.LimitOf) {
		return false
	}
	return !t.acts(ws)
}

// acts reports whether a sentence has a verb that tells more than an amount.
func (t *text) acts(ws []word) bool {
	for i, w := range ws {
		if t.finite(w) && !t.amounts(ws, i) {
			return true
		}
	}
	return false
}

// ofVisit reports whether words tell how long one may wait, or be served, at the most:
// "күтудің рұқсат етілген ең ұзақ уақыты".
func (t *text) ofVisit(ws []word) bool {
	return t.has(ws, &t.tab.LongestTime) && (t.has(ws, &t.tab.WaitWords) || t.has(ws, &t.tab.ServeWords))
}

// limitsVisit reports whether a paragraph tells nothing but that: "Максимально допустимое время
// ожидания для сдачи пакета документов – 15 минут".
func (t *text) limitsVisit(p model.Span) bool {
	ws := t.words(p)
	return t.ofVisit(ws) && !t.acts(ws) && len(t.durations(ws)) > 0
}

// renderedIn reports whether a sentence says in what time the service is rendered: "Государственная
// услуга оказывается | в течение 7 рабочих дней с момента подачи заявления".
func (t *text) renderedIn(ws []word) bool {
	at := t.find(ws, &t.tab.RenderedIn)
	ds := t.durations(ws)
	if at < 0 || len(ds) != 1 || ds[0].Qualifier == "" {
		return false
	}
	if t.tab.HeadFinal {
		return at > 0 && ds[0].Span[1] == ws[at-1].end
	}
	return at+1 < len(ws) && ds[0].Span[0] == ws[at+1].start
}

// limitsService reports whether a paragraph among steps is none but the limit of the whole
// service: "7) срок оказания государственной услуги – 3 рабочих дня".
func (t *text) limitsService(p model.Span) bool {
	ws := t.words(p)
	at := t.find(ws, &t.tab.LimitPoint)
	if at < 0 || !t.directLimit(ws) {
		return false
	}
	if _, untold := t.unmeasured(ws); !untold && len(t.durations(ws)) == 0 {
		return false
	}
	for i := max(0, at-3); i <= at+1; i++ {
		if n := t.matchAny(ws, i, &t.tab.LimitOf); n > 0 && (i == at+1 || i+n == at) {
			return true
		}
	}
	return false
}

// contextChannel is the channel of the procedure that a limit stands under.
func (t *text) contextChannel(k lang.PointKind, known bool) []model.Channel {
	if !known {
		return nil
	}
	switch k.Kind {
	case model.ProcessCorporation, model.ProcessDelivery:
		return []model.Channel{model.ChannelCorporation}
	case model.ProcessPortal:
		return []model.Channel{model.ChannelPortal}
	case model.ProcessPSC:
		return []model.Channel{model.ChannelPSC}
	}
	return nil
}

// channelsOf returns the channels that words name.
func (t *text) channelsOf(ws []word) (out []model.Channel) {
	for i := range ws {
		for c := range t.tab.Channels {
			rule := &t.tab.Channels[c]
			if n := t.matchAny(ws, i, &rule.Stems); n > 0 {
				if channel := t.way(rule.Channel, n); !slices.Contains(out, channel) {
					out = append(out, channel)
				}
				break
			}
		}
	}
	return out
}

// limitsIn reads the limits that a paragraph states. Under a procedure a term without the
// fixed wording is its step's.
func (r *reader) limitsIn(ws []word, context []model.Channel, step bool) {
	t := r.text
	ds := t.durations(ws)
	if term, found := t.unmeasured(ws); found && len(ds) == 0 && !step {
		r.finding(model.FindTermUnmeasured, model.Info, phrase.NoLength.Of(r.of(term)), term)
	}
	from := 0
	what := model.LimitService
	said := context
	for n, d := range ds {
		to := from
		for to < len(ws) && ws[to].start < d.Span[0] {
			to++
		}
		part := ws[from:to]
		if step && !t.has(ws[:to], &t.tab.LongestTime) {
			continue
		}
		switch {
		case t.has(part, &t.tab.WaitWords):
			what = model.LimitWait
		case t.has(part, &t.tab.ServeWords) && t.has(part, &t.tab.LongestTime), what == model.LimitWait && t.opens(part, &t.tab.ServeWords):
			what = model.LimitServe
		}
		rest := ws[to:]
		for len(rest) > 0 && rest[0].start < d.Span[1] {
			rest = rest[1:]
		}
		behind, named := t.placeBehind(d.Span, rest)
		if at := t.channelsOf(part); len(behind) > 0 {
			said = behind
		} else if len(at) > 0 {
			said = at
		} else if n > 0 && strings.ContainsAny(t.low[ds[n-1].Span[1]:d.Span[0]], ".;") {
			said = context // one clause says it for the others of its sentence only
		}
		l := model.TimeLimit{What: what, Duration: d, At: slices.Clone(said)}
		start := d.Span[0]
		if len(part) > 0 {
			start = min(start, part[0].start)
		}
		l.Span = model.Span{start, d.Span[1]}
		r.out.TimeLimits = append(r.out.TimeLimits, l)
		from = len(ws) - len(rest) + named
	}
}

// opens reports whether words begin with one of the phrases, an "and" aside: "время ожидания –
// 15 минут | и обслуживания – 20 минут".
func (t *text) opens(ws []word, phrases *lang.Phrases) bool {
	if len(ws) > 0 && t.tab.And.Stem(t.str(ws[0])) {
		ws = ws[1:]
	}
	return t.matchAny(ws, 0, phrases) > 0
}

// placeBehind returns the channels that a Russian sentence names right behind a term, and how
// many words do: "не более 15 минут | в уполномоченном органе |, 30 минут в центре".
func (t *text) placeBehind(term model.Span, ws []word) (at []model.Channel, n int) {
	if t.tab.HeadFinal || len(ws) == 0 || !t.tab.Prepositions.Stem(t.str(ws[0])) || strings.TrimSpace(t.low[term[1]:ws[0].start]) != "" {
		return nil, 0
	}
	for n = 1; n < len(ws) && !t.apart(ws[n-1], ws[n]) && !t.joins(ws, n) && !strings.Contains(t.low[ws[n-1].end:ws[n].start], "."); n++ {
	}
	if n < len(ws) && strings.ContainsAny(t.low[ws[n-1].end:ws[n].start], dashes) {
		return nil, 0 // "20 минут в корпорации – 15 минут": of the next term
	}
	if at = t.channelsOf(ws[:n]); len(at) == 0 {
		return nil, 0
	}
	return at, n
}

// pscSection reports whether a section is about the public service centres of 2014.
func (t *text) pscSection(sec *section) bool {
	ws := t.words(sec.title)
	for i := range t.tab.Channels {
		if rule := &t.tab.Channels[i]; rule.Channel == model.ChannelPSC {
			return t.has(ws, &rule.Stems)
		}
	}
	return false
}

// pscPoint reads the prose in which acts of 2014 tell what happens at the centre: a
// point whose first sentence says, without a condition, who does what.
func (r *reader) pscPoint(pt *point, under []int) {
	t := r.text
	paras := append([]model.Span{pt.body}, spansOf(t.Paragraphs, under)...)
	if t.endsWith(pt.body, ":") || !t.isAction(pt.body) || t.mentionsAnnex(pt.body) {
		return
	}
	r.desk = desks[model.ProcessPSC]
	p := model.Process{Kind: model.ProcessPSC, Point: pt.number, Title: t.of(t.trim(pt.body, terminators)),
		Span: model.Span{pt.body[0], t.Paragraphs[pt.end-1][1]}}
	p.Spans.Set("title", t.trim(pt.body, terminators))
	for _, para := range paras {
		for _, s := range t.sentences(para) {
			if numbered(t.of(s)) || !t.isAction(s) {
				continue
			}
			p.Steps = append(p.Steps, r.step(item{node: model.TaskNode, whole: s, body: []model.Span{s}}))
		}
	}
	r.out.Processes = append(r.out.Processes, p)
}

func spansOf(all []model.Span, which []int) []model.Span {
	out := make([]model.Span, 0, len(which))
	for _, i := range which {
		out = append(out, all[i])
	}
	return out
}

// mentionsAnnex: "… осы Регламенттің 2-қосымшасына сәйкес блок-схемамен сүйемелденеді".
func (t *text) mentionsAnnex(s model.Span) bool { return slices.ContainsFunc(t.words(s), t.annexRef) }

// annexRef reports whether a word names an annex, with its number or without.
func (t *text) annexRef(w word) bool {
	s := t.str(w)
	if _, tail, ok := strings.Cut(s, "-"); ok {
		s = tail
	}
	return t.tab.AnnexStems.Stem(s)
}
