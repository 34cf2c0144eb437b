package corpus

import (
	"strings"

	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/lang"
)

// Named returns the act that a mention means. Its key has the region that the issuer's
// name tells, or else that of the act whose text mentions it, own, where the role of the
// mention tells that it is the same. A law mentioned without its number is known by its day
// and title: by the number that lang.Laws has for them, or else "KZ/2013-04-15/«…»". ok is
// false where the mention does not tell which act it means.
func Named(r *model.ActRef, role RefRole, own model.Region) (a Act, ok bool) {
	if r == nil || r.Date == "" {
		return a, false
	}
	a = Act{Region: act.RegionOf(string(r.Issuer), r.Date), Adopted: r.Date, Number: r.Number}
	if a.Region == "" && (r.Kind == model.Law || r.Kind == model.Code) {
		a.Region = republic
	}
	if a.Region == "" {
		a.Region = regionOf(role, own)
	}
	if a.Number == "" {
		a.Number = numberOfLaw(r)
	}
	number := a.Number
	if number == "" && r.Title != "" {
		number = model.Text("«" + lang.FoldName(string(r.Title)) + "»")
	}
	a.Key = string(model.Key(a.Region, a.Adopted, number))
	return a, a.Key != ""
}

// regionOf is the region of an act that is mentioned for the role in a text of the region own,
// "" where that does not tell it: a body changes and ends its own acts, "постановление акимата
// от 21 мая 2015 года № 220", and cites those of others.
func regionOf(role RefRole, own model.Region) model.Region {
	switch role {
	case RefAmends, RefRepeals, RefNote, RefRepealedBy, RefEdition, RefApprovedBy:
		return own
	}
	return ""
}

// numberOfLaw is the number of a law that is told by its day and title.
func numberOfLaw(r *model.ActRef) model.Text {
	title := lang.FoldName(string(r.Title))
	for _, l := range lang.Laws {
		if l.Date == string(r.Date) && (title == lang.FoldName(l.Kazakh) || title == lang.FoldName(l.Russian)) {
			return model.Text(l.Number)
		}
	}
	return ""
}

// republic is the region of acts that hold everywhere: laws and codes are acts of
// Parliament, whoever a mention names.
const republic = model.Region("KZ")

// WithoutNumber reports whether the act is known by its title only.
func WithoutNumber(a Act) bool {
	return a.Number == "" || strings.HasPrefix(string(a.Number), "«")
}
