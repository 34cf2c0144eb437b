package lang

import (
	"slices"
	"strings"
	"testing"
)

func TestNeedlesFindWhatStringsContainsFinds(t *testing.T) {
	n := NewNeedles("тратил", "жойыл", "No")
	for _, s := range []string{"Утратило силу", "Күші жойылды", "жойы", "", "т", "No 5", "N 5", "қаулы"} {
		want := strings.Contains(s, "тратил") || strings.Contains(s, "жойыл") || strings.Contains(s, "No")
		if n.In(s) != want {
			t.Errorf("In(%q) = %v", s, n.In(s))
		}
	}
}

func TestPhrasesAreLookedIntoByTwoLetters(t *testing.T) {
	phrases := []string{"не более", "в течение", "до$", "и$", "күн", "№ "}
	all := NewPhrases(phrases...)
	var table byLetters[string]
	for _, p := range phrases {
		table.add(p, p)
	}
	for _, test := range []struct {
		text string
		want string // the phrase that it may begin, "" for none
	}{
		{"не более 30 минут", "не более"},
		{"в течение дня", "в течение"},
		{"время", "в течение"}, // a stem of one letter
		{"в", "в течение"},
		{"и", "и$"},
		{"до 5 дней", "до$"},
		{"күнтізбелік", "күн"},
		{"№ 5", "№ "},
		{"наше", ""},
		{"к", ""},
		{"", ""},
	} {
		if got := len(all.Like(test.text)) > 0; got != (test.want != "") {
			t.Errorf("%q may begin a phrase: %v", test.text, got)
		}
		if got := table.like(test.text); test.want != "" && !slices.Contains(got, test.want) || test.want == "" && len(got) > 0 {
			t.Errorf("%q is like %q, not %q", test.text, got, test.want)
		}
	}
}

func TestBeginningsOfWordsTellPhrasesThatAreNotAmongThem(t *testing.T) {
	var words Beginnings
	for _, w := range strings.Fields("рәсімнің іс-қимылдың нәтижесі 5 в") {
		words.Add(w)
	}
	for phrase, want := range map[string]bool{"рәсім": true, "іс-қимыл": true, "нәтижесін алу": true, "в процессе": true, "в$": true, "с момента": false, "негіз": false, "келесі": false} {
		if words.May(phrase) != want {
			t.Errorf("May(%q) = %v", phrase, !want)
		}
	}
}
