package act

import (
	"slices"

	"reglament/model"
	"reglament/parse/lang"
)

// Owner is what an annex that an order names is of.
type Owner int

// The owners that words beside an annex tell.
const (
	NotSaid       Owner = iota
	OfOwnAct            // "согласно приложению 1 к настоящему постановлению"
	OfAct               // "приложение 3 к указанному постановлению", "көрсетілген қаулыға 3-қосымша"
	OfARegulation       // "приложение 2 к указанному регламенту"
)

// Ordered is a part of an act that an order to change it names.
type Ordered struct {
	model.Target
	Of Owner // of an annex
}

// Targets are the points, subpoints, annexes and so on that an order to change an act
// names, outside quotation marks, in the order of its words: "2-тармағының 3) тармақшасы",
// "приложению 1", each of "пункты 14 и 15". Words that tell what something is supplemented
// with are none: "5-1-тармақпен толықтырылсын".
func Targets(text string, action model.NoteAction, l model.Language) []Ordered {
	var out []Ordered
	ln := scan(text)
	for i := 0; i < len(ln.t); i++ {
		t := ln.t[i]
		if t.kind == quote && t.match > i {
			i = t.match
			continue
		}
		if t.kind != word || action == model.NoteSupplemented && instrumental(t.low) {
			continue
		}
		w, ok := ln.targetAt(i)
		if !ok {
			continue
		}
		target := Ordered{Target: model.Target{Kind: w.kind}}
		if w.kind == model.TargetAnnex {
			target.Of = ln.annexOwner(i, l)
		}
		numbers := []model.Text{""}
		if w.numbered {
			numbers = ln.targetNumbers(i, l)
		}
		for _, target.Number = range numbers {
			out = append(out, target)
		}
	}
	return out
}

// targetNumbers are the numbers beside the target's word at token i, one of them empty where it
// has none: "2), 4) тармақшалары", "пункты 14 и 15".
func (l *line) targetNumbers(i int, lg model.Language) []model.Text {
	out := []model.Text{l.targetNumber(i, lg)}
	if out[0] == "" {
		return out
	}
	if lg == model.Kazakh {
		for j := l.beforeNumber(i); l.listsOn(j) && j > 0 && (l.t[j-1].kind == figure || l.is(j-1, ")")); j = l.beforeNumber(j) {
			out = append(out, l.targetNumber(j, lg))
		}
		slices.Reverse(out)
		return slices.DeleteFunc(out, func(n model.Text) bool { return n == "" })
	}
	for j := l.behindNumber(i); l.listsOn(j) && j+1 < len(l.t) && l.t[j+1].kind == figure; j = l.behindNumber(j) {
		out = append(out, l.targetNumber(j, lg))
	}
	return out
}

// listsOn reports whether the token parts two numbers of a list.
func (l *line) listsOn(i int) bool { return i >= 0 && (l.is(i, ",") || l.has(i, joinWords)) }

// behindNumber returns the token behind the number that stands behind token i: "пункты 14 | и".
func (l *line) behindNumber(i int) int {
	for i++; i < len(l.t) && (l.t[i].kind == figure || l.t[i].kind == numero || l.is(i, ")") || l.is(i, "-")); i++ {
	}
	return i
}

// beforeNumber returns the token before the number that stands before token i: "2) | , 4)
// тармақшалары".
func (l *line) beforeNumber(i int) int {
	for i--; i >= 0 && (l.t[i].kind == figure || l.is(i, ")") || l.is(i, "-") || l.is(i, "–")); i-- {
	}
	return i
}

// annexOwner tells what the annex at token i is of by the words behind it, before it in Kazakh,
// up to the next annex.
func (l *line) annexOwner(i int, lg model.Language) Owner {
	const near = 8 // words
	step := 1
	if lg == model.Kazakh {
		step = -1
	}
	for j, n := i+step, 0; j >= 0 && j < len(l.t) && n < near; j, n = j+step, n+1 {
		t := l.t[j]
		switch {
		case (t.kind == quote || t.kind == open || t.kind == close) && t.match >= 0 && (t.match-j)*step > 0:
			j = t.match
			continue
		case t.kind != word:
			continue
		case l.has(j, annexWords):
			return NotSaid
		}
		if w, ok := l.targetAt(j); ok && w.kind == model.TargetRegulation {
			return OfARegulation
		}
		if _, act := lang.KindOf(t.low, lg); act {
			const own = 4 // words from "осы" to it: "настоящим совместному постановлению и решению"
			if l.before(j, own, ownActs) {
				return OfOwnAct
			}
			return OfAct
		}
	}
	return NotSaid
}
