package compare

import (
	"cmp"
	"slices"
	"strings"

	"reglament/compare/wording"
	"reglament/model"
	"reglament/model/phrase"
)

// ProcessPair is two descriptions of one procedure with their steps aligned, or one
// description without counterpart (the other side is null).
type ProcessPair struct {
	A       *ProcessInfo         `json:"a"`
	B       *ProcessInfo         `json:"b"`
	Why     string               `json:"why"` // why these two were paired
	Remarks model.List[Remark]   `json:"remarks"`
	Steps   model.List[StepPair] `json:"steps"` // in reading order of A; what only B has stands where B has it
}

// ProcessInfo says which description it is.
type ProcessInfo struct {
	Index   int                `json:"index"` // in Regulation.Processes, from 0
	Kind    model.ProcessKind  `json:"kind"`
	Point   string             `json:"point"`
	Title   string             `json:"title"`
	Variant model.List[string] `json:"variant"`
	Totals  Totals             `json:"totals"`
	Span    model.Span         `json:"span"`
}

func processInfo(p *model.Process, index int) *ProcessInfo {
	return &ProcessInfo{Index: index, Kind: p.Kind, Point: p.Point, Title: p.Title, Variant: p.Variant, Totals: processTotals(p), Span: p.Span}
}

// counterparts are kinds that describe the same procedure under another name, with what
// a reader has to know when they are compared with one another.
var counterparts = []struct {
	kinds  [2]model.ProcessKind
	remark phrase.Reason
}{
	{[2]model.ProcessKind{model.ProcessInternal, model.ProcessInteraction}, phrase.ContentAndSequence},
	{[2]model.ProcessKind{model.ProcessPSC, model.ProcessCorporation}, phrase.CorporationForCentre},
}

// leastHeading is the least likeness of headings, in thousandths, of two variants that
// both have one: "Отказ" is not compared with "Жеке тұлғаларға".
const leastHeading = 300

// processes pairs the descriptions of procedures and compares each pair.
func (c *comparison) processes() {
	pa, pb := c.a.Regulation.Processes, c.b.Regulation.Processes
	fa, fb := allFeatures(pa), allFeatures(pb)
	takenA, takenB := map[int]bool{}, map[int]bool{}

	pair := func(alike func(a, b model.ProcessKind) bool, why string, remarks ...Remark) {
		var cs []candidate
		for i := range pa {
			for j := range pb {
				if takenA[i] || takenB[j] || !alike(pa[i].Kind, pb[j].Kind) {
					continue
				}
				if score, ok := c.likeness(&pa[i], &pb[j], fa[i], fb[j]); ok {
					cs = append(cs, candidate{i, j, score, content(contentOf(fa[i]), contentOf(fb[j]))})
				}
			}
		}
		for _, m := range best(cs) {
			takenA[m.a], takenB[m.b] = true, true
			c.pairs = append(c.pairs, ProcessPair{A: processInfo(&pa[m.a], m.a), B: processInfo(&pb[m.b], m.b), Why: why + headingsWhy(&pa[m.a], &pb[m.b]),
				Remarks: slices.Concat(remarks, summedUp(c.a.Regulation, &pa[m.a], c.b.Regulation, &pb[m.b]))})
		}
	}
	pair(func(a, b model.ProcessKind) bool { return a == b }, "same kind")
	for _, cp := range counterparts {
		// A side that has both kinds tells the other's by the same kind; its second description
		// is no counterpart of a variant that only the other side has.
		pair(func(a, b model.ProcessKind) bool {
			return (a == cp.kinds[0] && b == cp.kinds[1] || a == cp.kinds[1] && b == cp.kinds[0]) && !hasKind(pa, b) && !hasKind(pb, a)
		}, "counterpart kinds", remark(cp.remark.Of()))
	}
	for i := range pa {
		if !takenA[i] && !within(c.hiddenA, pa[i].Span) {
			c.pairs = append(c.pairs, ProcessPair{A: processInfo(&pa[i], i), Why: "no counterpart", Remarks: otherDescription(pa[i].Kind, pb)})
		}
	}
	for j := range pb {
		if !takenB[j] && !within(c.hiddenB, pb[j].Span) {
			c.pairs = append(c.pairs, ProcessPair{B: processInfo(&pb[j], j), Why: "no counterpart", Remarks: otherDescription(pb[j].Kind, pa)})
		}
	}
	sortProcesses(c.pairs)
	for i := range c.pairs {
		switch p := &c.pairs[i]; {
		case p.B == nil:
			c.oneSided(i, KindProcessRemoved)
		case p.A == nil:
			c.oneSided(i, KindProcessAdded)
		default:
			c.process(i, fa[p.A.Index], fb[p.B.Index])
		}
	}
}

func hasKind(ps []model.Process, k model.ProcessKind) bool {
	return slices.ContainsFunc(ps, func(p model.Process) bool { return p.Kind == k })
}

// summedUp tells of a step that stands for all steps of another description ("6-процесс –
// осы регламенттің 5-тармағымен көзделген көрсетілетін қызметті берушінің рәсімдері")
// where the other side spells them out.
func summedUp(ra *model.Regulation, a *model.Process, rb *model.Regulation, b *model.Process) []Remark {
	sa, sb := standsFor(ra, a), standsFor(rb, b)
	switch {
	case (sa == nil) == (sb == nil):
		return nil
	case sa == nil:
		sa = sb
	}
	return []Remark{remark(*sa)}
}

func standsFor(r *model.Regulation, p *model.Process) *model.Message {
	for i := range p.Steps {
		s := &p.Steps[i]
		for _, ref := range s.Refs {
			told := slices.ContainsFunc(r.Processes, func(o model.Process) bool {
				return o.Kind == model.ProcessInternal && o.Point == string(ref.Point)
			})
			if ref.To == model.RefRegulation && ref.Point != "" && told && p.Kind != model.ProcessInternal && len(s.Actions) == 0 {
				why := phrase.SummedUp.Of(p.Point, phrase.StepName(p, i), ref.Point)
				return &why
			}
		}
	}
	return nil
}

// elsewhere says where a side that lacks a kind of description can tell the same.
var elsewhere = []struct{ lacking, told model.ProcessKind }{
	{model.ProcessInteraction, model.ProcessInternal},
	{model.ProcessInternal, model.ProcessInteraction},
	{model.ProcessDelivery, model.ProcessCorporation}, // "3-процесс – … дайын нәтижесін береді"
	{model.ProcessDelivery, model.ProcessPSC},
}

// otherDescription says where the other side may tell what an unpaired description
// tells; it is not compared twice.
func otherDescription(kind model.ProcessKind, others []model.Process) []Remark {
	for _, e := range elsewhere {
		if e.lacking != kind {
			continue
		}
		for _, p := range others {
			if p.Kind == e.told {
				return []Remark{remark(phrase.ToldElsewhere.Of(phrase.Code("process", e.told), p.Point))}
			}
		}
	}
	return nil
}

// likeness of two descriptions in thousandths: how well the steps align, and the
// headings where both have them. False where the headings speak of different cases.
func (c *comparison) likeness(a, b *model.Process, fa, fb []*features) (int, bool) {
	score := alignmentScore(fa, fb, c.sameLanguage)
	if len(a.Variant) == 0 || len(b.Variant) == 0 || !c.sameLanguage {
		return score, true
	}
	heading := wording.Overlap(wording.Stems(strings.Join(a.Variant, " ")), wording.Stems(strings.Join(b.Variant, " ")))
	return score/4 + heading, heading >= leastHeading
}

func headingsWhy(a, b *model.Process) string {
	switch {
	case len(a.Variant) == 0 && len(b.Variant) == 0:
		return ""
	case wording.Fold(strings.Join(a.Variant, "")) == wording.Fold(strings.Join(b.Variant, "")):
		return ", same headings"
	case len(a.Variant) == 0 || len(b.Variant) == 0:
		return ", one without a heading"
	}
	return ", similar headings or steps"
}

// sortProcesses brings pairs into the order of A, then what only B has in its order.
func sortProcesses(ps []ProcessPair) {
	slices.SortFunc(ps, func(x, y ProcessPair) int {
		switch {
		case x.A != nil && y.A != nil:
			return cmp.Compare(x.A.Index, y.A.Index)
		case x.A != nil:
			return -1
		case y.A != nil:
			return 1
		}
		return cmp.Compare(x.B.Index, y.B.Index)
	})
}

func allFeatures(ps []model.Process) [][]*features {
	out := make([][]*features, len(ps))
	for i := range ps {
		out[i] = stepFeatures(ps[i].Steps)
	}
	return out
}

func contentOf(fs []*features) string {
	var b strings.Builder
	for _, f := range fs {
		b.WriteString(f.folded)
	}
	return b.String()
}
