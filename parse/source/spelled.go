package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// joinSpelled joins the letters of a verb of adoption, or of a word for an act, that is set with
// blanks between them: "районный маслихат Р Е Ш И Л:", "Ш Е Ш І М  Е Т Т І".
func (p *paragraph) joinSpelled() {
	const least = 4 // letters of such a word
	var edits []edit
	for at := 0; at < len(p.text); {
		if s := p.text[at:]; len(s) > 6 && s[2] == ' ' && s[5] == ' ' { // two letters of two bytes
			if letters, end := spelledAt(s); len(letters) >= least {
				if word, ok := lang.Spelled(string(letters)); ok {
					edits = append(edits, edit{at, at + end, word})
				}
				at += end
				continue
			}
		}
		blank := strings.IndexByte(p.text[at:], ' ')
		if blank < 0 {
			break
		}
		at += blank + 1
	}
	if len(edits) == 0 {
		return
	}
	was := p.text[edits[0].start:edits[0].end]
	put := p.edit(edits)
	p.marks = append(p.marks, mark{put[0][0], put[len(put)-1][1], model.FindJoinedLetters, model.Info, phrase.SpacedLetters.Of(was)})
}

// spelledAt returns the letters that a text begins with, each alone between blanks, and where they
// end.
func spelledAt(s string) (letters []rune, end int) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		after, _ := utf8.DecodeRuneInString(s[i+n:])
		if !unicode.IsUpper(r) || i+n < len(s) && (unicode.IsLetter(after) || after == '.') {
			break
		}
		letters, end = append(letters, r), i+n
		if after != ' ' {
			return letters, end
		}
		i = end + 1
	}
	return letters, end
}
