package life

import (
	"cmp"
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
	if day = counted(r, from); day == "" {
		return "", phrase.NoDay.Of(string(from))
	}
	return day, known.Of(from)
}

// counted is the day that a clause counts from the event on another day, "" where that is
// none. Working days are counted as if all were.
func counted(r *model.EffectiveRule, from model.Date) model.Date {
	t, err := time.Parse(time.DateOnly, string(from))
	if err != nil {
		return ""
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
	return model.Date(t.AddDate(0, 0, days).Format(time.DateOnly))
}

// earliest is the first day on which an act can have entered into force of which entry finds
// no day by the clause r, nil where there is none: an act that has to be registered has no
// force before, and is not published before. It is "" where no text tells the day.
func earliest(r *model.EffectiveRule, of *Life) model.Date {
	var registered, published model.Date
	for _, e := range of.Events {
		switch {
		case e.Date == "":
		case e.Kind == Registered && (registered == "" || e.Date < registered):
			registered = e.Date
		case e.Kind == Published && (published == "" || e.Date < published):
			published = e.Date
		}
	}
	if r == nil {
		return registered
	}
	switch r.From {
	case model.FromFirstPublication, model.FromPublication:
		return counted(r, cmp.Or(published, registered))
	case model.FromRegistration:
		return counted(r, registered)
	}
	return registered
}

var dayAfter = lang.Patterns(lang.DayAfter)

// saysAfter tells "after the day" from "on the day".
func saysAfter(text string) bool { return hasAny(words(text), dayAfter) }
