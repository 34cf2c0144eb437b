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

	"reglament/compare"
	"reglament/compare/wording"
)

// Options of a comparison's text.
type Options struct {
	Width int  // columns of the terminal; less than 80 counts as 80
	Color bool // colour the marks; off for files and pipes
}

// leastWidth is the narrowest that two sides can stand beside each other in.
const leastWidth = 80

const (
	stepLength = 180 // letters of a step's text shown in a cell
	sameLength = 60  // … where both sides do the same
)

// signs are the marks of the table.
var signs = map[compare.Mark]string{
	compare.MarkSame: "=", compare.MarkWording: "≈", compare.MarkChanged: "~", compare.MarkAdded: "+", compare.MarkRemoved: "-", compare.MarkMoved: "↕", compare.MarkSplit: "<", compare.MarkJoined: ">",
}

// colors are of the 16 that every terminal has.
var colors = map[compare.Mark]string{
	compare.MarkWording: "8", compare.MarkChanged: "3", compare.MarkAdded: "2", compare.MarkRemoved: "1", compare.MarkMoved: "6", compare.MarkSplit: "6", compare.MarkJoined: "6",
}

// Comparison writes the result for reading: each pair of descriptions as a table of steps
// side by side with the differences under it as sentences, and the totals at the end.
func Comparison(w io.Writer, r *compare.Result, o Options) error {
	o.Width = max(o.Width, leastWidth)
	p := printer{w: w, r: r, o: o}
	p.head()
	for i := range r.Processes {
		p.pair(i)
	}
	p.totals()
	if p.err != nil {
		return fmt.Errorf("comparison of %s and %s: %w", r.A.Label, r.B.Label, p.err)
	}
	return nil
}

type printer struct {
	w   io.Writer
	r   *compare.Result
	o   Options
	err error // the first
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// wrapped writes a paragraph whose first line begins with lead.
func (p *printer) wrapped(lead, text string) { p.line("%s", Wrapped(lead, text, p.o.Width)) }

func (p *printer) style(m compare.Mark) lipgloss.Style {
	s := lipgloss.NewStyle()
	if c, ok := colors[m]; ok && p.o.Color {
		s = s.Foreground(lipgloss.Color(c))
	}
	return s
}

func (p *printer) bold(s string) string {
	if !p.o.Color {
		return s
	}
	return lipgloss.NewStyle().Bold(true).Render(s)
}

func (p *printer) head() {
	p.wrapped("A  ", p.bold(p.r.A.Label)+"  "+describe(p.r.A))
	p.wrapped("B  ", p.bold(p.r.B.Label)+"  "+describe(p.r.B))
	p.wrapped("   ", "= same  ≈ other words  ~ changed  + only in B  - only in A  ↕ moved  < one step is two  > two steps are one")
	for _, r := range p.r.Remarks {
		p.wrapped("!  ", r.Message)
	}
	p.line("")
	var service, provisions []compare.Difference
	for _, d := range p.of(nil) {
		switch d.Kind {
		case compare.KindProvisionAdded, compare.KindProvisionRemoved, compare.KindProvisionChanged:
			provisions = append(provisions, d)
		default:
			service = append(service, d)
		}
	}
	p.titled("The service as a whole", service)
	p.titled("Provisions outside of procedures, lists and limits", provisions)
}

func (p *printer) titled(title string, ds []compare.Difference) {
	if len(ds) > 0 {
		p.line("%s", p.bold(title))
		p.differences(ds)
	}
}

func describe(s compare.SideInfo) string {
	return join(", ", string(s.Key), string(s.Language), "regulation "+strconv.Itoa(s.Index), "“"+s.Service+"”")
}

// of are the differences of one pair of descriptions, or of the service as a whole.
func (p *printer) of(process *int) []compare.Difference {
	var out []compare.Difference
	for _, d := range p.r.Differences {
		if process == nil && d.Process == nil || process != nil && d.Process != nil && *process == *d.Process {
			out = append(out, d)
		}
	}
	return out
}

// differences lists what is done differently, then what is only said differently.
func (p *printer) differences(ds []compare.Difference) {
	for _, severity := range []compare.Severity{compare.Substance, compare.Wording} {
		lead, mark := " • ", compare.MarkChanged
		if severity == compare.Wording {
			lead, mark = " ≈ ", compare.MarkWording
		}
		for _, text := range gathered(ds, severity) {
			p.wrapped(p.style(mark).Render(lead), text)
		}
	}
	p.line("")
}

// gathered are the sentences of a severity. The same change in several steps is told
// once, with the other places; short names that one side lacks are told in one sentence.
func gathered(ds []compare.Difference, severity compare.Severity) []string {
	var out []string
	first := map[string]int{} // what is told → its sentence
	for _, d := range ds {
		if d.Severity != severity {
			continue
		}
		switch d.Kind {
		case compare.KindDefinitionAdded, compare.KindDefinitionRemoved:
			key := string(d.Kind)
			if i, ok := first[key]; ok {
				out[i] += ", “" + d.A.Text + d.B.Text + "”"
				continue
			}
			first[key] = len(out)
		case compare.KindActorChanged:
			key := wording.Fold(d.A.Text) + "/" + wording.Fold(d.B.Text) + "/" + d.A.Code + "/" + d.B.Code
			if i, ok := first[key]; ok {
				out[i] += "; also A " + d.A.Label + ", B " + d.B.Label
				continue
			}
			first[key] = len(out)
		}
		out = append(out, d.Sentence("A", "B"))
	}
	return out
}

func (p *printer) pair(i int) {
	pair := p.r.Processes[i]
	p.line("%s", p.bold(pairTitle(pair)))
	for _, r := range pair.Remarks {
		p.wrapped("!  ", r.Message)
	}
	p.line("%s", p.steps(pair))
	if ds := p.of(&i); len(ds) > 0 {
		p.differences(ds)
	} else {
		p.line(" no differences\n")
	}
}

func pairTitle(p compare.ProcessPair) string {
	name := func(i *compare.ProcessInfo) string {
		if i == nil {
			return "no counterpart"
		}
		s := string(i.Kind) + ", point " + i.Point
		if len(i.Variant) > 0 {
			s += ": " + strings.Join(i.Variant, " / ")
		}
		return s
	}
	return "A " + name(p.A) + "  |  B " + name(p.B)
}

// steps is the table of a pair; a description without counterpart has one side only.
func (p *printer) steps(pair compare.ProcessPair) string {
	const mark, term = 3, 14
	headers, widths := []string{""}, []int{mark}
	sides := 2
	if pair.A == nil || pair.B == nil {
		sides = 1
	}
	text := (p.o.Width - 2 - mark - sides*(term+2)) / sides // 2: the outer borders
	if pair.A != nil {
		headers, widths = append(headers, "A "+p.r.A.Label, "term"), append(widths, text, term)
	}
	if pair.B != nil {
		headers, widths = append(headers, "B "+p.r.B.Label, "term"), append(widths, text, term)
	}
	t := table.New().Border(lipgloss.NormalBorder()).BorderRow(true).Wrap(true).Headers(headers...).
		StyleFunc(func(row, col int) lipgloss.Style {
			s := lipgloss.NewStyle().Width(widths[col])
			if col > 0 {
				return s
			}
			if row >= 0 && row < len(pair.Steps) {
				s = p.style(pair.Steps[row].Mark).Width(widths[col])
			}
			return s.Padding(0, 1)
		})
	for _, s := range pair.Steps {
		row := []string{signs[s.Mark]}
		length := stepLength
		if s.Mark == compare.MarkSame {
			length = sameLength
		}
		if pair.A != nil {
			text, term := cells(s.A, length)
			row = append(row, text, term)
		}
		if pair.B != nil {
			text, term := cells(s.B, length)
			row = append(row, text, term)
		}
		t.Row(row...)
	}
	return t.String()
}

func cells(steps []compare.StepRef, length int) (text, term string) {
	var texts, terms []string
	for _, s := range steps {
		name := string(s.Label)
		if name == "" {
			name = string(s.N)
			if name != "" {
				name += ")"
			}
		}
		roles := codes(slices.Compact(slices.Sorted(slices.Values(s.Roles))))
		if roles == "" {
			roles = "(nobody named)"
		}
		texts = append(texts, join(" ", name, roles)+"\n"+compare.Short(s.Text, length))
		terms = append(terms, s.Durations...)
	}
	return strings.Join(texts, "\n"), strings.Join(terms, "\n")
}

func (p *printer) totals() {
	t := table.New().Border(lipgloss.NormalBorder()).Wrap(true).
		Headers("totals", "steps", "minutes", "not counted", "no term", "hand-overs", "roles").
		StyleFunc(func(int, int) lipgloss.Style { return lipgloss.NewStyle().Padding(0, 1) })
	row := func(name string, x compare.Totals) {
		t.Row(name, strconv.Itoa(x.Steps), x.Time(), cmp.Or(strings.Join(x.Uncounted, "; "), "–"), strconv.Itoa(x.Untimed),
			strconv.Itoa(x.HandOvers), strconv.Itoa(len(x.Participants)))
	}
	for _, pair := range p.r.Processes {
		for _, side := range []struct {
			name string
			info *compare.ProcessInfo
		}{{"A ", pair.A}, {"B ", pair.B}} {
			if side.info != nil {
				row(side.name+string(side.info.Kind)+" "+side.info.Point, side.info.Totals)
			}
		}
	}
	for _, side := range []struct {
		name string
		ways []compare.WayTotals
	}{{"A ", p.r.A.Ways}, {"B ", p.r.B.Ways}} {
		for _, w := range side.ways {
			if w.Parts > 1 { // else it has a row already
				row(side.name+"in all: "+strings.Join(append([]string{string(w.Channel)}, w.Variant...), ", "), w.Totals)
			}
		}
	}
	text := t.String()
	if lipgloss.Width(text) > p.o.Width {
		text = t.Width(p.o.Width).String()
	}
	p.line("%s", text)
	p.wrapped("", "minutes: working time, an hour of 60, a working day of 8 hours; roles: how many take part")
	var counts []string
	for _, k := range compare.Kinds {
		if n := p.r.Counts[k]; n > 0 {
			counts = append(counts, fmt.Sprintf("%s %d", k, n))
		}
	}
	if len(counts) == 0 {
		p.line("No differences.")
		return
	}
	p.wrapped("", fmt.Sprintf("%d differences, %d of substance: %s", len(p.r.Differences), p.r.Severities[compare.Substance], strings.Join(counts, ", ")))
}
