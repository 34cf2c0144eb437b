package docx_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"reglament/parse/source/docx"
	"reglament/parse/source/raw"
)

const (
	wordNS   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// archive packs the parts of a document; the relations are those that Word writes.
func archive(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	add := func(name, content string) {
		f, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(f, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	add("_rels/.rels", `<Relationships><Relationship Type="`+relation+`officeDocument" Target="word/document.xml"/></Relationships>`)
	rels := ""
	for _, name := range []string{"styles", "numbering", "footnotes", "endnotes", "aFChunk"} {
		if _, ok := parts[name]; ok {
			rels += `<Relationship Id="` + name + `" Type="` + relation + name + `" Target="` + name + `.xml"/>`
		}
	}
	add("word/_rels/document.xml.rels", `<Relationships>`+rels+`<Relationship Type="`+relation+`hyperlink" Target="https://example.kz" TargetMode="External"/></Relationships>`)
	for name, content := range parts {
		add("word/"+name+".xml", content)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func document(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordNS + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`
}

// p is a paragraph with properties.
func p(properties, text string) string {
	return `<w:p><w:pPr>` + properties + `</w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

// item is a paragraph of a list.
func item(list, level int, text string) string {
	return p(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, list), text)
}

var kinds = map[raw.Kind]string{raw.Body: "body", raw.Heading: "heading", raw.Stamp: "stamp", raw.Cell: "cell", raw.Note: "note"}

func lines(c raw.Content) []string {
	var list []string
	for _, p := range c.Paragraphs {
		list = append(list, kinds[p.Kind]+": "+p.Text)
	}
	return list
}

func read(t *testing.T, parts map[string]string, want ...string) raw.Content {
	t.Helper()
	c, err := docx.Read(t.Context(), archive(t, parts), docx.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got := lines(c); !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	return c
}

func TestWhatWordShows(t *testing.T) {
	tests := []struct {
		what string
		body string
		want []string
	}{
		{"a paragraph in several runs", `<w:p><w:r><w:t xml:space="preserve">1. Утвер</w:t></w:r><w:proofErr/><w:r><w:t>дить</w:t><w:tab/><w:t>регламент</w:t></w:r></w:p>`,
			[]string{"body: 1. Утвердить регламент"}},
		{"a link, and its address as a field code", `<w:p><w:r><w:t xml:space="preserve">№ </w:t></w:r><w:r><w:instrText> HYPERLINK "https://example.kz"</w:instrText></w:r><w:hyperlink><w:r><w:t>163</w:t></w:r></w:hyperlink></w:p>`,
			[]string{"body: № 163"}},
		{"tracked changes: the text as accepted", `<w:p><w:del><w:r><w:delText>два</w:delText><w:t>два</w:t></w:r></w:del><w:ins><w:r><w:t>три</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>минуты</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t xml:space="preserve"> дня</w:t></w:r></w:moveTo></w:p>`,
			[]string{"body: три дня"}},
		{"a paragraph whose end was deleted", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">не более </w:t></w:r></w:p><w:p><w:r><w:t>трех дней</w:t></w:r></w:p>`,
			[]string{"body: не более трех дней"}},
		{"the last paragraph's end was deleted", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>не более</w:t></w:r></w:p>`,
			[]string{"body: не более"}},
		{"hidden text", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>тайна</w:t></w:r><w:r><w:t>явь</w:t></w:r></w:p>`,
			[]string{"body: явь"}},
		{"a text box in two ways", `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>Портал</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Портал</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>Схема</w:t></w:r></w:p>`,
			[]string{"body: Схема", "body: Портал"}},
		{"line breaks are paragraphs of the text", `<w:p><w:r><w:t>СОГЛАСОВАН</w:t><w:br/><w:t>Министр</w:t><w:br w:type="page"/><w:t>труда</w:t></w:r></w:p>`,
			[]string{"body: СОГЛАСОВАН", "body: Министр труда"}},
		{"a heading in bold at the centre, wrapped", `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Регламент</w:t><w:br/><w:t>услуги</w:t><w:br/><w:t>Глава 1</w:t></w:r></w:p>`,
			[]string{"heading: Регламент услуги", "heading: Глава 1"}},
		{"a stamp at the right", p(`<w:jc w:val="right"/>`, "Утвержден"), []string{"stamp: Утвержден"}},
		{"a note in red", `<w:p><w:r><w:rPr><w:color w:val="ff0000"/></w:rPr><w:t>Сноска. Утратило силу.</w:t></w:r></w:p>`, []string{"note: Сноска. Утратило силу."}},
		{"a stamp beside an empty cell", `<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>` + p("", "Приложение 1") + p("", "к регламенту") + `</w:tc></w:tr></w:tbl>`,
			[]string{"stamp: Приложение 1 к регламенту"}},
		{"a signature", `<w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Аким</w:t><w:br/><w:t>области</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:rPr><w:i/></w:rPr><w:t>И. Пример</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
			[]string{"body: Аким области", "body: И. Пример"}},
		{"a table of data", `<w:tbl><w:tr><w:tc>` + p("", "Шаг") + `</w:tc><w:tc>` + p("", "30 минут") + `</w:tc></w:tr></w:tbl>` + p("", "Далее"),
			[]string{"cell: Шаг", "cell: 30 минут", "body: Далее"}},
		{"a content control around paragraphs", `<w:sdt><w:sdtContent>` + p("", "1. Текст") + `</w:sdtContent></w:sdt>`, []string{"body: 1. Текст"}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) { read(t, map[string]string{"document": document(tt.body)}, tt.want...) })
	}
}

func TestFootnotesStandAfterTheText(t *testing.T) {
	read(t, map[string]string{
		"document":  document(`<w:p><w:r><w:t>1. Текст</w:t><w:footnoteReference w:id="2"/></w:r></w:p>` + p("", "2. Конец")),
		"footnotes": `<w:footnotes ` + wordNS + `><w:footnote w:type="separator" w:id="0">` + p("", "---") + `</w:footnote><w:footnote w:id="2">` + p("", "Пояснение") + `</w:footnote></w:footnotes>`,
	}, "body: 1. Текст", "body: 2. Конец", "body: Пояснение")
}

func level(at int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, at, format, text, more)
}

func TestNumbersThatWordGenerates(t *testing.T) {
	numbering := `<w:numbering ` + wordNS + `>` +
		`<w:abstractNum w:abstractNumId="1">` + level(0, "decimal", "%1.", "") + level(1, "decimal", "%2)", "") + level(2, "decimal", "%1.%2.%3", `<w:suff w:val="space"/>`) + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2">` + level(0, "upperRoman", "Глава %1.", `<w:pStyle w:val="Chapter"/>`) + level(1, "decimal", "%1-%2.", `<w:isLgl/><w:lvlRestart w:val="0"/>`) + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="3">` + level(0, "russianLower", "%1)", "") + level(1, "bullet", "\uf0b7", "") + level(2, "bullet", "–", `<w:suff w:val="nothing"/>`) + level(3, "none", "", "") + level(4, "chosung", "%5.", "") + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>` +
		`<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>` +
		`<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>` +
		`<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>` +
		`<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>` +
		`</w:numbering>`
	styles := `<w:styles ` + wordNS + `><w:style w:styleId="Chapter"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="Sub"><w:name w:val="Подглава"/><w:basedOn w:val="Chapter"/></w:style>` +
		`<w:style w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style></w:styles>`
	tests := []struct {
		what string
		body string
		want []string
	}{
		{"points and subpoints that begin anew", item(1, 0, "а") + item(1, 1, "б") + item(1, 1, "в") + item(1, 0, "г") + item(1, 1, "д") + item(1, 2, "е"),
			[]string{"body: 1. а", "body: 1) б", "body: 2) в", "body: 2. г", "body: 1) д", "body: 2.1.1 е"}},
		{"two lists of one look count on", item(1, 0, "а") + item(2, 0, "б"), []string{"body: 1. а", "body: 2. б"}},
		{"a list that starts at five", item(1, 0, "а") + item(3, 0, "б") + item(3, 0, "в"), []string{"body: 1. а", "body: 5. б", "body: 6. в"}},
		{"a style that numbers, and one based on it", p(`<w:pStyle w:val="Chapter"/>`, "Общие положения") + item(4, 1, "а") + p(`<w:pStyle w:val="Sub"/>`, "Порядок") + item(4, 1, "б"),
			[]string{"heading: Глава I. Общие положения", "body: 1-1. а", "heading: Глава II. Порядок", "body: 2-2. б"}},
		{"a paragraph taken out of its style's list", p(`<w:pStyle w:val="Chapter"/><w:numPr><w:numId w:val="0"/></w:numPr>`, "Без номера"), []string{"heading: Без номера"}},
		{"Russian letters, bullets, dashes, nothing", item(5, 0, "один") + item(5, 0, "два") + item(5, 1, "три") + item(5, 2, " четыре") + item(5, 3, "пять"),
			[]string{"body: а) один", "body: б) два", "body: • три", "body: – четыре", "body: пять"}},
		{"an empty paragraph is counted", item(1, 0, "а") + item(1, 0, "") + item(1, 0, "б"), []string{"body: 1. а", "body: 3. б"}},
		{"a deleted item is not", item(1, 0, "а") + `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>нет</w:delText></w:r></w:del></w:p>` + item(1, 0, "б"),
			[]string{"body: 1. а", "body: 2. б"}},
		{"an old numbering in the record of a change", `<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>1. свой номер</w:t></w:r></w:p>`,
			[]string{"body: 1. свой номер"}},
		{"a style based on itself", p(`<w:pStyle w:val="Circle"/>`, "Текст"), []string{"body: Текст"}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			c := read(t, map[string]string{"document": document(tt.body), "numbering": numbering, "styles": styles}, tt.want...)
			if len(c.Findings) != 0 {
				t.Errorf("findings = %v", c.Findings)
			}
		})
	}
	t.Run("a kind of figures that is not known, a list that is not there", func(t *testing.T) {
		c := read(t, map[string]string{"document": document(item(5, 4, "а") + item(9, 0, "б")), "numbering": numbering}, "body: 1. а", "body: б")
		if len(c.Findings) != 2 {
			t.Errorf("findings = %v, want 2", c.Findings)
		}
	})
}

func TestHostileDocuments(t *testing.T) {
	good := archive(t, map[string]string{"document": document(p("", "Текст"))})
	var many bytes.Buffer
	w := zip.NewWriter(&many)
	for i := range 2001 {
		if _, err := w.Create(fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	// Ten megabytes of spaces pack to ten kilobytes.
	bomb := document(`<w:p><w:r><w:t>` + strings.Repeat(" ", 10<<20) + `</w:t></w:r></w:p>`)
	tests := []struct {
		what   string
		data   []byte
		limits docx.Limits
		err    error
	}{
		{"an empty file", nil, docx.Limits{}, docx.ErrNotDOCX},
		{"an old .doc", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), docx.Limits{}, docx.ErrNotDOCX},
		{"a file cut short", good[:len(good)/2], docx.Limits{}, docx.ErrNotDOCX},
		{"another archive", archive(t, map[string]string{"workbook": "<x/>"}), docx.Limits{}, docx.ErrNotDOCX},
		{"no words", archive(t, map[string]string{"document": document("<w:p/>")}), docx.Limits{}, docx.ErrNoText},
		{"a part cut short", archive(t, map[string]string{"document": document(p("", "Текст"))[:200]}), docx.Limits{}, nil},
		{"too many files", many.Bytes(), docx.Limits{}, docx.ErrLimit},
		{"a bomb", archive(t, map[string]string{"document": bomb}), docx.Limits{}, docx.ErrLimit},
		{"a bomb in the styles", archive(t, map[string]string{"document": document(p("", "Текст")), "styles": bomb}), docx.Limits{}, docx.ErrLimit},
		{"a large part", good, docx.Limits{PartSize: 100}, docx.ErrLimit},
		{"many blocks", archive(t, map[string]string{"document": document(strings.Repeat("<w:p/>", 11))}), docx.Limits{Blocks: 10}, docx.ErrLimit},
		{"elements nested without end", archive(t, map[string]string{"document": document(strings.Repeat("<w:sdt>", 1000))}), docx.Limits{}, docx.ErrLimit},
		{"tables nested without end", archive(t, map[string]string{"document": document(strings.Repeat("<w:tbl><w:tr><w:tc>", 1000))}), docx.Limits{}, docx.ErrLimit},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			c, err := docx.Read(t.Context(), tt.data, tt.limits)
			if err == nil {
				t.Fatalf("no error, but %v", lines(c))
			}
			if tt.err != nil && !errors.Is(err, tt.err) {
				t.Errorf("err = %v", err)
			}
		})
	}
}

func TestADocumentOfAnotherFormatIsNamed(t *testing.T) {
	for format, entries := range map[string][]string{
		"OpenDocument": {"mimetype", "content.xml"},
		"EPUB":         {"mimetype", "META-INF/container.xml", "text.xhtml"},
	} {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for _, name := range entries {
			if _, err := w.Create(name); err != nil {
				t.Fatal(err)
			}
		}
		w.Close()
		if _, err := docx.Read(t.Context(), b.Bytes(), docx.Limits{}); !errors.Is(err, docx.ErrNotDOCX) || !strings.Contains(err.Error(), format) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// The sizes that an archive's directory claims are not believed.
func TestBombThatLiesAboutItsSize(t *testing.T) {
	var packed bytes.Buffer
	deflate, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(deflate, document(`<w:p><w:r><w:t>`+strings.Repeat("я", 8<<20)))
	deflate.Close()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: 100 << 20})
	if err != nil {
		t.Fatal(err)
	}
	f.Write(packed.Bytes())
	w.Close()
	if _, err := docx.Read(t.Context(), b.Bytes(), docx.Limits{}); !errors.Is(err, docx.ErrLimit) {
		t.Errorf("err = %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(document(item(1, 0, "а")+item(1, 1, "б")), `<w:numbering `+wordNS+`><w:abstractNum w:abstractNumId="1">`+level(0, "decimal", "%1.", "")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`)
	f.Add(document(`<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>`+p("", "Приложение")+`</w:tc></w:tr></w:tbl>`), "")
	f.Fuzz(func(t *testing.T, body, numbering string) {
		c, err := docx.Read(t.Context(), archive(t, map[string]string{"document": body, "numbering": numbering}), docx.Limits{})
		if err != nil {
			return
		}
		if len(c.Paragraphs) == 0 {
			t.Error("no paragraphs and no error")
		}
		for _, p := range c.Paragraphs {
			if p.Text == "" || strings.Join(strings.Fields(p.Text), " ") != p.Text {
				t.Errorf("paragraph %q", p.Text)
			}
		}
	})
}

func FuzzArchive(f *testing.F) {
	f.Add(archive(f, map[string]string{"document": document(p("", "Текст"))}))
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, err := docx.Read(t.Context(), data, docx.Limits{}); err == nil && len(c.Paragraphs) == 0 {
			t.Error("no paragraphs and no error")
		}
	})
}

// Programs that put documents together include files as they are; Word reads them in when it
// saves the document.
func TestFilesInsideTheDocumentAreInTheirPlace(t *testing.T) {
	table := `<w:tbl><w:tr><w:tc>` + p("", "Қадам") + `</w:tc></w:tr></w:tbl>`
	body := table + `<w:altChunk xmlns:r="r" r:id="aFChunk"/>` + p("", "Соңы.")
	tests := []struct {
		what, chunk, says string
		want              []string
	}{
		{"a page", "<html><body><p>1. Бір.</p><p>2. Екі.</p></body></html>", "", []string{"cell: Қадам", "body: 1. Бір.", "body: 2. Екі.", "body: Соңы."}},
		{"a saved page", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>1. Бір.</p></body></html>\r\n--b--\r\n", "", []string{"cell: Қадам", "body: 1. Бір.", "body: Соңы."}},
		{"a document", string(archive(t, map[string]string{"document": document(table)})), "", []string{"cell: Қадам", "cell: Қадам", "body: Соңы."}},
		{"what is not read", `{\rtf1 Бір.}`, "RTF", nil},
		{"documents in one another", string(archive(t, map[string]string{"document": document(`<w:altChunk id="aFChunk"/>`), "aFChunk": string(archive(t, map[string]string{"document": document(table)}))})), "1", nil},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			c, err := docx.Read(context.Background(), archive(t, map[string]string{"document": document(body), "aFChunk": tt.chunk}), docx.Limits{})
			if tt.want == nil {
				if err == nil || !strings.Contains(err.Error(), tt.says) || !strings.Contains(err.Error(), "aFChunk") {
					t.Errorf("error %v, want one of the part that says %q", err, tt.says)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := lines(c); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			last := 0
			for _, p := range c.Paragraphs {
				if p.Kind == raw.Cell && p.Place.Table <= last {
					t.Errorf("%q is in table %d, behind table %d", p.Text, p.Place.Table, last)
				}
				last = max(last, p.Place.Table)
			}
		})
	}
}

func TestAFrameInsideACellIsOfTheCell(t *testing.T) {
	table := func(rows ...string) string {
		return `<w:tbl><w:tr>` + strings.Join(rows, `</w:tr><w:tr>`) + `</w:tr></w:tbl>`
	}
	cell := func(content string) string { return `<w:tc>` + content + `</w:tc>` }
	frame := table(cell(p("", "Тіркеу")), cell(p("", "жолдау")))
	inner := table(cell(p("", "Кеңсе")) + cell(p("", "30 минут")))
	tests := []struct {
		what, body string
		want       []string
	}{
		{"a table of one column", table(cell(p("", "1")) + cell(frame+p("", "")) + cell(p("", "15 минут"))), []string{"1.1.1 1", "1.1.2 Тіркеу", "1.1.2 жолдау", "1.1.3 15 минут"}},
		{"a table of two", table(cell(p("", "1")) + cell(inner)), []string{"1.1.1 1", "2.1.1 Кеңсе", "2.1.2 30 минут"}},
		{"one column that is in no other table", frame, []string{"1.1.1 Тіркеу", "1.2.1 жолдау"}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			c, err := docx.Read(context.Background(), archive(t, map[string]string{"document": document(tt.body)}), docx.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range c.Paragraphs {
				got = append(got, fmt.Sprintf("%d.%d.%d %s", p.Place.Table, p.Place.Row, p.Place.Column, p.Text))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestARaisedFigureIsNotOfTheNumberBeforeIt(t *testing.T) {
	raised := func(s string) string {
		return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>` + s + `</w:t></w:r>`
	}
	plain := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	body := `<w:p>` + plain("Заңның 9") + raised("1") + raised("2") + plain("-тармағы, 30 м") + raised("2") + plain(" сілтеме") + raised("1") + raised("2") + `</w:p>`
	c, err := docx.Read(context.Background(), archive(t, map[string]string{"document": document(body)}), docx.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := lines(c), []string{"body: Заңның 9¹²-тармағы, 30 м2 сілтеме12"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
