package workflow

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
)

var (
	brackets    = regexp.MustCompile(`\s*\([^()]*\)`)
	sentenceEnd = regexp.MustCompile(`[.;]\s+\p{Lu}`)
	loosePoint  = regexp.MustCompile(`\s+([,.;:])`)
)

// stepName is the short name of a step: what is done, without who does it, in how long
// and with what result, all of which stand elsewhere in the definition.
func stepName(s *model.Step, w *words) string {
	t := w.label.ReplaceAllString(s.Text, "")
	for _, d := range s.Durations {
		if d.Text != "" {
			t = strings.Replace(t, d.Text, "\x00", 1)
		}
	}
	t = dropBrackets(t)
	t = w.limit.ReplaceAllString(t, " $1")
	if i := sentenceEnd.FindStringIndex(t); i != nil {
		t = t[:i[0]]
	}
	t = w.result.ReplaceAllString(t, "")
	for _, c := range s.Conditions {
		if rest := strings.Replace(t, c, "", 1); len(strings.TrimSpace(rest)) > 10 {
			t = rest
		}
	}
	// "осы регламенттің 5-тармағымен көзделген көрсетілетін қызметті берушінің рәсімдері"
	// says whose procedures are meant, not who acts.
	call := slices.ContainsFunc(s.Refs, func(r model.Ref) bool { return r.To == model.RefRegulation })
	if rest := cutPhrase(t, string(s.Actor)); !call && len(strings.TrimSpace(rest)) > 10 {
		t = rest
	}
	name := shorten(tidy(w.short.Replace(t)), w)
	return firstOf(name, shorten(string(s.Label), w), shorten(string(s.Actor), w), string(s.N))
}

// dropBrackets removes what stands in brackets, and brackets without their other half; a
// duration in them, as \x00, stays.
func dropBrackets(t string) string {
	for brackets.MatchString(t) {
		t = brackets.ReplaceAllStringFunc(t, func(b string) string {
			if strings.Contains(b, "\x00") {
				return "\x00"
			}
			return ""
		})
	}
	return strings.NewReplacer("(", "", ")", "").Replace(t)
}

// shorten makes a text a name of at most MaxName characters: without leading adjuncts,
// then cut at the end of a clause or of a word.
func shorten(t string, w *words) string {
	for utf8.RuneCountInString(t) > MaxName {
		end := w.adjunctEnd(t)
		if end == 0 || utf8.RuneCountInString(t[end:]) < 12 {
			break
		}
		t = t[end:]
	}
	if w.finite != nil {
		return upperFirst(cutVerbLast(tidy(t), MaxName, w))
	}
	return upperFirst(cut(tidy(t), MaxName, w))
}

// cutVerbLast keeps the first clause and, of a longer one, its end: there stand the
// object and the verb ("…құжаттардың толықтығын тексереді").
func cutVerbLast(t string, n int, w *words) string {
	if utf8.RuneCountInString(t) <= n {
		return t
	}
	if i := w.finite.FindStringSubmatchIndex(t); i != nil {
		t = t[:i[3]] // the end of the verb
		if utf8.RuneCountInString(t) < n {
			return t + "…"
		}
	}
	words := strings.Fields(t)
	from, length := len(words), 0
	for from > 0 && length+1+utf8.RuneCountInString(words[from-1]) <= n {
		from--
		length += 1 + utf8.RuneCountInString(words[from])
	}
	for from < len(words)-1 && w.joints[strings.ToLower(words[from])] {
		from++
	}
	// "бас тарту" is one word in two.
	if from > 0 && from < len(words)-1 && w.refuses(words[from-1]+" "+words[from]) && !w.refuses(words[from]) {
		for from++; from < len(words)-1 && w.joints[strings.ToLower(words[from])]; from++ {
		}
	}
	if from == len(words) {
		return cut(t, n, w)
	}
	// The end of "хабарламаны немесе бас тарту туралы қолхатты рәсімдейді" tells of the
	// refusal alone.
	for i, tail := from-1, len(words)-2; i > 0 && tail > from; i-- {
		if w.beside[strings.ToLower(words[i])] && w.refuses(strings.Join(words[from:], " ")) {
			end := "… " + strings.Join(words[tail:], " ")
			return strings.TrimSuffix(cut(strings.Join(words[:i], " "), n+1-utf8.RuneCountInString(end), w), "…") + end
		}
	}
	return "…" + strings.Join(words[from:], " ")
}

// cut shortens a text to at most n characters, the ellipsis included. The end of a
// clause is preferred where it leaves more than half of the room used.
func cut(t string, n int, w *words) string {
	if utf8.RuneCountInString(t) <= n {
		return t
	}
	head := string([]rune(t)[:n-1])
	end := -1
	for _, i := range w.clause.FindAllStringIndex(head, -1) {
		if utf8.RuneCountInString(head[:i[0]]) > n*2/3 {
			end = i[0]
		}
	}
	if end < 0 {
		if end = strings.LastIndexByte(head, ' '); end < 0 {
			return head + "…"
		}
	}
	fields := strings.Fields(head[:end])
	for len(fields) > 1 && w.joints[strings.ToLower(fields[len(fields)-1])] {
		fields = fields[:len(fields)-1]
	}
	return strings.TrimRight(strings.Join(fields, " "), " ,.;:–—-\"«»“”") + "…"
}

// cutPhrase removes the first occurrence of a phrase that ends at the end of a word.
func cutPhrase(t, phrase string) string {
	if phrase == "" {
		return t
	}
	i := strings.Index(strings.ToLower(t), strings.ToLower(phrase))
	if i < 0 || len(strings.ToLower(t)) != len(t) {
		return t
	}
	j := i + len(phrase)
	if r, _ := utf8.DecodeRuneInString(t[j:]); unicode.IsLetter(r) {
		return t
	}
	return t[:i] + t[j:]
}

func tidy(t string) string {
	t = strings.Join(strings.Fields(t), " ")
	t = loosePoint.ReplaceAllString(t, "$1")
	return strings.Trim(t, " ,.;:–—-")
}

func upperFirst(t string) string {
	r, n := utf8.DecodeRuneInString(t)
	if n == 0 || r == utf8.RuneError {
		return t
	}
	return string(unicode.ToUpper(r)) + t[n:]
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return nothing
}

// nothing stands where there is nothing to say.
const nothing = "–"

// latin is the transliteration of file names and IDs: one way, for reading only.
var latin = strings.NewReplacer(
	"а", "a", "ә", "a", "б", "b", "в", "v", "г", "g", "ғ", "g", "д", "d", "е", "e", "ё", "e", "ж", "zh", "з", "z",
	"и", "i", "й", "i", "к", "k", "қ", "q", "л", "l", "м", "m", "н", "n", "ң", "n", "о", "o", "ө", "o", "п", "p",
	"р", "r", "с", "s", "т", "t", "у", "u", "ұ", "u", "ү", "u", "ф", "f", "х", "h", "һ", "h", "ц", "c", "ч", "ch",
	"ш", "sh", "щ", "sh", "ъ", "", "ы", "y", "і", "i", "ь", "", "э", "e", "ю", "iu", "я", "ia",
)

// slug turns a text into lower-case ASCII letters, digits and single hyphens.
func slug(t string) string {
	var b strings.Builder
	gap := false
	for _, r := range latin.Replace(strings.ToLower(t)) {
		if r < 'a' && (r < '0' || r > '9') || r > 'z' {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}

// slugUpTo is slug cut at a hyphen to at most n characters.
func slugUpTo(t string, n int) string {
	s := slug(t)
	if len(s) <= n {
		return s
	}
	if i := strings.LastIndexByte(s[:n+1], '-'); i > 0 {
		return s[:i]
	}
	return s[:n]
}
