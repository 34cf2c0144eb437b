package audit

import (
	"slices"
	"strings"

	"reglament/compare/wording"
	"reglament/model"
	"reglament/model/phrase"
)

// results compares the separate lists of results with the steps they belong to.
func (c *check) results() {
	for i := range c.r.Results {
		l := &c.r.Results[i]
		steps := c.stepsOf(l)
		if len(steps) == 0 || len(l.Items) == 0 {
			continue
		}
		if len(l.Items) != len(steps) {
			c.add(ResultCount, model.Warning, phrase.ResultNumber.Of(len(l.Items), len(steps)),
				c.place(phrase.Results.Of(), c.listSpan(l)), c.place(processLabel(steps[0].p), steps[0].p.Span))
			continue
		}
		c.resultOrder(l, steps)
		for k, item := range l.Items {
			s := steps[k]
			a, b := c.documentsIn(item), c.documentsIn(s.step().Text)
			if len(a) == 1 && len(b) > 0 && !slices.Contains(b, a[0]) {
				c.add(ResultMismatch, model.Warning, phrase.ResultAbout.Of(k+1, a[0], stepLabel(s.p, s.i), quotes(b)),
					c.place(stepLabel(s.p, s.i), s.step().Span), c.place(phrase.ResultItem.Of(k+1), c.itemSpan(l, k)))
			}
		}
	}
}

type stepOf struct {
	p *model.Process
	i int
}

func (s stepOf) step() *model.Step { return &s.p.Steps[s.i] }

// stepsOf are the steps that a list of results belongs to: those of its variant, or of
// all stages of it ("Рұқсатты беру": 1-кезең and 2-кезең).
func (c *check) stepsOf(l *model.ResultList) []stepOf {
	var out []stepOf
	for _, p := range c.processes(model.ProcessInternal) {
		if len(p.Variant) < len(l.Variant) {
			continue
		}
		same := len(l.Variant) > 0 || len(p.Variant) == 0
		for k, v := range l.Variant {
			same = same && wording.Fold(v) == wording.Fold(p.Variant[k])
		}
		for i := range p.Steps {
			if same {
				out = append(out, stepOf{p, i})
			}
		}
	}
	return out
}

func quotes(words []string) model.Message {
	var all []model.Message
	for _, w := range words {
		all = append(all, phrase.Quote.Of(w))
	}
	return phrase.List(all...)
}

func (c *check) itemSpan(l *model.ResultList, k int) model.Span {
	return l.Spans.OfItem("items", k)
}

func (c *check) listSpan(l *model.ResultList) model.Span {
	from, to := c.itemSpan(l, 0), c.itemSpan(l, len(l.Items)-1)
	return model.Span{from[0], to[1]}
}

// clearly is how much more a result has to be like another step to stand in a wrong place.
const clearly = 200

// resultOrder finds two results that would fit if they changed places.
func (c *check) resultOrder(l *model.ResultList, steps []stepOf) {
	like := func(item, step int) int {
		return wording.Overlap(wording.Telling(l.Items[item]), wording.Telling(steps[step].step().Text))
	}
	for i := range l.Items {
		for j := range i {
			if like(i, j) > like(i, i)+clearly && like(j, i) > like(j, j)+clearly {
				c.add(ResultOrder, model.Warning, phrase.ResultsSwapped.Of(j+1, i+1),
					c.place(phrase.ResultItem.Of(j+1), c.itemSpan(l, j)), c.place(phrase.ResultItem.Of(i+1), c.itemSpan(l, i)),
					c.place(stepLabel(steps[j].p, steps[j].i), steps[j].step().Span))
			}
		}
	}
}

// documentsIn are the documents that a text prepares, signs or gives.
func (c *check) documentsIn(text string) []string {
	var out []string
	for _, d := range c.table.documents {
		if d.forms.MatchString(text) {
			out = append(out, d.name)
		}
	}
	return out
}

// stated is the point that states the result of the service, without lines on refusals to
// accept documents; false where no point does.
func (c *check) stated() (text string, place model.Span, ok bool) {
	if len(c.r.Sections) == 0 {
		return "", model.Span{}, false
	}
	for _, p := range c.r.Sections[0].Points {
		whole := p.Span.Of(c.canonical)
		if !c.table.result.MatchString(whole) {
			continue
		}
		var lines []string
		for _, l := range strings.Split(whole, "\n") {
			if !c.table.acceptance.MatchString(l) {
				lines = append(lines, l)
			}
		}
		return strings.Join(lines, "\n"), p.Span, true
	}
	return "", model.Span{}, false
}

// refusals compares the stated result of the service with the refusals of the steps.
func (c *check) refusals() {
	text, span, ok := c.stated()
	if !ok {
		return
	}
	if !c.lang.Refuses(text) {
		for _, p := range c.processes(model.ProcessInternal, model.ProcessInteraction, model.ProcessDelivery) {
			for i := range p.Steps {
				if s := &p.Steps[i]; c.table.alternative.MatchString(s.Text) && !c.table.acceptance.MatchString(s.Text) {
					c.add(RefusalUnstated, model.Warning, phrase.RefusalUnstated.Of(stepLabel(p, i)),
						c.place(phrase.ServiceIs.Of(c.pointLabel(span[0])), span), c.place(stepLabel(p, i), s.Span))
					return
				}
			}
		}
		return
	}
	ps := c.processes(model.ProcessInternal)
	if len(ps) == 0 {
		return
	}
	for _, p := range ps {
		for i := range p.Steps {
			if t := p.Steps[i].Text; c.lang.Refuses(t) && !c.table.acceptance.MatchString(t) || c.table.generic.MatchString(t) {
				return
			}
		}
	}
	c.add(RefusalUnprepared, model.Warning, phrase.RefusalUnprepared.Of(),
		c.place(phrase.ServiceIs.Of(c.pointLabel(span[0])), span), c.place(processLabel(ps[0]), ps[0].Span))
}

// documents compares what is signed and given with the stated result of the service.
func (c *check) documents() {
	for _, p := range c.processes(model.ProcessInternal) {
		c.signed(p)
	}
	for _, p := range c.processes(model.ProcessInternal, model.ProcessInteraction, model.ProcessPortal) {
		c.deeds(p)
	}
	text, span, ok := c.stated()
	if !ok {
		return
	}
	documents := c.documentsIn(text)
	if len(documents) == 0 {
		return
	}
	for _, p := range c.processes(model.ProcessDelivery, model.ProcessPortal) {
		for i := range p.Steps {
			s := &p.Steps[i]
			if i != len(p.Steps)-1 || !slices.Contains(s.Roles, model.RoleApplicant) {
				continue // the applicant receives the result in the last step
			}
			for _, d := range c.documentsIn(s.Text) {
				if !slices.Contains(documents, d) {
					c.add(ResultMismatch, model.Warning, phrase.OtherDocument.Of(stepLabel(p, i), d, quotes(documents)),
						c.place(phrase.ServiceIs.Of(c.pointLabel(span[0])), span), c.place(stepLabel(p, i), s.Span))
				}
			}
		}
	}
}

// signed finds a document that is signed and never given, where another one is given:
// "Нәтижесі –анықтамаға қол қою" and then "хабарламаны береді".
func (c *check) signed(p *model.Process) {
	type where struct {
		i    int
		name string
	}
	var signed []where
	var given []string
	giver := -1
	for i := range p.Steps {
		s := &p.Steps[i]
		if c.table.sign.MatchString(s.Text) && !c.table.otherSigns.MatchString(s.Text) || slices.Contains(s.Actions, model.ActionSign) {
			for _, d := range c.documentsIn(s.Text) {
				signed = append(signed, where{i, d})
			}
		}
		if i == len(p.Steps)-1 {
			given, giver = c.documentsIn(s.Text), i
		}
	}
	if giver < 0 || len(given) == 0 || c.table.generic.MatchString(p.Steps[giver].Text) {
		return
	}
	for _, w := range signed {
		if !slices.Contains(given, w.name) && !slices.ContainsFunc(signed, func(o where) bool { return slices.Contains(given, o.name) }) {
			c.add(ResultMismatch, model.Warning, phrase.SignedAndGiven.Of(w.name, stepLabel(p, w.i), quotes(given), stepLabel(p, giver)),
				c.place(stepLabel(p, w.i), p.Steps[w.i].Span), c.place(stepLabel(p, giver), p.Steps[giver].Span))
		}
	}
}

// deeds finds a result that names the signing of a step before: the step "регистрирует и
// направляет результат", its result is "подписание и направление".
func (c *check) deeds(p *model.Process) {
	before := -1
	for i := range p.Steps {
		s := &p.Steps[i]
		signs := slices.Contains(s.Actions, model.ActionSign)
		if before >= 0 && !signs && s.Result != "" && c.table.sign.MatchString(string(s.Result)) {
			span := s.Span
			if own := s.Spans.Of("result"); !own.Empty() {
				span = own
			}
			// "… алушының журналға қол қоюы": another one signs, and it is said who.
			if !c.table.otherSigns.MatchString(string(s.Result)) {
				c.add(ResultMismatch, model.Warning, phrase.ResultOfAnother.Of(stepLabel(p, i), stepLabel(p, before)),
					c.place(stepLabel(p, before), p.Steps[before].Span), c.place(phrase.ResultOf.Of(stepLabel(p, i)), span), c.place(stepLabel(p, i), s.Span))
			}
		}
		if signs {
			before = i
		}
	}
}
