package corpustest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reglament/corpus"
	"reglament/model"
)

// searches is what the acts of searchable are asked and which of them answer, by number
// and regulation.
var searches = []struct {
	name  string
	query corpus.Query
	want  string
}{
	{"a softened stem", corpus.Query{Text: "әкімдік"}, "1"},
	{"capitals of every letter", corpus.Query{Text: "ӘҒҚҢӨҰҮҺІ"}, "1"},
	{"an ending that the text does not have", corpus.Query{Text: "құжаттарына"}, "1"},
	{"every word has to occur", corpus.Query{Text: "әкімдік жоқ"}, ""},
	{"words of one regulation", corpus.Query{Text: "көмектің отбасына"}, "1#2"},
	{"words of two regulations", corpus.Query{Text: "қояды отбасы"}, ""},
	{"the act's number", corpus.Query{Text: "А-11/495"}, "1"},
	{"a Russian ending", corpus.Query{Text: "справками"}, "3#1"},
	{"a name before a text", corpus.Query{Text: "учаске беру"}, "1#1 1 2"},
	{"the newest wording only", corpus.Query{Text: "ескірген"}, ""},
	{"the wording of a date", corpus.Query{Text: "ескірген", On: "2016-12-31"}, "4"},
	{"after that date", corpus.Query{Text: "ескірген", On: "2017-01-01"}, ""},
	{"before the act", corpus.Query{Text: "ескірген", On: "2015-10-22"}, ""},
	{"an act that had ended by a date", corpus.Query{Text: "күші", On: "2020-02-03"}, ""},
	{"an act before its end", corpus.Query{Text: "күші", On: "2020-02-02"}, "5"},
	{"an act that has ended", corpus.Query{Text: "күші", Status: model.Repealed}, "5"},
	{"of another status", corpus.Query{Text: "күші", Status: model.InForce}, ""},
	{"a region", corpus.Query{Text: "беру", Region: "KZ-15"}, "2"},
	{"a language", corpus.Query{Text: "беру", Language: model.Russian}, ""},
	{"a service", corpus.Query{Text: "беру", Service: "жер УЧ"}, "1#1"},
	{"a service alone", corpus.Query{Service: "көмек"}, "1#2"},
	{"an unknown service", corpus.Query{Text: "беру", Service: "%"}, ""},
	{"a service of marks", corpus.Query{Text: "беру", Service: "«»"}, ""},
	{"a role", corpus.Query{Role: model.RoleHead}, "1#1"},
	{"a role and an action of one step", corpus.Query{Role: model.RoleHead, Action: model.ActionSign}, "1#1"},
	{"a role and an action of two steps", corpus.Query{Role: model.RoleHead, Action: model.ActionRegister}, ""},
	{"marks that a query language may have", corpus.Query{Text: `"көмек" AND (отбасы* OR 'x':y) -`}, ""},
	{"a word with marks about it", corpus.Query{Text: `("көмек")*:'&|!`}, "1#2 1"},
}

// searchable are the acts that searches are about. Act 4 has two editions; act 5 was
// repealed in 2020.
func searchable() []corpus.Read {
	first := Act{Number: "1", Services: []string{"Жер учаскесін беру", "Көмек тағайындау"},
		Body: "Ақмола облысы әкімдігінің № А-11/495 қаулысы. әғқңөұүһі. Құжаттардың тізбесі."}.Read()
	d := first.Document
	steps := []struct {
		text    string
		role    model.Role
		actions []model.Action
	}{
		{"басшы жауапқа қол қояды", model.RoleHead, []model.Action{model.ActionSign}},
		{"кеңсе қызметкері тіркейді", model.RoleOffice, []model.Action{model.ActionRegister}},
	}
	for i, text := range []string{"Жер учаскесін беру", "Көмек тағайындау отбасына"} {
		g := &d.Regulations[i]
		g.Span[0] = len(first.Canonical)
		first.Canonical += text + "\n"
		if i == 0 {
			var p model.Process
			for _, s := range steps {
				start := len(first.Canonical)
				first.Canonical += s.text + "\n"
				p.Steps = append(p.Steps, model.Step{Text: s.text, Roles: []model.Role{s.role}, Actions: s.actions,
					Span: model.Span{start, start + len(s.text)}})
			}
			g.Processes = []model.Process{p}
		}
		g.Span[1] = len(first.Canonical)
	}
	return []corpus.Read{
		first,
		Act{Number: "2", Region: "KZ-15", Body: "Мұнда учаске беру туралы ештеңе жоқ."}.Read(),
		withSpan(Act{Number: "3", Language: model.Russian, Title: "О регламентах", Services: []string{"Выдача справки"}}.Read()),
		Act{Number: "4", Body: "Ескірген сөз."}.Read(),
		Act{Number: "4", Body: "Жаңа сөз.", Amended: []model.Date{"2017-01-01"}}.Read(),
		Act{Number: "5", Status: model.Repealed, Ended: &model.ActRef{Text: "қаулысымен", Date: "2020-02-03"}, Body: "Күші жойылды."}.Read(),
	}
}

// withSpan lets the only regulation of a document be all its text after the title.
func withSpan(r corpus.Read) corpus.Read {
	r.Document.Regulations[0].Span = model.Span{strings.IndexByte(r.Canonical, '\n') + 1, len(r.Canonical)}
	return r
}

func put(t testing.TB, s corpus.Store, reads ...corpus.Read) {
	t.Helper()
	for _, r := range reads {
		record, err := corpus.Prepare(r)
		if err == nil {
			_, err = s.Put(ctx, record)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func find(t testing.TB, s corpus.Store, q corpus.Query) []corpus.Hit {
	t.Helper()
	hits, err := s.Search(ctx, q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	return hits
}

// names are the numbers and regulations of hits, best first.
func names(hits []corpus.Hit) string {
	var out []string
	for _, h := range hits {
		name := string(h.Number)
		if h.Regulation != 0 {
			name += fmt.Sprintf("#%d", h.Regulation)
		}
		out = append(out, name)
	}
	return strings.Join(out, " ")
}

func searched(t *testing.T, s corpus.Store) {
	put(t, s, searchable()...)
	for _, test := range searches {
		hits := find(t, s, test.query)
		if got := names(hits); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		for _, h := range hits {
			_, canonical, err := s.Document(ctx, h.Edition)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range h.Passages {
				if p.Span.Of(canonical) != p.Text {
					t.Errorf("%s: %q is not at %d", test.name, p.Text, p.Span)
				}
			}
		}
	}
	if _, err := s.Search(ctx, corpus.Query{Text: " –!", Region: "KZ-11"}); err == nil || !strings.Contains(err.Error(), "no word") {
		t.Errorf("a query without a word: %v", err)
	}
	if _, err := s.Search(ctx, corpus.Query{Text: "беру", On: "2020"}); err == nil || !strings.Contains(err.Error(), "2020") {
		t.Errorf("half a date: %v", err)
	}
}

func passages(t *testing.T, s corpus.Store) {
	put(t, s, searchable()...)
	hit := find(t, s, corpus.Query{Text: "беру қол қою жауап"})[0]
	if hit.Key != Key("1") || hit.Regulation != 1 || hit.Service != "Жер учаскесін беру" || hit.Language != model.Kazakh ||
		hit.Status != model.InForce || hit.Region != "KZ-11" || hit.Adopted != "2015-10-23" || hit.Source != "act.kk.html" || hit.Title == "" {
		t.Errorf("%+v", hit)
	}
	var got []string
	for _, p := range hit.Passages {
		var words []string
		for _, h := range p.Highlights {
			words = append(words, h.Of(p.Text))
		}
		got = append(got, p.Text+": "+strings.Join(words, " "))
	}
	if want := []string{"Жер учаскесін беру: беру", "басшы жауапқа қол қояды: жауапқа қол қояды"}; !slices.Equal(got, want) {
		t.Errorf("passages %q, want %q", got, want)
	}
	hit = find(t, s, corpus.Query{Text: "беру", Action: model.ActionRegister})[0]
	if len(hit.Passages) != 1 || hit.Passages[0].Text != "кеңсе қызметкері тіркейді" {
		t.Errorf("the step asked for: %+v", hit.Passages)
	}
	// What is found by the stem that the word has in the other language is shown as well.
	Put(t, s, Act{Number: "9", Language: model.Russian, Body: "возложить на заместителя акима Искакова Р."})
	for _, name := range []string{"Искакова", "Искаков"} {
		hits := find(t, s, corpus.Query{Text: name})
		if len(hits) != 1 || hits[0].Score == 0 || len(hits[0].Passages) != 1 || len(hits[0].Passages[0].Highlights) != 1 {
			t.Errorf("%s: %+v", name, hits)
		}
	}
}

// What is found follows what is stored: other forms, better readings, other texts.
func searchFollows(t *testing.T, s corpus.Store) {
	html := Act{Number: "1", Body: "бірінші", Findings: []model.Finding{{Code: model.FindNumbering, Severity: model.Warning}}, Name: "a.html"}
	docx := Act{Number: "1", Body: "бірінші", Format: model.DOCX, Name: "a.docx"}
	expect := func(when string, q corpus.Query, want string) {
		t.Helper()
		got := ""
		for _, h := range find(t, s, q) {
			got += h.Source + " "
		}
		if strings.TrimSpace(got) != want {
			t.Errorf("%s: %q is found in %q, want %q", when, q.Text, got, want)
		}
	}
	Put(t, s, html)
	expect("one form", corpus.Query{Text: "бірінші"}, "a.html")
	Put(t, s, docx)
	expect("a better form", corpus.Query{Text: "бірінші"}, "a.docx")
	worse := docx
	worse.Findings = []model.Finding{{Code: model.FindNumbering, Severity: model.Error}}
	Put(t, s, worse)
	expect("the better form is read worse", corpus.Query{Text: "бірінші"}, "a.html")
	moved := docx.Read()
	moved.Document.Act.Key = ""
	put(t, s, moved)
	expect("a form leaves its act", corpus.Query{Text: "бірінші"}, "a.html a.docx")
	Put(t, s, docx)
	expect("it comes back", corpus.Query{Text: "бірінші"}, "a.docx")
	Put(t, s, Act{Number: "1", Language: model.Russian, Status: model.Repealed, Ended: &model.ActRef{Text: "постановлением", Date: "2019-05-05"}})
	expect("the other language knows of the repeal", corpus.Query{Text: "бірінші", Status: model.Repealed}, "a.docx")
	expect("and since when", corpus.Query{Text: "бірінші", On: "2019-05-05"}, "")
	expect("and until when", corpus.Query{Text: "бірінші", On: "2019-05-04"}, "a.docx")
}

func limits(t *testing.T, s corpus.Store) {
	for n := range 30 {
		Put(t, s, Act{Number: model.Text(fmt.Sprint(n + 1)), Adopted: model.Date(fmt.Sprintf("2015-01-%02d", n+1)), Body: "бірдей"})
	}
	if hits := find(t, s, corpus.Query{Text: "бірдей"}); len(hits) != corpus.DefaultLimit || hits[0].Number != "30" || hits[19].Number != "11" {
		t.Errorf("%s", names(hits))
	}
	if hits := find(t, s, corpus.Query{Text: "бірдей", Limit: 2}); names(hits) != "30 29" {
		t.Errorf("%s", names(hits))
	}
	if hits := find(t, s, corpus.Query{Text: "бірдей", Limit: 1000}); len(hits) != 30 {
		t.Errorf("%d hits", len(hits))
	}
}
