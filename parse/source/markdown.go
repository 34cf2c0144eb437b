package source

import (
	"context"
	"html"
	"iter"
	"regexp"
	"strings"

	"reglament/parse/source/raw"
)

// markdown reads the Markdown that converters make of a page: headings, emphasis, lists
// and links. Its marks are taken off; blank lines part paragraphs. Numbers that begin a
// line ("1.", "2)") are the act's own and stay: that is why no Markdown parser is used,
// it would renumber them.
func markdown(ctx context.Context, text string) []paragraph {
	var out []paragraph
	var parts []string // of the last paragraph
	open := false      // it goes on with the next line
	var table ruled
	end := func() {
		if len(parts) > 0 {
			out[len(out)-1].text = strings.Join(parts, " ")
		}
	}
	full := hasFullLines(text)
	broken := false // the line before ended in a break: two blanks, or a backslash
	borderless := false
	for l, follow := range withNext(text) {
		if ctx.Err() != nil {
			break
		}
		body, slash := strings.CutSuffix(l, `\`)
		t := strings.TrimSpace(body)
		// Breaks part the paragraphs of a page that has none of its own: each is indented.
		if broken && len(l)-len(strings.TrimLeft(l, " ")) >= minIndent {
			open = false
		}
		broken = slash || strings.HasSuffix(l, "  ")
		t = strings.TrimSpace(strings.TrimPrefix(t, ">"))
		if t == "" || strings.HasPrefix(t, ":::") {
			open, borderless = false, false
			continue
		}
		next := strings.TrimSpace(follow)
		// Some converters draw no borders at the edges of a table.
		if borderless = borderless || isRule(next) && strings.Contains(next, "|"); borderless && !isRule(t) && strings.Contains(t, "|") && !strings.HasPrefix(t, "|") {
			t = "|" + t
		}
		if cells := table.row(t); cells != nil {
			end()
			for _, c := range cells {
				c.text = inline(c.text)
				out = append(out, c)
			}
			parts, open = nil, false
			continue
		}
		table.tag(t)
		kind := raw.Body
		switch h := strings.TrimLeft(t, "#"); {
		case len(h) < len(t) && (h == "" || h[0] == ' '):
			kind, t, open = raw.Heading, h, false
		case !open && underlines(next):
			kind = raw.Heading
		}
		if strings.HasPrefix(t, "<t") { // a cell: "<td>", "<th>"
			open = false
		}
		item := false
		for _, bullet := range []string{"- ", "* ", "+ "} {
			if rest, ok := strings.CutPrefix(t, bullet); ok {
				t, item = strings.TrimSpace(rest), true
				break
			}
		}
		if t = strings.Trim(inline(t), "| "); isRule(t) || underlines(t) {
			open = false
			continue
		}
		if item || open && (numbered(t) && endsSentence(parts[len(parts)-1]) || opensNote(t) || full && partedWhole(parts[len(parts)-1], t)) {
			open = false
		}
		if open {
			parts = append(parts, t)
			open = !underlines(next)
			continue
		}
		end()
		out, parts = append(out, paragraph{kind: kind, cell: item, place: table.place.InCell()}), []string{t}
		// A heading goes on where a converter wrapped it.
		open = !underlines(next) && (kind == raw.Body || next != "" && (startsLower(next) || wrappedBefore(body, next)))
	}
	end()
	return out
}

// withNext yields the lines of a text, each with the line after it.
func withNext(text string) iter.Seq2[string, string] {
	return func(yield func(line, next string) bool) {
		line, rest, more := strings.Cut(text, "\n")
		for more {
			var next string
			next, rest, more = strings.Cut(rest, "\n")
			if !yield(line, next) {
				return
			}
			line = next
		}
		yield(line, "")
	}
}

// isRule reports whether a line is one below the head of a table: "---|---".
func isRule(t string) bool { return strings.Trim(t, "-|: ") == "" }

// underlines reports whether a line makes a heading of the line before it.
func underlines(t string) bool {
	const least = 3
	return len(t) >= least && (strings.Trim(t, "=") == "" || strings.Trim(t, "-") == "")
}

// wrappedBefore reports whether a converter wrapped a line because the next word had no
// room in it.
func wrappedBefore(l, next string) bool {
	const narrowest = 70 // letters of a line
	word, _, _ := strings.Cut(next, " ")
	return runes(l)+1+runes(word) > narrowest && !numbered(next) && strings.IndexByte("#*_", next[0]) < 0 && !opensNote(next)
}

// partedWhole reports whether two lines, neither of which a converter wrapped, are two paragraphs.
func partedWhole(last, next string) bool {
	return strings.HasSuffix(last, ":") || strings.HasSuffix(last, ";") || endsSentence(last) && !startsLower(next) || opensPoint(next)
}

// hasFullLines reports whether a text has a line that no converter leaves where it wraps them.
func hasFullLines(text string) bool {
	const bytes, letters = 250, 150 // both: an address of a link is long too
	for l := range strings.SplitSeq(text, "\n") {
		if len(l) > bytes && runes(l) > letters && !strings.Contains(l, "|") {
			return true
		}
	}
	return false
}

// numbered reports whether a line begins with the number of a point: "1. ", "2) ".
func numbered(t string) bool {
	i := 0
	for i < len(t) && t[i] >= '0' && t[i] <= '9' {
		i++
	}
	return i > 0 && i+1 < len(t) && (t[i] == '.' || t[i] == ')') && t[i+1] == ' '
}

// attributes are what converters note beside words: "[]{#z14}", "[слова]{.note}",
// "Заголовок {#z16}", "[№ 1](…){.x}".
var attributes = regexp.MustCompile(`(?:\[([^]\[]*)\])?\s?\{(?:[#.:]|[a-z-]+=")[^{}]*\}`)

// emphasis is that of words inside a line: "*Аким области* *И. Пример*".
var emphasis = regexp.MustCompile(`(^|[^\\*])\*([^*\s\\][^*]*)\*`)

// underscores are those around words, of emphasis too; longer rows are blanks to fill in:
// "Фамилия ______ Имя ______".
var underscores = regexp.MustCompile(`(^|[^_\pL\pN\\])_{1,2}([^_]*[^_\s\\]\s?)_{1,2}($|[^_\pL\pN])`)

// tags are those that converters leave where Markdown has no marks: of tables, breaks.
var tags = regexp.MustCompile(`</?(?:table|colgroup|col|thead|tbody|tfoot|tr|td|th|caption|div|p|span|font|a|b|i|u|em|strong|sup|sub|img|br|hr)(?:\s[^<>]*)?/?>`)

// inline takes emphasis, links, pictures, tags and escapes off a line.
func inline(s string) string {
	if strings.Contains(s, "<") {
		s = tags.ReplaceAllString(s, "")
	}
	if strings.Contains(s, "{") {
		s = attributes.ReplaceAllString(s, "$1")
	}
	s = strings.ReplaceAll(s, "**", "")
	s = strings.TrimSpace(s)
	if len(s) > 1 && s[0] == '*' && strings.Index(s[1:], "*") == len(s)-2 {
		s = strings.TrimSpace(s[1 : len(s)-1]) // also of "* []{#z18}Аким области*"
	}
	if strings.Contains(s, "*") {
		s = emphasis.ReplaceAllString(s, "$1$2")
	}
	if strings.Contains(s, "_") {
		s = underscores.ReplaceAllString(s, "$1$2$3")
	}
	if strings.Contains(s, "--") {
		s = strings.ReplaceAll(" "+s+" ", " -- ", " – ")
	}
	if strings.Contains(s, "](") {
		s = links(s)
	}
	if strings.Contains(s, `\`) {
		s = unescape(s)
	}
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return strings.TrimSpace(strings.TrimSpace(s))
}

// links puts the text of a link for the link, and nothing for a picture.
func links(s string) string {
	var b strings.Builder
	for {
		mid := strings.Index(s, "](")
		if mid < 0 {
			break
		}
		open := strings.LastIndex(s[:mid], "[")
		end := strings.Index(s[mid:], ")")
		if end < 0 {
			break // and no link follows
		}
		if open < 0 {
			b.WriteString(s[:mid+2])
			s = s[mid+2:]
			continue
		}
		if open > 0 && s[open-1] == '!' {
			b.WriteString(s[:open-1])
		} else {
			b.WriteString(s[:open])
			b.WriteString(s[open+1 : mid])
		}
		s = s[mid+end+1:]
	}
	b.WriteString(s)
	return b.String()
}

// unescape takes the backslash off a punctuation mark that it protects.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_{}[]()#+-.!|>~\"'", s[i+1]) >= 0 {
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// keepsNumber reports whether a line begins with a number that a backslash keeps from being
// that of a list: "1\\. Общие положения", "2\\) …".
func keepsNumber(t string) bool {
	rest := strings.TrimLeft(t, "0123456789")
	return len(rest) < len(t) && (strings.HasPrefix(rest, `\.`) || strings.HasPrefix(rest, `\)`))
}

// looksMarkdown reports whether a text has the marks of Markdown that plain texts of
// acts do not have: headings, bold paragraphs, links, numbers that are kept from being those
// of lists ("1\\.").
func looksMarkdown(text string) bool {
	n := 0
	links := strings.Contains(text, "](http")
	for l := range strings.Lines(text) {
		t := strings.TrimLeft(l, " ")
		if !links && (t == "" || t[0] != '#' && t[0] != '*' && (t[0] < '0' || t[0] > '9')) {
			continue
		}
		t = strings.TrimRight(t, " \n")
		if strings.HasPrefix(t, "# ") || strings.HasPrefix(t, "## ") || strings.HasPrefix(t, "### ") || strings.HasPrefix(t, "#### ") ||
			strings.HasPrefix(t, "**") && strings.HasSuffix(t, "**") || links && strings.Contains(t, "](http") || keepsNumber(t) {
			if n++; n >= 2 {
				return true
			}
		}
	}
	return false
}
