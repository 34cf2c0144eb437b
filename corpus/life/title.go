package life

import (
	"reglament/corpus"
	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/lang"
)

// titled is an act that the title of a mentioned act says is changed or ended: "О внесении
// изменений в постановление акимата … от 2 сентября 2015 года № 141 …".
type titled struct {
	act       corpus.Act
	ref       model.ActRef
	kind      Kind
	by        string
	byAdopted model.Date
}

// titleWordings tell what a title announces.
var titleWordings = []struct {
	kind  Kind
	words lang.Pattern
}{
	{Amended, lang.Phrase("өзгеріс* енгізу").Pattern()},    // … қаулысына өзгерістер енгізу туралы
	{Amended, lang.Phrase("толықтыру* енгізу").Pattern()},  // … қаулысына толықтырулар енгізу туралы
	{Amended, lang.Phrase("внесении изменени*").Pattern()}, // О внесении изменений в …
	{Amended, lang.Phrase("внесении дополнени*").Pattern()},
	{Repealed, lang.Phrase("күші жойы* деп тану").Pattern()}, // … күші жойылды деп тану туралы
	{Repealed, lang.Phrase("признании утративш* силу").Pattern()},
}

// inTitle returns the act that the title of a mentioned act announces to change or end,
// none where the title names several.
func inTitle(by string, m corpus.Mention) []titled {
	kind := titleKind(string(m.Ref.Title))
	if kind == "" {
		return nil
	}
	refs := act.Refs(string(m.Ref.Title), 0, m.Language)
	if len(refs) != 1 {
		return nil
	}
	named, ok := Name(&refs[0])
	if !ok || named.Key == by || named.Key == m.Act.Key {
		return nil
	}
	return []titled{{named, refs[0], kind, by, m.Ref.Date}}
}

func titleKind(title string) Kind {
	have := words(title)
	for _, w := range titleWordings {
		if hasAll(have, w.words) {
			return w.kind
		}
	}
	return ""
}
