package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is words of a line without a gap as wide as columns may have between them.
type part struct {
	from, to float64
	glyphs   []*glyph
	text     string
	full     bool // it fills its column, so it may end inside a word
}

// baseline is what stands at one height of a page, from the left.
type baseline struct {
	y, size float64
	glyphs  []*glyph
	parts   []part
}

// baselines are the lines of a page from above, without what stands in its tables.
func baselines(glyphs []glyph, tables []*table) []baseline {
	var out []baseline
	last := -1
	for i := range glyphs {
		g := &glyphs[i]
		inTable := func(t *table) bool { return t.holds((g.x0+g.x1)/2, g.y+g.size/4) }
		if g.turn != 0 || strings.TrimSpace(g.text) == "" || slices.ContainsFunc(tables, inTable) {
			continue
		}
		holds := func(b baseline) bool { return math.Abs(b.y-g.y) < sameBaseline*b.size }
		if last < 0 || !holds(out[last]) {
			if last = slices.IndexFunc(out, holds); last < 0 {
				if last = len(out); last > mostLooked {
					return nil
				}
				out = append(out, baseline{y: g.y, size: g.size})
			}
		}
		out[last].glyphs = append(out[last].glyphs, g)
	}
	slices.SortStableFunc(out, func(a, b baseline) int { return cmp.Compare(b.y, a.y) })
	for i := range out {
		out[i].split()
	}
	return out
}

// split makes parts of the letters of a line.
func (b *baseline) split() {
	byPlace := func(a, b *glyph) int { return cmp.Compare(a.x0, b.x0) }
	if !slices.IsSortedFunc(b.glyphs, byPlace) {
		slices.SortStableFunc(b.glyphs, byPlace)
	}
	start := 0
	for i, g := range b.glyphs {
		if n := len(b.parts); n > 0 && g.x0-b.parts[n-1].to <= narrowGap*g.size {
			b.parts[n-1].to = max(b.parts[n-1].to, g.x1)
		} else {
			b.parts = append(b.parts, part{from: g.x0, to: g.x1})
			start = i
		}
		b.parts[len(b.parts)-1].glyphs = b.glyphs[start : i+1]
	}
}

// titles reports whether a line may be one of titles, or of a title and numbers beside it.
func (b baseline) titles() bool {
	const least = 1 // that begins so; the others may have begun above
	n := 0
	for _, p := range b.parts {
		if first, _ := utf8.DecodeRuneInString(p.glyphs[0].text); unicode.IsUpper(first) || unicode.IsDigit(first) || first == '№' {
			n++
		}
	}
	return n >= least && len(b.parts) >= leastFields && len(b.parts) <= mostParts
}

// words returns the letters of a part.
func (p part) words() string {
	var text strings.Builder
	for i, g := range p.glyphs {
		if i == 0 || g.text != p.glyphs[i-1].text || g.x0-p.glyphs[i-1].x0 >= doubled*g.size {
			text.WriteString(g.text)
		}
	}
	return text.String()
}
