package compare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reglament/compare/way"
	"reglament/model"
)

// Totals are the figures of a description, or of a regulation as a whole.
type Totals struct {
	Steps int `json:"steps"`
	// Minutes is the sum of the terms of the steps in minutes of working time, as if one
	// step followed the other, at least; MinutesMost is another where a step has several
	// terms, see model.Term. What both leave out is in Uncounted.
	Minutes      int                    `json:"minutes"`
	MinutesMost  int                    `json:"minutes_most"`
	Uncounted    model.List[string]     `json:"uncounted"`    // terms without a fixed length in working time, as written
	Untimed      int                    `json:"untimed"`      // steps without a term
	HandOvers    int                    `json:"hand_overs"`   // steps done by another than the step before
	Participants model.List[model.Role] `json:"participants"` // distinct roles, in the order of their first step
}

// processTotals counts steps, terms and hand-overs of one procedure.
func processTotals(p *model.Process) Totals {
	t := Totals{Steps: len(p.Steps)}
	var last []string
	for i := range p.Steps {
		s := &p.Steps[i]
		if len(s.Durations) == 0 {
			t.Untimed++
		}
		var counted model.Term
		for _, d := range s.Durations {
			if _, ok := d.WorkingMinutes(); ok {
				counted = append(counted, d)
			} else {
				t.Uncounted = append(t.Uncounted, d.Text)
			}
		}
		least, most, _ := counted.WorkingMinutes()
		t.Minutes += least
		t.MinutesMost += most
		t.participants(s.Roles)
		if roles := codes(s.Roles); len(roles) > 0 {
			if last != nil && !slices.Equal(last, roles) {
				t.HandOvers++
			}
			last = roles
		}
	}
	return t
}

func (t *Totals) participants(roles []model.Role) {
	for _, r := range roles {
		if !slices.Contains(t.Participants, r) {
			t.Participants = append(t.Participants, r)
		}
	}
}

// Sure reports whether the working time is one figure.
func (t Totals) Sure() bool { return t.Minutes == t.MinutesMost }

// Time is the working time in minutes: "1585", or "8220–12060" where it is not sure.
func (t Totals) Time() string {
	if t.Sure() {
		return strconv.Itoa(t.Minutes)
	}
	return fmt.Sprintf("%d–%d", t.Minutes, t.MinutesMost)
}

func (t *Totals) add(o Totals) {
	t.Steps += o.Steps
	t.Minutes += o.Minutes
	t.MinutesMost += o.MinutesMost
	t.Uncounted = append(t.Uncounted, o.Uncounted...)
	t.Untimed += o.Untimed
	t.HandOvers += o.HandOvers
	t.participants(o.Participants)
}

// WayTotals are the figures of one way in which a service is rendered. The ways of a service
// are no parts of it: an applicant goes one of them.
type WayTotals struct {
	Channel model.Channel      `json:"channel"`
	Variant model.List[string] `json:"variant"` // headings, without those of stages
	Kind    model.ProcessKind  `json:"kind"`    // of the description that it begins with
	Parts   int                `json:"parts"`   // descriptions: stages, or applying and receiving
	Totals
}

func wayTotals(r *model.Regulation, l model.Language) []WayTotals {
	var out []WayTotals
	for _, w := range way.Of(r, l) {
		t := WayTotals{Channel: w.Channel, Variant: w.Variant, Kind: w.Parts[0].Process.Kind, Parts: len(w.Parts)}
		for _, p := range w.Parts {
			t.add(processTotals(p.Process))
		}
		out = append(out, t)
	}
	return out
}

// participants are the roles that take part in any procedure of a regulation.
func participants(r *model.Regulation) []model.Role {
	var t Totals
	for i := range r.Processes {
		t.participants(processTotals(&r.Processes[i]).Participants)
	}
	return t.Participants
}

// Figure is one property of a service, which may be another on each way.
type Figure []FigurePart

// FigurePart is what some channels have in common: a value, or one for each variant.
type FigurePart struct {
	Channels model.List[model.Channel] `json:"channels"` // none where it holds for all there are
	Values   model.List[FigureValue]   `json:"values"`   // different ones, in the order of the text
}

// FigureValue is a number or a term in words, without a language where it is a number.
type FigureValue struct {
	Text    string `json:"text"`
	Minutes *int   `json:"minutes"` // of working time, null where it is none
	Most    *int   `json:"most"`    // where Minutes is only the least, else null
}

// set adds a value of a channel.
func (f *Figure) set(c model.Channel, v FigureValue) {
	i := slices.IndexFunc(*f, func(p FigurePart) bool { return slices.Contains(p.Channels, c) })
	if i < 0 {
		i = len(*f)
		*f = append(*f, FigurePart{Channels: model.List[model.Channel]{c}})
	}
	p := &(*f)[i]
	if !slices.ContainsFunc(p.Values, func(o FigureValue) bool { return o.Text == v.Text }) {
		p.Values = append(p.Values, v)
	}
}

// joined tells channels with the same values together; a value of all there are needs no name.
func (f Figure) joined(all []model.Channel) Figure {
	var out Figure
	for _, p := range f {
		i := slices.IndexFunc(out, func(o FigurePart) bool { return o.value() == p.value() })
		if i < 0 {
			out = append(out, p)
			continue
		}
		out[i].Channels = append(out[i].Channels, p.Channels...)
	}
	if len(out) == 1 && out[0].covers(all) {
		out[0].Channels = nil
	}
	return out
}

// covers reports whether a value is that of all channels, or is told without one.
func (p FigurePart) covers(all []model.Channel) bool {
	return slices.Contains(p.Channels, "") || len(all) > 0 && !slices.ContainsFunc(all, func(c model.Channel) bool { return !slices.Contains(p.Channels, c) })
}

func (p FigurePart) value() string {
	words := make([]string, len(p.Values))
	for i, v := range p.Values {
		words[i] = v.Text
	}
	return strings.Join(words, ", ")
}

// String is the figure with codes of channels: "office 10 minutes; corporation, portal 15 minutes".
func (f Figure) String() string {
	words := make([]string, len(f))
	for i, p := range f {
		words[i] = strings.TrimLeft(model.Joined(p.Channels, ", ")+" "+p.value(), " ")
	}
	return strings.Join(words, "; ")
}

// One is the value of all ways, nil where there are several or none.
func (f Figure) One() *FigureValue {
	if len(f) != 1 || len(f[0].Values) != 1 {
		return nil
	}
	return &f[0].Values[0]
}

// FigureOf is a property of the ways of a service; what has no text is no value.
func FigureOf(ways []WayTotals, value func(WayTotals) FigureValue) Figure {
	var f Figure
	var with []model.Channel
	for _, w := range ways {
		if v := value(w); v.Text != "" {
			f.set(w.Channel, v)
			with = append(with, w.Channel)
		}
	}
	return f.joined(with)
}

// Steps, HandOvers and Untimed are counted on each way.
func Steps(w WayTotals) FigureValue     { return FigureValue{Text: strconv.Itoa(w.Steps)} }
func HandOvers(w WayTotals) FigureValue { return FigureValue{Text: strconv.Itoa(w.HandOvers)} }
func Untimed(w WayTotals) FigureValue   { return FigureValue{Text: strconv.Itoa(w.Untimed)} }

// Minutes is the working time of a way, a dash where no step of it has a term in that.
func Minutes(w WayTotals) FigureValue {
	if w.Minutes == 0 {
		return FigureValue{Text: "–"}
	}
	if !w.Sure() {
		return FigureValue{w.Time(), &w.Minutes, &w.MinutesMost}
	}
	return FigureValue{w.Time(), &w.Minutes, nil}
}

// ProviderMinutes is the working time of a way through the provider's own steps.
func ProviderMinutes(w WayTotals) FigureValue {
	if w.Kind != model.ProcessInternal || w.Minutes == 0 {
		return FigureValue{}
	}
	return Minutes(w)
}

// limitFigure is the time limit of a service: of the channels that it is told of, where others
// lead to the service too.
func limitFigure(r *model.Regulation) Figure {
	var f Figure
	for _, l := range r.TimeLimits {
		if l.What != model.LimitService {
			continue
		}
		v := FigureValue{Text: Readable(durationCode([]model.Duration{l.Duration}))}
		if n, ok := l.Duration.WorkingMinutes(); ok {
			v.Minutes = &n
		}
		for _, c := range l.At {
			f.set(c, v)
		}
		if len(l.At) == 0 {
			f.set("", v)
		}
	}
	return f.joined(r.Channels)
}
