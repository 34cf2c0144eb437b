package parse_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"reglament/model"
	"reglament/parse"
)

// An act that approves regulations is held against those that are attached to it.
func TestWhatAnActApprovesIsAttached(t *testing.T) {
	for _, c := range []struct {
		says     string
		listed   []string
		attached []string
		want     int // findings
	}{
		{"the same names", []string{`"Выдача справок"`, `"Назначение пособия"`}, []string{`"Выдача справок"`, `"Назначение пособия"`}, 0},
		{"other quotes, dashes, blanks and case", []string{"«Выдача справок – дубликатов»"}, []string{`"Выдача справок-Дубликатов"`}, 0},
		{"a dash with a blank on one side", []string{`"Выдача справок -дубликатов"`}, []string{`"Выдача справок- дубликатов"`}, 0},
		{"one that is not attached", []string{`"Выдача справок"`, `"Назначение пособия"`}, []string{`"Выдача справок"`}, 1},
		{"one that is not listed", []string{`"Выдача справок"`}, []string{`"Выдача справок"`, `"Назначение пособия"`}, 1},
		{"a name in two wordings", []string{`"Выдача справок"`}, []string{`"Выдача справки"`}, 1},
	} {
		t.Run(c.says, func(t *testing.T) {
			var b strings.Builder
			b.WriteString("Об утверждении регламентов государственных услуг\n\nПостановление акимата Павлодарской области от 27 марта 2018 года № 57\n\nАкимат Павлодарской области ПОСТАНОВЛЯЕТ:\n\n1. Утвердить прилагаемые:\n\n")
			for i, name := range c.listed {
				fmt.Fprintf(&b, "%d) регламент государственной услуги %s;\n\n", i+1, name)
			}
			b.WriteString("2. Настоящее постановление вводится в действие со дня первого официального опубликования.\n\nАким области Б. Примеров\n\n")
			for _, name := range c.attached {
				fmt.Fprintf(&b, "Утвержден постановлением акимата Павлодарской области от 27 марта 2018 года № 57\n\nРегламент государственной услуги %s\n\n1. Общие положения\n\n1. Государственная услуга оказывается отделами районов.\n\n", name)
			}
			r, err := parse.Bytes("act.txt", []byte(b.String()))
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Document.Regulations) != len(c.attached) {
				t.Fatalf("%d regulations", len(r.Document.Regulations))
			}
			got := 0
			for _, f := range r.Document.Findings {
				if f.Code == model.FindApprovalMismatch {
					got++
				}
			}
			if got != c.want {
				t.Errorf("%d findings, want %d: %v", got, c.want, r.Document.Findings)
			}
		})
	}
}

func TestTheListOfWhatAnActApprovesHasNoTitles(t *testing.T) {
	for want, text := range map[string]string{
		"Выдача справок": `Об утверждении регламентов

Постановление акимата Павлодарской области от 27 марта 2018 года № 57

Акимат Павлодарской области ПОСТАНОВЛЯЕТ:

1. Утвердить прилагаемые:

регламент государственной услуги "Выдача справок";

регламент государственной услуги "Назначение пособия".

2. Настоящее постановление вводится в действие со дня первого официального опубликования.

Аким области Б. Примеров

Утвержден постановлением акимата Павлодарской области от 27 марта 2018 года № 57

Регламент государственной услуги "Выдача справок"

1. Общие положения

1. Государственная услуга оказывается отделами районов.
`,
		"Анықтама беру": `Регламенттерді бекіту туралы

Павлодар облысы әкімдігінің 2018 жылғы 27 наурыздағы № 57 қаулысы

Павлодар облысының әкімдігі ҚАУЛЫ ЕТЕДІ:

1. Мыналар бекітілсін:

"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті;

"Жәрдемақы тағайындау" мемлекеттік көрсетілетін қызмет регламенті.

2. Осы қаулы алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.

Облыс әкімі Б. Мысалов

Павлодар облысы әкімдігінің 2018 жылғы 27 наурыздағы № 57 қаулысымен бекітілген

"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті

1. Жалпы ережелер

1. Мемлекеттік көрсетілетін қызметті аудандардың бөлімдері көрсетеді.
`,
	} {
		r, err := parse.Bytes("act.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		d := r.Document
		if len(d.Regulations) != 1 || string(d.Regulations[0].Service) != want || d.Act.EntryIntoForce == nil || len(d.Act.Signatories) != 1 {
			t.Errorf("%s: %d regulations, entry into force %v, signatories %v", want, len(d.Regulations), d.Act.EntryIntoForce, d.Act.Signatories)
		}
	}
}

// An annex that lists repealed acts may stand behind the regulation that the act approves.
func TestActsListedBehindTheRegulationAreRepealed(t *testing.T) {
	const text = `Об утверждении регламента государственной услуги "Выдача справок"

Постановление акимата Павлодарской области от 27 марта 2018 года № 57

Акимат Павлодарской области ПОСТАНОВЛЯЕТ:

1. Утвердить прилагаемый регламент государственной услуги "Выдача справок".

2. Признать утратившими силу некоторые постановления акимата Павлодарской области согласно приложению к настоящему постановлению.

Аким области Б. Примеров

Утвержден постановлением акимата Павлодарской области от 27 марта 2018 года № 57

Регламент государственной услуги "Выдача справок"

1. Общие положения

1. Государственная услуга оказывается отделами районов (далее – услугодатель).

2. Форма оказания государственной услуги: бумажная.

%s

Перечень утративших силу некоторых постановлений акимата Павлодарской области

1. Постановление акимата Павлодарской области от 21 мая 2015 года № 220 "Об утверждении регламента" (зарегистрировано за № 4550).

2. Постановление акимата Павлодарской области от 4 апреля 2016 года № 98 "О внесении изменений".
`
	for mark, want := range map[string]string{
		"Приложение к постановлению акимата Павлодарской области от 27 марта 2018 года № 57":          "2015-05-21 220; 2016-04-04 98",
		"Приложение\n\nк постановлению акимата\n\nПавлодарской области\n\nот 27 марта 2018 года № 57": "2015-05-21 220; 2016-04-04 98",
		"3. Услугодатель руководствуется следующим.":                                                  "", // no mark of an annex
	} {
		r, err := parse.Bytes("act.txt", fmt.Appendf(nil, text, mark))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range r.Document.Act.Repeals {
			got = append(got, fmt.Sprint(a.Date, " ", a.Number))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q, want %q", mark, got, want)
		}
		if g := r.Document.Regulations[0]; want != "" && len(g.Sections[0].Points) != 2 {
			t.Errorf("%s: %d points", mark, len(g.Sections[0].Points))
		}
	}
}

// What an act approves is listed in several forms; all are held against what is attached.
func TestTheFormsOfAListOfApprovedRegulations(t *testing.T) {
	const (
		kk = "Регламенттерді бекіту туралы\n\nПавлодар облысы әкімдігінің 2018 жылғы 27 наурыздағы № 57 қаулысы\n\nПавлодар облысының әкімдігі ҚАУЛЫ ЕТЕДІ:\n\n"
		ru = "Об утверждении регламентов\n\nПостановление акимата Павлодарской области от 27 марта 2018 года № 57\n\nАкимат Павлодарской области ПОСТАНОВЛЯЕТ:\n\n"

		kkAttached = "\n\nПавлодар облысы әкімдігінің 2018 жылғы 27 наурыздағы № 57 қаулысымен бекітілген\n\n\"Ә\" мемлекеттік көрсетілетін қызмет регламенті\n\n1. Жалпы ережелер\n\n1. Мемлекеттік көрсетілетін қызметті аудандардың бөлімдері көрсетеді.\n"
		ruAttached = "\n\nУтвержден постановлением акимата Павлодарской области от 27 марта 2018 года № 57\n\nРегламент государственной услуги \"А\"\n\n1. Общие положения\n\n1. Государственная услуга оказывается отделами районов.\n"
	)
	for _, c := range []struct {
		says  string
		text  string
		items string // numbers of the subpoints of point 1, "-" for none
		want  string // what is said of the regulations, in English
	}{
		{"a kind over items without numbers", ru + "1. Утвердить прилагаемые регламенты государственных услуг:\n\n«А»;\n\n«Б» согласно приложению 2.\n\n2. Контроль возложить на заместителя акима." + ruAttached, "--", "no regulation of this name follows: Б"},
		{"items without numbers", ru + "1. Утвердить прилагаемые:\n\nрегламент государственной услуги «А»;\n\nрегламент государственной услуги «Б».\n\n2. Контроль возложить на заместителя акима." + ruAttached, "--", "no regulation of this name follows: Б"},
		{"the first item on the line of the heading", ru + "1. Утвердить прилагаемые:1) регламент государственной услуги \"Б\";\n\n2) регламент государственной услуги \"А\".\n\n2. Контроль возложить на заместителя акима." + ruAttached, "12", "no regulation of this name follows: Б"},
		{"a kind over numbered names", ru + "1. Утвердить регламенты государственных услуг:\n\n1) \"А\";\n\n2) \"Б\".\n\n2. Контроль возложить на заместителя акима." + ruAttached, "12", "no regulation of this name follows: Б"},
		{"the regulation of a body", ru + "1. Утвердить регламент учреждения \"Аппарат\".\n\n2. Утвердить прилагаемый регламент государственной услуги \"А\"." + ruAttached, "", ""},
		{"names of what no longer applies", ru + "1. Утвердить прилагаемый регламент государственной услуги \"А\".\n\n2. Не применять регламенты государственных услуг:\n\n1) \"Б\";\n\n2) \"В\"." + ruAttached, "", ""},
		{"one regulation under another name", ru + "1. Утвердить прилагаемый регламент государственной услуги \"Б\".\n\n2. Контроль возложить на заместителя акима." + ruAttached, "", "calls it “Б”, its own title “А”"},
		{"one regulation of a standard", ru + "1. Утвердить прилагаемый регламент государственной услуги \"А\" по стандарту государственной услуги \"Б\".\n\n2. Контроль возложить на заместителя акима." + ruAttached, "", ""},
		{"none of several", ru + "1. Утвердить прилагаемые регламенты государственных услуг:\n\n1) \"А\";\n\n2) \"Б\".\n\n2. Контроль возложить на заместителя акима.", "12", "none of the regulations that the act approves follows"},
		{"not the one", ru + "1. Утвердить прилагаемый регламент государственной услуги \"А\".\n\n2. Контроль возложить на заместителя акима.", "", "none of the regulations that the act approves follows"},
		{"a kind over items without numbers", kk + "1. Қоса беріліп отырған мемлекеттік көрсетілетін қызметтер регламенттері бекітілсін:\n\n«Ә»;\n\n«Б».\n\n2. Бақылау әкімнің орынбасарына жүктелсін." + kkAttached, "--", "no regulation of this name follows: Б"},
		{"the first item on the line of the heading", kk + "1. Қоса беріліп отырған: 1) \"Б\" мемлекеттік көрсетілетін қызмет регламенті;\n\n2) \"Ә\" мемлекеттік көрсетілетін қызмет регламенті бекітілсін.\n\n2. Бақылау әкімнің орынбасарына жүктелсін." + kkAttached, "12", "no regulation of this name follows: Б"},
		{"the kind behind the last name", kk + "1. Қоса беріліп отырған:\n\n1) \"Б\";\n\n2) \"Ә\" мемлекеттік көрсетілетін қызметтер регламенттері бекітілсін.\n\n2. Бақылау әкімнің орынбасарына жүктелсін." + kkAttached, "12", "no regulation of this name follows: Б"},
		{"not the one", kk + "1. Қоса беріліп отырған \"Ә\" мемлекеттік көрсетілетін қызмет регламенті бекітілсін.\n\n2. Бақылау әкімнің орынбасарына жүктелсін.", "", "none of the regulations that the act approves follows"},
	} {
		t.Run(c.says, func(t *testing.T) {
			r, err := parse.Bytes("act.txt", []byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			items := ""
			for _, sub := range r.Document.Act.Points[0].Subpoints {
				items += cmp.Or(string(sub.Number), "-")
			}
			if items != c.items {
				t.Errorf("items %q, want %q: %+v", items, c.items, r.Document.Act.Points[0])
			}
			var said []string
			for _, f := range r.Document.Findings {
				if f.Code == model.FindApprovalMismatch {
					said = append(said, f.Message)
				}
			}
			if got := strings.Join(said, "; "); !strings.Contains(got, c.want) || (c.want == "") != (got == "") || len(said) > 1 {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
