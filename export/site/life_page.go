package site

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"reglament/corpus"
	"reglament/corpus/graph"
	"reglament/corpus/life"
	"reglament/export/network"
	"reglament/export/report"
	"reglament/model"
)

// lifeView is what happened to an act.
type lifeView struct {
	*life.Life
	Standing *life.Standing // on the day that is asked for
	On       string
	Services []string
	Events   []eventView
	Graph    graphView
	Opened   *Opened // nil where the corpus has no text of the act
}

// eventView is an event with what it changed.
type eventView struct {
	life.Event
	Name    string
	Changes []string
	ByURL   string
}

// graphView is relations between acts.
type graphView struct {
	Picture string // address, empty where there are too many acts to draw
	Edges   []graph.Edge
	Hidden  int                 // edges of the table that are left out
	Acts    map[string]life.Act // by key
}

// Name is what an act is called: the laws, which are known by their names, by these.
func (v graphView) Name(p *page, key string) string {
	_, _, number, _ := corpus.SplitKey(key)
	if title := v.Acts[key].Title; title != "" && strings.HasPrefix(string(number), "«") {
		return clip(string(title), 80)
	}
	return p.KeyName(key)
}

// mostEdges is how many relations a table shows; the download has them all.
const mostEdges = 500

func (p *page) life() error {
	key := unslug(p.r.PathValue("act"))
	var v lifeView
	err := p.site.shelf.lives(p.r.Context(), func(a *life.Archive) error {
		l, err := a.Life(p.r.Context(), key)
		if err != nil {
			return err
		}
		v.Life = l
		v.Graph = p.graphView(graph.Of(a).Around([]string{key}, 1), "/act/"+slug(key)+"/graph")
		return nil
	})
	if err != nil {
		return err
	}
	if v.On = p.Query("on"); v.On == "" {
		v.On = p.site.options.Now().Format(time.DateOnly)
	} else if err := day(v.On); err != nil {
		return err
	}
	standing := v.Life.On(model.Date(v.On))
	v.Standing = &standing
	t := report.Table{Name: p.T("life.title"), Columns: columns([]float64{20, 12, 12, 40, 40, 60, 30, 80},
		p.T("act.kind"), p.T("col.date"), p.T("act.entry"), p.T("col.reason"), p.T("what.by"), p.T("col.changes"), p.T("col.source"), p.T("col.quote"))}
	for _, e := range v.Life.Events {
		one := eventView{Event: e, Name: p.Code("event", e.Kind)}
		for _, c := range e.Changes {
			if change := p.change(c); !slices.Contains(one.Changes, change) { // several texts tell of it
				one.Changes = append(one.Changes, change)
			}
		}
		if e.By != "" {
			one.ByURL = p.LifeLink(e.By)
		}
		v.Events = append(v.Events, one)
		for _, s := range e.Sources {
			t.Rows = append(t.Rows, report.Texts(one.Name, string(e.Date), string(e.Effective), p.Tell(e.Why), e.By, strings.Join(one.Changes, "; "), s.Act, s.Text))
		}
	}
	p.tables = []report.Table{t, p.edgesTable(v.Graph.Edges)}
	p.asJSON(v.Life)
	if !v.Stub {
		if v.Opened, err = p.open(); err != nil {
			return err
		}
	}
	p.Template, p.Nav, p.Body = "life", "acts", v
	p.Title = p.T("life.title") + ": " + p.KeyName(key)
	return nil
}

func (p *page) change(c life.Change) string {
	out := p.Numbered("target", c.Target, c.Number)
	if c.Service != "" {
		out += " «" + c.Service + "»"
	}
	return out + ": " + p.Code("note", c.Action)
}

// Quote cuts a quotation to what fits beside an event.
func (p *page) Quote(s string) string { return clip(strings.Join(strings.Fields(s), " "), 280) }

// graphView are relations with what they can be downloaded as, at addresses that begin so.
func (p *page) graphView(g *graph.Graph, address string) graphView {
	v := graphView{Edges: g.Edges, Acts: map[string]life.Act{}}
	for _, n := range g.Nodes {
		v.Acts[n.Key] = n
	}
	if len(g.Nodes) <= network.MostDrawn && len(g.Edges) > 0 {
		v.Picture = p.To(address + ".svg")
		p.extra = append(p.extra, Download{"SVG", v.Picture})
	}
	if len(g.Edges) > 0 {
		p.extra = append(p.extra, Download{"GraphML", p.To(address + ".graphml")})
	}
	return v
}

// graph is the relations of the whole corpus.
func (p *page) graph() error {
	var v graphView
	err := p.site.shelf.lives(p.r.Context(), func(a *life.Archive) error {
		v = p.graphView(graph.Of(a), "/graph")
		return nil
	})
	if err != nil {
		return err
	}
	p.tables = []report.Table{p.edgesTable(v.Edges)}
	p.asJSON(model.List[graph.Edge](v.Edges))
	if len(v.Edges) > mostEdges {
		v.Hidden = len(v.Edges) - mostEdges
		v.Edges = v.Edges[:mostEdges]
	}
	p.Template, p.Nav, p.Title, p.Body = "graph", "graph", p.T("graph.title"), v
	return nil
}

func (p *page) edgesTable(edges []graph.Edge) report.Table {
	t := report.Table{Name: p.T("nav.graph"), Columns: columns([]float64{36, 24, 36, 80},
		p.T("life.from"), p.T("life.relation"), p.T("life.to"), p.T("col.quote"))}
	for _, e := range edges {
		t.Rows = append(t.Rows, report.Texts(e.From, p.Code("relation", e.Relation), e.To, e.Text))
	}
	return t
}

// withGraph calls use with the relations of the act of the address, or with those of the
// corpus where it names none.
func (p *page) withGraph(use func(*graph.Graph) error) error {
	key := unslug(p.r.PathValue("act"))
	return p.site.shelf.lives(p.r.Context(), func(a *life.Archive) error {
		g := graph.Of(a)
		if key != "" {
			if _, err := a.Act(key); err != nil {
				return err
			}
			g = g.Around([]string{key}, 1)
		}
		return use(g)
	})
}

// graphPicture is the picture of relations.
func (p *page) graphPicture() error {
	var b bytes.Buffer
	err := p.withGraph(func(g *graph.Graph) error {
		if len(g.Nodes) > network.MostDrawn {
			return corpus.ErrNotFound
		}
		return network.WriteSVG(&b, g, p.Lang)
	})
	if err != nil {
		return err
	}
	return p.send("image/svg+xml", "", b.Bytes())
}

// graphFile is relations for the tools of networks.
func (p *page) graphFile() error {
	var b bytes.Buffer
	if err := p.withGraph(func(g *graph.Graph) error { return network.WriteGraphML(&b, g) }); err != nil {
		return err
	}
	return p.send("application/graphml+xml", p.fileName(), b.Bytes())
}
