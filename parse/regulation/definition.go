package regulation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/sentence"
)

// definitions reads the short names that brackets introduce: "(бұдан әрі – Стандарт)",
// "(далее – услугодатель)".
func (r *reader) definitions(from, to int) {
	t := r.text
	for i := from; i < to; i++ {
		p := t.Paragraphs[i]
		low := t.Lower(p)
		last := p[0] // end of the bracket before
		for open := 0; ; {
			k := strings.IndexByte(low[open:], '(')
			if k < 0 {
				break
			}
			open += k + 1
			at := t.Marked(p[0]+open, t.Tab.DefinitionMarkers) - p[0]
			if at < 0 {
				continue
			}
			end := sentence.Closing(low, open-1)
			if end < at {
				continue
			}
			start, dash := t.SkipDash(p[0]+at, p[0]+end)
			if !dash && t.Tab.HeadFinal && start == p[0]+at {
				continue // "бұдан әрідегі"
			}
			short := t.Trim(model.Span{start, p[0] + end}, sentence.Terminators)
			if short[0] >= short[1] {
				continue
			}
			term := t.term(model.Span{last, p[0] + open - 1}, t.Of(short))
			last = p[0] + end + 1
			if open = end; term[0] >= term[1] {
				continue // "1) (далее – услугодатель)": nothing is named
			}
			r.out.Definitions = append(r.out.Definitions, model.Definition{Term: t.Of(term), Short: t.Of(short), Span: model.Span{term[0], p[0] + end + 1}})
		}
	}
}

// term returns what a bracket at the end of before defines: the words whose initials an
// abbreviation is made of, else the text since the last mark.
func (t *text) term(before model.Span, short string) model.Span {
	before = t.Trim(before, ",")
	if concept := t.conceptOf(before); !concept.Empty() {
		ws := t.Words(concept)
		for end := len(ws); end > 0; end-- { // "информационная система центров обслуживания населения | Республики Казахстан" is "ИС ЦОН"
			if from, ok := t.initials(model.Span{concept[0], ws[end-1].End}, short); ok && from == ws[0].Start {
				return concept
			}
		}
	}
	if from, ok := t.initialsIn(before, short); ok {
		s := model.Span{from, before[1]}
		text := t.Of(s)
		switch open := strings.Count(text, `"`)%2 == 1; {
		case open && strings.HasSuffix(text, `"`) || strings.HasSuffix(text, "»") && !strings.Contains(text, "«"):
			s = t.Trim(s, `"»`) // of a name that began before it: `предприятие "Центр …"`
		case open && from > 0 && t.Canonical[from-1] == '"':
			s[0]-- // `"Жеке тұлғалар" мемлекеттік деректер базасы`
		case strings.Count(text, "»") > strings.Count(text, "«") && strings.HasSuffix(t.Canonical[:from], "«"):
			s[0] -= len("«")
		}
		return s
	}
	from := before[0]
	for _, sentence := range t.Sentences(before) {
		from = max(from, sentence[0])
	}
	_, rest, _ := sentence.LeadingNumber(t.Of(model.Span{from, before[1]}))
	from += rest
	if l := t.Label(model.Span{from, before[1]}); l.Text != "" {
		from = l.Rest
	}
	// A mark before the term ends what is not part of it; the colon in
	// `"электрондық үкімет": www.egov.kz` does not.
	segment := t.Canonical[from:before[1]]
	if k := lastMark(segment, ";:"); k >= 0 && !t.EndsWith(model.Span{from, from + k}, lang.ClosingQuotes) && !t.isAddress(segment[k+1:]) {
		named := strings.IndexAny(strings.TrimLeft(segment[k+1:], " "), lang.OpeningQuotes) == 0 // "государственной услуги: «Вызов врача на дом»"
		if at := t.namedInFull(model.Span{from, from + k}, short); !named && at >= 0 && t.namedInFull(model.Span{from + k, before[1]}, short) < 0 {
			return t.Trim(model.Span{at, before[1]}, sentence.Terminators)
		}
		from = t.SkipBlank(from+k+1, before[1])
		_, rest, _ := sentence.LeadingNumber(t.Of(model.Span{from, before[1]})) // "через: 1) канцелярию; | 2) портал"
		from += rest
	}
	// "Қызмет көрсету нәтижесі – тағайындау туралы хабарлама": the term follows the dash.
	for _, dash := range []string{" – ", " - "} {
		if k := lastMark(t.Canonical[from:before[1]], dash); k >= 0 && !t.namesOn(model.Span{from, from + k}, before[1]) {
			from += k + len(dash)
		}
	}
	from = t.OpenBracket(model.Span{from, before[1]})
	s := model.Span{from, before[1]}
	if by := t.actAtEnd(s, short); !by.Empty() {
		return by
	}
	s[1] = t.termEnd(s, short)
	s[0] = t.termStart(s, short)
	if low := lang.Lower(short); slices.Contains(t.Tab.ProviderShort, low) || t.Tab.RoleOf(low[strings.LastIndex(low, " ")+1:]) == model.RoleApplicant {
		return t.providerName(s)
	}
	if by := t.renderedBy(s); !by.Empty() { // "услуга оказывается | ветеринарными врачами | (далее – ветврач)"
		return by
	}
	s = t.Trim(s, sentence.Terminators)
	if k := sentence.Closing(t.Low[s[0]:s[1]], 0); k > 0 && t.Low[s[0]] == '(' { // "бекітілген | (тізілімде № 5 тіркелген) | «…» стандарты"
		s = t.Trim(model.Span{s[0] + k + 1, s[1]}, sentence.Terminators)
	}
	return s
}

// actAtEnd returns the mention of an act that is all of a term: "Қызмет | Үкіметтің 2009 жылғы 22
// желтоқсандағы № 2140 қаулысымен | (бұдан әрі – Стандарт) бекітілген".
func (t *text) actAtEnd(s model.Span, short string) model.Span {
	refs := act.Refs(t.Of(s), s[0], t.Language)
	if len(refs) == 0 {
		return model.Span{}
	}
	by := refs[len(refs)-1].Span
	if by[1] != s[1] || slices.ContainsFunc(t.Words(s), func(w sentence.Word) bool { return t.sharesStem(w, short) }) {
		return model.Span{} // "стандарту …, утвержденному | приказом … № 279 | (далее – Стандарт)"
	}
	return by
}

// namedInFull returns where Russian words are those of a short name of several, -1 for nowhere:
// "является | архивная справка, подтверждающая сведения: стаж, заработок (далее – архивная справка)".
func (t *text) namedInFull(s model.Span, short string) int {
	names := strings.Fields(short)
	if len(names) < 2 || t.Tab.HeadFinal {
		return -1
	}
	ws := t.Words(s)
	for i := 0; i+len(names) <= len(ws); i++ {
		k := 0
		for k < len(names) && t.sharesStem(ws[i+k], names[k]) {
			k++
		}
		if k == len(names) {
			return ws[i].Start
		}
	}
	return -1
}

// conceptOf returns what a line of the list of concepts explains: "2) | электрондық цифрлық
// қолтаңба | – электрондық цифрлық нышандар терімі".
func (t *text) conceptOf(s model.Span) model.Span {
	const longest = 8 // words
	_, rest, _ := sentence.LeadingNumber(t.Of(s))
	s[0] += rest
	i := s[0]
	for range longest {
		k := strings.IndexByte(t.Canonical[i:s[1]], ' ')
		if k < 0 {
			break
		}
		i += k + 1
		if _, dash := t.SkipDash(i, s[1]); dash {
			return t.Trim(model.Span{s[0], i}, sentence.Terminators)
		}
	}
	return model.Span{}
}

// lastMark returns the offset of the last of the marks, or of the last dash, that no quotation
// holds, or -1.
func lastMark(s, marks string) int {
	next := strings.IndexAny
	if strings.HasPrefix(marks, " ") {
		next = strings.Index
	}
	last := -1
	var q lang.Quotations
	for at := 0; ; {
		k := next(s[at:], marks)
		if k < 0 {
			return last
		}
		q.Read(s[at : at+k])
		if at += k; !q.Open() {
			last = at
		}
		at++
	}
}

// namesOn reports whether a dash only goes on a Kazakh name, of which a bracket behind i
// introduces a short one: "филиалы | – департаменті (бұдан әрі – ХҚКО) арқылы жүзеге асырылады"
// has its verb behind, so the dash is no "is"; nor does a condition stand before it.
func (t *text) namesOn(name model.Span, i int) bool {
	ws := t.Words(name)
	if !t.Tab.HeadFinal || len(ws) > 1 && t.Condition(ws, len(ws)-1) {
		return false
	}
	end := min(len(t.Canonical), i+sentence.LongestBracket)
	if k := strings.IndexByte(t.Canonical[i:end], '\n'); k >= 0 {
		end = i + k
	}
	for end > i && end < len(t.Canonical) && !utf8.RuneStart(t.Canonical[end]) {
		end--
	}
	if k := sentence.Closing(t.Low[i:end], strings.IndexByte(t.Low[i:end], '(')); k > 0 {
		i += k
	}
	rest := t.Sentences(model.Span{i, end})
	if len(rest) == 0 {
		return false
	}
	ws = t.Words(rest[0])
	return t.HasFinite(ws) && !t.Has(ws, &t.Tab.Is) // "нәтижесі – анықтама (…) не жауап болып табылады"
}

// isAddress reports whether a text is no more than where something is found: "www.egov.kz".
func (t *text) isAddress(s string) bool {
	s = strings.TrimSpace(s)
	return strings.Contains(s, ".") && !strings.ContainsAny(s, " \"")
}

// termEnd leaves out the rest of a Kazakh sentence that the bracket closes instead of the
// term: "… туралы хабарлама | нәтижесі болып табылады (бұдан әрі – хабарлама)".
func (t *text) termEnd(s model.Span, short string) int {
	ws := t.Words(s)
	if !t.Tab.HeadFinal || len(ws) == 0 {
		return s[1]
	}
	if n := len(ws) - 1; n > 0 && t.MatchAny(ws, n, &t.Tab.TermLeads) > 0 && t.sharesStem(ws[n-1], short) {
		return ws[n-1].End // "«…» мемлекеттік көрсетілетін қызмет стандарты | негізінде (бұдан әрі – Стандарт)"
	}
	if !t.Finite(ws[len(ws)-1]) {
		return s[1]
	}
	for i := len(ws) - 1; i >= 0; i-- {
		if t.sharesStem(ws[i], short) {
			return ws[i].End
		}
	}
	return s[1]
}

// termStart leaves out what leads to a term: "… бұйрығымен бекітілген | «…» қызмет
// стандартының", "либо | мотивированный ответ об отказе". A Russian term begins with a
// word of its short name, where a word that leads to it stands before.
func (t *text) termStart(s model.Span, short string) int {
	const nearQuote = 4 // words from what leads to a term up to the name in it
	ws := t.Words(s)
	lead, inside := -1, -1
	var q lang.Quotations
	at := s[0]
	for i := range ws {
		q.Read(t.Canonical[at:ws[i].Start])
		if at = ws[i].Start; q.Open() {
			if i == 0 || !t.opensQuote(ws, i) {
				if inside < 0 && lead >= 0 && !t.Tab.HeadFinal && t.sharesStem(ws[i], short) && strings.ContainsAny(t.Canonical[ws[i].End:s[1]], lang.OpeningQuotes) {
					inside = i
				}
				continue // «"келісілмейді" деген қорытынды»
			}
		}
		n := t.MatchAny(ws, i, &t.Tab.TermLeads)
		if n == 0 && (t.Finite(ws[i]) || lead == i-1 && t.MatchAny(ws, i, &t.Tab.Or) > 0) {
			n = 1 // another clause, and what joins it to this one
		}
		if t.Tab.HeadFinal && i > 0 && n == 0 && t.Tab.And.Stem(t.Str(ws[i])) && t.IsHead(ws[i-1], lang.Instrumental) {
			n = 1 // "бөліммен және | халыққа қызмет көрсету орталығымен"
		}
		if t.Tab.HeadFinal && i > 0 && (t.Str(ws[i]) == t.Tab.This || t.opensQuote(ws, i) && (t.newName(ws, i, short) || t.byAct(ws[i-1]))) {
			lead = i - 1 // "реттілігін сипаттау | осы регламенттің"
		}
		if n > 0 && i+n < len(ws) {
			lead = i + n - 1
		} else if lead >= 0 && !t.Tab.HeadFinal && t.sharesStem(ws[i], short) {
			if i-1 > lead && t.opensQuote(ws, i) && (i-lead <= nearQuote || t.goesOnBehindQuote(model.Span{ws[i].Start, s[1]})) {
				return ws[lead].End // "оказывается | государственным учреждением "Отдел занятости""
			}
			for i-1 > lead && (t.Agrees(ws[i-1]) || t.Beside(ws[i-1], ws[i])) {
				i--
			}
			return ws[i].Start
		}
	}
	if lead >= 0 && (t.Tab.HeadFinal || len(t.channelsOf(ws[lead+1:])) > 0) {
		return ws[lead].End // "оказывается отделом, а также через | филиал "Центр обслуживания населения""
	}
	if inside >= 0 {
		return ws[inside].Start // "постановления "Об утверждении | стандарта государственной услуги "Выдача справок""
	}
	// "В | настоящем регламенте "Выдача справок"", "Услугодателем | государственной услуги "Выдача справок""
	if of := len(ws) > 1 && t.IsHead(ws[0], lang.Instrumental) && t.sharesStem(ws[1], short); !t.Tab.HeadFinal && len(ws) > 1 && (of || t.Tab.Prepositions.Stem(t.Str(ws[0]))) {
		return ws[1].Start
	}
	return s[0]
}

// goesOnBehindQuote reports whether more words of a name follow the quotation that it begins in:
// "Центр обслуживания населения" по Примерной области.
func (t *text) goesOnBehindQuote(s model.Span) bool {
	k := strings.LastIndexAny(t.Of(s), lang.ClosingQuotes)
	return k > 0 && len(t.Words(model.Span{s[0] + k, s[1]})) > 0
}

// newName reports whether what the quotation at i begins is named apart from the words before it:
// "нәтижесін беру | «…» корпорациясы", "корпорация, | «…» веб-порталы (бұдан әрі – портал)",
// but not "… бөлімі және «…» мекемесі (бұдан әрі – көрсетілетін қызметті беруші)".
func (t *text) newName(ws []sentence.Word, i int, short string) bool {
	const phrase = 3 // words of "көрсетілетін қызметті алушының"
	if t.IsHead(ws[i-1], lang.Genitive) && t.Role(ws[max(0, i-phrase):i]) == model.RoleApplicant {
		return true // "алушының | «…» стандартының (бұдан әрі – Стандарт) 9-тармағындағы құжаттарды ұсынуы"
	}
	shares := func(w sentence.Word) bool { return t.sharesStem(w, short) }
	comma := strings.Contains(t.Canonical[ws[i-1].End:ws[i].Start], ",") && slices.ContainsFunc(ws[i:], shares)
	if before := t.Str(ws[i-1]); !comma && !t.Tab.Or.Stem(before) {
		return lang.EndsIn(before, t.Tab.BareNouns) || lang.EndsIn(before, t.Tab.NounObjects)
	}
	if last := t.Str(ws[len(ws)-1]); i > 1 && !comma && t.Str(ws[i-2]) == last {
		return false // "«А» веб-порталы немесе «Б» веб-порталы"
	}
	return !slices.Contains(t.Tab.ProviderShort, lang.Lower(short)) && !slices.ContainsFunc(ws[:i], shares)
}

// byAct reports whether a word is that for an act by which something is done: "№ 279 бұйрығымен".
func (t *text) byAct(w sentence.Word) bool {
	_, is := lang.KindOf(lang.FoldWord(t.Str(w)), t.Language)
	return is && lang.EndsIn(t.Str(w), lang.KazakhInstrumentals)
}

// opensQuote reports whether the word at i opens a quotation; before « the blank may be lost.
func (t *text) opensQuote(ws []sentence.Word, i int) bool {
	gap := t.Canonical[ws[i-1].End:ws[i].Start]
	between := strings.TrimRight(gap, lang.TitleOpenings)
	return len(between) < len(gap) && (strings.HasSuffix(between, " ") || strings.HasPrefix(gap[len(between):], "«"))
}

// sharesStem reports whether a word has the stem of one of the words of a short name:
// "стандарту" of "стандарт", "веб-портал" of "портал".
func (t *text) sharesStem(w sentence.Word, short string) bool {
	const inflected = 2 // letters that case may change
	_, tail, joined := strings.Cut(t.Str(w), "-")
	for _, s := range strings.Fields(lang.Lower(short)) {
		r := []rune(s)
		if len(r) < 2*inflected {
			continue
		}
		stem := string(r[:len(r)-inflected])
		if strings.HasPrefix(t.Str(w), stem) || joined && strings.HasPrefix(tail, stem) {
			return true
		}
	}
	return false
}

// initialsIn is initials for an abbreviation that need not count the last words: "электронной цифровой
// подписи | услугополучателя (далее – ЭЦП)".
func (t *text) initialsIn(before model.Span, short string) (from int, ok bool) {
	const most, sure = 2, 3 // words not counted, letters of an abbreviation that is none by chance
	ws := t.Words(before)
	for n := 0; n <= most && n < len(ws); n++ {
		if n > 0 && (t.EndsWith(before, lang.ClosingQuotes) || utf8.RuneCountInString(short) < sure || t.Apart(ws[len(ws)-n-1], ws[len(ws)-n])) {
			break
		}
		if from, ok = t.initials(model.Span{before[0], ws[len(ws)-1-n].End}, short); ok {
			return from, true
		}
	}
	return 0, false
}

// initials finds the words whose initials an abbreviation is made of: "ЭҮШ" for
// "электрондық үкімет шлюзі", the parts of "электрондық-цифрлық" counted each, what joins two
// names not: "ИИН/БИН" for "индивидуальный идентификационный номер и бизнес-идентификационный номер".
func (t *text) initials(before model.Span, short string) (from int, ok bool) {
	names := strings.FieldsFunc(short, func(r rune) bool { return r == ' ' || r == '/' })
	want := strings.Join(names, "")
	for _, r := range want {
		if !unicode.IsUpper(r) {
			return 0, false
		}
	}
	want = lang.Lower(want)
	if utf8.RuneCountInString(want) < 2 {
		return 0, false
	}
	ws := t.Words(before)
	have := ""
	for i := len(ws) - 1; i >= 0; i-- {
		w := strings.TrimRight(strings.TrimRightFunc(t.Canonical[ws[i].Start:ws[i].End], unicode.IsLower), "-") // "ХҚКО-ның"
		switch {
		case w != short && slices.Contains(names, w):
			have = lang.Lower(w) + have // an abbreviation itself: "АРМ ИИС ЦОН" for "… системы ЦОНа"
		case have != "" && t.Abbreviation(ws[i]) && utf8.RuneCountInString(w) > 1, len(names) > 1 && have != "" && t.Joins(ws, i):
			continue // that is left out: "АРМ РШЭП" for "автоматизированное рабочее место | ИС | РШЭП"
		default:
			parts := strings.Split(t.Str(ws[i]), "-")
			for k := len(parts) - 1; k >= 0; k-- {
				r, _ := utf8.DecodeRuneInString(parts[k])
				if have = string(r) + have; have == want {
					break // "ПЭП" is "веб-портал "электронного правительства""
				}
			}
		}
		if have == want {
			return ws[i].Start, true
		}
		if !strings.HasSuffix(want, have) {
			return 0, false
		}
	}
	return 0, false
}
