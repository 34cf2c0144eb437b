package phrase

import (
	"errors"
	"io/fs"

	"reglament/model"
)

// Fault is an error that can be told in every language.
type Fault struct {
	Why model.Message
	Err error // what errors.Is tells it by, nil where nothing
}

func (f *Fault) Error() string { return English.Tell(f.Why) }

func (f *Fault) Unwrap() error { return f.Err }

// Fault is the reason as an error.
func (r Reason) Fault(args ...any) *Fault { return &Fault{Why: r.Of(args...)} }

// As is the reason as an error that errors.Is tells by err.
func (r Reason) As(err error, args ...any) *Fault { return &Fault{r.Of(args...), err} }

// Because is the fault with what it came from.
func (f *Fault) Because(why model.Message) *Fault { return &Fault{Detail.Of(f.Why, why), f} }

// Why is what an error says of a file, without the file's name; of one that is not told
// in other languages, its own words.
func Why(err error) model.Message {
	var f *Fault
	var path *fs.PathError
	switch {
	case errors.As(err, &f):
		return f.Why
	case errors.Is(err, fs.ErrNotExist):
		return NoSuchFile.Of()
	case errors.Is(err, fs.ErrPermission):
		return NotPermitted.Of()
	case errors.As(err, &path):
		return Words.Of(path.Err.Error())
	}
	return Words.Of(err.Error())
}

// Reasons why a file cannot be read, or only so far.
var (
	EmptyFile     = reason("empty_file", "файл бос", "файл пуст", "the file is empty")
	BlankFile     = reason("blank_file", "файлда мәтін жоқ, тек бос орындар", "в файле нет текста, только пробелы", "the file has no text, only blanks")
	FileNoText    = reason("file_no_text", "файлда мәтін жоқ", "в файле нет текста", "the file has no text")
	NoAct         = reason("no_act", "мұнда мемлекеттік органның актісі танылмады", "акт государственного органа в нём не распознан", "no act of a state body is recognised in it")
	RTF           = reason("rtf", "бұл RTF файлы; оны .docx түрінде сақтаңыз", "это файл RTF; сохраните его как .docx", "it is an RTF file; save it as .docx")
	Packed        = reason("packed", "бұл мұрағат (%s); ingest командасы .zip, .tar және .tar.gz мұрағаттарын оқиды, басқаларын ашып алыңыз", "это архив (%s); команда ingest читает .zip, .tar и .tar.gz, другие распакуйте", "it is an archive (%s); the command ingest reads .zip, .tar and .tar.gz, unpack others")
	Picture       = reason("picture", "бұл сурет (%s); одан алдымен мәтінін танып алыңыз", "это изображение (%s); сначала распознайте его текст", "it is a picture (%s); have its text recognised first")
	NoActBinary   = reason("no_act_binary", "екілік деректер, актінің мәтіні емес", "двоичные данные, а не текст акта", "binary data, not a text of an act")
	Binary        = reason("binary", "екілік деректер, мәтін емес", "двоичные данные, а не текст", "binary data, not text")
	ZeroByte      = reason("zero_byte", "%d-байт нөлге тең", "нулевой байт по смещению %d", "a zero byte at offset %d")
	ZeroCharacter = reason("zero_character", "%d-таңба нөлге тең", "нулевой знак по смещению %d", "a zero character at offset %d")
	Controls      = reason("controls", "%d басқару таңбасы, соңғысы %d-байтта", "управляющих знаков: %d, последний по смещению %d", "%d control characters, the last at offset %d")
	// FewerRegulations: "KZ-27/2016-04-15/122: 3 regulations, and west.pdf of the same day has 9
	// regulations …".
	FewerRegulations = reason("fewer_regulations", "%s: бұл мәтінде %s, ал сол күнгі %s файлында %s; ең жаңа мәтін болып сол қалады", "%s: в этом тексте %s, а в %s того же дня – %s; новейшим текстом остаётся тот", "%s: this text has %s, and %s of the same day has %s; that one stays the newest text")
	Keyless          = reason("keyless", "актінің өңірі, күні немесе нөмірі белгісіз; ол %s ретінде сақталды және актінің басқа мәтіндерімен біріктірілмейді", "регион, дата или номер акта неизвестны; он хранится как %s и не соединяется с другими текстами акта", "the act's region, date or number is unknown; it is kept as %s and cannot be joined with other texts of the act")
	ReaderFailed     = reason("reader_failed", "оқу бағдарламасы бұл файлда істен шықты: %s", "программа чтения не справилась с этим файлом: %s", "the reader failed on this file: %s")
	NoSuchFile       = reason("no_such_file", "мұндай файл жоқ", "такого файла нет", "there is no such file")
	NotPermitted     = reason("not_permitted", "оқуға рұқсат жоқ", "нет разрешения на чтение", "may not be read: permission denied")
	Late             = reason("late", "ол уақытында оқылмады", "он не прочитан вовремя", "it was not read in time")
	NotRead          = reason("not_read", "оқылмайды: %s", "его не удалось прочитать: %s", "it cannot be read: %s")
	Shredded         = reason("shredded", "орта есеппен %[2]d байттан қысқа %[1]d-дан астам жол немесе тег, мұндай акт болмайды", "более %d строк или тегов короче %d байт в среднем, таких актов нет", "more than %d lines or tags shorter than %d bytes on average, which no act has")
	TooLongFile      = reason("too_long_file", "%d МБ-тан ұзын, мұндай акт болмайды", "длиннее %d МБ, таких актов нет", "it is longer than %d MB, which no act is")
)

// Reasons why a page cannot be read.
var (
	PageNoText    = reason("page_no_text", "бетте мәтін жоқ", "на странице нет текста", "the page has no text in it")
	PageNotParsed = reason("page_not_parsed", "бетті талдау мүмкін емес: %s", "страницу не удалось разобрать: %s", "the page cannot be parsed: %s")
	SavedHead     = reason("saved_head", "сақталған беттің басы бүлінген: %s", "заголовок сохранённой страницы повреждён: %s", "the head of the saved page is damaged: %s")
	SavedNoPage   = reason("saved_no_page", "сақталған файлда бет жоқ немесе ол оған дейін қиылған", "в сохранённом файле нет страницы, или он обрывается перед ней", "the saved file has no page in it, or is cut short before it")
	SavedPage     = reason("saved_page", "сақталған файлдағы бет бүлінген немесе қиылған: %s", "страница в сохранённом файле повреждена или обрывается: %s", "the page in the saved file is damaged or cut short: %s")
)

// Reasons why a DOCX document cannot be read.
var (
	NotDOCX        = reason("not_docx", "DOCX файлы емес", "это не файл DOCX", "not a DOCX file")
	DOCXTooLarge   = reason("docx_too_large", "құжат кез келген актіден үлкен", "документ больше любого акта", "the document is larger than any act")
	DOCXNoText     = reason("docx_no_text", "құжатта мәтін жоқ", "в документе нет текста", "the document has no text in it")
	OldWord        = reason("old_word", "бұл Word 97–2003 форматындағы .doc немесе құпиясөзбен жабылған файл; оны құпиясөзсіз .docx түрінде сақтаңыз", "это .doc из Word 97–2003 или файл под паролем; сохраните его как .docx без пароля", "it is a .doc of Word 97 to 2003, or locked with a password; save it as .docx without one")
	OpenDocument   = reason("open_document", "бұл OpenDocument файлы (.odt); оны .docx түрінде сақтаңыз", "это файл OpenDocument (.odt); сохраните его как .docx", "it is an OpenDocument file (.odt); save it as .docx")
	EPUB           = reason("epub", "бұл EPUB кітабы; оны .docx түрінде сақтаңыз", "это книга EPUB; сохраните её как .docx", "it is an EPUB book; save it as .docx")
	ArchiveHasNo   = reason("archive_has_no", "мұрағатта %s жоқ", "в архиве нет %s", "the archive has no %s")
	ArchiveCut     = reason("archive_cut", "мұрағат бүлінген немесе қиылған (%s)", "архив повреждён или обрывается (%s)", "the archive is damaged or cut short (%s)")
	FilesInArchive = reason("files_in_archive", "мұрағатта %d файл бар, шегі – %d", "файлов в архиве: %d, предел – %d", "%d files in the archive, the limit is %d")
	NotUnpacked    = reason("not_unpacked", "%s ашылмайды: %s", "%s не распаковывается: %s", "%s cannot be unpacked: %s")
	MoreBlocks     = reason("more_blocks", "%d-дан көп абзац пен ұяшық", "абзацев и ячеек больше %d", "more than %d paragraphs and cells")
	MoreUnpacked   = reason("more_unpacked", "ашқанда %d байттан көп", "в распакованном виде больше %d байт", "more than %d bytes unpacked")
	PackedAsBomb   = reason("packed_as_bomb", "%d еседен артық қысылған, «бомбалар» сондай болады", "сжато более чем в %d раз, как у «бомб»", "packed more than %d to 1, as bombs are")
	NestedDeeper   = reason("nested_deeper", "элементтер %d деңгейден терең салынған", "элементы вложены глубже %d", "elements nested deeper than %d")
)

// Reasons why a PDF cannot be read.
var (
	NotPDF           = reason("not_pdf", "PDF файлы емес", "это не файл PDF", "not a PDF file")
	NotPDFHead       = reason("not_pdf_head", "ол %%PDF- деп басталмайды", "он не начинается с %%PDF-", "it does not begin with %%PDF-")
	PDFDamaged       = reason("pdf_damaged", "PDF бүлінген", "PDF повреждён", "the PDF is damaged")
	PDFPassword      = reason("pdf_password", "PDF құпиясөзбен жабылған", "PDF закрыт паролем", "the PDF is locked with a password")
	PDFTooLarge      = reason("pdf_too_large", "PDF кез келген актіден үлкен", "PDF больше любого акта", "the PDF is larger than any act")
	PDFNoText        = reason("pdf_no_text", "PDF-те мәтін жоқ, тек суреттер: алдымен оны тану керек", "в PDF нет текста, только изображения: его нужно сначала распознать", "the PDF has no text in it, pictures only: it needs to be recognised first")
	PDFNotWithin     = reason("pdf_not_within", "PDF %s ішінде оқылмады", "PDF не прочитан за %s", "the PDF was not read within %s")
	PDFStopped       = reason("pdf_stopped", "PDF оқуы тоқтатылды", "чтение PDF остановлено", "the reading of the PDF was stopped")
	PDFNoProcess     = reason("pdf_no_process", "PDF оқитын процесс іске қосылмады: %s", "не удалось запустить процесс для чтения PDF: %s", "no process can be started to read the PDF: %s")
	PDFProcessDied   = reason("pdf_process_died", "PDF оқыған процесс аяқталып қалды (%s)", "процесс, читавший PDF, прервался (%s)", "the process that read the PDF died (%s)")
	PDFNoAnswer      = reason("pdf_no_answer", "PDF оқыған процесс жауап бермеді: %s", "процесс, читавший PDF, не дал ответа: %s", "the process that read the PDF gave no answer: %s")
	PDFText          = reason("pdf_text", "мәтіні %d МБ-тан көп", "его текст больше %d МБ", "its text has more than %d MB")
	PDFMemory        = reason("pdf_memory", "оны оқуға %d МБ-тан көп жад керек", "его чтение требует больше %d МБ памяти", "reading it takes more than %d MB of memory")
	PDFContent       = reason("pdf_content", "мазмұны %d байттан көп", "содержимого больше %d байт", "more than %d bytes of content")
	PDFForms         = reason("pdf_forms", "пішіндер бірінің ішіне бірі %d деңгейден терең салынған", "формы вложены друг в друга глубже %d", "forms inside forms deeper than %d")
	PDFOperators     = reason("pdf_operators", "салу операторлары %d-дан көп", "операторов рисования больше %d", "more than %d drawing operators")
	PDFLetters       = reason("pdf_letters", "әріптер %d-дан көп", "букв больше %d", "more than %d letters")
	PDFLettersOnPage = reason("pdf_letters_on_page", "бір бетте әріптер %d-дан көп", "букв на одной странице больше %d", "more than %d letters on a page")
	PDFObjects       = reason("pdf_objects", "онда %s нысан бар делінген, шегі – %d", "в нём заявлено объектов: %s, предел – %d", "it claims %s objects, the limit is %d")
	PDFTables        = reason("pdf_tables", "кестелері бір-біріне шексіз сілтейді", "его таблицы ссылаются друг на друга без конца", "its tables refer to each other without end")
	PDFNoPages       = reason("pdf_no_pages", "онда бет жоқ", "в нём нет страниц", "it has no pages")
	PDFLines         = reason("pdf_lines", "%[2]d-бетте жолдар %[1]d-дан көп", "строк на странице %[2]d больше %[1]d", "more than %[1]d lines on page %[2]d")
	PDFPageTree      = reason("pdf_page_tree", "беттер тармағының соңы жоқ", "у его дерева страниц нет конца", "its page tree has no end")
	PDFPages         = reason("pdf_pages", "беттер %d-дан көп", "страниц больше %d", "more than %d pages")
	PDFPageMissing   = reason("pdf_page_missing", "%d-бет жоқ", "нет страницы %d", "page %d is missing")
	PDFStream        = reason("pdf_stream", "бір ағыны %d байттан көп", "поток больше %d байт", "a stream of more than %d bytes")
	PDFUnpacked      = reason("pdf_unpacked", "бір ағыны ашылмайды: %s", "поток не распаковывается: %s", "a stream cannot be unpacked: %s")
)

// Reasons why an archive, or what is in it, cannot be read.
var (
	BeyondLimits   = reason("beyond_limits", "рұқсат етілген шектен үлкен", "больше, чем разрешают пределы", "larger than the limits allow")
	Encrypted      = reason("encrypted", "ол құпиясөзбен жабылған", "он закрыт паролем", "it is locked with a password")
	NameLeadsOut   = reason("name_leads_out", "оның атауы мұрағаттан тыс жерге апарады", "его имя ведёт за пределы архива", "its name leads out of the archive")
	Link           = reason("link", "бұл сілтеме, сілтемелер бойынша өтілмейді", "это ссылка, а по ссылкам переход не выполняется", "it is a link, and links are not followed")
	Special        = reason("special", "бұл кәдімгі файл емес", "это не обычный файл", "it is no regular file")
	Damaged        = reason("damaged", "бүлінген немесе қиылған", "повреждено или обрывается", "damaged or cut short")
	DamagedGzip    = reason("damaged_gzip", "gzip файлы бүлінген немесе қиылған: %s", "файл gzip повреждён или обрывается: %s", "the gzip file is damaged or cut short: %s")
	DamagedArchive = reason("damaged_archive", "мұрағат бүлінген немесе қиылған: %s", "архив повреждён или обрывается: %s", "the archive is damaged or cut short: %s")
	DamagedEntry   = reason("damaged_entry", "мұрағаттағы файл бүлінген немесе қиылған: %s", "файл в архиве повреждён или обрывается: %s", "the entry is damaged or cut short: %s")
	DamagedZip     = reason("damaged_zip", "zip мұрағаты бүлінген немесе қиылған: %s", "архив zip повреждён или обрывается: %s", "the zip archive is damaged or cut short: %s")
	PackedUnknown  = reason("packed_unknown", "ол белгісіз тәсілмен қысылған: Deflate тәсілімен қысыңыз", "он сжат неизвестным способом: сожмите его способом Deflate", "it is packed in a way that is not known: pack it with Deflate")
	UnpacksToTimes = reason("unpacks_to_times", "ашқанда %d еседен артық өседі", "при распаковке растёт более чем в %d раз", "it unpacks to more than %d times its size")
	LongList       = reason("long_list", "файлдарының тізімі тым ұзын", "его список файлов слишком длинный", "its list of entries is too long")
	ArchivesDeep   = reason("archives_deep", "мұрағаттар бірінің ішіне бірі %d деңгейден терең салынған", "архивы вложены друг в друга глубже %d", "archives lie in one another deeper than %d")
	MoreInOneFile  = reason("more_in_one_file", "бір файлда %s-тан көп", "в одном файле больше %s", "more than %s in one file")
	MoreEntries    = reason("more_entries", "мұрағатта %d-дан көп файл", "файлов больше %d", "more than %d entries")
	MoreFromIt     = reason("more_from_it", "одан ашылатыны %s-тан көп", "из него распаковывается больше %s", "more than %s are unpacked from it")
)
