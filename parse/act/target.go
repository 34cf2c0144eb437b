package act

import "reglament/model"

// Targets are the points, subpoints, annexes and so on that an order to change an act
// names, outside quotation marks, in the order of its words: "2-тармағының 3) тармақшасы",
// "приложению 1". Words that tell what something is supplemented with are none: "5-1-тармақпен
// толықтырылсын".
func Targets(text string, action model.NoteAction, l model.Language) []model.Target {
	var out []model.Target
	ln := scan(text)
	for i := 0; i < len(ln.t); i++ {
		t := ln.t[i]
		if t.kind == quote && t.match > i {
			i = t.match
			continue
		}
		if t.kind != word || action == model.NoteSupplemented && instrumental(t.low) {
			continue
		}
		w, ok := ln.targetAt(i)
		if !ok {
			continue
		}
		target := model.Target{Kind: w.kind}
		if w.numbered {
			target.Number = ln.targetNumber(i, l)
		}
		out = append(out, target)
	}
	return out
}
