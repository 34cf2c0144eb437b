package life

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"reglament/corpus"
	"reglament/model"
)

// ServiceStanding says whether a regulation of a service was in force on a day, and in
// whose wording.
type ServiceStanding struct {
	Standing
	Service  string         `json:"service"`
	Language model.Language `json:"language"`
	Wording  string         `json:"wording"` // key of the act whose wording it has, "" where unknown
	Since    model.Date     `json:"wording_since"`
	Open     []string       `json:"open"` // what of its text on the day is not known
}

// Service tells of every act that regulates a service by a part of its name, or by one of
// its other names as a whole, how it stood on a day. A regulation in a new edition is counted
// to the act that it was approved by, also where only the amending act has a text. region ""
// stands for all.
func (a *Archive) Service(ctx context.Context, name string, others corpus.Names, region model.Region, day model.Date) ([]ServiceStanding, error) {
	found, err := a.store.Acts(ctx, corpus.Filter{Service: name, Names: others, Region: region})
	if err != nil {
		return nil, err
	}
	var keys []string
	for _, f := range found {
		keys = append(keys, f.Key)
		keys = append(keys, a.amends[f.Key]...)
	}
	slices.SortFunc(keys, func(x, y string) int { return compareActs(a.acts[x], a.acts[y]) })
	keys = slices.Compact(keys)
	var out []ServiceStanding
	for _, key := range keys {
		some, err := a.services(ctx, key, name, others, day)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	// An annex of an amending act is the wording of another act's regulation.
	return slices.DeleteFunc(out, func(s ServiceStanding) bool {
		return slices.ContainsFunc(a.amends[s.Key], func(target string) bool { return slices.Contains(keys, target) })
	}), nil
}

// services are the regulations of an act with the name of a service as they stood on a day,
// in each language in which their text can be told.
func (a *Archive) services(ctx context.Context, key, name string, others corpus.Names, day model.Date) ([]ServiceStanding, error) {
	l, err := a.Life(ctx, key)
	if err != nil {
		return nil, err
	}
	standing := l.On(day)
	if standing.State == NotAdopted {
		return nil, nil
	}
	var out []ServiceStanding
	for _, language := range []model.Language{model.Kazakh, model.Russian} {
		text, err := a.On(ctx, key, day, language)
		if errors.Is(err, corpus.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, g := range text.Regulations {
			if corpus.MatchNames(g.Service, name, others) == corpus.NoMatch {
				continue
			}
			s := ServiceStanding{Standing: standing, Service: g.Service, Language: language, Wording: g.By, Since: g.Since, Open: []string{}}
			for _, u := range text.Unapplied {
				if u.Service == "" || corpus.MatchService(u.Service, g.Service) == corpus.FullMatch {
					s.Open = append(s.Open, u.Reason)
				}
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// Of returns the life with only those amendments that change the regulation of a service,
// by a part of its name, or of which it is not known what they change.
func (l *Life) Of(service string) *Life {
	out := *l
	out.Events = nil
	for _, e := range l.Events {
		if e.Kind == Amended && len(e.Changes) > 0 {
			e.Changes = slices.DeleteFunc(slices.Clone(e.Changes), func(c Change) bool {
				return c.Service == "" || corpus.MatchService(c.Service, service) == corpus.NoMatch
			})
			if len(e.Changes) == 0 {
				continue
			}
			e.Sources = slices.DeleteFunc(slices.Clone(e.Sources), func(s Source) bool {
				return s.service != "" && corpus.MatchService(s.service, service) == corpus.NoMatch
			})
		}
		out.Events = append(out.Events, e)
	}
	return &out
}

// Of returns the text with only the regulations whose service has this in its name. The
// error wraps corpus.ErrNotFound where there is none.
func (t *Text) Of(service string) (*Text, error) {
	out := *t
	of := func(name string) bool { return corpus.MatchService(name, service) != corpus.NoMatch }
	out.Regulations = slices.DeleteFunc(slices.Clone(t.Regulations), func(g RegulationText) bool { return !of(g.Service) })
	if len(out.Regulations) == 0 {
		return nil, fmt.Errorf("a regulation of «%s» in the text of %s on %s is %w", service, t.Key, t.Day, corpus.ErrNotFound)
	}
	other := func(s Step) bool { return s.Service != "" && !of(s.Service) }
	out.Applied = slices.DeleteFunc(slices.Clone(t.Applied), other)
	out.Unapplied = slices.DeleteFunc(slices.Clone(t.Unapplied), other)
	return &out, nil
}
