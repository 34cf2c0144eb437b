package structure

import (
	"slices"
	"strings"

	"reglament/parse/lang"
	"reglament/parse/sentence"
)

// PointKind returns what a point is about by the words that it begins with.
func (t *Text) PointKind(ws []sentence.Word) (lang.PointKind, bool) {
	return t.KindOf(ws, t.Tab.PointKinds)
}

// KindOf returns the first of the kinds that words meet.
func (t *Text) KindOf(ws []sentence.Word, kinds []lang.PointKind) (lang.PointKind, bool) {
	var words lang.Beginnings
	for _, w := range ws {
		words.Add(t.Str(w))
	}
	missing := func(phrases string) bool {
		for phrase := range strings.SplitSeq(phrases, "|") {
			if words.May(phrase) && t.FindPhrase(ws, phrase) >= 0 {
				return false
			}
		}
		return true
	}
	for i := range kinds {
		k := &kinds[i]
		if !slices.ContainsFunc(k.All, missing) && (k.Any.Empty() || t.Has(ws, &k.Any)) && !t.Has(ws, &k.None) {
			return *k, true
		}
	}
	return lang.PointKind{}, false
}
