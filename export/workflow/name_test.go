package workflow

import (
	"strings"
	"testing"
	"unicode/utf8"

	"reglament/model"
)

func TestStepName(t *testing.T) {
	tests := []struct {
		language model.Language
		text     string
		actor    string
		duration string
		want     string
	}{
		{model.Kazakh, "басшы жолдамаға қол қояды – 20 минут;", "басшы", "20 минут", "Жолдамаға қол қояды"},
		{model.Kazakh, "басшы құжаттарды қарайды және жауапты орындаушыны белгілейді - 20 минут;", "басшы", "20 минут", "Құжаттарды қарайды…"},
		{model.Kazakh, "маман сұрау салуды 2 (екі) минут ішінде жолдайды", "маман", "2 (екі) минут ішінде", "Сұрау салуды жолдайды"},
		{model.Kazakh, "кеңсе қызметкері құжаттарды қабылдайды – 5 минут. Нәтижесі – қолхат беру", "кеңсе қызметкері", "5 минут", "Құжаттарды қабылдайды"},
		{model.Kazakh, "4-процесс - көрсетілетін қызметті алушының ЭЦҚ расталмауына байланысты қызметтен бас тартады", "", "", "Қызметтен бас тартады"},
		{model.Kazakh, "3 - шарт: порталда тексеріледі", "", "", "Порталда тексеріледі"},
		{model.Russian, "руководитель услугодателя рассматривает документы (не более двадцати минут). Результат процедуры (действия): направление документов",
			"руководитель услугодателя", "не более двадцати минут", "Рассматривает документы"},
		{model.Russian, "исполнитель в течение 3 (трех) рабочих дней подготавливает уведомление", "исполнитель", "3 (трех) рабочих дней", "Подготавливает уведомление"},
		{model.Russian, "процесс 1 – ввод услугополучателем ИИН и пароля на портале для получения государственной услуги", "", "",
			"Ввод услугополучателем ИИН и пароля…"},
		{model.Russian, "сотрудник канцелярии регистрирует электронный запрос и предоставляет документы руководителю", "сотрудник канцелярии", "",
			"Регистрирует электронный запрос…"},
		{model.Kazakh, "мәліметтердің (сенімхат (болған жағдайда) бойынша) болуын тексеру)", "", "", "Мәліметтердің болуын тексеру"},
		{model.Kazakh, "құжаттарды қабылдаудан бас тарту жөніндегі электрондық хабарламаны қалыптастыру", "", "", "…электрондық хабарламаны қалыптастыру"},
		{model.Kazakh, "басшы", "басшы", "", "Басшы"},
		{model.Kazakh, "", "", "", "–"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s := model.Step{Text: tt.text, Actor: model.Text(tt.actor)}
			if tt.duration != "" {
				s.Durations = model.List[model.Duration]{{Text: tt.duration}}
			}
			if got := stepName(&s, wordsOf(tt.language)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func FuzzStepName(f *testing.F) {
	f.Add("1-процесс – көрсетілетін қызметті алушы (бұдан әрі – алушы) құжаттарды ұсынады", "алушы")
	f.Add(strings.Repeat("ә", 200), "ә")
	f.Add("İ\x00\xff", "\xff")
	f.Fuzz(func(t *testing.T, text, actor string) {
		for _, l := range []model.Language{model.Kazakh, model.Russian} {
			name := stepName(&model.Step{Text: text, Actor: model.Text(actor)}, wordsOf(l))
			if n := utf8.RuneCountInString(name); n == 0 || n > MaxName {
				t.Errorf("%d characters: %q", n, name)
			}
		}
	})
}

func TestSlug(t *testing.T) {
	tests := []struct{ text, want string }{
		{"KZ-11/2015-10-23/А-11/495", "kz-11-2015-10-23-a-11-495"},
		{"Рұқсатты қайта рәсімдеу", "ruqsatty-qaita-rasimdeu"},
		{"№ 1 – Щука!", "1-shuka"},
		{"«»", ""},
	}
	for _, tt := range tests {
		if got := slug(tt.text); got != tt.want {
			t.Errorf("%q became %q, not %q", tt.text, got, tt.want)
		}
	}
	if got := slugUpTo("рұқсатты қайта рәсімдеу", 16); got != "ruqsatty-qaita" {
		t.Errorf("cut to %q", got)
	}
}
