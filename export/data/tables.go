package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reglament/corpus"
	"reglament/model"
)

// table is what the documents say of one kind of thing, a row each.
type table struct {
	name    string
	doc     string
	columns []column
	rows    func(doc *model.Document, write write) error
}

// write takes one row, a cell for each column.
type write = func(row ...any) error

// tell writes the rows of a document. The error names the document.
func (t table) tell(doc *model.Document, write write) error {
	err := t.rows(doc, func(row ...any) error {
		if len(row) != len(t.columns) {
			return fmt.Errorf("%d cells for %d columns", len(row), len(t.columns))
		}
		return write(row...)
	})
	if err != nil {
		return fmt.Errorf("%s: %s: %w", t.name, doc.Source.Name, err)
	}
	return nil
}

func (t table) names() []string {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	return names
}

// number reads the cell of a column of numbers.
func (c column) number(cell string) (int, error) {
	n, err := strconv.Atoi(cell)
	if err != nil {
		return 0, fmt.Errorf("the column %s has %q, which is no number", c.name, cell)
	}
	return n, nil
}

var tables = []table{
	{"acts", "A row for each text of an act.", actColumns, actRows},
	{"regulations", "A row for each regulation of a public service.", regulationColumns, regulationRows},
	{"limits", "A row for each time limit that a regulation states for the service as a whole.", limitColumns, limitRows},
	{"participants", "A row for each entry of a regulation's list of units and workers who take part.", participantColumns, participantRows},
	{"steps", "A row for each step of a procedure.", stepColumns, stepRows},
	{"results", "A row for each result of a procedure that a regulation lists apart from the steps.", resultColumns, resultRows},
	{"notes", "A row for each amendment that an editorial note (Ескерту, Сноска) tells of.", noteColumns, noteRows},
	{"references", "A row for each act that the text names, and for each point or annex that a step refers to.", referenceColumns, referenceRows},
	{"findings", "A row for each doubt, repair and contradiction that the reader noted.", findingColumns, findingRows},
}

func actRows(doc *model.Document, write write) error {
	a := &doc.Act
	var issuer model.Issuer
	if a.Issuer != nil {
		issuer = *a.Issuer
	}
	var registration model.Registration
	if a.Registration != nil {
		registration = *a.Registration
	}
	signatories := make([]string, len(a.Signatories))
	for i, s := range a.Signatories {
		signatories[i] = string(s.Name)
	}
	status, ended := a.Standing()
	by, entry := refOf(ended), ruleOf(a.EntryIntoForce)
	return write(
		a.Key, doc.Source.SHA256, doc.Source.Name, doc.Source.Format, doc.Source.URL, a.Language, a.ID, a.Kind, a.Title,
		issuer.Name, issuer.Kind, issuer.Region, a.Adopted, a.Number,
		registration.Body, registration.Date, registration.Number, status, a.Status, by.Date, by.Number,
		entry.From, entry.days, entry.DayKind, entry.Date, entry.Text, start(entry.Span), end(entry.Span), list(signatories),
		len(doc.Regulations), len(doc.Findings),
	)
}

func regulationRows(doc *model.Document, write write) error {
	for i := range doc.Regulations {
		r := &doc.Regulations[i]
		approved, standard := refOf(r.ApprovedBy), refOf(r.Standard)
		var edition model.ActRef
		if r.Edition != nil {
			edition = refOf(r.Edition.By)
		}
		if err := write(
			doc.Act.Key, doc.Source.SHA256, r.Index, r.Service, r.Annex, r.Provider, list(r.Channels), list(r.Forms), r.Automation,
			approved.Date, approved.Number, standard.Date, standard.Number, edition.Date, edition.Number, r.Span[0], r.Span[1],
		); err != nil {
			return err
		}
	}
	return nil
}

func limitRows(doc *model.Document, write write) error {
	for i := range doc.Regulations {
		r := &doc.Regulations[i]
		for n, l := range r.TimeLimits {
			if err := write(
				doc.Act.Key, doc.Source.SHA256, r.Index, n+1, l.What, list(l.At), l.Duration.Value, l.Duration.Unit, l.Duration.Qualifier,
				workingMinutes(l.Duration), l.Duration.Text, l.Span[0], l.Span[1],
			); err != nil {
				return err
			}
		}
	}
	return nil
}

func participantRows(doc *model.Document, write write) error {
	for i := range doc.Regulations {
		r := &doc.Regulations[i]
		for n, a := range r.Actors {
			if err := write(doc.Act.Key, doc.Source.SHA256, r.Index, n+1, list(a.Roles), a.Text, a.Span[0], a.Span[1]); err != nil {
				return err
			}
		}
	}
	return nil
}

// resultRows writes a row for each item of the separate lists of results, with the step that
// it is the result of where the list fits the steps.
func resultRows(doc *model.Document, write write) error {
	for i := range doc.Regulations {
		r := &doc.Regulations[i]
		for n, l := range r.Results {
			for k, item := range l.Items {
				process, step := "", ""
				if k < len(l.Steps) {
					process, step = strconv.Itoa(l.Steps[k].Process+1), strconv.Itoa(l.Steps[k].Step+1)
				}
				at := l.Spans.OfItem("items", k)
				if err := write(doc.Act.Key, doc.Source.SHA256, r.Index, n+1, k+1, process, step, list(l.Variant), item, start(at), end(at)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func findingRows(doc *model.Document, write write) error {
	for i, f := range doc.Findings {
		if err := write(doc.Act.Key, doc.Source.SHA256, i+1, f.Code, f.Severity, f.Message, start(f.Span), end(f.Span)); err != nil {
			return err
		}
	}
	return nil
}

// workingMinutes is the cell of a term in working time, empty where it has no fixed length
// in it.
func workingMinutes(d model.Duration) string {
	if m, ok := d.WorkingMinutes(); ok {
		return strconv.Itoa(m)
	}
	return ""
}

// stepRows writes a row for each step. The columns of the duration are filled where the
// step has one; of several, which the text gives for parts of the step, none is the
// step's own, and they stand in the column of all.
func stepRows(doc *model.Document, write write) error {
	for r := range doc.Regulations {
		for p := range doc.Regulations[r].Processes {
			process := &doc.Regulations[r].Processes[p]
			for i := range process.Steps {
				s := &process.Steps[i]
				label, actor, result := s.Spans.Of("label"), s.Spans.Of("actor"), s.Spans.Of("result")
				var branch model.Branch
				if b := slices.IndexFunc(process.Branches, func(b model.Branch) bool {
					return s.Label != "" && b.Condition == string(s.Label)
				}); b >= 0 {
					branch = process.Branches[b]
				}
				var d model.Duration
				value, minutes := "", ""
				if len(s.Durations) == 1 {
					d = s.Durations[0]
					value, minutes = strconv.Itoa(d.Value), workingMinutes(d)
				}
				var durations, durationSpans []string
				for _, d := range s.Durations {
					durations = append(durations, fmt.Sprintf("%d %s", d.Value, d.Unit))
					durationSpans = append(durationSpans, spanCell(d.Span))
				}
				var follows, followsSpans []string
				for _, n := range s.Next {
					follows = append(follows, n.Text)
					followsSpans = append(followsSpans, spanCell(n.Span))
				}
				if err := write(
					doc.Act.Key, doc.Source.SHA256, doc.Regulations[r].Index, p+1, i+1, process.Kind, process.Point, list(process.Variant), s.N, s.Node,
					s.Label, start(label), end(label), s.Actor, start(actor), end(actor), list(s.Roles),
					list(s.Actions), spansOf(s.Spans, "actions", len(s.Actions)),
					value, d.Unit, d.Qualifier, minutes, start(d.Span), end(d.Span), list(durations), list(durationSpans),
					s.Result, start(result), end(result), list(s.Conditions), spansOf(s.Spans, "conditions", len(s.Conditions)),
					branch.Refusal, branch.Next, list(follows), list(followsSpans), s.Text, s.Span[0], s.Span[1],
				); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func noteRows(doc *model.Document, write write) error {
	for i := range doc.Act.Notes {
		n := &doc.Act.Notes[i]
		regulation := ""
		if n.Target.Regulation != nil {
			regulation = strconv.Itoa(*n.Target.Regulation)
		}
		by, effective := refOf(n.By), ruleOf(n.Effective)
		if err := write(
			doc.Act.Key, doc.Source.SHA256, i+1, regulation, n.Target.Kind, n.Target.Number, n.Action, by.Date, by.Number, by.Text, keyOf(doc, corpus.RefNote, n.By),
			effective.From, effective.days, effective.DayKind, effective.Date, n.Text, n.Span[0], n.Span[1],
		); err != nil {
			return err
		}
	}
	return nil
}

// referenceRows writes a row for each act that the document names, with the relation it
// is named in, and for each point or annex that a step refers to (relation step).
func referenceRows(doc *model.Document, write write) error {
	var err error
	act := func(regulation string, relation string, refs ...*model.ActRef) {
		for _, ref := range refs {
			if ref == nil || err != nil {
				continue
			}
			err = write(
				doc.Act.Key, doc.Source.SHA256, regulation, "", "", relation, model.RefAct, ref.Kind, ref.Issuer, ref.Date, ref.Number,
				ref.Title, ref.RegistrationNumber, keyOf(doc, corpus.RefRole(relation), ref), "", "", ref.Text, ref.Span[0], ref.Span[1],
			)
		}
	}
	act("", "repealed_by", doc.Act.RepealedBy)
	for _, group := range []struct {
		relation string
		refs     []model.ActRef
	}{{"amends", doc.Act.Amends}, {"repeals", doc.Act.Repeals}, {"cites", doc.Act.Cites}} {
		for i := range group.refs {
			act("", group.relation, &group.refs[i])
		}
	}
	for i := range doc.Regulations {
		r := &doc.Regulations[i]
		index := strconv.Itoa(r.Index)
		act(index, "approved_by", r.ApprovedBy)
		act(index, "standard", r.Standard)
		if r.Edition != nil {
			act(index, "edition", r.Edition.By)
		}
		for p := range r.Processes {
			for s := range r.Processes[p].Steps {
				for _, ref := range r.Processes[p].Steps[s].Refs {
					if err != nil {
						return err
					}
					err = write(
						doc.Act.Key, doc.Source.SHA256, index, p+1, s+1, "step", ref.To, "", "", "", "", "", "", "",
						ref.Point, ref.Annex, ref.Text, ref.Span[0], ref.Span[1],
					)
				}
			}
		}
	}
	return err
}

// keyOf is the key of the act that a mention means, "" where it does not tell it.
func keyOf(doc *model.Document, role corpus.RefRole, r *model.ActRef) string {
	own, _ := corpus.Identity(doc)
	act, _ := corpus.Named(r, role, own.Region)
	return act.Key
}

func refOf(r *model.ActRef) model.ActRef {
	if r == nil {
		return model.ActRef{}
	}
	return *r
}

// rule is an entry clause, with the days as a cell: empty where there is no clause.
type rule struct {
	model.EffectiveRule
	days string
}

func ruleOf(r *model.EffectiveRule) rule {
	if r == nil {
		return rule{}
	}
	return rule{*r, strconv.Itoa(r.Days)}
}

// start and end are the cells of a span, empty where a value has none.
func start(s model.Span) string {
	if s.Empty() {
		return ""
	}
	return strconv.Itoa(s[0])
}

func end(s model.Span) string {
	if s.Empty() {
		return ""
	}
	return strconv.Itoa(s[1])
}

// spanCell is a span in a cell with several: "120-134".
func spanCell(s model.Span) string {
	if s.Empty() {
		return ""
	}
	return fmt.Sprintf("%d-%d", s[0], s[1])
}

// spansOf is the evidence for the n values of a list, each in the place of its value.
func spansOf(spans model.Spans, name string, n int) string {
	cells := make([]string, n)
	for i := range cells {
		cells[i] = spanCell(spans.OfItem(name, i))
	}
	if strings.Join(cells, "") == "" {
		return ""
	}
	return list(cells)
}
