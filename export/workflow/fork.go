package workflow

import (
	"slices"

	"reglament/model"
)

// fork is what leaves the main path after a step: a check and the refusal it leads to.
type fork struct {
	off        int      // index of the step that is taken when the check fails, or -1
	conditions []string // that the gateway decides on
	passes     string   // the condition of the main path, where a table tells it
}

// forks gives for every step what leaves the path after it. A refusal that stands before
// its check, or that is a check itself, is not followed: the way would be a loop that the
// text does not tell.
func forks(p *model.Process, w *words) []fork {
	out := make([]fork, len(p.Steps))
	for i := range out {
		out[i] = tableFork(p, i, w)
	}
	for _, branch := range p.Branches {
		if branch.Refusal == "" {
			continue
		}
		check := slices.IndexFunc(p.Steps, func(s model.Step) bool {
			return s.Node == model.ConditionNode && sameLabel(string(s.Label), branch.Condition)
		})
		if check < 0 {
			continue
		}
		for i := check + 1; i < len(p.Steps); i++ {
			s := &p.Steps[i]
			if s.Node != model.ConditionNode && sameLabel(string(s.Label), string(branch.Refusal)) {
				out[check] = fork{off: i, conditions: []string{p.Steps[check].Text}}
				break
			}
		}
	}
	return out
}

// tableFork reads the fork of a table's row, "2 – если есть нарушения; 3 – если
// авторизация прошла успешно", where one of the two rows refuses and nothing follows it.
// Other orders are told with the task and not drawn.
func tableFork(p *model.Process, i int, w *words) fork {
	none := fork{off: -1}
	next := p.Steps[i].Next
	if len(next) != 2 || next[0].Condition == "" && next[1].Condition == "" {
		return none
	}
	for k, fails := range next {
		passes := next[1-k]
		off, on := numbered(p, fails.N), numbered(p, passes.N)
		goesOn := on == i+1 || on == i+2 && off == i+1
		if off <= i || !goesOn || len(p.Steps[off].Next) > 0 {
			continue
		}
		if s := &p.Steps[off]; !w.refuses(s.Text) && !w.refuses(string(s.Result)) {
			continue
		}
		return fork{off: off, conditions: []string{fails.Text, passes.Text}, passes: string(passes.Condition)}
	}
	return none
}

// numbered is the index of the step with a number, or -1.
func numbered(p *model.Process, n string) int {
	return slices.IndexFunc(p.Steps, func(s model.Step) bool { return string(s.N) == n })
}

// sameLabel compares labels whatever their blanks and dashes: "1 шарт", "1-шарт".
func sameLabel(a, b string) bool { return a != "" && slug(a) == slug(b) }
