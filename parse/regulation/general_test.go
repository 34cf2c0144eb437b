package regulation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reglament/model"
	"reglament/parse/source"
)

// whole reads an act that is one regulation.
func whole(t *testing.T, text string) model.Regulation {
	t.Helper()
	src, err := source.Read("act.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	found := Find(src).Read(t.Context())
	if len(found) != 1 {
		t.Fatalf("%d regulations", len(found))
	}
	return found[0].Regulation
}

func TestWaysToApplyInTheSentenceThatTellsOfThem(t *testing.T) {
	ru := `Регламент государственной услуги "Выдача справки"
1. Общие положения
1. %s
2. Форма оказания государственной услуги: бумажная.
`
	kk := `"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті
1. Жалпы ережелер
1. %s
2. Мемлекеттік қызмет көрсету нысаны: қағаз түрінде.
`
	cases := []struct{ frame, sentence, want string }{
		{ru, `Государственная услуга оказывается отделом образования (далее – услугодатель). Прием и выдача документов осуществляются через канцелярию услугодателя.`, "office"},
		{ru, `Прием заявлений и выдача результата оказания государственной услуги осуществляются через услугодателя или филиал РГП на ПХВ "Центр обслуживания населения" (далее – ЦОН).`, "office psc"},
		{ru, `Прием заявления и выдача результата осуществляется через некоммерческое акционерное общество "Государственная корпорация "Правительство для граждан" (далее – Государственная корпорация) и веб-портал "электронного правительства" (далее – портал).`, "corporation portal"},
		{ru, "Прием заявок и выдача результатов оказания государственной услуги осуществляются через:\n- канцелярию услугодателя;\n- Государственную корпорацию;\n- портал.", "office corporation portal"},
		{ru, `Государственная услуга оказывается уполномоченным органом, а также через центры обслуживания населения на альтернативной основе (далее – Центр).`, "office psc"},
		{ru, `Электронная государственная услуга оказывается отделом образования (далее – услугодатель) через веб-портал "электронного правительства" (далее – ПЭП).`, "portal"},
		{ru, `Государственная услуга оказывается отделом. Услуга не оказывается через Государственную корпорацию и портал.`, ""},
		{kk, `Электрондық мемлекеттік қызмет білім бөлімімен (бұдан әрі – қызмет беруші), сондай-ақ баламалы негізде халыққа қызмет көрсету орталықтары (бұдан әрі – ХҚКО) және "электрондық үкімет" веб-порталы (бұдан әрі – ЭҮП) арқылы көрсетіледі.`, "office psc portal"},
		{kk, `Өтінішті қабылдау және мемлекеттік қызмет көрсетудің нәтижесін беру көрсетілетін қызметті берушінің кеңсесі, Мемлекеттік корпорация арқылы жүзеге асырылады.`, "office corporation"},
		{kk, `Өтініштерді қабылдау және нәтижені беру портал мен көрсетілетін қызметті берушінің кеңсесі арқылы жүзеге асырылады.`, "portal office"},
	}
	for _, c := range cases {
		t.Run(c.sentence, func(t *testing.T) {
			g := whole(t, fmt.Sprintf(c.frame, c.sentence))
			if got := join(g.Channels); got != c.want {
				t.Errorf("channels %q, want %q", got, c.want)
			}
		})
	}
}

// paper is a regulation of 2012: titles of sections of its own, the steps as stages.
const paper = `Регламент государственной услуги "Постановка на учет граждан"
1. Основные понятия
1. В настоящем регламенте используются следующие понятия:
1) потребитель – физическое лицо;
2) уполномоченный орган – отдел жилищных отношений (далее – уполномоченный орган).
2. Общие положения
2. Государственная услуга оказывается уполномоченным органом, а также через центры обслуживания населения (далее – Центр).
3. Форма оказываемой государственной услуги: частично автоматизированная.
3. Требования к порядку оказания государственной услуги
4. Время ожидания в очереди – не более 30 минут.
5. Этапы оказания государственной услуги с момента получения заявления от потребителя:
через уполномоченный орган:
1) потребитель подает заявление в уполномоченный орган;
2) сотрудник канцелярии уполномоченного органа регистрирует заявление.
через Центр:
1) инспектор Центра регистрирует заявление.
4. Описание порядка взаимодействия
6. В процессе оказания государственной услуги участвуют следующие структурно-функциональные единицы (далее – СФЕ):
1) инспектор Центра;
2) сотрудник канцелярии уполномоченного органа.
5. Ответственность должностных лиц
7. Должностные лица несут ответственность за принимаемые ими решения.
Приложение 1 к регламенту государственной услуги
"Постановка на учет граждан"
Текстовое табличное описание последовательности
`

func TestARegulationOfTheTimeBeforeStandardsOfServices(t *testing.T) {
	g := whole(t, paper)
	var sections []string
	for _, s := range g.Sections {
		sections = append(sections, fmt.Sprintf("%s. %s: %d", s.Number, s.Title, len(s.Points)))
	}
	want := `1. Основные понятия: 1
2. Общие положения: 2
3. Требования к порядку оказания государственной услуги: 2
4. Описание порядка взаимодействия: 1
5. Ответственность должностных лиц: 1`
	if got := strings.Join(sections, "\n"); got != want {
		t.Errorf("sections\n%s\nwant\n%s", got, want)
	}
	if g.Automation != model.PartialAutomation {
		t.Errorf("automation %q", g.Automation)
	}
	if len(g.TimeLimits) != 1 || g.TimeLimits[0].What != model.LimitWait || g.TimeLimits[0].Duration.Value != 30 {
		t.Errorf("time limits %+v", g.TimeLimits)
	}
	var steps []string
	for _, p := range g.Processes {
		for _, s := range p.Steps {
			steps = append(steps, fmt.Sprintf("%s %s: %s", p.Kind, strings.Join(p.Variant, "/"), join(s.Roles)))
		}
	}
	if got := strings.Join(steps, "; "); got != "internal через уполномоченный орган: applicant; internal через уполномоченный орган: provider.office; internal через Центр: psc.worker" {
		t.Errorf("steps %s", got)
	}
	if len(g.Actors) != 2 || g.Actors[0].Role != model.RolePSCWorker || g.Actors[1].Role != model.RoleOffice {
		t.Errorf("actors %+v", g.Actors)
	}
	if len(g.Annexes) != 1 || g.Annexes[0].Title != "Текстовое табличное описание последовательности" {
		t.Errorf("annexes %+v", g.Annexes)
	}
}

func TestAnInflectedShortNameIsAUse(t *testing.T) {
	r, src := read(t, model.Russian, `1) специалист передает документы в акционерное общество "Государственная корпорация" (далее – Государственная корпорация);
2) работник Государственной корпорации готовит мотивированный ответ об отказе (далее – мотивированный отказ);
3) руководитель подписывает проект мотивированного отказа.`)
	var got []string
	for _, d := range r.Regulation.Definitions[1:] {
		for _, u := range d.Uses {
			got = append(got, u.Of(src.Canonical))
		}
	}
	if want := "Государственной корпорации, мотивированного отказа"; strings.Join(got, ", ") != want {
		t.Errorf("uses %q, want %q", got, want)
	}
}

func TestALimitOfTheServiceAmongTheStepsIsNoTermOfAStep(t *testing.T) {
	for l, paragraphs := range map[model.Language]string{
		model.Kazakh: "1) көрсетілетін қызметті алушы жүгінеді, күтудің рұқсат етілген ең ұзақ уақыты – 15 (он бес) минут;\n" +
			"2) маман өтінішті тексереді, 5 (бес) минут, қызмет көрсетудің рұқсат етілген ең ұзақ уақыты - 20 минут.",
		model.Russian: "1) услугополучатель обращается к услугодателю, максимально допустимое время ожидания – 15 минут;\n" +
			"2) специалист проверяет документы – 5 минут, максимально допустимое время обслуживания – 20 минут.",
	} {
		r, _ := read(t, l, paragraphs)
		var got []string
		for _, x := range r.Regulation.TimeLimits {
			got = append(got, fmt.Sprint(x.What, " ", x.Duration.Value))
		}
		for _, s := range r.Regulation.Processes[0].Steps {
			got = append(got, durationsOf(s))
		}
		if want := "[wait 15 serve 20  5 minute]"; fmt.Sprint(got) != want {
			t.Errorf("%s: got %v, want %v", l, got, want)
		}
	}
}

func TestATermThatNoStepHoldsIsReported(t *testing.T) {
	r, src := read(t, model.Kazakh, `1) маман құжаттарды тіркейді – 15 минут.
6. Орталық құжаттардың сақталуын 1 ай қамтамасыз етеді.`)
	var got []string
	for _, f := range r.Findings {
		if f.Code == model.FindTextUnread {
			got = append(got, f.Span.Of(src.Canonical))
		}
	}
	if fmt.Sprint(got) != "[1 ай]" {
		t.Errorf("reported %q, want the month the documents are kept", got)
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
		{step + "6. Описание последовательности процедур (действий) между структурными подразделениями приведено в приложении 1 к настоящему регламенту.", nil},
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

func TestStepsAnnounceNoWayToApply(t *testing.T) {
	r, _ := read(t, model.Kazakh, "1) құжаттарды қабылдау және тіркеу – 15 минут. Нәтижесі – көрсетілетін қызметті берушінің басшысына жолдау;\n2) басшының нәтижені беруі – 1 сағат.")
	if c := r.Regulation.Channels; len(c) > 0 {
		t.Errorf("channels %q", join(c))
	}
}

func TestAnAbbreviationThatTheRegulationIntroducesActs(t *testing.T) {
	cases := []struct{ text, want string }{
		{`Регламент государственной услуги "Выдача справки"
1. Общие положения
1. Прием заявлений осуществляет некоммерческое акционерное общество «Государственная корпорация «Правительство для граждан» (далее – ГК), подпись – ЭЦП.
2. Описание порядка действий
2. Описание порядка обращения в Государственную корпорацию:
1) услугополучатель подает заявление, работник ГК регистрирует его – 5 минут;
2) инспектор накопительного сектора ГК передает документы – 1 день;
3) ГК направляет документы услугодателю – 1 день.`,
			"услугополучатель [applicant corporation.worker]; инспектор накопительного сектора ГК [corporation.worker]; ГК [corporation]"},
		{`"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті
1. Жалпы ережелер
1. Өтініштерді "Азаматтарға арналған үкімет" мемлекеттік корпорациясы (бұдан әрі – МК) қабылдайды.
2. Іс-қимыл тәртібін сипаттау
2. Мемлекеттік корпорацияға жүгіну тәртібі:
1) МК қызметкері құжаттарды тіркейді – 5 минут;
2) МК құжаттарды көрсетілетін қызметті берушіге жолдайды – 1 күн;
3) МК-ның қызметкері анықтаманы береді – 5 минут.`,
			"МК қызметкері [corporation.worker]; МК [corporation]; МК-ның қызметкері [corporation.worker]"},
	}
	for _, c := range cases {
		var got []string
		for _, s := range whole(t, c.text).Processes[0].Steps {
			got = append(got, fmt.Sprintf("%s [%s]", s.Actor, join(s.Roles)))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("got %q, want %q", strings.Join(got, "; "), c.want)
		}
	}
}

func TestResultsInOneSentenceAndWithoutNumbers(t *testing.T) {
	for _, list := range []string{": 1) регистрация; 2) виза; 3) справка.", ": регистрация; виза; справка.", ":\nрегистрация;\nвиза;\nсправка."} {
		r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. Результат процедуры (действия) по оказанию государственной услуги"+list)
		if l := r.Regulation.Results; len(l) != 1 || strings.Join(l[0].Items, ", ") != "регистрация, виза, справка" {
			t.Errorf("%q: %+v", list, l)
		}
	}
}

func TestResultsThatSentencesTell(t *testing.T) {
	for _, c := range []struct{ point, want string }{
		{"Результат процедуры (действия) – запись в журнале.", "запись в журнале"},
		{"Результатом процедуры (действия) по действию 1 является прием заявления, который служит основанием для начала действия 2. Результатом по действию 2 является резолюция, которая служит основанием для действия 3.", "прием заявления, резолюция"},
		{"Результатом процедуры (действия) по оказанию государственной услуги является регистрация заявления.\nРезультатом по действию 2 является резолюция.", "регистрация заявления, резолюция"},
		{"Результат процедуры (действия), который служит основанием для следующей процедуры – резолюция.", "резолюция"},
		{"Результат процедуры (действия) направляется услугополучателю – через портал.", ""},
	} {
		r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. "+c.point)
		got := ""
		if l := r.Regulation.Results; len(l) == 1 {
			got = strings.Join(l[0].Items, ", ")
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.point, got, c.want)
		}
	}
}

func TestAnInlineListOfOne(t *testing.T) {
	for _, c := range []struct{ point, result, actor string }{
		{"Перечень структурных подразделений (работников), участвующих в процессе: ветеринарный врач.", "", "ветеринарный врач"},
		{"Результат процедуры (действия), который служит основанием для начала следующей процедуры: свидетельство.", "свидетельство", ""},
		{"Перечень структурных подразделений (работников), участвующих в процессе: врач выдает справку.", "", ""},
	} {
		r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. "+c.point)
		result, actor := "", ""
		if l := r.Regulation.Results; len(l) == 1 {
			result = strings.Join(l[0].Items, ", ")
		}
		for _, a := range r.Regulation.Actors {
			actor += a.Text
		}
		if result != c.result || actor != c.actor {
			t.Errorf("%s: result %q, actor %q", c.point, result, actor)
		}
	}
}

func TestAnUnclassifiedWorkerGoesOnAnOpenList(t *testing.T) {
	r, _ := read(t, model.Russian, "1) врач осматривает животных – 15 минут.\n6. В процессе оказания государственной услуги участвуют:\nветеринарный врач;\nоператор базы данных;\nпорядок ведения журнала.")
	var got []string
	for _, a := range r.Regulation.Actors {
		got = append(got, a.Text+" "+string(a.Role))
	}
	if want := "ветеринарный врач provider.veterinarian, оператор базы данных other"; strings.Join(got, ", ") != want {
		t.Errorf("got %q", got)
	}
}

func TestTheServiceIsNoPartOfItsProvider(t *testing.T) {
	for _, sentence := range []string{
		"Мемлекеттік қызметті аудандардың көлік бөлімдері (бұдан әрі – көрсетілетін қызметті беруші) көрсетеді.",
		"Мемлекеттік қызмет аудандардың көлік бөлімдері (бұдан әрі – көрсетілетін қызметті беруші) арқылы көрсетіледі.",
	} {
		g := whole(t, `"Жүргізушілерді аттестаттау" мемлекеттік көрсетілетін қызмет регламенті
1. Жалпы ережелер
1. `+sentence+`
2. Мемлекеттік қызмет көрсету нысаны: қағаз түрінде.
`)
		if want := "аудандардың көлік бөлімдері"; string(g.Provider) != want {
			t.Errorf("provider %q, want %q", g.Provider, want)
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

func TestDashesAloneAreNoHeading(t *testing.T) {
	r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут;\n– – –\n1) руководитель подписывает справку – 1 час.")
	for _, p := range r.Regulation.Processes {
		if len(p.Variant) > 0 {
			t.Errorf("variant %q", p.Variant)
		}
	}
}

func TestATitleOnSeveralLines(t *testing.T) {
	for _, title := range []string{
		"Регламент государственной услуги\n\"Выдача справок\"",
		"Регламент\nгосударственной услуги\n«Выдача справок»",
		"Регламент оказания государственной услуги\n\"Выдача справок\"",
		"Регламент электронной государственной услуги \"Выдача справок\"",
	} {
		if g := whole(t, title+"\n1. Общие положения\n1. Услуга оказывается отделом.\n"); g.Service != "Выдача справок" {
			t.Errorf("%q: the service is %q", title, g.Service)
		}
	}
	for _, title := range []string{
		"\"Анықтама беру\"\nмемлекеттік көрсетілетін қызмет\nрегламенті",
		"\"Анықтама беру\" мемлекеттік көрсетілетін қызмет\nрегламенті",
		"\"Анықтама беру\"\nмемлекеттік көрсетілетін қызмет регламенті",
	} {
		if g := whole(t, title+"\n1. Жалпы ережелер\n1. Мемлекеттік көрсетілетін қызметті бөлім көрсетеді.\n"); g.Service != "Анықтама беру" {
			t.Errorf("%q: the service is %q", title, g.Service)
		}
	}
}

func TestLimitsStandUnderAHeadingInsideAPoint(t *testing.T) {
	r, _ := read(t, model.Russian, `1) специалист регистрирует документы – 15 минут.
6. Результатом оказания государственной услуги является справка.
Сроки оказания государственной услуги:
1) с момента сдачи документов услугодателю – 17 (семнадцать) рабочих дней.`)
	l := r.Regulation.TimeLimits
	if len(l) != 1 || l[0].What != model.LimitService || l[0].Duration.Value != 17 || join(l[0].At) != "office" {
		t.Errorf("limits %+v", l)
	}
}

func TestALimitInASentenceOfItsOwnInsideAPoint(t *testing.T) {
	r, _ := read(t, model.Russian, `1) специалист регистрирует документы – 15 минут.
6. Результатом оказания государственной услуги является паспорт.
Срок оказания государственной услуги с момента сдачи документов в Государственную корпорацию, а также при обращении на портал – 4 (четыре) рабочих дня.`)
	l := r.Regulation.TimeLimits
	if len(l) != 1 || l[0].What != model.LimitService || l[0].Duration.Value != 4 || join(l[0].At) != "corporation portal" {
		t.Errorf("limits %+v", l)
	}
}

func TestWhoTakesPartIsListedInAnyWording(t *testing.T) {
	for _, c := range []struct {
		language   model.Language
		paragraphs string
	}{
		{model.Kazakh, "1) маман құжаттарды тіркейді – 15 минут.\n6. Мемлекеттік қызмет көрсету процесіне мынадай құрылымдық бөлімшелер (қызметкерлер) қатысады:\n1) басшы;\n2) маман."},
		{model.Kazakh, "1) маман құжаттарды тіркейді – 15 минут.\n6. Мемлекеттік қызмет көрсету процесіне мыналар қатысады:\nбасшы;\nмаман.\nМаман құжаттарды сақтайды."},
		{model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. В процессе оказания услуги участвуют следующие структурные подразделения (работники):\n1) руководитель;\n2) специалист."},
		{model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. В процессе оказания государственной услуги участвуют:\n1) руководитель;\n2) специалист.\nСпециалист акимата."},
		{model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. В процессе оказания государственной услуги принимают участие следующие структурные подразделения (работники):\n1) руководитель;\n2) специалист."},
		{model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. В процессе оказания государственной услуги задействованы следующие работники услугодателя:\n1) руководитель;\n2) специалист."},
		{model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. Перечень структурных подразделений (работников), участвующих в процессе: руководитель, специалист отдела архитектуры и градостроительства."},
		{model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. Перечень структурных подразделений (работников), участвующих в процессе:\nа) руководитель;\nб) специалист."},
		{model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. Перечень структурных подразделений (работников), участвующих в процессе:\n1) руководитель; 2) специалист."},
		{model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. В процессе оказания государственной услуги участвуют:\nруководитель; специалист."},
		{model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. Перечень структурных подразделений (работников), участвующих в процессе:\n1) руководитель, 2) специалист."},
		{model.Kazakh, "1) маман құжаттарды тіркейді – 15 минут.\n6. Мемлекеттік қызмет көрсету процесіне мынадай қызметкерлер тартылады:\n1) басшы;\n2) маман."},
		{model.Kazakh, "1) маман құжаттарды тіркейді – 15 минут.\n6. Мемлекеттік қызмет көрсету процесіне қатысатын қызметкерлердің тізбесі\nБасшы\nКөрсетілетін қызметті берушінің маманы"},
	} {
		l := c.language
		r, _ := read(t, l, c.paragraphs)
		var got []model.Role
		for _, a := range r.Regulation.Actors {
			got = append(got, a.Role)
		}
		if join(got) != "provider.head provider.specialist" {
			t.Errorf("%s: participants %q", l, join(got))
		}
	}
}

func TestTheWaysToApplyAndTheFormOfTheService(t *testing.T) {
	cases := []struct {
		language                          model.Language
		paragraphs, channels, forms, auto string
	}{
		{model.Kazakh, `2. Өтініштерді қабылдау және мемлекеттік қызметті көрсету нәтижелерін беру:
1) "Азаматтарға арналған үкімет" мемлекеттік корпорациясы" коммерциялық емес акционерлік қоғамының облыс бойынша филиалы және қалалардың бөлімдері (бұдан әрі – Мемлекеттік корпорация);
2) көрсетілетін қызметті беруші;
3) тұрғылықты жері бойынша көрсетілетін қызметті беруші болмаған жағдайда - кенттің, ауылдың, ауылдық округтің әкімі арқылы жүзеге асырылады.
3. Мемлекеттік қызметті көрсету нысаны: электрондық (ішінара автоматтандырылған) және (немесе) қағаз түрінде.`,
			"corporation office rural_akim", "electronic paper", "partial"},
		{model.Kazakh, `2. Өтініштерді қабылдау және мемлекеттік қызмет көрсету нәтижелерін беру көрсетілетін қызметті берушінің кеңсесі, сондай-ақ "электрондық үкіметтің" www.egov.kz веб-порталы (бұдан әрі – портал) арқылы жүзеге асырылады.
3. Мемлекеттік қызмет көрсету нысаны – электрондық (толық автоматтандырылған).`,
			"office portal", "electronic", "full"},
		{model.Kazakh, `2. Өтінішті қабылдау және нәтижесін беру: көрсетілетін қызметті берушінің кеңсесі арқылы; халықты жұмыспен қамту орталығы арқылы; кент, ауыл, ауылдық округ әкімі арқылы жүзеге асырылады.
3. Мемлекеттік көрсетілетін қызметтің нысаны: қағаз түрінде.`,
			"office center rural_akim", "paper", ""},
		{model.Russian, `2. Для получения государственной услуги прием заявления и выдача результата осуществляются через: услугодателя, акима сельского округа, Государственную корпорацию.
3. Государственная услуга оказывается в бумажной форме.`,
			"office rural_akim corporation", "paper", ""},
		{model.Kazakh, `2. Мемлекеттік қызмет қағаз нысанында көрсетіледі.`, "", "paper", ""},
		{model.Kazakh, `2. Өтініштерді қабылдау және мемлекеттік қызмет көрсетудің нәтижесін беру:
"Азаматтарға арналған үкімет" мемлекеттік корпорациясы;
көрсетілетін қызметті беруші арқылы жүзеге асырылады.
Портал туралы ақпарат стандартта көрсетілген.
3. Мемлекеттік көрсетілетін қызметтің нысаны: электрондық/қағаз жүзінде.`,
			"corporation office", "electronic paper", ""},
		{model.Russian, `2. Прием заявления и выдача результата оказания государственной услуги осуществляются через канцелярию услугодателя и (или) веб-портал "электронного правительства" www.egov.kz (далее – портал).
3. Форма оказания государственной услуги: электронная (частично автоматизированная) и (или) бумажная.`,
			"office portal", "electronic paper", "partial"},
	}
	for _, c := range cases {
		r, _ := read(t, c.language, "1) кеңсе құжаттарды тіркейді.\n"+c.paragraphs)
		g := r.Regulation
		if join(g.Channels) != c.channels || join(g.Forms) != c.forms || string(g.Automation) != c.auto {
			t.Errorf("%q, %q, %q in %s", join(g.Channels), join(g.Forms), g.Automation, c.paragraphs)
		}
	}
}

func TestTheListOfConceptsNamesTheProvider(t *testing.T) {
	for _, c := range []struct{ line, provider string }{
		{`2) уполномоченный орган – городской (районный) отдел занятости и социальных программ.`, "городской (районный) отдел занятости и социальных программ"},
		{`2) уполномоченный орган – отдел занятости и социальных программ района;`, "отдел занятости и социальных программ района"},
		{`уполномоченный орган – государственное учреждение "Отдел занятости, труда и социальных программ", осуществляющее назначение пособий.`, `государственное учреждение "Отдел занятости, труда и социальных программ"`},
		{`2) уполномоченный орган - исполнительный орган, осуществляющий функции в сфере занятости;`, ""},
		{`2) уполномоченный орган выдает справки - отдел занятости их подписывает;`, ""},
	} {
		text := "Регламент государственной услуги \"Назначение пособий\"\n1. Основные понятия\n1. В настоящем регламенте используются следующие понятия:\n1) потребитель – физическое лицо;\n" +
			c.line + "\n2. Общие положения\n2. Форма оказания государственной услуги: бумажная.\n"
		if got := string(whole(t, text).Provider); got != c.provider {
			t.Errorf("%s: provider %q, want %q", c.line, got, c.provider)
		}
	}
}

func TestTheOrderThatApprovedTheStandard(t *testing.T) {
	for _, c := range []struct {
		language model.Language
		sentence string
		number   string
	}{
		{model.Russian, `Услуга оказывается на основании приказа Министра финансов Республики Казахстан от 30 апреля 2015 года № 557 "Об утверждении стандартов государственных услуг" (далее – Стандарт).`, "557"},
		{model.Russian, `Услуга оказывается согласно стандарту, утвержденному приказом Министра финансов Республики Казахстан от 30 апреля 2015 года № 557.`, "557"},
		{model.Russian, `Услуга оказывается по приказу Министра финансов Республики Казахстан от 30 апреля 2015 года № 557 "Об утверждении тарифов" и стандарту.`, ""},
		{model.Kazakh, `Қызмет Қазақстан Республикасы Қаржы министрінің 2015 жылғы 30 сәуірдегі № 557 бұйрығымен бекітілген стандартқа сәйкес көрсетіледі.`, "557"},
		{model.Kazakh, `Қызмет стандартқа сәйкес көрсетіледі, ол Қазақстан Республикасы Үкіметінің 2014 жылғы 11 наурыздағы № 217 қаулысымен бекітілген.`, "217"},
		{model.Kazakh, `Негіздеме: өтініш. Мемлекеттік көрсетілетін қызмет стандарты Қазақстан Республикасы Үкіметінің 2014 жылғы 11 наурыздағы № 217 қаулысымен бекітілген`, "217"},
		{model.Kazakh, `Өтініш стандарттың 9-тармағына сәйкес беріледі, нысаны Қазақстан Республикасы Үкіметінің 2014 жылғы 11 наурыздағы № 217 қаулысымен бекітілген.`, ""},
		{model.Kazakh, `Стандарт Қазақстан Республикасы Үкіметінің 2014 жылғы 11 наурыздағы № 217 қаулысымен бекітілген нысанды көздейді.`, ""},
	} {
		r, _ := read(t, c.language, map[model.Language]string{model.Russian: "1) специалист регистрирует документы.\n6. ", model.Kazakh: "1) маман құжаттарды тіркейді.\n6. "}[c.language]+c.sentence)
		number := ""
		if s := r.Regulation.Standard; s != nil {
			number = string(s.Number)
		}
		if number != c.number {
			t.Errorf("%s: standard %q, want %q", c.sentence, number, c.number)
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
		{model.Kazakh, "ХҚКО арқылы мемлекеттік қызмет көрсету кезіндегі рәсімдердің (іс-қимылдардың) реттілігі:", model.ProcessPSC},
		{model.Kazakh, "ХҚО-ға жүгіну тәртібі және өтінішті өңдеу ұзақтығы:", model.ProcessPSC},
		{model.Kazakh, "Орталыққа жүгіну тәртібін, сұрау салуды өңдеу ұзақтығын сипаттау:", model.ProcessPSC},
		{model.Kazakh, "Мемлекеттік қызмет көрсету процесінің құрамына мынадай рәсімдер (іс-қимылдар) кіреді:", model.ProcessInternal},
		{model.Kazakh, "Мемлекеттік қызмет көрсету процесі мынадай рәсімдерді (іс-қимылдарды) қамтиды:", model.ProcessInternal},
		{model.Russian, "В состав процесса оказания государственной услуги входят следующие процедуры (действия):", model.ProcessInternal},
		{model.Russian, "Процесс оказания государственной услуги включает следующие процедуры (действия):", model.ProcessInternal},
		{model.Russian, "Процедуры (действия), выполняемые в процессе оказания государственной услуги, и их длительность:", model.ProcessInternal},
		{model.Russian, "Описание порядка обращения в Госкорпорацию, длительность обработки запроса услугополучателя:", model.ProcessCorporation},
		{model.Russian, "Описание процесса выдачи результата оказания государственной услуги через Государственную корпорацию, его длительность:", model.ProcessDelivery},
		{model.Russian, "Описание процесса получения результата оказания государственной услуги через Госкорпорацию:", model.ProcessDelivery},
		{model.Russian, "Процесс оказания государственной услуги состоит из следующих процедур (действий):", model.ProcessInternal},
		{model.Russian, "Процедуры (действия), входящие в состав процесса оказания государственной услуги:", model.ProcessInternal},
		{model.Russian, "Порядок взаимодействия структурных подразделений (работников) услугодателя:", model.ProcessInteraction},
		{model.Russian, "Порядок оказания государственной услуги через Государственную корпорацию:", model.ProcessCorporation},
		{model.Russian, "Порядок получения государственной услуги через центр обслуживания населения:", model.ProcessPSC},
		{model.Russian, "Порядок действий услугополучателя через веб-портал:", model.ProcessPortal},
	} {
		r, _ := read(t, c.language, "1) "+step[c.language]+".\n6. "+c.heading+"\n1) "+step[c.language]+".")
		ps := r.Regulation.Processes
		if len(ps) != 2 || ps[1].Kind != c.kind || ps[1].Point != "6" {
			t.Errorf("%s: %d procedures, the last is %s", c.heading, len(ps), ps[len(ps)-1].Kind)
		}
	}
}

func TestStepsUnderAHeadingThatOnlyTheSectionExplains(t *testing.T) {
	text := `Регламент государственной услуги "Выдача лицензии"
1. Общие положения
1. Государственная услуга оказывается управлением (далее – услугодатель).
3. Описание порядка взаимодействия структурных подразделений (работников) услугодателя
2. %s:
1) сотрудник канцелярии услугодателя принимает документы – 15 минут;
2) исполнитель готовит лицензию – %s.
`
	for _, c := range []struct {
		heading, term string
		processes     int
	}{
		{"Необходимые для оказания услуги шаги", "10 рабочих дней", 1},
		{"Необходимые для оказания услуги шаги", "и вручает ее", 0},
	} {
		g := whole(t, fmt.Sprintf(text, c.heading, c.term))
		if len(g.Processes) != c.processes {
			t.Errorf("%s, %s: %d procedures", c.heading, c.term, len(g.Processes))
			continue
		}
		for _, p := range g.Processes {
			if p.Kind != model.ProcessInteraction || len(p.Steps) != 2 {
				t.Errorf("%s with %d steps", p.Kind, len(p.Steps))
			}
		}
	}
}

func TestAnAbbreviationIsOfTheWordsWithItsInitials(t *testing.T) {
	r, _ := read(t, model.Russian, `1) специалист передает документы в предприятие "Центр обслуживания населения" (далее – ЦОН);
2) работник ЦОН вводит данные в Автоматизированное рабочее место Интегрированной информационной системы ЦОН (далее – АРМ ИИС ЦОН).`)
	for i, want := range []string{"Центр обслуживания населения", "Автоматизированное рабочее место Интегрированной информационной системы ЦОН"} {
		if d := r.Regulation.Definitions[len(r.Regulation.Definitions)-2+i]; d.Term != want {
			t.Errorf("%s stands for %q, want %q", d.Short, d.Term, want)
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

func TestAStepWhoseResultIsNotWritten(t *testing.T) {
	r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут. Результат процедуры (действия):\n2) руководитель подписывает справку – 1 час. Результат процедуры (действия) –")
	var got []string
	for _, p := range r.Regulation.Processes {
		for _, s := range p.Steps {
			got = append(got, string(s.Actor+" "+s.Result))
		}
	}
	if want := "специалист , руководитель "; strings.Join(got, ", ") != want {
		t.Errorf("got %q", got)
	}
}
