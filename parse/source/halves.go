package source

import (
	"strings"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// joinHalves joins words that fell apart at places of their own in each line, as where an
// extractor took the gaps between the letters of a widened line for blanks:
//
//	"әле уметтік", "қолданыс қа", "ба ғдарламалар"
//
// One of the halves is written only as a half, or is a consonant, which in Kazakh is no word:
// "к еңсенің". Where the document writes the whole several
// times, at least as often as the two halves, they are one word. Others may be: of the first
// in a paragraph the user is told. A text with but a few of them may mean what it writes, "на
// значение" beside "назначение".
func (v *vocabulary) joinHalves(ps []paragraph) {
	const least = 10 // halves of words in a text whose words fell apart
	halves, all := v.halves(func() bool { return isKazakh(ps) })
	if all < least {
		return
	}
	for i := range ps {
		ps[i].closeGaps(halves)
	}
}

// halves are two folded words that may be one, and whether they are.
type halves map[[2]string]bool

// halves finds the words side by side that are one elsewhere and of which one is written
// only so, and how often those stand that are one word.
func (v *vocabulary) halves(kazakh func() bool) (found halves, all int) {
	const (
		often   = 2  // times that a whole is written
		several = 10 // consonants that stand alone before a word
	)
	var known ends
	for _, w := range v.words {
		if w.times > 0 {
			known.add(w.text)
		}
	}
	pairs, inPairs := map[pair]int{}, map[int32]int{} // how often they are written, and a word as a half
	alone, ofAlone := map[pair]int{}, 0               // those whose first is a consonant of both alphabets
	torn := 0                                         // letters that only Kazakh has, out of words
	var whole []byte
	for p := range v.pairs() {
		a, b := v.words[p[0]].text, v.words[p[1]].text
		if r, size := utf8.DecodeRuneInString(a); size == len(a) && size > 1 {
			switch {
			case lang.OwnFont(r):
				torn++
			case !lang.IsVowel(r) && len(b) > len(a):
				alone[p]++
				ofAlone++
			}
		}
		if !known.may(a, b) {
			continue
		}
		whole = append(append(whole[:0], a...), b...)
		if n, ok := v.number[string(whole)]; ok && v.words[n].times > 0 {
			pairs[p]++
			inPairs[p[0]]++
			inPairs[p[1]]++
		}
	}
	found = halves{}
	for p, n := range pairs {
		a, b := v.words[p[0]], v.words[p[1]]
		if inPairs[p[0]] < a.times && inPairs[p[1]] < b.times {
			continue
		}
		whole := v.times(a.text + b.text)
		one := whole >= often && whole >= n
		if found[[2]string{a.text, b.text}] = one; one {
			all += n
		}
	}
	if ofAlone >= several && ofAlone > torn && kazakh() {
		for p, n := range alone {
			key := [2]string{v.words[p[0]].text, v.words[p[1]].text}
			if !found[key] {
				found[key] = true
				all += n
			}
		}
	}
	return found, all
}

func isKazakh(ps []paragraph) bool {
	const enough = 1 << 15 // bytes
	var b strings.Builder
	for i := 0; i < len(ps) && b.Len() < enough; i++ {
		b.WriteString(ps[i].text)
	}
	return lang.Detect(b.String()) == model.Kazakh
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
func (p *paragraph) closeGaps(of halves) {
	var edits []edit
	var was []string
	doubt := false
	before, from, at := "", 0, 0 // the word before, and where it stands
	eachWord(p.text, func(start, end int) {
		word := mendedWord(p.text[start:end])
		if start == at+1 && p.text[at] == ' ' {
			one, half := of[[2]string{before, word}]
			if half && !one && !doubt {
				doubt = true
				p.marks = append(p.marks, mark{from, end, model.FindDisplacedWords, model.Warning, phrase.HalvesApart.Of(before + " " + word)})
			}
			if one {
				edits = append(edits, edit{at, start, ""})
				was = append(was, before+" "+word)
			}
		}
		before, from, at = word, start, end
	})
	if len(edits) == 0 {
		return
	}
	for i, span := range p.edit(edits) {
		p.marks = append(p.marks, mark{span[0], span[1], model.FindJoinedLetters, model.Info, phrase.SpacedLetters.Of(was[i])})
	}
}
