package pdfprocess

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"reglament/parse/source/pdf"
)

// The test binary is the program that Read starts. What it is told to do there stands
// in place of the file.
func TestMain(m *testing.M) {
	if len(os.Args) < 2 || os.Args[1] != Command {
		os.Exit(m.Run())
	}
	in := io.Reader(os.Stdin)
	if do := os.Getenv("REGLAMENT_TEST_DEED"); do != "" {
		io.Copy(io.Discard, in)
		deeds[do]()
	}
	os.Exit(Serve(os.Args[2:], in, os.Stdout))
}

var deeds = map[string]func(){
	"loop":    func() { time.Sleep(time.Hour) },
	"exit":    func() { os.Exit(3) },
	"panic":   func() { panic("the reader is broken") },
	"babble":  func() { fmt.Println("no JSON"); os.Exit(0) },
	"swell":   func() { Serve(append(os.Args[2:], "-time", "1h"), swelling{}, io.Discard) },
	"nothing": func() { os.Exit(0) },
}

// swelling is a file without end.
type swelling struct{}

func (swelling) Read(b []byte) (int, error) { return len(b), nil }

// page is a PDF file of one page that shows the words.
func page(words string) []byte {
	var b strings.Builder
	var offsets []int
	b.WriteString("%PDF-1.4\n")
	object := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	content := "BT /F 12 Tf 72 700 Td (" + words + ") Tj ET"
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Count 1/Kids[3 0 R]>>")
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>")
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	object(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content))
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return []byte(b.String())
}

func TestAProcessReadsWhatTheReaderReads(t *testing.T) {
	data := page("1. Regulation of a service")
	want, err := pdf.Read(t.Context(), data, pdf.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Limits{}.Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) || len(got.Paragraphs) == 0 {
		t.Errorf("read %+v\nwant %+v", got, want)
	}
	_, want2 := pdf.Read(t.Context(), []byte("%PDF-1.4 and no more"), pdf.Limits{})
	if _, err := (Limits{}).Read(t.Context(), []byte("%PDF-1.4 and no more")); err == nil || err.Error() != want2.Error() {
		t.Errorf("error %v, want %v", err, want2)
	}
	if _, err := (Limits{Glyphs: 3}).Read(t.Context(), data); err == nil || !strings.Contains(err.Error(), pdf.ErrLimit.Error()) {
		t.Errorf("more glyphs than allowed: %v", err)
	}
}

func TestAProcessThatFails(t *testing.T) {
	for _, c := range []struct {
		deed   string
		limits Limits
		says   string
	}{
		{"loop", Limits{Time: 300 * time.Millisecond}, "the PDF was not read within 300ms"},
		{"exit", Limits{}, "the process that read the PDF died (exit status 3)"},
		{"panic", Limits{}, "the process that read the PDF died (exit status 2)"},
		{"babble", Limits{}, "the process that read the PDF gave no answer"},
		{"nothing", Limits{}, "the process that read the PDF gave no answer"},
		{"swell", Limits{Memory: 200 << 20}, "reading it takes more than 200 MB of memory"},
	} {
		t.Run(c.deed, func(t *testing.T) {
			if c.deed == "swell" && runtime.GOOS != "linux" {
				t.Skip("the system does not limit memory there")
			}
			if c.deed == "swell" && testing.Short() {
				t.Skip("the race detector, which runs the short tests, ends a process without memory by itself")
			}
			t.Setenv("REGLAMENT_TEST_DEED", c.deed)
			_, err := c.limits.Read(t.Context(), page("x"))
			if err == nil || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %v, want %s", err, c.says)
			}
		})
	}
}

func TestAProcessEndsWithItsContext(t *testing.T) {
	t.Setenv("REGLAMENT_TEST_DEED", "loop")
	ctx, stop := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer stop()
	start := time.Now()
	_, err := Limits{}.Read(ctx, page("x"))
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 5*time.Second {
		t.Errorf("%v after %s", err, time.Since(start))
	}
}
