package conformance

import (
	"bytes"
	"io"
	"testing"

	"reglament/export/workflow"
	"reglament/export/workflow/mermaid"
	"reglament/export/workflow/serverless"
)

// writers are the targets, with calendar steps where the target knows them.
func writers() map[string]func(io.Writer, *workflow.Definition) error {
	all := map[string]func(io.Writer, *workflow.Definition) error{"serverless": serverless.Write, "mermaid": mermaid.Write}
	for _, e := range engines {
		all[string(e)] = func(w io.Writer, d *workflow.Definition) error { return workflow.WriteBPMN(w, d, e) }
		all[string(e)+" with calendar steps"] = func(w io.Writer, d *workflow.Definition) error {
			stepped := workflow.WithCalendarSteps(*d)
			return workflow.WriteBPMN(w, &stepped, e)
		}
	}
	return all
}

func TestTheSameBytesEveryTime(t *testing.T) {
	first, second := definitions(t), definitions(t)
	for name, write := range writers() {
		for i := range first {
			for j := range first[i] {
				var one, other bytes.Buffer
				if err := write(&one, &first[i][j]); err != nil {
					t.Fatal(err)
				}
				if err := write(&other, &second[i][j]); err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(one.Bytes(), other.Bytes()) {
					t.Errorf("%s: %s differs from run to run", name, first[i][j].ID)
				}
			}
		}
	}
}

// Writing every definition of the acts to every target takes less than a second; reading
// the acts is not part of it.
func BenchmarkExportOfTheCorpus(b *testing.B) {
	acts := definitions(b)
	all := writers()
	for b.Loop() {
		for _, write := range all {
			for _, act := range acts {
				for i := range act {
					if err := write(io.Discard, &act[i]); err != nil {
						b.Fatal(err)
					}
				}
			}
		}
	}
}
