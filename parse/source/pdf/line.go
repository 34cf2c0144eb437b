package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"reglament/parse/source/raw"
)

// page is what stands on a page.
type page struct {
	lines   []line
	unknown int  // letters that no font explains
	noted   bool // notes stood below the lines
}

// line is a line of words, or the part of one that a wide gap cuts off.
type line struct {
	text      string
	x0, x1, y float64
	size      float64
	firstWord float64 // width
	second    float64 // where the second word begins, 0 where there is none
	bold      bool    // all words
	italic    bool
	red       bool // most letters
	tinted    bool // some letters are red
	sameRow   bool // stands to the right of the line before it
	newBlock  bool // stands higher than the line before it
	newColumn bool // the first of a further column of its page
	aside     bool // in a frame that is set into the text
	marks     []mark
	cell      *cell // of a table with borders
	broken    bool  // in a cell that a word is wider than, and goes on in the next line
	beside    side  // of such a frame that it runs along
}

// top is the height of small letters.
func (l line) top() float64 { return l.y + l.size/2 }

// side is the side of a frame on which a line stands.
type side int8

const (
	noFrame side = iota
	leftOfFrame
	rightOfFrame
)

// How letters make lines, in sizes of the type (em). Measured on the PDFs of three
// makers; a wrong figure here shows as words split or glued.
const (
	sameBaseline = 0.4  // letters as far apart up or down are of one line
	movedUp      = 0.5  // more begins a new block: a column, a cell
	spaceWidth   = 0.1  // the narrowest space
	wordGap      = 0.22 // above the median gap of the line
	letterSpaced = 0.08 // median gap of a line whose letters are spaced
	spacedGap    = 1.8  // times that median part words
	figureGap    = 1.0  // a wider median is that of figures in cells
	cellGap      = 3.0  // parts cells, or a position from a name
	blankGap     = 1.2  // parts cells where the maker paints a space between words
	doubled      = 0.2  // the same letter nearer than that is painted twice, as bold
)

// block is a run of letters whose baseline never moves up.
type block struct {
	rows  []*row
	turn  int
	table *table // whose cells stand here; then the block has no rows
}

type row struct {
	y, size      float64
	glyphs       []glyph
	paintsSpaces bool // the page has spaces painted between words
}

// lines puts the glyphs of a page into lines in reading order. The order of the
// content is that of reading, but for words that are painted late into the hole that
// their line has for them: a letter joins the line on its baseline, and only one that
// stands higher, and in no hole, begins a new block. So cells and columns stay whole.
//
// What stands in a table is put into lines cell by cell.
func lines(glyphs []glyph, tables []*table) []line {
	var blocks []*block
	var current *block
	var last *row
	for _, g := range glyphs {
		if i := slices.IndexFunc(tables, func(t *table) bool { return t.take(g) }); i >= 0 {
			if len(tables[i].cells) == 1 && len(tables[i].cells[0].glyphs) == 1 {
				blocks = append(blocks, &block{table: tables[i]})
				current = nil
			}
			continue
		}
		switch {
		case current == nil || g.turn != current.turn:
			current, last = &block{turn: g.turn}, nil
			blocks = append(blocks, current)
		case last != nil && g.y > last.y+movedUp*max(g.size, last.size):
			if hole := current.hole(g); hole != nil {
				hole.glyphs = append(hole.glyphs, g)
				continue
			}
			current, last = &block{turn: g.turn}, nil
			blocks = append(blocks, current)
		}
		if last == nil || !last.holds(g) {
			last = current.row(g)
		}
		last.glyphs = append(last.glyphs, g)
	}
	spaces := 0
	for _, g := range glyphs {
		if strings.TrimSpace(g.text) == "" {
			spaces++
		}
	}
	var pieces []piece
	for _, b := range blocks {
		if b.table != nil {
			if p := b.table.piece(); len(p.lines) > 0 {
				pieces = append(pieces, p)
			}
			continue
		}
		for _, r := range b.rows {
			const lettersPerSpace = 20
			r.paintsSpaces = spaces*lettersPerSpace > len(glyphs)
		}
		pieces = append(pieces, b.pieces()...)
	}
	var out []line
	for i, column := range columns(pieces) {
		for j, l := range ordered(column) {
			if j == 0 {
				l.newColumn, l.newBlock = i > 0, i > 0
			}
			out = append(out, l)
		}
	}
	return out
}

// piece is a part of a block without a large gap between its rows.
type piece struct {
	lines       []line
	top, bottom float64
	left, right float64 // of its block
}

// newPiece is a piece of lines that go down.
func newPiece(lines []line) piece {
	left, right := extent(lines)
	return piece{lines, lines[0].top(), lines[len(lines)-1].y, left, right}
}

// ordered returns the lines of pieces in reading order: that of the content, but for
// pieces that are painted late.
func ordered(pieces []piece) []line {
	var o order
	for i := range pieces {
		p := &pieces[i]
		at := o.place(p)
		p.lines[0].newBlock = true
		if at < len(o.lines) {
			o.lines[at].newBlock = true
		}
		o.lines = slices.Insert(o.lines, at, p.lines...)
		o.of = slices.Insert(o.of, at, slices.Repeat([]*piece{p}, len(p.lines))...)
	}
	return o.lines
}

// order is lines in reading order, and the piece that each is of.
type order struct {
	lines []line
	of    []*piece
}

// place returns where a piece belongs among the lines painted before it: behind them, if
// nothing below it in its column has been painted. So is the text around headings and
// tables of one maker, and what stands in a frame, as an approval does, with the text
// beside it or under it: then the piece goes before that text, and before the title that
// the text is under. Cells side by side stay whole.
func (o order) place(p *piece) int {
	const far = 500 // lines, more than a page has
	from, to := extent(p.lines)
	at, beside := len(o.lines), len(o.lines)
	for i := at - 1; i >= max(0, len(o.lines)-far) && (o.lines[i].aside || o.lines[i].y < p.top); i-- {
		l := o.lines[i]
		over := from < l.x1 && l.x0 < to
		if o.of[i].top <= p.bottom {
			over = p.left < o.of[i].right && o.of[i].left < p.right // short lines of the same column
		}
		switch {
		case l.aside:
		case l.top() > p.bottom:
			beside = i
		case over:
			at = i
		}
	}
	if at == len(o.lines) || beside == len(o.lines) {
		return at
	}
	for i := range p.lines {
		p.lines[i].aside = true
	}
	for i := beside; i < len(o.lines) && o.lines[i].top() > p.bottom; i++ {
		switch l := &o.lines[i]; {
		case l.aside:
		case l.x1 <= from:
			l.beside = leftOfFrame
		case l.x0 >= to:
			l.beside = rightOfFrame
		}
	}
	for beside > 0 && o.lines[beside-1].bold && !o.lines[beside-1].sameRow { // but for a signature in bold
		beside--
	}
	for beside > 0 && o.lines[beside-1].aside && o.of[beside-1].top < p.top {
		beside-- // frames may be painted from the last to the first
	}
	return beside
}

// pieces cuts a block at large gaps.
func (b *block) pieces() []piece {
	const gap = 1.9 // em
	var out []piece
	left, right := math.Inf(1), math.Inf(-1)
	for _, r := range b.rows {
		lines := r.lines()
		if len(lines) == 0 {
			continue
		}
		if n := len(out); n == 0 || out[n-1].bottom-r.y > gap*r.size {
			out = append(out, piece{top: r.y + r.size/2})
		}
		p := &out[len(out)-1]
		p.lines = append(p.lines, lines...)
		p.bottom = r.y
		for _, l := range lines {
			left, right = min(left, l.x0), max(right, l.x1)
		}
	}
	for i := range out {
		out[i].left, out[i].right = left, right
	}
	return out
}

func (r *row) holds(g glyph) bool {
	d := g.y - r.y
	return d < sameBaseline*max(g.size, r.size) && -d < sameBaseline*max(g.size, r.size)
}

// row returns the row of a letter, a new one where there is none.
func (b *block) row(g glyph) *row {
	const near = 4 // rows back; a baseline never moves up by more inside a block
	for i := len(b.rows) - 1; i >= max(0, len(b.rows)-near); i-- {
		if b.rows[i].holds(g) {
			return b.rows[i]
		}
	}
	const usual = 96 // letters of a line
	r := &row{y: g.y, size: g.size, glyphs: make([]glyph, 0, usual)}
	b.rows = append(b.rows, r)
	return r
}

// hole returns the row higher up in which the place of a letter is empty between others.
func (b *block) hole(g glyph) *row {
	const longest = 1000 // letters of a line
	for i := len(b.rows) - 1; i >= 0; i-- {
		r := b.rows[i]
		if !r.holds(g) {
			continue
		}
		if len(r.glyphs) > longest {
			return nil
		}
		left, right := false, false
		for _, o := range r.glyphs {
			if strings.TrimSpace(o.text) == "" {
				continue
			}
			if o.x0 < g.x1-doubled*g.size && g.x0 < o.x1-doubled*g.size {
				return nil
			}
			left = left || o.x1 <= g.x0+doubled*g.size
			right = right || o.x0 >= g.x1-doubled*g.size
		}
		if left && right {
			return r
		}
		return nil
	}
	return nil
}

// lines puts the letters of a row in their order, makes words of them, and cuts the row
// at wide gaps; in the italics of a signature any gap without a space parts the cells
// of the position and the name.
func (r *row) lines() []line {
	slices.SortStableFunc(r.glyphs, func(a, b glyph) int {
		switch {
		case a.x0 < b.x0:
			return -1
		case a.x0 > b.x0:
			return 1
		}
		return 0
	})
	visible := make([]glyph, 0, len(r.glyphs))
	var spaces []glyph // literal ones
	for _, g := range r.glyphs {
		if strings.TrimSpace(g.text) == "" {
			spaces = append(spaces, g)
			continue
		}
		if n := len(visible); n > 0 && visible[n-1].text == g.text && g.x0-visible[n-1].x0 < doubled*g.size {
			continue
		}
		visible = append(visible, g)
	}
	if len(visible) == 0 {
		return nil
	}
	spaced := make([]bool, len(visible)) // a literal space stands before it
	stretched := 0.0                     // the widest of them
	for i, s := 1, 0; i < len(visible); i++ {
		// A space begins where the letter before it ends. Those that fill the hole of a
		// link have its letters painted over them.
		for s < len(spaces) && spaces[s].x0 < visible[i].x0 {
			if spaces[s].x0 >= visible[i-1].x0 && visible[i].x0-visible[i-1].x1 > spaceWidth*visible[i].size {
				spaced[i] = true
				stretched = max(stretched, spaces[s].x1-spaces[s].x0)
			}
			s++
		}
	}
	gaps := make([]float64, 0, len(visible))
	between := 0                          // words
	narrowest, widest := math.Inf(1), 0.0 // gaps between them
	for i := 1; i < len(visible); i++ {
		gap := visible[i].x0 - visible[i-1].x1
		if spaced[i] {
			between++
			narrowest, widest = min(narrowest, gap), max(widest, gap)
			continue
		}
		gaps = append(gaps, gap)
	}
	justified := between > 1 && widest-narrowest < wordGap*r.size // no columns are as even
	median := 0.0
	if len(gaps) > 0 {
		slices.Sort(gaps)
		median = max(0, gaps[len(gaps)/2])
	}
	if median > figureGap*r.size && !slices.ContainsFunc(visible, func(g glyph) bool { return strings.ContainsFunc(g.text, unicode.IsLetter) }) {
		median = 0 // "1  2  3" are the figures of three cells, not the letters of a word
	}
	signature := len(spaces) > 0 && !slices.ContainsFunc(visible, func(g glyph) bool {
		return !g.style.italic && strings.ContainsFunc(g.text, unicode.IsLetter)
	})
	var out []line
	label := 0 // where what stands behind the number of a point begins
	start := 0
	for i := 1; i <= len(visible); i++ {
		if i < len(visible) {
			gap := visible[i].x0 - visible[i-1].x1 - median
			if spaced[i] && justified {
				continue
			}
			if spaced[i] {
				// One space may be as wide as a justified line needs.
				gap = min(gap, visible[i].x0-visible[i-1].x1-stretched)
			}
			unspaced := r.paintsSpaces && !spaced[i] && median <= letterSpaced*r.size && gap > blankGap*r.size
			if gap < cellGap*r.size && !unspaced && !(signature && !spaced[i] && gap > wordGap*r.size) {
				continue
			}
		}
		l := makeLine(visible[start:i], spaced[start:i], median)
		l.y, l.sameRow = r.y, start > 0
		if l.text != "" {
			out = append(out, l)
		}
		if start == 0 && i < len(visible) && isLabel(l.text) {
			label = i
		}
		start = i
	}
	if label > 0 && len(out) == 2 {
		spaced[label] = true
		whole := makeLine(visible, spaced, median)
		whole.y, whole.bold, whole.italic = r.y, out[1].bold, out[1].italic
		return []line{whole}
	}
	return out
}

// longestLabel is that of the number of a point, in letters.
const longestLabel = 6

// isLabel reports whether the words before a gap are the number of the point behind it,
// as word processors set it at a tab: "1.", "2)", "1.2.". More cells make a row of a table.
func isLabel(s string) bool {
	number := strings.TrimRight(s, ".)")
	return number != s && number != "" && strings.Trim(number, "0123456789.") == ""
}

// ligatures that fonts have for Latin letters; words are searched without them.
var ligatures = map[string]string{"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

// makeLine makes words of letters: a literal space parts them, and so does a gap that
// stands out from those of its line.
func makeLine(glyphs []glyph, spaced []bool, median float64) line {
	l := line{x0: glyphs[0].x0, bold: true, italic: true}
	letters := false
	var b strings.Builder
	red, size := 0, 0.0
	base := baseOf(glyphs)
	for i, g := range glyphs {
		if i > 0 {
			gap := g.x0 - glyphs[i-1].x1
			apart := gap > median+wordGap*g.size
			if median > letterSpaced*g.size {
				apart = gap > spacedGap*median
			}
			// A tab may be as narrow as nothing behind a number as wide as "10.".
			apart = apart || i <= longestLabel && startsUpper(g.text) && isLabel(b.String())
			if spaced[i] || apart {
				if l.firstWord == 0 {
					l.firstWord, l.second = glyphs[i-1].x1-l.x0, g.x0
				}
				b.WriteByte(' ')
			}
		}
		if base.isRaised(g) && (i == 0 || !base.isRaised(glyphs[i-1])) {
			l.marks = append(l.marks, mark{start: b.Len()})
		}
		if whole, ok := ligatures[g.text]; ok {
			b.WriteString(whole)
		} else if base.isRaised(g) {
			b.WriteString(raw.Raised(b.String()[:l.marks[len(l.marks)-1].start], g.text))
		} else {
			b.WriteString(g.text)
		}
		if base.isRaised(g) {
			l.marks[len(l.marks)-1].end = b.Len()
		}
		if g.style.said && strings.ContainsFunc(g.text, unicode.IsLetter) {
			letters = true
			l.bold = l.bold && g.style.bold
			l.italic = l.italic && g.style.italic
		}
		if g.red {
			red++
		}
		size += g.size
		l.x1 = max(l.x1, g.x1)
	}
	l.bold, l.italic = l.bold && letters, l.italic && letters
	l.text = strings.Join(strings.Fields(b.String()), " ")
	if len(l.text) != b.Len() {
		l.marks = nil
	}
	l.size = size / float64(len(glyphs))
	if base.size > 0 && len(l.marks) > 0 {
		l.size = base.size
	}
	l.red, l.tinted = red*2 > len(glyphs), red > 0
	if l.firstWord == 0 {
		l.firstWord = l.x1 - l.x0
	}
	return l
}
