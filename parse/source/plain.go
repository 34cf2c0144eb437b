package source

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/source/raw"
)

// paragraph is a paragraph on its way to canonical text.
type paragraph struct {
	text  string
	kind  raw.Kind
	whole bool // never joined with the next
	cell  bool // a cell border stood before it: never joined with the one before
	place raw.Place
	marks []mark
	look  lang.Look // set by repair
}

// plain reads text with one paragraph a line, or the dump of a PDF whose lines are those
// of its pages.
//
// The vocabulary is the one that its lines were mended by, nil where none was needed.
func plain(ctx context.Context, text string) ([]paragraph, *vocabulary) {
	lines, wrapped := splitLines(text)
	if wrapped {
		return unwrap(ctx, lines)
	}
	var out []paragraph
	var table ruled
	border, pieces := false, inPieces(lines)
	for i, l := range lines {
		if ctx.Err() != nil {
			break
		}
		t := strings.TrimSpace(l.text)
		if !strings.HasPrefix(t, "|") && borderless(lines, i) {
			t = "|" + t
		}
		// "|" alone on a line parts the cells of a former table.
		if strings.Trim(t, "| ") == "" {
			border = true
			table.border()
			continue
		}
		if cells := table.row(t); cells != nil {
			out = append(out, cells...)
			continue
		}
		if pieces[i] && !border && len(out) > 0 {
			out[len(out)-1].join(t)
			continue
		}
		p := paragraph{text: strings.Trim(t, "| "), cell: border || l.indent >= minIndent || strings.HasPrefix(t, "|")}
		if border {
			p.place = table.place
		} else {
			table.end()
		}
		out = append(out, p)
		border = false
	}
	return out, nil
}

// borderless reports whether a line is a row of a table without borders at its sides, as its
// neighbour is: "№ | Действие | Срок" / "1 | Прием документов | 15 минут".
func borderless(lines []line, i int) bool {
	isRow := func(l *line) bool { return strings.Count(l.text, " | ") > 1 }
	return isRow(&lines[i]) && (i > 0 && isRow(&lines[i-1]) || i+1 < len(lines) && isRow(&lines[i+1]))
}

// inPieces finds the lines that are the rest of a paragraph which was broken around the words of
// links, in a text whose paragraphs empty lines part. The blanks around those words are kept:
//
//	"от 06.02.2020 " + "№ 163" + " (вводится в действие …"
func inPieces(lines []line) []bool {
	const least = 3 // links
	found := make([]bool, len(lines))
	parted, links, rests := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		before, l := &lines[i-1], &lines[i]
		switch {
		case l.blanks > 0:
			parted++
		case before.row || l.row || numbered(l.text[l.indent:]) || endsSentence(before.text):
		case before.soft && l.indent == 0:
			found[i] = true
			links++
		case found[i-1] && l.indent == 1:
			found[i] = true
			rests++
		}
	}
	if links < least || 2*(parted+links+rests) < len(lines) {
		clear(found)
	}
	return found
}

// join appends what stood behind a break inside the paragraph.
func (p *paragraph) join(part string) {
	var g growing
	g.add(p.text)
	g.join(part)
	p.text = g.take()
	p.marks = append(p.marks, mark{len(p.text) - len(part), len(p.text), model.FindJoinedParagraph, model.Info, phrase.CutParagraph.Of()})
}

// ruled is a table that "|" draws in a text.
type ruled struct {
	place raw.Place // of the last cell; no cell is open where Column is 0
	tags  bool      // it is one of tags that a converter left: "<tr>", "<td>"
}

func (r *ruled) open() {
	if r.place.Column == 0 {
		r.place.Table++
	}
}

func (r *ruled) end() { r.place.Row, r.place.Column = 0, 0 }

// border passes a border on a line of its own, which does not tell where rows end.
func (r *ruled) border() {
	if r.place.Row > 0 {
		r.end()
	}
	r.open()
	r.place.Column++
}

// tag passes a line that is no row of borders: in a table of tags its first tag tells
// which cell begins.
func (r *ruled) tag(line string) {
	switch {
	case strings.HasPrefix(line, "<table"):
		r.end()
		r.open()
		r.tags = true
	case strings.HasPrefix(line, "</table"):
		r.end()
		r.tags = false
	case !r.tags:
		r.end()
	case strings.HasPrefix(line, "<tr"):
		r.place.Row++
		r.place.Column = 0
	case strings.HasPrefix(line, "<td"), strings.HasPrefix(line, "<th>"), strings.HasPrefix(line, "<th "):
		r.place.Column++
	}
}

// row reads a line that is a row of cells, "| № | Наименование СФЕ | |", nil where it is
// none. The line below a head, "|---|---|", has no words.
func (r *ruled) row(line string) []paragraph {
	inner, ok := strings.CutPrefix(line, "|")
	if !ok || !strings.Contains(inner, "|") {
		return nil
	}
	if r.place.Row == 0 {
		r.end()
	}
	r.open()
	r.place.Row++
	r.place.Column = 0
	cells := []paragraph{}
	for cell := range strings.SplitSeq(strings.TrimSuffix(inner, "|"), "|") {
		r.place.Column++
		if cell = strings.TrimSpace(cell); cell == "-" || strings.Trim(cell, "-: ") != "" {
			cells = append(cells, paragraph{text: cell, kind: raw.Cell, whole: true, cell: true, place: r.place})
		}
	}
	return cells
}

// unwrap joins the lines of a dump into paragraphs.
func unwrap(ctx context.Context, lines []line) ([]paragraph, *vocabulary) {
	size := 0
	for i := range lines {
		size += len(lines[i].text)
	}
	v := newVocabulary(size)
	for i := range lines {
		if l := &lines[i]; !l.gaps.damaged() {
			v.add(l.text[l.indent:])
		}
	}
	g := layoutOf(lines)
	findTitles(lines)
	out := make([]paragraph, 0, len(lines)/2)
	var last *line   // of the current paragraph
	var before *line // last, of the same paragraph
	from := 0        // where last begins in the text
	body := false    // the current paragraph began with an indentation
	var text growing // of the current paragraph
	text.all.Grow(size)
	var strays []stray
	var table ruled
	end := func() {
		if last != nil {
			out[len(out)-1].text = text.take()
		}
	}
	for i := range lines {
		if ctx.Err() != nil {
			break
		}
		l := &lines[i]
		if l.row {
			end()
			out = append(out, table.row(l.text[l.indent:])...)
			last, before = nil, nil
			continue
		}
		table.end()
		l.unspace(v)
		if l.gaps.damaged() {
			v.follow(l.text[l.indent:])
		}
		continues := last != nil && g.follows(last, l, body)
		if continues && body {
			l.completeTitle(&text)
		}
		// The lines of a title or a stamp are indented, each as far as it is short.
		l.putBack(v, l.opensWithHole() && continues && body && (g.full(last, l) || !g.centred(last, l)))
		part := strings.Trim(l.text, " ")
		if last != nil && part == strings.Trim(last.text, " ") && runes(part)*10 >= g.width*6 {
			// Some makers paint the last line of a page on the next one too, out of sight.
			p := &out[len(out)-1]
			p.marks = append(p.marks, mark{text.len(), text.len(), model.FindDroppedFurniture, model.Info, phrase.Furniture.Of(part)})
			continue
		}
		marks := shift(l.marks, -(len(l.text) - len(strings.TrimLeft(l.text, " "))))
		if !continues {
			end()
			text.add(part)
			out = append(out, paragraph{marks: marks, whole: true})
			body, last, before, from = g.beginsBody(l), l, nil, 0
			continue
		}
		p := &out[len(out)-1]
		at := text.len()
		if before != nil && g.strays(before, last, l) {
			strays = append(strays, v.newStray(len(out)-1, from, at, before.text, last.text, l.text))
		}
		text.join(part)
		marks = shift(marks, text.len()-len(part))
		if l.indent >= minIndent {
			marks = append(marks, mark{at, text.len(), model.FindJoinedParagraph, model.Info, phrase.CutParagraph.Of()})
		}
		p.marks = append(p.marks, marks...)
		before, last, from = last, l, text.len()-len(part)
	}
	end()
	v.tellStrays(out, strays)
	return out, v
}

// layout is how a wrapped text shows its paragraphs.
type layout struct {
	width  int  // runes, of nearly all lines
	indent int  // blanks before the first lines of paragraphs, at most; titles stand deeper
	spaced bool // empty lines stand between paragraphs, and nowhere else
}

func layoutOf(lines []line) layout {
	parted, torn := 0, 0 // lines after empty ones, and those that go on with a sentence
	for _, l := range lines {
		if l.blanks > 0 {
			parted++
			if l.indent == 0 && startsLower(l.text) {
				torn++
			}
		}
	}
	tears := torn*10 >= parted
	g := layout{width: longest(lines), spaced: parted*5 > len(lines) && !tears}
	if tears && parted*2 > len(lines) {
		// Most lines stand apart, as far as the type is spaced: behind a full line that says
		// nothing.
		for i := 1; i < len(lines); i++ {
			if g.full(&lines[i-1], &lines[i]) {
				lines[i].blanks = 0
			}
		}
	}
	var indents []int
	for _, l := range lines {
		if l.indent >= minIndent && l.indent*4 < g.width && l.width*5 > g.width*4 { // no stamps
			indents = append(indents, l.indent)
		}
	}
	if slices.Sort(indents); len(indents) > 0 {
		g.indent = indents[len(indents)*9/10]
	}
	return g
}

// beginsBody reports whether a line begins a paragraph by its indentation. Blanks that stand for
// the room of a widened line are more; that reaches the right margin, as no title does.
func (g layout) beginsBody(l *line) bool {
	return l.indent >= minIndent && (l.indent <= max(minIndent, g.indent) || l.indent*4 < g.width && l.width*100 > g.width*93)
}

// full reports whether a line was broken because the next word had no room in it. Letters
// are not all as wide: a line may have some more or fewer of them.
func (g layout) full(last, l *line) bool {
	text := strings.TrimLeft(l.text, " ")
	word, _, _ := strings.Cut(text, " ")
	return (runes(last.text)+1+runes(word))*100 > g.width*93
}

// centred reports whether a line goes on with the title of the line before it: both are
// around the same middle.
func (g layout) centred(last, l *line) bool {
	if l.blanks > 0 || l.indent == 0 {
		return false
	}
	text := l.text[l.indent:]
	deeper, longer := 2*(last.indent-l.indent), runes(last.text[last.indent:])-runes(text)
	apart := max(deeper+longer, -deeper-longer)
	near := 4 // blanks by which the middles may miss each other
	if goesOn(text) {
		near = 8 // as in wide type, if the words say it too
		// Some extractors measure an indentation in blanks narrower than the letters.
		narrow := deeper + longer*3/2
		apart = min(apart, max(narrow, -narrow))
	}
	return apart <= 2*near && (goesOn(text) || text[0] == '(' || !g.beginsBody(l) && (strings.IndexAny(text, `"«`) == 0 || g.full(last, l)))
}

// stamped reports whether two lines stand beside the middle of the page, where stamps do.
func (g layout) stamped(last, l *line) bool {
	return l.blanks == 0 && g.atRight(last) && (g.atRight(l) || l.indent == last.indent)
}

func (g layout) atRight(l *line) bool {
	if l.indent*4 <= g.width {
		return false
	}
	const near = 4 // blanks by which a centred line may miss the middle
	middle := l.indent + runes(l.text[l.indent:])/2
	return middle-g.width/2 > near
}

// stampEnds reports whether a line ends a Kazakh stamp, whose verb or annex stands last:
// "… қаулысымен бекітілді", "… регламентіне 1-қосымша".
func stampEnds(line string) bool {
	t := lang.For(model.Kazakh)
	word := mendedWord(line[strings.LastIndexAny(line, " -")+1:])
	return lang.IsStem(word, t.ApprovedStem) || t.AnnexStems.Stem(word)
}

// stampBegins reports whether a line begins a Russian stamp, where they stand first:
// "Утвержден постановлением …", "Приложение 1 к регламенту …".
func stampBegins(line string) bool {
	t := lang.For(model.Russian)
	first, _, _ := strings.Cut(line, " ")
	word := mendedWord(first)
	return lang.IsStem(word, t.ApprovedStem) || t.AnnexStems.Stem(word)
}

// follows reports whether l continues the paragraph that the line last is the end of so
// far; body tells that it began with an indentation.
func (g layout) follows(last, l *line, body bool) bool {
	text := strings.Trim(l.text, " ")
	prev := strings.Trim(last.text, " ")
	// The line was broken because the page was full, not because it ended.
	long := func() bool { return last.soft || strings.HasSuffix(prev, "-") || runes(prev)*10 >= g.width*6 }
	switch {
	case l.cell || last.cell || l.title:
		return false
	case opens(prev):
		return true
	case numbered(text) && (endsSentence(prev) || opensPoint(text)), opensNote(text), opensSection(text), opensStamp(text), lang.OpeningStatus(text) > 0, marksForm(text):
		return false
	case g.stamped(last, l):
		return !stampEnds(prev) && !stampBegins(text) && !numbered(text)
	case g.centred(last, l):
		return !endsSentence(prev) && !numbered(text)
	case g.spaced && l.indent >= minIndent && endsSentence(prev):
		return false
	case g.spaced && l.blanks > 0:
		// Some extractors part the lines of a widened paragraph too.
		return goesOn(text) && !endsSentence(prev) && g.full(last, l)
	case g.spaced:
		return g.full(last, l) || goesOn(text)
	case l.indent >= minIndent:
		return !endsSentence(prev) && goesOn(text) && (body && long() || !body && l.blanks == 0 && !labelled(text) && !stampEnds(prev))
	case body:
		if endsSentence(prev) {
			// Every paragraph of the body is indented, so this one goes on, if the line before had
			// no room: "10 минут; Мемлекеттік". A title stands behind a line that had.
			return l.blanks == 0 && l.indent == 0 && (last.soft || g.full(last, l))
		}
		return l.blanks == 0 && goesOn(text) || long()
	case endsSentence(prev):
		return last.soft && l.blanks == 0 && l.indent == 0
	case l.indent > 0: // a lone blank may stand before each line of a title
		return l.indent < minIndent && l.blanks == 0 && goesOn(text) && !labelled(text)
	default: // headings, stamps, titles, and texts without indentation
		return startsLower(text) || (last.soft || text[0] == '(' || g.full(last, l) && last.indent < minIndent) && l.blanks == 0
	}
}

// findTitles marks the lines that the titles of regulations begin with: the words between the
// end of a sentence and what is numbered 1 are one. Where nothing sets titles apart, such a line
// looks as the rest of the paragraph above.
//
//	"12. … шағымдану Стандарттың 3-бөліміне сәйкес жүзеге асырылады."
//	+ `"Жұмыссыз азаматтарға анықтама беру" мемлекеттік көрсетілетін қызмет` + "регламенті"
//	+ "1. Жалпы ережелер"
func findTitles(lines []line) {
	const most = 10 // lines of a title
	for i := range lines {
		if !opensFirst(lines[i].text[lines[i].indent:]) {
			continue
		}
		last := i - 1
		for k := last; k >= max(0, i-most); k-- {
			if opensNote(lines[k].text[lines[k].indent:]) { // "Сноска. Регламент в редакции …"
				last = k - 1
			}
		}
		from := last + 1
		for from > 0 && last+1-from < most && !endsSentence(strings.TrimRight(lines[from-1].text, " ")) {
			from--
		}
		title, begins := "", -1
		for k := last; k >= from && begins < 0; k-- {
			if title = strings.Trim(lines[k].text, " ") + " " + title; beginsTitle(title) {
				begins = k
			}
		}
		if begins < 0 && from > 0 && last+1-from < most && lang.IsRegulationTitle(strings.TrimSpace(title)) {
			begins = from
		}
		if begins >= 0 {
			lines[begins].title = true
		}
	}
}

// beginsTitle reports whether the lines of a title are whole: from the word in Russian, from the
// mark before the name in Kazakh. What stands above them is a stamp: "… № 112 қаулысымен бекітілді".
func beginsTitle(lines string) bool {
	low := lang.Lower(lines)
	if word, _, _ := strings.Cut(low, " "); slices.Contains(lang.For(model.Russian).RegulationTitle, word) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(lines)
	return strings.ContainsRune(lang.TitleOpenings, first) && lang.For(model.Kazakh).Titled(low) && !lang.LeavesOpen(lines)
}

// opensSection reports whether a line begins a section that has a word beside its number, whatever
// stands before it: "2-тарау. Мемлекеттік …", "Глава 2. Описание …".
func opensSection(s string) bool {
	word, rest, _ := strings.Cut(s, " ")
	if number, noun, ok := strings.Cut(strings.TrimRight(word, "."), "-"); ok && s[0] <= '9' {
		return isNumber(number) && slices.Contains(lang.For(model.Kazakh).SectionWords, mendedWord(noun)) && (rest == "" || startsUpper(rest))
	}
	number, rest, _ := strings.Cut(rest, " ")
	return startsUpper(word) && isNumber(strings.TrimRight(number, ".")) && slices.Contains(lang.For(model.Russian).SectionWords, mendedWord(word)) && (rest == "" || startsUpper(rest))
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// opensStamp reports whether a line begins a Russian stamp, whatever stands before it: inside a
// sentence its word has a small letter. "Утвержден постановлением акимата …"
func opensStamp(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return startsUpper(word) && lang.IsStem(mendedWord(word), lang.For(model.Russian).ApprovedStem)
}

// opensFirst reports whether a line begins the first section or point of a regulation: "1. Жалпы
// ережелер", "1-тарау. …", "Глава 1. …".
func opensFirst(s string) bool {
	rest, ok := strings.CutPrefix(s, "1")
	if !ok {
		word, number, _ := strings.Cut(s, " ")
		if rest, ok = strings.CutPrefix(number, "1"); !ok || !slices.Contains(lang.For(model.Russian).SectionWords, mendedWord(word)) {
			return false
		}
	}
	return rest != "" && strings.IndexByte(".- ", rest[0]) >= 0
}

// opensNote reports whether a line begins a note: "Ескерту. Күші жойылды …".
func opensNote(s string) bool {
	const longest = 24 // bytes of a label
	label, _, ok := strings.Cut(s[:min(len(s), longest)], ".")
	return ok && slices.Contains(lang.NoteLabels, lang.Phrase(mendedWord(label)))
}

// opensPoint reports whether a line that begins with a number is a point or a heading
// whatever stands before it: "1. Жалпы ережелер", but not "16-бабының\n3. тармағы".
func opensPoint(s string) bool {
	_, words, _ := strings.Cut(s, ". ")
	first, _ := utf8.DecodeRuneInString(words)
	return unicode.IsUpper(first) && strings.Trim(s[:len(s)-len(words)], "0123456789. ") == ""
}

// growing is the text of a paragraph while its parts are joined, behind those before it:
// one buffer holds them all.
type growing struct {
	all    strings.Builder
	start  int // of the paragraph
	quotes int // straight quotation marks in it
}

func (g *growing) len() int { return g.all.Len() - g.start }

// take returns the text and begins another.
func (g *growing) take() string {
	text := g.all.String()[g.start:]
	g.start, g.quotes = g.all.Len(), 0
	return text
}

// end returns the last bytes of the text, at most n.
func (g *growing) end(n int) string { return g.all.String()[max(g.start, g.all.Len()-n):] }

func (g *growing) add(part string) {
	g.all.WriteString(part)
	g.quotes += strings.Count(part, `"`)
}

// join adds a part, after a blank where one belongs there.
func (g *growing) join(part string) {
	if !g.tight(part) {
		g.all.WriteByte(' ')
	}
	g.add(part)
}

// tight reports whether the next part joins without a blank: after an opening bracket, a
// quotation mark that opens, or a hyphen, and before a closing bracket or mark.
func (g *growing) tight(next string) bool {
	prev := g.end(utf8.UTFMax + 1)
	switch next[0] {
	case ')', ',', ';', ':', '.':
		return true
	case '"':
		// A line that begins with the closing half of a pair: `… үкімет` + `" веб-порталы`.
		if strings.HasPrefix(next, `" `) && g.quotes%2 == 1 {
			return true
		}
	}
	if lastRune(prev) == '-' {
		return !strings.HasSuffix(prev, " -")
	}
	return opens(prev) && !endsInNumero(prev)
}

// opens reports whether a line ends in a mark that something must follow:
// `№ 204 "`, "рәсімнің (", "2016 жылғы 25 мамырда №", "20 февраля 2013 года N".
func opens(s string) bool {
	switch lastRune(s) {
	case '(', '«', '„':
		return true
	case '"':
		return strings.HasSuffix(s, ` "`)
	}
	return endsInNumero(s)
}

// endsInNumero reports whether the number itself has to follow: "2016 жылғы 25 мамырда №".
func endsInNumero(s string) bool {
	return lastRune(s) == '№' || lang.Numero(s[strings.LastIndexByte(s, ' ')+1:])
}

func shift(marks []mark, by int) []mark {
	for i := range marks {
		marks[i].start = max(0, marks[i].start+by)
		marks[i].end = max(0, marks[i].end+by)
	}
	return marks
}
