package workflow

import (
	"testing"

	"reglament/model"
)

func TestTermsAreNamed(t *testing.T) {
	for _, c := range []struct {
		value  int
		unit   model.Unit
		kk, ru string
	}{
		{20, model.Minute, "20 минут", "20 минут"},
		{1, model.Hour, "1 сағат", "1 час"},
		{2, model.WorkingDay, "2 жұмыс күні", "2 рабочих дня"},
		{15, model.CalendarDay, "күнтізбелік 15 күн", "15 календарных дней"},
		{3, model.Day, "3 күн", "3 дня"},
		{6, model.Month, "6 ай", "6 месяцев"},
		{5, model.Year, "5 жыл", "5 лет"},
	} {
		d := model.Duration{Value: c.value, Unit: c.unit}
		if kk, ru := term(d, &kazakh), term(d, &russian); kk != c.kk || ru != c.ru {
			t.Errorf("%q, %q, want %q, %q", kk, ru, c.kk, c.ru)
		}
	}
}
