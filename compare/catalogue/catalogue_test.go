package catalogue

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"reglament/model"
)

func TestTheBuiltInCatalogueIsWellFormed(t *testing.T) {
	c, err := read(bytes.NewReader(builtin), "services.yaml", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Services()) < 30 {
		t.Fatalf("only %d services", len(c.Services()))
	}
	for _, s := range c.Services() {
		if s.Kazakh == "" || s.Russian == "" {
			t.Errorf("%s lacks a name in one of the languages", s.Code)
		}
		if strings.Trim(s.Code, "abcdefghijklmnopqrstuvwxyz-") != "" {
			t.Errorf("%s is no code of Latin letters and dashes", s.Code)
		}
		// A Latin letter in a Cyrillic name would never be met in a text.
		for _, l := range []model.Language{model.Kazakh, model.Russian} {
			for _, n := range s.Names(l) {
				if strings.ContainsAny(n, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
					t.Errorf("%s: Latin letters in %q", s.Code, n)
				}
				if l == model.Russian && strings.ContainsAny(strings.ToLower(n), "әғқңөұүһі") {
					t.Errorf("%s: a Kazakh letter in the Russian name %q", s.Code, n)
				}
			}
		}
	}
}

func TestServicesAreFoundByAnyOfTheirNames(t *testing.T) {
	c := Builtin()
	for name, code := range map[string]string{
		"Жұмыссыз азаматтарды тіркеу және есепке қою":             "unemployed-registration",
		"«Жұмыссыз  азаматтарды тіркеу және есепке алу».":         "unemployed-registration",
		"Регистрация и постановка на учет безработных граждан":    "unemployed-registration",
		"РЕГИСТРАЦИЯ ЛИЦ, ИЩУЩИХ РАБОТУ":                          "job-seeker-registration",
		"Регистрация лиц, ищущих работу, в качестве безработного": "unemployed-status",
		"Присвоение статуса оралмана":                             "oralman-status",
	} {
		if s := c.Find(name); s == nil || s.Code != code {
			t.Errorf("%q is %v, want %s", name, s, code)
		}
	}
	for _, name := range []string{"", "«»", "Тіркеу"} {
		if s := c.Find(name); s != nil {
			t.Errorf("%q is %s", name, s.Code)
		}
	}
}

func TestTheWrittenCatalogueIsReadAgain(t *testing.T) {
	var b bytes.Buffer
	if err := Builtin().WriteYAML(&b); err != nil {
		t.Fatal(err)
	}
	again, err := read(&b, "again.yaml", nil)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(again.Services(), Builtin().Services()) {
		t.Error("another catalogue was read")
	}
}

func TestRelationsBetweenServices(t *testing.T) {
	c := Builtin()
	for _, x := range []struct {
		a, b string
		want Relation
	}{
		{"unemployed-registration", "unemployed-registration", Same},
		{"unemployed-registration", "unemployed-status", Renamed},
		{"unemployed-registration", "job-seeker-registration", Split},
		{"oralman-status", "kandas-status", Renamed}, // twice over
		{"unemployed-status", "job-seeker-registration", None},
		{"housing-assistance", "oralman-status", None},
	} {
		for _, p := range [][2]string{{x.a, x.b}, {x.b, x.a}} {
			if got := c.Relate(c.Service(p[0]), c.Service(p[1])); got != x.want {
				t.Errorf("%s and %s: %q, want %q", p[0], p[1], got, x.want)
			}
		}
	}
	if c.Relate(nil, c.Service("oralman-status")) != None {
		t.Error("an unknown service is related")
	}
	renamed, split := c.Successors(c.Service("unemployed-registration"))
	if len(renamed) != 1 || len(split) != 1 {
		t.Errorf("successors %v, %v", renamed, split)
	}
}

func TestAUsersFileExtendsTheCatalogue(t *testing.T) {
	const file = "own.yaml"
	c, err := Builtin().Extend(file, strings.NewReader("- code: bee-passport\n  kk: Бал арасының паспортын беру\n  ru: Выдача паспорта пасеки\n- code: oralman-status\n  kk: Оралман мәртебесі\n"))
	if err != nil {
		t.Fatal(err)
	}
	if s := c.Find("выдача паспорта пасеки"); s == nil || s.Code != "bee-passport" {
		t.Errorf("the added service is %v", s)
	}
	if c.Find("Оралман мәртебесін беру") != nil || c.Find("Оралман мәртебесі") == nil {
		t.Error("the service with the same code was not replaced")
	}
	if Builtin().Find("Оралман мәртебесін беру") == nil {
		t.Error("the built-in catalogue was changed")
	}
	for text, want := range map[string]string{
		"- kk: Атауы":                            "no code",
		"- code: a":                              "no name",
		"- code: a\n  kk: б\n  colour: red":      "colour",
		"- code: a\n  kk: б\n- code: a\n  kk: в": "twice",
		"- code: a\n  kk: Оралман мәртебесін беру":                             "two services",
		"- code: a\n  kk: б\n  renamed_from: c":                                "not in the catalogue",
		"- code: a\n  kk: б\n  renamed_from: a":                                "from itself",
		"[{code: a, kk: б, renamed_from: d}, {code: d, ru: в, split_from: e}]": "not in the catalogue",
		"code: [": "no list of services",
	} {
		if _, err := Builtin().Extend(file, strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), file) {
			t.Errorf("%q: error %v, want %q and the file", text, err, want)
		}
	}
	if c, err := Builtin().Extend(file, strings.NewReader("")); err != nil || len(c.Services()) != len(Builtin().Services()) {
		t.Errorf("an empty file: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("- code: a\n  kk: б\n  split_from: c\n")
	f.Add("[{code: a, kk: б, renamed_from: d}, {code: d, ru: в, split_from: a}]")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := read(strings.NewReader(text), "own.yaml", Builtin())
		if err != nil {
			return
		}
		for _, s := range c.Services() {
			for _, o := range c.Services()[:min(5, len(c.Services()))] {
				if c.Relate(s, o) != c.Relate(o, s) {
					t.Errorf("%s and %s are related one way only", s.Code, o.Code)
				}
			}
		}
	})
}
