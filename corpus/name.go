package corpus

import (
	"cmp"

	"reglament/model/phrase"
)

// Name is what an act is called: by its title, or where its text has none, by what it is
// about: the first service that it regulates, the act that it amends or repeals. Where
// that is not known either, kind, number and date tell what there is.
func (a *ActSummary) Name(l phrase.Language) string {
	switch {
	case a.Title != "":
		return string(a.Title)
	case len(a.Services) > 0:
		name := l.T("name.service", a.Services[0])
		if more := len(a.Services) - 1; more > 0 {
			name += ", " + l.T("more", more)
		}
		return name
	case a.Changes != nil:
		ref := a.Changes.Ref
		named := cmp.Or(l.Dated(ref.Number, ref.Date), "«"+ref.Text+"»")
		return l.T("name."+string(a.Changes.Role), named)
	}
	name := l.Code("kind", a.Kind)
	if dated := l.Dated(a.Number, a.Adopted); dated != "" {
		return name + " " + dated
	}
	return name + " (" + a.Source + ")"
}
