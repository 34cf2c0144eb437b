package source

import (
	"cmp"
	"context"
	"slices"
	"sort"
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
// v is the vocabulary of the text where one was made already, else nil. What is left when
// ctx ends is of no use.
func repair(ctx context.Context, in []paragraph, v *vocabulary) (out []paragraph, dropped []string) {
	count := v == nil
	if count {
		size := 0
		for _, p := range in {
			size += len(p.text)
		}
		v = newVocabulary(size)
	}
	kept := in[:0]
	for _, p := range in {
		if ctx.Err() != nil {
			break
		}
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
	var joined growing // the last of out, where parts were joined to it
	last := ""         // the last of its parts
	end := func() {
		if joined.len() > 0 {
			out[len(out)-1].text = joined.take()
		}
	}
	for _, p := range kept {
		if n := len(out); n > 0 && cutInTwo(&out[n-1], last, &p) {
			prev := &out[n-1]
			if joined.len() == 0 {
				joined.add(prev.text)
			}
			at := joined.len()
			joined.join(p.text)
			prev.marks = append(prev.marks, shift(p.marks, joined.len()-len(p.text))...)
			prev.marks = append(prev.marks, mark{at, joined.len(), model.FindJoinedParagraph, model.Info, phrase.CutParagraph.Of()})
			prev.whole, last = p.whole, p.text
			continue
		}
		end()
		out = append(out, p)
		last = p.text
	}
	end()
	if !count { // of lines that were joined
		tellLone(out)
		v.joinHalves(out)
	}
	glued := v.seams()
	var lost compounds
	if !count { // of lines that were joined
		lost = v.compounds()
	}
	for i := range out {
		if ctx.Err() != nil {
			break
		}
		out[i].look = lang.LookAt(out[i].text)
		out[i].replaceLetters()
		out[i].joinSpelled()
		out[i].joinRegions()
		out[i].joinHyphens(v)
		out[i].putHyphens(lost)
		out[i].partWords(glued)
	}
	return out, dropped
}

// clean makes every run of blanks one and trims the paragraph; offsets of marks follow.
func (p *paragraph) clean() {
	if lang.Index(p.text, "  ") < 0 && strings.TrimSpace(p.text) == p.text {
		return
	}
	offsets := make([]*int, 0, 2*len(p.marks))
	for i := range p.marks {
		offsets = append(offsets, &p.marks[i].start, &p.marks[i].end)
	}
	slices.SortFunc(offsets, func(a, b *int) int { return cmp.Compare(*a, *b) })
	var b strings.Builder
	b.Grow(len(p.text))
	blank := false // before the character, and after others
	for i, r := range p.text {
		here := b.Len()
		if blank {
			here++
		}
		for len(offsets) > 0 && *offsets[0] <= i {
			*offsets[0], offsets = here, offsets[1:]
		}
		if unicode.IsSpace(r) {
			blank = b.Len() > 0
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(r)
	}
	for _, offset := range offsets {
		*offset = b.Len()
	}
	p.text = b.String()
}

// edit is a part of a text and what is put in its place.
type edit struct {
	start, end int
	with       string
}

// edit makes the edits, which are in the order of the text, and moves the marks. It
// returns where what was put stands.
func (p *paragraph) edit(edits []edit) []model.Span {
	put := make([]model.Span, len(edits))
	var b strings.Builder
	at := 0
	for i, e := range edits {
		b.WriteString(p.text[at:e.start])
		put[i][0] = b.Len()
		b.WriteString(e.with)
		put[i][1] = b.Len()
		at = e.end
	}
	b.WriteString(p.text[at:])
	p.text = b.String()
	moved := func(offset int) int {
		if i := sort.Search(len(edits), func(i int) bool { return edits[i].end > offset }); i > 0 {
			return offset + put[i-1][1] - edits[i-1].end
		}
		return offset
	}
	for i := range p.marks {
		p.marks[i].start, p.marks[i].end = moved(p.marks[i].start), moved(p.marks[i].end)
	}
	return put
}

// cutInTwo reports whether next is the rest of a paragraph, whose last part is last, that
// a page break cut:
//
//	"3-процесс - Мемлекеттік корпорацияның қызметкері тиісті құжаттарды"
//	"кабылдау туралы қолхатта көрсетілген мерзімде, …"
func cutInTwo(prev *paragraph, last string, next *paragraph) bool {
	if prev.whole || next.cell || prev.kind != next.kind || endsSentence(last) || strings.HasSuffix(last, "__") { // a line of a form: "атауы ____"
		return false
	}
	return goesOn(next.text) && !labelled(next.text) && !marksForm(next.text) || endsInYear(last) && beginsWithNumber(next.text) || endsBeforeDay(last) && beginsWithDay(next.text)
}

// endsBeforeDay reports whether a text ends within a Kazakh date, behind the word for the year:
// "… қаулысы 1999 жылғы".
func endsBeforeDay(s string) bool {
	at := strings.LastIndexByte(s, ' ')
	return at >= 0 && lang.IsYearWord(lang.FoldWord(s[at+1:]), model.Kazakh) && endsInYear(s[:at])
}

// beginsWithDay reports whether a text begins with a day and its month: "9 наурыз № 215".
func beginsWithDay(s string) bool {
	day, rest, _ := strings.Cut(s, " ")
	month, _, _ := strings.Cut(rest, " ")
	_, _, ok := lang.Month(lang.FoldWord(month))
	return ok && len(day) <= 2 && strings.Trim(day, "0123456789") == ""
}

// endsInYear reports whether a text ends as the date of an act does: "… 03.02.2020".
func endsInYear(s string) bool {
	before := strings.TrimRight(s, "0123456789")
	year := s[len(before):]
	return len(year) == 4 && (strings.HasPrefix(year, "19") || strings.HasPrefix(year, "20"))
}

// beginsWithNumber reports whether a text begins with the number of an act, as behind its date
// none but the rest of a paragraph does: "№ А-2/40 (ресми жарияланған …".
func beginsWithNumber(s string) bool {
	rest, ok := strings.CutPrefix(s, "№")
	number, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	return ok && strings.ContainsAny(number, "0123456789")
}

// labelled reports whether a paragraph begins with the label of a check or process,
// which Russian texts write in lower case: "процесс 1 – …", "условие 2 – …".
func labelled(s string) bool {
	word, rest, ok := strings.Cut(s, " ")
	if !ok || rest == "" || !unicode.IsDigit(rune(rest[0])) {
		return false
	}
	return lang.For(model.Russian).Labels(mendedWord(word))
}

// marksForm reports whether a line tells no more than that the annex above it is a form:
// "… регламентіне 2-қосымша" / "нысан".
func marksForm(s string) bool {
	const longest = 40 // bytes
	return len(s) <= longest && slices.Contains(lang.FormMarks, mendedWord(s))
}

func isFurniture(s string) bool {
	for _, f := range lang.Furniture {
		if strings.HasPrefix(s, f) {
			return true
		}
	}
	return false
}

// replaceLetters puts Kazakh and Russian letters for those of other alphabets that stand
// for them.
func (p *paragraph) replaceLetters() {
	if !p.look.Foreign {
		return
	}
	var edits []edit
	var words []string
	eachWord(p.text, func(start, end int) {
		for part := range strings.SplitSeq(p.text[start:end], "-") {
			if with, changed := cyrillic(part); changed {
				edits = append(edits, edit{start, start + len(part), with})
				words = append(words, with)
			}
			start += len(part) + 1
		}
	})
	if len(edits) == 0 {
		return
	}
	put := p.edit(edits)
	p.look = lang.LookAt(p.text)
	p.marks = append(p.marks, mark{put[0][0], put[len(put)-1][1], model.FindReplacedLetters, model.Info,
		phrase.LatinLetters.Of(strings.Join(words, ", "))})
}

// minHyphenPart is the shortest half, in runes, that a hyphenation leaves.
const minHyphenPart = 3

// joinHyphens removes the hyphen of a former line end: "автомат-тандырылған", where the
// document writes the word without it elsewhere and the second half is no word of it.
func (p *paragraph) joinHyphens(v *vocabulary) {
	var edits []edit
	var was []string
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
			edits = append(edits, edit{len(head), at + 1 + len(b), a + b})
			was = append(was, a+"-"+b)
		}
	}
	if len(edits) == 0 {
		return
	}
	for i, span := range p.edit(edits) {
		p.marks = append(p.marks, mark{span[0], span[1], model.FindJoinedHyphen, model.Info, phrase.LineHyphen.Of(was[i])})
	}
}

// joinRegions takes away the blanks around the hyphen in the name of a region: "Восточно -
// Казахстанской".
func (p *paragraph) joinRegions() {
	var edits []edit
	var was []string
	for at := 0; ; {
		start := nextDash(p.text, at)
		if start < 0 {
			break
		}
		_, n := utf8.DecodeRuneInString(p.text[start:])
		at = start + n
		head, tail := strings.TrimRight(p.text[:start], " "), strings.TrimLeft(p.text[at:], " ")
		if len(head) == start && len(tail) == len(p.text)-at {
			continue
		}
		from, to := len(strings.TrimRightFunc(head, lang.IsLetter)), len(p.text)-len(strings.TrimLeftFunc(tail, lang.IsLetter))
		first, second := head[from:], p.text[len(p.text)-len(tail):to]
		if lang.Hyphened(first, second) {
			edits = append(edits, edit{from, to, first + "-" + second})
			was = append(was, p.text[from:to])
			at = to
		}
	}
	if len(edits) == 0 {
		return
	}
	for i, span := range p.edit(edits) {
		p.marks = append(p.marks, mark{span[0], span[1], model.FindJoinedLetters, model.Info, phrase.SpacedHyphen.Of(was[i])})
	}
}

// nextDash returns where the first hyphen or dash stands from an offset on, -1 for none.
func nextDash(s string, at int) int {
	const dash = "–"
	for ; at < len(s); at++ {
		if c := s[at]; c == '-' || c == dash[0] && strings.HasPrefix(s[at:], dash) {
			return at
		}
	}
	return -1
}

// compounds are where words lost a hyphen: of each such word, folded, the offset of its
// second half. The nil map is of a text that lost none.
type compounds map[string]int

// compounds finds words that lost the hyphen of a compound at the end of a line, as some
// extractors take each such hyphen for one that parts a word: "вебпорталы", where the
// document writes "веб-портал" several times and nothing without the hyphen so often.
func (v *vocabulary) compounds() compounds {
	const (
		alike  = 4   // letters of the second half: its ending may be another
		enough = 3   // times that the compound is written
		most   = 200 // bytes of a word
	)
	type compound struct{ at, written, glued int }
	known := map[string]compound{} // by its letters up to those that are alike
	firsts := map[string]bool{}    // how such words begin
	var look lengths               // of firsts
	for _, word := range v.words {
		w, n := word.text, word.times
		at := strings.IndexByte(w, '-')
		if n == 0 || at < 0 || len(w) > most || strings.Contains(w[at+1:], "-") {
			continue
		}
		key := w[:at] + w[at+1:lettersEnd(w, at+1, alike)]
		c, ok := known[key]
		if ok && c.at != at {
			at = -1 // two ways to part it
		}
		known[key] = compound{at: at, written: c.written + n}
		firsts[w[:max(0, at)]] = true
		look.add(w[:max(0, at)])
	}
	// ways calls f with the compounds that a word may be.
	ways := func(w string, f func(key string, c compound)) {
		if len(w) > most || strings.Contains(w, "-") {
			return
		}
		for i := range w {
			if !look.may(w[:i]) || !firsts[w[:i]] {
				continue
			}
			key := w[:lettersEnd(w, i, alike)]
			if c, ok := known[key]; ok && c.at == i {
				f(key, c)
			}
		}
	}
	for _, word := range v.words {
		ways(word.text, func(key string, c compound) {
			c.glued += word.times
			known[key] = c
		})
	}
	found := compounds{}
	for _, word := range v.words {
		ways(word.text, func(_ string, c compound) {
			if c.written >= enough && c.written > 2*c.glued {
				found[word.text] = c.at
			}
		})
	}
	return found
}

// putHyphens puts lost hyphens back: into compounds, and between a figure and the noun
// that one joins it to, "9тармағында".
func (p *paragraph) putHyphens(c compounds) {
	if c == nil || len(c) == 0 && !p.look.Glued {
		return
	}
	stems := lang.For(model.Kazakh).NumberedStems
	var edits []edit
	var was []string
	eachWord(p.text, func(start, end int) {
		word := p.text[start:end]
		at, number := 0, start
		if len(c) > 0 {
			if folded := mendedWord(word); len(folded) == len(word) { // else the offset is not one into word
				at = c[folded]
			}
		}
		if at == 0 {
			number = len(strings.TrimRight(p.text[:start], "0123456789"))
			if number == start || start-number > 3 || number > 0 && p.text[number-1] != ' ' && p.text[number-1] != '(' || !lang.HasStem(mendedWord(word), stems) {
				return
			}
		} else if at >= len(word) {
			return
		}
		edits = append(edits, edit{start + at, start + at, "-"})
		was = append(was, p.text[number:start+at]+"-"+word[at:])
	})
	if len(edits) == 0 {
		return
	}
	for i, span := range p.edit(edits) {
		n := strings.Index(was[i], "-")
		p.marks = append(p.marks, mark{span[0] - n, span[0] - n + len(was[i]), model.FindPartedWords, model.Info, phrase.LostHyphen.Of(was[i])})
	}
}

// tellMixed warns of words whose letters nothing can put in order: those of two texts that
// a page has one upon the other, "ищУутщвеиржх", "қ2а0у4лы", or of two lines with no blank
// between them, "туралыҚазақстан". One finding tells of all in a paragraph.
func (p *paragraph) tellMixed() {
	if !p.look.Mixed {
		return
	}
	const (
		figures = 2  // inside one word: "м2ге" has one
		least   = 3  // letters up to a capital: "еҮкімет" is a name
		longest = 80 // bytes of the rest of a word
	)
	const (
		other = iota
		small
		capital
		figure
	)
	var before, last int // the two before
	found := -1
	begin := lang.OpeningStatus(p.text)                // which the requisites are glued to on the portal
	word, lower, letters, digits := begin, false, 0, 0 // of the word: its offset, whether it begins in lower case
	for i := begin; i < len(p.text); {
		c := p.text[i]
		is, size := other, 1
		switch {
		case c >= '0' && c <= '9':
			is = figure
		case c < utf8.RuneSelf: // also a Latin letter: no such word
			before, last = other, other
			i++
			word, lower, letters, digits = i, false, 0, 0
			continue
		case i+1 < len(p.text) && (c == 0xd0 && p.text[i+1] >= 0xb0 || c == 0xd1 && p.text[i+1] < 0xa0): // а to я, і
			is, size = small, 2
		default:
			r, n := utf8.DecodeRuneInString(p.text[i:])
			if size = n; unicode.IsUpper(r) {
				is = capital
			} else if unicode.IsLower(r) {
				is = small
			}
		}
		letters++
		switch {
		case i == word:
			lower = is == small
		case lower && is == small && before == small:
			if last == figure {
				digits++
			}
			if last == capital && letters > least || digits == figures {
				found = word
			}
		}
		before, last = last, is
		if i += size; found >= 0 {
			end := i // behind what shows it, or the word
			if rest := strings.IndexByte(p.text[end:min(len(p.text), end+longest)], ' '); rest >= 0 {
				end += rest
			} else if len(p.text) <= end+longest {
				end = len(p.text)
			}
			p.marks = append(p.marks, mark{found, end, model.FindDisplacedWords, model.Warning, phrase.MixedWord.Of(p.text[found:end])})
			return
		}
	}
}

// seams finds where words lost the blank between them ("көрсетілетінқызметті"): a word
// written once or twice whose halves the document writes side by side at least twice.
func (v *vocabulary) seams() seams {
	const (
		rare   = 2   // at most so often is a glued word written
		common = 3   // at least so often each half
		least  = 4   // runes of a half
		enough = 2   // times that the halves stand side by side
		long   = 10  // runes of a glued word
		most   = 200 // bytes of one
	)
	var look lengths // of halves
	for _, w := range v.words {
		if w.times >= common {
			look.add(w.text)
		}
	}
	glued := map[pair]string{} // by what its halves may be
	first := make([]bool, len(v.words))
	for _, word := range v.words {
		w := word.text
		if word.times == 0 || word.times > rare || len(w) > most || strings.Contains(w, "-") {
			continue
		}
		letters := runes(w)
		if letters < long {
			continue
		}
		before := 0 // letters
		for i := range w {
			if a, b := w[:i], w[i:]; before >= least && letters-before >= least && look.may(a) && look.may(b) && v.times(a) >= common && v.times(b) >= common {
				h := pair{v.number[a], v.number[b]}
				glued[h], first[h[0]] = w, true
			}
			before++
		}
	}
	if len(glued) == 0 {
		return seams{}
	}
	together := map[pair]int{}
	for h := range v.pairs() {
		if first[h[0]] && glued[h] != "" {
			together[h]++
		}
	}
	found := seams{at: map[string]int{}}
	for h, n := range together {
		if n < enough {
			continue
		}
		w := glued[h]
		if _, twice := found.at[w]; twice {
			found.at[w] = -1 // two ways to part it: leave it
			continue
		}
		found.at[w] = len(v.words[h[0]].text)
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
	var edits []edit
	var was []string
	eachWord(p.text, func(start, end int) {
		word := p.text[start:end]
		if at := s.at[mendedWord(word)]; at > 0 && at < len(word) {
			edits = append(edits, edit{start, end, word[:at] + " " + word[at:]})
			was = append(was, word)
		}
	})
	if len(edits) == 0 {
		return
	}
	for i, span := range p.edit(edits) {
		p.marks = append(p.marks, mark{span[0], span[1], model.FindPartedWords, model.Info, phrase.LostBlank.Of(was[i])})
	}
}
