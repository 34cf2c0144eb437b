package lang

import (
	"slices"
	"strconv"
	"strings"
)

// romans are the numbers of stages, in small letters.
var romans = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii"}

// Ordinal is the figure that a folded word stands for before a noun: "1" for "бірінші",
// "первая", "1-ші" and "I", whose letter may be of either alphabet. Another word is returned
// as it is.
func (t *Tables) Ordinal(word string) string {
	for i, stem := range t.Ordinals {
		if IsStem(word, stem) {
			return strconv.Itoa(i + 1)
		}
	}
	if i := slices.Index(romans, strings.ReplaceAll(word, "і", "i")); i >= 0 {
		return strconv.Itoa(i + 1)
	}
	if figure, ending, _ := strings.Cut(word, "-"); slices.Contains(t.OrdinalEndings, ending) {
		return figure
	}
	return word
}

// Stage is the number of the stage whose heading a text is, 0 for another text: "2-кезең",
// "екінші кезең", "этап 2", "II этап – выдача".
func (t *Tables) Stage(heading string) int {
	words := wordsOf(heading)
	if len(words) == 0 {
		return 0
	}
	number := ""
	if figure, noun, ok := strings.Cut(words[0], "-"); ok && t.StageWords.Stem(noun) {
		number = figure
	} else if len(words) > 1 && t.StageWords.Stem(words[1]) {
		number = t.Ordinal(words[0])
	} else if len(words) > 1 && t.StageWords.Stem(words[0]) {
		number = words[1]
	}
	n, _ := strconv.Atoi(number)
	return n
}
