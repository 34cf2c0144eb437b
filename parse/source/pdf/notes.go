package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/parse/source/raw"
)

// mark is where raised figures stand in the text of a line: the number of a note, as in
// "акима Искакова К.Д.³", or a power, as in "м²".
type mark struct{ start, end int }

// base is the type that most of a line stands in.
type base struct{ y, size float64 }

// baseOf is the base of a line, the zero base where all of it is of one size.
func baseOf(glyphs []glyph) base {
	largest, smallest := glyphs[0], glyphs[0].size
	for _, g := range glyphs[1:] {
		if g.size > largest.size {
			largest = g
		}
		smallest = min(smallest, g.size)
	}
	if smallest > smaller*largest.size {
		return base{}
	}
	return base{largest.y, largest.size}
}

// smaller is the size of raised figures, in sizes of the type.
const smaller = 0.85

// isRaised reports whether a sign is a figure in smaller type above the baseline.
func (b base) isRaised(g glyph) bool {
	const higher = 0.15 // em
	return b.size > 0 && g.size < smaller*b.size && g.y > b.y+higher*b.size && g.text >= "0" && g.text <= "9"
}

// withoutNotes takes the notes out of the foot of each page, which the sentence above them
// does not end at, and the marks that send to them; they stand behind the text, as word
// processors keep them.
func withoutNotes(pages []page) (text, notes []page) {
	if !slices.ContainsFunc(pages, func(p page) bool {
		return slices.ContainsFunc(p.lines, func(l line) bool { return len(l.marks) > 0 })
	}) {
		return pages, nil
	}
	m := marginsOf(pages)
	var below []line
	for i, p := range pages {
		start := m.notesOf(p.lines, i > 0 && pages[i-1].noted)
		if start == len(p.lines) {
			continue
		}
		for _, l := range p.lines[start:] {
			number, ok := l.note()
			if l.newBlock = ok && unmark(p.lines[:start], number); l.newBlock {
				l.text = strings.TrimLeft(l.text[len(number):], " ")
			}
			below = append(below, l)
		}
		pages[i].lines, pages[i].noted = p.lines[:start], true
	}
	if below == nil {
		return pages, nil
	}
	return pages, []page{{lines: below}}
}

// notesOf returns where the notes of a page begin: the last of its lines, in one type, that
// a gap or their smaller type parts from the text, the first with a number that is a mark
// above. goesOn reports whether the page before has notes, whose rest may come first.
func (m margins) notesOf(lines []line, goesOn bool) int {
	start := len(lines) - 1
	size := lines[start].size
	smaller := size < m.size*(1-otherSize)
	gap := 0.0
	for ; start > 0; start-- {
		gap = lines[start-1].y - lines[start].y
		if gap < 0 || lines[start-1].cell != nil || math.Abs(lines[start-1].size-size) > otherSize*size || !smaller && gap > gapAbove*m.distance {
			break
		}
	}
	if start == 0 || gap < 0 || !smaller && gap <= gapAbove*m.distance {
		return len(lines)
	}
	for i, l := range lines[start:] {
		if number, ok := l.note(); ok && sends(lines[:start+i], number) {
			if goesOn || i == 0 {
				return start
			}
			if smaller {
				return start + i
			}
			break
		}
	}
	return len(lines)
}

// note returns the number with which the first line of a note begins.
func (l line) note() (number string, ok bool) {
	number = l.text[:len(l.text)-len(strings.TrimLeft(l.text, "0123456789"))]
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text[len(number):], " "))
	return number, number != "" && !l.sameRow && (unicode.IsLetter(first) || strings.ContainsRune(`"«“`, first))
}

// sends reports whether lines have the mark of a note.
func sends(lines []line, number string) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return l.markOf(number) >= 0 })
}

// markOf returns which of the marks of a line is a number, -1 where none is.
func (l line) markOf(number string) int {
	raised := raw.Raised("0", number) // behind a figure
	return slices.IndexFunc(l.marks, func(m mark) bool {
		text := l.text[m.start:m.end]
		return m.start > 0 && (text == number || text == raised)
	})
}

// unmark takes the mark of a note out of the text, if that has it.
func unmark(lines []line, number string) bool {
	for i, l := range lines {
		at := l.markOf(number)
		if at < 0 {
			continue
		}
		m := l.marks[at]
		if l.text[m.start-1] == ' ' {
			m.start--
		}
		lines[i].text = l.text[:m.start] + l.text[m.end:]
		rest := slices.Delete(slices.Clone(l.marks), at, at+1)
		for j := at; j < len(rest); j++ {
			rest[j] = mark{rest[j].start - (m.end - m.start), rest[j].end - (m.end - m.start)}
		}
		lines[i].marks = rest
		return true
	}
	return false
}

// lowest is the baseline of the lowest line.
func lowest(lines []line) float64 {
	y := math.Inf(1)
	for _, l := range lines {
		y = min(y, l.y)
	}
	return y
}
