package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"reglament/corpus"
	"reglament/corpus/postgres/postgrestest"
)

func TestSearch(t *testing.T) {
	inCorpus(t)
	for _, c := range []struct {
		args []string
		want string // keys and regulations
	}{
		{[]string{"әкімдік", "күші", "жойылды"}, "KZ-55/2019-02-26/77/1 KZ-55/2016-05-05/118/3"},
		{[]string{"ОРАЛМАНҒА"}, "KZ-39/2016-03-10/91#2 KZ-39/2017-05-18/214 KZ-39/2016-03-10/91"},
		{[]string{"справку безработному"}, "KZ-35/2017-08-03/53/02 KZ-35/2017-08-03/53/02#1"},
		{[]string{"беру", "--region", "kz-55", "--status", "repealed"}, "KZ-55/2016-05-05/118/3 KZ-55/2016-05-05/118/3#1"},
		{[]string{"--service", "мәртебесін"}, "KZ-39/2016-03-10/91#2"},
		{[]string{"--role", "provider.unit_head"}, "KZ-55/2016-05-05/118/3#1"},
		{[]string{"--role", "provider.head", "--action", "sign", "--lang", "ru"}, "KZ-35/2017-08-03/53/02#1"},
		{[]string{"сағат", "--on", "2016-12-31", "--region", "KZ-39"}, "KZ-39/2016-03-10/91#2"},
		{[]string{"сағат", "--limit", "1", "--region", "KZ-39"}, "KZ-39/2017-05-18/214#1"},
		{[]string{"мұндай сөз жоқ"}, ""},
	} {
		var got []string
		for _, h := range decode[[]corpus.Hit](t, succeed(t, append([]string{"search", "--format", "json"}, c.args...)...)) {
			side := h.Key
			if h.Regulation != 0 {
				side += "#" + string(rune('0'+h.Regulation))
			}
			got = append(got, side)
			if len(h.Passages) == 0 && len(c.args) > 2 && c.args[0][0] != '-' {
				t.Errorf("%q: %s has no passage", c.args, side)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: %q, want %q", c.args, strings.Join(got, " "), c.want)
		}
	}
}

func TestSearchForReading(t *testing.T) {
	inCorpus(t)
	got := succeed(t, "search", "куәлікке қол қояды")
	want := `KZ-39/2016-03-10/91#2 (kk, in_force)
  Оралман мәртебесін беру
`
	if !strings.HasPrefix(got, want) || !strings.Contains(got, "  - 4) басшы [куәлікке] [қол] [қояды] – 1 сағат;\n") {
		t.Errorf("%s", got)
	}
	long := succeed(t, "search", "--role", "applicant", "ЭЦҚ куәлігі")
	for _, line := range strings.Split(long, "\n") {
		if n := len([]rune(line)); n > excerptLetters*3/2 {
			t.Errorf("a line of %d letters: %s", n, line)
		}
	}
	for _, args := range [][]string{{"search"}, {"search", "–!"}, {"search", "а", "--on", "2016"}, {"search", "а", "--status", "x"}} {
		if a := command(t, "", args...); a.status != exitUsage {
			t.Errorf("%q: status %d\n%s", args, a.status, a.errors)
		}
	}
}

// The whole way over PostgreSQL: queue, worker, what is set aside, and every reader.
func TestPostgres(t *testing.T) {
	at := postgrestest.Address(t)
	inSample(t)
	on := func(args ...string) []string { return append(args, "--corpus", at) }
	if a := command(t, "", on("list")...); a.status != exitFailed || !strings.Contains(a.errors, "there is no corpus in postgres://") {
		t.Errorf("an empty database: status %d, %s", a.status, a.errors)
	}
	files := []string{kostanay, amending, amended, pavlodar, repeal, russian}
	if a := command(t, "", on(append([]string{"ingest", "--queue", "no-such-file"}, files...)...)...); a.status != exitPart ||
		!strings.Contains(a.errors, "queued 6, waiting already 0, failed 1") {
		t.Errorf("queueing: status %d, %s", a.status, a.errors)
	}
	if a := command(t, "Бұл құжат емес, жай ғана хат.\n", on("ingest", "--queue", kostanay, "-")...); a.status != exitDone ||
		!strings.Contains(a.errors, "queued 1, waiting already 1, failed 0") {
		t.Errorf("queueing again: status %d, %s", a.status, a.errors)
	}
	if a := command(t, "", on("worker", "--until-empty")...); a.status != exitPart || !strings.Contains(a.errors, "read 7: stored 5") ||
		!strings.Contains(a.errors, "it is set aside") {
		t.Errorf("working: status %d, %s", a.status, a.errors)
	}
	aside := decode[[]struct{ Name, Reason string }](t, succeed(t, on("worker", "--set-aside", "--format", "json")...))
	if len(aside) != 1 || aside[0].Name != "-" || aside[0].Reason == "" {
		t.Errorf("set aside: %+v", aside)
	}
	if got := succeed(t, on("worker", "--set-aside")...); !strings.Contains(got, aside[0].Reason[:20]) {
		t.Errorf("set aside, for reading: %s", got)
	}
	if a := command(t, "", on(append([]string{"ingest"}, files...)...)...); a.status != exitDone || !strings.Contains(a.errors, "unchanged 6") {
		t.Errorf("ingesting what the worker stored: status %d, %s", a.status, a.errors)
	}

	succeed(t, append([]string{"ingest"}, files...)...) // into SQLite
	for _, args := range [][]string{
		{"search", "--format", "json", "--region", "KZ-35", "справка"},
		{"list", "--format", "csv"},
		{"show", "--format", "json", "KZ-39/2016-03-10/91#2"},
		{"compare", "KZ-39/2016-03-10/91#1", "KZ-55/2016-05-05/118/3#1"},
		{"export", "data", "--format", "jsonl"},
	} {
		if lite, post := succeed(t, args...), succeed(t, on(args...)...); lite != post && args[0] != "search" {
			t.Errorf("%q: the two databases answer differently\n%s\n%s", args, lite, post)
		} else if len(post) < 100 {
			t.Errorf("%q: %q", args, post)
		}
	}
}

func TestAddressesThatAreNone(t *testing.T) {
	inSample(t)
	for _, args := range [][]string{
		{"list", "--corpus", "mysql://host/db"},
		{"worker"},
		{"worker", "--corpus", "acts.db"},
		{"ingest", "--queue", kostanay},
	} {
		if a := command(t, "", args...); a.status != exitUsage || !strings.Contains(a.errors, "postgres://") {
			t.Errorf("%q: status %d, %s", args, a.status, a.errors)
		}
	}
	a := command(t, "", "list", "--corpus", "postgres://user:secret@127.0.0.1:1/db")
	if a.status != exitFailed || strings.Contains(a.errors, "secret") || !strings.Contains(a.errors, "no server answers there") {
		t.Errorf("no server: status %d, %s", a.status, a.errors)
	}
}

func TestACorpusOfAnOlderVersionIsCopied(t *testing.T) {
	packed, err := os.ReadFile("../../corpus/sqlite/testdata/v2.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := corpus.Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	inSample(t)
	if err := os.WriteFile("old.db", raw, 0o644); err != nil {
		t.Fatal(err)
	}
	if a := command(t, "", "list", "--corpus", "old.db"); a.status != exitFailed || !strings.Contains(a.errors, "has the older schema version 2") {
		t.Errorf("reading it: status %d, %s", a.status, a.errors)
	}
	a := command(t, "", "ingest", "--corpus", "old.db", kostanay)
	want := "the corpus old.db was brought to the schema of this program; old.db.v2.backup is a copy of what it was\n"
	if a.status != exitDone || !strings.HasPrefix(a.errors, want) || !strings.Contains(a.errors, "stored 1") {
		t.Errorf("status %d, %s; want %s", a.status, a.errors, want)
	}
}

func TestPostgresOfAnOlderVersionIsCopied(t *testing.T) {
	dump, err := os.ReadFile("../../corpus/postgres/testdata/v1.sql")
	if err != nil {
		t.Fatal(err)
	}
	at := postgrestest.Address(t)
	postgrestest.Exec(t, at, string(dump))
	inSample(t)
	a := command(t, "", "ingest", "--corpus", at, kostanay)
	want := regexp.MustCompile(`^the corpus postgres://\S+ was brought to the schema of this program; ` +
		`the schema reglament_v1_\d{8}_\d{6} of the database is a copy of what it was\n`)
	if a.status != exitDone || !want.MatchString(a.errors) || !strings.Contains(a.errors, "stored 1") {
		t.Errorf("status %d, %s; want %s", a.status, a.errors, want)
	}
}
