package sentence

import (
	"strings"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

// ResultMarker returns where the words before a result begin and where the result does,
// 0 where a paragraph states none: "Нәтижесі – тіркеу журналына жазу", "Результат
// процедуры (действия): …".
func (t *Text) ResultMarker(p model.Span) (start, at int) {
	ws := t.Words(p)
	for i := range ws {
		n := t.MatchAny(ws, i, &t.Tab.ResultMarkers)
		if n == 0 {
			continue
		}
		first := i
		for t.Tab.HeadFinal && first > 0 && !t.Apart(ws[first-1], ws[first]) && t.ofStep(ws[first-1]) {
			first-- // "1-іс-қимылдың | нәтижесі – …"
		}
		if before := strings.TrimRight(t.Low[p[0]:ws[first].Start], " "); before != "" && !strings.ContainsRune(".;,)(", rune(before[len(before)-1])) {
			continue
		}
		end := ws[i+n-1].End
		// "Результат процедуры (действия)": the bracket belongs to the marker.
		if b := t.SkipBlank(end, p[1]); b < p[1] && t.Low[b] == '(' {
			if c := strings.IndexByte(t.Low[b:p[1]], ')'); c > 0 && c < 60 {
				end = b + c + 1
			}
		}
		for k := i + n; !t.Tab.HeadFinal && k < len(ws) && (ws[k].Start < end || strings.TrimSpace(t.Low[end:ws[k].Start]) == "" && t.ofStep(ws[k])); k++ {
			end = max(end, ws[k].End) // "Результат | 1-действия – …", "Результат процедуры (действия) | 1 – …"
		}
		j, dash := t.SkipDash(end, p[1])
		switch {
		case dash:
		case j < p[1] && t.Low[j] == ':':
			j++
		case t.BeforeIs(model.Span{end, p[1]}) > 0:
		case t.given(ws[i+n:], j) > 0: // "результат в виде | протокола"
			j = t.given(ws[i+n:], j)
		case !t.Tab.HeadFinal && t.isBehind(ws[i+n:], j) > 0: // "результатом является | справка"
			j = t.isBehind(ws[i+n:], j)
		default:
			continue
		}
		return ws[first].Start, t.SkipBlank(j, p[1])
	}
	return 0, 0
}

// isBehind returns the end of the "is" that stands at offset at, the first of the words there,
// 0 where none does.
func (t *Text) isBehind(ws []Word, at int) int {
	for _, w := range ws {
		if w.Start >= at {
			if w.Start == at && t.Tab.Is.Stem(t.Str(w)) {
				return w.End
			}
			break
		}
	}
	return 0
}

// given returns the end of what says at offset at, where the first of the words stands, in what
// form a result is given, 0 where nothing does: "в виде", but not "результат | в виде справки
// выдается заявителю".
func (t *Text) given(ws []Word, at int) int {
	for len(ws) > 0 && ws[0].Start < at {
		ws = ws[1:] // in the bracket of the marker
	}
	n := t.MatchAny(ws, 0, &t.Tab.InForm)
	if n == 0 || ws[0].Start > at || t.HasFinite(t.unbroken(ws)) {
		return 0
	}
	return ws[n-1].End
}

// BeforeIs returns where the result ends that a Kazakh sentence says is one, 0 for none:
// "нәтижесі | тексеру актісі | болып табылады".
func (t *Text) BeforeIs(s model.Span) int {
	told := t.Sentences(s)
	if !t.Tab.HeadFinal || len(told) == 0 {
		return 0
	}
	ws := t.Words(told[0])
	k := t.Find(ws, &t.Tab.Is)
	if k <= 0 || t.HasFinite(ws[:k]) {
		return 0
	}
	return ws[k-1].End
}

// TermBehind returns where the term behind a result begins, or the end where none does:
// "Результат – резолюция. | Срок исполнения – 1 час".
func (t *Text) TermBehind(s model.Span) int {
	ws := t.Words(s)
	for i := 1; i < len(ws); i++ {
		if strings.ContainsAny(t.Low[ws[i-1].End:ws[i].Start], ".;,") && t.MatchAny(ws, i, &t.Tab.TermOf) > 0 && len(t.Durations(ws[i:])) > 0 {
			return ws[i].Start
		}
		// "Нәтижесі – тіркелген өтініш | (15 минут)", "результат – виза | – 1 час"
		if at := strings.IndexAny(t.Low[ws[i-1].End:ws[i].Start], "(,"+Dashes); at >= 0 && t.isTerm(ws[i:]) {
			return ws[i-1].End + at
		}
	}
	return s[1]
}

// BehindStep leaves out of which step a result is: "1-іс-қимыл бойынша – | құжаттарды тіркеу",
// "по действию 2 – | резолюция".
func (t *Text) BehindStep(s model.Span) model.Span {
	ws := t.Words(s)
	step := false
	for i := range ws {
		if i > 0 && strings.ContainsAny(t.Low[ws[i-1].End:ws[i].Start], Dashes+":") {
			if step {
				s[0] = ws[i].Start
			}
			break
		}
		switch {
		case t.stepNumber(t.Str(ws[i])) || t.stepLetter(ws[i]):
			step = true
		case !t.ofStep(ws[i]):
			if step && t.Tab.HeadFinal && t.MatchAny(ws, i-1, &t.Tab.ResultMarkers) > 0 { // "екіншісінің нәтижесі | бұрыштама"
				s[0] = ws[i].Start
			}
			return s
		}
	}
	return s
}

// ofStep reports whether a word can tell of which step something is: "1-действия", "рәсімнің",
// "бойынша".
func (t *Text) ofStep(w Word) bool {
	s := t.Str(w)
	return t.stepNumber(s) || t.stepLetter(w) || t.stepNoun(s) || t.Tab.OfStep.Stem(s)
}

// stepLetter reports whether a word is the letter of a step with its bracket: "б)".
func (t *Text) stepLetter(w Word) bool {
	return utf8.RuneCountInString(t.Str(w)) == 1 && strings.HasPrefix(t.Low[w.End:], ")") && !t.opened(w.End)
}

// stepNumber reports whether a word is the number of a step, or has one: "2", "2-рәсім", "екінші",
// "екіншісінің".
func (t *Text) stepNumber(w string) bool {
	for _, ending := range t.Tab.Declensions[0].Cases[lang.Genitive] {
		if ordinal, ok := strings.CutSuffix(w, ending); ok && t.Tab.HeadFinal && IsNumber(t.Tab.Ordinal(ordinal)) {
			return true
		}
	}
	n, noun, joined := strings.Cut(t.Tab.Ordinal(w), "-")
	return IsNumber(n) && (!joined || t.stepNoun(noun) || t.Tab.OfStep.Stem(noun))
}

// stepNoun reports whether a word is a noun that numbers a step, or is of one: "рәсімнің".
func (t *Text) stepNoun(w string) bool {
	for _, ending := range t.Tab.Declensions[0].Cases[lang.Genitive] {
		if noun, ok := strings.CutSuffix(w, ending); ok && t.Tab.HeadFinal && t.Tab.StepLabels.Stem(noun) {
			return true
		}
	}
	return t.Tab.StepLabels.Stem(w)
}

// BySteps parts results that commas part and that tell of which step they are: "тіркелген
// өтініш, | 2-іс-қимыл бойынша – бұрыштама".
func (t *Text) BySteps(s model.Span) (out []model.Span) {
	ws := t.Words(s)
	for i := 1; i < len(ws); i++ {
		if strings.Contains(t.Low[ws[i-1].End:ws[i].Start], ",") && t.BehindStep(model.Span{ws[i].Start, s[1]})[0] > ws[i].Start {
			out = append(out, model.Span{s[0], ws[i-1].End})
			s[0] = ws[i].Start
		}
	}
	return append(out, s)
}

// ResultTold returns the result that a sentence tells.
func (t *Text) ResultTold(s model.Span) model.Span {
	if t.Tab.HeadFinal {
		return t.resultBehindMarker(s)
	}
	ws := t.Words(s)
	at := t.resultBehindIs(ws)
	if at == 0 {
		return model.Span{}
	}
	return t.Trim(model.Span{ws[at].Start, t.beforeClause(ws[at:], s[1])}, Terminators)
}

// resultBehindMarker is ResultTold for Kazakh: "нәтижесі | тексеру актісі | болып табылады",
// "нәтижесі – | тексеру актісі".
func (t *Text) resultBehindMarker(s model.Span) model.Span {
	ws := t.Words(s)
	for i := range ws {
		n := t.MatchAny(ws, i, &t.Tab.ResultMarkers)
		if n == 0 || i+n == len(ws) {
			continue
		}
		if end := t.BeforeIs(model.Span{ws[i+n].Start, s[1]}); end > 0 {
			return model.Span{ws[i+n].Start, end}
		}
		if _, dash := t.SkipDash(ws[i+n-1].End, ws[i+n].Start); dash {
			return t.Trim(model.Span{ws[i+n].Start, t.beforeClause(ws[i+n:], s[1])}, Terminators)
		}
	}
	return model.Span{}
}

// beforeClause returns where a clause begins that tells more of the words before it, or end
// where none does: "запись в журнале, | которая служит основанием", "виза, | являющаяся основанием",
// "хабарлама, | ол ХҚО-ға жолданады".
func (t *Text) beforeClause(ws []Word, end int) int {
	for i := 1; i < len(ws); i++ {
		switch {
		case (t.Tab.Relative.Stem(t.Str(ws[i])) || t.MatchAny(ws, i, &t.Tab.Serving) > 0) && t.Apart(ws[i-1], ws[i]):
			return ws[i-1].End
		case t.Tab.HeadFinal && t.Finite(ws[i]):
			for ; i > 0; i-- {
				if t.Apart(ws[i-1], ws[i]) {
					return ws[i-1].End
				}
			}
			return end
		}
	}
	return end
}

// resultBehindIs returns the first word of the result that a Russian sentence tells, 0 for
// none.
func (t *Text) resultBehindIs(ws []Word) int {
	if t.MatchAny(ws, 0, &t.Tab.ResultMarkers) == 0 {
		return 0
	}
	aside := false // in "который служит основанием"
	for i := 1; i < len(ws); i++ {
		before := t.Str(ws[i-1])
		if t.Tab.Relative.Stem(before) {
			aside = true
		}
		switch {
		case strings.ContainsAny(t.Low[ws[i-1].End:ws[i].Start], Dashes), !aside && t.Tab.Is.Stem(before):
			return i
		case !aside && t.Finite(ws[i-1]):
			return 0
		case t.Apart(ws[i-1], ws[i]):
			aside = false
		}
	}
	return 0
}

// Several reports whether the marker of a result, which stands in the span, is in the plural: "нәтижелері".
func (t *Text) Several(marker model.Span) bool {
	return t.Has(t.Words(marker), &t.Tab.SeveralResults)
}

// MayBeResult reports whether a phrase names something in the nominative: "выдача справки", "бұрыштама қою",
// but not "составе семьи", "өтінішті" or "уведомления", which may be one of several whose other is told before.
func (t *Text) MayBeResult(s model.Span) bool {
	ws := t.Words(s)
	if len(ws) == 0 {
		return false
	}
	if t.Tab.HeadFinal {
		last := t.Str(ws[len(ws)-1])
		return t.Tab.LikeObjects.Stem(last) || t.Tab.MayBeIn(last, lang.Nominative) && !t.Tab.Postposition.Stem(last)
	}
	first := t.Str(ws[0])
	return !t.Tab.Prepositions.Stem(first) && !lang.EndsIn(first, t.Tab.Oblique) && !lang.EndsIn(first, t.Tab.Objects)
}
