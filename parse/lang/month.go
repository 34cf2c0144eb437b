package lang

import (
	"slices"
	"strings"

	"reglament/model"
)

// month stems: the Kazakh name takes endings (қазан-дағы, қазан-да), the Russian one
// is declined (октябрь, октября, октябре).
var months = [12]struct{ kazakh, russian string }{
	{"қаңтар", "январ"},
	{"ақпан", "феврал"},
	{"наурыз", "март"},
	{"сәуір", "апрел"},
	{"мамыр", "ма"},
	{"маусым", "июн"},
	{"шілде", "июл"},
	{"тамыз", "август"},
	{"қыркүйек", "сентябр"},
	{"қазан", "октябр"},
	{"қараша", "ноябр"},
	{"желтоқсан", "декабр"},
}

// Century returns the century of a year of two figures: acts of state bodies of Kazakhstan
// begin in 1990.
func Century(year string) string {
	if year >= "90" {
		return "19"
	}
	return "20"
}

// MonthForm is the form a month's name stands in.
type MonthForm int

// Forms of a month's name.
const (
	BareMonth        MonthForm = iota // қазан, октябрь
	AttributiveMonth                  // қазандағы: of an act adopted on that day
	LocativeMonth                     // қазанда: on that day something was done
	GenitiveMonth                     // октября
)

var kazakhMonthEndings = map[string]MonthForm{
	"": BareMonth, "дағы": AttributiveMonth, "дегі": AttributiveMonth, "тағы": AttributiveMonth, "тегі": AttributiveMonth,
	"ғы": AttributiveMonth, "гі": AttributiveMonth, // сәуіргі, an old spelling
	"ы": AttributiveMonth, "і": AttributiveMonth, // 13 маусымы, a slip
	"дан": LocativeMonth, "ден": LocativeMonth, "тан": LocativeMonth, "тен": LocativeMonth, "нан": LocativeMonth, "нен": LocativeMonth, "ынан": LocativeMonth, "інен": LocativeMonth, // … бастап
	"ындағы": AttributiveMonth, "індегі": AttributiveMonth, "ында": LocativeMonth, "інде": LocativeMonth, // 2010 жылдың 14 қаңтарында
	"да": LocativeMonth, "де": LocativeMonth, "та": LocativeMonth, "те": LocativeMonth,
}

var russianMonthEndings = map[string]MonthForm{
	"": BareMonth, "ь": BareMonth, "й": BareMonth, "я": GenitiveMonth, "а": GenitiveMonth, "е": LocativeMonth,
}

// Month reads a folded month's name: "қазандағы" is 10, AttributiveMonth.
func Month(word string) (n int, form MonthForm, ok bool) {
	for i, m := range months {
		if rest, has := strings.CutPrefix(word, m.kazakh); has {
			if f, known := kazakhMonthEndings[rest]; known {
				return i + 1, f, true
			}
		}
		if rest, has := strings.CutPrefix(word, m.russian); has {
			f, known := russianMonthEndings[rest]
			if known && (i != 4 || rest != "" && rest != "ь") {
				return i + 1, f, true
			}
		}
	}
	for i, m := range months { // typed with Russian letters: "кантардагы"
		if rest, has := cutPlain(word, m.kazakh); has {
			for ending, f := range kazakhMonthEndings {
				if end, same := cutPlain(rest, ending); same && end == "" {
					return i + 1, f, true
				}
			}
		}
	}
	return 0, 0, false
}

// IsYearWord reports whether the folded word is a whole word for year beside its figures.
func IsYearWord(word string, l model.Language) bool {
	return slices.ContainsFunc(YearWords, func(w YearWord) bool { return w.Language == l && !w.Short && w.Phrase.Pattern()[0].Match(word) })
}

// YearWord is a word for year beside its figures; a short one may have a full stop.
type YearWord struct {
	Phrase   Phrase
	Language model.Language
	Short    bool
}

// YearWords: "2015 жылғы", "2015 ж.", "2015 года", "2015 г.".
var YearWords = []YearWord{
	{"жыл*", model.Kazakh, false},
	{"ж", model.Kazakh, true},
	{"года", model.Russian, false},
	{"год", model.Russian, false},
	{"году", model.Russian, false},
	{"г", model.Russian, true},
}
