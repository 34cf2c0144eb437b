package life_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reglament/corpus"
	"reglament/corpus/life"
	"reglament/corpus/sqlite"
	"reglament/model"
	"reglament/parse"
	"reglament/testdata/realacts"
)

// realActs is a corpus of the real acts.
func realActs(t *testing.T) (*life.Archive, corpus.Store) {
	t.Helper()
	return archive(t, realacts.Files(t)...)
}

// archive is a corpus of these files.
func archive(t *testing.T, files ...string) (*life.Archive, corpus.Store) {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "corpus.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		put(t, store, filepath.Base(f), string(raw))
	}
	a, err := life.Open(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	return a, store
}

func put(t *testing.T, store corpus.Store, name, raw string) corpus.Outcome {
	t.Helper()
	r, err := parse.Bytes(name, []byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	record, err := corpus.Prepare(corpus.Read{Document: r.Document, Canonical: r.Text, Raw: []byte(raw)})
	if err != nil {
		t.Fatal(err)
	}
	o, err := store.Put(context.Background(), record)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// told is an event in one line: kind, day, registration number or act, rule, and how many
// places say it.
func told(e life.Event) string {
	parts := []string{string(e.Kind), string(e.Date)}
	if e.Number != "" {
		parts = append(parts, "№ "+string(e.Number))
	}
	if e.By != "" {
		parts = append(parts, "by "+e.By)
	}
	if e.Kind == life.InForce {
		parts = append(parts, string(e.Rule.From), plus(e.Rule.Days))
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

func plus(days int) string { return "+" + string(rune('0'+days/10)) + string(rune('0'+days%10)) }

// The life of the five acts and of every act that they mention, read from the texts by
// hand. An empty day of entry means that no text tells the publication.
var lives = []struct {
	key    string
	stub   bool
	events []string
	state  life.State // on 1 June 2018
}{
	{"KZ/2001-01-23/148", true, []string{"adopted 2001-01-23"}, life.PresumedInForce},
	{"KZ/2013-04-15/88-V", true, []string{"adopted 2013-04-15"}, life.PresumedInForce},
	{"KZ/2014-03-11/217", true, []string{"adopted 2014-03-11"}, life.PresumedInForce},
	{"KZ/2015-04-28/279", true, []string{"adopted 2015-04-28", "registered № 11342"}, life.PresumedInForce},

	{"KZ-11/2014-04-10/А-4/130", false, []string{"adopted 2014-04-10"}, life.PresumedInForce},
	{"KZ-11/2015-10-23/А-11/495", false, []string{
		"adopted 2015-10-23", "registered 2015-11-25 № 5077", "in_force official_publication +10",
		"amended 2016-04-21 by KZ-11/2016-04-21/А-5/186", "amended 2016-12-30 by KZ-11/2016-12-30/А-1/621",
		"amended 2017-04-28 by KZ-11/2017-04-28/А-4/175", "repealed 2020-02-03 by KZ-11/2020-02-03/А-2/40",
	}, life.PresumedInForce},
	{"KZ-11/2016-04-21/А-5/186", true, []string{"adopted 2016-04-21", "in_force official_publication +00"}, life.PresumedInForce},
	{"KZ-11/2016-12-30/А-1/621", true, []string{"adopted 2016-12-30", "in_force official_publication +00"}, life.PresumedInForce},
	{"KZ-11/2017-04-28/А-4/175", true, []string{"adopted 2017-04-28", "in_force official_publication +00"}, life.PresumedInForce},
	{"KZ-11/2020-02-03/А-2/40", true, []string{"adopted 2020-02-03", "in_force official_publication +00"}, life.NotAdopted},

	{"KZ-27/2015-08-04/204", true, []string{
		"adopted 2015-08-04", "registered № 4030", "published 2015-10-05", "amended 2016-04-15 by KZ-27/2016-04-15/122",
	}, life.PresumedInForce},
	{"KZ-27/2016-04-15/122", false, []string{
		"adopted 2016-04-15", "registered 2016-05-25 № 4432", "in_force first_official_publication +10", "repealed 2020-06-05 by KZ-27/2020-06-05/131",
	}, life.PresumedInForce},
	{"KZ-27/2020-06-05/131", true, []string{"adopted 2020-06-05", "in_force first_official_publication +10"}, life.NotAdopted},

	{"KZ-43/2015-09-02/141", true, []string{
		"adopted 2015-09-02", "registered № 5134", "published 2015-09-26", "amended 2016-02-29 by KZ-43/2016-02-29/380",
		"repealed 2018-02-27 by KZ-43/2018-02-27/1057",
	}, life.PresumedEnded},
	{"KZ-43/2016-02-29/380", true, []string{
		"adopted 2016-02-29", "registered № 5452", "published 2016-04-21", "repealed 2018-02-27 by KZ-43/2018-02-27/1057",
	}, life.PresumedEnded},
	{"KZ-43/2018-02-27/1057", false, []string{
		"adopted 2018-02-27", "registered 2018-03-13 № 6196", "in_force first_official_publication +10", "repealed 2020-02-06 by KZ-43/2020-02-06/163",
	}, life.PresumedInForce},
	{"KZ-43/2020-02-06/163", true, []string{"adopted 2020-02-06", "in_force first_official_publication +10"}, life.NotAdopted},

	{"KZ-75/2017-11-30/4/496", false, []string{
		"adopted 2017-11-30", "registered 2017-12-15 № 1437", "in_force first_official_publication +10",
		"amended 2019-04-25 by KZ-75/2019-04-25/2/260", "amended 2019-08-09 by KZ-75/2019-08-09/3/486", "repealed 2020-10-20 by KZ-75/2020-10-20/4/438",
	}, life.PresumedInForce},
	{"KZ-75/2019-04-25/2/260", true, []string{"adopted 2019-04-25", "in_force first_official_publication +10"}, life.NotAdopted},
	{"KZ-75/2019-08-09/3/486", true, []string{"adopted 2019-08-09", "in_force first_official_publication +10"}, life.NotAdopted},
	{"KZ-75/2020-10-20/4/438", true, []string{"adopted 2020-10-20", "in_force first_official_publication +10"}, life.NotAdopted},
}

func TestLivesOfRealActs(t *testing.T) {
	a, store := realActs(t)
	want := map[string]bool{}
	for _, c := range lives {
		want[c.key] = true
		t.Run(c.key, func(t *testing.T) {
			l, err := a.Life(t.Context(), c.key)
			if err != nil {
				t.Fatal(err)
			}
			if l.Stub != c.stub {
				t.Errorf("stub is %v", l.Stub)
			}
			var got []string
			for _, e := range l.Events {
				got = append(got, told(e))
				proved(t, store, e)
			}
			if !slices.Equal(got, c.events) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.events, "\n\t"))
			}
			if s := l.On("2018-06-01"); s.State != c.state {
				t.Errorf("on 2018-06-01 %s (%s), want %s", s.State, s.Reason, c.state)
			}
		})
	}
	for _, act := range a.Acts() {
		if !want[act.Key] {
			t.Errorf("an act that no text mentions: %s", act.Key)
		}
	}
}

// proved checks that every source quotes the text it is from.
func proved(t *testing.T, store corpus.Store, e life.Event) {
	t.Helper()
	if len(e.Sources) == 0 {
		t.Errorf("%s has no source", told(e))
	}
	for _, s := range e.Sources {
		_, canonical, err := store.Document(t.Context(), s.Edition)
		if err != nil {
			t.Fatal(err)
		}
		if s.Text == "" || s.Span.Of(canonical) != s.Text {
			t.Errorf("%s: %q is not what the text of %s says there", told(e), s.Text, s.Act)
		}
	}
}

func TestContradictionInARealAct(t *testing.T) {
	a, _ := realActs(t)
	l, err := a.Life(t.Context(), "KZ/2015-04-28/279")
	if err != nil {
		t.Fatal(err)
	}
	// "2015 жылғы 28 сәуірдегі № 11342 бұйрығымен бекітілген"
	if len(l.Findings) != 1 || l.Findings[0].Code != life.NumberIsRegistration || l.Findings[0].Sources[0].Act != "KZ-11/2015-10-23/А-11/495" {
		t.Errorf("got %+v", l.Findings)
	}
}

func TestEditionsOfAkmolaRegulations(t *testing.T) {
	a, store := realActs(t)
	const key = "KZ-11/2015-10-23/А-11/495"
	editions, err := store.Editions(t.Context(), key)
	if err != nil {
		t.Fatal(err)
	}
	w, err := a.Wordings(t.Context(), editions[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range w {
		got = append(got, strings.Join([]string{"#" + string(rune('0'+x.Regulation)), string(x.Target), string(x.Point), string(x.Action), x.By}, " "))
	}
	want := []string{
		"#0 act   " + key,
		"#0 point 1 amended KZ-11/2017-04-28/А-4/175",
		"#1 regulation   " + key,
		"#2 regulation  new_edition KZ-11/2016-04-21/А-5/186",
		"#2 point 9 amended KZ-11/2016-12-30/А-1/621",
		"#3 regulation  new_edition KZ-11/2016-04-21/А-5/186",
		"#3 point 9 new_edition KZ-11/2016-12-30/А-1/621",
		"#4 regulation   " + key,
		"#5 regulation  new_edition KZ-11/2016-04-21/А-5/186",
		"#5 point 9 new_edition KZ-11/2016-12-30/А-1/621",
		"#6 regulation  new_edition KZ-11/2017-04-28/А-4/175",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}

	// On the first of June 2016, regulations 1 and 4 read as adopted, 2, 3 and 5 as in
	// April, but for their points 9; the wording of 6 came later. From which day that of April
	// counts is not known.
	text := on(t, a, key, "2016-06-01", model.Kazakh)
	var gaps []string
	for _, s := range text.Unapplied {
		gaps = append(gaps, s.Reason)
	}
	if len(text.Regulations) != 6 || len(gaps) != 4 || len(text.Applied) != 3 || text.Applied[0].Reason == "" {
		t.Errorf("%d regulations, gaps %q, %d applied", len(text.Regulations), gaps, len(text.Applied))
	}
	for i, by := range []string{key, "KZ-11/2016-04-21/А-5/186", "KZ-11/2016-04-21/А-5/186", key, "KZ-11/2016-04-21/А-5/186", ""} {
		if text.Regulations[i].By != by {
			t.Errorf("regulation %d is in the wording of %q, want %q", i+1, text.Regulations[i].By, by)
		}
	}
}

func TestNineRegulationsOfWestKazakhstanReplaced(t *testing.T) {
	a, _ := realActs(t)
	const key, by = "KZ-27/2015-08-04/204", "KZ-27/2016-04-15/122"
	services := []string{
		"Жұмыссыз азаматтарды тіркеу және есепке қою",
		"Семей ядролық сынақ полигонында ядролық сынақтардың салдарынан зардап шеккен азаматтарды тіркеу, біржолғы мемлекеттік ақшалай өтемақы төлеу, куәлік беру",
		"Жұмыссыз азаматтарға анықтама беру",
		"Он сегіз жасқа дейінгі балаларға мемлекеттік жәрдемақы тағайындау",
		"Мемлекеттік атаулы әлеуметтік көмек тағайындау",
		"Мүгедек балаларды үйде оқытуға жұмсалған шығындарды өтеу",
		"Ауылдық елді мекендерде тұратын және жұмыс істейтін әлеуметтік сала мамандарына отын сатып алу бойынша әлеуметтік көмек тағайындау",
		"Өтініш берушінің (отбасының) атаулы әлеуметтік көмек алушыларға тиесілігін растайтын анықтама беру",
		"Оралман мәртебесін беру",
	}
	l, err := a.Life(t.Context(), key)
	if err != nil {
		t.Fatal(err)
	}
	amended := l.Events[slices.IndexFunc(l.Events, func(e life.Event) bool { return e.Kind == life.Amended })]
	if amended.By != by || len(amended.Changes) != 9 {
		t.Fatalf("amended by %s with %d changes", amended.By, len(amended.Changes))
	}
	text := on(t, a, key, "2017-01-01", model.Kazakh)
	if len(text.Regulations) != 9 || len(text.Applied) != 9 || len(text.Unapplied) != 0 {
		t.Fatalf("%d regulations, %d applied, not applied %+v", len(text.Regulations), len(text.Applied), text.Unapplied)
	}
	for i, want := range services {
		c := amended.Changes[i]
		if c.Service != want || c.Action != model.NoteNewEdition || c.Target != model.TargetRegulation {
			t.Errorf("change %d is %+v", i+1, c)
		}
		g := text.Regulations[i]
		if g.Service != want || g.By != by || len(g.Paragraphs) < 20 {
			t.Errorf("regulation %d is of %q by %s with %d paragraphs", i+1, g.Service, g.By, len(g.Paragraphs))
		}
	}
	// Before the amendment its text was in no text of the corpus.
	if _, err := a.On(t.Context(), key, "2016-01-01", model.Kazakh); err == nil {
		t.Error("a text of a day of which none is known")
	}
}
