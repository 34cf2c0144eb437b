package graph_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reglament/corpus"
	"reglament/corpus/graph"
	"reglament/corpus/life"
	"reglament/corpus/sqlite"
	"reglament/parse"
	"reglament/testdata/realacts"
)

// sample is the graph of the built-in acts.
func sample(t *testing.T) *graph.Graph {
	t.Helper()
	files, err := filepath.Glob("../../testdata/sample/acts/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no sample acts", err)
	}
	return graphOf(t, files)
}

func graphOf(t *testing.T, files []string) *graph.Graph {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "corpus.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		r, err := parse.Bytes(filepath.Base(f), raw)
		if err != nil {
			t.Fatal(err)
		}
		record, err := corpus.Prepare(corpus.Read{Document: r.Document, Canonical: r.Text, Raw: raw})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := store.Put(t.Context(), record); err != nil {
			t.Fatal(err)
		}
	}
	a, err := life.Open(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	return graph.Of(a)
}

func arrows(g *graph.Graph) []string {
	var out []string
	for _, e := range g.Edges {
		out = append(out, fmt.Sprintf("%s %s %s", e.From, e.Relation, e.To))
	}
	return out
}

func TestRelationsOfTheSample(t *testing.T) {
	g := sample(t)
	got := arrows(g)
	for _, want := range []string{
		"KZ-39/2017-05-18/214 amends KZ-39/2016-03-10/91",
		"KZ-39/2016-03-10/91 approves KZ-39/2017-05-18/214", // the annex of 214 is a regulation that 91 approved
		"KZ-55/2019-02-26/77/1 repeals KZ-55/2016-05-05/118/3",
		"KZ-39/2016-03-10/91 implements KZ/2015-05-14/912",
		"KZ-39/2016-03-10/91 cites KZ/2013-04-15/88-V",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
	for i, e := range g.Edges {
		if e.From == e.To || e.Text == "" || e.Span.Empty() || e.Mentions < 1 {
			t.Errorf("edge %d: %+v", i, e)
		}
		if strings.Contains(string(e.Relation), "repeals") && strings.Contains(e.To, "KZ-39") {
			t.Errorf("an amendment became a repeal: %+v", e)
		}
	}
	if slices.Contains(got, "KZ-55/2019-02-26/77/1 amends KZ-55/2016-05-05/118/3") {
		t.Error("the note of the repeal became an amendment")
	}
}

// The relations of the real acts, read from their texts by hand; whom they cite besides is
// not counted here.
func TestRelationsOfTheRealActs(t *testing.T) {
	files := realacts.Files(t)
	want := []string{
		"KZ-11/2014-04-10/А-4/130 implements KZ/2014-03-11/217",
		"KZ-11/2015-10-23/А-11/495 implements KZ/2015-04-28/279",
		"KZ-11/2016-04-21/А-5/186 amends KZ-11/2015-10-23/А-11/495",
		"KZ-11/2016-12-30/А-1/621 amends KZ-11/2015-10-23/А-11/495",
		"KZ-11/2017-04-28/А-4/175 amends KZ-11/2015-10-23/А-11/495",
		"KZ-11/2020-02-03/А-2/40 repeals KZ-11/2015-10-23/А-11/495",
		"KZ-27/2015-08-04/204 approves KZ-27/2016-04-15/122",
		"KZ-27/2016-04-15/122 amends KZ-27/2015-08-04/204",
		"KZ-27/2016-04-15/122 implements KZ/2015-04-28/279",
		"KZ-27/2020-06-05/131 repeals KZ-27/2016-04-15/122",
		"KZ-43/2016-02-29/380 amends KZ-43/2015-09-02/141",
		"KZ-43/2018-02-27/1057 repeals KZ-43/2015-09-02/141",
		"KZ-43/2018-02-27/1057 repeals KZ-43/2016-02-29/380",
		"KZ-43/2018-02-27/1057 implements KZ/2015-04-28/279",
		"KZ-43/2020-02-06/163 repeals KZ-43/2018-02-27/1057",
		"KZ-75/2017-11-30/4/496 implements KZ/2015-04-28/279",
		"KZ-75/2019-04-25/2/260 amends KZ-75/2017-11-30/4/496",
		"KZ-75/2019-08-09/3/486 amends KZ-75/2017-11-30/4/496",
		"KZ-75/2020-10-20/4/438 repeals KZ-75/2017-11-30/4/496",
	}
	got := arrows(graphOf(t, files))
	got = slices.DeleteFunc(got, func(s string) bool { return strings.Contains(s, " cites ") })
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

func TestPartsOfAGraph(t *testing.T) {
	g := sample(t)
	near := g.Around([]string{"KZ-55/2019-02-26/77/1"}, 1)
	for _, n := range near.Nodes {
		if n.Region == "KZ-39" {
			t.Errorf("%s is no neighbour", n.Key)
		}
	}
	if len(near.Nodes) < 2 {
		t.Errorf("%d neighbours", len(near.Nodes))
	}
	only := g.Only([]graph.Relation{graph.Repeals})
	if len(only.Edges) != 1 || len(only.Nodes) != 2 {
		t.Errorf("%d acts, %d repeals", len(only.Nodes), len(only.Edges))
	}
}

// A page that was taken twice says nothing twice.
func TestMentionsDoNotGrowWithEditions(t *testing.T) {
	raw, err := os.ReadFile("../../testdata/sample/acts/5-pavlodar-2019-77-1.kk.txt")
	if err != nil {
		t.Fatal(err)
	}
	again := filepath.Join(t.TempDir(), "again.txt")
	if err := os.WriteFile(again, []byte(strings.Replace(string(raw), "жүктелсін", "жүктелсiн енді", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	count := func(files ...string) (mentions, edges int) {
		for _, e := range graphOf(t, files).Edges {
			mentions, edges = mentions+e.Mentions, edges+1
		}
		return mentions, edges
	}
	const first = "../../testdata/sample/acts/5-pavlodar-2019-77-1.kk.txt"
	mentions, edges := count(first)
	if m, e := count(first, again); m != mentions || e != edges {
		t.Errorf("once %d mentions in %d edges, twice %d in %d", mentions, edges, m, e)
	}
}
