package html_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"mime/quotedprintable"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/text/encoding/charmap"

	"reglament/model"
	"reglament/parse/source/charset"
	"reglament/parse/source/html"
	"reglament/parse/source/raw"
)

var kinds = map[raw.Kind]string{raw.Body: "body", raw.Heading: "heading", raw.Stamp: "stamp", raw.Cell: "cell", raw.Note: "note"}

func lines(c raw.Content) []string {
	var list []string
	for _, p := range c.Paragraphs {
		list = append(list, kinds[p.Kind]+": "+p.Text)
	}
	return list
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func compareLines(t *testing.T, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	for i := range max(len(got), len(want)) {
		var g, w string
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Errorf("paragraph %d:\n got %s\nwant %s", i, g, w)
		}
	}
}

func TestPortalPage(t *testing.T) {
	c, err := html.Read(t.Context(), fixture(t, "portal.kk.html"))
	if err != nil {
		t.Fatal(err)
	}
	compareLines(t, lines(c), []string{
		`heading: "Анықтама беру" мемлекеттік көрсетілетін қызмет регламентін бекіту туралы`,
		"body: Үлгі облысы әкімдігінің 2016 жылғы 5 мамырдағы № 77 қаулысы. Күші жойылды - Үлгі облысы әкімдігінің 2020 жылғы 3 ақпандағы № 5 қаулысымен",
		"note: Ескерту. Күші жойылды - Үлгі облысы әкімдігінің 03.02.2020 № 5 (ресми жарияланған күнінен бастап қолданысқа енгізіледі) қаулысымен.",
		`body: "Мемлекеттік көрсетілетін қызметтер туралы" Заңының 16-бабына сәйкес, облыс әкімдігі ҚАУЛЫ ЕТЕДІ:`,
		"body: 1. Регламент бекітілсін.",
		"note: Ескерту. 1-тармаққа өзгеріс енгізілді - Үлгі облысы әкімдігінің 28.04.2017 № 4/175 қаулысымен.",
		"body: 1) алып тасталды - Үлгі облысы әкімдігінің 28.04.2017 № 4/175 қаулысымен;",
		"note: ЗҚАИ-ның ескертпесі! 2-тармаққа өзгеріс енгізу көзделген.",
		"body: Облыс әкімі",
		"body: А. Үлгібаев",
		`body: "КЕЛІСІЛДІ"`,
		"body: Министр",
		"body: 2016 жылғы 4 мамыр",
		"stamp: Үлгі облысы әкімдігінің 2016 жылғы 5 мамырдағы № 77 қаулысымен бекітілген",
		`heading: "Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті`,
		"heading: 1-тарау. Жалпы ережелер",
		"heading: 1-параграф. Негізгі ұғымдар",
		`body: 1. Қызметті "№ 1 орталық" көрсетеді.`,
		"cell: Іс-қимыл",
		"cell: Мерзімі",
		"cell: Тіркеу және жолдау",
		"body: - басталуы немесе аяқталуы;",
		"body: - рәсім.",
	})
	want := raw.Content{Encoding: "utf-8", URL: "https://adilet.zan.kz/kaz/docs/V16Z0009999", ID: "V16Z0009999", Status: model.Repealed, Language: model.Kazakh}
	c.Paragraphs = nil
	if fmt.Sprint(c) != fmt.Sprint(want) {
		t.Errorf("page = %+v, want %+v", c, want)
	}
}

func TestOldPortalPageOfLines(t *testing.T) {
	c, err := html.Read(t.Context(), fixture(t, "portal-old.ru.html"))
	if err != nil {
		t.Fatal(err)
	}
	compareLines(t, lines(c), []string{
		"heading: Об утверждении регламента",
		"body: Постановление акимата Примерной области от 1 марта 2013 года N 12.",
		"body: 1. Утвердить регламент.",
		"body: 2. Контроль возложить на заместителя акима.",
		"body: Аким области И. Пример",
		"body: Глава 1. Общие положения",
		"body: 1. Срок оказания - 30 минут.",
		"body: 2. Услуга бесплатная.",
	})
	if c.Status != model.Lapsed || c.ID != "V13Z0009996" || c.URL != "https://adilet.zan.kz/rus/docs/V13Z0009996" || c.Language != model.Russian {
		t.Errorf("status %q, id %q, url %q, language %q", c.Status, c.ID, c.URL, c.Language)
	}
	if last := c.Paragraphs[len(c.Paragraphs)-1]; last.Whole {
		t.Error("a paragraph of a <pre> is said to be whole")
	}
}

func TestTwoLanguageView(t *testing.T) {
	kazakh := []string{"heading: Регламентті бекіту туралы", "body: Үлгі облысы әкімдігінің қаулысы.", "body: 1. Бекітілсін."}
	russian := []string{"heading: Об утверждении регламента", "body: Постановление акимата Примерной области.", "body: 1. Утвердить."}
	one := string(fixture(t, "compare.html"))
	two := strings.Replace(strings.Replace(one, "<h1>Об", `</div><div class="slogan"><h1>Об`, 1), "<p>Үлгі облысы әкімдігінің қаулысы.</p>", "", 1)
	two = strings.Replace(two, "туралы</h1>", "туралы</h1><p>Үлгі облысы әкімдігінің қаулысы.</p>", 1)
	// The address says Kazakh, the page begins with Russian.
	reversed := strings.NewReplacer("Регламентті бекіту туралы", "Об утверждении регламента", "Об утверждении регламента", "Регламентті бекіту туралы",
		"Үлгі облысы әкімдігінің қаулысы", "Постановление акимата Примерной области", "Постановление акимата Примерной области", "Үлгі облысы әкімдігінің қаулысы",
		"1. Бекітілсін", "1. Утвердить", "1. Утвердить", "1. Бекітілсін").Replace(one)
	tests := []struct {
		what, page string
		names      string
		want       [][]string
	}{
		{"titles and requisites in one slogan", one, "kaz rus", [][]string{kazakh, russian}},
		{"a slogan for each language", two, "kaz rus", [][]string{kazakh, russian}},
		{"the language of the address second", reversed, "rus kaz", [][]string{russian, kazakh}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			pages := html.Split(t.Context(), []byte(tt.page))
			var names []string
			for i, p := range pages {
				names = append(names, p.Name)
				c, err := html.Read(t.Context(), p.Data)
				if err != nil {
					t.Fatal(err)
				}
				compareLines(t, lines(c), tt.want[i])
				language := map[string]model.Language{"kaz": model.Kazakh, "rus": model.Russian}[p.Name]
				if c.Language != language || c.Status != "" || c.ID != "V16Z0009999" || c.URL != model.Text("https://adilet.zan.kz/"+p.Name+"/docs/V16Z0009999") || len(c.Findings) != 0 {
					t.Errorf("language %q, status %q, id %q, url %q, findings %v", c.Language, c.Status, c.ID, c.URL, c.Findings)
				}
			}
			if strings.Join(names, " ") != tt.names {
				t.Errorf("pages %v", names)
			}
			first, err := html.Read(t.Context(), []byte(tt.page))
			if err != nil || len(first.Findings) != 1 || first.Findings[0].Code != model.FindAnotherAct {
				t.Fatalf("findings = %v, err = %v", first.Findings, err)
			}
			compareLines(t, lines(first), tt.want[0])
		})
	}
	for _, name := range []string{"portal.kk.html", "other-site.html"} {
		if pages := html.Split(t.Context(), fixture(t, name)); pages != nil {
			t.Errorf("%s is parted: %d pages", name, len(pages))
		}
	}
}

// A reader shows the title of a page above the root of its text.
func TestATitleOutsideTheTextOfAnotherSite(t *testing.T) {
	tests := []struct {
		what, title, above string
		want               []string
	}{
		{"the title of the page", "Об утверждении регламента - Әкімдік", "<h1>Об утверждении  регламента</h1>", []string{"heading: Об утверждении регламента", "body: 1. Пункт первый вводится в действие по истечении десяти календарных дней."}},
		{"the name of the site", "Акимат области", "<h1>Акимат области</h1>", []string{"body: 1. Пункт первый вводится в действие по истечении десяти календарных дней."}},
		{"another title", "Об отмене решения", "<h1>Об утверждении регламента</h1>", []string{"body: 1. Пункт первый вводится в действие по истечении десяти календарных дней."}},
		{"two titles", "Об утверждении регламента", "<h1>Об утверждении регламента</h1><h1>Новости</h1>", []string{"body: 1. Пункт первый вводится в действие по истечении десяти календарных дней."}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			c, err := html.Read(t.Context(), []byte("<!DOCTYPE html><html><head><title>"+tt.title+"</title></head><body><div>"+tt.above+"</div><div class=content><p>1. Пункт первый вводится в действие по истечении десяти календарных дней.</p></div></body></html>"))
			if err != nil {
				t.Fatal(err)
			}
			compareLines(t, lines(c), tt.want)
		})
	}
}

func TestNumbersThatABrowserDraws(t *testing.T) {
	tests := map[string][]string{
		"<ol><li>Утвердить:<ol><li>первый;<li>второй.</ol><li><p>Контроль.</p><p>Срок.</p></ol>":               {"1. Утвердить:", "1) первый;", "2) второй.", "2. Контроль.", "Срок."},
		"<p>Акимат ПОСТАНОВЛЯЕТ:</p><ol><li>Утвердить:</ol><ol><li>первый.</ol><ol start=2><li>Контроль.</ol>": {"Акимат ПОСТАНОВЛЯЕТ:", "1. Утвердить:", "1) первый.", "2. Контроль."},
		`<ol start="3"><li>Три.<li value="7">Семь.<li>Восемь.</ol>`:                                            {"3. Три.", "7. Семь.", "8. Восемь."},
		"<ol><li><h3>1. Общие положения</h3></ol>":                                                             {"1. Общие положения"},
		`<ol type="a"><li>первый;<li>второй.</ol><ul><li>без номера</ul>`:                                      {"a) первый;", "b) второй.", "без номера"},
	}
	for page, want := range tests {
		c, err := html.Read(t.Context(), []byte("<!DOCTYPE html><html><body>"+page+"</body></html>"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range c.Paragraphs {
			got = append(got, p.Text)
		}
		compareLines(t, got, want)
	}
}

func TestSavedInOneFile(t *testing.T) {
	const address = "https://adilet.zan.kz/rus/docs/V18L0009999"
	page := "<!DOCTYPE html><html><head></head><body><div class=\"slogan\"><h1>Об утверждении</h1></div><article><p>1. Утвердить = регламент.</p></article></body></html>"
	want := []string{"heading: Об утверждении", "body: 1. Утвердить = регламент."}
	part := func(head, body string) string {
		return "--x\r\nContent-Type: text/css\r\n\r\np {}\r\n--x\r\nContent-Location: " + address + "\r\n" + head + "\r\n\r\n" + body + "\r\n--x--\r\n"
	}
	const head = "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=D0=9E?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n"
	var quoted bytes.Buffer
	q := quotedprintable.NewWriter(&quoted)
	q.Write([]byte(page))
	q.Close()
	packed := base64.StdEncoding.EncodeToString([]byte(page))
	cyrillic, err := charmap.Windows1251.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]string{
		"quoted-printable":       head + part("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", quoted.String()),
		"base64":                 head + part("Content-Type: text/html\r\nContent-Transfer-Encoding: base64", packed),
		"a mail of many servers": strings.Repeat("Received: from a.example.kz by b.example.kz; 1 Mar 2018\r\n", 90) + "Content-Location: " + address + "\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page,
		"a mail with a letter":   "Subject: act\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n" + part("Content-Type: text/html; charset=utf-8", page),
		"another charset":        head + part("Content-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: 8bit", cyrillic),
		"alternatives":           head + "--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain\r\n\r\nно не это\r\n--y\r\nContent-Location: " + address + "\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--y--\r\n--x--\r\n",
	}
	for what, file := range tests {
		t.Run(what, func(t *testing.T) {
			c, err := html.Read(t.Context(), []byte(file))
			if err != nil {
				t.Fatal(err)
			}
			compareLines(t, lines(c), want)
			if c.URL != address || c.ID != "V18L0009999" || c.Language != model.Russian {
				t.Errorf("url %q, id %q, language %q", c.URL, c.ID, c.Language)
			}
		})
	}
	for what, file := range map[string]string{
		"a sign that is no figure":   strings.Replace(tests["quoted-printable"], "=B6", "=Bж", 1), // "утверждении"
		"a raw byte":                 strings.Replace(tests["quoted-printable"], "=3D", "=", 1),
		"a sign that is none of it":  strings.Replace(tests["base64"], packed, packed[:40]+"*"+packed[41:], 1), // "</head>"
		"a blank where a line ended": strings.Replace(tests["quoted-printable"], "=\r\n", "= \r\n", 1),
	} {
		c, err := html.Read(t.Context(), []byte(file))
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		told := slices.ContainsFunc(c.Findings, func(f model.Finding) bool { return f.Code == model.FindEncoding })
		if got := lines(c); len(got) != len(want) || !strings.HasPrefix(got[1], "body: 1. Утв") || told != (what != "a blank where a line ended") {
			t.Errorf("%s: %q, %v", what, got, c.Findings)
		}
	}
	for what, file := range map[string]string{
		"cut before the page":            tests["base64"][:300],
		"cut in the page":                tests["base64"][:500],
		"the page is missing":            head + "--x\r\nContent-Type: text/css\r\n\r\np {}\r\n--x--\r\n",
		"a head that is none, then text": "MIME-Version: 1.0 multipart/related",
	} {
		if c, err := html.Read(t.Context(), []byte(file)); err == nil {
			t.Errorf("%s: %q", what, lines(c))
		}
	}
}

func TestPageOfAnotherSite(t *testing.T) {
	c, err := html.Read(t.Context(), fixture(t, "other-site.html"))
	if err != nil {
		t.Fatal(err)
	}
	compareLines(t, lines(c), []string{
		"heading: Регламент государственной услуги",
		"body: 1) первый шаг;",
		"body: 2) второй шаг.",
		"heading: Глава 2",
		"heading: 3. Результат",
		"body: Справка.",
	})
	if len(c.Findings) != 1 || c.URL != "https://example.kz/acts/12?page=1" || c.ID != "" || c.Language != model.Russian {
		t.Errorf("findings %v, url %q, id %q, language %q", c.Findings, c.URL, c.ID, c.Language)
	}
}

func TestACellStandsPastThoseThatReachDownToItsRow(t *testing.T) {
	c, err := html.Read(t.Context(), []byte(`<!DOCTYPE html><html><body><article><p>1. Пункт</p><table>
<tr><td rowspan="2">Канцелярия</td><td colspan="2">Прием</td><td>15 минут</td></tr>
<tr><td>Проверка</td><td></td><td><p>30</p><p>минут</p></td></tr>
<tr><td>Отдел</td></tr></table><p>2. Пункт</p></article></body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range c.Paragraphs {
		got = append(got, fmt.Sprintf("%d.%d.%d %s", p.Place.Table, p.Place.Row, p.Place.Column, p.Text))
	}
	compareLines(t, got, []string{"0.0.0 1. Пункт", "1.1.1 Канцелярия", "1.1.2 Прием", "1.1.4 15 минут", "1.2.2 Проверка", "1.2.4 30", "1.2.4 минут", "1.3.1 Отдел", "0.0.0 2. Пункт"})
}

func TestLinesOfACellThatAreATableStandInTheCell(t *testing.T) {
	c, err := html.Read(t.Context(), []byte(`<!DOCTYPE html><html><body><article><table>
<tr><td>Канцелярия</td><td><table><tr><td>Прием</td></tr><tr><td>Регистрация</td></tr></table></td><td>15 минут</td></tr>
<tr><td>Отдел</td><td>Проверка</td><td>1 час</td></tr></table></article></body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range c.Paragraphs {
		got = append(got, fmt.Sprintf("%d.%d.%d %s", p.Place.Table, p.Place.Row, p.Place.Column, p.Text))
	}
	compareLines(t, got, []string{"1.1.1 Канцелярия", "1.1.2 Прием", "1.1.2 Регистрация", "1.1.3 15 минут", "1.2.1 Отдел", "1.2.2 Проверка", "1.2.3 1 час"})
}

func TestWhatReadersDoNotSeeIsLeftOut(t *testing.T) {
	c, err := html.Read(t.Context(), []byte(`<!DOCTYPE html><html><body><article><p style="DISPLAY: none">0. Шаблон</p>
<p style="border:none">1. Прием<span style="color:red; display: none">скопировано</span> документов</p></article></body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	compareLines(t, lines(c), []string{"body: 1. Прием документов"})
}

func TestStatusBadge(t *testing.T) {
	tests := []struct {
		badge  string
		status model.Status
		doubts int
	}{
		{``, "", 0},
		{`<span class="status status_new">Новый</span>`, model.InForce, 0},
		{`<span class="status status_upd">Жаңартылған</span>`, model.InForce, 0},
		{`<span class="status status_err">Исправление ошибки</span>`, model.InForce, 0},
		{`<span class="status status_err">Қате түзетілді</span>`, model.InForce, 0},
		{`<span class="status status_yts">Утративший силу</span>`, model.Repealed, 0},
		{`<span class="status status_stp">Мерзімі біткен</span>`, model.Lapsed, 0},
		{`<span class="status status_new">Күшін жойған</span>`, model.UnknownStatus, 1},
		{`<span class="status status_arc">Архив</span>`, model.UnknownStatus, 1},
		{`<span class="status status_upd">Updated</span><span class="status">Unofficial translation</span>`, model.InForce, 0},
	}
	for _, tt := range tests {
		page := `<!DOCTYPE html><div class="slogan"><h1>О регламенте</h1>` + tt.badge + `</div><article><p>1. Текст.</p></article>`
		c, err := html.Read(t.Context(), []byte(page))
		if err != nil {
			t.Fatal(err)
		}
		if c.Status != tt.status || len(c.Findings) != tt.doubts {
			t.Errorf("%s: status %q, findings %v", tt.badge, c.Status, c.Findings)
		}
	}
}

func TestPagesInOldEncodings(t *testing.T) {
	head := "<!DOCTYPE html><!--" + strings.Repeat(" ", 2000) + `--><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>`
	c, err := html.Read(t.Context(), []byte(head+"\xd3\xf1\xeb\xf3\xe3\xe0 \xee\xea\xe0\xe7\xfb\xe2\xe0\xe5\xf2\xf1\xff &#1186; \xe1\xe5\xf1\xef\xeb\xe0\xf2\xed\xee.</p>"))
	if err != nil {
		t.Fatal(err)
	}
	compareLines(t, lines(c), []string{"body: Услуга оказывается Ң бесплатно."})
	if c.Encoding != "windows-1251" {
		t.Errorf("encoding = %s", c.Encoding)
	}
}

func TestPagesThatAreNone(t *testing.T) {
	tests := []struct {
		what string
		data string
		err  error
		says string
	}{
		{"the shell of a site drawn by scripts", `<!DOCTYPE html><html><body><noscript>Enable JavaScript</noscript><div id="root"></div><script src="/a.js"></script></body></html>`, html.ErrNoText, ""},
		{"an empty file", "", html.ErrNoText, ""},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00", charset.ErrBinary, ""},
		{"elements nested without end", strings.Repeat("<div>", 600) + "текст", nil, "512"},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			c, err := html.Read(t.Context(), []byte(tt.data))
			if err == nil {
				t.Fatalf("no error, but %v", lines(c))
			}
			if tt.err != nil && !errors.Is(err, tt.err) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("err = %v", err)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"portal.kk.html", "portal-old.ru.html", "compare.html", "other-site.html"} {
		f.Add(fixture(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, p := range append(html.Split(t.Context(), data), html.Page{Data: data}) {
			c, err := html.Read(t.Context(), p.Data)
			if err != nil {
				continue
			}
			if len(c.Paragraphs) == 0 {
				t.Error("no paragraphs and no error")
			}
			for _, p := range c.Paragraphs {
				if strings.Join(strings.Fields(p.Text), " ") != p.Text || p.Text == "" || !utf8.ValidString(p.Text) {
					t.Errorf("paragraph %q", p.Text)
				}
			}
		}
	})
}

// page is about as long as a page of the portal with five regulations.
func page(b *testing.B) []byte {
	body, _, _ := strings.Cut(string(fixture(b, "portal.kk.html")), "</article>")
	head, paragraphs, _ := strings.Cut(body, "<article>")
	return []byte(head + "<article>" + strings.Repeat(paragraphs, 60) + "</article></html>")
}

func BenchmarkRead(b *testing.B) {
	data := page(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := html.Read(b.Context(), data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParse is the part of BenchmarkRead that the library takes.
func BenchmarkParse(b *testing.B) {
	text := string(page(b))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := goquery.NewDocumentFromReader(strings.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}

func TestARaisedFigureIsNotOfTheNumberBeforeIt(t *testing.T) {
	c, err := html.Read(t.Context(), []byte(`<!DOCTYPE html><html><body><article><p>Заңның 9<sup>1</sup>-тармағы, 30 м<sup>2</sup></p></article></body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	compareLines(t, lines(c), []string{"body: Заңның 9¹-тармағы, 30 м2"})
}
