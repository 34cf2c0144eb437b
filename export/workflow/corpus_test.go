package workflow

import (
	"path/filepath"
	"testing"

	"reglament/parse"
	"reglament/testdata/realacts"
)

func TestRealActs(t *testing.T) {
	for _, file := range realacts.Files(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			r, err := parse.File(file)
			if err != nil {
				t.Fatal(err)
			}
			names := map[string]bool{}
			for i := range r.Document.Regulations {
				for _, d := range Build(Input{r.Document.Act.Key, &r.Document.Regulations[i], r.Document.Act.Language}) {
					if names[d.FileName()] {
						t.Errorf("two definitions are called %s", d.FileName())
					}
					names[d.FileName()] = true
					for _, err := range Check(&d) {
						t.Error(err)
					}
					for _, n := range d.Nodes {
						if n.Step != nil && n.Source.Span.Of(r.Text) == "" {
							t.Errorf("%s: node %s has no evidence in the text", d.FileName(), n.ID)
						}
					}
				}
			}
			if len(names) == 0 {
				t.Error("the act gives no definition")
			}
		})
	}
}
