package regulation

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// Reading is a regulation as read, with the notes that stand in it.
type Reading struct {
	Regulation model.Regulation
	Notes      []model.Note
	Stamp      model.Span // approval stamp and annex mark above the title
	Findings   []model.Finding
}

// reader reads one regulation.
type reader struct {
	*text
	index    int
	out      model.Regulation
	findings []model.Finding
	centres  []lang.Centre // what "centre" stands for here
	concepts []name        // lines of the list of concepts
	own      string        // the noun of a unit that is short for the provider here
	akim     model.Span    // of whom "akim" is short here, where he is one of villages
	desk     model.Role    // of a worker who is called no more than that in the procedure that was begun
}

// Read reads the regulations that were found. What is read when ctx ends is of no use.
func Read(ctx context.Context, f *structure.Found) []Reading {
	t := &text{Text: f.Text}
	out := make([]Reading, 0, len(f.Extents))
	for i, pl := range f.Extents {
		if ctx.Err() != nil {
			break
		}
		out = append(out, t.read(ctx, pl, i+1))
	}
	return out
}

func (t *text) read(ctx context.Context, pl structure.Extent, index int) Reading {
	t.pscCentre = false // those of the regulation before mean nothing here
	t.Forget()
	r := &reader{text: t, index: index}
	g := &r.out
	g.Index = index
	g.Service = strings.ReplaceAll(t.Of(pl.Service), "\n", " ")
	g.Span = model.Span{t.Paragraphs[pl.From][0], t.Paragraphs[pl.End-1][1]}
	g.Spans.Set("service", pl.Service)
	read := Reading{}
	if pl.Untitled {
		r.finding(model.FindServiceUntitled, model.Info, phrase.ServiceUntitled.Of(g.Service), pl.Service)
	} else if !pl.Quoted {
		r.finding(model.FindServiceUnquoted, model.Warning, phrase.ServiceUnquoted.Of(g.Service), pl.Service)
	}
	if pl.From < pl.Heading {
		read.Stamp = model.Span{t.Paragraphs[pl.From][0], t.Paragraphs[t.StampEnd(pl.Heading)-1][1]}
		r.stamp(read.Stamp)
	} else if stamp, ok := t.MisplacedStamp(pl.Before, pl.Heading); ok {
		read.Stamp = stamp
		r.stamp(stamp)
	}
	o := t.Outline(pl)
	r.findings = append(r.findings, o.Findings...)
	r.definitions(pl.Body, o.BodyEnd)
	r.findConcepts(pl.Body, &o)
	r.findCentres()
	r.findShorts()
	r.provider(pl.Body, o.BodyEnd)
	r.findOwn()
	r.standard(pl.Body, o.BodyEnd)
	r.sections(&o)
	for i := range o.Sections {
		sec := &o.Sections[i]
		for k := range sec.Points {
			if ctx.Err() != nil {
				return read
			}
			r.point(&sec.Points[k], sec)
		}
	}
	r.annexTables(&o)
	for i := range g.Processes {
		r.unresolvedNext(g.Processes[i].Steps)
	}
	r.served(pl.Body, o.BodyEnd)
	r.onlyWay()
	r.forms(&o)
	r.automation(&o)
	r.annexes(&o)
	r.listedNames()
	r.fullNames()
	r.matchResults()
	r.resolveRefs()
	r.uses(o.BodyEnd)
	r.unreadTerms(&o)
	read.Notes = r.notes(&o)
	read.Regulation = r.out
	read.Findings = r.findings
	return read
}

func (r *reader) finding(code model.FindingCode, severity model.Severity, why model.Message, span model.Span) {
	r.findings = append(r.findings, phrase.Finding(code, severity, span, why))
}

// stamp reads who approved the regulation and which annex of the act it is. A regulation
// set out by an amending act bears two stamps: the annex mark of that act, and the
// approval by the act it amends.
func (r *reader) stamp(span model.Span) {
	by, annex, ok := act.Stamp(r.Of(span), span[0], r.Language)
	if by == nil {
		by = act.BareStamp(r.Of(span), span[0], r.Language)
	}
	if !ok && by == nil {
		return
	}
	r.out.ApprovedBy = by
	r.out.Annex = annex
}

// under returns the paragraphs of a point below its first one, but for what stands beside.
func (t *text) under(pt *structure.Point) []int {
	var out []int
	for i := pt.From + 1; i < pt.End; i++ {
		if !t.Outside(i) {
			out = append(out, i)
		}
	}
	return out
}

// point reads a point by what its first paragraph says it is about.
func (r *reader) point(pt *structure.Point, sec *structure.Section) {
	t := r.text
	under := slices.DeleteFunc(t.under(pt), t.Tabled)
	tables := t.TablesIn(pt.From, pt.End)
	for _, tab := range tables {
		under = slices.DeleteFunc(under, func(i int) bool { return i+1 == tab.From && !tab.Caption.Empty() })
	}
	a := r.topicOf(pt, sec, under)
	list, results := t.resultsBelow(a.list)
	links := t.chained(list)
	before, channels := r.found(), len(r.out.Channels)
	lists := len(r.out.Results)
	switch {
	case a.is(lang.ProcedurePoint) && len(links) > 0:
		r.chainOf(pt, a.kind, a.head, links)
	case a.is(lang.ProcedurePoint) && r.procedural(a.head, list):
		r.out.Processes = append(r.out.Processes, r.processes(pt, a.kind, a.head, list)...)
	case a.is(lang.ResultsPoint) && t.EndsWith(a.head, ":"):
		r.results(list)
	case a.is(lang.ResultsPoint):
		r.resultRuns([]run{t.resultsTold(append([]model.Span{pt.Body}, list...))})
	case !a.known && len(r.out.Processes) > 0 && r.bareResults(pt.Body):
	case a.is(lang.ActorsPoint) && (t.EndsWith(a.head, ":") || a.inline || t.bareNames(list)):
		r.actorList(list)
	case t.pscSection(sec):
		r.pscPoint(pt, under)
	}
	if len(results) > 0 {
		r.results(results)
	}
	if ws := t.Words(pt.Body); a.is(lang.ResultsPoint) && len(r.out.Results) == lists && (!t.HasFinite(ws) || t.Has(ws, &t.Tab.Is)) {
		r.finding(model.FindTextUnread, model.Warning, phrase.ResultsUnread.Of(t.Of(t.Trim(pt.Body, ""))), pt.Body)
	}
	for _, tab := range tables {
		kind := a.kind.Kind
		if !a.is(lang.ProcedurePoint) {
			kind = t.tableKind(tab.Caption, model.ProcessInteraction)
		}
		r.table(&tab, kind, pt.Number, t.Trim(a.head, sentence.Terminators))
	}
	if r.found() == before { // steps, results and who takes part announce no way to apply
		r.channels(pt, under)
		if len(r.out.Channels) == channels && t.EndsWith(a.head, ":") && a.kind.Is != lang.ConceptsPoint {
			r.unread(list, nil) // a list of steps that nothing announces
		}
	}
	r.limits(pt, under, a.kind, a.known)
}

// found counts what was read from points of their own kind so far.
func (r *reader) found() int {
	return len(r.out.Processes) + len(r.out.Results) + len(r.out.Actors)
}

// procedural reports whether a point announces steps: it ends in a colon, or labelled
// steps follow all the same.
func (r *reader) procedural(head model.Span, list []model.Span) bool {
	if r.EndsWith(head, ":"+sentence.Dashes) {
		return len(list) > 0
	}
	if r.timedSteps(list) || r.prose(head, list) {
		return true // the colon is lost: "…, длительность его выполнения."
	}
	for _, p := range list {
		_, rest, _ := sentence.LeadingNumber(r.Of(p))
		if r.Label(model.Span{p[0] + rest, p[1]}).Text != "" {
			return true
		}
	}
	return false
}

// prose reports whether a heading that ends as a sentence stands above sentences each of which
// tells who does what: "Мемлекеттік корпорацияға жүгіну тәртібін сипаттау." / "Қызметкер құжаттарды
// тексереді." / "Орындалу ұзақтығы – 5 минут."
func (t *text) prose(head model.Span, list []model.Span) bool {
	if t.HasFinite(t.Words(head)) || len(list) == 0 || !t.IsAction(list[0]) {
		return false
	}
	return !slices.ContainsFunc(list, func(p model.Span) bool {
		return sentence.Numbered(t.Of(p)) || !t.IsAction(p) && !t.Conditional(p) && !t.StatesTerm(p) && !t.statesResult(p, false)
	})
}

// unnumbered reads a list whose items have no numbers: "регистрация документов;" / "виза."
func (r *reader) unnumbered(list []model.Span) []run {
	var c run
	for i, p := range list {
		last := i == len(list)-1
		inline := p[0] > 0 && r.Canonical[p[0]-1] != '\n'
		if !r.EndsWith(p, ";,") && !r.Bullet(p) && !strings.HasPrefix(r.Canonical[p[1]:], ";") && !(last && (i > 0 || inline)) {
			return nil
		}
		c.items = append(c.items, item{whole: p, body: []model.Span{p}})
	}
	return []run{c}
}

// annexes lists the annexes of the regulation.
func (r *reader) annexes(o *structure.Outline) {
	for _, a := range o.Annexes {
		m := model.Annex{Number: model.Text(a.Number), Span: model.Span{r.Paragraphs[a.From][0], r.Paragraphs[a.End-1][1]}}
		if a.Title[1] > 0 {
			m.Title = model.Text(r.Of(a.Title))
		}
		r.out.Annexes = append(r.out.Annexes, m)
	}
}

// sections gives the tree of sections, points and subpoints.
func (r *reader) sections(o *structure.Outline) {
	for _, sec := range o.Sections {
		s := model.Section{Number: model.Text(sec.Number), Title: r.Of(sec.Title), Span: model.Span{r.Paragraphs[sec.From][0], r.Paragraphs[sec.End-1][1]}}
		for _, pt := range sec.Points {
			p := model.Point{Number: model.Text(pt.Number), Text: r.Of(r.Trim(pt.Body, "")), Span: model.Span{r.Paragraphs[pt.From][0], r.Paragraphs[pt.End-1][1]}}
			under := r.under(&pt)
			p.Subpoints = slices.Grow(p.Subpoints, len(under))
			for _, i := range under {
				q := r.Paragraphs[i]
				number, rest, _ := sentence.LeadingNumber(r.Of(q))
				p.Subpoints = append(p.Subpoints, model.Point{Number: model.Text(number), Text: r.Of(model.Span{q[0] + rest, q[1]}), Span: q})
			}
			s.Points = append(s.Points, p)
		}
		r.out.Sections = append(r.out.Sections, s)
	}
}

// notes reads the notes of the regulation; one that speaks of a new edition of the whole
// regulation is the edition it is in.
func (r *reader) notes(o *structure.Outline) []model.Note {
	var out []model.Note
	index := r.index
	for _, at := range o.Notes {
		where := model.Target{Kind: model.TargetRegulation, Regulation: &index}
		if at.Point != "" {
			where.Kind, where.Number = model.TargetPoint, model.Text(at.Point)
		}
		p := r.Paragraphs[at.Paragraph]
		notes, findings := act.Notes(r.Of(p), p, r.Language, where)
		r.findings = append(r.findings, findings...)
		for k := range notes {
			n := notes[k]
			if n.Target.Regulation == nil && n.Target.Kind != model.TargetAct {
				n.Target.Regulation = &index
			}
			if at.Point == "" && at.Paragraph < o.BodyEnd && n.Target.Kind == model.TargetAnnex && n.Target.Number == r.out.Annex {
				n.Target.Regulation = nil // "Приложение 3 в редакции …" is of the act's annex, which the regulation is
			}
			if n.Target.Kind == model.TargetRegulation && n.Action == model.NoteNewEdition {
				r.out.Edition = &model.Edition{By: n.By, Effective: n.Effective}
			}
			out = append(out, n)
		}
	}
	return out
}

// unreadTerms reports the terms that no step, procedure or limit holds.
func (r *reader) unreadTerms(o *structure.Outline) {
	var held []model.Span
	for _, l := range r.out.TimeLimits {
		held = append(held, l.Duration.Span)
	}
	for _, p := range r.out.Processes {
		for _, d := range p.Durations {
			held = append(held, d.Span)
		}
		for _, s := range p.Steps {
			held = append(held, s.Span)
			for _, d := range s.Durations { // of a table, in a cell of their own
				held = append(held, d.Span)
			}
		}
	}
	slices.SortFunc(held, func(a, b model.Span) int { return cmp.Compare(a[0], b[0]) })
	end := 0 // of what is held and begins before a span
	holds := func(s model.Span) bool {
		for len(held) > 0 && held[0][0] <= s[0] {
			end = max(end, held[0][1])
			held = held[1:]
		}
		return s[1] <= end
	}
	for i := range o.Paragraphs() {
		p := r.Paragraphs[i]
		if r.IsNote(i) || holds(p) {
			continue
		}
		for _, d := range r.Durations(r.Words(p)) {
			if !holds(d.Span) {
				r.finding(model.FindTextUnread, model.Info, phrase.TermOfNoStep.Of(r.Of(d.Span)), d.Span)
			}
		}
	}
}

// spansOf returns those of the spans that are numbered.
func spansOf(all []model.Span, which []int) []model.Span {
	out := make([]model.Span, 0, len(which))
	for _, i := range which {
		out = append(out, all[i])
	}
	return out
}
