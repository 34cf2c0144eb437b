package site

import (
	"testing"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse"
	"reglament/parse/explain"
	"reglament/testdata"
)

func TestAMarkSaysInTheLanguageOfThePageWhatWasRead(t *testing.T) {
	const name = "1-kostanay-2016-91.kk.txt"
	r, err := parse.Bytes(name, testdata.Act(name))
	if err != nil {
		t.Fatal(err)
	}
	p := &page{Lang: phrase.Russian}
	type said struct{ class, text string }
	got := map[string]said{}
	for _, m := range explain.Marks(r.Document) {
		var s said
		if m.Block {
			s.class, s.text = p.block(m)
		} else {
			s.class, s.text = p.meaning(m)
		}
		got[m.What()] = s
		if s.class == "" || s.text == "" {
			t.Errorf("%s: nothing is said", m.What())
		}
	}
	for what, want := range map[string]said{
		"channel portal":        {"property", "способ обращения: портал «электронного правительства»"}, // not the actor of that name
		"actor provider.office": {"actor", "исполнитель: " + phrase.Russian.Code("role", model.RoleOffice)},
		"receive":               {"action", phrase.Russian.T("action.receive")},
		"15 minute":             {"duration", "15 мин"},
		"internal step 1":       {"step", "шаг 1"},
		"point 1":               {"point", "пункт 1"},
	} {
		if got[what] != want {
			t.Errorf("%s: got %q, want %q", what, got[what], want)
		}
	}
}
