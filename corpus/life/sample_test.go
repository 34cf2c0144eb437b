package life_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"reglament/corpus"
	"reglament/corpus/life"
	"reglament/model"
)

const (
	kostanay  = "KZ-39/2016-03-10/91"
	amending  = "KZ-39/2017-05-18/214"
	pavlodar  = "KZ-55/2016-05-05/118/3"
	sampleDir = "../../testdata/sample/acts/"
)

func on(t *testing.T, a *life.Archive, key string, day model.Date, l model.Language) *life.Text {
	t.Helper()
	text, err := a.On(t.Context(), key, day, l)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// body is the text of a regulation after its stamp and title.
func body(g life.RegulationText) string {
	var out []string
	for _, p := range g.Paragraphs {
		if p.Gap != "" {
			out = append(out, "[gap]")
		} else {
			out = append(out, p.Text)
		}
	}
	first := slices.IndexFunc(out, func(s string) bool { return strings.HasPrefix(s, "1. Жалпы ережелер") })
	return strings.Join(out[max(first, 0):], "\n")
}

// What an amending act orders, applied to the first text of the act, is the text that the
// portal consolidated.
func TestAppliedOrdersGiveTheConsolidatedText(t *testing.T) {
	parts, _ := archive(t, sampleDir+"1-kostanay-2016-91.kk.txt", sampleDir+"2-kostanay-2017-214.kk.md")
	whole, _ := archive(t, sampleDir+"3-kostanay-2016-91-amended.kk.md")
	got := on(t, parts, kostanay, "2018-01-01", model.Kazakh)
	want := on(t, whole, kostanay, "2018-01-01", model.Kazakh)
	if len(got.Applied) != 2 || len(got.Unapplied) != 0 || len(got.Regulations) != 2 {
		t.Fatalf("%d applied, not applied %+v", len(got.Applied), got.Unapplied)
	}
	for i := range got.Regulations {
		if g, w := body(got.Regulations[i]), body(want.Regulations[i]); g != w {
			t.Errorf("regulation %d reads\n%s\nwant\n%s", i+1, g, w)
		}
	}
	before := on(t, parts, kostanay, "2017-05-17", model.Kazakh)
	if len(before.Applied) != 0 || body(before.Regulations[0]) == body(got.Regulations[0]) || body(before.Regulations[1]) == body(got.Regulations[1]) {
		t.Error("the day before the amendment has its wording")
	}
}

func TestAConsolidatedTextHasGapsForTheDaysBefore(t *testing.T) {
	a, _ := archive(t, sampleDir+"3-kostanay-2016-91-amended.kk.md")
	text := on(t, a, kostanay, "2016-12-01", model.Kazakh)
	if len(text.Unapplied) != 2 {
		t.Fatalf("gaps %+v", text.Unapplied)
	}
	if body(text.Regulations[0]) != "[gap]" {
		t.Error("the regulation has a wording of later")
	}
	point := body(text.Regulations[1])
	if strings.Count(point, "[gap]") != 1 || strings.Contains(point, "\n2. Мемлекеттік көрсетілетін қызмет нысаны") || !strings.Contains(point, "\n3. Мемлекеттік көрсетілетін қызметтің нәтижесі") {
		t.Errorf("the gap is not point 2:\n%s", point)
	}
}

func TestAStubIsFilledWhenItsTextArrives(t *testing.T) {
	a, _ := archive(t, sampleDir+"2-kostanay-2017-214.kk.md")
	stub, err := a.Life(t.Context(), kostanay)
	if err != nil {
		t.Fatal(err)
	}
	if !stub.Stub || stub.Title != "Мемлекеттік көрсетілетін қызметтер регламенттерін бекіту туралы" {
		t.Errorf("got %+v", stub.Act)
	}
	a, _ = archive(t, sampleDir+"2-kostanay-2017-214.kk.md", sampleDir+"1-kostanay-2016-91.kk.txt")
	l, err := a.Life(t.Context(), kostanay)
	if err != nil {
		t.Fatal(err)
	}
	if l.Stub {
		t.Error("still a stub")
	}
	var got []string
	for _, e := range l.Events {
		got = append(got, told(e))
	}
	want := []string{
		"adopted 2016-03-10", "registered 2016-04-14 № 6291", "published 2016-04-22",
		"in_force 2016-05-03 first_official_publication +10", // published on 22 April, ten days over on 2 May
		"amended 2017-05-18 by " + amending,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s", strings.Join(got, "\n\t"))
	}
	for day, state := range map[model.Date]life.State{
		"2016-03-09": life.NotAdopted, "2016-03-10": life.NotYet, "2016-05-02": life.NotYet, "2016-05-03": life.StateInForce, "2020-01-01": life.StateInForce,
	} {
		if s := l.On(day); s.State != state {
			t.Errorf("on %s %s, want %s", day, s.State, state)
		}
	}
	if _, err := a.Life(t.Context(), "KZ-39/2016-03-10/92"); !errors.Is(err, corpus.ErrNotFound) {
		t.Errorf("an act that nobody mentions: %v", err)
	}
}

func TestARepealByAnotherActIsToldTwice(t *testing.T) {
	a, _ := archive(t, sampleDir+"4-pavlodar-2016-118-3.kk.txt", sampleDir+"5-pavlodar-2019-77-1.kk.txt")
	l, err := a.Life(t.Context(), pavlodar)
	if err != nil {
		t.Fatal(err)
	}
	end := l.Events[len(l.Events)-1]
	if told(end) != "repealed 2019-02-26 by KZ-55/2019-02-26/77/1" || len(l.Findings) != 0 {
		t.Errorf("%s, %+v", told(end), l.Findings)
	}
	acts := map[string]bool{}
	for _, s := range end.Sources {
		acts[s.Act] = true
	}
	if len(acts) != 2 {
		t.Errorf("said by %v", acts)
	}
}

// replaced is a sample act with some words replaced.
func replaced(t *testing.T, file string, pairs ...string) string {
	t.Helper()
	raw, err := os.ReadFile(sampleDir + file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("no %q in %s", pairs[i], file)
		}
		text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
	}
	return text
}

// lifeIn is the life of an act in a corpus of these texts.
func lifeIn(t *testing.T, key string, texts ...string) *life.Life {
	t.Helper()
	_, store := archive(t)
	for i, text := range texts {
		put(t, store, string(rune('a'+i))+".txt", text)
	}
	a, err := life.Open(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	l, err := a.Life(t.Context(), key)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestATextThatDoesNotKnowOfTheEndContradictsIt(t *testing.T) {
	repeal := func(day string) string {
		return replaced(t, "5-pavlodar-2019-77-1.kk.txt",
			"Павлодар облысы", "Қостанай облысы", "2016 жылғы 5 мамырдағы № 118/3", "2016 жылғы 10 наурыздағы № 91", "№ 5141", "№ 6291",
			"2016 жылғы 16 маусымда", "2016 жылғы 22 сәуірде", "2019 жылғы 26 ақпандағы", day)
	}
	amended := replaced(t, "3-kostanay-2016-91-amended.kk.md")
	// The text was amended in May 2017 and says that it is in force.
	for day, want := range map[string]int{"2017 жылғы 10 қаңтардағы": 1, "2019 жылғы 26 ақпандағы": 0} {
		l := lifeIn(t, kostanay, amended, repeal(day))
		if end := l.Events[len(l.Events)-1]; end.Kind != life.Repealed {
			t.Fatalf("%s: the last event is %s", day, told(end))
		}
		found := 0
		for _, f := range l.Findings {
			if f.Code == life.StatusConflict {
				found++
			}
		}
		if found != want {
			t.Errorf("%s: %+v", day, l.Findings)
		}
	}
}

func TestTwoNumbersOfOneRegistrationAreAContradiction(t *testing.T) {
	amendment := replaced(t, "2-kostanay-2017-214.kk.md", "№ 6291", "№ 6192")
	l := lifeIn(t, kostanay, replaced(t, "1-kostanay-2016-91.kk.txt"), amendment)
	if len(l.Findings) != 1 || l.Findings[0].Code != life.RegistrationConflict || len(l.Findings[0].Sources) != 2 {
		t.Errorf("got %+v", l.Findings)
	}
}

func TestAnActThatLapsed(t *testing.T) {
	l := lifeIn(t, kostanay, replaced(t, "1-kostanay-2016-91.kk.txt", "\nЖаңа\n", "\nМерзімі біткен\n", "№ 6291 болып тіркелді", "№ 6291 болып тіркелді. Қолданылу мерзімінің аяқталуына байланысты күші жойылды"))
	if end := l.Events[len(l.Events)-1]; end.Kind != life.Lapsed || end.Date != "" {
		t.Errorf("the last event is %s", told(end))
	}
	if s := l.On("2020-01-01"); s.State != life.PresumedEnded {
		t.Errorf("%s, %s", s.State, s.Reason)
	}
}

// Every paragraph of a text put together quotes its source, whatever the day.
func TestEveryParagraphOfATextOnADayHasItsSource(t *testing.T) {
	type source struct {
		act       model.Act
		canonical string
	}
	check := func(t *testing.T, a *life.Archive, store corpus.Store) {
		sources := map[int64]source{}
		for _, act := range a.Acts() {
			for _, day := range []model.Date{"2014-06-01", "2016-04-20", "2016-04-22", "2016-06-01", "2017-01-01", "2017-05-18", "2019-06-01", "2021-01-01"} {
				for _, l := range []model.Language{model.Kazakh, model.Russian} {
					text, err := a.On(t.Context(), act.Key, day, l)
					if err != nil {
						continue
					}
					for _, g := range text.Regulations {
						for _, p := range g.Paragraphs {
							from, ok := sources[p.Edition]
							if !ok {
								d, canonical, err := store.Document(t.Context(), p.Edition)
								if err != nil {
									t.Fatal(err)
								}
								from = source{d.Act, canonical}
								sources[p.Edition] = from
							}
							if string(from.act.Key) != p.Act || from.act.Adopted > day {
								t.Errorf("%s on %s: a paragraph of %s", act.Key, day, from.act.Key)
							}
							if p.Gap == "" && p.Changed == "" && (p.Text == "" || p.Span.Of(from.canonical) != p.Text) {
								t.Errorf("%s on %s: %q is not in its source", act.Key, day, p.Text)
							}
						}
					}
				}
			}
		}
	}
	t.Run("sample", func(t *testing.T) {
		a, store := archive(t, sampleDir+"1-kostanay-2016-91.kk.txt", sampleDir+"2-kostanay-2017-214.kk.md", sampleDir+"3-kostanay-2016-91-amended.kk.md")
		check(t, a, store)
	})
	t.Run("real acts", func(t *testing.T) {
		a, store := realActs(t)
		check(t, a, store)
	})
}

// The text of № 214 tells of its registration on 19 June 2017 and counts ten days from a
// publication that no text dates.
func TestAnAmendmentDoesNotCountBeforeItCan(t *testing.T) {
	for _, c := range []struct {
		says  string
		files []string
	}{
		{"ordered by the amending act", []string{"1-kostanay-2016-91.kk.txt", "2-kostanay-2017-214.kk.md"}},
		{"in a later text", []string{"1-kostanay-2016-91.kk.txt", "2-kostanay-2017-214.kk.md", "3-kostanay-2016-91-amended.kk.md"}},
	} {
		var files []string
		for _, f := range c.files {
			files = append(files, sampleDir+f)
		}
		a, _ := archive(t, files...)
		old := body(on(t, a, kostanay, "2017-01-01", model.Kazakh).Regulations[0])
		for _, d := range []struct {
			day     model.Date
			old     bool
			presume bool
		}{
			{"2017-05-17", true, false}, // before it was adopted
			{"2017-05-19", true, false}, // before it was registered
			{"2017-06-29", true, false}, // before the ten days can be over
			{"2017-06-30", false, true},
			{"2019-01-01", false, true},
		} {
			text := on(t, a, kostanay, d.day, model.Kazakh)
			if got := body(text.Regulations[0]) == old; got != d.old {
				t.Errorf("%s: on %s it reads as before: %t", c.says, d.day, got)
			}
			presumed := slices.ContainsFunc(text.Applied, func(s life.Step) bool { return s.By == amending && strings.Contains(s.Reason, "not before 2017-06-30") })
			if presumed != d.presume {
				t.Errorf("%s: on %s applied %+v", c.says, d.day, text.Applied)
			}
			composed, err := a.Compose(t.Context(), kostanay, d.day, model.Kazakh)
			if err != nil {
				t.Fatal(err)
			}
			if warned := len(composed.Warnings) > 0; warned != d.presume || len(composed.Doubts) != 0 {
				t.Errorf("%s: on %s warnings %+v, doubts %+v", c.says, d.day, composed.Warnings, composed.Doubts)
			}
		}
	}
}
