package serverless

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/serverlessworkflow/sdk-go/v3/model"
	"github.com/serverlessworkflow/sdk-go/v3/parser"

	"reglament/export/workflow"
	regulation "reglament/model"
	"reglament/parse"
	"reglament/testdata"
)

func write(t *testing.T, d *workflow.Definition) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sample(t *testing.T) []workflow.Definition {
	t.Helper()
	var out []workflow.Definition
	for name, data := range testdata.Acts() {
		r, err := parse.Bytes(name, data)
		if err != nil {
			t.Fatal(err)
		}
		for i := range r.Document.Regulations {
			out = append(out, workflow.Build(workflow.Input{
				ActKey: r.Document.Act.Key, Regulation: &r.Document.Regulations[i], Language: r.Document.Act.Language,
			})...)
		}
	}
	return out
}

func TestTheSDKReadsEveryDefinitionOfTheSample(t *testing.T) {
	read := 0
	for _, d := range sample(t) {
		text := write(t, &d)
		flow, err := parser.FromYAMLSource(text)
		if err != nil {
			t.Errorf("%s: %v", d.ID, err)
			continue
		}
		read++
		jumps(t, d.ID, flow)
		if !bytes.Equal(text, write(t, &d)) {
			t.Errorf("%s differs from run to run", d.ID)
		}
	}
	if read == 0 {
		t.Error("no definition was read")
	}
}

// jumps checks what the SDK does not: every "then" names a task that is there, and every
// task but the first is jumped to.
func jumps(t *testing.T, id string, flow *model.Workflow) {
	t.Helper()
	reached := map[string]bool{}
	for i, item := range *flow.Do {
		if i == 0 {
			reached[item.Key] = true
		}
		var targets []*model.FlowDirective
		if s, ok := item.Task.(*model.SwitchTask); ok {
			for _, cases := range s.Switch {
				for _, c := range cases {
					targets = append(targets, c.Then)
				}
			}
		} else {
			targets = append(targets, item.Task.GetBase().Then)
		}
		for _, then := range targets {
			switch {
			case then == nil:
				t.Errorf("%s: %s goes on to nothing", id, item.Key)
			case then.Value == "end":
			case flow.Do.Key(then.Value) == nil:
				t.Errorf("%s: %s goes on to %s, which is not there", id, item.Key, then.Value)
			default:
				reached[then.Value] = true
			}
		}
	}
	for _, item := range *flow.Do {
		if !reached[item.Key] {
			t.Errorf("%s: nothing leads to %s", id, item.Key)
		}
	}
}

func definition() *workflow.Definition {
	return &workflow.Definition{
		ID: strings.Repeat("long-", 20) + "name", Name: "Атауы", Source: workflow.Source{Span: regulation.Span{1, 9}},
		Lanes: []workflow.Lane{{ID: "Lane_1", Name: "Басшы"}},
		Nodes: []workflow.Node{
			{ID: "Start", Kind: workflow.Start}, {ID: "y", Kind: workflow.UserTask, Name: "қарайды", Groups: []string{"provider.head", "rural_akim"}},
			{ID: "Timer", Kind: workflow.BoundaryTimer, AttachedTo: "y", Text: "3 жұмыс күні",
				Duration: &regulation.Duration{Value: 3, Unit: regulation.WorkingDay, Text: "3 жұмыс күні"}},
			{ID: "Late", Kind: workflow.End}, {ID: "End", Kind: workflow.End, Name: "Аяқталды"},
		},
		Flows: []workflow.Flow{{ID: "F1", From: "Start", To: "y"}, {ID: "F2", From: "y", To: "End"}, {ID: "F3", From: "Timer", To: "Late"}},
	}
}

func TestADeadlineCompetesWithTheAnswer(t *testing.T) {
	text := string(write(t, definition()))
	if !strings.Contains(text, `- "y":`) {
		t.Errorf("the task y is not quoted:\n%s", text)
	}
	flow, err := parser.FromYAMLSource([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	steps := flow.Do.Key("y").Task.(*model.DoTask).Do
	fork := steps.Key("done").Task.(*model.ForkTask)
	if !fork.Fork.Compete || fork.Export == nil {
		t.Errorf("the branches do not compete, or the answer is lost: %+v", fork)
	}
	late := fork.Fork.Branches.Key("late").Task.(*model.DoTask).Do
	wait := late.Key("deadline").Task.(*model.WaitTask)
	if got := wait.Wait.AsExpression(); got != "P3D" {
		t.Errorf("the deadline is %s", got)
	}
	meta, err := json.Marshal(wait.Metadata["duration"])
	if err != nil || string(meta) != `{"approximate":true,"text":"3 жұмыс күні","unit":"working_day","value":3}` {
		t.Errorf("the source's duration is %s, %v", meta, err)
	}
	if _, ok := late.Key("answer").Task.(*model.ListenTask); !ok {
		t.Error("a late answer is not waited for")
	}
}

func TestALongNameIsCutTheSameWayEveryTime(t *testing.T) {
	id := strings.Repeat("long-", 20)
	one, other := name(id+"a"), name(id+"b")
	if len(one) != maxName || one == other || one != name(id+"a") {
		t.Errorf("got %q and %q", one, other)
	}
	if got := name("short"); got != "short" {
		t.Errorf("got %q", got)
	}
}

type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAFullDisk(t *testing.T) {
	if err := Write(full{}, definition()); err == nil || !strings.Contains(err.Error(), "no room") {
		t.Errorf("got %v", err)
	}
}
