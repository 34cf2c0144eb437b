package docx

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/source/raw"
)

// reader turns the elements of a document into paragraphs.
type reader struct {
	limits    Limits
	styles    styles
	numbering *numbering
	out       []paragraph
	findings  []model.Finding
	included  func(id string) (raw.Content, error) // a file inside the document

	count   int    // of paragraphs and cells, against Limits.Blocks
	inTable bool   // what is read is in a cell
	tables  int    // read so far
	covers  int    // columns that the cell covers
	carried *words // of a paragraph whose mark is deleted: it goes on in the next
}

// paragraph is a paragraph with what a table needs to know of it.
type paragraph struct {
	raw.Paragraph
	italic bool // all of its words
}

// words is the text of a paragraph while it is read, and whether all of it is bold,
// italic, red.
type words struct {
	text              []byte // with a line feed for each line break
	any               bool
	bold, italic, red bool
	raised            int         // where figures that stand raised begin at the end of the text, 0 where none do
	boxes             []paragraph // text boxes anchored in the paragraph
}

func (w *words) lineBreak() { w.text = append(w.text, '\n') }

func (w *words) lines() []string { return strings.Split(string(w.text), "\n") }

func (w *words) add(s string, l look) {
	is := func(b *bool) bool { return b != nil && *b }
	if !is(l.raised) {
		w.raised = 0
	} else {
		if w.raised == 0 {
			w.raised = len(w.text)
		}
		s = raw.Raised(string(w.text[max(0, w.raised-utf8.UTFMax):w.raised]), s)
	}
	w.text = append(w.text, strings.ReplaceAll(s, "\n", " ")...)
	if strings.TrimSpace(s) == "" {
		return
	}
	red := l.color == "FF0000"
	if !w.any {
		w.any, w.bold, w.italic, w.red = true, is(l.bold), is(l.italic), red
		return
	}
	w.bold, w.italic, w.red = w.bold && is(l.bold), w.italic && is(l.italic), w.red && red
}

// blocks reads what holds paragraphs and tables: the body, a cell, a text box.
func (r *reader) blocks(e *element) error {
	if err := e.children(r.block, nil); err != nil {
		return err
	}
	if w := r.carried; w != nil {
		r.carried = nil
		return r.finish(w, look{}, "")
	}
	return nil
}

func (r *reader) block(e *element) error {
	switch e.name {
	case "p":
		return r.paragraph(e)
	case "tbl":
		return r.table(e)
	case "altChunk":
		return r.include(e.attr("id"))
	case "tcPr":
		return e.children(func(p *element) error {
			const widest = 100 // columns that a cell may cover
			if n, err := strconv.Atoi(p.attr("val")); p.name == "gridSpan" && err == nil && n > 0 {
				r.covers = min(n, widest)
			}
			return nil
		}, nil)
	case "body":
		return r.blocks(e)
	case "sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice":
		return e.children(r.block, nil)
	}
	return nil
}

// include puts the paragraphs of a file inside the document in their place.
func (r *reader) include(id string) error {
	c, err := r.included(id)
	if err != nil {
		return err
	}
	tables := r.tables
	for _, p := range c.Paragraphs {
		if err := r.counted(); err != nil {
			return err
		}
		if p.Place.Table > 0 {
			p.Place.Table += tables
			r.tables = max(r.tables, p.Place.Table)
		}
		r.out = append(r.out, paragraph{Paragraph: p})
	}
	r.findings = append(r.findings, c.Findings...)
	return nil
}

// counted counts a block against the limit.
func (r *reader) counted() error {
	if r.count++; r.count > r.limits.Blocks {
		return ErrLimit.Because(phrase.MoreBlocks.Of(r.limits.Blocks))
	}
	return nil
}

func (r *reader) paragraph(e *element) error {
	if err := r.counted(); err != nil {
		return err
	}
	w := r.carried
	r.carried = nil
	if w == nil {
		w = &words{}
	}
	var own look
	styleID, markDeleted := "", false
	var runs look // what the paragraph's style says of its runs
	err := e.children(func(c *element) error {
		if c.name != "pPr" {
			return r.inline(c, w, runs)
		}
		err := c.children(func(p *element) error {
			switch p.name {
			case "pStyle":
				styleID = p.attr("val")
			case "rPr": // of the paragraph mark
				return p.children(func(m *element) error {
					markDeleted = markDeleted || m.name == "del" || m.name == "moveFrom"
					return nil
				}, nil)
			}
			return own.property(p)
		}, nil)
		runs = r.styles.look(styleID)
		return err
	}, nil)
	if err != nil {
		return err
	}
	if markDeleted {
		r.carried = w
		return nil
	}
	return r.finish(w, own, styleID)
}

// finish numbers a paragraph, tells its kind and puts it out, a line of it each.
func (r *reader) finish(w *words, own look, styleID string) error {
	look := own.over(r.styles.look(styleID))
	kind := raw.Body
	switch {
	case r.styles.heading(styleID) || w.any && w.bold && look.align == "center":
		kind = raw.Heading
	case w.any && w.red:
		kind = raw.Note
	case look.align == "right" || look.align == "end":
		kind = raw.Stamp
	case r.inTable:
		kind = raw.Cell
	}
	label := ""
	if id := look.num.id; id != "" && id != "0" {
		at := 0
		switch {
		case own.num.level != nil:
			at = *own.num.level
		case own.num.id != "":
		default:
			if at = r.numbering.level(id, r.styles.numbered(styleID)); at == 0 && look.num.level != nil {
				at = *look.num.level
			}
		}
		var known bool
		if label, known = r.numbering.next(id, at); !known {
			r.findings = append(r.findings, phrase.Finding(model.FindNumbering, model.Warning, model.Span{}, phrase.LostStyle.Of(id, clip(w.lines()[0]), label)))
		}
	}
	for i, line := range w.joined(kind) {
		if i == 0 {
			line = label + line
		}
		if line = strings.Join(strings.Fields(line), " "); line == strings.TrimSpace(label) && !w.any {
			// Word numbers an empty paragraph too, but there is nothing to read in it.
			continue
		}
		if line != "" {
			r.out = append(r.out, paragraph{Paragraph: raw.Paragraph{Text: line, Kind: kind, Whole: true}, italic: w.italic})
		}
	}
	r.out = append(r.out, w.boxes...)
	return nil
}

// joined returns the lines of a paragraph as far as each is a paragraph of its own: a
// line break inside a stamp or a cell wraps a line, and so it does in a heading where
// the next line goes on with a small letter.
func (w *words) joined(kind raw.Kind) []string {
	switch kind {
	case raw.Stamp, raw.Cell, raw.Note:
		return []string{strings.ReplaceAll(string(w.text), "\n", " ")}
	case raw.Heading:
		var b strings.Builder
		for i, l := range w.lines() {
			first, _ := utf8.DecodeRuneInString(strings.TrimSpace(l))
			switch {
			case i == 0:
			case unicode.IsLower(first) || strings.TrimSpace(l) == "":
				b.WriteByte(' ')
			default:
				b.WriteByte('\n')
			}
			b.WriteString(l)
		}
		return strings.Split(b.String(), "\n")
	}
	return w.lines()
}

func clip(s string) string {
	const most = 40
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

// inline reads what stands in a paragraph. What is not named here shows no words of the
// text: deleted and moved-away runs, properties, proofing marks, formulas.
func (r *reader) inline(e *element, w *words, base look) error {
	switch e.name {
	case "r":
		return r.run(e, w, base)
	case "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "bdo", "dir", "AlternateContent", "Choice":
		return e.children(func(c *element) error { return r.inline(c, w, base) }, nil)
	}
	return nil
}

func (r *reader) run(e *element, w *words, base look) error {
	l := base
	return e.children(func(c *element) error {
		if c.name == "rPr" {
			var own look
			err := c.children(func(p *element) error {
				if p.name == "rStyle" {
					l = r.styles.look(p.attr("val")).over(l)
					return nil
				}
				return own.property(p)
			}, nil)
			l = own.over(l)
			return err
		}
		if l.hidden != nil && *l.hidden {
			return nil
		}
		return r.piece(c, w, l)
	}, nil)
}

// piece reads one child of a run.
func (r *reader) piece(e *element, w *words, l look) error {
	switch e.name {
	case "t":
		return e.children(func(*element) error { return nil }, func(s string) { w.add(s, l) })
	case "tab", "ptab":
		w.add(" ", l)
	case "noBreakHyphen":
		w.add("-", l)
	case "cr":
		w.lineBreak()
	case "br":
		if t := e.attr("type"); t == "" || t == "textWrapping" {
			w.lineBreak()
		} else {
			w.add(" ", l) // a page break inside a paragraph does not end it
		}
	case "sym":
		// A character of the private area of a symbol font has no letter.
		if code, err := strconv.ParseUint(e.attr("char"), 16, 32); err == nil && !unicode.Is(unicode.Co, rune(code)) && code > ' ' {
			w.add(string(rune(code)), l)
		} else {
			w.add("•", l)
		}
	case "AlternateContent", "Choice", "drawing", "pict", "object", "inline", "anchor", "graphic", "graphicData",
		"wsp", "txbx", "wgp", "wpc", "grpSp", "group", "shape", "rect", "textbox", "roundrect", "oval":
		return e.children(func(c *element) error { return r.piece(c, w, l) }, nil)
	case "txbxContent":
		outer, inTable, carried := r.out, r.inTable, r.carried
		r.out, r.inTable, r.carried = nil, false, nil
		err := r.blocks(e)
		w.boxes = append(w.boxes, r.out...)
		r.out, r.inTable, r.carried = outer, inTable, carried
		return err
	}
	return nil
}

// table reads a table as what it is used for: an approval stamp beside an empty cell,
// the signature of an act, or data.
func (r *reader) table(e *element) error {
	outer, inTable, carried, covers := r.out, r.inTable, r.carried, r.covers
	r.inTable, r.carried = true, nil
	r.tables++
	table, column := r.tables, 0
	var rows [][][]paragraph
	var row func(*element) error
	row = func(c *element) error {
		switch c.name {
		case "tc":
			if err := r.counted(); err != nil {
				return err
			}
			r.out, r.covers = nil, 1
			err := r.blocks(c)
			for i := range r.out {
				if at := &r.out[i].Place; at.Table == 0 { // in no table inside this one
					*at = raw.Place{Table: table, Row: len(rows), Column: column + 1}
				}
			}
			rows[len(rows)-1] = append(rows[len(rows)-1], r.out)
			column += r.covers
			return err
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			return c.children(row, nil)
		}
		return nil
	}
	var body func(*element) error
	body = func(c *element) error {
		switch c.name {
		case "tr":
			rows, column = append(rows, nil), 0
			return c.children(row, nil)
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			return c.children(body, nil)
		}
		return nil
	}
	err := e.children(body, nil)
	if inTable && !slices.ContainsFunc(rows, func(cells [][]paragraph) bool { return len(cells) > 1 }) {
		unplace(table, rows)
	}
	r.inTable, r.carried, r.covers = inTable, carried, covers
	r.out = outer
	switch {
	case isStamp(rows):
		r.out = append(r.out, joinedCell(rows[0][1], raw.Stamp))
	case isSignature(rows):
		for _, cells := range rows {
			for _, cell := range cells {
				if len(cell) > 0 {
					r.out = append(r.out, joinedCell(cell, raw.Body))
				}
			}
		}
	default:
		for _, cells := range rows {
			for _, cell := range cells {
				r.out = append(r.out, cell...)
			}
		}
	}
	return err
}

// unplace gives what stands in a table of one column inside a cell, which is a frame, back to
// that cell.
func unplace(table int, rows [][][]paragraph) {
	for _, cells := range rows {
		for _, cell := range cells {
			for i := range cell {
				if cell[i].Place.Table == table {
					cell[i].Place = raw.Place{}
				}
			}
		}
	}
}

// isStamp tells a stamp by its shape: one row, an empty cell and one with words.
func isStamp(rows [][][]paragraph) bool {
	return len(rows) == 1 && len(rows[0]) == 2 && len(rows[0][0]) == 0 && len(rows[0][1]) > 0
}

// isSignature tells the table of the signatories: pairs of cells wholly in italics.
func isSignature(rows [][][]paragraph) bool {
	signed := false
	for _, cells := range rows {
		if len(cells) > 2 {
			return false
		}
		for _, cell := range cells {
			if slices.ContainsFunc(cell, func(p paragraph) bool { return !p.italic }) {
				return false
			}
			signed = signed || len(cell) > 0
		}
	}
	return signed
}

// joinedCell makes one paragraph of the lines of a cell.
func joinedCell(cell []paragraph, kind raw.Kind) paragraph {
	var lines []string
	for _, p := range cell {
		lines = append(lines, p.Text)
	}
	return paragraph{Paragraph: raw.Paragraph{Text: strings.Join(lines, " "), Kind: kind, Whole: true}}
}

// footnotes reads the part of foot- or endnotes, which stand after the text. The
// separator lines are notes too, with a type.
func (r *reader) footnotes(root *element) error {
	return root.children(func(e *element) error {
		if t := e.attr("type"); t != "" && t != "normal" {
			return nil
		}
		return r.blocks(e)
	}, nil)
}
