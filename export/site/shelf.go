package site

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"

	"reglament/compare/catalogue"
	"reglament/corpus"
	"reglament/corpus/life"
	"reglament/model"
	"reglament/parse/lang"
)

// freshness is how long what another process stored may stay unseen.
const freshness = 10 * time.Second

// shelf keeps what every page needs in memory: the list of acts, and the documents that
// were opened last. A list of ten thousand acts takes the database longer than a visitor
// should wait.
type shelf struct {
	store corpus.Store
	now   func() time.Time
	logf  func(format string, args ...any)

	ctx     context.Context // of the reading of lists
	cancel  context.CancelFunc
	work    sync.WaitGroup
	reading singleflight.Group

	mu         sync.Mutex
	current    *books
	read       time.Time
	generation int // grows when this process stores something

	texts  *recent[int64, *text]
	hits   *recent[corpus.Query, []corpus.Hit]
	audits *recent[string, map[model.Severity]int] // by act
	shown  *recent[string, int64]                  // edition of an act that is shown first
}

// books is the corpus at one moment. It is not changed after it was made.
type books struct {
	acts     []book
	byKey    map[string]*book
	services map[string][]place // by serviceID, of the newest act first
	names    []string           // of services, sorted by how many acts have them

	all   [properties]map[string]int // acts by each property, unfiltered
	lists *recent[string, rendered]  // pages of lists, as they were answered

	archive    *life.Archive // made when it is first asked for
	archiveUse sync.Mutex
}

// book is an act of the list.
type book struct {
	corpus.ActSummary
	folded []string // names of the services, see lang.FoldName
}

// keptAnswers is how many pages of lists are remembered: with largestAnswer, 64 MB at
// most.
const (
	keptAnswers   = 512
	largestAnswer = 128 << 10
)

// rendered is a page as it is sent.
type rendered struct{ body []byte }

// place is a regulation in the list.
type place struct {
	act     *book
	service string
	index   int // Regulation.Index, 0 where the list does not tell it
}

// side names the regulation for a comparison.
func (at place) side() string {
	if at.index > 0 {
		return at.act.Key + "#" + strconv.Itoa(at.index)
	}
	return at.act.Key + `#"` + at.service + `"`
}

// text is an opened edition.
type text struct {
	*model.Document
	canonical string
	edition   int64
}

func newShelf(store corpus.Store, now func() time.Time, logf func(string, ...any)) *shelf {
	s := &shelf{store: store, now: now, logf: logf, texts: newRecent[int64, *text](24), hits: newRecent[corpus.Query, []corpus.Hit](512),
		audits: newRecent[string, map[model.Severity]int](4096), shown: newRecent[string, int64](4096)}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	return s
}

// books returns the list of acts. An old list is given out while a new one is read, so
// that nobody waits for it but the first; all who wait for one wait for the same.
func (s *shelf) books(ctx context.Context) (*books, error) {
	s.mu.Lock()
	current, old, generation := s.current, s.now().Sub(s.read) > freshness, s.generation
	s.mu.Unlock()
	if current != nil && !old {
		return current, nil
	}
	read := s.reading.DoChan(strconv.Itoa(generation), func() (any, error) { return s.load(generation) })
	if current != nil {
		return current, nil
	}
	select {
	case r := <-read:
		if r.Err != nil {
			return nil, r.Err
		}
		return r.Val.(*books), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// load reads the list of acts, of a generation.
func (s *shelf) load(generation int) (*books, error) {
	s.mu.Lock()
	if err := s.ctx.Err(); err != nil {
		s.mu.Unlock()
		return nil, err
	}
	s.work.Add(1)
	s.mu.Unlock()
	defer s.work.Done()
	ctx, cancel := context.WithTimeout(s.ctx, mostMaking)
	defer cancel()
	b, err := readBooks(ctx, s.store)
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case err != nil:
		s.logf("the list of acts cannot be read: %v", err)
		s.read = s.now() // the old list, if there is one, has to do a while longer
		return nil, err
	case generation == s.generation:
		s.put(b)
	}
	return b, nil
}

// close ends the reading of a list and waits for it.
func (s *shelf) close() {
	s.mu.Lock()
	s.cancel()
	s.mu.Unlock()
	s.work.Wait()
}

// put replaces the list; s.mu is held.
func (s *shelf) put(b *books) {
	if s.current != nil && s.current.same(b) {
		s.read = s.now()
		return
	}
	s.forget()
	s.current, s.read = b, s.now()
}

// same reports whether nothing was stored between two lists.
func (b *books) same(o *books) bool {
	if len(b.acts) != len(o.acts) {
		return false
	}
	for i := range b.acts {
		x, y := &b.acts[i].ActSummary, &o.acts[i].ActSummary
		if x.Key != y.Key || x.Editions != y.Editions || x.Status != y.Status || !x.Stored.Equal(y.Stored) || x.Title != y.Title {
			return false
		}
	}
	return true
}

// changed forgets everything: this process has stored something.
func (s *shelf) changed() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.generation++
	s.forget()
}

// forget drops the list and what was answered from it; s.mu is held.
func (s *shelf) forget() {
	s.current = nil
	s.texts.clear()
	s.hits.clear()
	s.audits.clear()
	s.shown.clear()
}

func readBooks(ctx context.Context, store corpus.Store) (*books, error) {
	acts, err := store.Acts(ctx, corpus.Filter{})
	if err != nil {
		return nil, err
	}
	b := &books{acts: make([]book, len(acts)), byKey: make(map[string]*book, len(acts)), services: map[string][]place{},
		lists: newRecent[string, rendered](keptAnswers)}
	many := map[string]int{}
	for i, a := range acts {
		one := &b.acts[i]
		one.ActSummary = a
		for n, name := range a.Services {
			one.folded = append(one.folded, lang.FoldName(name))
			many[name]++
			id := serviceID(name)
			if at := b.services[id]; len(at) == 0 || at[len(at)-1].act != one {
				p := place{act: one, service: name}
				if len(a.Services) == a.Regulations { // else a service has several regulations
					p.index = n + 1
				}
				b.services[id] = append(at, p)
			}
		}
		b.byKey[a.Key] = one
	}
	for _, at := range b.services {
		slices.SortStableFunc(at, func(x, y place) int { return cmp.Compare(y.act.Adopted, x.act.Adopted) })
	}
	// The commonest come first.
	b.names = slices.SortedFunc(maps.Keys(many), func(x, y string) int { return cmp.Or(cmp.Compare(many[y], many[x]), cmp.Compare(x, y)) })
	_, b.all = b.choose(filterView{})
	return b, nil
}

// serviceID is what all names of a service have in common: its code in the catalogue, or
// the folded name.
func serviceID(name string) string {
	if s := catalogue.Builtin().Find(name); s != nil {
		return s.Code
	}
	return lang.FoldName(name)
}

// lives calls use with the archive of lives, which one goroutine may use at a time.
func (s *shelf) lives(ctx context.Context, use func(*life.Archive) error) error {
	b, err := s.books(ctx)
	if err != nil {
		return err
	}
	b.archiveUse.Lock()
	defer b.archiveUse.Unlock()
	if b.archive == nil {
		within, cancel := detached(ctx)
		defer cancel()
		archive, err := life.Open(within, s.store)
		if err != nil {
			return err // the next who asks tries again
		}
		b.archive = archive
	}
	return use(b.archive)
}

// compose is a corpus.Composer.
func (s *shelf) compose(ctx context.Context, key string, day model.Date, language model.Language) (c *corpus.Composed, err error) {
	err = s.lives(ctx, func(a *life.Archive) error {
		c, err = a.Compose(ctx, key, day, language)
		return err
	})
	return c, err
}

// first is the edition of an act that is shown where none is asked for.
func (s *shelf) first(ctx context.Context, key string) (int64, error) {
	return s.shown.get(key, func() (int64, error) {
		ctx, cancel := detached(ctx)
		defer cancel()
		editions, err := s.store.Editions(ctx, key)
		if err != nil {
			return 0, err
		}
		return firstOf(editions), nil
	})
}

// firstOf is the newest edition in Kazakh, or else in Russian.
func firstOf(editions []corpus.Edition) int64 {
	if newest := corpus.Newest(editions); len(newest) > 0 {
		return newest[0].ID
	}
	return 0
}

// text opens an edition.
func (s *shelf) text(ctx context.Context, edition int64) (*text, error) {
	return s.texts.get(edition, func() (*text, error) {
		ctx, cancel := detached(ctx)
		defer cancel()
		d, canonical, err := s.store.Document(ctx, edition)
		if err != nil {
			return nil, err
		}
		return &text{d, canonical, edition}, nil
	})
}

// recent keeps the values that were asked for last. A value that several ask for at once
// is made once.
type recent[K comparable, V any] struct {
	most   int
	mu     sync.Mutex
	values map[K]*kept[V]
	tick   int
}

type kept[V any] struct {
	once  sync.Once
	value V
	err   error
	used  int
}

var errNotMade = errors.New("what was asked for could not be made")

func newRecent[K comparable, V any](most int) *recent[K, V] {
	return &recent[K, V]{most: most, values: map[K]*kept[V]{}}
}

func (r *recent[K, V]) clear() {
	r.mu.Lock()
	defer r.mu.Unlock()
	clear(r.values)
}

func (r *recent[K, V]) forget(key K) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.values, key)
}

func (r *recent[K, V]) get(key K, load func() (V, error)) (V, error) {
	r.mu.Lock()
	k, ok := r.values[key]
	if !ok {
		k = &kept[V]{}
		r.values[key] = k
		if len(r.values) > r.most {
			r.dropOldest(key)
		}
	}
	r.tick++
	k.used = r.tick
	r.mu.Unlock()
	k.once.Do(func() {
		k.err = errNotMade // stays where load panics
		k.value, k.err = load()
	})
	if k.err != nil { // a cancelled request must not spoil the next one
		r.mu.Lock()
		if r.values[key] == k {
			delete(r.values, key)
		}
		r.mu.Unlock()
	}
	return k.value, k.err
}

// dropOldest forgets the value that was used longest ago, but not the one of key.
func (r *recent[K, V]) dropOldest(key K) {
	var oldest K
	at := -1
	for k, v := range r.values {
		if k != key && (at < 0 || v.used < at) {
			oldest, at = k, v.used
		}
	}
	delete(r.values, oldest)
}
