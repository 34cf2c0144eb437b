// Package explain shows what was read from a text and what was not: the text with every
// value marked where it was found, and how many of its bytes ended in the model.
package explain

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"reglament/model"
)

// Kind is what part of the model a mark is a value of.
type Kind string

// Kinds of marks.
const (
	Title        Kind = "title"
	Status       Kind = "status"
	Adopted      Kind = "adopted"
	Number       Kind = "number"
	ActKind      Kind = "kind"
	Issuer       Kind = "issuer"
	Registration Kind = "registration"
	Signatory    Kind = "signatory"
	InForce      Kind = "in force"
	RepealedBy   Kind = "repealed by"
	Amends       Kind = "amends"
	Repeals      Kind = "repeals"
	Cites        Kind = "cites"
	By           Kind = "by"
	ApprovedBy   Kind = "approved by"
	Standard     Kind = "standard"
	Service      Kind = "service"
	Provider     Kind = "provider"
	Automation   Kind = "automation"
	Channel      Kind = "channel"
	Form         Kind = "form"
	Limit        Kind = "limit"
	Definition   Kind = "definition"
	Participant  Kind = "participant"
	Result       Kind = "result"
	Variant      Kind = "variant"
	Actor        Kind = "actor"
	Condition    Kind = "condition"
	Ref          Kind = "ref"
	Action       Kind = "action"
	Process      Kind = "process"
	Term         Kind = "term"

	Note    Kind = "note"
	Point   Kind = "point"
	Annex   Kind = "annex"
	Section Kind = "section"
	Step    Kind = "step"  // that has a number only
	Label   Kind = "label" // a step that has a label: "1-процесс"
)

// Value is a part of what was read at a mark.
type Value struct {
	Codes string // of what the text is a code: "role", "channel"; "" for a date, a number, a label
	Text  string
}

// Mark is a value of the model where it stands in the text.
type Mark struct {
	Span   model.Span
	Kind   Kind
	In     model.ProcessKind // of a step: what it is a step of
	Values []Value
	Length *model.Duration // of a term or a limit
	// Block: a paragraph or more that others stand in (a step, a note); shown beside the
	// text, not inside it.
	Block bool
	Kept  bool // a block whose text is kept and not read: a point, a section, an annex
}

// Told reports whether the values of a mark tell what it is: "receive", "30 minute".
func (k Kind) Told() bool { return k == Action || k == Process || k == Term || k == Label }

// What is what was read, in a few words: "actor provider.office", "30 minute", "definition".
func (m Mark) What() string {
	var words []string
	if m.In != "" {
		words = append(words, string(m.In))
	}
	if !m.Kind.Told() {
		words = append(words, string(m.Kind))
	}
	for _, v := range m.Values {
		words = append(words, v.Text)
	}
	if m.Length != nil {
		words = append(words, strconv.Itoa(m.Length.Value), string(m.Length.Unit))
	}
	return strings.Join(words, " ")
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

func (m *marks) add(k Mark) {
	if !k.Span.Empty() {
		k.Values = slices.DeleteFunc(k.Values, func(v Value) bool { return v.Text == "" })
		*m = append(*m, k)
	}
}

func (m *marks) value(s model.Span, k Kind, values ...Value) {
	m.add(Mark{Span: s, Kind: k, Values: values})
}

func (m *marks) block(s model.Span, k Kind, values ...Value) {
	m.add(Mark{Span: s, Kind: k, Values: values, Block: true})
}

func (m *marks) kept(s model.Span, k Kind, number model.Text) {
	m.add(Mark{Span: s, Kind: k, Values: []Value{plain(number)}, Block: true, Kept: true})
}

// plain is a value that is no code.
func plain[T ~string](s T) Value { return Value{Text: string(s)} }

// act marks what was read of the act itself.
func (m *marks) act(a *model.Act) {
	for _, k := range []Kind{Title, Status, Adopted, Number, ActKind} {
		m.value(a.Spans.Of(string(k)), k)
	}
	if a.Issuer != nil {
		m.value(a.Issuer.Span, Issuer, plain(a.Issuer.Kind), Value{"region", string(a.Issuer.Region)})
	}
	if a.Registration != nil {
		m.value(a.Registration.Span, Registration, plain(a.Registration.Date), plain(a.Registration.Number))
	}
	for _, s := range a.Signatories {
		m.value(s.Span, Signatory)
	}
	m.rule(a.EntryIntoForce)
	m.ref(RepealedBy, a.RepealedBy)
	m.refs(Amends, a.Amends)
	m.refs(Repeals, a.Repeals)
	m.refs(Cites, a.Cites)
	for _, n := range a.Notes {
		m.block(n.Span, Note, plain(n.Action), plain(n.Target.Kind), plain(n.Target.Number))
		m.ref(By, n.By)
		m.rule(n.Effective)
	}
	for _, p := range a.Points {
		m.kept(p.Span, Point, p.Number)
	}
}

func (m *marks) refs(k Kind, refs []model.ActRef) {
	for i := range refs {
		m.ref(k, &refs[i])
	}
}

func (m *marks) ref(k Kind, r *model.ActRef) {
	if r != nil {
		m.value(r.Span, k, plain(r.Date), plain(r.Number))
	}
}

func (m *marks) rule(r *model.EffectiveRule) {
	if r != nil {
		m.value(r.Span, InForce, plain(r.From), plain(fmt.Sprintf("+%d", r.Days)))
	}
}

// regulation marks what was read of a regulation, and as kept the annexes and points, whose
// text stays text.
func (m *marks) regulation(r *model.Regulation) {
	m.ref(ApprovedBy, r.ApprovedBy)
	m.ref(Standard, r.Standard)
	m.value(r.Spans.Of("service"), Service)
	m.value(r.Spans.Of("provider"), Provider)
	m.value(r.Spans.Of("automation"), Automation, Value{"automation", string(r.Automation)})
	for i, c := range r.Channels {
		m.value(r.Spans.OfItem("channels", i), Channel, Value{"channel", string(c)})
	}
	for i, f := range r.Forms {
		m.value(r.Spans.OfItem("forms", i), Form, Value{"form", string(f)})
	}
	for _, l := range r.TimeLimits {
		m.length(Limit, l.Duration, Value{"limit", string(l.What)})
	}
	for _, d := range r.Definitions {
		m.value(d.Span, Definition)
	}
	for _, a := range r.Actors {
		m.value(a.Span, Participant, Value{"role", string(a.Role)})
	}
	for _, l := range r.Results {
		for _, e := range l.Spans {
			m.value(e.Span, Result)
		}
	}
	for _, a := range r.Annexes {
		m.kept(a.Span, Annex, a.Number)
	}
	for _, s := range r.Sections {
		// The title is the section's first paragraph; the points stand for the rest.
		m.kept(model.Span{s.Span[0], s.Span[0] + 1}, Section, s.Number)
		for _, p := range s.Points {
			m.kept(p.Span, Point, p.Number)
		}
	}
	for _, p := range r.Processes {
		m.value(p.Spans.Of("title"), Process, Value{"process", string(p.Kind)})
		for i := range p.Variant {
			m.value(p.Spans.OfItem("variant", i), Variant)
		}
		for _, d := range p.Durations {
			m.length(Term, d)
		}
		for i := range p.Steps {
			m.step(&p, &p.Steps[i])
		}
	}
}

func (m *marks) step(p *model.Process, s *model.Step) {
	own := Mark{Span: s.Span, Kind: Step, In: p.Kind, Values: []Value{plain(s.N)}, Block: true}
	if s.Label != "" {
		own.Kind, own.Values = Label, []Value{plain(s.Label)}
	}
	m.add(own)
	roles := make([]Value, len(s.Roles))
	for i, r := range s.Roles {
		roles[i] = Value{"role", string(r)}
	}
	m.value(s.Spans.Of("actor"), Actor, roles...)
	m.value(s.Spans.Of("result"), Result)
	for i, a := range s.Actions {
		m.value(s.Spans.OfItem("actions", i), Action, Value{"action", string(a)})
	}
	for i := range s.Conditions {
		m.value(s.Spans.OfItem("conditions", i), Condition)
	}
	for _, d := range s.Durations {
		m.length(Term, d)
	}
	for _, r := range s.Refs {
		m.value(r.Span, Ref, plain(r.To), plain(r.Point), plain(r.Annex))
	}
}

func (m *marks) length(k Kind, d model.Duration, values ...Value) {
	m.add(Mark{Span: d.Span, Kind: k, Values: values, Length: &d})
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
			beside = open[n-1].What()
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
			b.WriteString(style.Open(v.What()))
			b.WriteString(canonical[v.Span[0]:stop])
			b.WriteString(style.Close(v.What()))
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
