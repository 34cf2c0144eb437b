package parse_test

import (
	"testing"

	"reglament/parse"
)

// A page cut off before its head is still an act; prose is none.
func TestActIsRecognised(t *testing.T) {
	for _, c := range []struct {
		name, text string
		is         bool
	}{
		{"by the body that adopts it", "Аким села Тихое РЕШИЛ:\n1. Установить карантин.\n", true},
		{"by what it calls itself and who signs it", "1. Установить карантин.\n2. Настоящее решение вводится в действие со дня подписания.\nАким района М. Примеров\n", true},
		{"V23LB000001", "1) 2009 жылғы 4 мамырдағы № 12-3 шешімдерінің күші жойылды деп танылсын.\nШиелі аудандық мәслихатының хатшысы Қ. Үлгіев\n", true},
		{"not by somebody's decision in a story", "Аким города решил. Люди ждали его до вечера.\nПотом все ушли домой.\n", false},
		{"not by numbered lines", "1. Купить хлеба.\n2. Позвонить маме.\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := parse.Bytes(c.name+".txt", []byte(c.text))
			if is := err == nil; is != c.is {
				t.Errorf("recognised: %v (%v), want %v", is, err, c.is)
			}
		})
	}
}
