package life

import (
	"fmt"
	"time"

	"reglament/model"
	"reglament/parse/lang"
)

// entry finds the day on which an act enters into force by a clause, from what is known
// of the act; where it cannot, basis says why.
func entry(r *model.EffectiveRule, of *Life) (day model.Date, basis string) {
	if r.From == model.FromDate {
		if r.Date == "" {
			return "", "the clause names a day that was not read"
		}
		return r.Date, "the clause names the day"
	}
	if r.Days > 0 && r.DayKind == model.WorkingDays {
		return "", "the clause counts working days"
	}
	var from model.Date
	var what string
	switch r.From {
	case model.FromFirstPublication, model.FromPublication:
		what = "publication"
		for _, e := range of.Events {
			if e.Kind == Published && e.Date != "" && (from == "" || e.Date < from) {
				from = e.Date
			}
		}
	case model.FromRegistration:
		what = "registration"
		if e := of.first(Registered); e != nil {
			from = e.Date
		}
	case model.FromSigning:
		what, from = "signing", of.Adopted
	default:
		return "", "the clause counts from an event that is not known"
	}
	if from == "" {
		return "", "no text of the corpus tells the day of " + what
	}
	t, err := time.Parse(time.DateOnly, string(from))
	if err != nil {
		return "", fmt.Sprintf("%s is no day", from)
	}
	days := 0
	switch {
	case r.Days > 0:
		// "по истечении десяти календарных дней после дня …": the term begins on the day
		// after the event (Civil Code, article 173) and has to be over.
		days = r.Days + 1
	case saysAfter(r.Text):
		days = 1
	}
	return model.Date(t.AddDate(0, 0, days).Format(time.DateOnly)), fmt.Sprintf("counted from the %s on %s", what, from)
}

var dayAfter = lang.Patterns(lang.DayAfter)

// saysAfter tells "after the day" from "on the day".
func saysAfter(text string) bool { return hasAny(words(text), dayAfter) }
