package conformance

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"reglament/export/workflow"
	"reglament/parse"
	"reglament/testdata"
	"reglament/testdata/realacts"
)

// plan is what the engines are to do with a file, and what has to come of it. It is worked
// out from the definition, not from the file.
type plan struct {
	File    string              `json:"file"` // relative to the file of plans
	Target  workflow.Engine     `json:"target"`
	Process string              `json:"process"`
	Calls   map[string]string   `json:"calls"`  // process by call activity
	Timers  map[string][]string `json:"timers"` // boundary timers by task
	Due     map[string]string   `json:"due"`    // variable by calendar step
	Shape   string              `json:"shape"`  // what kinds of nodes and ways there are
	Runs    []run               `json:"runs"`
}

// run is one way through a definition.
type run struct {
	Name      string          `json:"name"`
	Variables map[string]bool `json:"variables"`
	Late      bool            `json:"late"`   // every deadline is missed
	Visits    []string        `json:"visits"` // the nodes that are done, in any order
}

// planOf makes runs that take every branch, once with all deadlines met and once with all
// of them missed.
func planOf(d *workflow.Definition, e workflow.Engine, file string) plan {
	p := plan{
		File: file, Target: e, Process: workflow.ProcessID(d.ID),
		Calls: map[string]string{}, Timers: map[string][]string{}, Due: map[string]string{},
	}
	usual := map[string]bool{} // the values with which every gateway takes its default
	for _, f := range d.Flows {
		if f.Condition != nil {
			usual[f.Condition.Variable] = !f.Condition.Value
		}
	}
	kinds := map[workflow.NodeKind]bool{}
	for _, n := range d.Nodes {
		kinds[n.Kind] = true
		switch n.Kind {
		case workflow.CallActivity:
			p.Calls[n.ID] = workflow.ProcessID(n.Called)
		case workflow.BoundaryTimer:
			p.Timers[n.AttachedTo] = append(p.Timers[n.AttachedTo], n.ID)
		case workflow.CalendarStep:
			p.Due[n.ID] = n.Due
		}
	}
	add := func(name string, variables map[string]bool) {
		for _, late := range []bool{false, true} {
			if late && len(p.Timers) == 0 {
				continue
			}
			r := run{Name: name, Variables: maps.Clone(variables), Late: late, Visits: visits(d, variables, late)}
			if late {
				r.Name += ", deadlines missed"
			}
			p.Runs = append(p.Runs, r)
		}
	}
	add("main path", usual)
	for _, f := range d.Flows {
		if f.Condition != nil {
			variables := maps.Clone(usual)
			variables[f.Condition.Variable] = f.Condition.Value
			add(f.ID, variables)
		}
	}
	var shape []string
	for kind := range kinds {
		shape = append(shape, string(kind))
	}
	slices.Sort(shape)
	p.Shape = string(d.Channel) + " " + joined(shape)
	return p
}

func joined(list []string) string {
	var b bytes.Buffer
	for _, s := range list {
		b.WriteString(s + " ")
	}
	return b.String()
}

// share gives every run the variables of what is called, and their usual values.
func share(plans []plan) {
	byProcess := map[string]*plan{}
	place := func(p *plan, process string) string { return filepath.Dir(p.File) + " " + process }
	for i := range plans {
		byProcess[place(&plans[i], plans[i].Process)] = &plans[i]
	}
	var add func(p *plan, variables map[string]bool)
	add = func(p *plan, variables map[string]bool) {
		for _, process := range p.Calls {
			called := byProcess[place(p, process)]
			for name, value := range called.Runs[0].Variables {
				if _, ok := variables[name]; !ok {
					variables[name] = value
				}
			}
			add(called, variables)
		}
	}
	for i := range plans {
		for _, r := range plans[i].Runs {
			add(&plans[i], r.Variables)
		}
	}
}

// visits walks through a definition. There are no loops in it.
func visits(d *workflow.Definition, variables map[string]bool, late bool) []string {
	nodes := map[string]workflow.Node{}
	for _, n := range d.Nodes {
		nodes[n.ID] = n
	}
	var out []string
	var walk func(id string)
	walk = func(id string) {
		out = append(out, id)
		if late {
			for _, n := range d.Nodes {
				if n.AttachedTo == id {
					walk(n.ID)
				}
			}
		}
		next := ""
		for _, f := range d.Flows {
			if f.From != id {
				continue
			}
			if f.Condition != nil && variables[f.Condition.Variable] == f.Condition.Value {
				next = f.To
				break
			}
			if f.Condition == nil {
				next = f.To
			}
		}
		if next != "" {
			walk(next)
		}
	}
	walk("Start")
	return out
}

// acts are the sample, and the real acts where there are any.
func acts(t testing.TB) []*parse.Result {
	t.Helper()
	var out []*parse.Result
	for name, data := range testdata.Acts() {
		r, err := parse.Bytes(name, data)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	if testing.Short() {
		return out
	}
	for _, file := range realacts.IfAny(t) {
		r, err := parse.File(file)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// definitions builds what the acts describe; the definitions of one act stay together.
func definitions(t testing.TB) [][]workflow.Definition {
	t.Helper()
	var out [][]workflow.Definition
	for _, r := range acts(t) {
		var of []workflow.Definition
		for i := range r.Document.Regulations {
			of = append(of, workflow.Build(workflow.Input{
				ActKey: r.Document.Act.Key, Regulation: &r.Document.Regulations[i], Language: r.Document.Act.Language,
			})...)
		}
		out = append(out, of)
	}
	return out
}

var engines = []workflow.Engine{workflow.Plain, workflow.Camunda8, workflow.Camunda7, workflow.Flowable}

// write writes the definitions for an engine, in a folder for each act, and their plans.
// steps is for deadlines that a calendar step reckons.
func write(t testing.TB, folder string, e workflow.Engine, steps bool) []plan {
	t.Helper()
	var plans []plan
	for i, act := range definitions(t) {
		for _, d := range act {
			if steps {
				d = workflow.WithCalendarSteps(d)
			}
			var b bytes.Buffer
			if err := workflow.WriteBPMN(&b, &d, e); err != nil {
				t.Fatal(err)
			}
			kind := "approximate"
			if steps {
				kind = "step"
			}
			file := filepath.Join(string(e), kind, string(rune('a'+i)), d.FileName())
			if err := os.MkdirAll(filepath.Dir(filepath.Join(folder, file)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, file), b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			plans = append(plans, planOf(&d, e, file))
		}
	}
	share(plans)
	return plans
}

// keep writes the plans beside the files, and returns the name of their file.
func keep(t testing.TB, folder string, plans []plan) string {
	t.Helper()
	data, err := json.MarshalIndent(plans, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(folder, "plans.json")
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}
