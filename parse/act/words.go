package act

import "reglament/parse/lang"

// Words around mentions of acts, ready to be compared.
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
	approvedOf         = patterns(lang.ApprovedOf)
	stampOrders        = patterns(lang.StampOrders)
	annexWhole         = patterns(lang.AnnexWhole)
	annexOf            = patterns(lang.AnnexOf)
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
	dayLeads           = patterns(lang.DayLeads)
	acting             = patterns(lang.Acting)
	severalLaws        = patterns(lang.SeveralLaws)
	longInitials       = patterns(lang.LongInitials)
)

// has reports whether one of the patterns stands at token i.
func (l *line) has(i int, ps []lang.Pattern) bool {
	_, ok := l.any(i, ps)
	return ok
}
