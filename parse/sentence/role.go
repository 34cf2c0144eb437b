package sentence

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// Roles gives the codes of the roles that a phrase names, and whether none of them is known;
// alternatives ("немесе", "либо") are classified one by one. A deputy has the role of whom he
// stands in for: "руководитель либо лицо, исполняющее его обязанности".
func (t *Text) Roles(ws []Word) (roles []model.Role, other bool) {
	from := 0
	add := func(part []Word) {
		if len(part) == 0 {
			return
		}
		r := t.Role(part)
		if r == model.RoleOther && len(part) < len(ws) && !t.another(part) {
			return // "отдел архитектуры и | градостроительства"
		}
		if len(part) == 1 && len(ws) > 1 && !t.Tab.HeadFinal {
			// "председатель и секретарь | комиссии"
			if of := t.Role([]Word{part[0], ws[len(ws)-1]}); of == model.RoleCommissionChair || of == model.RoleCommissionSecretary {
				r = of
			}
		}
		if r == model.RoleDeputyHead && slices.Contains(roles, model.RoleAkim) {
			r = model.RoleAkimDeputy // "аким района либо | его заместитель"
		}
		if !slices.Contains(roles, r) {
			roles = append(roles, r)
		}
	}
	for i := range ws {
		if i > from && strings.TrimSpace(t.Low[ws[i-1].End:ws[i].Start]) == "," && (t.Tab.HeadFinal && t.IsHead(ws[i-1], lang.Nominative) || !t.Tab.HeadFinal && (t.nounAt(ws, i) >= 0 || t.theirs(ws, i))) {
			add(ws[from:i]) // "психолог, логопед және дәрігер", "начальник отдела, юрист", "руководитель, его заместитель"
			from = i
		}
		if t.Joins(ws, i) && i > from && i+1 < len(ws) && (!t.Tab.HeadFinal || t.anyHead(ws[i-1])) {
			// not of "лицензиялау және туризм бөлімінің орындаушысы"
			part := ws[from:i]
			// "берушінің немесе … аппаратының жауапты орындаушысы": the noun is common.
			if t.Tab.HeadFinal && t.IsHead(ws[i-1], lang.Genitive) && t.IsHead(ws[len(ws)-1], lang.Nominative) {
				part = append(append([]Word{}, part...), t.commonHead(ws)...)
			}
			add(part)
			from = i + 1
		}
	}
	add(ws[from:])
	return roles, len(roles) == 1 && roles[0] == model.RoleOther
}

// another reports whether a part of a phrase names somebody of his own, and no deputy.
func (t *Text) another(part []Word) bool {
	return slices.ContainsFunc(part, t.anyHead) && !slices.ContainsFunc(part, func(w Word) bool { return t.Tab.Deputy.Stem(t.Str(w)) })
}

// commonHead returns the last nouns of a phrase that two possessors share.
func (t *Text) commonHead(ws []Word) []Word {
	i := len(ws) - 1
	for i > 0 && t.Tab.Modifiers.Stem(t.Str(ws[i-1])) {
		i--
	}
	return ws[i:]
}

// Role returns the role of one whom words name, RoleOther for none that is known.
func (t *Text) Role(ws []Word) model.Role {
	const usual = 24
	var room [usual]string
	names := room[:0]  // the words, and the second nouns of compound ones
	var letters uint64 // that they begin with
	add := func(name string) {
		names = append(names, name)
		letters |= letterBit(name)
	}
	for _, w := range ws {
		s := t.Str(w)
		add(s)
		if tail := compound(s); tail != "" {
			add(tail)
		}
	}
	for i := range t.Tab.Roles {
		rule := &t.Tab.Roles[i]
		for _, set := range rule.Sets {
			if allNamed(names, letters, set) {
				return rule.Role
			}
		}
	}
	return model.RoleOther
}

func letterBit(word string) uint64 { return 1 << (lang.LetterKey(word) % 64) }

// allNamed reports whether each stem begins one of the names, whose first letters are given.
func allNamed(names []string, letters uint64, stems []string) bool {
	for _, stem := range stems {
		found := false
		if letters&letterBit(stem) != 0 {
			for _, s := range names {
				if found = lang.IsStem(s, stem); found {
					break
				}
			}
		}
		if !found {
			return false
		}
	}
	return true
}
