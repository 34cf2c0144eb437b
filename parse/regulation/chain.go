package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// arrows part who acts from who acts next.
var arrows = []string{"→", "⇒", "➔", "➜", "->", "=>"}

// chain reads who acts one after another from a sentence that only names them, nil where it
// says more: "канцелярия (15 минут) → руководитель (1 час) → исполнитель".
func (t *text) chain(p model.Span) []model.Span {
	s := t.Of(p)
	for _, arrow := range arrows {
		if strings.Contains(s, arrow) {
			return t.links(p, arrow, 2)
		}
	}
	for _, dash := range []string{" – ", " - ", " — "} {
		if strings.Contains(s, dash) {
			return t.links(p, dash, 3) // "руководитель – виза" tells what is done
		}
	}
	return nil
}

// arrowed parts the sentences without a number that tell at arrows who acts next, and what he
// does: "специалист регистрирует заявление, → готовит справку → | руководитель подписывает ее".
func (t *text) arrowed(list []model.Span) []model.Span {
	var out []model.Span
	for _, p := range list {
		parts := []model.Span{p}
		for _, arrow := range arrows {
			if all := t.pieces(p, arrow); len(all) > 1 && !sentence.Numbered(t.Of(p)) && t.IsAction(all[0]) {
				parts = all[:1]
				for _, one := range all[1:] {
					if t.IsAction(one) {
						parts = append(parts, one)
					} else {
						parts[len(parts)-1][1] = one[1]
					}
				}
				break
			}
		}
		out = append(out, parts...)
	}
	return out
}

// links parts a chain of at least so many who act.
func (t *text) links(p model.Span, mark string, least int) []model.Span {
	const longest = 12 // words that name one
	var out []model.Span
	for from := p[0]; from < p[1]; {
		to := p[1]
		if k := strings.Index(t.Canonical[from:p[1]], mark); k >= 0 {
			to = from + k
		}
		link := t.Trim(model.Span{from, to}, sentence.Terminators)
		from = to + len(mark)
		if link.Empty() {
			continue
		}
		ws := t.Words(t.who(link))
		if len(ws) == 0 || len(ws) > longest || t.HasFinite(ws) || t.Role(ws) == model.RoleOther {
			return nil
		}
		out = append(out, link)
	}
	if len(out) < least {
		return nil
	}
	return out
}

// who returns a link of a chain without the term behind it: "руководитель | (1 час)".
func (t *text) who(link model.Span) model.Span {
	if ds := t.Durations(t.Words(link)); len(ds) > 0 {
		link[1] = ds[0].Span[0]
	}
	return t.Trim(link, sentence.Terminators+sentence.Dashes+"(")
}

// chained returns the chain that a list is, nil where it lists steps.
func (t *text) chained(list []model.Span) []model.Span {
	if len(list) == 1 {
		_, rest, _ := sentence.LeadingNumber(t.Of(list[0])) // "1) канцелярия → руководитель → исполнитель."
		return t.chain(model.Span{list[0][0] + rest, list[0][1]})
	}
	if slices.ContainsFunc(list, func(p model.Span) bool { return sentence.Numbered(t.Of(p)) }) {
		return nil
	}
	for _, p := range list {
		if links := t.chain(p); links != nil {
			return links
		}
	}
	return nil
}

// chainOf adds the procedure that a chain tells: who acts, and in what time, not what is done.
func (r *reader) chainOf(pt *structure.Point, k lang.PointKind, head model.Span, links []model.Span) {
	p := r.procedure(k.Kind, pt.Number, r.Trim(head, sentence.Terminators))
	p.Span = model.Span{links[0][0], links[len(links)-1][1]}
	for _, link := range links {
		s := model.Step{Node: model.TaskNode, Text: r.Of(link), Span: link}
		s.Spans.Set("text", link)
		a := &sentence.Actor{Span: r.who(link)}
		a.Roles, a.Other = r.Roles(r.Words(a.Span))
		r.act(&s, a)
		s.Durations = r.Durations(r.Words(link))
		r.finding(model.FindActionUnknown, model.Info, phrase.NoAction.Of(), link)
		p.Steps = append(p.Steps, s)
	}
	r.untimed(&p)
	r.out.Processes = append(r.out.Processes, p)
}
