package pdf

import (
	"context"
	"math"
	"strings"

	library "github.com/ledongthuc/pdf"

	"reglament/model/phrase"
)

// matrix is [a b c d e f] of a PDF transformation.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then returns the transformation m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// along returns how long a step of one is in the direction of the text.
func (m matrix) along() float64 { return math.Hypot(m[0], m[1]) }

// box is an upright rectangle; a clip of another shape is taken as its bounding box.
type box struct{ x0, y0, x1, y1 float64 }

var everywhere = box{math.Inf(-1), math.Inf(-1), math.Inf(1), math.Inf(1)}
var nowhere = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (b box) with(x, y float64) box {
	return box{min(b.x0, x), min(b.y0, y), max(b.x1, x), max(b.y1, y)}
}

func (b box) cut(c box) box {
	return box{max(b.x0, c.x0), max(b.y0, c.y0), min(b.x1, c.x1), min(b.y1, c.y1)}
}

func (b box) holds(x, y float64) bool { return x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1 }

// glyph is a letter on a page. Coordinates are points from the lower left, the page
// turned so that the letter stands upright.
type glyph struct {
	text   string
	x0, x1 float64
	y      float64 // of the baseline
	size   float64 // height of the type
	turn   int     // quarter turns of the letter against the page
	style  style
	red    bool
}

// state is the graphics state.
type state struct {
	ctm                     matrix
	clip                    box
	red                     bool
	font                    *font
	size, char, word, scale float64
	leading, rise           float64
	stroked                 bool // letters are filled and outlined: bold of a font that has none
}

// interpreter runs the content streams of pages.
type interpreter struct {
	ctx     context.Context
	limits  Limits
	fonts   map[string]*font // by the text of their dictionary, which names objects
	glyphs  []glyph
	drawing drawing
	unknown int // letters of the page that no font explains

	operators int
	shown     int   // codes of all strings, those outside the clip too
	total     int   // glyphs of all pages
	unpacked  int64 // bytes of all content streams
}

// page returns the glyphs of a page in the order of the content, until the next page.
func (in *interpreter) page(p leaf) ([]glyph, error) {
	in.glyphs, in.unknown, in.drawing = in.glyphs[:0], 0, drawing{}
	s := state{ctm: identity, clip: everywhere, scale: 1}
	if p.box.Len() == 4 {
		a, b := p.box.Index(0).Float64(), p.box.Index(1).Float64()
		c, d := p.box.Index(2).Float64(), p.box.Index(3).Float64()
		s.clip = nowhere.with(a, b).with(c, d)
	}
	switch turn := ((p.rotate.Int64()/90)%4 + 4) % 4; turn {
	case 1:
		s.ctm = matrix{0, -1, 1, 0, 0, 0}
	case 2:
		s.ctm = matrix{-1, 0, 0, -1, 0, 0}
	case 3:
		s.ctm = matrix{0, 1, -1, 0, 0, 0}
	}
	if s.clip != everywhere {
		x0, y0 := s.ctm.apply(s.clip.x0, s.clip.y0)
		x1, y1 := s.ctm.apply(s.clip.x1, s.clip.y1)
		s.clip = nowhere.with(x0, y0).with(x1, y1)
	}
	content, err := in.contents(p.contents)
	if err != nil {
		return nil, err
	}
	err = in.run(content, p.resources, s, 0)
	return in.glyphs, err
}

// contents returns the streams of a page as one.
func (in *interpreter) contents(v library.Value) ([]byte, error) {
	streams := []library.Value{v}
	if v.Kind() == library.Array {
		streams = streams[:0]
		for i := range v.Len() {
			streams = append(streams, v.Index(i))
		}
	}
	var all []byte
	for _, stream := range streams {
		if stream.Kind() != library.Stream {
			continue
		}
		data, err := in.unpack(stream)
		if err != nil {
			return nil, err
		}
		all = append(append(all, data...), '\n')
	}
	return all, nil
}

func (in *interpreter) unpack(stream library.Value) ([]byte, error) {
	data, err := unpack(stream, in.limits.Stream)
	if in.unpacked += int64(len(data)); in.unpacked > in.limits.Streams {
		return nil, ErrLimit.Because(phrase.PDFContent.Of(in.limits.Streams))
	}
	return data, err
}

// font returns a font of the resources.
func (in *interpreter) font(v library.Value) (*font, error) {
	key := v.String()
	if f, ok := in.fonts[key]; ok {
		return f, nil
	}
	f, err := newFont(v, in.limits.Stream)
	if err != nil {
		return nil, err
	}
	in.fonts[key] = f
	return f, nil
}

// run executes one content stream.
func (in *interpreter) run(content []byte, resources library.Value, s state, depth int) error {
	if depth > in.limits.Nesting {
		return ErrLimit.Because(phrase.PDFForms.Of(in.limits.Nesting))
	}
	st := &stream{
		in: in, resources: resources, depth: depth, scan: &scanner{data: content}, fonts: map[string]*font{},
		state: s, text: identity, line: identity, path: nowhere,
	}
	for {
		t := st.scan.next()
		switch {
		case t.kind == end:
			return nil
		case t.kind == operator:
			if in.operators++; in.operators > in.limits.Operators {
				return ErrLimit.Because(phrase.PDFOperators.Of(in.limits.Operators))
			}
			if in.operators%4096 == 0 && in.ctx.Err() != nil {
				return in.ctx.Err()
			}
			if err := st.do(t.text); err != nil {
				return err
			}
			st.args = st.args[:0]
		case t.kind != closing && len(st.args) < maxArgs:
			st.args = append(st.args, t)
		}
	}
}

// stretch makes the blank that was painted last wider: so some makers justify lines.
func (in *interpreter) stretch(by float64) {
	if n := len(in.glyphs); n > 0 && by > 0 && strings.TrimSpace(in.glyphs[n-1].text) == "" {
		in.glyphs[n-1].x1 += by
	}
}

// stretchAt makes a blank as much wider as the move before it: so others justify lines.
// The blank begins where it did, since letters may be painted later where the move was.
func (in *interpreter) stretchAt(glyph int, by float64) {
	if by > 0 && glyph < len(in.glyphs) && strings.TrimSpace(in.glyphs[glyph].text) == "" {
		in.glyphs[glyph].x1 += by
	}
}

// isRed tells the colours of the portal's notes from black and from the blue of links.
func isRed(r, g, b float64) bool { return r > .6 && g < .3 && b < .3 }

// form draws a form; other external objects are pictures.
func (in *interpreter) form(v, outer library.Value, s state, depth int) error {
	if v.Kind() != library.Stream || v.Key("Subtype").Name() != "Form" {
		return nil
	}
	if m := v.Key("Matrix"); m.Len() == 6 {
		var matrix matrix
		for i := range matrix {
			matrix[i] = m.Index(i).Float64()
		}
		s.ctm = matrix.then(s.ctm)
	}
	if b := v.Key("BBox"); b.Len() == 4 {
		bounds := nowhere
		for _, corner := range [][2]int{{0, 1}, {2, 1}, {0, 3}, {2, 3}} {
			bounds = bounds.with(s.ctm.apply(b.Index(corner[0]).Float64(), b.Index(corner[1]).Float64()))
		}
		s.clip = s.clip.cut(bounds)
	}
	data, err := in.unpack(v)
	if err != nil {
		return err
	}
	resources := v.Key("Resources")
	if resources.Kind() != library.Dict {
		resources = outer
	}
	return in.run(data, resources, s, depth+1)
}

// show draws a string.
func (in *interpreter) show(s *state, text *matrix, str string) error {
	if s.font == nil {
		return nil
	}
	var full error
	s.font.letters(str, func(l letter) {
		if full != nil {
			return
		}
		const often = 1024
		if in.shown++; in.shown%often == 0 && in.ctx.Err() != nil {
			full = in.ctx.Err()
			return
		}
		advance := (l.width*s.size + s.char) * s.scale
		if l.space {
			advance += s.word * s.scale
		}
		m := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.then(*text).then(s.ctm)
		*text = matrix{1, 0, 0, 1, advance, 0}.then(*text)
		if s.font.vertical {
			*text = matrix{1, 0, 0, 1, -advance, -s.size}.then(*text)
		}
		x0, y0 := m.apply(0, 0)
		x1, y1 := m.apply(l.width, 0)
		_, up := m.apply(0, 1)
		right, _ := m.apply(0, 1)
		// The middle of the letter, a little above the baseline, is what a clip shows.
		cx, cy := m.apply(l.width/2, .25)
		if !s.clip.holds(cx, cy) {
			return
		}
		g := glyph{text: l.text, style: s.font.style, red: s.red}
		if s.stroked {
			g.style.said, g.style.bold = true, true
		}
		switch dx, dy := x1-x0, y1-y0; {
		case math.Abs(dx) >= math.Abs(dy) && dx >= 0:
			g.x0, g.x1, g.y, g.size = x0, x1, y0, math.Abs(up-y0)
		case math.Abs(dx) >= math.Abs(dy):
			g.turn, g.x0, g.x1, g.y, g.size = 2, -x0, -x1, -y0, math.Abs(up-y0)
		case dy > 0:
			g.turn, g.x0, g.x1, g.y, g.size = 1, y0, y1, -x0, math.Abs(right-x0)
		default:
			g.turn, g.x0, g.x1, g.y, g.size = 3, -y0, -y1, x0, math.Abs(right-x0)
		}
		if g.size == 0 || math.IsNaN(g.x0+g.x1+g.y) || math.IsInf(g.x0+g.x1+g.y, 0) {
			return
		}
		if !l.known {
			in.unknown++
		}
		in.glyphs = append(in.glyphs, g)
		if l.space {
			in.stretch((s.char + s.word) * s.scale * text.then(s.ctm).along())
		}
		if in.total++; in.total > in.limits.Glyphs {
			full = ErrLimit.Because(phrase.PDFLetters.Of(in.limits.Glyphs))
		}
		if len(in.glyphs) > in.limits.OnPage {
			full = ErrLimit.Because(phrase.PDFLettersOnPage.Of(in.limits.OnPage))
		}
	})
	return full
}
