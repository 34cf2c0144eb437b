package source

import (
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"reglament/model"
	"reglament/model/phrase"
)

// withoutFurniture takes out what stands at the same edge of most pages of a text whose
// pages are parted by form feeds, as extractors part those of a PDF: page numbers,
// running heads, the address that a browser prints. Each kind is a finding.
func withoutFurniture(text string) (string, []model.Finding) {
	if !strings.Contains(text, "\f") {
		text = partedByNumbers(partedByCounter(text))
	}
	pages := strings.Split(strings.TrimRight(text, "\f\r\n "), "\f")
	if len(pages) < 2 {
		return outdented(text), nil
	}
	type edge struct {
		bottom bool
		text   string
	}
	counts := map[edge]int{}
	lines := make([][]string, len(pages))
	for i, p := range pages {
		lines[i] = strings.Split(p, "\n")
		seen := map[edge]bool{}
		for at, bottom := range edges(lines[i]) {
			if e := (edge{bottom, sameOnPages(lines[i][at], i)}); !seen[e] {
				seen[e] = true
				counts[e]++
			}
		}
	}
	var findings []model.Finding
	told := map[string]bool{}
	for i, page := range lines {
		for at, bottom := range edges(page) {
			e := edge{bottom, sameOnPages(page[at], i)}
			if n := counts[e]; e.text != "" && n*2 > len(pages) {
				if !told[e.text] {
					told[e.text] = true
					findings = append(findings, phrase.Finding(model.FindDroppedFurniture, model.Info, model.Span{},
						phrase.PageFurniture.Of(n, len(pages), strings.Join(strings.Fields(page[at]), " "))))
				}
				page[at] = ""
			}
		}
	}
	withoutMargin(lines)
	for i := range lines {
		pages[i] = strings.Join(lines[i], "\n")
	}
	return strings.Join(pages, "\n"), findings
}

// partedByCounter puts form feeds behind the lines in which a browser counts the pages:
// "https://… 1/3", "2/3", "3/3".
func partedByCounter(text string) string {
	var ends []int // of the pages so far
	pages, at := 0, 0
	for l := range strings.Lines(text) {
		at += len(l)
		l = strings.TrimRight(l, " \r\n")
		if l == "" || l[len(l)-1] < '0' || l[len(l)-1] > '9' {
			continue
		}
		number, total, ok := strings.Cut(l[strings.LastIndexAny(l, " \t")+1:], "/")
		if !ok {
			continue
		}
		n, err := strconv.Atoi(number)
		if err != nil {
			continue
		}
		all, err := strconv.Atoi(total)
		switch {
		case err != nil:
		case n == len(ends)+1 && all == pages:
			ends = append(ends, at)
		case n == 1 && (pages == 0 || len(ends) < pages):
			ends, pages = append(ends[:0], at), all
		}
	}
	if len(ends) < 2 || len(ends) != pages {
		return text
	}
	var b strings.Builder
	from := 0
	for _, end := range ends {
		b.WriteString(text[from:end])
		b.WriteByte('\f')
		from = end
	}
	b.WriteString(text[from:])
	return b.String()
}

// partedByNumbers puts form feeds where lines of nothing but 1, 2, 3 … count the pages of a
// text, at their foot or, from 1 or 2 on, at their head: as far apart as pages are long.
// Numbers in a table follow one another sooner, or stand beside others of their row.
func partedByNumbers(text string) string {
	const (
		shortest = 15 // lines of a page that are not empty
		several  = 3  // pages
		uneven   = 2  // times the usual page that the longest may have
	)
	if strings.Contains(text, "\f") {
		return text
	}
	type place struct{ n, start, end, line int } // of a number
	var numbers []place
	lines, at := 0, 0
	for l := range strings.Lines(text) {
		start := at
		at += len(l)
		l = strings.TrimLeft(l, " ")
		if l == "" || l[0] == '\n' || l[0] == '\r' {
			continue
		}
		lines++
		if l[0] < '0' || l[0] > '9' {
			continue
		}
		if l = strings.TrimRight(l, " \r\n"); len(l) > 4 {
			continue
		}
		if n, err := strconv.Atoi(l); err == nil {
			numbers = append(numbers, place{n, start, at, lines})
		}
	}
	var found []place
	next, inRows := 0, 0
	for i, p := range numbers {
		if p.n != next && !(len(found) == 0 && (p.n == 1 || p.n == 2)) {
			continue
		}
		if last := len(found) - 1; last >= 0 && p.line-found[last].line < shortest {
			continue
		}
		if i > 0 && numbers[i-1].line == p.line-1 || i+1 < len(numbers) && numbers[i+1].line == p.line+1 {
			inRows++
		}
		found, next = append(found, p), p.n+1
	}
	if len(found) < several || inRows*2 > len(found) {
		return text
	}
	var pages []int // lines of each but the first and the last
	for i := 1; i < len(found); i++ {
		pages = append(pages, found[i].line-found[i-1].line)
	}
	slices.Sort(pages)
	usual := pages[len(pages)/2]
	before, after := found[0].line, lines-found[len(found)-1].line
	if max(pages[len(pages)-1], after) > uneven*usual || before > (uneven+1)*usual {
		return text
	}
	// The number of the first page is at its head or at its foot. Where that page has none,
	// one page stands before a number at the head, two before one at the foot.
	head := before < shortest
	if next-len(found) == 2 {
		head = before*2 < 3*usual
	}
	var b strings.Builder
	from := 0
	for _, p := range found {
		cut := p.end
		if head {
			cut = p.start
		}
		if cut == 0 {
			continue
		}
		b.WriteString(text[from:cut])
		b.WriteByte('\f')
		from = cut
	}
	b.WriteString(text[from:])
	return b.String()
}

// withoutMargin takes off the blanks with which every line of a page begins, as many as
// on the usual page: one may have nothing but a stamp.
func withoutMargin(pages [][]string) {
	margins := make([]int, len(pages))
	for i, p := range pages {
		margins[i] = -1
		for _, l := range p {
			if text := strings.TrimLeft(l, " "); strings.TrimSpace(text) != "" && (margins[i] < 0 || len(l)-len(text) < margins[i]) {
				margins[i] = len(l) - len(text)
			}
		}
	}
	sorted := slices.Sorted(slices.Values(margins))
	usual := sorted[len(sorted)/2]
	for i, p := range pages {
		for j, l := range p {
			p[j] = l[max(0, min(margins[i], usual, len(l))):]
		}
	}
}

// outdented takes the margin off a text that has one although it has no pages, as a
// browser of texts dumps them: most lines begin there, and those of paragraphs farther in.
func outdented(text string) string {
	const share = 10    // part of the lines
	const deepest = 200 // blanks
	var counts [deepest + 1]int
	all := 0
	for l := range strings.Lines(text) {
		body := strings.TrimLeft(l, " ")
		if body != "" && body != "\n" && body != "\r\n" {
			counts[min(len(l)-len(body), deepest)]++
			all++
		}
	}
	margin, within := 0, 0
	for margin < deepest && counts[margin]*share < all && within < all {
		within += counts[margin]
		margin++
	}
	if farther := all - within - counts[margin]; margin == 0 || within*share > all || farther*share < all {
		return text
	}
	var b strings.Builder
	for l := range strings.Lines(text) {
		indent := len(l) - len(strings.TrimLeft(l, " "))
		b.WriteString(l[min(margin, indent):])
	}
	return b.String()
}

// linkNumber is the mark of a link whose address stands in a list below the text.
var linkNumber = regexp.MustCompile(`\[\d{1,5}\]`)

// withoutLinkList takes out the list of addresses with which a browser of texts ends its
// dump, and the numbers before the words of the links: "[3]Заңының".
func withoutLinkList(text string) (string, []model.Finding) {
	const title = "\nReferences\n"
	if !strings.Contains(text, title) { // quicker than to look from the end
		return text, nil
	}
	start := strings.LastIndex(text, title)
	count := 0
	for l := range strings.Lines(text[start+len(title):]) {
		if l = strings.TrimSpace(l); l == "" {
			continue
		}
		count++
		number, address, ok := strings.Cut(l, ". ")
		if n, err := strconv.Atoi(number); !ok || err != nil || n != count || strings.Contains(address, " ") {
			return text, nil
		}
	}
	if count == 0 {
		return text, nil
	}
	return linkNumber.ReplaceAllString(text[:start+1], ""), []model.Finding{phrase.Finding(model.FindDroppedFurniture, model.Info, model.Span{}, phrase.Furniture.Of(strings.TrimSpace(title)))}
}

// edges yields the first and the last lines of a page that are not empty. On a short page
// they are the same lines: one may have nothing but its number.
func edges(lines []string) iter.Seq2[int, bool] {
	const rows = 4 // that may be furniture, above and below
	var filled []int
	for i, l := range lines {
		if strings.TrimSpace(l) != "" {
			filled = append(filled, i)
		}
	}
	return func(yield func(at int, bottom bool) bool) {
		for _, at := range filled[:min(rows, len(filled))] {
			if !yield(at, false) {
				return
			}
		}
		for _, at := range filled[max(0, len(filled)-rows):] {
			if !yield(at, true) {
				return
			}
		}
	}
}

// sameOnPages is what lines of furniture have in common: their words, with one sign for a
// number. A number by itself counts the pages, or is the end of "№\n1057".
func sameOnPages(line string, page int) string {
	line = strings.Join(strings.Fields(line), " ")
	if n, err := strconv.Atoi(line); err == nil {
		return "#" + strconv.Itoa(n-page)
	}
	var b strings.Builder
	digit := false
	for _, r := range line {
		if unicode.IsDigit(r) {
			if !digit {
				b.WriteByte('#')
			}
			digit = true
			continue
		}
		digit = false
		b.WriteRune(r)
	}
	return b.String()
}

// indentTabs puts blanks for the tabs at the beginnings of lines: an indentation, but one
// blank each where tabs stand for the blanks between words too.
func indentTabs(text string) string {
	tabs := strings.Count(text, "\t")
	if tabs == 0 {
		return text
	}
	tab := "        "
	if tabs > strings.Count(text, " ") {
		tab = " "
	}
	var b strings.Builder
	for l := range strings.Lines(text) {
		rest := strings.TrimLeft(l, "\t ")
		b.WriteString(strings.ReplaceAll(l[:len(l)-len(rest)], "\t", tab))
		b.WriteString(rest)
	}
	return b.String()
}

// dedent takes out the blanks that all lines begin with: they tell nothing of paragraphs.
func dedent(text string) string {
	common := -1
	for l := range strings.Lines(text) {
		if body := strings.TrimLeft(l, " "); strings.TrimSpace(body) != "" {
			if n := len(l) - len(body); common < 0 || n < common {
				common = n
			}
			if common < minIndent { // a lone blank may be the hole of a word
				return text
			}
		}
	}
	if common < 0 {
		return text
	}
	var b strings.Builder
	for l := range strings.Lines(text) {
		b.WriteString(l[min(common, len(l)-len(strings.TrimLeft(l, " "))):])
	}
	return b.String()
}
