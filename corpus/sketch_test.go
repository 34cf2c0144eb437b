package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// sketchOf is the sketch of a text, a paragraph a line; its words are their own stems.
func sketchOf(text string) []byte {
	var s sketcher
	for line := range strings.SplitSeq(text, "\n") {
		for word := range strings.FieldsSeq(line) {
			s.word(word)
		}
		s.end()
	}
	return s.sketch()
}

func hashes(words string) []uint32 {
	var out []uint32
	for word := range strings.FieldsSeq(words) {
		out = append(out, hashStem(word))
	}
	return out
}

func TestWordsOfAQueryAreFoundInASketch(t *testing.T) {
	var long strings.Builder // more stems than a number of one byte can tell
	for i := range 300 {
		fmt.Fprintf(&long, "сөз%d ", i)
	}
	for _, test := range []struct{ name, text, query, want string }{
		{"a word in two paragraphs", "анықтама беру\n\nкеңсе анықтама тіркейді", "анықтама", "0 [{0 0}] 2 [{0 3}]"},
		{"two words", "а\nб в б", "в б", "1 [{1 1} {0 2} {1 3}]"},
		{"a word that is not there", "а\nб", "в", ""},
		{"a word beside one that is not there", "а\nб", "в б", "1 [{1 1}]"},
		{"no word", "а\nб", "", ""},
		{"the last of many stems", "бас\n" + long.String(), "сөз299", "1 [{0 300}]"},
	} {
		var got []string
		whole := places(sketchOf(test.text), hashes(test.query), func(n int, of []place) {
			got = append(got, fmt.Sprint(n, slices.Clone(of)))
		})
		if strings.Join(got, " ") != test.want || !whole {
			t.Errorf("%s: %q, whole %t; want %q", test.name, got, whole, test.want)
		}
	}
}

func TestADamagedSketchIsNoticed(t *testing.T) {
	for name, sketch := range map[string][]byte{
		"nothing": nil, "fewer stems than it says": {200, 1, 1, 2, 3}, "half a number": append(sketchOf("а"), 0x80),
	} {
		if places(sketch, nil, func(int, []place) {}) {
			t.Errorf("%s: it is taken for a whole one", name)
		}
	}
}

// Of two paragraphs the better one has more words of the query, or has them nearer.
func TestParagraphsWithMoreWordsNearerAreBetter(t *testing.T) {
	const query = "жер учаскесін беру"
	paragraphs := []string{ // from the best
		"жер учаскесін беру",
		"онда беру үшін жер учаскесін алады",
		"жер және оның учаскесін кейін беру",
		"учаскесін беру",
		"беру туралы учаскесін",
		"жер жер жер",
	}
	score := func(paragraph string) (out float64) {
		places(sketchOf("\n"+paragraph), hashes(query), func(_ int, of []place) { out = together(of, 3) })
		return out
	}
	for i, p := range paragraphs[1:] {
		if a, b := score(paragraphs[i]), score(p); a <= b {
			t.Errorf("%q has %.2f, %q %.2f", paragraphs[i], a, p, b)
		}
	}
	if got := score(paragraphs[0]); got != 4 {
		t.Errorf("all words side by side have %.2f", got)
	}
}
