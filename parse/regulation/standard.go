package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/sentence"
)

// standard reads the act that approved the standard of the service.
func (r *reader) standard(from, to int) {
	t := r.text
	for i := from; i < to; i++ {
		p := t.Paragraphs[i]
		if ws := t.Words(p); !t.HasStem(ws, t.Tab.StandardStem) || !t.HasStem(ws, t.Tab.ApprovedStem) {
			continue
		}
		refs := act.Refs(t.Of(p), p[0], t.Language)
		for k := range refs {
			if refs[k].Date == "" || refs[k].Number == "" {
				continue
			}
			if t.besideStandard(p, refs[k].Span) {
				r.out.Standard = &refs[k]
				return
			}
			// "на основании приказа … № 557 «Об утверждении стандартов государственных услуг»"
			if title := lang.Lower(string(refs[k].Title)); r.out.Standard == nil && strings.Contains(title, t.Tab.StandardStem) && strings.Contains(title, t.Tab.ApprovedStem) {
				r.out.Standard = &refs[k]
			}
		}
	}
}

// besideStandard reports whether the standard is named where it is of the act that approved
// it: in Kazakh "… бұйрығымен бекітілген … стандартының", in Russian "стандарту …,
// утвержденного приказом …". A Kazakh sentence of its own names it before: "стандартқа
// сәйкес көрсетіледі, ол … қаулысымен бекітілген".
func (t *text) besideStandard(p, ref model.Span) bool {
	before, behind := t.Words(model.Span{p[0], ref[0]}), t.Words(model.Span{ref[1], p[1]})
	if !t.Tab.HeadFinal {
		return t.HasStem(before, t.Tab.StandardStem)
	}
	if t.HasStem(behind, t.Tab.StandardStem) {
		return true
	}
	predicate := len(behind) > 0 && lang.IsStem(t.Str(behind[0]), t.Tab.ApprovedStem) && (len(behind) == 1 || t.Apart(behind[0], behind[1]) || strings.Contains(t.Low[behind[0].End:behind[1].Start], "."))
	return predicate && t.HasStem(before, t.Tab.StandardStem) && slices.ContainsFunc(before, func(w sentence.Word) bool { return t.Tab.StandardItself.Stem(t.Str(w)) })
}
