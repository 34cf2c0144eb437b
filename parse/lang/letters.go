package lang

import "reglament/model"

// lookalikes are Latin letters that stand for Cyrillic ones in damaged or carelessly
// typed words ("тәртiбiн", "мемлекеттiк"): the glyphs are the same.
var lookalikes = map[rune]rune{
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'I': 'І', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х', 'Y': 'У',
	'a': 'а', 'c': 'с', 'e': 'е', 'h': 'һ', 'i': 'і', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у',
	'ə': 'ә', 'Ə': 'Ә', // U+0259, U+018F for U+04D9, U+04D8
}

// Lookalike returns the Cyrillic letter that a Latin letter looks like.
func Lookalike(r rune) (rune, bool) {
	c, ok := lookalikes[r]
	return c, ok
}

// kazakhOnly tells the letters of the Kazakh alphabet that Russian does not have.
func kazakhOnly(r rune) bool {
	switch r {
	case 'ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і', 'Ә', 'Ғ', 'Қ', 'Ң', 'Ө', 'Ұ', 'Ү', 'Һ', 'І':
		return true
	}
	return false
}

// Detect tells the language of a text by its letters: about every eighth letter of a
// Kazakh text is one that Russian lacks; in a Russian one only names have them.
func Detect(text string) model.Language {
	var cyrillic, kazakh int
	for _, r := range text {
		switch {
		case kazakhOnly(r):
			kazakh++
			cyrillic++
		case r >= 'А' && r <= 'я':
			cyrillic++
		}
	}
	if kazakh*25 > cyrillic {
		return model.Kazakh
	}
	return model.Russian
}
