package source

import (
	"reglament/model"
	"reglament/model/phrase"
)

// halves are two words that stand side by side, folded.
type halves struct{ a, b string }

// gap is a blank between two halves that may be one word, at an offset of a paragraph.
type gap struct {
	halves
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
// значение" beside "назначение". v counts the words of the text.
func joinHalves(ps []paragraph, v vocabulary) {
	const (
		often = 2  // times that a whole is written
		least = 10 // halves of words in a text whose words fell apart
	)
	gaps := gapsIn(ps, v)
	pairs, inPairs := map[halves]int{}, map[string]int{} // how often they are written, and a word as a half
	for _, g := range gaps {
		pairs[g.halves]++
		inPairs[g.a]++
		inPairs[g.b]++
	}
	join, all := map[halves]bool{}, 0
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
		ps[gaps[0].paragraph].joinHalves(gaps[:n], join)
		gaps = gaps[n:]
	}
}

// gapsIn finds the words side by side that are one elsewhere.
func gapsIn(ps []paragraph, v vocabulary) (gaps []gap) {
	var known lengths
	for w := range v {
		known.add(w)
	}
	var whole []byte
	for i := range ps {
		s, before, at := ps[i].text, "", -1
		eachWord(s, func(start, end int) {
			w := foldWord(s[start:end])
			if at >= 0 && at+1 == start && s[at] == ' ' && known.mayBegin(before, len(before)+len(w)) {
				if whole = append(append(whole[:0], before...), w...); v[string(whole)] > 0 {
					gaps = append(gaps, gap{halves{before, w}, i, at})
				}
			}
			before, at = w, end
		})
	}
	return gaps
}

// joinHalves takes out the blanks inside words that fell apart, and warns of the first that
// may have.
func (p *paragraph) joinHalves(gaps []gap, join map[halves]bool) {
	var edits []edit
	var was []string
	doubt := false
	for _, g := range gaps {
		one, half := join[g.halves]
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
