package act

import (
	"strings"
	"testing"

	"reglament/model"
)

func BenchmarkRefsInPlainStep(b *testing.B) {
	s := "3) көрсетілетін қызметті берушінің жауапты орындаушысы құжаттардың толықтығын тексереді – 4 жұмыс күні. Нәтижесі – хабарламаны дайындау;"
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Refs(s, 0, model.Kazakh)
	}
}

func BenchmarkRefsInMention(b *testing.B) {
	s := mentions[12].text
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Refs(s, 0, model.Russian)
	}
}

func BenchmarkHead(b *testing.B) {
	c := heads[0]
	page := append([]string(nil), c.page...)
	for range 200 {
		page = append(page, "1) Қостанай облысы әкімдігінің 2014 жылғы 10 сәуірдегі № 130 қаулысымен бекітілген регламент өзгеріссіз қалдырылсын;")
	}
	src := text(c.lang, page...)
	b.SetBytes(int64(len(src.Canonical)))
	for b.Loop() {
		Head(src, len(src.Paragraphs), Others{})
	}
}

func BenchmarkHeadOfNavigation(b *testing.B) {
	src := text(model.Russian, strings.Split(strings.Repeat("Текст\nссылки на № 5 и 6\n", 500), "\n")...)
	b.SetBytes(int64(len(src.Canonical)))
	for b.Loop() {
		Head(src, len(src.Paragraphs), Others{})
	}
}
