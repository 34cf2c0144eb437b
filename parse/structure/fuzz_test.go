package structure

import (
	"testing"

	"reglament/parse/source"
)

// Whatever a text has, the parts of its regulations stand in order, one inside the other.
func FuzzOutline(f *testing.F) {
	for _, s := range []string{
		"\"Анықтама беру\" мемлекеттік көрсетілетін қызмет регламенті\n1. Жалпы ережелер\n1. Қызметті бөлім көрсетеді.\n2. Нысаны – қағаз.\n1-қосымша\nКесте",
		"Регламент государственной услуги \"Выдача справок\"\n1. Общие положения\n1. Услуга оказывается отделом.\n2. Форма – бумажная.\nПриложение 1\nТаблица",
		"Регламент государственной услуги \"Выдача справок\"\n1) прием;\n2) выдача.\nСноска. Пункт 2 исключен.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		src, err := source.Read("fuzz", []byte(s))
		if err != nil {
			return
		}
		found := Find(src)
		at := 0
		for _, e := range found.Extents {
			if e.From < at || e.Heading < e.From || e.Body <= e.Heading || e.End < e.Body || e.End > len(src.Paragraphs) {
				t.Fatalf("%+v behind paragraph %d of %d", e, at, len(src.Paragraphs))
			}
			at = e.End
			o := found.Text.Outline(e)
			from := e.Body
			for _, sec := range o.Sections {
				if sec.From < from || sec.End < sec.From || sec.End > e.End {
					t.Fatalf("section %d to %d in %+v, behind %d", sec.From, sec.End, e, from)
				}
				from = sec.From
				for _, pt := range sec.Points {
					if pt.From < from || pt.End <= pt.From || pt.End > sec.End {
						t.Fatalf("point %d to %d in section %d to %d, behind %d", pt.From, pt.End, sec.From, sec.End, from)
					}
					from = pt.End
				}
			}
			for _, a := range o.Annexes {
				if a.From < o.BodyEnd || a.End <= a.From || a.End > e.End {
					t.Fatalf("annex %d to %d in %+v", a.From, a.End, e)
				}
			}
		}
	})
}
