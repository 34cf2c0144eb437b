package lang

// Words around mentions of acts.
var (
	// RegistrationWords tell a state registration's date and number from an act's own:
	// "тізілімінде № 6042 болып тіркелген", "зарегистрировано в Реестре … за № 9700".
	RegistrationWords = []Phrase{"тіркел*", "тіркеу*", "тізілім*", "реестр*", "зарегистрир*", "регистрац*"}

	// PublicationWords tell a publication's date: "опубликовано 26 сентября 2015 года в
	// газете …", "… жарияланған".
	PublicationWords = []Phrase{"жариялан*", "газет*", "санында", "санынан", "опубликован*", "журнал*", "басылым*"}

	// IssuerStops are words that no name of a Kazakh issuer has.
	IssuerStops = []Phrase{
		"сәйкес", "осы", "бекітілген", "туралы", "көрсетілген", "негізінде", "үшін", "бойынша", "сондай-ақ", "мен", "бен", "пен",
		"күші", "жойылды", "қосымша*", "тармағ*", "тармақ*", "бабы*", "деп", "мынадай", "келесі", "мына", "аталған", "байланысты", "енгізілді",
		"редакцияда", "басшылыққа", "тармақша*", "да", "де",
	}

	// UnitWords are the ordinary words of names of local bodies: "… ауданы Ленин ауылдық
	// округі әкімінің", "… атындағы ауданы мәслихатының кезектен тыс сессиясының".
	UnitWords = []Phrase{
		"облыс*", "аудан*", "қала*", "ауыл*", "село*", "кент*", "округ*", "атындағы", "әкім*", "мәслихат*", "сессия*", "шақыр*", "кезек*", "тыс", "маңызы", "бар", "м", "а", "м.а",
		"аппарат*", "басшысының",
	}

	// Republic is the name of the country in names of its bodies.
	Republic = []Phrase{"қазақстан республикасы*", "республики казахстан", "қр", "рк"}

	// ApprovalWords and AnnexWords make stamps: "… қаулысымен бекітілді", "Приложение 1 к
	// постановлению …".
	ApprovalWords = []Phrase{"бекітіл*", "бекітілд*", "утвержден*"}
	AnnexWords    = []Phrase{"қосымша*", "приложени*"}

	// ChangeWords with a ChangeVerb order that an act be amended: "… қаулысына өзгерістер
	// енгізілсін", "Внести в постановление … следующие изменения".
	ChangeWords = []Phrase{"өзгеріс*", "толықтыру*", "өзгерту*", "изменени*", "дополнени*"}
	ChangeVerbs = []Phrase{"енгіз*", "внести", "внесении", "внесение", "внесены"}

	// RepealOrders order that acts be repealed.
	RepealOrders = []Phrase{
		"күші жой*", "күшін жой*", "күштері жой*", "жоққа шығар*",
		"признать утратив*", "признании утратив*", "признать * утратив*", "считать утратив*", "отменить", "отмене",
	}

	// NoteNever follows a wording of a note in operative points, which order what notes
	// report: "күші жойылды деп танылсын".
	NoteNever = []Phrase{"деп", "жойылсын", "танылсын", "тану", "танылды"}
)
