package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"reglament/model"
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
		for i := range edges(p) {
			if at := placeOf(p.lines[i]); !seen[at] {
				seen[at] = true
				counts[at]++
			}
		}
	}
	furniture := func(l line) bool {
		n := counts[placeOf(l)]
		return n >= 2 && n*2 > len(pages)
	}
	var findings []model.Finding
	told := map[place]bool{}
	out := make([]page, len(pages))
	for i, p := range pages {
		out[i].unknown = p.unknown
		edge := edges(p)
		for j, l := range p.lines {
			if !edge[j] || !furniture(l) || inside(p, l, furniture) {
				out[i].lines = append(out[i].lines, l)
				continue
			}
			if at := placeOf(l); !told[at] {
				told[at] = true
				findings = append(findings, model.Finding{
					Code: model.FindDroppedFurniture, Severity: model.Info,
					Message: fmt.Sprintf("left out on %d of %d pages: %q", counts[at], len(pages), l.text),
				})
			}
		}
	}
	return out, findings
}

// edges returns the indexes of the lines of the outermost rows of a page.
func edges(p page) map[int]bool {
	var heights []float64
	for _, l := range p.lines {
		heights = append(heights, l.y)
	}
	slices.Sort(heights)
	heights = slices.CompactFunc(heights, func(a, b float64) bool { return b-a < 1 })
	out := map[int]bool{}
	if len(heights) == 0 {
		return out
	}
	low := heights[min(edgeRows, len(heights))-1] + 1
	high := heights[max(0, len(heights)-edgeRows)] - 1
	for i, l := range p.lines {
		out[i] = l.y <= low || l.y >= high
	}
	return out
}

// inside reports whether text of the act stands between a line and both edges of the
// page: then the line is text too.
func inside(p page, l line, furniture func(line) bool) bool {
	above, below := false, false
	for _, o := range p.lines {
		if !furniture(o) {
			above = above || o.y > l.y+1
			below = below || o.y < l.y-1
		}
	}
	return above && below
}
