package life_test

import (
	"errors"
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
