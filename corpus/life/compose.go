package life

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse"
	"reglament/parse/lang"
)

// Composer returns what puts together texts of acts of a store for corpus.Select. It opens
// the archive when it is first asked, and is not for use by several goroutines.
func Composer(store corpus.Store) corpus.Composer {
	var a *Archive
	return func(ctx context.Context, key string, day model.Date, language model.Language) (*corpus.Composed, error) {
		if a == nil {
			var err error
			if a, err = Open(ctx, store); err != nil {
				return nil, err
			}
		}
		return a.Compose(ctx, key, day, language)
	}
}

// Compose is a corpus.Composer: the text that On puts together as a document. The text of
// an edition that has it as it is stays as it was read; what was put together is read anew.
// What could not be applied is a doubt, and a finding of the document.
func (a *Archive) Compose(ctx context.Context, key string, day model.Date, language model.Language) (*corpus.Composed, error) {
	c, err := a.compose(ctx, key, day, language)
	if err != nil {
		return nil, err
	}
	var doubts []corpus.Doubt
	told := map[string]bool{} // what is told of several orders is told once
	for _, s := range c.t.Unapplied {
		if once := s.String(); !told[once] {
			told[once] = true
			doubts = append(doubts, corpus.Doubt{Service: s.Service, Why: phrase.NotCarriedOut.Of(s.message())})
		}
	}
	host := c.t.Base
	for _, g := range c.t.Regulations {
		if host == 0 && g.known() {
			host = g.edition
		}
	}
	if host == 0 {
		return nil, fmt.Errorf("a text of %s of %s in the language %q is %w%s", key, day, language, corpus.ErrNotFound, because(doubts))
	}
	d, err := a.document(ctx, host)
	if err != nil {
		return nil, err
	}
	if c.later && !slices.ContainsFunc(c.t.Regulations, func(g RegulationText) bool { return g.known() }) {
		return nil, fmt.Errorf("a text of %s of %s is %w: the oldest wording there is of %s", key, day, corpus.ErrNotFound, corpus.Wording(d.Document))
	}
	if c.later {
		doubts = append(doubts, corpus.Doubt{Why: phrase.PointsOfLater.Of(key, corpus.Wording(d.Document))})
	}
	out := &corpus.Composed{Edition: host, Doubts: doubts, Gaps: c.gaps(), Warnings: c.life.force(day)}
	for _, s := range c.t.Applied {
		if once := s.Service + s.Reason; s.Reason != "" && !told[once] {
			told[once] = true
			out.Warnings = append(out.Warnings, corpus.Doubt{Service: s.Service, Why: s.why})
		}
	}
	if out.Document, out.Canonical, out.Together, err = c.document(ctx, d, host); err != nil {
		return nil, err
	}
	out.Document.Findings = slices.Clone(out.Document.Findings)
	for _, doubt := range doubts {
		out.Document.Findings = append(out.Document.Findings,
			phrase.Finding(model.FindNotApplied, model.Warning, model.Span{}, phrase.NotApplied.Of(day, doubt.Why)))
	}
	return out, nil
}

// gaps are what has no text.
func (c *composer) gaps() []corpus.Gap {
	var out []corpus.Gap
	for _, g := range c.t.Regulations {
		for _, p := range g.Paragraphs {
			if p.Gap != "" && (p.point != "" || !g.known()) {
				out = append(out, corpus.Gap{Service: g.Service, Point: p.point, Why: p.why})
			}
		}
	}
	return out
}

// force warns where the act was not in force on a day of which its text is asked, or may not
// have been.
func (l *Life) force(day model.Date) []corpus.Doubt {
	var why model.Message
	switch standing, end := l.On(day), l.end(); {
	case standing.State == NotYet:
		from := earliest(nil, l)
		if entry := l.first(InForce); entry != nil {
			from = cmp.Or(entry.Effective, entry.Earliest)
		}
		why = phrase.NotYetInForce.Of(l.Key, day, from)
	case standing.State != Ended && standing.State != PresumedEnded:
		return nil
	case end.Date == "":
		why = phrase.MaybeEndedBefore.Of(l.Key, day)
	default:
		why = phrase.MaybeEndedOn.Of(l.Key, end.Date, day)
	}
	return []corpus.Doubt{{Why: why}}
}

func because(doubts []corpus.Doubt) string {
	var out string
	for _, d := range doubts {
		out += "; " + phrase.English.Tell(d.Why)
	}
	return out
}

// known reports whether some of the regulation's text is known.
func (r *RegulationText) known() bool {
	return slices.ContainsFunc(r.Paragraphs, func(p Paragraph) bool { return p.Gap == "" })
}

// asIn reports whether the regulation reads as in a text.
func (r *RegulationText) asIn(edition int64) bool {
	return !slices.ContainsFunc(r.Paragraphs, func(p Paragraph) bool { return p.Edition != edition || p.Changed != "" || p.Gap != "" })
}

// document makes the document of the text out of the one that has most of it; together
// tells that it is another text than that one's.
func (c *composer) document(ctx context.Context, host *document, edition int64) (_ *model.Document, canonical string, together bool, err error) {
	d := *host.Document
	canonical = host.canonical
	regulations, asItIs := c.regulations(host, edition)
	if !asItIs {
		r, err := parse.Reader{}.Bytes(ctx, fmt.Sprintf("%s@%s.txt", c.t.Key, c.t.Day), []byte(splice(host, regulations)))
		if err != nil {
			return nil, "", false, err
		}
		d, canonical = *r.Document, r.Text
		// The regulations that are wanted, and no others, have to be read from it.
		kept := slices.DeleteFunc(slices.Clone(regulations), func(g *RegulationText) bool { return g == nil || !g.known() })
		if !slices.EqualFunc(d.Regulations, kept, func(g model.Regulation, k *RegulationText) bool {
			return lang.FoldName(g.Service) == lang.FoldName(k.Service)
		}) {
			return nil, "", false, fmt.Errorf("a text of %s of %s is %w: what was put together is not read as the regulations that it is made of",
				c.t.Key, c.t.Day, corpus.ErrNotFound)
		}
		c.number(&d, kept)
	}
	d.Act.Fate = host.Act.Fate
	if c.t.Base == 0 { // the host is an amending act
		d.Act = model.Act{
			Key: model.Text(c.t.Key), Language: c.t.Language, Kind: c.t.Kind, Title: c.t.Title, Adopted: c.t.Adopted, Number: c.t.Number,
			Status: c.t.Status, Fate: c.life.fate(),
		}
		if c.t.Issuer != "" {
			d.Act.Issuer = &model.Issuer{Name: string(c.t.Issuer), Region: c.t.Region}
		}
	}
	return &d, canonical, !asItIs, nil
}

// number gives the regulations that a document was read to have, and what its notes speak
// of, the numbers that they have in the act: one whose text of the day is not known leaves
// a gap, and "#4" is no other regulation on another day.
func (c *composer) number(d *model.Document, kept []*RegulationText) {
	numbers := map[*RegulationText]int{}
	for i := range c.t.Regulations {
		numbers[&c.t.Regulations[i]] = i + 1
	}
	read := map[int]int{}
	for i := range d.Regulations {
		g, number := &d.Regulations[i], numbers[kept[i]]
		read[g.Index], g.Index = number, number
	}
	for i := range d.Act.Notes {
		if target := &d.Act.Notes[i].Target; target.Regulation != nil {
			number := read[*target.Regulation]
			target.Regulation = &number
		}
	}
}

// regulations are those of the host in their order, as they read on the day, nil for one
// that is not of the act; then those that the host has not. asItIs tells that the host has
// them all as they read.
func (c *composer) regulations(host *document, edition int64) (out []*RegulationText, asItIs bool) {
	asItIs = true
	used := map[*RegulationText]bool{}
	for i := range host.Regulations {
		g := c.regulation(host.Regulations[i].Service)
		if used[g] {
			g = nil
		}
		used[g] = true
		asItIs = asItIs && g != nil && g.asIn(edition)
		out = append(out, g)
	}
	for i := range c.t.Regulations {
		if g := &c.t.Regulations[i]; !used[g] {
			out, asItIs = append(out, g), false
		}
	}
	return out, asItIs
}

// splice puts regulations into the text of a host instead of its own.
func splice(host *document, regulations []*RegulationText) string {
	var b strings.Builder
	at := 0
	for i, g := range regulations {
		if i < len(host.Regulations) {
			span := host.Regulations[i].Span
			b.WriteString(host.canonical[at:span[0]])
			at = span[1]
		} else {
			b.WriteString(host.canonical[at:])
			at = len(host.canonical)
		}
		if g == nil {
			continue
		}
		for _, p := range g.Paragraphs {
			if p.Gap == "" {
				b.WriteString(p.Text + "\n")
			}
		}
	}
	b.WriteString(host.canonical[at:])
	return b.String()
}
