package data

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"reglament/corpus"
	"reglament/corpus/whole"
	"reglament/model"
)

// Text is a document with the canonical text that its spans point into.
type Text struct {
	*model.Document
	Canonical string
}

// ErrUndated is the reason why an act has no place in Akoma Ntoso: its names are made of
// the day of adoption.
var ErrUndated = errors.New("the day on which the act was adopted is unknown, and its name in Akoma Ntoso is made of it")

// Skipped is a document that was not written, and why.
type Skipped struct {
	Source string
	Reason error
}

// WriteAKN writes each document as a file of Akoma Ntoso 3.0 (OASIS LegalDocML) into dir,
// which it makes if need be, and returns the documents that have no place in it. An act
// has its operative part as body, by point, and each regulation as an attachment, by
// section and point; every paragraph of the canonical text is in the file once, in its
// order. Names follow the Akoma Ntoso naming convention: the number of the act as it is,
// "/" in it as %2F. generated is the day of the manifestation.
//
// Each file appears when it is complete; an error leaves those that are.
func WriteAKN(dir string, texts iter.Seq2[Text, error], generated time.Time) ([]Skipped, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	var skipped []Skipped
	names := map[string]int{}
	for t, err := range texts {
		if err != nil {
			return skipped, err
		}
		if t.Act.Adopted == "" {
			skipped = append(skipped, Skipped{t.Source.Name, ErrUndated})
			continue
		}
		name := fileName(t)
		if names[name]++; names[name] > 1 {
			name = fmt.Sprintf("%s-%d", name, names[name])
		}
		err := whole.Write(filepath.Join(dir, name+".xml"), func(w io.Writer) error {
			_, err := w.Write(akomaNtoso(t, generated))
			return err
		})
		if err != nil {
			return skipped, fmt.Errorf("%s: %w", t.Source.Name, err)
		}
	}
	return skipped, nil
}

// fileName is the act's key with nothing in it that a file system gives a meaning.
func fileName(t Text) string {
	act, _ := corpus.Identity(t.Document)
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '.' {
			return r
		}
		return '_'
	}, act.Key)
	if t.Act.Language != "" {
		name += "." + string(t.Act.Language)
	}
	return name
}

// akomaNtoso returns a document of a dated act as Akoma Ntoso.
func akomaNtoso(t Text, generated time.Time) []byte {
	a := &akn{Text: t, ids: map[string]bool{}, refs: map[string]string{}}
	act, _ := corpus.Identity(t.Document)
	a.work = workIRI(act, t.Act.Kind)
	a.expression = a.work + "/" + languageCode(t.Act.Language) + "@" + string(corpus.Wording(t.Document))
	a.generated = generated.Format(time.DateOnly)

	root := element("akomaNtoso", "xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")
	root.add(a.act())
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	root.write(&b, 0)
	return []byte(b.String())
}

// workIRI names an act whatever its language and edition:
// /akn/kz-11/act/resolution/2015-10-23/А-11%2F495.
func workIRI(act corpus.Act, kind model.ActKind) string {
	number := strings.NewReplacer("%", "%25", "/", "%2F", " ", "", "#", "%23", "?", "%3F", "@", "%40").Replace(string(act.Number))
	if number == "" {
		number = "nn" // the convention's word for no number
	}
	place := strings.ToLower(string(act.Region))
	if place == "" {
		place = "kz"
	}
	if kind == "" || kind == model.UnknownKind {
		return fmt.Sprintf("/akn/%s/act/%s/%s", place, act.Adopted, number)
	}
	return fmt.Sprintf("/akn/%s/act/%s/%s/%s", place, kind, act.Adopted, number)
}

// languageCode is the ISO 639-2 code that the naming convention asks for.
func languageCode(l model.Language) string {
	switch l {
	case model.Kazakh:
		return "kaz"
	case model.Russian:
		return "rus"
	}
	return "und"
}

type akn struct {
	Text
	work, expression string
	generated        string
	ids              map[string]bool   // that are taken
	refs             map[string]string // id of the reference to an act, by the act's IRI
	references       []*node
}

// id returns an id that is not taken yet: numbers of points repeat where a text counts wrongly.
func (a *akn) id(id string) string {
	id = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return '-'
		}
		return r
	}, id)
	unique := id
	for n := 2; a.ids[unique]; n++ {
		unique = fmt.Sprintf("%s-%d", id, n)
	}
	a.ids[unique] = true
	return unique
}

func (a *akn) act() *node {
	kind := a.Act.Kind
	if kind == "" {
		kind = model.UnknownKind
	}
	contains := "originalVersion"
	if corpus.Wording(a.Document) != a.Act.Adopted {
		contains = "singleVersion"
	}
	out := element("act", "name", string(kind), "contains", contains)
	lifecycle := a.lifecycle()
	a.mentions()
	meta := element("meta")
	meta.add(a.identification(), lifecycle)
	refs := element("references", "source", "#reglament")
	refs.add(element("original", "eId", a.id("original"), "href", a.work, "showAs", showNumber(a.Act.Number, a.Act.Adopted)))
	refs.add(a.references...)
	refs.add(a.ontology()...)
	meta.add(refs, a.proprietary())
	out.add(meta)

	// The head ends where the first point begins, and the signatures where the first
	// regulation does.
	end := len(a.Canonical)
	var attachments []part
	for i := range a.Regulations {
		g := &a.Regulations[i]
		if i == 0 {
			end = g.Span[0]
		}
		attachments = append(attachments, part{g.Span, func() *node { return a.attachment(g) }})
	}
	first, last := end, end
	for i, p := range a.Act.Points {
		if p.Span[1] > end {
			break
		}
		if i == 0 {
			first = p.Span[0]
		}
		last = p.Span[1]
	}
	out.add(a.preface(model.Span{0, first}, a.Act.Spans.Of("title")))
	body := element("body")
	body.add(a.hierarchy(model.Span{first, last}, a.points(a.Act.Points, ""), "")...)
	if len(body.kids) == 0 {
		body.add(empty(a.id("body")))
	}
	out.add(body)
	if signatures := a.lines(model.Span{last, end}); len(signatures) > 0 {
		out.add(element("conclusions").add(signatures...))
	}
	if len(attachments) > 0 {
		list := element("attachments")
		pieces := fill(model.Span{end, len(a.Canonical)}, attachments)
		for i, p := range pieces {
			if p.made == nil { // between two regulations: it belongs to the one before
				if i > 0 && pieces[i-1].made != nil {
					a.conclude(pieces[i-1].made, p.span)
				}
				continue
			}
			list.add(p.made)
		}
		out.add(list)
	}
	return out
}

// conclude adds loose paragraphs to the end of an attachment.
func (a *akn) conclude(attachment *node, span model.Span) {
	if lines := a.lines(span); len(lines) > 0 {
		doc := attachment.kids[len(attachment.kids)-1]
		doc.add(element("conclusions").add(lines...))
	}
}

func showNumber(number model.Text, day model.Date) string {
	return strings.TrimSpace("№ " + string(number) + ", " + string(day))
}

func (a *akn) identification() *node {
	out := element("identification", "source", "#reglament")
	var alias *node
	if a.Act.ID != "" {
		alias = element("FRBRalias", "value", string(a.Act.ID), "name", "adilet")
	}
	work := a.frbr("FRBRWork", a.work, "/!main", string(a.Act.Adopted), "adoption", "#issuer", alias)
	work.add(a.workEnd()...)
	expression := a.frbr("FRBRExpression", a.expression, "/!main", string(corpus.Wording(a.Document)), "wording", "#issuer")
	expression.add(element("FRBRlanguage", "language", languageCode(a.Act.Language)))
	manifestation := a.frbr("FRBRManifestation", a.expression, "/!main.xml", a.generated, "generation", "#reglament")
	manifestation.add(element("FRBRformat", "value", "application/akn+xml"))
	return out.add(work, expression, manifestation)
}

// workEnd is what a work has besides its names.
func (a *akn) workEnd() []*node {
	out := []*node{element("FRBRcountry", "value", "kz")}
	if a.Act.Kind != "" && a.Act.Kind != model.UnknownKind {
		out = append(out, element("FRBRsubtype", "value", string(a.Act.Kind)))
	}
	if a.Act.Number != "" {
		out = append(out, element("FRBRnumber", "value", string(a.Act.Number)))
	}
	if a.Act.Title != "" {
		out = append(out, element("FRBRname", "value", string(a.Act.Title)))
	}
	return out
}

// frbr is what every level of a text has: its names, aliases among them, its day and its author.
func (a *akn) frbr(name, iri, component, day, of, author string, aliases ...*node) *node {
	return element(name).add(
		element("FRBRthis", "value", iri+component),
		element("FRBRuri", "value", iri+strings.TrimPrefix(component, "/!main")),
	).add(aliases...).add(
		element("FRBRdate", "date", day, "name", of),
		element("FRBRauthor", "href", author),
	)
}

// lifecycle are the events that the text tells with their days.
func (a *akn) lifecycle() *node {
	out := element("lifecycle", "source", "#reglament")
	event := func(day model.Date, source, kind string) {
		out.add(element("eventRef", "eId", a.id("event_"+fmt.Sprint(len(out.kids)+1)), "date", string(day), "source", source, "type", kind))
	}
	event(a.Act.Adopted, "#original", "generation")
	type amendment struct {
		day model.Date
		ref string
	}
	var amended []amendment
	for _, n := range a.Act.Notes {
		if n.By == nil || n.By.Date == "" || n.Action == model.NoteEditorial || n.Target.Kind == model.TargetAct && n.Action == model.NoteRepealed {
			continue
		}
		if m := (amendment{n.By.Date, a.ref("passiveRef", corpus.RefNote, n.By)}); !slices.Contains(amended, m) {
			amended = append(amended, m)
		}
	}
	slices.SortStableFunc(amended, func(x, y amendment) int { return strings.Compare(string(x.day), string(y.day)) })
	for _, m := range amended {
		event(m.day, "#"+m.ref, "amendment")
	}
	if _, by := a.Act.Standing(); by != nil && by.Date != "" {
		event(by.Date, "#"+a.ref("passiveRef", corpus.RefRepealedBy, by), "repeal")
	}
	return out
}

// mentions makes references to the other acts that the text names.
func (a *akn) mentions() {
	for i := range a.Act.Amends {
		a.ref("activeRef", corpus.RefAmends, &a.Act.Amends[i])
	}
	for i := range a.Act.Repeals {
		a.ref("activeRef", corpus.RefRepeals, &a.Act.Repeals[i])
	}
	for i := range a.Act.Cites {
		a.ref("cites", corpus.RefCites, &a.Act.Cites[i])
	}
	for i := range a.Regulations {
		if r := a.Regulations[i].Standard; r != nil {
			a.ref("standard", corpus.RefStandard, r)
		}
	}
}

// ref returns the id of the reference to an act, made where there is none yet. What the
// schema has no element for, a mere citation, is a TLCReference with a name.
func (a *akn) ref(name string, role corpus.RefRole, r *model.ActRef) string {
	own, _ := corpus.Identity(a.Document)
	act, known := corpus.Named(r, role, own.Region)
	iri := workIRI(act, r.Kind)
	if !known {
		iri = "#unidentified-" + fmt.Sprint(r.Span[0])
	}
	if id := a.refs[iri]; id != "" {
		return id
	}
	id := a.id("ref_" + fmt.Sprint(len(a.refs)+1))
	a.refs[iri] = id
	switch name {
	case "passiveRef", "activeRef":
		a.references = append(a.references, element(name, "eId", id, "href", iri, "showAs", oneLine(r.Text)))
	default:
		a.references = append(a.references, element("TLCReference", "eId", id, "name", name, "href", iri, "showAs", oneLine(r.Text)))
	}
	return id
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// ontology are the bodies and persons that are referred to.
func (a *akn) ontology() []*node {
	issuer := "—"
	kind := model.OtherIssuer
	if a.Act.Issuer != nil {
		issuer, kind = a.Act.Issuer.Name, a.Act.Issuer.Kind
	}
	out := []*node{
		element("TLCOrganization", "eId", a.id("issuer"), "href", "/akn/ontology/organization/kz/"+string(kind), "showAs", issuer),
		element("TLCOrganization", "eId", a.id("reglament"), "href", "/akn/ontology/organization/reglament", "showAs", "reglament"),
	}
	for i, s := range a.Act.Signatories {
		if s.Name != "" {
			n := fmt.Sprint(i + 1)
			out = append(out, element("TLCPerson", "eId", a.id("signatory_"+n), "href", "/akn/ontology/person/kz/signatory-"+n, "showAs", oneLine(string(s.Name))))
		}
	}
	return out
}

// proprietary is what Akoma Ntoso has no place for: the file that was read, the key that
// joins the other exports, and the state registration.
func (a *akn) proprietary() *node {
	const space = "urn:reglament:1"
	out := element("proprietary", "source", "#reglament")
	status, _ := a.Act.Standing()
	out.add(element("r:source", "xmlns:r", space, "name", a.Source.Name, "sha256", a.Source.SHA256, "key", string(a.Act.Key), "status", string(status), "textStatus", string(a.Act.Status)))
	if r := a.Act.Registration; r != nil {
		out.add(element("r:registration", "xmlns:r", space, "body", string(r.Body), "date", string(r.Date), "number", string(r.Number)))
	}
	return out
}

// preface holds what stands before the body; the title is marked.
func (a *akn) preface(span, title model.Span) *node {
	out := element("preface")
	for _, l := range span.Lines(a.Canonical) {
		text := l.Of(a.Canonical)
		if !title.Empty() && title.Contains(l) || l.Contains(title) && !title.Empty() {
			p := element("p")
			p.kids = []*node{{name: "docTitle", text: text}}
			out.add(element("longTitle").add(p))
			continue
		}
		out.add(a.paragraph(l))
	}
	if len(out.kids) == 0 {
		return nil
	}
	return out
}

// part is a stretch of text that is an element of its own.
type part struct {
	span model.Span
	make func() *node
}

// piece is an element, or a stretch between elements.
type piece struct {
	span model.Span
	made *node
}

// fill cuts a span into its parts and what is between them. A part that does not fit in
// is left as what is between.
func fill(span model.Span, parts []part) []piece {
	var out []piece
	at := span[0]
	for _, p := range parts {
		if p.span[0] < at || p.span[1] > span[1] || p.span.Empty() {
			continue
		}
		if p.span[0] > at {
			out = append(out, piece{span: model.Span{at, p.span[0]}})
		}
		out = append(out, piece{p.span, p.make()})
		at = p.span[1]
	}
	if at < span[1] {
		out = append(out, piece{span: model.Span{at, span[1]}})
	}
	return out
}

// hierarchy is a stretch of points or sections; paragraphs between them are containers
// of their own, as the schema asks.
func (a *akn) hierarchy(span model.Span, parts []part, prefix string) []*node {
	var out []*node
	for _, p := range fill(span, parts) {
		if p.made != nil {
			out = append(out, p.made)
			continue
		}
		if lines := a.lines(p.span); len(lines) > 0 {
			out = append(out, element("hcontainer", "eId", a.id(prefix+"text"), "name", "text").add(element("content").add(lines...)))
		}
	}
	return out
}

func (a *akn) points(points []model.Point, prefix string) []part {
	var out []part
	for i := range points {
		out = append(out, part{points[i].Span, func() *node { return a.point(&points[i], prefix) }})
	}
	return out
}

// point is a numbered provision: its own paragraphs before its subpoints are the intro,
// those after them the wrap-up.
func (a *akn) point(p *model.Point, prefix string) *node {
	name, kind := "point", "point_"
	if p.Number == "" {
		name, kind = "alinea", "alinea"
	}
	id := a.id(prefix + kind + string(p.Number))
	out := element(name, "eId", id)
	pieces := fill(p.Span, a.points(p.Subpoints, id+"__"))
	var own []*node
	for i, piece := range pieces {
		if piece.made != nil {
			continue
		}
		lines := a.lines(piece.span)
		if i == 0 && p.Number != "" && len(lines) > 0 {
			num, rest := cutNumber(lines[0].text, string(p.Number))
			if num != "" {
				out.add(&node{name: "num", text: num})
				lines[0].text = rest
				if rest == "" {
					lines = lines[1:]
				}
			}
		}
		if len(pieces) == 1 {
			own = lines
			break
		}
		pieces[i].made = between(i, len(pieces), lines, func() *node { return element("alinea", "eId", a.id(id+"__alinea")) })
	}
	if len(pieces) <= 1 && (len(pieces) == 0 || pieces[0].made == nil) {
		if len(own) == 0 {
			own = []*node{element("p")}
		}
		return out.add(element("content").add(own...))
	}
	for _, piece := range pieces {
		out.add(piece.made)
	}
	return out
}

// cutNumber takes the printed number with its full stop or bracket off a paragraph.
func cutNumber(text, number string) (num, rest string) {
	rest, ok := strings.CutPrefix(text, number)
	if !ok {
		return "", text
	}
	cut := strings.TrimLeft(rest, ".) ")
	return strings.TrimSpace(text[:len(text)-len(cut)]), cut
}

// attachment is a regulation.
func (a *akn) attachment(g *model.Regulation) *node {
	n := fmt.Sprint(g.Index)
	id := a.id("att_" + n)
	prefix := id + "__"
	out := element("attachment", "eId", id)
	doc := element("doc", "name", "regulation")
	doc.add(a.attachmentMeta(n, g))

	var parts []part
	for i := range g.Sections {
		s := &g.Sections[i]
		parts = append(parts, part{s.Span, func() *node { return a.section(s, prefix) }})
	}
	for i := range g.Annexes {
		x := &g.Annexes[i]
		parts = append(parts, part{x.Span, func() *node { return a.annex(x, prefix) }})
	}
	slices.SortStableFunc(parts, func(x, y part) int { return x.span[0] - y.span[0] })
	start := g.Span[1]
	for _, p := range parts {
		if g.Span.Contains(p.span) && !p.span.Empty() {
			start = p.span[0]
			break
		}
	}
	doc.add(a.preface(model.Span{g.Span[0], start}, g.Spans.Of("service")))
	body := element("mainBody")
	body.add(a.hierarchy(model.Span{start, g.Span[1]}, parts, prefix)...)
	if len(body.kids) == 0 {
		body.add(empty(a.id(prefix + "text")))
	}
	return out.add(doc.add(body))
}

func (a *akn) attachmentMeta(n string, g *model.Regulation) *node {
	component := "/!att_" + n
	work := a.frbr("FRBRWork", a.work, component, string(a.Act.Adopted), "adoption", "#issuer")
	work.add(element("FRBRcountry", "value", "kz"), element("FRBRsubtype", "value", "regulation"), element("FRBRname", "value", g.Service))
	expression := a.frbr("FRBRExpression", a.expression, component, string(corpus.Wording(a.Document)), "wording", "#issuer")
	expression.add(element("FRBRlanguage", "language", languageCode(a.Act.Language)))
	manifestation := a.frbr("FRBRManifestation", a.expression, component+".xml", a.generated, "generation", "#reglament")
	manifestation.add(element("FRBRformat", "value", "application/akn+xml"))
	return element("meta").add(element("identification", "source", "#reglament").add(work, expression, manifestation))
}

func (a *akn) section(s *model.Section, prefix string) *node {
	id := a.id(prefix + "sec_" + string(s.Number))
	out := element("section", "eId", id)
	pieces := fill(s.Span, a.points(s.Points, id+"__"))
	for i, p := range pieces {
		if p.made != nil {
			continue
		}
		lines := a.lines(p.span)
		if i == 0 && len(lines) > 0 && lines[0].class == "" {
			num, rest := cutNumber(lines[0].text, string(s.Number))
			if s.Number == "" {
				num, rest = "", lines[0].text
			}
			if num != "" {
				out.add(&node{name: "num", text: num})
			}
			if rest != "" {
				out.add(&node{name: "heading", text: rest})
			}
			lines = lines[1:]
		}
		pieces[i].made = between(i, len(pieces), lines, func() *node { return element("hcontainer", "eId", a.id(id+"__text"), "name", "text") })
	}
	for _, p := range pieces {
		out.add(p.made)
	}
	return out
}

// between is the paragraphs that stand as the i-th of n pieces of an element: its intro before
// the others, its wrap-up behind them, or else the content of a container; nil where there are
// none.
func between(i, n int, lines []*node, container func() *node) *node {
	switch {
	case len(lines) == 0:
		return nil
	case i == 0:
		return element("intro").add(lines...)
	case i == n-1:
		return element("wrapUp").add(lines...)
	}
	return container().add(element("content").add(lines...))
}

// annex is a scheme, a diagram or a form of a regulation.
func (a *akn) annex(x *model.Annex, prefix string) *node {
	out := element("hcontainer", "eId", a.id(prefix+"annex_"+string(x.Number)), "name", "annex")
	lines := a.lines(x.Span)
	if len(lines) == 0 {
		lines = []*node{element("p")}
	}
	return out.add(element("content").add(lines...))
}

func empty(id string) *node {
	return element("hcontainer", "eId", id, "name", "text").add(element("content").add(element("p")))
}

// lines are the paragraphs of a span; those of editorial notes are marked.
func (a *akn) lines(span model.Span) []*node {
	var out []*node
	for _, l := range span.Lines(a.Canonical) {
		out = append(out, a.paragraph(l))
	}
	return out
}

func (a *akn) paragraph(span model.Span) *node {
	p := &node{name: "p", text: span.Of(a.Canonical)}
	for _, n := range a.Act.Notes {
		if n.Span.Contains(span) || span.Contains(n.Span) && !n.Span.Empty() {
			p.class = "note"
		}
	}
	return p
}
