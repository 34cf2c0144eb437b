package model_test

import (
	"slices"
	"testing"

	"reglament/model"
)

func TestParagraphsOfASpan(t *testing.T) {
	const text = "1. Қаулы.\n\n  1) тармақша; \n2. Күшіне енеді.\n"
	from := len("1. ")
	var got []string
	for _, line := range (model.Span{from, len(text)}).Lines(text) {
		got = append(got, line.Of(text))
	}
	if want := []string{"Қаулы.", "1) тармақша;", "2. Күшіне енеді."}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if lines := (model.Span{5, 900}).Lines(text); len(lines) > 0 {
		t.Errorf("a span beyond the text has lines %v", lines)
	}
}

func TestDaysOfTheCalendar(t *testing.T) {
	for date, want := range map[model.Date]bool{"2016-02-29": true, "2015-02-29": false, "2016-2-9": false, "29.02.2016": false, "": false} {
		if date.Valid() != want {
			t.Errorf("%q is a day: %v, want %v", date, !want, want)
		}
	}
}
