package lang

import "reglament/model"

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

// Nominatives of issuers' words, by the ending of the case that requisites use.
// A word that is not here is not turned.
var issuerNominative = map[string]string{
	"акимата": "акимат", "маслихата": "маслихат", "акима": "аким", "правительства": "правительство",
	"министра": "министр", "районного": "районный", "городского": "городской", "областного": "областной",
}

// IssuerNominative returns the nominative of a folded Russian word of an issuer's
// name, "" where it is not known: "акимата" → "акимат", "абайского" → "абайский".
func IssuerNominative(word string) string {
	if n, ok := issuerNominative[word]; ok {
		return n
	}
	if cut, ok := cutSuffix(word, "ского"); ok {
		return cut + "ский"
	}
	return ""
}

func cutSuffix(word, suffix string) (string, bool) {
	if len(word) > len(suffix) && word[len(word)-len(suffix):] == suffix {
		return word[:len(word)-len(suffix)], true
	}
	return word, false
}
