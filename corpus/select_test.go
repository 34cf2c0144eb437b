package corpus_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reglament/corpus"
	"reglament/corpus/corpustest"
	"reglament/corpus/life"
	"reglament/corpus/sqlite"
	"reglament/model"
)

var ctx = context.Background()

func open(t testing.TB) corpus.Store {
	t.Helper()
	s, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "corpus.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// act 495 has two Kazakh editions and a Russian one with a regulation less; act 7 was
// repealed in 2020.
func acts() []corpustest.Act {
	kazakh := []string{"Жер учаскесін беру", "Жер учаскесін беру мерзімін ұзарту", "«Алтын алқа» беру"}
	return []corpustest.Act{
		{Number: "А-11/495", ID: "V15B0005077", Services: kazakh, Name: "2015.html"},
		{Number: "А-11/495", ID: "V15B0005077", Services: kazakh, Name: "2018.html", Amended: []model.Date{"2018-05-01"}},
		{Number: "А-11/495", Language: model.Russian, Services: []string{"Предоставление участка", "Продление срока"}, Name: "2015.ru.html"},
		{Number: "7", Adopted: "2014-01-01", Status: model.Repealed, Ended: &model.ActRef{Text: "қаулысымен", Date: "2020-02-03"}},
		{Number: "8", Adopted: "2014-01-01", Status: model.Lapsed},
		{Body: "бассыз", Name: "headless.txt"},
	}
}

func reader(t *testing.T, act corpustest.Act, want string) func(string) (*model.Document, string, error) {
	return func(path string) (*model.Document, string, error) {
		if path != want {
			t.Errorf("asked to read %s, want %s", path, want)
		}
		r := act.Read()
		return r.Document, r.Canonical, nil
	}
}

func noReader(t *testing.T) func(string) (*model.Document, string, error) {
	return func(path string) (*model.Document, string, error) {
		t.Errorf("asked to read %s", path)
		return nil, "", errors.New("not a file")
	}
}

func TestSelectFromTheCorpus(t *testing.T) {
	s := open(t)
	headless := ""
	for _, o := range corpustest.Put(t, s, acts()...) {
		if strings.HasPrefix(o.Key, "sha256:") {
			headless = o.Key
		}
	}
	key := corpustest.Key("А-11/495")
	for _, test := range []struct {
		side     string
		language model.Language
		want     []string // label, name of the source
		warnings int
	}{
		{key, "", []string{key + " (kk) 2018.html", key + " (ru) 2015.ru.html"}, 0},
		{"KZ-11/2015-10-23/а-11/495", "", []string{key + " (kk) 2018.html", key + " (ru) 2015.ru.html"}, 0},
		{"V15B0005077", "", []string{key + " (kk) 2018.html", key + " (ru) 2015.ru.html"}, 0},
		{key, model.Russian, []string{key + " (ru) 2015.ru.html"}, 0},
		{key + "@2018-04-30", "", []string{key + "@2018-04-30 (kk) 2015.html", key + "@2018-04-30 (ru) 2015.ru.html"}, 0},
		{key + "@2018-05-01", model.Kazakh, []string{key + "@2018-05-01 (kk) 2018.html"}, 1}, // amended then, which need not count yet
		{key + "#2", "", []string{key + "#2 (kk) 2018.html", key + "#2 (ru) 2015.ru.html"}, 0},
		{key + "#3", "", []string{key + "#3 (kk) 2018.html"}, 1},
		{key + "#Предоставление участка", "", []string{key + "#1 (ru) 2015.ru.html"}, 0},
		{key + `#"жер учаскесін беру"`, "", []string{key + "#1 (kk) 2018.html"}, 0},
		{key + `#"жер учаскесін"`, "", []string{key + "#1 (kk) 2018.html", key + "#2 (kk) 2018.html"}, 0},
		{key + `#Алтын алқа@2016-01-01`, "", []string{key + "@2016-01-01#3 (kk) 2015.html"}, 0},
		{"KZ-11/2014-01-01/7@2019-12-31", "", []string{"KZ-11/2014-01-01/7@2019-12-31 (kk) act.kk.html"}, 0},
		{"KZ-11/2014-01-01/7@2020-02-03", "", []string{"KZ-11/2014-01-01/7@2020-02-03 (kk) act.kk.html"}, 1},
		{"KZ-11/2014-01-01/8@2015-01-01", "", []string{"KZ-11/2014-01-01/8@2015-01-01 (kk) act.kk.html"}, 1},
		{headless, "", []string{headless + " (kk) headless.txt"}, 0},
		{headless[:20], "", []string{headless + " (kk) headless.txt"}, 0},
	} {
		side, err := corpus.ParseSide(test.side)
		if err != nil {
			t.Fatal(err)
		}
		side.Language = test.language
		selected, err := corpus.Select(ctx, s, side, noReader(t), life.Composer(s))
		if err != nil {
			t.Errorf("%s: %v", test.side, err)
			continue
		}
		var got []string
		warnings := 0
		for _, v := range selected {
			got = append(got, v.Label+" "+v.Document.Source.Name)
			warnings += len(v.Warnings)
			if v.Canonical == "" || v.Edition == 0 {
				t.Errorf("%s: %s has no text or edition", test.side, v.Label)
			}
			if asked := strings.Contains(test.side, "#"); asked != (v.Regulation != nil) {
				t.Errorf("%s: regulation %v", test.side, v.Regulation)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s:\n %q, want\n %q", test.side, got, test.want)
		}
		if warnings != test.warnings {
			t.Errorf("%s: %d warnings, want %d", test.side, warnings, test.warnings)
		}
	}
}

func TestSelectNamesWhatIsMissing(t *testing.T) {
	s := open(t)
	corpustest.Put(t, s, acts()...)
	key := corpustest.Key("А-11/495")
	for _, test := range []struct {
		side     string
		language model.Language
		missing  bool // wraps ErrNotFound
		want     []string
	}{
		{"KZ-15/2015-10-23/1", "", true, []string{"the act KZ-15/2015-10-23/1 is not in the corpus"}},
		{"KZ-11/2015-10-23/495", "", true, []string{"the act KZ-11/2015-10-23/495 is not in the corpus", "of the same region and day it has " + key}},
		{"V15B0009999", "", true, []string{"the act V15B0009999 is not in the corpus"}},
		{"sha256:00000000", "", true, []string{"the act sha256:00000000 is not in the corpus"}},
		{"KZ-11/2014-01-01/7", model.Russian, true, []string{`in the language "ru" is not in the corpus, only kk`}},
		{key + "@2015-10-22", "", true, []string{"a text of " + key + " of 2015-10-22 is not in the corpus: it was adopted on 2015-10-23"}},
		{key + "#9", "", false, []string{key + " (kk) has 3 regulations, no 9", key + " (ru) has 2 regulations, no 9"}},
		{"KZ-11/2014-01-01/7#1", "", false, []string{"KZ-11/2014-01-01/7 (kk) has no regulation of a public service"}},
		{key + "#Алтын алка", model.Kazakh, false, []string{"has no service «Алтын алка»; the nearest of 3 regulations: #3 ««Алтын алқа» беру»"}},
		{"нет такого файла.html", "", false, []string{"there is no file нет такого файла.html", "KZ-11/2015-10-23/А-11/495"}},
	} {
		side, err := corpus.ParseSide(test.side)
		if err != nil {
			t.Fatal(err)
		}
		side.Language = test.language
		_, err = corpus.Select(ctx, s, side, noReader(t), life.Composer(s))
		if err == nil {
			t.Errorf("%s was found", test.side)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s:\n %v, want\n %s", test.side, err, want)
			}
		}
		if strings.Contains(err.Error(), "of the same region and day it has "+string(side.Key)) {
			t.Errorf("%s: what is asked for is offered: %v", test.side, err)
		}
		if errors.Is(err, corpus.ErrNotFound) != test.missing {
			t.Errorf("%s: ErrNotFound is %t in %v", test.side, !test.missing, err)
		}
	}
	side, _ := corpus.ParseSide(key)
	if _, err := corpus.Select(ctx, nil, side, noReader(t), nil); !errors.Is(err, corpus.ErrNotFound) {
		t.Errorf("without a corpus: %v", err)
	}
}

func TestSelectFromAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	write := func(path string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	key := corpustest.Key("А-11/495")
	for _, path := range []string{"act.html", "act#2.html", "act@2018-01-01", "V15B0005077", key} {
		write(path)
	}
	act := corpustest.Act{Number: "1", Services: []string{"а", "ә"}, Amended: []model.Date{"2018-01-01"}}
	for _, test := range []struct {
		side, path, label string
		regulation        int
	}{
		{"act.html", "act.html", "act.html", 0},
		{"act.html#2", "act.html", "act.html#2", 2},
		{"act.html#Ә@2018-01-01", "act.html", "act.html@2018-01-01#2", 2},
		{"act#2.html", "act#2.html", "act#2.html", 0},
		{"act@2018-01-01", "act@2018-01-01", "act@2018-01-01", 0},
		{"V15B0005077", "V15B0005077", "V15B0005077", 0},
		{key, key, key, 0},
		{"-#1", "-", "-#1", 1},
	} {
		side, err := corpus.ParseSide(test.side)
		if err != nil {
			t.Fatal(err)
		}
		got, err := corpus.Select(ctx, nil, side, reader(t, act, test.path), nil) // no store: it is not asked
		if err != nil || len(got) != 1 {
			t.Errorf("%s: %+v, %v", test.side, got, err)
			continue
		}
		n := 0
		if got[0].Regulation != nil {
			n = got[0].Regulation.Index
		}
		if got[0].Label != test.label || n != test.regulation || got[0].Edition != 0 || len(got[0].Warnings) != 0 {
			t.Errorf("%s: %+v", test.side, got[0])
		}
	}
	for _, test := range []struct {
		side, want string
		language   model.Language
	}{
		{"act.html@2017-12-31", "act.html has the wording of 2018-01-01, which is later than 2017-12-31", ""},
		{"act.html", `act.html is in the language "kk", not "ru"`, model.Russian},
		{"act.html#3", "act.html has 2 regulations, no 3", ""},
	} {
		side, err := corpus.ParseSide(test.side)
		if err != nil {
			t.Fatal(err)
		}
		side.Language = test.language
		if _, err := corpus.Select(ctx, nil, side, reader(t, act, "act.html"), nil); err == nil || err.Error() != test.want {
			t.Errorf("%s: %v, want %s", test.side, err, test.want)
		}
	}
	unread := errors.New("act.html is a picture")
	side, _ := corpus.ParseSide("act.html#1")
	_, err := corpus.Select(ctx, nil, side, func(string) (*model.Document, string, error) { return nil, "", unread }, nil)
	if !errors.Is(err, unread) {
		t.Errorf("a file that cannot be read: %v", err)
	}
}
