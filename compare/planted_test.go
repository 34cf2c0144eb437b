package compare_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reglament/compare"
	"reglament/model"
)

// plant changes one thing of a real regulation and says what has to be found; false where
// it has nothing to change in this way.
type plant struct {
	name  string
	apply func(r *model.Regulation, rng *rand.Rand, used map[*model.Step]bool) (compare.Kind, bool)
}

// stepOf picks a step of the provider's own descriptions that fits and was not changed.
func stepOf(r *model.Regulation, rng *rand.Rand, used map[*model.Step]bool, fits func(p *model.Process, i int) bool) (*model.Process, int, bool) {
	type place struct {
		p *model.Process
		i int
	}
	var places []place
	for k := range r.Processes {
		p := &r.Processes[k]
		for i := range p.Steps {
			if !used[&p.Steps[i]] && fits(p, i) {
				places = append(places, place{p, i})
			}
		}
	}
	if len(places) == 0 {
		return nil, 0, false
	}
	x := places[rng.IntN(len(places))]
	used[&x.p.Steps[x.i]] = true
	return x.p, x.i, true
}

func provider(p *model.Process) bool {
	return p.Kind == model.ProcessInternal || p.Kind == model.ProcessInteraction
}

var plants = []plant{
	{"another term", func(r *model.Regulation, rng *rand.Rand, used map[*model.Step]bool) (compare.Kind, bool) {
		p, i, ok := stepOf(r, rng, used, func(p *model.Process, i int) bool { return len(p.Steps[i].Durations) > 0 })
		if !ok {
			return "", false
		}
		s := &p.Steps[i]
		d := &s.Durations[0]
		text := fmt.Sprintf("%d минут", 3000+rng.IntN(99))
		s.Text = strings.Replace(s.Text, d.Text, text, 1)
		d.Text, d.Unit = text, model.Minute
		fmt.Sscanf(text, "%d", &d.Value)
		return compare.KindDurationChanged, true
	}},
	{"no term", func(r *model.Regulation, rng *rand.Rand, used map[*model.Step]bool) (compare.Kind, bool) {
		p, i, ok := stepOf(r, rng, used, func(p *model.Process, i int) bool { return len(p.Steps[i].Durations) == 1 })
		if !ok {
			return "", false
		}
		s := &p.Steps[i]
		s.Text = strings.Replace(s.Text, s.Durations[0].Text, "", 1)
		s.Durations = nil
		return compare.KindDurationChanged, true
	}},
	{"another worker", func(r *model.Regulation, rng *rand.Rand, used map[*model.Step]bool) (compare.Kind, bool) {
		p, i, ok := stepOf(r, rng, used, func(p *model.Process, i int) bool { return provider(p) && p.Steps[i].Actor != "" })
		if !ok {
			return "", false
		}
		s := &p.Steps[i]
		s.Text = strings.Replace(s.Text, string(s.Actor), "бақылау бөлімі", 1)
		s.Actor, s.Roles = "бақылау бөлімі", model.List[model.Role]{"provider.control"}
		return compare.KindActorChanged, true
	}},
	{"one action more", func(r *model.Regulation, rng *rand.Rand, used map[*model.Step]bool) (compare.Kind, bool) {
		p, i, ok := stepOf(r, rng, used, func(p *model.Process, i int) bool { return len(p.Steps[i].Actions) > 0 })
		if !ok {
			return "", false
		}
		s := &p.Steps[i]
		s.Text += " және мұрағатқа тапсырады"
		s.Actions = append(s.Actions, model.ActionStore)
		return compare.KindActionChanged, true
	}},
	{"another result", func(r *model.Regulation, rng *rand.Rand, used map[*model.Step]bool) (compare.Kind, bool) {
		p, i, ok := stepOf(r, rng, used, func(p *model.Process, i int) bool { return p.Steps[i].Result != "" })
		if !ok {
			return "", false
		}
		s := &p.Steps[i]
		s.Text = strings.Replace(s.Text, string(s.Result), "мұрағатқа тапсыру", 1)
		s.Result = "мұрағатқа тапсыру"
		return compare.KindResultChanged, true
	}},
	{"other words", func(r *model.Regulation, rng *rand.Rand, used map[*model.Step]bool) (compare.Kind, bool) {
		p, i, ok := stepOf(r, rng, used, func(p *model.Process, i int) bool { return len(p.Steps[i].Text) > 60 })
		if !ok {
			return "", false
		}
		p.Steps[i].Text += " кідіріссіз"
		return compare.KindTextChanged, true
	}},
	{"a step less", func(r *model.Regulation, rng *rand.Rand, used map[*model.Step]bool) (compare.Kind, bool) {
		p, i, ok := stepOf(r, rng, used, func(p *model.Process, i int) bool { return provider(p) && len(p.Steps) > 3 && len(used) == 0 })
		if !ok {
			return "", false
		}
		p.Steps = slices.Delete(p.Steps, i, i+1)
		return compare.KindStepRemoved, true
	}},
	{"a step more", func(r *model.Regulation, rng *rand.Rand, used map[*model.Step]bool) (compare.Kind, bool) {
		p, i, ok := stepOf(r, rng, used, func(p *model.Process, i int) bool { return provider(p) && len(used) == 0 })
		if !ok {
			return "", false
		}
		p.Steps = slices.Insert(p.Steps, i, model.Step{N: "9", Node: model.TaskNode, Actor: "бақылау бөлімі", Roles: model.List[model.Role]{"provider.control"},
			Actions: model.List[model.Action]{model.ActionStore}, Text: "бақылау бөлімі істің көшірмесін мұрағатқа тапсырады", Span: p.Steps[i].Span})
		return compare.KindStepAdded, true
	}},
	{"a way to apply less", func(r *model.Regulation, rng *rand.Rand, _ map[*model.Step]bool) (compare.Kind, bool) {
		if len(r.Channels) < 2 {
			return "", false
		}
		i := rng.IntN(len(r.Channels))
		r.Channels = slices.Delete(r.Channels, i, i+1)
		return compare.KindChannelRemoved, true
	}},
	{"a form less", func(r *model.Regulation, _ *rand.Rand, _ map[*model.Step]bool) (compare.Kind, bool) {
		if len(r.Forms) < 2 {
			return "", false
		}
		r.Forms = r.Forms[:1]
		return compare.KindFormRemoved, true
	}},
	{"another standard", func(r *model.Regulation, _ *rand.Rand, _ map[*model.Step]bool) (compare.Kind, bool) {
		if r.Standard == nil || r.Standard.Number == "" {
			return "", false
		}
		r.Standard.Number = "9999"
		return compare.KindStandardChanged, true
	}},
	{"another time limit", func(r *model.Regulation, rng *rand.Rand, _ map[*model.Step]bool) (compare.Kind, bool) {
		if len(r.TimeLimits) == 0 {
			return "", false
		}
		r.TimeLimits[rng.IntN(len(r.TimeLimits))].Duration.Value += 77
		return compare.KindTimeLimitChanged, true
	}},
	{"a participant less", func(r *model.Regulation, _ *rand.Rand, _ map[*model.Step]bool) (compare.Kind, bool) {
		role := model.RoleExecutor
		if !slices.ContainsFunc(r.Actors, func(a model.Actor) bool { return a.Role == role }) {
			return "", false
		}
		r.Actors = slices.DeleteFunc(r.Actors, func(a model.Actor) bool { return a.Role == role })
		return compare.KindActorListRemoved, true
	}},
}

// realRegulations are all regulations of the real acts. Separate lists of results and the
// paragraphs that steps were read from are
// left out: they would have to follow the steps.
func realRegulations(t *testing.T) []compare.Side {
	t.Helper()
	var sides []compare.Side
	for _, f := range []string{"akmola-2014-a-4-130.kk.txt", "akmola-2015-a-11-495.kk.md", "west-kazakhstan-2016-122.kk.pdf.txt", "kyzylorda-2018-1057.ru.md", "almaty-2017-4-496.kk.md"} {
		a := realAct(t, f, f)
		for i := range a.Document.Regulations {
			a.Document.Regulations[i].Results, a.Document.Regulations[i].Sections = nil, nil
			sides = append(sides, compare.Side{Act: a, Regulation: &a.Document.Regulations[i]})
		}
	}
	return sides
}

func copyOf(t *testing.T, s compare.Side) compare.Side {
	t.Helper()
	b, err := json.Marshal(s.Regulation)
	if err != nil {
		t.Fatal(err)
	}
	var r model.Regulation
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	s.Regulation = &r
	return s
}

func TestASingleChangePlantedInARealRegulationIsFoundAndNothingElse(t *testing.T) {
	sides := realRegulations(t)
	for _, c := range plants {
		t.Run(c.name, func(t *testing.T) {
			planted := 0
			for _, s := range sides {
				for seed := range uint64(2) {
					other := copyOf(t, s)
					want, ok := c.apply(other.Regulation, rand.New(rand.NewPCG(seed, 7)), map[*model.Step]bool{})
					if !ok {
						continue
					}
					planted++
					r := compare.Regulations(s, other)
					// A limit that holds at several places is told once for each other limit beside it.
					var got []compare.Kind
					for _, d := range r.Differences {
						got = append(got, d.Kind)
					}
					if !slices.Equal(got, []compare.Kind{want}) {
						t.Errorf("%s #%d, seed %d: got %v, want %s%s", s.Label, s.Regulation.Index, seed, got, want, messages(r))
					}
				}
			}
			if planted < 5 {
				t.Errorf("planted only %d times", planted)
			}
		})
	}
}

func TestSeveralChangesPlantedTogetherAreAllFound(t *testing.T) {
	// Steps that come or go are planted alone: beside them a changed step can be two.
	apart := slices.DeleteFunc(slices.Clone(plants), func(p plant) bool { return strings.HasPrefix(p.name, "a step ") })
	for _, s := range realRegulations(t) {
		for seed := range uint64(4) {
			rng := rand.New(rand.NewPCG(seed, 11))
			other := copyOf(t, s)
			used := map[*model.Step]bool{}
			var want []compare.Kind
			for _, k := range rng.Perm(len(apart))[:4] {
				if kind, ok := apart[k].apply(other.Regulation, rng, used); ok {
					want = append(want, kind)
				}
			}
			r := compare.Regulations(s, other)
			var got []compare.Kind
			for _, d := range r.Differences {
				got = append(got, d.Kind)
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s #%d, seed %d: got %v, want %v%s", s.Label, s.Regulation.Index, seed, got, want, messages(r))
			}
		}
	}
}
