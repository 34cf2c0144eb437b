package lang

import "testing"

func TestATitleTellsWhatItsColumnHolds(t *testing.T) {
	for title, want := range map[string]Column{
		"№ п/п": NumberColumn,
		"N действия (хода, потока работ)": NumberColumn,
		"N п/п": NumberColumn,
		"Іс-әрекет N (жұмыс барысы, ағыны)": NumberColumn,
		"N": NumberColumn,
		"№ действия (хода, потока работ)":                                                NumberColumn,
		"Іс-әрекеттің (барысының, жұмыстар ағынының) №":                                  NumberColumn,
		"Іс-әрекеттің (жұмыс барысының, ағымының) N":                                     NumberColumn,
		"Наименование СФЕ":                                                               UnitColumn,
		"Наименование действия (процесса, процедуры) и их описание":                      ActionColumn,
		"Іс-әрекеттің (процестің, рәсімнің, операцияның) атауы және олардың сипаттамасы": ActionColumn,
		"Форма завершения":                                                               ResultColumn,
		"Результат":                                                                      ResultColumn,
		"Орындалу мерзімі":                                                               TermColumn,
		"Келесі іс-әрекеттің нөмірі":                                                     NextColumn,
		"Номер следующего действия":                                                      NextColumn,
		"№ 12":                 OtherColumn,
		"Срок – 15 минут":      OtherColumn,
		"Канцелярия":           OtherColumn,
		"(хода, потока работ)": OtherColumn,
		"":                     OtherColumn,
	} {
		if got := ColumnOf(title); got != want {
			t.Errorf("%q is %d, not %d", title, got, want)
		}
	}
}
