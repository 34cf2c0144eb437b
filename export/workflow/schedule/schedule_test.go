package schedule

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"reglament/export/calendar"
	"reglament/export/workflow"
	"reglament/model"
)

// step is a step of the head with terms.
func step(n, text string, durations ...model.Duration) model.Step {
	return model.Step{
		N: model.Text(n), Node: model.TaskNode, Actor: "басшы", Roles: model.List[model.Role]{model.RoleHead}, Text: text, Durations: durations,
	}
}

func minutes(n int) model.Duration {
	return model.Duration{Value: n, Unit: model.Minute, Text: "минут"}
}
func days(n int) model.Duration {
	return model.Duration{Value: n, Unit: model.WorkingDay, Text: "жұмыс күні"}
}

func regulation(limit *model.Duration, office ...model.Step) []workflow.Definition {
	calling := step("2", "осы регламенттің 5-тармағымен көзделген рәсімдер")
	calling.Refs = model.List[model.Ref]{{To: model.RefRegulation, Point: "5"}}
	r := &model.Regulation{Index: 1, Service: "Рұқсат беру", Processes: model.List[model.Process]{
		{Kind: model.ProcessInternal, Point: "5", Steps: office},
		{Kind: model.ProcessPortal, Point: "9", Steps: model.List[model.Step]{step("1", "өтініш береді"), calling, step("3", "алады", minutes(5))}},
	}}
	if limit != nil {
		r.TimeLimits = model.List[model.TimeLimit]{{What: model.LimitService, Duration: *limit}}
	}
	return workflow.Build(workflow.Input{Regulation: r, Language: model.Kazakh})
}

func of(t *testing.T, definitions []workflow.Definition, i int, start string) *Schedule {
	t.Helper()
	begin, err := time.Parse(Clock, start)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Of(&definitions[i], definitions, calendar.New(calendar.Kazakhstan(), calendar.Usual), begin)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLimitOfTheService(t *testing.T) {
	yes, no := true, false
	three := days(3)
	tests := []struct {
		name  string
		limit *model.Duration
		steps []model.Step
		due   model.Text
		holds *bool
	}{
		{"steps within it", &three, []model.Step{step("1", "қарайды", minutes(15)), step("2", "береді", days(2))}, "2018-03-07T18:30", &yes},
		{"steps beyond it", &three, []model.Step{step("1", "қарайды", days(2)), step("2", "береді", days(2))}, "2018-03-13T18:30", &no},
		{"a step without a term leaves it open", &three, []model.Step{step("1", "қарайды"), step("2", "береді", days(2))}, "2018-03-07T18:30", nil},
		{"a step without a term, and others beyond it", &three, []model.Step{step("1", "қарайды"), step("2", "береді", days(4))}, "2018-03-13T18:30", &no},
		{"a step with two terms within it", &three, []model.Step{step("1", "қарайды", minutes(5), days(2))}, "2018-03-07T18:30", &yes},
		{"a step with two terms, of which both together are beyond it, leaves it open", &three, []model.Step{step("1", "қарайды", days(3), days(2))}, "2018-03-12T18:30", nil},
		{"a step with two terms, of which one is beyond it", &three, []model.Step{step("1", "қарайды", minutes(5), days(9))}, "2018-03-20T18:30", &no},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := of(t, regulation(tt.limit, tt.steps...), 0, "2018-03-05T10:00")
			if s.Due != tt.due {
				t.Errorf("due %s, not %s", s.Due, tt.due)
			}
			if s.Limit == nil || s.Limit.Due != "2018-03-12T18:30" {
				t.Fatalf("the limit is %+v", s.Limit)
			}
			if got, want := truth(s.Limit.Holds), truth(tt.holds); got != want {
				t.Errorf("holds: %s, not %s", got, want)
			}
		})
	}
	if s := of(t, regulation(nil, step("1", "қарайды", days(1))), 0, "2018-03-05T10:00"); s.Limit != nil {
		t.Errorf("an act without a limit has %+v", s.Limit)
	}
}

// "…шешімді – 17 жұмыс күні ішінде; куәлікті – 3 жұмыс күні ішінде; телнұсқаны – 3 жұмыс күні
// ішінде": no step is due before a term that the text states, nor after all of them.
func TestAStepWithSeveralTerms(t *testing.T) {
	s := of(t, regulation(nil, step("1", "рәсімдейді", days(17), days(3), days(3)), step("2", "береді", minutes(30))), 0, "2018-03-07T10:00")
	var got []string
	for _, step := range s.Steps {
		got = append(got, fmt.Sprintf("%s–%s or %s, %d terms", step.Begins[5:], step.Due[5:], step.Latest[5:], len(step.Terms)))
	}
	want := "03-07T10:00–04-06T18:30 or 04-16T18:30, 3 terms|04-06T18:30–04-09T09:30 or 04-17T09:30, 1 terms"
	if g := strings.Join(got, "|"); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
	if s.Due != "2018-04-09T09:30" || s.Latest != "2018-04-17T09:30" || s.Untimed != 0 || s.Steps[0].Duration != nil {
		t.Errorf("%+v", s)
	}
}

func truth(b *bool) string {
	text, _ := json.Marshal(b)
	return string(text)
}

func TestTheInternalProcedureWithinThePortals(t *testing.T) {
	s := of(t, regulation(nil, step("1", "қарайды", minutes(30)), step("2", "береді", days(1))), 1, "2018-03-05T12:45")
	var got []string
	for _, step := range s.Steps {
		got = append(got, string(step.N)+" "+string(step.Begins[5:])+"–"+string(step.Due))
	}
	want := "1 03-05T12:45–|2 03-05T12:45–2018-03-06T18:30|1 03-05T12:45–2018-03-05T14:45|2 03-05T14:45–2018-03-06T18:30|3 03-06T18:30–2018-03-07T09:05"
	if g := strings.Join(got, "|"); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
	if s.Untimed != 1 || s.Due != "2018-03-07T09:05" || s.Steps[1].Calls == "" {
		t.Errorf("got %+v", s)
	}
}

func TestYearsThatAreNotKnown(t *testing.T) {
	if s := of(t, regulation(nil, step("1", "қарайды", days(5))), 0, "2026-12-30T10:00"); len(s.UnknownYears) != 1 || s.UnknownYears[0] != 2027 {
		t.Errorf("got %v", s.UnknownYears)
	}
	if s := of(t, regulation(nil, step("1", "қарайды", days(5))), 0, "2018-03-05T10:00"); len(s.UnknownYears) != 0 {
		t.Errorf("got %v", s.UnknownYears)
	}
}

func TestATermOfAnUnknownUnit(t *testing.T) {
	definitions := regulation(nil, step("1", "қарайды", model.Duration{Value: 1, Unit: "fortnight"}))
	_, err := Of(&definitions[1], definitions, calendar.New(calendar.Kazakhstan(), calendar.Usual), time.Now())
	if !errors.Is(err, calendar.ErrUnit) || !strings.Contains(err.Error(), "Қарайды") {
		t.Errorf("got %v", err)
	}
}
