// Package model is the interchange model of reglament: what is read from an act,
// and the public contract of `reglament parse`. It imports the standard library only.
//
// Names, codes and meanings are fixed: fields may be added, but renaming or dropping
// one is a new version of Schema. Every list is in the order of the text. What the
// text does not say is null or an empty list, never a guess.
package model

// Schema names this version of the contract; it is Document.Schema.
const Schema = "reglament.document/1"

// Document is one read file: the act, the regulations it approves, and every doubt.
type Document struct {
	Schema      string           `json:"schema"`
	Source      Source           `json:"source"`
	Act         Act              `json:"act"`
	Regulations List[Regulation] `json:"regulations"`
	Findings    List[Finding]    `json:"findings"`
}

// About is the index of the regulation that a note is about, 0 for the act's own part: an annex
// of the act may be a regulation.
func (d *Document) About(t Target) int {
	if t.Regulation != nil {
		return *t.Regulation
	}
	for i := range d.Regulations {
		if t.Kind == TargetAnnex && d.Regulations[i].Annex == t.Number {
			return d.Regulations[i].Index
		}
	}
	return 0
}

// Source says where the bytes came from.
type Source struct {
	Name     string `json:"name"`     // base name of the file as given
	Format   Format `json:"format"`   // what the bytes are, told by content
	SHA256   string `json:"sha256"`   // hex, of the bytes as read
	Encoding string `json:"encoding"` // IANA name of the charset the bytes were in
	URL      Text   `json:"url"`      // address of the page, where the page tells it
}

// Act is the normative legal act itself: requisites, life, operative part.
type Act struct {
	ID             Text            `json:"id"`       // portal id such as V16Z0004432, where the source tells it
	Key            Text            `json:"key"`      // region/date/number, see Key
	Language       Language        `json:"language"` // of the text, not of the issuer
	Kind           ActKind         `json:"kind"`
	Title          Text            `json:"title"`
	Issuer         *Issuer         `json:"issuer"`
	Adopted        Date            `json:"adopted"`
	Number         Text            `json:"number"`
	Registration   *Registration   `json:"registration"`
	Status         Status          `json:"status"`
	RepealedBy     *ActRef         `json:"repealed_by"`
	Fate           *Fate           `json:"fate,omitempty"` // of a corpus, where it knows other than the text
	Signatories    List[Signatory] `json:"signatories"`
	EntryIntoForce *EffectiveRule  `json:"entry_into_force"`
	Amends         List[ActRef]    `json:"amends"`  // acts that the operative points change
	Repeals        List[ActRef]    `json:"repeals"` // acts that the operative points repeal
	Cites          List[ActRef]    `json:"cites"`   // every other act named in the head and the operative part
	Notes          List[Note]      `json:"notes"`   // every Ескерту / Сноска, also those inside regulations
	Points         List[Point]     `json:"points"`  // the operative part
	Spans          Spans           `json:"spans"`   // evidence for the plain values above, by JSON name
}

// Fate is how an act stands by what a corpus has of other texts: an act that repeals it, a
// newer text, one in the other language. No text tells it of itself, so nothing that is read
// from one file has it.
type Fate struct {
	Status Status  `json:"status"`
	By     *ActRef `json:"by"` // the act that ended it; text and span are of no text of this one
}

// Standing is the status of the act, and what ended it: as a corpus knows it, or else as the
// text says.
func (a *Act) Standing() (Status, *ActRef) {
	if a.Fate != nil {
		return a.Fate.Status, a.Fate.By
	}
	return a.Status, a.RepealedBy
}

// Issuer is the body (or bodies, of a joint act) that adopted the act.
type Issuer struct {
	Name   string     `json:"name"` // as the preamble or the requisites name it
	Kind   IssuerKind `json:"kind"`
	Region Region     `json:"region"`
	Span   Span       `json:"span"`
}

// Registration is the state registration of the act with a justice body.
type Registration struct {
	Body   Text `json:"body"`
	Date   Date `json:"date"`
	Number Text `json:"number"`
	Span   Span `json:"span"`
}

// Signatory is who signed: "Облыс әкімі" "А.Көлгінов".
type Signatory struct {
	Position Text `json:"position"`
	Name     Text `json:"name"`
	Span     Span `json:"span"`
}

// ActRef is a mention of an act. Each field but Text and Span may be null.
type ActRef struct {
	Text               string  `json:"text"`
	Span               Span    `json:"span"`
	Kind               ActKind `json:"kind"`
	Issuer             Text    `json:"issuer"`
	Date               Date    `json:"date"`
	Number             Text    `json:"number"`
	Title              Text    `json:"title"`
	RegistrationNumber Text    `json:"registration_number"`
}

// EffectiveRule says when something enters into force, as the text says it:
// "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң".
type EffectiveRule struct {
	From    EffectiveFrom `json:"from"`
	Days    int           `json:"days"`     // 0: on that day
	DayKind DayKind       `json:"day_kind"` // of Days
	Date    Date          `json:"date"`     // where From is date
	Text    string        `json:"text"`
	Span    Span          `json:"span"`
}

// Note is one amendment told by an editorial note (Ескерту / Сноска); a note that
// tells of several amendments is several Notes with the same text.
type Note struct {
	Target    Target         `json:"target"`
	Action    NoteAction     `json:"action"`
	By        *ActRef        `json:"by"`
	Effective *EffectiveRule `json:"effective"`
	Text      string         `json:"text"`
	Span      Span           `json:"span"`
}

// Target is what a note speaks about.
type Target struct {
	Kind       TargetKind `json:"kind"`
	Number     Text       `json:"number"`
	Regulation *int       `json:"regulation"` // Regulation.Index, null for the act's own part
}

// Point is a numbered provision ("1.", "2)") with what stands under it. Text is the
// whole of its own paragraphs, without the number and without the subpoints.
type Point struct {
	Number    Text        `json:"number"` // null for an unnumbered paragraph
	Text      string      `json:"text"`
	Span      Span        `json:"span"` // includes the subpoints
	Subpoints List[Point] `json:"subpoints"`
}

// Regulation is the regulation of one public service.
type Regulation struct {
	Index       int              `json:"index"`   // from 1, in the order of the text
	Service     string           `json:"service"` // name without its outer quotes
	Annex       Text             `json:"annex"`   // number of the act's annex that it is
	ApprovedBy  *ActRef          `json:"approved_by"`
	Standard    *ActRef          `json:"standard"`
	Provider    Text             `json:"provider"` // in the case of the source
	Channels    List[Channel]    `json:"channels"`
	Forms       List[Form]       `json:"forms"`
	Automation  Automation       `json:"automation"`
	TimeLimits  List[TimeLimit]  `json:"time_limits"`
	Definitions List[Definition] `json:"definitions"`
	Actors      List[Actor]      `json:"actors"`
	Results     List[ResultList] `json:"results"`
	Processes   List[Process]    `json:"processes"`
	Annexes     List[Annex]      `json:"annexes"`
	Sections    List[Section]    `json:"sections"`
	Edition     *Edition         `json:"edition"`
	Span        Span             `json:"span"`
	Spans       Spans            `json:"spans"` // evidence for the plain values above, by JSON name
}

// Edition is the amending act whose wording the whole regulation has.
type Edition struct {
	By        *ActRef        `json:"by"`
	Effective *EffectiveRule `json:"effective"`
}

// TimeLimit is a limit stated for the service as a whole.
type TimeLimit struct {
	What     LimitKind     `json:"what"`
	At       List[Channel] `json:"at"` // empty: the text names no place
	Duration Duration      `json:"duration"`
	Span     Span          `json:"span"`
}

// Definition is a short name introduced by "бұдан әрі –" / "далее –".
type Definition struct {
	Term  string `json:"term"`  // what is defined, as written before the bracket
	Short string `json:"short"` // the short name
	Span  Span   `json:"span"`
	// Uses are the places in the regulation, after the definition, where the short name
	// stands for the term, in whatever case.
	Uses List[Span] `json:"uses"`
}

// TermSpan is where the term stands, with which the span of the definition begins.
func (d *Definition) TermSpan() Span { return Span{d.Span[0], d.Span[0] + len(d.Term)} }

// Actor is an entry of the list of units and workers that take part.
type Actor struct {
	Text  string     `json:"text"`
	Role  Role       `json:"role"`
	Roles List[Role] `json:"roles"` // of all alternatives: "маман немесе ауылдық округ әкімі"
	Span  Span       `json:"span"`
}

// ResultList is the separate list of results of procedures, one a variant.
type ResultList struct {
	Variant List[string] `json:"variant"`
	Items   List[string] `json:"items"`
	// Steps are the steps of the internal procedure that the items are results of, item by
	// item; empty where the list does not fit the steps.
	Steps List[StepRef] `json:"steps"`
	Spans Spans         `json:"spans"` // "items[i]", "variant[i]"
}

// StepRef points at a step of the same regulation, by indexes from 0.
type StepRef struct {
	Process int `json:"process"`
	Step    int `json:"step"`
}

// Process is one description of a procedure: one point and variant of a regulation.
type Process struct {
	Kind      ProcessKind    `json:"kind"`
	Point     string         `json:"point"` // number of the point it stands in
	Title     string         `json:"title"`
	Variant   List[string]   `json:"variant"`   // headings, outer first
	Durations List[Duration] `json:"durations"` // a term for the whole variant
	Steps     List[Step]     `json:"steps"`
	Branches  List[Branch]   `json:"branches"`
	Span      Span           `json:"span"`
	Spans     Spans          `json:"spans"` // "title", "variant[i]"
}

// Step is one action of a procedure: a task, a check (N-шарт / условие N) or a
// process of an information system (N-процесс).
type Step struct {
	N          Text           `json:"n"` // number as printed
	Node       Node           `json:"node"`
	Label      Text           `json:"label"`
	Actor      Text           `json:"actor"` // phrase as written
	Roles      List[Role]     `json:"roles"`
	Actions    List[Action]   `json:"actions"`
	Text       string         `json:"text"`
	Durations  List[Duration] `json:"durations"`
	Result     Text           `json:"result"`
	Conditions List[string]   `json:"conditions"` // clauses
	Refs       List[Ref]      `json:"refs"`
	Next       List[Next]     `json:"next,omitempty"` // what a table of steps says follows
	Span       Span           `json:"span"`
	Spans      Spans          `json:"spans"` // "actor", "result", "label", "conditions[i]", "actions[i]"
}

// Next is the number of a step that follows another, always or where a condition holds:
// "2 – если есть нарушения; 3 – если авторизация прошла успешно".
type Next struct {
	N         string `json:"n"`
	Condition Text   `json:"condition"`
	Text      string `json:"text"`
	Span      Span   `json:"span"`
}

// Branch ties a check to what follows when it fails and when it passes, by label.
type Branch struct {
	Condition string `json:"condition"`
	Refusal   Text   `json:"refusal"`
	Next      Text   `json:"next"`
}

// Ref is a reference from a step to a point or annex.
type Ref struct {
	To    RefTarget `json:"to"`
	Point Text      `json:"point"`
	Annex Text      `json:"annex"`
	Text  string    `json:"text"`
	Span  Span      `json:"span"`
}

// Annex is an annex of a regulation: a scheme, a diagram, a form.
type Annex struct {
	Number Text `json:"number"` // null for the only annex
	Title  Text `json:"title"`
	Span   Span `json:"span"`
}

// Section is a headed part of a regulation.
type Section struct {
	Number Text        `json:"number"`
	Title  string      `json:"title"`
	Points List[Point] `json:"points"`
	Span   Span        `json:"span"`
}

// Finding is a doubt, a repair or a contradiction. Nothing is repaired in silence.
type Finding struct {
	Code     FindingCode `json:"code"`
	Severity Severity    `json:"severity"`
	Message  string      `json:"message"` // in English; the act's words stay as they are
	Reason   Message     `json:"reason"`  // the same for any language
	Span     Span        `json:"span"`
}
