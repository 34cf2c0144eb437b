package corpus

import (
	"testing"

	"reglament/model"
	"reglament/model/phrase"
)

func TestActsWithoutATitleAreNamedByWhatTheyAreAbout(t *testing.T) {
	services := []string{"Жұмыссыздарды тіркеу", "Анықтама беру", "Көмек тағайындау"}
	changes := func(role RefRole, ref model.ActRef) *Reference { return &Reference{Role: role, Ref: ref} }
	approved := model.ActRef{Text: "№ 204 қаулысы", Number: "204", Date: "2015-08-04"}
	for _, test := range []struct {
		name string
		act  ActSummary
		in   phrase.Language
		want string
	}{
		{"a title", ActSummary{Title: "Регламентті бекіту туралы", Services: services, Changes: changes(RefAmends, approved)}, "ru", "Регламентті бекіту туралы"},
		{"one service", ActSummary{Services: services[:1], Changes: changes(RefAmends, approved)}, "kk", "«Жұмыссыздарды тіркеу» регламенті"},
		{"one service", ActSummary{Services: services[:1]}, "ru", "Регламент «Жұмыссыздарды тіркеу»"},
		{"three services", ActSummary{Services: services}, "ru", "Регламент «Жұмыссыздарды тіркеу», ещё 2"},
		{"three services", ActSummary{Services: services}, "en", "Regulation of “Жұмыссыздарды тіркеу”, 2 more"},
		{"an act that amends", ActSummary{Number: "7", Changes: changes(RefAmends, approved)}, "ru", "Изменяет акт № 204 от 04.08.2015"},
		{"an act that amends", ActSummary{Changes: changes(RefAmends, approved)}, "kk", "04.08.2015 № 204 актісін өзгертеді"},
		{"an act that repeals", ActSummary{Changes: changes(RefRepeals, approved)}, "en", "Repeals act No. 204 of 4 Aug 2015"},
		{"an act of which only words are known", ActSummary{Changes: changes(RefRepeals, model.ActRef{Text: "аталған қаулы"})}, "ru", "Отменяет акт «аталған қаулы»"},
		{"nothing but requisites", ActSummary{Kind: model.Resolution, Number: "91", Adopted: "2016-03-10"}, "kk", "Қаулы 10.03.2016 № 91"},
		{"nothing but requisites", ActSummary{Kind: model.Resolution, Number: "91", Adopted: "2016-03-10"}, "en", "Resolution No. 91 of 10 Mar 2016"},
		{"a number alone", ActSummary{Kind: model.Order, Number: "5-н"}, "ru", "Приказ № 5-н"},
		{"a day alone", ActSummary{Kind: model.Order, Adopted: "2016-03-10"}, "ru", "Приказ от 10.03.2016"},
		{"a file of which nothing is known", ActSummary{Kind: model.UnknownKind, Source: "a.pdf"}, "ru", "Акт неизвестного вида (a.pdf)"},
	} {
		if got := test.act.Name(test.in); got != test.want {
			t.Errorf("%s (%s): %q, want %q", test.name, test.in, got, test.want)
		}
	}
}
