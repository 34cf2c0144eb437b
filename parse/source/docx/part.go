package docx

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"reglament/model/phrase"
	"reglament/parse/source/raw"
)

// parts are the files of the archive.
type parts struct {
	ctx    context.Context
	files  map[string]*zip.File
	limits Limits
}

// read reads the root element of a part; a part that is not there is empty.
func (p *parts) read(name string, root func(*element) error) error {
	f := p.files[name]
	if f == nil {
		return nil
	}
	content, err := f.Open()
	if err != nil {
		return phrase.NotUnpacked.As(err, name, phrase.Why(err))
	}
	defer content.Close()
	source := &counted{r: raw.Within(p.ctx, content), packed: int64(f.CompressedSize64), limits: p.limits}
	dec := xml.NewDecoder(source)
	for {
		token, err := dec.Token()
		if err == nil {
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			err = root(&element{name: start.Name.Local, attrs: start.Attr, dec: dec, max: p.limits.Depth})
			if err == nil {
				return nil
			}
		}
		switch {
		case source.err != nil: // the decoder may have made "invalid UTF-8" of it
			err = source.err
		case errors.Is(err, io.EOF):
			err = io.ErrUnexpectedEOF
		}
		return phrase.Detail.As(err, name, phrase.Why(err))
	}
}

// bytes unpacks a part.
func (p *parts) bytes(name string) ([]byte, error) {
	f := p.files[name]
	if f == nil {
		return nil, phrase.ArchiveHasNo.Fault(name)
	}
	content, err := f.Open()
	if err != nil {
		return nil, phrase.NotUnpacked.As(err, name, phrase.Why(err))
	}
	defer content.Close()
	data, err := io.ReadAll(&counted{r: raw.Within(p.ctx, content), packed: int64(f.CompressedSize64), limits: p.limits})
	if err != nil {
		return nil, phrase.Detail.As(err, name, phrase.Why(err))
	}
	return data, nil
}

// relations returns the parts that a part names, by the last word of the relation's
// type ("numbering") and by its name with a "#" before it, as names in the archive; ""
// stands for the archive itself.
func (p *parts) relations(of string) (map[string]string, error) {
	dir, base := path.Split(of)
	targets := map[string]string{}
	err := p.read(dir+"_rels/"+base+".rels", func(root *element) error {
		return root.children(func(e *element) error {
			target := e.attr("Target")
			if e.attr("TargetMode") == "External" {
				return nil
			}
			if strings.HasPrefix(target, "/") {
				target = target[1:]
			} else {
				target = path.Join(dir, target)
			}
			targets[path.Base(e.attr("Type"))] = target
			targets["#"+e.attr("Id")] = target
			return nil
		}, nil)
	})
	return targets, err
}

// counted counts what an unpacked part really has: the archive's own figures may lie.
type counted struct {
	r      io.Reader
	n      int64
	packed int64
	limits Limits
	err    error
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	if c.n > c.limits.PartSize {
		c.err = ErrLimit.Because(phrase.MoreUnpacked.Of(c.limits.PartSize))
		return 0, c.err
	}
	if c.n > c.limits.RatioAbove && c.n > c.packed*c.limits.Ratio {
		c.err = ErrLimit.Because(phrase.PackedAsBomb.Of(c.limits.Ratio))
		return 0, c.err
	}
	return n, err
}

// element is an XML element that is being read: its children once, or not at all.
// Names are local ones: they do not clash, and the strict variant of the format has
// other namespaces.
type element struct {
	name  string
	attrs []xml.Attr
	dec   *xml.Decoder
	depth int
	max   int
	read  bool
}

// attr returns an attribute by its local name, "" where it is not there.
func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reports whether a switch such as <w:b/> or <w:b w:val="0"/> is on.
func (e *element) on() bool {
	switch e.attr("val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// children calls visit for each child element and skips what visit does not read.
// Character data goes to text, where that is not nil.
func (e *element) children(visit func(*element) error, text func(string)) error {
	e.read = true
	if e.depth >= e.max {
		return ErrLimit.Because(phrase.NestedDeeper.Of(e.max))
	}
	for {
		token, err := e.dec.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			child := &element{name: t.Name.Local, attrs: t.Attr, dec: e.dec, depth: e.depth + 1, max: e.max}
			if err := visit(child); err != nil {
				return err
			}
			if !child.read {
				if err := e.dec.Skip(); err != nil {
					return err
				}
			}
		case xml.CharData:
			if text != nil {
				text(string(t))
			}
		case xml.EndElement:
			return nil
		}
	}
}
