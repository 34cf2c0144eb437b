package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reglament/testdata"
)

// act writes an act of the sample to a folder and returns its name.
func act(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, testdata.Act(name), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSimulate(t *testing.T) {
	out := succeed(t, "simulate", "--start", "2018-03-05T10:00", act(t, pavlodar)+"#1")
	for _, want := range []string{
		"2018-03-05 11:00  2018-03-07 18:30  2 (екі) жұмыс күні ішінде",
		"the procedure is due by 2018-03-12 09:40",
		"the limit of 3 (үш) жұмыс күні holds: it ends 2018-03-12 18:30",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

func TestSimulateWithDaysOffOfOnesOwn(t *testing.T) {
	file := filepath.Join(t.TempDir(), "days.json")
	if err := os.WriteFile(file, []byte(`{"from": 2018, "to": 2018, "days_off": [{"name": "боран", "date": "2018-03-06"}]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	out := succeed(t, "simulate", "--start", "2018-03-05T10:00", "--calendar", file, "--hours", "08:00-17:00", "--format", "json", act(t, pavlodar)+"#1")
	var list []struct {
		Due   string
		Limit struct {
			Due   string
			Holds *bool
		}
	}
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatal(err)
	}
	if got := list[0]; got.Due != "2018-03-13T08:40" || got.Limit.Due != "2018-03-13T17:00" || got.Limit.Holds == nil || !*got.Limit.Holds {
		t.Errorf("got %+v", got)
	}
}

func TestSimulateRefuses(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "days.json")
	if err := os.WriteFile(broken, []byte(`{"days_off": [{"name": "x", "date": "6 March"}]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	file := act(t, pavlodar)
	tests := []struct {
		args   []string
		status int
		want   string
	}{
		{[]string{"--start", "5 March 2018", file}, exitUsage, `--start "5 March 2018" is no time`},
		{[]string{"--start", "2018-03-05T10:00", "--hours", "9-18", file}, exitUsage, `"9-18" are no working hours`},
		{[]string{"--start", "2018-03-05T10:00", "--calendar", broken, file}, exitFailed, `days_off[0]: "6 March" is no date`},
		{[]string{"--start", "2018-03-05T10:00", "--calendar", "absent.json", file}, exitFailed, "absent.json: there is no such file"},
		{[]string{"--start", "2018-03-05T10:00", act(t, repeal)}, exitFailed, "describes no procedure"},
	}
	for _, tt := range tests {
		a := command(t, "", append([]string{"simulate"}, tt.args...)...)
		if a.status != tt.status || !strings.Contains(a.errors, tt.want) {
			t.Errorf("%v: status %d, %s", tt.args, a.status, a.errors)
		}
	}
}

func TestExportWorkflowTargets(t *testing.T) {
	file := act(t, pavlodar)
	tests := []struct {
		args []string
		name string // of the office's definition, after its ID
		want []string
	}{
		{[]string{"--target", "camunda8"}, ".bpmn", []string{"<zeebe:userTask>", `candidateGroups="provider.office"`, "=office_due_1<", "reglament-due-date"}},
		{[]string{"--target", "camunda8", "--calendar", "approximate"}, ".bpmn", []string{`reglament:approximate="true">P2D<`, "=now() + duration("}},
		{[]string{"--target", "camunda7"}, ".bpmn", []string{"camunda:historyTimeToLive", `camunda:candidateGroups="provider.office"`, "${office_due_1}"}},
		{[]string{"--target", "flowable"}, ".bpmn", []string{"${reglamentCalendar.due(10, &#39;minute&#39;)}", `flowable:candidateGroups="provider.office"`}},
		{[]string{"--target", "serverless"}, ".yaml", []string{"dsl: 1.0.0", "wait: P2D"}},
		{[]string{"--target", "mermaid"}, ".mmd", []string{"flowchart LR", "⏱ 2 жұмыс күні"}},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			out := t.TempDir()
			var office string
			for _, name := range strings.Fields(succeed(t, append([]string{"export", "workflow", "-o", out, file + "#1"}, tt.args...)...)) {
				if strings.Contains(name, "-office") && !strings.Contains(name, "-service") {
					office = name
				}
			}
			if !strings.HasSuffix(office, tt.name) {
				t.Fatalf("the office's definition is %q", office)
			}
			data, err := os.ReadFile(office)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range tt.want {
				if !strings.Contains(string(data), want) {
					t.Errorf("%q is not in it", want)
				}
			}
		})
	}
	if a := command(t, "", "export", "workflow", "--target", "mermaid", "--calendar", "step", file); a.status != exitUsage {
		t.Errorf("calendar steps in a flowchart: status %d, %s", a.status, a.errors)
	}
}
