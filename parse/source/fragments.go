package source

import (
	"reglament/model"
	"reglament/model/phrase"
)

// halves are two words that stand side by side, folded.
type halves struct{ a, b string }

// fragments finds words that fell apart at places of their own in each line, as where an
// extractor took the gaps between the letters of a widened line for blanks:
//
//	"әле уметтік", "қолданыс қа", "ба ғдарламалар"
//
// One of the halves is written only as a half. Where the document writes the whole several
// times, at least as often as the two halves, they are one word: true. Others may be. A text
// with but a few of them may mean what it writes, "на значение" beside "назначение": nil.
func fragments(ps []paragraph) map[halves]bool {
	const (
		often = 2  // times that a whole is written
		least = 10 // halves of words in a text whose words fell apart
	)
	words := map[string]int{}
	pairs := map[halves]int{}
	for i := range ps {
		eachPair(ps[i].text, func(h halves, _, _ int) {
			words[h.b]++
			if h.a != "" {
				pairs[h]++
			}
		})
	}
	inPairs := map[string]int{} // of a word, how often it is a half
	for h, n := range pairs {
		if words[h.a+h.b] == 0 {
			delete(pairs, h)
			continue
		}
		inPairs[h.a] += n
		inPairs[h.b] += n
	}
	found, all := map[halves]bool{}, 0
	for h, n := range pairs {
		if inPairs[h.a] < words[h.a] && inPairs[h.b] < words[h.b] {
			continue
		}
		whole := words[h.a+h.b]
		if found[h] = whole >= often && whole >= n; found[h] {
			all += n
		}
	}
	if all < least {
		return nil
	}
	return found
}

// eachPair calls f with each word of a text, folded, and the one before it that a blank
// parts it from, "" where none does, and with the bounds of that blank.
func eachPair(s string, f func(h halves, start, end int)) {
	before, at := "", -1
	eachWord(s, func(start, end int) {
		if at < 0 || at+1 != start || s[at] != ' ' {
			before = ""
		}
		w := foldWord(s[start:end])
		f(halves{before, w}, at, start)
		before, at = w, end
	})
}

// joinHalves takes out the blanks inside words that fell apart, and warns of the first that
// may have.
func (p *paragraph) joinHalves(found map[halves]bool) {
	if len(found) == 0 {
		return
	}
	var edits []edit
	var was []string
	doubt := false
	eachPair(p.text, func(h halves, start, end int) {
		join, half := found[h]
		if half && !join && !doubt {
			doubt = true
			from, to := start-len(h.a), end+len(h.b)
			p.marks = append(p.marks, mark{max(0, from), min(to, len(p.text)), model.FindDisplacedWords, model.Warning, phrase.HalvesApart.Of(h.a + " " + h.b)})
		}
		if join {
			edits = append(edits, edit{start, end, ""})
			was = append(was, h.a+" "+h.b)
		}
	})
	if len(edits) == 0 {
		return
	}
	for i, span := range p.edit(edits) {
		p.marks = append(p.marks, mark{span[0], span[1], model.FindJoinedLetters, model.Info, phrase.SpacedLetters.Of(was[i])})
	}
}
