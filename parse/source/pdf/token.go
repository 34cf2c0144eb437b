package pdf

import (
	"bytes"
	"strconv"
)

// kind of an operand or token of a content stream or CMap.
type kind int

const (
	end      kind = iota
	operator      // also null, true, false
	number
	name
	str
	array
	dict // properties of marked content; its entries are not kept
	closing
)

type token struct {
	kind  kind
	num   float64
	text  string // of an operator, name or string
	items []token
}

// maxArrays bounds arrays inside arrays.
const maxArrays = 16

// scanner splits a content stream or a CMap into tokens. It never fails: what is no
// token is passed over.
type scanner struct {
	data []byte
	pos  int
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// next returns the next token with arrays as one.
func (s *scanner) next() token { return s.nested(0) }

func (s *scanner) nested(depth int) token {
	for s.pos < len(s.data) {
		c := s.data[s.pos]
		switch {
		case isSpace(c):
			s.pos++
		case c == '%':
			for s.pos < len(s.data) && s.data[s.pos] != '\n' && s.data[s.pos] != '\r' {
				s.pos++
			}
		case c == '(':
			return token{kind: str, text: s.literal()}
		case c == '<' && s.at(1) == '<':
			s.pos += 2
			return s.group(dict, depth)
		case c == '<':
			return token{kind: str, text: s.hex()}
		case c == '[':
			s.pos++
			return s.group(array, depth)
		case c == '>' && s.at(1) == '>':
			s.pos += 2
			return token{kind: closing}
		case c == ']':
			s.pos++
			return token{kind: closing}
		case c == '/':
			s.pos++
			return token{kind: name, text: s.word()}
		case isDelimiter(c):
			s.pos++
		default:
			return plain(s.word())
		}
	}
	return token{}
}

// group reads the items of an array or dictionary up to its end.
func (s *scanner) group(k kind, depth int) token {
	t := token{kind: k}
	if depth >= maxArrays {
		return t
	}
	for {
		item := s.nested(depth + 1)
		if item.kind == closing || item.kind == end {
			return t
		}
		if k == array {
			t.items = append(t.items, item)
		}
	}
}

func (s *scanner) at(i int) byte {
	if s.pos+i < len(s.data) {
		return s.data[s.pos+i]
	}
	return 0
}

func (s *scanner) word() string {
	start := s.pos
	for s.pos < len(s.data) && !isSpace(s.data[s.pos]) && !isDelimiter(s.data[s.pos]) {
		s.pos++
	}
	word := string(s.data[start:s.pos])
	if bytes.IndexByte(s.data[start:s.pos], '#') >= 0 {
		word = unescapeName(word)
	}
	return word
}

// unescapeName reads #20 in names.
func unescapeName(s string) string {
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b = append(b, byte(n))
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return string(b)
}

func plain(word string) token {
	if c := word[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if n, err := strconv.ParseFloat(word, 64); err == nil && n > -1e9 && n < 1e9 {
			return token{kind: number, num: n}
		}
		return token{kind: number} // "--5", "1.2.3": producers' slips
	}
	return token{kind: operator, text: word}
}

func (s *scanner) hex() string {
	s.pos++
	var b []byte
	high, half := byte(0), false
	for s.pos < len(s.data) {
		c := s.data[s.pos]
		s.pos++
		var d byte
		switch {
		case c >= '0' && c <= '9':
			d = c - '0'
		case c >= 'a' && c <= 'f':
			d = c - 'a' + 10
		case c >= 'A' && c <= 'F':
			d = c - 'A' + 10
		case c == '>':
			if half {
				b = append(b, high)
			}
			return string(b)
		default:
			continue
		}
		if half {
			b = append(b, high|d)
		}
		high, half = d<<4, !half
	}
	return string(b)
}

func (s *scanner) literal() string {
	s.pos++
	var b []byte
	depth := 1
	for s.pos < len(s.data) {
		c := s.data[s.pos]
		s.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return string(b)
			}
		case '\r':
			if s.at(0) == '\n' {
				s.pos++
			}
			c = '\n'
		case '\\':
			e := s.at(0)
			s.pos++
			switch e {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case '\r':
				if s.at(0) == '\n' {
					s.pos++
				}
				continue
			case '\n':
				continue
			default:
				c = e
				if e >= '0' && e <= '7' {
					n := int(e - '0')
					for range 2 {
						if d := s.at(0); d >= '0' && d <= '7' {
							n = n*8 + int(d-'0')
							s.pos++
						} else {
							break
						}
					}
					c = byte(n)
				}
			}
		}
		b = append(b, c)
	}
	return string(b)
}

// skipImage passes over the data of an inline image, which begins after ID.
func (s *scanner) skipImage() {
	for s.pos < len(s.data) {
		i := bytes.Index(s.data[s.pos:], []byte("EI"))
		if i < 0 {
			s.pos = len(s.data)
			return
		}
		at := s.pos + i
		s.pos = at + 2
		if at > 0 && isSpace(s.data[at-1]) && (s.pos == len(s.data) || isSpace(s.data[s.pos])) {
			return
		}
	}
}
