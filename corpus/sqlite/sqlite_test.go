package sqlite_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reglament/corpus"
	"reglament/corpus/corpustest"
	"reglament/corpus/sqlite"
	"reglament/model"
)

var ctx = context.Background()

var sample = []corpustest.Act{
	{Number: "А-11/495", ID: "V15B0005077", Services: []string{"Жер учаскесін беру", "Көмек"}, Body: strings.Repeat("мәтін ", 5000)},
	{Number: "А-11/495", Language: model.Russian, Services: []string{"Предоставление участка"}},
	{Number: "А-11/495", Amended: []model.Date{"2018-01-01"}},
	{Number: "496", Region: "KZ-75"},
	{Body: "нөмірі жоқ"},
	{Number: "3", Region: "KZ-75", Adopted: "2019-01-01", Title: "Күшін жою туралы", Repeals: []model.ActRef{{Text: "№ 496", Date: "2015-10-23", Number: "496"}}},
}

// broken makes files that are no usable corpus; want is the whole error, %s the path.
var broken = []struct {
	name string
	make func(t *testing.T, path string)
	want string
}{
	{"a folder", func(t *testing.T, path string) { must(t, os.Mkdir(path, 0o755)) },
		"the corpus %s is a folder, not a file"},
	{"a text file", func(t *testing.T, path string) {
		must(t, os.WriteFile(path, []byte(strings.Repeat("қаулы ", 200)), 0o644))
	},
		"%s is not a SQLite database, so it is no corpus"},
	{"a database cut in the middle", func(t *testing.T, path string) {
		full(t, path)
		info, err := os.Stat(path)
		must(t, err)
		must(t, os.Truncate(path, info.Size()/2))
	}, "the corpus %s is damaged: restore it from a copy, or ingest the files again into a new one"},
	{"a database whose schema is overwritten", func(t *testing.T, path string) {
		full(t, path)
		overwrite(t, path, 100, 400)
	}, "the corpus %s is damaged: restore it from a copy, or ingest the files again into a new one"},
	{"a database of a newer program", func(t *testing.T, path string) {
		full(t, path)
		execute(t, path, "PRAGMA user_version = 1000")
	}, "the corpus %s has schema version 1000, and this program knows versions up to 5: use the newer program that wrote it"},
	{"a database of another program", func(t *testing.T, path string) { execute(t, path, "CREATE TABLE songs (title TEXT)") },
		"%s is a SQLite database of another program, not a corpus"},
	{"a place in a folder that does not exist", func(t *testing.T, path string) { must(t, os.Symlink(path+".d/none/corpus.db", path)) },
		"the corpus %s cannot be opened: its folder does not exist, or the file or the folder allow no access"},
}

func TestOpenRefuses(t *testing.T) {
	for _, b := range broken {
		t.Run(b.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "corpus.db")
			b.make(t, path)
			before, _ := os.ReadFile(path) // nothing to compare in a folder
			s, err := sqlite.Open(ctx, path)
			if err == nil {
				s.Close()
				t.Fatal("it was opened")
			}
			if want := fmt.Sprintf(b.want, path); err.Error() != want {
				t.Errorf("error\n %s, want\n %s", err, want)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("a file that was refused was changed")
			}
		})
	}
}

func TestOpenReaderRefuses(t *testing.T) {
	for _, b := range broken[:6] {
		t.Run(b.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "corpus.db")
			b.make(t, path)
			s, err := sqlite.OpenReader(ctx, path)
			if err == nil {
				s.Close()
				t.Fatal("it was opened")
			}
			if want := fmt.Sprintf(b.want, path); err.Error() != want {
				t.Errorf("error\n %s, want\n %s", err, want)
			}
		})
	}
	t.Run("no file", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "corpus.db")
		if _, err := sqlite.OpenReader(ctx, path); !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), path) {
			t.Errorf("error %v", err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Error("looking for a corpus made one")
		}
	})
	t.Run("an empty file", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "corpus.db")
		must(t, os.WriteFile(path, nil, 0o644))
		if _, err := sqlite.OpenReader(ctx, path); err == nil || err.Error() != "there is no corpus in "+path {
			t.Errorf("error %v", err)
		}
	})
	t.Run("no name", func(t *testing.T) {
		if _, err := sqlite.OpenReader(ctx, ""); err == nil {
			t.Error("it was opened")
		}
	})
}

func TestNoPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may read and write every file")
	}
	path := filepath.Join(t.TempDir(), "corpus.db")
	full(t, path)
	must(t, os.Chmod(path, 0o444))
	if _, err := sqlite.Open(ctx, path); !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), path) {
		t.Errorf("a read-only file opened to write: %v", err)
	}
	must(t, os.Chmod(filepath.Dir(path), 0o555))
	s, err := sqlite.OpenReader(ctx, path)
	if err != nil {
		t.Fatalf("a read-only file in a read-only folder: %v", err)
	}
	if acts, err := s.Acts(ctx, corpus.Filter{}); err != nil || len(acts) != 3 {
		t.Errorf("acts %+v, %v", acts, err)
	}
	must(t, s.Close())
	must(t, os.Chmod(filepath.Dir(path), 0o755)) // for the clean-up
	must(t, os.Chmod(path, 0))
	if _, err := sqlite.OpenReader(ctx, path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("a file that may not be read: %v", err)
	}
}

func TestReaderDoesNotWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corpus.db")
	full(t, path)
	s, err := sqlite.OpenReader(ctx, path)
	must(t, err)
	defer s.Close()
	_, err = s.Put(ctx, corpustest.Act{Number: "new"}.Record(t))
	want := "the corpus " + path + " cannot be written: the file, its folder or this run allow reading only"
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	if o := corpustest.Put(t, s, sample[0])[0]; o.Change != corpus.Unchanged {
		t.Errorf("a known file: %+v", o)
	}
}

func TestDamageInTheMiddleIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corpus.db")
	full(t, path)
	db, err := sql.Open("sqlite", "file:"+path)
	must(t, err)
	var page, size int
	must(t, db.QueryRow("SELECT rootpage, page_size FROM sqlite_master, pragma_page_size WHERE name = 'acts'").Scan(&page, &size))
	must(t, db.Close())
	overwrite(t, path, (page-1)*size, size)
	s, err := sqlite.OpenReader(ctx, path)
	must(t, err)
	defer s.Close()
	want := "the corpus " + path + " is damaged: restore it from a copy, or ingest the files again into a new one"
	if _, err := s.Acts(ctx, corpus.Filter{}); err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestFileNamesAreTakenAsTheyAre(t *testing.T) {
	for _, name := range []string{"a b.db", "100%.db", "a?mode=memory.db", "a#b.db", "жинақ.db", ":memory:"} {
		path := filepath.Join(t.TempDir(), name)
		full(t, path)
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	t.Chdir(t.TempDir())
	for _, name := range []string{"reglament.db", ":memory:", "a:b.db"} {
		full(t, name)
		if _, err := os.Stat(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheIndexOfManyFilesIsJoined(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corpus.db")
	pieces := func() (n int) {
		db, err := sql.Open("sqlite", path)
		must(t, err)
		defer db.Close()
		// Rows of terms_data from 2^37 on are pages of a piece, whose number stands above.
		must(t, db.QueryRow(`SELECT count(DISTINCT id >> 37) FROM terms_data WHERE id >> 37 > 0`).Scan(&n))
		return n
	}
	few := open(t, path)
	for i := range 3 {
		corpustest.Put(t, few, corpustest.Act{Number: model.Text(fmt.Sprint("few", i))})
	}
	must(t, few.Close())
	if n := pieces(); n < 2 {
		t.Errorf("after three files: %d pieces", n)
	}
	many := open(t, path)
	for i := range 100 {
		corpustest.Put(t, many, corpustest.Act{Number: model.Text(fmt.Sprint("many", i))})
	}
	must(t, many.Close())
	if n := pieces(); n != 1 {
		t.Errorf("after a hundred more: %d pieces", n)
	}
}

func TestReingestWritesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corpus.db")
	full(t, path)
	tables, file := contents(t, path), hash(t, path)
	s := open(t, path)
	s.Now = func() time.Time { return time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC) }
	for _, o := range corpustest.Put(t, s, sample...) {
		if o.Change != corpus.Unchanged {
			t.Errorf("%+v", o)
		}
	}
	must(t, s.Close())
	if contents(t, path) != tables {
		t.Error("the tables changed")
	}
	if hash(t, path) != file {
		t.Error("the bytes of the file changed")
	}
	if strings.Count(tables, "\n") < 20 {
		t.Errorf("tables hold too little to compare:\n%s", tables)
	}
}

func TestIdenticalRunsGiveIdenticalFiles(t *testing.T) {
	a, b := filepath.Join(t.TempDir(), "a.db"), filepath.Join(t.TempDir(), "b.db")
	full(t, a)
	full(t, b)
	if hash(t, a) != hash(t, b) {
		t.Error("the files differ")
	}
	corpustest.Put(t, reopen(t, b), corpustest.Act{Number: "new"})
	if contents(t, a) == contents(t, b) {
		t.Error("another act leaves no trace")
	}
}

// A process that is killed leaves its last transaction unfinished in the log. A copy of
// the files taken in the middle of one is such a state.
func TestKilledInTheMiddleOfAnAct(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "corpus.db")
	s := open(t, path)
	defer s.Close()
	corpustest.Put(t, s, sample[0])

	db, err := sql.Open("sqlite", "file:"+path)
	must(t, err)
	defer db.Close()
	tx, err := db.Begin()
	must(t, err)
	for _, statement := range []string{
		`INSERT INTO acts (id, key, region, adopted, number) VALUES (77, 'half', '', '', '')`,
		`INSERT INTO editions (id, act, language) VALUES (77, 77, 'kk')`,
		`UPDATE forms SET edition = 77`,
	} {
		_, err := tx.Exec(statement)
		must(t, err)
	}
	copied := filepath.Join(t.TempDir(), "corpus.db")
	for _, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + end)
		must(t, err)
		must(t, os.WriteFile(copied+end, b, 0o644))
	}
	must(t, tx.Rollback())

	after := open(t, copied)
	defer after.Close()
	acts, err := after.Acts(ctx, corpus.Filter{})
	if err != nil || len(acts) != 1 || acts[0].Key != corpustest.Key("А-11/495") {
		t.Errorf("acts %+v, %v", acts, err)
	}
	if o := corpustest.Put(t, after, sample[0], sample[1]); o[0].Change != corpus.Unchanged || o[1].Change != corpus.NewLanguage {
		t.Errorf("going on: %+v", o)
	}
}

func TestRereadLeavesNoRowBehind(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corpus.db")
	s := open(t, path)
	act := corpustest.Act{Number: "1", Services: []string{"а", "б"}, Amended: []model.Date{"2018-01-01"}}
	worse := act.Read()
	worse.Document.Act.Key = ""
	worse.Document.Regulations = append(worse.Document.Regulations, worse.Document.Regulations...)
	r, err := corpus.Prepare(worse)
	must(t, err)
	_, err = s.Put(ctx, r)
	must(t, err)
	corpustest.Put(t, s, act)
	must(t, s.Close())
	for table, want := range map[string]int{"sources": 1, "acts": 1, "editions": 1, "forms": 1, "services": 2, "refs": 3, "parts": 3, "terms_docsize": 3} {
		var n int
		db, err := sql.Open("sqlite", "file:"+path)
		must(t, err)
		must(t, db.QueryRow("SELECT count(*) FROM "+table).Scan(&n))
		must(t, db.Close())
		if n != want {
			t.Errorf("%s has %d rows, want %d", table, n, want)
		}
	}
}

func TestTwoWritersTakeTurns(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corpus.db")
	a, b := open(t, path), open(t, path)
	defer a.Close()
	defer b.Close()
	failed := make(chan error, 2)
	for i, s := range []*sqlite.Store{a, b} {
		go func() {
			for n := range 20 {
				r, err := corpus.Prepare(corpustest.Act{Number: model.Text(fmt.Sprint(n)), Body: fmt.Sprint(n * i)}.Read())
				if err == nil {
					_, err = s.Put(ctx, r)
				}
				if err != nil {
					failed <- err
					return
				}
			}
			failed <- nil
		}()
	}
	for range 2 {
		must(t, <-failed)
	}
	acts, err := a.Acts(ctx, corpus.Filter{})
	must(t, err)
	editions := 0
	for _, act := range acts {
		editions += act.Editions
	}
	if len(acts) != 20 || editions != 39 { // number 0 has the same body twice
		t.Errorf("%d acts, %d editions", len(acts), editions)
	}
}

func BenchmarkPut(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "corpus.db"))
	defer s.Close()
	records := make([]*corpus.Record, b.N)
	for i := range records {
		records[i] = corpustest.Act{Number: model.Text(fmt.Sprint(i)), Services: []string{"Жер учаскесін беру"},
			Body: strings.Repeat("1. Бекітілсін. ", 1000)}.Record(b)
	}
	b.ResetTimer()
	for _, r := range records {
		if _, err := s.Put(ctx, r); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "acts/s")
}

// full makes a corpus of the sample; its times are always the same.
func full(t *testing.T, path string) {
	t.Helper()
	s := open(t, path)
	s.Now = func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }
	corpustest.Put(t, s, sample...)
	must(t, s.Close())
}

func reopen(t *testing.T, path string) *sqlite.Store {
	s := open(t, path)
	t.Cleanup(func() { s.Close() })
	return s
}

func execute(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	must(t, err)
	_, err = db.Exec(statement)
	must(t, err)
	must(t, db.Close())
}

func overwrite(t *testing.T, path string, at, n int) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	must(t, err)
	_, err = f.WriteAt(bytes.Repeat([]byte{0xA5}, n), int64(at))
	must(t, err)
	must(t, f.Close())
}

func hash(t *testing.T, path string) [32]byte {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return sha256.Sum256(b)
}

// contents is every row of every table, a line each.
func contents(t *testing.T, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	must(t, err)
	defer db.Close()
	var out strings.Builder
	for _, table := range []string{"sources", "acts", "editions", "forms", "services", "refs", "ends", "parts", "part_texts", "service_names"} {
		rows, err := db.Query("SELECT * FROM " + table + " ORDER BY 1, 2")
		must(t, err)
		columns, err := rows.Columns()
		must(t, err)
		row, dest := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			dest[i] = &row[i]
		}
		for rows.Next() {
			must(t, rows.Scan(dest...))
			fmt.Fprintf(&out, "%s %x\n", table, fmt.Sprint(row...))
		}
		must(t, rows.Err())
	}
	return out.String()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
