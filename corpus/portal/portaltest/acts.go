package portaltest

import (
	"fmt"
	"strings"
)

// The acts of the portal.
const (
	Act      = "V16P0006291" // in force and amended, in both languages; the new template
	Old      = "V12C0003407" // in one block with line breaks, in Russian only
	Repealed = "V15P0003578"
	Expired  = "V11GB000127" // its status has no class that is known
)

// Versions are the dates, in the portal's form, of the former texts of Act.
var Versions = []string{"10.03.2016"}

type text struct {
	title, class, label, requisites string
	body                            string
	amended, original               string // what differs between the text of today and the former one
	versions                        []string
}

// acts by id and the portal's code of the language.
var acts = map[string]map[string]text{
	Act: {
		"kaz": {
			title: `"Анықтама беру" мемлекеттік көрсетілетін қызмет регламентін бекіту туралы`,
			class: "status_upd", label: "Жаңартылған",
			requisites: "Қостанай облысы әкімдігінің 2016 жылғы 10 наурыздағы № 91 қаулысы. Қостанай облысының Әділет департаментінде 2016 жылғы 14 сәуірде № 6291 болып тіркелді",
			body: paragraphs(
				`"Мемлекеттік көрсетілетін қызметтер туралы" Қазақстан Республикасының 2013 жылғы 15 сәуірдегі Заңының 16-бабына сәйкес Қостанай облысының әкімдігі ҚАУЛЫ ЕТЕДІ:`,
				`1. Қоса беріліп отырған "Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті бекітілсін.`,
				`2. Осы қаулы алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.`) +
				note("kaz", "Ескерту. 1-тармаққа өзгеріс енгізілді - Қостанай облысы әкімдігінің 18.05.2017 ", "№ 214", " қаулысымен.") +
				stamp("Қостанай облысы әкімдігінің<br>2016 жылғы 10 наурыздағы<br>№ 91 қаулысымен бекітілген") +
				`<h3 id="z20"> "Анықтама беру" мемлекеттік көрсетілетін қызмет<br>регламенті</h3><h3 id="z21">1. Жалпы ережелер</h3>` +
				paragraphs(`1. "Анықтама беру" мемлекеттік көрсетілетін қызметін Қостанай облысының жұмыспен қамту бөлімдері көрсетеді.`) +
				`<h3 id="z23">2. Мемлекеттік қызмет көрсету процесінде көрсетілетін қызметті берушінің құрылымдық бөлімшелерінің іс-қимылы тәртібін сипаттау</h3>` +
				paragraphs(`2. Кеңсе маманы құжаттарды қабылдайды және тіркейді – 15 минут.`),
			amended: "15 минут", original: "20 минут", versions: Versions,
		},
		"rus": {
			title: `Об утверждении регламента государственной услуги "Выдача справок"`,
			class: "status_upd", label: "Обновленный",
			requisites: "Постановление акимата Костанайской области от 10 марта 2016 года № 91. Зарегистрировано Департаментом юстиции Костанайской области 14 апреля 2016 года № 6291",
			body: paragraphs(
				`В соответствии со статьей 16 Закона Республики Казахстан от 15 апреля 2013 года "О государственных услугах" акимат Костанайской области ПОСТАНОВЛЯЕТ:`,
				`1. Утвердить прилагаемый регламент государственной услуги "Выдача справок".`,
				`2. Настоящее постановление вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования.`) +
				note("rus", "Сноска. Пункт 1 с изменениями, внесенными постановлением акимата Костанайской области от 18.05.2017 ", "№ 214", ".") +
				stamp("Утвержден<br>постановлением акимата<br>Костанайской области<br>от 10 марта 2016 года № 91") +
				`<h3 id="z20"> Регламент государственной услуги<br>"Выдача справок"</h3><h3 id="z21">1. Общие положения</h3>` +
				paragraphs(`1. Государственная услуга оказывается отделами занятости Костанайской области.`) +
				`<h3 id="z23">2. Описание порядка действий структурных подразделений (работников) услугодателя в процессе оказания государственной услуги</h3>` +
				paragraphs(`2. Сотрудник канцелярии принимает и регистрирует документы – 15 минут.`),
			amended: "15 минут", original: "20 минут", versions: Versions,
		},
	},
	Old: {"rus": {
		title: "Об утверждении регламента", class: "status_new", label: "Новый",
		requisites: "Постановление акимата Актюбинской области от 1 марта 2012 года N 12. Зарегистрировано Департаментом юстиции Актюбинской области 2 апреля 2012 года N 3407",
		body: "\n      1. Утвердить регламент государственной услуги «Выдача справок».<br>\n      2. Контроль возложить на заместителя акима.<br>\n" +
			"      3. Настоящее постановление вводится в действие со дня опубликования.<br>\n<br>\n<i>      Аким области                               И. Пример</i><br>\n",
	}},
	Repealed: {"kaz": {
		title: "Мемлекеттік көрсетілетін қызмет регламентін бекіту туралы", class: "status_yts", label: "Күшін жойған",
		requisites: "Павлодар облысы әкімдігінің 2015 жылғы 5 мамырдағы № 118 қаулысы. Павлодар облысының Әділет департаментінде 2015 жылғы 9 маусымда № 3578 болып тіркелді. Күші жойылды - Павлодар облысы әкімдігінің 2019 жылғы 26 ақпандағы № 77 қаулысымен",
		body: `<p class="note">` + indent + `Ескерту. Күші жойылды - Павлодар облысы әкімдігінің 26.02.2019 <a href="/kaz/docs/V19P0006250">№ 77</a> (алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі) қаулысымен.</p>` +
			paragraphs(`Павлодар облысының әкімдігі ҚАУЛЫ ЕТЕДІ:`, `1. Регламент бекітілсін.`),
	}},
	Expired: {"rus": {
		title: "О некоторых вопросах государственных услуг", class: "status_xyz", label: "Прекращено действие в связи с истечением срока",
		requisites: "Постановление акимата Жамбылской области от 4 апреля 2011 года № 101. Прекращено действие в связи с истечением срока",
		body:       paragraphs(`Акимат Жамбылской области ПОСТАНОВЛЯЕТ:`, `1. Утвердить прилагаемый перечень.`),
	}},
}

const indent = "\n&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; "

func paragraphs(texts ...string) string {
	var b strings.Builder
	for i, t := range texts {
		fmt.Fprintf(&b, `<p id="z%d">%s%s</p>`+"\n", 4+i, indent, escape(t))
	}
	return b.String()
}

func note(lang, before, number, after string) string {
	return `<span class="note">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; ` + before + `</span><a href="/` + lang + `/docs/V17P0007045">` + number + `</a><span class="note">` + after + `</span><br>` + "\n"
}

func stamp(words string) string {
	return `<p align="right"><table border="0"><tr><td align="center" width="387">&nbsp;</td>
<td align="center" width="228"><a name="z15"></a>` + words + `</td></tr></table></p>`
}

func (t text) history(id, lang string) string {
	rows := [][]string{{"№", "", "", "", "", ""}}
	for i, v := range t.versions {
		rows = append(rows, []string{fmt.Sprint(i + 1), fmt.Sprintf(`<a href="/%s/archive/docs/%s/%s">%s</a>`, lang, id, v, escape(t.title)), "", "", v, ""})
	}
	rows = append(rows, []string{fmt.Sprint(len(t.versions) + 1), fmt.Sprintf(`<a href="/%s/docs/%s">%s</a>`, lang, id, escape(t.title)), "", "", "18.05.2017", escape(t.label)})
	return table(rows...)
}

// html is a page of the act in the portal's template; content is "article" for its text.
// The notice of maintenance stands on good pages too, and so do links to other acts.
func (t text) html(id, lang, content string) string {
	if content == "article" {
		content = `<article>` + t.body + "\n</article>"
	}
	status := ""
	if t.label != "" {
		status = fmt.Sprintf(`<span class="status %s">%s</span>`, t.class, escape(t.label))
	}
	return fmt.Sprintf(`<!DOCTYPE html>
<html>
<head><meta charset="utf-8" /><title>%[1]s - ИПС "Әділет"</title></head>
<body>
<div class="advert"><a href="/%[3]s/docs/Z1500000410">…</a></div>
<div id="container" class="module_npaView lang_%[3]s">
<div id="header"><div class="top-notice-banner"><p>Ведутся технические работы. Техникалық жұмыстар жүргізілуде.</p></div></div>
<div id="menu"><ul class="right"><li%[6]s><a href="/kaz/docs/%[2]s">ҚАЗ</a></li><li%[7]s><a href="/rus/docs/%[2]s">РУС</a></li></ul></div>
<div class="main"><div class="inner_main">
<div class="container_alpha slogan"><h1>%[1]s</h1>%[4]s<p>%[5]s</p></div>
<div id="tabs_container"><ul><li class="selected"><a href="/%[3]s/docs/%[2]s">Текст</a></li></ul></div>
<div class="container_gamma text text_upd"><div class="gs_12">%[8]s</div></div>
<div class="container_omega aftertext"><p>Поделиться</p></div>
</div></div>
<div id="footer"><ul><li><a href="/%[3]s/docs/G26KC00412M">О бюджете</a></li></ul></div>
</div>
</body>
</html>
`, escape(t.title), id, lang, status, escape(t.requisites), selected(lang, "kaz"), selected(lang, "rus"), content)
}

func selected(lang, of string) string {
	if lang == of {
		return ` class="selected"`
	}
	return ""
}
