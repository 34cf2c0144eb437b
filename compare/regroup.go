package compare

import (
	"cmp"
	"slices"

	"reglament/compare/wording"
	"reglament/model"
)

// regrouping is a pair of steps that becomes a group of three.
type regrouping struct {
	at   int  // place of the pair in the links
	link link // what it becomes
}

// regroup finds a step that the other side does in two: an unpaired step beside a paired
// one, where the two together do what the single one does.
func regroup(a, b []*features, links []link, sameLanguage bool) []link {
	usedA, usedB := used(links)
	found := regroupings(a, b, links, sameLanguage)
	slices.SortFunc(found, func(x, y regrouping) int {
		sum := func(l link) int { return slices.Max(l.a) + slices.Max(l.b) }
		return cmp.Or(cmp.Compare(y.link.score, x.link.score), cmp.Compare(sum(x.link), sum(y.link)))
	})
	done := map[int]bool{}
	for _, r := range found {
		if done[r.at] {
			continue
		}
		taken := false // the unpaired step went into another group
		for _, i := range r.link.a {
			taken = taken || usedA[i] && i != links[r.at].a[0]
		}
		for _, j := range r.link.b {
			taken = taken || usedB[j] && j != links[r.at].b[0]
		}
		if taken {
			continue
		}
		links[r.at], done[r.at] = r.link, true
		for _, i := range r.link.a {
			usedA[i] = true
		}
		for _, j := range r.link.b {
			usedB[j] = true
		}
	}
	return links
}

// regroupings are all groups that pairs could become; an unpaired step may be in several.
func regroupings(a, b []*features, links []link, sameLanguage bool) []regrouping {
	usedA, usedB := used(links)
	var out []regrouping
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
				out = append(out, regrouping{at, link{[]int{i}, []int{pair[0], pair[1]}, MarkSplit, s}})
			}
		}
		for _, pair := range [][2]int{{i - 1, i}, {i, i + 1}} {
			extra := pair[0] + pair[1] - i
			if extra < 0 || extra >= len(a) || usedA[extra] {
				continue
			}
			if s, ok := covers(b[j], a[i], a[extra], join(a[pair[0]], a[pair[1]]), sameLanguage); ok {
				out = append(out, regrouping{at, link{[]int{pair[0], pair[1]}, []int{j}, MarkJoined, s}})
			}
		}
	}
	return out
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
