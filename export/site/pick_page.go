package site

import (
	"slices"
	"strings"

	"reglament/compare/catalogue"
	"reglament/model/phrase"
)

// pickView chooses sides.
type pickView struct {
	Sides    []string
	Empty    []int // numbers of the empty fields
	Services []serviceView
	Acts     []otherView // to choose sides from; the newest, where there are many
}

// mostChoices is how many acts the fields of sides suggest.
const mostChoices = 500

// serviceView is a service that several acts regulate.
type serviceView struct {
	Name  string
	Acts  int
	Sides []otherView
	URL   string // of their comparison
	More  int    // acts that are older than those on the sides
}

// pick shows a form for the sides, and the services that several acts have.
func (p *page) pick(sides []string) error {
	b, err := p.site.shelf.books(p.r.Context())
	if err != nil {
		return err
	}
	v := pickView{Sides: sides}
	for i := len(sides); i < 4; i++ {
		v.Empty = append(v.Empty, i+1)
	}
	for _, places := range b.services {
		if len(places) < 2 {
			continue
		}
		one := serviceView{Name: p.serviceName(places[0].service), Acts: len(places), More: max(0, len(places)-mostSides)}
		var all []string
		for _, at := range places[:min(len(places), mostSides)] {
			side := at.side()
			all = append(all, side)
			one.Sides = append(one.Sides, otherView{Name: p.ActName(at.act.Region, at.act.Number, at.act.Adopted), Service: side})
		}
		slices.Sort(all)
		if p.static == nil || p.static.pairs > 0 || len(all) > 2 {
			one.URL = p.CompareLink(all...)
		}
		v.Services = append(v.Services, one)
	}
	slices.SortFunc(v.Services, func(a, b serviceView) int {
		if a.Acts != b.Acts {
			return b.Acts - a.Acts
		}
		return strings.Compare(a.Name, b.Name)
	})
	v.Services = v.Services[:min(len(v.Services), 100)]
	newest := make([]*book, len(b.acts))
	for i := range b.acts {
		newest[i] = &b.acts[i]
	}
	slices.SortStableFunc(newest, func(x, y *book) int { return strings.Compare(string(y.Adopted), string(x.Adopted)) })
	for _, a := range newest[:min(len(newest), mostChoices)] {
		v.Acts = append(v.Acts, otherView{Name: p.ActName(a.Region, a.Number, a.Adopted), Service: a.Key})
	}
	p.Template, p.Body = "pick", v
	return nil
}

// serviceName is the name of a service in the language of the interface, where the
// catalogue has it.
func (p *page) serviceName(name string) string {
	s := catalogue.Builtin().Find(name)
	switch {
	case s == nil:
		return name
	case p.Lang == phrase.Russian && s.Russian != "":
		return s.Russian
	case p.Lang == phrase.Kazakh && s.Kazakh != "":
		return s.Kazakh
	}
	return name
}
