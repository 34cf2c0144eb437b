package workflow

import (
	"encoding/xml"
	"fmt"
)

// flowable is Flowable: JUEL, candidate groups, external workers, a bean for the calendar.
type flowable struct{}

func (flowable) definitions() []xml.Attr {
	return []xml.Attr{attr("xmlns:flowable", "http://flowable.org/bpmn")}
}

func (flowable) process() []xml.Attr          { return nil }
func (flowable) expressions() string          { return "" }
func (flowable) condition(c Condition) string { return c.juel() }
func (flowable) variable(name string) string  { return "${" + name + "}" }

func (e flowable) extend(out *bpmnNode, n *Node) {
	switch n.Kind {
	case UserTask, Task:
		out.humanTask("flowable", n, e.variable)
	case ServiceTask:
		out.Attrs = append(out.Attrs, attr("flowable:type", "external-worker"), attr("flowable:topic", jobOf(n)))
	case CalendarStep:
		out.Attrs = append(out.Attrs,
			attr("flowable:expression", fmt.Sprintf("${%s.due(%d, '%s')}", DueDateBean, n.Duration.Value, n.Duration.Unit)),
			attr("flowable:resultVariable", n.Due))
	case CallActivity:
		out.Attrs = append(out.Attrs, attr("flowable:inheritVariables", "true"), attr("flowable:inheritBusinessKey", "true"))
	}
}
