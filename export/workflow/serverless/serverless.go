// Package serverless writes a workflow definition in the DSL of CNCF Serverless Workflow
// 1.0.
//
// The DSL has no tasks of people. What a person or a system is to do is an event that asks
// for it ("….requested") and an event that is waited for ("….completed"), whose data the
// checks read. A deadline is a wait that competes with the answer: when it is over first,
// an event says so ("….overdue") and the answer is still waited for. A wait is a plain
// duration: terms in working days are approximate, and marked so.
package serverless

import (
	"fmt"
	"hash/fnv"
	"io"
	"strconv"

	"go.yaml.in/yaml/v3"

	"reglament/export/workflow"
)

// Extension is the end of the files' names.
const Extension = ".yaml"

// What stands in every document.
const (
	dsl       = "1.0.0"
	namespace = "reglament"
	version   = "1.0.0"
)

// Write writes a definition. The same definition gives the same bytes. An error is one of w.
func Write(w io.Writer, d *workflow.Definition) error {
	e := &encoder{def: d, next: map[string]string{}, timers: map[string]*workflow.Node{}}
	out := yaml.NewEncoder(w)
	out.SetIndent(2)
	if err := out.Encode(nodeOf(e.document())); err != nil {
		return fmt.Errorf("write %s%s: %w", d.ID, Extension, err)
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("write %s%s: %w", d.ID, Extension, err)
	}
	return nil
}

// The subject of events tells instances apart: it is the instance that runs, or the one
// that called it.
const (
	here     = "${ $workflow.id }"
	instance = "${ $workflow.input.caller // $workflow.id }"
)

// maxName is the longest name of a document: names are labels of the DNS (RFC 1123).
const maxName = 63

// name is the name of a definition's document. What is too long is cut, and told apart by
// a hash of the whole.
func name(id string) string {
	if len(id) <= maxName {
		return id
	}
	h := fnv.New32a()
	h.Write([]byte(id)) // never fails
	return fmt.Sprintf("%s-%08x", id[:maxName-9], h.Sum32())
}

type encoder struct {
	def    *workflow.Definition
	next   map[string]string         // target by source, of nodes with one way out
	timers map[string]*workflow.Node // by task
	aside  map[string]bool           // timers and their ends
}

func (e *encoder) document() object {
	e.aside = map[string]bool{}
	for i := range e.def.Nodes {
		if n := &e.def.Nodes[i]; n.Kind == workflow.BoundaryTimer {
			e.timers[n.AttachedTo] = n
			e.aside[n.ID] = true
		}
	}
	for _, f := range e.def.Flows {
		e.next[f.From] = f.To
		if e.aside[f.From] {
			e.aside[f.To] = true
		}
	}
	var tasks []any
	for i := range e.def.Nodes {
		n := &e.def.Nodes[i]
		if e.aside[n.ID] || n.Kind == workflow.Start {
			continue
		}
		tasks = append(tasks, object{{n.ID, e.task(n)}})
	}
	return object{
		{"document", object{
			{"dsl", dsl}, {"namespace", namespace}, {"name", name(e.def.ID)}, {"version", version},
			{"title", e.def.Name}, {"metadata", metadata(e.def.Source)},
		}},
		{"do", tasks},
	}
}

func (e *encoder) task(n *workflow.Node) object {
	switch n.Kind {
	case workflow.End:
		return object{{"emit", e.event("ended", object{{"end", n.ID}, {"name", n.Name}})}, {"then", "end"}, {"metadata", e.metadata(n)}}
	case workflow.Milestone:
		return object{{"emit", e.event("stage", object{{"name", n.Name}})}, {"then", e.next[n.ID]}, {"metadata", e.metadata(n)}}
	case workflow.Gateway:
		return object{{"switch", e.cases(n)}, {"metadata", e.metadata(n)}}
	}
	return object{{"do", e.steps(n)}, {"then", e.next[n.ID]}, {"metadata", e.metadata(n)}}
}

// cases are the ways out of a gateway, the default one last.
func (e *encoder) cases(n *workflow.Node) []any {
	var list []any
	var otherwise object
	for _, f := range e.def.Flows {
		switch {
		case f.From != n.ID:
		case f.Condition == nil:
			otherwise = object{{"default", object{{"then", f.To}}}}
		default:
			when := fmt.Sprintf("${ $context.%s == %t }", f.Condition.Variable, f.Condition.Value)
			list = append(list, object{{f.ID, object{{"when", when}, {"then", f.To}}}})
		}
	}
	return append(list, otherwise)
}

// steps ask for a task and wait until it is done.
func (e *encoder) steps(n *workflow.Node) []any {
	subject := e.def.ID + "." + n.ID
	var list []any
	var done object
	if n.Kind == workflow.CallActivity {
		subject = n.Called
		done = object{{"run", object{{"workflow", object{{"namespace", namespace}, {"name", name(n.Called)}, {"version", version},
			{"input", object{{"caller", here}}}}}}}}
	} else {
		data := object{{"name", n.Name}, {"text", n.Text}}
		if len(n.Groups) > 0 {
			data = append(data, item{"groups", n.Groups})
		}
		list = append(list, object{{"request", object{{"emit", e.event(n.ID+".requested", data)}}}})
		done = e.listen(subject+".completed", instance)
	}
	timer := e.timers[n.ID]
	if timer != nil {
		answer := e.listen(subject+".completed", instance)
		if n.Kind == workflow.CallActivity {
			answer = e.listen(subject+".ended", here)
		}
		iso, _ := workflow.ISODuration(*timer.Duration)
		done = object{{"fork", object{{"compete", true}, {"branches", []any{
			object{{"inTime", done}},
			object{{"late", object{{"do", []any{
				object{{"deadline", object{{"wait", iso}, {"metadata", e.metadata(timer)}}}},
				object{{"overdue", object{{"emit", e.event(n.ID+".overdue", object{{"name", n.Name}, {"term", timer.Text}})}}}},
				object{{"answer", answer}},
			}}}}},
		}}}}}
	}
	if n.Kind != workflow.CallActivity {
		// The data of the answer is what the checks read.
		done = append(done, item{"export", object{{"as", "${ $context + .[0] }"}}})
	}
	return append(list, object{{"done", done}})
}

// event is what is emitted: its type is the definition's name with what happened.
func (e *encoder) event(what string, data object) object {
	return object{{"event", object{{"with", object{
		{"source", "https://reglament.kz/workflows/" + e.def.ID}, {"type", e.def.ID + "." + what}, {"subject", instance}, {"data", data},
	}}}}}
}

func (e *encoder) listen(kind, subject string) object {
	return object{{"listen", object{{"to", object{{"one", object{{"with", object{{"type", kind}, {"subject", subject}}}}}}}}}}
}

func (e *encoder) metadata(n *workflow.Node) object {
	m := object{{"name", n.Name}}
	if n.Text != "" {
		m = append(m, item{"text", n.Text})
	}
	if d := n.Duration; d != nil {
		_, exact := workflow.ISODuration(*d)
		m = append(m, item{"duration", object{{"value", d.Value}, {"unit", string(d.Unit)}, {"text", d.Text}, {"approximate", !exact}}})
	}
	return append(m, metadata(n.Source)...)
}

// metadata is where a thing stands in the act.
func metadata(s workflow.Source) object {
	o := object{
		{"act", string(s.ActKey)}, {"regulation", s.Regulation}, {"process", string(s.Kind)}, {"point", s.Point},
	}
	if step := string(s.Label) + string(s.Step); step != "" {
		o = append(o, item{"label", string(s.Label)}, item{"step", string(s.Step)})
	}
	return append(o, item{"span", strconv.Itoa(s.Span[0]) + "-" + strconv.Itoa(s.Span[1])})
}

// object is a mapping whose keys keep their order.
type object []item

type item struct {
	key   string
	value any
}

// nodeOf is a value as YAML: an object, a list, a text, a number or a truth. The nodes are
// made here because the encoder, asked for each of them, would write and read every one
// again on each level.
func nodeOf(value any) *yaml.Node {
	switch v := value.(type) {
	case object:
		n := &yaml.Node{Kind: yaml.MappingNode}
		for _, i := range v {
			n.Content = append(n.Content, nodeOf(i.key), nodeOf(i.value))
		}
		return n
	case []any:
		n := &yaml.Node{Kind: yaml.SequenceNode}
		for _, item := range v {
			n.Content = append(n.Content, nodeOf(item))
		}
		return n
	case []string:
		n := &yaml.Node{Kind: yaml.SequenceNode}
		for _, item := range v {
			n.Content = append(n.Content, nodeOf(item))
		}
		return n
	case int:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.Itoa(v)}
	case bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(v)}
	}
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: fmt.Sprint(value)}
	if yaml11Bool[n.Value] {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

// yaml11Bool are the words that YAML 1.1 takes for true and false, and 1.2 does not.
var yaml11Bool = map[string]bool{
	"y": true, "Y": true, "yes": true, "Yes": true, "YES": true, "on": true, "On": true, "ON": true,
	"n": true, "N": true, "no": true, "No": true, "NO": true, "off": true, "Off": true, "OFF": true,
}
