package act

import (
	"strings"
	"testing"
	"unicode"

	"reglament/model"
	"reglament/parse/lang"
)

// said writes a wording of a table as a text has it: what stands for the end of a word is
// left out.
func said(p lang.Phrase) string { return strings.ReplaceAll(string(p), "*", "") }

// The quick looks know every wording of the tables behind them: one that they miss is
// never read.
func TestQuickLooksKnowTheTables(t *testing.T) {
	check := func(what string, may func(string) bool, phrases ...lang.Phrase) {
		t.Helper()
		for _, p := range phrases {
			text := []rune(said(p))
			for _, first := range []rune{text[0], unicode.ToUpper(text[0])} {
				text[0] = first
				if !may(string(text)) {
					t.Errorf("%s: %q is not looked at", what, string(text))
				}
			}
		}
	}
	check("note", mayBeNote, lang.NoteLabels...)
	check("note", mayBeNote, lang.EditorLabels...)
	check("note", mayBeNote, lang.EditorTexts...)
	for _, w := range lang.NoteWordings {
		if scan(said(w.Phrase)).unlabelledNote(0, noteWording{p: w.Phrase.Pattern(), action: w.Action, whole: w.Whole}) {
			check("note without a label", func(s string) bool { return mayBeNote(s + " № 1") }, w.Phrase)
		}
	}
	for _, v := range lang.EntryVerbs {
		check("entry into force", entryParts.In, v.Phrase)
	}
	check("entry into force", entryParts.In, lang.ShortEntryVerbs...)
	check("stamp", stampParts.In, lang.ApprovalWords...)
	check("stamp", stampParts.In, lang.AnnexWords...)
}

func TestSeriesOfANumber(t *testing.T) {
	for _, c := range []struct {
		says, text, number string
	}{
		{"before the word for the act", "2010 жылғы 5 мамырдағы N 1-13 с шешімі", "1-13 с"},
		{"before the end of the sentence", "от 5 мая 2010 года № 1-13 с.", "1-13 с"},
		{"a preposition before a day", "решением от 5 мая 2010 года № 13 с 1 июня 2010 года", "13"},
		{"a preposition before a word", "решение от 5 мая 2010 года № 13 с изменениями", "13"},
	} {
		t.Run(c.says, func(t *testing.T) {
			l := scan(c.text)
			for i := range l.t {
				if l.t[i].kind != numero {
					continue
				}
				if n, ok := l.numberAt(i); !ok || n.value != c.number || n.value != c.text[n.start:n.end] {
					t.Errorf("got %+v", n)
				}
			}
		})
	}
}

func TestNoteWithoutALabel(t *testing.T) {
	for _, c := range []struct {
		says, text string
		lang       model.Language
		is         bool
	}{
		{"suspended", "Приостановлено решением маслихата Примерного района от 05.05.2016 № 7.", model.Russian, true},
		{"declared void", "Жоққа шығарылды - Үлгі ауданы мәслихатының 05.05.2016 № 7 шешімімен.", model.Kazakh, true},
		{"a point was amended", "В пункт 3 внесены изменения в соответствии с решением маслихата Примерного района от 05.05.16 г. № 7 (см. стар. ред.)", model.Russian, true},
		{"the title was amended", "В заголовок внесены изменения в соответствии с постановлением акимата Примерной области от 05.05.16 г. № 7 (введено в действие с 1 июня 2016 г.)", model.Russian, true},
		{"the act was supplemented", "Приказ дополнен пунктом 2-1 в соответствии с приказом Министра финансов РК от 05.05.16 г. № 7 (см. стар. ред.)", model.Russian, true},
		{"an annex was amended", "ҚР Үкіметінің 2009.14.05. № 71 Қаулысымен 2-қосымша өзгертілді (бұр.ред.қара)", model.Kazakh, true},
		{"the effect ended by a letter", "Решение утратило силу в связи с истечением срока действия, письмо Примерного районного маслихата от 12.01.2014 № 5", model.Russian, true},
		{"an order to amend", "Внести изменения в пункт 3 решения маслихата Примерного района от 5 мая 2016 года № 7.", model.Russian, false},
		{"an order to supplement", "Үлгі ауданы мәслихатының 2016 жылғы 5 мамырдағы № 7 шешімімен бекітілген 2-қосымша мынадай жолмен толықтырылсын.", model.Kazakh, false},
		{"a point of what an act approved, in a list of what is repealed", "2) пункт 4 изменений и дополнений, которые вносятся в некоторые решения, утвержденных постановлением Правительства Республики Казахстан от 2 мая 2007 года № 126;", model.Russian, false},
		{"an order to repeal", "1. Признать утратившим силу решение маслихата Примерного района от 5 мая 2016 года № 7.", model.Russian, false},
	} {
		t.Run(c.says, func(t *testing.T) {
			if is := IsNote(c.text, c.lang); is != c.is {
				t.Errorf("a note: %v", is)
			}
		})
	}
}
