package wording_test

import (
	"fmt"
	"slices"
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

// Of texts too long for the shortest edits all that lies between the common words is one.
func TestLongTextsThatDiffer(t *testing.T) {
	text := func(n int, word string) string {
		var b strings.Builder
		b.WriteString("басы ")
		for i := range n {
			fmt.Fprintf(&b, "%s%d ", word, i)
		}
		return b.String() + "ортақ соңы"
	}
	for _, n := range []int{1000, 5000} {
		a, b := text(n, "а"), text(n, "б")
		want := []wording.Edit{{A: strings.TrimSuffix(strings.TrimPrefix(a, "басы "), " ортақ соңы"), B: strings.TrimSuffix(strings.TrimPrefix(b, "басы "), " ортақ соңы")}}
		if got := wording.Edits(a, b); !slices.Equal(got, want) {
			t.Errorf("%d words: %d edits", n, len(got))
		}
		runs, _ := wording.Marked(a, b)
		if len(runs) != 3 || runs[0].Text+runs[1].Text+runs[2].Text != a || !runs[1].Only || runs[0].Only || runs[2].Only {
			t.Errorf("%d words: %d runs", n, len(runs))
		}
	}
	// One word among many is told as one word, however long the texts are.
	a := text(5000, "а")
	if got := wording.Edits(a, strings.Replace(a, "а2500 ", "басқа ", 1)); len(got) != 1 || got[0].A != "а2500" && got[0].B != "а2500" {
		t.Errorf("got %.100v", got)
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
