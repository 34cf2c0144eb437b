package site

import (
	"bytes"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"reglament/export/report"
	"reglament/export/workflow"
	"reglament/model"
)

// regulationView is one regulation of an act.
type regulationView struct {
	*Opened
	Act        *model.Act
	Regulation *model.Regulation
	Properties []value
	Processes  []processView
	Diagrams   []diagramView
	Shown      *diagramView // the diagram that is drawn
	Others     []otherView
	More       int    // others that are not listed
	MoreURL    string // where they are
	Uncompared bool   // some are listed without a comparison, as an exported site bounds them
	Matrix     string // address of the comparison of all of them
	Findings   []remark
}

// processView is a procedure with its time line.
type processView struct {
	*model.Process
	Timeline *timeline // nil where nothing is timed
	Minutes  string    // working time of the steps
	Results  bool      // some step tells its result
}

// Branch tells what follows a check.
func (v processView) Branch(label model.Text) *model.Branch {
	for i := range v.Branches {
		if model.Text(v.Branches[i].Condition) == label && label != "" {
			return &v.Branches[i]
		}
	}
	return nil
}

// diagramView is a workflow diagram.
type diagramView struct {
	ID, Name string
	URL      string // of the page with this diagram
	File     string // of the BPMN
	XML      string // in an exported site, where a script may not fetch files
	Current  bool
}

// otherView is the regulation of the same service in another act.
type otherView struct {
	Name, Service string
	URL, Compare  string
}

// chosen opens the regulation of the address.
func (p *page) chosen() (*Opened, *model.Regulation, error) {
	o, err := p.open()
	if err != nil {
		return nil, nil, err
	}
	n, err := strconv.Atoi(p.r.PathValue("regulation"))
	for i := range o.text.Regulations {
		if g := &o.text.Regulations[i]; err == nil && g.Index == n {
			return o, g, nil
		}
	}
	return nil, nil, fault{status: http.StatusNotFound}
}

func definitions(o *Opened, g *model.Regulation) []workflow.Definition {
	return workflow.Build(workflow.Input{ActKey: o.text.Act.Key, Regulation: g, Language: o.text.Act.Language})
}

func (p *page) regulation() error {
	o, g, err := p.chosen()
	if err != nil {
		return err
	}
	v := regulationView{Opened: o, Act: &o.text.Act, Regulation: g, Properties: p.properties(g)}
	for i := range g.Processes {
		one := processView{Process: &g.Processes[i]}
		one.Timeline, one.Minutes = p.timeline(one.Process)
		for _, s := range one.Steps {
			one.Results = one.Results || s.Result != ""
		}
		v.Processes = append(v.Processes, one)
	}
	if err := p.diagrams(&v); err != nil {
		return err
	}
	if err := p.others(&v); err != nil {
		return err
	}
	for _, f := range o.text.Findings {
		if g.Span.Contains(f.Span) {
			v.Findings = append(v.Findings, p.remark(f))
		}
	}
	p.Template, p.Nav, p.Title, p.Body = "regulation", "acts", g.Service, v
	p.Script = "diagram.js"
	p.tables = []report.Table{p.stepsTable(g), p.participantsTable(g), p.resultsTable(g)}
	p.asJSON(g)
	return nil
}

// properties are what the general part says, each with its place.
func (p *page) properties(g *model.Regulation) []value {
	var out []value
	add := func(key, text string, s model.Span) {
		if text != "" {
			out = append(out, value{Name: p.T(key), Text: text, Span: s})
		}
	}
	add("regulation.provider", string(g.Provider), g.Spans.Of("provider"))
	for i, c := range g.Channels {
		add("regulation.channels", p.Code("channel", c), g.Spans.OfItem("channels", i))
	}
	for i, f := range g.Forms {
		add("regulation.forms", p.Code("form", f), g.Spans.OfItem("forms", i))
	}
	add("regulation.automation", p.Code("automation", g.Automation), g.Spans.Of("automation"))
	for _, l := range g.TimeLimits {
		text := p.Code("limit", l.What) + ": " + p.Duration(l.Duration)
		if len(l.At) > 0 {
			text += " (" + p.Channels(l.At) + ")"
		}
		add("regulation.limits", text, l.Span)
	}
	if g.Standard != nil {
		add("regulation.standard", p.Ref(g.Standard), g.Standard.Span)
	}
	if g.ApprovedBy != nil {
		add("regulation.approved_by", p.Ref(g.ApprovedBy), g.ApprovedBy.Span)
	}
	if g.Edition != nil && g.Edition.By != nil {
		add("regulation.edition", p.Ref(g.Edition.By), g.Edition.By.Span)
	}
	add("regulation.annex", string(g.Annex), g.Spans.Of("annex"))
	return out
}

// diagrams lists the workflow definitions; the one of ?diagram= is drawn, or the first.
func (p *page) diagrams(v *regulationView) error {
	all := definitions(v.Opened, v.Regulation)
	path := p.r.URL.Path
	wanted := p.Query("diagram")
	for i := range all {
		d := diagramView{ID: all[i].ID, Name: all[i].Name, URL: p.To(path, "edition", v.Explicit(), "diagram", all[i].ID) + "#diagram"}
		d.Current = d.ID == wanted || wanted == "" && i == 0
		if i == 0 {
			d.URL = p.To(path, "edition", v.Explicit()) + "#diagram"
		}
		d.File = p.To(path+"/diagram/"+all[i].FileName(), "edition", v.Explicit())
		if d.Current && p.static != nil {
			var b bytes.Buffer
			if err := workflow.WriteBPMN(&b, &all[i], workflow.Plain); err != nil {
				return err
			}
			d.XML = b.String()
		}
		v.Diagrams = append(v.Diagrams, d)
		if d.Current {
			v.Shown = &v.Diagrams[len(v.Diagrams)-1]
			p.extra = append(p.extra, Download{"BPMN", d.File})
		}
	}
	if wanted != "" && v.Shown == nil {
		return fault{status: http.StatusNotFound}
	}
	return nil
}

// mostSides is how many sides are compared at once: the regions of the country.
const mostSides = 17

// others finds the service in other acts.
func (p *page) others(v *regulationView) error {
	b, err := p.site.shelf.books(p.r.Context())
	if err != nil {
		return err
	}
	here := v.Key + "#" + strconv.Itoa(v.Regulation.Index)
	sides := []string{here}
	all := b.services[serviceID(v.Regulation.Service)]
	own := slices.IndexFunc(all, func(at place) bool { return at.act.Key == v.Key })
	for i, other := range all {
		if i == own {
			continue
		}
		if len(sides) == mostSides {
			v.More = len(all) - mostSides
			v.MoreURL = p.To("/", "service", v.Regulation.Service)
			break
		}
		there := other.side()
		pair := []string{here, there}
		slices.Sort(pair) // a comparison has one address, whichever act it is asked from
		sides = append(sides, there)
		one := otherView{
			Name:    p.ActName(other.act.Region, other.act.Number, other.act.Adopted),
			Service: other.service,
			URL:     p.placeLink(other),
		}
		if p.static == nil || min(i, own) < p.static.pairs {
			one.Compare = p.CompareLink(pair...)
		} else {
			v.Uncompared = true
		}
		v.Others = append(v.Others, one)
	}
	if len(sides) > 2 {
		slices.Sort(sides)
		v.Matrix = p.CompareLink(sides...)
	}
	return nil
}

// placeLink is the address of a regulation in the list, or of its act.
func (p *page) placeLink(at place) string {
	if at.index > 0 {
		return p.RegulationLink(at.act.Key, at.index)
	}
	return p.ActLink(at.act.Key)
}

// diagram is the BPMN file of a definition.
func (p *page) diagram() error {
	o, g, err := p.chosen()
	if err != nil {
		return err
	}
	all := definitions(o, g)
	for i := range all {
		if all[i].FileName() == p.r.PathValue("diagram") {
			var b bytes.Buffer
			if err := workflow.WriteBPMN(&b, &all[i], workflow.Plain); err != nil {
				return err
			}
			return p.send("application/xml; charset=utf-8", all[i].FileName(), b.Bytes())
		}
	}
	return fault{status: http.StatusNotFound}
}

// stepsTable is every step of a regulation.
func (p *page) stepsTable(g *model.Regulation) report.Table {
	t := report.Table{Name: p.T("regulation.procedures"), Columns: columns([]float64{30, 8, 34, 26, 26, 80, 20, 12, 40, 10, 10},
		p.T("col.process"), p.T("col.n"), p.T("col.actor"), p.T("col.role"), p.T("col.actions"), p.T("col.text"),
		p.T("col.term"), p.T("minutes.column"), p.T("col.result"), p.T("col.start"), p.T("col.end"))}
	for i := range g.Processes {
		pr := &g.Processes[i]
		for k := range pr.Steps {
			s := &pr.Steps[k]
			t.Rows = append(t.Rows, []report.Cell{
				{Text: p.processName(pr.Kind, pr.Variant)}, {Text: stepName(s)}, {Text: string(s.Actor)}, {Text: p.Roles(s.Roles)},
				{Text: p.Actions(s.Actions)}, {Text: s.Text}, {Text: p.terms(s.Durations)}, report.Optional(s.Term().Minutes()),
				{Text: string(s.Result)}, report.Number(s.Span[0]), report.Number(s.Span[1]),
			})
		}
	}
	return t
}

func (p *page) participantsTable(g *model.Regulation) report.Table {
	t := report.Table{Name: p.T("regulation.participants"), Columns: columns([]float64{60, 34, 10, 10},
		p.T("col.text"), p.T("col.role"), p.T("col.start"), p.T("col.end"))}
	for _, a := range g.Actors {
		t.Rows = append(t.Rows, []report.Cell{{Text: a.Text}, {Text: p.Code("role", a.Role)}, report.Number(a.Span[0]), report.Number(a.Span[1])})
	}
	return t
}

// resultsTable is the lists of results that stand apart from the steps.
func (p *page) resultsTable(g *model.Regulation) report.Table {
	t := report.Table{Name: p.T("regulation.results"), Columns: columns([]float64{40, 8, 80, 10, 10},
		p.T("col.variant"), p.T("col.n"), p.T("col.result"), p.T("col.start"), p.T("col.end"))}
	for _, l := range g.Results {
		for i, item := range l.Items {
			at := l.Spans.OfItem("items", i)
			t.Rows = append(t.Rows, []report.Cell{{Text: strings.Join(l.Variant, " – ")}, report.Number(i + 1), {Text: item}, report.Number(at[0]), report.Number(at[1])})
		}
	}
	return t
}

// stepName is a step's label, or its number as printed.
func stepName(s *model.Step) string {
	if s.Label != "" {
		return string(s.Label)
	}
	return string(s.N)
}

// terms writes the terms of a step.
func (p *page) terms(all []model.Duration) string {
	out := ""
	for i, d := range all {
		if i > 0 {
			out += ", "
		}
		out += p.Duration(d)
	}
	return out
}

// Terms writes the terms of a step for a template.
func (p *page) Terms(all model.List[model.Duration]) string { return p.terms(all) }
