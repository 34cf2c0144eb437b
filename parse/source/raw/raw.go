// Package raw is what a reader of one format hands over: the paragraphs of a file in
// reading order, before any repair of damaged text.
package raw

import "reglament/model"

// Kind is what the format says a paragraph is.
type Kind int

// Kinds of paragraphs.
const (
	Body    Kind = iota
	Heading      // h1 to h6, #, a heading style
	Stamp        // approval stamp, annex mark: text at the right margin
	Cell         // of a table
	Note         // marked up as an editorial note
)

// Paragraph is one paragraph as its format delimits it.
type Paragraph struct {
	Text string
	Kind Kind
	// Whole: the format itself says where the paragraph ends (HTML, DOCX), so it is
	// never joined with the next.
	Whole bool
	Place Place
}

// Place is the cell of a table that a paragraph stands in, counted from 1; the zero Place
// is in no table.
type Place struct {
	Table  int
	Row    int // 0 where the source does not tell where rows end
	Column int // the first that the cell covers; where rows are not told, the cell's turn in the table
}

// InCell is the place, or the zero Place where no cell of the table has begun.
func (p Place) InCell() Place {
	if p.Column == 0 {
		return Place{}
	}
	return p
}

// Content is what a reader of one format found in a file.
type Content struct {
	Paragraphs []Paragraph
	Encoding   string       // IANA name of the charset that the bytes were in
	URL        model.Text   // address of the page, where the page tells it
	ID         model.Text   // portal id, where the page tells it
	Status     model.Status // the portal's own status, "" where it shows none
	Language   model.Language
	Findings   []model.Finding // spans are not known yet and empty
}
