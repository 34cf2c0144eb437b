package regulation

import (
	"slices"
	"strconv"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// tableKind tells what procedure a table tells of, by the way to apply that its caption
// names.
func (t *text) tableKind(caption model.Span, otherwise model.ProcessKind) model.ProcessKind {
	if caption.Empty() {
		return otherwise
	}
	switch c, _ := t.channelIn(caption); c {
	case model.ChannelPortal:
		return model.ProcessPortal
	case model.ChannelCorporation:
		return model.ProcessCorporation
	case model.ChannelPSC:
		return model.ProcessPSC
	}
	return otherwise
}

// annexTables reads the tables of steps in the annexes. Such a table tells what the point
// tells that refers to its annex.
func (r *reader) annexTables(o *structure.Outline) {
	for i := range o.Annexes {
		a := &o.Annexes[i]
		var caption model.Span
		tables := r.TablesIn(a.From, a.End)
		if len(tables) == 0 {
			r.scatteredTable(a)
		}
		for _, tab := range tables {
			if !tab.Caption.Empty() {
				caption = tab.Caption // also of the tables that go on with it
			}
			kind, point := model.ProcessInteraction, ""
			if pt, k, known := r.refersTo(o, a.Number); pt != nil {
				point = pt.Number
				if known {
					kind = k
				}
			}
			title := caption
			if title.Empty() && a.Title[1] > 0 {
				title = a.Title
			}
			r.table(&tab, r.tableKind(caption, kind), point, title)
		}
	}
}

// scatteredTable reports an annex that has the titles of a table of steps, the cells of which are
// not in their order: prints of tables without borders.
func (r *reader) scatteredTable(a *structure.Annex) {
	const least = 3 // that nothing but a table of steps has
	if titles := r.ColumnTitles(a.From, a.End); len(titles) >= least {
		r.finding(model.FindTextUnread, model.Warning, phrase.BrokenTable.Of(), titles[0])
	}
}

// refersTo returns the first point that refers to an annex, and the kind of procedure that
// the point is about.
func (r *reader) refersTo(o *structure.Outline, annex string) (*structure.Point, model.ProcessKind, bool) {
	for i := range o.Sections {
		for k := range o.Sections[i].Points {
			pt := &o.Sections[i].Points[k]
			ws := r.Words(model.Span{pt.Body[0], r.Paragraphs[pt.End-1][1]})
			if !slices.ContainsFunc(ws, r.AnnexRef) {
				continue
			}
			for _, ref := range r.Refs(ws) {
				if ref.To == model.RefRegulation && string(ref.Annex) == annex && ref.Point == "" {
					kind, known := r.PointKind(r.Words(pt.Body))
					return pt, kind.Kind, known && kind.Is == lang.ProcedurePoint
				}
			}
		}
	}
	return nil, "", false
}

// table adds the procedures that a table tells.
func (r *reader) table(tab *structure.StepTable, kind model.ProcessKind, point string, title model.Span) {
	for _, part := range tab.Parts {
		p := r.procedure(kind, point, title)
		p.Span = part.Steps[0].Whole
		if !part.Course.Empty() {
			p.Variant = append(p.Variant, r.Of(part.Course))
			p.Spans.SetItem("variant", 0, part.Course)
		}
		timed := slices.ContainsFunc(part.Steps, func(s structure.TableStep) bool { return !s.Cells[lang.TermColumn].Empty() })
		for _, s := range part.Steps {
			for _, cell := range s.Cells {
				if !cell.Empty() {
					p.Span = model.Span{min(p.Span[0], cell[0]), max(p.Span[1], cell[1])}
				}
			}
			p.Steps = append(p.Steps, r.tableStep(&s, timed))
		}
		p.Branches = r.branches(p.Steps)
		if last := r.wentOn(tab, &p); last != nil {
			last.Steps = append(last.Steps, p.Steps...)
			last.Span[1] = max(last.Span[1], p.Span[1])
			continue
		}
		r.out.Processes = append(r.out.Processes, p)
	}
	for _, s := range tab.Broken {
		r.finding(model.FindTextUnread, model.Warning, phrase.BrokenTable.Of(), s)
	}
}

// wentOn returns the procedure that a table goes on with, which has no caption of its own
// or one that says so: "Продолжение таблицы 1".
func (r *reader) wentOn(tab *structure.StepTable, p *model.Process) *model.Process {
	if len(r.out.Processes) == 0 {
		return nil
	}
	last := &r.out.Processes[len(r.out.Processes)-1]
	next, _ := strconv.Atoi(string(p.Steps[0].N))
	before, _ := strconv.Atoi(string(last.Steps[len(last.Steps)-1].N))
	own := !tab.Caption.Empty() && !r.Has(r.Words(tab.Caption), &r.Tab.Continued)
	if own && (last.Kind != p.Kind || !slices.Equal(last.Variant, p.Variant)) {
		return nil
	}
	if next < 2 || next != before+1 || last.Point != p.Point {
		return nil
	}
	return last
}

// tableStep reads a step of a table.
func (r *reader) tableStep(from *structure.TableStep, timed bool) model.Step {
	t := r.text
	s := model.Step{Node: model.TaskNode, Span: from.Whole}
	if n := t.Figure(from.Cells[lang.NumberColumn]); n > 0 {
		s.N = model.Text(strconv.Itoa(n))
	}
	if unit := t.Trim(from.Cells[lang.UnitColumn], sentence.Terminators+"\n"); t.tellsSomething(unit) {
		a := &sentence.Actor{Span: unit}
		a.Roles, a.Other = t.Roles(t.Words(unit))
		r.act(&s, a)
		if from.Above {
			r.finding(model.FindActorMissing, model.Info, phrase.ActorAbove.Of(r.Of(unit)), from.Whole)
		}
	}
	text := t.Trim(from.Cells[lang.ActionColumn], "\n")
	if !text.Empty() {
		s.Text = t.Of(text)
		s.Spans.Set("text", text)
		for i, sentence := range t.Sentences(text) {
			r.sentence(&s, sentence, i == 0, false)
		}
		s.Refs = r.Refs(t.Words(text))
	}
	if result := t.Trim(from.Cells[lang.ResultColumn], sentence.Terminators+"\n"); t.tellsSomething(result) {
		s.Result = model.Text(t.Of(result))
		s.Spans.Set("result", result)
	}
	s.Next = r.next(from.Cells[lang.NextColumn])
	term := from.Cells[lang.TermColumn]
	switch ws := t.Words(term); {
	case t.tellsSomething(term):
		if ds := t.Durations(ws); len(ds) > 0 {
			s.Durations = ds
		} else if _, told := t.Unmeasured(ws); told {
			r.finding(model.FindTermUnmeasured, model.Info, phrase.NoLength.Of(t.Of(term)), term)
		} else {
			r.finding(model.FindTextUnread, model.Info, phrase.TermUnread.Of(t.Of(term)), term)
		}
	case timed && len(s.Durations) == 0 && !slices.Contains(s.Roles, model.RoleApplicant):
		r.finding(model.FindDurationMissing, model.Info, phrase.NoTerm.Of(), from.Whole)
	}
	if s.Actor == "" {
		r.finding(model.FindActorMissing, model.Warning, phrase.NoActor.Of(), from.Whole)
	}
	if len(s.Actions) == 0 {
		r.finding(model.FindActionUnknown, model.Info, phrase.NoAction.Of(), from.Whole)
	}
	return s
}

// next reads which steps follow: "2", "3, 4", "2 – если есть нарушения; 3 – если их нет".
func (r *reader) next(cell model.Span) []model.Next {
	t := r.text
	var out []model.Next
	from := cell[0]
	for i := cell[0]; i <= cell[1] && !cell.Empty(); i++ {
		if i < cell[1] {
			counts := t.Low[i] == ',' && sentence.IsDigit(t.Low[min(t.SkipBlank(i+1, cell[1]), cell[1]-1)])
			if !counts && t.Low[i] != ';' && t.Low[i] != '\n' {
				continue
			}
		}
		part := t.Trim(model.Span{from, i}, sentence.Terminators)
		from = i + 1
		n := t.Figure(part)
		if n == 0 {
			continue
		}
		follows := model.Next{N: strconv.Itoa(n), Text: t.Of(part), Span: part}
		if ws := t.Words(part); len(ws) > 1 {
			follows.Condition = model.Text(t.Of(t.Trim(model.Span{ws[0].End, part[1]}, sentence.Terminators+sentence.Dashes+"()")))
		}
		out = append(out, follows)
	}
	return out
}

// unresolvedNext reports the steps that are said to follow and are not in the table.
func (r *reader) unresolvedNext(steps []model.Step) {
	for i := range steps {
		for _, next := range steps[i].Next {
			if !slices.ContainsFunc(steps, func(s model.Step) bool { return string(s.N) == next.N }) {
				r.finding(model.FindRefUnresolved, model.Warning, phrase.NoStep.Of(next.N), next.Span)
			}
		}
	}
}

// tellsSomething reports whether a cell has words or a figure: "-" has not.
func (t *text) tellsSomething(cell model.Span) bool { return !cell.Empty() && len(t.Words(cell)) > 0 }
