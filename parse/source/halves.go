package source

import (
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// pair is two words that stand side by side, as they are compared.
type pair struct{ a, b string }

// gap is the blank of a pair that may be one word, at an offset of a paragraph.
type gap struct {
	pair
	paragraph, at int
}

// joinHalves joins words that fell apart at places of their own in each line, as where an
// extractor took the gaps between the letters of a widened line for blanks:
//
//	"әле уметтік", "қолданыс қа", "ба ғдарламалар"
//
// One of the halves is written only as a half. Where the document writes the whole several
// times, at least as often as the two halves, they are one word. Others may be: of the first
// in a paragraph the user is told. A text with but a few of them may mean what it writes, "на
// значение" beside "назначение".
func joinHalves(ps []paragraph, v vocabulary) {
	const (
		often = 2  // times that a whole is written
		least = 10 // halves of words in a text whose words fell apart
	)
	gaps := gapsIn(ps, v)
	pairs, inPairs := map[pair]int{}, map[string]int{} // how often they are written, and a word as a half
	for _, g := range gaps {
		pairs[g.pair]++
		inPairs[g.a]++
		inPairs[g.b]++
	}
	join, all := map[pair]bool{}, 0
	for h, n := range pairs {
		if inPairs[h.a] < v[h.a] && inPairs[h.b] < v[h.b] {
			continue
		}
		whole := v[h.a+h.b]
		if join[h] = whole >= often && whole >= n; join[h] {
			all += n
		}
	}
	if all < least {
		return
	}
	for len(gaps) > 0 {
		n := 1
		for n < len(gaps) && gaps[n].paragraph == gaps[0].paragraph {
			n++
		}
		ps[gaps[0].paragraph].closeGaps(gaps[:n], join)
		gaps = gaps[n:]
	}
}

// What stands at words without a blank, "9-" of "9-тармағы" too.
const (
	marksBefore = `"(«“„0123456789-`
	marksBehind = `".,;:)»”!?`
)

// withoutMarks cuts off the marks behind a word.
func withoutMarks(w string) string {
	if len(w) > 1 && w[len(w)-2] >= 0xd0 { // a letter of both alphabets ends it
		return w
	}
	return strings.TrimRight(w, marksBehind)
}

// gapsIn finds the words side by side that are one elsewhere.
func gapsIn(ps []paragraph, v vocabulary) (gaps []gap) {
	var known ends
	for w := range v {
		known.add(w)
	}
	var whole []byte
	for i := range ps {
		before, at := "", -1 // the word that ends at the blank
		for w := range strings.SplitSeq(ps[i].text, " ") {
			if bare := withoutMarks(w); before != "" && bare != "" && known.may(before, bare) {
				p := pair{before, foldWord(bare)}
				whole = append(append(whole[:0], p.a...), p.b...)
				if v[string(whole)] > 0 {
					gaps = append(gaps, gap{p, i, at})
				}
			}
			if before = w; len(w) > 1 && !isFolded(w[:2]) {
				if w[0] < 0xd0 { // no letter of both alphabets
					before = strings.TrimLeft(w, marksBefore)
				}
				before = foldWord(before)
			}
			at += 1 + len(w)
		}
	}
	return gaps
}

// ends are the lengths of the words of a set, by their first and last letters: a quick look
// before one that two others make is looked up.
type ends [64 * 64]uint64

func (e *ends) add(word string) { e[e.at(word, word)] |= 1 << (len(word) / 2 % 64) }

// may reports whether the two may be a word of the set.
func (e *ends) may(first, second string) bool {
	return e[e.at(first, second)]>>((len(first)+len(second))/2%64)&1 != 0
}

func (e *ends) at(first, second string) int {
	return int(lang.LetterKey(first)%64)*64 + int(second[len(second)-1]%64)
}

// closeGaps takes out the blanks inside words that fell apart, and warns of the first that
// may have.
func (p *paragraph) closeGaps(gaps []gap, join map[pair]bool) {
	var edits []edit
	var was []string
	doubt := false
	for _, g := range gaps {
		one, half := join[g.pair]
		if half && !one && !doubt {
			doubt = true
			p.marks = append(p.marks, mark{max(0, g.at-len(g.a)), min(g.at+1+len(g.b), len(p.text)), model.FindDisplacedWords, model.Warning, phrase.HalvesApart.Of(g.a + " " + g.b)})
		}
		if one {
			edits = append(edits, edit{g.at, g.at + 1, ""})
			was = append(was, g.a+" "+g.b)
		}
	}
	if len(edits) == 0 {
		return
	}
	for i, span := range p.edit(edits) {
		p.marks = append(p.marks, mark{span[0], span[1], model.FindJoinedLetters, model.Info, phrase.SpacedLetters.Of(was[i])})
	}
}
