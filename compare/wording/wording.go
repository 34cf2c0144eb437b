// Package wording compares Kazakh and Russian wordings of the law: what tells two texts
// apart when quotes, dashes, case and endings of words do not count.
package wording

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"reglament/parse/lang"
)

// Fold keeps what tells two wordings apart: letters and figures, in lower case. Quotes,
// dashes, blanks, case and punctuation go, so that «Портал арқылы» and "портал  арқылы."
// are one wording. A point or comma between figures stays: 1,5 is not 15.
func Fold(s string) string { return strings.Join(Words(s), "") }

// Words splits a text into folded words: runs of letters and figures. All words are parts
// of one string, since every text of every step goes through here.
func Words(s string) []string {
	folded := make([]byte, 0, len(s))
	var ends []int // of each word
	begun, digit := false, false
	flush := func() {
		if begun {
			ends, begun = append(ends, len(folded)), false
		}
	}
	for i, r := range s {
		switch {
		case isWord(r):
			folded, begun = utf8.AppendRune(folded, lower(r)), true
			digit = unicode.IsDigit(r)
			continue
		case (r == ',' || r == '.') && digit && begun && nextIsDigit(s[i+1:]):
			folded = append(folded, '.')
		case r == '\u00ad': // soft hyphen
		default:
			flush()
		}
		digit = false
	}
	flush()
	all := string(folded)
	out := make([]string, len(ends))
	from := 0
	for i, to := range ends {
		out[i], from = all[from:to], to
	}
	return out
}

func nextIsDigit(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsDigit(r)
}

// isWord and lower know Cyrillic and ASCII themselves: the tables of package unicode are
// searched for the rest.
func isWord(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	case 0x400 <= r && r <= 0x481 || 0x48a <= r && r <= 0x52f:
		return true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func lower(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'а' <= r && r <= 'я':
		return r
	case 'A' <= r && r <= 'Z' || 'А' <= r && r <= 'Я':
		return r + 32
	}
	return unicode.ToLower(r)
}

// stemLength is the number of letters by which two forms of a word are taken for one.
// Kazakh and Russian inflect at the end: құжаттарды, құжаттардың; документы, документов.
const stemLength = 6

// Stems are the words of a text without their endings and without linking words, sorted.
func Stems(s string) []string {
	var out []string
	for _, w := range Words(s) {
		if lang.Linking[w] {
			continue
		}
		if rs := []rune(w); len(rs) > stemLength {
			w = string(rs[:stemLength])
		}
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// SameButEndings tells whether two phrases are the same words in other forms, as the
// grammar of the sentence asks: көрсетілетін қызметті алушы, … алушының, … алушымен.
func SameButEndings(a, b string) bool {
	wa, wb := Words(a), Words(b)
	if len(wa) != len(wb) {
		return false
	}
	for i := range wa {
		ra, rb := []rune(wa[i]), []rune(wb[i])
		n := 0
		for n < len(ra) && n < len(rb) && ra[n] == rb[n] {
			n++
		}
		if wa[i] != wb[i] && n < max(3, min(len(ra), len(rb))-3) {
			return false
		}
	}
	return true
}

// Telling are the stems of a text without what stands in every step of every regulation.
func Telling(s string) []string {
	return slices.DeleteFunc(Stems(s), func(w string) bool { return lang.Boilerplate[w] })
}

// Overlap is the Dice coefficient of two sorted lists, in thousandths: twice what they
// share over what they have. Two empty lists are alike.
func Overlap(a, b []string) int {
	if len(a)+len(b) == 0 {
		return 1000
	}
	return 2000 * Shared(a, b) / (len(a) + len(b))
}

// Shared is how many words two sorted lists have in common; one that both have twice counts
// twice.
func Shared(a, b []string) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch strings.Compare(a[i], b[j]) {
		case 0:
			n, i, j = n+1, i+1, j+1
		case -1:
			i++
		default:
			j++
		}
	}
	return n
}

// Without is what the sorted list a has more than b.
func Without(a, b []string) []string {
	var out []string
	j := 0
	for _, s := range a {
		for j < len(b) && b[j] < s {
			j++
		}
		if j < len(b) && b[j] == s {
			j++
			continue
		}
		out = append(out, s)
	}
	return out
}

// Figures are the words of a text that hold a figure, sorted.
func Figures(s string) []string {
	var out []string
	for _, w := range Words(s) {
		if strings.IndexFunc(w, unicode.IsDigit) >= 0 {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// Edit is a run of words that stands in one text in the place of another run.
type Edit struct {
	A string `json:"a"` // empty where B has words more
	B string `json:"b"`
}

// Edits are the runs of words by which two texts differ.
func Edits(a, b string) []Edit {
	// The shortest edit script is not unique; taking the texts in one order makes it the
	// same from both sides.
	if Fold(a) > Fold(b) {
		es := Edits(b, a)
		for i := range es {
			es[i].A, es[i].B = es[i].B, es[i].A
		}
		return es
	}
	lines := func(s string) string { return strings.Join(Words(s), "\n") + "\n" }
	var out []Edit
	joined := false // the last edit still grows
	for _, d := range diff(lines(a), lines(b)) {
		if d.Type == diffmatchpatch.DiffEqual {
			joined = false
			continue
		}
		if !joined {
			out, joined = append(out, Edit{}), true
		}
		e := &out[len(out)-1]
		text := strings.ReplaceAll(strings.TrimSuffix(d.Text, "\n"), "\n", " ")
		if d.Type == diffmatchpatch.DiffDelete {
			e.A = strings.TrimSpace(e.A + " " + text)
		} else {
			e.B = strings.TrimSpace(e.B + " " + text)
		}
	}
	return out
}

// mostPairs is how many pairs of words are looked at for the shortest edits: of two texts
// of 2,000 words. What lies between the common beginning and end of longer ones is one edit.
const mostPairs = 2000 * 2000

// diff compares texts of one word a line. How long it may take does not depend on the
// speed of the machine, so that the same texts always differ in the same way.
func diff(a, b string) []diffmatchpatch.Diff {
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	ra, rb, table := dmp.DiffLinesToRunes(a, b)
	head := dmp.DiffCommonPrefix(string(ra), string(rb))
	tail := dmp.DiffCommonSuffix(string(ra[head:]), string(rb[head:]))
	da, db := ra[head:len(ra)-tail], rb[head:len(rb)-tail]
	if len(da)*len(db) <= mostPairs {
		return dmp.DiffCharsToLines(dmp.DiffMainRunes(ra, rb, false), table)
	}
	return dmp.DiffCharsToLines([]diffmatchpatch.Diff{
		{Type: diffmatchpatch.DiffEqual, Text: string(ra[:head])},
		{Type: diffmatchpatch.DiffDelete, Text: string(da)},
		{Type: diffmatchpatch.DiffInsert, Text: string(db)},
		{Type: diffmatchpatch.DiffEqual, Text: string(ra[len(ra)-tail:])},
	}, table)
}

// Run is a piece of a text as it was written; Only tells that the other text has not got
// its words.
type Run struct {
	Text string
	Only bool
}

// Marked parts two texts into runs that both have and runs that only one has. The runs of
// a text put together are the text.
func Marked(a, b string) (runsA, runsB []Run) {
	pa, pb := pieces(a), pieces(b)
	folded := func(ps []piece) string {
		var out strings.Builder
		for _, p := range ps {
			out.WriteString(p.word)
			out.WriteByte('\n')
		}
		return out.String()
	}
	i, j := 0, 0
	add := func(runs []Run, ps []piece, only bool) []Run {
		var text strings.Builder
		for _, p := range ps {
			text.WriteString(p.text)
		}
		if n := len(runs); n > 0 && runs[n-1].Only == only {
			runs[n-1].Text += text.String()
			return runs
		}
		return append(runs, Run{text.String(), only})
	}
	for _, d := range diff(folded(pa), folded(pb)) {
		n := strings.Count(d.Text, "\n")
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			runsA, i = add(runsA, pa[i:i+n], true), i+n
		case diffmatchpatch.DiffInsert:
			runsB, j = add(runsB, pb[j:j+n], true), j+n
		default:
			runsA, i = add(runsA, pa[i:i+n], false), i+n
			runsB, j = add(runsB, pb[j:j+n], false), j+n
		}
	}
	return runsA, runsB
}

// piece is a word with the marks and blanks that follow it.
type piece struct{ text, word string }

func pieces(s string) []piece {
	var out []piece
	start, inWord, seen := 0, false, false
	for i, r := range s {
		if isWord(r) && !inWord && seen {
			out = append(out, piece{text: s[start:i]})
			start = i
		}
		inWord = isWord(r)
		seen = seen || inWord
	}
	if start < len(s) {
		out = append(out, piece{text: s[start:]})
	}
	for i := range out {
		out[i].word = Fold(out[i].text)
	}
	return out
}
