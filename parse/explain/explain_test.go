package explain_test

import (
	"strings"
	"testing"

	"reglament/model"
	"reglament/parse"
	"reglament/parse/explain"
	"reglament/testdata"
)

func sample(t *testing.T, name string) *parse.Result {
	t.Helper()
	r, err := parse.Bytes(name, testdata.Act(name))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var none = explain.Style{Open: func(string) string { return "" }, Close: func(string) string { return "" }}

func TestTheTextIsPrintedWhole(t *testing.T) {
	for name := range testdata.Acts() {
		r := sample(t, name)
		var out strings.Builder
		if err := explain.Write(&out, r.Document, r.Text, none); err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for line := range strings.Lines(out.String()) {
			if _, after, ok := strings.Cut(line, " | "); ok {
				text.WriteString(after)
			}
		}
		if text.String() != r.Text {
			t.Errorf("%s: what stands behind the bars is not the text", name)
		}
	}
}

func TestAStepIsMarkedWithWhoDoesWhatInWhatTime(t *testing.T) {
	r := sample(t, "1-kostanay-2016-91.kk.txt")
	var out strings.Builder
	if err := explain.Write(&out, r.Document, r.Text, explain.Plain); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"internal step 1            | 1) [actor provider.office: кеңсенің қызметкері] құжаттарды [receive: қабылдауды] және [register: тіркеуді] жүзеге асырады және басшыға [forward: жолдайды] – [15 minute: 15 минут];",
		"[participant provider.head: басшы]",
		"… point 1                  | 3) \"электрондық үкіметтің\" www.egov.kz [channel portal: веб-порталы] (бұдан әрі – портал) арқылы жүзеге асырылады.",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("missing: %s", want)
		}
	}
	if t.Failed() {
		t.Log(out.String())
	}
}

func TestCoverageCountsEachByteOnce(t *testing.T) {
	r := sample(t, "6-karaganda-2017-53-02.ru.md")
	c := explain.Of(r.Document, r.Text)
	if want := len(r.Text) - strings.Count(r.Text, "\n"); c.Bytes != want {
		t.Errorf("%d bytes, want %d", c.Bytes, want)
	}
	if c.Read+c.Kept+c.Unread > c.Bytes || c.Read < c.Bytes/2 {
		t.Errorf("%+v", c)
	}
	// A finding that says "not understood" takes its bytes from what was read.
	r.Document.Findings = append(r.Document.Findings, model.Finding{Code: model.FindTextUnread, Span: model.Span{0, len(r.Text)}})
	if c := explain.Of(r.Document, r.Text); c.Unread != c.Bytes {
		t.Errorf("all is unread, but %+v", c)
	}
}
