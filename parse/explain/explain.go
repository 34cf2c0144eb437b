// Package explain shows what was read from a text and what was not: the text with every
// value marked where it was found, and how many of its bytes ended in the model.
package explain

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"reglament/model"
)

// Mark is a value of the model where it stands in the text.
type Mark struct {
	Span model.Span
	What string // "actor provider.office", "30 minute", "definition"
	// Block: a paragraph or more that others stand in (a step, a note); shown beside the
	// text, not inside it.
	Block bool
	Kept  bool // a block whose text is kept and not read: a point, a section, an annex
}

// Marks lists every value of a document by its place; of two with the same place the
// block comes first.
func Marks(d *model.Document) []Mark {
	var m marks
	m.act(&d.Act)
	for i := range d.Regulations {
		m.regulation(&d.Regulations[i])
	}
	slices.SortStableFunc(m, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Span[0], b.Span[0]), cmp.Compare(b.Span[1], a.Span[1]))
	})
	return m
}

type marks []Mark

func (m *marks) add(k Mark, what []string) {
	if !k.Span.Empty() {
		k.What = strings.Join(slices.DeleteFunc(what, func(w string) bool { return w == "" }), " ")
		*m = append(*m, k)
	}
}

func (m *marks) value(s model.Span, what ...string) { m.add(Mark{Span: s}, what) }
func (m *marks) block(s model.Span, what ...string) { m.add(Mark{Span: s, Block: true}, what) }
func (m *marks) kept(s model.Span, what ...string) {
	m.add(Mark{Span: s, Block: true, Kept: true}, what)
}

// act marks what was read of the act itself.
func (m *marks) act(a *model.Act) {
	for _, name := range []string{"title", "status", "adopted", "number", "kind"} {
		if s := a.Spans.Of(name); !s.Empty() {
			m.value(s, name)
		}
	}
	if a.Issuer != nil {
		m.value(a.Issuer.Span, "issuer", string(a.Issuer.Kind), string(a.Issuer.Region))
	}
	if a.Registration != nil {
		m.value(a.Registration.Span, "registration", string(a.Registration.Date), string(a.Registration.Number))
	}
	for _, s := range a.Signatories {
		m.value(s.Span, "signatory")
	}
	m.rule(a.EntryIntoForce)
	m.ref("repealed by", a.RepealedBy)
	m.refs("amends", a.Amends)
	m.refs("repeals", a.Repeals)
	m.refs("cites", a.Cites)
	for _, n := range a.Notes {
		m.block(n.Span, "note", string(n.Action), string(n.Target.Kind), string(n.Target.Number))
		m.ref("by", n.By)
		m.rule(n.Effective)
	}
	for _, p := range a.Points {
		m.kept(p.Span, "point", string(p.Number))
	}
}

func (m *marks) refs(what string, refs []model.ActRef) {
	for i := range refs {
		m.ref(what, &refs[i])
	}
}

func (m *marks) ref(what string, r *model.ActRef) {
	if r != nil {
		m.value(r.Span, what, string(r.Date), string(r.Number))
	}
}

func (m *marks) rule(r *model.EffectiveRule) {
	if r != nil {
		m.value(r.Span, fmt.Sprintf("in force %s +%d", r.From, r.Days))
	}
}

// regulation marks what was read of a regulation, and as kept the annexes and points, whose
// text stays text.
func (m *marks) regulation(r *model.Regulation) {
	m.ref("approved by", r.ApprovedBy)
	m.ref("standard", r.Standard)
	m.value(r.Spans.Of("service"), "service")
	m.value(r.Spans.Of("provider"), "provider")
	m.value(r.Spans.Of("automation"), "automation", string(r.Automation))
	for i, c := range r.Channels {
		m.value(r.Spans.OfItem("channels", i), "channel", string(c))
	}
	for i, f := range r.Forms {
		m.value(r.Spans.OfItem("forms", i), "form", string(f))
	}
	for _, l := range r.TimeLimits {
		m.duration("limit "+string(l.What), l.Duration)
	}
	for _, d := range r.Definitions {
		m.value(d.Span, "definition")
	}
	for _, a := range r.Actors {
		m.value(a.Span, "participant", string(a.Role))
	}
	for _, l := range r.Results {
		for _, e := range l.Spans {
			m.value(e.Span, "result")
		}
	}
	for _, a := range r.Annexes {
		m.kept(a.Span, "annex", string(a.Number))
	}
	for _, s := range r.Sections {
		// The title is the section's first paragraph; the points stand for the rest.
		m.kept(model.Span{s.Span[0], s.Span[0] + 1}, "section", string(s.Number))
		for _, p := range s.Points {
			m.kept(p.Span, "point", string(p.Number))
		}
	}
	for _, p := range r.Processes {
		m.value(p.Spans.Of("title"), string(p.Kind))
		for i := range p.Variant {
			m.value(p.Spans.OfItem("variant", i), "variant")
		}
		for _, d := range p.Durations {
			m.duration("", d)
		}
		for i := range p.Steps {
			m.step(&p, &p.Steps[i])
		}
	}
}

func (m *marks) step(p *model.Process, s *model.Step) {
	name := "step " + string(s.N)
	if s.Label != "" {
		name = string(s.Label)
	}
	m.block(s.Span, string(p.Kind), strings.TrimSpace(name))
	roles := make([]string, len(s.Roles))
	for i, r := range s.Roles {
		roles[i] = string(r)
	}
	m.value(s.Spans.Of("actor"), append([]string{"actor"}, roles...)...)
	m.value(s.Spans.Of("result"), "result")
	for i, a := range s.Actions {
		m.value(s.Spans.OfItem("actions", i), string(a))
	}
	for i := range s.Conditions {
		m.value(s.Spans.OfItem("conditions", i), "condition")
	}
	for _, d := range s.Durations {
		m.duration("", d)
	}
	for _, r := range s.Refs {
		m.value(r.Span, "ref", string(r.To), string(r.Point), string(r.Annex))
	}
}

func (m *marks) duration(what string, d model.Duration) {
	m.value(d.Span, what, fmt.Sprint(d.Value), string(d.Unit))
}

// Coverage says how much of a text ended where, in bytes of the canonical text.
type Coverage struct {
	Bytes  int `json:"bytes"`  // of the text, line ends aside
	Read   int `json:"read"`   // in values and in steps, notes and lists
	Kept   int `json:"kept"`   // in points and annexes that are kept as text only
	Unread int `json:"unread"` // in findings that say: not understood
}

// unread are the findings that say that a text was not understood.
var unread = map[model.FindingCode]bool{
	model.FindNoteUnread: true, model.FindTextUnread: true, model.FindActorUnknown: true,
	model.FindActorMissing: true, model.FindDisplacedWords: true, model.FindSectionUnknown: true,
}

// Of measures the coverage of a document's text.
func Of(d *model.Document, canonical string) Coverage {
	const (
		kept   = 1
		read   = 2
		missed = 4
	)
	class := make([]uint8, len(canonical))
	set := func(s model.Span, bit uint8) {
		for i := max(0, s[0]); i < min(s[1], len(class)); i++ {
			class[i] |= bit
		}
	}
	for _, m := range Marks(d) {
		if m.Kept {
			set(m.Span, kept)
		} else {
			set(m.Span, read)
		}
	}
	for _, f := range d.Findings {
		if unread[f.Code] {
			set(f.Span, missed)
		}
	}
	var c Coverage
	for i := range class {
		if canonical[i] == '\n' {
			continue
		}
		c.Bytes++
		switch {
		case class[i]&missed != 0:
			c.Unread++
		case class[i]&read != 0:
			c.Read++
		case class[i]&kept != 0:
			c.Kept++
		}
	}
	return c
}

func (c Coverage) String() string {
	share := func(n int) float64 { return 100 * float64(n) / float64(max(1, c.Bytes)) }
	rest := c.Bytes - c.Read - c.Kept - c.Unread
	return fmt.Sprintf("%d bytes of text: %.1f %% read, %.1f %% kept as text of points and annexes, %.1f %% not understood, %.1f %% in no part of the model",
		c.Bytes, share(c.Read), share(c.Kept), share(c.Unread), share(rest))
}

// Style says how values are marked in the text.
type Style struct {
	Open, Close func(what string) string
}

// Plain marks a value as [what: text].
var Plain = Style{Open: func(what string) string { return "[" + what + ": " }, Close: func(string) string { return "]" }}

// Colour underlines a value and puts what it is in grey before it (ANSI escapes).
var Colour = Style{
	Open:  func(what string) string { return "\x1b[2m" + what + "\x1b[0m \x1b[4m" },
	Close: func(string) string { return "\x1b[0m" },
}

// Write prints the text, a paragraph a line: beside it what the paragraph belongs to ("…"
// where that began before), in it the values where they stand, below it the findings, and
// at the end the coverage. A paragraph with nothing beside and nothing marked in it is in
// no part of the model.
func Write(w io.Writer, d *model.Document, canonical string, style Style) error {
	all := Marks(d)
	var blocks, values []Mark
	for _, m := range all {
		if m.Block {
			blocks = append(blocks, m)
		} else {
			values = append(values, m)
		}
	}
	values = apart(values)
	findings := slices.Clone(d.Findings)
	slices.SortStableFunc(findings, func(a, b model.Finding) int { return cmp.Compare(a.Span[0], b.Span[0]) })
	var b strings.Builder
	var open []Mark // blocks that reach into the paragraph, the innermost last
	for start, end := 0, 0; start < len(canonical); start = end + 1 {
		end = len(canonical)
		if n := strings.IndexByte(canonical[start:], '\n'); n >= 0 {
			end = start + n
		}
		open = slices.DeleteFunc(open, func(m Mark) bool { return m.Span[1] <= start })
		for len(blocks) > 0 && blocks[0].Span[0] < end {
			open = append(open, blocks[0])
			blocks = blocks[1:]
		}
		beside := ""
		if n := len(open); n > 0 {
			beside = open[n-1].What
			if open[n-1].Span[0] < start {
				beside = "… " + beside
			}
		}
		fmt.Fprintf(&b, "%-26s | ", beside)
		at := start
		for len(values) > 0 && values[0].Span[0] < end {
			v := values[0]
			values = values[1:]
			stop := min(v.Span[1], end)
			b.WriteString(canonical[at:v.Span[0]])
			b.WriteString(style.Open(v.What))
			b.WriteString(canonical[v.Span[0]:stop])
			b.WriteString(style.Close(v.What))
			at = stop
		}
		b.WriteString(canonical[at:end])
		b.WriteByte('\n')
		for len(findings) > 0 && findings[0].Span[0] <= end {
			fmt.Fprintf(&b, "%-26s ! %s: %s\n", "", findings[0].Code, findings[0].Message)
			findings = findings[1:]
		}
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
		b.Reset()
	}
	_, err := fmt.Fprintln(w, Of(d, canonical))
	return err
}

// apart keeps of values that overlap the first and innermost ones, so that each byte is
// marked once.
func apart(values []Mark) []Mark {
	out := values[:0:0]
	for _, v := range values {
		for len(out) > 0 && out[len(out)-1].Span[1] > v.Span[0] {
			last := out[len(out)-1]
			if !last.Span.Contains(v.Span) || last.Span == v.Span {
				break
			}
			// The outer one gives way: what it says is in its parts.
			out = out[:len(out)-1]
		}
		if len(out) > 0 && out[len(out)-1].Span[1] > v.Span[0] {
			continue
		}
		out = append(out, v)
	}
	return out
}
