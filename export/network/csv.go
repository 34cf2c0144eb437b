// Package network writes the graph of acts: as a table (CSV), for network tools (GraphML),
// as text for pages (Mermaid), and as a picture (SVG).
package network

import (
	"io"
	"strconv"

	"reglament/corpus/graph"
	"reglament/export/report"
)

// WriteCSV writes the relations, a row each, with the acts at both ends and the first
// place that says it.
func WriteCSV(w io.Writer, g *graph.Graph) error {
	place := g.Places()
	out := report.NewCSV(w)
	out.Write([]string{
		"from", "relation", "to", "from_title", "from_stub", "to_title", "to_stub", "mentions",
		"source_act", "source_edition", "source_language", "span_start", "span_end", "text",
	})
	for _, e := range g.Edges {
		from, to := g.Nodes[place[e.From]], g.Nodes[place[e.To]]
		out.Write([]string{
			e.From, string(e.Relation), e.To, string(from.Title), strconv.FormatBool(from.Stub), string(to.Title), strconv.FormatBool(to.Stub),
			strconv.Itoa(e.Mentions), e.Source, strconv.FormatInt(e.Edition, 10), string(e.Language), strconv.Itoa(e.Span[0]), strconv.Itoa(e.Span[1]), e.Text,
		})
	}
	return out.Close()
}
