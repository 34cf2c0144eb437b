// Package docx reads Word documents (Office Open XML): the text that Word shows, with
// the numbers that it generates, which are not in the text.
package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"

	"reglament/model/phrase"
	"reglament/parse/source/html"
	"reglament/parse/source/raw"
)

// Limits bound what a document may take; a field that is zero has the default. A bomb
// of a few kilobytes otherwise grows to gigabytes.
type Limits struct {
	Entries    int   // files in the archive; 2,000
	PartSize   int64 // bytes of an unpacked part, counted while reading; 64 MB
	Ratio      int64 // of unpacked to packed bytes of a part larger than RatioAbove; 200
	RatioAbove int64 // bytes; 8 MB
	Depth      int   // of nested elements; 100
	Blocks     int   // paragraphs and cells; 200,000
}

func (l Limits) withDefaults() Limits {
	if l.Entries == 0 {
		l.Entries = 2000
	}
	if l.PartSize == 0 {
		l.PartSize = 64 << 20
	}
	if l.Ratio == 0 {
		l.Ratio = 200
	}
	if l.RatioAbove == 0 {
		l.RatioAbove = 8 << 20
	}
	if l.Depth == 0 {
		l.Depth = 100
	}
	if l.Blocks == 0 {
		l.Blocks = 200000
	}
	return l
}

// Errors that Read wraps.
var (
	ErrNotDOCX = phrase.NotDOCX.Fault()
	ErrLimit   = phrase.DOCXTooLarge.Fault()
	ErrNoText  = phrase.DOCXNoText.Fault()
)

// Read returns the paragraphs of a document: the body with its tables and text boxes, and
// the pages and documents that it includes as they are (altChunk), then the foot- and endnotes. Deleted and moved-away text, hidden text, field codes,
// headers and footers are not text of the act. The error wraps ErrNotDOCX, ErrLimit or
// ErrNoText or ctx.Err(), or tells which part is damaged.
func Read(ctx context.Context, data []byte, limits Limits) (raw.Content, error) {
	return read(ctx, data, limits.withDefaults(), false)
}

// read reads a document, which may be included in another.
func read(ctx context.Context, data []byte, limits Limits, included bool) (raw.Content, error) {
	if bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")) {
		return raw.Content{}, ErrNotDOCX.Because(phrase.OldWord.Of())
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return raw.Content{}, ErrNotDOCX.Because(phrase.ArchiveCut.Of(err))
	}
	if n := len(archive.File); n > limits.Entries {
		return raw.Content{}, ErrLimit.Because(phrase.FilesInArchive.Of(n, limits.Entries))
	}
	p := &parts{ctx: ctx, files: map[string]*zip.File{}, limits: limits}
	for _, f := range archive.File {
		p.files[strings.TrimPrefix(f.Name, "/")] = f
	}
	top, err := p.relations("")
	if err != nil {
		return raw.Content{}, err
	}
	main := top["officeDocument"]
	if main == "" {
		main = "word/document.xml"
	}
	if p.files[main] == nil && p.files["content.xml"] != nil && p.files["mimetype"] != nil {
		return raw.Content{}, ErrNotDOCX.Because(phrase.OpenDocument.Of())
	}
	if p.files[main] == nil && p.files["META-INF/container.xml"] != nil {
		return raw.Content{}, ErrNotDOCX.Because(phrase.EPUB.Of())
	}
	if p.files[main] == nil {
		return raw.Content{}, ErrNotDOCX.Because(phrase.ArchiveHasNo.Of(main))
	}
	rels, err := p.relations(main)
	if err != nil {
		return raw.Content{}, err
	}
	r := &reader{limits: limits, styles: styles{}, numbering: newNumbering()}
	r.included = func(id string) (c raw.Content, err error) {
		name := rels["#"+id]
		data, err := p.bytes(name)
		delete(p.files, name) // each is included once
		switch {
		case err != nil:
			return c, err
		case bytes.HasPrefix(data, []byte(`{\rtf`)):
			err = phrase.RTF.Fault()
		case !bytes.HasPrefix(data, []byte("PK")):
			c, err = html.Read(ctx, data)
		case included:
			err = ErrLimit.Because(phrase.NestedDeeper.Of(1))
		default:
			c, err = read(ctx, data, limits, true)
		}
		if err != nil {
			return c, phrase.Detail.As(err, name, phrase.Why(err))
		}
		return c, nil
	}
	for _, part := range []struct {
		name string
		read func(*element) error
	}{
		{rels["styles"], r.styles.read},
		{rels["numbering"], r.numbering.read},
		{main, r.blocks},
		{rels["footnotes"], r.footnotes},
		{rels["endnotes"], r.footnotes},
	} {
		if err := p.read(part.name, part.read); err != nil {
			return raw.Content{}, err
		}
	}
	c := raw.Content{Encoding: "utf-8", Findings: r.findings}
	for _, p := range r.out {
		c.Paragraphs = append(c.Paragraphs, p.Paragraph)
	}
	if len(c.Paragraphs) == 0 {
		return raw.Content{}, ErrNoText
	}
	return c, nil
}
