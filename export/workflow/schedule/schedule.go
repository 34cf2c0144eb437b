// Package schedule says when the steps of a definition fall due by the working calendar,
// when every step takes all the time that the act gives it.
package schedule

import (
	"cmp"
	"fmt"
	"time"

	"reglament/export/calendar"
	"reglament/export/workflow"
	"reglament/model"
)

// Step is a step of the main path.
type Step struct {
	Definition string     `json:"definition"` // ID of the definition it stands in
	Node       string     `json:"node"`
	N          model.Text `json:"n"`     // number as printed
	Label      model.Text `json:"label"` // "1-процесс"
	Actor      string     `json:"actor"` // the lane
	Name       string     `json:"name"`
	Begins     model.Text `json:"begins"` // by the clock of the office, at the earliest: 2018-03-05T10:00
	Due        model.Text `json:"due"`    // null where the act gives no term
	// Latest is when a step is due at the latest, null where that is Due: it, or one before
	// it, has several terms (see model.Term), and Due takes the longest of them.
	Latest   model.Text                 `json:"latest"`
	Duration *model.Duration            `json:"duration"` // null where there is not exactly one
	Terms    model.List[model.Duration] `json:"terms"`    // all there are
	Span     model.Span                 `json:"span"`
	// Calls says that the step is the procedure whose steps follow.
	Calls model.Text `json:"calls"`
}

// Limit is a term of the whole service, and whether the steps keep it.
type Limit struct {
	Duration model.Duration `json:"duration"`
	Due      model.Text     `json:"due"`
	// Holds is whether the last step is due by then; null where steps without a term, or with
	// several, leave it open.
	Holds *bool `json:"holds"`
}

// Schedule is how a service runs from its start on the main path: every check is passed.
type Schedule struct {
	Definition string           `json:"definition"`
	Name       string           `json:"name"`
	Start      model.Text       `json:"start"`
	Due        model.Text       `json:"due"`    // of the last step
	Latest     model.Text       `json:"latest"` // the same as Step.Latest
	Steps      model.List[Step] `json:"steps"`
	Untimed    int              `json:"untimed"` // steps without a term
	Limit      *Limit           `json:"limit"`   // null where the act states none
	// UnknownYears are years of the schedule whose transfers of days off are not known.
	UnknownYears model.List[int] `json:"unknown_years"`
}

// Clock is the layout of times in a schedule: ISO 8601 without an offset.
const Clock = "2006-01-02T15:04"

// Of reckons the schedule of a definition, one of the definitions of a regulation as
// workflow.Build returns them. An error names the step whose term has no known unit.
func Of(d *workflow.Definition, all []workflow.Definition, c *calendar.Calendar, start time.Time) (*Schedule, error) {
	r := &reckoner{all: all, calendar: c, out: &Schedule{Definition: d.ID, Name: d.Name, Start: clock(start)}}
	end, err := r.walk(d, both(start))
	if err != nil {
		return nil, err
	}
	last := end.most
	if limit := limitOf(d, all); limit != nil {
		due, err := c.Due(start, *limit)
		if err != nil {
			return nil, fmt.Errorf("%s: the limit of the service: %w", d.ID, err)
		}
		r.out.Limit = &Limit{Duration: *limit, Due: clock(due)}
		switch kept := !end.most.After(due); {
		case end.least.After(due), kept && r.out.Untimed == 0:
			r.out.Limit.Holds = &kept
		}
		if due.After(last) {
			last = due
		}
	}
	r.out.Due, r.out.Latest = clock(end.least), end.latest()
	for year := start.Year(); year <= last.Year(); year++ {
		if !c.Known(year) {
			r.out.UnknownYears = append(r.out.UnknownYears, year)
		}
	}
	return r.out, nil
}

// limitOf is the limit that the process around a definition watches.
func limitOf(d *workflow.Definition, all []workflow.Definition) *model.Duration {
	for i := range all {
		if all[i].Watches == d.ID {
			return &all[i].Durations[0]
		}
	}
	return nil
}

type reckoner struct {
	all      []workflow.Definition
	calendar *calendar.Calendar
	out      *Schedule
	under    []string // definitions that are being walked
}

// moment is a time that is not known for certain, but for least and most.
type moment struct{ least, most time.Time }

func both(t time.Time) moment { return moment{t, t} }

func (m moment) latest() model.Text {
	if m.most.Equal(m.least) {
		return ""
	}
	return clock(m.most)
}

// walk follows the flows that have no condition.
func (r *reckoner) walk(d *workflow.Definition, at moment) (moment, error) {
	for _, id := range r.under {
		if id == d.ID {
			return at, nil // a procedure that calls itself is walked once
		}
	}
	r.under = append(r.under, d.ID)
	defer func() { r.under = r.under[:len(r.under)-1] }()
	lanes := map[string]string{}
	for _, l := range d.Lanes {
		lanes[l.ID] = l.Name
	}
	for n := d.Nodes[0]; ; {
		var err error
		if at, err = r.step(d, &n, lanes[n.Lane], at); err != nil {
			return at, err
		}
		next := ""
		for _, f := range d.Flows {
			if f.From == n.ID && f.Condition == nil {
				next = f.To
			}
		}
		if next == "" {
			return at, nil
		}
		for _, m := range d.Nodes {
			if m.ID == next {
				n = m
			}
		}
	}
}

// step adds a task and returns when it is done.
func (r *reckoner) step(d *workflow.Definition, n *workflow.Node, lane string, at moment) (moment, error) {
	if n.Step == nil {
		return at, nil
	}
	s := Step{
		Definition: d.ID, Node: n.ID, N: n.Step.N, Label: n.Step.Label, Actor: lane, Name: n.Name, Begins: clock(at.least), Terms: n.Step.Durations,
		Span: n.Source.Span, Calls: model.Text(n.Called),
	}
	end := at
	if term := n.Step.Term(); len(term) > 0 {
		var err, errMost error
		end.least, _, err = term.Due(at.least, r.calendar.Due)
		_, end.most, errMost = term.Due(at.most, r.calendar.Due)
		if err := cmp.Or(err, errMost); err != nil {
			return at, fmt.Errorf("%s: %s: %w", d.ID, n.Name, err)
		}
		s.Due, s.Latest = clock(end.least), end.latest()
		if term.Sure() {
			s.Duration = &term[0]
		}
	}
	i := len(r.out.Steps)
	r.out.Steps = append(r.out.Steps, s)
	for j := range r.all {
		if n.Called != "" && r.all[j].ID == n.Called {
			called, err := r.walk(&r.all[j], at)
			if err != nil {
				return at, err
			}
			if s.Due == "" {
				end, r.out.Steps[i].Due, r.out.Steps[i].Latest = called, clock(called.least), called.latest()
			}
		}
	}
	if r.out.Steps[i].Due == "" {
		r.out.Untimed++
	}
	return end, nil
}

func clock(t time.Time) model.Text { return model.Text(t.Format(Clock)) }
