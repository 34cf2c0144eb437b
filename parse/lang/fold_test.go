package lang

import "testing"

func TestFoldWord(t *testing.T) {
	for in, want := range map[string]string{
		"Күшi": "күші", "тiркелдi": "тіркелді", "қызмəт": "қызмәт", "Северо–Казахстанской": "северо-казахстанской", "утверждён": "утвержден", "IV": "iv", "egov": "egov", "Cот": "сот", "Руководиtель": "руководитель",
		"мңслихатының": "мәслихатының", "СҢУІР": "сәуір", "Ңділет": "әділет", // ң for ә
		"теңге": "теңге", "ЖАҢА": "жаңа", "Маңғыстау": "маңғыстау", "өңдеу": "өңдеу", "мiң": "мің", // ң after a vowel is itself
	} {
		if got := FoldWord(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestFoldName(t *testing.T) {
	for in, want := range map[string]string{
		"«Анықтама  беру»": "анықтама беру", "\u201cАнықтама беру\u201d ": "анықтама беру", "Мүгедектерді – оңалту": "мүгедектерді - оңалту",
		"Выдача и\u0306ода": "выдача йода", "Выдача\u00a0справ\u00adок": "выдача справок", "\"\"": "",
	} {
		if got := FoldName(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
