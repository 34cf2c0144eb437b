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
		ws := t.Words(p)
		if !t.HasStem(ws, t.Tab.StandardStem) {
			continue
		}
		approved := t.HasStem(ws, t.Tab.ApprovedStem)
		refs := act.Refs(t.Of(p), p[0], t.Language)
		for k := range refs {
			if refs[k].Date == "" || refs[k].Number == "" {
				continue
			}
			if approved && t.besideStandard(p, refs[k].Span) || !t.IsNote(i) && t.standardBy(p, refs[k].Span) {
				r.out.Standard = &refs[k]
				return
			}
			// "на основании приказа … № 557 «Об утверждении стандартов государственных услуг»"
			if title := lang.Lower(string(refs[k].Title)); approved && r.out.Standard == nil && strings.Contains(title, t.Tab.StandardStem) && strings.Contains(title, t.Tab.ApprovedStem) {
				r.out.Standard = &refs[k]
			}
		}
	}
}

// standardBy reports whether the act that approved the standard stands right beside it, without the
// word for that: "… № 279 бұйрығымен | «…» мемлекеттік көрсетілетін қызмет стандарты", "стандарту
// государственной услуги «…», | приказом Министра … № 279".
func (t *text) standardBy(p, ref model.Span) bool {
	mention := t.Words(ref)
	if t.Tab.HeadFinal {
		ws := t.unquoted(model.Span{ref[1], p[1]})
		n := t.MatchAny(ws, 0, &t.Tab.ServiceWords)
		return len(ws) > n && lang.IsStem(t.Str(ws[n]), t.Tab.StandardStem) && lang.EndsIn(t.Str(mention[len(mention)-1]), lang.KazakhInstrumentals)
	}
	ws := t.unquoted(model.Span{p[0], ref[0]})
	for i, w := range ws {
		if lang.IsStem(t.Str(w), t.Tab.StandardStem) && i+1+t.MatchAny(ws, i+1, &t.Tab.ServiceWords) == len(ws) {
			return lang.EndsIn(t.Str(mention[0]), lang.Instrumentals)
		}
	}
	return false
}

// unquoted returns the words of a span that stand in no quotation and in no bracket.
func (t *text) unquoted(s model.Span) []sentence.Word {
	var out []sentence.Word
	var q lang.Quotations
	at, open := s[0], 0
	for _, w := range t.Words(s) {
		gap := t.Canonical[at:w.Start]
		q.Read(gap)
		open += strings.Count(gap, "(") - strings.Count(gap, ")")
		if at = w.End; !q.Open() && open <= 0 {
			out = append(out, w)
		}
	}
	return out
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
