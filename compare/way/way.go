// Package way tells the ways in which a regulation's service is rendered, one for each channel
// and variant: an applicant goes one of them, so their terms are never added up.
package way

import (
	"slices"

	"reglament/model"
	"reglament/parse/lang"
)

// Way is one of them, from applying to the result.
type Way struct {
	Channel model.Channel
	Variant []string // headings of the variant, without the stage
	Parts   []Part   // stages, or applying and receiving, in sequence
}

// Part is a description of a procedure that a way consists of.
type Part struct {
	Process *model.Process
	Stage   string // heading of the stage, if it is one
}

// Of sorts the descriptions of a regulation's procedures into ways, in the order of the text.
// One without steps gives none.
//
// The internal procedure is the office channel, or the akim's, if the heading of its variant
// says so; the description of the interaction of units tells the same again and is used only
// where there is no internal one. Receiving the result at the State Corporation follows on
// applying there.
func Of(r *model.Regulation, l model.Language) []Way {
	tables := lang.For(l)
	office := model.ProcessInternal
	if !slices.ContainsFunc(r.Processes, func(p model.Process) bool { return p.Kind == model.ProcessInternal && len(p.Steps) > 0 }) {
		office = model.ProcessInteraction
	}
	var ways []Way
	for i := range r.Processes {
		p := &r.Processes[i]
		if len(p.Steps) == 0 {
			continue
		}
		var channel model.Channel
		switch p.Kind {
		case office:
			channel = model.ChannelOffice
			if slices.ContainsFunc(p.Variant, tables.OfAkim) {
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
		outer, stage, number := Stage(p.Variant, l)
		if last := len(ways) - 1; number > 1 && last >= 0 && ways[last].follows(p, channel, outer) {
			ways[last].Parts = append(ways[last].Parts, Part{p, stage})
			continue
		}
		ways = append(ways, Way{Channel: channel, Variant: outer, Parts: []Part{{p, stage}}})
	}
	return deliver(r, ways, l)
}

// Stage parts the heading of a stage from the headings around it:
// ["Рұқсатты беру", "2-кезең"] → ["Рұқсатты беру"], "2-кезең", 2.
func Stage(variant []string, l model.Language) (outer []string, stage string, number int) {
	if last := len(variant) - 1; last >= 0 {
		if n := lang.For(l).Stage(variant[last]); n > 0 {
			return variant[:last], variant[last], n
		}
	}
	return variant, "", 0
}

// follows reports whether a process is a later stage of the same procedure.
func (w *Way) follows(next *model.Process, channel model.Channel, outer []string) bool {
	last := w.Parts[len(w.Parts)-1]
	return w.Channel == channel && last.Stage != "" && last.Process.Kind == next.Kind &&
		last.Process.Point == next.Point && slices.Equal(w.Variant, outer)
}

// deliver appends receiving the result to applying: to the variant of the same name, or
// to every one if receiving has no variants. Without a description of applying it is a
// way of its own.
func deliver(r *model.Regulation, ways []Way, l model.Language) []Way {
	for i := range r.Processes {
		p := &r.Processes[i]
		if p.Kind != model.ProcessDelivery || len(p.Steps) == 0 {
			continue
		}
		outer, stage, _ := Stage(p.Variant, l)
		found := false
		for i := range ways {
			if w := &ways[i]; w.Channel == model.ChannelCorporation && (len(outer) == 0 || slices.Equal(w.Variant, outer)) {
				w.Parts = append(w.Parts, Part{p, stage})
				found = true
			}
		}
		if !found {
			ways = append(ways, Way{Channel: model.ChannelCorporation, Variant: outer, Parts: []Part{{p, stage}}})
		}
	}
	return ways
}
