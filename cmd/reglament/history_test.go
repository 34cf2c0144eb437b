package main

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"reglament/corpus"
	"reglament/corpus/life"
	"reglament/model"
)

func TestHistory(t *testing.T) {
	inCorpus(t)
	text := succeed(t, "history", "KZ-39/2016-03-10/91")
	for _, line := range []string{
		"2016-03-10  adopted\n",
		"2016-04-14  registered under № 6291\n",
		"2016-05-03  in force (counted from the publication on 2016-04-22)\n",
		"2017-05-18  amended by KZ-39/2017-05-18/214",
		"point 2 «Оралман мәртебесін беру»: new edition\n",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("no %q in\n%s", line, text)
		}
	}
	for _, line := range []string{"2016-03-10  kk #2: adopted so\n", "2017-05-18  kk #1: new edition by KZ-39/2017-05-18/214\n", "2017-05-18  kk #2 point 2: new edition by KZ-39/2017-05-18/214\n"} {
		if !strings.Contains(text, line) {
			t.Errorf("no %q in\n%s", line, text)
		}
	}
	if one := succeed(t, "history", "KZ-39/2016-03-10/91#1"); strings.Contains(one, "Оралман") || !strings.Contains(one, "анықтама беру»: new edition") {
		t.Errorf("of the first regulation:\n%s", one)
	}
	if quoted := succeed(t, "history", "--evidence", kostanay); !strings.Contains(quoted, "2016 жылғы 22 сәуірде") {
		t.Errorf("the publication is not quoted:\n%s", quoted)
	}
	if quoted := succeed(t, "history", "--evidence", "KZ-39/2016-03-10/91#1"); strings.Contains(quoted, "Ескерту. 2-тармақ") || !strings.Contains(quoted, "Ескерту. Регламент жаңа редакцияда") {
		t.Errorf("the first regulation's history quotes a note of the second:\n%s", quoted)
	}
	l := decode[life.Life](t, succeed(t, "history", "--format", "json", "KZ-55/2016-05-05/118/3"))
	if end := l.Events[len(l.Events)-1]; end.Kind != life.Repealed || end.By != "KZ-55/2019-02-26/77/1" || len(end.Sources) < 2 {
		t.Errorf("the end is %+v", end)
	}
	rows, err := csv.NewReader(strings.NewReader(succeed(t, "history", "--format", "csv", "KZ-55/2016-05-05/118/3"))).ReadAll()
	if err != nil || len(rows) < 5 || rows[1][1] != "adopted" {
		t.Errorf("%v, %v", rows, err)
	}
	stub := succeed(t, "history", "KZ/2015-05-14/912")
	if !strings.Contains(stub, "the corpus has no text of this act") || !strings.Contains(stub, "registered under № 11987") {
		t.Errorf("an act that is only mentioned:\n%s", stub)
	}
	if a := command(t, "", "history", "KZ-39/2016-03-10/9100"); a.status != exitFailed || !strings.Contains(a.errors, "not in the corpus") {
		t.Errorf("an unknown act: status %d, %s", a.status, a.errors)
	}
}

func TestStatusOnADate(t *testing.T) {
	inCorpus(t)
	for _, c := range []struct {
		side, day string
		want      life.State
	}{
		{"KZ-39/2016-03-10/91", "2016-03-01", life.NotAdopted},
		{"KZ-39/2016-03-10/91", "2016-05-02", life.NotYet},
		{"KZ-39/2016-03-10/91", "2016-05-03", life.StateInForce},
		{"KZ-55/2016-05-05/118/3", "2019-02-25", life.StateInForce},
		{"KZ-55/2016-05-05/118/3", "2019-02-28", life.StateInForce}, // repealed by an act that was registered on 1 March
		{"KZ-55/2016-05-05/118/3", "2019-03-01", life.PresumedEnded},
	} {
		got := decode[[]life.Standing](t, succeed(t, "status", "--format", "json", "--on", c.day, c.side))
		if len(got) != 1 || got[0].State != c.want {
			t.Errorf("%s on %s: %+v, want %s", c.side, c.day, got, c.want)
		}
		at := decode[[]life.Standing](t, succeed(t, "status", "--format", "json", c.side+"@"+c.day))
		if len(at) != 1 || at[0].State != c.want {
			t.Errorf("%s@%s: %+v, want %s", c.side, c.day, at, c.want)
		}
	}
	region := decode[[]life.Standing](t, succeed(t, "status", "--format", "json", "--on", "2018-01-01", "--region", "kz-39"))
	if len(region) != 2 {
		t.Errorf("%d acts of the region, want 2", len(region))
	}
	services := decode[[]life.ServiceStanding](t, succeed(t, "status", "--format", "json", "--on", "2018-01-01", "--service", "анықтама беру"))
	if len(services) != 2 || services[0].Wording != "KZ-39/2017-05-18/214" || services[1].Wording != "KZ-55/2016-05-05/118/3" {
		t.Errorf("of the service: %+v", services)
	}
	for _, args := range [][]string{
		{"status", "--on", "2018-13-01"},
		{"status", "--on", "2018-01-01", "KZ-39/2016-03-10/91@2018-01-02"},
		{"status", "--text"},
		{"status", "--region", "KZ-39", "KZ-39/2016-03-10/91"},
	} {
		if a := command(t, "", args...); a.status != exitUsage {
			t.Errorf("%q: status %d, want %d", args, a.status, exitUsage)
		}
	}
}

func TestTextOnADate(t *testing.T) {
	inSample(t)
	succeed(t, "ingest", kostanay, amending)
	before := succeed(t, "status", "--text", "KZ-39/2016-03-10/91#2@2017-01-01")
	if got := succeed(t, "status", "--text", "--format", "json", "KZ-39/2016-03-10/91#2@2017-01-01"); !strings.Contains(got, `"applied": []`) {
		t.Error("what was applied, which is nothing, is no empty list")
	}
	after := command(t, "", "status", "--text", "KZ-39/2016-03-10/91#2@2018-01-01")
	const paper = "\n2. Мемлекеттік көрсетілетін қызмет нысаны: электрондық (ішінара автоматтандырылған) және (немесе) қағаз түрінде.\n"
	if strings.Contains(before, paper) || !strings.Contains(after.out, paper) {
		t.Errorf("before the amendment\n%s\nafter it\n%s", before, after.out)
	}
	if !strings.Contains(after.errors, "not before 2017-06-30") {
		t.Errorf("no doubt about the day: %s", after.errors)
	}
}

func TestGraphOfTheCorpus(t *testing.T) {
	inCorpus(t)
	rows, err := csv.NewReader(strings.NewReader(succeed(t, "graph", "--relation", "repeals"))).ReadAll()
	if err != nil || len(rows) != 2 || rows[1][0] != "KZ-55/2019-02-26/77/1" || rows[1][2] != "KZ-55/2016-05-05/118/3" {
		t.Errorf("%v, %v", rows, err)
	}
	if out := succeed(t, "graph", "--format", "mermaid", "KZ-39/2017-05-18/214"); !strings.HasPrefix(out, "flowchart LR") || strings.Contains(out, "KZ-55") {
		t.Errorf("around an act:\n%s", out)
	}
	for _, format := range []string{"svg", "graphml"} {
		if out := succeed(t, "graph", "--format", format); !strings.Contains(out, "KZ-39/2017-05-18/214") {
			t.Errorf("%s:\n%.200s", format, out)
		}
	}
	if a := command(t, "", "graph", "--relation", "likes"); a.status != exitUsage {
		t.Errorf("an unknown relation: status %d", a.status)
	}
}

func TestExportOfEveryFormat(t *testing.T) {
	inCorpus(t)
	for _, c := range []struct {
		args  []string
		files []string
	}{
		{[]string{"--format", "parquet", "-o", "parquet"}, []string{"parquet/acts.parquet", "parquet/steps.parquet", "parquet/references.parquet"}},
		{[]string{"--format", "xlsx", "-o", "acts.xlsx"}, []string{"acts.xlsx"}},
		{[]string{"--format", "akn", "-o", "akn"}, []string{"akn/KZ-39_2016-03-10_91.kk.xml", "akn/KZ-35_2017-08-03_53_02.ru.xml"}},
		{[]string{"--format", "akn", "-o", "one", "KZ-55/2016-05-05/118/3"}, []string{"one/KZ-55_2016-05-05_118_3.kk.xml"}},
	} {
		succeed(t, append([]string{"export", "data"}, c.args...)...)
		for _, file := range c.files {
			if info, err := os.Stat(file); err != nil || info.Size() < 1000 {
				t.Errorf("%q: %v", c.args, err)
			}
		}
	}
	if book := succeed(t, "export", "data", "--format", "xlsx", kostanay); !strings.HasPrefix(book, "PK") {
		t.Errorf("a workbook on standard output begins with %.20q", book)
	}
	for _, args := range [][]string{
		{"--format", "parquet"}, {"--format", "akn"}, {"--format", "akn", "-o", "x", "KZ-39/2016-03-10/91#1"},
	} {
		if a := command(t, "", append([]string{"export", "data"}, args...)...); a.status != exitUsage {
			t.Errorf("%q: status %d, want %d", args, a.status, exitUsage)
		}
	}
}

// The corpus has no consolidated text: what the act says after its amendment is put
// together from both.
func TestSidesOfADayAreComposed(t *testing.T) {
	inSample(t)
	succeed(t, "ingest", kostanay, amending)
	const act = "KZ-39/2016-03-10/91#"
	got := succeed(t, "compare", act+"2@2017-05-17", act+"2@2018-01-01")
	if !strings.Contains(got, "2 differences, 2 of substance: form_added 1, automation_changed 1") {
		t.Errorf("%s", got)
	}
	succeed(t, "export", "workflow", "--target", "bpmn", "-o", "bpmn", act+"1@2018-01-01")
	if a := command(t, "", "show", act+"1@2016-03-09"); a.status != exitFailed || !strings.Contains(a.errors, "it was adopted on 2016-03-10") {
		t.Errorf("before it was adopted: status %d, %s", a.status, a.errors)
	}

	// Of a text that is all there is, what was changed later is left out, and said of the
	// regulation that is shown.
	succeed(t, "ingest", "--corpus", "later.db", amended)
	a := command(t, "", "show", "--corpus", "later.db", act+`"Оралман мәртебесін беру"@2016-12-01`)
	if a.status != exitDone || !strings.Contains(a.errors, "point 2 was changed by KZ-39/2017-05-18/214") || strings.Contains(a.errors, "анықтама беру") {
		t.Errorf("status %d, %s", a.status, a.errors)
	}
}

// What was in force on a day leaves out what came later, unless it is asked for by name.
func TestStatusLeavesOutActsOfLater(t *testing.T) {
	inCorpus(t)
	if got := succeed(t, "status", "--on", "2016-04-01"); strings.Contains(got, "not_adopted") || !strings.Contains(got, "KZ-39") {
		t.Errorf("%s", got)
	}
	if got := succeed(t, "status", "--on", "2016-04-01", "KZ-39/2017-05-18/214"); !strings.Contains(got, "not_adopted") {
		t.Errorf("%s", got)
	}
}

// The text is that of before the repeal; the act that repeals it is in the corpus.
func TestARepealedActIsNowhereInForce(t *testing.T) {
	text := func(t *testing.T) string {
		whole, err := os.ReadFile(pavlodar)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(whole), "\n")
		for i, line := range lines {
			line, _, _ = strings.Cut(line, " Күші жойылды - ")
			switch {
			case strings.Contains(line, "Ескерту. Күші жойылды"):
				line = ""
			case line == "Күшін жойған":
				line = "Жаңа"
			}
			lines[i] = line
		}
		return strings.Join(lines, "\n")
	}
	const key = "KZ-55/2016-05-05/118/3"
	for _, c := range []struct {
		says  string
		order []string
	}{
		{"the repealed act comes first", []string{"before.txt", repeal}},
		{"the act that repeals comes first", []string{repeal, "before.txt"}},
	} {
		t.Run(c.says, func(t *testing.T) {
			inSample(t)
			if err := os.WriteFile("before.txt", []byte(text(t)), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, file := range c.order {
				succeed(t, "ingest", file)
			}
			if d := decode[model.Document](t, succeed(t, "parse", "before.txt")); d.Act.Status != model.InForce || d.Act.Fate != nil {
				t.Fatalf("the text says %s, fate %+v", d.Act.Status, d.Act.Fate)
			}
			acts := decode[[]corpus.ActSummary](t, succeed(t, "list", "--format", "json", "--status", "repealed"))
			if len(acts) != 1 || acts[0].Key != key || acts[0].TextStatus != model.InForce || acts[0].RepealedBy.Number != "77/1" {
				t.Errorf("list: %+v", acts)
			}
			rows := records(t, succeed(t, "list", "--format", "csv"))
			if rows[0]["status"] != "repealed" || rows[0]["repealed_by"] != "KZ-55/2019-02-26/77/1" || rows[0]["text_status"] != "in_force" {
				t.Errorf("list as CSV: %v", rows[0])
			}
			if shown := succeed(t, "show", key); !strings.Contains(shown, "repealed, by other texts") || !strings.Contains(shown, "by its text    in_force") ||
				!strings.Contains(shown, "2019-02-26 № 77/1") {
				t.Errorf("show: %.900s", shown)
			}
			d := decode[model.Document](t, succeed(t, "show", "--format", "json", key))
			if d.Act.Status != model.InForce || d.Act.Fate == nil || d.Act.Fate.Status != model.Repealed {
				t.Errorf("show as JSON: %s, %+v", d.Act.Status, d.Act.Fate)
			}
			for _, q := range [][]string{{"--status", "in_force"}, {"--on", "2020-01-01"}} {
				if found := succeed(t, append([]string{"search", "қызмет регламенті"}, q...)...); strings.Contains(found, key) {
					t.Errorf("search %q: %s", q, found)
				}
			}
			if found := succeed(t, "search", "--on", "2018-01-01", "қызмет регламенті"); !strings.Contains(found, key+" (kk, repealed)") {
				t.Errorf("before the repeal: %s", found)
			}
			succeed(t, "export", "data", "--format", "csv", "-o", "tables")
			table, err := os.ReadFile("tables/acts.csv")
			if err != nil {
				t.Fatal(err)
			}
			rows = records(t, strings.TrimPrefix(string(table), "\ufeff"))
			if r := rows[0]; r["status"] != "repealed" || r["text_status"] != "in_force" || r["repealed_by_date"] != "2019-02-26" || r["repealed_by_number"] != "77/1" {
				t.Errorf("acts.csv: %v", r)
			}
			if a := command(t, "", "show", key+"@2020-01-01"); !strings.Contains(a.errors, "2019-02-26") {
				t.Errorf("no warning of the text of a day after: %s", a.errors)
			}
			if a := command(t, "", "show", key+"@2018-01-01"); strings.Contains(a.errors, "2019-02-26") {
				t.Errorf("a warning of the text of a day before: %s", a.errors)
			}
		})
	}
}

// records are the rows of CSV by the names of their columns.
func records(t *testing.T, text string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		r := map[string]string{}
		for i, cell := range row {
			r[rows[0][i]] = cell
		}
		out = append(out, r)
	}
	return out
}
