package act

import (
	"strings"
	"testing"

	"reglament/model"
)

func seeds(f *testing.F) {
	for _, c := range heads {
		f.Add(strings.Join(c.page, "\n"), c.lang == model.Russian)
	}
	for _, c := range mentions {
		f.Add(c.text, c.lang == model.Russian)
	}
	f.Add(`Сноска. «"« № - (N) 1) исключен № А- -4/1 "27" 2015 ж. 08.`, true)
}

func language(russian bool) model.Language {
	if russian {
		return model.Russian
	}
	return model.Kazakh
}

// FuzzHead: any text gives an act whose spans lie in it.
func FuzzHead(f *testing.F) {
	seeds(f)
	f.Add("A2000ж1қазанғы N0 2000ж1қазанғы0қаулысы", false) // a day and a number, and no kind
	f.Add("«»Җнің2000ж1ақпанғы№0", false)                   // a title of no words
	f.Fuzz(func(t *testing.T, s string, russian bool) {
		var paragraphs []string
		for _, p := range strings.Split(s, "\n") {
			if p = strings.Join(strings.Fields(p), " "); p != "" {
				paragraphs = append(paragraphs, p)
			}
		}
		src := text(language(russian), paragraphs...)
		a, findings := Head(src, len(src.Paragraphs), Others{})
		checkSpans(t, src, &a)
		for _, x := range findings {
			if x.Span[0] < 0 || x.Span[1] > len(src.Canonical) || x.Span[0] > x.Span[1] {
				t.Errorf("finding %s: span %v", x.Code, x.Span)
			}
		}
	})
}

// FuzzNotes: any text gives notes whose acts and rules stand in it.
func FuzzNotes(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string, russian bool) {
		l := language(russian)
		IsNote(s, l)
		Stamp(s, 0, l)
		notes, _ := Notes(s, model.Span{0, len(s)}, l, model.Target{Kind: model.TargetAct})
		for _, n := range notes {
			if n.By != nil && n.By.Span.Of(s) != n.By.Text {
				t.Errorf("act's span %v", n.By.Span)
			}
			if n.Effective != nil && n.Effective.Span.Of(s) != n.Effective.Text {
				t.Errorf("rule's span %v", n.Effective.Span)
			}
		}
	})
}

// FuzzRefs: mentions stand in the text, in its order.
func FuzzRefs(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string, russian bool) {
		last := 0
		for _, r := range Refs(s, 0, language(russian)) {
			if r.Span.Of(s) != r.Text || r.Text == "" {
				t.Errorf("span %v does not hold %q", r.Span, r.Text)
			}
			if r.Span[0] < last {
				t.Errorf("mention at %d after one at %d", r.Span[0], last)
			}
			last = r.Span[0]
		}
		if r := effective(s, 0, language(russian)); r != nil && r.Span.Of(s) != r.Text {
			t.Errorf("rule's span %v", r.Span)
		}
	})
}
