package compare

import (
	"cmp"
	"slices"

	"reglament/compare/wording"
	"reglament/model"
)

// Kind of a difference. What B has more is added, what A has more is removed.
type Kind string

// The kinds of differences.
const (
	KindStepAdded         Kind = "step_added"
	KindStepRemoved       Kind = "step_removed"
	KindStepMoved         Kind = "step_moved"
	KindStepSplit         Kind = "step_split"
	KindStepJoined        Kind = "step_joined"
	KindCheckAdded        Kind = "check_added" // N-шарт, условие N
	KindCheckRemoved      Kind = "check_removed"
	KindNodeChanged       Kind = "node_changed"   // a check on one side is an action on the other
	KindActorChanged      Kind = "actor_changed"  // substance: another role; wording: the same role in other words
	KindActionChanged     Kind = "action_changed" // other action codes
	KindDurationChanged   Kind = "duration_changed"
	KindResultChanged     Kind = "result_changed"
	KindConditionAdded    Kind = "condition_added"
	KindConditionRemoved  Kind = "condition_removed"
	KindConditionChanged  Kind = "condition_changed"
	KindReferenceChanged  Kind = "reference_changed" // another point or annex of a standard or act
	KindTextChanged       Kind = "text_changed"      // substance only where figures differ
	KindBranchChanged     Kind = "branch_changed"
	KindProcessAdded      Kind = "process_added"
	KindProcessRemoved    Kind = "process_removed"
	KindProviderChanged   Kind = "provider_changed"
	KindStandardChanged   Kind = "standard_changed"
	KindChannelAdded      Kind = "channel_added"
	KindChannelRemoved    Kind = "channel_removed"
	KindFormAdded         Kind = "form_added"
	KindFormRemoved       Kind = "form_removed"
	KindAutomationChanged Kind = "automation_changed"
	KindTimeLimitAdded    Kind = "time_limit_added"
	KindTimeLimitRemoved  Kind = "time_limit_removed"
	KindTimeLimitChanged  Kind = "time_limit_changed"
	KindActorListAdded    Kind = "actor_list_added"
	KindActorListRemoved  Kind = "actor_list_removed"
	KindDefinitionAdded   Kind = "definition_added"
	KindDefinitionRemoved Kind = "definition_removed"
	// Paragraphs outside of all that the model holds, compared as words.
	KindProvisionAdded    Kind = "provision_added"
	KindProvisionRemoved  Kind = "provision_removed"
	KindProvisionChanged  Kind = "provision_changed"
	KindDefinitionChanged Kind = "definition_changed" // a short name that stands for something else
)

// Kinds lists every kind, in the order in which differences of one place are listed.
var Kinds = []Kind{
	KindProviderChanged, KindStandardChanged,
	KindChannelAdded, KindChannelRemoved, KindFormAdded, KindFormRemoved, KindAutomationChanged,
	KindTimeLimitAdded, KindTimeLimitRemoved, KindTimeLimitChanged,
	KindActorListAdded, KindActorListRemoved,
	KindProcessAdded, KindProcessRemoved,
	KindCheckAdded, KindCheckRemoved, KindStepAdded, KindStepRemoved, KindStepMoved, KindStepSplit, KindStepJoined,
	KindNodeChanged, KindActorChanged, KindActionChanged, KindDurationChanged, KindResultChanged,
	KindConditionAdded, KindConditionRemoved, KindConditionChanged, KindBranchChanged, KindReferenceChanged, KindTextChanged,
	KindProvisionAdded, KindProvisionRemoved, KindProvisionChanged,
	KindDefinitionAdded, KindDefinitionRemoved, KindDefinitionChanged,
}

// mirrored are the kinds that have another name from the other side.
var mirrored = bothWays(map[Kind]Kind{
	KindStepAdded: KindStepRemoved, KindStepSplit: KindStepJoined, KindCheckAdded: KindCheckRemoved,
	KindConditionAdded: KindConditionRemoved, KindProcessAdded: KindProcessRemoved,
	KindChannelAdded: KindChannelRemoved, KindFormAdded: KindFormRemoved,
	KindTimeLimitAdded: KindTimeLimitRemoved, KindActorListAdded: KindActorListRemoved,
	KindDefinitionAdded: KindDefinitionRemoved, KindProvisionAdded: KindProvisionRemoved,
})

func bothWays(m map[Kind]Kind) map[Kind]Kind {
	out := map[Kind]Kind{}
	for k, v := range m {
		out[k], out[v] = v, k
	}
	return out
}

// Severity tells what is done differently from what is only said differently.
type Severity string

// The severities.
const (
	Substance Severity = "substance"
	Wording   Severity = "wording"
)

// Difference is one thing that B does or says differently from A.
type Difference struct {
	Kind     Kind     `json:"kind"`
	Severity Severity `json:"severity"`
	Process  *int     `json:"process"` // place in Result.Processes, null for the regulation as a whole
	StepA    *int     `json:"step_a"`  // place in the steps of A's description, null where A has no such step
	StepB    *int     `json:"step_b"`
	Field    string   `json:"field"` // JSON name of the field of the model that differs
	A        Value    `json:"a"`
	B        Value    `json:"b"`
	// Minutes is B less A in minutes of working time; null where nothing is timed or a
	// term has no fixed length.
	Minutes *int `json:"minutes"`
	// Edits are the runs of words that differ, for texts in one language.
	Edits   model.List[Edit] `json:"edits"`
	Message string           `json:"message"` // a sentence in English; the acts' words stay as they are
}

// Edit is a run of words that stands in one text in the place of another run.
type Edit = wording.Edit

// Value is what one side says, and where.
type Value struct {
	Text string `json:"text"` // as written; empty where the side says nothing
	// Code is the same without a language: a role, actions, "3 working_day", "portal".
	Code string `json:"code"`
	// Span in the side's canonical text; where the side says nothing, the place that was
	// searched.
	Span  model.Span    `json:"span"`
	Place model.Message `json:"place"` // how the text names it; without an ID where the value is of the whole regulation
	Label string        `json:"label"` // the place in English: "point 5, step 2"
}

func (v Value) empty() bool { return v.Text == "" && v.Code == "" }

// sortDifferences brings differences into the order of the regulation: what concerns it
// as a whole, then description by description, step by step. It needs the order of steps
// only within one description, which rows gives.
func sortDifferences(ds []Difference, rows func(process int, stepA, stepB *int) int) {
	rank := map[Kind]int{}
	for i, k := range Kinds {
		rank[k] = i
	}
	place := func(d Difference) [3]int {
		if d.Process == nil {
			return [3]int{-1, 0, rank[d.Kind]}
		}
		return [3]int{*d.Process, rows(*d.Process, d.StepA, d.StepB), rank[d.Kind]}
	}
	slices.SortStableFunc(ds, func(x, y Difference) int {
		px, py := place(x), place(y)
		return cmp.Or(slices.Compare(px[:], py[:]), cmp.Compare(x.Field, y.Field),
			slices.Compare(x.A.Span[:], y.A.Span[:]), slices.Compare(x.B.Span[:], y.B.Span[:]),
			cmp.Compare(x.A.Code, y.A.Code), cmp.Compare(x.B.Code, y.B.Code),
			cmp.Compare(x.A.Text, y.A.Text), cmp.Compare(x.B.Text, y.B.Text))
	})
}

// row is the place of a step in the aligned steps of a pair; -1 for what concerns the
// description as a whole.
func (r *Result) row(process int, stepA, stepB *int) int {
	if stepA == nil && stepB == nil {
		return -1
	}
	has := func(steps []StepRef, index *int) bool {
		return index != nil && slices.ContainsFunc(steps, func(s StepRef) bool { return s.Index == *index })
	}
	return slices.IndexFunc(r.Processes[process].Steps, func(p StepPair) bool { return has(p.A, stepA) || has(p.B, stepB) })
}
