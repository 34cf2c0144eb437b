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

func TestForeignLettersAreTheLatinOnesAndTheLookalikes(t *testing.T) {
	for r := rune(1); r < 0x500; r++ {
		_, lookalike := Lookalike(r)
		latin := r < 0x80 && IsLetter(r)
		if r >= 0x180 && r < 0x280 && !lookalike {
			continue // ə and Ə are told by their first byte, which others have
		}
		if got := HasForeign("қж" + string(r) + "ж"); got != (lookalike || latin) {
			t.Errorf("HasForeign(%q) = %v", r, got)
		}
	}
}
