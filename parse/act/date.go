package act

import (
	"fmt"
	"strconv"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// date is a date in a text.
type date struct {
	from, to int // tokens
	value    model.Date
	form     lang.MonthForm
	numeric  bool // 03.02.2020
}

// dateAt reads the date that begins at token i.
//
//	2015 жылғы 28 сәуірдегі · 28 сәуірде 2016 жылғы · 2015 ж. 28 сәуірде · 2015 ж. 08.06
//	28 апреля 2015 года · "27" февраля 2018 года · 03.02.2020 · 2012.06.25
func (l *line) dateAt(i int) (d date, ok bool) {
	t := l.t
	if i >= len(t) {
		return d, false
	}
	if t[i].kind == quote {
		return l.quotedDay(i)
	}
	if t[i].kind != figure {
		return d, false
	}
	if d, ok = l.numericDate(i); ok {
		return d, true
	}
	switch len(t[i].low) {
	case 4:
		return l.yearFirst(i)
	case 1, 2:
		return l.dayFirst(i, i, i+1)
	}
	return d, false
}

// quotedDay: "27" февраля 2018 года.
func (l *line) quotedDay(i int) (date, bool) {
	if i+3 < len(l.t) && l.t[i+1].kind == figure && len(l.t[i+1].low) <= 2 && l.t[i+2].kind == quote {
		return l.dayFirst(i, i+1, i+3)
	}
	return date{}, false
}

// dayFirst: the day is token day, the month token month.
func (l *line) dayFirst(from, day, month int) (date, bool) {
	t := l.t
	if month+1 >= len(t) || t[month].kind != word {
		return date{}, false
	}
	m, form, ok := lang.Month(t[month].low)
	if !ok || t[month+1].kind != figure || len(t[month+1].low) != 4 {
		return date{}, false
	}
	v, ok := isoDate(t[month+1].low, m, t[day].low)
	if !ok {
		return date{}, false
	}
	to := l.afterYear(month + 2)
	if form == lang.LocativeMonth && to > month+2 && l.kazakhYear(month+2) {
		form = lang.AttributiveMonth // 28 сәуірде 2016 жылғы № 148
	}
	return date{from: from, to: to, value: v, form: form}, true
}

// afterYear skips the word for year at token i.
func (l *line) afterYear(i int) int {
	y, ok := l.yearWord(i)
	switch {
	case !ok:
		return i
	case y.short && l.is(i+1, "."):
		return i + 2
	}
	return i + 1
}

type yearWord struct {
	p     lang.Pattern
	lang  model.Language
	short bool
}

var yearWords = func() (out []yearWord) {
	for _, w := range lang.YearWords {
		out = append(out, yearWord{w.Phrase.Pattern(), w.Language, w.Short})
	}
	return out
}()

func (l *line) yearWord(i int) (yearWord, bool) {
	for _, w := range yearWords {
		if _, ok := l.at(i, w.p); ok {
			return w, true
		}
	}
	return yearWord{}, false
}

// shortYear reports whether token i is an abbreviation of the word for year.
func (l *line) shortYear(i int) bool {
	y, ok := l.yearWord(i)
	return ok && y.short
}

// kazakhYear reports whether token i is the whole Kazakh word for year.
func (l *line) kazakhYear(i int) bool {
	y, ok := l.yearWord(i)
	return ok && !y.short && y.lang == model.Kazakh
}

// yearFirst reads a Kazakh date whose year is the figure at token i: "2016 жылғы 5 мамырдағы",
// "2015 жылғы "27" ақпандағы", "2015 ж. 08.06".
func (l *line) yearFirst(i int) (date, bool) {
	t := l.t
	j := l.afterYear(i + 1)
	if y, ok := l.yearWord(i + 1); !ok || y.lang == model.Russian || j >= len(t) {
		return date{}, false
	}
	if t[j].kind == quote && j+3 < len(t) && t[j+1].kind == figure && t[j+2].kind == quote { // 2015 жылғы "27" ақпандағы
		if m, form, ok := lang.Month(t[j+3].low); ok {
			if v, ok := isoDate(t[i].low, m, t[j+1].low); ok {
				return date{from: i, to: j + 4, value: v, form: form}, true
			}
		}
		return date{}, false
	}
	if t[j].kind != figure || len(t[j].low) > 2 || j+1 >= len(t) {
		return date{}, false
	}
	if m, form, ok := lang.Month(t[j+1].low); ok && t[j+1].kind == word {
		if v, ok := isoDate(t[i].low, m, t[j].low); ok {
			return date{from: i, to: j + 2, value: v, form: form}, true
		}
		return date{}, false
	}
	// 2015 ж. 08.06: the day first, as in 2015 ж. 8 маусымда.
	if j+2 < len(t) && t[j+1].low == "." && t[j+2].kind == figure && t[j].end == t[j+1].start && t[j+1].end == t[j+2].start {
		if m, err := strconv.Atoi(t[j+2].low); err == nil {
			if v, ok := isoDate(t[i].low, m, t[j].low); ok {
				return date{from: i, to: l.afterStop(j + 3), value: v, numeric: true}, true
			}
		}
	}
	return date{}, false
}

// afterStop skips a full stop glued to the date: "2010.18.02. № 20/250".
func (l *line) afterStop(i int) int {
	if l.is(i, ".") && i+1 < len(l.t) && l.t[i+1].kind == numero {
		return i + 1
	}
	return i
}

// numericDate: figures parted by full stops without blanks. With the year first the
// next figure is the month (2012.06.25, 1997.09.04. N 1321), unless it cannot be one or the
// date is ended by a full stop, as the lists "2010.18.02. № 20/250" write it.
func (l *line) numericDate(i int) (date, bool) {
	t := l.t
	if i+4 >= len(t) || t[i+1].low != "." || t[i+3].low != "." || t[i+2].kind != figure || t[i+4].kind != figure {
		return date{}, false
	}
	for k := i; k < i+4; k++ {
		if t[k].end != t[k+1].start {
			return date{}, false
		}
	}
	a, b, c := t[i].low, t[i+2].low, t[i+4].low
	to := l.afterStop(i + 5)
	d := date{from: i, to: to, numeric: true}
	switch {
	case len(c) == 4 && len(a) <= 2 && len(b) <= 2:
		m, _ := strconv.Atoi(b)
		v, ok := isoDate(c, m, a)
		d.value = v
		if ok && to == i+5 {
			d.to = l.afterYear(to) // 03.02.2020 ж.
			if d.to > to && l.kazakhYear(to) {
				d.form = lang.AttributiveMonth
			}
		}
		return d, ok
	case len(c) == 2 && len(a) <= 2 && len(b) <= 2 && l.afterYear(to) > to: // 18.02.10 г.
		m, _ := strconv.Atoi(b)
		v, ok := isoDate(lang.Century(c)+c, m, a)
		d.value, d.to = v, l.afterYear(to)
		return d, ok
	case len(a) == 4 && len(b) <= 2 && len(c) <= 2:
		month, day := b, c
		if m, _ := strconv.Atoi(b); m > 12 || to > i+5 && strings.HasPrefix(l.text[t[to].start:], "№") {
			month, day = c, b
		}
		m, _ := strconv.Atoi(month)
		v, ok := isoDate(a, m, day)
		if !ok {
			m, _ = strconv.Atoi(b)
			v, ok = isoDate(a, m, c)
		}
		d.value = v
		return d, ok
	}
	return date{}, false
}

func isoDate(year string, month int, day string) (model.Date, bool) {
	y, err := strconv.Atoi(year)
	n, err2 := strconv.Atoi(day)
	if err != nil || err2 != nil || y < 1900 || y > 2199 || month < 1 || month > 12 || n < 1 || n > daysIn(y, month) {
		return "", false
	}
	return model.Date(fmt.Sprintf("%04d-%02d-%02d", y, month, n)), true
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
