package parse_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"reglament/parse"
)

// ending is a context that ends when it is looked at for the nth time.
type ending struct {
	context.Context
	looks, last int
}

func (e *ending) Err() error {
	if e.looks++; e.looks >= e.last {
		return context.DeadlineExceeded
	}
	return nil
}

// A file whose time is over is left at once, whatever its format and however far it was
// read.
func TestAFileWhoseTimeIsOverIsLeft(t *testing.T) {
	const paragraphs = 500
	var lines []string
	lines = append(lines, "О порядке", "Постановление акимата Павлодарской области от 27 марта 2018 года № 57", "акимат Павлодарской области ПОСТАНОВЛЯЕТ:")
	lines = append(lines, `Регламент государственной услуги "Выдача справки"`, "1. Порядок действий")
	for i := range paragraphs {
		lines = append(lines, fmt.Sprintf("%d. Работник канцелярии принимает документы номер %d и передаёт их руководителю.", i+1, i))
	}
	page := "<!DOCTYPE html><html><body><article><p>" + strings.Join(lines, "</p>\n<p>") + "</p></article></body></html>"
	var document bytes.Buffer
	z := zip.NewWriter(&document)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(w, `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>`, strings.Join(lines, "</w:t></w:r></w:p>\n<w:p><w:r><w:t>"))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		format string
		data   string
	}{
		{"plain text", strings.Join(lines, "\n")},
		{"Markdown", "## " + strings.Join(lines, "\n\n")},
		{"HTML", page},
		{"DOCX", document.String()},
	} {
		t.Run(c.format, func(t *testing.T) {
			whole := &ending{Context: t.Context(), last: 1 << 30}
			if _, err := (parse.Reader{}).Bytes(whole, "act", []byte(c.data)); err != nil {
				t.Fatal(err)
			}
			if whole.looks < paragraphs {
				t.Errorf("the time was looked at %d times for %d paragraphs", whole.looks, paragraphs)
			}
			for last := 1; last < whole.looks; last += whole.looks / 15 {
				e := &ending{Context: t.Context(), last: last}
				if _, err := (parse.Reader{}).Bytes(e, "act", []byte(c.data)); !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("over at look %d of %d: %v", last, whole.looks, err)
				}
				if more := e.looks - e.last; more > 20 {
					t.Errorf("over at look %d of %d: %d more", last, whole.looks, more)
				}
			}
		})
	}
}
