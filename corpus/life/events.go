package life

import (
	"context"
	"fmt"
	"strings"

	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
	actpkg "reglament/parse/act"
)

// Life returns what the corpus knows of an act or stub. The error wraps
// corpus.ErrNotFound where no text is of it or mentions it.
func (a *Archive) Life(ctx context.Context, key string) (*Life, error) {
	known, err := a.gather(ctx, key)
	if err != nil {
		return nil, err
	}
	l := &Life{Act: known.Act, Events: append([]Event(nil), known.Events...), Findings: append([]Finding(nil), known.Findings...)}
	for i := range l.Events {
		if err := a.date(ctx, l, &l.Events[i]); err != nil {
			return nil, err
		}
	}
	l.contradictions()
	l.sort()
	return l, nil
}

// gather collects what texts say of an act, before any rule is turned into a day.
func (a *Archive) gather(ctx context.Context, key string) (*Life, error) {
	if l := a.facts[key]; l != nil {
		return l, nil
	}
	act, err := a.Act(key)
	if err != nil {
		return nil, err
	}
	l := &Life{Act: act}
	editions, err := a.editions(ctx, key)
	if err != nil {
		return nil, err
	}
	for _, e := range editions {
		d, err := a.document(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		l.own(d, e)
	}
	for _, m := range a.mentions[key] {
		if err := a.mentioned(ctx, l, m); err != nil {
			return nil, err
		}
	}
	for _, e := range editions {
		d, err := a.document(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		l.statusConflict(e, d)
	}
	if len(a.facts) == keptFacts {
		clear(a.facts)
	}
	a.facts[key] = l
	return l, nil
}

// own takes what a text of the act itself says.
func (l *Life) own(d *document, e corpus.Edition) {
	act := &d.Act
	l.services = append(l.services, servicesOf(d.Document)...)
	at := func(place Place, span model.Span) []Source {
		return []Source{{Act: l.Key, Edition: e.ID, Language: e.Language, Place: place, Span: span, Text: strings.Clone(span.Of(d.canonical))}}
	}
	if act.Adopted != "" {
		l.add(Event{Kind: Adopted, Date: act.Adopted, Sources: at(Head, act.Spans.Of("adopted"))})
	}
	if r := act.Registration; r != nil {
		l.add(Event{Kind: Registered, Date: r.Date, Number: r.Number, Body: r.Body, Sources: at(Head, r.Span)})
	}
	if r := act.EntryIntoForce; r != nil {
		l.add(Event{Kind: InForce, Rule: copied(r), Sources: at(Operative, r.Span)})
	}
	noted := false
	for _, n := range act.Notes {
		by, known := corpus.Named(n.By, corpus.RefNote, l.Region)
		ev := Event{Kind: Amended, Rule: copied(n.Effective), By: by.Key, Date: by.Adopted, Sources: at(NotePlace, n.Span)}
		if n.Target.Kind == model.TargetAct && ends(n.Action) {
			ev.Kind = endKind(n.Action)
			noted = noted || ev.Kind != Suspended
		} else if n.Action == model.NoteEditorial {
			continue
		} else {
			if !known {
				continue // who amends is all that makes it an event; the note stays in the model
			}
			of := service(d.Document, d.About(n.Target))
			ev.Changes = []Change{{Action: n.Action, Target: n.Target.Kind, Number: n.Target.Number, Service: of}}
			ev.Sources[0].service = of
		}
		l.add(ev)
	}
	l.headEnd(act, at, noted)
}

// headEnd is the end that the requisites tell: "Күші жойылды - … № А-2/40 қаулысымен".
func (l *Life) headEnd(act *model.Act, at func(Place, model.Span) []Source, noted bool) {
	kind := Repealed
	switch act.Status {
	case model.Lapsed:
		kind = Lapsed
	case model.Repealed:
	default:
		return
	}
	if act.RepealedBy == nil {
		if !noted {
			l.add(Event{Kind: kind, Sources: at(Head, act.Spans.Of("status"))})
		}
		return
	}
	by, _ := corpus.Named(act.RepealedBy, corpus.RefRepealedBy, l.Region)
	l.add(Event{Kind: kind, Date: act.RepealedBy.Date, By: by.Key, Sources: at(Head, act.RepealedBy.Span)})
}

func ends(a model.NoteAction) bool {
	return a == model.NoteRepealed || a == model.NoteLapsed || a == model.NoteSuspended
}

func endKind(a model.NoteAction) Kind {
	switch a {
	case model.NoteLapsed:
		return Lapsed
	case model.NoteSuspended:
		return Suspended
	}
	return Repealed
}

func service(d *model.Document, regulation int) string {
	for i := range d.Regulations {
		if d.Regulations[i].Index == regulation {
			return d.Regulations[i].Service
		}
	}
	return ""
}

// mentioned takes what the text of another act says.
func (a *Archive) mentioned(ctx context.Context, l *Life, m mention) error {
	src := func(place Place, span model.Span, text string) []Source {
		return []Source{{Act: m.Act.Key, Edition: m.Edition, Language: m.Language, Place: place, Span: span, Text: strings.Clone(text)}}
	}
	span := m.Ref.Span
	l.add(Event{Kind: Adopted, Date: l.Adopted, Sources: src(Mentioned, span, m.Ref.Text)})
	if m.title != nil {
		l.add(Event{Kind: m.title.kind, Date: m.title.byAdopted, By: m.title.by, Sources: src(Mentioned, span, m.Ref.Text)})
		return nil
	}
	number := m.Ref.RegistrationNumber
	if m.number != "" {
		l.Findings = append(l.Findings, Finding{
			Code:    NumberIsRegistration,
			Message: fmt.Sprintf("%s calls the act № %s, which is the number of its registration; its own is № %s", m.Act.Key, m.number, l.Number),
			Sources: src(Mentioned, span, m.Ref.Text),
		})
		number = ""
	}
	if number == "" && m.Role != corpus.RefAmends && m.Role != corpus.RefRepeals && m.Role != corpus.RefNote {
		return nil // a publication is told beside the registration, and the text need not be read
	}
	d, err := a.document(ctx, m.Edition)
	if err != nil {
		return err
	}
	whole := withBrackets(d.canonical, span)
	if number != "" {
		l.add(Event{Kind: Registered, Number: number, Sources: src(Mentioned, whole, whole.Of(d.canonical))})
	}
	for _, p := range actpkg.Publications(whole.Of(d.canonical), whole[0], m.Language) {
		l.add(Event{Kind: Published, Date: p.Date, Sources: src(Mentioned, p.Span, p.Text)})
	}
	switch m.Role {
	case corpus.RefAmends:
		l.add(Event{Kind: Amended, Date: m.Act.Adopted, By: m.Act.Key, Changes: changes(d, l.Key, l.services), Sources: src(operativeOrHead(d, span), span, m.Ref.Text)})
	case corpus.RefRepeals:
		l.add(Event{Kind: Repealed, Date: m.Act.Adopted, By: m.Act.Key, Sources: src(operativeOrHead(d, span), span, m.Ref.Text)})
	case corpus.RefNote:
		for _, n := range d.Act.Notes {
			// The bracket of a note is the entry clause of the act that it names.
			if n.By != nil && n.By.Span == span && n.Effective != nil {
				l.add(Event{Kind: InForce, Rule: copied(n.Effective), Sources: src(NotePlace, n.Effective.Span, n.Effective.Text)})
			}
		}
	}
	return nil
}

// copied is a rule that does not keep the document in memory that it is from.
func copied(r *model.EffectiveRule) *model.EffectiveRule {
	if r == nil {
		return nil
	}
	out := *r
	return &out
}

// operativeOrHead tells whether an order to amend or repeal is quoted from the points.
func operativeOrHead(d *document, span model.Span) Place {
	for _, p := range d.Act.Points {
		if p.Span.Contains(span) {
			return Operative
		}
	}
	return Head
}

// withBrackets adds to the span of a mention the bracket that follows it: "(зарегистрировано
// … за номером 5134, опубликовано 26 сентября 2015 года …)".
func withBrackets(canonical string, span model.Span) model.Span {
	rest := canonical[span[1]:]
	trimmed := strings.TrimLeft(rest, " ")
	if !strings.HasPrefix(trimmed, "(") {
		return span
	}
	depth := 0
	for i, r := range trimmed {
		switch r {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return model.Span{span[0], span[1] + len(rest) - len(trimmed) + i + 1}
			}
		case '\n':
			return span
		}
	}
	return span
}

// date turns the entry clause of an event into a day where it can.
func (a *Archive) date(ctx context.Context, l *Life, e *Event) error {
	switch e.Kind {
	case InForce:
		e.enter(e.Rule, l, model.Message{})
		e.Date = e.Effective
		return nil
	case Amended, Suspended, Repealed, Lapsed:
	default:
		return nil
	}
	if e.By == "" {
		e.count("", phrase.AmendingActUntold.Of())
		return nil
	}
	by, err := a.gather(ctx, e.By)
	if err != nil {
		return err
	}
	rule := e.Rule
	if entry := by.first(InForce); entry != nil {
		rule = entry.Rule
	}
	e.Rule = rule
	e.enter(rule, by, phrase.AmendingEntryUnknown.Of())
	return nil
}

// contradictions compares the events with each other.
func (l *Life) contradictions() {
	pair := func(code FindingCode, a, b *Event, message string) {
		l.Findings = append(l.Findings, Finding{Code: code, Message: message, Sources: append(append([]Source(nil), a.Sources...), b.Sources...)})
	}
	for i := range l.Events {
		a := &l.Events[i]
		if a.Date != "" && l.Adopted != "" && a.Date < l.Adopted {
			l.Findings = append(l.Findings, Finding{OrderConflict, fmt.Sprintf("%s on %s, before it was adopted on %s", a.Kind, a.Date, l.Adopted), a.Sources})
		}
		for j := i + 1; j < len(l.Events); j++ {
			b := &l.Events[j]
			switch {
			case a.Kind == Registered && b.Kind == Registered:
				pair(RegistrationConflict, a, b, fmt.Sprintf("registered under № %s %s and under № %s %s", a.Number, a.Date, b.Number, b.Date))
			case a.Kind == InForce && b.Kind == InForce:
				pair(EntryConflict, a, b, fmt.Sprintf("one text says %q, another %q", a.Rule.Text, b.Rule.Text))
			case isEnd(a.Kind) && isEnd(b.Kind):
				pair(EndConflict, a, b, fmt.Sprintf("%s by %s and %s by %s", a.Kind, orUnknown(a.By), b.Kind, orUnknown(b.By)))
			}
		}
	}
}

func isEnd(k Kind) bool { return k == Repealed || k == Lapsed }

func orUnknown(key string) string { return phrase.English.Tell(orUnnamed(key)) }

// orUnnamed is the key of an act, or the words for one that is not told.
func orUnnamed(key string) model.Message {
	if key == "" {
		return phrase.ActUnnamed.Of()
	}
	return phrase.Words.Of(key)
}

// statusConflict adds a finding where a text that knows of later acts than the one that
// ended this act says that it is in force.
func (l *Life) statusConflict(e corpus.Edition, d *document) {
	end := l.end()
	if end == nil || end.Date == "" || e.Status != model.InForce || e.AsOf <= end.Date {
		return
	}
	span := d.Act.Spans.Of("status")
	l.Findings = append(l.Findings, Finding{
		StatusConflict,
		fmt.Sprintf("a text of %s says that the act is in force, though %s ended it on %s", e.AsOf, orUnknown(end.By), end.Date),
		append([]Source{{Act: l.Key, Edition: e.ID, Language: e.Language, Place: Head, Span: span, Text: span.Of(d.canonical)}}, end.Sources...),
	})
}
