package workflow

import (
	"fmt"
	"strings"

	"reglament/compare/way"
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
// Each way of the service is a definition; those that watch the limit of a whole service come
// last.
func Build(in Input) []Definition {
	if in.Regulation == nil {
		return nil
	}
	var plans []*plan
	for _, w := range way.Of(in.Regulation, in.Language) {
		plans = append(plans, &plan{Way: w})
	}
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
	way.Way
	id string
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
		count[p.Channel]++
	}
	used := map[string]bool{}
	for _, p := range plans {
		id := fmt.Sprintf("%s-%d-%s", act, in.Regulation.Index, slug(string(p.Channel)))
		if v := slugUpTo(strings.Join(p.Variant, " "), 60); v != "" && count[p.Channel] > 1 {
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
