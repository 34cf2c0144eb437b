package regulation

import (
	"fmt"
	"testing"

	"reglament/parse/source"
	"reglament/parse/structure"
)

func FuzzStep(f *testing.F) {
	for _, s := range []string{
		"1) басшы құжаттарды қарайды және жауапты орындаушыны белгілейді - 1 сағат;",
		"2-процесс - порталда авторизациялаудан бас тарту туралы хабарлама қалыптастырылады",
		"1)",
		"Рұқсатты беру:\n1-кезең:\n2) маман (бұдан әрі – М) береді. Нәтижесі – беру;",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for l := range frame {
			x, err := source.Read("fuzz", []byte(fmt.Sprintf(frame[l], s)))
			if err != nil {
				continue
			}
			x.Language = l
			for _, r := range Read(t.Context(), structure.Find(x)) {
				for _, p := range r.Regulation.Processes {
					for _, s := range p.Steps {
						for _, e := range s.Spans {
							if span := e.Span; span.Empty() || span[0] < 0 || span[1] > len(x.Canonical) {
								t.Fatalf("%s: span %v of %q", e.Field, span, s.Text)
							}
						}
						if s.Actor != "" && s.Spans.Of("actor").Of(x.Canonical) != string(s.Actor) {
							t.Fatalf("actor %q is not %q", s.Actor, s.Spans.Of("actor").Of(x.Canonical))
						}
					}
				}
				for _, f := range r.Findings {
					if f.Span[0] < 0 || f.Span[1] < f.Span[0] || f.Span[1] > len(x.Canonical) {
						t.Fatalf("finding %s: span %v", f.Code, f.Span)
					}
				}
			}
		}
	})
}
