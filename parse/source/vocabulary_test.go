package source

import (
	"slices"
	"testing"
)

// Words stand side by side where nothing but blanks or the end of a line in a sentence is
// between them.
func TestPairs(t *testing.T) {
	tests := []struct {
		lines []string
		want  []string
	}{
		{[]string{"Жұмыссыз азаматтарды тіркеу"}, []string{"жұмыссыз азаматтарды", "азаматтарды тіркеу"}},
		{[]string{"тіркеу, есепке  қою"}, []string{"есепке қою"}},
		{[]string{"в течение 3 дней", "со дня"}, []string{"в течение", "дней со", "со дня"}},
		{[]string{"іс-қимыл тәртібі.", "регламент"}, []string{"іс-қимыл тәртібі"}},
		{[]string{"на 2015 год", "Министр"}, []string{}},
		{[]string{"от 23", "января"}, []string{}},
		{[]string{"9-тармағы осы"}, []string{"тармағы осы"}},
	}
	for _, tt := range tests {
		v := newVocabulary(0)
		for _, l := range tt.lines {
			v.add(l)
		}
		got := []string{}
		for p := range v.pairs() {
			got = append(got, v.words[p[0]].text+" "+v.words[p[1]].text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: side by side stand %q, want %q", tt.lines, got, tt.want)
		}
	}
}

func TestEndsOfLine(t *testing.T) {
	tests := []struct{ line, first, last string }{
		{"Законом Республики", "законом", "республики"},
		{"2001 года", "0", "года"},
		{"от 23", "от", "0"},
		{"«Регламент»;", "регламент", "регламент"},
		{"—", "0", "0"},
	}
	for _, tt := range tests {
		v := newVocabulary(0)
		first, last := v.endsOf(tt.line)
		if a, b := v.words[first].text, v.words[last].text; a != tt.first || b != tt.last {
			t.Errorf("%q begins with %q and ends with %q, want %q and %q", tt.line, a, b, tt.first, tt.last)
		}
		if len(v.row) > 0 || v.times(tt.first) > 0 {
			t.Errorf("%q was counted", tt.line)
		}
	}
}
