package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	pdfcpumodel "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"reglament/model"
	"reglament/parse/source/pdf"
	"reglament/parse/source/raw"
)

// file writes a PDF of objects; the first is the catalog.
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

func stream(dict, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(content), content)
}

// The fonts /F /B /I: regular, bold and italic, whose codes are UTF-16 and whose
// letters are half as wide as high.
func fontObjects(first int) []string {
	var objects []string
	for i, name := range []string{"Serif", "Serif-Bold", "Serif-Italic"} {
		at := first + 3*i
		objects = append(objects,
			fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, at+1, at+2),
			fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[0 0 500 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>", name, name),
			stream("", "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange"))
	}
	return objects
}

// document writes a PDF with a page for each content stream, and a form /X. The font /D
// is one whose letters the maker draws itself: it has no name, and codes of one byte.
func document(form string, contents ...string) []byte {
	const fonts, x, drawn, pages = 3, 12, 13, 16 // numbers of the first objects
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", ""}
	objects = append(objects, fontObjects(fonts)...)
	objects = append(objects, stream("/Type/XObject/Subtype/Form/BBox[0 0 600 850]/Resources<</Font<</F 3 0 R>>/XObject<</X 12 0 R>>>>", form))
	objects = append(objects,
		fmt.Sprintf("<</Type/Font/Subtype/Type3/FontBBox[0 0 500 1000]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</a %d 0 R>>/Encoding<</Type/Encoding/Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[500]/ToUnicode %d 0 R>>", drawn+1, drawn+2),
		stream("", "500 0 d0"),
		stream("", "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <61> <0493> endbfchar"))
	kids := ""
	for i, c := range contents {
		kids += fmt.Sprintf("%d 0 R ", pages+2*i)
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", pages+2*i+1),
			stream("", c))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R/B 6 0 R/I 9 0 R/D %d 0 R>>/XObject<</X %d 0 R>>>>>>", len(contents), kids, drawn, x)
	return file(objects...)
}

func hex(s string) string {
	var b strings.Builder
	b.WriteByte('<')
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}

// at paints text in a font of ten points; each letter is five points wide.
func at(font string, x, y float64, s string) string {
	return fmt.Sprintf("BT /%s 10 Tf 1 0 0 1 %g %g Tm %s Tj ET\n", font, x, y, hex(s))
}

// body paints lines from the left margin, 12 points apart, down from y.
func body(y float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		trimmed := strings.TrimLeft(l, " ")
		b.WriteString(at("F", 50+5*float64(len(l)-len(trimmed)), y-12*float64(i), trimmed))
	}
	return b.String()
}

// numbers paints lines down from y, each a number at one place and words at another.
func numbers(y, number, words float64, lines ...string) string {
	var b strings.Builder
	for i := 0; i < len(lines); i += 2 {
		b.WriteString(at("F", number, y-6*float64(i), lines[i]) + at("F", words, y-6*float64(i), lines[i+1]))
	}
	return b.String()
}

// full is a line of text that fills the measure of 80 letters.
func full(s string) string { return s + strings.Repeat("а", 79-len([]rune(s))) + "я" }

// column paints lines of 40 letters from the left margin x, down from y.
func column(x, y float64, first string, lines int) string {
	var b strings.Builder
	for i, l := range columnLines(first, lines) {
		b.WriteString(at("F", x, y-12*float64(i), l))
	}
	return b.String()
}

func columnLines(first string, lines int) []string {
	list := []string{first + strings.Repeat("а", 40-len([]rune(first)))}
	for len(list) < lines-1 {
		list = append(list, strings.Repeat("б", 40))
	}
	return append(list, "конец.")
}

func columnText(first string, lines int) string { return strings.Join(columnLines(first, lines), " ") }

// rows paints a table of two columns row by row.
func rows(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(at("F", 50, 700-30*float64(i), fmt.Sprintf("%d-қадам", i)) + at("F", 300, 700-30*float64(i), fmt.Sprintf("%d минут", i)))
	}
	return b.String()
}

func rowsText(n int) []string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf("body: %d-қадам", i), fmt.Sprintf("body: %d минут", i))
	}
	return list
}

// large paints a line in a bold font of fifteen points.
func large(y float64, s string) string {
	return strings.Replace(at("B", 50, y, s), "/B 10", "/B 15", 1)
}

var kinds = map[raw.Kind]string{raw.Body: "body", raw.Heading: "heading", raw.Stamp: "stamp", raw.Cell: "cell", raw.Note: "note"}

func paragraphs(c raw.Content) []string {
	var list []string
	for _, p := range c.Paragraphs {
		list = append(list, kinds[p.Kind]+": "+p.Text)
	}
	return list
}

func mustRead(t testing.TB, data []byte) raw.Content {
	t.Helper()
	c, err := pdf.Read(context.Background(), data, pdf.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func check(t *testing.T, c raw.Content, want ...string) {
	t.Helper()
	if got := paragraphs(c); !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestReadingOrder(t *testing.T) {
	below := body(600, full("Ниже "), "текст.")
	tests := []struct {
		what    string
		content string
		form    string
		want    []string
	}{
		{"link words painted after their line", at("F", 50, 700, "Заңының        бабына сәйкес") + at("F", 90, 700, "16-шы"), "", []string{"body: Заңының 16-шы бабына сәйкес"}},
		{"link words painted after the lines below", body(700, "1. Заңының        бабына сәйкес", "екінші жол") + at("F", 105, 700, "16-шы"), "", []string{"body: 1. Заңының 16-шы бабына сәйкес екінші жол"}},
		{"cells side by side", at("F", 50, 700, "Тіркеу") + at("F", 50, 688, "және жолдау") + at("F", 300, 700, "30") + at("F", 300, 688, "минут"), "", []string{"body: Тіркеу", "body: және жолдау", "body: 30 минут"}},
		{"words of two cells that no space parts", at("F", 50, 720, "один два три четыре пять шесть") + at("F", 50, 700, "Решение") + at("F", 100, 700, "Справка"), "", []string{"body: один два три четыре пять шесть", "body: Решение", "body: Справка"}},
		{"figures in cells of their own", at("F", 50, 700, "1") + at("F", 150, 700, "2") + at("F", 250, 700, "3") + at("F", 350, 700, "4"), "", []string{"body: 1", "body: 2", "body: 3", "body: 4"}},
		{"a row of cells below a cell of two lines", body(740, full("1. "), "конец.") + at("F", 50, 706, "1") + at("F", 300, 712, "не более") + at("F", 300, 700, "30 минут") + at("F", 50, 688, "2 Тексеру") + at("F", 300, 688, "1 день"), "",
			[]string{"body: " + full("1. ") + " конец.", "body: 1", "body: не более 30 минут", "body: 2 Тексеру", "body: 1 день"}},
		{"a letter-spaced line", "BT /F 10 Tf 4 Tc 1 0 0 1 50 700 Tm [" + hex("сәйкес") + " -600 " + hex("жаңа") + "] TJ ET", "", []string{"body: сәйкес жаңа"}},
		{"words without spaces between them", "BT /F 10 Tf 1 0 0 1 50 700 Tm [" + hex("не") + "-300" + hex("бо") + "20" + hex("лее") + "] TJ ET", "", []string{"body: не более"}},
		{"a justified line of few words", "BT /F 10 Tf 1 0 0 1 50 700 Tm [" + hex("тіркеу ") + " -9000 " + hex("және ") + " -9000 " + hex("есепке") + "] TJ ET", "", []string{"body: тіркеу және есепке"}},
		{"a justified line of few words, stretched before the spaces", "BT /F 10 Tf 1 0 0 1 50 700 Tm [" + hex("тіркеу") + " -9000 " + hex(" және") + " -9000 " + hex(" есепке") + "] TJ ET", "", []string{"body: тіркеу және есепке"}},
		{"a justified line whose words are placed one by one", at("F", 50, 700, "тіркеу ") + at("F", 150, 700, "және ") + at("F", 240, 700, "есепке"), "", []string{"body: тіркеу және есепке"}},
		{"cells that end in a space", at("F", 50, 700, "тіркеу ") + at("F", 150, 700, "маман ") + at("F", 300, 700, "30 минут"), "", []string{"body: тіркеу", "body: маман", "body: 30 минут"}},
		{"a letter painted into a line before a stretched space", "BT /F 10 Tf 1 0 0 1 50 700 Tm [" + hex("қаулыны") + " -500 " + hex(" осы") + "] TJ ET" + at("F", 85, 700, "ң"), "", []string{"body: қаулының осы"}},
		{"a justified line with a link painted into it", "BT /F 10 Tf 1 0 0 1 50 700 Tm [" + hex("осы ") + " -9000 " + hex("қаулының ") + "] TJ ET" + "BT /F 10 Tf 1 0 0 1 275 700 Tm [" + hex(" ") + " -6000 " + hex("әрі") + "] TJ ET" + at("F", 240, 700, "тармағы"), "", []string{"body: осы қаулының тармағы әрі"}},
		{"a position and a name with many spaces between them", at("F", 50, 700, "Облыс әкімі"+strings.Repeat(" ", 30)+"А. Үлгі"), "", []string{"body: Облыс әкімі", "body: А. Үлгі"}},
		{"the same line twice, the second time clipped", at("F", 50, 700, "Соңғы жол") + "q 0 0 595 600 re W n " + at("F", 50, 712, "Соңғы жол") + "Q", "", []string{"body: Соңғы жол"}},
		{"bold made of two prints", at("F", 50, 700, "Тарау") + at("F", 50.4, 700, "Тарау"), "", []string{"body: Тарау"}},
		{"outside the page", at("F", 50, 700, "1. Текст") + at("F", 50, -40, "не виден"), "", []string{"body: 1. Текст"}},
		{"a form", at("F", 50, 700, "До.") + "q 1 0 0 1 0 -30 cm /X Do Q" + at("F", 50, 640, "После."), at("F", 50, 700, "Форма."), []string{"body: До.", "body: Форма.", "body: После."}},
		{"a heading painted before the text above it", at("B", 50, 640, "Глава 2") + body(700, full("1. Первая "), "строка.") + below, "", []string{"body: " + full("1. Первая ") + " строка.", "heading: Глава 2", "body: " + full("Ниже ") + " текст."}},
		{"a superscript", at("F", 50, 700, "5000 м") + "BT /F 6 Tf 1 0 0 1 80 703 Tm " + hex("2") + " Tj ET" + at("F", 84, 700, ";"), "", []string{"body: 5000 м2;"}},
		{"a superscript behind a figure", at("F", 50, 700, "9") + "BT /F 6 Tf 1 0 0 1 55 703 Tm " + hex("12") + " Tj ET" + at("F", 61, 700, "-тармақ"), "", []string{"body: 9¹²-тармақ"}},
		{"position and name far apart", body(700, full("1. "), "Конец.") + at("I", 50, 660, "Аким области") + at("I", 350, 660, "И. Пример"), "", []string{"body: " + full("1. ") + " Конец.", "body: Аким области", "body: И. Пример"}},
		{"position and name in cells that touch", body(700, full("1. "), "Конец.") + at("I", 50, 660, "Аким области") + at("I", 114, 660, "И. Пример"), "", []string{"body: " + full("1. ") + " Конец.", "body: Аким области", "body: И. Пример"}},
		{"an inline image", "BI /W 1 /H 1 /BPC 8 ID \x01(\xff) EI\n" + at("F", 50, 700, "Текст"), "", []string{"body: Текст"}},
		{"two columns", column(50, 700, "1. Сол", 10) + column(300, 700, "2. Оң", 10), "", []string{"body: " + columnText("1. Сол", 10), "body: " + columnText("2. Оң", 10)}},
		{"a paragraph that goes on in the next column", column(50, 700, "1. Сол", 10) + at("F", 50, 580, "3. "+strings.Repeat("в", 37)) + column(300, 700, "сондай", 11), "", []string{"body: " + columnText("1. Сол", 10), "body: 3. " + strings.Repeat("в", 37) + " " + columnText("сондай", 11)}},
		{"a stamp of the left column painted before all text", at("F", 100, 680, "Бекітілген") + column(50, 700, "1. Сол", 2) + column(50, 652, "Регламент", 8) + column(300, 700, "2. Оң", 12), "",
			[]string{"body: " + columnText("1. Сол", 2), "body: Бекітілген", "body: " + columnText("Регламент", 8), "body: " + columnText("2. Оң", 12)}},
		{"a page number between columns", column(50, 700, "1. Сол", 10) + column(300, 700, "2. Оң", 10) + at("F", 280, 20, "17"), "", []string{"body: " + columnText("1. Сол", 10), "body: " + columnText("2. Оң", 10), "body: 17"}},
		{"an approval in a frame beside a title, under a signature in bold", body(760, full("1. ")) + at("B", 50, 740, "Әкім") + at("B", 400, 740, "А. Үлгі") + at("B", 80, 706, "Регламент") + body(650, full("2. ")) + at("F", 350, 712, "Бекітілген") + at("F", 350, 700, "осы қаулымен"), "",
			[]string{"body: " + full("1. "), "heading: Әкім", "heading: А. Үлгі", "stamp: Бекітілген осы қаулымен", "heading: Регламент", "body: " + full("2. ")}},
		{"a table as long as the page", rows(10), "", rowsText(10)},
		{"text standing on its side", at("F", 50, 700, "Текст") + "BT /F 10 Tf 0 1 -1 0 300 100 Tm " + hex("На боку") + " Tj ET", "", []string{"body: Текст", "body: На боку"}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) { check(t, mustRead(t, document(tt.form, tt.content)), tt.want...) })
	}
}

func TestParagraphs(t *testing.T) {
	tests := []struct {
		what  string
		pages []string
		want  []string
	}{
		{"first lines with an indent", []string{body(700, "   "+full("1. Один ")[:len(full("1. Один "))-6], full("два "), "три.", "   2. Четыре.")},
			[]string{"body: " + full("1. Один ")[:len(full("1. Один "))-6] + " " + full("два ") + " три.", "body: 2. Четыре."}},
		{"short lines without an indent", []string{body(700, full("1. "), "Министр", "2016 жылғы 4 мамыр")}, []string{"body: " + full("1. ") + " Министр", "body: 2016 жылғы 4 мамыр"}},
		{"a page that cuts a paragraph", []string{body(100, full("1. Один "), full("два ")), body(800, full("три "), "четыре.")},
			[]string{"body: " + full("1. Один ") + " " + full("два ") + " " + full("три ") + " четыре."}},
		{"a page that ends with a paragraph", []string{body(100, full("1. Один "), "два."), body(800, "   2. Три "+strings.Repeat("а", 40), full("4 "))},
			[]string{"body: " + full("1. Один ") + " два.", "body: 2. Три " + strings.Repeat("а", 40), "body: " + full("4 ")}},
		{"a word that the line parts at its own hyphen", []string{body(700, strings.Repeat("а", 76)+" іс-", "қимыл 9-", "тармақ -", "да")}, []string{"body: " + strings.Repeat("а", 76) + " іс-қимыл 9-", "body: тармақ -", "body: да"}},
		{"a title in bold over two lines", []string{at("B", 50, 740, full("Регламент ")) + at("B", 200, 728, "услуги") + at("B", 200, 700, "Глава 1") + body(680, full("1. "))},
			[]string{"heading: " + full("Регламент ") + " услуги", "heading: Глава 1", "body: " + full("1. ")}},
		{"a heading with a number under a title that nearly fills its line", []string{at("B", 50, 740, full("Регламент ")[:len(full("Регламент "))-4]) + at("B", 50, 728, "1. Жалпы") + body(700, full("1. "))},
			[]string{"heading: " + full("Регламент ")[:len(full("Регламент "))-4], "heading: 1. Жалпы", "body: " + full("1. ")}},
		{"a title in larger type, its lines as much farther apart", []string{large(740, "Регламент "+strings.Repeat("а", 43)) + large(716, "услуги") + body(690, full("1. Один "), full("два "), "три.")},
			[]string{"heading: Регламент " + strings.Repeat("а", 43) + " услуги", "body: " + full("1. Один ") + " " + full("два ") + " три."}},
		{"a bold title with letters that its font lacks", []string{at("B", 50, 740, full("Тір")) + "BT /D 10 Tf 1 0 0 1 450 740 Tm (a) Tj ET\n" + at("B", 200, 728, "жаңа") + body(700, full("1. "))},
			[]string{"heading: " + full("Тір") + "ғ жаңа", "body: " + full("1. ")}},
		{"a title whose letters are outlined to be bold", []string{"2 Tr " + at("F", 50, 740, full("Регламент ")) + at("F", 50, 728, "услуги") + "0 Tr " + body(700, full("1. "))},
			[]string{"heading: " + full("Регламент ") + " услуги", "body: " + full("1. ")}},
		{"a wide page, where most lines begin a paragraph", []string{body(700, "   1. "+strings.Repeat("а", 60), "   2. "+strings.Repeat("б", 60), "   3. "+strings.Repeat("в", 60), "   4. "+strings.Repeat("г", 74), full("пять "), "    6. Шесть.")},
			[]string{"body: 1. " + strings.Repeat("а", 60), "body: 2. " + strings.Repeat("б", 60), "body: 3. " + strings.Repeat("в", 60), "body: 4. " + strings.Repeat("г", 74) + " " + full("пять "), "body: 6. Шесть."}},
		{"points without an indent after full lines", []string{body(700, "1. "+strings.Repeat("в", 70)+" бірі:", "1) "+strings.Repeat("а", 70)+";", "2) "+strings.Repeat("б", 70)+".", "3. Үш.")},
			[]string{"body: 1. " + strings.Repeat("в", 70) + " бірі:", "body: 1) " + strings.Repeat("а", 70) + ";", "body: 2) " + strings.Repeat("б", 70) + ".", "body: 3. Үш."}},
		{"labels of steps without an indent after full lines", []string{body(700, full("1. "), "1-процесс – "+strings.Repeat("а", 63)+";", "2-шарт - "+strings.Repeat("б", 66)+".", "процесс 3 – "+strings.Repeat("в", 63)+".", "9-тармақ")},
			[]string{"body: " + full("1. ") + " 1-процесс – " + strings.Repeat("а", 63) + ";", "body: 2-шарт - " + strings.Repeat("б", 66) + ".", "body: процесс 3 – " + strings.Repeat("в", 63) + ". 9-тармақ"}},
		{"numbers that a word processor set at a tab", []string{numbers(700, 50, 86, "1.", strings.Repeat("а", 72)+":", "2)", "Нәтижесі") + body(676, "      Құжат.")},
			[]string{"body: 1. " + strings.Repeat("а", 72) + ":", "body: 2) Нәтижесі", "body: Құжат."}},
		{"a number that hangs before its words, which go on under them, also on the next page", []string{numbers(124, 50, 86, "1.", strings.Repeat("а", 73), "", strings.Repeat("б", 73)), at("F", 86, 800, "үш.") + numbers(788, 50, 86, "2.", "Екі")},
			[]string{"body: 1. " + strings.Repeat("а", 73) + " " + strings.Repeat("б", 73) + " үш.", "body: 2. Екі"}},
		{"a number too wide for its tab, and a line at the margin below", []string{numbers(700, 50, 104, "10)", strings.Repeat("а", 69)) + at("F", 86, 688, "екі") + at("F", 50, 676, "Аким") + body(652, full("Қаулы "))},
			[]string{"body: 10) " + strings.Repeat("а", 69) + " екі", "body: Аким", "body: " + full("Қаулы ")}},
		{"a centred title in plain type right below a paragraph and above the next", []string{body(740, full("1. Один "), "два.") + at("F", 60, 716, full("Регламент ")[:len(full("Регламент "))-8]) + at("F", 235, 704, "услуги") + at("F", 220, 692, "1. Жалпы сөз") + body(680, full("Ескерту "), "конец.")},
			[]string{"body: " + full("1. Один ") + " два.", "heading: " + full("Регламент ")[:len(full("Регламент "))-8] + " услуги", "heading: 1. Жалпы сөз", "body: " + full("Ескерту ") + " конец."}},
		{"a line of a paragraph that chance centres", []string{body(740, full("1. Один ")) + at("F", 60, 728, strings.Repeat("в", 76)) + body(716, full("два "), "конец.")},
			[]string{"body: " + full("1. Один ") + " " + strings.Repeat("в", 76) + " " + full("два ") + " конец."}},
		{"a number that touches its words", []string{at("F", 50, 700, "10.") + at("F", 65, 700, "Порядок")}, []string{"body: 10. Порядок"}},
		{"paragraphs that begin where the words behind numbers do", []string{numbers(700, 50, 86, "1.", strings.Repeat("а", 72)+".", "", strings.Repeat("Б", 73)) + body(676, full("в"), "г.", "")},
			[]string{"body: 1. " + strings.Repeat("а", 72) + ".", "body: " + strings.Repeat("Б", 73) + " " + full("в") + " г."}},
		{"a row of a table with a number before its cells", []string{at("F", 50, 700, "1.") + at("F", 150, 700, "Тіркеу") + at("F", 350, 700, "30 минут")}, []string{"body: 1.", "body: Тіркеу", "body: 30 минут"}},
		{"text under a bold title that fills its line", []string{at("B", 50, 724, full("Регламент ")) + body(712, full("Қаулы "), "конец.")},
			[]string{"heading: " + full("Регламент "), "body: " + full("Қаулы ") + " конец."}},
		{"a stamp at the right", []string{body(740, full("1. "), "конец.") + at("F", 350, 700, "Утвержден") + at("F", 330, 688, "постановлением") + body(660, full("2. "))},
			[]string{"body: " + full("1. ") + " конец.", "stamp: Утвержден постановлением", "body: " + full("2. ")}},
		{"a stamp that a page cuts, and one after it", []string{body(800, full("1. "), "конец.") + at("F", 330, 100, "Облыс әкімдігінің"), at("F", 340, 800, "қаулысына 1-қосымша") + body(760, full("2. "), "конец.") + at("F", 350, 100, "Қаулыға"), at("F", 350, 800, "Бекітілген") + body(770, full("3. "))},
			[]string{"body: " + full("1. ") + " конец.", "stamp: Облыс әкімдігінің қаулысына 1-қосымша", "body: " + full("2. ") + " конец.", "stamp: Қаулыға", "stamp: Бекітілген", "body: " + full("3. ")}},
		{"an approval in a frame painted after the text beside and below it", []string{body(760, full("1. "), "конец.") + at("B", 80, 730, "Регламент услуги") + at("F", 50, 714, "1. "+strings.Repeat("а", 37)) + at("F", 50, 702, strings.Repeat("б", 40)) + body(690, full("в"), "соңы.") + at("F", 350, 728, "Утвержден") + at("F", 330, 716, "постановлением")},
			[]string{"body: " + full("1. ") + " конец.", "stamp: Утвержден постановлением", "heading: Регламент услуги", "body: 1. " + strings.Repeat("а", 37) + " " + strings.Repeat("б", 40) + " " + full("в") + " соңы."}},
		{"an approval in a frame that tears a title and covers text", []string{body(760, full("1. "), "конец.") + at("B", 175, 730, "Регламент государственной услуги") + at("B", 235, 660, "услуга") + body(640, full("2. "), full("два")) + at("F", 350, 662, "Утвержден") + at("F", 330, 650, "постановлением") + at("F", 375, 638, "акимата")},
			[]string{"body: " + full("1. ") + " конец.", "stamp: Утвержден постановлением акимата", "heading: Регламент государственной услуги услуга", "body: " + full("2. ") + " " + full("два")}},
		{"approvals in two frames, the lower one painted first", []string{at("B", 50, 730, "Регламент услуги") + at("F", 50, 714, "1. "+strings.Repeat("а", 37)) + at("F", 50, 702, strings.Repeat("б", 40)) + body(690, full("в"), "соңы.") + at("F", 350, 712, "Утвержден") + at("F", 350, 734, "Приложение 1")},
			[]string{"stamp: Приложение 1", "stamp: Утвержден", "heading: Регламент услуги", "body: 1. " + strings.Repeat("а", 37) + " " + strings.Repeat("б", 40) + " " + full("в") + " соңы."}},
		{"a position of two lines with the name painted between them", []string{body(740, full("1. "), "конец.") + at("I", 50, 700, "Аким") + at("I", 50, 688, "области") + at("I", 300, 694, "И. Пример") + body(660, full("2. "))},
			[]string{"body: " + full("1. ") + " конец.", "body: Аким", "body: области", "body: И. Пример", "body: " + full("2. ")}},
		{"a number that its hyphen parts", []string{body(740, full("№ А")[:len(full("№ А"))-4]+"А-", "11/495 қаулы")}, []string{"body: " + full("№ А")[:len(full("№ А"))-4] + "А-11/495 қаулы"}},
		{"a note in red under a line that is full", []string{body(740, full("1. "), full("конец.")) + "1 0 0 rg " + at("F", 50, 716, "Ескерту. Күші жойылды.")}, []string{"body: " + full("1. ") + " " + full("конец."), "note: Ескерту. Күші жойылды."}},
		{"a title in larger type of a font that does not say whether it is bold", []string{strings.ReplaceAll(at("F", 61, 760, full("Регламент ")[:len(full("Регламент "))-34])+at("F", 208, 744, "услуги көрсету"), "/F 10", "/F 12") + body(720, full("Қаулы "), full("два"), "конец.")},
			[]string{"heading: " + full("Регламент ")[:len(full("Регламент "))-34] + " услуги көрсету", "body: " + full("Қаулы ") + " " + full("два") + " конец."}},
		{"a title that a typewriter centres as well as its letters allow", []string{body(740, full("Қаулы "), "конец.") + at("F", 150, 710, "Регламент көрсетілетін қызметтің алқабы") + at("F", 222.5, 698, "мен мәні бар")},
			[]string{"body: " + full("Қаулы ") + " конец.", "heading: Регламент көрсетілетін қызметтің алқабы мен мәні бар"}},
		{"a note in red", []string{body(740, full("1. "), "конец.") + "1 0 0 rg " + at("F", 65, 716, "Ескерту. Күші жойылды.")}, []string{"body: " + full("1. ") + " конец.", "note: Ескерту. Күші жойылды."}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) { check(t, mustRead(t, document("", tt.pages...)), tt.want...) })
	}
}

func TestWhereOnlyTheEndOfALineTellsThatItEndsItsParagraph(t *testing.T) {
	const letters = 76 // of 80: the word that follows has no room behind them
	end := func(sign string) string { return strings.Repeat("в", letters-1) + sign }
	text := func(line string) []string {
		return append(slices.Repeat([]string{line}, 25), end("."), "қызметкер "+strings.Repeat("г", 30))
	}
	ragged := strings.Repeat("б", 74) // as far from the margin as the lines of no justified text
	tests := []struct {
		what  string
		lines []string
		want  int // paragraphs
	}{
		{"a document whose lines end at the margin", text(full("а")), 2},
		{"a ragged document", append([]string{full("а")}, text(ragged)...), 1},
		{"one with semicolons", append(text(full("а"))[:1], append(text(ragged)[:25], end(";"), "қызметкер "+strings.Repeat("г", 30))...), 2},
		{"one with lead-ins of lists", append(text(full("а"))[:1], append(text(ragged)[:25], end(":"), "Рұқсатты ұзарту "+strings.Repeat("г", 30), end("."), "Рұқсатты беру:")...), 3},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			if got := paragraphs(mustRead(t, document("", body(800, tt.lines...)))); len(got) != tt.want {
				t.Errorf("%d paragraphs, want %d:\n%s", len(got), tt.want, strings.Join(got, "\n"))
			}
		})
	}
}

func TestFurnitureIsLeftOutAndTold(t *testing.T) {
	ordinal := []string{"", "Первый ", "Другой ", "Третий "}
	page := func(n int) string {
		return at("F", 50, 820, "22.11.2026, 6:04") + at("F", 300, 820, "Қаулы туралы") +
			body(790, full(ordinal[n]), "конец.", full(ordinal[n]+"второй "), "тоже.") +
			at("F", 50, 20, "http://example.kz/1") + at("F", 500, 20, fmt.Sprintf("%d/3", n))
	}
	c := mustRead(t, document("", page(1), page(2), page(3)))
	var want []string
	for n := 1; n <= 3; n++ {
		want = append(want, "body: "+full(ordinal[n])+" конец.", "body: "+full(ordinal[n]+"второй ")+" тоже.")
	}
	check(t, c, want...)
	var told []string
	for _, f := range c.Findings {
		if f.Code != model.FindDroppedFurniture {
			t.Errorf("finding %v", f)
		}
		told = append(told, f.Message)
	}
	if len(told) != 4 || !strings.Contains(told[0], "22.11.2026") || !strings.Contains(told[3], "1/3") {
		t.Errorf("told: %q", told)
	}
}

func TestARunningHeadCloseToTheTextIsLeftOut(t *testing.T) {
	ordinal := []string{"Первый ", "Другой ", "Третий ", "Четвёртый "}
	tests := []struct {
		what  string
		pages int
		from  int // the first with the head
		head  func(page int) string
	}{
		{"the name of the body on all of four pages", 4, 0, func(int) string { return "Область әкімдігі" }},
		{"the number of the page on all but the first", 4, 1, func(page int) string { return strconv.Itoa(page) }},
		{"the number of the second of two pages", 2, 1, func(page int) string { return fmt.Sprintf("- %d -", page) }},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			var pages, want []string
			for n, word := range ordinal[:tt.pages] {
				p := body(790, full(word), "конец.") + body(100, full(word+"второй "), word+"соңы.")
				if n >= tt.from {
					p += at("F", 297, 804, tt.head(n+1))
				}
				pages = append(pages, p)
				want = append(want, "body: "+full(word)+" конец.", "body: "+full(word+"второй ")+" "+word+"соңы.")
			}
			check(t, mustRead(t, document("", pages...)), want...)
		})
	}
}

func TestNotesAtTheFootOfAPageStandBehindTheText(t *testing.T) {
	small := func(x, y float64, s string) string { return strings.Replace(at("F", x, y, s), "/F 10", "/F 8", 1) }
	raised := func(x, y float64, s string) string { return strings.Replace(at("F", x, y+3, s), "/F 10", "/F 6", 1) }
	line := strings.Repeat("а", 40)
	first, second := full("1. "), full("енді ")
	above := at("F", 50, 700, line) + raised(250, 700, "1") + at("F", 257, 700, strings.Repeat("б", 38)) + body(688, second)
	sentence := line + " " + strings.Repeat("б", 38) + " " + second + " " + first + " соңы."
	below := body(700, first, "соңы.")
	tests := []struct {
		what   string
		foot   string
		second string // page
		want   []string
	}{
		{"in smaller type", small(50, 60, "1 Портал – веб-портал,") + small(50, 50, "1 қаңтардан бастап.") + at("F", 297, 20, "1"), below,
			[]string{sentence, "Портал – веб-портал, 1 қаңтардан бастап."}},
		{"with a raised number", raised(50, 50, "1") + at("F", 56, 50, "Портал – веб-портал."), below, []string{sentence, "Портал – веб-портал."}},
		{"two, one of each page", raised(50, 50, "1") + at("F", 56, 50, "Портал."), body(700, first, "соңы") + raised(70, 688, "2") + at("F", 73, 688, ".") + small(50, 50, "2 Шлюз."),
			[]string{sentence, "Портал.", "Шлюз."}},
		{"in the type of the text, below a gap; the rest on the next page", at("F", 50, 60, full("1 Портал ")) + at("F", 50, 48, full("онда ")), body(700, first, "соңы") + raised(70, 688, "2") + at("F", 73, 688, ".") + at("F", 50, 60, "тіркеледі.") + at("F", 50, 48, "2 Шлюз."),
			[]string{sentence, full("1 Портал ")[2:] + " " + full("онда ") + " тіркеледі.", "Шлюз."}},
		{"a point below a gap is no note", at("F", 50, 48, "1. Портал"), "", []string{line + "1 " + strings.Repeat("б", 38) + " " + second, "1. Портал"}},
		{"its number has two figures", small(50, 50, "3 Портал."), body(700, first, "соңы.") + raised(75, 688, "12") + small(50, 50, "12 Шлюз."),
			[]string{line + "1 " + strings.Repeat("б", 38) + " " + second, "3 Портал.", first + " соңы.", "Шлюз."}},
		{"its mark stands behind a figure", small(50, 50, "3 Портал."), body(700, first, "соңы 15") + raised(85, 688, "1") + at("F", 88, 688, ".") + small(50, 50, "1 Шлюз."),
			[]string{line + "1 " + strings.Repeat("б", 38) + " " + second, "3 Портал.", first + " соңы 15.", "Шлюз."}},
		{"nothing sends to it", small(50, 50, "2 қаңтар"), below,
			[]string{line + "1 " + strings.Repeat("б", 38) + " " + second, "2 қаңтар", first + " соңы."}},
		{"a power has no note", "", below, []string{line + "1 " + strings.Repeat("б", 38) + " " + second + " " + first + " соңы."}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			var want []string
			for _, w := range tt.want {
				want = append(want, "body: "+w)
			}
			check(t, mustRead(t, document("", above+tt.foot, tt.second)), want...)
		})
	}
}

func TestHeadAndFootOfABrowserOnASinglePage(t *testing.T) {
	small := func(x, y float64, s string) string { return strings.Replace(at("F", x, y, s), "/F 10", "/F 8", 1) }
	c := mustRead(t, document("", small(50, 820, "22.11.2026")+small(300, 820, "Қаулы туралы")+body(790, full("1. "), "конец.")+small(50, 20, "http://example.kz/1")+small(500, 20, "1/1")))
	check(t, c, "body: "+full("1. ")+" конец.")
	if len(c.Findings) != 4 {
		t.Errorf("findings = %v", c.Findings)
	}
}

func TestSimpleFonts(t *testing.T) {
	data := file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		stream("", "BT /F 10 Tf 50 700 Td (A\\301\\302B\\303) Tj ET"),
		"<</Type/Font/Subtype/TrueType/BaseFont/Serif/FirstChar 65/Widths[500 500]/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[193/afii10017/uni04D9/g77]>>>>")
	c := mustRead(t, data)
	check(t, c, "body: AАәB\uFFFD")
	if len(c.Findings) != 1 || c.Findings[0].Code != model.FindEncoding {
		t.Errorf("findings = %v", c.Findings)
	}
}

func encrypted(t *testing.T, data []byte, user string) []byte {
	t.Helper()
	api.DisableConfigDir()
	conf := pdfcpumodel.NewAESConfiguration(user, "owner", 256)
	var out bytes.Buffer
	if err := api.Encrypt(bytes.NewReader(data), &out, conf); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestFilesThatNeedRepair(t *testing.T) {
	good := document("", body(700, full("1. "), "конец."))
	want := "body: " + full("1. ") + " конец."
	tests := map[string][]byte{
		"a cut end":                        good[:len(good)-60],
		"a table with wrong places":        bytes.Replace(good, []byte("endobj\n2 0 obj"), []byte("endobj\n\n\n\n\n2 0 obj"), 1),
		"encrypted with an empty password": encrypted(t, good, ""),
	}
	for what, data := range tests {
		t.Run(what, func(t *testing.T) {
			c := mustRead(t, data)
			check(t, c, want)
			if len(c.Findings) == 0 {
				t.Error("no finding tells of the repair")
			}
		})
	}
	t.Run("rubbish before and after", func(t *testing.T) {
		c := mustRead(t, append(append([]byte("\r\n"), good...), "<html>"+strings.Repeat(" ", 200)...))
		check(t, c, want)
	})
}

func TestFilesThatAreRefused(t *testing.T) {
	good := document("", body(700, "1. Текст"))
	tree := func(kids string) []byte {
		return file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2000000000/Kids["+kids+"]>>")
	}
	loop := bytes.Replace(good, []byte("/Root"), fmt.Appendf(nil, "/Prev %d/Root", bytes.LastIndex(good, []byte("\nxref"))+1), 1)
	form := at("F", 50, 700, "а") + strings.Repeat("/X Do ", 4)
	tests := []struct {
		what   string
		data   []byte
		limits pdf.Limits
		err    error
	}{
		{"an empty file", nil, pdf.Limits{}, pdf.ErrNotPDF},
		{"another format", []byte("<html></html>"), pdf.Limits{}, pdf.ErrNotPDF},
		{"nothing but a head", []byte("%PDF-1.4\n"), pdf.Limits{}, pdf.ErrDamaged},
		{"the first half", good[:len(good)/3], pdf.Limits{}, pdf.ErrDamaged},
		{"pictures only", document("", "q 100 0 0 100 0 0 cm /Im Do Q"), pdf.Limits{}, pdf.ErrNoText},
		{"a password", encrypted(t, good, "secret"), pdf.Limits{}, pdf.ErrPassword},
		{"a form that draws itself", document(form, "/X Do"), pdf.Limits{}, pdf.ErrLimit},
		{"a page tree that is its own branch", tree("2 0 R 2 0 R"), pdf.Limits{}, pdf.ErrLimit},
		{"more objects than a file can have", bytes.Replace(good, []byte("/Size 18"), []byte("/Size 2000000000"), 1), pdf.Limits{}, pdf.ErrLimit},
		{"tables that refer to each other", loop, pdf.Limits{Reading: 1 << 26}, pdf.ErrLimit},
		{"many pages", document("", "", "", ""), pdf.Limits{Pages: 2}, pdf.ErrLimit},
		{"many letters", good, pdf.Limits{Glyphs: 3}, pdf.ErrLimit},
		{"many operators", document("", strings.Repeat("q Q ", 100)), pdf.Limits{Operators: 50}, pdf.ErrLimit},
		{"a long stream", good, pdf.Limits{Stream: 20}, pdf.ErrLimit},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
			defer cancel()
			c, err := pdf.Read(ctx, tt.data, tt.limits)
			if !errors.Is(err, tt.err) {
				t.Errorf("err = %v, want %v; text %q", err, tt.err, paragraphs(c))
			}
		})
	}
}

func TestReadingStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := pdf.Read(ctx, document("", body(700, "1. Текст")), pdf.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(document(at("F", 50, 600, "Форма"), body(700, full("1. "), "конец.")+"/X Do"))
	f.Add(document("", at("F", 50, 700, "сол")+at("F", 300, 700, "оң"), "BT /F 10 Tf [(a) -300 <0431>] TJ (x) ' 1 2 (y) \" ET"))
	small := pdf.Limits{Pages: 20, Glyphs: 100000, Operators: 100000, Stream: 1 << 20, Streams: 1 << 22, Objects: 10000, Reading: 1 << 26}
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		c, err := pdf.Read(ctx, data, small)
		if errors.Is(err, context.DeadlineExceeded) {
			t.Fatal("not read in time")
		}
		if err == nil && len(c.Paragraphs) == 0 {
			t.Error("no paragraphs and no error")
		}
	})
}

func BenchmarkPage(b *testing.B) {
	var lines []string
	for i := range 50 {
		lines = append(lines, full(fmt.Sprintf("%d. ", i)))
	}
	const pages = 10
	data := document("", slices.Repeat([]string{body(800, lines...)}, pages)...)
	for b.Loop() {
		mustRead(b, data)
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/pages, "ms/page")
}

// grid paints the borders of a table: rules across at the heights, and down at the places.
func grid(heights, places []float64) string {
	var b strings.Builder
	first, last := places[0], places[len(places)-1]
	for _, y := range heights {
		fmt.Fprintf(&b, "%g %g m %g %g l S\n", first, y, last, y)
	}
	for _, x := range places {
		fmt.Fprintf(&b, "%g %g m %g %g l S\n", x, heights[0], x, heights[len(heights)-1])
	}
	return b.String()
}

// frames paints each cell of such a table as four thin filled rectangles, as browsers do.
func frames(heights, places []float64) string {
	var b strings.Builder
	for i := 1; i < len(heights); i++ {
		for j := 1; j < len(places); j++ {
			x, y, width, height := places[j-1], heights[i], places[j]-places[j-1], heights[i-1]-heights[i]
			fmt.Fprintf(&b, "%g %g %g 1 re f %g %g %g 1 re f %g %g 1 %g re f %g %g 1 %g re f\n", x, y, width, x, y+height, width, x, y, height, x+width, y, height)
		}
	}
	return b.String()
}

func TestTablesWithBorders(t *testing.T) {
	words := at("F", 54, 690, "Іс-қимыл") + at("F", 115, 690, "Орындаушы") + at("F", 166, 690, "Мерзімі") +
		at("F", 54, 670, "Қабылдау") + at("F", 54, 658, "және тіркеу") + at("F", 120, 664, "Кеңсе") + at("F", 166, 664, "15 минут")
	want := []string{"1/1 Іс-қимыл", "1/2 Орындаушы", "1/3 Мерзімі", "2/1 Қабылдау және тіркеу", "2/2 Кеңсе", "2/3 15 минут"}
	heights, places := []float64{702, 682, 652}, []float64{50, 112, 163, 220}
	tests := []struct {
		what  string
		pages []string
		want  []string
	}{
		{"lines that are drawn", []string{grid(heights, places) + words}, want},
		{"thin rectangles around each cell, between paragraphs", []string{body(730, full("1. "), "соңы.") + frames(heights, places) + words + body(630, "2. Екі")},
			slices.Concat([]string{full("1. ") + " соңы."}, want, []string{"2. Екі"})},
		{"a cell over all columns", []string{grid([]float64{682, 652}, places) + "50 682 170 20 re S\n" + at("F", 54, 690, "Негізгі процесс") + words[strings.Index(words, at("F", 54, 670, "Қабылдау")):]},
			append([]string{"1/1 Негізгі процесс"}, want[3:]...)},
		{"points in a cell", []string{grid(heights[1:], places) + at("F", 54, 674, "1) бір;") + at("F", 54, 664, "2) екі") + at("F", 54, 654, "күн.") + at("F", 115, 674, "Кеңсе")},
			[]string{"1/1 1) бір;", "1/1 2) екі күн.", "1/2 Кеңсе"}},
		{"a word that is wider than its cell", []string{grid(heights[1:], places) + at("F", 54, 674, "тіркеушілер") + at("F", 54, 664, "ге береді") + at("F", 115, 674, "хабарлама") + at("F", 115, 664, "және")},
			[]string{"1/1 тіркеушілерге береді", "1/2 хабарлама және"}},
		{"a page that cuts the table and repeats its titles", []string{grid(heights, places) + words, grid(heights, places) + strings.NewReplacer(hex("Қабылдау"), hex("Қарау"), hex("және тіркеу"), hex("және шешу"), hex("Кеңсе"), hex("Басшы")).Replace(words)},
			append(want, "3/1 Қарау және шешу", "3/2 Басшы", "3/3 15 минут")},
		{"a page that cuts a row", []string{grid(heights, places) + words, grid(heights, places) + at("F", 115, 690, "маманы") + at("F", 54, 664, "Қарау")},
			[]string{want[0], want[1], want[2], want[3], "2/2 Кеңсе маманы", want[5], "3/1 Қарау"}},
		{"a page that cuts a row without a border", []string{strings.Replace(grid(heights, places), "50 652 m 220 652 l S", "", 1) + words, strings.Replace(grid(heights, places), "50 702 m 220 702 l S", "", 1) + at("F", 54, 690, "Тізілімге") + at("F", 115, 690, "Маман") + at("F", 54, 664, "Қарау")},
			[]string{want[0], want[1], want[2], want[3] + " Тізілімге", "2/2 Кеңсе Маман", want[5], "3/1 Қарау"}},
		{"a page that cuts a title", []string{grid(heights, places) + words, grid(heights, places) + at("F", 54, 690, "(шешім)") + at("F", 115, 690, "Маман") + at("F", 54, 664, "Қарау")},
			[]string{want[0], want[1], want[2], want[3] + " (шешім)", "2/2 Кеңсе Маман", want[5], "3/1 Қарау"}},
		{"a word that reaches into the next cell", []string{grid(heights, places) + at("F", 54, 690, "Іс-қимылдардың") + at("F", 130, 690, "Кім") + at("F", 54, 664, "Тіркеу")}, []string{"1/1 Іс-қимылдардың", "1/2 Кім", "2/1 Тіркеу"}},
		{"words upon the border, which the sides overshoot", []string{strings.ReplaceAll(grid(heights, places), " 702 m", " 704 m") + at("F", 54, 701, "Қабылдау") + at("F", 54, 651, "Тіркеу")}, []string{"1/1 Қабылдау", "2/1 Тіркеу"}},
		{"one frame is no table", []string{"50 600 300 100 re S\n" + at("F", 60, 680, "Келісілді")}, []string{"Келісілді"}},
		{"boxes of a drawing with lines between them are none", []string{"60 600 100 40 re S 200 600 100 40 re S 160 620 m 200 620 l S 110 600 m 110 560 l 250 560 l 250 600 l S\n" + at("F", 70, 615, "Басы") + at("F", 210, 615, "Соңы")}, []string{"Басы", "Соңы"}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			var got []string
			for _, p := range mustRead(t, document("", tt.pages...)).Paragraphs {
				text := p.Text
				if p.Place.Table > 0 {
					text = fmt.Sprintf("%d/%d %s", p.Place.Row, p.Place.Column, text)
				}
				if p.Place.Table > 1 || (p.Kind == raw.Cell) != (p.Place.Table > 0) {
					t.Errorf("%q is in table %d, kind %s", p.Text, p.Place.Table, kinds[p.Kind])
				}
				got = append(got, text)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

func TestTablesOfStepsWithoutBorders(t *testing.T) {
	// row writes what stands at one height, a cell at each of four places.
	row := func(y float64, cells ...string) string {
		var b strings.Builder
		for i, c := range cells {
			b.WriteString(at("F", []float64{50, 110, 230, 330}[i], y, c))
		}
		return b.String()
	}
	titles := row(700, "№", "Наименование", "Исполнитель", "Срок") + row(688, "", "действия", "", "исполнения")
	head := []string{"1/1 №", "1/2 Наименование действия", "1/3 Исполнитель", "1/4 Срок исполнения"}
	first := []string{"2/1 1", "2/2 Прием и регистрация документов", "2/3 Канцелярия", "2/4 15 минут"}
	second := []string{"3/1 2", "3/2 Рассмотрение", "3/3 Начальник отдела", "3/4 1 час"}
	tests := []struct {
		what  string
		pages []string
		want  []string
	}{
		{"rows that stand apart", []string{at("F", 50, 720, "Таблица 1") + titles +
			row(670, "1", "Прием и регистрация", "Канцелярия", "15 минут") + row(658, "", "документов") +
			row(640, "2", "Рассмотрение", "Начальник", "1 час") + row(628, "", "", "отдела") + at("F", 50, 600, "Приложение 2")},
			slices.Concat([]string{"Таблица 1"}, head, first, second, []string{"Приложение 2"})},
		{"rows that only their numbers tell", []string{titles +
			row(676, "1", "Прием и регистрация", "Канцелярия", "15 минут") + row(664, "", "документов") +
			row(652, "2", "Рассмотрение", "Начальник", "1 час") + row(640, "", "", "отдела")},
			slices.Concat(head, first, second)},
		{"numbers in the middle of their cells", []string{titles +
			row(670, "", "Прием и регистрация", "Канцелярия") + row(664, "1", "", "", "15 минут") + row(658, "", "документов") +
			row(640, "", "", "Начальник") + row(634, "2", "Рассмотрение", "", "1 час") + row(628, "", "", "отдела")},
			slices.Concat(head, first, second)},
		{"titles below each other", []string{
			row(700, "№", "1", "2", "3") + row(688, "СФЕ", "Канцелярия", "Начальник", "Эксперт") + row(676, "", "", "отдела") +
				row(664, "Действия", "Прием", "Рассмотрение", "Ответ") + row(652, "Срок", "15 минут", "1 час", "2 часа")},
			[]string{"1/1 №", "1/2 1", "1/3 2", "1/4 3", "2/1 СФЕ", "2/2 Канцелярия", "2/3 Начальник отдела", "2/4 Эксперт",
				"3/1 Действия", "3/2 Прием", "3/3 Рассмотрение", "3/4 Ответ", "4/1 Срок", "4/2 15 минут", "4/3 1 час", "4/4 2 часа"}},
		{"a page that cuts a row", []string{titles +
			row(670, "1", "Прием и регистрация", "Канцелярия", "15 минут"),
			row(700, "", "документов") + row(682, "2", "Рассмотрение", "Начальник", "1 час") + row(670, "", "", "отдела")},
			slices.Concat(head, first, second)},
		{"steps that are not numbered on", []string{titles +
			row(670, "1", "Прием", "Канцелярия", "15 минут") + row(640, "3", "Рассмотрение", "Начальник", "1 час")}, nil},
		{"titles of nothing that tells steps", []string{
			row(700, "№", "Наименование", "Адрес", "Телефон") + row(676, "1", "Отдел занятости", "Абая, 1", "21-00-01") + row(652, "2", "Центр", "Абая, 2", "21-00-02")}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			var got []string
			tabled := false
			for _, p := range mustRead(t, document("", tt.pages...)).Paragraphs {
				text := p.Text
				if p.Place.Table > 0 {
					text = fmt.Sprintf("%d/%d %s", p.Place.Row, p.Place.Column, text)
					tabled = true
				}
				got = append(got, text)
			}
			if tt.want == nil && !tabled {
				return
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}
