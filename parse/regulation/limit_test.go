package regulation

import (
	"fmt"
	"strings"
	"testing"

	"reglament/model"
)

func TestTheLimitOfTheServiceAmongStepsIsNoStep(t *testing.T) {
	for _, c := range []struct {
		language model.Language
		line     string
		steps    int
		limit    string
	}{
		{model.Russian, "2) срок оказания государственной услуги – 3 рабочих дня;\n3) специалист выдает справку.", 2, "3 рабочих дня"},
		{model.Russian, "Общий срок оказания государственной услуги составляет 15 рабочих дней.", 1, "15 рабочих дней"},
		{model.Kazakh, "Мемлекеттік қызмет көрсету мерзімі – 3 жұмыс күні.", 1, "3 жұмыс күні"},
		{model.Kazakh, "Құжаттар топтамасын тапсырған сәттен бастап мемлекеттік қызмет көрсетудің жалпы мерзімі – 7 (жеті) жұмыс күні.", 1, "7 (жеті) жұмыс күні"},
		{model.Russian, "Срок исполнения – 3 рабочих дня.", 1, ""},
		{model.Russian, "Максимально допустимое время ожидания для сдачи пакета документов – 15 минут.", 1, "15 минут"},
		{model.Russian, "2) максимально допустимое время обслуживания составляет 20 минут;\n3) специалист выдает справку.", 2, "20 минут"},
		{model.Kazakh, "Құжаттарды тапсыру үшін күтудің рұқсат етілген ең ұзақ уақыты – 15 минут.", 1, "15 минут"},
	} {
		first := "1) специалист регистрирует документы – 15 минут;\n"
		if c.language == model.Kazakh {
			first = "1) маман құжаттарды тіркейді – 15 минут;\n"
		}
		r, _ := read(t, c.language, first+c.line)
		limit := ""
		for _, l := range r.Regulation.TimeLimits {
			limit += l.Duration.Text
		}
		if n := len(r.Regulation.Processes[0].Steps); n != c.steps || limit != c.limit {
			t.Errorf("%s: %d steps, limit %q", c.line, n, limit)
		}
		if text := r.Regulation.Processes[0].Steps[0].Text; c.limit != "" && strings.Contains(text, c.limit+".") {
			t.Errorf("%s: it is in the first step: %s", c.line, text)
		}
		if d := r.Regulation.Processes[0].Steps[0].Durations; c.limit != "" && len(d) != 1 {
			t.Errorf("%s: the first step lasts %v", c.line, d)
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

// limitsOf is what, where and how long, of each limit.
func limitsOf(r Reading) string {
	var out []string
	for _, l := range r.Regulation.TimeLimits {
		out = append(out, fmt.Sprint(l.What, " ", join(l.At), " ", l.Duration.Value))
	}
	return strings.Join(out, "; ")
}

func TestALimitIsOfTheWayThatTheLineAboveOrTheSentenceSays(t *testing.T) {
	for point, want := range map[string]string{
		"Мерзімі:\nМемлекеттік корпорацияға құжаттар тапсырылған сәттен бастап:\nкүрделі емес объектілерге – 6 (алты) жұмыс күні;\nкүрделі объектілерге – 15 (он бес) жұмыс күні.": "service corporation 6; service corporation 15",
		"Мерзімдері:\n1) порталға жүгінген сәттен бастап:\nлицензия беру – 15 жұмыс күні;\n2) телнұсқа беру – 2 жұмыс күні.":                                                       "service portal 15; service  2",
		"Қызмет көрсету мерзімі: Мемлекеттік корпорацияға жүгінген кезде – 3 жұмыс күні, көрсетілетін қызметті берушіге – 5 жұмыс күнінен аспайды.":                                "service corporation 3; service office 5",
		"Көрсетілетін мемлекеттік қызмет мерзімі - ХҚО-ға, сондай-ақ портал арқылы өтініш білдірген кезде күнтізбелік 10 (он) күн.":                                                "service psc portal 10",
		"Көрсету мерзімі Мемлекеттік корпорацияға жүгінген кезде – 3 (үш) жұмыс күні.":                                                                                             "service corporation 3",
		"Мемлекеттік корпорацияға құжаттарды тапсыру үшін күтудің рұқсат етілген ең ұзақ уақыты – 15 минут, қызмет көрсетудің рұқсат етілген ең ұзақ уақыты – 20 минут.":           "wait corporation 15; serve corporation 20",
		"Мемлекеттік корпорацияға құжаттарды тапсыру үшін күтудің рұқсат етілген ең ұзақ уақыты – 15 минут; қызмет көрсетудің рұқсат етілген ең ұзақ уақыты – 20 минут.":           "wait corporation 15; serve  20",
		"Мемлекеттік корпорацияда күтудің рұқсат етілген ең ұзақ уақыты – 15 минут, көрсетілетін қызметті берушіде қызмет көрсетудің рұқсат етілген ең ұзақ уақыты – 20 минут.":    "wait corporation 15; serve office 20",
	} {
		r, _ := read(t, model.Kazakh, "1) маман құжаттарды тіркейді – 15 минут.\n6. "+point)
		if got := limitsOf(r); got != want {
			t.Errorf("%s: %q, want %q", point, got, want)
		}
	}
}

func TestALimitIsOfTheOnlyWayToApply(t *testing.T) {
	for point, want := range map[string]string{
		"Прием заявлений и выдача результатов осуществляются через канцелярию услугодателя.":                   "serve office 10",
		"Прием заявлений и выдача результатов осуществляются через канцелярию услугодателя, через веб-портал.": "serve  10",
	} {
		r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. "+point+"\n7. Срок оказания государственной услуги:\n1) максимально допустимое время обслуживания – 10 (десять) минут.")
		if got := limitsOf(r); got != want {
			t.Errorf("%s: %q, want %q", point, got, want)
		}
	}
}

func TestALimitIsOfThePlaceRightBehindIt(t *testing.T) {
	for point, want := range map[string]string{
		"максимально допустимое время обслуживания потребителя – не более 15 минут в уполномоченном органе, 30 минут в центре.": "serve office 15; serve psc 30",
		"максимально допустимое время обслуживания – не более 15 минут в уполномоченном органе, 30 минут – в Центре.":           "serve office 15; serve psc 30",
		"максимально допустимое время обслуживания 20 минут – в Центре 15 минут.":                                               "serve  20; serve psc 15",
		"максимально допустимое время обслуживания – 20 минут при обращении в канцелярию и 15 минут в Центре.":                  "serve office 20; serve psc 15",
		"максимально допустимое время ожидания в Центре – 15 минут, обслуживания – 20 минут.":                                   "wait psc 15; serve psc 20",
		"максимально допустимое время ожидания в центре обслуживания населения – 15 минут, в канцелярии – 20 минут.":            "wait psc 15; wait office 20",
		"максимально допустимое время обслуживания 20 минут в Центре – 15 минут.":                                               "serve  20; serve psc 15",
	} {
		r, _ := read(t, model.Russian, "1. Услуга оказывается отделом, а также через центр обслуживания населения (далее – Центр).\n2. Срок оказания:\n1) "+point)
		if got := limitsOf(r); got != want {
			t.Errorf("%s: %q, want %q", point, got, want)
		}
	}
}

func TestTheTimeOfWaitingAndOfServingTogether(t *testing.T) {
	r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. Максимально допустимое время ожидания и обслуживания – 20 минут.")
	if l := r.Regulation.TimeLimits; len(l) != 2 || l[0].What != model.LimitWait || l[1].What != model.LimitServe || l[1].Duration.Value != 20 {
		t.Errorf("%+v", l)
	}
}

func TestTheTimesOfVisitsToTwoPlaces(t *testing.T) {
	r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. Сроки оказания государственной услуги:\n"+
		"1) максимально допустимое время ожидания для сдачи документов у услугодателя – не более 30 минут, в ЦОНе – не более 15 минут.")
	if got, want := limitsOf(r), "wait office 30; wait psc 15"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTheTermThatALimitIsExtendedByIsNone(t *testing.T) {
	for line, want := range map[string]string{
		"1) с момента сдачи документов – 15 (пятнадцать) календарных дней; в случаях изучения документов двух и более организаций срок продлевается на 30 календарных дней;": "15 (пятнадцать) календарных дней",
		"1) с момента сдачи документов – 15 календарных дней. При необходимости срок может быть продлен на 10 дней;":                                                         "15 календарных дней",
		"1) срок оказания продлевается на 30 календарных дней при необходимости запроса;":                                                                                    "",
	} {
		r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. Сроки оказания государственной услуги:\n"+line)
		got := ""
		for _, l := range r.Regulation.TimeLimits {
			got += l.Duration.Text
		}
		if got != want {
			t.Errorf("%s: %q", line, got)
		}
	}
}

func TestLimitsBelowTheStepsOfTheirPoint(t *testing.T) {
	for lines, want := range map[string]string{
		"II санаттағы объектілер үшін – отыз жұмыс күнінен аспайды;\nIII санаттағы объектілер үшін – он жұмыс күнінен аспайды.": "30 10",
		"1) алғашқы өтініш бойынша – отыз жұмыс күні;\n2) қайта өтініш бойынша – он жұмыс күні.":                                "30 10",
		"маман анықтаманы дайындайды – он жұмыс күні.":                                                                          "",
	} {
		r, _ := read(t, model.Kazakh, "1) маман өтінішті тіркейді – 15 минут.\nМемлекеттік қызмет көрсету мерзімі:\n"+lines)
		var got []string
		for _, l := range r.Regulation.TimeLimits {
			got = append(got, fmt.Sprint(l.Duration.Value))
		}
		if strings.Join(got, " ") != want || len(r.Regulation.Processes[0].Steps[0].Durations) != 1 {
			t.Errorf("%s: %q, want %q; %+v", lines, got, want, r.Regulation.Processes)
		}
	}
}

func TestALimitOfEachWayThatItsSentenceNames(t *testing.T) {
	r, _ := read(t, model.Kazakh, `1) маман құжаттарды тіркейді – 15 минут.
6. Тұтынушы қызмет берушіге, халыққа қызмет көрсету орталығына немесе ЭҮП-ке жүгінген сәттен бастап қызмет көрсету мерзімі – бір жұмыс күні ішінде.`)
	if l := r.Regulation.TimeLimits; len(l) != 1 || join(l[0].At) != "office psc portal" {
		t.Errorf("%+v", l)
	}
}

func TestALimitSinceTheApplicationToEachBody(t *testing.T) {
	r, _ := read(t, model.Russian, `1) специалист регистрирует документы – 15 минут.
6. Государственная услуга оказывается с момента обращения:
1) в МИО – в течение двух рабочих дней;
2) в Государственную корпорацию – в течение трех рабочих дней.`)
	var got []string
	for _, l := range r.Regulation.TimeLimits {
		got = append(got, fmt.Sprint(l.What, " ", join(l.At), " ", l.Duration.Value))
	}
	if want := "service office 2; service corporation 3"; strings.Join(got, "; ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestALimitIsOfTheWaysThatItsHeadingNames(t *testing.T) {
	for _, c := range []struct {
		language      model.Language
		heading, want string
	}{
		{model.Russian, `Сроки оказания государственной услуги согласно стандарту "Справка с портала", у услугодателя:`, "service office 2; wait office 15"},
		{model.Russian, "Сроки оказания государственной услуги:", "service  2; wait  15"},
		{model.Kazakh, "Көрсетілетін қызметті берушіде мемлекеттік қызмет көрсету мерзімдері:", "service office 2; wait office 15"},
	} {
		lines := map[model.Language]string{
			model.Russian: "1) специалист регистрирует документы – 15 минут.\n6. %s\n1) с момента обращения – 2 рабочих дня;\n2) максимально допустимое время ожидания – 15 минут.",
			model.Kazakh:  "1) маман құжаттарды тіркейді – 15 минут.\n6. %s\n1) жүгінген сәттен бастап – 2 жұмыс күні;\n2) күтудің рұқсат етілген ең ұзақ уақыты – 15 минут.",
		}
		r, _ := read(t, c.language, fmt.Sprintf(lines[c.language], c.heading))
		if got := limitsOf(r); got != c.want {
			t.Errorf("%s: %q, want %q", c.heading, got, c.want)
		}
	}
}

func TestALimitSinceDocumentsAreHandedInIsOfNoListOfDocuments(t *testing.T) {
	for heading, want := range map[string]string{
		"Сроки оказания государственной услуги с момента сдачи потребителем необходимых документов:": "service office 2; service corporation 3",
		"Перечень необходимых документов и сроки их подачи для оказания государственной услуги:":     "",
	} {
		r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. "+heading+"\n1) в уполномоченный орган – в течении двух рабочих дней;\n2) в Государственную корпорацию – в течении трех рабочих дней (день приема не входит в срок).")
		if got := limitsOf(r); got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
	}
}

func TestPartsOfALimitAreNone(t *testing.T) {
	r, _ := read(t, model.Russian, `1) специалист регистрирует документы – 15 минут.
6. Срок оказания государственной услуги – 37 рабочих дней, в том числе:
выбор земельного участка – 17 рабочих дней;
принятие решения – 20 рабочих дней.`)
	if l := r.Regulation.TimeLimits; len(l) != 1 || l[0].Duration.Value != 37 {
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

func TestATimeReckonedForEachWhoWaitsIsNoLimit(t *testing.T) {
	for line, l := range map[string]model.Language{
		"2) максимально допустимое время ожидания зависит от количества человек в очереди из расчета 15 минут на обслуживание одного потребителя;":  model.Russian,
		"2) күтудің рұқсат етілген ең ұзақ уақыты бір тұтынушыға қызмет көрсетуге 15 минут есебінен кезектегі адамдардың санына байланысты болады;": model.Kazakh,
	} {
		heading := map[model.Language]string{model.Russian: "1) специалист регистрирует документы – 15 минут.\n6. Сроки оказания государственной услуги:\n1) с момента сдачи документов – 10 дней;\n",
			model.Kazakh: "1) маман құжаттарды тіркейді – 15 минут.\n6. Мемлекеттік қызмет көрсету мерзімдері:\n1) құжаттар тапсырылған сәттен бастап – 10 күн;\n"}
		r, _ := read(t, l, heading[l]+line)
		if limits := r.Regulation.TimeLimits; len(limits) != 1 || limits[0].Duration.Value != 10 {
			t.Errorf("%s: %+v", line, limits)
		}
	}
}

func TestTheTimeInWhichTheServiceIsRenderedIsItsLimit(t *testing.T) {
	for sentence, want := range map[string]int{
		"Государственная услуга оказывается в течение 7 рабочих дней с момента подачи заявления.":                                            7,
		"Государственная услуга оказывается отделом, который рассматривает заявление в течение 7 дней.":                                      0,
		"Государственная услуга оказывается в уполномоченном органе в срок не позднее семи календарных дней со дня предъявления документов.": 7,
	} {
		r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. "+sentence)
		got := 0
		for _, l := range r.Regulation.TimeLimits {
			got = l.Duration.Value
		}
		if got != want {
			t.Errorf("%s: %d, want %d", sentence, got, want)
		}
	}
	for _, sentence := range []string{
		"Мемлекеттік қызмет өтініш берілген сәттен бастап 7 жұмыс күні ішінде көрсетіледі.",
		"Мемлекеттік қызмет құжаттар тапсырылған күннен бастап жеті күннен кешіктірмей уәкілетті органда көрсетіледі.",
	} {
		r, _ := read(t, model.Kazakh, "1) маман құжаттарды тіркейді – 15 минут.\n6. "+sentence)
		if l := r.Regulation.TimeLimits; len(l) != 1 || l[0].Duration.Value != 7 {
			t.Errorf("%s: %+v", sentence, l)
		}
	}
}

func TestTheLimitsInASentenceThatNamesDocuments(t *testing.T) {
	r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n6. Государственная услуга оказывается в уполномоченном органе в срок не позднее десяти календарных дней со дня предъявления потребителем необходимых документов, максимально допустимое время ожидания в уполномоченном органе – 30 минут, максимально допустимое время обслуживания – 15 минут.")
	if got := limitsOf(r); got != "service office 10; wait office 30; serve office 15" {
		t.Error(got)
	}
}
