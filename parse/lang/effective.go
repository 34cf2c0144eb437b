package lang

import "reglament/model"

// EntryVerb is a wording for entering into force. Setting in operation ("қолданысқа
// енгізіледі", "вводится в действие") counts before coming into force ("күшіне енеді",
// "вступает в силу") where one sentence has both.
type EntryVerb struct {
	Phrase    Phrase
	Operation bool
	Begins    bool // its clause, as Russian ones do; Kazakh ones end it
}

// EntryVerbs of both languages.
var EntryVerbs = []EntryVerb{
	{"қолданысқа енгіз*", true, false},
	{"қолданысқа енеді", true, false},
	{"іске енгіз*", true, false},
	{"күшіне ен*", false, false},
	{"күшіне кіре*", false, false},
	{"заңды күшіне ен*", false, false},
	{"вводится в действие", true, true},
	{"вводятся в действие", true, true},
	{"вводиться в действие", true, true},
	{"введен* в действие", true, true},
	{"ввести в действие", true, true},
	{"вводится в силу", true, true},
	{"введению в действие", true, true},
	{"вступает в силу", false, true},
	{"вступают в силу", false, true},
	{"вступит в силу", false, true},
	{"вступает в действие", false, true},
}

// ShortEntryVerbs are EntryVerbs of Russian that leave out "в действие". They are said of
// other things too, "запрет вводится со дня подписания …": behind a noun that is no act
// they tell nothing of it.
var ShortEntryVerbs = []Phrase{"вводится по истечении", "вводится со дня"}

// EntryParts are parts of words of both, without first letters, which may be
// capitals: a text without any of them tells of no entry into force.
var EntryParts = []string{"олданысқа", "ействие", "үшіне", "үшiне", "силу", "ске енг", "водится по", "водится со"}

// EntryFrom stands before a day on which something starts, EntrySince behind one: "с
// 01.01.2026", "2016 жылғы 1 қаңтардан бастап".
var (
	EntryFrom  = []Phrase{"с"}
	EntrySince = []Phrase{"бастап"}
)

// NotBefore stand beside a day before which an act does not take effect: "но не ранее 1 июля",
// "1 шілдеден ерте емес".
var NotBefore = []Phrase{"не ранее", "не раньше", "ерте емес", "бұрын емес"}

// DayEnds stand behind a day in figures that something starts, or ends, on: "01.01.2020 дейін
// тоқтатыла тұрады".
var DayEnds = append([]Phrase{"дейін", "қарай", "кейін"}, EntrySince...)

// EntryEvent is an event that an entry clause counts from.
type EntryEvent struct {
	Phrase Phrase
	From   model.EffectiveFrom
}

// EntryEvents: longer wordings first.
var EntryEvents = []EntryEvent{
	// "алғашқы ресми жарияланған күнінен кейін", "алғаш рет ресми жарияланғаннан кейін"
	{"алғашқы ресми жариялан*", model.FromFirstPublication},
	{"алғаш ресми жариялан*", model.FromFirstPublication},
	{"алғаш рет ресми жариялан*", model.FromFirstPublication},
	{"алғашқы рет ресми жариялан*", model.FromFirstPublication},
	{"бірінші ресми жариялан*", model.FromFirstPublication},
	{"бірінші рет ресми жариялан*", model.FromFirstPublication},
	{"ресми алғашқы жариялан*", model.FromFirstPublication},
	{"ресми алғаш жариялан*", model.FromFirstPublication},
	{"ресми түрде алғаш жариялан*", model.FromFirstPublication},
	{"ресми бірінші жариялан*", model.FromFirstPublication},
	{"алғашқы рет жариялан*", model.FromFirstPublication},
	{"алғаш рет жариялан*", model.FromFirstPublication},
	{"алғашқы жариялан*", model.FromFirstPublication},
	{"алғаш жариялан*", model.FromFirstPublication},
	{"ресми түрде жариялан*", model.FromPublication},
	{"ресми жариялан*", model.FromPublication},
	{"алғашқы ресми жариялаған*", model.FromFirstPublication}, // "жариялағаннан кейін", a slip
	{"алғаш ресми жариялаған*", model.FromFirstPublication},
	{"алғаш рет ресми жариялаған*", model.FromFirstPublication},
	{"ресми жариялаған*", model.FromPublication},
	{"жариялан*", model.FromPublication},
	{"жарық көр*", model.FromPublication},
	{"мемлекеттік тіркел*", model.FromRegistration},
	{"тіркелген*", model.FromRegistration},
	{"тіркеуден өт*", model.FromRegistration},
	{"мемлекеттік тіркеу*", model.FromRegistration},
	{"қол қой*", model.FromSigning},
	{"қабылданған*", model.FromSigning},
	// "со дня первого официального опубликования"
	{"первого официального опубликован*", model.FromFirstPublication},
	{"официального первого опубликован*", model.FromFirstPublication},
	{"первого его официального опубликован*", model.FromFirstPublication},
	{"первого официального его опубликован*", model.FromFirstPublication},
	{"первого опубликован*", model.FromFirstPublication},
	{"официального опубликован*", model.FromPublication},
	{"официальной публикаци*", model.FromPublication},
	{"первой официальной публикаци*", model.FromFirstPublication},
	{"опубликован*", model.FromPublication},
	{"государственной регистрации", model.FromRegistration},
	{"регистрации", model.FromRegistration},
	{"подписани*", model.FromSigning},
	{"принятия", model.FromSigning},
}

// DayWords name days in an entry clause: a number stands before them.
var DayWords = []Phrase{"күн", "күннен", "күннің", "күні", "дней", "дня", "день"}

// DayLeads stand before the number of days and belong to it.
var DayLeads = []Phrase{"истечении", "через", "күнтізбелік"}

// DayAfter tell "after the day" from "on the day": "жарияланған күнінен кейін", "после дня
// первого официального опубликования".
var DayAfter = []Phrase{"кейін", "соң", "после", "истечении"}

// DayKindWords qualify the days.
var DayKindWords = []struct {
	Phrase Phrase
	Kind   model.DayKind
}{
	{"күнтізбелік", model.CalendarDays},
	{"календарн*", model.CalendarDays},
	{"жұмыс", model.WorkingDays},
	{"рабоч*", model.WorkingDays},
}

// entryDays are the numbers of days that entry clauses write in words.
var entryDays = map[string]int{
	"бес": 5, "жеті": 7, "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "алпыс": 60, "тоқсан": 90,
	"пяти": 5, "семи": 7, "десяти": 10, "двадцати": 20, "тридцати": 30, "шестидесяти": 60, "девяноста": 90,
	"пятнадцати": 15, "он-бес": 15, "десять": 10, "бір": 1, "одного": 1, "трех": 3, "үш": 3, "жиырма-бір": 21,
}

// EntryDays reads a folded number word of an entry clause.
func EntryDays(word string) (int, bool) {
	n, ok := entryDays[word]
	return n, ok
}

// OwnActs are the words by which an act speaks of itself: "осы қаулы", "настоящее
// постановление", "Данное совместное постановление".
var OwnActs = []Phrase{"осы", "настоящ*", "данное", "данного"}

// ControlWords order who watches that an act is carried out, which only its own points do.
var ControlWords = []Phrase{"контроль за", "бақылау*"}
