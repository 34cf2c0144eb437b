package html

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"reglament/parse/source/raw"
)

// walker turns a tree of elements into paragraphs.
type walker struct {
	out []raw.Paragraph

	ctx  context.Context
	text strings.Builder // of the paragraph that is being read
	note bool            // it is a run of span.note, a, span.note … up to <br>

	around raw.Kind  // what the enclosing block says
	lines  lineBreak // what <br> means in it
	layout bool      // the enclosing table only arranges the page
	stamp  bool      // the next table belongs to an empty <p align="right">

	tables int                      // read so far
	cells  map[*html.Node]raw.Place // of the enclosing table
	place  raw.Place                // of the enclosing cell

	list   list   // the enclosing <ol>
	label  string // that a browser draws before the next words
	listed bool   // the last paragraph had one
}

// list is a list whose items a browser numbers.
type list struct {
	next int    // number
	mark string // after it
}

// lineBreak is what <br> means inside a block.
type lineBreak int

const (
	breakParagraph lineBreak = iota // old texts: a line is a paragraph
	breakHeading                    // a wrapped title, or two levels in one heading
	breakSpace                      // a wrapped line of a cell
)

// skipped elements show nothing, or nothing of the act.
var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Object: true, atom.Svg: true, atom.Math: true, atom.Img: true, atom.Button: true, atom.Select: true,
	atom.Input: true, atom.Textarea: true, atom.Head: true, atom.Audio: true, atom.Video: true, atom.Canvas: true,
}

// blocks begin and end a paragraph.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true,
	atom.Center: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Address: true,
	atom.Hr: true, atom.Table: true, atom.Caption: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Pre: true,
	atom.Figure: true, atom.Figcaption: true, atom.Details: true, atom.Summary: true,
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil && w.ctx.Err() == nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *walker) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		if n.Parent != nil && n.Parent.DataAtom == atom.Sup {
			w.text.WriteString(raw.Raised(w.text.String(), n.Data))
			return
		}
		w.text.WriteString(n.Data)
		return
	case html.ElementNode:
	default:
		return
	}
	switch {
	case skipped[n.DataAtom], isHidden(n):
	case n.DataAtom == atom.Br:
		w.lineBreak(n)
	case n.DataAtom == atom.Table:
		w.table(n)
	case n.DataAtom == atom.Pre:
		w.preformatted(n)
	case blocks[n.DataAtom]:
		w.block(n)
	case isNote(n):
		// A note stands between paragraphs or fills one. After other words of the same
		// paragraph ("1) исключен постановлением…") it belongs to them.
		if !w.note && blank(w.text.String()) {
			w.text.Reset()
			w.note = true
		}
		w.children(n)
	default:
		w.children(n)
	}
}

// isHidden reports whether readers of the page do not see an element.
func isHidden(n *html.Node) bool {
	style := attribute(n, "style")
	return style != "" && strings.Contains(strings.ReplaceAll(strings.ToLower(style), " ", ""), "display:none")
}

// block reads an element that is a paragraph of its own, or holds several.
func (w *walker) block(n *html.Node) {
	w.flush()
	around, lines := w.around, w.lines
	switch n.DataAtom {
	case atom.Ol:
		defer func(outer list) { w.list = outer }(w.list)
		w.list = list{number(n, "start", 1), ". "}
		if w.listed && strings.HasSuffix(w.out[len(w.out)-1].Text, ":") {
			w.list.mark = ") " // "1. Утвердить:" and its subpoints, whose mark the page does not tell
		}
	case atom.Li:
		if n.Parent != nil && n.Parent.DataAtom == atom.Ol {
			at := number(n, "value", w.list.next)
			w.label = numeral(at, attribute(n.Parent, "type"))
			w.list.next = at + 1
		}
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.around, w.lines = raw.Heading, breakHeading
	case atom.Td, atom.Th:
		if w.layout {
			break
		}
		if w.around == raw.Body {
			w.around = raw.Cell
		}
		w.lines = breakSpace
		defer func(outer raw.Place) { w.place = outer }(w.place)
		if w.cells != nil { // else of a column of lines inside a cell
			w.place = w.cells[n]
		}
	case atom.P:
		if w.around == raw.Body && (strings.EqualFold(attribute(n, "align"), "center") || within(n, atom.B, atom.Strong)) {
			w.around, w.lines = raw.Heading, breakHeading
		}
	}
	switch {
	case isNote(n):
		w.around = raw.Note
	case strings.EqualFold(attribute(n, "align"), "right"):
		w.around, w.lines = raw.Stamp, breakSpace
		w.stamp = true // until words or a table come
	}
	w.children(n)
	w.flush()
	w.around, w.lines = around, lines
}

// table reads a table as what it is used for: an approval stamp beside an empty cell, a
// signature, or data.
func (w *walker) table(n *html.Node) {
	w.flush()
	around, lines, layout, cells := w.around, w.lines, w.layout, w.cells
	rows := tableRows(n)
	w.layout = isLayout(rows)
	w.cells = nil
	switch {
	case w.layout:
	case w.stamp || w.around == raw.Stamp || isStamp(rows) || strings.EqualFold(attribute(n, "align"), "right"):
		w.around = raw.Stamp
	case w.around != raw.Body:
	case isSignature(rows):
		w.signature(rows)
		w.cells = cells
		return
	default:
		w.tables++
		w.cells = places(w.tables, rows)
	}
	w.stamp = false
	w.children(n)
	w.flush()
	w.around, w.lines, w.layout, w.cells = around, lines, layout, cells
}

// places tells where each cell of a table stands, past the cells that reach down from the
// rows above it.
func places(table int, rows [][]*html.Node) map[*html.Node]raw.Place {
	const widest = 100 // columns that a cell may cover
	out := map[*html.Node]raw.Place{}
	var taken []int // by column, the last row that a cell from above reaches
	for r, cells := range rows {
		column := 0
		for _, cell := range cells {
			for column < len(taken) && taken[column] >= r {
				column++
			}
			out[cell] = raw.Place{Table: table, Row: r + 1, Column: column + 1}
			last := r + max(1, number(cell, "rowspan", 1)) - 1
			for range min(widest, max(1, number(cell, "colspan", 1))) {
				if column == len(taken) {
					taken = append(taken, 0)
				}
				taken[column] = last
				column++
			}
		}
	}
	return out
}

// signature gives each cell a paragraph: the position, then the name.
func (w *walker) signature(rows [][]*html.Node) {
	lines := w.lines
	w.lines = breakSpace
	for _, cells := range rows {
		for _, cell := range cells {
			w.children(cell)
			w.flush()
		}
	}
	w.lines = lines
}

// lineBreak ends a line as its block means it.
func (w *walker) lineBreak(br *html.Node) {
	switch {
	case w.note && w.lines != breakSpace:
		w.flush()
	case w.lines == breakParagraph:
		w.flush()
	case w.lines == breakHeading && !wrapped(br):
		w.flush()
	default:
		w.text.WriteByte(' ')
	}
}

// wrapped reports whether the words after a <br> go on with the title before it: they
// begin with a small letter. A new level ("Глава 1", "§ 2", "1.") does not.
func wrapped(br *html.Node) bool {
	near := 16 // siblings; a run of thousands of <br> is not looked through for each
	for n := br.NextSibling; n != nil && near > 0; n, near = n.NextSibling, near-1 {
		text := collapse(textOf(n))
		if text == "" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(text)
		return unicode.IsLower(r)
	}
	return true
}

// number reads an attribute that numbers items of a list.
func number(n *html.Node, key string, otherwise int) int {
	if i, err := strconv.Atoi(strings.TrimSpace(attribute(n, key))); err == nil {
		return i
	}
	return otherwise
}

// numeral is the number of an item as a browser draws it; Roman ones are rare.
func numeral(n int, kind string) string {
	if letters := map[string]string{"a": "abcdefghijklmnopqrstuvwxyz", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}[kind]; n > 0 && n <= len(letters) {
		return letters[n-1 : n]
	}
	return strconv.Itoa(n)
}

// flush ends the paragraph that is being read; one without words is none.
func (w *walker) flush() {
	text := collapse(w.text.String())
	w.text.Reset()
	kind := w.around
	if w.note {
		kind = raw.Note
	}
	w.note = false
	if text == "" {
		return
	}
	w.stamp = false
	w.listed = w.label != "" && kind != raw.Heading
	if w.listed {
		mark := w.list.mark
		if first, _ := utf8.DecodeRuneInString(text); unicode.IsLower(first) {
			mark = ") " // points begin with a capital, their subpoints do not
		}
		text = w.label + mark + text
	}
	w.label = ""
	w.out = append(w.out, raw.Paragraph{Text: text, Kind: kind, Whole: true, Place: w.place})
}

// preformatted reads the hard-wrapped texts of before 2003: a paragraph begins with an
// indented line or after a blank one, and where no line is indented each is by itself,
// since nothing says that it goes on.
func (w *walker) preformatted(n *html.Node) {
	w.flush()
	lines := strings.Split(strings.ReplaceAll(textOf(n), "\r\n", "\n"), "\n")
	indented := false
	for _, l := range lines {
		indented = indented || indent(l) > 0 && !blank(l)
	}
	for _, l := range lines {
		text := collapse(l)
		if text == "" || !indented || indent(l) > 0 {
			w.flushPreformatted()
		}
		if text != "" {
			w.text.WriteString(text)
			w.text.WriteByte(' ')
		}
	}
	w.flushPreformatted()
}

// flushPreformatted ends a paragraph whose end the format only suggests.
func (w *walker) flushPreformatted() {
	n := len(w.out)
	w.flush()
	if len(w.out) > n {
		w.out[n].Whole = false
	}
}

func indent(line string) int {
	return utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeftFunc(line, unicode.IsSpace))
}

// isNote reports the marks of editorial notes: class="note", and the red type of the
// portal's service notes.
func isNote(n *html.Node) bool {
	for _, class := range strings.Fields(attribute(n, "class")) {
		if class == "note" {
			return true
		}
	}
	color := strings.TrimPrefix(strings.ToLower(attribute(n, "color")), "#")
	return n.DataAtom == atom.Font && (color == "ff0000" || color == "red")
}

// tableRows returns the cells of each row, without those of tables inside.
func tableRows(table *html.Node) [][]*html.Node {
	var rows [][]*html.Node
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Table:
			case atom.Tr:
				var cells []*html.Node
				for d := c.FirstChild; d != nil; d = d.NextSibling {
					if d.DataAtom == atom.Td || d.DataAtom == atom.Th {
						cells = append(cells, d)
					}
				}
				rows = append(rows, cells)
			default:
				visit(c)
			}
		}
	}
	visit(table)
	return rows
}

// isLayout tells a table that arranges a page, as sites once did, from data: its cells
// hold headings or tables of more than one column.
func isLayout(rows [][]*html.Node) bool {
	titles := []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4}
	for _, cells := range rows {
		for _, cell := range cells {
			for n := range cell.Descendants() {
				if hasColumns(n) || slices.Contains(titles, n.DataAtom) {
					return true
				}
			}
		}
	}
	return false
}

// hasColumns reports whether a node is a table with columns: some converters put the lines of
// a cell into one that has none.
func hasColumns(n *html.Node) bool {
	return n.DataAtom == atom.Table && slices.ContainsFunc(tableRows(n), func(cells []*html.Node) bool { return len(cells) > 1 })
}

// isStamp tells a stamp by its shape: each row is an empty cell and one with words that
// are not paragraphs of data.
func isStamp(rows [][]*html.Node) bool {
	for _, cells := range rows {
		if len(cells) != 2 || !blank(textOf(cells[0])) || blank(textOf(cells[1])) || has(cells[1], atom.P) {
			return false
		}
	}
	return len(rows) == 1
}

// isSignature tells the table of the signatories: pairs of cells wholly in italics.
func isSignature(rows [][]*html.Node) bool {
	signed := false
	for _, cells := range rows {
		if len(cells) > 2 {
			return false
		}
		for _, cell := range cells {
			if blank(textOf(cell)) {
				continue
			}
			if !within(cell, atom.I, atom.Em) {
				return false
			}
			signed = true
		}
	}
	return signed
}

// within reports whether all words of an element, and there are some, are in elements
// of the given kinds.
func within(n *html.Node, kinds ...atom.Atom) bool {
	words := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case blank(textOf(c)):
		case slices.Contains(kinds, c.DataAtom) || c.Type == html.ElementNode && within(c, kinds...):
			words = true
		default:
			return false
		}
	}
	return words
}

// has reports whether an element of one of the kinds is inside n.
func has(n *html.Node, kinds ...atom.Atom) bool {
	for d := range n.Descendants() {
		if slices.Contains(kinds, d.DataAtom) {
			return true
		}
	}
	return false
}

// textOf returns the text of a node as written.
func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !skipped[d.Parent.DataAtom] {
			b.WriteString(d.Data)
		}
		if d.DataAtom == atom.Br {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// blank reports whether s has no words.
func blank(s string) bool { return strings.TrimSpace(s) == "" }

// collapse makes runs of white space, no-break spaces among them, one space.
func collapse(s string) string {
	s = strings.TrimSpace(s)
	if isCollapsed(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isCollapsed is the quick look, by bytes: blanks stand alone, and no character has a
// first byte that other white space has.
func isCollapsed(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && s[i+1] == ' ', c < ' ', c == 0xc2, c == 0xe1, c == 0xe3, c == 0xe2 && mayBeSpace(s[i:]):
			return false
		}
	}
	return true
}

// mayBeSpace tells U+2000 to U+206F without the dashes, quotation marks and dots of every
// text, and without other characters that begin with the same byte, as №.
func mayBeSpace(s string) bool {
	return len(s) < 3 || s[1] == 0x81 || s[1] == 0x80 && (s[2] < 0x90 || s[2] >= 0xa8)
}
