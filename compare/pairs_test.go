package compare_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reglament/compare"
	"reglament/model"
	"reglament/parse"
	"reglament/testdata/realacts"
)

// listed are the kinds that the hand-written lists below are complete for: what is done,
// by whom, in how long, by which way, in which form. Names, results and provisions are
// other words in every region.
var listed = []compare.Kind{
	compare.KindStandardChanged, compare.KindChannelAdded, compare.KindChannelRemoved, compare.KindFormAdded, compare.KindFormRemoved, compare.KindAutomationChanged,
	compare.KindTimeLimitAdded, compare.KindTimeLimitRemoved, compare.KindTimeLimitChanged, compare.KindActorListAdded, compare.KindActorListRemoved,
	compare.KindProcessAdded, compare.KindProcessRemoved, compare.KindCheckAdded, compare.KindCheckRemoved,
	compare.KindStepAdded, compare.KindStepRemoved, compare.KindStepMoved, compare.KindStepSplit, compare.KindStepJoined,
	compare.KindNodeChanged, compare.KindDurationChanged, compare.KindBranchChanged,
}

// line is a difference as the lists write it: the kind, where it is, what it comes to.
func line(r *compare.Result, d compare.Difference) string {
	where := ""
	if d.Process != nil {
		p := r.Processes[*d.Process]
		if p.A != nil {
			where = string(p.A.Kind)
		} else {
			where = string(p.B.Kind)
		}
	}
	step := func(v compare.Value) string {
		_, name, _ := strings.Cut(v.Label, ", ")
		return strings.TrimPrefix(name, "step ")
	}
	out := []string{string(d.Kind)}
	switch {
	case d.Kind == compare.KindProcessAdded || d.Kind == compare.KindProcessRemoved:
		out = append(out, where)
	case strings.HasPrefix(d.Field, "time_limits."):
		out = append(out, strings.TrimPrefix(d.Field, "time_limits."), strings.TrimSpace(d.A.Code+" "+d.A.Label), strings.TrimSpace(d.B.Code+" "+d.B.Label))
	case d.Process == nil:
		out = append(out, d.A.Code, d.B.Code)
	case d.Minutes != nil:
		out = append(out, where, step(d.A), step(d.B), fmt.Sprintf("%+d", *d.Minutes))
	case strings.HasSuffix(string(d.Kind), "_added"):
		out = append(out, where, step(d.B))
	case strings.HasSuffix(string(d.Kind), "_removed"):
		out = append(out, where, step(d.A))
	default:
		out = append(out, where, step(d.A), step(d.B))
	}
	return strings.Join(slices.DeleteFunc(out, func(s string) bool { return s == "" }), " ")
}

func TestTheDifferencesOfFivePairsOfRealRegulations(t *testing.T) {
	const (
		akmola2014 = "akmola-2014-a-4-130.kk.txt"
		akmola     = "akmola-2015-a-11-495.kk.md"
		west       = "west-kazakhstan-2016-122.kk.pdf.txt"
		kyzylorda  = "kyzylorda-2018-1057.ru.md"
	)
	// West Kazakhstan tells the corporation's part as processes of an information system,
	// Akmola as what its worker does: nothing in it is the same step.
	corporations := []string{
		"step_added corporation 1", "step_added corporation 1-процесс", "step_added corporation 2-процесс", "step_added corporation 3-процесс",
		"check_added corporation 1-шарт", "step_added corporation 4-процесс", "step_added corporation 5-процесс",
		"step_removed corporation 1-процесс", "check_removed corporation 1-шарт", "step_removed corporation 2-процесс", "step_removed corporation 3-процесс",
		"process_removed interaction", "process_added delivery",
	}
	// On the portal West Kazakhstan checks the documents (3-шарт, and 6-процесс refuses);
	// Akmola goes over to the provider's procedures (6-процесс).
	portal := []string{"check_added portal 3-шарт", "step_added portal 6-процесс", "step_removed portal 6-процесс"}
	for _, c := range []struct {
		name   string
		a, b   string
		na, nb int // Regulation.Index
		want   []string
	}{
		{"registration of the unemployed: Akmola, West Kazakhstan", akmola, west, 2, 1, slices.Concat(corporations, portal, []string{
			"duration_changed internal 2 2 +420", // 1 сағат, 1 (бір) жұмыс күн
			"duration_changed internal 4 4 +420",
			"time_limit_added service 5 working_day State Corporation, the provider’s office, e-government portal",
			"time_limit_added wait 10 minute the provider’s office", "time_limit_added wait 15 minute e-government portal",
			"time_limit_added serve 10 minute the provider’s office", "time_limit_added serve 20 minute e-government portal",
		})},
		{"certificate for the unemployed: Akmola, West Kazakhstan", akmola, west, 3, 3, slices.Concat(corporations, portal, []string{
			"automation_changed full",                                              // толық автоматтандырылған
			"actor_list_added provider.office",                                     // in Akmola the executor receives
			"step_added internal 1",                                                // the office registers
			"step_added internal 2",                                                // the head chooses the executor
			"duration_changed internal 2 4 -3", "duration_changed internal 3 5 -1", // 5 and 2, 2 and 1 minutes
			"time_limit_added service 10 minute the provider’s office", "time_limit_added service 15 minute State Corporation, e-government portal",
			"time_limit_added wait 10 minute the provider’s office", "time_limit_added serve 10 minute the provider’s office",
		})},
		{"status of oralman: Akmola, West Kazakhstan", akmola, west, 5, 9, slices.Concat(corporations, []string{
			"actor_list_added provider.unit_head",
			"step_added internal 1",               // the executor looks the applicant up in the data base
			"duration_changed internal 2 3 +420",  // the head: 1 hour, 1 working day
			"step_added internal 4",               // the unit head chooses the executor
			"duration_changed internal 3 5 -480",  // the executor: 3 and 2 working days
			"step_added internal 6",               // the unit head agrees to the decision
			"step_added internal 7",               // the head signs the decision
			"step_added internal 8",               // the executor fills in the certificate
			"step_added internal 9",               // the unit head agrees to the certificate
			"duration_changed internal 4 10 +420", // the head signs it: 1 hour, 1 working day
			"time_limit_added service 5 working_day State Corporation, the provider’s office",
			"time_limit_added wait 30 minute the provider’s office", "time_limit_added serve 30 minute the provider’s office",
		})},
		{"registration of the unemployed: Akmola 2014 and 2015", akmola2014, akmola, 1, 2, []string{
			"standard_changed 2014-03-11 No 217 2015-04-28 No 279",
			"channel_removed psc", "channel_added corporation",
			"time_limit_added wait 15 minute State Corporation", "time_limit_added serve 20 minute State Corporation",
			"duration_changed internal 1 1 +5", "duration_changed internal 2 2 +50", "duration_changed internal 3 3 -480", "duration_changed internal 4 4 +55", "duration_changed internal 5 5 -5",
			"duration_changed interaction 1 1 +5", "duration_changed interaction 2 2 +50", "duration_changed interaction 3 3 -480", "duration_changed interaction 4 4 +45", "duration_changed interaction 5 5 -5",
			// The State Corporation took over from the public service centres: all is new.
			"step_removed psc unnumbered step, place 1", "step_removed psc unnumbered step, place 2", "step_removed psc unnumbered step, place 3",
			"step_added psc 1-процесс", "check_added psc 1-шарт", "step_added psc 2-процесс", "step_added psc 3-процесс",
			"check_removed portal 3-шарт", "step_removed portal 6-процесс", "step_added portal 6-процесс",
		}},
		{"the same between languages: Akmola, Kyzylorda", akmola, kyzylorda, 2, 2, []string{
			"channel_removed corporation", "channel_removed portal", "form_removed electronic", "automation_changed partial",
			"time_limit_removed wait 15 minute State Corporation", "time_limit_removed serve 20 minute State Corporation",
			"step_added internal 1", // the applicant hands in the documents
			"duration_changed internal 1 2 +10", "duration_changed internal 2 3 -30", "duration_changed internal 3 4 -1410", "duration_changed internal 4 5 -30", "duration_changed internal 5 6 +10",
			"process_removed interaction", "process_removed corporation", "process_removed portal",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := realAct(t, "A", c.a), realAct(t, "B", c.b)
			r := compare.Regulations(compare.Side{Act: a, Regulation: &a.Document.Regulations[c.na-1]}, compare.Side{Act: b, Regulation: &b.Document.Regulations[c.nb-1]})
			var got []string
			for _, d := range r.Differences {
				if slices.Contains(listed, d.Kind) {
					got = append(got, line(r, d))
				}
			}
			want := slices.Clone(c.want)
			for _, g := range got {
				if i := slices.Index(want, g); i >= 0 {
					want = slices.Delete(want, i, i+1)
				} else {
					t.Errorf("not in the list: %s", g)
				}
			}
			for _, w := range want {
				t.Errorf("not found: %s", w)
			}
		})
	}
}

func TestStepsOfTheRealActsAlignBetweenLanguages(t *testing.T) {
	kyzylorda := realAct(t, "Kyzylorda", "kyzylorda-2018-1057.ru.md")
	for _, c := range []struct {
		file, want string
		na, nb     int
	}{
		// The applicant's handing in (1) is no step of the Kazakh acts.
		{"akmola-2015-a-11-495.kk.md", "1~2 2~3 3~4 4~5 5~6", 1, 3},
		{"akmola-2015-a-11-495.kk.md", "1~2 2~3 3~4 4~5 5~6", 2, 2},
		{"akmola-2014-a-4-130.kk.txt", "1~2 2~3 3~4 4~5 5~6", 1, 2},
		// The specialist prepares what in Kyzylorda the executor does, the head signs, and
		// the specialist gives what the office does.
		{"almaty-2017-4-496.kk.md", "2~4 3~5 4~6", 1, 1},
		// A centre sends the data, the provider decides: another procedure altogether.
		{"almaty-2017-4-496.kk.md", "", 2, 2},
	} {
		a := realAct(t, c.file, c.file)
		r := compare.Regulations(compare.Side{Act: a, Regulation: &a.Document.Regulations[c.na-1]}, compare.Side{Act: kyzylorda, Regulation: &kyzylorda.Document.Regulations[c.nb-1]})
		for _, p := range r.Processes {
			if p.A == nil || p.B == nil || p.A.Kind != model.ProcessInternal {
				continue
			}
			var got []string
			for _, s := range p.Steps {
				if len(s.A) == 1 && len(s.B) == 1 {
					got = append(got, fmt.Sprintf("%s~%s", s.A[0].N, s.B[0].N))
				}
				if len(s.A) > 0 && len(s.B) > 0 && s.Why == "" {
					t.Errorf("%s: a pair without a reason", c.file)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%s #%d: %q, want %q", c.file, c.na, strings.Join(got, " "), c.want)
			}
		}
	}
}

// A facsimile of an act in another format says the same.
func TestTheFormsOfAnActDoNotDifferInSubstance(t *testing.T) {
	for form, original := range map[string]string{
		"akmola-2015-a-11-495.kk.html":         "akmola-2015-a-11-495.kk.md",
		"akmola-2015-a-11-495.kk.chromium.pdf": "akmola-2015-a-11-495.kk.md",
		"kyzylorda-2018-1057.ru.html":          "kyzylorda-2018-1057.ru.md",
		"kyzylorda-2018-1057.ru.cp1251.html":   "kyzylorda-2018-1057.ru.md",
		"kyzylorda-2018-1057.ru.docx":          "kyzylorda-2018-1057.ru.md",
		"kyzylorda-2018-1057.ru.wk.pdf":        "kyzylorda-2018-1057.ru.md",
		"kyzylorda-2018-1057.ru.fs.pdf":        "kyzylorda-2018-1057.ru.md",
		"west-kazakhstan-2016-122.kk.wk.pdf":   "west-kazakhstan-2016-122.kk.pdf.txt", // annexes 1, 3 and 9 only
		"west-kazakhstan-2016-122.kk.fs.pdf":   "west-kazakhstan-2016-122.kk.pdf.txt",
	} {
		t.Run(form, func(t *testing.T) {
			a := realAct(t, "original", original)
			b := realAct(t, "form", filepath.Join("forms", form))
			acts := compare.Acts(a, b)
			if len(acts.Results) == 0 || len(acts.OnlyB) > 0 {
				t.Fatalf("%d services in common, only in the form %v", len(acts.Results), acts.OnlyB)
			}
			for _, r := range acts.Results {
				for _, d := range r.Differences {
					// The dump tells the stamp of the next annex at the end of the one before.
					stamp := d.Kind == compare.KindProvisionRemoved && (strings.HasSuffix(d.A.Text, "№122") || strings.HasSuffix(d.A.Text, "әкімдігінің қаулысына"))
					if d.Severity == compare.Substance && !stamp {
						t.Errorf("#%d %s: %s", r.A.Index, d.Kind, d.Message)
					}
				}
			}
		})
	}
}

func TestARealActWithOtherQuotesDashesAndBlanksDoesNotDiffer(t *testing.T) {
	for _, file := range []string{"akmola-2015-a-11-495.kk.md", "kyzylorda-2018-1057.ru.md", "almaty-2017-4-496.kk.md"} {
		a := realAct(t, "A", file)
		text, err := os.ReadFile(realacts.File(t, file))
		if err != nil {
			t.Fatal(err)
		}
		other := strings.NewReplacer(" – ", " - ", "  ", " ").Replace(string(text))
		r, err := parse.Bytes(file, []byte(other))
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range compare.Acts(a, compare.Act{Label: "B", Document: r.Document, Canonical: r.Text}).Results {
			for _, d := range x.Differences {
				if d.Severity == compare.Substance {
					t.Errorf("%s #%d %s: %s", file, x.A.Index, d.Kind, d.Message)
				}
			}
		}
	}
}
