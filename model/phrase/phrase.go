// Package phrase is what is said to people, in Kazakh, Russian and English: the one
// catalogue of reasons, names of codes, and texts of the web pages.
package phrase

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"reglament/model"
)

// Language is a language of the interface (BCP 47), which is not that of a text.
type Language string

// The languages.
const (
	Kazakh  Language = "kk"
	Russian Language = "ru"
	English Language = "en"
)

// Languages are all of them. The first is taken where the browser asks for none of them.
var Languages = []Language{Kazakh, Russian, English}

// Name is the name of the language in itself.
func (l Language) Name() string { return languageNames[l] }

var languageNames = map[Language]string{Kazakh: "Қазақша", Russian: "Русский", English: "English"}

var tags = []language.Tag{language.Kazakh, language.Russian, language.English}

// matcher chooses among Languages what a browser accepts.
var matcher = language.NewMatcher(tags)

// Accepted is the interface language for an Accept-Language header.
func Accepted(header string) Language {
	_, i := language.MatchStrings(matcher, header)
	return Languages[i]
}

// ParseLanguage returns the language with a code, and false where there is none.
func ParseLanguage(code string) (Language, bool) {
	for _, l := range Languages {
		if string(l) == code {
			return l, true
		}
	}
	return "", false
}

// phrase is a text in its three languages.
type phrase struct{ key, kk, ru, en string }

func (p phrase) in(l Language) string {
	switch l {
	case Kazakh:
		return p.kk
	case Russian:
		return p.ru
	}
	return p.en
}

// counted is a text with a number. Kazakh nouns stay as they are after numerals.
type counted struct {
	key, kk              string
	ruOne, ruFew, ruMany string
	enOne, enOther       string
}

// all are the phrases without a number.
func all() [][]phrase { return [][]phrase{pages, codes, reasons} }

// printers write in each language. They are made when something is first said.
var printers = sync.OnceValue(func() map[Language]*message.Printer {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	for _, table := range all() {
		for _, p := range table {
			for i, text := range []string{p.kk, p.ru, p.en} {
				must(b.SetString(tags[i], p.key, text))
			}
		}
	}
	for _, c := range counts {
		must(b.SetString(language.Kazakh, c.key, c.kk))
		must(b.Set(language.Russian, c.key, plural.Selectf(1, "%d",
			plural.One, c.ruOne, plural.Few, c.ruFew, plural.Other, c.ruMany)))
		must(b.Set(language.English, c.key, plural.Selectf(1, "%d", plural.One, c.enOne, plural.Other, c.enOther)))
	}
	out := map[Language]*message.Printer{}
	for i, l := range Languages {
		out[l] = message.NewPrinter(tags[i], message.Catalog(b))
	}
	return out
})

// must is for tables that are compiled in: a fault in them is one of the program.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// byKey are all phrases by their keys; those with a number have no text here.
var byKey = sync.OnceValue(func() map[string]phrase {
	m := map[string]phrase{}
	for _, table := range all() {
		for _, p := range table {
			m[p.key] = p
		}
	}
	for _, c := range counts {
		m[c.key] = phrase{key: c.key}
	}
	return m
})

// Known reports whether there is a phrase with a key.
func Known(key string) bool {
	_, ok := byKey()[key]
	return ok
}

// T is the phrase with a key.
func (l Language) T(key string, args ...any) string {
	if text := byKey()[key].in(l); text != "" && !slices.ContainsFunc(args, isNumber) {
		return fmt.Sprintf(text, args...) // ten times as fast, and nearly every finding has words only
	}
	return printers()[l].Sprintf(message.Key(key, key), args...)
}

// isNumber reports whether a language has its own way to write an argument.
func isNumber(arg any) bool { return reflect.ValueOf(arg).Kind() != reflect.String }

// Tell is a message in the language. Where it names a phrase that there is none of, as a
// newer version may, it is "".
func (l Language) Tell(m model.Message) string {
	args := make([]any, len(m.Args))
	for i, arg := range m.Args {
		if one, ok := arg.(model.Message); ok {
			arg = l.Tell(one)
			if arg == "" {
				return ""
			}
		}
		args[i] = arg
	}
	switch {
	case m.ID == list:
		words := make([]string, len(args))
		for i, arg := range args {
			words[i] = fmt.Sprint(arg)
		}
		return strings.Join(words, ", ")
	case m.ID == day:
		if l == English { // which programs read too
			return fmt.Sprint(args...)
		}
		return l.Date(model.Date(fmt.Sprint(args...)))
	case Known(m.ID):
		return l.T(m.ID, args...)
	}
	if kind, code, ok := strings.Cut(m.ID, "."); ok && kind != "reason" {
		return l.Code(kind, code)
	}
	return ""
}

// Code is the name of a code of a kind ("role", "provider.office"), or the code itself
// where it has no name: a code of a newer model is still shown.
func (l Language) Code(kind string, code any) string {
	c := fmt.Sprint(code)
	if c == "" {
		return ""
	}
	if key := kind + "." + c; Known(key) {
		return l.T(key)
	}
	return strings.ReplaceAll(c, "_", " ")
}

// Date writes a day.
func (l Language) Date(d model.Date) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	if l == English {
		return t.Format("2 Jan 2006")
	}
	return t.Format("02.01.2006")
}

// Dated writes the number and the day of an act as they follow the word for it, "№ 204 от
// 04.08.2015", or what is known of them.
func (l Language) Dated(number model.Text, day model.Date) string {
	switch {
	case number != "" && day != "":
		return l.T("act.number_date", string(number), l.Date(day))
	case number != "":
		return l.T("act.number_only", string(number))
	case day != "":
		return l.T("act.date_only", l.Date(day))
	}
	return ""
}

// Entry writes a rule of entry into force.
func (l Language) Entry(r *model.EffectiveRule) string {
	if r == nil {
		return ""
	}
	if r.From == model.FromDate {
		return l.T("entry.date", l.Date(r.Date))
	}
	if r.Days == 0 {
		return l.Code("since", r.From)
	}
	days := "entry.calendar_days"
	if r.DayKind == model.WorkingDays {
		days = "entry.working_days"
	}
	return l.T("entry.days", l.Code("entry", r.From), l.T(days, r.Days))
}

// Numbered writes the number of a point, a step, an annex with the word for it: "5-тармақ",
// "пункт 5".
func (l Language) Numbered(word, number string) string {
	switch {
	case number == "":
		return word
	case l == Kazakh:
		return number + "-" + word
	}
	return word + " " + number
}

// Number writes a number with the separators of the language.
func (l Language) Number(n int) string { return printers()[l].Sprintf("%d", n) }
