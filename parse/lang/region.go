package lang

import (
	"slices"
	"strings"

	"reglament/model"
)

// Region is a region of Kazakhstan as acts name it.
type Region struct {
	Code   model.Region
	Letter string   // of the portal's ids of its registered acts: V15[B]0005077
	Oblast []Phrase // its name before "облысы", "области", "облыстық"
	After  []Phrase // its name after "области": "маслихата области Абай"
	City   []Phrase // a city that is a region: before "қаласы", after "города"
	Short  []Phrase // abbreviations
}

// Regions of Kazakhstan, old names included: South Kazakhstan was renamed Turkistan in
// June 2018, Astana was Nur-Sultan from 2019 to 2022. Oblasts joined to others in 1997
// stand with the region that holds their land today, see OnDate; Kokshetau and Turgai,
// which were divided, with none.
var Regions = []Region{
	{Code: "KZ-10", Letter: "F", Oblast: []Phrase{"абай", "абайск*", "семей", "семипалатинск*"}, After: []Phrase{"абай"}},
	{Code: "KZ-11", Letter: "B", Oblast: []Phrase{"ақмола", "акмолинск*", "целиноград", "целиноградск*"}},
	{Code: "KZ-15", Letter: "C", Oblast: []Phrase{"ақтөбе", "актюбинск*"}},
	{Code: "KZ-19", Letter: "D", Oblast: []Phrase{"алматы", "алматинск*", "алма-атинск*"}},
	{Code: "KZ-23", Letter: "T", Oblast: []Phrase{"атырау", "атырауск*", "гурьевск*"}},
	{Code: "KZ-27", Letter: "Z", Oblast: []Phrase{"батыс қазақстан", "западно-казахстанск*", "батыс-қазақстан", "уральск*"}, Short: []Phrase{"бқо", "зко"}},
	{Code: "KZ-31", Letter: "G", Oblast: []Phrase{"жамбыл", "жамбылск*", "джамбулск*"}},
	{Code: "KZ-33", Letter: "I", Oblast: []Phrase{"жетісу", "жетысуск*", "талдықорған", "талды-курганск*", "талдыкорганск*"}, After: []Phrase{"жетісу", "жетысу"}},
	{Code: "KZ-35", Letter: "K", Oblast: []Phrase{"қарағанды", "карагандинск*"}},
	{Code: "KZ-39", Letter: "N", Oblast: []Phrase{"қостанай", "костанайск*", "кустанайск*"}},
	{Code: "KZ-43", Letter: "L", Oblast: []Phrase{"қызылорда", "кызылординск*", "кзыл-ординск*"}},
	{Code: "KZ-47", Letter: "M", Oblast: []Phrase{"маңғыстау", "маңғыстауск*", "мангистауск*", "мангыстауск*", "мангышлакск*"}},
	{Code: "KZ-55", Letter: "P", Oblast: []Phrase{"павлодар", "павлодарск*"}},
	{Code: "KZ-59", Letter: "S", Oblast: []Phrase{"солтүстік қазақстан", "солтүстік-қазақстан", "северо-казахстанск*"}, Short: []Phrase{"сқо", "ско"}},
	{Code: "KZ-61", Letter: "U", Oblast: []Phrase{"түркістан", "туркестанск*", "оңтүстік қазақстан", "оңтүстік-қазақстан", "южно-казахстанск*", "чимкентск*", "шымкентск*"}, Short: []Phrase{"оқо", "юко"}},
	{Code: "KZ-62", Letter: "H", Oblast: []Phrase{"ұлытау", "улытауск*", "жезқазған", "жезказганск*", "джезказганск*"}, After: []Phrase{"ұлытау", "улытау"}},
	{Code: "KZ-63", Letter: "V", Oblast: []Phrase{"шығыс қазақстан", "шығыс-қазақстан", "восточно-казахстанск*"}, Short: []Phrase{"шқо", "вко"}},
	{Code: "KZ-71", Letter: "A", City: []Phrase{"астана*", "астаны", "нұр-сұлтан*", "нұрсұлтан*", "нур-султан*", "астане"}},
	{Code: "KZ-75", Letter: "R", City: []Phrase{"алматы", "алматинск*"}},
	{Code: "KZ-79", Letter: "E", City: []Phrase{"шымкент*"}},
}

// PlainOblasts are the names of oblasts in Kazakh as FoldPlain writes them: what careless
// typing leaves of "Қарағанды" and "Қызылорда".
var PlainOblasts = func() map[string]model.Region {
	out := map[string]model.Region{}
	for _, r := range Regions {
		for _, p := range r.Oblast {
			if name := string(p); !strings.HasSuffix(name, "*") {
				out[FoldPlain(name)] = r.Code
			}
		}
	}
	return out
}()

// hyphened are the names of regions that a hyphen makes one of two words, by the first.
var hyphened = func() map[string][]Pattern {
	out := map[string][]Pattern{}
	for _, r := range Regions {
		for _, p := range slices.Concat(r.Oblast, r.City) {
			if first, _, two := strings.Cut(string(p), "-"); two {
				out[first] = append(out[first], p.Pattern())
			}
		}
	}
	return out
}()

// Hyphened reports whether a hyphen between two words makes them the name of a region:
// "Восточно", "Казахстанской".
func Hyphened(first, second string) bool {
	first = FoldWord(first)
	for _, p := range hyphened[first] {
		if p[0].Match(first + "-" + FoldWord(second)) {
			return true
		}
	}
	return false
}

// Dates from which acts of a place belong to a new region.
const (
	shymkentSince  model.Date = "2018-06-19" // Shymkent left South Kazakhstan
	regionsOf2022  model.Date = "2022-06-08" // Abai, Zhetisu and Ulytau were formed
	shymkentBefore            = model.Region("KZ-61")
	shymkentCode              = model.Region("KZ-79")
)

// BeforeBordersMoved is a day before any of them.
const BeforeBordersMoved model.Date = "2018-01-01"

// RegionOfLetter returns the region whose acts' portal ids have the letter.
func RegionOfLetter(letter string) (model.Region, bool) {
	for _, r := range Regions {
		if r.Letter == letter {
			return r.Code, true
		}
	}
	return "", false
}

// OnDate returns the region that a place counted to code now belonged to on the date.
func OnDate(code model.Region, date model.Date) model.Region {
	if date == "" {
		return code
	}
	switch {
	case code == shymkentCode && date < shymkentSince:
		return shymkentBefore
	case date >= regionsOf2022:
		return code
	case code == "KZ-10":
		return "KZ-63"
	case code == "KZ-33":
		return "KZ-19"
	case code == "KZ-62":
		return "KZ-35"
	}
	return code
}

// districts of the regions by today's borders: names that belong to one region only.
// Each name stands for the district or city named so in Kazakh and, with its stem, for
// the Russian adjective: "Айыртау ауданы", "Айыртауского района".
var districts = map[model.Region]string{
	"KZ-10": "мақаншы маканчинск* жаңасемей жанасемейск* аягөз аягозск* бесқарағай бескарагайск* бородулиха бородулихинск* жарма жарминск* көкпекті кокпектинск* үржар урджарск* ақсуат аксуатск* семей* курчатов*",
	"KZ-11": "біржан биржан ақкөл аккольск* аршалы аршалынск* астрахан астраханск* атбасар* атбасарск* бұланды буландынск* бурабай бурабайск* егіндікөл егиндыкольск* " +
		"еңбекшілдер енбекшильдерск* ерейментау ерейментауск* жақсы жаксынск* жарқайың жаркаинск* зеренді зерендинск* қорғалжын коргалжынск* " +
		"сандықтау сандыктауск* целиноград целиноградск* шортанды шортандинск* көкшетау кокшетау кокшетауск* степногорск* қосшы косшы щучинск* щучье",
	"KZ-15": "әйтеке айтекебийск* айтеке алға алгинск* байғанин байганинск* қарғалы каргалинск* қобда хобдинск* кобдинск* мәртөк мартукск* мұғалжар мугалжарск* темір темирск* " +
		"ойыл уилск* хромтау хромтауск* шалқар шалкарск* ырғыз иргизск* ақтөбе актобе актюбинск*",
	"KZ-19": "еңбекшіқазақ енбекшиказахск* іле илийск* қарасай карасайск* кеген кегенск* райымбек райымбекск* раимбекск* талғар талгарск* ұйғыр уйгурск* қонаев конаев* қапшағай капшагай* капчагай*",
	"KZ-23": "жылыой жылыойск* индер индерск* исатай исатайск* құрманғазы курмангазинск* қызылқоға кызылкогинск* кзылкогинск* мақат макатск* махамбет махамбетск* атырау атырауск*",
	"KZ-27": "бөкей бөкейордасы бокейординск* бокей ақжайық акжаикск* бөрлі бурлинск* жаңақала жангалинск* жәнібек жанибекск* бәйтерек байтерек зеленов зеленовск* казталов казталовск* қаратөбе каратобинск* " +
		"сырым сырымск* тасқала таскалинск* теректі теректинск* шыңғырлау чингирлауск* орал уральск*",
	"KZ-31": "байзақ байзакск* жуалы жуалынск* қордай кордайск* меркі меркенск* мойынқұм мойынкумск* сарысу сарысуск* талас таласск* рысқұлов рыскулова рыскуловск* шу шуск* тараз* ",
	"KZ-33": "алакөл алакольск* ескелді ескельдинск* кербұлақ кербулакск* көксу коксуск* қаратал каратальск* панфилов панфиловск* сарқан сарканск* саркандск* талдықорған талдыкорган* текелі текели*",
	"KZ-35": "бұқар бухар-жырауск* қарқаралы каркаралинск* осакаров осакаровск* шет шетск* нұра нуринск* қарағанды караганды караганда* карагандинск* приозерск* саран сарань сарани саранск* теміртау темиртау темиртауск* шахтинск*",
	"KZ-39": "майлин майлина алтынсарин алтынсаринск* амангелді амангельдинск* әулиекөл аулиекольск* денисов денисовск* жангелдин джангельдинск* жангельдинск* жітіқара житикаринск* " +
		"қамысты камыстинск* қарабалық карабалыкск* меңдіқара мендыкаринск* наурызым наурзумск* сарыкөл сарыкольск* таран тарановка тарановск* қарасу карасуск* ұзынкөл узункольск* " +
		"федоров федоровск* қостанай костанай костаная костанайск* арқалық аркалык* лисаков лисаковск* рудный рудного рудненск*",
	"KZ-43": "арал аральск* қазалы казалинск* қармақшы кармакшинск* жалағаш жалагашск* сырдария сырдарьинск* шиелі шиелийск* жаңақорған жанакорганск* қызылорда кызылорда кызылорды кызылординск* байқоңыр*",
	"KZ-47": "бейнеу бейнеуск* қарақия каракиянск* маңғыстау мангистауск* мұнайлы мунайлинск* түпқараған тупкараганск* ақтау актау актауск* жаңаөзен жанаозен*",
	"KZ-55": "баянауыл баянаульск* железин железинск* ертіс иртышск* тереңкөл теренколь качир качирск* аққулы ақкулы аккулы лебяжі лебяжинск* май майск* павлодар павлодара павлодарск* " +
		"успен успенск* шарбақты щербактинск* екібастұз экибастуз*",
	"KZ-59": "шал айыртау айыртауск* ақжар акжарск* аққайың аккайынск* мүсірепов мусрепова қызылжар кызылжарск* жұмабаев жумабаева мамлют мамлютск* тайынша тайыншинск* " +
		"тимирязев тимирязевск* уәлиханов уалихановск* петропавл петропавловск*",
	"KZ-61": "сауран сауранск* бәйдібек байдибекск* жетісай жетысайск* келес келесск* қазығұрт казыгуртск* мақтаарал мактааральск* ордабасы ордабасынск* ордабасинск* отырар отрарск* сайрам сайрамск* " +
		"сарыағаш сарыагашск* созақ созакск* сузакск* төлеби төле толебийск* түлкібас тюлькубасск* шардара шардаринск* арыс арысь арысск* кентау кентауск* түркістан туркестан туркестанск*",
	"KZ-71": "сарыарқа сарыаркинск*",
	"KZ-75": "медеу медеуск* алмалы алмалинск* бостандық бостандыкск* әуезов ауэзовск* түрксіб турксибск* наурызбай наурызбайск*",
	"KZ-62": "жаңаарқа жанааркинск* ұлытау улытауск* жезқазған жезказган* қаражал каражал* сәтбаев* сәтпаев* сатпаев*",
	"KZ-63": "самар самарск* марқакөл маркакольск* глубокое глубоковск* зайсан зайсанск* катонқарағай катон-карагайск* күршім курчумск* тарбағатай тарбагатайск* ұлан уланск* шемонаиха шемонаихинск* " +
		"зырян зыряновск* алтай өскемен усть-каменогорск* риддер*",
}

// A city and a district of two regions may bear one name: "Балқаш қаласы" is not in "Балқаш
// ауданы".
var (
	namesakeCities    = map[model.Region]string{"KZ-35": "балқаш балхаш*", "KZ-19": "алатау", "KZ-55": "ақсу аксу аксуск*"}
	namesakeDistricts = map[model.Region]string{"KZ-19": "балқаш балхаш балхашск*", "KZ-33": "ақсу аксу аксуск*"}
)

// District is a name that tells a region where the region itself is not named.
type District struct {
	Name PatternWord
	Code model.Region // by today's borders, see OnDate
	Unit Unit         // of those that bear the name
}

// Unit is a kind of place.
type Unit int

// Kinds of places that names are of.
const (
	CityOrDistrict Unit = iota
	City
	RuralDistrict
)

// Districts by the first letter of their names.
var Districts = districtIndex()

func districtIndex() map[rune][]District {
	out := map[rune][]District{}
	for unit, names := range []map[model.Region]string{CityOrDistrict: districts, City: namesakeCities, RuralDistrict: namesakeDistricts} {
		for _, r := range Regions { // in a fixed order
			for _, w := range Phrase(names[r.Code]).Pattern() {
				for _, first := range w.Text {
					out[first] = append(out[first], District{Name: w, Code: r.Code, Unit: Unit(unit)})
					break
				}
			}
		}
	}
	return out
}
