package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reglament/model"
)

const (
	// sameServiceScore is the least likeness of names that makes two regulations one
	// service: "… тіркеу және есепке қою" and "… тіркеу және есепке алу" have 0.80.
	sameServiceScore = 0.75
	// narrowerScore is the most for a name that only adds words to the other: "Регистрация
	// лиц, ищущих работу" and "Регистрация лиц, ищущих работу, в качестве безработного"
	// are two services.
	narrowerScore = 0.7
)

// SameService tells how alike two names of a service are, from 0 to 1, and why. Quotes,
// dashes, case, linking words and endings of words do not count. A name that only adds
// words to the other is another service: the words narrow it.
func SameService(a, b string) (score float64, why string) {
	if fold(a) == fold(b) {
		return 1, "same name"
	}
	sa, sb := stems(a), stems(b)
	if len(sa) == 0 || len(sb) == 0 {
		return 0, "a name is missing"
	}
	onlyA, onlyB := without(sa, sb), without(sb, sa)
	if len(onlyA)+len(onlyB) == 0 {
		return 0.99, "same words"
	}
	score = float64(overlap(sa, sb)) / 1000
	if len(onlyA) == 0 || len(onlyB) == 0 {
		return min(score, narrowerScore), "one name narrows the other by: " + strings.Join(append(onlyA, onlyB...), " ")
	}
	return score, fmt.Sprintf("words %.2f; %s / %s", score, strings.Join(onlyA, " "), strings.Join(onlyB, " "))
}

// mirrorWhy turns the two lists of words in a reason of SameService round.
func mirrorWhy(why string) string {
	head, lists, ok := strings.Cut(why, "; ")
	if !ok {
		return why
	}
	a, b, ok := strings.Cut(lists, " / ")
	if !ok {
		return why
	}
	return head + "; " + b + " / " + a
}

// Pairing says which regulations of two acts are of one service. All numbers are
// places in Document.Regulations, from 0.
type Pairing struct {
	Pairs []ServicePair
	OnlyA []int
	OnlyB []int
}

// ServicePair is two regulations of one service.
type ServicePair struct {
	A, B  int
	Score float64
	Why   string
}

// Pair pairs the regulations of two acts by the names of their services, one to one,
// best likeness first. Acts in different languages pair only where each has a single
// regulation, since names are not compared between languages.
func Pair(a, b *model.Document) Pairing {
	var candidates []candidate
	why := map[[2]int]ServicePair{}
	for i, ra := range a.Regulations {
		for j, rb := range b.Regulations {
			p := ServicePair{A: i, B: j}
			if a.Act.Language == b.Act.Language {
				p.Score, p.Why = SameService(ra.Service, rb.Service)
			}
			if p.Score < sameServiceScore {
				continue
			}
			why[[2]int{i, j}] = p
			candidates = append(candidates, candidate{i, j, int(p.Score * 1000), content(fold(ra.Service), fold(rb.Service))})
		}
	}
	if a.Act.Language != b.Act.Language && len(a.Regulations) == 1 && len(b.Regulations) == 1 {
		candidates = append(candidates, candidate{})
		why[[2]int{}] = ServicePair{Why: "the only regulation of each act, in different languages"}
	}
	var out Pairing
	takenA, takenB := map[int]bool{}, map[int]bool{}
	for _, c := range best(candidates) {
		out.Pairs = append(out.Pairs, why[[2]int{c.a, c.b}])
		takenA[c.a], takenB[c.b] = true, true
	}
	slices.SortFunc(out.Pairs, func(x, y ServicePair) int { return cmp.Compare(x.A, y.A) })
	out.OnlyA = rest(len(a.Regulations), takenA)
	out.OnlyB = rest(len(b.Regulations), takenB)
	return out
}

// candidate is a possible pair; score and content are the same from both sides.
type candidate struct {
	a, b    int
	score   int
	content int64
}

// best chooses pairs one to one: highest score first, then the places nearest to the
// beginning, then by content, so that both sides choose alike.
func best(cs []candidate) []candidate {
	slices.SortFunc(cs, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a+x.b, y.a+y.b), cmp.Compare(x.content, y.content))
	})
	takenA, takenB := map[int]bool{}, map[int]bool{}
	var out []candidate
	for _, c := range cs {
		if takenA[c.a] || takenB[c.b] {
			continue
		}
		takenA[c.a], takenB[c.b] = true, true
		out = append(out, c)
	}
	return out
}

func rest(n int, taken map[int]bool) []int {
	var out []int
	for i := range n {
		if !taken[i] {
			out = append(out, i)
		}
	}
	return out
}

// ActsResult is the comparison of two whole acts.
type ActsResult struct {
	Results model.List[*Result]  `json:"results"` // in the order of act A
	OnlyA   model.List[Unpaired] `json:"only_a"`
	OnlyB   model.List[Unpaired] `json:"only_b"`
}

// Unpaired is a service that only one of two acts regulates.
type Unpaired struct {
	Index   int    `json:"index"` // Regulation.Index
	Service string `json:"service"`
}

// Acts compares every service that both acts regulate, and lists the others.
func Acts(a, b Act) ActsResult {
	p := Pair(a.Document, b.Document)
	var out ActsResult
	for _, s := range p.Pairs {
		out.Results = append(out.Results, Regulations(
			Side{Act: a, Regulation: &a.Document.Regulations[s.A]},
			Side{Act: b, Regulation: &b.Document.Regulations[s.B]}))
	}
	out.OnlyA = unpaired(a.Document, p.OnlyA)
	out.OnlyB = unpaired(b.Document, p.OnlyB)
	return out
}

func unpaired(d *model.Document, places []int) []Unpaired {
	var out []Unpaired
	for _, i := range places {
		out = append(out, Unpaired{Index: d.Regulations[i].Index, Service: d.Regulations[i].Service})
	}
	return out
}
