package audit

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"reglament/compare/wording"
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

var figure = regexp.MustCompile(`\d+`)

// references finds points and annexes of the regulation that are not there.
func (c *check) references() {
	points := map[string]bool{}
	for _, p := range c.allPoints() {
		points[string(p.Number)] = true
	}
	annexes, some, headed := map[string]bool{}, false, false
	for _, a := range c.r.Annexes {
		text := strings.ToLower(a.Span.Of(c.canonical))
		headed = headed || c.lang.AnnexStems.In(text)
		// A mark alone can be that of the next regulation.
		if a.Title != "" || c.lang.RegulationWord.In(text) {
			annexes[string(a.Number)], some = true, true
		}
	}
	told := map[string]bool{}
	c.each(c.table.annex, func(n string, loc []int) {
		if told["annex "+n] {
			return
		}
		told["annex "+n] = true
		switch {
		case n == "" && some && !headed:
			a := c.r.Annexes[0]
			c.add(ReferenceMissing, model.Info, phrase.AnnexUnheaded.Of(), c.inPoint(loc), c.place(phrase.SoleAnnex.Of(), head(a.Span, c.canonical)))
			return
		case n == "" && some, annexes[n]:
			return
		}
		why := phrase.NoSuchAnnex.Of(n)
		switch {
		case n == "":
			why = phrase.NoSoleAnnex.Of()
		case annexes[""]:
			why = phrase.NoSuchAnnexOrHead.Of(n)
		}
		c.add(ReferenceMissing, model.Warning, why, c.inPoint(loc))
	})
	c.each(c.table.point, func(n string, loc []int) {
		if points[n] || told["point "+n] {
			return
		}
		told["point "+n] = true
		c.add(ReferenceMissing, model.Warning, phrase.NoSuchPoint.Of(n), c.inPoint(loc))
	})
}

// each calls f for each number of each match of a reference, or with "" where it has none.
func (c *check) each(re *regexp.Regexp, f func(n string, loc []int)) {
	for _, loc := range re.FindAllStringSubmatchIndex(c.text, -1) {
		if strings.Contains(c.text[loc[0]:loc[1]], "\n") {
			continue
		}
		ns := figure.FindAllString(c.text[loc[2]:loc[3]], -1)
		if len(ns) == 0 {
			ns = []string{""}
		}
		for _, n := range ns {
			f(n, loc[:2])
		}
	}
}

// abbreviation is two to six capitals in a row.
var abbreviation = regexp.MustCompile(`\p{Lu}{2,6}`)

// shortNames are the short names of a regulation and what is made of them.
type shortNames struct {
	*check
	introduced map[string][]model.Span // by folded words of short names
	known      map[string]bool         // abbreviations that have a meaning
	places     map[string][][]int      // of abbreviations, with endings too: "ЭЦҚ", "ЭЦҚмен"
	uses       map[string][][]int      // those without endings that no legend explains
	things     map[string]standsFor    // what abbreviations stand for, by stems
}

type standsFor struct {
	short string
	loc   []int
}

// shortNames finds short names that are used and never introduced, and those that are
// introduced twice or never used.
func (c *check) shortNames() {
	n := &shortNames{c, map[string][]model.Span{}, map[string]bool{}, map[string][][]int{}, map[string][][]int{}, map[string]standsFor{}}
	n.introductions()
	n.abbreviations()
	n.unknown()
	n.unused()
	n.unintroduced()
}

// introductions takes the names that the text introduces, and tells of those that it
// introduces again.
func (n *shortNames) introductions() {
	for _, d := range n.r.Definitions {
		key := wording.Fold(d.Short)
		n.introduced[key] = append(n.introduced[key], d.Span)
		for _, w := range abbreviation.FindAllString(d.Short, -1) {
			n.known[w] = true
		}
	}
	for _, d := range n.r.Definitions {
		if spans := n.introduced[wording.Fold(d.Short)]; len(spans) > 1 && spans[1] == d.Span {
			n.add(ShortNameTwice, model.Info, phrase.IntroducedTwice.Of(d.Short), n.place(n.pointLabel(spans[0][0]), spans[0]), n.place(n.pointLabel(spans[1][0]), spans[1]))
		}
	}
	for _, d := range n.r.Definitions {
		if w := abbreviation.FindString(d.Short); w == d.Short {
			n.stands(d.Short, lastWords(d.Term, w), []int{d.Span[0] - n.r.Span[0], d.Span[1] - n.r.Span[0]})
		}
	}
}

// stands notes what an abbreviation stands for, and tells of another one for the same.
func (n *shortNames) stands(short, meaning string, loc []int) {
	ws := wording.Words(meaning)
	for i, w := range ws {
		ws[i] = string([]rune(w)[:min(5, len([]rune(w)))]) // шлюзі, шлюзінде
	}
	key := strings.Join(ws, " ")
	if key == "" {
		return
	}
	if other, ok := n.things[key]; ok && other.short != short {
		n.add(ShortNameConflict, model.Info, phrase.TwoShortNames.Of(other.short, short), n.inPoint(other.loc), n.inPoint(loc))
		return
	}
	n.things[key] = standsFor{short, loc}
}

// abbreviations takes those of the text, with the legends that explain some.
func (n *shortNames) abbreviations() {
	for _, loc := range abbreviation.FindAllStringIndex(n.text, -1) {
		w := n.text[loc[0]:loc[1]]
		n.places[w] = append(n.places[w], loc)
		if n.whole(loc) && !n.legend(loc) && !n.inCapitals(loc) {
			n.uses[w] = append(n.uses[w], loc)
		}
	}
}

// inCapitals reports whether the whole line is in capitals, as the title of a form is: "АКТ".
func (n *shortNames) inCapitals(loc []int) bool {
	line, _ := n.line(loc[0])
	return strings.IndexFunc(line, unicode.IsLower) < 0
}

// legend reports whether the abbreviation is explained where it stands.
func (n *shortNames) legend(loc []int) bool {
	w := n.text[loc[0]:loc[1]]
	// "ЭҮШ – "электрондық үкімет" шлюзы", "АЖ Портал – ақпараттық жүйесі"
	line, from := n.line(loc[0])
	before, rest := strings.TrimSpace(line[:loc[0]-from]), line[loc[1]-from:]
	opens := strings.HasSuffix(before, ":") || strings.HasSuffix(before, ";")
	if (len(before) < 40 || opens) && legend.MatchString(rest) {
		n.known[w] = true
		if m := explanation.FindStringSubmatchIndex(rest); m != nil && (before == "" || opens) {
			n.stands(w, firstWords(rest[m[2]:m[3]], w), []int{loc[0], loc[1] + m[3]})
		}
		return true
	}
	// … or on the line after it.
	next := from + len(line) + 1
	if before != "" || strings.TrimSpace(rest) != "" || next >= len(n.text) {
		return false
	}
	n.known[w] = true
	meaning, _ := n.line(next)
	n.stands(w, firstWords(meaning, w), []int{loc[0], next + len(meaning)})
	return true
}

// unknown tells of abbreviations without a meaning.
func (n *shortNames) unknown() {
	for w, locs := range n.uses {
		if n.known[w] || slices.Contains(n.table.everyday, strings.ToUpper(w)) || roman.MatchString(w) {
			continue
		}
		n.add(ShortNameUnknown, model.Warning, phrase.NeverIntroduced.Of(w), n.at(n.pointLabel(n.r.Span[0]+locs[0][0]), n.around(locs[0])))
	}
}

// roman is a numeral, with Latin letters or Cyrillic ones: "объекты II категории".
var roman = regexp.MustCompile(`^[IVXІХ]+$`)

// unused tells of abbreviations that stand nowhere but where they are introduced.
func (n *shortNames) unused() {
	for _, d := range n.r.Definitions {
		ws := abbreviation.FindAllString(d.Short, -1)
		if len(ws) == 0 || len(n.introduced[wording.Fold(d.Short)]) > 1 {
			continue
		}
		if !slices.ContainsFunc(ws, func(w string) bool {
			return slices.ContainsFunc(n.places[w], func(loc []int) bool { return !n.inside(loc, d.Span) })
		}) {
			n.add(ShortNameUnused, model.Info, phrase.NeverUsed.Of(d.Short), n.place(n.pointLabel(d.Span[0]), d.Span))
		}
	}
}

// unintroduced tells of words that only an introduction gives a meaning.
func (n *shortNames) unintroduced() {
	for _, name := range n.table.shortNames {
		if slices.ContainsFunc(n.r.Definitions, func(d model.Definition) bool { return strings.EqualFold(strings.TrimSpace(d.Short), name.name) }) {
			continue
		}
		for _, loc := range name.usage.FindAllStringIndex(n.text, -1) {
			if line, _ := n.line(loc[0]); n.heading(line) {
				continue
			}
			n.add(ShortNameUnknown, model.Info, phrase.UsedAsShortName.Of(name.name), n.at(n.pointLabel(n.r.Span[0]+loc[0]), n.around(loc)))
			break
		}
	}
}

// legend follows an abbreviation that is explained.
var legend = regexp.MustCompile(`^(?:\s+\p{L}+){0,2}\s*[–—-]\s+["«“\p{Ll}\p{Lu}]`)

// explanation follows an abbreviation at once: " – "электрондық үкімет" шлюзы;".
var explanation = regexp.MustCompile(`^\s*[–—-]\s*([^;.\n]+)`)

// firstWords are as many words as an abbreviation has letters.
func firstWords(text, abbreviation string) string {
	ws := wording.Words(text)
	return strings.Join(ws[:min(len(ws), len([]rune(abbreviation)))], " ")
}

func lastWords(text, abbreviation string) string {
	ws := wording.Words(text)
	return strings.Join(ws[max(0, len(ws)-len([]rune(abbreviation))):], " ")
}

func (c *check) inside(loc []int, s model.Span) bool {
	return s.Contains(model.Span{c.r.Span[0] + loc[0], c.r.Span[0] + loc[1]})
}

// whole reports whether capitals are a word of their own: not "ҚАУЛЫ ЕТЕДІ", not "ЭЦҚпен".
func (c *check) whole(loc []int) bool {
	before, after := []rune(c.text[max(0, loc[0]-8):loc[0]]), []rune(c.text[loc[1]:min(len(c.text), loc[1]+8)])
	return (len(before) == 0 || !letter(before[len(before)-1])) && (len(after) == 0 || !letter(after[0]))
}

func letter(r rune) bool { return wording.Fold(string(r)) != "" && !(r >= '0' && r <= '9') }

func (c *check) line(at int) (string, int) {
	from := strings.LastIndexByte(c.text[:at], '\n') + 1
	to := len(c.text)
	if i := strings.IndexByte(c.text[at:], '\n'); i >= 0 {
		to = at + i
	}
	return c.text[from:to], from
}

// heading reports whether a line is the title of a section.
func (c *check) heading(line string) bool {
	return slices.ContainsFunc(c.r.Sections, func(s model.Section) bool {
		return s.Title != "" && strings.HasSuffix(strings.TrimSpace(line), strings.TrimSpace(s.Title))
	})
}

// around is a place with the words beside it, so that the quotation can be understood.
func (c *check) around(loc []int) []int {
	const reach = 80
	from, to := loc[0], loc[1]
	line, start := c.line(loc[0])
	end := start + len(line)
	if from-start > reach {
		from -= reach
		if i := strings.IndexByte(c.text[from:loc[0]], ' '); i >= 0 {
			from += i + 1
		} else {
			from = loc[0]
		}
	} else {
		from = start
	}
	if end-to > reach {
		if i := strings.LastIndexByte(c.text[to:to+reach], ' '); i >= 0 {
			to += i
		}
	} else {
		to = max(to, end)
	}
	return []int{from, to}
}

// quoted is a name in quotation marks.
var quoted = regexp.MustCompile(`[` + lang.OpeningQuotes + `]([^` + lang.Quotes + `\n]{12,400})[` + lang.ClosingQuotes + `]`)

// leastName is the least likeness of a quoted name and the service's own that mean one
// service.
const leastName = 750

// names finds places that name the service in other words than its title.
func (c *check) names() {
	own := wording.Stems(c.r.Service)
	told := map[string]bool{wording.Fold(c.r.Service): true}
	title := c.r.Span
	if s := c.r.Spans.Of("service"); !s.Empty() {
		title = s
	}
	for _, loc := range quoted.FindAllStringSubmatchIndex(c.text, -1) {
		name := c.text[loc[2]:loc[3]]
		key := wording.Fold(name)
		if told[key] || wording.Overlap(own, wording.Stems(name)) < leastName {
			continue
		}
		told[key] = true
		severity := model.Warning
		if wording.SameButEndings(name, c.r.Service) {
			severity = model.Info
		}
		c.add(NameConflict, severity, phrase.OtherName.Of(differs(c.r.Service, name)), c.place(phrase.Title.Of(), title), c.inPoint(loc[2:4]))
	}
}

func differs(a, b string) model.Message {
	var out []model.Message
	for _, e := range wording.Edits(a, b) {
		out = append(out, phrase.Reworded.Of(e.A, e.B))
	}
	return phrase.List(out...)
}

// standards finds a standard whose act has another number than in most regulations of the
// same act, though the date is the same.
func (c *check) standards() {
	own := c.r.Standard
	if own == nil || own.Date == "" || own.Number == "" {
		return
	}
	count := map[model.Text]int{}
	var other *model.ActRef
	for i := range c.doc.Regulations {
		if s := c.doc.Regulations[i].Standard; s != nil && s.Date == own.Date && s.Number != "" {
			count[s.Number]++
			if s.Number != own.Number && (other == nil || count[s.Number] > count[other.Number]) {
				other = s
			}
		}
	}
	if other != nil && count[other.Number] > count[own.Number] {
		c.add(StandardConflict, model.Error, phrase.OtherStandard.Of(own.Date, own.Number, other.Number, count[other.Number]),
			c.place(c.pointLabel(own.Span[0]), own.Span), c.place(phrase.Elsewhere.Of(), other.Span))
	}
}

var address = regexp.MustCompile(`www\.[a-z0-9.-]*[a-z]`)

// addresses finds an address that is spelt with dots in other places.
func (c *check) addresses() {
	seen := map[string][]int{}
	var spellings []string
	for _, loc := range address.FindAllStringIndex(c.text, -1) {
		a := c.text[loc[0]:loc[1]]
		if seen[a] == nil {
			seen[a] = loc
			spellings = append(spellings, a)
		}
	}
	for i, a := range spellings {
		for _, b := range spellings[:i] {
			if strings.ReplaceAll(a, ".", "") == strings.ReplaceAll(b, ".", "") {
				c.add(AddressConflict, model.Warning, phrase.TwoAddresses.Of(b, a),
					c.inPoint(seen[b]), c.inPoint(seen[a]))
			}
		}
	}
}

// forms compares form and automation of the service with the ways to apply and the
// procedures.
func (c *check) forms() {
	electronic, paper := slices.Contains(c.r.Forms, model.Electronic), slices.Contains(c.r.Forms, model.Paper)
	portal := c.processes(model.ProcessPortal)
	form := func() Place {
		span := c.r.Spans.Of("forms").Or(c.r.Spans.OfItem("forms", 0)).Or(c.r.Span)
		line, from := c.line(max(0, span[0]-c.r.Span[0]))
		return c.at(phrase.FormIs.Of(c.pointLabel(span[0])), []int{from, from + len(line)})
	}
	channel := slices.Contains(c.r.Channels, model.ChannelPortal)
	if electronic && !channel && len(portal) == 0 {
		c.add(FormConflict, model.Warning, phrase.FormElectronic.Of(), form())
	}
	if paper && !electronic {
		for _, p := range portal {
			c.add(FormConflict, model.Warning, phrase.FormPaperPortal.Of(processLabel(p)), form(), c.place(processLabel(p), head(p.Span, c.canonical)))
		}
		for _, p := range c.allPoints() {
			line := head(p.Span, c.canonical)
			text := line.Of(c.canonical)
			if c.table.start.MatchString(text) && c.table.electronicStart.MatchString(text) {
				c.add(FormConflict, model.Warning, phrase.FormPaperStart.Of(), form(), c.place(phrase.Point.Of(p.Number), line))
			}
		}
	}
	if c.r.Automation == model.FullAutomation {
		for _, p := range portal {
			for i := range p.Steps {
				s := &p.Steps[i]
				for _, ref := range s.Refs {
					if ref.To != model.RefRegulation {
						continue
					}
					for _, internal := range c.processes(model.ProcessInternal) {
						if internal.Point == string(ref.Point) {
							c.add(FormConflict, model.Warning, phrase.FormAutomated.Of(stepLabel(p, i), processLabel(internal)),
								form(), c.place(stepLabel(p, i), s.Span), c.place(processLabel(internal), internal.Span))
						}
					}
				}
			}
		}
	}
	if channel && len(portal) == 0 && len(c.r.Processes) > 0 {
		c.add(FormConflict, model.Info, phrase.PortalUntold.Of(), form())
	}
	if corporation := c.processes(model.ProcessCorporation); len(corporation) > 0 && !slices.Contains(c.r.Channels, model.ChannelCorporation) {
		c.add(FormConflict, model.Info, phrase.CorporationUntold.Of(processLabel(corporation[0])), form(), c.place(processLabel(corporation[0]), head(corporation[0].Span, c.canonical)))
	}
}
