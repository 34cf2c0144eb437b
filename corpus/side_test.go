package corpus

import (
	"strings"
	"testing"

	"reglament/model"
)

const sampleKey = "KZ-11/2015-10-23/А-11/495"

func TestParseSide(t *testing.T) {
	for _, test := range []struct {
		text string
		want Side
	}{
		{"acts/akmola.html", Side{Path: "acts/akmola.html"}},
		{"-", Side{Path: "-"}},
		{"-#2", Side{Path: "-", Regulation: 2}},
		{"V16Z0004432", Side{Path: "V16Z0004432", ID: "V16Z0004432"}},
		{"V98R000035_", Side{Path: "V98R000035_", ID: "V98R000035_"}},
		{"V16Z000443", Side{Path: "V16Z000443"}},
		{"v16z0004432", Side{Path: "v16z0004432"}},
		{"V16Z0004432.html", Side{Path: "V16Z0004432.html"}},
		{sampleKey, Side{Path: sampleKey, Key: sampleKey}},
		{"KZ-11/2015-10-23/а-11/495", Side{Path: "KZ-11/2015-10-23/а-11/495", Key: sampleKey}},
		{"KZ-11/2015-10-23/A-11/495", Side{Path: "KZ-11/2015-10-23/A-11/495", Key: sampleKey}}, // in Latin letters
		{"KZ/2013-04-15/88-V", Side{Path: "KZ/2013-04-15/88-V", Key: "KZ/2013-04-15/88-V"}},
		{"KZ-11/2015-10-23/А -4/156", Side{Path: "KZ-11/2015-10-23/А -4/156", Key: "KZ-11/2015-10-23/А-4/156"}},
		{"sha256:0123456789ABCDEF", Side{Path: "sha256:0123456789ABCDEF", Key: "sha256:0123456789abcdef"}},
		{sampleKey + "#3", Side{Path: sampleKey, Key: sampleKey, Regulation: 3}},
		{sampleKey + "#3@2018-01-31", Side{Path: sampleKey, Key: sampleKey, Regulation: 3, Date: "2018-01-31"}},
		{sampleKey + "@2018-01-31", Side{Path: sampleKey, Key: sampleKey, Date: "2018-01-31"}},
		{sampleKey + "@2018-01-31#3", Side{Path: sampleKey, Key: sampleKey, Regulation: 3, Date: "2018-01-31"}},
		{"  V16Z0004432 # 3 @ 2018-01-31 ", Side{Path: "V16Z0004432", ID: "V16Z0004432", Regulation: 3, Date: "2018-01-31"}},
		{`a.md#"Жер учаскесін беру"`, Side{Path: "a.md", Service: "Жер учаскесін беру"}},
		{`a.md#"Жер учаскесін беру"@2018-01-31`, Side{Path: "a.md", Service: "Жер учаскесін беру", Date: "2018-01-31"}},
		{`a.md#«Жер учаскесін беру»`, Side{Path: "a.md", Service: "Жер учаскесін беру"}},
		{`a.md#“Жер”`, Side{Path: "a.md", Service: "Жер"}},
		{`a.md#'Жер'`, Side{Path: "a.md", Service: "Жер"}},
		{`a.md#Жер учаскесін беру@2018-01-31`, Side{Path: "a.md", Service: "Жер учаскесін беру", Date: "2018-01-31"}},
		{`a.md#"5"`, Side{Path: "a.md", Service: "5"}},
		{`a.md#3 жасқа дейін`, Side{Path: "a.md", Service: "3 жасқа дейін"}},
		{`a.md#""Атамекен" мәртебесі"`, Side{Path: "a.md", Service: `"Атамекен" мәртебесі`}},
		{`a.md#«О выдаче «Алтын алқа» матерям»`, Side{Path: "a.md", Service: "О выдаче «Алтын алқа» матерям"}},
		{`a.md#"форма № 1 #2 @2018-01-31"`, Side{Path: "a.md", Service: "форма № 1 #2 @2018-01-31"}},
		{"mail@akmola.gov.kz.html", Side{Path: "mail@akmola.gov.kz.html"}},
		{"a.md#почта@egov", Side{Path: "a.md", Service: "почта@egov"}},
	} {
		test.want.Text = test.text
		got, err := ParseSide(test.text)
		if err != nil || got != test.want {
			t.Errorf("ParseSide(%s)\n %+v, %v, want\n %+v", test.text, got, err, test.want)
		}
	}
}

func TestParseSideRefuses(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", `"" names no file, portal id or act`},
		{"  ", `"  " names no file, portal id or act`},
		{"#3", `"#3" names no file, portal id or act`},
		{"@2018-01-01", `"@2018-01-01" names no file, portal id or act`},
		{"a.md#", `"a.md#" has nothing after #: a regulation's number or the name of its service`},
		{"a.md#@2018-01-01", `"a.md#@2018-01-01" has nothing after #: a regulation's number or the name of its service`},
		{"a.md#0", `"a.md#0" has no regulation #0: they are counted from 1`},
		{"a.md#99999999999999999999", `"a.md#99999999999999999999" has no regulation #99999999999999999999: they are counted from 1`},
		{`a.md#"Жер`, `"a.md#\"Жер" has no closing " after #`},
		{`a.md#«Жер`, `"a.md#«Жер" has no closing » after #`},
		{`a.md#""`, `"a.md#\"\"" has an empty service name after #`},
		{`a.md#"Жер" беру`, `"a.md#\"Жер\" беру" has "беру" after the service's name; only @YYYY-MM-DD may stand there`},
		{"a.md@2018-13-01", `"a.md@2018-13-01" has the date "2018-13-01", which is not YYYY-MM-DD or not in the calendar`},
		{"a.md@2018-02-29", `"a.md@2018-02-29" has the date "2018-02-29", which is not YYYY-MM-DD or not in the calendar`},
		{"a.md@01.02.2018", `"a.md@01.02.2018" has the date "01.02.2018", which is not YYYY-MM-DD or not in the calendar`},
		{"a.md@2018", `"a.md@2018" has the date "2018", which is not YYYY-MM-DD or not in the calendar`},
		{"a.md@", `"a.md@" has no date after @, which wants YYYY-MM-DD`},
		{"a.md@2018-01-01#1@2018-01-02", `"a.md@2018-01-01#1@2018-01-02" has two dates`},
		{"KZ-11/2015-13-23/5", `"KZ-11/2015-13-23/5" has no date 2015-13-23 in the calendar`},
	} {
		if _, err := ParseSide(test.text); err == nil || err.Error() != test.want {
			t.Errorf("ParseSide(%s): %v, want %s", test.text, err, test.want)
		}
	}
}

func FuzzParseSide(f *testing.F) {
	for _, s := range []string{"a.md", sampleKey + "#3@2018-01-31", `-#«а»`, "V16Z0004432#'x'@2018-01-31"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := ParseSide(text)
		if err != nil {
			return
		}
		if s.Path == "" || s.Text != text || (s.Regulation != 0 && s.Service != "") || s.Regulation < 0 {
			t.Errorf("%q: %+v", text, s)
		}
		if s.Date != "" && !strings.Contains(text, string(s.Date)) {
			t.Errorf("%q: date %s", text, s.Date)
		}
	})
}

func TestMatchService(t *testing.T) {
	for _, test := range []struct {
		name, query string
		want        Match
	}{
		{"Жер учаскесін беру", "Жер учаскесін беру", FullMatch},
		{"Жер учаскесін беру", "ЖЕР УЧАСКЕСІН БЕРУ", FullMatch},
		{"ӘҒҚҢӨҰҮҺІ", "әғқңөұүһі", FullMatch},
		{"Жер учаскесін беру", "«Жер  учаскесін\u00a0беру»", FullMatch},
		{"Жетім балаларға «Алтын алқа» беру", `жетім балаларға "алтын алқа" беру`, FullMatch},
		{"Құжат – көшірме", "құжат - көшірме", FullMatch},
		{"Құжат — көшірме", "құжат − көшірме", FullMatch},
		{"көші\u00adрме", "көшірме", FullMatch},
		{"Кейбір қызмет", "Кеи\u0306бір қызмет", FullMatch},
		{"Жер учаскесін беру", "учаске", PartMatch},
		{"Жер учаскесін беру", "учаскесі беру", NoMatch},
		{"Жер учаскесін беру", "", NoMatch},
		{"Жер учаскесін беру", "«»", NoMatch},
		{"Жер", "Жер учаскесі", NoMatch},
		{"форма 100", "%", NoMatch},
	} {
		if got := MatchService(test.name, test.query); got != test.want {
			t.Errorf("MatchService(%q, %q) = %d, want %d", test.name, test.query, got, test.want)
		}
	}
}

func TestCompareNumbers(t *testing.T) {
	ordered := []string{"", "1", "01", "2", "9", "9-1", "9-2", "9-10", "10", "10а", "99999999999999999998", "99999999999999999999",
		"А-4/130", "А-11/60", "А-11/495", "ҚР ДСМ-36"}
	for i, a := range ordered {
		for j, b := range ordered {
			got := CompareNumbers(a, b)
			if sign(got) != sign(i-j) {
				t.Errorf("CompareNumbers(%q, %q) = %d", a, b, got)
			}
		}
	}
}

func sign(n int) int { return max(-1, min(1, n)) }

func TestWordingAndAsOf(t *testing.T) {
	note := func(date model.Date, action model.NoteAction, target model.TargetKind) model.Note {
		return model.Note{Action: action, Target: model.Target{Kind: target}, By: &model.ActRef{Date: date}}
	}
	for _, test := range []struct {
		name          string
		act           model.Act
		edition       model.Date // of its only regulation
		wording, asOf model.Date
	}{
		{"as adopted", model.Act{Adopted: "2015-10-23"}, "", "2015-10-23", "2015-10-23"},
		{"amended twice, the later note first", model.Act{Adopted: "2015-10-23", Notes: model.List[model.Note]{
			note("2018-05-01", model.NoteAmended, model.TargetPoint), note("2016-05-01", model.NoteNewEdition, model.TargetAct)}},
			"", "2018-05-01", "2018-05-01"},
		{"repealed by a note", model.Act{Adopted: "2015-10-23", Notes: model.List[model.Note]{
			note("2020-02-03", model.NoteRepealed, model.TargetAct)}}, "", "2015-10-23", "2020-02-03"},
		{"repealed by the header", model.Act{Adopted: "2015-10-23", RepealedBy: &model.ActRef{Date: "2020-02-03"}}, "", "2015-10-23", "2020-02-03"},
		{"a point lost its force", model.Act{Adopted: "2015-10-23", Notes: model.List[model.Note]{
			note("2017-02-03", model.NoteRepealed, model.TargetPoint)}}, "", "2017-02-03", "2017-02-03"},
		{"an editor's note", model.Act{Adopted: "2015-10-23", Notes: model.List[model.Note]{
			note("2019-02-03", model.NoteEditorial, model.TargetAct)}}, "", "2015-10-23", "2015-10-23"},
		{"a note without an act", model.Act{Adopted: "2015-10-23", Notes: model.List[model.Note]{{Action: model.NoteAmended}}}, "", "2015-10-23", "2015-10-23"},
		{"a regulation in a new wording", model.Act{Adopted: "2015-10-23"}, "2018-01-01", "2018-01-01", "2018-01-01"},
		{"no date at all", model.Act{}, "", "", ""},
	} {
		d := &model.Document{Act: test.act, Regulations: model.List[model.Regulation]{{}}}
		if test.edition != "" {
			d.Regulations[0].Edition = &model.Edition{By: &model.ActRef{Date: test.edition}}
		}
		if w, a := Wording(d), AsOf(d); w != test.wording || a != test.asOf {
			t.Errorf("%s: wording %s as of %s, want %s and %s", test.name, w, a, test.wording, test.asOf)
		}
	}
}

func TestLetters(t *testing.T) {
	for _, test := range []struct {
		name, a, b string
		same       bool
	}{
		{"a hyphen at a line's end", "автомат-\nтандырылған", "автоматтандырылған", true},
		{"letter-spaced words", "с ә й к е с", "сәйкес", true},
		{"capitals and quotation marks", "«Қызмет»", `"ҚЫЗМЕТ"`, true},
		{"another word", "бекітілсін", "бекітілмесін", false},
		{"a decimal", "1,5 сағат", "15 сағат", false},
		{"numbers apart", "7 5", "75", false},
		{"numbers on two lines", "1.\n5", "1. 5", true},
		{"a number and a word", "15 минут", "15минут", true},
		{"a mark after a number and before a word", "15) қабылдау", "15 қабылдау", true},
	} {
		if got := letters(test.a) == letters(test.b); got != test.same {
			t.Errorf("%s: %q and %q: same %t", test.name, letters(test.a), letters(test.b), got)
		}
	}
}
