package corpus_test

import (
	"testing"

	"reglament/corpus"
)

func TestNamesOfTheServiceThatIsMeant(t *testing.T) {
	others := corpus.NamesOf("Оралман мәртебесін беру", "Присвоение статуса оралмана", "Оралман мәртебесін беру немесе ұзарту")
	for _, c := range []struct {
		name, query string
		want        corpus.Match
	}{
		{"Оралман мәртебесін беру", "Оралман мәртебесін беру", corpus.FullMatch},
		{"Оралман мәртебесін беру немесе ұзарту", "Оралман мәртебесін беру", corpus.OtherMatch},
		{"«Присвоение статуса оралмана»", "Оралман мәртебесін беру", corpus.OtherMatch},
		{"Присвоение статуса оралмана детям", "статуса оралмана", corpus.PartMatch},
		{"Присвоение статуса оралмана детям", "Оралман мәртебесін беру", corpus.NoMatch},
	} {
		if got := corpus.MatchNames(c.name, c.query, others); got != c.want {
			t.Errorf("%q for %q: %d, want %d", c.name, c.query, got, c.want)
		}
	}
}
