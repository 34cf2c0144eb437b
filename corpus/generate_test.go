package corpus_test

import (
	"bytes"
	"testing"

	"reglament/model"
	"reglament/parse"
	"reglament/testdata/generate"
)

// It stands here because no package below a folder testdata is tested by ./...
//
// Generated acts are read like others: their head, and every regulation with its steps.
func TestGeneratedActsAreRead(t *testing.T) {
	keys := map[model.Text]string{}
	languages, formats, statuses := map[model.Language]int{}, map[model.Format]int{}, map[model.Status]int{}
	n := 0
	for f := range generate.Files(150) {
		n++
		if again := generate.Act(n - 1); !bytes.Equal(again.Content, f.Content) || again.Name != f.Name {
			t.Fatalf("%s is another one the second time", f.Name)
		}
		r, err := parse.Bytes(f.Name, f.Content)
		if err != nil {
			t.Fatal(err)
		}
		a := r.Document.Act
		if string(a.Number) != f.Number || a.Issuer == nil || string(a.Issuer.Region) != f.Region || (a.Language == model.Russian) != f.Russian {
			t.Errorf("%s: number %s, issuer %+v, language %s; want %+v", f.Name, a.Number, a.Issuer, a.Language, f)
		}
		if other := keys[a.Key]; other != "" || a.Key == "" {
			t.Errorf("%s and %q have the key %q", f.Name, other, a.Key)
		}
		keys[a.Key] = f.Name
		languages[a.Language]++
		formats[r.Document.Source.Format]++
		statuses[a.Status]++
		if len(r.Document.Regulations) == 0 {
			t.Errorf("%s: no regulation", f.Name)
		}
		for _, g := range r.Document.Regulations {
			steps := 0
			for _, p := range g.Processes {
				steps += len(p.Steps)
			}
			if g.Service == "" || steps < 12 {
				t.Errorf("%s: %q has %d steps", f.Name, g.Service, steps)
			}
		}
	}
	if len(languages) != 2 || len(formats) != 3 || statuses[model.InForce] == 0 || statuses[model.Repealed] == 0 {
		t.Errorf("languages %v, formats %v, statuses %v: not varied", languages, formats, statuses)
	}
}
