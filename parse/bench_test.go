package parse_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"reglament/parse"
	"reglament/parse/source/pdf"
	"reglament/testdata/needs"
	"reglament/testdata/realacts"
)

// BenchmarkBytes reads the largest real act once, ten and a hundred times over: the
// rate must stay the same.
func BenchmarkBytes(b *testing.B) {
	data, err := os.ReadFile(realacts.File(b, "west-kazakhstan-2016-122.kk.pdf.txt"))
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{1, 10, 100} {
		big := make([]byte, 0, n*len(data))
		for range n {
			big = append(big, data...)
		}
		b.Run(fmt.Sprintf("x%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(big)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := parse.Bytes("act.txt", big); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// against times f and other in turns, so that a busy machine slows both, and reports f's
// time as a multiple of other's.
func against(b *testing.B, name string, f, other func() error) {
	var took, others time.Duration
	for b.Loop() {
		start := time.Now()
		if err := f(); err != nil {
			b.Fatal(err)
		}
		between := time.Now()
		if err := other(); err != nil {
			b.Fatal(err)
		}
		took, others = took+between.Sub(start), others+time.Since(between)
	}
	b.ReportMetric(float64(took)/float64(b.N), "ns/op")
	b.ReportMetric(float64(took)/float64(others), "×"+name)
}

// BenchmarkPage reads a portal page to the model; goquery alone parses its HTML.
func BenchmarkPage(b *testing.B) {
	data, err := os.ReadFile(realacts.File(b, "forms", "akmola-2015-a-11-495.kk.html"))
	if err != nil {
		b.Fatal(err)
	}
	against(b, "goquery",
		func() error { _, err := parse.Bytes("act.html", data); return err },
		func() error { _, err := goquery.NewDocumentFromReader(bytes.NewReader(data)); return err })
}

// BenchmarkPDF reads a PDF to its text, as pdftotext does.
func BenchmarkPDF(b *testing.B) {
	program := needs.Program(b, "pdftotext", "poppler-utils")
	for _, maker := range []string{"west-kazakhstan-2016-122.kk.fs.pdf", "west-kazakhstan-2016-122.kk.wk.pdf", "akmola-2015-a-11-495.kk.chromium.pdf"} {
		b.Run(maker, func(b *testing.B) {
			file := realacts.File(b, "forms", maker)
			data, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			against(b, "pdftotext",
				func() error { _, err := pdf.Read(context.Background(), data, pdf.Limits{}); return err },
				func() error { return exec.Command(program, "-layout", file, "-").Run() })
		})
	}
}
