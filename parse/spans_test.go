package parse_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse"
	"reglament/testdata"
	"reglament/testdata/realacts"
)

// verbatim are the fields whose value is the text of its span, letter by letter. The
// other values with spans are codes or normal forms; their spans must point at something.
var verbatim = map[string]bool{
	"text": true, "actor": true, "result": true, "conditions": true, "items": true, "variant": true, "service": true,
	"provider": true, "title": true,
}

// oneLine joins the paragraphs that a value spans: a title on two lines is one title.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// proveSpans holds every value of a document against the canonical text, and the words
// of its findings against their reasons.
func proveSpans(t *testing.T, r *parse.Result) (proved int) {
	t.Helper()
	data, err := json.Marshal(r.Document)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var doc any
	if err := d.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	span := func(v any) (model.Span, bool) {
		l, ok := v.([]any)
		if !ok || len(l) != 2 {
			return model.Span{}, false
		}
		var s model.Span
		for i := range l {
			n, ok := l[i].(json.Number)
			if !ok {
				return s, false
			}
			k, _ := n.Int64()
			s[i] = int(k)
		}
		return s, true
	}
	index := regexp.MustCompile(`^(\w+)\[(\d+)\]$`)
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case []any:
			for i, e := range v {
				walk(fmt.Sprintf("%s[%d]", path, i), e)
			}
		case map[string]any:
			if s, ok := span(v["span"]); ok {
				proved++
				if s[0] < 0 || s[1] < s[0] || s[1] > len(r.Text) {
					t.Errorf("%s: span %v lies outside the text of %d bytes", path, s, len(r.Text))
					return
				}
				_, point := v["subpoints"]
				_, step := v["node"]
				if text, ok := v["text"].(string); ok && !point && !step && text != oneLine(s.Of(r.Text)) && text != s.Of(r.Text) {
					t.Errorf("%s: text %q, but its span proves %q", path, text, s.Of(r.Text))
				}
				if code, _ := v["code"].(string); code == "" && s.Empty() {
					t.Errorf("%s: the span is empty", path)
				}
			}
			if spans, ok := v["spans"].(map[string]any); ok {
				for key, raw := range spans {
					s, ok := span(raw)
					if !ok || s[0] < 0 || s[1] > len(r.Text) || s.Empty() {
						t.Errorf("%s.spans.%s: %v is no span of the text", path, key, raw)
						continue
					}
					proved++
					name, value := key, v[key]
					if m := index.FindStringSubmatch(key); m != nil {
						name = m[1]
						var i int
						fmt.Sscan(m[2], &i)
						list, _ := v[name].([]any)
						if i >= len(list) {
							t.Errorf("%s.spans.%s proves a value that is not there", path, key)
							continue
						}
						value = list[i]
					}
					if value == nil {
						t.Errorf("%s.spans.%s proves a value that is null", path, key)
					}
					if text, ok := value.(string); ok && verbatim[name] && text != oneLine(s.Of(r.Text)) && text != s.Of(r.Text) {
						t.Errorf("%s.%s is %q, but its span proves %q", path, key, text, s.Of(r.Text))
					}
				}
			}
			for k, e := range v {
				if k != "span" && k != "spans" {
					walk(path+"."+k, e)
				}
			}
		}
	}
	walk("", doc)
	for _, f := range r.Document.Findings {
		if f.Message == "" || phrase.English.Tell(f.Reason) != f.Message {
			t.Errorf("the finding %q cannot be told in other languages: %+v", f.Message, f.Reason)
		}
	}
	return proved
}

func TestEverySpanOfTheSampleProvesItsValue(t *testing.T) {
	for name, data := range testdata.Acts() {
		r, err := parse.Bytes(name, data)
		if err != nil {
			t.Fatal(err)
		}
		if n := proveSpans(t, r); n < 10 {
			t.Errorf("%s: only %d spans", name, n)
		}
	}
}

func TestEverySpanOfTheRealActsProvesItsValue(t *testing.T) {
	dir := realacts.Folder(t)
	n := 0
	for _, pattern := range []string{"*-*.txt", "*-*.md", "forms/*.*"} {
		files, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			r, err := parse.Bytes(filepath.Base(f), data)
			if err != nil {
				t.Errorf("%s: %v", f, err)
				continue
			}
			t.Run(filepath.Base(f), func(t *testing.T) { proveSpans(t, r) })
			n++
		}
	}
	if n < 5 {
		t.Errorf("only %d real acts in %s", n, dir)
	}
}
