package data

import (
	"encoding/xml"
	"strings"
)

// node is an element with text or with elements.
type node struct {
	name  string
	attrs []string // name, value, …; an empty value is left out
	class string
	text  string
	kids  []*node
}

func element(name string, attrs ...string) *node { return &node{name: name, attrs: attrs} }

// add appends elements; nil ones are none.
func (n *node) add(kids ...*node) *node {
	for _, k := range kids {
		if k != nil {
			n.kids = append(n.kids, k)
		}
	}
	return n
}

func (n *node) write(b *strings.Builder, depth int) {
	b.WriteString(strings.Repeat(" ", depth))
	b.WriteString("<" + n.name)
	if n.class != "" {
		b.WriteString(` class="` + n.class + `"`)
	}
	for i := 0; i < len(n.attrs); i += 2 {
		if n.attrs[i+1] != "" {
			b.WriteString(" " + n.attrs[i] + `="`)
			xml.EscapeText(b, []byte(n.attrs[i+1])) // writing to memory does not fail
			b.WriteString(`"`)
		}
	}
	switch {
	case len(n.kids) > 0:
		b.WriteString(">\n")
		for _, k := range n.kids {
			k.write(b, depth+1)
		}
		b.WriteString(strings.Repeat(" ", depth) + "</" + n.name + ">\n")
	case n.text != "":
		b.WriteString(">")
		xml.EscapeText(b, []byte(n.text))
		b.WriteString("</" + n.name + ">\n")
	default:
		b.WriteString("/>\n")
	}
}
