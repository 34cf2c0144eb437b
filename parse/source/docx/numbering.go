package docx

import (
	"strconv"
	"strings"
	"unicode"

	"reglament/parse/lang"
)

// maxLevels of a list, by the format.
const maxLevels = 9

// numbering is the part that says how lists are numbered, and where each list stands.
type numbering struct {
	abstracts map[string]*abstractList
	lists     map[string]*list
	linked    map[string]string // numbering style → abstract list that it is
}

// abstractList is the look of a list; lists made of it go on counting together.
type abstractList struct {
	levels [maxLevels]level
	link   string // the numbering style that has the levels
	counts [maxLevels]int
	begun  [maxLevels]bool
}

type level struct {
	defined bool
	start   int
	format  string // numFmt
	text    string // "%1.%2)"
	suffix  string // "tab" (also ""), "space", "nothing"
	restart int    // the level above which it begins anew after, from 1; 0: never, -1: every higher
	style   string // paragraphs of this style are at this level
	legal   bool   // all numbers in Arabic figures
}

type list struct {
	abstract  string
	starts    [maxLevels]int // startOverride, -1 for none
	levels    [maxLevels]level
	restarted bool
}

func newNumbering() *numbering {
	return &numbering{abstracts: map[string]*abstractList{}, lists: map[string]*list{}, linked: map[string]string{}}
}

// levelOf reads ilvl; what is out of range is the outermost level.
func levelOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n >= maxLevels {
		return 0
	}
	return n
}

func (n *numbering) read(root *element) error {
	return root.children(func(e *element) error {
		switch e.name {
		case "abstractNum":
			return n.readAbstract(e)
		case "num":
			return n.readList(e)
		}
		return nil
	}, nil)
}

func (n *numbering) readAbstract(e *element) error {
	a := &abstractList{}
	id := e.attr("abstractNumId")
	n.abstracts[id] = a
	return e.children(func(c *element) error {
		switch c.name {
		case "lvl":
			return readLevel(c, &a.levels[levelOf(c.attr("ilvl"))])
		case "numStyleLink":
			a.link = c.attr("val")
		case "styleLink":
			n.linked[c.attr("val")] = id
		}
		return nil
	}, nil)
}

func readLevel(e *element, l *level) error {
	*l = level{defined: true, start: 1, format: "decimal", restart: -1}
	return e.children(func(c *element) error {
		switch c.name {
		case "start":
			l.start = number(c.attr("val"), 1)
		case "numFmt":
			l.format = c.attr("val")
		case "lvlText":
			l.text = c.attr("val")
		case "suff":
			l.suffix = c.attr("val")
		case "lvlRestart":
			l.restart = number(c.attr("val"), -1)
		case "pStyle":
			l.style = c.attr("val")
		case "isLgl":
			l.legal = c.on()
		case "AlternateContent": // number formats newer than the standard
			return c.children(func(choice *element) error {
				if choice.name != "Fallback" {
					return nil
				}
				return choice.children(func(d *element) error {
					if d.name == "numFmt" {
						l.format = d.attr("val")
					}
					return nil
				}, nil)
			}, nil)
		}
		return nil
	}, nil)
}

func (n *numbering) readList(e *element) error {
	l := &list{}
	for i := range l.starts {
		l.starts[i] = -1
	}
	n.lists[e.attr("numId")] = l
	return e.children(func(c *element) error {
		switch c.name {
		case "abstractNumId":
			l.abstract = c.attr("val")
		case "lvlOverride":
			i := levelOf(c.attr("ilvl"))
			return c.children(func(d *element) error {
				switch d.name {
				case "startOverride":
					l.starts[i] = number(d.attr("val"), 1)
				case "lvl":
					return readLevel(d, &l.levels[i])
				}
				return nil
			}, nil)
		}
		return nil
	}, nil)
}

func number(s string, otherwise int) int {
	const most = 1 << 20
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > most {
		return otherwise
	}
	return n
}

// levels finds a list and the abstract list whose levels it has.
func (n *numbering) find(id string) (*list, *abstractList) {
	l := n.lists[id]
	if l == nil {
		return nil, nil
	}
	a := n.abstracts[l.abstract]
	if a != nil && a.link != "" {
		if linked := n.abstracts[n.linked[a.link]]; linked != nil {
			a = linked
		}
	}
	return l, a
}

// level returns the level for a paragraph that a style, and not itself, puts in a list.
func (n *numbering) level(id, style string) int {
	_, a := n.find(id)
	if a == nil {
		return 0
	}
	for i, l := range a.levels {
		if l.style == style && style != "" {
			return i
		}
	}
	return 0
}

// next counts a paragraph of a list at a level and returns its number as Word shows it,
// with the space after it. known is false for a list that the document does not define
// or a format of numbers that is not known and is shown in Arabic figures.
func (n *numbering) next(id string, at int) (label string, known bool) {
	l, a := n.find(id)
	if a == nil {
		return "", false
	}
	levels := a.levels
	for i := range levels {
		if l.levels[i].defined {
			levels[i] = l.levels[i]
		}
	}
	if !levels[at].defined {
		return "", true
	}
	start := func(i int) int {
		if l.starts[i] >= 0 {
			return l.starts[i]
		}
		return levels[i].start
	}
	if !l.restarted {
		l.restarted = true
		for i, s := range l.starts {
			if s >= 0 {
				a.begun[i] = false
			}
		}
	}
	if a.begun[at] {
		a.counts[at]++
	} else {
		a.begun[at], a.counts[at] = true, start(at)
	}
	for i := at + 1; i < maxLevels; i++ {
		if r := levels[i].restart; r < 0 || r > at {
			a.begun[i] = false
		}
	}
	for i := range at {
		if !a.begun[i] {
			a.begun[i], a.counts[i] = true, start(i)
		}
	}
	known = true
	if levels[at].format == "bullet" {
		label = bullet(levels[at].text)
	} else {
		label = levels[at].text
		for i := range at + 1 {
			place := "%" + strconv.Itoa(i+1)
			if !strings.Contains(label, place) {
				continue
			}
			format := levels[i].format
			if levels[at].legal {
				format = "decimal"
			}
			figure, ok := figures(a.counts[i], format)
			known = known && ok
			label = strings.ReplaceAll(label, place, figure)
		}
	}
	if label != "" && levels[at].suffix != "nothing" {
		label += " "
	}
	return label, known
}

// bullet is a list mark in letters that any font has: Word's are often codes of the
// Symbol and Wingdings fonts, or a round letter "o".
func bullet(mark string) string {
	for _, r := range mark {
		if unicode.Is(unicode.Co, r) || unicode.IsLetter(r) {
			return "•"
		}
	}
	return mark
}

// figures writes n in a number format of the standard (ST_NumberFormat); one that is
// not known is written in Arabic figures, and ok is false.
func figures(n int, format string) (s string, ok bool) {
	switch format {
	case "decimal":
		return strconv.Itoa(n), true
	case "none":
		return "", true
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n), true
		}
		return strconv.Itoa(n), true
	case "upperRoman":
		return roman(n), true
	case "lowerRoman":
		return strings.ToLower(roman(n)), true
	case "upperLetter":
		return letters(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), true
	case "lowerLetter":
		return letters(n, "abcdefghijklmnopqrstuvwxyz"), true
	case "russianUpper":
		return letters(n, strings.ToUpper(lang.ItemLetters)), true
	case "russianLower":
		return letters(n, lang.ItemLetters), true
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -", true
	}
	return strconv.Itoa(n), false
}

// letters counts a to z, then aa, bb: the letter repeated, as Word does.
func letters(n int, alphabet string) string {
	runes := []rune(alphabet)
	if n < 1 || n > 10*len(runes) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(runes[(n-1)%len(runes)]), (n-1)/len(runes)+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, f := range []struct {
		value  int
		figure string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= f.value; n -= f.value {
			b.WriteString(f.figure)
		}
	}
	return b.String()
}
