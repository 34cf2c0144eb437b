package corpus

import (
	"cmp"
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// Match says how well a name answers to a query.
type Match int

// From worse to better.
const (
	NoMatch    Match = iota
	PartMatch        // the name contains the query
	OtherMatch       // the name is another one of the service that is meant, see Names
	FullMatch
)

// MatchService compares the name of a service with what somebody typed. Case, kinds of
// quotation marks, dashes and blanks, and the Unicode form do not matter.
func MatchService(name, query string) Match {
	n, q := lang.FoldName(name), lang.FoldName(query)
	switch {
	case q == "":
		return NoMatch
	case n == q:
		return FullMatch
	case strings.Contains(n, q):
		return PartMatch
	}
	return NoMatch
}

// Names are whole names of one service, in all languages and wordings and from before and after
// it was renamed, a line each: what has them can be compared.
type Names string

// NamesOf puts names together.
func NamesOf(names ...string) Names { return Names(strings.Join(names, "\n")) }

// MatchNames compares the name of a service with what somebody typed and with the other names
// of the service that is meant, of which only the whole counts.
func MatchNames(name, query string, others Names) Match {
	best := MatchService(name, query)
	for other := range strings.SplitSeq(string(others), "\n") {
		if MatchService(name, other) == FullMatch {
			best = max(best, OtherMatch)
		}
	}
	return best
}

// nearestServices returns up to n regulations whose service names are most like the
// query, the likest first.
func nearestServices(all []model.Regulation, query string, n int) []*model.Regulation {
	type scored struct {
		g     *model.Regulation
		score float64
	}
	q := trigrams(lang.FoldName(query))
	list := make([]scored, 0, len(all))
	for i := range all {
		list = append(list, scored{&all[i], likeness(q, trigrams(lang.FoldName(all[i].Service)))})
	}
	slices.SortStableFunc(list, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	var out []*model.Regulation
	for _, s := range list[:min(n, len(list))] {
		out = append(out, s.g)
	}
	return out
}

func trigrams(s string) map[[3]rune]bool {
	set := map[[3]rune]bool{}
	rs := []rune("  " + s + " ")
	for i := 0; i+3 <= len(rs); i++ {
		set[[3]rune(rs[i:i+3])] = true
	}
	return set
}

// likeness is the Dice coefficient of two sets.
func likeness(a, b map[[3]rune]bool) float64 {
	both := 0
	for t := range a {
		if b[t] {
			both++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}
