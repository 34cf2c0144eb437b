package source

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"reglament/model"
	"reglament/parse/source/raw"
	"reglament/testdata/realacts"
)

// dump is a text that an extractor made of a PDF: lines of a page's width, a blank at the
// end where a line was broken between words, paragraphs indented by six blanks.
const dump = `Шығыс Өңірі облысы әкімдігінің 2016 жылғы 7 маусымдағы № 77 "
Мемлекеттік көрсетілетін қызмет регламенттерін бекіту туралы" қаулысына 
өзгерістер енгізу туралы

      1. Мемлекеттік көрсетілетін қызмет стандартына сәйкес құжаттар топтамасын 
қабылдауды көрсетілетін қызметті беруші жүзеге асырады және тіркеу журналына 
т і р к е й д і .
      2. Мемлекеттік көрсетілетін қызмет  осы қаулының  сәйкес регламенті 2-қосымшасына
жаңа редакцияда жазылсын;
      3. Көрсетілетін қызметті алушы Стандарттың  көрсетілген құжаттарды 9-тармағында
ұсынады және құжаттар көрсетілетін қызметті берушіге тапсырылады, оның нәтижесі -



тіркеу журналына жазу болып табылады және көрсетілетін қызметті алушыға хабарлама 
беріледі.
      4. Портал арқылы көрсетілетін қызметті алушының рәсімдерінің (
іс -қимылдарының)  ретт іл іг ін  сипаттау:
      5. Рәсімдердің (іс-қимылдарының) реттілігін сипаттау Регламенттің  сәйкес жүзеге 3-қосымшасына
асырылады және автоматтандырылған жұмыс орны арқылы жолданады, ал құжаттар 
көрсетілетін қызметті берушіге автомат-тандырылған жүйемен жіберіледі.
      6. Көрсетілетінқызметті алушы көрсетілетін қызметті берушіге мемлекеттiк 
корпорация арқылы өтініш береді, көрсетілетін қызметті алушыға қолхат беріледі.
      7. Осы қаулының  сәйкес көрсетілетін қызметті жүзеге асырады жәнеқосымшасына
көрсетілетін қызметті алушы және көрсетілетін қызметті беруші және қызметкерлер 
және мамандар және басқалар құжаттарды қарайды.
      8. Көрсетілетін қызметті берушінің маманы құжаттарды тіркейді және оларды 
көрсетілетін қызметті берушінің басшысына жолдайды, мерзімі – 3 (үш
)  м и н у т  і ш і н д е .
      9. Көрсетілген қаулымен бекітілген мемлекеттік көрсетілетін 
қызмет  осы қаулының  сәйкес жаңа редакцияда регламенті 2-қосымшасына
ж а з ы л с ы н .
      10. "Қазақстан Республикасындағы жергілікті мемлекеттік басқару және өзін-өзі 

 2001 жылғы 23 қаңтардағы, басқару туралы" "Мемлекеттік көрсетілетін 
 2013 жылғы 15 сәуірдегі Қазақстан Республикасының қызметтер туралы"

Заңдарын басшылыққа ала отырып, әкімдік қаулы етеді.
      11. Көрсетілетін қызметті алушының тәртiбiн және мемлекеттiк қызметтердiң 
тiзiлiмiн көрсетілетін қызметті беруші жүзеге асырады.

      12. Ќағидаларѓа љзгерістер министрдіњ бұйрығымен енгізіледі.
      13. Мјслихаттыѕ ўсынысы кїнтізбелік он кїн ґткен соѕ аумаєында ќаралады.
`

func TestADumpOfAPDFBecomesTheParagraphsOfTheAct(t *testing.T) {
	text, err := Read("act.txt", []byte(dump))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		// the title goes on behind an opening quotation mark
		`Шығыс Өңірі облысы әкімдігінің 2016 жылғы 7 маусымдағы № 77 "Мемлекеттік көрсетілетін қызмет регламенттерін бекіту туралы" қаулысына өзгерістер енгізу туралы`,
		// a letter-spaced last line
		"1. Мемлекеттік көрсетілетін қызмет стандартына сәйкес құжаттар топтамасын қабылдауды көрсетілетін қызметті беруші жүзеге асырады және тіркеу журналына тіркейді.",
		// two link words, two holes
		"2. Мемлекеттік көрсетілетін қызмет регламенті осы қаулының 2-қосымшасына сәйкес жаңа редакцияда жазылсын;",
		// a link word and a page break
		"3. Көрсетілетін қызметті алушы Стандарттың 9-тармағында көрсетілген құжаттарды ұсынады және құжаттар көрсетілетін қызметті берушіге тапсырылады, оның нәтижесі - тіркеу журналына жазу болып табылады және көрсетілетін қызметті алушыға хабарлама беріледі.",
		// letters apart only at narrow letters; an opening bracket at the line's end
		"4. Портал арқылы көрсетілетін қызметті алушының рәсімдерінің (іс-қимылдарының) реттілігін сипаттау:",
		// hyphenation of a former line end
		"5. Рәсімдердің (іс-қимылдарының) реттілігін сипаттау Регламенттің 3-қосымшасына сәйкес жүзеге асырылады және автоматтандырылған жұмыс орны арқылы жолданады, ал құжаттар көрсетілетін қызметті берушіге автоматтандырылған жүйемен жіберіледі.",
		// a lost blank, Latin i
		"6. Көрсетілетін қызметті алушы көрсетілетін қызметті берушіге мемлекеттік корпорация арқылы өтініш береді, көрсетілетін қызметті алушыға қолхат беріледі.",
		// a link word glued to another
		"7. Осы қаулының қосымшасына сәйкес көрсетілетін қызметті жүзеге асырады және көрсетілетін қызметті алушы және көрсетілетін қызметті беруші және қызметкерлер және мамандар және басқалар құжаттарды қарайды.",
		// a bracket that closes on a letter-spaced line
		"8. Көрсетілетін қызметті берушінің маманы құжаттарды тіркейді және оларды көрсетілетін қызметті берушінің басшысына жолдайды, мерзімі – 3 (үш) минут ішінде.",
		// two holes in a short line are not the gaps of a justified one
		"9. Көрсетілген қаулымен бекітілген мемлекеттік көрсетілетін қызмет регламенті осы қаулының 2-қосымшасына сәйкес жаңа редакцияда жазылсын.",
		// the ends of two titles of laws
		`10. "Қазақстан Республикасындағы жергілікті мемлекеттік басқару және өзін-өзі басқару туралы" 2001 жылғы 23 қаңтардағы, "Мемлекеттік көрсетілетін қызметтер туралы" 2013 жылғы 15 сәуірдегі Қазақстан Республикасының Заңдарын басшылыққа ала отырып, әкімдік қаулы етеді.`,
		// several Latin letters in a word, the last word of several
		"11. Көрсетілетін қызметті алушының тәртібін және мемлекеттік қызметтердің тізілімін көрсетілетін қызметті беруші жүзеге асырады.",
		// letters that an old font drew as Kazakh ones
		"12. Қағидаларға өзгерістер министрдің бұйрығымен енгізіледі.",
		"13. Мәслихаттың ұсынысы күнтізбелік он күн өткен соң аумағында қаралады.",
	} {
		if !strings.Contains(text.Canonical, want+"\n") {
			t.Errorf("missing: %s", want)
		}
	}
	if t.Failed() {
		t.Log(text.Canonical)
	}
	codes := map[model.FindingCode]bool{}
	for _, f := range text.Findings {
		codes[f.Code] = true
		switch evidence := f.Span.Of(text.Canonical); {
		case f.Span.Empty() || evidence == "":
			t.Errorf("%s points at nothing", f.Code)
		case unicode.IsLetter(lastRune(evidence)) && startsLower(text.Canonical[f.Span[1]:]), !utf8.ValidString(evidence):
			t.Errorf("%s ends inside a word: %q", f.Code, evidence)
		}
	}
	for _, c := range []model.FindingCode{model.FindJoinedLetters, model.FindMovedWords, model.FindJoinedHyphen, model.FindPartedWords, model.FindReplacedLetters} {
		if !codes[c] {
			t.Errorf("no finding %s: something was repaired in silence", c)
		}
	}
}

func TestTheEndOfATitleInOtherQuotationMarksIsPutBack(t *testing.T) {
	pointed := strings.NewReplacer(`"Қазақстан Респ`, "«Қазақстан Респ", `туралы"`, "туралы»")
	text, err := Read("act.txt", []byte(pointed.Replace(dump)))
	if err != nil {
		t.Fatal(err)
	}
	const want = `10. «Қазақстан Республикасындағы жергілікті мемлекеттік басқару және өзін-өзі басқару туралы» 2001 жылғы 23 қаңтардағы, "Мемлекеттік`
	if !strings.Contains(text.Canonical, want) {
		t.Errorf("missing: %s\n%s", want, text.Canonical)
	}
}

// Texts with hard line ends, in the shapes that people and extractors give them.
func TestWrappedTextBecomesTheParagraphsOfTheAct(t *testing.T) {
	// More of the same after each, since a text has to show its width.
	more := strings.Repeat("      2. Мемлекеттік көрсетілетін қызметті көрсету кезінде құжаттарды\nқабылдауды көрсетілетін қызметті беруші жүзеге асырады және тіркейді.\n", 12)
	flush := strings.ReplaceAll(more, "      2", "2")
	spaced := strings.ReplaceAll(flush, "тіркейді.\n", "тіркейді.\n\n")
	wide := strings.ReplaceAll(strings.ReplaceAll(flush, "кезінде құжаттарды\n", "кезінде құжаттарды қабылдауды және тіркеуді порталда көрсетілетін қызметті беруші\n"), "тіркейді.\n2. ", "тіркейді. Құжаттарды бөлім\nбасшысы да қабылдайды. ")
	tests := []struct {
		what, text string
		want       []string
	}{
		{"no indentation: a full line goes on with a figure, a capital, a quotation mark",
			"Үлгі облысы әкімдігінің 2016 жылғы 15 сәуірдегі қаулысы. Үлгі облысының\nӘділет департаментінде 2016 жылғы мамырдың жиырма бесі күні тізілімде №\n4432 болып тіркелді\n" + flush,
			[]string{"Үлгі облысы әкімдігінің 2016 жылғы 15 сәуірдегі қаулысы. Үлгі облысының Әділет департаментінде 2016 жылғы мамырдың жиырма бесі күні тізілімде № 4432 болып тіркелді"}},
		{"a short line ends its paragraph", "Күшін жойған\nҮлгі облысы әкімдігінің қаулысы\n" + flush, []string{"Күшін жойған", "Үлгі облысы әкімдігінің қаулысы"}},
		{"empty lines between paragraphs: a sentence that ends with its line ends no paragraph",
			"1. Құжаттарды көрсетілетін қызметті берушінің қызметкері қабылдайды және тіркейді.\nНәтижесі – тіркеу.\n\n" + strings.ReplaceAll(spaced, "құжаттарды\n", "құжаттарды қабылдайды\n"),
			[]string{"1. Құжаттарды көрсетілетін қызметті берушінің қызметкері қабылдайды және тіркейді. Нәтижесі – тіркеу."}},
		{"empty lines inside a paragraph too: a full line goes on in lower case or in brackets",
			"1. Құжаттарды көрсетілетін қызметті берушінің қызметкері қабылдайды және тіркейді\n\n(бұдан әрі – тіркеу).\n\n" + strings.ReplaceAll(spaced, "құжаттарды\n", "құжаттарды қабылдайтын қызметкері\n"),
			[]string{"1. Құжаттарды көрсетілетін қызметті берушінің қызметкері қабылдайды және тіркейді (бұдан әрі – тіркеу)."}},
		{"empty lines between some paragraphs, and an indentation before each",
			strings.ReplaceAll(more, "тіркейді.\n", "тіркейді.\n\n") + "      3. Құжаттар тізбесі:\n      көрсетілетін қызметті алушының жеке куәлігі;\n",
			[]string{"3. Құжаттар тізбесі:", "көрсетілетін қызметті алушының жеке куәлігі;"}},
		{"a lone blank before a position, and its name far behind it",
			more + " Үлгі облысының әкімі                       А. Мысал\n\n" + more,
			[]string{"Үлгі облысының әкімі", "А. Мысал"}},
		{"a paragraph that begins deeper, in a widened line, and goes on behind a full one",
			strings.Replace(more, "      2. ", "      2.   ", 1) + "                  3.   Мемлекеттік    корпорация    арқылы   көрсету   кезінде\nіске қосылатын ақпараттық жүйелердің диаграммалары\n\"Анықтама беру\" мемлекеттік көрсетілетін қызметтің регламентінде берілген.\n" + more,
			[]string{"3. Мемлекеттік корпорация арқылы көрсету кезінде іске қосылатын ақпараттық жүйелердің диаграммалары \"Анықтама беру\" мемлекеттік көрсетілетін қызметтің регламентінде берілген."}},
		{"a note below a title that fills its line",
			"Құжаттарды тіркеу және қабылдау туралы көрсетілетін қызметтің регламенті\nЕскерту. Регламент жаңа редакцияда.\n" + flush,
			[]string{"Құжаттарды тіркеу және қабылдау туралы көрсетілетін қызметтің регламенті", "Ескерту. Регламент жаңа редакцияда."}},
		{"an empty line behind nearly every line: a full one goes on with a capital",
			strings.ReplaceAll("3. Құжаттарды қабылдауды Үлгі облысының Үлгі ауданының әкімдігі\nҮлгі ауылында жүзеге асырады.\n"+flush, "\n", "\n\n"),
			[]string{"3. Құжаттарды қабылдауды Үлгі облысының Үлгі ауданының әкімдігі Үлгі ауылында жүзеге асырады."}},
		{"a point after a full line that ends a sentence",
			"1) көрсетілетін қызметті берушінің қызметкері құжаттарды қабылдайды;\n2) басшы.\n" + flush,
			[]string{"1) көрсетілетін қызметті берушінің қызметкері құжаттарды қабылдайды;", "2) басшы."}},
		{"a blank before each title, paragraph and line around the middle",
			" \"Құжаттарды тіркеу\" мемлекеттік көрсетілетін\n қызмет регламенті\n 1. Жалпы ережелер\n" + strings.ReplaceAll(flush, "2. ", " 2. "),
			[]string{"\"Құжаттарды тіркеу\" мемлекеттік көрсетілетін қызмет регламенті", "1. Жалпы ережелер"}},
		{"a wide page, on which most paragraphs are one line",
			strings.Repeat("      1) көрсетілетін қызметті беруші;\n      2) көрсетілетін қызметті алушы;\n      3) бөлім басшысы;\n      4) маман;\n      5. Мемлекеттік көрсетілетін қызметті көрсету кезінде құжаттарды қабылдауды және тіркеуді порталда\nкөрсетілетін қызметті беруші жүзеге асырады.\n", 6) +
				"                        3. Құрылымдық бөлімшелердің\n                  (қызметкерлерінің) өзара іс-қимылы\n",
			[]string{"5. Мемлекеттік көрсетілетін қызметті көрсету кезінде құжаттарды қабылдауды және тіркеуді порталда көрсетілетін қызметті беруші жүзеге асырады.", "3. Құрылымдық бөлімшелердің (қызметкерлерінің) өзара іс-қимылы"}},
		{"a title around the middle, text under it",
			"          3. Көрсетілетін қызметті берушінің құрылымдық бөлімшелерінің\n                    (қызметкерлерінің) өзара іс-қимыл тәртібін\n                                     сипаттау\n      1. Тармақ.\n" + more,
			[]string{"3. Көрсетілетін қызметті берушінің құрылымдық бөлімшелерінің (қызметкерлерінің) өзара іс-қимыл тәртібін сипаттау", "1. Тармақ."}},
		{"stamps in Kazakh at the right",
			more + "                                          2016 жылғы 15 сәуірдегі № 122\n                                            Үлгі облысы әкімдігінің\n                                             қаулысына 1-қосымша\n                                            Үлгі облысы әкімдігінің\n                                             қаулысымен бекітілген\n",
			[]string{"2016 жылғы 15 сәуірдегі № 122 Үлгі облысы әкімдігінің қаулысына 1-қосымша", "Үлгі облысы әкімдігінің қаулысымен бекітілген"}},
		{"stamps in Russian at the right, indented with tabs",
			more + "\t\t\t\t\tПриложение 1\n\t\t\t\t\tк постановлению акимата\n\t\t\t\t\tПримерной области\n\t\t\t\t\tУтвержден\n\t\t\t\t\tпостановлением\n",
			[]string{"Приложение 1 к постановлению акимата Примерной области", "Утвержден постановлением"}},
		{"position and name in one line", more + "      Облыс әкімі                           А. Үлгібаев\n", []string{"Облыс әкімі", "А. Үлгібаев"}},
		{"lines of small type: a bracket goes on",
			"3. Көрсетілетін қызметті берушінің құрылымдық бөлімшелерінің басқа да барлық бөлімшелерімен және жергілікті атқарушы органның басқа қызметкерлерінің\n(мамандарының) тізбесі:\n" + wide,
			[]string{"3. Көрсетілетін қызметті берушінің құрылымдық бөлімшелерінің басқа да барлық бөлімшелерімен және жергілікті атқарушы органның басқа қызметкерлерінің (мамандарының) тізбесі:"}},
		{"a title with little room at its sides that ends in the word of a link",
			"   \"Үлгілерді тіркеу және оларды есепке алу жөніндегі мемлекеттік\n  қызмет көрсету\" мемлекеттік көрсетілетін қызметінің регламенті\n      1. Тармақ.\n" + more,
			[]string{"\"Үлгілерді тіркеу және оларды есепке алу жөніндегі мемлекеттік қызмет көрсету\" мемлекеттік көрсетілетін қызметінің регламенті"}},
		{"a title of lines as short as each other", "  \"Үлгілерді тіркеу және оларды есепке\n  алу\" мемлекеттік көрсетілетін қызмет\n                    регламенті\n      1. Тармақ.\n" + more,
			[]string{"\"Үлгілерді тіркеу және оларды есепке алу\" мемлекеттік көрсетілетін қызмет регламенті"}},
		{"a title whose indentation is measured in blanks narrower than its letters",
			more + "\n \"Жұмыссыз азаматтарды тіркеу және есепке қою\" мемлекеттік көрсетілетін\n                                        қызмет регламенті\n\n      1. Тармақ.\n" + more,
			[]string{"\"Жұмыссыз азаматтарды тіркеу және есепке қою\" мемлекеттік көрсетілетін қызмет регламенті"}},
		{"a title that goes on with a quotation mark, in a text with many stamps",
			"        Үлгі облысы әкімдігінің 2015 жылғы 4 тамыздағы № 204\n        \"Регламенттерді бекіту туралы\" қаулысына өзгерістер\n" + strings.Repeat(more+strings.Repeat("                                            Үлгі облысы әкімдігінің\n", 8), 2),
			[]string{"Үлгі облысы әкімдігінің 2015 жылғы 4 тамыздағы № 204 \"Регламенттерді бекіту туралы\" қаулысына өзгерістер"}},
		{"a word cut in two that the document writes nowhere else, in a widened line",
			more + "      3. Қызметті алушыны тіркеу басқа облыста да белгілі болған\nжағдайда құжаттарды  т іркеу жүргіз ілмейді ;\n",
			[]string{"3. Қызметті алушыны тіркеу басқа облыста да белгілі болған жағдайда құжаттарды тіркеу жүргізілмейді;"}},
		{"two long words that the document writes nowhere else, in a widened line",
			more + "      3. Қызметті алушыны тіркеу басқа облыста да белгілі болған\nжағдайда құжаттарды  т іркеу кезеңділігі айқындалады ;\n",
			[]string{"3. Қызметті алушыны тіркеу басқа облыста да белгілі болған жағдайда құжаттарды тіркеу кезеңділігі айқындалады;"}},
		{"a justified line whose blanks fill its width",
			more + "      3. Қызмет көрсету процесінде басшы, бөлім және олардың барлық\nкөрсетілетін  қызметті      берушінің құрылымдық бөлімшелерінің\nтізбесі.\n",
			[]string{"3. Қызмет көрсету процесінде басшы, бөлім және олардың барлық көрсетілетін қызметті берушінің құрылымдық бөлімшелерінің тізбесі."}},
		{"a stamp whose longest line has one blank before it",
			more + "               Утвержден\n       постановлением акимата\n      Примерной области\n от \"27\" февраля 2018 года № 1057\n",
			[]string{"Утвержден постановлением акимата", "Примерной области от \"27\" февраля 2018 года № 1057"}},
		{"the words of links below the line that has holes for them",
			more + "      3. Қызмет осы \n айқындалған \n көрсетіледі,\nстандартта\nмерзімде\n және басшы оны бекітеді.\n4-тармаққа сай\n",
			[]string{"3. Қызмет осы стандартта айқындалған мерзімде көрсетіледі, 4-тармаққа сай және басшы оны бекітеді."}},
		{"a justified line broken at each of its wide gaps",
			more + "      3. Қызметті көрсететін ұйымның басшысы және оның орынбасары кеңсе\nқызметкері \nқабылдаған \nқұжаттарды \nмерзімінде \nқарайды және\nтіркейді.\n",
			[]string{"3. Қызметті көрсететін ұйымның басшысы және оның орынбасары кеңсе қызметкері қабылдаған құжаттарды мерзімінде қарайды және тіркейді."}},
		{"a line broken at its wide gaps whose letters are spaced",
			more + "      3. Құжаттар жинағын кеңсе қызметкері және басшы қарайды және\nт і р к е й д і , \nо д а н \nк е й і н \nж і б е р е д і .\n",
			[]string{"3. Құжаттар жинағын кеңсе қызметкері және басшы қарайды және тіркейді, одан кейін жібереді."}},
		{"spaced letters without wider gaps between the words",
			more + "      3. Құжаттар жинағын кеңсе қызметкері және басшы А.Б.Үлгі қарайды,\nқ ы з м е т т і ж ә н е ( к е з і н д е ) А . Б . Ү л г і к ө р е д і .\n",
			[]string{"3. Құжаттар жинағын кеңсе қызметкері және басшы А.Б.Үлгі қарайды, қызметті және (кезінде) А.Б. Үлгікөреді."}},
		{"breaks whose blank begins the next piece",
			strings.ReplaceAll(more, "қызметті көрсету", "қызметті\n көрсету"), []string{"2. Мемлекеттік көрсетілетін қызметті көрсету кезінде құжаттарды қабылдауды көрсетілетін қызметті беруші жүзеге асырады және тіркейді."}},
		{"tabs for all blanks", strings.ReplaceAll("Күшін жойған\n"+more, " ", "\t"), []string{"Күшін жойған", "2. Мемлекеттік көрсетілетін қызметті көрсету кезінде құжаттарды қабылдауды көрсетілетін қызметті беруші жүзеге асырады және тіркейді."}},
		{"the last line of a page, painted on the next one too",
			more + "      3. Құжаттарды қабылдауды және тіркеуді көрсетілетін қызметті\nберушінің кеңсе қызметкері немесе басқа да уәкілетті қызметкері\n\fберушінің кеңсе қызметкері немесе басқа да уәкілетті қызметкері\nжүзеге асырады.\n" + more,
			[]string{"3. Құжаттарды қабылдауды және тіркеуді көрсетілетін қызметті берушінің кеңсе қызметкері немесе басқа да уәкілетті қызметкері жүзеге асырады."}},
		{"a heading with a number after a title that fills its line",
			"Құжаттарды қабылдау және тіркеу көрсетілетін қызметінің регламенті\n1. Жалпы ережелер\n" + flush,
			[]string{"Құжаттарды қабылдау және тіркеу көрсетілетін қызметінің регламенті", "1. Жалпы ережелер"}},
		{"pages of an extractor: running heads, page numbers, a margin",
			"   11/25/26, 7:20 AM      Қаулы\n" + strings.ReplaceAll("      1. Бірінші тармақ қабылдауды көрсетілетін қызметті берушінің басшысы\nбекітеді.\n"+more, "\n", "\n   ") + "\n   1/2\n\f" +
				"   11/25/26, 7:20 AM      Қаулы\n" + strings.ReplaceAll(more+"      3. Соңғы.\n", "\n", "\n   ") + "\n   2/2\n\f",
			[]string{"1. Бірінші тармақ қабылдауды көрсетілетін қызметті берушінің басшысы бекітеді.", "3. Соңғы."}},
		{"pages that nothing parts but the numbers that a browser prints",
			"11/25/26, 7:20 AM Қаулы\n      1. Бірінші тармақ қабылдауды көрсетілетін қызметті берушінің басшысы\nfile:///kaz/1 1/2\n11/25/26, 7:20 AM Қаулы\nбекітеді.\n" + more + "file:///kaz/1 2/2\n",
			[]string{"1. Бірінші тармақ қабылдауды көрсетілетін қызметті берушінің басшысы бекітеді."}},
		{"the number of an act at the top of a page, below that of the page",
			"1\n" + more + "\f2\n      3. Үлгі облысы әкімдігінің 2016 жылғы 15 сәуірдегі қаулысы №\n1057\n      4. Соңғы.\n" + more + "\f3\n" + more,
			[]string{"3. Үлгі облысы әкімдігінің 2016 жылғы 15 сәуірдегі қаулысы № 1057"}},
		{"a year at the end of a justified line with a wide blank",
			more + "      3. Тіркеу журналы  жыл сайын жаңартылады және ол 2001\nжылдан бері кеңседе сақталады.\n",
			[]string{"3. Тіркеу журналы жыл сайын жаңартылады және ол 2001 жылдан бері кеңседе сақталады."}},
		{"what looks like the number of a page, but not of each",
			"      1. Нысан\n1/3\n" + more, []string{"1. Нысан", "1/3"}},
		{"the margin of a browser of texts, and its list of addresses",
			strings.ReplaceAll("\n      1. Қызмет [1]Заңының 5-бабына сәйкес, [2]стандартта көзделген мерзімде\nкөрсетіледі.\n"+more, "\n", "\n   ") + "\nReferences\n\n   1. https://a.kz/kaz/docs/Z1\n   2. file:///kaz/docs/V1#z2\n",
			[]string{"1. Қызмет Заңының 5-бабына сәйкес, стандартта көзделген мерзімде көрсетіледі."}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			text, err := Read("act.txt", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range tt.want {
				if !strings.Contains("\n"+text.Canonical, "\n"+want+"\n") {
					t.Errorf("missing: %s\n%s", want, text.Canonical)
				}
			}
			for _, no := range []string{"AM", "1/2", "file:", "References"} {
				if strings.Contains(text.Canonical, no) {
					t.Errorf("%q is not part of the act", no)
				}
			}
		})
	}
}

func TestALineThatBeginsWithTheNumberOfAnActIsTheRestOfTheOneBefore(t *testing.T) {
	tests := []struct{ what, text, want string }{
		{"the day and month behind the year", "Үлгі облысы әкімдігінің қаулысы 1999 жылғы\n9 наурыз N 215\n", "Үлгі облысы әкімдігінің қаулысы 1999 жылғы 9 наурыз N 215\n"},
		{"a link on a line of its own behind the date", "Ескерту. Күші жойылды - Үлгі облысы әкімдігінің 03.02.2020\n№ А-2/40\n(қолданысқа енгізіледі) қаулысымен.\n", "Ескерту. Күші жойылды - Үлгі облысы әкімдігінің 03.02.2020 № А-2/40 (қолданысқа енгізіледі) қаулысымен.\n"},
		{"behind the end of a sentence", "1. Қаулы қабылдансын.\n№ 5 қаулының күші жойылсын.\n", "1. Қаулы қабылдансын.\n№ 5 қаулының күші жойылсын.\n"},
		{"cells of a table", "Кеңсе\n№ 1 Тіркеу\n№ 2 Қарау\n", "Кеңсе\n№ 1 Тіркеу\n№ 2 Қарау\n"},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			text, err := Read("act.txt", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if text.Canonical != tt.want {
				t.Errorf("got %q, want %q", text.Canonical, tt.want)
			}
		})
	}
}

func TestNumbersOfPagesOnLinesOfTheirOwnAreLeftOut(t *testing.T) {
	// Every line has the word of its page, as no two pages are alike.
	page := func(word string) string {
		lines := "бұл туралы хабарлайды.\n" +
			strings.Repeat("      3. Мемлекеттік көрсетілетін қызметті көрсету кезінде құжаттарды\nқабылдауды көрсетілетін қызметті беруші жүзеге асырады және оларды\nтіркейді.\n", 6) +
			"      2. Құжаттар жинағын кеңсе қызметкері және басшы қарайды, содан\nкейін оларды мұрағатқа жолдайды және журналға белгі соғады, "
		return strings.ReplaceAll(lines, "\n", " "+word+"\n") + word + "\n"
	}
	first, second, third, fourth := page("осында"), page("онда"), page("сонда"), page("мұнда")
	const whole = "белгі соғады, осында бұл туралы хабарлайды. онда\n"
	tests := []struct{ what, text, want string }{
		{"at the foot", first + "1\n" + second + "2\n" + third + "3\n" + fourth + "4\n", whole},
		{"at the head", "1\n" + first + "2\n" + second + "3\n" + third + "4\n" + fourth, whole},
		{"at the head of all pages but the first", first + "2\n" + second + "3\n" + third + "4\n" + fourth, whole},
		{"in the first column of a table", first + second + "Кесте.\n1\nТіркеу\n2\nҚарау\n3\nБекіту\n4\nБеру\n", "Кесте.\n1\nТіркеу\n2\nҚарау\n3\nБекіту\n4\nБеру\n"},
		{"in the rows of tables as far apart as pages", first + "Саны\n1\nКезең\n1\n" + second + "Келесі\n2\n3\n" + third + "Кезең\n2\n3\nСаны\n", "Кезең\n2\n3\nСаны\n"},
		{"of parts too uneven for pages", "1\n" + first + "2\n" + second + third + fourth + "3\n" + first + "4\n" + second, "белгі соғады, осында 2"},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			text, err := Read("act.txt", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(text.Canonical, tt.want) {
				t.Errorf("no %q in\n%s", tt.want, text.Canonical)
			}
		})
	}
}

func TestATitleBehindAnIndentedPointIsNoPartOfIt(t *testing.T) {
	cases := []struct{ name, lines, want string }{
		{
			// No empty line parts them: some extractors drop the space between paragraphs.
			"the last line of the point had room for the first word of the title",
			"      12. Қаулы алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң \n" +
				"қолданысқа енгізіледі.\n\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламенті\n",
			"соң қолданысқа енгізіледі.\n\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламенті\n",
		},
		{
			"the title takes two lines, and the first section stands behind it",
			"      12. Қаулы алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен \n" +
				"соң ресми жариялануға жатады және содан кейін қолданысқа енгізіледі.\n\"Анықтама беру\" мемлекеттік көрсетілетін қызмет\nрегламенті\n1-тарау. Жалпы ережелер\n",
			"енгізіледі.\n\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламенті\n1-тарау. Жалпы ережелер\n",
		},
		{
			"a Russian title behind a point that was full",
			"      12. Постановление вводится в действие по истечении десяти дней и подлежит \n" +
				"официальному опубликованию в порядке, который установлен законом о нём.\nРегламент государственной услуги \"Выдача справок\"\nГлава 1. Общие положения\n",
			"о нём.\nРегламент государственной услуги \"Выдача справок\"\nГлава 1. Общие положения\n",
		},
		{
			"a sentence that begins the line because the one before was full",
			"      12. Маман құжаттарды қарайды, тіркейді, басшыға жолдайды, мерзімі – он минут.\n" +
				"Мемлекеттік көрсетілетін қызмет нәтижесін береді.\n",
			"мерзімі – он минут. Мемлекеттік көрсетілетін қызмет нәтижесін береді.\n",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text, err := Read("act.txt", []byte(dump+c.lines))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(text.Canonical, c.want) {
				t.Errorf("%q\nwant at the end %q", text.Canonical[max(0, len(text.Canonical)-600):], c.want)
			}
		})
	}
}

func TestTheNameOfARegionIsWholeAroundItsHyphen(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Восточно - Казахстанский областной акимат ПОСТАНОВЛЯЕТ:", "Восточно-Казахстанский областной акимат ПОСТАНОВЛЯЕТ:"},
		{"акимат Северо – Казахстанской области и маслихат Западно- Казахстанской области", "акимат Северо-Казахстанской области и маслихат Западно-Казахстанской области"},
		{"АКИМАТ ЮЖНО -КАЗАХСТАНСКОЙ ОБЛАСТИ", "АКИМАТ ЮЖНО-КАЗАХСТАНСКОЙ ОБЛАСТИ"},
		{"Шығыс - Қазақстан облысының әкімдігі", "Шығыс-Қазақстан облысының әкімдігі"},
		{"поезд Восточно-Казахстанской области - Казахстанский вагон", "поезд Восточно-Казахстанской области - Казахстанский вагон"},
		{"маршрут Астана - Казахстанская улица", "маршрут Астана - Казахстанская улица"},
	} {
		text, err := Read("act.txt", []byte(c.in+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSpace(text.Canonical); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
		if found := len(text.Findings) > 0; found != (c.in != c.want) {
			t.Errorf("%q: findings %+v", c.in, text.Findings)
		}
	}
}

// Extractors drop a hyphen at the end of a line, and take each word of a line for one of
// its own where it was justified by wide gaps.
func TestWhatTheEndsOfLinesLostIsPutBack(t *testing.T) {
	more := strings.Repeat("2. Мемлекеттік қызметті көрсету кезінде веб-портал және іс-қимыл\nқабылдауды көрсетілетін қызметті беруші жүзеге асырады, тіркейді.\n", 12)
	russian := strings.Repeat("2. Услугополучатель подает документы через веб-портал и получает\nрасписку, сотрудник отдела регистрирует документы и направляет их.\n", 12)
	cases := []struct {
		name, in, want string
		found          string // reason of the finding, "" where there is none
	}{
		{"a figure and the noun it numbers", more + "3. Құжаттар стандарттың 9тармағына және (1қосымшасына) сәйкес.\n", "3. Құжаттар стандарттың 9-тармағына және (1-қосымшасына) сәйкес.", "lost_hyphen"},
		{"a figure before another word, a number with a letter", more + "3. Құжаттар № А1тармағы және 2015жылғы тізімде.\n", "3. Құжаттар № А1тармағы және 2015жылғы тізімде.", ""},
		{"a compound in another case", more + "3. Құжаттар вебпорталында және ісқимылын сипаттауда.\n", "3. Құжаттар веб-порталында және іс-қимылын сипаттауда.", "lost_hyphen"},
		{"a compound that the document writes both ways", more + strings.Repeat("3. Құжаттар вебпорталында.\n", 8), "3. Құжаттар вебпорталында.", ""},
		{"a Russian compound", russian + "3. Заявление поступает на вебпортал.\n", "3. Заявление поступает на веб-портал.", "lost_hyphen"},
		{"a justified line", russian + "3. Ответственный специалист проверяет документы. Результат процедуры\n(действия):\nподготовка\nи\nнаправление\nуведомления\nлибо\nотказа\nмотивированного ответа руководителю.\n",
			"3. Ответственный специалист проверяет документы. Результат процедуры (действия): подготовка и направление уведомления либо отказа мотивированного ответа руководителю.", ""},
		{"a justified line that begins a point", russian + "документы.\n9.\nПредоставление\nуслугополучателем\nнеполного\nпакета\nдокументов\nявляется основанием для отказа.\n",
			"9. Предоставление услугополучателем неполного пакета документов является основанием для отказа.", ""},
		{"a link on a line of its own, in its place", russian + "5. Прием ведет отдел в соответствии с \nЗаконом\n Республики о них.\n",
			"5. Прием ведет отдел в соответствии с Законом Республики о них.", ""},
		{"words that fill no line", russian + "4. Прием заявлений осуществляется.\nчерез\nвыдача\nрезультатов\n" + russian, "через", "lone_words"},
		{"cells of a table", russian + "Наименование\nСрок\nРезультат\n" + russian, "Результат", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text, err := Read("act.txt", []byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains("\n"+text.Canonical, "\n"+c.want) {
				t.Errorf("missing: %s\n%s", c.want, text.Canonical)
			}
			found := ""
			for _, f := range text.Findings {
				found = strings.TrimPrefix(f.Reason.ID, "reason.")
				if f.Span.Empty() || !utf8.ValidString(f.Span.Of(text.Canonical)) {
					t.Errorf("%s points at %q", f.Code, f.Span.Of(text.Canonical))
				}
			}
			if found != c.found {
				t.Errorf("finding %q, not %q: %+v", found, c.found, text.Findings)
			}
		})
	}
}

func TestWordsThatFellApartAreWhole(t *testing.T) {
	// A text has to show its width and its words, and that they fall apart.
	more := strings.Repeat("      2. Мемлекеттік көрсетілетін қызметті көрсету кезінде құжаттарды\nқабылдауды көрсетілетін қызметті беруші жүзеге асырады және тіркейді.\n", 12)
	apart := strings.Repeat("      3. Басшы көрсе тілетін қызметті алушының өтінішін және құжаттар ды\nқарайды, содан кейін хабарламаны дайындау үшін маманға береді, ол оны\nжүзеге асы рады.\n", 4)
	tests := []struct{ what, text, want string }{
		{"where the document writes the whole elsewhere", more + apart, "3. Басшы көрсетілетін қызметті алушының өтінішін және құжаттарды қарайды, содан кейін хабарламаны дайындау үшін маманға береді, ол оны жүзеге асырады."},
		{"not where it does not", more + apart + "      4. Үлгі бө лімі.\n", "4. Үлгі бө лімі."},
		{"not two words that the document writes apart more often", more + apart + "      4. Сәлбендерік сәлбендерік.\n      5. Сәлбен дерік, сәлбен дерік, сәлбен дерік.\n", "5. Сәлбен дерік, сәлбен дерік, сәлбен дерік."},
		{"a consonant, which is no word", more + strings.Repeat("      3. Басшы х абарламаға қол қояды, к уәлікті тіркейді және оны алушыға\nпочта арқылы жібереді.\n", 5), "3. Басшы хабарламаға қол қояды, куәлікті тіркейді және оны алушыға почта арқылы жібереді."},
		{"not a Russian preposition", strings.Repeat("      2. Услугодатель принимает документы, которые перечислены в приложении\nк настоящему регламенту, в течение одного рабочего дня и с копиями документов\nпередает руководителю.\n", 12), "2. Услугодатель принимает документы, которые перечислены в приложении к настоящему регламенту, в течение одного рабочего дня и с копиями документов передает руководителю."},
		{"not a few in a text whose words are whole", more + "      4. Бұл мақсатқа арналған назначение, назначение және на значение.\n", "4. Бұл мақсатқа арналған назначение, назначение және на значение."},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			text, err := Read("act.txt", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains("\n"+text.Canonical, "\n"+tt.want+"\n") {
				t.Errorf("no %q in\n%s", tt.want, text.Canonical)
			}
		})
	}
}

// A page in the layout of its columns has gaps where words of links stood, and between a position
// and a name.
func TestAWideGapPartsAPositionAndANameNotASentence(t *testing.T) {
	more := strings.Repeat("      2. Мемлекеттік көрсетілетін қызметті көрсету кезінде құжаттарды\nқабылдауды көрсетілетін қызметті беруші жүзеге асырады және тіркейді.\n", 12)
	for lines, want := range map[string]string{
		"      9. Диаграмма көрсетілетін қызмет регламентінің (бұдан әрі –\nРегламент)               1-қосымшасында\nберілген.\n":       "Диаграмма көрсетілетін қызмет регламентінің (бұдан әрі – Регламент) 1-қосымшасында берілген.",
		"      9. Хабарлама осы регламентте көрсетілген мерзімде үй-жайда болған\nөтініш берушіге               қолма-қол\nберіледі.\n": "өтініш берушіге қолма-қол берілед",
		"      9. Қаулы күшіне енеді.\n      Облыс әкімі               А. Үлгі\n":                                                       "\nОблыс әкімі\nА. Үлгі\n",
	} {
		text, err := Read("act.txt", []byte(more+lines))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(text.Canonical, want) {
			t.Errorf("no %q in\n%s", want, text.Canonical[strings.Index(text.Canonical, "9. "):])
		}
	}
}

func TestASpelledVerbIsWhole(t *testing.T) {
	for in, want := range map[string]string{
		"Мәслихат Ш Е Ш І М  Е Т Т І:":               "Мәслихат ШЕШІМ ЕТТІ:",
		"Ш Е Ш І М І":                                "ШЕШІМІ",
		"районный маслихат Р Е Ш И Л:":               "районный маслихат РЕШИЛ:",
		"акимат П О С Т А Н О В Л Я Е Т: 1. Принять": "акимат ПОСТАНОВЛЯЕТ: 1. Принять",
		"водители категорий А В С Д Е":               "водители категорий А В С Д Е",
		"Б. Т. А. Р. Үлгіев":                         "Б. Т. А. Р. Үлгіев",
	} {
		text, err := Read("act.txt", []byte(in+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if text.Canonical != want+"\n" {
			t.Errorf("%q: got %q", in, text.Canonical)
		}
		if told := slices.ContainsFunc(text.Findings, func(f model.Finding) bool { return f.Code == model.FindJoinedLetters }); told != (in != want) {
			t.Errorf("%q: findings %+v", in, text.Findings)
		}
	}
}

func TestPartsOfAWordThatMayBeTwoAreAWarning(t *testing.T) {
	more := strings.Repeat("      2. Мемлекеттік көрсетілетін қызметті көрсету кезінде құжаттарды\nқабылдауды көрсетілетін қызметті беруші жүзеге асырады және тіркейді.\n", 12)
	apart := strings.Repeat("      3. Басшы көрсе тілетін қызметті алушының өтінішін және құжаттар ды\nқарайды, содан кейін хабарламаны дайындау үшін маманға береді, ол оны\nжүзеге асы рады.\n", 4)
	const once = "      4. Сәлбендерік болады.\n      5. Бұл сәлбен дерік екен.\n"
	for text, want := range map[string]string{more + apart + once: "сәлбен дерік", more + once: ""} {
		read, err := Read("act.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range read.Findings {
			if f.Code == model.FindDisplacedWords {
				got += f.Span.Of(read.Canonical)
			}
		}
		if got != want {
			t.Errorf("warned of %q, not of %q", got, want)
		}
	}
}

func TestKazakhLettersOfAnotherFontGoBackIntoTheirWords(t *testing.T) {
	line := "1. К ө рсетілетін қ ызметті ң  н ә тижесін (б ұ дан ә рі – қ ызмет) ж ә не оны қ абылдау ғ а: қ абылдайды, \" Ә ділет\" Д. Ә ділбеков\n" +
		"2. Есепке қ ою ү шін қ оса ұ сынылатын құ жатты, құ жаттар ғ а 9- қ осымшаны, Қ аза қ стан ҚАУЛЫСЫ, бас қ а жа ғ дайда ( қ алада)\n"
	want := "1. Көрсетілетін қызметтің нәтижесін (бұдан әрі – қызмет) және оны қабылдауға: қабылдайды, \"Әділет\" Д. Әділбеков\n" +
		"2. Есепке қою үшін қоса ұсынылатын құжатты, құжаттарға 9-қосымшаны, Қазақстан ҚАУЛЫСЫ, басқа жағдайда (қалада)\n"
	cases := []struct {
		name, in, want string
		code           model.FindingCode
		severity       model.Severity
	}{
		{"blanks around them", strings.Repeat(line, 3), want, model.FindJoinedLetters, model.Info},
		{"on lines of their own: nothing is put anywhere", strings.Repeat("К рсетілетін ызметті н тижесі\nө\nқ\nң\nә\n", 20), "К рсетілетін ызметті н тижесі ө қ ң ә\n", model.FindDisplacedWords, model.Warning},
		{"subpoints with letters for numbers", strings.Repeat("ә) құжатты қабылдау;\nғ) тіркеу.\n", 40), "ә) құжатты қабылдау;\nғ) тіркеу.\n", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text, err := Read("act.txt", []byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(text.Canonical, c.want) {
				t.Errorf("got\n%s\nwant\n%s", text.Canonical, c.want)
			}
			told := c.code == ""
			for _, f := range text.Findings {
				told = told || f.Code == c.code && f.Severity == c.severity
			}
			if !told || c.code == "" && len(text.Findings) > 0 {
				t.Errorf("findings %+v", text.Findings)
			}
		})
	}
}

// Some extractors begin a line at each change of the font, and end it there: lines of the
// page end beside such letters too.
func TestKazakhLettersOnLinesOfTheirOwnGoBackIntoTheirWords(t *testing.T) {
	const page = `1. Көрсетілетін қызметтің нәтижесін қызмет облысы алушыға көрсетеді және құжаттарды
әкімдігінің бөлімі алушының басшысына, ол үшін "Әділет" қызметі (бұдан әрі – қызмет)
осы 15 сәуірдегі № 7 шешіммен 9-тармақ бойынша жауап береді, бұл үлгі облысы
әкімдігінің шешімі керек, облысы әкімдігінің құжаттарды бөлімі; басшысына ақшалай
өтеу болмаса ақшалай көмек, маңызы бар қаласының өзі, М.Қ.Үлгілі.
`
	want := strings.TrimSpace(strings.ReplaceAll(page, "\n", " "))
	broken := func(page string) string {
		var b strings.Builder
		at := 0
		eachKazakh(page, func(start, end int) {
			b.WriteString(strings.TrimSuffix(page[at:start], "\n") + "\n" + page[start:end] + "\n")
			at = end + len(page[end:]) - len(strings.TrimPrefix(page[end:], "\n"))
		})
		return b.String() + page[at:]
	}
	text, err := Read("act.txt", []byte(broken(strings.Repeat(page, 5))))
	if err != nil {
		t.Fatal(err)
	}
	if got := text.Canonical; got != strings.Repeat(want+"\n", 5) {
		t.Errorf("got\n%s\nwant five times\n%s", got, want)
	}
	if len(text.Findings) == 0 || text.Findings[0].Code != model.FindJoinedLetters {
		t.Errorf("findings %+v", text.Findings)
	}
	displaced := strings.Repeat("К рсетілетін ызметті н тижесі\nө\nқ\nң\nә\n", 20)
	if got, _ := joinLone(displaced); got != displaced {
		t.Errorf("letters that are out of their places went somewhere: %.200s", got)
	}
}

// Some extractors end a line at each blank: those of the page end without one.
func TestATextThatIsBrokenAtEachBlankIsWhole(t *testing.T) {
	// Where "_" stands the word of a link is behind its line.
	page := "      1. Услугополучатель подает заявление согласно _ к стандарту услуги\nприложению\nпорядка и получает расписку, сотрудник отдела регистрирует документы.\n" +
		"      2. Сотрудник отдела проверяет документы услугополучателя и передает их\nруководителю отдела, который подписывает результат и возвращает их.\n"
	want := "1. Услугополучатель подает заявление согласно приложению к стандарту услуги порядка и получает расписку, сотрудник отдела регистрирует документы.\n" +
		"2. Сотрудник отдела проверяет документы услугополучателя и передает их руководителю отдела, который подписывает результат и возвращает их.\n"
	var b strings.Builder
	for l := range strings.Lines(strings.Repeat(page, 6)) {
		indent := len(l) - len(strings.TrimLeft(l, " "))
		words := strings.ReplaceAll(l[indent:], " ", " \n")
		b.WriteString(l[:indent] + strings.ReplaceAll(words, "_", ""))
	}
	text, err := Read("act.txt", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if text.Canonical != strings.Repeat(want, 6) {
		t.Errorf("got\n%s", text.Canonical)
	}
	moved := 0
	for _, f := range text.Findings {
		if f.Code == model.FindMovedWords {
			moved++
		}
	}
	if moved != 6 {
		t.Errorf("%d findings of moved words, not 6: %+v", moved, text.Findings)
	}
	if got := joinBroken(page); got != page {
		t.Errorf("a text with lines of a page became %q", got)
	}
}

func TestWordsThatNothingPutsInOrderAreAWarning(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"letters of two texts", "Регламент \"Выдача справки лицам, ищУутщвеиржх дреанботу\"", "ищУутщвеиржх"},
		{"letters and figures", "1. Жалпы ережелер қ2а0у4лысымен (бұдан әрі)", "қ2а0у4лысымен"},
		{"two lines with no blank between them", "Регламенттерді бекіту туралыҮлгі облысының", "туралыҮлгі"},
		{"at the end", "регламенттерді бекіту туралыҮлгі", "туралыҮлгі"},
		{"requisites glued to the portal's status", "Күшін жойғанҚостанай облысы әкімдігінің қаулысы", ""},
		{"other words in its place", "Жаңадан ашылғанҚостанай қаласы", "ашылғанҚостанай"},
		{"names, abbreviations, one figure", "ЗАГСтан және ҚазПошта, ТехСтандарт 100м2ге, іс-Қимыл, eҮкімет, МҚК-нің, №А5б, 2016ж", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text, err := Read("act.txt", []byte(c.in+"\n"))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, f := range text.Findings {
				if f.Code == model.FindDisplacedWords && f.Severity == model.Warning {
					got += f.Span.Of(text.Canonical)
				}
			}
			if got != c.want {
				t.Errorf("warned of %q, not of %q: %+v", got, c.want, text.Findings)
			}
		})
	}
}

func TestWordsOnALineOfTheirOwnInsideAParagraphAreAWarning(t *testing.T) {
	more := strings.Repeat("      2. Мемлекеттік көрсетілетін қызметті көрсету кезінде құжаттарды\nқабылдауды көрсетілетін қызметті беруші 2016 жылғы тәртіппен жүзеге\nасырады және тіркейді.\n", 12)
	tests := []struct{ what, text, want string }{
		{"a link", "      1. Қызмет Үлгі облысы әкімдігінің 2001 жылғы 23 қаңтардағы\nстандартының\nталаптарына сәйкес жұмыс күндері қалалық орталықта көрсетіледі.\n", "стандартының"},
		{"a part of a sentence behind the end of one", "      1. Басшы құжаттарды қарайды.\n\nқамтуға жәрдемдесудің\n\n      3. Басшы құжаттарды қарайды.\n", "қамтуға жәрдемдесудің"},
		{"a paragraph in lower case that ends a sentence, an item that does not", "      1. Құжаттар берілсін.\n\nкөрсетілген қаулының күші жойылсын.\n\n      3. Құжаттар:\n\nжеке куәлік;\n\nөтініш\n\n      4. Басшы қарайды.\n", ""},
		{"the words behind follow those before", "      1. Құжаттарды кеңсенің маманы ертең мемлекеттік көрсетілетін\nбұдан әрі\nқызметті көрсету кезінде құжаттарды басшыға береді және тіркейді.\n", "бұдан әрі"},
		{"a line of a title that is wrapped by hand", "      1. Құжаттарды кеңсенің маманы ертең мемлекеттік көрсетілетін\nқызметті\nкөрсету кезінде құжаттарды басшыға береді және оларды тіркейді.\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			text, err := Read("act.txt", []byte(more+tt.text+more))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, f := range text.Findings {
				if f.Code == model.FindDisplacedWords && f.Severity == model.Warning {
					got += strings.TrimSpace(f.Span.Of(text.Canonical))
				}
			}
			if got != tt.want {
				t.Errorf("warned of %q, not of %q: %+v", got, tt.want, text.Findings)
			}
		})
	}
}

func TestAMissingLinkWordIsAWarningNotAGuess(t *testing.T) {
	broken := strings.Replace(dump, "      8.", `      9. Құжаттарды көрсетілетін қызметті беруші қарайды және көрсетілетін қызметті

 2001 жылғы 23 қаңтардағы, басқару туралы" мемлекеттік көрсетілетін қызметті алушы 
тапсырады.
      8.`, 1)
	text, err := Read("act.txt", []byte(broken))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range text.Findings {
		if f.Code == model.FindDisplacedWords && f.Severity == model.Warning && strings.Contains(f.Span.Of(text.Canonical), "2001 жылғы") {
			return
		}
	}
	t.Errorf("no warning for the hole before «2001 жылғы»: %+v", text.Findings)
}

func TestMarkdownLosesItsMarksAndNothingElse(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"headings, emphasis, links", "## Бекіту туралы\n\n### *Күшін жойған*\n\n**Ескерту. Күші жойылды.**\n\n1) [www.egov.kz](http://www.egov.kz) порталы;\n",
			"Бекіту туралы\nКүшін жойған\nЕскерту. Күші жойылды.\n1) www.egov.kz порталы;\n"},
		{"numbers that are kept from being those of lists", "Ереже\n\n1\\. Жалпы\n\n1\\) бірінші;\n\n2\\) екінші.\n", "Ереже\n1. Жалпы\n1) бірінші;\n2) екінші.\n"},
		{"a table between rules", "# Ереже\n\n# Екі\n\n  ----------------- -------------\n  *   []{#z18}Әкім* *А. Үлгібаев*\n  ----------------- -------------\n\nҮш\n", "Ереже\nЕкі\nӘкім\nА. Үлгібаев\nҮш\n"},
		{"numbers of points stay the act's own", "# Ереже\n\n# Жалпы\n\n3. Үшінші тармақ.\n\n- 2) екінші;\n- 2) қате нөмір;\n", "Ереже\nЖалпы\n3. Үшінші тармақ.\n2) екінші;\n2) қате нөмір;\n"},
		{"a stamp with hard breaks is one paragraph", "# Ереже\n\n# Екі\n\nАқтөбе облысы әкімдігінің  \n2015 жылғы 23 қазандағы  \n№ 12 қаулысымен  \nбекітілді\n", "Ереже\nЕкі\nАқтөбе облысы әкімдігінің 2015 жылғы 23 қазандағы № 12 қаулысымен бекітілді\n"},
		{"a paragraph that a page break cut", "# Ереже\n\n# Екі\n\nқызметкері тиісті құжаттарды\n\nқабылдайды;\n", "Ереже\nЕкі\nқызметкері тиісті құжаттарды қабылдайды;\n"},
		{"the mark of a form below that of its annex", "# Ереже\n\n# Екі\n\nқызмет регламентіне 2-қосымша\n\nнысан\n\nӨтініш\n", "Ереже\nЕкі\nқызмет регламентіне 2-қосымша\nнысан\nӨтініш\n"},
		{"labels in lower case begin paragraphs", "# Регламент\n\n# Раздел\n\nпроцесс 1 – ввод данных\n\nпроцесс 2 – проверка\n\nусловие 1 – сверка\n", "Регламент\nРаздел\nпроцесс 1 – ввод данных\nпроцесс 2 – проверка\nусловие 1 – сверка\n"},
		{"steps and stages that are labelled in lower case begin paragraphs", "# Регламент\n\n# Раздел\n\nна этапе рассмотрения\n\nдействие 1 – прием\n\nэтап 2 – проверка\n", "Регламент\nРаздел\nна этапе рассмотрения\nдействие 1 – прием\nэтап 2 – проверка\n"},
		{"attributes of a converter", "# Ереже {#z1}\n\n## Екі {.note}\n\n::: {style=\"clear:both\"}\n:::\n\n[]{#z14}Бекітілген\\\nқаулымен, [№ 5](/kaz/docs/V1#z5){.link}\n\n> 2-қосымша\n", "Ереже\nЕкі\nБекітілген қаулымен, № 5\n2-қосымша\n"},
		{"lines wrapped by a converter", "# Ереже\n\n## Екі\n\nҚаулы №\n1057. Тіркелді:\n1) бірі;\n2) екі.\n\n*Облыс әкімі* *А. Үлгібаев* -- ![](x.jpg){height=\"293\"}\n", "Ереже\nЕкі\nҚаулы № 1057. Тіркелді:\n1) бірі;\n2) екі.\nОблыс әкімі А. Үлгібаев –\n"},
		{"a table in tags", "<table data-border=\"0\">\n<tr>\n<td> </td>\n<td width=\"228\">Үлгі облысы әкімдігінің<br />\n№ 12 қаулысымен бекітілді</td>\n</tr>\n<tr>\n<td>Бір</td>\n<td>Екі <5 күн></td>\n</tr>\n</table>\n\n### Ереже\n\n### Екі\n", "Үлгі облысы әкімдігінің № 12 қаулысымен бекітілді\nБір\nЕкі <5 күн>\nЕреже\nЕкі\n"},
		{"lines of a page without paragraphs, which end in breaks", "# Ереже\n\n## Екі\n\n      1. Бір:  \n      бірінші жол;  \n\n      Бекітілген  \nқаулымен\n\n      2. Екі\\\n      Үш\n", "Ереже\nЕкі\n1. Бір:\nбірінші жол;\nБекітілген қаулымен\n2. Екі\nҮш\n"},
		{"headings that are underlined", "Ереже\n=====\n\nЖалпы ережелер\n--------------\n1. Бір\n\n**Екі**\n\n**Үш**\n", "Ереже\nЖалпы ережелер\n1. Бір\nЕкі\nҮш\n"},
		{"headings that a converter wrapped", "### \"Үлгі бағдарламасына қатысуға тілек білдірген азаматтарды есепке қою жөнінде\nқызмет көрсету\" регламенті\n\n### Жұмыссыз азаматтарды тіркеу және есепке қою жөніндегі қызмет көрсетудің қысқаша\nЕрежесі\n\n### Екі\n1. Бір\n",
			"\"Үлгі бағдарламасына қатысуға тілек білдірген азаматтарды есепке қою жөнінде қызмет көрсету\" регламенті\nЖұмыссыз азаматтарды тіркеу және есепке қою жөніндегі қызмет көрсетудің қысқаша Ережесі\nЕкі\n1. Бір\n"},
		{"lines that are whole paragraphs, without blank ones between", "## **\"Үлгі бағдарламасына қатысуға тілек білдірген азаматтарды есепке қою\" регламенті**\n**Ескерту. Регламент жаңа редакцияда.**\n### Екі\n1. Қызмет беруші құжаттарды қарайды, толықтығын тексереді, талаптарға сәйкестігін анықтайды, ведомстволық ақпараттық жүйеге енгізеді, хабарлама жобасын дайындайды, басшыға қол қоюға ұсынады және нәтижесін тіркейді.\nБарынша көп уақыт:\nкүту – 15 минут;\nқызмет көрсету – 20\nминут.\nҮш\n4. Төрт\n",
			"\"Үлгі бағдарламасына қатысуға тілек білдірген азаматтарды есепке қою\" регламенті\nЕскерту. Регламент жаңа редакцияда.\nЕкі\n1. Қызмет беруші құжаттарды қарайды, толықтығын тексереді, талаптарға сәйкестігін анықтайды, ведомстволық ақпараттық жүйеге енгізеді, хабарлама жобасын дайындайды, басшыға қол қоюға ұсынады және нәтижесін тіркейді.\nБарынша көп уақыт:\nкүту – 15 минут;\nқызмет көрсету – 20 минут.\nҮш\n4. Төрт\n"},
		{"tables without borders at their edges", "# Ереже\n\n# Екі\n\n_     Облыс әкімі_ | _А. Үлгібаев_  \n---|---  \n  \n  | Үлгі облысы әкімдігінің  \n№ 12 қаулысымен  \nбекітілді  \n---|---  \n\nСаты | Мерзімі\n---|---\nТіркеу | 5 минут\n\nБір | екі\n", "Ереже\nЕкі\nОблыс әкімі\nА. Үлгібаев\nҮлгі облысы әкімдігінің № 12 қаулысымен бекітілді\nСаты\nМерзімі\nТіркеу\n5 минут\nБір | екі\n"},
		{"parts of a page around it", "<div class=\"main\">\n\n<div class=\"slogan\">\n\n# Ереже\n\n</div>\n\n## Екі\n\n1. Бір\n", "Ереже\nЕкі\n1. Бір\n"},
		{"underscores to fill in", "# Ереже\n\n# Екі\n\nТегі ______ Аты ______ __мөр__\n", "Ереже\nЕкі\nТегі ______ Аты ______ мөр\n"},
		{"underscores of emphasis and of names", "# Ереже\n\n# Екі\n\n_Облыс әкімі_ А_1 ___ үлгі@a_b.kz\n", "Ереже\nЕкі\nОблыс әкімі А_1 ___ үлгі@a_b.kz\n"},
		{"escaped signs and entities", "# Ереже\n\n# Екі\n\n5\\. Баға \\* 2 &amp; 3\n", "Ереже\nЕкі\n5. Баға * 2 & 3\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text, err := Read("act.md", []byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if text.Canonical != c.want {
				t.Errorf("got\n%s\nwant\n%s", text.Canonical, c.want)
			}
			if text.Source.Format != model.Markdown {
				t.Errorf("format %s", text.Source.Format)
			}
		})
	}
}

func TestWhatCannotBeReadIsRefusedInOneSentence(t *testing.T) {
	cases := []struct {
		name, in, want string
	}{
		{"empty", "", "act.txt: the file is empty"},
		{"blanks", " \n\t \n", "act.txt: the file has no text, only blanks"},
		{"a list of words", strings.Repeat("тәртіп\n", 1<<16+1), "act.txt: more than 65,536 lines or tags shorter than 32 bytes on average, which no act has"},
		{"a page of tags", "<html>" + strings.Repeat("<p>ә", 1<<16), "act.txt: more than 65,536 lines or tags shorter than 8 bytes on average, which no act has"},
		{"RTF", `{\rtf1\ansi 1. \u1040?}`, "act.txt: it is an RTF file; save it as .docx"},
		{"a compressed file", "\x28\xb5\x2f\xfd\x04\x00\x00\x00\x00\x00", "act.txt: it is an archive (.zst); the command ingest reads .zip, .tar and .tar.gz, unpack others"},
		{"a tar archive", "act.txt" + strings.Repeat("\x00", 250) + "ustar\x0000", "act.txt: it is an archive (.tar); the command ingest reads .zip, .tar and .tar.gz, unpack others"},
		{"a scanned page", "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00", "act.txt: it is a picture (JPEG); have its text recognised first"},
		{"binary", "\x7fELF\x02\x01\x01\x00\x00\x00\x00", "act.txt: binary data, not a text of an act"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read("act.txt", []byte(c.in))
			if err == nil || err.Error() != c.want {
				t.Errorf("error %q, want %q", err, c.want)
			}
		})
	}
}

func TestAReasonIsOneLineWhateverWasInTheFile(t *testing.T) {
	bytes := "%PDF-1.4\n1 0 obj\n<" + strings.Repeat("zz\n\x01", 300) + ">\nendobj\ntrailer\n<</Root 1 0 R/Size 2>>\nstartxref\n9\n%%EOF\n"
	_, err := Read("act.pdf", []byte(bytes))
	if err == nil {
		t.Fatal("no error")
	}
	if s := err.Error(); strings.ContainsAny(s, "\n\x01") || len(s) > 500 {
		t.Errorf("%q", s)
	}
	broken := Reader{PDF: func(context.Context, []byte) (raw.Content, error) {
		return raw.Content{}, errors.New("malformed hex string n \n 0000\x02\xff" + strings.Repeat("а", 500))
	}}
	_, err = broken.Read(t.Context(), "act.pdf", []byte(bytes))
	if s := err.Error(); strings.ContainsAny(s, "\n\x02") || !utf8.ValidString(s) || !strings.HasSuffix(s, "а…") || utf8.RuneCountInString(s) > 220 {
		t.Errorf("%q", s)
	}
}

func TestTheFormatIsToldByContent(t *testing.T) {
	cases := []struct {
		in   string
		want model.Format
	}{
		{"%PDF-1.4 …", model.PDF}, {"PK\x03\x04…", model.DOCX}, {"\xef\xbb\xbf<!DOCTYPE html><html>", model.HTML},
		{"<div><p>1. Пункт</p></div>", model.HTML}, {"1. Пункт <не тег>", model.Plain}, {"<\x00h\x00t\x00m\x00l\x00>\x00", model.HTML},
		{"<table><tr><td>Бекітілді</td></tr></table>\n\n### Регламент\n\n1. Пункт", model.Plain}, // Markdown is told from text later
	}
	for _, c := range cases {
		if got := sniff([]byte(c.in)); got != c.want {
			t.Errorf("%q is %s, not %s", c.in, got, c.want)
		}
	}
}

// letters counts the letters and digits of a text, Latin look-alikes as Cyrillic ones.
func letters(s string) map[rune]int {
	n := map[rune]int{}
	for _, r := range norm.NFC.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n[r]++
		}
	}
	return n
}

func TestNoLetterOfARealActIsLost(t *testing.T) {
	for _, f := range realacts.Files(t) {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		text, err := Read(filepath.Base(f), data)
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		kept := text.Canonical
		for _, finding := range text.Findings {
			if finding.Code == model.FindDroppedFurniture {
				kept += strings.TrimPrefix(finding.Message, "not part of the act, left out: ")
			}
		}
		want, got := letters(withoutAddresses(string(data))), letters(kept)
		for r, n := range want {
			// A replaced Latin letter is counted as its Cyrillic twin.
			if c, ok := twin(r); ok {
				n += want[c]
				if got[r]+got[c] != n {
					t.Errorf("%s: %d letters %q and %q of %d", filepath.Base(f), got[r]+got[c], r, c, n)
				}
				continue
			}
			if _, ok := twinOf(r); ok {
				continue
			}
			if got[r] != n {
				t.Errorf("%s: %d letters %q of %d", filepath.Base(f), got[r], r, n)
			}
		}
	}
}

// withoutAddresses drops the addresses of Markdown links: their text stays.
func withoutAddresses(s string) string {
	for {
		i := strings.Index(s, "](")
		if i < 0 {
			return s
		}
		end := strings.IndexByte(s[i:], ')')
		if end < 0 {
			return s
		}
		s = s[:i] + s[i+end+1:]
	}
}

func twin(r rune) (rune, bool) {
	c, changed := cyrillic(string(r) + "ж")
	if !changed {
		return 0, false
	}
	first, _ := utf8.DecodeRuneInString(c)
	return first, true
}

func twinOf(c rune) (rune, bool) {
	for r := rune('A'); r <= 'z'; r++ {
		if t, ok := twin(r); ok && t == c {
			return r, true
		}
	}
	return 0, false
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(dump))
	f.Add([]byte("## Тақырып\n\n- 1) бірінші;\n\nжалғасы [a](b)\n"))
	f.Add([]byte("ә\u0301 i\u0327 т i р к е л д i\r\n\u00a0\u00ad"))
	f.Add([]byte("а  б  в\n  ,  2-\n қосымшасына"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := Read("fuzz", data)
		if err != nil {
			return
		}
		if !utf8.ValidString(text.Canonical) || strings.Contains(text.Canonical, "  ") || strings.Contains(text.Canonical, "\r") {
			t.Fatalf("canonical text is not canonical: %q", text.Canonical)
		}
		for i, p := range text.Paragraphs {
			s := p.Of(text.Canonical)
			if s == "" || strings.TrimSpace(s) != s || strings.Contains(s, "\n") {
				t.Fatalf("paragraph %d is %q", i, s)
			}
		}
		for _, m := range text.Findings {
			if m.Span[0] < 0 || m.Span[1] < m.Span[0] || m.Span[1] > len(text.Canonical) {
				t.Fatalf("%s: span %v outside a text of %d bytes", m.Code, m.Span, len(text.Canonical))
			}
		}
	})
}

func TestTheQuickLookLeavesWhatTidyAndNFCLeave(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		s := "и" + string(r) + "е"
		isTidy, isComposed := looksTidy(s)
		if isComposed && !norm.NFC.IsNormalString(s) {
			t.Errorf("NFC makes %q of %q", norm.NFC.String(s), s)
		}
		if slow := tidy(s + "\t"); isTidy && slow != s+" " {
			t.Errorf("tidy makes %q of %q", slow, s)
		}
	}
	for _, s := range []string{"Әкімдік – «қаулы» № 5 © → ₸…", "и–е"} {
		if isTidy, _ := looksTidy(s); !isTidy {
			t.Errorf("%q is looked at letter by letter", s)
		}
	}
	if _, isComposed := looksTidy("№\u00a05\u202fж."); !isComposed {
		t.Error("NFC looks at a text with blanks of its own letter by letter")
	}
}

// Text that was copied from a PDF into a word processor or a page has a paragraph for each line.
func TestABlankToFillInEndsTheLineOfAForm(t *testing.T) {
	const form = "Нысан:\nатауы ______________________\nбасшының тегі, аты ____________\nмекенжайы\nжәне телефоны\n"
	text, err := Read("form.txt", []byte(form))
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Replace(form, "мекенжайы\n", "мекенжайы ", 1); strings.TrimSpace(text.Canonical) != strings.TrimSpace(want) {
		t.Errorf("got:\n%s\nwant:\n%s", text.Canonical, want)
	}
}

func TestParagraphsThatAreLinesOfAPageAreJoined(t *testing.T) {
	var wrapped, whole, short []string
	for i := range 24 {
		first := fmt.Sprintf("%d. Көрсетілетін қызметті беруші құжаттарды қабылдап, оларды тіркеу", i+1)
		rest := []string{"журналына енгізеді және көрсетілетін қызметті алушыға өтініштің қашан", "және кімнің өтініші бойынша аумақтық орналасуына сай филиал арқылы", "Мемлекеттік корпорацияға түскені туралы белгісі бар талон береді."}
		wrapped = append(append(wrapped, first), rest...)
		whole = append(whole, strings.Join(append([]string{first}, rest...), " "))
		short = append(short, fmt.Sprintf("%d) құжаттарды тіркейді", i+1), "басшы бұрыштама қояды;")
	}
	const apart, together = "<p>|</p>|</p>\n<p>", "<pre>|</pre>|\n"
	tests := []struct {
		what        string
		tags        string // before all, behind all, between two
		lines, want []string
	}{
		{"lines of a page", apart, wrapped, whole},
		{"lines of a page that are no paragraphs", together, wrapped, whole},
		{"paragraphs, of which a few begin in lower case", apart, append(whole[:12:12], short[:16]...), append(whole[:12:12], short[:16]...)},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			tags := strings.Split(tt.tags, "|")
			read, err := Read("copied.html", []byte("<html><body><div>"+tags[0]+strings.Join(tt.lines, tags[2])+tags[1]+"</div></body></html>"))
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimSuffix(read.Canonical, "\n"); got != strings.Join(tt.want, "\n") {
				t.Errorf("got:\n%s\nwant:\n%s", got, strings.Join(tt.want, "\n"))
			}
		})
	}
}

func TestATextWithoutEndsOfLinesIsPartedWhereParagraphsBegin(t *testing.T) {
	kazakh := []string{
		"Көрсетілетін қызмет регламентін бекіту туралы",
		"Күшін жойған",
		"Үлгі облысы әкімдігінің 2016 жылғы 15 сәуірдегі № 122 қаулысы. Үлгі облысының Әділет департаментінде 2016 жылғы 25 мамырда № 4432 болып тіркелді.",
		"Ескерту. Күші жойылды – Үлгі облысы әкімдігінің 05.06.2020 № 131 қаулысымен. Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:", // nothing tells
		"1. 2015 жылғы 4 тамыздағы № 204 қаулыға өзгерістер енгізілсін:",
		"1) бірінші өзгеріс;",
		"2) екінші өзгеріс.",
		"2. Бақылау әкімнің орынбасары М.Л. Үлгіевке жүктелсін.",
		"Облыс әкімі А. Үлгі",
		"Үлгі облысы әкімдігінің 2015 жылғы 4 тамыздағы № 204 қаулысымен бекітілген",
		`"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті`,
		"1. Жалпы ережелер",
		"1. Қызметті көрсетілетін қызметті беруші көрсетеді.",
		"9-1. Нәтижесі: анықтама.",
		"10. Рәсімдер:",
		"1) кеңсе тіркейді – 20 минут.",
		"Рұқсатты ұзарту:",
		"1-кезең:",
		"1) кеңсе қабылдайды – 20 минут.",
	}
	russian := []string{
		"Акимат Примерной области ПОСТАНОВЛЯЕТ:",
		"1. Утвердить прилагаемый регламент.",
		"Аким Примерной области К. Пример",
		"Утвержден постановлением акимата Примерной области от 27 февраля 2018 года № 1057",
		`Регламент государственной услуги "Выдача справок"`,
		"1. Общие положения",
		"1. Услугодатель – отдел.",
		"Документы принимают:",
		"1) канцелярия;",
		"2) центр в течение 3 (трех) часов.",
		"Приложение 1 к регламенту услуги",
	}
	// A text is long, and no paragraph of an act is.
	filling := strings.Repeat(" Құжаттарды қабылдау тәртібі осы тармақта толық жазылады.", 70)
	for _, lines := range [][]string{kazakh, russian} {
		text, err := Read("act.txt", []byte(strings.Join(lines, " ")+filling))
		if err != nil {
			t.Fatal(err)
		}
		lines[len(lines)-1] += filling
		if got, want := text.Canonical, strings.Join(lines, "\n")+"\n"; got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		if told := slices.ContainsFunc(text.Findings, func(f model.Finding) bool {
			return f.Code == model.FindJoinedParagraph && f.Severity == model.Warning
		}); !told {
			t.Errorf("findings %+v", text.Findings)
		}
	}
	short := "Қатысады: 1) басшы; 2) маман; 3) кеңсе; 4) бөлім; 5) орталық; 6) портал; 7) комиссия; 8) әкім."
	if text, err := Read("act.txt", []byte(short)); err != nil || strings.Count(text.Canonical, "\n") != 1 {
		t.Errorf("%v, %q", err, text.Canonical)
	}
}

func TestTheTitleOfTheFirstSectionBehindThatOfTheRegulationIsALineOfItsOwn(t *testing.T) {
	for line, want := range map[string]string{
		`Регламент государственной услуги "Выдача справок" 1. Общие положения`:                  "Регламент государственной услуги \"Выдача справок\"\n1. Общие положения\n",
		`Регламент государственной услуги «Выдача справок»1. Общие положения`:                   "Регламент государственной услуги «Выдача справок»\n1. Общие положения\n",
		`"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті 1-тарау. Жалпы ережелер`:    "\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламенті\n1-тарау. Жалпы ережелер\n",
		`"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті 1-қосымшада`:                "\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламенті 1-қосымшада\n",
		`2. Осы қаулымен бекітілген "Анықтама беру" регламентінің 1. Жалпы ережелер бөлімінде.`: "2. Осы қаулымен бекітілген \"Анықтама беру\" регламентінің 1. Жалпы ережелер бөлімінде.\n",
	} {
		text, err := Read("act.txt", []byte(line+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if text.Canonical != want {
			t.Errorf("%q, want %q", text.Canonical, want)
		}
	}
}

func TestBlanksThatAllLinesBeginWithTellNothing(t *testing.T) {
	const text = "Регламент\nгосударственной услуги \"Выдача\nсправок\"\n\n1. Общие положения\n   1. Услуга оказывается отделом.\n"
	want, err := Read("act.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, indent := range []string{"      ", "\t"} {
		shifted := strings.ReplaceAll(indent+strings.TrimSuffix(text, "\n"), "\n", "\n"+indent)
		got, err := Read("act.txt", []byte(shifted))
		if err != nil {
			t.Fatal(err)
		}
		if got.Canonical != want.Canonical {
			t.Errorf("%q: got\n%s\nwant\n%s", indent, got.Canonical, want.Canonical)
		}
	}
}

// What begins a line although the one before it was full, so that nothing sets it apart.
func TestWhatBeginsAParagraphBehindAFullLine(t *testing.T) {
	const wide = "6. Результат оказания государственной услуги выдается услугополучателю в день обращения\n" +
		"либо направляется в личный кабинет на портале в форме электронного документа, который\n" +
		"удостоверен электронной цифровой подписью уполномоченного лица услугодателя.\n"
	cases := []struct{ name, lines, want string }{
		{"a stamp, a title and a note",
			"Аким области, который подписал это постановление акимата области       Б. Сапарбаевич\n" +
				"Утвержден постановлением акимата Актюбинской области, от 18 марта 2016 года № 112\n" +
				"Регламент государственной услуги \"Выдача решения о согласовании расположения помещений\n" +
				"для проведения мероприятий\"\n" +
				"Сноска. Регламент в редакции постановления акимата Актюбинской области от 05.10.2017 №\n" +
				"351.\n1. Общие положения\n",
			"\nУтвержден постановлением акимата Актюбинской области, от 18 марта 2016 года № 112\n" +
				"Регламент государственной услуги \"Выдача решения о согласовании расположения помещений для проведения мероприятий\"\n" +
				"Сноска. Регламент в редакции постановления акимата Актюбинской области от 05.10.2017 № 351.\n1. Общие положения\n"},
		{"a Kazakh title and the first section",
			"Шығыс Қазақстан облысы әкімдігінің 2017 жылғы 10 ақпандағы № 28 қаулысымен бекітілді\n" +
				"\"Сәулет-жоспарлау тапсырмасын беру\" мемлекеттік көрсетілетін қызметінің регламенті\n" +
				"1-тарау. Жалпы ережелер\n",
			"\nШығыс Қазақстан облысы әкімдігінің 2017 жылғы 10 ақпандағы № 28 қаулысымен бекітілді\n" +
				"\"Сәулет-жоспарлау тапсырмасын беру\" мемлекеттік көрсетілетін қызметінің регламенті\n1-тарау. Жалпы ережелер\n"},
		{"the status of the act",
			"Об утверждении регламентов государственных услуг в сфере религиозной деятельности\nОбновленный\nПостановление акимата.\n",
			"деятельности\nОбновленный\nПостановление акимата.\n"},
		{"the number of a registration",
			"Зарегистрировано Департаментом юстиции Павлодарской области 20 февраля 2013 года N\n3431. Утратило силу.\n",
			"20 февраля 2013 года N 3431. Утратило силу.\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text, err := Read("act.txt", []byte(strings.Repeat(wide, 12)+c.lines))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(text.Canonical, c.want) {
				t.Errorf("%q\nwant at the end %q", text.Canonical[max(0, len(text.Canonical)-900):], c.want)
			}
		})
	}
}
