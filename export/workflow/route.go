package workflow

import "slices"

// routeKind is the shape of an edge.
type routeKind int

const (
	attached     routeKind = iota // of a boundary timer, drawn with its task
	straight                      // to the right in the same row
	straightDown                  // out of a gateway downwards, then to the right
	drop                          // out of a gateway downwards into an event below it
	straightUp                    // out of a gateway upwards, then to the right
	bend                          // right, along the gap after the source, right
	around                        // right, down the gap, along the channel below the row, up or down a gap, right
	aroundDown                    // the same out of the bottom of a gateway
)

// route is the way of a flow in the grid.
type route struct {
	kind     routeKind
	from, to string
	name     string
	usual    bool // marked as the default with a stroke near its beginning
	a, b     cell
	// Numbers of the edge among those side by side.
	first   int // in the gap after the source
	channel int // below the source's row
	last    int // in the gap before the target
}

// strip is a gap between columns or a channel below a row, in which edges run side by
// side.
type strip struct {
	vertical bool
	index    int
}

// strips hold the extents of the edges that run in each strip, by their numbers.
type strips map[strip][][][2]int

// take gives an edge the first number under which nothing else runs between two places.
func (all strips) take(s strip, from, to int) int {
	from, to = min(from, to), max(from, to)
	n := slices.IndexFunc(all[s], func(busy [][2]int) bool {
		return !slices.ContainsFunc(busy, func(e [2]int) bool { return from <= e[1] && e[0] <= to })
	})
	if n < 0 {
		n = len(all[s])
		all[s] = append(all[s], nil)
	}
	all[s][n] = append(all[s][n], [2]int{from, to})
	return n
}

// route finds a way for every flow: the first shape that meets no node.
func (l *layout) route() {
	busy := strips{}
	l.gapN = make([]int, l.cols+1)
	take := func(s strip, from, to int) int {
		n := busy.take(s, from, to)
		if s.vertical {
			l.gapN[s.index] = max(l.gapN[s.index], n+1)
		} else {
			l.rows[s.index].channels = max(l.rows[s.index].channels, n+1)
		}
		return n
	}
	for _, f := range l.def.Flows {
		a, okA := l.cells[f.From]
		b, okB := l.cells[f.To]
		from := l.def.node(f.From)
		r := route{from: f.From, to: f.To, name: f.Name, usual: from != nil && from.Default == f.ID, a: a, b: b}
		gateway := from != nil && from.Kind == Gateway
		side := gateway && (from.Default == f.ID) == l.crossed(from)
		above := from != nil && from.Kind == CalendarStep
		switch {
		case !okA || !okB:
			r.kind = attached
		case a.row == b.row && a.col < b.col && l.freeRow(a.row, a.col+1, b.col-1):
			r.kind = straight
		case (side || above) && a.col == b.col && a.row < b.row && (a.row+1 == b.row || l.freeCol(a.col, a.row, b.row-1)):
			r.kind = drop
		case side && a.col < b.col && a.row != b.row && l.freeCol(a.col, a.row, b.row) && l.freeRow(b.row, a.col+1, b.col-1):
			r.kind = straightDown
			if b.row < a.row {
				r.kind = straightUp
			}
		case !side && a.col < b.col && l.freeRow(b.row, a.col+1, b.col-1):
			r.kind = bend
			r.first = take(strip{true, a.col + 1}, 2*a.row, 2*b.row)
		default:
			r.kind = around
			if side {
				r.kind = aroundDown
			} else {
				r.first = take(strip{true, a.col + 1}, 2*a.row, 2*a.row+1)
			}
			// Odd numbers are channels, even ones the middle lines of rows.
			r.channel = take(strip{false, a.row}, 2*a.col, 2*b.col)
			r.last = take(strip{true, b.col}, 2*a.row+1, 2*b.row)
		}
		l.routes = append(l.routes, r)
	}
}

// crossed reports whether the default way out of a gateway leads further down than the
// other one. It then leaves downwards, and the other to the right: the other way round
// they would cross.
func (l *layout) crossed(gateway *Node) bool {
	a := l.cells[gateway.ID]
	var usual, other []cell
	for _, f := range l.def.Flows {
		switch to, ok := l.cells[f.To]; {
		case f.From != gateway.ID || !ok:
		case f.ID == gateway.Default:
			usual = append(usual, to)
		default:
			other = append(other, to)
		}
	}
	if len(usual) != 1 || len(other) != 1 {
		return false
	}
	down, side := usual[0], other[0]
	return a.row < side.row && side.row < down.row && a.col < side.col && a.col < down.col &&
		l.freeCol(a.col, a.row, down.row) && l.freeRow(down.row, a.col+1, down.col-1) && l.freeRow(side.row, a.col+1, side.col-1)
}

// freeRow reports whether no node stands in the columns from to of a row.
func (l *layout) freeRow(row, from, to int) bool {
	for c := from; c <= to; c++ {
		if l.taken[cell{c, row}] {
			return false
		}
	}
	return true
}

// freeCol reports whether no node stands in a column beyond the row from, up to the row to.
func (l *layout) freeCol(col, from, to int) bool {
	step := 1
	if to < from {
		step = -1
	}
	for r := from + step; ; r += step {
		if l.taken[cell{col, r}] {
			return false
		}
		if r == to {
			return true
		}
	}
}

// edge gives a route its coordinates.
func (l *layout) edge(r route, from, to box) edge {
	right, left := xy{from.X + from.W, from.midY()}, xy{to.X, to.midY()}
	var p []xy
	switch r.kind {
	case straight:
		p = []xy{right, left}
	case straightDown:
		p = []xy{{from.midX(), from.Y + from.H}, {from.midX(), left.Y}, left}
	case drop:
		p = []xy{{from.midX(), from.Y + from.H}, {from.midX(), to.Y}}
	case straightUp:
		p = []xy{{from.midX(), from.Y}, {from.midX(), left.Y}, left}
	case bend:
		x := l.gapSlot(r.a.col+1, r.first)
		p = []xy{right, {x, right.Y}, {x, left.Y}, left}
	case around:
		x, y, x2 := l.gapSlot(r.a.col+1, r.first), l.channelSlot(r.a.row, r.channel), l.gapSlot(r.b.col, r.last)
		p = []xy{right, {x, right.Y}, {x, y}, {x2, y}, {x2, left.Y}, left}
	case aroundDown:
		y, x2 := l.channelSlot(r.a.row, r.channel), l.gapSlot(r.b.col, r.last)
		p = []xy{{from.midX(), from.Y + from.H}, {from.midX(), y}, {x2, y}, {x2, left.Y}, left}
	}
	e := edge{Points: p}
	if r.name != "" {
		w := lineW(r.name)
		beside := from.midX() + 3
		if r.usual {
			beside += 10
		}
		switch r.kind {
		case straightDown, aroundDown, drop:
			e.Label = box{beside, from.Y + from.H + 4, w, labelLine}
		case straightUp:
			e.Label = box{beside, from.Y - 4 - labelLine, w, labelLine}
		default:
			e.Label = box{from.X + from.W + 2, from.midY() - 7 - labelLine, w, labelLine}
		}
	}
	return e
}

func (l *layout) gapSlot(i, n int) int {
	x := l.gapX[i] + gap/2
	if i == 0 && l.gapN[0] == 0 {
		x = l.gapX[0] + rowPad/2
	}
	return x + n*slot
}

func (l *layout) channelSlot(row, n int) int {
	r := l.rows[row]
	return r.y + r.height - rowPad/2 - n*slot
}
