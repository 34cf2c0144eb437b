package life

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// Text is an act's regulations as they read on a day, put together from the texts of
// the corpus. Every paragraph has its source.
type Text struct {
	Act
	Day         model.Date                 `json:"day"`
	Language    model.Language             `json:"language"`
	Base        int64                      `json:"base"` // edition that the amendments are applied to, 0 for none
	Regulations model.List[RegulationText] `json:"regulations"`
	Applied     model.List[Step]           `json:"applied"`
	Unapplied   model.List[Step]           `json:"unapplied"` // what is not certain, and so was left as it was
}

// RegulationText is one regulation as it read on the day.
type RegulationText struct {
	Service    string                `json:"service"`
	By         string                `json:"by"`    // key of the act that gave the regulation as a whole its wording
	Since      model.Date            `json:"since"` // day on which that act was adopted
	Paragraphs model.List[Paragraph] `json:"paragraphs"`

	regulation *model.Regulation // that the paragraphs are of, nil where all is a gap
	edition    int64
	settled    bool // a later text, of which only what was changed since is left out
}

// Paragraph of a text with where it is from. A paragraph whose wording of the day is
// unknown has no text and a gap.
type Paragraph struct {
	Text    string     `json:"text"`
	Act     string     `json:"act"`
	Edition int64      `json:"edition"`
	Span    model.Span `json:"span"`
	Changed string     `json:"changed"` // key of the act that changed words of it since
	Gap     string     `json:"gap"`

	why   model.Message // Gap, for every language
	point string        // that is left out for the gap, where it is one point
}

// miss makes the paragraph one whose text is not known.
func (p *Paragraph) miss(why model.Message) { p.why, p.Gap = why, phrase.English.Tell(why) }

// Step is a change that was applied, or left out and why.
type Step struct {
	By      string     `json:"by"` // key of the amending act
	Date    model.Date `json:"date"`
	Service string     `json:"service"`
	Point   string     `json:"point"`
	Edition int64      `json:"edition"` // whose text says it, 0 where none does
	Span    model.Span `json:"span"`
	Text    string     `json:"text"`
	Reason  string     `json:"reason"` // of what was left out; of what was applied, a doubt about its day

	why model.Message // Reason, for every language
}

// because gives the step its reason.
func (s *Step) because(why model.Message) { s.why, s.Reason = why, phrase.English.Tell(why) }

// String is the step for reading: whose change, of what, and the reason.
func (s Step) String() string { return phrase.English.Tell(s.message()) }

func (s Step) message() model.Message {
	out := s.why
	if s.Point != "" {
		out = phrase.Detail.Of(phrase.Point.Of(s.Point), out)
	}
	if s.Service != "" {
		out = phrase.Detail.Of("«"+s.Service+"»", out)
	}
	if s.By != "" {
		out = phrase.Detail.Of(s.By, out)
	}
	return out
}

// On puts together the text of an act on a day in one language. It takes the newest
// text whose wording is not later and applies the amending acts that the corpus has; or
// else a later consolidated text, of which it leaves out what was changed since. What an
// amending act orders is applied only where the order, its place and the new wording are
// certain.
func (a *Archive) On(ctx context.Context, key string, day model.Date, language model.Language) (*Text, error) {
	c, err := a.compose(ctx, key, day, language)
	if err != nil {
		return nil, err
	}
	told := func(s Step) bool { return s.Edition != 0 } // by a text in the language
	if len(c.t.Regulations) == 0 && !slices.ContainsFunc(c.t.Unapplied, told) {
		return nil, fmt.Errorf("the text of the regulations of %s as of %s in the language %q is %w", key, day, language, corpus.ErrNotFound)
	}
	return c.t, nil
}

// compose applies to the newest text before the day, in order, what amended it by then.
func (a *Archive) compose(ctx context.Context, key string, day model.Date, language model.Language) (*composer, error) {
	act, err := a.Act(key)
	if err != nil {
		return nil, err
	}
	if act.Adopted > day {
		return nil, fmt.Errorf("a text of %s of %s is %w: it was adopted on %s", key, day, corpus.ErrNotFound, act.Adopted)
	}
	c := &composer{a: a, t: &Text{Act: act, Day: day, Language: language}}
	c.life, err = a.Life(ctx, key)
	if err != nil {
		return nil, err
	}
	if err := c.base(ctx); err != nil {
		return nil, err
	}
	for i := range c.life.Events {
		if e := &c.life.Events[i]; e.Kind == Amended && c.due(e) {
			if err := c.amend(ctx, e); err != nil {
				return nil, err
			}
		}
	}
	c.presume()
	for i := range c.t.Regulations {
		g := &c.t.Regulations[i]
		for k, p := range g.Paragraphs {
			if p.Gap != "" && (k == 0 || g.Paragraphs[k-1].Gap != p.Gap) {
				step := Step{Service: g.Service, Edition: p.Edition, Span: p.Span}
				step.because(p.why)
				c.t.Unapplied = append(c.t.Unapplied, step)
			}
		}
	}
	return c, nil
}

type composer struct {
	a    *Archive
	t    *Text
	life *Life
	from model.Date // wording of the base; amendments up to it are in it

	later bool // the base is a text of a later day
}

// due reports whether an amendment counts on the day and is not in the base already.
func (c *composer) due(e *Event) bool {
	return e.counts(c.t.Day) && e.Date > c.from
}

// presume lists what amended the text that it begins with from a day that is not known: on
// the day it may not have counted yet.
func (c *composer) presume() {
	for i := range c.life.Events {
		e := &c.life.Events[i]
		by := func(s Step) bool { return s.By == e.By }
		if e.Kind != Amended || e.Effective != "" || !e.counts(c.t.Day) || len(c.t.Regulations) == 0 ||
			slices.ContainsFunc(c.t.Applied, by) || slices.ContainsFunc(c.t.Unapplied, by) {
			continue
		}
		step := Step{By: e.By, Date: e.Date}
		step.because(e.presumed())
		var services []string // "" where the whole act, or what is not told
		for _, change := range e.Changes {
			services = append(services, change.Service)
		}
		slices.Sort(services)
		if services = slices.Compact(services); len(services) == 0 || services[0] == "" {
			services = []string{""}
		}
		for _, step.Service = range services {
			c.t.Applied = append(c.t.Applied, step)
		}
	}
}

// presumed says why an amendment is taken to count of which the day of effect is not known.
func (e *Event) presumed() model.Message {
	if e.Earliest > e.Date {
		return phrase.SinceThen.Of(orUnnamed(e.By), e.Why)
	}
	return phrase.SinceAdoption.Of(orUnnamed(e.By), e.Why)
}

// base takes the text to begin with.
func (c *composer) base(ctx context.Context) error {
	editions, err := c.a.editions(ctx, c.t.Key)
	if err != nil {
		return err
	}
	editions = slices.DeleteFunc(slices.Clone(editions), func(e corpus.Edition) bool { return e.Language != c.t.Language || e.Wording == "" })
	var base, later *corpus.Edition
	for i := range editions {
		switch e := &editions[i]; {
		case c.inWording(e):
			base = e
		case later == nil:
			later = e
		}
	}
	if base == nil {
		base, c.later = later, later != nil
	}
	if base == nil {
		return nil
	}
	d, err := c.a.document(ctx, base.ID)
	if err != nil {
		return err
	}
	c.t.Base = base.ID
	own, _ := corpus.Identity(d.Document)
	for i := range d.Regulations {
		g := &d.Regulations[i]
		r := newRegulation(g, d, c.t.Key, base.ID)
		w := notes(d, own, g.Index, g.Service)
		r.By, r.Since = w[0].By, w[0].Since
		r.settled = c.later
		c.leaveOut(&r, w)
		c.t.Regulations = append(c.t.Regulations, r)
	}
	if !c.later {
		c.from = base.Wording
	}
	return nil
}

// inWording reports whether all amendments that an edition has count on the day.
func (c *composer) inWording(e *corpus.Edition) bool {
	if e.Wording > c.t.Day {
		return false
	}
	for i := range c.life.Events {
		ev := &c.life.Events[i]
		if ev.Kind == Amended && ev.Date != "" && ev.Date <= e.Wording && !ev.counts(c.t.Day) {
			return false
		}
	}
	return true
}

// counts reports whether an amendment by the act counted on the day.
func (c *composer) counts(by string, adopted model.Date) bool {
	for i := range c.life.Events {
		if e := &c.life.Events[i]; e.Kind == Amended && e.By == by && (e.Effective != "" || e.Earliest != "") {
			return e.counts(c.t.Day)
		}
	}
	return adopted != "" && adopted <= c.t.Day
}

// leaveOut makes gaps of what a later text has in a wording that the day did not know.
func (c *composer) leaveOut(r *RegulationText, w []Wording) {
	if !c.counts(w[0].By, w[0].Since) && w[0].By != c.t.Key {
		r.Paragraphs = []Paragraph{{
			Act: c.t.Key, Edition: r.edition, Span: w[0].Span,
		}}
		r.Paragraphs[0].miss(phrase.LaterWording.Of(orUnnamed(w[0].By), c.t.Day))
		r.By, r.Since, r.regulation, r.settled = "", "", nil, false
		return
	}
	for _, part := range w[1:] {
		if c.counts(part.By, part.Since) {
			continue
		}
		gap := Paragraph{Act: c.t.Key, Edition: r.edition}
		gap.miss(phrase.LaterChange.Of(phrase.NumberedTarget.Of(phrase.Code("target", part.Target), part.Point), orUnnamed(part.By), c.t.Day))
		span, ok := pointSpan(r.regulation, string(part.Point))
		if part.Target != model.TargetPoint || !ok {
			gap.Span = part.Span
			r.Paragraphs = append([]Paragraph{gap}, r.Paragraphs...)
			continue
		}
		gap.Span, gap.point = span, string(part.Point)
		r.replace(span, []Paragraph{gap})
	}
}

func newRegulation(g *model.Regulation, d *document, act string, edition int64) RegulationText {
	r := RegulationText{Service: g.Service, regulation: g, edition: edition}
	r.Paragraphs = cut(d, g.Span, act, edition)
	return r
}

// cut returns the paragraphs of a span without the editor's notes, which are no law.
func cut(d *document, span model.Span, act string, edition int64) []Paragraph {
	var out []Paragraph
	for _, p := range span.Lines(d.canonical) {
		if slices.ContainsFunc(d.Act.Notes, func(n model.Note) bool { return p.Contains(n.Span) || n.Span.Contains(p) }) {
			continue
		}
		out = append(out, Paragraph{Text: p.Of(d.canonical), Act: act, Edition: edition, Span: p})
	}
	return out
}

// replace puts new paragraphs in the place of those of a span of the regulation's own text.
func (r *RegulationText) replace(span model.Span, with []Paragraph) bool {
	from := -1
	to := -1
	for i, p := range r.Paragraphs {
		if p.Edition == r.edition && span.Contains(p.Span) && p.Gap == "" {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	if from < 0 {
		return false
	}
	r.Paragraphs = slices.Concat(r.Paragraphs[:from:from], with, r.Paragraphs[to:])
	return true
}

// pointSpan finds the one point of a regulation with a number.
func pointSpan(g *model.Regulation, number string) (model.Span, bool) {
	var span model.Span
	n := 0
	if g == nil || number == "" {
		return span, false
	}
	for _, s := range g.Sections {
		for _, p := range s.Points {
			if string(p.Number) == number {
				span = p.Span
				n++
			}
		}
	}
	return span, n == 1
}

// amend carries out the orders of one amending act.
func (c *composer) amend(ctx context.Context, e *Event) error {
	step := Step{By: e.By, Date: e.Date}
	if e.Effective == "" {
		step.because(e.presumed())
	}
	editions, err := c.a.editions(ctx, e.By)
	if err != nil {
		return err
	}
	editions = slices.DeleteFunc(slices.Clone(editions), func(x corpus.Edition) bool { return x.Language != c.t.Language })
	if len(editions) == 0 {
		c.missing(step, e)
		return nil
	}
	text := editions[0] // as it was adopted: what it ordered then was done then
	for _, x := range editions {
		if x.AsOf == text.AsOf && x.Wording == text.Wording {
			text = x // of one day the one with all annexes is the last
		}
	}
	d, err := c.a.document(ctx, text.ID)
	if err != nil {
		return err
	}
	var services []string
	for _, g := range c.t.Regulations {
		services = append(services, g.Service)
	}
	found := false
	for _, o := range orders(d, services) {
		if o.Act != c.t.Key {
			continue
		}
		found = true
		if g := c.regulation(o.Service); g != nil && g.settled {
			continue // a later text, which has the change
		}
		s := step
		s.Service, s.Point, s.Edition, s.Span, s.Text = o.Service, o.Point, text.ID, o.Span, o.Span.Of(d.canonical)
		if why := c.carryOut(&o, d, text.ID, e); why != nil {
			s.because(*why)
			c.t.Unapplied = append(c.t.Unapplied, s)
			continue
		}
		c.t.Applied = append(c.t.Applied, s)
	}
	if !found {
		step.Edition = text.ID
		step.because(phrase.OrderUnread.Of())
		c.t.Unapplied = append(c.t.Unapplied, step)
	}
	return nil
}

// missing lists an amending act without a text, unless all that it changed stands in a
// later text as it was changed.
func (c *composer) missing(step Step, e *Event) {
	open := len(e.Changes) == 0
	for _, change := range e.Changes {
		if change.Service == "" {
			continue // the act's own part
		}
		if g := c.regulation(change.Service); g == nil || !g.settled {
			open = true
		}
	}
	if open {
		step.because(phrase.OtherLanguageOnly.Of())
		c.t.Unapplied = append(c.t.Unapplied, step)
	}
}

func (c *composer) regulation(service string) *RegulationText {
	for i := range c.t.Regulations {
		if corpus.MatchService(c.t.Regulations[i].Service, service) == corpus.FullMatch {
			return &c.t.Regulations[i]
		}
	}
	return nil
}

// carryOut applies an order and returns nil, or why it does not.
func (c *composer) carryOut(o *order, d *document, edition int64, e *Event) *model.Message {
	if o.Doubt.ID != "" {
		return &o.Doubt
	}
	g := c.regulation(o.Service)
	if o.Annex != nil {
		r := newRegulation(o.Annex, d, e.By, edition)
		r.By, r.Since = e.By, e.Date
		if g == nil && o.Known {
			return not(phrase.RegulationUnknown.Of())
		}
		if g == nil {
			c.t.Regulations = append(c.t.Regulations, r)
		} else {
			*g = r
		}
		return nil
	}
	if g == nil || g.regulation == nil {
		return not(phrase.RegulationUnknown.Of())
	}
	span, ok := pointSpan(g.regulation, o.Point)
	if !ok {
		return not(phrase.NotOnePoint.Of(o.Point))
	}
	if o.Action == model.NoteNewEdition {
		if o.Subpoint != "" {
			return not(phrase.ReplacesPart.Of())
		}
		return g.newPoint(span, o, d, edition, e.By)
	}
	return g.newWords(span, o, e.By)
}

func not(why model.Message) *model.Message { return &why }

// newPoint replaces a point with the quoted wording, which has to begin with its number.
func (r *RegulationText) newPoint(span model.Span, o *order, d *document, edition int64, by string) *model.Message {
	with := make([]Paragraph, 0, len(o.Text))
	for _, s := range o.Text {
		with = append(with, Paragraph{Text: s.Of(d.canonical), Act: by, Edition: edition, Span: s})
	}
	first, last := &with[0], &with[len(with)-1]
	first.dropOpening()
	last.dropClosing()
	if !strings.HasPrefix(first.Text, o.Point+".") {
		return not(phrase.OtherNumber.Of())
	}
	if !r.replace(span, with) {
		return not(phrase.ReplacedAlready.Of())
	}
	return nil
}

// dropOpening takes away the quotation marks that begin a new wording.
func (p *Paragraph) dropOpening() {
	cut := strings.TrimLeft(p.Text, lang.OpeningQuotes+" ")
	p.Span[0] += len(p.Text) - len(cut)
	p.Text = cut
}

// dropClosing takes away the quotation mark that ends a new wording, with the full stop or
// semicolon of the order behind it.
func (p *Paragraph) dropClosing() {
	cut := strings.TrimRight(p.Text, ".; ")
	if last, n := utf8.DecodeLastRuneInString(cut); strings.ContainsRune(lang.ClosingQuotes, last) {
		cut = cut[:len(cut)-n]
	}
	p.Span[1] -= len(p.Text) - len(cut)
	p.Text = cut
}

// newWords replaces words that the point has once.
func (r *RegulationText) newWords(span model.Span, o *order, by string) *model.Message {
	n, at := 0, 0
	for i, p := range r.Paragraphs {
		if p.Edition == r.edition && span.Contains(p.Span) && p.Gap == "" {
			if k := strings.Count(p.Text, o.Old); k > 0 {
				n, at = n+k, i
			}
		}
	}
	if n != 1 {
		return not(phrase.NotOnceInPoint.Of(o.Old, n))
	}
	p := &r.Paragraphs[at]
	p.Text, p.Changed = strings.Replace(p.Text, o.Old, o.New, 1), by
	return nil
}

// WriteTo writes the regulations for reading, one after the other; a gap is in square
// brackets.
func (t *Text) WriteTo(w io.Writer) (int64, error) {
	var b strings.Builder
	for i, g := range t.Regulations {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, p := range g.Paragraphs {
			if p.Gap != "" {
				fmt.Fprintf(&b, "[%s]\n", p.Gap)
				continue
			}
			b.WriteString(p.Text)
			b.WriteByte('\n')
		}
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}
