package workflow

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// drawing is where everything stands, in pixels, y downwards.
type drawing struct {
	Pool  box
	Lanes []box // as Definition.Lanes
	Nodes []box // as Definition.Nodes
	// Labels of the nodes that carry their name outside; empty boxes for the others.
	Labels []box
	Edges  []edge // as Definition.Flows
}

// box is a rectangle.
type box struct{ X, Y, W, H int }

// edge is the way of a flow, and where its name stands.
type edge struct {
	Points []xy
	Label  box
}

// xy is a point of the drawing.
type xy struct{ X, Y int }

func (b box) empty() bool { return b.W == 0 || b.H == 0 }
func (b box) midX() int   { return b.X + b.W/2 }
func (b box) midY() int   { return b.Y + b.H/2 }

// Sizes of the drawing. Tasks hold a name of MaxName characters in two or three lines; the
// other sizes are the ones viewers expect.
const (
	originX, originY = 20, 20
	header           = 30 // strip with the name of a pool or a lane
	taskW, taskH     = 180, 80
	calendarH        = 44 // calendar steps, in two lines
	eventSize        = 36
	gatewaySize      = 50
	lateSize         = 28 // end event under a task
	labelW           = 90 // viewers break outside labels at this width
	labelLine        = 14
	columnW          = 100 // of columns that hold no task
	gap              = 44  // between columns, without the edges that run there
	slot             = 14  // between edges that run side by side
	rowPad           = 18
	laneChar         = 7 // width of a letter, in the names of lanes and inside tasks
	labelChar        = 7 // width of a letter, in outside labels
	lateDrop         = 42
)

// cell is the place of a node in the grid.
type cell struct{ col, row int }

// layout places the nodes of a definition in a grid: columns by the longest way from the
// start, rows by lane and, within a lane, the main path above the refusals.
type layout struct {
	def   *Definition
	cells map[string]cell
	taken map[cell]bool
	cols  int
	rows  []row
	lanes []band // as Definition.Lanes

	routes []route
	colX   []int // left side of columns
	colW   []int
	gapX   []int // left side of the gap before a column; gapX[0] is left of the first
	gapN   []int // number of edges side by side in a gap
}

// row is a track of a lane.
type row struct {
	up, down int // room needed above and below the middle line
	channels int // edges side by side below the row
	y, mid   int // top and middle line
	height   int
}

// band is the rows of a lane: first to last.
type band struct{ first, last int }

// draw makes the drawing of a definition, the same on every run.
func draw(d *Definition) drawing {
	l := &layout{def: d, cells: map[string]cell{}, taken: map[cell]bool{}}
	l.columns()
	l.tracks()
	l.route()
	l.room()
	l.placeRows()
	l.placeColumns()
	return l.draw()
}

// columns gives every node the column of the longest way to it. Flows that lead back are
// left out; the ends of boundary timers stand with their task.
func (l *layout) columns() {
	out := map[string][]string{}
	for _, f := range l.def.Flows {
		if from := l.def.node(f.From); from != nil && from.Kind != BoundaryTimer {
			out[f.From] = append(out[f.From], f.To)
		}
	}
	const onPath, done = 1, 2
	state := map[string]int{}
	var order []string
	forward := map[string][]string{}
	var visit func(string)
	visit = func(id string) {
		state[id] = onPath
		for _, to := range out[id] {
			if state[to] == onPath {
				continue
			}
			forward[id] = append(forward[id], to)
			if state[to] == 0 {
				visit(to)
			}
		}
		state[id] = done
		order = append(order, id)
	}
	beside := l.beside()
	for _, n := range l.def.Nodes {
		if state[n.ID] == 0 && !beside[n.ID] {
			visit(n.ID)
		}
	}
	column := map[string]int{}
	for _, id := range slices.Backward(order) {
		step := 1
		if n := l.def.node(id); n != nil && n.Kind == CalendarStep {
			step = 0 // right above its task
		}
		for _, to := range forward[id] {
			column[to] = max(column[to], column[id]+step)
		}
	}
	for _, f := range l.def.Flows {
		from, to := l.def.node(f.From), l.def.node(f.To)
		if from != nil && to != nil && from.Kind == Gateway && to.Kind == End && to.OffMain {
			column[f.To] = column[f.From] // right below its gateway
		}
	}
	for _, id := range order {
		l.cells[id] = cell{col: column[id]}
		l.cols = max(l.cols, column[id]+1)
	}
}

// beside holds the nodes that stand with a task and have no cell: boundary timers and
// the ends that they lead to.
func (l *layout) beside() map[string]bool {
	m := map[string]bool{}
	for _, n := range l.def.Nodes {
		if n.Kind == BoundaryTimer {
			m[n.ID] = true
		}
	}
	for _, f := range l.def.Flows {
		if m[f.From] {
			m[f.To] = true
		}
	}
	return m
}

// tracks gives every node its row. The main path stands in the first track of its lane.
// Refusals stand below it, or beside it in a lane that their gateway is not in; a
// refusal's end stays in the track of the refusal, a calendar step right above its task.
func (l *layout) tracks() {
	before, after := map[string]string{}, map[string]string{}
	for _, f := range l.def.Flows {
		if before[f.To] == "" {
			before[f.To] = f.From
		}
		after[f.From] = f.To
	}
	type place struct{ lane, track, col int }
	taken := map[place]bool{}
	track := map[string]int{}
	lane := map[string]int{}
	used := make([][]int, len(l.def.Lanes))
	put := func(n *Node, in, t int) {
		lane[n.ID], track[n.ID] = in, t
		if in >= 0 && !slices.Contains(used[in], t) {
			used[in] = append(used[in], t)
		}
	}
	// Tasks stand in the odd tracks, the calendar steps above them in the even ones.
	var above []*Node
	for _, offMain := range []bool{false, true} {
		for i := range l.def.Nodes {
			n := &l.def.Nodes[i]
			c, ok := l.cells[n.ID]
			if !ok || n.OffMain != offMain {
				continue
			}
			if n.Kind == CalendarStep {
				above = append(above, n)
				continue
			}
			in := slices.IndexFunc(l.def.Lanes, func(o Lane) bool { return o.ID == n.Lane })
			t := 1
			if offMain {
				b := before[n.ID]
				if from := l.def.node(b); from != nil && from.Kind == CalendarStep {
					b = before[b]
				}
				switch at, placed := lane[b]; {
				case placed && at == in && n.Kind == End && l.def.node(b).Kind != Gateway:
					t = track[b]
				case placed && at == in:
					t = 3
				}
			}
			end := place{-1, 0, 0}
			if to, ok := l.cells[after[n.ID]]; ok && offMain {
				end = place{in, t, to.col}
			}
			for taken[place{in, t, c.col}] || taken[end] {
				t, end.track = t+2, end.track+2
			}
			taken[place{in, t, c.col}] = true
			put(n, in, t)
		}
	}
	for _, n := range above {
		task := after[n.ID]
		put(n, lane[task], track[task]-1)
	}
	for i := range used {
		slices.Sort(used[i])
		n := max(1, len(used[i]))
		l.lanes = append(l.lanes, band{len(l.rows), len(l.rows) + n - 1})
		l.rows = append(l.rows, make([]row, n)...)
	}
	for id, c := range l.cells {
		in := lane[id]
		if in < 0 {
			continue
		}
		c.row = l.lanes[in].first + slices.Index(used[in], track[id])
		l.cells[id] = c
		l.taken[c] = true
	}
}

// room is what the nodes need of their rows and columns.
func (l *layout) room() {
	l.colW = make([]int, l.cols)
	for i := range l.colW {
		l.colW[i] = columnW
	}
	timed := map[string]bool{}
	for _, n := range l.def.Nodes {
		if n.Kind == BoundaryTimer {
			timed[n.AttachedTo] = true
		}
	}
	for i := range l.rows {
		l.rows[i].up, l.rows[i].down = rowPad+eventSize/2, rowPad+eventSize/2
	}
	for _, n := range l.def.Nodes {
		c, ok := l.cells[n.ID]
		if !ok {
			continue
		}
		w, h := size(n.Kind)
		l.colW[c.col] = max(l.colW[c.col], w)
		up, down := h/2+rowPad, h/2+rowPad
		label := len(wrap(n.Name))*labelLine + 6
		switch {
		case n.Kind == Gateway: // its name may stand on either side
			up, down = up+label, down+label
		case outside(n.Kind):
			down += label
		case timed[n.ID]:
			down += lateDrop + lateSize/2
		}
		l.rows[c.row].up = max(l.rows[c.row].up, up)
		l.rows[c.row].down = max(l.rows[c.row].down, down)
	}
}

// placeRows gives the rows their coordinates, when the number of edges below each is known. A
// lane is high enough for its name.
func (l *layout) placeRows() {
	y := originY
	for i, b := range l.lanes {
		height := 0
		for r := b.first; r <= b.last; r++ {
			l.rows[r].height = l.rows[r].up + l.rows[r].down + l.rows[r].channels*slot
			height += l.rows[r].height
		}
		// The name runs upwards along the lane, in two lines.
		name := utf8.RuneCountInString(l.def.Lanes[i].Name) * laneChar
		spare := 0
		if name > height-20 {
			spare = max(0, name*11/20+30-height)
		}
		l.rows[b.first].height += spare / 2
		l.rows[b.last].height += spare - spare/2
		for r := b.first; r <= b.last; r++ {
			l.rows[r].y = y
			l.rows[r].mid = y + l.rows[r].up
			if r == b.first {
				l.rows[r].mid += spare / 2
			}
			y += l.rows[r].height
		}
	}
}

// placeColumns gives the columns their coordinates, when the number of edges in each gap is
// known.
func (l *layout) placeColumns() {
	x := originX + 2*header
	l.gapX = make([]int, l.cols+1)
	l.colX = make([]int, l.cols)
	for i := range l.cols {
		l.gapX[i] = x
		width := gap + max(0, l.gapN[i]-1)*slot
		if i == 0 && l.gapN[0] == 0 {
			width = rowPad
		}
		x += width
		l.colX[i] = x
		x += l.colW[i]
	}
	l.gapX[l.cols] = x
}

// draw places shapes and edges.
func (l *layout) draw() drawing {
	right := l.gapX[l.cols] + rowPad + 10
	if n := l.gapN[l.cols]; n > 0 {
		right += gap + n*slot
	}
	bottom := originY
	if n := len(l.rows); n > 0 {
		bottom = l.rows[n-1].y + l.rows[n-1].height
	}
	d := drawing{
		Pool:   box{originX, originY, right - originX, bottom - originY},
		Nodes:  make([]box, len(l.def.Nodes)),
		Labels: make([]box, len(l.def.Nodes)),
		Edges:  make([]edge, len(l.def.Flows)),
	}
	for _, b := range l.lanes {
		top, end := l.rows[b.first], l.rows[b.last]
		d.Lanes = append(d.Lanes, box{originX + header, top.y, right - originX - header, end.y + end.height - top.y})
	}
	index := map[string]int{}
	for i, n := range l.def.Nodes {
		index[n.ID] = i
		c, ok := l.cells[n.ID]
		if !ok {
			continue
		}
		w, h := size(n.Kind)
		d.Nodes[i] = box{l.colX[c.col] + (l.colW[c.col]-w)/2, l.rows[c.row].mid - h/2, w, h}
	}
	// Timers and their ends hang on tasks that are placed by now.
	for i, n := range l.def.Nodes {
		if n.Kind == BoundaryTimer {
			task := d.Nodes[index[n.AttachedTo]]
			d.Nodes[i] = box{task.X + 4, task.Y + task.H - eventSize/2, eventSize, eventSize}
			d.Labels[i] = box{task.X + eventSize + 8, task.Y + task.H + 4, lineW(n.Name), labelLine}
		}
	}
	for i, f := range l.def.Flows {
		if from := l.def.node(f.From); from != nil && from.Kind == BoundaryTimer {
			timer, task := d.Nodes[index[f.From]], d.Nodes[index[from.AttachedTo]]
			y := task.Y + task.H + lateDrop
			end := box{timer.X + eventSize + 8, y - lateSize/2, lateSize, lateSize}
			d.Nodes[index[f.To]] = end
			d.Labels[index[f.To]] = box{end.X + lateSize + 4, y - labelLine/2, lineW(l.def.node(f.To).Name), labelLine}
			d.Edges[i].Points = []xy{{timer.midX(), timer.Y + timer.H}, {timer.midX(), y}, {end.X, y}}
		}
	}
	for i, r := range l.routes {
		if r.kind != attached {
			d.Edges[i] = l.edge(r, d.Nodes[index[r.from]], d.Nodes[index[r.to]])
		}
	}
	for i, n := range l.def.Nodes {
		if outside(n.Kind) && d.Labels[i].empty() {
			d.Labels[i] = l.label(n, d.Nodes[i])
		}
	}
	return d
}

// label places the name of a gateway above it, or below where a flow leaves upwards,
// and the name of an event below it.
func (l *layout) label(n Node, b box) box {
	lines := wrap(n.Name)
	w := 0
	for _, line := range lines {
		w = max(w, lineW(line))
	}
	h := len(lines) * labelLine
	y := b.Y + b.H + 4
	if n.Kind == Gateway {
		y = b.Y - h - 4
		for _, r := range l.routes {
			if r.from == n.ID && r.kind == straightUp {
				y = b.Y + b.H + 4
			}
		}
	}
	return box{b.midX() - w/2, y, w, h}
}

// outside reports whether a node carries its name outside of its shape.
func outside(k NodeKind) bool {
	switch k {
	case Start, End, Gateway, BoundaryTimer, Milestone:
		return true
	}
	return false
}

func size(k NodeKind) (w, h int) {
	switch k {
	case Start, End, BoundaryTimer, Milestone:
		return eventSize, eventSize
	case Gateway:
		return gatewaySize, gatewaySize
	case CalendarStep:
		return taskW, calendarH
	}
	return taskW, taskH
}

// lineW is the width of a line of an outside label; viewers break a label that is wider
// than its box, so that there is some room to spare.
func lineW(line string) int { return utf8.RuneCountInString(line)*labelChar + 8 }

// wrap breaks an outside label as viewers do.
func wrap(name string) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(name) {
		if line != "" && utf8.RuneCountInString(line+" "+word)*labelChar > labelW {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return append(lines, line)
}
