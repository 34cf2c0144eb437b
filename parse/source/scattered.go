package source

import (
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// tellScattered reports the tables of steps of a text whose columns nothing but wide gaps part,
// as dumps lay pages out: their lines do not tell which cell goes on in which.
//
//	№     Наименование          Исполнитель     Срок
//	      действия                              исполнения
//	1     Прием и регистрация   Канцелярия      15 минут
//	      документов
func tellScattered(text string) []model.Finding {
	const (
		columns = 3  // of a line; the places of the second and third are those of other lines
		least   = 3  // such lines, and two titles
		between = 12 // lines that have fewer: cells are of several
		most    = 6  // columns of a word each; more are the words of a line set wide

		mostColumns = 16
		mostLines   = 500 // of a table
	)
	var findings []model.Finding
	starts := map[int]int{}        // by place, the parts of lines that begin there
	seen := map[lang.Column]bool{} // titles at the beginning of lines
	head := false                  // a line has two titles
	full, short, told := 0, 0, false
	for l := range strings.Lines(text) {
		body := strings.TrimSpace(l)
		if body == "" {
			continue
		}
		var parts []string
		if full < mostLines && body[0] != '|' {
			parts = betweenGaps(body)
		}
		if len(parts) < columns || len(parts) > mostColumns || len(parts) > most && len(parts) == len(strings.Fields(body)) {
			if short++; short > between {
				clear(starts)
				clear(seen)
				full, head, told = 0, false, false
			}
			continue
		}
		full, short = full+1, 0
		from := 0
		row := map[lang.Column]bool{}
		for i, p := range parts {
			at := from + strings.Index(l[from:], p)
			from = at + len(p)
			if i > 0 {
				starts[runes(l[:at])]++
			}
			if told || startsLower(p) {
				continue
			}
			if c := lang.ColumnOf(p); c != lang.OtherColumn {
				if row[c] = true; i == 0 {
					seen[c] = true
				}
			}
		}
		head = head || len(row) > 1
		shared := 0
		for _, n := range starts {
			if n >= max(least, full/2) {
				shared++
			}
		}
		if !told && shared >= columns-1 && (head || len(seen) > 1) {
			findings = append(findings, phrase.Finding(model.FindTextUnread, model.Warning, model.Span{}, phrase.BrokenTable.Of()))
			told = true
		}
	}
	return findings
}

// betweenGaps parts a line at the wide gaps that dumps of pages leave between the columns of a
// table.
func betweenGaps(line string) (parts []string) {
	for {
		part, rest, found := strings.Cut(line, "  ")
		if !found {
			if parts == nil {
				return nil
			}
			return append(parts, line)
		}
		parts, line = append(parts, part), strings.TrimLeft(rest, " ")
	}
}
