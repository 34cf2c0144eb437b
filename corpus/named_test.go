package corpus

import (
	"testing"

	"reglament/model"
)

// A body changes and ends its own acts, so those mentions of them need not say where it is;
// what is cited may be of another.
func TestNameOfAnActWithoutItsRegion(t *testing.T) {
	ref := func(kind model.ActKind, issuer, number string) *model.ActRef {
		return &model.ActRef{Kind: kind, Issuer: model.Text(issuer), Date: "2015-05-21", Number: model.Text(number)}
	}
	for _, c := range []struct {
		ref  *model.ActRef
		role RefRole
		own  model.Region
		want string
	}{
		{ref(model.Resolution, "акимата", "220"), RefRepeals, "KZ-39", "KZ-39/2015-05-21/220"},
		{ref(model.Resolution, "", "220"), RefAmends, "KZ-39", "KZ-39/2015-05-21/220"},
		{ref(model.Resolution, "акимата", "220"), RefCites, "KZ-39", ""},
		{ref(model.Resolution, "акимата", "220"), RefRepeals, "", ""},
		{ref(model.Resolution, "акимата Павлодарской области", "220"), RefRepeals, "KZ-39", "KZ-55/2015-05-21/220"},
		{ref(model.Law, "", "88-V"), RefAmends, "KZ-39", "KZ/2015-05-21/88-V"},
	} {
		act, known := Named(c.ref, c.role, c.own)
		if act.Key != c.want || known != (c.want != "") {
			t.Errorf("%s %s of %q in %q: %q, want %q", c.role, c.ref.Number, c.ref.Issuer, c.own, act.Key, c.want)
		}
	}
}
