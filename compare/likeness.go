package compare

import (
	"slices"
	"strings"

	"reglament/compare/wording"
	"reglament/model"
)

// features are what steps are compared by.
type features struct {
	step     *model.Step
	folded   string         // the text without its label, folded
	stems    []string       // of what is done: the text without label, actor, terms, result
	roles    []string       // sorted set
	actions  []string       // in order
	label    string         // "process 1" for 1-процесс and процесс 1
	position int            // in thousandths of the procedure
	language model.Language // told only where steps of several languages stand in one list
}

// oneLanguage reports whether the words of two steps can be compared.
func oneLanguage(sameLanguage bool, a, b *features) bool {
	return sameLanguage && a.language == b.language
}

func stepFeatures(steps []model.Step) []*features {
	out := make([]*features, len(steps))
	for i := range steps {
		f := feature(&steps[i])
		f.position = (2*i + 1) * 500 / len(steps)
		out[i] = f
	}
	return out
}

func feature(s *model.Step) *features {
	f := &features{step: s, folded: wording.Fold(unlabelled(s)), stems: wording.Telling(plain(s, true)), roles: codes(s.Roles), label: neutralLabel(s)}
	for _, a := range s.Actions {
		f.actions = append(f.actions, string(a))
	}
	return f
}

// codes are the distinct codes of a list, sorted.
func codes[T ~string](list []T) []string {
	out := make([]string, 0, len(list))
	for _, c := range list {
		out = append(out, string(c))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// neutralLabel is a label without its language: the node and the number.
func neutralLabel(s *model.Step) string {
	if n := wording.Figures(string(s.Label)); len(n) > 0 {
		return string(s.Node) + " " + n[0]
	}
	return ""
}

// Weights of what makes two steps alike, and likenesses, which are in thousandths. Who acts
// and what is done count most; the words decide between steps of the same worker (the head
// looks through, the head signs).
const (
	weightRole     = 3
	weightActions  = 3
	weightLabel    = 2
	weightWords    = 4
	weightPosition = 1

	unknown = 400 // likeness where one side names no role, or no action is known

	leastWords = 350 // least likeness of words of one step whose actions are all different
	leastDeed  = 500 // least likeness of actions of one step by different workers
	leastPair  = 500 // steps less alike than this are not one step
	leastMoved = 700 // … found in another place, where the place does not speak for them
	sameText   = 1000
)

// similarity is how alike two steps are, their positions left aside. Steps of two languages
// are told by who acts and what is done alone.
func similarity(a, b *features, sameLanguage bool) int {
	sameLanguage = oneLanguage(sameLanguage, a, b)
	if sameLanguage && a.folded != "" && a.folded == b.folded && slices.Equal(a.roles, b.roles) {
		return sameText
	}
	sum, weight := 0, 0
	trait := func(w, value int) { sum, weight = sum+w*value, weight+w }
	trait(weightRole, likeRoles(a.roles, b.roles))
	if len(a.actions)+len(b.actions) > 0 {
		trait(weightActions, likeActions(a.actions, b.actions))
	}
	if a.label != "" || b.label != "" {
		like := 0
		if a.label == b.label {
			like = 1000
		}
		trait(weightLabel, like)
	}
	words := 0
	if sameLanguage {
		words = wording.Overlap(a.stems, b.stems)
		trait(weightWords, words)
	}
	score := sum / weight
	// The first process of one scheme (the worker logs in) is not the first of another
	// (the worker takes the application): one worker and one label are not enough.
	if len(a.actions) > 0 && len(b.actions) > 0 && likeActions(a.actions, b.actions) == 0 && words < leastWords {
		score = min(score, leastPair-100)
	}
	// A check and an action are two things, whoever carries them out, unless the words
	// are nearly the same.
	if (a.step.Node == model.ConditionNode) != (b.step.Node == model.ConditionNode) && words < 800 {
		score = min(score, leastPair-200)
	}
	// What an applicant hands in is not what an official sends on; in one language the
	// words tell.
	if !sameLanguage && len(a.roles) > 0 && len(b.roles) > 0 && onlyApplicant(a.roles) != onlyApplicant(b.roles) {
		score = min(score, leastPair-100)
	}
	return min(score, sameText-1)
}

func onlyApplicant(roles []string) bool {
	return len(roles) == 1 && roles[0] == string(model.RoleApplicant)
}

// withPosition lets a likeness also count how near the steps are in their procedures.
func withPosition(score int, a, b *features) int {
	if score == sameText {
		return score
	}
	const others = weightRole + weightActions + weightWords
	near := 1000 - max(a.position-b.position, b.position-a.position)
	return (score*others + weightPosition*near) / (others + weightPosition)
}

// likeRoles is how alike those are who act.
func likeRoles(a, b []string) int {
	switch {
	case len(a) == 0 && len(b) == 0:
		return 600
	case len(a) == 0 || len(b) == 0:
		return unknown
	}
	if like := wording.Overlap(a, b); like > 0 {
		return like
	}
	for _, x := range a {
		for _, y := range b {
			if successors[x] == y || successors[y] == x {
				return 700
			}
			if c := colleagues[x]; c != "" && c == colleagues[y] {
				return 600
			}
			// provider and provider.head: the same body, told more closely.
			if strings.HasPrefix(x, y+".") || strings.HasPrefix(y, x+".") {
				return 500
			}
		}
	}
	return 0
}

// successors are the roles that took over the work of another: the State Corporation
// that of the public service centres.
var successors = map[string]string{
	string(model.RolePSCWorker): string(model.RoleCorporationWorker),
}

// colleagues are workers who do the same work under another name, by what the work is:
// to prepare the result, to direct, to decide together.
var colleagues = map[string]string{
	string(model.RoleExecutor): "prepares", string(model.RoleSpecialist): "prepares",
	string(model.RoleArchitect): "prepares", string(model.RoleArchivist): "prepares", string(model.RoleMethodist): "prepares",
	string(model.RoleExpert): "prepares", string(model.RoleLawyer): "prepares", string(model.RoleAccountant): "prepares",
	string(model.RoleDoctor): "prepares", string(model.RoleNurse): "prepares", string(model.RoleVeterinarian): "prepares",
	string(model.RoleOffice): "receives", string(model.RoleRegistrar): "receives",
	string(model.RoleHead): "directs", string(model.RoleDeputyHead): "directs", string(model.RoleAkim): "governs", string(model.RoleAkimDeputy): "governs",
	string(model.RoleCommission): "decides together", string(model.RoleWorkingGroup): "decides together",
	string(model.RoleRuralExecutor): "prepares in the village", string(model.RoleRuralSpecialist): "prepares in the village",
}

// passing are actions that surround what a step is for: every step receives, registers,
// looks through and sends on. The others count twice.
var passing = map[string]bool{
	string(model.ActionReceive): true, string(model.ActionRegister): true, string(model.ActionForward): true,
	string(model.ActionReview): true, string(model.ActionVerify): true, string(model.ActionGenerate): true,
}

func weightOf(action string) int {
	if passing[action] {
		return 1
	}
	return 2
}

// likeActions is how much of two lists of actions is done in both, in the same order: the
// weight of their longest common subsequence, of that of both.
func likeActions(a, b []string) int {
	if len(a) == 0 || len(b) == 0 {
		return unknown
	}
	sum := 0
	for _, list := range [][]string{a, b} {
		for _, x := range list {
			sum += weightOf(x)
		}
	}
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = max(diagonal+weightOf(x), above, row[j])
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return 2000 * row[len(b)] / sum
}
