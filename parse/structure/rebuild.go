package structure

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
	"reglament/parse/sentence"
)

// rebuilt finds the rows of a table of steps whose cells a text has one below the other,
// from a title on; nil where it is none. Where the source draws borders, an empty cell is
// known; elsewhere it is lost, and with it what stands in which column.
func (t *Text) rebuilt(i int) *StepTable {
	cells, end := t.cellsFrom(i)
	heads, seen := 0, columns{}
	for heads < len(cells) && seen.add(t.column(cells[heads].span)) {
		heads++
	}
	tab := &StepTable{From: i}
	if i > 0 && len(cells) > 1 && t.counts(turn{span: t.Paragraphs[i-1]}, 1) && t.counts(cells[1], 1) {
		tab.From-- // rows are numbered too: "1 | № действия | 1 | 2"
	}
	var g grid
	used := 0
	if heads >= 3 {
		g, used = t.rowsOf(cells, heads, tab)
	} else {
		g, used = t.linesOf(cells, tab)
	}
	seen = columns{}
	for _, c := range cells[:used] {
		seen.add(t.column(c.span))
	}
	if !seen.tell() {
		return t.shattered(cells)
	}
	tab.To = end
	if used < len(cells) {
		tab.To = cells[used].paragraph
	}
	tab.Parts = t.partsOf(g, model.Span{})
	if len(tab.Parts) == 0 && len(tab.Broken) == 0 {
		tab.Broken = append(tab.Broken, model.Span{cells[0].span[0], cells[used-1].span[1]})
	}
	return tab
}

// shattered reports the titles of a table of steps whose cells are cut in pieces or run into
// each other, as some makers of PDF leave them.
func (t *Text) shattered(cells []turn) *StepTable {
	var seen columns
	last := 0
	for i, c := range cells {
		column := t.column(c.span)
		if i > 0 && (column == lang.NumberColumn || t.isCaption(t.Words(c.span))) {
			break
		}
		if seen.add(column) {
			last = i
		}
	}
	if !seen.tell() {
		return nil
	}
	return &StepTable{From: cells[0].paragraph, To: cells[last].paragraph + 1, Broken: []model.Span{t.over(cells[:last+1])}}
}

// reshaped lays out a table of courses whose source draws borders but does not tell where
// rows end: the head has a cell for each column.
func (t *Text) reshaped(i int) *StepTable {
	cells, end := t.cellsFrom(i)
	width := 0
	for width < len(cells) && !cells[width].span.Empty() && slices.ContainsFunc(t.Words(cells[width].span), func(w sentence.Word) bool { return t.grouping(t.Str(w)) }) {
		width++
	}
	if width == 0 {
		return nil
	}
	var g grid
	for from := 0; from < len(cells); from += width {
		g = append(g, spansOfTurns(cells[from:min(len(cells), from+width)]))
	}
	if parts := t.byUnits(g, t.caption(i)); len(parts) > 0 {
		return &StepTable{From: i, To: end, Parts: parts}
	}
	return nil
}

// turn is a cell in its turn.
type turn struct {
	span      model.Span // empty for an empty cell
	paragraph int
}

// cellsFrom returns what can be cells from paragraph i on, and where they end.
func (t *Text) cellsFrom(i int) (cells []turn, end int) {
	const most = 600 // cells of a table
	table := t.place(i)
	for end = i; end < len(t.Paragraphs) && len(cells) < most; end++ {
		at := t.place(end)
		if at.Table != table.Table || at.Row != table.Row || t.isNote[end] || end > i && (t.annexMark(t.Paragraphs[end]) || t.Tab.Titled(t.Lower(t.Paragraphs[end]))) {
			break
		}
		if at.Table > 0 {
			for empty := 1; end > i && empty < at.Column-t.place(end-1).Column && len(cells) < most; empty++ {
				cells = append(cells, turn{paragraph: end})
			}
		}
		if n := len(cells); at.Table == 0 && n > 0 && t.goesOnTitle(cells[n-1].span, t.Paragraphs[end]) {
			cells[n-1].span[1] = t.Paragraphs[end][1]
			continue
		}
		cells = append(cells, turn{t.Paragraphs[end], end})
	}
	return cells, end
}

// goesOnTitle reports whether a line is the rest of the title above it, which was too long
// for its column: "№ действия (хода," / "потока работ)", "Форма завершения" / "(данные, документ)".
func (t *Text) goesOnTitle(title, rest model.Span) bool {
	column := t.column(title)
	if column == lang.OtherColumn || t.column(rest) != lang.OtherColumn || t.column(model.Span{title[0], rest[1]}) != column {
		return false
	}
	if strings.Count(t.Of(title), "(") > strings.Count(t.Of(title), ")") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(t.Of(rest))
	ws := t.Words(rest)
	_, term := t.Unmeasured(ws)
	return (first == '(' || unicode.IsLower(first)) && !term && len(t.Durations(ws)) == 0
}

// counts reports whether a cell is no more than the figure.
func (t *Text) counts(c turn, n int) bool {
	return !c.span.Empty() && t.Of(t.Trim(c.span, ".) ")) == strconv.Itoa(n)
}

// rowsOf parts cells below one row of titles, where every row begins with the number of
// its step.
func (t *Text) rowsOf(cells []turn, heads int, tab *StepTable) (g grid, used int) {
	g = grid{spansOfTurns(cells[:heads])}
	used = heads
	if numbers := t.countsOn(cells[used:]); numbers >= heads && used+heads < len(cells) && t.counts(cells[used+heads], 1) {
		used += heads // the columns are numbered: "1 | 2 | 3 | 4"
	}
	if t.column(cells[0].span) != lang.NumberColumn {
		return g, used
	}
	for n := 1; used < len(cells) && t.counts(cells[used], n); n++ {
		end := used + heads
		switch {
		case end < len(cells) && t.counts(cells[end], n+1) && t.fits(cells[:heads], cells[used:end]):
		case t.lacksNext(cells[:heads], cells[used:min(len(cells), end)], n):
			end--
		case !t.countsAhead(cells[used+1:min(len(cells), used+3*heads)], n+1) && end <= len(cells) && t.fits(cells[:heads], cells[used:end]):
			// the last row
		default:
			// More or fewer cells than titles: it is not certain which is which.
			for end = used + 1; end < len(cells) && !t.counts(cells[end], n+1); end++ {
			}
			if end == len(cells) {
				end = min(len(cells), used+heads)
			}
			tab.Broken = append(tab.Broken, t.over(cells[used:end]))
			used = end
			continue
		}
		g = append(g, spansOfTurns(cells[used:end]))
		used = end
	}
	return g, used
}

// fits reports whether nothing in a row contradicts the titles: a term is no number of a
// step, a number no result.
func (t *Text) fits(heads, row []turn) bool {
	for i, c := range row {
		if c.span.Empty() {
			continue
		}
		figure := t.Figure(c.span) > 0 && len(t.Words(c.span)) == 1
		switch t.column(heads[i].span) {
		case lang.NumberColumn:
		case lang.TermColumn:
			if ws := t.Words(c.span); len(ws) > 0 && len(t.Durations(ws)) == 0 {
				if _, told := t.Unmeasured(ws); !told {
					return false
				}
			}
		case lang.NextColumn:
			if !t.nextNumber(c.span) {
				return false
			}
		default:
			if figure {
				return false
			}
		}
	}
	return true
}

// lacksNext reports whether a row is whole but for its last cell, which tells what follows
// and is empty where nothing does.
func (t *Text) lacksNext(heads, row []turn, n int) bool {
	last := len(heads) - 1
	if t.column(heads[last].span) != lang.NextColumn || len(row) < last || !t.fits(heads, row[:last]) {
		return false
	}
	return len(row) == last || t.counts(row[last], n+1) || !t.nextNumber(row[last].span)
}

// countsOn returns how many cells count from 1 on.
func (t *Text) countsOn(cells []turn) int {
	n := 0
	for n < len(cells) && t.counts(cells[n], n+1) {
		n++
	}
	return n
}

func (t *Text) countsAhead(cells []turn, n int) bool {
	for _, c := range cells {
		if t.counts(c, n) {
			return true
		}
	}
	return false
}

// over returns what the cells span.
func (t *Text) over(cells []turn) (s model.Span) {
	for _, c := range cells {
		if c.span.Empty() {
			continue
		}
		if s.Empty() {
			s = c.span
		}
		s[1] = c.span[1]
	}
	return s
}

func spansOfTurns(cells []turn) []model.Span {
	out := make([]model.Span, len(cells))
	for i, c := range cells {
		out[i] = c.span
	}
	return out
}

// linesOf parts cells into rows that begin with a title each, of which one counts the
// steps: "№ действия | 1 | 2", "Наименование СФЕ | Канцелярия | Руководитель".
func (t *Text) linesOf(cells []turn, tab *StepTable) (g grid, used int) {
	width := 0   // steps
	ordinal := 0 // of the next row, where rows are numbered too
	var seen columns
	for used < len(cells) {
		title := t.column(cells[used].span)
		if title == lang.NumberColumn {
			seen = columns{}
		}
		if !seen.add(title) {
			break
		}
		end := used + 1
		for end < len(cells) && !seen.before(t.column(cells[end].span)) {
			end++
		}
		values := cells[used+1 : end]
		if title == lang.NumberColumn {
			width = t.countsFrom(values)
			ordinal = 0
			if len(values) == width+1 && t.counts(values[width], 2) {
				ordinal = 2
			}
		}
		if width == 0 {
			return g, used
		}
		row := values
		if title == lang.NumberColumn && len(values) > width && ordinal == 0 {
			// Figures are sure, what stands behind them is not.
			row = values[:width]
			tab.Broken = append(tab.Broken, t.over(values[width:]))
		}
		switch {
		case end == len(cells) || title == lang.NextColumn && len(values) != width:
			// Nothing says where the last row ends but what can stand in it.
			n := 0
			for n < len(values) && n < width && (title != lang.NextColumn || t.nextNumber(values[n].span)) {
				n++
			}
			row = values[:n]
			if title != lang.NextColumn && n < width {
				row = nil
			}
			end = used + 1 + n
		case ordinal > 0 && len(values) == width+1 && t.counts(values[width], ordinal):
			row = values[:width]
			ordinal++
		}
		switch {
		case len(row) == width, title == lang.NextColumn:
			g = append(g, append([]model.Span{cells[used].span}, spansOfTurns(row)...))
		default:
			// A cell is lost or in two: it is not certain what belongs to which step.
			tab.Broken = append(tab.Broken, t.over(cells[used:end]))
		}
		used = end
		if used < len(cells) && title == lang.NextColumn && t.column(cells[used].span) != lang.NumberColumn {
			break
		}
	}
	return g, used
}

// countsFrom returns how many cells count on from the first one.
func (t *Text) countsFrom(cells []turn) int {
	if len(cells) == 0 {
		return 0
	}
	first, n := t.Figure(cells[0].span), 0
	for first > 0 && n < len(cells) && t.counts(cells[n], first+n) {
		n++
	}
	if n == 1 && glued(first) {
		return 0
	}
	return n
}

// glued reports whether a figure is those of several cells that ran into each other: "1234".
func glued(n int) bool {
	s := strconv.Itoa(n)
	for i := 1; i < len(s); i++ {
		if s[i] != s[i-1]+1 {
			return false
		}
	}
	return len(s) > 1
}

// nextNumber reports whether a cell can tell which step is next: "2", "3, 4", "-",
// "2 – если есть нарушения".
func (t *Text) nextNumber(cell model.Span) bool {
	if cell.Empty() {
		return true
	}
	return t.Figure(cell) > 0 && !sentence.Numbered(t.Of(cell)) || len(t.Words(cell)) == 0
}
