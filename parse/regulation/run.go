package regulation

import (
	"slices"
	"strconv"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// item is a step whose paragraphs are still being collected.
type item struct {
	n     string
	label string
	node  model.Node
	whole model.Span   // of all its paragraphs
	body  []model.Span // text of each paragraph, without number and label
	mark  model.Span   // where the label stands
	by    model.Span   // the heading that names who acts
}

// run is the steps of one variant of a procedure.
type run struct {
	variant   []model.Span
	durations []model.Duration
	items     []item
	span      model.Span
}

// last returns the last step.
func (c *run) last() *item { return &c.items[len(c.items)-1] }

// runs parts the paragraphs under the heading of a procedure into variants and steps.
func (r *reader) runs(paras []model.Span) []run {
	paras = r.headsApart(r.sentencesApart(paras))
	d := division{
		reader:  r,
		paras:   paras,
		fresh:   true,
		style:   sentence.NoNumber,
		checked: slices.ContainsFunc(paras, r.Checks),
		titled:  r.titlesNumbered(paras),
		ahead:   r.numbersAhead(paras, false),
		letters: r.numbersAhead(paras, true),
	}
	for k := range paras {
		d.take(d.line(k))
	}
	return d.found
}

// sentencesApart parts the paragraphs of a procedure without numbers in which each sentence tells
// who does what, and either in what time or several do: "Исполнитель в течение 3 рабочих дней
// проверяет заявку. | Руководитель в течение 1 рабочего дня подписывает уведомление." What tells
// only a result or a term stays with the sentence before it.
func (r *reader) sentencesApart(paras []model.Span) []model.Span {
	if slices.ContainsFunc(paras, func(p model.Span) bool {
		label := r.Label(p).Text
		return label != "" || sentence.Numbered(r.Of(p))
	}) {
		return paras
	}
	var out []model.Span
	for _, p := range paras {
		out = append(out, r.stepsIn(p)...)
	}
	return out
}

// stepsIn returns the steps that the sentences of a paragraph are, or the paragraph.
func (r *reader) stepsIn(p model.Span) []model.Span {
	var steps []model.Span
	timed := 0
	who := map[string]bool{}
	for i, s := range r.Sentences(p) {
		switch ws := r.Words(s); {
		case i > 0 && (r.statesResult(s, true) || r.StatesTerm(s)):
			steps[len(steps)-1][1] = s[1]
		case r.IsAction(s):
			steps = append(steps, r.Trim(s, ""))
			if len(r.Durations(ws)) > 0 {
				timed++
			}
			if a := r.Subject(ws, false); a != nil {
				who[r.Lower(a.Span)] = true
			}
		default:
			return []model.Span{p}
		}
	}
	if timed < len(steps) && len(who) < 2 {
		return []model.Span{p}
	}
	return steps
}

// headsApart parts the paragraphs whose last sentence names who acts in the steps below:
// "Заявитель обращается к услугодателю. | Специалист:" / "1) регистрирует документы", but
// "Процедура 3. Специалист:".
func (r *reader) headsApart(paras []model.Span) []model.Span {
	out := make([]model.Span, 0, len(paras))
	for k, p := range paras {
		if r.EndsWith(p, ":") {
			all := r.Sentences(p)
			number, rest := r.OtherNumber(p)
			if last := all[len(all)-1]; len(all) > 1 && (number == "" || p[0]+rest < last[0]) && r.actorHead(append([]model.Span{last}, paras[k+1:]...), 0) {
				out = append(out, r.Trim(model.Span{p[0], last[0]}, ""))
				p = last
			}
		}
		out = append(out, p)
	}
	return out
}

// division parts the paragraphs of a procedure into variants and steps. It takes one
// paragraph after another; the fields below found say what those taken so far mean for the
// next one.
type division struct {
	*reader
	paras   []model.Span
	checked bool  // one of them is a check
	titled  bool  // those with numbers are titles of variants
	ahead   []int // for each of them, the next number behind it
	letters []int // the same, letters being numbers

	found      []run
	headings   []heading           // of the variant, and of the stage in it, whose steps follow
	fresh      bool                // no step was found since the last heading
	term       []model.Duration    // of the whole procedure, told above its steps
	by         model.Span          // who acts in the steps below: "Басшы:"
	named      bool                // no step was found since by
	style      sentence.NumberKind // how the steps are numbered
	major      string              // what their numbers begin with: "5." of "5.1"
	reached    int                 // the number of the last step, 0 for none
	count      int                 // of the steps with numbers
	onlyLabels bool                // the steps have labels ("1-процесс", "1-шарт") and no numbers
	list       bool                // the last step ends in a colon: "… рәсімдейді:"
	otherList  bool                // the last step holds a list that is numbered in another way
	ended      bool                // the steps are over, prose or another list follows
	goesOver   bool                // the steps below the heading go on counting those above it
}

// line is a paragraph of a procedure with the number and the label that it begins with.
type line struct {
	k      int
	whole  model.Span
	number string
	kind   sentence.NumberKind
	n      int        // which step that is, from 1: 2 for "5.2." and for "б)"
	body   model.Span // behind a number with a bracket
	label  structure.Label
	after  int // where the text behind number and label begins
	ahead  int // n of the next paragraph that has a number, 0 for none
}

// line reads paragraph k.
func (d *division) line(k int) line {
	p := d.paras[k]
	number, rest, kind := sentence.LeadingNumber(d.Of(p))
	if kind == sentence.Lettered && d.style != sentence.Lettered && d.style != sentence.NoNumber && !d.fresh {
		number, rest, kind = "", 0, sentence.NoNumber // "3) специалист:" / "а) проверяет документы;"
	}
	l := line{k: k, whole: p, number: number, kind: kind, n: structure.Ordered(number, kind), ahead: d.ahead[k]}
	if d.style == sentence.Lettered {
		l.ahead = d.letters[k]
	}
	l.body = model.Span{p[0] + rest, p[1]}
	l.label = d.Label(l.body)
	if l.label.Text == "" && d.checked {
		l.label = d.Labelled(l.body, &d.Tab.StepLabels)
	}
	l.after = l.label.Rest
	if number != "" && l.label.Text == "" {
		if o := d.Ordinal(l.body, &d.Tab.StepLabels); o.Number != "" && o.Rest < l.body[1] {
			l.after = o.Rest // "1) 1-рәсім – | басшының құжаттарды қарауы"
		}
	}
	if number != "" || l.label.Text != "" {
		return l
	}
	if number, rest = d.OtherNumber(p); d.goesOn(number, structure.Ordered(number, kind)) {
		l.number, l.n = number, structure.Ordered(number, kind)
		l.after += rest
	}
	return l
}

// goesOn reports whether a number without a bracket is the one that the next step has.
func (d *division) goesOn(number string, n int) bool {
	return n == d.reached+1 && (d.reached == 0 || structure.Prefix(number) == d.major) || d.fresh && n == 1
}

// take puts a paragraph where it belongs.
func (d *division) take(l line) {
	switch {
	case l.label.Text == "" && (d.limitsService(l.body) || d.limitsVisit(l.body)):
		if l.number != "" { // the steps go on counting
			d.reached, d.count = l.n, d.count+1
		}
	case l.number != "" && l.label.Text == "":
		d.takeNumbered(l)
	case l.number != "":
		d.takeStep(l)
	case l.label.Text != "":
		d.takeLabelled(l)
	default:
		d.takePlain(l)
	}
}

// takeNumbered takes a paragraph that has a number and no label.
func (d *division) takeNumbered(l line) {
	switch {
	case l.kind == sentence.NoNumber && d.EndsWith(l.whole, ":") && d.actorHead(append([]model.Span{{l.after, l.whole[1]}}, d.paras[l.k+1:]...), 0):
		d.takeStep(l) // "Процедура 3. Исполнитель:" / "1) проверяет документы;"
	case d.titled, d.variantHeading(d.paras, l.k, l.body):
		d.takeHeading(l.body)
	case l.kind != d.style && d.reached > 0 && !d.fresh && (d.list || d.otherList):
		// "1) руководитель:" / "1. рассматривает документы;"
		d.extend(model.Span{l.after, l.whole[1]})
		d.otherList = true
	case d.onlyLabels:
		d.ended = true // a numbered list of documents below the steps
	case d.reached > 0 && l.n == 1 && !d.fresh && len(d.headings) == 0 && l.ahead != d.reached+2:
		d.ended = true // a list that begins anew without a heading is another list
	default:
		d.takeStep(l)
	}
}

// takeStep takes a step that has a number.
func (d *division) takeStep(l line) {
	if d.ended && l.n != d.reached+1 {
		return // an item of a list behind the steps
	}
	d.add(l)
	d.style = l.kind
	if l.kind == sentence.Bracketed && structure.Prefix(l.number) != "" {
		return // "1-1)" was put in later
	}
	if d.count++; l.n != d.reached+1 && l.n != d.count {
		d.finding(model.FindNumbering, model.Warning, phrase.StepOrder.Of(l.number, strconv.Itoa(d.reached+1)), model.Span{l.whole[0], l.whole[0] + len(l.number) + 1})
	}
	// A number printed again ("1) … 1) … 3)") is a slip: the steps go on counting.
	d.reached, d.major, d.ended = max(l.n, d.reached), structure.Prefix(l.number), false
	if l.n < d.count {
		d.reached = d.count
	}
}

// takeLabelled takes a step that has a label and no number.
func (d *division) takeLabelled(l line) {
	if d.ended && !d.onlyLabels && d.reached > 0 {
		return
	}
	d.onlyLabels = true
	d.add(l)
	d.ended = false
}

// takePlain takes a paragraph that has neither number nor label.
func (d *division) takePlain(l line) {
	p := l.whole
	marked := d.reached > 0 || d.onlyLabels
	switch {
	case d.actorHead(d.paras, l.k) && (d.fresh || !d.by.Empty() || !marked):
		d.takeActor(l)
	case !d.fresh && (d.statesResult(p, !marked) || d.StatesTerm(p) || d.ActorField(d.Words(p)) != nil):
		d.extend(p)
	case d.reached > 0 && l.ahead == d.reached+1 && d.headsNext(d.paras, l.k):
		d.takeHeading(p)
		d.goesOver = true
	case d.variantHeading(d.paras, l.k, p) || !marked && d.caseAlone(d.paras, l.k):
		d.takeHeading(p)
	case !d.by.Empty() && !d.ended && (d.named || !d.list && !d.Conditional(p)) && d.Does(p):
		d.add(l)
	case d.fresh && len(d.found) == 0 && len(d.headings) == 0 && d.statesTermOf(p):
		d.term = d.Durations(d.Words(p))
	case d.fresh:
		// Before step 1 a sentence that is an action is a step without a number.
		if d.IsAction(p) || l.ahead == 0 && d.actsIf(p) || l.ahead == 0 && d.Names(p) && (d.DoneBy(p) || d.Bullet(p) || len(d.Durations(d.Words(p))) > 0) {
			d.add(l)
		}
	case d.list && !d.ended:
		d.extend(p)
	case !marked && !d.ended && d.nextItem(p) && (d.ActsOnCondition(p) || !d.by.Empty() && len(d.Durations(d.Words(p))) > 0):
		d.add(l)
	case !marked && !d.ended && d.actsIf(p):
		d.add(l)
	case d.Conditional(p) && !d.ended && !d.onlyLabels && !d.prolongs(p) && !d.remark(p):
		d.extend(p)
	case !marked && (d.IsAction(p) || l.ahead == 0 && !d.ended && d.Names(p) || l.k+1 < len(d.paras) && (d.SomeoneActs(p) || d.listed(p)) && d.IsAction(d.paras[l.k+1])):
		d.add(l)
	case !d.ended && !d.onlyLabels && (l.ahead == d.reached+1 || d.IsAction(p) && !d.HasFinite(d.Words(d.current().last().whole))):
		d.extend(p) // "3) заключение договора." / "Директор подписывает договор."
	default:
		d.ended = true
	}
}

// actsIf reports whether a paragraph tells who does what in some case: "құжаттар толық болмаған
// жағдайда | қызметкер қолхат береді".
func (t *text) actsIf(p model.Span) bool {
	ws := t.Words(p)
	if !t.Conditional(p) {
		return false
	}
	if !t.Tab.HeadFinal {
		return t.ActsOnCondition(p)
	}
	clauses := t.Clauses(ws)
	last := clauses[len(clauses)-1]
	main := ws[last.From:last.To]
	if last.Conditional || !t.HasFinite(main) {
		return false
	}
	a := t.NounPhraseAt(main)
	if first := ws[clauses[0].From:clauses[0].To]; a == nil && !t.Passive(main) && t.Subject(main, false) == nil {
		a = t.NounPhraseAt(first)
	}
	return a != nil && !a.Other && !slices.Contains(a.Roles, model.RoleApplicant)
}

// listed reports whether a paragraph goes on a list of steps by its semicolon, and tells what
// happens, not what the one who acts above does: "жеке кабинетке өтініштің қабылданғаны туралы
// хабарлама түседі;".
func (d *division) listed(p model.Span) bool {
	ws := d.Words(p)
	verb := slices.IndexFunc(ws, d.Finite)
	if verb < 0 || !d.EndsWith(p, ";") || !d.EndsWith(d.current().last().whole, ";") || d.Conditional(p) {
		return false
	}
	_, _, acts := d.ActionAt(ws, verb, false)
	return acts == 0 || d.Passive(ws)
}

// takeActor takes a paragraph that names who acts in the steps below it.
func (d *division) takeActor(l line) {
	d.list, d.ended, d.onlyLabels = false, false, false
	if l.ahead == 1 && !d.fresh {
		d.reached, d.count = 0, 0
	}
	// One term for all that is below: "Руководитель (1 час):" is one step, as
	// "1) руководитель – 1 час:" is.
	if len(d.Durations(d.Words(l.whole))) > 0 {
		d.by = model.Span{}
		d.add(l)
		return
	}
	d.by, d.named = d.Trim(l.whole, sentence.Terminators+sentence.Dashes), true
}

// takeHeading takes the heading of a variant.
func (d *division) takeHeading(p model.Span) {
	if number, rest := d.OtherNumber(p); strings.Contains(number, ".") {
		p[0] += rest // "5.1. портал арқылы жүгінген кезде:"
	} else if _, rest, kind := sentence.LeadingNumber(d.Of(p)); kind == sentence.Lettered {
		p[0] += rest // "б) для сложных объектов:"
	}
	d.headings = nest(d.headings, heading{d.headingClass(p), d.Trim(p, sentence.Terminators+sentence.Dashes)}, d.fresh)
	d.fresh, d.by = true, model.Span{}
}

// add adds a step, the first below a heading to a variant of its own.
func (d *division) add(l line) {
	if d.fresh {
		d.begin()
	}
	c := d.current()
	if len(c.items) == 0 {
		c.span[0] = l.whole[0]
	}
	c.span[1] = l.whole[1]
	c.items = append(c.items, item{
		n: l.number, label: l.label.Text, node: l.label.Node, whole: l.whole, body: []model.Span{d.PastBullet(model.Span{l.after, l.whole[1]})}, mark: l.label.Mark, by: d.by,
	})
	d.named, d.otherList = false, false
	d.list = d.EndsWith(l.whole, ":")
}

// begin begins the variant that the open headings name.
func (d *division) begin() {
	v := run{durations: d.term}
	d.term = nil
	for _, h := range d.headings {
		s := h.span
		if ds := d.Durations(d.Words(s)); len(ds) > 0 {
			v.durations = append(v.durations, ds...)
			s = d.withoutDurations(s, ds)
		}
		if !s.Empty() { // "10 минут:" is nothing but a term
			v.variant = append(v.variant, s)
		}
	}
	d.found = append(d.found, v)
	if !d.goesOver {
		d.reached, d.count, d.major = 0, 0, ""
	}
	d.fresh, d.list, d.ended, d.goesOver = false, false, false, false
}

// current returns the variant that the last step is in.
func (d *division) current() *run { return &d.found[len(d.found)-1] }

// extend adds a paragraph, or what stands behind its number, to the last step.
func (d *division) extend(p model.Span) {
	c := d.current()
	it := c.last()
	it.body = append(it.body, p)
	it.whole[1] = p[1]
	c.span[1] = p[1]
}

// nextItem reports whether a paragraph is an item of the list that the last step is in, by a
// dash before both or a semicolon between them.
func (d *division) nextItem(p model.Span) bool {
	last := d.current().last().whole
	return d.Bullet(p) && d.Bullet(last) || d.EndsWith(last, ";")
}

// statesResult reports whether a paragraph holds the result of the step above it. Where
// steps have no numbers, one that acts before it is the next step: "руководитель
// рассматривает документы. Результат – виза".
func (t *text) statesResult(p model.Span, unnumbered bool) bool {
	start, at := t.ResultMarker(p)
	before := model.Span{p[0], start}
	return at > 0 && !(unnumbered && start > p[0] && (t.IsAction(before) || t.Names(before)))
}

// statesTermOf reports whether a paragraph above the steps tells no more than how long they take:
// "Сұрау салуды өңдеу ұзақтығы – 15 минут.", "Длительность обработки запроса – 20 минут."
func (t *text) statesTermOf(p model.Span) bool {
	ws := t.Words(p)
	return t.Has(ws, &t.Tab.TermOf) && !t.HasFinite(ws) && len(t.Durations(ws)) == 1 && !t.IsAction(p) && !t.Names(p)
}

// remark: "Ескерту: құжаттар поштамен келген жағдайда олар сол күні тіркеледі".
func (t *text) remark(p model.Span) bool {
	ws := t.Words(p)
	return len(ws) > 0 && t.Tab.Remarks.Stem(t.Str(ws[0]))
}

// prolongs reports whether a paragraph tells when the term of the whole is a longer one, or what it
// does not count: "… сұрау қажет болған жағдайда қызмет көрсету мерзімі 30 күнге ұзартылады", "жүгінген
// кезде құжаттарды қабылдау күні қызмет көрсету мерзіміне кірмейді".
func (t *text) prolongs(p model.Span) bool {
	ws := t.Words(p)
	return t.Has(ws, &t.Tab.LimitPoint) && (t.Has(ws, &t.Tab.Extension) || t.Has(ws, &t.Tab.NotCounted))
}

// numbersAhead returns, for each paragraph, the next number that one behind it begins with,
// a letter or not.
func (t *text) numbersAhead(paras []model.Span, letters bool) []int {
	ahead := make([]int, len(paras))
	next := 0
	for k := len(paras) - 1; k >= 0; k-- {
		ahead[k] = next
		if number, _, kind := sentence.LeadingNumber(t.Of(paras[k])); number != "" && (letters || kind != sentence.Lettered) {
			next = structure.Ordered(number, kind)
		}
	}
	return ahead
}
