package act

import (
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// order is what an operative sentence orders done to an act.
type order int

const (
	nothing order = iota
	amends
	repeals
)

type orderAt struct {
	at     int
	what   order
	direct bool // it tells the change itself: "заменить", and not "внести изменения"
}

// orders finds the ordering verbs of a text, outside quotation marks.
func (l *line) orders() (out []orderAt) {
	for i := 0; i < len(l.t); i++ {
		t := l.t[i]
		if t.kind == quote && t.match > i {
			i = t.match
			continue
		}
		if t.kind != word {
			continue
		}
		if l.has(i, repealOrders) {
			out = append(out, orderAt{at: i, what: repeals})
			continue
		}
		if l.has(i, changeVerbs) && l.near(i, changeWords) {
			out = append(out, orderAt{at: i, what: amends})
		} else if l.has(i, directOrders) {
			out = append(out, orderAt{i, amends, true})
		}
	}
	return out
}

// near: "өзгерістер мен толықтырулар енгізілсін", "Внести … следующие изменения".
func (l *line) near(i int, ps []lang.Pattern) bool {
	for j := max(0, i-6); j < i; j++ {
		if l.has(j, ps) {
			return true
		}
	}
	n := 0
	for j := i + 1; j < len(l.t) && n < 60; j, n = j+1, n+1 {
		if t := l.t[j]; (t.kind == quote || t.kind == open) && t.match > j {
			j = t.match
			continue
		}
		if l.t[j].low == ":" || l.t[j].low == ";" {
			return false
		}
		if l.has(j, ps) {
			return l.has(i, longChangeVerbs)
		}
	}
	return false
}

// orderFor finds what is ordered done to the mentioned act: in Kazakh the verb follows,
// in Russian it comes before; the items of a list take the verb of its heading.
func (l *line) orderFor(r ref, orders []orderAt, lg model.Language) order {
	if lg == model.Kazakh {
		for _, o := range orders {
			if o.at < r.to {
				continue
			}
			if o.direct && l.opensAt(r) != r.from {
				continue
			}
			if o.what == amends && !o.direct && !l.amended(r, o.at) {
				return nothing
			}
			if l.has(r.to, accordingTo) || r.kindAt >= 0 && l.has(r.kindAt+1, accordingTo) {
				return nothing
			}
			return l.whole(r, o.what, o.at, lg)
		}
		for k := len(orders) - 1; k >= 0; k-- { // heading of a list
			if o := orders[k]; o.at < r.from {
				if o.what == repeals && l.startsItem(r) {
					return l.whole(r, repeals, len(l.t), lg)
				}
				if o.what == amends && l.startsItem(r) && l.amended(r, len(l.t)) {
					return amends
				}
			}
		}
		return nothing
	}
	for k := len(orders) - 1; k >= 0; k-- {
		o := orders[k]
		if o.at >= r.from || o.direct && l.opensAt(r) != o.at {
			continue
		}
		if o.what == repeals {
			return l.whole(r, repeals, o.at, lg)
		}
		if r.bracketed {
			return nothing
		}
		// up to the colon that begins the changes themselves, or at an item of the list
		for j := o.at; j < r.from; j++ {
			if t := l.t[j]; (t.kind == quote || t.kind == open) && t.match > j {
				j = t.match
				continue
			}
			if l.t[j].low == ":" {
				if l.startsItem(r) {
					return amends
				}
				return nothing
			}
		}
		return amends
	}
	if o, ok := l.orderedBehind(r, orders, lg); ok {
		return l.whole(r, o.what, o.at, lg)
	}
	return nothing
}

// orderedBehind returns the order that a Russian sentence ends in which begins with acts, or
// parts of them:
//
//	Постановление акимата … № 220, пункт 2 постановления … № 190 | признать утратившими силу
//	в постановлении акимата … № 220 слова … | заменить словами …
//	в постановлении акимата … № 220: пункт 2 | исключить; …
func (l *line) orderedBehind(r ref, orders []orderAt, lg model.Language) (o orderAt, ok bool) {
	start := l.opensAt(r)
	for l.has(start, itemLeads) {
		start++
	}
	if _, is := lang.KindOf(wordAt(l, start), lg); !is {
		if _, is := l.targetAt(start); !is && !l.has(start, partWords) {
			return o, false // "в связи с принятием постановления … признать …"
		}
	}
	below := false // behind the colon, the changes to the act that the sentence began with
	for j := r.to; j < len(l.t); j++ {
		if l.endsItem(j) && !below {
			if below = l.t[j].low == ":"; !below {
				break
			}
		}
		for _, o := range orders {
			if o.at == j && (o.what == repeals && !below || o.direct) {
				return o, true
			}
		}
		if l.t[j].match > j {
			j = l.t[j].match
		}
	}
	return o, false
}

// opensAt returns where the sentence or item of a list begins that the mention is in, behind
// its number.
func (l *line) opensAt(r ref) int {
	start := r.from
	for start > 0 && !l.endsItem(start-1) {
		if start--; l.t[start].match >= 0 && l.t[start].match < start {
			start = l.t[start].match
		}
	}
	return start + l.itemNumber(start)
}

// endsItem reports whether an item of a list or a sentence ends with the token.
func (l *line) endsItem(i int) bool {
	switch t := l.t[i]; {
	case t.low == ";", t.low == ":", t.low == "." && l.sentenceEnd(i):
		return true
	default:
		return i+1 < len(l.t) && strings.Contains(l.text[t.end:l.t[i+1].start], "\n")
	}
}

// whole is what is ordered, but for the end of an act of which a part alone ends: that amends
// the act. A Kazakh part stands behind the act, up to the verb, a Russian one before it.
//
//	признать утратившим силу пункт 3 | постановления … № 220
//	… № 220 қаулысының | 3-тармағының күші жойылды деп танылсын
//	признать утратившим силу регламент, утвержденный | постановлением … № 220
func (l *line) whole(r ref, what order, verb int, lg model.Language) order {
	if what != repeals {
		return what
	}
	for j := max(r.to, r.kindAt+1); j < len(l.t) && !l.endsItem(j); j++ {
		if l.has(j, exceptFor) {
			return amends // "…, за исключением пункта 2"
		}
		if l.t[j].match > j {
			j = l.t[j].match
		}
	}
	from, step := r.from-1, -1
	if lg == model.Kazakh {
		from, step = max(r.to, r.kindAt+1), 1
	}
	for j := from; j >= 0 && j < len(l.t) && j != verb; j += step {
		t := l.t[j]
		if (t.kind == quote || t.kind == open || t.kind == close) && t.match >= 0 && (t.match-j)*step > 0 {
			j = t.match
			continue
		}
		if t.low == ";" || t.low == ":" {
			break
		}
		if t.kind == word && l.has(j, approvedWords) {
			return amends // what it approved ends, the act does not
		}
		if before, behind := min(j, j-step), max(j, j-step); behind < len(l.t) && strings.Contains(l.text[l.t[before].end:l.t[behind].start], "\n") {
			break // another item
		}
		if _, is := lang.KindOf(t.low, lg); is {
			break // another act
		}
		if w, ok := l.targetAt(j); ok && w.kind != model.TargetAct {
			return amends
		}
	}
	return what
}

// amended: a Kazakh act that is amended stands in the dative ("қаулысына өзгеріс
// енгізілсін") or approved what is amended ("қаулысымен бекітілген … регламентіне").
func (l *line) amended(r ref, verb int) bool {
	for j := r.to; j < verb && j < len(l.t); j++ {
		if t := l.t[j]; t.kind == quote && t.match > j || t.kind == open && t.match > j {
			j = t.match
			continue
		}
		if l.t[j].low == ";" || l.t[j].low == "." && l.sentenceEnd(j) {
			return false
		}
	}
	if r.kindAt < 0 {
		return true
	}
	if lang.EndsIn(l.t[r.kindAt].low, lang.Datives) {
		return !l.has(r.kindAt+1, accordingTo)
	}
	return l.has(r.kindAt+1, approvedOf)
}

// wordAt is the word of a token, "" where there is none.
func wordAt(l *line, i int) string {
	if i >= 0 && i < len(l.t) {
		return l.t[i].low
	}
	return ""
}

// startsItem: the mention begins an item of a list: "1) решение …", "2) в решение …".
func (l *line) startsItem(r ref) bool {
	for j, n := r.from-1, 0; j >= 0 && n < 4; j, n = j-1, n+1 {
		switch t := l.t[j]; {
		case t.low == ")" || t.low == ":" || t.low == ";":
			return true
		case l.has(j, itemLeads):
		default:
			return strings.Contains(l.text[l.t[j].end:l.t[j+1].start], "\n")
		}
	}
	return false
}
