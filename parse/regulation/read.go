package regulation

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/act"
	"reglament/parse/lang"
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
	desk     model.Role    // of a worker who is called no more than that in the procedure that is read
}

// Read reads the regulations. What is read when ctx ends is of no use.
func (f *Found) Read(ctx context.Context) []Read {
	out := make([]Read, 0, len(f.Places))
	for i, pl := range f.Places {
		if ctx.Err() != nil {
			break
		}
		out = append(out, f.text.read(ctx, pl, i+1))
	}
	return out
}

func (t *text) read(ctx context.Context, pl Place, index int) Read {
	t.shorts, t.pscCentre = nil, false // those of the regulation before mean nothing here
	r := &reader{text: t, index: index}
	g := &r.out
	g.Index = index
	g.Service = t.of(pl.Service)
	g.Span = model.Span{t.Paragraphs[pl.From][0], t.Paragraphs[pl.End-1][1]}
	g.Spans.Set("service", pl.Service)
	read := Read{}
	if !pl.Quoted {
		r.finding(model.FindServiceUnquoted, model.Warning, phrase.ServiceUnquoted.Of(g.Service), pl.Service)
	}
	if pl.From < pl.Heading {
		read.Stamp = model.Span{t.Paragraphs[pl.From][0], t.Paragraphs[pl.Heading-1][1]}
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
	by, annex, ok := act.Stamp(r.of(span), span[0], r.Language)
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
	ws := t.words(pt.body)
	under := slices.DeleteFunc(t.under(pt), t.tabled)
	tables := t.tablesIn(pt.from, pt.end)
	for _, tab := range tables {
		under = slices.DeleteFunc(under, func(i int) bool { return i+1 == tab.from && !tab.caption.Empty() })
	}
	k, known := t.pointKind(ws)
	head, list := t.announced(pt.body)
	if known && len(list) == 0 && (k.Is == lang.ResultsPoint || k.Is == lang.ActorsPoint) {
		head, list = t.listedIn(pt.body, k.Is)
	}
	if known && len(list) == 0 && k.Is == lang.ProcedurePoint {
		head, list = t.onlyStep(pt.body)
	}
	inline := len(list) > 0
	list = t.arrowed(t.unfold(append(list, spansOf(t.Paragraphs, under)...)))
	if !known && !t.endsWith(head, ":") {
		if below, steps := t.headBelow(list); len(steps) > 0 {
			head, list = below, steps
			if s, told := t.pointKind(t.words(head)); told && s.Is == lang.ProcedurePoint {
				k, known = s, true
			}
		}
	}
	if steps := !known && t.endsWith(head, ":") && !t.has(ws, &t.tab.LimitPoint) && t.timedSteps(list); steps || k.Loose {
		s, told := t.kindOf(t.words(sec.title), t.tab.SectionKinds)
		if steps && !told {
			s, told = t.kindOf(ws, t.tab.SectionKinds)
		}
		if steps && !told {
			s, told = lang.PointKind{Is: lang.ProcedurePoint, Kind: model.ProcessInternal}, true
			r.finding(model.FindSectionUnknown, model.Warning, phrase.UnknownSteps.Of(), t.trim(head, ""))
		}
		if told && !(k.Loose && s.Loose) {
			k, known = s, true
		}
	}
	if by := append([]model.Span{head}, list...); !known && t.actorHead(by, 0) {
		if s, told := t.kindOf(t.words(sec.title), t.tab.SectionKinds); told {
			k, known, list = s, true, by // "5. Работник Государственной корпорации:" / "1) принимает документы;"
		}
	}
	r.desk = desks[k.Kind]
	list, results := t.resultsBelow(list)
	links := t.chained(list)
	before, channels := r.found(), len(r.out.Channels)
	switch {
	case known && k.Is == lang.ProcedurePoint && len(links) > 0:
		r.chainOf(pt, k, head, links)
	case known && k.Is == lang.ProcedurePoint && r.procedural(head, list):
		r.out.Processes = append(r.out.Processes, r.processes(pt, k, head, list)...)
	case known && k.Is == lang.ResultsPoint && t.endsWith(head, ":"):
		r.results(list)
	case known && k.Is == lang.ResultsPoint:
		r.resultRuns([]run{t.resultsTold(append([]model.Span{pt.body}, list...))})
	case known && k.Is == lang.ActorsPoint && (t.endsWith(head, ":") || inline || t.bareNames(list)):
		r.actorList(list)
	case t.pscSection(sec):
		r.pscPoint(pt, under)
	}
	if len(results) > 0 {
		r.results(results)
	}
	for _, tab := range tables {
		kind := k.Kind
		if !known || k.Is != lang.ProcedurePoint {
			kind = t.tableKind(tab.caption, model.ProcessInteraction)
		}
		r.table(&tab, kind, pt.number, t.trim(head, terminators))
	}
	if r.found() == before { // steps, results and who takes part announce no way to apply
		r.channels(pt, under)
		if len(r.out.Channels) == channels && t.endsWith(head, ":") && k.Is != lang.ConceptsPoint {
			r.unread(list, nil) // a list of steps that nothing announces
		}
	}
	r.limits(pt, under, k, known)
}

// found counts what was read from points of their own kind so far.
func (r *reader) found() int {
	return len(r.out.Processes) + len(r.out.Results) + len(r.out.Actors)
}

// resultsBelow parts the list of results that a line below steps announces: "3) исполнитель
// готовит справку." / "Результаты процедур (действий):" / "1) регистрация документов;".
func (t *text) resultsBelow(list []model.Span) (steps, results []model.Span) {
	for i, p := range list {
		if i == 0 || i+1 == len(list) || numbered(t.of(p)) || !t.endsWith(p, ":") {
			continue
		}
		if number, _, _ := leadingNumber(t.of(list[i+1])); number != "1" {
			continue
		}
		if k, known := t.pointKind(t.words(p)); known && k.Is == lang.ResultsPoint {
			return list[:i], list[i+1:]
		}
	}
	return list, nil
}

// headBelow returns the paragraph below the first of a point that announces steps, and what it
// announces: "8. Услугополучатель подает документы в корпорацию." / "Порядок обработки
// запроса:" / "1) работник принимает документы – 5 минут;".
func (t *text) headBelow(list []model.Span) (head model.Span, steps []model.Span) {
	for i, p := range list {
		if !t.endsWith(p, ":") || numbered(t.of(p)) {
			continue
		}
		steps := list[i+1:]
		if k, told := t.pointKind(t.words(p)); told && k.Is == lang.ProcedurePoint && len(steps) > 0 && t.countsFromOne(steps[0]) || t.timedSteps(steps) {
			return p, steps
		}
	}
	return head, nil
}

// countsFromOne reports whether a paragraph begins a list with numbers, or has a label.
func (t *text) countsFromOne(p model.Span) bool {
	number, _, _ := leadingNumber(t.of(p))
	label, _, _, _ := t.label(p)
	return number == "1" || label != ""
}

// timedSteps reports whether a list is one of steps whatever its heading says: each of its
// items, which have numbers or else bullets, tells who does what, and most of them in what time.
func (t *text) timedSteps(list []model.Span) bool {
	steps, timed := 0, 0
	byNumber := slices.ContainsFunc(list, func(p model.Span) bool { return numbered(t.of(p)) })
	for _, p := range list {
		_, rest, kind := leadingNumber(t.of(p))
		if kind == noNumber && (byNumber || !t.bullet(p)) {
			continue
		}
		p = t.pastBullet(model.Span{p[0] + rest, p[1]})
		ws := t.words(p)
		if !t.isAction(p) && (!t.hasFinite(ws) || t.nounPhraseAt(ws) == nil) { // "работник в случае неполноты документов отказывает"
			return false
		}
		steps++
		if len(t.durations(ws)) > 0 {
			timed++
		}
	}
	return steps > 1 && timed*2 > steps
}

// announced parts the first paragraph of a point that goes on with what it announces:
// "Перечень …: канцелярия, руководитель", "… реттілігін сипаттау: маман … қабылдайды;
// басшы … қол қояды". The list of who takes part may be parted by commas.
func (t *text) announced(p model.Span) (head model.Span, list []model.Span) {
	k := strings.Index(t.of(p), ": ")
	if k < 0 {
		return p, nil
	}
	head, rest := model.Span{p[0], p[0] + k + 1}, model.Span{p[0] + k + 1, p[1]}
	part := func(mark string, belongs func(model.Span) bool) bool {
		if list = t.pieces(rest, mark); mark == "," {
			list = t.wholeNames(list)
		}
		return len(list) > 1 && !slices.ContainsFunc(list, func(s model.Span) bool { return s.Empty() || !belongs(s) })
	}
	counted := func(s model.Span) bool { return numbered(t.of(s)) }
	named := func(s model.Span) bool { return !t.notNamed(s) }
	acts := func(s model.Span) bool { return t.isAction(s) || t.someoneActs(s) }
	if t.chain(rest) != nil {
		return head, []model.Span{rest}
	}
	if part(";", counted) || part(";", acts) || part(";", named) || part(",", named) {
		return head, t.lastTwo(list)
	}
	return p, nil
}

// wholeNames joins what commas part inside a Russian name: "аким поселка, | аула (села), |
// сельского округа".
func (t *text) wholeNames(list []model.Span) []model.Span {
	if t.tab.HeadFinal {
		return list
	}
	var out []model.Span
	for _, p := range list {
		if ws := t.words(p); len(out) > 0 && len(ws) > 0 && t.tab.Listed.Stem(t.str(ws[0])) {
			out[len(out)-1][1] = p[1]
			continue
		}
		out = append(out, p)
	}
	return out
}

// onlyStep parts the one step that the sentence of its point tells: "… нәтижені алу процесі: |
// қызметкер көшірмені береді – 15 минут."
func (t *text) onlyStep(p model.Span) (head model.Span, list []model.Span) {
	k := strings.Index(t.of(p), ": ")
	if k < 0 || t.endsWith(p, ":") {
		return p, nil
	}
	if step := t.trim(model.Span{p[0] + k + 1, p[1]}, ""); t.isAction(step) {
		return model.Span{p[0], p[0] + k + 1}, []model.Span{step}
	}
	return p, nil
}

// listedIn parts the results, or who takes part, that the sentence of their point lists:
// "Результат …: регистрация документов; виза; справка.", "Перечень …: ветеринарный врач."
func (t *text) listedIn(p model.Span, what lang.Point) (head model.Span, list []model.Span) {
	k := strings.Index(t.of(p), ": ")
	if k < 0 {
		return p, t.takePart(p)
	}
	if ws := t.words(p); what == lang.ActorsPoint && t.tab.HeadFinal && len(ws) > 1 && t.tab.TakesPart.Stem(t.str(ws[len(ws)-1])) {
		p[1] = ws[len(ws)-2].end // "… қызметкерлері: кеңсе маманы, басшы | қатысады"
	}
	list = t.pieces(model.Span{p[0] + k + 1, p[1]}, ";")
	if len(list) == 1 && t.hasFinite(t.words(list[0])) || what == lang.ActorsPoint && slices.ContainsFunc(list, t.notNamed) {
		return p, nil
	}
	if names := t.wholeNames(t.pieces(list[0], ",")); what == lang.ActorsPoint && len(list) == 1 && t.mostNamed(names) {
		list = t.lastTwo(names)
	}
	return model.Span{p[0], p[0] + k + 1}, list
}

// mostNamed reports whether most of what commas part names who acts, the rest being unknown:
// "психолог, логопед, директор", but not "жұмыспен қамту, бағдарламалар бөлімі".
func (t *text) mostNamed(list []model.Span) bool {
	named := 0
	for _, s := range list {
		if t.nounPhraseAt(t.words(s)) != nil && !t.notNamed(s) {
			named++
		}
	}
	return 2*named > len(list)
}

// takePart returns who a sentence says take part: "… көрсету процесіне | кеңсе қызметкері |,
// | басшы | және | жауапты орындаушы | қатысады", "в процессе … участвуют | канцелярия | и |
// руководитель".
func (t *text) takePart(p model.Span) []model.Span {
	ws := t.words(p)
	from, to := t.find(ws, &t.tab.TakesPart), len(ws)
	if t.tab.HeadFinal {
		from, to = t.find(ws, &t.tab.TakenPart), from
		if to+1 < len(ws) {
			return nil
		}
	}
	if from < 0 || to <= from+1 {
		return nil
	}
	list := t.lastTwo(t.pieces(model.Span{ws[from].end, ws[to-1].end}, ","))
	for _, s := range list {
		if a := t.nounPhraseAt(t.words(s)); a == nil || a.other || a.span != s || t.tab.Announcing.Stem(t.str(t.words(s)[0])) {
			return nil // "… мынадай қызметкерлер қатысады"
		}
	}
	return list
}

// notNamed reports whether a line does more, or less, than name who acts.
func (t *text) notNamed(p model.Span) bool {
	ws := t.words(p)
	return t.role(ws) == model.RoleOther || t.hasFinite(ws)
}

// together parts the lines that name several who act: "канцелярия; руководитель; исполнитель."
func (t *text) together(list []model.Span) []model.Span {
	var out []model.Span
	for _, p := range list {
		if names := t.pieces(p, ";"); !numbered(t.of(p)) && len(names) > 1 && !slices.ContainsFunc(names, t.notNamed) {
			out = append(out, names...)
		} else {
			out = append(out, p)
		}
	}
	return out
}

func (t *text) nominative(w word) bool { return t.isHead(w, Nominative) }

// bareNames reports whether lines that no marks part each name who acts: "кеңсе маманы" /
// "бөлім басшысы".
func (t *text) bareNames(list []model.Span) bool {
	return len(list) > 1 && !slices.ContainsFunc(list, func(p model.Span) bool {
		return t.notNamed(p) || t.endsWith(p, terminators) || numbered(t.of(p))
	})
}

// pieces cuts a span at the marks.
func (t *text) pieces(s model.Span, mark string) []model.Span {
	var out []model.Span
	for from := s[0]; from < s[1]; {
		to := s[1]
		if n := strings.Index(t.Canonical[from:to], mark); n >= 0 {
			to = from + n
		}
		out = append(out, t.trim(model.Span{from, to}, ". "))
		from = to + len(mark)
	}
	return out
}

// unfold parts the paragraphs that hold several numbered items: "1) басшы; 2) маман."
func (t *text) unfold(list []model.Span) []model.Span {
	var out []model.Span
	for _, p := range list {
		number, _, kind := leadingNumber(t.of(p))
		whole := p
		for n := ordered(number, kind); kind == bracketed; n++ {
			next := strconv.Itoa(n+1) + ") "
			k := strings.Index(t.of(p), "; "+next)
			if k < 0 {
				k = strings.Index(t.of(p), ", "+next)
				if k >= 0 && t.notNamed(whole) { // "1) специалист, 2) руководитель"
					break
				}
			}
			if k < 0 {
				break
			}
			out = append(out, model.Span{p[0], p[0] + k + 1})
			p[0] += k + len("; ")
		}
		out = append(out, p)
	}
	return out
}

// lastTwo parts the last item of a list of who takes part in the two that it joins:
// "секретарь, юрист и руководитель".
func (t *text) lastTwo(list []model.Span) []model.Span {
	last := list[len(list)-1]
	ws := t.words(last)
	for i := 1; i+1 < len(ws); i++ {
		one, two := ws[:i], ws[i+1:]
		if t.tab.And.Stem(t.str(ws[i])) && !t.hasFinite(ws) && t.role(one) != model.RoleOther && t.role(two) != model.RoleOther && t.nounPhraseAt(two) != nil {
			return append(list[:len(list)-1], model.Span{last[0], one[i-1].end}, model.Span{two[0].start, last[1]})
		}
	}
	return list
}

// procedural reports whether a point announces steps: it ends in a colon, or labelled
// steps follow all the same.
func (r *reader) procedural(head model.Span, list []model.Span) bool {
	if r.endsWith(head, ":") {
		return len(list) > 0
	}
	if r.timedSteps(list) || r.prose(head, list) {
		return true // the colon is lost: "…, длительность его выполнения."
	}
	for _, p := range list {
		_, rest, _ := leadingNumber(r.of(p))
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
	if t.hasFinite(t.words(head)) || len(list) < 2 || !t.isAction(list[0]) {
		return false
	}
	return !slices.ContainsFunc(list, func(p model.Span) bool {
		return numbered(t.of(p)) || !t.isAction(p) && !t.conditional(p) && !t.statesTerm(p) && !t.statesResult(p, false)
	})
}

func (t *text) pointKind(ws []word) (lang.PointKind, bool) { return t.kindOf(ws, t.tab.PointKinds) }

func (t *text) kindOf(ws []word, kinds []lang.PointKind) (lang.PointKind, bool) {
	var words lang.Beginnings
	for _, w := range ws {
		words.Add(t.str(w))
	}
	missing := func(phrases string) bool {
		for phrase := range strings.SplitSeq(phrases, "|") {
			if words.May(phrase) && t.findPhrase(ws, phrase) >= 0 {
				return false
			}
		}
		return true
	}
	for i := range kinds {
		k := &kinds[i]
		if !slices.ContainsFunc(k.All, missing) && (k.Any.Empty() || t.has(ws, &k.Any)) && !t.has(ws, &k.None) {
			return *k, true
		}
	}
	return lang.PointKind{}, false
}

// results reads the separate list of results, a list for each variant.
func (r *reader) results(list []model.Span) {
	var runs []run
	if counted := func(p model.Span) bool { return numbered(r.of(p)) || r.counted(p) }; !slices.ContainsFunc(list, counted) {
		runs = r.unnumbered(list) // "бұрыштама; комиссияның қарауы; қол қойылған бұйрық"
	}
	if len(runs) == 0 {
		runs = r.runs(list)
	}
	if len(runs) == 0 {
		runs = r.unnumbered(list)
	}
	r.resultRuns(runs)
}

// counted reports whether a paragraph begins with a number of a step that no bracket follows.
func (t *text) counted(p model.Span) bool {
	number, _ := t.otherNumber(p)
	label, _, _, _ := t.label(p)
	return number != "" || label != ""
}

// resultRuns keeps lists of results.
func (r *reader) resultRuns(runs []run) {
	for _, c := range runs {
		l := model.ResultList{}
		for i, v := range c.variant {
			l.Spans.SetItem("variant", i, v)
			l.Variant = append(l.Variant, r.of(v))
		}
		for _, it := range c.items {
			s := r.trim(r.behindStep(r.pastBullet(model.Span{it.body[0][0], it.whole[1]})), terminators)
			l.Spans.SetItem("items", len(l.Items), s)
			l.Items = append(l.Items, r.of(s))
		}
		if len(l.Items) > 0 {
			r.out.Results = append(r.out.Results, l)
		}
	}
}

// behindStep leaves out of which step a result is: "1-іс-қимыл бойынша – | құжаттарды тіркеу",
// "по действию 2 – | резолюция".
func (t *text) behindStep(s model.Span) model.Span {
	ws := t.words(s)
	step := false
	for i := range ws {
		if i > 0 && strings.ContainsAny(t.low[ws[i-1].end:ws[i].start], dashes+":") {
			if step {
				s[0] = ws[i].start
			}
			break
		}
		switch w := t.str(ws[i]); {
		case t.stepNumber(w):
			step = true
		case !t.ofStep(ws[i]):
			return s
		}
	}
	return s
}

// ofStep reports whether a word can tell of which step something is: "1-действия", "рәсімнің",
// "бойынша".
func (t *text) ofStep(w word) bool {
	s := t.str(w)
	return t.stepNumber(s) || t.stepNoun(s) || t.tab.OfStep.Stem(s)
}

// stepNumber reports whether a word is the number of a step, or has one: "2", "2-рәсім", "екінші".
func (t *text) stepNumber(w string) bool {
	n, noun, joined := strings.Cut(t.tab.Ordinal(w), "-")
	return isNumber(n) && (!joined || t.stepNoun(noun) || t.tab.OfStep.Stem(noun))
}

// stepNoun reports whether a word is a noun that numbers a step, or is of one: "рәсімнің".
func (t *text) stepNoun(w string) bool {
	for _, ending := range t.tab.Declensions[0].Cases[Genitive] {
		if noun, ok := strings.CutSuffix(w, ending); ok && t.tab.HeadFinal && t.tab.StepLabels.Stem(noun) {
			return true
		}
	}
	return t.tab.StepLabels.Stem(w)
}

// resultsTold reads the results that sentences tell: "Результатом процедуры (действия) по
// действию 1 является | регистрация заявления, которая служит основанием для действия 2."
func (t *text) resultsTold(paras []model.Span) (c run) {
	for _, p := range paras {
		for _, s := range t.sentences(p) {
			told := t.resultTold(s)
			if told.Empty() {
				return c
			}
			for _, part := range t.pieces(told, ";") {
				for _, one := range t.bySteps(part) {
					c.items = append(c.items, item{whole: one, body: []model.Span{one}})
				}
			}
		}
	}
	return c
}

// bySteps parts results that commas part and that tell of which step they are: "тіркелген
// өтініш, | 2-іс-қимыл бойынша – бұрыштама".
func (t *text) bySteps(s model.Span) (out []model.Span) {
	ws := t.words(s)
	for i := 1; i < len(ws); i++ {
		if strings.Contains(t.low[ws[i-1].end:ws[i].start], ",") && t.behindStep(model.Span{ws[i].start, s[1]})[0] > ws[i].start {
			out = append(out, model.Span{s[0], ws[i-1].end})
			s[0] = ws[i].start
		}
	}
	return append(out, s)
}

// resultTold returns the result that a sentence tells.
func (t *text) resultTold(s model.Span) model.Span {
	ws := t.words(s)
	if t.tab.HeadFinal {
		for i := range ws {
			n := t.matchAny(ws, i, &t.tab.ResultMarkers)
			if n == 0 || i+n == len(ws) {
				continue
			}
			if end := t.beforeIs(model.Span{ws[i+n].start, s[1]}); end > 0 {
				return model.Span{ws[i+n].start, end}
			}
			if _, dash := t.skipDash(ws[i+n-1].end, ws[i+n].start); dash {
				return t.trim(model.Span{ws[i+n].start, t.beforeClause(ws[i+n:], s[1])}, terminators)
			}
		}
		return model.Span{}
	}
	at := t.resultBehindIs(ws)
	if at == 0 {
		return model.Span{}
	}
	return t.trim(model.Span{ws[at].start, t.beforeClause(ws[at:], s[1])}, terminators)
}

// beforeClause returns where a clause begins that tells more of the words before it, or end
// where none does: "запись в журнале, | которая служит основанием", "хабарлама, | ол ХҚО-ға
// жолданады".
func (t *text) beforeClause(ws []word, end int) int {
	for i := 1; i < len(ws); i++ {
		switch {
		case t.tab.Relative.Stem(t.str(ws[i])) && t.apart(ws[i-1], ws[i]):
			return ws[i-1].end
		case t.tab.HeadFinal && t.finite(ws[i]):
			for ; i > 0; i-- {
				if t.apart(ws[i-1], ws[i]) {
					return ws[i-1].end
				}
			}
			return end
		}
	}
	return end
}

// resultBehindIs returns the first word of the result that a Russian sentence tells, 0 for
// none.
func (t *text) resultBehindIs(ws []word) int {
	if t.matchAny(ws, 0, &t.tab.ResultMarkers) == 0 {
		return 0
	}
	aside := false // in "который служит основанием"
	for i := 1; i < len(ws); i++ {
		before := t.str(ws[i-1])
		if t.tab.Relative.Stem(before) {
			aside = true
		}
		switch {
		case strings.ContainsAny(t.low[ws[i-1].end:ws[i].start], dashes), !aside && t.tab.Is.Stem(before):
			return i
		case !aside && t.finite(ws[i-1]):
			return 0
		case t.apart(ws[i-1], ws[i]):
			aside = false
		}
	}
	return 0
}

// unnumbered reads a list whose items have no numbers: "регистрация документов;" / "виза."
func (r *reader) unnumbered(list []model.Span) []run {
	var c run
	for i, p := range list {
		last := i == len(list)-1
		inline := p[0] > 0 && r.Canonical[p[0]-1] != '\n'
		if !r.endsWith(p, ";,") && !r.bullet(p) && !strings.HasPrefix(r.Canonical[p[1]:], ";") && !(last && (i > 0 || inline)) {
			return nil
		}
		c.items = append(c.items, item{whole: p, body: []model.Span{p}})
	}
	return []run{c}
}

// actorList reads the list of units and workers that take part. An item without a number
// goes on a list that no full stop closed, where it names who it is.
func (r *reader) actorList(list []model.Span) {
	open, bare := true, r.bareNames(list)
	for _, p := range r.together(list) {
		_, rest, kind := leadingNumber(r.of(p))
		s := r.trim(model.Span{p[0] + rest, p[1]}, terminators+dashes)
		ws := r.words(s)
		inline := p[0] > 0 && r.Canonical[p[0]-1] != '\n'
		if kind == noNumber && !r.bullet(p) && !inline && (!open || r.hasFinite(ws) || r.role(ws) == model.RoleOther && !slices.ContainsFunc(ws, r.nominative)) {
			if len(r.out.Actors) > 0 {
				return
			}
			continue
		}
		open = bare || r.endsWith(p, ";,")
		roles, _ := r.roles(ws)
		roles = r.resolve(s, roles)
		a := model.Actor{Text: r.of(s), Role: model.RoleOther, Roles: roles, Span: s}
		if len(roles) > 0 {
			a.Role = roles[0]
		}
		if slices.Contains(roles, model.RoleOther) {
			r.finding(model.FindActorUnknown, model.Warning, phrase.UnknownListed.Of(a.Text), s)
		}
		r.out.Actors = append(r.out.Actors, a)
	}
}

// annexes lists the annexes of the regulation.
func (r *reader) annexes(o *outline) {
	for _, a := range o.annexes {
		m := model.Annex{Number: model.Text(a.number), Span: model.Span{r.Paragraphs[a.from][0], r.Paragraphs[a.end-1][1]}}
		if a.title[1] > 0 {
			m.Title = model.Text(r.of(a.title))
		}
		r.out.Annexes = append(r.out.Annexes, m)
	}
}

// sections gives the tree of sections, points and subpoints.
func (r *reader) sections(o *outline) {
	for _, sec := range o.sections {
		s := model.Section{Number: model.Text(sec.number), Title: r.of(sec.title), Span: model.Span{r.Paragraphs[sec.from][0], r.Paragraphs[sec.end-1][1]}}
		for _, pt := range sec.points {
			p := model.Point{Number: model.Text(pt.number), Text: r.of(r.trim(pt.body, "")), Span: model.Span{r.Paragraphs[pt.from][0], r.Paragraphs[pt.end-1][1]}}
			under := r.under(&pt)
			p.Subpoints = slices.Grow(p.Subpoints, len(under))
			for _, i := range under {
				q := r.Paragraphs[i]
				number, rest, _ := leadingNumber(r.of(q))
				p.Subpoints = append(p.Subpoints, model.Point{Number: model.Text(number), Text: r.of(model.Span{q[0] + rest, q[1]}), Span: q})
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
		notes, findings := act.Notes(r.of(p), p, r.Language, where)
		r.findings = append(r.findings, findings...)
		for k := range notes {
			n := notes[k]
			if n.Target.Regulation == nil && n.Target.Kind != model.TargetAct {
				n.Target.Regulation = &index
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
		for _, d := range r.durations(r.words(p)) {
			if !holds(d.Span) {
				r.finding(model.FindTextUnread, model.Info, phrase.TermOfNoStep.Of(r.of(d.Span)), d.Span)
			}
		}
	}
}
