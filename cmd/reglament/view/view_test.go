package view

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"reglament/model"
)

func TestAct(t *testing.T) {
	const canonical = "1) басшы құжаттарды қарайды – 1 сағат;\n"
	one := 1
	d := &model.Document{
		Act: model.Act{
			Title: "Регламентті бекіту туралы", Key: "KZ-39/2016-03-10/91", Adopted: "2016-03-10", Number: "91", Status: model.InForce,
			Issuer:         &model.Issuer{Name: "Қостанай облысының әкімдігі", Kind: model.Akimat, Region: "KZ-39"},
			Registration:   &model.Registration{Date: "2016-04-14", Number: "6291"},
			EntryIntoForce: &model.EffectiveRule{From: model.FromFirstPublication, Days: 10, DayKind: model.CalendarDays},
			Notes: model.List[model.Note]{{
				Target: model.Target{Kind: model.TargetPoint, Number: "2", Regulation: &one}, Action: model.NoteNewEdition,
				By: &model.ActRef{Date: "2017-05-18", Number: "214"},
			}},
		},
		Regulations: model.List[model.Regulation]{{
			Index: 1, Service: "Анықтама беру",
			Channels: model.List[model.Channel]{model.ChannelOffice, model.ChannelPortal},
			Forms:    model.List[model.Form]{model.Electronic}, Automation: model.PartialAutomation,
			Actors:  model.List[model.Actor]{{Text: "басшы", Role: model.RoleHead}},
			Results: model.List[model.ResultList]{{Items: model.List[string]{"құжаттарды тіркеу", "қол қою"}}},
			Processes: model.List[model.Process]{{
				Kind: model.ProcessInternal, Point: "5", Variant: model.List[string]{"порталда"},
				Steps: model.List[model.Step]{{
					N: "1", Actor: "басшы", Roles: model.List[model.Role]{model.RoleHead}, Actions: model.List[model.Action]{model.ActionReview},
					Durations: model.List[model.Duration]{{Value: 1, Unit: model.Hour, Qualifier: model.QualifierMax}},
					Result:    "жауапты орындаушыны белгілеу", Span: model.Span{0, len(canonical) - 1},
				}},
				Branches: model.List[model.Branch]{{Condition: "1-шарт", Refusal: "2-процесс"}},
			}},
		}},
		Findings: model.List[model.Finding]{{Code: model.FindNumbering, Severity: model.Warning, Message: "point 6 is missing"}},
	}
	for _, c := range []struct {
		name     string
		evidence bool
		want     []string
		not      []string
	}{
		{"what a reader looks for", false, []string{
			"Регламентті бекіту туралы\n", "KZ-39/2016-03-10/91", "Қостанай облысының әкімдігі, akimat, KZ-39", "2016-04-14, № 6291",
			"10 calendar days after the first official publication", "point 2 new edition by 2017-05-18 № 214",
			"#1 Анықтама беру", "office, portal", "electronic; partial automation", "internal (point 5) — порталда",
			"provider.head: басшы", "review", "at most 1 hour", "жауапты орындаушыны белгілеу", "1-шарт: fails → 2-процесс, passes → —",
			"1              құжаттарды тіркеу\n", "2              қол қою\n",
			"numbering: point 6 is missing",
		}, []string{"«1) басшы"}},
		{"with the sentences it was read from", true, []string{"evidence", "«1)"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			v := View{Document: d, Canonical: canonical, Width: Width, Evidence: c.evidence}
			if err := v.Act(&out); err != nil {
				t.Fatal(err)
			}
			for _, w := range c.want {
				if !strings.Contains(out.String(), w) {
					t.Errorf("no %q in:\n%s", w, &out)
				}
			}
			for _, w := range c.not {
				if strings.Contains(out.String(), w) {
					t.Errorf("%q in:\n%s", w, &out)
				}
			}
		})
	}
}

func TestTableKeepsToItsWidth(t *testing.T) {
	long := strings.Repeat("көрсетілетін қызметті алушы ", 10)
	for _, width := range []int{60, 80, Width} {
		if got := lipgloss.Width(Table([]string{"step", "actor"}, [][]string{{"1", long}, {"2", long}}, width)); got > width {
			t.Errorf("a table for %d columns is %d wide", width, got)
		}
	}
}

func TestALongColumnDoesNotTakeTheWidthOfTheOthers(t *testing.T) {
	rows := [][]string{{"KZ/2001-01-23/148", "presumed_in_force", "no text of the corpus tells when it enters into force", strings.Repeat("Қазақстан Республикасындағы жергілікті мемлекеттік басқару ", 4)}}
	for range 20 {
		rows = append(rows, []string{"KZ-27/2015-08-04/204 KZ-27", "presumed_in_force", "no text of the corpus tells when it enters into force now", ""})
	}
	const width = 120
	drawn := Table([]string{"key", "state", "reason", "title"}, rows, width)
	if got := lipgloss.Width(drawn); got > width {
		t.Errorf("%d columns wide, want at most %d", got, width)
	}
	for _, word := range []string{"KZ/2001-01-23/148", "Республикасындағы", "мемлекеттік"} {
		if !strings.Contains(drawn, word) {
			t.Errorf("%s is broken:\n%s", word, drawn)
		}
	}
}
