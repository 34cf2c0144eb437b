package workflow

import (
	"encoding/xml"
	"strconv"
)

// camunda7 is Camunda 7: JUEL, candidate groups, external tasks.
type camunda7 struct{}

func (camunda7) definitions() []xml.Attr {
	return []xml.Attr{
		attr("xmlns:camunda", "http://camunda.org/schema/1.0/bpmn"),
		attr("xmlns:modeler", "http://camunda.org/schema/modeler/1.0"),
		attr("modeler:executionPlatform", "Camunda Platform"),
		attr("modeler:executionPlatformVersion", "7.24.0"),
	}
}

// process says how long the engine keeps the history; it deploys nothing without.
func (camunda7) process() []xml.Attr          { return []xml.Attr{attr("camunda:historyTimeToLive", "P180D")} }
func (camunda7) expressions() string          { return "" }
func (camunda7) condition(c Condition) string { return c.juel() }
func (camunda7) variable(name string) string  { return "${" + name + "}" }

func (e camunda7) extend(out *bpmnNode, n *Node) {
	x := out.Extensions
	switch n.Kind {
	case UserTask, Task:
		out.humanTask("camunda", n, e.variable)
	case ServiceTask:
		out.Attrs = append(out.Attrs, attr("camunda:type", "external"), attr("camunda:topic", jobOf(n)))
	case CalendarStep:
		out.Attrs = append(out.Attrs, attr("camunda:type", "external"), attr("camunda:topic", DueDateJob))
		input := func(name, value string) bpmnElement {
			e := bpmnElementOf("camunda:inputParameter", attr("name", name))
			e.Text = value
			return e
		}
		output := bpmnElementOf("camunda:outputParameter", attr("name", n.Due))
		output.Text = e.variable("due")
		x.add(bpmnElementOf("camunda:inputOutput").with(
			input("value", "${"+strconv.Itoa(n.Duration.Value)+"}"), input("unit", string(n.Duration.Unit)), output,
		))
	case CallActivity:
		x.add(
			bpmnElementOf("camunda:in", attr("businessKey", "#{execution.processBusinessKey}")),
			bpmnElementOf("camunda:in", attr("variables", "all")),
		)
	case Gateway, Start, End, Milestone:
		return
	}
	properties := bpmnElementOf("camunda:properties")
	for _, p := range propertiesOf(n) {
		properties = properties.with(bpmnElementOf("camunda:property", attr("name", p[0]), attr("value", p[1])))
	}
	x.add(properties)
}

// humanTask says to Camunda 7 and to Flowable, which was made of the same engine, who
// does a task and until when.
func (out *bpmnNode) humanTask(prefix string, n *Node, variable func(string) string) {
	out.XMLName.Local = elements[UserTask] // an engine would walk through a task of nobody
	if len(n.Groups) > 0 {
		out.Attrs = append(out.Attrs, attr(prefix+":candidateGroups", groupsOf(n)))
	}
	switch {
	case n.Due != "":
		out.Attrs = append(out.Attrs, attr(prefix+":dueDate", variable(n.Due)))
	case out.dueIn != "":
		out.Attrs = append(out.Attrs, attr(prefix+":dueDate", out.dueIn))
	}
}
