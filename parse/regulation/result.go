package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/sentence"
)

// results reads the separate list of results, a list for each variant.
func (r *reader) results(list []model.Span) {
	var runs []run
	if counted := func(p model.Span) bool { return sentence.Numbered(r.Of(p)) || r.counted(p) }; !slices.ContainsFunc(list, counted) {
		runs = r.unnumbered(list) // "бұрыштама; комиссияның қарауы; қол қойылған бұйрық"
	}
	if len(runs) == 0 {
		runs = r.runs(list)
	}
	if len(runs) == 0 {
		runs = r.unnumbered(list)
	}
	if len(runs) == 0 && len(list) == 1 && !r.HasFinite(r.Words(list[0])) {
		runs = []run{{items: []item{{whole: list[0], body: list}}}}
	}
	r.resultRuns(runs)
}

// counted reports whether a paragraph begins with a number of a step that no bracket follows.
func (t *text) counted(p model.Span) bool {
	number, _ := t.OtherNumber(p)
	label := t.Label(p).Text
	return number != "" || label != ""
}

// resultRuns keeps lists of results; of one that commas part, those of each step.
func (r *reader) resultRuns(runs []run) {
	if len(runs) == 1 && len(runs[0].items) == 1 {
		runs[0].items = r.ofEachStep(runs[0].items)
	}
	r.resultLists(runs)
}

// resultLists keeps lists of results as they are.
func (r *reader) resultLists(runs []run) {
	for _, c := range runs {
		l := model.ResultList{}
		for i, v := range c.variant {
			l.Spans.SetItem("variant", i, v)
			l.Variant = append(l.Variant, r.Of(v))
		}
		for _, it := range c.items {
			s := r.PastBullet(model.Span{it.body[0][0], it.whole[1]})
			if told := r.ResultTold(s); !told.Empty() { // "результатом действия 1 является | виза, служащая основанием для действия 2"
				s = told
			}
			s = r.Trim(r.BehindStep(s), sentence.Terminators)
			l.Spans.SetItem("items", len(l.Items), s)
			l.Items = append(l.Items, r.Of(s))
		}
		if len(l.Items) > 0 {
			r.out.Results = append(r.out.Results, l)
		}
	}
}

// bareResults reads a point behind the steps that tells no more than their results, and reports
// whether it does: "6. Нәтижелері: тіркелген өтініш, бұрыштама, куәлік.", "6. Результат: справка о
// регистрации, составе семьи."
func (r *reader) bareResults(p model.Span) bool {
	p = r.Trim(p, "")
	start, at := r.ResultMarker(p)
	if at == 0 || start > p[0] || r.HasFinite(r.Words(p)) {
		return false
	}
	list := model.Span{at, p[1]}
	items := []item{{whole: list, body: []model.Span{list}}}
	if parts := r.pieces(list, ";"); len(parts) > 1 {
		items = nil
		for _, part := range parts {
			items = append(items, item{whole: part, body: []model.Span{part}})
		}
	} else if r.Several(model.Span{start, at}) {
		if items = r.ofEachStep(items); len(items) == 1 {
			if strings.Contains(r.Of(list), ", ") { // more or fewer than the steps
				r.finding(model.FindTextUnread, model.Warning, phrase.ResultsUnread.Of(r.Of(p)), p)
			}
			return false
		}
	} else if len(r.Sentences(list)) != 1 {
		return false
	}
	r.resultLists([]run{{items: items}})
	return true
}

// ofEachStep parts the results that commas part, where there are as many as steps: "Рәсімдердің
// нәтижелері: құжаттарды тіркеу, | бұрыштама, | қол қойылған куәлік.", but not "справка о регистрации,
// составе семьи".
func (r *reader) ofEachStep(items []item) []item {
	steps := 0
	for _, p := range r.out.Processes {
		if p.Kind == model.ProcessInternal {
			if steps > 0 {
				return items // in variants
			}
			steps = len(p.Steps)
		}
	}
	whole := model.Span{items[0].body[0][0], items[0].whole[1]}
	list := r.pieces(whole, ",")
	if len(list)+1 == steps {
		last := list[len(list)-1]
		for i, ws := 1, r.Words(last); i+1 < len(ws); i++ {
			if r.Tab.And.Stem(r.Str(ws[i])) {
				list = append(list[:len(list)-1], model.Span{last[0], ws[i-1].End}, model.Span{ws[i+1].Start, last[1]})
				break
			}
		}
	}
	named := func(p model.Span) bool { return r.MayBeResult(r.BehindStep(p)) }
	if len(list) < 2 || len(list) != steps || slices.ContainsFunc(list, func(p model.Span) bool { return !named(p) }) {
		return items
	}
	items = nil
	for _, p := range list {
		items = append(items, item{whole: p, body: []model.Span{p}})
	}
	return items
}

// resultsTold reads the results that sentences tell: "Результатом процедуры (действия) по
// действию 1 является | регистрация заявления, которая служит основанием для действия 2."
func (t *text) resultsTold(paras []model.Span) (c run) {
	for _, p := range paras {
		for _, s := range t.Sentences(p) {
			told := t.ResultTold(s)
			if told.Empty() {
				return c
			}
			for _, part := range t.pieces(told, ";") {
				for _, one := range t.BySteps(part) {
					c.items = append(c.items, item{whole: one, body: []model.Span{one}})
				}
			}
		}
	}
	return c
}
