package sqlite_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reglament/corpus"
	"reglament/corpus/corpustest"
	"reglament/corpus/sqlite"
)

// testdata/v2.db.gz is two of the sample's acts as a program of version 2 stored them.
func TestVersions(t *testing.T) {
	place := func(t *testing.T) string { return filepath.Join(t.TempDir(), "corpus.db") }
	corpustest.TestVersions(t, corpustest.Adapter{
		Version: "2",
		Older: func(t *testing.T) string {
			packed, err := os.ReadFile("testdata/v2.db.gz")
			must(t, err)
			raw, err := corpus.Unpack(packed)
			must(t, err)
			path := place(t)
			must(t, os.WriteFile(path, raw, 0o644))
			return path
		},
		Renew: func(t *testing.T, path string) { execute(t, path, "PRAGMA user_version = 1000") },
		Copy:  func(_ *testing.T, _, backup string) string { return backup },
		Empty: func(t *testing.T) corpus.Store { return open(t, place(t)) },
		Open: func(path string) (corpus.Store, string, error) {
			s, err := sqlite.Open(ctx, path)
			if err != nil {
				return nil, "", err
			}
			return s, s.Backup, nil
		},
		OpenReader: func(path string) (corpus.Store, error) { return sqlite.OpenReader(ctx, path) },
	})
}

// older turns a corpus into one of schema version 1, which had no search.
func older(t *testing.T, path string) {
	t.Helper()
	execute(t, path, `DROP TABLE ends; DROP TABLE part_texts; DROP TABLE parts; DROP TABLE terms; DROP TABLE service_names; PRAGMA user_version = 1; VACUUM`)
}

func TestAnOlderCorpusIsMigratedAfterACopy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corpus.db")
	full(t, path)
	want := contents(t, path)
	older(t, path)
	if _, err := sqlite.OpenReader(ctx, path); err == nil || !strings.Contains(err.Error(), "has the older schema version 1: a command that writes") {
		t.Errorf("opened to read: %v", err)
	}
	s := open(t, path)
	if s.Backup != path+".v1.backup" {
		t.Errorf("the copy is %q", s.Backup)
	}
	hits, err := s.Search(ctx, corpus.Query{Text: "нөмірінің"})
	if err != nil || len(hits) != 1 {
		t.Errorf("found afterwards: %+v, %v", hits, err)
	}
	must(t, s.Close())
	if got := contents(t, path); got != want {
		t.Error("the migrated tables differ from new ones")
	}
	if _, err := sqlite.OpenReader(ctx, s.Backup); err == nil || !strings.Contains(err.Error(), "has the older schema version 1") {
		t.Errorf("the copy opened to read: %v", err)
	}
	b := open(t, s.Backup)
	must(t, b.Close())
	if got := contents(t, s.Backup); got != want {
		t.Error("the copy, brought up to date by itself, holds something else")
	}

	// A second one does not touch the first copy.
	older(t, path)
	s = open(t, path)
	defer s.Close()
	if s.Backup != path+".v1-2.backup" {
		t.Errorf("the second copy is %q", s.Backup)
	}
	if o := corpustest.Put(t, s, sample[0])[0]; o.Change != corpus.Unchanged {
		t.Errorf("%+v", o)
	}
}

func TestANewCorpusNeedsNoCopy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corpus.db")
	for range 2 {
		s := open(t, path)
		if s.Backup != "" {
			t.Errorf("a copy %q was made", s.Backup)
		}
		must(t, s.Close())
	}
	if files, err := filepath.Glob(path + "*"); err != nil || len(files) != 1 {
		t.Errorf("files %q, %v", files, err)
	}
}

func TestWhereNoCopyCanBeMadeNothingIsMigrated(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write into every folder")
	}
	path := filepath.Join(t.TempDir(), "corpus.db")
	full(t, path)
	older(t, path)
	must(t, os.Chmod(filepath.Dir(path), 0o555))
	defer os.Chmod(filepath.Dir(path), 0o755) // for the clean-up
	if _, err := sqlite.Open(ctx, path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("error %v", err)
	}
}
