package sentence

import (
	"slices"
	"strconv"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
	"reglament/parse/source"
)

// mostYears parts a term in years from the year of a date.
const mostYears = 100

// Lengths reads the lengths of time of a line that is part of no procedure: a box of a
// scheme. Their spans point into the line.
func Lengths(line string, l model.Language) []model.Duration {
	t := &Text{Text: &source.Text{Canonical: line, Language: l}, Low: lang.Lower(line), Tab: lang.For(l)}
	return t.Durations(t.cut(nil, model.Span{0, len(line)}))
}

// Durations reads every length of time in words that belong together: a figure ("30
// минут"), a figure with its word in brackets ("3 (үш) жұмыс күні ішінде"), or a word
// ("не более двадцати минут", "он жұмыс күні").
func (t *Text) Durations(ws []Word) []model.Duration {
	if !t.mayMeasure(ws) {
		return nil
	}
	var out []model.Duration
	for i := 0; i < len(ws); {
		if t.fraction(ws[i]) {
			i++ // "не позднее 18.00 часов"
			continue
		}
		if n := t.untilHour(ws, i); n > 0 {
			i += n
			continue
		}
		if t.uncounted(ws, i) {
			_, m := t.unit(ws, i+1)
			i += 1 + m
			continue
		}
		value, n := t.number(ws, i)
		unit, m := model.Unit(""), 0
		if l, words := t.length(ws, i); words > 0 {
			value, unit, n, m = l.Value, l.Unit, 0, words
		} else if tenths := t.tenths(ws, i); tenths > 0 {
			n = 2
			if unit, m = t.unit(ws, i+n); unit != model.Hour {
				i += n
				continue
			}
			const minutes = 6 // of a tenth of an hour
			value, unit = tenths*minutes, model.Minute
		} else if n > 0 {
			if unit, m = t.unit(ws, i+n); m == 0 {
				l, words := t.length(ws, i+n) // "двух недель"
				if words == 0 {
					l.Value = 1
					l.Unit, words = t.compoundEnd(ws, i+n)
				}
				value, unit, m = value*l.Value, l.Unit, words
			}
		} else {
			value, unit, m = t.named(ws, i)
		}
		if unit == model.Hour && m > 0 {
			if minutes, words := t.minutes(ws, i+n+m); words > 0 {
				value, unit, m = value*60+minutes, model.Minute, m+words
			}
		}
		if m == 0 || unit == model.Year && value > mostYears { // "от 15 апреля 2013 года"
			i += max(n, 1)
			continue
		}
		if t.MatchAny(ws, i+n+m, &t.Tab.Earlier) > 0 || t.sooner(ws, i) || t.lasts(ws, i) {
			i += n + m
			continue
		}
		d := model.Duration{Value: value, Unit: unit, Span: model.Span{ws[i].Start, ws[i+n+m-1].End}}
		if d.Unit == model.Day && i > 0 && t.Tab.Calendar.Stem(t.Str(ws[i-1])) {
			d.Unit, d.Span[0] = model.CalendarDay, ws[i-1].Start // "күнтізбелік 10 күн"
		}
		d.Qualifier = t.qualifier(ws, i, i+n+m, &d.Span)
		if d.Unit == model.Year && d.Qualifier != model.QualifierWithin {
			i += n + m // "ребенок до 18 лет", "стаж 3 года"
			continue
		}
		d.Text = t.Of(d.Span)
		out = append(out, d)
		i += n + m
	}
	return out
}

// minutes reads those that go on a length in hours: "1 час | 30 минут", "2 сағ. | 15 мин". It
// returns how many words they took.
func (t *Text) minutes(ws []Word, i int) (value, words int) {
	if i >= len(ws) || strings.Trim(t.Low[ws[i-1].End:ws[i].Start], " .") != "" {
		return 0, 0
	}
	value, n := t.number(ws, i)
	if n == 0 || value >= 60 {
		return 0, 0
	}
	unit, m := t.unit(ws, i+n)
	if unit != model.Minute {
		return 0, 0
	}
	return value, n + m
}

// uncounted reports whether the word at i tells no number of whole units: "жарты жұмыс күні",
// but "жарты сағат" has a length.
func (t *Text) uncounted(ws []Word, i int) bool {
	if !t.Tab.Uncounted.Stem(t.Str(ws[i])) {
		return false
	}
	_, named := t.length(ws, i)
	return named == 0
}

// sooner reports whether the length at i is one that has to pass first: "не ранее чем через
// 7 дней".
func (t *Text) sooner(ws []Word, i int) bool {
	const near = 4 // words from "не" on
	for k := max(0, i-near); k < i; k++ {
		if t.MatchAny(ws, k, &t.Tab.Sooner) > 0 {
			return true
		}
	}
	return false
}

// lasts reports whether the length at i is how long something has to be, or will: "стаж не
// менее 3 месяцев", "назначает пособие на 6 месяцев".
func (t *Text) lasts(ws []Word, i int) bool {
	const longest = 2 // words of a phrase
	for k := 1; k <= min(longest, i); k++ {
		if t.MatchAny(ws, i-k, &t.Tab.Lasting) == k {
			return true
		}
	}
	return false
}

// mayMeasure is the quick look before lengths of time are read: a unit is among the words.
func (t *Text) mayMeasure(ws []Word) bool {
	for i, w := range ws {
		for _, phrase := range t.Tab.Measures(t.Str(w)) {
			if t.Match(ws, i, phrase) > 0 {
				return true
			}
		}
	}
	return len(ws) > 0 && t.Tab.MayCompound(t.Low[ws[0].Start:ws[len(ws)-1].End])
}

// tenths reads a figure with tenths, "1,5", in tenths: 0 for none.
func (t *Text) tenths(ws []Word, i int) int {
	if i+1 >= len(ws) || ws[i+1].Start != ws[i].End+1 || !t.fraction(ws[i+1]) || t.Low[ws[i].End] == ':' {
		return 0
	}
	whole, part := t.Str(ws[i]), t.Str(ws[i+1])
	if !IsNumber(whole) || !IsNumber(part) || len(whole) > 2 || len(part) > 1 {
		return 0 // "18.00 часов", "12,75 процента"
	}
	n, _ := strconv.Atoi(whole + part)
	return n
}

// Unmeasured returns where words state a term that has no length in whole units: "в день
// обращения", "немедленно", "30 секунд", "1,5 рабочего дня", "до 18.00 часов".
func (t *Text) Unmeasured(ws []Word) (model.Span, bool) {
	for i := range ws {
		if n := t.unmeasuredAt(ws, i); n > 0 {
			return model.Span{ws[i].Start, ws[i+n-1].End}, true
		}
	}
	return model.Span{}, false
}

// unmeasuredAt returns how many words from i on state such a term, 0 for none.
func (t *Text) unmeasuredAt(ws []Word, i int) int {
	if n := t.MatchAny(ws, i, &t.Tab.OnTheDay); n > 0 {
		if t.lasts(ws, i+1) {
			return 0 // "два раза | в день"
		}
		k := 0
		if i+n < len(ws) {
			_, k = t.number(ws, i+n)
		}
		if _, m := t.unit(ws, i+n+k); m > 0 {
			n += k + m // "не позднее следующего | рабочего дня", "аяқталғанға дейін | бір тәуліктен кешіктірмей"
		}
		return n
	}
	if n := t.untilHour(ws, i); n > 0 {
		return n
	}
	tenths := t.tenths(ws, i) > 0
	n := 2
	if !tenths {
		_, n = t.number(ws, i)
	}
	if n == 0 {
		return 0
	}
	m := t.MatchAny(ws, i+n, &t.Tab.TooShort)
	if m == 0 && tenths {
		_, m = t.unit(ws, i+n)
	}
	if m == 0 {
		return 0
	}
	return n + m
}

// untilHour returns how many words from i on tell the hour of the day till which something is
// done, 0 for none: "до 18.00 часов", "18.00-ге дейін".
func (t *Text) untilHour(ws []Word, i int) int {
	if t.Tab.HeadFinal {
		n := t.hour(ws, i)
		if until := t.MatchAny(ws, i+n, &t.Tab.Until); n > 0 && until > 0 {
			return n + until
		}
		return 0
	}
	until := t.MatchAny(ws, i, &t.Tab.Until)
	if until == 0 {
		return 0
	}
	n := t.hour(ws, i+until)
	if n == 0 {
		return 0
	}
	_, unit := t.unit(ws, i+until+n)
	return until + n + unit
}

// hour returns how many words at i are an hour of the day: "18.00", "18-00", and one without
// minutes at which nobody works that long: "до | 18 | часов", "сағат | 18-ге | дейін".
func (t *Text) hour(ws []Word, i int) int {
	const earliest, latest = 9, 23
	if i >= len(ws) || !IsDigit(t.Low[ws[i].Start]) {
		return 0
	}
	hours, minutes, _ := strings.Cut(t.Str(ws[i]), "-")
	value, err := strconv.Atoi(hours)
	switch {
	case err != nil || len(hours) > 2:
		return 0
	case i+1 < len(ws) && t.fraction(ws[i+1]) && t.Low[ws[i].End] != ',':
		return 2
	case strings.HasPrefix(minutes, "0"):
		return 1
	case value < earliest || value > latest:
		return 0
	}
	unit := i + 1
	if t.Tab.HeadFinal {
		unit = i - 1
	}
	if unit < 0 || unit == len(ws) {
		return 0
	}
	if of, _ := t.unitAt(ws, unit); of != model.Hour || t.Tab.HeadFinal && unit > 0 && t.numbers(ws[unit-1]) {
		return 0
	}
	return 1
}

// fraction reports whether a figure goes on one before it: the minutes of a time of the
// day, tenths.
func (t *Text) fraction(w Word) bool {
	return w.Start > 1 && IsDigit(t.Low[w.Start]) && strings.IndexByte(".:,", t.Low[w.Start-1]) >= 0 && IsDigit(t.Low[w.Start-2])
}

// length reads a length of time that has a name: "жарты сағат", "полтора часа".
func (t *Text) length(ws []Word, i int) (l lang.LengthRule, n int) {
	for _, l := range t.Tab.Lengths {
		if n := t.Match(ws, i, l.Phrase); n > 0 {
			return l, n
		}
	}
	return l, 0
}

// named reads a length that has no figure: "трехдневный", or one unit:
// "в течение рабочего дня", "жұмыс күні ішінде".
func (t *Text) named(ws []Word, i int) (value int, unit model.Unit, n int) {
	s := t.Str(ws[i])
	for _, c := range t.Tab.Compounds {
		if k := strings.Index(s, c.Phrase); k > 0 {
			numeral := strings.TrimSuffix(s[:k], "-")
			if v, ok := t.Tab.Numeral(numeral); ok {
				return v, c.Unit, 1
			}
			if v, err := strconv.Atoi(numeral); err == nil {
				return v, c.Unit, 1
			}
		}
	}
	// "3 күрделі | күн ішінде", "көрсетілген | күн ішінде"
	if !t.within(ws, i) || t.onTheDay(ws, i) || t.numbers(ws[i-1]) || i > 1 && t.numbers(ws[i-2]) || t.participle(t.Str(ws[i-1])) {
		return 0, "", 0
	}
	unit, n = t.unitAt(ws, i)
	if n == 0 || i+n < len(ws) && t.Apart(ws[i+n-1], ws[i+n]) && t.MatchAny(ws, i+n, &t.Tab.Following) == 0 || t.Tab.HeadFinal && t.MatchAny(ws, i+n, &t.Tab.Within) == 0 {
		return 0, "", 0
	}
	return 1, unit, n
}

// onTheDay reports whether the unit at i only tells on which day something is done: "сол жұмыс
// | күні ішінде".
func (t *Text) onTheDay(ws []Word, i int) bool {
	for k := 1; k <= min(2, i); k++ {
		if t.MatchAny(ws, i-k, &t.Tab.OnTheDay) > k {
			return true
		}
	}
	return false
}

// compoundEnd reads the unit of a compound whose number stands apart: "в 3-х | дневный срок".
func (t *Text) compoundEnd(ws []Word, i int) (model.Unit, int) {
	if i < len(ws) && t.behindNumber(ws, i) {
		for _, c := range t.Tab.Compounds {
			if strings.HasPrefix(t.Str(ws[i]), c.Phrase) {
				return c.Unit, 1
			}
		}
	}
	return "", 0
}

// within reports whether "within" stands where a unit at i is the whole length.
func (t *Text) within(ws []Word, i int) bool {
	const longest = 2 // words of a unit, and of "в течение"
	for k := 1; k <= longest && i > 0; k++ {
		if t.Tab.HeadFinal && t.MatchAny(ws, i+k, &t.Tab.Within) > 0 || !t.Tab.HeadFinal && k <= i && t.MatchAny(ws, i-k, &t.Tab.Within) == k {
			return true
		}
	}
	return false
}

// numbers reports whether a word is a number, or ends in a figure.
func (t *Text) numbers(w Word) bool { return IsDigit(t.Low[w.End-1]) || t.numerals(t.Str(w)) }

// numerals reports whether a word is made of numbers: "екі-үш".
func (t *Text) numerals(s string) bool {
	for part := range strings.SplitSeq(s, "-") {
		if _, ok := t.Tab.Numeral(part); ok {
			return true
		}
	}
	return false
}

// number reads a figure or a numeral in words from ws[i] on, and the same number the
// other way again in brackets behind it. It returns how many words it took.
func (t *Text) number(ws []Word, i int) (value, n int) {
	value, n = t.figure(ws, i)
	again := t.numeral // "3 (үш)"
	if n == 0 {
		value, n = t.numeral(ws, i)
		again = t.figure // "үш (3)"
	}
	if k := i + n; n > 0 && k < len(ws) && strings.TrimSpace(t.Low[ws[k-1].End:ws[k].Start]) == "(" {
		if _, m := again(ws, k); m > 0 && strings.HasPrefix(strings.TrimLeft(t.Low[ws[k+m-1].End:], " "), ")") {
			n += m
		}
	}
	return value, n
}

// figure reads a number in figures, with a case ending or without: "2", "2-х"; of two,
// "20-30 минут", the one that limits.
func (t *Text) figure(ws []Word, i int) (value, n int) {
	const longest = 4
	s := t.Str(ws[i])
	if !IsDigit(s[0]) {
		return 0, 0
	}
	if head, tail, joined := strings.Cut(s, "-"); joined && slices.Contains(t.Tab.NumberEnd, tail) {
		s = head
	} else if joined && IsNumber(head) {
		if tail != "" && tail[0] == '0' {
			return 0, 0 // "до 14-00 часов"
		}
		s = tail
		if last, end, more := strings.Cut(tail, "-"); more && slices.Contains(t.Tab.NumberEnd, end) {
			s = last // "1-2-х дней"
		}
	}
	if !IsNumber(s) || len(s) > longest {
		return 0, 0
	}
	value, _ = strconv.Atoi(s)
	return value, 1
}

// numeral reads a number in words: "он бес", "двадцати пяти"; of two, "один-два", the one that
// limits.
func (t *Text) numeral(ws []Word, i int) (value, n int) {
	last := 1 << 30
	for i+n < len(ws) {
		v, ok := t.Tab.Numeral(t.Str(ws[i+n]))
		if least, most, two := strings.Cut(t.Str(ws[i+n]), "-"); two {
			if _, ok = t.Tab.Numeral(least); ok {
				v, ok = t.Tab.Numeral(most)
			}
		}
		if !ok || v >= last || n > 0 && strings.TrimSpace(t.Low[ws[i+n-1].End:ws[i+n].Start]) != "" {
			break
		}
		value += v
		last = v
		n++
		if v < 10 {
			break
		}
	}
	return value, n
}

// unit reads a unit of time from ws[i] on.
func (t *Text) unit(ws []Word, i int) (model.Unit, int) {
	if i >= len(ws) || !t.behindNumber(ws, i) {
		return "", 0
	}
	return t.unitAt(ws, i)
}

// unitAt returns the unit of time that word i begins, and how many words it has.
func (t *Text) unitAt(ws []Word, i int) (model.Unit, int) {
	for _, u := range t.Tab.Units {
		if n := t.Match(ws, i, u.Phrase); n > 0 {
			return u.Unit, n
		}
	}
	return "", 0
}

// behindNumber reports whether nothing parts the word at i from the number before it: "3 | дня", "3
// (три) | дня", but "3) күн тәртібі" numbers, it does not measure.
func (t *Text) behindNumber(ws []Word, i int) bool {
	gap := strings.TrimSpace(t.Low[ws[i-1].End:ws[i].Start])
	return gap == "" || gap == ")" && t.opened(ws[i-1].End)
}

// qualifier reads what limits the figure; span grows over the words read.
func (t *Text) qualifier(ws []Word, from, to int, span *model.Span) model.Qualifier {
	near := func(i, n int) bool { // nothing but blanks between the words and the duration
		if i < from {
			gap := strings.TrimSpace(t.Low[ws[i+n-1].End:span[0]])
			return gap == "" || gap == "." // "в теч. 3 дней"
		}
		gap := strings.TrimSpace(t.Low[span[1]:ws[i].Start])
		return gap == "" || gap == ")"
	}
	try := func(phrases *lang.Phrases) bool {
		if to < len(ws) {
			if n := t.MatchAny(ws, to, phrases); n > 0 && near(to, n) {
				span[1] = ws[to+n-1].End
				return true
			}
		}
		const longest = 3 // words of "не более чем"
		for back := 1; back <= longest && from-back >= 0; back++ {
			if n := t.MatchAny(ws, from-back, phrases); n == back && near(from-back, n) {
				span[0] = ws[from-back].Start
				return true
			}
		}
		return false
	}
	switch {
	case try(&t.Tab.NotMore):
		return model.QualifierMax
	case try(&t.Tab.Within):
		return model.QualifierWithin
	}
	return ""
}
