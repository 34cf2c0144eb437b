package compare_test

import (
	"testing"

	"reglament/compare"
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

func TestTheSingleRegulationsOfTwoLanguagesArePaired(t *testing.T) {
	a, b := act("A", model.Kazakh, "Тұрғын үй көмегін тағайындау"), act("B", model.Russian, "Назначение жилищной помощи")
	if p := compare.Pair(a.Document, b.Document); len(p.Pairs) != 1 {
		t.Errorf("got %+v", p)
	}
	two := act("B", model.Russian, "Назначение жилищной помощи", "Присвоение статуса оралмана")
	if p := compare.Pair(a.Document, two.Document); len(p.Pairs) != 0 || len(p.OnlyB) != 2 {
		t.Errorf("names were compared between languages: %+v", p)
	}
}
