package act

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reglament/model"
)

// noteString is target, action, act and entry of a note.
func noteString(n model.Note) string {
	s := string(n.Target.Kind)
	if n.Target.Number != "" {
		s += " " + string(n.Target.Number)
	}
	if n.Target.Regulation != nil {
		s += fmt.Sprintf(" of %d", *n.Target.Regulation)
	}
	s += ": " + string(n.Action)
	if n.By != nil {
		s += " " + refString(n.By)
	}
	if e := n.Effective; e != nil {
		s += fmt.Sprintf(", %s+%d%s", e.From, e.Days, e.Date)
	}
	return s
}

func TestNotesSay(t *testing.T) {
	two := 2
	inRegulation := model.Target{Kind: model.TargetRegulation, Regulation: &two}
	inPoint := model.Target{Kind: model.TargetPoint, Number: "7", Regulation: &two}
	for _, c := range []struct {
		lang  model.Language
		text  string
		where model.Target
		want  []string
	}{
		{model.Kazakh, "Ескерту. Күші жойылды - Ақтөбе облысы әкімдігінің 03.02.2020 № 40 (ресми жарияланған күнінен бастап қолданысқа енгізіледі) қаулысымен.", model.Target{},
			[]string{"act: repealed 2020-02-03 40, official_publication+0"}},
		{model.Kazakh, "Ескерту. 1-тармаққа өзгеріс енгізілді - Ақтөбе облысы әкімдігінің 28.04.2017 № 175 қаулысымен (алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі).", model.Target{Kind: model.TargetAct},
			[]string{"point 1: amended 2017-04-28 175, first_official_publication+10"}},
		{model.Kazakh, "Ескерту. Регламент жаңа редакцияда - Ақтөбе облысы әкімдігінің 21.04.2016 № 186 қаулысымен.", inRegulation,
			[]string{"regulation of 2: new_edition 2016-04-21 186"}},
		{model.Kazakh, "Ескерту. 9-тармақ жаңа редакцияда - Ақтөбе облысы әкімдігінің 30.12.2016 № 621 қаулысымен.", inRegulation,
			[]string{"point 9 of 2: new_edition 2016-12-30 621"}},
		{model.Kazakh, "Ескерту. 5-тармақтың 3) тармақшасы алып тасталды - Ақтөбе облысы әкімдігінің 30.12.2016 № 621 қаулысымен.", inRegulation,
			[]string{"subpoint 3 of 2: excluded 2016-12-30 621"}},
		{model.Kazakh, "Ескерту. 1-қосымша жаңа редакцияда - Ақтөбе облысы әкімдігінің 30.12.2016 № 621 қаулысымен.", model.Target{Kind: model.TargetAct},
			[]string{"annex 1: new_edition 2016-12-30 621"}},
		{model.Kazakh, "Ескерту. Бұйрықтың тақырыбы жаңа редакцияда – ҚР Мәдениет министрінің 29.04.2020 № 104 бұйрығымен.", model.Target{Kind: model.TargetAct},
			[]string{"title: new_edition 2020-04-29 104"}},
		{model.Kazakh, "Ескерту. Шешім және Қағида атауы жаңа редакцияда - Ақтөбе қалалық мәслихатының 2008 жылғы 18 маусымдағы N 74 шешімімен.", model.Target{Kind: model.TargetAct},
			[]string{"title: new_edition 2008-06-18 74"}},
		{model.Kazakh, "Ескерту. Кіріспе жаңа редакцияда – ҚР Мәдениет министріні", model.Target{Kind: model.TargetAct}, []string{"section: new_edition"}},
		{model.Kazakh, "Ескерту. 01.01.2025 бастап қолданысқа енгізіледі – осы шешімнің 8-тармағымен.", model.Target{Kind: model.TargetAct},
			[]string{"act: editorial, date+02025-01-01"}},
		{model.Kazakh, "Ескерту. 9-тармақтың қолданысы 01.01.2020 дейін тоқтатыла тұрады - Ақтөбе облысы әкімдігінің 18.04.2019 № 78 (алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі) қаулысымен.", inRegulation,
			[]string{"point 9 of 2: suspended 2019-04-18 78, first_official_publication+10"}},
		{model.Russian, "Сноска. Действие пункта 9 приостановлено до 01.01.2020 постановлением акимата Актюбинской области от 18.04.2019 № 78.", inRegulation,
			[]string{"point 9 of 2: suspended 2019-04-18 78"}},
		{model.Russian, "Сноска. Пункты 14, 15 исключены постановлением акимата Актюбинской области от 01.02.2016 № 5 (вводится в действие со дня его первого официального опубликования).", inRegulation,
			[]string{"point 14 of 2: excluded 2016-02-01 5, first_official_publication+0", "point 15 of 2: excluded 2016-02-01 5, first_official_publication+0"}},
		{model.Russian, "Сноска. Подпункты 1) и 2) пункта 5 в редакции постановления акимата Актюбинской области от 01.04.2016 № 7.", model.Target{Kind: model.TargetAct},
			[]string{"subpoint 1: new_edition 2016-04-01 7", "subpoint 2: new_edition 2016-04-01 7"}},
		{model.Kazakh, "Ескерту. 5-тармақтың 1) және 2) тармақшалары жаңа редакцияда - Ақтөбе облысы әкімдігінің 01.04.2016 № 7 қаулысымен.", model.Target{Kind: model.TargetAct},
			[]string{"subpoint 1: new_edition 2016-04-01 7", "subpoint 2: new_edition 2016-04-01 7"}},
		{model.Kazakh, "Ескерту. 1, 2-қосымшалар жаңа редакцияда - Ақтөбе облысы әкімдігінің 01.05.2016 № 8 қаулысымен.", model.Target{Kind: model.TargetAct},
			[]string{"annex 1: new_edition 2016-05-01 8", "annex 2: new_edition 2016-05-01 8"}},
		{model.Kazakh, "РҚАО-ның ескертпесі.", model.Target{Kind: model.TargetAct}, []string{"act: editorial"}},
		{model.Kazakh, "Құжаттың мәтінінде түпнұсқаның пунктуациясы мен орфографиясы сақталған.", model.Target{Kind: model.TargetAct}, []string{"act: editorial"}},
		{model.Kazakh, "Ескерту. 7-тармақ толықтырылды - Ақтөбе облысы әкімдігінің 01.03.2016 № 60 қаулысымен; өзгеріс енгізілді - 01.03.2018 № 61 қаулысымен.", inRegulation,
			[]string{"point 7 of 2: supplemented 2016-03-01 60", "point 7 of 2: amended 2018-03-01 61"}},
		{model.Kazakh, "Ескерту. Шешімнің қолданысы тоқтатылған – Оңтүстік Қазақстан облысы Арыс қалалық мәслихатының 15.06.2018 № 25/1-VI шешімімен.", model.Target{Kind: model.TargetAct},
			[]string{"act: suspended 2018-06-15 25/1-VI"}},
		{model.Russian, "Сноска. Пункт 9 в редакции постановления акимата Костанайской области от 12.05.2016 № 221 (вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования).", inRegulation,
			[]string{"point 9 of 2: new_edition 2016-05-12 221, first_official_publication+10"}},
		{model.Russian, "Сноска. Приложение 3 исключено постановлением акимата Костанайской области от 12.05.2016 № 221.", model.Target{Kind: model.TargetAct},
			[]string{"annex 3: excluded 2016-05-12 221"}},
		{model.Russian, "Заголовок и преамбула изложены в редакции решения Аккайынского районного маслихата Северо-Казахстанской области от 14.05.21 г. № 4/2 (см. стар. ред.)", model.Target{Kind: model.TargetAct},
			[]string{"title: new_edition 2021-05-14 4/2"}},
		{model.Russian, `Сноска. По всему тексту слова "секретарь" заменены словами "председатель" Указом Президента РК от 10.04.2024 № 91.`, model.Target{Kind: model.TargetPoint, Number: "2"},
			[]string{"act: amended 2024-04-10 91"}},
		{model.Russian, `Сноска. По всему тексту слова "секретарь" заменены словами "председатель" Указом Президента РК от 10.04.2024 № 91.`, inPoint,
			[]string{"regulation of 2: amended 2024-04-10 91"}},
		{model.Russian, "Сноска. Преамбула с изменениями, внесенными решением маслихата Костанайского района от 01.12.2016 № 12.", model.Target{Kind: model.TargetAct},
			[]string{"section: amended 2016-12-01 12"}},
		{model.Russian, "Сноска. Заголовок - в редакции решения Иргизского районного маслихата от 01.12.2016 № 12.", model.Target{Kind: model.TargetAct},
			[]string{"title: new_edition 2016-12-01 12"}},
		{model.Russian, `Сноска. По всему тексту слова "селу" заменены словами "аулу" решением Иргизского районного маслихата от 01.12.2016 № 12.`, model.Target{Kind: model.TargetAct},
			[]string{"act: amended 2016-12-01 12"}},
		{model.Russian, "1) исключен постановлением акимата Костанайской области от 12.05.2016 № 221;", inPoint, []string{"subpoint 1 of 2: excluded 2016-05-12 221"}},
		{model.Russian, "3) Утратило силу постановлением акимата Костанайской области от 12.05.2016 № 221;", inPoint, []string{"subpoint 3 of 2: repealed 2016-05-12 221"}},
		{model.Russian, "Сноска. Утратило силу в связи с истечением срока применения - (письмо акимата Таразского района от 08.01.2013 № 2-18).", model.Target{Kind: model.TargetAct},
			[]string{"act: lapsed 2013-01-08 2-18"}},
		{model.Russian, "Отменено решением маслихата Костанайского района Костанайской области от 24.01.2024 № 100.", model.Target{Kind: model.TargetAct},
			[]string{"act: repealed 2024-01-24 100"}},
		{model.Russian, "Примечание РЦПИ.", model.Target{Kind: model.TargetAct}, []string{"act: editorial"}},
		{model.Russian, "Сноска. Порядок введения в действие см. п.4.", model.Target{Kind: model.TargetAct}, []string{"act: editorial"}},
		{model.Russian, "Сноска. Пункт 2 - в редакции приказа Министра финансов РК от 01.02.2017 № 71; с изменениями, внесенными приказами от 01.03.2018 № 312 (вводится в действие с 01.04.2018); от 05.04.2019 № 320.", model.Target{Kind: model.TargetAct},
			[]string{"point 2: new_edition 2017-02-01 71", "point 2: amended 2018-03-01 312, date+02018-04-01", "point 2: amended 2019-04-05 320"}},
		{model.Russian, "Сноска. Название с изменением, внесенным постановлением Правительства РК от 05.03.2015 № 110.", model.Target{Kind: model.TargetAct},
			[]string{"title: amended 2015-03-05 110"}},
		{model.Russian, "Сноска. Постановление дополнено пунктом 2-1 в соответствии с постановлением Правительства РК от 08.06.2018 № 402 (вводится в действие с 01.07.2018).", inPoint,
			[]string{"act: supplemented 2018-06-08 402, date+02018-07-01"}},
		{model.Russian, "Сноска. Пункт 2 дополнен подпунктом 3-1) в соответствии с постановлением Правительства РК от 08.06.2018 № 402.", inRegulation,
			[]string{"point 2 of 2: supplemented 2018-06-08 402"}},
		{model.Kazakh, "Ескерту. Қаулы 2-1-тармақпен толықтырылды - ҚР Үкіметінің 08.06.2018 № 402 қаулысымен.", inPoint,
			[]string{"act: supplemented 2018-06-08 402"}},
		{model.Kazakh, "Ескерту. Бұйрыққа өзгеріс енгізілді - ҚР Қаржы министрінің 27.03.2015 № 233 (алғашқы ресми жарияланған күнінен кейін күнтізбелік жиырма бір күн өткен соң қолданысқа енгізіледі) бұйрығымен.", model.Target{Kind: model.TargetAct},
			[]string{"act: amended 2015-03-27 233, first_official_publication+21"}},
		{model.Kazakh, "ҚР Үкіметінің 2012.19.04. № 492 Қаулысымен тақырыбы жаңа редакцияда (бұр.ред.қара)", model.Target{Kind: model.TargetAct},
			[]string{"title: new_edition 2012-04-19 492"}},
		{model.Kazakh, "ҚР Үкіметінің 2017 жылғы 4 мамырдағы № 245 Қаулысымен 2018 ж. 1 қаңтардан бастап күші жойылды", model.Target{Kind: model.TargetAct},
			[]string{"act: repealed 2017-05-04 245, date+02018-01-01"}},
		{model.Kazakh, "Осы Қаулы күшін жойды 2018 жылғы 12 маусымнан бастап ҚР Үкіметінің 05.06.2018 жылғы № 109 Қаулысына сәйкес", model.Target{Kind: model.TargetAct},
			[]string{"act: repealed 2018-06-05 109, date+02018-06-12"}},
		{model.Russian, "Сноска. Утратило силу с 1 января 2021 года постановлением Правительства РК от 12.11.2020 № 744.", model.Target{Kind: model.TargetAct},
			[]string{"act: repealed 2020-11-12 744, date+02021-01-01"}},
		{model.Russian, "Сноска. Утратил силу совместным приказом Министра финансов РК от 29.06.2016 № 335 и и.о. Министра национальной экономики РК от 30.06.2016 № 294 (вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования).", model.Target{Kind: model.TargetAct},
			[]string{"act: repealed 2016-06-29 335, first_official_publication+10", "act: repealed 2016-06-30 294, first_official_publication+10"}},
	} {
		span := model.Span{10, 10 + len(c.text)}
		if !IsNote(c.text, c.lang) {
			t.Errorf("%s: is no note", c.text)
		}
		notes, findings := Notes(c.text, span, c.lang, c.where)
		var got []string
		for _, n := range notes {
			got = append(got, noteString(n))
			if n.Span != span || n.Text != c.text {
				t.Errorf("%s: span %v", c.text, n.Span)
			}
			if n.By != nil && (model.Span{n.By.Span[0] - 10, n.By.Span[1] - 10}).Of(c.text) != n.By.Text {
				t.Errorf("%s: span of the act %v", c.text, n.By.Span)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.text, got, c.want)
		}
		if len(findings) > 0 {
			t.Errorf("%s: %v", c.text, findings)
		}
	}
}

func TestWhatIsNoNote(t *testing.T) {
	for _, c := range []struct {
		lang model.Language
		text string
	}{
		{model.Kazakh, "Ескерту: қысқартылған сөздердің толық жазылуы:"},
		{model.Kazakh, "2. Ақтөбе облысы әкімдігінің 2014 жылғы 10 сәуірдегі № 130 қаулысының күші жойылды деп танылсын."},
		{model.Kazakh, "Күші жойылды деп танылсын:"},
		{model.Kazakh, "1) Ақтөбе облысы әкімдігінің 2014 жылғы 10 сәуірдегі № 130 қаулысы;"},
		{model.Russian, "2. Признать утратившими силу постановление акимата Костанайской области от 12 мая 2016 года № 221."},
		{model.Russian, "1) постановление акимата Костанайской области от 12 мая 2016 года № 221 утратило силу;"},
		{model.Russian, "услугодатель исключает заявителя из очереди 2 раза"},
		{model.Russian, "пункт 1 изложить в новой редакции:"},
		{model.Russian, "В связи с истечением срока действия лицензии услугополучатель подает заявление по форме № 1."},
		{model.Russian, "2) срок действия истек у справки формы № 3;"},
		{model.Kazakh, "Мерзімі аяқталған жағдайда көрсетілетін қызметті алушы № 1 нысан бойынша құжаттарды қайта тапсырады."},
		{model.Kazakh, "3) мерзімі өткен рұқсатты 2016 жылғы тізілімнен шығарады;"},
		{model.Kazakh, "Ақтөбе облысы әкімдігінің 2014 жылғы 10 сәуірдегі № 130 қаулысымен бекітілген қағидалардың 3-тармағы жаңа редакцияда жазылсын."},
	} {
		if IsNote(c.text, c.lang) {
			t.Errorf("%s: taken for a note", c.text)
		}
	}
}

func TestUnreadNoteIsFound(t *testing.T) {
	text := "Ескерту. Мәтін басқаша айтылған."
	notes, findings := Notes(text, model.Span{0, len(text)}, model.Kazakh, model.Target{Kind: model.TargetAct})
	if len(notes) != 1 || notes[0].Action != model.NoteEditorial || len(findings) != 1 || findings[0].Code != model.FindNoteUnread {
		t.Errorf("got %v, %v", notes, findings)
	}
}

func TestStampSays(t *testing.T) {
	for _, c := range []struct {
		lang  model.Language
		text  string
		by    string
		annex model.Text
		ok    bool
	}{
		{model.Kazakh, "Ақтөбе облысы әкімдігінің 2015 жылғы 23 қазандағы № 11/495 қаулысымен бекітілді", "2015-10-23 11/495", "", true},
		{model.Kazakh, "Ақтөбе облысы әкімдігінің\n2015 жылғы 4 тамыздағы №204\nқаулысымен бекітілген", "2015-08-04 204", "", true},
		{model.Kazakh, "Алматы қаласы әкімдігінің 2018 жылғы 30 қарашадағы № 4/499 қаулысына 1 қосымша", "2018-11-30 4/499", "1", true},
		{model.Kazakh, "2016 жылғы 15 мамырдағы №122 Ақтөбе облысы әкімдігінің қаулысына 2-қосымша", "2016-05-15 122", "2", true},
		{model.Russian, `Утвержден постановлением акимата Павлодарской области от "27" марта 2018 года № 1057`, "2018-03-27 1057", "", true},
		{model.Russian, "Приложение 1 к постановлению акимата Павлодарской области от 2 марта 2018 года № 57", "2018-03-02 57", "1", true},
		{model.Russian, "Приложение к приказу Министра финансов Республики Казахстан от 2 марта 2018 года № 57", "2018-03-02 57", "", true},
		{model.Kazakh, "2016 жылғы 15 мамырдағы № 122\nАқтөбе облысы әкімдігінің қаулысына 4-қосымша\nАқтөбе облысы әкімдігінің\n2015 жылғы 4 тамыздағы №204\nқаулысымен бекітілген", "2015-08-04 204", "4", true},
		{model.Kazakh, "Ақтөбе облысы әкімдігінің\n2019 жылғы 15 мамырдағы № 101-672\nқаулысына қосымша\nАқтөбе облысы әкімдігінің\n2015 жылғы 23 қазандағы № 101-1859\nқаулысына 1-қосымша", "2015-10-23 101-1859", "", true},
		{model.Russian, "Приложение 2 к постановлению акимата Актюбинской области от 5 мая 2016 года № 22 Приложение 1 к постановлению акимата Актюбинской области от 4 марта 2015 года № 20", "2015-03-04 20", "2", true},
		{model.Russian, "Приложение 2 к постановлению акимата Актюбинской области от 5 мая 2016 года № 22 Утвержден постановлением акимата Актюбинской области от 4 марта 2015 года № 20", "2015-03-04 20", "2", true},
		{model.Kazakh, `"Анықтама беру" мемлекеттік көрсетілетін қызмет регламентіне 1-қосымша`, "", "", false},
		{model.Russian, `Приложение 1 к регламенту государственной услуги "Выдача справки"`, "", "", false},
		{model.Kazakh, "1. Қоса беріліп отырған регламент бекітілсін.", "", "", false},
		{model.Kazakh, "4. Қазақстан Республикасы Қаржы министрінің 2015 жылғы 28 сәуірдегі № 279 бұйрығымен бекітілген стандарт негізінде көрсетіледі.", "", "", false},
		{model.Russian, "1. Утвердить прилагаемый регламент.", "", "", false},
		{model.Russian, "приложения 1, 2 к указанному решению изложить в новой редакции согласно приложениям 1, 2 к настоящему решению.", "", "", false},
		{model.Russian, "Приложение 3 к решению от 5 мая 2016 года № 22 исключить;", "", "", false},
	} {
		by, annex, ok := Stamp(c.text, 7, c.lang)
		if ok != c.ok || refString(by) != c.by || annex != c.annex {
			t.Errorf("%s: got %q %q %v", c.text, refString(by), annex, ok)
		}
		if by != nil && strings.Contains(string(by.Issuer), "\n") {
			t.Errorf("%s: issuer %q", c.text, by.Issuer)
		}
		if by != nil && (model.Span{by.Span[0] - 7, by.Span[1] - 7}).Of(c.text) != by.Text {
			t.Errorf("%s: span %v", c.text, by.Span)
		}
	}
}

func TestBareStampIsNothingButAnAct(t *testing.T) {
	for _, c := range []struct {
		lang model.Language
		text string
		want string
	}{
		{model.Kazakh, "Риддер қаласы әкімдігінің\n«13» желтоқсандағы 2012 жылғы\n№2215/3 қаулысымен", "2012-12-13 2215/3"},
		{model.Russian, "постановлением акимата Павлодарской области от 27 марта 2018 года № 1057", "2018-03-27 1057"},
		{model.Kazakh, "Риддер қаласы әкімдігінің 2012 жылғы 13 желтоқсандағы № 22 қаулысына", ""},
		{model.Kazakh, "Риддер қаласы әкімдігінің 2012 жылғы 13 желтоқсандағы № 22 қаулысымен күші жойылды", ""},
		{model.Russian, "Постановление акимата Павлодарской области от 27 марта 2018 года № 1057", ""},
		{model.Russian, "утратил силу постановлением акимата Павлодарской области от 27 марта 2018 года № 1057", ""},
	} {
		if got := refString(BareStamp(c.text, 7, c.lang)); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

// Behind the last point it ends the act's text; a line of a sentence does not.
func TestBareStampBehindTheLastPoint(t *testing.T) {
	for _, c := range []struct {
		stamp    string
		adopted  model.Date
		subs     int
		behindIt string
	}{
		{"Риддер қаласы әкімдігінің 2012 жылғы 13 желтоқсандағы № 22 қаулысымен", "2012-12-13", 0, "1) бірінші үдеріс;"},
		{"Риддер қаласы әкімдігінің 2012 жылғы 13 желтоқсандағы № 22 қаулысымен", "", 0, "бекітілген тәртіпке сәйкес."},
		{"Бақылау мынадай тәртіппен жүргізіледі:", "", 1, "1) бірінші үдеріс;"},
	} {
		src := text(model.Kazakh, "Заңға сәйкес Риддер қаласының әкімдігі ҚАУЛЫ ЕТЕДІ:", "1. Регламенттер бекітілсін.", "2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.", c.stamp, c.behindIt)
		a, _ := Head(src, len(src.Paragraphs), Others{})
		if len(a.Points) != 2 || len(a.Points[1].Subpoints) != c.subs || a.Adopted != c.adopted {
			t.Errorf("%q before %q: adopted %s, points %+v", c.stamp, c.behindIt, a.Adopted, a.Points)
		}
	}
}

// A draft that a page shows has blanks for the day and the number.
func TestStampWithBlanksNamesTheBody(t *testing.T) {
	for _, c := range []struct {
		lang model.Language
		text string
		want model.Issuer
		kind model.ActKind
	}{
		{model.Russian, "Утвержден постановлением акимата\nАлматинской области от ___ ________2011 года\n№_________", model.Issuer{Name: "акимат Алматинской области", Kind: model.Akimat, Region: "KZ-19"}, model.Resolution},
		{model.Russian, "Утверждена приказом Министра финансов от «___» _______ 2011 года № ___", model.Issuer{Name: "Министр финансов", Kind: model.Ministry}, model.Order},
		{model.Kazakh, "Алматы облысы әкімдігінің\n2011 жылғы «__» _________ № ____\nқаулысымен бекітілген", model.Issuer{Name: "Алматы облысы әкімдігі", Kind: model.Akimat, Region: "KZ-19"}, model.Resolution},
	} {
		var a model.Act
		findings := FromStamp(&a, nil, c.text, 0, c.lang)
		if a.Issuer == nil || a.Issuer.Name != c.want.Name || a.Issuer.Kind != c.want.Kind || a.Issuer.Region != c.want.Region || a.Kind != c.kind || a.Adopted != "" || a.Number != "" || len(findings) > 0 {
			t.Errorf("%s: %s of %+v on %s № %s, findings %v", c.text, a.Kind, a.Issuer, a.Adopted, a.Number, findings)
		}
	}
}

func TestFromStampFillsTheHead(t *testing.T) {
	var a model.Act
	stamp := "Павлодар облысы әкімдігінің 2014 жылғы 10 маусымдағы № 4/130 қаулысымен бекітілді"
	findings := FromStamp(&a, nil, stamp, 0, model.Kazakh)
	if a.Kind != model.Resolution || a.Issuer == nil || a.Issuer.Region != "KZ-55" || a.Issuer.Name != "Павлодар облысы әкімдігі" || a.Key != "KZ-55/2014-06-10/4/130" {
		t.Errorf("got %+v", a)
	}
	if len(findings) != 1 || findings[0].Code != model.FindHeaderMissing {
		t.Errorf("findings %v", findings)
	}
	if a.Issuer.Span.Of(stamp) != "Павлодар облысы әкімдігінің" {
		t.Errorf("issuer's span holds %q", a.Issuer.Span.Of(stamp))
	}
}

func TestWordsOfARegistrationThatALayoutMovedAreNoneToMiss(t *testing.T) {
	src := text(model.Russian,
		"Об утверждении регламентов государственных услуг", "Зарегистрировано", "Департаментом юстиции Павлодарской области",
		"Постановление акимата Павлодарской области от 27 марта 2014 года № 57. Зарегистрировано Департаментом юстиции Павлодарской области 13 апреля 2014 года № 3196",
		"Акимат Павлодарской области ПОСТАНОВЛЯЕТ:", "1. Утвердить регламенты.")
	a, findings := Head(src, len(src.Paragraphs), Others{})
	if a.Registration == nil || a.Registration.Number != "3196" || len(findings) > 0 {
		t.Errorf("registration %+v, findings %v", a.Registration, findings)
	}
}

func TestARemarkBelowItsLabelIsOneNote(t *testing.T) {
	src := text(model.Russian,
		"Об утверждении регламентов государственных услуг",
		"Постановление акимата Павлодарской области от 27 марта 2014 года № 57. Зарегистрировано Департаментом юстиции Павлодарской области 13 апреля 2014 года № 3196",
		"Примечание РЦПИ.", "В тексте документа сохранена пунктуация и орфография оригинала.",
		"Акимат Павлодарской области ПОСТАНОВЛЯЕТ:", "1. Утвердить регламенты.")
	a, _ := Head(src, len(src.Paragraphs), Others{})
	if len(a.Notes) != 1 || a.Notes[0].Text != "Примечание РЦПИ.\nВ тексте документа сохранена пунктуация и орфография оригинала." {
		t.Errorf("notes %+v", a.Notes)
	}
	checkSpans(t, src, &a)
}
