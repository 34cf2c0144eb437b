package pdf

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"strconv"
	"sync"

	library "github.com/ledongthuc/pdf"
	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	pdfcpumodel "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"reglament/model/phrase"
)

// claims are the words before the figures by which the library sizes its tables before
// it reads them.
var claims = [][]byte{[]byte("/Size"), []byte("/Columns"), []byte("/N"), []byte("/First"), []byte("/Index"), []byte("/W"), []byte("xref")}

// checkClaims refuses a file that claims more objects than an act can have.
func checkClaims(data []byte, limits Limits) error {
	for _, claim := range claims {
		for rest := data; ; {
			at := bytes.Index(rest, claim)
			if at < 0 {
				break
			}
			startxref := at > 0 && rest[at-1] == 't' // the place of a table, not its size
			rest = rest[at+len(claim):]
			for figure := range figures(rest) {
				if n, err := strconv.Atoi(string(figure)); !startxref && (err != nil || n > limits.Objects) {
					return ErrLimit.Because(phrase.PDFObjects.Of(figure, limits.Objects))
				}
			}
		}
	}
	return nil
}

// figures yields the numbers with which data begins, in brackets or not.
func figures(data []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for {
			data = bytes.TrimLeft(data, "[ \r\n\t\f\x00")
			n := 0
			for n < len(data) && data[n] >= '0' && data[n] <= '9' {
				n++
			}
			if n == 0 || !yield(data[:n]) {
				return
			}
			data = data[n:]
		}
	}
}

// trimmed cuts what mail and servers put behind the end of a file.
func trimmed(data []byte) []byte {
	const eof = "%%EOF"
	if end := bytes.LastIndex(data, []byte(eof)); end >= 0 {
		return data[:end+len(eof)]
	}
	return data
}

// source is the file as the library reads it. It is where a reading that goes round in
// circles, through a chain of tables or objects, is stopped.
type source struct {
	*bytes.Reader
	ctx  context.Context
	left int64
}

func (s *source) ReadAt(b []byte, off int64) (int, error) {
	if err := s.ctx.Err(); err != nil {
		panic(err)
	}
	if s.left -= int64(len(b)); s.left < 0 {
		panic(ErrLimit.Because(phrase.PDFTables.Of()))
	}
	return s.Reader.ReadAt(b, off)
}

// readPages reads the lines of every page. It fails with ErrNoText where no page has
// any, since a reader that misses objects finds none either.
func readPages(ctx context.Context, data []byte, limits Limits) (pages []page, err error) {
	defer protect(&err)
	file, err := library.NewReader(&source{bytes.NewReader(data), ctx, limits.Reading}, int64(len(data)))
	if err != nil {
		if errors.Is(err, ErrLimit) || ctx.Err() != nil {
			return nil, err
		}
		return nil, ErrDamaged.Because(phrase.Words.Of(err))
	}
	root := file.Trailer().Key("Root").Key("Pages")
	if root.Kind() != library.Dict {
		return nil, ErrDamaged.Because(phrase.PDFNoPages.Of())
	}
	tree := &pageTree{limits: limits}
	if err := tree.walk(root, inherited{}, 0); err != nil {
		return nil, err
	}
	if len(tree.pages) == 0 {
		return nil, ErrDamaged.Because(phrase.PDFNoPages.Of())
	}
	in := &interpreter{ctx: ctx, limits: limits, fonts: map[string]*font{}}
	words := false
	var last *scattered
	for _, p := range tree.pages {
		glyphs, err := in.page(p)
		if err != nil {
			return nil, err
		}
		tables := in.drawing.tables()
		var others []*table
		others, last = in.drawing.unruled(glyphs, tables, last)
		tables = append(tables, others...)
		read := page{lines: lines(glyphs, tables), unknown: in.unknown}
		if len(read.lines) > limits.Lines {
			return nil, ErrLimit.Because(phrase.PDFLines.Of(limits.Lines, len(pages)+1))
		}
		words = words || len(read.lines) > 0
		pages = append(pages, read)
	}
	if !words {
		return nil, ErrNoText
	}
	return pages, nil
}

// inherited is what pages have from the nodes above them.
type inherited struct {
	resources library.Value
	box       library.Value
	rotate    library.Value
}

type leaf struct {
	inherited
	contents library.Value
}

// pageTree lists the pages of a tree that may have circles.
type pageTree struct {
	limits Limits
	pages  []leaf
	nodes  int
}

func (t *pageTree) walk(node library.Value, above inherited, depth int) error {
	if t.nodes++; depth > t.limits.Nesting || t.nodes > 4*t.limits.Pages {
		return ErrLimit.Because(phrase.PDFPageTree.Of())
	}
	for key, value := range map[string]*library.Value{"Resources": &above.resources, "MediaBox": &above.box, "CropBox": &above.box, "Rotate": &above.rotate} {
		if v := node.Key(key); !v.IsNull() {
			*value = v
		}
	}
	kids := node.Key("Kids")
	if kids.Kind() != library.Array {
		if len(t.pages) >= t.limits.Pages {
			return ErrLimit.Because(phrase.PDFPages.Of(t.limits.Pages))
		}
		t.pages = append(t.pages, leaf{above, node.Key("Contents")})
		return nil
	}
	for i := range kids.Len() {
		kid := kids.Index(i)
		if kid.Kind() != library.Dict {
			return ErrDamaged.Because(phrase.PDFPageMissing.Of(len(t.pages) + 1))
		}
		if err := t.walk(kid, above, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// unpack returns the bytes of a stream.
func unpack(stream library.Value, limit int64) ([]byte, error) {
	r := stream.Reader()
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(data)) > limit {
		return nil, ErrLimit.Because(phrase.PDFStream.Of(limit))
	}
	if err != nil {
		return nil, ErrDamaged.Because(phrase.PDFUnpacked.Of(err))
	}
	return data, nil
}

var disableConfig sync.Once

// repair has pdfcpu rebuild the file: with a new cross-reference table, without
// encryption where the password is empty.
func repair(data []byte) (copied []byte, err error) {
	defer protect(&err)
	disableConfig.Do(api.DisableConfigDir)
	conf := pdfcpumodel.NewDefaultConfiguration()
	conf.WriteObjectStream, conf.WriteXRefStream = false, false
	conf.ValidationMode = pdfcpumodel.ValidationRelaxed
	conf.Offline = true
	var out bytes.Buffer
	err = api.Optimize(bytes.NewReader(data), &out, conf)
	if errors.Is(err, pdfcpu.ErrWrongPassword) {
		return nil, ErrPassword
	}
	if err == nil && bytes.Contains(out.Bytes(), []byte("/Encrypt")) {
		conf.Cmd = pdfcpumodel.DECRYPT
		out.Reset()
		err = api.Decrypt(bytes.NewReader(data), &out, conf)
	}
	if err != nil {
		return nil, ErrDamaged.Because(phrase.Words.Of(err))
	}
	return out.Bytes(), nil
}
