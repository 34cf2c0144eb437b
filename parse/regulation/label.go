package regulation

import (
	"strconv"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// label reads "1-процесс –", "1 - процесс –", "2 шарт -", "процесс 1 –", "условие 2 –" at
// the start of a span: the label in its normal form, the node, and where the text begins.
func (t *text) label(p model.Span) (label string, node model.Node, after int, mark model.Span) {
	return t.labelled(p, t.tab.ItemLabels())
}

// labelled reads a label that has one of the nouns.
func (t *text) labelled(p model.Span, nouns *lang.Phrases) (label string, node model.Node, after int, mark model.Span) {
	n, noun, at, where := t.ordinal(p, nouns)
	if n == "" {
		return "", model.TaskNode, p[0], mark
	}
	node = model.ProcessNode
	if t.tab.ConditionLabels.Stem(noun) {
		node = model.ConditionNode
	}
	if t.low[where[0]] >= '0' && t.low[where[0]] <= '9' {
		return n + "-" + noun, node, at, where
	}
	return noun + " " + n, node, at, where
}

// ordinal reads a number with one of the nouns, in either order, and the dash or colon
// behind them, at the start of a span: "1-процесс –", "2 шарт -", "процедура 1:".
func (t *text) ordinal(p model.Span, nouns *lang.Phrases) (n, noun string, after int, mark model.Span) {
	ws := t.words(p)
	if len(ws) == 0 || ws[0].start-p[0] > 2 {
		return
	}
	first, second, end := t.str(ws[0]), "", 0
	if len(ws) > 1 {
		second = t.str(ws[1])
	}
	if nouns.Stem(second) {
		first = t.tab.Ordinal(first) // бірінші рәсім, 2-е действие, II этап
	}
	if !digit(first[0]) && (second == "" || !digit(second[0])) {
		return
	}
	switch head, tail, joined := strings.Cut(first, "-"); {
	case joined && isNumber(head) && nounBefore(tail, nouns) != "": // 1-процесс, 2-іс-қимыл, 3-шарт-берушінің
		n, noun = head, nounBefore(tail, nouns)
		end = ws[0].start + len(n) + len("-") + len(noun)
	case isNumber(first) && nouns.Stem(second) && strings.Trim(t.low[ws[0].end:ws[1].start], " "+dashes) == "": // 1 - процесс
		n, noun, end = first, second, ws[1].end
	case nouns.Stem(first) && isNumber(second) && strings.Trim(t.low[ws[0].end:ws[1].start], " №"+dashes) == "": // процесс 1
		n, noun, end = second, first, ws[1].end
	default:
		return
	}
	at, dash := t.skipDash(end, p[1])
	// "1 процедура (действие) –": the bracket belongs to the noun.
	if at < p[1] && t.low[at] == '(' {
		if n := closing(t.low[:p[1]], at); n > 0 {
			if in := t.words(model.Span{at, n}); len(in) == 1 && t.tab.StepLabels.Stem(t.str(in[0])) {
				at, dash = t.skipDash(n+1, p[1])
			}
		}
	}
	if !dash && at < p[1] && t.low[at] == '(' && t.endsWith(p, ":") && closing(t.low[:p[1]], at) == p[1]-len("):") {
		return n, noun, at, model.Span{ws[0].start, end} // "процедура 1 (прием документов):"
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

// otherNumber reads the number of a step that is printed without a bracket, and where its
// text begins: "1- кеңсе …", "2-рәсім – басшы …", "процедура 1 – сотрудник …".
func (t *text) otherNumber(p model.Span) (number string, rest int) {
	if n, _, at, _ := t.ordinal(p, &t.tab.StepLabels); n != "" {
		return n, at - p[0]
	}
	// "1 этап - услугополучатель подает заявление" acts, "1 этап – принятие решения:" announces.
	if n, _, at, _ := t.ordinal(p, &t.tab.StageWords); n != "" && t.isAction(model.Span{at, p[1]}) {
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
		if at := t.skipBlank(k, p[1]); k > i+1 && at > k && (t.isAction(model.Span{at, p[1]}) || len(t.durations(t.words(model.Span{at, p[1]}))) > 0) {
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
func nounBefore(w string, nouns *lang.Phrases) string {
	for _, n := range nouns.Like(w) {
		n = strings.TrimSuffix(n, "$")
		if rest, ok := strings.CutPrefix(w, n); ok && (rest == "" || rest[0] == '-') {
			return n
		}
	}
	return ""
}

// checks reports whether a paragraph is a check: "2) условие 1 – проверка …".
func (t *text) checks(p model.Span) bool {
	_, rest, _ := leadingNumber(t.of(p))
	_, node, _, _ := t.label(model.Span{p[0] + rest, p[1]})
	return node == model.ConditionNode
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
