// Package browsertest visits the site in a browser.
//
// REGLAMENT_NODE_MODULES_SITE names the node_modules folder with the packages of
// package.json, REGLAMENT_CHROMIUM a Chromium where it is not on the path. What is
// missing skips the tests, and fails them where CI is true.
package browsertest

import (
	"cmp"
	"context"
	"io"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"reglament/compare"
	"reglament/corpus/sqlite"
	"reglament/corpus/whole"
	"reglament/export/report"
	"reglament/export/site"
	"reglament/model"
	"reglament/parse"
	"reglament/testdata"
	"reglament/testdata/needs"
	"reglament/testdata/realacts"
)

// The site as analysts use it: acts are imported, one is found, two are compared, the
// differences are filtered, the diagram is opened and the workbook downloaded.
func TestVisit(t *testing.T) {
	modules, err := filepath.Abs(needs.Variable(t, "REGLAMENT_NODE_MODULES_SITE", "the node_modules folder with the packages of package.json"))
	if err != nil {
		t.Fatal(err)
	}
	chromium := needs.Program(t, cmp.Or(os.Getenv("REGLAMENT_CHROMIUM"), "chromium"), "chromium")
	acts, err := filepath.Abs(realacts.Folder(t))
	if err != nil {
		t.Fatal(err)
	}

	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "site.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	pages, err := site.New(t.Context(), site.Options{Store: store, Read: func(name string, raw []byte) (*model.Document, string, error) {
		r, err := parse.Bytes(name, raw)
		if err != nil {
			return nil, "", err
		}
		return r.Document, r.Text, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer pages.Close()
	server := httptest.NewServer(pages.Handler())
	defer server.Close()

	out := os.Getenv("REGLAMENT_SCREENSHOTS")
	if out == "" {
		out = t.TempDir()
	}
	writeReports(t, out)
	ctx, cancel := context.WithTimeout(t.Context(), 8*time.Minute)
	defer cancel()
	visit := exec.CommandContext(ctx, "node", "visit.mjs", modules, chromium, server.URL, acts, out)
	if answer, err := visit.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, answer)
	}
	for lang, want := range map[string][2]string{
		"kk": {"Мерзімі басқа", "мәні бойынша"},
		"ru": {"Другой срок", "по существу"},
		"en": {"Another term", "substance"},
	} {
		checkWorkbook(t, filepath.Join(out, lang+".xlsx"), want)
	}
}

// writeReports writes the pages that an analyst sends on: of two acts of the sample, and of
// all its acts.
func writeReports(t *testing.T, folder string) {
	t.Helper()
	var sides []compare.Selection
	for name, raw := range testdata.Acts() {
		r, err := parse.Bytes(name, raw)
		if err != nil {
			t.Fatal(err)
		}
		sides = append(sides, compare.Whole(compare.Act{Label: name, Document: r.Document, Canonical: r.Text}))
	}
	a, b := sides[0].Act, sides[3].Act // of Kostanay and Pavlodar
	all := compare.Acts(a, b)
	pair := report.Comparison{A: a.Label, B: b.Label, Results: all.Results, OnlyA: all.OnlyA, OnlyB: all.OnlyB}
	for name, write := range map[string]func(io.Writer) error{
		"pair.html": pair.WriteHTML,
		"matrix.html": func(w io.Writer) error {
			return report.WriteMatrixHTML(w, compare.With{}.MatrixOf(sides, compare.ByDate))
		},
	} {
		if err := whole.Write(filepath.Join(folder, name), write); err != nil {
			t.Fatal(err)
		}
	}
}

// checkWorkbook looks into the workbook of a filtered comparison: every difference in its
// first sheet is a term that differs, with both terms and the difference in minutes.
func checkWorkbook(t *testing.T, name string, want [2]string) {
	t.Helper()
	book, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 2 {
		t.Fatalf("%s has no differences", name)
	}
	for _, row := range rows[1:] {
		if len(row) < 6 || row[0] != want[0] || row[1] != want[1] {
			t.Errorf("%s: a row is %q, want a difference %q of %q with both sides", filepath.Base(name), row, want[0], want[1])
			continue
		}
		if strings.TrimSpace(row[3]) == "" || strings.TrimSpace(row[4]) == "" || row[3] == row[4] {
			t.Errorf("%s: terms %q and %q do not differ", filepath.Base(name), row[3], row[4])
		}
	}
}
