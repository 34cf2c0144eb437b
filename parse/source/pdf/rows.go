package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/parse/lang"
)

// told finds the rows, in whichever way they are told from each other, and returns how many
// titles a table of steps has, 0 for none.
func (s *scattered) told(d *drawing) int {
	s.cells = make([][]part, len(s.lines))
	for c := range s.left {
		end := math.Inf(-1)
		for i, l := range s.lines {
			s.cells[i] = append(s.cells[i], s.cellOf(l, c))
			end = max(end, s.cells[i][c].to)
		}
		for i := range s.lines {
			p := &s.cells[i][c]
			letter := (p.to - p.from) / float64(max(1, utf8.RuneCountInString(p.text)))
			p.full = !strings.ContainsFunc(p.text, notLetter) && end-p.to < letter
		}
	}
	s.pitch = s.distance()
	apart := func(i int) bool { return s.lines[i-1].y-s.lines[i].y > rowGap*s.pitch }
	wideApart := func(i int) bool { return s.lines[i-1].y-s.lines[i].y > wideRowGap*s.pitch }
	opens := s.opening()
	most, best := 0, *s
	for _, way := range []struct {
		begins func(i int) bool
		level  bool // it can only be where all cells of a row begin in one line
	}{
		{func(i int) bool { return s.ruledAbove(d, i) }, false},
		{apart, false},
		{wideApart, false},
		{func(i int) bool { return apart(i) || opens[i] }, true},
		{func(i int) bool { return opens[i] }, true},
	} {
		s.starts = make([]bool, len(s.lines))
		for i := range s.lines {
			s.starts[i] = i == 0 || way.begins(i)
		}
		s.layOut()
		if way.level && !s.level() {
			continue
		}
		if n := s.titled(); n > most {
			most, best = n, *s
		}
	}
	*s = best
	return most
}

// distance returns that of lines in a cell.
func (s *scattered) distance() float64 {
	const least = 0.8 // em
	distance := math.Inf(1)
	if s.before != nil {
		distance = s.before.pitch
	}
	for c := range s.left {
		last := -1
		for i := range s.lines {
			if s.cells[i][c].text == "" {
				continue
			}
			if last >= 0 {
				if d := s.lines[last].y - s.lines[i].y; d > least*s.lines[i].size {
					distance = min(distance, d)
				}
			}
			last = i
		}
	}
	return distance
}

// ruledAbove reports whether a rule is drawn between a line and the one before it.
func (s *scattered) ruledAbove(d *drawing, i int) bool {
	middle := (s.sides[0] + s.sides[len(s.sides)-1]) / 2
	return slices.ContainsFunc(d.across, func(r rule) bool {
		return r.at > s.lines[i].y && r.at < s.lines[i-1].y && r.covers(middle)
	})
}

// opening returns the lines that begin a row by what their first column says: a title, or the
// number of a step.
func (s *scattered) opening() []bool {
	opens := make([]bool, len(s.lines))
	for i := 0; i < len(s.lines); i++ {
		text := s.cells[i][0].text
		if _, err := strconv.Atoi(strings.TrimRight(text, ".)")); err == nil {
			opens[i] = true
			continue
		}
		if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) && first != '№' {
			continue
		}
		for k := i; k < len(s.lines) && k < i+mostTitle; k++ {
			if k > i {
				text = s.goOn(text, k, 0)
			}
			if lang.ColumnOf(text) != lang.OtherColumn {
				opens[i] = true
				i = k
				break
			}
		}
	}
	return opens
}

// level reports whether all cells of each row begin in its first line.
func (s *scattered) level() bool {
	begun := make([]bool, len(s.left))
	for i, cells := range s.cells {
		for c, p := range cells {
			if s.starts[i] {
				begun[c] = p.text != ""
			} else if p.text != "" && !begun[c] {
				return false
			}
		}
	}
	return true
}

// layOut puts the lines of rows into their cells.
func (s *scattered) layOut() {
	s.grid = nil
	for i, cells := range s.cells {
		if s.starts[i] {
			s.grid = append(s.grid, make([]string, len(cells)))
		}
		row := s.grid[len(s.grid)-1]
		for c := range cells {
			row[c] = s.goOn(row[c], i, c)
		}
	}
}

// goOn joins what a line has in a column to the words of the cell above.
func (s *scattered) goOn(text string, i, column int) string {
	const shortest = 3 // letters of the rest of a word
	line := s.cells[i][column].text
	rest, _, _ := strings.Cut(line, " ")
	first, _ := utf8.DecodeRuneInString(line)
	switch {
	case text == "" || line == "" || strings.HasSuffix(text, "-"):
		return text + line
	case s.cells[i-1][column].full && unicode.IsLower(first) && utf8.RuneCountInString(rest) <= shortest:
		return text + line // "Наименовани" / "е СФЕ"
	}
	return text + " " + line
}

// titled returns how many titles the table has, if it is without doubt one of steps: the
// titles stand in a row, and the rows below are numbered, or in a column, and the columns
// beside it are.
func (s *scattered) titled() int {
	s.titles, s.step = nil, 0
	if s.before == nil || s.before.titles != nil {
		if n := s.rowsBelow(); n > 0 || s.before != nil {
			return n
		}
	}
	s.titles = nil
	return s.columnsBeside()
}

// titlesOf returns what titles say, and how many different columns of steps they name.
func titlesOf(cells []string) (titles []lang.Column, n int) {
	var seen [lang.AllColumns]bool
	for _, cell := range cells {
		c := lang.ColumnOf(cell)
		if holdsAnother(cell, c) {
			return nil, 0
		}
		titles = append(titles, c)
		if c != lang.OtherColumn && !seen[c] {
			seen[c] = true
			n++
		}
	}
	if !seen[lang.ActionColumn] || n < leastFields {
		n = 0
	}
	return titles, n
}

// holdsAnother reports whether a title has that of another column behind it, which nothing
// parted from it.
func holdsAnother(title string, c lang.Column) bool {
	for i, r := range title {
		if i == 0 || title[i-1] != ' ' || !unicode.IsUpper(r) {
			continue
		}
		if another := lang.ColumnOf(title[i:]); another != lang.OtherColumn && another != c {
			return true
		}
	}
	return false
}

// rowsBelow returns the number of titles of a table whose first row has them, and whose rows
// below count steps. On a further page the rows count on, below the rest of one that is cut.
func (s *scattered) rowsBelow() int {
	rows := s.grid
	n := len(rows)
	if s.before == nil {
		s.head, rows = rows[0], rows[1:]
		s.titles, n = titlesOf(s.head)
		if n == 0 || slices.Contains(s.head, "") {
			s.titles = nil
		}
	} else {
		s.head, s.titles, s.step = s.before.head, s.before.titles, s.before.step
		if slices.Equal(rows[0], s.head) {
			rows = rows[1:] // each page repeats them
		}
	}
	if s.titles == nil || len(rows) == 0 {
		return 0
	}
	number, action := slices.Index(s.titles, lang.NumberColumn), slices.Index(s.titles, lang.ActionColumn)
	for i, row := range rows {
		first, _ := utf8.DecodeRuneInString(row[action])
		switch {
		case counts(row, 1):
		case s.before != nil && i == 0 && (number >= 0 && row[number] == "" || number < 0 && unicode.IsLower(first)):
			// the rest of the last row
		case first == utf8.RuneError && !(s.mayGoOn() && i == len(rows)-1):
			return 0
		case number >= 0:
			if s.step++; !counts(row[number:number+1], s.step) {
				return 0
			}
		case !unicode.IsUpper(first):
			return 0
		}
	}
	return n
}

// counts reports whether cells count from n on.
func counts(cells []string, n int) bool {
	for i, cell := range cells {
		if strings.TrimRight(cell, ".) ") != strconv.Itoa(n+i) {
			return false
		}
	}
	return true
}

// columnsBeside returns the number of titles of a table that has them in its first column, and
// whose columns beside it count steps.
func (s *scattered) columnsBeside() int {
	var titles []string
	at := 0 // column of the titles
	if counts(s.column(0), 1) {
		at = 1 // rows are numbered too
	}
	numbered := s.before != nil
	for i, row := range s.grid {
		title := row[at]
		first, _ := utf8.DecodeRuneInString(title)
		if first != '№' && !unicode.IsUpper(first) {
			if s.before != nil && i == 0 {
				continue // the rest of the last row
			}
			return 0
		}
		if lang.ColumnOf(title) == lang.NumberColumn {
			n, _ := strconv.Atoi(row[at+1])
			if numbered = n > 0 && counts(row[at+1:], n); !numbered {
				return 0
			}
		}
		titles = append(titles, title)
	}
	if !numbered {
		return 0
	}
	told, n := titlesOf(titles)
	if s.before == nil {
		return n
	}
	known := slices.DeleteFunc(told, func(c lang.Column) bool { return c == lang.OtherColumn })
	return 1 + len(known) // the rest of a row has none
}

// column returns the cells of a column.
func (s *scattered) column(c int) (cells []string) {
	for _, row := range s.grid {
		cells = append(cells, row[c])
	}
	return cells
}
