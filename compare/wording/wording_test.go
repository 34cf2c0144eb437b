package wording_test

import (
	"strings"
	"testing"

	"reglament/compare/wording"
)

func TestQuotesDashesAndBlanksAreNoDifference(t *testing.T) {
	for _, c := range [][2]string{
		{"«Портал арқылы» – 1,5 сағат", "\"портал  арқылы\" - 1,5 сағат."},
		{"іс-қимыл", "іс – қимыл"},
	} {
		if wording.Fold(c[0]) != wording.Fold(c[1]) || len(wording.Edits(c[0], c[1])) > 0 {
			t.Errorf("%q and %q differ", c[0], c[1])
		}
	}
	if wording.Fold("1,5") == wording.Fold("15") {
		t.Error("1,5 is 15")
	}
}

func TestWordsAreRunsOfLettersAndFigures(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "",
		"  – «» ":                "",
		"ЭЦҚ-мен ҚОЛ қою":        "эцқ|мен|қол|қою",
		"1,5 сағат; 3.2. 15, 20": "1.5|сағат|3.2|15|20",
		"автомат\u00adтандырылған": "автоматтандырылған",
		"ЁЖ Ғ Ә Һ і Latin":         "ёж|ғ|ә|һ|і|latin",
		"www.egov.kz":              "www|egov|kz",
		"№279 (он)":                "279|он",
	} {
		if got := strings.Join(wording.Words(text), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestMarkedRunsAreTheTexts(t *testing.T) {
	for _, c := range []struct{ a, b, onlyA, onlyB string }{
		{"басшы құжаттарды қарайды – 1 сағат", "басшы құжаттарды қарайды – 1 жұмыс күні", "сағат", "жұмыс күні"},
		{"", "«хабарлама»", "", "«хабарлама»"},
		{"(бір)", "(бір)", "", ""},
		{"— құжат", "құжат", "", ""},
		{"регистрирует, выдает", "регистрирует «и» выдает", "", "и» "},
	} {
		ra, rb := wording.Marked(c.a, c.b)
		whole := func(runs []wording.Run) (all, only string) {
			for _, r := range runs {
				all += r.Text
				if r.Only {
					only += r.Text
				}
			}
			return all, only
		}
		for _, side := range []struct {
			runs       []wording.Run
			text, want string
		}{{ra, c.a, c.onlyA}, {rb, c.b, c.onlyB}} {
			all, only := whole(side.runs)
			if all != side.text || strings.TrimSpace(only) != strings.TrimSpace(side.want) {
				t.Errorf("%q: %q, only %q, want %q", side.text, all, only, side.want)
			}
		}
	}
}

func FuzzMarked(f *testing.F) {
	f.Add("а б в", "а в г")
	f.Add("\xff", "1.5")
	f.Fuzz(func(t *testing.T, a, b string) {
		ra, rb := wording.Marked(a, b)
		for _, x := range []struct {
			runs []wording.Run
			text string
		}{{ra, a}, {rb, b}} {
			var all strings.Builder
			for _, r := range x.runs {
				all.WriteString(r.Text)
			}
			if all.String() != x.text {
				t.Errorf("%q is not %q", all.String(), x.text)
			}
		}
	})
}
