package conformance

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reglament/export/workflow"
	"reglament/testdata/needs"
)

func modules(t *testing.T) string {
	t.Helper()
	return needs.Variable(t, "REGLAMENT_NODE_MODULES", "the node_modules folder with the packages of node/package.json")
}

// node runs a script of the folder node, beside the installed packages, and returns what
// it prints.
func node(t *testing.T, folder, script, argument string) (string, error) {
	t.Helper()
	program := needs.Program(t, "node", "nodejs")
	modules, err := filepath.Abs(modules(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(modules, "bpmn-engine")); err != nil {
		needs.Missing(t, "REGLAMENT_NODE_MODULES: %v", err)
	}
	if err := os.Symlink(modules, filepath.Join(folder, "node_modules")); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join("node", script))
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(folder, script)
	if err := os.WriteFile(copied, text, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, copied, argument).CombinedOutput()
	return string(out), err
}

// content runs a script that has nothing to find.
func content(t *testing.T, folder, script, argument string) {
	t.Helper()
	out, err := node(t, folder, script, argument)
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	t.Log(out)
}

func TestNodeEngineRunsEveryBranchOfEveryDefinition(t *testing.T) {
	folder := t.TempDir()
	plans := append(write(t, folder, workflow.Plain, false), write(t, folder, workflow.Camunda8, true)...)
	content(t, folder, "run.mjs", keep(t, folder, plans))
}

// What these tests would miss if the harness were blind: a branch that is not taken, a
// deadline that passes unnoticed, a condition that is no FEEL, a file that a linter minds.
func TestTheHarnessIsNotBlind(t *testing.T) {
	tests := []struct {
		name, script string
		engine       workflow.Engine
		change       func(text string) string
		want         string
	}{
		{"a condition turned round", "run.mjs", workflow.Plain, func(s string) string { return strings.Replace(s, " = false<", " = true<", 1) }, "instead of"},
		{"a condition that is no FEEL", "run.mjs", workflow.Plain, func(s string) string { return strings.Replace(s, "_passed_", "_pa ssed_", 1) }, "main path"},
		{"a deadline that interrupts", "run.mjs", workflow.Plain, func(s string) string { return strings.ReplaceAll(s, `cancelActivity="false"`, `cancelActivity="true"`) }, "deadlines missed"},
		{"a flow to nowhere", "lint.mjs", workflow.Camunda8, func(s string) string { return strings.Replace(s, `targetRef="End"`, `targetRef="Nowhere"`, 1) }, "Nowhere"},
		{"a task without its kind of job", "lint.mjs", workflow.Camunda8, func(s string) string { return strings.ReplaceAll(s, "zeebe:taskDefinition", "zeebe:taskDefinitions") }, "camunda-compat/"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			folder := t.TempDir()
			plans := write(t, folder, tt.engine, tt.engine != workflow.Plain)
			i := slices.IndexFunc(plans, func(p plan) bool {
				return len(p.Timers) > 0 && len(p.Calls) == 0 && passes(p)
			})
			if i < 0 {
				t.Fatal("no definition of the sample has a check and deadlines")
			}
			name := filepath.Join(folder, plans[i].File)
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			changed := tt.change(string(text))
			if changed == string(text) {
				t.Fatal("nothing was changed")
			}
			if err := os.WriteFile(name, []byte(changed), 0o644); err != nil {
				t.Fatal(err)
			}
			out, err := node(t, folder, tt.script, keep(t, folder, plans[i:i+1]))
			if err == nil || !strings.Contains(out, tt.want) {
				t.Errorf("%v, and %q is not in\n%s", err, tt.want, out)
			}
		})
	}
}

// passes reports whether a definition has a check.
func passes(p plan) bool {
	for name := range p.Runs[0].Variables {
		if strings.Contains(name, "_passed_") {
			return true
		}
	}
	return false
}

func TestLintersAreContent(t *testing.T) {
	folder := t.TempDir()
	var plans []plan
	for _, e := range engines {
		plans = append(plans, write(t, folder, e, false)...)
		plans = append(plans, write(t, folder, e, true)...)
	}
	content(t, folder, "lint.mjs", keep(t, folder, plans))
}

func TestSchemaOfTheOMG(t *testing.T) {
	modules := modules(t) // bpmn-moddle in it carries the schema
	xmllint := needs.Program(t, "xmllint", "libxml2-utils")
	folder := t.TempDir()
	for _, e := range engines {
		for _, steps := range []bool{false, true} {
			args := []string{"--nonet", "--noout", "--schema", filepath.Join(modules, "bpmn-moddle/resources/bpmn/xsd/BPMN20.xsd")}
			for _, p := range write(t, folder, e, steps) {
				args = append(args, filepath.Join(folder, p.File))
			}
			if out, err := exec.Command(xmllint, args...).CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s", e, err, out)
			}
		}
	}
}
