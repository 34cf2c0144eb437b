package source

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"reglament/model"
	"reglament/model/phrase"
)

// withoutFurniture takes out what stands at the same edge of most pages of a text whose
// pages are parted by form feeds, as extractors part those of a PDF: page numbers,
// running heads, the address that a browser prints. Each kind is a finding.
func withoutFurniture(text string) (string, []model.Finding) {
	pages := strings.Split(strings.TrimRight(text, "\f\r\n "), "\f")
	if len(pages) < 2 {
		return text, nil
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
			if e := (edge{bottom, withoutNumbers(lines[i][at])}); !seen[e] {
				seen[e] = true
				counts[e]++
			}
		}
	}
	var findings []model.Finding
	told := map[string]bool{}
	for _, page := range lines {
		for at, bottom := range edges(page) {
			e := edge{bottom, withoutNumbers(page[at])}
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

// edges yields the first and the last lines of a page that are not empty. On a short page
// they are the same lines: one may have nothing but its number.
func edges(lines []string) iter.Seq2[int, bool] {
	const rows = 2 // that may be furniture, above and below
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

// withoutNumbers makes the numbers of a line one sign, and its blanks one.
func withoutNumbers(line string) string {
	var b strings.Builder
	digit := false
	for _, r := range strings.Join(strings.Fields(line), " ") {
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
