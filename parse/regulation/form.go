package regulation

import (
	"strings"

	"reglament/model"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// forms reads the form in which the service is rendered; where only the form of the
// result is stated, that one.
func (r *reader) forms(o *structure.Outline) {
	t := r.text
	s := t.statedForm(o)
	if s.Empty() {
		return
	}
	ws := t.Words(s)
	form := func(f model.Form, stems *lang.Phrases) {
		if i := t.Find(ws, stems); i >= 0 {
			r.out.Spans.SetItem("forms", len(r.out.Forms), model.Span{ws[i].Start, ws[i].End})
			r.out.Forms = append(r.out.Forms, f)
		}
	}
	electronic, paper := t.Find(ws, &t.Tab.Electronic), t.Find(ws, &t.Tab.PaperForm)
	if paper >= 0 && paper < electronic {
		form(model.Paper, &t.Tab.PaperForm)
		form(model.Electronic, &t.Tab.Electronic)
	} else {
		form(model.Electronic, &t.Tab.Electronic)
		form(model.Paper, &t.Tab.PaperForm)
	}
}

// statedForm returns where the form of the service is stated, or else that of its result.
func (t *text) statedForm(o *structure.Outline) (result model.Span) {
	for i := range o.Paragraphs() {
		p := t.Paragraphs[i]
		ws := t.Words(p)
		if at := t.Find(ws, &t.Tab.ServedIn); at >= 0 {
			return model.Span{ws[at].Start, p[1]}
		}
		at := t.Find(ws, &t.Tab.FormPoint)
		if at < 0 || !t.Has(ws, &t.Tab.Electronic) && !t.Has(ws, &t.Tab.PaperForm) || !t.statesForm(ws, at, p) {
			continue
		}
		s := model.Span{ws[at].Start, p[1]}
		if !t.Has(ws[:at+1], &t.Tab.ResultForm) && (t.Tab.HeadFinal || !t.Has(ws[at:min(len(ws), at+4)], &t.Tab.ResultForm)) {
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
func (r *reader) automation(o *structure.Outline) {
	t := r.text
	for i := range o.Paragraphs() {
		p := t.Paragraphs[i]
		ws := t.Words(p)
		at := t.Find(ws, &t.Tab.FormPoint)
		if at < 0 {
			at = t.Find(ws, &t.Tab.Automated)
		}
		if at < 0 || !t.statesForm(ws, at, p) {
			continue
		}
		for _, a := range []struct {
			degree model.Automation
			said   *lang.Phrases
		}{{model.PartialAutomation, &t.Tab.Partial}, {model.FullAutomation, &t.Tab.Full}} {
			if i := t.Find(ws, a.said); i >= 0 {
				r.out.Automation = a.degree
				r.out.Spans.Set("automation", model.Span{ws[i].Start, ws[i].End})
				return
			}
		}
	}
}

// statesForm: "нысаны:", "нысаны – …": a mark or the forms themselves follow, and no
// "нысан бойынша" of an application form.
func (t *text) statesForm(ws []sentence.Word, at int, p model.Span) bool {
	i, dash := t.SkipDash(ws[at].End, p[1])
	if dash || i < p[1] && t.Low[i] == ':' {
		return true
	}
	for k := at + 1; k < len(ws) && k <= at+5; k++ {
		if strings.ContainsAny(t.Low[ws[k-1].End:ws[k].Start], ":"+sentence.Dashes) {
			return true
		}
	}
	return false
}
