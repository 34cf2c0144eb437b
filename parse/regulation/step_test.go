package regulation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reglament/model"
	"reglament/parse/source"
)

// frame is the shortest regulation that a procedure can stand in.
var frame = map[model.Language]string{
	model.Kazakh: `"Баспана беру" мемлекеттік көрсетілетін қызмет регламенті
1. Жалпы ережелер
1. "Баспана беру" мемлекеттік көрсетілетін қызмет (бұдан әрі – мемлекеттік көрсетілетін қызмет) тұрғын үй бөлімдерімен (бұдан әрі – көрсетілетін қызметті беруші) көрсетіледі.
2. Іс-қимыл тәртібін сипаттау
5. Мемлекеттік қызмет көрсету процесінің құрамына кіретін әрбір рәсімнің (іс-қимылдың) мазмұны, оны орындаудың ұзақтығы:
%s
`,
	model.Russian: `Регламент государственной услуги "Предоставление жилища"
1. Общие положения
1. Наименование услугодателя: отделы жилищных отношений (далее – услугодатель).
2. Описание порядка действий
5. Содержание каждой процедуры (действия), входящей в состав процесса оказания государственной услуги, длительность выполнения:
%s
`,
}

// read reads a regulation whose only procedure has the paragraphs.
func read(t *testing.T, l model.Language, paragraphs string) (Read, *source.Text) {
	t.Helper()
	src, err := source.Read("act.txt", []byte(fmt.Sprintf(frame[l], paragraphs)))
	if err != nil {
		t.Fatal(err)
	}
	if src.Language != l {
		t.Fatalf("language %s, want %s", src.Language, l)
	}
	found := Find(src)
	if len(found.Places) != 1 {
		t.Fatalf("%d regulations in\n%s", len(found.Places), src.Canonical)
	}
	return found.Read()[0], src
}

// steps reads the steps of the only procedure.
func steps(t *testing.T, l model.Language, paragraphs string) []model.Step {
	t.Helper()
	r, _ := read(t, l, paragraphs)
	if len(r.Regulation.Processes) != 1 {
		t.Fatalf("%d procedures in %q", len(r.Regulation.Processes), paragraphs)
	}
	return r.Regulation.Processes[0].Steps
}

func durationsOf(s model.Step) string {
	var out []string
	for _, d := range s.Durations {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%d %s %s", d.Value, d.Unit, d.Qualifier)))
	}
	return strings.Join(out, ", ")
}

func join[T ~string](l []T) string {
	var out []string
	for _, v := range l {
		out = append(out, string(v))
	}
	return strings.Join(out, " ")
}

func TestATaskSaysWhoDoesWhatInWhatTime(t *testing.T) {
	cases := []struct {
		language                                        model.Language
		sentence, actor, roles, actions, durations, res string
	}{
		{model.Kazakh, "1) кеңсенің қызметкері құжаттарды қабылдауды және тіркеуді жүзеге асырады және басшыға жолдайды – 30 минут;",
			"кеңсенің қызметкері", "provider.office", "receive register forward", "30 minute", ""},
		{model.Kazakh, "1) басшы құжаттарды қарайды және жауапты орындаушыны белгілейді - 1 сағат ;",
			"басшы", "provider.head", "review assign", "1 hour", ""},
		{model.Kazakh, "1) көрсетілетін қызметті берушінің кеңсе қызметкері 10 (он) минут ішінде алынған құжаттарды тіркейді және көрсетілетін қызметті берушінің басшысына қарау үшін жолдайды.\nНәтижесі – тіркеу журналына жазу;",
			"көрсетілетін қызметті берушінің кеңсе қызметкері", "provider.office", "register forward", "10 minute within", "тіркеу журналына жазу"},
		{model.Kazakh, "1) көрсетілетін қызметті берушінің бөлім басшысы 2 (екі) жұмыс күн ішінде шешіммен келіседі;",
			"көрсетілетін қызметті берушінің бөлім басшысы", "provider.unit_head", "agree", "2 working_day within", ""},
		{model.Kazakh, "1) тұрғын үй мәселелері жөніндегі комиссия құжаттарды қарайды және шешім шығарады – он жұмыс күні;",
			"тұрғын үй мәселелері жөніндегі комиссия", "commission", "review decide", "10 working_day", ""},
		{model.Kazakh, "1) көрсетілетін қызметті берушінің басшысы немесе ауылдық округ әкімі құжаттармен танысады -1 (бір) күнтізбелік күн;",
			"көрсетілетін қызметті берушінің басшысы немесе ауылдық округ әкімі", "provider.head rural_akim", "review", "1 calendar_day", ""},
		{model.Kazakh, "1) көрсетілетін қызметті берушінің немесе ауылдық округ әкімі аппаратының жауапты орындаушысы анықтаманы ресімдейді;",
			"көрсетілетін қызметті берушінің немесе ауылдық округ әкімі аппаратының жауапты орындаушысы", "provider.executor rural_akim.executor", "prepare", "", ""},
		{model.Kazakh, "1) кеңсе қызметкері нәтижені береді, Мемлекеттік корпорация өтемақы төлеу туралы құжаттарды жолдайды – 25 (жиырма бес) минут;",
			"кеңсе қызметкері", "provider.office corporation", "issue forward", "25 minute", ""},
		{model.Kazakh, "1) жауапты орындаушы бас тарту туралы дәлелді жауапты дайындайды – 4 жұмыс күн. Нәтижесі –жауапқа қол қою;",
			"жауапты орындаушы", "provider.executor", "prepare", "4 working_day", "жауапқа қол қою"},
		{model.Kazakh, "1) көрсетілетін қызметті алушы құжаттарды Мемлекеттік корпорация қызметкеріне береді – 3 (үш) минут ішінде;",
			"көрсетілетін қызметті алушы", "applicant", "forward", "3 minute within", ""},
		{model.Kazakh, "1) нәтиже Мемлекеттік корпорацияның қызметкерімен 5 (бес) минут ішінде рәсімделеді;",
			"Мемлекеттік корпорацияның қызметкерімен", "corporation.worker", "prepare", "5 minute within", ""},
		{model.Kazakh, "1) аудандық білім бөлімінің әдіскері құжаттарды тексереді, 3 жұмыс күнінен аспайтын мерзімде жолдаманы дайындайды;",
			"аудандық білім бөлімінің әдіскері", "provider.methodist", "verify prepare", "3 working_day max", ""},
		{model.Kazakh, "1) мектеп директоры өтінішті қарап, әдіскерге тапсырады – 2 сағат ішінде;",
			"мектеп директоры", "provider.head", "review forward", "2 hour within", ""},
		{model.Kazakh, "1) жер қатынастары бөлімінің бас маманы күнтізбелік 10 күн ішінде сызбаны келіседі және өтініш берушіні хабардар етеді;",
			"жер қатынастары бөлімінің бас маманы", "provider.specialist", "agree notify", "10 calendar_day within", ""},
		{model.Kazakh, "1) құжаттарды басшы қарайды (30 минуттан аспайды);",
			"басшы", "provider.head", "review", "30 minute max", ""},
		{model.Kazakh, "1) кеңсе көрсетілетін қызметті алушыға немесе Орталық қызметкеріне хабарламаны береді – 15 минут;",
			"кеңсе", "provider.office", "issue", "15 minute", ""},
		{model.Kazakh, "1) көрсетілетін қызметті алушы 2 (екі) минут ішінде қажетті құжаттарды береді;",
			"көрсетілетін қызметті алушы", "applicant", "forward", "2 minute within", ""},
		{model.Kazakh, "1) маман қырық бес (45) минут ішінде өтінішті тіркейді;",
			"маман", "provider.specialist", "register", "45 minute within", ""},
		{model.Kazakh, "1) 8-процесс–көрсетілетін қызметті алушы нәтижені (көмек тағайындау (тағайындаудан бас тарту) туралы хабарлама алуы – 2 (екі) минут ішінде;",
			"көрсетілетін қызметті алушы", "applicant", "receive", "2 minute within", ""},
		{model.Kazakh, "1) 2-процесс – Мемлекеттік корпорация қызметкерінің сұраныс мәліметтерін енгізуі – 3 (үш) минуттан аспайды;",
			"Мемлекеттік корпорация қызметкерінің", "corporation.worker", "enter_data", "3 minute max", ""},
		{model.Kazakh, "1) өтінішті қабылдау және тіркеу. Кеңсе қызметкері өтінішті тіркейді және басшыға жолдайды – 20 минут;",
			"Кеңсе қызметкері", "provider.office", "receive register forward", "20 minute", ""},
		{model.Kazakh, "1) 2-шарт – көрсетілетін қызметті берушінің ұсынылған эскиздердің талаптарға сәйкестігін тексеруі;",
			"көрсетілетін қызметті берушінің", "provider", "verify", "", ""},
		{model.Kazakh, "1) корпорация қызметкері құжаттарды мерзім аяқталуына бір тәулік қалғанда жеткізеді;",
			"корпорация қызметкері", "corporation.worker", "forward", "", ""},
		{model.Kazakh, "1) бөлім басшысы маманды айқындайды – отыз минут;",
			"бөлім басшысы", "provider.unit_head", "assign", "30 minute", ""},
		{model.Kazakh, "1) уәкілетті орган жәрдемақы тағайындайды – 2 жұмыс күні;",
			"уәкілетті орган", "provider", "decide", "2 working_day", ""},
		{model.Russian, "1) процесс 1 – процесс авторизации услугополучателя на портале;",
			"услугополучателя", "applicant", "authenticate", "", ""},
		{model.Russian, "1) ассистент отдела в течение 1 (одного) рабочего дня формирует дело;",
			"ассистент отдела", "provider.specialist", "generate", "1 working_day within", ""},
		{model.Russian, "1) работник канцелярии направляет паспорт не позднее, чем за 1 (один) рабочий день до истечения срока;",
			"работник канцелярии", "provider.office", "forward", "", ""},
		{model.Russian, "1) передача документов курьером услугодателю – 1 рабочий день;",
			"курьером", "courier", "forward", "1 working_day", ""},
		{model.Russian, "1) методист осуществляет подготовку направления – 1 час;",
			"методист", "provider.methodist", "prepare", "1 hour", ""},
		{model.Russian, "1) руководитель назначает пособие и подписывает уведомление – 1 час;",
			"руководитель", "provider.head", "decide sign", "1 hour", ""},
		{model.Russian, "1) процесс 2 – ввод работником Государственной корпорации данных запроса – не превышает 3 (трех) минут;",
			"работником Государственной корпорации", "corporation.worker", "enter_data", "3 minute max", ""},
		{model.Kazakh, "1) көрсетілетін қызметті берушінің басшысы немесе оны алмастыратын тұлға немесе ауылдық округ әкімі құжаттарға қол қояды – 1 сағат;",
			"көрсетілетін қызметті берушінің басшысы немесе оны алмастыратын тұлға немесе ауылдық округ әкімі", "provider.head rural_akim", "sign", "1 hour", ""},
		{model.Kazakh, "1) аудандық маңызы бар қаланың, кенттің, ауылдың, ауылдық округтің әкімі құжаттарды қарайды – 1 сағат;",
			"аудандық маңызы бар қаланың, кенттің, ауылдың, ауылдық округтің әкімі", "rural_akim", "review", "1 hour", ""},
		{model.Kazakh, "1) көрсетілетін қызметті берушінің кеңсе маманы немесе кент, ауыл, ауылдық округ әкімі аппаратының маманы құжаттарды тіркейді – 15 минут;",
			"көрсетілетін қызметті берушінің кеңсе маманы немесе кент, ауыл, ауылдық округ әкімі аппаратының маманы", "provider.office rural_akim.specialist", "register", "15 minute", ""},
		{model.Kazakh, "1) Мемлекеттік корпорация жұмыскері өтінішті қабылдайды – 15 минут;",
			"Мемлекеттік корпорация жұмыскері", "corporation.worker", "receive", "15 minute", ""},
		{model.Kazakh, "1) 3-шарт-көрсетілетін қызметті берушінің құжаттарды тексеруі – 2 минут;",
			"көрсетілетін қызметті берушінің", "provider", "verify", "2 minute", ""},
		{model.Kazakh, "1) маман өтінішті қарайды, тіркеу жүргізілмейді;",
			"маман", "provider.specialist", "review", "", ""},
		{model.Kazakh, "1) басшы құжаттарды қарайды-1 сағат;",
			"басшы", "provider.head", "review", "1 hour", ""},
		{model.Kazakh, "1) құжаттар жауапты орындаушымен 2 жұмыс күнінен кешіктірілмей тексеріледі;",
			"жауапты орындаушымен", "provider.executor", "verify", "2 working_day max", ""},
		{model.Kazakh, "1) маман құжаттарды жарты сағат ішінде тіркейді, 1 (бір) тәулік ішінде басшыға жолдайды;",
			"маман", "provider.specialist", "register forward", "30 minute within, 1 day within", ""},
		{model.Kazakh, "1) хабарлама кеңсе маманымен 20 (жиырма) минут ішінде көрсетілетін қызметті алушыға беріледі;",
			"кеңсе маманымен", "provider.office", "issue", "20 minute within", ""},
		{model.Kazakh, "1) маман өтінішті тексереді, 5 минут, қызмет көрсетудің рұқсат етілген ең ұзақ уақыты - 20 минут;",
			"маман", "provider.specialist", "verify", "5 minute", ""},
		{model.Kazakh, "1) мамандар құжаттарды 15 минутқа дейін тіркейді, үш жұмыс күнінен асырмай тексереді;",
			"мамандар", "provider.specialist", "register verify", "15 minute max, 3 working_day max", ""},
		{model.Kazakh, "1) көрсетілетін қызметті берушінің мамандары құжаттарды қабылдайды – 15мин., тексереді – 3 жұм. күні;",
			"көрсетілетін қызметті берушінің мамандары", "provider.specialist", "receive verify", "15 minute, 3 working_day", ""},
		{model.Kazakh, "1) маман құжаттарды жұмыс күні ішінде тексереді, екі-үш күн ішінде жолдайды;",
			"маман", "provider.specialist", "verify forward", "1 working_day within", ""},
		{model.Kazakh, "1) басшы құжаттарды қарап, жауапты орындаушыны айқындайды – 1 сағат;",
			"басшы", "provider.head", "review assign", "1 hour", ""},
		{model.Kazakh, "1) әлеуметтік қызметкер отбасының жағдайын зерттеп, акт жасайды – 3 жұмыс күні;",
			"әлеуметтік қызметкер", "provider.specialist", "review prepare", "3 working_day", ""},
		{model.Russian, "1) сотрудник канцелярии услугодателя регистрирует и предоставляет документы руководителю услугодателя (не более двадцати минут). Результат процедуры (действия): регистрация документов;",
			"сотрудник канцелярии услугодателя", "provider.office", "register forward", "20 minute max", "регистрация документов"},
		{model.Russian, "1) руководитель услугодателя в течение 1 (одного) рабочего дня рассматривает документы и определяет ответственного исполнителя;",
			"руководитель услугодателя", "provider.head", "review assign", "1 working_day within", ""},
		{model.Russian, "1) ответственный исполнитель услугодателя проверяет документы и готовит проект решения – 3 (три) рабочих дня;",
			"ответственный исполнитель услугодателя", "provider.executor", "verify prepare", "3 working_day", ""},
		{model.Russian, "1) работник Государственной корпорации в течение 15 минут принимает заявление;",
			"работник Государственной корпорации", "corporation.worker", "receive", "15 minute within", ""},
		{model.Russian, "1) специалист отдела занятости оформляет справку - двадцать пять минут, руководитель отдела подписывает справку;",
			"специалист отдела занятости", "provider.specialist provider.unit_head", "prepare sign", "25 minute", ""},
		{model.Russian, "1) сотрудник канцелярии услугодателя с момента подачи документов осуществляет прием и регистрацию их – 30 (тридцать) минут.\nРезультат – направляет документы руководителю;",
			"сотрудник канцелярии услугодателя", "provider.office", "receive register", "30 minute", "направляет документы руководителю"},
		{model.Russian, "1) специалист аппарата акима сельского округа или сотрудник канцелярии услугодателя принимает документы – 1 (один) рабочий день;",
			"специалист аппарата акима сельского округа или сотрудник канцелярии услугодателя", "rural_akim.specialist provider.office", "receive", "1 working_day", ""},
		{model.Russian, "1) услугополучатель подает документы работнику Государственной корпорации – в течение 3 (трех) минут;",
			"услугополучатель", "applicant", "forward", "3 minute within", ""},
		{model.Russian, "1) процесс 1 – ввод работником Государственной корпорации в автоматизированное рабочее место информационной системы логина и пароля – в течение 1 (одной) минуты;",
			"работником Государственной корпорации", "corporation.worker", "enter_data authenticate", "1 minute within", ""},
		{model.Russian, "1) руководитель услугодателя либо лицо, исполняющее его обязанности, подписывает уведомление в течение одного часа;",
			"руководитель услугодателя либо лицо", "provider.head", "sign", "1 hour within", ""},
		{model.Russian, "1) документы рассматриваются руководителем услугодателя в течение 2-х часов;",
			"руководителем услугодателя", "provider.head", "review", "2 hour within", ""},
		{model.Russian, "1) канцелярия услугодателя передает документы руководству в течение получаса;",
			"канцелярия услугодателя", "provider.office", "forward", "30 minute within", ""},
		{model.Russian, "1) участковая комиссия проводит обследование и готовит заключение-3 рабочих дня;",
			"участковая комиссия", "commission", "verify prepare", "3 working_day", ""},
		{model.Russian, "1) справку подписывает ответственный руководитель отдела в течение двух суток;",
			"ответственный руководитель отдела", "provider.unit_head", "sign", "2 day within", ""},
		{model.Russian, "1) проект решения согласовывается юристом и бухгалтером в течение 1 дня;",
			"юристом и бухгалтером", "provider.lawyer provider.accountant", "agree", "1 day within", ""},
		{model.Russian, "1) в течение 1 (одного) рабочего дня руководитель услугодателя подписывает справку;",
			"руководитель услугодателя", "provider.head", "sign", "1 working_day within", ""},
		{model.Russian, "1) процесс 1 – направление документа через шлюз для обработки запроса услугодателем в течение 2 минут;",
			"", "", "forward", "2 minute within", ""},
		{model.Russian, "1) процесс 1 – направление запроса о данных услугополучателя через шлюз;",
			"", "", "request_data", "", ""},
		{model.Russian, "1) условие 1 – проверка на портале данных о зарегистрированном услугополучателе через ИИН и пароль;",
			"", "portal", "verify", "", ""},
		{model.Russian, "1) процесс 1 – формирование порталом сообщения об отказе в авторизации;",
			"порталом", "portal", "generate", "", ""},
		{model.Russian, "1) специалист проверяет документы согласно приказу от 28 апреля 2015 года № 279 – 3 рабочих дня;",
			"специалист", "provider.specialist", "verify", "3 working_day", ""},
		{model.Russian, "1) специалист выдает справку в день обращения, не позднее 18.00 часов;",
			"специалист", "provider.specialist", "issue", "", ""},
		{model.Russian, "1) специалист в течение рабочего дня регистрирует документы, в трехдневный срок проверяет их;",
			"специалист", "provider.specialist", "register verify", "1 working_day within, 3 day", ""},
		{model.Russian, "1) специалист принимает документы – 20-30 минут и проверяет их – 3 (три) раб. дня;",
			"специалист", "provider.specialist", "receive verify", "30 minute, 3 working_day", ""},
		{model.Russian, "1) ответственным исполнителем услугодателя осуществляется проверка документов – 2 рабочих дня;",
			"ответственным исполнителем услугодателя", "provider.executor", "verify", "2 working_day", ""},
		{model.Russian, "1) выдача справки услугополучателю осуществляется работником Государственной корпорации – 15 минут;",
			"работником Государственной корпорации", "corporation.worker", "issue", "15 minute", ""},
		{model.Russian, "1) прием и регистрация документов сотрудником канцелярии – 15 минут;",
			"сотрудником канцелярии", "provider.office", "receive register", "15 minute", ""},
		{model.Russian, "1) курьер Государственной корпорации доставляет документы услугодателю – 1 рабочий день;",
			"курьер Государственной корпорации", "corporation.worker", "forward", "1 working_day", ""},
		{model.Russian, "1) заместитель руководителя знакомится с документами, накладывает визу и отписывает их исполнителю – 1 час;",
			"заместитель руководителя", "provider.deputy_head", "review agree assign", "1 hour", ""},
	}
	for _, c := range cases {
		t.Run(c.sentence, func(t *testing.T) {
			s := steps(t, c.language, c.sentence)[0]
			for _, v := range []struct{ what, got, want string }{
				{"actor", string(s.Actor), c.actor}, {"roles", join(s.Roles), c.roles}, {"actions", join(s.Actions), c.actions},
				{"durations", durationsOf(s), c.durations}, {"result", string(s.Result), c.res},
			} {
				if v.got != v.want {
					t.Errorf("%s: %q, want %q", v.what, v.got, v.want)
				}
			}
		})
	}
}

func TestAnActorHasTheRoleOfItsOwnNoun(t *testing.T) {
	cases := []struct {
		language               model.Language
		sentence, actor, roles string
	}{
		{model.Russian, "делопроизводитель услугодателя – принимает документы (не более 10 минут);", "делопроизводитель услугодателя", "provider.office"},
		{model.Russian, "методист услугодателя изучает пакет документов;", "методист услугодателя", "provider.methodist"},
		{model.Russian, "медицинский регистратор принимает документы – 5 минут;", "медицинский регистратор", "provider.registrar"},
		{model.Russian, "участковый врач оформляет справку – 20 минут;", "участковый врач", "provider.doctor"},
		{model.Russian, "главный врач подписывает справку;", "главный врач", "provider.head"},
		{model.Russian, "заведующая дошкольной организации подписывает договор;", "заведующая дошкольной организации", "provider.head"},
		{model.Russian, "заместитель руководителя управления подписывает проект приказа;", "заместитель руководителя управления", "provider.deputy_head"},
		{model.Russian, "заместитель акима области подписывает сводную ведомость;", "заместитель акима области", "akim.deputy"},
		{model.Russian, "аким района подписывает решение;", "аким района", "akim"},
		{model.Russian, "аким сельского округа подписывает справку;", "аким сельского округа", "rural_akim"},
		{model.Russian, "специалист отдела сельского хозяйства проверяет заявку;", "специалист отдела сельского хозяйства", "provider.specialist"},
		{model.Russian, "секретарь районной комиссии регистрирует заявку;", "секретарь районной комиссии", "commission.secretary"},
		{model.Russian, "председатель комиссии подписывает протокол;", "председатель комиссии", "commission.chair"},
		{model.Russian, "районная комиссия рассматривает заявку;", "районная комиссия", "commission"},
		{model.Russian, "комиссия по жилищным и земельным вопросам рассматривает заявление;", "комиссия по жилищным и земельным вопросам", "commission"},
		{model.Russian, "рабочая группа проверяет документы;", "рабочая группа", "working_group"},
		{model.Russian, "бухгалтер управления представляет реестр счетов;", "бухгалтер управления", "provider.accountant"},
		{model.Russian, "юрист отдела правовой работы согласовывает проект;", "юрист отдела правовой работы", "provider.lawyer"},
		{model.Russian, "отдел архитектуры и градостроительства подготавливает акт;", "отдел архитектуры", "provider.unit"},
		{model.Russian, "юридическая служба аппарата акима района проводит правовую экспертизу;", "юридическая служба аппарата акима района", "provider.unit"},
		{model.Russian, "акимат района принимает постановление;", "акимат района", "akimat"},
		{model.Russian, "оформление исполнителем лицензии;", "исполнителем", "provider.executor"},
		{model.Russian, "курьер доставляет документы;", "курьер", "courier"},
		{model.Russian, "потребитель подает заявление в уполномоченный орган;", "потребитель", "applicant"},
		{model.Russian, "процесс 1 – ввод оператором ЦОН логина и пароля;", "оператором ЦОН", "psc.worker"},
		{model.Russian, "процесс 4 – направление документов услугодателю через накопительный сектор ЦОН и курьера;", "", ""},
		{model.Russian, "оценщик осматривает имущество;", "оценщик", "other"},
		{model.Russian, "залог регистрирует специалист услугодателя;", "специалист услугодателя", "provider.specialist"},
		{model.Russian, "трактор осматривает инспектор;", "инспектор", "provider.specialist"},
		{model.Kazakh, "басшының орынбасары құжаттарды қарайды;", "басшының орынбасары", "provider.deputy_head"},
		{model.Kazakh, "облыс әкімінің орынбасары тізілімге қол қояды;", "облыс әкімінің орынбасары", "akim.deputy"},
		{model.Kazakh, "аудан әкімі өтінішті қарайды;", "аудан әкімі", "akim"},
		{model.Kazakh, "аудан әкімі аппаратының кеңсе маманы өтінішті тіркейді;", "аудан әкімі аппаратының кеңсе маманы", "provider.office"},
		{model.Kazakh, "ауылдық округ әкімі аппаратының маманы өтінішті тіркейді;", "ауылдық округ әкімі аппаратының маманы", "rural_akim.specialist"},
		{model.Kazakh, "комиссия хатшысы хаттаманы ресімдейді;", "комиссия хатшысы", "commission.secretary"},
		{model.Kazakh, "комиссия төрағасы хаттамаға қол қояды;", "комиссия төрағасы", "commission.chair"},
		{model.Kazakh, "іс жүргізуші құжаттар топтамасын қабылдауды жүзеге асырады;", "іс жүргізуші", "provider.office"},
		{model.Kazakh, "өтініш беруші құжаттарды тапсырады;", "өтініш беруші", "applicant"},
		{model.Kazakh, "тұтынушы құжаттарды тапсырады;", "тұтынушы", "applicant"},
		{model.Kazakh, "мұрағатшы анықтаманың жобасын дайындайды;", "мұрағатшы", "provider.archivist"},
		{model.Kazakh, "ветеринариялық дәрігер паспортты береді;", "ветеринариялық дәрігер", "provider.veterinarian"},
		{model.Kazakh, "сәулет және қала құрылысы бөлімі актіні дайындайды;", "сәулет және қала құрылысы бөлімі", "provider.unit"},
		{model.Kazakh, "жұмыс тобы құжаттарды тексереді;", "жұмыс тобы", "working_group"},
		{model.Kazakh, "бағалаушы мүлікті тексереді;", "бағалаушы", "other"},
		{model.Kazakh, "бірінші құжаттарды басшы қарайды;", "басшы", "provider.head"},
	}
	for _, c := range cases {
		t.Run(c.sentence, func(t *testing.T) {
			r, _ := read(t, c.language, "1) "+c.sentence)
			s := r.Regulation.Processes[0].Steps[0]
			if string(s.Actor) != c.actor || join(s.Roles) != c.roles {
				t.Errorf("%q with role %q, want %q with %q", s.Actor, join(s.Roles), c.actor, c.roles)
			}
			unknown := slices.ContainsFunc(r.Findings, func(f model.Finding) bool { return f.Code == model.FindActorUnknown })
			if unknown != (c.roles == "other") {
				t.Errorf("findings %+v", r.Findings)
			}
		})
	}
}

func TestWhatIsDoneIsTheVerbOfTheSentence(t *testing.T) {
	cases := []struct {
		language          model.Language
		sentence, actions string
	}{
		{model.Russian, "исполнитель подготавливает задание и вносит его на подпись главному архитектору;", "prepare forward"},
		{model.Russian, "секретарь комиссии выносит заявку на рассмотрение комиссии;", "forward"},
		{model.Russian, "специалист вносит данные в информационную систему;", "enter_data"},
		{model.Russian, "аким района утверждает сводный акт;", "decide"},
		{model.Russian, "директор издает приказ о зачислении;", "decide"},
		{model.Russian, "акимат района принимает постановление об установлении опеки;", "decide"},
		{model.Russian, "юридическая служба проводит правовую экспертизу проекта;", "verify"},
		{model.Russian, "услугополучатель регистрируется (авторизуется) на портале посредством ЭЦП;", "authenticate"},
		{model.Kazakh, "ХҚКО қызметкері өтініш берушіге қолхат береді;", "issue"},
		{model.Russian, "участковый врач осматривает услугополучателя и выписывает справку;", "verify prepare"},
		{model.Russian, "медицинская сестра заверяет справку печатью и выдает услугополучателю;", "sign issue"},
		{model.Russian, "исполнитель дает письменный мотивированный отказ;", "refuse"},
		{model.Russian, "руководитель налагает резолюцию;", "assign"},
		{model.Russian, "рассмотрение документов руководителем и определение ответственного исполнителя;", "review assign"},
		{model.Russian, "услугополучатель регистрируется на портале с помощью ключа, который хранится в браузере;", "authenticate"},
		{model.Russian, "процесс 4 – оплата услуги на платежном шлюзе;", "pay"},
		{model.Russian, "процесс 8 – удостоверение (подписание) посредством ЭЦП услугополучателя запроса;", "sign"},
		{model.Kazakh, "бөлім басшысы құжаттарды комиссияның қарауына енгізеді;", "forward"},
		{model.Kazakh, "жер комиссиясы қорытынды шығарады;", "decide"},
		{model.Kazakh, "облыс әкімінің орынбасары тізілімді бекітеді;", "decide"},
		{model.Kazakh, "көрсетілетін қызметті алушы құжаттарды бекітеді;", "attach"},
		{model.Kazakh, "басшының орынбасары бөлім меңгерушісіне тапсырма береді;", "assign"},
		{model.Kazakh, "көрсетілетін қызметті беруші осы регламентке сәйкес рәсімдерді (іс-қимылдарды) жүзеге асырады;", ""},
		{model.Kazakh, "маман анықтаманы рәсімдейді;", "prepare"},
		{model.Kazakh, "заңгер шешімнің жобасын сараптайды;", "verify"},
		{model.Kazakh, "сұрау салуды көрсетілетін қызметті алушының ЭЦҚ арқылы куәландыруы;", "sign"},
	}
	for _, c := range cases {
		t.Run(c.sentence, func(t *testing.T) {
			if got := join(steps(t, c.language, "1) "+c.sentence)[0].Actions); got != c.actions {
				t.Errorf("actions %q, want %q", got, c.actions)
			}
		})
	}
}

func TestTermsWithoutAFigure(t *testing.T) {
	cases := []struct {
		language            model.Language
		sentence, durations string
	}{
		{model.Russian, "руководитель рассматривает документы в течение рабочего дня;", "1 working_day within"},
		{model.Russian, "руководитель рассматривает документы в течение часа;", "1 hour within"},
		{model.Russian, "руководитель рассматривает документы до конца рабочего дня;", ""},
		{model.Russian, "руководитель рассматривает документы в течение 3 рабочих дней;", "3 working_day within"},
		{model.Kazakh, "басшы құжаттарды жұмыс күні ішінде қарайды;", "1 working_day within"},
		{model.Kazakh, "басшы құжаттарды 2 жұмыс күні ішінде қарайды;", "2 working_day within"},
		{model.Kazakh, "орындаушы құжаттарды 2 жұмыс күні ішінде тексереді, құжаттар толық болмаған жағдайда бас тартуды дайындайды; құжаттар толық болған жағдайда лицензияны 8 жұмыс күні ішінде ресімдейді;", "2 working_day within, 8 working_day within"},
		{model.Russian, "исполнитель проверяет документы, в случае неполноты документов в течение 2 рабочих дней дает отказ; направляет запрос – 8 рабочих дней;", "2 working_day within, 8 working_day"},
		{model.Russian, "исполнитель проверяет документы, в случае соответствия готовит лицензию в течение 12 рабочих дней;", "12 working_day within"},
		{model.Russian, "исполнитель готовит ответ – 1 час. В случае, когда услугополучатель не явится в течение 12 рабочих дней, отдел закрывает дело;", "1 hour"},
		{model.Russian, "исполнитель готовит ответ – 1 час. При отсутствии документов, которые подают в течение 12 рабочих дней, отдел закрывает дело;", "1 hour"},
		{model.Russian, "исполнитель проверяет документы, в случае неявки услугополучателя в течение 10 рабочих дней отдел закрывает дело – 1 час;", "1 hour"},
	}
	for _, c := range cases {
		t.Run(c.sentence, func(t *testing.T) {
			if got := durationsOf(steps(t, c.language, "1) "+c.sentence)[0]); got != c.durations {
				t.Errorf("durations %q, want %q", got, c.durations)
			}
		})
	}
	r, _ := read(t, model.Russian, `1) сотрудник канцелярии регистрирует документы – 15 минут;
2) руководитель рассматривает документы – 1 час;
3) сотрудник канцелярии выдает справку в день подписания.
6. Результат процедуры (действия):
1) регистрация;
2) виза;
3) день выдачи.`)
	for _, f := range r.Findings {
		if f.Code == model.FindDurationMissing || f.Code == model.FindTextUnread {
			t.Errorf("%s: %s", f.Code, f.Message)
		}
	}
}

func TestATermInsideAConditionLimitsSomebodyElse(t *testing.T) {
	s := steps(t, model.Kazakh, "1) жауапты орындаушы рұқсатты дайындайды – 1 сағат. Көрсетілетін қызметті алушы хабарлама алған күннен бастап он жұмыс күні ішінде алымды төлегенін растайтын құжаттарды бермеген кезде шешімнің күшін жояды;")[0]
	if got := durationsOf(s); got != "1 hour" {
		t.Errorf("durations %q: the applicant's ten days are not the step's", got)
	}
	if len(s.Conditions) != 1 || !strings.HasPrefix(s.Conditions[0], "Көрсетілетін қызметті алушы хабарлама алған") {
		t.Errorf("conditions %q", s.Conditions)
	}
}

func TestSeveralTermsUnderOneNumberStayOneStep(t *testing.T) {
	got := steps(t, model.Kazakh, `1) жауапты орындаушы келіп түскен құжаттарды рәсімдейді:
17 (он жеті) жұмыс күні ішінде тану туралы шешімді;
3 (үш) жұмыс күні ішінде куәліктің телнұсқасын беруді;
төлеу туралы шешімді.
Нәтижесі – құжаттарды басшыға жолдайды;
2) басшы құжаттарға қол қояды – 1 (бір) жұмыс күні.`)
	if len(got) != 2 || durationsOf(got[0]) != "17 working_day within, 3 working_day within" || got[0].Result != "құжаттарды басшыға жолдайды" {
		t.Errorf("%d steps, durations %q, result %q", len(got), durationsOf(got[0]), got[0].Result)
	}
}

func TestStepsAreNumberedInAnyWay(t *testing.T) {
	cases := []struct {
		language   model.Language
		paragraphs string
		numbers    string
	}{
		{model.Kazakh, "1. маман құжаттарды тіркейді – 15 минут;\n2. басшы құжаттарды қарайды – 1 сағат.", "1 2"},
		{model.Kazakh, "1- маман құжаттарды тіркейді – 15 минут;\n2- басшы құжаттарды қарайды – 1 сағат.", "1 2"},
		{model.Kazakh, "1-рәсім – маман құжаттарды тіркейді – 15 минут;\n2-рәсім – басшы құжаттарды қарайды – 1 сағат.", "1 2"},
		{model.Kazakh, "1-іс-қимыл – маман құжаттарды тіркейді – 15 минут;\n2-іс-қимыл-басшы құжаттарды қарайды – 1 сағат.", "1 2"},
		{model.Kazakh, "- маман құжаттарды тіркейді – 15 минут;\n- басшы құжаттарды қарайды – 1 сағат.", " "},
		{model.Kazakh, "маман құжаттарды тіркейді – 15 минут;\nбасшы құжаттарды қарайды – 1 сағат.", " "},
		{model.Kazakh, "1) маман құжаттарды тіркейді.\nОрындалу ұзақтығы – 15 минут;\n2) басшы құжаттарды қарайды.\nОрындалу ұзақтығы – 1 сағат.", "1 2"},
		{model.Kazakh, "маман – құжаттарды тіркеу, 15 минут;\nбасшы – құжаттарды қарау, 1 сағат.", " "},
		{model.Russian, "специалист – регистрация документов, 15 минут;\nруководитель – рассмотрение документов, 1 час.", " "},
		{model.Russian, "1. специалист регистрирует документы – 15 минут;\n2. руководитель рассматривает документы – 1 час.", "1 2"},
		{model.Russian, "5.1. специалист регистрирует документы – 15 минут;\n5.2. руководитель рассматривает документы – 1 час.", "5.1 5.2"},
		{model.Russian, "5-1. Специалист регистрирует документы – 15 минут.\n5-2. Руководитель рассматривает документы – 1 час.", "5-1 5-2"},
		{model.Kazakh, "5.1) маман құжаттарды тіркейді – 15 минут;\n5.2) басшы құжаттарды қарайды – 1 сағат.", "5.1 5.2"},
		{model.Kazakh, "1-қадам. Маман құжаттарды тіркейді – 15 минут.\n2-қадам. Басшы құжаттарды қарайды – 1 сағат.", "1 2"},
		{model.Russian, "Шаг 1. Специалист регистрирует документы – 15 минут.\nШаг 2. Руководитель рассматривает документы – 1 час.", "1 2"},
		{model.Kazakh, "1-ші рәсім – маман құжаттарды тіркейді – 15 минут;\n2-ші рәсім – басшы құжаттарды қарайды – 1 сағат.", "1 2"},
		{model.Russian, "1-е действие – специалист регистрирует документы – 15 минут;\n2-е действие – руководитель рассматривает документы – 1 час.", "1 2"},
		{model.Kazakh, "Маман – 15 минут:\nқұжаттарды тіркейді.\nБасшы – 1 сағат:\nқұжаттарды қарайды.", " "},
		{model.Russian, "Специалист (15 минут):\n- регистрирует документы.\nРуководитель (1 час):\n- рассматривает документы.", " "},
		{model.Russian, "Специалист:\nрегистрирует документы.\nСрок – 15 минут.\nРуководитель:\nрассматривает документы.\nСрок – 1 час.", " "},
		{model.Kazakh, "Маман:\nқұжаттарды тіркейді – 15 минут.\nБасшы:\nқұжаттарды қарайды – 1 сағат.", " "},
		{model.Russian, "Специалист:\n- регистрирует документы – 15 минут.\nРуководитель:\n- рассматривает документы – 1 час.", " "},
		{model.Russian, "Специалист:\n1) регистрирует документы – 15 минут.\nРуководитель:\n1) рассматривает документы – 1 час.", "1 1"},
		{model.Russian, "1 – специалист регистрирует документы – 15 минут;\n2 – руководитель рассматривает документы – 1 час.", "1 2"},
		{model.Russian, "действие 1 – специалист регистрирует документы – 15 минут;\nдействие 2 – руководитель рассматривает документы – 1 час.", "1 2"},
		{model.Russian, "- специалист регистрирует документы – 15 минут;\n- руководитель рассматривает документы – 1 час.", " "},
		{model.Russian, "1) специалист регистрирует документы.\nДлительность выполнения – 15 минут;\n2) руководитель рассматривает документы.\nДлительность выполнения – 1 час.", "1 2"},
	}
	for _, c := range cases {
		t.Run(c.paragraphs, func(t *testing.T) {
			got := ""
			for i, s := range steps(t, c.language, c.paragraphs) {
				if i > 0 {
					got += "; "
				}
				got += fmt.Sprintf("%s %s %s %s", s.N, join(s.Roles), join(s.Actions), durationsOf(s))
			}
			first, second, _ := strings.Cut(c.numbers, " ")
			if want := first + " provider.specialist register 15 minute; " + second + " provider.head review 1 hour"; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestPointsGoOnBelowAListNumberedAsPointsAre(t *testing.T) {
	r, _ := read(t, model.Kazakh, `1. маман құжаттарды тіркейді – 15 минут;
2. басшы құжаттарды қарайды – 1 сағат;
3. маман құжаттарды жолдайды – 15 минут;
4. басшы құжаттарға қол қояды – 1 сағат;
5. маман хабарламаны береді – 15 минут.
6. Келесі рәсімді орындауға негіз болатын рәсімнің нәтижесі:
1. тіркелген өтініш;
2. бұрыштама.`)
	var numbers []string
	for _, s := range r.Regulation.Sections {
		for _, p := range s.Points {
			numbers = append(numbers, fmt.Sprintf("%s/%d", p.Number, len(p.Subpoints)))
		}
	}
	if got := strings.Join(numbers, " "); got != "1/0 5/5 6/2" {
		t.Errorf("points with their items: %s", got)
	}
	if n := len(r.Regulation.Processes[0].Steps); n != 5 {
		t.Errorf("%d steps, want 5", n)
	}
	if len(r.Regulation.Results) != 1 || len(r.Regulation.Results[0].Items) != 2 {
		t.Errorf("results %+v", r.Regulation.Results)
	}
}

func TestAConditionEndsBeforeTheVerbOrTheOneWhoActs(t *testing.T) {
	for sentence, want := range map[string]string{
		"1) специалист в течение 2 рабочих дней, в случае отсутствия документов, отказывает в приеме;":           "2 working_day within | в случае отсутствия документов",
		"1) в случае отсутствия документов, специалист в течение 1 часа отказывает в приеме;":                    "1 hour within | в случае отсутствия документов",
		"1) в случае представления неполного пакета документов ответственный исполнитель возвращает их – 1 час;": "1 hour | в случае представления неполного пакета документов",
		"1) в случае, если заявитель не представляет документы, специалист возвращает их;":                       " | в случае, если заявитель не представляет документы",
		"1) если документы не соответствуют перечню, содержат ошибки, специалист возвращает их;":                 " | если документы не соответствуют перечню, содержат ошибки",
	} {
		s := steps(t, model.Russian, sentence)[0]
		if got := durationsOf(s) + " | " + strings.Join(s.Conditions, "; "); got != want {
			t.Errorf("%s: got %q, want %q", sentence, got, want)
		}
	}
}

func TestAKazakhConditionBeginsBehindWhatIsDoneBefore(t *testing.T) {
	for sentence, want := range map[string]string{
		"1) маман құжаттарды қабылдайды – 15 минут, толықтығын тексереді, толық болған жағдайда тіркейді – 5 минут;":    "маман | receive verify register | 15 minute, 5 minute | толық болған жағдайда",
		"1) көрсетілетін қызметті берушінің басшысы (ол болмаған кезде орынбасары) анықтамаға қол қояды – 1 күн;":       "көрсетілетін қызметті берушінің басшысы | sign | 1 day | ",
		"1) құжаттар толық болмаған жағдайда маман 1 жұмыс күні ішінде өтінішті қайтарады;":                             "маман | return | 1 working_day within | құжаттар толық болмаған жағдайда",
		"1) маман өтінішті тіркейді. Құжаттар толық болмаған жағдайда маман өтінішті қайтарады, бұл туралы хабарлайды;": "маман | register return notify |  | Құжаттар толық болмаған жағдайда маман өтінішті қайтарады, бұл туралы хабарлайды",
	} {
		s := steps(t, model.Kazakh, sentence)[0]
		if got := strings.Join([]string{string(s.Actor), join(s.Actions), durationsOf(s), strings.Join(s.Conditions, "; ")}, " | "); got != want {
			t.Errorf("%s\ngot  %q\nwant %q", sentence, got, want)
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

func TestANumberingSlipOfTheSourceIsKeptAndReported(t *testing.T) {
	r, src := read(t, model.Kazakh, "2) басшы құжаттарды қарайды – 1 сағат;\n2) маман құжаттарды тіркейді – 20 минут.")
	p := r.Regulation.Processes[0]
	if len(p.Steps) != 2 || p.Steps[0].N != "2" {
		t.Fatalf("%d steps, the first is %q", len(p.Steps), p.Steps[0].N)
	}
	for _, f := range r.Findings {
		if f.Code == model.FindNumbering && f.Span.Of(src.Canonical) == "2)" {
			return
		}
	}
	t.Errorf("no finding for the slip: %+v", r.Findings)
}

func TestANumberPrintedAgainIsASlipWhereTheStepsGoOn(t *testing.T) {
	got := steps(t, model.Kazakh, `1) маман құжаттарды қабылдайды – 10 минут;
1) басшы құжаттарды қарайды – 1 сағат;
3) маман құжаттарды тіркейді – 20 минут.`)
	if len(got) != 3 || got[1].N != "1" || got[2].N != "3" {
		t.Errorf("%d steps", len(got))
	}
}

func TestAListOfDocumentsBelowTheStepsIsNoStep(t *testing.T) {
	got := steps(t, model.Kazakh, `1) басшы құжаттарды қарайды – 1 сағат;
2) маман құжаттарды тіркейді – 20 минут.
Көрсетілетін қызметті алушы мынадай құжаттарды ұсынады:
1) өмірбаян (еркін нысанда);
2) екі фотосурет.`)
	if len(got) != 2 {
		t.Errorf("%d steps, want 2", len(got))
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
		{"numbers go on", model.Russian, `Специалист:
1) принимает документы – 15 минут;
2) регистрирует документы – 15 минут;
Руководитель:
3) рассматривает документы – 1 час.`, "Специалист receive; Специалист register; Руководитель review"},
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

func TestASignatureIsNotItsOwnersAct(t *testing.T) {
	for sentence, want := range map[string]string{
		"1-процесс – Мемлекеттік корпорацияның ЭЦҚ-мен куәландырылған мәліметтерді жүйеге 10 (он) минут ішінде енгізеді;": "",
		"1-процесс – Мемлекеттік корпорация қызметкерінің мәліметтерді 10 (он) минут ішінде жүйеге енгізуі;":              "corporation.worker",
		"1-процесс – мәліметтер туралы сұрау салуға жолдама;":                                                             "",
	} {
		s := steps(t, model.Kazakh, sentence)[0]
		if got := join(s.Roles); got != want || len(s.Actions) != 1 {
			t.Errorf("%s: roles %q, want %q, actions %v", sentence, got, want, s.Actions)
		}
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

func TestASentenceAboutAnAnnexIsNotItsTitle(t *testing.T) {
	r, _ := read(t, model.Kazakh, `1) басшы құжаттарды қарайды – 1 сағат.
6. Ақпараттық жүйелердің функционалдық өзара іс-қимылдары диаграммасы осы регламенттің 1-қосымшасында берілген
`+portal+`1) көрсетілетін қызметті алушы порталда тіркеледі.
"Баспана беру" мемлекеттік көрсетілетін қызмет регламентіне 1-қосымша
Ақпараттық жүйелердің функционалдық өзара іс-қимылдарының диаграммасы`)
	if n := len(r.Regulation.Processes); n != 2 {
		t.Errorf("%d procedures, want 2: the second stands below the sentence", n)
	}
	if a := r.Regulation.Annexes; len(a) != 1 || a[0].Title != "Ақпараттық жүйелердің функционалдық өзара іс-қимылдарының диаграммасы" {
		t.Errorf("annexes %+v", a)
	}
}

func TestASignatureBelowItsOfficeIsNoStamp(t *testing.T) {
	src, err := source.Read("act.txt", []byte(`1. Утвердить прилагаемый регламент.
Аким
Костанайской области А. Примеров
Утвержден
постановлением акимата
Костанайской области
от 4 июля 2015 года № 12
Регламент государственной услуги "Предоставление жилища"
1. Общие положения
1. Наименование услугодателя: отделы.
`))
	if err != nil {
		t.Fatal(err)
	}
	f := Find(src)
	if len(f.Places) != 1 || !strings.HasPrefix(src.Paragraph(f.Places[0].From), "Утвержден") {
		t.Errorf("regulations at %+v in\n%s", f.Places, src.Canonical)
	}
}

func TestAnOrderAboutARegulationIsNotItsTitle(t *testing.T) {
	src, err := source.Read("act.txt", []byte(`акимат города ПОСТАНОВЛЯЕТ:
регламент государственной услуги "Предоставление жилища", утвержденный указанным постановлением, изложить в новой редакции согласно приложению.
1. Контроль за исполнением возложить на заместителя акима.
Регламент государственной услуги "Предоставление жилища".
1. Общие положения
1. Наименование услугодателя: отделы.
`))
	if err != nil {
		t.Fatal(err)
	}
	if f := Find(src); len(f.Places) != 1 || f.Places[0].Heading != 3 {
		t.Errorf("titles at %+v", f.Places)
	}
}

func TestStepsThatAreNotNumberedByBrackets(t *testing.T) {
	cases := []struct {
		name       string
		language   model.Language
		paragraphs string
		want       string
	}{
		{"variants of numbered nouns", model.Kazakh, `паспорт беру кезінде:
1-қадам – ветеринариялық дәрігер өтінішті қабылдайды – 20 минут;
2-қадам – ветеринариялық дәрігер паспортты береді – 15 минут;
паспорттың телнұсқасын беру кезінде:
1-қадам – ветеринариялық дәрігер өтінішті қабылдайды – 20 минут.`,
			"паспорт беру кезінде 1 provider.veterinarian; паспорт беру кезінде 2 provider.veterinarian; паспорттың телнұсқасын беру кезінде 1 provider.veterinarian"},
		{"actions", model.Kazakh, `1-әрекет – оператор өтінімді тіркейді – 15 минут;
2-әрекет – комиссия өтінімді қарайды – 5 жұмыс күні.`, " 1 other;  2 commission"},
		{"stages that say what they are", model.Kazakh, `1-кезең – қорытынды дайындау:
1) маман өтінішті тіркейді – 30 минут;
2-кезең – шешім қабылдау:
1) басшы шешімге қол қояды – 1 жұмыс күні.`, "1-кезең – қорытынды дайындау 1 provider.specialist; 2-кезең – шешім қабылдау 1 provider.head"},
		{"stages that act", model.Russian, `1 этап - специалист регистрирует заявление – 15 минут;
2 этап - руководитель рассматривает заявление – 1 час.`, " 1 provider.specialist;  2 provider.head"},
		{"numbered circumstances", model.Russian, `1) на этапе рассмотрения заявления:
действие 1 – прием заявления специалистом (20 минут);
2) на этапе выдачи паспорта:
действие 1 – подготовка паспорта исполнителем (1 час);
действие 2 – подписание паспорта руководителем (1 час).`,
			"на этапе рассмотрения заявления 1 provider.specialist; на этапе выдачи паспорта 1 provider.executor; на этапе выдачи паспорта 2 provider.head"},
		{"numbered circumstances of steps without numbers", model.Russian, `1) при выдаче паспорта:
специалист регистрирует документы – 15 минут. Результат – регистрация;
исполнитель проверяет документы, в случае соответствия готовит паспорт. Результат – паспорт;
2) при выдаче дубликата:
руководитель подписывает дубликат – 1 час.`,
			"при выдаче паспорта  provider.specialist; при выдаче паспорта  provider.executor; при выдаче дубликата  provider.head"},
		{"numbered circumstances of headings that name who acts", model.Russian, `1) при обращении к услугодателю:
Специалист:
- регистрирует документы – 15 минут;
2) при обращении через портал:
Исполнитель:
- готовит справку – 1 час.`,
			"при обращении к услугодателю  provider.specialist; при обращении через портал  provider.executor"},
		{"stages with a title and no colon", model.Russian, `Этап 1. Прием документов
Специалист регистрирует документы – 15 минут.
Этап 2. Рассмотрение документов
Руководитель рассматривает документы – 1 час.`,
			"Этап 1. Прием документов  provider.specialist; Этап 2. Рассмотрение документов  provider.head"},
		{"a numbered step that only announces", model.Russian, `1) исполнитель готовит:
справку – 1 час;
2) руководитель подписывает справку – 1 час.`, " 1 provider.executor;  2 provider.head"},
		{"dashes", model.Russian, `- медицинский регистратор регистрирует документы – 5 минут;
- оценщик проверяет документы – 20 минут;
- заведующий отделением подписывает справку – 5 минут.`, "  provider.registrar;   other;   provider.unit_head"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r, _ := read(t, c.language, c.paragraphs)
			var got []string
			for _, p := range r.Regulation.Processes {
				for _, s := range p.Steps {
					got = append(got, fmt.Sprintf("%s %s %s", strings.Join(p.Variant, "/"), s.N, join(s.Roles)))
				}
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("got %q, want %q", strings.Join(got, "; "), c.want)
			}
		})
	}
}

func TestAPointThatListsInItsOwnSentence(t *testing.T) {
	r, _ := read(t, model.Russian, `1) руководитель услугодателя рассматривает документы – 1 час.
6. Перечень структурных подразделений (работников) услугодателя: канцелярия, главный архитектор, исполнитель.
7. Описание последовательности процедур (действий): делопроизводитель принимает документы (10 минут); методист готовит договор (15 минут); заведующая подписывает приказ (5 минут).
8. Описание последовательности процедур (действий): отражено в справочнике бизнес-процессов; справочник размещается на портале.`)
	var got []string
	for _, a := range r.Regulation.Actors {
		got = append(got, string(a.Role))
	}
	if strings.Join(got, " ") != "provider.office provider.architect provider.executor" {
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

func TestSystemsOfTheElectronicServicesOf2012(t *testing.T) {
	r, _ := read(t, model.Russian, `1) руководитель услугодателя рассматривает документы – 1 час.
6. Пошаговые действия и решения услугодателя через ПЭП приведены в приложении 2 к настоящему Регламенту:
1) процесс 1 – ввод получателем пароля (процесс авторизации) на ПЭП;
2) условие 1 – проверка на ПЭП подлинности данных о зарегистрированном получателе;
3) процесс 2 – формирование ПЭП сообщения об отказе в авторизации;
4) процесс 3 – направление документа получателя через шлюз в АРМ для обработки услугодателем;
5) условие 2 – проверка наличия данных получателя в ГБД ФЛ;
6) процесс 4 – формирование сообщения о невозможности получения данных в связи с отсутствием данных получателя в ГБД ФЛ;
7) процесс 5 – регистрация документа в АРМ.`)
	want := []string{"applicant", "portal", "portal", "", "portal", "", "portal"}
	p := r.Regulation.Processes[len(r.Regulation.Processes)-1]
	if p.Kind != model.ProcessPortal || len(p.Steps) != len(want) {
		t.Fatalf("%s with %d steps", p.Kind, len(p.Steps))
	}
	for i, s := range p.Steps {
		if join(s.Roles) != want[i] {
			t.Errorf("%s: role %q, want %q", s.Text, join(s.Roles), want[i])
		}
	}
	r, _ = read(t, model.Kazakh, `1) басшы құжаттарды қарайды – 1 сағат.
7. ХҚКО арқылы қадамдық іс-қимылдар мен шешімдер осы Регламенттің 2-қосымшасында келтірілген:
1) 1 үдеріс – ХҚКО операторының ХҚКО АЖ-ға логин мен парольді енгізуі;
2) 1 шарт – ХҚКО АЖ-да тіркелген оператор туралы деректерді тексеру;
3) 2 үдеріс – оператордың деректерінде бұзушылықтар болуына байланысты ХҚКО АЖ-да авторизациялаудан бас тарту туралы хабарлама қалыптастыру;
4) 2 шарт – МДҚ-да тұтынушы мәліметтерінің бар болуын тексеру;
5) 3 үдеріс – МДҚ-да мәліметтердің болмауына байланысты мәліметтерді алу мүмкін болмауы туралы хабарлама қалыптастыру.`)
	p = r.Regulation.Processes[len(r.Regulation.Processes)-1]
	want = []string{"psc.worker", "portal", "portal", "portal", ""}
	if p.Kind != model.ProcessPSC || len(p.Steps) != len(want) {
		t.Fatalf("%s with %d steps", p.Kind, len(p.Steps))
	}
	for i, s := range p.Steps {
		if join(s.Roles) != want[i] {
			t.Errorf("%s: role %q, want %q", s.Text, join(s.Roles), want[i])
		}
	}
}

func TestAListNumberedAsPointsEndsWhereItsNumberComesAgain(t *testing.T) {
	r, _ := read(t, model.Russian, `1. Прием документов сотрудником канцелярии – 15 минут.
2. Рассмотрение документов руководителем – 4 часа.
3. Подготовка свидетельства исполнителем – 1 час.
4. Согласование свидетельства юристом – 1 час.
5. Подписание свидетельства руководителем – 4 часа.
6. Выдача свидетельства сотрудником канцелярии – 15 минут.
6. Перечень структурных подразделений (работников) услугодателя: канцелярия, руководитель, исполнитель.`)
	if n := len(r.Regulation.Processes[0].Steps); n != 6 {
		t.Errorf("%d steps", n)
	}
	if n := len(r.Regulation.Actors); n != 3 {
		t.Errorf("%d actors", n)
	}
	for _, f := range r.Findings {
		if f.Code == model.FindNumbering && strings.HasPrefix(f.Message, "point 6") {
			t.Errorf("%s", f.Message)
		}
	}
}
