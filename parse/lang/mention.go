package lang

import "strings"

// NumberWord stands for № before a number in figures: "за номером 5134".
const NumberWord = "номер"

// Numero reports whether a word stands for №, whatever the case of its letters.
func Numero(word string) bool {
	switch word {
	case "№", "N", "n", "No", "no", "N\u043e", "n\u043e": // a Cyrillic о
		return true
	}
	return false
}

// Words around mentions of acts.
var (
	// NumberWords are NumberWord in any case, NumberNouns follow a number: "6-1-124
	// нөмірімен", "N 3-1-86 санымен".
	NumberWords = []Phrase{NumberWord + "*"}
	NumberNouns = []Phrase{"нөмір*", "санымен"}

	// DatePrepositions stand before the date of an act, NumberPrepositions before a number
	// that does not follow its date: "от 3 мая 2015 года за № 12".
	DatePrepositions   = []Phrase{"от"}
	NumberPrepositions = []Phrase{"за", "под"}

	// Joins join two bodies of one act, or the two acts of a joint one.
	Joins = phrasesOf(russian.And, kazakh.And, kazakh.With)

	// SeveralLaws is the word for laws in the plural, which the titles of several share:
	// `"…", "…" Қазақстан Республикасының Заңдарына`, `Законами … "…" и "…"`.
	SeveralLaws = []Phrase{"заңдар*", "законы", "законов", "законам", "законами", "законах"}

	// JointWords say that an act is of two bodies: "бірлескен қаулысы", "Совместное решение".
	JointWords = []Phrase{"бірлескен*", "бірлесіп*", "совместн*"}

	// Papers have dates and numbers and are no acts: "заключения комиссии от 8 ноября № 3-10",
	// "2015 жылғы 13 ақпандағы № 60 ұсынысы негізінде".
	Papers = []Phrase{
		"заключени*", "протокол*", "представлени*", "предложени*", "предписани*", "ходатайств*", "обращени*",
		"қорытынды*", "хаттама*", "ұсыныс*", "ұсынуы*", "ұсынымы*", "нұсқама*",
	}

	// AccordingTo follows an act that is only a ground: "… бұйрығына сәйкес".
	AccordingTo = []Phrase{Phrase(kazakh.AccordingTo)}

	// SeriesLetters stand apart after a number: "N 1-13 с", of a northern maslikhat. Before
	// anything but the word for the act, a bracket or the end they are the preposition.
	SeriesLetters = []Phrase{"с"}

	// MentionLeads stand in a title before an act that it speaks of, not before the
	// requisites: "О внесении изменений в Приказ …", "в совместный Приказ …".
	MentionLeads = []Phrase{"в", "во", "и", "к", "на", "совместн*", "некотор*", "следующ*"}

	// SessionWords follow the number of a session, which is no act's: "20 сессиясының № 221".
	SessionWords = []Phrase{"сессия*"}

	// SessionTens are of the ordinals in words before them, which end in SessionOrdinals:
	// "кезекті жиырма үшінші сессиясының".
	SessionTens = []Phrase{"он", "жиырма", "отыз", "қырық", "елу"}

	// Letters are acts in brackets that a note itself reports: "(… № 12 хаты)".
	Letters = []Phrase{"хат*", "письм*"}

	// RegistrationWords tell a state registration's date and number from an act's own:
	// "тізілімінде № 6042 болып тіркелген", "зарегистрировано в Реестре … за № 9700".
	RegistrationWords = []Phrase{"тіркел*", "тіркеу*", "тізілім*", "реестр*", "зарегистрир*", "регистрац*"}

	// RegisteredAs follow a registration's number at once, RegistrationNouns stand before
	// it: "№ 1647 тіркелді", "мемлекеттік тіркеу № 3059".
	RegisteredAs      = []Phrase{"тіркелді", "тіркелген", "болып", "тіркеуден"}
	RegistrationNouns = []Phrase{"тіркеу", "тіркелу"}

	// RegistrationEnds end the sentence of a Kazakh registration, RegistrationIn stands
	// before its number, BodyPrepositions before the body that registers in Russian.
	RegistrationEnds = []Phrase{"тіркелді"}
	RegistrationIn   = []Phrase{"тізіліміне"}
	BodyPrepositions = []Phrase{"в"}

	// PublicationVerbs say that an act was published, PublicationWords tell a publication's
	// date: "опубликовано 26 сентября 2015 года в газете …", "… жарияланған".
	PublicationVerbs = []Phrase{"жариялан*", "опубликован*"}
	PublicationWords = []Phrase{"жариялан*", "газет*", "санында", "санынан", "опубликован*", "журнал*", "басылым*"}

	// IssuerStops are words that no name of a Kazakh issuer has.
	IssuerStops = []Phrase{
		"сәйкес", "осы", "бекітілген", "туралы", "көрсетілген", "негізінде", "үшін", "бойынша", "сондай-ақ", "мен", "бен", "пен",
		"күші", "жойылды", "қосымша*", "тармағ*", "тармақ*", "бабы*", "деп", "мынадай", "келесі", "мына", "аталған", "байланысты", "енгізілді",
		"редакцияда", "басшылыққа", "тармақша*", "да", "де",
	}

	// ListStops are of IssuerStops those that may stand before the word for the kind:
	// "… № 5 қаулысы мен № 6 шешімі".
	ListStops = []Phrase{"мен", "туралы"}

	// WeakIssuers give way to an issuer named after them: "заместителя Премьер-Министра –
	// Министра финансов".
	WeakIssuers = []Phrase{"премьер*"}

	// Deputies stand before the dash in the name of a Kazakh issuer: "Премьер-Министрінің
	// орынбасары - Қаржы министрінің".
	Deputies = []Phrase{"орынбасар*"}

	// IssuerEnds end the name of a Kazakh issuer that does not stand in the genitive:
	// "министрінің м.а.", "облысы әкімдігі".
	IssuerEnds = []Phrase{"м", "а", "м.а", "республикасы", "әкімдігі*", "мәслихаты*", "министрі*"}

	// UnitWords are the ordinary words of names of local bodies: "… ауданы Ленин ауылдық
	// округі әкімінің", "… атындағы ауданы мәслихатының кезектен тыс сессиясының".
	UnitWords = []Phrase{
		"облыс*", "аудан*", "қала*", "ауыл*", "село*", "кент*", "округ*", "атындағы", "әкім*", "мәслихат*", "сессия*", "шақыр*", "кезек*", "тыс", "маңызы", "бар", "м", "а", "м.а",
		"аппарат*", "басшысының",
	}

	// Republic is the name of the country in names of its bodies.
	Republic = []Phrase{"қазақстан республикасы*", "республики казахстан", "қр", "рк"}

	// OblastWords and CityWords stand beside the name of a region, CityWords and
	// DistrictWords beside that of a city or a district in one.
	OblastWords = []Phrase{"облыс*", "област*", "обл"}
	CityWords   = []Phrase{"қала*", "қ", "город*", "столиц*", "г"}

	// NamedAfter stands before the person a district is named after, as the given name may,
	// in the case that GivenNames end in: "района имени Турара Рыскулова".
	NamedAfter = []Phrase{"имени", "им"}

	// DistrictWords follow a district's name of two words: "Бұқар жырау аудандық".
	DistrictWords = []Phrase{"аудан*", "район*"}

	// ApprovalWords and AnnexWords make stamps: "… қаулысымен бекітілді", "Приложение 1 к
	// постановлению …".
	ApprovalWords = []Phrase{"бекітіл*", "утвержден*"}
	AnnexWords    = phrasesOf(kazakh.AnnexStems, russian.AnnexStems)

	// ManyAnnexes are of AnnexWords those that name several: "согласно приложениям 1 и 2".
	ManyAnnexes = []Phrase{"қосымшалар*", "приложениям", "приложениях"}

	// Attached say of a list that it is behind the act, though it is called no annex: "Утвердить
	// прилагаемый перечень некоторых приказов, в которые вносятся изменения".
	Attached = []Phrase{"прилагаемый перечень", "прилагаемому перечню", "прилагаемым перечнем", "қоса беріліп отырған", "қоса берілген", "қоса беріліп"}

	// ApprovedOf follow the act that approved what is meant, StampOrders are no stamp but an
	// order: "… қаулысымен бекітілген", "бекітілсін".
	ApprovedOf  = []Phrase{"бекітіл*"}
	StampOrders = append([]Phrase{"бекітілсін", "утвердить"}, russianOrders...)

	// ApprovalOrders are of a point that approves, ApprovalLeads begin one, which may be cut off
	// before its verb: "Қоса беріліп отырған: 1) …; 2) … бекітілсін". Other points mention what the act
	// approves: "обеспечить размещение прилагаемого регламента".
	ApprovalOrders = []Phrase{"бекітілсін", "қоса беріліп отырған :", "қоса беріліп :", "қоса берілген :", "утвердить", "прилагаем* :"}
	ApprovalLeads  = []Phrase{"қоса берілі*", "қоса берілген", "прилагаем*"}

	// StampParts are parts of words of ApprovalWords and AnnexWords, without first letters,
	// which may be capitals: a text without any of them is no stamp.
	StampParts = []string{"екітіл", "екiтiл", "ЕКІТІЛ", "осымша", "ОСЫМША", "твержд", "ТВЕРЖД", "риложени", "РИЛОЖЕНИ"}

	// LawParts are parts of the words for laws and codes, which are mentioned without a
	// number: laws begin with a capital, or constitutional ones with "конституциялық заңы".
	LawParts = []string{"одекс", "Заң", "Закон", "онституциялық", "онституционн"}

	// AnnexWhole is the Kazakh word of an annex mark in the forms that end one.
	AnnexWhole = []Phrase{"қосымша", "қосымшасы"}

	// OwnAnnexes name what has annexes of its own, which are no annexes of an act.
	OwnAnnexes = []Phrase{"регламент*", "стандарт*", "қағида*", "правил*"}

	// ChangesFirst begin and ChangesLast end what a page says of a text that has changes: "(с
	// изменениями и дополнениями)", "(өзгерістер мен толықтырулармен)". "(с изменением фамилии)" is no
	// such remark.
	ChangesFirst = []Phrase{
		"с изменениями", "с дополнениями", "с внесенными изменениями", "с внесенными дополнениями", "с внесенными в не* изменениями",
		"с последующими изменениями", "с последними изменениями", "со всеми изменениями", "со всеми * изменениями", "в редакции с изменениями",
		"с изменением )", "с изменением ,", "с изменением и", "с дополнением )", "с дополнением ,", "с дополнением и",
	}
	ChangesLast = []Phrase{"өзгерістермен", "өзгерістерімен", "өзгеріспен", "толықтырулармен", "толықтыруларымен"}

	// ChangeWords with a ChangeVerb order that an act be amended: "… қаулысына өзгерістер
	// енгізілсін", "Внести в постановление … следующие изменения".
	ChangeWords = []Phrase{"өзгеріс*", "толықтыру*", "өзгерту*", "изменени*", "дополнени*"}
	ChangeVerbs = []Phrase{"енгіз*", "внести", "внесении", "внесение", "внесены", "которые вносятся", "вносятся", "вносимые"}

	// RepealedLists are of the titles of lists of acts: "Перечень утративших силу некоторых
	// постановлений", "Күші жойылған кейбір қаулылардың тізбесі".
	RepealedLists = []Phrase{"утративших силу", "утрачивающих силу", "утратившими силу", "күші жойыл*", "күшін жойған"}
	// RepealedParts are in every text that one of RepealedLists is in.
	RepealedParts = []string{"тративш", "трачивающ", "жойыл", "жойған", "ТРАТИВШ", "ТРАЧИВАЮЩ", "ЖОЙЫЛ", "ЖОЙҒАН"}
	// RepealOrders order that acts be repealed.
	RepealOrders = []Phrase{
		"күші жой*", "күшін жой*", "күшін жою*", "күштері жой*", "күштерін жою*", "жойылды деп тан*", "жоққа шығар*",
		"признать утратив*", "признании утратив*", "признать * утратив*", "считать утратив*", "отменить", "отмене",
	}

	// SuspendOrders order that the effect of acts be suspended, until a day or until something
	// happens: "Приостановить до 1 марта 2016 года действие …", "… қолданылуы тоқтатыла тұрсын".
	SuspendOrders = []Phrase{"приостановить", "приостановлении", "тоқтатыла тұрсын", "тоқтата тұр*", "қолданылуы тоқтатылсын", "қолданысы тоқтатылсын"}

	// DirectOrders are the verbs of OrderWordings: they tell how an act, or a part of it, is
	// changed.
	DirectOrders  = append([]Phrase{"жазылсын", "баяндалсын", "ауыстырылсын", "алып тасталсын", "алынып тасталсын", "толықтырылсын"}, russianOrders...)
	russianOrders = []Phrase{"изложить", "заменить", "дополнить", "исключить"}

	// ExceptFor parts what does not end from the act that does: "…, за исключением пункта 2",
	// "2-тармақты қоспағанда".
	ExceptFor = []Phrase{"за исключением", "кроме", "қоспағанда"}

	// OrderParts are parts of words of RepealOrders and ChangeWords, without first letters,
	// which may be capitals: a text without any of them orders nothing done to an act.
	OrderParts = []string{
		"үші жо", "үшін жо", "ойылды деп", "үштері жо", "үштерін жо", "оққа шығар", "тратив", "тменить", "тмене", "згеріс", "олықтыру",
		"зменени", "ополнени",
	}

	// LongChangeVerbs may have a title between them and their ChangeWord: "Внести в решение
	// "…" следующие изменения".
	LongChangeVerbs = []Phrase{"вне*", "которые вносятся"}

	// NoteNever follows a wording of a note in operative points, which order what notes
	// report: "күші жойылды деп танылсын".
	NoteNever = []Phrase{"деп", "жойылсын", "танылсын", "тану", "танылды"}

	// NoteFillers stand between a target and what happened to it: "в связи", "қолданылу
	// мерзімінің", "Регламент государственной услуги изложен в редакции …".
	NoteFillers = []Phrase{"в", "связи", "государственной", "электронной", "услуги", "қолданылу", "мерзімінің"}

	// WholeTexts say that a note is about all of a text: "По всему тексту слова … заменены".
	WholeTexts = []Phrase{"всему тексту", "бүкіл мәтін*", "барлық мәтін*"}

	// NamedBodies stand before the name of a body, which is no title of an act: "Приказ
	// руководителя государственного учреждения "Управление образования" от …".
	NamedBodies = []Phrase{"учреждени*", "предприяти*", "обществ*", "товариществ*", "организаци*"}

	// NoteTexts begin the words that a note quotes or speaks of, which are no target.
	NoteTexts = []Phrase{"тексту", "мәтін", "мәтіні"}

	// ItemLeads stand between the number of an item and the act in it: "2) в решение …".
	ItemLeads = []Phrase{"-", "–", "в", "и"}
)

// Endings of words around mentions of acts.
var (
	// Genitives end the name of a Kazakh issuer before a date.
	Genitives = []string{"ның", "нің", "дың", "дің", "тың", "тің"}

	// Instrumentals end the word for an act by which something was done, in both languages.
	Instrumentals = []string{"ом", "ем", "ами", "ями", "мен", "бен", "пен", "м"}

	// KazakhInstrumentals end it in Kazakh: "… қаулысымен".
	KazakhInstrumentals = []string{"мен"}

	// Datives end the word for a Kazakh act that is amended: "… қаулысына өзгеріс енгізілсін".
	Datives = []string{"на", "не", "ға", "ге"}

	// SessionOrdinals end the number of a session in words: "үшінші сессиясының".
	SessionOrdinals = []string{"нші", "ншы"}

	// GivenNames end the given name of whom a place is named after.
	GivenNames = []string{"а", "я"}

	// PlaceAdjectives end the name of a district that stands before the word for it.
	PlaceAdjectives = []string{"ского", "ском", "ский"}

	// IssuerAdjectives end the words before a Russian issuer: "Костанайский районный",
	// "Аксайский городской".
	IssuerAdjectives = []string{"ский", "ской", "ный", "ной"}
)

// IssuerNominativeKazakh cuts the genitive of a possessed noun off a Kazakh issuer's name:
// "Жамбыл облысы әкімдігінің" → "… әкімдігі".
func IssuerNominativeKazakh(name string) string {
	for _, genitive := range [...]string{"ның", "нің", "нiң"} {
		if cut, ok := strings.CutSuffix(name, genitive); ok && EndsIn(cut, []string{"ы", "і", "i"}) {
			return cut
		}
	}
	return name
}

// EndsIn reports whether a word has one of the endings.
func EndsIn(word string, endings []string) bool {
	for _, e := range endings {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}
