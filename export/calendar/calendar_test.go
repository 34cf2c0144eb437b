package calendar

import (
	"bufio"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"reglament/model"
)

func at(t testing.TB, s string) time.Time {
	t.Helper()
	when, err := time.Parse("2006-01-02T15:04", s)
	if err != nil {
		t.Fatal(err)
	}
	return when
}

func usual() *Calendar { return New(Kazakhstan(), Usual) }

func TestDaysOffAsAnotherLibraryListsThem(t *testing.T) {
	f, err := os.Open("testdata/days-off.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, years := usual(), 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if fields[0] == "#" {
			continue
		}
		year, kind, want := fields[0], fields[1], strings.Join(fields[2:], " ")
		first := at(t, year+"-01-01T00:00")
		var got []string
		for day := first; day.Year() == first.Year(); day = day.AddDate(0, 0, 1) {
			weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
			if off := !c.IsWorkday(day); kind == "off" && off && !weekend || kind == "worked" && !off && weekend {
				got = append(got, day.Format("01-02"))
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s %s:\n got %s\nwant %s", year, kind, s, want)
		}
		if !c.Known(first.Year()) {
			t.Errorf("%s is not known", year)
		}
		years++
	}
	if years != 2*13 {
		t.Errorf("%d lines were compared", years)
	}
	if c.Known(2013) || c.Known(2027) {
		t.Error("years without data are known")
	}
}

func TestHolidays(t *testing.T) {
	tests := []struct {
		day  string
		want bool
	}{
		{"2018-03-08", true},  // Халықаралық әйелдер күні
		{"2018-03-09", true},  // given for a Saturday that is worked
		{"2018-03-10", false}, // a Saturday like others
		{"2018-08-21", true},  // Құрбан айт
		{"2018-01-08", false}, // Christmas was a Sunday and does not move
		{"2018-12-18", true},  // Тәуелсіздік күні
		{"2021-12-01", true},  // Қазақстан Республикасының Тұңғыш Президенті күні
		{"2022-12-01", false},
		{"2020-05-11", false}, // Victory Day moved here, and an act moved it on to the 8th
		{"2025-08-30", true},  // Қазақстан Республикасының Конституциясы күні
		{"2026-08-30", false},
		{"2027-03-15", true}, // Қазақстан Республикасының Конституциясы күні
	}
	c := usual()
	for _, tt := range tests {
		if got := c.isHoliday(at(t, tt.day+"T00:00")); got != tt.want {
			t.Errorf("%s: got %t, want %t", tt.day, got, tt.want)
		}
	}
}

func TestDue(t *testing.T) {
	tests := []struct {
		name, start string
		value       int
		unit        model.Unit
		want        string
	}{
		{"15 минут", "2018-03-05T10:00", 15, model.Minute, "2018-03-05T10:15"},
		{"30 минут before lunch", "2018-03-05T12:45", 30, model.Minute, "2018-03-05T14:45"},
		{"15 минут up to lunch", "2018-03-05T12:45", 15, model.Minute, "2018-03-05T13:00"},
		{"30 минут from within lunch", "2018-03-05T13:40", 30, model.Minute, "2018-03-05T15:00"},
		{"30 минут in the evening", "2018-03-05T18:20", 30, model.Minute, "2018-03-06T09:20"},
		{"30 минут at night", "2018-03-05T21:00", 30, model.Minute, "2018-03-06T09:30"},
		{"30 минут before the day begins", "2018-03-05T07:00", 30, model.Minute, "2018-03-05T09:30"},
		{"30 минут before a long holiday", "2018-03-07T18:20", 30, model.Minute, "2018-03-12T09:20"},
		{"30 минут on a Sunday after lunch", "2018-03-11T15:00", 30, model.Minute, "2018-03-12T09:30"},
		{"8 сағат is a day", "2018-03-05T10:00", 8, model.Hour, "2018-03-06T10:00"},
		{"3 жұмыс күні over 8 and 9 March", "2018-03-05T10:00", 3, model.WorkingDay, "2018-03-12T18:30"},
		{"1 жұмыс күні over a weekend", "2018-02-09T18:29", 1, model.WorkingDay, "2018-02-12T18:30"},
		{"1 жұмыс күні to a Saturday that is worked", "2018-03-02T10:00", 1, model.WorkingDay, "2018-03-03T18:30"},
		{"сол күні", "2018-03-10T10:00", 0, model.WorkingDay, "2018-03-12T18:30"},
		{"10 күнтізбелік күн", "2018-03-05T10:00", 10, model.CalendarDay, "2018-03-15T18:30"},
		{"3 күн that end on a day off", "2018-03-05T10:00", 3, model.Day, "2018-03-12T18:30"},
		{"1 ай from the 31st", "2018-01-31T10:00", 1, model.Month, "2018-02-28T18:30"},
		{"1 жыл", "2016-02-29T10:00", 1, model.Year, "2017-02-28T18:30"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := usual().Due(at(t, tt.start), model.Duration{Value: tt.value, Unit: tt.unit})
			if err != nil || !got.Equal(at(t, tt.want)) {
				t.Errorf("got %s, %v, want %s", got.Format("2006-01-02T15:04"), err, tt.want)
			}
		})
	}
	if _, err := usual().Due(at(t, "2018-03-05T10:00"), model.Duration{Value: 1, Unit: "fortnight"}); !errors.Is(err, ErrUnit) {
		t.Errorf("a fortnight: %v", err)
	}
}

// Whatever the start and the hours are: a term never ends before it begins, it ends in
// working time, and so much working time lies between.
func TestWorkTimeAddsUp(t *testing.T) {
	for _, hours := range []string{"09:00-13:00,14:30-18:30", "08:00-17:00"} {
		h, err := ParseHours(hours)
		if err != nil {
			t.Fatal(err)
		}
		c := New(Kazakhstan(), h)
		start := at(t, "2018-03-01T00:00")
		for i := range 500 {
			from := start.Add(time.Duration(i) * 37 * time.Minute)
			for _, d := range []time.Duration{time.Minute, 3 * time.Hour, 19 * time.Hour} {
				half := c.AddWorkTime(from, d/2)
				whole := c.AddWorkTime(from, d)
				if again := c.AddWorkTime(half, d-d/2); !again.Equal(whole) {
					t.Fatalf("%s + %s: %s at once, %s in two parts", from, d, whole, again)
				}
				if whole.Before(from.Add(d)) || !c.IsWorkday(whole) || clockOf(whole) <= h.Start || clockOf(whole) > h.End {
					t.Fatalf("%s + %s ends at %s", from, d, whole)
				}
			}
		}
	}
}

func TestParseHours(t *testing.T) {
	for _, s := range []string{"09:00-13:00,14:30-18:30", "09:00-18:00"} {
		h, err := ParseHours(s)
		if err != nil || h.String() != s {
			t.Errorf("%s: got %s, %v", s, h, err)
		}
	}
	if h, err := ParseHours("9:00-13:00, 14:30-18:30"); err != nil || h != Usual {
		t.Errorf("got %v, %v", h, err)
	}
	for _, s := range []string{"", "9", "9-18", "18:00-09:00", "09:00-13:00,12:00-18:00", "09:00-13:00,13:00-18:00", "08:00-09:00,10:00-11:00,12:00-13:00"} {
		if h, err := ParseHours(s); err == nil {
			t.Errorf("%q became %s", s, h)
		}
	}
}

func TestADataFileOfOnesOwn(t *testing.T) {
	own, err := Read(strings.NewReader(`{"from": 2027, "to": 2027,
		"transfers": [{"off": "2027-03-22", "worked": "2027-03-27", "source": "made up"}], "days_off": [{"name": "Құрбан айт", "date": "2027-05-17"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	c := New(Kazakhstan().Extend(own), Usual)
	for day, want := range map[string]bool{"2027-03-27": true, "2027-05-17": false, "2027-01-04": false, "2018-03-09": false} {
		if c.IsWorkday(at(t, day+"T00:00")) != want {
			t.Errorf("%s: worked is not %t", day, want)
		}
	}
	if !c.Known(2027) || !c.Known(2014) {
		t.Error("the years of both files are not known")
	}
}

func TestADataFileThatIsWrong(t *testing.T) {
	tests := []struct{ file, want string }{
		{`{`, "no calendar"},
		{`{"holiday": []}`, `unknown field "holiday"`},
		{`{"from": 2020, "to": 2019}`, "from 2020 is after to 2019"},
		{`{"holidays": [{"name": "x", "month": 2, "day": 30}]}`, "holidays[0] is on day 30 of month 2"},
		{`{"days_off": [{"name": "x", "date": "21.08.2018"}]}`, `days_off[0]: "21.08.2018" is no date`},
		{`{"transfers": [{"off": "2018-03-09", "worked": "2018-13-01"}]}`, `transfers[0]: "2018-13-01" is no date`},
	}
	for _, tt := range tests {
		if _, err := Read(strings.NewReader(tt.file)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.file, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(string(kazakhstan))
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := Read(strings.NewReader(s)); err == nil {
			New(d, Usual).IsWorkday(at(t, "2018-03-09T00:00"))
		}
	})
}
