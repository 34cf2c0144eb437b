package source

import (
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// joinSpelled joins the letters of a verb of adoption, or of a word for an act, that is set with
// blanks between them: "районный маслихат Р Е Ш И Л:", "Ш Е Ш І М  Е Т Т І".
func (p *paragraph) joinSpelled() {
	if !p.look.Spelled {
		return
	}
	const least = 4 // letters of such a word
	var edits []edit
	for at := 0; at < len(p.text); {
		letters, end := spelledAt(p.text[at:])
		if len(letters) >= least {
			if word, ok := lang.Spelled(string(letters)); ok {
				edits = append(edits, edit{at, at + end, word})
			}
		}
		at += max(end, 1)
	}
	if len(edits) == 0 {
		return
	}
	was := p.text[edits[0].start:edits[0].end]
	put := p.edit(edits)
	p.marks = append(p.marks, mark{put[0][0], put[len(put)-1][1], model.FindJoinedLetters, model.Info, phrase.SpacedLetters.Of(was)})
}

// spelledAt returns the letters that a text begins with, each alone between blanks, and where they
// end; without any, where the next word begins.
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
	if len(letters) == 0 {
		for end < len(s) && s[end] != ' ' {
			end++
		}
		end = min(end+1, len(s))
	}
	return letters, end
}
