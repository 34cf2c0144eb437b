package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"reglament/compare"
	"reglament/compare/audit"
	"reglament/compare/catalogue"
)

func TestServices(t *testing.T) {
	t.Chdir(t.TempDir())
	if out := succeed(t, "services"); !strings.Contains(out, "oralman-status") || !strings.Contains(out, "Присвоение статуса оралмана") || !strings.Contains(out, "now   oralman-status-extension") {
		t.Errorf("%.400s", out)
	}
	if got := decode[[]catalogue.Service](t, succeed(t, "services", "--format", "json")); len(got) < 30 {
		t.Errorf("%d services", len(got))
	}
	if out := succeed(t, "services", "Регистрация лиц, ищущих работу", "Ай мен күн"); !strings.Contains(out, "job-seeker-registration (in the catalogue)") || !strings.Contains(out, "like no service") {
		t.Errorf("%s", out)
	}
	if err := os.WriteFile("own.yaml", []byte("- code: bee-passport\n  kk: Бал арасының паспортын беру\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := succeed(t, "services", "--services", "own.yaml", "--format", "yaml"); !strings.Contains(out, "bee-passport") {
		t.Errorf("the own service is missing")
	}
	if a := command(t, "", "services", "--services", "none.yaml"); a.status != exitFailed || !strings.Contains(a.errors, "none.yaml") {
		t.Errorf("status %d: %s", a.status, a.errors)
	}
}

func TestAudit(t *testing.T) {
	inSample(t)
	if out := succeed(t, "audit", kostanay); !strings.Contains(out, "0 contradictions") {
		t.Errorf("%s", out)
	}
	text, err := os.ReadFile(kostanay)
	if err != nil {
		t.Fatal(err)
	}
	slip := strings.Replace(string(text), "жауапты орындаушыны белгілейді – 20 минут", "жауапты орындаушыны белгілейді – 45 минут", 1)
	if err := os.WriteFile("slip.txt", []byte(slip), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := succeed(t, "audit", "slip.txt"); !strings.Contains(out, "[term_conflict]") || !strings.Contains(out, "45 минут") {
		t.Errorf("%s", out)
	}
	reports := decode[[]audit.Report](t, succeed(t, "audit", "--format", "json", "slip.txt", kostanay))
	if len(reports) != 2 || reports[0].Counts[audit.TermConflict] != 1 || len(reports[1].Contradictions) != 0 {
		t.Errorf("%+v", reports)
	}
	if reports := decode[[]audit.Report](t, succeed(t, "audit", "--format", "json", "slip.txt#2")); len(reports) != 1 || len(reports[0].Contradictions) != 0 {
		t.Errorf("the second regulation: %+v", reports)
	}
	rows, err := csv.NewReader(strings.NewReader(succeed(t, "audit", "--format", "csv", "slip.txt"))).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}

func TestCompareAsTableWorkbookAndPage(t *testing.T) {
	inSample(t)
	for _, sides := range [][]string{{kostanay, pavlodar}, {kostanay, pavlodar, russian}} {
		rows, err := csv.NewReader(strings.NewReader(succeed(t, append([]string{"compare", "--format", "csv"}, sides...)...))).ReadAll()
		if err != nil || len(rows) < 3 {
			t.Errorf("%d sides: %d rows, %v", len(sides), len(rows), err)
		}
		if page := succeed(t, append([]string{"compare", "--format", "html"}, sides...)...); !strings.HasPrefix(page, "<!DOCTYPE html>") || !strings.HasSuffix(strings.TrimSpace(page), "</html>") {
			t.Errorf("%d sides: %.60s", len(sides), page)
		}
		succeed(t, append([]string{"compare", "--format", "xlsx", "-o", "out.xlsx"}, sides...)...)
		book, err := os.ReadFile("out.xlsx")
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(book))
		if err != nil {
			t.Fatal(err)
		}
		if len(f.GetSheetList()) < 4 {
			t.Errorf("%d sides: sheets %q", len(sides), f.GetSheetList())
		}
		f.Close()
	}
}

func TestCompareManySides(t *testing.T) {
	inSample(t)
	m := decode[compare.Matrix](t, succeed(t, "compare", "--format", "json", "--by", "region", russian, pavlodar, kostanay))
	if len(m.Columns) != 3 || m.Columns[0].Region != "KZ-35" || m.Columns[2].Region != "KZ-55" {
		t.Errorf("columns %+v", m.Columns)
	}
	one := decode[compare.Matrix](t, succeed(t, "compare", "--format", "json", kostanay+"#1", pavlodar, russian))
	if len(one.Services) != 1 || one.Services[0].Code != "unemployed-certificate" {
		t.Errorf("%d services, want that of the named regulation", len(one.Services))
	}
	if out := succeed(t, "compare", "--by", "date", kostanay, pavlodar); !strings.Contains(out, "INTERNAL") {
		t.Errorf("%.300s", out)
	}
	if a := command(t, "", "compare", "--by", "colour", kostanay, pavlodar); a.status != exitUsage {
		t.Errorf("status %d", a.status)
	}
	if a := command(t, "", "compare", kostanay); a.status != exitUsage {
		t.Errorf("one side: status %d", a.status)
	}
}

// The act of Kostanay has the service under its first name, of three.
func TestAServiceIsMeantUnderTheNamesItHadAndGot(t *testing.T) {
	inCorpus(t)
	const kostanay, pavlodar = "KZ-39/2016-03-10/91", "KZ-55/2016-05-05/118/3"
	for _, name := range []string{"Оралман мәртебесін беру немесе ұзарту", "Присвоение или продление статуса кандаса", "kandas-status"} {
		for _, args := range [][]string{{"list", "--service", name}, {"search", "--service", name}, {"status", "--service", name, "--format", "csv"}} {
			if out := succeed(t, args...); !strings.Contains(out, kostanay) || strings.Contains(out, pavlodar) {
				t.Errorf("%q: %s", args, out)
			}
		}
		if out := succeed(t, "show", kostanay+`#"`+name+`"`); !strings.Contains(out, "#2 ") || strings.Contains(out, "#1 ") {
			t.Errorf("%s: %.300s", name, out)
		}
		succeed(t, "compare", "--service", name, kostanay+"@2016-06-01", kostanay)
	}
}

func TestCompareEditionsOfAnAct(t *testing.T) {
	inCorpus(t)
	const key = "KZ-39/2016-03-10/91"
	// The text of 2016, and the one that the act of May 2017 left.
	out := succeed(t, "compare", key+"@2016-12-31", key)
	if !strings.Contains(out, "only in") {
		t.Errorf("two editions do not differ:\n%.600s", out)
	}
	if same := succeed(t, "compare", key, key); strings.Contains(same, "only in "+key) {
		t.Errorf("an edition differs from itself:\n%.600s", same)
	}
	// The act that amended it has the new wording.
	if out := succeed(t, "compare", key, "KZ-39/2017-05-18/214"); !strings.Contains(out, "regulation") {
		t.Errorf("the amending act: %.600s", out)
	}
}

// The act of Karaganda is in Russian and names the service otherwise than the one of Pavlodar.
func TestAServiceIsMeantInEveryLanguage(t *testing.T) {
	inCorpus(t)
	const karaganda, pavlodar, kostanay = "KZ-35/2017-08-03/53/02", "KZ-55/2016-05-05/118/3", "KZ-39/2016-03-10/91"
	for _, name := range []string{"Жұмыссыз азаматтарға анықтама беру", "Выдача справок безработным гражданам", "unemployed-certificate"} {
		for _, args := range [][]string{{"list", "--service", name}, {"search", "--service", name}, {"status", "--service", name, "--format", "csv"}} {
			if out := succeed(t, args...); !strings.Contains(out, karaganda) || !strings.Contains(out, pavlodar) {
				t.Errorf("%q: %s", args, out)
			}
		}
		for _, act := range []string{karaganda, pavlodar, kostanay} {
			if out := succeed(t, "show", act+`#"`+name+`"`); !strings.Contains(out, "#1 ") || strings.Contains(out, "#2 ") {
				t.Errorf("%s of %s: %.300s", name, act, out)
			}
		}
		succeed(t, "compare", "--service", name, karaganda, pavlodar)
	}
	const oralman = "Оралман мәртебесін беру"
	a := command(t, "", "compare", "--format", "csv", "--service", oralman, kostanay, karaganda, pavlodar)
	if a.status != exitPart || !strings.Contains(a.errors, pavlodar+" (kk) has no service «"+oralman+"»") || !strings.Contains(a.out, kostanay) || strings.Contains(a.out, pavlodar) {
		t.Errorf("a matrix without one act: status %d\n%s\n%.300s", a.status, a.errors, a.out)
	}
	if a := command(t, "", "compare", "--service", "Ай мен күн", kostanay, karaganda, pavlodar); a.status != exitFailed {
		t.Errorf("a matrix of nothing: status %d, %s", a.status, a.errors)
	}
	if a := command(t, "", "compare", "--service", oralman, kostanay, pavlodar); a.status != exitFailed {
		t.Errorf("two sides, one without: status %d, %s", a.status, a.errors)
	}
}
