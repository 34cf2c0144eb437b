package lang

import (
	"strings"

	"reglament/model"
)

// IssuerWord names a kind of body that adopts acts. Kazakh has its head noun at the
// end ("… облысы әкімдігінің"), Russian at the beginning ("акимата … области"), so the
// last match decides in Kazakh and the first one in Russian. Officials other than
// ministers and akims are model.OtherIssuer, whatever body they head: "агенттігі
// төрағасының", "Председателя Агентства".
type IssuerWord struct {
	Phrase Phrase
	Kind   model.IssuerKind
}

// KazakhIssuers and RussianIssuers: the first that matches at a word counts.
var (
	KazakhIssuers = []IssuerWord{
		{"әкімдік*", model.Akimat},
		{"әкімдіг*", model.Akimat},
		{"әкімият*", model.Akimat},
		{"әкімшілі*", model.OtherIssuer},
		{"әкім*", model.Akim},
		{"мәслихат*", model.Maslikhat},
		{"мәслихатт*", model.Maslikhat},
		{"маслихат*", model.Maslikhat},
		{"министрлер кабинет*", model.Government},
		{"премьер-министр*", model.Government},
		{"министр*", model.Ministry},
		{"министір*", model.Ministry}, // a slip
		{"вице-министр*", model.Ministry},
		{"үкімет*", model.Government},
		{"агенттіг*", model.Agency},
		{"президент*", model.OtherIssuer},
		{"төраға*", model.OtherIssuer},
		{"төрайым*", model.OtherIssuer},
		{"басшы*", model.OtherIssuer},
		{"бастығы*", model.OtherIssuer},
		{"директор*", model.OtherIssuer},
		{"басқарма*", model.OtherIssuer},
		{"прокурор*", model.OtherIssuer},
		{"комиссия*", model.OtherIssuer},
		{"комитет*", model.OtherIssuer},
		{"департамент*", model.OtherIssuer},
		{"кеңес*", model.OtherIssuer},
	}
	RussianIssuers = []IssuerWord{
		{"акимат*", model.Akimat},
		{"аким", model.Akim},
		{"акима", model.Akim},
		{"акиму", model.Akim},
		{"акимом", model.Akim},
		{"акимов", model.Akim},
		{"маслихат*", model.Maslikhat},
		{"кабинет* министров", model.Government},
		{"премьер-министр*", model.Government},
		{"министр*", model.Ministry},
		{"министер*", model.Ministry},
		{"вице-министр*", model.Ministry},
		{"правительств*", model.Government},
		{"агентств*", model.Agency},
		{"президент*", model.OtherIssuer},
		{"председател*", model.OtherIssuer},
		{"руководител*", model.OtherIssuer},
		{"начальник*", model.OtherIssuer},
		{"директор*", model.OtherIssuer},
		{"прокурор*", model.OtherIssuer},
		{"правлени*", model.OtherIssuer},
		{"комисси*", model.OtherIssuer},
		{"комитет*", model.OtherIssuer},
		{"департамент*", model.OtherIssuer},
		{"совет*", model.OtherIssuer},
		{"суд*", model.OtherIssuer},
	}
)

// Signer is an office that signs an act of a kind for a body.
type Signer struct {
	Phrase Phrase
	Act    model.ActKind
	Body   model.IssuerKind
}

// Signers: who heads a body signs its acts. An akim adopts decisions of his own and
// signs the resolutions of his akimat; of a joint act the akimat is named first.
var Signers = []Signer{
	{"мәслихат*", model.Decision, model.Maslikhat},
	{"маслихат*", model.Decision, model.Maslikhat},
	{"әкім*", model.Decision, model.Akim},
	{"аким", model.Decision, model.Akim},
	{"акима", model.Decision, model.Akim},
	{"әкім*", model.Resolution, model.Akimat},
	{"аким", model.Resolution, model.Akimat},
	{"акима", model.Resolution, model.Akimat},
	{"әкім*", model.Joint, model.Akimat},
	{"аким", model.Joint, model.Akimat},
	{"премьер-министр*", model.Resolution, model.Government},
	{"министр*", model.Order, model.Ministry},
	{"президент*", model.Decree, model.OtherIssuer},
	{"мәслихат*", model.UnknownKind, model.Maslikhat},
	{"маслихат*", model.UnknownKind, model.Maslikhat},
}

// OfficeDashes part the two offices of one person: "Заместителя Премьер-Министра – Министра
// финансов".
var OfficeDashes = []string{" - ", " – ", " — "}

// issuerNouns and issuerAdjectives turn the last letters of a Russian issuer's words from the
// case that requisites use to the nominative: the first that fits counts. A word that none
// fits is not turned.
var (
	issuerNouns = [][2]string{
		{"акимата", "акимат"}, {"акима", "аким"}, {"маслихата", "маслихат"}, {"министра", "министр"}, {"правительства", "правительство"},
		{"заместителя", "заместитель"}, {"руководителя", "руководитель"}, {"председателя", "председатель"}, {"исполняющего", "исполняющий"},
		{"секретаря", "секретарь"}, {"начальника", "начальник"}, {"директора", "директор"}, {"прокурора", "прокурор"}, {"президента", "президент"},
		{"правления", "правление"}, {"агентства", "агентство"}, {"комитета", "комитет"}, {"департамента", "департамент"}, {"суда", "суд"},
	}
	issuerAdjectives = [][2]string{
		{"областного", "областной"}, {"городского", "городской"}, {"ского", "ский"}, {"вого", "вый"}, {"ного", "ный"}, {"временно", "временно"},
	}
)

// IssuerNominative returns the nominative of a folded Russian word of an issuer's name, "" where
// it is not known, and whether the word is the noun that those behind it belong to: "акимата" →
// "акимат", "абайского" → "абайский", "премьер-министра" → "премьер-министр".
func IssuerNominative(word string) (turned string, noun bool) {
	for _, n := range issuerNouns {
		if begun, ok := strings.CutSuffix(word, n[0]); ok && (begun == "" || strings.HasSuffix(begun, "-")) {
			return begun + n[1], true
		}
	}
	for _, a := range issuerAdjectives {
		if begun, ok := strings.CutSuffix(word, a[0]); ok {
			return begun + a[1], false
		}
	}
	return "", false
}
