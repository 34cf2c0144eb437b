// Package corpustest holds the tests that every corpus.Store has to pass, and the small
// documents that they store.
package corpustest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
)

// Act is the makings of a document: the fields that a corpus looks at. The zero Act
// with a number is a Kazakh HTML page of the Akmola akimat of 23 October 2015.
type Act struct {
	Language model.Language
	Format   model.Format
	Name     string
	ID       model.Text
	Region   model.Region
	Adopted  model.Date
	Number   model.Text // empty: the act has no key
	Title    model.Text
	Status   model.Status
	Ended    *model.ActRef
	Amended  []model.Date // a note each: by an act of this date
	Services []string
	Body     string // the end of the text; another body is another source
	Amends   []model.ActRef
	Repeals  []model.ActRef
	Cites    []model.ActRef
	Findings []model.Finding
}

// Read makes a read file of an act.
func (a Act) Read() corpus.Read {
	or := func(s *string, standard string) {
		if *s == "" {
			*s = standard
		}
	}
	or((*string)(&a.Language), string(model.Kazakh))
	or((*string)(&a.Format), string(model.HTML))
	or((*string)(&a.Region), "KZ-11")
	or((*string)(&a.Adopted), "2015-10-23")
	or((*string)(&a.Status), string(model.InForce))
	or((*string)(&a.Title), "Мемлекеттік көрсетілетін қызмет регламенттерін бекіту туралы")
	or(&a.Name, "act."+string(a.Language)+"."+string(a.Format))

	d := &model.Document{
		Schema:   model.Schema,
		Source:   model.Source{Name: a.Name, Format: a.Format, Encoding: "utf-8"},
		Findings: a.Findings,
	}
	d.Act = model.Act{
		ID: a.ID, Key: model.Key(a.Region, a.Adopted, a.Number), Language: a.Language, Kind: model.Resolution,
		Title: a.Title, Adopted: a.Adopted, Number: a.Number, Status: a.Status, RepealedBy: a.Ended,
		Amends: a.Amends, Repeals: a.Repeals, Cites: a.Cites,
		Issuer: &model.Issuer{Name: "Ақмола облысының әкімдігі", Kind: model.Akimat, Region: a.Region},
	}
	text := []string{string(a.Title), string(a.Number)}
	for _, date := range a.Amended {
		by := model.ActRef{Text: "қаулысымен " + string(date), Kind: model.Resolution, Date: date, Number: "А-1/1"}
		d.Act.Notes = append(d.Act.Notes, model.Note{
			Target: model.Target{Kind: model.TargetAct}, Action: model.NoteAmended, By: &by, Text: by.Text})
		text = append(text, by.Text)
	}
	for i, name := range a.Services {
		standard := model.ActRef{Text: "стандарт", Kind: model.Order, Number: model.Text(fmt.Sprint(i + 1)), Date: "2015-04-28"}
		d.Regulations = append(d.Regulations, model.Regulation{Index: i + 1, Service: name, Standard: &standard})
		text = append(text, name)
	}
	text = append(text, a.Body)
	canonical := strings.Join(text, "\n") + "\n"
	raw := fmt.Appendf(nil, "%s %s %s %s %s\n%s", a.Format, a.Language, a.Region, a.Adopted, a.Status, canonical)
	sum := sha256.Sum256(raw)
	d.Source.SHA256 = hex.EncodeToString(sum[:])
	return corpus.Read{Document: d, Canonical: canonical, Raw: raw}
}

// Record makes a record of an act.
func (a Act) Record(t testing.TB) *corpus.Record {
	t.Helper()
	r, err := corpus.Prepare(a.Read())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Key is the key of an act of the Akmola akimat of 23 October 2015.
func Key(number string) string { return "KZ-11/2015-10-23/" + number }

// Put stores acts and returns what became of each.
func Put(t testing.TB, s corpus.Store, acts ...Act) []corpus.Outcome {
	t.Helper()
	var out []corpus.Outcome
	for _, a := range acts {
		o, err := s.Put(context.Background(), a.Record(t))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, o)
	}
	return out
}

// Test runs the contract; open gives an empty store, which is closed by the test.
func Test(t *testing.T, open func(t *testing.T) corpus.Store) {
	for _, test := range []struct {
		name string
		run  func(t *testing.T, s corpus.Store)
	}{
		{"what became of a file", changes},
		{"a file under another name is the same file", renamed},
		{"a better reading moves a file to its act", rereadMoves},
		{"a better reading stays in its edition", rereadStays},
		{"an act without a number is kept by its source", keyless},
		{"a document comes back whole", wholeDocument},
		{"of several forms the one with the fewest doubts is read", forms},
		{"acts are listed by region, date and number", order},
		{"a list is filtered", filters},
		{"what differs between texts is told by the newest", newest},
		{"an act stands as the acts that repeal it say", fates},
		{"of one day the text with most regulations is the newest", fullest},
		{"editions stand by language and age", editions},
		{"every mention of an act is kept", mentions},
		{"what is not there is named", notThere},
		{"words are found whatever their ending", searched},
		{"what is found is shown where it stands", passages},
		{"what is found follows what is stored", searchFollows},
		{"the newest acts come first", limits},
		{"cancelled work stores nothing", cancelled},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := open(t)
			defer func() {
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			}()
			test.run(t, s)
		})
	}
}

var ctx = context.Background()

func changes(t *testing.T, s corpus.Store) {
	base := Act{Number: "А-11/495", Services: []string{"Жер учаскесін беру"}, Body: "1. Бекітілсін."}
	with := func(f func(*Act)) Act { a := base; f(&a); return a }
	for _, step := range []struct {
		name    string
		act     Act
		want    corpus.Change
		edition int // the ordinal of the edition it lands in, by first appearance
	}{
		{"a first text", base, corpus.Stored, 1},
		{"the same file", base, corpus.Unchanged, 1},
		{"the same file with a doubt more", with(func(a *Act) { a.Findings = []model.Finding{{Code: model.FindNumbering}} }), corpus.Reread, 1},
		{"the same text in DOCX", with(func(a *Act) { a.Format = model.DOCX }), corpus.NewForm, 1},
		{"a PDF that lost a word", with(func(a *Act) { a.Format = model.PDF; a.Body = "1." }), corpus.NewForm, 1},
		{"an HTML page with other blanks", with(func(a *Act) { a.Body = "1.  Бекітілсін. " }), corpus.NewForm, 1},
		{"an HTML page with another word", with(func(a *Act) { a.Body = "1. Бекітілмесін." }), corpus.NewEdition, 2},
		{"a dump with the words of that PDF", with(func(a *Act) { a.Format = model.Plain; a.Body = "1." }), corpus.NewForm, 1},
		{"a dump that differs from that dump, as the second edition may", with(func(a *Act) { a.Format = model.Plain; a.Body = "Бекіт" }), corpus.NewForm, 2},
		{"a page of which two editions may be a form", with(func(a *Act) { a.Format = model.Markdown; a.Body = "Бекі" }), corpus.NewEdition, 3},
		{"a PDF with a note of an amendment", with(func(a *Act) { a.Format = model.PDF; a.Amended = []model.Date{"2017-01-05"} }), corpus.NewEdition, 4},
		{"a PDF with fewer regulations", with(func(a *Act) { a.Format = model.PDF; a.Services = nil }), corpus.NewEdition, 5},
		{"a PDF of the act when it was repealed", with(func(a *Act) { a.Format = model.PDF; a.Status = model.Repealed; a.Body = "Күші жойылды." }), corpus.NewEdition, 6},
		{"the Russian text", with(func(a *Act) { a.Language = model.Russian; a.Body = "1. Утвердить." }), corpus.NewLanguage, 7},
		{"the Russian text again", with(func(a *Act) { a.Language = model.Russian; a.Body = "1. Утвердить." }), corpus.Unchanged, 7},
		{"another act with the same words", with(func(a *Act) { a.Region = "KZ-15" }), corpus.Stored, 8},
	} {
		o := Put(t, s, step.act)[0]
		if o.Change != step.want {
			t.Errorf("%s: %s, want %s", step.name, o.Change, step.want)
		}
		if o.Edition != int64(step.edition) {
			t.Errorf("%s: edition %d, want %d", step.name, o.Edition, step.edition)
		}
		if fewer := step.name == "a PDF with fewer regulations"; len(o.Warnings) > 0 != fewer {
			t.Errorf("%s: warnings %q", step.name, o.Warnings)
		}
	}
	acts := list(t, s, corpus.Filter{})
	if len(acts) != 2 || acts[0].Editions != 7 || acts[1].Editions != 1 {
		t.Errorf("acts: %+v", acts)
	}
}

func renamed(t *testing.T, s corpus.Store) {
	a := Act{Number: "1", Name: "first.html"}
	b := a
	b.Name = "copy of first.html"
	out := Put(t, s, a, b)
	if out[1].Change != corpus.Unchanged {
		t.Errorf("%s, want unchanged", out[1].Change)
	}
	if acts := list(t, s, corpus.Filter{}); acts[0].Source != "first.html" {
		t.Errorf("source %q, want the first name", acts[0].Source)
	}
}

func rereadMoves(t *testing.T, s corpus.Store) {
	good := Act{Number: "7", Body: "№ 7 қаулы"}
	bad := good.Read()
	bad.Document.Act.Key, bad.Document.Act.Number = "", ""
	r, err := corpus.Prepare(bad)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(ctx, r); err != nil {
		t.Fatal(err)
	}
	o := Put(t, s, good)[0]
	if o.Change != corpus.Reread || o.Key != Key("7") {
		t.Errorf("%+v", o)
	}
	if got := keys(list(t, s, corpus.Filter{})); !slices.Equal(got, []string{Key("7")}) {
		t.Errorf("acts %q: the act without a key should be gone", got)
	}
	// And into an edition that is there already: the same words in another format.
	twin := Act{Number: "7", Body: "№ 7 қаулы", Format: model.PDF}
	lost := twin.Read()
	lost.Document.Act.Key = ""
	if r, err = corpus.Prepare(lost); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(ctx, r); err != nil {
		t.Fatal(err)
	}
	if again := Put(t, s, twin)[0]; again.Change != corpus.Reread || again.Edition != o.Edition {
		t.Errorf("%+v, want edition %d", again, o.Edition)
	}
	if e, err := s.Editions(ctx, Key("7")); err != nil || len(e) != 1 || len(e[0].Forms) != 2 {
		t.Errorf("editions %+v, %v", e, err)
	}
}

func rereadStays(t *testing.T, s corpus.Store) {
	a := Act{Number: "7", Services: []string{"Жер учаскесін бер"}}
	before := Put(t, s, a)[0]
	r := a.Read()
	r.Document.Regulations[0].Service = "Жер учаскесін беру"
	r.Document.Act.Title = "Регламентті бекіту туралы"
	rec, err := corpus.Prepare(r)
	if err != nil {
		t.Fatal(err)
	}
	after, err := s.Put(ctx, rec)
	if err != nil || after.Change != corpus.Reread || after.Edition != before.Edition {
		t.Fatalf("%+v, %v; before %+v", after, err, before)
	}
	acts := list(t, s, corpus.Filter{})
	if len(acts) != 1 || acts[0].Title != "Регламентті бекіту туралы" || !slices.Equal(acts[0].Services, []string{"Жер учаскесін беру"}) {
		t.Errorf("acts %+v", acts)
	}
	d, _, err := s.Document(ctx, after.Edition)
	if err != nil || d.Regulations[0].Service != "Жер учаскесін беру" {
		t.Errorf("the old model is still there: %v", err)
	}
	if raw, err := s.Raw(ctx, after.SHA256); err != nil || string(raw) != string(r.Raw) {
		t.Errorf("raw %q, %v", raw, err)
	}
}

func keyless(t *testing.T, s corpus.Store) {
	o := Put(t, s, Act{Body: "мәтін", Name: "no-head.txt"})[0]
	if o.Change != corpus.Stored || o.Key != "sha256:"+o.SHA256 {
		t.Errorf("%+v", o)
	}
	if len(o.Warnings) != 1 || !strings.Contains(phrase.English.Tell(o.Warnings[0]), o.Key) {
		t.Errorf("warnings %q", o.Warnings)
	}
	other := Put(t, s, Act{Body: "басқа мәтін"})[0]
	if other.Change != corpus.Stored || other.Key == o.Key {
		t.Errorf("%+v: two acts without a number are not one", other)
	}
	if e, err := s.Editions(ctx, o.Key); err != nil || len(e) != 1 {
		t.Errorf("%+v, %v", e, err)
	}
}

func wholeDocument(t *testing.T, s corpus.Store) {
	a := Act{Number: "А-11/495", ID: "V15B0005077", Amended: []model.Date{"2016-02-02"},
		Services: []string{"«Қызмет» <1> & 2"}, Body: "Мәтін 'ә ғ қ ң ө ұ ү һ і' \x00 соңы"}
	o := Put(t, s, a)[0]
	want := a.Read()
	d, canonical, err := s.Document(ctx, o.Edition)
	if err != nil {
		t.Fatal(err)
	}
	if canonical != want.Canonical {
		t.Errorf("canonical %q, want %q", canonical, want.Canonical)
	}
	if !reflect.DeepEqual(d.Act.Notes, want.Document.Act.Notes) || d.Source != want.Document.Source || d.Act.ID != a.ID ||
		d.Regulations[0].Service != a.Services[0] {
		t.Errorf("document %+v", d)
	}
	raw, err := s.Raw(ctx, strings.ToUpper(o.SHA256))
	if err != nil || string(raw) != string(want.Raw) {
		t.Errorf("raw %q, %v", raw, err)
	}
}

func forms(t *testing.T, s corpus.Store) {
	doubt := []model.Finding{{Code: model.FindDurationMissing, Severity: model.Warning}}
	html := Act{Number: "1", Body: "а", Format: model.HTML, Name: "a.html", Findings: doubt}
	pdf := Act{Number: "1", Body: "а", Format: model.PDF, Name: "a.pdf"}
	docx := Act{Number: "1", Body: "а", Format: model.DOCX, Name: "a.docx"}
	Put(t, s, html, pdf, docx)
	e, err := s.Editions(ctx, Key("1"))
	if err != nil || len(e) != 1 {
		t.Fatalf("%+v, %v", e, err)
	}
	var names []string
	for _, f := range e[0].Forms {
		names = append(names, f.Name)
	}
	if want := []string{"a.docx", "a.pdf", "a.html"}; !slices.Equal(names, want) {
		t.Errorf("forms %q, want %q", names, want)
	}
	if d, _, err := s.Document(ctx, e[0].ID); err != nil || d.Source.Name != "a.docx" {
		t.Errorf("document of %+v, %v", d, err)
	}
}

func order(t *testing.T, s corpus.Store) {
	Put(t, s,
		Act{Body: "no key", Adopted: "2015-10-23"},
		Act{Number: "10"}, Act{Number: "9-1"}, Act{Number: "9"}, Act{Number: "А-11/495"}, Act{Number: "А-4/130"},
		Act{Number: "1", Adopted: "2014-01-01"}, Act{Number: "1", Region: "KZ-10"}, Act{Number: "1", Region: "KZ"})
	want := []string{"KZ/2015-10-23/1", "KZ-10/2015-10-23/1", "KZ-11/2014-01-01/1",
		Key("9"), Key("9-1"), Key("10"), Key("А-4/130"), Key("А-11/495")}
	got := keys(list(t, s, corpus.Filter{}))
	if len(got) != 9 || !slices.Equal(got[:8], want) || !strings.HasPrefix(got[8], "sha256:") {
		t.Errorf("order\n %q, want\n %q and the act without a key", got, want)
	}
}

func filters(t *testing.T, s corpus.Store) {
	Put(t, s,
		Act{Number: "1", ID: "V15B0000001", Services: []string{"Жер учаскесін беру", "«Әлеуметтік» көмек"}},
		Act{Number: "1", Language: model.Russian, ID: "V15B0000001", Services: []string{"Предоставление земельного участка"}},
		Act{Number: "2", Status: model.Repealed, ID: "V15B0000002", Services: []string{"Құжат беру"}},
		Act{Number: "3", Adopted: "2016-03-01"},
		Act{Number: "4", Region: "KZ-15", Adopted: "2014-12-31", Language: model.Russian})
	for _, test := range []struct {
		name   string
		filter corpus.Filter
		want   string // numbers
	}{
		{"nothing", corpus.Filter{}, "1 2 3 4"},
		{"a region", corpus.Filter{Region: "KZ-15"}, "4"},
		{"a year", corpus.Filter{Year: 2015}, "1 2"},
		{"a language", corpus.Filter{Language: model.Russian}, "1 4"},
		{"a status", corpus.Filter{Status: model.Repealed}, "2"},
		{"a key", corpus.Filter{Key: Key("2")}, "2"},
		{"a portal id", corpus.Filter{ID: "V15B0000001"}, "1"},
		{"an unknown id", corpus.Filter{ID: "V15B0000009"}, ""},
		{"a service in capitals", corpus.Filter{Service: "ӘЛЕУМЕТТІК көмек"}, "1"},
		{"a service, anywhere in the name", corpus.Filter{Service: "беру"}, "1 2"},
		{"a Russian service", corpus.Filter{Service: "земельного"}, "1"},
		{"a Russian service among Kazakh texts", corpus.Filter{Service: "земельного", Language: model.Kazakh}, ""},
		{"a wildcard is a plain letter", corpus.Filter{Service: "%"}, ""},
		{"two conditions", corpus.Filter{Year: 2015, Service: "құжат"}, "2"},
		{"two conditions that exclude each other", corpus.Filter{Year: 2014, Service: "құжат"}, ""},
	} {
		var got []string
		for _, a := range list(t, s, test.filter) {
			got = append(got, string(a.Number))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: acts %q, want %q", test.name, got, test.want)
		}
	}
}

func newest(t *testing.T, s corpus.Store) {
	by := &model.ActRef{Text: "қаулысымен", Kind: model.Resolution, Date: "2020-02-03", Number: "А-2/40"}
	Put(t, s,
		Act{Number: "1", Title: "Жаңа", Amended: []model.Date{"2018-01-01"}, Services: []string{"а", "ә"}, Name: "new.html"},
		Act{Number: "1", Title: "Ескі", Amended: []model.Date{"2016-01-01"}, Services: []string{"а"}, Name: "old.html"},
		Act{Number: "1", Title: "О регламентах", Language: model.Russian, Status: model.Repealed, Ended: by,
			Repeals: []model.ActRef{{Text: "постановление", Number: "5"}, {Text: "решение", Number: "6"}}})
	a := list(t, s, corpus.Filter{})[0]
	if a.Title != "Жаңа" || a.Regulations != 2 || a.Source != "new.html" || a.Editions != 3 || a.Kind != model.Resolution ||
		a.Issuer != "Ақмола облысының әкімдігі" || a.Stored.IsZero() ||
		!slices.Equal(a.Languages, []model.Language{model.Kazakh, model.Russian}) {
		t.Errorf("%+v", a)
	}
	if a.Status != model.Repealed || a.RepealedBy == nil || *a.RepealedBy != *by {
		t.Errorf("status %s by %+v: the Russian text knows of the repeal", a.Status, a.RepealedBy)
	}
	if a := list(t, s, corpus.Filter{Language: model.Russian})[0]; a.Title != "О регламентах" ||
		a.Changes == nil || a.Changes.Role != corpus.RefRepeals || a.Changes.Ref.Number != "5" {
		t.Errorf("in Russian: %+v", a)
	}
	if a.Changes != nil {
		t.Errorf("the Kazakh text changes nothing: %+v", a.Changes)
	}
}

// fates puts acts step by step, and looks how act 1 stands after each.
func fates(t *testing.T, s corpus.Store) {
	repealing := func(number string, adopted model.Date) Act {
		return Act{Number: model.Text(number), Adopted: adopted, Title: "О признании утратившим силу",
			Repeals: []model.ActRef{{Text: "постановление № 1", Date: "2015-10-23", Number: "1"}}}
	}
	without := func(a Act) corpus.Read { // the same bytes, of which a better reading has no repeal
		r := a.Read()
		r.Document.Act.Repeals = nil
		return r
	}
	headless := repealing("", "").Read() // a text that begins behind its head
	headless.Document.Act.Adopted = ""
	own := Act{Number: "1", Language: model.Russian, Status: model.Repealed, Amended: []model.Date{"2016-01-01"},
		Ended: &model.ActRef{Text: "решением № 4", Date: "2018-04-04", Number: "4"}}
	for _, step := range []struct {
		says   string
		put    corpus.Read
		status model.Status
		by     string // number
		told   bool   // the Kazakh text, which says in force, is given a fate
	}{
		{"the act that repeals comes first", repealing("3", "2019-03-03").Read(), "", "", false},
		{"the act says that it is in force", Act{Number: "1"}.Read(), model.Repealed, "3", true},
		{"another act repealed it before", repealing("2", "2017-02-02").Read(), model.Repealed, "2", true},
		{"a text without a head repealed it too", headless, model.Repealed, "2", true},
		{"that one is read anew, and repeals nothing", without(repealing("2", "2017-02-02")), model.Repealed, "3", true},
		{"a text of its own tells of an earlier end", own.Read(), model.Repealed, "4", true},
		{"an act repealed it still before", repealing("2", "2017-02-02").Read(), model.Repealed, "2", true},
		{"and that is read to repeal nothing", without(repealing("2", "2017-02-02")), model.Repealed, "4", true},
		{"so is the other one", without(repealing("3", "2019-03-03")), model.Repealed, "4", true},
	} {
		put(t, s, step.put)
		acts := list(t, s, corpus.Filter{Key: Key("1")})
		if step.status == "" {
			if len(acts) != 0 {
				t.Errorf("%s: %+v", step.says, acts)
			}
			continue
		}
		a := acts[0]
		if a.Status != step.status || a.RepealedBy == nil || string(a.RepealedBy.Number) != step.by || a.TextStatus != model.InForce {
			t.Errorf("%s: listed as %s by %+v, by its text %s", step.says, a.Status, a.RepealedBy, a.TextStatus)
		}
		e, err := s.Editions(ctx, Key("1"))
		if err != nil || e[0].Status != model.InForce {
			t.Fatalf("%s: %+v, %v", step.says, e, err)
		}
		d, _, err := s.Document(ctx, e[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		if status, by := d.Act.Standing(); status != step.status || string(by.Number) != step.by || by.Span != (model.Span{}) || d.Act.Status != model.InForce {
			t.Errorf("%s: the text stands as %s by %+v, and says %s", step.says, status, by, d.Act.Status)
		}
		q := corpus.Query{Text: "бекіту", Language: model.Kazakh}
		if hits := find(t, s, q); len(hits) != 1 || hits[0].Status != step.status {
			t.Errorf("%s: found %+v", step.says, hits)
		}
		q.Status = model.InForce
		if hits := find(t, s, q); len(hits) != 0 {
			t.Errorf("%s: found in force %+v", step.says, hits)
		}
		q.Status, q.On = "", a.RepealedBy.Date
		if hits := find(t, s, q); len(hits) != 0 {
			t.Errorf("%s: found on the day of its end %+v", step.says, hits)
		}
	}
	put(t, s, without(repealing("3", "2019-03-03"))) // read as before
	d := own.Read()
	e, err := s.Editions(ctx, Key("1"))
	if err != nil {
		t.Fatal(err)
	}
	if got, _, err := s.Document(ctx, e[1].ID); err != nil || got.Act.Fate != nil || got.Act.RepealedBy.Number != d.Document.Act.RepealedBy.Number {
		t.Errorf("the text that tells the end itself: %+v, %v", got.Act, err)
	}
}

func fullest(t *testing.T, s corpus.Store) {
	whole := Act{Services: []string{"а", "ә", "б"}, Name: "whole.html"}
	part := Act{Services: []string{"а", "ә"}, Name: "part.pdf", Format: model.PDF}
	for _, test := range []struct {
		says    string
		acts    []Act
		source  string // of the newest text
		warning string
	}{
		{"the part comes last", []Act{whole, part}, "whole.html",
			"KZ-11/2015-10-23/1: this text has 2 regulations, and whole.html of the same day has 3 regulations; that one stays the newest text"},
		{"the part comes first", []Act{part, whole}, "whole.html", ""},
		{"the part is of a later day, on which a regulation was repealed",
			[]Act{whole, {Services: part.Services, Name: "later.html", Amended: []model.Date{"2018-01-01"}}}, "later.html", ""},
		{"the part is of an earlier day", []Act{{Services: whole.Services, Name: "later.html", Amended: []model.Date{"2018-01-01"}}, part}, "later.html", ""},
		{"the part is in the other language", []Act{whole, {Services: part.Services, Name: "part.ru.html", Language: model.Russian}}, "whole.html", ""},
	} {
		number := model.Text(fmt.Sprint(len(list(t, s, corpus.Filter{})) + 1))
		var got []string
		for _, a := range test.acts {
			a.Number = number
			for _, m := range Put(t, s, a)[0].Warnings {
				got = append(got, phrase.English.Tell(m))
			}
		}
		want := strings.Replace(test.warning, "/1:", "/"+string(number)+":", 1)
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: warnings %q, want %q", test.says, got, want)
		}
		if a := list(t, s, corpus.Filter{Key: Key(string(number))})[0]; a.Source != test.source {
			t.Errorf("%s: the newest is %s, want %s", test.says, a.Source, test.source)
		}
	}
}

func editions(t *testing.T, s corpus.Store) {
	Put(t, s,
		Act{Number: "1", Language: model.Russian, Amended: []model.Date{"2016-01-01"}},
		Act{Number: "1", Amended: []model.Date{"2016-01-01", "2018-01-01"}, Name: "2018.html"},
		Act{Number: "1", Name: "2015.html"},
		Act{Number: "1", Amended: []model.Date{"2016-01-01"}},
		Act{Number: "1", Language: model.Russian})
	e, err := s.Editions(ctx, Key("1"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range e {
		if v.Key != Key("1") {
			t.Errorf("edition of %s", v.Key)
		}
		got = append(got, string(v.Language)+" "+string(v.Wording))
	}
	want := []string{"kk 2015-10-23", "kk 2016-01-01", "kk 2018-01-01", "ru 2015-10-23", "ru 2016-01-01"}
	if !slices.Equal(got, want) {
		t.Errorf("editions %q, want %q", got, want)
	}
	if d, _, err := s.Document(ctx, e[2].ID); err != nil || d.Source.Name != "2018.html" {
		t.Errorf("document %+v, %v", d, err)
	}
}

func mentions(t *testing.T, s corpus.Store) {
	cited := model.ActRef{Text: "Заң", Span: model.Span{3, 6}, Kind: model.Law, Issuer: "Парламент", Date: "2013-04-15",
		Number: "88-V", Title: "Мемлекеттік көрсетілетін қызметтер туралы", RegistrationNumber: "12"}
	Put(t, s,
		Act{Number: "2", Services: []string{"а"}},
		Act{Number: "1", Cites: []model.ActRef{cited}, Amended: []model.Date{"2016-01-01"}},
		Act{Number: "1", Cites: []model.ActRef{cited}, Amended: []model.Date{"2016-01-01"}, Format: model.PDF})
	all, err := s.References(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range all {
		got = append(got, fmt.Sprintf("%s %s %d %s", m.Act.Number, m.Role, m.Regulation, m.Ref.Number))
	}
	if want := []string{"1 note 0 А-1/1", "1 cites 0 88-V", "2 standard 1 1"}; !slices.Equal(got, want) {
		t.Fatalf("mentions %q, want %q", got, want)
	}
	if all[1].Ref != cited || all[1].Language != model.Kazakh || all[1].Act.Key != Key("1") {
		t.Errorf("%+v", all[1])
	}
}

func notThere(t *testing.T, s corpus.Store) {
	_, errEditions := s.Editions(ctx, Key("404"))
	_, _, errDocument := s.Document(ctx, 404)
	_, errRaw := s.Raw(ctx, "404")
	for _, err := range []error{errEditions, errDocument, errRaw} {
		if !errors.Is(err, corpus.ErrNotFound) || !strings.Contains(err.Error(), "404") {
			t.Errorf("error %v", err)
		}
	}
	if acts := list(t, s, corpus.Filter{}); len(acts) != 0 {
		t.Errorf("acts %+v", acts)
	}
}

func cancelled(t *testing.T, s corpus.Store) {
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Put(ended, Act{Number: "1"}.Record(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if acts := list(t, s, corpus.Filter{}); len(acts) != 0 {
		t.Errorf("acts %+v", acts)
	}
	if o := Put(t, s, Act{Number: "1"})[0]; o.Change != corpus.Stored {
		t.Errorf("afterwards: %+v", o)
	}
}

func list(t *testing.T, s corpus.Store, f corpus.Filter) []corpus.ActSummary {
	t.Helper()
	acts, err := s.Acts(ctx, f)
	if err != nil {
		t.Fatal(err)
	}
	return acts
}

func keys(acts []corpus.ActSummary) []string {
	var out []string
	for _, a := range acts {
		out = append(out, a.Key)
	}
	return out
}

// ReadNumber is a corpus.ReadFunc: it reads an act whose number is all its text.
func ReadNumber(name string, raw []byte) (*model.Document, string, error) {
	r := Act{Number: model.Text(raw), Name: name, Services: []string{"Жер учаскесін беру"}}.Read()
	sum := sha256.Sum256(raw)
	r.Document.Source.SHA256 = hex.EncodeToString(sum[:])
	return r.Document, r.Canonical, nil
}
