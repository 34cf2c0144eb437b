package pdf

import (
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	library "github.com/ledongthuc/pdf"
)

// font says what the codes of a string are and how wide. Widths are in text space, for
// a size of 1.
type font struct {
	wide     bool // Type0: codes are of one to four bytes
	codes    *cmap
	unicode  *cmap // ToUnicode
	simple   [256]string
	widths   map[int]float64
	fallback float64
	style    style
	vertical bool
}

// style is how the letters of a font look. One that has no name, as those of letters
// that a browser draws itself where the font of the text lacks them, does not say.
type style struct{ said, bold, italic bool }

func styleOf(v library.Value) style {
	name := v.Key("BaseFont").Name()
	if name == "" {
		return style{}
	}
	descriptor := v.Key("FontDescriptor")
	if cid := v.Key("DescendantFonts").Index(0); cid.Kind() == library.Dict {
		descriptor = cid.Key("FontDescriptor")
	}
	const boldWeight, forceBold, italicFlag = 600, 1 << 18, 1 << 6
	flags := descriptor.Key("Flags").Int64()
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) })
	}
	return style{
		said:   true,
		bold:   has("Bold", "Black", "Heavy") || descriptor.Key("FontWeight").Int64() >= boldWeight || flags&forceBold != 0,
		italic: has("Italic", "Oblique") || flags&italicFlag != 0,
	}
}

// letter is one code of a string.
type letter struct {
	text  string
	width float64
	space bool // the single-byte code 32, which word spacing widens
	known bool
}

// newFont reads a font dictionary.
func newFont(v library.Value, limit int64) (*font, error) {
	f := &font{widths: map[int]float64{}, style: styleOf(v)}
	var err error
	if stream := v.Key("ToUnicode"); stream.Kind() == library.Stream {
		if f.unicode, err = readCMap(stream, limit); err != nil {
			return nil, err
		}
	}
	if v.Key("Subtype").Name() == "Type0" {
		return f, f.readWide(v, limit)
	}
	f.readSimple(v)
	return f, nil
}

func (f *font) readSimple(v library.Value) {
	scale := 0.001
	if v.Key("Subtype").Name() == "Type3" {
		if a := v.Key("FontMatrix").Index(0).Float64(); a != 0 {
			scale = a
		}
	}
	f.fallback = v.Key("FontDescriptor").Key("MissingWidth").Float64() * scale
	widths := v.Key("Widths")
	first := int(v.Key("FirstChar").Int64())
	for i := range min(widths.Len(), 256) {
		f.widths[first+i] = widths.Index(i).Float64() * scale
	}
	if widths.Len() == 0 && f.fallback == 0 {
		f.fallback = 0.5 // one of the fourteen fonts that need no widths
	}
	// The library knows the standard encodings and the names of glyphs.
	encoding := v.Key("Encoding")
	base := (&library.Font{V: v}).Encoder()
	for code := range f.simple {
		f.simple[code] = base.Decode(string([]byte{byte(code)}))
	}
	if encoding.Kind() != library.Dict {
		return
	}
	code := 0
	differences := encoding.Key("Differences")
	for i := range min(differences.Len(), 1024) {
		switch d := differences.Index(i); d.Kind() {
		case library.Integer:
			code = int(d.Int64())
		case library.Name:
			if code >= 0 && code < 256 {
				if r, ok := uniName(d.Name()); ok {
					f.simple[code] = r
				} else if isGlyphNumber(d.Name()) {
					f.simple[code] = "\uFFFD"
				}
			}
			code++
		}
	}
}

// uniName reads glyph names such as uni04D9 and u1F600.
func uniName(name string) (string, bool) {
	hex, ok := strings.CutPrefix(name, "uni")
	if !ok {
		if hex, ok = strings.CutPrefix(name, "u"); !ok {
			return "", false
		}
	}
	if len(hex) < 4 || len(hex) > 6 {
		return "", false
	}
	n := rune(0)
	for _, c := range hex {
		d := strings.IndexRune("0123456789ABCDEF", c)
		if d < 0 {
			return "", false
		}
		n = n<<4 | rune(d)
	}
	return string(n), utf8.ValidRune(n)
}

// isGlyphNumber reports names such as g23 and C0041, which number the glyphs of a font
// and say nothing of the letter, where afii10017 does.
func isGlyphNumber(name string) bool {
	for _, known := range []string{"afii", "SF", "H"} {
		if strings.HasPrefix(name, known) {
			return false
		}
	}
	return len(name) > 1 && strings.ContainsAny(name, "0123456789")
}

func (f *font) readWide(v library.Value, limit int64) error {
	f.wide = true
	encoding := v.Key("Encoding")
	f.vertical = strings.HasSuffix(encoding.Name(), "-V")
	if encoding.Kind() == library.Stream {
		var err error
		if f.codes, err = readCMap(encoding, limit); err != nil {
			return err
		}
	}
	cid := v.Key("DescendantFonts").Index(0)
	f.fallback = 1
	if w := cid.Key("DW"); !w.IsNull() {
		f.fallback = w.Float64() / 1000
	}
	const most = 1 << 16
	w := cid.Key("W")
	for i := 0; i+1 < w.Len() && len(f.widths) < most; {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == library.Array {
			for j := range min(list.Len(), most) {
				f.widths[first+j] = list.Index(j).Float64() / 1000
			}
			i += 2
			continue
		}
		last, width := int(w.Index(i+1).Int64()), w.Index(i+2).Float64()/1000
		for c := first; c <= last && c < most; c++ {
			f.widths[c] = width
		}
		i += 3
	}
	return nil
}

// letters splits a string into its codes.
func (f *font) letters(s string, yield func(letter)) {
	for len(s) > 0 {
		n := 1
		if f.wide {
			n = min(2, len(s))
			if f.codes != nil {
				n = f.codes.length(s)
			}
		}
		code := s[:n]
		s = s[n:]
		value := 0
		for i := range len(code) {
			value = value<<8 | int(code[i])
		}
		l := letter{space: n == 1 && code[0] == ' ', known: true}
		cid := value
		if f.codes != nil {
			cid = f.codes.cid(value)
		}
		var ok bool
		if l.width, ok = f.widths[cid]; !ok {
			l.width = f.fallback
		}
		if f.unicode != nil {
			l.text, ok = f.unicode.text(code, value)
		} else {
			ok = false
		}
		if !ok {
			if l.text = "\uFFFD"; !f.wide {
				l.text = f.simple[code[0]]
			}
			l.known = l.text != "\uFFFD"
		}
		yield(l)
	}
}

// cmap maps codes to text (ToUnicode) or to CIDs (an embedded encoding).
type cmap struct {
	spaces []codeRange
	chars  map[string]string // code → text
	ranges []textRange
	cids   []cidRange
}

type codeRange struct{ low, high string }

type textRange struct {
	n         int // bytes of a code
	low, high int
	text      []rune // of low; the last rune counts on
}

type cidRange struct{ low, high, cid int }

func readCMap(stream library.Value, limit int64) (*cmap, error) {
	data, err := unpack(stream, limit)
	if err != nil {
		return nil, err
	}
	m := &cmap{chars: map[string]string{}}
	s := &scanner{data: data}
	var stack []token
	for {
		t := s.next()
		if t.kind == end {
			return m, nil
		}
		if t.kind != operator {
			if stack = append(stack, t); len(stack) > 4096 {
				stack = stack[1:]
			}
			continue
		}
		m.section(t.text, stack)
		stack = stack[:0]
	}
}

func codeOf(s string) int {
	n := 0
	for i := range min(len(s), 4) {
		n = n<<8 | int(s[i])
	}
	return n
}

// maxRanges of a map; a font has 65,536 glyphs at most, and ranges are looked through.
const maxRanges = 20000

// section reads the operands of endbfchar, endbfrange and their like.
func (m *cmap) section(name string, o []token) {
	if len(m.ranges) > maxRanges || len(m.cids) > maxRanges || len(m.spaces) > maxRanges {
		return
	}
	switch name {
	case "endcodespacerange":
		for ; len(o) >= 2; o = o[2:] {
			m.spaces = append(m.spaces, codeRange{o[0].text, o[1].text})
		}
	case "endbfchar":
		for ; len(o) >= 2; o = o[2:] {
			m.chars[o[0].text] = utf16Text(o[1].text)
		}
	case "endbfrange":
		for ; len(o) >= 3; o = o[3:] {
			low, high := codeOf(o[0].text), codeOf(o[1].text)
			if o[2].kind != array {
				m.ranges = append(m.ranges, textRange{len(o[0].text), low, high, []rune(utf16Text(o[2].text))})
				continue
			}
			for i, item := range o[2].items {
				if low+i > high {
					break
				}
				m.ranges = append(m.ranges, textRange{len(o[0].text), low + i, low + i, []rune(utf16Text(item.text))})
			}
		}
	case "endcidrange":
		for ; len(o) >= 3; o = o[3:] {
			m.cids = append(m.cids, cidRange{codeOf(o[0].text), codeOf(o[1].text), int(o[2].num)})
		}
	case "endcidchar":
		for ; len(o) >= 2; o = o[2:] {
			m.cids = append(m.cids, cidRange{codeOf(o[0].text), codeOf(o[0].text), int(o[1].num)})
		}
	}
}

func utf16Text(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// length returns how many bytes the first code of s has.
func (m *cmap) length(s string) int {
	for n := 1; n <= 4 && n <= len(s); n++ {
		for _, r := range m.spaces {
			if len(r.low) == n && len(r.high) == n && within(s[:n], r) {
				return n
			}
		}
	}
	return min(2, len(s))
}

func within(code string, r codeRange) bool {
	for i := range len(code) {
		if code[i] < r.low[i] || code[i] > r.high[i] {
			return false
		}
	}
	return true
}

func (m *cmap) cid(value int) int {
	for _, r := range m.cids {
		if value >= r.low && value <= r.high {
			return r.cid + value - r.low
		}
	}
	return value
}

// text returns what a code means, and false where the map does not say.
func (m *cmap) text(code string, value int) (string, bool) {
	if t, ok := m.chars[code]; ok {
		return t, t != ""
	}
	for _, r := range m.ranges {
		if value >= r.low && value <= r.high && len(r.text) > 0 && r.n == len(code) {
			t := append([]rune(nil), r.text...)
			t[len(t)-1] += rune(value - r.low)
			m.chars[code] = string(t)
			return m.chars[code], true
		}
	}
	m.chars[code] = ""
	return "", false
}
