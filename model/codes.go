package model

// Language of an act's text (ISO 639-1).
type Language string

// Format of a source, told by its content.
type Format string

// ActKind is the kind of an act.
type ActKind string

// IssuerKind is the kind of body that adopts acts.
type IssuerKind string

// Region is an ISO 3166-2 code; KZ itself for republic-wide acts.
type Region string

// Status of an act, as its text says it.
type Status string

// EffectiveFrom is the event an entry clause counts from.
type EffectiveFrom string

// DayKind tells calendar from working days.
type DayKind string

// TargetKind is the kind of thing a note speaks about.
type TargetKind string

// NoteAction is what a note says happened.
type NoteAction string

// Channel is a way to apply for a service.
type Channel string

// Form in which a service is rendered.
type Form string

// Automation of the electronic form; empty (null) where not stated.
type Automation string

// LimitKind is what a time limit limits.
type LimitKind string

// ProcessKind is the kind of a description of a procedure.
type ProcessKind string

// Node is the kind of a step.
type Node string

// Role is a language-neutral code for who acts.
type Role string

// Action is a language-neutral code for what is done.
type Action string

// RefTarget is what a reference inside a step points into.
type RefTarget string

// Unit of a duration.
type Unit string

// Qualifier of a duration; empty (null) where the text gives the bare figure.
type Qualifier string

// Severity of a finding.
type Severity string

// FindingCode names the kind of a finding; see Findings for what each means.
type FindingCode string

// MarshalJSON writes null for no automation.
func (a Automation) MarshalJSON() ([]byte, error) { return Text(a).MarshalJSON() }

// UnmarshalJSON reads a string or null.
func (a *Automation) UnmarshalJSON(b []byte) error { return unmarshalNullable(b, (*string)(a)) }

// MarshalJSON writes null for no qualifier.
func (q Qualifier) MarshalJSON() ([]byte, error) { return Text(q).MarshalJSON() }

// UnmarshalJSON reads a string or null.
func (q *Qualifier) UnmarshalJSON(b []byte) error { return unmarshalNullable(b, (*string)(q)) }

// MarshalJSON writes null for an unknown kind.
func (k ActKind) MarshalJSON() ([]byte, error) { return Text(k).MarshalJSON() }

// UnmarshalJSON reads a string or null.
func (k *ActKind) UnmarshalJSON(b []byte) error { return unmarshalNullable(b, (*string)(k)) }

// MarshalJSON writes null for an unknown region.
func (r Region) MarshalJSON() ([]byte, error) { return Text(r).MarshalJSON() }

// UnmarshalJSON reads a string or null.
func (r *Region) UnmarshalJSON(b []byte) error { return unmarshalNullable(b, (*string)(r)) }

// The codes of the contract.
const (
	Kazakh  Language = "kk"
	Russian Language = "ru"

	Markdown Format = "markdown"
	HTML     Format = "html"
	PDF      Format = "pdf"
	DOCX     Format = "docx"
	Plain    Format = "text"

	Resolution  ActKind = "resolution" // қаулы, постановление
	Decision    ActKind = "decision"   // шешім, решение
	Order       ActKind = "order"      // бұйрық, приказ
	Joint       ActKind = "joint"      // бірлескен, совместное
	Law         ActKind = "law"        // заң, закон
	Code        ActKind = "code"       // кодекс
	Decree      ActKind = "decree"     // жарлық, указ
	UnknownKind ActKind = "unknown"

	Akimat      IssuerKind = "akimat"
	Maslikhat   IssuerKind = "maslikhat"
	Akim        IssuerKind = "akim"
	Ministry    IssuerKind = "ministry"
	Government  IssuerKind = "government"
	Agency      IssuerKind = "agency"
	OtherIssuer IssuerKind = "other"

	InForce       Status = "in_force"
	Repealed      Status = "repealed"
	Lapsed        Status = "lapsed"
	UnknownStatus Status = "unknown"

	FromFirstPublication EffectiveFrom = "first_official_publication"
	FromPublication      EffectiveFrom = "official_publication"
	FromRegistration     EffectiveFrom = "state_registration"
	FromSigning          EffectiveFrom = "signing"
	FromDate             EffectiveFrom = "date"

	CalendarDays DayKind = "calendar"
	WorkingDays  DayKind = "working"

	TargetAct        TargetKind = "act"
	TargetRegulation TargetKind = "regulation"
	TargetSection    TargetKind = "section"
	TargetPoint      TargetKind = "point"
	TargetSubpoint   TargetKind = "subpoint"
	TargetAnnex      TargetKind = "annex"
	TargetTitle      TargetKind = "title"

	NoteAmended      NoteAction = "amended"
	NoteNewEdition   NoteAction = "new_edition"
	NoteSupplemented NoteAction = "supplemented"
	NoteExcluded     NoteAction = "excluded"
	NoteRepealed     NoteAction = "repealed"
	NoteSuspended    NoteAction = "suspended"
	NoteLapsed       NoteAction = "lapsed"
	NoteEditorial    NoteAction = "editorial"

	ChannelOffice      Channel = "office"      // the provider itself or its chancery
	ChannelCorporation Channel = "corporation" // the State Corporation "Government for Citizens"
	ChannelPortal      Channel = "portal"      // egov.kz
	ChannelRuralAkim   Channel = "rural_akim"  // akim of a village, settlement, rural district
	ChannelCenter      Channel = "center"      // employment centre
	ChannelPSC         Channel = "psc"         // public service centre of 2014

	Electronic Form = "electronic"
	Paper      Form = "paper"

	FullAutomation    Automation = "full"
	PartialAutomation Automation = "partial"

	LimitService LimitKind = "service" // the whole service
	LimitWait    LimitKind = "wait"    // waiting in the queue
	LimitServe   LimitKind = "serve"   // being served at the counter

	ProcessInternal    ProcessKind = "internal"    // content and duration of each procedure
	ProcessInteraction ProcessKind = "interaction" // sequence between units
	ProcessCorporation ProcessKind = "corporation" // through the State Corporation, up to the result
	ProcessDelivery    ProcessKind = "delivery"    // receiving the result there
	ProcessPortal      ProcessKind = "portal"
	ProcessPSC         ProcessKind = "psc"

	TaskNode      Node = "task"
	ConditionNode Node = "condition" // N-шарт, условие N
	ProcessNode   Node = "process"   // N-процесс, процесс N

	RoleApplicant           Role = "applicant"
	RoleProvider            Role = "provider"
	RoleOffice              Role = "provider.office"
	RoleHead                Role = "provider.head"
	RoleUnitHead            Role = "provider.unit_head"
	RoleExecutor            Role = "provider.executor"
	RoleSpecialist          Role = "provider.specialist"
	RoleDeputyHead          Role = "provider.deputy_head"
	RoleUnit                Role = "provider.unit" // a unit that is named instead of a person
	RoleArchitect           Role = "provider.architect"
	RoleArchivist           Role = "provider.archivist"
	RoleLawyer              Role = "provider.lawyer"
	RoleAccountant          Role = "provider.accountant"
	RoleMethodist           Role = "provider.methodist"
	RoleExpert              Role = "provider.expert"
	RoleDoctor              Role = "provider.doctor"
	RoleNurse               Role = "provider.nurse"
	RoleRegistrar           Role = "provider.registrar"
	RoleVeterinarian        Role = "provider.veterinarian"
	RoleAkim                Role = "akim" // of a region, a district or a city
	RoleAkimDeputy          Role = "akim.deputy"
	RoleAkimat              Role = "akimat"
	RoleRuralAkim           Role = "rural_akim"
	RoleRuralSpecialist     Role = "rural_akim.specialist"
	RoleRuralExecutor       Role = "rural_akim.executor"
	RoleCorporation         Role = "corporation"
	RoleCorporationWorker   Role = "corporation.worker"
	RoleCenter              Role = "center"
	RoleCenterSpecialist    Role = "center.specialist"
	RolePSCWorker           Role = "psc.worker"
	RoleDepartment          Role = "department"
	RoleCommission          Role = "commission"
	RoleCommissionChair     Role = "commission.chair"
	RoleCommissionSecretary Role = "commission.secretary"
	RoleWorkingGroup        Role = "working_group"
	RoleCourier             Role = "courier"
	RolePortal              Role = "portal"
	RoleOther               Role = "other"

	ActionReceive       Action = "receive"
	ActionRegister      Action = "register"
	ActionForward       Action = "forward"
	ActionReview        Action = "review"
	ActionAssign        Action = "assign"
	ActionVerify        Action = "verify"
	ActionPrepare       Action = "prepare"
	ActionAgree         Action = "agree"
	ActionSign          Action = "sign"
	ActionIssue         Action = "issue"
	ActionNotify        Action = "notify"
	ActionRefuse        Action = "refuse"
	ActionDecide        Action = "decide"
	ActionEnterData     Action = "enter_data"
	ActionRequestData   Action = "request_data"
	ActionAuthenticate  Action = "authenticate"
	ActionSelectService Action = "select_service"
	ActionFillForm      Action = "fill_form"
	ActionAttach        Action = "attach"
	ActionPay           Action = "pay"
	ActionGenerate      Action = "generate"
	ActionReturn        Action = "return"
	ActionStore         Action = "store"

	RefStandard   RefTarget = "standard"
	RefRegulation RefTarget = "regulation"
	RefAct        RefTarget = "act"

	Minute      Unit = "minute"
	Hour        Unit = "hour"
	Day         Unit = "day"
	WorkingDay  Unit = "working_day"
	CalendarDay Unit = "calendar_day"
	Month       Unit = "month"
	Year        Unit = "year"

	QualifierMax    Qualifier = "max"    // не более, аспайды
	QualifierWithin Qualifier = "within" // ішінде, в течение
	QualifierExact  Qualifier = "exact"

	Info    Severity = "info"
	Warning Severity = "warning"
	Error   Severity = "error"
)

// Codes of findings, by the stage that makes them.
const (
	// Canonical text: repairs that changed words, and what was left out.
	FindJoinedLetters    FindingCode = "joined_letters"    // letter-spaced words joined
	FindJoinedParagraph  FindingCode = "joined_paragraph"  // a paragraph cut by a page break joined
	FindJoinedHyphen     FindingCode = "joined_hyphen"     // hyphenation at a former line end removed
	FindReplacedLetters  FindingCode = "replaced_letters"  // Latin look-alikes inside Cyrillic words
	FindMovedWords       FindingCode = "moved_words"       // hyperlink words put back in their place
	FindDisplacedWords   FindingCode = "displaced_words"   // words out of place that could not be put back
	FindDroppedFurniture FindingCode = "dropped_furniture" // page furniture left out
	FindPartedWords      FindingCode = "parted_words"      // a lost blank or hyphen between two words put back
	FindAnotherAct       FindingCode = "another_act"       // the page shows an act in a second language, left out
	FindForeignPage      FindingCode = "foreign_page"      // no page of the portal: its main text was taken
	FindMendedFile       FindingCode = "mended_file"       // a damaged or encrypted file was mended before reading
	FindEncoding         FindingCode = "encoding"          // bytes that are no text in the encoding

	// Structure.
	FindHeaderMissing    FindingCode = "header_missing"    // the act's own head, or a part of it, is not in the file
	FindHeaderConflict   FindingCode = "header_conflict"   // header and note contradict each other
	FindJointAct         FindingCode = "joint_act"         // a second body of a joint act, with its own date and number
	FindNoteUnread       FindingCode = "note_unread"       // a note whose wording is not understood
	FindNotApplied       FindingCode = "not_applied"       // a change that an amending act made is not in the text of the day
	FindNumbering        FindingCode = "numbering"         // a numbering slip of the source
	FindSectionUnknown   FindingCode = "section_unknown"   // a section of a kind not known
	FindNoRegulation     FindingCode = "no_regulation"     // an act without a regulation of a public service
	FindServiceUnquoted  FindingCode = "service_unquoted"  // a service name that is not in quotation marks
	FindServiceUntitled  FindingCode = "service_untitled"  // a regulation whose title names no service: its first point does
	FindApprovalMismatch FindingCode = "approval_mismatch" // listed for approval but not attached, or the reverse

	// Sentences.
	FindActorUnknown     FindingCode = "actor_unknown"     // an actor that cannot be classified
	FindActorMissing     FindingCode = "actor_missing"     // a task that names no actor
	FindActionUnknown    FindingCode = "action_unknown"    // a step with no known action
	FindDurationMissing  FindingCode = "duration_missing"  // a step of a timed procedure without a term
	FindTermUnmeasured   FindingCode = "term_unmeasured"   // a term that has no length in whole units: "в день обращения"
	FindBranchUnresolved FindingCode = "branch_unresolved" // a check without a refusal
	FindRefUnresolved    FindingCode = "ref_unresolved"    // a reference to a point or annex that is not there
	FindResultsMismatch  FindingCode = "results_mismatch"  // a separate list of results that does not fit the steps
	FindTextUnread       FindingCode = "text_unread"       // a sentence of a procedure left as text
)
