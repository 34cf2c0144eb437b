package regulation

import (
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// forms reads the form in which the service is rendered; where only the form of the
// result is stated, that one.
func (r *reader) forms(o *outline) {
	t := r.text
	s := t.statedForm(o)
	if s.Empty() {
		return
	}
	ws := t.words(s)
	form := func(f model.Form, stems *lang.Phrases) {
		if i := t.find(ws, stems); i >= 0 {
			r.out.Spans.SetItem("forms", len(r.out.Forms), model.Span{ws[i].start, ws[i].end})
			r.out.Forms = append(r.out.Forms, f)
		}
	}
	electronic, paper := t.find(ws, &t.tab.Electronic), t.find(ws, &t.tab.PaperForm)
	if paper >= 0 && paper < electronic {
		form(model.Paper, &t.tab.PaperForm)
		form(model.Electronic, &t.tab.Electronic)
	} else {
		form(model.Electronic, &t.tab.Electronic)
		form(model.Paper, &t.tab.PaperForm)
	}
}

// statedForm returns where the form of the service is stated, or else that of its result.
func (t *text) statedForm(o *outline) (result model.Span) {
	for i := range o.paragraphs() {
		p := t.Paragraphs[i]
		ws := t.words(p)
		if at := t.find(ws, &t.tab.ServedIn); at >= 0 {
			return model.Span{ws[at].start, p[1]}
		}
		at := t.find(ws, &t.tab.FormPoint)
		if at < 0 || !t.has(ws, &t.tab.Electronic) && !t.has(ws, &t.tab.PaperForm) || !t.statesForm(ws, at, p) {
			continue
		}
		s := model.Span{ws[at].start, p[1]}
		if !t.has(ws[:at+1], &t.tab.ResultForm) && (t.tab.HeadFinal || !t.has(ws[at:min(len(ws), at+4)], &t.tab.ResultForm)) {
			return s
		}
		if result.Empty() {
			result = s
		}
	}
	return result
}

// automation reads how far the service is automated, from the point that states its form
// or its degree of automation.
func (r *reader) automation(o *outline) {
	t := r.text
	for i := range o.paragraphs() {
		p := t.Paragraphs[i]
		ws := t.words(p)
		at := t.find(ws, &t.tab.FormPoint)
		if at < 0 {
			at = t.find(ws, &t.tab.Automated)
		}
		if at < 0 || !t.statesForm(ws, at, p) {
			continue
		}
		for _, a := range []struct {
			degree model.Automation
			said   *lang.Phrases
		}{{model.PartialAutomation, &t.tab.Partial}, {model.FullAutomation, &t.tab.Full}} {
			if i := t.find(ws, a.said); i >= 0 {
				r.out.Automation = a.degree
				r.out.Spans.Set("automation", model.Span{ws[i].start, ws[i].end})
				return
			}
		}
	}
}

// statesForm: "нысаны:", "нысаны – …": a mark or the forms themselves follow, and no
// "нысан бойынша" of an application form.
func (t *text) statesForm(ws []word, at int, p model.Span) bool {
	i, dash := t.skipDash(ws[at].end, p[1])
	if dash || i < p[1] && t.low[i] == ':' {
		return true
	}
	for k := at + 1; k < len(ws) && k <= at+5; k++ {
		if strings.ContainsAny(t.low[ws[k-1].end:ws[k].start], ":"+dashes) {
			return true
		}
	}
	return false
}
