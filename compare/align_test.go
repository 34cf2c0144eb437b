package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reglament/compare"
	"reglament/model"
)

// rows tells which steps stand beside one another: "1=1 2~2 -3 +3".
func rows(p compare.ProcessPair) string {
	signs := map[compare.Mark]string{compare.MarkSame: "=", compare.MarkWording: "≈", compare.MarkChanged: "~", compare.MarkAdded: "+", compare.MarkRemoved: "-",
		compare.MarkMoved: "↕", compare.MarkSplit: "<", compare.MarkJoined: ">"}
	list := func(steps []compare.StepRef) string {
		var out []string
		for _, s := range steps {
			out = append(out, fmt.Sprint(s.Index+1))
		}
		return strings.Join(out, ",")
	}
	var out []string
	for _, r := range p.Steps {
		out = append(out, list(r.A)+signs[r.Mark]+list(r.B))
	}
	return strings.Join(out, " ")
}

func only(s sample, steps ...sampleStep) sample {
	s.processes = []sampleProcess{{kind: model.ProcessInternal, point: "5", steps: steps}}
	return s
}

func step(role model.Role, what string, actions ...model.Action) sampleStep {
	actors := map[model.Role]string{model.RoleOffice: "кеңсе қызметкері", model.RoleHead: "басшы", model.RoleExecutor: "жауапты орындаушы", model.RoleCorporationWorker: "Мемлекеттік корпорацияның қызметкері"}
	return sampleStep{actor: actors[role], role: role, what: what, actions: actions}
}

func TestStepsStandBesideTheStepThatDoesTheSame(t *testing.T) {
	receive := step(model.RoleOffice, "құжаттарды қабылдайды және тіркейді", model.ActionReceive, model.ActionRegister)
	review := step(model.RoleHead, "құжаттарды қарайды", model.ActionReview)
	prepare := step(model.RoleExecutor, "хабарламаны даярлайды", model.ActionPrepare)
	sign := step(model.RoleHead, "хабарламаға қол қояды", model.ActionSign)
	issue := step(model.RoleOffice, "хабарламаны береді", model.ActionIssue)
	for _, c := range []struct {
		name string
		a, b []sampleStep
		want string
	}{
		{"the head looks through, and another head signs", []sampleStep{receive, review, prepare, sign, issue}, []sampleStep{receive, prepare, sign, issue}, "1=1 2- 3=2 4=3 5=4"},
		{"the last step comes first", []sampleStep{receive, review, prepare, sign, issue}, []sampleStep{issue, receive, review, prepare, sign}, "1=2 2=3 3=4 4=5 5↕1"},
		{"one step told as two", []sampleStep{receive, review, issue},
			[]sampleStep{step(model.RoleOffice, "құжаттарды қабылдайды", model.ActionReceive), step(model.RoleOffice, "құжаттарды тіркейді", model.ActionRegister), review, issue}, "1<1,2 2=3 3=4"},
		{"two steps told as one",
			[]sampleStep{step(model.RoleOffice, "құжаттарды қабылдайды", model.ActionReceive), step(model.RoleOffice, "құжаттарды тіркейді", model.ActionRegister), review, issue},
			[]sampleStep{receive, review, issue}, "1,2>1 3=2 4=3"},
		{"басшы танысады … and басшы қол қояды in the same place between paired steps", []sampleStep{receive, prepare, step(model.RoleHead, "құжаттармен танысады", model.ActionReview), issue},
			[]sampleStep{receive, prepare, sign, issue}, "1=1 2=2 3~3 4=4"},
		{"another worker issues, after paired steps", []sampleStep{receive, sign, issue},
			[]sampleStep{receive, sign, step(model.RoleExecutor, "хабарламаны есепке алу журналына тіркейді және береді", model.ActionRegister, model.ActionIssue)}, "1=1 2=2 3~3"},
		{"a worker who logs in is not the worker who takes the application", []sampleStep{step(model.RoleCorporationWorker, "өтінішті қабылдайды және тіркейді", model.ActionReceive, model.ActionRegister), issue},
			[]sampleStep{step(model.RoleCorporationWorker, "жүйеге логин мен парольді енгізеді", model.ActionAuthenticate), step(model.RoleCorporationWorker, "сұранысты шлюз арқылы жолдайды", model.ActionForward), issue}, "+1 +2 1- 2=3"},
		{"nothing in common", []sampleStep{receive}, []sampleStep{sign}, "+1 1-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := diffs(t, only(birthGrant(), c.a...), only(birthGrant(), c.b...))
			if got := rows(r.Processes[0]); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
				for _, s := range r.Processes[0].Steps {
					t.Log(s.Mark, s.Score, s.Why)
				}
			}
		})
	}
}

func TestTheSameProcedureInTwoLanguages(t *testing.T) {
	kk := only(birthGrant(),
		sampleStep{actor: "кеңсе қызметкері", role: model.RoleOffice, what: "құжаттарды қабылдайды және тіркейді", actions: []model.Action{model.ActionReceive, model.ActionRegister}, duration: term(20, model.Minute, "20 минут")},
		sampleStep{actor: "басшы", role: model.RoleHead, what: "құжаттарды қарайды", actions: []model.Action{model.ActionReview}, duration: term(1, model.Hour, "1 сағат")},
		sampleStep{actor: "басшы", role: model.RoleHead, what: "хабарламаға қол қояды", actions: []model.Action{model.ActionSign}})
	ru := kk
	ru.lang = model.Russian
	ru = only(ru,
		sampleStep{actor: "сотрудник канцелярии", role: model.RoleOffice, what: "принимает и регистрирует документы", actions: []model.Action{model.ActionReceive, model.ActionRegister}, duration: term(20, model.Minute, "20 минут")},
		sampleStep{actor: "руководитель", role: model.RoleHead, what: "рассматривает документы", actions: []model.Action{model.ActionReview}, duration: term(2, model.Hour, "2 часа")},
		sampleStep{actor: "руководитель", role: model.RoleHead, what: "подписывает уведомление", actions: []model.Action{model.ActionSign}})
	r := diffs(t, kk, ru)
	if got := rows(r.Processes[0]); got != "1=1 2~2 3=3" {
		t.Errorf("got %s", got)
	}
	if len(r.Differences) != 1 || r.Differences[0].Kind != compare.KindDurationChanged || *r.Differences[0].Minutes != 60 {
		t.Errorf("differences:%s", messages(r))
	}
	if len(r.Remarks) == 0 {
		t.Error("no remark that the words were not compared")
	}
}

func TestSeverity(t *testing.T) {
	base := step(model.RoleHead, "хабарламаға қол қояды", model.ActionSign)
	with := func(change func(*sampleStep)) sampleStep {
		s := base
		change(&s)
		return s
	}
	for _, c := range []struct {
		name string
		a, b sampleStep
		kind compare.Kind
		want compare.Severity
	}{
		{"басшы, бөлім басшысы: another role", base, with(func(s *sampleStep) { s.actor, s.role = "бөлім басшысы", model.RoleUnitHead }), compare.KindActorChanged, compare.Substance},
		{"басшы, мекеме жетекшісі: the same role", base, with(func(s *sampleStep) { s.actor = "мекеме жетекшісі" }), compare.KindActorChanged, compare.Wording},
		{"1 сағат, 60 минут", with(func(s *sampleStep) { s.duration = term(1, model.Hour, "1 сағат") }), with(func(s *sampleStep) { s.duration = term(60, model.Minute, "60 минут") }), compare.KindDurationChanged, compare.Wording},
		{"1 сағат, 1 күн", with(func(s *sampleStep) { s.duration = term(1, model.Hour, "1 сағат") }), with(func(s *sampleStep) { s.duration = term(1, model.Day, "1 күн") }), compare.KindDurationChanged, compare.Substance},
		{"other words", base, with(func(s *sampleStep) { s.what = "дайын хабарламаға қол қояды" }), compare.KindTextChanged, compare.Wording},
		{"another figure", with(func(s *sampleStep) { s.what = "хабарламаның 2 данасына қол қояды" }), with(func(s *sampleStep) { s.what = "хабарламаның 3 данасына қол қояды" }), compare.KindTextChanged, compare.Substance},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := diffs(t, only(birthGrant(), c.a), only(birthGrant(), c.b))
			if len(r.Differences) != 1 || r.Differences[0].Kind != c.kind || r.Differences[0].Severity != c.want {
				t.Errorf("want one %s of %s:%s", c.kind, c.want, messages(r))
			}
		})
	}
}

func TestAWordThatOnlyTakesAnotherEndingIsNotAnotherActor(t *testing.T) {
	a := step(model.RoleApplicant, "нысанды толтырады", model.ActionFillForm)
	a.actor = "көрсетілетін қызметті алушының"
	b := a
	b.actor = "көрсетілетін қызметті алушымен"
	if r := diffs(t, only(birthGrant(), a), only(birthGrant(), b)); len(r.Differences) > 0 {
		t.Errorf("differences:%s", messages(r))
	}
}

func TestDescriptionsOfAProcedure(t *testing.T) {
	steps := birthGrant().processes[0].steps
	process := func(kind model.ProcessKind, point string) sampleProcess {
		return sampleProcess{kind: kind, point: point, steps: steps}
	}
	for _, c := range []struct {
		name    string
		a, b    []sampleProcess
		want    []string // "A point|B point"
		remarks []bool
	}{
		{"both tell content and sequence", []sampleProcess{process(model.ProcessInternal, "5"), process(model.ProcessInteraction, "7")},
			[]sampleProcess{process(model.ProcessInternal, "6"), process(model.ProcessInteraction, "8")}, []string{"5|6", "7|8"}, []bool{false, false}},
		{"one tells the content, the other the sequence", []sampleProcess{process(model.ProcessInternal, "5")}, []sampleProcess{process(model.ProcessInteraction, "8")}, []string{"5|8"}, []bool{true}},
		{"one tells both, the other the content", []sampleProcess{process(model.ProcessInternal, "5"), process(model.ProcessInteraction, "7")},
			[]sampleProcess{process(model.ProcessInternal, "6")}, []string{"5|6", "7|"}, []bool{false, true}},
		{"the State Corporation in the place of the service centre", []sampleProcess{process(model.ProcessPSC, "9")}, []sampleProcess{process(model.ProcessCorporation, "10")}, []string{"9|10"}, []bool{true}},
		{"a portal more", nil, []sampleProcess{process(model.ProcessPortal, "10")}, []string{"|10"}, []bool{false}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := birthGrant(), birthGrant()
			a.processes, b.processes = c.a, c.b
			var got []string
			var remarks []bool
			for _, p := range diffs(t, a, b).Processes {
				var points [2]string
				if p.A != nil {
					points[0] = p.A.Point
				}
				if p.B != nil {
					points[1] = p.B.Point
				}
				got, remarks = append(got, points[0]+"|"+points[1]), append(remarks, len(p.Remarks) > 0)
			}
			if !slices.Equal(got, c.want) || !slices.Equal(remarks, c.remarks) {
				t.Errorf("got %v %v, want %v %v", got, remarks, c.want, c.remarks)
			}
		})
	}
}

func TestVariantsArePairedByTheirHeadings(t *testing.T) {
	a, b := housing(), housing()
	b.processes[0], b.processes[1] = b.processes[1], b.processes[0]
	r := diffs(t, a, b)
	if len(r.Differences) > 0 {
		t.Errorf("differences:%s", messages(r))
	}
	for _, p := range r.Processes {
		if !slices.Equal(p.A.Variant, p.B.Variant) {
			t.Errorf("%v beside %v", p.A.Variant, p.B.Variant)
		}
	}
}

func TestTotals(t *testing.T) {
	r := diffs(t, housing(), housing())
	got := r.Processes[0].A.Totals
	// 20 + 60 + 5·480 + 30 + 20 minutes; the commission's two calendar days have no fixed length.
	if got.Steps != 6 || got.Minutes != 2530 || !slices.Equal(got.Uncounted, []string{"2 календарных дня"}) || got.Untimed != 0 || got.HandOvers != 5 || len(got.Participants) != 4 {
		t.Errorf("got %+v", got)
	}
	// The interaction tells the first procedure once more.
	for _, w := range r.A.Ways {
		if w.Kind == model.ProcessInteraction {
			t.Errorf("a way of its own: %+v", w)
		}
	}
	if len(r.A.Ways) != 2 || r.A.Ways[0].Minutes != 2530 || r.A.Ways[1].Minutes != 2530-2*480 {
		t.Errorf("ways: %+v", r.A.Ways)
	}
}
