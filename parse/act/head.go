// Package act reads the act's own part of a document: its head (title, requisites,
// status), the notes of its life, its operative points, and mentions of other acts.
package act

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
	"reglament/parse/source"
)

var (
	registered     = patterns(lang.Registered)
	titleBegins    = patterns(lang.TitleBegins)
	titleEnds      = patterns(lang.TitleEnds)
	pageWords      = patterns(lang.PageWords)
	amendmentLists = patterns(lang.AmendmentLists)
	formerEditions = patterns(lang.FormerEditions)
	adoptionVerbs  = func() (out []struct {
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
)

// head gathers what the paragraphs of an act's own part say.
type head struct {
	t        *source.Text
	lang     model.Language
	act      model.Act
	findings []model.Finding

	lines    []*line // of the paragraphs read so far, nil where not needed
	title    []int   // paragraphs
	req      int     // paragraph of the requisites, -1
	status   model.Status
	repealed bool // said by the requisites
	lapsed   bool
	repealer *model.ActRef
	by       map[string]model.Span
	entry    *model.EffectiveRule // the publisher's remark on the act's own entry
	preamble int                  // paragraph with the adoption verb, -1
	first    int                  // paragraph of the first point
	refs     []model.ActRef       // mentions outside the requisites and notes
	selfText model.Span
}

// Head reads paragraphs [0, end) of t, the act's own part. operativeFrom is the
// paragraph of its first point, end where it has none.
func Head(t *source.Text, end int) (a model.Act, operativeFrom int, findings []model.Finding) {
	if end > len(t.Paragraphs) || end < 0 {
		end = len(t.Paragraphs)
	}
	h := &head{t: t, lang: t.Language, req: -1, preamble: -1, first: end}
	if h.lang == "" {
		h.lang = model.Russian
	}
	h.act = model.Act{Language: h.lang, Kind: model.UnknownKind, Status: model.UnknownStatus, Spans: model.Spans{}}
	h.id()
	from := h.top(end)
	h.body(from, end)
	h.conclude(end)
	return h.act, h.first, h.findings
}

// id takes the portal's id from the page, its address or the file's name.
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
		}
	}
}

func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z'
}

// top reads title, status and requisites and returns the paragraph after them.
func (h *head) top(end int) int {
	const depth = 40            // paragraphs of navigation before the requisites at most
	var candidates, early []int // paragraphs of the title, and of notes before the requisites
	i := 0
	for ; i < end && i < depth; i++ {
		text := h.t.Paragraph(i)
		if st, rest, ok := statusWord(text); ok && strings.TrimSpace(rest) == "" {
			h.setStatus(st, h.t.Paragraphs[i])
			continue
		}
		l := scan(text)
		if len(l.t) == 0 {
			continue
		}
		if h.requisites(i, l) {
			h.req = i
			break
		}
		if shape, _ := l.noteShape(h.lang); shape != noNote && len(early) < 5 {
			early = append(early, i)
			continue
		}
		if h.adopts(l) >= 0 || l.itemNumber(0) > 0 && l.is(l.itemNumber(0)-1, ".") {
			break // the file begins with the text itself
		}
		if h.furniture(l) {
			candidates = candidates[:0]
			continue
		}
		candidates = append(candidates, i)
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
	h.takeTitle(candidates)
	return h.afterRequisites(h.req+1, end)
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
		_, begins := l.any(0, titleBegins)
		_, ends := l.any(l.lastWord(), titleEnds)
		if begins && h.lang == model.Russian || ends && h.lang == model.Kazakh {
			h.setTitle(candidates[n : n+1])
			return
		}
	}
}

func (l *line) lastWord() int {
	for i := len(l.t) - 1; i >= 0; i-- {
		if l.t[i].kind == word {
			return i
		}
	}
	return 0
}

// takeTitle takes the paragraphs before the requisites: the last one, with those that
// it goes on from.
func (h *head) takeTitle(candidates []int) {
	if len(candidates) == 0 {
		return
	}
	from := len(candidates) - 1
	if h.lang == model.Russian {
		for k := len(candidates) - 1; k >= 0; k-- {
			l := scan(h.t.Paragraph(candidates[k]))
			if _, ok := l.any(0, titleBegins); ok {
				from = k
				break
			}
		}
	} else {
		// a Kazakh title ends with туралы; what does not end so goes on in the next line
		for from > 0 {
			l := scan(h.t.Paragraph(candidates[from-1]))
			if _, ends := l.any(l.lastWord(), titleEnds); ends || candidates[from]-candidates[from-1] > 1 {
				break
			}
			if last := scan(h.t.Paragraph(candidates[len(candidates)-1])); !func() bool { _, ok := last.any(last.lastWord(), titleEnds); return ok }() {
				break
			}
			from--
		}
	}
	h.setTitle(candidates[from:])
}

func (h *head) setTitle(paragraphs []int) {
	h.title = append([]int(nil), paragraphs...)
	first, last := h.t.Paragraphs[paragraphs[0]], h.t.Paragraphs[paragraphs[len(paragraphs)-1]]
	span := model.Span{first[0], last[1]}
	text := span.Of(h.t.Canonical)
	// "… (заголовок в редакции решения … от 01.02.2013 № 7)" is a note
	if at := strings.LastIndex(text, "("); at > 0 && mayBeNote(text[at:]) {
		note := strings.TrimRight(text[at+1:], " .)")
		l := scan(note)
		if _, _, ok := l.wording(0, len(l.t)); ok && len(l.refs(h.lang)) > 0 {
			from := span[0] + at + 1
			notes, _ := l.notes(labelled, 0, note, model.Span{from, from + len(note)}, h.lang, model.Target{Kind: model.TargetTitle})
			h.act.Notes = append(h.act.Notes, notes...)
			text = strings.TrimRight(text[:at], " \n")
			span[1] = span[0] + len(text)
		}
	}
	if st, rest, ok := statusWord(text); ok && h.status == "" && len(rest) > 20 && glued(text, rest) && strings.HasSuffix(text, rest) && !strings.HasSuffix(text[:len(text)-len(rest)], " ") {
		h.setStatus(st, model.Span{span[0], span[1] - len(rest)})
		text = rest
		span[0] = span[1] - len(rest)
	}
	trimmed := strings.TrimRight(text, " .\n")
	span[1] = span[0] + len(trimmed)
	h.act.Title = model.Text(strings.Join(strings.Fields(trimmed), " "))
	h.act.Spans["title"] = span
	for _, r := range Refs(trimmed, span[0], h.lang) {
		h.refs = append(h.refs, r)
	}
}

func (h *head) setStatus(st model.Status, span model.Span) {
	if h.status == "" {
		h.status = st
		h.act.Spans["status"] = span
	}
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

// glued reports whether the badge is glued to rest or parted from it by a blank before
// a capital: "ЖаңаАқмола", "Жаңа Ақмола" but not "Жаңа редакцияда".
func glued(text, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || r == '"' || r == '«'
}

// furniture reports whether the line is of the page around the act.
func (h *head) furniture(l *line) bool {
	n, ok := l.any(0, pageWords)
	if !ok {
		// a page's heading made of the id: "49811-V09BP000101"
		return len(l.t) <= 3 && !strings.Contains(l.text, " ") && strings.ContainsAny(l.text, "0123456789")
	}
	return len(l.t) <= n+2 || n >= 3 || l.is(n, ":")
}

// adopts returns the token of the adoption verb that ends the preamble, -1.
func (h *head) adopts(l *line) int {
	for i := len(l.t) - 1; i >= 0; i-- {
		if l.t[i].kind != word || l.inQuoteFast(i) {
			continue
		}
		for _, v := range adoptionVerbs {
			n, ok := l.at(i, v.p)
			if !ok {
				continue
			}
			if i+n >= len(l.t) || l.is(i+n, ":") || l.is(i+n, ".") || l.capitals(i) {
				return i
			}
		}
	}
	return -1
}

func (l *line) inQuoteFast(i int) bool { return false }

// capitals reports whether the word at token i is written in capitals.
func (l *line) capitals(i int) bool {
	w := l.text[l.t[i].start:l.t[i].end]
	return utf8.RuneCountInString(w) > 2 && w == strings.ToUpper(w)
}

// requisites reads the requisites line: adoption, registration, repeal. It reports
// whether the paragraph is one.
func (h *head) requisites(i int, l *line) bool {
	base := h.t.Paragraphs[i][0]
	text := l.text
	if st, rest, ok := statusWord(text); ok && rest != "" && glued(text, rest) {
		if rl := scan(rest); len(rl.t) > 0 {
			if h.adoption(rl, base+len(text)-len(rest)) {
				h.setStatus(st, model.Span{base, base + len(text) - len(rest)})
				return true
			}
		}
	}
	return h.adoption(l, base)
}

// nominativeKind: the kind word of requisites stands in the nominative.
func nominativeKind(w string, lg model.Language) bool {
	if lg == model.Kazakh {
		switch w {
		case "қаулысы", "шешімі", "бұйрығы", "заңы", "кодексі", "жарлығы", "өкімі":
			return true
		}
		return false
	}
	switch w {
	case "постановление", "решение", "приказ", "закон", "кодекс", "указ", "распоряжение", "совместное":
		return true
	}
	return false
}

// adoption reads the requisites in l.
func (h *head) adoption(l *line, base int) bool {
	if !strings.ContainsAny(l.text, "0123456789") {
		return false
	}
	rs := l.refs(h.lang)
	if len(rs) == 0 {
		return false
	}
	k := -1
	if h.lang == model.Russian {
		if !nominativeKind(l.t[0].low, h.lang) {
			return false
		}
		for j, r := range rs {
			if r.Date != "" && !r.quoted && (r.kindAt == 0 || l.t[0].low == "совместное" && r.kindAt <= 4) {
				k = j
				break
			}
		}
	} else {
		for j, r := range rs {
			if r.quoted || r.Date == "" {
				continue
			}
			if r.kindAt >= 0 && l.kazakhRequisites(r) {
				k = j
				break
			}
			if r.open || r.kindAt < 0 {
				continue
			}
			break
		}
		// a joint act names the first body before the kind
		if k > 0 && rs[k].from > 0 {
			first := k
			for first > 0 && rs[first-1].Number != "" && rs[first-1].Date != "" && !rs[first-1].quoted && rs[first-1].Kind == rs[k].Kind {
				first--
			}
			k = first
		}
	}
	if k < 0 {
		return false
	}
	r := rs[k]
	h.act.Kind = r.Kind
	if h.act.Kind == "" {
		h.act.Kind = model.UnknownKind
	}
	h.act.Adopted, h.act.Number = r.Date, r.Number
	kindAt := r.kindAt
	if kindAt >= 0 {
		h.act.Spans["kind"] = model.Span{base + l.t[kindAt].start, base + l.t[kindAt].end}
	}
	core := model.Span{base + l.t[r.coreFrom].start, base + l.t[r.coreTo-1].end}
	h.act.Spans["adopted"], h.act.Spans["number"] = core, core
	adoptionEnd := r.to
	if l.joint(r, rs[k:], h.lang) {
		h.act.Kind = model.Joint
	}
	for _, o := range rs[k:] {
		if o.kindAt >= 0 && o.from <= adoptionEnd+12 && h.act.Kind == model.Joint && o.to > adoptionEnd && !l.before(o.coreFrom, 16, registered) {
			adoptionEnd = o.to
		}
	}
	if r.issuerTo > r.issuerFrom {
		is := &model.Issuer{Name: strings.TrimRight(l.slice(r.issuerFrom, r.issuerTo), " ,")}
		start := base + l.t[r.issuerFrom].start
		is.Span = model.Span{start, start + len(is.Name)}
		is.Name = strings.Join(strings.Fields(is.Name), " ")
		is.Kind = model.OtherIssuer
		if ik, ok := l.issuerKind(r.issuerFrom, r.issuerTo, h.lang); ok {
			is.Kind = ik
		}
		is.Region = l.where(r.issuerFrom, r.issuerTo, r.Date)
		h.act.Issuer = is
	}
	// the title in the same line: «…» … әкімдігінің … қаулысы
	if r.titleTo > 0 && h.lang == model.Kazakh && r.titleFrom == 0 || r.titleTo > 0 && h.lang == model.Russian && r.titleFrom >= r.coreTo {
		from, to := l.t[r.titleFrom].end, l.t[r.titleTo-1].start
		h.act.Title = model.Text(strings.TrimSpace(l.text[from:to]))
		h.act.Spans["title"] = model.Span{base + from, base + to}
	}
	h.selfText = model.Span{base + l.t[r.from].start, base + l.t[r.to-1].end}
	h.registration(l, adoptionEnd, base)
	h.repeal(l, adoptionEnd, base)
	return true
}

// kazakhRequisites: the kind of the act adopted stands in the nominative, and what
// follows is the end, another sentence, or the kind of a joint act.
func (l *line) kazakhRequisites(r ref) bool {
	if r.kindAt < r.coreFrom {
		return r.from == 0 && (r.coreTo >= len(l.t) || !l.notSeparated(r.coreTo))
	}
	if !nominativeKind(l.t[r.kindAt].low, model.Kazakh) {
		return r.kindAt+1 < len(l.t) && l.t[r.kindAt+1].low == "мен" && l.joint(r, nil, model.Kazakh)
	}
	i := r.kindAt + 1
	if i >= len(l.t) {
		return true
	}
	switch l.t[i].low {
	case ".", ",", "мен", "және", "(", "бен", ";":
		return true
	}
	return l.capital(i)
}

// notSeparated reports whether the sentence goes on at token i.
func (l *line) notSeparated(i int) bool {
	return l.t[i].kind == word && !l.capital(i)
}

// joint reports whether the requisites are of a joint act.
func (l *line) joint(r ref, rs []ref, lg model.Language) bool {
	for i, t := range l.t {
		if i > r.to+12 && len(rs) == 0 || i > r.to+40 {
			break
		}
		if strings.HasPrefix(t.low, "бірлескен") || strings.HasPrefix(t.low, "бірлесіп") || t.low == "совместное" || t.low == "совместные" {
			return true
		}
	}
	for _, o := range rs[min(1, len(rs)):] {
		// "Постановление акимата … № 95 и решение … маслихата … № 22-5"
		if o.kindAt < 0 || o.Number == "" || o.quoted || !nominativeKind(l.t[o.kindAt].low, lg) || o.Kind == r.Kind {
			continue
		}
		if j := o.from - 1; l.is(j, "и") || l.is(j, "және") || l.is(j, "мен") {
			return true
		}
	}
	return false
}

// registration reads "… Әділет департаментінде … № 5077 болып тіркелді", "…
// Зарегистрировано Департаментом юстиции … 13 марта 2018 года № 6196".
func (h *head) registration(l *line, from, base int) {
	if h.act.Registration != nil {
		return
	}
	for i := from; i < len(l.t); i++ {
		if l.t[i].kind != word {
			continue
		}
		if _, ok := l.any(i, registered); !ok {
			continue
		}
		segFrom, segTo := from, i+1
		if h.lang == model.Russian {
			segFrom, segTo = i, l.registrationEnd(i)
		} else {
			for segFrom < i && l.t[segFrom].kind != word {
				segFrom++
			}
			segTo = l.registrationEnd(i)
		}
		reg := &model.Registration{}
		first, last := -1, -1
		bodyEnd := i
		for j := segFrom; j < segTo; j++ {
			if d, ok := l.dateAt(j); ok && reg.Date == "" {
				reg.Date = d.value
				if first < 0 || j < first {
					first = j
				}
				if l.is(j-1, "от") {
					first = j - 1
				}
				bodyEnd = min(bodyEnd, first)
				if h.lang == model.Russian {
					bodyEnd = first
				}
				last = max(last, d.to)
				j = d.to - 1
				continue
			}
			if n, ok := l.numberAt(j); ok && reg.Number == "" && (h.lang == model.Russian || j <= i || l.is(j-1, "тіркеу") || l.is(j-1, "тіркелу")) {
				reg.Number = model.Text(n.value)
				if first < 0 {
					first = j
					if h.lang == model.Russian {
						bodyEnd = j
						if l.is(j-1, "за") {
							bodyEnd--
						}
					}
				}
				last = max(last, n.to)
				j = n.to - 1
			}
		}
		if reg.Date == "" && reg.Number == "" {
			return
		}
		bodyFrom := segFrom
		if h.lang == model.Russian {
			bodyFrom = i + 1
			if l.is(bodyFrom, "в") {
				bodyFrom++
			}
		} else if first >= 0 {
			bodyEnd = first
		}
		if bodyFrom < bodyEnd {
			reg.Body = model.Text(strings.Join(strings.Fields(strings.Trim(l.slice(bodyFrom, bodyEnd), " ,")), " "))
		}
		start, end := segFrom, max(i+1, last)
		reg.Span = model.Span{base + l.t[start].start, base + l.t[end-1].end}
		h.act.Registration = reg
		if is := h.act.Issuer; is != nil && is.Region == "" {
			is.Region = h.lateRegion(l.where(bodyFrom, max(bodyFrom, bodyEnd), h.act.Adopted))
		}
		return
	}
}

// lateRegion: registration by the ministry does not tell where a local act is from.
func (h *head) lateRegion(r model.Region) model.Region {
	if r == "KZ" {
		switch h.act.Issuer.Kind {
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
		if l.t[j].low == "." && l.sentenceEnd(j) && !l.is(j+1, "тіркеу") && !l.is(j+1, "тіркелу") {
			return j
		}
	}
	return len(l.t)
}

// repeal reads "Күші жойылды - … № А-2/40 қаулысымен", "Утратило силу постановлением
// …", "Прекращено действие в связи с истечением срока".
func (h *head) repeal(l *line, from, base int) {
	for i := from; i < len(l.t); i++ {
		at, w, ok := l.wording(i, len(l.t))
		if !ok {
			h.repealBracketed(l, from, base)
			return
		}
		if !w.whole || w.action == model.NoteSuspended {
			i = at
			continue
		}
		if s, _, ok := l.strongest(at, len(l.t)); ok {
			w = s
		}
		h.act.Spans["status"] = model.Span{base + l.t[at].start, base + l.t[min(at+len(w.p), len(l.t))-1].end}
		if w.action == model.NoteLapsed {
			h.lapsed = true
		} else {
			h.repealed = true
		}
		for _, r := range l.refs(h.lang) {
			if (r.from >= at || r.to == at) && r.Date != "" && !r.quoted {
				if h.lapsed && !(r.kindAt >= 0 && instrumental(l.t[r.kindAt].low)) {
					continue // "(… № 15 хаты)" tells of the lapse, "… № 15 хатымен" ends the effect
				}
				by := r.moved(base)
				h.repealer = &by
				break
			}
		}
		return
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
			h.act.Spans["status"] = model.Span{base + l.t[at].start, base + l.t[l.t[i].match-1].end}
		}
	}
}

// afterRequisites reads what may follow the requisites before the text: a status word,
// the registration or repeal in a paragraph of their own, the list of amendments.
func (h *head) afterRequisites(i, end int) int {
	list := false
	for ; i < end; i++ {
		text := h.t.Paragraph(i)
		if st, rest, ok := statusWord(text); ok && strings.TrimSpace(rest) == "" {
			h.setStatus(st, h.t.Paragraphs[i])
			continue
		}
		l := scan(text)
		if len(l.t) == 0 {
			continue
		}
		if _, ok := l.any(0, amendmentLists); ok && len(l.t) <= 8 {
			list = true
			continue
		}
		if _, ok := l.any(0, formerEditions); ok && len(l.t) <= 6 {
			return h.skipEditions(i+1, end)
		}
		if shape, body := l.noteShape(h.lang); shape != noNote {
			h.note(l, shape, body, i)
			continue
		}
		if list && len(l.t) < 60 && l.itemNumber(0) == 0 && h.adopts(l) < 0 {
			if h.listed(l, i) {
				continue
			}
		}
		if h.act.Registration == nil && len(l.t) < 60 && l.itemNumber(0) == 0 {
			if _, ok := l.any(0, registered); ok && h.lang == model.Russian || h.lang == model.Kazakh && l.endsRegistered() {
				h.registration(l, 0, h.t.Paragraphs[i][0])
				h.repeal(l, 0, h.t.Paragraphs[i][0])
				if h.act.Registration != nil {
					continue
				}
			}
		}
		if h.furniture(l) {
			continue
		}
		if h.act.Title == "" {
			_, begins := l.any(0, titleBegins)
			_, ends := l.any(l.lastWord(), titleEnds)
			if (begins && h.lang == model.Russian || ends && h.lang == model.Kazakh) && h.adopts(l) < 0 {
				h.setTitle([]int{i})
				continue
			}
		}
		return i
	}
	return i
}

func (l *line) endsRegistered() bool {
	for i := max(0, len(l.t)-6); i < len(l.t); i++ {
		if l.is(i, "тіркелді") {
			return true
		}
	}
	return false
}

// skipEditions passes the lines of a list of former editions.
func (h *head) skipEditions(i, end int) int {
	for ; i < end; i++ {
		l := scan(h.t.Paragraph(i))
		if len(l.t) == 0 || len(l.t) > 14 || l.t[0].kind != figure {
			break
		}
	}
	return i
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
