package docx

import "strings"

// look is what formatting tells about a paragraph or a run; nil is not said.
type look struct {
	align  string // jc: center, right, end …
	bold   *bool
	italic *bool
	hidden *bool
	raised *bool
	color  string // RRGGBB
	num    numRef
}

// numRef ties a paragraph to a level of a list; id "0" takes it out of the list that
// its style puts it in.
type numRef struct {
	id    string
	level *int
}

// over returns l with what it leaves unsaid taken from base.
func (l look) over(base look) look {
	if l.align == "" {
		l.align = base.align
	}
	if l.bold == nil {
		l.bold = base.bold
	}
	if l.italic == nil {
		l.italic = base.italic
	}
	if l.hidden == nil {
		l.hidden = base.hidden
	}
	if l.raised == nil {
		l.raised = base.raised
	}
	if l.color == "" {
		l.color = base.color
	}
	if l.num.id == "" {
		l.num.id = base.num.id
	}
	if l.num.level == nil {
		l.num.level = base.num.level
	}
	return l
}

// property reads a child of pPr or rPr.
func (l *look) property(e *element) error {
	on := e.on()
	switch e.name {
	case "jc":
		l.align = e.attr("val")
	case "b":
		l.bold = &on
	case "i":
		l.italic = &on
	case "vanish":
		l.hidden = &on
	case "vertAlign":
		raised := e.attr("val") == "superscript"
		l.raised = &raised
	case "color":
		l.color = strings.ToUpper(e.attr("val"))
	case "numPr":
		return e.children(func(c *element) error {
			switch c.name {
			case "numId":
				l.num.id = c.attr("val")
			case "ilvl":
				level := levelOf(c.attr("val"))
				l.num.level = &level
			}
			return nil
		}, nil)
	}
	return nil
}

type style struct {
	name  string
	based string
	look  look
}

// styles are the document's styles by id.
type styles map[string]style

func (s styles) read(root *element) error {
	return root.children(func(e *element) error {
		if e.name != "style" {
			return nil
		}
		st := style{}
		id := e.attr("styleId")
		err := e.children(func(c *element) error {
			switch c.name {
			case "name":
				st.name = strings.ToLower(c.attr("val"))
			case "basedOn":
				st.based = c.attr("val")
			case "pPr", "rPr":
				return c.children(st.look.property, nil)
			}
			return nil
		}, nil)
		s[id] = st
		return err
	}, nil)
}

// maxBasedOn bounds chains of styles, which may be circles.
const maxBasedOn = 20

// look returns what a style says with all that it is based on.
func (s styles) look(id string) look {
	var l look
	for range maxBasedOn {
		st, ok := s[id]
		if !ok {
			break
		}
		l = l.over(st.look)
		id = st.based
	}
	return l
}

// heading reports whether a style is one of headings: Word names them so in every
// language of its menus.
func (s styles) heading(id string) bool {
	for range maxBasedOn {
		st, ok := s[id]
		if !ok {
			break
		}
		if strings.HasPrefix(st.name, "heading") || st.name == "title" || st.name == "subtitle" {
			return true
		}
		id = st.based
	}
	return false
}

// numbered returns the id of the style that puts paragraphs of a style in a list.
func (s styles) numbered(id string) string {
	for range maxBasedOn {
		st, ok := s[id]
		if !ok || st.look.num.id != "" {
			return id
		}
		id = st.based
	}
	return id
}
