package regulation

import (
	"reglament/model"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// pscSection reports whether a section is about the public service centres of 2014.
func (t *text) pscSection(sec *structure.Section) bool {
	ws := t.Words(sec.Title)
	for i := range t.Tab.Channels {
		if rule := &t.Tab.Channels[i]; rule.Channel == model.ChannelPSC {
			return t.Has(ws, &rule.Stems)
		}
	}
	return false
}

// pscPoint reads the prose in which acts of 2014 tell what happens at the centre: a
// point whose first sentence says, without a condition, who does what.
func (r *reader) pscPoint(pt *structure.Point, under []int) {
	t := r.text
	paras := append([]model.Span{pt.Body}, spansOf(t.Paragraphs, under)...)
	if t.EndsWith(pt.Body, ":") || !t.IsAction(pt.Body) || t.MentionsAnnex(pt.Body) {
		return
	}
	p := r.procedure(model.ProcessPSC, pt.Number, t.Trim(pt.Body, sentence.Terminators))
	p.Span = model.Span{pt.Body[0], t.Paragraphs[pt.End-1][1]}
	for _, para := range paras {
		for _, s := range t.Sentences(para) {
			if sentence.Numbered(t.Of(s)) || !t.IsAction(s) {
				continue
			}
			p.Steps = append(p.Steps, r.step(item{node: model.TaskNode, whole: s, body: []model.Span{s}}))
		}
	}
	r.out.Processes = append(r.out.Processes, p)
}
