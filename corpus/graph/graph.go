// Package graph tells which act amends, repeals, approves, implements and cites which. An
// act without a text in the corpus is a node like any other.
package graph

import (
	"cmp"
	"slices"

	"reglament/corpus"
	"reglament/corpus/life"
	"reglament/model"
)

// Relation of one act to another.
type Relation string

// The relations, the strongest first.
const (
	Amends     Relation = "amends"
	Repeals    Relation = "repeals"    // or ends otherwise
	Approves   Relation = "approves"   // a regulation, whose text stands in the other act
	Implements Relation = "implements" // regulates a service by the standard that the other act approves
	Cites      Relation = "cites"
)

// Relations in their order.
var Relations = []Relation{Amends, Repeals, Approves, Implements, Cites}

// Edge is a relation between two acts, with the first place that says it.
type Edge struct {
	From     string         `json:"from"`
	To       string         `json:"to"`
	Relation Relation       `json:"relation"`
	Mentions int            `json:"mentions"` // places that say it: of several editions in a language, in the one with most
	Source   string         `json:"source"`   // key of the act whose text says it
	Edition  int64          `json:"edition"`
	Language model.Language `json:"language"`
	Span     model.Span     `json:"span"`
	Text     string         `json:"text"`
}

// Graph is a set of acts, by region, date and number, and the relations between them.
type Graph struct {
	Nodes []life.Act       `json:"nodes"`
	Edges model.List[Edge] `json:"edges"`
}

// Of returns the graph of a corpus.
func Of(a *life.Archive) *Graph {
	g := &Graph{Nodes: a.Acts()}
	type arrow struct {
		from, to string
		relation Relation
	}
	type place struct { // the texts of an act in a language
		arrow
		act      string
		language model.Language
	}
	known := map[arrow]int{}
	counts, most := map[place]map[int64]int{}, map[place]int{} // by edition, and of the one with most
	ended := map[[2]string]bool{}                              // an act and the one that its texts say repealed it
	for m := range a.Mentions() {
		if m.Role == corpus.RefRepealedBy {
			ended[[2]string{m.Act.Key, m.Of}] = true
		}
	}
	for m := range a.Mentions() {
		from, to, relation := m.Act.Key, m.Of, Cites
		switch m.Role {
		case corpus.RefAmends:
			relation = Amends
		case corpus.RefRepeals:
			relation = Repeals
		case corpus.RefStandard:
			relation = Implements
		case corpus.RefRepealedBy:
			from, to, relation = to, from, Repeals
		case corpus.RefNote, corpus.RefEdition:
			relation = Amends
			if ended[[2]string{m.Act.Key, m.Of}] {
				relation = Repeals
			}
			from, to = to, from
		case corpus.RefApprovedBy:
			from, to, relation = to, from, Approves
		}
		if m.By != "" { // "О внесении изменений в постановление …"
			from, to, relation = m.By, m.Of, Amends
			if m.Ends {
				relation = Repeals
			}
		}
		at := arrow{from, to, relation}
		in := place{at, m.Act.Key, m.Language}
		if counts[in] == nil {
			counts[in] = map[int64]int{}
		}
		counts[in][m.Edition]++
		more := counts[in][m.Edition] - most[in]
		most[in] = max(most[in], counts[in][m.Edition])
		if i, ok := known[at]; ok {
			g.Edges[i].Mentions += max(more, 0)
			continue
		}
		known[at] = len(g.Edges)
		g.Edges = append(g.Edges, Edge{from, to, relation, 1, m.Act.Key, m.Edition, m.Language, m.Ref.Span, m.Ref.Text})
	}
	g.sort()
	return g
}

func (g *Graph) sort() {
	place := g.Places()
	slices.SortFunc(g.Edges, func(a, b Edge) int {
		return cmp.Or(
			cmp.Compare(place[a.From], place[b.From]),
			cmp.Compare(slices.Index(Relations, a.Relation), slices.Index(Relations, b.Relation)),
			cmp.Compare(place[a.To], place[b.To]),
		)
	})
}

// Places are the indices of the nodes, by the keys of their acts.
func (g *Graph) Places() map[string]int {
	place := make(map[string]int, len(g.Nodes))
	for i, n := range g.Nodes {
		place[n.Key] = i
	}
	return place
}

// Around returns what is not more than depth relations away from the acts with these
// keys, in either direction.
func (g *Graph) Around(keys []string, depth int) *Graph {
	near := map[string]bool{}
	for _, k := range keys {
		near[k] = true
	}
	for range depth {
		next := map[string]bool{}
		for _, e := range g.Edges {
			if near[e.From] || near[e.To] {
				next[e.From], next[e.To] = true, true
			}
		}
		for k := range next {
			near[k] = true
		}
	}
	return g.only(func(n life.Act) bool { return near[n.Key] }, func(Edge) bool { return true })
}

// Only returns the graph with these relations, and without acts that none of them joins.
func (g *Graph) Only(relations []Relation) *Graph {
	joined := map[string]bool{}
	for _, e := range g.Edges {
		if slices.Contains(relations, e.Relation) {
			joined[e.From], joined[e.To] = true, true
		}
	}
	return g.only(func(n life.Act) bool { return joined[n.Key] }, func(e Edge) bool { return slices.Contains(relations, e.Relation) })
}

func (g *Graph) only(node func(life.Act) bool, edge func(Edge) bool) *Graph {
	out := &Graph{}
	kept := map[string]bool{}
	for _, n := range g.Nodes {
		if node(n) {
			out.Nodes = append(out.Nodes, n)
			kept[n.Key] = true
		}
	}
	for _, e := range g.Edges {
		if kept[e.From] && kept[e.To] && edge(e) {
			out.Edges = append(out.Edges, e)
		}
	}
	return out
}
