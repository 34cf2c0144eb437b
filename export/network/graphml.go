package network

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"reglament/corpus/graph"
)

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
func WriteGraphML(w io.Writer, g *graph.Graph) error {
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
	text, err := xml.MarshalIndent(doc, "", " ")
	if err == nil {
		_, err = io.WriteString(w, xml.Header+string(text)+"\n")
	}
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
