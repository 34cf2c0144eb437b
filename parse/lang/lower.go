package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// Lower makes a text comparable without moving a byte: lower case, letter by letter,
// where the small letter is as long as the capital, and е for ё, which not everybody writes:
// "передаёт". Cyrillic, nearly all of every text, has a path of its own: the general tables are
// ten times slower.
func Lower(s string) string {
	i := 0
	for i < len(s) && !upperAt(s, i) {
		if c := s[i]; c == 0xd0 || c == 0xd1 {
			i++ // its second byte begins no letter
		}
		i++
	}
	if i >= len(s) {
		return s
	}
	b := []byte(s)
	for i < len(b) {
		switch c := b[i]; {
		case c < utf8.RuneSelf:
			if c >= 'A' && c <= 'Z' {
				b[i] = c | 0x20
			}
			i++
		case c >= 0xd0 && c <= 0xd4 && i+1 < len(b):
			small := lowerPairs[c-0xd0][b[i+1]%64]
			b[i], b[i+1] = small[0], small[1]
			i += 2
		default:
			r, size := utf8.DecodeRune(b[i:])
			if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == size {
				utf8.EncodeRune(b[i:], l)
			}
			i += size
		}
	}
	return unsafe.String(&b[0], len(b)) // b is not written again
}

// upperAt reports whether a letter that Lower changes may begin at byte i.
func upperAt(s string, i int) bool {
	c := s[i]
	switch {
	case c < utf8.RuneSelf:
		return c >= 'A' && c <= 'Z'
	case c < 0xc0: // inside a letter
		return false
	case c == 0xd1:
		return i+1 < len(s) && (s[i+1] >= 0xa0 || s[i+1] == 0x91) // ё
	case c == 0xd0:
		return i+1 < len(s) && s[i+1] < 0xb0
	case c >= 0xd2 && c <= 0xd4:
		return i+1 < len(s) && lowerCyrillic(rune(c&0x1f)<<6|rune(s[i+1]&0x3f)) != rune(c&0x1f)<<6|rune(s[i+1]&0x3f)
	case c >= 0xe2: // punctuation
		return false
	}
	return true
}

// lowerPairs are the bytes of the small letters of U+0400 to U+052F, by the two bytes of the
// letter.
var lowerPairs = func() (small [5][64][2]byte) {
	for r := rune(0x400); r < 0x540; r++ {
		l := lowerCyrillic(r)
		if l == 'ё' {
			l = 'е'
		}
		small[r>>6-0x10][r%64] = [2]byte{0xc0 | byte(l>>6), 0x80 | byte(l&0x3f)}
	}
	return small
}()

// lowerCyrillic is unicode.ToLower for U+0400 to U+052F, where small letters follow their
// capitals at a fixed distance.
func lowerCyrillic(r rune) rune {
	switch {
	case r < 0x410:
		return r + 80
	case r < 0x430:
		return r + 32
	case r < 0x460:
		return r
	case r <= 0x481, r >= 0x48a && r <= 0x4bf, r >= 0x4d0 && r <= 0x52f:
		return r | 1
	case r == 0x4c0:
		return 0x4cf
	case r >= 0x4c1 && r <= 0x4ce:
		return r + r&1
	}
	return r
}

// IsLetter is unicode.IsLetter with a short way for ASCII and Cyrillic.
func IsLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	case r >= 0x400 && r <= 0x481, r >= 0x48a && r <= 0x52f:
		return true
	}
	return unicode.IsLetter(r)
}

// Index is strings.Index for Cyrillic texts. Every letter begins with one of two bytes,
// so a search by the first byte stops at nearly every letter; this one goes by the second.
func Index(s, sub string) int {
	if len(sub) < 2 {
		return strings.Index(s, sub)
	}
	for i := 1; i < len(s); i++ {
		j := strings.IndexByte(s[i:], sub[1])
		if j < 0 {
			return -1
		}
		i += j
		if s[i-1] == sub[0] && strings.HasPrefix(s[i-1:], sub) {
			return i - 1
		}
	}
	return -1
}

// LetterAt returns how many bytes the letter at i has, 0 where no letter begins there.
// Two-byte Cyrillic, nearly every letter of every text, is told by its first byte.
func LetterAt(s string, i int) int {
	c := s[i]
	switch {
	case c < utf8.RuneSelf:
		if c|0x20 >= 'a' && c|0x20 <= 'z' {
			return 1
		}
		return 0
	case c == 0xd0 || c == 0xd1 || c == 0xd3:
		if i+1 < len(s) && s[i+1]&0xc0 == 0x80 {
			return 2
		}
		return 0
	case c == 0xd2: // ғ қ ң ү ұ һ; U+0482 to U+0489 are signs
		if i+1 < len(s) && s[i+1]&0xc0 == 0x80 && (s[i+1] < 0x82 || s[i+1] > 0x89) {
			return 2
		}
		return 0
	case c < 0xc0: // no letter begins so
		return 0
	}
	if r, size := utf8.DecodeRuneInString(s[i:]); IsLetter(r) {
		return size
	}
	return 0
}

// LettersEnd returns where the letters that stand in a row from i on end.
func LettersEnd(s string, i int) int {
	for i+1 < len(s) {
		switch c := s[i]; {
		case c|1 == 0xd1, c == 0xd2 && s[i+1] >= 0x8a, c == 0xd3: // all letters of both alphabets begin so
			i += 2
			continue
		case c < utf8.RuneSelf && (c|0x20 < 'a' || c|0x20 > 'z'):
			return i
		}
		n := LetterAt(s, i)
		if n == 0 {
			return i
		}
		i += n
	}
	if i < len(s) {
		i += LetterAt(s, i)
	}
	return i
}
