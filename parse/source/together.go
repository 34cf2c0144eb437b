package source

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// partTogether parts a text that has lost the ends of its lines by what paragraphs begin with:
// numbers of points and items, labels of notes, titles and approvals of regulations.
func partTogether(text string) (string, []model.Finding) {
	const (
		longest = 6000    // bytes of a paragraph
		most    = 1 << 20 // and of an act
		least   = 8       // beginnings in a longer one
	)
	// A shorter one is parted where the title of a first section stands in it above the point.
	var out strings.Builder
	parted := 0
	for l := range strings.Lines(text) {
		above := sectionAbovePoint(l)
		if len(l) <= longest && !above || len(l) > most {
			out.WriteString(l)
			continue
		}
		var at []int
		for _, m := range beginning().FindAllStringSubmatchIndex(l, -1) {
			for k := 2; k < len(m); k += 2 {
				if m[k] >= 0 {
					at = append(at, m[k])
				}
			}
		}
		if len(at) < least && !above {
			out.WriteString(l)
			continue
		}
		from := 0
		for _, i := range at {
			out.WriteString(strings.TrimRight(l[from:i], " "))
			out.WriteByte('\n')
			from = i
		}
		out.WriteString(l[from:])
		parted += len(at)
	}
	if parted == 0 {
		return text, nil
	}
	return out.String(), []model.Finding{phrase.Finding(model.FindJoinedParagraph, model.Warning, model.Span{}, phrase.NoLineEnds.Of(parted))}
}

// sectionAbovePoint reports whether a line has the title of a first section and the point below it:
// "… «Выдача справок» 1. Общие положения 1. Государственная услуга …".
func sectionAbovePoint(l string) bool {
	i := firstSection(l)
	if i < 0 {
		return false
	}
	title, _, ok := strings.Cut(strings.TrimPrefix(l[i:], "1. "), " 1. ")
	if !ok {
		return false
	}
	if strings.HasPrefix(l[i:], "1-") && strings.Count(title, ".") == 1 {
		return true // "1-тарау. Жалпы ережелер": the full stop is that of the number
	}
	return !strings.ContainsAny(title, ".;:")
}

// firstSection returns where the title of a first section may begin in a line, -1 for nowhere:
// "1. Общие положения", "1-тарау. Жалпы ережелер".
func firstSection(l string) int {
	for i := 0; ; i++ {
		k := strings.IndexByte(l[i:], '1')
		if k < 0 {
			return -1
		}
		i += k
		switch rest := l[i+1:]; {
		case strings.HasPrefix(rest, ". ") && opensPoint(l[i:]):
			return i
		case strings.HasPrefix(rest, "-") && lang.HasStem(rest[1:], lang.For(model.Kazakh).SectionWords):
			return i
		}
	}
}

// beginning is what a paragraph begins with behind the end of another.
var beginning = sync.OnceValue(func() *regexp.Regexp {
	notes, positions := anyOf(lang.NoteLabels), anyOf(lang.Positions)
	var badges []string
	for _, s := range lang.StatusWords {
		badges = append(badges, regexp.QuoteMeta(s.Text))
	}
	ru, kk := lang.For(model.Russian), lang.For(model.Kazakh)
	return regexp.MustCompile(
		`[.;:,] (\d{1,3}(?:-\d{1,2})?\)) ` + // "…; 2) басшы …"
			`|[.;:)"»\p{Ll}] (\d{1,3}(?:-\d{1,2})?\. )[\p{Lu}"«]` + // "… енгізіледі. 3. Бақылау …", "… ережелер 1. Қызмет …"
			`|[.;] (\p{Lu}[^.;:]{3,200}:)(?: (\d-\p{Ll}[^.;:]{3,50}:))? (1\) )` + // "… минут. Рұқсатты ұзарту: 1-кезең: 1) …"
			`|[.;] (\d-\p{Ll}[^.;:]{3,50}:) (1\) )` +
			`|: (1\. )\d` + // "… ЕТЕДІ: 1. 2015 жылғы …"
			`|[\pL"»] (` + strings.Join(badges, "|") + `) (\p{Lu})` + // "… бекіту туралы Күшін жойған Үлгі облысы …"
			`|\. ((?:\p{Lu}\pL+ ){0,2}(?:\p{Ll}+ )?` + positions + ` (?:\pL+ ){0,3}(?:\p{Lu}\. ?){1,2}\p{Lu}\p{Ll}+) (\S)` + // "… енгізіледі. Облыс әкімі А. Үлгі …"
			`|[.)"»\pL] (` + notes + `\. )\p{Lu}` + // "… жойылды. Ескерту. Күші …"
			`|[.)"»\pL\d] ((?:"[^"]{3,400}"|«[^»]{3,400}») ` + kk.ServiceWords.Expression() + ` (?:` + strings.Join(kk.RegulationTitle, "|") + `)) (\d+[.-]|` + notes + `\. )` +
			`|[.)"»\pL\d] ((?:` + titled(ru.RegulationTitle[0]) + `|` + titled(ru.StandardStem) + `) ` + ru.ServiceWords.Expression() + ` ["«])` +
			`|[.)"»\pL\d] (` + titled(ru.ApprovedStem) + `\pL{0,3} \p{Ll}+ \p{Ll}+ )` + // "Утвержден постановлением акимата …"
			`|[.)"»\pL\d] (` + titled(ru.AnnexMark[0]) + ` (?:\d+ )?к )`) // "Приложение 1 к регламенту …"
})

// anyOf is a regular expression of words that are one of the phrases.
func anyOf(phrases []lang.Phrase) string {
	words := make([]string, len(phrases))
	for i, p := range phrases {
		words[i] = strings.ReplaceAll(regexp.QuoteMeta(string(p)), `\*`, `\pL*`)
	}
	return `(?i:` + strings.Join(words, "|") + `)`
}

// titled is a word with a capital.
func titled(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}
