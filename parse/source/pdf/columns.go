package pdf

import (
	"cmp"
	"math"
	"slices"
)

// columns parts the pieces of a page that is printed in columns, each to be put in order
// by itself: nothing but the highest and the lowest row of the page crosses the gutter
// between them, and the content goes down one side before the other. Cells of a table
// take turns.
func columns(pieces []piece) [][]piece {
	at, ok := gutter(pieces)
	if !ok {
		return [][]piece{pieces}
	}
	_, bottom := heights(pieces)
	var left, right []piece
	for _, p := range pieces {
		var l, r []line
		for _, x := range p.lines {
			if from, to := x.across(); from > at || to > at && x.y <= bottom {
				r = append(r, x)
			} else {
				l = append(l, x)
			}
		}
		if len(l) > 0 {
			left = append(left, newPiece(l))
		}
		if len(r) > 0 {
			right = append(right, newPiece(r))
		}
	}
	return append([][]piece{left}, columns(right)...)
}

// heights returns the baselines of the highest and the lowest row.
func heights(pieces []piece) (top, bottom float64) {
	top, bottom = math.Inf(-1), math.Inf(1)
	for _, p := range pieces {
		for _, l := range p.lines {
			top, bottom = max(top, l.y), min(bottom, l.y)
		}
	}
	return top, bottom
}

// gutter finds the place between two columns.
func gutter(pieces []piece) (at float64, ok bool) {
	const (
		several = 8   // lines of a column
		width   = 0.4 // em, of a gutter
		turns   = 4   // lines for each change of the side
	)
	top, bottom := heights(pieces)
	var inOrder []line
	for _, p := range pieces {
		for _, l := range p.lines {
			if l.y < top && l.y > bottom {
				inOrder = append(inOrder, l)
			}
		}
	}
	if len(inOrder) < 2*several {
		return 0, false
	}
	byPlace := slices.Clone(inOrder)
	slices.SortFunc(byPlace, func(a, b line) int {
		left, _ := a.across()
		right, _ := b.across()
		return cmp.Compare(left, right)
	})
	_, end := byPlace[0].across()
	count := 0
	for i, l := range byPlace {
		from, to := l.across()
		if i >= several && len(byPlace)-i >= several && from-end > width*l.size {
			at, count, ok = (from+end)/2, min(i, len(byPlace)-i), true
			break
		}
		end = max(end, to)
	}
	if !ok {
		return 0, false
	}
	changes := 0
	leftTop, leftBottom := math.Inf(-1), math.Inf(1)
	rightTop, rightBottom := leftTop, leftBottom
	for i, l := range inOrder {
		if i > 0 && (l.x0 > at) != (inOrder[i-1].x0 > at) {
			changes++
		}
		if l.x0 > at {
			rightTop, rightBottom = max(rightTop, l.y), min(rightBottom, l.y)
		} else {
			leftTop, leftBottom = max(leftTop, l.y), min(leftBottom, l.y)
		}
	}
	beside := min(leftTop, rightTop) - max(leftBottom, rightBottom)
	shorter := min(leftTop-leftBottom, rightTop-rightBottom)
	return at, changes*turns <= count && beside*2 > shorter
}

// across is from where to where a line reaches, as far as its table if it is in one.
func (l line) across() (from, to float64) {
	if l.cell != nil {
		return l.cell.table.x0, l.cell.table.x1
	}
	return l.x0, l.x1
}

// leftMargin is where most lines begin.
func leftMargin(lines []line) float64 {
	starts := map[int]int{}
	for _, l := range lines {
		if l.cell == nil {
			starts[int(math.Round(l.x0))] += len(l.text)
		}
	}
	return leftmost(starts)
}

// asPages makes a page of each column, so that what is printed in columns reads as what
// is not: the end of a column is like the end of a page.
func asPages(pages []page) []page {
	var out []page
	for _, p := range pages {
		margin := 0.0
		for rest := p.lines; len(rest) > 0; {
			stop := 1
			for stop < len(rest) && !rest[stop].newColumn {
				stop++
			}
			column := slices.Clone(rest[:stop])
			own := leftMargin(column)
			if len(rest) == len(p.lines) {
				margin = own
			}
			for i := range column {
				column[i].x0, column[i].x1 = column[i].x0+margin-own, column[i].x1+margin-own
			}
			out = append(out, page{lines: column})
			rest = rest[stop:]
		}
	}
	return out
}
