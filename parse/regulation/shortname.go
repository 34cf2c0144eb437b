package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// resolve gives the role of an actor whose noun is a short name that this regulation
// introduced: "Орталықтың маманы" is a worker of the employment centre in one
// regulation and of the public service centre in another.
func (r *reader) resolve(s model.Span, roles []model.Role) []model.Role {
	ws, roles := r.Words(s), slices.Clone(roles)
	for _, w := range ws {
		if term, _, ok := r.Abbreviated(r.Str(w)); ok && len(roles) == 1 {
			roles[0] = r.Role(append(append([]sentence.Word{}, r.Words(term)...), ws...))
		}
	}
	if len(roles) == 1 && (roles[0] == model.RoleHead || roles[0] == model.RoleSpecialist || roles[0] == model.RoleOther) {
		for _, d := range r.out.Definitions {
			if term := d.TermSpan(); lang.Lower(d.Short) == r.Lower(s) && len(term.Of(r.Canonical)) > len(d.Short) {
				if role := r.Role(r.Words(term)); role != model.RoleOther {
					roles[0] = role // "руководитель | отдела (далее – руководитель)", "нотариальная система (далее – ЕНИС)"
				}
			}
		}
	}
	if r.own != "" {
		rest := slices.DeleteFunc(slices.Clone(ws), func(w sentence.Word) bool { return lang.IsStem(r.Str(w), r.own) })
		for i, role := range roles {
			if role == model.RoleUnitHead && len(rest) < len(ws) && r.Role(rest) == model.RoleHead {
				roles[i] = model.RoleHead // "начальник | отдела" where the department is the provider
			}
		}
	}
	if !r.akim.Empty() && len(roles) == 1 && r.ofAkim(ws) {
		if role := r.Role(append(slices.Clone(r.Words(r.akim)), ws...)); role != model.RoleRuralAkim || roles[0] == model.RoleAkim || roles[0] == model.RoleAkimat {
			roles[0] = role // "исполнитель аппарата | акима" is no rural akim himself
		}
	}
	for _, c := range r.centres {
		if !strings.Contains(r.Lower(s), c.Short) {
			continue
		}
		for i, role := range roles {
			if to, ok := c.Roles[role]; ok {
				roles[i] = to
			}
		}
		break
	}
	return roles
}

// ofAkim reports whether words name an akim without his place, or somebody of his apparatus:
// "аким", "исполнитель аппарата | акима", "| әкім аппаратының маманы".
func (r *reader) ofAkim(ws []sentence.Word) bool {
	if len(ws) == 0 { // "порталда … тексеріледі"
		return false
	}
	at := len(ws) - 1
	if r.Tab.HeadFinal {
		at = 0
	}
	for _, n := range r.Tab.Nouns(r.Str(ws[at])) {
		if r.Tab.RoleOf(n.Stem) == model.RoleAkim && n.Is(r.Str(ws[at])) {
			return true
		}
	}
	return false
}

// name is a short name and where what it stands for does.
type name struct {
	short string // in lower case
	term  model.Span
}

// introduced returns the names that the regulation introduces in brackets, or explains in its
// list of concepts.
func (r *reader) introduced() []name {
	out := make([]name, 0, len(r.out.Definitions)+len(r.concepts))
	for _, d := range r.out.Definitions {
		out = append(out, name{lang.Lower(d.Short), d.TermSpan()})
	}
	return append(out, r.concepts...)
}

// findConcepts keeps the lines of the list of concepts: "3) орталық – халыққа қызмет көрсету
// орталығы".
func (r *reader) findConcepts(from int, o *structure.Outline) {
	to := o.BodyEnd
	for _, sec := range o.Sections { // they stand before what is done
		if _, told := r.KindOf(r.Words(sec.Title), r.Tab.SectionKinds); told {
			to = max(sec.From, from)
			break
		}
	}
	for _, p := range r.Paragraphs[from:to] {
		c := r.conceptOf(p)
		if c.Empty() {
			continue
		}
		n := name{r.Lower(c), model.Span{c[1], p[1]}}
		if _, _, kind := sentence.LeadingNumber(r.Of(p)); kind == sentence.Bracketed || slices.Contains(r.Tab.ProviderShort, n.short) {
			r.concepts = append(r.concepts, n)
		}
	}
}

// findCentres keeps of the centres that a short name can stand for those that this
// regulation's definitions, or its list of concepts, name.
func (r *reader) findCentres() {
	for _, n := range r.introduced() {
		if named := r.Tab.RoleOf(n.short) == model.RoleAkim || slices.Contains(r.Tab.ProviderShort, n.short); named && r.akim.Empty() && r.Role(r.Words(n.term)) == model.RoleRuralAkim {
			r.akim = n.term
		}
		for _, c := range r.Tab.Centres {
			if lang.IsStem(n.short, c.Short) && r.HasStem(r.Words(n.term), c.Term) {
				r.centres = append(r.centres, c)
				r.pscCentre = r.pscCentre || c.Roles[model.RoleCenter] == model.RolePSCWorker
			}
		}
	}
}

// findOwn keeps the short name of the provider where it is the noun of a unit: "государственным
// учреждением "Отдел занятости" (далее – отдел)", "отдел – учреждение "Отдел занятости"".
func (r *reader) findOwn() {
	named := r.out.Spans.Of("provider")
	for _, d := range r.out.Definitions {
		if short := lang.Lower(d.Short); d.Span[0] < named[1] && named[0] < d.Span[1] && r.unitNoun(short) {
			r.own = short
		}
	}
	for _, c := range r.concepts {
		if r.unitNoun(c.short) && r.namedBody(c.term) == named {
			r.own = c.short
		}
	}
}

// findShorts keeps the abbreviations that the regulation introduces for bodies: "(далее –
// ГК)" for a state corporation.
func (r *reader) findShorts() {
	for _, d := range r.out.Definitions {
		short := lang.Lower(d.Short)
		if short == d.Short || strings.ToUpper(d.Short) != d.Short || strings.Contains(short, " ") {
			continue
		}
		term := d.TermSpan()
		switch r.Role(r.Words(term)) {
		case model.RolePortal:
			r.IntroduceSystem(short)
			continue
		case model.RoleOther, model.RoleApplicant: // papers do not act
			continue
		}
		r.Introduce(short, term)
	}
}
