package life

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"reglament/corpus"
	"reglament/model"
)

// Archive is a corpus with its acts and stubs known by key. It is a view of the store at
// the moment it was opened, and not for use by several goroutines.
type Archive struct {
	store    corpus.Store
	acts     map[string]*Act
	keys     []string
	mentions map[string][]mention // by the act that is mentioned
	amends   map[string][]string  // the acts that an act's own text orders to amend
	unknown  int                  // mentions that do not tell which act they mean
	facts    map[string]*Life     // what is known of an act before its end is dated
	open     map[int64]*document
	opened   []int64 // in the order they were opened
}

// mention is a place that mentions an act.
type mention struct {
	corpus.Mention
	number model.Text // as the mention gives it, where it is the registration's
	title  *titled    // the act is named in the title of the one that is mentioned
}

type document struct {
	*model.Document
	canonical string
}

// keptDocuments are held in memory: the texts that mention one act are often asked for
// again for the next one.
const keptDocuments = 64

// keptFacts bounds what is held of acts that were asked for.
const keptFacts = 4096

// Open reads which acts there are and which mention which.
func Open(ctx context.Context, store corpus.Store) (*Archive, error) {
	a := &Archive{
		store: store, acts: map[string]*Act{}, mentions: map[string][]mention{}, amends: map[string][]string{},
		facts: map[string]*Life{}, open: map[int64]*document{},
	}
	known, err := store.Acts(ctx, corpus.Filter{})
	if err != nil {
		return nil, err
	}
	for _, s := range known {
		a.acts[s.Key] = &Act{
			Key: s.Key, Region: s.Region, Adopted: s.Adopted, Number: s.Number,
			Kind: s.Kind, Title: s.Title, Issuer: s.Issuer, Status: s.Status,
		}
	}
	mentions, err := store.References(ctx)
	if err != nil {
		return nil, err
	}
	registered := registrations(mentions)
	for _, m := range mentions {
		act, ok := corpus.Named(&m.Ref, m.Role, m.Act.Region)
		if !ok {
			a.unknown++
			continue
		}
		kept := mention{Mention: m}
		if own, ok := registered[registration{act.Region, act.Adopted, act.Number}]; ok && a.acts[act.Key] == nil && own.Key != act.Key {
			kept.number, act = act.Number, own
		}
		if act.Key == m.Act.Key {
			continue
		}
		a.meet(act, &m.Ref)
		a.mentions[act.Key] = append(a.mentions[act.Key], kept)
		if m.Role == corpus.RefAmends && !slices.Contains(a.amends[m.Act.Key], act.Key) {
			a.amends[m.Act.Key] = append(a.amends[m.Act.Key], act.Key)
		}
		for _, t := range inTitle(act.Key, m) {
			a.meet(t.act, &t.ref)
			a.mentions[t.act.Key] = append(a.mentions[t.act.Key], mention{Mention: m, title: &t})
		}
	}
	for key := range a.acts {
		a.keys = append(a.keys, key)
	}
	slices.SortFunc(a.keys, func(x, y string) int { return compareActs(a.acts[x], a.acts[y]) })
	return a, nil
}

// registration is an act as a careless mention names it: by its day and the number under
// which it was registered.
type registration struct {
	region model.Region
	day    model.Date
	number model.Text
}

func registrations(mentions []corpus.Mention) map[registration]corpus.Act {
	out := map[registration]corpus.Act{}
	for _, m := range mentions {
		if act, ok := corpus.Named(&m.Ref, m.Role, m.Act.Region); ok && m.Ref.RegistrationNumber != "" && !corpus.WithoutNumber(act) {
			out[registration{act.Region, act.Adopted, m.Ref.RegistrationNumber}] = act
		}
	}
	return out
}

// meet makes a stub of an act without a text, or learns more of one.
func (a *Archive) meet(named corpus.Act, r *model.ActRef) {
	s := a.acts[named.Key]
	if s == nil {
		s = &Act{Key: named.Key, Stub: true, Region: named.Region, Adopted: named.Adopted, Number: named.Number, Kind: model.UnknownKind, Status: model.UnknownStatus}
		a.acts[named.Key] = s
	}
	if !s.Stub {
		return
	}
	if s.Kind == "" || s.Kind == model.UnknownKind {
		s.Kind = r.Kind
	}
	s.Title = cmp.Or(s.Title, r.Title)
	s.Issuer = cmp.Or(s.Issuer, r.Issuer)
}

func compareActs(a, b *Act) int {
	return cmp.Or(
		cmp.Compare(a.Region, b.Region),
		cmp.Compare(a.Adopted, b.Adopted),
		corpus.CompareNumbers(string(a.Number), string(b.Number)),
		cmp.Compare(a.Key, b.Key),
	)
}

// Acts returns every act and stub, by region, date and number.
func (a *Archive) Acts() []Act {
	out := make([]Act, 0, len(a.keys))
	for _, k := range a.keys {
		out = append(out, *a.acts[k])
	}
	return out
}

// Act returns an act or stub. The error wraps corpus.ErrNotFound where no text is of it
// or mentions it.
func (a *Archive) Act(key string) (Act, error) {
	if act := a.acts[key]; act != nil {
		return *act, nil
	}
	return Act{}, fmt.Errorf("the act %s is %w, and no act there mentions it", key, corpus.ErrNotFound)
}

// Unidentified is the number of mentions that do not tell which act they mean.
func (a *Archive) Unidentified() int { return a.unknown }

// Mention is a place in a text that mentions an act.
type Mention struct {
	corpus.Mention
	Of string // key of the act that is mentioned
	// By is the key of the act whose title says that it amends (or, with Ends, repeals)
	// this one; "" where the act is mentioned by itself.
	By   string
	Ends bool
}

// Mentions returns the mentions that tell which act they mean, by that act, and of one
// act in the order of corpus.Store.References.
func (a *Archive) Mentions() iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		for _, key := range a.keys {
			for _, m := range a.mentions[key] {
				out := Mention{Mention: m.Mention, Of: key}
				if m.title != nil {
					out.By, out.Ends = m.title.by, m.title.kind == Repealed
				}
				if !yield(out) {
					return
				}
			}
		}
	}
}

// document returns the text of an edition, from memory where it was asked for lately.
func (a *Archive) document(ctx context.Context, edition int64) (*document, error) {
	if d := a.open[edition]; d != nil {
		return d, nil
	}
	m, canonical, err := a.store.Document(ctx, edition)
	if err != nil {
		return nil, err
	}
	if len(a.opened) == keptDocuments {
		delete(a.open, a.opened[0])
		a.opened = a.opened[1:]
	}
	d := &document{m, canonical}
	a.open[edition] = d
	a.opened = append(a.opened, edition)
	return d, nil
}

// editions returns the editions of an act, none for a stub.
func (a *Archive) editions(ctx context.Context, key string) ([]corpus.Edition, error) {
	if a.acts[key] == nil || a.acts[key].Stub {
		return nil, nil
	}
	editions, err := a.store.Editions(ctx, key)
	if errors.Is(err, corpus.ErrNotFound) { // taken out since the archive was opened
		return nil, nil
	}
	return editions, err
}
