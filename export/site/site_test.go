package site

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"reglament/compare"
	"reglament/corpus"
	"reglament/corpus/sqlite"
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse"
	"reglament/testdata"
)

// read reads an act in this process.
func read(name string, raw []byte) (*model.Document, string, error) {
	r, err := parse.Bytes(name, raw)
	if err != nil {
		return nil, "", err
	}
	return r.Document, r.Text, nil
}

// store keeps documents in a new corpus.
func store(t testing.TB, files map[string][]byte) corpus.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "site.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for name, raw := range files {
		d, canonical, err := read(name, raw)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		record, err := corpus.Prepare(corpus.Read{Document: d, Canonical: canonical, Raw: raw})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Put(t.Context(), record); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// sample is the built-in sample.
func sample() map[string][]byte { return maps.Collect(testdata.Acts()) }

func serve(t testing.TB, o Options) *Site {
	t.Helper()
	s, err := New(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// ask sends a request; header is name, value, name, value.
func ask(s *Site, method, target string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w
}

const (
	kostanay = "KZ-39~2016-03-10~91"
	sideA    = "KZ-39/2016-03-10/91#1"
	sideB    = "KZ-55/2016-05-05/118/3#1"
	sideC    = "KZ-35/2017-08-03/53/02#1"
)

func comparison(sides ...string) string { return "/compare?" + url.Values{"side": sides}.Encode() }

// pages are the addresses of every page, with words of the page in each language.
var pages = []struct{ name, address, kk, ru, en string }{
	{"corpus", "/", "Актілер корпусы", "Корпус актов", "Corpus of acts"},
	{"corpus of a region", "/?region=KZ-39", "Қостанай облысы", "Костанайская область", "Kostanay Region"},
	{"corpus without a match", "/?year=1999", "Мұндай шарттарға сай акт жоқ", "Нет актов, отвечающих", "No act meets"},
	{"act", "/act/" + kostanay, "Деректемелері", "Реквизиты", "Requisites"},
	{"regulation", "/act/" + kostanay + "/regulation/1", "Рәсімдер", "Процедуры", "Procedures"},
	{"life", "/act/" + kostanay + "/life", "Қабылданды", "Принят", "Adopted"},
	{"life whose days are counted", "/act/" + kostanay + "/life", "жарияланған күнінен (22.04.2016) есептелді", "отсчитано от дня опубликования (22.04.2016)", "counted from the publication on 2016-04-22"},
	{"life whose days are not known", "/act/KZ-35~2017-08-03~53~02/life", "корпустың ешбір мәтіні жарияланған күнін айтпайды", "ни один текст корпуса не называет дня опубликования", "no text of the corpus tells the day of publication"},
	{"results apart from the steps", "/act/" + kostanay + "/regulation/1", "Рәсімдердің нәтижелері", "Результаты процедур", "Results of the procedures"},
	{"regulation of a later wording", "/act/" + kostanay + "/regulation/1", "Жаңа редакцияда", "В редакции", "As set out by"},
	{"audit of an act", "/act/" + kostanay + "/audit", "Актінің ішкі қайшылықтары", "Противоречия внутри акта", "Contradictions inside an act"},
	{"audit", "/audit", "Регламенттерді тексеру", "Проверка регламентов", "Audit of regulations"},
	{"relations", "/graph", "Актілердің байланыстары", "Связи актов", "Relations between acts"},
	{"choice of sides", "/compare", "Салыстыратын тараптарды", "Выберите стороны", "Pick the sides"},
	{"two sides", comparison(sideA, sideB), "Айырмашылықтар", "Различия", "Differences"},
	{"two acts", comparison("KZ-39/2016-03-10/91", "KZ-55/2016-05-05/118/3"), "Ортақ қызметтер", "Общие услуги", "Shared services"},
	{"three sides", comparison(sideA, sideB, sideC), "Матрица", "Матрица", "Matrix"},
	{"two languages", comparison(sideA, sideC), "мәтіндер әртүрлі тілде", "тексты на разных языках", "the texts are in different languages"},
	{"search", "/search", "Қазақша және орысша сөздер", "Слова на казахском", "Kazakh and Russian words"},
	{"search with hits", "/search?q=" + url.QueryEscape("анықтама беру"), "нәтиже", "результат", "result"},
	{"search without hits", "/search?q=xyzzy", "ештеңе табылмады", "ничего не найдено", "Nothing was found"},
	{"import", "/import", "Файлдарды импорттау", "Импорт файлов", "Import files"},
}

func TestEveryPageInEveryLanguage(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample()), Read: read})
	for _, p := range pages {
		for lang, want := range map[string]string{"kk": p.kk, "ru": p.ru, "en": p.en} {
			t.Run(p.name+" "+lang, func(t *testing.T) {
				w := ask(s, "GET", p.address, "Accept-Language", lang)
				body := w.Body.String()
				if w.Code != http.StatusOK || !strings.Contains(body, want) {
					t.Fatalf("%s answers %d without %q", p.address, w.Code, want)
				}
				if !strings.Contains(body, `<html lang="`+lang+`">`) || w.Header().Get("Content-Language") != lang {
					t.Errorf("the page does not say that it is in %s", lang)
				}
				for _, marker := range []string{"ZgotmplZ", "%!", "<no value>"} {
					if strings.Contains(body, marker) {
						t.Errorf("the page has %q: a template or a phrase is wrong", marker)
					}
				}
				checkMarkup(t, body)
			})
		}
	}
}

// checkMarkup finds what the policy would block, identifiers that are there twice, and
// phrases that have no text.
func checkMarkup(t *testing.T, body string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for n := range root.Descendants() {
		if n.Type == html.TextNode && bareKey.MatchString(strings.TrimSpace(n.Data)) && phrase.Known(strings.TrimSpace(n.Data)) {
			t.Errorf("the phrase %q is shown by its key", n.Data)
		}
		if n.Type == html.ElementNode && (n.Data == "style" || n.Data == "script" && n.FirstChild != nil) {
			t.Errorf("<%s> stands in the page: the policy blocks it", n.Data)
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("<%s %s=%q>: the policy blocks it", n.Data, a.Key, a.Val)
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("the id %q is there twice", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case (a.Key == "src" || a.Key == "href") && strings.Contains(a.Val, "//"):
				t.Errorf("<%s %s=%q> leads to another site", n.Data, a.Key, a.Val)
			}
		}
	}
}

var bareKey = regexp.MustCompile(`^[a-z_]+\.[a-z_.]+$`)

func TestLinksLeadSomewhere(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample()), Read: read})
	seen := map[string]bool{}
	queue := []string{"/"}
	for len(queue) > 0 && len(seen) < 600 {
		at := queue[0]
		queue = queue[1:]
		w := ask(s, "GET", at)
		if w.Code != http.StatusOK {
			// An act that is only mentioned has a life, and no text.
			t.Errorf("%s answers %d", at, w.Code)
			continue
		}
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		root, err := html.Parse(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				if to, _, _ := strings.Cut(a.Val, "#"); (a.Key == "href" || a.Key == "src") && strings.HasPrefix(to, "/") && !seen[to] {
					seen[to] = true
					queue = append(queue, to)
				}
			}
		}
	}
	if len(seen) < 50 {
		t.Errorf("only %d addresses were found", len(seen))
	}
}

func TestEveryAnchorOfARegulationIsInTheText(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	regulation := ask(s, "GET", "/act/"+kostanay+"/regulation/1").Body.String()
	text := ask(s, "GET", "/act/"+kostanay).Body.String()
	anchors := regexp.MustCompile(`href="/act/[^"#]*(#span-\d+-\d+)"`).FindAllStringSubmatch(regulation, -1)
	if len(anchors) < 20 {
		t.Fatalf("the regulation has %d links to its text", len(anchors))
	}
	for _, a := range anchors {
		if !strings.Contains(text, `id="`+a[1][1:]+`"`) {
			t.Errorf("%s leads nowhere", a[1])
		}
	}
}

func TestEveryStepOfAComparisonLeadsToItsSentence(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	body := ask(s, "GET", comparison(sideA, sideB), "Accept-Language", "ru").Body.String()
	if !strings.Contains(body, `title="пункт 5, шаг 2"`) || strings.Contains(body, `title="point`) {
		t.Error("places are not named in the language of the page")
	}
	_, body, _ = strings.Cut(body, `class="pairs"`)
	steps, links := strings.Count(body, `<div class="step">`), strings.Count(body, `<a class="source" data-side=`)
	if steps < 10 || links != steps {
		t.Errorf("%d links from %d steps", links, steps)
	}
}

// A dump of a PDF and the PDF itself may be two texts of one day.
func TestTextsOfOneDayAreToldApartByTheirFiles(t *testing.T) {
	raw := string(testdata.Act("1-kostanay-2016-91.kk.txt"))
	s := serve(t, Options{Store: store(t, map[string][]byte{
		"one.txt": []byte(raw), "other.txt": []byte(strings.ReplaceAll(raw, "15 минут", "16 минут")),
	})})
	body := ask(s, "GET", "/act/"+kostanay).Body.String()
	for _, name := range []string{" · one.txt</a>", " · other.txt</a>"} {
		if !strings.Contains(body, name) {
			t.Errorf("no choice is named%s", name)
		}
	}
}

// A text of a day is put together of those of the corpus: its places are in none of them.
func TestATextOfADayIsNamedAndQuotedAsOne(t *testing.T) {
	all := sample()
	delete(all, "1-kostanay-2016-91.kk.txt") // the text of June 2016 is that of 2017 without what was changed since
	s := serve(t, Options{Store: store(t, all)})
	const day, act = "@2016-06-01", "KZ-39/2016-03-10/91"
	for _, c := range []struct {
		name, address string
		says, not     []string
	}{
		{"a regulation", comparison(act+"#2"+day, act+"#2"),
			[]string{"№\u00a091\u00a0· 10.03.2016, текст на 01.06.2016", "не внесено: «Оралман мәртебесін беру»: пункт 2: изменено актом KZ-39/2017-05-18/214 позже 01.06.2016",
				`<a class="source" data-side="a"`, `<a class="source" data-side="b"`}, nil},
		{"whole acts", comparison(act+day, "KZ-55/2016-05-05/118/3"), []string{"текст на 01.06.2016", "изменено актом KZ-39/2017-05-18/214"}, nil},
		{"three sides", comparison(act+"#2"+day, "KZ-55/2016-05-05/118/3", "KZ-35/2017-08-03/53/02"),
			[]string{"текст на 01.06.2016", "изменено актом KZ-39/2017-05-18/214"}, []string{`href="/act/KZ-39~2016-03-10~91#span`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			body := html.UnescapeString(ask(s, "GET", c.address, "Accept-Language", "ru").Body.String())
			for _, want := range c.says {
				if !strings.Contains(body, want) {
					t.Errorf("it does not say %q", want)
				}
			}
			for _, link := range regexp.MustCompile(`data-side="(.)" data-span="[^"]*" href="([^"]*)"`).FindAllStringSubmatch(body, -1) {
				if together := link[1] == "a"; together != (link[2] == "#texts") {
					t.Errorf("a place in %s leads to %s", link[1], link[2])
				}
			}
			for _, not := range c.not {
				if strings.Contains(body, not) {
					t.Errorf("it says %q", not)
				}
			}
		})
	}
}

func TestWhatASideHasNotIsToldInTheLanguageOfThePage(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	w := ask(s, "GET", comparison("KZ-39/2016-03-10/91#9", sideB), "Accept-Language", "ru")
	if w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "KZ-39/2016-03-10/91 (kk): есть 2 регламента, регламента 9 нет") {
		t.Errorf("%d, %s", w.Code, w.Body)
	}
}

func TestServicesOfActsOfADayAreComparedOfThatDay(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	body := html.UnescapeString(ask(s, "GET", comparison("KZ-39/2016-03-10/91@2016-06-01", "KZ-39/2016-03-10/91")).Body.String())
	if want := comparison("KZ-39/2016-03-10/91#1@2016-06-01", "KZ-39/2016-03-10/91#1"); !strings.Contains(body, `href="`+want+`"`) {
		t.Errorf("no link leads to %s", want)
	}
}

func TestTheChoiceOfSidesTellsOfOlderActs(t *testing.T) {
	acts := map[string][]byte{}
	whole := string(testdata.Act("1-kostanay-2016-91.kk.txt"))
	for n := range mostSides + 2 {
		acts[strconv.Itoa(n)] = []byte(strings.ReplaceAll(whole, "№ 91", "№ 9"+strconv.Itoa(n)))
	}
	s := serve(t, Options{Store: store(t, acts)})
	if body := ask(s, "GET", "/compare", "Accept-Language", "en").Body.String(); strings.Count(body, "and 2 more, adopted earlier") != 2 {
		t.Error("of its two services, the acts that are not offered are not told of")
	}
}

func TestTablesNameTheVariantOfAProcedure(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	const rural = "ауылдық округ әкіміне жүгінген кезде"
	for _, address := range []string{"/act/KZ-55~2016-05-05~118~3/regulation/1?format=csv", comparison(sideA, sideB) + "&format=csv"} {
		if body := ask(s, "GET", address, "Accept-Language", "ru").Body.String(); !strings.Contains(body, "Содержание процедур · "+rural) {
			t.Errorf("%s does not tell %q apart", address, rural)
		}
	}
}

func TestRemarksOfAMatrixCallActsAsItsColumnsDo(t *testing.T) {
	all := sample()
	delete(all, "3-kostanay-2016-91-amended.kk.md")
	for name, service := range map[string]string{ // the later is the earlier renamed
		"1-kostanay-2016-91.kk.txt":    "Жұмыссыз азаматтарды тіркеу және есепке қою",
		"4-pavlodar-2016-118-3.kk.txt": "Жұмыссыздар ретінде жұмыс іздеп жүрген адамдарды тіркеу",
	} {
		all[name] = bytes.ReplaceAll(all[name], []byte("Жұмыссыз азаматтарға анықтама беру"), []byte(service))
	}
	s := serve(t, Options{Store: store(t, all)})
	body := ask(s, "GET", comparison("KZ-39/2016-03-10/91", "KZ-55/2016-05-05/118/3", "KZ-35/2017-08-03/53/02"), "Accept-Language", "ru").Body.String()
	remarks := regexp.MustCompile(`<p class="remark warning">([^<]*)`).FindAllStringSubmatch(body, -1)
	if len(remarks) == 0 {
		t.Fatal("the matrix has no remark")
	}
	for _, r := range remarks {
		if !strings.HasPrefix(r[1], "Павлодарская область") {
			t.Errorf("the remark says %q", r[1])
		}
	}
}

// hostile are words of an act that would be markup if they were not shown as text.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `'-alert(1)-'`, `</textarea><script>alert(1)</script>`,
	`<svg onload=alert(1)>`, `{{.T "title"}}`, `javascript:alert(1)`, `</title><script>alert(1)</script>`, `--><b>`,
}

func TestATextCannotInjectMarkup(t *testing.T) {
	raw := string(testdata.Act("1-kostanay-2016-91.kk.txt"))
	for i, words := range hostile {
		t.Run(words, func(t *testing.T) {
			// The words stand in every paragraph: in names, steps, actors, notes and numbers.
			text := strings.ReplaceAll(raw, "\n", " "+words+"\n")
			text = strings.ReplaceAll(text, "Жұмыссыз азаматтарға", "Жұмыссыз "+words+" азаматтарға")
			text = strings.ReplaceAll(text, "маманы", "маманы "+words)
			st := store(t, map[string][]byte{fmt.Sprintf(`<b onclick=x>%d"'.txt`, i): []byte(text)})
			s := serve(t, Options{Store: st, Read: read})
			acts, err := st.Acts(t.Context(), corpus.Filter{})
			if err != nil || len(acts) != 1 {
				t.Fatalf("%d acts, %v", len(acts), err)
			}
			at := "/act/" + url.PathEscape(slug(acts[0].Key))
			for _, address := range []string{"/", at, at + "/regulation/1", at + "/life", at + "/audit", "/audit", "/graph", "/compare",
				"/search?q=" + url.QueryEscape("жұмыссыз"), "/search?q=" + url.QueryEscape(words), "/?service=" + url.QueryEscape(words),
				comparison(words, words+"2"), comparison(acts[0].Key+"#1", acts[0].Key+"#2")} {
				w := ask(s, "GET", address)
				if w.Code == http.StatusInternalServerError {
					t.Errorf("%s answers %d", address, w.Code)
				}
				root, err := html.Parse(w.Body)
				if err != nil {
					t.Fatal(err)
				}
				for n := range root.Descendants() {
					if n.Type == html.ElementNode && (n.Data == "script" && n.FirstChild != nil || n.Data == "b") {
						t.Errorf("%s: <%s> of the text is markup", address, n.Data)
					}
					for _, a := range n.Attr {
						if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Val, "javascript:") && a.Key == "href" || n.Data == "img" && a.Val == "x" {
							t.Errorf("%s: <%s %s=%q> is of the text", address, n.Data, a.Key, a.Val)
						}
					}
				}
			}
		})
	}
}

func TestAnActWithoutATitleIsNamedByItsService(t *testing.T) {
	_, body, _ := strings.Cut(string(testdata.Act("1-kostanay-2016-91.kk.txt")), "\n")
	st := store(t, map[string][]byte{"a.txt": []byte(body)})
	s := serve(t, Options{Store: st})
	acts, err := st.Acts(t.Context(), corpus.Filter{})
	if err != nil || len(acts) != 1 || acts[0].Title != "" {
		t.Fatalf("%+v, %v", acts, err)
	}
	at := "/act/" + slug(acts[0].Key)
	for _, address := range []string{"/", at, at + "/life", "/audit", "/search?q=" + url.QueryEscape("қаулы")} {
		if body := html.UnescapeString(ask(s, "GET", address, "Accept-Language", "ru").Body.String()); !strings.Contains(body, acts[0].Name(phrase.Russian)) {
			t.Errorf("%s does not name %q", address, acts[0].Name(phrase.Russian))
		}
	}
}

func TestDownloadsAreWhatAPageShows(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	for _, p := range pages {
		if p.name == "choice of sides" || p.name == "search" || p.name == "search without hits" || p.name == "import" {
			continue
		}
		for format, kind := range map[string]string{"csv": "text/csv", "xlsx": "application/vnd.openxmlformats", "json": "application/json"} {
			t.Run(p.name+" "+format, func(t *testing.T) {
				if p.name == "audit" && format == "json" {
					t.Skip("the overview is a table only")
				}
				join := "?"
				if strings.Contains(p.address, "?") {
					join = "&"
				}
				w := ask(s, "GET", p.address+join+"format="+format, "Accept-Language", "ru")
				if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), kind) ||
					!strings.Contains(w.Header().Get("Content-Disposition"), "."+format) {
					t.Fatalf("answers %d, %s, %s", w.Code, w.Header().Get("Content-Type"), w.Header().Get("Content-Disposition"))
				}
				switch format {
				case "json":
					if !json.Valid(w.Body.Bytes()) {
						t.Error("no JSON")
					}
				case "xlsx":
					if _, err := excelize.OpenReader(w.Body); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
}

func TestAWorkbookHoldsTheFilteredDifferences(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	w := ask(s, "GET", comparison(sideA, sideB)+"&kind=duration_changed&severity=substance&format=xlsx", "Accept-Language", "ru")
	book, err := excelize.OpenReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows[1:] {
		if row[0] != "Другой срок" || row[3] == row[4] {
			t.Errorf("a row is %q", row)
		}
		if place := regexp.MustCompile(`^пункт \d+, (?:шаг \d+|\d+-(?:процес+|шарт))$`); !place.MatchString(row[6]) || !place.MatchString(row[7]) {
			t.Errorf("the places are %q and %q", row[6], row[7])
		}
	}
}

func TestTheWorkflowOfARegulationIsBPMN(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	page := ask(s, "GET", "/act/"+kostanay+"/regulation/1").Body.String()
	m := regexp.MustCompile(`data-diagram="([^"]+)"`).FindStringSubmatch(page)
	if m == nil {
		t.Fatal("the page has no diagram")
	}
	w := ask(s, "GET", m[1])
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "<bpmn:definitions") && !strings.Contains(w.Body.String(), "definitions xmlns") {
		t.Errorf("%s answers %d: %.80s", m[1], w.Code, w.Body)
	}
}

func TestHeadersKeepStrangersOut(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	for _, address := range []string{"/", "/nosuch", "/assets/site.css", "/graph.svg"} {
		h := ask(s, "GET", address).Header()
		csp := h.Get("Content-Security-Policy")
		if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") || strings.Contains(csp, "http") {
			t.Errorf("%s: the policy is %q", address, csp)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: browsers may guess what it is", address)
		}
	}
}

func TestFilesOfTheServerAreNoSides(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	file := filepath.Join(t.TempDir(), "act.txt")
	if err := os.WriteFile(file, testdata.Act("1-kostanay-2016-91.kk.txt"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, side := range []string{file, "-", "/etc/passwd", "../../etc/passwd", "site.go"} {
		if w := ask(s, "GET", comparison(side, sideB)); w.Code != http.StatusBadRequest && w.Code != http.StatusNotFound {
			t.Errorf("%s as a side answers %d", side, w.Code)
		}
	}
}

func TestPagesThatAreNotThere(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	for address, want := range map[string]int{
		"/nosuch": 404, "/act/nosuch": 404, "/act/" + kostanay + "/regulation/99": 404, "/act/" + kostanay + "/regulation/x": 404,
		"/act/" + kostanay + "?edition=999999": 404, "/act/" + kostanay + "?edition=x": 400, "/?page=99": 404, "/?page=x": 404,
		"/?format=exe": 400, "/act/" + kostanay + "/regulation/1?diagram=nosuch": 404, "/import/7": 404, "/search?q=a&on=yesterday": 400,
		"/act/" + kostanay + "/life?on=x": 400, "/act/" + kostanay + "/life?on=2020-99-99": 400,
		"/search?q=" + strings.Repeat("a+", longestQuery): 400, "/assets/../site.go": 404, "/import": 403,
	} {
		if w := ask(s, "GET", address); w.Code != want && !(w.Code == http.StatusMovedPermanently || w.Code == http.StatusTemporaryRedirect) {
			t.Errorf("%s answers %d, want %d", address, w.Code, want)
		}
	}
}

// The longest term of a row is the darkest, and nothing is dark that no other term is held
// against.
func TestHeat(t *testing.T) {
	row := func(minutes ...int) []compare.Cell {
		out := make([]compare.Cell, len(minutes))
		for i, m := range minutes {
			if m >= 0 {
				out[i].Minutes = &minutes[i]
			}
		}
		return out
	}
	const none = -1
	for _, tt := range []struct {
		says string
		row  []compare.Cell
		want []int
	}{
		{"three terms", row(10, 20, 40), []int{2, 4, 8}},
		{"a term beside steps without one", row(none, 30, none), []int{0, 1, 0}},
		{"one length everywhere", row(15, 15), []int{1, 1}},
		{"no time at all beside a day", row(0, 480), []int{1, 8}},
	} {
		for i, c := range tt.row {
			if got := heat(c.Minutes, tt.row); got != tt.want[i] {
				t.Errorf("%s: cell %d has heat %d, want %d", tt.says, i+1, got, tt.want[i])
			}
		}
	}
}

func TestOtherMethods(t *testing.T) {
	s := serve(t, Options{Store: store(t, nil), Read: read})
	for _, method := range []string{"PUT", "DELETE", "PATCH", "POST"} {
		if w := ask(s, method, "/", "Sec-Fetch-Site", "same-origin"); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") == "" {
			t.Errorf("%s answers %d", method, w.Code)
		}
	}
}

func TestTheLanguageIsRemembered(t *testing.T) {
	s := serve(t, Options{Store: store(t, nil)})
	w := ask(s, "GET", "/?lang=ru", "Accept-Language", "kk")
	cookie := w.Result().Cookies()
	if len(cookie) != 1 || cookie[0].Value != "ru" || !strings.Contains(w.Body.String(), "В корпусе пока нет актов") {
		t.Fatalf("cookies %v", cookie)
	}
	if w := ask(s, "GET", "/", "Accept-Language", "kk", "Cookie", cookie[0].String()); !strings.Contains(w.Body.String(), `lang="ru"`) {
		t.Error("the next page is in another language")
	}
	for header, want := range map[string]string{"de-DE,ru;q=0.5": "ru", "kk-KZ": "kk", "en-GB,en;q=0.9": "en", "": "kk", "xx": "kk"} {
		if got := phrase.Accepted(header); string(got) != want {
			t.Errorf("Accept-Language %q gives %s, want %s", header, got, want)
		}
	}
}

// upload is a form with files.
func upload(t *testing.T, files map[string][]byte) (kind string, body *bytes.Buffer) {
	t.Helper()
	body = &bytes.Buffer{}
	m := multipart.NewWriter(body)
	for name, raw := range files {
		w, err := m.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(raw)
	}
	m.Close()
	return m.FormDataContentType(), body
}

func post(s *Site, kind string, body io.Reader, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", "/import", body)
	r.Header.Set("Content-Type", kind)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w
}

func TestImport(t *testing.T) {
	s := serve(t, Options{Store: store(t, nil), Read: read})
	files := sample()
	files["../../notes.txt"] = []byte("бұл акт емес")
	kind, body := upload(t, files)
	w := post(s, kind, body, "Sec-Fetch-Site", "same-origin")
	if w.Code != http.StatusSeeOther {
		t.Fatalf("answers %d: %s", w.Code, w.Body)
	}
	var v jobView
	for deadline := time.Now().Add(30 * time.Second); !v.Done; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the import does not end")
		}
		v = jobView{}
		if err := json.Unmarshal(ask(s, "GET", w.Header().Get("Location")+"?format=json").Body.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
	}
	if len(v.Results) != len(files) || v.Failed != "" {
		t.Fatalf("%d of %d files, %s", len(v.Results), len(files), v.Failed)
	}
	for _, r := range v.Results {
		if (r.Name == "notes.txt") != (r.Error != "") {
			t.Errorf("%+v", r)
		}
		if strings.Contains(r.Name+r.Error, os.TempDir()) {
			t.Errorf("%s: folders of the server are told: %s", r.Name, r.Error)
		}
	}
	for lang, why := range map[string]string{"kk": "актісі танылмады", "ru": "не распознан", "en": "is recognised in it"} {
		if body := ask(s, "GET", w.Header().Get("Location"), "Accept-Language", lang).Body.String(); !strings.Contains(body, why) {
			t.Errorf("the page in %s does not say %q", lang, why)
		}
	}
	if body := ask(s, "GET", "/", "Accept-Language", "kk").Body.String(); !strings.Contains(body, "Жұмыссыз азаматтарға анықтама беру") {
		t.Error("the list does not have what was imported")
	}
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), "reglament-import-*"))
	for _, folder := range left {
		if info, err := os.Stat(folder); err == nil && time.Since(info.ModTime()) < time.Minute {
			t.Logf("%s may be of another process", folder)
		}
	}
}

// Imports that wait hold files on the disk of the server: more than it bears are refused,
// and taken again when those are done.
func TestImportsWaitInTurn(t *testing.T) {
	release := make(chan struct{})
	s := serve(t, Options{Store: store(t, nil), Read: func(name string, raw []byte) (*model.Document, string, error) {
		<-release
		return read(name, raw)
	}})
	send := func() int {
		kind, body := upload(t, map[string][]byte{"a.txt": []byte("a")})
		return post(s, kind, body).Code
	}
	for n := range mostWaiting {
		if got := send(); got != http.StatusSeeOther {
			t.Fatalf("import %d answers %d", n+1, got)
		}
	}
	if got := send(); got != http.StatusTooManyRequests {
		t.Errorf("one more answers %d", got)
	}
	if kind, _ := upload(t, nil); post(s, kind, strings.NewReader("broken")).Code != http.StatusTooManyRequests {
		t.Error("a broken one is read")
	}
	close(release)
	for deadline := time.Now().Add(30 * time.Second); send() != http.StatusSeeOther; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("no import is taken any more")
		}
	}
	// What is refused gives its place back.
	for range 2 * mostWaiting {
		kind, body := upload(t, nil)
		for post(s, kind, body).Code == http.StatusTooManyRequests {
			time.Sleep(20 * time.Millisecond)
			kind, body = upload(t, nil)
		}
	}
}

func TestALongImportShowsAPart(t *testing.T) {
	v := jobView{Results: make([]result, mostResults+50)}
	v.Results[mostResults+49].Error = "no act"
	if got := shownResults(v); len(got) != latestResults || got[0].Error == "" {
		t.Errorf("while it runs, %d files are shown, and not the latest", len(got))
	}
	v.Done = true
	if got := shownResults(v); len(got) != mostResults || got[0].Error == "" {
		t.Errorf("when it is done, %d files are shown, and not the failed first", len(got))
	}
}

func TestWhoMayImport(t *testing.T) {
	s := serve(t, Options{Store: store(t, nil), Read: read, Upload: 4096})
	file := map[string][]byte{"a.txt": []byte("a")}
	for _, tt := range []struct {
		name   string
		header []string
		want   int
	}{
		{"a form of the site", []string{"Sec-Fetch-Site", "same-origin"}, 303},
		{"another site", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"a site beside it", []string{"Sec-Fetch-Site", "same-site"}, 403},
		{"an old browser on another site", []string{"Origin", "http://evil.example"}, 403},
		{"an old browser on the site", []string{"Origin", "http://example.com"}, 303}, // httptest's own host
	} {
		kind, body := upload(t, file)
		if w := post(s, kind, body, tt.header...); w.Code != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, w.Code, tt.want)
		}
	}
	kind, body := upload(t, map[string][]byte{"large.txt": make([]byte, 8192)})
	if w := post(s, kind, body); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a large upload answers %d", w.Code)
	}
	if w := post(s, "text/plain", strings.NewReader("x")); w.Code != http.StatusBadRequest {
		t.Errorf("what is no form answers %d", w.Code)
	}
	kind, body = upload(t, nil)
	if w := post(s, kind, body); w.Code != http.StatusBadRequest {
		t.Errorf("a form without files answers %d", w.Code)
	}
	readOnly := serve(t, Options{Store: store(t, nil)})
	kind, body = upload(t, file)
	if w := post(readOnly, kind, body); w.Code != http.StatusForbidden {
		t.Errorf("a read-only site answers %d", w.Code)
	}
	if strings.Contains(ask(readOnly, "GET", "/").Body.String(), `href="/import"`) {
		t.Error("a read-only site offers to import")
	}
}

func TestAToken(t *testing.T) {
	odd := serve(t, Options{Store: store(t, nil), Token: "a;б"}) // a cookie may not have these letters
	if w := ask(odd, "GET", "/", "Cookie", ask(odd, "GET", "/?token=a%3B%D0%B1").Result().Cookies()[0].String()); w.Code != http.StatusOK {
		t.Errorf("with the cookie of an odd token: %d", w.Code)
	}
	s := serve(t, Options{Store: store(t, nil), Token: "secret"})
	if w := ask(s, "GET", "/"); w.Code != http.StatusUnauthorized {
		t.Errorf("without it: %d", w.Code)
	}
	if w := ask(s, "GET", "/?token=wrong"); w.Code != http.StatusUnauthorized {
		t.Errorf("with another: %d", w.Code)
	}
	w := ask(s, "GET", "/?token=secret&region=KZ-39")
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/?region=KZ-39" {
		t.Fatalf("with it: %d to %s", w.Code, w.Header().Get("Location"))
	}
	cookie := w.Result().Cookies()[0]
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode {
		t.Errorf("the cookie is %v", cookie)
	}
	if w := ask(s, "GET", "/", "Cookie", cookie.String()); w.Code != http.StatusOK {
		t.Errorf("with the cookie: %d", w.Code)
	}
	r := httptest.NewRequest("GET", "/?token=secret", nil)
	r.URL.Path = "//evil.example/"
	w = httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	if to := w.Header().Get("Location"); strings.HasPrefix(to, "//") {
		t.Errorf("the token leads to another site: %s", to)
	}
}

func TestOnLoopbackOnlyItsOwnNamesAreServed(t *testing.T) {
	s := serve(t, Options{Store: store(t, nil), Hosts: []string{"localhost", "127.0.0.1", "::1"}})
	for host, want := range map[string]int{"localhost:8080": 200, "127.0.0.1:8080": 200, "[::1]:8080": 200, "evil.example": 403, "127.0.0.1.evil.example:8080": 403} {
		if w := ask(s, "GET", "http://"+host+"/"); w.Code != want {
			t.Errorf("%s: %d, want %d", host, w.Code, want)
		}
	}
}

func TestSlugs(t *testing.T) {
	for _, key := range []string{"KZ-11/2015-10-23/А-11/495", "sha256:00ff", "a~b!c/d", "!!~//", "KZ/2013-04-15/«Заң»"} {
		if got := unslug(slug(key)); got != key || strings.Contains(slug(key), "/") {
			t.Errorf("%q is %q and back %q", key, slug(key), got)
		}
	}
}

func TestNamesOfUploads(t *testing.T) {
	for sent, want := range map[string]string{
		"a.txt": "a.txt", "../../etc/passwd": "passwd", `C:\acts\қаулы.docx`: "қаулы.docx", ".hidden": "hidden", "..": "file", "": "file", "a\x00b.txt": "a_b.txt",
	} {
		if got := fileName(sent); got != want {
			t.Errorf("%q is kept as %q, want %q", sent, got, want)
		}
	}
	if n := len(fileName(strings.Repeat("ә", 500))); n > longestName {
		t.Errorf("a long name has %d bytes", n)
	}
}

// Comparisons of pairs are bounded: each regulation with the newest ones of its service.
func TestExportBoundsPairs(t *testing.T) {
	acts := map[string][]byte{}
	whole := string(testdata.Act("1-kostanay-2016-91.kk.txt"))
	one := whole[:strings.LastIndex(whole, "Қостанай облысы әкімдігінің\n2016 жылғы")] // without its second regulation
	for n := range 4 {
		acts[strconv.Itoa(n)] = []byte(strings.NewReplacer("№ 91", "№ 9"+strconv.Itoa(n), "10 наурыздағы", strconv.Itoa(10+n)+" наурыздағы").Replace(one))
	}
	s := serve(t, Options{Store: store(t, acts)})
	for pairs, want := range map[int]int{0: 0, 2: 3 + 2, 100: 6} {
		dir := t.TempDir()
		if err := s.Export(t.Context(), dir, ExportOptions{Pairs: pairs}, func(int, int64) {}); err != nil {
			t.Fatal(err)
		}
		written, err := filepath.Glob(filepath.Join(dir, "en", "compare-*.html"))
		if err != nil {
			t.Fatal(err)
		}
		if matrix := 1; len(written) != want+matrix {
			t.Errorf("--pairs %d writes %d comparisons, want %d pairs and a matrix", pairs, len(written), want)
		}
	}
}

func TestNothingStaysOfAnExportThatIsInterrupted(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	err := s.Export(ctx, dir, ExportOptions{}, func(files int, _ int64) {
		if files == 50 {
			cancel()
		}
	})
	left, readErr := os.ReadDir(dir)
	if err == nil || readErr != nil || len(left) > 0 {
		t.Errorf("%v and %v, %d parts are left", err, readErr, len(left))
	}
}

func TestExport(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	dir := t.TempDir()
	if err := s.Export(t.Context(), dir, ExportOptions{Pairs: DefaultPairs}, func(int, int64) {}); err != nil {
		t.Fatal(err)
	}
	pages := 0
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".html" {
			return err
		}
		pages++
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		root, err := html.Parse(f)
		if err != nil {
			return err
		}
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				if a.Key != "href" && a.Key != "src" || strings.HasPrefix(a.Val, "#") || a.Val == "" {
					continue
				}
				to, err := url.Parse(a.Val)
				if err != nil || to.IsAbs() || strings.HasPrefix(to.Path, "/") {
					t.Errorf("%s leads to %s", name, a.Val)
					continue
				}
				if _, err := os.Stat(filepath.Join(filepath.Dir(name), filepath.FromSlash(to.Path))); err != nil {
					t.Errorf("%s leads to %s, which is not there", name, a.Val)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if pages < 60 {
		t.Errorf("%d pages were written", pages)
	}
	for pattern, want := range map[string]bool{
		"data/act/*/regulation/1.json": true, "data/act/*/regulation/1/diagram/*.bpmn": true, "data/act/*/graph.graphml": true,
		"en/act/*/regulation/1.csv": true, "en/act/*/regulation/1-diagram-*.html": true,
		// the same in every language, or as without the diagram
		"*/act/*/regulation/1-diagram-*.[cjx]*": false, "[ekr][nku]/act/*/regulation/*.json": false, "[ekr][nku]/act/*/regulation/1/diagram/*.bpmn": false,
	} {
		written, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
		if err != nil || (len(written) > 0) != want {
			t.Errorf("%s: %q, %v", pattern, written, err)
		}
	}
}

// What stands once beside the languages is the same in each of them.
func TestFilesInNoLanguage(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample())})
	of := func(l phrase.Language) map[string]string {
		out := map[string]string{}
		err := s.exportLanguage(t.Context(), l, ExportOptions{Pairs: DefaultPairs}, map[string]bool{}, func(name string, data []byte) error {
			if strings.HasPrefix(name, dataFolder) {
				out[name] = string(data)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	english := of(phrase.English)
	if len(english) < 20 {
		t.Errorf("%d files", len(english))
	}
	for _, l := range []phrase.Language{phrase.Kazakh, phrase.Russian} {
		other := of(l)
		if len(other) != len(english) {
			t.Errorf("%s has %d files, English %d", l, len(other), len(english))
		}
		for name, data := range other {
			if english[name] != data {
				t.Errorf("%s differs between English and %s", name, l)
			}
		}
	}
}
