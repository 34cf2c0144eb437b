package workflow

import (
	"fmt"
	"slices"
	"strings"

	"reglament/model"
)

// Input is one regulation of an act.
type Input struct {
	ActKey     model.Text // may be empty where the act's head is not known
	Regulation *model.Regulation
	Language   model.Language
}

// Build returns the definitions of a regulation in the order of the text. A process
// without steps gives none.
//
// The internal procedure is the office channel, or the akim's, if the heading of its
// variant says so; the description of the interaction of units tells the same again and
// is used only where there is no internal one. Receiving the result at the State
// Corporation follows on applying there, in one definition. The definitions that watch the
// limit of a whole service come last.
func Build(in Input) []Definition {
	if in.Regulation == nil {
		return nil
	}
	plans := planAll(in.Regulation, wordsOf(in.Language))
	names(in, plans)
	defs := make([]Definition, 0, len(plans))
	for _, p := range plans {
		defs = append(defs, newBuilder(in, p, plans).build())
	}
	for i := range plans {
		if whole, ok := watch(in, &defs[i]); ok {
			defs = append(defs, whole)
		}
	}
	return defs
}

// plan is what one definition is made of.
type plan struct {
	id      string
	channel model.Channel
	variant []string // without the stage
	parts   []part   // stages, or applying and receiving, in sequence
}

type part struct {
	process *model.Process
	stage   string // heading of the stage, if it is one
}

// planAll sorts the processes of a regulation into definitions.
func planAll(r *model.Regulation, w *words) []*plan {
	office := model.ProcessInternal
	if !slices.ContainsFunc(r.Processes, func(p model.Process) bool {
		return p.Kind == model.ProcessInternal && len(p.Steps) > 0
	}) {
		office = model.ProcessInteraction
	}
	var plans []*plan
	for i := range r.Processes {
		p := &r.Processes[i]
		if len(p.Steps) == 0 {
			continue
		}
		var channel model.Channel
		switch p.Kind {
		case office:
			channel = model.ChannelOffice
			if slices.ContainsFunc(p.Variant, w.isRural) {
				channel = model.ChannelRuralAkim
			}
		case model.ProcessCorporation:
			channel = model.ChannelCorporation
		case model.ProcessPortal:
			channel = model.ChannelPortal
		case model.ProcessPSC:
			channel = model.ChannelPSC
		default:
			continue
		}
		outer, stage, number := splitStage(p.Variant, w)
		if last := len(plans) - 1; number > 1 && last >= 0 && plans[last].follows(p, channel, outer) {
			plans[last].parts = append(plans[last].parts, part{p, stage})
			continue
		}
		plans = append(plans, &plan{channel: channel, variant: outer, parts: []part{{p, stage}}})
	}
	return deliver(r, plans, w)
}

// splitStage parts the heading of a stage from the headings around it:
// ["Рұқсатты беру", "2-кезең"] → ["Рұқсатты беру"], "2-кезең", 2.
func splitStage(variant []string, w *words) (outer []string, stage string, number int) {
	if last := len(variant) - 1; last >= 0 {
		if n := w.stageOf(variant[last]); n > 0 {
			return variant[:last], variant[last], n
		}
	}
	return variant, "", 0
}

// follows reports whether a process is a later stage of the same procedure.
func (p *plan) follows(next *model.Process, channel model.Channel, outer []string) bool {
	last := p.parts[len(p.parts)-1]
	return p.channel == channel && last.stage != "" && last.process.Kind == next.Kind &&
		last.process.Point == next.Point && slices.Equal(p.variant, outer)
}

// deliver appends receiving the result to applying: to the variant of the same name, or
// to every one if receiving has no variants. Without a description of applying it is a
// definition of its own.
func deliver(r *model.Regulation, plans []*plan, w *words) []*plan {
	for i := range r.Processes {
		p := &r.Processes[i]
		if p.Kind != model.ProcessDelivery || len(p.Steps) == 0 {
			continue
		}
		outer, stage, _ := splitStage(p.Variant, w)
		found := false
		for _, q := range plans {
			if q.channel == model.ChannelCorporation && (len(outer) == 0 || slices.Equal(q.variant, outer)) {
				q.parts = append(q.parts, part{p, stage})
				found = true
			}
		}
		if !found {
			plans = append(plans, &plan{channel: model.ChannelCorporation, variant: outer, parts: []part{{p, stage}}})
		}
	}
	return plans
}

// names gives each plan its ID: act, index of the regulation, channel, and the variant
// where the channel has several.
func names(in Input, plans []*plan) {
	act := slug(string(in.ActKey))
	if act == "" {
		act = "act"
	}
	count := map[model.Channel]int{}
	for _, p := range plans {
		count[p.channel]++
	}
	used := map[string]bool{}
	for _, p := range plans {
		id := fmt.Sprintf("%s-%d-%s", act, in.Regulation.Index, slug(string(p.channel)))
		if v := slugUpTo(strings.Join(p.variant, " "), 60); v != "" && count[p.channel] > 1 {
			id += "-" + v
		}
		unique := id
		for n := 2; used[unique]; n++ {
			unique = fmt.Sprintf("%s-%d", id, n)
		}
		used[unique] = true
		p.id = unique
	}
}
