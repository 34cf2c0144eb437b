package compare

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"reglament/compare/wording"
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// hole stands in a text where a value was taken out; no text of an act has it.
const hole = "\uE000"

// mask takes a phrase out of a text, so that what was compared as a value is not
// compared as words again.
func mask(text, phrase string) string {
	if phrase == "" {
		return text
	}
	return strings.Replace(text, phrase, " "+hole+" ", 1)
}

// unlabelled is the text of a step without the label it begins with. "1 шарт" and
// "1-шарт" are one label; 3-процесс becomes 4-процесс where a step was put before it.
func unlabelled(s *model.Step) string {
	label := wording.Words(string(s.Label))
	if ws := wording.Words(s.Text); len(label) == 0 || len(ws) < len(label) || !slices.Equal(ws[:len(label)], label) {
		return s.Text
	}
	// Cut after as many words as the label has.
	left, inWord := len(label), false
	for i, r := range s.Text {
		if letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r); letter {
			inWord = true
		} else if inWord {
			inWord = false
			if left--; left == 0 {
				return s.Text[i:]
			}
		}
	}
	return ""
}

// maskTerms is the text of a step without its terms.
func maskTerms(text string, ds []model.Duration) string {
	for _, d := range ds {
		text = mask(text, d.Text)
	}
	return text
}

// plain is the text of a step without the values that are compared one by one: what is
// left is compared as words. An actor is left in where the other step names none.
func plain(s *model.Step, actor bool) string {
	text := unlabelled(s)
	// Results and conditions first: they can hold the words of an actor or a term.
	for _, c := range s.Conditions {
		text = mask(text, c)
	}
	text = mask(text, string(s.Result))
	if actor {
		text = mask(text, string(s.Actor))
	}
	text = maskTerms(text, s.Durations)
	for _, r := range s.Refs {
		if r.To != model.RefRegulation {
			text = mask(text, r.Text)
		}
	}
	return strings.Join(unframed(text), " ")
}

// unframed is the words of a text with holes, without the words that introduce or close
// what was taken out.
func unframed(text string) []string {
	var out []string
	parts := strings.Split(text, hole)
	for i, part := range parts {
		ws := wording.Words(part)
		if i < len(parts)-1 {
			for len(ws) > 0 && lang.Framing[ws[len(ws)-1]] {
				ws = ws[:len(ws)-1]
			}
		}
		if i > 0 {
			for len(ws) > 0 && lang.Framing[ws[0]] {
				ws = ws[1:]
			}
		}
		out = append(out, ws...)
	}
	return out
}

// durationCode is a list of terms without a language, in one order: "1 hour; 3 working_day".
func durationCode(ds []model.Duration) string {
	var out []string
	for _, d := range ds {
		out = append(out, fmt.Sprintf("%d %s", d.Value, d.Unit))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func qualifiers(ds []model.Duration) string {
	var out []string
	for _, d := range ds {
		if d.Qualifier != model.QualifierMax { // "10 минут" limits as much as "10 минут ішінде"
			continue
		}
		out = append(out, string(d.Qualifier))
	}
	return strings.Join(out, " ")
}

// durationValue quotes a list of terms; where it is empty, within is the place searched.
func durationValue(ds []model.Duration, within model.Span, place model.Message) Value {
	v := Value{Code: durationCode(ds), Span: within, Place: place}
	for i, d := range ds {
		if i == 0 {
			v.Text, v.Span = d.Text, d.Span
			continue
		}
		v.Text += "; " + d.Text
		v.Span = model.Span{min(v.Span[0], d.Span[0]), max(v.Span[1], d.Span[1])}
	}
	return v
}

// durations compares two lists of terms. Terms of equal length in other units or with
// another qualifier differ in words only.
func durations(a, b []model.Duration, av, bv Value) (Difference, bool) {
	if av.Code == bv.Code && qualifiers(a) == qualifiers(b) {
		return Difference{}, false
	}
	d := Difference{Kind: KindDurationChanged, Severity: Substance, Field: "durations", A: av, B: bv}
	leastA, mostA, okA := model.Term(a).WorkingMinutes()
	leastB, mostB, okB := model.Term(b).WorkingMinutes()
	if same := okA && okB && leastA == leastB && mostA == mostB; same || av.Code == bv.Code {
		d.Severity = Wording
	}
	if ma, mb := model.Term(a).Minutes(), model.Term(b).Minutes(); ma != nil && mb != nil {
		n := *mb - *ma
		d.Minutes = &n
	}
	return d, true
}

// oneSided tells of a description without counterpart.
func (c *comparison) oneSided(at int, kind Kind) {
	p := &c.pairs[at]
	d := Difference{Kind: kind, Severity: Substance, Process: &at, Field: "processes",
		A: Value{Span: c.a.Regulation.Span}, B: Value{Span: c.b.Regulation.Span}}
	value := func(i *ProcessInfo) Value {
		return Value{Text: i.Title, Code: string(i.Kind), Span: i.Span, Place: phrase.Point.Of(i.Point)}
	}
	if kind == KindProcessRemoved {
		d.A = value(p.A)
		for i := range c.a.Regulation.Processes[p.A.Index].Steps {
			p.Steps = append(p.Steps, StepPair{Mark: MarkRemoved, A: []StepRef{stepRef(&c.a.Regulation.Processes[p.A.Index].Steps[i], i)}})
		}
	} else {
		d.B = value(p.B)
		for j := range c.b.Regulation.Processes[p.B.Index].Steps {
			p.Steps = append(p.Steps, StepPair{Mark: MarkAdded, B: []StepRef{stepRef(&c.b.Regulation.Processes[p.B.Index].Steps[j], j)}})
		}
	}
	c.add(d)
}

func stepValue(p *model.Process, i int) Value {
	s := &p.Steps[i]
	return Value{Text: s.Text, Code: strings.Join(nonEmpty(strings.Join(codes(s.Roles), ", "), model.Joined(s.Actions, ", ")), ": "), Span: s.Span, Place: stepPlace(p, []int{i})}
}

func nonEmpty(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// stepPlace names steps as the text does: "point 10, 3-процесс", "point 5, step 2".
func stepPlace(p *model.Process, steps []int) model.Message {
	names := phrase.StepName(p, steps[0])
	for _, i := range steps[1:] {
		names = phrase.And.Of(names, phrase.StepName(p, i))
	}
	return phrase.List(phrase.Point.Of(p.Point), names)
}

func branchOf(p *model.Process, step int) model.Branch {
	label := p.Steps[step].Label
	for _, b := range p.Branches {
		if label != "" && wording.Fold(b.Condition) == wording.Fold(string(label)) {
			return b
		}
	}
	return model.Branch{}
}

func byLabel(p *model.Process, label model.Text) int {
	return slices.IndexFunc(p.Steps, func(s model.Step) bool {
		return label != "" && wording.Fold(string(s.Label)) == wording.Fold(string(label))
	})
}

// result of a step: its own, or its entry in the separate list of results.
type result struct {
	text   string
	span   model.Span
	listed bool // from the separate list
}

func (r result) place(step model.Message) model.Message {
	if r.listed {
		return phrase.FromResults.Of(step)
	}
	return step
}

// results gives each step of a description its result. A regulation that lists results
// apart ("6. … рәсімнің (іс-қимылдың) нәтижесі: 1) құжаттарды қабылдау және тіркеу; …")
// lists one for each step of the internal description; a list of another length is not
// given out to steps.
func (c *comparison) results(r *model.Regulation, p *model.Process) []result {
	out := make([]result, len(p.Steps))
	own := false
	for i := range p.Steps {
		s := &p.Steps[i]
		out[i] = result{text: string(s.Result), span: s.Spans.Of("result").Or(s.Span)}
		own = own || s.Result != ""
	}
	if own || p.Kind != model.ProcessInternal {
		return out
	}
	for _, l := range r.Results {
		if !givenOut(l, p) {
			continue
		}
		for i, item := range l.Items {
			out[i] = result{text: item, span: l.Spans.OfItem("items", i).Or(p.Steps[i].Span), listed: true}
		}
		break
	}
	return out
}

// givenOut tells whether a separate list has one result for each step of a description.
func givenOut(l model.ResultList, p *model.Process) bool {
	return p.Kind == model.ProcessInternal && len(l.Items) == len(p.Steps) && wording.Fold(strings.Join(l.Variant, "")) == wording.Fold(strings.Join(p.Variant, ""))
}

// stepPair compares two aligned steps.
type stepPair struct {
	a, b             *features
	sameLanguage     bool
	grouped          bool // one side has two steps
	resultA, resultB result
	placeA, placeB   model.Message
	found            []Difference
}

// value is a value of a step with its evidence, or else the whole step.
func value(text, code string, at model.Span, f *features, place model.Message) Value {
	return Value{Text: text, Code: code, Span: at.Or(f.step.Span), Place: place}
}

// both makes the values of a field of the two steps.
func (s *stepPair) both(field string, text func(*model.Step) string, code func(*features) string) (a, b Value) {
	return value(text(s.a.step), code(s.a), s.a.step.Spans.Of(field), s.a, s.placeA),
		value(text(s.b.step), code(s.b), s.b.step.Spans.Of(field), s.b, s.placeB)
}

func (s *stepPair) add(d Difference) { s.found = append(s.found, d) }

func (s *stepPair) whole() (a, b Value) {
	return s.both("", func(m *model.Step) string { return m.Text },
		func(f *features) string {
			return strings.Join(nonEmpty(strings.Join(f.roles, ", "), strings.Join(f.actions, ", ")), ": ")
		})
}

func (s *stepPair) place(m Mark) {
	kinds := map[Mark]Kind{MarkMoved: KindStepMoved, MarkSplit: KindStepSplit, MarkJoined: KindStepJoined}
	if k, ok := kinds[m]; ok {
		d := Difference{Kind: k, Severity: Substance, Field: "steps"}
		d.A, d.B = s.whole()
		s.add(d)
	}
}

// compare finds every difference between the two steps: node, actor, actions, term, result,
// conditions, references and, where none of these tells it, the wording.
func (s *stepPair) compare() {
	if (s.a.step.Node == model.ConditionNode) != (s.b.step.Node == model.ConditionNode) {
		d := Difference{Kind: KindNodeChanged, Severity: Substance, Field: "node"}
		d.A, d.B = s.both("", func(m *model.Step) string { return m.Text }, func(f *features) string { return string(f.step.Node) })
		s.add(d)
	}
	s.actor()
	act := s.actions()
	if d, ok := durations(s.a.step.Durations, s.b.step.Durations,
		durationValue(s.a.step.Durations, s.a.step.Span, s.placeA), durationValue(s.b.step.Durations, s.b.step.Span, s.placeB)); ok {
		s.add(d)
	}
	s.result()
	s.conditions()
	s.references()
	// Where other actions are told the words differ too; the difference quotes them.
	if !act && !s.grouped {
		s.text()
	}
}

// actor finds another worker, which is of substance, or another name for the same one.
func (s *stepPair) actor() {
	d := Difference{Kind: KindActorChanged, Field: "actor"}
	d.A, d.B = s.both("actor", func(m *model.Step) string { return string(m.Actor) }, func(f *features) string { return strings.Join(f.roles, ", ") })
	phrase := s.sameLanguage && !s.grouped && d.A.Text != "" && d.B.Text != "" && !wording.SameButEndings(d.A.Text, d.B.Text)
	switch {
	case !slices.Equal(s.a.roles, s.b.roles):
		d.Severity = Substance
		// "хабарлама қалыптастырылады" names nobody: a matter of grammar in the processes
		// of an information system, a gap in the tasks of people.
		if (d.A.Code == "" || d.B.Code == "") && (s.a.step.Node != model.TaskNode || s.b.step.Node != model.TaskNode) {
			d.Severity = Wording
		}
	case phrase:
		d.Severity = Wording
		// Nobody can tell whether two unclassified phrases name the same worker.
		if slices.Contains(s.a.roles, string(model.RoleOther)) {
			d.Severity = Substance
		}
	default:
		return
	}
	s.add(d)
}

// actions reports whether the two steps do different things. A side without known
// actions is compared by its words alone.
func (s *stepPair) actions() bool {
	a, b := codes(s.a.actions), codes(s.b.actions)
	if len(a) == 0 || len(b) == 0 || slices.Equal(a, b) {
		return false
	}
	d := Difference{Kind: KindActionChanged, Severity: Substance, Field: "actions"}
	d.A, d.B = s.both("", func(m *model.Step) string { return m.Text }, func(f *features) string { return strings.Join(f.actions, ", ") })
	s.add(d)
	return true
}

// result finds another result of the step, whether the step says it or a list apart.
func (s *stepPair) result() {
	ra, rb := s.resultA, s.resultB
	// A list apart repeats the steps ("хабарламаға қол қою"): that the other side has no
	// results says nothing about what is done.
	if ra.text == "" && rb.listed || rb.text == "" && ra.listed || wording.Fold(ra.text) == wording.Fold(rb.text) {
		return
	}
	if ra.text != "" && rb.text != "" && !s.sameLanguage {
		return
	}
	d := Difference{Kind: KindResultChanged, Severity: Substance, Field: "result",
		A: Value{Text: ra.text, Span: ra.span, Place: ra.place(s.placeA)}, B: Value{Text: rb.text, Span: rb.span, Place: rb.place(s.placeB)}}
	if ra.text != "" && rb.text != "" {
		d.Edits = wording.Edits(ra.text, rb.text)
		if wording.SameButEndings(ra.text, rb.text) {
			d.Severity = Wording
		}
	}
	s.add(d)
}

// leastCondition is the least likeness of two clauses, in thousandths, that are one.
const leastCondition = 400

// conditions pairs the conditions of the two steps by their words, and finds those that one
// side has alone and those that are worded otherwise.
func (s *stepPair) conditions() {
	ca, cb := s.a.step.Conditions, s.b.step.Conditions
	var cs []candidate
	for i := range ca {
		for j := range cb {
			score := 1000 - max(i-j, j-i) // between languages only the order can tell
			if s.sameLanguage && wording.Fold(ca[i]) != wording.Fold(cb[j]) {
				score = wording.Overlap(wording.Stems(ca[i]), wording.Stems(cb[j]))
			}
			if score >= leastCondition {
				cs = append(cs, candidate{i, j, score, content(ca[i], cb[j])})
			}
		}
	}
	at := func(f *features, i int, place model.Message) Value {
		return value(f.step.Conditions[i], "", f.step.Spans.OfItem("conditions", i), f, place)
	}
	takenA, takenB := map[int]bool{}, map[int]bool{}
	for _, m := range best(cs) {
		takenA[m.a], takenB[m.b] = true, true
		if s.sameLanguage && wording.Fold(ca[m.a]) != wording.Fold(cb[m.b]) {
			d := Difference{Kind: KindConditionChanged, Severity: Substance, Field: "conditions", A: at(s.a, m.a, s.placeA), B: at(s.b, m.b, s.placeB), Edits: wording.Edits(ca[m.a], cb[m.b])}
			if wording.SameButEndings(ca[m.a], cb[m.b]) {
				d.Severity = Wording
			}
			s.add(d)
		}
	}
	for _, i := range rest(len(ca), takenA) {
		s.add(Difference{Kind: KindConditionRemoved, Severity: Substance, Field: "conditions", A: at(s.a, i, s.placeA), B: Value{Span: s.b.step.Span, Place: s.placeB}})
	}
	for _, j := range rest(len(cb), takenB) {
		s.add(Difference{Kind: KindConditionAdded, Severity: Substance, Field: "conditions", A: Value{Span: s.a.step.Span, Place: s.placeA}, B: at(s.b, j, s.placeB)})
	}
}

// references compares what a step takes from a standard or another act. References into
// the regulation itself move with its numbering and say nothing.
func (s *stepPair) references() {
	value := func(f *features, place model.Message) Value {
		v := Value{Span: f.step.Span, Place: place}
		var text, code []string
		for _, r := range f.step.Refs {
			if r.To == model.RefRegulation {
				continue
			}
			if len(code) == 0 {
				v.Span = r.Span
			}
			v.Span = model.Span{min(v.Span[0], r.Span[0]), max(v.Span[1], r.Span[1])}
			text = append(text, r.Text)
			code = append(code, strings.Join(nonEmpty(string(r.To), numbered("point", r.Point), numbered("annex", r.Annex)), " "))
		}
		slices.Sort(code)
		v.Text, v.Code = strings.Join(text, "; "), strings.Join(slices.Compact(code), "; ")
		return v
	}
	a, b := value(s.a, s.placeA), value(s.b, s.placeB)
	if a.Code != b.Code {
		s.add(Difference{Kind: KindReferenceChanged, Severity: Substance, Field: "refs", A: a, B: b})
	}
}

func numbered(what string, n model.Text) string {
	if n == "" {
		return ""
	}
	return what + " " + string(n)
}

func (s *stepPair) text() {
	if !s.sameLanguage {
		return
	}
	actors := s.a.step.Actor != "" && s.b.step.Actor != ""
	pa, pb := plain(s.a.step, actors), plain(s.b.step, actors)
	if wording.Fold(pa) == wording.Fold(pb) {
		return
	}
	d := Difference{Kind: KindTextChanged, Severity: Wording, Field: "text", Edits: wording.Edits(pa, pb)}
	d.A, d.B = s.both("", func(m *model.Step) string { return m.Text }, func(*features) string { return "" })
	if !slices.Equal(wording.Figures(plainFigures(s.a.step, pa)), wording.Figures(plainFigures(s.b.step, pb))) {
		d.Severity = Substance
	}
	s.add(d)
}

// plainFigures is the text in which figures count: not the numbers of points of the
// regulation itself.
func plainFigures(s *model.Step, text string) string {
	for _, r := range s.Refs {
		text = mask(text, strings.Join(wording.Words(r.Text), " "))
	}
	return text
}

// branch compares what follows a check. same tells whether two labels are one step;
// told tells that a missing label goes with a step already told as added or removed.
func (s *stepPair) branch(pa, pb *model.Process, a, b model.Branch, same, told func(a, b model.Text) bool) {
	value := func(p *model.Process, label model.Text, f *features, place model.Message) Value {
		v := Value{Text: string(label), Span: f.step.Span, Place: place}
		if i := byLabel(p, label); i >= 0 {
			v.Span = p.Steps[i].Spans.Of("label").Or(p.Steps[i].Span)
		}
		return v
	}
	for _, way := range []struct {
		name string
		a, b model.Text
	}{{"refusal", a.Refusal, b.Refusal}, {"next", a.Next, b.Next}} {
		if same(way.a, way.b) || told(way.a, way.b) {
			continue
		}
		s.add(Difference{Kind: KindBranchChanged, Severity: Substance, Field: "branches." + way.name,
			A: value(pa, way.a, s.a, s.placeA), B: value(pb, way.b, s.b, s.placeB)})
	}
}
