package pdf

import (
	"math"
	"slices"
	"strconv"

	"reglament/parse/lang"
)

// How words make tables without borders, in sizes of the type where nothing else is said.
const (
	columnGap   = 0.33 // between columns
	narrowGap   = 0.15 // the same where the columns have no margins
	linesApart  = 4.0  // lines of a table are not farther from each other
	rowGap      = 1.08 // times the distance of lines in a cell: another row
	wideRowGap  = 1.2  // the same where makers round distances
	aligned     = 1.5  // points by which lines of a column may miss its side
	mostLooked  = 500  // lines of a page
	mostParts   = 200  // of a line
	mostColumns = 16   // of a table
	mostTitle   = 6    // lines of a title above the first line that all titles have
	leastFields = 3    // columns, or titles of a table of steps
)

// scattered is a table without borders: the lines that are in it, and where its columns are.
type scattered struct {
	lines  []baseline
	sides  []float64  // of the columns, one more than these
	left   []float64  // where the lines of each column begin, NaN where they are centred
	middle []float64  // or around what they are
	cells  [][]part   // of each line by column
	starts []bool     // the lines that begin rows
	grid   [][]string // the cells by rows

	before *scattered    // the part on the page before, if it goes on with one
	drawn  *table        // what it makes, or its first part does
	pitch  float64       // distance of lines in a cell
	head   []string      // the titles, where a row is a step
	titles []lang.Column // what they say
	step   int           // the last one
	below  int           // lines on its page
}

// unruled finds the tables of steps of a page that have no borders: nothing stands between
// their columns in any line, and their titles and numbers tell that they are some. before
// is the last one of the page before, which may go on; so may the last of this one.
func (d *drawing) unruled(glyphs []glyph, tables []*table, before *scattered) (out []*table, last *scattered) {
	lines := baselines(glyphs, tables)
	take := func(s *scattered) (at int) {
		out, last = append(out, s.table()), s
		at = slices.IndexFunc(lines, func(l baseline) bool { return l.y == s.lines[0].y })
		lines = slices.Delete(lines, at, at+len(s.lines))
		s.lines, s.cells, s.before = nil, nil, nil // the next page has other letters in their place
		return at
	}
	if s := d.goingOn(before, lines); s != nil {
		take(s)
	}
	for i := 0; i < len(lines); i++ {
		var s *scattered
		most := 0
		for _, gap := range []float64{columnGap, narrowGap} {
			if other := scatteredAt(lines, i, gap); other != nil {
				if n := other.find(d, lines[:i]); n > most {
					s, most = other, n
				}
			}
		}
		if s != nil {
			i = take(s) - 1
		}
	}
	if last != nil && !last.mayGoOn() {
		last = nil
	}
	return out, last
}

// mayGoOn reports whether no more than the foot of a page stands below.
func (s *scattered) mayGoOn() bool {
	const most = 2 // lines
	return s.below <= most
}

// goingOn returns the rest of a table that the page before cut.
func (d *drawing) goingOn(before *scattered, lines []baseline) *scattered {
	const heads = 4 // lines at the head of a page
	if before == nil {
		return nil
	}
	for i := range min(heads, len(lines)) {
		s := &scattered{sides: before.widest(), left: before.left, middle: before.middle, before: before}
		end := i
		for end < len(lines) && s.fits(lines[end]) && (end == i || lines[end-1].y-lines[end].y < linesApart*lines[end].size) {
			end++
		}
		s.below = len(lines) - end
		if s.lines = lines[i:end:end]; end > i {
			if s.settle(); s.told(d) > 0 {
				return s
			}
		}
	}
	return nil
}

// widest returns the sides of columns as far from each as the lines of the next allow: those on
// another page may be longer.
func (s *scattered) widest() []float64 {
	sides := slices.Clone(s.sides)
	for c, left := range s.left {
		if !math.IsNaN(left) {
			sides[c] = left - aligned
		} else if c == 0 {
			sides[c] = math.Inf(-1)
		}
	}
	sides[len(s.left)] = math.Inf(1)
	return sides
}

// settle puts the sides between the columns into the middle of what the lines leave.
func (s *scattered) settle() {
	sides := slices.Clone(s.sides)
	sides[0], sides[len(s.left)] = s.before.sides[0], s.before.sides[len(s.left)]
	for _, l := range s.lines {
		sides[0] = min(sides[0], l.parts[0].from-aligned)
		sides[len(s.left)] = max(sides[len(s.left)], l.parts[len(l.parts)-1].to+aligned)
	}
	for c := 1; c < len(s.left); c++ {
		end, begin := math.Inf(-1), math.Inf(1)
		for _, l := range s.lines {
			if p := s.cellOf(l, c-1); p.text != "" {
				end = max(end, p.to)
			}
			if p := s.cellOf(l, c); p.text != "" {
				begin = min(begin, p.from)
			}
		}
		if m := (end + begin) / 2; !math.IsInf(m, 0) && !math.IsNaN(m) {
			sides[c] = m
		}
	}
	s.sides = sides
}

// scatteredAt returns what may be a table that has its first full line at i: the columns
// that most lines have from there on, and these lines.
func scatteredAt(lines []baseline, i int, gap float64) *scattered {
	if !lines[i].titles() {
		return nil
	}
	free := []part{{from: math.Inf(-1), to: math.Inf(1)}}
	most, end := 0, i
	var between []part
	for j := i; j < len(lines) && len(lines[j].parts) <= mostParts && (j == i || lines[j-1].y-lines[j].y < linesApart*lines[j].size); j++ {
		if free = without(free, lines[j], gap); len(free) < leastFields+1 {
			break
		}
		if n := (j - i + 1) * (len(free) - leastFields); n >= most {
			most, end, between = n, j+1, free
		}
	}
	if end-i < leastFields || len(between) > mostColumns+1 {
		return nil
	}
	s := &scattered{lines: lines[i:end], below: len(lines) - end}
	last := len(between) - 1
	margin := math.Inf(1)
	for _, f := range between[1:last] {
		s.sides = append(s.sides, (f.from+f.to)/2)
		margin = min(margin, (f.to-f.from)/2)
	}
	s.sides = slices.Insert(s.sides, 0, between[0].to-margin)
	s.sides = append(s.sides, between[last].from+margin)
	return s
}

// without returns what a line leaves of free places.
func without(free []part, l baseline, gap float64) (out []part) {
	for _, f := range free {
		for _, p := range l.parts {
			if p.to <= f.from || p.from >= f.to {
				continue
			}
			if p.from-f.from > gap*l.size {
				out = append(out, part{from: f.from, to: p.from})
			}
			f.from = p.to
		}
		if f.to-f.from > gap*l.size {
			out = append(out, f)
		}
	}
	return out
}

// find finds the rows, and returns how many titles a table of steps has, 0 for none. Titles
// that stand in the middle of their cells may begin above.
func (s *scattered) find(d *drawing, above []baseline) int {
	if s.align(); len(s.lines) < leastFields || s.runTogether() {
		return 0
	}
	best, most := 0, 0
	for k := 0; k <= min(mostTitle, len(above)); k++ {
		if k > 0 && !s.fits(above[len(above)-k]) {
			break
		}
		t := s.with(above[len(above)-k:])
		if n := t.told(d); n > 0 && n >= most {
			best, most = k, n
		}
	}
	if most > 0 {
		*s = s.with(above[len(above)-best:])
		s.told(d)
	}
	return most
}

// runTogether reports whether a column seems to be two that nothing parts: in most of its
// lines another word begins at the same place.
func (s *scattered) runTogether() bool {
	const (
		same = 0.3 // points
		few  = 4   // lines
	)
	for c := range s.left {
		var at []float64
		lines := 0
		for _, l := range s.lines {
			first := true
			for i, p := range l.parts {
				if p.from < s.sides[c] || p.from >= s.sides[c+1] {
					continue
				}
				if first {
					lines++
				} else if _, err := strconv.Atoi(l.parts[i-1].words()); err != nil { // "2 часа", "3 дня"
					at = append(at, p.from)
				}
				first = false
			}
		}
		slices.Sort(at)
		for i := range at {
			if j := i + max(few, lines/2); j < len(at) && at[j]-at[i] < same {
				return true
			}
		}
	}
	return false
}

// with returns the table with lines above it.
func (s *scattered) with(above []baseline) scattered {
	t := *s
	t.lines = append(slices.Clone(above), s.lines...)
	return t
}

// align finds out where the lines of each column begin, or around what they are centred,
// and leaves lines out at the end that stand nowhere so.
func (s *scattered) align() {
	s.left, s.middle = make([]float64, len(s.sides)-1), make([]float64, len(s.sides)-1)
	for c := range s.left {
		var from, mid []float64
		for _, l := range s.lines {
			if p := s.cellOf(l, c); p.text != "" {
				from, mid = append(from, p.from), append(mid, (p.from+p.to)/2)
			}
		}
		var begin, around int
		s.left[c], begin = densest(from)
		s.middle[c], around = densest(mid)
		if around > begin {
			s.left[c] = math.NaN()
		}
	}
	for n := len(s.lines); n > 0 && !s.fits(s.lines[n-1]); n-- {
		s.lines = s.lines[:n-1]
		s.below++
	}
}

// densest returns the place around which most are, and how many.
func densest(at []float64) (place float64, most int) {
	slices.Sort(at)
	for i, j := 0, 0; j < len(at); j++ {
		for at[j]-at[i] > 2*aligned {
			i++
		}
		if j-i+1 > most {
			place, most = (at[i]+at[j])/2, j-i+1
		}
	}
	return place, most
}

// cellOf returns what a line has in a column.
func (s *scattered) cellOf(l baseline, column int) (cell part) {
	for _, p := range l.parts {
		if m := (p.from + p.to) / 2; m < s.sides[column] || m >= s.sides[column+1] {
			continue
		}
		if cell.text == "" {
			cell = part{from: p.from, text: p.words()}
		} else {
			cell.text += " " + p.words()
		}
		cell.to = p.to
	}
	return cell
}

// fits reports whether everything in a line stands in a column, and as its lines do.
func (s *scattered) fits(l baseline) bool {
	if l.parts[0].from < s.sides[0] || l.parts[len(l.parts)-1].to > s.sides[len(s.sides)-1] {
		return false
	}
	for c := range s.left {
		p := s.cellOf(l, c)
		switch {
		case p.text == "":
		case p.from < s.sides[c] || p.to > s.sides[c+1]:
			return false
		case !math.IsNaN(s.left[c]):
			if math.Abs(p.from-s.left[c]) > aligned {
				return false
			}
		case math.Abs((p.from+p.to)/2-s.middle[c]) > aligned:
			return false
		}
	}
	return true
}

// table draws the borders that the table would have.
func (s *scattered) table() *table {
	first, last := s.lines[0], s.lines[len(s.lines)-1]
	t := &table{box: box{s.sides[0], last.y - last.size/4, s.sides[len(s.sides)-1], first.y + first.size}}
	for _, x := range s.sides {
		t.down = append(t.down, rule{x, t.y0, t.y1})
	}
	t.across = append(t.across, rule{t.y1, t.x0, t.x1})
	for i := 1; i < len(s.lines); i++ {
		if s.starts[i] {
			// As take looks for what stands on a line.
			at := (s.lines[i-1].y + s.lines[i-1].size/4 + s.lines[i].y + s.lines[i].size/4) / 2
			t.across = append(t.across, rule{at, t.x0, t.x1})
		}
	}
	t.across = append(t.across, rule{t.y0, t.x0, t.x1})
	t.columns, t.rows, t.height = s.sides, places(t.across), len(s.grid)
	if s.drawn = t; s.before != nil {
		s.drawn = s.before.drawn
	}
	t.first = s.drawn
	return t
}
