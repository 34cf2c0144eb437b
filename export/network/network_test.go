package network_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"reglament/corpus/graph"
	"reglament/corpus/life"
	"reglament/export/network"
	"reglament/model"
	"reglament/model/phrase"
)

// amended is an act that one act amended and another repealed, and the law that it cites,
// of which nothing but the mention is known.
func amended() *graph.Graph {
	const first, second, third, law = "KZ-39/2016-03-10/91", "KZ-39/2017-05-18/214", "KZ-39/2019-02-26/77", "KZ/2013-04-15/88-V"
	return &graph.Graph{
		Nodes: []life.Act{
			{Key: law, Region: "KZ", Adopted: "2013-04-15", Number: "88-V", Stub: true},
			{Key: first, Title: "Регламентті бекіту туралы", Region: "KZ-39", Adopted: "2016-03-10", Number: "91", Status: model.Repealed},
			{Key: second, Title: "Өзгерістер енгізу туралы", Region: "KZ-39", Adopted: "2017-05-18", Number: "214", Status: model.InForce},
			{Key: third, Region: "KZ-39", Adopted: "2019-02-26", Number: "77"},
		},
		Edges: []graph.Edge{
			{From: first, To: law, Relation: graph.Cites, Mentions: 3, Source: first, Edition: 1, Language: model.Kazakh, Span: model.Span{10, 20}, Text: "Заңы"},
			{From: second, To: first, Relation: graph.Amends, Mentions: 1, Source: second, Edition: 2, Language: model.Kazakh, Span: model.Span{30, 45}, Text: "№ 91 қаулысына"},
			{From: third, To: first, Relation: graph.Repeals, Mentions: 1, Source: first, Edition: 1, Language: model.Russian, Span: model.Span{5, 9}, Text: "№ 77"},
		},
	}
}

// hostile is a graph whose texts hold every character that a format could take for its own.
func hostile() *graph.Graph {
	return &graph.Graph{
		Nodes: []life.Act{
			{Key: `KZ-11/2015-10-23/«A"<B>&#1;»`, Title: "a \"b\" <c> & #d;\x01]", Region: "KZ-11", Adopted: "2015-10-23"},
			{Key: "sha256:ab", Stub: true},
		},
		Edges: []graph.Edge{{From: "sha256:ab", To: `KZ-11/2015-10-23/«A"<B>&#1;»`, Relation: graph.Cites, Mentions: 1, Text: "x\x02 \"y\",\n<z>", Span: model.Span{1, 2}}},
	}
}

func written(t *testing.T, write func(io.Writer, *graph.Graph) error, g *graph.Graph) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheTableHasARowForEachRelation(t *testing.T) {
	for _, g := range []*graph.Graph{amended(), hostile()} {
		rows, err := csv.NewReader(bytes.NewReader(written(t, network.WriteCSV, g))).ReadAll()
		if err != nil || len(rows) != len(g.Edges)+1 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		for i, e := range g.Edges {
			if row := rows[i+1]; row[0] != e.From || row[1] != string(e.Relation) || row[2] != e.To || row[13] != e.Text {
				t.Errorf("%v for %+v", row, e)
			}
		}
	}
	rows, _ := csv.NewReader(bytes.NewReader(written(t, network.WriteCSV, amended()))).ReadAll()
	want := []string{
		"KZ-39/2016-03-10/91", "cites", "KZ/2013-04-15/88-V", "Регламентті бекіту туралы", "false", "", "true", "3",
		"KZ-39/2016-03-10/91", "1", "kk", "10", "20", "Заңы",
	}
	if !slices.Equal(rows[1], want) {
		t.Errorf("got  %q\nwant %q", rows[1], want)
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	g := amended()
	g.Nodes[1].Title, g.Edges[0].Text = "=HYPERLINK(1)", "+1"
	rows, err := csv.NewReader(bytes.NewReader(written(t, network.WriteCSV, g))).ReadAll()
	if err != nil || rows[1][3] != "'=HYPERLINK(1)" || rows[1][13] != "'+1" {
		t.Errorf("%q, %v", rows[1], err)
	}
}

func TestMermaid(t *testing.T) {
	want := `flowchart LR
  a0["KZ № 88-V, 2013-04-15"]:::stub
  a1["KZ-39 № 91, 2016-03-10"]:::ended
  a2["KZ-39 № 214, 2017-05-18"]
  a3["KZ-39 № 77, 2019-02-26"]
  a1 -.->|cites| a0
  a2 -->|amends| a1
  a3 ==>|repeals| a1
  classDef stub stroke-dasharray: 4 3
  classDef ended fill:#e8e8e8
`
	if got := string(written(t, network.WriteMermaid, amended())); got != want {
		t.Errorf("got\n%s", got)
	}
	got := string(written(t, network.WriteMermaid, hostile()))
	if want := `a0["a #quot;b#quot; #lt;c#gt; & #35;d;`; !strings.Contains(got, want) {
		t.Errorf("no %s in\n%s", want, got)
	}
}

// elements counts the elements of a well-formed document by their names.
func elements(t *testing.T, text []byte) map[string]int {
	t.Helper()
	names := map[string]int{}
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return names
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if e, ok := token.(xml.StartElement); ok {
			names[e.Name.Local]++
		}
	}
}

func TestGraphML(t *testing.T) {
	for _, g := range []*graph.Graph{amended(), hostile()} {
		if n := elements(t, written(t, network.WriteGraphML, g)); n["node"] != len(g.Nodes) || n["edge"] != len(g.Edges) {
			t.Errorf("%d nodes, %d edges", n["node"], n["edge"])
		}
	}
	got := string(written(t, network.WriteGraphML, amended()))
	for _, want := range []string{
		`<edge id="e2" source="KZ-39/2017-05-18/214" target="KZ-39/2016-03-10/91">`,
		`<data key="edge_relation">amends</data>`,
		`<data key="node_status">repealed</data>`,
		`<data key="edge_span_end">45</data>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestThePictureHasABoxForEachActAndAnArrowForEachRelation(t *testing.T) {
	for _, g := range []*graph.Graph{amended(), hostile()} {
		for _, in := range phrase.Languages {
			svg := written(t, func(w io.Writer, g *graph.Graph) error { return network.WriteSVG(w, g, in) }, g)
			if n := elements(t, svg); n["g"] != len(g.Nodes) || n["path"] != len(g.Edges)+len(graph.Relations) { // each relation has its arrowhead
				t.Errorf("%s: %d boxes, %d paths", in, n["g"], n["path"])
			}
		}
	}
}

func TestAPictureOfTooManyActsIsRefused(t *testing.T) {
	g := &graph.Graph{Nodes: make([]life.Act, network.MostDrawn+1)}
	if err := network.WriteSVG(io.Discard, g, phrase.English); err == nil {
		t.Error("it was drawn")
	}
}
