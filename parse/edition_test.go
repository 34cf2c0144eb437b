package parse_test

import (
	"fmt"
	"slices"
	"testing"

	"reglament/model"
	"reglament/parse"
)

func TestANoteOnTheAnnexOfAnActIsOfTheRegulationInIt(t *testing.T) {
	const act = `Об утверждении регламентов государственных услуг
Постановление акимата Павлодарской области от 19 июня 2015 года № 181
Акимат Павлодарской области ПОСТАНОВЛЯЕТ:
1. Утвердить регламенты согласно приложениям 1 и 2 к настоящему постановлению.
Аким области Б. Бакауов
Приложение 1 к постановлению акимата
Павлодарской области от 19 июня 2015 года № 181
Регламент государственной услуги "Выдача справок"
1. Общие положения
1. Государственная услуга оказывается управлением (далее – услугодатель).
Приложение 2 к постановлению акимата
Павлодарской области от 19 июня 2015 года № 181
Регламент государственной услуги "Выдача выписок"
Сноска. Приложение 2 в редакции постановления акимата Павлодарской области от 18.08.2017 № 215 (вводится в действие со дня его первого официального опубликования).
1. Общие положения
1. Государственная услуга оказывается управлением (далее – услугодатель).
Приложение 1
к регламенту государственной услуги
"Выдача выписок"
Сноска. Приложение 1 в редакции постановления акимата Павлодарской области от 19.08.2018 № 216.
Справочник бизнес-процессов
`
	d, err := parse.Bytes("act.txt", []byte(act))
	if err != nil {
		t.Fatal(err)
	}
	first, second := d.Document.Regulations[0], d.Document.Regulations[1]
	if first.Edition != nil || second.Edition == nil || second.Edition.By.Number != "215" {
		t.Errorf("editions %+v, %+v", first.Edition, second.Edition)
	}
	notes := d.Document.Act.Notes
	if len(notes) != 2 || notes[0].Target.Regulation != nil || d.Document.About(notes[0].Target) != 2 || notes[1].Target.Regulation == nil || *notes[1].Target.Regulation != 2 {
		t.Errorf("notes %+v", notes)
	}
}

// TestAPageOfOneRegulationTellsItsChanges: pages of a regulation alone say up to when it is amended
// behind its title, and above its stamp which act set it out anew.
func TestAPageOfOneRegulationTellsItsChanges(t *testing.T) {
	const (
		ru = "Утратил силу в соответствии с постановлением Акима города Алматы от 12 октября 2020 года № 3/411\n%sУтвержден\nпостановлением акимата города Алматы\nот 8 сентября 2015 года № 3/540\n%s\n1. Общие положения\n1. Государственная услуга «Выдача справок» оказывается отделом (далее – услугодатель).\n"
		kk = "%sПавлодар облысы әкімдігінің\n2015 жылғы 11 тамыздағы\n№ 352 қаулысымен бекітілген\n%s\n1. Жалпы ережелер\n1. «Анықтама беру» мемлекеттік көрсетілетін қызметін бөлім (бұдан әрі – көрсетілетін қызметті беруші) көрсетеді.\n"
	)
	for _, c := range []struct{ frame, above, title, number, edition string }{
		{ru, "", "Регламент государственной услуги\n«Выдача справок»\n(с изменениями по состоянию на 11.12.2017 г.)", "3/540", ""},
		{ru, "", "Регламент государственной услуги «Выдача справок» (с изменениями и дополнениями от 09.10.2017 г.)", "3/540", ""},
		{ru, "", "Регламент государственной услуги «Выдача справок» (с изменениями и дополнениями)", "3/540", ""},
		{ru, "", "Регламент государственной услуги (с изменениями от 09.10.2017 г.)", "3/540", ""},
		{ru, "Регламент государственной услуги изложен в редакции постановления акимата города Алматы от 09.10.17 г. № 4/420 (см. стар. ред.)\n", "Регламент государственной услуги\n«Выдача справок»", "3/540", "4/420"},
		{kk, "", "«Анықтама беру» мемлекеттік көрсетілетін қызмет регламенті\n(2016.22.05. берілген өзгерістермен)", "352", ""},
		{kk, "", "«Анықтама беру» мемлекеттік көрсетілетін қызмет регламенті (2016.22.05. берілген өзгерістермен)", "352", ""},
		{kk, "", "Мемлекеттік көрсетілетін қызмет регламенті (өзгерістер мен толықтырулармен)", "352", ""},
		{kk, "Павлодар облысы әкімдігінің 2016.22.05. № 241 Қаулысымен мемлекеттік көрсетілетін қызмет регламенті жаңа редакцияда (бұр.ред.қара)\n", "«Анықтама беру» мемлекеттік көрсетілетін қызмет регламенті", "352", "241"},
	} {
		text := fmt.Sprintf(c.frame, c.above, c.title)
		r, err := parse.Bytes("page.txt", []byte(text))
		if err != nil || len(r.Document.Regulations) != 1 {
			t.Fatalf("%q: %v", text, err)
		}
		a, g := r.Document.Act, r.Document.Regulations[0]
		if want := map[string]string{ru: "Выдача справок", kk: "Анықтама беру"}[c.frame]; g.Service != want {
			t.Errorf("%q: the service is %q", c.title, g.Service)
		}
		if a.Issuer == nil || a.Issuer.Kind != model.Akimat || string(a.Number) != c.number || g.ApprovedBy == nil {
			t.Errorf("%q: issuer %+v, number %q", text, a.Issuer, a.Number)
		}
		edition := ""
		if g.Edition != nil {
			edition = string(g.Edition.By.Number)
		}
		if edition != c.edition {
			t.Errorf("%q: edition %q", c.above, edition)
		}
	}
}

// TestATitleWithoutItsService: the first point names the service that the title does not.
func TestATitleWithoutItsService(t *testing.T) {
	const ru, kk = "%s\n1. Общие положения\n%s\n2. Форма – бумажная.\n", "%s\n1. Жалпы ережелер\n%s\n2. Нысаны – қағаз түрінде.\n"
	for _, c := range []struct{ frame, title, point, service string }{
		{ru, "Регламент государственной услуги", "1. Государственная услуга «Выдача справок» (далее – государственная услуга) оказывается отделом.", "Выдача справок"},
		{ru, "Регламент\nгосударственной услуги", "1. Государственная услуга «Выдача справок» оказывается отделом.", "Выдача справок"},
		{kk, "Мемлекеттік көрсетілетін қызмет\nрегламенті", "1. «Анықтама беру» мемлекеттік көрсетілетін қызметі бөліммен көрсетіледі.", "Анықтама беру"},
		{ru, "Регламент электронной государственной услуги", "1. Электронная государственная услуга \"Выдача справок\" оказывается отделом.", "Выдача справок"},
		{ru, "Регламент государственной услуги", "1. Настоящий Регламент государственной услуги «Выдача справок» разработан в соответствии со стандартом.", "Выдача справок"},
		{ru, "Регламент государственной услуги", "1. Услуга оказывается учреждением «Отдел».", ""},
		{ru, "Регламент акимата", "1. Государственная услуга «Выдача справок» оказывается акиматом.", ""},
		{kk, "Мемлекеттік көрсетілетін қызмет регламенті", "1. «Анықтама беру» мемлекеттік көрсетілетін қызметін бөлім көрсетеді.", "Анықтама беру"},
		{kk, "Мемлекеттік көрсетілетін қызмет регламенті", "1. Қызметті «Бөлім» мекемесі көрсетеді.", ""},
	} {
		r, err := parse.Bytes("page.txt", []byte(fmt.Sprintf(c.frame, c.title, c.point)))
		service := ""
		if err == nil && len(r.Document.Regulations) > 0 {
			service = r.Document.Regulations[0].Service
			if f := r.Document.Findings; !slices.ContainsFunc(f, func(f model.Finding) bool { return f.Code == model.FindServiceUntitled }) {
				t.Errorf("%q: nothing says where the service is from: %+v", c.point, f)
			}
		}
		if service != c.service {
			t.Errorf("%q: the service is %q", c.point, service)
		}
	}
}

// TestAMarkWithoutTheWordForItsAct: date and number beside the word of an annex are those of the act,
// and what a page says of its edition may stand below them.
func TestAMarkWithoutTheWordForItsAct(t *testing.T) {
	const ru, kk = "Регламент государственной услуги «Выдача справок»\n1. Общие положения\n1. Услуга оказывается отделом.\n", "«Анықтама беру» мемлекеттік көрсетілетін қызмет регламенті\n1. Жалпы ережелер\n1. Қызметті бөлім көрсетеді.\n"
	for _, page := range []string{
		"Приложение 8 от 14 июня 2016 года № 266\n" + ru,
		"Приложение 8 от 14 июня 2016 года № 266\nДанная редакция действовала до внесения изменений от 9 июля 2019 года\n" + ru,
		"Приложение 8\nот 14 июня 2016 года\n№ 266\n" + ru,
		"2016 жылғы 14 маусымдағы № 266 8-қосымша\nОсы редакция 2017 жылғы 28 сәуірде енгізілген өзгерістеріне дейін қолданылды\n" + kk,
		"2016 жылғы 14 маусымдағы\n№ 266\n8-қосымша\n" + kk,
	} {
		r, err := parse.Bytes("page.txt", []byte(page))
		if err != nil {
			t.Fatal(err)
		}
		a, g := r.Document.Act, r.Document.Regulations[0]
		if a.Adopted != "2016-06-14" || a.Number != "266" || g.Annex != "8" || g.ApprovedBy == nil {
			t.Errorf("%q: %s № %s, annex %s", page, a.Adopted, a.Number, g.Annex)
		}
	}
}
