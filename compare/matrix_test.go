package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reglament/compare"
	"reglament/model"
)

// matrix sets whole acts side by side.
func matrix(acts []compare.Act, by compare.Order) *compare.Matrix {
	sides := make([]compare.Selection, len(acts))
	for i, a := range acts {
		sides[i] = compare.Whole(a)
	}
	return compare.With{}.MatrixOf(sides, by)
}

// regions gives the same service in many regions; change is called for each of them.
func regions(n int, change func(i int, r *sample)) []compare.Act {
	var out []compare.Act
	for i := range n {
		r := deep(birthGrant())
		change(i, &r)
		s := r.side(fmt.Sprintf("region %d", i))
		s.Document.Act.Issuer = &model.Issuer{Region: model.Region(fmt.Sprintf("KZ-%02d", 90-i))}
		s.Document.Act.Adopted = model.Date(fmt.Sprintf("20%02d-01-01", 10+(i*7)%20))
		s.Document.Regulations = model.List[model.Regulation]{*s.Regulation}
		out = append(out, s.Act)
	}
	return out
}

func outliers(m *compare.Matrix) []string {
	var out []string
	for _, s := range m.Services {
		for _, f := range s.Figures {
			for col, c := range f.Cells {
				for _, o := range c.Outliers {
					out = append(out, fmt.Sprintf("%s %d %s", f.Name, col, o))
				}
			}
		}
		for _, section := range s.Sections {
			for i, r := range section.Rows {
				for col, c := range r.Cells {
					for _, o := range c.Outliers {
						out = append(out, fmt.Sprintf("%s %d %d %s", section.Kind, i+1, col, o))
					}
				}
			}
		}
	}
	return out
}

func TestActsThatSayTheSameHaveNoOutliers(t *testing.T) {
	m := matrix(regions(5, func(int, *sample) {}), compare.ByNothing)
	if len(m.Services) != 1 || len(m.Columns) != 5 {
		t.Fatalf("%d services, %d columns", len(m.Services), len(m.Columns))
	}
	if got := outliers(m); len(got) > 0 || m.Outliers() != 0 {
		t.Errorf("outliers %q", got)
	}
	for _, s := range m.Services[0].Sections {
		for _, r := range s.Rows {
			for col, c := range r.Cells {
				if c.Step == nil {
					t.Errorf("%s: column %d has no step", s.Kind, col)
				}
			}
		}
	}
}

func TestTheActThatDeviatesIsMarked(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*sample)
		want   string
	}{
		{"another term", func(r *sample) {
			r.processes[0].steps[1].duration = term(2, model.WorkingDay, "2 (екі) жұмыс күні ішінде")
		}, "internal 2 3 value"},
		{"another worker", func(r *sample) {
			r.processes[0].steps[1].actor, r.processes[0].steps[1].role = "бөлім басшысы", model.RoleUnitHead
		}, "internal 2 3 actor"},
		{"a step less", func(r *sample) { r.processes[0].steps = slices.Delete(r.processes[0].steps, 1, 2) }, "internal 2 3 missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := matrix(regions(5, func(i int, r *sample) {
				if i == 3 {
					c.change(r)
				}
			}), compare.ByNothing)
			got := outliers(m)
			if !slices.Contains(got, c.want) {
				t.Errorf("outliers %q, want %s", got, c.want)
			}
			for _, g := range got {
				if !strings.Contains(g, " 3 ") {
					t.Errorf("%s is marked, only column 3 deviates", g)
				}
			}
		})
	}
}

func TestOfTwoActsNoneIsTheException(t *testing.T) {
	m := matrix(regions(2, func(i int, r *sample) {
		r.processes[0].steps[1].duration = term(i+1, model.WorkingDay, fmt.Sprintf("%d жұмыс күні", i+1))
	}), compare.ByNothing)
	if got := outliers(m); len(got) > 0 {
		t.Errorf("outliers %q", got)
	}
}

func TestColumnsByRegionAndByDate(t *testing.T) {
	acts := regions(6, func(int, *sample) {})
	for _, by := range []compare.Order{compare.ByRegion, compare.ByDate} {
		m := matrix(acts, by)
		var keys []string
		for _, c := range m.Columns {
			keys = append(keys, map[compare.Order]string{compare.ByRegion: string(c.Region), compare.ByDate: string(c.Adopted)}[by])
		}
		if !slices.IsSorted(keys) {
			t.Errorf("by %s: %q", by, keys)
		}
	}
}

func TestServicesOfTwoLanguagesShareARow(t *testing.T) {
	a := act("A", model.Kazakh, "Тұрғын үй көмегін тағайындау", "Бал арасының паспортын беру")
	b := act("B", model.Russian, "Выдача паспорта пасеки", "Назначение жилищной помощи")
	m := matrix([]compare.Act{a, b}, compare.ByNothing)
	if len(m.Services) != 3 || m.Services[0].Code != "housing-assistance" || m.Services[0].Sides[1].Regulation == nil {
		t.Errorf("%d rows: %+v", len(m.Services), m.Services[0])
	}
}

func BenchmarkMatrix(b *testing.B) {
	for _, n := range []int{5, 10, 20, 40} {
		acts := regions(n, func(int, *sample) {})
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				matrix(acts, compare.ByNothing)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/act")
		})
	}
}
