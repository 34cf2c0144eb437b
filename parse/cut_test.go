package parse_test

import (
	"strings"
	"testing"

	"reglament/model"
	"reglament/model/phrase"
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
		{"by what it calls itself and when it takes effect", "1. Внести в постановление акимата изменения.\n2. Настоящее постановление вводится в действие со дня подписания.\n", true},
		{"by what it rests on", "Ереже туралы Қазақстан Республикасы Заңының 65-бабын басшылыққа ала отырып және «Құқықтық актілер туралы» Қазақстан Республикасының Заңына сәйкес ҚАУЛЫ ЕТЕМІН:\n1. Шаралар ұзартылсын.\n", true},
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

// What a cut page does not say is null, and a finding tells of it.
func TestCutPageGuessesNothing(t *testing.T) {
	for _, c := range []struct {
		says, text, finding string
	}{
		{"the requisites are cut before the number", "Об утверждении Правил\n\nПостановление акимата Акмолинской области от 29 августа", "when the act was adopted"},
		{"the registration is cut", "Об утверждении Правил\n\nПостановление акимата Акмолинской области от 29 августа 2019 года № А-9/406. Зарегистрировано Департаментом юстиции Акмолинской области 10 сент", "registration"},
		{"the repeal is cut", "Қағидаларды бекіту туралы\n\nАқмола облысы әкімдігінің 2019 жылғы 29 тамыздағы № А-9/406 қаулысы. Күші жойылды - Ақмола облысы әкімдіг", "not by which act"},
		{"the note is cut", "Сноска. Утратило силу постановлением акимата Акмолин", "not by which act"},
	} {
		t.Run(c.says, func(t *testing.T) {
			r, err := parse.Bytes("page.txt", []byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if a := r.Document.Act; a.Registration != nil || a.RepealedBy != nil {
				t.Errorf("registration %+v, repealed by %+v: neither is said", a.Registration, a.RepealedBy)
			}
			for _, f := range r.Document.Findings {
				if f.Code == model.FindHeaderMissing && strings.Contains(phrase.English.Tell(f.Reason), c.finding) {
					return
				}
			}
			t.Errorf("no finding says %q: %+v", c.finding, r.Document.Findings)
		})
	}
}
