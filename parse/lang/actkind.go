package lang

import (
	"strings"

	"reglament/model"
)

// kindWord is a word for a kind of act, by its stem.
type kindWord struct {
	stem string
	kind model.ActKind
	not  string // a longer stem that is another word
}

// Words of Kazakh acts: "… қаулысымен", "… Заңының". The stems stop before the letter
// that changes (бұйрық, бұйрығы).
var kazakhKinds = []kindWord{
	{"қаулы", model.Resolution, ""},
	{"шешім", model.Decision, ""},
	{"бұйры", model.Order, ""},
	{"заң", model.Law, "заңна"}, // заңнама is legislation, заңды is lawful: see KindOf
	{"кодекс", model.Code, ""},
	{"жарлы", model.Decree, ""},
	{"өкім", model.UnknownKind, "өкімет"},
	{"хат", model.UnknownKind, "хатш"}, // a letter that ends an act's effect; хатшы is a secretary
}

// Words of Russian acts.
var russianKinds = []kindWord{
	{"постановлени", model.Resolution, ""},
	{"решени", model.Decision, ""},
	{"приказ", model.Order, "приказыва"},
	{"закон", model.Law, "законод"},
	{"кодекс", model.Code, ""},
	{"указ", model.Decree, "указа"}, // указанный; указа, указам are named in exactKinds
	{"распоряжени", model.UnknownKind, ""},
	{"письм", model.UnknownKind, "письме"},
}

// exactKinds are forms that the stems leave out because a longer word begins so.
var exactKinds = map[string]model.ActKind{
	"указа": model.Decree, "указами": model.Decree, "указам": model.Decree, "письме": model.UnknownKind, "письмен": "",
}

// Endings of заң that belong to the word for a law; заңды, заңсыз, заңнама are others.
var lawEndings = []string{"", "ы", "ын", "ына", "ының", "ында", "ымен", "дар", "ға", "ның", "мен", "да", "ды"}

// KindOf tells which kind of act the folded word names; ok is false where it names
// none. The kind is model.UnknownKind for acts outside the contract (өкім, письмо).
func KindOf(word string, l model.Language) (kind model.ActKind, ok bool) {
	if k, exact := exactKinds[word]; exact {
		return k, k != ""
	}
	table := kazakhKinds
	if l == model.Russian {
		table = russianKinds
	}
	for _, k := range table {
		rest, has := strings.CutPrefix(word, k.stem)
		if !has || k.not != "" && strings.HasPrefix(word, k.not) {
			continue
		}
		switch k.stem {
		case "заң":
			if !hasEnding(rest, lawEndings) || rest == "ды" {
				return "", false
			}
		case "закон":
			if !shortEnding(rest) {
				return "", false
			}
		}
		return k.kind, true
	}
	return "", false
}

func hasEnding(rest string, endings []string) bool {
	for _, e := range endings {
		if rest == e || e == "дар" && strings.HasPrefix(rest, e) {
			return true
		}
	}
	return false
}

// shortEnding: case endings of закон have at most three letters; законность has more.
func shortEnding(rest string) bool {
	switch rest {
	case "", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах":
		return true
	}
	return false
}

// KindQualifiers stand before the kind of a Russian act in its requisites.
var KindQualifiers = []Phrase{"совместн*", "нормативн*", "конституционн*"}

// AdoptionVerbs are the verbs, and the kind of the act that they end the preamble of.
var AdoptionVerbs = []struct {
	Phrase Phrase
	Kind   model.ActKind
}{
	{"қаулы етеді", model.Resolution},
	{"қаулы етемін", model.Resolution},
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
