// Package life follows acts through time: what happened to each, when, and where that is
// said; what was in force on a date; and how a text read then.
//
// Everything is told by the texts of the corpus. An act without a text is known from the
// mentions of it and is called a stub here; it is filled when its text arrives, because
// both have the same key. What texts do not say stays empty: an entry clause whose
// publication no text dates is a rule, not a date.
package life

import (
	"cmp"
	"slices"

	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
)

// Kind of an event.
type Kind string

// The events of an act's life.
const (
	Adopted    Kind = "adopted"
	Registered Kind = "registered"
	Published  Kind = "published"
	InForce    Kind = "in_force" // since when the act is in force
	Amended    Kind = "amended"
	Suspended  Kind = "suspended"
	Repealed   Kind = "repealed"
	Lapsed     Kind = "lapsed"
)

var kindOrder = []Kind{Adopted, Registered, Published, InForce, Amended, Suspended, Repealed, Lapsed}

// Place is where in a document something is said.
type Place string

// Places of a document.
const (
	Head      Place = "head"      // title, requisites, registration
	NotePlace Place = "note"      // an editorial note
	Operative Place = "operative" // an operative point
	Mentioned Place = "mention"   // where another act is named in passing
)

// Source is the evidence for something: a quotation from a text of the corpus.
type Source struct {
	Act      string         `json:"act"` // key of the act whose text says it
	Edition  int64          `json:"edition"`
	Language model.Language `json:"language"`
	Place    Place          `json:"place"`
	Span     model.Span     `json:"span"` // of the edition's canonical text
	Text     string         `json:"text"`

	service string // of the regulation that a note is about, where it is about one
}

// Event is something that happened to an act. Two texts that say the same are two
// sources of one event.
type Event struct {
	Kind Kind `json:"kind"`
	// Date is the day of the event. Of an amendment and of an end it is the day on which
	// the act that brought it was adopted; Effective is the day from which it counts.
	Date      model.Date           `json:"date"`
	Effective model.Date           `json:"effective"`
	Earliest  model.Date           `json:"earliest"` // where Effective is unknown, the day before which it cannot be
	Rule      *model.EffectiveRule `json:"rule"`     // the entry clause that Effective follows from
	Basis     string               `json:"basis"`    // how Effective was found, or why it is unknown
	Why       model.Message        `json:"-"`        // Basis, for every language
	By        string               `json:"by"`       // key of the act that amends or ends this one
	Number    model.Text           `json:"number"`   // of the registration
	Body      model.Text           `json:"body"`     // that registered
	Changes   model.List[Change]   `json:"changes"`
	Sources   model.List[Source]   `json:"sources"`
}

// Change is what an amendment does to a part of the act.
type Change struct {
	Action  model.NoteAction `json:"action"`
	Target  model.TargetKind `json:"target"`
	Number  model.Text       `json:"number"`  // of the point or annex
	Service string           `json:"service"` // of the regulation, where one is meant
}

// FindingCode names a contradiction.
type FindingCode string

// The contradictions that are looked for.
const (
	RegistrationConflict FindingCode = "registration_conflict"  // two numbers or days of one registration
	EntryConflict        FindingCode = "entry_conflict"         // two entry clauses that do not agree
	EndConflict          FindingCode = "end_conflict"           // two acts that each end this one
	StatusConflict       FindingCode = "status_conflict"        // a text that says in force after the act was ended
	OrderConflict        FindingCode = "order_conflict"         // an event before the act was adopted
	NumberIsRegistration FindingCode = "number_is_registration" // a mention that gives the registration number as the act's
)

// Finding is a contradiction between two places, with both of them.
type Finding struct {
	Code    FindingCode        `json:"code"`
	Message string             `json:"message"`
	Sources model.List[Source] `json:"sources"`
}

// Life is what the corpus knows of an act.
type Life struct {
	Act
	Events   model.List[Event]   `json:"events"`
	Findings model.List[Finding] `json:"findings"`

	services []string // that its texts name
}

// Act is an act of the corpus, or one that its texts only mention.
type Act struct {
	Key     string        `json:"key"`
	Stub    bool          `json:"stub"` // no text of it is in the corpus
	Region  model.Region  `json:"region"`
	Adopted model.Date    `json:"adopted"`
	Number  model.Text    `json:"number"`
	Kind    model.ActKind `json:"kind"`
	Title   model.Text    `json:"title"`
	Issuer  model.Text    `json:"issuer"`
	Status  model.Status  `json:"status"` // by all texts of the corpus, unknown of a stub
}

// first returns the first event of a kind.
func (l *Life) first(kind Kind) *Event {
	for i := range l.Events {
		if l.Events[i].Kind == kind {
			return &l.Events[i]
		}
	}
	return nil
}

// end returns the event that ended the act: of several, which are a finding, the first that is
// dated.
func (l *Life) end() *Event {
	var end *Event
	for i := range l.Events {
		e := &l.Events[i]
		if isEnd(e.Kind) && (end == nil || e.Date != "" && (end.Date == "" || e.Date < end.Date)) {
			end = e
		}
	}
	return end
}

// fate is how the act ended, nil where no text tells that it did.
func (l *Life) fate() *model.Fate {
	end := l.end()
	if end == nil {
		return nil
	}
	out := &model.Fate{Status: model.Repealed}
	if end.Kind == Lapsed {
		out.Status = model.Lapsed
	}
	if _, date, number, ok := corpus.SplitKey(end.By); ok {
		out.By = &model.ActRef{Text: end.By, Date: date, Number: number}
	}
	return out
}

// add merges an event into those that are known: the same event told twice has two
// sources, one for each edition and place.
func (l *Life) add(e Event) {
	for i := range l.Events {
		known := &l.Events[i]
		if !sameEvent(known, &e) {
			continue
		}
		known.Date = cmp.Or(known.Date, e.Date)
		known.Number = cmp.Or(known.Number, e.Number)
		known.Body = cmp.Or(known.Body, e.Body)
		if known.Rule == nil {
			known.Rule = e.Rule
		}
		for _, c := range e.Changes {
			if !slices.Contains(known.Changes, c) {
				known.Changes = append(known.Changes, c)
			}
		}
		for _, s := range e.Sources {
			known.addSource(s)
		}
		return
	}
	l.Events = append(l.Events, e)
}

// enter dates what the event brings by the entry clause, perhaps none, of an act, whose own
// reason why there is no day it takes.
func (e *Event) enter(rule *model.EffectiveRule, of *Life, none model.Message) {
	from, why := model.Date(""), none
	if rule != nil {
		from, why = entry(rule, of)
	}
	if from == "" {
		if e.Earliest = earliest(rule, of); e.Earliest != "" {
			why = phrase.NotBefore.Of(why, e.Earliest)
		}
	}
	e.count(from, why)
}

// counts reports whether what the event brings counts on a day, as far as is known: where the
// day of effect is not, it counts from the adoption of the act that brought it, but not before
// that act can have entered into force.
func (e *Event) counts(day model.Date) bool {
	if e.Effective != "" {
		return e.Effective <= day
	}
	return e.Date != "" && e.Date <= day && e.Earliest <= day
}

// count dates what the event brings.
func (e *Event) count(from model.Date, why model.Message) {
	e.Effective, e.Why, e.Basis = from, why, phrase.English.Tell(why)
}

func (e *Event) addSource(s Source) {
	for _, known := range e.Sources {
		if known.Edition == s.Edition && known.Place == s.Place && (s.Place == Mentioned || known.Span == s.Span) {
			return
		}
	}
	e.Sources = append(e.Sources, s)
}

// sameEvent: what one event leaves open the other may say.
func sameEvent(a, b *Event) bool {
	agree := func(x, y string) bool { return x == "" || y == "" || x == y }
	switch {
	case a.Kind != b.Kind:
		return false
	case a.Kind == Adopted:
		return true
	case a.Kind == Registered:
		return agree(string(a.Number), string(b.Number)) && agree(string(a.Date), string(b.Date))
	case a.Kind == InForce:
		return sameRule(a.Rule, b.Rule)
	case a.Kind == Published:
		return a.Date == b.Date
	}
	return a.By == b.By && a.Date == b.Date
}

// sameRule compares what two clauses say, not how. A text that says "official" where
// another says "first official publication" does not contradict it.
func sameRule(a, b *model.EffectiveRule) bool {
	if a == nil || b == nil {
		return a == b
	}
	from := func(r *model.EffectiveRule) model.EffectiveFrom {
		if r.From == model.FromFirstPublication {
			return model.FromPublication
		}
		return r.From
	}
	return from(a) == from(b) && a.Days == b.Days && a.Date == b.Date && (a.Days == 0 || a.DayKind == b.DayKind)
}

func (l *Life) sort() {
	slices.SortStableFunc(l.Events, func(a, b Event) int {
		return cmp.Or(
			cmp.Compare(slices.Index(kindOrder, a.Kind), slices.Index(kindOrder, b.Kind)),
			cmp.Compare(a.Date, b.Date),
			cmp.Compare(a.By, b.By),
		)
	})
}
