package life

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/act"
	"reglament/parse/lang"
)

// order is what an operative point of an amending act orders to be changed in another
// act: "… регламенті осы қаулының 1-қосымшасына сәйкес жаңа редакцияда жазылсын".
type order struct {
	Act      string           // key of the act to be changed
	Action   model.NoteAction // "" where the order is not understood
	Service  string           // of the regulation to be changed, "" for the act itself
	Point    string           // number of the point, "" for the whole
	Subpoint string
	Annex    *model.Regulation // that replaces the whole regulation
	Text     []model.Span      // paragraphs that replace the point
	Old, New string            // words
	Span     model.Span        // of the order
	Doubt    model.Message     // why it cannot be carried out with certainty
}

type orderWording struct {
	action model.NoteAction
	words  lang.Pattern
}

var (
	orderWordings = func() (out []orderWording) {
		for _, w := range lang.OrderWordings {
			out = append(out, orderWording{w.Action, w.Phrase.Pattern()})
		}
		return out
	}()
	repealOrders = lang.Patterns(lang.RepealOrders)
	changeVerbs  = lang.Patterns(lang.ChangeVerbs)
	changeWords  = lang.Patterns(lang.ChangeWords)
	manyTargets  = lang.Patterns(lang.ManyTargets)
	partWords    = lang.Patterns(lang.PartWords)
	quotedBefore = lang.Patterns(lang.QuotedBefore)
	quotedAfter  = lang.Patterns(lang.QuotedAfter)
	ownActs      = lang.Patterns(lang.OwnActs)
)

var (
	quotation     = regexp.MustCompile(`"[^"]*"|«[^«»]*»`)
	newTextBegins = regexp.MustCompile(`^[` + lang.OpeningQuotes + `]`)
	newTextEnds   = regexp.MustCompile(`[` + lang.ClosingQuotes + `][.;]?[.;]?$`)
)

// orders reads the orders of an amending act, in the order of the text. base names the
// services of the act to be changed, where its text is known.
func orders(d *document, base []string) []order {
	var out []order
	own, _ := corpus.Identity(d.Document)
	for _, p := range d.Act.Points {
		var target *model.ActRef
		several := false
		for i := range d.Act.Amends {
			if r := &d.Act.Amends[i]; p.Span.Contains(r.Span) {
				several = target != nil
				if target == nil {
					target = r
				}
			}
		}
		if target == nil || several { // of several acts, which one a sentence means is not certain
			continue
		}
		named, ok := Name(target, corpus.RefAmends, own.Region)
		if !ok {
			continue
		}
		r := orderReader{d: d, act: named.Key, services: append(servicesOf(d.Document), base...), target: target.Span}
		out = append(out, r.point(p.Span)...)
	}
	return out
}

func servicesOf(d *model.Document) []string {
	var out []string
	for _, g := range d.Regulations {
		out = append(out, g.Service)
	}
	return out
}

type orderReader struct {
	d        *document
	act      string
	services []string
	target   model.Span // of the mention of the act, whose title is no part of an order
	context  string     // the service that the paragraph above names for those below
}

// point reads the orders of a point of an amending act, each with the new wording that
// follows it in quotation marks.
func (r *orderReader) point(span model.Span) []order {
	var out []order
	lines := span.Lines(r.d.canonical)
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		text := line.Of(r.d.canonical)
		o, ok := r.order(text, line)
		if !ok {
			if s, n := r.service(text); n == 1 {
				r.context = s
			}
			continue
		}
		if strings.HasSuffix(strings.TrimSpace(text), ":") {
			end, closed := quoted(r.d.canonical, lines, i+1)
			o.Text = lines[i+1 : end]
			if !closed && o.Doubt.ID == "" {
				o.Doubt = phrase.OpenWording.Of()
			}
			i = end - 1
		}
		r.doubts(&o)
		out = append(out, o)
	}
	return out
}

// quoted returns the end of the new wording that begins at paragraph from: it is in
// quotation marks, and what follows its closing mark is an order again or nothing.
func quoted(canonical string, lines []model.Span, from int) (end int, closed bool) {
	if from >= len(lines) || !newTextBegins.MatchString(lines[from].Of(canonical)) {
		return from, false
	}
	for i := from; i < len(lines); i++ {
		if !newTextEnds.MatchString(strings.TrimSpace(lines[i].Of(canonical))) {
			continue
		}
		if i+1 == len(lines) || orderOf(lines[i+1].Of(canonical)) != "" || strings.HasSuffix(strings.TrimSpace(lines[i+1].Of(canonical)), ":") {
			return i + 1, true
		}
	}
	return len(lines), false
}

// orderOf returns what a paragraph orders, "" where it is no order.
func orderOf(text string) model.NoteAction {
	have := words(quotation.ReplaceAllString(text, " "))
	for _, w := range orderWordings {
		if hasAll(have, w.words) {
			return w.action
		}
	}
	if hasAny(have, repealOrders) {
		return model.NoteRepealed
	}
	return ""
}

// words are the folded words of a text.
func words(text string) []string {
	have := strings.FieldsFunc(text, func(r rune) bool { return !lang.IsLetter(r) })
	for i := range have {
		have[i] = lang.FoldWord(have[i])
	}
	return have
}

func hasAll(have []string, pattern lang.Pattern) bool {
	for _, p := range pattern {
		if !slices.ContainsFunc(have, p.Match) {
			return false
		}
	}
	return true
}

// hasAny reports whether all words of one of the patterns are there.
func hasAny(have []string, patterns []lang.Pattern) bool {
	return slices.ContainsFunc(patterns, func(p lang.Pattern) bool { return hasAll(have, p) })
}

// order reads the paragraph at span as an order: what is done to which point of which
// service. What is not certain is its doubt. It reports false for what orders nothing.
func (r *orderReader) order(text string, span model.Span) (order, bool) {
	action := orderOf(text)
	if action == "" {
		return order{}, false
	}
	o := order{Act: r.act, Action: action, Span: span}
	service, n := r.service(text)
	switch {
	case n > 1:
		o.Doubt = phrase.SeveralServices.Of()
	case n == 1:
		o.Service = service
	default:
		o.Service = r.context
	}
	plain := quotation.ReplaceAllString(r.withoutTarget(text, span), " ")
	if action == model.NoteAmended {
		o.Old, o.New = replaced(text)
	}
	targets := act.Targets(plain, action, r.d.Act.Language)
	several := hasAny(words(plain), manyTargets)
	for _, t := range targets {
		switch number := string(t.Number); {
		case number == "":
		case t.Kind == model.TargetPoint:
			several = several || o.Point != "" && o.Point != number
			o.Point = cmp.Or(o.Point, number)
		case t.Kind == model.TargetSubpoint:
			several = several || o.Subpoint != "" && o.Subpoint != number
			o.Subpoint = cmp.Or(o.Subpoint, number)
		}
	}
	switch {
	case o.Doubt.ID != "":
	case several:
		o.Doubt = phrase.SeveralPoints.Of()
	case hasAny(words(plain), partWords):
		o.Doubt = phrase.PartOfPoint.Of()
	}
	if action == model.NoteNewEdition && o.Point == "" && o.Subpoint == "" && o.Doubt.ID == "" {
		r.annex(&o, plain, targets)
	}
	return o, true
}

// replaced are the two wordings of "А" деген сөздер "Б" деген сөздермен ауыстырылсын,
// слова "А" заменить словами "Б"; "" where the order has not these two.
func replaced(text string) (old, new string) {
	var quoted []string
	marks := quotation.FindAllStringIndex(text, -1)
	for i, at := range marks {
		from, to := 0, len(text)
		if i > 0 {
			from = marks[i-1][1]
		}
		if i+1 < len(marks) {
			to = marks[i+1][0]
		}
		before, after := words(text[from:at[0]]), words(text[at[1]:to])
		if hasAny(before[max(0, len(before)-1):], quotedBefore) || hasAny(after[:min(2, len(after))], quotedAfter) {
			quoted = append(quoted, strings.Trim(text[at[0]:at[1]], lang.Quotes))
		}
	}
	if len(quoted) != 2 {
		return "", ""
	}
	return quoted[0], quoted[1]
}

// annex finds the annex of the amending act that a whole regulation is replaced with: "осы
// қаулының 1-қосымшасына сәйкес жаңа редакцияда жазылсын".
func (r *orderReader) annex(o *order, plain string, targets []model.Target) {
	i := slices.IndexFunc(targets, func(t model.Target) bool { return t.Kind == model.TargetAnnex })
	if i < 0 || !namesOwnAct(words(plain), r.d.Act.Language) {
		o.Doubt = phrase.NoAnnexNamed.Of()
		return
	}
	number := string(targets[i].Number)
	for i := range r.d.Regulations {
		g := &r.d.Regulations[i]
		if corpus.MatchService(g.Service, o.Service) != corpus.FullMatch {
			continue
		}
		if o.Annex != nil {
			o.Annex, o.Doubt = nil, phrase.SeveralAnnexes.Of()
			return
		}
		o.Annex = g
		if g.Annex != "" && number != "" && string(g.Annex) != number {
			o.Doubt = phrase.OtherAnnex.Of(number, g.Annex)
		}
	}
	if o.Annex == nil {
		o.Doubt = phrase.NoAnnexOfService.Of()
	}
}

// namesOwnAct: "осы қаулының", "настоящему постановлению".
func namesOwnAct(have []string, l model.Language) bool {
	for i := 1; i < len(have); i++ {
		if _, ok := lang.KindOf(have[i], l); ok && hasAny(have[i-1:i], ownActs) {
			return true
		}
	}
	return false
}

// withoutTarget takes out the mention of the act to be changed: its title is in
// quotation marks that may not pair.
func (r *orderReader) withoutTarget(text string, span model.Span) string {
	if !span.Contains(r.target) {
		return text
	}
	return text[:r.target[0]-span[0]] + " " + text[r.target[1]-span[0]:]
}

// service finds the one service that the text names, the longest of names that contain
// each other; n tells how many there are.
func (r *orderReader) service(text string) (name string, n int) {
	folded := lang.FoldName(text)
	var found []string
	for _, s := range r.services {
		f := lang.FoldName(s)
		if f == "" || !strings.Contains(folded, f) {
			continue
		}
		within := false
		for i, known := range found {
			k := lang.FoldName(known)
			switch {
			case strings.Contains(k, f):
				within = true
			case strings.Contains(f, k):
				found[i], within = s, true
			}
		}
		if !within {
			found = append(found, s)
		}
	}
	if len(found) == 0 {
		return "", 0
	}
	return found[0], len(found)
}

// doubts says why an order that was read cannot be carried out.
func (r *orderReader) doubts(o *order) {
	switch {
	case o.Doubt.ID != "" || o.Annex != nil:
	case o.Action == model.NoteSupplemented || o.Action == model.NoteExcluded || o.Action == model.NoteRepealed:
		o.Doubt = phrase.OtherOrder.Of()
	case o.Action == model.NoteAmended && (o.Old == "" || o.New == ""):
		o.Doubt = phrase.OpenWords.Of()
	case o.Point == "" && o.Subpoint == "":
		o.Doubt = phrase.NoPointNamed.Of()
	case o.Action == model.NoteNewEdition && len(o.Text) == 0:
		o.Doubt = phrase.NoWordingFollows.Of()
	}
}

// changes are the orders of an amending act to the act with this key.
func changes(d *document, key string) []Change {
	var out []Change
	for _, o := range orders(d, nil) {
		if o.Act != key {
			continue
		}
		c := Change{Action: o.Action, Service: o.Service, Target: model.TargetAct}
		switch {
		case o.Subpoint != "":
			c.Target, c.Number = model.TargetSubpoint, model.Text(o.Subpoint)
		case o.Point != "":
			c.Target, c.Number = model.TargetPoint, model.Text(o.Point)
		case o.Service != "":
			c.Target = model.TargetRegulation
		}
		out = append(out, c)
	}
	return out
}
