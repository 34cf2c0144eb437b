package act

import (
	"testing"

	"reglament/model"
)

func TestPublicationsSay(t *testing.T) {
	for _, c := range []struct {
		name, text string
		language   model.Language
		want       []model.Date
	}{
		{"in the state's system", `№ 4030 қаулысына (тізілімінде №4030 тіркелген, 2015 жылғы 5 қазанда "Әділет" ақпараттық-құқықтық жүйесінде жарияланған)`, model.Kazakh, []model.Date{"2015-10-05"}},
		{"the day of registration is none", `(тізілімінде 2015 жылғы 5 мамырда № 4030 болып тіркелген, 2015 жылғы 5 қазанда "Сыр бойы" газетінде жарияланған)`, model.Kazakh, []model.Date{"2015-10-05"}},
		{"in newspapers", `(зарегистрировано в Реестре за номером 5134, опубликовано 26 сентября 2015 года в газетах "Сыр бойы" и "Кызылординские вести")`, model.Russian, []model.Date{"2015-09-26"}},
		{"the newspaper before the date", `(зарегистрировано 3 марта 2015 года за № 12, опубликовано в газете "Вести" от 5 мая 2015 года № 7)`, model.Russian, []model.Date{"2015-05-05"}},
		{"outside of brackets", `после дня первого официального опубликования 5 мая 2015 года`, model.Russian, nil},
		{"the day of the act itself", `(2015 жылғы 5 мамырдағы № 7 қаулысы жарияланған)`, model.Kazakh, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Publications(c.text, 100, c.language)
			if len(got) != len(c.want) {
				t.Fatalf("got %v, want %v", got, c.want)
			}
			for i, p := range got {
				if p.Date != c.want[i] || (model.Span{p.Span[0] - 100, p.Span[1] - 100}).Of(c.text) != p.Text {
					t.Errorf("got %+v, want %s", p, c.want[i])
				}
			}
		})
	}
}

func TestRegionOfAnIssuer(t *testing.T) {
	for _, c := range []struct {
		issuer  string
		adopted model.Date
		want    model.Region
	}{
		{"акимата Кызылординской области", "2020-02-06", "KZ-43"},
		{"Батыс Қазақстан облысы әкімдігінің", "2015-08-04", "KZ-27"},
		{"Министра здравоохранения и социального развития Республики Казахстан", "2015-04-28", "KZ"},
		{"Алматы қаласы әкімдігінің", "2019-04-25", "KZ-75"},
		{"әкімдіктің", "2019-04-25", ""},
		// cities by their adjectives and abbreviations
		{"Темиртауского городского маслихата", "2019-04-25", "KZ-35"},
		{"акимата г. Кокшетау", "2019-04-25", "KZ-11"},
		{"Туркестанского городского маслихата", "2019-04-25", "KZ-61"},
		// a city and a district elsewhere bear one name
		{"Балқаш қаласы әкімдігінің", "2019-04-25", "KZ-35"},
		{"Балқаш ауданы әкімдігінің", "2019-04-25", "KZ-19"},
		{"Аксуского городского маслихата", "2019-04-25", "KZ-55"},
		{"Аксуского районного маслихата", "2023-04-25", "KZ-33"},
		{"Аксуского районного маслихата", "2019-04-25", "KZ-19"},
		{"акима села Аксу Кордайского района", "2019-04-25", "KZ-31"},
		// districts named after people
		{"акимата района Беимбета Майлина", "2020-04-25", "KZ-39"},
		{"маслихата района имени Габита Мусрепова", "2020-04-25", "KZ-59"},
		{"акима района Т.Рыскулова", "2020-04-25", "KZ-31"},
		{"акима села Аксу района имени Турара Рыскулова", "2020-04-25", "KZ-31"},
		{"акима села Аксу района Т.Рыскулова", "2020-04-25", "KZ-31"},
		{"акима села Аксу района Беимбета Майлина", "2020-04-25", "KZ-39"},
		{"Сарыарқа ауданы Астана қаласы әкімінің", "2020-04-25", "KZ-71"},
		// a district of a city that is a region
		{"акима Алмалинского района", "2020-04-25", "KZ-75"},
		// a district that was renamed
		{"Щучье аудандық мәслихатының", "2008-04-25", "KZ-11"},
		{"Төле би ауданы әкімдігінің", "2019-04-25", "KZ-61"},
	} {
		if got := RegionOf(c.issuer, c.adopted); got != c.want {
			t.Errorf("%s: %q, want %q", c.issuer, got, c.want)
		}
	}
}
