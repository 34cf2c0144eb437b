package sentence

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"reglament/model"
	"reglament/parse/lang"
)

// Marked returns where the text behind one of the markers begins, blanks before it aside,
// or -1 where none stands at i.
func (t *Text) Marked(i int, markers []string) int {
	i = t.SkipBlank(i, len(t.Low))
	for _, m := range markers {
		if strings.HasPrefix(t.Low[i:], m) {
			return i + len(m)
		}
	}
	return -1
}

// LongestBracket is the longest bracket that introduces a short name, in bytes.
const LongestBracket = 1000

// subjectHeadFinal reads the Kazakh subject. The noun that names it is the last word of
// its phrase: "шетелдік жұмыс күшін тартуға рұқсат беру жөніндегі комиссия".
func (t *Text) subjectHeadFinal(ws []Word, nominal bool) *Actor {
	if !nominal {
		if a := t.nounPhrase(ws, false, lang.Nominative); a != nil {
			return a
		}
		return t.nounPhrase(ws, false, lang.Instrumental)
	}
	// A nominalised sentence begins with who acts, in whatever case:
	// "берушінің … тексеруі", "алушымен … алу", "алушы … таңдау".
	// A finite verb has no subject in the genitive: "корпорацияның ЭЦҚ-мен
	// куәландырылған … енгізеді" says whose signature it is, "соманы алушының шотына
	// аударады – 3 күн" whose account.
	cases := []lang.Case{lang.Nominative, lang.Instrumental}
	if !t.endsFinite(t.mainEnd(ws)) {
		cases = append(cases, lang.Genitive)
	}
	if a := t.nounPhrase(ws, true, cases...); a != nil {
		return a
	}
	return t.system(ws)
}

func (t *Text) endsFinite(ws []Word) bool { return len(ws) > 0 && t.Finite(ws[len(ws)-1]) }

// beforeTerm returns the words before the term that ends a sentence: "… аударады | – 3 күн".
func (t *Text) beforeTerm(ws []Word) []Word {
	ds := t.Durations(ws)
	if n := len(ds); n > 0 && ws[len(ws)-1].End <= ds[n-1].Span[1] {
		return ws[:sort.Search(len(ws), func(k int) bool { return ws[k].Start >= ds[n-1].Span[0] })]
	}
	return ws
}

// mainEnd returns the words up to the end of a sentence's main clause, without the terms and
// brackets behind it: "алушының мәліметтерін енгізуі | (сенімхат болмаса, толтырылмайды) – 2 минут".
func (t *Text) mainEnd(ws []Word) []Word {
	for {
		n := len(ws)
		ws = t.beforeTerm(ws)
		for len(ws) > 0 && t.Bracketed(ws[0], ws[len(ws)-1]) {
			ws = ws[:len(ws)-1]
		}
		if len(ws) == n {
			return ws
		}
	}
}

// nounPhrase finds the first noun in one of the cases that can be the subject, and the
// words before it that belong to it. In a nominalised sentence only adverbs and a purpose
// ("қызмет көрсету үшін …", "порталда …") may come before it.
func (t *Text) nounPhrase(ws []Word, nominal bool, cases ...lang.Case) *Actor {
	start := 0 // a purpose or a reason before the subject moves it
	for i := 0; i < len(ws) && i-start <= maxSubject; i++ {
		if t.Tab.Purpose.Stem(t.Str(ws[i])) || t.Tab.Because.Stem(t.Str(ws[i])) {
			start = i + 1
			continue
		}
		if n := t.aside(ws, i); n > 0 {
			i += n - 1
			continue
		}
		c, ok := t.caseOf(ws[i], cases)
		if !ok {
			if t.Finite(ws[i]) {
				return nil
			}
			continue
		}
		last := i+1 == len(ws) || t.Apart(ws[i], ws[i+1])
		// The phrase goes on: "Мемлекеттік корпорация | қызметкері", "берушінің | кеңсе
		// қызметкері", "әкімі | аппаратының".
		if !last && (t.Tab.Linkers.Stem(t.Str(ws[i+1])) || t.Tab.DeskUnits.Stem(t.Str(ws[i+1])) || t.possessed(ws[i+1]) || (c == lang.Genitive || t.agent(t.Str(ws[i+1]))) && t.headAhead(ws, i+1)) {
			continue // or "ХҚКО | жинақтаушы секторының қызметкері"
		}
		if t.qualifies(ws, i, c) || t.quotedName(ws, i) {
			continue // "жетекші | маман", `"Білім бөлімі" | мемлекеттік мекемесінің маманы`
		}
		if nominal && c == lang.Genitive {
			if place := t.placeOf(ws, i); place > 0 {
				start = place + 1 // "алушының жеке кабинетіне | берушінің … жолдауы"
				continue
			}
		}
		if nominal && c == lang.Genitive && t.toAddress(ws, i) {
			continue // "алушының жеке кабинетіне | нәтижені жіберу"
		}
		if nominal && c == lang.Nominative && !last && t.possessor(ws[i+1]) {
			continue // "алушы мәліметтерінің дұрыстығын тексеру"
		}
		if nominal && c == lang.Genitive && t.byMeansOf(ws, i) {
			continue // "алушының ЭЦҚ-сымен | куәландырылған құжат"
		}
		if nominal && c == lang.Nominative && !last && t.Abbreviation(ws[i+1]) && (t.Tab.SystemWords.Stem(t.Str(ws[i+1])) || t.systemOf(ws, i)) {
			continue // "ХҚКО АЖ-да … тексеру", "ЭҮӨШ | АЖ-мен … қалыптастыру"
		}
		n := t.next(ws, i)
		by := t.by(ws, n)
		if n < len(ws) && (t.Tab.Postposition.Stem(t.Str(ws[n])) && !by || nominal && t.participle(t.Str(ws[n])) && !(c == lang.Genitive && t.doesItself(ws[n:]))) {
			continue // "алушы туралы деректер", "алушы ұсынған құжаттар"
		}
		if !nominal && c == lang.Nominative && !last && t.Tab.Hearings.Stem(t.Str(ws[i+1])) {
			continue // "құжаттарды комиссия | отырысына шығарады"
		}
		if !nominal && c == lang.Nominative && t.ownsObject(ws, i) {
			continue // "комиссия хаттамасын | хатшы ресімдейді"
		}
		if !nominal && c == lang.Nominative && t.didFor(ws, i) {
			continue // "алушы тапсырған құжаттарды | маман тіркейді"
		}
		if k := t.afterwards(ws, i); k > 0 {
			if a := t.nounPhrase(ws[k+1:], nominal, cases...); a != nil {
				return a // "басшы қол қойғаннан кейін | орындаушы тіркейді"
			}
		}
		to := i
		// "басшысы немесе ауылдық округ әкімі": the alternatives belong to the phrase.
		for to+1 < len(ws) && !t.Apart(ws[to], ws[to+1]) && t.Joins(ws, to+1) {
			next := t.alternative(ws, to+1, c)
			if next == 0 {
				break
			}
			to = next
		}
		to = t.listedWith(ws, to, c)
		if c == lang.Nominative && t.withOwner(ws, to) {
			continue // "қамқоршы мен баланың | жағдайларын тексереді"
		}
		if (nominal || c != lang.Nominative) && (t.because(ws, i) || t.about(ws, i) && !(c == lang.Genitive && t.ownAct(ws[i+1:]) > 0)) {
			continue
		}
		from := t.phraseStart(ws, start, i)
		if first := t.unparted(ws, start, from); !nominal && c == lang.Nominative && !by && from > first && t.attributes(ws[first:from+1]) {
			from = first // "аудандық білім | бөлімінің әдіскері"
		} else if !nominal && c == lang.Nominative && !by && t.possessed(ws[from]) {
			from = t.ownerStart(ws, first, from)
		}
		own := false
		if nominal && c == lang.Genitive && from > start {
			act := t.ownAct(ws[i+1:])
			own = act > 0 && !slices.ContainsFunc(ws[i+1:i+1+act], t.ownsNot)
		}
		if own {
			from = t.behindObject(ws, start, from)
		}
		noun := from // behind the name in quotation marks
		from = t.quotedStart(ws, start, from)
		if nominal && c != lang.Instrumental && from > start && !t.adverbs(ws[start:from]) && !t.object(ws[from-1], own) {
			return nil // "… пароль арқылы тіркелген көрсетілетін қызметті алушының мәліметтері"
		}
		if c == lang.Instrumental && nominal && t.aims(ws[i+1:]) {
			return nil // "берушімен сұранысты өңдеу үшін … жолдау" does not say who sends
		}
		return t.withName(t.phrase(ws, noun, t.apposition(ws, to)), ws[from].Start)
	}
	return nil
}

// ownerStart returns the first word of what a noun that is possessed, at i, belongs to, behind an
// object or what stands with a postposition: "өтінішті | қаржы | бөлімінің маманы", "портал арқылы |
// тұрғын үй | бөлімінің маманы".
func (t *Text) ownerStart(ws []Word, from, i int) int {
	for k := from + 1; k < i; k++ {
		if s := t.Str(ws[k-1]); (lang.EndsIn(s, t.Tab.ObjectEndings) || t.Tab.Postposition.Stem(s)) && t.attributes(ws[k:i+1]) {
			return k
		}
	}
	return i
}

// quotedName reports whether the noun at i ends a name in quotation marks, of a body that the phrase
// goes on to say: `"Білім бөлімі" | мемлекеттік мекемесінің маманы`.
func (t *Text) quotedName(ws []Word, i int) bool {
	return t.closesQuote(ws, i) && t.headAhead(ws, i+1)
}

// closesQuote reports whether a quotation ends with the word at i, and others follow.
func (t *Text) closesQuote(ws []Word, i int) bool {
	if i+1 >= len(ws) {
		return false
	}
	between := t.Canonical[ws[i].End:ws[i+1].Start]
	rest := strings.TrimLeft(between, lang.TitleClosings)
	return rest != between && strings.Trim(rest, " ") == ""
}

// quotedStart returns the first word of the name in quotation marks that the phrase which begins at i
// goes on, or i: `| "Азаматтарға арналған үкімет" мемлекеттік корпорациясының | қызметкері`.
func (t *Text) quotedStart(ws []Word, from, i int) int {
	const most = 12 // words of a name
	if i == from || !t.closesQuote(ws, i-1) {
		return i
	}
	for k := i - 1; k >= from && i-k <= most; k-- {
		if before := t.Canonical[:ws[k].Start]; strings.TrimRight(before, lang.TitleOpenings) != before {
			return k
		}
	}
	return i
}

// withName lets the phrase of an actor begin with the name in quotation marks that stands before it.
func (t *Text) withName(a *Actor, from int) *Actor {
	if from < a.Span[0] {
		a.Span[0] = len(strings.TrimRight(t.Canonical[:from], lang.TitleOpenings))
	}
	return a
}

// ownsObject reports whether the noun at i only owns what the one behind its object acts upon:
// "комиссия хаттамасын | хатшы ресімдейді", but not "маман өтінішін | комиссия қарауына шығарады".
func (t *Text) ownsObject(ws []Word, i int) bool {
	owned := func(k int) bool {
		return k < len(ws) && !t.Apart(ws[k-1], ws[k]) && lang.EndsIn(t.Str(ws[k]), t.Tab.Owned) && !t.modifier(ws[k])
	}
	if t.possessed(ws[i]) || !owned(i+1) {
		return false
	}
	for k := i + 2; k+1 < len(ws) && !t.Apart(ws[k-1], ws[k]); k++ {
		if t.IsHead(ws[k], lang.Nominative) && !t.possessed(ws[k+1]) {
			return !owned(k+1) && !t.Joins(ws, k+1)
		}
		if !t.modifier(ws[k]) && !t.anyHead(ws[k]) {
			break
		}
	}
	return false
}

// placeOf returns the place where, or to which, another does something, if that is all that
// the noun in the genitive at i owns; else 0.
func (t *Text) placeOf(ws []Word, i int) int {
	const near, phrase = 3, 5 // words up to the place, and of who acts
	for k := i + 1; k < len(ws) && k <= i+near && !t.Apart(ws[k-1], ws[k]); k++ {
		if !lang.EndsIn(t.Str(ws[k]), t.Tab.Places) {
			continue
		}
		for n := k + 1; n < min(len(ws), k+1+phrase); n++ {
			if t.IsHead(ws[n], lang.Genitive) && !t.byMeansOf(ws, n) {
				return k
			}
		}
	}
	return 0
}

// toAddress reports whether the noun in the genitive at i only owns where something is sent, and
// nothing behind it is its own act: "алушының жеке кабинетіне | нәтижені жіберу", but not "алушының
// жеке кабинетінде | нәтижені алуы".
func (t *Text) toAddress(ws []Word, i int) bool {
	const near = 3 // words up to the address
	for k := i + 1; k < len(ws) && k <= i+near && !t.Apart(ws[k-1], ws[k]); k++ {
		if !t.Tab.Addresses.Stem(t.Str(ws[k])) || !lang.EndsIn(t.Str(ws[k]), t.Tab.Places) {
			continue
		}
		act := t.ownAct(ws[k+1:])
		return act == 0 || act > 1 && lang.EndsIn(t.Str(ws[k+act-1]), t.Tab.Declensions[0].Cases[lang.Genitive]) // "нәтиженің жолдануы"
	}
	return false
}

// systemOf reports whether the word at i names, in short, whose system is named in short behind
// it: "ЭҮӨШ | АЖ-ға".
func (t *Text) systemOf(ws []Word, i int) bool {
	return t.Abbreviation(ws[i]) && t.anyHead(ws[i]) && t.Abbreviation(ws[i+1]) && t.anyHead(ws[i+1])
}

// byMeansOf reports whether the noun in the genitive at i only owns what somebody did something
// with: "берушінің ЭЦҚ-сымен қол қойылған | анықтаманы".
func (t *Text) byMeansOf(ws []Word, i int) bool {
	const near = 2 // words of the participle: "қол қойылған"
	if i+1 == len(ws) || !lang.EndsIn(t.Str(ws[i+1]), t.Tab.Means) {
		return false
	}
	return slices.ContainsFunc(ws[i+2:min(len(ws), i+2+near)], func(w Word) bool { return lang.EndsIn(t.Str(w), t.Tab.Passives) })
}

// ownsNot reports whether a word between a noun in the genitive and an act tells that the act
// is another's: another in the genitive, or the noun's own place: "тұлғалардың деректер
// | қорына | сұрау жолдауы".
func (t *Text) ownsNot(w Word) bool {
	return t.IsHead(w, lang.Genitive) || lang.EndsIn(t.Str(w), t.Tab.Places)
}

// object reports whether a word is what is acted upon: "өтінішті | басшының қарауы", also to
// whom or what, before whose own act it is: "бұйрыққа | басшының қол қоюы".
func (t *Text) object(w Word, own bool) bool {
	return lang.EndsIn(t.Str(w), t.Tab.Accusatives) || own && lang.EndsIn(t.Str(w), t.Tab.Recipients)
}

// behindObject returns the first word of the phrase of a noun in the genitive that is known
// to begin at or before i, behind an object: "бұйрыққа | мектеп директорының қол қоюы".
func (t *Text) behindObject(ws []Word, start, i int) int {
	for k := start; k < i; k++ {
		if (k == start || t.object(ws[k-1], true)) && t.attributes(ws[k:i+1]) {
			return k
		}
	}
	return i
}

// qualifies reports whether the noun at i only tells more of the one behind it: "жетекші |
// маман", "жергілікті атқарушы | органның басшысы".
func (t *Text) qualifies(ws []Word, i int, c lang.Case) bool {
	if i+1 == len(ws) || t.Apart(ws[i], ws[i+1]) {
		return false
	}
	return t.Tab.Grades.Stem(t.Str(ws[i])) && t.IsHead(ws[i+1], c) || t.MatchAny(ws, i, &t.Tab.Bodies) > 1
}

// didFor reports whether the noun at i only did what made the thing that somebody else,
// named behind it, acts upon: "алушы тапсырған құжаттарды | маман", "басшы қол қойған хатты | кеңсе".
func (t *Text) didFor(ws []Word, i int) bool {
	k := t.did(ws, i)
	if k == 0 {
		return false
	}
	for _, w := range ws[k+1:] {
		if t.Finite(w) {
			return false
		}
		if t.IsHead(w, lang.Nominative) {
			return true
		}
	}
	return false
}

// did returns the participle behind the noun at i that tells what he did: "алушы | тапсырған",
// "басшы қол | қойған"; 0 for none.
func (t *Text) did(ws []Word, i int) int {
	k := i + 1
	if k+1 < len(ws) && !t.Apart(ws[i], ws[k]) && !lang.EndsIn(t.Str(ws[k]), t.Tab.ObjectEndings) && !t.anyHead(ws[k]) && t.participle(t.Str(ws[k+1])) {
		k++
	}
	if k == len(ws) || t.Apart(ws[k-1], ws[k]) || !t.participle(t.Str(ws[k])) || lang.EndsIn(t.Str(ws[k]), t.Tab.Passives) {
		return 0
	}
	return k
}

// listedWith returns the last of several who act together, commas between them and an "and"
// before the last, or i: "психолог | , логопед және дәрігер".
func (t *Text) listedWith(ws []Word, i int, c lang.Case) int {
	last := i
	for last+1 < len(ws) && strings.TrimSpace(t.Low[ws[last].End:ws[last+1].Start]) == "," {
		next := t.alternative(ws, last, c)
		if next == 0 {
			break
		}
		last = next
	}
	if last > i && t.Tab.Deputy.Stem(t.Str(ws[i+1])) {
		return last // "басшы | , оның орынбасары"
	}
	if last == i || last+1 == len(ws) || t.Apart(ws[last], ws[last+1]) || !t.Joins(ws, last+1) {
		return i
	}
	if next := t.alternative(ws, last+1, c); next > 0 {
		return next
	}
	return i
}

// withOwner reports whether the noun at i owns something together with another, which alone
// stands in the genitive: "қамқоршы | мен баланың".
func (t *Text) withOwner(ws []Word, i int) bool {
	return i+2 < len(ws) && !t.Apart(ws[i], ws[i+1]) && t.Joins(ws, i+1) && !t.anyHead(ws[i+2]) &&
		lang.EndsIn(t.Str(ws[i+2]), t.Tab.Declensions[0].Cases[lang.Genitive])
}

// Joins reports whether the word at i joins two who act: "және", "немесе", "мен".
func (t *Text) Joins(ws []Word, i int) bool {
	return t.MatchAny(ws, i, &t.Tab.Or) > 0 || t.Tab.With.Stem(t.Str(ws[i]))
}

// afterwards returns the word that ends a clause which tells what the noun at i did before:
// "басшы | қол қойғаннан кейін"; 0 for none.
func (t *Text) afterwards(ws []Word, i int) int {
	const reach = 6
	for k := i + 2; k < len(ws) && k <= i+reach && !t.Apart(ws[k-1], ws[k]); k++ {
		if t.Tab.After.Stem(t.Str(ws[k])) && lang.EndsIn(t.Str(ws[k-1]), t.Tab.Done) {
			return k
		}
	}
	return 0
}

// unparted returns the first word, at or behind from, that no mark parts from the one at i:
// "анықтамаға қол қою – | мұрағат директоры".
func (t *Text) unparted(ws []Word, from, i int) int {
	for i > from && !t.Apart(ws[i-1], ws[i]) {
		i--
	}
	return i
}

// attributes reports whether all words but the last can only qualify it: a few, no mark
// between them, none in a case that objects and adverbs have.
func (t *Text) attributes(ws []Word) bool {
	const most = 7
	if len(ws) > most {
		return false
	}
	for i, w := range ws[:len(ws)-1] {
		s := t.Str(w)
		if i > 0 && t.Tab.And.Stem(s) {
			continue // "сәулет және қала құрылысы бөлімі"
		}
		if t.ground(ws, i) {
			return false
		}
		if t.placeName(ws, i) {
			continue
		}
		if (t.modifier(w) || t.IsHead(w, lang.Genitive)) && !t.Apart(w, ws[i+1]) {
			continue // "көрсетілетін қызметті берушінің | қаржы бөлімі"
		}
		if t.Apart(w, ws[i+1]) || t.Finite(w) || s[0] >= '0' && s[0] <= '9' || t.participle(s) {
			return false
		}
		if lang.EndsIn(s, t.Tab.ObjectEndings) || t.Tab.Within.Stem(s) || t.Tab.Or.Stem(s) || t.Tab.Postposition.Stem(s) {
			return false
		}
	}
	return true
}

// ground reports whether the word at i ends the ground on which somebody acts: "басшының
// тапсырмасы бойынша | маман", but "субсидиялар бойынша маман" is one of them.
func (t *Text) ground(ws []Word, i int) bool {
	return i > 0 && t.Tab.WholeClause.Stem(t.Str(ws[i])) && t.Tab.Grounds.Stem(t.Str(ws[i-1]))
}

// next returns the index of the word after i, brackets aside: "шлюзі (бұдан әрі – ЭҮШ) арқылы".
func (t *Text) next(ws []Word, i int) int {
	n := i + 1
	if n < len(ws) && strings.HasPrefix(strings.TrimLeft(t.Low[ws[i].End:ws[n].Start], " "), "(") {
		for n < len(ws) && !strings.Contains(t.Low[ws[n-1].End:ws[n].Start], ")") {
			n++
		}
	}
	return n
}

// headAhead reports whether the possessor at i-1 is followed by the noun it possesses,
// adjectives between them aside: "берушінің | жауапты орындаушысы".
func (t *Text) headAhead(ws []Word, i int) bool {
	for ; i < len(ws) && !t.Apart(ws[i-1], ws[i]); i++ {
		if t.partOf(ws, i) {
			// "алушының | корпорация операторы арқылы нәтижені алуы"
			return i+1 == len(ws) || !t.Tab.Postposition.Stem(t.Str(ws[i+1]))
		}
		if !t.modifier(ws[i]) && !t.anyHead(ws[i]) {
			return false
		}
	}
	return false
}

// partOf reports whether the noun at i is possessed by the one before it and goes on its
// phrase: "корпорация қызметкері", not "орындаушы комиссия шешімінің негізінде".
func (t *Text) partOf(ws []Word, i int) bool {
	s := t.Str(ws[i])
	for _, n := range t.Tab.Nouns(s) {
		if rest, ok := strings.CutPrefix(s, n.Stem); ok && lang.HasStem(rest, t.Tab.Possessed) && (t.IsHead(ws[i], lang.Nominative) || t.IsHead(ws[i], lang.Genitive) || t.IsHead(ws[i], lang.Instrumental)) {
			return true
		}
	}
	return false
}

// possessed reports whether a word is an actor's noun that the one before it possesses,
// in any case: "корпорация операторын".
func (t *Text) possessed(w Word) bool {
	s := t.Str(w)
	for _, n := range t.Tab.Nouns(s) {
		if rest, ok := strings.CutPrefix(s, n.Stem); ok && lang.HasStem(rest, t.Tab.Possessed) {
			return true
		}
	}
	return false
}

// possessor reports whether a word is a noun, itself possessed, that possesses the next:
// "мәліметтерінің", "мәліметтеріндегі".
func (t *Text) possessor(w Word) bool {
	return lang.EndsIn(t.Str(w), t.Tab.Possessors)
}

// participle: "ұсынған", "көрсеткен".
func (t *Text) participle(s string) bool {
	return lang.EndsIn(s, t.Tab.Participles)
}

// aims reports whether the next words are a clause of purpose.
func (t *Text) aims(ws []Word) bool {
	const reach = 5
	return slices.ContainsFunc(ws[:min(reach, len(ws))], func(w Word) bool { return t.Tab.Purpose.Stem(t.Str(w)) })
}

// alternative returns the index of the noun that ends "немесе … әкімі" from i on, 0 for none.
func (t *Text) alternative(ws []Word, i int, c lang.Case) int {
	const most = 10
	known := true // all words before the noun are such as those phrases have
	for k := i + 1; k < len(ws) && k <= i+most; k++ {
		if t.Finite(ws[k]) || t.parted(ws[k-1], ws[k]) && k > i+1 {
			return 0
		}
		if t.IsHead(ws[k], c) {
			if !known && !t.attributes(ws[i+1:k+1]) {
				return 0 // but "заңгер мен | жер қатынастары бөлімінің маманы"
			}
			if k+1 < len(ws) && (t.partOf(ws, k+1) || t.Tab.Linkers.Stem(t.Str(ws[k+1])) || t.standsIn(ws, k) || t.qualifies(ws, k, c)) {
				continue
			}
			return k
		}
		if !t.modifier(ws[k]) && !t.anyHead(ws[k]) && !t.Tab.Deputy.Stem(t.Str(ws[k])) {
			if known = false; lang.EndsIn(t.Str(ws[k]), t.Tab.ObjectEndings) {
				return 0
			}
		}
	}
	return 0
}

// standsIn reports whether the word at i tells of the noun behind it whose duties it does:
// "оның міндетін атқарушы | адам".
func (t *Text) standsIn(ws []Word, i int) bool {
	return t.Tab.Deputy.Stem(t.Str(ws[i])) && !t.Apart(ws[i], ws[i+1]) && t.IsHead(ws[i+1], lang.Nominative)
}

// because reports whether the noun at i only belongs to a cause, whatever the clause ends
// in: "алушының деректерінде … болуына байланысты … хабарламаны қалыптастыруы".
func (t *Text) because(ws []Word, i int) bool {
	return slices.ContainsFunc(ws[i+1:], func(w Word) bool { return t.Tab.Because.Stem(t.Str(w)) })
}

// about reports whether the noun at i only qualifies the one behind it: "алушының деректері
// туралы".
func (t *Text) about(ws []Word, i int) bool {
	return i+2 < len(ws) && t.Tab.Postposition.Stem(t.Str(ws[i+2])) && !t.byWay(ws[i+1])
}

// byWay reports whether a word names a body and nobody whose it is: "алушының | портал | арқылы
// … енгізу процесі".
func (t *Text) byWay(w Word) bool {
	return t.IsHead(w, lang.Nominative) && !t.possessed(w) && !t.Abbreviation(w)
}

// phraseStart walks back from the noun over the words that belong to it.
func (t *Text) phraseStart(ws []Word, from, head int) int {
	i := head
	for i > from {
		prev := ws[i-1]
		if t.parted(prev, ws[i]) {
			break
		}
		s := t.Str(prev)
		if t.ground(ws, i-1) {
			break
		}
		if t.Tab.WholeClause.Stem(s) {
			return from
		}
		linked := t.IsHead(prev, lang.Genitive) || t.anyHead(prev) && (t.partOf(ws, i) || t.Tab.Linkers.Stem(t.Str(ws[i])))
		if t.modifier(prev) || t.Agrees(prev) || linked || t.MatchAny(ws, i-1, &t.Tab.Or) > 0 && i-1 > from {
			i--
			continue
		}
		if t.systemOf(ws, i-1) || t.placeName(ws, i-1) {
			i-- // "ЭҮӨШ | АЖ-мен"
			continue
		}
		n := min(longestEpithet, i-from)
		for n > 1 && t.MatchAny(ws, i-n, &t.Tab.Epithets) != n {
			n--
		}
		if n < 2 {
			n = t.purposeOf(ws, from, i)
		}
		if n == 0 {
			break
		}
		i -= n
	}
	return i
}

// purposeOf returns how many words before the unit at i name what it does: "есепке алу |
// бөлімінің басшысы", "азаматтарды қабылдау | секторы"; 0 for none. An object belongs to it
// only where nothing stands before that.
func (t *Text) purposeOf(ws []Word, from, i int) int {
	if i == from || !lang.EndsIn(t.Str(ws[i-1]), t.Tab.BareNouns) || t.Role(ws[i:i+1]) != model.RoleUnit {
		return 0
	}
	if k := i - 2; k >= from && lang.EndsIn(t.Str(ws[k]), t.Tab.ObjectEndings) && !t.Apart(ws[k], ws[k+1]) && (k == from || t.Apart(ws[k-1], ws[k])) {
		return 2
	}
	return 1
}

// longestEpithet is how many words the longest phrase of Epithets has.
const longestEpithet = 3

// placeName reports whether the word at i is the name of the place that the next one is, or a part
// of it: "| Астана | қаласының әкімі", "| Солтүстік | Қазақстан | облысының әкімдігі".
func (t *Text) placeName(ws []Word, i int) bool {
	for k := i; k+1 < len(ws) && !t.Apart(ws[k], ws[k+1]); k++ {
		if r, _ := utf8.DecodeRuneInString(t.Canonical[ws[k].Start:]); !unicode.IsUpper(r) || t.modifier(ws[k]) {
			return false
		}
		if t.Tab.PlaceWords.Stem(t.Str(ws[k+1])) {
			return true
		}
	}
	return false
}

// doesItself reports whether a clause behind a noun in the genitive is that noun's act, though
// it begins with a participle: "берушінің | ұсынылған құжаттардың сәйкестігін тексеруі".
func (t *Text) doesItself(ws []Word) bool {
	return lang.EndsIn(t.Str(ws[0]), t.Tab.Passives) && t.ownAct(ws) > 0
}

// ownAct returns how many words a clause behind a noun in the genitive has up to the verbal
// noun that is its act, 0 for none: "алушының | ЭЦҚ арқылы сұрау салуды куәландыруы".
func (t *Text) ownAct(ws []Word) int {
	for i, w := range ws {
		if s := t.Str(w); lang.EndsIn(s, t.Tab.OwnedNouns) && (i+1 == len(ws) || t.Apart(w, ws[i+1])) {
			return i + 1
		}
	}
	return 0
}

// by reports whether the word at n tells that what is named before it acts: "кеңсе |
// тарапынан тіркеледі", but not "алушы тарапынан ұсынылған құжаттар".
func (t *Text) by(ws []Word, n int) bool {
	return n+1 < len(ws) && t.Tab.By.Stem(t.Str(ws[n])) && !t.participle(t.Str(ws[n+1]))
}

// aside returns how many words from i on a bracket holds that says again what stands before
// it: "комиссияға | (бұдан әрі – ВАК) енгізеді", "құжатты | (алушының сұранысын) тіркеу".
func (t *Text) aside(ws []Word, i int) int {
	if i == 0 || t.Low[ws[i].Start-1] != '(' {
		return 0
	}
	if n := t.next(ws, i-1); t.Marked(ws[i].Start, t.Tab.DefinitionMarkers) >= 0 || lang.EndsIn(t.Str(ws[n-1]), t.Tab.Owned) {
		return n - i
	}
	return 0
}
