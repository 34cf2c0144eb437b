package parse_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reglament/model"
	"reglament/parse"
)

// table is a table of an annex with its caption, by rows; "" is an empty cell.
type table struct {
	caption string
	rows    [][]string
}

// withTables is a regulation whose first annex has tables.
type withTables struct {
	head   []string // paragraphs up to the tables
	tables []table
	tail   []string
}

func (d *withTables) width(t table) (n int) {
	for _, row := range t.rows {
		n = max(n, len(row))
	}
	return n
}

// plain has a cell a line, and empty cells not at all.
func (d *withTables) plain() string {
	out := d.head
	for _, t := range d.tables {
		out = append(out[:len(out):len(out)], t.caption)
		for _, row := range t.rows {
			for _, cell := range row {
				if cell != "" {
					out = append(out, cell)
				}
			}
		}
	}
	return strings.Join(append(out, d.tail...), "\n") + "\n"
}

// rows has a row a line, without borders at its sides.
func (d *withTables) rows() string {
	out := d.head
	for _, t := range d.tables {
		out = append(out[:len(out):len(out)], t.caption)
		for _, row := range t.rows {
			out = append(out, strings.Join(row, " | "))
		}
	}
	return strings.Join(append(out, d.tail...), "\n") + "\n"
}

// borders has "|" on a line of its own before each cell.
func (d *withTables) borders() string {
	out := d.head
	for _, t := range d.tables {
		out = append(out[:len(out):len(out)], t.caption)
		for _, row := range t.rows {
			for i := range d.width(t) {
				out = append(out, "|")
				if i < len(row) && row[i] != "" {
					out = append(out, row[i])
				}
			}
		}
		out = append(out, "|")
	}
	return strings.Join(append(out, d.tail...), "\n") + "\n"
}

// pipes has a row a line.
func (d *withTables) pipes() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n# Регламент\n\n%s\n", d.head[0], strings.Join(d.head[1:], "\n\n"))
	for _, t := range d.tables {
		fmt.Fprintf(&b, "\n%s\n\n", t.caption)
		for i, row := range t.rows {
			for k := range d.width(t) {
				cell := ""
				if k < len(row) {
					cell = row[k]
				}
				fmt.Fprintf(&b, "| %s ", cell)
			}
			b.WriteString("|\n")
			if i == 0 {
				b.WriteString(strings.Repeat("|---", d.width(t)) + "|\n")
			}
		}
	}
	fmt.Fprintf(&b, "\n%s\n", strings.Join(d.tail, "\n\n"))
	return b.String()
}

// dashes has the columns of a table between rules of dashes.
func (d *withTables) dashes() string {
	var b strings.Builder
	b.WriteString(strings.Join(d.head, "\n") + "\n")
	for _, t := range d.tables {
		fmt.Fprintf(&b, "\n%s\n\n", t.caption)
		const room = 80 // letters of the longest cell
		rule := strings.Repeat(" "+strings.Repeat("-", room), d.width(t)) + "\n"
		b.WriteString(rule)
		for _, row := range t.rows {
			for _, cell := range row {
				fmt.Fprintf(&b, " %-*s", room, cell)
			}
			b.WriteString("\n")
		}
		b.WriteString(rule)
	}
	fmt.Fprintf(&b, "\n%s\n", strings.Join(d.tail, "\n"))
	return b.String()
}

// tagged has the tags that a converter to Markdown leaves of a table.
func (d *withTables) tagged() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n# Регламент\n\n%s\n", d.head[0], strings.Join(d.head[1:], "\n\n"))
	for _, t := range d.tables {
		fmt.Fprintf(&b, "\n%s\n\n<table>\n<thead>\n", t.caption)
		for _, row := range t.rows {
			b.WriteString("<tr>\n")
			for _, cell := range row {
				fmt.Fprintf(&b, "<td>%s</td>\n", cell)
			}
			b.WriteString("</tr>\n")
		}
		b.WriteString("</table>\n")
	}
	fmt.Fprintf(&b, "\n%s\n", strings.Join(d.tail, "\n\n"))
	return b.String()
}

// page has the tables of the portal's pages; a row of one cell covers all columns.
func (d *withTables) page() string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><body><article>\n")
	paragraphs := func(ps []string) {
		for _, p := range ps {
			fmt.Fprintf(&b, "<p>\n&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; %s</p>", p)
		}
	}
	paragraphs(d.head)
	for _, t := range d.tables {
		paragraphs([]string{t.caption})
		b.WriteString(`<table border="0" width="615">`)
		for _, row := range t.rows {
			b.WriteString("<tr>")
			for _, cell := range row {
				covers := 1
				if len(row) == 1 {
					covers = d.width(t)
				}
				fmt.Fprintf(&b, `<td colspan="%d"><p>%s&nbsp;</p></td>`, covers, cell)
			}
			b.WriteString("</tr>")
		}
		b.WriteString("</table>")
	}
	paragraphs(d.tail)
	b.WriteString("</article></body></html>")
	return b.String()
}

// word is a document of Word.
func (d *withTables) word(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	paragraph := func(p string) { fmt.Fprintf(&b, `<w:p><w:r><w:t>%s</w:t></w:r></w:p>`, p) }
	for _, p := range d.head {
		paragraph(p)
	}
	for _, tab := range d.tables {
		paragraph(tab.caption)
		b.WriteString("<w:tbl>")
		for _, row := range tab.rows {
			b.WriteString("<w:tr>")
			for _, cell := range row {
				covers := 1
				if len(row) == 1 {
					covers = d.width(tab)
				}
				fmt.Fprintf(&b, `<w:tc><w:tcPr><w:gridSpan w:val="%d"/></w:tcPr>`, covers)
				paragraph(cell)
				b.WriteString("</w:tc>")
			}
			b.WriteString("</w:tr>")
		}
		b.WriteString("</w:tbl>")
	}
	for _, p := range d.tail {
		paragraph(p)
	}
	b.WriteString("</w:body></w:document>")
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, part := range [][2]string{
		{"_rels/.rels", `<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", b.String()},
	} {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, part[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.String()
}

var russianTables = withTables{
	head: []string{
		`Регламент электронной государственной услуги "Выдача справок"`,
		`1. Общие положения`,
		`1. Услуга оказывается отделами занятости (далее – услугодатель) через веб-портал "электронного правительства" (далее – ПЭП).`,
		`2. Порядок деятельности услугодателя`,
		`2. Описание последовательности и взаимодействия административных действий (процедур) каждой СФЕ приведено в приложении 1 к настоящему Регламенту.`,
		`3. Форма заявления приведена в приложении 2 к настоящему Регламенту.`,
		`Приложение 1 к Регламенту электронной государственной услуги "Выдача справок"`,
	},
	tail: []string{`Приложение 2 к Регламенту электронной государственной услуги "Выдача справок"`, `Заявление`},
}

var kazakhTables = withTables{
	head: []string{
		`"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті`,
		`1. Жалпы ережелер`,
		`1. Мемлекеттік қызметті жұмыспен қамту бөлімдері (бұдан әрі – көрсетілетін қызметті беруші) көрсетеді.`,
		`2. Өзара іс-қимыл тәртібін сипаттау`,
		`2. Құрылымдық бөлімшелер (қызметкерлер) арасындағы рәсімдердің (іс-қимылдардың) реттілігін сипаттау осы регламентке 1-қосымшада келтірілген.`,
		`"Анықтама беру" мемлекеттік көрсетілетін қызмет регламентіне 1-қосымша`,
	},
	tail: []string{`"Анықтама беру" мемлекеттік көрсетілетін қызмет регламентіне 2-қосымша`, `Өтініш нысаны`},
}

// told is what was read of the procedures of a text, a line each.
func told(r *parse.Result) string {
	var b strings.Builder
	for _, g := range r.Document.Regulations {
		for _, p := range g.Processes {
			fmt.Fprintf(&b, "%s %s %s\n", p.Kind, p.Point, strings.Join(p.Variant, "/"))
			for _, s := range p.Steps {
				fmt.Fprintf(&b, "  %s %s: %s", s.N, s.Actor, s.Text)
				for _, d := range s.Durations {
					fmt.Fprintf(&b, " [%d %s]", d.Value, d.Unit)
				}
				if s.Result != "" {
					fmt.Fprintf(&b, " = %s", s.Result)
				}
				for _, n := range s.Next {
					fmt.Fprintf(&b, " > %s", n.N)
					if n.Condition != "" {
						fmt.Fprintf(&b, " (%s)", n.Condition)
					}
				}
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

func TestATableTellsTheStepsOfAProcedureInEveryFormat(t *testing.T) {
	cases := []struct {
		name  string
		act   withTables
		table table
		want  string
		plain bool // its cells can be told apart without borders
	}{
		{"a column is a step", russianTables, table{"Таблица 1. Описание действий СФЕ", [][]string{
			{"Действия основного процесса (хода, потока работ)"},
			{"№ действия (хода, потока работ)", "1", "2", "3"},
			{"Наименование СФЕ", "Канцелярия", "Руководитель", "Ответственный исполнитель"},
			{"Наименование действия (процесса, процедуры, операции) и их описание", "Прием и регистрация документов", "Рассматривает документы", "Готовит справку"},
			{"Форма завершения (данные, документ, организационно-распорядительное решение)", "Запись в журнале", "Резолюция", "Справка"},
			{"Сроки исполнения", "15 минут", "1 рабочий день", "3 рабочих дня"},
			{"Номер следующего действия", "2", "3", "-"},
		}}, `interaction 2 
  1 Канцелярия: Прием и регистрация документов [15 minute] = Запись в журнале > 2
  2 Руководитель: Рассматривает документы [1 working_day] = Резолюция > 3
  3 Ответственный исполнитель: Готовит справку [3 working_day] = Справка
`, true},
		{"rows and columns are numbered", russianTables, table{"Таблица 1. Описание действий СФЕ через ЦОН", [][]string{
			{"1", "№ действия", "1", "2"},
			{"2", "Наименование СФЕ", "Инспектор ЦОН", "Канцелярия"},
			{"3", "Наименование действия и их описание", "Прием документов", "Регистрация документов"},
			{"4", "Форма завершения", "Расписка", "Запись в журнале"},
			{"5", "Сроки исполнения", "20 минут", "30 минут"},
			{"6", "Номер следующего действия", "2", "-"},
		}}, `psc 2 
  1 Инспектор ЦОН: Прием документов [20 minute] = Расписка > 2
  2 Канцелярия: Регистрация документов [30 minute] = Запись в журнале
`, true},
		{"what follows depends on a check", russianTables, table{"Таблица 2. Описание действий посредством ПЭП", [][]string{
			{"№ действия (хода, потока работ)", "1", "2", "3"},
			{"Наименование СФЕ", "Потребитель", "ПЭП", "Потребитель"},
			{"Наименование действия (процесса, процедуры, операции) и их описание", "Авторизуется на ПЭП", "Формирует сообщение об отказе", "Выбирает услугу"},
			{"Форма завершения (данные, документ, организационно-распорядительное решение)", "Отображение уведомления", "Сообщение об отказе", "Запрос"},
			{"Сроки исполнения", "1 минута", "1 минута", "2 минуты"},
			{"Номер следующего действия", "2 – если есть нарушения; 3 – если авторизация прошла успешно", "-", "-"},
		}}, `portal 2 
  1 Потребитель: Авторизуется на ПЭП [1 minute] = Отображение уведомления > 2 (если есть нарушения) > 3 (если авторизация прошла успешно)
  2 ПЭП: Формирует сообщение об отказе [1 minute] = Сообщение об отказе
  3 Потребитель: Выбирает услугу [2 minute] = Запрос
`, true},
		{"a row is a step", kazakhTables, table{"1-кесте. ҚФБ іс-әрекеттерінің сипаттамасы", [][]string{
			{"Іс-әрекеттің (барысының, жұмыстар ағынының) №", "ҚФБ атауы", "Іс-әрекеттің (процестің, рәсімнің, операцияның) атауы және олардың сипаттамасы", "Аяқталу нысаны (деректер, құжат)", "Орындалу мерзімі", "Келесі іс-әрекеттің нөмірі"},
			{"1", "2", "3", "4", "5", "6"},
			{"1", "Кеңсе маманы", "Құжаттарды қабылдау, тіркеу", "Қолхат", "20 минут", "2"},
			{"2", "Басшы", "Құжаттармен танысады", "Бұрыштама", "1 сағат", "3"},
			{"3", "Жауапты орындаушы", "Анықтаманы дайындайды", "Анықтама", "2 жұмыс күні ішінде", ""},
		}}, `interaction 2 
  1 Кеңсе маманы: Құжаттарды қабылдау, тіркеу [20 minute] = Қолхат > 2
  2 Басшы: Құжаттармен танысады [1 hour] = Бұрыштама > 3
  3 Жауапты орындаушы: Анықтаманы дайындайды [2 working_day] = Анықтама
`, true},
		{"two courses in one table", kazakhTables, table{"1-кесте. ҚФБ іс-әрекеттерінің сипаттамасы", [][]string{
			{"Негізгі процестің (барысының) іс-әрекеттері"},
			{"Іс-әрекеттің №", "1", "2"},
			{"ҚФБ атауы", "Кеңсе", "Басшы"},
			{"Іс-әрекеттің атауы және олардың сипаттамасы", "Құжаттарды қабылдайды", "Құжаттарды қарайды"},
			{"Орындау мерзімі", "15 минут", "1 сағат"},
			{"Баламалы процестің (барысының) іс-әрекеттері"},
			{"Іс-әрекеттің №", "1", "2"},
			{"ҚФБ атауы", "Кеңсе", "Басшы"},
			{"Іс-әрекеттің атауы және олардың сипаттамасы", "Құжаттарды қайтарады", "Бас тартуға қол қояды"},
			{"Орындау мерзімі", "15 минут", "2 сағат"},
		}}, `interaction 2 
  1 Кеңсе: Құжаттарды қабылдайды [15 minute]
  2 Басшы: Құжаттарды қарайды [1 hour]
interaction 2 Баламалы процестің (барысының) іс-әрекеттері
  1 Кеңсе: Құжаттарды қайтарады [15 minute]
  2 Басшы: Бас тартуға қол қояды [2 hour]
`, false},
		{"a table of courses", russianTables, table{"Таблица 3. Варианты использования. Альтернативный процесс", [][]string{
			{"Группа 1 СФЕ Инспектор ЦОН", "Группа 2 СФЕ Канцелярия"},
			{"№ 1 Прием документов", "№ 2 Регистрация документов"},
			{"№ 4 Выдача отказа", ""},
			{"", "№ 3 Подготовка мотивированного отказа"},
		}}, `interaction 2 Альтернативный процесс
  1 Инспектор ЦОН: Прием документов
  2 Канцелярия: Регистрация документов
  3 Канцелярия: Подготовка мотивированного отказа
  4 Инспектор ЦОН: Выдача отказа
`, false},
	}
	for _, c := range cases {
		d := c.act
		d.tables = []table{c.table}
		forms := map[string]string{"page.html": d.page(), "word.docx": d.word(t), "pipes.md": d.pipes(), "tagged.md": d.tagged()}
		if len(c.table.rows[0]) > 1 { // borders do not tell how many columns a cell covers
			forms["borders.txt"] = d.borders()
			forms["dashes.txt"] = d.dashes()
		}
		if c.plain {
			forms["plain.txt"], forms["rows.txt"] = d.plain(), d.rows()
		}
		for name, file := range forms {
			t.Run(c.name+" in "+name, func(t *testing.T) {
				r, err := parse.Bytes(name, []byte(file))
				if err != nil {
					t.Fatal(err)
				}
				if got := told(r); got != c.want {
					t.Errorf("got\n%swant\n%s\n%s", got, c.want, r.Text)
				}
				proveSpans(t, r)
				for _, f := range r.Document.Findings {
					if f.Code == model.FindTextUnread || f.Code == model.FindActorMissing {
						t.Errorf("%s %q", f.Message, f.Span.Of(r.Text))
					}
				}
			})
		}
	}
}

func TestATableGoesOnInTheNext(t *testing.T) {
	rows := []table{
		{"Таблица 1. Описание действий СФЕ", [][]string{
			{"№", "Наименование действия", "Наименование СФЕ", "Сроки исполнения"},
			{"1", "Прием документов", "Канцелярия", "15 минут"},
		}},
		{"", [][]string{{"2", "Рассмотрение документов", "Руководитель", "1 час"}}},
	}
	columns := []table{
		{"Таблица 1. Описание действий СФЕ", [][]string{
			{"№ действия", "1", "2"},
			{"Наименование СФЕ", "Канцелярия", "Руководитель"},
			{"Наименование действия", "Прием документов", "Рассмотрение документов"},
		}},
		{"", [][]string{{"Сроки исполнения", "15 минут", "1 час"}}},
	}
	another := []table{rows[0], {"", [][]string{{"1", "Отдел занятости", "Абая, 1", "9 часов"}}}}
	first, second := "  1 Канцелярия: Прием документов [15 minute]\n", "  2 Руководитель: Рассмотрение документов [1 hour]\n"
	for _, c := range []struct {
		name   string
		tables []table
		want   string
	}{
		{"rows are steps", rows, "interaction 2 \n" + first + second},
		{"columns are steps", columns, "interaction 2 \n" + first + second},
		{"what does not count on is another table", another, "interaction 2 \n" + first},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := russianTables
			d.tables = c.tables
			r, err := parse.Bytes("act.html", []byte(d.page()))
			if err != nil {
				t.Fatal(err)
			}
			if got := told(r); got != c.want {
				t.Errorf("got\n%swant\n%s%s", got, c.want, r.Text)
			}
		})
	}
}

func TestTablesOfAPlainText(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][]string
		want string
	}{
		{"titles on several lines", [][]string{
			{"№ действия (хода,", "потока работ)", "1", "2"},
			{"Наименование СФЕ", "Канцелярия", "Руководитель"},
			{"Наименование действия и их описание", "Прием документов", "Рассмотрение документов"},
			{"Форма завершения", "(данные, документ,", "решение)", "Запись", "Виза"},
			{"Сроки исполнения", "15 минут", "1 час"},
			{"Номер следующего действия", "2", "-"},
		}, `interaction 2 
  1 Канцелярия: Прием документов [15 minute] = Запись > 2
  2 Руководитель: Рассмотрение документов [1 hour] = Виза
`},
		{"no results", [][]string{
			{"№ п/п", "СФЕ", "Действие", "Срок"},
			{"1", "Канцелярия", "Прием документов", "15 минут"},
			{"2", "Руководитель", "Рассмотрение документов", "1 час"},
		}, `interaction 2 
  1 Канцелярия: Прием документов [15 minute]
  2 Руководитель: Рассмотрение документов [1 hour]
`},
		{"no results in a table of lines", [][]string{
			{"№ действия (хода, потока работ)", "1", "2"},
			{"Наименование СФЕ", "Канцелярия", "Руководитель"},
			{"Наименование действия и их описание", "Прием документов", "Рассмотрение документов"},
			{"Сроки исполнения", "15 минут", "1 час"},
		}, `interaction 2 
  1 Канцелярия: Прием документов [15 minute]
  2 Руководитель: Рассмотрение документов [1 hour]
`},
		{"steps that count on at twelve", [][]string{
			{"№ действия", "12", "13"},
			{"Наименование СФЕ", "Канцелярия", "Руководитель"},
			{"Наименование действия и их описание", "Прием документов", "Рассмотрение документов"},
			{"Форма завершения", "Запись", "Виза"},
			{"Номер следующего действия", "13", "-"},
		}, `interaction 2 
  12 Канцелярия: Прием документов = Запись > 13
  13 Руководитель: Рассмотрение документов = Виза
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := russianTables
			d.tables = []table{{"Таблица 1", c.rows}}
			r, err := parse.Bytes("act.txt", []byte(d.plain()))
			if err != nil {
				t.Fatal(err)
			}
			if got := told(r); got != c.want {
				t.Errorf("got\n%swant\n%s%s", got, c.want, r.Text)
			}
		})
	}
}

// TestTheHeadOfATableTellsItsColumns: in whatever words, a row is a step.
func TestTheHeadOfATableTellsItsColumns(t *testing.T) {
	rows := map[bool][][]string{
		true:  {{"1", "Прием и регистрация заявления", "Специалист канцелярии", "15 минут", "Талон"}, {"2", "Рассмотрение заявления", "Руководитель", "1 час", "Резолюция"}},
		false: {{"1", "Өтінішті қабылдау және тіркеу", "Кеңсе маманы", "15 минут", "Талон"}, {"2", "Өтінішті қарау", "Басшы", "1 сағат", "Бұрыштама"}},
	}
	for _, c := range []struct {
		russian bool
		number  string    // title of the column of numbers
		titles  [4]string // of what is done, by whom, in what time, with what result
	}{
		{true, "№", [4]string{"Наименование действия", "Исполнитель", "Срок исполнения", "Результат"}},
		{true, "№", [4]string{"Этап", "Ответственный", "Срок", "Результат"}},
		{true, "№", [4]string{"Мероприятия", "Должностное лицо", "Время", "Форма завершения"}},
		{true, "№", [4]string{"Содержание процедуры (действия)", "Структурное подразделение (работник)", "Длительность", "Результат процедуры (действия)"}},
		{true, "№", [4]string{"Вид работ", "Ответственный работник", "Сроки", "Результаты"}},
		{false, "№", [4]string{"Іс-қимылдың мазмұны", "Орындаушы", "Мерзімі", "Нәтижесі"}},
		{false, "№", [4]string{"Рәсімнің (іс-қимылдың) мазмұны", "Құрылымдық бөлімше (қызметкер)", "Орындалу ұзақтығы", "Рәсімнің (іс-қимылдың) нәтижесі"}},
		{false, "Іс-әрекет N (барысы, жұмыс ағыны)", [4]string{"Іс-әрекеттің (үдерістің) атауы және сипаттамасы", "ҚФБ атауы", "Орындау мерзімі", "Аяқталу нысаны"}},
		{false, "Іс-әрекет № (жұмыс барысы, ағыны)", [4]string{"Іс-әрекет атауы (үдеріс, рәсім) және оны сипаттау", "ҚФБ атауы", "Орындау мерзімдері", "Аяқталу нысаны"}},
		{true, "Номер действия (хода, потока работ)", [4]string{"Наименование действия (процесса)", "Наименование СФЕ", "Срок исполнения", "Форма завершения"}},
		{false, "№", [4]string{"Кезең", "Жауапты қызметкер", "Уақыты", "Нәтиже"}},
		{false, "№", [4]string{"Іс-шаралар", "Лауазымды тұлға", "Орындау мерзімі", "Аяқталу нысаны"}},
	} {
		d := kazakhTables
		if c.russian {
			d = russianTables
		}
		d.tables = []table{{"", append([][]string{append([]string{c.number}, c.titles[:]...)}, rows[c.russian]...)}}
		r, err := parse.Bytes("act.html", []byte(d.tagged()))
		if err != nil {
			t.Fatal(err)
		}
		var got [][]string
		for _, p := range r.Document.Regulations[0].Processes {
			for _, s := range p.Steps {
				got = append(got, []string{string(s.N), s.Text, string(s.Actor), string(s.Durations[0].Text), string(s.Result)})
			}
		}
		if want := rows[c.russian]; !reflect.DeepEqual(got, want) {
			t.Errorf("%q: steps %q, want %q", c.titles, got, want)
		}
	}
}

func TestWhatCannotBeToldApartInATableIsReported(t *testing.T) {
	cases := []struct {
		name  string
		act   withTables
		table table
		want  string // of what is certain
		told  string // what the findings are about begins so
	}{
		{"a cell of what is done is lost", russianTables, table{"Таблица 1", [][]string{
			{"№ действия", "1", "2"},
			{"Наименование СФЕ", "Канцелярия", "Руководитель"},
			{"Наименование действия и их описание", "Прием документов", ""},
			{"Форма завершения", "Запись", "Виза"},
		}}, "", "Наименование действия"},
		{"a cell of who acts is lost", russianTables, table{"Таблица 1", [][]string{
			{"№ действия", "1", "2"},
			{"Наименование СФЕ", "Канцелярия", ""},
			{"Наименование действия и их описание", "Прием документов", "Рассматривает документы"},
			{"Форма завершения", "Запись", "Виза"},
			{"Номер следующего действия", "2", ""},
		}}, `interaction 2 
  1 : Прием документов = Запись > 2
  2 : Рассматривает документы = Виза
`, "Наименование СФЕ"},
		{"a row has too few cells", kazakhTables, table{"1-кесте", [][]string{
			{"№", "ҚФБ атауы", "Іс-әрекеттің атауы және сипаттамасы", "Аяқталу нысаны", "Орындалу мерзімі"},
			{"1", "Кеңсе", "Құжаттарды қабылдайды", "Қолхат", "15 минут"},
			{"2", "Басшы", "Құжаттарды қарайды", "", "1 сағат"},
			{"3", "Маман", "Анықтама береді", "Анықтама", "15 минут"},
		}}, `interaction 2 
  1 Кеңсе: Құжаттарды қабылдайды [15 minute] = Қолхат
  3 Маман: Анықтама береді [15 minute] = Анықтама
`, "2\nБасшы"},
		{"a row has too few cells, and what stands below is none of its", kazakhTables, table{"1-кесте", [][]string{
			{"№", "ҚФБ атауы", "Іс-әрекеттің атауы және сипаттамасы", "Аяқталу нысаны", "Орындалу мерзімі"},
			{"1", "Кеңсе", "Құжаттарды қабылдайды", "Қолхат", "15 минут"},
			{"2", "Басшы", "Құжаттарды қарайды", "", "1 сағат"},
			{"Ескерту: ҚФБ – құрылымдық-функционалдық бірлік"},
		}}, `interaction 2 
  1 Кеңсе: Құжаттарды қабылдайды [15 minute] = Қолхат
`, "2\nБасшы"},
		{"cells run into each other", russianTables, table{"Таблица 1", [][]string{
			{"№ действия (хода,"},
			{"потока работ)"},
			{"1234"},
			{"Наименование СФЕ"},
			{"Канцелярия Руководитель"},
			{"Наименование действия и их описание"},
			{"Прием Рассмотрение"},
			{"Форма завершения"},
		}}, "", "№ действия"},
		{"titles without borders run into each other", kazakhTables, table{"1-кесте", [][]string{
			{"Іс-әрекеттің"}, {"№"}, {"ҚФБ атауы Іс-әрекеттің"}, {"атауы"}, {"Аяқталу нысаны"}, {"Орындалу мерзімі"},
			{"1"}, {"Басшы"}, {"Құжаттарды қарайды"}, {"Қолхат"}, {"10 минут"},
		}}, "", "№"},
		{"nothing tells which column a step of a course is in", russianTables, table{"Таблица 2. Варианты использования. Основной процесс", [][]string{
			{"Группа 1 СФЕ", "Группа 2 СФЕ"},
			{"№ 1 Прием документов", ""},
			{"", "№ 2 Регистрация документов"},
			{"Форма завершения", ""},
		}}, "", "Таблица 2"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := c.act
			d.tables = []table{c.table}
			r, err := parse.Bytes("act.txt", []byte(d.plain()))
			if err != nil {
				t.Fatal(err)
			}
			if got := told(r); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
			for _, f := range r.Document.Findings {
				if f.Code == model.FindTextUnread && f.Severity == model.Warning && strings.HasPrefix(f.Span.Of(r.Text), c.told) {
					return
				}
			}
			t.Errorf("nothing reported of %q: %+v", c.told, r.Document.Findings)
		})
	}
}

func TestAWorkerInAnAnnexIsOfTheProcedureThatItsTableTells(t *testing.T) {
	head := slices.Clone(russianTables.head)
	last := len(head) - 1
	d := russianTables
	d.head = append(head[:last:last],
		`4. Описание порядка обращения в Государственную корпорацию "Правительство для граждан":`,
		`1) работник Государственной корпорации принимает документы – 15 минут;`, head[last])
	d.tables = []table{{"Таблица 1. Описание действий СФЕ", [][]string{
		{"№", "Наименование СФЕ", "Наименование действия", "Сроки исполнения"},
		{"1", "Работник", "Прием документов", "15 минут"},
		{"2", "Руководитель", "Рассмотрение документов", "1 час"},
	}}}
	r, err := parse.Bytes("act.html", []byte(d.page()))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Document.Regulations[0].Processes {
		want := map[model.ProcessKind]model.Role{model.ProcessCorporation: model.RoleCorporationWorker, model.ProcessInteraction: model.RoleSpecialist}[p.Kind]
		if got := p.Steps[0].Roles; len(got) != 1 || got[0] != want {
			t.Errorf("%s: %s is %s, want %s", p.Kind, p.Steps[0].Actor, got, want)
		}
	}
	if n := len(r.Document.Regulations[0].Processes); n != 2 {
		t.Errorf("%d procedures", n)
	}
}
