package lang

import "reglament/model"

// NoteLabels begin a note; what follows is a full stop, an exclamation mark or the end.
var NoteLabels = []Phrase{
	"ескерту", "ескертпе", "сноска", "footnote",
}

// EditorLabels begin a remark of the publisher, which is no amendment: "Примечание
// РЦПИ.", "ЗҚАИ-ның ескертпесі!", "Вниманию пользователей!".
var EditorLabels = []Phrase{
	"примечание рцпи*", "примечание изпи*", "примечание ицпи*", "примечания рцпи*",
	"рқао ескерт*", "рқао-ның ескерт*", "рқаи-ның ескерт*", "зқаи ескерт*", "зқаи-ның ескерт*", "зқаи-нің ескерт*",
	"қолданушылар назарына", "пайдаланушылар назарына", "қолданушылардың назарына", "вниманию пользователей",
}

// EditorTexts are what the publisher's remarks say.
var EditorTexts = []Phrase{
	"құжаттың мәтінінде түпнұсқа*", "құжат мәтінінде түпнұсқа*", "мәтінде авторлық орфография*",
	"құжаттың мәтінінде авторлық*", "в тексте документа сохранен*", "в тексте сохранен* авторск*", "в тексте сохранен*",
	"порядок введения в действие *", "қолданысқа енгізілу тәртібін *", "қолданысқа енгізілу тәртібі *", "қолданысқа енгізу тәртібін *",
	"введение в действие * см.",
}

// NoteParts are parts of words of the labels and texts above, NoteEndParts of the
// NoteWordings that a note without a label may have. First letters may be capitals and
// are left out. A text without any of them is no note.
var (
	NoteParts = []string{
		"скерт", "ЕСКЕРТ", "носка", "СНОСКА", "ootnote", "римечани", "ПРИМЕЧАНИ", "назарына", "ользователей", "мәтінінде", "мәтiнiнде",
		"авторлық", "тексте", "орядок введения", "ведение в действие", "енгізілу тәртіб", "енгізу тәртіб",
	}
	NoteEndParts = []string{
		"ойыл", "үші жой", "үшін жой", "оққа шығар", "трат", "сключ", "лып таста", "лынып тас", "тменен", "рекращено", "рекратил",
		"стечением срока", "рок действия", "оқтатыл", "риостанов", "несен", "ополнен", "зменен", "аменен", "згертілді", "згеріс енгізілді",
		"згерістер енгізілді", "олықтырылды", "едакци", "в ред", "В ред", "ерзім",
	}
)

// NoteWording is what a note says happened to its target.
type NoteWording struct {
	Phrase Phrase
	Action model.NoteAction
	Whole  bool // said of the whole act where the note names no target
}

// NoteWordings in the order they are tried at a word: longer ones first.
var NoteWordings = []NoteWording{
	// Kazakh
	{"қолданылу мерзімінің аяқталуына байланысты", model.NoteLapsed, true},
	{"қолданылу мерзімінің өтуіне байланысты", model.NoteLapsed, true},
	{"қолданылу мерзімі аяқталуына байланысты", model.NoteLapsed, true},
	{"қолданылу мерзімінің бітуіне байланысты", model.NoteLapsed, true},
	{"қолдану мерзімінің өт*", model.NoteLapsed, true},
	{"қолдану мерзімінің аяқтал*", model.NoteLapsed, true},
	{"мерзімінің аяқталуына байланысты", model.NoteLapsed, true},
	{"мерзімі аяқталуына байланысты", model.NoteLapsed, true},
	{"мерзімнің аяқталуына байланысты", model.NoteLapsed, true},
	{"мерзімі өт*", model.NoteLapsed, true},
	{"мерзімінің өт*", model.NoteLapsed, true},
	{"мерзімі біт*", model.NoteLapsed, true},
	{"мерзімінің тоқтат*", model.NoteLapsed, true}, // "қолданыстағы мерзімінің тоқтатылуымен байланысты"
	{"мерзімі аяқтал*", model.NoteLapsed, true},
	{"күші жой*", model.NoteRepealed, true},
	{"күшін жой*", model.NoteRepealed, true},
	{"күші жойылды", model.NoteRepealed, true},
	{"куші жойыл*", model.NoteRepealed, true}, // a slip of pages of some departments
	{"жойылды", model.NoteRepealed, true},     // "Жойылды - … № 75 шешімімен"
	{"қолданысы тоқтатыл*", model.NoteSuspended, true},
	{"қолданылуы тоқтатыл*", model.NoteSuspended, true},
	{"қолданысы тоқтатыла", model.NoteSuspended, true},
	{"тоқтатыла тұр*", model.NoteSuspended, true},
	{"жаңа редакция*", model.NoteNewEdition, false},
	{"жаңа редакцияда", model.NoteNewEdition, false},
	{"редакциясында", model.NoteNewEdition, false},
	{"толықтырыл*", model.NoteSupplemented, false},
	{"толықтыру енгізіл*", model.NoteSupplemented, false},
	{"толықтырулар енгізіл*", model.NoteSupplemented, false},
	{"алып таста*", model.NoteExcluded, false},
	{"алынып таста*", model.NoteExcluded, false},
	{"алынып тас*", model.NoteExcluded, false},
	{"өзгеріс*", model.NoteAmended, false},
	{"өзгерту*", model.NoteAmended, false},
	{"ауыстырыл*", model.NoteAmended, false},
	{"өзгертіл*", model.NoteAmended, false},
	{"жоққа шығарыл*", model.NoteRepealed, true},
	// Russian
	{"в связи с истечением срока", model.NoteLapsed, true},
	{"связи с истечением срока", model.NoteLapsed, true},
	{"истечением срока", model.NoteLapsed, true},
	{"срок действия истек", model.NoteLapsed, true},
	{"утратил* силу", model.NoteRepealed, true},
	{"утратил* свою силу", model.NoteRepealed, true},
	{"утрат* силу", model.NoteRepealed, true},
	{"отменен*", model.NoteRepealed, true},
	{"прекращено действие", model.NoteLapsed, true},
	{"прекратил* действие", model.NoteLapsed, true},
	{"действие приостановлен*", model.NoteSuspended, true},
	{"приостановлен*", model.NoteSuspended, true},
	{"приостановить", model.NoteSuspended, true},
	{"действие прекращено", model.NoteLapsed, true},
	{"изложен* в редакции", model.NoteNewEdition, false},
	{"изложен* в новой редакции", model.NoteNewEdition, false},
	{"в редакции", model.NoteNewEdition, false},
	{"в новой редакции", model.NoteNewEdition, false},
	{"в ред", model.NoteNewEdition, false},
	{"дополнен", model.NoteSupplemented, false},
	{"дополнена", model.NoteSupplemented, false},
	{"дополнено", model.NoteSupplemented, false},
	{"дополнены", model.NoteSupplemented, false},
	{"дополнить", model.NoteSupplemented, false},
	{"с дополнени*", model.NoteSupplemented, false},
	{"исключен*", model.NoteExcluded, false},
	{"исключить", model.NoteExcluded, false},
	{"с изменени*", model.NoteAmended, false},
	{"внесен* изменени*", model.NoteAmended, false},
	{"с изменением", model.NoteAmended, false},
	{"изменени*", model.NoteAmended, false},
	{"изменен*", model.NoteAmended, false},
	{"заменен*", model.NoteAmended, false},
	{"заменить", model.NoteAmended, false},
	{"заменены", model.NoteAmended, false},
}

// LapsedVerbs say, as wordings of repeal do, that the effect of an act ended, where its term
// is the reason: "қолданыстағы мерзімінің тоқтатылуымен".
var LapsedVerbs = []Phrase{"прекращено действие", "прекратил* действие", "действие прекращено", "тоқтатыл*"}

// NoteDone are the Russian wordings that only a note has, not an act that orders the
// amendment: "В пункт 1 внесены изменения …". Kazakh ones end in KazakhPast.
var NoteDone = []Phrase{"внесен* изменени*", "внесен* дополнени*", "дополнен", "дополнена", "дополнено", "дополнены", "изменен", "изменена", "изменено", "изменены", "заменен", "заменена", "заменено", "заменены"}

// KazakhPast are the endings of what was done: "өзгертілді", "толықтырылды".
var KazakhPast = []string{"ды", "ді"}

// TargetWord names what a note speaks about. A number stands before the word in
// Kazakh ("9-тармақ"), after it in Russian ("Пункт 9").
type TargetWord struct {
	Phrase   Phrase
	Kind     model.TargetKind
	Numbered bool
}

// TargetWords: the longer of two that begin alike first.
var TargetWords = []TargetWord{
	// Kazakh
	{"тақырыб*", model.TargetTitle, false},
	{"тақырып*", model.TargetTitle, false},
	{"атауы*", model.TargetTitle, false},
	{"атау", model.TargetTitle, false},
	{"кіріспе*", model.TargetSection, false},
	{"тармақша*", model.TargetSubpoint, true},
	{"тармақ*", model.TargetPoint, true},
	{"тармағ*", model.TargetPoint, true},
	{"қосымша*", model.TargetAnnex, true},
	{"тарау*", model.TargetSection, true},
	{"бөлім*", model.TargetSection, true},
	{"бөлігі*", model.TargetSection, true},
	{"регламент*", model.TargetRegulation, false},
	{"қағида*", model.TargetRegulation, false},
	{"ереже", model.TargetRegulation, false},
	{"ережелер*", model.TargetRegulation, false},
	{"стандарт*", model.TargetRegulation, false},
	// Russian
	{"заголов*", model.TargetTitle, false},
	{"наименовани*", model.TargetTitle, false},
	{"название", model.TargetTitle, false},
	{"преамбул*", model.TargetSection, false},
	{"подпункт*", model.TargetSubpoint, true},
	{"пункт*", model.TargetPoint, true},
	{"приложени*", model.TargetAnnex, true},
	{"глава*", model.TargetSection, true},
	{"главы", model.TargetSection, true},
	{"раздел*", model.TargetSection, true},
	{"правила", model.TargetRegulation, false},
	{"правил", model.TargetRegulation, false},
}

// AmendmentLists head a list of the acts that amended this one.
var AmendmentLists = []Phrase{
	"енгізілген өзгерістер", "енгізілген өзгерістер мен толықтырулар", "изменения внесены", "внесены изменения", "внесены дополнения", "внесенные изменения", "с изменениями", "изменения и дополнения внесены",
}

// FormerEditions head a list of former editions.
var FormerEditions = []Phrase{"бұрынғы редакциялар", "предыдущие редакции", "прежние редакции"}

// FormerLinks end a note of a page that shows the former wording behind a link.
var FormerLinks = []string{"(бұр.ред.қара)", "(см. стар. ред.)"}

// EditionRemarks begin a page's remark on what edition of the act it shows: "Осы редакция
// 2017 жылғы 28 сәуірде енгізілген өзгерістеріне дейін қолданылды".
var EditionRemarks = []Phrase{"осы редакция", "данная редакция", "редакция с изменениями"}

// FormerEdition begins a line of that list in Russian: "редакция, действовавшая до внесения
// изменений от 30.03.2012"; Kazakh lines begin with a date.
var FormerEdition = []Phrase{"редакция"}
