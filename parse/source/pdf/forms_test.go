package pdf_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sergi/go-diff/diffmatchpatch"

	"reglament/parse/source"
	"reglament/parse/source/docx"
	"reglament/parse/source/html"
	"reglament/parse/source/pdf"
	"reglament/parse/source/raw"
	"reglament/testdata/realacts"
)

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var (
	statusWord = regexp.MustCompile(`^(\s*##[^#].*\n\s*)### \*.*\*\n`)
	footer     = regexp.MustCompile(`(?m)^© .*$`)
	link       = regexp.MustCompile(`\[([^]]*)\]\([^)]*\)`)
	marks      = strings.NewReplacer("*", "", "#", "", "\\", "")
)

// markdownWords returns the words of an act's Markdown form without the status word,
// which readers hand over apart from the text. Dashes by themselves do not count:
// Markdown writes list items with them.
func markdownWords(text string) []string {
	text = statusWord.ReplaceAllString(text, "$1")
	text = footer.ReplaceAllString(text, "")
	text = link.ReplaceAllString(text, "$1")
	return words(marks.Replace(text))
}

func words(text string) []string {
	return slices.DeleteFunc(strings.Fields(text), func(w string) bool { return w == "-" })
}

func contentWords(c raw.Content) []string {
	var list []string
	for _, p := range c.Paragraphs {
		list = append(list, words(p.Text)...)
	}
	return list
}

// agreement is the share of words that both have in the same order, and the rest.
func agreement(a, b []string) (float64, []string) {
	ids := map[string]rune{}
	names := map[rune]string{}
	encode := func(list []string) []rune {
		runes := make([]rune, len(list))
		for i, w := range list {
			id, ok := ids[w]
			if !ok {
				id = rune(0x10000 + len(ids))
				ids[w], names[id] = id, w
			}
			runes[i] = id
		}
		return runes
	}
	same := 0
	var rest []string
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // on a busy machine the diff would be a coarse one
	for _, d := range dmp.DiffMainRunes(encode(a), encode(b), false) {
		if d.Type == diffmatchpatch.DiffEqual {
			same += len([]rune(d.Text))
			continue
		}
		line := map[diffmatchpatch.Operation]string{diffmatchpatch.DiffDelete: "-", diffmatchpatch.DiffInsert: "+"}[d.Type]
		for _, r := range d.Text {
			line += " " + names[r]
		}
		rest = append(rest, line)
	}
	return 2 * float64(same) / float64(len(a)+len(b)), rest
}

func read(form string, data []byte) (raw.Content, error) {
	switch filepath.Ext(form) {
	case ".docx":
		return docx.Read(context.Background(), data, docx.Limits{})
	case ".pdf":
		return pdf.Read(context.Background(), data, pdf.Limits{})
	}
	return html.Read(context.Background(), data)
}

// A form of an act has the words of its text form, in the same order.
func TestFormsHaveTheWordsOfTheAct(t *testing.T) {
	dir := realacts.Folder(t)
	forms := []struct {
		form string
		text string
	}{
		{"kyzylorda-2018-1057.ru.html", "kyzylorda-2018-1057.ru.md"},
		{"kyzylorda-2018-1057.ru.cp1251.html", "kyzylorda-2018-1057.ru.md"},
		{"kyzylorda-2018-1057.ru.docx", "kyzylorda-2018-1057.ru.md"},
		{"akmola-2015-a-11-495.kk.html", "akmola-2015-a-11-495.kk.md"},
		{"kyzylorda-2018-1057.ru.fs.pdf", "kyzylorda-2018-1057.ru.md"},
		{"kyzylorda-2018-1057.ru.wk.pdf", "kyzylorda-2018-1057.ru.md"},
		{"akmola-2015-a-11-495.kk.chromium.pdf", "akmola-2015-a-11-495.kk.md"},
	}
	for _, f := range forms {
		t.Run(f.form, func(t *testing.T) {
			want := markdownWords(string(readFile(t, filepath.Join(dir, f.text))))
			data := readFile(t, filepath.Join(dir, "forms", f.form))
			got, err := read(f.form, data)
			if err != nil {
				t.Fatal(err)
			}
			share, rest := agreement(want, contentWords(got))
			t.Logf("%.4f of the words agree; the rest:\n%s", share, strings.Join(rest, "\n"))
			if share < 0.995 {
				t.Errorf("%.4f of the words agree, want 0.995", share)
			}
		})
	}
}

// The two PDFs of the West Kazakhstan act have the words of the dump that they were made
// from; it is larger, so that only their own words count.
func TestFormsHaveTheWordsOfTheDump(t *testing.T) {
	dir := realacts.Folder(t)
	dump, err := source.Read("dump.txt", readFile(t, filepath.Join(dir, "west-kazakhstan-2016-122.kk.pdf.txt")))
	if err != nil {
		t.Fatal(err)
	}
	want := words(dump.Canonical)
	for _, form := range []string{"west-kazakhstan-2016-122.kk.fs.pdf", "west-kazakhstan-2016-122.kk.wk.pdf"} {
		c, err := read(form, readFile(t, filepath.Join(dir, "forms", form)))
		if err != nil {
			t.Fatal(err)
		}
		got := contentWords(c)
		share, rest := agreement(want, got)
		found := share * float64(len(want)+len(got)) / 2 / float64(len(got))
		rest = slices.DeleteFunc(rest, func(s string) bool { return strings.HasPrefix(s, "-") })
		t.Logf("%s: %.4f of the words are in the dump in this order; not:\n%s", form, found, strings.Join(rest, "\n"))
		if found < 0.99 {
			t.Errorf("%s: %.4f of the words are in the dump in this order, want 0.99", form, found)
		}
	}
}

// The paragraphs that geometry makes are those of the page that the PDF was printed from.
func TestPDFsHaveTheParagraphsOfThePage(t *testing.T) {
	dir := realacts.Folder(t)
	forms := []struct{ page, pdf string }{
		{"kyzylorda-2018-1057.ru.html", "kyzylorda-2018-1057.ru.fs.pdf"},
		{"kyzylorda-2018-1057.ru.html", "kyzylorda-2018-1057.ru.wk.pdf"},
		{"kyzylorda-2018-1057.ru.html", "kyzylorda-2018-1057.ru.docx"},
		{"akmola-2015-a-11-495.kk.html", "akmola-2015-a-11-495.kk.chromium.pdf"},
	}
	list := func(form string) []string {
		c, err := read(form, readFile(t, filepath.Join(dir, "forms", form)))
		if err != nil {
			t.Fatal(err)
		}
		return paragraphs(c)
	}
	for _, f := range forms {
		share, rest := agreement(list(f.page), list(f.pdf))
		if share < 0.99 {
			t.Errorf("%s: %.4f of the paragraphs agree, want 0.99; the rest:\n%s", f.pdf, share, strings.Join(rest, "\n"))
		}
	}
}
