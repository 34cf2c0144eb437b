package parse_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"

	"reglament/model"
	"reglament/parse"
	"reglament/testdata/realacts"
)

// allocated returns how many bytes reading a file allocates in all, which is more than it
// ever holds at once.
func allocated(data []byte) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	parse.Bytes("act", data) // most of the files are no acts, and that is an answer too
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// TestMonotonousTextCostsInProportion repeats what a reader may look around from: what it
// does for each must not grow with their number.
func TestMonotonousTextCostsInProportion(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads 40 MB")
	}
	acts := []string{
		"Үлгі облысы әкімдігінің 2016 жылғы 5 мамырдағы № 77 қаулысы\n\n\"А\" мемлекеттік көрсетілетін қызмет регламенті\n\n1. Жалпы ережелер\n\n1. Ол (бұдан әрі – А) Б.\n\n2. Рәсімнің мазмұны, оны орындау ұзақтығы:\n\n",
		"Постановление акимата Примерной области от 5 мая 2016 года № 77\n\nРегламент государственной услуги \"А\"\n\n1. Общие положения\n\n1. Он (далее – А) Б.\n\n2. Содержание каждой процедуры (действия), длительность его выполнения:\n\n",
		strings.Repeat("Үлгі облысы әкімдігінің 2016 жылғы 5 мамырдағы № 77\nқаулысы мен өзге де іс-қимыл\nосыған сәйкес болып\n", 20), // lines of a PDF
	}
	for _, part := range []string{
		"1) ә;\n\n", "1) басшы қол қояды – 1 күн;\n\n", "1-процесс – ә;\n\n", "1-шарт – ә;\n\n", "1. ә\n\n", "ә:\n\n", "ә\n\n", "ә\n", " ә\n", "# ә\n", "| ә ",
		"(бұдан әрі – Ә) ", "(бұдан әрі ", "(далее – А) ", "Ә Ә", "((", "\"", "\"ә", "\" ә\n", "«", ".", "-", "1", "A", "ә",
		"№ 1 ", "2016 жылғы 5 мамырдағы № 7 бұйрық ", "күші жойылды № 1 ", "Ескерту. ", "Ескерту. 1-тармақ жаңа редакцияда - облысы әкімдігінің 05.05.2016 № 7 қаулысымен.\n\n",
		"\"Ә\" мемлекеттік көрсетілетін қызмет регламенті\n\n1. Б\n\n", "1-қосымша\n\n", "т ә р т і п ", "т ә р т і п\n", "қ ызмет ң ", "ә \n", "ә \n ә\n", "іс\nқимыл\n", "ыҚы", "ә \nә \n \n", "ы1ы1ы ", "қ\nала ж\nұ\nмыс ", "қ\nы", "9тармағы ", "іс-қимыл ісқимыл ", "ә\n---|---\n", "_ә_ ", "1/9\n", "тәртiбi ", "тәртi-бi ", "іс-қимыл ", "[а](б)", "[а](", "бө ", "қ ө ", "2. А. ", "(см. стар. ред.) ",
		"осы регламенттің 5-тармағы ", "басшы немесе ", "берген кезде ", "Нәтижесі – ", "1 күн ", "он ", "в течение 1 дня ", "<p>",
	} {
		for _, act := range acts {
			inProportion(t, part, act, func(parts string) []byte { return []byte(act + parts) })
		}
	}
}

// inProportion checks what a file of many parts costs against one of four times as many.
func inProportion(t *testing.T, part, within string, file func(parts string) []byte) {
	t.Helper()
	const size = 1 << 15
	once, fourfold := allocated(file(strings.Repeat(part, size/len(part)))), allocated(file(strings.Repeat(part, 4*size/len(part))))
	if fourfold > 8*once {
		t.Errorf("%q in %.60q: %d bytes for one file, %d for one four times as long", part, within, once, fourfold)
	}
}

// held returns how many bytes reading a file holds at once at most: what is left after each
// of collections that follow one another, so that a busy machine counts no garbage.
func held(data []byte) uint64 {
	objects := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	now := func() uint64 { metrics.Read(objects); return objects[0].Value.Uint64() }
	runtime.GC()
	before, most := now(), uint64(0)
	read := make(chan struct{})
	go func() {
		parse.Bytes("act", data)
		close(read)
	}()
	for {
		select {
		case <-read:
			return most
		default:
			runtime.GC()
			if n := now(); n > before {
				most = max(most, n-before)
			}
		}
	}
}

// TestMemoryIsBoundByTheSizeOfTheFile reads what costs most for its length.
func TestMemoryIsBoundByTheSizeOfTheFile(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads 80 MB")
	}
	const (
		size     = 1 << 22
		perByte  = 32
		constant = 32 << 20
		act      = nameOfAct + "\n\n\"А\" мемлекеттік көрсетілетін қызмет регламенті\n\n1. Жалпы ережелер\n\n1. Ол (бұдан әрі – А) Б.\n\n2. Рәсімнің мазмұны, оны орындау ұзақтығы:\n\n"
		page     = "<!DOCTYPE html><html><body><p>" + nameOfAct + "</p>"
	)
	for _, tt := range []struct{ before, part string }{
		{act, "ә\n"}, {act, "1. ә\n\n"}, {act, "# ә\n"}, {act, "| ә\n"}, {act, "ә\f"}, {act, "ә\u2028"}, // refused
		{act, "1-шарт – ә; рұқсат беруші тексереді;\n"}, {act, "1) қол қояды – 1 күн;\n"}, {act, "1. Осы ережелер жалпы болып табылады.\n"}, {act, "т ә р т і п  т ә р т і п\n"},
		{act, "1 күн "}, {act, "(( "}, {act, "[а]("}, {act, "(бұдан әрі – Ә) "},
		{page, "<p>ә"}, {page, "<li>ә"}, // refused
		{page, "<p align=right>ә</p>"}, {page, "<p>әкім</p>"}, {page, "<b>әкім</b>"}, {page, "&nbsp;"}, {page + "<p", " z=1"},
	} {
		data := []byte(tt.before + strings.Repeat(tt.part, size/len(tt.part)))
		if n := held(data); n > perByte*uint64(len(data))+constant {
			t.Errorf("%q: %d bytes for each byte, and %d MB", tt.part, perByte, (n-perByte*uint64(len(data)))>>20)
		}
	}
}

const nameOfAct = "Үлгі облысы әкімдігінің 2016 жылғы 5 мамырдағы № 77 қаулысы"

// TestMonotonousPagesCostInProportion does the same with the tags of a page, most of them
// never closed.
func TestMonotonousPagesCostInProportion(t *testing.T) {
	pages := []string{
		"<!DOCTYPE html><html><body><p>" + nameOfAct + "</p>",
		"<!DOCTYPE html><html><body><div class=\"container_alpha slogan\"><h1>Бекіту туралы</h1><p>" + nameOfAct + "</p></div><div class=\"container_gamma text\"><article><p>1. Бекітілсін.</p>",
	}
	for _, part := range []string{
		"<br>", "<br>\n", "&nbsp;", "&nbsp;&nbsp;ә ", "&#1179;", "<", "<x", "<x y=", " z=1", "<!--", "<!-- x -->", "</b>", "</p>", "</article>",
		"<b>", "<b>ә</b>", "<i>ә", "<b><i><u>ә</b></i></u>", "<b><p>", "<p><b></p>", "<a href=x>ә", "<a><div>", "<a name=z1></a>", "<sup>1</sup>", "<nobr>",
		"<p>", "<p>ә", "<p>ә</p>", "<div>", "<div>ә</div>", "<h3>ә</h3>", "<h1>ә<br>", "<article>ә</article>", "<main>ә", "<header>ә</header>", "<body x=y>",
		"<font color=red>", "<font color=red>Ескерту. ә</font>", "<span class=note>ә</span>", "<p align=right>", "<p align=right>ә</p>",
		"<td>", "<tr>", "<table>", "<table>ә", "<table><tr><td>", "<table><tr><td>ә</table>", "<p align=right><table><tr><td>&nbsp;<td>ә</table>", "<table><tr><td><i>Облыс әкімі</i><td><i>А. Ә</i></table>",
		"<ul>", "<li>ә", "<ol><li>ә", "<ol start=5>", "<pre>", "<pre>ә\n</pre>", "<img>", "<p><img></p>", "<script>", "<textarea>", "<svg>", "<math><mi>", "<select><option>", "<form>", "<template>", "<frameset>",
		"<div class=text><article>ә</article></div>", "<div class=slogan><h1>ә</h1></div>", "<meta charset=", "<li class=selected><a href=/kaz/docs/V1>",
	} {
		for _, page := range pages {
			inProportion(t, part, page, func(parts string) []byte { return []byte(page + parts) })
		}
	}
}

// wordFile packs a document, its styles and its numbering.
func wordFile(t *testing.T, body, styles, numbering string) []byte {
	t.Helper()
	const relation = `<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"_rels/.rels", "<Relationships>" + relation + `officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/_rels/document.xml.rels", "<Relationships>" + relation + `styles" Target="styles.xml"/>` + relation + `numbering" Target="numbering.xml"/></Relationships>`},
		{"word/styles.xml", `<w:styles xmlns:w="w">` + styles + `</w:styles>`},
		{"word/numbering.xml", `<w:numbering xmlns:w="w">` + numbering + `</w:numbering>`},
		{"word/document.xml", `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`},
	} {
		f, err := w.CreateHeader(&zip.FileHeader{Name: part[0]}) // not packed: a bomb is another test's
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, part[1])
	}
	w.Close()
	return b.Bytes()
}

func TestMonotonousWordFilesCostInProportion(t *testing.T) {
	const (
		head   = "<w:p><w:r><w:t>" + nameOfAct + "</w:t></w:r></w:p>"
		levels = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	)
	inRun := func(parts string) []byte { return wordFile(t, head+"<w:p><w:r>"+parts+"</w:r></w:p>", "", "") }
	inParagraph := func(parts string) []byte { return wordFile(t, head+"<w:p>"+parts+"</w:p>", "", "") }
	inHeading := func(parts string) []byte {
		return wordFile(t, head+`<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r>`+parts+"</w:r></w:p>", `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>`, "")
	}
	inBody := func(parts string) []byte { return wordFile(t, head+parts, "", levels) }
	inStyles := func(parts string) []byte {
		return wordFile(t, head+`<w:p><w:pPr><w:pStyle w:val="s"/></w:pPr></w:p>`, parts, "")
	}
	inNumbering := func(parts string) []byte { return wordFile(t, head, "", parts) }
	for _, tt := range []struct {
		within string
		file   func(parts string) []byte
		parts  []string
	}{
		{"a run", inRun, []string{"<w:t>ә</w:t>", "<w:t>ә ә</w:t><w:br/>", "<w:br/>", "<w:tab/>", "<w:noBreakHyphen/>", "<w:sym/>", "<w:x>", "<w:fldChar w:fldCharType=\"begin\"/>", "&amp;"}},
		{"a paragraph", inParagraph, []string{"<w:r><w:t>ә</w:t></w:r>", "<w:r/>", "<w:hyperlink>", "<w:ins><w:r><w:t>ә</w:t></w:r></w:ins>", "<w:pPr/>", "<w:r><w:drawing><w:txbxContent>"}},
		{"a heading", inHeading, []string{"<w:t>ә</w:t><w:br/>", "<w:t>Ә</w:t><w:br/>"}},
		{"the body", inBody, []string{"<w:p/>", "<w:p>", "<w:p><w:r><w:t>ә</w:t></w:r></w:p>", `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>ә</w:t></w:r></w:p>`,
			`<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>ә</w:t></w:r></w:p>`, "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>ә</w:t></w:r></w:p>",
			"<w:tbl>", "<w:tbl><w:tr><w:tc>", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ә</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "<w:sdt>", "<!-- x -->", "<?x?>", "<x/>"}},
		{"the styles", inStyles, []string{`<w:style w:styleId="s"><w:basedOn w:val="s"/></w:style>`, "<w:style>"}},
		{"the numbering", inNumbering, []string{`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`, `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>`}},
	} {
		for _, part := range tt.parts {
			inProportion(t, part, tt.within, tt.file)
		}
	}
}

// pageFile is a PDF of one page, as large as no paper, with this content.
func pageFile(content string) []byte {
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 1000000 1000000]>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>/ExtGState<</G<</Font[5 0 R 10]>>>>>>>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content),
		"<</Type/Font/Subtype/TrueType/BaseFont/Serif/FirstChar 97/Widths[500]>>",
		"<</Type/XObject/Subtype/Form/BBox[0 0 600 850]/Length 3>>\nstream\nq Q\nendstream",
	}
	var b, table bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table.String(), len(objects)+1, b.Len())
	return b.Bytes()
}

func TestMonotonousPDFsCostInProportion(t *testing.T) {
	const begin = "BT /F 10 Tf 1 0 0 1 50 500000 Tm "
	for _, part := range []string{
		"q ", "Q ", "q Q ", "BT ", "ET ", "0 0 m ", "1 1 l ", "0 0 9 9 re ", "0 0 9 9 re W n ", "1 0 0 1 0 0 cm ", "/F 10 Tf ", "/Q 10 Tf ", "/G gs ", "/X Do ", "BI ID EI ", "ID ",
		"[", "<<", "(", "<61", "\\(", "/a", "1 ", "1", "- ", "% \n", "}", ">> ", "] ",
		"(a)Tj ", "( )Tj ", "<61>Tj ", "[(a)1(a)]TJ ", "[(a)", "[( )-9000(a)]TJ ", "(a)' ", "0 1 (a)\" ", "T* ", "1 0 0 rg (a)Tj 0 g (a)Tj ",
		"0 1 Td(a)Tj ", "0 -1 Td(a)Tj ", "0 20 Td(a)Tj ", "0 -20 Td(a)Tj ", "5 0 Td(a)Tj ", "50 0 Td(a)Tj ", "9 -20 Td(a)Tj ", "9 20 Td(a)Tj ", // lines, columns, stairs
		"0 -20 Td(a)Tj 0 20 Td(b)Tj ", "0 -20 Td(a)Tj 50 20 Td(a)Tj ", "0 -20 Td(a)Tj 0 40 Td(a)Tj ", "300 -20 Td(a)Tj -300 -20 Td(a)Tj ", "300 0 Td(a)Tj -300 -20 Td(a)Tj ",
		"0 1 -1 0 0 0 Tm (a)Tj 1 0 0 1 0 0 Tm (a)Tj ",
	} {
		inProportion(t, part, begin, func(parts string) []byte { return pageFile(begin + parts) })
	}
}

func TestActsTakeFewBytesOfMemoryForEachOfTheirs(t *testing.T) {
	const most = 40
	for _, file := range realacts.Files(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if took := allocated(data); took > uint64(most*len(data)) {
			t.Errorf("%s: %d bytes for %d", file, took, len(data))
		}
	}
}

func TestAParagraphLongerThanAnyActIsReadInPart(t *testing.T) {
	r, err := parse.Bytes("act.txt", []byte("Үлгі облысы әкімдігінің 2016 жылғы 5 мамырдағы № 77 қаулысы\n\n1. "+strings.Repeat("осы қаулыға сәйкес ", 1<<14)+".\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Document.Findings {
		if f.Code == model.FindTextUnread && f.Span.Of(r.Text) == r.Text[f.Span[0]:len(r.Text)-1] {
			return
		}
	}
	t.Errorf("nothing says that the paragraph was not read to its end: %v", r.Document.Findings)
}
