package act

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

var (
	stampParts = lang.NewNeedles(lang.StampParts...)
)

// Stamp reads an approval stamp or the mark of an annex to an act: "Ақмола облысы
// әкімдігінің 2015 жылғы 23 қазандағы № А-11/495 қаулысымен бекітілді", "Приложение 1 к
// постановлению акимата …". ok is false for anything else, a mark of an annex to a
// regulation included.
func Stamp(text string, base int, l model.Language) (approvedBy *model.ActRef, annex model.Text, ok bool) {
	const longest = 1500 // bytes; a stamp is a few lines
	if len(text) > longest || !stampParts.In(text) {
		return nil, "", false
	}
	ln := scan(text)
	n := len(ln.t)
	approved, annexAt, lastAnnex := -1, -1, -1
	for i, t := range ln.t {
		if t.kind != word {
			continue
		}
		if approved < 0 && ln.has(i, approvedWords) {
			approved = i
		}
		if ln.has(i, annexWords) {
			if lastAnnex = i; annexAt < 0 {
				annexAt = i
			}
		}
	}
	if approved < 0 && annexAt < 0 {
		return nil, "", false
	}
	both := approved >= 0 && annexAt >= 0
	if approved >= 0 && !ln.stampPlace(approved, l) {
		approved = -1
	}
	// The mark of an annex to an amending act stands above that of the one to the act it amends.
	above := lastAnnex > annexAt && ln.has(annexAt, annexWhole) && ln.annexPlace(lastAnnex, l)
	if annexAt >= 0 && !ln.annexPlace(annexAt, l) && !above && !(both && approved > annexAt) {
		annexAt = -1
	}
	if approved < 0 && annexAt < 0 {
		return nil, "", false
	}
	if annexAt >= 0 {
		annex = ln.targetNumber(annexAt, l)
	}
	own, other := ln.stampActs(approved, l)
	if other == nil {
		other = own
	}
	if other == nil && approved >= 0 {
		other = ln.unfilled(approved, l)
	}
	if other != nil {
		by := other.moved(base)
		return &by, annex, true
	}
	if annexAt >= 0 && approved < 0 {
		for i := range ln.t {
			if k, is := lang.KindOf(ln.t[i].low, l); is && k != model.Law {
				return nil, annex, true // "Осы қаулыға 1-қосымша"
			}
		}
		// "1-қосымша" alone
		return nil, annex, n <= 4 && annex != ""
	}
	return nil, annex, false
}

// stampActs finds the act that a stamp belongs to and, where the stamp tells it apart,
// the act that approved: the annex of an amending act bears the mark of that act and
// "… № 204 қаулысымен бекітілген" of the one it amends, or the mark of an annex to that one.
func (l *line) stampActs(approved int, lg model.Language) (own, approving *ref) {
	marks := 0
	for i := range l.t {
		if l.t[i].kind == word && l.has(i, annexWords) {
			marks++
		}
	}
	refs := l.refs(lg)
	for i := range refs {
		r := &refs[i]
		if r.quoted || r.Date == "" && r.Number == "" || r.Kind == model.Law {
			continue
		}
		if own == nil {
			own = r
		}
		if approved >= 0 && (lg == model.Kazakh && r.to <= approved || lg == model.Russian && approving == nil && r.from > approved) {
			approving = r
		}
		if approved < 0 && marks > 1 && r != own {
			approving = r
		}
	}
	return own, approving
}

// BareStamp returns the act that stands alone where a stamp does, its word of approval lost: "Үлгі
// облысы әкімдігінің 2012 жылғы 13 желтоқсандағы № 22 қаулысымен", "постановлением акимата … от …
// № 22"; nil for anything else. Only above a title, or between two paragraphs, is it a stamp.
func BareStamp(text string, base int, l model.Language) *model.ActRef {
	const longest = 500 // bytes
	if len(text) > longest || !numbersAct(text) {
		return nil
	}
	ln := scan(text)
	refs := ln.refs(l)
	if len(refs) != 1 {
		return nil
	}
	r := refs[0]
	if r.from > 0 || r.to < len(ln.t) || r.titleTo > 0 || r.Date == "" || r.Number == "" || r.Issuer == "" || r.kindAt < 0 || !instrumental(ln.t[r.kindAt].low) {
		return nil
	}
	by := r.moved(base)
	return &by
}

// unfilled returns the act of a stamp in which blanks stand for the day and the number, nil where
// none do: "Утвержден постановлением акимата … от ___ ________ 2011 года № ____".
func (l *line) unfilled(approved int, lg model.Language) *ref {
	blank := slices.IndexFunc(l.t, func(t token) bool { return t.low == "_" })
	if blank < 0 {
		return nil
	}
	from, to := approved+1, blank
	if lg == model.Kazakh {
		from, to = blank, approved
	}
	r := &ref{kindAt: -1}
	for i := from; i < to && r.kindAt < 0; i++ {
		if k, ok := lang.KindOf(l.t[i].low, lg); ok {
			r.Kind, r.kindAt = k, i
		}
	}
	if r.kindAt < 0 {
		return nil
	}
	if lg == model.Kazakh {
		r.issuerTo = slices.IndexFunc(l.t, func(t token) bool { return t.kind != word })
		r.issuerFrom = l.kazakhIssuer(r.issuerTo-1, 0)
		r.from, r.to = r.issuerFrom, r.kindAt+1
	} else {
		r.issuerFrom, r.issuerTo = r.kindAt+1, l.issuerEnd(r.kindAt+1, blank)
		r.from, r.to = r.kindAt, r.issuerTo
	}
	if r.issuerFrom >= r.issuerTo {
		return nil
	}
	return &l.finish([]ref{*r})[0]
}

// stampPlace: the word of approval ends a Kazakh stamp, begins a Russian one, and
// nothing of a sentence stands around it.
func (l *line) stampPlace(i int, lg model.Language) bool {
	if lg == model.Russian {
		// below an annex mark it begins a line of its own
		below := l.has(0, annexWords)
		return i == 0 || i <= 2 && l.t[0].kind == mark || below && l.capital(i)
	}
	if l.has(i, stampOrders) {
		return false
	}
	for j := i + 1; j < len(l.t); j++ {
		if l.t[j].kind == word || l.t[j].kind == figure {
			return i == 0 // "Бекітілді" above
		}
	}
	return !l.itemStart()
}

// annexPlace: an annex mark is headed by its number and word in Russian and ends with
// them in Kazakh, and belongs to an act.
func (l *line) annexPlace(i int, lg model.Language) bool {
	for j, t := range l.t {
		if t.kind == word && l.has(j, ownAnnexes) && !l.inQuote(j) {
			return false
		}
	}
	if lg == model.Russian {
		return i == 0 && !l.anywhere(i, stampOrders)
	}
	if !l.has(i, annexWhole) || l.anywhere(i, directOrders) { // "2 қосымшасы … жаңа редакцияда баяндалсын"
		return false
	}
	if i == 0 || l.itemStart() && i > 3 {
		return i == 0
	}
	for j := i + 1; j < len(l.t); j++ {
		if l.t[j].kind == word {
			return l.targetNumber(i, lg) != "" && i <= 3 && len(l.t) < 40 && !strings.ContainsAny(l.text, ":;")
		}
	}
	return true
}

// itemStart reports whether the line begins as a numbered point, which no stamp does.
func (l *line) itemStart() bool { return l.itemNumber(0) > 0 }

func (l *line) inQuote(i int) bool {
	for j := 0; j < i; j++ {
		if l.t[j].kind == quote && l.t[j].match > i {
			return true
		}
	}
	return false
}

// FromStamp fills the head of an act whose file begins without one from the approval
// stamp of its first regulation. It returns the findings on the head with one that says so; an
// issuer that they say is that of an amendment gives way to the one that the stamp names.
func FromStamp(a *model.Act, findings []model.Finding, text string, base int, l model.Language) []model.Finding {
	by, _, _ := Stamp(text, base, l)
	if by == nil {
		by = BareStamp(text, base, l)
	}
	if by == nil {
		return findings
	}
	ln := scan(text)
	if own, _ := ln.stampActs(-1, l); own != nil { // an annex of an amending act is that act's
		moved := own.moved(base)
		by = &moved
	}
	a.Language = l
	if by.Kind != "" {
		a.Kind = by.Kind
		a.Spans.Set("kind", by.Span)
	}
	a.Adopted, a.Number = by.Date, by.Number
	prove(a, "adopted", string(a.Adopted), by.Span)
	prove(a, "number", string(a.Number), by.Span)
	if where := ln.where(0, len(ln.t), by.Date); by.Issuer != "" && where != "" {
		told := len(findings)
		findings = slices.DeleteFunc(findings, func(f model.Finding) bool { return f.Reason.ID == phrase.IssuerOfAmendment.Of().ID })
		if len(findings) < told {
			a.Issuer = nil
		}
	}
	if a.Issuer == nil && by.Issuer != "" {
		a.Issuer = &model.Issuer{Name: nominative(strings.Join(strings.Fields(string(by.Issuer)), " "), l), Span: by.Span}
		if at := strings.Index(text, string(by.Issuer)); at >= 0 {
			a.Issuer.Span = model.Span{base + at, base + at + len(by.Issuer)}
		}
		if k, ok := ln.issuerKind(0, len(ln.t), l); ok {
			a.Issuer.Kind = k
		} else {
			a.Issuer.Kind = model.OtherIssuer
		}
		a.Issuer.Region = ln.where(0, len(ln.t), a.Adopted)
	}
	if a.Issuer != nil {
		a.Key = model.Key(a.Issuer.Region, a.Adopted, a.Number)
	}
	if by.Date == "" && by.Number == "" {
		return findings
	}
	return append(findings, phrase.Finding(model.FindHeaderMissing, model.Warning, by.Span, phrase.HeadOfStamp.Of()))
}

// where returns the region that tokens [from, to) name, directly or by a district.
func (l *line) where(from, to int, on model.Date) model.Region {
	if r, ok := l.region(from, to); ok {
		if r != "KZ" {
			return lang.OnDate(r, on)
		}
		if _, isDistrict := l.district(from, to, on); !isDistrict {
			return r
		}
	}
	r, _ := l.district(from, to, on)
	return r
}

// prove sets the span of a value that the text gives; there is none for one it does not.
func prove(a *model.Act, name, value string, span model.Span) {
	if value != "" {
		a.Spans.Set(name, span)
	}
}
