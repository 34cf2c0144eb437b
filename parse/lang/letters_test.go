package lang

import (
	"testing"

	"reglament/model"
)

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
		if got := LookAt("қж" + string(r) + "ж").Foreign; got != (lookalike || latin) {
			t.Errorf("LookAt(%q).Foreign = %v", r, got)
		}
	}
}

// model, which imports nothing, has its own table of the letters that numbers are typed in.
func TestNumbersAreFoldedByTheSameLookalikes(t *testing.T) {
	for latin := 'A'; latin <= 'Z'; latin++ {
		want, ok := Lookalike(latin)
		if !ok {
			want = latin
		}
		if got := model.FoldNumber(model.Text("Щ" + string(latin))); got != model.Text("Щ"+string(want)) {
			t.Errorf("Щ%c: %s, want Щ%c", latin, got, want)
		}
	}
}

func TestLookAtBoundariesOfLetters(t *testing.T) {
	for text, want := range map[string]Look{
		"туралыҚазақстан":         {Mixed: true},
		"Республикасының ҮКІМЕТІ": {},
		"еҮкімет":                 {Mixed: true},
		"қ2а0у4лы":                {Mixed: true, Glued: true},
		"9тармағында":             {Glued: true},
		"9-тармағында, 2016 жыл":  {},
		"5–7 минут":               {},
		"«Қызмет» (Басшы)":        {},
		"маслихат Р Е Ш И Л:":     {Spelled: true},
		"Ш Е Ш І М  Е Т Т І":      {Spelled: true},
		"К. и А. Ахметовы, Б. Ы.": {},
		"m2":                      {Foreign: true},
		"тәртiбiн":                {Foreign: true},
		"Ќазаќстан":               {Foreign: true},
		"мјслихатыныѕ":            {Foreign: true},
	} {
		if got := LookAt(text); got != want {
			t.Errorf("LookAt(%q) = %+v, want %+v", text, got, want)
		}
	}
}
