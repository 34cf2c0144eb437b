// Package act reads the act's own part of a document: its head (title, requisites,
// status), the notes of its life, its operative points, and mentions of other acts.
package act

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
	"reglament/parse/source"
)

var (
	adoptionVerbs = func() (out []struct {
		p    lang.Pattern
		kind model.ActKind
	}) {
		for _, v := range lang.AdoptionVerbs {
			out = append(out, struct {
				p    lang.Pattern
				kind model.ActKind
			}{v.Phrase.Pattern(), v.Kind})
		}
		return out
	}()
	// idForm is the form of the portal's ids, always 11 characters.
	idForm = regexp.MustCompile(`^[A-Z][0-9]{2}[0-9A-Z]{7}[0-9A-Z_]`)
	// pageNumber is a page's heading made of the id: "49811-V09BP000101".
	pageNumber = regexp.MustCompile(`^[0-9]+-[A-Z][0-9]{2}[0-9A-Z]{7}[0-9A-Z_]$`)
)

// head gathers what the paragraphs of an act's own part say.
type head struct {
	t        *source.Text
	lang     model.Language
	act      model.Act
	findings []model.Finding

	title    []int // paragraphs
	req      int   // paragraph of the requisites, -1
	status   model.Status
	repealed bool // said by the requisites
	lapsed   bool
	amended  bool // said by a remark on the page: "(с изменениями от 09.10.2013 г.)"
	repealer *model.ActRef
	entry    *model.EffectiveRule // the publisher's remark on the act's own entry
	preamble model.Span           // up to the adoption verb, empty for none
	first    int                  // paragraph of the first point
	amends   actList
	repeals  actList
	lists    []annexList
	refs     []model.ActRef // mentions outside the requisites and notes
	others   Others
}

// Others are paragraphs that the readers of regulations told apart.
type Others struct {
	Behind []Paragraphs // annexes of the act behind the regulations
	Marks  []Paragraphs // marks of annexes that stand inside lists and sentences, no part of them
}

// Head reads paragraphs [0, end) of t, the act's own part.
func Head(t *source.Text, end int, others Others) (model.Act, []model.Finding) {
	if end > len(t.Paragraphs) || end < 0 {
		end = len(t.Paragraphs)
	}
	h := &head{t: t, lang: t.Language, req: -1, first: end, others: others}
	if h.lang == "" {
		h.lang = model.Russian
	}
	h.act = model.Act{Language: h.lang, Kind: model.UnknownKind, Status: model.UnknownStatus}
	h.id()
	from := h.top(end)
	h.body(from, end)
	h.conclude()
	return h.act, h.findings
}

// id takes the portal's id from the page, its address, the file's name or the act's card.
func (h *head) id() {
	if h.act.ID = h.t.Page.ID; h.act.ID != "" {
		return
	}
	url := string(h.t.Source.URL)
	if i := strings.Index(url, "/docs/"); i >= 0 && idForm.MatchString(url[i+len("/docs/"):]) {
		h.act.ID = model.Text(url[i+len("/docs/"):][:11])
		return
	}
	name := h.t.Source.Name
	if idForm.MatchString(name) {
		if rest := name[11:]; rest == "" || !isWordByte(rest[0]) {
			h.act.ID = model.Text(name[:11])
			return
		}
	}
	for i := range min(len(h.t.Paragraphs)-1, headDepth) {
		id := h.t.Paragraph(i + 1)
		if len(id) == 11 && idForm.MatchString(id) && scan(h.t.Paragraph(i)).has(0, idLabels) {
			h.act.ID = model.Text(id)
			return
		}
	}
}

func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z'
}

// top reads title, status and requisites and returns the paragraph after them.
func (h *head) top(end int) int {
	var candidates, early []int // paragraphs of the title, and of notes before the requisites
	broken, last := h.preambleLines(0, end)
	i := 0
	for ; i < end && i < headDepth && !(broken < i && i <= last); i++ {
		text := h.t.Paragraph(i)
		if h.badge(i, h.t.Paragraphs[i]) {
			continue
		}
		l := scan(text)
		if len(l.t) == 0 {
			continue
		}
		shape, _ := l.noteShape(h.lang)
		if (shape == noNote || shape == unlabelled) && h.requisites(i, l) {
			h.req = i
			break
		}
		if shape != noNote && len(early) < 5 {
			early = append(early, i)
			continue
		}
		if d, ok := l.dateAt(0); ok && (d.numeric && d.to == len(l.t) && (len(candidates) == 0 || h.dated(i+1, end)) || l.clock(d.to)) {
			continue // the day of a page, above its title or between it and the whole requisites; or day and hour
		}
		if h.adopts(l) >= 0 || l.itemNumber(0) > 0 && l.is(l.itemNumber(0)-1, ".") {
			break // the file begins with the text itself
		}
		if l.has(0, editionRemarks) {
			h.amended = true
			continue
		}
		if h.furniture(l) {
			if !l.is(len(l.t)-1, ":") { // the label of the status stands below the title
				candidates = candidates[:0]
			}
			continue
		}
		if l.wholeRegistration(h.lang) && h.registeredLine(i, l) {
			continue
		}
		if l.changedBy(h.lang) && h.listed(l, i) {
			continue
		}
		if at, _, ok := titleNote(text, h.lang); ok && at == 0 {
			h.takeTitleNote(h.t.Paragraphs[i])
			continue
		}
		candidates = append(candidates, i)
	}
	if h.req < 0 {
		if next, ok := h.original(end); ok {
			return h.afterRequisites(next, end)
		}
	}
	if h.req < 0 || h.act.Issuer == nil {
		if first, ok := h.wrapped(end); ok {
			candidates = slices.DeleteFunc(candidates, func(i int) bool { return i >= first })
			early = nil
		}
	}
	if h.req < 0 {
		if len(early) > 0 { // what follows a note is text
			for len(candidates) > 0 && candidates[len(candidates)-1] > early[0] {
				candidates = candidates[:len(candidates)-1]
			}
		}
		h.titleAlone(candidates)
		return h.restart()
	}
	for _, n := range early {
		l := scan(h.t.Paragraph(n))
		shape, body := l.noteShape(h.lang)
		h.note(l, shape, body, n)
	}
	candidates = slices.DeleteFunc(candidates, h.numberedHeading)
	if h.act.Title != "" || h.titleFollows(candidates, end) { // the line of the requisites has it
		candidates = nil
	}
	h.takeTitle(candidates)
	return h.afterRequisites(h.req+1, end)
}

// dated reports whether a paragraph is the requisites with a date of their own.
func (h *head) dated(i, end int) bool {
	o := &head{t: h.t, lang: h.lang}
	return i < end && o.requisites(i, scan(h.t.Paragraph(i))) && o.act.Adopted != ""
}

// clock reports whether an hour ends the line from token i on: "31 мая 2019, 10:15".
func (l *line) clock(i int) bool {
	if l.is(i, ",") {
		i++
	}
	return i >= 0 && i+3 == len(l.t) && l.t[i].kind == figure && l.is(i+1, ":") && l.t[i+2].kind == figure
}

// dayAndHour reports whether the line is figures and marks that end in an hour: "21-09-2021 16:11".
func (l *line) dayAndHour() bool {
	return l.clock(len(l.t)-3) && !slices.ContainsFunc(l.t, func(t token) bool { return t.kind != figure && t.kind != mark })
}

// restart returns where the text begins in a file without requisites.
func (h *head) restart() int {
	if len(h.title) > 0 {
		return h.title[len(h.title)-1] + 1
	}
	return 0
}

// titleAlone takes a title that no requisites follow only where it looks like one.
func (h *head) titleAlone(candidates []int) {
	for n, i := range candidates {
		l := scan(h.t.Paragraph(i))
		if len(l.t) == 0 {
			continue
		}
		if l.titled(h.lang) {
			h.setTitle(candidates[h.titleBegins(candidates, n) : n+1])
			return
		}
	}
}

// titleBegins returns which of the candidates begins the Kazakh title that candidate n ends: a line
// of it may end where nothing else could, in a quotation, an issuer or a date.
//
//	Үлгі облысы әкімдігінің · 2015 жылғы 24 шілдедегі · «Мүлікті Қазақстан Республикасының · Үкіметі … бекіту туралы» № 8 қаулысына өзгерістер енгізу туралы
func (h *head) titleBegins(candidates []int, n int) int {
	if h.lang != model.Kazakh {
		return n
	}
	quoted := h.quotedBefore(candidates[n])
	for n > 0 && candidates[n-1] == candidates[n]-1 && (quoted || h.unfinished(candidates[n-1])) {
		n--
		quoted = quoted && !strings.ContainsAny(h.t.Paragraph(candidates[n]), lang.OpeningQuotes)
	}
	return n
}

// quotedBefore reports whether paragraph i closes a quotation that it does not open.
func (h *head) quotedBefore(i int) bool {
	l := scan(h.t.Paragraph(i))
	return slices.ContainsFunc(l.t, func(t token) bool {
		return t.kind == quote && t.match < 0 && strings.Contains(lang.ClosingQuotes, t.low)
	})
}

// unfinished reports whether a Kazakh line ends in what another word must follow: a genitive, or
// the date of an act.
func (h *head) unfinished(i int) bool {
	l := scan(h.t.Paragraph(i))
	if len(l.t) == 0 {
		return false
	}
	last := l.t[len(l.t)-1]
	_, form, month := lang.Month(last.low)
	return last.kind == word && (month && form == lang.AttributiveMonth || lang.EndsIn(last.low, lang.Genitives))
}

// titleLines returns where the title that begins with paragraph i ends, i where none begins
// there. A Kazakh one may take several lines, and begin with the name of an act in quotation
// marks that ends as titles do.
func (h *head) titleLines(i, end int) (behind int) {
	const longest = 8 // lines
	behind = i
	for to := i; to < min(end, i+longest); to++ {
		l := scan(h.t.Paragraph(to))
		if len(l.t) == 0 || h.adopts(l) >= 0 || l.itemNumber(0) > 0 {
			break
		}
		whole := scan(model.Span{h.t.Paragraphs[i][0], h.t.Paragraphs[to][1]}.Of(h.t.Canonical))
		first := whole.t[0]
		if whole.titled(h.lang) {
			behind = to + 1
			if first.kind != quote || first.match > 0 && first.match < len(whole.t)-1 {
				break
			}
		}
		if h.lang != model.Kazakh || endsSentence(l.text) || first.kind != quote && !h.unfinished(to) {
			break
		}
	}
	return behind
}

// lastWord returns the last token before to that is a word.
func (l *line) lastWord(to int) int {
	for i := to - 1; i >= 0; i-- {
		if l.t[i].kind == word {
			return i
		}
	}
	return 0
}

// titleFollows reports whether the title stands after the requisites and what stands
// before them is a page's heading: "(СТАРАЯ РЕДАКЦИЯ) РЕШЕНИЕ …".
func (h *head) titleFollows(candidates []int, end int) bool {
	for _, i := range candidates {
		if scan(h.t.Paragraph(i)).titled(h.lang) {
			return false
		}
	}
	if h.req+1 >= end {
		return false
	}
	return h.titleLines(h.req+1, end) > h.req+1
}

// numberedHeading reports whether paragraph i is a page's heading that names the act by its body
// and number: "Постановление акимата города Алматы № 4/588".
func (h *head) numberedHeading(i int) bool {
	l := scan(h.t.Paragraph(i))
	refs := l.refs(h.lang)
	return len(refs) == 1 && refs[0].from == 0 && refs[0].to == len(l.t) && refs[0].Date == "" && refs[0].kindAt >= 0 &&
		model.FoldNumber(refs[0].Number) == model.FoldNumber(h.act.Number)
}

// takeTitle takes the paragraphs before the requisites: the last one, with those that
// it goes on from.
func (h *head) takeTitle(candidates []int) {
	if len(candidates) == 0 {
		return
	}
	candidates = h.ownTitle(candidates)
	from := len(candidates) - 1
	if h.lang == model.Russian {
		for k := len(candidates) - 1; k >= 0; k-- {
			if scan(h.t.Paragraph(candidates[k])).titled(h.lang) {
				from = k
				break
			}
		}
	} else {
		// a Kazakh title ends with туралы; what does not end so goes on in the next line
		for from > 0 {
			if scan(h.t.Paragraph(candidates[from-1])).titled(h.lang) || candidates[from]-candidates[from-1] > 1 {
				break
			}
			if !scan(h.t.Paragraph(candidates[len(candidates)-1])).titled(h.lang) || h.navigates(candidates[from-1]) {
				break
			}
			from--
		}
	}
	h.setTitle(candidates[from:])
}

// navigates reports whether paragraph i above a title is of the page, no line of the title: one
// or two words before a capital, as "Кабинет" and "Құжатқа оралу" are, words of several that lost
// the blanks between them, or the end of a sentence.
func (h *head) navigates(i int) bool {
	const least = 3 // words
	text := h.t.Paragraph(i)
	first, _ := utf8.DecodeRuneInString(h.t.Paragraph(i + 1))
	return unicode.IsUpper(first) && (len(strings.Fields(text)) < least || strings.HasSuffix(text, ".")) || lang.LookAt(text).Mixed
}

// titleNote finds a note in brackets at the end of a title: "… (заголовок в редакции
// решения … от 01.02.2013 № 7)". The closing bracket may be missing.
func titleNote(text string, lg model.Language) (at int, note string, ok bool) {
	if !mayBeNote(text) {
		return 0, "", false
	}
	const longest = 2000 // bytes of a note
	for at := max(0, len(text)-longest); at < len(text); at++ {
		if text[at] != '(' {
			continue
		}
		note := strings.TrimRight(text[at+1:], " .")
		if strings.Count(note, ")") > strings.Count(note, "(") {
			note = strings.TrimSuffix(note, ")")
		}
		l := scan(note)
		if _, ok := l.targetAt(0); !ok {
			continue
		}
		if _, _, ok := l.wording(0, len(l.t)); ok && len(l.refs(lg)) > 0 {
			return at, note, true
		}
	}
	return 0, "", false
}

// takeTitleNote takes the note in brackets at the end of a title, or that stands alone where a
// page left the title out, and returns where the title ends.
func (h *head) takeTitleNote(span model.Span) (end int) {
	text := span.Of(h.t.Canonical)
	at, note, ok := titleNote(text, h.lang)
	if !ok {
		return span[1]
	}
	from := span[0] + strings.Index(text, note)
	notes, _ := scan(note).notes(labelled, 0, note, model.Span{from, from + len(note)}, h.lang, model.Target{Kind: model.TargetTitle})
	h.act.Notes = append(h.act.Notes, notes...)
	return span[0] + len(strings.TrimRight(text[:at], " \n"))
}

// ownTitle drops the title in the other language that follows the act's own in a view of
// both.
func (h *head) ownTitle(candidates []int) []int {
	for n := len(candidates); n > 1; n-- {
		l := scan(h.t.Paragraph(candidates[n-2]))
		other := scan(h.t.Paragraph(candidates[n-1]))
		own, foreign := l.titled(h.lang), other.titled(otherLanguage(h.lang))
		if own && foreign {
			return candidates[:n-1]
		}
	}
	return candidates
}

// titled reports whether the line looks like a title in the language: a Russian one
// begins with a preposition, a Kazakh one ends with туралы.
func (l *line) titled(lg model.Language) bool {
	if lg == model.Russian {
		begins := l.has(0, titleBegins)
		return begins
	}
	ends := l.has(l.lastWord(l.changesRemark()), titleEnds)
	return ends
}

// changesRemark returns the token of the bracket in which a page tells at the end of a
// title up to when it is amended, len(l.t) where there is none: "… туралы (2016.08.02.
// берілген өзгерістермен)". The name of a service has brackets too: "Переоформление
// удостоверения (в связи с изменением фамилии)".
func (l *line) changesRemark() int {
	for i, t := range l.t {
		if t.kind == open && t.match >= len(l.t)-2 && l.tellsChanges(i, t.match) {
			return i
		}
	}
	return len(l.t)
}

// tellsChanges reports whether the bracket of tokens [from, to] is a remark on changes: with a date
// one that has a word for them, without one only where that begins or ends it.
func (l *line) tellsChanges(from, to int) bool {
	if !strings.ContainsAny(l.slice(from, to), "0123456789") {
		return (l.has(from+1, changesFirst) || l.has(l.lastWord(to), changesLast)) && !lang.LeavesOpen(l.text[:l.t[from].start])
	}
	for i := from + 1; i < to; i++ {
		if l.has(i, changeWords) {
			return !l.inQuote(from)
		}
	}
	return false
}

// UntilChanges returns a text without the bracket at its end in which a page tells up to when
// it is amended: "Регламент государственной услуги (с изменениями по состоянию на …)".
func UntilChanges(text string) string {
	if !strings.HasSuffix(strings.TrimRight(text, " ."), ")") {
		return text
	}
	l := scan(text)
	if i := l.changesRemark(); i < len(l.t) {
		return strings.TrimRight(text[:l.t[i].start], " \n")
	}
	return text
}

// IsEditionRemark reports whether a paragraph is what a page says of the edition that it shows:
// "Данная редакция действовала до внесения изменений от 9 июля 2019 года".
func IsEditionRemark(text string) bool {
	const longest = 300 // bytes
	return len(text) <= longest && scan(text).has(0, editionRemarks)
}

func otherLanguage(lg model.Language) model.Language {
	if lg == model.Kazakh {
		return model.Russian
	}
	return model.Kazakh
}

// setTitle reads the title of the act from its paragraphs, without what pages put before and
// behind it: the badge of its status, notes, remarks of amendments.
func (h *head) setTitle(paragraphs []int) {
	h.title = append([]int(nil), paragraphs...)
	first, last := h.t.Paragraphs[paragraphs[0]], h.t.Paragraphs[paragraphs[len(paragraphs)-1]]
	span := model.Span{first[0], last[1]}
	span[1] = h.takeTitleNote(span)
	text := span.Of(h.t.Canonical)
	if until := UntilChanges(text); until != text {
		h.amended = true
		text = until
		span[1] = span[0] + len(text)
	}
	if st, rest, ok := statusWord(text); ok && h.status == "" && len(rest) > 20 && glued(rest) && strings.HasSuffix(text, rest) && !strings.HasSuffix(text[:len(text)-len(rest)], " ") {
		h.setStatus(st, model.Span{span[0], span[1] - len(rest)})
		text = rest
		span[0] = span[1] - len(rest)
	}
	trimmed := strings.TrimRight(text, " .\n")
	for _, mark := range lang.FootnoteMarks {
		trimmed = strings.TrimRight(strings.TrimSuffix(trimmed, mark), " .\n")
	}
	span[1] = span[0] + len(trimmed)
	h.entitle(span)
	h.refs = append(h.refs, Refs(trimmed, span[0], h.lang)...)
}

// entitle sets the title of the act, where the span has words.
func (h *head) entitle(span model.Span) {
	if title := oneLine(span.Of(h.t.Canonical)); title != "" && !pageNumber.MatchString(title) {
		h.act.Title = model.Text(title)
		h.act.Spans.Set("title", span)
	}
}

func (h *head) setStatus(st model.Status, span model.Span) {
	if h.status == "" {
		h.status = st
		h.act.Spans.Set("status", span)
	}
}

// badge reads what stands at span in paragraph i if it is the badge of the status, also one that a page's own words
// run into below its label: "Статус", "Действующийвведен в действие с …".
func (h *head) badge(i int, span model.Span) bool {
	text := span.Of(h.t.Canonical)
	st, rest, ok := statusWord(text)
	if !ok || strings.TrimSpace(rest) != "" && (i == 0 || !scan(h.t.Paragraph(i-1)).labelsStatus()) {
		return false
	}
	h.setStatus(st, model.Span{span[0], span[0] + len(text) - len(rest)})
	return true
}

// labelsStatus reports whether the line is the label of the status on a page.
func (l *line) labelsStatus() bool {
	n, ok := l.any(0, statusLabels)
	return ok && (n == len(l.t) || n+1 == len(l.t) && l.is(n, ":"))
}

// statusWord reads a status badge at the beginning of the text.
func statusWord(text string) (st model.Status, rest string, ok bool) {
	for _, w := range lang.StatusWords {
		if r, has := strings.CutPrefix(text, w.Text); has {
			return w.Status, strings.TrimLeft(r, " ."), true
		}
	}
	return "", text, false
}

// glued reports whether what follows a badge begins a text of its own: "ЖаңаАқмола",
// "Жаңа Ақмола" but not "Жаңа редакцияда".
func glued(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || strings.ContainsRune(lang.OpeningQuotes, r)
}

// furniture reports whether the line is of the page around the act.
func (h *head) furniture(l *line) bool {
	if strings.HasPrefix(l.text, "•") { // an entry of a menu
		return true
	}
	n, ok := l.any(0, pageWords)
	if !ok {
		return pageNumber.MatchString(l.text) || len(l.t) <= 3 && !strings.Contains(l.text, " ") && strings.ContainsAny(l.text, "0123456789")
	}
	return len(l.t) <= n+2 || n >= 3 || l.is(n, ":")
}

// adopts returns the token of the adoption verb that ends the preamble, -1.
func (h *head) adopts(l *line) int {
	for i := len(l.t) - 1; i >= 0; i-- {
		if l.t[i].kind != word {
			continue
		}
		if k, to := l.adoption(i); k != "" && (to >= len(l.t) || l.is(to, ":") || l.is(to, ".") || l.capitals(i)) {
			return i
		}
	}
	return -1
}

// capitals reports whether the word at token i is written in capitals.
func (l *line) capitals(i int) bool {
	w := l.text[l.t[i].start:l.t[i].end]
	return utf8.RuneCountInString(w) > 2 && w == strings.ToUpper(w)
}

// afterRequisites reads what may follow the requisites before the text: a status word,
// the registration or repeal in a paragraph of their own, the list of amendments.
func (h *head) afterRequisites(i, end int) int {
	list := false
	for ; i < end; i++ {
		text := h.t.Paragraph(i)
		if h.badge(i, h.t.Paragraphs[i]) {
			continue
		}
		l := scan(text)
		if len(l.t) == 0 {
			continue
		}
		if l.has(0, amendmentLists) && len(l.t) <= 8 {
			list = true
			continue
		}
		if l.has(0, formerEditions) && len(l.t) <= 6 {
			return h.skipEditions(i+1, end)
		}
		if shape, body := l.noteShape(h.lang); shape != noNote {
			h.note(l, shape, body, i)
			continue
		}
		if (list || l.changedBy(h.lang)) && len(l.t) < 60 && l.itemNumber(0) == 0 && h.adopts(l) < 0 {
			if h.listed(l, i) {
				continue
			}
		}
		if h.registeredLine(i, l) {
			continue
		}
		if l.changesRemark() == 0 || l.has(0, editionRemarks) {
			h.amended = true
			continue
		}
		if h.furniture(l) || l.dayAndHour() || h.sameAgain(i, l) {
			continue
		}
		if h.act.Title == "" {
			if to := h.titleLines(i, end); to > i {
				h.setTitle([]int{i, to - 1})
				i = to - 1
				continue
			}
		}
		return i
	}
	return i
}

// registeredLine reads a paragraph that is only the registration, and what may follow it.
func (h *head) registeredLine(i int, l *line) bool {
	if h.act.Registration != nil || len(l.t) >= 60 || l.itemNumber(0) > 0 {
		return false
	}
	if h.lang == model.Russian && !l.has(0, registered) || h.lang == model.Kazakh && !l.endsRegistered() {
		return false
	}
	h.registration(l, 0, h.t.Paragraphs[i][0])
	h.repeal(l, 0, h.t.Paragraphs[i][0])
	return h.act.Registration != nil
}

// sameAgain reports whether the paragraph is the requisites again: in the other language, as a
// view of both has them, or below the heading of a page that repeats them.
func (h *head) sameAgain(i int, l *line) bool {
	for _, lg := range [...]model.Language{otherLanguage(h.lang), h.lang} {
		o := &head{t: h.t, lang: lg}
		if o.requisites(i, l) && o.act.Adopted == h.act.Adopted && model.FoldNumber(o.act.Number) == model.FoldNumber(h.act.Number) {
			return true
		}
	}
	return false
}

// endsRegistered reports whether the last words say that the act was registered.
func (l *line) endsRegistered() bool { return l.anywhere(max(0, len(l.t)-6), registrationEnds) }

// skipEditions passes the lines of a list of former editions.
func (h *head) skipEditions(i, end int) int {
	for ; i < end; i++ {
		l := scan(h.t.Paragraph(i))
		if len(l.t) == 0 || len(l.t) > 16 || l.t[0].kind != figure && !l.has(0, formerEdition) {
			break
		}
	}
	return i
}

// changedBy reports whether the line is nothing but an act by which something was done and, in
// brackets, when that takes effect, as cards list what changed the act: "… министрінің 2017.18.12.
// № 631 бұйрығымен (… қолданысқа енгізілді)".
func (l *line) changedBy(lg model.Language) bool {
	if len(l.t) == 0 || !numbersAct(l.text) {
		return false
	}
	refs := l.refs(lg)
	if len(refs) != 1 || refs[0].from > 0 || refs[0].kindAt < 0 || !instrumental(l.t[refs[0].kindAt].low) {
		return false
	}
	r := refs[0]
	whole := r.to == len(l.t) || r.to < len(l.t) && l.t[r.to].kind == open && l.t[r.to].match >= len(l.t)-2
	return whole && l.effective(r.coreTo, -1, 0, lg) != nil
}

// listed reads a line of a list "Енгізілген өзгерістер:": one amending act.
func (h *head) listed(l *line, i int) bool {
	base := h.t.Paragraphs[i][0]
	for _, r := range l.refs(h.lang) {
		if r.Date == "" {
			continue
		}
		by := r.moved(base)
		h.act.Notes = append(h.act.Notes, model.Note{Target: model.Target{Kind: model.TargetAct}, Action: model.NoteAmended, By: &by,
			Effective: l.effective(r.coreTo, -1, base, h.lang), Text: l.text, Span: h.t.Paragraphs[i]})
		return true
	}
	return false
}
