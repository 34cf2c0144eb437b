package site

import (
	"reglament/model"
)

// timeline is a procedure drawn over working time: a row a step, in pixels.
type timeline struct {
	Width, Height int
	Rows          []timelineRow
	Ticks         []timelineTick
	Axis          int // y of the axis
	Summary       string
}

// timelineRow is a step.
type timelineRow struct {
	Y, TextY        int
	Name, Who, Term string
	X, W            int // of the bar
	TermX           int
	TermAnchor      string
	Timed           bool
	Title           string
	Band            bool
}

// timelineTick is a mark on the axis.
type timelineTick struct {
	X    int
	Name string
}

// Measures of the drawing, in pixels.
const (
	timelineLabel = 250 // where the bars begin
	timelineBars  = 760 // their longest
	timelineTerm  = 150 // room for the term behind the last bar
	timelineRowH  = 28
	timelineTop   = 8
	timelineFoot  = 30
)

// tickSteps are distances between marks of the axis, in minutes of working time.
var tickSteps = []int{5, 10, 15, 30, 60, 120, 240, model.MinutesPerWorkingDay, 2 * model.MinutesPerWorkingDay,
	5 * model.MinutesPerWorkingDay, 10 * model.MinutesPerWorkingDay, 20 * model.MinutesPerWorkingDay, 50 * model.MinutesPerWorkingDay,
	100 * model.MinutesPerWorkingDay, 250 * model.MinutesPerWorkingDay, 1000 * model.MinutesPerWorkingDay}

// mostTicks is how many marks fit on the axis.
const mostTicks = 6

// timeline draws a procedure, one step after the other, each as long as it may take at least;
// it is nil where no step has a term in working time. sum is that of all.
func (p *page) timeline(process *model.Process) (t *timeline, sum string) {
	total, most := 0, 0
	for i := range process.Steps {
		n, m, _ := process.Steps[i].Term().WorkingMinutes()
		total, most = total+n, most+m
	}
	if total == 0 {
		return nil, ""
	}
	sum = p.Range(total, most)
	t = &timeline{Width: timelineLabel + timelineBars + timelineTerm}
	at := 0
	x := func(minutes int) int { return timelineLabel + minutes*timelineBars/total }
	for i := range process.Steps {
		s := &process.Steps[i]
		y := timelineTop + i*timelineRowH
		row := timelineRow{Y: y, TextY: y + timelineRowH/2 + 4, Name: clip(stepName(s), 14), Who: clip(p.Roles(s.Roles), 30), X: x(at), Title: s.Text, Band: i%2 == 1}
		if row.Who == "" {
			row.Who = clip(string(s.Actor), 30)
		}
		row.Term = p.terms(s.Durations)
		if n, _, ok := s.Term().WorkingMinutes(); ok {
			row.Timed = true
			row.W = max(3, x(at+n)-row.X)
			at += n
		}
		row.TermX, row.TermAnchor = row.X+row.W+6, "start"
		if !row.Timed {
			row.TermX += 6
		}
		row.Term = clip(row.Term, 24)
		t.Rows = append(t.Rows, row)
	}
	t.Axis = timelineTop + len(process.Steps)*timelineRowH
	t.Height = t.Axis + timelineFoot
	step := tickSteps[len(tickSteps)-1]
	for _, s := range tickSteps {
		if total/s <= mostTicks {
			step = s
			break
		}
	}
	for m := 0; m <= total; m += step {
		t.Ticks = append(t.Ticks, timelineTick{x(m), p.Minutes(m)})
		if len(t.Ticks) > 2*mostTicks {
			break
		}
	}
	t.Summary = p.T("regulation.timeline") + ": " + sum
	return t, sum
}

// clip keeps the first letters of a name.
func clip(s string, most int) string {
	letters := []rune(s)
	if len(letters) <= most {
		return s
	}
	return string(letters[:most-1]) + "…"
}
