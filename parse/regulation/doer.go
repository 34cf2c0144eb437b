package regulation

import (
	"slices"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/sentence"
)

// actors reads who acts in a step.
func (r *reader) actors(s *model.Step, ws []sentence.Word, clauses []sentence.Clause, nominal bool) {
	if main, others := r.Doers(ws, clauses, nominal); main != nil {
		r.act(s, main)
		r.also(s, others)
	}
}

// also adds the roles of those who act in a step too.
func (r *reader) also(s *model.Step, others []*sentence.Actor) {
	for _, b := range others {
		for _, role := range r.rolesOf(b) {
			if role != model.RoleOther && !slices.Contains(s.Roles, role) {
				s.Roles = append(s.Roles, role)
			}
		}
	}
}

// act sets the actor of a step.
func (r *reader) act(s *model.Step, a *sentence.Actor) {
	if a.Span[1] > a.Span[0] {
		s.Actor = model.Text(r.Of(a.Span))
		s.Spans.Set("actor", a.Span)
	}
	s.Roles = r.rolesOf(a)
	if slices.Contains(s.Roles, model.RoleOther) {
		r.finding(model.FindActorUnknown, model.Warning, phrase.UnknownActor.Of(r.Of(a.Span)), a.Span)
	}
}

// rolesOf returns the roles of one who acts in the procedure that was begun.
func (r *reader) rolesOf(a *sentence.Actor) []model.Role {
	if r.desk != "" && r.DeskWorker(r.Words(a.Span)) {
		return []model.Role{r.desk}
	}
	return r.resolve(a.Span, a.Roles)
}
