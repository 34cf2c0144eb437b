package regulation

import (
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// resultMarker returns where the words before a result begin and where the result does,
// 0 where a paragraph states none: "Нәтижесі – тіркеу журналына жазу", "Результат
// процедуры (действия): …".
func (t *text) resultMarker(p model.Span) (start, at int) {
	ws := t.words(p)
	for i := range ws {
		n := t.matchAny(ws, i, &t.tab.ResultMarkers)
		if n == 0 {
			continue
		}
		first := i
		for t.tab.HeadFinal && first > 0 && !t.apart(ws[first-1], ws[first]) && t.ofStep(ws[first-1]) {
			first-- // "1-іс-қимылдың | нәтижесі – …"
		}
		if before := strings.TrimRight(t.low[p[0]:ws[first].start], " "); before != "" && !strings.ContainsRune(".;,)(", rune(before[len(before)-1])) {
			continue
		}
		end := ws[i+n-1].end
		// "Результат процедуры (действия)": the bracket belongs to the marker.
		if b := t.skipBlank(end, p[1]); b < p[1] && t.low[b] == '(' {
			if c := strings.IndexByte(t.low[b:p[1]], ')'); c > 0 && c < 60 {
				end = b + c + 1
			}
		}
		for k := i + n; !t.tab.HeadFinal && k < len(ws) && (ws[k].start < end || strings.TrimSpace(t.low[end:ws[k].start]) == "" && t.ofStep(ws[k])); k++ {
			end = max(end, ws[k].end) // "Результат | 1-действия – …", "Результат процедуры (действия) | 1 – …"
		}
		j, dash := t.skipDash(end, p[1])
		switch {
		case dash:
		case j < p[1] && t.low[j] == ':':
			j++
		case t.beforeIs(model.Span{end, p[1]}) > 0:
		case !t.tab.HeadFinal && t.isBehind(ws[i+n:], j) > 0: // "результатом является | справка"
			j = t.isBehind(ws[i+n:], j)
		default:
			continue
		}
		return ws[first].start, t.skipBlank(j, p[1])
	}
	return 0, 0
}

// isBehind returns the end of the "is" that stands at offset at, the first of the words there,
// 0 where none does.
func (t *text) isBehind(ws []word, at int) int {
	for _, w := range ws {
		if w.start >= at {
			if w.start == at && t.tab.Is.Stem(t.str(w)) {
				return w.end
			}
			break
		}
	}
	return 0
}

// beforeIs returns where the result ends that a Kazakh sentence says is one, 0 for none:
// "нәтижесі | тексеру актісі | болып табылады".
func (t *text) beforeIs(s model.Span) int {
	told := t.sentences(s)
	if !t.tab.HeadFinal || len(told) == 0 {
		return 0
	}
	ws := t.words(told[0])
	k := t.find(ws, &t.tab.Is)
	if k <= 0 || t.hasFinite(ws[:k]) {
		return 0
	}
	return ws[k-1].end
}

// termBehind returns where the term behind a result begins, or the end where none does:
// "Результат – резолюция. | Срок исполнения – 1 час".
func (t *text) termBehind(s model.Span) int {
	ws := t.words(s)
	for i := 1; i < len(ws); i++ {
		if strings.ContainsAny(t.low[ws[i-1].end:ws[i].start], ".;,") && t.matchAny(ws, i, &t.tab.TermOf) > 0 && len(t.durations(ws[i:])) > 0 {
			return ws[i].start
		}
		// "Нәтижесі – тіркелген өтініш | (15 минут)"
		if at := strings.IndexByte(t.low[ws[i-1].end:ws[i].start], '('); at >= 0 && t.isTerm(ws[i:]) {
			return ws[i-1].end + at
		}
	}
	return s[1]
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
	for _, ending := range t.tab.Declensions[0].Cases[lang.Genitive] {
		if noun, ok := strings.CutSuffix(w, ending); ok && t.tab.HeadFinal && t.tab.StepLabels.Stem(noun) {
			return true
		}
	}
	return t.tab.StepLabels.Stem(w)
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
// where none does: "запись в журнале, | которая служит основанием", "виза, | являющаяся основанием",
// "хабарлама, | ол ХҚО-ға жолданады".
func (t *text) beforeClause(ws []word, end int) int {
	for i := 1; i < len(ws); i++ {
		switch {
		case (t.tab.Relative.Stem(t.str(ws[i])) || t.matchAny(ws, i, &t.tab.Serving) > 0) && t.apart(ws[i-1], ws[i]):
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
