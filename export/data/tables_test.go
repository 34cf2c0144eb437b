package data

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"reglament/model"
)

var update = flag.Bool("update", false, "write the golden files")

// csvCells are the rows of a table as WriteCSV writes them, without the guard.
func csvCells(t *testing.T, docs ...*model.Document) map[string][]map[string]string {
	t.Helper()
	dir := t.TempDir()
	if err := WriteCSV(dir, each(docs...)); err != nil {
		t.Fatal(err)
	}
	out := map[string][]map[string]string{}
	for _, tab := range tables {
		for _, row := range read(t, dir, tab.name+".csv") {
			for k, v := range row {
				row[k] = strings.TrimPrefix(v, "'")
			}
			out[tab.name] = append(out[tab.name], row)
		}
	}
	return out
}

// dictionary is what every column of every table means, as Markdown.
func dictionary() string {
	var b strings.Builder
	b.WriteString(`# Data dictionary

The tables of ` + "`reglament export data`" + ` in the formats csv, xlsx and parquet. This file is generated from the code
that writes the tables; a test fails where they differ.

Rows are in the order of the documents and of their text. Rows join by ` + "`document`" + ` and the indices; ` + "`act_key`" + `
joins the texts of one act. Spans are byte offsets into the canonical text of the document, which ` + "`reglament text`" + `
prints. An empty cell, in Parquet null, is what the text does not say.

CSV is RFC 4180: commas, rows that end in CRLF, UTF-8 without a byte order mark; line breaks inside a text are LF, as
its spans count them. Excel takes it for another alphabet, and in some countries for one column: take the workbook there.

| | csv | xlsx | parquet |
|---|---|---|---|
| a table is | a file ` + "`acts.csv`" + ` | a sheet ` + "`acts`" + ` | a file ` + "`acts.parquet`" + ` (zstd) |
| numbers are | digits | numbers | INT64 |
| days and codes are | text | text | UTF-8 strings |
| text that begins with =, +, -, @, a tab or an apostrophe | gets an apostrophe before it; who needs the exact text takes one away | is text | is text |
| longest text | no limit | 32,767 characters; longer ones are cut, and the sheet ` + "`cut`" + ` lists them | no limit |
`)
	for _, t := range tables {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n| column | type | meaning |\n|---|---|---|\n", t.name, t.doc)
		for _, c := range t.columns {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.name, c.kind, strings.ReplaceAll(c.doc, "|", `\|`))
		}
	}
	return b.String()
}

func TestDictionaryIsUpToDate(t *testing.T) {
	want := dictionary()
	if *update {
		if err := os.WriteFile("DICTIONARY.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile("DICTIONARY.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != want {
		t.Error("DICTIONARY.md differs from the columns; run the test with -update and read it")
	}
}

func TestEveryColumnIsExplained(t *testing.T) {
	for _, tab := range tables {
		seen := map[string]bool{}
		for _, c := range tab.columns {
			if seen[c.name] {
				t.Errorf("%s has two columns %s", tab.name, c.name)
			}
			seen[c.name] = true
			if len(c.doc) < 10 || !strings.HasSuffix(strings.TrimRight(c.doc, `"`), ".") && !strings.Contains(c.doc, ":") {
				t.Errorf("%s.%s is not explained: %q", tab.name, c.name, c.doc)
			}
		}
	}
}

func TestNumbersAreNumbers(t *testing.T) {
	for name, rows := range csvCells(t, act("1")) {
		for _, tab := range tables {
			if tab.name != name {
				continue
			}
			for _, row := range rows {
				for _, c := range tab.columns {
					if _, err := strconv.Atoi(row[c.name]); c.kind == number && row[c.name] != "" && err != nil {
						t.Errorf("%s.%s is %q", name, c.name, row[c.name])
					}
				}
			}
		}
	}
}

// A workbook and the Parquet files have the cells of the CSV tables.
func TestWorkbookHasTheTables(t *testing.T) {
	var b bytes.Buffer
	cuts, err := WriteXLSX(&b, each(act("1"), act("2")))
	if err != nil || len(cuts) != 0 {
		t.Fatal(cuts, err)
	}
	book, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for name, want := range csvCells(t, act("1"), act("2")) {
		rows, err := book.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != len(want)+1 {
			t.Fatalf("%s: %d rows, want %d", name, len(rows)-1, len(want))
		}
		for i, row := range rows[1:] {
			for k, column := range rows[0] {
				cell := ""
				if k < len(row) { // empty cells at the end are left out
					cell = row[k]
				}
				if cell != want[i][column] {
					t.Errorf("%s row %d, %s: %q, want %q", name, i+1, column, cell, want[i][column])
				}
			}
		}
	}
	for _, name := range book.GetSheetList() {
		if size, err := book.GetSheetDimension(name); err != nil || size != "" {
			t.Errorf("%s claims to be %s large, %v", name, size, err)
		}
	}
	// A number is no text, and a text that looks like a formula is none.
	if kind, err := book.GetCellType("steps", "C2"); err != nil || kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		t.Errorf("regulation_index is a cell of type %v, %v", kind, err)
	}
	if rows, err := book.GetRows("dictionary"); err != nil || len(rows) < 100 {
		t.Errorf("%d rows of the dictionary, %v", len(rows), err)
	}
}

func TestTheSameTablesAreTheSameWorkbook(t *testing.T) {
	var first []byte
	for range 5 {
		var b bytes.Buffer
		if _, err := WriteXLSX(&b, each(act("1"))); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
		} else if !bytes.Equal(first, b.Bytes()) {
			t.Fatal("a second workbook of the same act has other bytes")
		}
	}
}

func TestCellsTooLongForASheetAreCutAndNamed(t *testing.T) {
	d := act("1")
	for _, c := range []struct {
		name   string
		text   string
		length int // 0: not cut
	}{
		{"as long as a cell may be", strings.Repeat("қ", 32767), 0},
		{"one letter longer", strings.Repeat("қ", 32768), 32768},
		{"signs of two units", strings.Repeat("𝔸", 16384), 32768},
	} {
		t.Run(c.name, func(t *testing.T) {
			d.Act.Notes[0].Text = c.text
			var b bytes.Buffer
			cuts, err := WriteXLSX(&b, each(d))
			if err != nil {
				t.Fatal(err)
			}
			book, err := excelize.OpenReader(&b)
			if err != nil {
				t.Fatal(err)
			}
			defer book.Close()
			rows, err := book.GetRows("notes")
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for i, name := range rows[0] {
				if name == "text" {
					got = rows[1][i]
				}
			}
			if c.length == 0 {
				if len(cuts) != 0 || got != c.text {
					t.Errorf("cut: %v", cuts)
				}
				return
			}
			want := Cut{"notes", 2, "text", c.length, d.Source.SHA256}
			if len(cuts) != 1 || cuts[0] != want {
				t.Fatalf("cuts %+v, want %+v", cuts, want)
			}
			if !strings.HasSuffix(got, "…") || !strings.HasPrefix(c.text, strings.TrimSuffix(got, "…")) {
				t.Errorf("the cell ends in %q", got[len(got)-10:])
			}
			if rows, err := book.GetRows("cut"); err != nil || len(rows) != 2 || rows[1][3] != fmt.Sprint(c.length) {
				t.Errorf("the sheet of what was cut: %v, %v", rows, err)
			}
		})
	}
}

func TestParquetHasTheTables(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	if err := WriteParquet(dir, each(act("1"), act("2"))); err != nil {
		t.Fatal(err)
	}
	for name, want := range csvCells(t, act("1"), act("2")) {
		file, err := os.Open(filepath.Join(dir, name+".parquet"))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil {
			t.Fatal(err)
		}
		pf, err := parquet.OpenFile(file, info.Size())
		if err != nil {
			t.Fatal(err)
		}
		if v, ok := pf.Lookup("reglament.schema"); !ok || v != model.Schema {
			t.Errorf("%s: schema %q", name, v)
		}
		rows := make([]parquet.Row, pf.NumRows()+1)
		reader := parquet.NewReader(pf)
		n, _ := reader.ReadRows(rows)
		if n != len(want) {
			t.Fatalf("%s: %d rows, want %d", name, n, len(want))
		}
		var tab table
		for _, c := range tables {
			if c.name == name {
				tab = c
			}
		}
		fields := pf.Schema().Fields()
		for k, c := range tab.columns {
			if fields[k].Name() != c.name {
				t.Fatalf("%s: column %d is %s, want %s", name, k, fields[k].Name(), c.name)
			}
			if (fields[k].Type().Kind() == parquet.Int64) != (c.kind == number) {
				t.Errorf("%s.%s is %v", name, c.name, fields[k].Type())
			}
			for i := range want {
				cell := ""
				if v := rows[i][k]; !v.IsNull() {
					cell = v.String()
				}
				if cell != want[i][c.name] {
					t.Errorf("%s row %d, %s: %q, want %q", name, i+1, c.name, cell, want[i][c.name])
				}
			}
		}
	}
}

func TestErrorLeavesTheOldParquetFiles(t *testing.T) {
	dir := t.TempDir()
	if err := WriteParquet(dir, each(act("1"))); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(dir, "acts.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the disk is gone")
	docs := func(yield func(*model.Document, error) bool) {
		_ = yield(act("2"), nil) && yield(nil, broken)
	}
	if err := WriteParquet(dir, docs); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if _, err := WriteXLSX(&bytes.Buffer{}, docs); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	after, err := os.ReadFile(filepath.Join(dir, "acts.parquet"))
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was replaced, %v", err)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != len(tables) {
		t.Errorf("%d files are left, %v", len(files), err)
	}
}
