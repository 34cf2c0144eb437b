package workflow

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"reglament/model"
)

func TestFaultsOfADefinitionAreFound(t *testing.T) {
	tests := []struct {
		name   string
		change func(d *Definition)
		want   string
	}{
		{"a flow to nowhere", func(d *Definition) { d.Flows[0].To = "Nowhere" }, `the node "Nowhere", which is not there`},
		{"an ID used twice", func(d *Definition) { d.Flows[1].ID = d.Flows[0].ID }, "is used twice"},
		{"an ID in Cyrillic", func(d *Definition) { d.Lanes[0].ID = "Жол"; setLane(d, "Lane_1", "Жол") }, "is not an ASCII name"},
		{"a node without a lane", func(d *Definition) { d.Nodes[1].Lane = "" }, `stands in the lane ""`},
		{"an empty lane", func(d *Definition) { d.Lanes = append(d.Lanes, Lane{ID: "Lane_9", Name: "Бос"}) }, "lane Lane_9 (Бос) is empty"},
		{"two starts", func(d *Definition) {
			d.Nodes = append(d.Nodes, Node{ID: "Start_2", Kind: Start, Name: "Басталуы", Lane: d.Lanes[0].ID})
			d.Flows = append(d.Flows, Flow{ID: "Flow_99", From: "Start_2", To: "Step_1"})
		}, "2 start events"},
		{"a node that nothing leads to", func(d *Definition) { d.Flows[0].To = "Step_2" }, "node Step_1 (…қабылдауды және тіркеуді жүзеге асырады) is not reached"},
		{"a node that leads nowhere", func(d *Definition) { d.Flows = d.Flows[:len(d.Flows)-1] }, "reaches no end"},
		{"a gateway without default", func(d *Definition) { d.node("Gateway_3").Default = "" }, "has no default flow"},
		{"a flow without condition", func(d *Definition) { conditional(d).Condition = nil }, "must have a condition or be the default"},
		{"a call of nothing", func(d *Definition) { d.node("Step_4").Kind = CallActivity }, "calls nothing"},
		{"a timer without duration", func(d *Definition) { d.node("Timer_1").Duration = nil }, "has no duration"},
		{"a duration below nought", func(d *Definition) { d.node("Timer_1").Duration.Value = -1 }, "is not ISO 8601"},
		{"a timer of no task", func(d *Definition) { d.node("Timer_1").AttachedTo = "" }, "is not attached to a task"},
		{"a name too long", func(d *Definition) { d.node("Step_1").Name = strings.Repeat("ә", MaxName+1) }, "has 46 characters"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := channel(model.ChannelOffice)
			if errs := faults(d); len(errs) > 0 {
				t.Fatal(errs)
			}
			tt.change(d)
			errs := faults(d)
			if !strings.Contains(fmt.Sprint(errs), tt.want) {
				t.Errorf("%q is not among %v", tt.want, errs)
			}
		})
	}
}

func setLane(d *Definition, from, to string) {
	for i := range d.Nodes {
		if d.Nodes[i].Lane == from {
			d.Nodes[i].Lane = to
		}
	}
}

func conditional(d *Definition) *Flow {
	for i := range d.Flows {
		if d.Flows[i].Condition != nil {
			return &d.Flows[i]
		}
	}
	return &Flow{}
}

func TestFaultsOfADrawingAreFound(t *testing.T) {
	index := func(d *Definition, id string) int {
		for i, n := range d.Nodes {
			if n.ID == id {
				return i
			}
		}
		return -1
	}
	tests := []struct {
		name   string
		change func(d *Definition, p *drawing)
		want   string
	}{
		{"two nodes in one place", func(d *Definition, p *drawing) { p.Nodes[index(d, "Step_2")] = p.Nodes[index(d, "Step_1")] }, "drawn over each other"},
		{"a node outside of its lane", func(d *Definition, p *drawing) { p.Nodes[index(d, "Step_2")].Y = 0 }, "outside of its lane"},
		{"an edge that hangs in the air", func(d *Definition, p *drawing) { p.Edges[0].Points[0].Y -= 60 }, "not attached"},
		{"a slanting edge", func(d *Definition, p *drawing) { p.Edges[0].Points[1].Y += 5 }, "slanting"},
		{"an edge through a node", func(d *Definition, p *drawing) {
			y := p.Nodes[index(d, "Step_2")].midY()
			p.Edges[0].Points = []xy{{0, y}, {p.Pool.W, y}}
		}, "crosses node Step_2"},
		{"a label over a node", func(d *Definition, p *drawing) { p.Labels[0] = p.Nodes[index(d, "Step_1")] }, "drawn over node Step_1"},
		{"a label over a label", func(d *Definition, p *drawing) { p.Labels[index(d, "Gateway_3")] = p.Labels[0] }, "labels 0 and"},
		{"lanes over each other", func(d *Definition, p *drawing) { p.Lanes[1] = p.Lanes[0] }, "lanes Lane_1 and Lane_2"},
		{"a lane outside of the pool", func(d *Definition, p *drawing) { p.Pool.W = 10 }, "outside of the pool"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := channel(model.ChannelOffice)
			p := draw(d)
			tt.change(d, &p)
			c := &checker{def: d}
			c.drawing(p)
			if !strings.Contains(fmt.Sprint(c.errs), tt.want) {
				t.Errorf("%q is not among %v", tt.want, c.errs)
			}
		})
	}
}

// Whatever the steps of a regulation are, its definitions have no faults: every kind of
// step, checks one after another, refusals that are shared, far away or missing.
func TestWhateverIsBuiltPasses(t *testing.T) {
	roles := []model.Role{"", model.RoleApplicant, model.RolePortal, model.RoleHead, model.RoleOther}
	sentences := []string{"қарайды", "құжаттарды қабылдайды және тіркейді", strings.Repeat("көрсетілетін қызметті алушының өтінішін ", 5) + "қарайды", ""}
	units := []model.Unit{model.Minute, model.WorkingDay, model.Month}
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 400 {
		var p model.Process
		p.Kind, p.Point = model.ProcessPortal, "9"
		for i := range 1 + r.IntN(14) {
			s := model.Step{N: model.Text(fmt.Sprint(i + 1)), Node: model.TaskNode, Text: sentences[r.IntN(len(sentences))]}
			if role := roles[r.IntN(len(roles))]; role != "" {
				s.Roles = model.List[model.Role]{role}
			}
			switch r.IntN(3) {
			case 0:
				s.Node, s.Label = model.ConditionNode, model.Text(fmt.Sprintf("%d-шарт", i))
				p.Branches = append(p.Branches, model.Branch{Condition: string(s.Label), Refusal: model.Text(fmt.Sprintf("%d-процесс", i-2+r.IntN(8)))})
			case 1:
				s.Node, s.Label = model.ProcessNode, model.Text(fmt.Sprintf("%d-процесс", i))
			}
			for range r.IntN(3) {
				s.Durations = append(s.Durations, model.Duration{Value: 1 + r.IntN(30), Unit: units[r.IntN(len(units))]})
			}
			if r.IntN(4) == 0 {
				s.Conditions = model.List[string]{"құжаттарды ұсынбаған жағдайда бас тартады"}
			}
			p.Steps = append(p.Steps, s)
		}
		for _, d := range Build(Input{Regulation: &model.Regulation{Index: n, Processes: model.List[model.Process]{p}}, Language: model.Kazakh}) {
			stepped := WithCalendarSteps(d)
			for _, err := range append(faults(&d), faults(&stepped)...) {
				t.Errorf("%v (steps %d)", err, len(p.Steps))
			}
		}
		if t.Failed() {
			return
		}
	}
}

// draw is for every definition, also for one that Build does not make: a loop back, a
// way that skips steps, a step without a way in.
func TestALoopIsDrawnAroundTheSteps(t *testing.T) {
	d := &Definition{ID: "loop", Language: model.Kazakh, Lanes: []Lane{{ID: "Lane_1", Name: "Басшы"}}}
	add := func(id string, kind NodeKind) {
		d.Nodes = append(d.Nodes, Node{ID: id, Kind: kind, Name: "Қарайды", Lane: "Lane_1"})
	}
	flow := func(from, to string, c *Condition) {
		d.Flows = append(d.Flows, Flow{ID: fmt.Sprintf("Flow_%d", len(d.Flows)+1), From: from, To: to, Condition: c})
	}
	for i, kind := range []NodeKind{Start, UserTask, Gateway, UserTask, Gateway, UserTask, End} {
		add(fmt.Sprintf("Node_%d", i), kind)
	}
	for i := range 6 {
		flow(fmt.Sprintf("Node_%d", i), fmt.Sprintf("Node_%d", i+1), nil)
	}
	d.node("Node_2").Default, d.node("Node_4").Default = "Flow_3", "Flow_5"
	flow("Node_2", "Node_5", &Condition{Variable: "skip", Value: true})
	flow("Node_4", "Node_1", &Condition{Variable: "again", Value: true})
	for _, err := range faults(d) {
		t.Error(err)
	}
	p := draw(d)
	for _, i := range []int{6, 7} {
		if len(p.Edges[i].Points) < 5 {
			t.Errorf("flow %s is drawn through the steps: %v", d.Flows[i].ID, p.Edges[i].Points)
		}
	}
	d.Flows = d.Flows[1:]
	if got := fmt.Sprint(faults(d)); !strings.Contains(got, "node Node_1 (Қарайды) is not reached") {
		t.Errorf("a step without a way in: %s", got)
	}
}
