package mermaid

import (
	"bytes"
	"errors"
	"testing"

	"reglament/export/workflow"
)

func definition() *workflow.Definition {
	return &workflow.Definition{
		ID: "bees", Name: `"Ара" – портал`,
		Lanes: []workflow.Lane{{ID: "Lane_1", Name: "Басшы"}, {ID: "Lane_2", Name: "Портал"}},
		Nodes: []workflow.Node{
			{ID: "Start", Kind: workflow.Start, Name: "Басталуы", Lane: "Lane_1"},
			{ID: "Step_1", Kind: workflow.UserTask, Name: `"Ара" <қызметін> & #1 таңдайды`, Lane: "Lane_1"},
			{ID: "Timer_1", Kind: workflow.BoundaryTimer, Name: "3 жұмыс күні", Lane: "Lane_1", AttachedTo: "Step_1"},
			{ID: "Late_1", Kind: workflow.End, Name: "Мерзімі өтті", Lane: "Lane_1"},
			{ID: "Gateway_1", Kind: workflow.Gateway, Name: "Негіз бар ма?", Lane: "Lane_2"},
			{ID: "Refused_1", Kind: workflow.End, Name: "Бас тартылды", Lane: "Lane_2"},
			{ID: "Step_2", Kind: workflow.CallActivity, Name: "Берушінің рәсімдері", Lane: "Lane_2"},
			{ID: "End", Kind: workflow.End, Name: "Аяқталды", Lane: "Lane_2"},
		},
		Flows: []workflow.Flow{
			{ID: "F1", From: "Start", To: "Step_1"}, {ID: "F2", From: "Step_1", To: "Gateway_1"}, {ID: "F3", From: "Timer_1", To: "Late_1"},
			{ID: "F4", From: "Gateway_1", To: "Refused_1", Name: "Иә"}, {ID: "F5", From: "Gateway_1", To: "Step_2", Name: "Жоқ"}, {ID: "F6", From: "Step_2", To: "End"},
		},
	}
}

func TestAFlowchart(t *testing.T) {
	const want = `---
title: "\"Ара\" – портал"
---
flowchart LR
  subgraph Lane_1["Басшы"]
    nStart(["Басталуы"])
    nStep_1["#quot;Ара#quot; #lt;қызметін#gt; #amp; #35;1 таңдайды<br/>⏱ 3 жұмыс күні"]
  end
  subgraph Lane_2["Портал"]
    nGateway_1{"Негіз бар ма?"}
    nRefused_1(["Бас тартылды"])
    nStep_2[["Берушінің рәсімдері"]]
    nEnd(["Аяқталды"])
  end
  nStart --> nStep_1
  nStep_1 --> nGateway_1
  nGateway_1 -->|"Иә"| nRefused_1
  nGateway_1 -->|"Жоқ"| nStep_2
  nStep_2 --> nEnd
`
	var b bytes.Buffer
	if err := Write(&b, definition()); err != nil || b.String() != want {
		t.Errorf("got %v\n%s", err, b.String())
	}
}

type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAFullDisk(t *testing.T) {
	if err := Write(full{}, definition()); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
