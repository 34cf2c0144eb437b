package workflow

import (
	"fmt"
	"slices"
	"strings"

	"reglament/compare/way"
	"reglament/model"
)

// builder makes the nodes and flows of one definition, step by step.
type builder struct {
	in    Input
	words *words
	plan  *plan
	plans []*plan // of the regulation: what a call activity may call
	def   Definition
	lanes []*actor

	part way.Part
	n    int   // ordinal of the step in the definition
	open *exit // where the next node of the main path is entered from
}

// exit is a way out of a node.
type exit struct {
	from      string
	name      string
	isDefault bool
	condition *Condition
}

// actor is a lane that is being filled.
type actor struct {
	lane    Lane
	key     string
	phrases []string // by which the steps name the actor
}

func newBuilder(in Input, p *plan, plans []*plan) *builder {
	b := &builder{in: in, words: wordsOf(in.Language), plan: p, plans: plans}
	first, last := p.Parts[0].Process, p.Parts[len(p.Parts)-1].Process
	b.def = Definition{
		ID: p.id, Service: in.Regulation.Service, Channel: p.Channel, Variant: p.Variant, Language: in.Language,
		Source: b.source(first, nil),
	}
	if first.Span[1] <= last.Span[0] {
		b.def.Source.Span[1] = last.Span[1]
	}
	b.def.Name = strings.Join(slices.Concat([]string{in.Regulation.Service, b.words.channels[p.Channel]}, p.Variant), " – ")
	for _, part := range p.Parts {
		b.def.Durations = append(b.def.Durations, part.Process.Durations...)
	}
	return b
}

// source is the origin of an element: a step, or a whole process if s is nil.
func (b *builder) source(p *model.Process, s *model.Step) Source {
	src := Source{
		ActKey: b.in.ActKey, Regulation: b.in.Regulation.Index, Kind: p.Kind, Point: p.Point, Span: p.Span,
	}
	if s != nil {
		src.Step, src.Label, src.Span = s.N, s.Label, s.Span
	}
	return src
}

func (b *builder) build() Definition {
	for i, part := range b.plan.Parts {
		b.part = part
		forks := forks(part.Process, b.words)
		for j := range part.Process.Steps {
			step := &part.Process.Steps[j]
			if slices.ContainsFunc(forks, func(f fork) bool { return f.off == j }) {
				continue // drawn with its check
			}
			if i == 0 && b.open == nil {
				b.add(Node{ID: "Start", Kind: Start, Name: b.words.start, Lane: b.laneOf(step), Source: b.source(part.Process, nil)})
				b.open = &exit{from: "Start"}
			}
			if j == 0 && i > 0 && part.Stage != "" {
				b.main(Node{
					ID: fmt.Sprintf("Stage_%d", i+1), Kind: Milestone, Name: upperFirst(cut(tidy(part.Stage), MaxName, b.words)),
					Lane: b.laneOf(step), Source: b.source(part.Process, nil),
				})
			}
			b.step(step, forks[j])
		}
	}
	last := b.def.Nodes[len(b.def.Nodes)-1]
	if from := b.def.node(b.open.from); from != nil {
		last = *from
	}
	b.main(Node{ID: "End", Kind: End, Name: b.words.end, Lane: last.Lane, Source: b.source(b.part.Process, nil)})
	b.nameLanes()
	return b.def
}

// step adds a step of the main path and what leaves the path after it.
func (b *builder) step(s *model.Step, f fork) {
	b.n++
	if s.Node == model.ConditionNode && f.off < 0 && b.conditionalRefusal(s) {
		return
	}
	task := b.task(s, false)
	b.main(task)
	b.timer(task, s)
	switch {
	case f.off >= 0:
		b.check(s, task, f)
	case len(b.refusingClauses(s)) > 0:
		gate := b.gateway(s, task.Lane, b.words.ground)
		gate.Conditions = b.refusingClauses(s)
		b.main(gate)
		b.refused(&exit{from: gate.ID, name: b.words.yes, condition: &Condition{b.variable("refusal"), true}}, s, task.Lane)
		b.open = &exit{from: gate.ID, name: b.words.no, isDefault: true}
	}
}

// check adds the gateway after a check and the process that is its refusal:
// "1-шарт – … тексеріледі; 2-процесс – … бас тарту туралы хабарлама қалыптастырылады".
func (b *builder) check(s *model.Step, task Node, f fork) {
	refusal := &b.part.Process.Steps[f.off]
	question := fmt.Sprintf(b.words.passed, firstOf(string(s.Label), b.words.check))
	if f.passes != "" {
		question = upperFirst(cut(f.passes, MaxName-1, b.words)) + "?"
	}
	gate := b.gateway(s, task.Lane, question)
	gate.Conditions = f.conditions
	b.main(gate)
	fail := &exit{from: gate.ID, name: b.words.no, condition: &Condition{b.variable("passed"), false}}
	for _, n := range b.def.Nodes {
		if n.Step == refusal { // two checks with one refusal
			b.connect(fail, n.ID)
			fail = nil
		}
	}
	if fail != nil {
		b.n++
		node := b.task(refusal, true)
		b.add(node)
		b.connect(fail, node.ID)
		b.timer(node, refusal)
		b.refused(&exit{from: node.ID}, refusal, node.Lane)
	}
	b.open = &exit{from: gate.ID, name: b.words.yes, isDefault: true}
}

// conditionalRefusal adds a check that is itself the refusal: "1-шарт – … құжаттардың
// толық топтамасын ұсынбаған жағдайларда, … бас тарту туралы қолхат береді".
func (b *builder) conditionalRefusal(s *model.Step) bool {
	if !b.words.refuses(s.Text) || !b.words.tables().Conditional(s.Text) {
		return false
	}
	gate := b.gateway(s, b.laneOf(s), b.words.ground)
	gate.Conditions = []string{s.Text}
	b.main(gate)
	node := b.task(s, true)
	b.add(node)
	b.connect(&exit{from: gate.ID, name: b.words.yes, condition: &Condition{b.variable("refusal"), true}}, node.ID)
	b.timer(node, s)
	b.refused(&exit{from: node.ID}, s, node.Lane)
	b.open = &exit{from: gate.ID, name: b.words.no, isDefault: true}
	return true
}

// refusingClauses are the conditions of a step that end in a refusal; other clauses do
// not lead the procedure anywhere and stay with the task.
func (b *builder) refusingClauses(s *model.Step) []string {
	var list []string
	for _, c := range s.Conditions {
		if b.words.refuses(c) {
			list = append(list, c)
		}
	}
	return list
}

// task is the node of a step.
func (b *builder) task(s *model.Step, offMain bool) Node {
	n := Node{
		ID: fmt.Sprintf("Step_%d", b.n), Kind: UserTask, Name: stepName(s, b.words), Text: s.Text,
		Lane: b.laneOf(s), Source: b.source(b.part.Process, s), Step: s, OffMain: offMain,
	}
	for _, role := range s.Roles {
		n.Groups = append(n.Groups, group(role, s))
	}
	switch {
	case b.called(s) != "":
		n.Kind, n.Called = CallActivity, b.called(s)
	case len(s.Roles) == 0:
		n.Kind = Task
	case s.Roles[0] == model.RolePortal:
		n.Kind = ServiceTask
	case s.Roles[0] == model.RoleOther && s.Node == model.ProcessNode:
		n.Kind = Task
	}
	return n
}

// group is the name of the group of people that have a role. An actor without a role of
// its own is known by the phrase that names it.
func group(role model.Role, s *model.Step) string {
	if role == model.RoleOther && s.Actor != "" {
		return string(role) + "." + slugUpTo(string(s.Actor), 60)
	}
	return string(role)
}

// variable names a variable of the current step. A procedure and the one that it calls
// have different channels, so that neither reads what the other has decided.
func (b *builder) variable(what string) string {
	return fmt.Sprintf("%s_%s_%d", strings.ReplaceAll(slug(string(b.plan.Channel)), "-", "_"), what, b.n)
}

// called is the ID of the definition that a step calls by naming the point where it
// stands. A point with several variants calls the provider's own, if there is one such:
// the text does not choose between the others.
func (b *builder) called(s *model.Step) string {
	var all, office []string
	for _, ref := range s.Refs {
		if ref.To != model.RefRegulation || ref.Point == "" || ref.Annex != "" {
			continue
		}
		for _, p := range b.plans {
			internal := p.Channel == model.ChannelOffice || p.Channel == model.ChannelRuralAkim
			if p == b.plan || !internal || !b.describes(p, string(ref.Point)) {
				continue
			}
			all = append(all, p.id)
			if p.Channel == model.ChannelOffice {
				office = append(office, p.id)
			}
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	if len(office) == 1 {
		return office[0]
	}
	return ""
}

// describes reports whether a point describes the procedure of a plan: by the plan's own
// process, or by the other description of the same variant.
func (b *builder) describes(p *plan, point string) bool {
	for i := range b.in.Regulation.Processes {
		process := &b.in.Regulation.Processes[i]
		if process.Point != point || process.Kind != model.ProcessInternal && process.Kind != model.ProcessInteraction {
			continue
		}
		if outer, _, _ := way.Stage(process.Variant, b.in.Language); slices.Equal(outer, p.Variant) {
			return true
		}
	}
	return false
}

func (b *builder) gateway(s *model.Step, lane, name string) Node {
	return Node{
		ID: fmt.Sprintf("Gateway_%d", b.n), Kind: Gateway, Name: cut(name, MaxName, b.words), Lane: lane,
		Source: b.source(b.part.Process, s),
	}
}

// refused ends the way of a refusal.
func (b *builder) refused(from *exit, s *model.Step, lane string) {
	n := Node{
		ID: fmt.Sprintf("Refused_%d", b.n), Kind: End, Name: b.words.refused, Lane: lane,
		Source: b.source(b.part.Process, s), OffMain: true,
	}
	b.add(n)
	b.connect(from, n.ID)
}

// timer adds the deadline of a step. Of several terms it is the longest, and its name says so:
// the step may take longer, since each may be of a part of it, but not less.
func (b *builder) timer(task Node, s *model.Step) {
	d := s.Term().Longest()
	if d == nil {
		return
	}
	name := term(*d, b.words)
	if !s.Term().Sure() {
		name = fmt.Sprintf(b.words.least, name)
	}
	timer := Node{
		ID: fmt.Sprintf("Timer_%d", b.n), Kind: BoundaryTimer, Name: name,
		Text: d.Text, Lane: task.Lane, Source: task.Source, OffMain: task.OffMain, AttachedTo: task.ID, Duration: d,
	}
	timer.Source.Span = d.Span
	late := Node{
		ID: fmt.Sprintf("Late_%d", b.n), Kind: End, Name: b.words.late, Lane: task.Lane, Source: timer.Source, OffMain: true,
	}
	b.add(timer)
	b.add(late)
	b.connect(&exit{from: timer.ID}, late.ID)
}

// main adds a node to the main path.
func (b *builder) main(n Node) {
	b.add(n)
	b.connect(b.open, n.ID)
	b.open = &exit{from: n.ID}
}

func (b *builder) add(n Node) { b.def.Nodes = append(b.def.Nodes, n) }

func (b *builder) connect(from *exit, to string) {
	f := Flow{ID: fmt.Sprintf("Flow_%d", len(b.def.Flows)+1), From: from.from, To: to, Name: from.name, Condition: from.condition}
	b.def.Flows = append(b.def.Flows, f)
	if from.isDefault {
		b.def.node(from.from).Default = f.ID
	}
}

// laneOf returns the ID of the lane of a step: one for each role, one for each phrase of
// actors that have no role of their own, and one for steps that name nobody.
func (b *builder) laneOf(s *model.Step) string {
	key := ""
	var role model.Role
	switch {
	case len(s.Roles) > 0 && s.Roles[0] != model.RoleOther:
		role = s.Roles[0]
		key = string(role)
	case s.Actor != "":
		role = model.RoleOther
		key = "other " + slug(string(s.Actor))
	}
	i := slices.IndexFunc(b.lanes, func(a *actor) bool { return a.key == key })
	if i < 0 {
		i = len(b.lanes)
		b.lanes = append(b.lanes, &actor{lane: Lane{ID: fmt.Sprintf("Lane_%d", i+1), Role: role}, key: key})
	}
	if s.Actor != "" && !slices.Contains(b.lanes[i].phrases, string(s.Actor)) {
		b.lanes[i].phrases = append(b.lanes[i].phrases, string(s.Actor))
	}
	return b.lanes[i].lane.ID
}

// nameLanes puts the lanes in order, the applicant first and the unnamed last, and names
// them as the text names the actor in the nominative.
func (b *builder) nameLanes() {
	for _, a := range b.lanes {
		a.lane.Name = upperFirst(cut(tidy(b.actorName(a)), 2*MaxName, b.words))
	}
	rank := func(a *actor) int {
		switch {
		case a.lane.Role == model.RoleApplicant:
			return 0
		case a.key == "":
			return 2
		}
		return 1
	}
	slices.SortStableFunc(b.lanes, func(x, y *actor) int { return rank(x) - rank(y) })
	for _, a := range b.lanes {
		b.def.Lanes = append(b.def.Lanes, a.lane)
	}
}

func (b *builder) actorName(a *actor) string {
	if a.key == "" {
		return b.words.unnamed
	}
	for _, phrase := range a.phrases {
		if !b.words.oblique.MatchString(phrase) {
			return phrase
		}
	}
	for _, listed := range b.in.Regulation.Actors {
		if listed.Role == a.lane.Role && a.lane.Role != model.RoleOther {
			return listed.Text
		}
	}
	if name := b.words.role(a.lane.Role); name != "" {
		return name
	}
	if len(a.phrases) > 0 {
		return a.phrases[0]
	}
	return b.words.unnamed
}
