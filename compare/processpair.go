package compare

import (
	"strings"

	"reglament/compare/wording"
	"reglament/model"
	"reglament/model/phrase"
)

// processPair is a pair of descriptions whose steps are compared.
type processPair struct {
	*comparison
	at             int // in comparison.pairs
	a, b           *model.Process
	placeA, placeB model.Message
	stepsA, stepsB []*features

	pairOf       map[int]int // first step of A → first step of B
	usedA, usedB map[int]bool
}

// process compares the steps of a pair.
func (c *comparison) process(at int, fa, fb []*features) {
	out := &c.pairs[at]
	p := &processPair{comparison: c, at: at, stepsA: fa, stepsB: fb, pairOf: map[int]int{},
		a: &c.a.Regulation.Processes[out.A.Index], b: &c.b.Regulation.Processes[out.B.Index]}
	p.placeA, p.placeB = phrase.Point.Of(p.a.Point), phrase.Point.Of(p.b.Point)
	p.whole()
	links := alignSteps(fa, fb, c.sameLanguage)
	for _, l := range links {
		p.pairOf[l.a[0]] = l.b[0]
	}
	p.usedA, p.usedB = used(links)
	ra, rb := c.results(c.a.Regulation, p.a), c.results(c.b.Regulation, p.b)
	for _, l := range links {
		out.Steps = append(out.Steps, p.linked(l, ra[l.a[len(l.a)-1]], rb[l.b[len(l.b)-1]]))
	}
	out.Steps = append(out.Steps, p.unmatched()...)
	sortSteps(out.Steps)
}

func (p *processPair) add(d Difference) {
	d.Process = &p.at
	p.comparison.add(d)
}

// whole compares what is said of the descriptions themselves.
func (p *processPair) whole() {
	if d, ok := durations(p.a.Durations, p.b.Durations, durationValue(p.a.Durations, p.a.Span, p.placeA), durationValue(p.b.Durations, p.b.Span, p.placeB)); ok {
		p.add(d)
	}
	if va, vb := strings.Join(p.a.Variant, " / "), strings.Join(p.b.Variant, " / "); p.sameLanguage && wording.Fold(va) != wording.Fold(vb) {
		p.add(Difference{Kind: KindTextChanged, Severity: Wording, Field: "variant", Edits: wording.Edits(va, vb),
			A: Value{Text: va, Span: p.a.Spans.OfItem("variant", 0).Or(p.a.Span), Place: p.placeA},
			B: Value{Text: vb, Span: p.b.Spans.OfItem("variant", 0).Or(p.b.Span), Place: p.placeB}})
	}
}

// linked compares steps that answer to each other, of which one side may have two.
func (p *processPair) linked(l link, resultA, resultB result) StepPair {
	a, b := p.stepsA[l.a[0]], p.stepsB[l.b[0]]
	row := StepPair{Mark: l.mark, Score: float64(l.score) / 1000}
	for _, i := range l.a {
		row.A = append(row.A, stepRef(&p.a.Steps[i], i))
	}
	for _, j := range l.b {
		row.B = append(row.B, stepRef(&p.b.Steps[j], j))
	}
	if len(l.a) == 2 {
		a = join(a, p.stepsA[l.a[1]])
	}
	if len(l.b) == 2 {
		b = join(b, p.stepsB[l.b[1]])
	}
	row.Why = why(a, b, l, p.sameLanguage)
	s := stepPair{
		a: a, b: b, sameLanguage: p.sameLanguage, grouped: len(l.a)+len(l.b) > 2,
		resultA: resultA, resultB: resultB,
		placeA: stepPlace(p.a, l.a), placeB: stepPlace(p.b, l.b),
	}
	s.place(l.mark)
	s.compare()
	ia, ib := l.a[0], l.b[0]
	if a.step.Node == model.ConditionNode && b.step.Node == model.ConditionNode {
		s.branch(p.a, p.b, branchOf(p.a, ia), branchOf(p.b, ib), p.sameTarget, p.toldElsewhere)
	}
	mark := MarkSame
	for _, d := range s.found {
		d.StepA, d.StepB = &ia, &ib
		p.add(d)
		if d.Severity == Substance {
			mark = MarkChanged
		} else if mark == MarkSame {
			mark = MarkWording
		}
	}
	if row.Mark == "" {
		row.Mark = mark
	}
	return row
}

// sameTarget reports whether two branches lead to steps that answer to each other.
func (p *processPair) sameTarget(labelA, labelB model.Text) bool {
	i, j := byLabel(p.a, labelA), byLabel(p.b, labelB)
	if i < 0 || j < 0 {
		return i == j && (labelA == "") == (labelB == "")
	}
	to, ok := p.pairOf[i]
	// A step that has no counterpart is told as added or removed.
	return ok && to == j || !ok && !p.usedA[i] && !p.usedB[j]
}

// toldElsewhere: a branch that only one side has leads to a step that only it has.
func (p *processPair) toldElsewhere(labelA, labelB model.Text) bool {
	i, j := byLabel(p.a, labelA), byLabel(p.b, labelB)
	return labelA == "" && j >= 0 && !p.usedB[j] || labelB == "" && i >= 0 && !p.usedA[i]
}

// unmatched tells of steps without counterpart.
func (p *processPair) unmatched() []StepPair {
	var out []StepPair
	kind := func(s *model.Step, step, check Kind) Kind {
		if s.Node == model.ConditionNode {
			return check
		}
		return step
	}
	for i := range p.a.Steps {
		if s := &p.a.Steps[i]; !p.usedA[i] {
			out = append(out, StepPair{Mark: MarkRemoved, A: []StepRef{stepRef(s, i)}})
			p.add(Difference{Kind: kind(s, KindStepRemoved, KindCheckRemoved), Severity: Substance, StepA: &i, Field: "steps",
				A: stepValue(p.a, i), B: Value{Span: p.b.Span, Place: p.placeB}})
		}
	}
	for j := range p.b.Steps {
		if s := &p.b.Steps[j]; !p.usedB[j] {
			out = append(out, StepPair{Mark: MarkAdded, B: []StepRef{stepRef(s, j)}})
			p.add(Difference{Kind: kind(s, KindStepAdded, KindCheckAdded), Severity: Substance, StepB: &j, Field: "steps",
				A: Value{Span: p.a.Span, Place: p.placeA}, B: stepValue(p.b, j)})
		}
	}
	return out
}
