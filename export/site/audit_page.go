package site

import (
	"reglament/compare/audit"
	"reglament/export/report"
	"reglament/model"
)

// auditView is the contradictions of one act.
type auditView struct {
	*Opened
	Report         *audit.Report
	Contradictions []contradictionView
	Codes          []facet
	Code           string
}

type contradictionView struct {
	audit.Contradiction
	Hidden bool
}

func (p *page) audit() error {
	o, err := p.open()
	if err != nil {
		return err
	}
	r := audit.Document(p.KeyName(o.Key), o.text.Document, o.text.canonical)
	v := auditView{Opened: o, Report: r, Code: p.Query("code")}
	counts := map[string]int{}
	for _, c := range r.Contradictions {
		counts[string(c.Code)]++
		v.Contradictions = append(v.Contradictions, contradictionView{c, v.Code != "" && v.Code != string(c.Code)})
	}
	v.Codes = facets(counts, v.Code, p.counted("audit"), byName)
	p.tables = []report.Table{p.auditTable(v)}
	data := *r
	data.Label = o.Key // in no language
	p.asJSON(&data)
	p.Template, p.Nav, p.Body = "audit", "audit", v
	p.Title = p.T("audit.title") + ": " + p.KeyName(o.Key)
	return nil
}

// auditTable is a place a row, in the language of the interface.
func (p *page) auditTable(v auditView) report.Table {
	t := report.Table{Name: p.T("act.audit"), Columns: columns([]float64{36, 14, 50, 60, 26, 80, 10, 10},
		p.T("col.kind"), p.T("col.severity"), p.T("col.regulation"), p.T("col.reason"), p.T("col.place"), p.T("col.quote"), p.T("col.start"), p.T("col.end"))}
	for _, c := range v.Contradictions {
		if c.Hidden {
			continue
		}
		for _, place := range c.Places {
			t.Rows = append(t.Rows, []report.Cell{{Text: p.Code("audit", c.Code)}, {Text: p.Code("severity", c.Severity)}, {Text: c.Service}, {Text: p.Tell(c.Reason)},
				{Text: p.Tell(place.Name)}, {Text: place.Quote}, report.Number(place.Span[0]), report.Number(place.Span[1])})
		}
	}
	return t
}

// auditsView is the contradictions of the corpus, counted.
type auditsView struct {
	Acts  []auditedAct
	Pager pager
}

type auditedAct struct {
	*book    `json:"act"`
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
}

// audits counts the contradictions of each act with regulations.
func (p *page) audits() error {
	b, err := p.site.shelf.books(p.r.Context())
	if err != nil {
		return err
	}
	var with []*book
	for i := range b.acts {
		if b.acts[i].Regulations > 0 {
			with = append(with, &b.acts[i])
		}
	}
	var v auditsView
	var shown []*book
	if shown, v.Pager, err = paged(p, with, 20); err != nil {
		return err
	}
	t := report.Table{Name: p.T("nav.audit"), Columns: columns([]float64{36, 60, 12, 12, 12},
		p.T("col.key"), p.T("col.title"), p.T("severity.error"), p.T("severity.warning"), p.T("severity.info"))}
	for _, one := range shown {
		a, err := p.audited(one)
		if err != nil {
			return err
		}
		v.Acts = append(v.Acts, a)
		t.Rows = append(t.Rows, []report.Cell{{Text: one.Key}, {Text: one.Name(p.Lang)}, report.Number(a.Errors), report.Number(a.Warnings), report.Number(a.Infos)})
	}
	p.tables = []report.Table{t}
	p.asJSON(model.List[auditedAct](v.Acts))
	p.Template, p.Nav, p.Title, p.Body = "audits", "audit", p.T("audit.overview"), v
	return nil
}

// audited counts the contradictions of an act's newest edition.
func (p *page) audited(b *book) (auditedAct, error) {
	out := auditedAct{book: b}
	counts, err := p.site.shelf.audits.get(b.Key, func() (map[model.Severity]int, error) {
		ctx, cancel := detached(p.r.Context())
		defer cancel()
		q := *p
		q.r = p.r.Clone(ctx)
		q.r.URL.RawQuery = ""
		q.r.SetPathValue("act", slug(b.Key))
		o, err := q.open()
		if err != nil {
			return nil, err
		}
		counts := map[model.Severity]int{}
		for _, c := range audit.Document(b.Key, o.text.Document, o.text.canonical).Contradictions {
			counts[c.Severity]++
		}
		return counts, nil
	})
	out.Errors, out.Warnings, out.Infos = counts[model.Error], counts[model.Warning], counts[model.Info]
	return out, err
}
