package regulation

import (
	"reglament/model"
	"reglament/parse/sentence"
)

// pscSection reports whether a section is about the public service centres of 2014.
func (t *text) pscSection(sec *section) bool {
	ws := t.Words(sec.title)
	for i := range t.Tab.Channels {
		if rule := &t.Tab.Channels[i]; rule.Channel == model.ChannelPSC {
			return t.Has(ws, &rule.Stems)
		}
	}
	return false
}

// pscPoint reads the prose in which acts of 2014 tell what happens at the centre: a
// point whose first sentence says, without a condition, who does what.
func (r *reader) pscPoint(pt *point, under []int) {
	t := r.text
	paras := append([]model.Span{pt.body}, spansOf(t.Paragraphs, under)...)
	if t.EndsWith(pt.body, ":") || !t.IsAction(pt.body) || t.MentionsAnnex(pt.body) {
		return
	}
	p := r.procedure(model.ProcessPSC, pt.number, t.Trim(pt.body, sentence.Terminators))
	p.Span = model.Span{pt.body[0], t.Paragraphs[pt.end-1][1]}
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
