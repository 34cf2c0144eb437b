package audit

import (
	"regexp"

	"reglament/model"
)

// table is the wording of one language that contradictions are found by.
type table struct {
	// result begins or ends the sentence that states the result of the service.
	result *regexp.Regexp
	// acceptance, in the line of a refusal, makes it one to accept documents, which is no
	// result of the service.
	acceptance *regexp.Regexp
	// alternative is a result that is a document or a refusal.
	alternative *regexp.Regexp
	// generic names the result without saying what it is: it can be a refusal too.
	generic *regexp.Regexp
	// electronicStart is an application that is electronic.
	electronicStart *regexp.Regexp
	start           *regexp.Regexp // the point on what starts the procedure
	// annex and point are references into the regulation itself; the first group is a
	// number, a list of numbers, or nothing.
	annex, point *regexp.Regexp
	// documents are results of services by their forms as an object: what is prepared,
	// signed or given.
	documents []document
	// shortNames are names that only an introduction gives a meaning.
	shortNames []shortName
	// everyday are abbreviations that need no introduction.
	everyday []string
	// sign is a signing that was done, not one that something is sent to; otherSigns is one
	// by the applicant.
	sign, otherSigns *regexp.Regexp
}

type document struct {
	name  string
	forms *regexp.Regexp
}

type shortName struct {
	name  string         // as it is introduced, in lower case
	usage *regexp.Regexp // where it stands for something
}

// word is a regular expression for whole words, no halves of compounds ("веб-портал"); \b of
// package regexp knows no Cyrillic.
func word(alternatives string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\p{L}\d-])(` + alternatives + `)(?:$|[^\p{L}\d])`)
}

var tables = map[model.Language]*table{
	model.Kazakh: {
		// "Мемлекеттік қызметті көрсету нәтижесі: …", "… нәтижесі болып табылады"
		result:      regexp.MustCompile(`(?i)нәтижесі\s*(?:[:–—-]|болып)`),
		acceptance:  regexp.MustCompile(`(?i)қабылдаудан\s+бас\s+тарт`),
		alternative: regexp.MustCompile(`(?i)(?:немесе|не|және\s*\(немесе\))\s[^,;.]{0,60}бас\s+тарту|бас\s+тарту\s*\)`),
		generic:     word(`мемлекеттік (?:көрсетілетін )?қызмет\p{L}*(?: көрсету\p{L}*)? нәтижесі\p{L}*|шешім\p{L}*`),
		// "… электрондық өтінімін алуы …"
		electronicStart: regexp.MustCompile(`(?i)электронды\p{L}*\s+(?:өтіні\p{L}+|құжат\s+нысанында)|портал\s+арқылы`),
		start:           regexp.MustCompile(`(?i)рәсімд\p{L}+\s*(?:\([^)]*\))?\s*(?:баста)|іс-қимылдарды\s+бастау`),
		// "осы Регламенттің 2, 3-қосымшаларына", "регламентінің (бұдан әрі – Регламент) 1-қосымшасында"
		annex: regexp.MustCompile(`(?i)регламент(?:інің|тің|ының)\s*(?:\(бұдан\s+әрі\s*[-–—]\s*регламент\)\s*)?((?:\d+\s*[,–—-]?\s*(?:және\s+)?)*)\s*қосымша`),
		point: regexp.MustCompile(`(?i)осы\s+регламенттің\s+((?:\d+\s*[,–—-]?\s*(?:және\s+)?)+)\s*тармағ`),
		documents: []document{
			{"хабарлама", word(`хабарлама(?:ны|ға|сына|сын)?`)},
			{"анықтама", word(`анықтама(?:ны|ға|сына|сын)?`)},
			{"куәлік", word(`куәлік(?:ті|ке)?|куәлігі(?:н|не)`)},
			{"жолдама", word(`жолдама(?:ны|ға|сын|сына|лар|ларды)?`)},
			{"рұқсат", word(`рұқсат(?:ты|қа|ын|ына)?`)},
		},
		shortNames: []shortName{
			{"стандарт", word(`[Сс]тандарт(?:тың|қа|та|тан)`)},
			{"портал", word(`[Пп]ортал(?:да|ға|дан|дың|мен)?`)},
			{"мемлекеттік корпорация", regexp.MustCompile(`Мемлекеттік\s+корпорация\p{L}*`)},
			{"орталық", regexp.MustCompile(`Орталық\p{L}*`)},
		},
		everyday: []string{"ЖШС", "АҚ", "ООО", "ММ", "КММ", "РММ", "МКК", "МКҚК", "КМК", "РМК", "ШЖҚ"},
		// "хабарламаға қол қою", not "қол қою үшін жолдайды"
		sign:       regexp.MustCompile(`(?i)қол\s+қою\p{L}*\s*(?:$|[,.;:]|және|кеңсе)`),
		otherSigns: regexp.MustCompile(`(?i)(?:алушы|қызметкер)\p{L}*.*қол\s+қою`),
	},
	model.Russian: {
		result:          regexp.MustCompile(`(?i)результат(?:ом)?\s+(?:оказания\s+)?государственной\s+услуги`),
		acceptance:      regexp.MustCompile(`(?i)отказ\p{L}*\s+в\s+прием`),
		alternative:     regexp.MustCompile(`(?i)(?:либо|или|и\s*\(или\))\s[^,;.]{0,60}отказ`),
		generic:         word(`результат\p{L}*\s+оказания\s+государственной\s+услуги|решени\p{L}+`),
		electronicStart: regexp.MustCompile(`(?i)электронн\p{L}+\s+(?:заявк|запрос|документ)\p{L}*|через\s+(?:веб-)?портал`),
		start:           regexp.MustCompile(`(?i)основани\p{L}+\s+для\s+начала`),
		annex:           regexp.MustCompile(`(?i)приложени\p{L}+\s+((?:\d+\s*(?:,|и)?\s*)*)(?:к\s+)?настоящему\s+регламенту`),
		point:           regexp.MustCompile(`(?i)пункт\p{L}*\s+((?:\d+\s*(?:,|и)?\s*)+)настоящего\s+регламента`),
		documents: []document{
			{"уведомление", word(`уведомлени(?:е|я|ю)`)},
			{"справка", word(`справк(?:а|у|и)`)},
			{"удостоверение", word(`удостоверени(?:е|я)`)},
			{"направление", word(`направлени(?:е|я)`)},
			{"разрешение", word(`разрешени(?:е|я)`)},
		},
		shortNames: []shortName{
			{"стандарт", word(`(?:пункт\p{L}*\s+\d+|приложени\p{L}+\s+\d*\s*к)\s+стандарт(?:а|у)`)},
			{"портал", word(`портал(?:е|а|у|ом)?`)},
			{"государственная корпорация", regexp.MustCompile(`Государственн\p{L}+\s+корпораци\p{L}+`)},
			{"центр", regexp.MustCompile(`Центр(?:а|е|у|ом)?`)},
		},
		everyday:   []string{"ООО", "ТОО", "АО", "ГУ", "КГУ", "РГУ", "ГП", "КГП", "РГП", "ГКП", "ГККП", "ПХВ"},
		sign:       word(`подписани[ея]`),
		otherSigns: regexp.MustCompile(`(?i)подписани[ея]\s+(?:\p{L}+\s+)?услугополучател`),
	},
}
