package lang

import "testing"

func TestAQuotationIsOpenUntilItsMark(t *testing.T) {
	for text, want := range map[string]bool{
		`учреждение "Отдел`: true, `учреждение "Отдел занятости"`: false,
		"«Халыққа қызмет": true, "«Халыққа қызмет»": false, "«Об «Анықтама»": true,
		"“Анықтама": true, "“Анықтама беру”": false, "„Анықтама": true, "„Анықтама беру“": false, "„Анықтама беру” және “тағы": true,
		"беру» және «тағы": true, "беру»": false, "": false,
	} {
		if got := LeavesOpen(text); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}
