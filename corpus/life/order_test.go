package life

import (
	"fmt"
	"strings"
	"testing"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse"
)

// amendingAct is an act of two languages with an order in its first point.
func amendingAct(t *testing.T, l model.Language, order string) *document {
	t.Helper()
	text := `Қостанай облысы әкімдігінің кейбір қаулысына өзгерістер енгізу туралы

Қостанай облысы әкімдігінің 2017 жылғы 18 мамырдағы № 214 қаулысы. Қостанай облысының Әділет департаментінде 2017 жылғы 19 маусымда № 7114 болып тіркелді

"Құқықтық актілер туралы" Қазақстан Республикасының 2016 жылғы 6 сәуірдегі Заңына сәйкес Қостанай облысының әкімдігі ҚАУЛЫ ЕТЕДІ:

1. Қостанай облысы әкімдігінің 2016 жылғы 10 наурыздағы № 91 "Регламенттерді бекіту туралы" қаулысына мынадай өзгерістер енгізілсін:

ORDER

2. Осы қаулы алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.

Облыс әкімі Н. Сағатов

Қостанай облысы әкімдігінің 2017 жылғы 18 мамырдағы № 214 қаулысына қосымша

"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті

1. Жалпы ережелер

1. "Анықтама беру" мемлекеттік көрсетілетін қызметін аудандардың бөлімдері көрсетеді.
`
	if l == model.Russian {
		text = `О внесении изменений в постановление акимата Костанайской области

Постановление акимата Костанайской области от 18 мая 2017 года № 214. Зарегистрировано Департаментом юстиции Костанайской области 19 июня 2017 года № 7114

В соответствии с Законом Республики Казахстан от 6 апреля 2016 года "О правовых актах" акимат Костанайской области ПОСТАНОВЛЯЕТ:

1. Внести в постановление акимата Костанайской области от 10 марта 2016 года № 91 "Об утверждении регламентов" следующие изменения:

ORDER

2. Настоящее постановление вводится в действие со дня первого официального опубликования.

Аким области Н. Сагатов

Приложение к постановлению акимата Костанайской области от 18 мая 2017 года № 214

Регламент государственной услуги "Выдача справок"

1. Общие положения

1. Государственная услуга "Выдача справок" оказывается отделами районов.
`
	}
	text = strings.Replace(text, "ORDER", order, 1)
	r, err := parse.Bytes("act.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return &document{r.Document, r.Text}
}

func TestOrdersSay(t *testing.T) {
	const kk, ru = model.Kazakh, model.Russian
	for _, c := range []struct {
		name     string
		language model.Language
		order    string
		want     order // Annex and Text are compared by being there
		annex    bool
		text     int
		doubt    bool
	}{
		{"a whole regulation", kk, `көрсетілген қаулымен бекітілген "Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті осы қаулының қосымшасына сәйкес жаңа редакцияда жазылсын;`,
			order{Action: model.NoteNewEdition, Service: "Анықтама беру"}, true, 0, false},
		{"words that a PDF displaced", kk, `көрсетілген қаулымен бекітілген "Анықтама беру" мемлекеттік көрсетілетін қызмет осы қаулының сәйкес жаңа редакцияда регламенті қосымшасына жазылсын.`,
			order{Action: model.NoteNewEdition, Service: "Анықтама беру"}, true, 0, false},
		{"a regulation without an annex", kk, `көрсетілген қаулымен бекітілген "Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті жаңа редакцияда жазылсын.`,
			order{Action: model.NoteNewEdition, Service: "Анықтама беру"}, false, 0, true},
		{"a point", kk, "\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламентінің 2-тармағы мынадай редакцияда жазылсын:\n\n\"2. Мемлекеттік көрсетілетін қызмет нысаны: қағаз түрінде.\".",
			order{Action: model.NoteNewEdition, Service: "Анықтама беру", Point: "2"}, false, 1, false},
		{"words", kk, `"Анықтама беру" мемлекеттік көрсетілетін қызмет регламентінің 3-тармағындағы "бес күн" деген сөздер "үш күн" деген сөздермен ауыстырылсын.`,
			order{Action: model.NoteAmended, Service: "Анықтама беру", Point: "3", Old: "бес күн", New: "үш күн"}, false, 0, false},
		{"a new point", kk, "\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламенті мынадай мазмұндағы 5-1-тармақпен толықтырылсын:\n\n\"5-1. Жаңа тармақ.\".",
			order{Action: model.NoteSupplemented, Service: "Анықтама беру"}, false, 1, true},
		{"a part of a point", kk, "\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламентінің 2-тармағының бірінші бөлігі мынадай редакцияда жазылсын:\n\n\"Нысаны: қағаз түрінде.\".",
			order{Action: model.NoteNewEdition, Service: "Анықтама беру", Point: "2"}, false, 1, true},
		{"a whole regulation, in Russian", ru, `1) регламент государственной услуги "Выдача справок", утвержденный указанным постановлением, изложить в новой редакции согласно приложению к настоящему постановлению.`,
			order{Action: model.NoteNewEdition, Service: "Выдача справок"}, true, 0, false},
		{"a point, in Russian", ru, "в регламенте государственной услуги \"Выдача справок\" пункт 2 изложить в следующей редакции:\n\n\"2. Форма оказания государственной услуги: бумажная.\".",
			order{Action: model.NoteNewEdition, Service: "Выдача справок", Point: "2"}, false, 1, false},
		{"words, in Russian", ru, `в пункте 3 регламента государственной услуги "Выдача справок" слова "пять дней" заменить словами "три дня".`,
			order{Action: model.NoteAmended, Service: "Выдача справок", Point: "3", Old: "пять дней", New: "три дня"}, false, 0, false},
		{"a point taken out", ru, `в регламенте государственной услуги "Выдача справок" пункт 4 исключить.`,
			order{Action: model.NoteExcluded, Service: "Выдача справок", Point: "4"}, false, 0, true},
		{"a subpoint", kk, "\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламентінің 4-тармағының 2) тармақшасы мынадай редакцияда жазылсын:\n\n\"2) басшы қарайды;\".",
			order{Action: model.NoteNewEdition, Service: "Анықтама беру", Point: "4", Subpoint: "2"}, false, 1, false},
		{"a point without force", kk, `"Анықтама беру" мемлекеттік көрсетілетін қызмет регламентінің 4-тармағының күшін жою;`,
			order{Action: model.NoteRepealed, Service: "Анықтама беру", Point: "4"}, false, 0, true},
		{"a point without force, in Russian", ru, `в регламенте государственной услуги "Выдача справок" пункт 4 считать утратившим силу.`,
			order{Action: model.NoteRepealed, Service: "Выдача справок", Point: "4"}, false, 0, true},
		{"a point called off", ru, `пункт 4 регламента государственной услуги "Выдача справок" отменить.`,
			order{Action: model.NoteRepealed, Service: "Выдача справок", Point: "4"}, false, 0, true},
		{"a point that is new, in Russian", ru, "регламент государственной услуги \"Выдача справок\" дополнить пунктом 5-1 следующего содержания:\n\n\"5-1. Новый пункт.\".",
			order{Action: model.NoteSupplemented, Service: "Выдача справок"}, false, 1, true},
		{"an annex of the act, which a regulation is", ru, "приложение 3 к указанному постановлению изложить в новой редакции согласно приложению к настоящему постановлению.",
			order{Action: model.NoteNewEdition, Service: "Выдача справок"}, true, 0, false},
		{"an annex of the act, which a regulation is", kk, "көрсетілген қаулыға 3-қосымша осы қаулыға қосымшаға сәйкес жаңа редакцияда жазылсын.",
			order{Action: model.NoteNewEdition, Service: "Анықтама беру"}, true, 0, false},
		{"two annexes of the act, of which one is there", ru, "приложения 3 и 4 к указанному постановлению изложить в новой редакции согласно приложениям 1, 2 к настоящему постановлению.",
			order{Action: model.NoteNewEdition}, false, 0, true},
		{"an annex of a regulation", ru, `приложение 2 к регламенту государственной услуги "Выписки" изложить в новой редакции согласно приложению к настоящему постановлению.`,
			order{Action: model.NoteNewEdition, Service: "Выписки"}, false, 0, true},
		{"figures", ru, `в пункте 3 регламента государственной услуги "Выдача справок" цифры "15" заменить цифрами "20".`,
			order{Action: model.NoteAmended, Service: "Выдача справок", Point: "3"}, false, 0, true},
		{"words of two points", ru, `в пункте 3 регламента государственной услуги "Выдача справок" слова "пять дней" заменить словами "три дня", в пункте 5 исключить второе предложение.`,
			order{Action: model.NoteAmended, Service: "Выдача справок", Point: "3", Old: "пять дней", New: "три дня"}, false, 0, true},
		{"two pairs of words", ru, `в пункте 3 регламента государственной услуги "Выдача справок" слова "пять дней" заменить словами "три дня", слова "в отдел" заменить словами "в центр".`,
			order{Action: model.NoteAmended, Service: "Выдача справок", Point: "3"}, false, 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := amendingAct(t, c.language, c.order)
			got := orders(d, nil)
			if len(got) != 1 {
				t.Fatalf("%d orders: %+v", len(got), got)
			}
			o := got[0]
			if o.Act != "KZ-39/2016-03-10/91" || o.Action != c.want.Action || o.Service != c.want.Service || o.Point != c.want.Point || o.Subpoint != c.want.Subpoint || o.Old != c.want.Old || o.New != c.want.New {
				t.Errorf("got %+v", o)
			}
			if (o.Annex != nil) != c.annex || len(o.Text) != c.text || (o.Doubt.ID != "") != c.doubt {
				t.Errorf("annex %v, %d paragraphs, doubt %q", o.Annex != nil, len(o.Text), phrase.English.Tell(o.Doubt))
			}
		})
	}
}

func TestChangesSayWhatIsChanged(t *testing.T) {
	const kk, ru = model.Kazakh, model.Russian
	for _, c := range []struct {
		language model.Language
		order    string
		want     string
	}{
		{ru, "заголовок изложить в следующей редакции:\n\"О регламентах\";", "title new_edition"},
		{ru, "пункты 14 и 15 исключить.", "point 14 excluded, point 15 excluded"},
		{ru, "пункты 3, 4 и подпункт 2) пункта 7 исключить.", "point 3 excluded, point 4 excluded, subpoint 2 excluded"},
		{ru, "в пункте 7 подпункты 1), 3) исключить.", "subpoint 1 excluded, subpoint 3 excluded"},
		{ru, "в пункте 1:\nподпункт 2) исключить;\nдополнить подпунктом 5) следующего содержания:\n\"5) \"Залог\".\";\nдополнить пунктом 6-1 следующего содержания:\n\"6-1. Бесплатно.\".",
			"subpoint 2 excluded, point 1 supplemented, act supplemented"},
		{ru, "в регламенте государственной услуги \"Выдача справок\", утвержденном указанным постановлением:\nв пункте 10:\nв абзаце втором цифры \"15\" заменить цифрами \"20\";\nабзац третий исключить;\nприложение 2 к указанному регламенту изложить в новой редакции согласно приложению 1 к настоящему постановлению.",
			"point 10 of Выдача справок amended, point 10 of Выдача справок excluded, annex 2 of Выдача справок new_edition"},
		{ru, "приложение 3 к указанному постановлению изложить в новой редакции согласно приложению к настоящему постановлению.", "annex 3 of Выдача справок new_edition"},
		{ru, "по всему тексту слова \"отдел\" заменить словами \"центр\".", "act amended"},
		{kk, "1-тармақтың 2), 4) тармақшалары алып тасталсын;", "subpoint 2 excluded, subpoint 4 excluded"},
		{kk, "1-тармақ мынадай мазмұндағы 6) және 7) тармақшалармен толықтырылсын:\n\"6) \"Кезекке қою\".\";", "point 1 supplemented"},
		{kk, "6-тармақтағы \"15\" деген цифрлар \"20\" деген цифрлармен ауыстырылсын;", "point 6 amended"},
		{kk, "14, 15-тармақтар алып тасталсын.", "point 14 excluded, point 15 excluded"},
	} {
		d := amendingAct(t, c.language, c.order)
		var got []string
		for _, x := range changes(d, "KZ-39/2016-03-10/91", nil) {
			s := string(x.Target)
			if x.Number != "" {
				s += " " + string(x.Number)
			}
			if x.Service != "" {
				s += " of " + x.Service
			}
			got = append(got, s+" "+string(x.Action))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %q, want %q", c.order, got, c.want)
		}
	}
}

func TestSeveralActsAreChangedByItemsOfOnePoint(t *testing.T) {
	const russian = `О внесении изменений

Постановление акимата Костанайской области от 18 мая 2017 года № 214

Акимат Костанайской области ПОСТАНОВЛЯЕТ:

1. Внести изменения в следующие постановления акимата Костанайской области:

1) в постановление акимата Костанайской области от 3 мая 2016 года № 180 "О мерах"%s постановление акимата Костанайской области от 9 июня 2014 года № 190 "О мерах":

в пункте 2 слова "отдел" заменить словами "центр";

пункт 5 исключить.
`
	for between, want := range map[string]string{
		":\n\nпункт 3 исключить;\n\n2) в": "point 3 excluded; point 2 amended, point 5 excluded",
		" и в": "; ", // which of them a sentence means is not certain
	} {
		r, err := parse.Bytes("act.txt", fmt.Appendf(nil, russian, between))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, key := range []string{"KZ-39/2016-05-03/180", "KZ-39/2014-06-09/190"} {
			var of []string
			for _, x := range changes(&document{r.Document, r.Text}, key, nil) {
				of = append(of, fmt.Sprint(x.Target, " ", x.Number, " ", x.Action))
			}
			got = append(got, strings.Join(of, ", "))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q, want %q", between, got, want)
		}
	}
}

func TestAPointOfAnActInAListOfThoseThatEnd(t *testing.T) {
	r, err := parse.Bytes("act.txt", []byte(`О признании утратившими силу некоторых постановлений

Постановление акимата Костанайской области от 18 мая 2017 года № 214

Акимат Костанайской области ПОСТАНОВЛЯЕТ:

1. Признать утратившими силу:

1) пункт 3 постановления акимата Костанайской области от 3 мая 2016 года № 180 "О мерах";

2) постановление акимата Костанайской области от 9 июня 2014 года № 190 "О мерах".
`))
	if err != nil {
		t.Fatal(err)
	}
	got := changes(&document{r.Document, r.Text}, "KZ-39/2016-05-03/180", nil)
	if len(got) != 1 || got[0] != (Change{Action: model.NoteRepealed, Target: model.TargetPoint, Number: "3"}) {
		t.Errorf("got %+v", got)
	}
}

func TestTitlesAnnounce(t *testing.T) {
	for title, want := range map[string]Kind{
		"Қостанай облысы әкімдігінің 2015 жылғы 2 қыркүйектегі № 141 қаулысына өзгерістер енгізу туралы":            Amended,
		"Қостанай облысы әкімдігінің 2015 жылғы 2 қыркүйектегі № 141 қаулысына өзгеріс пен толықтыру енгізу туралы": Amended,
		"О внесении изменений в постановление акимата Костанайской области от 2 сентября 2015 года № 141":           Amended,
		"О внесении дополнения в постановление акимата Костанайской области от 2 сентября 2015 года № 141":          Amended,
		"Қостанай облысы әкімдігінің 2015 жылғы 2 қыркүйектегі № 141 қаулысының күші жойылды деп тану туралы":       Repealed,
		"Қостанай облысы әкімдігінің 2015 жылғы 2 қыркүйектегі № 141 қаулысының күшін жою туралы":                   Repealed,
		"О признании утратившим силу постановления акимата Костанайской области от 2 сентября 2015 года № 141":      Repealed,
		"Об отмене постановления акимата Костанайской области от 2 сентября 2015 года № 141":                        Repealed,
		"Қостанай облысы әкімдігінің 2015 жылғы 2 қыркүйектегі № 141 қаулысын қолданысқа енгізу туралы":             "",
		"О мерах по реализации постановления акимата Костанайской области от 2 сентября 2015 года № 141":            "",
	} {
		t.Run(title, func(t *testing.T) {
			if got := titleKind(title); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestEntryClausesBecomeDays(t *testing.T) {
	published := &Life{Act: Act{Adopted: "2016-03-10"}, Events: []Event{
		{Kind: Published, Date: "2016-04-25"}, {Kind: Published, Date: "2016-04-22"}, {Kind: Registered, Date: "2016-04-14", Number: "6291"},
	}}
	for _, c := range []struct {
		text string
		rule model.EffectiveRule
		of   *Life
		want model.Date
	}{
		{"алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң", model.EffectiveRule{From: model.FromFirstPublication, Days: 10, DayKind: model.CalendarDays}, published, "2016-05-03"},
		{"ресми жарияланған күнінен бастап", model.EffectiveRule{From: model.FromPublication}, published, "2016-04-22"},
		{"после дня первого официального опубликования", model.EffectiveRule{From: model.FromFirstPublication}, published, "2016-04-23"},
		{"алғашқы ресми жарияланғаннан соң", model.EffectiveRule{From: model.FromFirstPublication}, published, "2016-04-23"},
		{"со дня подписания", model.EffectiveRule{From: model.FromSigning}, published, "2016-03-10"},
		{"мемлекеттік тіркелген күнінен бастап", model.EffectiveRule{From: model.FromRegistration}, published, "2016-04-14"},
		{"с 1 января 2017 года", model.EffectiveRule{From: model.FromDate, Date: "2017-01-01"}, published, "2017-01-01"},
		{"по истечении десяти рабочих дней после дня опубликования", model.EffectiveRule{From: model.FromPublication, Days: 10, DayKind: model.WorkingDays}, published, ""},
		{"со дня первого официального опубликования", model.EffectiveRule{From: model.FromFirstPublication}, &Life{}, ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			c.rule.Text = c.text
			got, why := entry(&c.rule, c.of)
			if got != c.want || phrase.English.Tell(why) == "" {
				t.Errorf("got %s (%s), want %s", got, phrase.English.Tell(why), c.want)
			}
		})
	}
}

func TestContradictions(t *testing.T) {
	rule := func(days int) *model.EffectiveRule {
		return &model.EffectiveRule{From: model.FromPublication, Days: days, DayKind: model.CalendarDays}
	}
	for _, c := range []struct {
		name string
		a, b Event
		want FindingCode
	}{
		{"two numbers of one registration", Event{Kind: Registered, Date: "2016-04-14", Number: "6291"}, Event{Kind: Registered, Number: "6292"}, RegistrationConflict},
		{"a number told without its day", Event{Kind: Registered, Date: "2016-04-14", Number: "6291"}, Event{Kind: Registered, Number: "6291"}, ""},
		{"two terms of entry", Event{Kind: InForce, Rule: rule(10)}, Event{Kind: InForce, Rule: rule(0)}, EntryConflict},
		{"the same term of entry", Event{Kind: InForce, Rule: rule(10)}, Event{Kind: InForce, Rule: rule(10)}, ""},
		{"two acts that end it", Event{Kind: Repealed, By: "KZ-39/2018-01-01/1", Date: "2018-01-01"}, Event{Kind: Repealed, By: "KZ-39/2019-01-01/1", Date: "2019-01-01"}, EndConflict},
		{"a repeal that is a lapse elsewhere", Event{Kind: Repealed, By: "KZ-39/2018-01-01/1"}, Event{Kind: Lapsed}, EndConflict},
		{"published before it was adopted", Event{Kind: Published, Date: "2016-01-01"}, Event{Kind: Adopted, Date: "2016-03-10"}, OrderConflict},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := &Life{Act: Act{Adopted: "2016-03-10"}}
			l.add(c.a)
			l.add(c.b)
			l.contradictions()
			var got FindingCode
			if len(l.Findings) > 0 {
				got = l.Findings[0].Code
			}
			if got != c.want || len(l.Findings) > 1 {
				t.Errorf("got %+v, want %q", l.Findings, c.want)
			}
		})
	}
}

// Only one of the services is regulated by an annex of the amending act.
func TestAnOrderNamesItsService(t *testing.T) {
	for _, c := range []struct {
		l     model.Language
		order string
		want  string
	}{
		{model.Kazakh, `көрсетілген қаулымен бекітілген "Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті осы қаулының 1-қосымшасына сәйкес жаңа редакцияда жазылсын.`,
			"regulation Анықтама беру"},
		{model.Kazakh, `көрсетілген қаулымен бекітілген "Жәрдемақы тағайындау" мемлекеттік көрсетілетін қызмет регламенті осы қаулының 2-қосымшасына сәйкес жаңа редакцияда жазылсын.`,
			"regulation Жәрдемақы тағайындау"},
		{model.Kazakh, `көрсетілген қаулымен бекітілген «Жәрдемақы тағайындау» мемлекеттік қызмет көрсету регламенті осы қаулының 2-қосымшасына сәйкес жаңа редакцияда жазылсын.`,
			"regulation Жәрдемақы тағайындау"},
		{model.Kazakh, `көрсетілген қаулымен бекітілген "Жәрдемақы тағайындау" мемлекеттік көрсетілетін қызмет регламентінің 5-тармағы алып тасталсын.`,
			"point 5 Жәрдемақы тағайындау"},
		{model.Russian, `регламент государственной услуги "Назначение пособия", утвержденный указанным постановлением, изложить в новой редакции согласно приложению 2 к настоящему постановлению.`,
			"regulation Назначение пособия"},
		{model.Russian, `в регламенте оказания государственной услуги "Назначение пособия", утвержденном указанным постановлением, пункт 5 исключить.`,
			"point 5 Назначение пособия"},
		{model.Russian, `в регламенте государственной услуги слова "отдел занятости" заменить словами "центр занятости".`, "act "},
	} {
		d := amendingAct(t, c.l, c.order)
		var got []string
		for _, change := range changes(d, "KZ-39/2016-03-10/91", nil) {
			one := string(change.Target) + " "
			if change.Number != "" {
				one += string(change.Number) + " "
			}
			got = append(got, one+change.Service)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\n\t%q, want %q", c.order, got, c.want)
		}
	}
}
