package conformance

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"reglament/export/workflow"
)

// node runs a script of the folder node, beside the installed packages.
func node(t *testing.T, folder, script, argument string) {
	t.Helper()
	modules := os.Getenv("REGLAMENT_NODE_MODULES")
	if modules == "" {
		missing(t, "REGLAMENT_NODE_MODULES does not name the node_modules folder with the packages of node/package.json")
	}
	program, err := exec.LookPath("node")
	if err != nil {
		missing(t, "node is not installed")
	}
	modules, err = filepath.Abs(modules)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(modules, "bpmn-engine")); err != nil {
		missing(t, "REGLAMENT_NODE_MODULES: %v", err)
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
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}

func TestNodeEngineRunsEveryBranchOfEveryDefinition(t *testing.T) {
	folder := t.TempDir()
	plans := append(write(t, folder, workflow.Plain, false), write(t, folder, workflow.Camunda8, true)...)
	node(t, folder, "run.mjs", keep(t, folder, plans))
}

func TestLintersAreContent(t *testing.T) {
	folder := t.TempDir()
	var plans []plan
	for _, e := range engines {
		plans = append(plans, write(t, folder, e, false)...)
		plans = append(plans, write(t, folder, e, true)...)
	}
	node(t, folder, "lint.mjs", keep(t, folder, plans))
}

func TestSchemaOfTheOMG(t *testing.T) {
	modules := os.Getenv("REGLAMENT_NODE_MODULES")
	if modules == "" {
		missing(t, "REGLAMENT_NODE_MODULES does not name the node_modules folder; bpmn-moddle in it carries the schema")
	}
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		missing(t, "xmllint (libxml2-utils) is not installed")
	}
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
