package act

import "reglament/parse/lang"

// Words of the tables that heads of acts, notes and mentions of acts are read by, ready to
// be compared with tokens.
var (
	numberWords        = patterns(lang.NumberWords)
	numberNouns        = patterns(lang.NumberNouns)
	datePrepositions   = patterns(lang.DatePrepositions)
	numberPrepositions = patterns(lang.NumberPrepositions)
	bodyPrepositions   = patterns(lang.BodyPrepositions)
	joinWords          = patterns(lang.Joins)
	jointWords         = patterns(lang.JointWords)
	accordingTo        = patterns(lang.AccordingTo)
	seriesLetters      = patterns(lang.SeriesLetters)
	mentionLeads       = patterns(lang.MentionLeads)
	sessionWords       = patterns(lang.SessionWords)
	sessionTens        = patterns(lang.SessionTens)
	letters            = patterns(lang.Letters)
	registeredAs       = patterns(lang.RegisteredAs)
	registrationNouns  = patterns(lang.RegistrationNouns)
	registrationEnds   = patterns(lang.RegistrationEnds)
	registrationIn     = patterns(lang.RegistrationIn)
	publicationVerbs   = patterns(lang.PublicationVerbs)
	listStops          = patterns(lang.ListStops)
	issuerEnds         = patterns(lang.IssuerEnds)
	weakIssuers        = patterns(lang.WeakIssuers)
	oblastWords        = patterns(lang.OblastWords)
	cityWords          = patterns(lang.CityWords)
	districtWords      = patterns(lang.DistrictWords)
	directOrders       = patterns(lang.DirectOrders)
	exceptFor          = patterns(lang.ExceptFor)
	approvedOf         = patterns(lang.ApprovedOf)
	approvalOrders     = patterns(lang.ApprovalOrders)
	approvalLeads      = patterns(lang.ApprovalLeads)
	stampOrders        = patterns(lang.StampOrders)
	annexWhole         = patterns(lang.AnnexWhole)
	ownAnnexes         = patterns(lang.OwnAnnexes)
	longChangeVerbs    = patterns(lang.LongChangeVerbs)
	noteFillers        = patterns(lang.NoteFillers)
	noteDone           = patterns(lang.NoteDone)
	lapsedVerbs        = patterns(lang.LapsedVerbs)
	editionRemarks     = patterns(lang.EditionRemarks)
	namedAfter         = patterns(lang.NamedAfter)
	agreed             = patterns(lang.Agreed)
	wholeTexts         = patterns(lang.WholeTexts)
	namedBodies        = patterns(lang.NamedBodies)
	noteTexts          = patterns(lang.NoteTexts)
	itemLeads          = patterns(lang.ItemLeads)
	entryFrom          = patterns(lang.EntryFrom)
	entrySince         = patterns(lang.EntrySince)
	dayEnds            = patterns(lang.DayEnds)
	actWords           = patterns(lang.ActWords)
	notBefore          = patterns(lang.NotBefore)
	attached           = patterns(lang.Attached)
	partWords          = patterns(lang.PartWords)
	suspendOrders      = patterns(lang.SuspendOrders)
	dayLeads           = patterns(lang.DayLeads)
	acting             = patterns(lang.Acting)
	severalLaws        = patterns(lang.SeveralLaws)
	longInitials       = patterns(lang.LongInitials)
	dayWords           = patterns(lang.DayWords)
	registered         = patterns(lang.Registered)
	titleBegins        = patterns(lang.TitleBegins)
	titleEnds          = patterns(lang.TitleEnds)
	pageWords          = patterns(lang.PageWords)
	idLabels           = patterns(lang.IDLabels)
	statusLabels       = patterns(lang.StatusLabels)
	amendmentLists     = patterns(lang.AmendmentLists)
	formerEditions     = patterns(lang.FormerEditions)
	formerEdition      = patterns(lang.FormerEdition)
	demands            = patterns(lang.NoteNever)
	noteLabels         = patterns(lang.NoteLabels)
	editorLabels       = patterns(lang.EditorLabels)
	editorTexts        = patterns(lang.EditorTexts)
	ownActs            = patterns(lang.OwnActs)
	republic           = patterns(lang.Republic)
	changeWords        = patterns(lang.ChangeWords)
	changesFirst       = patterns(lang.ChangesFirst)
	changesLast        = patterns(lang.ChangesLast)
	changeVerbs        = patterns(lang.ChangeVerbs)
	repealOrders       = patterns(lang.RepealOrders)
	repealedLists      = patterns(lang.RepealedLists)
	positionWords      = patterns(lang.Positions)
	controlWords       = patterns(lang.ControlWords)
	registrationWords  = patterns(lang.RegistrationWords)
	publicationWords   = patterns(lang.PublicationWords)
	deputies           = patterns(lang.Deputies)
	papers             = patterns(lang.Papers)
	issuerStops        = patterns(lang.IssuerStops)
	unitWords          = patterns(lang.UnitWords)
	kindQualifiers     = patterns(lang.KindQualifiers)
	approvedWords      = patterns(lang.ApprovalWords)
	annexWords         = patterns(lang.AnnexWords)
	manyAnnexes        = patterns(lang.ManyAnnexes)
)

// has reports whether one of the patterns stands at token i.
func (l *line) has(i int, ps []lang.Pattern) bool {
	_, ok := l.any(i, ps)
	return ok
}

// anywhere reports whether one of the patterns stands anywhere from token i on.
func (l *line) anywhere(i int, ps []lang.Pattern) bool {
	for ; i < len(l.t); i++ {
		if l.has(i, ps) {
			return true
		}
	}
	return false
}
