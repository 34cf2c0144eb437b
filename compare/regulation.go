package compare

import (
	"fmt"
	"slices"
	"strings"

	"reglament/compare/wording"
	"reglament/model"
	"reglament/model/phrase"
)

// regulation compares what two regulations say of the service as a whole.
func (c *comparison) regulation() {
	ra, rb := c.a.Regulation, c.b.Regulation
	c.service(ra, rb)
	c.provider(ra, rb)
	c.standard(ra, rb)
	c.sets(KindChannelAdded, "channels", namedCodes(ra, "channels", ra.Channels, c.a.Canonical), namedCodes(rb, "channels", rb.Channels, c.b.Canonical))
	c.sets(KindFormAdded, "forms", namedCodes(ra, "forms", ra.Forms, c.a.Canonical), namedCodes(rb, "forms", rb.Forms, c.b.Canonical))
	if ra.Automation != rb.Automation {
		c.add(Difference{Kind: KindAutomationChanged, Severity: Substance, Field: "automation",
			A: c.named(c.a, "automation", "", string(ra.Automation)), B: c.named(c.b, "automation", "", string(rb.Automation))})
	}
	c.timeLimits(ra, rb)
	c.actorLists(ra, rb)
	c.resultLists(ra, rb)
	c.definitions(ra, rb)
}

// named is a plain value of a regulation with its evidence; without words of its own it
// quotes the text at the evidence.
func (c *comparison) named(s Side, field, text, code string) Value {
	span := s.Regulation.Spans.Of(field)
	if text == "" && code != "" {
		text = span.Of(s.Canonical)
	}
	return Value{Text: text, Code: code, Span: span.Or(s.Regulation.Span)}
}

func (c *comparison) service(a, b *model.Regulation) {
	if !c.sameLanguage || wording.Fold(a.Service) == wording.Fold(b.Service) {
		return
	}
	c.add(Difference{Kind: KindTextChanged, Severity: Wording, Field: "service", Edits: wording.Edits(a.Service, b.Service),
		A: c.named(c.a, "service", a.Service, ""), B: c.named(c.b, "service", b.Service, "")})
}

// provider is compared by its words. Another ending of the same words ("орталықтары",
// "орталықтарымен") is grammar.
func (c *comparison) provider(ra, rb *model.Regulation) {
	a, b := string(ra.Provider), string(rb.Provider)
	if wording.Fold(a) == wording.Fold(b) || !c.sameLanguage && a != "" && b != "" {
		return
	}
	d := Difference{Kind: KindProviderChanged, Severity: Substance, Field: "provider",
		A: c.named(c.a, "provider", a, ""), B: c.named(c.b, "provider", b, "")}
	if c.sameLanguage && a != "" && b != "" {
		d.Edits = wording.Edits(a, b)
		if wording.SameButEndings(a, b) {
			d.Severity = Wording
		}
	}
	c.add(d)
}

// standard is the act that approved the standard: its date and number, not its wording.
func (c *comparison) standard(ra, rb *model.Regulation) {
	value := func(s Side, ref *model.ActRef) Value {
		if ref == nil {
			return Value{Span: s.Regulation.Span}
		}
		code := strings.Join(nonEmpty(string(ref.Date), numbered("No", ref.Number)), " ")
		return Value{Text: ref.Text, Code: code, Span: ref.Span}
	}
	a, b := value(c.a, ra.Standard), value(c.b, rb.Standard)
	if wording.Fold(a.Code) == wording.Fold(b.Code) {
		return
	}
	c.add(Difference{Kind: KindStandardChanged, Severity: Substance, Field: "standard", A: a, B: b})
}

// namedCodes gives each code of a list its evidence: "channels[0]".
func namedCodes[T ~string](r *model.Regulation, field string, list []T, canonical string) map[string]Value {
	out := map[string]Value{}
	for i, code := range list {
		v := Value{Code: string(code), Span: r.Span}
		if span := r.Spans.OfItem(field, i); !span.Empty() {
			v.Span, v.Text = span, span.Of(canonical)
		} else if span := r.Spans.Of(field); !span.Empty() {
			v.Span = span
		}
		if _, twice := out[v.Code]; !twice {
			out[v.Code] = v
		}
	}
	return out
}

// sets tells what only one side has. added is the kind for what only B has.
func (c *comparison) sets(added Kind, field string, a, b map[string]Value) {
	severity := Substance
	if added == KindDefinitionAdded {
		severity = Wording
	}
	for code, v := range a {
		if _, ok := b[code]; !ok {
			c.add(Difference{Kind: mirrored[added], Severity: severity, Field: field, A: v, B: Value{Span: searched(c.b.Regulation, b)}})
		}
	}
	for code, v := range b {
		if _, ok := a[code]; !ok {
			c.add(Difference{Kind: added, Severity: severity, Field: field, A: Value{Span: searched(c.a.Regulation, a)}, B: v})
		}
	}
}

// searched is the place where a side lists what it has, or the whole regulation.
func searched(r *model.Regulation, list map[string]Value) model.Span {
	var out model.Span
	first := true
	for _, v := range list {
		if v.Span.Empty() || v.Span == r.Span {
			continue
		}
		if first {
			out, first = v.Span, false
		}
		out = model.Span{min(out[0], v.Span[0]), max(out[1], v.Span[1])}
	}
	if first {
		return r.Span
	}
	return out
}

// limitKey is what is limited where; channel "" where the text names no place.
type limitKey struct {
	what    model.LimitKind
	channel model.Channel
}

// timeLimits compares the limits of the service as a whole, place by place, and tells
// places with the same change together.
func (c *comparison) timeLimits(ra, rb *model.Regulation) {
	a, b := limits(ra, rb), limits(rb, ra)
	type change struct {
		d  Difference
		at []string
	}
	changes := map[string]*change{}
	tell := func(key limitKey, x, y *model.TimeLimit) {
		value := func(s Side, l *model.TimeLimit) Value {
			if l == nil {
				return Value{Span: searchedLimits(s.Regulation)}
			}
			v := durationValue([]model.Duration{l.Duration}, l.Span, model.Message{})
			if v.Span.Empty() {
				v.Span = l.Span
			}
			return v
		}
		va, vb := value(c.a, x), value(c.b, y)
		var d Difference
		switch {
		case x == nil:
			d = Difference{Kind: KindTimeLimitAdded, Severity: Substance}
		case y == nil:
			d = Difference{Kind: KindTimeLimitRemoved, Severity: Substance}
		default:
			var ok bool
			if d, ok = durations([]model.Duration{x.Duration}, []model.Duration{y.Duration}, va, vb); !ok {
				return
			}
			d.Kind = KindTimeLimitChanged
		}
		d.Field, d.A, d.B = "time_limits."+string(key.what), va, vb
		same := fmt.Sprint(d.Kind, d.Field, va, vb)
		if changes[same] == nil {
			changes[same] = &change{d: d}
		}
		if key.channel != "" {
			changes[same].at = append(changes[same].at, string(key.channel))
		}
	}
	for key, x := range a {
		tell(key, x, b[key])
	}
	for key, y := range b {
		if a[key] == nil {
			tell(key, nil, y)
		}
	}
	for _, ch := range changes {
		slices.Sort(ch.at)
		var channels []model.Message
		for _, channel := range ch.at {
			channels = append(channels, phrase.Code("channel", channel))
		}
		for _, v := range []*Value{&ch.d.A, &ch.d.B} {
			if len(channels) > 0 && !v.empty() {
				v.Place = phrase.List(channels...)
			}
		}
		c.add(ch.d)
	}
}

// limits are the limits of a regulation by place. A limit without a place stands for the
// places that the other side names.
func limits(r, other *model.Regulation) map[limitKey]*model.TimeLimit {
	out := map[limitKey]*model.TimeLimit{}
	set := func(k limitKey, l *model.TimeLimit) {
		if out[k] == nil {
			out[k] = l
		}
	}
	var general []*model.TimeLimit
	for i := range r.TimeLimits {
		l := &r.TimeLimits[i]
		for _, ch := range l.At {
			set(limitKey{l.What, ch}, l)
		}
		if len(l.At) == 0 {
			general = append(general, l)
		}
	}
	for _, l := range general {
		named := false
		for _, o := range other.TimeLimits {
			for _, ch := range o.At {
				if o.What == l.What {
					set(limitKey{l.What, ch}, l)
					named = true
				}
			}
		}
		if !named {
			set(limitKey{l.What, ""}, l)
		}
	}
	return out
}

func searchedLimits(r *model.Regulation) model.Span {
	list := map[string]Value{}
	for i, l := range r.TimeLimits {
		list[fmt.Sprint(i)] = Value{Span: l.Span}
	}
	return searched(r, list)
}

// actorLists compares who takes part, by role; a worker who is listed twice takes part
// once. Phrases that are not classified are told apart by their words.
func (c *comparison) actorLists(ra, rb *model.Regulation) {
	list := func(r *model.Regulation) map[string]Value {
		out := map[string]Value{}
		for _, a := range r.Actors {
			key := string(a.Role)
			if a.Role == model.RoleOther || a.Role == "" {
				key += " " + wording.Fold(a.Text)
			}
			if _, twice := out[key]; !twice {
				out[key] = Value{Text: a.Text, Code: string(a.Role), Span: a.Span}
			}
		}
		return out
	}
	a, b := list(ra), list(rb)
	c.sets(KindActorListAdded, "actors", a, b)
	if !c.sameLanguage {
		return
	}
	for key, x := range a {
		if y, ok := b[key]; ok && !wording.SameButEndings(x.Text, y.Text) {
			c.add(Difference{Kind: KindActorChanged, Severity: Wording, Field: "actors", A: x, B: y})
		}
	}
}

// resultLists compares separate lists of results that could not be given out to steps.
func (c *comparison) resultLists(ra, rb *model.Regulation) {
	if !c.sameLanguage || len(ra.Results) == 0 || len(rb.Results) == 0 {
		return
	}
	loose := func(r *model.Regulation) (lists []model.ResultList) {
		for _, l := range r.Results {
			if !slices.ContainsFunc(r.Processes, func(p model.Process) bool { return givenOut(l, &p) }) {
				lists = append(lists, l)
			}
		}
		return lists
	}
	if len(loose(ra))+len(loose(rb)) == 0 {
		return
	}
	value := func(r *model.Regulation) Value {
		v := Value{Span: r.Span}
		var items []string
		first := true
		for _, l := range r.Results {
			items = append(items, l.Items...)
			for _, e := range l.Spans {
				if first {
					v.Span, first = e.Span, false
				}
				v.Span = model.Span{min(v.Span[0], e.Span[0]), max(v.Span[1], e.Span[1])}
			}
		}
		v.Text = strings.Join(items, "; ")
		return v
	}
	a, b := value(ra), value(rb)
	if wording.Fold(a.Text) != wording.Fold(b.Text) {
		c.add(Difference{Kind: KindResultChanged, Severity: Substance, Field: "results", A: a, B: b, Edits: wording.Edits(a.Text, b.Text)})
	}
}

// definitions compares the short names that the texts introduce.
func (c *comparison) definitions(ra, rb *model.Regulation) {
	if !c.sameLanguage {
		return
	}
	list := func(r *model.Regulation) (short map[string]Value, term map[string]string) {
		short, term = map[string]Value{}, map[string]string{}
		for _, d := range r.Definitions {
			key := wording.Fold(d.Short)
			if _, twice := short[key]; !twice {
				short[key], term[key] = Value{Text: d.Short, Span: d.Span}, d.Term
			}
		}
		return short, term
	}
	a, termA := list(ra)
	b, termB := list(rb)
	c.sets(KindDefinitionAdded, "definitions", a, b)
	for key, x := range a {
		y, ok := b[key]
		ta, tb := termA[key], termB[key]
		if !ok || ta == "" || tb == "" || wording.SameButEndings(ta, tb) {
			continue
		}
		x.Code, y.Code = x.Text, y.Text
		x.Text, y.Text = ta, tb
		c.add(Difference{Kind: KindDefinitionChanged, Severity: Wording, Field: "definitions", A: x, B: y, Edits: wording.Edits(ta, tb)})
	}
}
