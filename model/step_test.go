package model_test

import (
	"slices"
	"testing"

	"reglament/model"
)

func TestWhatATableSaysFollows(t *testing.T) {
	for _, c := range []struct {
		name string
		n    model.Text
		next []model.Next
		want []string
	}{
		{"the row below", "1", []model.Next{{N: "2", Text: "2"}}, nil},
		{"the row below, if a condition holds", "1", []model.Next{{N: "2", Condition: "если нарушений нет", Text: "2 – если нарушений нет"}}, []string{"2 – если нарушений нет"}},
		{"another row", "1", []model.Next{{N: "3", Text: "3"}}, []string{"3"}},
		{"two rows", "1", []model.Next{{N: "2", Text: "2"}, {N: "3", Text: "3"}}, []string{"2", "3"}},
		{"a row without a number", "", []model.Next{{N: "1", Text: "1"}}, []string{"1"}},
		{"nothing", "4", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := model.Step{N: c.n, Next: c.next}
			if got := s.Follows(); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
