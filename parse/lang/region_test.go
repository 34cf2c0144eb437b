package lang

import (
	"testing"

	"reglament/model"
)

// A district's name that belongs to two regions tells nothing and must not be listed.
func TestDistrictNamesTellOneRegion(t *testing.T) {
	seen := map[string]model.Region{}
	for _, list := range Districts {
		for _, d := range list {
			if d.Unit == RuralDistrict { // of a name that is a city's elsewhere
				continue
			}
			if code, twice := seen[d.Name.Text]; twice {
				t.Errorf("%s stands for %s and %s", d.Name.Text, code, d.Code)
			}
			seen[d.Name.Text] = d.Code
			if FoldWord(d.Name.Text) != d.Name.Text {
				t.Errorf("%s is not folded", d.Name.Text)
			}
		}
	}
	for _, list := range Districts {
		for _, d := range list {
			for name, code := range seen {
				if code != d.Code && d.Unit != RuralDistrict && d.Name.Match(name) {
					t.Errorf("%s of %s also matches %s of %s", d.Name.Text, d.Code, name, code)
				}
			}
		}
	}
}

func TestEveryRegionHasItsLetter(t *testing.T) {
	letters, codes := map[string]bool{}, map[model.Region]bool{}
	for _, r := range Regions {
		if letters[r.Letter] || codes[r.Code] || r.Letter == "" {
			t.Errorf("%s %s: letter or code twice or missing", r.Code, r.Letter)
		}
		letters[r.Letter], codes[r.Code] = true, true
		if got, ok := RegionOfLetter(r.Letter); !ok || got != r.Code {
			t.Errorf("letter %s gives %s", r.Letter, got)
		}
	}
	const regions = 20 // 17 regions and 3 cities
	if len(codes) != regions {
		t.Errorf("%d regions", len(codes))
	}
}

func TestPlacesMovedBetweenRegions(t *testing.T) {
	for _, c := range []struct {
		now  model.Region
		on   model.Date
		want model.Region
	}{
		{"KZ-62", "2015-03-01", "KZ-35"}, // Zhezkazgan in Karaganda
		{"KZ-62", "2024-03-01", "KZ-62"},
		{"KZ-10", "2022-06-07", "KZ-63"},
		{"KZ-33", "2009-06-07", "KZ-19"},
		{"KZ-79", "2017-01-09", "KZ-61"},
		{"KZ-79", "2018-07-09", "KZ-79"},
		{"KZ-11", "2001-07-09", "KZ-11"},
	} {
		if got := OnDate(c.now, c.on); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.now, c.on, got, c.want)
		}
	}
}

func TestMonthForms(t *testing.T) {
	for _, c := range []struct {
		word string
		n    int
		form MonthForm
		ok   bool
	}{
		{"қазандағы", 10, AttributiveMonth, true},
		{"сәуірде", 4, LocativeMonth, true},
		{"маусымы", 6, AttributiveMonth, true},
		{"қаңтарында", 1, LocativeMonth, true},
		{"қаңтардан", 1, LocativeMonth, true},
		{"қыркүйек", 9, BareMonth, true},
		{"мая", 5, GenitiveMonth, true},
		{"марта", 3, GenitiveMonth, true},
		{"декабря", 12, GenitiveMonth, true},
		{"маслихата", 0, 0, false},
		{"март", 3, BareMonth, true},
		{"мартук", 0, 0, false},
		{"қазанның", 0, 0, false},
		{"тамызға", 0, 0, false},
	} {
		n, form, ok := Month(c.word)
		if n != c.n || form != c.form || ok != c.ok {
			t.Errorf("%s: %d %d %v", c.word, n, form, ok)
		}
	}
}

func TestKindsOfActs(t *testing.T) {
	for _, c := range []struct {
		word string
		lang model.Language
		kind model.ActKind
		ok   bool
	}{
		{"қаулысымен", model.Kazakh, model.Resolution, true},
		{"шешіміне", model.Kazakh, model.Decision, true},
		{"бұйрығымен", model.Kazakh, model.Order, true},
		{"заңының", model.Kazakh, model.Law, true},
		{"заңдарын", model.Kazakh, model.Law, true},
		{"заңды", model.Kazakh, "", false},
		{"заңнамада", model.Kazakh, "", false},
		{"заңсыз", model.Kazakh, "", false},
		{"хатшысы", model.Kazakh, "", false},
		{"постановлением", model.Russian, model.Resolution, true},
		{"законами", model.Russian, model.Law, true},
		{"законодательства", model.Russian, "", false},
		{"законность", model.Russian, "", false},
		{"указом", model.Russian, model.Decree, true},
		{"указа", model.Russian, model.Decree, true},
		{"указанного", model.Russian, "", false},
		{"приказываю", model.Russian, "", false},
		{"приказа", model.Russian, model.Order, true},
		{"письменно", model.Russian, "", false},
		{"письмом", model.Russian, model.UnknownKind, true},
	} {
		kind, ok := KindOf(c.word, c.lang)
		if kind != c.kind || ok != c.ok {
			t.Errorf("%s: %q %v", c.word, kind, ok)
		}
	}
}
