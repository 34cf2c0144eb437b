package source

import (
	"slices"
	"strings"

	"reglament/parse/lang"
)

// withRows writes tables that rows of dashes draw as rows of cells, "| № | Действие |": a rule
// of dashes tells where each column is, or borders are drawn around the cells.
//
//	---- -------------- ---------      +----+----------------+
//	№    Действие       Срок           | №  | Действие       |
//	1    Прием          15 минут       +====+================+
//	---- -------------- ---------      | 1  | Прием          |
//	                                   +----+----------------+
//
// So are rows whose cells tabs part, as those copied from a document.
func withRows(text string) string {
	if !strings.Contains(text, "- --") && !strings.Contains(text, "= ==") && !strings.Contains(text, "-+-") && !strings.Contains(text, "\t") {
		return text
	}
	lines := strings.Split(text, "\n")
	out := make([]string, 0, len(lines))
	for i := 0; i < len(lines); {
		t, ok := drawnAt(lines, i)
		if !ok {
			out = append(out, lines[i])
			i++
			continue
		}
		out = append(out[:len(out)-t.head], "")
		for _, row := range t.rows {
			out = append(out, "| "+strings.Join(row, " | ")+" |")
		}
		out = append(out, "")
		i = t.end
	}
	return strings.Join(out, "\n")
}

// drawnAt returns the table that a line draws, or begins.
func drawnAt(lines []string, i int) (t drawnTable, ok bool) {
	for _, read := range []func(*drawnTable) bool{(*drawnTable).inBorders, (*drawnTable).byTabs, (*drawnTable).underRule} {
		if t = (drawnTable{lines: lines, end: i}); read(&t) && t.isFilled() {
			return t, true
		}
	}
	return t, false
}

// drawnTable is a table that a text draws.
type drawnTable struct {
	lines   []string
	columns []extent // of the rule
	rows    [][]string
	head    int // lines above where it was found that are of it too
	end     int // behind the last
}

// extent is from where to where something reaches in a line, in letters.
type extent struct{ from, to int }

// isFilled reports whether every column has words.
func (t *drawnTable) isFilled() bool {
	for i := range t.columns {
		if !slices.ContainsFunc(t.rows, func(row []string) bool { return i < len(row) && row[i] != "" }) {
			return false
		}
	}
	return true
}

// inBorders reads a table with borders around its cells.
func (t *drawnTable) inBorders() bool {
	isBorder := func(l string) bool {
		return strings.HasPrefix(l, "+-") && strings.Count(l, "+") > 2 && strings.Trim(l, "+-=:") == ""
	}
	if !isBorder(strings.TrimSpace(t.lines[t.end])) {
		return false
	}
	for ; t.end < len(t.lines); t.end++ {
		l := strings.TrimSpace(t.lines[t.end])
		if isBorder(l) || strings.HasPrefix(l, "+=") {
			t.rows = append(t.rows, nil)
			continue
		}
		inner, ok := strings.CutPrefix(l, "|")
		if !ok {
			break
		}
		t.goOn(strings.Split(strings.TrimSuffix(inner, "|"), "|"))
	}
	t.rows = slices.DeleteFunc(t.rows, func(row []string) bool { return row == nil })
	return len(t.rows) > 1
}

// byTabs reads a table of steps whose cells tabs part; the titles leave no cell empty, and the
// last cells of a row may be lost. Some dumps have tabs between words, so its titles must tell
// what it is.
func (t *drawnTable) byTabs() bool {
	const least = 3 // columns, and titles
	for ; t.end < len(t.lines); t.end++ {
		cells := strings.Split(strings.TrimRight(t.lines[t.end], "\r"), "\t")
		filled := 0
		for i := range cells {
			if cells[i] = strings.TrimSpace(cells[i]); cells[i] != "" {
				filled++
			}
		}
		if len(t.rows) == 0 && (filled < least || filled < len(cells)) || filled < 2 || len(t.rows) > 0 && len(cells) > len(t.rows[0]) {
			break
		}
		t.rows = append(t.rows, cells)
	}
	if len(t.rows) < 2 {
		return false
	}
	var beside []string
	for _, row := range t.rows {
		beside = append(beside, row[0])
	}
	return max(titles(t.rows[0]), titles(beside)) >= least
}

// titles returns how many different columns of a table of steps cells are the titles of.
func titles(cells []string) int {
	seen := map[lang.Column]bool{}
	for _, cell := range cells {
		if c := lang.ColumnOf(cell); c != lang.OtherColumn {
			seen[c] = true
		}
	}
	return len(seen)
}

// underRule reads a table below a rule, with the titles above it.
func (t *drawnTable) underRule() bool {
	at := t.end
	if t.columns = ruleOf(t.lines[at]); len(t.columns) < 2 {
		return false
	}
	framed := true // another rule ends the table, not a blank line
	for k := at - 1; k >= 0 && !isBlank(t.lines[k]); k-- {
		t.head++
		if framed = len(ruleOf(t.lines[k])) == 1; framed {
			break
		}
		if t.cells(t.lines[k]) == nil {
			return false
		}
	}
	for _, l := range t.lines[at-t.head : at] {
		if cells := t.cells(l); cells != nil {
			t.goOn(cells)
		}
	}
	t.end = at + 1
	if !t.body(framed) {
		return false
	}
	if t.head == 0 && t.end < len(t.lines) && !isBlank(t.lines[t.end]) && t.cells(t.lines[t.end]) != nil {
		titles := t.rows // between two rules
		t.rows = nil
		for _, row := range titles {
			t.goOn(row)
		}
		return t.body(true)
	}
	return true
}

// body reads the rows up to the rule that closes them, or to a blank line.
func (t *drawnTable) body(framed bool) bool {
	from := t.end
	for ; t.end < len(t.lines); t.end++ {
		l := t.lines[t.end]
		rule := ruleOf(l)
		if len(rule) == 1 || slices.Equal(rule, t.columns) || !framed && isBlank(l) {
			break
		}
		if t.cells(l) == nil {
			return false
		}
	}
	if t.end == len(t.lines) && framed {
		return false
	}
	body := t.lines[from:t.end]
	t.end = min(t.end+1, len(t.lines))
	parted := slices.ContainsFunc(body, isBlank) // blank lines part the rows
	fresh, rows := true, len(t.rows)
	for _, l := range body {
		cells := t.cells(l)
		if fresh || !parted && cells[0] != "" {
			t.rows = append(t.rows, nil)
		}
		if fresh = isBlank(l); !fresh {
			t.goOn(cells)
		}
	}
	t.rows = slices.DeleteFunc(t.rows, func(row []string) bool { return row == nil })
	return len(t.rows) > rows
}

// goOn adds a line to the cells of the last row.
func (t *drawnTable) goOn(cells []string) {
	if len(t.rows) == 0 {
		t.rows = append(t.rows, nil)
	}
	row := &t.rows[len(t.rows)-1]
	for i, c := range cells {
		if i == len(*row) {
			*row = append(*row, "")
		}
		c = strings.TrimSuffix(strings.TrimSpace(c), `\`) // a break in Markdown
		(*row)[i] = strings.TrimSpace((*row)[i] + " " + c)
	}
}

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }

// ruleOf returns where the dashes of a rule are, nil where a line is none.
func ruleOf(line string) (columns []extent) {
	const least = 3 // dashes of a line
	if n := strings.Count(line, "-"); strings.Trim(line, "- ") != "" && strings.Trim(line, "= ") != "" || max(n, strings.Count(line, "=")) < least {
		return nil
	}
	for i := 0; i < len(line); i++ {
		switch n := len(columns); {
		case line[i] == ' ':
		case n > 0 && columns[n-1].to == i:
			columns[n-1].to++
		default:
			columns = append(columns, extent{i, i + 1})
		}
	}
	return columns
}

// cells parts a line into the columns of the rule, nil where something stands between these.
func (t *drawnTable) cells(line string) []string {
	letters := []rune(line)
	cells := make([]string, len(t.columns))
	end := 0
	for i, c := range t.columns {
		if strings.TrimSpace(string(letters[min(end, len(letters)):min(c.from, len(letters))])) != "" {
			return nil
		}
		if end = c.to; i == len(t.columns)-1 {
			end = len(letters)
		}
		cells[i] = strings.TrimSpace(string(letters[min(c.from, len(letters)):max(min(c.from, len(letters)), min(end, len(letters)))]))
	}
	return cells
}
