package structure

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/source"
)

// StepTable is a table that tells the steps of a procedure, as annexes of 2012 to 2015 do:
// "Таблица 1. Описание действий СФЕ".
type StepTable struct {
	From, To int // paragraphs of its cells
	Caption  model.Span
	Parts    []tablePart
	Grid     grid         // where the cells have places
	Broken   []model.Span // cells of which it is not certain what belongs together
}

// tablePart is the steps of one course of the procedure.
type tablePart struct {
	Course model.Span // "Альтернативный процесс", empty for the only or the main one
	Steps  []TableStep
}

// TableStep is a step by what each column holds; an empty cell is an empty span.
type TableStep struct {
	Cells [lang.AllColumns]model.Span
	Whole model.Span
	Above bool // the cell above tells who acts
}

// grid is the cells of a table by row and column.
type grid [][]model.Span

// findTables finds the tables of steps of the text.
func (t *Text) findTables() {
	flat := t.hasFlatTable()
	if !flat && t.Places == nil {
		return
	}
	for i := 0; i < len(t.Paragraphs); {
		end := i + 1
		at := t.place(i)
		var tab *StepTable
		switch {
		case at.Row > 0:
			for end < len(t.Paragraphs) && t.place(end).Table == at.Table {
				end++
			}
			g := t.gridOf(i, end)
			if parts := t.partsOf(g, t.caption(i)); len(parts) > 0 {
				tab = &StepTable{From: i, To: end, Parts: parts, Grid: g}
			} else if t.goesOnTable(i, g) {
				t.tables[len(t.tables)-1].To = end
				for k := i; k < end; k++ {
					t.inTable[k] = true
				}
			}
		case flat && t.column(t.Paragraphs[i]) != lang.OtherColumn:
			tab = t.rebuilt(i)
		case at.Table > 0 && (i == 0 || at.Table != t.place(i-1).Table):
			tab = t.reshaped(i)
		case flat && t.captionOfCourse(i):
			tab = &StepTable{From: i, To: end, Broken: t.Paragraphs[i:end]}
		}
		if tab != nil {
			tab.Caption = t.caption(tab.From)
			t.tables = append(t.tables, *tab)
			if t.inTable == nil {
				t.inTable = make([]bool, len(t.Paragraphs))
			}
			for k := tab.From; k < tab.To; k++ {
				t.inTable[k] = true
			}
			end = tab.To
		}
		i = end
	}
}

// goesOnTable reports whether a table that begins at a paragraph is the rest of the one directly
// above it, which has its titles: its steps count on, or it tells more of the same.
func (t *Text) goesOnTable(i int, g grid) bool {
	if len(t.tables) == 0 || len(g) == 0 {
		return false
	}
	last := &t.tables[len(t.tables)-1]
	if last.To != i || last.Grid == nil || last.Grid.width() != g.width() {
		return false
	}
	whole := slices.Concat(last.Grid, g)
	parts := t.partsOf(whole, last.Caption)
	if len(parts) != len(last.Parts) {
		return false
	}
	before, after := last.Parts[len(parts)-1].Steps, parts[len(parts)-1].Steps
	if n := len(before); len(after) > n && t.Figure(after[n].Cells[lang.NumberColumn]) != t.Figure(before[n-1].Cells[lang.NumberColumn])+1 {
		return false
	}
	if slices.EqualFunc(before, after, func(a, b TableStep) bool { return a.Cells == b.Cells }) {
		return false
	}
	last.Parts, last.Grid = parts, whole
	return true
}

// width returns the most cells of a row.
func (g grid) width() (n int) {
	for _, row := range g {
		n = max(n, len(row))
	}
	return n
}

// hasFlatTable is the quick look for tables whose cells stand one below the other: a title of
// results, which is written for nothing else, one of the numbers of steps above the first of
// them, or titles in a row that tell of steps.
func (t *Text) hasFlatTable() bool {
	var seen columns
	for i, p := range t.Paragraphs {
		switch c := t.titles(p); {
		case c == lang.ResultColumn:
			return true
		case c == lang.NumberColumn && i+1 < len(t.Paragraphs) && t.Of(t.Paragraphs[i+1]) == "1":
			return true
		case !seen.add(c):
			seen = columns{}
			seen.add(c)
		case seen.tell():
			return true
		}
	}
	return false
}

// place returns the cell that a paragraph stands in.
func (t *Text) place(i int) source.Place {
	if t.Places == nil {
		return source.Place{}
	}
	return t.Places[i]
}

// Tabled reports whether a paragraph is in a table of steps.
func (t *Text) Tabled(i int) bool { return t.inTable != nil && t.inTable[i] }

// TablesIn returns the tables of steps among the paragraphs.
func (t *Text) TablesIn(from, to int) []StepTable {
	first, _ := slices.BinarySearchFunc(t.tables, from, func(s StepTable, i int) int { return cmp.Compare(s.From, i) })
	last, _ := slices.BinarySearchFunc(t.tables, to, func(s StepTable, i int) int { return cmp.Compare(s.From, i) })
	return t.tables[first:max(first, last)]
}

// maxColumnTitle is the longest title of a column, in bytes.
const maxColumnTitle = 300

// Column tells what a column is that has the paragraphs for its title. Every table that may
// begin above asks for it again.
func (t *Text) column(s model.Span) lang.Column {
	if s.Empty() {
		return lang.OtherColumn
	}
	c, known := t.columns[s]
	if !known {
		if t.columns == nil {
			t.columns = map[model.Span]lang.Column{}
		}
		c = t.titles(s)
		t.columns[s] = c
	}
	return c
}

// heading tells what a column is that has a cell with borders for its title.
func (t *Text) heading(cell model.Span) lang.Column {
	const most = 6 // words
	c := t.column(cell)
	if c != lang.OtherColumn || cell.Empty() {
		return c
	}
	if ws := t.Words(cell); len(ws) <= most && !strings.ContainsAny(t.Of(cell), "0123456789") {
		c = t.columnOf(ws, t.Tab.Headings)
	}
	return c
}

func (t *Text) columnOf(ws []sentence.Word, rules []lang.ColumnRule) lang.Column {
	for i := range rules {
		if t.MatchAny(ws, 0, &rules[i].Titles) > 0 {
			return rules[i].Column
		}
	}
	return lang.OtherColumn
}

// titles reads the title of a column.
func (t *Text) titles(s model.Span) lang.Column {
	if s.Empty() || s[1]-s[0] > maxColumnTitle {
		return lang.OtherColumn
	}
	low, ws := t.Lower(s), t.Words(s)
	column := t.columnOf(ws, t.Tab.Columns)
	switch {
	case column == lang.NextColumn:
	case lang.NumbersColumn(low):
		column = lang.NumberColumn
	case column == lang.OtherColumn || t.HasFinite(ws) || t.Has(ws, &t.Tab.Courses):
		return lang.OtherColumn
	}
	if strings.ContainsAny(low, "0123456789") {
		return lang.OtherColumn // "№ 12", "Срок – 15 минут"
	}
	return column
}

// gridOf lays out the cells of paragraphs that are in one table, nil where it has far more
// rows and columns than steps are told in.
func (t *Text) gridOf(from, to int) grid {
	const most = 1 << 14
	rows, columns := 0, 0
	for _, at := range t.Places[from:to] {
		rows, columns = max(rows, at.Row), max(columns, at.Column)
	}
	if rows > most || columns > most || rows*columns > most {
		return nil
	}
	g := make(grid, 0, rows)
	for i := from; i < to; i++ {
		at := t.Places[i]
		for len(g) < at.Row {
			g = append(g, nil)
		}
		row := &g[at.Row-1]
		for len(*row) < at.Column {
			*row = append(*row, model.Span{})
		}
		cell := &(*row)[at.Column-1]
		if cell.Empty() {
			*cell = t.Paragraphs[i]
		}
		cell[1] = t.Paragraphs[i][1]
	}
	return g
}

// caption returns the paragraph above a table that tells what the table is, an empty span
// for none.
func (t *Text) caption(i int) model.Span {
	if i > 1 && sentence.IsNumber(t.Of(t.Paragraphs[i-1])) {
		i-- // "1" of a row that is numbered too
	}
	if i == 0 || t.isNote[i-1] || t.Tabled(i-1) || t.place(i-1).Table > 0 {
		return model.Span{}
	}
	p := t.Paragraphs[i-1]
	if p[1]-p[0] > maxStampLine || sentence.Numbered(t.Of(p)) || t.annexOf(p) || t.annexNumber(p) || t.wholeQuotation(p) || t.EndsWith(p, ";:,") {
		return model.Span{}
	}
	ws := t.Words(p)
	if i > 1 && t.Has(ws, &t.Tab.Courses) && !t.isCaption(ws) && t.isCaption(t.Words(t.Paragraphs[i-2])) {
		p = t.Paragraphs[i-2] // "Таблица 1. Описание действий СФЕ" / "Действия основного процесса"
	}
	return t.Trim(p, sentence.Terminators)
}

// captionOfCourse reports whether a paragraph is the caption of a table whose columns
// belong to who acts, and nothing tells its cells from each other.
func (t *Text) captionOfCourse(i int) bool {
	ws := t.Words(t.Paragraphs[i])
	return len(ws) > 1 && len(ws) < 12 && t.Has(ws, &t.Tab.Courses) && t.isCaption(ws) && i+1 < len(t.Paragraphs) && t.place(i+1).Table == 0
}

// isCaption: "Таблица 2. …", "2-кесте. …".
func (t *Text) isCaption(ws []sentence.Word) bool {
	return slices.ContainsFunc(ws[:min(2, len(ws))], func(w sentence.Word) bool {
		s := t.Str(w)
		if _, tail, joined := strings.Cut(s, "-"); joined {
			s = tail
		}
		return t.Tab.Captions.Stem(s)
	})
}

// partsOf reads a table in whichever way it lies: a row or a column is a step.
func (t *Text) partsOf(g grid, caption model.Span) []tablePart {
	const heads = 5 // rows above the titles of the columns, and theirs
	for i, row := range g[:min(heads, len(g))] {
		titles := make([]lang.Column, len(row))
		var seen columns
		for c, cell := range row {
			titles[c] = t.heading(cell)
			seen.add(titles[c])
		}
		if seen.tell() {
			return t.byRows(g, i, titles)
		}
	}
	var seen columns
	for _, row := range g {
		_, title := t.rowTitle(row)
		seen.add(title)
	}
	if seen.tell() {
		return t.byColumns(g)
	}
	return t.byUnits(g, caption)
}

// ColumnTitles returns the paragraphs that are titles of columns as a table of steps has, each
// column once.
func (t *Text) ColumnTitles(from, to int) (titles []model.Span) {
	var seen columns
	for _, p := range t.Paragraphs[from:to] {
		if seen.add(t.column(p)) {
			titles = append(titles, p)
		}
	}
	return titles
}

// columns are those whose titles were seen.
type columns [lang.AllColumns]bool

// add adds a column, and reports whether it is a new one.
func (s *columns) add(c lang.Column) bool {
	fresh := c != lang.OtherColumn && !s[c]
	if fresh {
		s[c] = true
	}
	return fresh
}

// before reports whether the title of a column begins another row below those seen, a row
// of another table among them: "Ответственный исполнитель" is a title only once.
func (s *columns) before(c lang.Column) bool {
	return c == lang.NumberColumn || c != lang.OtherColumn && !s[c]
}

// tell reports whether the columns are those of a table of steps: what is done, and two
// things more that a step has.
func (s *columns) tell() bool {
	n := 0
	for _, has := range s {
		if has {
			n++
		}
	}
	return s[lang.ActionColumn] && n >= 3
}

// byRows reads a table whose every row is a step, below the row of the titles.
func (t *Text) byRows(g grid, head int, titles []lang.Column) []tablePart {
	parts := []tablePart{{}}
	for _, row := range g[head+1:] {
		var s TableStep
		cells, counts, again := 0, 0, 0
		for c, cell := range row {
			if cell.Empty() {
				continue
			}
			cells++
			if t.Of(cell) == strconv.Itoa(c+1) {
				counts++
			}
			if c >= len(titles) || titles[c] == lang.OtherColumn {
				continue
			}
			if t.heading(cell) == titles[c] {
				again++
			}
			s.set(titles[c], cell)
		}
		switch {
		case cells == 0, counts == cells && cells > 1, again > 1: // "1 | 2 | 3", and the titles on the next page
			continue
		case cells == 1 && s.Cells[lang.ActionColumn].Empty():
			parts = t.begin(parts, onlyCell(row))
			continue
		}
		steps := &parts[len(parts)-1].Steps
		if unit := &s.Cells[lang.UnitColumn]; unit.Empty() && slices.Contains(titles, lang.UnitColumn) && len(*steps) > 0 {
			*unit, s.Above = (*steps)[len(*steps)-1].Cells[lang.UnitColumn], true
		}
		*steps = append(*steps, s)
	}
	return filled(parts)
}

// set puts a cell where its column says; of two columns for the same thing, as what is done
// and its description, both.
func (s *TableStep) set(c lang.Column, cell model.Span) {
	if s.Cells[c].Empty() {
		s.Cells[c] = cell
	}
	s.Cells[c][1] = cell[1]
	if s.Whole.Empty() {
		s.Whole = cell
	}
	s.Whole[1] = cell[1]
}

// onlyCell returns the cell of a row that has one.
func onlyCell(row []model.Span) (only model.Span) {
	for _, cell := range row {
		if !cell.Empty() {
			if !only.Empty() {
				return model.Span{}
			}
			only = cell
		}
	}
	return only
}

// begin begins another part at a heading inside a table: "Действия альтернативного
// процесса". The heading of the main course is none: "Действия основного процесса".
func (t *Text) begin(parts []tablePart, heading model.Span) []tablePart {
	part := tablePart{Course: t.Trim(heading, sentence.Terminators)}
	if ws := t.Words(heading); t.Has(ws, &t.Tab.Courses) && !t.Has(ws, &t.Tab.Alternatives) {
		part.Course = model.Span{}
	}
	return append(parts, part)
}

// filled returns the parts that have steps.
func filled(parts []tablePart) []tablePart {
	return slices.DeleteFunc(parts, func(p tablePart) bool { return len(p.Steps) == 0 })
}

// rowTitle returns the title of a row and its column, which may be the second: rows are
// numbered too.
func (t *Text) rowTitle(row []model.Span) (at int, title lang.Column) {
	for at = range min(2, len(row)) {
		if title = t.column(row[at]); title != lang.OtherColumn {
			return at, title
		}
	}
	return 0, lang.OtherColumn
}

// byColumns reads a table whose every column is a step, beside the column of the titles. A
// table that is wider than a page goes on below with the same titles.
func (t *Text) byColumns(g grid) []tablePart {
	parts := []tablePart{{}}
	var seen columns
	first := 0 // step of the part that the rows since the first title tell of
	for _, row := range g {
		at, title := t.rowTitle(row)
		if title == lang.OtherColumn {
			if heading := onlyCell(row); !heading.Empty() && t.column(heading) == lang.OtherColumn && t.Has(t.Words(heading), &t.Tab.Courses) {
				parts = t.begin(parts, heading)
				seen, first = columns{}, 0
			}
			continue
		}
		steps := &parts[len(parts)-1].Steps
		if !seen.add(title) {
			seen, first = columns{}, len(*steps)
			seen.add(title)
		}
		for c, cell := range row[at+1:] {
			if cell.Empty() {
				continue
			}
			for len(*steps) <= first+c {
				*steps = append(*steps, TableStep{})
			}
			s := &(*steps)[first+c]
			s.Cells[title] = cell
			if s.Whole.Empty() || title == lang.ActionColumn {
				s.Whole = cell
			}
		}
	}
	for i := range parts {
		parts[i].Steps = slices.DeleteFunc(parts[i].Steps, func(s TableStep) bool {
			return s.Cells[lang.ActionColumn].Empty() && s.Cells[lang.UnitColumn].Empty()
		})
	}
	return filled(parts)
}

// byUnits reads a table of courses, whose columns belong to who acts and whose cells are
// numbered steps: "Варианты использования. Альтернативный процесс", "Группа 1 СФЕ
// Инспектор" / "№ 1 Прием документов".
func (t *Text) byUnits(g grid, caption model.Span) []tablePart {
	var parts []tablePart
	if at := t.Find(t.Words(caption), &t.Tab.Courses); at >= 0 {
		parts = append(parts, tablePart{Course: model.Span{t.Words(caption)[at].Start, caption[1]}})
	}
	var units []model.Span
	for _, row := range g {
		if only := onlyCell(row); !only.Empty() {
			if ws := t.Words(only); t.Has(ws, &t.Tab.Courses) {
				parts = append(parts, tablePart{Course: t.Trim(only, sentence.Terminators)})
				continue
			}
		}
		if len(parts) == 0 {
			return nil
		}
		part := &parts[len(parts)-1]
		steps := len(part.Steps)
		for c, cell := range row {
			n, what := t.numberedCell(cell)
			if n.Empty() {
				continue
			}
			var s TableStep
			s.Cells[lang.NumberColumn], s.Cells[lang.ActionColumn], s.Whole = n, what, cell
			if c < len(units) {
				s.Cells[lang.UnitColumn] = units[c]
			}
			part.Steps = append(part.Steps, s)
		}
		if len(part.Steps) == steps && len(row) > 0 {
			units = units[:0]
			for _, cell := range row {
				units = append(units, t.unitOf(cell))
			}
		}
	}
	for i := range parts {
		slices.SortStableFunc(parts[i].Steps, func(a, b TableStep) int {
			return cmp.Compare(t.Figure(a.Cells[lang.NumberColumn]), t.Figure(b.Cells[lang.NumberColumn]))
		})
	}
	return filled(parts)
}

// numberedCell reads the number of a step and what is done from a cell: "№ 1. Прием
// документов", "Действие № 2 …", "№ 1 іс-әрекет. …".
func (t *Text) numberedCell(cell model.Span) (n, what model.Span) {
	if cell.Empty() {
		return n, what
	}
	ws := t.Words(cell)
	i := 0
	if i < len(ws) && t.Tab.StepLabels.Stem(t.Str(ws[i])) {
		i++
	}
	sign := i < len(ws) && strings.Contains(t.Low[cell[0]:ws[i].Start], "№")
	if i == len(ws) || !sign && i == 0 {
		return n, what
	}
	number, tail, joined := strings.Cut(t.Str(ws[i]), "-")
	if !sentence.IsNumber(number) || joined && nounBefore(tail, &t.Tab.StepLabels) == "" {
		return n, what
	}
	n = model.Span{ws[i].Start, ws[i].Start + len(number)}
	if i++; i < len(ws) && t.Tab.StepLabels.Stem(t.Str(ws[i])) {
		i++
	}
	return n, t.Trim(model.Span{ws[i-1].End, cell[1]}, sentence.Terminators+sentence.Dashes+"\n")
}

// unitOf returns who acts by the head of a column: "Группа 1 СФЕ Инспектор Центра".
func (t *Text) unitOf(cell model.Span) model.Span {
	if cell.Empty() {
		return cell
	}
	for _, w := range t.Words(cell) {
		if s := t.Str(w); !sentence.IsNumber(s) && !t.grouping(s) {
			return t.Trim(model.Span{w.Start, cell[1]}, sentence.Terminators+sentence.Dashes+"()")
		}
	}
	return model.Span{}
}

// grouping reports whether a word only counts the columns of units: "группа", "1-топ".
func (t *Text) grouping(s string) bool {
	if n, tail, joined := strings.Cut(s, "-"); joined && sentence.IsNumber(n) {
		s = tail
	}
	return t.Tab.Groups.Stem(s)
}

// Figure returns the figure that a cell begins with, 0 for none.
func (t *Text) Figure(cell model.Span) int {
	if cell.Empty() {
		return 0
	}
	s := t.Of(cell)
	n, _ := strconv.Atoi(s[:len(s)-len(strings.TrimLeft(s, "0123456789"))])
	return n
}
