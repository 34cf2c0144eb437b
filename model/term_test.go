package model

import (
	"testing"
	"time"
)

func TestTerm(t *testing.T) {
	of := func(unit Unit, values ...int) (out Term) {
		for _, n := range values {
			out = append(out, Duration{Value: n, Unit: unit})
		}
		return out
	}
	for _, c := range []struct {
		name        string
		term        Term
		least, most int
		fixed, sure bool
		longest     int // place in term
	}{
		{"қарайды", nil, 0, 0, false, false, -1},
		{"қарайды – 20 минут", of(Minute, 20), 20, 20, true, true, 0},
		{"шешім – 17 жұмыс күні, куәлік – 3 жұмыс күні, телнұсқа – 3 жұмыс күні", of(WorkingDay, 17, 3, 3), 17 * 480, 23 * 480, true, false, 0},
		{"қарайды – 30 минут, дайындайды – 1 жұмыс күні", append(of(Minute, 30), of(WorkingDay, 1)...), 480, 510, true, false, 1},
		{"решение – 2 календарных дня", of(CalendarDay, 2), 0, 0, false, true, 0},
		{"решение – 3 рабочих дня, выдача – 3 календарных дня", append(of(CalendarDay, 3), of(WorkingDay, 3)...), 0, 0, false, false, 1},
		{"решение – 1 месяц, выдача – 15 рабочих дней", append(of(WorkingDay, 15), of(Month, 1)...), 0, 0, false, false, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			step := Step{Durations: List[Duration](c.term)}
			term := step.Term()
			least, most, fixed := term.WorkingMinutes()
			if least != c.least || most != c.most || fixed != c.fixed || term.Sure() != c.sure {
				t.Errorf("%d to %d, fixed %v, sure %v", least, most, fixed, term.Sure())
			}
			if n := term.Minutes(); (n != nil) != (c.fixed && c.sure) {
				t.Errorf("minutes %v", n)
			}
			longest := term.Longest()
			if (longest == nil) != (c.longest < 0) || longest != nil && *longest != c.term[c.longest] {
				t.Errorf("longest %v", longest)
			}
		})
	}
}

func TestATermIsDueBetweenTheLongestAndAll(t *testing.T) {
	start := time.Date(2018, 3, 5, 0, 0, 0, 0, time.UTC)
	hours := func(at time.Time, d Duration) (time.Time, error) {
		return at.Add(time.Duration(d.Value) * time.Hour), nil
	}
	least, most, err := Term{{Value: 2}, {Value: 17}, {Value: 3}}.Due(start, hours)
	if err != nil || least != start.Add(17*time.Hour) || most != start.Add(22*time.Hour) {
		t.Errorf("%v to %v: %v", least, most, err)
	}
}
