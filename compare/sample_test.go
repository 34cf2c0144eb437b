package compare_test

import (
	"fmt"
	"strings"

	"reglament/compare"
	"reglament/model"
)

// builder writes a canonical text and the model of it together, so that every span of a
// sample is true.
type builder struct {
	text strings.Builder
	doc  *model.Document
	reg  model.Regulation
}

func newBuilder(lang model.Language, region model.Region, service string) *builder {
	b := &builder{doc: &model.Document{Schema: model.Schema, Act: model.Act{Language: lang, Issuer: &model.Issuer{Region: region}}}}
	b.reg = model.Regulation{Index: 1, Service: service}
	return b
}

// write appends words and returns their span.
func (b *builder) write(s string) model.Span {
	start := b.text.Len()
	b.text.WriteString(s)
	return model.Span{start, b.text.Len()}
}

func (b *builder) line() { b.text.WriteString("\n") }

// sampleStep is a step as an author of a regulation thinks of it.
type sampleStep struct {
	node       model.Node
	label      string
	actor      string
	role       model.Role
	what       string // words between actor and term
	actions    []model.Action
	duration   *model.Duration
	result     string
	conditions []string
}

type sampleProcess struct {
	kind     model.ProcessKind
	point    string
	variant  []string
	steps    []sampleStep
	branches []model.Branch
}

// sample is a regulation that can be written out in a model with its text.
type sample struct {
	lang        model.Language
	region      model.Region
	service     string
	provider    string
	channels    []model.Channel
	forms       []model.Form
	automation  model.Automation
	limits      []model.TimeLimit
	definitions []string
	actors      []model.Actor
	standard    [2]string // date, number
	processes   []sampleProcess
	style       func(string) string // how the author writes quotes, dashes, blanks, case
}

func (s sample) side(label string) compare.Side {
	style := s.style
	if style == nil {
		style = func(t string) string { return t }
	}
	b := newBuilder(s.lang, s.region, style(s.service))
	b.reg.Provider = model.Text(style(s.provider))
	b.reg.Spans.Set("provider", b.write(style(s.provider)))
	b.line()
	for i, c := range s.channels {
		b.reg.Channels = append(b.reg.Channels, c)
		b.reg.Spans.SetItem("channels", i, b.write(string(c)))
		b.line()
	}
	for i, f := range s.forms {
		b.reg.Forms = append(b.reg.Forms, f)
		b.reg.Spans.SetItem("forms", i, b.write(string(f)))
		b.line()
	}
	b.reg.Automation = s.automation
	b.reg.Standard = &model.ActRef{Date: model.Date(s.standard[0]), Number: model.Text(s.standard[1]), Text: style("стандарт"), Span: b.write(style("стандарт"))}
	b.line()
	for _, l := range s.limits {
		l.Duration.Span = b.write(l.Duration.Text)
		l.Span = l.Duration.Span
		b.reg.TimeLimits = append(b.reg.TimeLimits, l)
		b.line()
	}
	for _, d := range s.definitions {
		b.reg.Definitions = append(b.reg.Definitions, model.Definition{Term: style(d), Short: style(d), Span: b.write(style(d))})
		b.line()
	}
	for _, a := range s.actors {
		a.Text = style(a.Text)
		a.Span = b.write(a.Text)
		b.reg.Actors = append(b.reg.Actors, a)
		b.line()
	}
	for _, p := range s.processes {
		start := b.text.Len()
		mp := model.Process{Kind: p.kind, Point: p.point, Title: "рәсімдер", Branches: p.branches}
		for _, v := range p.variant {
			mp.Variant = append(mp.Variant, style(v))
		}
		for i, st := range p.steps {
			mp.Steps = append(mp.Steps, b.step(st, i+1, style))
		}
		mp.Span = model.Span{start, b.text.Len()}
		b.reg.Processes = append(b.reg.Processes, mp)
	}
	b.reg.Span = model.Span{0, b.text.Len()}
	b.doc.Regulations = model.List[model.Regulation]{b.reg}
	return compare.Side{Act: compare.Act{Label: label, Document: b.doc, Canonical: b.text.String()}, Regulation: &b.doc.Regulations[0]}
}

func (b *builder) step(s sampleStep, n int, style func(string) string) model.Step {
	out := model.Step{N: model.Text(fmt.Sprint(n)), Node: s.node, Label: model.Text(s.label), Actions: s.actions}
	if out.Node == "" {
		out.Node = model.TaskNode
	}
	if s.role != "" {
		out.Roles = model.List[model.Role]{s.role}
	}
	start := b.text.Len()
	if s.label != "" {
		out.Spans.Set("label", b.write(style(s.label)))
		b.write(style(" – "))
	}
	if s.actor != "" {
		out.Actor = model.Text(style(s.actor))
		out.Spans.Set("actor", b.write(style(s.actor)))
		b.write(" ")
	}
	b.write(style(s.what))
	if s.duration != nil {
		d := *s.duration
		b.write(style(" – "))
		d.Span = b.write(d.Text)
		out.Durations = append(out.Durations, d)
	}
	if s.result != "" {
		b.write(style(". Нәтижесі – "))
		out.Result = model.Text(style(s.result))
		out.Spans.Set("result", b.write(style(s.result)))
	}
	for i, c := range s.conditions {
		b.write("; ")
		out.Conditions = append(out.Conditions, style(c))
		out.Spans.SetItem("conditions", i, b.write(style(c)))
	}
	out.Span = model.Span{start, b.text.Len()}
	out.Text = out.Span.Of(b.text.String())
	b.line()
	return out
}

func term(value int, unit model.Unit, text string) *model.Duration {
	return &model.Duration{Value: value, Unit: unit, Text: text}
}

// birthGrant is a regulation in Kazakh in the wording of those of 2015.
func birthGrant() sample {
	const provider = "көрсетілетін қызметті беруші"
	internal := []sampleStep{
		{actor: provider + "нің кеңсе қызметкері", role: model.RoleOffice, what: "құжаттарды қабылдайды, тіркейді және басшыға жолдайды",
			actions: []model.Action{model.ActionReceive, model.ActionRegister, model.ActionForward}, duration: term(15, model.Minute, "15 минут"), result: "тіркеу журналына жазу"},
		{actor: provider + "нің басшысы", role: model.RoleHead, what: "құжаттарды қарайды және жауапты орындаушыны белгілейді",
			actions: []model.Action{model.ActionReview, model.ActionAssign}, duration: term(1, model.Hour, "1 сағат"), result: "бұрыштама қою"},
		{actor: provider + "нің жауапты орындаушысы", role: model.RoleExecutor, what: "құжаттардың толықтығын тексереді және тағайындау туралы шешімнің жобасын дайындайды",
			actions: []model.Action{model.ActionVerify, model.ActionPrepare}, duration: term(3, model.WorkingDay, "3 жұмыс күні"), result: "шешім жобасы",
			conditions: []string{"құжаттар топтамасы толық болмаған жағдайда өтінішті қабылдаудан бас тартады"}},
		{actor: provider + "нің басшысы", role: model.RoleHead, what: "шешімге қол қояды",
			actions: []model.Action{model.ActionSign}, duration: term(1, model.Hour, "1 сағат"), result: "қол қойылған шешім"},
		{actor: provider + "нің кеңсе қызметкері", role: model.RoleOffice, what: "хабарламаны көрсетілетін қызметті алушыға береді",
			actions: []model.Action{model.ActionIssue}, duration: term(10, model.Minute, "10 минут"), result: "журналдағы қолтаңба"},
	}
	portal := []sampleStep{
		{actor: "көрсетілетін қызметті алушы", role: model.RoleApplicant, what: "жеке сәйкестендіру нөмірінің көмегімен порталда тіркелуді жүзеге асырады", actions: []model.Action{model.ActionRegister}},
		{node: model.ProcessNode, label: "1-процесс", actor: "көрсетілетін қызметті алушы", role: model.RoleApplicant, what: "порталға ЖСН және парольді енгізеді", actions: []model.Action{model.ActionAuthenticate}},
		{node: model.ConditionNode, label: "1-шарт", role: model.RolePortal, what: "порталда тіркелген алушының мәліметтерінің түпнұсқалығы тексеріледі", actions: []model.Action{model.ActionVerify}},
		{node: model.ProcessNode, label: "2-процесс", role: model.RolePortal, what: "портал авторизациялаудан бас тарту туралы хабарлама қалыптастырады", actions: []model.Action{model.ActionRefuse, model.ActionGenerate}},
		{node: model.ProcessNode, label: "3-процесс", actor: "көрсетілетін қызметті алушы", role: model.RoleApplicant, what: "қызметті таңдайды, нысанды толтырады және құжаттардың көшірмелерін тіркейді",
			actions: []model.Action{model.ActionSelectService, model.ActionFillForm, model.ActionAttach}},
		{node: model.ConditionNode, label: "2-шарт", role: model.RolePortal, what: "порталда ЭЦҚ тіркеу куәлігінің қолданылу мерзімі және жойылған куәліктер тізімінде болмауы тексеріледі", actions: []model.Action{model.ActionVerify}},
		{node: model.ProcessNode, label: "4-процесс", role: model.RolePortal, what: "ЭЦҚ расталмауына байланысты бас тарту туралы хабарлама қалыптастырады", actions: []model.Action{model.ActionRefuse}},
		{node: model.ProcessNode, label: "5-процесс", actor: "көрсетілетін қызметті алушы", role: model.RoleApplicant, what: "қызмет нәтижесін «жеке кабинетте» алады", actions: []model.Action{model.ActionReceive}},
	}
	return sample{
		lang: model.Kazakh, region: "KZ-35", service: "Бала туғанда берілетін жәрдемақыны тағайындау",
		provider: "Қарағанды облысы аудандарының жұмыспен қамту орталықтары",
		channels: []model.Channel{model.ChannelCorporation, model.ChannelOffice, model.ChannelPortal},
		forms:    []model.Form{model.Electronic, model.Paper}, automation: model.PartialAutomation,
		limits: []model.TimeLimit{
			{What: model.LimitService, At: []model.Channel{model.ChannelCorporation, model.ChannelOffice, model.ChannelPortal}, Duration: *term(7, model.WorkingDay, "7 (жеті) жұмыс күні")},
			{What: model.LimitWait, At: []model.Channel{model.ChannelOffice}, Duration: *term(15, model.Minute, "15 минут")},
		},
		definitions: []string{"портал", "ЭЦҚ", "Стандарт"},
		actors: []model.Actor{{Text: provider + "нің кеңсе қызметкері", Role: model.RoleOffice}, {Text: provider + "нің басшысы", Role: model.RoleHead},
			{Text: provider + "нің жауапты орындаушысы", Role: model.RoleExecutor}},
		standard: [2]string{"2015-04-28", "279"},
		processes: []sampleProcess{
			{kind: model.ProcessInternal, point: "5", steps: internal},
			{kind: model.ProcessPortal, point: "9", steps: portal, branches: []model.Branch{
				{Condition: "1-шарт", Refusal: "2-процесс"}, {Condition: "2-шарт", Refusal: "4-процесс"}}},
		},
	}
}

// housing is a regulation in Russian with two variants of one procedure.
func housing() sample {
	steps := func(days int, text string) []sampleStep {
		return []sampleStep{
			{actor: "сотрудник канцелярии услугодателя", role: model.RoleOffice, what: "принимает документы, регистрирует и передает руководителю",
				actions: []model.Action{model.ActionReceive, model.ActionRegister, model.ActionForward}, duration: term(20, model.Minute, "не более 20 минут")},
			{actor: "руководитель услугодателя", role: model.RoleHead, what: "рассматривает документы и определяет исполнителя",
				actions: []model.Action{model.ActionReview, model.ActionAssign}, duration: term(1, model.Hour, "1 час")},
			{actor: "ответственный исполнитель", role: model.RoleExecutor, what: "проверяет полноту документов, готовит уведомление о назначении помощи",
				actions: []model.Action{model.ActionVerify, model.ActionPrepare}, duration: term(days, model.WorkingDay, text)},
			{actor: "комиссия", role: model.RoleCommission, what: "принимает решение о назначении либо отказе", actions: []model.Action{model.ActionDecide}, duration: term(2, model.CalendarDay, "2 календарных дня")},
			{actor: "руководитель услугодателя", role: model.RoleHead, what: "подписывает уведомление", actions: []model.Action{model.ActionSign}, duration: term(30, model.Minute, "30 минут")},
			{actor: "сотрудник канцелярии услугодателя", role: model.RoleOffice, what: "выдает уведомление услугополучателю", actions: []model.Action{model.ActionIssue}, duration: term(20, model.Minute, "20 минут")},
		}
	}
	return sample{
		lang: model.Russian, region: "KZ-55", service: "Назначение жилищной помощи", provider: "отделы занятости районов Павлодарской области",
		channels: []model.Channel{model.ChannelOffice, model.ChannelCorporation}, forms: []model.Form{model.Paper},
		limits:      []model.TimeLimit{{What: model.LimitService, Duration: *term(10, model.CalendarDay, "10 календарных дней")}},
		definitions: []string{"стандарт", "услугодатель"},
		actors:      []model.Actor{{Text: "сотрудник канцелярии", Role: model.RoleOffice}, {Text: "руководитель", Role: model.RoleHead}, {Text: "комиссия", Role: model.RoleCommission}},
		standard:    [2]string{"2015-04-09", "319"},
		processes: []sampleProcess{
			{kind: model.ProcessInternal, point: "5", variant: []string{"при обращении впервые"}, steps: steps(5, "5 рабочих дней")},
			{kind: model.ProcessInternal, point: "5", variant: []string{"при повторном обращении"}, steps: steps(3, "3 рабочих дня")},
			{kind: model.ProcessInteraction, point: "7", steps: steps(5, "5 рабочих дней")},
		},
	}
}
