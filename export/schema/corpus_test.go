package schema

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"reglament/parse"
	"reglament/testdata/realacts"
)

func TestRealActs(t *testing.T) {
	schema := compile(t)
	for _, file := range realacts.Files(t) {
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
