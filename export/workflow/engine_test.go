package workflow

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"reglament/model"
)

func written(t testing.TB, d *Definition, e Engine) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteBPMN(&b, d, e); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGoldenOfEngines(t *testing.T) {
	for _, e := range []Engine{Camunda8, Camunda7, Flowable} {
		t.Run(string(e), func(t *testing.T) {
			d := WithCalendarSteps(*channel(model.ChannelOffice))
			golden(t, string(e)+"-"+d.FileName(), written(t, &d, e))
		})
	}
}

func TestWhatEachEngineIsTold(t *testing.T) {
	tests := []struct {
		engine Engine
		steps  bool
		want   []string
	}{
		{Plain, false, []string{"office_refusal_3 = true<", `reglament:approximate="true">P3D<`, ">PT30M<"}},
		{Camunda8, true, []string{">=office_refusal_3 = true<", ">=office_due_3<", `dueDate="=office_due_3"`, `candidateGroups="provider.head"`,
			`externalReference="KZ-11/2017-03-14/А-3/101#2:`, `type="reglament-due-date"`, `source="=3" target="value"`, `source="=&#34;working_day&#34;" target="unit"`}},
		{Camunda8, false, []string{">P3D<", `dueDate="=now() + duration(&#34;P3D&#34;)"`}},
		{Camunda7, true, []string{">${office_refusal_3 == true}<", ">${office_due_3}<", `camunda:dueDate="${office_due_3}"`, `camunda:candidateGroups="provider.head"`,
			`camunda:topic="reglament-due-date"`, `<camunda:inputParameter name="value">${3}<`, `<camunda:outputParameter name="office_due_3">${due}<`}},
		{Camunda7, false, []string{">P3D<", `camunda:dueDate="P3D"`}},
		{Flowable, true, []string{">${office_refusal_3 == true}<", ">${office_due_3}<", `flowable:dueDate="${office_due_3}"`, `flowable:candidateGroups="provider.head"`,
			`flowable:expression="${reglamentCalendar.due(3, &#39;working_day&#39;)}" flowable:resultVariable="office_due_3"`}},
		{Flowable, false, []string{">P3D<", `flowable:dueDate="P3D"`}},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s %t", tt.engine, tt.steps), func(t *testing.T) {
			d := *channel(model.ChannelOffice)
			if tt.steps {
				d = WithCalendarSteps(d)
			}
			text := string(written(t, &d, tt.engine))
			for _, want := range tt.want {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not in it", want)
				}
			}
		})
	}
	if err := WriteBPMN(&bytes.Buffer{}, channel(model.ChannelOffice), "activiti"); err == nil || !strings.Contains(err.Error(), `"activiti"`) {
		t.Errorf("an unknown engine: %v", err)
	}
}

func TestATaskOfNobodyIsNotWalkedThrough(t *testing.T) {
	d := channel(model.ChannelPortal)
	if text := string(written(t, d, Plain)); !strings.Contains(text, `<bpmn:task id="Step_6"`) {
		t.Error("the plain file tells who acts, which the text does not")
	}
	for _, e := range []Engine{Camunda8, Camunda7, Flowable} {
		if text := string(written(t, d, e)); strings.Contains(text, "<bpmn:task ") || !strings.Contains(text, `<bpmn:userTask id="Step_6"`) {
			t.Errorf("%s walks through a task that somebody has to do", e)
		}
	}
}

func TestAlternativesOfActorsAreGroupsOfCandidates(t *testing.T) {
	f := &fixture{}
	r := &model.Regulation{Index: 1, Service: "Рұқсат беру", Processes: model.List[model.Process]{{Kind: model.ProcessInternal, Point: "5", Steps: model.List[model.Step]{
		f.step("1", "", "кеңсе қызметкері немесе әкім аппаратының маманы қабылдайды", "кеңсе қызметкері немесе әкім аппаратының маманы",
			model.RoleOffice, model.RoleRuralSpecialist),
		f.step("2", "", "бас сарапшы қарайды", "бас сарапшы", model.RoleOther),
	}}}}
	d := Build(Input{Regulation: r, Language: model.Kazakh})[0]
	var got []string
	for _, n := range d.Nodes {
		if n.Step != nil {
			got = append(got, groupsOf(&n))
		}
	}
	same(t, got, []string{"provider.office,rural_akim.specialist", "other.bas-sarapshy"})
}

func TestACalendarStepComesBeforeEveryDeadline(t *testing.T) {
	d := WithCalendarSteps(*channel(model.ChannelOffice))
	var got []string
	for _, n := range d.Nodes {
		if n.Kind == CalendarStep {
			var next []string
			for _, f := range d.Flows {
				if f.From == n.ID {
					next = append(next, f.To)
				}
			}
			got = append(got, fmt.Sprintf("%s (%s) sets %s, then %s until %s", n.ID, n.Name, n.Due, strings.Join(next, " "), d.node(strings.Replace(n.ID, "Calendar", "Timer", 1)).Due))
		}
	}
	same(t, got, []string{
		"Calendar_1 (Мерзім: 30 минут) sets office_due_1, then Step_1 until office_due_1",
		"Calendar_2 (Мерзім: 1 сағат) sets office_due_2, then Step_2 until office_due_2",
		"Calendar_3 (Мерзім: 3 жұмыс күні) sets office_due_3, then Step_3 until office_due_3",
	})
	before := channel(model.ChannelOffice)
	if len(before.Nodes) == len(d.Nodes) || slices.ContainsFunc(before.Nodes, func(n Node) bool { return n.Due != "" }) {
		t.Error("the definition itself was changed")
	}
	for _, err := range faults(&d) {
		t.Error(err)
	}
	p := draw(&d)
	for i, n := range d.Nodes {
		if n.Kind != CalendarStep {
			continue
		}
		task := p.Nodes[slices.IndexFunc(d.Nodes, func(m Node) bool { return m.ID == strings.Replace(n.ID, "Calendar", "Step", 1) })]
		if p.Nodes[i].X != task.X || p.Nodes[i].Y+p.Nodes[i].H > task.Y {
			t.Errorf("%s is not drawn above its task", n.ID)
		}
	}
}

func TestTheLimitOfTheWholeService(t *testing.T) {
	limit := func(value int, unit model.Unit, at ...model.Channel) model.TimeLimit {
		return model.TimeLimit{What: model.LimitService, At: at, Duration: model.Duration{Value: value, Unit: unit}, Span: model.Span{10, 20}}
	}
	wait := limit(15, model.Minute)
	wait.What = model.LimitWait
	tests := []struct {
		name    string
		limits  []model.TimeLimit
		variant []model.Duration
		want    string
	}{
		{"none", nil, nil, ""},
		{"for every channel", []model.TimeLimit{limit(5, model.WorkingDay)}, nil, "act-1-office 5 working_day 4.1"},
		{"for this channel", []model.TimeLimit{limit(5, model.WorkingDay), limit(10, model.Minute, model.ChannelOffice)}, nil, "act-1-office 10 minute 4.1"},
		{"for another channel", []model.TimeLimit{limit(10, model.Minute, model.ChannelPortal)}, nil, ""},
		{"told twice", []model.TimeLimit{limit(5, model.WorkingDay), limit(5, model.WorkingDay)}, nil, "act-1-office 5 working_day 4.1"},
		{"two that are not told apart", []model.TimeLimit{limit(5, model.WorkingDay), limit(7, model.WorkingDay)}, nil, ""},
		{"of waiting", []model.TimeLimit{wait}, nil, ""},
		{"of the variant", []model.TimeLimit{limit(5, model.WorkingDay)}, []model.Duration{{Value: 15, Unit: model.Minute}}, "act-1-office 15 minute 5"},
		{"two of the variant", nil, []model.Duration{{Value: 15, Unit: model.Minute}, {Value: 20, Unit: model.Minute}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := process(model.ProcessInternal, "5", nil, "қол қояды")
			p.Durations = tt.variant
			r := &model.Regulation{
				Index: 1, Service: "Рұқсат беру", TimeLimits: tt.limits, Processes: model.List[model.Process]{p},
				Sections: model.List[model.Section]{{Points: model.List[model.Point]{{Number: "4.", Span: model.Span{0, 50},
					Subpoints: model.List[model.Point]{{Number: "1)", Span: model.Span{5, 30}}}}}}},
			}
			got := ""
			for _, d := range Build(Input{Regulation: r, Language: model.Kazakh})[1:] {
				got += fmt.Sprintf("%s %d %s %s", d.Watches, d.Durations[0].Value, d.Durations[0].Unit, d.Source.Point)
				stepped := WithCalendarSteps(d)
				for _, err := range append(faults(&d), faults(&stepped)...) {
					t.Error(err)
				}
				if d.node("Service").Called != d.Watches {
					t.Errorf("it calls %s", d.node("Service").Called)
				}
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// The ways out of a check do not cross where the refusal stands between the gateway and
// the next step.
func TestTheWaysOutOfACheckDoNotCross(t *testing.T) {
	f := &fixture{}
	portal := model.Process{Kind: model.ProcessPortal, Point: "9", Branches: model.List[model.Branch]{{Condition: "1-шарт", Refusal: "2-процесс"}}, Steps: model.List[model.Step]{
		f.step("", "1-шарт", "1-шарт – тексереді", "", model.RolePortal),
		f.step("", "2-процесс", "2-процесс – бас тартады", "", model.RolePortal),
		f.step("", "3-процесс", "3-процесс – басшы қарайды", "басшы", model.RoleHead),
	}}
	d := Build(Input{Regulation: &model.Regulation{Index: 1, Processes: model.List[model.Process]{portal}}, Language: model.Kazakh})[0]
	p := draw(&d)
	for i := range d.Flows {
		for j := range i {
			if a, b := p.Edges[i].Points, p.Edges[j].Points; cross(a, b) {
				t.Errorf("%s and %s cross: %v, %v", d.Flows[i].ID, d.Flows[j].ID, a, b)
			}
		}
	}
}

// cross reports whether two ways of horizontal and vertical lines cross.
func cross(a, b []xy) bool {
	for i := 1; i < len(a); i++ {
		for j := 1; j < len(b); j++ {
			p, q := line(a[i-1], a[i]), line(b[j-1], b[j])
			if crosses(p, q) || crosses(q, p) {
				return true
			}
		}
	}
	return false
}

// crosses reports whether a vertical line crosses a horizontal one.
func crosses(v, h box) bool {
	return v.W == 0 && h.H == 0 && h.X < v.X && v.X < h.X+h.W && v.Y < h.Y && h.Y < v.Y+v.H
}

func line(a, b xy) box {
	return box{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X) - min(a.X, b.X), max(a.Y, b.Y) - min(a.Y, b.Y)}
}
