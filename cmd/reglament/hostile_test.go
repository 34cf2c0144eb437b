package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"reglament/corpus"
	"reglament/corpus/sqlite"
)

// sourceFolder is where the tests stand before they change to a folder of their own.
func sourceFolder(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// build writes a file that a function fills.
func build(t *testing.T, name string, fill func(io.Writer) error) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := fill(f); err != nil {
		t.Fatal(err)
	}
}

type blanks struct{}

func (blanks) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

// zipBomb is an entry of so many blanks.
func zipBomb(entry string, size int64) func(io.Writer) error {
	return func(w io.Writer) error {
		z := zip.NewWriter(w)
		e, err := z.Create(entry)
		if err != nil {
			return err
		}
		_, err = io.CopyN(e, blanks{}, size)
		return errors.Join(err, z.Close())
	}
}

func tarBomb(size int64) func(io.Writer) error {
	return func(w io.Writer) error {
		z := gzip.NewWriter(w)
		t := tar.NewWriter(z)
		err := t.WriteHeader(&tar.Header{Name: "act.txt", Size: size, Mode: 0o644})
		if err == nil {
			_, err = io.CopyN(t, blanks{}, size)
		}
		return errors.Join(err, t.Close(), z.Close())
	}
}

// docxBomb is a document whose text unpacks to so many bytes.
func docxBomb(size int64) func(io.Writer) error {
	return func(w io.Writer) error {
		z := zip.NewWriter(w)
		for name, text := range map[string]string{
			"[Content_Types].xml": "<Types/>",
			"_rels/.rels":         `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
			"word/document.xml":   `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>`,
		} {
			e, err := z.Create(name)
			if err != nil {
				return err
			}
			if _, err := io.WriteString(e, text); err != nil {
				return err
			}
			if name == "word/document.xml" {
				if _, err := io.CopyN(e, blanks{}, size); err != nil {
					return err
				}
			}
		}
		return z.Close()
	}
}

// pdfBomb is a page whose content unpacks to so many bytes.
func pdfBomb(size int64) func(io.Writer) error {
	return func(w io.Writer) error {
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		if _, err := io.CopyN(z, blanks{}, size); err != nil {
			return err
		}
		if err := z.Close(); err != nil {
			return err
		}
		_, err := fmt.Fprintf(w, "%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"+
			"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n"+
			"4 0 obj\n<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\ntrailer\n<</Size 5/Root 1 0 R>>\n%%%%EOF\n", packed.Len(), &packed)
		return err
	}
}

// What is hostile gets one sentence and status 1, in good time, and leaves nothing
// behind; what lies beside it is stored.
func TestHostileFiles(t *testing.T) {
	folder := filepath.Join(sourceFolder(t), "..", "..", "testdata", "hostile")
	inSample(t)
	build(t, "bomb.zip", zipBomb("act.txt", 64<<20))
	build(t, "bomb.tar.gz", tarBomb(64<<20))
	build(t, "bomb.docx", docxBomb(100<<20))
	build(t, "bomb.pdf", pdfBomb(100<<20))
	build(t, "endless.txt", func(w io.Writer) error { return w.(*os.File).Truncate(corpus.MaxSource + 1) })
	cases := map[string]string{
		"archives-in-archives.zip": "archives lie in one another deeper than 1",
		"climbing.zip":             "its name leads out of the archive",
		"link.zip":                 "it is a link",
		"locked.zip":               "locked with a password",
		"locked.pdf":               "locked with a password",
		"cut.zip":                  "damaged or cut short",
		"cut.docx":                 "damaged or cut short",
		"cut.pdf":                  "",
		"deep.html":                "512",
		"deep.docx":                "word/document.xml",
		"broken.docx":              "word/document.xml",
		"no-document.docx":         "not a DOCX file",
		"old-word.docx":            "Word 97",
		"no-text.pdf":              "no text in it",
		"circle-of-pages.pdf":      "page tree has no end",
		"form-in-itself.pdf":       "forms inside forms",
		"count.pdf":                "no act",
		"text-named.pdf":           "no act",
		"picture.html":             "it is a picture (PNG)",
		"program.txt":              "binary data",
		"shell.html":               "no text in it",
		"bomb.zip":                 "unpacks to more than 200 times its size",
		"bomb.tar.gz":              "unpacks to more than 200 times its size",
		"bomb.docx":                "larger than any act",
		"bomb.pdf":                 "",
		"endless.txt":              "more than 256 MB",
	}
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, known := cases[f.Name()]; !known && f.Name() != "README.md" {
			t.Errorf("what %s has to answer is not written down", f.Name())
		}
	}
	for name, says := range cases {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(folder, name)
			if _, err := os.Stat(name); err == nil {
				file = name
			}
			start := time.Now()
			a := command(t, "", "ingest", "--corpus", name+".db", file)
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("it took %s", took)
			}
			if a.status != exitFailed || !strings.HasPrefix(a.errors, file) || !strings.Contains(a.errors, says) || strings.Contains(a.errors, "goroutine") {
				t.Errorf("status %d, %s", a.status, a.errors)
			}
			if lines := strings.Count(a.errors, "\n"); lines != 2 {
				t.Errorf("%d lines, want the reason and the totals:\n%s", lines, a.errors)
			}
			if acts := succeed(t, "list", "--corpus", name+".db"); strings.Contains(acts, "№") || strings.Contains(acts, "KZ-") {
				t.Errorf("stored:\n%s", acts)
			}
		})
	}
	a := command(t, "", "ingest", folder, kostanay, "bomb.zip")
	if a.status != exitPart || !strings.Contains(a.errors, "stored 1,") {
		t.Errorf("a good file beside them: status %d, %s", a.status, a.errors)
	}
}

func TestANameOfTwoLinesIsTheNameOfOneSentence(t *testing.T) {
	t.Chdir(t.TempDir())
	const name = "act\n2016.txt"
	if err := os.WriteFile(name, nil, 0o644); err != nil {
		t.Skipf("no such names here: %v", err)
	}
	for _, args := range [][]string{{"parse", name}, {"ingest", name}} {
		a := command(t, "", args...)
		if first, _, _ := strings.Cut(a.errors, "\n"); a.status != exitFailed || first != `"act\n2016.txt": the file is empty` {
			t.Errorf("%q: status %d, %s", args, a.status, a.errors)
		}
	}
}

func TestLimitsAreFlags(t *testing.T) {
	inSample(t)
	zipped := func(name string, entries int) {
		build(t, name, func(w io.Writer) error {
			z := zip.NewWriter(w)
			for i := range entries {
				e, err := z.Create(fmt.Sprintf("%d/%s", i, kostanay))
				if err != nil {
					return err
				}
				raw, err := os.ReadFile(kostanay)
				if err != nil {
					return err
				}
				e.Write(raw)
			}
			return z.Close()
		})
	}
	zipped("acts.zip", 3)
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"--max-file", "1KB", kostanay}, "more than 1 KB in one file"},
		{[]string{"--max-unpacked", "1KB", "acts.zip"}, "more than 1 KB are unpacked from it"},
		{[]string{"--max-entries", "2", "acts.zip"}, "more than 2 entries"},
		{[]string{"--max-time", "1ns", kostanay}, "it was not read within 1ns"},
		{[]string{"--max-file", "1TB", kostanay}, "of 256MB at most"},
		{[]string{"--max-file", "0", kostanay}, "a size like 64MB"},
		{[]string{"--max-entries", "0", "acts.zip"}, "a number above 0"},
		{[]string{"--max-time", "0s", kostanay}, "leaves no time"},
		{[]string{"--max-memory", "1MB", kostanay}, "64MB or more"},
	} {
		a := command(t, "", append([]string{"ingest", "--corpus", "limits.db"}, c.args...)...)
		if a.status == exitDone || !strings.Contains(a.errors, c.says) {
			t.Errorf("%q: status %d, %s", c.args, a.status, a.errors)
		}
	}
	help := succeed(t, "ingest", "--help")
	for _, flag := range []string{"max-file size", "256MB", "max-unpacked size", "16GB", "max-ratio", "max-entries", "max-nesting", "max-pages", "max-glyphs", "max-memory", "max-time"} {
		if !strings.Contains(help, flag) {
			t.Errorf("--help does not tell of %s:\n%s", flag, help)
		}
	}
}

func TestIngestArchives(t *testing.T) {
	inSample(t)
	want := succeed(t, "ingest", "--corpus", "folder.db", kostanay, pavlodar, russian) + succeed(t, "list", "--corpus", "folder.db", "--format", "json")
	pack := func(add func(name string, raw []byte) error) error {
		for _, name := range []string{kostanay, pavlodar, russian} {
			raw, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			if err := add(name, raw); err != nil {
				return err
			}
		}
		return nil
	}
	build(t, "acts.bin", func(w io.Writer) error {
		z := zip.NewWriter(w)
		return errors.Join(pack(func(name string, raw []byte) error {
			e, err := z.Create("acts/" + name)
			if err == nil {
				_, err = e.Write(raw)
			}
			return err
		}), z.Close())
	})
	build(t, "acts.tgz", func(w io.Writer) error {
		z := gzip.NewWriter(w)
		tarred := tar.NewWriter(z)
		return errors.Join(pack(func(name string, raw []byte) error {
			err := tarred.WriteHeader(&tar.Header{Name: "./" + name, Size: int64(len(raw)), Mode: 0o644})
			if err == nil {
				_, err = tarred.Write(raw)
			}
			return err
		}), tarred.Close(), z.Close())
	})
	stdin, err := os.ReadFile("acts.tgz")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"acts.bin", "acts.tgz", stdinName} {
		db := filepath.Base(file) + ".db"
		if a := command(t, string(stdin), "ingest", "--corpus", db, file); a.status != exitDone || !strings.Contains(a.errors, "read 3: stored 3,") {
			t.Errorf("%s: status %d, %s", file, a.status, a.errors)
		}
		got := succeed(t, "list", "--corpus", db, "--format", "json")
		if times(got) != times(want) {
			t.Errorf("%s:\n%s\nwant\n%s", file, got, want)
		}
	}
}

// times takes the times of storing out of a list.
func times(list string) string {
	var kept []string
	for line := range strings.Lines(list) {
		if !strings.Contains(line, `"stored"`) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

// manyActs writes so many acts, each with another number, in all formats but PDF, whose
// reading is another process's.
func manyActs(t *testing.T, dir string, n int) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	padding := strings.Repeat("Осы қаулының орындалуын бақылау облыс әкімінің орынбасарына жүктелсін. ", 200)
	for i := range n {
		text := fmt.Sprintf("Регламентті бекіту туралы\n\nПавлодар облысы әкімдігінің 2016 жылғы 5 мамырдағы № %d қаулысы\n\nПавлодар облысының әкімдігі ҚАУЛЫ ЕТЕДІ:\n\n1. %s\n", i+1, padding)
		name := fmt.Sprintf("%04d.txt", i)
		if i%2 == 1 {
			name, text = fmt.Sprintf("%04d.html", i), "<!DOCTYPE html><html><body><p>"+strings.ReplaceAll(text, "\n\n", "</p><p>")+"</p></body></html>"
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// store ingests a folder with a clock that stands.
func store(t *testing.T, db, folder string, each func()) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	s.Now = func() time.Time { return time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC) }
	var errs bytes.Buffer
	std := streams{strings.NewReader(""), io.Discard, &errs}
	l := defaultLimits()
	bar := newProgress(&errs)
	sources := l.sources(t.Context(), std, []string{folder}, bar)
	err = l.ingest(t.Context(), std, s, func(yield func(corpus.Source, error) bool) {
		for source, err := range sources {
			each()
			if !yield(source, err) {
				return
			}
		}
	}, bar)
	if err != nil || !strings.Contains(errs.String(), "failed 0") {
		t.Fatalf("%v\n%s", err, &errs)
	}
}

// What is held in memory while a folder is ingested does not grow with its files.
func TestMemoryDoesNotGrowWithTheNumberOfFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 550 files")
	}
	t.Chdir(t.TempDir())
	most := func(n int) (live uint64) {
		dir := fmt.Sprint("acts", n)
		manyActs(t, dir, n)
		i := 0
		store(t, fmt.Sprint(n, ".db"), dir, func() {
			if i++; i%25 != 0 {
				return
			}
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			live = max(live, m.HeapAlloc)
		})
		return live
	}
	few, many := most(50), most(500)
	t.Logf("50 files: %d KB, 500 files: %d KB", few>>10, many>>10)
	// 450 files more are 25 MB of text, and more of what is read from them.
	if many > few+4<<20 {
		t.Errorf("500 files hold %d KB, 50 files %d KB", many>>10, few>>10)
	}
}

func TestTwoRunsGiveTheSameStore(t *testing.T) {
	t.Chdir(t.TempDir())
	manyActs(t, "acts", 40)
	if err := writeSample("acts/sample"); err != nil {
		t.Fatal(err)
	}
	var first []byte
	for _, db := range []string{"a.db", "b.db"} {
		store(t, db, "acts", func() {})
		got, err := os.ReadFile(db)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = got
		} else if !bytes.Equal(got, first) {
			t.Errorf("%d and %d bytes that differ", len(first), len(got))
		}
	}
}
