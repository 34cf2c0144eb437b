package site

import (
	"regexp"
	"slices"
	"testing"

	"reglament/compare"
	"reglament/compare/audit"
	"reglament/corpus"
	"reglament/corpus/graph"
	"reglament/corpus/life"
	"reglament/model"
	"reglament/parse/lang"
)

var verb = regexp.MustCompile(`%(\[\d\])?[a-z]`)

func TestEveryPhraseIsInThreeLanguages(t *testing.T) {
	seen := map[string]bool{}
	verbs := func(s string) []string {
		all := verb.FindAllString(s, -1)
		slices.Sort(all)
		return all
	}
	for _, p := range phrases {
		if seen[p.key] {
			t.Errorf("%s is there twice", p.key)
		}
		seen[p.key] = true
		if p.kk == "" || p.ru == "" || p.en == "" {
			t.Errorf("%s is missing in a language", p.key)
		}
		if !slices.Equal(verbs(p.kk), verbs(p.ru)) || !slices.Equal(verbs(p.kk), verbs(p.en)) {
			t.Errorf("%s takes different values in its languages: %q, %q, %q", p.key, p.kk, p.ru, p.en)
		}
	}
}

func TestRussianNumbers(t *testing.T) {
	for n, want := range map[int]string{1: "1 акт", 2: "2 акта", 5: "5 актов", 11: "11 актов", 21: "21 акт", 104: "104 акта"} {
		if got := Language("ru").T("n.acts", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestCodesHaveNames(t *testing.T) {
	named := func(kind string, codes ...string) {
		t.Helper()
		for _, c := range codes {
			if !keys[kind+"."+c] {
				t.Errorf("%s.%s has no name", kind, c)
			}
		}
	}
	for _, k := range compare.Kinds {
		named("diff", string(k))
	}
	for _, r := range lang.Regions {
		named("region", string(r.Code))
	}
	for _, r := range graph.Relations {
		named("relation", string(r))
	}
	named("event", string(life.Adopted), string(life.Registered), string(life.Published), string(life.InForce), string(life.Amended),
		string(life.Suspended), string(life.Repealed), string(life.Lapsed))
	named("state", string(life.NotAdopted), string(life.NotYet), string(life.StateInForce), string(life.PresumedInForce),
		string(life.StateSuspended), string(life.Ended), string(life.PresumedEnded))
	named("conflict", string(life.RegistrationConflict), string(life.EntryConflict), string(life.EndConflict), string(life.StatusConflict),
		string(life.OrderConflict), string(life.NumberIsRegistration))
	named("change", string(corpus.Stored), string(corpus.NewLanguage), string(corpus.NewEdition), string(corpus.NewForm), string(corpus.Reread), string(corpus.Unchanged))
	named("status", string(model.InForce), string(model.Repealed), string(model.Lapsed), string(model.UnknownStatus))
	named("audit", string(audit.TermConflict), string(audit.LimitExceeded), string(audit.AddressConflict), string(audit.ResultMismatch))
	named("role", string(model.RoleApplicant), string(model.RolePSCWorker), string(model.RoleOther), string(model.RoleRuralExecutor))
}
