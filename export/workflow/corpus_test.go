package workflow

import (
	"cmp"
	"os"
	"path/filepath"
	"testing"

	"reglament/parse"
)

// The real acts are not ours to copy. REGLAMENT_CORPUS names their folder; without it,
// they are looked for beside the repository.
func TestRealActs(t *testing.T) {
	folder := cmp.Or(os.Getenv("REGLAMENT_CORPUS"), "../../../shared/corpus")
	files, err := filepath.Glob(filepath.Join(folder, "*-*.*"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		if os.Getenv("CI") == "true" {
			t.Fatalf("no acts in %s; REGLAMENT_CORPUS must name their folder", folder)
		}
		t.Skipf("no acts in %s; REGLAMENT_CORPUS names their folder", folder)
	}
	for _, file := range files {
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
