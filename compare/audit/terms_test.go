package audit_test

import (
	"fmt"
	"testing"

	"reglament/compare/audit"
	"reglament/model"
)

// Several terms of a step may be of different cases: only the longest is held against the limit
// of the service.
func TestAStepWithSeveralTermsAndTheLimit(t *testing.T) {
	days := func(n int) model.Duration {
		return model.Duration{Value: n, Unit: model.WorkingDay, Text: fmt.Sprintf("%d жұмыс күні", n)}
	}
	for _, c := range []struct {
		text     string // of the step
		terms    []model.Duration
		exceeded int
	}{
		{"шешімді – 17 жұмыс күні, куәлікті – 3 жұмыс күні рәсімдейді", []model.Duration{days(17), days(3)}, 0},
		{"шешімді – 19 жұмыс күні, куәлікті – 3 жұмыс күні рәсімдейді", []model.Duration{days(19), days(3)}, 1},
	} {
		d := &model.Document{Act: model.Act{Language: model.Kazakh}, Regulations: model.List[model.Regulation]{{
			Index: 1, TimeLimits: model.List[model.TimeLimit]{{What: model.LimitService, Duration: days(18)}},
			Processes: model.List[model.Process]{{Kind: model.ProcessInternal, Point: "5", Steps: model.List[model.Step]{
				{N: "1", Node: model.TaskNode, Roles: model.List[model.Role]{model.RoleExecutor}, Text: c.text, Durations: c.terms},
			}}},
		}}}
		if got := audit.Document("act", d, c.text); got.Counts[audit.LimitExceeded] != c.exceeded {
			t.Errorf("%s: %+v", c.text, got.Contradictions)
		}
	}
}
