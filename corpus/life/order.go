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
	Parts    []model.Target    // what is changed, as Change tells it; none where that is the whole
	Annex    *model.Regulation // that replaces the whole regulation
	Known    bool              // the regulation that Annex replaces has to be there
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

	serviceWords    = lang.Patterns(lang.ServiceWords)
	regulationWords = lang.Patterns(lang.RegulationWords)
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
		for _, part := range amending(d, p.Span) {
			for i := range part.targets {
				named, ok := corpus.Named(&part.targets[i], corpus.RefAmends, own.Region)
				if !ok {
					continue
				}
				r := orderReader{d: d, act: named.Key, services: append(servicesOf(d.Document), base...), target: part.targets[i].Span}
				out = append(out, r.point(part.span)...)
			}
		}
	}
	return out
}

// amendment is the part of a point that changes an act, or the two acts of a joint one.
type amendment struct {
	span    model.Span
	targets []model.ActRef
}

// amending parts a point where the acts that it changes begin its items: "1) в постановлении …
// № 220:" / "2) в решении … № 7:". Where several stand in one paragraph, which one a sentence
// means is not certain.
func amending(d *document, point model.Span) (out []amendment) {
	const lead = 2 // words before the mention: "1) в"
	for _, line := range point.Lines(d.canonical) {
		var targets []model.ActRef
		for _, r := range d.Act.Amends {
			if line.Contains(r.Span) {
				targets = append(targets, r)
			}
		}
		switch {
		case len(targets) == 0:
			continue
		case len(targets) > 1 && d.Act.Kind != model.Joint:
			return nil
		case len(out) > 0:
			out[len(out)-1].span[1] = line[0]
		}
		out = append(out, amendment{model.Span{line[0], point[1]}, targets})
	}
	if len(out) == 1 {
		out[0].span = point
		return out
	}
	for _, a := range out {
		if before := d.canonical[a.span[0]:a.targets[0].Span[0]]; len(strings.Fields(before)) > lead {
			return nil
		}
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
	inside   string     // the point that it names: "в пункте 1:"
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
			r.heading(text, line)
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
		if all := r.annexes(&o, text, line); len(all) > 0 {
			out = append(out, all...)
			continue
		}
		r.doubts(&o)
		out = append(out, o)
	}
	return out
}

// heading reads a paragraph that orders nothing itself, for those below it: "в регламенте "…",
// утвержденном указанным постановлением:", "в пункте 1:".
func (r *orderReader) heading(text string, span model.Span) {
	if s, n := r.service(text, span); n == 1 {
		r.context, r.inside = s, ""
	}
	if !strings.HasSuffix(strings.TrimSpace(text), ":") {
		return
	}
	points := 0
	for _, t := range act.Targets(r.plain(text, span), "", r.d.Act.Language) {
		if t.Kind == model.TargetPoint && t.Number != "" {
			r.inside, points = string(t.Number), points+1
		}
	}
	if points > 1 {
		r.inside = ""
	}
}

// plain is a paragraph without quotations and without the mention of the act to be changed.
func (r *orderReader) plain(text string, span model.Span) string {
	return quotation.ReplaceAllString(r.withoutTarget(text, span), " ")
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
	service, n := r.service(text, span)
	switch {
	case n > 1:
		o.Doubt = phrase.SeveralServices.Of()
	case n == 1:
		o.Service = service
	default:
		o.Service = r.context
	}
	plain := r.plain(text, span)
	if action == model.NoteRepealed && r.target[0] > span[1] && strings.HasSuffix(strings.TrimSpace(text), ":") {
		item := r.item() // "Признать утратившими силу:" / "1) пункт 3 постановления …"
		plain = r.plain(item.Of(r.d.canonical), item)
	}
	if action == model.NoteAmended {
		o.Old, o.New = replaced(text)
	}
	targets := slices.DeleteFunc(act.Targets(plain, action, r.d.Act.Language), func(t act.Ordered) bool { return t.Of == act.OfOwnAct })
	several := hasAny(words(plain), manyTargets)
	if r.inside != "" && r.inPoint(plain, n) {
		o.Point = r.inside
	} else {
		r.inside = ""
	}
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
	o.Parts = r.parts(&o, targets)
	return o, true
}

// item is the paragraph that mentions the act to be changed.
func (r *orderReader) item() model.Span {
	s := model.Span{strings.LastIndexByte(r.d.canonical[:r.target[0]], '\n') + 1, len(r.d.canonical)}
	if k := strings.IndexByte(r.d.canonical[r.target[1]:], '\n'); k >= 0 {
		s[1] = r.target[1] + k
	}
	return s
}

// inPoint reports whether an order names nothing outside the point that the paragraph above
// names: "подпункт 2) исключить", "дополнить подпунктом 5)".
func (r *orderReader) inPoint(plain string, services int) bool {
	return services == 0 && !slices.ContainsFunc(act.Targets(plain, "", r.d.Act.Language), func(t act.Ordered) bool { return t.Kind != model.TargetSubpoint })
}

// parts are those of the targets that an order changes: subpoints and points, but for those
// that subpoints are of, else annexes, titles and sections; the whole regulation or act is none.
func (r *orderReader) parts(o *order, targets []act.Ordered) (out []model.Target) {
	of := r.owners(targets)
	for i, t := range targets {
		if t.Number != "" && (t.Kind == model.TargetSubpoint || t.Kind == model.TargetPoint && !of[i]) {
			out = append(out, t.Target)
		}
	}
	if len(out) == 0 && o.Point != "" {
		return []model.Target{{Kind: model.TargetPoint, Number: model.Text(o.Point)}}
	}
	for _, t := range targets {
		if len(out) == 0 && t.Kind == model.TargetTitle {
			return []model.Target{t.Target}
		}
	}
	if len(out) == 0 {
		for _, t := range targets {
			if t.Kind == model.TargetAnnex || t.Kind == model.TargetSection && t.Number != "" {
				out = append(out, t.Target)
			}
		}
	}
	return out
}

// owners tells which of the targets are only the points that the subpoints beside them are of:
// "1-тармақтың | 2) тармақшасы", "подпункт 2) | пункта 7", "в пункте 7 | подпункт 2)", but not
// the first two of "пункты 3, 4 и подпункт 2) пункта 7".
func (r *orderReader) owners(targets []act.Ordered) []bool {
	of := make([]bool, len(targets))
	is := func(i int, kind model.TargetKind) bool { return i >= 0 && i < len(targets) && targets[i].Kind == kind }
	for i := range targets {
		if !is(i, model.TargetSubpoint) || is(i-1, model.TargetSubpoint) {
			continue
		}
		behind := i
		for is(behind, model.TargetSubpoint) {
			behind++
		}
		kazakh := r.d.Act.Language == model.Kazakh
		switch {
		case !kazakh && is(behind, model.TargetPoint):
			of[behind] = true
		case is(i-1, model.TargetPoint) && (kazakh || !is(i-2, model.TargetPoint)):
			of[i-1] = true
		}
	}
	return of
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

// annexes are the orders that an order to set out anew is which names annexes of the amending
// act: a regulation that it names, or those that annexes of the act to be changed are.
//
//	… регламенті осы қаулының 1-қосымшасына сәйкес жаңа редакцияда жазылсын
//	приложения 1 и 3 к указанному постановлению изложить в новой редакции согласно приложениям 1, 2 …
func (r *orderReader) annexes(o *order, text string, span model.Span) []order {
	if o.Action != model.NoteNewEdition || o.Point != "" || o.Subpoint != "" || o.Doubt.ID != "" {
		return nil
	}
	var annexed, own []string // numbers of annexes, and of those of the amending act
	var replaced []model.Text // and of the act to be changed
	for _, t := range act.Targets(r.plain(text, span), o.Action, r.d.Act.Language) {
		if t.Kind != model.TargetAnnex {
			continue
		}
		annexed = append(annexed, string(t.Number))
		switch t.Of {
		case act.OfOwnAct:
			own = append(own, string(t.Number))
		case act.OfAct:
			replaced = append(replaced, t.Number)
		}
	}
	switch {
	case len(own) == 0 && len(annexed) == 1 && namesOwnAct(words(r.plain(text, span)), r.d.Act.Language):
		r.annex(o, annexed[0]) // a PDF displaced the words
		return []order{*o}
	case len(own) == 0:
		if len(o.Text) > 0 || slices.ContainsFunc(o.Parts, func(t model.Target) bool { return t.Kind == model.TargetTitle }) {
			return nil // the new wording follows
		}
		o.Doubt = phrase.NoAnnexNamed.Of()
		return []order{*o}
	case len(replaced) == 0:
		r.annex(o, own[0])
		return []order{*o}
	}
	var set []*model.Regulation
	for i := range r.d.Regulations {
		if g := &r.d.Regulations[i]; slices.Contains(own, string(g.Annex)) || len(own) == 1 && own[0] == "" {
			set = append(set, g)
		}
	}
	if len(set) != len(replaced) {
		o.Service, o.Doubt = "", phrase.NoAnnexOfService.Of()
		return []order{*o}
	}
	var out []order
	for i, g := range set {
		each := *o
		each.Service, each.Annex, each.Known = g.Service, g, true
		each.Parts = []model.Target{{Kind: model.TargetAnnex, Number: replaced[i]}}
		out = append(out, each)
	}
	return out
}

// annex finds the annex of the amending act, of those that the order names the one with the
// number, that a whole regulation is replaced with.
func (r *orderReader) annex(o *order, number string) {
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

// withoutTarget takes out the mention of the act to be changed, but for the word for its kind:
// its title is in quotation marks that may not pair.
func (r *orderReader) withoutTarget(text string, span model.Span) string {
	if !span.Contains(r.target) {
		return text
	}
	kind := ""
	for _, w := range strings.Fields(r.target.Of(r.d.canonical)) {
		if _, is := lang.KindOf(lang.FoldWord(w), r.d.Act.Language); is && (kind == "" || r.d.Act.Language == model.Kazakh) {
			kind = w
		}
	}
	return text[:r.target[0]-span[0]] + " " + kind + " " + text[r.target[1]-span[0]:]
}

// service finds the one service that the text names, the longest of names that contain
// each other, or where none of those that are known is named, what it quotes as the name of a
// regulation; n tells how many there are.
func (r *orderReader) service(text string, span model.Span) (name string, n int) {
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
		found = r.quotedNames(r.withoutTarget(text, span))
	}
	if len(found) == 0 {
		return "", 0
	}
	return found[0], len(found)
}

// quotedNames are the names in quotation marks that stand beside the word for a regulation:
// "Оралман мәртебесін беру" мемлекеттік көрсетілетін қызмет регламенті, регламент
// государственной услуги "Присвоение статуса оралмана".
func (r *orderReader) quotedNames(text string) (out []string) {
	for _, at := range quotation.FindAllStringIndex(text, -1) {
		beside := words(text[at[1]:])
		if r.d.Act.Language == model.Russian {
			beside = words(text[:at[0]])
			slices.Reverse(beside)
		}
		ofService := func(w string) bool { return hasAny([]string{w}, serviceWords) }
		if n := slices.IndexFunc(beside, func(w string) bool { return !ofService(w) }); n >= 0 && hasAny(beside[n:n+1], regulationWords) {
			name := strings.Trim(text[at[0]:at[1]], lang.Quotes)
			if !slices.ContainsFunc(out, func(known string) bool { return corpus.MatchService(known, name) == corpus.FullMatch }) {
				out = append(out, name)
			}
		}
	}
	return out
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

// changes are the orders of an amending act to the act with this key, of which these services
// are known.
func changes(d *document, key string, services []string) []Change {
	var out []Change
	for _, o := range orders(d, services) {
		if o.Act != key {
			continue
		}
		if len(o.Parts) == 0 {
			c := Change{Action: o.Action, Service: o.Service, Target: model.TargetAct}
			if o.Service != "" {
				c.Target = model.TargetRegulation
			}
			out = append(out, c)
		}
		for _, t := range o.Parts {
			out = append(out, Change{Action: o.Action, Service: o.Service, Target: t.Kind, Number: t.Number})
		}
	}
	return out
}
