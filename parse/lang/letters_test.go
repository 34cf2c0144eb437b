package lang

import "testing"

func TestFirstVowel(t *testing.T) {
	for _, c := range []struct {
		latin      byte
		word, want string
	}{
		{'Y', "Укіметінің", "Үкіметінің"},
		{'y', "улгілік", "үлгілік"},
		{'Y', "Успен", "Успен"},               // a word of Russian
		{'Y', "Уәлихановтың", "Уәлихановтың"}, // У before a vowel
		{'K', "Укіметінің", "Укіметінің"},     // the first letter was none of Latin Y
	} {
		if got := FirstVowel(c.latin, c.word); got != c.want {
			t.Errorf("%q typed with %c: %q, want %q", c.word, c.latin, got, c.want)
		}
	}
}
