package regulation

import (
	"slices"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// desks are the roles of those who work where a procedure takes place: "оператор".
var desks = map[model.ProcessKind]model.Role{
	model.ProcessCorporation: model.RoleCorporationWorker, model.ProcessDelivery: model.RoleCorporationWorker, model.ProcessPSC: model.RolePSCWorker,
}

// procedure begins a procedure. Who is called a worker in it is one of where it takes place.
func (r *reader) procedure(kind model.ProcessKind, point string, title model.Span) model.Process {
	r.desk = desks[kind]
	p := model.Process{Kind: kind, Point: point}
	if !title.Empty() {
		p.Title = r.Of(title)
		p.Spans.Set("title", title)
	}
	return p
}

// processes reads the procedure of a point.
func (r *reader) processes(pt *structure.Point, k lang.PointKind, head model.Span, paras []model.Span) []model.Process {
	var out []model.Process
	title := r.Trim(head, sentence.Terminators+sentence.Dashes)
	runs := r.runs(paras)
	if len(runs) == 1 && len(runs[0].variant) == 1 && r.announcesAgain(runs[0].variant[0], k.Kind) {
		runs[0].variant = nil
	}
	r.unread(paras, runs)
	for _, c := range runs {
		if len(c.items) == 0 {
			continue
		}
		kind := k.Kind
		if k.Ways {
			kind = r.wayOf(append(slices.Clone(c.variant), head), k.Kind)
		}
		p := r.procedure(kind, pt.Number, title)
		p.Durations, p.Span = c.durations, c.span
		if len(runs) == 1 && len(p.Durations) == 0 { // "…, длительность обработки запроса – 20 минут:"
			p.Durations = r.Durations(r.Words(head))
		}
		for i, v := range c.variant {
			p.Variant = append(p.Variant, r.Of(v))
			p.Spans.SetItem("variant", i, v)
		}
		p.Steps = make(model.List[model.Step], 0, len(c.items))
		for _, it := range c.items {
			p.Steps = append(p.Steps, r.step(it))
		}
		p.Branches = r.branches(p.Steps)
		r.untimed(&p)
		out = append(out, p)
	}
	if len(out) == 0 {
		r.finding(model.FindTextUnread, model.Warning, phrase.NoSteps.Of(), head)
	}
	return out
}

// announcesAgain reports whether the only heading below that of a procedure names no variant, but
// announces its steps once more: "Мемлекеттік корпорацияға жүгіну тәртібі." / "Жүгіну кезіндегі
// іс-қимылдардың реттілігі:" / "1-процесс – …".
func (t *text) announcesAgain(heading model.Span, kind model.ProcessKind) bool {
	k, known := t.PointKind(t.Words(heading))
	return known && k.Is == lang.ProcedurePoint && (k.Kind == kind || k.Kind == model.ProcessInteraction)
}

// ways are the procedures through others than the provider.
var ways = map[model.Channel]model.ProcessKind{
	model.ChannelCorporation: model.ProcessCorporation, model.ChannelPSC: model.ProcessPSC, model.ChannelPortal: model.ProcessPortal,
}

// wayOf tells the procedure by the one way that the heading of its variant names, or else that of
// all of them: "через центр", "Этапы оказания государственной услуги через центр".
func (r *reader) wayOf(headings []model.Span, kind model.ProcessKind) model.ProcessKind {
	for _, h := range headings {
		if at := r.channelsOf(r.Words(h)); len(at) == 1 && ways[at[0]] != "" {
			return ways[at[0]]
		}
	}
	return kind
}

// unread reports the paragraphs under a procedure that tell who does what, or what is done
// between two steps, and are in none. Those with a term are reported with it.
func (r *reader) unread(paras []model.Span, runs []run) {
	end := 0 // of the last step that begins before a paragraph
	var items []item
	for _, c := range runs {
		items = append(items, c.items...)
	}
	for k, p := range paras {
		for len(items) > 0 && items[0].whole[0] <= p[0] {
			end, items = items[0].whole[1], items[1:]
		}
		if p[0] < end || r.TellsAnnex(p) || len(r.Durations(r.Words(p))) > 0 {
			continue
		}
		between := end > 0 && len(items) > 0 && r.HasFinite(r.Words(p))
		_, rest, _ := sentence.LeadingNumber(r.Of(p))
		label := r.Label(model.Span{p[0] + rest, p[1]}).Text
		if between || label != "" || r.IsAction(p) || len(items) == 0 && r.actorHead(paras, k) {
			r.finding(model.FindTextUnread, model.Info, phrase.ActionOfNoStep.Of(), p)
		}
	}
}

// untimed reports the steps without a term in a procedure whose other steps have one and
// that has no term as a whole.
func (r *reader) untimed(p *model.Process) {
	timed := 0
	for _, s := range p.Steps {
		if len(s.Durations) > 0 {
			timed++
		}
	}
	if timed*2 < len(p.Steps) || len(p.Durations) > 0 {
		return
	}
	for _, s := range p.Steps {
		if len(s.Durations) == 0 && !slices.Contains(s.Roles, model.RoleApplicant) && !r.isCall(&s) {
			if _, told := r.Unmeasured(r.Words(s.Span)); !told {
				r.finding(model.FindDurationMissing, model.Info, phrase.NoTerm.Of(), s.Span)
			}
		}
	}
}

// branches ties each check to the process taken when it fails, which refuses or says
// that it cannot be done, and to the one taken when it passes.
func (r *reader) branches(steps []model.Step) []model.Branch {
	var out []model.Branch
	for i := range steps {
		if steps[i].Node != model.ConditionNode {
			continue
		}
		b := model.Branch{Condition: string(steps[i].Label)}
		for k := i + 1; k < len(steps) && steps[k].Node != model.ConditionNode; k++ {
			if steps[k].Node == model.ProcessNode && r.refuses(steps[k].Span) {
				b.Refusal = steps[k].Label
				for _, s := range steps[k+1:] {
					if s.Label != "" {
						b.Next = s.Label
						break
					}
				}
				break
			}
		}
		switch {
		case b.Refusal != "":
			out = append(out, b)
		case !r.refuses(steps[i].Span):
			r.finding(model.FindBranchUnresolved, model.Warning, phrase.NoBranch.Of(steps[i].Label), steps[i].Span)
		}
	}
	return out
}

func (r *reader) refuses(s model.Span) bool {
	ws := r.Words(s)
	return r.Has(ws, &r.Tab.RefusalMarkers) || r.Has(ws, &r.Tab.ImpossibleMarkers)
}
