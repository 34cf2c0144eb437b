package network

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"reglament/corpus/graph"
	"reglament/corpus/life"
	"reglament/model"
	"reglament/model/phrase"
)

// MostDrawn is how many acts a picture can have and still be read.
const MostDrawn = 400

// Sizes in the picture, in pixels.
const (
	boxWidth    = 150
	boxHeight   = 38
	columnGap   = 90
	rowGap      = 16
	laneGap     = 26
	laneHead    = 22 // above the boxes of a lane, for its name
	marginLeft  = 24
	marginTop   = 64
	perLine     = 18 // characters that fit a box
	letterWidth = 7
	staircase   = 12 // acts of a lane that get a row each, so that arrows do not run through boxes
)

// colour is one that the picture is drawn in; what shows the picture takes another one
// where it is dark around it.
type colour struct{ light, dark string }

var (
	paper  = colour{"#ffffff", "#182127"}
	band   = colour{"#f6f7f9", "#222d35"} // of a region
	ended  = colour{"#dddddd", "#3a464f"}
	edge   = colour{"#333333", "#a2b0ba"}
	ink    = colour{"#111111", "#e2e8ec"}
	accent = colour{"#555555", "#b4c0c9"} // of years

	colours = map[graph.Relation]colour{
		graph.Amends: {"#1f6fb4", "#6db3f2"}, graph.Repeals: {"#c0392b", "#ff8a7d"}, graph.Approves: {"#2e8b57", "#6fd19b"}, graph.Implements: {"#8e5ea2", "#cf9fe6"},
		graph.Cites: {"#8a8a8a", "#9aa5ad"},
	}
)

// darkStyle replaces each colour by its dark one. Programs that know no styles draw the
// light ones.
func darkStyle() string {
	all := []colour{paper, band, ended, edge, ink, accent}
	for _, r := range graph.Relations {
		all = append(all, colours[r])
	}
	var b strings.Builder
	b.WriteString("@media screen and (prefers-color-scheme: dark) {")
	for _, c := range all {
		fmt.Fprintf(&b, ` [fill="%s"] { fill: %s } [stroke="%s"] { stroke: %s }`, c.light, c.dark, c.light, c.dark)
	}
	return b.String() + " }"
}

// box is where an act is drawn.
type box struct {
	x, y int
}

// WriteSVG draws the acts as boxes, a column for each year of adoption and a lane for
// each region, and the relations as arrows between them. It fails where there are more
// acts than MostDrawn.
func WriteSVG(w io.Writer, g *graph.Graph, in phrase.Language) error {
	if len(g.Nodes) > MostDrawn {
		return fmt.Errorf("a picture of %d acts cannot be read: name the acts whose surroundings are to be drawn, or write GraphML", len(g.Nodes))
	}
	p := layout(g)
	p.width = max(p.width, marginLeft+legendWidth(in))
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" fill="%s" font-family="Noto Sans, DejaVu Sans, Arial, sans-serif" font-size="11">`+"\n", p.width, p.height, p.width, p.height, ink.light)
	fmt.Fprintf(out, "<title>%s</title>\n", escape(in.T("graph.title")))
	fmt.Fprintf(out, "<style>%s</style>\n<defs>\n", darkStyle())
	for _, r := range graph.Relations {
		fmt.Fprintf(out, `<marker id="to-%s" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="%s"/></marker>`+"\n", r, colours[r].light)
	}
	fmt.Fprintln(out, "</defs>")
	fmt.Fprintf(out, `<rect width="%d" height="%d" fill="%s"/>`+"\n", p.width, p.height, paper.light)
	x := marginLeft
	for _, r := range graph.Relations {
		fmt.Fprintf(out, `<line x1="%d" y1="20" x2="%d" y2="20" stroke="%s" stroke-width="2"%s/><text x="%d" y="24">%s</text>`+"\n", x, x+26, colours[r].light, dashes(r), x+32, escape(in.Code("relation", r)))
		x += legendStep(in, r)
	}
	for i, year := range p.years {
		fmt.Fprintf(out, `<text x="%d" y="%d" fill="%s" font-weight="bold">%s</text>`+"\n", p.column(i), marginTop-12, accent.light, escape(year))
	}
	for _, l := range p.lanes {
		fmt.Fprintf(out, `<rect x="0" y="%d" width="%d" height="%d" fill="%s"/><text x="%d" y="%d" font-weight="bold">%s</text>`+"\n", l.y-laneHead-10, p.width, l.height+laneHead+20, band.light, marginLeft, l.y-laneHead+6, escape(in.Code("region", l.name)))
	}
	place := g.Places()
	for _, e := range g.Edges {
		from, to := p.boxes[place[e.From]], p.boxes[place[e.To]]
		fmt.Fprintf(out, `<path d="%s" fill="none" stroke="%s" stroke-width="1.4"%s marker-end="url(#to-%s)"><title>%s %s %s</title></path>`+"\n",
			curve(from, to, 4*(slices.Index(graph.Relations, e.Relation)-2)), colours[e.Relation].light, dashes(e.Relation), e.Relation, escape(e.From), escape(in.Code("relation", e.Relation)), escape(e.To))
	}
	for i, n := range g.Nodes {
		p.draw(out, n, p.boxes[i])
	}
	fmt.Fprintln(out, "</svg>")
	return out.Flush()
}

// legendStep is how much room a relation takes in the legend.
func legendStep(in phrase.Language, r graph.Relation) int {
	return 56 + letterWidth*utf8.RuneCountInString(in.Code("relation", r))
}

func legendWidth(in phrase.Language) (width int) {
	for _, r := range graph.Relations {
		width += legendStep(in, r)
	}
	return width
}

func dashes(r graph.Relation) string {
	if r == graph.Cites {
		return ` stroke-dasharray="4 3"`
	}
	return ""
}

type lane struct {
	name      string
	y, height int
}

// picture is a layout: the i-th box is of the i-th node.
type picture struct {
	boxes         []box
	years         []string
	lanes         []lane
	width, height int
}

func (p *picture) column(i int) int { return marginLeft + i*(boxWidth+columnGap) }

func layout(g *graph.Graph) *picture {
	p := &picture{boxes: make([]box, len(g.Nodes))}
	var regions []string
	for _, n := range g.Nodes {
		p.years = append(p.years, year(n))
		regions = append(regions, string(n.Region))
	}
	slices.Sort(p.years)
	p.years = slices.Compact(p.years)
	slices.Sort(regions)
	y := marginTop + laneHead
	for _, region := range slices.Compact(slices.Clone(regions)) {
		rows := make([]int, len(p.years)) // boxes in each column of the lane
		step := count(regions, region) <= staircase
		for i, n := range g.Nodes {
			if string(n.Region) != region {
				continue
			}
			c := slices.Index(p.years, year(n))
			p.boxes[i] = box{p.column(c), y + rows[c]*(boxHeight+rowGap)}
			rows[c]++
			for k := range rows {
				if step {
					rows[k] = rows[c]
				}
			}
		}
		height := slices.Max(rows)*(boxHeight+rowGap) - rowGap
		name := region
		if name == "" {
			name = "?"
		}
		p.lanes = append(p.lanes, lane{name, y, height})
		y += height + laneGap + laneHead
	}
	p.width = p.column(len(p.years)) - columnGap + 40
	p.height = y - laneHead + 10
	return p
}

func count(all []string, one string) int {
	n := 0
	for _, s := range all {
		if s == one {
			n++
		}
	}
	return n
}

func year(n life.Act) string {
	if len(n.Adopted) < 4 {
		return "?"
	}
	return string(n.Adopted[:4])
}

// curve leads from the side of one box to the facing side of the other; between boxes of
// one column it bends out to the right. shift keeps the relations of one pair apart.
func curve(from, to box, shift int) string {
	fy, ty := from.y+boxHeight/2+shift, to.y+boxHeight/2+shift
	switch {
	case from.x == to.x:
		x := from.x + boxWidth
		return fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x, fy, x+columnGap/2, fy, x+columnGap/2, ty, x, ty)
	case from.x > to.x:
		return fmt.Sprintf("M%d %dC%d %d %d %d %d %d", from.x, fy, from.x-columnGap/2, fy, to.x+boxWidth+columnGap/2, ty, to.x+boxWidth, ty)
	}
	return fmt.Sprintf("M%d %dC%d %d %d %d %d %d", from.x+boxWidth, fy, from.x+boxWidth+columnGap/2, fy, to.x-columnGap/2, ty, to.x, ty)
}

func (p *picture) draw(out io.Writer, n life.Act, b box) {
	fill, border := paper, ""
	switch {
	case n.Stub:
		border = ` stroke-dasharray="4 3"`
	case n.Status == model.Repealed || n.Status == model.Lapsed:
		fill = ended
	}
	name := "№ " + string(n.Number)
	if n.Number == "" {
		name = string(n.Title)
	}
	fmt.Fprintf(out, `<g><title>%s %s</title><rect x="%d" y="%d" width="%d" height="%d" rx="4" fill="%s" stroke="%s"%s/>`,
		escape(n.Key), escape(string(n.Title)), b.x, b.y, boxWidth, boxHeight, fill.light, edge.light, border)
	fmt.Fprintf(out, `<text x="%d" y="%d" font-weight="bold">%s</text><text x="%d" y="%d">%s</text></g>`+"\n",
		b.x+8, b.y+16, escape(short(name)), b.x+8, b.y+30, escape(string(n.Adopted)))
}

func short(s string) string {
	r := []rune(s)
	if len(r) <= perLine {
		return s
	}
	return string(r[:perLine-1]) + "…"
}

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // writing to memory does not fail
	return b.String()
}
