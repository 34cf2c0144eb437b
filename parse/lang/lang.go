// Package lang is what reglament knows of Kazakh and Russian legal wording: tables, one
// home for each fact. A new role, verb, unit, section title or note wording is a line in
// a table here; the readers hold no wording of their own.
//
// Stems are lower case and match the beginning of a word, so that every case form is met:
// "корпорация" matches "корпорацияның", "корпорацияға". A stem ending in "$" is a whole
// word. A phrase is stems in a row, separated by blanks; … stands for a few words:
// "вносит … на подпись".
package lang

import (
	"slices"
	"strings"

	"reglament/model"
)

// Tables is the knowledge of one language that readers of regulations use.
type Tables struct {
	// HeadFinal: the head of a noun phrase stands last ("көрсетілетін қызметті
	// берушінің кеңсе қызметкері"), otherwise first ("сотрудник канцелярии услугодателя").
	HeadFinal bool

	// Headings of a regulation: the phrase that, with a quoted name, is its title.
	RegulationTitle []string
	// RegulationTitles are the same of several: "регламенты государственных услуг: "A"; "B"".
	RegulationTitles Phrases

	ServiceWords  Phrases  // between RegulationTitle and a name without quotation marks
	ServiceNamed  Phrases  // before the quoted name in the first point; in Kazakh ServiceWords stand behind it
	SectionTitles []string // how titles of sections begin or end
	SectionWords  []string // "тарау", "глава": words that carry a section's number
	AnnexMark     []string // the word of an annex mark: "қосымша", "приложение"
	AnnexStems    Phrases  // the same in any case
	NumberedStems []string // nouns that a hyphen joins to the figure before them: "2-қосымша"; none where it joins none
	AnnexOf       []string // what makes the mark one of a regulation's annex
	AnnexTitles   []string // titles of annexes whose mark was lost
	AccordingTo   string   // in a sentence that only mentions such a title
	AnnexLegends  []string // legends of schemes
	StampWords    Phrases  // words of approval stamps and annex marks of the act

	PointKinds   []PointKind
	SectionKinds []PointKind // what the steps under a heading that no table knows are, by the title of their section

	ResultMarkers     Phrases  // "нәтижесі – …" after a step
	TakesPart         Phrases  // ends a Kazakh sentence that names who takes part in a procedure: "… процесіне кеңсе, басшы | қатысады"
	TakenPart         Phrases  // in what, before who does
	Announcing        Phrases  // before the common name of those whom a list names: "мынадай қызметкерлер"
	InForm            Phrases  // what comes behind a result's name and before the result: "в виде"
	SeveralResults    Phrases  // of ResultMarkers, those in the plural
	Is                Phrases  // behind ResultMarkers, where a sentence tells a result: "является"; in Kazakh behind the result
	Remarks           Phrases  // first words of a remark, which is no step's: "Ескерту: …"
	NotVariant        Phrases  // headings inside a procedure that list documents, remarks or grounds, not steps
	ProcessLabels     Phrases  // "процесс"
	ConditionLabels   Phrases  // "шарт", "условие"
	StepLabels        Phrases  // nouns that number a step: "1-рәсім –", "действие 2 –"
	OfStep            Phrases  // beside the number of a step whose result follows: "1-рәсім | бойынша"
	StageWords        Phrases  // "кезең", "этап"
	Ordinals          []string // before such a noun, in order: "бірінші рәсім", "вторая процедура"
	OrdinalEndings    []string // of a figure before such a noun: "1-ші рәсім", "2-е действие"
	CaseHeadings      Phrases  // a heading that names a circumstance: "жүгінген кезде"
	ConditionMarkers  Phrases  // end (Kazakh, behind a participle) or begin (Russian) a conditional clause
	ConditionVerbs    Phrases  // end one by themselves
	Befalls           []string // endings of forms that tell what becomes of a thing: "анықталған", "болмаса", "ұсынылып"
	If                Phrases  // begins a condition that has a verb of its own
	RefusalMarkers    Phrases  // a refusal, and the process taken when a check fails
	ImpossibleMarkers Phrases  // the same without the word "refusal"

	DefinitionMarkers []string // "бұдан әрі", "далее"
	TermLeads         Phrases  // words before a term that are no part of it
	ProviderShort     []string // short names that stand for the provider
	ProviderStem      string   // of the word for it, whoever it is
	ProviderLeads     []string // words before the provider's name in its sentence
	ProviderIs        Phrases  // what leads to the provider's name: "услугодателем является"
	RenderedIn        Phrases  // the verb beside the time in which the service is rendered: "оказывается | в течение 7 дней"
	ServedAt          Phrases  // beside that verb, where no other way to apply is named: "оказывается отделом | по адресу"
	Rendered          Phrases  // the verb before the provider: "услуга оказывается | отделом"
	ApprovedStem      string   // "бекітілген", "утвержд": an act that approved a standard
	Centres           []Centre
	StandardStem      string
	StandardItself    Phrases // the standard as the subject of "… бекітілген"
	Inflected         string  // last letters of nouns that case changes; "" where it only adds to them
	RegulationWord    Phrases // "осы регламенттің"
	This              string  // before it
	PointWords        Phrases // "тармағ", "пункт"

	ChannelPoint [][]string // stems that together announce the ways to apply
	ServedPoint  [][]string // "оказывается … через": the service is rendered through others
	NotServed    Phrases    // … is not
	Also         Phrases    // … besides the provider itself
	Channels     []ChannelRule
	FormPoint    Phrases
	ServedIn     Phrases // the form in the sentence that says how the service is rendered
	ResultForm   Phrases // the form of the result, not of the service
	Automated    Phrases // announces how far the service is automated, apart from its form
	Electronic   Phrases
	PaperForm    Phrases
	Full         Phrases
	Partial      Phrases

	SinceWhen   Phrases // begins, behind a Russian term, from when it runs: "с момента"
	LimitPoint  Phrases // announces the time limits of the service
	WaitWords   Phrases
	ServeWords  Phrases
	LongestTime Phrases // "ең ұзақ уақыты"
	LimitOf     Phrases // of what a point that is one sentence states the limit
	Since       Phrases // ends from when a limit runs, before what it is of: "тапсырған сәттен бастап"
	Amounts     Phrases // verbs that stand beside a length and that nobody does: "составляет 3 дня"
	Including   Phrases // before the parts of a limit: "37 рабочих дней, в том числе:"
	NotCounted  Phrases // "қабылдау күні мерзімге | кірмейді": a paragraph that tells what belongs to no term
	Extension   Phrases // a term that is prolonged is neither a limit nor a step's

	Columns      []ColumnRule // of tables of steps
	Headings     []ColumnRule // what titles mean that are no sure ones but at the head of a table with borders: "Мерзімі", "Этап"
	Captions     Phrases      // words of the caption of a table: "таблица"
	Continued    Phrases      // in the caption of a table that goes on with the one before
	Courses      Phrases      // what a table, or a part of it, tells of: "основной процесс"
	Alternatives Phrases      // of Courses, the one that is not the main one
	Groups       Phrases      // words around who acts, in the head of a table of courses: "1-группа СФЕ"

	Numerals  map[string]int
	NumberEnd []string // what case adds to a figure: "2-х часов"
	Lengths   []LengthRule
	OnTheDay  Phrases // a term that has no length: "в день обращения", "немедленно"
	Until     Phrases // before an hour of the day, in Kazakh behind it: "до | 18.00 часов"
	TooShort  Phrases // units of terms that are shorter than any that is kept: "30 секунд"
	Uncounted Phrases // before a unit of which it tells no number of whole ones: "бірнеше күн ішінде"
	Earlier   Phrases // after a length that is counted back from the end of a term: "за 1 день до истечения срока", or reckoned for each who waits: "15 минут есебінен", or how often: "10 күнде бір рет"
	Sooner    Phrases // before a length that has to pass first: "не ранее чем через 7 дней"
	Lasting   Phrases // right before a length that is none of a procedure: "на 6 месяцев", "из расчета 15 минут на одного", "соңғы 12 айдың", "мерзімі аяқталғанға дейін бір тәуліктен кешіктірмей"
	Units     []UnitRule
	Compounds []UnitRule // what a numeral makes one word with: "трехдневный срок"
	Within    Phrases    // after (Kazakh) or before (Russian) a duration
	Following Phrases    // behind the comma after one unit: "в течение рабочего дня, следующего за …"
	NotMore   Phrases
	Calendar  Phrases // "күнтізбелік" before the figure of days
	TermOf    Phrases // a paragraph that states the term of the step above: "орындалу ұзақтығы –"
	ActorOf   Phrases // begin a sentence that names who acts: "Орындаушы – кеңсе маманы"

	Heads         []string // nouns that name who acts, in the nominative
	Declensions   []Declension
	AgentEndings  []string    // endings of nouns that name who acts by what he does: "жүргізуші", "регистратор"
	NotAgents     []string    // endings of other words that end so: "бірінші"
	ObjectEndings []string    // endings of objects and adverbs: no part of a subject's phrase
	LikeObjects   Phrases     // nouns in the nominative that end so: "қорытынды"
	Oblique       []string    // endings of Russian nouns and adjectives in no nominative: "составе"
	Means         []string    // endings of a possessed noun that something is done with: "ЭЦҚ-сымен"
	Recipients    []string    // endings of a noun that something is given to
	Possessed     []string    // endings of a noun that the one before it possesses
	Possessors    []string    // endings of a possessed noun that possesses another
	Addresses     Phrases     // where something is sent to whom it belongs: "алушының жеке кабинетіне"
	Places        []string    // endings of a possessed noun that is where something is done
	Accusatives   []string    // endings of an object
	Hearings      Phrases     // where somebody hears what others bring before him: "комиссия | отырысына"
	Owned         []string    // endings of an object that the noun before it may own: "комиссия хаттамасын"
	Relative      Phrases     // a clause that only tells what something is: "которое хранится"
	Who           Phrases     // in a Relative, where the one named before acts: "который"
	ByWhom        Phrases     // in a Relative, where it is done by the one named before: "которым"
	Serving       Phrases     // begins a Relative of a result: "виза, | являющаяся основанием для действия 2"
	Keeping       Phrases     // verbs whose term is no one's to act: "хранит результат в течение месяца"
	Mending       Phrases     // what the applicant may do, or does to what he handed in: "вправе устранить замечания"
	Asking        Phrases     // before a Relative, where others Answer: "запрос"
	Answers       Phrases     // in a Relative, of those who are asked: "которые предоставляются в течение 5 дней"
	Participles   []string    // endings of participles
	DoneBy        []string    // endings of Russian ones that tell by whom their noun was made what it is: "подписанная руководителем справка"
	Inanimate     Phrases     // Heads that look the same as subject and as object
	Prepositions  Phrases     // before a head it is no subject
	Governing     []string    // endings of words before a head that make it none: "отделом сектора"
	Attributes    []string    // endings of adjectives in a subject's complement: "и социальных программ"
	Adjectives    []string    // endings of adjectives in the nominative, before the head they belong to
	Beside        []Agreement // adjectives in the instrumental: "медицинским регистратором"
	LikeThem      []string    // endings of nouns that look so: "замечаний"
	Plurals       []string    // endings of Adjectives before a plural that looks like a genitive: "заинтересованные организации"
	Fields        []string    // endings of what a body is for, joined by "and": "архитектуры и градостроительства"
	FieldsFor     []string    // the same behind a preposition: "по архитектуре и градостроительству"
	After         Phrases     // ends a clause of what was done before: "кейін"
	Done          []string    // endings of the verb before After
	Linkers       Phrases     // words that join two nouns of one actor: "аппаратының"
	Modifiers     Phrases     // words before (after) the head that belong to it
	Seats         Phrases     // places behind the noun of who acts there: "акимом города"
	Subject       Phrases     // prepositions that go on a noun: "комиссия по жилищным вопросам"
	InCharge      Phrases     // those behind whom their unit stands in the instrumental: "заведующим сектором"
	Dealing       Phrases     // before with whom a unit deals: "отдел по работе с населением"
	FieldOf       Phrases     // before what a body is for: "уполномоченный орган в области …"
	NotSubject    Phrases     // words behind Subject that do not go on the noun: "по истечении"
	Agreeing      []string    // endings of two adjectives of one noun: "инженерному и коммунальному"
	Epithets      Phrases     // a few words before the noun that names who acts: "әкімінің | жетекшілік ететін | орынбасары"
	PlaceWords    Phrases     // behind the name of a place, which belongs to the phrase: "Астана | қаласының әкімі"
	Listed        Phrases     // modifiers that a comma lists: "кент, ауыл, ауылдық округ әкімі"
	Charged       Phrases     // behind the comma after a Russian noun, and for what he answers: "специалист, ответственный за делопроизводство"
	Deputy        Phrases     // words of a deputy's description: "немесе оны алмастыратын тұлға", "либо лицо, его замещающее"
	Absent        Phrases     // before the circumstance in which somebody stands in: "ол болмаған | кезде"
	Him           Phrases     // to whom something is given who was named before: "оған"
	But           Phrases     // before a condition, no part of it: "ал"
	Then          Phrases     // before who acts next: "содан кейін кеңсе қызметкері тіркейді"
	Desks         Phrases     // those who need no name of their body in its own procedure: "оператор"
	DeskUnits     Phrases     // words of units that only it has: "накопительного сектора"
	Grounds       Phrases     // words before those of WholeClause that tell why, not of what somebody is: "тапсырмасы бойынша"
	Grades        Phrases     // Heads that may only tell more of the next: "жетекші маман"
	Bodies        Phrases     // a noun that only tells of what kind the body behind it is: "атқарушы | орган"
	WholeClause   Phrases     // words that take all before them into the phrase: "жөніндегі"
	Postposition  Phrases     // after a noun it is no subject: "туралы"
	By            Phrases     // of Postposition, behind who acts: "құжаттар кеңсе тарапынан тіркеледі"
	Purpose       Phrases     // end of a clause of purpose: "үшін"
	OwnActs       Phrases     // acts of the one named in the genitive: "авторизация услугополучателя"
	Passives      []string    // endings of participles whose noun acted upon: "ұсынылған"
	Because       Phrases     // "байланысты": the noun before is no subject
	Or            Phrases
	And           Phrases // of Or, what only joins
	With          Phrases // joins two nouns as And does, glued to none: "мен"
	Roles         []RoleRule
	SystemWords   Phrases // locative of systems that act in passive sentences: "порталда"
	Databases     Phrases // systems in which data are missing, which then do not act: "МДҚ-да … болмауына байланысты"
	Rooms         Phrases // locative of where the office of the provider works: "в канцелярии"
	Towards       Phrases // before a system: something is sent to it or through it, it does not act

	FiniteEndings []string
	Negatives     []string // endings of verbs that deny
	Not           Phrases  // the word before a verb that denies: "не | принимает"
	NotFinite     []string // nouns with such endings, and verbs of a term
	PassiveVerbs  []string // endings of verbs whose subject does not act
	Converbs      []string // endings of verbs that another follows: "қабылдап"
	NounEndings   []string // endings of verbal nouns in nominalised sentences
	Objects       []string // endings of verbal nouns that another verbal noun acts upon
	OwnedNouns    []string // of those that name whose act it is: "тексеруі"
	NounObjects   []string // of those that are the object of a verb of Carry: "тіркеуді"
	BareNouns     []string // of those that are one verb with it: "тіркеу жүргізеді"
	NounsOf       Phrases  // what a verbal noun can be of: "авторизациялау процесі"
	Adverbs       Phrases  // between who acts and the verb: "исполнитель также готовит"
	AdverbEndings []string
	IfNeeded      Phrases // two words before a verbal noun of a list: "при необходимости"
	Theirs        Phrases // whose they are, before a verbal noun: "его регистрацию"
	Signs         Phrases // first words of phrases of Actions that are no verbs: "логин", "процесс авторизации"
	Carry         Phrases // "жүзеге асырады": the verb before carries the action
	Carrying      Phrases // Carry as a noun: "проведение … обследования"
	Enrols        Phrases // verbs that register who acts: "алушы … тіркеледі"
	Attached      Phrases // verbs that register, unless the applicant attaches his papers: "құжаттарды тіркейді"
	Actions       []ActionRule
	Severally     [][2]string       // how a verb of Actions ends where one acts, and where several do: "принимает", "принимают"
	Appoints      Phrases           // verbs that assign where their object names who acts: "дәрігерді тағайындайды"
	verbs         byLetters[Verb]   // Actions
	measures      byLetters[string] // phrases of Units and Lengths
	compounds     Needles           // Compounds
	numerals      beginnings        // Numerals
	nouns         byLetters[Noun]   // Heads
	finite        [256][]string     // FiniteEndings by their last byte
	itemLabels    Phrases           // ProcessLabels and ConditionLabels
}

// Verb is a phrase of an action.
type Verb struct {
	Phrase string
	Action model.Action
}

// Verbs returns the phrases of actions that may begin with the word, in the order of the
// table.
func (t *Tables) Verbs(word string) []Verb { return t.verbs.like(word) }

// Nouns returns the nouns of Heads that may begin the word.
func (t *Tables) Nouns(word string) []Noun { return t.nouns.like(word) }

// Measures returns the phrases of units and lengths of time that may begin with the word.
func (t *Tables) Measures(word string) []string { return t.measures.like(word) }

// Numeral returns the number that a word of Numerals is.
func (t *Tables) Numeral(word string) (n int, ok bool) {
	if t.numerals.have(word) {
		n, ok = t.Numerals[word]
	}
	return n, ok
}

// MayCompound reports whether a text has what a numeral makes a length of time with.
func (t *Tables) MayCompound(text string) bool { return t.compounds.In(text) }

// IsFinite reports whether a folded word, which is not empty, is a finite verb.
func (t *Tables) IsFinite(word string) bool {
	for _, e := range t.finite[word[len(word)-1]] {
		if strings.HasSuffix(word, e) && len(word) > len(e)+2 {
			return !slices.Contains(t.NotFinite, word)
		}
	}
	return false
}

// MayBeIn reports whether a folded Kazakh noun that no table knows may be in the case, by its ending.
func (t *Tables) MayBeIn(noun string, c Case) bool {
	cases := t.Declensions[0].Cases
	if c == Nominative {
		return !EndsIn(noun, t.ObjectEndings) && !EndsIn(noun, cases[Genitive])
	}
	return EndsIn(noun, cases[c])
}

// ItemLabels returns the nouns of ProcessLabels and ConditionLabels.
func (t *Tables) ItemLabels() *Phrases { return &t.itemLabels }

// Labels reports whether a number stands beside the folded word in the label of a step, a
// check or a stage: "процесс 1", "условие 2".
func (t *Tables) Labels(word string) bool {
	return t.ProcessLabels.Stem(word) || t.ConditionLabels.Stem(word) || t.StepLabels.Stem(word) || t.StageWords.Stem(word)
}

// Refuses reports whether a text tells of a refusal: "бас тартады", "мотивированный отказ".
func (t *Tables) Refuses(text string) bool { return t.RefusalMarkers.In(text) }

// Fails reports whether a text refuses, or says without the word that it cannot be done:
// "сообщение о невозможности оказания услуги".
func (t *Tables) Fails(text string) bool { return t.Refuses(text) || t.ImpossibleMarkers.In(text) }

// Conditional reports whether a text tells of what holds in a case only: "… ұсынбаған
// жағдайда", "если документы неполные".
func (t *Tables) Conditional(text string) bool {
	return t.ConditionMarkers.In(text) || t.ConditionVerbs.In(text)
}

// Names reports whether a text names a way to apply: "акиму села" the akim's.
func (t *Tables) Names(c model.Channel, text string) bool {
	return slices.ContainsFunc(t.Channels, func(r ChannelRule) bool { return r.Channel == c && r.Stems.In(text) })
}

// OfAkim tells the heading of a variant of applying to the akim of a rural district. One that
// names the provider beside the akim is about both, and is the provider's:
// "көрсетілетін қызметті берушіге немесе ауылдық округ әкіміне".
func (t *Tables) OfAkim(heading string) bool {
	return t.Names(model.ChannelRuralAkim, heading) && !strings.Contains(strings.ToLower(heading), t.ProviderStem)
}

// RoleOf is the role of somebody whom a text names first, by that word alone: "алушының" the
// applicant; RoleOther where it takes more words to tell, or names nobody.
func (t *Tables) RoleOf(text string) model.Role {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return r == '-' || notOfWord(r) })
	if end := strings.IndexFunc(text, notOfWord); end >= 0 {
		text = text[:end]
	}
	if text == "" {
		return model.RoleOther
	}
	word := FoldWord(text)
	for _, r := range t.Roles {
		for _, set := range r.Sets {
			if len(set) == 1 && IsStem(word, set[0]) {
				return r.Role
			}
		}
	}
	return model.RoleOther
}

// IsRegulationTitle reports whether a text in one of the languages begins or ends as the title of
// a regulation, which does not end a sentence: "«Оралман мәртебесін беру» мемлекеттік көрсетілетін
// қызмет регламенті", "Регламент государственной услуги …".
func IsRegulationTitle(text string) bool {
	return kazakh.titled(text) || russian.titled(text)
}

// titled is Titled for a text in letters of any case.
func (t *Tables) titled(text string) bool {
	if t.HeadFinal {
		text = strings.TrimRight(text, ". ")
	}
	for _, w := range t.RegulationTitle {
		at := 0
		if t.HeadFinal {
			at = len(text) - len(w)
		}
		if at >= 0 && at+len(w) <= len(text) && strings.EqualFold(text[at:at+len(w)], w) {
			return true
		}
	}
	return false
}

// Titled reports whether a text in lower case begins (Kazakh: ends) with the word of such a title.
func (t *Tables) Titled(low string) bool {
	for _, w := range t.RegulationTitle {
		if t.HeadFinal && strings.HasSuffix(strings.TrimRight(low, ". "), w) || !t.HeadFinal && strings.HasPrefix(low, w) {
			return true
		}
	}
	return false
}

// Agreement is the ending of adjectives that stand before nouns with the endings.
type Agreement struct {
	Adjective string
	Nouns     []string
}

// Declension is how nouns with an ending change: the endings of each case. The first of
// a table that a noun ends in is its own; an empty ending is that of every noun. Where
// Others, the endings of the cases that name no actor, is empty, there are too many.
type Declension struct {
	Ending string
	Cases  map[Case][]string
	Others []string
}

// Noun is a noun that names who acts: what all its forms begin with, and their endings.
type Noun struct {
	Stem string
	Declension
}

// Is reports whether a word is the noun in any form.
func (n Noun) Is(word string) bool {
	rest, ok := strings.CutPrefix(word, n.Stem)
	if !ok || n.Others == nil || slices.Contains(n.Others, rest) {
		return ok
	}
	for _, endings := range n.Cases {
		if slices.Contains(endings, rest) {
			return true
		}
	}
	return false
}

// Noun declines a noun that names who acts.
func (t *Tables) Noun(name string) Noun {
	for _, d := range t.Declensions {
		if stem, ok := strings.CutSuffix(name, d.Ending); ok {
			return Noun{stem, d}
		}
	}
	return Noun{Stem: name}
}

func init() {
	for _, t := range []*Tables{&kazakh, &russian} {
		for _, e := range t.FiniteEndings {
			last := e[len(e)-1]
			t.finite[last] = append(t.finite[last], e)
		}
		t.itemLabels = NewPhrases(slices.Concat(t.ProcessLabels.all, t.ConditionLabels.all)...)
		for _, h := range t.Heads {
			noun := t.Noun(h)
			t.nouns.add(noun.Stem, noun)
		}
		for word := range t.Numerals {
			t.numerals.add(word)
		}
		for _, u := range t.Units {
			t.measures.add(u.Phrase, u.Phrase)
		}
		for _, l := range t.Lengths {
			t.measures.add(l.Phrase, l.Phrase)
		}
		for _, c := range t.Compounds {
			t.compounds.add(c.Phrase)
		}
		for _, a := range t.Actions {
			for _, v := range a.Verbs {
				t.verbs.add(v, Verb{v, a.Action})
				if many := t.severally(v); many != v {
					t.verbs.add(many, Verb{many, a.Action})
				}
			}
		}
	}
}

// severally returns the phrase of an action as several who do it are told of.
func (t *Tables) severally(phrase string) string {
	words := strings.Split(phrase, " ")
	for i, w := range words {
		word, whole := strings.CutSuffix(w, "$")
		for _, s := range t.Severally {
			if stem, ok := strings.CutSuffix(word, s[0]); ok {
				words[i] = stem + s[1]
				if whole {
					words[i] += "$"
				}
				break
			}
		}
	}
	return strings.Join(words, " ")
}

// Case of a noun that names an actor.
type Case int

// Cases in which an actor is named.
const (
	Nominative   Case = iota // who acts
	Genitive                 // whose act it is, in nominalised sentences
	Instrumental             // by whom, in passive ones
	Accusative               // whom another appoints
)

// PointKind tells what a point is from the stems of its first paragraph.
type PointKind struct {
	Is   Point
	Kind model.ProcessKind // where Is is ProcedurePoint
	All  []string          // each must occur, or another that "|" parts from it
	Any  Phrases           // one must occur, where given
	None Phrases           // none may occur

	Loose bool // another table tells better, where it does: for a point the title of its section, for a section its point
	Ways  bool // it tells the whole way of an application, and the heading of a variant which: "при обращении в центр"
}

// Point is what a point of a regulation is about.
type Point int

// Points that are read.
const (
	OtherPoint Point = iota
	ProcedurePoint
	ResultsPoint  // the separate list of results of procedures
	ActorsPoint   // the list of units and workers
	ConceptsPoint // terms and what they mean: who acts in them acts in no step
)

// Column is what a column (or a row) of a table of steps holds.
type Column int

// Columns of tables of steps.
const (
	OtherColumn  Column = iota
	NumberColumn        // "№ действия (хода, потока работ)"
	UnitColumn          // "Наименование СФЕ"
	ActionColumn        // "Наименование действия (процесса, процедуры, операции) и их описание"
	ResultColumn        // "Форма завершения (данные, документ, организационно-распорядительное решение)"
	TermColumn          // "Сроки исполнения"
	NextColumn          // "Номер следующего действия"
	AllColumns
)

// ColumnRule tells what a column holds by what its title begins with.
type ColumnRule struct {
	Column Column
	Titles Phrases
}

// ChannelRule names a channel by phrases.
type ChannelRule struct {
	Channel model.Channel
	Stems   Phrases // phrases, one must occur
}

// UnitRule names a unit of time by a phrase.
type UnitRule struct {
	Unit   model.Unit
	Phrase string
}

// LengthRule is a length of time that has a name and no figure: "жарты сағат".
type LengthRule struct {
	Phrase string
	Value  int
	Unit   model.Unit
}

// Centre says which roles the workers of a "centre" have, by what the short name stands
// for in the regulation.
type Centre struct {
	Short string // stem of the short name
	Term  string // stem of a word in what it stands for
	Roles map[model.Role]model.Role
}

// RoleRule gives the role of an actor: every stem of one of the sets must occur.
type RoleRule struct {
	Role model.Role
	Sets [][]string
}

// ActionRule gives the code of an action by phrases, or tells by an empty one that they are of
// none though their verbs are.
type ActionRule struct {
	Action model.Action
	Verbs  []string
}

// For returns the tables of a language.
func For(l model.Language) *Tables {
	if l == model.Russian {
		return &russian
	}
	return &kazakh
}

// HasStem reports whether a folded word begins with one of the stems.
func HasStem(word string, stems []string) bool {
	for _, s := range stems {
		if IsStem(word, s) {
			return true
		}
	}
	return false
}

// IsStem reports whether a folded word begins with the stem, or is it, for "stem$".
func IsStem(word, stem string) bool {
	if n := len(stem) - 1; n >= 0 && stem[n] == '$' {
		return word == stem[:n]
	}
	return strings.HasPrefix(word, stem)
}
