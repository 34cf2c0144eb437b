package workflow

import (
	"regexp"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// words are the labels of a definition in one language, and the wordings that names are
// shortened by.
type words struct {
	language                  phrase.Language // of the names of roles and units
	start, end, refused, late string
	yes, no                   string
	ground                    string // question of the gateway for a refusal inside a step
	passed                    string // question of the gateway after a check; %s is its label
	check                     string // label of a check that has none
	due                       string // name of a calendar step; %s is the term
	least                     string // name of the longest of several terms; %s is the term
	whole                     string // what a service-wide limit is about
	unnamed                   string // lane of the steps whose actor is not named
	channels                  map[model.Channel]string

	// oblique finds an actor phrase that is not in the nominative: "алушының", "алушымен".
	oblique *regexp.Regexp

	// label opens a step: "1-процесс – ", "процесс 1 – ".
	label *regexp.Regexp
	// limit is what stands around a duration; \x00 is where the duration was. What it has in
	// a group is behind it: "3 күннен дейінгі" has no "дейін".
	limit *regexp.Regexp
	// result opens the sentence on the result: "Нәтижесі – ".
	result *regexp.Regexp
	// short replaces long terms of the law: "көрсетілетін қызметті алушы" → "алушы".
	short *strings.Replacer
	// adjunct is a leading phrase that may be left out of a long name: "… алу үшін".
	adjunct *regexp.Regexp
	// finite is the end of a clause where the verb stands last, and with it what is done;
	// null for a language where the verb stands first. "құжаттарды қарайды және …"
	finite *regexp.Regexp
	// clause ends a clause, of which a cut name keeps the whole.
	clause *regexp.Regexp
	// beside stand between two things of which one is done.
	beside map[string]bool
	// joints may not end a cut name.
	joints map[string]bool
}

// adjunctEnd returns where the adjunct ends that opens a name, 0 where none does. One that
// no comma ends goes on to the verb, where verbs stand before the end: "при поступлении
// документов | осуществляет их прием, …".
func (w *words) adjunctEnd(name string) int {
	i := w.adjunct.FindStringIndex(name)
	if i == nil {
		return 0
	}
	if t := w.tables(); !t.HeadFinal {
		at := 0
		for word := range strings.SplitAfterSeq(name[:i[1]], " ") {
			if s := lang.FoldWord(strings.Trim(word, " ,.;:")); s != "" && t.IsFinite(s) {
				return at
			}
			at += len(word)
		}
	}
	return i[1]
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

var kazakh = words{
	language: phrase.Kazakh,
	start:    "Басталуы", end: "Рәсім аяқталды", refused: "Бас тартылды", late: "Мерзімі өтті",
	yes: "Иә", no: "Жоқ",
	ground: "Бас тартуға негіз бар ма?", passed: "%s орындалды ма?", check: "Шарт",
	due: "Мерзім: %s", least: "кемінде %s", whole: "қызмет көрсету мерзімі",
	unnamed: "Орындаушысы аталмаған",
	channels: map[model.Channel]string{
		model.ChannelOffice:      "көрсетілетін қызметті беруші арқылы",
		model.ChannelCorporation: "Мемлекеттік корпорация арқылы",
		model.ChannelPortal:      "портал арқылы",
		model.ChannelRuralAkim:   "ауылдық округ әкімі арқылы",
		model.ChannelPSC:         "ХҚКО арқылы",
	},
	oblique: regexp.MustCompile(`(?:[ндт][ыі]ң|[мбп]ен)$`),
	short: strings.NewReplacer(
		"көрсетілетін қызметті алушы", "алушы", "Көрсетілетін қызметті алушы", "алушы",
		"көрсетілетін қызметті беруші", "беруші", "Көрсетілетін қызметті беруші", "беруші",
		"мемлекеттік көрсетілетін қызмет", "қызмет", "Мемлекеттік көрсетілетін қызмет", "қызмет",
		"мемлекеттік қызмет", "қызмет", "Мемлекеттік қызмет", "қызмет",
		"электрондық цифрлық қолтаңба", "ЭЦҚ", "электрондық-цифрлық қолтаңба", "ЭЦҚ",
	),
	adjunct: regexp.MustCompile(`^[^,]{3,160}?\s(?:көзделген|үшін|байланысты|сәйкес|бойынша|ескере отырып|сәтінен бастап|кезінде|кезде|кейін|негізінде|жағдайда|жағдайларда)\s*,?\s+`),
	finite:  regexp.MustCompile(`([аей]д[ыі])(?:,|\s+(?:және|не|немесе|әрі))\s`),
	clause:  regexp.MustCompile(`,\s|\s(?:және|немесе)\s`),
	beside:  set("және немесе не әлде"),
	joints:  set("және немесе не мен бен пен да де та те үшін туралы жөніндегі жөнінде"),
}

var russian = words{
	language: phrase.Russian,
	start:    "Начало", end: "Процедура завершена", refused: "Отказано", late: "Срок истек",
	yes: "Да", no: "Нет",
	ground: "Есть основание для отказа?", passed: "%s выполнено?", check: "Условие",
	due: "Срок: %s", least: "не менее: %s", whole: "срок оказания услуги",
	unnamed: "Исполнитель не назван",
	channels: map[model.Channel]string{
		model.ChannelOffice:      "через услугодателя",
		model.ChannelCorporation: "через Государственную корпорацию",
		model.ChannelPortal:      "через портал",
		model.ChannelRuralAkim:   "через акима сельского округа",
		model.ChannelPSC:         "через ЦОН",
	},
	oblique: regexp.MustCompile(`^\S*(?:ем|ом|им|ым|ей|ой|телю|теля|нику|ника|сту|ста)(?:\s|$)`),
	short: strings.NewReplacer(
		"государственной услуги", "услуги", "государственную услугу", "услугу",
		"электронной цифровой подписью", "ЭЦП", "электронной цифровой подписи", "ЭЦП",
		"Государственной корпорации", "Госкорпорации",
		"автоматизированной информационной системе", "АИС",
	),
	adjunct: regexp.MustCompile(`(?i)^(?:в срок, указанн\p{L}+\s[^,]{3,80},\s*|` +
		`(?:после|при|в случае|в случаях|согласно|для|на основании|в день|в срок|со дня|с момента|со следующего|до|не позднее|через)\s[^,]{3,160}(?:,\s*|$))`),
	clause: regexp.MustCompile(`,\s|\s(?:и|либо|или)\s`),
	joints: set("и или либо а в во на с со к ко по о об от для из за до при через не под над перед"),
}

// The openings and ends that the tables of the language know.
func init() {
	for _, w := range []*words{&kazakh, &russian} {
		t := w.tables()
		items := t.ItemLabels()
		w.label = regexp.MustCompile(`(?i)^\s*(?:\d+\)\s*)?(?:\d+\s*[-–—]?\s*` + items.Expression() + `|` + items.Expression() + `\s*\d+)(?:\s*[-–—:]+\s*|\s+|$)`)
		around := `(?:` + t.Within.Expression() + `|` + t.NotMore.Expression() + `)`
		if t.HeadFinal {
			w.limit = regexp.MustCompile(`[\s–—-]*\x00(?:\s+` + around + `([^\p{L}-]|$))?`)
		} else {
			w.limit = regexp.MustCompile(`(?:[\s–—-]+\(?\s*` + around + `\.?)*[\s–—-]*\x00\s*\)?`)
		}
		w.result = regexp.MustCompile(`(?i)(?:^|[\s.,;–—-]+)` + t.ResultMarkers.Expression() + `\s*[-–—:].*$`)
	}
}

// wordsOf returns the words of a language; Kazakh, the state language, where it is
// neither.
func wordsOf(l model.Language) *words {
	if l == model.Russian {
		return &russian
	}
	return &kazakh
}

// role is the name of a role, "" where it has none.
func (w *words) role(r model.Role) string {
	if r == model.RoleOther || !phrase.Known("role."+string(r)) {
		return ""
	}
	return w.language.Code("role", r)
}

// tables is what is known of the language.
func (w *words) tables() *lang.Tables { return lang.For(model.Language(w.language)) }

// refuses tells a clause that ends in a refusal: "… ұсынбаған жағдайда … бас тартады".
func (w *words) refuses(clause string) bool {
	return w.tables().Refuses(clause)
}
