package compare

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"reglament/compare/catalogue"
	"reglament/model"
	"reglament/model/phrase"
)

// MatrixSchema names this version of the JSON form of a Matrix.
const MatrixSchema = "reglament.matrix/3"

// Order of the columns of a matrix.
type Order string

// The orders. ByNothing keeps the order in which the sides were given.
const (
	ByNothing Order = ""
	ByRegion  Order = "region" // by ISO code, then by date
	ByDate    Order = "date"
)

// Matrix sets many acts side by side: services, and the steps of each, are rows, acts are
// columns. What most columns have in common is the rule of a row, and what deviates from
// it is marked.
type Matrix struct {
	Schema   string                     `json:"schema"`
	Columns  model.List[Column]         `json:"columns"`
	Services model.List[*ServiceMatrix] `json:"services"`
}

// Column is one act.
type Column struct {
	Label    string         `json:"label"`
	Key      model.Text     `json:"key"`
	Region   model.Region   `json:"region"`
	Adopted  model.Date     `json:"adopted"`
	Language model.Language `json:"language"`
}

// ServiceMatrix is one service in all acts.
type ServiceMatrix struct {
	Code     string                    `json:"code"` // in the catalogue; empty where it has no such service
	Name     string                    `json:"name"` // of the first column that has it
	Sides    model.List[ServiceCell]   `json:"sides"`
	Figures  model.List[FigureRow]     `json:"figures"`  // the service as a whole
	Sections model.List[SectionMatrix] `json:"sections"` // its procedures, step by step
	Remarks  model.List[Remark]        `json:"remarks"`

	regulations []*model.Regulation
}

// ServiceCell is the regulation of a service in one act.
type ServiceCell struct {
	Regulation *int               `json:"regulation"` // Regulation.Index, null where the act does not regulate it
	Service    string             `json:"service"`
	Relation   catalogue.Relation `json:"relation"` // to the first column that has it

	Ways         model.List[WayTotals]  `json:"ways"`
	Participants model.List[model.Role] `json:"participants"` // distinct roles in all procedures
}

// FigureRow is one property of the service as a whole in all acts.
type FigureRow struct {
	Name     string           `json:"name"`
	Cells    model.List[Cell] `json:"cells"`
	Majority string           `json:"majority"` // what more than half of the columns say, empty where none does
}

// SectionMatrix is one procedure of a service.
type SectionMatrix struct {
	Kind    model.ProcessKind   `json:"kind"`
	Variant model.List[string]  `json:"variant"` // headings of the first column that has it
	Points  model.List[string]  `json:"points"`  // where it stands, a column each; empty where it is not told
	Rows    model.List[StepRow] `json:"rows"`
}

// StepRow is one step in all acts.
type StepRow struct {
	Roles    model.List[string] `json:"roles"`    // what most columns say, or else the first
	Actions  model.List[string] `json:"actions"`  // the same
	Majority string             `json:"majority"` // the term that more than half say, empty where none does
	Cells    model.List[Cell]   `json:"cells"`
}

// Outlier says in what a cell deviates from most others.
type Outlier string

// The outliers.
const (
	OutlierValue    Outlier = "value"     // another value than most
	OutlierActor    Outlier = "actor"     // another worker
	OutlierAction   Outlier = "action"    // other actions
	OutlierMissing  Outlier = "missing"   // most have it, this one does not
	OutlierOnlyHere Outlier = "only_here" // most do not have it, this one does
)

// Cell is what one act says.
type Cell struct {
	Text     string              `json:"text"`    // in words: a role and a term; empty where the act says nothing
	Value    string              `json:"value"`   // what is compared, without a language
	Minutes  *int                `json:"minutes"` // working time, null where nothing is timed or there are several
	Parts    Figure              `json:"parts"`   // of a figure that is reckoned on each way; else null
	Outliers model.List[Outlier] `json:"outliers"`
	Step     *StepRef            `json:"step"` // null in rows that are no steps
	Label    string              `json:"label"`
	Span     model.Span          `json:"span"`
}

// Deviates reports whether the cell is an outlier of any kind.
func (c Cell) Deviates() bool { return len(c.Outliers) > 0 }

// Selection is an act with those of its regulations that are to be compared.
type Selection struct {
	Act
	Regulations []*model.Regulation
}

// Whole is an act with all its regulations.
func Whole(a Act) Selection {
	s := Selection{Act: a}
	for i := range a.Document.Regulations {
		s.Regulations = append(s.Regulations, &a.Document.Regulations[i])
	}
	return s
}

// MatrixOf sets the chosen regulations of acts side by side. Services are the same by the
// catalogue, or by likeness of names. Each act is compared with the rows found so far, not
// with every other act.
func (w With) MatrixOf(sides []Selection, by Order) *Matrix {
	sides = slices.Clone(sides)
	order(sides, by)
	m := &Matrix{Schema: MatrixSchema}
	for _, s := range sides {
		m.Columns = append(m.Columns, column(s.Act))
	}
	for _, g := range w.group(sides) {
		m.Services = append(m.Services, g.matrix(sides))
	}
	return m
}

// Keep leaves the services that one of some regulations is of.
func (m *Matrix) Keep(wanted func(*model.Regulation) bool) {
	m.Services = slices.DeleteFunc(m.Services, func(s *ServiceMatrix) bool { return !slices.ContainsFunc(s.regulations, wanted) })
}

func column(a Act) Column {
	c := Column{Label: a.Label, Key: a.Document.Act.Key, Adopted: a.Document.Act.Adopted, Language: a.Document.Act.Language}
	if a.Document.Act.Issuer != nil {
		c.Region = a.Document.Act.Issuer.Region
	}
	return c
}

func order(sides []Selection, by Order) {
	if by == ByNothing {
		return
	}
	slices.SortStableFunc(sides, func(x, y Selection) int {
		cx, cy := column(x.Act), column(y.Act)
		byDate := cmp.Compare(cx.Adopted, cy.Adopted)
		if by == ByRegion {
			return cmp.Or(cmp.Compare(cx.Region, cy.Region), byDate)
		}
		return cmp.Or(byDate, cmp.Compare(cx.Region, cy.Region))
	})
}

// group is one service: the regulation of each column, nil where it has none.
type group struct {
	name        string
	language    model.Language
	identity    Identity
	regulations []*model.Regulation
	matches     []ServiceMatch // how each column's regulation belongs here
}

// group gathers the regulations of one service. A regulation joins the likest group whose
// column is still free.
func (w With) group(sides []Selection) []*group {
	var groups []*group
	for col, s := range sides {
		l := s.Document.Act.Language
		var cs []candidate
		matches := map[[2]int]ServiceMatch{}
		identities := w.identities(s.Regulations, l)
		for i, r := range s.Regulations {
			for j, g := range groups {
				m := w.match(r.Service, l, identities[i], g.name, g.language, g.identity)
				if m.Score >= sameServiceScore {
					matches[[2]int{i, j}] = m
					cs = append(cs, candidate{i, j, int(m.Score * 1000), 0})
				}
			}
		}
		taken := map[int]bool{}
		for _, c := range best(cs) {
			taken[c.a] = true
			groups[c.b].regulations[col] = s.Regulations[c.a]
			groups[c.b].matches[col] = matches[[2]int{c.a, c.b}]
		}
		for i, r := range s.Regulations {
			if taken[i] {
				continue
			}
			g := &group{name: r.Service, language: l, identity: identities[i], regulations: make([]*model.Regulation, len(sides)), matches: make([]ServiceMatch, len(sides))}
			g.regulations[col] = r
			g.matches[col] = ServiceMatch{Score: 1, Relation: catalogue.Same}
			groups = append(groups, g)
		}
	}
	return groups
}

// matrix sets the regulations of one service beside each other, a column each.
func (g *group) matrix(sides []Selection) *ServiceMatrix {
	m := &ServiceMatrix{Name: g.name, regulations: slices.DeleteFunc(slices.Clone(g.regulations), func(r *model.Regulation) bool { return r == nil })}
	if g.identity.Service != nil {
		m.Code = g.identity.Service.Code
	}
	for col, r := range g.regulations {
		cell := ServiceCell{}
		if r != nil {
			index := r.Index
			cell = ServiceCell{Regulation: &index, Service: r.Service, Relation: g.matches[col].Relation,
				Ways: wayTotals(r, sides[col].Document.Act.Language), Participants: participants(r)}
			for _, r := range g.matches[col].Remarks {
				m.Remarks = append(m.Remarks, remark(phrase.Detail.Of(sides[col].Label, r.Reason)))
			}
			for _, gap := range (Side{sides[col].Act, r}).gaps() {
				m.Remarks = append(m.Remarks, remark(phrase.UnknownPart.Of(sides[col].Label, gap.Why)))
			}
		}
		m.Sides = append(m.Sides, cell)
	}
	for _, f := range figures {
		m.Figures = append(m.Figures, g.figureRow(f, m.Sides))
	}
	for _, s := range g.sections(sides) {
		m.Sections = append(m.Sections, s.matrix())
	}
	return m
}

// FigureWorkingTime names the row of the working time of the provider's own steps.
const FigureWorkingTime = "working time of the provider, min"

// figure is a property of a service as a whole: of each way, or a text.
type figure struct {
	name string
	ways func(*model.Regulation, ServiceCell) Figure
	text func(*model.Regulation, ServiceCell) string
}

// each is a figure reckoned from the totals of a way.
func each(value func(WayTotals) FigureValue) func(*model.Regulation, ServiceCell) Figure {
	return func(_ *model.Regulation, c ServiceCell) Figure { return FigureOf(c.Ways, value) }
}

var figures = []figure{
	{"time limit of the service", func(r *model.Regulation, _ ServiceCell) Figure { return limitFigure(r) }, nil},
	{FigureWorkingTime, each(ProviderMinutes), nil},
	{"steps", each(Steps), nil},
	{"hand-overs", each(HandOvers), nil},
	{"participants", nil, func(_ *model.Regulation, c ServiceCell) string { return fmt.Sprint(len(c.Participants)) }},
	{"channels", nil, func(r *model.Regulation, _ ServiceCell) string { return strings.Join(codes(r.Channels), ", ") }},
	{"forms", nil, func(r *model.Regulation, _ ServiceCell) string { return strings.Join(codes(r.Forms), ", ") }},
	{"automation", nil, func(r *model.Regulation, _ ServiceCell) string { return string(r.Automation) }},
	{"standard", nil, func(r *model.Regulation, _ ServiceCell) string {
		if r.Standard == nil {
			return ""
		}
		return strings.Join(nonEmpty(string(r.Standard.Date), numbered("No", r.Standard.Number)), " ")
	}},
}

func (f figure) cell(r *model.Regulation, side ServiceCell) Cell {
	c := Cell{Span: r.Span}
	if f.ways == nil {
		c.Value = f.text(r, side)
	} else {
		c.Parts = f.ways(r, side)
		c.Value = c.Parts.String()
		if one := c.Parts.One(); one != nil && one.Most == nil {
			c.Minutes = one.Minutes
		}
	}
	c.Text = c.Value
	return c
}

func (g *group) figureRow(f figure, sides []ServiceCell) FigureRow {
	row := FigureRow{Name: f.name, Cells: make([]Cell, len(g.regulations))}
	for col, r := range g.regulations {
		if r == nil {
			continue
		}
		row.Cells[col] = f.cell(r, sides[col])
	}
	var values []string
	for col, r := range g.regulations {
		if r != nil {
			values = append(values, row.Cells[col].Value)
		}
	}
	most, found := majority(values)
	if !found {
		return row
	}
	row.Majority = most
	for col, r := range g.regulations {
		switch c := &row.Cells[col]; {
		case r == nil || c.Value == most:
		case c.Value == "":
			c.Outliers = append(c.Outliers, OutlierMissing)
		case most == "":
			c.Outliers = append(c.Outliers, OutlierOnlyHere)
		default:
			c.Outliers = append(c.Outliers, OutlierValue)
		}
	}
	return row
}

// majority is the value that more than half have, of three or more: of two that differ
// nobody is the exception.
func majority(values []string) (string, bool) {
	if len(values) < 3 {
		return "", false
	}
	count := map[string]int{}
	for _, v := range values {
		count[v]++
		if 2*count[v] > len(values) {
			return v, true
		}
	}
	return "", false
}

// section is one procedure in all columns that tell it.
type section struct {
	first     *model.Process
	language  model.Language
	features  []*features      // of first
	processes []*model.Process // a column each
	rows      []*row
}

// row is one step in all columns that have it.
type row struct {
	likeliest *features
	cells     []*model.Step // a column each
	index     []int
}

// sections pairs the procedures of each column with those found so far.
func (g *group) sections(sides []Selection) []*section {
	var sections []*section
	for col, r := range g.regulations {
		if r == nil {
			continue
		}
		l := sides[col].Document.Act.Language
		var cs []candidate
		fs := allFeatures(r.Processes)
		for i := range r.Processes {
			for j, s := range sections {
				if s.processes[col] != nil || s.first.Kind != r.Processes[i].Kind {
					continue
				}
				c := comparison{sameLanguage: l == s.language}
				if score, ok := c.likeness(s.first, &r.Processes[i], s.features, fs[i]); ok {
					cs = append(cs, candidate{i, j, score, 0})
				}
			}
		}
		taken := map[int]bool{}
		for _, c := range best(cs) {
			taken[c.a] = true
			sections[c.b].add(col, &r.Processes[c.a], fs[c.a], l)
		}
		for i := range r.Processes {
			if taken[i] {
				continue
			}
			s := &section{first: &r.Processes[i], language: l, features: fs[i], processes: make([]*model.Process, len(g.regulations))}
			s.add(col, &r.Processes[i], fs[i], l)
			sections = append(sections, s)
		}
	}
	slices.SortStableFunc(sections, func(x, y *section) int {
		return cmp.Compare(slices.Index(kindOrder, x.first.Kind), slices.Index(kindOrder, y.first.Kind))
	})
	return sections
}

var kindOrder = []model.ProcessKind{model.ProcessInternal, model.ProcessInteraction, model.ProcessPSC, model.ProcessCorporation, model.ProcessDelivery, model.ProcessPortal}

// add aligns the steps of one more column with the rows; what is in no row becomes one,
// after the row of the step before it.
func (s *section) add(col int, p *model.Process, fs []*features, l model.Language) {
	s.processes[col] = p
	rows := make([]*features, len(s.rows))
	for i, r := range s.rows {
		rows[i] = r.likeliest
		rows[i].position = (2*i + 1) * 500 / len(s.rows)
	}
	for _, f := range fs {
		f.language = l
	}
	at := make([]*row, len(fs))
	for _, link := range alignSteps(rows, fs, true) {
		// Of a step that was split the first part stands for it.
		r := s.rows[link.a[0]]
		r.set(col, link.b[0], p)
		at[link.b[0]] = r
		// What tells most of a step is what later acts are compared with.
		if f := fs[link.b[0]]; len(f.actions) > len(r.likeliest.actions) {
			r.likeliest = f
		}
	}
	var before *row
	for j, f := range fs {
		if at[j] == nil {
			r := &row{likeliest: f, cells: make([]*model.Step, len(s.processes)), index: make([]int, len(s.processes))}
			r.set(col, j, p)
			place := 0
			if before != nil {
				place = slices.Index(s.rows, before) + 1
			}
			s.rows = slices.Insert(s.rows, place, r)
			at[j] = r
		}
		before = at[j]
	}
}

func (r *row) set(col, index int, p *model.Process) {
	r.cells[col], r.index[col] = &p.Steps[index], index
}

func (s *section) matrix() SectionMatrix {
	m := SectionMatrix{Kind: s.first.Kind, Variant: s.first.Variant, Points: make([]string, len(s.processes))}
	for col, p := range s.processes {
		if p != nil {
			m.Points[col] = p.Point
		}
	}
	for _, r := range s.rows {
		m.Rows = append(m.Rows, r.matrix(s))
	}
	return m
}

// matrix makes the cells of a row and marks those that deviate from what most sides say. A
// column without the procedure has an empty cell and no vote.
func (r *row) matrix(s *section) StepRow {
	out := StepRow{Cells: make([]Cell, len(r.cells))}
	var present, roles, actions, terms []string
	for col, step := range r.cells {
		if s.processes[col] == nil {
			continue
		}
		present = append(present, fmt.Sprint(step != nil))
		if step == nil {
			out.Cells[col] = Cell{Span: s.processes[col].Span, Label: phrase.English.Tell(phrase.Point.Of(s.processes[col].Point))}
			continue
		}
		ref := stepRef(step, r.index[col])
		c := Cell{Step: &ref, Value: durationCode(step.Durations), Minutes: ref.Minutes, Span: step.Span, Label: phrase.English.Tell(stepPlace(s.processes[col], []int{r.index[col]}))}
		c.Text = strings.Join(nonEmpty(strings.Join(codes(step.Roles), ", "), Readable(c.Value)), ": ")
		if c.Text == "" {
			c.Text = "—" // the step names nobody and no term
		}
		out.Cells[col] = c
		roles = append(roles, strings.Join(codes(step.Roles), ", "))
		actions = append(actions, model.Joined(step.Actions, ", "))
		terms = append(terms, c.Value)
	}
	out.Roles, out.Actions = r.likeliest.roles, r.likeliest.actions
	role, roleKnown := majority(roles)
	action, actionKnown := majority(actions)
	term, termKnown := majority(terms)
	if roleKnown {
		out.Roles = nonEmpty(strings.Split(role, ", ")...)
	}
	if actionKnown {
		out.Actions = nonEmpty(strings.Split(action, ", ")...)
	}
	if termKnown {
		out.Majority = term
	}
	has, hasKnown := majority(present)
	for col, step := range r.cells {
		if s.processes[col] == nil {
			continue
		}
		c := &out.Cells[col]
		mark := func(when bool, o Outlier) {
			if when {
				c.Outliers = append(c.Outliers, o)
			}
		}
		mark(hasKnown && has == "true" && step == nil, OutlierMissing)
		if step == nil {
			continue
		}
		mark(hasKnown && has == "false", OutlierOnlyHere)
		mark(roleKnown && strings.Join(codes(step.Roles), ", ") != role, OutlierActor)
		mark(actionKnown && model.Joined(step.Actions, ", ") != action, OutlierAction)
		mark(termKnown && c.Value != term, OutlierValue)
	}
	return out
}

// Outliers counts the cells that deviate from most others.
func (m *Matrix) Outliers() int {
	n := 0
	count := func(cells []Cell) {
		for _, c := range cells {
			if c.Deviates() {
				n++
			}
		}
	}
	for _, s := range m.Services {
		for _, f := range s.Figures {
			count(f.Cells)
		}
		for _, section := range s.Sections {
			for _, r := range section.Rows {
				count(r.Cells)
			}
		}
	}
	return n
}

// WriteMatrixJSON writes a matrix as one indented JSON object.
func WriteMatrixJSON(w io.Writer, m *Matrix) error {
	if err := model.NewIndentedEncoder(w).Encode(m); err != nil {
		return fmt.Errorf("matrix of %d acts: %w", len(m.Columns), err)
	}
	return nil
}
