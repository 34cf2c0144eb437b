package workflow

import (
	"fmt"

	"reglament/model"
)

// ISODuration writes a duration by ISO 8601. Working days cannot be said in it and become
// days; exact is false for them.
func ISODuration(d model.Duration) (iso string, exact bool) {
	switch d.Unit {
	case model.Minute:
		return fmt.Sprintf("PT%dM", d.Value), true
	case model.Hour:
		return fmt.Sprintf("PT%dH", d.Value), true
	case model.Month:
		return fmt.Sprintf("P%dM", d.Value), true
	case model.Year:
		return fmt.Sprintf("P%dY", d.Value), true
	}
	return fmt.Sprintf("P%dD", d.Value), d.Unit != model.WorkingDay
}

// term names a duration: "3 жұмыс күні".
func term(d model.Duration, w *words) string { return w.language.T("n."+string(d.Unit), d.Value) }
