package pdf

import (
	"strings"

	library "github.com/ledongthuc/pdf"
)

// maxArgs is the most that an operator is given.
const maxArgs = 512

// stream is a content stream that is being executed.
type stream struct {
	in        *interpreter
	resources library.Value
	depth     int
	scan      *scanner
	fonts     map[string]*font // by their names in the resources

	args  []token // of the next operator
	state state
	saved []state
	// text is where the next letter stands, line where its line begins.
	text, line  matrix
	path        box // around what is being drawn
	clipPending bool
}

// arg returns an argument that is a number.
func (st *stream) arg(i int) float64 {
	if i < len(st.args) {
		return st.args[i].num
	}
	return 0
}

// matrix returns the six arguments that are a matrix.
func (st *stream) matrix() matrix {
	return matrix{st.arg(0), st.arg(1), st.arg(2), st.arg(3), st.arg(4), st.arg(5)}
}

// name returns the first argument, a name in the resources.
func (st *stream) name() (string, bool) {
	if len(st.args) == 0 {
		return "", false
	}
	return st.args[0].text, true
}

// do executes an operator; those that neither draw letters nor say how are passed over.
func (st *stream) do(operator string) error {
	switch operator {
	case "m", "l", "c", "v", "y", "re", "h", "W", "W*", "n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*":
		st.draw(operator)
	case "Tc", "Tw", "Tz", "TL", "Ts", "Tr":
		st.space(operator)
	case "BT", "Tm", "Td", "TD", "T*":
		st.move(operator)
	case "'", "\"", "Tj", "TJ":
		return st.show(operator)
	case "Tf", "gs":
		return st.selectFont(operator)
	case "q":
		if len(st.saved) < 1<<16 {
			st.saved = append(st.saved, st.state)
		}
	case "Q":
		if n := len(st.saved); n > 0 {
			st.state, st.saved = st.saved[n-1], st.saved[:n-1]
		}
	case "cm":
		st.state.ctm = st.matrix().then(st.state.ctm)
	case "rg", "sc", "scn":
		st.state.red = len(st.args) >= 3 && isRed(st.arg(0), st.arg(1), st.arg(2))
	case "g", "k":
		st.state.red = operator == "k" && st.arg(0) < .3 && st.arg(1) > .6 && st.arg(2) > .6 && st.arg(3) < .3
	case "Do":
		if name, ok := st.name(); ok {
			return st.in.form(st.resources.Key("XObject").Key(name), st.resources, st.state, st.depth)
		}
	case "ID":
		st.scan.skipImage()
	}
	return nil
}

// draw follows paths, as far as they clip what is painted after them or are the borders of
// tables.
func (st *stream) draw(operator string) {
	point := func(i int) (x, y float64) {
		x, y = st.state.ctm.apply(st.arg(i), st.arg(i+1))
		st.path = st.path.with(x, y)
		return x, y
	}
	d := &st.in.drawing
	switch operator {
	case "m":
		d.start(point(0))
	case "l":
		d.line(point(0))
	case "c", "v", "y":
		d.other = true
		for i := range len(st.args) / 2 {
			point(2 * i)
		}
	case "re":
		x0, y0 := point(0)
		st.args = append(st.args, token{num: st.arg(0) + st.arg(2)}, token{num: st.arg(1) + st.arg(3)})
		x1, y1 := point(len(st.args) - 2)
		d.rectangle(x0, y0, x1, y1)
	case "h":
		d.closePath()
	case "W", "W*":
		st.clipPending = true
	default: // the path ends
		if st.clipPending && st.path != nowhere {
			st.state.clip = st.state.clip.cut(st.path)
		}
		if operator == "s" || operator[0] == 'b' {
			d.closePath()
		}
		d.paint(strings.ContainsAny(operator, "SsBb"), strings.ContainsAny(operator, "fFBb"))
		st.clipPending, st.path = false, nowhere
	}
}

// space sets how letters stand.
func (st *stream) space(operator string) {
	switch operator {
	case "Tc":
		st.state.char = st.arg(0)
	case "Tw":
		st.state.word = st.arg(0)
	case "Tz":
		st.state.scale = st.arg(0) / 100
	case "TL":
		st.state.leading = st.arg(0)
	case "Ts":
		st.state.rise = st.arg(0)
	case "Tr":
		st.state.stroked = st.arg(0) == 2
	}
}

// move sets where the next letter stands.
func (st *stream) move(operator string) {
	switch operator {
	case "BT":
		st.text, st.line = identity, identity
	case "Tm":
		st.line = st.matrix()
		st.text = st.line
	case "Td":
		st.nextLine(st.arg(0), st.arg(1))
	case "TD":
		st.state.leading = -st.arg(1)
		st.nextLine(st.arg(0), st.arg(1))
	case "T*":
		st.nextLine(0, -st.state.leading)
	}
}

func (st *stream) nextLine(x, y float64) {
	st.line = matrix{1, 0, 0, 1, x, y}.then(st.line)
	st.text = st.line
}

// show paints letters.
func (st *stream) show(operator string) error {
	switch operator {
	case "'":
		st.nextLine(0, -st.state.leading)
	case "\"":
		st.state.word, st.state.char = st.arg(0), st.arg(1)
		st.nextLine(0, -st.state.leading)
	case "TJ":
		return st.showSpaced()
	}
	for i := len(st.args) - 1; i >= 0; i-- {
		if st.args[i].kind == str {
			return st.in.show(&st.state, &st.text, st.args[i].text)
		}
	}
	return nil
}

// showSpaced paints strings with moves between them.
func (st *stream) showSpaced() error {
	if len(st.args) == 0 {
		return nil
	}
	before := 0.0 // the move that has just been made
	for i, item := range st.args[len(st.args)-1].items {
		switch item.kind {
		case str:
			first := len(st.in.glyphs)
			if err := st.in.show(&st.state, &st.text, item.text); err != nil {
				return err
			}
			st.in.stretchAt(first, before)
			before = 0
		case number:
			move := -item.num / 1000 * st.state.size * st.state.scale
			st.text = matrix{1, 0, 0, 1, move, 0}.then(st.text)
			if i > 0 {
				before = move * st.text.then(st.state.ctm).along()
				st.in.stretch(before)
			}
		}
	}
	return nil
}

// selectFont sets the font and its size.
func (st *stream) selectFont(operator string) error {
	if operator == "Tf" {
		st.state.size = st.arg(1)
	}
	name, ok := st.name()
	if !ok {
		return nil
	}
	if operator == "gs" {
		f := st.resources.Key("ExtGState").Key(name).Key("Font")
		if f.Len() != 2 {
			return nil
		}
		st.state.size = f.Index(1).Float64()
		return st.setFont(f.Index(0))
	}
	if f, ok := st.fonts[name]; ok {
		st.state.font = f
		return nil
	}
	if err := st.setFont(st.resources.Key("Font").Key(name)); err != nil {
		return err
	}
	st.fonts[name] = st.state.font
	return nil
}

func (st *stream) setFont(v library.Value) error {
	if v.Kind() != library.Dict {
		st.state.font = nil
		return nil
	}
	var err error
	st.state.font, err = st.in.font(v)
	return err
}
