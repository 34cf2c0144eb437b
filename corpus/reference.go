package corpus

import (
	"cmp"
	"slices"

	"reglament/model"
)

// RefRole says what an act is mentioned for.
type RefRole string

// The places of a document that mention acts.
const (
	RefAmends     RefRole = "amends"
	RefRepeals    RefRole = "repeals"
	RefCites      RefRole = "cites"
	RefRepealedBy RefRole = "repealed_by"
	RefNote       RefRole = "note"        // the amending act of a note
	RefApprovedBy RefRole = "approved_by" // of a regulation
	RefStandard   RefRole = "standard"    // of a regulation: approves the standard of the service
	RefEdition    RefRole = "edition"     // of a regulation: whose wording it has
)

// Reference is a mention of an act inside a document.
type Reference struct {
	Role       RefRole
	Regulation int // Regulation.Index, 0 for the act's own part
	Ref        model.ActRef
}

// Mention is a reference with the edition it stands in.
type Mention struct {
	Act      Act
	Edition  int64
	Language model.Language
	Reference
}

// references collects every mention of an act, in the order of the text.
func references(d *model.Document) []Reference {
	var out []Reference
	add := func(role RefRole, regulation int, refs ...model.ActRef) {
		for _, r := range refs {
			out = append(out, Reference{role, regulation, r})
		}
	}
	one := func(role RefRole, regulation int, r *model.ActRef) {
		if r != nil {
			add(role, regulation, *r)
		}
	}
	a := &d.Act
	one(RefRepealedBy, 0, a.RepealedBy)
	add(RefAmends, 0, a.Amends...)
	add(RefRepeals, 0, a.Repeals...)
	add(RefCites, 0, a.Cites...)
	for _, n := range a.Notes {
		one(RefNote, d.About(n.Target), n.By)
	}
	for _, g := range d.Regulations {
		one(RefApprovedBy, g.Index, g.ApprovedBy)
		one(RefStandard, g.Index, g.Standard)
		if g.Edition != nil {
			one(RefEdition, g.Index, g.Edition.By)
		}
	}
	slices.SortStableFunc(out, func(x, y Reference) int {
		return cmp.Or(cmp.Compare(x.Ref.Span[0], y.Ref.Span[0]), cmp.Compare(x.Ref.Span[1], y.Ref.Span[1]))
	})
	return out
}

// Ends are the keys of the acts that an act repeals by these references, each once.
func Ends(act Act, refs []Reference) []string {
	var out []string
	for _, r := range refs {
		if r.Role != RefRepeals {
			continue
		}
		if ended, ok := Named(&r.Ref, r.Role, act.Region); ok && ended.Key != act.Key {
			out = append(out, ended.Key)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// SortMentions puts mentions into the order that Store.References promises; those of
// one edition must be in the order of the text already.
func SortMentions(all []Mention) {
	slices.SortStableFunc(all, func(a, b Mention) int {
		return cmp.Or(compareActs(a.Act, b.Act), compareLanguages(a.Language, b.Language), cmp.Compare(a.Edition, b.Edition))
	})
}
