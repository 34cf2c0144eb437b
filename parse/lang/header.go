package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
)

// StatusWord is a badge of the portal that stands beside the requisites, sometimes
// glued to the word after it: "ЖаңаАқмола облысы әкімдігінің".
type StatusWord struct {
	Text   string // as printed
	Status model.Status
}

// StatusWords: the longer of two that begin alike first.
var StatusWords = []StatusWord{
	{"Күшін жойған", model.Repealed},
	{"Кушін жойған", model.Repealed}, // a slip
	{"Күші жойылған", model.Repealed},
	{"Жаңартылған", model.InForce},
	{"Жаңа", model.InForce},
	{"Қолданыстағы", model.InForce},
	{"Қолданыста", model.InForce},
	{"Күшінде", model.InForce},
	{"Мерзімі біткен", model.Lapsed},
	{"Мерзімі өткен", model.Lapsed},
	{"Утративший силу", model.Repealed},
	{"Утратил силу", model.Repealed},
	{"Обновленный", model.InForce},
	{"Обновлённый", model.InForce},
	{"Обновлен", model.InForce},
	{"Новый", model.InForce},
	{"Действующий", model.InForce},
	{"Исправление ошибки", model.InForce},
	{"Прекращено действие в связи с истечением срока", model.Lapsed},
	{"Прекращено действие", model.Lapsed},
	{"Updated", model.InForce},
	{"New", model.InForce},
}

// Registered are the words of a registration: "тіркелді", "Зарегистрировано", "тізіліміне
// № 711 болып енгізілді".
var Registered = []Phrase{"тіркел*", "тіркеуден өт*", "зарегистрирован*", "тізіліміне"}

// StatusLabels stand above the badge of the status on a page.
var StatusLabels = []Phrase{"мәртебесі", "статус"}

// IDLabels stand above the portal's id on the card of an act.
var IDLabels = []Phrase{"бірегей нөмір*", "номер группы регистрации"}

// PageWords begin lines of a page around the act: navigation, the error hint.
var PageWords = []Phrase{
	"егер сіз беттен қате", "если вы обнаружили", "оглавление", "мазмұны", "оглавление *", "мәтін", "текст",
	"ресми жарияланым", "официальная публикация", "ақпарат", "информация", "өзгерістер тарихы", "история изменений",
	"сілтемелер", "ссылки", "жүктеу", "скачать", "салыстыру", "сравнение", "басып шығару", "печать",
	"мәртебесі", "статус", "акт туралы ақпарат", "сведения об акте", // labels of copies of the portal
	"бағалау", "жариялануы", "опубликовано", "бұрынғы редакциялар", "главная", "басты бет", "unofficial translation",
	"пікірлер", "комментарии", "бөлісу", "поделиться", "версия для печати", "басып шығару нұсқасы", "прочие", "қазақша", "русский", "english", "қаз", "рус", "eng",
}

// TitleBegins and TitleEnds tell the title of an act: "Об утверждении …", "… бекіту
// туралы".
var (
	TitleBegins = []Phrase{"о", "об", "обо"}
	TitleEnds   = []Phrase{"туралы", "жөнінде", "жайлы", "жайында"}
)

// FootnoteMarks of old acts stand behind a title whose note follows: "… туралы <*>".
var FootnoteMarks = []string{"<*>"}

// Acting begins an office that somebody holds for a time: "и.о. Министра".
var Acting = []Phrase{"и . о"}

// ActingEnds end an office that somebody holds for a time, as no sentence ends.
var ActingEnds = []string{"м.а."}

// LongInitials are initials of more than one letter: "Дж. Үлгіев".
var LongInitials = []Phrase{"дж"}

// Agreed begin what is below the signatures: others agree to the act, and do not sign it.
var Agreed = []Phrase{"келісілді", "келісілген", "согласовано", "согласован", "согласована"}

// Positions are the offices that sign acts, by their head noun.
var Positions = []Phrase{
	"әкімі*", "әкім", "әкімінің", "хатшысы*", "хатшы", "төрағасы*", "төраға", "төрайымы*", "министрі*", "министр", "премьер-министрі", "президенті",
	"басшысы*", "басшының", "бастығы*", "м.а", "директоры*", "төрағалық",
	"аким", "акима", "секретарь", "секретаря", "председатель", "председательствующ*", "министра", "премьер-министр", "президент", "руководитель", "и.о", "директор",
}

// OpeningStatus returns how many bytes the portal's status of an act has with which a line begins
// that is nothing else, or whose requisites are glued to it; 0 where none begins it so.
func OpeningStatus(line string) int {
	for _, w := range StatusWords {
		rest, ok := strings.CutPrefix(line, w.Text)
		next, _ := utf8.DecodeRuneInString(rest)
		if ok && (rest == "" || unicode.IsUpper(next)) {
			return len(w.Text)
		}
	}
	return 0
}
