package search

import (
	"strings"
	"unicode/utf8"
)

// Kazakh words are a stem and a row of endings: әкім-дік-тер-і-нің. The endings follow
// the vowels of the stem (back: -лар, front: -лер) and its last sound (-лар after a
// vowel, -дар after a voiced consonant, -тар after a voiceless one). An ending is taken
// off only where it agrees with what it stands on, so that few stems lose a part of
// their own. Endings that make another word (әкім → әкімдік) stay.
//
// What is left is a key, not a word of the dictionary: "қаулы", "қаулысы" and
// "қаулысымен" all give "қаул". Endings of persons (-ым "my", -ың "your") do not occur
// in acts, and taking them off would make "мерзім" of "мерз"; they stay.

// sounds are classes of last letters that decide which form an ending has.
type sounds uint

const (
	vowel     sounds = 1 << iota // а, е, ы, у, и …
	nasal                        // м н ң
	liquid                       // р л й
	voiced                       // з ж and б в г ғ д
	voiceless                    // к қ п т с ш …

	consonant = nasal | liquid | voiced | voiceless
	sonorous  = nasal | liquid | voiced
)

// ending is a row of the table: the ending with a back vowel, the one with a front vowel
// (equal where the ending has no harmony), and what it stands after.
type ending struct {
	back, front string
	after       sounds
	least       int // letters that have to be left
}

// kazakhEndings are tried from the first; a word loses endings until none fits. A longer
// one stands before the shorter that it ends with.
var kazakhEndings = []ending{
	// Passive verbs: көрсет-ілетін, бекіт-ілген, тірке-лді, ұсын-ылсын. The active -етін is
	// not here: it cannot be told from the end of "мемлекетін".
	{"ылатын", "ілетін", consonant, 2}, {"латын", "летін", vowel, 3},
	{"ылады", "іледі", consonant, 2}, {"лады", "леді", vowel, 3},
	{"ылған", "ілген", consonant, 2}, {"лған", "лген", vowel, 3},
	{"ылсын", "ілсін", consonant, 2}, {"лсын", "лсін", vowel, 3},
	{"ылды", "ілді", consonant, 2}, {"лды", "лді", vowel, 3},
	{"йтын", "йтін", vowel, 2},

	// Case on the possessive of the third person: қаулы-сы-ның, әкімдіг-і-нде.
	{"сындағы", "сіндегі", vowel, 3}, {"ындағы", "індегі", consonant, 2},
	{"сының", "сінің", vowel, 3}, {"ының", "інің", consonant, 2}, // мерзім-і-нің
	{"сына", "сіне", vowel, 3}, {"ына", "іне", consonant, 2}, // заң-ы-на
	{"сында", "сінде", vowel, 3}, {"ында", "інде", consonant, 2}, // тармағ-ы-нда
	{"сынан", "сінен", vowel, 3}, {"ынан", "інен", consonant, 2}, // күн-і-нен
	{"сымен", "сімен", vowel, 3}, {"ымен", "імен", consonant, 2}, // бұйрығ-ы-мен
	{"сын", "сін", vowel, 3}, {"ын", "ін", consonant, 3}, // құжат-ы-н

	// What is at a place or of a time: аудан-дағы, жыл-ғы, сырт-қы.
	{"дағы", "дегі", vowel | sonorous, 2}, {"тағы", "тегі", voiceless | voiced, 3},
	{"ғы", "гі", nasal | liquid, 3}, {"қы", "кі", voiceless, 3},

	// Active verbs: бер-еді, тірке-йді, ұсын-ған.
	{"йды", "йді", vowel, 2}, {"ады", "еді", consonant, 2},
	{"ған", "ген", vowel | sonorous, 2}, {"қан", "кен", voiceless, 2},

	// Cases.
	{"ның", "нің", vowel | nasal, 2}, {"дың", "дің", liquid | voiced, 2}, {"тың", "тің", voiceless | voiced, 2},
	{"нан", "нен", nasal, 3}, {"дан", "ден", vowel | sonorous, 3}, {"тан", "тен", voiceless | voiced, 3},
	{"ға", "ге", vowel | sonorous, 2}, {"қа", "ке", voiceless | voiced, 2},
	{"да", "де", vowel | sonorous, 3}, {"та", "те", voiceless | voiced, 3},
	{"ны", "ні", vowel, 3}, {"ды", "ді", sonorous, 2}, {"ты", "ті", voiceless | voiced, 3},
	{"мен", "мен", vowel | nasal | liquid, 2}, {"бен", "бен", voiced, 2}, {"пен", "пен", voiceless | voiced, 2},

	// Plural.
	{"лар", "лер", vowel | liquid, 2}, {"дар", "дер", nasal | liquid | voiced, 2}, {"тар", "тер", voiceless | voiced, 2},

	// The verbal noun, by itself and passive: тірке-у, көрсет-у, көрсет-іл-у.
	{"ылу", "ілу", consonant, 3}, {"у", "у", vowel | consonant, 2},

	// Third person: әкімдіг-і, қаулы-сы. "облысы" may be облыс-ы or облы-сы, "ауданы"
	// аудан-ы or ауда-ны: so that both readings meet, a stem's own с and н fall as well,
	// and so does its own narrow vowel.
	{"сы", "сі", vowel, 3}, {"ы", "і", consonant, 2},
	{"с", "с", vowel, 3}, {"н", "н", vowel, 3},
}

// changed are stems that an ending changes: they lose a vowel before one (халық → халқы,
// орын → орнын), or their й and its vowel are one letter (қой-ылған, қою, қояды).
var changed = map[string]string{
	"халқ": "халық", "орн": "орын", "көрк": "көрік", "ерк": "ерік", "құлқ": "құлық", "бөлк": "бөлік",
	"қою": "қой", "қояд": "қой", "жою": "жой", "жояд": "жой",
	"мойн": "мойын", "мұрн": "мұрын", "қарн": "қарын", "ауз": "ауыз", "көңл": "көңіл",
}

// stemKazakh returns the stem of a folded word.
func stemKazakh(word string) string {
	if word[0] < utf8.RuneSelf {
		return word // a number, a Latin word
	}
	for {
		shorter, ok := takeEnding(word)
		if !ok {
			break
		}
		word = shorter
	}
	word = harden(word)
	if whole, ok := changed[word]; ok {
		return stemKazakh(whole)
	}
	return word
}

func takeEnding(word string) (string, bool) {
	for _, e := range kazakhEndings {
		for i, end := range [...]string{e.back, e.front} {
			if i == 1 && e.front == e.back || !strings.HasSuffix(word, end) {
				continue
			}
			stem := word[:len(word)-len(end)]
			if utf8.RuneCountInString(stem) < e.least {
				continue
			}
			last, _ := utf8.DecodeLastRuneInString(stem)
			if e.after&soundOf(last) == 0 {
				continue
			}
			if e.back != e.front && !agrees(stem, i == 0) {
				continue
			}
			return stem, true
		}
	}
	return "", false
}

func soundOf(r rune) sounds {
	switch r {
	case 'а', 'ә', 'е', 'о', 'ө', 'ұ', 'ү', 'ы', 'і', 'э', 'я', 'ю':
		return vowel
	case 'и', 'у': // the end of "тіркеу" is a consonant in speech: тіркеу-ді
		return vowel | liquid
	case 'м', 'н', 'ң':
		return nasal
	case 'р', 'л', 'й':
		return liquid
	case 'з', 'ж', 'б', 'в', 'г', 'ғ', 'д':
		return voiced
	case 'к', 'қ', 'п', 'т', 'с', 'ш', 'щ', 'ф', 'х', 'һ', 'ц', 'ч', 'ь':
		return voiceless
	}
	return 0
}

// agrees reports whether the last vowel of a stem goes with an ending of back vowels, or
// of front ones. и and у go with both, and so does a stem without a vowel of its own:
// an abbreviation (ЖСН-ның).
func agrees(stem string, back bool) bool {
	for len(stem) > 0 {
		r, size := utf8.DecodeLastRuneInString(stem)
		switch r {
		case 'а', 'о', 'ұ', 'ы', 'я', 'ю':
			return back
		case 'ә', 'е', 'ө', 'ү', 'і', 'э':
			return !back
		case 'и', 'у':
			return true
		}
		stem = stem[:len(stem)-size]
	}
	return true
}

// harden undoes the softening of a stem's last letter before a vowel: әкімдіг-і →
// әкімдік, тармағ-ы → тармақ, тоб-ы → топ.
func harden(stem string) string {
	last, size := utf8.DecodeLastRuneInString(stem)
	switch last {
	case 'г':
		last = 'к'
	case 'ғ':
		last = 'қ'
	case 'б':
		last = 'п'
	default:
		return stem
	}
	return stem[:len(stem)-size] + string(last)
}
