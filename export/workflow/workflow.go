// Package workflow turns the procedures of a regulation into workflow definitions: one
// executable process for each service and channel, in a model that knows no target, and
// a writer for BPMN 2.0 with its drawing, plain or for an engine.
//
// Where the whole service has a limit, a thin process around the channel's own watches it.
//
// Nothing is added to what the text says. There is no parallel work, because the acts
// number their steps one after another; a check has a second way out only where the act
// tells what happens when it fails; a step whose actor is not named stands in a lane
// that says so.
package workflow

import (
	"fmt"

	"reglament/model"
)

// NodeKind is what a node of a definition does.
type NodeKind string

// The kinds of nodes.
const (
	Start         NodeKind = "start"
	End           NodeKind = "end"
	UserTask      NodeKind = "user_task"      // done by people
	ServiceTask   NodeKind = "service_task"   // done by the portal
	Task          NodeKind = "task"           // the text does not say by whom
	CallActivity  NodeKind = "call_activity"  // "осы регламенттің 5-тармағымен көзделген … рәсімдері"
	Gateway       NodeKind = "gateway"        // exclusive
	BoundaryTimer NodeKind = "boundary_timer" // does not interrupt the task
	Milestone     NodeKind = "milestone"      // the beginning of a later stage: "2-кезең"
	CalendarStep  NodeKind = "calendar_step"  // asks the working calendar when a term ends
)

// Source says where in the act an element comes from.
type Source struct {
	ActKey     model.Text
	Regulation int               // Regulation.Index
	Kind       model.ProcessKind // of the process that the element comes from
	Point      string            // number of the point
	Step       model.Text        // number as printed
	Label      model.Text        // "1-процесс"
	Span       model.Span
}

// String is the source as one word: "KZ-39/2016-03-10/91#1:11582-11832".
func (s Source) String() string {
	return fmt.Sprintf("%s#%d:%d-%d", s.ActKey, s.Regulation, s.Span[0], s.Span[1])
}

// Definition is one executable process.
type Definition struct {
	ID       string // ASCII, the same on every run, unique within an act
	Name     string
	Service  string
	Channel  model.Channel
	Variant  []string // headings of the variant, without the stage
	Language model.Language
	Source   Source
	// Durations are terms for the whole variant.
	Durations []model.Duration
	// Watches is the ID of the definition whose time the only term limits: this one does
	// nothing but call it. Empty for a procedure.
	Watches string
	Lanes   []Lane
	Nodes   []Node // in the order of the text
	Flows   []Flow
}

// Extension is the end of the names of BPMN files.
const Extension = ".bpmn"

// FileName is the name of the definition's BPMN file: ASCII, the same on every run, unique
// within an act.
func (d *Definition) FileName() string { return d.ID + Extension }

// Lane holds the nodes of one actor.
type Lane struct {
	ID   string
	Name string     // as the text names the actor
	Role model.Role // empty for steps without a named actor
}

// Node is an event, a task, a gateway.
type Node struct {
	ID      string
	Kind    NodeKind
	Name    string // at most MaxName characters
	Text    string // the whole sentence
	Lane    string // Lane.ID
	Source  Source
	Step    *model.Step // the step that a task comes from; nil for other nodes
	OffMain bool        // on the way to a refusal
	// Conditions are the clauses that a gateway decides on.
	Conditions []string
	// AttachedTo is the task of a boundary timer.
	AttachedTo string
	// Groups of people any of which may do a user task: the roles that the text names.
	Groups []string
	// Duration of a boundary timer, or of the term that a calendar step reckons.
	Duration *model.Duration
	// Due is the variable that holds when the term ends: a calendar step sets it; the task
	// and its timer read it. Without one the timer counts the duration itself.
	Due string
	// Called is the ID of the definition that a call activity runs.
	Called string
	// Default is the ID of the flow that a gateway takes when no condition holds.
	Default string
}

// Flow is a sequence flow.
type Flow struct {
	ID, From, To string
	Name         string
	Condition    *Condition
}

// Condition holds when a Boolean variable of the process has the value.
type Condition struct {
	Variable string // Latin letters, digits and underscores
	Value    bool
}

// MaxName is the longest name of a node, in characters: viewers do not clip labels.
const MaxName = 45

// node returns the node with the ID, or nil.
func (d *Definition) node(id string) *Node {
	for i := range d.Nodes {
		if d.Nodes[i].ID == id {
			return &d.Nodes[i]
		}
	}
	return nil
}
