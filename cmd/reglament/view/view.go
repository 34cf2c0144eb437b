// Package view writes acts, regulations, lists of acts and comparisons for reading in a terminal.
package view

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"charm.land/lipgloss/v2/table"

	"reglament/model"
	"reglament/model/phrase"
)

// Width is the width of tables, in columns, where the terminal's is not known.
const Width = 120

// View is a document with the text that its spans point into.
type View struct {
	Document  *model.Document
	Canonical string
	Width     int  // of tables, in columns
	Evidence  bool // quote the text that each value was read from
}

// Act writes the requisites, the life and the regulations of the act.
func (v View) Act(w io.Writer) error {
	p := &page{View: v}
	p.requisites()
	p.notes(0)
	for i := range v.Document.Regulations {
		p.regulation(&v.Document.Regulations[i])
	}
	p.findings()
	_, err := io.WriteString(w, p.String())
	return err
}

// Regulation writes one regulation of the act, under the act's requisites.
func (v View) Regulation(w io.Writer, r *model.Regulation) error {
	p := &page{View: v}
	p.requisites()
	p.regulation(r)
	_, err := io.WriteString(w, p.String())
	return err
}

// page gathers the lines of a view.
type page struct {
	View
	strings.Builder
}

// field writes a named value with its evidence; a value that the text does not say is
// not written.
func (p *page) field(name, value string, evidence model.Span) {
	if value == "" {
		return
	}
	fmt.Fprintf(p, "  %-14s %s\n", name, value)
	p.quote(evidence)
}

func (p *page) quote(s model.Span) {
	if p.Evidence && !s.Empty() {
		fmt.Fprintf(p, "  %-14s %s\n", "", p.cite(s))
	}
}

// cite is a piece of the text and where it stands: «…» [12, 40).
func (p *page) cite(s model.Span) string {
	return fmt.Sprintf("«%s» [%d, %d)", strings.ReplaceAll(s.Of(p.Canonical), "\n", " ¶ "), s[0], s[1])
}

func (p *page) requisites() {
	a := &p.Document.Act
	title := string(a.Title)
	if title == "" {
		title = p.Document.Source.Name + " (the text has no title)"
	}
	fmt.Fprintln(p, title)
	p.quote(a.Spans.Of("title"))
	p.field("key", string(a.Key), model.Span{})
	p.field("portal id", string(a.ID), a.Spans.Of("id"))
	p.field("kind", string(a.Kind), a.Spans.Of("kind"))
	if a.Issuer != nil {
		p.field("issuer", join(", ", a.Issuer.Name, string(a.Issuer.Kind), string(a.Issuer.Region)), a.Issuer.Span)
	}
	p.field("adopted", string(a.Adopted), a.Spans.Of("adopted"))
	p.field("number", string(a.Number), a.Spans.Of("number"))
	if r := a.Registration; r != nil {
		p.field("registered", join(", ", string(r.Date), numbered(r.Number), string(r.Body)), r.Span)
	}
	status, by := a.Standing()
	if a.Fate == nil {
		p.field("status", string(status), a.Spans.Of("status"))
	} else {
		p.field("status", string(status)+", by other texts of the corpus", model.Span{})
		p.field("by its text", string(a.Status), a.Spans.Of("status"))
	}
	if by != nil {
		p.field("repealed by", reference(by), by.Span)
	}
	if e := a.EntryIntoForce; e != nil {
		p.field("in force", phrase.English.Entry(e), e.Span)
	}
	for _, s := range a.Signatories {
		p.field("signed", join(", ", string(s.Position), string(s.Name)), s.Span)
	}
	for _, list := range []struct {
		name string
		refs []model.ActRef
	}{{"amends", a.Amends}, {"repeals", a.Repeals}} {
		for i := range list.refs {
			p.field(list.name, reference(&list.refs[i]), list.refs[i].Span)
		}
	}
}

// notes writes the notes on one regulation, or on the act's own part for 0.
func (p *page) notes(regulation int) {
	for i := range p.Document.Act.Notes {
		n := &p.Document.Act.Notes[i]
		if p.Document.About(n.Target) != regulation {
			continue
		}
		what := join(" ", string(n.Target.Kind), string(n.Target.Number), phrase.English.Code("note", n.Action))
		if n.By != nil {
			what += " by " + reference(n.By)
		}
		if n.Effective != nil {
			what += "; in force: " + phrase.English.Entry(n.Effective)
		}
		p.field("note", what, n.Span)
	}
}

func (p *page) regulation(r *model.Regulation) {
	fmt.Fprintf(p, "\n#%d %s\n", r.Index, r.Service)
	p.quote(r.Spans.Of("service"))
	p.field("annex", string(r.Annex), r.Spans.Of("annex"))
	if r.ApprovedBy != nil {
		p.field("approved by", reference(r.ApprovedBy), r.ApprovedBy.Span)
	}
	if r.Edition != nil && r.Edition.By != nil {
		p.field("edition of", reference(r.Edition.By), r.Edition.By.Span)
	}
	if r.Standard != nil {
		p.field("standard", reference(r.Standard), r.Standard.Span)
	}
	p.field("provider", string(r.Provider), r.Spans.Of("provider"))
	p.field("channels", codes(r.Channels), model.Span{})
	p.field("forms", join("; ", codes(r.Forms), automation(r.Automation)), r.Spans.Of("automation"))
	for _, t := range r.TimeLimits {
		p.field("limit", join(" ", phrase.English.Code("limit", t.What)+":", codes(t.At), duration(t.Duration)), t.Span)
	}
	p.notes(r.Index)
	if len(r.Actors) > 0 {
		rows := make([][]string, 0, len(r.Actors))
		for _, a := range r.Actors {
			rows = append(rows, p.row(a.Span, a.Text, string(a.Role)))
		}
		fmt.Fprintf(p, "\n  Participants\n%s\n", p.table([]string{"participant", "role"}, rows))
	}
	for i := range r.Processes {
		p.process(&r.Processes[i])
	}
	for _, list := range r.Results {
		fmt.Fprintf(p, "\n  %s\n", join(" — ", append([]string{"Results of the procedures"}, list.Variant...)...))
		for i, item := range list.Items {
			p.field(strconv.Itoa(i+1), item, list.Spans.OfItem("items", i))
		}
	}
}

func (p *page) process(c *model.Process) {
	heading := join(" — ", append([]string{fmt.Sprintf("%s (point %s)", c.Kind, c.Point)}, c.Variant...)...)
	fmt.Fprintf(p, "\n  %s\n", join(": ", heading, durations(c.Durations)))
	headers := []string{"step", "actor", "actions", "duration"}
	results := slices.ContainsFunc(c.Steps, func(s model.Step) bool { return s.Result != "" })
	if results {
		headers = append(headers, "result")
	}
	rows := make([][]string, 0, len(c.Steps))
	for i := range c.Steps {
		s := &c.Steps[i]
		cells := []string{
			join(" ", string(s.N), string(s.Label)),
			join(": ", codes(s.Roles), string(s.Actor)),
			codes(s.Actions),
			durations(s.Durations),
		}
		if results {
			cells = append(cells, string(s.Result))
		}
		rows = append(rows, p.row(s.Span, cells...))
	}
	fmt.Fprintln(p, p.table(headers, rows))
	for _, b := range c.Branches {
		fmt.Fprintf(p, "  %s: fails → %s, passes → %s\n", b.Condition, orDash(b.Refusal), orDash(b.Next))
	}
}

func (p *page) findings() {
	if len(p.Document.Findings) == 0 {
		return
	}
	fmt.Fprintf(p, "\nFindings\n")
	for _, f := range p.Document.Findings {
		p.field(string(f.Severity), join(": ", string(f.Code), f.Message), f.Span)
	}
}

// row is the cells of a row, with the evidence as the last one where it is wanted.
func (p *page) row(evidence model.Span, cells ...string) []string {
	if p.Evidence {
		cells = append(cells, p.cite(evidence))
	}
	return cells
}

func (p *page) table(headers []string, rows [][]string) string {
	if p.Evidence {
		headers = append(headers, "evidence")
	}
	return Table(headers, rows, p.Width)
}

// Wrapped is a paragraph of lines no longer than width columns. The first begins with lead,
// and the others stand under what follows it.
func Wrapped(lead, text string, width int) string {
	const least = 40 // columns for the text, on a terminal however narrow
	indent := lipgloss.Width(lead)
	lines := strings.Split(lipgloss.Wrap(text, max(least, width-indent), ""), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return lead + strings.Join(lines, "\n"+strings.Repeat(" ", indent))
}

// Table draws rows under headers, no wider than width columns; cells are wrapped.
func Table(headers []string, rows [][]string, width int) string {
	draw := func(cell func(column int) lipgloss.Style) *table.Table {
		return table.New().Headers(headers...).Rows(rows...).Border(lipgloss.NormalBorder()).
			BorderTop(false).BorderBottom(false).BorderLeft(false).BorderRight(false).
			StyleFunc(func(_, column int) lipgloss.Style { return cell(column).Padding(0, 1) })
	}
	natural := draw(func(int) lipgloss.Style { return lipgloss.NewStyle() }).String()
	if lipgloss.Width(natural) <= width {
		return natural
	}
	columns := shares(headers, rows, width)
	return draw(func(column int) lipgloss.Style { return lipgloss.NewStyle().Width(columns[column]) }).BorderRow(true).Width(width).String()
}

// shares parts the width among the columns: those that need less than an equal share get
// what they need, and what they leave goes to the others.
func shares(headers []string, rows [][]string, width int) []int {
	const padding = 2
	columns := make([]int, len(headers))
	for i, h := range headers {
		columns[i] = lipgloss.Width(h) + padding
		for _, row := range rows {
			columns[i] = max(columns[i], lipgloss.Width(row[i])+padding)
		}
	}
	order := make([]int, len(columns))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(columns[a], columns[b]) })
	left := width - (len(columns) - 1) // borders
	for k, i := range order {
		columns[i] = max(1+padding, min(columns[i], left/(len(order)-k)))
		left -= columns[i]
	}
	return columns
}

func reference(r *model.ActRef) string {
	if s := join(" ", string(r.Date), numbered(r.Number), string(r.Issuer)); s != "" {
		return s
	}
	return r.Text
}

func numbered(n model.Text) string {
	if n == "" {
		return ""
	}
	return "№ " + string(n)
}

func automation(a model.Automation) string {
	if a == "" {
		return ""
	}
	return string(a) + " automation"
}

func duration(d model.Duration) string {
	return join(" ", phrase.English.Code("qualifier", d.Qualifier), phrase.English.T("n."+string(d.Unit), d.Value))
}

func durations(ds []model.Duration) string {
	parts := make([]string, len(ds))
	for i, d := range ds {
		parts[i] = duration(d)
	}
	return strings.Join(parts, ", ")
}

func codes[T ~string](list []T) string { return model.Joined(list, ", ") }

// join joins the parts that are not empty.
func join(separator string, parts ...string) string {
	var said []string
	for _, s := range parts {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, separator)
}

func orDash(t model.Text) string {
	if t == "" {
		return "—"
	}
	return string(t)
}
