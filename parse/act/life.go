package act

import (
	"cmp"
	"slices"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// conclude fills what follows from several places at once.
func (h *head) conclude() {
	a := &h.act
	slices.SortStableFunc(a.Notes, func(x, y model.Note) int { return cmp.Compare(x.Span[0], y.Span[0]) })
	h.sameNotes()
	h.titleOrders()
	a.Amends, a.Repeals, a.Cites = h.amends.refs, h.repeals.refs, h.cited()
	h.fate()
	if a.EntryIntoForce == nil {
		a.EntryIntoForce = h.entry
	}
	if a.Kind == model.UnknownKind || h.req < 0 && a.Kind == model.Resolution {
		h.ownKind()
	}
	if a.Issuer == nil {
		a.Issuer = h.signedIssuer()
	}
	if a.Issuer != nil {
		if a.Adopted == "" && !h.regionNamed() {
			a.Issuer.Region = h.regionThen()
		}
		if a.Issuer.Region == "" {
			a.Issuer.Region = h.regionElsewhere()
		}
	} else if h.act.Kind != model.UnknownKind || a.RepealedBy != nil {
		if is := h.issuerElsewhere(); is != nil {
			a.Issuer = is
		}
	}
	if a.Issuer != nil {
		// The preamble names the body in the nominative, but for one that another acts for:
		// "исполняющий обязанности акима … РЕШИЛ".
		if sp := a.Issuer.Span; h.lang == model.Russian || sp.Of(h.t.Canonical) != "" && !h.preamble.Contains(sp) {
			a.Issuer.Name = nominative(a.Issuer.Name, h.lang)
		}
		a.Key = model.Key(a.Issuer.Region, a.Adopted, a.Number)
	}
}

// sameNotes drops the line under the requisites that says of the act's end what a note
// says again: "Утратило силу постановлением …" and "Сноска. Утратило силу …".
func (h *head) sameNotes() {
	kept := h.act.Notes[:0]
	said := map[noteEnd]int{} // where in kept
	for _, n := range h.act.Notes {
		if n.By == nil || n.Target.Kind != model.TargetAct || n.Action != model.NoteRepealed && n.Action != model.NoteLapsed {
			kept = append(kept, n)
			continue
		}
		end := noteEnd{n.Target, n.Action, n.By.Date, model.FoldNumber(n.By.Number)}
		at, again := said[end]
		switch {
		case !again:
			said[end] = len(kept)
			kept = append(kept, n)
		case kept[at].Effective == nil:
			kept[at] = n
		}
	}
	h.act.Notes = kept
}

// noteEnd is what two notes of one end of an act have in common.
type noteEnd struct {
	target model.Target
	action model.NoteAction
	date   model.Date
	number model.Text
}

// titleOrders: a title proves what the act does: "… қаулысына өзгерістер енгізу
// туралы", "О признании утратившим силу …".
func (h *head) titleOrders() {
	span := h.act.Spans.Of("title")
	if span.Empty() {
		return
	}
	text := span.Of(h.t.Canonical)
	l := scan(text)
	orders := l.titleOrders()
	if len(orders) == 0 {
		return
	}
	for _, r := range l.refs(h.lang) {
		if r.Date == "" && r.Title == "" {
			continue
		}
		ref := r.moved(span[0])
		switch l.titleOrder(r, orders, h.lang) {
		case amends:
			if !h.listedAs(ref) {
				h.amends.add(ref)
			}
		case repeals:
			if !h.listedAs(ref) {
				h.repeals.add(ref)
			}
		}
	}
}

func (h *head) listedAs(r model.ActRef) bool {
	return h.amends.has(r) || h.repeals.has(r)
}

func (l *line) titleOrders() (out []orderAt) {
	for i, t := range l.t {
		if t.kind != word {
			continue
		}
		if l.has(i, repealOrders) {
			out = append(out, orderAt{at: i, what: repeals})
		} else if l.has(i, changeVerbs) {
			out = append(out, orderAt{at: i, what: amends})
		}
	}
	return out
}

func (l *line) titleOrder(r ref, orders []orderAt, lg model.Language) order {
	if lg == model.Kazakh {
		for _, o := range orders {
			if o.at >= r.to {
				return l.whole(r, o.what, o.at, lg)
			}
		}
		return nothing
	}
	for k := len(orders) - 1; k >= 0; k-- {
		if o := orders[k]; o.at < r.from {
			return l.whole(r, o.what, o.at, lg)
		}
	}
	return nothing
}

// fate decides the status from badge, requisites and first note, and marks what
// contradicts.
func (h *head) fate() {
	a := &h.act
	var repealNote, lapseNote *model.Note
	amended := h.amended
	for i := range a.Notes {
		n := &a.Notes[i]
		if n.Target.Kind != model.TargetAct || n.Target.Regulation != nil {
			amended = amended || n.Action != model.NoteEditorial
			continue
		}
		switch n.Action {
		case model.NoteRepealed:
			if repealNote == nil {
				repealNote = n
			}
		case model.NoteLapsed:
			if lapseNote == nil {
				lapseNote = n
			}
		case model.NoteEditorial:
		default:
			amended = true
		}
	}
	page := h.t.Page.Status
	if page == "" || page == model.UnknownStatus {
		page = h.status
	}
	header := model.Status("")
	switch {
	case h.lapsed:
		header = model.Lapsed
	case h.repealed:
		header = model.Repealed
	}
	note := model.Status("")
	switch {
	case lapseNote != nil:
		note = model.Lapsed
	case repealNote != nil:
		note = model.Repealed
	}
	switch said := first(header, note); {
	case said == "" && page != "":
		a.Status = page
	case said == "" && amended:
		a.Status = model.InForce
	case said == "":
		a.Status = model.UnknownStatus
	case page == model.InForce:
		h.conflict(ended(header))
	default:
		a.Status = said
		if header != "" && note == model.Lapsed {
			a.Status = model.Lapsed
		}
	}
	if a.Spans.Of("status").Empty() && note != "" {
		if repealNote != nil {
			a.Spans.Set("status", repealNote.Span)
		} else {
			a.Spans.Set("status", lapseNote.Span)
		}
	}
	a.RepealedBy = h.repealer
	if a.RepealedBy == nil && (h.repealed || repealNote != nil && repealNote.By == nil) && a.Status == model.Repealed {
		h.findings = append(h.findings, phrase.Finding(model.FindHeaderMissing, model.Warning, a.Spans.Of("status"), phrase.RepealedByNone.Of()))
	}
	if repealNote != nil && repealNote.By != nil {
		switch {
		case a.RepealedBy == nil && a.Status != model.Lapsed:
			by := *repealNote.By
			a.RepealedBy = &by
		case a.RepealedBy != nil && !agree(*a.RepealedBy, *repealNote.By):
			why := phrase.TwoRepeals.Of(a.RepealedBy.Text, repealNote.By.Text)
			if a.Status == model.Repealed && oneAct(*a.RepealedBy, *repealNote.By) { // a slip in its date or number
				h.doubt(why)
			} else {
				h.conflict(why)
			}
		}
	}
}

func first(a, b model.Status) model.Status {
	if a != "" {
		return a
	}
	return b
}

// ended is the doubt about an act that is in force by the status word and ended by the
// header, or else by a note.
func ended(header model.Status) model.Message {
	if header != "" {
		return phrase.HeaderEnded.Of()
	}
	return phrase.NoteEnded.Of()
}

func agree(a, b model.ActRef) bool {
	return (a.Date == "" || b.Date == "" || a.Date == b.Date) && (a.Number == "" || b.Number == "" || model.FoldNumber(a.Number) == model.FoldNumber(b.Number))
}

// oneAct reports whether two mentions that do not agree have the date or the number in common.
func oneAct(a, b model.ActRef) bool {
	return a.Date != "" && a.Date == b.Date || a.Number != "" && model.FoldNumber(a.Number) == model.FoldNumber(b.Number)
}

// conflict reports what leaves it open whether the act is in force.
func (h *head) conflict(why model.Message) {
	h.act.Status = model.UnknownStatus
	h.doubt(why)
}

// doubt reports what header and note say differently.
func (h *head) doubt(why model.Message) {
	span := h.act.Spans.Of("status")
	if span.Empty() && len(h.t.Paragraphs) > 0 {
		span = h.t.Paragraphs[0]
	}
	h.findings = append(h.findings, phrase.Finding(model.FindHeaderConflict, model.Warning, span, why))
}

// regionElsewhere tells the region of an issuer that does not name it: by its
// registration, by the portal's id, by the acts that amended or repealed it, by the acts
// of its own that it changes.
func (h *head) regionElsewhere() model.Region {
	a := &h.act
	local := true
	if a.Issuer != nil {
		switch a.Issuer.Kind {
		case model.Ministry, model.Government:
			return "KZ"
		case model.Akimat, model.Maslikhat, model.Akim:
		default:
			local = false
		}
	}
	where := func(name string) model.Region {
		l := scan(name)
		r := l.where(0, len(l.t), a.Adopted)
		if r == "KZ" && local {
			return ""
		}
		return h.then(r)
	}
	if a.Registration != nil {
		if r := where(string(a.Registration.Body)); r != "" {
			return r
		}
	}
	if r := h.idRegion(); r != "" {
		return r
	}
	for _, n := range a.Notes {
		if n.By != nil && n.Target.Regulation == nil && n.By.Issuer != "" {
			if r := where(string(n.By.Issuer)); r != "" {
				return r
			}
		}
	}
	if a.RepealedBy != nil {
		if r := where(string(a.RepealedBy.Issuer)); r != "" {
			return r
		}
	}
	for _, own := range slices.Concat(a.Amends, a.Repeals) {
		if a.Issuer == nil {
			break
		}
		l := scan(string(own.Issuer))
		if k, ok := l.issuerKind(0, len(l.t), h.lang); ok && k == a.Issuer.Kind {
			if r := where(string(own.Issuer)); r != "" {
				return r
			}
		}
	}
	return ""
}

// regionNamed reports whether the issuer's name has its region, not only a place in it.
func (h *head) regionNamed() bool {
	l := scan(h.act.Issuer.Name)
	r, ok := l.region(0, len(l.t))
	return ok && r == h.act.Issuer.Region
}

// regionThen tells the region of a place on the day of an adoption that the text does not
// date: by the letter of the portal's id, or by the borders of that time.
func (h *head) regionThen() model.Region {
	if r := h.idRegion(); r != "" {
		return r
	}
	return h.then(h.act.Issuer.Region)
}

// then returns the region that a place counted to code now belonged to when the act was
// adopted, "" where the text does not date the act and borders moved in the meantime.
func (h *head) then(code model.Region) model.Region {
	from, to := h.adoptedBetween()
	if r := lang.OnDate(code, to); r == lang.OnDate(code, from) {
		return r
	}
	return ""
}

// adoptedBetween bounds the day of the adoption: an act is later than those it mentions,
// unless its text was changed since, and earlier than those that changed it. The second
// is "" where there are none.
func (h *head) adoptedBetween() (from, to model.Date) {
	a := &h.act
	if a.Adopted != "" {
		return a.Adopted, a.Adopted
	}
	changed := false
	for _, n := range a.Notes {
		if n.By != nil && n.By.Date != "" && (to == "" || n.By.Date < to) {
			to = n.By.Date
		}
		switch n.Action {
		case model.NoteRepealed, model.NoteLapsed, model.NoteEditorial:
		default:
			changed = true
		}
	}
	from = lang.BeforeBordersMoved
	if !changed {
		for _, r := range h.refs {
			from = max(from, r.Date)
		}
	}
	if to != "" {
		from = min(from, to)
	}
	return from, to
}

// idRegion returns the region that the letter of the portal's id tells of a local act.
func (h *head) idRegion() model.Region {
	a := &h.act
	id := string(a.ID)
	if a.Issuer == nil || len(id) != 11 || id[0] != 'V' && id[0] != 'G' {
		return ""
	}
	switch a.Issuer.Kind {
	case model.Akimat, model.Maslikhat, model.Akim:
		r, _ := lang.RegionOfLetter(id[3:4])
		return lang.OnDate(r, a.Adopted)
	}
	return ""
}

// issuerElsewhere: a text that names its issuer nowhere is of the body that repealed
// or amended it, as far as kind and region go.
func (h *head) issuerElsewhere() *model.Issuer {
	for _, n := range h.act.Notes {
		if n.By == nil || n.By.Issuer == "" || n.Target.Regulation != nil {
			continue
		}
		l := scan(string(n.By.Issuer))
		k, ok := l.issuerKind(0, len(l.t), h.lang)
		if !ok {
			continue
		}
		r := l.where(0, len(l.t), n.By.Date)
		if r == "" {
			continue
		}
		h.findings = append(h.findings, phrase.Finding(model.FindHeaderMissing, model.Warning, n.Span, phrase.IssuerOfAmendment.Of()))
		at := strings.Index(h.t.Canonical[n.By.Span[0]:n.By.Span[1]], string(n.By.Issuer))
		span := n.By.Span
		if at >= 0 {
			span = model.Span{n.By.Span[0] + at, n.By.Span[0] + at + len(n.By.Issuer)}
		}
		return &model.Issuer{Name: string(n.By.Issuer), Kind: k, Region: r, Span: span}
	}
	return nil
}

// cited lists the other acts once each. A mention that a line break left nothing of but kind and
// number, "… 24 шілдедегі" / "№ 233/8 қаулысына", is none where the act is mentioned in full.
func (h *head) cited() model.List[model.ActRef] {
	a := &h.act
	var cites actList
	full := map[identity]bool{}
	for _, r := range slices.Concat(h.amends.refs, h.repeals.refs, h.refs, model.List[model.ActRef]{{Kind: a.Kind, Date: a.Adopted, Number: a.Number}}) {
		full[numbered(r)] = full[numbered(r)] || r.Date != ""
	}
	for _, r := range h.refs {
		if a.Kind == model.Code && r.Kind == model.Code && r.Date == "" && a.Title != "" && a.Spans.Of("title").Contains(r.Span) {
			continue // "Экологический кодекс Республики Казахстан" is the act itself
		}
		if h.listedAs(r) || a.Adopted != "" && r.Date == a.Adopted && model.FoldNumber(r.Number) == model.FoldNumber(a.Number) {
			continue
		}
		if r.Number != "" && r.Date == "" && r.Issuer == "" && r.Title == "" && full[numbered(r)] {
			continue
		}
		if slices.ContainsFunc(a.Notes, func(n model.Note) bool { return n.Span.Contains(r.Span) }) {
			continue // it changed the act
		}
		cites.add(r)
	}
	return cites.refs
}

// numbered is what a mention tells that has no more than kind and number.
func numbered(r model.ActRef) identity {
	return identity{kind: r.Kind, number: model.FoldNumber(r.Number)}
}
