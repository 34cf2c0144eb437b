package workflow

import (
	"path/filepath"
	"testing"

	"reglament/parse"
	"reglament/testdata"
	"reglament/testdata/realacts"
)

func TestDefinitionsOfTheSample(t *testing.T) {
	for name, text := range testdata.Acts() {
		t.Run(name, func(t *testing.T) {
			r, err := parse.Bytes(name, text)
			if err != nil {
				t.Fatal(err)
			}
			definitionsHold(t, r)
		})
	}
}

func TestDefinitionsOfTheRealActs(t *testing.T) {
	for _, file := range realacts.Files(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			r, err := parse.File(file)
			if err != nil {
				t.Fatal(err)
			}
			definitionsHold(t, r)
		})
	}
}

// definitionsHold builds the definitions of an act, of which it has some: they can run and
// be read, with calendar steps too, each under a name of its own; they call only each
// other, and the text proves each step.
func definitionsHold(t *testing.T, r *parse.Result) {
	t.Helper()
	names, ids := map[string]bool{}, map[string]bool{}
	var called []string
	for i := range r.Document.Regulations {
		for _, d := range Build(Input{r.Document.Act.Key, &r.Document.Regulations[i], r.Document.Act.Language}) {
			if names[d.FileName()] {
				t.Errorf("two definitions are called %s", d.FileName())
			}
			names[d.FileName()], ids[d.ID] = true, true
			stepped := WithCalendarSteps(d)
			for _, err := range append(faults(&d), faults(&stepped)...) {
				t.Error(err)
			}
			for _, n := range d.Nodes {
				if n.Step != nil && n.Source.Span.Of(r.Text) == "" {
					t.Errorf("%s: node %s has no evidence in the text", d.FileName(), n.ID)
				}
				if n.Called != "" {
					called = append(called, n.Called)
				}
			}
		}
	}
	for _, id := range called {
		if !ids[id] {
			t.Errorf("%s is called and is not there", id)
		}
	}
	if len(names) == 0 && len(r.Document.Regulations) > 0 {
		t.Error("the regulations give no definition")
	}
}
