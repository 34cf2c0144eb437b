package data

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"reglament/model"
	"reglament/parse"
	"reglament/testdata/needs"
	"reglament/testdata/realacts"
)

var today = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func parsed(t *testing.T, file string) Text {
	t.Helper()
	r, err := parse.File(file)
	if err != nil {
		t.Fatal(err)
	}
	return Text{r.Document, r.Text}
}

// acts are the sample's acts and, where they are there, the real ones.
func acts(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/sample/acts/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no sample acts", err)
	}
	return append(files, realacts.IfAny(t)...)
}

// The schema is OASIS's; it is not part of the repository. REGLAMENT_AKN_XSD names the
// file akomantoso30.xsd, with xml.xsd beside it.
func TestAKNIsValid(t *testing.T) {
	schema := needs.Variable(t, "REGLAMENT_AKN_XSD", "akomantoso30.xsd")
	xmllint := needs.Program(t, "xmllint", "libxml2-utils")
	texts := map[string]Text{"hostile": hostileText(), "nothing but a day": {&model.Document{Act: model.Act{Adopted: "2020-01-02"}}, ""}}
	for _, file := range acts(t) {
		texts[filepath.Base(file)] = parsed(t, file)
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "act.xml")
			if err := os.WriteFile(file, akomaNtoso(text, today), 0o644); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(xmllint, "--nonet", "--noout", "--schema", schema, file).CombinedOutput()
			if err != nil {
				t.Errorf("%v\n%.3000s", err, out)
			}
		})
	}
}

// hostileText has numbers that repeat, spans that do not nest, and text that is markup.
func hostileText() Text {
	canonical := "Тақырып <b> & \"c\"\n1. бірінші ]]> тармақ\n1. қайта\n1) тармақша\n1) тағы\nсоңы\nӘкім А.Б.\n1. Бөлім\n1. <тармақ>\nжай мәтін\n"
	at := func(s string) model.Span {
		i := strings.Index(canonical, s)
		return model.Span{i, i + len(s)}
	}
	return Text{&model.Document{
		Source: model.Source{Name: "a.txt", SHA256: "ab"},
		Act: model.Act{
			Adopted: "2020-01-02", Number: "1/2 <&> 3", Title: "Тақырып <b> & \"c\"", Language: model.Kazakh, Spans: model.Spans{{Field: "title", Item: model.NoItem, Span: at("Тақырып <b> & \"c\"")}},
			Cites: model.List[model.ActRef]{{Text: "бұйрық"}},
			Notes: model.List[model.Note]{{Span: at("соңы"), Action: model.NoteAmended, By: &model.ActRef{Text: "x", Date: "2021-01-01"}}},
			Points: model.List[model.Point]{
				{Number: "1", Span: at("1. бірінші ]]> тармақ")},
				{Number: "1", Span: at("1. қайта\n1) тармақша\n1) тағы\nсоңы"), Subpoints: model.List[model.Point]{
					{Number: "1", Span: at("1) тармақша")}, {Number: "1", Span: at("1) тағы")}, {Span: at("1. қайта")},
				}},
			},
		},
		Regulations: model.List[model.Regulation]{
			{Index: 1, Service: "<қызмет>", Span: at("1. Бөлім\n1. <тармақ>\nжай мәтін"), Sections: model.List[model.Section]{
				{Number: "1", Title: "Бөлім", Span: at("1. Бөлім\n1. <тармақ>"), Points: model.List[model.Point]{{Number: "1", Span: at("1. <тармақ>")}}},
			}, Annexes: model.List[model.Annex]{{Span: at("1. <тармақ>")}}},
			{Index: 1},
		},
	}, canonical}
}

// letters are those of the text of an XML document's elements outside of meta.
func letters(t *testing.T, content []byte) string {
	t.Helper()
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(content))
	meta := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return fold(b.String())
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "meta" {
				meta++
			}
		case xml.EndElement:
			if e.Name.Local == "meta" {
				meta--
			}
		case xml.CharData:
			if meta == 0 {
				b.Write(e)
			}
		}
	}
}

func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// Every paragraph of the act is in the file once, in its order.
func TestAKNHasTheWholeText(t *testing.T) {
	texts := map[string]Text{"hostile": hostileText()}
	for _, file := range acts(t) {
		texts[filepath.Base(file)] = parsed(t, file)
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			got, want := letters(t, akomaNtoso(text, today)), fold(text.Canonical)
			if got != want {
				i := 0
				for i < len(got) && i < len(want) && got[i] == want[i] {
					i++
				}
				t.Errorf("%d bytes of %d; they part at %q, which should read %q", len(got), len(want), around(got, i), around(want, i))
			}
		})
	}
}

func around(s string, i int) string {
	return strings.ToValidUTF8(s[max(0, i-60):min(len(s), i+200)], "")
}

func TestAKNSays(t *testing.T) {
	content := string(akomaNtoso(parsed(t, "../../testdata/sample/acts/3-kostanay-2016-91-amended.kk.md"), today))
	for _, want := range []string{
		`<act name="resolution" contains="singleVersion">`,
		`<FRBRthis value="/akn/kz-39/act/resolution/2016-03-10/91/!main"/>`,
		`<FRBRuri value="/akn/kz-39/act/resolution/2016-03-10/91/kaz@2017-05-18"/>`,
		`<FRBRuri value="/akn/kz-39/act/resolution/2016-03-10/91/kaz@2017-05-18.xml"/>`,
		`<FRBRnumber value="91"/>`,
		`<eventRef eId="event_1" date="2016-03-10" source="#original" type="generation"/>`,
		`<eventRef eId="event_2" date="2017-05-18" source="#ref_1" type="amendment"/>`,
		`<passiveRef eId="ref_1" href="/akn/kz-39/act/resolution/2017-05-18/214"`,
		`name="standard" href="/akn/kz/act/order/2015-05-14/912"`,
		`<docTitle>Мемлекеттік көрсетілетін қызметтер регламенттерін бекіту туралы</docTitle>`,
		`<point eId="point_1__point_2">`,
		`<attachment eId="att_2">`,
		`<section eId="att_1__sec_1">`,
		`<heading>Жалпы ережелер</heading>`,
		`<point eId="att_1__sec_1__point_2">`,
		`<hcontainer eId="att_1__annex_1" name="annex">`,
		`<p class="note">Ескерту. 2-тармақ жаңа редакцияда`,
		`<r:registration xmlns:r="urn:reglament:1" body="Қостанай облысының Әділет департаментінде" date="2016-04-14" number="6291"/>`,
	} {
		if !strings.Contains(content, want) {
			t.Errorf("no %s", want)
		}
	}
	repeals := string(akomaNtoso(parsed(t, "../../testdata/sample/acts/5-pavlodar-2019-77-1.kk.txt"), today))
	if !strings.Contains(repeals, `<activeRef eId="ref_1" href="/akn/kz-55/act/resolution/2016-05-05/118%2F3"`) {
		t.Error("the repealed act is no active reference")
	}
	repealed := string(akomaNtoso(parsed(t, "../../testdata/sample/acts/4-pavlodar-2016-118-3.kk.txt"), today))
	if !strings.Contains(repealed, `date="2019-02-26" source="#ref_1" type="repeal"`) {
		t.Error("the repeal is no event")
	}
}

func TestAKNFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	text := parsed(t, "../../testdata/sample/acts/4-pavlodar-2016-118-3.kk.txt")
	undated := Text{&model.Document{Source: model.Source{Name: "undated.txt"}}, ""}
	skipped, err := WriteAKN(dir, func(yield func(Text, error) bool) {
		_ = yield(text, nil) && yield(undated, nil) && yield(text, nil)
	}, today)
	if err != nil {
		t.Fatal(err)
	}
	if len(skipped) != 1 || skipped[0].Source != "undated.txt" || !errors.Is(skipped[0].Reason, ErrUndated) {
		t.Errorf("skipped %+v", skipped)
	}
	for _, name := range []string{"KZ-55_2016-05-05_118_3.kk.xml", "KZ-55_2016-05-05_118_3.kk-2.xml"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	broken := errors.New("the disk is gone")
	if _, err := WriteAKN(dir, func(yield func(Text, error) bool) { yield(Text{}, broken) }, today); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}
