package lang

// LinkStems are the beginnings of words that the portal sets as hyperlinks: names of
// acts and of their parts. Extractors of PDF text paint them after the rest of their
// line ("… Стандарттың  көрсетілген құжаттарды 9-тармағында").
var LinkStems = []string{
	// Kazakh
	"қосымша", "тармақ", "тармағ", "тармақша", "бөлім", "бөлiм", "бап", "баб", "тарау", "стандарт", "регламент",
	"қаулы", "бұйрық", "бұйрығ", "шешім", "заң", "кодекс", "жарлық", "жарлығ", "қағида", "ереже",
	// Russian
	"приложени", "пункт", "подпункт", "стать", "раздел", "глав", "постановлени", "приказ", "решени", "закон",
	"указ", "правил", "положени",
}
