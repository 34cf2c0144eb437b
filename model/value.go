package model

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"time"
)

// Span is [start, end): byte offsets into the canonical text of the document.
type Span [2]int

// Of returns the text the span proves, or "" where it does not lie in canonical.
func (s Span) Of(canonical string) string {
	if s[0] < 0 || s[1] < s[0] || s[1] > len(canonical) {
		return ""
	}
	return canonical[s[0]:s[1]]
}

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s[1] <= s[0] }

// Or returns the span, or another where it covers nothing.
func (s Span) Or(other Span) Span {
	if s.Empty() {
		return other
	}
	return s
}

// Contains reports whether o lies within s.
func (s Span) Contains(o Span) bool { return s[0] <= o[0] && o[1] <= s[1] }

// Lines are the paragraphs of the span, which the canonical text has one a line: without blank
// ones, and without blanks around the others.
func (s Span) Lines(canonical string) []Span {
	var out []Span
	at := s[0]
	for line := range strings.SplitAfterSeq(s.Of(canonical), "\n") {
		if text := strings.TrimSpace(line); text != "" {
			start := at + strings.Index(line, text)
			out = append(out, Span{start, start + len(text)})
		}
		at += len(line)
	}
	return out
}

// Joined writes codes, or other words of a type of their own, behind one another.
func Joined[T ~string](words []T, separator string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return strings.Join(out, separator)
}

// Text is a string that is null in JSON where the text says nothing.
type Text string

// MarshalJSON writes null for the empty text.
func (t Text) MarshalJSON() ([]byte, error) {
	if t == "" {
		return []byte("null"), nil
	}
	return marshal(string(t))
}

// UnmarshalJSON reads a string or null.
func (t *Text) UnmarshalJSON(b []byte) error { return unmarshalNullable(b, (*string)(t)) }

// Date is a calendar date as YYYY-MM-DD (ISO 8601), null in JSON where unknown.
type Date string

// Valid reports whether the date is written so and in the calendar.
func (d Date) Valid() bool {
	_, err := time.Parse(time.DateOnly, string(d))
	return err == nil
}

// MarshalJSON writes null for the empty date.
func (d Date) MarshalJSON() ([]byte, error) { return Text(d).MarshalJSON() }

// UnmarshalJSON reads a string or null.
func (d *Date) UnmarshalJSON(b []byte) error { return unmarshalNullable(b, (*string)(d)) }

func unmarshalNullable(b []byte, s *string) error {
	if bytes.Equal(b, []byte("null")) {
		*s = ""
		return nil
	}
	return json.Unmarshal(b, s)
}

// List is a slice that is never null in JSON.
type List[T any] []T

// MarshalJSON writes [] for a nil list.
func (l List[T]) MarshalJSON() ([]byte, error) {
	if len(l) == 0 {
		return []byte("[]"), nil
	}
	return marshal([]T(l))
}

// Key is what makes two texts the same act: region, date and number, as FoldNumber writes it.
// It is empty where any of the three is unknown.
func Key(region Region, adopted Date, number Text) Text {
	if region == "" || adopted == "" || number == "" {
		return ""
	}
	return Text(string(region)+"/"+string(adopted)+"/") + FoldNumber(number)
}

// FoldNumber writes the number of an act in the one way in which numbers are compared. Blanks
// ("А -4/156"), the case of letters, and the alphabet they were typed in ("A-4/156", "25/7-VІ"
// with a Kazakh І) do not tell acts apart: Roman numerals are Latin, other letters Cyrillic
// where their shape is one of both.
func FoldNumber(number Text) Text {
	n := strings.ToUpper(strings.Join(strings.Fields(string(number)), ""))
	return Text(letters.ReplaceAllStringFunc(n, func(word string) string {
		roman := asRoman.Replace(word)
		if strings.Trim(roman, "IVXLCDM") == "" && strings.ContainsAny(roman, "IVXLD") { // "ДСМ", "СМ" are no numerals
			return roman
		}
		return latin.ReplaceAllStringFunc(word, inCyrillic)
	}))
}

var (
	letters = regexp.MustCompile(`\pL+`)
	latin   = regexp.MustCompile(`[A-Z]+`)
)

// inCyrillic writes capital letters that are all typed for Cyrillic ones of the same shape.
func inCyrillic(letters string) string {
	if strings.Trim(letters, "ABCEHIKMOPTXY") != "" {
		return letters
	}
	return asCyrillic.Replace(letters)
}

var (
	asRoman    = strings.NewReplacer("І", "I", "Х", "X", "С", "C", "М", "M")
	asCyrillic = strings.NewReplacer("A", "А", "B", "В", "C", "С", "E", "Е", "H", "Н", "I", "І", "K", "К", "M", "М", "O", "О", "P", "Р", "T", "Т",
		"X", "Х", "Y", "У")
)

// Duration is a span of time as the text states it.
type Duration struct {
	Value     int       `json:"value"`
	Unit      Unit      `json:"unit"`
	Qualifier Qualifier `json:"qualifier"`
	Text      string    `json:"text"`
	Span      Span      `json:"span"`
}

// Minutes of working time in a unit, by the Labour Code's eight-hour day and five-day
// week; a calendar day counts as its share of them.
const (
	MinutesPerHour       = 60
	MinutesPerWorkingDay = 8 * MinutesPerHour
)

// WorkingMinutes returns the duration in minutes of working time, and false for units
// that have no fixed length in it (calendar days, days without a kind, months, years).
func (d Duration) WorkingMinutes() (int, bool) {
	switch d.Unit {
	case Minute:
		return d.Value, true
	case Hour:
		return d.Value * MinutesPerHour, true
	case WorkingDay:
		return d.Value * MinutesPerWorkingDay, true
	}
	return 0, false
}
