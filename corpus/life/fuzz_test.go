package life

import (
	"testing"
	"unicode/utf8"

	"reglament/model"
)

// Whatever an operative point says, its orders lie in it, and carrying them out neither
// fails nor makes a text that quotes nothing.
func FuzzOrders(f *testing.F) {
	for _, s := range []string{
		"\"Анықтама беру\" регламентінің 2-тармағы мынадай редакцияда жазылсын:\n\"2. Нысаны: қағаз.\".",
		"«Анықтама беру» регламенті осы қаулының 1-қосымшасына сәйкес жаңа редакцияда жазылсын;",
		"в пункте 2 слова \"А\" заменить словами \"Б\"",
		"пункт 2 изложить в следующей редакции:\n\"\"",
		"2-тармақ мынадай редакцияда жазылсын:\n\"\n.\"",
		"\"\"\"",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, order string) {
		if !utf8.ValidString(order) {
			return
		}
		const head = "1. № 91 қаулысына өзгерістер енгізілсін: \"Анықтама беру\"\n"
		canonical := head + order + "\n2. Анықтама А береді.\n"
		g := model.Regulation{Index: 1, Service: "Анықтама беру", Span: model.Span{len(head) + len(order) + 1, len(canonical) - 1}}
		g.Sections = model.List[model.Section]{{Span: g.Span, Points: model.List[model.Point]{{Number: "2", Span: g.Span}}}}
		d := &document{&model.Document{Regulations: model.List[model.Regulation]{g}, Act: model.Act{
			Amends: model.List[model.ActRef]{{Span: model.Span{3, 10}, Issuer: "Қостанай облысы әкімдігінің", Date: "2016-03-10", Number: "91"}},
			Points: model.List[model.Point]{{Number: "1", Span: model.Span{0, len(head) + len(order)}}},
		}}, canonical}
		for _, o := range orders(d, nil) {
			for _, s := range append([]model.Span{o.Span}, o.Text...) {
				if !d.Act.Points[0].Span.Contains(s) || !utf8.ValidString(s.Of(canonical)) {
					t.Errorf("%v is not in the point", s)
				}
			}
			c := &composer{t: &Text{}}
			c.t.Regulations = []RegulationText{newRegulation(&g, d, "base", 1)}
			if c.carryOut(&o, d, 2, &Event{By: "by", Date: "2017-01-01"}) != nil {
				continue
			}
			for _, p := range c.t.Regulations[0].Paragraphs {
				if p.Changed == "" && p.Span.Of(canonical) != p.Text {
					t.Errorf("%q is not what its span has: %q", p.Text, p.Span.Of(canonical))
				}
			}
		}
	})
}
