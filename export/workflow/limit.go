package workflow

import (
	"slices"
	"strings"

	"reglament/model"
)

// watch makes the process that calls a definition and watches the limit of the whole
// service; false where the text states none, or several that it does not tell apart.
func watch(in Input, d *Definition) (Definition, bool) {
	limit, source, ok := wholeLimit(in.Regulation, d)
	if !ok {
		return Definition{}, false
	}
	w := wordsOf(d.Language)
	const lane, body = "Lane_1", "Service"
	whole := Definition{
		ID: d.ID + "-service", Name: d.Name + " – " + w.whole, Service: d.Service, Channel: d.Channel, Variant: d.Variant,
		Language: d.Language, Source: source, Durations: []model.Duration{limit}, Watches: d.ID,
		Lanes: []Lane{{ID: lane, Name: w.role(model.RoleProvider), Role: model.RoleProvider}},
	}
	add := func(n Node) {
		n.Lane, n.Source = lane, source
		whole.Nodes = append(whole.Nodes, n)
	}
	add(Node{ID: "Start", Kind: Start, Name: w.start})
	add(Node{ID: body, Kind: CallActivity, Name: upperFirst(cut(tidy(d.Service), MaxName, w)), Text: d.Name, Called: d.ID})
	add(Node{ID: "Timer_service", Kind: BoundaryTimer, Name: term(limit, w), Text: limit.Text, OffMain: true, AttachedTo: body, Duration: &limit})
	add(Node{ID: "Late_service", Kind: End, Name: w.late, OffMain: true})
	add(Node{ID: "End", Kind: End, Name: w.end})
	whole.Flows = []Flow{
		{ID: "Flow_1", From: "Start", To: body}, {ID: "Flow_2", From: body, To: "End"}, {ID: "Flow_3", From: "Timer_service", To: "Late_service"},
	}
	return whole, true
}

// wholeLimit is the term of the whole service: the one of the variant, or the limit of
// the channel, or the limit that names no channel.
func wholeLimit(r *model.Regulation, d *Definition) (model.Duration, Source, bool) {
	source := d.Source
	source.Step, source.Label = "", ""
	if len(d.Durations) == 1 {
		source.Span = d.Durations[0].Span
		return d.Durations[0], source, true
	}
	var own, general []model.TimeLimit
	for _, l := range r.TimeLimits {
		switch {
		case l.What != model.LimitService:
		case slices.Contains(l.At, d.Channel):
			own = append(own, l)
		case len(l.At) == 0:
			general = append(general, l)
		}
	}
	if len(own) == 0 {
		own = general
	}
	if len(own) == 0 || slices.ContainsFunc(own, func(l model.TimeLimit) bool {
		return l.Duration.Value != own[0].Duration.Value || l.Duration.Unit != own[0].Duration.Unit
	}) {
		return model.Duration{}, Source{}, false
	}
	source.Span, source.Point = own[0].Span, pointOf(r, own[0].Span)
	return own[0].Duration, source, true
}

// pointOf is the number of the point that a span stands in: "4", or "4.2" for a subpoint
// "2)"; empty outside of the numbered points.
func pointOf(r *model.Regulation, span model.Span) string {
	var numbers []string
	var descend func(points []model.Point)
	descend = func(points []model.Point) {
		for _, p := range points {
			if p.Span.Contains(span) {
				if n := strings.TrimRight(string(p.Number), ".)"); n != "" {
					numbers = append(numbers, n)
				}
				descend(p.Subpoints)
				return
			}
		}
	}
	for _, s := range r.Sections {
		descend(s.Points)
	}
	return strings.Join(numbers, ".")
}
