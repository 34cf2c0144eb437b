package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// limits reads the time limits of the service: of the whole, of waiting, of being
// served, each for the channels that the sentence names before it.
func (r *reader) limits(pt *point, under []int, k lang.PointKind, known bool) {
	t := r.text
	head := t.words(pt.body)
	// "Сроки оказания услуги с момента сдачи необходимых документов:" tells of no documents.
	section := t.has(head, &t.tab.LimitPoint) && t.endsWith(pt.body, ":") && (!known || k.Is == lang.OtherPoint && t.ofService(head))
	context := t.contextChannel(k, known)
	inItem := false // context is of the lines below a numbered one
	for n, i := range append([]int{pt.from}, under...) {
		p := t.Paragraphs[i]
		ws := t.words(p)
		if !section && n > 0 {
			// "Сроки оказания государственной услуги:" below another sentence of the point
			if at := t.find(ws, &t.tab.LimitPoint); at >= 0 && t.has(ws, &t.tab.LimitOf) && t.endsWith(p, ":") && !numbered(t.of(p)) && !t.hasFinite(ws) {
				section = true
				continue
			}
		}
		if !section || n == 0 {
			// Elsewhere only the fixed wording states a limit: "күтудің рұқсат етілген ең ұзақ уақыты".
			if !t.ofVisit(ws) {
				if known && !t.limitsService(p) || !t.directLimit(ws) && !t.renderedIn(ws) {
					continue
				}
			}
		}
		ws = t.beforeExtension(ws) // "15 дней; | в случае изучения документов срок продлевается на 30 дней"
		if section && n > 0 {
			item := numbered(t.of(p))
			if _, rest, _ := leadingNumber(t.of(p)); known && t.isAction(model.Span{p[0] + rest, p[1]}) {
				return // steps again
			}
			switch {
			case t.endsWith(p, ":"): // "корпорацияға тапсырған сәттен бастап:", and terms below it
				context, inItem = t.channelsOf(ws), item
			case inItem && item:
				context, inItem = nil, false
			}
		}
		r.limitsIn(ws, context, known && k.Is != lang.OtherPoint && !section && !t.limitsService(p))
		if t.has(ws, &t.tab.Including) && t.endsWith(p, ":") && len(t.durations(ws)) > 0 {
			return // "37 рабочих дней, в том числе:", and the parts of it below
		}
	}
}

// directLimit: "Срок оказания государственной услуги – 3 рабочих дня."
func (t *text) directLimit(ws []word) bool {
	const lead = 6 // words that may stand before it
	at := t.find(ws, &t.tab.LimitPoint)
	if at < 0 || at-t.find(ws[:at], &t.tab.Since) > lead || !t.has(ws, &t.tab.LimitOf) {
		return false
	}
	return !t.acts(ws)
}

// acts reports whether a sentence has a verb that tells more than an amount.
func (t *text) acts(ws []word) bool {
	for i, w := range ws {
		if t.finite(w) && !t.amounts(ws, i) {
			return true
		}
	}
	return false
}

// ofVisit reports whether words tell how long one may wait, or be served, at the most:
// "күтудің рұқсат етілген ең ұзақ уақыты".
func (t *text) ofVisit(ws []word) bool {
	return t.has(ws, &t.tab.LongestTime) && (t.has(ws, &t.tab.WaitWords) || t.has(ws, &t.tab.ServeWords))
}

// limitsVisit reports whether a paragraph tells nothing but that: "Максимально допустимое время
// ожидания для сдачи пакета документов – 15 минут".
func (t *text) limitsVisit(p model.Span) bool {
	ws := t.words(p)
	return t.ofVisit(ws) && !t.acts(ws) && len(t.durations(ws)) > 0
}

// renderedIn reports whether a sentence says in what time the service is rendered: "Государственная
// услуга оказывается | в течение 7 рабочих дней с момента подачи заявления".
func (t *text) renderedIn(ws []word) bool {
	at := t.find(ws, &t.tab.RenderedIn)
	ds := t.durations(ws)
	if at < 0 || len(ds) != 1 || ds[0].Qualifier == "" {
		return false
	}
	const most = 6 // words between: "оказывается | в уполномоченном органе в срок | не позднее 10 дней"
	between := model.Span{ws[at].end, ds[0].Span[0]}
	if t.tab.HeadFinal {
		between = model.Span{ds[0].Span[1], ws[at].start}
	}
	return between[0] <= between[1] && !strings.ContainsAny(t.low[between[0]:between[1]], phraseEnds) && len(t.words(between)) <= most
}

// limitsService reports whether a paragraph among steps is none but the limit of the whole
// service: "7) срок оказания государственной услуги – 3 рабочих дня".
func (t *text) limitsService(p model.Span) bool {
	ws := t.words(p)
	if !t.directLimit(ws) {
		return false
	}
	_, untold := t.unmeasured(ws)
	return (untold || len(t.durations(ws)) > 0) && t.ofService(ws)
}

// ofService reports whether words name the limit of the service: "срок | оказания", "көрсету |
// мерзімі", but not "сроки действия документов, необходимых для оказания услуги".
func (t *text) ofService(ws []word) bool {
	at := t.find(ws, &t.tab.LimitPoint)
	if at < 0 {
		return false
	}
	for i := max(0, at-3); i <= at+1; i++ {
		if n := t.matchAny(ws, i, &t.tab.LimitOf); n > 0 && (i == at+1 || i+n == at || i+n == at+1) {
			return true
		}
	}
	return false
}

// contextChannel is the channel of the procedure that a limit stands under.
func (t *text) contextChannel(k lang.PointKind, known bool) []model.Channel {
	if !known {
		return nil
	}
	switch k.Kind {
	case model.ProcessCorporation, model.ProcessDelivery:
		return []model.Channel{model.ChannelCorporation}
	case model.ProcessPortal:
		return []model.Channel{model.ChannelPortal}
	case model.ProcessPSC:
		return []model.Channel{model.ChannelPSC}
	}
	return nil
}

// limitsIn reads the limits that a paragraph states. Under a procedure a term without the
// fixed wording is its step's.
func (r *reader) limitsIn(ws []word, context []model.Channel, step bool) {
	t := r.text
	ds := t.durations(ws)
	if term, found := t.unmeasured(ws); found && len(ds) == 0 && !step {
		r.finding(model.FindTermUnmeasured, model.Info, phrase.NoLength.Of(r.of(term)), term)
	}
	from := 0
	what := model.LimitService
	said := context
	for n, d := range ds {
		to := from
		for to < len(ws) && ws[to].start < d.Span[0] {
			to++
		}
		part := ws[from:to]
		if step && !t.has(ws[:to], &t.tab.LongestTime) {
			continue
		}
		switch {
		case t.has(part, &t.tab.WaitWords):
			what = model.LimitWait
		case t.has(part, &t.tab.ServeWords) && t.has(part, &t.tab.LongestTime), what == model.LimitWait && t.opens(part, &t.tab.ServeWords):
			what = model.LimitServe
		}
		rest := ws[to:]
		for len(rest) > 0 && rest[0].start < d.Span[1] {
			rest = rest[1:]
		}
		behind, named := t.placeBehind(d.Span, rest)
		if at := t.channelsOf(part); len(behind) > 0 {
			said = behind
		} else if len(at) > 0 {
			said = at
		} else if n > 0 && strings.ContainsAny(t.low[ds[n-1].Span[1]:d.Span[0]], ".;") {
			said = context // one clause says it for the others of its sentence only
		}
		l := model.TimeLimit{What: what, Duration: d, At: slices.Clone(said)}
		start := d.Span[0]
		if len(part) > 0 {
			start = min(start, part[0].start)
		}
		l.Span = model.Span{start, d.Span[1]}
		r.out.TimeLimits = append(r.out.TimeLimits, l)
		if what == model.LimitWait && t.bothOfVisit(part) {
			l.What, l.At = model.LimitServe, slices.Clone(said)
			r.out.TimeLimits = append(r.out.TimeLimits, l)
		}
		from = len(ws) - len(rest) + named
	}
}

// onlyWay gives the limits that name no way to apply the only one that there is.
func (r *reader) onlyWay() {
	if len(r.out.Channels) != 1 {
		return
	}
	for i := range r.out.TimeLimits {
		if l := &r.out.TimeLimits[i]; len(l.At) == 0 {
			l.At = slices.Clone(r.out.Channels)
		}
	}
}

// bothOfVisit reports whether words tell of waiting and of being served at once: "күтудің және қызмет
// көрсетудің рұқсат етілген ең ұзақ уақыты", "время ожидания и обслуживания".
func (t *text) bothOfVisit(ws []word) bool {
	for i := 1; i < len(ws); i++ {
		if t.joins(ws, i) && t.tab.WaitWords.Stem(t.str(ws[i-1])) && t.matchAny(ws, i+1, &t.tab.ServeWords) > 0 {
			return true
		}
	}
	return false
}

// opens reports whether words begin with one of the phrases, an "and" aside: "время ожидания –
// 15 минут | и обслуживания – 20 минут".
func (t *text) opens(ws []word, phrases *lang.Phrases) bool {
	if len(ws) > 0 && t.tab.And.Stem(t.str(ws[0])) {
		ws = ws[1:]
	}
	return t.matchAny(ws, 0, phrases) > 0
}

// placeBehind returns the channels that a Russian sentence names right behind a term, and how
// many words do: "не более 15 минут | в уполномоченном органе |, 30 минут в центре".
func (t *text) placeBehind(term model.Span, ws []word) (at []model.Channel, n int) {
	if t.tab.HeadFinal || len(ws) == 0 || !t.tab.Prepositions.Stem(t.str(ws[0])) || strings.TrimSpace(t.low[term[1]:ws[0].start]) != "" {
		return nil, 0
	}
	for n = 1; n < len(ws) && !t.apart(ws[n-1], ws[n]) && !t.joins(ws, n) && !strings.Contains(t.low[ws[n-1].end:ws[n].start], "."); n++ {
	}
	if n < len(ws) && strings.ContainsAny(t.low[ws[n-1].end:ws[n].start], dashes) {
		return nil, 0 // "20 минут в корпорации – 15 минут": of the next term
	}
	if at = t.channelsOf(ws[:n]); len(at) == 0 {
		return nil, 0
	}
	return at, n
}
