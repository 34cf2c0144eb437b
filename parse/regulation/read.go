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
)

// Read is a regulation as read, with the notes that stand in it.
type Read struct {
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

// Read reads the regulations. What is read when ctx ends is of no use.
func (f *Found) Read(ctx context.Context) []Read {
	out := make([]Read, 0, len(f.places))
	for i, pl := range f.places {
		if ctx.Err() != nil {
			break
		}
		out = append(out, f.text.read(ctx, pl, i+1))
	}
	return out
}

func (t *text) read(ctx context.Context, pl place, index int) Read {
	t.pscCentre = false // those of the regulation before mean nothing here
	t.Forget()
	r := &reader{text: t, index: index}
	g := &r.out
	g.Index = index
	g.Service = strings.ReplaceAll(t.Of(pl.Service), "\n", " ")
	g.Span = model.Span{t.Paragraphs[pl.From][0], t.Paragraphs[pl.End-1][1]}
	g.Spans.Set("service", pl.Service)
	read := Read{}
	if !pl.Quoted {
		r.finding(model.FindServiceUnquoted, model.Warning, phrase.ServiceUnquoted.Of(g.Service), pl.Service)
	}
	if pl.From < pl.Heading {
		read.Stamp = model.Span{t.Paragraphs[pl.From][0], t.Paragraphs[t.stampEnd(pl.Heading)-1][1]}
		r.stamp(read.Stamp)
	} else if stamp, ok := t.misplacedStamp(pl.Before, pl.Heading); ok {
		read.Stamp = stamp
		r.stamp(stamp)
	}
	o := t.outline(pl)
	r.findings = append(r.findings, o.findings...)
	r.definitions(pl.Body, o.bodyEnd)
	r.findConcepts(pl.Body, &o)
	r.findCentres()
	r.findShorts()
	r.provider(pl.Body, o.bodyEnd)
	r.findOwn()
	r.standard(pl.Body, o.bodyEnd)
	r.sections(&o)
	for i := range o.sections {
		sec := &o.sections[i]
		for k := range sec.points {
			if ctx.Err() != nil {
				return read
			}
			r.point(&sec.points[k], sec)
		}
	}
	r.annexTables(&o)
	for i := range g.Processes {
		r.unresolvedNext(g.Processes[i].Steps)
	}
	r.served(pl.Body, o.bodyEnd)
	r.onlyWay()
	r.forms(&o)
	r.automation(&o)
	r.annexes(&o)
	r.listedNames()
	r.fullNames()
	r.matchResults()
	r.resolveRefs()
	r.uses(o.bodyEnd)
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
	if !ok {
		return
	}
	r.out.ApprovedBy = by
	r.out.Annex = annex
}

// under returns the paragraphs of a point below its first one, but for what stands beside.
func (t *text) under(pt *point) []int {
	var out []int
	for i := pt.from + 1; i < pt.end; i++ {
		if !t.outside(i) {
			out = append(out, i)
		}
	}
	return out
}

// point reads a point by what its first paragraph says it is about.
func (r *reader) point(pt *point, sec *section) {
	t := r.text
	under := slices.DeleteFunc(t.under(pt), t.tabled)
	tables := t.tablesIn(pt.from, pt.end)
	for _, tab := range tables {
		under = slices.DeleteFunc(under, func(i int) bool { return i+1 == tab.from && !tab.caption.Empty() })
	}
	a := r.topicOf(pt, sec, under)
	list, results := t.resultsBelow(a.list)
	links := t.chained(list)
	before, channels := r.found(), len(r.out.Channels)
	switch {
	case a.is(lang.ProcedurePoint) && len(links) > 0:
		r.chainOf(pt, a.kind, a.head, links)
	case a.is(lang.ProcedurePoint) && r.procedural(a.head, list):
		r.out.Processes = append(r.out.Processes, r.processes(pt, a.kind, a.head, list)...)
	case a.is(lang.ResultsPoint) && t.EndsWith(a.head, ":"):
		r.results(list)
	case a.is(lang.ResultsPoint):
		r.resultRuns([]run{t.resultsTold(append([]model.Span{pt.body}, list...))})
	case a.is(lang.ActorsPoint) && (t.EndsWith(a.head, ":") || a.inline || t.bareNames(list)):
		r.actorList(list)
	case t.pscSection(sec):
		r.pscPoint(pt, under)
	}
	if len(results) > 0 {
		r.results(results)
	}
	for _, tab := range tables {
		kind := a.kind.Kind
		if !a.is(lang.ProcedurePoint) {
			kind = t.tableKind(tab.caption, model.ProcessInteraction)
		}
		r.table(&tab, kind, pt.number, t.Trim(a.head, sentence.Terminators))
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
		if l, _, _, _ := r.label(model.Span{p[0] + rest, p[1]}); l != "" {
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

func (t *text) pointKind(ws []sentence.Word) (lang.PointKind, bool) {
	return t.kindOf(ws, t.Tab.PointKinds)
}

func (t *text) kindOf(ws []sentence.Word, kinds []lang.PointKind) (lang.PointKind, bool) {
	var words lang.Beginnings
	for _, w := range ws {
		words.Add(t.Str(w))
	}
	missing := func(phrases string) bool {
		for phrase := range strings.SplitSeq(phrases, "|") {
			if words.May(phrase) && t.FindPhrase(ws, phrase) >= 0 {
				return false
			}
		}
		return true
	}
	for i := range kinds {
		k := &kinds[i]
		if !slices.ContainsFunc(k.All, missing) && (k.Any.Empty() || t.Has(ws, &k.Any)) && !t.Has(ws, &k.None) {
			return *k, true
		}
	}
	return lang.PointKind{}, false
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
func (r *reader) annexes(o *outline) {
	for _, a := range o.annexes {
		m := model.Annex{Number: model.Text(a.number), Span: model.Span{r.Paragraphs[a.from][0], r.Paragraphs[a.end-1][1]}}
		if a.title[1] > 0 {
			m.Title = model.Text(r.Of(a.title))
		}
		r.out.Annexes = append(r.out.Annexes, m)
	}
}

// sections gives the tree of sections, points and subpoints.
func (r *reader) sections(o *outline) {
	for _, sec := range o.sections {
		s := model.Section{Number: model.Text(sec.number), Title: r.Of(sec.title), Span: model.Span{r.Paragraphs[sec.from][0], r.Paragraphs[sec.end-1][1]}}
		for _, pt := range sec.points {
			p := model.Point{Number: model.Text(pt.number), Text: r.Of(r.Trim(pt.body, "")), Span: model.Span{r.Paragraphs[pt.from][0], r.Paragraphs[pt.end-1][1]}}
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
func (r *reader) notes(o *outline) []model.Note {
	var out []model.Note
	index := r.index
	for _, at := range o.notes {
		where := model.Target{Kind: model.TargetRegulation, Regulation: &index}
		if at.point != "" {
			where.Kind, where.Number = model.TargetPoint, model.Text(at.point)
		}
		p := r.Paragraphs[at.paragraph]
		notes, findings := act.Notes(r.Of(p), p, r.Language, where)
		r.findings = append(r.findings, findings...)
		for k := range notes {
			n := notes[k]
			if n.Target.Regulation == nil && n.Target.Kind != model.TargetAct {
				n.Target.Regulation = &index
			}
			if at.point == "" && at.paragraph < o.bodyEnd && n.Target.Kind == model.TargetAnnex && n.Target.Number == r.out.Annex {
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
func (r *reader) unreadTerms(o *outline) {
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
	for i := range o.paragraphs() {
		p := r.Paragraphs[i]
		if r.isNote[i] || holds(p) {
			continue
		}
		for _, d := range r.Durations(r.Words(p)) {
			if !holds(d.Span) {
				r.finding(model.FindTextUnread, model.Info, phrase.TermOfNoStep.Of(r.Of(d.Span)), d.Span)
			}
		}
	}
}
