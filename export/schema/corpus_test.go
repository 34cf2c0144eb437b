package schema

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

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
	schema := compile(t)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			r, err := parse.File(file)
			if err != nil {
				t.Fatal(err)
			}
			b, err := json.Marshal(r.Document)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(doc); err != nil {
				t.Error(err)
			}
		})
	}
}
