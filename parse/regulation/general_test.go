package regulation

import (
	"fmt"
	"strings"
	"testing"

	"reglament/model"
)

func TestABracketDefinesTheWordsBeforeIt(t *testing.T) {
	cases := []struct {
		language              model.Language
		sentence, short, term string
	}{
		{model.Kazakh, `Министрдің 2015 жылғы 28 сәуірдегі № 27 бұйрығымен бекітілген "Баспана беру" мемлекеттік көрсетілетін қызмет стандартының (бұдан әрі – Стандарт) 9-тармағы.`,
			"Стандарт", `"Баспана беру" мемлекеттік көрсетілетін қызмет стандартының`},
		{model.Kazakh, `Бекітілген "Баспана беру" қызметінің стандартына сәйкес ұсынылған құжаттар рәсімді бастау үшін негіз болып табылады (бұдан әрі - Стандарт).`,
			"Стандарт", `"Баспана беру" қызметінің стандартына`},
		{model.Kazakh, "Баспана беру туралы хабарлама мемлекеттік қызметтің нәтижесі болып табылады (бұдан әрі-хабарлама).",
			"хабарлама", "Баспана беру туралы хабарлама"},
		{model.Kazakh, "Маман құжаттарды тексереді және облыстың тұрғын үй басқармасына (бұдан әрі – басқарма) жолдайды.",
			"басқарма", "облыстың тұрғын үй басқармасына"},
		{model.Kazakh, "Нәтиже – хабарлама немесе бас тарту туралы дәлелді жауап (бұдан әрі – дәлелді жауап).",
			"дәлелді жауап", "хабарлама немесе бас тарту туралы дәлелді жауап"},
		{model.Kazakh, `Өтініш "электрондық үкімет" шлюзі (бұдан әрі – ЭҮШ) арқылы беріледі.`,
			"ЭҮШ", `электрондық үкімет" шлюзі`},
		{model.Russian, "Выдается уведомление о постановке на учет (далее – уведомление).",
			"уведомление", "уведомление о постановке на учет"},
		{model.Russian, `Справка выдается согласно приложению 1 к стандарту государственной услуги "Жилище" (далее – стандарт).`,
			"стандарт", `стандарту государственной услуги "Жилище"`},
		{model.Russian, "Выдается справка либо мотивированный ответ об отказе в оказании услуги (далее – мотивированный отказ).",
			"мотивированный отказ", "мотивированный ответ об отказе в оказании услуги"},
		{model.Russian, "Услугополучатель направляет запрос в форме электронного документа (далее – электронный запрос).",
			"электронный запрос", "запрос в форме электронного документа"},
		{model.Russian, "Данные заносит работник в автоматизированной информационной системе (далее – АИС).",
			"АИС", "автоматизированной информационной системе"},
	}
	for _, c := range cases {
		t.Run(c.short, func(t *testing.T) {
			r, src := read(t, c.language, c.sentence)
			d := r.Regulation.Definitions[len(r.Regulation.Definitions)-1]
			if d.Short != c.short || d.Term != c.term || !strings.HasPrefix(d.Span.Of(src.Canonical), d.Term) {
				t.Errorf("%q stands for %q, want %q; span %q", d.Short, d.Term, c.term, d.Span.Of(src.Canonical))
			}
		})
	}
}

func TestAShortNameIsFoundWhereItIsUsed(t *testing.T) {
	r, src := read(t, model.Kazakh, `1) маман халықты жұмыспен қамту орталығына (бұдан әрі – Орталық) құжаттарды жолдайды;
2) Орталықтың маманы жауапты әзірлейді;
3) орталығы жоқ ауданда қамту орталығы (бұдан әрі – Орталық) орнына бөлім әрекет етеді, орталық жауап береді.`)
	for _, d := range r.Regulation.Definitions {
		if d.Short != "Орталық" {
			continue
		}
		var got []string
		for _, u := range d.Uses {
			got = append(got, u.Of(src.Canonical))
		}
		if want := "Орталықтың орталық"; strings.Join(got, " ") != want {
			t.Errorf("used as %q, want %q", got, want)
		}
		break
	}
	if got := join(r.Regulation.Processes[0].Steps[1].Roles); got != "center.specialist" {
		t.Errorf("the centre's specialist is %q", got)
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

func TestWhoTakesPartIsListedInAnyWording(t *testing.T) {
	for l, paragraphs := range map[model.Language]string{
		model.Kazakh:  "1) маман құжаттарды тіркейді – 15 минут.\n6. Мемлекеттік қызмет көрсету процесіне мынадай құрылымдық бөлімшелер (қызметкерлер) қатысады:\n1) басшы;\n2) маман.",
		model.Russian: "1) специалист регистрирует документы – 15 минут.\n6. В процессе оказания услуги участвуют следующие структурные подразделения (работники):\n1) руководитель;\n2) специалист.",
	} {
		r, _ := read(t, l, paragraphs)
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
