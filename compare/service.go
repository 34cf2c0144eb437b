package compare

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"reglament/compare/catalogue"
	"reglament/compare/wording"
	"reglament/model"
	"reglament/model/phrase"
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
	if wording.Fold(a) == wording.Fold(b) {
		return 1, "same name"
	}
	sa, sb := wording.Stems(a), wording.Stems(b)
	if len(sa) == 0 || len(sb) == 0 {
		return 0, "a name is missing"
	}
	onlyA, onlyB := wording.Without(sa, sb), wording.Without(sb, sa)
	if len(onlyA)+len(onlyB) == 0 {
		return 0.99, "same words"
	}
	score = float64(wording.Overlap(sa, sb)) / 1000
	if len(onlyA) == 0 || len(onlyB) == 0 {
		return min(score, narrowerScore), "one name narrows the other by: " + strings.Join(append(onlyA, onlyB...), " ")
	}
	return score, fmt.Sprintf("words %.2f; %s / %s", score, strings.Join(onlyA, " "), strings.Join(onlyB, " "))
}

// With compares with a catalogue of services other than the built-in one. The zero value
// has the built-in one; so have the functions Pair, Acts and Regulations.
type With struct {
	Services *catalogue.Catalogue // nil: the built-in one
}

func (w With) services() *catalogue.Catalogue {
	if w.Services != nil {
		return w.Services
	}
	return catalogue.Builtin()
}

// Identity is the service of the catalogue that a name stands for.
type Identity struct {
	Service *catalogue.Service // nil where none is alike enough
	Score   float64            // 1 for a name that is in the catalogue
}

// Exact reports whether the name is in the catalogue as it stands.
func (i Identity) Exact() bool { return i.Service != nil && i.Score == 1 }

// Identify finds the service that a name stands for: by the name, or else by the most
// alike name in the same language.
func (w With) Identify(name string, l model.Language) Identity {
	services := w.services()
	if s := services.Find(name); s != nil {
		return Identity{s, 1}
	}
	var out Identity
	for _, s := range services.Services() {
		for _, n := range s.Names(l) {
			if score, _ := SameService(name, n); score >= sameServiceScore && score > out.Score {
				out = Identity{s, min(score, 0.99)}
			}
		}
	}
	return out
}

func (w With) identities(all []*model.Regulation, l model.Language) []Identity {
	out := make([]Identity, len(all))
	for i, r := range all {
		out[i] = w.Identify(r.Service, l)
	}
	return out
}

const (
	renamedScore = 0.95 // one name is the other's successor in the catalogue
	splitScore   = 0.80 // one service was split off from the other
)

// Match says how alike the services of two regulations are. The catalogue decides, and
// between languages nothing else does; names that are not in it are compared as words,
// and a remark says so.
func (w With) Match(a string, la model.Language, b string, lb model.Language) ServiceMatch {
	return w.match(a, la, w.Identify(a, la), b, lb, w.Identify(b, lb))
}

// match is Match for names whose identities are known.
func (w With) match(a string, la model.Language, ia Identity, b string, lb model.Language, ib Identity) ServiceMatch {
	if la == lb && wording.Fold(a) != "" && wording.Fold(a) == wording.Fold(b) {
		m := ServiceMatch{Score: 1, Relation: catalogue.Same, Why: "same name"}
		if ia.Exact() {
			m.Code = ia.Service.Code
		}
		return m
	}
	relation := w.services().Relate(ia.Service, ib.Service)
	known := min(ia.Score, ib.Score)
	var m ServiceMatch
	switch relation {
	case catalogue.Same:
		m = ServiceMatch{Score: known, Relation: relation, Code: ia.Service.Code, Why: "same service in the catalogue: " + ia.Service.Code}
	case catalogue.Renamed, catalogue.Split:
		// The direction is that of the law, not of the sides.
		from, to := ia.Service, ib.Service
		if w.services().Comes(from, to) {
			from, to = to, from
		}
		m = ServiceMatch{Score: renamedScore * known, Relation: relation, Code: to.Code, Why: "renamed by the catalogue: " + from.Code + " became " + to.Code}
		if relation == catalogue.Split {
			m.Score, m.Why = splitScore*known, "split by the catalogue: "+to.Code+" was a part of "+from.Code
			m.Remarks = append(m.Remarks, remark(phrase.SplitService.Of()))
		} else {
			m.Remarks = append(m.Remarks, remark(phrase.RenamedService.Of()))
		}
	}
	if m.Score >= sameServiceScore {
		if known < 1 {
			m.Remarks = append(m.Remarks, remark(phrase.AlikeService.Of(fmt.Sprintf("%.2f", known))))
		}
		return m
	}
	if la != lb {
		return ServiceMatch{Why: "names in different languages, and not one service of the catalogue"}
	}
	if ia.Exact() && ib.Exact() && relation == catalogue.None {
		return ServiceMatch{Why: "two services of the catalogue: " + min(ia.Service.Code, ib.Service.Code) + " and " + max(ia.Service.Code, ib.Service.Code)}
	}
	m = ServiceMatch{}
	m.Score, m.Why = SameService(a, b)
	if m.Score >= sameServiceScore {
		m.Relation = catalogue.Same
		m.Remarks = append(m.Remarks, remark(phrase.UnknownServices.Of(fmt.Sprintf("%.2f", m.Score))))
	}
	return m
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
	A, B int
	ServiceMatch
}

// Pair pairs the regulations of two acts by their services, one to one, best likeness
// first. Two acts with a single regulation each are paired in any case where the
// languages differ and the catalogue does not know them apart.
func Pair(a, b *model.Document) Pairing { return With{}.Pair(a, b) }

// Pair is the function Pair with another catalogue.
func (w With) Pair(a, b *model.Document) Pairing {
	ia, ib := w.identities(Whole(Act{Document: a}).Regulations, a.Act.Language), w.identities(Whole(Act{Document: b}).Regulations, b.Act.Language)
	var candidates []candidate
	pairs := map[[2]int]ServicePair{}
	for i, ra := range a.Regulations {
		for j, rb := range b.Regulations {
			p := ServicePair{i, j, w.match(ra.Service, a.Act.Language, ia[i], rb.Service, b.Act.Language, ib[j])}
			if p.Score < sameServiceScore {
				continue
			}
			pairs[[2]int{i, j}] = p
			candidates = append(candidates, candidate{i, j, int(p.Score * 1000), content(wording.Fold(ra.Service), wording.Fold(rb.Service))})
		}
	}
	if len(candidates) == 0 && a.Act.Language != b.Act.Language && len(ia) == 1 && len(ib) == 1 && !(ia[0].Exact() && ib[0].Exact()) {
		candidates = append(candidates, candidate{})
		pairs[[2]int{}] = ServicePair{ServiceMatch: ServiceMatch{Why: "the only regulation of each act, in different languages",
			Remarks: model.List[Remark]{remark(phrase.OnlyRegulations.Of())}}}
	}
	var out Pairing
	takenA, takenB := map[int]bool{}, map[int]bool{}
	for _, c := range best(candidates) {
		out.Pairs = append(out.Pairs, pairs[[2]int{c.a, c.b}])
		takenA[c.a], takenB[c.b] = true, true
	}
	slices.SortFunc(out.Pairs, func(x, y ServicePair) int { return cmp.Compare(x.A, y.A) })
	out.OnlyA = rest(len(a.Regulations), takenA)
	out.OnlyB = rest(len(b.Regulations), takenB)
	return out
}

// Counterpart is the regulation of an act that is of the service of one of another act; nil
// where there is none.
func (w With) Counterpart(g *model.Regulation, of, in *model.Document) *model.Regulation {
	for _, p := range w.Pair(of, in).Pairs {
		if &of.Regulations[p.A] == g {
			return &in.Regulations[p.B]
		}
	}
	return nil
}

// candidate is a possible pair; score and content are the same from both sides.
type candidate struct {
	a, b    int
	score   int
	content int64
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
	Remarks model.List[Remark]   `json:"remarks"` // what limits the comparison of the acts
}

// Unpaired is a service that only one of two acts regulates.
type Unpaired struct {
	Index   int    `json:"index"` // Regulation.Index
	Service string `json:"service"`
}

// Acts compares every service that both acts regulate, and lists the others.
func Acts(a, b Act) ActsResult { return With{}.Acts(a, b) }

// Acts is the function Acts with another catalogue.
func (w With) Acts(a, b Act) ActsResult {
	p := w.Pair(a.Document, b.Document)
	var out ActsResult
	for _, s := range p.Pairs {
		r := regulations(Side{Act: a, Regulation: &a.Document.Regulations[s.A]}, Side{Act: b, Regulation: &b.Document.Regulations[s.B]}, s.ServiceMatch)
		out.Results = append(out.Results, r)
	}
	onlyA, remarksB := w.unknownServices(unpaired(a.Document, p.OnlyA), a, b)
	onlyB, remarksA := w.unknownServices(unpaired(b.Document, p.OnlyB), b, a)
	out.OnlyA, out.OnlyB, out.Remarks = onlyA, onlyB, slices.Concat(remarksA, remarksB)
	return out
}

func unpaired(d *model.Document, places []int) []Unpaired {
	var out []Unpaired
	for _, i := range places {
		out = append(out, Unpaired{Index: d.Regulations[i].Index, Service: d.Regulations[i].Service})
	}
	return out
}
