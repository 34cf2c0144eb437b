package report_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"reglament/compare"
	"reglament/compare/audit"
	"reglament/compare/wording"
	"reglament/export/report"
	"reglament/model"
	"reglament/parse"
	"reglament/testdata"
	"reglament/testdata/needs"
)

// matrix sets whole acts side by side.
func matrix(acts []compare.Act, by compare.Order) *compare.Matrix {
	sides := make([]compare.Selection, len(acts))
	for i, a := range acts {
		sides[i] = compare.Whole(a)
	}
	return compare.With{}.MatrixOf(sides, by)
}

func act(t testing.TB, name string) compare.Act {
	t.Helper()
	r, err := parse.Bytes(name, testdata.Act(name))
	if err != nil {
		t.Fatal(err)
	}
	return compare.Act{Label: name, Document: r.Document, Canonical: r.Text}
}

const (
	kostanay  = "1-kostanay-2016-91.kk.txt"
	pavlodar  = "4-pavlodar-2016-118-3.kk.txt"
	karaganda = "6-karaganda-2017-53-02.ru.md"
)

func comparison(t testing.TB) report.Comparison {
	t.Helper()
	a, b := act(t, kostanay), act(t, pavlodar)
	r := compare.Acts(a, b)
	if len(r.Results) == 0 {
		t.Fatal("the sample acts have no service in common")
	}
	return report.Comparison{A: a.Label, B: b.Label, Results: r.Results, OnlyA: r.OnlyA, OnlyB: r.OnlyB}
}

func workbook(t *testing.T, tables []report.Table) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := report.WriteXLSX(&b, tables); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestAWorkbookHasASheetAViewWithFilterAndFrozenTitles(t *testing.T) {
	for name, tables := range map[string][]report.Table{
		"comparison": comparison(t).Tables(),
		"matrix":     report.MatrixTables(matrix([]compare.Act{act(t, kostanay), act(t, pavlodar), act(t, karaganda)}, compare.ByDate)),
	} {
		f := workbook(t, tables)
		if got := f.GetSheetList(); len(got) != len(tables) {
			t.Fatalf("%s: sheets %q", name, got)
		}
		for i, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			if len(rows) != len(tables[i].Rows)+1 {
				t.Errorf("%s, %s: %d rows, want %d and the titles", name, sheet, len(rows), len(tables[i].Rows))
			}
			for c, title := range tables[i].Columns {
				if rows[0][c] != title.Title {
					t.Errorf("%s, %s: title %q, want %q", name, sheet, rows[0][c], title.Title)
				}
			}
			for n, row := range tables[i].Rows {
				for c, cell := range row {
					got := ""
					if c < len(rows[n+1]) {
						got = rows[n+1][c]
					}
					if cell.Number == nil && got != cell.Text {
						t.Fatalf("%s, %s: row %d, column %d has %q, want %q", name, sheet, n+2, c+1, got, cell.Text)
					}
				}
			}
			panes, err := f.GetPanes(sheet)
			if err != nil || !panes.Freeze || panes.YSplit != 1 {
				t.Errorf("%s, %s: panes %+v, %v", name, sheet, panes, err)
			}
			props, err := f.GetSheetProps(sheet)
			if err != nil || props.FitToPage == nil || !*props.FitToPage {
				t.Errorf("%s, %s: is not printed as wide as the paper (%v)", name, sheet, err)
			}
		}
		filters := 0
		for _, n := range f.GetDefinedName() {
			if strings.Contains(n.Name, "FilterDatabase") {
				filters++
			}
		}
		if filters != len(tables) {
			t.Errorf("%s: %d filters for %d sheets", name, filters, len(tables))
		}
	}
}

func TestChangesAreColouredAndTextsAreWrapped(t *testing.T) {
	tables := comparison(t).Tables()
	f := workbook(t, tables)
	for i, sheet := range f.GetSheetList() {
		for n, row := range tables[i].Rows {
			for c, cell := range row {
				name, _ := excelize.CoordinatesToCellName(c+1, n+2)
				id, err := f.GetCellStyle(sheet, name)
				if err != nil {
					t.Fatal(err)
				}
				s, err := f.GetStyle(id)
				if err != nil {
					t.Fatal(err)
				}
				if !s.Alignment.WrapText {
					t.Fatalf("%s %s is not wrapped", sheet, name)
				}
				if coloured := len(s.Fill.Color) > 0; coloured != (cell.Mark != report.Plain) {
					t.Fatalf("%s %s with the mark %q: fill %v", sheet, name, cell.Mark, s.Fill)
				}
			}
		}
	}
}

func TestATextThatIsTooLongForACellGoesOnBelow(t *testing.T) {
	for name, text := range map[string]string{
		"just fits":           strings.Repeat("қ", 32767),
		"one letter more":     strings.Repeat("қ", 32768),
		"words":               strings.Repeat("құжаттарды қабылдау ", 4000),
		"two units a letter":  strings.Repeat("𝔸", 20000),
		"one word of 100,000": strings.Repeat("ж", 100000),
	} {
		t.Run(name, func(t *testing.T) {
			f := workbook(t, []report.Table{{Name: "T", Columns: []report.Column{{Title: "a", Width: 20}, {Title: "b", Width: 20}}, Rows: [][]report.Cell{{{Text: text}, {Text: "next to it"}}}}})
			rows, err := f.GetRows("T")
			if err != nil {
				t.Fatal(err)
			}
			var all strings.Builder
			for _, r := range rows[1:] {
				if len(utf16.Encode([]rune(r[0]))) > 32767 {
					t.Errorf("a cell of %d units", len(utf16.Encode([]rune(r[0]))))
				}
				all.WriteString(strings.TrimSuffix(strings.TrimPrefix(r[0], " […] "), " […]"))
			}
			squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
			if squeeze(all.String()) != squeeze(text) {
				t.Error("letters are lost")
			}
			if len(rows) > 2 && !strings.HasSuffix(rows[1][0], "[…]") {
				t.Error("the cut text does not say that it goes on")
			}
		})
	}
}

func TestTheCSVHasARowADifference(t *testing.T) {
	c := comparison(t)
	var b bytes.Buffer
	if err := report.WriteCSV(&b, c.Differences()); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, r := range c.Results {
		want += len(r.Differences)
	}
	if len(rows) != want+1 || want == 0 {
		t.Errorf("%d rows for %d differences", len(rows), want)
	}
}

func TestTheCSVOfAnAudit(t *testing.T) {
	a := act(t, "3-kostanay-2016-91-amended.kk.md")
	var b bytes.Buffer
	r := audit.Document(a.Label, a.Document, a.Canonical)
	if err := report.WriteCSV(&b, report.Audit([]*audit.Report{r})); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != len(r.Contradictions)+1 {
		t.Errorf("%d rows for %d contradictions, %v", len(rows), len(r.Contradictions), err)
	}
}

// pageText parses a page and returns its text outside of styles and scripts. A page that
// asks for another file is refused.
func pageText(t *testing.T, page []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for _, a := range n.Attr {
			if a.Key == "src" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("the page asks for %s", a.Val)
			}
		}
		if n.Type == html.ElementNode && (n.Data == "style" || n.Data == "script" || n.Data == "link") {
			return
		}
		if n.Type == html.TextNode {
			text.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return text.String()
}

func TestThePageOfAComparisonShowsEverythingWithoutScripts(t *testing.T) {
	c := comparison(t)
	var b bytes.Buffer
	if err := c.WriteHTML(&b); err != nil {
		t.Fatal(err)
	}
	got := pageText(t, b.Bytes())
	for _, r := range c.Results {
		for _, p := range r.Processes {
			for _, s := range p.Steps {
				for _, step := range append(slices.Clone(s.A), s.B...) {
					if !strings.Contains(got, step.Text) {
						t.Errorf("the step %q is not on the page", step.Text)
					}
				}
			}
		}
	}
	if n := strings.Count(b.String(), `class="d `); n != len(c.Differences().Rows) {
		t.Errorf("%d differences on the page, want %d", n, len(c.Differences().Rows))
	}
}

func TestThePageSaysWhichLanguageItsWordsAreIn(t *testing.T) {
	a, b := act(t, kostanay), act(t, karaganda)
	var page bytes.Buffer
	if err := (report.Comparison{A: a.Label, B: b.Label, Results: compare.Acts(a, b).Results}).WriteHTML(&page); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<html lang="en">`, `<td lang="kk">`, `<td lang="ru">`, `<span lang="ru">`} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

// Words are held against each other within a language only.
func TestWordsThatDiffer(t *testing.T) {
	only := func(runs []wording.Run) (out []string) {
		for _, r := range runs {
			if r.Only {
				out = append(out, strings.TrimSpace(r.Text))
			}
		}
		return out
	}
	a, b := report.Marked("басшы 10 минут ішінде қол қояды", "басшы 20 минут ішінде қол қояды", true)
	if !slices.Equal(only(a), []string{"10"}) || !slices.Equal(only(b), []string{"20"}) {
		t.Errorf("%v and %v differ", only(a), only(b))
	}
	for _, tt := range [][2]string{{"", "қосылған"}, {"алынған", ""}} {
		if a, b := report.Marked(tt[0], tt[1], true); len(only(a))+len(only(b)) > 0 {
			t.Errorf("%q beside %q is marked", tt[0], tt[1])
		}
	}
	if a, b := report.Marked("басшы", "руководитель", false); len(only(a))+len(only(b)) > 0 {
		t.Error("texts in two languages are marked")
	}
}

func TestWhatActsSayIsNoMarkup(t *testing.T) {
	a, b := act(t, kostanay), act(t, pavlodar)
	b.Document.Regulations[0].Processes[0].Steps[0].Text += `</td><script>alert(1)</script>`
	r := compare.Acts(a, b)
	var page bytes.Buffer
	if err := (report.Comparison{A: "<i>A</i>", B: b.Label, Results: r.Results}).WriteHTML(&page); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(page.String(), "<script>alert") || strings.Contains(page.String(), "<i>A</i>") {
		t.Error("markup of an act is markup of the page")
	}
}

// many are acts of n regions with the same ten services each, some of them changed.
func many(t testing.TB, n int) []compare.Act {
	t.Helper()
	base := act(t, kostanay)
	var acts []compare.Act
	for i := range n {
		d := *base.Document
		issuer := *d.Act.Issuer
		issuer.Region = model.Region(fmt.Sprintf("KZ-%02d", 10+4*i))
		d.Act.Issuer, d.Act.Adopted = &issuer, model.Date(fmt.Sprintf("2016-%02d-01", i%12+1))
		d.Act.Key = model.Key(issuer.Region, d.Act.Adopted, model.Text(fmt.Sprint(100+i)))
		d.Regulations = nil
		for k := range 10 {
			r := base.Document.Regulations[k%2]
			r.Index, r.Service = k+1, fmt.Sprintf("%s (%d-қызмет, %s)", r.Service, k+1, strings.Repeat("абвгдежзик"[2*k:2*k+2], 8))
			if (i+k)%9 == 0 {
				processes := slices.Clone(r.Processes)
				steps := slices.Clone(processes[0].Steps)
				steps[1].Durations = model.List[model.Duration]{{Value: 3, Unit: model.WorkingDay, Text: "3 жұмыс күні", Span: steps[1].Durations[0].Span}}
				processes[0].Steps, r.Processes = steps, processes
			}
			d.Regulations = append(d.Regulations, r)
		}
		acts = append(acts, compare.Act{Label: fmt.Sprintf("region %d", i+1), Document: &d, Canonical: base.Canonical})
	}
	return acts
}

func TestSeventeenRegionsWithTenServices(t *testing.T) {
	m := matrix(many(t, 17), compare.ByRegion)
	if len(m.Columns) != 17 || len(m.Services) != 10 {
		t.Fatalf("%d columns, %d services", len(m.Columns), len(m.Services))
	}
	if m.Outliers() == 0 {
		t.Error("the changed terms are no outliers")
	}
	f := workbook(t, report.MatrixTables(m))
	rows, err := f.GetRows("Working time")
	if err != nil || len(rows) != 11 || len(rows[1]) != 19 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	var b bytes.Buffer
	if err := report.WriteMatrixHTML(&b, m); err != nil {
		t.Fatal(err)
	}
	got := pageText(t, b.Bytes())
	if n := strings.Count(got, "another value"); n == 0 {
		t.Error("no outlier is on the page")
	}
}

// A spreadsheet program opens what was written.
func TestASpreadsheetProgramOpensTheWorkbook(t *testing.T) {
	office := needs.Program(t, "localc", "libreoffice-calc") // soffice is there without it, and cannot read a workbook
	dir := t.TempDir()
	path := filepath.Join(dir, "comparison.xlsx")
	var b bytes.Buffer
	if err := report.WriteXLSX(&b, comparison(t).Tables()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), office, "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", dir, path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "comparison.csv"))
	if err != nil || !strings.Contains(string(text), "Жұмыссыз азаматтарға анықтама беру") {
		t.Errorf("%v: %.200s", err, text)
	}
}

func BenchmarkSeventeenRegions(b *testing.B) {
	acts := many(b, 17)
	for b.Loop() {
		var page, book bytes.Buffer
		m := matrix(acts, compare.ByRegion)
		if err := report.WriteMatrixHTML(&page, m); err != nil {
			b.Fatal(err)
		}
		if err := report.WriteXLSX(&book, report.MatrixTables(m)); err != nil {
			b.Fatal(err)
		}
	}
}

// What begins like a formula in an act is none in the table of whoever opens it.
func TestTextsInCSVAreNoFormulas(t *testing.T) {
	number := -1.0
	var b bytes.Buffer
	err := report.WriteCSV(&b, report.Table{Columns: make([]report.Column, 8), Rows: [][]report.Cell{{
		{Text: "=HYPERLINK(1)"}, {Text: "+7 727"}, {Text: "-2+3"}, {Text: "@SUM(1)"}, {Text: "№ 5 = 6"}, {Text: "– жоқ"}, {Number: &number}, {},
	}}})
	if _, row, _ := strings.Cut(b.String(), "\n"); err != nil || row != "'=HYPERLINK(1),'+7 727,'-2+3,'@SUM(1),№ 5 = 6,– жоқ,-1,\n" {
		t.Errorf("%q, %v", row, err)
	}
	b.Reset()
	out := report.NewCSV(&b)
	out.Write([]string{"=1", "1"})
	if err := out.Close(); err != nil || b.String() != "'=1,1\n" {
		t.Errorf("%q, %v", b.String(), err)
	}
}
