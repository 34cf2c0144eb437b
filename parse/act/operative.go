package act

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

var (
	changeWords   = patterns([]lang.Phrase{"өзгеріс*", "толықтыру*", "өзгерту*", "изменени*", "дополнени*"})
	changeVerbs   = patterns([]lang.Phrase{"енгіз*", "внести", "внесении", "внесение", "внесены"})
	repealOrders  = patterns([]lang.Phrase{"күші жой*", "күшін жой*", "признать утратив*", "признании утратив*", "признать * утратив*", "считать утратив*", "отменить", "отмене", "жоққа шығар*", "күштері жой*"})
	positionWords = patterns(lang.Positions)
)

// body reads preamble, points, notes and signatures of paragraphs [from, end).
func (h *head) body(from, end int) {
	var points []model.Point
	var point, sub *model.Point
	inQuote := false
	signed := -1 // first paragraph of the signatures
	for i := from; i < end; i++ {
		text, span := h.t.Paragraph(i), h.t.Paragraphs[i]
		if mayBeNote(text) || h.pendingEditor(i) {
			l := scan(text)
			shape, body := l.noteShape(h.lang)
			if shape == noNote && h.pendingEditor(i) && len(points) == 0 && h.adopts(l) < 0 {
				shape, body = byEditor, 0
			}
			if shape != noNote && !inQuote {
				where := model.Target{Kind: model.TargetAct}
				if point != nil {
					where.Kind, where.Number = model.TargetPoint, point.Number
				}
				h.noteAt(l, shape, body, i, where)
				continue
			}
		}
		if st, rest, ok := statusWord(text); ok && strings.TrimSpace(rest) == "" && len(points) == 0 {
			h.setStatus(st, span)
			continue
		}
		num, sep, rest := itemHead(text)
		if inQuote && num != "" && sep == "." && point != nil && follows(string(point.Number), num) && ownWords(rest) {
			inQuote = false
		}
		switch {
		case inQuote:
			extend(point, sub, text, span)
		case num != "" && sep == "." && (h.preamble >= 0 || len(points) > 0 || num == "1" || h.req >= 0):
			if len(points) == 0 {
				h.first = i
			}
			points = append(points, model.Point{Number: model.Text(num), Text: rest, Span: span})
			point, sub = &points[len(points)-1], nil
		case num != "" && sep == ")" && point != nil:
			point.Subpoints = append(point.Subpoints, model.Point{Number: model.Text(num), Text: rest, Span: span})
			point.Span[1] = span[1]
			sub = &point.Subpoints[len(point.Subpoints)-1]
		case point == nil:
			l := scan(text)
			if h.furniture(l) {
				continue
			}
			if at := h.adopts(l); at >= 0 && h.preamble < 0 {
				h.preamble = i
				h.takePreamble(l, at, span[0])
				// points that follow the verb in the same paragraph are read as text
			} else if h.preamble >= 0 && h.first == end {
				// an unnumbered operative part
				if sig := h.signature(i, end); sig {
					signed = i
					break
				}
				h.first = i
				points = append(points, model.Point{Text: text, Span: span})
				point, sub = &points[len(points)-1], nil
				continue
			}
			h.mention(text, span)
			continue
		default:
			if h.signature(i, end) {
				signed = i
				break
			}
			extend(point, sub, text, span)
		}
		if signed >= 0 {
			break
		}
		if point != nil {
			inQuote = stillQuoted(inQuote, text)
		}
	}
	if signed >= 0 {
		h.signatories(signed, end)
	}
	h.act.Points = points
	for i := range points {
		h.point(&points[i])
	}
}

func (h *head) mention(text string, span model.Span) {
	h.refs = append(h.refs, Refs(text, span[0], h.lang)...)
}

// pendingEditor: the paragraph before is only the label of a publisher's remark.
func (h *head) pendingEditor(i int) bool {
	if i == 0 {
		return false
	}
	prev := h.t.Paragraph(i - 1)
	if len(prev) > 80 || !mayBeNote(prev) {
		return false
	}
	l := scan(prev)
	shape, body := l.noteShape(h.lang)
	return shape == byEditor && body >= len(l.t)
}

func (h *head) note(l *line, shape noteShape, body, i int) {
	h.noteAt(l, shape, body, i, model.Target{Kind: model.TargetAct})
}

// noteAt adds the notes of paragraph i.
func (h *head) noteAt(l *line, shape noteShape, body, i int, where model.Target) {
	span := h.t.Paragraphs[i]
	notes, findings := l.notes(shape, body, l.text, span, h.lang, where)
	h.act.Notes = append(h.act.Notes, notes...)
	h.findings = append(h.findings, findings...)
	if h.entry == nil {
		for _, n := range notes {
			if n.Action == model.NoteEditorial && n.Effective == nil {
				n.Effective = l.effective(body, -1, span[0], h.lang)
			}
			if n.Action == model.NoteEditorial && n.Effective != nil && n.Effective.From == model.FromDate && len(h.act.Points) == 0 && where.Kind == model.TargetAct && l.ownSubject(body) {
				h.entry = n.Effective
			}
		}
	}
}

// ownSubject: "Настоящее решение вводится в действие с …", "… бастап қолданысқа
// енгізіледі – осы шешімнің 8-тармағымен".
func (l *line) ownSubject(body int) bool {
	for i := body; i < len(l.t); i++ {
		if _, ok := l.any(i, ownActs); ok {
			return true
		}
	}
	return false
}

// itemHead splits "1. …", "2) …" and "- 1) …" into number, separator and text.
func itemHead(text string) (num, sep, rest string) {
	s := strings.TrimLeft(text, "-–— ")
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 || i > 3 || i >= len(s) {
		return "", "", text
	}
	n := i
	if s[i] == '-' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' { // 1-1)
		for n = i + 1; n < len(s) && s[n] >= '0' && s[n] <= '9'; n++ {
		}
	}
	if n >= len(s) || s[n] != '.' && s[n] != ')' {
		return "", "", text
	}
	after := s[n+1:]
	if s[n] == '.' && after != "" && after[0] >= '0' && after[0] <= '9' { // 01.02.2020
		return "", "", text
	}
	return s[:n], s[n : n+1], strings.TrimLeft(after, " ")
}

func follows(before, num string) bool {
	return len(before) <= 3 && len(num) <= 3 && atoi(num) == atoi(before)+1
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return -10
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// ownWords: an operative point that speaks of the act itself ends a quotation left open.
func ownWords(text string) bool {
	low := strings.ToLower(text)
	return strings.Contains(low, "осы ") || strings.Contains(low, "настоящ") || strings.Contains(low, "контроль за") || strings.Contains(low, "бақылау")
}

// extend adds a paragraph to the innermost open point.
func extend(point, sub *model.Point, text string, span model.Span) {
	if point == nil {
		return
	}
	if sub != nil {
		sub.Text += "\n" + text
		sub.Span[1] = span[1]
	} else {
		point.Text += "\n" + text
	}
	point.Span[1] = span[1]
}

// stillQuoted follows a new wording quoted over several paragraphs: it begins with a
// quotation mark at the beginning of a paragraph and ends with one at an end.
func stillQuoted(inQuote bool, text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	last := strings.TrimRight(text, " .;,:")
	ends := strings.HasSuffix(last, `"`) || strings.HasSuffix(last, "»") || strings.HasSuffix(last, "”")
	if inQuote {
		return !ends
	}
	if first != '"' && first != '«' && first != '“' {
		return false
	}
	open := strings.Count(text, "«") + strings.Count(text, "“") - strings.Count(text, "»") - strings.Count(text, "”")
	return open > 0 || strings.Count(text, `"`)%2 == 1
}

// takePreamble reads issuer and kind where the preamble says them: "… Ақмола
// облысының әкімдігі ҚАУЛЫ ЕТЕДІ", "акимат … области ПОСТАНОВЛЯЕТ".
func (h *head) takePreamble(l *line, at, base int) {
	for _, v := range adoptionVerbs {
		n, ok := l.at(at, v.p)
		if !ok {
			continue
		}
		if h.act.Kind == model.UnknownKind {
			h.act.Kind = v.kind
			h.act.Spans["kind"] = model.Span{base + l.t[at].start, base + l.t[at+n-1].end}
		}
		break
	}
	from := h.subject(l, at)
	if from < 0 {
		return
	}
	name := strings.Join(strings.Fields(l.slice(from, at)), " ")
	span := model.Span{base + l.t[from].start, base + l.t[at-1].end}
	kind, ok := l.issuerKind(from, at, h.lang)
	if !ok {
		return
	}
	if h.act.Issuer == nil {
		h.act.Issuer = &model.Issuer{Kind: kind, Region: l.where(from, at, h.act.Adopted)}
		if r := h.act.Issuer.Region; r == "KZ" && (kind == model.Akimat || kind == model.Maslikhat || kind == model.Akim) {
			h.act.Issuer.Region = ""
		}
		h.act.Issuer.Name, h.act.Issuer.Span = name, span
		return
	}
	is := h.act.Issuer
	if kind != is.Kind || h.act.Kind == model.Joint {
		return
	}
	if r, ok := l.region(from, at); ok || is.Region == "" {
		if is.Region == "" {
			is.Region = h.lateRegion(l.where(from, at, h.act.Adopted))
		}
		if ok && r == is.Region {
			is.Name, is.Span = name, span
		}
	} else if strings.HasPrefix(strings.ToLower(name), "облыс") || strings.HasPrefix(name, "акимат области") {
		return
	}
}

// subject returns the first token of the issuer that stands before the adoption verb,
// -1 where none does.
func (h *head) subject(l *line, at int) int {
	if at == 0 {
		return -1
	}
	if h.lang == model.Kazakh {
		i := at - 1
		for i >= 0 && l.t[i].kind == mark {
			i--
		}
		if i != at-1 {
			return -1
		}
		from := i + 1
		for j := i; j >= 0 && i-j < 12; j-- {
			t := l.t[j]
			if t.kind != word {
				break
			}
			if _, stop := l.any(j, issuerStops); stop {
				break
			}
			if _, ok := lang.KindOf(t.low, model.Kazakh); ok {
				break
			}
			if !l.capital(j) && !unitWord(t.low) && !strings.HasPrefix(t.low, "сессия") {
				break
			}
			from = j
		}
		if from > i {
			return -1
		}
		return from
	}
	// Russian: from the noun, with its adjectives, to the verb
	for j := at - 1; j >= 0 && at-j < 14; j-- {
		t := l.t[j]
		if t.kind != word && t.kind != open && t.kind != close {
			return -1
		}
		if _, ok := issuerHead(t.low); ok {
			from := j
			for from > 0 && l.t[from-1].kind == word && (strings.HasSuffix(l.t[from-1].low, "ский") || strings.HasSuffix(l.t[from-1].low, "ный") || strings.HasSuffix(l.t[from-1].low, "ной") || strings.HasSuffix(l.t[from-1].low, "ский")) {
				from--
			}
			return from
		}
	}
	return -1
}

// signature reports whether the signatures begin at paragraph i: an office and a name,
// in one paragraph or in the next ones.
func (h *head) signature(i, end int) bool {
	text := h.t.Paragraph(i)
	if len(text) > 220 || strings.HasSuffix(text, ";") || strings.HasSuffix(text, ":") {
		return false
	}
	l := scan(text)
	if len(l.t) == 0 || l.t[0].kind == figure || l.t[0].kind == quote && len(l.t) > 12 {
		return false
	}
	nameAt, _ := l.name()
	if nameAt == 0 {
		return false // a name alone begins nothing
	}
	office := l.office()
	if nameAt > 0 {
		return office && !strings.HasSuffix(strings.TrimSpace(text), ".") || office && nameAt > 0 && l.initialsLast()
	}
	if strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "м.а.") {
		return false
	}
	// the name in one of the next paragraphs, the office here or between
	for j := i + 1; j < end && j <= i+4; j++ {
		next := scan(h.t.Paragraph(j))
		if len(next.t) == 0 || len(next.text) > 160 || next.t[0].kind == figure {
			return false
		}
		at, _ := next.name()
		if at == 0 && next.onlyName() {
			return office
		}
		if at > 0 {
			return (office || next.office()) && capitalStart(text)
		}
		office = office || next.office()
	}
	return false
}

func capitalStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func (l *line) office() bool {
	for i, t := range l.t {
		if t.kind == word {
			if _, ok := l.any(i, positionWords); ok {
				return true
			}
		}
	}
	return false
}

// name finds a person's name with initials: "А.Көлгінов", "К. Кушербаев", "Е.Р.
// Аманов", "Құрманов А.". It returns the token it begins at, -1 where there is none,
// and the token after it.
func (l *line) name() (int, int) {
	for i := 0; i < len(l.t); i++ {
		if !l.initial(i) {
			continue
		}
		j := i
		for l.initial(j) {
			j += 2
		}
		if l.capital(j) && utf8.RuneCountInString(l.t[j].low) > 1 {
			return i, j + 1
		}
		if i > 0 && l.capital(i-1) && l.t[i-1].kind == word && utf8.RuneCountInString(l.t[i-1].low) > 2 && j >= len(l.t) {
			return i - 1, j
		}
	}
	return -1, -1
}

func (l *line) initialsLast() bool { return len(l.t) > 1 && l.initial(len(l.t)-2) }

func (l *line) initial(i int) bool {
	return i+1 < len(l.t) && l.capital(i) && (utf8.RuneCountInString(l.t[i].low) == 1 || l.t[i].low == "дж") && l.is(i+1, ".")
}

func (l *line) onlyName() bool {
	from, to := l.name()
	return from == 0 && to >= len(l.t)-1
}

// signatories reads the signatures from paragraph i on.
func (h *head) signatories(i, end int) {
	var position []string
	var start int
	for ; i < end; i++ {
		text, span := strings.TrimSpace(h.t.Paragraph(i)), h.t.Paragraphs[i]
		l := scan(text)
		if len(l.t) == 0 {
			continue
		}
		if mayBeNote(text) {
			if shape, body := l.noteShape(h.lang); shape != noNote {
				h.note(l, shape, body, i)
				continue
			}
		}
		if len(text) > 220 || l.t[0].kind == figure {
			break
		}
		if _, _, ok := Stamp(text, 0, h.lang); ok {
			break
		}
		from, to := l.name()
		if from < 0 {
			if len(position) > 0 && len(position) > 5 {
				break
			}
			if len(h.act.Signatories) > 0 && !l.office() && len(position) == 0 {
				break
			}
			if len(position) == 0 {
				start = span[0]
			}
			position = append(position, strings.Trim(text, " |"))
			continue
		}
		s := model.Signatory{Name: model.Text(l.slice(from, to))}
		if from > 0 {
			if len(position) == 0 {
				start = span[0]
			}
			position = append(position, strings.Trim(l.text[:l.t[from].start], " |"))
		} else if len(position) == 0 {
			start = span[0]
		}
		s.Position = model.Text(strings.TrimSpace(strings.Join(position, " ")))
		s.Span = model.Span{start, span[0] + strings.Index(h.t.Paragraph(i), text) + l.t[to-1].end}
		if s.Position == "" {
			break
		}
		h.act.Signatories = append(h.act.Signatories, s)
		position = position[:0]
	}
}

// point reads what an operative point does: amends, repeals, cites, enters into force.
func (h *head) point(p *model.Point) {
	text := p.Span.Of(h.t.Canonical)
	base := p.Span[0]
	if h.act.EntryIntoForce == nil && len(text) < 1500 && len(p.Subpoints) == 0 {
		if r := Effective(text, base, h.lang); r != nil && ownWords(text) {
			h.act.EntryIntoForce = r
		}
	}
	if !mayMention(text) {
		return
	}
	l := scan(text)
	rs := l.refs(h.lang)
	if len(rs) == 0 {
		return
	}
	orders := l.orders()
	for _, r := range rs {
		ref := r.moved(base)
		switch what := l.orderFor(r, orders, h.lang); {
		case r.quoted || r.Date == "" && r.Number == "" || r.Kind == model.Law && what == repeals:
			h.refs = append(h.refs, ref)
		case what == amends:
			h.act.Amends = appendRef(h.act.Amends, ref)
		case what == repeals && !r.bracketed:
			h.act.Repeals = appendRef(h.act.Repeals, ref)
		default:
			h.refs = append(h.refs, ref)
		}
		if r.titleTo > 0 {
			h.nested(l, r, base)
		}
	}
}

// nested adds the acts that the title of a mentioned act mentions.
func (h *head) nested(l *line, r ref, base int) {
	from, to := l.t[r.titleFrom].end, l.t[r.titleTo-1].start
	if from < to {
		h.refs = append(h.refs, Refs(l.text[from:to], base+from, h.lang)...)
	}
}

// appendRef adds the mention unless the same act is there already.
func appendRef(list model.List[model.ActRef], r model.ActRef) model.List[model.ActRef] {
	for i := range list {
		if sameAct(list[i], r) {
			return list
		}
	}
	return append(list, r)
}

// sameAct: two mentions of one act have its date and number; where one leaves out a
// part, the title tells.
func sameAct(a, b model.ActRef) bool {
	if a.Date != "" && b.Date != "" {
		return a.Date == b.Date && fold(a.Number) == fold(b.Number) && (a.Number != "" || sameTitle(a, b))
	}
	return a.Kind == b.Kind && a.Number == b.Number && a.Date == b.Date && sameTitle(a, b)
}

func sameTitle(a, b model.ActRef) bool { return a.Title == b.Title }

func fold(n model.Text) string { return strings.ToUpper(strings.ReplaceAll(string(n), " ", "")) }

// order is what an operative sentence orders done to an act.
type order int

const (
	nothing order = iota
	amends
	repeals
)

type orderAt struct {
	at   int
	what order
}

// orders finds the ordering verbs of a text, outside quotation marks.
func (l *line) orders() (out []orderAt) {
	for i := 0; i < len(l.t); i++ {
		t := l.t[i]
		if t.kind == quote && t.match > i {
			i = t.match
			continue
		}
		if t.kind != word {
			continue
		}
		if _, ok := l.any(i, repealOrders); ok {
			out = append(out, orderAt{i, repeals})
			continue
		}
		if _, ok := l.any(i, changeVerbs); ok && l.near(i, changeWords) {
			out = append(out, orderAt{i, amends})
		}
	}
	return out
}

// near: "өзгерістер мен толықтырулар енгізілсін", "Внести … следующие изменения".
func (l *line) near(i int, ps []lang.Pattern) bool {
	for j := max(0, i-6); j < i; j++ {
		if _, ok := l.any(j, ps); ok {
			return true
		}
	}
	n := 0
	for j := i + 1; j < len(l.t) && n < 60; j, n = j+1, n+1 {
		if t := l.t[j]; (t.kind == quote || t.kind == open) && t.match > j {
			j = t.match
			continue
		}
		if l.t[j].low == ":" || l.t[j].low == ";" {
			return false
		}
		if _, ok := l.any(j, ps); ok {
			return l.t[i].low != "енгізу" && strings.HasPrefix(l.t[i].low, "вне")
		}
	}
	return false
}

// orderFor finds what is ordered done to the mentioned act: in Kazakh the verb follows,
// in Russian it comes before; the items of a list take the verb of its heading.
func (l *line) orderFor(r ref, orders []orderAt, lg model.Language) order {
	if lg == model.Kazakh {
		for _, o := range orders {
			if o.at < r.to {
				continue
			}
			if o.what == amends && !l.amended(r, o.at) {
				return nothing
			}
			if l.is(r.to, "сәйкес") || r.kindAt >= 0 && l.is(r.kindAt+1, "сәйкес") {
				return nothing
			}
			return o.what
		}
		for k := len(orders) - 1; k >= 0; k-- { // heading of a list
			if o := orders[k]; o.at < r.from {
				if o.what == repeals && l.startsItem(r) {
					return repeals
				}
				if o.what == amends && l.startsItem(r) && l.amended(r, len(l.t)) {
					return amends
				}
			}
		}
		return nothing
	}
	for k := len(orders) - 1; k >= 0; k-- {
		o := orders[k]
		if o.at >= r.from {
			continue
		}
		if o.what == repeals {
			return repeals
		}
		if r.bracketed {
			return nothing
		}
		// up to the colon that begins the changes themselves, or at an item of the list
		for j := o.at; j < r.from; j++ {
			if t := l.t[j]; (t.kind == quote || t.kind == open) && t.match > j {
				j = t.match
				continue
			}
			if l.t[j].low == ":" {
				if l.startsItem(r) {
					return amends
				}
				return nothing
			}
		}
		return amends
	}
	return nothing
}

// amended: a Kazakh act that is amended stands in the dative ("қаулысына өзгеріс
// енгізілсін") or approved what is amended ("қаулысымен бекітілген … регламентіне").
func (l *line) amended(r ref, verb int) bool {
	for j := r.to; j < verb && j < len(l.t); j++ {
		if t := l.t[j]; t.kind == quote && t.match > j || t.kind == open && t.match > j {
			j = t.match
			continue
		}
		if l.t[j].low == ";" || l.t[j].low == "." && l.sentenceEnd(j) {
			return false
		}
	}
	if r.kindAt < 0 {
		return true
	}
	w := l.t[r.kindAt].low
	if strings.HasSuffix(w, "на") || strings.HasSuffix(w, "не") || strings.HasSuffix(w, "ға") || strings.HasSuffix(w, "ге") {
		return !l.is(r.kindAt+1, "сәйкес")
	}
	return strings.HasPrefix(wordAt(l, r.kindAt+1), "бекітіл")
}

func wordAt(l *line, i int) string {
	if i < len(l.t) {
		return l.t[i].low
	}
	return ""
}

// startsItem: the mention begins an item of a list: "1) решение …", "2) в решение …".
func (l *line) startsItem(r ref) bool {
	for j, n := r.from-1, 0; j >= 0 && n < 4; j, n = j-1, n+1 {
		switch t := l.t[j]; {
		case t.low == ")" || t.low == ":" || t.low == ";":
			return true
		case t.low == "-" || t.low == "–" || t.low == "в" || t.low == "и":
		default:
			return strings.Contains(l.text[l.t[j].end:l.t[j+1].start], "\n")
		}
	}
	return false
}

// conclude fills what follows from several places at once.
func (h *head) conclude(end int) {
	a := &h.act
	h.sameNotes()
	h.titleOrders()
	h.fate()
	if a.EntryIntoForce == nil {
		a.EntryIntoForce = h.entry
	}
	if a.Issuer != nil {
		if a.Issuer.Region == "" {
			a.Issuer.Region = h.regionElsewhere()
		}
	} else if h.act.Kind != model.UnknownKind || a.RepealedBy != nil {
		if is := h.issuerElsewhere(); is != nil {
			a.Issuer = is
		}
	}
	if a.Issuer != nil {
		if sp := a.Issuer.Span; sp.Of(h.t.Canonical) != "" && h.preamble >= 0 && !h.t.Paragraphs[h.preamble].Contains(sp) || h.preamble < 0 {
			a.Issuer.Name = nominative(a.Issuer.Name, h.lang)
		}
		a.Key = model.Key(a.Issuer.Region, a.Adopted, a.Number)
	}
	h.cites()
}

// sameNotes drops the line under the requisites that says of the act's end what a note
// says again: "Утратило силу постановлением …" and "Сноска. Утратило силу …".
func (h *head) sameNotes() {
	kept := h.act.Notes[:0]
	for _, n := range h.act.Notes {
		again := -1
		for i, k := range kept {
			if k.Target == n.Target && k.Action == n.Action && (n.Action == model.NoteRepealed || n.Action == model.NoteLapsed) &&
				k.By != nil && n.By != nil && k.By.Date == n.By.Date && fold(k.By.Number) == fold(n.By.Number) && n.Target.Kind == model.TargetAct {
				again = i
			}
		}
		if again >= 0 {
			if kept[again].Effective == nil {
				kept[again] = n
			}
			continue
		}
		kept = append(kept, n)
	}
	h.act.Notes = kept
}

// titleOrders: a title proves what the act does: "… қаулысына өзгерістер енгізу
// туралы", "О признании утратившим силу …".
func (h *head) titleOrders() {
	span, ok := h.act.Spans["title"]
	if !ok {
		return
	}
	text := span.Of(h.t.Canonical)
	l := scan(text)
	orders := l.titleOrders()
	if len(orders) == 0 {
		return
	}
	for _, r := range l.refs(h.lang) {
		if (r.Date == "" || r.Number == "") && r.Title == "" {
			continue
		}
		ref := r.moved(span[0])
		switch l.titleOrder(r, orders, h.lang) {
		case amends:
			if !h.listedAs(ref) {
				h.act.Amends = appendRef(h.act.Amends, ref)
			}
		case repeals:
			if !h.listedAs(ref) {
				h.act.Repeals = appendRef(h.act.Repeals, ref)
			}
		}
	}
}

func (h *head) listedAs(r model.ActRef) bool {
	for _, list := range [...]model.List[model.ActRef]{h.act.Amends, h.act.Repeals} {
		for _, o := range list {
			if sameAct(o, r) {
				return true
			}
		}
	}
	return false
}

func (l *line) titleOrders() (out []orderAt) {
	for i, t := range l.t {
		if t.kind != word {
			continue
		}
		if _, ok := l.any(i, repealOrders); ok {
			out = append(out, orderAt{i, repeals})
		} else if _, ok := l.any(i, changeVerbs); ok {
			out = append(out, orderAt{i, amends})
		}
	}
	return out
}

func (l *line) titleOrder(r ref, orders []orderAt, lg model.Language) order {
	if lg == model.Kazakh {
		for _, o := range orders {
			if o.at >= r.to {
				return o.what
			}
		}
		return nothing
	}
	for k := len(orders) - 1; k >= 0; k-- {
		if orders[k].at < r.from {
			return orders[k].what
		}
	}
	return nothing
}

// fate decides the status from badge, requisites and first note, and marks what
// contradicts.
func (h *head) fate() {
	a := &h.act
	var repealNote, lapseNote *model.Note
	amended := false
	for i := range a.Notes {
		n := &a.Notes[i]
		if n.Target.Kind != model.TargetAct || n.Target.Regulation != nil {
			amended = amended || n.Action != model.NoteEditorial
			continue
		}
		switch n.Action {
		case model.NoteRepealed:
			if repealNote == nil {
				repealNote = n
			}
		case model.NoteLapsed:
			if lapseNote == nil {
				lapseNote = n
			}
		case model.NoteEditorial:
		default:
			amended = true
		}
	}
	page := h.t.Page.Status
	if page == "" || page == model.UnknownStatus {
		page = h.status
	}
	header := model.Status("")
	switch {
	case h.lapsed:
		header = model.Lapsed
	case h.repealed:
		header = model.Repealed
	}
	note := model.Status("")
	switch {
	case lapseNote != nil:
		note = model.Lapsed
	case repealNote != nil:
		note = model.Repealed
	}
	switch said := first(header, note); {
	case said == "" && page != "":
		a.Status = page
	case said == "" && amended:
		a.Status = model.InForce
	case said == "":
		a.Status = model.UnknownStatus
	case page == model.InForce:
		h.conflict("the status word says in force, the " + where(header) + " says that the act is no longer so")
	default:
		a.Status = said
		if header != "" && note == model.Lapsed {
			a.Status = model.Lapsed
		}
	}
	if span, ok := a.Spans["status"]; (!ok || span.Empty()) && note != "" {
		if repealNote != nil {
			a.Spans["status"] = repealNote.Span
		} else {
			a.Spans["status"] = lapseNote.Span
		}
	}
	a.RepealedBy = h.repealer
	if repealNote != nil && repealNote.By != nil {
		switch {
		case a.RepealedBy == nil && a.Status != model.Lapsed:
			by := *repealNote.By
			a.RepealedBy = &by
		case a.RepealedBy != nil && !agree(*a.RepealedBy, *repealNote.By):
			h.conflict("header and note name different repealing acts: " + a.RepealedBy.Text + " and " + repealNote.By.Text)
		}
	}
	if a.Status == model.UnknownStatus && a.RepealedBy != nil && page == model.InForce {
		return
	}
}

func first(a, b model.Status) model.Status {
	if a != "" {
		return a
	}
	return b
}

func where(header model.Status) string {
	if header != "" {
		return "header"
	}
	return "note"
}

func agree(a, b model.ActRef) bool {
	return (a.Date == "" || b.Date == "" || a.Date == b.Date) && (a.Number == "" || b.Number == "" || fold(a.Number) == fold(b.Number))
}

func (h *head) conflict(message string) {
	h.act.Status = model.UnknownStatus
	span := h.act.Spans["status"]
	if span.Empty() && len(h.t.Paragraphs) > 0 {
		span = h.t.Paragraphs[0]
	}
	h.findings = append(h.findings, model.Finding{Code: model.FindHeaderConflict, Severity: model.Warning, Message: message, Span: span})
}

// regionElsewhere tells the region of an issuer that does not name it: by the acts
// that amended or repealed it, by its registration, by the portal's id.
func (h *head) regionElsewhere() model.Region {
	a := &h.act
	local := true
	if a.Issuer != nil {
		switch a.Issuer.Kind {
		case model.Ministry, model.Government:
			return "KZ"
		case model.Akimat, model.Maslikhat, model.Akim:
		default:
			local = false
		}
	}
	if a.Registration != nil {
		l := scan(string(a.Registration.Body))
		if r := l.where(0, len(l.t), a.Adopted); r != "" && (r != "KZ" || !local) {
			return r
		}
	}
	if id := string(a.ID); len(id) == 11 && (id[0] == 'V' || id[0] == 'G') && local {
		if r, ok := lang.RegionOfLetter(id[3:4]); ok {
			return lang.OnDate(r, a.Adopted)
		}
	}
	for _, n := range a.Notes {
		if n.By != nil && n.Target.Regulation == nil && n.By.Issuer != "" {
			l := scan(string(n.By.Issuer))
			if r := l.where(0, len(l.t), a.Adopted); r != "" && (r != "KZ" || !local) {
				return r
			}
		}
	}
	if a.RepealedBy != nil {
		l := scan(string(a.RepealedBy.Issuer))
		if r := l.where(0, len(l.t), a.Adopted); r != "" && (r != "KZ" || !local) {
			return r
		}
	}
	return ""
}

// issuerElsewhere: a text that names its issuer nowhere is of the body that repealed
// or amended it, as far as kind and region go.
func (h *head) issuerElsewhere() *model.Issuer {
	for _, n := range h.act.Notes {
		if n.By == nil || n.By.Issuer == "" || n.Target.Regulation != nil {
			continue
		}
		l := scan(string(n.By.Issuer))
		k, ok := l.issuerKind(0, len(l.t), h.lang)
		if !ok {
			continue
		}
		r := l.where(0, len(l.t), n.By.Date)
		if r == "" {
			continue
		}
		h.findings = append(h.findings, model.Finding{Code: model.FindHeaderMissing, Severity: model.Warning,
			Message: "the text does not name its issuer: kind and region are those of the body that amended or repealed it", Span: n.Span})
		at := strings.Index(h.t.Canonical[n.By.Span[0]:n.By.Span[1]], string(n.By.Issuer))
		span := n.By.Span
		if at >= 0 {
			span = model.Span{n.By.Span[0] + at, n.By.Span[0] + at + len(n.By.Issuer)}
		}
		return &model.Issuer{Name: strings.Join(strings.Fields(string(n.By.Issuer)), " "), Kind: k, Region: r, Span: span}
	}
	return nil
}

// cites lists the other acts once each.
func (h *head) cites() {
	a := &h.act
	for _, r := range h.refs {
		if h.listedAs(r) || a.Adopted != "" && r.Date == a.Adopted && fold(r.Number) == fold(a.Number) {
			continue
		}
		a.Cites = appendRef(a.Cites, r)
	}
}
