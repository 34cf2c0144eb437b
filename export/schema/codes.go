package schema

import (
	"reflect"

	"reglament/model"
)

// codeSet is the codes of one type.
type codeSet struct {
	of       reflect.Type
	values   []any
	nullable bool // empty is null in JSON
}

// of collects the codes of a type.
func of[T ~string](codes ...T) codeSet {
	s := codeSet{of: reflect.TypeFor[T]()}
	for _, c := range codes {
		s.values = append(s.values, string(c))
	}
	return s
}

// orNull lets a code be null.
func orNull(s codeSet) codeSet {
	s.nullable = true
	return s
}

// codes are the code types of the model. A test holds them against the constants there.
var codes = []codeSet{
	of(model.Kazakh, model.Russian),
	of(model.Markdown, model.HTML, model.PDF, model.DOCX, model.Plain),
	orNull(of(
		model.Resolution, model.Decision, model.Order, model.Joint, model.Law, model.Code, model.Decree,
		model.UnknownKind,
	)),
	of(
		model.Akimat, model.Maslikhat, model.Akim, model.Ministry, model.Government, model.Agency,
		model.OtherIssuer,
	),
	of(model.InForce, model.Repealed, model.Lapsed, model.UnknownStatus),
	of(
		model.FromFirstPublication, model.FromPublication, model.FromRegistration, model.FromSigning,
		model.FromDate,
	),
	of(model.CalendarDays, model.WorkingDays),
	of(
		model.TargetAct, model.TargetRegulation, model.TargetSection, model.TargetPoint, model.TargetSubpoint,
		model.TargetAnnex, model.TargetTitle,
	),
	of(
		model.NoteAmended, model.NoteNewEdition, model.NoteSupplemented, model.NoteExcluded, model.NoteRepealed,
		model.NoteSuspended, model.NoteLapsed, model.NoteEditorial,
	),
	of(
		model.ChannelOffice, model.ChannelCorporation, model.ChannelPortal, model.ChannelRuralAkim,
		model.ChannelCenter, model.ChannelPSC,
	),
	of(model.Electronic, model.Paper),
	orNull(of(model.FullAutomation, model.PartialAutomation)),
	of(model.LimitService, model.LimitWait, model.LimitServe),
	of(
		model.ProcessInternal, model.ProcessInteraction, model.ProcessCorporation, model.ProcessDelivery,
		model.ProcessPortal, model.ProcessPSC,
	),
	of(model.TaskNode, model.ConditionNode, model.ProcessNode),
	of(
		model.RoleApplicant, model.RoleProvider, model.RoleOffice, model.RoleHead, model.RoleUnitHead,
		model.RoleDeputyHead, model.RoleUnit, model.RoleArchitect, model.RoleArchivist, model.RoleLawyer,
		model.RoleAccountant, model.RoleMethodist, model.RoleExpert, model.RoleDoctor, model.RoleNurse,
		model.RoleRegistrar, model.RoleVeterinarian, model.RoleAkim, model.RoleAkimDeputy, model.RoleAkimat,
		model.RoleExecutor, model.RoleSpecialist, model.RoleRuralAkim, model.RoleRuralSpecialist,
		model.RoleRuralExecutor, model.RoleCorporation, model.RoleCorporationWorker, model.RoleCenter,
		model.RoleCenterSpecialist, model.RolePSCWorker, model.RoleDepartment, model.RoleCommission,
		model.RoleCommissionChair, model.RoleCommissionSecretary, model.RoleWorkingGroup, model.RoleCourier,
		model.RolePortal, model.RoleOther,
	),
	of(
		model.ActionReceive, model.ActionRegister, model.ActionForward, model.ActionReview, model.ActionAssign,
		model.ActionVerify, model.ActionPrepare, model.ActionAgree, model.ActionSign, model.ActionIssue,
		model.ActionNotify, model.ActionRefuse, model.ActionDecide, model.ActionEnterData, model.ActionRequestData,
		model.ActionAuthenticate, model.ActionSelectService, model.ActionFillForm, model.ActionAttach,
		model.ActionPay, model.ActionGenerate, model.ActionReturn, model.ActionStore,
	),
	of(model.RefStandard, model.RefRegulation, model.RefAct),
	of(model.Minute, model.Hour, model.Day, model.WorkingDay, model.CalendarDay, model.Month, model.Year),
	orNull(of(model.QualifierMax, model.QualifierWithin, model.QualifierExact)),
	of(model.Info, model.Warning, model.Error),
	of(
		model.FindJoinedLetters, model.FindJoinedParagraph, model.FindJoinedHyphen, model.FindReplacedLetters,
		model.FindMovedWords, model.FindDisplacedWords, model.FindDroppedFurniture, model.FindPartedWords,
		model.FindEncoding, model.FindHeaderMissing, model.FindHeaderConflict, model.FindJointAct, model.FindNoteUnread,
		model.FindNumbering, model.FindSectionUnknown, model.FindNoRegulation, model.FindServiceUnquoted, model.FindServiceUntitled,
		model.FindApprovalMismatch, model.FindActorUnknown, model.FindActorMissing, model.FindActionUnknown,
		model.FindDurationMissing, model.FindTermUnmeasured, model.FindBranchUnresolved, model.FindRefUnresolved,
		model.FindTextUnread, model.FindResultsMismatch, model.FindAnotherAct, model.FindForeignPage, model.FindMendedFile, model.FindNotApplied,
	),
}
