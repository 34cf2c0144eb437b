package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"reglament/cmd/reglament/pdfprocess"
	"reglament/corpus"
	"reglament/corpus/postgres/postgrestest"
	"reglament/model"
	"reglament/testdata/realacts"
)

const (
	kostanay = "1-kostanay-2016-91.kk.txt"
	amending = "2-kostanay-2017-214.kk.md"
	amended  = "3-kostanay-2016-91-amended.kk.md"
	pavlodar = "4-pavlodar-2016-118-3.kk.txt"
	repeal   = "5-pavlodar-2019-77-1.kk.txt"
	russian  = "6-karaganda-2017-53-02.ru.md"
)

// The test binary is also the program that reads a PDF file for the tests.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == pdfprocess.Command {
		main()
	}
	os.Exit(m.Run())
}

// answer is what one command line gave.
type answer struct {
	status      int
	out, errors string
}

func command(t *testing.T, stdin string, args ...string) answer {
	t.Helper()
	var out, errs bytes.Buffer
	status := run(t.Context(), args, strings.NewReader(stdin), &out, &errs)
	return answer{status, out.String(), errs.String()}
}

// succeed runs a command line that has to end with status 0 and returns its answer.
func succeed(t *testing.T, args ...string) string {
	t.Helper()
	a := command(t, "", args...)
	if a.status != exitDone {
		t.Fatalf("reglament %q: status %d\n%s", args, a.status, a.errors)
	}
	return a.out
}

// inSample changes to a new folder with the sample acts in it.
func inSample(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := writeSample("."); err != nil {
		t.Fatal(err)
	}
}

// inCorpus changes to a new folder with the sample acts and a corpus of them.
func inCorpus(t *testing.T) {
	t.Helper()
	inSample(t)
	succeed(t, "ingest", kostanay, amending, amended, pavlodar, repeal, russian)
}

func decode[T any](t *testing.T, text string) T {
	t.Helper()
	var v T
	d := json.NewDecoder(strings.NewReader(text))
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v in %.200q", err, text)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		t.Fatalf("more than one JSON value in %.200q", text)
	}
	return v
}

func TestParse(t *testing.T) {
	inSample(t)
	for _, c := range []struct {
		file        string
		key         model.Text
		status      model.Status
		regulations int
	}{
		{kostanay, "KZ-39/2016-03-10/91", model.InForce, 2},
		{amending, "KZ-39/2017-05-18/214", model.InForce, 1},
		{amended, "KZ-39/2016-03-10/91", model.InForce, 2},
		{pavlodar, "KZ-55/2016-05-05/118/3", model.Repealed, 1},
		{repeal, "KZ-55/2019-02-26/77/1", model.InForce, 0},
		{russian, "KZ-35/2017-08-03/53/02", model.InForce, 1},
	} {
		t.Run(c.file, func(t *testing.T) {
			a := command(t, "", "parse", c.file)
			if a.status != exitDone || a.errors != "" {
				t.Fatalf("status %d, standard error %q", a.status, a.errors)
			}
			d := decode[model.Document](t, a.out)
			if d.Act.Key != c.key || d.Act.Status != c.status || len(d.Regulations) != c.regulations {
				t.Errorf("read %s, %s, %d regulations; want %s, %s, %d", d.Act.Key, d.Act.Status, len(d.Regulations), c.key, c.status, c.regulations)
			}
			if d.Source.Name != c.file {
				t.Errorf("the source is named %q", d.Source.Name)
			}
		})
	}
}

// A page that shows an act in two languages is two acts, where a file may give several.
func TestPageOfTwoLanguages(t *testing.T) {
	inSample(t)
	const page = `<!DOCTYPE html><html><head><link rel="canonical" href="https://adilet.zan.kz/kaz/docs/V16P0009999/compare"></head><body>
<div class="slogan"><h1>Регламентті бекіту туралы</h1><h1>Об утверждении регламента</h1>
<p>Павлодар облысы әкімдігінің 2016 жылғы 5 мамырдағы № 77 қаулысы.</p><p>Постановление акимата Павлодарской области от 5 мая 2016 года № 77.</p></div>
<article><p>Павлодар облысының әкімдігі ҚАУЛЫ ЕТЕДІ:</p><p>1. Регламент бекітілсін.</p></article>
<article><p>Акимат Павлодарской области ПОСТАНОВЛЯЕТ:</p><p>1. Утвердить регламент.</p></article></body></html>`
	if err := os.WriteFile("both.html", []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	object := decode[model.Document](t, succeed(t, "parse", "both.html"))
	if object.Act.Language != model.Kazakh || !slices.ContainsFunc(object.Findings, func(f model.Finding) bool { return f.Code == model.FindAnotherAct }) {
		t.Errorf("language %q, findings %v", object.Act.Language, object.Findings)
	}
	var languages []model.Language
	for line := range strings.Lines(succeed(t, "parse", "--format", "jsonl", "both.html")) {
		languages = append(languages, decode[model.Document](t, line).Act.Language)
	}
	if !slices.Equal(languages, []model.Language{model.Kazakh, model.Russian}) {
		t.Errorf("languages %q", languages)
	}
	for _, says := range []string{"read 2: stored 1, new languages 1,", "unchanged 2"} {
		if a := command(t, "", "ingest", "both.html"); a.status != exitDone || !strings.Contains(a.errors, says) {
			t.Errorf("status %d, %s, want %s", a.status, a.errors, says)
		}
	}
}

func TestParsePrintsSeveralFilesAsLines(t *testing.T) {
	inSample(t)
	for _, args := range [][]string{{"parse", kostanay, russian}, {"parse", "--format", "jsonl", kostanay, russian}} {
		lines := strings.Split(strings.TrimSuffix(succeed(t, args...), "\n"), "\n")
		if len(lines) != 2 {
			t.Fatalf("%q: %d lines", args, len(lines))
		}
		for i, name := range []string{kostanay, russian} {
			if d := decode[model.Document](t, lines[i]); d.Source.Name != name {
				t.Errorf("line %d is of %s, want %s", i, d.Source.Name, name)
			}
		}
	}
	if a := command(t, "", "parse", "--format", "json", kostanay, russian); a.status != exitUsage {
		t.Errorf("several files as one object: status %d, want %d", a.status, exitUsage)
	}
}

func TestStandardInput(t *testing.T) {
	inSample(t)
	raw, err := os.ReadFile(russian)
	if err != nil {
		t.Fatal(err)
	}
	a := command(t, string(raw), "parse", "-")
	if a.status != exitDone {
		t.Fatal(a.errors)
	}
	d := decode[model.Document](t, a.out)
	if d.Source.Name != "-" || d.Act.Key != "KZ-35/2017-08-03/53/02" {
		t.Errorf("read %s from %s", d.Act.Key, d.Source.Name)
	}
}

func TestTextIsWhatSpansPointInto(t *testing.T) {
	inSample(t)
	text := succeed(t, "text", pavlodar)
	d := decode[model.Document](t, succeed(t, "parse", pavlodar))
	steps := 0
	for _, r := range d.Regulations {
		for _, p := range r.Processes {
			for _, s := range p.Steps {
				steps++
				if s.Actor != "" && !strings.Contains(s.Span.Of(text), string(s.Actor)) {
					t.Errorf("step %q: its actor %q is not in %q", s.N, s.Actor, s.Span.Of(text))
				}
			}
		}
	}
	if steps < 15 {
		t.Errorf("%d steps were read", steps)
	}
}

func TestSchema(t *testing.T) {
	s := decode[struct {
		Schema string `json:"$schema"`
	}](t, succeed(t, "schema"))
	if s.Schema == "" {
		t.Error("it does not name its dialect")
	}
}

// What cannot be read: one sentence that names the file and the reason, status 1.
func TestBadInput(t *testing.T) {
	inCorpus(t)
	before := succeed(t, "list", "--format", "json")
	for name, data := range map[string]string{
		"empty.txt":    "",
		"blank.txt":    " \n\t\n",
		"binary.txt":   "\x00\x01\x02\xff\xfeELF\x00\x00",
		"no-act.txt":   "Бұл құжат емес, жай ғана хат.\nСәлем, қалың қалай?\n",
		"broken.txt":   "Қостанай облысы \xff\xfe\xfa әкімдігінің 2016 жылғы \xd2 қаулысы\n",
		"picture.html": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
	} {
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir("folder", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, file, reason string }{
		{"an empty file", "empty.txt", "empty"},
		{"nothing but blanks", "blank.txt", "blanks"},
		{"a program", "binary.txt", ""},
		{"a picture named as a page", "picture.html", ""},
		{"a text that is no act", "no-act.txt", "no act"},
		{"a text with bytes of no encoding", "broken.txt", ""},
		{"a folder", "folder", "is a folder"},
		{"no file", "missing.txt", "there is no"},
	} {
		for _, args := range [][]string{{"parse", c.file}, {"show", c.file}, {"ingest", c.file}} {
			if args[0] == "ingest" && c.file == "folder" {
				continue // reads folders
			}
			t.Run(c.name+" to "+args[0], func(t *testing.T) {
				a := command(t, "", args...)
				if a.status != exitFailed || a.out != "" {
					t.Errorf("status %d, answer %q", a.status, a.out)
				}
				var told []string
				for line := range strings.Lines(a.errors) {
					if strings.HasPrefix(line, c.file+": ") || strings.HasPrefix(line, "there is no file "+c.file) {
						told = append(told, line)
					}
				}
				if len(told) != 1 || !strings.Contains(told[0], c.reason) {
					t.Errorf("standard error %q: want one sentence that names %s and the reason %q", a.errors, c.file, c.reason)
				}
			})
		}
	}
	if after := succeed(t, "list", "--format", "json"); after != before {
		t.Errorf("the corpus was touched:\n%s", after)
	}
}

func TestExitStatus(t *testing.T) {
	inSample(t)
	for _, c := range []struct {
		name string
		args []string
		want int
		says string
	}{
		{"an act before there is a corpus", []string{"show", "KZ-39/2016-03-10/91"}, exitFailed, "KZ-39/2016-03-10/91 is no file, and not in the corpus: there is none yet"},
		{"all done", []string{"parse", kostanay}, exitDone, ""},
		{"all failed", []string{"parse", "a.txt", "b.txt"}, exitFailed, "b.txt: there is no such file"},
		{"some failed", []string{"parse", kostanay, "a.txt"}, exitPart, "a.txt: there is no such file"},
		{"some failed to be stored", []string{"ingest", kostanay, "a.txt"}, exitPart, "a.txt: there is no such file"},
		{"no command of that name", []string{"prase"}, exitUsage, "prase"},
		{"help on no command", []string{"help", "prase"}, exitUsage, `unknown command "prase"`},
		{"help on a command", []string{"help", "parse"}, exitDone, ""},
		{"an export without a name", []string{"export"}, exitUsage, "data, workflow or site"},
		{"no export of that name", []string{"export", "xml"}, exitUsage, `unknown command "xml"`},
		{"an argument too many", []string{"list", "--corpus", "x.db", "acts"}, exitUsage, `the arguments are ["acts"]; it is used as reglament list [flags]`},
		{"no such flag", []string{"parse", "--fromat", "json", kostanay}, exitUsage, "--fromat"},
		{"flags that exclude each other", []string{"parse", "--explain", "--coverage", kostanay}, exitUsage, "see reglament parse --help"},
		{"no such format", []string{"parse", "--format", "xml", kostanay}, exitUsage, "json, jsonl"},
		{"no file", []string{"parse"}, exitUsage, "no argument is given; it is used as reglament parse [flags] FILE…"},
		{"one side", []string{"compare", kostanay}, exitUsage, "see reglament compare --help"},
		{"a side without a name", []string{"show", "#1"}, exitUsage, "#1"},
		{"a regulation that is not there", []string{"show", kostanay + "#9"}, exitFailed, "9"},
		{"an output below a file", []string{"compare", kostanay + "#1", kostanay + "#2", "-o", kostanay + "/a.txt"}, exitFailed, "a.txt: cannot be written: not a directory"},
		{"a folder of definitions below a file", []string{"export", "workflow", "-o", kostanay, kostanay}, exitFailed, "cannot be written: not a directory"},
		{"tables in a file", []string{"export", "data", "--format", "csv", "-o", kostanay, kostanay}, exitFailed, kostanay + ": cannot be written: not a directory"},
		{"pages in a file", []string{"export", "site", "-o", kostanay}, exitFailed, kostanay + ": not a directory"},
		{"tables on standard output", []string{"export", "data", "--format", "parquet", "-o", "-", kostanay}, exitUsage, "parquet is several files: name their folder with -o"},
		{"definitions on standard output", []string{"export", "workflow", "-o", "-", kostanay}, exitUsage, "name their folder with -o"},
		{"pages on standard output", []string{"export", "site", "-o", "-"}, exitUsage, "name their folder with -o"},
		{"a demo in a file", []string{"demo", kostanay + "/demo"}, exitFailed, "not a directory"},
		{"no such region", []string{"list", "--region", "KZ-99"}, exitUsage, "no region has this code"},
		{"no such relation", []string{"graph", "--relation", "amends,foo"}, exitUsage, "it is one or more of amends, repeals, approves, implements, cites"},
		{"a day that is none", []string{"search", "--on", "2018-02-30", "қаулы"}, exitUsage, "it is a day such as 2018-01-31"},
		{"another day than that of the side", []string{"status", "--on", "2018-01-01", "KZ-39/2016-03-10/91@2017-01-01"}, exitUsage, "KZ-39/2016-03-10/91@2017-01-01 asks for another day than 2018-01-01"},
		{"no such role", []string{"search", "--role", "provider.heda"}, exitUsage, "no role has this code"},
		{"no number of hits", []string{"search", "--limit", "0", "қаулы"}, exitUsage, "--limit is 1 or more"},
		{"no such action", []string{"search", "--action", "sing"}, exitUsage, "no action has this code"},
		{"no time to begin at", []string{"simulate", kostanay}, exitUsage, "--start is missing"},
		{"no such catalogue", []string{"services", "--services", "none.yaml"}, exitFailed, "none.yaml: there is no such file"},
		{"no port", []string{"serve", "--addr", "localhost"}, exitUsage, `--addr "localhost" is no host and port`},
		{"a language of no text", []string{"status", "--lang", "kk"}, exitUsage, "--lang is the language of --text"},
		{"no corpus", []string{"list", "--corpus", "none.db"}, exitFailed, "there is no corpus none.db: a command that writes, such as ingest, makes it"},
		{"a corpus that is none", []string{"list", "--corpus", kostanay}, exitFailed, kostanay},
		{"an unknown address", []string{"list", "--corpus", "mysql://localhost/acts"}, exitUsage, "postgres://"},
		{"help", []string{"parse", "--help"}, exitDone, ""},
		{"version", []string{"--version"}, exitDone, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := command(t, "", c.args...)
			if a.status != c.want || !strings.Contains(a.errors, c.says) {
				t.Errorf("status %d, want %d; standard error %q, want %q in it", a.status, c.want, a.errors, c.says)
			}
		})
	}
}

func TestInterrupted(t *testing.T) {
	inSample(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, args := range [][]string{{"parse", kostanay}, {"ingest", kostanay}} {
		var errs bytes.Buffer
		if got := run(ctx, args, strings.NewReader(""), io.Discard, &errs); got != exitFailed || !strings.Contains(errs.String(), "interrupted") {
			t.Errorf("%q: status %d, %q", args, got, &errs)
		}
	}
	succeed(t, "ingest", kostanay) // and can be run again
}

func TestIngest(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := writeSample("acts/2016"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("acts/.hidden", []byte("not looked at"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		want []string
	}{
		{"the first time", []string{"read 6", "stored 5", "new editions 1", "unchanged 0", "failed 0"}},
		{"the same again", []string{"read 6", "stored 0", "new editions 0", "unchanged 6", "failed 0"}},
	} {
		a := command(t, "", "ingest", "acts")
		if a.status != exitDone || a.out != "" {
			t.Errorf("%s: status %d, answer %q", c.name, a.status, a.out)
		}
		for _, w := range c.want {
			if !strings.Contains(a.errors, w) {
				t.Errorf("%s: no %q in %q", c.name, w, a.errors)
			}
		}
	}
}

func TestList(t *testing.T) {
	inCorpus(t)
	for _, c := range []struct {
		name string
		args []string
		want []string
	}{
		{"all", nil, []string{"KZ-35/2017-08-03/53/02", "KZ-39/2016-03-10/91", "KZ-39/2017-05-18/214", "KZ-55/2016-05-05/118/3", "KZ-55/2019-02-26/77/1"}},
		{"of a region", []string{"--region", "kz-55"}, []string{"KZ-55/2016-05-05/118/3", "KZ-55/2019-02-26/77/1"}},
		{"repealed", []string{"--status", "repealed"}, []string{"KZ-55/2016-05-05/118/3"}},
		{"in Russian", []string{"--lang", "ru"}, []string{"KZ-35/2017-08-03/53/02"}},
		{"of a service", []string{"--service", "оралман"}, []string{"KZ-39/2016-03-10/91"}},
		{"of none", []string{"--region", "KZ-71"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := append([]string{"list"}, c.args...)
			var keys []string
			for _, a := range decode[[]corpus.ActSummary](t, succeed(t, append(args, "--format", "json")...)) {
				keys = append(keys, a.Key)
			}
			if !slices.Equal(keys, c.want) {
				t.Errorf("listed %q, want %q", keys, c.want)
			}
			rows, err := csv.NewReader(strings.NewReader(succeed(t, append(args, "--format", "csv")...))).ReadAll()
			if err != nil || len(rows) != len(c.want)+1 {
				t.Errorf("%d rows of CSV, %v", len(rows), err)
			}
			table := succeed(t, args...)
			for _, key := range c.want {
				if !strings.Contains(table, key) {
					t.Errorf("no %s in the table\n%s", key, table)
				}
			}
		})
	}
}

func TestShow(t *testing.T) {
	inCorpus(t)
	for _, c := range []struct {
		name string
		args []string
		want []string
		not  []string
	}{
		{"a file", []string{pavlodar}, []string{"118/3", "repealed", "2019-02-26 № 77/1", "provider.unit_head", "10 minutes", "тіркеу журналына жазу", "1-шарт"}, nil},
		{"the newest edition of an act", []string{"KZ-39/2016-03-10/91"}, []string{"new edition", "2017-05-18 № 214", "4 hour", "#2 Оралман"}, nil},
		{"the edition of a date", []string{"KZ-39/2016-03-10/91@2016-12-31"}, []string{"1 working day"}, []string{"new edition"}},
		{"one regulation", []string{"KZ-39/2016-03-10/91#2"}, []string{"#2 Оралман", "4 working days"}, []string{"#1 "}},
		{"with evidence", []string{"--evidence", russian + "#1"}, []string{"не более двадцати минут", "["}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			// Cells wrap, so blanks and borders do not count.
			flat := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "│", " ")), " ") }
			got := flat(succeed(t, append([]string{"show"}, c.args...)...))
			for _, w := range c.want {
				if !strings.Contains(got, w) {
					t.Errorf("no %q in:\n%s", w, got)
				}
			}
			for _, w := range c.not {
				if strings.Contains(got, w) {
					t.Errorf("%q in:\n%s", w, got)
				}
			}
		})
	}
	if d := decode[model.Document](t, succeed(t, "show", "--format", "json", "KZ-55/2016-05-05/118/3")); d.Act.Number != "118/3" {
		t.Errorf("as JSON: number %q", d.Act.Number)
	}
	if r := decode[model.Regulation](t, succeed(t, "show", "--format", "json", "KZ-39/2016-03-10/91#2")); r.Index != 2 {
		t.Errorf("as JSON: regulation %d", r.Index)
	}
}

func TestCompare(t *testing.T) {
	inCorpus(t)
	const a, b = "KZ-39/2016-03-10/91", "KZ-55/2016-05-05/118/3"
	type result struct {
		A, B        struct{ Index int }
		Differences []struct{ Kind string }
	}
	for _, c := range []struct {
		name  string
		sides []string
	}{
		{"two regulations", []string{a + "#1", b + "#1"}},
		{"the service by its name", []string{"--service", demoService, a, b}},
		{"a regulation and the act that has the service", []string{a + "#1", b}},
		{"an act of the corpus and a file", []string{b, kostanay + "#1"}},
		{"a Kazakh regulation and a Russian one", []string{b + "#1", russian + "#1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := decode[result](t, succeed(t, append([]string{"compare", "--format", "json"}, c.sides...)...))
			if r.A.Index != 1 || r.B.Index != 1 || len(r.Differences) == 0 {
				t.Errorf("compared regulation %d with %d: %d differences", r.A.Index, r.B.Index, len(r.Differences))
			}
			if text := succeed(t, append([]string{"compare"}, c.sides...)...); !strings.Contains(text, "differences") {
				t.Errorf("as text:\n%s", text)
			}
		})
	}
	t.Run("two acts", func(t *testing.T) {
		got := decode[struct {
			Results []result
			OnlyA   []struct{ Index int } `json:"only_a"`
		}](t, succeed(t, "compare", "--format", "json", a, b))
		if len(got.Results) != 1 || len(got.OnlyA) != 1 || got.OnlyA[0].Index != 2 {
			t.Errorf("got %+v", got)
		}
		if text := succeed(t, "compare", a, b); !strings.Contains(text, "only in "+a+" (kk): #2 Оралман мәртебесін беру") {
			t.Errorf("as text:\n%s", text)
		}
	})
	t.Run("into a file", func(t *testing.T) {
		want := succeed(t, "compare", a+"#1", b+"#1")
		if out := succeed(t, "compare", "-o", "out.txt", a+"#1", b+"#1"); out != "" {
			t.Errorf("standard output %q", out)
		}
		if got, err := os.ReadFile("out.txt"); err != nil || string(got) != want {
			t.Errorf("the file differs from the answer: %v", err)
		}
	})
	if got := command(t, "", "compare", a+"#2", b); got.status != exitFailed || !strings.Contains(got.errors, "no regulation of the service") {
		t.Errorf("a service of one side only: status %d, %q", got.status, got.errors)
	}
}

// Of December 2016 the amended text tells neither the first regulation nor point 2 of the
// second, which were given another wording in 2017.
func TestCompareDaysWithGaps(t *testing.T) {
	inSample(t)
	succeed(t, "ingest", amended)
	const then, now = "KZ-39/2016-03-10/91@2016-12-01", "KZ-39/2016-03-10/91"
	for format, want := range map[string][]string{
		"text": {"No differences.", "!  " + then, "point 2 was changed by", "on that day is"},
		"csv":  {"«Жұмыссыз азаматтарға анықтама беру» on that day is not known", "Оралман мәртебесін беру,\"" + then, ",remark,"},
		"json": {`"only_b": []`, "point 2 was changed by", `"counts": {}`},
		"html": {"«Жұмыссыз азаматтарға анықтама беру» on that day is not known", "point 2 was changed by"},
	} {
		out := succeed(t, "compare", "--format", format, then, now)
		for _, w := range want {
			if !strings.Contains(out, w) {
				t.Errorf("%s does not say %q:\n%s", format, w, out)
			}
		}
		if strings.Contains(out, "form_added") || strings.Contains(out, "only in "+now) {
			t.Errorf("%s tells of differences:\n%s", format, out)
		}
	}
}

func TestExportWorkflow(t *testing.T) {
	inCorpus(t)
	files := strings.Fields(succeed(t, "export", "workflow", "--target", "bpmn", "-o", "out", "KZ-39/2016-03-10/91#1", russian))
	if len(files) != 6 {
		t.Errorf("wrote %q, want a file for each of three channels of two regulations", files)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var root struct{ XMLName xml.Name }
		if err := xml.Unmarshal(data, &root); err != nil || root.XMLName.Local != "definitions" {
			t.Errorf("%s: root %s, %v", f, root.XMLName.Local, err)
		}
	}
	a := command(t, "", "export", "workflow", "-o", "out", repeal, russian)
	if a.status != exitPart || !strings.Contains(a.errors, repeal+" describes no procedure") {
		t.Errorf("an act without procedures: status %d, %q", a.status, a.errors)
	}
}

func TestExportData(t *testing.T) {
	inCorpus(t)
	keys := func(jsonl string) (keys []model.Text) {
		for line := range strings.Lines(jsonl) {
			keys = append(keys, decode[model.Document](t, line).Act.Key)
		}
		return keys
	}
	all := succeed(t, "export", "data")
	if got, want := keys(all), []model.Text{"KZ-35/2017-08-03/53/02", "KZ-39/2016-03-10/91", "KZ-39/2017-05-18/214", "KZ-55/2016-05-05/118/3", "KZ-55/2019-02-26/77/1"}; !slices.Equal(got, want) {
		t.Errorf("exported %q, want %q", got, want)
	}
	if succeed(t, "export", "data", "-o", "all.jsonl") != "" {
		t.Error("an answer besides the file")
	}
	if file, err := os.ReadFile("all.jsonl"); err != nil || string(file) != all {
		t.Errorf("the file differs from the answer: %v", err)
	}
	if got := keys(succeed(t, "export", "data", "--lang", "ru")); !slices.Equal(got, []model.Text{"KZ-35/2017-08-03/53/02"}) {
		t.Errorf("in Russian: %q", got)
	}
	one := decode[model.Document](t, succeed(t, "export", "data", "KZ-39/2016-03-10/91#2"))
	if len(one.Regulations) != 1 || one.Regulations[0].Index != 2 {
		t.Errorf("one regulation: %d are exported", len(one.Regulations))
	}
	for _, c := range []struct {
		says  string
		sides []string
		want  string // key and regulations of each document
	}{
		{"a regulation twice", []string{"KZ-39/2016-03-10/91#2", "KZ-39/2016-03-10/91#2"}, "KZ-39/2016-03-10/91 [2]"},
		{"two regulations, the last first", []string{"KZ-39/2016-03-10/91#2", "KZ-39/2016-03-10/91#1"}, "KZ-39/2016-03-10/91 [1 2]"},
		{"the whole wins", []string{"KZ-39/2016-03-10/91#2", "KZ-55/2016-05-05/118/3", "KZ-39/2016-03-10/91"}, "KZ-39/2016-03-10/91 [1 2] KZ-55/2016-05-05/118/3 [1]"},
		{"a text and its file", []string{pavlodar, "KZ-55/2016-05-05/118/3#1"}, "KZ-55/2016-05-05/118/3 [1]"},
		{"texts of two days", []string{"KZ-39/2016-03-10/91#2@2017-01-01", "KZ-39/2016-03-10/91#2"}, "KZ-39/2016-03-10/91 [2] KZ-39/2016-03-10/91 [2]"},
	} {
		var got []string
		for line := range strings.Lines(succeed(t, append([]string{"export", "data"}, c.sides...)...)) {
			d := decode[model.Document](t, line)
			var numbers []int
			for _, g := range d.Regulations {
				numbers = append(numbers, g.Index)
			}
			got = append(got, fmt.Sprint(d.Act.Key, " ", numbers))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
	succeed(t, "export", "data", "--format", "csv", "-o", "tables")
	tables, _ := filepath.Glob("tables/*.csv")
	for _, name := range tables {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := csv.NewReader(file).ReadAll(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		file.Close()
	}
	if len(tables) < 5 {
		t.Errorf("tables %q", tables)
	}
	if a := command(t, "", "export", "data", "--format", "csv"); a.status != exitUsage || !strings.Contains(a.errors, "-o") {
		t.Errorf("CSV without a folder: status %d, %q", a.status, a.errors)
	}
}

func TestDemo(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, run := range []string{"first", "again"} {
		a := command(t, "", "demo")
		if a.status != exitDone {
			t.Fatalf("%s: status %d\n%s", run, a.status, a.errors)
		}
		if !strings.Contains(a.out, demoSideA) || !strings.Contains(a.out, ".bpmn") {
			t.Errorf("%s: the answer is\n%s", run, a.out)
		}
	}
	if err := os.WriteFile(filepath.Join(demoFolder, demoCorpus+".v1.backup"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	succeed(t, "demo") // an upgrade of its corpus left a copy
	for _, f := range []string{demoCorpus, demoData, filepath.Join(demoActs, kostanay)} {
		if info, err := os.Stat(filepath.Join(demoFolder, f)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", f, err)
		}
	}
	if err := os.Mkdir("foreign", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("foreign/thesis.txt", []byte("…"), 0o644); err != nil {
		t.Fatal(err)
	}
	if a := command(t, "", "demo", "foreign"); a.status != exitFailed || !strings.Contains(a.errors, "foreign: holds thesis.txt") {
		t.Errorf("a folder of somebody else: status %d, %q", a.status, a.errors)
	}
	if entries, _ := os.ReadDir("foreign"); len(entries) != 1 {
		t.Error("the demo wrote into a folder of somebody else")
	}
}

// What the README shows of the demo, the demo says.
func TestReadmeShowsWhatTheDemoSays(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```text\n")
	shown, _, ok := strings.Cut(rest, "\n```")
	t.Chdir(t.TempDir())
	out := succeed(t, "demo")
	parts := strings.Split(shown, "\n   …\n")
	if !ok || len(parts) < 2 {
		t.Fatalf("the README shows nothing of the demo: %q", shown)
	}
	for _, part := range parts {
		at := strings.Index(out, part)
		if at < 0 {
			t.Fatalf("the demo does not say, in this order:\n%s", part)
		}
		out = out[at+len(part):]
	}
}

// The examples of every command's help work after the demo, as the shell reads them.
func TestExamplesOfHelp(t *testing.T) {
	t.Chdir(t.TempDir())
	succeed(t, "demo")
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		for _, sub := range c.Commands() {
			walk(sub)
		}
		if c.Runnable() && c.Example == "" {
			t.Errorf("%s has no example", c.CommandPath())
		}
		for line := range strings.Lines(c.Example) {
			line = strings.TrimSpace(line)
			t.Run(line, func(t *testing.T) {
				line = strings.ReplaceAll(line, "/tmp/", "./") // what another version left there is none of the test's
				if address := "postgres://reglament@db.example/acts"; strings.Contains(line, address) {
					line = strings.ReplaceAll(line, address, "'"+postgrestest.Address(t)+"'")
				}
				line = strings.ReplaceAll(line, "/tmp/", t.TempDir()+"/") // not a folder of another run
				command, _, _ := strings.Cut(line, " > ")
				command, input, redirected := strings.Cut(command, " < ")
				out, err := exec.Command("sh", "-c", `reglament() { printf '%s\0' "$@"; }; `+command).Output()
				if err != nil {
					t.Fatal(err)
				}
				var stdin []byte
				if redirected {
					if stdin, err = os.ReadFile(input); err != nil {
						t.Fatal(err)
					}
				}
				args := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
				ctx := t.Context()
				if args[0] == "serve" {
					// It serves until it is interrupted, here on whatever port is free.
					var stop context.CancelFunc
					ctx, stop = context.WithTimeout(ctx, time.Second)
					defer stop()
					args = append(args, "--addr", "127.0.0.1:0")
				}
				var errs bytes.Buffer
				if status := run(ctx, args, bytes.NewReader(stdin), io.Discard, &errs); status != exitDone {
					t.Errorf("status %d\n%s", status, &errs)
				}
			})
		}
	}
	walk(newRoot(streams{strings.NewReader(""), io.Discard, io.Discard}))
}

func TestRealActs(t *testing.T) {
	files := realacts.Files(t)
	regulations := 0
	for _, f := range files {
		regulations += len(decode[model.Document](t, succeed(t, "parse", f)).Regulations)
	}
	if len(files) != 5 || regulations != 21 {
		t.Errorf("%d acts with %d regulations, want 5 with 21", len(files), regulations)
	}
}
