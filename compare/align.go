package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reglament/compare/wording"
	"reglament/model"
)

// Mark is what became of a step.
type Mark string

// The marks of aligned steps.
const (
	MarkSame    Mark = "same"
	MarkWording Mark = "wording" // differs in words only
	MarkChanged Mark = "changed"
	MarkAdded   Mark = "added"
	MarkRemoved Mark = "removed"
	MarkMoved   Mark = "moved"
	MarkSplit   Mark = "split"  // one step of A is two of B
	MarkJoined  Mark = "joined" // two steps of A are one of B
)

// StepPair is a step of A beside the step of B that does the same; one side is empty for
// a step without counterpart, and has two steps where a step was split or joined.
type StepPair struct {
	Mark  Mark                `json:"mark"`
	A     model.List[StepRef] `json:"a"`
	B     model.List[StepRef] `json:"b"`
	Score float64             `json:"score"` // likeness from 0 to 1, 0 without counterpart
	Why   string              `json:"why"`   // why these were paired
}

// StepRef is a step of one side.
type StepRef struct {
	Index     int                      `json:"index"` // in Process.Steps, from 0
	N         model.Text               `json:"n"`
	Label     model.Text               `json:"label"`
	Node      model.Node               `json:"node"`
	Actor     model.Text               `json:"actor"`
	Roles     model.List[model.Role]   `json:"roles"`
	Actions   model.List[model.Action] `json:"actions"`
	Text      string                   `json:"text"`
	Durations model.List[string]       `json:"durations"` // as written
	Minutes   *int                     `json:"minutes"`   // working time, null where the text does not state one term with a fixed length
	Span      model.Span               `json:"span"`
}

func stepRef(s *model.Step, index int) StepRef {
	r := StepRef{Index: index, N: s.N, Label: s.Label, Node: s.Node, Actor: s.Actor, Roles: s.Roles, Actions: s.Actions, Text: s.Text, Span: s.Span}
	for _, d := range s.Durations {
		r.Durations = append(r.Durations, d.Text)
	}
	r.Minutes = s.Term().Minutes()
	return r
}

// Align says which steps of two descriptions are one step; the mark of a pair is empty
// unless the step was moved, split, joined, added or removed.
func Align(a, b *model.Process, sameLanguage bool) []StepPair {
	fa, fb := stepFeatures(a.Steps), stepFeatures(b.Steps)
	links := alignSteps(fa, fb, sameLanguage)
	var out []StepPair
	for _, l := range links {
		p := StepPair{Mark: l.mark, Score: float64(l.score) / 1000, Why: why(fa[l.a[0]], fb[l.b[0]], l, sameLanguage)}
		for _, i := range l.a {
			p.A = append(p.A, stepRef(&a.Steps[i], i))
		}
		for _, j := range l.b {
			p.B = append(p.B, stepRef(&b.Steps[j], j))
		}
		out = append(out, p)
	}
	usedA, usedB := used(links)
	for _, i := range free(0, len(a.Steps), usedA) {
		out = append(out, StepPair{Mark: MarkRemoved, A: []StepRef{stepRef(&a.Steps[i], i)}})
	}
	for _, j := range free(0, len(b.Steps), usedB) {
		out = append(out, StepPair{Mark: MarkAdded, B: []StepRef{stepRef(&b.Steps[j], j)}})
	}
	sortSteps(out)
	return out
}

// sortSteps brings aligned steps into reading order: the order of A, and what only B has
// after the step that it follows in B.
func sortSteps(ps []StepPair) {
	after := map[int]int{} // step of B → step of A that stands beside it
	for _, p := range ps {
		if p.Mark == MarkMoved || len(p.A) == 0 {
			continue
		}
		for _, s := range p.B {
			after[s.Index] = p.A[0].Index
		}
	}
	place := func(p StepPair) [3]int {
		if len(p.A) > 0 {
			return [3]int{p.A[0].Index, 0, 0}
		}
		for j := p.B[0].Index - 1; j >= 0; j-- {
			if i, ok := after[j]; ok {
				return [3]int{i, 1, p.B[0].Index}
			}
		}
		return [3]int{-1, 1, p.B[0].Index}
	}
	slices.SortFunc(ps, func(x, y StepPair) int {
		px, py := place(x), place(y)
		return slices.Compare(px[:], py[:])
	})
}

// link is one or two steps of one side beside one or two of the other.
type link struct {
	a, b  []int
	mark  Mark // moved, split, joined, or "" for steps in their place
	score int
}

// alignSteps says which steps of a and b are one step, and which were moved, split or
// joined. What is in no link was added or removed.
func alignSteps(a, b []*features, sameLanguage bool) []link {
	links := needlemanWunsch(a, b, sameLanguage)
	links = append(links, moved(a, b, links, sameLanguage)...)
	links = regroup(a, b, links, sameLanguage)
	return append(links, samePlace(a, b, links, sameLanguage)...)
}

// gain is what an alignment is worth. The later parts decide only between alignments
// that are equal in the earlier ones; none of them depends on which side comes first.
type gain struct{ score, early, content int64 }

func (g gain) plus(o gain) gain {
	return gain{g.score + o.score, g.early + o.early, g.content + o.content}
}

func (g gain) compare(o gain) int {
	return cmp.Or(cmp.Compare(g.score, o.score), cmp.Compare(g.early, o.early), cmp.Compare(g.content, o.content))
}

// needlemanWunsch aligns two lists of steps globally: the order of both is kept and the
// sum of what the pairs have above leastPair is the greatest possible.
func needlemanWunsch(a, b []*features, sameLanguage bool) []link {
	w := len(b) + 1
	table := make([]gain, (len(a)+1)*w)
	scores := make([]int, len(a)*len(b))
	gainOf := func(i, j int) gain {
		return gain{int64(scores[i*len(b)+j] - leastPair), -int64(i + j), content(a[i].folded, b[j].folded)}
	}
	for i := range a {
		for j := range b {
			s := withPosition(similarity(a[i], b[j], sameLanguage), a[i], b[j])
			scores[i*len(b)+j] = s
			cell := table[i*w+j+1]
			if other := table[(i+1)*w+j]; other.compare(cell) > 0 {
				cell = other
			}
			if s >= leastPair {
				if g := table[i*w+j].plus(gainOf(i, j)); g.compare(cell) > 0 {
					cell = g
				}
			}
			table[(i+1)*w+j+1] = cell
		}
	}
	var out []link
	for i, j := len(a), len(b); i > 0 && j > 0; {
		cell := table[i*w+j]
		switch {
		case cell == table[(i-1)*w+j]:
			i--
		case cell == table[i*w+j-1]:
			j--
		default:
			i, j = i-1, j-1
			out = append(out, link{a: []int{i}, b: []int{j}, score: scores[i*len(b)+j]})
		}
	}
	slices.Reverse(out)
	return out
}

// alignmentScore is how well two lists of steps align, in thousandths.
func alignmentScore(a, b []*features, sameLanguage bool) int {
	if len(a)+len(b) == 0 {
		return 1000
	}
	sum := 0
	for _, l := range needlemanWunsch(a, b, sameLanguage) {
		sum += l.score
	}
	return 2 * sum / (len(a) + len(b))
}

// samePlace pairs what is left over between two paired steps where both sides have as many
// steps there, and the workers are the same ("басшылық құжаттармен танысады – 5 минут",
// "басшы хабарламаға қол қояды – 1 сағат") or the deed is ("кеңсенің қызметкері … куәлігін
// береді", "жауапты орындаушы … куәлігін тіркейді және … береді").
func samePlace(a, b []*features, links []link, sameLanguage bool) []link {
	usedA, usedB := used(links)
	type pair struct{ a, b int } // a paired step in its place
	ends := []pair{{-1, -1}}
	for _, l := range links {
		if l.mark != MarkMoved {
			ends = append(ends, pair{l.a[0], l.b[0]}, pair{l.a[len(l.a)-1], l.b[len(l.b)-1]})
		}
	}
	slices.SortFunc(ends, func(x, y pair) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	ends = append(ends, pair{len(a), len(b)})
	var out []link
	for k := 1; k < len(ends); k++ {
		left := free(ends[k-1].a+1, ends[k].a, usedA)
		right := free(ends[k-1].b+1, ends[k].b, usedB)
		if len(left) != len(right) {
			left, right = onlyWorker(a, b, left, right)
		}
		same := true
		for n := range left {
			x, y := a[left[n]], b[right[n]]
			worker := len(x.roles) > 0 && slices.Equal(x.roles, y.roles)
			deed := len(x.actions) > 0 && likeActions(x.actions, y.actions) >= leastDeed && (!oneLanguage(sameLanguage, x, y) || wording.Overlap(x.stems, y.stems) >= leastWords)
			same = same && x.step.Node == y.step.Node && (worker || deed)
		}
		for n := 0; same && n < len(left); n++ {
			x, y := a[left[n]], b[right[n]]
			out = append(out, link{a: []int{left[n]}, b: []int{right[n]}, score: withPosition(similarity(x, y, sameLanguage), x, y)})
		}
	}
	return out
}

// onlyWorker narrows two lists of steps to the single one of a side and the only one of
// the other by the same worker: the office that receives beside the office that registers,
// though one side has the applicant hand in before.
func onlyWorker(a, b []*features, left, right []int) (one, other []int) {
	if len(right) == 1 {
		other, one = onlyWorker(b, a, right, left)
		return one, other
	}
	if len(left) != 1 || len(a[left[0]].roles) == 0 {
		return nil, nil
	}
	for _, j := range right {
		if slices.Equal(a[left[0]].roles, b[j].roles) {
			other = append(other, j)
		}
	}
	if len(other) != 1 {
		return nil, nil
	}
	return left, other
}

// free are the places from one up to another that are in no link.
func free(from, to int, used map[int]bool) []int {
	var out []int
	for i := from; i < to; i++ {
		if !used[i] {
			out = append(out, i)
		}
	}
	return out
}

// moved finds steps that both sides have in different places.
func moved(a, b []*features, links []link, sameLanguage bool) []link {
	usedA, usedB := used(links)
	var cs []candidate
	for i := range a {
		for j := range b {
			if usedA[i] || usedB[j] {
				continue
			}
			s := similarity(a[i], b[j], sameLanguage)
			if s < leastMoved || !oneLanguage(sameLanguage, a[i], b[j]) && likeActions(a[i].actions, b[j].actions) < 1000 {
				continue
			}
			cs = append(cs, candidate{i, j, s, content(a[i].folded, b[j].folded)})
		}
	}
	var out []link
	for _, c := range best(cs) {
		out = append(out, link{a: []int{c.a}, b: []int{c.b}, mark: MarkMoved, score: c.score})
	}
	return out
}

func used(links []link) (a, b map[int]bool) {
	a, b = map[int]bool{}, map[int]bool{}
	for _, l := range links {
		for _, i := range l.a {
			a[i] = true
		}
		for _, j := range l.b {
			b[j] = true
		}
	}
	return a, b
}

// why says in words what spoke for a pair.
func why(a, b *features, l link, sameLanguage bool) string {
	if sameLanguage && a.folded != "" && a.folded == b.folded {
		return "same text"
	}
	var out []string
	switch {
	case len(a.roles) == 0 || len(b.roles) == 0:
		out = append(out, "role not named on both sides")
	case slices.Equal(a.roles, b.roles):
		out = append(out, "same role")
	default:
		out = append(out, "different roles")
	}
	switch like := likeActions(a.actions, b.actions); {
	case len(a.actions) == 0 || len(b.actions) == 0:
		out = append(out, "actions not known on both sides")
	case slices.Equal(codes(a.actions), codes(b.actions)):
		out = append(out, "same actions")
	default:
		out = append(out, fmt.Sprintf("actions %.2f", float64(like)/1000))
	}
	if a.label != "" && a.label == b.label {
		out = append(out, "same label")
	}
	if sameLanguage {
		out = append(out, fmt.Sprintf("words %.2f", float64(wording.Overlap(a.stems, b.stems))/1000))
	}
	if l.mark == "" && l.score < leastPair {
		out = append(out, "same place between paired steps")
	}
	if l.mark == MarkSplit || l.mark == MarkJoined {
		out = append(out, "two steps together do what one does")
	}
	return strings.Join(out, ", ")
}
