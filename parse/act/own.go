package act

import (
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// ownKind reads the kind of an act whose head is missing from what it calls itself: "осы
// шешімнің орындалуын", "Настоящее решение вводится в действие", "Настоящие совместное
// постановление и решение". The verb of a resolution is also that of a decree.
func (h *head) ownKind() {
	for _, p := range h.act.Points {
		l := scan(p.Span.Of(h.t.Canonical))
		for i := 0; i < len(l.t); i++ {
			if l.t[i].kind == quote && l.t[i].match > i {
				i = l.t[i].match
				continue
			}
			if !l.has(i, ownActs) {
				continue
			}
			at := i + 1
			joint := l.has(at, jointWords)
			if joint {
				at++
			}
			kind, ok := l.adoptedKind(at, h.lang)
			if !ok || h.act.Kind == model.Resolution && kind != model.Decree {
				continue
			}
			if joint {
				kind = model.Joint
			}
			h.act.Kind = kind
			h.act.Spans.Set("kind", model.Span{p.Span[0] + l.t[i].start, p.Span[0] + l.t[at].end})
			return
		}
	}
}

// adoptedKind tells the kind of act that token i names, of those that bodies below the
// parliament adopt: "осы Заңның" is a law that the text quotes.
func (l *line) adoptedKind(i int, lg model.Language) (model.ActKind, bool) {
	if i >= len(l.t) {
		return "", false
	}
	switch k, ok := lang.KindOf(l.t[i].low, lg); k {
	case model.Resolution, model.Decision, model.Order, model.Decree:
		return k, ok
	}
	return "", false
}

type signer struct {
	p    lang.Pattern
	act  model.ActKind
	body model.IssuerKind
}

var signers = func() (out []signer) {
	for _, s := range lang.Signers {
		out = append(out, signer{s.Phrase.Pattern(), s.Act, s.Body})
	}
	return out
}()

// signedIssuer tells the body of an act that names none before its verb by who signed
// it: a decision signed by an akim is the akim's own, a resolution his akimat's.
func (h *head) signedIssuer() *model.Issuer {
	for _, s := range h.act.Signatories {
		l := scan(string(s.Position))
		for i := range l.t {
			for _, w := range signers {
				if _, ok := l.at(i, w.p); !ok || w.act != h.act.Kind {
					continue
				}
				h.findings = append(h.findings, phrase.Finding(model.FindHeaderMissing, model.Warning, s.Span, phrase.IssuerOfSignature.Of()))
				return &model.Issuer{Name: string(s.Position), Kind: w.body, Region: localRegion(w.body, l.where(0, len(l.t), h.act.Adopted)), Span: s.Span}
			}
		}
	}
	return nil
}
