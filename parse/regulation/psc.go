package regulation

import "reglament/model"

// pscSection reports whether a section is about the public service centres of 2014.
func (t *text) pscSection(sec *section) bool {
	ws := t.words(sec.title)
	for i := range t.tab.Channels {
		if rule := &t.tab.Channels[i]; rule.Channel == model.ChannelPSC {
			return t.has(ws, &rule.Stems)
		}
	}
	return false
}

// pscPoint reads the prose in which acts of 2014 tell what happens at the centre: a
// point whose first sentence says, without a condition, who does what.
func (r *reader) pscPoint(pt *point, under []int) {
	t := r.text
	paras := append([]model.Span{pt.body}, spansOf(t.Paragraphs, under)...)
	if t.endsWith(pt.body, ":") || !t.isAction(pt.body) || t.mentionsAnnex(pt.body) {
		return
	}
	p := r.procedure(model.ProcessPSC, pt.number, t.trim(pt.body, terminators))
	p.Span = model.Span{pt.body[0], t.Paragraphs[pt.end-1][1]}
	for _, para := range paras {
		for _, s := range t.sentences(para) {
			if numbered(t.of(s)) || !t.isAction(s) {
				continue
			}
			p.Steps = append(p.Steps, r.step(item{node: model.TaskNode, whole: s, body: []model.Span{s}}))
		}
	}
	r.out.Processes = append(r.out.Processes, p)
}
