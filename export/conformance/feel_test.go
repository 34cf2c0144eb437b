package conformance

import (
	"testing"

	"github.com/pbinitiative/feel"
)

// A condition that is no FEEL, or no comparison, is null for an engine, which then takes
// the default in silence.
func TestConditionsAreStrictFEEL(t *testing.T) {
	found := 0
	for _, act := range definitions(t) {
		for _, d := range act {
			for _, f := range d.Flows {
				if f.Condition == nil {
					continue
				}
				found++
				for _, value := range []bool{true, false} {
					got, err := feel.EvalStringWithScope(f.Condition.FEEL(), feel.Scope{f.Condition.Variable: value})
					if err != nil {
						t.Errorf("%s: %s: %q: %v", d.ID, f.ID, f.Condition.FEEL(), err)
					} else if got != (value == f.Condition.Value) {
						t.Errorf("%s: %s: %q is %v where the variable is %t", d.ID, f.ID, f.Condition.FEEL(), got, value)
					}
				}
			}
		}
	}
	if found == 0 {
		t.Error("no condition was found")
	}
}
