package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/parse/source/raw"
)

// How lines make paragraphs, in sizes of the type (em) where nothing else is said.
const (
	indent     = 1.0  // of a first line
	slack      = 0.5  // by which a line may miss its margin
	centreRoom = 1.5  // on both sides of a centred line
	nearMiddle = 0.65 // by which that may miss the middle: a letter of a typewriter
	exactRoom  = 0.1  // on both sides of one in larger type, or centred as exactly as makers do
	exact      = 0.1  // by which that may miss the middle
	gapAbove   = 1.35 // times the usual distance of lines: a new paragraph
	otherSize  = 0.08 // share by which another size of type differs
	flushRoom  = 0.6  // behind a line of justified text that goes on: one maker leaves a blank there
	pageEdge   = 5    // lines from the top or the bottom at which a page breaks a paragraph
)

// placed is a line with what its place says of it.
type placed struct {
	line
	left, right float64 // of its column
	distance    float64 // usual one of lines in type of its size
	onNewPage   bool    // the first of its page
	atTop       bool    // where pages begin
	atBottom    bool    // where pages end
	centred     bool
	begins      bool // where paragraphs without a number begin
	stamp       bool // in a narrow block at the right, or centred beside the middle
	ragged      bool // nothing but words tells whether a full line ends its paragraph
	justified   bool // only its end tells that a line ends its paragraph
}

// room is what a line leaves free before the right margin.
func (p placed) room() float64 { return p.right - p.x1 }

// flush reports whether a line ends at the right margin.
func (p placed) flush() bool { return p.room() < flushRoom*p.size }

// isFull reports whether the first word of the next line has no room behind a line.
func (p placed) isFull(next line) bool { return p.room() < next.firstWord+slack*next.size }

// indented reports whether a line begins with the indent of a first line.
func (p placed) indented() bool { return p.x0 > p.left+indent*p.size }

// paragraphs joins the lines of all pages into paragraphs.
func paragraphs(pages []page) []raw.Paragraph {
	text := placeLines(pages)
	var out []raw.Paragraph
	for start := 0; start < len(text); {
		stop := start + 1
		for stop < len(text) && goesOn(text[start:stop], text[stop]) {
			stop++
		}
		p := makeParagraph(text[start:stop])
		p.Whole = text[start].cell != nil || stop == len(text) || !text[stop].mayGoOn(text[stop-1])
		out = append(out, p)
		start = stop
	}
	return out
}

// margins are where most lines of the document begin and end.
type margins struct {
	left, right float64
	indent      float64 // where the first lines of paragraphs begin, 0 where they have none
	unnumbered  float64 // where those of paragraphs without a number do
	distance    float64 // of lines
	ragged      bool    // first lines have no indent, and lines end where their words do
	justified   bool    // first lines have no indent, and lines that go on end at the right margin
	size        float64 // of the type
	top, bottom float64 // baselines of the highest and the lowest line
}

// distanceOf returns how far lines of the size of this one usually are from each other:
// those of larger type stand as much farther apart.
func (m margins) distanceOf(l line) float64 {
	return m.distance * max(1, l.size/m.size)
}

func marginsOf(pages []page) margins {
	starts, distances, sizes := map[int]int{}, map[int]int{}, map[int]int{}
	for _, p := range pages {
		for i, l := range p.lines {
			if l.sameRow || l.cell != nil {
				continue
			}
			starts[int(math.Round(l.x0))] += len(l.text)
			sizes[int(math.Round(2*l.size))] += len(l.text)
			if i > 0 && !l.newBlock {
				distances[int(math.Round(2*(p.lines[i-1].y-l.y)))]++
			}
		}
	}
	m := margins{left: leftmost(starts), distance: float64(mostly(distances)) / 2, size: max(1, float64(mostly(sizes))/2), top: math.Inf(-1), bottom: math.Inf(1)}
	indents, unnumbered := map[int]int{}, map[int]int{}
	var ends []float64
	for _, p := range pages {
		for i, l := range p.lines {
			m.top, m.bottom = max(m.top, l.y), min(m.bottom, l.y)
			switch {
			case l.cell != nil:
			case math.Abs(l.x0-m.left) < l.size:
				ends = append(ends, l.x1)
			case l.x0 > m.left && !l.sameRow:
				indents[int(math.Round(l.x0))]++
				if i+1 < len(p.lines) && math.Abs(p.lines[i+1].x0-m.left) < slack*l.size && !l.opensItem() {
					unnumbered[int(math.Round(l.x0))]++
				}
			}
		}
	}
	const several = 5 // centred lines hardly ever begin at the same place so often
	if at := mostly(indents); indents[at] >= several {
		m.indent = float64(at)
	}
	m.unnumbered = float64(mostly(unnumbered))
	slices.Sort(ends)
	m.right = m.left
	if len(ends) > 0 {
		m.right = ends[len(ends)*97/100]
	}
	const rare = 20 // lines for each that begins farther in, where first lines do not
	if indents[mostly(indents)]*rare < len(ends) {
		m.justified = isJustified(ends, m.right, m.size)
		m.ragged = !m.justified
	}
	return m
}

// isJustified tells by the ends of lines, in their order, whether those that go on end at the
// right margin: few stop shortly before it.
func isJustified(ends []float64, right, size float64) bool {
	const (
		shortly = 3    // em
		exactly = 0.15 // em
		share   = 5    // part of the lines
		several = 20   // of them
	)
	near, flush := 0, 0
	for _, x := range ends {
		if right-x < shortly*size {
			near++
		}
		if right-x < exactly*size {
			flush++
		}
	}
	return near >= several && (near-flush)*share < near
}

// placeLines finds the column of each line: the margins of the document, or its own
// ones where a block, a cell or a second column, keeps away from both.
func placeLines(pages []page) []placed {
	m := marginsOf(pages)
	var out []placed
	for _, p := range pages {
		bottom := m.bottom
		if p.noted {
			bottom = lowest(p.lines)
		}
		for i := 0; i < len(p.lines); {
			if p.lines[i].cell != nil {
				out = append(out, placed{line: p.lines[i]})
				i++
				continue
			}
			stop := i + 1
			for stop < len(p.lines) && !p.lines[stop].newBlock && p.lines[stop].beside == p.lines[i].beside && m.atRight(p.lines[stop]) == m.atRight(p.lines[i]) {
				stop++
			}
			block := p.lines[i:stop]
			left, right := m.left, m.right
			beside := isBeside(p.lines, i, stop)
			stamp := (!beside || block[0].aside) && m.isStamp(block)
			if n := len(out); i == 0 && n > 0 && out[n-1].stamp {
				stamp = stamp || centredUnder(out[n-1].line, block)
			}
			if stamp || beside && len(block) > 1 || m.isColumn(block) {
				left, right = extent(block)
			}
			if block[0].beside == leftOfFrame {
				left = m.left
			}
			for j, l := range block {
				at := placed{line: l, left: left, right: right, distance: m.distanceOf(l), onNewPage: i+j == 0, stamp: stamp, ragged: m.ragged, justified: m.justified}
				at.begins = math.Abs(l.x0-m.unnumbered) < slack*l.size
				at.atTop, at.atBottom = l.y > m.top-pageEdge*m.distance, l.y < bottom+pageEdge*m.distance
				if !stamp && m.isCentred(l) {
					// Among the lines of a paragraph, only chance centres one.
					at.centred = l.bold || j == 0 || out[len(out)-1].centred || block[j-1].y-l.y > gapAbove*m.distanceOf(l) || !out[len(out)-1].isFull(l)
				}
				out = append(out, at)
			}
			i = stop
		}
	}
	return out
}

// isBeside reports whether other lines of the page stand at the height of those from
// start to stop: they are in cells of a table or in columns.
func isBeside(lines []line, start, stop int) bool {
	for _, l := range lines[start:stop] {
		for i, o := range lines {
			if (i < start || i >= stop) && math.Abs(o.y-l.y) < l.size/2 && !o.sameRow {
				return true
			}
		}
	}
	return false
}

// atRight reports whether a line stands by itself in the right half of the page.
func (m margins) atRight(l line) bool { return !l.sameRow && l.x0 > m.left+(m.right-m.left)/2 }

// isStamp reports whether a block is an approval or the mark of an annex: narrow, and
// in the right half of the page, or with its lines centred beside the middle of it.
func (m margins) isStamp(block []line) bool {
	left, right := extent(block)
	width := m.right - m.left
	if right-left > width*0.6 || block[0].sameRow || left < m.left+slack*block[0].size {
		return false
	}
	if m.atRight(block[0]) {
		return right > m.right-width/4
	}
	middle := (block[0].x0 + block[0].x1) / 2
	if math.Abs(middle-(m.left+m.right)/2) < 2*block[0].size {
		return false
	}
	uneven := false
	for _, l := range block {
		if l.sameRow || math.Abs((l.x0+l.x1)/2-middle) > l.size/4 {
			return false
		}
		uneven = uneven || math.Abs(l.x0-block[0].x0) > l.size
	}
	return uneven
}

// centredUnder reports whether lines go on with a stamp that the page cut.
func centredUnder(stamp line, block []line) bool {
	for _, l := range block {
		if math.Abs((l.x0+l.x1)-(stamp.x0+stamp.x1)) > l.size/2 || l.bold {
			return false
		}
	}
	return true
}

// isCentred reports whether a line has the same room on both sides, and that not by
// the indent of a first line.
func (m margins) isCentred(l line) bool {
	before, after := l.x0-m.left, m.right-l.x1
	room, off := min(before, after), math.Abs(before-after)
	switch {
	case l.sameRow:
		return false
	case l.size > m.size*(1+otherSize):
		return room > exactRoom*l.size && off < slack*l.size
	case m.indent > 0 && math.Abs(l.x0-m.indent) < 1.5 && !l.bold:
		return false
	}
	return room > centreRoom*l.size && off < nearMiddle*l.size || room > exactRoom*l.size && off < exact*l.size
}

// isColumn reports whether a block has margins of its own: it keeps away from those of
// the document, and is no centred title.
func (m margins) isColumn(lines []line) bool {
	own, end := extent(lines)
	size := lines[0].size
	if len(lines) < 2 || own < m.left+indent*size || end > m.right-size || math.Abs(own-m.indent) < 1.5 {
		return false
	}
	atOwn := 0
	for _, l := range lines {
		if m.isCentred(l) {
			return false
		}
		if l.x0 < own+slack*size {
			atOwn++
		}
	}
	return atOwn > 1
}

// extent returns the leftmost beginning and the rightmost end of lines.
func extent(lines []line) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, l := range lines {
		left, right = min(left, l.x0), max(right, l.x1)
	}
	return left, right
}

// leftmost returns where lines begin that go on: not always where most do, since on wide
// pages most lines are the first of their paragraph.
func leftmost(starts map[int]int) float64 {
	const share = 8 // part of the most frequent
	most := mostly(starts)
	left := most
	for x, n := range starts {
		if x < left && n*share > starts[most] {
			left = x
		}
	}
	return float64(left)
}

// mostly returns the value with the highest count, the lowest of equals.
func mostly(counts map[int]int) int {
	best, most := 0, 0
	for v, n := range counts {
		if n > most || n == most && v < best {
			best, most = v, n
		}
	}
	return best
}

// goesOn reports whether a line belongs to the paragraph of the lines before it.
func goesOn(before []placed, l placed) bool {
	last := before[len(before)-1]
	size := max(l.size, last.size)
	switch {
	case l.cell != last.cell:
		return false
	case l.cell != nil:
		return !l.opensItem() || !last.endsItem()
	case l.sameRow:
		return false
	case math.Abs(l.size-last.size) > otherSize*size:
		return false
	case l.stamp != last.stamp:
		return false
	case l.ragged && last.endsBefore(l.text):
		return false
	case l.opensItem() && (last.endsItem() || l.bold && last.bold || l.centred && last.centred):
		return false // the next point, or the heading of a chapter under a title
	case !l.bold && allBold(before) && !last.stamp:
		return false // text under a title
	case l.red && !slices.ContainsFunc(before, func(p placed) bool { return p.tinted }):
		return false // a note under the text
	case last.centred && !l.centred && !l.bold && l.x0 < l.left+exactRoom*size:
		return false // so too where neither is bold
	case !l.onNewPage && math.Abs(l.left-last.left) > size:
		return false // another cell
	}
	full := last.isFull(l.line) && !endsJustified(before)
	if before[0].hangs(l) && (l.onNewPage && l.atTop && last.atBottom || !l.onNewPage && !l.newBlock && last.y-l.y <= gapAbove*max(l.distance, size)) {
		another := l.begins && last.endsItem()
		return full && !last.sameRow && !another
	}
	if len(before) > 1 && before[0].hangs(before[1]) && !l.onNewPage {
		return false
	}
	// A title may be wrapped by hand: then a small letter says that it goes on.
	first, _ := utf8.DecodeRuneInString(l.text)
	title := l.bold && last.bold && (last.room()+last.x0-last.left < l.firstWord+slack*size || unicode.IsLower(first))
	if l.onNewPage {
		// The end of a page does not end a paragraph: a full line goes on in the next
		// that has no indent. A stamp does unless a new one begins, with a capital.
		return !last.sameRow && l.atTop && last.atBottom && (title || l.stamp && !unicode.IsUpper(first) || full && !l.stamp && !l.bold && !last.bold && !l.centred && !l.indented())
	}
	if l.newBlock || last.y-l.y > gapAbove*max(l.distance, size) {
		// A frame may tear a title.
		return title && unicode.IsLower(first) && (l.beside != last.beside || l.centred && last.centred)
	}
	switch {
	case last.sameRow:
		return math.Abs(l.x0-last.x0) < slack*size
	case l.stamp || title:
		return true
	case l.bold && last.bold:
		return false
	case l.centred && last.centred:
		return last.room()+last.x0-last.left < l.firstWord+slack*size || unicode.IsLower(first)
	case l.indented() && len(before) > 1:
		// A quotation or a list in the indent.
		return full && math.Abs(l.x0-last.x0) < slack*size
	}
	return full && !l.centred && !l.indented()
}

// endsJustified reports whether lines are a whole paragraph of justified text: the last of
// them stops before the margin, and those before it do not, or it ends as points do. Titles
// and notes of the same document may be ragged.
func endsJustified(lines []placed) bool {
	last := lines[len(lines)-1]
	if !last.justified || last.flush() {
		return false
	}
	return last.endsItem() || len(lines) > 1 && !slices.ContainsFunc(lines[:len(lines)-1], func(p placed) bool { return !p.flush() })
}

// endsBefore reports whether the words of a full line and of the next say that a paragraph
// ends between them, where no indent does.
//
//	"… – 15 минут;" + "қызмет көрсетудің барынша көп мүмкін уақыты – 20 минут."
//	"…, оның орындалу ұзақтығы:" + "Рұқсатты беру:"
//	"5) … рұқсатты беруді жүзеге асырады – 20 минут." + "Рұқсатты ұзарту:"
func (p placed) endsBefore(next string) bool {
	switch p.text[len(p.text)-1] {
	case ';':
		return true
	case ':':
		return startsUpper(next)
	case '.':
		return startsUpper(next) && strings.HasSuffix(next, ":")
	}
	return false
}

// opensItem reports whether a line begins with the number of a point or the label of a step:
// "2) ", "3. ", "2-процесс – ", "процесс 2 – ".
func (l line) opensItem() bool {
	rest := strings.TrimLeft(l.text, "0123456789")
	switch {
	case len(rest) == len(l.text):
		word, number, _ := strings.Cut(l.text, " ")
		rest = strings.TrimLeft(number, "0123456789")
		return len(rest) < len(number) && opensWithDash(rest) && strings.IndexFunc(word, notLetter) < 0
	case strings.HasPrefix(rest, "-"):
		return opensWithDash(strings.TrimLeftFunc(rest[1:], unicode.IsLetter))
	}
	return strings.HasPrefix(rest, ") ") || strings.HasPrefix(rest, ". ")
}

func opensWithDash(s string) bool {
	return strings.HasPrefix(s, " - ") || strings.HasPrefix(s, " – ")
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// hangs reports whether a line stands under the words of a point whose number hangs before
// them; a number as wide as "10)" pushes its own words to the next tab.
func (p placed) hangs(l placed) bool {
	const same = 1 // point
	if !p.opensItem() || l.x0 < p.x0+slack*l.size || l.x0 > p.second+same {
		return false
	}
	return l.x0 > p.second-same || p.second-p.x0-p.firstWord > indent*p.size
}

// endsItem reports whether a line ends as a point does before the next.
func (p placed) endsItem() bool {
	return strings.HasSuffix(p.text, ".") || strings.HasSuffix(p.text, ";") || strings.HasSuffix(p.text, ":")
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func allBold(lines []placed) bool {
	for _, l := range lines {
		if !l.bold {
			return false
		}
	}
	return true
}

// mayGoOn reports whether a line that begins a page may still belong to the paragraph
// before it, which only words could tell.
func (p placed) mayGoOn(last placed) bool {
	return p.onNewPage && !p.indented() && !p.stamp && !p.centred && !p.bold && !last.stamp && !last.bold
}

// makeParagraph joins lines and tells what they are.
func makeParagraph(lines []placed) raw.Paragraph {
	red, heading := 0, true
	for _, l := range lines {
		if l.red {
			red++
		}
		heading = heading && l.bold
	}
	first := lines[0]
	p := raw.Paragraph{Text: joined(lines)}
	switch {
	case first.cell != nil:
		p.Kind = raw.Cell
		p.Place = raw.Place{Table: first.cell.table.number, Row: first.cell.row, Column: first.cell.column}
	case first.stamp:
		p.Kind = raw.Stamp
	case red*2 > len(lines):
		p.Kind = raw.Note
	case heading || first.centred || len(lines) > 1 && lines[len(lines)-1].centred:
		p.Kind = raw.Heading
	}
	return p
}

// joined puts lines together. A line that ends in a hyphen between letters or figures,
// where browsers break words such as "іс-қимыл", "9-тармақ" and "№ А-11/495", goes on
// without a space.
func joined(lines []placed) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			last := lines[i-1]
			before, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(last.text, "-"))
			after, _ := utf8.DecodeRuneInString(l.text)
			inWord := strings.HasSuffix(last.text, "-") && (unicode.IsLetter(before) || unicode.IsDigit(before)) && (unicode.IsLower(after) || unicode.IsDigit(after))
			if !inWord && !last.broken {
				b.WriteByte(' ')
			}
		}
		b.WriteString(l.text)
	}
	return b.String()
}
