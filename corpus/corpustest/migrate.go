package corpustest

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"reglament/corpus"
	"reglament/model"
)

// Adapter is how the tests of versions handle a kind of store. A place is the name of a
// file or an address.
type Adapter struct {
	Older   func(t *testing.T) string                       // a place with a corpus that an older program wrote
	Version string                                          // of that corpus
	Renew   func(t *testing.T, place string)                // lets the corpus there be one of version 1000
	Copy    func(t *testing.T, place, backup string) string // the place of a copy
	Empty   func(t *testing.T) corpus.Store

	// Open tells the copy that it made, OpenReader makes none.
	Open       func(place string) (s corpus.Store, backup string, err error)
	OpenReader func(place string) (corpus.Store, error)
}

// TestVersions holds an adapter to what it does with corpora of other versions.
func TestVersions(t *testing.T, a Adapter) {
	t.Run("an older corpus is migrated after a copy", func(t *testing.T) { older(t, a) })
	t.Run("a newer corpus is refused", func(t *testing.T) {
		place := a.Older(t)
		a.Renew(t, place)
		const want = " has schema version 1000, and this program knows versions up to "
		if _, _, err := a.Open(place); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("opened: %v", err)
		}
		if _, err := a.OpenReader(place); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("opened to read: %v", err)
		}
	})
}

func older(t *testing.T, a Adapter) {
	place := a.Older(t)
	refused := " has the older schema version " + a.Version + ": a command that writes, such as ingest, brings it to version "
	if _, err := a.OpenReader(place); err == nil || !strings.Contains(err.Error(), refused) {
		t.Errorf("opened to read: %v", err)
	}
	s, backup, err := a.Open(place)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if backup == "" {
		t.Fatal("no copy was made")
	}
	want := everything(t, stored(t, s, a.Empty(t)))
	if got := everything(t, s); got != want {
		t.Errorf("the migrated corpus has\n%s\na new one with the same acts\n%s", got, want)
	}
	if o := Put(t, s, Act{Number: "new"})[0]; o.Change != corpus.Stored {
		t.Errorf("afterwards: %+v", o)
	}

	place = a.Copy(t, place, backup)
	if _, err := a.OpenReader(place); err == nil || !strings.Contains(err.Error(), refused) {
		t.Errorf("the copy opened to read: %v", err)
	}
	c, _, err := a.Open(place)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got := everything(t, c); got != want {
		t.Errorf("the copy, brought up to date by itself, has\n%s\nwant\n%s", got, want)
	}
	if o := Put(t, c, Act{Number: "new"})[0]; o.Change != corpus.Stored {
		t.Errorf("afterwards, in the copy: %+v", o)
	}

	again, backup, err := a.Open(place)
	if err != nil || backup != "" {
		t.Fatalf("opened again: copy %q, %v", backup, err)
	}
	again.Close()
}

// stored puts what one corpus has into another.
func stored(t *testing.T, from, to corpus.Store) corpus.Store {
	t.Helper()
	t.Cleanup(func() { to.Close() })
	each(t, from, func(d *model.Document, canonical string, raw []byte) {
		put(t, to, corpus.Read{Document: d, Canonical: canonical, Raw: raw})
	})
	return to
}

// each calls f with the text of every edition.
func each(t *testing.T, s corpus.Store, f func(d *model.Document, canonical string, raw []byte)) {
	t.Helper()
	for _, act := range list(t, s, corpus.Filter{}) {
		editions, err := s.Editions(ctx, act.Key)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range editions {
			d, canonical, err := s.Document(ctx, e.ID)
			if err != nil {
				t.Fatal(err)
			}
			raw, err := s.Raw(ctx, e.Forms[0].SHA256)
			if err != nil {
				t.Fatal(err)
			}
			f(d, canonical, raw)
		}
	}
}

// everything is what a corpus answers, but for the times at which it was stored.
func everything(t *testing.T, s corpus.Store) string {
	t.Helper()
	var out strings.Builder
	write := func(v any) {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(append(b, '\n'))
	}
	for _, a := range list(t, s, corpus.Filter{}) {
		a.Stored = time.Time{}
		write(a)
	}
	each(t, s, func(d *model.Document, canonical string, raw []byte) { write([]any{d, canonical, string(raw)}) })
	references, err := s.References(ctx)
	if err != nil {
		t.Fatal(err)
	}
	write(references)
	for _, q := range []corpus.Query{{Text: "қызметтің"}, {Text: "қаулы", On: "2018-01-01"}, {Service: "беру"}, {Role: model.RoleHead}} {
		hits := find(t, s, q)
		if len(hits) == 0 {
			t.Errorf("nothing is found by %+v", q)
		}
		write(hits)
	}
	return out.String()
}
