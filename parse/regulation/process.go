package regulation

import (
	"slices"
	"strconv"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// item is a step on its way: its paragraphs, number and label.
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

// heading is a variant's heading and its class: a circumstance ("… жүгінген кезде"),
// a stage ("1-кезең") or an object ("Рұқсатты беру").
type heading struct {
	class headingClass
	span  model.Span
}

type headingClass int

const (
	objectHeading headingClass = iota
	caseHeading
	stageHeading
)

// runs parts the paragraphs under the heading of a procedure into variants and steps.
func (r *reader) runs(paras []model.Span) []run {
	t := r.text
	var out []run
	var stack []heading
	fresh := true     // no step since the last heading
	labelled := false // steps are N-процесс / N-шарт without numbers of their own
	open := false     // the last step announced a list: "… рәсімдейді:"
	ended := false    // prose after the steps
	last, numbered := 0, 0
	major := ""       // what the numbers of the steps begin with: "5." of "5.1"
	var by model.Span // who acts in the steps below: "Басшы:"
	headed := false   // no step since it
	style := noNumber // how the steps are numbered
	nested := false   // a list numbered in another way is open in the last step
	checked := slices.ContainsFunc(paras, t.checks)
	ahead := t.numbersAhead(paras, false)
	letters := t.numbersAhead(paras, true)
	current := func() *run {
		if len(out) == 0 || fresh {
			v := run{}
			for _, h := range stack {
				s := h.span
				if d := t.durations(t.words(s)); len(d) > 0 {
					v.durations = append(v.durations, d...)
					s = t.withoutDurations(s, d)
				}
				if !s.Empty() { // "10 минут:" is nothing but a term
					v.variant = append(v.variant, s)
				}
			}
			out = append(out, v)
			fresh, last, numbered, major, open, ended = false, 0, 0, "", false, false
		}
		return &out[len(out)-1]
	}
	add := func(it item) {
		c := current()
		if len(c.items) == 0 {
			c.span[0] = it.whole[0]
		}
		c.span[1] = it.whole[1]
		it.by, headed, nested = by, false, false
		c.items = append(c.items, it)
		open = t.endsWith(it.whole, ":")
	}
	for k, p := range paras {
		number, rest, kind := leadingNumber(t.of(p))
		if kind == lettered && style != lettered && style != noNumber && !fresh {
			number, rest, kind = "", 0, noNumber // "3) специалист:" / "а) проверяет документы;"
		}
		ahead := ahead[k]
		if style == lettered {
			ahead = letters[k]
		}
		body := model.Span{p[0] + rest, p[1]}
		label, node, after, mark := t.label(body)
		if label == "" && checked {
			label, node, after, mark = t.labelled(body, t.tab.StepLabels)
		}
		n := ordered(number, kind)
		if number == "" && label == "" {
			number, rest = t.otherNumber(p)
			n = ordered(number, kind)
			if (n != last+1 || last > 0 && prefix(number) != major) && !(fresh && n == 1) {
				number, rest = "", 0
			}
			after += rest
		}
		switch {
		case number != "" && label == "" && r.variantHeading(paras, k, body):
			stack = nest(stack, heading{t.headingClass(body), t.trim(body, terminators+dashes)}, fresh)
			fresh, by = true, model.Span{}
		case number != "" && label == "" && kind != style && last > 0 && !fresh && (open || nested):
			// "1) руководитель:" / "1. рассматривает документы;"
			out[len(out)-1].extend(model.Span{p[0] + rest, p[1]})
			nested = true
		case number != "" && label == "" && labelled:
			ended = true // a numbered list of documents below the steps
		case number != "":
			if ended && n != last+1 {
				continue
			}
			if last > 0 && n == 1 && label == "" && !fresh && len(stack) == 0 && ahead != last+2 {
				ended = true // a list that begins anew without a heading is another list
				continue
			}
			it := item{n: number, label: label, node: node, whole: p, body: []model.Span{{after, p[1]}}, mark: mark}
			add(it)
			style = kind
			if kind == bracketed && prefix(number) != "" {
				continue // "1-1)" was put in later
			}
			if numbered++; n != last+1 && n != numbered {
				r.finding(model.FindNumbering, model.Warning, phrase.StepOrder.Of(number, strconv.Itoa(last+1)), model.Span{p[0], p[0] + len(number) + 1})
			}
			// A number printed again ("1) … 1) … 3)") is a slip: the steps go on counting.
			last, major, ended = max(n, last), prefix(number), false
			if n < numbered {
				last = numbered
			}
		case label != "":
			if ended && !labelled && last > 0 {
				continue
			}
			labelled = true
			add(item{label: label, node: node, whole: p, body: []model.Span{{after, p[1]}}, mark: mark})
			ended = false
		case label == "" && t.actorHead(paras, k) && (fresh || !by.Empty() || last == 0 && !labelled):
			by, headed, open, ended, labelled = t.trim(p, terminators+dashes), true, false, false, false
			if ahead == 1 && !fresh {
				last, numbered = 0, 0
			}
			// One term for all that is below: "Руководитель (1 час):" is one step, as
			// "1) руководитель – 1 час:" is.
			if len(t.durations(t.words(p))) > 0 {
				by, headed = model.Span{}, false
				add(item{node: model.TaskNode, whole: p, body: []model.Span{p}})
			}
		case (t.statesResult(p, last == 0 && !labelled) || t.statesTerm(p)) && len(out) > 0 && !fresh:
			out[len(out)-1].extend(p)
		case r.variantHeading(paras, k, p) || last == 0 && !labelled && t.caseAlone(paras, k):
			stack = nest(stack, heading{t.headingClass(p), t.trim(p, terminators+dashes)}, fresh)
			fresh, by = true, model.Span{}
		case !by.Empty() && !ended && (headed || !open && !t.conditional(p)) && t.does(p):
			add(item{node: model.TaskNode, whole: p, body: []model.Span{p}})
		case len(out) == 0 || fresh || len(out[len(out)-1].items) == 0:
			// Before step 1 a sentence that is an action is a step without a number.
			if t.isAction(p) || ahead == 0 && t.names(p) && t.doneBy(p) {
				add(item{node: model.TaskNode, whole: p, body: []model.Span{p}})
			}
		case open && !ended:
			out[len(out)-1].extend(p)
		case t.conditional(p) && !ended && !labelled:
			out[len(out)-1].extend(p)
		case last == 0 && !labelled && (t.isAction(p) || ahead == 0 && !ended && t.names(p) || k+1 < len(paras) && t.someoneActs(p) && t.isAction(paras[k+1])):
			add(item{node: model.TaskNode, whole: p, body: []model.Span{p}})
		case !ended && !labelled && (ahead == last+1 || t.isAction(p) && !t.hasFinite(t.words(out[len(out)-1].last().whole))):
			out[len(out)-1].extend(p) // "3) заключение договора." / "Директор подписывает договор."
		default:
			ended = true
		}
	}
	return out
}

// last returns the last step.
func (c *run) last() *item { return &c.items[len(c.items)-1] }

// extend adds a paragraph to the last step.
func (c *run) extend(p model.Span) {
	it := c.last()
	it.body = append(it.body, p)
	it.whole[1] = p[1]
	c.span[1] = p[1]
}

// statesResult reports whether a paragraph holds the result of the step above it. Where
// steps have no numbers, one that acts before it is the next step: "руководитель
// рассматривает документы. Результат – виза".
func (t *text) statesResult(p model.Span, unnumbered bool) bool {
	start, at := t.resultMarker(p)
	return at > 0 && !(unnumbered && start > p[0] && t.isAction(model.Span{p[0], start}))
}

// statesTerm reports whether a paragraph is the term of the step above it: "Орындалу
// ұзақтығы – 15 минут".
func (t *text) statesTerm(p model.Span) bool {
	ws := t.words(p)
	return t.matchAny(ws, 0, &t.tab.TermOf) > 0 && !t.hasFinite(ws) && len(t.durations(ws)) > 0
}

// numbersAhead returns, for each paragraph, the next number that one behind it begins with,
// a letter or not.
func (t *text) numbersAhead(paras []model.Span, letters bool) []int {
	ahead := make([]int, len(paras))
	next := 0
	for k := len(paras) - 1; k >= 0; k-- {
		ahead[k] = next
		if number, _, kind := leadingNumber(t.of(paras[k])); number != "" && (letters || kind != lettered) {
			next = ordered(number, kind)
		}
	}
	return ahead
}

// ordered returns where in the order of steps a number stands: the second is "2", "5.2",
// "5-2." and "б", but no "1-2)", which was put in later.
func ordered(number string, kind numberKind) int {
	if kind == lettered {
		return lang.ItemLetter(number)
	}
	if kind != bracketed {
		number = number[len(prefix(number)):]
	}
	n, _ := strconv.Atoi(number)
	return n
}

// prefix returns what a number of steps under a point begins with: "5." of "5.2".
func prefix(number string) string { return number[:strings.LastIndexAny(number, ".-")+1] }

// checks reports whether a paragraph is a check: "2) условие 1 – проверка …".
func (t *text) checks(p model.Span) bool {
	_, rest, _ := leadingNumber(t.of(p))
	_, node, _, _ := t.label(model.Span{p[0] + rest, p[1]})
	return node == model.ConditionNode
}

// actorHead reports whether paragraph k names who acts in the steps below it, and no more:
// "Руководитель услугодателя:" / "- рассматривает документы – 1 час". Steps that say
// themselves who acts make it the heading of a variant: "Портал:" / "1) заявитель вводит …".
func (t *text) actorHead(paras []model.Span, k int) bool {
	p := paras[k]
	if !t.endsWith(p, ":") || k+1 == len(paras) {
		return false
	}
	if ds := t.durations(t.words(p)); len(ds) > 0 {
		p = t.withoutDurations(t.trim(p, terminators), ds)
	}
	ws := t.words(p)
	a := t.subject(ws, false)
	if a == nil || a.other || a.span[0] != ws[0].start || a.span[1] != ws[len(ws)-1].end {
		return false
	}
	q := paras[k+1]
	_, rest, _ := leadingNumber(t.of(q))
	q[0] += rest
	if l, _, _, _ := t.label(q); l != "" || t.isAction(q) {
		return false
	}
	// A body is also a way to apply: "Портал:" / "1) ввод логина – 1 минута".
	body := slices.ContainsFunc(a.roles, func(r model.Role) bool {
		return r == model.RolePortal || r == model.RoleCorporation || r == model.RoleProvider
	})
	return t.hasFinite(t.words(q)) || !body && t.does(q)
}

// does reports whether a paragraph under the one who acts says what is done: "готовит
// справку", "прием документов – 15 минут".
func (t *text) does(p model.Span) bool {
	ws := t.words(p)
	return t.hasFinite(ws) || len(t.durations(ws)) > 0 && !t.statesTerm(p)
}

// nest puts a heading into the stack of open ones: a heading of a class already open
// takes its place, one right below another is inside it, any other begins anew.
func nest(stack []heading, h heading, fresh bool) []heading {
	for i, s := range stack {
		if s.class == h.class {
			return append(stack[:i:i], h)
		}
	}
	if fresh || h.class == stageHeading {
		return append(stack[:len(stack):len(stack)], h)
	}
	return []heading{h}
}

// headingClass tells what a variant's heading names.
func (t *text) headingClass(p model.Span) headingClass {
	ws := t.words(p)
	if t.isStage(p, ws) {
		return stageHeading
	}
	if t.has(ws, &t.tab.CaseHeadings) {
		return caseHeading
	}
	return objectHeading
}

// isStage: "1-кезең", "2- кезең", "І кезең", "этап 1", "1-кезең – шешім қабылдау".
func (t *text) isStage(p model.Span, ws []word) bool {
	if len(ws) > 3 {
		n, _, _, _ := t.ordinal(p, t.tab.StageWords)
		return n != ""
	}
	for _, w := range ws {
		s := t.str(w)
		if _, tail, ok := strings.Cut(s, "-"); ok {
			s = tail
		}
		if lang.HasStem(s, t.tab.StageWords) {
			return true
		}
	}
	return false
}

// variantHeading reports whether paragraph k, whose words behind a number are p, is the
// heading of a variant or stage: it announces what follows, does not act itself, and steps
// (or a further heading) follow.
func (r *reader) variantHeading(paras []model.Span, k int, p model.Span) bool {
	t := r.text
	marked := t.endsWith(p, ":"+dashes)
	object := t.headingClass(p) == objectHeading
	// Only circumstances and stages are numbered: "1) на этапе рассмотрения заявления:".
	// The colon may be lost behind them: "… жүгінген кезде" / "1) …".
	if len(t.words(p)) == 0 || p != paras[k] && (object || !marked) || !marked && (t.endsWith(p, terminators) && !t.stageAlone(p) || object) {
		return false
	}
	n, _, _, _ := t.ordinal(p, t.tab.StageWords)
	titled := n != "" // "Этап 1. Прием документов" lists none
	for _, w := range t.words(p) {
		if t.finite(w) || !titled && lang.HasStem(t.str(w), t.tab.NotVariant) {
			return false
		}
	}
	const most = 8 // headings in a row, variants in stages
	for i, q := range paras[k+1 : min(len(paras), k+1+most)] {
		number, rest, kind := leadingNumber(t.of(q))
		if number == "" {
			number, _ = t.otherNumber(q)
		}
		// "1) при выдаче лицензии:" / "работник канцелярии регистрирует документы …"
		if number == "" && ((p != paras[k] || titled && i == 0) && t.isAction(q) || t.actorHead(paras, k+1+i)) {
			return true
		}
		if number != "" {
			n := ordered(number, kind)
			return n == 1 || n == 2 && marked // a slip of the source may begin at 2
		}
		if l, _, _, _ := t.label(model.Span{q[0] + rest, q[1]}); l != "" {
			return true
		}
		if !t.endsWith(q, ":"+dashes) && !t.stageAlone(q) {
			return false
		}
	}
	return false
}

// caseAlone reports whether paragraph k is the heading of a variant whose steps have no
// numbers: "При обращении в канцелярию:" / "работник канцелярии принимает документы;".
func (t *text) caseAlone(paras []model.Span, k int) bool {
	p := paras[k]
	if k+1 == len(paras) || !t.endsWith(p, ":") || t.headingClass(p) != caseHeading || t.hasFinite(t.words(p)) {
		return false
	}
	return !numbered(t.of(paras[k+1])) && t.isAction(paras[k+1])
}

// stageAlone reports whether a paragraph is a stage without a title: "2-кезең.", "1 этап."
func (t *text) stageAlone(p model.Span) bool {
	n, _, at, _ := t.ordinal(p, t.tab.StageWords)
	return n != "" && at >= p[1]
}

// isAction reports whether a sentence tells who does what.
func (t *text) isAction(p model.Span) bool {
	ws := t.words(p)
	if t.conditional(p) {
		return false
	}
	a := t.subject(ws, false)
	if a == nil && t.carriedOut(ws) {
		return t.doneBy(p)
	}
	if a == nil || a.other && !t.bullet(p) {
		return false
	}
	if t.hasFinite(ws) {
		return true
	}
	// "руководитель – рассмотрение документов, 2 часа"
	_, dash := t.skipDash(a.span[1], p[1])
	return dash && a.span[0] == ws[0].start && len(t.durations(ws)) > 0
}

// carriedOut reports whether a Russian sentence begins with what is done and has a passive
// verb: "выдача документов осуществляется | работником".
func (t *text) carriedOut(ws []word) bool {
	if t.tab.HeadFinal || !slices.ContainsFunc(ws, func(w word) bool { return endsIn(t.str(w), t.tab.PassiveVerbs) && t.finite(w) }) {
		return false
	}
	return slices.ContainsFunc(t.tab.Verbs(t.str(ws[0])), func(v lang.Verb) bool { return t.match(ws, 0, v.Phrase) > 0 })
}

// someoneActs reports whether a sentence begins with who acts, known or not: "главный
// лесничий проверяет лесосеку".
func (t *text) someoneActs(p model.Span) bool {
	ws := t.words(p)
	return t.hasFinite(ws) && t.nounPhraseAt(ws) != nil && !t.conditional(p)
}

// names reports whether a paragraph is no sentence and names what is done: "прием документов
// специалистом – 15 минут;", "маманның құжаттарды қабылдауы;".
func (t *text) names(p model.Span) bool {
	ws := t.words(p)
	if t.hasFinite(ws) || numbered(t.of(p)) {
		return false
	}
	for i := range ws {
		for _, v := range t.tab.Verbs(t.str(ws[i])) {
			if n := t.match(ws, i, v.Phrase); n > 0 && t.carries(ws, t.verbOf(i, n), true) {
				return true
			}
		}
		if !t.tab.HeadFinal && t.matchAny(ws, 0, &t.tab.Carrying) == 0 {
			return false // it begins with what is done: "проведение комиссией | обследования"
		}
	}
	return false
}

// doneBy reports whether a paragraph that names what is done says by whom.
func (t *text) doneBy(p model.Span) bool {
	a := t.subject(t.words(p), true)
	return a != nil && !a.other && !a.span.Empty()
}

// bullet reports whether a paragraph is an item of a list that dashes mark: "- врач
// оформляет справку".
func (t *text) bullet(p model.Span) bool {
	at, dash := t.skipDash(p[0], p[1])
	return dash && t.Canonical[at-1] == ' '
}

// conditional reports whether a paragraph is a condition to the step before it: nothing is
// done in it before the condition.
func (t *text) conditional(p model.Span) bool {
	ws := t.words(p)
	for _, c := range t.clauses(ws) {
		if c.conditional || t.hasFinite(ws[c.from:c.to]) {
			return c.conditional
		}
	}
	return false
}

// withoutDurations returns a heading without the term it states at its end.
func (t *text) withoutDurations(s model.Span, ds []model.Duration) model.Span {
	if d := ds[len(ds)-1]; t.trim(model.Span{d.Span[1], s[1]}, terminators+")")[0] >= s[1] || d.Span[1] >= s[1] {
		return t.trim(model.Span{s[0], d.Span[0]}, terminators+dashes+"(")
	}
	return s
}

// label reads "1-процесс –", "1 - процесс –", "2 шарт -", "процесс 1 –", "условие 2 –" at
// the start of a span: the label in its normal form, the node, and where the text begins.
func (t *text) label(p model.Span) (label string, node model.Node, after int, mark model.Span) {
	return t.labelled(p, t.tab.ItemLabels())
}

// labelled reads a label that has one of the nouns.
func (t *text) labelled(p model.Span, nouns []string) (label string, node model.Node, after int, mark model.Span) {
	n, noun, at, where := t.ordinal(p, nouns)
	if n == "" {
		return "", model.TaskNode, p[0], mark
	}
	node = model.ProcessNode
	if lang.HasStem(noun, t.tab.ConditionLabels) {
		node = model.ConditionNode
	}
	if t.low[where[0]] >= '0' && t.low[where[0]] <= '9' {
		return n + "-" + noun, node, at, where
	}
	return noun + " " + n, node, at, where
}

// ordinal reads a number with one of the nouns, in either order, and the dash or colon
// behind them, at the start of a span: "1-процесс –", "2 шарт -", "процедура 1:".
func (t *text) ordinal(p model.Span, nouns []string) (n, noun string, after int, mark model.Span) {
	ws := t.words(p)
	if len(ws) == 0 || ws[0].start-p[0] > 2 {
		return
	}
	first, second, end := t.str(ws[0]), "", 0
	if len(ws) > 1 {
		second = t.str(ws[1])
	}
	if lang.HasStem(second, nouns) {
		for i, word := range t.tab.Ordinals { // бірінші рәсім, первая процедура
			if lang.IsStem(first, word) {
				first = strconv.Itoa(i + 1)
			}
		}
		// "II этап", whose letter may be of either alphabet
		if i := slices.Index(romans, strings.ReplaceAll(first, "і", "i")); i >= 0 {
			first = strconv.Itoa(i + 1)
		}
	}
	if !digit(first[0]) && (second == "" || !digit(second[0])) {
		return
	}
	if head, tail, _ := strings.Cut(first, "-"); slices.Contains(t.tab.OrdinalEndings, tail) { // 1-ші рәсім, 2-е действие
		first = head
	}
	switch head, tail, joined := strings.Cut(first, "-"); {
	case joined && isNumber(head) && nounBefore(tail, nouns) != "": // 1-процесс, 2-іс-қимыл, 3-шарт-берушінің
		n, noun = head, nounBefore(tail, nouns)
		end = ws[0].start + len(n) + len("-") + len(noun)
	case isNumber(first) && lang.HasStem(second, nouns) && strings.Trim(t.low[ws[0].end:ws[1].start], " "+dashes) == "": // 1 - процесс
		n, noun, end = first, second, ws[1].end
	case lang.HasStem(first, nouns) && isNumber(second) && strings.Trim(t.low[ws[0].end:ws[1].start], " №"+dashes) == "": // процесс 1
		n, noun, end = second, first, ws[1].end
	default:
		return
	}
	at, dash := t.skipDash(end, p[1])
	// "1 процедура (действие) –": the bracket belongs to the noun.
	if at < p[1] && t.low[at] == '(' {
		if n := closing(t.low[:p[1]], at); n > 0 {
			if in := t.words(model.Span{at, n}); len(in) == 1 && lang.HasStem(t.str(in[0]), t.tab.StepLabels) {
				at, dash = t.skipDash(n+1, p[1])
			}
		}
	}
	if !dash {
		// "1-процесс:" and "шаг 1." are labels, "1-шарттың" was no match, "1-шарт бойынша" is prose.
		if at >= p[1] || t.low[at] != ':' && t.low[at] != '.' {
			return "", "", 0, mark
		}
		at = t.skipBlank(at+1, p[1])
	}
	return n, noun, at, model.Span{ws[0].start, end}
}

// romans are the numbers of stages, in lower case.
var romans = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii"}

// otherNumber reads the number of a step that is printed without a bracket, and where its
// text begins: "1- кеңсе …", "2-рәсім – басшы …", "процедура 1 – сотрудник …".
func (t *text) otherNumber(p model.Span) (number string, rest int) {
	if n, _, at, _ := t.ordinal(p, t.tab.StepLabels); n != "" {
		return n, at - p[0]
	}
	// "1 этап - услугополучатель подает заявление" acts, "1 этап – принятие решения:" announces.
	if n, _, at, _ := t.ordinal(p, t.tab.StageWords); n != "" && t.isAction(model.Span{at, p[1]}) {
		return n, at - p[0]
	}
	i := p[0]
	for i < p[1] && digit(t.low[i]) {
		i++
	}
	// "5.1. сотрудник …", "5.1) сотрудник …": of a point's own number, no date and no figure.
	if k := i + 1; i > p[0] && i < p[1] && t.low[i] == '.' {
		for k < p[1] && digit(t.low[k]) {
			k++
		}
		if at := t.skipBlank(k+1, p[1]); k > i+1 && at > k+1 && (t.low[k] == '.' || t.low[k] == ')') {
			return t.low[p[0]:k], at - p[0]
		}
		if at := t.skipBlank(k, p[1]); k > i+1 && at > k && t.isAction(model.Span{at, p[1]}) {
			return t.low[p[0]:k], at - p[0]
		}
		return "", 0
	}
	if at, dash := t.skipDash(i, p[1]); i > p[0] && dash && t.low[at-1] == ' ' {
		return t.low[p[0]:i], at - p[0]
	}
	return "", 0
}

// nounBefore returns the one of the nouns that a word is or begins with, up to a dash
// glued to it.
func nounBefore(w string, nouns []string) string {
	for _, n := range nouns {
		n = strings.TrimSuffix(n, "$")
		if rest, ok := strings.CutPrefix(w, n); ok && (rest == "" || rest[0] == '-') {
			return n
		}
	}
	return ""
}

// desks are the roles of those who work where a procedure takes place: "оператор".
var desks = map[model.ProcessKind]model.Role{
	model.ProcessCorporation: model.RoleCorporationWorker, model.ProcessDelivery: model.RoleCorporationWorker, model.ProcessPSC: model.RolePSCWorker,
}

// processes reads the procedure of a point.
func (r *reader) processes(pt *point, k lang.PointKind, head model.Span, paras []model.Span) []model.Process {
	var out []model.Process
	title := r.trim(head, terminators)
	runs := r.runs(paras)
	r.unread(paras, runs)
	for _, c := range runs {
		if len(c.items) == 0 {
			continue
		}
		p := model.Process{Kind: k.Kind, Point: pt.number, Title: r.of(title), Durations: c.durations, Span: c.span}
		p.Spans.Set("title", title)
		for i, v := range c.variant {
			p.Variant = append(p.Variant, r.of(v))
			p.Spans.SetItem("variant", i, v)
		}
		p.Steps = make(model.List[model.Step], 0, len(c.items))
		for _, it := range c.items {
			p.Steps = append(p.Steps, r.step(it))
		}
		p.Branches = r.branches(p.Steps)
		r.untimed(&p)
		out = append(out, p)
	}
	if len(out) == 0 {
		r.finding(model.FindTextUnread, model.Warning, phrase.NoSteps.Of(), head)
	}
	return out
}

// unread reports the paragraphs under a procedure that tell who does what, or what is done
// between two steps, and are in none. Those with a term are reported with it.
func (r *reader) unread(paras []model.Span, runs []run) {
	end := 0 // of the last step that begins before a paragraph
	var items []item
	for _, c := range runs {
		items = append(items, c.items...)
	}
	for k, p := range paras {
		for len(items) > 0 && items[0].whole[0] <= p[0] {
			end, items = items[0].whole[1], items[1:]
		}
		if p[0] < end || r.tellsAnnex(p) || len(r.durations(r.words(p))) > 0 {
			continue
		}
		between := end > 0 && len(items) > 0 && r.hasFinite(r.words(p))
		if between || r.isAction(p) || len(items) == 0 && r.actorHead(paras, k) {
			r.finding(model.FindTextUnread, model.Info, phrase.ActionOfNoStep.Of(), p)
		}
	}
}

// untimed reports the steps without a term in a procedure whose other steps have one and
// that has no term as a whole.
func (r *reader) untimed(p *model.Process) {
	timed := 0
	for _, s := range p.Steps {
		if len(s.Durations) > 0 {
			timed++
		}
	}
	if timed*2 < len(p.Steps) || len(p.Durations) > 0 {
		return
	}
	for _, s := range p.Steps {
		if len(s.Durations) == 0 && !slices.Contains(s.Roles, model.RoleApplicant) && !r.isCall(&s) {
			if _, told := r.unmeasured(r.words(s.Span)); !told {
				r.finding(model.FindDurationMissing, model.Info, phrase.NoTerm.Of(), s.Span)
			}
		}
	}
}

// branches ties each check to the process taken when it fails, which refuses or says
// that it cannot be done, and to the one taken when it passes.
func (r *reader) branches(steps []model.Step) []model.Branch {
	var out []model.Branch
	for i := range steps {
		if steps[i].Node != model.ConditionNode {
			continue
		}
		b := model.Branch{Condition: string(steps[i].Label)}
		for k := i + 1; k < len(steps) && steps[k].Node != model.ConditionNode; k++ {
			if steps[k].Node == model.ProcessNode && r.refuses(steps[k].Span) {
				b.Refusal = steps[k].Label
				for _, s := range steps[k+1:] {
					if s.Label != "" {
						b.Next = s.Label
						break
					}
				}
				break
			}
		}
		switch {
		case b.Refusal != "":
			out = append(out, b)
		case !r.refuses(steps[i].Span):
			r.finding(model.FindBranchUnresolved, model.Warning, phrase.NoBranch.Of(steps[i].Label), steps[i].Span)
		}
	}
	return out
}

func (r *reader) refuses(s model.Span) bool {
	ws := r.words(s)
	return r.has(ws, &r.tab.RefusalMarkers) || r.has(ws, &r.tab.ImpossibleMarkers)
}
