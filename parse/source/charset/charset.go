// Package charset turns bytes of text in an unknown encoding into UTF-8. Old pages of
// the portal declare the wrong charset or none, so what the bytes are is weighed above
// what they say they are.
package charset

import (
	"bytes"
	"math"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"reglament/model"
	"reglament/model/phrase"
)

// IANA names of the encodings this package tells by itself.
const (
	UTF8        = "utf-8"
	UTF16LE     = "utf-16le"
	UTF16BE     = "utf-16be"
	Windows1251 = "windows-1251"
	KZ1048      = "KZ-1048"
	PTCP154     = "PTCP154"
)

// ErrBinary is the error for data that is no text in any encoding.
var ErrBinary = phrase.Binary.Fault()

// sampleSize is how many bytes are looked at to weigh one reading against another.
const sampleSize = 1 << 16

// Decode returns data as UTF-8, the IANA name of the encoding it was in, and a finding
// for each doubt. declared is the charset that a header or a <meta> names, "" for none;
// it decides only what the bytes leave open. The order: byte order mark, UTF-16 by its
// zero bytes, UTF-8 that is valid throughout (or all but a few damaged bytes), the
// declared charset, then windows-1251 against KZ-1048 by the frequency of letters, and
// the DOS and Unix encodings of Russian where those make no words. The error wraps
// ErrBinary.
func Decode(data []byte, declared string) (text string, name string, findings []model.Finding, err error) {
	if isPlain(data) {
		return string(data), UTF8, nil, nil
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		text, findings = decodeUTF8(data[3:])
		return checked(text, UTF8, findings)
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		text, findings = decodeUTF16(data[2:], littleEndian)
		return checked(text, UTF16LE, findings)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		text, findings = decodeUTF16(data[2:], bigEndian)
		return checked(text, UTF16BE, findings)
	}
	if order, ok := utf16Order(data); ok {
		text, findings = decodeUTF16(data, order)
		if order == littleEndian {
			return checked(text, UTF16LE, findings)
		}
		return checked(text, UTF16BE, findings)
	}
	if n := bytes.IndexByte(data, 0); n >= 0 {
		return "", "", nil, ErrBinary.Because(phrase.ZeroByte.Of(n))
	}
	if utf8.Valid(data) {
		return checked(string(data), UTF8, nil)
	}
	if mostlyUTF8(data) {
		text, findings = decodeUTF8(data)
		return checked(text, UTF8, findings)
	}
	return decodeSingleByte(data, declared)
}

// isPlain is the quick look at the bytes of nearly every file: UTF-8 of no more than
// printable ASCII, the ends of lines and tabs, Cyrillic, and common signs.
func isPlain(data []byte) bool {
	for i := 0; i < len(data); {
		c := data[i]
		switch {
		case c-0xd0 < 4 && i+1 < len(data) && data[i+1]&0xc0 == 0x80:
			i += 2
		case c-' ' < 0x7f-' ' || c == '\n' || c == '\r' || c == '\t':
			i++
		case i+1 >= len(data) || data[i+1]&0xc0 != 0x80:
			return false
		case c == 0xc2 && data[i+1] >= 0xa0:
			i += 2
		case c == 0xe2 && i+2 < len(data) && data[i+2]&0xc0 == 0x80: // dashes, quotation marks, №
			i += 3
		default:
			return false
		}
	}
	return true
}

// checked refuses text that is mostly control characters.
func checked(text, name string, findings []model.Finding) (string, string, []model.Finding, error) {
	controls, at := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case !mayControl[c]:
		case c == 0:
			return "", "", nil, ErrBinary.Because(phrase.ZeroCharacter.Of(i))
		case c != 0xc2 || i+1 < len(text) && text[i+1] < 0xa0 && text[i+1] != 0x85: // U+0080 to U+009F but the line end
			controls, at = controls+1, i
		}
	}
	if controls*100 > len(text) {
		return "", "", nil, ErrBinary.Because(phrase.Controls.Of(controls, at))
	}
	return text, name, findings, nil
}

// mayControl are the bytes of control characters and the first byte of those that have two.
var mayControl = func() (is [256]bool) {
	for c := range byte(' ') {
		is[c] = strings.IndexByte("\t\n\v\f\r\x1a", c) < 0
	}
	is[0x7f], is[0xc2] = true, true
	return is
}()

func encodingFinding(severity model.Severity, why model.Message) model.Finding {
	return phrase.Finding(model.FindEncoding, severity, model.Span{}, why)
}

// decodeUTF8 replaces invalid bytes by U+FFFD and says how many there were.
func decodeUTF8(data []byte) (string, []model.Finding) {
	if utf8.Valid(data) {
		return string(data), nil
	}
	invalid, first := 0, -1
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			if invalid++; first < 0 {
				first = i
			}
		}
		i += n
	}
	return string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), []model.Finding{
		encodingFinding(model.Warning, phrase.NotUTF8.Of(invalid, first))}
}

// mostlyUTF8 reports whether damaged UTF-8 explains the data: a cut download, one bad
// byte. Single-byte Cyrillic hardly ever forms a valid sequence.
func mostlyUTF8(data []byte) bool {
	valid, invalid := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			invalid++
		case n > 1:
			valid++
		}
		i += n
	}
	return valid > 20*invalid
}

type byteOrder int

const (
	littleEndian byteOrder = iota
	bigEndian
)

func (o byteOrder) unit(data []byte, i int) uint16 {
	if o == littleEndian {
		return uint16(data[i]) | uint16(data[i+1])<<8
	}
	return uint16(data[i])<<8 | uint16(data[i+1])
}

func decodeUTF16(data []byte, order byteOrder) (string, []model.Finding) {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, order.unit(data, i))
	}
	text := string(utf16.Decode(units))
	if len(data)%2 != 0 {
		return text, []model.Finding{encodingFinding(model.Warning, phrase.HalfCharacter.Of())}
	}
	return text, nil
}

// utf16Order tells UTF-16 without a byte order mark: nine of ten units are of the Latin
// or Cyrillic blocks or of punctuation, which the other byte order makes rubbish of.
func utf16Order(data []byte) (byteOrder, bool) {
	sample := data[:min(len(data), sampleSize)]
	if len(data) < 4 || bytes.IndexByte(sample, 0) < 0 && bytes.IndexByte(sample, 4) < 0 {
		return 0, false
	}
	for _, order := range []byteOrder{littleEndian, bigEndian} {
		letters, known, all := 0, 0, 0
		for i := 0; i+1 < len(sample); i += 2 {
			all++
			switch u := order.unit(sample, i); {
			case u == '\t', u == '\n', u == '\r', u >= 0x20 && u < 0x7F, u >= 0x400 && u < 0x500:
				known++
				if u == ' ' || u > 0x40 {
					letters++
				}
			case u >= 0xA0 && u < 0x100, u >= 0x2010 && u < 0x2070, u == 0x2116:
				known++
			}
		}
		if known*10 >= all*9 && letters*2 > all {
			return order, true
		}
	}
	return 0, false
}

// decodeSingleByte reads data that is neither UTF-8 nor UTF-16.
func decodeSingleByte(data []byte, declared string) (string, string, []model.Finding, error) {
	sample := data[:min(len(data), sampleSize)]
	var findings []model.Finding
	declared = strings.ToLower(strings.TrimSpace(declared))
	cyrillic := func() string {
		if isKZ1048(data) {
			return KZ1048
		}
		return Windows1251
	}
	switch declared {
	case "", "windows-1251", "cp1251", "cp-1251", "win-1251", "kz-1048", "strk1048-2002", "rk1048", "cskz1048":
	default:
		if text, name, ok := decodeNamed(data, declared); ok && readsAsWords(text) {
			return checked(text, name, nil)
		}
		findings = append(findings, encodingFinding(model.Warning, phrase.WrongCharset.Of(declared)))
	}
	// The orders in which a Russian reader of the nineties would have tried.
	for _, name := range []string{cyrillic(), "ibm866", "koi8-r", "iso-8859-5", "macintosh-cyrillic"} {
		text, ok := decodeAs(sample, name)
		if !ok || !readsAsWords(text) {
			continue
		}
		text, _ = decodeAs(data, name)
		return reported(text, name, declared, findings)
	}
	name := cyrillic()
	text, _ := decodeAs(data, name)
	findings = append(findings, encodingFinding(model.Warning, phrase.GuessedCharset.Of(name)))
	return reported(text, name, declared, findings)
}

// reported adds findings for undefined bytes and for a charset other than declared.
func reported(text, name, declared string, findings []model.Finding) (string, string, []model.Finding, error) {
	if n := strings.Count(text, "\uFFFD"); n > 0 {
		findings = append(findings, encodingFinding(model.Warning, phrase.UndefinedBytes.Of(n, name)))
	}
	if name == KZ1048 && strings.Contains(declared, "1251") {
		findings = append(findings, encodingFinding(model.Info, phrase.KazakhLetters.Of(declared)))
	}
	return checked(text, name, findings)
}

func decodeAs(data []byte, name string) (string, bool) {
	switch name {
	case KZ1048:
		return decodeKZ1048(data), true
	case Windows1251:
		return decodeCharmap(data, charmap.Windows1251), true
	case "ibm866":
		return decodeCharmap(data, charmap.CodePage866), true
	case "koi8-r":
		return decodeCharmap(data, charmap.KOI8R), true
	case "iso-8859-5":
		return decodeCharmap(data, charmap.ISO8859_5), true
	case "macintosh-cyrillic":
		return decodeCharmap(data, charmap.MacintoshCyrillic), true
	}
	return "", false
}

func decodeCharmap(data []byte, m *charmap.Charmap) string {
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = m.DecodeByte(b)
	}
	return string(runes)
}

// decodeNamed reads data in a charset by any label of the WHATWG encoding standard, or one
// of PTCP154.
func decodeNamed(data []byte, label string) (text, name string, ok bool) {
	switch label {
	case "ptcp154", "csptcp154", "pt154", "cp154", "cyrillic-asian":
		return decodePT154(data), PTCP154, true
	}
	e, err := htmlindex.Get(label)
	if err != nil {
		return "", "", false
	}
	if name, err = htmlindex.Name(e); err != nil || name == UTF8 || name == "replacement" {
		return "", "", false
	}
	b, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", false
	}
	return string(b), name, true
}

// isKZ1048 weighs the bytes that KZ-1048 and windows-1251 read differently, where they
// stand beside another letter: the log likelihood of Kazakh against that of the other
// languages of windows-1251. Text without such bytes is windows-1251.
func isKZ1048(data []byte) bool {
	kazakh, windows := 0.0, 0.0
	for _, l := range kz1048 {
		kazakh += float64(l.kazakh)
		windows += float64(l.windowsWeight)
	}
	var score [256]float64
	for _, l := range kz1048 {
		score[l.code] = math.Log(float64(l.kazakh) / kazakh * windows / float64(l.windowsWeight))
	}
	// What is read are acts of Kazakhstan: twenty to one for Kazakh before a letter is seen.
	sum, seen := math.Log(20), false
	for i, b := range data {
		if score[b] == 0 {
			continue
		}
		if i > 0 && data[i-1] >= 0xC0 || i+1 < len(data) && data[i+1] >= 0xC0 {
			sum += score[b]
			seen = true
		}
	}
	return seen && sum > 0
}

// commonLetters make up about two thirds of Russian and of Kazakh text, and a third of
// the same bytes read in a wrong Cyrillic encoding.
const commonLetters = "аеиноптырсліАЕИНОПТЫРСЛІ"

// readsAsWords tells Russian or Kazakh text from the same bytes in another Cyrillic
// encoding: letters are Cyrillic and as frequent as they should be, no capital follows
// a small letter, and symbols do not stand inside words.
func readsAsWords(text string) bool {
	const enough = 40 // letters, for frequencies to mean anything
	letters, common, lower, wrong := 0, 0, 0, 0
	var prev rune
	for _, r := range text {
		switch {
		case r >= 0x80 && unicode.Is(unicode.Cyrillic, r):
			letters++
			if strings.ContainsRune(commonLetters, r) {
				common++
			}
			if unicode.IsLower(r) {
				lower++
			} else if unicode.IsLower(prev) && prev >= 0x80 {
				wrong++
			}
		case r >= 0x80 && (unicode.IsLetter(r) || r == utf8.RuneError),
			unicode.Is(unicode.So, r) && unicode.IsLetter(prev),
			unicode.IsControl(r) && r >= 0x80:
			wrong++
		}
		prev = r
	}
	if letters == 0 {
		return wrong == 0
	}
	if letters < enough {
		return wrong*20 <= letters && lower*2 >= letters
	}
	return wrong*20 <= letters && common*100 >= letters*45
}
