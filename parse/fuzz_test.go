package parse_test

import (
	"testing"

	"reglament/parse"
	"reglament/testdata"
)

// FuzzBytes reads anything as an act: no input may make it panic or prove a value with a
// span that does not hold it.
func FuzzBytes(f *testing.F) {
	for _, data := range testdata.Acts() {
		f.Add(data)
	}
	d := russianTables
	d.tables = []table{
		{"Таблица 1. Описание действий СФЕ", [][]string{
			{"№ действия", "1", "2"}, {"Наименование СФЕ", "Канцелярия", "Отдел"}, {"Наименование действия и их описание", "Прием", "Выдача"},
			{"Сроки исполнения", "1,5 часа", "в день обращения"}, {"Номер следующего действия", "2 – если документы полны; 3, 4", ""}}},
		{"Таблица 2. Варианты использования. Основной процесс", [][]string{{"Группа 1 СФЕ", "Группа 2 СФЕ Отдел"}, {"№ 1 Прием", ""}, {"", "Действие № 2. Выдача"}}},
	}
	for _, text := range []string{d.plain(), d.borders(), d.pipes(), d.tagged(), d.page(), "1) – – –\n2) канцелярия → руководитель – 30 секунд"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, err := parse.Bytes("fuzz", data); err == nil {
			proveSpans(t, r)
		}
	})
}
