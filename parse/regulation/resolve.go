package regulation

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/sentence"
)

// matchResults ties the items of the separate lists of results to the steps whose results
// they are: item by item, where a list has as many as the internal procedure of its
// variant, its stages in a row, has numbered steps.
func (r *reader) matchResults() {
	for i := range r.out.Results {
		l := &r.out.Results[i]
		var steps []model.StepRef
		for k, p := range r.out.Processes {
			if p.Kind != model.ProcessInternal || len(p.Variant) < len(l.Variant) || !slices.Equal(fold(p.Variant[:len(l.Variant)]), fold(l.Variant)) {
				continue
			}
			for n := range p.Steps {
				if p.Steps[n].N != "" {
					steps = append(steps, model.StepRef{Process: k, Step: n})
				}
			}
		}
		if len(steps) == len(l.Items) {
			l.Steps = steps
			continue
		}
		if len(steps) > 0 {
			first := l.Spans.OfItem("items", 0)
			last := l.Spans.OfItem("items", len(l.Items)-1)
			r.finding(model.FindResultsMismatch, model.Warning,
				phrase.ResultsOfSteps.Of(len(l.Items), len(steps)), model.Span{first[0], last[1]})
		}
	}
}

func fold(l model.List[string]) []string {
	out := make([]string, len(l))
	for i, s := range l {
		out[i] = lang.Lower(s)
	}
	return out
}

// resolveRefs looks for the points and annexes of this regulation that its steps refer to.
func (r *reader) resolveRefs() {
	points, annexes := map[model.Text]bool{}, map[model.Text]bool{}
	for _, s := range r.out.Sections {
		for _, p := range s.Points {
			points[p.Number] = true
		}
	}
	for _, a := range r.out.Annexes {
		annexes[a.Number] = true
	}
	for _, p := range r.out.Processes {
		for _, s := range p.Steps {
			for _, ref := range s.Refs {
				if ref.To != model.RefRegulation {
					continue
				}
				if ref.Point != "" && !points[ref.Point] {
					r.finding(model.FindRefUnresolved, model.Warning, phrase.NoPoint.Of(ref.Point), ref.Span)
				}
				if ref.Annex != "" && !annexes[ref.Annex] {
					r.finding(model.FindRefUnresolved, model.Warning, phrase.NoAnnex.Of(ref.Annex), ref.Span)
				}
			}
		}
	}
}

// listedNames gives the actors of steps the whole name that the list of who takes part has, where
// it stands in the step: "| жер қатынастары | бөлімі | (басқармасы)", "специалистом отдела |
// финансирования".
func (r *reader) listedNames() {
	for k := range r.out.Processes {
		for n := range r.out.Processes[k].Steps {
			s := &r.out.Processes[k].Steps[n]
			by := s.Spans.Of("actor")
			if by.Empty() {
				continue
			}
			for _, a := range r.out.Actors {
				name := r.Lower(a.Span)
				if len(name) <= by[1]-by[0] {
					continue
				}
				whole := model.Span{}
				if at := by[0] - max(0, strings.LastIndex(name, r.Lower(by))); at >= s.Span[0] && strings.HasPrefix(r.Low[at:], name) && at+len(name) >= by[1] {
					whole = model.Span{at, at + len(name)}
				} else if rest := r.declined(r.Words(by), r.Words(a.Span)); rest != "" && strings.HasPrefix(r.Low[by[1]:], rest) {
					whole = model.Span{by[0], by[1] + len(rest)}
				}
				if !whole.Empty() {
					by = whole
					s.Actor = model.Text(r.Of(by))
					s.Spans.Set("actor", by)
				}
			}
		}
	}
}

// declined returns what follows in a Russian name behind the words that another phrase has, maybe
// in another case: " финансирования" of "специалист отдела финансирования" for "специалистом
// отдела"; "" where they are of another name.
func (t *text) declined(ws, name []sentence.Word) string {
	const ending = len("ым") // of the last letters, which case changes
	if t.Tab.HeadFinal || len(ws) < 2 || len(name) <= len(ws) {
		return ""
	}
	for i, w := range ws {
		a, b := t.Str(w), t.Str(name[i])
		if a != b && (len(b) <= 2*ending || !strings.HasPrefix(a, b[:len(b)-ending])) {
			return ""
		}
	}
	return t.Low[name[len(ws)-1].End:name[len(name)-1].End]
}

// fullNames gives a step the role of the one listed among those who take part whose name
// its actor's begins, or in Kazakh ends: "специалист аппарата акима" of "специалист аппарата
// акима сельского округа". One word begins too many.
func (r *reader) fullNames() {
	full := make([]string, len(r.out.Actors))
	for i, a := range r.out.Actors {
		full[i] = lang.Lower(a.Text)
	}
	for k := range r.out.Processes {
		for n := range r.out.Processes[k].Steps {
			s := &r.out.Processes[k].Steps[n]
			if short := lang.Lower(string(s.Actor)); len(s.Roles) == 1 && strings.Contains(short, " ") {
				if role, ok := r.listedAs(short, full); ok {
					s.Roles[0] = role
				}
			}
		}
	}
}

// listedAs returns the role of those listed whose names, in lower case, go on behind the
// words, or before Kazakh ones, if it is one.
func (r *reader) listedAs(short string, full []string) (role model.Role, ok bool) {
	for i, a := range r.out.Actors {
		cut, joint := strings.CutPrefix, strings.HasPrefix
		if r.Tab.HeadFinal {
			cut, joint = strings.CutSuffix, strings.HasSuffix
		}
		switch rest, part := cut(full[i], short); {
		case !part || rest != "" && !joint(rest, " "):
			continue
		case rest == "" || a.Role == model.RoleOther || ok && a.Role != role:
			return "", false // it is listed so, or too many are
		}
		role, ok = a.Role, true
	}
	return role, ok
}

// stems parts a short name where it changes: "портал" in "порталда" is one stem, of
// "Государственная корпорация" each word has its own.
func (r *reader) stems(short string) []string {
	stems := strings.Fields(short)
	if r.Tab.Inflected == "" && len(stems) > 0 {
		return []string{short}
	}
	for i, s := range stems {
		stems[i] = strings.TrimRight(s, r.Tab.Inflected)
		if stems[i] == "" {
			stems[i] = s
		}
	}
	return stems
}

// inflected returns where words that begin with the stems end, -1 if they do not stand
// at from.
func (r *reader) inflected(from, end int, stems []string) int {
	to := from
	for i, s := range stems {
		if i > 0 {
			to = r.SkipBlank(to, end)
		}
		if !strings.HasPrefix(r.Low[to:end], s) {
			return -1
		}
		to = lang.LettersEnd(r.Low[:end], to+len(s))
	}
	return to
}

// uses finds where the short names stand for what they were introduced for.
func (r *reader) uses(bodyEnd int) {
	end := len(r.Low)
	if bodyEnd > 0 && bodyEnd <= len(r.Paragraphs) {
		end = r.Paragraphs[bodyEnd-1][1]
	}
	type name struct {
		stems []string
		of    *model.Definition
	}
	var names [256][]name // by the last byte of their first letter
	seen := map[string]bool{}
	first := end
	for i := range r.out.Definitions {
		d := &r.out.Definitions[i]
		short := lang.Lower(d.Short)
		if seen[short] || utf8.RuneCountInString(short) < 2 {
			continue
		}
		seen[short] = true
		stems := r.stems(strings.TrimLeft(short, lang.TitleOpenings))
		if len(stems) == 0 {
			continue
		}
		key := lang.LetterKey(stems[0])
		names[key] = append(names[key], name{stems, d})
		first = min(first, d.Span[1])
	}
	introductions := r.out.Definitions // those that do not end before the word
	use := func(from int) {
		for len(introductions) > 0 && introductions[0].Span[1] <= from {
			introductions = introductions[1:]
		}
		if len(introductions) > 0 && from >= introductions[0].TermSpan()[1] {
			return // inside the bracket that introduces another name
		}
		for _, n := range names[lang.LetterKey(r.Low[from:])] {
			if to := r.inflected(from, end, n.stems); from >= n.of.Span[1] && to > 0 {
				n.of.Uses = append(n.of.Uses, model.Span{from, to})
			}
		}
	}
	for _, w := range r.Words(model.Span{first, end}) {
		use(w.Start)
		for from := w.Start; ; { // "ЖСН/БСН"
			k := strings.IndexByte(r.Low[from:w.End], '/')
			if k < 0 {
				break
			}
			from += k + 1
			use(from)
		}
	}
}
