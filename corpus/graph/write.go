package graph

import (
	"bufio"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"reglament/corpus/life"
	"reglament/model"
)

// WriteCSV writes the relations, a row each, with the acts at both ends and the first
// place that says it.
func (g *Graph) WriteCSV(w io.Writer) error {
	place := g.places()
	out := csv.NewWriter(w)
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
	out.Flush()
	return out.Error()
}

// graphML is the document of http://graphml.graphdrawing.org.
type graphML struct {
	XMLName xml.Name    `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []graphKey  `xml:"key"`
	Graph   graphMLBody `xml:"graph"`
}

type graphKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLBody struct {
	ID      string         `xml:"id,attr"`
	Default string         `xml:"edgedefault,attr"`
	Nodes   []graphElement `xml:"node"`
	Edges   []graphElement `xml:"edge"`
}

type graphElement struct {
	ID     string      `xml:"id,attr"`
	Source string      `xml:"source,attr,omitempty"`
	Target string      `xml:"target,attr,omitempty"`
	Data   []graphData `xml:"data"`
}

type graphData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// WriteGraphML writes the graph for network tools such as Gephi, Cytoscape and NetworkX.
func (g *Graph) WriteGraphML(w io.Writer) error {
	doc := graphML{Graph: graphMLBody{ID: "acts", Default: "directed"}}
	key := func(of, name, kind string) {
		doc.Keys = append(doc.Keys, graphKey{of + "_" + name, of, name, kind})
	}
	for _, name := range []string{"label", "title", "kind", "region", "adopted", "number", "issuer", "status"} {
		key("node", name, "string")
	}
	key("node", "stub", "boolean")
	for _, name := range []string{"relation", "source_act", "language", "text"} {
		key("edge", name, "string")
	}
	for _, name := range []string{"mentions", "span_start", "span_end"} {
		key("edge", name, "int")
	}
	data := func(of string, pairs ...string) []graphData {
		var out []graphData
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i+1] != "" {
				out = append(out, graphData{of + "_" + pairs[i], clean(pairs[i+1])})
			}
		}
		return out
	}
	for _, n := range g.Nodes {
		doc.Graph.Nodes = append(doc.Graph.Nodes, graphElement{ID: n.Key, Data: data("node",
			"label", label(n), "title", string(n.Title), "kind", string(n.Kind), "region", string(n.Region), "adopted", string(n.Adopted),
			"number", string(n.Number), "issuer", string(n.Issuer), "status", string(n.Status), "stub", strconv.FormatBool(n.Stub))})
	}
	for i, e := range g.Edges {
		doc.Graph.Edges = append(doc.Graph.Edges, graphElement{ID: fmt.Sprintf("e%d", i+1), Source: e.From, Target: e.To, Data: data("edge",
			"relation", string(e.Relation), "source_act", e.Source, "language", string(e.Language), "text", e.Text,
			"mentions", strconv.Itoa(e.Mentions), "span_start", strconv.Itoa(e.Span[0]), "span_end", strconv.Itoa(e.Span[1]))})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	out := xml.NewEncoder(w)
	out.Indent("", " ")
	if err := out.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// clean takes out the control characters that XML has no way to write.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
}

// WriteMermaid writes a flowchart for pages that draw Mermaid. Acts without a text have
// a dashed border.
func (g *Graph) WriteMermaid(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "flowchart LR")
	place := g.places()
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
		case Cites:
			arrow = "-.->"
		case Repeals:
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
