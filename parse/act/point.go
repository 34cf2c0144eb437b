package act

import (
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// point reads what an operative point does: amends, repeals, cites, enters into force.
func (h *head) point(p *model.Point) {
	text := h.ownText(p.Span)
	base := p.Span[0]
	if h.act.EntryIntoForce == nil {
		h.act.EntryIntoForce = h.entryPoint(p, text)
	}
	if !mayMention(text) && !orderParts.In(text) {
		return
	}
	l := scan(text)
	rs := l.refs(h.lang)
	orders := l.orders()
	named := false           // what is ordered done is done to an act that the point names
	last, end := nothing, -1 // what is done to the act mentioned last, and where its mention ends
	done := make([]order, len(rs))
	for i := len(rs) - 1; i >= 0; i-- {
		done[i] = l.orderFor(rs[i], orders, h.lang)
		// "… № 92 қаулысы | мен … № 254 шешіміне өзгеріс енгізілсін"
		if r := rs[i]; done[i] == nothing && h.lang == model.Kazakh && i+1 < len(rs) && r.kindAt == r.to-1 && r.kindAt >= 0 && lang.IsNominative(l.t[r.kindAt].low, h.lang) && l.onlyJoins(r.to, rs[i+1].from) {
			done[i] = done[i+1]
		}
	}
	for i, r := range rs {
		ref, what := r.moved(base), done[i]
		switch apart := r.quoted || r.bracketed; {
		case apart:
		case r.joined, what == nothing && end >= 0 && l.onlyJoins(end, r.from):
			what, end = last, r.to
		default:
			last, end = what, r.to
		}
		switch {
		case r.quoted || r.Date == "" && r.Number == "" || r.Kind == model.Law && what == repeals:
			h.refs = append(h.refs, ref)
		case what == amends:
			h.amends.add(ref)
			named = true
		case what == repeals && !r.bracketed:
			h.repeals.add(ref)
			named = true
		case !r.paper():
			h.refs = append(h.refs, ref)
			if suspends := r.Number != "" && !r.bracketed && r.Kind != model.Law && !l.has(r.to, accordingTo); suspends && l.ordered(suspendOrders) {
				h.findings = append(h.findings, phrase.Finding(model.FindRefUnresolved, model.Warning, ref.Span, phrase.Suspends.Of(clip(ref.Text))))
			}
		}
		if r.titleTo > 0 {
			h.nested(l, r, base)
		}
	}
	if len(orders) > 0 && !named && l.ordersActs(orders, h.lang) {
		if annex, ok := l.ownAnnex(h.lang); ok {
			h.lists = append(h.lists, annexList{annex, orders[0].what, p.Span})
		}
	}
}

// ownText is the text of a point with blanks for the notes that stand inside: what they say is
// said of the point, not by it.
func (h *head) ownText(point model.Span) string {
	text := []byte(point.Of(h.t.Canonical))
	for _, n := range h.act.Notes {
		if point.Contains(n.Span) {
			for i := n.Span[0]; i < n.Span[1]; i++ {
				text[i-point[0]] = ' '
			}
		}
	}
	return string(text)
}

var orderParts = lang.NewNeedles(lang.OrderParts...)

// onlyJoins reports whether tokens [from, to) outside brackets only join two mentions: "в
// постановление … № 5 (зарегистрировано …) | и в | решение … № 243".
func (l *line) onlyJoins(from, to int) bool {
	joined := false
	for i := from; i < to; i++ {
		if t := l.t[i]; t.kind == open && t.match > i {
			i = t.match
			continue
		}
		joins := l.is(i, ",") || l.has(i, joinWords)
		if !joins && !l.has(i, itemLeads) {
			return false
		}
		joined = joined || joins
	}
	return joined
}

// ordered reports whether one of the orders stands outside quotation marks.
func (l *line) ordered(orders []lang.Pattern) bool {
	for i := 0; i < len(l.t); i++ {
		if t := l.t[i]; t.kind == quote && t.match > i {
			i = t.match
		} else if l.has(i, orders) {
			return true
		}
	}
	return false
}

// ordersActs reports whether one of the sentences that order something speaks of other acts, as
// "некоторые постановления акимата" and not "облыстың құрылысына мынадай өзгерістер енгізілсін".
func (l *line) ordersActs(orders []orderAt, lg model.Language) bool {
	const near = 3 // words between "осы" and the act's kind
	for _, o := range orders {
		start := l.opensAt(ref{from: o.at})
		for i := start; i < len(l.t) && (i <= o.at || !l.endsItem(i-1)); i++ {
			if t := l.t[i]; t.kind == quote && t.match > i {
				i = t.match
				continue
			}
			if _, act := lang.KindOf(l.t[i].low, lg); (act || l.has(i, actWords)) && !l.before(i, near, ownActs) {
				return true
			}
		}
	}
	return false
}

// ownAnnex returns the number of the annex that a point speaks of outside quotation marks, ""
// where it has none or is one of several: "согласно приложению 2 к настоящему постановлению",
// "осы қаулының қосымшасына сәйкес".
func (l *line) ownAnnex(lg model.Language) (number model.Text, ok bool) {
	for i := 0; i < len(l.t); i++ {
		switch t := l.t[i]; {
		case t.kind == quote && t.match > i:
			i = t.match
		case l.has(i, attached):
			return "", true
		case t.kind == word && l.has(i, annexWords):
			if l.has(i, manyAnnexes) {
				return "", true
			}
			return l.targetNumber(i, lg), true
		}
	}
	return "", false
}

// entryPoint reads the rule of entry into force where the point says it of the act: "4.
// Осы қаулы … қолданысқа енгізіледі". A rule inside a new wording that the point quotes
// is another act's.
func (h *head) entryPoint(p *model.Point, text string) *model.EffectiveRule {
	const longest = 1500 // bytes; an entry clause is a sentence
	first, _, more := strings.Cut(text, "\n")
	if more && len(text) < longest && len(p.Subpoints) == 0 && !strings.ContainsAny(text, lang.OpeningQuotes+":") {
		first = text // a sentence cut by a line end
	}
	if len(first) > longest {
		return nil
	}
	r := effective(first, p.Span[0], h.lang)
	if r == nil {
		return nil
	}
	if !ownWords(first) {
		_, _, rest := itemHead(first)
		l := scan(rest)
		if len(l.t) == 0 {
			return nil
		}
		if _, ok := lang.KindOf(l.t[0].low, h.lang); !ok { // "Постановление вводится в действие …"
			return nil
		}
	}
	h.partial(first, p.Span[0])
	return r
}

// partial reports what an entry clause says besides its rule: that a part takes effect on another
// day, or nothing before one: "…, за исключением пункта 2, который вводится в действие с 1 января
// 2018 года", "…, но не ранее 1 июля 2018 года".
func (h *head) partial(text string, base int) {
	l := scan(text)
	for i := range l.t {
		if l.has(i, exceptFor) || l.has(i, notBefore) {
			if h.lang == model.Kazakh {
				i = l.itemNumber(0) // "2-тармақты қоспағанда": what is left out stands before it
			}
			span := model.Span{base + l.t[i].start, base + len(strings.TrimRight(text, " .;"))}
			h.findings = append(h.findings, phrase.Finding(model.FindTextUnread, model.Warning, span, phrase.EntryOfPart.Of(clip(text[l.t[i].start:]))))
			return
		}
	}
}

// nested adds the acts that the title of a mentioned act mentions.
func (h *head) nested(l *line, r ref, base int) {
	from, to := l.t[r.titleFrom].end, l.t[r.titleTo-1].start
	if from < to {
		h.refs = append(h.refs, Refs(l.text[from:to], base+from, h.lang)...)
	}
}

// actList is a list of acts by their mentions, each act once.
type actList struct {
	refs model.List[model.ActRef]
	seen map[identity]bool
}

func (a *actList) has(r model.ActRef) bool { return a.seen[identify(r)] }

// add adds the mention unless the same act is there already.
func (a *actList) add(r model.ActRef) {
	if a.has(r) {
		return
	}
	if a.seen == nil {
		a.seen = map[identity]bool{}
	}
	a.seen[identify(r)] = true
	a.refs = append(a.refs, r)
}

// identity is what all mentions of one act have in common: date and number; where one of
// them is left out, the title tells.
type identity struct {
	kind          model.ActKind
	date          model.Date
	number, title model.Text
}

func identify(r model.ActRef) identity {
	switch {
	case r.Date == "":
		return identity{kind: r.Kind, number: r.Number, title: r.Title}
	case r.Number == "":
		return identity{date: r.Date, title: r.Title}
	}
	return identity{date: r.Date, number: model.FoldNumber(r.Number)}
}

func sameAct(a, b model.ActRef) bool { return identify(a) == identify(b) }
