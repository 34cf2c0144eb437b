package compare_test

import (
	"reflect"
	"strings"
	"testing"

	"reglament/compare"
	"reglament/compare/catalogue"
	"reglament/model"
)

func TestNamesOfServices(t *testing.T) {
	const same = 0.75
	for _, c := range []struct {
		name, a, b string
		min, max   float64
	}{
		{"one name", "Оралман мәртебесін беру", "Оралман мәртебесін беру", 1, 1},
		{"quotes, dashes and case", `«Жер-учаскесіне кадастрлық құн беру»`, `"жер – учаскесіне кадастрлық құн беру"`, 1, 1},
		{"another ending", "Жұмыссыз азаматтарға анықтама беру", "Жұмыссыз азаматтарды анықтама беру", 0.98, 1},
		{"another verb", "Жұмыссыз азаматтарды тіркеу және есепке қою", "Жұмыссыз азаматтарды тіркеу және есепке алу", same, 0.95},
		{"a name that narrows the other", "Регистрация лиц, ищущих работу", "Регистрация лиц, ищущих работу, в качестве безработного", 0.5, same - 0.01},
		{"another service with words in common", "Жұмыссыз азаматтарды тіркеу және есепке қою", "Жұмыссыз азаматтарға анықтама беру", 0, 0.6},
		{"nothing in common", "Оралман мәртебесін беру", "Тұрғын үй көмегін тағайындау", 0, 0.1},
		{"no name", "", "Тұрғын үй көмегін тағайындау", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			score, why := compare.SameService(c.a, c.b)
			back, _ := compare.SameService(c.b, c.a)
			if score < c.min || score > c.max || score != back || why == "" {
				t.Errorf("score %.3f (back %.3f) outside %.2f–%.2f: %s", score, back, c.min, c.max, why)
			}
		})
	}
}

func act(label string, lang model.Language, services ...string) compare.Act {
	d := &model.Document{Act: model.Act{Language: lang}}
	for i, s := range services {
		d.Regulations = append(d.Regulations, model.Regulation{Index: i + 1, Service: s})
	}
	return compare.Act{Label: label, Document: d}
}

func TestRegulationsOfTwoActsArePairedByService(t *testing.T) {
	a := act("A", model.Kazakh, "Оралман мәртебесін беру", "Жұмыссыз азаматтарға анықтама беру", "Тұрғын үй көмегін тағайындау")
	b := act("B", model.Kazakh, "Жұмыссыз азаматтарға анықтама беру", "Мүгедек балаларды үйде оқыту", "«Оралман» мәртебесін беру")
	r := compare.Acts(a, b)
	var got []string
	for _, s := range r.Results {
		got = append(got, s.A.Service+" = "+s.B.Service)
	}
	if len(got) != 2 || got[0] != "Оралман мәртебесін беру = «Оралман» мәртебесін беру" || got[1] != "Жұмыссыз азаматтарға анықтама беру = Жұмыссыз азаматтарға анықтама беру" {
		t.Errorf("paired %q", got)
	}
	if len(r.OnlyA) != 1 || r.OnlyA[0].Index != 3 || len(r.OnlyB) != 1 || r.OnlyB[0].Index != 2 {
		t.Errorf("only A %v, only B %v", r.OnlyA, r.OnlyB)
	}
}

func TestRegulationsOfTwoLanguagesArePairedByTheCatalogue(t *testing.T) {
	a := act("A", model.Kazakh, "Жұмыссыз азаматтарды тіркеу және есепке қою", "Тұрғын үй көмегін тағайындау", "Бал арасының паспортын беру")
	b := act("B", model.Russian, "Назначение жилищной помощи", "Регистрация лиц, ищущих работу", "Регистрация лиц, ищущих работу, в качестве безработного", "Выдача паспорта пасеки")
	p := compare.Pair(a.Document, b.Document)
	if len(p.Pairs) != 2 || len(p.OnlyA) != 1 || len(p.OnlyB) != 2 {
		t.Fatalf("got %+v", p)
	}
	// The renamed service comes before the one that was split off.
	if x := p.Pairs[0]; x.A != 0 || x.B != 2 || x.Relation != catalogue.Renamed || len(x.Remarks) != 1 {
		t.Errorf("the renamed service: %+v", x)
	}
	if x := p.Pairs[1]; x.A != 1 || x.B != 0 || x.Score != 1 || x.Code != "housing-assistance" || len(x.Remarks) != 0 {
		t.Errorf("the same service: %+v", x)
	}
}

func TestSingleRegulationsThatTheCatalogueDoesNotKnowArePairedBetweenLanguages(t *testing.T) {
	a, b := act("A", model.Kazakh, "Бал арасының паспортын беру"), act("B", model.Russian, "Выдача паспорта пасеки")
	if p := compare.Pair(a.Document, b.Document); len(p.Pairs) != 1 || len(p.Pairs[0].Remarks) != 1 {
		t.Errorf("got %+v", p)
	}
	known := act("A", model.Kazakh, "Оралман мәртебесін беру")
	other := act("B", model.Russian, "Назначение жилищной помощи")
	if p := compare.Pair(known.Document, other.Document); len(p.Pairs) != 0 {
		t.Errorf("two services of the catalogue are one: %+v", p)
	}
}

func TestServicesThatWereRenamedOrSplit(t *testing.T) {
	w := compare.With{}
	for _, c := range []struct {
		name     string
		a, b     string
		relation catalogue.Relation
		remark   string
	}{
		{"the same name", "Оралман мәртебесін беру", "«Оралман» мәртебесін беру", catalogue.Same, ""},
		{"renamed", "Жұмыссыз азаматтарды тіркеу және есепке қою", "Жұмыссыздар ретінде жұмыс іздеп жүрген адамдарды тіркеу", catalogue.Renamed, "renamed"},
		{"split off", "Жұмыссыз азаматтарды тіркеу және есепке қою", "Жұмыс іздеп жүрген адамдарды тіркеу", catalogue.Split, "in part only"},
		{"two successors of one", "Жұмыс іздеп жүрген адамдарды тіркеу", "Жұмыссыздар ретінде жұмыс іздеп жүрген адамдарды тіркеу", catalogue.None, ""},
		{"in other words than the catalogue", "Медициналық-әлеуметтік мекемелерде (ұйымдарда) арнаулы әлеуметтік қызмет көрсетуге құжаттар ресімдеу", "Медициналық-әлеуметтік мекемелерде арнаулы әлеуметтік қызметтер көрсетуге құжаттарды рәсімдеу", catalogue.Same, "by likeness"},
		{"unknown to the catalogue, in other words", "Бал арасының көшпелі паспортын тіркеу және беру", "Бал арасының көшпелі паспортын тіркеу және ұзарту", catalogue.Same, "by likeness"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := w.Match(c.a, model.Kazakh, c.b, model.Kazakh)
			back := w.Match(c.b, model.Kazakh, c.a, model.Kazakh)
			if got.Relation != c.relation || (c.remark == "") != (len(got.Remarks) == 0) || c.remark != "" && !strings.Contains(got.Remarks[0].Message, c.remark) {
				t.Errorf("got %+v", got)
			}
			if got.Score != back.Score || got.Relation != back.Relation || !reflect.DeepEqual(got.Remarks, back.Remarks) {
				t.Errorf("from the other side %+v", back)
			}
		})
	}
}
