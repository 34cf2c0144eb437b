package workflow

import (
	"fmt"
	"slices"
	"strings"
)

// WithCalendarSteps returns the definition with a calendar step before every task that
// has a deadline. The step asks the working calendar when the term ends that begins now,
// and keeps the answer in a variable that the timer waits for: no engine knows which days
// are worked in Kazakhstan.
func WithCalendarSteps(d Definition) Definition {
	w := wordsOf(d.Language)
	nodes := d.Nodes
	d.Nodes, d.Flows = nil, slices.Clone(d.Flows)
	due := map[string]string{}   // variable by task
	before := map[string]*Node{} // timer by task
	for i := range nodes {
		if n := &nodes[i]; n.Kind == BoundaryTimer {
			before[n.AttachedTo] = n
			due[n.AttachedTo] = fmt.Sprintf("%s_due_%s", strings.ReplaceAll(slug(string(d.Channel)), "-", "_"), n.suffix())
		}
	}
	for _, n := range nodes {
		timer := before[n.ID]
		if timer != nil {
			step := Node{
				ID: "Calendar_" + timer.suffix(), Kind: CalendarStep, Name: cut(fmt.Sprintf(w.due, term(*timer.Duration, w)), MaxName, w),
				Text: timer.Duration.Text, Lane: n.Lane, Source: timer.Source, OffMain: n.OffMain, Duration: timer.Duration, Due: due[n.ID],
			}
			for i := range d.Flows {
				if d.Flows[i].To == n.ID {
					d.Flows[i].To = step.ID
				}
			}
			d.Nodes = append(d.Nodes, step)
			d.Flows = append(d.Flows, Flow{ID: "Flow_to_" + n.ID, From: step.ID, To: n.ID})
			n.Due = step.Due
		}
		if n.Kind == BoundaryTimer {
			n.Due = due[n.AttachedTo]
		}
		d.Nodes = append(d.Nodes, n)
	}
	return d
}

// suffix is what tells the nodes of one step from those of others: "3" of "Timer_3".
func (n *Node) suffix() string {
	_, s, _ := strings.Cut(n.ID, "_")
	return s
}
