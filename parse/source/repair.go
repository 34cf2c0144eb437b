package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// repair mends damage that shows only when paragraphs are whole, and drops the
// furniture of the page.
//
// v is the vocabulary of the text where one was made already, else nil.
func repair(in []paragraph, v vocabulary) (out []paragraph, dropped []string) {
	count := v == nil
	if count {
		size := 0
		for _, p := range in {
			size += len(p.text)
		}
		const bytesPerWord = 128 // of a text, for each word that it writes for the first time
		v = make(vocabulary, size/bytesPerWord)
	}
	kept := in[:0]
	for _, p := range in {
		p.clean()
		if p.text == "" {
			continue
		}
		if isFurniture(p.text) {
			dropped = append(dropped, p.text)
			continue
		}
		if count {
			v.add(p.text)
		}
		kept = append(kept, p)
	}
	out = kept[:0]
	for _, p := range kept {
		if n := len(out); n > 0 && cutInTwo(&out[n-1], &p) {
			prev := &out[n-1]
			glue := " "
			if tight(prev.text, p.text) {
				glue = ""
			}
			at := len(prev.text)
			prev.marks = append(prev.marks, shift(p.marks, at+len(glue))...)
			prev.text += glue + p.text
			prev.marks = append(prev.marks, mark{at, len(prev.text), model.FindJoinedParagraph, model.Info, phrase.CutParagraph.Of()})
			prev.whole = p.whole
			continue
		}
		out = append(out, p)
	}
	glued := v.seams(out)
	for i := range out {
		out[i].replaceLetters()
		out[i].joinHyphens(v)
		out[i].partWords(glued)
	}
	return out, dropped
}

// clean makes every run of blanks one and trims the paragraph; offsets of marks follow.
func (p *paragraph) clean() {
	if !strings.Contains(p.text, "  ") && strings.TrimSpace(p.text) == p.text {
		return
	}
	if clean := strings.Join(strings.Fields(p.text), " "); clean != p.text {
		if len(p.marks) == 0 {
			p.text = clean
			return
		}
		p.rewrite(func(s string) string { return strings.Join(strings.Fields(s), " ") })
	}
}

// rewrite applies f to the text between and inside marks, so that their offsets stay true.
func (p *paragraph) rewrite(f func(string) string) {
	at := func(off int) int {
		head := p.text[:min(off, len(p.text))]
		n := len(f(head))
		if strings.HasSuffix(head, " ") && n > 0 {
			n++ // the blank before the mark survives
		}
		return n
	}
	for i := range p.marks {
		p.marks[i].start, p.marks[i].end = at(p.marks[i].start), at(p.marks[i].end)
	}
	p.text = f(p.text)
	for i := range p.marks {
		p.marks[i].start = min(p.marks[i].start, len(p.text))
		p.marks[i].end = min(p.marks[i].end, len(p.text))
	}
}

// replace puts with for text[start:end) and marks it.
func (p *paragraph) replace(start, end int, with string, code model.FindingCode, why model.Message) {
	was := p.text[start:end]
	p.text = p.text[:start] + with + p.text[end:]
	by := len(with) - len(was)
	for i := range p.marks {
		if p.marks[i].start >= end {
			p.marks[i].start += by
		}
		if p.marks[i].end >= end {
			p.marks[i].end += by
		}
	}
	p.marks = append(p.marks, mark{start, start + len(with), code, model.Info, why})
}

// cutInTwo reports whether next is the rest of a paragraph that a page break cut:
//
//	"3-процесс - Мемлекеттік корпорацияның қызметкері тиісті құжаттарды"
//	"кабылдау туралы қолхатта көрсетілген мерзімде, …"
func cutInTwo(prev, next *paragraph) bool {
	if prev.whole || next.cell || prev.kind != next.kind || endsSentence(prev.text) {
		return false
	}
	return startsLower(next.text) && !labelled(next.text)
}

// labelled reports whether a paragraph begins with the label of a check or process,
// which Russian texts write in lower case: "процесс 1 – …", "условие 2 – …".
func labelled(s string) bool {
	word, rest, ok := strings.Cut(s, " ")
	if !ok || rest == "" || !unicode.IsDigit(rune(rest[0])) {
		return false
	}
	switch foldWord(word) {
	case "процесс", "условие", "этап", "шаг":
		return true
	}
	return false
}

func isFurniture(s string) bool {
	for _, f := range lang.Furniture {
		if strings.HasPrefix(s, f) {
			return true
		}
	}
	return false
}

// replaceLetters puts Cyrillic letters for the Latin ones they look like.
func (p *paragraph) replaceLetters() {
	if !hasLatin(p.text) {
		return
	}
	type fix struct {
		start, end int
		with       string
	}
	var fixes []fix
	eachWord(p.text, func(start, end int) {
		for _, part := range hyphenParts(p.text, start, end) {
			if with, changed := cyrillic(p.text[part[0]:part[1]]); changed {
				fixes = append(fixes, fix{part[0], part[1], with})
			}
		}
	})
	if len(fixes) == 0 {
		return
	}
	var words []string
	end := fixes[len(fixes)-1].end // of the last word, once all are replaced
	for i := len(fixes) - 1; i >= 0; i-- {
		f := fixes[i]
		words = append(words, f.with)
		end += len(f.with) - (f.end - f.start)
		p.splice(f.start, f.end, f.with)
	}
	p.marks = append(p.marks, mark{fixes[0].start, end, model.FindReplacedLetters, model.Info,
		phrase.LatinLetters.Of(strings.Join(reversed(words), ", "))})
}

// splice replaces without a mark of its own.
func (p *paragraph) splice(start, end int, with string) {
	p.replace(start, end, with, "", model.Message{})
	p.marks = p.marks[:len(p.marks)-1]
}

func reversed(s []string) []string {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
	return s
}

func hasLatin(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i] | 0x20
		if c >= 'a' && c <= 'z' || s[i] == 0xc9 || s[i] == 0xc6 { // ə, Ə begin with these bytes
			return true
		}
	}
	return false
}

func hyphenParts(s string, start, end int) [][2]int {
	var parts [][2]int
	for {
		i := strings.IndexByte(s[start:end], '-')
		if i < 0 {
			return append(parts, [2]int{start, end})
		}
		parts = append(parts, [2]int{start, start + i})
		start += i + 1
	}
}

// minHyphenPart is the shortest half, in runes, that a hyphenation leaves.
const minHyphenPart = 3

// joinHyphens removes the hyphen of a former line end: "автомат-тандырылған", where the
// document writes the word without it elsewhere and the second half is no word of it.
func (p *paragraph) joinHyphens(v vocabulary) {
	var found [][2]int
	for at := 0; ; at++ {
		k := strings.IndexByte(p.text[at:], '-')
		if k < 0 {
			break
		}
		at += k
		before, after := p.text[:at], p.text[at+1:]
		head, tail := strings.TrimRightFunc(before, lang.IsLetter), strings.TrimLeftFunc(after, lang.IsLetter)
		a, b := before[len(head):], after[:len(after)-len(tail)]
		if runes(a) < minHyphenPart || runes(b) < minHyphenPart || strings.HasSuffix(head, "-") || strings.HasPrefix(tail, "-") || !startsLower(b) || v.has(b) {
			continue
		}
		if v.has(a + b) {
			found = append(found, [2]int{len(head), at + 1 + len(b)})
		}
	}
	for i := len(found) - 1; i >= 0; i-- {
		f := found[i]
		was := p.text[f[0]:f[1]]
		p.replace(f[0], f[1], strings.Replace(was, "-", "", 1), model.FindJoinedHyphen, phrase.LineHyphen.Of(was))
	}
}

// seams finds where words lost the blank between them ("көрсетілетінқызметті"): a word
// written once or twice whose halves the document writes side by side at least twice.
func (v vocabulary) seams(ps []paragraph) seams {
	const (
		rare   = 2  // at most so often is a glued word written
		common = 3  // at least so often each half
		long   = 10 // runes of a glued word
	)
	type half struct{ a, b string }
	candidates := map[half]string{}
	for w, n := range v {
		if n > rare || runes(w) < long || strings.Contains(w, "-") {
			continue
		}
		for i := range w {
			if i == 0 {
				continue
			}
			a, b := w[:i], w[i:]
			if runes(a) >= 4 && runes(b) >= 4 && v[a] >= common && v[b] >= common {
				candidates[half{a, b}] = w
			}
		}
	}
	if len(candidates) == 0 {
		return seams{}
	}
	var sides []string
	for h := range candidates {
		sides = append(sides, headless(h.a)+" "+h.b)
	}
	together, sideBySide := map[half]int{}, lang.NewNeedles(sides...)
	for _, p := range ps {
		if !sideBySide.In(p.text) {
			continue
		}
		prev, prevEnd := "", -1
		eachWord(p.text, func(start, end int) {
			w := foldWord(p.text[start:end])
			if prevEnd > 0 && prevEnd == start-1 && p.text[prevEnd] == ' ' {
				if h := (half{prev, w}); candidates[h] != "" {
					together[h]++
				}
			}
			prev, prevEnd = w, end
		})
	}
	found := seams{at: map[string]int{}}
	for h, w := range candidates {
		if together[h] < 2 {
			continue
		}
		if _, twice := found.at[w]; twice {
			found.at[w] = -1 // two ways to part it: leave it
			continue
		}
		found.at[w] = len(h.a)
	}
	var words []string
	for w := range found.at {
		words = append(words, headless(w))
	}
	found.words = lang.NewNeedles(words...)
	return found
}

// seams are where words lost the blank between them: of each such word, folded, the
// offset of its second half, -1 where that is not certain.
type seams struct {
	at    map[string]int
	words *lang.Needles // quickly tells paragraphs without such words
}

// headless is a word without its first letter, which may be a capital in the text.
func headless(w string) string {
	_, size := utf8.DecodeRuneInString(w)
	return w[size:]
}

// partWords puts the lost blanks back.
func (p *paragraph) partWords(s seams) {
	if len(s.at) == 0 || !s.words.In(p.text) {
		return
	}
	type cut struct{ start, end, at int }
	var cuts []cut
	eachWord(p.text, func(start, end int) {
		if at := s.at[foldWord(p.text[start:end])]; at > 0 && start+at < end {
			cuts = append(cuts, cut{start, end, start + at})
		}
	})
	for i := len(cuts) - 1; i >= 0; i-- {
		c := cuts[i]
		p.replace(c.start, c.end, p.text[c.start:c.at]+" "+p.text[c.at:c.end], model.FindPartedWords,
			phrase.LostBlank.Of(p.text[c.start:c.end]))
	}
}
