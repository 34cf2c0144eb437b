package structure

import (
	"strconv"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
	"reglament/parse/sentence"
)

// Label is what a step is called by: "1-процесс –", "условие 2 –".
type Label struct {
	Text string // in its normal form, "" for none
	Node model.Node
	Mark model.Span // where it stands, without the dash behind it
	Rest int        // where the text of the step begins
}

// Label reads "1-процесс –", "1 - процесс –", "2 шарт -", "процесс 1 –", "условие 2 –" at
// the start of a span.
func (t *Text) Label(p model.Span) Label { return t.Labelled(p, t.Tab.ItemLabels()) }

// Labelled reads a label that has one of the nouns.
func (t *Text) Labelled(p model.Span, nouns *lang.Phrases) Label {
	o := t.Ordinal(p, nouns)
	if o.Number == "" {
		return Label{Node: model.TaskNode, Rest: p[0]}
	}
	l := Label{Text: o.noun + " " + o.Number, Node: model.ProcessNode, Mark: o.mark, Rest: o.Rest}
	if t.Tab.ConditionLabels.Stem(o.noun) {
		l.Node = model.ConditionNode
	}
	if sentence.IsDigit(t.Low[o.mark[0]]) {
		l.Text = o.Number + "-" + o.noun
	}
	return l
}

// Ordinal is a number that is printed with a noun.
type Ordinal struct {
	Number string // "" for none
	Rest   int    // where the text behind it begins
	noun   string
	mark   model.Span
}

// Ordinal reads a number with one of the nouns, in either order, and the dash or colon
// behind them, at the start of a span: "1-процесс –", "2 шарт -", "процедура 1:".
func (t *Text) Ordinal(p model.Span, nouns *lang.Phrases) Ordinal {
	none := Ordinal{}
	var n, noun string
	ws := t.Words(p)
	if len(ws) == 0 || ws[0].Start-p[0] > 2 {
		return none
	}
	first, second, end := t.Str(ws[0]), "", 0
	if len(ws) > 1 {
		second = t.Str(ws[1])
	}
	if nouns.Stem(second) {
		first = t.Tab.Ordinal(first) // бірінші рәсім, 2-е действие, II этап
	}
	if !sentence.IsDigit(first[0]) && (second == "" || !sentence.IsDigit(second[0])) {
		return none
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
		return none
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
		return Ordinal{n, at, noun, model.Span{ws[0].Start, end}} // "процедура 1 (прием документов):"
	}
	if !dash {
		// "1-процесс:" and "шаг 1." are labels, "1-шарттың" was no match, "1-шарт бойынша" is prose.
		if at >= p[1] || t.Low[at] != ':' && t.Low[at] != '.' {
			return none
		}
		at = t.SkipBlank(at+1, p[1])
	}
	return Ordinal{n, at, noun, model.Span{ws[0].Start, end}}
}

// OtherNumber reads the number of a step that is printed without a bracket, and where its
// text begins: "1- кеңсе …", "2-рәсім – басшы …", "процедура 1 – сотрудник …".
func (t *Text) OtherNumber(p model.Span) (number string, rest int) {
	if o := t.Ordinal(p, &t.Tab.StepLabels); o.Number != "" {
		return o.Number, o.Rest - p[0]
	}
	// "1 этап - услугополучатель подает заявление" acts, "1 этап – принятие решения:" announces.
	if o := t.Ordinal(p, &t.Tab.StageWords); o.Number != "" && t.IsAction(model.Span{o.Rest, p[1]}) {
		return o.Number, o.Rest - p[0]
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

// Checks reports whether a paragraph is a check: "2) условие 1 – проверка …".
func (t *Text) Checks(p model.Span) bool {
	_, rest, _ := sentence.LeadingNumber(t.Of(p))
	return t.Label(model.Span{p[0] + rest, p[1]}).Node == model.ConditionNode
}

// Ordered returns where in the order of steps a number stands: the second is "2", "5.2",
// "5-2." and "б", but no "1-2)", which was put in later.
func Ordered(number string, kind sentence.NumberKind) int {
	if kind == sentence.Lettered {
		return lang.ItemLetter(number)
	}
	if kind != sentence.Bracketed {
		number = number[len(Prefix(number)):]
	}
	n, _ := strconv.Atoi(number)
	return n
}

// Prefix returns what a number of steps under a point begins with: "5." of "5.2".
func Prefix(number string) string { return number[:strings.LastIndexAny(number, ".-")+1] }
