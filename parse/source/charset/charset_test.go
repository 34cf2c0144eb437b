package charset_test

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"reglament/model"
	"reglament/parse/source/charset"
)

const (
	russian = "Об утверждении регламента государственной услуги «Выдача справок». Аким области № 12 постановляет: " +
		"1. Утвердить прилагаемый регламент и возложить контроль на заместителя акима."
	kazakh = "Мемлекеттік көрсетілетін қызмет регламентін бекіту туралы. Облыс әкімдігі ҚАУЛЫ ЕТЕДІ: " +
		"1. Қоса беріліп отырған регламент бекітілсін, өңдеу ұзақтығы – үш жұмыс күні, һәм ғимарат."
)

// bytesIn encodes s, with KZ-1048 written out letter by letter as its registration has
// it, so that the package's own table is not tested against itself, and PTCP154 likewise.
func bytesIn(t testing.TB, s, name string) []byte {
	t.Helper()
	single := func(m *charmap.Charmap) []byte {
		b, err := encoding.ReplaceUnsupported(m.NewEncoder()).Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	switch name {
	case "utf-8":
		return []byte(s)
	case "utf-16le", "utf-16be":
		var b []byte
		for _, u := range utf16.Encode([]rune(s)) {
			if name == "utf-16le" {
				b = binary.LittleEndian.AppendUint16(b, u)
			} else {
				b = binary.BigEndian.AppendUint16(b, u)
			}
		}
		return b
	case "windows-1251":
		return single(charmap.Windows1251)
	case "koi8-r":
		return single(charmap.KOI8R)
	case "ibm866":
		return single(charmap.CodePage866)
	case "KZ-1048", "PTCP154":
		codes := map[rune]byte{'Қ': 0x8D, 'Һ': 0x8E, 'қ': 0x9D, 'һ': 0x9E, 'Ұ': 0xA1, 'ұ': 0xA2, 'Ә': 0xA3, 'Ө': 0xA5,
			'Ғ': 0xAA, 'Ү': 0xAF, 'ө': 0xB4, 'ғ': 0xBA, 'ә': 0xBC, 'Ң': 0xBD, 'ң': 0xBE, 'ү': 0xBF}
		if name == "PTCP154" {
			codes = map[rune]byte{'Ғ': 0x81, 'ғ': 0x83, 'Ү': 0x87, 'ү': 0x89, 'Ң': 0x8C, 'Қ': 0x8D, 'Һ': 0x8E, 'ң': 0x9C,
				'қ': 0x9D, 'һ': 0x9E, 'Ө': 0xA4, 'Ұ': 0xA6, 'Ә': 0xAA, 'ұ': 0xB1, 'ө': 0xB5, 'ә': 0xBA}
		}
		var b []byte
		for _, r := range s {
			if c, ok := codes[r]; ok {
				b = append(b, c)
				continue
			}
			c, ok := charmap.Windows1251.EncodeRune(r)
			if !ok {
				t.Fatalf("%q is not in %s", r, name)
			}
			b = append(b, c)
		}
		return b
	}
	t.Fatalf("no encoder for %s", name)
	return nil
}

func TestDecode(t *testing.T) {
	// KOI8-R and DOS have no № and no guillemets.
	plainRussian := strings.NewReplacer("«", `"`, "»", `"`, "№", "N").Replace(russian)
	tests := []struct {
		what     string
		text     string
		encoding string
		bom      string
		declared string
		name     string
		doubts   int
	}{
		{"UTF-8", kazakh, "utf-8", "", "", "utf-8", 0},
		{"UTF-8 with its mark", kazakh, "utf-8", "\xEF\xBB\xBF", "", "utf-8", 0},
		{"UTF-8 that a page calls windows-1251", kazakh, "utf-8", "", "windows-1251", "utf-8", 0},
		{"Latin text", "Approved by decree", "utf-8", "", "", "utf-8", 0},
		{"nothing", "", "utf-8", "", "", "utf-8", 0},
		{"UTF-16 of Windows", kazakh, "utf-16le", "\xFF\xFE", "", "utf-16le", 0},
		{"UTF-16 of networks", kazakh, "utf-16be", "\xFE\xFF", "", "utf-16be", 0},
		{"UTF-16 without a mark", kazakh, "utf-16le", "", "", "utf-16le", 0},
		{"big-endian UTF-16 without a mark", russian, "utf-16be", "", "utf-8", "utf-16be", 0},
		{"Russian windows-1251", russian, "windows-1251", "", "", "windows-1251", 0},
		{"windows-1251 that a page calls UTF-8", russian, "windows-1251", "", "utf-8", "windows-1251", 1},
		{"windows-1251 that a server calls Latin", russian, "windows-1251", "", "iso-8859-1", "windows-1251", 1},
		{"windows-1251 in capitals", strings.ToUpper(russian), "windows-1251", "", "", "windows-1251", 0},
		{"Kazakh in KZ-1048", kazakh, "KZ-1048", "", "", "KZ-1048", 0},
		{"KZ-1048 declared by its other name", kazakh, "KZ-1048", "", "STRK1048-2002", "KZ-1048", 0},
		{"KZ-1048 that a page calls windows-1251", kazakh, "KZ-1048", "", "windows-1251", "KZ-1048", 1},
		{"declared PTCP154", kazakh, "PTCP154", "", "ptcp154", "PTCP154", 0},
		{"Ukrainian words stay windows-1251", "Постанова № 5 Київської обласної ради, її зміст є додатком; їхня дія є строковою.", "windows-1251", "", "", "windows-1251", 0},
		{"declared KOI8-R", plainRussian, "koi8-r", "", "koi8-r", "koi8-r", 0},
		{"KOI8-R that nobody declared", plainRussian, "koi8-r", "", "", "koi8-r", 0},
		{"DOS", plainRussian, "ibm866", "", "", "ibm866", 0},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			data := append([]byte(tt.bom), bytesIn(t, tt.text, tt.encoding)...)
			text, name, findings, err := charset.Decode(data, tt.declared)
			if err != nil {
				t.Fatal(err)
			}
			if text != tt.text {
				t.Errorf("text = %q\nwant   %q", text, tt.text)
			}
			if name != tt.name {
				t.Errorf("encoding = %s, want %s", name, tt.name)
			}
			if len(findings) != tt.doubts {
				t.Errorf("findings = %v, want %d", findings, tt.doubts)
			}
		})
	}
}

func TestDamagedUTF8KeepsTheRest(t *testing.T) {
	data := []byte(kazakh)
	data = append(data[:len(data)/2:len(data)/2], append([]byte{0xFF}, data[len(data)/2:]...)...)
	text, name, findings, err := charset.Decode(data, "")
	if err != nil || name != "utf-8" {
		t.Fatalf("encoding = %q, err = %v", name, err)
	}
	if !strings.HasSuffix(text, "ғимарат.") || !strings.Contains(text, "\uFFFD") {
		t.Errorf("text = %q", text)
	}
	if len(findings) != 1 || findings[0].Code != model.FindEncoding || findings[0].Severity != model.Warning {
		t.Errorf("findings = %v", findings)
	}
}

func TestBinaryDataIsRefused(t *testing.T) {
	tests := map[string][]byte{
		"a picture":               []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00"),
		"control characters":      []byte("act\x01\x02\x03\x05\x06\x07 of\x0e\x0f"),
		"zeros in a UTF-16 guise": []byte("\xFF\xFE\x00\x00\x00\x00"),
	}
	for what, data := range tests {
		t.Run(what, func(t *testing.T) {
			text, _, _, err := charset.Decode(data, "")
			if !errors.Is(err, charset.ErrBinary) {
				t.Errorf("text = %q, err = %v", text, err)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	for _, name := range []string{"utf-8", "utf-16le", "utf-16be", "windows-1251", "KZ-1048"} {
		f.Add(bytesIn(f, kazakh[:len("Мемлекеттік көрсетілетін")], name), "")
	}
	f.Add([]byte("\xFF\xFEa"), "shift_jis")
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		text, name, _, err := charset.Decode(data, declared)
		if err != nil {
			if text != "" {
				t.Errorf("an error and text %q", text)
			}
			return
		}
		if !utf8.ValidString(text) || name == "" {
			t.Errorf("text = %q in %q", text, name)
		}
	})
}
