package calendar

import (
	"fmt"
	"strings"
	"time"
)

// Hours are the working hours of a day, as time since midnight. A day without lunch has
// LunchStart = LunchEnd = 0.
type Hours struct{ Start, LunchStart, LunchEnd, End time.Duration }

// Usual hours of the regulations: "сағат 9.00-ден 18.30-ға дейін, түскі үзіліс сағат
// 13.00-ден 14.30-ға дейін".
var Usual = Hours{9 * time.Hour, 13 * time.Hour, 14*time.Hour + 30*time.Minute, 18*time.Hour + 30*time.Minute}

func (h Hours) lunch() time.Duration { return h.LunchEnd - h.LunchStart }

// String writes hours as ParseHours reads them.
func (h Hours) String() string {
	if h.lunch() == 0 {
		return clock(h.Start) + "-" + clock(h.End)
	}
	return clock(h.Start) + "-" + clock(h.LunchStart) + "," + clock(h.LunchEnd) + "-" + clock(h.End)
}

func clock(d time.Duration) string {
	return fmt.Sprintf("%02d:%02d", int(d.Hours()), int(d.Minutes())%60)
}

// ParseHours reads "09:00-13:00,14:30-18:30", or "09:00-18:00" for a day without lunch.
func ParseHours(s string) (Hours, error) {
	wrong := fmt.Errorf("%q are no working hours like 09:00-13:00,14:30-18:30", s)
	var at []time.Duration
	for _, part := range strings.Split(s, ",") {
		from, to, ok := strings.Cut(part, "-")
		if !ok {
			return Hours{}, wrong
		}
		for _, text := range []string{from, to} {
			t, err := time.Parse("15:04", strings.TrimSpace(text))
			if err != nil {
				return Hours{}, wrong
			}
			d := clockOf(t)
			if len(at) > 0 && d <= at[len(at)-1] {
				return Hours{}, fmt.Errorf("%w: %s is not after %s", wrong, clock(d), clock(at[len(at)-1]))
			}
			at = append(at, d)
		}
	}
	switch len(at) {
	case 2:
		return Hours{Start: at[0], End: at[1]}, nil
	case 4:
		return Hours{at[0], at[1], at[2], at[3]}, nil
	}
	return Hours{}, wrong
}
