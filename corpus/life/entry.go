package life

import (
	"time"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// entry finds the day on which an act enters into force by a clause, from what is known
// of the act; where it cannot, why tells the reason.
func entry(r *model.EffectiveRule, of *Life) (day model.Date, why model.Message) {
	if r.From == model.FromDate {
		if r.Date == "" {
			return "", phrase.DayUnread.Of()
		}
		return r.Date, phrase.DayNamed.Of()
	}
	if r.Days > 0 && r.DayKind == model.WorkingDays {
		return "", phrase.DaysWorked.Of()
	}
	var from model.Date
	var known, unknown phrase.Reason
	switch r.From {
	case model.FromFirstPublication, model.FromPublication:
		known, unknown = phrase.SincePublication, phrase.PublicationUnknown
		for _, e := range of.Events {
			if e.Kind == Published && e.Date != "" && (from == "" || e.Date < from) {
				from = e.Date
			}
		}
	case model.FromRegistration:
		known, unknown = phrase.SinceRegistration, phrase.RegistrationUnknown
		if e := of.first(Registered); e != nil {
			from = e.Date
		}
	case model.FromSigning:
		known, unknown, from = phrase.SinceSigning, phrase.SigningUnknown, of.Adopted
	default:
		return "", phrase.StartUnknown.Of()
	}
	if from == "" {
		return "", unknown.Of()
	}
	t, err := time.Parse(time.DateOnly, string(from))
	if err != nil {
		return "", phrase.NoDay.Of(string(from))
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
	return model.Date(t.AddDate(0, 0, days).Format(time.DateOnly)), known.Of(from)
}

var dayAfter = lang.Patterns(lang.DayAfter)

// saysAfter tells "after the day" from "on the day".
func saysAfter(text string) bool { return hasAny(words(text), dayAfter) }
