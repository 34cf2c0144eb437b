package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
	"reglament/parse/sentence"
)

// provider reads who renders the service: what the short name for it was introduced for,
// or what the list of concepts says that it is.
func (r *reader) provider(from, to int) {
	if by := r.introducedProvider(); !by.Empty() {
		r.rendered(by)
		return
	}
	if by := r.renderedUnit(); !by.Empty() {
		r.rendered(by)
		return
	}
	unit := model.Span{}
	for _, c := range r.concepts {
		switch body := r.namedBody(c.term); {
		case body.Empty():
		case slices.Contains(r.Tab.ProviderShort, c.short):
			r.rendered(body)
			return
		case r.unitNoun(c.short) && unit.Empty():
			unit = body
		}
	}
	for _, p := range r.Paragraphs[from:to] {
		if s := r.renderedBy(p); !s.Empty() {
			if !unit.Empty() && len(r.Words(s)) == 1 {
				break // "оказывается | отделом": the list of concepts says which
			}
			r.rendered(s)
			return
		}
	}
	if !unit.Empty() {
		r.rendered(unit)
	}
}

// introducedProvider returns whom a bracket introduces as the provider: "| отдел занятости | (далее –
// услугодатель)".
func (r *reader) introducedProvider() model.Span {
	for _, d := range r.out.Definitions {
		if slices.Contains(r.Tab.ProviderShort, lang.Lower(d.Short)) {
			return d.TermSpan()
		}
	}
	return model.Span{}
}

// renderedUnit returns the unit that a Kazakh sentence says renders the service, behind the short name
// of the unit: "| «Білім басқармасы» мемлекеттік мекемесімен | (бұдан әрі – Басқарма) көрсетіледі".
func (r *reader) renderedUnit() model.Span {
	for _, d := range r.out.Definitions {
		behind := r.Sentences(model.Span{d.Span[1], r.lineEnd(d.Span[1])})
		role := r.Tab.RoleOf(lang.Lower(d.Short))
		if !r.Tab.HeadFinal || role != model.RoleUnit && role != model.RoleDepartment || len(behind) == 0 {
			continue
		}
		if ws := r.Words(behind[0]); r.MatchAny(ws, 0, &r.Tab.Rendered) > 0 {
			return r.providerName(d.TermSpan())
		}
	}
	return model.Span{}
}

// lineEnd returns where the paragraph ends that holds offset i.
func (t *text) lineEnd(i int) int {
	if k := strings.IndexByte(t.Canonical[i:], '\n'); k >= 0 {
		return i + k
	}
	return len(t.Canonical)
}

// rendered keeps who renders the service.
func (r *reader) rendered(by model.Span) {
	r.out.Provider = model.Text(r.Of(by))
	r.out.Spans.Set("provider", by)
}

// renderedBy returns by whom a Russian sentence says that the service is rendered:
// "Государственная услуга оказывается | отделом архитектуры района | через канцелярию",
// "Услугодателем является | аппарат акима".
func (t *text) renderedBy(p model.Span) model.Span {
	if t.Tab.HeadFinal {
		return t.renderedByKazakh(p)
	}
	ws := t.Words(p)
	i := t.Find(ws, &t.Tab.ProviderIs)
	if i >= 0 {
		i += t.MatchAny(ws, i, &t.Tab.ProviderIs)
	} else if i = t.Find(ws, &t.Tab.Rendered) + 1; i > 0 && i < len(ws) {
		if a := t.Doer(ws[i:]); a == nil || a.Span[0] != ws[i].Start {
			return model.Span{} // "оказывается | бесплатно", "| через портал", "| физическим лицам"
		}
	}
	if i <= 0 || i == len(ws) {
		return model.Span{}
	}
	for k := i + 1; k < len(ws); k++ {
		named := t.Of(model.Span{ws[i].Start, ws[k].Start})
		if lang.LeavesOpen(named) {
			continue // государственным учреждением "Центр | для | молодежи"
		}
		w := t.Str(ws[k])
		if strings.ContainsAny(t.Low[ws[k-1].End:ws[k].Start], ".;:") || t.Marked(ws[k].Start, t.Tab.DefinitionMarkers) >= 0 || t.Finite(ws[k]) ||
			t.Tab.Relative.Stem(w) || k+1 < len(ws) && t.Tab.Also.Stem(t.Str(ws[k+1])) || t.Tab.Prepositions.Stem(w) && !t.Complement(ws, k) {
			return t.Trim(model.Span{ws[i].Start, ws[k].Start}, sentence.Terminators+sentence.Dashes+",(")
		}
	}
	return t.Trim(model.Span{ws[i].Start, p[1]}, sentence.Terminators+sentence.Dashes)
}

// renderedByKazakh returns the body that stands between the service and the verb, where the service
// is rendered through nobody else: "… қызметін (бұдан әрі – қызмет) | жергілікті атқарушы орган | көрсетеді".
func (t *text) renderedByKazakh(p model.Span) model.Span {
	for _, s := range t.Sentences(p) {
		ws := t.Words(s)
		last := len(ws) - 1
		if last < 0 || t.MatchAny(ws, last, &t.Tab.Rendered) == 0 || slices.ContainsFunc(t.Tab.ServedPoint, func(set []string) bool { return t.HasAll(ws, set) }) {
			continue
		}
		by := model.Span{s[0], ws[last].Start}
		bare := t.unquoted(by)
		for i := range bare {
			if n := t.MatchAny(bare, i, &t.Tab.ServiceWords); n > 0 {
				by[0] = bare[i+n-1].End
			}
		}
		if by[0] == s[0] {
			continue
		}
		by = t.Trim(by, "")
		if k := sentence.Closing(t.Of(by), 0); k > 0 {
			by[0] += k + 1
		}
		by = t.providerName(by)
		c := lang.Nominative
		if t.Tab.RenderedIn.Stem(t.Str(ws[last])) {
			c = lang.Instrumental
		}
		if names := t.Words(by); len(names) > 0 && t.IsHead(names[len(names)-1], c) && t.isBody(by) && len(t.Durations(names)) == 0 && !t.HasFinite(names) && !t.Conditional(by) {
			return by
		}
	}
	return model.Span{}
}

// namedBody returns the body that begins a line's explanation: "| отдел занятости района |,
// осуществляющий …"; nothing where it only tells what something is: "исполнительный орган".
func (t *text) namedBody(s model.Span) model.Span {
	from, _ := t.SkipDash(s[0], s[1])
	quoted := false
	for i, c := range t.Low[from:s[1]] {
		if !quoted && strings.ContainsRune(",;(", c) {
			if body := t.Trim(model.Span{from, from + i}, sentence.Terminators); t.isBody(body) {
				return body
			}
			if c != '(' { // "городской (районный) отдел занятости"
				return model.Span{}
			}
		}
		quoted = quoted != (c == '"') && c != '»' || c == '«'
	}
	if body := t.Trim(model.Span{from, s[1]}, sentence.Terminators); t.isBody(body) {
		return body
	}
	return model.Span{}
}

// unitNoun reports whether a name is no more than the noun of a unit: "отдел", "бөлім".
func (t *text) unitNoun(name string) bool {
	return !strings.Contains(name, " ") && t.Tab.RoleOf(name) == model.RoleUnit
}

// isBody reports whether words name a body, and say which one it is.
func (t *text) isBody(s model.Span) bool { return slices.Contains(namedBodies, t.Role(t.Words(s))) }

// namedBodies are the roles of bodies whose name tells which body it is.
var namedBodies = []model.Role{model.RoleUnit, model.RoleDepartment, model.RoleCenter, model.RoleAkimat}

// providerName cuts the sentence around the provider off: "Мемлекеттік көрсетілетін
// қызмет …", "… мекенжайында орналасқан …", "Наименование услугодателя: …".
func (t *text) providerName(s model.Span) model.Span {
	ws := t.Words(s)
	from := s[0]
	for i := range ws {
		for _, lead := range t.Tab.ProviderLeads {
			if n := t.Match(ws, i, lead); n > 0 && ws[i+n-1].End < s[1] {
				from = max(from, ws[i+n-1].End)
			}
		}
	}
	return t.Trim(model.Span{from, s[1]}, sentence.Terminators+sentence.Dashes)
}
