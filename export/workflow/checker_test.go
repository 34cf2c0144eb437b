package workflow

import (
	"fmt"
	"regexp"
)

var (
	asciiID = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
	iso8601 = regexp.MustCompile(`^P(?:\d+[YMD]|T\d+[HM])$`)
)

// faults are everything that keeps a definition from running or from being read:
// references that lead nowhere, nodes without a way from the start or to an end, and
// shapes that cover each other. Build makes definitions that pass.
func faults(d *Definition) []error {
	c := &checker{def: d}
	c.ids()
	c.references()
	c.ways()
	c.nodes()
	c.drawing(draw(d))
	return c.errs
}

type checker struct {
	def  *Definition
	errs []error
}

func (c *checker) report(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("%s: "+format, append([]any{c.def.FileName()}, args...)...))
}

func (c *checker) ids() {
	seen := map[string]bool{}
	name := func(what, id string) {
		if !asciiID.MatchString(id) {
			c.report("the ID %q of a %s is not an ASCII name", id, what)
		}
		if seen[id] {
			c.report("the ID %q is used twice", id)
		}
		seen[id] = true
	}
	name("process", ProcessID(c.def.ID))
	for _, l := range c.def.Lanes {
		name("lane", l.ID)
	}
	for _, n := range c.def.Nodes {
		name("node", n.ID)
	}
	for _, f := range c.def.Flows {
		name("flow", f.ID)
	}
}

func (c *checker) references() {
	lanes := map[string]int{}
	for _, l := range c.def.Lanes {
		lanes[l.ID] = 0
	}
	for _, n := range c.def.Nodes {
		if _, ok := lanes[n.Lane]; !ok {
			c.report("node %s stands in the lane %q, which is not there", n.ID, n.Lane)
			continue
		}
		lanes[n.Lane]++
	}
	for _, l := range c.def.Lanes {
		if lanes[l.ID] == 0 {
			c.report("lane %s (%s) is empty", l.ID, l.Name)
		}
	}
	for _, f := range c.def.Flows {
		for _, id := range []string{f.From, f.To} {
			if c.def.node(id) == nil {
				c.report("flow %s refers to the node %q, which is not there", f.ID, id)
			}
		}
	}
}

// ways checks that every node is reached from the start and reaches an end.
func (c *checker) ways() {
	forth, back := map[string][]string{}, map[string][]string{}
	link := func(from, to string) {
		forth[from] = append(forth[from], to)
		back[to] = append(back[to], from)
	}
	for _, f := range c.def.Flows {
		link(f.From, f.To)
	}
	var starts, ends []string
	for _, n := range c.def.Nodes {
		switch n.Kind {
		case Start:
			starts = append(starts, n.ID)
		case End:
			ends = append(ends, n.ID)
		case BoundaryTimer:
			link(n.AttachedTo, n.ID)
		}
	}
	if len(starts) != 1 {
		c.report("%d start events instead of one", len(starts))
	}
	reached, reaching := walk(starts, forth), walk(ends, back)
	for _, n := range c.def.Nodes {
		if !reached[n.ID] {
			c.report("node %s (%s) is not reached from the start", n.ID, n.Name)
		}
		if !reaching[n.ID] {
			c.report("node %s (%s) reaches no end", n.ID, n.Name)
		}
	}
}

func walk(from []string, links map[string][]string) map[string]bool {
	seen := map[string]bool{}
	for queue := from; len(queue) > 0; queue = queue[1:] {
		if id := queue[0]; !seen[id] {
			seen[id] = true
			queue = append(queue, links[id]...)
		}
	}
	return seen
}

// nodes checks what each kind of node needs.
func (c *checker) nodes() {
	in, out := map[string]int{}, map[string][]Flow{}
	for _, f := range c.def.Flows {
		in[f.To]++
		out[f.From] = append(out[f.From], f)
	}
	for _, n := range c.def.Nodes {
		if l := len([]rune(n.Name)); l == 0 || l > MaxName {
			c.report("the name of node %s has %d characters, not 1 to %d", n.ID, l, MaxName)
		}
		switch n.Kind {
		case Start:
			if in[n.ID] > 0 {
				c.report("flows lead into the start %s", n.ID)
			}
		case End:
			if len(out[n.ID]) > 0 {
				c.report("flows lead out of the end %s", n.ID)
			}
		case CallActivity:
			if n.Called == "" {
				c.report("call activity %s calls nothing", n.ID)
			}
		case BoundaryTimer:
			if task := c.def.node(n.AttachedTo); task == nil || task.Lane != n.Lane {
				c.report("timer %s is not attached to a task of its lane", n.ID)
			}
			if n.Duration == nil {
				c.report("timer %s has no duration", n.ID)
			} else if iso, _ := ISODuration(*n.Duration); !iso8601.MatchString(iso) {
				c.report("the duration %q of timer %s is not ISO 8601", iso, n.ID)
			}
		}
		if n.Kind != Gateway && n.Kind != End && len(out[n.ID]) != 1 {
			c.report("%d flows lead out of node %s instead of one", len(out[n.ID]), n.ID)
		}
		if n.Kind == Gateway {
			c.gateway(n, out[n.ID])
		}
	}
}

func (c *checker) gateway(n Node, out []Flow) {
	if len(out) < 2 {
		c.report("gateway %s decides nothing: %d flows lead out of it", n.ID, len(out))
	}
	found := false
	for _, f := range out {
		isDefault := f.ID == n.Default
		found = found || isDefault
		if isDefault == (f.Condition != nil) {
			c.report("flow %s of gateway %s must have a condition or be the default, and not both", f.ID, n.ID)
		}
	}
	if !found {
		c.report("gateway %s has no default flow", n.ID)
	}
}

// drawing checks that shapes stand in their lanes, that neither shapes nor labels cover
// each other, and that edges begin and end at their shapes and cross no other.
func (c *checker) drawing(d drawing) {
	index, lane := map[string]int{}, map[string]box{}
	for i, l := range c.def.Lanes {
		lane[l.ID] = d.Lanes[i]
		if !d.Pool.contains(d.Lanes[i]) {
			c.report("lane %s is drawn outside of the pool", l.ID)
		}
		for j := range i {
			if d.Lanes[j].overlaps(d.Lanes[i]) {
				c.report("lanes %s and %s are drawn over each other", c.def.Lanes[j].ID, l.ID)
			}
		}
	}
	for i, n := range c.def.Nodes {
		index[n.ID] = i
		if b, ok := lane[n.Lane]; ok && (!b.contains(d.Nodes[i]) || !d.Labels[i].empty() && !b.contains(d.Labels[i])) {
			c.report("node %s is drawn outside of its lane", n.ID)
		}
	}
	labels := append([]box{}, d.Labels...)
	for _, e := range d.Edges {
		labels = append(labels, e.Label)
	}
	for i, n := range c.def.Nodes {
		for j, m := range c.def.Nodes[:i] {
			if d.Nodes[i].overlaps(d.Nodes[j]) && n.AttachedTo != m.ID && m.AttachedTo != n.ID {
				c.report("nodes %s and %s are drawn over each other", m.ID, n.ID)
			}
		}
		for k, label := range labels {
			if label.overlaps(d.Nodes[i]) {
				c.report("label %d is drawn over node %s", k, n.ID)
			}
		}
	}
	for i := range labels {
		for j := range i {
			if labels[i].overlaps(labels[j]) {
				c.report("labels %d and %d are drawn over each other", j, i)
			}
		}
	}
	for i, f := range c.def.Flows {
		from, okFrom := index[f.From]
		to, okTo := index[f.To]
		if !okFrom || !okTo {
			continue
		}
		c.edge(f, d.Edges[i].Points, d, from, to)
	}
}

func (c *checker) edge(f Flow, p []xy, d drawing, from, to int) {
	if len(p) < 2 {
		c.report("flow %s is not drawn", f.ID)
		return
	}
	if !onBorder(p[0], d.Nodes[from]) || !onBorder(p[len(p)-1], d.Nodes[to]) {
		c.report("the edge of flow %s is not attached to its shapes", f.ID)
	}
	for k := 1; k < len(p); k++ {
		a, b := p[k-1], p[k]
		if a.X != b.X && a.Y != b.Y {
			c.report("the edge of flow %s has a slanting part", f.ID)
		}
		part := box{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X) - min(a.X, b.X) + 1, max(a.Y, b.Y) - min(a.Y, b.Y) + 1}
		for i, n := range c.def.Nodes {
			inner := box{d.Nodes[i].X + 1, d.Nodes[i].Y + 1, d.Nodes[i].W - 2, d.Nodes[i].H - 2}
			if i != from && i != to && part.overlaps(inner) {
				c.report("the edge of flow %s crosses node %s", f.ID, n.ID)
			}
		}
		for i, label := range d.Labels {
			if part.overlaps(label) {
				c.report("the edge of flow %s crosses the label of node %s", f.ID, c.def.Nodes[i].ID)
			}
		}
	}
}

func onBorder(p xy, b box) bool {
	inside := b.X <= p.X && p.X <= b.X+b.W && b.Y <= p.Y && p.Y <= b.Y+b.H
	return inside && (p.X == b.X || p.X == b.X+b.W || p.Y == b.Y || p.Y == b.Y+b.H)
}

// overlaps reports whether two boxes share more than a border.
func (b box) overlaps(o box) bool {
	return !b.empty() && !o.empty() && b.X < o.X+o.W && o.X < b.X+b.W && b.Y < o.Y+o.H && o.Y < b.Y+b.H
}

func (b box) contains(o box) bool {
	return b.X <= o.X && b.Y <= o.Y && o.X+o.W <= b.X+b.W && o.Y+o.H <= b.Y+b.H
}
