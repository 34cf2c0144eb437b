package lang

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reglament/model"
)

// kindWord is a word for a kind of act, by its stem.
type kindWord struct {
	stem string
	kind model.ActKind
	not  string // a longer stem that is another word
	// endings are all that may follow the stem, where other words begin so; one that ends
	// in * goes on in any way.
	endings    []string
	nominative string // in which requisites have it
}

// Words of Kazakh acts: "… қаулысымен", "… Заңының". The stems stop before the letter
// that changes (бұйрық, бұйрығы).
var kazakhKinds = []kindWord{
	{stem: "қаулы", kind: model.Resolution, nominative: "қаулысы"},
	{stem: "шешім", kind: model.Decision, nominative: "шешімі"},
	{stem: "бұйры", kind: model.Order, nominative: "бұйрығы"},
	// заңнама is legislation, заңды lawful, заңсыз unlawful
	{stem: "заң", kind: model.Law, not: "заңна", nominative: "заңы",
		endings: []string{"", "ы", "ын", "ына", "ының", "ында", "ымен", "дар*", "ға", "ның", "мен", "да"}},
	{stem: "кодекс", kind: model.Code, nominative: "кодексі"},
	{stem: "жарлы", kind: model.Decree, nominative: "жарлығы"},
	{stem: "өкім", kind: model.UnknownKind, not: "өкімет", nominative: "өкімі"},
	// a letter that ends an act's effect; хатшы is a secretary, хаттама a protocol
	{stem: "хат", kind: model.UnknownKind, endings: []string{"", "ы", "ын", "ына", "ының", "ымен", "тар*", "қа", "тың", "пен"}},
}

// Words of Russian acts.
var russianKinds = []kindWord{
	{stem: "постановлени", kind: model.Resolution, nominative: "постановление"},
	{stem: "решени", kind: model.Decision, nominative: "решение"},
	{stem: "приказ", kind: model.Order, not: "приказыва", nominative: "приказ"},
	{stem: "закон", kind: model.Law, not: "законод", nominative: "закон", // законность is another word
		endings: []string{"", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"}},
	{stem: "кодекс", kind: model.Code, nominative: "кодекс"},
	{stem: "указ", kind: model.Decree, not: "указа", nominative: "указ"}, // указанный; указа, указам are named in exactKinds
	{stem: "распоряжени", kind: model.UnknownKind, nominative: "распоряжение"},
	{stem: "письм", kind: model.UnknownKind, not: "письме"},
}

// exactKinds are forms that the stems leave out because a longer word begins so.
var exactKinds = map[string]model.ActKind{
	"указа": model.Decree, "указами": model.Decree, "указам": model.Decree, "письме": model.UnknownKind, "письмен": "",
}

func kindWords(l model.Language) []kindWord {
	if l == model.Russian {
		return russianKinds
	}
	return kazakhKinds
}

// KindOf tells which kind of act the folded word names; ok is false where it names
// none. The kind is model.UnknownKind for acts outside the contract (өкім, письмо).
func KindOf(word string, l model.Language) (kind model.ActKind, ok bool) {
	if k, exact := exactKinds[word]; exact {
		return k, k != ""
	}
	for _, k := range kindWords(l) {
		rest, has := strings.CutPrefix(word, k.stem)
		if has && (k.not == "" || !strings.HasPrefix(word, k.not)) && k.ends(rest) {
			return k.kind, true
		}
	}
	return "", false
}

func (k kindWord) ends(rest string) bool {
	return k.endings == nil || slices.ContainsFunc(k.endings, func(e string) bool {
		e, begins := strings.CutSuffix(e, "*")
		return rest == e || begins && strings.HasPrefix(rest, e)
	})
}

// IsNominative reports whether the folded word names a kind of act as requisites do:
// "… қаулысы", "Постановление …".
func IsNominative(word string, l model.Language) bool {
	return word != "" && slices.ContainsFunc(kindWords(l), func(k kindWord) bool { return k.nominative == word })
}

// KindNominative returns the nominative of a folded word for a kind of act: "кодексіне" →
// "кодексі".
func KindNominative(word string, l model.Language) string {
	for _, k := range kindWords(l) {
		if strings.HasPrefix(word, k.stem) {
			return k.nominative
		}
	}
	return word
}

// codes are the Russian names of the republic's codes, codeEndings how they end in other cases.
var (
	codes = []string{
		"бюджетный", "налоговый", "земельный", "лесной", "водный", "трудовой", "экологический", "предпринимательский",
		"социальный", "гражданский", "уголовный", "таможенный", "цифровой", "строительный",
	}
	codeEndings = []string{"ого", "ому", "ым", "им", "ом"}
)

// CodeOf returns the name of a code in the nominative, of which the folded word is a form:
// "бюджетным" → "бюджетный"; "" where no code is called so.
func CodeOf(word string) string {
	for _, code := range codes {
		_, n := utf8.DecodeLastRuneInString(code)
		stem := code[:len(code)-2*n]
		if ending, ok := strings.CutPrefix(word, stem); ok && (word == code || slices.Contains(codeEndings, ending)) {
			return code
		}
	}
	return ""
}

// ActWords name acts of any kind: "некоторые нормативные правовые акты", "кейбір актілердің".
var ActWords = []Phrase{"акты", "актов", "актам", "актах", "актілер*", "құжаттар*"}

// KindQualifiers stand before the kind of an act in its requisites.
var KindQualifiers = []Phrase{"совместн*", "нормативн*", "конституционн*", "нормативтік", "конституциялық", "бірлескен"}

// Spelled returns the verb of adoption, or the word for an act, whose letters in capitals are
// those of a text, parted into its words: "ШЕШІМЕТТІ" is "ШЕШІМ ЕТТІ".
func Spelled(letters string) (string, bool) {
	folded := FoldWord(letters)
	for _, v := range AdoptionVerbs {
		if strings.ReplaceAll(string(v.Phrase), " ", "") != folded {
			continue
		}
		words := letters
		if first, _, two := strings.Cut(string(v.Phrase), " "); two && len(first) < len(letters) {
			words = letters[:len(first)] + " " + letters[len(first):]
		}
		return words, true
	}
	for _, l := range [...]model.Language{model.Kazakh, model.Russian} {
		if _, ok := KindOf(folded, l); ok {
			return letters, true
		}
	}
	return "", false
}

// AdoptionVerbs are the verbs, and the kind of the act that they end the preamble of.
var AdoptionVerbs = []struct {
	Phrase Phrase
	Kind   model.ActKind
}{
	{"қаулы етеді", model.Resolution},
	{"қаулы етемін", model.Resolution},
	{"қаулы етті", model.Resolution},
	{"шешім қабылдады", model.Decision},
	{"шешім қабылдаймын", model.Decision},
	{"шешім қабылдадым", model.Decision},
	{"шешім етті", model.Decision},
	{"шешім етеді", model.Decision},
	{"шешім етемін", model.Decision},
	{"шешім еттім", model.Decision},
	{"шешім шығарды", model.Decision},
	{"шешті", model.Decision},
	{"шештік", model.Decision},
	{"шештім", model.Decision},
	{"шешеді", model.Decision},
	{"шешемін", model.Decision},
	{"шешеміз", model.Decision},
	{"бұйырамын", model.Order},
	{"бұйырады", model.Order},
	{"постановляет", model.Resolution},
	{"постановил", model.Resolution},
	{"постановляю", model.Resolution},
	{"постановляют", model.Resolution},
	{"решил", model.Decision},
	{"решила", model.Decision},
	{"решили", model.Decision},
	{"решает", model.Decision},
	{"принял решение", model.Decision},
	{"приняли решение", model.Decision},
	{"решаю", model.Decision},
	{"приказываю", model.Order},
	{"приказывает", model.Order},
}
