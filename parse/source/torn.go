package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// joinTorn takes the blanks out of words that an editor set behind each letter that only Kazakh has:
// "мемлекеттік қ ызметтерді кө рсету қ ағ идалары". Most of these letters end no word. Behind қ and ң a
// blank is taken out where what stands before or behind it is no word; of the first other one
// the user is told.
func joinTorn(ps []paragraph) []model.Finding {
	const (
		several = 10 // blanks, of a damaged text
		share   = 2  // part of all such letters
	)
	torn, all := 0, 0
	for _, p := range ps {
		torn += tornIn(p.text)
	}
	if torn < several {
		return nil
	}
	for _, p := range ps {
		eachKazakh(p.text, func(start, end int) {
			if lang.EndsNoWord(lastRune(p.text[start:end])) {
				all++
			}
		})
	}
	if torn*share < all {
		return nil
	}
	joined, doubt := 0, ""
	for i := range ps {
		n, first := ps[i].joinTorn()
		if joined += n; doubt == "" {
			doubt = first
		}
	}
	found := []model.Finding{phrase.Finding(model.FindJoinedLetters, model.Info, model.Span{}, phrase.LettersJoined.Of(joined))}
	if doubt != "" {
		found = append(found, phrase.Finding(model.FindDisplacedWords, model.Warning, model.Span{}, phrase.HalvesApart.Of(doubt)))
	}
	return found
}

// tornIn returns how many blanks stand behind letters that end no word, before other letters than
// those: letters that stand beside one another are displaced.
func tornIn(s string) int {
	n := 0
	for at := 0; ; at++ {
		k := strings.IndexByte(s[at:], ' ')
		if k < 0 {
			return n
		}
		at += k
		if rest := s[at+1:]; lang.EndsNoWord(lastRune(s[:at])) && startsLower(rest) && !lang.OwnFont(firstRune(rest)) {
			n++
		}
	}
}

// joinTorn joins the words of a paragraph. It returns how many blanks it took out, and the first
// two parts that may be one word.
func (p *paragraph) joinTorn() (joined int, doubt string) {
	const longest = 80 // bytes of a word
	var edits []edit
	before := ""     // the word so far, in lower case, without the blanks taken out
	from, at := 0, 0 // where it stands
	eachWord(p.text, func(start, end int) {
		word := p.text[start:end]
		last, first := lastRune(before), firstRune(word)
		if start == at+1 && p.text[at] == ' ' && at > 0 && len(before) < longest && lang.OwnFont(last) && (!unicode.IsUpper(first) || unicode.IsUpper(lastRune(p.text[:at]))) {
			rest := lang.Lower(word)
			numbers := strings.HasPrefix(p.text[end:], ")") // "… жоқ а) өтініш"
			switch {
			case lang.EndsNoWord(last), !strings.ContainsFunc(before, lang.IsVowel), !numbers && lang.IsNoWord(rest), lang.KnownAcross(before, rest):
				edits = append(edits, edit{at, start, ""})
				before, at = before+rest, end
				return
			case lang.EndsWord(last) && !numbers && doubt == "":
				doubt = p.text[from:end]
			}
		}
		before, from, at = lang.Lower(word), start, end
	})
	if len(edits) > 0 {
		p.edit(edits)
	}
	return len(edits), doubt
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
