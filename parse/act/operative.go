package act

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

var (
	changeWords   = patterns(lang.ChangeWords)
	changeVerbs   = patterns(lang.ChangeVerbs)
	repealOrders  = patterns(lang.RepealOrders)
	positionWords = patterns(lang.Positions)
	controlWords  = patterns(lang.ControlWords)
)

// body reads preamble, points, notes and signatures of paragraphs [from, end).
func (h *head) body(from, end int) {
	var points []model.Point
	var point, sub *model.Point
	var pointText, subText strings.Builder // paragraphs of the open point and subpoint
	closeSub := func() {
		if sub != nil {
			sub.Text = subText.String()
			subText.Reset()
		}
		sub = nil
	}
	closePoint := func() {
		closeSub()
		if point != nil {
			point.Text = pointText.String()
			pointText.Reset()
		}
		point = nil
	}
	extend := func(text string, span model.Span) {
		b := &pointText
		if sub != nil {
			b, sub.Span[1] = &subText, span[1]
		}
		b.WriteByte('\n')
		b.WriteString(text)
		point.Span[1] = span[1]
	}
	inQuote := false
	closing := end - 1 // the last paragraph that may end a quotation
	for closing >= from && stillQuoted(true, h.t.Paragraph(closing)) {
		closing--
	}
	signed, tail := -1, end // first paragraph of the signatures, and of what follows the act's text
	for _, part := range h.parts(from, end) {
		i, span := part.paragraph, part.span
		text := span.Of(h.t.Canonical)
		if mayBeNote(text) || h.pendingEditor(i) {
			l := scan(text)
			shape, body := l.noteShape(h.lang)
			if shape == noNote && h.pendingEditor(i) && l.itemNumber(0) == 0 && h.adopts(l) < 0 {
				shape, body = byEditor, 0
			}
			if shape != noNote && !inQuote {
				where := model.Target{Kind: model.TargetAct}
				if point != nil {
					where.Kind, where.Number = model.TargetPoint, point.Number
				}
				h.noteAt(l, shape, body, span, where)
				continue
			}
		}
		if point != nil && !inQuote {
			if _, _, ok := Stamp(text, 0, h.lang); ok {
				tail = i // what the act approves begins
				break
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
		if inQuote && num == "" && i > closing && h.signature(i, end) {
			inQuote = false // a quotation that nothing ends
		}
		switch {
		case inQuote, sep == "." && point != nil && backward(string(point.Number), num): // a new wording, quoted or not
			extend(text, span)
		case num != "" && sep == "." && (h.preamble >= 0 || len(points) > 0 || num == "1" || h.req >= 0):
			if len(points) == 0 {
				h.first = i
			}
			closePoint()
			points = append(points, model.Point{Number: model.Text(num), Span: span})
			point = &points[len(points)-1]
			pointText.WriteString(rest)
		case num != "" && sep == ")" && point != nil:
			closeSub()
			point.Subpoints = append(point.Subpoints, model.Point{Number: model.Text(num), Span: span})
			point.Span[1] = span[1]
			sub = &point.Subpoints[len(point.Subpoints)-1]
			subText.WriteString(rest)
		case point == nil:
			l := scan(text)
			if h.furniture(l) {
				continue
			}
			if at := h.adopts(l); at >= 0 && h.preamble < 0 {
				h.preamble = i
				h.takePreamble(l, at, span[0])
			} else if h.preamble >= 0 && h.first == end {
				// an unnumbered operative part
				if sig := h.signature(i, end); sig {
					signed = i
					break
				}
				h.first = i
				points = append(points, model.Point{Span: span})
				point = &points[len(points)-1]
				pointText.WriteString(text)
				continue
			} else if h.preamble < 0 && h.req < 0 && len(h.title) == 0 && i > from && h.signature(i, end) {
				signed = i // of a text cut off before its points
				break
			}
			h.mention(text, span)
			continue
		default:
			if h.signature(i, end) {
				signed = i
				break
			}
			extend(text, span)
		}
		if signed >= 0 {
			break
		}
		if point != nil {
			inQuote = stillQuoted(inQuote, text)
		}
	}
	closePoint()
	if signed >= 0 {
		tail = h.signatories(signed, end)
	}
	h.act.Points = points
	for i := range points {
		h.point(&points[i])
	}
	h.annexed(tail, end)
}

func (h *head) mention(text string, span model.Span) {
	h.refs = append(h.refs, Refs(text, span[0], h.lang)...)
}

// pendingEditor: the paragraph before is only the label of a publisher's remark.
func (h *head) pendingEditor(i int) bool {
	if i == 0 {
		return false
	}
	return h.onlyLabel(h.t.Paragraph(i - 1))
}

// onlyLabel: "Примечание РЦПИ.", "РҚАО-ның ескертпесі."
func (h *head) onlyLabel(text string) bool {
	if len(text) > 80 || !mayBeNote(text) {
		return false
	}
	l := scan(text)
	shape, body := l.noteShape(h.lang)
	return shape == byEditor && body >= len(l.t)
}

func (h *head) note(l *line, shape noteShape, body, i int) {
	h.noteAt(l, shape, body, h.t.Paragraphs[i], model.Target{Kind: model.TargetAct})
}

// noteAt adds the notes of the part of the text at span.
func (h *head) noteAt(l *line, shape noteShape, body int, span model.Span, where model.Target) {
	notes, findings := l.notes(shape, body, l.text, span, h.lang, where)
	// "Примечание РЦПИ." / "В тексте документа сохранена пунктуация …": one remark of the publisher.
	if n := len(h.act.Notes) - 1; shape == byEditor && n >= 0 && h.act.Notes[n].Span[1]+1 == span[0] && h.onlyLabel(h.act.Notes[n].Text) {
		notes[0].Target, notes[0].Span[0] = h.act.Notes[n].Target, h.act.Notes[n].Span[0]
		notes[0].Text = notes[0].Span.Of(h.t.Canonical)
		h.act.Notes = h.act.Notes[:n]
	}
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

// part is a paragraph, or a piece of one where a point begins inside it.
type part struct {
	paragraph int
	span      model.Span
}

// parts divides paragraphs [from, end) where the page lost the break before a point:
//
//	… шешімімен.1. Аудан аумағында … жоғарылатылсын.2. Осы шешімнің …
//	Костанайский городской маслихат РЕШИЛ: 1. Внести …
func (h *head) parts(from, end int) []part {
	out := make([]part, 0, end-from)
	next := 1 // the number that the next point has
	for i := from; i < end; i++ {
		span := h.t.Paragraphs[i]
		if st, rest, ok := statusWord(span.Of(h.t.Canonical)); ok {
			if num, _, _ := itemHead(rest); num == "1" { // "Қолданыстағы1. …"
				badge := model.Span{span[0], span[1] - len(rest)}
				h.setStatus(st, badge)
				span[0] = badge[1]
			}
		}
		inline := false // the points of the act follow its verb in one paragraph
		links := true   // a note may stand inside
		for {
			text := span.Of(h.t.Canonical)
			if num, sep, _ := itemHead(text); sep == "." {
				next = atoi(num) + 1
			}
			at, to := 0, 0
			if links { // the first that ends no note stays the first of what is left
				at, to = h.noteInside(text)
				links = to > 0
			}
			if to > 0 {
				if at > 0 {
					out = append(out, part{i, model.Span{span[0], span[0] + len(strings.TrimRight(text[:at], " "))}})
				}
				note := model.Span{span[0] + at, span[0] + to}
				rest := strings.TrimLeft(text[to:], " ")
				if span[0] = span[1] - len(rest); rest == "" {
					span = note
					break
				}
				out = append(out, part{i, note})
				num, sep, _ := itemHead(rest)
				inline = inline || sep == "." && atoi(num) == next
				continue
			}
			at = h.lostBreak(text, next, &inline)
			if at < 0 {
				break
			}
			rest := model.Span{span[0] + at, span[1]}
			span[1] = span[0] + len(strings.TrimRight(text[:at], " "))
			out = append(out, part{i, span})
			span = rest
		}
		out = append(out, part{i, span})
	}
	return out
}

// noteInside finds the note that a page set in one paragraph with what it is about: it ends
// in a link to the former edition, and begins the paragraph or a sentence of it. to is 0
// where there is none, or nothing else.
//
//	… ҚАУЛЫ ЕТЕДІ: ҚР Үкіметінің 2012.19.04. № 492 Қаулысымен 1-тармақ жаңа редакцияда (бұр.ред.қара) 1. Осы …
func (h *head) noteInside(text string) (at, to int) {
	for _, link := range lang.FormerLinks {
		end := strings.Index(text, link)
		for end >= 0 {
			end += len(link)
			if end < len(text) && text[end] == ';' { // the note goes on
				if more := strings.Index(text[end:], link); more >= 0 {
					end += more
					continue
				}
			}
			break
		}
		const longest = 800 // bytes of a note
		for at := 0; at < end; {
			if end-at <= longest && capitalStart(text[at:]) && (at > 0 || end < len(text)) && mayBeNote(text[at:end]) {
				if shape, _ := scan(text[at:end]).noteShape(h.lang); shape != noNote {
					return at, end
				}
			}
			next := strings.IndexAny(text[at:end], ":.)")
			if next < 0 {
				break
			}
			at += next + 1
			at += len(text[at:end]) - len(strings.TrimLeft(text[at:end], " "))
		}
	}
	return 0, 0
}

// lostBreak returns where in text the point with the number begins, -1 where it does not.
func (h *head) lostBreak(text string, number int, inline *bool) int {
	mark := strconv.Itoa(number) + ". "
	for from := 1; from < len(text); {
		at := strings.Index(text[from:], mark)
		if at < 0 {
			return -1
		}
		at += from
		from = at + len(mark)
		before := text[:at]
		switch {
		case !capitalStart(strings.TrimLeft(text[from:], "\"«“")):
		case endsWord(before): // no blank after the full stop
			return at
		case strings.HasSuffix(before, " ") && *inline && endsWord(before[:len(before)-1]):
			return at
		case number == 1 && strings.HasSuffix(strings.TrimRight(before, " "), ":") && h.adopts(scan(before)) >= 0:
			*inline = true
			return at
		}
	}
	return -1
}

// endsWord reports whether s ends with a word and a full stop; "п.", "ж." are none.
func endsWord(s string) bool {
	s, ok := strings.CutSuffix(s, ".")
	letters := 0
	for ok && letters < 3 {
		r, n := utf8.DecodeLastRuneInString(s)
		if n == 0 || !unicode.IsLetter(r) && r != ')' && r != '"' && r != '»' {
			break
		}
		s = s[:len(s)-n]
		letters++
	}
	return letters == 3
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

// backward reports whether the number is not of a point after the one with number before.
func backward(before, num string) bool {
	n := atoi(num)
	return n > 0 && n <= atoi(before)
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
	l := scan(text)
	for i := range l.t {
		if _, ok := l.any(i, ownActs); ok {
			return true
		}
		if _, ok := l.any(i, controlWords); ok {
			return true
		}
	}
	return false
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

// point reads what an operative point does: amends, repeals, cites, enters into force.
func (h *head) point(p *model.Point) {
	text := p.Span.Of(h.t.Canonical)
	base := p.Span[0]
	if h.act.EntryIntoForce == nil {
		h.act.EntryIntoForce = h.entryPoint(p, text)
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
			h.amends.add(ref)
		case what == repeals && !r.bracketed:
			h.repeals.add(ref)
		case !r.paper():
			h.refs = append(h.refs, ref)
		}
		if r.titleTo > 0 {
			h.nested(l, r, base)
		}
	}
}

// entryPoint reads the rule of entry into force where the point says it of the act: "4.
// Осы қаулы … қолданысқа енгізіледі". A rule inside a new wording that the point quotes
// is another act's.
func (h *head) entryPoint(p *model.Point, text string) *model.EffectiveRule {
	const longest = 1500 // bytes; an entry clause is a sentence
	first, _, more := strings.Cut(text, "\n")
	if more && len(text) < longest && len(p.Subpoints) == 0 && !strings.ContainsAny(text, "\"«“:") {
		first = text // a sentence cut by a line end
	}
	if len(first) > longest {
		return nil
	}
	r := Effective(first, p.Span[0], h.lang)
	if r == nil {
		return nil
	}
	if !ownWords(first) {
		_, _, rest := itemHead(first)
		l := scan(rest)
		if len(l.t) == 0 {
			return nil
		}
		if _, ok := lang.KindOf(l.t[0].low, h.lang); !ok { // "Постановление вводится в действие …"
			return nil
		}
	}
	return r
}

// nested adds the acts that the title of a mentioned act mentions.
func (h *head) nested(l *line, r ref, base int) {
	from, to := l.t[r.titleFrom].end, l.t[r.titleTo-1].start
	if from < to {
		h.refs = append(h.refs, Refs(l.text[from:to], base+from, h.lang)...)
	}
}

// actList is a list of acts by their mentions, each act once.
type actList struct {
	refs model.List[model.ActRef]
	seen map[identity]bool
}

func (a *actList) has(r model.ActRef) bool { return a.seen[identify(r)] }

// add adds the mention unless the same act is there already.
func (a *actList) add(r model.ActRef) {
	if a.has(r) {
		return
	}
	if a.seen == nil {
		a.seen = map[identity]bool{}
	}
	a.seen[identify(r)] = true
	a.refs = append(a.refs, r)
}

// identity is what all mentions of one act have in common: date and number; where one of
// them is left out, the title tells.
type identity struct {
	kind          model.ActKind
	date          model.Date
	number, title model.Text
}

func identify(r model.ActRef) identity {
	switch {
	case r.Date == "":
		return identity{kind: r.Kind, number: r.Number, title: r.Title}
	case r.Number == "":
		return identity{date: r.Date, title: r.Title}
	}
	return identity{date: r.Date, number: model.Text(fold(r.Number))}
}

func sameAct(a, b model.ActRef) bool { return identify(a) == identify(b) }

// fold makes numbers comparable: "25/7-VІ" with a Cyrillic І is "25/7-vi".
func fold(n model.Text) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToUpper(r)
		if c, ok := lang.Lookalike(r); ok {
			return c
		}
		if r == ' ' {
			return -1
		}
		return r
	}, string(n))
}
