package lang

import "reglament/model"

// OrderWording is a wording by which an operative point orders that a part of another act
// be changed; a note reports the same with a NoteWording.
type OrderWording struct {
	Phrase Phrase
	Action model.NoteAction
}

// OrderWordings, besides RepealOrders: the first whose words a paragraph has outside its
// quotations counts. Their order is free, as PDFs displace words of links.
var OrderWordings = []OrderWording{
	{"сөз* ауыстырыл*", model.NoteAmended},       // "А" деген сөздер "Б" деген сөздермен ауыстырылсын
	{"слов* заменить", model.NoteAmended},        // слова "А" заменить словами "Б"
	{"редакция* жаз*", model.NoteNewEdition},     // жаңа (мынадай) редакцияда жазылсын
	{"редакция* баяндал*", model.NoteNewEdition}, // жаңа редакцияда баяндалсын
	{"изложить редакции", model.NoteNewEdition},  // изложить в новой (следующей) редакции
	{"толықтырылсын", model.NoteSupplemented},    // мынадай мазмұндағы 5-1-тармақпен толықтырылсын
	{"дополнить", model.NoteSupplemented},        // дополнить пунктом 5-1
	{"алып тасталсын", model.NoteExcluded},       // 5-тармақ алып тасталсын
	{"алынып тасталсын", model.NoteExcluded},     //
	{"исключить", model.NoteExcluded},            // пункт 5 исключить
	{"изложив редакции", model.NoteNewEdition},   // внести изменение …, изложив приложение 2 в редакции …
	{"ауыстырылсын", model.NoteAmended},          // "15" деген цифрлар "20" деген цифрлармен ауыстырылсын
	{"заменить", model.NoteAmended},              // цифры "15" заменить цифрами "20"
}

// What the orders are about.
var (
	// QuotedBefore stand before a quotation that is about words, QuotedAfter after one:
	// "слова "А" заменить словами "Б"", ""А" деген сөздер "Б" деген сөздермен ауыстырылсын".
	QuotedBefore = []Phrase{"слов*"}
	QuotedAfter  = []Phrase{"деген сөз*"}

	// RegulationWords name a regulation, beside whose service they stand with ServiceWords:
	// ""Оралман мәртебесін беру" мемлекеттік көрсетілетін қызмет регламенті", "регламент
	// оказания государственной услуги "Присвоение статуса оралмана"".
	RegulationWords = []Phrase{"регламент*"}
	ServiceWords    = []Phrase{"мемлекеттік", "электрондық", "көрсетілетін", "көрсету*", "қызмет*", "государственн*", "электронн*", "оказани*", "услуг*"}

	// ManyTargets name several points or subpoints: "2), 3) тармақшалары", "пункты 2 и 3".
	ManyTargets = []Phrase{"тармақтар*", "тармақшалар*", "пункты", "пунктах", "подпункты", "подпунктах"}

	// PartWords name a part of a point: "2-тармақтың бірінші бөлігі", "абзац второй пункта 2".
	PartWords = []Phrase{"бөлік*", "бөліг*", "абзац*", "часть", "азат жол*", "сөйлем*", "предложени*"}
)
