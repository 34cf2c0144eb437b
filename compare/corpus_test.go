package compare_test

import (
	"slices"
	"strings"
	"testing"

	"reglament/compare"
	"reglament/model"
	"reglament/parse"
	"reglament/testdata/realacts"
)

// realAct reads a real act.
func realAct(t *testing.T, label, file string) compare.Act {
	t.Helper()
	r, err := parse.File(realacts.File(t, file))
	if err != nil {
		t.Fatal(err)
	}
	return compare.Act{Label: label, Document: r.Document, Canonical: r.Text}
}

func TestRegistrationOfTheUnemployedInTwoRegions(t *testing.T) {
	a := realAct(t, "Akmola", "akmola-2015-a-11-495.kk.md")
	b := realAct(t, "West Kazakhstan", "west-kazakhstan-2016-122.kk.pdf.txt")
	acts := compare.Acts(a, b)
	if len(acts.Results) != 3 {
		t.Fatalf("%d services in common, want registration, certificate and the status of oralman", len(acts.Results))
	}
	r := acts.Results[0]
	var internal, portal int
	for i, p := range r.Processes {
		switch {
		case p.A == nil || p.B == nil:
		case p.A.Kind == model.ProcessInternal:
			internal = i
		case p.A.Kind == model.ProcessPortal:
			portal = i
		}
	}
	if got := rows(r.Processes[internal]); got != "1~1 2~2 3~3 4~4 5~5" {
		t.Errorf("internal steps %s", got)
	}
	// "1 сағат" and "1 (бір) жұмыс күн ішінде", twice; the other terms are equal.
	var terms []int
	var checks []string
	for _, d := range r.Differences {
		if d.Kind == compare.KindDurationChanged && *d.Process == internal {
			terms = append(terms, *d.Minutes)
		}
		if (d.Kind == compare.KindCheckAdded || d.Kind == compare.KindCheckRemoved) && *d.Process == portal {
			checks = append(checks, string(d.Kind)+" "+d.A.Label+" "+d.B.Label)
		}
	}
	if !slices.Equal(terms, []int{420, 420}) {
		t.Errorf("terms differ by %v minutes, want 420 and 420", terms)
	}
	if len(checks) != 1 || !strings.HasSuffix(checks[0], "3-шарт") || !strings.HasPrefix(checks[0], "check_added") {
		t.Errorf("checks of the portal: %q", checks)
	}
	if got := r.Processes[internal]; got.A.Totals.Minutes != 1580 || got.B.Totals.Minutes != 2420 {
		t.Errorf("minutes %d and %d", got.A.Totals.Minutes, got.B.Totals.Minutes)
	}
}

func TestRealRegulationsKeepTheLaws(t *testing.T) {
	var sides []compare.Side
	for _, f := range []string{"akmola-2014-a-4-130.kk.txt", "akmola-2015-a-11-495.kk.md", "west-kazakhstan-2016-122.kk.pdf.txt", "kyzylorda-2018-1057.ru.md", "almaty-2017-4-496.kk.md"} {
		a := realAct(t, f, f)
		for i := range a.Document.Regulations {
			sides = append(sides, compare.Side{Act: a, Regulation: &a.Document.Regulations[i]})
		}
	}
	for i, x := range sides {
		if r := compare.Regulations(x, x); len(r.Differences) > 0 {
			t.Errorf("%s #%d differs from itself:%s", x.Label, x.Regulation.Index, messages(r))
		}
		y := sides[(i*7+3)%len(sides)]
		got, want := asJSON(t, compare.Regulations(x, y).Mirror()), asJSON(t, compare.Regulations(y, x))
		if got != want {
			t.Errorf("%s #%d, %s #%d: the mirror differs:%s", x.Label, x.Regulation.Index, y.Label, y.Regulation.Index, firstDifference(got, want))
		}
		for _, d := range compare.Regulations(x, y).Differences {
			for _, v := range []struct {
				compare.Value
				side compare.Side
			}{{d.A, x}, {d.B, y}} {
				if v.Text != "" && v.Span.Of(v.side.Canonical) == "" {
					t.Errorf("%s #%d: %s quotes %q without a place", v.side.Label, v.side.Regulation.Index, d.Kind, v.Text)
				}
			}
		}
	}
}

func BenchmarkTwoRealActs(b *testing.B) {
	read := func(file string) compare.Act {
		r, err := parse.File(realacts.File(b, file))
		if err != nil {
			b.Skipf("the corpus of real acts is missing: %v", err)
		}
		return compare.Act{Label: file, Document: r.Document, Canonical: r.Text}
	}
	x, y := read("akmola-2015-a-11-495.kk.md"), read("west-kazakhstan-2016-122.kk.pdf.txt")
	for b.Loop() {
		compare.Acts(x, y)
	}
}
