package compare

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"reglament/compare/wording"
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// provision is a paragraph of a point. Where nothing else was read from it, it is compared
// as words, so that a rule outside the procedures ("орталық құжаттардың сақталуын 1 ай
// қамтамасыз етеді") is not passed over.
type provision struct {
	text    string
	rule    string   // without the names of service and standard and what stands in brackets
	folded  string   // of rule
	stems   []string // of rule
	section []string // stems of its title
	span    model.Span
	place   model.Message
	read    bool // something else was read from it, and it is compared as that
}

const (
	provisionField = "sections" // Difference.Field
	// leastProvision is the least likeness of two paragraphs, in thousandths, that are one.
	leastProvision = 500
	// leastProvisionWords is the number of words, besides boilerplate and names, below which
	// a paragraph is no rule.
	leastProvisionWords = 3
)

// brackets hold short names and asides: (бұдан әрі – құжаттар).
var brackets = regexp.MustCompile(`\([^()]*\)`)

// provisions compares the paragraphs that the model does not hold, in one language only.
func (c *comparison) provisions() {
	if !c.sameLanguage {
		return
	}
	pa, readA := provisions(c.a)
	pb, readB := provisions(c.b)
	var cs []candidate
	for i, x := range pa {
		for j, y := range pb {
			score := sameText
			if x.folded != y.folded {
				score = min(likeness(x, y), sameText-1)
			}
			if score >= leastProvision {
				cs = append(cs, candidate{i, j, score, content(x.folded, y.folded)})
			}
		}
	}
	takenA, takenB := map[int]bool{}, map[int]bool{}
	for _, m := range best(cs) {
		takenA[m.a], takenB[m.b] = true, true
		x, y := pa[m.a], pb[m.b]
		if x.folded == y.folded {
			continue
		}
		d := Difference{Kind: KindProvisionChanged, Severity: Wording, Field: provisionField, A: x.value(), B: y.value(), Edits: wording.Edits(x.rule, y.rule)}
		if !slices.Equal(wording.Figures(x.rule), wording.Figures(y.rule)) && !x.illustrates() {
			d.Severity = Substance
		}
		c.add(d)
	}
	// A paragraph may stand word for word on the other side, where something was read from it.
	// Each answers once, and first to one of its own kind.
	answers := map[string]int{} // of B where more than 0, else of A
	for _, y := range readB {
		answers[y.folded]++
	}
	for _, x := range readA {
		answers[x.folded]--
	}
	for _, i := range rest(len(pa), takenA) {
		if answers[pa[i].folded] > 0 {
			answers[pa[i].folded]--
			continue
		}
		c.add(Difference{Kind: KindProvisionRemoved, Severity: pa[i].severity(), Field: provisionField, A: pa[i].value(), B: Value{Span: c.b.Regulation.Span}})
	}
	for _, j := range rest(len(pb), takenB) {
		if answers[pb[j].folded] < 0 {
			answers[pb[j].folded]++
			continue
		}
		c.add(Difference{Kind: KindProvisionAdded, Severity: pb[j].severity(), Field: provisionField, A: Value{Span: c.a.Regulation.Span}, B: pb[j].value()})
	}
}

// likeness is that of the words, in thousandths. It weighs less where the sections speak of
// different things: what the result of the service is, and how the applicant asks for it.
func likeness(x, y provision) int {
	words := wording.Overlap(x.stems, y.stems)
	if wording.Overlap(x.section, y.section) < leastProvision {
		return words * 3 / 4
	}
	return words
}

func (p provision) value() Value { return Value{Text: p.text, Span: p.span, Place: p.place} }

func (p provision) illustrates() bool {
	return slices.ContainsFunc(wording.Words(p.text), func(w string) bool {
		return slices.ContainsFunc(lang.Illustrations, func(i string) bool { return strings.HasPrefix(w, i) })
	})
}

func (p provision) severity() Severity {
	if p.illustrates() {
		return Wording
	}
	return Substance
}

// provisions are the paragraphs of a regulation: those from which nothing else was read, and
// the others.
func provisions(s Side) (unread, read []provision) {
	elsewhere := readSpans(s.Regulation)
	var out []provision
	var walk func(points []model.Point, place model.Message)
	walk = func(points []model.Point, place model.Message) {
		for _, p := range points {
			here := place
			switch {
			case p.Number == "":
			case place.ID == "":
				here = phrase.Point.Of(p.Number)
			default:
				here = phrase.List(place, phrase.Words.Of(p.Number))
			}
			own := p.Span
			if len(p.Subpoints) > 0 {
				own[1] = p.Subpoints[0].Span[0]
			}
			out = append(out, paragraphs(s, own, here, elsewhere)...)
			walk(p.Subpoints, here)
		}
	}
	for _, section := range s.Regulation.Sections {
		from := len(out)
		walk(section.Points, model.Message{})
		title := wording.Stems(section.Title)
		for i := range out[from:] {
			out[from+i].section = title
		}
	}
	for _, p := range out {
		if p.read {
			read = append(read, p)
		} else {
			unread = append(unread, p)
		}
	}
	return unread, read
}

// paragraphs are the lines of a span. A line that ends in a colon only introduces what
// follows.
func paragraphs(s Side, within model.Span, place model.Message, elsewhere []model.Span) []provision {
	canonical := s.Canonical
	var out []provision
	for _, span := range within.Lines(canonical) {
		read := slices.ContainsFunc(elsewhere, func(r model.Span) bool { return r[0] < span[1] && span[0] < r[1] })
		text := strings.TrimLeftFunc(span.Of(canonical), func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(".-) ", r) })
		span[0] = span[1] - len(text)
		rule := mask(text, s.Regulation.Service)
		if s.Regulation.Standard != nil {
			rule = mask(rule, s.Regulation.Standard.Text)
		}
		rule = brackets.ReplaceAllString(rule, " ")
		p := provision{text: text, rule: rule, folded: wording.Fold(rule), span: span, place: place,
			stems: wording.Telling(rule), read: read}
		if strings.HasSuffix(strings.TrimSpace(text), ":") || len(p.stems) < leastProvisionWords {
			continue
		}
		out = append(out, p)
	}
	return out
}

// readSpans are the places of a regulation that other differences are told of. Short
// names stand inside rules and do not make a rule read.
func readSpans(r *model.Regulation) []model.Span {
	var out []model.Span
	add := func(s model.Span) {
		if !s.Empty() {
			out = append(out, s)
		}
	}
	for _, e := range r.Spans {
		if e.Field != "service" {
			add(e.Span)
		}
	}
	for _, l := range r.TimeLimits {
		add(l.Span)
		add(l.Duration.Span)
	}
	for _, a := range r.Actors {
		add(a.Span)
	}
	for _, l := range r.Results {
		for _, e := range l.Spans {
			add(e.Span)
		}
	}
	for i := range r.Processes {
		p := &r.Processes[i]
		for _, e := range p.Spans {
			add(e.Span)
		}
		for _, d := range p.Durations {
			add(d.Span)
		}
		for k := range p.Steps {
			add(p.Steps[k].Span)
		}
	}
	return out
}
