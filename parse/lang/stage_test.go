package lang_test

import (
	"testing"

	"reglament/model"
	"reglament/parse/lang"
)

func TestHeadingsOfStages(t *testing.T) {
	for _, c := range []struct {
		language model.Language
		heading  string
		want     int
	}{
		{model.Kazakh, "1-кезең", 1},
		{model.Kazakh, "2- кезең – шешім қабылдау:", 2},
		{model.Kazakh, "ІІ кезең", 2},
		{model.Kazakh, "екінші кезең", 2},
		{model.Kazakh, "1-ші кезең", 1},
		{model.Kazakh, "3-саты", 3},
		{model.Kazakh, "Рұқсатты беру", 0},
		{model.Kazakh, "1-процесс", 0},
		{model.Russian, "этап 2", 2},
		{model.Russian, "этап № 2", 2},
		{model.Russian, "1 - этап", 1},
		{model.Russian, "1-й этап", 1},
		{model.Russian, "II этап – выдача документов", 2},
		{model.Russian, "Первый этап", 1},
		{model.Russian, "Стадия 3", 3},
		{model.Russian, "на этапе рассмотрения 2 заявлений", 0},
		{model.Russian, "", 0},
	} {
		if got := lang.For(c.language).Stage(c.heading); got != c.want {
			t.Errorf("%q is stage %d, want %d", c.heading, got, c.want)
		}
	}
}
