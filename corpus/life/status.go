package life

import (
	"fmt"

	"reglament/model"
)

// State of an act on a day.
type State string

// The states. The presumed ones are what the known days allow, where the day on which a
// rule took effect is not known.
const (
	NotAdopted      State = "not_adopted"       // the day is before the adoption
	NotYet          State = "not_yet_in_force"  // adopted, and it enters into force later
	StateInForce    State = "in_force"          // entered into force, and nothing ended it
	PresumedInForce State = "presumed_in_force" // adopted, nothing ended it; the day of entry is not known
	StateSuspended  State = "suspended"
	Ended           State = "ended"          // repealed or lapsed
	PresumedEnded   State = "presumed_ended" // an act that ends it was adopted; from which day it counts is not known
)

// Standing is the state of an act on a day, and why.
type Standing struct {
	Act
	State  State      `json:"state"`
	Reason string     `json:"reason"`
	Since  model.Date `json:"since"` // of the state, where known
	By     string     `json:"by"`    // key of the act that ended it
}

// On tells what was in force on a day.
func (l *Life) On(day model.Date) Standing {
	s := Standing{Act: l.Act}
	if l.Adopted != "" && day < l.Adopted {
		s.State, s.Reason = NotAdopted, "adopted on "+string(l.Adopted)
		return s
	}
	if end := l.end(); end != nil {
		s.By = end.By
		switch {
		case end.Effective != "" && end.Effective <= day:
			s.State, s.Since = Ended, end.Effective
			s.Reason = fmt.Sprintf("%s by %s; %s", end.Kind, orUnknown(end.By), end.Basis)
			return s
		case end.Effective == "" && end.Date == "":
			s.State, s.Reason = PresumedEnded, fmt.Sprintf("%s, and its text does not say when", end.Kind)
			return s
		case end.Effective == "" && end.counts(day):
			s.State = PresumedEnded
			s.Reason = fmt.Sprintf("%s by %s, adopted on %s; %s", end.Kind, orUnknown(end.By), end.Date, end.Basis)
			return s
		}
		s.By = ""
	}
	for i := range l.Events {
		if e := &l.Events[i]; e.Kind == Suspended && e.Date <= day && e.counts(day) {
			s.State, s.Since, s.By = StateSuspended, e.Effective, e.By
			s.Reason = fmt.Sprintf("suspended by %s, adopted on %s; until when the corpus does not say", orUnknown(e.By), e.Date)
			return s
		}
	}
	entry := l.first(InForce)
	switch {
	case entry == nil && earliest(nil, l) > day:
		s.State, s.Since = NotYet, l.Adopted
		s.Reason = fmt.Sprintf("registered on %s, before which it has no force", earliest(nil, l))
	case entry == nil:
		s.State, s.Reason = PresumedInForce, "no text of the corpus tells when it enters into force"
	case entry.Effective == "" && entry.Earliest > day:
		s.State, s.Since = NotYet, l.Adopted
		s.Reason = fmt.Sprintf("adopted on %s; %s", l.Adopted, entry.Basis)
	case entry.Effective == "" && entry.Earliest != "":
		s.State, s.Reason = PresumedInForce, fmt.Sprintf("adopted on %s; %s", l.Adopted, entry.Basis)
	case entry.Effective == "":
		s.State, s.Reason = PresumedInForce, fmt.Sprintf("adopted on %s; %s, from which its entry into force is counted", l.Adopted, entry.Basis)
	case entry.Effective > day:
		s.State, s.Since = NotYet, l.Adopted
		s.Reason = fmt.Sprintf("in force from %s; %s", entry.Effective, entry.Basis)
	default:
		s.State, s.Since, s.Reason = StateInForce, entry.Effective, entry.Basis
	}
	return s
}
