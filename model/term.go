package model

import "time"

// Term is how long something may take, as a text states it: not at all, by one duration or by
// several. Several are parts of the work or cases of it ("шешім – 17 жұмыс күні, куәлік – 3
// жұмыс күні"), and which of the two no text says: it takes no less than the longest of them
// allows, and no more than all of them one after the other.
type Term []Duration

// Term is how long the step may take.
func (s *Step) Term() Term { return Term(s.Durations) }

// Sure reports whether the text states one duration.
func (t Term) Sure() bool { return len(t) == 1 }

// WorkingMinutes are the least and the most of the term in minutes of working time; false
// where it has none, or a duration has no fixed length in it.
func (t Term) WorkingMinutes() (least, most int, ok bool) {
	for _, d := range t {
		m, ok := d.WorkingMinutes()
		if !ok {
			return 0, 0, false
		}
		least, most = max(least, m), most+m
	}
	return least, most, len(t) > 0
}

// Minutes is the term in minutes of working time where the text states one duration that has
// a fixed length in it, else null.
func (t Term) Minutes() *int {
	if least, _, ok := t.WorkingMinutes(); ok && t.Sure() {
		return &least
	}
	return nil
}

// Longest is the duration that takes longest, nil where there is none. A working day is held
// against other days as five are against seven.
func (t Term) Longest() *Duration {
	var longest *Duration
	for i := range t {
		if longest == nil || t[i].length() > longest.length() {
			longest = &t[i]
		}
	}
	return longest
}

// length orders durations of any units: minutes of working time in an average of weeks.
func (d Duration) length() int {
	if m, ok := d.WorkingMinutes(); ok {
		return m
	}
	const week = 5 * MinutesPerWorkingDay
	days := map[Unit]int{Month: 30, Year: 365}[d.Unit]
	return d.Value * max(days, 1) * week / 7
}

// Due is when the term ends by a calendar: not before least, and not after most.
func (t Term) Due(start time.Time, calendar func(time.Time, Duration) (time.Time, error)) (least, most time.Time, err error) {
	least, most = start, start
	for _, d := range t {
		end, err := calendar(start, d)
		if err != nil {
			return start, start, err
		}
		if end.After(least) {
			least = end
		}
		if most, err = calendar(most, d); err != nil {
			return start, start, err
		}
	}
	return least, most, nil
}
