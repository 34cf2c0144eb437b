package act

import (
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// takePreamble reads issuer and kind where the preamble says them: "… Ақмола
// облысының әкімдігі ҚАУЛЫ ЕТЕДІ", "акимат … области ПОСТАНОВЛЯЕТ".
func (h *head) takePreamble(l *line, at, base int) {
	for _, v := range adoptionVerbs {
		n, ok := l.at(at, v.p)
		if !ok {
			continue
		}
		if h.act.Kind == model.UnknownKind {
			h.act.Kind = v.kind
			h.act.Spans["kind"] = model.Span{base + l.t[at].start, base + l.t[at+n-1].end}
		}
		break
	}
	from := h.subject(l, at)
	if from < 0 {
		return
	}
	name := strings.Join(strings.Fields(l.slice(from, at)), " ")
	span := model.Span{base + l.t[from].start, base + l.t[at-1].end}
	kind, ok := l.issuerKind(from, at, h.lang)
	if !ok {
		return
	}
	if h.act.Issuer == nil {
		h.act.Issuer = &model.Issuer{Kind: kind, Region: l.where(from, at, h.act.Adopted)}
		if r := h.act.Issuer.Region; r == "KZ" && (kind == model.Akimat || kind == model.Maslikhat || kind == model.Akim) {
			h.act.Issuer.Region = ""
		}
		h.act.Issuer.Name, h.act.Issuer.Span = name, span
		return
	}
	is := h.act.Issuer
	if kind != is.Kind || h.act.Kind == model.Joint {
		return
	}
	if r, ok := l.region(from, at); ok || is.Region == "" {
		if is.Region == "" {
			is.Region = h.lateRegion(l.where(from, at, h.act.Adopted))
		}
		if ok && r == is.Region {
			is.Name, is.Span = name, span
		}
	}
}

// subject returns the first token of the issuer that stands before the adoption verb,
// -1 where none does.
func (h *head) subject(l *line, at int) int {
	if at == 0 {
		return -1
	}
	if h.lang == model.Kazakh {
		i := at - 1
		for i >= 0 && l.t[i].kind == mark {
			i--
		}
		if i != at-1 {
			return -1
		}
		from := i + 1
		for j := i; j >= 0 && i-j < 12; j-- {
			t := l.t[j]
			if t.kind != word {
				break
			}
			if _, stop := l.any(j, issuerStops); stop {
				break
			}
			if _, ok := lang.KindOf(t.low, model.Kazakh); ok {
				break
			}
			if !l.capital(j) && !l.unitWord(j) && !l.nameTail(j) {
				break
			}
			from = j
		}
		if from > i {
			return -1
		}
		return from
	}
	// Russian: from the noun, with its adjectives, to the verb
	for j := at - 1; j >= 0 && at-j < 14; j-- {
		t := l.t[j]
		if t.kind != word && t.kind != open && t.kind != close {
			return -1
		}
		if _, ok := issuerHead(t.low); ok {
			from := j
			for from > 0 && l.t[from-1].kind == word && (strings.HasSuffix(l.t[from-1].low, "ский") || strings.HasSuffix(l.t[from-1].low, "ный") || strings.HasSuffix(l.t[from-1].low, "ной") || strings.HasSuffix(l.t[from-1].low, "ский")) {
				from--
			}
			return from
		}
	}
	return -1
}
