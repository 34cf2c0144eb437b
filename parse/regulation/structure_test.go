package regulation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reglament/model"
	"reglament/parse/source"
	"reglament/parse/structure"
)

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

func TestAStampHasLinesOfAnyLength(t *testing.T) {
	for _, lines := range []string{
		"Утвержден\nпостановлением акимата\nБурабайского района от 11 июля 2012 года № А-7/435\n",
		"Утвержден\nпостановлением акимата Бурабайского района\nот «11» июля 2012 года № а-7/435\n",
		"Утвержден\nпостановлением акимата\nБурабайского района\nот 11 июля 2012 года\n№ А-7/435\n",
		"Утвержден постановлением\nакимата города Степногорска\nАкмолинской области от 11 июля 2012 года № А-7/435\n",
	} {
		r := whole(t, lines+"Регламент государственной услуги \"Предоставление жилища\"\n1. Общие положения\n1. Наименование услугодателя: отделы.\n")
		if by := r.ApprovedBy; by == nil || by.Date != "2012-07-11" || !strings.EqualFold(string(by.Number), "А-7/435") {
			t.Errorf("%s: approved by %+v", lines, by)
		}
	}
}

// TestAStampNeedNotNameThePlace: an akimat may be told without its region above each annex.
func TestAStampNeedNotNameThePlace(t *testing.T) {
	const regulation = "\"%s\" мемлекеттік көрсетілетін қызмет регламенті\n1. Жалпы ережелер\n1. Қызметті басқарма көрсетеді.\n"
	stamp := func(n int) string {
		return fmt.Sprintf("Әкімдіктің\n2015 жылғы 12 тамыздағы\n№ 348 қаулысына\n%d-қосымша\nӘкімдіктің\n2015 жылғы 12 тамыздағы\n№ 348 қаулысымен бекітілген\n", n)
	}
	src, err := source.Read("act.txt", []byte(stamp(1)+fmt.Sprintf(regulation, "Баспана беру")+stamp(2)+fmt.Sprintf(regulation, "Анықтама беру")))
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range Read(t.Context(), structure.Find(src)) {
		if r := r.Regulation; r.Annex != model.Text(fmt.Sprint(i+1)) || len(r.Annexes) > 0 || r.ApprovedBy == nil || r.ApprovedBy.Issuer != "Әкімдіктің" {
			t.Errorf("annex %q with annexes %+v, approved by %+v", r.Annex, r.Annexes, r.ApprovedBy)
		}
	}
}

// The number of the act may stand on a line of its own.
func TestTheMarkOfAFormIsNotTheTitleOfItsAnnex(t *testing.T) {
	for _, c := range []struct {
		language           model.Language
		annex, mark, title string
	}{
		{model.Kazakh, `"Баспана беру" мемлекеттік көрсетілетін қызмет регламентіне 2-қосымша`, "нысан", "Субсидия алуға арналған өтінім"},
		{model.Kazakh, `"Баспана беру" мемлекеттік көрсетілетін қызмет регламентіне 2-қосымша`, "Нысан", "Субсидия алуға арналған өтінім"},
		{model.Russian, `Приложение 2 к регламенту государственной услуги "Предоставление жилища"`, "форма", "Заявка на получение субсидии"},
	} {
		first := "1) маман өтінішті тіркейді – 5 минут."
		if c.language == model.Russian {
			first = "1) специалист регистрирует заявление – 5 минут."
		}
		r, _ := read(t, c.language, first+"\n"+c.annex+"\n"+c.mark+"\n"+c.title)
		if a := r.Regulation.Annexes; len(a) != 1 || a[0].Number != "2" || string(a[0].Title) != c.title {
			t.Errorf("%s: annexes %+v", c.mark, a)
		}
	}
}

func TestAnAnnexMarkWithTheNumberBelowIt(t *testing.T) {
	r := whole(t, "Приложение 2\nк постановлению акимата\nгорода Астаны\nот \"3\" февраля 2016 года\n№ 102-210\nРегламент\nгосударственной услуги\n\"Аттестация производителей семян\"\n1. Общие положения\n1. Услуга оказывается отделом.\n")
	if by := r.ApprovedBy; r.Annex != "2" || by == nil || by.Number != "102-210" || by.Date != "2016-02-03" {
		t.Errorf("annex %q, approved by %+v", r.Annex, by)
	}
}

func TestAnAnnexMarkWhoseLinesAreParagraphs(t *testing.T) {
	kk := `"Мұрағаттық анықтама беру" мемлекеттік көрсетілетін қызмет регламенті

1. Жалпы ережелер

      1. Мемлекеттік қызмет мұрағатпен көрсетіледі.

      2. Сипаттамасы осы регламенттің қосымшасында көрсетілген.

      "Мұрағаттық

      анықтама беру"

      мемлекеттік көрсетілетін қызмет

      регламентіне 1-қосымша

      %s

      "Мұрағаттық анықтама

      беру" мемлекеттік

      көрсетілетін қызмет

      регламентіне

      2-қосымша

      Рәсімдердің блок-схемасы
`
	ru := `Регламент государственной услуги "Выдача архивной справки"

1. Общие положения

      1. Государственная услуга оказывается архивом.

      2. Описание приведено в приложении к настоящему регламенту.

      Приложение 1

      к регламенту государственной

      услуги "Выдача

      архивной справки"

      %s

      Приложение 2

      к регламенту

      государственной услуги "Выдача архивной справки"

      Блок-схема
`
	for _, c := range []struct{ frame, title, want string }{
		{kk, "Анықтамалық", "1 Анықтамалық; 2 Рәсімдердің блок-схемасы"},
		{kk, "", "1 ; 2 Рәсімдердің блок-схемасы"},
		{ru, "Справочник бизнес-процессов", "1 Справочник бизнес-процессов; 2 Блок-схема"},
		{ru, "", "1 ; 2 Блок-схема"},
	} {
		g := whole(t, fmt.Sprintf(c.frame, c.title))
		var got []string
		for _, a := range g.Annexes {
			got = append(got, fmt.Sprintf("%s %s", a.Number, a.Title))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
		if last := g.Sections[0].Points[1]; len(last.Subpoints) != 0 {
			t.Errorf("the last point goes on with %q", last.Subpoints[0].Text)
		}
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
	f := structure.Find(src)
	if len(f.Extents) != 1 || !strings.HasPrefix(src.Paragraph(f.Extents[0].From), "Утвержден") {
		t.Errorf("regulations at %+v in\n%s", f.Extents, src.Canonical)
	}
}

func TestAMarkOfAMinistersOrderIsAStamp(t *testing.T) {
	for _, stamp := range []string{
		"Қазақстан Республикасы Әділет министрінің 2012 жылғы 29 қарашадағы № 389 бұйрығына 14-қосымша",
		"Қазақстан Республикасы\n\nӘділет министрінің\n\n2012 жылғы 29 қарашадағы\n\n389 бұйрығына 14-қосымша",
		"Приложение 14\nк приказу Министра юстиции Республики Казахстан\nот 29 ноября 2012 года № 389",
	} {
		title := "«Нотариустарға лицензия беру» мемлекеттік қызмет регламенті\n1. Жалпы ережелер\n1. Қызметті министрлік көрсетеді."
		if strings.HasPrefix(stamp, "Приложение") {
			title = "Регламент государственной услуги «Выдача лицензий нотариусам»\n1. Общие положения\n1. Услуга оказывается министерством."
		}
		src, err := source.Read("act.txt", []byte(stamp+"\n"+title+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		f := structure.Find(src)
		if len(f.Extents) != 1 || f.Extents[0].From != 0 || f.Extents[0].Heading == 0 {
			t.Errorf("%s\nregulations at %+v in\n%s", stamp, f.Extents, src.Canonical)
		}
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
	if f := structure.Find(src); len(f.Extents) != 1 || f.Extents[0].Heading != 3 {
		t.Errorf("titles at %+v", f.Extents)
	}
}

func TestTheCaptionOfATableIsNoTitleOfASection(t *testing.T) {
	r, _ := read(t, model.Kazakh, `1) басшы құжаттарды қарайды – 1 сағат.
6. Бөлімшелер (қызметкерлер) арасындағы рәсімдердің (іс-қимылдардың) реттілігі кестеде берілген:
1-кесте. Іс-қимылдардың сипаттамасы
Іс-қимылдың №
1
2
ҚФБ атауы
Тіркеуші
Дәрігер
Іс-қимылдың атауы
Құжаттарды тіркеу
Құжаттарды қарау
Аяқталу нысаны
Жазба
Қарар
Орындалу мерзімі
10 минут
1 сағат`)
	if n := len(r.Regulation.Processes); n != 2 || len(r.Regulation.Processes[1].Steps) != 2 || r.Regulation.Processes[1].Point != "6" {
		t.Fatalf("%d procedures", n)
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

func TestDashesAloneAreNoHeading(t *testing.T) {
	r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут;\n– – –\n1) руководитель подписывает справку – 1 час.")
	for _, p := range r.Regulation.Processes {
		if len(p.Variant) > 0 {
			t.Errorf("variant %q", p.Variant)
		}
	}
}

func TestANoteBetweenAStampAndItsTitleIsOfTheRegulationBelow(t *testing.T) {
	for _, c := range []struct{ first, stamp, note, second string }{
		{"Регламент государственной услуги «Выдача справок»\n1. Общие положения\n1. Услуга оказывается отделом.\nПриложение\nк регламенту государственной услуги\n«Выдача справок»\nБлок-схема\n",
			"Утвержден\nпостановлением акимата\nПримерного района\nПримерной области\nот 28 апреля 2014 года № 96\n",
			"Сноска. Регламент в редакции постановления акимата Примерной области от 29.12.2014 № 325.\n",
			"Регламент государственной услуги «Предоставление сведений»\n1. Общие положения\n1. Услуга оказывается отделом.\n"},
		{"«Анықтама беру» мемлекеттік көрсетілетін қызмет регламенті\n1. Жалпы ережелер\n1. Мемлекеттік көрсетілетін қызметті бөлім көрсетеді.\n",
			"Үлгі облысы\nҮлгі ауданы\nәкімдігінің 2014 жылғы 28 сәуірдегі\n№ 96 қаулысымен бекітілген\n",
			"Ескерту. Регламент жаңа редакцияда - Үлгі облысы әкімдігінің 29.12.2014 № 325 қаулысымен.\n",
			"«Мәлімет беру» мемлекеттік көрсетілетін қызмет регламенті\n1. Жалпы ережелер\n1. Мемлекеттік көрсетілетін қызметті бөлім көрсетеді.\n"},
	} {
		src, err := source.Read("act.txt", []byte(c.first+c.stamp+c.note+c.second))
		if err != nil {
			t.Fatal(err)
		}
		found := Read(t.Context(), structure.Find(src))
		if len(found) != 2 || len(found[0].Notes) != 0 || len(found[1].Notes) != 1 || found[1].Regulation.Edition == nil {
			t.Fatalf("%s: %+v", c.note, found)
		}
		stamp := strings.Join(strings.Fields(found[1].Stamp.Of(src.Canonical)), " ")
		if by := found[1].Regulation.ApprovedBy; by == nil || by.Number != "96" || stamp != strings.Join(strings.Fields(c.stamp), " ") {
			t.Errorf("stamp %q", stamp)
		}
	}
}

func TestATitleOnSeveralLines(t *testing.T) {
	for _, title := range []string{
		"Регламент государственной услуги\n\"Выдача справок\"",
		"Регламент\nгосударственной услуги\n«Выдача справок»",
		"Регламент оказания государственной услуги\n\"Выдача справок\"",
		"Регламент электронной государственной услуги \"Выдача справок\"",
		"Регламент государственной услуги\n\"Выдача\nсправок\"",
		"Регламент\nгосударственной услуги «Выдача\nсправок»",
		"Регламент государственной\nуслуги\n«Выдача\nсправок»",
	} {
		if g := whole(t, title+"\n1. Общие положения\n1. Услуга оказывается отделом.\n"); g.Service != "Выдача справок" {
			t.Errorf("%q: the service is %q", title, g.Service)
		}
	}
	if g := whole(t, "Регламент государственной услуги \"Выдача справок,\nкопий\" 1. Общие положения\n1. Услуга оказывается отделом.\n"); g.Service != "Выдача справок, копий" || len(g.Sections) != 1 {
		t.Errorf("the service is %q", g.Service)
	}
	for _, title := range []string{
		"\"Анықтама беру\"\nмемлекеттік көрсетілетін қызмет\nрегламенті",
		"\"Анықтама беру\" мемлекеттік көрсетілетін қызмет\nрегламенті",
		"\"Анықтама беру\"\nмемлекеттік көрсетілетін қызмет регламенті",
		"\"Анықтама\nберу\" мемлекеттік көрсетілетін қызмет регламенті",
		"«Анықтама\nберу»\nмемлекеттік көрсетілетін қызмет регламенті",
		"\"Анықтама\nберу\" мемлекеттік\nкөрсетілетін қызмет\nрегламенті",
	} {
		if g := whole(t, title+"\n1. Жалпы ережелер\n1. Мемлекеттік көрсетілетін қызметті бөлім көрсетеді.\n"); g.Service != "Анықтама беру" {
			t.Errorf("%q: the service is %q", title, g.Service)
		}
	}
}

func TestANameInAnyQuotationMarks(t *testing.T) {
	for _, marks := range []string{`"" "`, `«» »`, `“” ”`, `„“ “`, `”” ”`, `‘’ ’`, `″″ ″`, `<<>> >>`, `'''' ''`, `«" "`} {
		both, closing, _ := strings.Cut(marks, " ")
		opening := strings.TrimSuffix(both, closing)
		g := whole(t, "Регламент государственной услуги "+opening+"Выдача справок"+closing+"\n1. Общие положения\n1. Услуга оказывается отделом.\n")
		if g.Service != "Выдача справок" {
			t.Errorf("%s: the service is %q", both, g.Service)
		}
		g = whole(t, opening+"Анықтама беру"+closing+" мемлекеттік көрсетілетін қызмет регламенті\n1. Жалпы ережелер\n1. Мемлекеттік көрсетілетін қызметті бөлім көрсетеді.\n")
		if g.Service != "Анықтама беру" {
			t.Errorf("%s: the service is %q", both, g.Service)
		}
	}
}

func TestAPointThatWasExcludedIsNoGap(t *testing.T) {
	for _, c := range []struct {
		excluded string
		gap      bool
	}{
		{"6. Исключен постановлением акимата Акмолинской области от 13.06.2019 № 125.\n", false},
		{"Сноска. Пункт 6 исключен постановлением акимата Акмолинской области от 13.06.2019 № 125.\n", false},
		{"Сноска. Пункт 5 с изменениями, внесенными постановлением акимата Акмолинской области от 13.06.2019 № 125.\n", true},
		{"", true},
	} {
		r, _ := read(t, model.Russian, "1) специалист регистрирует документы – 15 минут.\n"+c.excluded+"7. Жалобы подаются услугодателю.")
		if got := slices.ContainsFunc(r.Findings, func(f model.Finding) bool {
			return f.Code == model.FindNumbering && strings.HasPrefix(f.Message, "point 7")
		}); got != c.gap {
			t.Errorf("%q: a gap is reported: %t", c.excluded, got)
		}
	}
}
