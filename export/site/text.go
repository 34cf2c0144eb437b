package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/explain"
)

// paragraph is a line of a text as a page shows it.
type paragraph struct {
	Beside   string // what begins here: "5-тармақ", "2-қадам"
	Class    string // "note", "section", ""
	Language model.Language
	Segments []segment
	Margin   []remark
}

// segment is a run of a paragraph with one mark, or with none.
type segment struct {
	ID      []string // anchors that lead here
	Start   int      // in the canonical text
	End     int
	Text    string
	Class   string // see markClasses, "" where nothing was read
	Meaning string // what was read: "орындаушы: Басшы"
}

// remark stands in the margin.
type remark struct {
	Class string // "error", "warning", "info", "note"
	Title string
	Text  string
	Lang  phrase.Language // of Text
	Span  model.Span
}

// markClasses are what marks are shown as.
var markClasses = map[explain.Kind]string{
	explain.Title: "head", explain.Status: "head", explain.Adopted: "head", explain.Number: "head", explain.ActKind: "head",
	explain.Issuer: "head", explain.Registration: "head", explain.Signatory: "head", explain.InForce: "head",
	explain.RepealedBy: "ref", explain.Amends: "ref", explain.Repeals: "ref", explain.Cites: "ref", explain.By: "ref",
	explain.ApprovedBy: "ref", explain.Standard: "ref", explain.Ref: "ref",
	explain.Service: "property", explain.Provider: "property", explain.Automation: "property", explain.Channel: "property",
	explain.Form: "property", explain.Limit: "duration", explain.Term: "duration",
	explain.Definition: "definition", explain.Participant: "actor", explain.Actor: "actor", explain.Result: "result",
	explain.Condition: "condition", explain.Variant: "heading", explain.Process: "heading", explain.Action: "action",
}

// legend are the classes of marks in their order.
var legend = []string{"actor", "action", "duration", "result", "condition", "property", "definition", "head", "ref", "heading"}

// meaning is the class of a mark and what was read there, in words.
func (p *page) meaning(m explain.Mark) (class, text string) {
	if !m.Kind.Told() {
		text = p.T("what." + string(m.Kind))
	}
	var words []string
	switch m.Kind {
	case explain.InForce, explain.Issuer, explain.Registration, explain.Signatory: // the words beside it say the same better
	default:
		words = p.values(m.Values)
	}
	if m.Length != nil {
		words = append(words, p.Duration(*m.Length))
	}
	if len(words) > 0 {
		if text != "" {
			text += ": "
		}
		text += strings.Join(words, " ")
	}
	return markClasses[m.Kind], text
}

// values are the parts of what was read, in words.
func (p *page) values(all []explain.Value) []string {
	var out []string
	for _, v := range all {
		word := v.Text
		if v.Codes != "" {
			word = p.Code(v.Codes, v.Text)
		}
		out = append(out, word)
	}
	return out
}

// block is what a block mark says in the gutter.
func (p *page) block(m explain.Mark) (class, text string) {
	class = string(m.Kind)
	said := strings.Join(p.values(m.Values), " ")
	switch m.Kind {
	case explain.Note:
		return class, p.T("what.note")
	case explain.Label:
		return string(explain.Step), said
	}
	return class, p.Lang.Numbered(p.T("what."+class), said)
}

// paragraphs cuts a part of a text into paragraphs and marks what was read. anchors are
// more spans that links lead to.
func (p *page) paragraphs(t *text, part model.Span, anchors []model.Span) []paragraph {
	var values, blocks []explain.Mark
	for _, m := range explain.Marks(t.Document) {
		if m.Span[1] <= part[0] || m.Span[0] >= part[1] {
			continue
		}
		anchors = append(anchors, m.Span)
		if m.Block {
			blocks = append(blocks, m)
		} else {
			values = append(values, m)
		}
	}
	slices.SortStableFunc(anchors, func(a, b model.Span) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(b[1], a[1])) })
	anchors = slices.Compact(anchors)
	margin := p.margin(t)
	var out []paragraph
	var open []explain.Mark // values that reach into the paragraph
	for start, end := part[0], 0; start < part[1]; start = end + 1 {
		end = part[1]
		if n := strings.IndexByte(t.canonical[start:part[1]], '\n'); n >= 0 {
			end = start + n
		}
		one := paragraph{Language: t.Act.Language}
		for len(blocks) > 0 && blocks[0].Span[0] < end {
			if class, text := p.block(blocks[0]); text != "" {
				// The innermost block is told; a note or a heading shows as such.
				one.Beside = text
				if class == "note" || class == "section" {
					one.Class = class
				}
			}
			blocks = blocks[1:]
		}
		open = slices.DeleteFunc(open, func(m explain.Mark) bool { return m.Span[1] <= start })
		for len(values) > 0 && values[0].Span[0] < end {
			open = append(open, values[0])
			values = values[1:]
		}
		one.Segments = p.segments(t.canonical, start, end, open, &anchors)
		for len(margin) > 0 && margin[0].Span[0] <= end {
			if margin[0].Span[0] >= part[0] {
				one.Margin = append(one.Margin, margin[0])
			}
			margin = margin[1:]
		}
		if end > start {
			out = append(out, one)
		}
	}
	return out
}

// segments cuts a paragraph where a value begins or ends, or a link leads to.
func (p *page) segments(canonical string, start, end int, values []explain.Mark, anchors *[]model.Span) []segment {
	cuts := []int{start, end}
	cut := func(at int) {
		if at > start && at < end && utf8.RuneStart(canonical[at]) {
			cuts = append(cuts, at)
		}
	}
	for _, v := range values {
		cut(v.Span[0])
		cut(v.Span[1])
	}
	ids := map[int][]string{}
	for len(*anchors) > 0 && (*anchors)[0][0] < end {
		a := (*anchors)[0]
		at := max(a[0], start)
		cut(at)
		cut(a[1])
		ids[at] = append(ids[at], Anchor(a)[1:])
		*anchors = (*anchors)[1:]
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []segment
	for i := 0; i+1 < len(cuts); i++ {
		s := segment{Start: cuts[i], End: cuts[i+1], ID: ids[cuts[i]], Text: canonical[cuts[i]:cuts[i+1]]}
		best := -1
		for k, v := range values {
			if v.Span[0] <= s.Start && s.End <= v.Span[1] && (best < 0 || v.Span[1]-v.Span[0] < values[best].Span[1]-values[best].Span[0]) {
				best = k
			}
		}
		if best >= 0 {
			s.Class, s.Meaning = p.meaning(values[best])
		}
		out = append(out, s)
	}
	return out
}

// remark is a finding as it is shown.
func (p *page) remark(f model.Finding) remark {
	text, in := p.told(f.Reason, f.Message)
	return remark{string(f.Severity), p.Code("finding", f.Code), text, in, f.Span}
}

// told is a message in the language of the page; or else, of what was stored before
// messages were, in English.
func (p *page) told(m model.Message, english string) (string, phrase.Language) {
	if text := p.Lang.Tell(m); text != "" {
		return text, p.Lang
	}
	return english, phrase.English
}

// margin is what is said of the text beside it: findings, and what notes tell.
func (p *page) margin(t *text) []remark {
	var out []remark
	for _, f := range t.Findings {
		out = append(out, p.remark(f))
	}
	for _, n := range t.Act.Notes {
		title := p.Numbered("target", n.Target.Kind, n.Target.Number) + ": " + p.Code("note", n.Action)
		if n.By != nil {
			title += " – " + p.Ref(n.By)
		}
		if n.Effective != nil {
			title += "; " + p.Entry(n.Effective)
		}
		out = append(out, remark{Class: "note", Title: title, Span: n.Span})
	}
	slices.SortStableFunc(out, func(a, b remark) int { return cmp.Compare(a.Span[0], b.Span[0]) })
	return out
}
