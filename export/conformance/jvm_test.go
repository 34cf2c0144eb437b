package conformance

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"reglament/export/workflow"
	"reglament/testdata/needs"
)

// One definition of every shape, and what it calls, for each engine of the JVM.
func TestEnginesOfTheJVMRunEveryShape(t *testing.T) {
	if testing.Short() {
		t.Skip("three engines take a while")
	}
	mvn := needs.Program(t, "mvn", "maven")
	repository := needs.Variable(t, "REGLAMENT_MAVEN_REPOSITORY", "the repository with what jvm/pom.xml asks for")
	folder, err := filepath.Abs(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var plans []plan
	for _, e := range []workflow.Engine{workflow.Camunda8, workflow.Camunda7, workflow.Flowable} {
		for _, steps := range []bool{false, true} {
			plans = append(plans, shapes(write(t, folder, e, steps))...)
		}
	}
	// Sources are copied, so that nothing is built inside the checkout.
	project := filepath.Join(folder, "jvm")
	if err := os.CopyFS(project, os.DirFS("jvm")); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(mvn, "--batch-mode", "--quiet", "--offline", "-Dmaven.repo.local="+repository,
		"-Dconformance.definitions="+filepath.Dir(keep(t, folder, plans)), "test")
	cmd.Dir = project
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	runs := 0
	for _, p := range plans {
		runs += len(p.Runs)
	}
	t.Logf("%d runs of %d definitions", runs, len(plans))
}

// shapes keeps the first definition of every shape, and what it calls. What is only called
// is deployed and not run.
func shapes(plans []plan) []plan {
	keep := make([]bool, len(plans))
	seen := map[string]bool{}
	var call func(i int)
	call = func(i int) {
		keep[i] = true
		for _, process := range plans[i].Calls {
			for j := range plans {
				if plans[j].Process == process && filepath.Dir(plans[j].File) == filepath.Dir(plans[i].File) {
					call(j)
				}
			}
		}
	}
	chosen := make([]bool, len(plans))
	for i, p := range plans {
		if !seen[p.Shape] {
			seen[p.Shape] = true
			chosen[i] = true
			call(i)
		}
	}
	var out []plan
	for i, p := range plans {
		if !chosen[i] {
			p.Runs = []run{}
		}
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}
