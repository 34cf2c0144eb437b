package regulation

import (
	"slices"

	"reglament/model"
	"reglament/model/phrase"
)

// actors reads who acts in a step.
func (r *reader) actors(s *model.Step, ws []word, clauses []clause, nominal bool) {
	if main, others := r.doers(ws, clauses, nominal); main != nil {
		r.act(s, main)
		r.also(s, others)
	}
}

// also adds the roles of those who act in a step too.
func (r *reader) also(s *model.Step, others []*actor) {
	for _, b := range others {
		for _, role := range r.rolesOf(b) {
			if role != model.RoleOther && !slices.Contains(s.Roles, role) {
				s.Roles = append(s.Roles, role)
			}
		}
	}
}

// act sets the actor of a step.
func (r *reader) act(s *model.Step, a *actor) {
	if a.span[1] > a.span[0] {
		s.Actor = model.Text(r.of(a.span))
		s.Spans.Set("actor", a.span)
	}
	s.Roles = r.rolesOf(a)
	if slices.Contains(s.Roles, model.RoleOther) {
		r.finding(model.FindActorUnknown, model.Warning, phrase.UnknownActor.Of(r.of(a.span)), a.span)
	}
}

// rolesOf returns the roles of one who acts in the procedure that was begun.
func (r *reader) rolesOf(a *actor) []model.Role {
	if r.desk != "" && r.deskWorker(r.words(a.span)) {
		return []model.Role{r.desk}
	}
	return r.resolve(a.span, a.roles)
}
