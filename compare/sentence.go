package compare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reglament/compare/wording"
	"reglament/model/phrase"
)

// subject names what a kind of difference is about. Kinds of what is added and removed
// share one.
var subject = map[Kind]string{
	KindStepAdded: "step", KindStepRemoved: "step", KindCheckAdded: "check", KindCheckRemoved: "check",
	KindStepMoved: "step moved", KindStepSplit: "one step is two", KindStepJoined: "two steps are one",
	KindNodeChanged: "check or action", KindActorChanged: "actor", KindActionChanged: "actions", KindDurationChanged: "term", KindResultChanged: "result",
	KindConditionAdded: "condition", KindConditionRemoved: "condition", KindConditionChanged: "condition",
	KindReferenceChanged: "reference", KindTextChanged: "wording", KindBranchChanged: "what follows the check",
	KindProcessAdded: "procedure", KindProcessRemoved: "procedure", KindProviderChanged: "provider", KindStandardChanged: "standard",
	KindChannelAdded: "channel", KindChannelRemoved: "channel", KindFormAdded: "form", KindFormRemoved: "form", KindAutomationChanged: "automation",
	KindTimeLimitAdded: "time limit", KindTimeLimitRemoved: "time limit", KindTimeLimitChanged: "time limit",
	KindActorListAdded: "participant", KindActorListRemoved: "participant",
	KindProvisionAdded: "provision", KindProvisionRemoved: "provision", KindProvisionChanged: "provision",
	KindDefinitionAdded: "short name", KindDefinitionRemoved: "short name", KindDefinitionChanged: "short name",
}

// quoteLength is the number of letters after which a quotation in a sentence is cut; the
// whole is in Value.Text.
const quoteLength = 160

// about is what the difference is about: "time limit of waiting", "actor".
func (d *Difference) about() string {
	if d.Kind == KindActorChanged && d.Severity == Wording && d.A.Code == d.B.Code {
		return "same role in other words"
	}
	what := subject[d.Kind]
	switch field, part, _ := strings.Cut(d.Field, "."); field {
	case "time_limits":
		what += " of " + map[string]string{"service": "the service", "wait": "waiting", "serve": "serving"}[part]
	case "branches":
		what += " (" + part + ")"
	case "service":
		what += " of the service's name"
	case "variant":
		what += " of the heading"
	}
	if d.Kind == KindDefinitionChanged {
		what += " “" + d.A.Code + "” stands for"
	}
	return what
}

// only tells whether one side alone has what the difference is about.
func (d *Difference) only() (a, b bool) {
	switch _, oneSided := mirrored[d.Kind]; {
	case d.Kind == KindBranchChanged:
		return false, false
	case oneSided && d.Kind != KindStepSplit && d.Kind != KindStepJoined:
		return strings.HasSuffix(string(d.Kind), "_removed"), strings.HasSuffix(string(d.Kind), "_added")
	}
	return d.B.empty() && !d.A.empty(), d.A.empty() && !d.B.empty()
}

// Sentence tells the difference in words, with these names for its sides. It is made of the
// difference alone, so that the mirrored difference has the mirrored sentence.
func (d *Difference) Sentence(labelA, labelB string) string {
	what := d.about()
	onlyA, onlyB := d.only()
	var out string
	switch {
	case onlyA:
		out = fmt.Sprintf("%s only in %s%s: %s", what, labelA, at(d.A.Label), quote(d.A))
	case onlyB:
		out = fmt.Sprintf("%s only in %s%s: %s", what, labelB, at(d.B.Label), quote(d.B))
	case d.Kind == KindActionChanged:
		out = fmt.Sprintf("%s: %s; %s%s “%s”, %s%s “%s”", what, actionChanges(d, labelA, labelB),
			labelA, at(d.A.Label), Short(d.A.Text, quoteLength), labelB, at(d.B.Label), Short(d.B.Text, quoteLength))
	case d.Kind == KindStepMoved && wording.Fold(d.A.Text) == wording.Fold(d.B.Text):
		out = fmt.Sprintf("%s: %s%s, %s%s: %s", what, labelA, at(d.A.Label), labelB, at(d.B.Label), quote(d.A))
	case d.Kind == KindProviderChanged:
		out = fmt.Sprintf("%s: %s", what, changes(d))
	case d.Kind == KindTextChanged || d.Kind == KindProvisionChanged || d.Kind == KindConditionChanged || d.Kind == KindDefinitionChanged || d.Kind == KindResultChanged:
		out = fmt.Sprintf("%s: %s%s, %s%s: %s", what, labelA, at(d.A.Label), labelB, at(d.B.Label), changes(d))
	default:
		out = fmt.Sprintf("%s: %s%s %s, %s%s %s", what, labelA, at(d.A.Label), quote(d.A), labelB, at(d.B.Label), quote(d.B))
	}
	if d.Minutes != nil {
		if *d.Minutes == 0 {
			out += " (the same working time)"
		} else {
			out += fmt.Sprintf(" (%+d min of working time)", *d.Minutes)
		}
	}
	return out
}

// actionChanges says which actions only one side has.
func actionChanges(d *Difference, labelA, labelB string) string {
	list := func(v Value) []string {
		actions := strings.Split(v.Code, ", ")
		slices.Sort(actions)
		return slices.Compact(actions)
	}
	a, b := list(d.A), list(d.B)
	var out []string
	if more := wording.Without(a, b); len(more) > 0 {
		out = append(out, "only in "+labelA+": "+strings.Join(more, ", "))
	}
	if more := wording.Without(b, a); len(more) > 0 {
		out = append(out, "only in "+labelB+": "+strings.Join(more, ", "))
	}
	return strings.Join(out, "; ")
}

func at(label string) string {
	if label == "" {
		return ""
	}
	return " (" + label + ")"
}

func quote(v Value) string {
	code := Readable(v.Code)
	switch {
	case v.Text == "" && code == "":
		return "nothing"
	case v.Text == "":
		return code
	case code == "":
		return "“" + Short(v.Text, quoteLength) + "”"
	}
	return code + " “" + Short(v.Text, quoteLength) + "”"
}

// Readable tells the terms in a code: "1 hour; 3 working_day" is 1 hour; 3 working days. The
// codes of the model stay what they are, and what flags and other outputs take.
func Readable(code string) string {
	parts := strings.Split(code, "; ")
	for i, p := range parts {
		figure, unit, _ := strings.Cut(p, " ")
		if n, err := strconv.Atoi(figure); err == nil && phrase.Known("n."+unit) {
			parts[i] = phrase.English.T("n."+unit, n)
		}
	}
	return strings.Join(parts, "; ")
}

// changes quotes the runs of words that differ, or both texts where they have little in
// common.
func changes(d *Difference) string {
	const most = 6 // more edits than this are another text
	if len(d.Edits) == 0 || len(d.Edits) > most || d.Severity == Substance && d.Kind != KindTextChanged {
		return "“" + Short(d.A.Text, quoteLength) + "” → “" + Short(d.B.Text, quoteLength) + "”"
	}
	var out []string
	for _, e := range d.Edits {
		switch {
		case e.A == "":
			out = append(out, "+ “"+Short(e.B, quoteLength)+"”")
		case e.B == "":
			out = append(out, "- “"+Short(e.A, quoteLength)+"”")
		default:
			out = append(out, "“"+Short(e.A, quoteLength)+"” → “"+Short(e.B, quoteLength)+"”")
		}
	}
	return strings.Join(out, "; ")
}

// Short cuts a text at a word, behind so many letters at most.
func Short(s string, length int) string {
	s = strings.Join(strings.Fields(s), " ")
	rs := []rune(s)
	if len(rs) <= length {
		return s
	}
	cut := string(rs[:length])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–-") + "…"
}
