package act

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

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
	first, last := h.preambleLines(from, end)
	for i := from; i < end; i++ {
		span := h.t.Paragraphs[i]
		if i == first {
			i, span[1] = last, h.t.Paragraphs[last][1]
		}
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
		case !capitalStart(strings.TrimLeft(text[from:], lang.OpeningQuotes)):
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
