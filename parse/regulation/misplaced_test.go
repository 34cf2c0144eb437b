package regulation

import (
	"strings"
	"testing"

	"reglament/parse/source"
	"reglament/parse/structure"
)

// Extractors take the frames of a page in an order of their own.
func TestAMarkOfAnAnnexInsideAListOrASentenceIsToldOf(t *testing.T) {
	tests := []struct {
		what, text string
		want       string // the mark, "" where it is in its place
	}{
		{"between two items of a list",
			"1) басшы құжаттарды қарайды;\nҮлгі облысы әкімдігінің қаулысына 3-қосымша\nҮлгі облысы әкімдігінің 2015 жылғы 4 тамыздағы № 204 қаулысымен бекітілген\n2) маман хатты тіркейді;",
			"Үлгі облысы әкімдігінің қаулысына 3-қосымша\nҮлгі облысы әкімдігінің 2015 жылғы 4 тамыздағы № 204 қаулысымен бекітілген"},
		{"between two parts of a list without numbers",
			"оралман мәртебесін беру регламенті жазылсын;\nҮлгі облысы әкімдігінің қаулысына 3-қосымша\nанықтама беру регламенті жазылсын.",
			"Үлгі облысы әкімдігінің қаулысына 3-қосымша"},
		{"inside a sentence, a line a paragraph",
			"Руководитель услугодателя рассматривает документы\nУтвержден\nпостановлением акимата\nПримерной области от 27 февраля 2018 года № 1057\nи направляет их исполнителю.",
			"Утвержден\nпостановлением акимата\nПримерной области от 27 февраля 2018 года № 1057"},
		{"the name of the service in a paragraph of its own",
			"1) заявитель направляет запрос;\nПриложение 2 к регламенту государственной услуги\n\"Выдача примеров\"\nПриложение 1 к регламенту государственной услуги\n\"Выдача примеров\n\"\n2) сотрудник канцелярии регистрирует запрос;",
			"Приложение 2 к регламенту государственной услуги\n\"Выдача примеров\"\nПриложение 1 к регламенту государственной услуги\n\"Выдача примеров\n\""},
		{"in the midst of an item whose rest stands behind it",
			"1) исполнитель проверяет документы и предоставляет на подписание руководителю\nПриложение 1 к регламенту государственной услуги\nПриложение 2 к регламенту государственной услуги услугодателя (не более тридцати минут);\n2) руководитель подписывает уведомление;",
			"Приложение 1 к регламенту государственной услуги"},
		{"above the act whose annex it marks",
			"Утвержден постановлением акимата Примерной области от 27 февраля 2018 года № 1057\nОб утверждении регламента\nПостановление акимата Примерной области от 27 февраля 2018 года № 1057\n1. Утвердить прилагаемый регламент.\nАким области А. Пример\nРегламент государственной услуги «Выдача примеров»\n1. Общие положения\n1. Услуга оказывается бесплатно.",
			"Утвержден постановлением акимата Примерной области от 27 февраля 2018 года № 1057"},
		{"above the regulation with which a file begins",
			"Утвержден постановлением акимата Примерной области от 27 февраля 2018 года № 1057\nРегламент государственной услуги «Выдача примеров»\n1. Общие положения\n1. Услуга оказывается бесплатно.", ""},
		{"above the title of a regulation",
			"4. Осы қаулы қолданысқа енгізіледі.\nҮлгі облысы әкімдігінің 2015 жылғы 4 тамыздағы № 204 қаулысымен бекітілген\n\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламенті\n1. Жалпы ережелер\n1. Қызметті әкімдік көрсетеді.", ""},
		{"above the title of a diagram, behind the last point",
			"12. Шағым он күнде қаралады.\nРегламентке 1-қосымша\nПортал арқылы өзара іс-қимыл диаграммасы\n1-қадам.", ""},
		{"above a list of its own",
			"3. Бақылау басшыға жүктелсін.\nҮлгі облысы әкімдігінің 2015 жылғы 4 тамыздағы № 204 қаулысына 1-қосымша\n1. Бірінші сөз.\n2. Екінші сөз.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			src, err := source.Read("act.html", []byte("<html><p>"+strings.ReplaceAll(tt.text, "\n", "</p><p>")+"</p></html>"))
			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for _, f := range structure.Find(src).Misplaced() {
				told = append(told, f.Span.Of(src.Canonical))
			}
			if got := strings.Join(told, " | "); got != tt.want {
				t.Errorf("told of %q, want %q\n%s", got, tt.want, src.Canonical)
			}
		})
	}
}

func TestAMarkInsideAListPartsNothingAndApprovesTheTitleBehindIt(t *testing.T) {
	src, err := source.Read("act.html", []byte("<html><p>"+strings.ReplaceAll(`Регламент государственной услуги "Выдача примеров"
1. Общие положения
1. Услуга оказывается бесплатно.
2. Порядок действий услугодателя
2. Содержание каждой процедуры (действия), входящей в состав процесса оказания государственной услуги, длительность выполнения:
1) сотрудник канцелярии регистрирует запрос – 15 минут;
Утвержден постановлением акимата Примерной области от 27 февраля 2018 года № 1057
Приложение 2 к регламенту государственной услуги "Выдача примеров"
2) руководитель определяет исполнителя – 1 час;
3) исполнитель выдает справку – 2 часа.
Регламент государственной услуги "Выдача справок"
1. Общие положения
1. Услуга оказывается бесплатно.`, "\n", "</p><p>")+"</p></html>"))
	if err != nil {
		t.Fatal(err)
	}
	read := Read(t.Context(), structure.Find(src))
	if len(read) != 2 || len(read[0].Regulation.Processes) != 1 || len(read[0].Regulation.Annexes) != 0 {
		t.Fatalf("read %+v", read)
	}
	if steps := read[0].Regulation.Processes[0].Steps; len(steps) != 3 {
		t.Errorf("%d steps, want 3", len(steps))
	}
	if by := read[0].Regulation.ApprovedBy; by != nil {
		t.Errorf("the first is approved by %q, though the mark stands behind its title", by.Text)
	}
	if by := read[1].Regulation.ApprovedBy; by == nil || by.Number != "1057" {
		t.Errorf("the second is approved by %+v, want by № 1057", by)
	}
}
