package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// limits reads the time limits of the service: of the whole, of waiting, of being
// served, each for the channels that the sentence names before it.
func (r *reader) limits(pt *structure.Point, under []int, k lang.PointKind, known bool) {
	t := r.text
	head := t.Words(pt.Body)
	// "Сроки оказания услуги с момента сдачи необходимых документов:" tells of no documents.
	section := t.Has(head, &t.Tab.LimitPoint) && t.EndsWith(pt.Body, ":") && (!known || k.Is == lang.OtherPoint && t.ofService(head))
	context := t.contextChannel(k, known)
	if section && context == nil {
		context = t.channelsOf(t.unquoted(pt.Body)) // "Сроки оказания услуги | у услугодателя:"
	}
	above := context
	inItem := false // context is of the lines below a numbered one
	for n, i := range append([]int{pt.From}, under...) {
		p := t.Paragraphs[i]
		ws := t.Words(p)
		if !section && n > 0 {
			// "Сроки оказания государственной услуги:" below another sentence of the point
			if at := t.Find(ws, &t.Tab.LimitPoint); at >= 0 && t.Has(ws, &t.Tab.LimitOf) && t.EndsWith(p, ":") && !sentence.Numbered(t.Of(p)) && !t.HasFinite(ws) {
				section = true
				continue
			}
		}
		if !section || n == 0 {
			// Elsewhere only the fixed wording states a limit: "күтудің рұқсат етілген ең ұзақ уақыты".
			if !t.OfVisit(ws) {
				if known && !t.limitsService(p) || !t.directLimit(ws) && !t.renderedIn(ws) {
					continue
				}
			}
		}
		ws = t.BeforeExtension(ws) // "15 дней; | в случае изучения документов срок продлевается на 30 дней"
		if section && n > 0 {
			item := sentence.Numbered(t.Of(p))
			if _, rest, _ := sentence.LeadingNumber(t.Of(p)); known && t.IsAction(model.Span{p[0] + rest, p[1]}) {
				return // steps again
			}
			switch {
			case t.EndsWith(p, ":"): // "корпорацияға тапсырған сәттен бастап:", and terms below it
				context, inItem = t.channelsOf(ws), item
			case inItem && item:
				context, inItem = above, false
			}
		}
		r.limitsIn(ws, context, known && k.Is != lang.OtherPoint && !section && !t.limitsService(p))
		if t.Has(ws, &t.Tab.Including) && t.EndsWith(p, ":") && len(t.Durations(ws)) > 0 {
			return // "37 рабочих дней, в том числе:", and the parts of it below
		}
	}
}

// directLimit: "Срок оказания государственной услуги – 3 рабочих дня."
func (t *text) directLimit(ws []sentence.Word) bool {
	const lead = 6 // words that may stand before it
	at := t.Find(ws, &t.Tab.LimitPoint)
	if at < 0 || at-t.Find(ws[:at], &t.Tab.Since) > lead || !t.Has(ws, &t.Tab.LimitOf) {
		return false
	}
	return !t.acts(ws)
}

// acts reports whether a sentence has a verb that tells more than an amount.
func (t *text) acts(ws []sentence.Word) bool {
	for i, w := range ws {
		if t.Finite(w) && !t.Amounts(ws, i) {
			return true
		}
	}
	return false
}

// limitsVisit reports whether a paragraph tells nothing but that: "Максимально допустимое время
// ожидания для сдачи пакета документов – 15 минут".
func (t *text) limitsVisit(p model.Span) bool {
	ws := t.Words(p)
	return t.OfVisit(ws) && !t.acts(ws) && len(t.Durations(ws)) > 0
}

// renderedIn reports whether a sentence says in what time the service is rendered: "Государственная
// услуга оказывается | в течение 7 рабочих дней с момента подачи заявления".
func (t *text) renderedIn(ws []sentence.Word) bool {
	at := t.Find(ws, &t.Tab.RenderedIn)
	ds := t.Durations(ws)
	if at < 0 || len(ds) != 1 || ds[0].Qualifier == "" {
		return false
	}
	const most = 6 // words between: "оказывается | в уполномоченном органе в срок | не позднее 10 дней"
	between := model.Span{ws[at].End, ds[0].Span[0]}
	if t.Tab.HeadFinal {
		between = model.Span{ds[0].Span[1], ws[at].Start}
	}
	return between[0] <= between[1] && !strings.ContainsAny(t.Low[between[0]:between[1]], sentence.PhraseEnds) && len(t.Words(between)) <= most
}

// limitsService reports whether a paragraph among steps is none but the limit of the whole
// service: "7) срок оказания государственной услуги – 3 рабочих дня".
func (t *text) limitsService(p model.Span) bool {
	ws := t.Words(p)
	if !t.directLimit(ws) {
		return false
	}
	_, untold := t.Unmeasured(ws)
	return (untold || len(t.Durations(ws)) > 0) && t.ofService(ws)
}

// ofService reports whether words name the limit of the service: "срок | оказания", "көрсету |
// мерзімі", but not "сроки действия документов, необходимых для оказания услуги".
func (t *text) ofService(ws []sentence.Word) bool {
	at := t.Find(ws, &t.Tab.LimitPoint)
	if at < 0 {
		return false
	}
	for i := max(0, at-3); i <= at+1; i++ {
		if n := t.MatchAny(ws, i, &t.Tab.LimitOf); n > 0 && (i == at+1 || i+n == at || i+n == at+1) {
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
func (r *reader) limitsIn(ws []sentence.Word, context []model.Channel, step bool) {
	t := r.text
	ds := t.Durations(ws)
	if term, found := t.Unmeasured(ws); found && len(ds) == 0 && !step {
		r.finding(model.FindTermUnmeasured, model.Info, phrase.NoLength.Of(r.Of(term)), term)
	}
	from := 0
	what := model.LimitService
	said := context
	for n, d := range ds {
		to := from
		for to < len(ws) && ws[to].Start < d.Span[0] {
			to++
		}
		part := ws[from:to]
		if step && !t.Has(ws[:to], &t.Tab.LongestTime) {
			continue
		}
		switch {
		case t.Has(part, &t.Tab.WaitWords):
			what = model.LimitWait
		case t.Has(part, &t.Tab.ServeWords) && t.Has(part, &t.Tab.LongestTime), what == model.LimitWait && t.opens(part, &t.Tab.ServeWords):
			what = model.LimitServe
		}
		rest := ws[to:]
		for len(rest) > 0 && rest[0].Start < d.Span[1] {
			rest = rest[1:]
		}
		behind, named := t.placeBehind(d.Span, rest)
		if at := t.channelsOf(part); len(behind) > 0 {
			said = behind
		} else if len(at) > 0 {
			said = at
		} else if n > 0 && strings.ContainsAny(t.Low[ds[n-1].Span[1]:d.Span[0]], ".;") {
			said = context // one clause says it for the others of its sentence only
		}
		l := model.TimeLimit{What: what, Duration: d, At: slices.Clone(said)}
		start := d.Span[0]
		if len(part) > 0 {
			start = min(start, part[0].Start)
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
func (t *text) bothOfVisit(ws []sentence.Word) bool {
	for i := 1; i < len(ws); i++ {
		if t.Joins(ws, i) && t.Tab.WaitWords.Stem(t.Str(ws[i-1])) && t.MatchAny(ws, i+1, &t.Tab.ServeWords) > 0 {
			return true
		}
	}
	return false
}

// opens reports whether words begin with one of the phrases, an "and" aside: "время ожидания –
// 15 минут | и обслуживания – 20 минут".
func (t *text) opens(ws []sentence.Word, phrases *lang.Phrases) bool {
	if len(ws) > 0 && t.Tab.And.Stem(t.Str(ws[0])) {
		ws = ws[1:]
	}
	return t.MatchAny(ws, 0, phrases) > 0
}

// placeBehind returns the channels that a Russian sentence names right behind a term, and how
// many words do: "не более 15 минут | в уполномоченном органе |, 30 минут – | в центре".
func (t *text) placeBehind(term model.Span, ws []sentence.Word) (at []model.Channel, n int) {
	if t.Tab.HeadFinal || len(ws) == 0 || !t.Tab.Prepositions.Stem(t.Str(ws[0])) || strings.Trim(t.Low[term[1]:ws[0].Start], " "+sentence.Dashes) != "" {
		return nil, 0
	}
	for n = 1; n < len(ws) && !t.Apart(ws[n-1], ws[n]) && !t.Joins(ws, n) && !strings.Contains(t.Low[ws[n-1].End:ws[n].Start], "."); n++ {
	}
	if n < len(ws) && strings.ContainsAny(t.Low[ws[n-1].End:ws[n].Start], sentence.Dashes) {
		return nil, 0 // "20 минут в корпорации – 15 минут": of the next term
	}
	dash := t.Apart(sentence.Word{End: term[1]}, ws[0])
	if at = t.channelsOf(ws[:n]); len(at) == 0 || dash && len(t.Durations(ws[:n])) > 0 {
		return nil, 0 // "20 минут – в корпорации 15 минут"
	}
	return at, n
}
