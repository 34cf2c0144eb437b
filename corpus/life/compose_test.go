package life_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"reglament/corpus"
	"reglament/corpus/life"
	"reglament/model"
	"reglament/model/phrase"
)

func compose(t *testing.T, a *life.Archive, key string, day model.Date) *corpus.Composed {
	t.Helper()
	c, err := a.Compose(t.Context(), key, day, model.Kazakh)
	if err != nil {
		t.Fatal(err)
	}
	var doubts []model.Finding
	for _, f := range c.Document.Findings {
		if f.Code == model.FindNotApplied {
			doubts = append(doubts, f)
		}
	}
	if len(doubts) != len(c.Doubts) {
		t.Errorf("findings %+v, doubts %v", doubts, c.Doubts)
	}
	return c
}

// stepsOf is every step of a document: what, who, in how long.
func stepsOf(t *testing.T, c *corpus.Composed) []string {
	t.Helper()
	var out []string
	for _, g := range c.Document.Regulations {
		for _, p := range g.Processes {
			for _, s := range p.Steps {
				out = append(out, g.Service+": "+s.Text)
				if !strings.HasSuffix(s.Span.Of(c.Canonical), s.Text) { // its number stands before it
					t.Errorf("%q is not what the text has there: %q", s.Text, s.Span.Of(c.Canonical))
				}
			}
		}
	}
	return out
}

// The first text and an amending act give the document that the consolidated text gives.
func TestADocumentIsComposedOfTheFirstTextAndItsAmendments(t *testing.T) {
	a, _ := archive(t, sampleDir+"1-kostanay-2016-91.kk.txt", sampleDir+"2-kostanay-2017-214.kk.md")
	whole, _ := archive(t, sampleDir+"3-kostanay-2016-91-amended.kk.md")
	got, want := compose(t, a, kostanay, "2018-01-01"), compose(t, whole, kostanay, "2018-01-01")
	if len(got.Doubts) != 0 || got.Document.Act.Key != kostanay {
		t.Errorf("%s, doubts %v", got.Document.Act.Key, got.Doubts)
	}
	if g, w := stepsOf(t, got), stepsOf(t, want); !slices.Equal(g, w) || len(g) == 0 {
		t.Errorf("steps\n%s\nwant\n%s", strings.Join(g, "\n"), strings.Join(w, "\n"))
	}
	// "2. Мемлекеттік көрсетілетін қызмет нысаны: электрондық (ішінара автоматтандырылған)…"
	if f := got.Document.Regulations[1].Forms; !slices.Equal(f, want.Document.Regulations[1].Forms) {
		t.Errorf("forms %v", f)
	}
	before := compose(t, a, kostanay, "2017-05-17")
	if before.Document.Source.Name != "1-kostanay-2016-91.kk.txt" || slices.Equal(stepsOf(t, before), stepsOf(t, got)) {
		t.Errorf("the day before it is %s", before.Document.Source.Name)
	}
}

func TestWhatALaterTextDoesNotTellIsLeftOutOfTheDocument(t *testing.T) {
	a, s := archive(t, sampleDir+"3-kostanay-2016-91-amended.kk.md")
	c := compose(t, a, kostanay, "2016-12-01")
	if len(c.Document.Regulations) != 1 || c.Document.Regulations[0].Service != "Оралман мәртебесін беру" {
		t.Fatalf("%d regulations", len(c.Document.Regulations))
	}
	if n := c.Document.Regulations[0].Index; n != 2 {
		t.Errorf("the second regulation of the act is number %d of the document", n)
	}
	if strings.Contains(c.Canonical, "2. Мемлекеттік көрсетілетін қызмет нысаны") {
		t.Error("it has point 2 in its wording of later")
	}
	for i, want := range []string{"not applied: «Жұмыссыз азаматтарға анықтама беру»: the regulation got the wording that is known by " + amending,
		"not applied: «Оралман мәртебесін беру»: point 2 was changed by " + amending, "the points of " + kostanay + " itself"} {
		if !strings.HasPrefix(phrase.English.Tell(c.Doubts[i].Why), want) {
			t.Errorf("doubt %v, want %q", c.Doubts[i], want)
		}
	}
	_, err := corpus.Select(t.Context(), s, corpus.Side{Text: kostanay + "#1@2016-12-01", Key: kostanay, Regulation: 1, Date: "2016-12-01"}, nil, life.Composer(s))
	if err == nil || !strings.Contains(err.Error(), "has only #2, no 1; not applied: «Жұмыссыз азаматтарға анықтама беру»") {
		t.Errorf("the first regulation, which is not known: %v", err)
	}
	if _, err := a.Compose(t.Context(), kostanay, "2016-03-09", model.Kazakh); !errors.Is(err, corpus.ErrNotFound) {
		t.Errorf("before it was adopted: %v", err)
	}
	if _, err := a.Compose(t.Context(), kostanay, "2018-01-01", model.Russian); !errors.Is(err, corpus.ErrNotFound) {
		t.Errorf("in a language without a text: %v", err)
	}
}

// The annex of an amending act is the text of an act that has none itself.
func TestADocumentOfAnActWithoutAText(t *testing.T) {
	a, _ := archive(t, sampleDir+"2-kostanay-2017-214.kk.md")
	c := compose(t, a, kostanay, "2018-01-01")
	if d := c.Document; d.Act.Key != kostanay || d.Act.Number != "91" || len(d.Act.Amends) != 0 || len(d.Regulations) != 1 {
		t.Errorf("%+v with %d regulations", d.Act, len(d.Regulations))
	}
	if len(stepsOf(t, c)) == 0 {
		t.Error("it has no steps")
	}
	if len(c.Doubts) != 1 || !strings.HasPrefix(phrase.English.Tell(c.Doubts[0].Why), "not applied: "+amending+": «Оралман мәртебесін беру»: point 2: ") {
		t.Errorf("doubts %v", c.Doubts)
	}
}

// The real acts on a day, as documents: № 204 of 2015 out of the annexes of № 122 of 2016,
// and of № А-11/495 what its consolidated text tells of June 2016.
func TestDocumentsOfRealActs(t *testing.T) {
	a, _ := realActs(t)
	for _, test := range []struct {
		key         string
		day         model.Date
		regulations int
		doubts      []string
	}{
		{"KZ-27/2015-08-04/204", "2017-01-01", 9, nil},
		{"KZ-11/2015-10-23/А-11/495", "2016-06-01", 5, []string{
			"point 9 was changed by KZ-11/2016-12-30/А-1/621", "point 9 was changed by KZ-11/2016-12-30/А-1/621", "point 9 was changed by KZ-11/2016-12-30/А-1/621",
			"the regulation got the wording that is known by KZ-11/2017-04-28/А-4/175", "are in the wording of 2017-04-28",
		}},
		{"KZ-11/2015-10-23/А-11/495", "2018-06-01", 6, nil},
		{"KZ-75/2017-11-30/4/496", "2019-09-01", 2, nil},
	} {
		c := compose(t, a, test.key, test.day)
		if got := c.Document; string(got.Act.Key) != test.key || len(got.Regulations) != test.regulations {
			t.Errorf("%s on %s: %s with %d regulations", test.key, test.day, got.Act.Key, len(got.Regulations))
		}
		if len(stepsOf(t, c)) < 10*test.regulations {
			t.Errorf("%s on %s: too few steps", test.key, test.day)
		}
		if !slices.EqualFunc(c.Doubts, test.doubts, func(d corpus.Doubt, want string) bool { return strings.Contains(phrase.English.Tell(d.Why), want) }) {
			t.Errorf("%s on %s: doubts %v", test.key, test.day, c.Doubts)
		}
	}
}
