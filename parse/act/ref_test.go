package act

import (
	"slices"
	"testing"

	"reglament/model"
)

var mentions = []struct {
	says string
	lang model.Language
	text string
	want []string // date and number
	kind []model.ActKind
	by   []string // issuers
	name []string // titles
	reg  []string // registration numbers
}{
	{says: "issuer, date, number, kind", lang: model.Kazakh, text: `Қазақстан Республикасы Ауыл шаруашылығы министрінің 2015 жылғы 6 мамырдағы № 4-2/416 бұйрығымен бекітілген стандарт`,
		want: []string{"2015-05-06 4-2/416"}, kind: []model.ActKind{model.Order}, by: []string{"Қазақстан Республикасы Ауыл шаруашылығы министрінің"}},
	{says: "the day and month before the year", lang: model.Kazakh, text: `Күші жойылды – Ақтөбе облысы әкімдігінің 12 мамырда 2017 жылғы № 148 қаулысымен`,
		want: []string{"2017-05-12 148"}, kind: []model.ActKind{model.Resolution}, by: []string{"Ақтөбе облысы әкімдігінің"}},
	{says: "a numeric date", lang: model.Kazakh, text: `ҚР Қаржы министрінің м.а. 9.04.2015 № 255 бұйрығымен`,
		want: []string{"2015-04-09 255"}, kind: []model.ActKind{model.Order}, by: []string{"ҚР Қаржы министрінің м.а."}},
	{says: "year, then day and month in figures", lang: model.Kazakh, text: `Атырау облысы әкімдігінің 2015 ж. 08.06 № 176 қаулысымен`, want: []string{"2015-06-08 176"}},
	{says: "year, month, day", lang: model.Kazakh, text: `Атырау облысы әкімдігінің 2012.06.25 № 176 қаулысымен`, want: []string{"2012-06-25 176"}},
	{says: "year, day, month and a full stop", lang: model.Kazakh, text: `Атырау облысы әкімдігінің 2012.05.06. № 176 қаулысымен`, want: []string{"2012-06-05 176"}},
	{says: "year, month, day and a full stop before an old number", lang: model.Kazakh, text: `ҚР Үкіметінің 1997.09.04. N 1321 қаулысымен`, want: []string{"1997-09-04 1321"}},
	{says: "the title, then the number, then the date", lang: model.Russian, text: `1) "Об утверждении Регламента" № 24-247/V от 16 апреля 2014 года (зарегистрировано в Реестре за номером 3353);`,
		want: []string{"2014-04-16 24-247/V"}, name: []string{"Об утверждении Регламента"}, reg: []string{"3353"}},
	{says: "the day in quotation marks", lang: model.Russian, text: `Утвержден постановлением акимата Павлодарской области от "7" марта 2018 года № 71/2`,
		want: []string{"2018-03-07 71/2"}, kind: []model.ActKind{model.Resolution}, by: []string{"акимата Павлодарской области"}},
	{says: "the number before the date", lang: model.Russian, text: `решением маслихата № 388 от 24 декабря 2012 года`, want: []string{"2012-12-24 388"}, by: []string{"маслихата"}},
	{says: "a number with a blank inside", lang: model.Russian, text: `постановлением акимата Акмолинской области от 26 марта 2020 года № А -4/151`, want: []string{"2020-03-26 А -4/151"}},
	{says: "no blank after the sign or before the bracket", lang: model.Russian, text: `решением Кармакшинского районного маслихата от 05.06.2018 №308(вводится в действие со дня первого официального опубликования)`, want: []string{"2018-06-05 308"}},
	{says: "blanks and a long dash between the figures of a number", lang: model.Russian, text: `решения Тарбагатайского районного маслихата от 4 апреля 2016 года № 2 – 7 "О ставках"`, want: []string{"2016-04-04 2 - 7"}},
	{says: "a date after a dash is no part of the number", lang: model.Russian, text: `решением маслихата от 4 апреля 2016 года № 2 - 7 мая 2016 года`, want: []string{"2016-04-04 2"}},
	{says: "a year of two figures of the last century, and of this one", lang: model.Russian, text: `постановление акимата от 07.04.98 г. N 61, постановление акимата от 07.04.12 г. N 62`, want: []string{"1998-04-07 61", "2012-04-07 62"}},
	{says: "the name of a body in quotation marks that one mark ends", lang: model.Russian, text: `Приказ руководителя государственного учреждения "Администрация специальной экономической зоны "Порт Примерный" от 11 мая 2011 года № 20-П`,
		want: []string{"2011-05-11 20-П"}, kind: []model.ActKind{model.Order}, by: []string{"руководителя государственного учреждения"}},
	{says: "one mark ends the title and the name in it, before the date", lang: model.Russian,
		text: `Признать утратившим силу постановление акимата Примерного района "Об утверждении регламента государственной услуги "Выдача справок" от 8 декабря 2015 года № 471 (зарегистрировано в Реестре за № 3571)`,
		want: []string{"2015-12-08 471"}, kind: []model.ActKind{model.Resolution}, by: []string{"акимата Примерного района"}, name: []string{`Об утверждении регламента государственной услуги "Выдача справок"`}, reg: []string{"3571"}},
	{says: "one mark ends the title and the name in it, before the number", lang: model.Russian,
		text: `постановление акимата Примерного района «Об утверждении регламента государственной услуги «Выдача справок» № 471 от 8 декабря 2015 года`,
		want: []string{"2015-12-08 471"}, by: []string{"акимата Примерного района"}, name: []string{`Об утверждении регламента государственной услуги «Выдача справок»`}},
	{says: "one mark ends the title and the last of the names in it", lang: model.Russian,
		text: `постановление акимата от 8 декабря 2015 года № 471 "Об утверждении регламентов государственных услуг "Выдача справок", "Выдача копий" и "Выдача выписок" (зарегистрировано в Реестре за № 3571)`,
		want: []string{"2015-12-08 471"}, name: []string{`Об утверждении регламентов государственных услуг "Выдача справок", "Выдача копий" и "Выдача выписок"`}},
	{says: "one mark ends the title and the name in it, before the changes", lang: model.Russian,
		text: `внести в постановление акимата от 8 декабря 2015 года № 471 "Об утверждении регламента "Выдача справок" следующие изменения`,
		want: []string{"2015-12-08 471"}, name: []string{`Об утверждении регламента "Выдача справок"`}},
	{says: "one mark ends three quotations, before the body that adopts", lang: model.Russian,
		text: `постановлением Правительства от 3 сентября 2012 года № 1150 «О внесении изменения в постановление Правительства от 30 декабря 2009 года № 2300 «Об утверждении стандарта «Выдача справок» акимат области ПОСТАНОВЛЯЕТ:`,
		want: []string{"2012-09-03 1150"}, name: []string{`О внесении изменения в постановление Правительства от 30 декабря 2009 года № 2300 «Об утверждении стандарта «Выдача справок»`}},
	{says: "a title that goes on behind the name in it", lang: model.Russian,
		text: `постановление акимата от 8 декабря 2015 года № 471 "Об утверждении положения о фонде "Үміт" района (зарегистрировано в Реестре за № 3571)`,
		want: []string{"2015-12-08 471"}, name: []string{""}},
	{says: "one mark opens the title and the first of the names in it", lang: model.Kazakh,
		text: `Облыс әкімдігінің 2015 жылғы 8 желтоқсандағы № 471 "Анықтамалар беру", "Көшірмелер беру" және "Үзінділер беру" мемлекеттік қызметтер регламенттерін бекіту туралы" қаулысының күші жойылсын`,
		want: []string{"2015-12-08 471"}, name: []string{`"Анықтамалар беру", "Көшірмелер беру" және "Үзінділер беру" мемлекеттік қызметтер регламенттерін бекіту туралы`}},
	{says: "the name of a body in quotation marks of its own", lang: model.Russian, text: `приказом руководителя учреждения "Управление образования" от 11 мая 2011 года № 21 "Об охране труда"`,
		want: []string{"2011-05-11 21"}, kind: []model.ActKind{model.Order}, by: []string{"руководителя учреждения"}, name: []string{"Об охране труда"}},
	{says: "N for the sign", lang: model.Kazakh, text: `әкімдіктің 2007 жылғы 25 маусымдағы N 148 қаулысы`, want: []string{"2007-06-25 148"}},
	{says: "N and a Cyrillic о for the sign", lang: model.Kazakh, text: `әкімдіктің 2007 жылғы 25 маусымдағы Nо 148 қаулысы`, want: []string{"2007-06-25 148"}},
	{says: "a Roman tail", lang: model.Kazakh, text: `Астана қаласы мәслихатының 2022 жылғы 9 желтоқсандағы № 300/39-VII шешіміне өзгеріс енгізілсін`,
		want: []string{"2022-12-09 300/39-VII"}, kind: []model.ActKind{model.Decision}, by: []string{"Астана қаласы мәслихатының"}},
	{says: "title, registration, publication", lang: model.Russian,
		text: `постановление акимата Кызылординской области от 3 мая 2015 года № 12 "Об утверждении регламентов" (зарегистрировано в Реестре государственной регистрации нормативных правовых актов за номером 5011, опубликовано 26 июня 2015 года в газетах "Сыр бойы" и "Кызылординские вести")`,
		want: []string{"2015-05-03 12"}, name: []string{"Об утверждении регламентов"}, reg: []string{"5011"}},
	{says: "a title that mentions another act is one mention", lang: model.Russian,
		text: `постановление акимата Кызылординской области от 3 мая 2016 года № 44 "О внесении изменений в постановление акимата Кызылординской области от 3 мая 2015 года №12 "Об утверждении регламентов" (зарегистрировано в Реестре за номером 5501)`,
		want: []string{"2016-05-03 44"}, reg: []string{"5501"}},
	{says: "laws that share kind and issuer", lang: model.Russian,
		text: `В соответствии с Законами Республики Казахстан от 23 января 2001 года "О местном управлении", от 15 апреля 2013 года "О государственных услугах", приказом Министра сельского хозяйства Республики Казахстан от 06 мая 2015 года № 7-1/418`,
		want: []string{"2001-01-23", "2013-04-15", "2015-05-06 7-1/418"}, kind: []model.ActKind{model.Law, model.Law, model.Order}, name: []string{"О местном управлении", "О государственных услугах", ""}},
	{says: "laws that share the kind that follows", lang: model.Kazakh,
		text: `"Жергілікті басқару туралы" 2001 жылғы 23 қаңтардағы, "Қызметтер туралы" 2013 жылғы 15 сәуірдегі Қазақстан Республикасының Заңдарын басшылыққа ала отырып`,
		want: []string{"2001-01-23", "2013-04-15"}, kind: []model.ActKind{model.Law, model.Law}, name: []string{"Жергілікті басқару туралы", "Қызметтер туралы"}},
	{says: "laws of one word for several", lang: model.Kazakh,
		text: `Қазақстан Республикасының Бюджет кодексіне, "Жергілікті басқару туралы", "Ардагерлер туралы" және "Білім туралы" Қазақстан Республикасының Заңдарына, "Облыс" газетіне сәйкес`,
		kind: []model.ActKind{model.Code, model.Law, model.Law, model.Law}, want: []string{"", "", "", ""}, by: []string{"Қазақстан Республикасының", "", "", ""}, name: []string{"Бюджет кодексі", "Жергілікті басқару туралы", "Ардагерлер туралы", "Білім туралы"}},
	{says: "laws of one word for several", lang: model.Russian,
		text: `В соответствии с Законами Республики Казахстан "О местном управлении" и "О ветеранах", газете "Область"`,
		kind: []model.ActKind{model.Law, model.Law}, want: []string{"", ""}, name: []string{"О местном управлении", "О ветеранах"}},
	{says: "a code in another case", lang: model.Kazakh, text: `ҚР Әлеуметтік кодексінің 5-бабына және Жер кодексімен`,
		kind: []model.ActKind{model.Code, model.Code}, want: []string{"", ""}, by: []string{"ҚР", ""}, name: []string{"Әлеуметтік кодексі", "Жер кодексі"}},
	{says: "a code in another case", lang: model.Russian, text: `В соответствии с Бюджетным кодексом Республики Казахстан, статьей 5 Экологического кодекса РК, Трудовому кодексу и Мысленного кодекса`,
		kind: []model.ActKind{model.Code, model.Code, model.Code, model.Code}, want: []string{"", "", "", ""}, by: []string{"Республики Казахстан", "РК", "", ""},
		name: []string{"Бюджетный кодекс", "Экологический кодекс", "Трудовой кодекс", "Мысленного кодекса"}},
	{says: "one law, and a body with a name", lang: model.Kazakh,
		text: `"Ауыл" қорына, "Ардагерлер туралы" Қазақстан Республикасының Заңына сәйкес`,
		kind: []model.ActKind{model.Law}, want: []string{""}, name: []string{"Ардагерлер туралы"}},
	{says: "the title before the issuer", lang: model.Kazakh, text: `"Қызметтер туралы" Қазақстан Республикасының 2013 жылғы 15 сәуірдегі Заңының 16-бабына сәйкес`,
		want: []string{"2013-04-15"}, kind: []model.ActKind{model.Law}, by: []string{"Қазақстан Республикасының"}, name: []string{"Қызметтер туралы"}},
	{says: "the issuer after the title and its registration", lang: model.Kazakh,
		text: `2015 жылғы 4 наурыздағы №33 "Регламенттерді бекіту туралы" (Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде №3901 тіркелген, 2015 жылғы 5 мамырда "Әділет" жүйесінде жарияланған) Батыс Қазақстан облысы әкімдігінің қаулысына өзгерістер енгізілсін`,
		want: []string{"2015-03-04 33"}, kind: []model.ActKind{model.Resolution}, by: []string{"Батыс Қазақстан облысы әкімдігінің"}, name: []string{"Регламенттерді бекіту туралы"}, reg: []string{"3901"}},
	{says: "the title between issuer and date", lang: model.Kazakh,
		text: `Мәртөк аудандық мәслихатының "Көмек көрсету туралы" 2020 жылғы 28 қазандағы № 65/4 шешіміне (Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 6042 болып тіркелген)`,
		want: []string{"2020-10-28 65/4"}, by: []string{"Мәртөк аудандық мәслихатының"}, name: []string{"Көмек көрсету туралы"}, reg: []string{"6042"}},
	{says: "a registration is no mention", lang: model.Kazakh, text: `Әділет департаментінде 2015 жылғы 12 маусымда №11342 тіркелді`},
	{says: "a registration in the words of a title is no mention", lang: model.Kazakh, text: `Ақтөбе қалалық әділет басқармасында 2008 жылғы 22 сәуірдегі N 3-1-87 санымен тіркелген шешімге өзгерістер енгізу туралы`},
	{says: "a title with another act in it, before the date", lang: model.Russian,
		text: `постановление акимата Северо-Казахстанской области "О внесении изменений в постановление акимата от 9 июля 2015 года № 236" от 22 февраля 2016 года № 54`,
		want: []string{"2016-02-22 54"}, by: []string{"акимата Северо-Казахстанской области"}, name: []string{"О внесении изменений в постановление акимата от 9 июля 2015 года № 236"}},
	{says: "a registration whose number stands before its noun", lang: model.Kazakh,
		text: `Арал ауданы әкімдігінің 2013 жылғы 27 ақпандағы "Регламентті бекіту туралы" № 64-қ (нормативтік құқықтық актілерді мемлекеттік тіркеу Тізілімінде 4420 нөмірімен тіркелген) қаулысының күші жойылды деп танылсын`,
		want: []string{"2013-02-27 64-қ"}, reg: []string{"4420"}},
	{says: "acts of one body that is named once", lang: model.Russian,
		text: `Постановления акимата Глубоковского района от 20 января 2014 года № 12 "О мерах", от 5 марта 2015 года № 77 "О положении" и от 6 марта 2015 года № 78`,
		want: []string{"2014-01-20 12", "2015-03-05 77", "2015-03-06 78"}, by: []string{"акимата Глубоковского района", "акимата Глубоковского района", "акимата Глубоковского района"}},
	{says: "acts of one body that is named once, in Kazakh", lang: model.Kazakh,
		text: `Зайсан ауданы әкімдігінің 2012 жылғы 6 ақпандағы № 466 "Шаралар туралы" қаулысының және 2012 жылғы 7 ақпандағы № 467 қаулысының күштері жойылды деп саналсын`,
		want: []string{"2012-02-06 466", "2012-02-07 467"}, by: []string{"Зайсан ауданы әкімдігінің", "Зайсан ауданы әкімдігінің"}},
	{says: "a newspaper is no mention", lang: model.Russian, text: `опубликовано 21 октября 2011 года в газете "Арна" № 43`},
	{says: "a newspaper with a date and number of its own", lang: model.Russian,
		text: `решение Аксуского районного маслихата от 21 декабря 2011 года № 49-356 (зарегистрировано в управлении юстиции 27 декабря 2011 года за № 2-4-138, опубликовано в газете "Пример" от 14 января 2012 года № 3)`,
		want: []string{"2011-12-21 49-356"}, reg: []string{"2-4-138"}},
	{says: "several newspapers behind one word, each with a date and number of its own", lang: model.Russian,
		text: `постановление областного акимата от 11 июня 2014 года № 151 "Об утверждении регламента" (зарегистрированное в Реестре за номером 3406, опубликованное в газетах "Заря" от 5 августа 2014 года № 90 (17027), "Степь" от 4 августа 2014 года № 89 (19516))`,
		want: []string{"2014-06-11 151"}, reg: []string{"3406"}},
	{says: "several newspapers in brackets that nothing closes", lang: model.Russian,
		text: `Внести в постановление областного акимата "Об утверждении регламентов" от 15 сентября 2015 года № 233 (зарегистрированное в Реестре за номером 4176, опубликованное в газетах "Дидар" от 7 ноября 2015 года № 131 (17220), "Рудный Алтай" от 6 ноября 2015 года № 132 (19729) следующие изменения`,
		want: []string{"2015-09-15 233"}, reg: []string{"4176"}},
	{says: "an act behind a newspaper", lang: model.Russian,
		text: `решение маслихата от 14 января 2012 года № 3 (опубликовано в газете "Пример" от 15 января 2012 года № 3), "О бюджете" от 16 января 2012 года № 4`,
		want: []string{"2012-01-14 3", "2012-01-16 4"}},
	{says: "a newspaper in Kazakh, in brackets before the kind", lang: model.Kazakh,
		text: `Түлкібас аудандық мәслихатының 2009 жылғы 27 наурыздағы № 17/3-04 (кесімдерді мемлекеттік тіркеу тізілімінде 14-14-70 нөмірімен тіркелген, 2009 жылғы 24 сәуірдегі "Үлгі" газетінің № 33-34 санында жарияланған) шешіміне мынадай өзгеріс енгізілсін`,
		want: []string{"2009-03-27 17/3-04"}},
	{says: "several newspapers in Kazakh, each with its number", lang: model.Kazakh,
		text: `Қарағанды облысы әкімдігінің 2015 жылғы 23 қыркүйектегі № 55/01 "Регламенттерді бекіту туралы" (тізілімде № 3454 болып тіркелген, 2015 жылғы 10 қарашадағы № 187-188 "Арқа", № 203-204 "Дала" газеттерінде жарияланған) қаулысына келесі өзгеріс енгізілсін`,
		want: []string{"2015-09-23 55/01"}, reg: []string{"3454"}},
	{says: "several newspapers in Kazakh, each with its date and the number of all its issues", lang: model.Kazakh,
		text: `Қарағанды облысы әкімдігінің 2014 жылғы 10 маусымдағы № 28/02 "Регламенттерді бекіту туралы" (тізілімде № 2674 болып тіркелген, 2014 жылғы 24 шілдедегі № 139-140 (21660) "Арқа" және 2014 жылғы 24 шілдедегі № 134-135 (21655) "Дала" газеттерінде жарияланған) қаулысының күші жойылсын`,
		want: []string{"2014-06-10 28/02"}, reg: []string{"2674"}},
	{says: "a list that says the kind once, behind the issuers of its items", lang: model.Kazakh,
		text: `1) Қарағанды облысы әкімдігінің 2014 жылғы 10 маусымдағы № 28/02 "Регламенттерді бекіту туралы" (тізілімде № 2674 болып тіркелген); 2) Қарағанды облысы әкімдігінің 2014 жылғы 30 желтоқсандағы № 69/03 "Өзгерістер туралы" қаулысы`,
		want: []string{"2014-06-10 28/02", "2014-12-30 69/03"}, kind: []model.ActKind{model.Resolution, model.Resolution}},
	{says: "an act in brackets before the newspaper of the act itself", lang: model.Kazakh,
		text: `2015 жылғы 23 қыркүйектегі № 55/01 қаулы (2016 жылғы 5 мамырдағы № 21 қаулымен өзгертілген, "Арқа" газетінде жарияланған)`,
		want: []string{"2015-09-23 55/01", "2016-05-05 21"}},
	{says: "an act in Russian brackets, and its newspaper", lang: model.Russian,
		text: `постановление акимата от 23 сентября 2015 года № 55/01 (в редакции постановления от 5 мая 2016 года № 21, опубликованного в газете "Вести")`,
		want: []string{"2015-09-23 55/01", "2016-05-05 21"}},
	{says: "one mark that opens a title and the title in it", lang: model.Kazakh,
		text: `"Аудандық бюджет туралы" шешімге өзгерістер енгізу туралы" 2014 жылғы 11 наурыздағы № 26-1 шешімі`,
		want: []string{"2014-03-11 26-1"}, name: []string{`"Аудандық бюджет туралы" шешімге өзгерістер енгізу туралы`}},
	{says: "a list that says the kind once, behind the titles of its items", lang: model.Kazakh,
		text: `1) "Бюджет туралы" 2013 жылғы 24 желтоқсандағы № 24-2 (тізілімінде № 2085 болып тіркелген); 2) "Тарифтер туралы" 2014 жылғы 11 наурыздағы № 26-1 (тізілімінде № 2136 болып тіркелген) шешімдері`,
		want: []string{"2013-12-24 24-2", "2014-03-11 26-1"}, kind: []model.ActKind{model.Decision, model.Decision}, reg: []string{"2085", "2136"}},
	{says: "a district whose name has a small second word", lang: model.Kazakh, text: `Қарағанды облысы Бұқар жырау аудандық мәслихатының 2014 жылғы 3 наурыздағы № 4 шешімі`,
		want: []string{"2014-03-03 4"}, by: []string{"Қарағанды облысы Бұқар жырау аудандық мәслихатының"}},
	{says: "the order of another minister behind a semicolon", lang: model.Russian, text: `заголовок в редакции приказов Министра спорта РК от 06.02.2023 № 77 (вводится в действие с 10.03.2023); и.о. Министра финансов РК от 09.07.2024 № 201 (вводится в действие с 10.08.2024)`,
		want: []string{"2023-02-06 77", "2024-07-09 201"}, kind: []model.ActKind{model.Order, model.Order}, by: []string{"Министра спорта РК", "и.о. Министра финансов РК"}},
	{says: "two ministers of one order", lang: model.Russian, text: `совместным приказом Министра финансов РК от 29.06.2016 № 335 и и.о. Министра национальной экономики РК от 30.06.2016 № 294`,
		want: []string{"2016-06-29 335", "2016-06-30 294"}, kind: []model.ActKind{model.Order, model.Order}, by: []string{"Министра финансов РК", "и.о. Министра национальной экономики РК"}},
	{says: "a proposal is no mention", lang: model.Kazakh, text: `аудандық инспекцияның 2015 жылғы 13 наурыздағы № 60 ұсынысы негізінде`},
	{says: "minutes are no mention", lang: model.Kazakh, text: `"Азаматтық қорғау туралы" Заңға, аудандық комиссияның 2024 жылғы 29 наурыздағы № 1 хаттамасының негізінде`,
		want: []string{""}, kind: []model.ActKind{model.Law}},
	{says: "a letter is one", lang: model.Kazakh, text: `Маңғыстау облысы әкімдігінің 2024 жылғы 29 наурыздағы № 1 хатымен`, want: []string{"2024-03-29 1"}},
	{says: "a conclusion is no mention", lang: model.Russian, text: `Законом "О языках" и на основании заключения ономастической комиссии от 8 ноября 2010 года N 3-10`,
		want: []string{""}, kind: []model.ActKind{model.Law}},
	{says: "a term is no mention", lang: model.Russian, text: `вводится в действие с 1 января 2016 года и действует 10 дней`},
	{says: "the short name of a code in brackets is no second mention", lang: model.Kazakh, text: `"Салық туралы" (Салық кодексі) Қазақстан Республикасының 2008 жылғы 10 желтоқсандағы Кодексінің 387-бабына сәйкес`,
		want: []string{"2008-12-10"}, kind: []model.ActKind{model.Code}},
	{says: "a code whose name stands in quotation marks, with its date", lang: model.Russian, text: `В соответствии со статьей 8 "Лесного Кодекса" Республики Казахстан от 8 июля 2003 года и Законом Республики Казахстан от 23 января 2001 года`,
		want: []string{"2003-07-08", "2001-01-23"}, kind: []model.ActKind{model.Code, model.Law}, by: []string{"Республики Казахстан", "Республики Казахстан"}, name: []string{"Лесного Кодекса", ""}},
	{says: "a code in quotation marks that another act is of no kin to", lang: model.Russian, text: `семинар "Налоговый кодекс" и приказ от 8 июля 2003 года № 5`, want: []string{"", "2003-07-08 5"}, kind: []model.ActKind{model.Code, model.Order}},
	{says: "a code whose name stands in quotation marks, with its date", lang: model.Kazakh, text: `Қазақстан Республикасының 2003 жылғы 8 шілдедегі "Орман кодексінің" 8-бабына және 2008 жылғы 4 желтоқсандағы «Бюджет кодексі» 9-бабына сәйкес`,
		want: []string{"2003-07-08", "2008-12-04"}, kind: []model.ActKind{model.Code, model.Code}},
	{says: "a code by name", lang: model.Kazakh, text: `Қазақстан Республикасының Бюджет кодексінің 75-бабына сәйкес`, want: []string{""}, kind: []model.ActKind{model.Code}},
	{says: "nothing in a sentence without figures", lang: model.Russian, text: `услугополучатель предоставляет документы`},
}

func TestRefsFind(t *testing.T) {
	for _, c := range mentions {
		t.Run(c.says, func(t *testing.T) {
			const base = 100
			got := Refs(c.text, base, c.lang)
			if !slices.Equal(refStrings(got), c.want) {
				t.Fatalf("got %q, want %q", refStrings(got), c.want)
			}
			for i, r := range got {
				if at := (model.Span{r.Span[0] - base, r.Span[1] - base}).Of(c.text); at != r.Text {
					t.Errorf("span holds %q, text is %q", at, r.Text)
				}
				check := func(what string, got string, want []string) {
					if i < len(want) && got != want[i] {
						t.Errorf("%s %q, want %q", what, got, want[i])
					}
				}
				check("issuer", string(r.Issuer), c.by)
				check("title", string(r.Title), c.name)
				check("registration", string(r.RegistrationNumber), c.reg)
				if i < len(c.kind) && r.Kind != c.kind[i] {
					t.Errorf("kind %q, want %q", r.Kind, c.kind[i])
				}
			}
		})
	}
}

func TestEffectiveSays(t *testing.T) {
	for _, c := range []struct {
		lang model.Language
		text string
		from model.EffectiveFrom
		days int
		kind model.DayKind
		date model.Date
	}{
		{model.Kazakh, "Осы қаулы алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.", model.FromFirstPublication, 10, model.CalendarDays, ""},
		{model.Kazakh, "алғаш ресми жарияланғаннан кейін он күнтізбелік күн өткен соң қолданысқа енгізіледі", model.FromFirstPublication, 10, model.CalendarDays, ""},
		{model.Kazakh, "(алғашқы ресми жарияланған күнінен кейін күнтізбелік 10 күн өткен соң қолданысқа енгізіледі)", model.FromFirstPublication, 10, model.CalendarDays, ""},
		{model.Kazakh, "алғаш рет ресми жариялағаннан кейін он күнтізбелік күн өткен соң қолданысқа енгізіледі", model.FromFirstPublication, 10, model.CalendarDays, ""},
		{model.Russian, "вводится в действие по истечении двадцати одного календарного дня после дня его первого официального опубликования", model.FromFirstPublication, 21, model.CalendarDays, ""},
		{model.Kazakh, "ресми жарияланған күнінен бастап қолданысқа енгізіледі", model.FromPublication, 0, model.CalendarDays, ""},
		{model.Kazakh, "осы қаулысы мемлекеттік тіркелген күнінен бастап күшіне енеді және ресми жарияланған күнінен кейін он күнтізбелік күн өткен соң қолданысқа енгізіледі", model.FromPublication, 10, model.CalendarDays, ""},
		{model.Kazakh, "қол қойылған күннен бастап күшіне енеді", model.FromSigning, 0, model.CalendarDays, ""},
		{model.Kazakh, "01.07.2023 бастап қолданысқа енгізіледі", model.FromDate, 0, model.CalendarDays, "2023-07-01"},
		{model.Kazakh, "2016 жылғы 1 қаңтардан бастап қолданысқа енгізіледі", model.FromDate, 0, model.CalendarDays, "2016-01-01"},
		{model.Kazakh, "алғашқы ресми жарияланғанынан кейiн он күн өткен соң қолданысқа енгiзiледi", model.FromFirstPublication, 10, model.CalendarDays, ""},
		{model.Russian, "вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования", model.FromFirstPublication, 10, model.CalendarDays, ""},
		{model.Russian, "вводится по истечении 10 календарных дней со дня его первого официального опубликования", model.FromFirstPublication, 10, model.CalendarDays, ""},
		{model.Russian, "вводится со дня его официального опубликования", model.FromPublication, 0, model.CalendarDays, ""},
		{model.Russian, "Настоящее постановление вводится со дня его официального опубликования", model.FromPublication, 0, model.CalendarDays, ""},
		{model.Russian, "Запрет на вывоз животных вводится со дня подписания настоящего постановления", "", 0, "", ""},
		{model.Russian, "вводится в действие со дня его первого официального опубликования", model.FromFirstPublication, 0, model.CalendarDays, ""},
		{model.Russian, "вступает в силу со дня государственной регистрации в Департаменте юстиции и вводится в действие со дня официального опубликования.", model.FromPublication, 0, model.CalendarDays, ""},
		{model.Russian, "вводится в действие по истечении шестидесяти календарных дней после дня первого официального опубликования", model.FromFirstPublication, 60, model.CalendarDays, ""},
		{model.Russian, "вводятся в действие с 01.01.2021", model.FromDate, 0, model.CalendarDays, "2021-01-01"},
		{model.Russian, "вводится в действие по истечении 10 (десяти) рабочих дней со дня опубликования", model.FromPublication, 10, model.WorkingDays, ""},
		{model.Russian, "Контроль за исполнением возложить на заместителя акима", "", 0, "", ""},
		{model.Russian, "признать утратившим силу", "", 0, "", ""},
	} {
		got := effective(c.text, 0, c.lang)
		if c.from == "" {
			if got != nil {
				t.Errorf("%s: got %+v, want nothing", c.text, *got)
			}
			continue
		}
		if got == nil || got.From != c.from || got.Days != c.days || got.DayKind != c.kind || got.Date != c.date {
			t.Errorf("%s: got %+v", c.text, got)
			continue
		}
		if got.Span.Of(c.text) != got.Text {
			t.Errorf("%s: span holds %q, text is %q", c.text, got.Span.Of(c.text), got.Text)
		}
	}
}
