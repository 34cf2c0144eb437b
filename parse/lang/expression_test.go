package lang

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"reglament/model"
)

// Every phrase of the tables is found by its words and by its expression in the same texts:
// with a word that goes on, and with no, one, four and five words for "…".
func TestAnExpressionFindsWhatWordsDo(t *testing.T) {
	for _, language := range []model.Language{model.Kazakh, model.Russian} {
		phrases := phrasesIn(reflect.ValueOf(For(language)).Elem())
		if len(phrases) < 500 {
			t.Fatalf("%s: only %d phrases", language, len(phrases))
		}
		for _, phrase := range phrases {
			if strings.Trim(phrase, "…$ ") == "" || strings.ContainsFunc(phrase, func(r rune) bool { return notOfWord(r) && !strings.ContainsRune("…$ ", r) }) {
				continue // "(іс-қимылдың)", "р/с": marks are in expressions only
			}
			p := NewPhrases(phrase)
			whole := regexp.MustCompile(`^` + p.Expression() + `$`)
			plain := strings.ReplaceAll(phrase, "$", "")
			for _, text := range []string{
				plain, plain + "гі",
				strings.ReplaceAll(plain, " …", ""), strings.ReplaceAll(plain, "…", "бір екі үш төрт"), strings.ReplaceAll(plain, "…", "бір екі үш төрт бес"),
			} {
				if in, found := p.In(text), whole.MatchString(text); in != found {
					t.Errorf("%q: by words %t, by the expression %t in %q", phrase, in, found, text)
				}
			}
		}
	}
}

// phrasesIn are the phrases of the tables in a value.
func phrasesIn(v reflect.Value) (out []string) {
	switch {
	case v.Type() == reflect.TypeFor[Phrases]():
		all := v.FieldByName("all")
		for i := range all.Len() {
			out = append(out, all.Index(i).String())
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			out = append(out, phrasesIn(v.Field(i))...)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			out = append(out, phrasesIn(v.Index(i))...)
		}
	case v.Kind() == reflect.Map:
		for _, key := range v.MapKeys() {
			out = append(out, phrasesIn(v.MapIndex(key))...)
		}
	}
	return out
}
