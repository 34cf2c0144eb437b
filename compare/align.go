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
	Minutes   *int                     `json:"minutes"`   // working time, null where a term has no fixed length or there is none
	Span      model.Span               `json:"span"`
}

func stepRef(s *model.Step, index int) StepRef {
	r := StepRef{Index: index, N: s.N, Label: s.Label, Node: s.Node, Actor: s.Actor, Roles: s.Roles, Actions: s.Actions, Text: s.Text, Span: s.Span}
	for _, d := range s.Durations {
		r.Durations = append(r.Durations, d.Text)
	}
	if m, ok := workingMinutes(s.Durations); ok {
		r.Minutes = &m
	}
	return r
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

// features are what steps are compared by.
type features struct {
	step     *model.Step
	folded   string         // the text without its label, folded
	stems    []string       // of what is done: the text without label, actor, terms, result
	roles    []string       // sorted set
	actions  []string       // in order
	label    string         // "process 1" for 1-процесс and процесс 1
	position int            // in thousandths of the procedure
	language model.Language // told only where steps of several languages stand in one list
}

// oneLanguage reports whether the words of two steps can be compared.
func oneLanguage(sameLanguage bool, a, b *features) bool {
	return sameLanguage && a.language == b.language
}

func stepFeatures(steps []model.Step) []*features {
	out := make([]*features, len(steps))
	for i := range steps {
		f := feature(&steps[i])
		f.position = (2*i + 1) * 500 / len(steps)
		out[i] = f
	}
	return out
}

func feature(s *model.Step) *features {
	f := &features{step: s, folded: wording.Fold(unlabelled(s)), stems: wording.Telling(plain(s, true)), roles: codes(s.Roles), label: neutralLabel(s)}
	for _, a := range s.Actions {
		f.actions = append(f.actions, string(a))
	}
	return f
}

// codes are the distinct codes of a list, sorted.
func codes[T ~string](list []T) []string {
	out := make([]string, 0, len(list))
	for _, c := range list {
		out = append(out, string(c))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// neutralLabel is a label without its language: the node and the number.
func neutralLabel(s *model.Step) string {
	if n := wording.Figures(string(s.Label)); len(n) > 0 {
		return string(s.Node) + " " + n[0]
	}
	return ""
}

// Weights of what makes two steps alike. Who acts and what is done count most; the words
// decide between steps of the same worker (the head looks through, the head signs).
const (
	weightRole     = 3
	weightActions  = 3
	weightLabel    = 2
	weightWords    = 4
	weightPosition = 1

	unknown = 400 // likeness where one side names no role, or no action is known

	leastWords = 350 // least likeness of words of one step whose actions are all different
	leastDeed  = 500 // least likeness of actions of one step by different workers
	leastPair  = 500 // steps less alike than this are not one step
	leastMoved = 700 // … found in another place, where the place does not speak for them
	sameText   = 1000
)

// similarity of two steps in thousandths, without their position.
func similarity(a, b *features, sameLanguage bool) int {
	sameLanguage = oneLanguage(sameLanguage, a, b)
	if sameLanguage && a.folded != "" && a.folded == b.folded && slices.Equal(a.roles, b.roles) {
		return sameText
	}
	sum, weight := 0, 0
	trait := func(w, value int) { sum, weight = sum+w*value, weight+w }
	trait(weightRole, likeRoles(a.roles, b.roles))
	if len(a.actions)+len(b.actions) > 0 {
		trait(weightActions, likeActions(a.actions, b.actions))
	}
	if a.label != "" || b.label != "" {
		like := 0
		if a.label == b.label {
			like = 1000
		}
		trait(weightLabel, like)
	}
	words := 0
	if sameLanguage {
		words = wording.Overlap(a.stems, b.stems)
		trait(weightWords, words)
	}
	score := sum / weight
	// The first process of one scheme (the worker logs in) is not the first of another
	// (the worker takes the application): one worker and one label are not enough.
	if len(a.actions) > 0 && len(b.actions) > 0 && likeActions(a.actions, b.actions) == 0 && words < leastWords {
		score = min(score, leastPair-100)
	}
	// A check and an action are two things, whoever carries them out, unless the words
	// are nearly the same.
	if (a.step.Node == model.ConditionNode) != (b.step.Node == model.ConditionNode) && words < 800 {
		score = min(score, leastPair-200)
	}
	// What an applicant hands in is not what an official sends on; in one language the
	// words tell.
	if !sameLanguage && len(a.roles) > 0 && len(b.roles) > 0 && onlyApplicant(a.roles) != onlyApplicant(b.roles) {
		score = min(score, leastPair-100)
	}
	return min(score, sameText-1)
}

func onlyApplicant(roles []string) bool {
	return len(roles) == 1 && roles[0] == string(model.RoleApplicant)
}

func withPosition(score int, a, b *features) int {
	if score == sameText {
		return score
	}
	const others = weightRole + weightActions + weightWords
	near := 1000 - max(a.position-b.position, b.position-a.position)
	return (score*others + weightPosition*near) / (others + weightPosition)
}

func likeRoles(a, b []string) int {
	switch {
	case len(a) == 0 && len(b) == 0:
		return 600
	case len(a) == 0 || len(b) == 0:
		return unknown
	}
	if like := wording.Overlap(a, b); like > 0 {
		return like
	}
	for _, x := range a {
		for _, y := range b {
			if successors[x] == y || successors[y] == x {
				return 700
			}
			if c := colleagues[x]; c != "" && c == colleagues[y] {
				return 600
			}
			// provider and provider.head: the same body, told more closely.
			if strings.HasPrefix(x, y+".") || strings.HasPrefix(y, x+".") {
				return 500
			}
		}
	}
	return 0
}

// successors are the roles that took over the work of another: the State Corporation
// that of the public service centres.
var successors = map[string]string{
	string(model.RolePSCWorker): string(model.RoleCorporationWorker),
}

// colleagues are workers who do the same work under another name, by what the work is:
// to prepare the result, to direct, to decide together.
var colleagues = map[string]string{
	string(model.RoleExecutor): "prepares", string(model.RoleSpecialist): "prepares",
	string(model.RoleArchitect): "prepares", string(model.RoleArchivist): "prepares", string(model.RoleMethodist): "prepares",
	string(model.RoleExpert): "prepares", string(model.RoleLawyer): "prepares", string(model.RoleAccountant): "prepares",
	string(model.RoleDoctor): "prepares", string(model.RoleNurse): "prepares", string(model.RoleVeterinarian): "prepares",
	string(model.RoleOffice): "receives", string(model.RoleRegistrar): "receives",
	string(model.RoleHead): "directs", string(model.RoleDeputyHead): "directs", string(model.RoleAkim): "governs", string(model.RoleAkimDeputy): "governs",
	string(model.RoleCommission): "decides together", string(model.RoleWorkingGroup): "decides together",
	string(model.RoleRuralExecutor): "prepares in the village", string(model.RoleRuralSpecialist): "prepares in the village",
}

// passing are actions that surround what a step is for: every step receives, registers,
// looks through and sends on. The others count twice.
var passing = map[string]bool{
	string(model.ActionReceive): true, string(model.ActionRegister): true, string(model.ActionForward): true,
	string(model.ActionReview): true, string(model.ActionVerify): true, string(model.ActionGenerate): true,
}

func weightOf(action string) int {
	if passing[action] {
		return 1
	}
	return 2
}

// likeActions is the longest common subsequence of two lists of actions: what is done,
// in the order in which it is done.
func likeActions(a, b []string) int {
	if len(a) == 0 || len(b) == 0 {
		return unknown
	}
	sum := 0
	for _, list := range [][]string{a, b} {
		for _, x := range list {
			sum += weightOf(x)
		}
	}
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = max(diagonal+weightOf(x), above, row[j])
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return 2000 * row[len(b)] / sum
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

// link is one or two steps of one side beside one or two of the other.
type link struct {
	a, b  []int
	mark  Mark // moved, split, joined, or "" for steps in their place
	score int
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

// alignSteps says which steps of a and b are one step, and which were moved, split or
// joined. What is in no link was added or removed.
func alignSteps(a, b []*features, sameLanguage bool) []link {
	links := needlemanWunsch(a, b, sameLanguage)
	links = append(links, moved(a, b, links, sameLanguage)...)
	links = regroup(a, b, links, sameLanguage)
	return append(links, samePlace(a, b, links, sameLanguage)...)
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

// regroup finds a step that the other side does in two: an unpaired step beside a paired
// one, where the two together do what the single one does.
func regroup(a, b []*features, links []link, sameLanguage bool) []link {
	usedA, usedB := used(links)
	type proposal struct {
		at   int // place in links
		link link
	}
	var ps []proposal
	for at, l := range links {
		if l.mark != "" {
			continue
		}
		i, j := l.a[0], l.b[0]
		for _, pair := range [][2]int{{j - 1, j}, {j, j + 1}} {
			extra := pair[0] + pair[1] - j
			if extra < 0 || extra >= len(b) || usedB[extra] {
				continue
			}
			if s, ok := covers(a[i], b[j], b[extra], join(b[pair[0]], b[pair[1]]), sameLanguage); ok {
				ps = append(ps, proposal{at, link{[]int{i}, []int{pair[0], pair[1]}, MarkSplit, s}})
			}
		}
		for _, pair := range [][2]int{{i - 1, i}, {i, i + 1}} {
			extra := pair[0] + pair[1] - i
			if extra < 0 || extra >= len(a) || usedA[extra] {
				continue
			}
			if s, ok := covers(b[j], a[i], a[extra], join(a[pair[0]], a[pair[1]]), sameLanguage); ok {
				ps = append(ps, proposal{at, link{[]int{pair[0], pair[1]}, []int{j}, MarkJoined, s}})
			}
		}
	}
	slices.SortFunc(ps, func(x, y proposal) int {
		sum := func(l link) int { return slices.Max(l.a) + slices.Max(l.b) }
		return cmp.Or(cmp.Compare(y.link.score, x.link.score), cmp.Compare(sum(x.link), sum(y.link)))
	})
	done := map[int]bool{}
	for _, p := range ps {
		if done[p.at] {
			continue
		}
		extra := false // the unpaired step went into another group
		for _, i := range p.link.a {
			extra = extra || usedA[i] && i != links[p.at].a[0]
		}
		for _, j := range p.link.b {
			extra = extra || usedB[j] && j != links[p.at].b[0]
		}
		if extra {
			continue
		}
		links[p.at], done[p.at] = p.link, true
		for _, i := range p.link.a {
			usedA[i] = true
		}
		for _, j := range p.link.b {
			usedB[j] = true
		}
	}
	return links
}

// covers reports whether part and extra, joined, do what whole does and neither does it
// alone: "қабылдайды, тіркейді, жолдайды" is "қабылдайды, тіркейді" and "жолдайды".
func covers(whole, part, extra, both *features, sameLanguage bool) (int, bool) {
	if whole.step.Node != part.step.Node || whole.step.Node != extra.step.Node || whole.label != "" && extra.label != "" {
		return 0, false
	}
	all, mine, more := codes(whole.actions), codes(part.actions), codes(extra.actions)
	missing := wording.Without(all, mine) // what part leaves to extra
	if len(missing) == 0 || len(wording.Without(missing, more)) > 0 || len(wording.Without(all, more)) == 0 {
		return 0, false
	}
	if len(wording.Without(codes(both.actions), all)) > 1 || wording.Shared(whole.roles, extra.roles) == 0 {
		return 0, false
	}
	sameLanguage = oneLanguage(sameLanguage, whole, part) && part.language == extra.language
	joined := similarity(whole, both, sameLanguage)
	// The unpaired step must bring words of the whole that the paired one lacks, and not
	// chiefly words of its own.
	if sameLanguage && (wording.Shared(whole.stems, both.stems) <= wording.Shared(whole.stems, part.stems) || 2*wording.Shared(whole.stems, extra.stems) < len(extra.stems)) {
		return 0, false
	}
	return joined, joined >= leastMoved
}

// join makes one step of two consecutive ones.
func join(a, b *features) *features {
	f := feature(joinSteps(a.step, b.step))
	f.stems = slices.Compact(f.stems) // the actor is named twice
	f.position, f.language = (a.position+b.position)/2, a.language
	return f
}

func joinSteps(a, b *model.Step) *model.Step {
	s := *a
	s.Text = a.Text + " " + b.Text
	s.Roles = append(slices.Clone(a.Roles), b.Roles...)
	s.Actions = append(slices.Clone(a.Actions), b.Actions...)
	s.Durations = append(slices.Clone(a.Durations), b.Durations...)
	s.Conditions = append(slices.Clone(a.Conditions), b.Conditions...)
	s.Refs = append(slices.Clone(a.Refs), b.Refs...)
	s.Span = model.Span{min(a.Span[0], b.Span[0]), max(a.Span[1], b.Span[1])}
	s.Spans = slices.Clone(a.Spans)
	for i := range b.Conditions {
		s.Spans.SetItem("conditions", len(a.Conditions)+i, b.Spans.OfItem("conditions", i))
	}
	if b.Result != "" {
		s.Result = b.Result
		s.Spans.Set("result", b.Spans.Of("result"))
	}
	return &s
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
