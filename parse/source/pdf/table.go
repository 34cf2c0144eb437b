package pdf

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
)

// rule is a line drawn across or down the page, or a side of what is: at is its height, or how
// far from the left it is.
type rule struct{ at, from, to float64 }

// covers reports whether a rule runs past a place.
func (r rule) covers(x float64) bool { return x > r.from-ruleGap && x < r.to+ruleGap }

// How rules make tables, in points.
const (
	ruleWidth = 3.0     // the widest
	ruleGap   = 2.5     // between rules that are one: makers draw the borders of each cell
	mostRules = 400     // of a table; a page with more has a drawing
	mostLines = 1 << 16 // of a path or a page; what has more is a drawing
)

// drawing is the paths of a page: what they are until they are painted, and the rules that
// were.
type drawing struct {
	across, down []rule

	x0, y0   float64 // where the subpath began
	x, y     float64 // where it is
	begun    bool
	subpaths []box // around each
	sides    []box // straight lines, from their beginnings to their ends
	other    bool  // the path is no rules: it is curved or long
}

// start begins a subpath.
func (d *drawing) start(x, y float64) {
	d.x0, d.y0, d.x, d.y, d.begun = x, y, x, y, true
	if len(d.subpaths) >= mostLines {
		d.other = true
		return
	}
	d.subpaths = append(d.subpaths, nowhere.with(x, y))
}

// line goes on with a straight line.
func (d *drawing) line(x, y float64) {
	if len(d.sides) >= mostLines {
		d.other = true
		return
	}
	if n := len(d.subpaths); n > 0 {
		d.subpaths[n-1] = d.subpaths[n-1].with(x, y)
		d.sides = append(d.sides, nowhere.with(d.x, d.y).with(x, y))
		d.x, d.y = x, y
	}
}

// closePath goes back to where the subpath began.
func (d *drawing) closePath() {
	if d.begun {
		d.line(d.x0, d.y0)
	}
}

// rectangle adds an upright one.
func (d *drawing) rectangle(x0, y0, x1, y1 float64) {
	d.start(x0, y0)
	d.line(x1, y0)
	d.line(x1, y1)
	d.line(x0, y1)
	d.line(x0, y0)
}

// paint ends the path: its lines were drawn, or what is between them filled.
func (d *drawing) paint(stroked, filled bool) {
	if !d.other {
		if stroked {
			for _, b := range d.sides {
				d.rule(b)
			}
		}
		if filled {
			for _, b := range d.subpaths {
				d.rule(b)
			}
		}
	}
	d.subpaths, d.sides, d.other, d.begun = d.subpaths[:0], d.sides[:0], false, false
}

// rule adds what is long and thin.
func (d *drawing) rule(b box) {
	if len(d.across)+len(d.down) >= mostLines {
		return
	}
	width, height := b.x1-b.x0, b.y1-b.y0
	switch {
	case width <= ruleWidth && height > ruleWidth:
		d.down = append(d.down, rule{(b.x0 + b.x1) / 2, b.y0, b.y1})
	case height <= ruleWidth && width > ruleWidth:
		d.across = append(d.across, rule{(b.y0 + b.y1) / 2, b.x0, b.x1})
	}
}

// merged makes one rule of those that are in one line and touch.
func merged(rules []rule) []rule {
	slices.SortFunc(rules, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	var out []rule
	for i := 0; i < len(rules); {
		stop := i + 1
		for stop < len(rules) && rules[stop].at-rules[i].at <= ruleGap {
			stop++
		}
		same := rules[i:stop]
		slices.SortFunc(same, func(a, b rule) int { return cmp.Compare(a.from, b.from) })
		at := same[0].at
		for _, r := range same {
			if n := len(out); n > 0 && out[n-1].at == at && r.from <= out[n-1].to+ruleGap {
				out[n-1].to = max(out[n-1].to, r.to)
				continue
			}
			out = append(out, rule{at, r.from, r.to})
		}
		i = stop
	}
	return out
}

// table is a table with borders, or the part of one that is on a page.
type table struct {
	box
	across, down []rule    // its borders, in their order
	columns      []float64 // where they begin
	rows         []float64 // where they do, from above
	cells        []*cell   // by rows
	last         *cell     // that has the letter before
	openAbove    bool      // there is no border where the page begins
	openBelow    bool      // nor where it ends
	height       int       // rows
	words        []string  // of each row of the first part
	first        *table    // of the parts, where it is known to go on with one
	number       int       // of the document, once the parts are together
}

// cell is a cell of a table that has words.
type cell struct {
	table       *table
	row, column int // the first that it covers, from 1
	left, right float64
	glyphs      []glyph
	text        string // the first line
}

// tables finds the tables of a page: rules that cross one another inside a frame.
func (d *drawing) tables() []*table {
	if len(d.across) < 2 || len(d.down) < 3 {
		return nil
	}
	across, down := merged(d.across), merged(d.down)
	if len(across)+len(down) > mostRules {
		return nil
	}
	var out []*table
	taken := make([]bool, len(down))
	takenAcross := make([]bool, len(across))
	for first := range down {
		if taken[first] {
			continue
		}
		taken[first] = true
		t := &table{box: nowhere, down: []rule{down[first]}}
		for i, k := 0, 0; i < len(t.down) || k < len(t.across); {
			if i < len(t.down) {
				for j, r := range across {
					if !takenAcross[j] && r.covers(t.down[i].at) && t.down[i].covers(r.at) {
						takenAcross[j] = true
						t.across = append(t.across, r)
					}
				}
				i++
				continue
			}
			for j, r := range down {
				if !taken[j] && r.covers(t.across[k].at) && t.across[k].covers(r.at) {
					taken[j] = true
					t.down = append(t.down, r)
				}
			}
			k++
		}
		if t.frame() {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b *table) int { return cmp.Compare(a.x1-a.x0, b.x1-b.x0) }) // one in a cell of another first
	return out
}

// frame finds the columns and rows of a table, and reports whether it has some, between two
// sides. Where a page cuts a table, makers may leave out the border that would be there.
func (t *table) frame() bool {
	slices.SortFunc(t.down, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	left, right := t.down[0], t.down[len(t.down)-1]
	t.box = box{left.at, left.from, right.at, left.to}
	if len(t.across) == 0 || math.Abs(left.from-right.from) > ruleGap || math.Abs(left.to-right.to) > ruleGap {
		return false
	}
	slices.SortFunc(t.across, func(a, b rule) int { return cmp.Compare(b.at, a.at) })
	if t.openAbove = t.y1-t.across[0].at > ruleGap; t.openAbove {
		t.across = slices.Insert(t.across, 0, rule{t.y1, t.x0, t.x1})
	}
	if t.openBelow = t.across[len(t.across)-1].at-t.y0 > ruleGap; t.openBelow {
		t.across = append(t.across, rule{t.y0, t.x0, t.x1})
	}
	t.columns, t.rows = places(t.down), places(t.across)
	t.height = len(t.rows) - 1
	whole := func(r rule) bool { return r.from <= t.x0+ruleGap && r.to >= t.x1-ruleGap }
	return len(t.columns) > 2 && t.height > 0 && whole(t.across[0]) && whole(t.across[len(t.across)-1])
}

// places returns where rules are, in their order.
func places(rules []rule) (at []float64) {
	for _, r := range rules {
		if n := len(at); n == 0 || math.Abs(r.at-at[n-1]) > ruleGap {
			at = append(at, r.at)
		}
	}
	return at
}

// take puts a letter into its cell, if it stands in the table. A word that its cell has no
// room for stands in the next cells too, or beyond the table.
func (t *table) take(g glyph) bool {
	const near = 0.15 // em, between letters of a word
	if c := t.last; c != nil {
		before := c.glyphs[len(c.glyphs)-1]
		if g.y == before.y && math.Abs(g.x0-before.x1) < near*g.size && strings.TrimSpace(before.text) != "" {
			c.glyphs = append(c.glyphs, g)
			return true
		}
	}
	t.last = nil
	x, y := (g.x0+g.x1)/2, g.y+g.size/4
	if g.turn != 0 || !t.holds(x, y) {
		return false
	}
	c := cell{table: t, right: t.x1}
	for _, r := range t.down {
		switch {
		case !r.covers(y):
		case r.at <= x:
			c.column, c.left = 1+t.columnAt(r.at), r.at
		default:
			c.right = min(c.right, r.at)
		}
	}
	for _, r := range t.across {
		if r.at >= y && r.covers(x) {
			c.row = 1 + t.rowAt(r.at)
		}
	}
	c.row, c.column = min(max(1, c.row), t.height), max(1, c.column) // beside a border
	at, found := slices.BinarySearchFunc(t.cells, c, func(a *cell, b cell) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
	})
	if !found {
		t.cells = slices.Insert(t.cells, at, &c)
	}
	t.last = t.cells[at]
	t.last.glyphs = append(t.last.glyphs, g)
	return true
}

func (t *table) columnAt(x float64) int {
	return slices.IndexFunc(t.columns, func(at float64) bool { return math.Abs(at-x) <= ruleGap })
}

func (t *table) rowAt(y float64) int {
	return slices.IndexFunc(t.rows, func(at float64) bool { return math.Abs(at-y) <= ruleGap })
}

// piece is the lines of a table, cell by cell.
func (t *table) piece() piece {
	t.words = make([]string, t.height)
	p := piece{top: t.y1, bottom: t.y0, left: t.x0, right: t.x1}
	for _, c := range t.cells {
		for _, l := range lines(c.glyphs, nil) {
			l.cell = c
			t.words[c.row-1] += l.text + "\n"
			if c.text == "" {
				c.text = l.text
			}
			p.lines = append(p.lines, l)
		}
		c.glyphs = nil
	}
	return p
}

// joinTables numbers the tables of a document, and puts those together that pages cut.
func joinTables(pages []page) {
	number := 0
	var before *page // the last that has lines
	for i := range pages {
		p := &pages[i]
		if len(p.lines) == 0 {
			continue
		}
		if before != nil {
			above, below := before.lines[len(before.lines)-1].cell, p.lines[0].cell
			if above != nil && below != nil && above.table.alike(below.table) {
				before.lines, p.lines = above.table.join(before.lines, below.table, p.lines)
			}
		}
		if len(p.lines) > 0 {
			before = p
		}
		for _, l := range p.lines {
			if l.cell != nil && l.cell.table.number == 0 {
				number++
				l.cell.table.number = number
			}
		}
	}
}

// alike reports whether two tables have the same columns.
func (t *table) alike(o *table) bool {
	return t.first != nil && t.first == o.first || slices.EqualFunc(t.columns, o.columns, func(a, b float64) bool { return math.Abs(a-b) <= ruleGap })
}

// join puts the rows of a table behind those of its part on the page before: without the
// titles that each page repeats, and with the rest of a row in the row that the page cut.
func (t *table) join(before []line, next *table, after []line) (above, below []line) {
	repeated := 0
	for repeated < min(t.height, next.height) && t.words[repeated] == next.words[repeated] {
		repeated++
	}
	cut := 0
	if t.openBelow && next.openAbove && repeated == 0 || next.goesOn(repeated+1) {
		cut = 1
	}
	t.openBelow = next.openBelow
	last := t.height
	for _, c := range next.cells {
		c.table, c.row = t, c.row-repeated-cut+last
	}
	t.height = next.height - repeated - cut + last
	above = before
	for _, l := range after {
		switch c := l.cell; {
		case c == nil || c.table != t || c.row > last:
			below = append(below, l)
		case c.row == last && cut > 0:
			at := len(above)
			for at > 0 && above[at-1].cell.behind(c) {
				at--
			}
			if at > 0 && !c.behind(above[at-1].cell) {
				l.cell = above[at-1].cell
			}
			above = slices.Insert(above, at, l)
		}
	}
	return above, below
}

// goesOn reports whether a row is the rest of one that a page cut: nothing begins in its first
// column, or none of its cells begins with a capital.
func (t *table) goesOn(row int) bool {
	begins, lower := false, true
	for _, c := range t.cells {
		if c.row == row {
			r, _ := utf8.DecodeRuneInString(c.text)
			begins = begins || c.column == 1 && !unicode.IsLower(r) && r != '('
			lower = lower && unicode.IsLower(r)
		}
	}
	return !begins || lower
}

// behind reports whether a cell of a table comes after another.
func (c *cell) behind(o *cell) bool {
	return c != nil && c.table == o.table && cmp.Or(cmp.Compare(c.row, o.row), cmp.Compare(c.column, o.column)) > 0
}

// joinBroken marks the lines of cells that end inside a word, which is wider than its cell:
// "Құжаттарме" + "н танысады". Such a line is one word that fills the cell, as in tables whose
// columns are as wide as their longest word many are; so the two must be a word of the
// document, or the beginning of one ("уполномочен" + "ного" where it has "уполномоченный"), or
// the rest too short for one, that the document has nowhere else.
func joinBroken(pages []page) []model.Finding {
	const shortest = 2           // letters
	broken := map[*line]string{} // with the words that follow
	for _, p := range pages {
		for i := 1; i < len(p.lines); i++ {
			if l := &p.lines[i-1]; l.breaks(p.lines[i]) {
				rest, _, _ := strings.Cut(p.lines[i].text, " ")
				broken[l] = rest
			}
		}
	}
	if len(broken) == 0 {
		return nil
	}
	words := map[string]bool{}
	for _, p := range pages {
		for i := range p.lines {
			text := p.lines[i].text
			if _, is := broken[&p.lines[i]]; is {
				continue
			}
			if i > 0 {
				text = strings.TrimPrefix(text, broken[&p.lines[i-1]])
			}
			for w := range strings.FieldsSeq(strings.ToLower(text)) {
				words[strings.TrimFunc(w, notLetter)] = true
			}
		}
	}
	sorted := slices.Sorted(maps.Keys(words))
	begun := func(s string) bool { // a word begins so
		at, _ := slices.BinarySearch(sorted, s)
		return at < len(sorted) && strings.HasPrefix(sorted[at], s)
	}
	var findings []model.Finding
	told := map[string]bool{}
	for _, p := range pages {
		for i := range p.lines {
			l := &p.lines[i]
			rest, is := broken[l]
			if !is {
				continue
			}
			end := strings.TrimFunc(strings.ToLower(rest), notLetter)
			begin := strings.ToLower(l.text)
			_, letter := utf8.DecodeRuneInString(end)
			stray := !words[end] && (utf8.RuneCountInString(end) <= shortest || !words[begin] && begun(begin+end[:letter]))
			if !stray && !words[begin+end] {
				continue
			}
			l.broken = true
			if was := l.text + " " + rest; !told[was] {
				told[was] = true
				findings = append(findings, phrase.Finding(model.FindJoinedLetters, model.Info, model.Span{}, phrase.SpacedLetters.Of(was)))
			}
		}
	}
	return findings
}

// breaks reports whether a line of a cell may end inside a word: it is one, and not another
// letter has room behind it.
func (l line) breaks(next line) bool {
	if l.cell == nil || l.cell != next.cell || strings.ContainsFunc(l.text, notLetter) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next.text)
	letter := (next.x1 - next.x0) / float64(utf8.RuneCountInString(next.text))
	margin := l.x0 - l.cell.left
	return unicode.IsLower(first) && margin < l.size && l.cell.right-margin-l.x1 < letter
}
