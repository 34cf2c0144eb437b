package compare_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reglament/compare"
	"reglament/model"
)

var samples = map[string]func() sample{"birth grant": birthGrant, "housing": housing}

func diffs(t *testing.T, a, b sample) *compare.Result {
	t.Helper()
	return compare.Regulations(a.side("A"), b.side("B"))
}

func messages(r *compare.Result) string {
	var b strings.Builder
	for _, d := range r.Differences {
		b.WriteString("\n  " + string(d.Kind) + " " + string(d.Severity) + ": " + d.Message)
	}
	return b.String()
}

func TestARegulationDoesNotDifferFromItself(t *testing.T) {
	for name, s := range samples {
		r := diffs(t, s(), s())
		if len(r.Differences) > 0 {
			t.Errorf("%s:%s", name, messages(r))
		}
		for _, p := range r.Processes {
			for _, row := range p.Steps {
				if row.Mark != compare.MarkSame || row.Score != 1 {
					t.Errorf("%s: %v %v", name, row.Mark, row.Why)
				}
			}
		}
	}
}

func TestDashesQuotesBlanksAndCaseAreNoDifference(t *testing.T) {
	replacer := strings.NewReplacer("–", "-", "«", `"`, "»", `"`, " ", "  ", ",", ", ")
	styles := map[string]func(string) string{
		"dashes, quotes and blanks": replacer.Replace,
		"case":                      strings.ToUpper,
		"final punctuation":         func(s string) string { return s + ";" },
	}
	for name, s := range samples {
		for how, style := range styles {
			other := s()
			other.style = style
			if r := diffs(t, s(), other); len(r.Differences) > 0 {
				t.Errorf("%s, %s:%s", name, how, messages(r))
			}
		}
	}
}

// change is one thing that an author of another region would write differently, and the
// differences that are to be found, no more and no fewer.
type change struct {
	name  string
	apply func(s *sample, rng *rand.Rand) (want []compare.Kind, minutes *int, ok bool)
}

func minutes(n int) *int { return &n }

func one(k compare.Kind) []compare.Kind { return []compare.Kind{k} }

// anyStep picks a step that fits.
func anyStep(s *sample, rng *rand.Rand, fits func(p *sampleProcess, i int) bool) (*sampleProcess, int, bool) {
	type place struct {
		p *sampleProcess
		i int
	}
	var places []place
	for k := range s.processes {
		p := &s.processes[k]
		for i := range p.steps {
			if fits == nil || fits(p, i) {
				places = append(places, place{p, i})
			}
		}
	}
	if len(places) == 0 {
		return nil, 0, false
	}
	c := places[rng.IntN(len(places))]
	return c.p, c.i, true
}

func task(p *sampleProcess, i int) bool { return p.steps[i].label == "" }

var changes = []change{
	{"another term", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, func(p *sampleProcess, i int) bool {
			return p.steps[i].duration != nil && p.steps[i].duration.Unit == model.Minute
		})
		if !ok {
			return nil, nil, false
		}
		was := p.steps[i].duration.Value
		p.steps[i].duration = term(2, model.WorkingDay, "2 жұмыс күні")
		return one(compare.KindDurationChanged), minutes(2*480 - was), true
	}},
	{"a term is dropped", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, func(p *sampleProcess, i int) bool { return p.steps[i].duration != nil })
		if ok {
			p.steps[i].duration = nil
		}
		return one(compare.KindDurationChanged), nil, ok
	}},
	{"another worker", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, task)
		if ok {
			p.steps[i].actor, p.steps[i].role = "бөлім басшысы", model.RoleUnitHead
		}
		return one(compare.KindActorChanged), nil, ok
	}},
	{"the same worker in other words", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, func(p *sampleProcess, i int) bool { return p.steps[i].actor != "" })
		if ok {
			p.steps[i].actor = "уәкілетті тұлға"
		}
		return one(compare.KindActorChanged), nil, ok
	}},
	{"another action", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, task)
		if ok {
			p.steps[i].what += " және мұрағатқа тапсырады"
			p.steps[i].actions = append(slices.Clone(p.steps[i].actions), model.ActionStore)
		}
		return one(compare.KindActionChanged), nil, ok
	}},
	{"other words for the same action", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, nil)
		if ok {
			p.steps[i].what += " заңнамаға сәйкес"
		}
		return one(compare.KindTextChanged), nil, ok
	}},
	{"another result", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, func(p *sampleProcess, i int) bool { return p.steps[i].result != "" })
		if ok {
			p.steps[i].result = "қолхат беру"
		}
		return one(compare.KindResultChanged), nil, ok
	}},
	{"a condition more", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, task)
		if ok {
			p.steps[i].conditions = append(slices.Clone(p.steps[i].conditions), "мерзімі өткен мәліметтер анықталса")
		}
		return one(compare.KindConditionAdded), nil, ok
	}},
	{"a condition less", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, func(p *sampleProcess, i int) bool { return len(p.steps[i].conditions) > 0 })
		if ok {
			p.steps[i].conditions = nil
		}
		return one(compare.KindConditionRemoved), nil, ok
	}},
	{"a step less", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, func(p *sampleProcess, i int) bool { return p.steps[i].node != model.ConditionNode })
		if !ok {
			return nil, nil, false
		}
		label := p.steps[i].label
		p.steps = slices.Delete(slices.Clone(p.steps), i, i+1)
		p.branches = slices.Clone(p.branches)
		for k := range p.branches {
			if string(p.branches[k].Refusal) == label {
				p.branches[k].Refusal = ""
			}
		}
		return one(compare.KindStepRemoved), nil, true
	}},
	{"a check less", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, func(p *sampleProcess, i int) bool { return p.steps[i].node == model.ConditionNode })
		if ok {
			p.steps = slices.Delete(slices.Clone(p.steps), i, i+1)
		}
		return one(compare.KindCheckRemoved), nil, ok
	}},
	{"a step more", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, task)
		if ok {
			p.steps = slices.Insert(slices.Clone(p.steps), i, sampleStep{actor: "есепші", role: "provider.accountant", what: "төлемді аударады", actions: []model.Action{model.ActionPay}, duration: term(5, model.Minute, "5 минут")})
		}
		return one(compare.KindStepAdded), nil, ok
	}},
	{"a step in another place", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, func(p *sampleProcess, i int) bool { return task(p, i) && i >= 2 && len(p.steps) >= 5 })
		if ok {
			st := p.steps[i]
			p.steps = slices.Insert(slices.Delete(slices.Clone(p.steps), i, i+1), 0, st)
		}
		return one(compare.KindStepMoved), nil, ok
	}},
	{"one step told as two", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		p, i, ok := anyStep(s, rng, func(p *sampleProcess, i int) bool {
			return task(p, i) && len(p.steps[i].actions) > 1 && strings.Contains(p.steps[i].what, " және ") && p.steps[i].result == "" ||
				task(p, i) && len(p.steps[i].actions) > 1 && strings.Contains(p.steps[i].what, ", ") && p.steps[i].result == ""
		})
		if !ok {
			return nil, nil, false
		}
		first, second := p.steps[i], p.steps[i]
		sep := ", "
		if !strings.Contains(first.what, sep) {
			sep = " және "
		}
		first.what, second.what, _ = strings.Cut(p.steps[i].what, sep)
		first.duration = nil
		first.actions, second.actions = p.steps[i].actions[:1], p.steps[i].actions[1:]
		p.steps = slices.Insert(slices.Clone(p.steps), i, first)
		p.steps[i+1] = second
		return one(compare.KindStepSplit), nil, true
	}},
	{"a channel less", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		i := rng.IntN(len(s.channels))
		s.channels = slices.Delete(slices.Clone(s.channels), i, i+1)
		return one(compare.KindChannelRemoved), nil, true
	}},
	{"a channel more", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		s.channels = append(slices.Clone(s.channels), model.ChannelRuralAkim)
		return one(compare.KindChannelAdded), nil, true
	}},
	{"a form less", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		s.forms = s.forms[1:]
		return one(compare.KindFormRemoved), nil, true
	}},
	{"full automation", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		s.automation = model.FullAutomation
		return one(compare.KindAutomationChanged), nil, true
	}},
	{"another provider", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		s.provider = "Шымкент қаласының жұмыспен қамту орталығы"
		return one(compare.KindProviderChanged), nil, true
	}},
	{"another standard", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		s.standard[1] = "1057"
		return one(compare.KindStandardChanged), nil, true
	}},
	{"a limit of another length", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		s.limits = slices.Clone(s.limits)
		s.limits[0].Duration = *term(9, model.WorkingDay, "9 жұмыс күні")
		return one(compare.KindTimeLimitChanged), nil, true
	}},
	{"a limit less", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		s.limits = s.limits[1:]
		return one(compare.KindTimeLimitRemoved), nil, true
	}},
	{"a short name less", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		s.definitions = s.definitions[1:]
		return one(compare.KindDefinitionRemoved), nil, true
	}},
	{"a participant less", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		s.actors = s.actors[1:]
		return one(compare.KindActorListRemoved), nil, true
	}},
	{"a refusal that leads elsewhere", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		for k := range s.processes {
			if bs := slices.Clone(s.processes[k].branches); len(bs) > 0 {
				bs[0].Refusal = "4-процесс"
				s.processes[k].branches = bs
				return one(compare.KindBranchChanged), nil, true
			}
		}
		return nil, nil, false
	}},
	{"a procedure less", func(s *sample, rng *rand.Rand) ([]compare.Kind, *int, bool) {
		s.processes = s.processes[:len(s.processes)-1]
		return one(compare.KindProcessRemoved), nil, true
	}},
}

// deep gives a sample whose processes and steps can be changed apart from the original.
func deep(s sample) sample {
	s.processes = slices.Clone(s.processes)
	for i := range s.processes {
		s.processes[i].steps = slices.Clone(s.processes[i].steps)
	}
	return s
}

func TestAPlantedChangeIsFoundAndNothingElse(t *testing.T) {
	for name, s := range samples {
		for _, c := range changes {
			t.Run(name+"/"+c.name, func(t *testing.T) {
				for seed := range uint64(12) {
					other := deep(s())
					want, min, ok := c.apply(&other, rand.New(rand.NewPCG(seed, 1)))
					if !ok {
						t.Skip("nothing in this sample to change in this way")
					}
					r := diffs(t, s(), other)
					var got []compare.Kind
					for _, d := range r.Differences {
						got = append(got, d.Kind)
					}
					if !slices.Equal(got, want) {
						t.Fatalf("seed %d: got %v, want %v%s", seed, got, want, messages(r))
					}
					if min != nil && (r.Differences[0].Minutes == nil || *r.Differences[0].Minutes != *min) {
						t.Errorf("seed %d: minutes %v, want %d", seed, r.Differences[0].Minutes, *min)
					}
				}
			})
		}
	}
}

// pairsOfSamples are each sample with itself changed in several places, and with the others.
func pairsOfSamples() map[string][2]sample {
	out := map[string][2]sample{"birth grant / housing": {birthGrant(), housing()}}
	for name, s := range samples {
		for seed := range uint64(20) {
			rng := rand.New(rand.NewPCG(seed, 2))
			a, b := deep(s()), deep(s())
			for range 1 + rng.IntN(5) {
				changes[rng.IntN(len(changes))].apply(&a, rng)
				changes[rng.IntN(len(changes))].apply(&b, rng)
				if len(a.channels) == 0 || len(b.channels) == 0 || len(a.forms)*len(b.forms)*len(a.limits)*len(b.limits)*len(a.definitions)*len(b.definitions)*len(a.actors)*len(b.actors)*len(a.processes)*len(b.processes) == 0 {
					break
				}
			}
			out[name+" "+string(rune('a'+seed))] = [2]sample{a, b}
		}
	}
	return out
}

func TestComparingTheOtherWayRoundIsTheMirror(t *testing.T) {
	for name, p := range pairsOfSamples() {
		ab := compare.Regulations(p[0].side("A"), p[1].side("B"))
		ba := compare.Regulations(p[1].side("B"), p[0].side("A"))
		want, got := asJSON(t, ba), asJSON(t, ab.Mirror())
		if got != want {
			t.Errorf("%s: the mirror differs:%s", name, firstDifference(got, want))
		}
		if !reflect.DeepEqual(asJSON(t, ab), asJSON(t, ab.Mirror().Mirror())) {
			t.Errorf("%s: the mirror of the mirror differs", name)
		}
	}
}

func TestEveryQuotationStandsWhereItsSpanSays(t *testing.T) {
	for name, p := range pairsOfSamples() {
		a, b := p[0].side("A"), p[1].side("B")
		for _, d := range compare.Regulations(a, b).Differences {
			for _, q := range []struct {
				v    compare.Value
				text string
			}{{d.A, a.Canonical}, {d.B, b.Canonical}} {
				if q.v.Text == "" || d.Field == "processes" || d.Field == "automation" {
					continue
				}
				// Two joined steps are quoted on one line.
				if got := strings.ReplaceAll(q.v.Span.Of(q.text), "\n", " "); got != q.v.Text {
					t.Errorf("%s, %s: quotes %q, the span has %q", name, d.Kind, q.v.Text, got)
				}
			}
			if d.Message == "" {
				t.Errorf("%s, %s: no sentence", name, d.Kind)
			}
		}
	}
}

func asJSON(t *testing.T, r *compare.Result) string {
	t.Helper()
	var b bytes.Buffer
	if err := compare.WriteJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	var back compare.Result
	if err := json.Unmarshal(b.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func firstDifference(a, b string) string {
	la, lb := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(la), len(lb)) {
		if la[i] != lb[i] {
			from := max(0, i-12)
			return "\n" + strings.Join(la[from:min(len(la), i+6)], "\n") + "\n--- want\n" + strings.Join(lb[from:min(len(lb), i+6)], "\n")
		}
	}
	return " in length"
}

func BenchmarkRegulations(b *testing.B) {
	x, y := birthGrant().side("A"), deep(birthGrant()).side("B")
	for b.Loop() {
		compare.Regulations(x, y)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestAWriterThatFailsIsTold(t *testing.T) {
	r := compare.Regulations(birthGrant().side("Karaganda"), birthGrant().side("Kyzylorda"))
	if err := compare.WriteJSON(full{}, r); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("json: %v", err)
	}
}
