package lang

import (
	"strings"
	"testing"
	"unicode"
)

func TestLowerAgreesWithUnicodeOnEveryCyrillicLetter(t *testing.T) {
	for r := rune(0x400); r <= 0x52f; r++ {
		if got, want := Lower(string(r)), strings.ReplaceAll(string(unicode.ToLower(r)), "ё", "е"); got != want && len(want) == 2 {
			t.Errorf("Lower(%U) = %q, want %q", r, got, want)
		}
		if IsLetter(r) != unicode.IsLetter(r) {
			t.Errorf("IsLetter(%U) = %v", r, IsLetter(r))
		}
	}
}

func TestLowerKeepsEveryByteInItsPlace(t *testing.T) {
	for _, s := range []string{"", "ҚАУЛЫ ЕТЕДІ", "Мемлекеттік корпорация – 5 (бес)", "ПОСТАНОВЛЯЕТ: № 1057", "İstanbul ẞ", "\xd0", "a\xffБ"} {
		if got := Lower(s); len(got) != len(s) {
			t.Errorf("Lower(%q) has %d bytes, not %d", s, len(got), len(s))
		}
	}
	if got, want := Lower("передаёт в Отдел"), "передает в отдел"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := Lower("ёё"), "ее"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := Lower("Жұмыссыз Азаматтарды ТІРКЕУ"), strings.ToLower("Жұмыссыз Азаматтарды ТІРКЕУ"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func FuzzLower(f *testing.F) {
	f.Add("Ақмола облысының әкімдігі ҚАУЛЫ ЕТЕДІ:")
	f.Add("\xd0\xd2\x9a")
	f.Fuzz(func(t *testing.T, s string) {
		if len(Lower(s)) != len(s) {
			t.Fatalf("Lower(%q) moved bytes", s)
		}
	})
}

func TestIndexFindsWhatStringsIndexFinds(t *testing.T) {
	text := "1) кеңсенің қызметкері құжаттарды қабылдауды жүзеге асырады – 30 минут; www.egov.kz"
	for _, sub := range []string{"", "к", "құжат", "минут", "egov", "асырады –", "1)", " –", "  ", "www", "жоқ", "z", "ң", text, text + "!"} {
		if got, want := Index(text, sub), strings.Index(text, sub); got != want {
			t.Errorf("Index(%q) = %d, want %d", sub, got, want)
		}
	}
}
