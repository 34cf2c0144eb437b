package compare

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// fold keeps what tells two wordings apart: letters and figures, in lower case. Quotes,
// dashes, blanks, case and punctuation go, so that «Портал арқылы» and "портал  арқылы."
// are one wording. A point or comma between figures stays: 1,5 is not 15.
func fold(s string) string { return strings.Join(words(s), "") }

// words splits a text into folded words: runs of letters and figures.
func words(s string) []string {
	var out []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			out = append(out, word.String())
			word.Reset()
		}
	}
	rs := []rune(s)
	for i, r := range rs {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			word.WriteRune(unicode.ToLower(r))
		case (r == ',' || r == '.') && i > 0 && i+1 < len(rs) && unicode.IsDigit(rs[i-1]) && unicode.IsDigit(rs[i+1]):
			word.WriteRune('.')
		case r == '\u00ad': // soft hyphen
		default:
			flush()
		}
	}
	flush()
	return out
}

// stemLength is the number of letters by which two forms of a word are taken for one.
// Kazakh and Russian inflect at the end: құжаттарды, құжаттардың; документы, документов.
const stemLength = 6

// stems are the words of a text without their endings and without linking words, sorted.
func stems(s string) []string {
	var out []string
	for _, w := range words(s) {
		if linking[w] {
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

// sameButEndings tells whether two phrases are the same words in other forms, as the
// grammar of the sentence asks: көрсетілетін қызметті алушы, … алушының, … алушымен.
func sameButEndings(a, b string) bool {
	wa, wb := words(a), words(b)
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

// linking words say nothing about what a text is about.
var linking = map[string]bool{
	"және": true, "мен": true, "бен": true, "пен": true, "немесе": true, "не": true, "үшін": true, "туралы": true,
	"и": true, "или": true, "либо": true, "в": true, "во": true, "на": true, "с": true, "со": true, "к": true,
	"для": true, "по": true, "о": true, "об": true, "от": true, "из": true,
}

// overlap is the Dice coefficient of two sorted lists, in thousandths: twice what they
// share over what they have. Two empty lists are alike.
func overlap(a, b []string) int {
	if len(a)+len(b) == 0 {
		return 1000
	}
	return 2000 * shared(a, b) / (len(a) + len(b))
}

func shared(a, b []string) int {
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

// without is what the sorted list a has more than b.
func without(a, b []string) []string {
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

// figures are the words of a text that hold a figure, sorted.
func figures(s string) []string {
	var out []string
	for _, w := range words(s) {
		if strings.IndexFunc(w, unicode.IsDigit) >= 0 {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// content is a number that stands for two contents, whichever comes first: it breaks
// ties in the same way for Regulations(a, b) and Regulations(b, a).
func content(a, b string) int64 {
	if a > b {
		a, b = b, a
	}
	h := fnv.New32a()
	h.Write([]byte(a))
	h.Write([]byte{0})
	h.Write([]byte(b))
	return int64(h.Sum32())
}

// Edit is a run of words that stands in one text in the place of another run.
type Edit struct {
	A string `json:"a"` // empty where B has words more
	B string `json:"b"`
}

// edits are the runs of words by which two texts differ.
func edits(a, b string) []Edit {
	// The shortest edit script is not unique; taking the texts in one order makes it the
	// same from both sides.
	if fold(a) > fold(b) {
		es := edits(b, a)
		for i := range es {
			es[i].A, es[i].B = es[i].B, es[i].A
		}
		return es
	}
	dmp := diffmatchpatch.New()
	lines := func(s string) string { return strings.Join(words(s), "\n") + "\n" }
	ra, rb, table := dmp.DiffLinesToRunes(lines(a), lines(b))
	var out []Edit
	joined := false // the last edit still grows
	for _, d := range dmp.DiffCharsToLines(dmp.DiffMainRunes(ra, rb, false), table) {
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
