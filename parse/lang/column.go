package lang

import (
	"strings"
)

// ColumnOf tells what a column of a table of steps holds by its title, in either language.
// Readers ask it that do not know yet whether what they see is a table.
//
//	"Наименование СФЕ", "Орындалу мерзімі", "№ действия (хода, потока работ)"
func ColumnOf(title string) Column {
	if strings.ContainsAny(title, "0123456789") {
		return OtherColumn // "№ 12", "Срок – 15 минут"
	}
	words := wordsOf(title)
	column := OtherColumn
	for _, t := range []*Tables{&kazakh, &russian} {
		for _, rules := range [][]ColumnRule{t.Columns, t.Headings} {
			for i := range rules {
				if column == OtherColumn && rules[i].Titles.begin(words) {
					column = rules[i].Column
				}
			}
		}
	}
	if column != NextColumn && NumbersColumn(title) {
		return NumberColumn
	}
	return column
}

// NumbersColumn reports whether a title has the sign of numbers at its end or beginning:
// "№ действия (хода, потока работ)", "N п/п", "N", "Іс-әрекет N (жұмыс барысы, ағыны)", "Іс-әрекеттің
// (жұмыс барысының, ағымының) N". The column of the step that follows may have it too.
func NumbersColumn(title string) bool {
	noun, _, _ := strings.Cut(title, " (")
	if strings.HasPrefix(title, "№") || strings.HasSuffix(noun, "№") || strings.HasSuffix(title, "№") {
		return true
	}
	first, _, _ := strings.Cut(noun, " ")
	return Numero(first) || Numero(lastWord(noun)) || Numero(lastWord(title))
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// begin reports whether the words begin with one of the phrases.
func (p *Phrases) begin(words []string) bool {
	if len(words) == 0 {
		return false
	}
	for _, phrase := range p.Like(words[0]) {
		if inRow(words, strings.Split(phrase, " ")) {
			return true
		}
	}
	return false
}
