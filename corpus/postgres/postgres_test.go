package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"reglament/corpus"
	"reglament/corpus/corpustest"
	"reglament/corpus/postgres"
	"reglament/corpus/postgres/postgrestest"
	"reglament/model"
)

var ctx = context.Background()

func open(t testing.TB, address string) *postgres.Store {
	t.Helper()
	s, err := postgres.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) {
	corpustest.Test(t, func(t *testing.T) corpus.Store { return open(t, postgrestest.Address(t)) })
}

func TestOpenRefuses(t *testing.T) {
	address := postgrestest.Address(t)
	other := func(from, to string) string {
		if !strings.Contains(address, from) {
			t.Skipf("%s has no %s to replace", postgres.Name(address), from)
		}
		return strings.Replace(address, from, to, 1)
	}
	for _, test := range []struct{ name, address, want string }{
		{"no database of this name", address + "_none", "the corpus %s cannot be opened: the server has no such database"},
		{"no server", "postgres://user:secret@127.0.0.1:1/db", "the corpus %s cannot be reached: no server answers there, or the connection was lost"},
		{"no user of this name", other("reglament@", "nobody@"), "the corpus %s cannot be opened: the server does not accept this user or password"},
		{"no address", "postgres://user:secret@127.0.0.1:port/db", "the given address is no address of a PostgreSQL database such as postgres://user@host/database%.0s"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, open := range []func(context.Context, string) (*postgres.Store, error){postgres.Open, postgres.OpenReader} {
				s, err := open(ctx, test.address)
				if err == nil {
					s.Close()
					t.Fatal("it was opened")
				}
				if want := fmt.Sprintf(test.want, postgres.Name(test.address)); err.Error() != want {
					t.Errorf("error\n %s, want\n %s", err, want)
				}
				if strings.Contains(err.Error(), "secret") {
					t.Error("the error tells the password")
				}
			}
		})
	}
}

func TestReaderDoesNotWrite(t *testing.T) {
	address := postgrestest.Address(t)
	if _, err := postgres.OpenReader(ctx, address); err == nil || !strings.Contains(err.Error(), "there is no corpus in ") {
		t.Errorf("an empty database: %v", err)
	}
	s := open(t, address)
	s.Close()
	r, err := postgres.OpenReader(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.Put(ctx, corpustest.Act{Number: "1"}.Record(t))
	if err == nil || !strings.HasSuffix(err.Error(), " cannot be written: this run, or the database, allows reading only") {
		t.Errorf("a reader writes: %v", err)
	}
	r.Close()
}

// testdata/v1.sql is two of the sample's acts as a program of version 1 stored them.
func TestVersions(t *testing.T) {
	corpustest.TestVersions(t, corpustest.Adapter{
		Version: "1",
		Older: func(t *testing.T) string {
			dump, err := os.ReadFile("testdata/v1.sql")
			if err != nil {
				t.Fatal(err)
			}
			address := postgrestest.Address(t)
			postgrestest.Exec(t, address, string(dump))
			return address
		},
		Renew: func(t *testing.T, address string) {
			postgrestest.Exec(t, address, "UPDATE reglament.corpus_version SET version = 1000")
		},
		Copy:  func(_ *testing.T, address, backup string) string { return inSchema(address, backup) },
		Empty: func(t *testing.T) corpus.Store { return open(t, postgrestest.Address(t)) },
		Open: func(address string) (corpus.Store, string, error) {
			s, err := postgres.Open(ctx, address)
			if err != nil {
				return nil, "", err
			}
			return s, s.Backup, nil
		},
		OpenReader: func(address string) (corpus.Store, error) { return postgres.OpenReader(ctx, address) },
	})
}

// A migration of two programs that start at once is made once.
func TestManyOpenAtOnce(t *testing.T) {
	address := postgrestest.Address(t)
	var group sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		group.Go(func() {
			s, err := postgres.Open(ctx, address)
			errs[i] = err
			if err == nil {
				s.Close()
			}
		})
	}
	group.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Error(err)
	}
}

// inSchema is the address of the tables of another schema.
func inSchema(address, schema string) string {
	end := "?"
	if strings.Contains(address, "?") {
		end = "&"
	}
	return address + end + "search_path=" + schema
}

func TestSchemaOfTheAddress(t *testing.T) {
	address := postgrestest.Address(t)
	a, b := open(t, inSchema(address, "one")), open(t, inSchema(address, "two"))
	defer a.Close()
	defer b.Close()
	corpustest.Put(t, a, corpustest.Act{Number: "1"})
	if acts, err := b.Acts(ctx, corpus.Filter{}); err != nil || len(acts) != 0 {
		t.Errorf("the other schema has %+v, %v", acts, err)
	}
}

// Many write at once, the same acts in the same order and in another.
func TestManyWriters(t *testing.T) {
	address := postgrestest.Address(t)
	var records []*corpus.Record
	for n := range 30 {
		a := corpustest.Act{Number: model.Text(fmt.Sprint(n % 10)), Services: []string{"Жер учаскесін беру"}, Body: fmt.Sprint("мәтін ", n%20)}
		records = append(records, a.Record(t))
	}
	var group sync.WaitGroup
	errs := make([]error, 6)
	stored := make([]int, len(errs))
	for i := range errs {
		s := open(t, address)
		defer s.Close()
		group.Go(func() {
			for n := range records {
				at := n
				if i%2 == 1 {
					at = len(records) - 1 - n
				}
				o, err := s.Put(ctx, records[at])
				if err != nil {
					errs[i] = err
					return
				}
				if o.Change != corpus.Unchanged {
					stored[i]++
				}
			}
		})
	}
	group.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, n := range stored {
		sum += n
	}
	if sum != 20 {
		t.Errorf("%d files were stored, want 20: %v", sum, stored)
	}
	s := open(t, address)
	defer s.Close()
	acts, err := s.Acts(ctx, corpus.Filter{})
	if err != nil || len(acts) != 10 {
		t.Fatalf("%d acts, %v", len(acts), err)
	}
	for _, a := range acts {
		if a.Editions != 2 {
			t.Errorf("act %s has %d editions, want 2", a.Number, a.Editions)
		}
	}
	if hits, err := s.Search(ctx, corpus.Query{Text: "учаскесі", Limit: 100}); err != nil || len(hits) != 20 { // each act's own part and its regulation
		t.Errorf("%d hits, %v", len(hits), err)
	}
}

func TestRereadLeavesNoRowBehind(t *testing.T) {
	address := postgrestest.Address(t)
	s := open(t, address)
	defer s.Close()
	act := corpustest.Act{Number: "1", Services: []string{"а", "б"}, Amended: []model.Date{"2018-01-01"}}
	worse := act.Read()
	worse.Document.Act.Key = ""
	worse.Document.Regulations = append(worse.Document.Regulations, worse.Document.Regulations...)
	r, err := corpus.Prepare(worse)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(ctx, r); err != nil {
		t.Fatal(err)
	}
	corpustest.Put(t, s, act)
	c, err := pgx.Connect(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(ctx)
	for table, want := range map[string]int{"sources": 1, "acts": 1, "editions": 1, "forms": 1, "services": 2, "refs": 3, "parts": 3} {
		var n int
		if err := c.QueryRow(ctx, "SELECT count(*) FROM reglament."+table).Scan(&n); err != nil || n != want {
			t.Errorf("%s has %d rows, want %d (%v)", table, n, want, err)
		}
	}
}

func TestNamesOfFilesMayHoldAnyByte(t *testing.T) {
	s := open(t, postgrestest.Address(t))
	defer s.Close()
	corpustest.Put(t, s, corpustest.Act{Number: "1", Name: "a\xff\x00b'\\.html", Title: "А \x00 б"})
	if acts, err := s.Acts(ctx, corpus.Filter{}); err != nil || acts[0].Source != "a\uFFFD\uFFFDb'\\.html" {
		t.Errorf("%+v, %v", acts, err)
	}
}

func TestNameHidesWhatIsSecret(t *testing.T) {
	for address, want := range map[string]string{
		"postgres://u:p@h:5432/db?sslmode=disable&password=p": "postgres://u@h:5432/db",
		"postgres://h/db":            "postgres://h/db",
		"host=h password=p":          "the given address",
		"postgres://u:p@h:port/db":   "the given address",
		"postgresql:///db?host=/tmp": "postgresql:///db",
		"postgres://u%3Ax:p@h/db#p":  "postgres://u%3Ax@h/db",
	} {
		if got := postgres.Name(address); got != want {
			t.Errorf("%s is shown as %s, want %s", address, got, want)
		}
	}
}
