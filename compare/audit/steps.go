package audit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reglament/compare"
	"reglament/compare/wording"
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/sentence"
)

// descriptions compares the two descriptions of one procedure: the point on the content
// and duration of each procedure, and the point on the sequence between units.
func (c *check) descriptions() {
	for _, a := range c.processes(model.ProcessInternal) {
		for _, b := range c.processes(model.ProcessInteraction) {
			if wording.Fold(strings.Join(a.Variant, "")) == wording.Fold(strings.Join(b.Variant, "")) {
				c.twice(a, b)
			}
		}
	}
}

// twice compares the steps of a procedure that is told twice.
func (c *check) twice(a, b *model.Process) {
	// Where both have as many steps they are told in the same order, whatever the words.
	if len(a.Steps) == len(b.Steps) {
		for i := range a.Steps {
			c.step(a, i, b, i)
		}
		return
	}
	for _, p := range compare.Align(a, b, true) {
		switch {
		case len(p.A) == 1 && len(p.B) == 1:
			c.step(a, p.A[0].Index, b, p.B[0].Index)
		case len(p.B) == 0:
			c.untold(a, p.A[0].Index, b)
		case len(p.A) == 0:
			c.untold(b, p.B[0].Index, a)
		}
	}
}

func (c *check) untold(p *model.Process, i int, other *model.Process) {
	c.add(StepUntold, model.Warning, phrase.Untold.Of(stepLabel(p, i), processLabel(other)),
		c.place(stepLabel(p, i), p.Steps[i].Span), c.place(processLabel(other), other.Span))
}

// step finds what step i of a and step j of b, which are one, say differently: another term,
// another worker, the applicant where the other has the provider.
func (c *check) step(a *model.Process, i int, b *model.Process, j int) {
	x, y := &a.Steps[i], &b.Steps[j]
	if termCode(x.Durations) != termCode(y.Durations) {
		c.add(TermConflict, model.Error, phrase.TwoTerms.Of(inWords(x.Durations), stepLabel(a, i), inWords(y.Durations), stepLabel(b, j)),
			c.place(stepLabel(a, i), x.Span), c.place(stepLabel(b, j), y.Span))
	}
	if !slices.Equal(x.Roles, y.Roles) && len(x.Roles) > 0 && len(y.Roles) > 0 {
		c.add(PartyConflict, model.Error, phrase.TwoParties.Of(roles(x.Roles), stepLabel(a, i), roles(y.Roles), stepLabel(b, j)),
			c.place(stepLabel(a, i), x.Span), c.place(stepLabel(b, j), y.Span))
		return
	}
	for _, e := range wording.Edits(x.Text, y.Text) {
		switch [2]model.Role{c.lang.RoleOf(e.A), c.lang.RoleOf(e.B)} {
		case [2]model.Role{model.RoleProvider, model.RoleApplicant}, [2]model.Role{model.RoleApplicant, model.RoleProvider}:
			c.add(PartyConflict, model.Warning, phrase.OtherWord.Of(e.A, stepLabel(a, i), e.B, stepLabel(b, j)),
				c.place(stepLabel(a, i), x.Span), c.place(stepLabel(b, j), y.Span))
		}
	}
}

func roles(all []model.Role) model.Message {
	var out []model.Message
	for _, r := range all {
		out = append(out, phrase.Code("role", r))
	}
	return phrase.List(out...)
}

// termCode makes two writings of one term equal: 60 minutes and 1 hour.
func termCode(ds []model.Duration) string {
	var out []string
	for _, d := range ds {
		if m, ok := d.WorkingMinutes(); ok {
			out = append(out, strconv.Itoa(m))
			continue
		}
		out = append(out, fmt.Sprintf("%d %s", d.Value, d.Unit))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func inWords(ds []model.Duration) model.Message {
	if len(ds) == 0 {
		return phrase.NoStatedTerm.Of()
	}
	var out []string
	for _, d := range ds {
		out = append(out, d.Text)
	}
	return quotes(out)
}

// terms finds steps of the provider without a term where the other steps have one.
func (c *check) terms() {
	for _, p := range c.processes(model.ProcessInternal, model.ProcessInteraction) {
		timed := 0
		var last int
		for i := range p.Steps {
			if len(p.Steps[i].Durations) > 0 {
				timed, last = timed+1, i
			}
		}
		if len(p.Durations) > 0 || 2*timed <= len(p.Steps) {
			continue
		}
		for i := range p.Steps {
			s := &p.Steps[i]
			if len(s.Durations) > 0 || slices.Equal(s.Roles, []model.Role{model.RoleApplicant}) || c.termUnmeasured(s) {
				continue
			}
			c.add(TermMissing, model.Warning, phrase.Untimed.Of(stepLabel(p, i), timed, len(p.Steps)),
				c.place(stepLabel(p, i), s.Span), c.place(stepLabel(p, last), p.Steps[last].Span))
		}
	}
}

// termUnmeasured reports whether a step has a term that is no length: "в день обращения".
func (c *check) termUnmeasured(s *model.Step) bool {
	return slices.ContainsFunc(c.doc.Findings, func(f model.Finding) bool {
		return f.Code == model.FindTermUnmeasured && s.Span.Contains(f.Span)
	})
}

// leastScheme is the least likeness of a line of a scheme and a step that are one deed.
const leastScheme = 650

// scheme compares the terms in the schemes of annexes with those of the steps:
// "Қызмет берушінің басшылығы хабарламаға қол қояды– 5 минут".
func (c *check) scheme() {
	for _, a := range c.r.Annexes {
		for _, span := range a.Span.Lines(c.canonical) {
			line := span.Of(c.canonical)
			terms := sentence.Lengths(line, c.doc.Act.Language)
			if len(terms) == 0 {
				continue
			}
			said := terms[0]
			stems := wording.Telling(line[:said.Span[0]] + line[said.Span[1]:])
			var bestProcess *model.Process
			best, bestStep := leastScheme-1, 0
			for _, p := range c.processes(model.ProcessInternal, model.ProcessInteraction) {
				for i := range p.Steps {
					s := &p.Steps[i]
					if len(s.Durations) != 1 {
						continue
					}
					text := strings.TrimLeft(strings.Replace(s.Text, s.Durations[0].Text, "", 1), "0123456789) ")
					score := max(wording.Overlap(stems, wording.Telling(text)), wording.Overlap(stems, wording.Telling(strings.Replace(text, string(s.Result), "", 1))))
					if score > best {
						best, bestProcess, bestStep = score, p, i
					}
				}
			}
			if bestProcess == nil || len(stems) < 2 {
				continue
			}
			s := &bestProcess.Steps[bestStep]
			if termCode(s.Durations) != termCode([]model.Duration{said}) {
				c.add(SchemeConflict, model.Warning, phrase.OtherScheme.Of(said.Text, stepLabel(bestProcess, bestStep), inWords(s.Durations)),
					c.place(stepLabel(bestProcess, bestStep), s.Span), c.place(c.pointLabel(span[0]), span))
			}
		}
	}
}

// limits finds steps that together take longer than the limit of the service.
func (c *check) limits() {
	for i := range c.r.TimeLimits {
		l := &c.r.TimeLimits[i]
		most, ok := l.Duration.WorkingMinutes()
		if l.What != model.LimitService || !ok {
			continue
		}
		office := len(l.At) == 0 || slices.Contains(l.At, model.ChannelOffice)
		for _, p := range c.processes(model.ProcessInternal) {
			if office && !(rural(p) && len(l.At) > 0 && !slices.Contains(l.At, model.ChannelRuralAkim)) {
				c.within(l, most, []*model.Process{p})
			}
		}
		if !office && slices.Contains(l.At, model.ChannelCorporation) {
			c.within(l, most, c.processes(model.ProcessCorporation, model.ProcessDelivery))
		}
	}
}

func rural(p *model.Process) bool {
	return slices.ContainsFunc(p.Steps, func(s model.Step) bool {
		return slices.ContainsFunc(s.Roles, func(r model.Role) bool { return strings.HasPrefix(string(r), string(model.RoleRuralAkim)) })
	})
}

// within sums the terms of the steps that are taken when no check fails; of several terms of
// a step the longest, since the others may be of other cases.
func (c *check) within(l *model.TimeLimit, most int, processes []*model.Process) {
	sum := 0
	var parts []string
	places := []Place{c.place(phrase.LimitIs.Of(c.pointLabel(l.Span[0])), l.Span)}
	for _, p := range processes {
		for i := range p.Steps {
			s := &p.Steps[i]
			refusal := slices.ContainsFunc(p.Branches, func(b model.Branch) bool { return b.Refusal != "" && b.Refusal == s.Label })
			if refusal {
				continue
			}
			if len(s.Durations) == 0 {
				continue
			}
			least, _, ok := s.Term().WorkingMinutes()
			if !ok {
				return
			}
			sum += least
			parts = append(parts, strconv.Itoa(least))
			places = append(places, c.place(stepLabel(p, i), s.Term().Longest().Span))
		}
	}
	if sum > most {
		c.add(LimitExceeded, model.Error, phrase.OverLimit.Of(processLabel(processes[0]), strings.Join(parts, " + "), sum, l.Duration.Text, most, sum-most), places...)
	}
}

// branches finds checks of which nothing says what follows when they fail.
func (c *check) branches() {
	for i := range c.r.Processes {
		p := &c.r.Processes[i]
		for j := range p.Steps {
			s := &p.Steps[j]
			if s.Node != model.ConditionNode || c.lang.Fails(s.Text) {
				continue
			}
			settled := slices.ContainsFunc(p.Branches, func(b model.Branch) bool {
				return wording.Fold(b.Condition) == wording.Fold(string(s.Label)) && b.Refusal != ""
			})
			if !settled {
				c.add(CheckWithoutRefusal, model.Warning, phrase.OpenCheck.Of(stepLabel(p, j)), c.place(stepLabel(p, j), s.Span))
			}
		}
	}
}
