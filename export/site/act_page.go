package site

import (
	"net/http"
	"slices"
	"strconv"

	"reglament/corpus"
	"reglament/export/report"
	"reglament/model"
	"reglament/parse/explain"
)

// Opened is an act with the edition that a page shows.
type Opened struct {
	Key      string
	Name     string // see corpus.ActSummary.Name
	Edition  corpus.Edition
	Editions []corpus.Edition
	Default  int64 // the edition that is shown where none is asked for
	text     *text
}

// Document is the model of the edition.
func (o *Opened) Document() *model.Document { return o.text.Document }

// Explicit is the edition for links: 0 for the one that is shown anyway.
func (o *Opened) Explicit() int64 {
	if o.Edition.ID == o.Default {
		return 0
	}
	return o.Edition.ID
}

// File is the name of the file of an edition that language and day do not tell from
// another: "" where they do.
func (o *Opened) File(e corpus.Edition) string {
	for _, other := range o.Editions {
		if other.ID != e.ID && other.Language == e.Language && other.Wording == e.Wording && len(e.Forms) > 0 {
			return e.Forms[0].Name
		}
	}
	return ""
}

// open opens the act of the address, in the edition of ?edition=, or the newest one in
// Kazakh, or else in Russian.
func (p *page) open() (*Opened, error) {
	key := unslug(p.r.PathValue("act"))
	editions, err := p.site.options.Store.Editions(p.r.Context(), key)
	if err != nil {
		return nil, err
	}
	newest := corpus.Newest(editions)
	if len(newest) == 0 {
		return nil, fault{status: http.StatusNotFound}
	}
	o := &Opened{Key: key, Name: p.KeyName(key), Editions: editions, Edition: newest[0], Default: newest[0].ID}
	b, err := p.site.shelf.books(p.r.Context())
	if err != nil {
		return nil, err
	}
	if known, ok := b.byKey[key]; ok { // else it was stored a moment ago
		o.Name = known.Name(p.Lang)
	}
	if q := p.Query("edition"); q != "" {
		id, err := strconv.ParseInt(q, 10, 64)
		if err != nil {
			return nil, fault{status: http.StatusBadRequest, detail: "edition"}
		}
		at := slices.IndexFunc(editions, func(e corpus.Edition) bool { return e.ID == id })
		if at < 0 {
			return nil, fault{status: http.StatusNotFound}
		}
		o.Edition = editions[at]
	}
	if o.text, err = p.site.shelf.text(p.r.Context(), o.Edition.ID); err != nil {
		return nil, err
	}
	if title := o.text.Act.Title; title != "" { // in the language of this edition
		o.Name = string(title)
	}
	return o, nil
}

// actView is an act with its text.
type actView struct {
	*Opened
	Act        *model.Act
	Paragraphs []paragraph
	Legend     []string // classes
	Values     []value  // requisites with their evidence
	Coverage   [4]int   // percent: read, kept, unread, and the rest
	Findings   []remark
}

// value is something that was read, with its place.
type value struct {
	Name, Text string
	Link       string // to another act
	Span       model.Span
}

func (p *page) act() error {
	o, err := p.open()
	if err != nil {
		return err
	}
	v := actView{Opened: o, Act: &o.text.Act, Legend: legend, Values: p.requisites(o.text.Document)}
	c := explain.Of(o.text.Document, o.text.canonical)
	percent := func(n int) int { return (100*n + c.Bytes/2) / max(1, c.Bytes) }
	v.Coverage = [4]int{percent(c.Read), percent(c.Kept), percent(c.Unread)}
	v.Coverage[3] = max(0, 100-v.Coverage[0]-v.Coverage[1]-v.Coverage[2])
	var anchors []model.Span
	for _, f := range o.text.Findings {
		anchors = append(anchors, f.Span)
		v.Findings = append(v.Findings, p.remark(f))
	}
	for _, one := range v.Values {
		anchors = append(anchors, one.Span)
	}
	for i := range o.text.Regulations {
		for _, one := range p.properties(&o.text.Regulations[i]) {
			anchors = append(anchors, one.Span)
		}
	}
	if p.Query("format") == "" {
		v.Paragraphs = p.paragraphs(o.text, model.Span{0, len(o.text.canonical)}, anchors)
	}
	p.Template, p.Nav, p.Body = "act", "acts", v
	p.Title = p.ActName(issuerRegion(v.Act), v.Act.Number, v.Act.Adopted)
	if p.Title == "" {
		p.Title = v.Name
	}
	p.tables = []report.Table{p.marksTable(o.text)}
	p.asJSON(o.text.Document)
	return nil
}

func issuerRegion(a *model.Act) model.Region {
	if a.Issuer == nil {
		return ""
	}
	return a.Issuer.Region
}

// requisites are what the act's head says, each with its place.
func (p *page) requisites(d *model.Document) []value {
	a := &d.Act
	var out []value
	add := func(key, text string, s model.Span) {
		if text != "" {
			out = append(out, value{Name: p.T(key), Text: text, Span: s})
		}
	}
	add("act.kind", p.Code("kind", a.Kind), a.Spans.Of("kind"))
	if a.Issuer != nil {
		add("act.issuer", a.Issuer.Name, a.Issuer.Span)
	}
	add("act.adopted", p.Date(a.Adopted), a.Spans.Of("adopted"))
	add("act.number", string(a.Number), a.Spans.Of("number"))
	if r := a.Registration; r != nil {
		text := "№ " + string(r.Number)
		if r.Date != "" {
			text += " · " + p.Date(r.Date)
		}
		if r.Body != "" {
			text += " · " + string(r.Body)
		}
		add("act.registration", text, r.Span)
	}
	status, by := a.Standing()
	if a.Fate == nil {
		add("act.status", p.Code("status", status), a.Spans.Of("status"))
	} else {
		add("act.status", p.Code("status", status), model.Span{})
		add("act.text_status", p.Code("status", a.Status), a.Spans.Of("status"))
	}
	if by != nil {
		add("act.repealed_by", p.Ref(by), by.Span)
	}
	if a.EntryIntoForce != nil {
		add("act.entry", p.Entry(a.EntryIntoForce), a.EntryIntoForce.Span)
	}
	for _, s := range a.Signatories {
		text := string(s.Position)
		if s.Name != "" {
			text += " " + string(s.Name)
		}
		add("act.signatories", text, s.Span)
	}
	for i := range a.Amends {
		add("act.amends", p.Ref(&a.Amends[i]), a.Amends[i].Span)
	}
	for i := range a.Repeals {
		add("act.repeals", p.Ref(&a.Repeals[i]), a.Repeals[i].Span)
	}
	add("act.id", string(a.ID), a.Spans.Of("id"))
	return out
}

// marksTable is everything that was read, with the words that prove it.
func (p *page) marksTable(t *text) report.Table {
	out := report.Table{Name: p.T("act.values"), Columns: columns([]float64{22, 40, 80, 10, 10},
		p.T("col.kind"), p.T("col.text"), p.T("col.quote"), p.T("col.start"), p.T("col.end"))}
	for _, m := range explain.Marks(t.Document) {
		var class, text string
		if m.Block {
			class, text = p.block(m)
			class = p.Code("what", class)
		} else {
			class, text = p.meaning(m)
			class = p.Code("mark", class)
		}
		out.Rows = append(out.Rows, []report.Cell{{Text: class}, {Text: text}, {Text: m.Span.Of(t.canonical)}, report.Number(m.Span[0]), report.Number(m.Span[1])})
	}
	return out
}
