package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/lang"
)

// standard reads the act that approved the standard of the service.
func (r *reader) standard(from, to int) {
	t := r.text
	for i := from; i < to; i++ {
		p := t.Paragraphs[i]
		if ws := t.words(p); !t.hasStem(ws, t.tab.StandardStem) || !t.hasStem(ws, t.tab.ApprovedStem) {
			continue
		}
		refs := act.Refs(t.of(p), p[0], t.Language)
		for k := range refs {
			if refs[k].Date == "" || refs[k].Number == "" {
				continue
			}
			if t.besideStandard(p, refs[k].Span) {
				r.out.Standard = &refs[k]
				return
			}
			// "на основании приказа … № 557 «Об утверждении стандартов государственных услуг»"
			if title := lang.Lower(string(refs[k].Title)); r.out.Standard == nil && strings.Contains(title, t.tab.StandardStem) && strings.Contains(title, t.tab.ApprovedStem) {
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
	before, behind := t.words(model.Span{p[0], ref[0]}), t.words(model.Span{ref[1], p[1]})
	if !t.tab.HeadFinal {
		return t.hasStem(before, t.tab.StandardStem)
	}
	if t.hasStem(behind, t.tab.StandardStem) {
		return true
	}
	predicate := len(behind) > 0 && lang.IsStem(t.str(behind[0]), t.tab.ApprovedStem) && (len(behind) == 1 || t.apart(behind[0], behind[1]) || strings.Contains(t.low[behind[0].end:behind[1].start], "."))
	return predicate && t.hasStem(before, t.tab.StandardStem) && slices.ContainsFunc(before, func(w word) bool { return t.tab.StandardItself.Stem(t.str(w)) })
}
