package lang

// Words that weigh little where two wordings are compared, folded.
var (
	// Linking words say nothing about what a text is about.
	Linking = setOf(
		"және", "мен", "бен", "пен", "немесе", "не", "үшін", "туралы",
		"и", "или", "либо", "в", "во", "на", "с", "со", "к", "для", "по", "о", "об", "от", "из",
	)

	// Framing words introduce or close a value: "Нәтижесі – …", "10 минут ішінде", "не более
	// двадцати минут", "Результат процедуры (действия): …".
	Framing = setOf(
		"нәтижесі", "нәтиже", "рәсім", "рәсімнің", "іс", "қимыл", "қимылдың", "ішінде", "аспайды", "аспайтын", "артық", "емес",
		"результат", "процедуры", "действия", "более", "не", "течение", "в",
	)

	// Boilerplate is in every step of every regulation, by the first six letters: мемлекеттік
	// көрсетілетін қызмет, оказание государственной услуги.
	Boilerplate = setOf(
		"мемлек", "көрсет", "қызмет", "алушы", "беруші",
		"госуда", "услуги", "услуг", "оказан", "услуго",
	)

	// Illustrations begin words for a picture of what the text has said: блок-схемада,
	// бизнес-процестер анықтамалығында, справочнике бизнес-процессов.
	Illustrations = []string{"диаграмма", "схема", "справочник", "анықтамалы"}
)

func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}
