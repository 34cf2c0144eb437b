package act

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

type regionPatterns struct {
	code                       model.Region
	oblast, after, city, short []lang.Pattern
}

var (
	regions = func() (out []regionPatterns) {
		for _, r := range lang.Regions {
			out = append(out, regionPatterns{r.Code, patterns(r.Oblast), patterns(r.After), patterns(r.City), patterns(r.Short)})
		}
		return out
	}()
	kazakhIssuers, russianIssuers = issuerPatterns(lang.KazakhIssuers), issuerPatterns(lang.RussianIssuers)
)

type issuerPattern struct {
	p    lang.Pattern
	kind model.IssuerKind
}

func issuerPatterns(words []lang.IssuerWord) (out []issuerPattern) {
	for _, w := range words {
		out = append(out, issuerPattern{w.Phrase.Pattern(), w.Kind})
	}
	return out
}

// issuerKind tells the kind of the body named in tokens [from, to).
func (l *line) issuerKind(from, to int, lg model.Language) (model.IssuerKind, bool) {
	table := kazakhIssuers
	if lg == model.Russian {
		table = russianIssuers
	}
	var last model.IssuerKind
	found := false
	for i := from; i < to; i++ {
		if l.t[i].kind == open && l.t[i].match > i {
			i = l.t[i].match
			continue
		}
		if l.t[i].kind != word {
			continue
		}
		for _, w := range table {
			if _, ok := l.at(i, w.p); ok {
				if lg == model.Russian && !l.has(i, weakIssuers) {
					return w.kind, true
				}
				// "заместителя Премьер-Министра – Министра финансов" is the minister
				last, found = w.kind, true
				break
			}
		}
	}
	return last, found
}

// region finds the region that tokens [from, to) name: an oblast before a city before
// the republic.
func (l *line) region(from, to int) (model.Region, bool) {
	var city model.Region
	of := false
	for i := from; i < to; i++ {
		if l.t[i].kind != word {
			continue
		}
		for _, r := range regions {
			for _, p := range r.oblast {
				if n, ok := l.at(i, p); ok && l.has(i+n, oblastWords) {
					return r.code, true
				}
			}
			if i+1 < to && l.has(i, oblastWords) && l.has(i+1, r.after) || l.has(i, r.short) {
				return r.code, true
			}
			if n, ok := l.any(i, r.city); ok && city == "" {
				if l.has(i+n, cityWords) || l.has(i-1, cityWords) || l.is(i-1, ".") && l.has(i-2, cityWords) { // "г. Алматы"
					city = r.code
				}
			}
		}
		if l.has(i, republic) {
			of = true
		}
	}
	if r, ok := l.plainOblast(from, to); ok {
		return r, true
	}
	switch {
	case city != "":
		return city, true
	case of:
		return "KZ", true
	}
	return "", false
}

// plainOblast finds an oblast whose Kazakh name was typed with Russian letters:
// "Караганды облысы", "Шыгыс Казакстан облысы".
func (l *line) plainOblast(from, to int) (model.Region, bool) {
	for i := from + 1; i < to; i++ {
		if !l.has(i, oblastWords) || l.t[i-1].kind != word {
			continue
		}
		name := lang.FoldPlain(l.t[i-1].low)
		if r, ok := lang.PlainOblasts[name]; ok {
			return r, true
		}
		if i-2 >= from {
			if r, ok := lang.PlainOblasts[lang.FoldPlain(l.t[i-2].low)+" "+name]; ok {
				return r, true
			}
		}
	}
	return "", false
}

// district finds the region by the district or city that tokens [from, to) name.
func (l *line) district(from, to int, on model.Date) (model.Region, bool) {
	for i := from; i < to; i++ {
		if l.t[i].kind != word {
			continue
		}
		city, district := l.beside(i, cityWords), l.beside(i, districtWords)
		if !city && !district {
			continue
		}
		for _, first := range l.t[i].low {
			for _, d := range lang.Districts[first] {
				if d.Unit == lang.City && !city || d.Unit == lang.RuralDistrict && !district {
					continue
				}
				if d.Name.Match(l.t[i].low) {
					return lang.OnDate(d.Code, on), true
				}
			}
			break
		}
	}
	return "", false
}

// beside: a district's name stands beside the word for a district or city, or in Russian
// is an adjective of the body itself: "Костанайский районный маслихат". Villages bear the
// names of districts of other regions: "Май ауылдық округі".
func (l *line) beside(i int, units []lang.Pattern) bool {
	if l.has(i+2, units) { // "Бұқар жырау ауданы", not "села Аксу Примерского района"
		return !lang.EndsIn(l.t[i+1].low, lang.PlaceAdjectives)
	}
	if l.has(i+1, units) { // "Ақсу ауданы", not "села Аксу района имени Турара Рыскулова"
		return !l.person(i + 2)
	}
	if l.is(i-1, ".") && l.has(i-2, units) { // "г. Аксу"
		return true
	}
	for j := i - 1; j >= max(0, i-4); j-- { // "района имени Турара Рыскулова", "района Т.Рыскулова"
		switch {
		case l.has(j, units):
			return true
		case l.is(j, "."), l.has(j, namedAfter), l.givenName(j), l.capital(j) && utf8.RuneCountInString(l.t[j].low) == 1:
		default:
			return false
		}
	}
	return false
}

// person reports whether a district is named at token i after a person: "имени Турара
// Рыскулова", "Т.Рыскулова", "Беимбета Майлина".
func (l *line) person(i int) bool {
	return l.has(i, namedAfter) || l.initial(i) || l.givenName(i) && l.givenName(i+1)
}

// givenName reports whether token i may be a name in the genitive.
func (l *line) givenName(i int) bool {
	return l.capital(i) && lang.EndsIn(l.t[i].low, lang.GivenNames)
}

// nominative turns an issuer in the case of the requisites to the one it is known by,
// where the language leaves no choice: "Жамбыл облысы әкімдігінің" → "… әкімдігі",
// "акимата Жамбылской области" → "акимат …".
func nominative(name string, lg model.Language) string {
	if lg == model.Kazakh {
		return lang.IssuerNominativeKazakh(name)
	}
	for _, dash := range lang.OfficeDashes {
		if deputy, of, two := strings.Cut(name, dash); two {
			return nominative(deputy, lg) + dash + nominative(of, lg)
		}
	}
	words := strings.Split(name, " ")
	for i, w := range words {
		n, noun := lang.IssuerNominative(lang.FoldWord(w))
		if n == "" {
			return name
		}
		if words[i] = withLetters(n, w); noun {
			return strings.Join(words, " ")
		}
	}
	return name
}

// withLetters writes the form of a word with the capitals that the word is printed with:
// "Восточно-Казахстанского", "АКИМАТА".
func withLetters(form, printed string) string {
	if printed == strings.ToUpper(printed) {
		return strings.ToUpper(form)
	}
	capitals := []rune(printed)
	letters := []rune(form)
	for i := range min(len(letters), len(capitals)) {
		if unicode.IsUpper(capitals[i]) {
			letters[i] = unicode.ToUpper(letters[i])
		}
	}
	return string(letters)
}

func issuerHead(w string) (model.IssuerKind, bool) {
	for _, p := range russianIssuers {
		if len(p.p) == 1 && p.p[0].Match(w) {
			return p.kind, true
		}
	}
	return "", false
}
