package audit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reglament/compare/wording"
	"reglament/model"
	"reglament/model/phrase"
)

// actors compares the list of participants with who acts in the provider's own
// descriptions.
func (c *check) actors() {
	if len(c.r.Actors) == 0 {
		return
	}
	var listed model.Span
	for i, a := range c.r.Actors {
		if i == 0 {
			listed = a.Span
		}
		listed = model.Span{min(listed[0], a.Span[0]), max(listed[1], a.Span[1])}
		for j := range i {
			if b := c.r.Actors[j]; b.Role == a.Role && wording.SameButEndings(a.Text, b.Text) {
				c.add(ActorTwice, model.Info, phrase.ListedTwice.Of(a.Text), c.place(phrase.Participants.Of(), b.Span), c.place(phrase.Participants.Of(), a.Span))
			}
		}
	}
	seen := map[model.Role]bool{}
	acting := map[model.Role]bool{}
	for _, p := range c.processes(model.ProcessInternal, model.ProcessInteraction) {
		for i := range p.Steps {
			s := &p.Steps[i]
			for _, r := range s.Roles {
				acting[r] = true
				if seen[r] || r == model.RoleApplicant || r == model.RolePortal || c.lists(s, r) {
					continue
				}
				seen[r] = true
				c.add(ActorUnlisted, model.Warning, phrase.Unlisted.Of(phrase.Code("role", r), stepLabel(p, i)),
					c.place(stepLabel(p, i), s.Span), c.place(phrase.Participants.Of(), listed))
			}
		}
	}
	if len(acting) == 0 {
		return
	}
	for i := range c.r.Processes {
		for _, s := range c.r.Processes[i].Steps {
			for _, r := range s.Roles {
				acting[r] = true
			}
		}
	}
	for _, a := range c.r.Actors {
		if a.Role == model.RoleOther || a.Role == "" || acting[a.Role] || slices.ContainsFunc(c.r.Processes, func(p model.Process) bool { return c.acts(&p, a.Text) }) {
			continue
		}
		c.add(ActorIdle, model.Warning, phrase.Idle.Of(a.Text), c.place(phrase.Participants.Of(), a.Span))
	}
}

// lists reports whether the role of a step is in the list, or its actor's words are: one
// entry can name two workers ("кеңсе маманы немесе ауылдық округ әкімі аппаратының маманы").
func (c *check) lists(s *model.Step, r model.Role) bool {
	actor := wording.Stems(string(s.Actor))
	return slices.ContainsFunc(c.r.Actors, func(a model.Actor) bool {
		return a.Role == r || len(actor) > 0 && len(wording.Without(actor, wording.Stems(a.Text))) == 0
	})
}

func (c *check) acts(p *model.Process, actor string) bool {
	stems := wording.Stems(actor)
	return slices.ContainsFunc(p.Steps, func(s model.Step) bool {
		return s.Actor != "" && len(wording.Without(stems, wording.Stems(string(s.Actor)))) == 0
	})
}

// numbers finds steps and points out of their order.
func (c *check) numbers() {
	c.points(c.allPoints())
	for i := range c.r.Processes {
		p := &c.r.Processes[i]
		var ns []numbered
		for j := range p.Steps {
			if s := &p.Steps[j]; s.N != "" {
				ns = append(ns, numbered{string(s.N), s.Span, stepLabel(p, j)})
			}
		}
		c.sequence(ns, true)
		for _, node := range []model.Node{model.ProcessNode, model.ConditionNode} {
			var labels []numbered
			for j := range p.Steps {
				s := &p.Steps[j]
				if f := wording.Figures(string(s.Label)); s.Node == node && len(f) == 1 {
					labels = append(labels, numbered{f[0], s.Span, stepLabel(p, j)})
				}
			}
			// The delivery goes on with the numbers of the corporation's part.
			c.sequence(labels, p.Kind != model.ProcessDelivery)
		}
	}
}

func (c *check) allPoints() []model.Point {
	var out []model.Point
	for _, s := range c.r.Sections {
		out = append(out, s.Points...)
	}
	return out
}

func (c *check) points(points []model.Point) {
	var ns []numbered
	for _, p := range points {
		if p.Number != "" {
			ns = append(ns, numbered{string(p.Number), p.Span, phrase.Point.Of(p.Number)})
		}
	}
	c.sequence(ns, true)
}

type numbered struct {
	number string
	span   model.Span
	name   model.Message
}

// sequence finds the numbers that neither follow the one before nor fit their place: of
// 2, 2, 3 only the first is wrong, of 1, 2, 4, 5 only the third.
func (c *check) sequence(ns []numbered, fromOne bool) {
	last := 0
	for i, x := range ns {
		var n int
		if _, err := fmt.Sscanf(x.number, "%d", &n); err != nil || strings.Contains(x.number, "-") {
			continue // "5-1": a point that was put in later
		}
		if i == 0 && !fromOne {
			last = n
			continue
		}
		due := last + 1
		for i > 0 && due < n && c.excluded(due, model.Span{ns[i-1].span[0], x.span[0]}) {
			due++
		}
		if n != due && n != i+1 {
			places := []Place{c.place(x.name, head(x.span, c.canonical))}
			if i > 0 {
				places = append([]Place{c.place(ns[i-1].name, head(ns[i-1].span, c.canonical))}, places...)
			} else if len(ns) > 1 {
				places = append(places, c.place(ns[1].name, head(ns[1].span, c.canonical)))
			}
			c.add(Numbering, model.Warning, phrase.NumberDue.Of(n, due), places...)
		}
		last = n
	}
}

// excluded reports whether a note within a span tells that what had a number was taken out.
func (c *check) excluded(number int, within model.Span) bool {
	return slices.ContainsFunc(c.doc.Act.Notes, func(n model.Note) bool {
		return n.Action == model.NoteExcluded && string(n.Target.Number) == strconv.Itoa(number) && within.Contains(n.Span)
	})
}

// head is the first line of a place.
func head(s model.Span, canonical string) model.Span {
	if i := strings.IndexByte(s.Of(canonical), '\n'); i >= 0 {
		s[1] = s[0] + i
	}
	return s
}
