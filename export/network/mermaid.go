package network

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"reglament/corpus/graph"
	"reglament/corpus/life"
	"reglament/model"
)

// WriteMermaid writes a flowchart for pages that draw Mermaid. Acts without a text have
// a dashed border.
func WriteMermaid(w io.Writer, g *graph.Graph) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "flowchart LR")
	place := g.Places()
	for i, n := range g.Nodes {
		class := ""
		switch {
		case n.Stub:
			class = ":::stub"
		case n.Status == model.Repealed || n.Status == model.Lapsed:
			class = ":::ended"
		}
		fmt.Fprintf(out, "  a%d[\"%s\"]%s\n", i, mermaidText(label(n)), class)
	}
	for _, e := range g.Edges {
		arrow := "-->"
		switch e.Relation {
		case graph.Cites:
			arrow = "-.->"
		case graph.Repeals:
			arrow = "==>"
		}
		fmt.Fprintf(out, "  a%d %s|%s| a%d\n", place[e.From], arrow, e.Relation, place[e.To])
	}
	fmt.Fprintln(out, "  classDef stub stroke-dasharray: 4 3")
	fmt.Fprintln(out, "  classDef ended fill:#e8e8e8")
	return out.Flush()
}

// mermaidText writes what Mermaid would read as syntax as its entity codes.
func mermaidText(s string) string {
	return strings.NewReplacer("#", "#35;", `"`, "#quot;", "<", "#lt;", ">", "#gt;", "\n", " ").Replace(s)
}

// label names an act shortly: by number and day, or by title where the number is unknown.
func label(n life.Act) string {
	switch {
	case n.Number != "" && n.Region != "":
		return fmt.Sprintf("%s № %s, %s", n.Region, n.Number, n.Adopted)
	case n.Number != "":
		return fmt.Sprintf("№ %s, %s", n.Number, n.Adopted)
	case n.Title != "" && n.Adopted != "":
		return fmt.Sprintf("%s, %s", n.Title, n.Adopted)
	}
	return n.Key
}
