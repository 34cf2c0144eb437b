package model

import "testing"

func TestKeysOfOneActAreTheSame(t *testing.T) {
	for _, c := range []struct {
		number Text
		want   Text
	}{
		{"А-11/495", "KZ-11/2015-10-23/А-11/495"},
		{"а -11/495", "KZ-11/2015-10-23/А-11/495"},      // as signed by hand
		{"A-11/495", "KZ-11/2015-10-23/А-11/495"},       // typed in Latin
		{"6C-22/1", "KZ-11/2015-10-23/6С-22/1"},         // a session's decision
		{"133/16-VIII", "KZ-11/2015-10-23/133/16-VIII"}, // a Roman numeral
		{"25/7-VI", "KZ-11/2015-10-23/25/7-VI"},
		{"25/7-VІ", "KZ-11/2015-10-23/25/7-VI"}, // with a Kazakh І
		{"25/7-vi", "KZ-11/2015-10-23/25/7-VI"},
		{"24/1-ХХІV", "KZ-11/2015-10-23/24/1-XXIV"}, // with a Russian Х too
		{"IA-2", "KZ-11/2015-10-23/ІА-2"},
		{"88-V", "KZ-11/2015-10-23/88-V"},
		{"12-IC", "KZ-11/2015-10-23/12-IC"},
		{"ДCM-4", "KZ-11/2015-10-23/ДСМ-4"}, // Latin and Cyrillic in one word
		{"", ""},
	} {
		if got := Key("KZ-11", "2015-10-23", c.number); got != c.want {
			t.Errorf("%s: %s, want %s", c.number, got, c.want)
		}
	}
}
