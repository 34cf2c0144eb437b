package regulation

import (
	"fmt"
	"strings"
	"testing"

	"reglament/model"
)

// told tells, of each procedure behind the first, its kind, variant, term and steps.
func told(r Reading) string {
	var out []string
	for _, p := range r.Regulation.Processes[1:] {
		s := fmt.Sprintf("%s %s", p.Kind, strings.Join(p.Variant, " / "))
		for _, d := range p.Durations {
			s += fmt.Sprintf("[%d %s]", d.Value, d.Unit)
		}
		for _, step := range p.Steps {
			s += fmt.Sprintf("; %s %s %s", join(step.Roles), join(step.Actions), durationsOf(step))
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

func TestTheOnlyHeadingBelowAnnouncesTheStepsOnceMore(t *testing.T) {
	checkBehindFirst(t, []behindFirst{
		{model.Kazakh, "Мемлекеттік корпорацияға жүгіну тәртібінің сипаттамасы.\nСұрау салуды өңдеу ұзақтығы – 15 (он бес) минут.\nМемлекеттік корпорацияға жүгіну кезіндегі іс-қимылдардың реттілігі:\n1-процесс – қызметкер құжаттарды тексереді – 5 минут;\n2-процесс – қызметкер өтінішті тіркейді – 5 минут.", "corporation [15 minute]; corporation.worker verify 5 minute; corporation.worker register 5 minute"},
		{model.Kazakh, "Мемлекеттік корпорацияға жүгіну тәртібінің сипаттамасы:\nСұрау салуды өңдеу ұзақтығы – 15 (он бес) минут.\n1) қызметкер құжаттарды тексереді – 5 минут;\n2) қызметкер өтінішті тіркейді – 5 минут.", "corporation [15 minute]; corporation.worker verify 5 minute; corporation.worker register 5 minute"},
		{model.Kazakh, "Мемлекеттік корпорацияға жүгіну тәртібінің сипаттамасы:\nрәсімдердің (іс-қимылдардың) реттілігі:\n1) қызметкер құжаттарды тексереді – 5 минут;\n2) қызметкер өтінішті тіркейді – 5 минут.", "corporation ; corporation.worker verify 5 minute; corporation.worker register 5 minute"},
		{model.Russian, "Описание порядка обращения в Государственную корпорацию.\nДлительность обработки запроса услугополучателя – 20 минут.\nПоследовательность действий при обращении в Государственную корпорацию:\n1) работник проверяет документы – 5 минут;\n2) работник регистрирует заявление – 5 минут.", "corporation [20 minute]; corporation.worker verify 5 minute; corporation.worker register 5 minute"},
		{model.Russian, "Описание порядка обращения в Государственную корпорацию:\nДлительность обработки запроса услугополучателя – не более 20 минут.\nпроцесс 1 – работник проверяет документы – 5 минут;\nпроцесс 2 – работник регистрирует заявление – 5 минут.", "corporation [20 minute]; corporation.worker verify 5 minute; corporation.worker register 5 minute"},
		{model.Russian, "Описание порядка обращения в Государственную корпорацию:\nСрок обработки запроса – 20 минут.\n1) работник проверяет документы;\n2) работник регистрирует заявление.", "corporation [20 minute]; corporation.worker verify ; corporation.worker register "},
	})
}

func TestTheOnlyStepMayBeginWithACondition(t *testing.T) {
	checkBehindFirst(t, []behindFirst{
		{model.Kazakh, "Мемлекеттік қызмет көрсетудің нәтижесін Мемлекеттік корпорация арқылы алу процесінің сипаттамасы, оның ұзақтығы:\nМемлекеттік корпорация қызметкері көрсетілетін қызметті алушыға жеке куәлігін көрсеткен кезде қолхат негізінде дайын нәтижені 15 (он бес) минут ішінде береді.", "delivery ; corporation.worker issue 15 minute within"},
		{model.Kazakh, "Мемлекеттік қызмет көрсетудің нәтижесін Мемлекеттік корпорация арқылы алу процесінің сипаттамасы, оның ұзақтығы:\nЖеке куәлікті көрсеткен жағдайда Мемлекеттік корпорация қызметкері нәтижені 15 (он бес) минут ішінде береді.", "delivery ; corporation.worker issue 15 minute within"},
		{model.Kazakh, "Мемлекеттік қызмет көрсетудің нәтижесін Мемлекеттік корпорация арқылы алу процесінің сипаттамасы, оның ұзақтығы:\nкөрсетілетін қызметті алушы қолхатты ұсынған кезде нәтиже 15 минут ішінде беріледі.", ""},
		{model.Russian, "Описание процесса получения результата оказания государственной услуги через Государственную корпорацию, его длительность:\nработник Государственной корпорации при предъявлении удостоверения личности на основании расписки выдает результат в течение 15 минут.", "delivery ; corporation.worker issue 15 minute within"},
		{model.Russian, "Описание процесса получения результата оказания государственной услуги через Государственную корпорацию, его длительность:\nПри предъявлении удостоверения личности работник Государственной корпорации на основании расписки выдает результат в течение 15 минут.", "delivery ; corporation.worker issue 15 minute within"},
		{model.Russian, "Описание процесса получения результата оказания государственной услуги через Государственную корпорацию, его длительность:\nв случае обращения услугополучателя с распиской работник Государственной корпорации выдает результат – 15 минут.", "delivery ; corporation.worker issue 15 minute"},
	})
}

func TestTheOnlyStepBehindADash(t *testing.T) {
	checkBehindFirst(t, []behindFirst{
		{model.Kazakh, "Мемлекеттік қызмет көрсету процесінің құрамына кіретін рәсім (іс-қимыл) – тіркеу бөлімшесінің медициналық тіркеушісі 10 (он) минуттан аспайтын уақытта шақыруды журналға тіркейді.", "internal ; provider.registrar register 10 minute max"},
		{model.Kazakh, "Мемлекеттік қызмет көрсету процесінің құрамына кіретін рәсім (іс-қимыл): медициналық тіркеуші 10 (он) минут ішінде шақыруды журналға тіркейді.", "internal ; provider.registrar register 10 minute within"},
		{model.Kazakh, "Мемлекеттік қызмет көрсету процесінің құрамына кіретін әрбір рәсімнің (іс-қимылдың) мазмұны, оны орындаудың ұзақтығы – медициналық тіркеуші 10 (он) минут ішінде шақыруды журналға тіркейді.", "internal ; provider.registrar register 10 minute within"},
		{model.Russian, "Содержание процедуры (действия), входящей в состав процесса оказания государственной услуги – медицинский регистратор регистрирует вызов в журнале в течение 10 минут.", "internal ; provider.registrar register 10 minute within"},
		{model.Russian, "Процедура (действие), входящая в состав процесса оказания государственной услуги, – медицинский регистратор в течение 10 минут регистрирует вызов в журнале и сообщает время прихода врача.", "internal ; provider.registrar register notify 10 minute within"},
	})
}

func TestAKazakhActorWithTheNameOfItsBody(t *testing.T) {
	for sentence, want := range map[string]string{
		`1) "Білім бөлімі" мемлекеттік мекемесінің маманы құжаттарды қабылдайды;`:                               `"Білім бөлімі" мемлекеттік мекемесінің маманы provider.specialist`,
		`1) өтінішті «Азаматтарға арналған үкімет» мемлекеттік корпорациясының қызметкері тіркейді;`:            `«Азаматтарға арналған үкімет» мемлекеттік корпорациясының қызметкері corporation.worker`,
		`1-процесс – "Азаматтарға арналған үкімет" мемлекеттік корпорациясы қызметкерінің құжаттарды тексеруі;`: `"Азаматтарға арналған үкімет" мемлекеттік корпорациясы қызметкерінің corporation.worker`,
		`1) өтінішті қаржы бөлімінің маманы қарайды;`:                                                           "қаржы бөлімінің маманы provider.specialist",
		`1) 3 жұмыс күні ішінде құжаттарды тұрғын үй қатынастары бөлімінің маманы тексереді;`:                   "тұрғын үй қатынастары бөлімінің маманы provider.specialist",
		`1) құжаттарды тікелей бөлім басшысы қарайды;`:                                                          "бөлім басшысы provider.unit_head",
	} {
		s := steps(t, model.Kazakh, sentence)[0]
		if got := string(s.Actor) + " " + join(s.Roles); got != want {
			t.Errorf("%s: %q, want %q", sentence, got, want)
		}
	}
}

func TestKazakhHeadingsOfProcedures(t *testing.T) {
	for heading, want := range map[string]string{
		"Халыққа қызмет көрсету орталықтары арқылы қызмет көрсету кезіндегі іс-қимылдардың реттілігі:": "psc",
		"ЭҮП арқылы өтініш беру тәртібі:":                                                                   "portal",
		"Мемлекеттік корпорацияда дайын нәтижені беру тәртібі:":                                             "delivery",
		"Мемлекеттік қызмет көрсету процесінде құрылымдық бөлімшелердің (қызметкерлердің) өзара іс-қимылы:": "interaction",
	} {
		r := readBehindFirst(t, model.Kazakh, heading+"\n1) маман құжаттарды қабылдайды – 15 минут;\n2) басшы құжаттарды қарайды – 1 сағат.")
		if p := r.Regulation.Processes; len(p) != 2 || string(p[1].Kind) != want || len(p[1].Steps) != 2 {
			t.Errorf("%s: %+v", heading, p[1:])
		}
	}
}

func TestKazakhLimitsInAnyWords(t *testing.T) {
	for sentence, want := range map[string]string{
		"Құжаттар топтамасын тапсыру үшін күтудің және қызмет көрсетудің рұқсат етілген ең ұзақ уақыты – 20 минут.":                   "wait 20 minute; serve 20 minute",
		"Күту мен қызмет көрсетудің рұқсат етілген ең ұзақ уақыты Мемлекеттік корпорацияда – 15 минут.":                               "wait corporation 15 minute; serve corporation 15 minute",
		"Қызмет көрсету үшін күтудің рұқсат етілген ең ұзақ уақыты – 20 минут.":                                                       "wait 20 minute",
		"Тұтынушы уәкілетті органға жүгінген кезде қызмет көрсету мерзімі құжаттарды тапсырған сәттен бастап он жұмыс күнін құрайды.": "service office 10 working_day",
		"Мемлекеттік қызмет көрсету мерзімі 15 жұмыс күнінен кешіктірілмейді.":                                                        "service 15 working_day",
	} {
		r := readBehindFirst(t, model.Kazakh, sentence)
		var got []string
		for _, l := range r.Regulation.TimeLimits {
			got = append(got, strings.Join(strings.Fields(fmt.Sprint(l.What, " ", join(l.At), " ", l.Duration.Value, " ", l.Duration.Unit)), " "))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q, want %q", sentence, got, want)
		}
	}
}

func TestAKazakhProviderWithoutItsUsualShortName(t *testing.T) {
	for sentence, want := range map[string]string{
		`Мемлекеттік қызмет "Алматы қаласының білім басқармасы" мекемесімен (бұдан әрі – Басқарма) көрсетіледі.`:               `"Алматы қаласының білім басқармасы" мекемесімен`,
		`Мемлекеттік қызмет көрсетуді ауылдық округтердің әкімдері (бұдан әрі – көрсетілетін қызметті беруші) жүзеге асырады.`: "ауылдық округтердің әкімдері",
		`Өтінішті жұмыспен қамту бөлімі (бұдан әрі – бөлім) қабылдайды.`:                                                       "",
	} {
		g := whole(t, fmt.Sprintf(`"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті
1. Жалпы ережелер
1. %s
2. Мемлекеттік қызмет көрсету нысаны: қағаз түрінде.
`, sentence))
		if string(g.Provider) != want {
			t.Errorf("%s: %q, want %q", sentence, g.Provider, want)
		}
	}
}

func TestStepsBehindATitleThatIsASentence(t *testing.T) {
	checkBehindFirst(t, []behindFirst{
		{model.Kazakh, "Мемлекеттік корпорацияға жүгіну тәртібі. Мемлекеттік корпорация қызметкері құжаттарды қабылдайды (15 минут). Жинақтау секторы оларды көрсетілетін қызметті берушіге жолдайды (1 жұмыс күні).",
			"corporation ; corporation.worker receive 15 minute; corporation.worker forward 1 working_day"},
		{model.Russian, "Порядок обращения в Государственную корпорацию. Работник Государственной корпорации принимает документы (15 минут). Накопительный сектор направляет их услугодателю (1 рабочий день).",
			"corporation ; corporation.worker receive 15 minute; corporation.worker forward 1 working_day"},
		{model.Russian, "Порядок обращения в Государственную корпорацию. Услугополучатель подает документы согласно приложению 1 к настоящему регламенту.", ""},
	})
}

func TestTheStepsOfWhoAppliesToACentreOf2012(t *testing.T) {
	checkBehindFirst(t, []behindFirst{
		{model.Kazakh, "Тұтынушы Орталыққа жүгінген кездегі қадамдық іс-қимылдар мен шешімдер:\nтұтынушы құжаттарды Орталыққа тапсырады;\nОрталық инспекторы өтінішті тіркейді;\nқызмет берушінің басшысы анықтамаға қол қояды.", "psc ; applicant forward ; psc.worker register ; provider.head sign "},
		{model.Kazakh, "Тұтынушы халыққа қызмет көрсету орталығына жүгінген кездегі қадамдық іс-қимылдар:\n1) тұтынушы құжаттарды тапсырады;\n2) инспектор өтінішті тіркейді.", "psc ; applicant forward ; psc.worker register "},
		{model.Kazakh, "Тұтынушы ЭҮП-ке жүгінген кездегі қадамдық іс-қимылдар мен шешімдер:\n1) тұтынушы ЭҮП-те тіркелуді жүзеге асырады;\n2) 1-үдеріс – тұтынушының парольді енгізуі.", "portal ; applicant authenticate ; applicant authenticate enter_data "},
		{model.Russian, "Пошаговые действия и решения при обращении потребителя в Центр:\n1) потребитель сдает документы в Центр;\n2) инспектор Центра регистрирует заявление.", "psc ; applicant forward ; center.specialist register "},
	})
}

// behindFirst is a point behind that with the first step, and its procedures as told tells them.
type behindFirst struct {
	language   model.Language
	text, want string
}

func checkBehindFirst(t *testing.T, cases []behindFirst) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			if got := told(readBehindFirst(t, c.language, c.text)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func readBehindFirst(t *testing.T, l model.Language, text string) Reading {
	t.Helper()
	first := "1) маман өтінішті тіркейді – 5 минут.\n6. "
	if l == model.Russian {
		first = "1) специалист регистрирует заявление – 5 минут.\n6. "
	}
	r, _ := read(t, l, first+text)
	return r
}

func TestWhoActsStandsInTheHeadingBehindTheCase(t *testing.T) {
	checkBehindFirst(t, []behindFirst{
		{model.Kazakh, "Көрсетілетін қызметті алушы Мемлекеттік корпорацияға жүгінген кезде Мемлекеттік корпорация қызметкері:\n1) өтініштің дұрыс толтырылуын тексереді – 5 минут;\n2) құжаттар толық болмаған жағдайда қабылдаудан бас тартады – 2 минут;\n3) өтінішті тіркейді – 5 минут.",
			"corporation ; corporation.worker verify 5 minute; corporation.worker refuse 2 minute; corporation.worker register 5 minute"},
		{model.Russian, "При обращении услугополучателя в Государственную корпорацию работник Государственной корпорации:\n1) проверяет заявление – 5 минут;\n2) в случае неполноты документов отказывает в приеме – 2 минуты;\n3) регистрирует заявление и выдает расписку – 5 минут.",
			"corporation ; corporation.worker verify 5 minute; corporation.worker refuse 2 minute; corporation.worker register issue 5 minute"},
		{model.Russian, "В случае несогласия с результатом жалоба подается в аппарат акима района:\n1) по почте;\n2) нарочно.", ""},
		{model.Russian, "При обращении в Государственную корпорацию:\n1) работник проверяет заявление – 5 минут;\n2) работник регистрирует заявление – 5 минут.",
			"corporation ; corporation.worker verify 5 minute; corporation.worker register 5 minute"},
	})
}

func TestChecksBelowAHeadingThatNamesAWayAreItsProcedure(t *testing.T) {
	checkBehindFirst(t, []behindFirst{
		{model.Kazakh, "Портал арқылы мемлекеттік қызмет көрсету кезінде:\nкөрсетілетін қызметті алушы порталда тіркеледі;\n1 процесс: көрсетілетін қызметті алушының парольді енгізуі;\n1 шарт: порталда деректердің дұрыстығын тексеру;\n2 процесс: порталдың бас тарту туралы хабарлама қалыптастыруы;\n3 процесс: көрсетілетін қызметті алушының сұрау салуды толтыруы.",
			"portal ; applicant authenticate ; applicant authenticate enter_data ; portal verify ; portal generate ; applicant fill_form "},
		{model.Russian, "При оказании государственной услуги через портал:\n1) услугополучатель регистрируется на портале;\n2) процесс 1: ввод услугополучателем пароля;\n3) условие 1: проверка на портале подлинности данных;\n4) процесс 2: формирование порталом сообщения об отказе в авторизации;\n5) процесс 3: заполнение услугополучателем запроса.",
			"portal ; applicant authenticate ; applicant enter_data authenticate ; portal verify ; portal generate ; applicant fill_form "},
	})
}
