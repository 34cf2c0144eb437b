// Package calendar reckons terms by the working calendar of Kazakhstan: public holidays,
// the yearly transfers of days off, working hours and lunch.
//
// Times are those on the clock of the office; their location is kept and never looked at.
package calendar

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/rickar/cal/v2"

	"reglament/model"
)

//go:embed kazakhstan.json
var kazakhstan []byte

// Days is the content of a data file of days off.
type Days struct {
	About string `json:"about,omitempty"` // where the data comes from
	// From and To are the years whose transfers and movable days off the file knows.
	From      int        `json:"from"`
	To        int        `json:"to"`
	Holidays  []Holiday  `json:"holidays"`
	DaysOff   []DayOff   `json:"days_off"`
	Transfers []Transfer `json:"transfers"`
}

// Holiday returns every year on the same date.
type Holiday struct {
	Name  string `json:"name"`
	Month int    `json:"month"`
	Day   int    `json:"day"`
	Since int    `json:"since,omitempty"` // first year, 0 for always
	Until int    `json:"until,omitempty"` // last year, 0 for ever
	// Moves says that another day is off where the holiday falls on a weekend: the next
	// working day (Labour Code, art. 84). Christmas and Kurban Ait do not move.
	Moves bool `json:"moves"`
}

// DayOff is a day off of one year: "Құрбан айттың бірінші күні".
type DayOff struct {
	Name string `json:"name"`
	Date string `json:"date"` // YYYY-MM-DD
}

// Transfer is a day off that an act exchanged for a working day.
type Transfer struct {
	Off    string `json:"off"`    // YYYY-MM-DD
	Worked string `json:"worked"` // YYYY-MM-DD
	Source string `json:"source"` // the act
}

// Kazakhstan returns the days off that are built in.
func Kazakhstan() Days {
	d, err := Read(bytes.NewReader(kazakhstan))
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return d
}

// Read reads a data file of days off. An error says which entry is wrong.
func Read(r io.Reader) (Days, error) {
	var d Days
	in := json.NewDecoder(r)
	in.DisallowUnknownFields()
	if err := in.Decode(&d); err != nil {
		return Days{}, fmt.Errorf("no calendar: %w", err)
	}
	if d.From > d.To {
		return Days{}, fmt.Errorf("no calendar: from %d is after to %d", d.From, d.To)
	}
	if len(d.Holidays) > maxHolidays {
		return Days{}, fmt.Errorf("no calendar: %d holidays every year, more than %d", len(d.Holidays), maxHolidays)
	}
	for i, h := range d.Holidays {
		// 2000 is a leap year: 29 February is a date.
		if date := time.Date(2000, time.Month(h.Month), h.Day, 0, 0, 0, 0, time.UTC); int(date.Month()) != h.Month || date.Day() != h.Day {
			return Days{}, fmt.Errorf("no calendar: holidays[%d] is on day %d of month %d", i, h.Day, h.Month)
		}
	}
	for i, o := range d.DaysOff {
		if !model.Date(o.Date).Valid() {
			return Days{}, fmt.Errorf("no calendar: days_off[%d]: %q is no date like 2018-08-21", i, o.Date)
		}
	}
	for i, t := range d.Transfers {
		for _, date := range []string{t.Off, t.Worked} {
			if !model.Date(date).Valid() {
				return Days{}, fmt.Errorf("no calendar: transfers[%d]: %q is no date like 2018-03-09", i, date)
			}
		}
	}
	return d, nil
}

// maxHolidays leaves working days in every year, so that every term ends.
const maxHolidays = 100

// Extend adds the entries of another file. Its years are known as well.
func (d Days) Extend(o Days) Days {
	if d.From == 0 || o.From > 0 && o.From < d.From {
		d.From = o.From
	}
	d.To = max(d.To, o.To)
	d.Holidays = append(d.Holidays[:len(d.Holidays):len(d.Holidays)], o.Holidays...)
	d.DaysOff = append(d.DaysOff[:len(d.DaysOff):len(d.DaysOff)], o.DaysOff...)
	d.Transfers = append(d.Transfers[:len(d.Transfers):len(d.Transfers)], o.Transfers...)
	return d
}

// Calendar tells working time from the rest. It must not be copied, and is not for use by
// several goroutines at once.
type Calendar struct {
	days     Days
	hours    Hours
	holidays []*cal.Holiday
	moves    []bool          // as holidays
	off      map[string]bool // transferred and movable days off, by date
	worked   map[string]bool
	years    map[int]map[string]bool // days off by year, as they are asked for
	// business counts in days whose lunch is cut out: see compress.
	business *cal.BusinessCalendar
}

// New makes a calendar.
func New(d Days, h Hours) *Calendar {
	c := &Calendar{days: d, hours: h, off: map[string]bool{}, worked: map[string]bool{}, years: map[int]map[string]bool{}}
	for _, h := range d.Holidays {
		c.holidays = append(c.holidays, &cal.Holiday{
			Name: h.Name, Month: time.Month(h.Month), Day: h.Day, StartYear: h.Since, EndYear: h.Until, Func: cal.CalcDayOfMonth,
		})
		c.moves = append(c.moves, h.Moves)
	}
	for _, o := range d.DaysOff {
		c.off[o.Date] = true
	}
	for _, t := range d.Transfers {
		c.off[t.Off] = true
		c.worked[t.Worked] = true
	}
	c.business = cal.NewBusinessCalendar()
	c.business.WorkdayFunc = c.IsWorkday
	c.business.SetWorkHours(h.Start, h.End-h.lunch())
	return c
}

// Known reports whether the transfers and the movable days off of a year are known.
// Of other years, only holidays with a fixed date are.
func (c *Calendar) Known(year int) bool { return c.days.From <= year && year <= c.days.To }

// IsWorkday reports whether offices work on the day.
func (c *Calendar) IsWorkday(day time.Time) bool {
	date := day.Format(time.DateOnly)
	if c.worked[date] {
		return true
	}
	return !cal.IsWeekend(day) && !c.isHoliday(day)
}

// isHoliday reports whether the day is off for another reason than that it is of a weekend.
func (c *Calendar) isHoliday(day time.Time) bool {
	return c.year(day.Year())[day.Format(time.DateOnly)]
}

// year returns the days off of a year. A holiday on a weekend gives the next working day
// off: "Демалыс және мереке күндері тұспа-тұс келген кезде мереке күнінен кейінгі жұмыс
// күні демалыс күні болып табылады". Two such holidays give two days.
func (c *Calendar) year(year int) map[string]bool {
	if off, ok := c.years[year]; ok {
		return off
	}
	off := map[string]bool{}
	var moving []time.Time
	for i, h := range c.holidays {
		day, _ := h.Calc(year)
		if day.IsZero() {
			continue
		}
		off[day.Format(time.DateOnly)] = true
		if c.moves[i] && cal.IsWeekend(day) {
			moving = append(moving, day)
		}
	}
	for date := range c.off {
		if date[:4] == fmt.Sprintf("%04d", year) {
			off[date] = true
		}
	}
	for _, day := range moving {
		for {
			day = day.AddDate(0, 0, 1)
			date := day.Format(time.DateOnly)
			if !cal.IsWeekend(day) && !off[date] {
				off[date] = true
				break
			}
		}
	}
	for date := range c.worked {
		delete(off, date)
	}
	c.years[year] = off
	return off
}

// ErrUnit is the error of a duration whose unit is not known.
var ErrUnit = errors.New("the unit of time is not known")

// Due returns when a term ends that begins at start.
//
// Minutes and hours are working time. Longer terms begin on the day after start (Civil
// Code, art. 173) and end with the working hours of their last day (art. 177), which is
// moved to the next working day where it is off (art. 176). An error is ErrUnit.
func (c *Calendar) Due(start time.Time, d model.Duration) (time.Time, error) {
	switch d.Unit {
	case model.Minute:
		return c.AddWorkTime(start, time.Duration(d.Value)*time.Minute), nil
	case model.Hour:
		return c.AddWorkTime(start, time.Duration(d.Value)*time.Hour), nil
	case model.WorkingDay:
		if d.Value == 0 {
			return c.end(start), nil
		}
		return c.endOf(c.business.WorkdaysFrom(start, d.Value)), nil
	case model.Day, model.CalendarDay:
		return c.end(start.AddDate(0, 0, d.Value)), nil
	case model.Month:
		return c.end(addMonths(start, d.Value)), nil
	case model.Year:
		return c.end(addMonths(start, 12*d.Value)), nil
	}
	return time.Time{}, fmt.Errorf("%w: %d %s", ErrUnit, d.Value, d.Unit)
}

// addMonths keeps to the month: a month from 31 January ends on 28 February.
func addMonths(t time.Time, months int) time.Time {
	first := time.Date(t.Year(), t.Month(), 1, t.Hour(), t.Minute(), t.Second(), 0, t.Location()).AddDate(0, months, 0)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}

// end is the end of working hours of the day, or of the next working day.
func (c *Calendar) end(day time.Time) time.Time {
	for !c.IsWorkday(day) {
		day = day.AddDate(0, 0, 1)
	}
	return c.endOf(day)
}

func (c *Calendar) endOf(day time.Time) time.Time { return atClock(day, c.hours.End) }

// AddWorkTime returns when so much working time has passed since start.
func (c *Calendar) AddWorkTime(start time.Time, d time.Duration) time.Time {
	return c.expand(c.business.AddWorkHours(c.compress(start), d))
}

// compress maps the clock to one without lunch: 14:30 becomes 13:00, 18:30 becomes 17:00.
func (c *Calendar) compress(t time.Time) time.Time {
	switch clock := clockOf(t); {
	case clock <= c.hours.LunchStart || c.hours.lunch() == 0:
		return t
	case clock < c.hours.LunchEnd:
		return atClock(t, c.hours.LunchStart)
	default:
		return atClock(t, clock-c.hours.lunch())
	}
}

// expand is the way back. What is done by 13:00 is done before lunch.
func (c *Calendar) expand(t time.Time) time.Time {
	if clock := clockOf(t); clock > c.hours.LunchStart {
		return atClock(t, clock+c.hours.lunch())
	}
	return t
}

func clockOf(t time.Time) time.Duration {
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second
}

func atClock(t time.Time, clock time.Duration) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, int(clock/time.Second), 0, t.Location())
}
