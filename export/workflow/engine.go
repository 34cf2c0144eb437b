package workflow

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"reglament/model"
)

// Engine is the workflow engine that a BPMN file is for.
type Engine string

// The engines.
const (
	Plain    Engine = "bpmn"     // none: for viewers, with FEEL conditions
	Camunda8 Engine = "camunda8" // Zeebe
	Camunda7 Engine = "camunda7"
	Flowable Engine = "flowable"
)

// DueDateJob is the type of the jobs (Camunda 8) or the topic (Camunda 7) of calendar
// steps. A worker gets the variables "value" and "unit" (a model.Unit) and completes the
// job with "due", a date and time by ISO 8601 with its offset. Flowable calls the bean
// DueDateBean instead: its method due(value, unit) returns the date.
const (
	DueDateJob  = "reglament-due-date"
	DueDateBean = "reglamentCalendar"
)

// dialect is how an engine wants to be told what BPMN has no word for.
type dialect interface {
	definitions() []xml.Attr
	process() []xml.Attr
	// expressions is the language of conditions; empty for the engine's own.
	expressions() string
	condition(Condition) string
	// variable is an expression that reads a variable.
	variable(name string) string
	// extend adds the engine's own attributes and elements to a written node.
	extend(out *bpmnNode, n *Node)
}

func dialectOf(e Engine) (dialect, error) {
	switch e {
	case Plain:
		return plain{}, nil
	case Camunda8:
		return camunda8{}, nil
	case Camunda7:
		return camunda7{}, nil
	case Flowable:
		return flowable{}, nil
	}
	return nil, fmt.Errorf("no BPMN engine is called %q", e)
}

// plain is BPMN for viewers.
type plain struct{}

func (plain) definitions() []xml.Attr       { return nil }
func (plain) process() []xml.Attr           { return nil }
func (plain) expressions() string           { return feel }
func (plain) condition(c Condition) string  { return c.FEEL() }
func (plain) variable(name string) string   { return name }
func (plain) extend(out *bpmnNode, n *Node) {}
func attr(name, value string) xml.Attr      { return xml.Attr{Name: xml.Name{Local: name}, Value: value} }

// element is an element of an engine's own namespace.
func bpmnElementOf(name string, attrs ...xml.Attr) bpmnElement {
	return bpmnElement{XMLName: xml.Name{Local: name}, Attrs: attrs}
}

func (e bpmnElement) with(children ...bpmnElement) bpmnElement {
	e.Children = append(e.Children, children...)
	return e
}

// FEEL is the condition in FEEL, without the "=" that Camunda 8 puts before expressions.
func (c Condition) FEEL() string { return fmt.Sprintf("%s = %t", c.Variable, c.Value) }

// juel is the condition in JUEL, the language of Camunda 7 and Flowable.
func (c Condition) juel() string { return fmt.Sprintf("${%s == %t}", c.Variable, c.Value) }

// jobOf names what a system does, for the worker that does it: "portal.verify".
func jobOf(n *Node) string {
	if n.Step != nil && len(n.Step.Actions) > 0 {
		return string(model.RolePortal) + "." + string(n.Step.Actions[0])
	}
	return string(model.RolePortal)
}

// propertiesOf is the evidence of a node, for engines that show properties to workers
// and in their cockpits.
func propertiesOf(n *Node) [][2]string {
	list := [][2]string{
		{"reglament.act", string(n.Source.ActKey)},
		{"reglament.regulation", strconv.Itoa(n.Source.Regulation)},
		{"reglament.point", n.Source.Point},
		{"reglament.step", firstOf(string(n.Source.Label), string(n.Source.Step))},
		{"reglament.span", fmt.Sprintf("%d-%d", n.Source.Span[0], n.Source.Span[1])},
	}
	if n.Duration != nil {
		list = append(list,
			[2]string{"reglament.duration", fmt.Sprintf("%d %s", n.Duration.Value, n.Duration.Unit)},
			[2]string{"reglament.duration.text", n.Duration.Text})
	}
	var out [][2]string
	for _, p := range list {
		if p[1] != "" && p[1] != nothing {
			out = append(out, p)
		}
	}
	return out
}

// dueIn is the duration of a task's deadline where the engine counts it itself.
func dueIn(d *Definition, n *Node) string {
	for _, timer := range d.Nodes {
		if timer.Kind == BoundaryTimer && timer.AttachedTo == n.ID && timer.Duration != nil {
			iso, _ := ISODuration(*timer.Duration)
			return iso
		}
	}
	return ""
}

func groupsOf(n *Node) string { return strings.Join(n.Groups, ",") }
