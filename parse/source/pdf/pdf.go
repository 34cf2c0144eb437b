// Package pdf reads PDF files: the glyphs of each page in the order of the content,
// lines and words by their places, paragraphs by indents and gaps. Furniture that
// repeats on the pages is left out and reported.
package pdf

import (
	"bytes"
	"context"
	"errors"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/source/raw"
)

// Limits bound what a file may take; a field that is zero has the default.
type Limits struct {
	Pages     int   // 3,000
	Glyphs    int   // of all pages; 20,000,000
	OnPage    int   // glyphs of one page; 100,000
	Lines     int   // of one page; 10,000
	Operators int   // of content streams; 50,000,000
	Stream    int64 // bytes of an unpacked stream; 64 MB
	Streams   int64 // bytes of all unpacked streams of pages; 512 MB
	Objects   int   // that the cross-reference table may claim; 2,000,000
	Nesting   int   // of forms inside forms, and of the page tree; 24
	Reading   int64 // bytes read from the file, some of them often; 4 GB
}

func (l Limits) withDefaults() Limits {
	if l.Pages == 0 {
		l.Pages = 3000
	}
	if l.Glyphs == 0 {
		l.Glyphs = 20_000_000
	}
	if l.OnPage == 0 {
		l.OnPage = 100_000
	}
	if l.Lines == 0 {
		l.Lines = 10_000
	}
	if l.Operators == 0 {
		l.Operators = 50_000_000
	}
	if l.Stream == 0 {
		l.Stream = 64 << 20
	}
	if l.Streams == 0 {
		l.Streams = 512 << 20
	}
	if l.Objects == 0 {
		l.Objects = 2_000_000
	}
	if l.Nesting == 0 {
		l.Nesting = 24
	}
	if l.Reading == 0 {
		l.Reading = 4 << 30
	}
	return l
}

// Errors that Read wraps.
var (
	ErrNotPDF   = phrase.NotPDF.Fault()
	ErrDamaged  = phrase.PDFDamaged.Fault()
	ErrPassword = phrase.PDFPassword.Fault()
	ErrLimit    = phrase.PDFTooLarge.Fault()
	ErrNoText   = phrase.PDFNoText.Fault()
)

// Read returns the paragraphs of a PDF. A file that the reader cannot make out, or one
// encrypted with an empty password, is repaired first; that is a finding. The error
// wraps one of the errors above, or ctx.Err().
//
// A hostile file can hold the libraries underneath in a loop that cannot be stopped:
// Read returns when ctx ends, but only the end of the process ends such a loop. Give
// Read a process of its own, with limits of time and memory, where files are not trusted.
func Read(ctx context.Context, data []byte, limits Limits) (raw.Content, error) {
	type result struct {
		content raw.Content
		err     error
	}
	done := make(chan result, 1)
	go func() {
		content, err := readOrRepair(ctx, data, limits.withDefaults())
		done <- result{content, err}
	}()
	select {
	case r := <-done:
		return r.content, r.err
	case <-ctx.Done():
		return raw.Content{}, phrase.Late.As(ctx.Err())
	}
}

// readOrRepair reads the file as it is, then a repaired copy of it.
func readOrRepair(ctx context.Context, data []byte, limits Limits) (content raw.Content, err error) {
	defer protect(&err)
	start := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if start < 0 {
		return raw.Content{}, ErrNotPDF.Because(phrase.NotPDFHead.Of())
	}
	if err := checkClaims(data, limits); err != nil {
		return raw.Content{}, err
	}
	pages, first := readPages(ctx, trimmed(data[start:]), limits)
	if first == nil {
		return assemble(pages)
	}
	if errors.Is(first, ErrLimit) || ctx.Err() != nil {
		return raw.Content{}, first
	}
	copied, err := repair(data[start:])
	switch {
	case errors.Is(err, ErrPassword):
		return raw.Content{}, err
	case err != nil:
		return raw.Content{}, first
	}
	if pages, err = readPages(ctx, copied, limits); err != nil {
		return raw.Content{}, err
	}
	content, err = assemble(pages)
	content.Findings = append([]model.Finding{phrase.Finding(model.FindMendedFile, model.Warning, model.Span{}, phrase.Mended.Of(first))}, content.Findings...)
	return content, err
}

// protect turns a panic of the libraries underneath into an error: their accessors
// have no other way to say that a file is damaged.
func protect(err *error) {
	if x := recover(); x != nil {
		if e, ok := x.(error); ok && (errors.Is(e, ErrLimit) || errors.Is(e, context.Canceled) || errors.Is(e, context.DeadlineExceeded)) {
			*err = e
			return
		}
		*err = ErrDamaged.Because(phrase.Words.Of(x))
	}
}

// assemble makes paragraphs of the lines of all pages.
func assemble(pages []page) (raw.Content, error) {
	content := raw.Content{Encoding: "utf-8"}
	words := false
	for _, p := range pages {
		words = words || len(p.lines) > 0
	}
	if !words {
		return raw.Content{}, ErrNoText
	}
	content.Findings = append(content.Findings, unreadable(pages)...)
	pages, dropped := withoutFurniture(pages)
	content.Findings = append(content.Findings, dropped...)
	pages, notes := withoutNotes(asPages(pages))
	joinTables(pages)
	content.Findings = append(content.Findings, joinBroken(pages)...)
	content.Paragraphs = append(paragraphs(pages), paragraphs(notes)...)
	if len(content.Paragraphs) == 0 {
		return raw.Content{}, ErrNoText
	}
	return content, nil
}

// unreadable tells of letters whose fonts do not say what they are.
func unreadable(pages []page) []model.Finding {
	count, first := 0, 0
	for i, p := range pages {
		if count += p.unknown; count > 0 && first == 0 {
			first = i + 1
		}
	}
	if count == 0 {
		return nil
	}
	return []model.Finding{phrase.Finding(model.FindEncoding, model.Warning, model.Span{}, phrase.UnknownLetters.Of(count, first))}
}
