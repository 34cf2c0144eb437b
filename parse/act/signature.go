package act

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

// IsSignature reports whether the paragraph ends in the name of who signs: "Облыс әкімі
// А.Көлгінов", or, where the office stands above it, "Костанайской области А. Мухамбетов".
// It never begins or ends a stamp.
func IsSignature(text string) bool {
	const longest = 220
	if len(text) > longest || !strings.Contains(text, ".") || strings.ContainsAny(text, "0123456789№") {
		return false
	}
	l := scan(text)
	at, to := l.name()
	return at > 0 && to >= len(l.t)-1
}

// signature reports whether the signatures begin at paragraph i: an office and a name,
// in one paragraph or in the next ones.
func (h *head) signature(i, end int) bool {
	text := h.t.Paragraph(i)
	if len(text) > 220 || strings.HasSuffix(text, ";") {
		return false
	}
	l := scan(text)
	if n := len(l.t); n > 1 && l.is(n-1, ":") && !l.has(n-2, positionWords) { // "Сессия төрағасы:" stands before a name
		return false
	}
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
	if strings.HasSuffix(text, ".") && !lang.EndsIn(text, lang.ActingEnds) {
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
			if l.has(i, positionWords) {
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
	return i+1 < len(l.t) && l.capital(i) && (utf8.RuneCountInString(l.t[i].low) == 1 || l.has(i, longInitials)) && l.is(i+1, ".")
}

func (l *line) onlyName() bool {
	from, to := l.name()
	return from == 0 && to >= len(l.t)-1
}

// officeMarks stand between the office and the name, and are no part of either.
const officeMarks = " |_:"

// signatories reads the signatures from paragraph i on and returns the paragraph after them.
func (h *head) signatories(i, end int) int {
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
		if len(text) > 220 || l.t[0].kind == figure || len(l.t) <= 3 && (l.has(0, agreed) || l.has(1, agreed)) {
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
			if len(h.act.Signatories) > 0 && !l.office() && len(position) == 0 && !h.signature(i, end) {
				break
			}
			if len(position) == 0 {
				start = span[0]
			}
			position = append(position, strings.Trim(text, officeMarks))
			continue
		}
		if from == 0 && len(position) == 1 && h.columns(position[0], start, l, span) {
			position = position[:0]
			continue
		}
		s := model.Signatory{Name: model.Text(l.slice(from, to))}
		if from > 0 {
			if len(position) == 0 {
				start = span[0]
			}
			position = append(position, strings.Trim(l.text[:l.t[from].start], officeMarks))
		} else if len(position) == 0 {
			start = span[0]
		}
		s.Position = model.Text(strings.TrimSpace(strings.Join(position, " ")))
		s.Span = model.Span{start, span[0] + strings.Index(h.t.Paragraph(i), text) + l.t[to-1].end}
		if s.Position == "" && (len(h.act.Signatories) == 0 || !l.onlyName()) {
			break // but those who sign below the head of the body may be no more than named
		}
		h.act.Signatories = append(h.act.Signatories, s)
		position = position[:0]
	}
	return i
}

// columns reads two signatures that a page set side by side, offices above names: "Аким
// области Председатель сессии" and "Б. Үлгіев И. Примеров".
func (h *head) columns(offices string, start int, names *line, span model.Span) bool {
	var people []string
	for l := names; ; {
		from, to := l.name()
		if from != 0 {
			break
		}
		people = append(people, l.slice(from, to))
		if to >= len(l.t) {
			break
		}
		l = scan(l.text[l.t[to].start:])
	}
	l := scan(offices)
	var heads []int // first tokens of the offices
	for i := range l.t {
		begins := i == 0
		if h.lang == model.Kazakh {
			begins = begins || l.capital(i) && l.has(i-1, positionWords)
		} else {
			begins = begins || l.capital(i) && l.has(i, positionWords)
		}
		if begins {
			heads = append(heads, i)
		}
	}
	if len(people) < 2 || len(people) != len(heads) {
		return false
	}
	heads = append(heads, len(l.t))
	for k, name := range people {
		h.act.Signatories = append(h.act.Signatories, model.Signatory{Position: model.Text(l.slice(heads[k], heads[k+1])), Name: model.Text(name), Span: model.Span{start, span[1]}})
	}
	return true
}
