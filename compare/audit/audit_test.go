package audit_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"reglament/compare/audit"
	"reglament/parse"
	"reglament/testdata"
	"reglament/testdata/realacts"
)

const kostanay = "1-kostanay-2016-91.kk.txt"

func sample() string { return string(testdata.Act(kostanay)) }

func report(t *testing.T, text string) *audit.Report {
	t.Helper()
	r, err := parse.Bytes("act.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	got := audit.Document("act", r.Document, r.Text)
	for _, c := range got.Contradictions {
		if len(c.Places) == 0 || c.Message == "" || c.Regulation == 0 {
			t.Errorf("%s without place or message: %+v", c.Code, c)
		}
		for _, p := range c.Places {
			if p.Quote == "" || strings.TrimSpace(p.Span.Of(r.Text)) != p.Quote {
				t.Errorf("%s: the quotation %q is not at its span", c.Code, p.Quote)
			}
		}
	}
	return got
}

func TestAnActThatAgreesWithItselfHasNoContradictions(t *testing.T) {
	if got := report(t, sample()); len(got.Contradictions) > 0 {
		t.Errorf("found %+v", got.Contradictions)
	}
}

func TestContradictionsThatAreWrittenIntoAnAct(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new string // the first place of old becomes new
		want     audit.Code
		quote    string // in one of the places
	}{
		{"another term in the second description",
			"реттілігін сипаттау:\n\n      1) кеңсенің қызметкері құжаттарды қабылдауды және тіркеуді жүзеге асырады және басшыға жолдайды – 15 минут",
			"реттілігін сипаттау:\n\n      1) кеңсенің қызметкері құжаттарды қабылдауды және тіркеуді жүзеге асырады және басшыға жолдайды – 25 минут",
			audit.TermConflict, "25 минут"},
		{"a step without a term", "жауапты орындаушыны белгілейді – 20 минут", "жауапты орындаушыны белгілейді", audit.TermMissing, "2) басшы"},
		{"another worker in the second description",
			"реттілігін сипаттау:\n\n      1) кеңсенің қызметкері құжаттарды", "реттілігін сипаттау:\n\n      1) басшы құжаттарды", audit.PartyConflict, "1) басшы"},
		{"the provider's document is the applicant's in the second description",
			"анықтаманы не бас тарту туралы дәлелді жауапты тіркейді және көрсетілетін қызметті алушыға береді", "анықтаманы не бас тарту туралы дәлелді жауапты тіркейді және көрсетілетін қызметті берушіге береді",
			audit.PartyConflict, "берушіге"},
		{"a worker who is not in the list", "      2) басшы;\n\n      3) жауапты орындаушы.", "      2) жауапты орындаушы.", audit.ActorUnlisted, "2) басшы"},
		{"a worker of the list who does nothing", "      3) жауапты орындаушы.", "      3) жауапты орындаушы;\n\n      4) комиссия.", audit.ActorIdle, "комиссия"},
		{"a worker who is in the list twice", "      3) жауапты орындаушы.", "      3) жауапты орындаушы;\n\n      4) басшы.", audit.ActorTwice, "басшы"},
		{"a result less than steps", "      4) анықтамаға не бас тарту туралы дәлелді жауапқа қол қою;\n\n      5) анықтаманы", "      4) анықтаманы", audit.ResultCount, "құжаттарды қабылдау және тіркеу"},
		{"results in another order", "      1) құжаттарды қабылдау және тіркеу;\n\n      2) жауапты орындаушыны белгілеу;", "      1) жауапты орындаушыны белгілеу;\n\n      2) құжаттарды қабылдау және тіркеу;", audit.ResultOrder, "белгілеу"},
		{"a result that is another document", "      4) анықтамаға не бас тарту туралы дәлелді жауапқа қол қою;", "      4) хабарламаға қол қою;", audit.ResultMismatch, "хабарламаға"},
		{"a refusal that is no result of the service", " не мемлекеттік қызмет көрсетуден бас тарту туралы дәлелді жауап.", ".", audit.RefusalUnstated, "жұмыссыз ретінде тіркелгені"},
		{"an annex that is not there", "осы регламенттің 2-қосымшасына", "осы регламенттің 5-қосымшасына", audit.ReferenceMissing, "5-қосымша"},
		{"a point that is not there", "осы регламенттің 5-тармағымен", "осы регламенттің 55-тармағымен", audit.ReferenceMissing, "55-тармағ"},
		{"a number that is left out", "      2) басшы құжаттарды қарайды", "      3) басшы құжаттарды қарайды", audit.Numbering, "3) басшы"},
		{"an abbreviation without introduction", "нөмірінің (бұдан әрі – ЖСН)", "нөмірінің", audit.ShortNameUnknown, "ЖСН"},
		{"a short name that is introduced twice", "3-процесс – көрсетілетін қызметті алушы осы", "3-процесс – көрсетілетін қызметті алушы жеке сәйкестендіру нөмірі (бұдан әрі – ЖСН) бойынша осы", audit.ShortNameTwice, "ЖСН"},
		{"an electronic form without a way to apply electronically", "      2. Мемлекеттік көрсетілетін қызмет нысаны: қағаз түрінде.", "      2. Мемлекеттік көрсетілетін қызмет нысаны: электрондық түрде.", audit.FormConflict, "электрондық түрде"},
		{"a paper form with a portal", "электрондық (ішінара автоматтандырылған) және (немесе) қағаз түрінде", "қағаз түрінде", audit.FormConflict, "қағаз түрінде"},
		{"a fully automated form with workers", "ішінара автоматтандырылған", "толық автоматтандырылған", audit.FormConflict, "толық"},
		{"the service in other words", "бекітілген \"Жұмыссыз азаматтарға анықтама беру\"", "бекітілген \"Жұмыссыз азаматтарға анықтамалар мен куәліктер беру\"", audit.NameConflict, "куәліктер"},
		{"an address with another dot", "мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығында", "www.e.gov.kz порталындағы бизнес-процестерінің анықтамалығында", audit.AddressConflict, "www.e.gov.kz"},
		{"a limit shorter than the steps", "      Мемлекеттік көрсетілетін қызметтің нәтижесін беру нысаны – электрондық және (немесе) қағаз түрінде.",
			"      4. Мемлекеттік қызметті көрсету мерзімі:\n\n      1) көрсетілетін қызметті берушіге жүгінген кезде – 1 (бір) жұмыс күні;", audit.LimitExceeded, "1 (бір) жұмыс күні"},
		{"a check of which nothing follows", "      2-процесс – құжаттар топтамасының толық болмауына байланысты Мемлекеттік корпорацияның қызметкері Стандарттың 2-қосымшасына сәйкес нысан бойынша құжаттарды қабылдаудан бас тарту туралы қолхат береді – 2 минут;\n\n", "", audit.CheckWithoutRefusal, "1-шарт"},
		{"a scheme with another term", "Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы\n", "Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы\n\nбасшы құжаттарды қарайды және жауапты орындаушыны белгілейді – 40 минут\n", audit.SchemeConflict, "40 минут"},
		{"a scheme with a term in words", "Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы\n", "Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы\n\nбасшы құжаттарды қарайды және жауапты орындаушыны белгілейді – жарты сағат\n", audit.SchemeConflict, "жарты сағат"},
		{"a scheme with a term in days", "Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы\n", "Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы\n\nбасшы құжаттарды қарайды және жауапты орындаушыны белгілейді – 2 (екі) күн\n", audit.SchemeConflict, "2 (екі) күн"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := sample()
			if !strings.Contains(text, c.old) {
				t.Fatalf("the sample has no %q", c.old)
			}
			got := report(t, strings.Replace(text, c.old, c.new, 1))
			for _, x := range got.Contradictions {
				if x.Code != c.want {
					continue
				}
				for _, p := range x.Places {
					if strings.Contains(p.Quote, c.quote) {
						return
					}
				}
			}
			t.Errorf("no %s with %q, found %v", c.want, c.quote, got.Contradictions)
		})
	}
}

func TestWhatLooksLikeAContradictionAndIsNone(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new string // the first place of old becomes new
		not      audit.Code
	}{
		{"a Roman numeral", "басшы құжаттарды қарайды", "басшы II және ІІІ санаттағы құжаттарды қарайды", audit.ShortNameUnknown},
		{"the title of a form", "Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы\n", "Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы\n\nӨТІНІШ\n", audit.ShortNameUnknown},
		{"the form of a body", "басшы құжаттарды қарайды", "КММ басшысы құжаттарды қарайды", audit.ShortNameUnknown},
		{"a short name that is used with endings only", "басшы құжаттарды қарайды", "басшы электрондық цифрлық қолтаңбамен (бұдан әрі – ЭЦС) құжаттарды қарайды, ЭЦСмен қол қояды", audit.ShortNameUnused},
		{"a term that is no length", "жауапты орындаушыны белгілейді – 20 минут", "құжаттар келіп түскен күні жауапты орындаушыны белгілейді", audit.TermMissing},
		{"a step that was taken out", "      2) басшы құжаттарды қарайды", "      2) алып тасталды - Қостанай облысы әкімдігінің 15.03.2018 № 69 қаулысымен;\n\n      3) басшы құжаттарды қарайды", audit.Numbering},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := sample()
			if !strings.Contains(text, c.old) {
				t.Fatalf("the sample has no %q", c.old)
			}
			for _, x := range report(t, strings.Replace(text, c.old, c.new, 1)).Contradictions {
				if x.Code == c.not {
					t.Errorf("%s: %s", x.Code, x.Message)
				}
			}
		})
	}
}

func TestTheStandardHasAnotherNumberInOneRegulation(t *testing.T) {
	text := sample()
	at := strings.LastIndex(text, "№ 912 бұйрығымен")
	// A third regulation makes the majority.
	third := text[strings.LastIndex(text, "Қостанай облысы әкімдігінің\n2016"):]
	got := report(t, text[:at]+"№ 11342 бұйрығымен"+text[at+len("№ 912 бұйрығымен"):]+"\n"+third)
	if got.Counts[audit.StandardConflict] != 1 {
		t.Errorf("found %v", got.Counts)
	}
}

func TestAbbreviationsOfEverydayLanguageNeedNoIntroduction(t *testing.T) {
	text := strings.Replace(sample(), "басшы құжаттарды қарайды", "басшы ЖШС, АҚ және КТЖ құжаттарын қарайды", 1)
	got := report(t, text)
	if got.Counts[audit.ShortNameUnknown] != 1 || !strings.Contains(got.Contradictions[0].Message, "КТЖ") {
		t.Errorf("found %+v", got.Contradictions)
	}
}

func TestATextInNeitherLanguageHasNoContradictions(t *testing.T) {
	r, err := parse.Bytes("act.txt", []byte(strings.Replace(sample(), "осы регламенттің 2-қосымшасына", "осы регламенттің 5-қосымшасына", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if got := audit.Document("act", r.Document, r.Text); len(got.Contradictions) == 0 {
		t.Fatal("the act has no contradictions in its own language")
	}
	r.Document.Act.Language = ""
	if got := audit.Document("act", r.Document, r.Text); len(got.Contradictions) > 0 {
		t.Errorf("found %+v", got.Contradictions)
	}
}

func TestTheJSONOfAReport(t *testing.T) {
	var b bytes.Buffer
	if err := audit.WriteJSON(&b, []*audit.Report{report(t, sample())}); err != nil {
		t.Fatal(err)
	}
	var got []struct {
		Schema         string
		Contradictions []any
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil || len(got) != 1 || got[0].Schema != audit.Schema || got[0].Contradictions == nil {
		t.Errorf("%v: %s", err, b.String())
	}
}

// realReport audits a real act.
func realReport(t *testing.T, file string) *audit.Report {
	t.Helper()
	r, err := parse.File(realacts.File(t, file))
	if err != nil {
		t.Fatal(err)
	}
	return audit.Document(file, r.Document, r.Text)
}

// real is one contradiction of a real act, found by reading it: words of one of its places.
type real struct {
	regulation int
	code       audit.Code
	words      string
}

func TestTheContradictionsOfTheRealActs(t *testing.T) {
	for file, want := range map[string][]real{
		"akmola-2014-a-4-130.kk.txt": {
			{1, audit.TermConflict, "хабарламаға қол қояды – 15 минут"},  // and 5 in point 5
			{1, audit.ResultMismatch, "анықтамаға қол қою"},              // хабарлама is given
			{1, audit.RefusalUnstated, "бас тарту туралы дәлелді жауап"}, // the result is a notice only
			{1, audit.SchemeConflict, "қабылдайды және тіркейді – 10 минут"},
			{1, audit.SchemeConflict, "танысады – 20 минут"},
			{1, audit.SchemeConflict, "Қызмет берушінің басшылығы хабарламаға қол қояды– 5 минут"},
			{1, audit.SchemeConflict, "қол қояды-5 минут"},
			{1, audit.AddressConflict, "www.e.gov.kz"},
			{1, audit.ShortNameUnknown, "Орталық"}, // ХҚКО was introduced
			{1, audit.ShortNameUnknown, "ҚФБ"},     // ҚҚБ is explained
			{1, audit.ShortNameUnused, "ХҚКО"},
			{1, audit.ShortNameUnused, "ЭҮӨШ АЖО"},
			{1, audit.ShortNameUnused, "ЭҮШ"},
			{1, audit.ShortNameTwice, "көрсетілетін қызметті беруші"},
		},
		"akmola-2015-a-11-495.kk.md": {
			{1, audit.ResultMismatch, "хабарламаны даярлау"}, // the step prepares a жолдама
			{1, audit.ResultMismatch, "хабарламаға қол қою"},
			{1, audit.ShortNameUnknown, "стандарттың 9 тармағында"},
			{1, audit.ShortNameUnknown, "ҚФБ"},
			{2, audit.ShortNameTwice, "ЭЦҚ"},
			{2, audit.ShortNameUnknown, "ҚФБ"},
			{3, audit.FormConflict, "толық автоматтандырылған"},
			{3, audit.ShortNameUnknown, "ҚФБ"},
			{4, audit.ShortNameTwice, "басқарма"},
			{4, audit.ShortNameUnknown, "ҚФБ"},
			{5, audit.ShortNameUnknown, "ЖСН берілгені"},
			{5, audit.ShortNameUnknown, "ҚФБ"},
			{6, audit.Numbering, "2) кеңсе қызметкері"},
			{6, audit.StandardConflict, "№ 11342"}, // No 279; 11342 is its registration
			{6, audit.NameConflict, "корпоративішілік ауыстыру шеңберінде еңбек қызметін"},
			{6, audit.NameConflict, "корпоратившілік"},
			{6, audit.ShortNameUnknown, "ЭЦҚ"},
			{6, audit.ShortNameUnknown, "ҚФБ"},
			{6, audit.ShortNameConflict, "ЭҰТШ"}, // ЭҮТШ in the text
			{6, audit.ShortNameUnused, "ЭҮТШ"},
		},
		"almaty-2017-4-496.kk.md": {
			{1, audit.PartyConflict, "көрсетілетін қызметті берушінің дайын хабарламасын"},
			{1, audit.AddressConflict, "www.e.gov.kz"},
			{1, audit.RefusalUnprepared, "тіркеуден бас тарту туралы"},
			{1, audit.ReferenceMissing, "3 қосымша"},
			{1, audit.ShortNameConflict, "ЭҮК"}, // ЭҮШ elsewhere
			{2, audit.TermConflict, "10 (он) минут ішінде енгізеді"},
			{2, audit.FormConflict, "электрондық өтінімін"},
			{2, audit.ShortNameUnknown, "порталмен"},
			{2, audit.ReferenceMissing, "регламенттің қосымша"}, // its heading is cut
		},
		"kyzylorda-2018-1057.ru.md": {
			{1, audit.ShortNameUnused, "ЭЦП"},
			{2, audit.ReferenceMissing, "приложению к настоящему регламенту"}, // its heading is lost
			{2, audit.ShortNameUnused, "АИС"},
			{3, audit.ResultMismatch, "подписание и направление результата оказания государственной услуги в \"личный кабинет\""},
			{3, audit.ShortNameUnused, "ЭЦП"},
		},
		"west-kazakhstan-2016-122.kk.pdf.txt": {
			{1, audit.LimitExceeded, "5 (бес) жұмыс күні"}, // the steps take 20 minutes more
			{1, audit.RefusalUnstated, "бас тарту туралы қолхатты рәсімдейді"},
			{1, audit.ActorTwice, "басшысы"},
			{1, audit.ActorTwice, "кеңсе қызметкері"},
			{1, audit.ReferenceMissing, "1-қосымша"},
			{1, audit.ReferenceMissing, "2-қосымша"},
			{1, audit.ReferenceMissing, "3-қосымша"},
			{2, audit.NameConflict, "куәліктер беру"},
			{2, audit.RefusalUnstated, "8-процесс"},
			{2, audit.ResultMismatch, "8-процесс"}, // a notice, the result is a certificate
			{2, audit.ShortNameTwice, "тану туралы шешім"},
			{3, audit.LimitExceeded, "15 минут"}, // 17 at the corporation
			{3, audit.RefusalUnstated, "бас тарту туралы қолхатты рәсімдейді"},
			{3, audit.ResultMismatch, "7-процесс"}, // a notice, the result is a certificate
			{3, audit.ActorTwice, "басшысы"},
			{3, audit.ActorTwice, "кеңсе қызметкері"},
			{3, audit.ShortNameUnknown, "ЭЦҚ"},
			{6, audit.RefusalUnstated, "8-процесс"},
			{6, audit.ShortNameUnknown, "ХҚКО"},
			{6, audit.ShortNameUnknown, "ЭЦҚ"},
			{7, audit.RefusalUnstated, "8-процесс"},
			{7, audit.ShortNameTwice, "құжаттар"},
			{7, audit.TermMissing, "5) көрсетілетін қызметті берушінің кеңсе қызметкері хабарламаны тіркейді"},
			{8, audit.FormConflict, "электрондық және (немесе) қағаз"},
			{8, audit.RefusalUnstated, "8 - процесс"},
			{8, audit.ResultMismatch, "8 - процесс"},
			{9, audit.TermMissing, "1) көрсетілетін қызметті берушінің жауапты орындаушысы"},
		},
	} {
		t.Run(file, func(t *testing.T) {
			got := realReport(t, file).Contradictions
			used := make([]bool, len(got))
			for _, w := range want {
				found := false
				for i, g := range got {
					if used[i] || g.Regulation != w.regulation || g.Code != w.code || !quotes(g, w.words) {
						continue
					}
					used[i], found = true, true
					break
				}
				if !found {
					t.Errorf("not found: regulation %d, %s, %q", w.regulation, w.code, w.words)
				}
			}
			for i, g := range got {
				if !used[i] {
					t.Errorf("not in the list: regulation %d, %s: %s", g.Regulation, g.Code, g.Message)
				}
			}
		})
	}
}

func quotes(c audit.Contradiction, words string) bool {
	for _, p := range c.Places {
		if strings.Contains(p.Quote, words) {
			return true
		}
	}
	return false
}

func FuzzAudit(f *testing.F) {
	for _, name := range []string{"1-kostanay-2016-91.kk.txt", "6-karaganda-2017-53-02.ru.md"} {
		f.Add(string(testdata.Act(name)))
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := parse.Bytes("act.txt", []byte(text))
		if err != nil {
			return
		}
		for _, c := range audit.Document("act", r.Document, r.Text).Contradictions {
			for _, p := range c.Places {
				if strings.TrimSpace(p.Span.Of(r.Text)) != p.Quote {
					t.Errorf("%s: the quotation %q is not at its span %v", c.Code, p.Quote, p.Span)
				}
			}
		}
	})
}
