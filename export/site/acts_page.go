package site

import (
	"reglament/compare"
	"reglament/corpus"
	"reglament/export/report"
)

// actsView is the comparison of two acts: what they have in common.
type actsView struct {
	A, B         string
	Pairs        []actPair
	OnlyA, OnlyB []compare.Unpaired
	Doubts       []string // of the texts
}

type actPair struct {
	Result    *compare.Result
	URL       string
	Substance int
	Wording   int
}

// acts compares two whole acts.
func (p *page) acts(a, b corpus.Selected) error {
	all := compare.Acts(actOf(a), actOf(b))
	v := actsView{A: p.sideName(a), B: p.sideName(b), Doubts: p.doubtsOf(a, b), OnlyA: all.OnlyA, OnlyB: all.OnlyB}
	for _, r := range all.Results {
		v.Pairs = append(v.Pairs, actPair{r, p.CompareLink(sideOf(a, r.A.Index), sideOf(b, r.B.Index)),
			r.Severities[compare.Substance], r.Severities[compare.Wording]})
	}
	p.Template, p.Body = "acts", v
	p.Title = p.T("compare.title") + ": " + v.A + " / " + v.B
	p.tables = []report.Table{p.pairsTable(v)}
	p.asJSON(all)
	return nil
}

// pairsTable is the services of two acts, those that one act has alone included.
func (p *page) pairsTable(v actsView) report.Table {
	t := report.Table{Name: p.T("compare.pairs"), Columns: columns([]float64{70, 70, 14, 14}, v.A, v.B, p.Code("severity", "substance"), p.Code("severity", "wording"))}
	for _, pair := range v.Pairs {
		t.Rows = append(t.Rows, append(report.Texts(pair.Result.A.Service, pair.Result.B.Service), report.Number(pair.Substance), report.Number(pair.Wording)))
	}
	for _, one := range v.OnlyA {
		t.Rows = append(t.Rows, report.Texts(one.Service, ""))
	}
	for _, one := range v.OnlyB {
		t.Rows = append(t.Rows, report.Texts("", one.Service))
	}
	return t
}
