package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reglament/compare"
	"reglament/model"
)

// prose is a regulation; each line is a point, or with "§ " the title of the section that
// follows.
func prose(lines ...string) compare.Side {
	text := strings.Join(lines, "\n")
	r := model.Regulation{Index: 1, Service: "Тұрғын үй көмегін тағайындау", Span: model.Span{0, len(text)}}
	sections := model.List[model.Section]{{Title: "Жалпы ережелер"}}
	start := 0
	for i, l := range lines {
		span := model.Span{start, start + len(l)}
		start += len(l) + 1
		if title, ok := strings.CutPrefix(l, "§ "); ok {
			sections = append(sections, model.Section{Title: title})
			continue
		}
		points := &sections[len(sections)-1].Points
		*points = append(*points, model.Point{Number: model.Text(fmt.Sprint(i + 1)), Text: l, Span: span})
		if provider, ok := strings.CutPrefix(l, "1. Қызметті "); ok {
			r.Provider = model.Text(provider)
			r.Spans.Set("provider", span)
		}
	}
	r.Sections = sections
	d := &model.Document{Act: model.Act{Language: model.Kazakh}, Regulations: model.List[model.Regulation]{r}}
	return compare.Side{Act: compare.Act{Document: d, Canonical: text}, Regulation: &d.Regulations[0]}
}

// The application of section 3 has more words of A's result in it than B's result has.
func TestAResultIsHeldAgainstAResult(t *testing.T) {
	const procedure = "§ Мемлекеттік корпорациямен өзара іс-қимыл жасау тәртібі"
	a := prose("3. Нәтижесі: стандарттың 1-қосымшасына сәйкес нысан бойынша жұмыссыз ретінде тіркеу туралы анықтама")
	b := prose("3. Жұмыссыз ретінде тіркеу туралы анықтама нәтижесі болып табылады", procedure,
		"9. Корпорацияға жүгінген кезде стандарттың 2-қосымшасына сәйкес нысан бойынша жұмыссыз ретінде тіркеу туралы өтініш толтырылады")
	r := compare.Regulations(a, b)
	if len(r.Differences) != 2 || !slices.ContainsFunc(r.Differences, func(d compare.Difference) bool {
		return d.Kind == compare.KindProvisionChanged && d.B.Label == "point 1"
	}) {
		t.Errorf("the results are not one provision:%s", messages(r))
	}
}

func TestRulesOutsideTheProcedures(t *testing.T) {
	const kept = "орталық талап етілмеген құжаттардың бір ай бойы сақталуын қамтамасыз етеді"
	const longer = "Өтініш беруші келмеген жағдайда " + kept + " және мұрағатқа береді"
	const provider = "Қызметті аудандық жұмыспен қамту бөлімі көрсетеді"
	for _, c := range []struct {
		name     string
		a, b     []string
		kind     compare.Kind // empty: no difference
		severity compare.Severity
	}{
		{"the same under another number", []string{"1. Қызметті бөлім көрсетеді", "2. " + kept + "."}, []string{"1. Қызметті бөлім көрсетеді", "5. " + kept}, "", ""},
		{"a rule that only one has", []string{"2. " + kept}, []string{"3. Қызмет көрсету нысаны:"}, compare.KindProvisionRemoved, compare.Substance},
		{"in other words", []string{"2. " + kept}, []string{"2. орталық талап етілмеген құжаттардың бір ай ішінде сақталуын қамтамасыз етеді"}, compare.KindProvisionChanged, compare.Wording},
		{"with another figure", []string{"2. " + kept + ", 30 күн"}, []string{"2. " + kept + ", 60 күн"}, compare.KindProvisionChanged, compare.Substance},
		{"a rule whose words stand within another", []string{"6. " + longer, "7. " + kept}, []string{"6. " + longer}, compare.KindProvisionRemoved, compare.Substance},
		{"a rule that the other has as its provider", []string{"1. " + provider, "2. " + provider}, []string{"1. " + provider}, compare.KindProvisionRemoved, compare.Substance},
		{"a line from which only the other reads the provider", []string{"2. " + provider}, []string{"1. " + provider}, compare.KindProviderChanged, compare.Substance},
		{"a picture of what was said", nil, []string{"4. Рәсімдердің кезеңділігі 1-қосымшадағы диаграммада келтірілген"}, compare.KindProvisionAdded, compare.Wording},
		{"what is compared as the provider is not compared again", []string{"1. Қызметті аудан бөлімі"}, []string{"1. Қызметті қала орталығы"}, compare.KindProviderChanged, compare.Substance},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := compare.Regulations(prose(c.a...), prose(c.b...))
			switch {
			case c.kind == "" && len(r.Differences) > 0, c.kind != "" && (len(r.Differences) != 1 || r.Differences[0].Kind != c.kind || r.Differences[0].Severity != c.severity):
				t.Errorf("want %q of %q:%s", c.kind, c.severity, messages(r))
			}
			if got, want := asJSON(t, r.Mirror()), asJSON(t, compare.Regulations(prose(c.b...), prose(c.a...))); got != want {
				t.Errorf("the mirror differs:%s", firstDifference(got, want))
			}
		})
	}
}
