package sentence

import (
	"testing"

	"reglament/model"
	"reglament/parse/source"
)

func FuzzDurations(f *testing.F) {
	for _, s := range []string{"10 (он) минут ішінде", "– 3 (үш) жұмыс күн.", "не более двадцати пяти минут", "он бес күнтізбелік күн өткен соң", "1 ( бір минут", "в течение 1 (одного"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		src, err := source.Read("fuzz", []byte(s))
		if err != nil {
			return
		}
		x := New(src)
		for _, p := range x.Paragraphs {
			for _, d := range x.Durations(x.Words(p)) {
				if !p.Contains(d.Span) || d.Text != x.Of(d.Span) || d.Unit == "" || d.Value < 0 {
					t.Fatalf("%+v in %q", d, x.Of(p))
				}
			}
		}
	})
}

// Whatever a paragraph says, who acts in it and what is done are spans of it.
func FuzzSentences(f *testing.F) {
	for _, s := range []string{
		"Басшы құжаттарды қарайды және жауапты орындаушыны белгілейді - 1 сағат;",
		"Специалист, в случае отсутствия документов, отказывает в приеме. Результат – расписка.",
		"алушы келмесе (1 ай ішінде",
		"согласно приложению 1 к",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		src, err := source.Read("fuzz", []byte(s))
		if err != nil {
			return
		}
		x := New(src)
		for _, p := range x.Paragraphs {
			at := p[0]
			for _, one := range x.Sentences(p) {
				if one[0] < at || one[1] > p[1] {
					t.Fatalf("sentence %v of paragraph %v", one, p)
				}
				at = one[1]
				ws := x.Words(one)
				if len(ws) == 0 {
					continue
				}
				var step model.Step
				main, others := x.Doers(ws, x.Clauses(ws), false)
				for _, a := range append(others, main) {
					if a != nil && !a.Span.Empty() && !p.Contains(a.Span) {
						t.Fatalf("who acts at %v in paragraph %v: %q", a.Span, p, x.Of(p))
					}
				}
				x.Actions(&step, ws, false)
				for _, e := range step.Spans {
					if !p.Contains(e.Span) {
						t.Fatalf("%s at %v in paragraph %v: %q", e.Field, e.Span, p, x.Of(p))
					}
				}
				for _, ref := range x.Refs(ws) {
					if !p.Contains(ref.Span) {
						t.Fatalf("reference at %v in paragraph %v: %q", ref.Span, p, x.Of(p))
					}
				}
			}
		}
	})
}
