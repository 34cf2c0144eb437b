package source

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/source/charset"
	"reglament/parse/source/docx"
	"reglament/parse/source/html"
	"reglament/parse/source/pdf"
	"reglament/parse/source/raw"
)

// Reader turns the bytes of files into canonical text. The zero Reader reads every format
// in this process with the default limits.
type Reader struct {
	// PDF reads a PDF file; nil reads it in this process. A hostile PDF can hold a reader
	// in a loop that nothing but the end of its process ends, so a command that reads
	// files of strangers gives it a process of its own.
	PDF  func(ctx context.Context, data []byte) (raw.Content, error)
	DOCX docx.Limits
}

// Read reads a file with the zero Reader. The error is an *Error.
func Read(name string, data []byte) (*Text, error) {
	return Reader{}.Read(context.Background(), name, data)
}

// Read turns the bytes of a file into canonical text. The format is told by content,
// not by the name. The error is an *Error, which wraps ctx.Err() where reading was
// interrupted.
func (r Reader) Read(ctx context.Context, name string, data []byte) (*Text, error) {
	t := &Text{Source: model.Source{Name: name}}
	content, ps, v, err := r.content(ctx, t, data)
	if ctx.Err() != nil {
		return nil, &Error{name, phrase.Late.As(ctx.Err())}
	}
	if err != nil {
		return nil, &Error{name, &phrase.Fault{Why: legible(phrase.Why(err)), Err: err}}
	}
	sum := sha256.Sum256(data)
	t.Source.SHA256 = hex.EncodeToString(sum[:])
	t.Source.Encoding = content.Encoding
	t.Source.URL = content.URL
	t.Page = Page{ID: content.ID, Status: content.Status}
	t.Findings = content.Findings
	t.Findings = append(t.Findings, joinTorn(ps)...)
	ps, dropped := repair(ctx, ps, v)
	ps, together := partPoints(ps)
	t.Findings = append(t.Findings, together...)
	if ctx.Err() != nil {
		return nil, &Error{name, phrase.Late.As(ctx.Err())}
	}
	if t.Source.Format == model.Plain || t.Source.Format == model.Markdown {
		for i := range ps {
			ps[i].tellMixed()
		}
	}
	t.assemble(ps, dropped)
	if len(t.Paragraphs) == 0 {
		return nil, &Error{name, phrase.FileNoText.Fault()}
	}
	if t.Language = content.Language; t.Language == "" {
		t.Language = lang.Detect(t.Canonical)
	}
	return t, nil
}

// legible is a message with its words in one line: some quote the bytes that a reader
// stumbled over.
func legible(m model.Message) model.Message {
	const most = 200 // runes
	out := model.Message{ID: m.ID}
	for _, arg := range m.Args {
		switch v := arg.(type) {
		case model.Message:
			arg = legible(v)
		case string:
			clean := []rune(strings.Join(strings.FieldsFunc(strings.ToValidUTF8(v, "\uFFFD"), func(r rune) bool {
				return unicode.IsSpace(r) || unicode.IsControl(r)
			}), " "))
			if arg = string(clean); len(clean) > most {
				arg = string(clean[:most]) + "…"
			}
		}
		out.Args = append(out.Args, arg)
	}
	return out
}

// content reads the paragraphs of a file by its format.
func (r Reader) content(ctx context.Context, t *Text, data []byte) (c raw.Content, ps []paragraph, v *vocabulary, err error) {
	if len(data) == 0 {
		return c, nil, nil, phrase.EmptyFile.Fault()
	}
	t.Source.Format = sniff(data)
	switch t.Source.Format {
	case model.PDF:
		readPDF := r.PDF
		if readPDF == nil {
			readPDF = func(ctx context.Context, data []byte) (raw.Content, error) { return pdf.Read(ctx, data, pdf.Limits{}) }
		}
		c, err = readPDF(ctx, data)
	case model.DOCX:
		c, err = docx.Read(ctx, data, r.DOCX)
	case model.HTML:
		c, err = html.Read(ctx, data)
	default:
		return text(ctx, t, data)
	}
	if err != nil {
		return c, nil, nil, err
	}
	if t.Source.Format != model.PDF && isCopied(c.Paragraphs) {
		ps, v = plain(ctx, asLines(c.Paragraphs))
		return c, ps, v, nil
	}
	ps = make([]paragraph, 0, len(c.Paragraphs))
	for _, p := range c.Paragraphs {
		// The formats' own line ends inside a paragraph are blanks.
		ps = append(ps, paragraph{text: strings.ReplaceAll(tidy(p.Text), "\n", " "), kind: p.Kind, whole: p.Whole, cell: p.Kind == raw.Cell, place: p.Place})
	}
	return c, ps, nil, nil
}

// isCopied reports whether the paragraphs of a format are the lines of a page, as where text
// was copied from a PDF into a word processor, or stands in <pre>: many go on in the middle of a
// sentence.
func isCopied(ps []raw.Paragraph) bool {
	const (
		several = 20 // lines that go on
		share   = 4  // part of all
	)
	all, cut := 0, 0
	for i := 1; i < len(ps); i++ {
		last, p := &ps[i-1], &ps[i]
		if last.Kind != raw.Body || p.Kind != raw.Body || last.Place.Table > 0 {
			continue
		}
		all++
		if goesOn(p.Text) && !endsSentence(last.Text) && !labelled(p.Text) {
			cut++
		}
	}
	return cut >= several && cut*share > all
}

// asLines are paragraphs as a text: the marks of approvals and annexes stand far to the right.
func asLines(ps []raw.Paragraph) string {
	var b strings.Builder
	for _, p := range ps {
		if p.Kind == raw.Stamp {
			b.WriteString(strings.Repeat(" ", 40))
		}
		b.WriteString(tidy(p.Text))
		b.WriteByte('\n')
	}
	return b.String()
}

// text reads Markdown and plain text.
func text(ctx context.Context, t *Text, data []byte) (c raw.Content, ps []paragraph, v *vocabulary, err error) {
	if bytes.HasPrefix(data, []byte(`{\rtf`)) {
		return c, nil, nil, phrase.RTF.Fault()
	}
	s, encoding, findings, err := charset.Decode(data, "")
	if errors.Is(err, charset.ErrBinary) {
		return c, nil, nil, binary(data)
	}
	if err != nil {
		return c, nil, nil, err
	}
	const shortLine = 32 // bytes
	if err := raw.Shredded(countLines(s), len(s), shortLine); err != nil {
		return c, nil, nil, err
	}
	s = withRows(s)
	findings = append(findings, tellScattered(s)...)
	s, addresses := withoutLinkList(s)
	s, furniture := withoutFurniture(s)
	findings = append(append(findings, addresses...), furniture...)
	s, lone := joinLone(joinBroken(dedent(tidy(indentTabs(s)))))
	s, apart := joinApart(s)
	s, together := partTogether(s)
	findings = slices.Concat(findings, lone, apart, together)
	if strings.TrimSpace(s) == "" {
		return c, nil, nil, phrase.BlankFile.Fault()
	}
	if looksMarkdown(s) {
		t.Source.Format = model.Markdown
		ps = markdown(ctx, s)
	} else {
		ps, v = plain(ctx, s)
	}
	return raw.Content{Encoding: encoding, Findings: findings}, ps, v, nil
}

// binaries are the formats of files that are no text, by their first bytes, each with what
// is said of it.
var binaries = []struct {
	mark, name string
	why        phrase.Reason
}{
	{"\x1f\x8b\x08", ".gz", phrase.Packed},
	{"BZh", ".bz2", phrase.Packed},
	{"\xfd7zXZ\x00", ".xz", phrase.Packed},
	{"\x28\xb5\x2f\xfd", ".zst", phrase.Packed},
	{"7z\xbc\xaf\x27\x1c", ".7z", phrase.Packed},
	{"Rar!\x1a\x07", ".rar", phrase.Packed},
	{"\xff\xd8\xff", "JPEG", phrase.Picture},
	{"\x89PNG\r\n", "PNG", phrase.Picture},
	{"GIF8", "GIF", phrase.Picture},
	{"II*\x00", "TIFF", phrase.Picture},
	{"MM\x00*", "TIFF", phrase.Picture},
	{"AT&TFORM", "DjVu", phrase.Picture},
}

// binary says what a file is that is no text.
func binary(data []byte) error {
	for _, b := range binaries {
		if bytes.HasPrefix(data, []byte(b.mark)) {
			return b.why.Fault(b.name)
		}
	}
	const tar = 257 // where its mark stands in the first block
	if len(data) > tar && bytes.HasPrefix(data[tar:], []byte("ustar")) {
		return phrase.Packed.Fault(".tar")
	}
	return phrase.NoActBinary.Fault()
}

// lineBreaks are the signs that end a line.
const lineBreaks = "\n\r\v\f\u0085\u2028\u2029"

func countLines(s string) int {
	n := 0
	for _, r := range lineBreaks {
		n += strings.Count(s, string(r))
	}
	return n
}

// sniff tells the format of a file by its first bytes.
func sniff(data []byte) model.Format {
	head := data[:min(len(data), 1024)]
	switch {
	case bytes.Contains(head, []byte("%PDF-")):
		return model.PDF
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return model.DOCX // the reader says so where the archive is another or an old .doc
	case looksHTML(data), html.IsMHTML(data):
		return model.HTML
	}
	return model.Plain
}

// looksHTML reports whether the file begins as a page does, or holds the tags of one. The
// bytes may be UTF-16, so zero bytes are left out.
func looksHTML(data []byte) bool {
	head := data[:min(len(data), 4096)]
	if bytes.IndexByte(head, 0) >= 0 {
		head = bytes.ReplaceAll(head, []byte{0}, nil)
	}
	head = bytes.ToLower(head)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n\xff\xfe")
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	if !bytes.HasPrefix(head, []byte("<")) || bytes.Contains(head, []byte("\n# ")) || bytes.Contains(head, []byte("\n## ")) || bytes.Contains(head, []byte("\n### ")) {
		return false // Markdown may begin with what it has no marks of its own for: a table, a part of a page
	}
	for _, tag := range []string{"<html", "<body", "<div", "<p>", "<p ", "<table", "<article"} {
		if bytes.Contains(head, []byte(tag)) {
			return true
		}
	}
	return false
}

// assemble lays the paragraphs out as canonical text and turns their marks into findings.
func (t *Text) assemble(ps []paragraph, dropped []string) {
	size, marks := 0, 0
	for _, p := range ps {
		size += len(p.text) + 1
		marks += len(p.marks)
	}
	t.Findings = slices.Grow(t.Findings, marks+len(dropped))
	var b strings.Builder
	b.Grow(size)
	t.Paragraphs = make([]model.Span, 0, len(ps))
	if slices.ContainsFunc(ps, func(p paragraph) bool { return p.place.Table > 0 }) {
		t.Places = make([]Place, len(ps))
	}
	for i, p := range ps {
		if t.Places != nil {
			t.Places[i] = p.place
		}
		start := b.Len()
		b.WriteString(p.text)
		t.Paragraphs = append(t.Paragraphs, model.Span{start, b.Len()})
		b.WriteByte('\n')
		for _, m := range p.marks {
			t.Findings = append(t.Findings, phrase.Finding(m.code, m.severity, model.Span{start + min(m.start, len(p.text)), start + min(m.end, len(p.text))}, m.why))
		}
	}
	t.Canonical = b.String()
	for _, d := range dropped {
		t.Findings = append(t.Findings, phrase.Finding(model.FindDroppedFurniture, model.Info, model.Span{b.Len(), b.Len()}, phrase.Furniture.Of(d)))
	}
}

// tidy brings letters and blanks to one form: NFC, LF, plain blanks, no invisible signs.
func tidy(s string) string {
	isTidy, isComposed := looksTidy(s)
	if isTidy {
		return s
	}
	s = strings.TrimPrefix(s, "\ufeff")
	if !isComposed {
		s = norm.NFC.String(s)
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch r {
		case '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
			return '\n'
		case '\t', '\u00a0', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006', '\u2007', '\u2008', '\u2009', '\u200a', '\u202f', '\u205f', '\u3000':
			return ' '
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff':
			return -1
		}
		return r
	}, s)
}

// looksTidy is the quick look, by bytes: whether tidy leaves a text as it is, and whether NFC
// does. Both hold of ASCII, Cyrillic but for its combining marks, and common signs.
func looksTidy(s string) (tidy, composed bool) {
	tidy = true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= ' ' && c < utf8.RuneSelf, c == '\n':
		case c < ' ':
			tidy = false
		case i+1 >= len(s):
			return false, false
		case c == 0xd0, c == 0xd1, c == 0xd2 && s[i+1] >= 0x8a, c == 0xd3, c == 0xd4:
			i++
		case c <= 0xcb: // up to U+02FF
			tidy = tidy && (c != 0xc2 || s[i+1] > 0xa0 && s[i+1] != 0xad) // no blank, no soft hyphen
			i++
		case c == 0xe2 && i+2 < len(s) && isSign(s[i+1], s[i+2]):
			tidy = tidy && (s[i+1] != 0x80 || s[i+2] >= 0x90 && s[i+2] < 0xa8) // dashes, quotation marks, …
			i += 2
		default:
			return false, false
		}
	}
	return tidy, true
}

// isSign reports whether U+2000 to U+21BF, by its last two bytes, is a sign that NFC leaves:
// none of its wide blanks, of marks that combine, and of Ω, K and Å.
func isSign(second, third byte) bool {
	switch second {
	case 0x80:
		return third > 0x81
	case 0x82, 0x86:
		return true
	case 0x84:
		return third != 0xa6 && third != 0xaa && third != 0xab
	}
	return false
}
