package workflow

import (
	"encoding/xml"
	"fmt"
	"strconv"
)

// camunda8 is Zeebe: FEEL with "=" before it, user tasks with forms of the task list, jobs
// for workers.
type camunda8 struct{}

func (camunda8) definitions() []xml.Attr {
	return []xml.Attr{
		attr("xmlns:zeebe", "http://camunda.org/schema/zeebe/1.0"),
		attr("xmlns:modeler", "http://camunda.org/schema/modeler/1.0"),
		attr("modeler:executionPlatform", "Camunda Cloud"),
		attr("modeler:executionPlatformVersion", "8.8.0"),
	}
}

func (camunda8) process() []xml.Attr          { return nil }
func (camunda8) expressions() string          { return feel }
func (camunda8) condition(c Condition) string { return "=" + c.FEEL() }
func (camunda8) variable(name string) string  { return "=" + name }

func (e camunda8) extend(out *bpmnNode, n *Node) {
	x := out.Extensions
	switch n.Kind {
	case UserTask, Task:
		out.XMLName.Local = elements[UserTask] // an engine would walk through a task of nobody
		// Forms are not the law's business: the task's application is told which sentence of
		// the act the task comes from.
		x.add(bpmnElementOf("zeebe:userTask"), bpmnElementOf("zeebe:formDefinition", attr("externalReference", n.Source.String())))
		if len(n.Groups) > 0 {
			x.add(bpmnElementOf("zeebe:assignmentDefinition", attr("candidateGroups", groupsOf(n))))
		}
		switch {
		case n.Due != "":
			x.add(bpmnElementOf("zeebe:taskSchedule", attr("dueDate", e.variable(n.Due))))
		case out.dueIn != "":
			x.add(bpmnElementOf("zeebe:taskSchedule", attr("dueDate", fmt.Sprintf("=now() + duration(%q)", out.dueIn))))
		}
	case ServiceTask:
		x.add(bpmnElementOf("zeebe:taskDefinition", attr("type", jobOf(n))))
	case CalendarStep:
		x.add(
			bpmnElementOf("zeebe:taskDefinition", attr("type", DueDateJob)),
			bpmnElementOf("zeebe:ioMapping").with(
				bpmnElementOf("zeebe:input", attr("source", "="+strconv.Itoa(n.Duration.Value)), attr("target", "value")),
				bpmnElementOf("zeebe:input", attr("source", fmt.Sprintf("=%q", n.Duration.Unit)), attr("target", "unit")),
				bpmnElementOf("zeebe:output", attr("source", "=due"), attr("target", n.Due)),
			),
		)
	case CallActivity:
		// What the called procedure decides stays its own.
		x.add(bpmnElementOf("zeebe:calledElement", attr("processId", ProcessID(n.Called)), attr("propagateAllChildVariables", "false")))
		out.Called = ""
	case Gateway, Start, End, Milestone:
		return
	}
	properties := bpmnElementOf("zeebe:properties")
	for _, p := range propertiesOf(n) {
		properties = properties.with(bpmnElementOf("zeebe:property", attr("name", p[0]), attr("value", p[1])))
	}
	x.add(properties)
}
