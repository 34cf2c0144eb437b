package compare_test

import (
	"strings"
	"testing"

	"reglament/compare"
	"reglament/corpus"
	"reglament/model/phrase"
)

func TestWhatIsNotKnownIsNoDifference(t *testing.T) {
	const first, second = "1. Қызметті жұмыспен қамту орталығы көрсетеді", "2. Орталық талап етілмеген құжаттардың бір ай бойы сақталуын қамтамасыз етеді"
	gap := func(s compare.Side, service, point string) compare.Side {
		s.Label, s.Gaps = "KZ-39/2016-03-10/91@2016-12-01", []corpus.Gap{{Service: service, Point: point, Why: phrase.NoPointNamed.Of()}}
		return s
	}
	for _, c := range []struct {
		name       string
		other      string // key of the other act
		point      string // that is not known
		without    []string
		with       []string
		difference bool
		remark     string
	}{
		{"the point of which only the other text is known", "", "2", []string{first}, []string{first, second}, false, "is not compared"},
		{"another point", "", "3", []string{first}, []string{first, second}, true, "is not compared"},
		{"a point of another act", "KZ-11/2016-04-15/122", "2", []string{first}, []string{first, second}, true, "may stand in that place"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := prose(c.without...), prose(c.with...)
			a.Document.Act.Key, b.Document.Act.Key = "KZ-39/2016-03-10/91", "KZ-39/2016-03-10/91"
			if c.other != "" {
				b.Document.Act.Key = "KZ-11/2016-04-15/122"
			}
			a = gap(a, a.Regulation.Service, c.point)
			for _, r := range []*compare.Result{compare.Regulations(a, b), compare.Regulations(b, a)} {
				if (len(r.Differences) > 0) != c.difference {
					t.Errorf("differences:%s", messages(r))
				}
				if len(r.Remarks) == 0 || !strings.Contains(r.Remarks[len(r.Remarks)-1].Message, c.remark) {
					t.Errorf("remarks %+v", r.Remarks)
				}
			}
		})
	}
}

func TestAServiceWhoseTextIsNotKnownIsNotOnlyInTheOtherAct(t *testing.T) {
	a := act("A", "kk", "Оралман мәртебесін беру")
	b := act("B", "kk", "Оралман мәртебесін беру", "Тұрғын үй көмегін тағайындау", "Жұмыссыз азаматтарға анықтама беру")
	a.Gaps = []corpus.Gap{{Service: "Тұрғын үй көмегін тағайындау", Why: phrase.NoPointNamed.Of()}}
	for _, r := range []compare.ActsResult{compare.Acts(a, b), compare.Acts(b, a)} {
		if only := append(r.OnlyA, r.OnlyB...); len(only) != 1 || only[0].Index != 3 || len(r.Remarks) != 1 || !strings.HasPrefix(r.Remarks[0].Message, "A: ") {
			t.Errorf("only %+v, remarks %+v", only, r.Remarks)
		}
	}
}

// The words of a rule that one text has in a list stand there nevertheless.
func TestARuleThatStandsInTheOtherTextIsNotOnlyHere(t *testing.T) {
	const rule = "2. Орталық талап етілмеген құжаттардың бір ай бойы сақталуын қамтамасыз етеді"
	a, b := prose(rule), prose(rule)
	b.Regulation.Spans.Set("channels", b.Regulation.Sections[0].Points[0].Span)
	if r := compare.Regulations(a, b); len(r.Differences) != 0 {
		t.Errorf("differences:%s", messages(r))
	}
}
