package regulation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reglament/model"
)

func TestAWorkerOfTheBodyThatTheProcedureIsAbout(t *testing.T) {
	for _, c := range []struct {
		language          model.Language
		paragraphs, roles string
	}{
		{model.Russian, "1) специалист готовит справку.\n6. Описание порядка обращения в Государственную корпорацию:\n1) работник принимает заявление;", "corporation.worker"},
		{model.Russian, "1) специалист готовит справку.\n6. Описание порядка обращения в Государственную корпорацию:\n1) работник отдела принимает заявление;", "provider.specialist"},
		{model.Russian, "1) специалист готовит справку.\n6. Описание порядка обращения в Государственную корпорацию:\n1) инспектор накопительного сектора передает заявление;", "corporation.worker"},
		{model.Russian, "1) специалист готовит справку.\n6. Описание порядка обращения в Государственную корпорацию:\n1) работник бэк-офиса сканирует документы;", "corporation.worker"},
		{model.Russian, "1) специалист готовит справку.\n6. Описание порядка обращения через портал:\n1) работник принимает заявление;", "provider.specialist"},
		{model.Russian, "1) специалист готовит справку.\n6. Описание порядка обращения в Государственную корпорацию:\n1) работник сектора выдачи вручает справку;", "corporation.worker"},
		{model.Russian, "1) специалист готовит справку.\n6. Описание порядка обращения в Государственную корпорацию:\n1) специалист сектора опеки рассматривает заявление;", "provider.specialist"},
		{model.Russian, "1) специалист готовит справку.\n6. Описание порядка обращения через портал:\n1) работник сектора выдачи вручает справку;", "provider.specialist"},
		{model.Kazakh, "1) маман анықтаманы дайындайды.\n6. Мемлекеттік корпорацияға жүгіну тәртібі:\n1) оператор өтінішті тіркейді;", "corporation.worker"},
		{model.Kazakh, "1) маман анықтаманы дайындайды.\n6. Халыққа қызмет көрсету орталығына жүгіну тәртібі:\n1) оператор өтінішті тіркейді;", "psc.worker"},
	} {
		r, _ := read(t, c.language, c.paragraphs)
		if p := r.Regulation.Processes; len(p) != 2 || join(p[1].Steps[0].Roles) != c.roles {
			t.Errorf("%s: %+v", c.paragraphs, p)
		}
	}
}

func TestAListBelowTheStepsIsNoVariant(t *testing.T) {
	for _, c := range []struct {
		lang model.Language
		list string
	}{
		{model.Russian, "Примечание:\n1) работник канцелярии регистрирует документы в журнале;\n2) заявитель получает расписку."},
		{model.Russian, "Основания для отказа:\n1) специалист устанавливает недостоверность сведений;\n2) заявитель не подписывает заявление."},
		{model.Kazakh, "Ескертпе:\n1) кеңсе қызметкері құжаттарды журналға тіркейді;\n2) алушы қолхат алады."},
		{model.Kazakh, "Бас тарту негіздері:\n1) маман мәліметтердің дұрыс еместігін анықтайды;\n2) алушы өтінішке қол қоймайды."},
	} {
		first := map[model.Language]string{model.Russian: "1) специалист принимает документы;\n2) руководитель подписывает справку.\n", model.Kazakh: "1) маман құжаттарды қабылдайды;\n2) басшы анықтамаға қол қояды.\n"}[c.lang]
		r, _ := read(t, c.lang, first+c.list)
		if n := len(r.Regulation.Processes); n != 1 || len(r.Regulation.Processes[0].Steps) != 2 {
			t.Errorf("%s: %d procedures", c.list, n)
		}
	}
}

func TestAPointThatListsSomethingElseIsNoProcedure(t *testing.T) {
	for _, c := range []struct {
		lang  model.Language
		point string
	}{
		{model.Russian, "6. Перечень документов, необходимых для оказания услуги при обращении в Государственную корпорацию:\n1) заявление;\n2) копия договора, который подписал директор."},
		{model.Russian, "6. Основанием для начала процедуры, входящей в состав процесса, является представление:\n1) заявления;\n2) копии договора."},
		{model.Russian, "6. Жалоба на действия услугодателя включает:\n1) фамилию и адрес;\n2) подпись, которой заявитель удостоверяет жалобу."},
		{model.Russian, "6. В состав комиссии входят лица, действия которых согласованы:\n1) председатель комиссии;\n2) секретарь комиссии ведет протокол."},
		{model.Russian, "6. Необходимые документы при обращении в центр обслуживания населения:\n1) заявление;\n2) копия удостоверения."},
		{model.Russian, "6. Срок действия справки, выданной через Государственную корпорацию:\n1) для пособий;\n2) для жилья."},
		{model.Russian, "6. Государственная корпорация обеспечивает действия при утере документов:\n1) поиск;\n2) восстановление."},
		{model.Kazakh, "6. Портал арқылы өтініш беру кезінде ұсынылатын құжаттар:\n1) өтініш;\n2) алушы қол қояды."},
		{model.Kazakh, "6. Мемлекеттік корпорацияға өтініш беру кезінде қажетті құжаттар:\n1) өтініш;\n2) көшірме."},
		{model.Kazakh, "6. Портал арқылы өтініш беру үшін қажетті мәліметтер:\n1) аты-жөні;\n2) мекенжайы."},
		{model.Kazakh, "6. Портал арқылы қызмет көрсету тәртібіне шағым беру:\n1) шағым;\n2) көшірме."},
		{model.Kazakh, "6. Мемлекеттік корпорация қызметкерлеріне хабарласу телефондары:\n1) бөлім;\n2) кеңсе."},
		{model.Kazakh, "6. Емтихан мынадай кезеңдерден тұрады:\n1) тест;\n2) әңгімелесу."},
		{model.Kazakh, "6. Орталыққа жүгіну кезінде алушы мынадай құжаттарды тапсырады:\n1) өтініш;\n2) алушы қол қояды."},
		{model.Kazakh, "6. Өтініш мынадай іс-қимылдарды сипаттайтын мәліметтерді қамтиды:\n1) аты-жөні;\n2) алушы қол қояды."},
	} {
		first := map[model.Language]string{model.Russian: "1) специалист принимает документы.\n", model.Kazakh: "1) маман құжаттарды қабылдайды.\n"}[c.lang]
		r, _ := read(t, c.lang, first+c.point)
		if n := len(r.Regulation.Processes); n != 1 {
			t.Errorf("%s: %d procedures", c.point, n)
		}
	}
}

func TestVariantsAndStagesToAnyDepth(t *testing.T) {
	r, _ := read(t, model.Kazakh, `Рұқсатты беру:
1-кезең:
1) басшы құжаттарды қарайды – 1 сағат;
2) маман құжаттарды тіркейді – 20 минут.
2-кезең:
1) басшы рұқсатқа қол қояды – 1 сағат.
Рұқсатты ұзарту:
1) басшы рұқсатқа қол қояды – 2 сағат.
Ауысым шеңберінде:
Рұқсатты беру:
1) маман рұқсатты береді – 20 минут.
Рұқсатты ұзарту:
1) маман рұқсатты береді – 30 минут.
ауылдық округ әкіміне жүгінген кезде 15 (он бес) минут ішінде:
1) ауылдық округ әкімі рұқсатты береді.
Портал арқылы жүгінген кезде –
1) маман рұқсатты береді.
Мемлекеттік корпорацияға жүгінген кезде он бес (15) минут ішінде
1) маман рұқсатты береді.`)
	var got []string
	for _, p := range r.Regulation.Processes {
		var d []string
		for _, x := range p.Durations {
			d = append(d, fmt.Sprint(x.Value, x.Unit))
		}
		got = append(got, strings.Join(p.Variant, " / ")+fmt.Sprintf(" %d %v", len(p.Steps), d))
	}
	want := []string{"Рұқсатты беру / 1-кезең 2 []", "Рұқсатты беру / 2-кезең 1 []", "Рұқсатты ұзарту 1 []", "Ауысым шеңберінде / Рұқсатты беру 1 []",
		"Ауысым шеңберінде / Рұқсатты ұзарту 1 []", "ауылдық округ әкіміне жүгінген кезде 1 [15minute]",
		"Портал арқылы жүгінген кезде 1 []", "Мемлекеттік корпорацияға жүгінген кезде 1 [15minute]"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestNumberedTitlesAboveProceduresThatANounCountsAreVariants(t *testing.T) {
	for _, c := range []struct {
		language   model.Language
		text, want string
	}{
		{model.Kazakh, "1) күрделі емес объектілер үшін – 6 (алты) жұмыс күні:\n1-іс-қимыл: кеңсе өтінішті тіркейді – 30 минут;\n2-іс-қимыл: басшы өтінішті қарайды – 3 сағат;\n2) күрделі объектілер бойынша (15 жұмыс күні):\n1-іс-қимыл: кеңсе өтінішті тіркейді – 30 минут.",
			"күрделі емес объектілер үшін 2 6 working_day; күрделі объектілер бойынша 1 15 working_day"},
		{model.Russian, "1) для технически несложных объектов – 6 (шесть) рабочих дней:\nдействие 1 – канцелярия регистрирует заявление – 30 минут;\nдействие 2 – руководитель рассматривает заявление – 3 часа;\n2) по технически сложным объектам (15 рабочих дней):\nдействие 1 – канцелярия регистрирует заявление – 30 минут.",
			"для технически несложных объектов 2 6 working_day; по технически сложным объектам 1 15 working_day"},
		{model.Russian, "1) исполнитель:\nдействие 1 – рассматривает заявление – 30 минут;\nдействие 2 – готовит справку – 3 часа;\n2) руководитель подписывает справку – 1 час.", " 2 "},
	} {
		r, _ := read(t, c.language, c.text)
		var got []string
		for _, p := range r.Regulation.Processes {
			term := ""
			for _, d := range p.Durations {
				term += fmt.Sprint(d.Value, " ", d.Unit)
			}
			got = append(got, fmt.Sprint(strings.Join(p.Variant, " / "), " ", len(p.Steps), " ", term))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.text, strings.Join(got, "; "), c.want)
		}
	}
}

func TestNumberedTitlesAboveSeveralWhoActAreVariants(t *testing.T) {
	for text, want := range map[string]string{
		"1) выдача лицензии:\nработник канцелярии регистрирует документы – 15 минут;\nисполнитель оформляет лицензию – 1 час;\n2) переоформление лицензии:\nисполнитель оформляет лицензию – 1 час;\nруководитель подписывает лицензию – 1 час.": "выдача лицензии 2; переоформление лицензии 2",
		"1) прием документов:\nканцелярия регистрирует документы – 15 минут;\n2) рассмотрение документов:\nруководитель рассматривает документы – 1 час;\nисполнитель готовит лицензию – 1 день.":                                                "прием документов 1; рассмотрение документов 2",
		"1) прием документов:\nканцелярия регистрирует документы – 15 минут;\n2) рассмотрение документов:\nруководитель рассматривает документы – 1 час.":                                                                                        " 2",
		"процедура 1 (прием документов):\nканцелярия регистрирует заявление – 15 минут;\nпроцедура 2 (рассмотрение):\nначальник рассматривает документы – 1 час;\nисполнитель готовит справку – 1 час.":                                          "процедура 1 (прием документов) 1; процедура 2 (рассмотрение) 2",
		"1) исполнитель оформляет лицензию:\nпри выдаче – 15 минут;\nпри переоформлении – 1 час;\n2) руководитель подписывает лицензию – 1 час.":                                                                                                 " 2",
		"1) рассмотрение документов исполнителем:\nпри выдаче – 15 минут;\nпри переоформлении – 1 час;\n2) подписание лицензии руководителем – 1 час.":                                                                                           " 2",
	} {
		r, _ := read(t, model.Russian, text)
		var got []string
		for _, p := range r.Regulation.Processes {
			got = append(got, fmt.Sprint(strings.Join(p.Variant, "/"), " ", len(p.Steps)))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestStepsGoOnCountingBelowTheNextHeading(t *testing.T) {
	for text, want := range map[string]string{
		"Этап 1. Выбор участка:\n1) канцелярия регистрирует заявление – 30 минут;\n2) отдел составляет акт выбора – 5 рабочих дней.\nЭтап 2. Принятие решения:\n3) комиссия готовит заключение – 5 рабочих дней;\n4) аким подписывает решение – 3 рабочих дня.": "Этап 1. Выбор участка 1 2; Этап 2. Принятие решения 3 4",
		"при выдаче лицензии:\n1) канцелярия регистрирует заявление – 30 минут;\nпри выдаче дубликата:\n2) исполнитель готовит дубликат – 1 день.":                                                                                                              "при выдаче лицензии 1; при выдаче дубликата 2",
	} {
		r, _ := read(t, model.Russian, text)
		var got []string
		for _, p := range r.Regulation.Processes {
			v := strings.Join(p.Variant, "/")
			for _, s := range p.Steps {
				v += " " + string(s.N)
			}
			got = append(got, v)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q, want %q", got, want)
		}
		for _, f := range r.Findings {
			if f.Code == model.FindNumbering && f.Span[0] > r.Regulation.Processes[0].Span[0] {
				t.Errorf("finding %v", f)
			}
		}
	}
}

func TestTheNumberOfAVariantBelongsToThePoint(t *testing.T) {
	r, _ := read(t, model.Kazakh, `5.1. портал арқылы жүгінген кезде:
1) маман өтінішті тіркейді – 5 минут;
5.2. корпорация арқылы жүгінген кезде:
1) маман өтінішті тіркейді – 15 минут;
2) басшы анықтамаға қол қояды – 1 сағат.`)
	if got, want := variants(r), "портал арқылы жүгінген кезде 1; корпорация арқылы жүгінген кезде 2"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestStepsUnderProceduresThatHaveATitle(t *testing.T) {
	r, _ := read(t, model.Kazakh, `1-рәсім. Құжаттарды қабылдау.
1) кеңсе қызметкері құжаттарды тіркейді – 15 минут;
2) кеңсе қызметкері құжаттарды басшыға береді – 5 минут.
2-рәсім. Шешім қабылдау.
1) басшы анықтамаға қол қояды – 1 сағат.`)
	var got []string
	for _, p := range r.Regulation.Processes {
		got = append(got, fmt.Sprint(strings.Join(p.Variant, " / "), " ", len(p.Steps)))
	}
	if want := "1-рәсім. Құжаттарды қабылдау 2; 2-рәсім. Шешім қабылдау 1"; strings.Join(got, "; ") != want {
		t.Errorf("%q", got)
	}
	s := steps(t, model.Kazakh, `1-рәсім. Кеңсе қызметкері құжаттарды тіркейді – 15 минут.
2-рәсім. Басшы анықтамаға қол қояды – 1 сағат.`)
	if len(s) != 2 || s[0].N != "1" || join(s[1].Actions) != "sign" {
		t.Errorf("steps %+v", s)
	}
}

func TestTheResultAtThePublicServiceCentreIsAProcedureOfItsOwn(t *testing.T) {
	r, _ := read(t, model.Kazakh, `1) басшы құжаттарды қарайды.
6. Мемлекеттік қызмет көрсету нәтижесін ХҚКО арқылы алу процесінің сипаттамасы, оның ұзақтығы:
1) көрсетілетін қызметті алушы қолхатты ұсынады;
2) ХҚКО операторы анықтаманы 15 минут ішінде береді.`)
	if p := r.Regulation.Processes; len(p) != 2 || p[1].Kind != model.ProcessDelivery || len(p[1].Steps) != 2 {
		t.Errorf("%d procedures", len(p))
	}
}

func TestAVariantWhoseStepsHaveNoNumbers(t *testing.T) {
	r, _ := read(t, model.Russian, `При обращении в канцелярию:
специалист принимает документы – 20 минут;
руководитель подписывает справку – 2 часа.
При обращении через портал:
1) специалист обрабатывает запрос – 1 час.`)
	if want, got := "При обращении в канцелярию 2; При обращении через портал 1", variants(r); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r, _ = read(t, model.Russian, `I этап – прием документов:
специалист принимает документы – от 10 до 15 минут;
II этап – рассмотрение документов:
руководитель рассматривает документы – 2 часа;
специалист готовит справку – 1 час.`)
	if want, got := "I этап – прием документов 1; II этап – рассмотрение документов 2", variants(r); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// variants tells the headings of the procedures and how many steps each has.
func variants(r Reading) string {
	var out []string
	for _, p := range r.Regulation.Processes {
		out = append(out, fmt.Sprintf("%s %d", strings.Join(p.Variant, " / "), len(p.Steps)))
	}
	return strings.Join(out, "; ")
}

func TestStepsOfProseBelowAHeadingThatEndsAsASentence(t *testing.T) {
	const first = "1) маман өтінішті тіркейді – 5 минут.\n"
	for lines, want := range map[string]string{
		"Қызметкер құжаттарды тексереді.\nОрындалу ұзақтығы – 5 минут.\nАлушы құжаттарды толық ұсынбаған жағдайда қызметкер қолхат береді.\nҚызметкер құжаттарды жібереді. Орындалу ұзақтығы – 1 жұмыс күні.": "қызметкер 5 minute; қызметкер ; қызметкер 1 working_day",
		"Қызметкер құжаттарды тексереді.\nҚұжаттар үш жыл сақталады.": "",
	} {
		r, _ := read(t, model.Kazakh, first+"6. Мемлекеттік корпорацияға жүгіну тәртібін, өтінішті өңдеу ұзақтығын сипаттау.\n"+lines)
		var got []string
		for _, p := range r.Regulation.Processes[1:] {
			for _, s := range p.Steps {
				got = append(got, strings.ToLower(string(s.Actor))+" "+durationsOf(s))
			}
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q, want %q", lines, got, want)
		}
	}
}

func TestStepsOfProseThatOnlyTheSectionExplains(t *testing.T) {
	const (
		kk = "\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламенті\n1. %s\n1. %s\n"
		ru = "Регламент государственной услуги \"Выдача справки\"\n1. %s\n1. %s\n"
	)
	for _, c := range []struct{ frame, section, point, want string }{
		{kk, "Көрсетілетін қызметті берушінің құрылымдық бөлімшелерінің (қызметкерлерінің) өзара іс-қимыл тәртібін сипаттау", "Кеңсенің маманы өтінішті 15 минут ішінде тіркейді және басшыға береді. Басшы 3 сағат ішінде тапсырма береді.", "interaction 2"},
		{kk, "Көрсетілетін қызметті берушінің құрылымдық бөлімшелерінің (қызметкерлерінің) өзара іс-қимыл тәртібін сипаттау", "Кеңсенің маманы өтінішті тіркейді және басшыға береді. Басшы 3 сағат ішінде тапсырма береді.", ""},
		{kk, "Жалпы ережелер", "Кеңсенің маманы өтінішті 15 минут ішінде тіркейді. Басшы 3 сағат ішінде тапсырма береді.", ""},
		{ru, "Описание порядка взаимодействия структурных подразделений (работников) услугодателя", "Сотрудник канцелярии в течение 15 минут регистрирует заявление. Руководитель в течение 3 часов определяет исполнителя.\nИсполнитель в течение 2 рабочих дней готовит справку.", "interaction 3"},
		{ru, "Описание порядка действий структурных подразделений (работников) услугодателя", "Сотрудник канцелярии в течение 15 минут регистрирует заявление. Руководитель в течение 3 часов определяет исполнителя.", "internal 2"},
		{ru, "Описание порядка действий структурных подразделений (работников) услугодателя", "Сотрудник канцелярии в течение 15 минут регистрирует заявление. Порядок обжалования установлен в течение 15 минут.", ""},
	} {
		var got []string
		for _, p := range whole(t, fmt.Sprintf(c.frame, c.section, c.point)).Processes {
			got = append(got, fmt.Sprint(p.Kind, " ", len(p.Steps)))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.point, got, c.want)
		}
	}
}

// portal is the point that an information system's processes stand in.
const portal = `10. Портал арқылы мемлекеттік қызмет көрсету кезінде көрсетілетін қызметті берушінің және көрсетілетін қызметті алушының жүгіну тәртібін және рәсімдерінің (іс-қимылының) реттілігін сипаттау:
`

func TestProcessesAndChecksOfThePortal(t *testing.T) {
	r, _ := read(t, model.Kazakh, `1) басшы құжаттарды қарайды – 1 сағат.
`+portal+`көрсетілетін қызметті алушы парольдің көмегімен порталда тіркелуді жүзеге асырады;
1-процесс – көрсетілетін қызметті алу үшін порталда көрсетілетін қызметті алушының паролін (авторландыру процесі) енгізуі;
1-шарт – пароль арқылы тіркелген көрсетілетін қызметті алушының мәліметтерінің түпнұсқалығы порталда тексеріледі;
2-процесс - көрсетілетін қызметті алушының мәліметтерінде кемшіліктердің болуына байланысты порталда авторизациялаудан бас тарту туралы хабарлама қалыптастырылады;
3 - процесс – көрсетілетін қызметті алушы қызметті таңдайды;
2 шарт - көрсетілетін қызметті берушінің көрсетілетін қызметті алушы ұсынған құжаттардың сәйкестігін тексеруі;
4-процесс – мәліметтердің болмауына байланысты мәліметтерді алуға мүмкіндіктің жоқтығы туралы хабарламаны қалыптастыру;
5-процесс – осы регламенттің 5-тармағымен көзделген көрсетілетін қызметті берушінің рәсімдері (іс-қимылдары);
6-процесс – мемлекеттік қызмет көрсету нәтижесін көрсетілетін қызметті алушымен алу;
7-процесс – құжаттар топтамасының толық болмауына байланысты Мемлекеттік корпорация қызметкерінің құжаттарды қабылдаудан бас тарту туралы қолхат беруі.`)
	var p *model.Process
	for i := range r.Regulation.Processes {
		if r.Regulation.Processes[i].Kind == model.ProcessPortal {
			p = &r.Regulation.Processes[i]
		}
	}
	if p == nil {
		t.Fatal("no portal procedure")
	}
	want := []string{
		"task  applicant", "process 1-процесс applicant", "condition 1-шарт portal", "process 2-процесс portal", "process 3-процесс applicant",
		"condition 2-шарт provider", "process 4-процесс ", "process 5-процесс provider", "process 6-процесс applicant",
		"process 7-процесс corporation.worker",
	}
	for i, s := range p.Steps {
		if got := fmt.Sprintf("%s %s %s", s.Node, s.Label, join(s.Roles)); i >= len(want) || got != want[i] {
			t.Errorf("step %d is %q", i, got)
		}
	}
	if len(p.Steps) != len(want) {
		t.Errorf("%d steps, want %d", len(p.Steps), len(want))
	}
	if got := fmt.Sprint(p.Branches); got != "[{1-шарт 2-процесс 3-процесс} {2-шарт 4-процесс 5-процесс}]" {
		t.Errorf("branches %s", got)
	}
	if refs := p.Steps[7].Refs; len(refs) != 1 || refs[0].To != model.RefRegulation || refs[0].Point != "5" {
		t.Errorf("the call of point 5 is %+v", refs)
	}
}

func TestStepsBetweenChecksAreTheirProcesses(t *testing.T) {
	cases := []struct {
		language   model.Language
		paragraphs string
		want       string
	}{
		{model.Russian, `шаг 1 – ввод услугополучателем логина и пароля на портале;
условие 1 – проверка на портале подлинности данных;
шаг 2 – формирование порталом сообщения об отказе в авторизации;
шаг 3 – выбор услугополучателем услуги.`, "условие 1 шаг 2 шаг 3"},
		{model.Kazakh, `1) 1-қадам – көрсетілетін қызметті алушы порталға паролін енгізеді;
2) 1-шарт – порталда деректердің дұрыстығы тексеріледі;
3) 2-қадам – портал авторизациялаудан бас тарту туралы хабарлама қалыптастырады;
4) 3-қадам – көрсетілетін қызметті алушы қызметті таңдайды.`, "1-шарт 2-қадам 3-қадам"},
	}
	for _, c := range cases {
		r, _ := read(t, c.language, c.paragraphs)
		p := r.Regulation.Processes[0]
		if len(p.Steps) != 4 || len(p.Branches) != 1 {
			t.Fatalf("%d steps, %d branches in %q", len(p.Steps), len(p.Branches), c.paragraphs)
		}
		b := p.Branches[0]
		if got := fmt.Sprint(b.Condition, " ", b.Refusal, " ", b.Next); got != c.want {
			t.Errorf("branch %q, want %q", got, c.want)
		}
	}
}

func TestAHeadingThatNamesWhoActs(t *testing.T) {
	cases := []struct {
		name       string
		language   model.Language
		paragraphs string
		want       string
	}{
		{"several actions, one with its own actor", model.Russian, `Руководитель услугодателя:
рассматривает документы – 1 час;
секретарь комиссии готовит протокол – 2 часа;
подписывает справку – 15 минут.`,
			"Руководитель услугодателя review; секретарь комиссии prepare; Руководитель услугодателя sign"},
		{"a condition belongs to the step above", model.Kazakh, `Жауапты орындаушы:
құжаттарды тексереді – 1 сағат;
құжаттар толық болмаған жағдайда өтінішті қайтарады.`, "Жауапты орындаушы verify return"},
		{"the last sentence of a paragraph", model.Russian, `Услугополучатель подает заявление. Специалист:
1) принимает документы – 15 минут;
2) регистрирует документы – 15 минут.`, "Услугополучатель forward; Специалист receive; Специалист register"},
		{"numbers go on", model.Russian, `Специалист:
1) принимает документы – 15 минут;
2) регистрирует документы – 15 минут;
Руководитель:
3) рассматривает документы – 1 час.`, "Специалист receive; Специалист register; Руководитель review"},
		{"a later sentence of the step below names somebody too", model.Russian, `Руководитель:
1) рассматривает документы – 1 час;
Исполнитель услугодателя:
2) оформляет разрешение – 4 часа. При наличии замечаний исполнитель возвращает документы;`, "Руководитель review; Исполнитель услугодателя prepare return"},
		{"a way to apply whose steps are nouns", model.Russian, `Портал:
1) заполнение заявления – 1 минута;
Услугодатель:
1) подписание справки – 1 час.`, "Портал:  fill_form; Услугодатель:  sign"},
		{"below numbered steps it heads no steps", model.Russian, `1) специалист принимает документы – 15 минут;
2) руководитель рассматривает документы – 1 час.
Специалист:
не принимает документы без подписи.`, "специалист receive; руководитель review"},
		{"a way to apply whose steps name who acts is none", model.Russian, `Портал:
1) услугополучатель подает заявление;
2) исполнитель готовит справку – 1 час.`, "Портал: услугополучатель forward; Портал: исполнитель prepare"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r, _ := read(t, c.language, c.paragraphs)
			var got []string
			for _, p := range r.Regulation.Processes {
				for _, s := range p.Steps {
					v := ""
					for _, h := range p.Variant {
						v += h + ": "
					}
					got = append(got, v+fmt.Sprint(s.Actor, " ", join(s.Actions)))
				}
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("got %q, want %q", strings.Join(got, "; "), c.want)
			}
		})
	}
}

func TestRussianProcessesAndChecks(t *testing.T) {
	r, _ := read(t, model.Russian, `1) руководитель услугодателя рассматривает документы (не более двадцати минут).
9. Описание порядка обращения и последовательности процедур (действий) услугодателя и услугополучателя при оказании государственной услуги через портал:
1) услугополучатель осуществляет регистрацию на портале;
2) процесс 1 – процесс ввода услугополучателем пароля (процесс авторизации) на портале;
3) условие 1 – проверка на портале подлинности данных о зарегистрированном услугополучателе;
4) процесс 2 – формирование порталом сообщения об отказе в авторизации в связи с имеющимися нарушениями;
5) процесс 3 – выбор услугополучателем услуги, указанной в настоящем регламенте;
6) процесс 4 – процедуры (действия) услугодателя, предусмотренные пунктом 5 настоящего регламента.`)
	p := r.Regulation.Processes[len(r.Regulation.Processes)-1]
	want := []string{"task  applicant", "process процесс 1 applicant", "condition условие 1 portal", "process процесс 2 portal", "process процесс 3 applicant", "process процесс 4 provider"}
	for i, s := range p.Steps {
		if got := fmt.Sprintf("%s %s %s", s.Node, s.Label, join(s.Roles)); i >= len(want) || got != want[i] {
			t.Errorf("step %d is %q: %s", i, got, s.Text)
		}
	}
	if len(p.Steps) != len(want) || p.Kind != model.ProcessPortal {
		t.Errorf("%s with %d steps", p.Kind, len(p.Steps))
	}
	if got := fmt.Sprint(p.Branches); got != "[{условие 1 процесс 2 процесс 3}]" {
		t.Errorf("branches %s", got)
	}
	if refs := p.Steps[len(p.Steps)-1].Refs; len(refs) != 1 || refs[0].Point != "5" || refs[0].To != model.RefRegulation {
		t.Errorf("refs %+v", refs)
	}
}

func TestAMessageOfAnErrorIsTheRefusalOfACheck(t *testing.T) {
	r, _ := read(t, model.Russian, `1) руководитель услугодателя рассматривает документы – 20 минут.
9. Порядок обращения через портал:
1) процесс 1 – авторизация услугополучателя на портале;
2) условие 1 – проверка порталом подлинности данных услугополучателя;
3) процесс 2 – выдача порталом сообщения об ошибке;
4) процесс 3 – заполнение услугополучателем формы запроса.`)
	p := r.Regulation.Processes[1]
	if got := fmt.Sprint(p.Branches); got != "[{условие 1 процесс 2 процесс 3}]" {
		t.Errorf("branches %s", got)
	}
	if s := p.Steps[1]; s.Actor != "порталом" || join(s.Roles) != "portal" {
		t.Errorf("checks: %q %q", s.Actor, join(s.Roles))
	}
}

func TestWhatIsImpossibleIsTheRefusalOfACheck(t *testing.T) {
	for _, message := range []string{
		"мәліметтерді алуға мүмкіндік жоқтығы туралы", "мәліметтерді алуға мүмкіндіктің жоқтығы туралы", "деректерді алу мүмкіндігінің болмауы туралы", "деректерді алу мүмкін еместігі туралы",
		"деректерді алу мүмкіндігі болмауы туралы", "деректерді алудың мүмкінсіздігі туралы", "қате туралы",
	} {
		r, _ := read(t, model.Kazakh, "1) 1-шарт – ЖТ МДҚ-да деректердің болуын тексеру – 1 минут;\n2) 1-процесс – деректер болмауына байланысты "+message+" хабарлама қалыптастыру – 1 минут;\n3) 2-процесс – маманның анықтама беруі – 3 минут.")
		if got := fmt.Sprint(r.Regulation.Processes[0].Branches); got != "[{1-шарт 1-процесс 2-процесс}]" {
			t.Errorf("%s: branches %s", message, got)
		}
	}
	for _, message := range []string{"о невозможности получения данных", "об отсутствии возможности получения данных", "об ошибке"} {
		r, _ := read(t, model.Russian, "1) условие 1 – проверка наличия данных в ГБД ФЛ – 1 минута;\n2) процесс 1 – формирование сообщения "+message+" в связи с отсутствием данных – 1 минута;\n3) процесс 2 – выдача специалистом справки – 3 минуты.")
		if got := fmt.Sprint(r.Regulation.Processes[0].Branches); got != "[{условие 1 процесс 1 процесс 2}]" {
			t.Errorf("%s: branches %s", message, got)
		}
	}
}

func TestAPointThatListsInItsOwnSentence(t *testing.T) {
	r, _ := read(t, model.Russian, `1) руководитель услугодателя рассматривает документы – 1 час.
6. Перечень структурных подразделений (работников) услугодателя: канцелярия, главный архитектор, исполнитель и заместитель руководителя.
7. Описание последовательности процедур (действий): делопроизводитель принимает документы (10 минут); методист готовит договор (15 минут); заведующая подписывает приказ (5 минут).
8. Описание последовательности процедур (действий): отражено в справочнике бизнес-процессов; справочник размещается на портале.`)
	var got []string
	for _, a := range r.Regulation.Actors {
		got = append(got, string(a.Role))
	}
	if strings.Join(got, " ") != "provider.office provider.architect provider.executor provider.deputy_head" {
		t.Errorf("actors %v", got)
	}
	if n := len(r.Regulation.Processes); n != 2 {
		t.Fatalf("%d procedures", n)
	}
	p := r.Regulation.Processes[1]
	got = nil
	for _, s := range p.Steps {
		got = append(got, fmt.Sprintf("%s %s %s", join(s.Roles), join(s.Actions), durationsOf(s)))
	}
	if want := "provider.office receive 10 minute; provider.methodist prepare 15 minute; provider.head sign 5 minute"; strings.Join(got, "; ") != want {
		t.Errorf("steps %q, want %q", strings.Join(got, "; "), want)
	}
	if p.Title != "Описание последовательности процедур (действий)" {
		t.Errorf("title %q", p.Title)
	}
}

func TestWhatNoStepIsReadFromIsReported(t *testing.T) {
	const step = "1) специалист регистрирует документы – 15 минут.\n"
	cases := []struct {
		paragraphs string
		want       []string
	}{
		{step + "6. Описание последовательности процедур (действий) между структурными подразделениями:\nприем → рассмотрение → выдача.",
			[]string{"Описание warning"}},
		{step + "Услугодатель обеспечивает сохранность документов.", []string{"Услугодатель info"}},
		{step + "Специалист:\nобеспечивает сохранность документов.", []string{"Специалист: info"}},
		{"специалист принимает документы – 15 минут;\nрегистрирует их в журнале;\nруководитель рассматривает документы – 1 час.", []string{"регистрирует info"}},
		{"1) специалист регистрирует документы – 15 минут;\n1-1) специалист готовит справку – 1 час;\n2) руководитель подписывает справку – 1 час.", nil},
		{step + "6. Порядок работы с заявками:\n1) процесс 1 – ввод логина;\n2) условие 1 – проверка логина.", []string{"1) info", "2) info"}},
		{step + "6. Описание последовательности процедур (действий) между структурными подразделениями приведено в приложении 1 к настоящему регламенту.", nil},
		{step + "6. В настоящем Регламенте используются следующие понятия:\n1) получатель – физическое лицо, которое подает документы;\n2) руководитель подписывает справку.", nil},
		{step + "6. Порядок работы:\n1) получатель подает документы;\n2) руководитель подписывает справку.", []string{"1) info", "2) info"}},
	}
	for _, c := range cases {
		r, src := read(t, model.Russian, c.paragraphs)
		var got []string
		for _, f := range r.Findings {
			if f.Code != model.FindTextUnread {
				continue
			}
			first, _, _ := strings.Cut(f.Span.Of(src.Canonical), " ")
			got = append(got, fmt.Sprint(first, " ", f.Severity))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: reported %q, want %q", c.paragraphs, got, c.want)
		}
	}
}

func TestAChainTellsWhoActsAfterWhom(t *testing.T) {
	const russian = "1) специалист регистрирует документы – 15 минут.\n6. Описание последовательности процедур (действий) между структурными подразделениями"
	const kazakh = "1) маман құжаттарды тіркейді – 15 минут.\n6. Құрылымдық бөлімшелер (қызметкерлер) арасындағы рәсімдердің (іс-қимылдардың) реттілігін сипаттау"
	cases := []struct {
		language   model.Language
		paragraphs string
		want       string
	}{
		{model.Russian, russian + ":\nканцелярия → руководитель услугодателя → ответственный исполнитель.", "канцелярия [provider.office]; руководитель услугодателя [provider.head]; ответственный исполнитель [provider.executor]"},
		{model.Russian, russian + ":\n1) канцелярия → руководитель → исполнитель.", "канцелярия [provider.office]; руководитель [provider.head]; исполнитель [provider.executor]"},
		{model.Russian, russian + ": канцелярия (15 минут) -> руководитель (1 час) -> исполнитель (2 рабочих дня)", "канцелярия [provider.office] 15 minute; руководитель [provider.head] 1 hour; исполнитель [provider.executor] 2 working_day"},
		{model.Kazakh, kazakh + ": кеңсе – басшы – жауапты орындаушы – басшы.", "кеңсе [provider.office]; басшы [provider.head]; жауапты орындаушы [provider.executor]; басшы [provider.head]"},
		{model.Kazakh, kazakh + ":\nкеңсе қызметкері 15 минут → бөлім басшысы 1 сағат.", "кеңсе қызметкері [provider.office] 15 minute; бөлім басшысы [provider.unit_head] 1 hour"},
		{model.Russian, russian + ":\n1) руководитель – рассмотрение документов – 1 час.", "руководитель [provider.head] 1 hour"},
	}
	for _, c := range cases {
		t.Run(c.paragraphs, func(t *testing.T) {
			r, _ := read(t, c.language, c.paragraphs)
			if len(r.Regulation.Processes) != 2 {
				t.Fatalf("%d procedures", len(r.Regulation.Processes))
			}
			var got []string
			for _, s := range r.Regulation.Processes[1].Steps {
				got = append(got, strings.TrimSpace(fmt.Sprintf("%s [%s] %s", s.Actor, join(s.Roles), durationsOf(s))))
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("got %q, want %q", strings.Join(got, "; "), c.want)
			}
		})
	}
}

func TestWhatAKazakhPointIsAbout(t *testing.T) {
	for heading, want := range map[string]string{
		"Мемлекеттік қызмет көрсету процесіндегі рәсімдер (іс-қимылдар):":                                "internal",
		"Мемлекеттік қызмет көрсету үшін мынадай рәсімдер (іс-қимылдар) жүргізіледі:":                    "internal",
		"Мемлекеттік қызмет көрсету процесі мынадай кезеңдерден тұрады:":                                 "internal",
		"Бөлімшелердің (қызметкерлердің) арасындағы рәсімдердің (іс-қимылдың) сабақтастығын сипаттау:":   "interaction",
		"Рәсімдердің (іс-қимылдардың) кезектілігін сипаттау:":                                            "interaction",
		"Бөлімшелер (қызметкерлер) арасындағы рәсімдердің өту тәртібін сипаттау:":                        "interaction",
		"Мемлекеттік корпорацияға хабарласу тәртібін сипаттау:":                                          "corporation",
		"Мемлекеттік корпорация арқылы қызмет көрсету кезіндегі қадамдық іс-қимылдар:":                   "corporation",
		"Мемлекеттік корпорацияда мемлекеттік қызмет көрсету нәтижесін беру рәсімі:":                     "delivery",
		"Мемлекеттік корпорация арқылы нәтижені алу процесінің сипаттамасы, оның ұзақтығы:":              "delivery",
		"Мемлекеттік корпорацияның нәтижені алушыға беру процесіне қатысатын қызметкерлері:":             "",
		"Портал арқылы қызмет көрсету тәртібін сипаттау:":                                                "portal",
		"«Электрондық үкімет» веб-порталы арқылы өтініш беру тәртібі:":                                   "portal",
		"Халыққа қызмет көрсету орталықтарына жүгіну тәртібін сипаттау:":                                 "psc",
		"Мемлекеттік корпорацияға жүгінген кезде көрсетілетін қызметті алушы ұсынатын құжаттар тізбесі:": "",
		"Мемлекеттік қызмет көрсету бойынша рәсімді (іс-қимылды) бастауға мыналар негіз болады:":         "",
		"Көрсетілетін қызметті берушінің лауазымды тұлғалары мыналарға жауапты:":                         "",
	} {
		r, _ := read(t, model.Kazakh, "1) маман өтінішті тіркейді.\n6. "+heading+"\n1) көрсетілетін қызметті алушы құжаттарды тапсырады;\n2) қызметкер құжаттарды қабылдайды және қолхат береді.")
		got := ""
		if p := r.Regulation.Processes; len(p) > 1 {
			got = string(p[1].Kind)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
		unread := slices.ContainsFunc(r.Findings, func(f model.Finding) bool { return f.Code == model.FindTextUnread })
		if unread != (want == "") {
			t.Errorf("%s: steps that nothing announces are reported: %v", heading, unread)
		}
	}
}

func TestAHeadingThatLostItsColonAnnouncesTimedSteps(t *testing.T) {
	for _, end := range []string{".", " –", ""} {
		g := whole(t, `Регламент государственной услуги "Выдача справок"
1. Общие положения
1. Услуга оказывается отделом (далее – услугодатель).
2. Описание порядка действий
2. Содержание каждой процедуры (действия), входящей в состав процесса оказания государственной услуги, длительность его выполнения`+end+`
1) специалист принимает документы – 15 минут;
2) руководитель подписывает справку – 1 час.
`)
		if len(g.Processes) != 1 || len(g.Processes[0].Steps) != 2 {
			t.Errorf("heading that ends in %q: %+v", end, g.Processes)
		}
	}
}

func TestAHeadingThatLostItsColonAnnouncesOneSentence(t *testing.T) {
	for sentence, want := range map[string]int{
		"Медицинский регистратор в течение 10 (десяти) минут вносит вызов в журнал и сообщает время посещения. Результат – запись.": 1,
		"Медицинский регистратор вносит вызов в журнал. Результат – запись.":                                                        1,
		"Порядок приведен в приложении.": 0,
	} {
		g := whole(t, `Регламент государственной услуги "Вызов врача на дом"
1. Общие положения
1. Услуга оказывается поликлиникой (далее – услугодатель).
2. Описание порядка действий
2. Содержание каждой процедуры (действия), входящей в состав процесса оказания государственной услуги, длительность выполнения.
`+sentence+"\n")
		if len(g.Processes) != want || want > 0 && (len(g.Processes[0].Steps) != 1 || g.Processes[0].Steps[0].Result != "запись") {
			t.Errorf("%s: %+v", sentence, g.Processes)
		}
	}
}

func TestStepsBehindASentenceThatIsTheFirstOfThem(t *testing.T) {
	for _, c := range []struct {
		language               model.Language
		section, first, second string
		want                   string
	}{
		{model.Russian, "Описание порядка взаимодействия с ЦОНом в процессе оказания государственной услуги",
			"Услугополучатель обращается в ЦОН и представляет документы согласно пункту 9 стандарта.", "1) работник ЦОНа принимает документы – 15 минут;\n2) работник ЦОНа выдает результат – 15 минут.",
			"psc ; applicant forward; psc.worker receive; psc.worker issue"},
		{model.Kazakh, "Мемлекеттік корпорациямен өзара іс-қимыл тәртібін сипаттау",
			"Көрсетілетін қызметті алушы Мемлекеттік корпорацияға құжаттарды ұсынады.", "1) қызметкер құжаттарды қабылдайды – 15 минут;\n2) қызметкер нәтижені береді – 15 минут.",
			"corporation ; applicant forward; corporation.worker receive; corporation.worker issue"},
	} {
		title := map[model.Language]string{
			model.Russian: "Регламент государственной услуги \"Выдача справок\"\n1. Общие положения\n1. Услуга оказывается отделом (далее – услугодатель).",
			model.Kazakh:  "\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламенті\n1. Жалпы ережелер\n1. Қызметті бөлім (бұдан әрі – көрсетілетін қызметті беруші) көрсетеді.",
		}[c.language]
		g := whole(t, title+"\n4. "+c.section+"\n2. "+c.first+"\n"+c.second+"\n")
		var got []string
		for _, p := range g.Processes {
			got = append(got, string(p.Kind)+" "+strings.Join(p.Variant, "/"))
			for _, s := range p.Steps {
				got = append(got, join(s.Roles)+" "+join(s.Actions))
			}
		}
		if all := strings.Join(got, "; "); !strings.HasPrefix(all, c.want) {
			t.Errorf("%s: %s, want %s", c.first, all, c.want)
		}
	}
}

func TestHeadingsOfProceduresInOtherWordings(t *testing.T) {
	step := map[model.Language]string{model.Kazakh: "маман құжаттарды тіркейді – 15 минут", model.Russian: "специалист регистрирует документы – 15 минут"}
	for _, c := range []struct {
		language model.Language
		heading  string
		kind     model.ProcessKind
	}{
		{model.Kazakh, "Мемлекеттік қызметті көрсету процесінің құрамына кіретін рәсімдер (іс-қимылдар):", model.ProcessInternal},
		{model.Kazakh, "Портал арқылы жүгінген кезде:", model.ProcessPortal},
		{model.Kazakh, "Мемлекеттік қызметті көрсету үдерісінің құрамына мынадай рәсімдер (іс-қимылдар) кіреді:", model.ProcessInternal},
		{model.Kazakh, "Мемлекеттік қызмет көрсету нәтижесін Мемлекеттік корпорация арқылы алу үдерісін сипаттау, оның ұзақтығы:", model.ProcessDelivery},
		{model.Kazakh, "Орталық арқылы қадамдық әрекеттер мен шешімдер осы Регламентке 2-қосымшада көрсетілген:", model.ProcessPSC},
		{model.Kazakh, "Мемлекеттік қызмет көрсету процесі мынадай рәсімдерден (іс-қимылдардан) тұрады:", model.ProcessInternal},
		{model.Kazakh, "Құрылымдық бөлімшелердің (қызметкерлердің) өзара іс-қимыл тәртібі:", model.ProcessInteraction},
		{model.Kazakh, "Мемлекеттік корпорация арқылы мемлекеттік қызмет көрсету тәртібі:", model.ProcessCorporation},
		{model.Kazakh, "ХҚКО арқылы мемлекеттік қызмет көрсету тәртібі:", model.ProcessPSC},
		{model.Kazakh, "Орталыққа жүгіну тәртібін және іс-қимылдардың реттілігін сипаттау:", model.ProcessPSC},
		{model.Kazakh, "«Электрондық үкімет» веб-порталы арқылы жүгіну тәртібі:", model.ProcessPortal},
		{model.Kazakh, "Рәсімдердің (іс-қимылдардың) дәйектілігі және олардың ұзақтығы:", model.ProcessInteraction},
		{model.Kazakh, "Құрылымдық бөлімшелердің (қызметкерлердің) өзара іс-қимылын сипаттау:", model.ProcessInteraction},
		{model.Kazakh, "Мемлекеттік корпорацияға өтініш беру тәртібі және сұрау салуды өңдеу ұзақтығы:", model.ProcessCorporation},
		{model.Kazakh, "Мемлекеттік корпорация арқылы мемлекеттік қызмет көрсету рәсімдерінің (іс-қимылдарының) реттілігі:", model.ProcessCorporation},
		{model.Kazakh, "Мемлекеттік корпорация арқылы мемлекеттік қызмет көрсету нәтижесін алу тәртібі, оның ұзақтығы:", model.ProcessDelivery},
		{model.Kazakh, "Мемлекеттік қызмет көрсету нәтижесін Мемлекеттік корпорация арқылы беру процесін сипаттау:", model.ProcessDelivery},
		{model.Kazakh, "Мемлекеттік корпорация арқылы нәтижені алу тәртібі:", model.ProcessDelivery},
		{model.Kazakh, "Мемлекеттік корпорация арқылы дайын нәтижені беру тәртібі:", model.ProcessDelivery},
		{model.Kazakh, "ХҚКО арқылы мемлекеттік қызмет көрсету кезіндегі рәсімдердің (іс-қимылдардың) реттілігі:", model.ProcessPSC},
		{model.Kazakh, "ХҚО-ға жүгіну тәртібі және өтінішті өңдеу ұзақтығы:", model.ProcessPSC},
		{model.Kazakh, "Орталыққа жүгіну тәртібін, сұрау салуды өңдеу ұзақтығын сипаттау:", model.ProcessPSC},
		{model.Kazakh, "Мемлекеттік қызмет көрсету процесінің құрамына мынадай рәсімдер (іс-қимылдар) кіреді:", model.ProcessInternal},
		{model.Kazakh, "Мемлекеттік қызмет көрсету процесі мынадай рәсімдерді (іс-қимылдарды) қамтиды:", model.ProcessInternal},
		{model.Russian, "В состав процесса оказания государственной услуги входят следующие процедуры (действия):", model.ProcessInternal},
		{model.Russian, "Процесс оказания государственной услуги включает следующие процедуры (действия):", model.ProcessInternal},
		{model.Russian, "Процедуры (действия), выполняемые в процессе оказания государственной услуги, и их длительность:", model.ProcessInternal},
		{model.Russian, "Процедуры (действия) при оказании государственной услуги и их сроки:", model.ProcessInternal},
		{model.Kazakh, "Мемлекеттік қызмет көрсету кезіндегі рәсімдер (іс-қимылдар) және олардың мерзімдері:", model.ProcessInternal},
		{model.Russian, "Действия структурных подразделений (работников) услугодателя в процессе оказания государственной услуги:", model.ProcessInternal},
		{model.Kazakh, "Құрылымдық бөлімшелердің (қызметкерлердің) мемлекеттік қызмет көрсету процесіндегі іс-қимылдары:", model.ProcessInternal},
		{model.Russian, "Описание порядка обращения в Госкорпорацию, длительность обработки запроса услугополучателя:", model.ProcessCorporation},
		{model.Russian, "Описание процесса выдачи результата оказания государственной услуги через Государственную корпорацию, его длительность:", model.ProcessDelivery},
		{model.Russian, "Описание процесса получения результата оказания государственной услуги через Госкорпорацию:", model.ProcessDelivery},
		{model.Russian, "Процесс оказания государственной услуги состоит из следующих процедур (действий):", model.ProcessInternal},
		{model.Russian, "Процедуры (действия), входящие в состав процесса оказания государственной услуги:", model.ProcessInternal},
		{model.Russian, "Порядок взаимодействия структурных подразделений (работников) услугодателя:", model.ProcessInteraction},
		{model.Russian, "Взаимодействие структурных подразделений (работников) услугодателя:", model.ProcessInteraction},
		{model.Russian, "Этапы оказания государственной услуги с момента обращения потребителя в Центр и до выдачи результата:", model.ProcessPSC},
		{model.Russian, "Этапы оказания государственной услуги с момента обращения в центр занятости населения:", model.ProcessInternal},
		{model.Russian, "Порядок оказания государственной услуги через Государственную корпорацию:", model.ProcessCorporation},
		{model.Russian, "Порядок получения государственной услуги через центр обслуживания населения:", model.ProcessPSC},
		{model.Russian, "Порядок действий услугополучателя через веб-портал:", model.ProcessPortal},
		{model.Russian, "Описание действий работников Государственной корпорации:", model.ProcessCorporation},
		{model.Russian, "Описание порядка взаимодействия услугодателя с Госкорпорацией:", model.ProcessCorporation},
		{model.Russian, "Процедуры (действия) процесса оказания государственной услуги через Государственную корпорацию:", model.ProcessCorporation},
		{model.Russian, "Описание порядка использования информационных систем при оказании государственной услуги через портал:", model.ProcessPortal},
		{model.Russian, "Последовательность процедур (действий) через ЦОН:", model.ProcessPSC},
		{model.Russian, "Порядок обращения в Центр, длительность обработки запроса:", model.ProcessPSC},
		{model.Russian, "Этапы оказания государственной услуги:", model.ProcessInternal},
		{model.Russian, "Последовательность действий СФЕ:", model.ProcessInteraction},
		{model.Kazakh, "ҚФБ іс-әрекеттерінің реттілігі:", model.ProcessInteraction},
		{model.Russian, "При получении справки посредством Telegram-бота:", model.ProcessPortal},
		{model.Russian, "Порядок обращения через мобильное приложение:", model.ProcessPortal},
		{model.Kazakh, "Мемлекеттік қызмет көрсетудің кезеңдері:", model.ProcessInternal},
		{model.Russian, "Описание процесса получения результата оказания государственной услуги через ЦОН, его длительность:", model.ProcessDelivery},
		{model.Kazakh, "Уәкілетті органның іс-әрекеттер тәртібі:", model.ProcessInternal},
		{model.Kazakh, "Telegram-бот арқылы анықтама алған кезде:", model.ProcessPortal},
	} {
		r, _ := read(t, c.language, "1) "+step[c.language]+".\n6. "+c.heading+"\n1) "+step[c.language]+".")
		ps := r.Regulation.Processes
		if len(ps) != 2 || ps[1].Kind != c.kind || ps[1].Point != "6" {
			t.Errorf("%s: %d procedures, the last is %s", c.heading, len(ps), ps[len(ps)-1].Kind)
		}
	}
}

func TestASequenceOfProceduresIsWhatItsSectionSays(t *testing.T) {
	for section, want := range map[string]model.ProcessKind{
		"Описание порядка действий структурных подразделений (работников) услугодателя":            model.ProcessInternal,
		"Описание порядка взаимодействия структурных подразделений (работников) услугодателя":      model.ProcessInteraction,
		"Описание порядка использования информационных систем при оказании государственной услуги": model.ProcessInteraction,
	} {
		g := whole(t, `Регламент государственной услуги "Выдача лицензии"
1. Общие положения
1. Государственная услуга оказывается управлением (далее – услугодатель).
2. `+section+`
2. Последовательность процедур (действий) при обращении к услугодателю:
1) специалист регистрирует документы;
2) руководитель подписывает лицензию.`)
		if len(g.Processes) != 1 || g.Processes[0].Kind != want {
			t.Errorf("%s: %+v", section, g.Processes)
		}
	}
}

func TestStepsUnderAHeadingThatOnlyTheSectionExplains(t *testing.T) {
	text := `Регламент государственной услуги "Выдача лицензии"
1. Общие положения
1. Государственная услуга оказывается управлением (далее – услугодатель).
3. %s
2. %s:
1) сотрудник канцелярии услугодателя принимает документы – 15 минут;
2) исполнитель готовит лицензию – %s.
`
	const units = "Описание порядка взаимодействия структурных подразделений (работников) услугодателя"
	for _, c := range []struct {
		section, heading, term string
		kind                   model.ProcessKind // none where no procedure is read
	}{
		{units, "Необходимые для оказания услуги шаги", "10 рабочих дней", model.ProcessInteraction},
		{units, "Необходимые для оказания услуги шаги", "и вручает ее", ""},
		{"Порядок оказания государственной услуги", "Необходимые для оказания услуги шаги", "10 рабочих дней", model.ProcessInternal},
		{"Порядок оказания государственной услуги", "Последовательность процедур (действий)", "10 рабочих дней", model.ProcessInteraction},
		{"Порядок оказания государственной услуги", "Порядок действий управления", "и вручает ее", model.ProcessInternal},
		{"Порядок оказания государственной услуги", "Сроки оказания услуги", "10 рабочих дней", ""},
		{"Прочие положения", "Описание порядка действий структурных подразделений услугодателя", "10 рабочих дней", model.ProcessInternal},
		{"Прочие положения", "Необходимые для оказания услуги шаги", "10 рабочих дней", model.ProcessInternal}, // with a finding
		{"Прочие положения", "Необходимые для оказания услуги шаги", "и вручает ее", ""},
	} {
		got := model.ProcessKind("")
		for _, p := range whole(t, fmt.Sprintf(text, c.section, c.heading, c.term)).Processes {
			if got = p.Kind; len(p.Steps) != 2 {
				t.Errorf("%s with %d steps", p.Kind, len(p.Steps))
			}
		}
		if got != c.kind {
			t.Errorf("%s, %s, %s: %q, want %q", c.section, c.heading, c.term, got, c.kind)
		}
	}
}

func TestStepsUnderAHeadingThatNothingExplainsAreADoubt(t *testing.T) {
	for heading, want := range map[string]bool{
		"Необходимые шаги":                true,
		"Порядок действий подразделений":  false,
		"Порядок обращения через портал":  false,
		"Последовательность процедур":     false,
		"Порядок оказания услуги отделом": false,
	} {
		r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. "+heading+":\n1) специалист готовит справку – 1 час;\n2) руководитель подписывает справку – 2 часа.")
		told := slices.ContainsFunc(r.Findings, func(f model.Finding) bool {
			return f.Code == model.FindSectionUnknown && f.Severity == model.Warning
		})
		if told != want || len(r.Regulation.Processes) != 2 {
			t.Errorf("%s: told %v, want %v; %d procedures", heading, told, want, len(r.Regulation.Processes))
		}
	}
}

func TestStepsUnderALineBelowTheFirstOfThePoint(t *testing.T) {
	text := `Регламент государственной услуги "Выдача лицензии"
1. Общие положения
1. Государственная услуга оказывается управлением (далее – услугодатель).
3. Описание порядка взаимодействия с %s и (или) иными услугодателями
2. Для получения государственной услуги услугополучатель предоставляет документы, предусмотренные пунктом 9 Стандарта.
%s
1) работник накопительного сектора передает документы услугодателю – 1 час;
2) услугодатель рассматривает документы – 2 рабочих дня.
`
	for _, c := range []struct {
		with, line string
		want       string
	}{
		{"Государственной корпорацией", "Порядок подготовки и направления запроса услугополучателя:", "corporation applicant; corporation.worker"},
		{"центром обслуживания населения", "Порядок подготовки и направления запроса услугополучателя:", "psc applicant; psc.worker"},
		{"Государственной корпорацией", "Для получения услуги:\n1) работник сектора приема в случае неполноты документов отказывает в приеме – 5 минут;\n2) работник принимает документы – 10 минут;", "corporation applicant; corporation.worker"},
		{"Государственной корпорацией", "Порядок подготовки запроса.", ""},
	} {
		got := ""
		for _, p := range whole(t, fmt.Sprintf(text, c.with, c.line)).Processes {
			got += fmt.Sprint(p.Kind, " ", join(p.Steps[0].Roles), "; ", join(p.Steps[1].Roles))
		}
		if got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.with, c.line, got, c.want)
		}
	}
}

func TestTheStagesThroughACentreAreItsOwnProcedure(t *testing.T) {
	g := whole(t, `"Анықтама беру" мемлекеттік қызмет регламенті
1. Жалпы ережелер
1. Мемлекеттік қызмет бөліммен (бұдан әрі – уәкілетті орган), сондай-ақ баламалы негізде халыққа қызмет көрсету орталықтары (бұдан әрі – орталық) арқылы көрсетіледі.
2. Мемлекеттік қызмет көрсету кезеңдері:
уәкілетті орган арқылы:
1) маман өтінішті тіркейді;
орталық арқылы:
1) инспектор өтінішті тіркейді.
`)
	if p := g.Processes; len(p) != 2 || p[0].Kind != model.ProcessInternal || p[1].Kind != model.ProcessPSC || join(p[1].Steps[0].Roles) != "psc.worker" {
		t.Errorf("%+v", p)
	}
	for heading, want := range map[string]model.ProcessKind{
		"Этапы оказания государственной услуги через Центр:":                                                 model.ProcessPSC,
		"Этапы оказания государственной услуги при обращении в Центр:":                                       model.ProcessPSC,
		"Этапы оказания государственной услуги с момента обращения потребителя в уполномоченный орган:":      model.ProcessInternal,
		"Этапы оказания государственной услуги через уполномоченный орган и Центр:":                          model.ProcessInternal,
		"Этапы оказания электронной государственной услуги через веб-портал \"электронного правительства\":": model.ProcessPortal,
	} {
		g := whole(t, `Регламент государственной услуги "Выдача справки"
1. Общие положения
1. Государственная услуга оказывается отделом (далее – уполномоченный орган), а также через центр обслуживания населения (далее – Центр).
2. `+heading+`
1) накопительный отдел Центра составляет реестр;
2) специалист отдела готовит справку.
`)
		if p := g.Processes; len(p) != 1 || p[0].Kind != want || join(p[0].Steps[0].Roles) != "psc.worker" {
			t.Errorf("%s: %+v", heading, p)
		}
	}
}

func TestStepsBehindBulletsUnderAHeadingThatOnlyTheSectionExplains(t *testing.T) {
	for list, want := range map[string]int{
		"- маман құжаттарды тіркейді (15 минут);\n- басшы құжаттарды қарайды (1 сағат).": 2,
		"- маман құжаттарды тіркейді;\n- басшы құжаттарды қарайды.":                      0,
	} {
		g := whole(t, "\"Анықтама беру\" мемлекеттік қызмет регламенті\n1. Жалпы ережелер\n1. Мемлекеттік қызмет нысаны: автоматтандырылмаған.\n2. Мемлекеттік қызмет көрсету тәртібі\n2. Бөлімнің жұмысы:\n"+list+"\n")
		got := 0
		for _, p := range g.Processes {
			got += len(p.Steps)
		}
		if got != want {
			t.Errorf("%s: %d steps, want %d", list, got, want)
		}
	}
}

func TestAStepInTheSentenceOfItsPoint(t *testing.T) {
	for sentence, want := range map[string]string{
		"Мемлекеттік корпорация арқылы нәтижені алу процесінің сипаттамасы: қызметкер алушыға шешімнің көшірмесін береді – 15 (он бес) минут.": "internal 1; delivery 1",
		"Мемлекеттік корпорация арқылы нәтижені алу процесінің сипаттамасы: беруші хабарламаны жеткізеді, қызметкер оны алушыға береді.":       "internal 1; delivery 1",
		"Мемлекеттік корпорация арқылы нәтижені алу процесінің сипаттамасы: ұзақтығы – 15 (он бес) минут.":                                     "internal 1",
	} {
		r, _ := read(t, model.Kazakh, "1) маман өтінішті тіркейді – 5 минут.\n6. "+sentence)
		var got []string
		for _, p := range r.Regulation.Processes {
			got = append(got, fmt.Sprint(p.Kind, " ", len(p.Steps)))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q, want %q", sentence, got, want)
		}
	}
}

func TestADeliveryToldInOnePassiveSentenceIsAStep(t *testing.T) {
	g := whole(t, `Регламент государственной услуги "Выдача справок"
1. Общие положения
1. Государственная услуга "Выдача справок" (далее – государственная услуга) оказывается отделом (далее – услугодатель).
2. Описание порядка взаимодействия с Государственной корпорацией
2. Описание процесса получения результата оказания государственной услуги через Государственную корпорацию, его длительность:
выдача готовых документов услугополучателю осуществляется работником Государственной корпорации на основании расписки (20 минут).
3. Контроль осуществляется руководителем.`)
	if len(g.Processes) != 1 || len(g.Processes[0].Steps) != 1 {
		t.Fatalf("processes %+v", g.Processes)
	}
	p, s := g.Processes[0], g.Processes[0].Steps[0]
	if p.Kind != model.ProcessDelivery || s.Actor != "работником Государственной корпорации" || join(s.Roles) != "corporation.worker" || len(s.Durations) != 1 || s.Durations[0].Value != 20 {
		t.Errorf("%s: %+v", p.Kind, s)
	}
}

func TestAHeadingBelowTheFirstSentenceOfAPointAnnouncesItsSteps(t *testing.T) {
	checkBehindFirst(t, []behindFirst{
		{model.Kazakh, "Көрсетілетін қызметті алушылар Мемлекеттік корпорацияға жүгінеді және құжаттарды ұсынады.\nСұранысты өңдеу ұзақтығы – 20 минут.\nМемлекеттік корпорацияға өтініш білдіру тәртібін сипаттау:\n" +
			"1) көрсетілетін қызметті алушы қызметкерге өтінішті ұсынады (2 минут);\n2) 1-процесс – шлюз арқылы деректер қорына сұранысты жіберу (2 минут);\n3) 1-шарт – мәліметтердің болуын тексеру (1 минут).",
			"corporation ; applicant forward ; applicant forward 2 minute;  request_data 2 minute;  verify 1 minute"},
		{model.Kazakh, "Мемлекеттік қызметті алу үшін көрсетілетін қызметті алушылар Мемлекеттік корпорацияға жүгінеді.\nКөрсетілетін қызметті алушы құжаттарды тапсыру үшін күтудің рұқсат берілген ең ұзақ уақыты – 15 (он бес) минут.\nМемлекеттік корпорацияға жүгіну кезіндегі іс-қимылдар:\n" +
			"1) қызметкер құжаттарды тексереді – 5 минут;\n2) көрсетілетін қызметті беруші 5-тармақта сипатталған іс-қимылдарды жүзеге асырады.",
			"corporation ; applicant forward ; corporation.worker verify 5 minute; provider  "},
		{model.Kazakh, "Көрсетілетін қызметті алушы Мемлекеттік корпорацияға құжаттарды ұсынады.\nҚызмет көрсетудің рұқсат берілетін ең ұзақ уақыты – 15 минут.\nКөрсетілетін қызметті алушының сұранысын өңдеу ұзақтығын, Мемлекеттік корпорацияға жүгіну тәртібін сипаттау:\n" +
			"1) қызметкер құжаттарды қабылдайды – 15 минут;\n2) қызметкер нәтижені береді – 15 минут.",
			"corporation ; applicant forward ; corporation.worker receive 15 minute; corporation.worker issue 15 minute"},
		{model.Kazakh, "Көрсетілетін қызметті алушының мәліметтері ақпараттық жүйелерден алынады.\nМемлекеттік корпорацияға жүгіну кезіндегі іс-қимылдар:\n1) қызметкер құжаттарды қабылдайды – 15 минут.",
			"corporation ; corporation.worker receive 15 minute"},
		{model.Kazakh, "Көрсетілетін қызметті алушылар Мемлекеттік корпорацияға жүгінеді.\nҚажетті құжаттар тізбесі:\n1) өтініш;\n2) жеке куәлік.", ""},
		{model.Russian, "Услугополучатели подают документы в Государственную корпорацию.\nДлительность обработки – 20 минут.\nОписание порядка обращения в Государственную корпорацию:\n" +
			"1) услугополучатель подает заявление работнику (2 минуты);\n2) процесс 1 – направление запроса через шлюз в базу данных (2 минуты);\n3) условие 1 – проверка наличия данных (1 минута).",
			"corporation ; applicant forward ; applicant forward 2 minute;  request_data 2 minute;  verify 1 minute"},
		{model.Russian, "Для получения государственной услуги услугополучатель обращается в Государственную корпорацию.\nМаксимально допустимое время ожидания – 15 минут.\nДействия при обращении в Государственную корпорацию:\n" +
			"1) работник проверяет документы – 5 минут;\n2) работник передает документы услугодателю – 1 рабочий день.",
			"corporation ; applicant forward ; corporation.worker verify 5 minute; corporation.worker forward 1 working_day"},
		{model.Kazakh, "Көрсетілетін қызметті алушы мемлекеттік қызметті портал арқылы алады.\nПортал арқылы жүгіну кезіндегі қадамдық іс-қимылдар:\n1) көрсетілетін қызметті алушы порталда тіркеледі;\n2) маман сұранысты өңдейді.",
			"portal ; applicant authenticate ; provider.specialist review "},
		{model.Kazakh, "Көрсетілетін қызметті алушы (не сенімхат бойынша оның өкілі) Мемлекеттік корпорацияға жүгінеді.\nМемлекеттік корпорация қызметкерлерінің іс-қимылдары:\n1) қызметкер құжаттарды береді, ал жинақтау секторы оларды жолдайды – 1 (бір) жұмыс күні ішінде;\n" +
			"2) көрсетілетін қызметті берушінің іс-қимылы осы Регламенттің 5-тармағына сәйкес жүзеге асырылады.",
			"corporation ; applicant forward ; corporation.worker issue forward 1 working_day within; provider  "},
		{model.Kazakh, "Көрсетілетін қызметті алушы орталыққа құжаттарды ұсынады.\nОрталықта былай қызмет көрсетіледі:\n1) қызметкер құжаттарды қабылдайды – 15 минут;\n2) қызметкер құжаттарды жолдайды – 1 жұмыс күні;\n3) осы регламенттің 5-тармағында көзделген рәсімдер жүзеге асырылады;\n4) қызметкер нәтижені береді – 20 минут.",
			"internal ; applicant forward ; provider.specialist receive 15 minute; provider.specialist forward 1 working_day;   ; provider.specialist issue 20 minute"},
		{model.Russian, "Государственная услуга оказывается через Государственную корпорацию.\nПорядок обращения в Государственную корпорацию:\n1) работник проверяет документы – 5 минут.",
			"corporation ; corporation.worker verify 5 minute"},
		{model.Russian, "Услугодатель оказывает государственную услугу через Государственную корпорацию.\nПорядок обращения в Государственную корпорацию:\n1) работник проверяет документы – 5 минут.",
			"corporation ; corporation.worker verify 5 minute"},
	})
}

func TestALabelledSentenceNamesWhoActsBeforeItsCondition(t *testing.T) {
	for _, sentence := range []string{
		"Мемлекеттік корпорация қызметкері жеке куәлігін көрсеткен кезде анықтаманы береді (15 минут ішінде)",
		"Мемлекеттік корпорация қызметкері қолхатта көрсетілген мерзімде, жеке куәлігін көрсеткен кезде анықтаманы береді (15 минут ішінде)",
	} {
		s := steps(t, model.Kazakh, "1-үдеріс – құжаттарды жолдау (15 минут ішінде);\n2-үдеріс – "+sentence+".")
		if len(s) != 2 || s[1].Actor != "Мемлекеттік корпорация қызметкері" || join(s[1].Roles) != "corporation.worker" {
			t.Errorf("%s: %+v", sentence, s)
		}
	}
}
