package regulation

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
	t := &text{Text: &source.Text{Canonical: line, Language: l}, low: lang.Lower(line), tab: lang.For(l)}
	return t.durations(t.cut(nil, model.Span{0, len(line)}))
}

// durations reads every length of time in words that belong together: a figure ("30
// минут"), a figure with its word in brackets ("3 (үш) жұмыс күні ішінде"), or a word
// ("не более двадцати минут", "он жұмыс күні").
func (t *text) durations(ws []word) []model.Duration {
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
		if t.matchAny(ws, i+n+m, &t.tab.Earlier) > 0 || t.sooner(ws, i) || t.lasts(ws, i) {
			i += n + m
			continue
		}
		d := model.Duration{Value: value, Unit: unit, Span: model.Span{ws[i].start, ws[i+n+m-1].end}}
		if d.Unit == model.Day && i > 0 && t.tab.Calendar.Stem(t.str(ws[i-1])) {
			d.Unit, d.Span[0] = model.CalendarDay, ws[i-1].start // "күнтізбелік 10 күн"
		}
		d.Qualifier = t.qualifier(ws, i, i+n+m, &d.Span)
		if d.Unit == model.Year && d.Qualifier != model.QualifierWithin {
			i += n + m // "ребенок до 18 лет", "стаж 3 года"
			continue
		}
		d.Text = t.of(d.Span)
		out = append(out, d)
		i += n + m
	}
	return out
}

// minutes reads those that go on a length in hours: "1 час | 30 минут", "2 сағ. | 15 мин". It
// returns how many words they took.
func (t *text) minutes(ws []word, i int) (value, words int) {
	if i >= len(ws) || strings.Trim(t.low[ws[i-1].end:ws[i].start], " .") != "" {
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
func (t *text) uncounted(ws []word, i int) bool {
	if !t.tab.Uncounted.Stem(t.str(ws[i])) {
		return false
	}
	_, named := t.length(ws, i)
	return named == 0
}

// sooner reports whether the length at i is one that has to pass first: "не ранее чем через
// 7 дней".
func (t *text) sooner(ws []word, i int) bool {
	const near = 4 // words from "не" on
	for k := max(0, i-near); k < i; k++ {
		if t.matchAny(ws, k, &t.tab.Sooner) > 0 {
			return true
		}
	}
	return false
}

// lasts reports whether the length at i is how long something has to be, or will: "стаж не
// менее 3 месяцев", "назначает пособие на 6 месяцев".
func (t *text) lasts(ws []word, i int) bool {
	const longest = 2 // words of a phrase
	for k := 1; k <= min(longest, i); k++ {
		if t.matchAny(ws, i-k, &t.tab.Lasting) == k {
			return true
		}
	}
	return false
}

// mayMeasure is the quick look before lengths of time are read: a unit is among the words.
func (t *text) mayMeasure(ws []word) bool {
	for i, w := range ws {
		for _, phrase := range t.tab.Measures(t.str(w)) {
			if t.match(ws, i, phrase) > 0 {
				return true
			}
		}
	}
	return len(ws) > 0 && t.tab.MayCompound(t.low[ws[0].start:ws[len(ws)-1].end])
}

// tenths reads a figure with tenths, "1,5", in tenths: 0 for none.
func (t *text) tenths(ws []word, i int) int {
	if i+1 >= len(ws) || ws[i+1].start != ws[i].end+1 || !t.fraction(ws[i+1]) || t.low[ws[i].end] == ':' {
		return 0
	}
	whole, part := t.str(ws[i]), t.str(ws[i+1])
	if !isNumber(whole) || !isNumber(part) || len(whole) > 2 || len(part) > 1 {
		return 0 // "18.00 часов", "12,75 процента"
	}
	n, _ := strconv.Atoi(whole + part)
	return n
}

// unmeasured returns where words state a term that has no length in whole units: "в день
// обращения", "немедленно", "30 секунд", "1,5 рабочего дня", "до 18.00 часов".
func (t *text) unmeasured(ws []word) (model.Span, bool) {
	for i := range ws {
		if n := t.unmeasuredAt(ws, i); n > 0 {
			return model.Span{ws[i].start, ws[i+n-1].end}, true
		}
	}
	return model.Span{}, false
}

// unmeasuredAt returns how many words from i on state such a term, 0 for none.
func (t *text) unmeasuredAt(ws []word, i int) int {
	if n := t.matchAny(ws, i, &t.tab.OnTheDay); n > 0 {
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
	m := t.matchAny(ws, i+n, &t.tab.TooShort)
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
func (t *text) untilHour(ws []word, i int) int {
	if t.tab.HeadFinal {
		n := t.hour(ws, i)
		if until := t.matchAny(ws, i+n, &t.tab.Until); n > 0 && until > 0 {
			return n + until
		}
		return 0
	}
	until := t.matchAny(ws, i, &t.tab.Until)
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
func (t *text) hour(ws []word, i int) int {
	const earliest, latest = 9, 23
	if i >= len(ws) || !digit(t.low[ws[i].start]) {
		return 0
	}
	hours, minutes, _ := strings.Cut(t.str(ws[i]), "-")
	value, err := strconv.Atoi(hours)
	switch {
	case err != nil || len(hours) > 2:
		return 0
	case i+1 < len(ws) && t.fraction(ws[i+1]) && t.low[ws[i].end] != ',':
		return 2
	case strings.HasPrefix(minutes, "0"):
		return 1
	case value < earliest || value > latest:
		return 0
	}
	unit := i + 1
	if t.tab.HeadFinal {
		unit = i - 1
	}
	if unit < 0 || unit == len(ws) {
		return 0
	}
	if of, _ := t.unitAt(ws, unit); of != model.Hour || t.tab.HeadFinal && unit > 0 && t.numbers(ws[unit-1]) {
		return 0
	}
	return 1
}

// fraction reports whether a figure goes on one before it: the minutes of a time of the
// day, tenths.
func (t *text) fraction(w word) bool {
	return w.start > 1 && digit(t.low[w.start]) && strings.IndexByte(".:,", t.low[w.start-1]) >= 0 && digit(t.low[w.start-2])
}

// length reads a length of time that has a name: "жарты сағат", "полтора часа".
func (t *text) length(ws []word, i int) (l lang.LengthRule, n int) {
	for _, l := range t.tab.Lengths {
		if n := t.match(ws, i, l.Phrase); n > 0 {
			return l, n
		}
	}
	return l, 0
}

// named reads a length that has no figure: "трехдневный", or one unit:
// "в течение рабочего дня", "жұмыс күні ішінде".
func (t *text) named(ws []word, i int) (value int, unit model.Unit, n int) {
	s := t.str(ws[i])
	for _, c := range t.tab.Compounds {
		if k := strings.Index(s, c.Phrase); k > 0 {
			numeral := strings.TrimSuffix(s[:k], "-")
			if v, ok := t.tab.Numeral(numeral); ok {
				return v, c.Unit, 1
			}
			if v, err := strconv.Atoi(numeral); err == nil {
				return v, c.Unit, 1
			}
		}
	}
	// "3 күрделі | күн ішінде", "көрсетілген | күн ішінде"
	if !t.within(ws, i) || t.onTheDay(ws, i) || t.numbers(ws[i-1]) || i > 1 && t.numbers(ws[i-2]) || t.participle(t.str(ws[i-1])) {
		return 0, "", 0
	}
	unit, n = t.unitAt(ws, i)
	if n == 0 || i+n < len(ws) && t.apart(ws[i+n-1], ws[i+n]) && t.matchAny(ws, i+n, &t.tab.Following) == 0 || t.tab.HeadFinal && t.matchAny(ws, i+n, &t.tab.Within) == 0 {
		return 0, "", 0
	}
	return 1, unit, n
}

// onTheDay reports whether the unit at i only tells on which day something is done: "сол жұмыс
// | күні ішінде".
func (t *text) onTheDay(ws []word, i int) bool {
	for k := 1; k <= min(2, i); k++ {
		if t.matchAny(ws, i-k, &t.tab.OnTheDay) > k {
			return true
		}
	}
	return false
}

// compoundEnd reads the unit of a compound whose number stands apart: "в 3-х | дневный срок".
func (t *text) compoundEnd(ws []word, i int) (model.Unit, int) {
	if i < len(ws) && t.behindNumber(ws, i) {
		for _, c := range t.tab.Compounds {
			if strings.HasPrefix(t.str(ws[i]), c.Phrase) {
				return c.Unit, 1
			}
		}
	}
	return "", 0
}

// within reports whether "within" stands where a unit at i is the whole length.
func (t *text) within(ws []word, i int) bool {
	const longest = 2 // words of a unit, and of "в течение"
	for k := 1; k <= longest && i > 0; k++ {
		if t.tab.HeadFinal && t.matchAny(ws, i+k, &t.tab.Within) > 0 || !t.tab.HeadFinal && k <= i && t.matchAny(ws, i-k, &t.tab.Within) == k {
			return true
		}
	}
	return false
}

// numbers reports whether a word is a number, or ends in a figure.
func (t *text) numbers(w word) bool { return digit(t.low[w.end-1]) || t.numerals(t.str(w)) }

// numerals reports whether a word is made of numbers: "екі-үш".
func (t *text) numerals(s string) bool {
	for part := range strings.SplitSeq(s, "-") {
		if _, ok := t.tab.Numeral(part); ok {
			return true
		}
	}
	return false
}

// number reads a figure or a numeral in words from ws[i] on, and the same number the
// other way again in brackets behind it. It returns how many words it took.
func (t *text) number(ws []word, i int) (value, n int) {
	value, n = t.figure(ws, i)
	again := t.numeral // "3 (үш)"
	if n == 0 {
		value, n = t.numeral(ws, i)
		again = t.figure // "үш (3)"
	}
	if k := i + n; n > 0 && k < len(ws) && strings.TrimSpace(t.low[ws[k-1].end:ws[k].start]) == "(" {
		if _, m := again(ws, k); m > 0 && strings.HasPrefix(strings.TrimLeft(t.low[ws[k+m-1].end:], " "), ")") {
			n += m
		}
	}
	return value, n
}

// figure reads a number in figures, with a case ending or without: "2", "2-х"; of two,
// "20-30 минут", the one that limits.
func (t *text) figure(ws []word, i int) (value, n int) {
	const longest = 4
	s := t.str(ws[i])
	if !digit(s[0]) {
		return 0, 0
	}
	if head, tail, joined := strings.Cut(s, "-"); joined && slices.Contains(t.tab.NumberEnd, tail) {
		s = head
	} else if joined && isNumber(head) {
		if tail != "" && tail[0] == '0' {
			return 0, 0 // "до 14-00 часов"
		}
		s = tail
		if last, end, more := strings.Cut(tail, "-"); more && slices.Contains(t.tab.NumberEnd, end) {
			s = last // "1-2-х дней"
		}
	}
	if !isNumber(s) || len(s) > longest {
		return 0, 0
	}
	value, _ = strconv.Atoi(s)
	return value, 1
}

// numeral reads a number in words: "он бес", "двадцати пяти"; of two, "один-два", the one that
// limits.
func (t *text) numeral(ws []word, i int) (value, n int) {
	last := 1 << 30
	for i+n < len(ws) {
		v, ok := t.tab.Numeral(t.str(ws[i+n]))
		if least, most, two := strings.Cut(t.str(ws[i+n]), "-"); two {
			if _, ok = t.tab.Numeral(least); ok {
				v, ok = t.tab.Numeral(most)
			}
		}
		if !ok || v >= last || n > 0 && strings.TrimSpace(t.low[ws[i+n-1].end:ws[i+n].start]) != "" {
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
func (t *text) unit(ws []word, i int) (model.Unit, int) {
	if i >= len(ws) || !t.behindNumber(ws, i) {
		return "", 0
	}
	return t.unitAt(ws, i)
}

// unitAt returns the unit of time that word i begins, and how many words it has.
func (t *text) unitAt(ws []word, i int) (model.Unit, int) {
	for _, u := range t.tab.Units {
		if n := t.match(ws, i, u.Phrase); n > 0 {
			return u.Unit, n
		}
	}
	return "", 0
}

// behindNumber reports whether nothing parts the word at i from the number before it: "3 | дня", "3
// (три) | дня", but "3) күн тәртібі" numbers, it does not measure.
func (t *text) behindNumber(ws []word, i int) bool {
	gap := strings.TrimSpace(t.low[ws[i-1].end:ws[i].start])
	return gap == "" || gap == ")" && t.opened(ws[i-1].end)
}

// qualifier reads what limits the figure; span grows over the words read.
func (t *text) qualifier(ws []word, from, to int, span *model.Span) model.Qualifier {
	near := func(i, n int) bool { // nothing but blanks between the words and the duration
		if i < from {
			gap := strings.TrimSpace(t.low[ws[i+n-1].end:span[0]])
			return gap == "" || gap == "." // "в теч. 3 дней"
		}
		gap := strings.TrimSpace(t.low[span[1]:ws[i].start])
		return gap == "" || gap == ")"
	}
	try := func(phrases *lang.Phrases) bool {
		if to < len(ws) {
			if n := t.matchAny(ws, to, phrases); n > 0 && near(to, n) {
				span[1] = ws[to+n-1].end
				return true
			}
		}
		const longest = 3 // words of "не более чем"
		for back := 1; back <= longest && from-back >= 0; back++ {
			if n := t.matchAny(ws, from-back, phrases); n == back && near(from-back, n) {
				span[0] = ws[from-back].start
				return true
			}
		}
		return false
	}
	switch {
	case try(&t.tab.NotMore):
		return model.QualifierMax
	case try(&t.tab.Within):
		return model.QualifierWithin
	}
	return ""
}
