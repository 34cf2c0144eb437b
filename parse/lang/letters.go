package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
)

// lookalikes are letters of other alphabets that stand for Kazakh and Russian ones in
// damaged or carelessly typed words: Latin ones whose glyphs are the same ("тәртiбiн",
// "мемлекеттiк"), and Slavic ones that a Kazakh font of the nineties drew as Kazakh
// ("Ќазаќстан Республикасыныњ", "жылѓы", "љзгерістер"; another one "мјслихатыныѕ", "жылєы",
// "ґзгерту", "кїнтізбелік", "ўстау").
var lookalikes = map[rune]rune{
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'I': 'І', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х', 'Y': 'У',
	'a': 'а', 'c': 'с', 'e': 'е', 'h': 'һ', 'i': 'і', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у',
	'ə': 'ә', 'Ə': 'Ә', // U+0259, U+018F for U+04D9, U+04D8
	'Ќ': 'Қ', 'Ѓ': 'Ғ', 'Њ': 'Ң', 'Љ': 'Ө',
	'ќ': 'қ', 'ѓ': 'ғ', 'њ': 'ң', 'љ': 'ө',
	'Ј': 'Ә', 'Є': 'Ғ', 'Ѕ': 'Ң', 'Ґ': 'Ө', 'Ў': 'Ұ', 'Ї': 'Ү',
	'ј': 'ә', 'є': 'ғ', 'ѕ': 'ң', 'ґ': 'ө', 'ў': 'ұ', 'ї': 'ү',
}

// Lookalike returns the Kazakh or Russian letter that a letter of another alphabet stands
// for.
func Lookalike(r rune) (rune, bool) {
	c, ok := lookalikes[r]
	return c, ok
}

// Look is what a quick look at the bytes of a text finds. Nearly no paragraph has any of
// it, and what looks for damage needs to read no other.
type Look struct {
	Foreign bool // Latin letters, or look-alikes of Kazakh and Russian ones
	Mixed   bool // a capital or a figure right behind a small letter: "туралыҚазақстан"
	Glued   bool // a letter right behind a figure: "9тармағында"
	Spelled bool // capitals that stand alone, some in a row: "Р Е Ш И Л"
}

// LookAt looks at a text.
func LookAt(s string) (l Look) {
	const row = 4        // capitals
	start, alone := 0, 0 // of the signs of one shape; such capitals so far
	var before shape
	for i := 0; i < len(s); {
		c := s[i]
		is, size := other, 1
		switch {
		case c-0xd0 < 5 && i+1 < len(s): // U+0400 to U+053F
			is, size = shapes[c-0xd0][s[i+1]%64], 2
		case c < utf8.RuneSelf:
			if c-'0' < 10 {
				is = figure
			} else if c|0x20-'a' < 26 {
				is = foreign
			}
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			is = shapeOf(r)
		}
		i += size
		if is == before {
			continue
		}
		l.Foreign = l.Foreign || is&foreign != 0
		l.Mixed = l.Mixed || before&small != 0 && is&(capital|figure) != 0
		l.Glued = l.Glued || before == figure && is&(small|capital) != 0
		switch {
		case is&(small|figure) != 0:
			alone = 0
		case is == other && i-size-start <= 2: // one letter
			alone++
			l.Spelled = l.Spelled || alone >= row
		case is == other:
			alone = 0
		}
		start = i - size
		before = is
	}
	return l
}

// shape is what a look sees of a sign.
type shape uint8

const (
	small shape = 1 << iota
	capital
	figure
	foreign

	other shape = 0
)

func shapeOf(r rune) (is shape) {
	switch {
	case unicode.IsUpper(r):
		is = capital
	case unicode.IsLetter(r):
		is = small
	}
	if _, ok := lookalikes[r]; ok {
		is |= foreign
	}
	return is
}

// shapes are those of U+0400 to U+053F, by the two bytes of the letter.
var shapes = func() (is [5][64]shape) {
	for r := rune(0x400); r < 0x540; r++ {
		is[r>>6-0x10][r%64] = shapeOf(r)
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

// ItemLetters number the items of a list in their order: ё, й, ъ, ы, ь and the letters that only
// Kazakh has are left out of it.
const ItemLetters = "абвгдежзиклмнопрстуфхцчшщэюя"

// ItemLetter returns where in the order of items a letter stands, 1 for "а", 0 for a letter
// that is left out.
func ItemLetter(letter string) int {
	before, _, found := strings.Cut(ItemLetters, strings.ToLower(letter))
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

// EndsWord reports whether a letter is the one that only Kazakh has and that words often end in:
// "қызық".
func EndsWord(r rune) bool { return r == 'қ' }

// EndsNoWord reports whether a letter is one that only Kazakh has and that no word ends in.
func EndsNoWord(r rune) bool {
	switch r {
	case 'ә', 'ғ', 'ө', 'ұ', 'ү', 'Ә', 'Ғ', 'Ө', 'Ұ', 'Ү':
		return true
	}
	return false
}

// IsNoWord reports whether letters in lower case are no word of Kazakh: a single one, such without a
// vowel, and endings that begin with one: "ының".
func IsNoWord(letters string) bool {
	first, size := utf8.DecodeRuneInString(letters)
	if size == len(letters) || !strings.ContainsFunc(letters, IsVowel) {
		return true
	}
	if IsVowel(first) {
		for _, endings := range kazakh.Declensions[0].Cases {
			if slices.Contains(endings, letters) {
				return true
			}
		}
	}
	return false
}

// KnownAcross reports whether two parts, in lower case, are a word by which acts and parts of them
// are known, that reaches into the second: "қазақ|стан", "тармақ|шасына".
func KnownAcross(first, second string) bool {
	word := first + second
	across := func(p Phrase) bool {
		stem, _, _ := strings.Cut(string(p), " ")
		stem = strings.TrimSuffix(stem, "*")
		return len(stem) > len(first) && strings.HasPrefix(word, stem)
	}
	return slices.ContainsFunc(Republic, across) || slices.ContainsFunc(TargetWords, func(w TargetWord) bool { return across(w.Phrase) })
}
