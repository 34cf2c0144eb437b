package life_test

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"reglament/corpus"
	"reglament/corpus/life"
	"reglament/corpus/sqlite"
	"reglament/parse"
)

// realActs is a corpus of the real acts, which are not ours to copy: REGLAMENT_CORPUS
// names their folder; without it, they are looked for beside the repository.
func realActs(t *testing.T) (*life.Archive, corpus.Store) {
	t.Helper()
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
	return archive(t, files...)
}

// archive is a corpus of these files.
func archive(t *testing.T, files ...string) (*life.Archive, corpus.Store) {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "corpus.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		put(t, store, filepath.Base(f), string(raw))
	}
	a, err := life.Open(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	return a, store
}

func put(t *testing.T, store corpus.Store, name, raw string) corpus.Outcome {
	t.Helper()
	r, err := parse.Bytes(name, []byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	record, err := corpus.Prepare(corpus.Read{Document: r.Document, Canonical: r.Text, Raw: []byte(raw)})
	if err != nil {
		t.Fatal(err)
	}
	o, err := store.Put(context.Background(), record)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestDump(t *testing.T) {
	a, _ := realActs(t)
	for _, act := range a.Acts() {
		l, err := a.Life(t.Context(), act.Key)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("== %s stub=%v %s %s | %s\n", l.Key, l.Stub, l.Kind, l.Title, l.Issuer)
		for _, e := range l.Events {
			rule := ""
			if e.Rule != nil {
				rule = fmt.Sprintf("%s+%d", e.Rule.From, e.Rule.Days)
			}
			fmt.Printf("   %s %s eff=%s rule=%s by=%s n=%s src=%d [%s]\n", e.Kind, e.Date, e.Effective, rule, e.By, e.Number, len(e.Sources), e.Basis)
			for _, c := range e.Changes {
				fmt.Printf("       %+v\n", c)
			}
		}
		for _, f := range l.Findings {
			fmt.Println("   FINDING", f.Code, f.Message)
		}
		fmt.Println("   on 2018-06-01:", l.On("2018-06-01").State, l.On("2018-06-01").Reason)
	}
	for _, u := range a.Unidentified() {
		fmt.Println("UNID", u.Act, u.Role, u.Ref.Text, u.Ref.Issuer, u.Ref.Date)
	}
}
