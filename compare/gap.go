package compare

import (
	"slices"

	"reglament/compare/wording"
	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
)

// gaps are those of the text of a side's regulation.
func (s Side) gaps() []corpus.Gap {
	return slices.DeleteFunc(slices.Clone(s.Gaps), func(g corpus.Gap) bool {
		return g.Point == "" || wording.Fold(g.Service) != wording.Fold(s.Regulation.Service)
	})
}

// unknown tells of the gaps of both sides, and finds what each says in the points that the
// other has no text of. Points have the same numbers only in texts of one act.
func (c *comparison) unknown() []Remark {
	var out []Remark
	oneAct := c.a.Document.Act.Key != "" && c.a.Document.Act.Key == c.b.Document.Act.Key
	for _, side := range []struct {
		of     Side
		other  *model.Regulation
		hidden *[]model.Span
	}{{c.a, c.b.Regulation, &c.hiddenB}, {c.b, c.a.Regulation, &c.hiddenA}} {
		for _, g := range side.of.gaps() {
			if !oneAct {
				out = append(out, remark(phrase.UnknownPart.Of(side.of.Label, g.Why)))
				continue
			}
			out = append(out, remark(phrase.UnknownPoint.Of(side.of.Label, g.Why)))
			for _, section := range side.other.Sections {
				for _, p := range section.Points {
					if string(p.Number) == g.Point {
						*side.hidden = append(*side.hidden, p.Span)
					}
				}
			}
		}
	}
	return out
}

// known leaves out what one side says where the other has no text: it is no difference.
func (c *comparison) known() {
	c.differences = slices.DeleteFunc(c.differences, func(d Difference) bool {
		return d.Process == nil && (d.A.empty() && within(c.hiddenB, d.B.Span) || d.B.empty() && within(c.hiddenA, d.A.Span))
	})
}

func within(spans []model.Span, s model.Span) bool {
	return slices.ContainsFunc(spans, func(in model.Span) bool { return in.Contains(s) })
}

// unknownServices takes from the services that only one act regulates those that the other
// regulates in a wording that is not known, and tells of them.
func (w With) unknownServices(only []Unpaired, of, other Act) (known []Unpaired, remarks []Remark) {
	for _, u := range only {
		i := slices.IndexFunc(other.Gaps, func(g corpus.Gap) bool {
			return g.Point == "" && w.Match(u.Service, of.Document.Act.Language, g.Service, other.Document.Act.Language).Score >= sameServiceScore
		})
		if i < 0 {
			known = append(known, u)
			continue
		}
		remarks = append(remarks, remark(phrase.UnknownService.Of(other.Label, u.Service, other.Gaps[i].Why)))
	}
	return known, remarks
}
