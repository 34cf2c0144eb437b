package regulation

import (
	"strconv"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
	"reglament/parse/sentence"
)

// label reads "1-процесс –", "1 - процесс –", "2 шарт -", "процесс 1 –", "условие 2 –" at
// the start of a span: the label in its normal form, the node, and where the text begins.
func (t *text) label(p model.Span) (label string, node model.Node, after int, mark model.Span) {
	return t.labelled(p, t.Tab.ItemLabels())
}

// labelled reads a label that has one of the nouns.
func (t *text) labelled(p model.Span, nouns *lang.Phrases) (label string, node model.Node, after int, mark model.Span) {
	n, noun, at, where := t.ordinal(p, nouns)
	if n == "" {
		return "", model.TaskNode, p[0], mark
	}
	node = model.ProcessNode
	if t.Tab.ConditionLabels.Stem(noun) {
		node = model.ConditionNode
	}
	if t.Low[where[0]] >= '0' && t.Low[where[0]] <= '9' {
		return n + "-" + noun, node, at, where
	}
	return noun + " " + n, node, at, where
}

// ordinal reads a number with one of the nouns, in either order, and the dash or colon
// behind them, at the start of a span: "1-процесс –", "2 шарт -", "процедура 1:".
func (t *text) ordinal(p model.Span, nouns *lang.Phrases) (n, noun string, after int, mark model.Span) {
	ws := t.Words(p)
	if len(ws) == 0 || ws[0].Start-p[0] > 2 {
		return
	}
	first, second, end := t.Str(ws[0]), "", 0
	if len(ws) > 1 {
		second = t.Str(ws[1])
	}
	if nouns.Stem(second) {
		first = t.Tab.Ordinal(first) // бірінші рәсім, 2-е действие, II этап
	}
	if !sentence.IsDigit(first[0]) && (second == "" || !sentence.IsDigit(second[0])) {
		return
	}
	switch head, tail, joined := strings.Cut(first, "-"); {
	case joined && sentence.IsNumber(head) && nounBefore(tail, nouns) != "": // 1-процесс, 2-іс-қимыл, 3-шарт-берушінің
		n, noun = head, nounBefore(tail, nouns)
		end = ws[0].Start + len(n) + len("-") + len(noun)
	case sentence.IsNumber(first) && nouns.Stem(second) && strings.Trim(t.Low[ws[0].End:ws[1].Start], " "+sentence.Dashes) == "": // 1 - процесс
		n, noun, end = first, second, ws[1].End
	case nouns.Stem(first) && sentence.IsNumber(second) && strings.Trim(t.Low[ws[0].End:ws[1].Start], " №"+sentence.Dashes) == "": // процесс 1
		n, noun, end = second, first, ws[1].End
	default:
		return
	}
	at, dash := t.SkipDash(end, p[1])
	// "1 процедура (действие) –": the bracket belongs to the noun.
	if at < p[1] && t.Low[at] == '(' {
		if n := sentence.Closing(t.Low[:p[1]], at); n > 0 {
			if in := t.Words(model.Span{at, n}); len(in) == 1 && t.Tab.StepLabels.Stem(t.Str(in[0])) {
				at, dash = t.SkipDash(n+1, p[1])
			}
		}
	}
	if !dash && at < p[1] && t.Low[at] == '(' && t.EndsWith(p, ":") && sentence.Closing(t.Low[:p[1]], at) == p[1]-len("):") {
		return n, noun, at, model.Span{ws[0].Start, end} // "процедура 1 (прием документов):"
	}
	if !dash {
		// "1-процесс:" and "шаг 1." are labels, "1-шарттың" was no match, "1-шарт бойынша" is prose.
		if at >= p[1] || t.Low[at] != ':' && t.Low[at] != '.' {
			return "", "", 0, mark
		}
		at = t.SkipBlank(at+1, p[1])
	}
	return n, noun, at, model.Span{ws[0].Start, end}
}

// otherNumber reads the number of a step that is printed without a bracket, and where its
// text begins: "1- кеңсе …", "2-рәсім – басшы …", "процедура 1 – сотрудник …".
func (t *text) otherNumber(p model.Span) (number string, rest int) {
	if n, _, at, _ := t.ordinal(p, &t.Tab.StepLabels); n != "" {
		return n, at - p[0]
	}
	// "1 этап - услугополучатель подает заявление" acts, "1 этап – принятие решения:" announces.
	if n, _, at, _ := t.ordinal(p, &t.Tab.StageWords); n != "" && t.IsAction(model.Span{at, p[1]}) {
		return n, at - p[0]
	}
	i := p[0]
	for i < p[1] && sentence.IsDigit(t.Low[i]) {
		i++
	}
	// "5.1. сотрудник …", "5.1) сотрудник …": of a point's own number, no date and no figure.
	if k := i + 1; i > p[0] && i < p[1] && t.Low[i] == '.' {
		for k < p[1] && sentence.IsDigit(t.Low[k]) {
			k++
		}
		if at := t.SkipBlank(k+1, p[1]); k > i+1 && at > k+1 && (t.Low[k] == '.' || t.Low[k] == ')') {
			return t.Low[p[0]:k], at - p[0]
		}
		if at := t.SkipBlank(k, p[1]); k > i+1 && at > k && (t.IsAction(model.Span{at, p[1]}) || len(t.Durations(t.Words(model.Span{at, p[1]}))) > 0) {
			return t.Low[p[0]:k], at - p[0]
		}
		return "", 0
	}
	if at, dash := t.SkipDash(i, p[1]); i > p[0] && dash && t.Low[at-1] == ' ' {
		return t.Low[p[0]:i], at - p[0]
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
	_, rest, _ := sentence.LeadingNumber(t.Of(p))
	_, node, _, _ := t.label(model.Span{p[0] + rest, p[1]})
	return node == model.ConditionNode
}

// ordered returns where in the order of steps a number stands: the second is "2", "5.2",
// "5-2." and "б", but no "1-2)", which was put in later.
func ordered(number string, kind sentence.NumberKind) int {
	if kind == sentence.Lettered {
		return lang.ItemLetter(number)
	}
	if kind != sentence.Bracketed {
		number = number[len(prefix(number)):]
	}
	n, _ := strconv.Atoi(number)
	return n
}

// prefix returns what a number of steps under a point begins with: "5." of "5.2".
func prefix(number string) string { return number[:strings.LastIndexAny(number, ".-")+1] }
