package lang

import (
	"strings"
	"unicode/utf8"

	"reglament/model"
)

// lookalikes are letters of other alphabets that stand for Kazakh and Russian ones in
// damaged or carelessly typed words: Latin ones whose glyphs are the same ("тәртiбiн",
// "мемлекеттiк"), and Slavic ones that a Kazakh font of the nineties drew as Kazakh
// ("Ќазаќстан Республикасыныњ", "жылѓы", "љзгерістер").
var lookalikes = map[rune]rune{
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'I': 'І', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х', 'Y': 'У',
	'a': 'а', 'c': 'с', 'e': 'е', 'h': 'һ', 'i': 'і', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у',
	'ə': 'ә', 'Ə': 'Ә', // U+0259, U+018F for U+04D9, U+04D8
	'Ќ': 'Қ', 'Ѓ': 'Ғ', 'Њ': 'Ң', 'Љ': 'Ө',
	'ќ': 'қ', 'ѓ': 'ғ', 'њ': 'ң', 'љ': 'ө',
}

// Lookalike returns the Kazakh or Russian letter that a letter of another alphabet stands
// for.
func Lookalike(r rune) (rune, bool) {
	c, ok := lookalikes[r]
	return c, ok
}

// HasForeign reports whether a text has Latin letters or look-alikes of Kazakh and Russian
// ones, by a quick look at its bytes.
func HasForeign(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			if c |= 0x20; c >= 'a' && c <= 'z' {
				return true
			}
		case c == 0xd0 || c == 0xd1:
			if i++; i < len(s) && slavic[c-0xd0]>>(s[i]%64)&1 != 0 {
				return true
			}
		case c == 0xc9 || c == 0xc6: // ə, Ə begin with these bytes
			return true
		}
	}
	return false
}

// slavic are the look-alikes of U+0400 to U+047F, a bit each.
var slavic = func() (is [2]uint64) {
	for r := range lookalikes {
		if r >= 0x400 {
			is[(r-0x400)/64] |= 1 << (r % 64)
		}
	}
	return is
}()

// FirstVowel mends the first letter of a Kazakh word that was typed with a Latin Y: before
// a consonant Y stands for the vowel Ү ("Yкіметінің"), for У only before a vowel or in
// words of Russian ("Yспен").
func FirstVowel(latin byte, word string) string {
	if latin|0x20 != 'y' || !strings.ContainsAny(word, "іөәүІӨӘҮ") {
		return word
	}
	first, n := utf8.DecodeRuneInString(word)
	if next, _ := utf8.DecodeRuneInString(word[n:]); strings.ContainsRune("аәеиоөуұүыіэюя", next) {
		return word
	}
	if first == 'У' {
		return "Ү" + word[n:]
	}
	return "ү" + word[n:]
}

// StandsAlone reports whether a letter is a word: a Russian preposition or conjunction,
// which also number items.
func StandsAlone(letter rune) bool {
	return strings.ContainsRune("авикосуяАВИКОСУЯ", letter)
}

// itemLetters number the items of a list in their order: ё, й and the letters that only
// Kazakh has are left out of it.
const itemLetters = "абвгдежзиклмнопрстуфхцчшщэюя"

// ItemLetter returns where in the order of items a letter stands, 1 for "а", 0 for a letter
// that is left out.
func ItemLetter(letter string) int {
	before, _, found := strings.Cut(itemLetters, Lower(letter))
	if !found || letter == "" {
		return 0
	}
	return utf8.RuneCountInString(before) + 1
}

// kazakhOnly tells the letters of the Kazakh alphabet that Russian does not have.
func kazakhOnly(r rune) bool {
	switch r {
	case 'ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і', 'Ә', 'Ғ', 'Қ', 'Ң', 'Ө', 'Ұ', 'Ү', 'Һ', 'І':
		return true
	}
	return false
}

// OwnFont reports whether a letter of Kazakh is one that fonts with the letters of Slavic
// languages lack: all of its own but і, which is Ukrainian too.
func OwnFont(r rune) bool { return r != 'і' && r != 'І' && kazakhOnly(r) }

// IsVowel reports whether a letter is a vowel of Kazakh or Russian.
func IsVowel(r rune) bool {
	return strings.ContainsRune("аәеёиіоөуұүыэюяАӘЕЁИІОӨУҰҮЫЭЮЯ", r)
}

// IsFront reports whether a vowel is one of the front ones, beside which no word has қ or ғ.
func IsFront(r rune) bool { return strings.ContainsRune("әеөүіӘЕӨҮІ", r) }

// plainLetter returns the Russian letter that is typed for a Kazakh one where a keyboard
// lacks it, and any other letter as it is.
func plainLetter(r rune) rune {
	switch r {
	case 'ә':
		return 'а'
	case 'ғ':
		return 'г'
	case 'қ':
		return 'к'
	case 'ң':
		return 'н'
	case 'ө':
		return 'о'
	case 'ұ', 'ү':
		return 'у'
	case 'һ':
		return 'х'
	case 'і':
		return 'и'
	}
	return r
}

// FoldPlain writes a folded word without the letters of Kazakh that Russian lacks.
func FoldPlain(word string) string { return strings.Map(plainLetter, word) }

// cutPlain cuts the prefix off a folded word, however the letters of both are typed.
func cutPlain(word, prefix string) (rest string, ok bool) {
	for _, p := range prefix {
		r, n := utf8.DecodeRuneInString(word)
		if n == 0 || plainLetter(r) != plainLetter(p) {
			return "", false
		}
		word = word[n:]
	}
	return word, true
}

// Detect tells the language of a text by its letters: about every eighth letter of a
// Kazakh text is one that Russian lacks; in a Russian one only names have them. The
// beginning of a long text tells.
func Detect(text string) model.Language {
	const enough = 1 << 16 // bytes
	text = text[:min(len(text), enough)]
	var cyrillic, kazakh int
	for i := 0; i+1 < len(text); i++ {
		if c := text[i]; c >= 0xd0 && c <= 0xd3 { // where the letters of both alphabets stand
			i++
			told := alphabets[c-0xd0][text[i]%64]
			cyrillic += int(told & 1)
			kazakh += int(told >> 1)
		}
	}
	if kazakh*25 > cyrillic {
		return model.Kazakh
	}
	return model.Russian
}

// alphabets tells of U+0400 to U+04FF, by the two bytes of a letter, those of the Russian
// alphabet (1) and those that Kazakh has besides (3).
var alphabets = func() (told [4][64]uint8) {
	for r := rune(0x400); r < 0x500; r++ {
		at := &told[(r-0x400)/64][r%64]
		switch {
		case kazakhOnly(r):
			*at = 3
		case r >= 'А' && r <= 'я':
			*at = 1
		}
	}
	return told
}()
