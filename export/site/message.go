package site

import (
	"fmt"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// Language is a language of the interface (BCP 47), which is not that of a text.
type Language string

// Languages of the interface. The first is taken where the browser asks for none of them.
var Languages = []Language{"kk", "ru", "en"}

// languageNames are the names of the languages in themselves.
var languageNames = map[Language]string{"kk": "Қазақша", "ru": "Русский", "en": "English"}

var tags = []language.Tag{language.Kazakh, language.Russian, language.English}

// matcher chooses among Languages what a browser accepts.
var matcher = language.NewMatcher(tags)

// accepted is the interface language for an Accept-Language header.
func accepted(header string) Language {
	_, i := language.MatchStrings(matcher, header)
	return Languages[i]
}

// known returns the language with a code, and false where the interface has none.
func known(code string) (Language, bool) {
	for _, l := range Languages {
		if string(l) == code {
			return l, true
		}
	}
	return "", false
}

// phrase is a text of the interface in its three languages.
type phrase struct{ key, kk, ru, en string }

// counted is a text with a number. Kazakh nouns stay as they are after numerals.
type counted struct {
	key, kk              string
	ruOne, ruFew, ruMany string
	enOne, enOther       string
}

// printers write in each language.
var printers = newPrinters()

func newPrinters() map[Language]*message.Printer {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	for _, p := range phrases {
		for i, text := range []string{p.kk, p.ru, p.en} {
			must(b.SetString(tags[i], p.key, text))
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
}

// must is for tables that are compiled in: a fault in them is one of the program.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// keys are the keys of all phrases.
var keys = func() map[string]bool {
	m := map[string]bool{}
	for _, p := range phrases {
		m[p.key] = true
	}
	for _, c := range counts {
		m[c.key] = true
	}
	return m
}()

// T is a text of the interface.
func (l Language) T(key string, args ...any) string {
	return printers[l].Sprintf(message.Key(key, key), args...)
}

// Code is the name of a code of a kind ("role", "provider.office"), or the code itself
// where it has no name: a code of a newer model is still shown.
func (l Language) Code(kind string, code any) string {
	c := fmt.Sprint(code)
	if c == "" {
		return ""
	}
	if key := kind + "." + c; keys[key] {
		return l.T(key)
	}
	return strings.ReplaceAll(c, "_", " ")
}

// Number writes a number with the separators of the language.
func (l Language) Number(n int) string { return printers[l].Sprintf("%d", n) }
