package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"reglament/model"
	"reglament/model/phrase"
)

// edgeRows is how many rows from the top or the bottom of a page can be furniture.
const edgeRows = 4

// place is what makes two lines of two pages the same furniture: their height on the
// page and their words, page numbers and dates apart.
type place struct {
	y    int
	text string
}

func placeOf(l line) place {
	const grid = 4 // points
	return place{int(math.Round(l.y / grid)), strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return r
	}, collapseDigits(l.text))}
}

// collapseDigits makes numbers of any length one digit.
func collapseDigits(s string) string {
	var b strings.Builder
	digit := false
	for _, r := range s {
		if unicode.IsDigit(r) && digit {
			continue
		}
		digit = unicode.IsDigit(r)
		b.WriteRune(r)
	}
	return b.String()
}

// withoutFurniture takes out the lines at the edges that most pages have: page
// numbers, running heads, the address that a browser prints. Each kind is a finding.
func withoutFurniture(pages []page) ([]page, []model.Finding) {
	counts := map[place]int{}
	for _, p := range pages {
		seen := map[place]bool{}
		for i, edge := range edges(p) {
			if !edge {
				continue
			}
			if at := placeOf(p.lines[i]); !seen[at] {
				seen[at] = true
				counts[at]++
			}
		}
	}
	repeats := func(l line) recurrence {
		const several = 4 // pages; one, the first or the last, may lack what the others have
		switch n := counts[placeOf(l)]; {
		case n >= several && n >= len(pages)-1:
			return onAll
		case n >= 2 && n*2 > len(pages):
			return onMost
		}
		return onFew
	}
	if len(pages) == 1 {
		for i, printed := range printedByBrowser(pages[0]) {
			if printed {
				counts[placeOf(pages[0].lines[i])] = 2 // as if another page had it
			}
		}
	}
	var findings []model.Finding
	told := map[place]bool{}
	out := make([]page, len(pages))
	for i, p := range pages {
		out[i].unknown = p.unknown
		edge, number := edges(p), numbersOf(p, i+1)
		text := textOf(p, func(j int) recurrence {
			switch {
			case number[j]:
				return onAll
			case edge[j]:
				return repeats(p.lines[j])
			}
			return onFew
		})
		for j, l := range p.lines {
			if text[j] {
				out[i].lines = append(out[i].lines, l)
				continue
			}
			if at := placeOf(l); !told[at] {
				told[at] = true
				findings = append(findings, phrase.Finding(model.FindDroppedFurniture, model.Info, model.Span{},
					phrase.PageFurniture.Of(min(max(1, counts[at]), len(pages)), len(pages), l.text)))
			}
		}
	}
	return out, findings
}

// printedByBrowser tells the head and the foot that browsers print, of a single page: its
// last line ends in "1/1", and the first row is in the same small type.
func printedByBrowser(p page) []bool {
	out := make([]bool, len(p.lines))
	if len(p.lines) == 0 {
		return out
	}
	foot, head := p.lines[0], p.lines[0]
	for _, l := range p.lines {
		if l.y < foot.y-1 || math.Abs(l.y-foot.y) <= 1 && l.x0 > foot.x0 {
			foot = l
		}
		if l.y > head.y {
			head = l
		}
	}
	if foot.text != "1/1" {
		return out
	}
	for i, l := range p.lines {
		same := math.Abs(l.size-foot.size) < otherSize*l.size
		out[i] = same && (math.Abs(l.y-foot.y) <= 1 || math.Abs(l.y-head.y) <= 1)
	}
	return out
}

// edges tells for each line of a page whether it is of the outermost rows.
func edges(p page) []bool {
	var heights []float64
	for _, l := range p.lines {
		heights = append(heights, l.y)
	}
	slices.Sort(heights)
	heights = slices.CompactFunc(heights, func(a, b float64) bool { return math.Abs(b-a) < 1 })
	out := make([]bool, len(p.lines))
	if len(heights) == 0 {
		return out
	}
	low := heights[min(edgeRows, len(heights))-1] + 1
	high := heights[max(0, len(heights)-edgeRows)] - 1
	for i, l := range p.lines {
		out[i] = l.cell == nil && (l.y <= low || l.y >= high)
	}
	return out
}

// recurrence is on how many pages a line stands at the same height.
type recurrence int

const (
	onFew recurrence = iota
	onMost
	onAll
)

// textOf tells for each line of a page whether it is text of the act. A line that repeats
// on other pages is text all the same where it stands between lines of text, and where
// not all pages have it, also next to text in the same type, as steps of procedures do at
// the foot of a page. A running head that all have may be as close to the text as that.
func textOf(p page, repeats func(i int) recurrence) []bool {
	const distance = 1.8 // em
	text := make([]bool, len(p.lines))
	near := make([]float64, len(p.lines)) // how close text makes a line text
	low, high := math.Inf(1), math.Inf(-1)
	for i, l := range p.lines {
		switch repeats(i) {
		case onFew:
			text[i] = true
			low, high = min(low, l.y), max(high, l.y)
		case onMost:
			near[i] = distance
		}
	}
	for changed := true; changed; {
		changed = false
		for i, l := range p.lines {
			if text[i] {
				continue
			}
			is := l.y > low && l.y < high
			for j, o := range p.lines {
				is = is || text[j] && math.Abs(o.y-l.y) < near[i]*o.size && math.Abs(o.size-l.size) < otherSize*o.size
			}
			if is {
				text[i], changed = true, true
			}
		}
	}
	return text
}

// numbersOf tells for each line of a page whether it is the number of the page, alone in
// the highest or the lowest row: "2", "- 2 -".
func numbersOf(p page, number int) []bool {
	out := make([]bool, len(p.lines))
	low, high := math.Inf(1), math.Inf(-1)
	rows := map[float64]int{} // lines by height
	for _, l := range p.lines {
		low, high = min(low, l.y), max(high, l.y)
		rows[l.y]++
	}
	for i, l := range p.lines {
		out[i] = l.cell == nil && (l.y == low || l.y == high) && rows[l.y] == 1 && strings.Trim(l.text, "-–— ") == strconv.Itoa(number)
	}
	return out
}
