package regulation

import (
	"slices"
	"strconv"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/sentence"
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
func (r *reader) annexTables(o *outline) {
	for i := range o.annexes {
		a := &o.annexes[i]
		var caption model.Span
		tables := r.tablesIn(a.from, a.end)
		if len(tables) == 0 {
			r.scatteredTable(a)
		}
		for _, tab := range tables {
			if !tab.caption.Empty() {
				caption = tab.caption // also of the tables that go on with it
			}
			kind, point := model.ProcessInteraction, ""
			if pt, k, known := r.refersTo(o, a.number); pt != nil {
				point = pt.number
				if known {
					kind = k
				}
			}
			title := caption
			if title.Empty() && a.title[1] > 0 {
				title = a.title
			}
			r.table(&tab, r.tableKind(caption, kind), point, title)
		}
	}
}

// scatteredTable reports an annex that has the titles of a table of steps, the cells of which are
// not in their order: prints of tables without borders.
func (r *reader) scatteredTable(a *annex) {
	const least = 3 // that nothing but a table of steps has
	var seen columns
	var titles []model.Span
	for _, p := range r.Paragraphs[a.from:a.end] {
		if seen.add(r.column(p)) {
			titles = append(titles, p)
		}
	}
	if len(titles) >= least {
		r.finding(model.FindTextUnread, model.Warning, phrase.BrokenTable.Of(), titles[0])
	}
}

// refersTo returns the first point that refers to an annex, and the kind of procedure that
// the point is about.
func (r *reader) refersTo(o *outline, annex string) (*point, model.ProcessKind, bool) {
	for i := range o.sections {
		for k := range o.sections[i].points {
			pt := &o.sections[i].points[k]
			ws := r.Words(model.Span{pt.body[0], r.Paragraphs[pt.end-1][1]})
			if !slices.ContainsFunc(ws, r.AnnexRef) {
				continue
			}
			for _, ref := range r.Refs(ws) {
				if ref.To == model.RefRegulation && string(ref.Annex) == annex && ref.Point == "" {
					kind, known := r.pointKind(r.Words(pt.body))
					return pt, kind.Kind, known && kind.Is == lang.ProcedurePoint
				}
			}
		}
	}
	return nil, "", false
}

// table adds the procedures that a table tells.
func (r *reader) table(tab *stepTable, kind model.ProcessKind, point string, title model.Span) {
	for _, part := range tab.parts {
		p := r.procedure(kind, point, title)
		p.Span = part.steps[0].whole
		if !part.course.Empty() {
			p.Variant = append(p.Variant, r.Of(part.course))
			p.Spans.SetItem("variant", 0, part.course)
		}
		timed := slices.ContainsFunc(part.steps, func(s tableStep) bool { return !s.cells[lang.TermColumn].Empty() })
		for _, s := range part.steps {
			for _, cell := range s.cells {
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
	for _, s := range tab.broken {
		r.finding(model.FindTextUnread, model.Warning, phrase.BrokenTable.Of(), s)
	}
}

// wentOn returns the procedure that a table goes on with, which has no caption of its own
// or one that says so: "Продолжение таблицы 1".
func (r *reader) wentOn(tab *stepTable, p *model.Process) *model.Process {
	if len(r.out.Processes) == 0 {
		return nil
	}
	last := &r.out.Processes[len(r.out.Processes)-1]
	next, _ := strconv.Atoi(string(p.Steps[0].N))
	before, _ := strconv.Atoi(string(last.Steps[len(last.Steps)-1].N))
	own := !tab.caption.Empty() && !r.Has(r.Words(tab.caption), &r.Tab.Continued)
	if own && (last.Kind != p.Kind || !slices.Equal(last.Variant, p.Variant)) {
		return nil
	}
	if next < 2 || next != before+1 || last.Point != p.Point {
		return nil
	}
	return last
}

// tableStep reads a step of a table.
func (r *reader) tableStep(from *tableStep, timed bool) model.Step {
	t := r.text
	s := model.Step{Node: model.TaskNode, Span: from.whole}
	if n := t.int(from.cells[lang.NumberColumn]); n > 0 {
		s.N = model.Text(strconv.Itoa(n))
	}
	if unit := t.Trim(from.cells[lang.UnitColumn], sentence.Terminators+"\n"); t.tellsSomething(unit) {
		a := &sentence.Actor{Span: unit}
		a.Roles, a.Other = t.Roles(t.Words(unit))
		r.act(&s, a)
		if from.above {
			r.finding(model.FindActorMissing, model.Info, phrase.ActorAbove.Of(r.Of(unit)), from.whole)
		}
	}
	text := t.Trim(from.cells[lang.ActionColumn], "\n")
	if !text.Empty() {
		s.Text = t.Of(text)
		s.Spans.Set("text", text)
		for i, sentence := range t.Sentences(text) {
			r.sentence(&s, sentence, i == 0, false)
		}
		s.Refs = r.Refs(t.Words(text))
	}
	if result := t.Trim(from.cells[lang.ResultColumn], sentence.Terminators+"\n"); t.tellsSomething(result) {
		s.Result = model.Text(t.Of(result))
		s.Spans.Set("result", result)
	}
	s.Next = r.next(from.cells[lang.NextColumn])
	term := from.cells[lang.TermColumn]
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
		r.finding(model.FindDurationMissing, model.Info, phrase.NoTerm.Of(), from.whole)
	}
	if s.Actor == "" {
		r.finding(model.FindActorMissing, model.Warning, phrase.NoActor.Of(), from.whole)
	}
	if len(s.Actions) == 0 {
		r.finding(model.FindActionUnknown, model.Info, phrase.NoAction.Of(), from.whole)
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
		n := t.int(part)
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
