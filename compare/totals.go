package compare

import (
	"slices"

	"reglament/model"
)

// Totals are the figures of a description, or of a regulation as a whole.
type Totals struct {
	Steps int `json:"steps"`
	// Minutes is the sum of the terms of the steps in minutes of working time, as if one
	// step followed the other; what it leaves out is in Uncounted.
	Minutes      int                    `json:"minutes"`
	Uncounted    model.List[string]     `json:"uncounted"`    // terms without a fixed length in working time, as written
	Untimed      int                    `json:"untimed"`      // steps without a term
	HandOvers    int                    `json:"hand_overs"`   // steps done by another than the step before
	Participants model.List[model.Role] `json:"participants"` // distinct roles, in the order of their first step
}

// processTotals counts steps, terms and hand-overs of one procedure.
func processTotals(p *model.Process) Totals {
	t := Totals{Steps: len(p.Steps)}
	var last []string
	for i := range p.Steps {
		s := &p.Steps[i]
		if len(s.Durations) == 0 {
			t.Untimed++
		}
		for _, d := range s.Durations {
			if m, ok := d.WorkingMinutes(); ok {
				t.Minutes += m
			} else {
				t.Uncounted = append(t.Uncounted, d.Text)
			}
		}
		t.participants(s.Roles)
		if roles := codes(s.Roles); len(roles) > 0 {
			if last != nil && !slices.Equal(last, roles) {
				t.HandOvers++
			}
			last = roles
		}
	}
	return t
}

func (t *Totals) participants(roles []model.Role) {
	for _, r := range roles {
		if !slices.Contains(t.Participants, r) {
			t.Participants = append(t.Participants, r)
		}
	}
}

// regulationTotals sums the descriptions of a regulation. Where it has the internal
// description, the interaction between units tells the same work once more and is left
// out of all sums but the participants.
func regulationTotals(r *model.Regulation) Totals {
	internal := slices.ContainsFunc(r.Processes, func(p model.Process) bool { return p.Kind == model.ProcessInternal })
	var t Totals
	for i := range r.Processes {
		p := processTotals(&r.Processes[i])
		t.participants(p.Participants)
		if internal && r.Processes[i].Kind == model.ProcessInteraction {
			continue
		}
		t.Steps += p.Steps
		t.Minutes += p.Minutes
		t.Uncounted = append(t.Uncounted, p.Uncounted...)
		t.Untimed += p.Untimed
		t.HandOvers += p.HandOvers
	}
	return t
}
