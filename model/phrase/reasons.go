package phrase

import (
	"fmt"

	"reglament/model"
)

// Reason is what a finding or a contradiction says, before the words and numbers of a
// text are put into it.
type Reason struct{ id string }

// Of is the message with these values, in the order in which the phrase takes them: words
// of the act (strings and types of strings), numbers (int or int64), days, or messages.
func (r Reason) Of(args ...any) model.Message {
	m := model.Message{ID: r.id}
	for _, arg := range args {
		switch n := arg.(type) {
		case string, int, model.Message:
		case int64:
			arg = int(n)
		case model.Date:
			arg = model.Message{ID: day, Args: model.List[model.MessageArg]{string(n)}}
		default:
			arg = fmt.Sprint(arg)
		}
		m.Args = append(m.Args, arg)
	}
	return m
}

// reasons are the phrases of all reasons.
var reasons []phrase

func reason(id, kk, ru, en string) Reason {
	reasons = append(reasons, phrase{"reason." + id, kk, ru, en})
	return Reason{"reason." + id}
}

// Finding is a finding with its message, which is told in English too.
func Finding(code model.FindingCode, severity model.Severity, span model.Span, why model.Message) model.Finding {
	return model.Finding{Code: code, Severity: severity, Message: English.Tell(why), Reason: why, Span: span}
}

// Code is the name of a code as a message: Code("role", model.RoleOffice).
func Code[C ~string](kind string, code C) model.Message {
	return model.Message{ID: kind + "." + string(code)}
}

// List are several messages after one another, between commas.
func List(all ...model.Message) model.Message {
	m := model.Message{ID: list}
	for _, one := range all {
		m.Args = append(m.Args, one)
	}
	return m
}

// Regulations is a number of regulations.
func Regulations(n int) model.Message {
	return model.Message{ID: "n.regulations", Args: model.List[model.MessageArg]{n}}
}

// IDs of messages that are no phrases: list lists its arguments, day is a day as the
// language writes it.
const (
	list = "list"
	day  = "day"
)

// Reasons of findings on how bytes became text.
var (
	NotUTF8        = reason("not_utf8", "%d байт UTF-8 емес, алғашқысы %d-байтта", "%d байт не в UTF-8, первый по смещению %d", "%d bytes are not UTF-8, the first at offset %d")
	HalfCharacter  = reason("half_character", "UTF-16 мәтіні таңбаның жартысымен аяқталады", "текст в UTF-16 обрывается на половине знака", "UTF-16 text ends in half a character")
	WrongCharset   = reason("wrong_charset", "мәлімделген «%s» кодтауы байттарға сай емес", "объявленная кодировка «%s» не подходит к байтам", "the declared charset %q does not fit the bytes")
	GuessedCharset = reason("guessed_charset", "белгілі кодтаулардың ешқайсысында байттардан сөз шықпайды; %s ретінде оқылды", "ни в одной известной кодировке байты не складываются в слова; прочитано как %s", "no known charset makes words of the bytes; read as %s")
	UndefinedBytes = reason("undefined_bytes", "%d байттың %s кодтауында мәні жоқ", "%d байт ничего не значат в %s", "%d bytes mean nothing in %s")
	DamagedMail    = reason("damaged_mail", "сақталған беттің кодталуындағы %d белгі бүлінген", "в кодировании сохранённой страницы повреждено знаков: %d", "%d signs of the saved page's transfer encoding are damaged")
	KazakhLetters  = reason("kazakh_letters", "%s деп мәлімделген, бірақ әріптері KZ-1048 кодтауынан", "объявлено как %s, но буквы из KZ-1048", "declared as %s, but the letters are those of KZ-1048")
	UnknownLetters = reason("unknown_letters", "%d әріптің қаріпі оның қай әріп екенін айтпайды, алғашқысы %d-бетте", "шрифты не говорят, что это за буквы: %d, первая на странице %d", "%d letters, the first on page %d, are in fonts that do not say what they are")
	Mended         = reason("mended", "файл оқылар алдында түзетілді: %s", "файл исправлен перед чтением: %s", "the file was repaired before reading: %s")
	NotApplied     = reason("not_applied", "%s күнгі мәтінде анық емес: %s", "в тексте на %s не установлено: %s", "not certain in the text of %s: %s")
	OtherLanguage  = reason("other_language", "бетте актінің басқа тілдегі мәтіні де бар (%s): ол алынбады", "на странице есть и текст акта на другом языке (%s): он не взят", "the page shows the act in another language too (%s): that text was left out")
	ForeignPage    = reason("foreign_page", "бұл портал үлгісіндегі бет емес: мәтін <%s> элементінен алынды, %d навигация мен қызметтік блок қалдырылды", "страница не по шаблону портала: взят текст <%s>, опущено блоков навигации и служебных: %d", "not a page of the portal's template: the text is that of <%s>, %d navigation and service blocks were left out")
	LostStyle      = reason("list_numbering", "%s тізімі «%s» абзацын белгісіз тәсілмен нөмірлейді; мұнда «%s» деп көрсетілді", "список %s нумерует «%s» неизвестным образом; здесь показано как «%s»", "list %s numbers %q in a way that is not known; shown here as %q")
	PageFurniture  = reason("page_furniture", "%d бетте алынбады, барлығы %d бет: «%s»", "опущено на %d страницах из %d: «%s»", "left out on %d of %d pages: %q")
	Furniture      = reason("furniture", "актінің бөлігі емес, алынбады: %s", "не часть акта, опущено: %s", "not part of the act, left out: %s")
)

// Reasons of findings on repairs of the text.
var (
	SpacedLetters = reason("spaced_letters", "бастапқы мәтінде әріптер бөлек тұрған: «%s»", "в источнике буквы стояли врозь: «%s»", "letters stood apart in the source: %q")
	MovedWords    = reason("moved_words", "сілтеме сөздері өздерінен кейінгі сөздердің артында тұрған: «%s»", "слова ссылки стояли после слов, которые идут за ними: «%s»", "link words stood behind the words that follow them: %q")
	LineHyphen    = reason("line_hyphen", "бұрынғы жол соңындағы тасымал алынды: «%s»", "убран перенос бывшего конца строки: «%s»", "hyphen of a former line end removed: %q")
	SpacedHyphen  = reason("spaced_hyphen", "атаудағы дефистің жанындағы бос орын алынды: «%s»", "убраны пробелы у дефиса в названии: «%s»", "blanks beside the hyphen of a name removed: %q")
	LettersJoined = reason("letters_joined", "сөздерден бөлек тұрған %d қазақ әріпі сөздеріне қайтарылды", "возвращены в слова %d казахских букв, которые стояли отдельно", "%d Kazakh letters that stood apart put back into their words")
	LettersApart  = reason("letters_apart", "%d қазақ әріпі сөздерінен бөлек тұр, олардың орны белгісіз: мәтін PDF-тен алынса, сол PDF-тің өзін оқыңыз", "%d казахских букв стоят отдельно от своих слов, их места неизвестны: если текст взят из PDF, читайте сам PDF", "%d Kazakh letters stand apart from their words, and their places are not known: where the text was taken out of a PDF, read the PDF itself")
	LatinLetters  = reason("latin_letters", "өзге әліпбидің әріптері өздеріне ұқсас кирилл әріптерімен ауыстырылды: %s", "буквы других алфавитов заменены похожими кириллическими: %s", "letters of other alphabets replaced by the Cyrillic ones they look like: %s")
	NoLineEnds    = reason("no_line_ends", "мәтінде жол соңдары жоғалған: %d абзац өз нөмірі немесе тақырыбы бойынша бөлінді", "в тексте потеряны концы строк: по номерам и заголовкам отделено абзацев: %d", "the text has lost the ends of its lines; paragraphs parted by their numbers and titles: %d")
	CutParagraph  = reason("cut_paragraph", "екіге бөлінген абзац қайта біріктірілді", "разорванный абзац снова один", "a paragraph that was cut in two is one again")
	LostBlank     = reason("lost_blank", "екі сөздің арасына бос орын қойылды: %s", "между двумя словами возвращён пробел: %s", "blank between two words put back: %s")
	LostHyphen    = reason("lost_hyphen", "жол соңында жоғалған дефис қайтарылды: %s", "возвращён дефис, потерянный в конце строки: %s", "hyphen lost at the end of a line put back: %s")
	LoneWords     = reason("lone_words", "бұл сөздер бастапқы мәтінде әрқайсысы бөлек жолда тұр, олардың орны белгісіз: «%s»", "эти слова стоят в источнике каждое на своей строке, их место неизвестно: «%s»", "words stand each on a line of its own in the source, and their place is not known: %q")
	MixedWord     = reason("mixed_word", "сөздің ішінде бас әріп немесе цифр тұр: бос орын жоғалған немесе екі мәтіннің әріптері араласқан: %s", "внутри слова стоит прописная буква или цифра: потерян пробел или смешаны буквы двух текстов: %s", "a capital letter or a figure stands inside a word: a blank is lost, or letters of two texts are mixed: %s")
	HalvesApart   = reason("halves_apart", "бір сөздің бөліктері бөлек тұруы мүмкін: «%s»", "возможно, это врозь стоящие части одного слова: «%s»", "these may be parts of one word that stand apart: %q")
	MisplacedMark = reason("misplaced_mark", "қосымшаның белгісі немесе бекіту туралы жазба тізімнің не сөйлемнің ішінде тұр, оның орны басқа жерде: мәтін PDF-тен алынса, сол PDF-тің өзін оқыңыз", "отметка приложения или утверждения стоит внутри перечня или предложения, её место не здесь: если текст взят из PDF, читайте сам PDF", "the mark of an annex or of an approval stands inside a list or a sentence, and its place is elsewhere: where the text was taken out of a PDF, read the PDF itself")
	LostWord      = reason("lost_word", "бұл жолдың басында сөз жетіспейді; ол бастапқы мәтінде басқа жерде тұр", "в начале этой строки нет слова; в источнике оно стоит в другом месте", "a word is missing at the start of this line; it stands elsewhere in the source")
)

// Reasons of findings on the act.
var (
	UnknownStatus      = reason("unknown_status", "порталдағы «%s» мәртебесі (%s) белгісіз", "статус портала «%s» (%s) неизвестен", "the portal's status %q (%s) is not known")
	StatusClass        = reason("status_class", "порталдағы мәртебе «%s» дейді, ал оның %s класы – «%s»", "статус портала – «%s», его класс %s говорит «%s»", "the portal's status says %q, its class %s says %s")
	HeaderEnded        = reason("header_ended", "мәртебе сөзі «қолданыста» дейді, ал акт басы оның тоқтағанын айтады", "слово о статусе говорит «действует», а заголовок – что акт прекращён", "the status word says in force, the header says that the act is no longer so")
	NoteEnded          = reason("note_ended", "мәртебе сөзі «қолданыста» дейді, ал ескерту актінің тоқтағанын айтады", "слово о статусе говорит «действует», а сноска – что акт прекращён", "the status word says in force, the note says that the act is no longer so")
	TwoRepeals         = reason("two_repeals", "акт басы мен ескерту күшін жойған екі түрлі актіні атайды: %s және %s", "заголовок и сноска называют разные отменяющие акты: %s и %s", "header and note name different repealing acts: %s and %s")
	SecondBody         = reason("second_body", "акт бірлескен, модельде бір органның күні мен нөмірі; екіншісі: %s", "акт совместный, в модели дата и номер одного органа; второй: %s", "the act is joint, the model has date and number of one body; the second: %s")
	IssuerOfAmendment  = reason("issuer_of_amendment", "мәтінде қабылдаған орган аталмаған: түрі мен өңірі актіні өзгерткен немесе жойған органнан алынды", "принявший орган в тексте не назван: вид и регион взяты у органа, который акт изменил или отменил", "the text does not name its issuer: kind and region are those of the body that amended or repealed it")
	HeadOfStamp        = reason("head_of_stamp", "файл актінің өз басынсыз басталады: орган, күн мен нөмір бекіту белгісінен алынды", "файл начинается без заголовка самого акта: орган, дата и номер взяты из грифа утверждения", "the file begins without the act's own head: issuer, date and number are taken from the approval stamp")
	NoDateAndNumber    = reason("no_date_and_number", "мәтінде актінің қашан және қандай нөмірмен қабылданғаны айтылмаған", "в тексте не сказано, когда и под каким номером принят акт", "the text does not say when the act was adopted and under which number")
	RepealedByNone     = reason("repealed_by_none", "актінің күші жойылған делінген, бірақ қай актімен екені айтылмаған", "сказано, что акт утратил силу, но не каким актом", "the act is said to be repealed, but not by which act")
	IssuerOfSignature  = reason("issuer_of_signature", "мәтін қабылдаған органды атамайды: органның түрі мен өңірі қол қоюшы бойынша алынды", "текст не называет принявший орган: вид органа и регион взяты по подписавшему", "the text does not name its issuer: kind and region are those of who signed it")
	PartOfRegistration = reason("part_of_registration", "тіркелгені айтылған, бірақ күні мен нөмірі толық емес", "о регистрации сказано, но её дата и номер указаны не полностью", "a registration is told of, but not its whole date and number")
	NoteWording        = reason("note_wording", "ескертудің мәтіні түсініксіз: %s", "формулировка сноски не понята: %s", "the wording of the note is not understood: %s")
	ApprovedName       = reason("approved_name", "бекітілген регламенттер тізімінде ол «%s» деп аталған, ал өз тақырыбында – «%s»", "в списке утверждённых регламентов он назван «%s», а в собственном заголовке – «%s»", "the list of approved regulations calls it “%s”, its own title “%s”")
	NotAttached        = reason("not_attached", "бекітілетіндер тізімінде бар, бірақ мұндай регламент қоса берілмеген: %s", "указан среди утверждаемых, но такого регламента дальше нет: %s", "listed for approval, but no regulation of this name follows: %s")
	NoneAttached       = reason("none_attached", "бекітілген регламенттердің ешқайсысы бұл мәтінде жоқ", "ни одного из утверждаемых регламентов дальше в тексте нет", "none of the regulations that the act approves follows in this text")
	NotListed          = reason("not_listed", "акт бекітетін регламенттерінің арасында мұны атамайды: %s", "акт не называет этот регламент среди утверждаемых: %s", "the act does not list this regulation among those it approves: %s")
)

// Reasons of findings on a regulation.
var (
	ServiceUnquoted = reason("service_unquoted", "қызмет атауы тырнақшаға алынбаған: %s", "название услуги не в кавычках: %s", "the name of the service is not in quotation marks: %s")
	ServiceUntitled = reason("service_untitled", "регламенттің тақырыбында қызмет аталмаған, атауы 1-тармақтан алынды: %s", "заголовок регламента не называет услугу, название взято из пункта 1: %s", "the title of the regulation does not name the service: the name is taken from point 1: %s")
	UnknownSteps    = reason("unknown_steps", "қадамдардың тақырыбы белгісіз, олар көрсетілетін қызметті берушінің ішкі рәсімі ретінде оқылды", "шаги под неизвестным заголовком прочитаны как внутренняя процедура услугодателя", "the heading of these steps is not known; they are read as the provider's own procedure")
	UntitledPoints  = reason("untitled_points", "алғашқы белгілі бөлім тақырыбына дейінгі тармақтар", "пункты до первого известного заголовка раздела", "points before the first title of a section that is known")
	PointOrder      = reason("point_order", "%[2]s-тармақтан кейін %[1]s-тармақ тұр", "пункт %[1]s следует за пунктом %[2]s", "point %[1]s follows point %[2]s")
	StepOrder       = reason("step_order", "%[2]s) қадамның орнында %[1]s) тұр", "шаг %[1]s) там, где должен быть %[2]s)", "step %[1]s) where %[2]s) is due")
	UnknownActor    = reason("unknown_actor", "бұл орындаушының рөлі белгісіз: %s", "роль этого исполнителя неизвестна: %s", "the role of this actor is not known: %s")
	UnknownListed   = reason("unknown_participant", "бұл қатысушының рөлі белгісіз: %s", "роль этого участника неизвестна: %s", "the role of this participant is not known: %s")
	NoActor         = reason("no_actor", "қадамда кім орындайтыны айтылмаған", "в шаге не сказано, кто действует", "the step does not say who acts")
	NoAction        = reason("no_action", "қадамда белгілі іс-әрекет жоқ", "в шаге нет известного действия", "no known action in the step")
	NoTerm          = reason("no_term", "рәсімнің басқа қадамдарында мерзім бар, мұнда жоқ", "у других шагов процедуры срок есть, у этого нет", "the other steps of the procedure have a term, this one has none")
	NoLength        = reason("no_length", "бұл мерзімнің ұзақтығын тұтас өлшеммен айтуға болмайды: %s", "длительность этого срока не выразить в целых единицах: %s", "this term has no length in whole units: %s")
	NoBranch        = reason("no_branch", "%s: тексеру өтпеген жағдайға процесс берілмеген", "%s: нет процесса на случай, если проверка не пройдена", "%s: no process follows for the case that the check fails")
	NoStep          = reason("no_step", "кестеде %s-қадам жоқ", "в таблице нет шага %s", "the table has no step %s")
	NoPoint         = reason("no_point", "регламентте %s-тармақ жоқ", "в регламенте нет пункта %s", "the regulation has no point %s")
	EntryOfPart     = reason("entry_of_part", "қолданысқа енгізілу тәртібінің бұл бөлігі деректерде жоқ: %s", "эта часть порядка введения в действие в данных не отражена: %s", "this part of the entry clause is not told in the data: %s")
	Suspends        = reason("suspends", "актінің қолданылуы тоқтатыла тұрады, бұл деректерде тек атап өту ретінде беріледі: %s", "действие акта приостанавливается, в данных это только упоминание: %s", "the effect of this act is suspended, which the data tell only as a mention of it: %s")
	NoListed        = reason("no_listed", "өзгертілетін немесе күші жойылатын актілер қосымшада тізілген, бірақ олар мәтінде табылмады", "изменяемые или отменяемые акты перечислены в приложении, но в тексте они не найдены", "the acts that are amended or repealed are listed in an annex, and none is found in the text")
	NoAnnex         = reason("no_annex", "регламентте %s-қосымша жоқ", "в регламенте нет приложения %s", "the regulation has no annex %s")
	ResultsOfSteps  = reason("results_of_steps", "%d нәтиже аталған, ал рәсім саны – %d", "результатов перечислено: %d, процедур: %d", "%d results are listed for %d procedures")
	LongParagraph   = reason("long_paragraph", "абзац %d КБ-тан ұзын: оның басы ғана оқылды", "абзац длиннее %d КБ: прочитано только его начало", "the paragraph is longer than %d KB: only its beginning was read")
	TermOfNoStep    = reason("term_of_no_step", "бұл мерзім ешбір қадамға жатпайды: %s", "этот срок не относится ни к одному шагу: %s", "this term belongs to no step: %s")
	BrokenTable     = reason("broken_table", "қадамдар кестесінің жолдары мен бағандары бөлінбейді: қай ұяшық қай қадамға жататыны анық емес", "строки и столбцы таблицы шагов не разделяются: неясно, какая ячейка к какому шагу относится", "the rows and columns of a table of steps cannot be told apart: it is not certain which cell belongs to which step")
	ResultsUnread   = reason("results_unread", "бұл нәтижелер түсініксіз: %s", "эти результаты не поняты: %s", "these results are not understood: %s")
	TermUnread      = reason("term_unread", "бұл мерзім түсініксіз: %s", "этот срок не понят: %s", "this term is not understood: %s")
	ActorAbove      = reason("actor_above", "кім орындайтыны жоғарыдағы ұяшықтан алынды: %s", "исполнитель взят из ячейки выше: %s", "who acts is taken from the cell above: %s")
	ActionOfNoStep  = reason("action_of_no_step", "бұл іс-әрекет ешбір қадамға жатпайды", "это действие не относится ни к одному шагу", "this action belongs to no step")
	NoSteps         = reason("no_steps", "рәсім жарияланған, бірақ оның қадамдары оқылмады", "процедура объявлена, но шаги её не прочитаны", "a procedure is announced, but no steps are read from it")
	UnknownChannel  = reason("unknown_channel", "жүгінудің бұл жолы түсініксіз: %s", "этот способ обращения не понят: %s", "this way to apply is not understood: %s")
)

// Names of places in a regulation.
var (
	Point        = reason("point", "%s-тармақ", "пункт %s", "point %s")
	Annex        = reason("annex", "%s-қосымша", "приложение %s", "annex %s")
	SoleAnnex    = reason("sole_annex", "қосымша", "приложение", "annex")
	Regulation   = reason("regulation", "%d-регламент", "регламент %d", "regulation %d")
	Step         = reason("step", "%s-қадам", "шаг %s", "step %s")
	Unnumbered   = reason("unnumbered", "нөмірсіз қадам, %d-орында", "шаг без номера, место %d", "unnumbered step, place %d")
	Words        = reason("words", "%s", "%s", "%s") // the text's own name of a place: "3-процесс"
	Title        = reason("title", "тақырып", "заголовок", "title")
	Participants = reason("participants", "қатысушылар тізімі", "перечень участников", "list of participants")
	Results      = reason("results", "нәтижелер тізімі", "список результатов", "list of results")
	ResultItem   = reason("result_item", "нәтижелер тізімі, %d", "список результатов, %d", "list of results, %d")
	ResultOf     = reason("result_of", "нәтиже: %s", "результат: %s", "result of %s")
	ServiceIs    = reason("service_result", "қызмет көрсету нәтижесі, %s", "результат услуги, %s", "result of the service, %s")
	FormIs       = reason("form", "көрсету нысаны, %s", "форма оказания, %s", "form, %s")
	LimitIs      = reason("limit", "қызмет мерзімі, %s", "срок услуги, %s", "time limit, %s")
	FromResults  = reason("from_results", "%s, нәтижелердің жеке тізімінен", "%s, из отдельного списка результатов", "%s, from the separate list of results")
	And          = reason("and", "%s және %s", "%s и %s", "%s and %s")
	Elsewhere    = reason("elsewhere", "актінің басқа регламенті", "другой регламент акта", "another regulation of the act")
)

// StepName names a step as the text does: "3-процесс", "step 2".
func StepName(p *model.Process, i int) model.Message {
	switch s := &p.Steps[i]; {
	case s.Label != "":
		return Words.Of(s.Label)
	case s.N != "":
		return Step.Of(s.N)
	}
	return Unnumbered.Of(i + 1)
}

// Detail is a reason, or the name of what it is about, and more about it.
var Detail = reason("detail", "%s: %s", "%s: %s", "%s: %s")

// Remarks on comparisons.
var (
	TwoLanguages         = reason("two_languages", "мәтіндер әртүрлі тілде: рөлдер, іс-әрекеттер, мерзімдер және басқа кодтар салыстырылады, сөздер салыстырылмайды", "тексты на разных языках: сравниваются роли, действия, сроки и другие коды, слова не сравниваются", "the texts are in different languages: roles, actions, durations and other codes are compared, words are not")
	SplitService         = reason("split_service", "бір қызмет екіншісінен бөлініп шыққан: регламенттер оны ішінара ғана бірдей реттейді", "одна услуга выделена из другой: регламенты совпадают по предмету лишь отчасти", "one service was split off from the other: they regulate it in part only")
	RenamedService       = reason("renamed_service", "қызметтің атауы өзгертілген: айырмашылықтар басқа стандарттан туындауы мүмкін", "услуга переименована: различия могут объясняться другим стандартом", "the service was renamed: what differs may come from another standard")
	AlikeService         = reason("alike_service", "қызметтің бір атауы каталогта жоқ, ол ұқсастығы бойынша танылды: %s", "одного из названий услуги нет в каталоге, она узнана по сходству: %s", "a name of the service is not in the catalogue and was matched by likeness, %s")
	UnknownServices      = reason("unknown_services", "атаулар каталогта жоқ, олар ұқсастығы бойынша сәйкестендірілді: %s", "названий нет в каталоге, они сопоставлены по сходству: %s", "the names are not in the catalogue and were matched by likeness, %s")
	OnlyRegulations      = reason("only_regulations", "атаулар каталогта жоқ: әр актіде бір ғана регламент болғандықтан жұптастырылды", "названий нет в каталоге: сопоставлены, потому что в каждом акте только один регламент", "the names are not in the catalogue: paired because each act has one regulation only")
	ContentAndSequence   = reason("content_and_sequence", "бір жақ әр рәсімнің мазмұнын, екіншісі бөлімшелер арасындағы реттілікті сипаттайды: екеуі де бір жақта болмағандықтан, бір-бірімен салыстырылды", "одна сторона описывает содержание каждой процедуры, другая – последовательность между подразделениями: они сопоставлены, потому что ни у одной стороны нет обоих описаний", "one side describes the content of each procedure, the other the sequence between units: compared with one another because neither side has both")
	CorporationForCentre = reason("corporation_for_centre", "2016 жылы халыққа қызмет көрсету орталықтарының орнына Мемлекеттік корпорация келді: жүгінудің бір жолы ретінде салыстырылды", "в 2016 году Государственная корпорация заменила центры обслуживания населения: сопоставлены как один способ обращения", "the State Corporation took over from the public service centres in 2016: compared as one way to apply")
	SummedUp             = reason("summed_up", "бір жақ қызмет берушінің қадамдарын біреуіне жинақтаған: %[1]s-тармақ, %[2]s %[3]s-тармақтағы қадамдардың орнына тұр", "одна сторона сводит шаги услугодателя в один: пункт %[1]s, %[2]s – вместо шагов пункта %[3]s", "one side sums up the provider's steps in one: point %[1]s, %[2]s stands for those of point %[3]s")
	ToldElsewhere        = reason("told_elsewhere", "екінші жақта мұндай сипаттама жоқ; бұл туралы айтатыны %[2]s-тармақта (%[1]s), ол өз сыңарымен салыстырылған", "у другой стороны такого описания нет; что она об этом говорит, стоит в пункте %[2]s (%[1]s), и он сопоставлен со своей парой", "the other side has no such description; what it tells of this stands in its point %[2]s (%[1]s), which is compared with its own counterpart")
	UnknownPoint         = reason("unknown_point", "%s: бұл күнгі мәтіні толық белгілі емес, екінші мәтін сол жерде не айтса, салыстырылмады: %s", "%s: текст на этот день известен не весь, и то, что в этом месте говорит другой текст, не сопоставлено: %s", "%s: not all of its text of that day is known, and what the other text says in that place is not compared: %s")
	UnknownPart          = reason("unknown_part", "%s: бұл күнгі мәтіні толық белгілі емес, онда жоқ деп көрсетілген нәрсе сол жерде болуы мүмкін: %s", "%s: текст на этот день известен не весь, и то, что указано как отсутствующее в нём, может стоять в этом месте: %s", "%s: not all of its text of that day is known, and what is told as missing may stand in that place: %s")
	UnknownService       = reason("unknown_service", "%s: «%s» регламентінің бұл күнгі мәтіні белгісіз, ол салыстырылмады: %s", "%s: текст регламента «%s» на этот день неизвестен, он не сопоставлен: %s", "%s: the text of the regulation «%s» on that day is not known, it is not compared: %s")
)

// Reasons why an event of an act's life counts from a day, or why that is not known.
var (
	DayNamed             = reason("day_named", "бұл күнді қолданысқа енгізу шарты атайды", "этот день называет условие введения в действие", "the clause names the day")
	DayUnread            = reason("day_unread", "қолданысқа енгізу шарты атайтын күн оқылмады", "день, который называет условие введения в действие, не прочитан", "the clause names a day that was not read")
	DaysWorked           = reason("days_worked", "қолданысқа енгізу шарты жұмыс күндерімен есептейді", "условие введения в действие считает рабочие дни", "the clause counts working days")
	StartUnknown         = reason("start_unknown", "қолданысқа енгізу шарты есептейтін оқиға белгісіз", "событие, от которого считает условие введения в действие, неизвестно", "the clause counts from an event that is not known")
	NoDay                = reason("no_day", "%s – мұндай күн жоқ", "%s – такого дня нет", "%s is no day")
	PublicationUnknown   = reason("publication_unknown", "корпустың ешбір мәтіні жарияланған күнін айтпайды", "ни один текст корпуса не называет дня опубликования", "no text of the corpus tells the day of publication")
	RegistrationUnknown  = reason("registration_unknown", "корпустың ешбір мәтіні тіркелген күнін айтпайды", "ни один текст корпуса не называет дня регистрации", "no text of the corpus tells the day of registration")
	SigningUnknown       = reason("signing_unknown", "корпустың ешбір мәтіні қол қойылған күнін айтпайды", "ни один текст корпуса не называет дня подписания", "no text of the corpus tells the day of signing")
	SincePublication     = reason("since_publication", "жарияланған күнінен (%s) есептелді", "отсчитано от дня опубликования (%s)", "counted from the publication on %s")
	SinceRegistration    = reason("since_registration", "тіркелген күнінен (%s) есептелді", "отсчитано от дня регистрации (%s)", "counted from the registration on %s")
	SinceSigning         = reason("since_signing", "қол қойылған күнінен (%s) есептелді", "отсчитано от дня подписания (%s)", "counted from the signing on %s")
	AmendingActUntold    = reason("amending_act_untold", "оны қай акт енгізгені айтылмаған", "какой акт это внёс, не сказано", "which act brought it is not told")
	NotBefore            = reason("not_before", "%s; %s күніне дейін бола алмайды", "%s; не раньше %s", "%s; not before %s")
	AmendingEntryUnknown = reason("amending_entry_unknown", "корпустың ешбір мәтіні бұл акт қашан қолданысқа енетінін айтпайды", "ни один текст корпуса не говорит, когда этот акт вводится в действие", "no text of the corpus tells when that act enters into force")
)

// Reasons why an order to change an act is not carried out, or with a doubt only.
var (
	OpenWording        = reason("open_wording", "жаңа редакцияның соңы анық емес", "не ясно, где кончается новая редакция", "the end of the new wording is not certain")
	SeveralServices    = reason("several_services", "бірнеше қызмет аталған", "названо несколько услуг", "it names several services")
	SeveralPoints      = reason("several_points", "бірнеше тармақ аталған", "названо несколько пунктов", "it names several points")
	PartOfPoint        = reason("part_of_point", "тармақтың бөлігі аталған", "названа часть пункта", "it names a part of a point")
	NoAnnexNamed       = reason("no_annex_named", "жаңа редакциясы бар қосымша аталмаған", "приложение с новой редакцией не названо", "it names no annex with the new wording")
	SeveralAnnexes     = reason("several_annexes", "бұл қызметті бірнеше қосымша реттейді", "эту услугу регулирует несколько приложений", "several annexes regulate this service")
	OtherAnnex         = reason("other_annex", "%s-қосымша аталған, ал бұл қызметтің регламенті – %s-қосымша", "названо приложение %s, а регламент этой услуги – приложение %s", "it names annex %s, and the regulation of this service is annex %s")
	NoAnnexOfService   = reason("no_annex_of_service", "өзгерту актісінің ешбір қосымшасы бұл қызметті реттемейді", "эту услугу не регулирует ни одно приложение изменяющего акта", "no annex of the amending act regulates this service")
	OtherOrder         = reason("other_order", "мұндай өзгерістер енгізілмейді", "такие изменения не вносятся", "orders of this kind are not carried out")
	OpenWords          = reason("open_words", "ауыстырылатын сөздер анық емес", "не ясно, какие слова заменяются", "the words to be replaced are not certain")
	NoPointNamed       = reason("no_point_named", "тармақ аталмаған", "пункт не назван", "it names no point")
	NoWordingFollows   = reason("no_wording_follows", "одан кейін жаңа редакция жоқ", "новая редакция за ним не следует", "the new wording does not follow it")
	OrderUnread        = reason("order_unread", "не өзгертілетіні түсініксіз", "что он предписывает, не понято", "what it orders was not understood")
	OtherLanguageOnly  = reason("other_language_only", "бұл тілдегі мәтіні корпуста жоқ", "его текста на этом языке нет в корпусе", "its text in this language is not in the corpus")
	RegulationUnknown  = reason("regulation_unknown", "регламенттің мәтіні корпуста жоқ", "текста регламента нет в корпусе", "the text of the regulation is not in the corpus")
	NotOnePoint        = reason("not_one_point", "регламентте %s-тармақ біреу емес немесе жоқ", "в регламенте нет единственного пункта %s", "the regulation has not one point %s")
	ReplacesPart       = reason("replaces_part", "тармақтың бір бөлігі ауыстырылады", "заменяется часть пункта", "it replaces a part of a point")
	OtherNumber        = reason("other_number", "жаңа редакция тармақтың нөмірінен басталмайды", "новая редакция начинается не с номера пункта", "the new wording does not begin with the number of the point")
	ReplacedAlready    = reason("replaced_already", "тармақ бұрын ауыстырылған", "пункт уже заменён", "the point was replaced already")
	NotOnceInPoint     = reason("not_once_in_point", "«%s» сөздері тармақта %d рет кездеседі", "слов «%s» в пункте: %d", "the point has the words %q %d times")
	LaterWording       = reason("later_wording", "регламенттің %[2]s күнінен кейін %[1]s актісі берген редакциясы ғана белгілі", "известна только редакция регламента, данная актом %s позже %s", "the regulation got the wording that is known by %s, later than %s")
	LaterChange        = reason("later_change", "%[1]s: %[3]s күнінен кейін %[2]s актісімен өзгертілген", "%s: изменено актом %s позже %s", "%s was changed by %s, later than %s")
	NumberedTarget     = reason("numbered_target", "%[2]s-%[1]s", "%[1]s %[2]s", "%[1]s %[2]s")
	SinceAdoption      = reason("since_adoption", "%s қабылданған күннен есептелді: %s", "отсчитано от принятия %s: %s", "counted from the adoption of %s: %s")
	ActUnnamed         = reason("act_unnamed", "аталмаған акт", "неназванный акт", "an act that is not named")
	SinceThen          = reason("since_then", "%s бойынша өзгерістер есепке алынды: %s", "изменения по %s учтены: %s", "the changes by %s are taken to count: %s")
	NotYetInForce      = reason("not_yet_in_force", "%s %s күні әлі қолданыста болмаған: %s күніне дейін енгізілуі мүмкін емес", "%s ещё не действовал %s: не мог быть введён раньше %s", "%s was not yet in force on %s: it cannot have been before %s")
	NotCarriedOut      = reason("not_carried_out", "енгізілмеді: %s", "не внесено: %s", "not applied: %s")
	PointsOfLater      = reason("points_of_later", "%s актісінің өз тармақтары %s күнгі редакцияда", "пункты самого акта %s – в редакции %s", "the points of %s itself are in the wording of %s")
	MaybeEndedBefore   = reason("maybe_ended_before", "%s енді қолданыста емес, ал қай күннен екенін мәтіні айтпайды; ол %s күніне дейін тоқтаған болуы мүмкін", "%s больше не действует, а с какого дня, его текст не говорит; возможно, ещё до %s", "%s is no longer in force, and since when its text does not say; it may have ended before %s")
	MaybeEndedOn       = reason("maybe_ended_on", "%s актісін %s күнгі акт тоқтатқан; ол %s күні қолданыста болмаған болуы мүмкін", "%s прекращён актом от %s; возможно, %s он не действовал", "%s was ended by an act of %s; it may not have been in force on %s")
	WordingUndated     = reason("wording_undated", "%s редакциясының күнін айтпайды, сондықтан ол %s күнгі мәтін болмауы мүмкін", "%s не называет дня своей редакции, и, возможно, это не текст на %s", "%s tells no date of its wording, so it may not be the text of %s")
	NoRegulations      = reason("no_regulations", "%s: мемлекеттік қызмет регламенті жоқ", "%s: регламентов государственных услуг нет", "%s has no regulation of a public service")
	NoSuchRegulation   = reason("no_such_regulation", "%s: %s бар, %d-регламент жоқ", "%s: есть %s, регламента %d нет", "%s has %s, no %d")
	OnlyNumbers        = reason("only_numbers", "тек %s", "только %s", "only %s")
	NoSuchService      = reason("no_such_service", "%s: «%s» қызметі жоқ; %s ішінен ең жақыны: %s", "%s: услуги «%s» нет; есть %s, ближайшие: %s", "%s has no service «%s»; the nearest of %s: %s")
	Both               = reason("both", "%s; %s", "%s; %s", "%s; %s")
	NotInEveryLanguage = reason("not_in_every_language", "%s: актінің әр мәтінінде %d-регламент жоқ", "%s: регламент %d есть не в каждом тексте акта", "%s: not every text of the act has a regulation %d")
)

// Reasons of contradictions.
var (
	TwoTerms          = reason("two_terms", "бір қадамға екі мерзім: %[2]s – %[1]s, %[4]s – %[3]s", "один шаг – разные сроки: %[2]s – %[1]s, %[4]s – %[3]s", "the same step takes %[1]s in %[2]s and %[3]s in %[4]s")
	NoStatedTerm      = reason("no_stated_term", "мерзімі айтылмаған", "срок не указан", "no stated term")
	Quote             = reason("quote", "«%s»", "«%s»", "“%s”")
	TwoParties        = reason("two_parties", "%[2]s бойынша әрекет етуші – %[1]s, ал %[4]s бойынша – %[3]s", "%[2]s: действует %[1]s; %[4]s: действует %[3]s", "%[1]s acts in %[2]s and %[3]s in %[4]s")
	OtherWord         = reason("other_word", "%[2]s «%[1]s» дейді, ал %[4]s – «%[3]s»", "%[2]s: «%[1]s»; %[4]s: «%[3]s»", "“%[1]s” in %[2]s is “%[3]s” in %[4]s")
	Untold            = reason("untold", "%[1]s мына жерде айтылмаған: %[2]s", "%[1]s – об этом не сказано здесь: %[2]s", "%[1]s is not told in %[2]s")
	Untimed           = reason("untimed", "%[1]s – мерзімі жоқ; мерзімі бар қадамдар – %[3]d ішінен %[2]d", "%[1]s – без срока; срок есть у %[2]d шагов из %[3]d", "%[1]s has no term, %[2]d of the %[3]d steps have one")
	OtherScheme       = reason("other_scheme", "сызбада «%[1]s», ал %[2]s бойынша – %[3]s", "на схеме «%[1]s», а %[2]s – %[3]s", "the scheme says “%[1]s” where %[2]s says %[3]s")
	OverLimit         = reason("over_limit", "%[1]s қадамдары барлығы %[2]s = %[3]d минут жұмыс уақытын алады, ал «%[4]s» мерзімі – %[5]d: %[6]d минут артық", "%[1]s: шаги занимают %[2]s = %[3]d минут рабочего времени, а срок «%[4]s» – %[5]d: превышение – %[6]d", "the steps of %[1]s take %[2]s = %[3]d minutes of working time, the limit “%[4]s” is %[5]d: %[6]d more")
	OpenCheck         = reason("open_check", "%s – тексеру, ал ол өтпесе не болатыны айтылмаған", "%s – проверка, и не сказано, что следует, если она не пройдена", "%s is a check, and nothing says what follows when it fails")
	ListedTwice       = reason("listed_twice", "«%s» қатысушылар тізімінде екі рет тұр", "«%s» дважды в перечне участников", "“%s” is in the list of participants twice")
	Unlisted          = reason("unlisted", "%[1]s әрекет етеді (%[2]s), бірақ қатысушылар тізімінде жоқ", "%[1]s действует (%[2]s), но в перечне участников его нет", "%[1]s acts in %[2]s and is not in the list of participants")
	Idle              = reason("idle", "«%s» қатысушылар тізімінде бар, бірақ бірде-бір қадамда әрекет етпейді", "«%s» есть в перечне участников и не действует ни в одном шаге", "“%s” is in the list of participants and acts in no step")
	NumberDue         = reason("number_due", "%[2]d орнына %[1]d нөмірі тұр", "номер %[1]d там, где должен быть %[2]d", "number %[1]d where %[2]d is due")
	ResultNumber      = reason("result_number", "%d нәтиже аталған, ал қадам саны – %d", "результатов перечислено: %d, шагов: %d", "%d results are listed for %d steps")
	ResultAbout       = reason("result_about", "%[1]d-нәтиже «%[2]s» туралы, ал %[3]s – %[4]s туралы", "результат %[1]d – о «%[2]s», а %[3]s – о %[4]s", "result %[1]d is about “%[2]s”, %[3]s about %[4]s")
	ResultsSwapped    = reason("results_swapped", "%d және %d нәтижелері қадамдардың ретінен басқа ретте тұр", "результаты %d и %d стоят в другом порядке, чем шаги", "results %d and %d stand in the other order than the steps")
	RefusalUnstated   = reason("refusal_unstated", "%s бас тартумен аяқталуы мүмкін, ал қызметтің аталған нәтижесінде ол жоқ", "%s может закончиться отказом, а названный результат услуги его не содержит", "%s can end in a refusal, which the stated result of the service does not name")
	RefusalUnprepared = reason("refusal_unprepared", "қызметтің аталған нәтижесі бас тарту болуы мүмкін, ал оны қызмет берушінің ешбір қадамы дайындамайды", "названным результатом услуги может быть отказ, а его не готовит ни один шаг услугодателя", "the stated result of the service can be a refusal, and no step of the provider prepares one")
	OtherDocument     = reason("other_document", "%[1]s «%[2]s» береді, ал қызметтің аталған нәтижесі – %[3]s", "%[1]s: выдаётся «%[2]s», а названный результат услуги – %[3]s", "%[1]s gives “%[2]s”, the stated result of the service is %[3]s")
	SignedAndGiven    = reason("signed_and_given", "%[2]s бойынша «%[1]s» қол қойылады, ал %[4]s бойынша %[3]s беріледі", "%[2]s: подписывается «%[1]s», %[4]s: выдаётся %[3]s", "“%[1]s” is signed in %[2]s, and %[3]s is given in %[4]s")
	ResultOfAnother   = reason("result_of_another", "нәтиже (%[1]s) – қол қою, ал қол қою бұған дейін болған (%[2]s)", "результат (%[1]s) – подписание, а подписание уже было (%[2]s)", "the result of %[1]s is a signing, which %[2]s was")
	AnnexUnheaded     = reason("annex_unheaded", "қосымшаның тақырыбы жоқ", "у приложения нет заголовка", "the annex has lost its heading")
	NoSuchAnnex       = reason("no_such_annex", "%s-қосымша жоқ", "приложения %s нет", "annex %s is not there")
	NoSuchAnnexOrHead = reason("no_such_annex_or_head", "%s-қосымша жоқ; бір қосымшаның тақырыбы жоқ", "приложения %s нет; у одного приложения нет заголовка", "annex %s is not there; one annex has lost its heading")
	NoSoleAnnex       = reason("no_sole_annex", "қосымша жоқ", "приложения нет", "annex is not there")
	NoSuchPoint       = reason("no_such_point", "%s-тармақ жоқ", "пункта %s нет", "point %s is not there")
	IntroducedTwice   = reason("introduced_twice", "«%s» екі рет енгізілген", "«%s» введено дважды", "“%s” is introduced twice")
	TwoShortNames     = reason("two_short_names", "«%s» және «%s» бір ұғымды білдіреді", "«%s» и «%s» означают одно и то же", "“%s” and “%s” stand for one thing")
	NeverIntroduced   = reason("never_introduced", "«%s» қолданылған, бірақ енгізілмеген", "«%s» употребляется, но нигде не введено", "“%s” is used and never introduced")
	NeverUsed         = reason("never_used", "«%s» енгізілген, бірақ қолданылмаған", "«%s» введено, но не употребляется", "“%s” is introduced and never used")
	UsedAsShortName   = reason("used_as_short_name", "«%s» қысқаша атау ретінде қолданылған, бірақ енгізілмеген", "«%s» употребляется как сокращение, но нигде не введено", "“%s” is used as a short name and never introduced")
	OtherName         = reason("other_name", "қызмет басқа сөздермен аталған: %s", "услуга названа другими словами: %s", "the service is named in other words: %s")
	Reworded          = reason("reworded", "«%s» → «%s»", "«%s» → «%s»", "“%s” → “%s”")
	OtherStandard     = reason("other_standard", "стандартты бекіткен %[1]s акт мұнда № %[2]s, ал актінің %[4]d басқа регламентінде № %[3]s", "акт от %[1]s, утвердивший стандарт, здесь № %[2]s, а в других регламентах (%[4]d) – № %[3]s", "the act of %[1]s that approved the standard is No %[2]s here and No %[3]s in %[4]d other regulations")
	TwoAddresses      = reason("two_addresses", "порталдың мекенжайы %s және %s", "адрес портала – %s и %s", "the portal's address is %s and %s")
	FormElectronic    = reason("form_electronic", "нысаны электрондық, ал электрондық жүгіну жолы аталмаған", "форма электронная, а электронный способ обращения не назван", "the form is electronic, and no way to apply electronically is named")
	FormPaperPortal   = reason("form_paper_portal", "нысаны тек қағаз түрінде, ал %s порталды сипаттайды", "форма только бумажная, а %s описывает портал", "the form is paper only, and %s describes the portal")
	FormPaperStart    = reason("form_paper_start", "нысаны тек қағаз түрінде, ал рәсім электрондық өтініштен басталуы мүмкін", "форма только бумажная, а процедура может начаться с электронного заявления", "the form is paper only, and the procedure can start with an electronic application")
	FormAutomated     = reason("form_automated", "нысаны толық автоматтандырылған, ал %s істі %s қызметкерлеріне береді", "форма полностью автоматизирована, а %s передаёт дело работникам (%s)", "the form is fully automated, and %s hands over to the workers of %s")
	PortalUntold      = reason("portal_untold", "портал – жүгіну жолы, ал оны ешбір рәсім сипаттамайды", "портал – способ обращения, а ни одна процедура его не описывает", "the portal is a way to apply, and no procedure describes it")
	CorporationUntold = reason("corporation_untold", "%s Мемлекеттік корпорацияны сипаттайды, ал ол жүгіну жолы емес", "%s описывает Государственную корпорацию, а она не названа способом обращения", "%s describes the State Corporation, which is no way to apply")
)
