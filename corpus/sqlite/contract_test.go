package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"reglament/corpus"
	"reglament/corpus/corpustest"
	"reglament/corpus/sqlite"
)

func TestStore(t *testing.T) {
	corpustest.Test(t, func(t *testing.T) corpus.Store {
		return open(t, filepath.Join(t.TempDir(), "corpus.db"))
	})
}

func open(t testing.TB, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
