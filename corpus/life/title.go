package life

import (
	"reglament/corpus"
	"reglament/model"
	"reglament/parse/act"
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
	named, ok := corpus.Named(&refs[0], corpus.RefAmends, m.Act.Region)
	if !ok || named.Key == by || named.Key == m.Act.Key {
		return nil
	}
	return []titled{{named, refs[0], kind, by, m.Ref.Date}}
}

// titleKind tells what a title announces: "… қаулысына өзгерістер енгізу туралы", "Об
// отмене постановления …".
func titleKind(title string) Kind {
	have := words(title)
	switch {
	case hasAny(have, changeVerbs) && hasAny(have, changeWords):
		return Amended
	case hasAny(have, repealOrders):
		return Repealed
	}
	return ""
}
