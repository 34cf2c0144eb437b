package compare

import (
	"slices"
	"strings"
)

// Mirror is the same comparison seen from the other side. Regulations(b, a) returns it: that
// a comparison does not depend on which side comes first is what tests hold it to; the
// program has no use of it.
func (r *Result) Mirror() *Result {
	m := &Result{Schema: r.Schema, A: r.B, B: r.A, Service: r.Service, Remarks: r.Remarks}
	m.Service.Why = mirrorWhy(r.Service.Why)
	var order []int // place of each pair in the mirrored list
	m.Processes, order = mirrorProcesses(r.Processes)
	for _, d := range r.Differences {
		m.Differences = append(m.Differences, d.mirror(order))
	}
	m.finish()
	return m
}

// mirrorWhy turns the two lists of words in a reason of SameService round.
func mirrorWhy(why string) string {
	head, lists, ok := strings.Cut(why, "; ")
	if !ok {
		return why
	}
	a, b, ok := strings.Cut(lists, " / ")
	if !ok {
		return why
	}
	return head + "; " + b + " / " + a
}

// mirrorProcesses turns pairs round and returns the new place of each.
func mirrorProcesses(ps []ProcessPair) ([]ProcessPair, []int) {
	out := make([]ProcessPair, len(ps))
	for i, p := range ps {
		m := p
		m.A, m.B = p.B, p.A
		m.Steps = nil
		for _, s := range p.Steps {
			m.Steps = append(m.Steps, s.mirror())
		}
		sortSteps(m.Steps)
		out[i] = m
	}
	sortProcesses(out)
	order := make([]int, len(ps))
	for i, p := range ps {
		order[i] = slices.IndexFunc(out, func(m ProcessPair) bool {
			if p.A != nil {
				return m.B != nil && m.B.Index == p.A.Index
			}
			return m.B == nil && m.A.Index == p.B.Index
		})
	}
	return out, order
}

func (s StepPair) mirror() StepPair {
	m := s
	m.A, m.B = s.B, s.A
	switch s.Mark {
	case MarkAdded:
		m.Mark = MarkRemoved
	case MarkRemoved:
		m.Mark = MarkAdded
	case MarkSplit:
		m.Mark = MarkJoined
	case MarkJoined:
		m.Mark = MarkSplit
	}
	return m
}

func (d Difference) mirror(order []int) Difference {
	m := d
	if k, ok := mirrored[d.Kind]; ok {
		m.Kind = k
	}
	m.A, m.B, m.StepA, m.StepB = d.B, d.A, d.StepB, d.StepA
	if d.Process != nil {
		p := order[*d.Process]
		m.Process = &p
	}
	if d.Minutes != nil {
		n := -*d.Minutes
		m.Minutes = &n
	}
	m.Edits = nil
	for _, e := range d.Edits {
		m.Edits = append(m.Edits, Edit{A: e.B, B: e.A})
	}
	return m
}
