package workflow

import (
	"fmt"
	"strings"

	"reglament/model"
)

// The fixtures are regulations written for these tests in the wording of real ones. Their
// spans point into text(), which is the sentences one after another.
type fixture struct {
	text strings.Builder
}

// sentence gives a sentence its place in the text.
func (f *fixture) sentence(s string) model.Span {
	start := f.text.Len()
	f.text.WriteString(s + "\n")
	return model.Span{start, start + len(s)}
}

// step makes a task; label makes it a check or a process.
func (f *fixture) step(n, label, text, actor string, roles ...model.Role) model.Step {
	s := model.Step{
		N: model.Text(n), Node: model.TaskNode, Label: model.Text(label), Actor: model.Text(actor), Roles: roles, Text: text, Span: f.sentence(text),
	}
	switch {
	case strings.Contains(label, "шарт") || strings.Contains(label, "условие"):
		s.Node = model.ConditionNode
	case label != "":
		s.Node = model.ProcessNode
	}
	return s
}

// lasting gives a step a duration that its text states.
func lasting(s model.Step, value int, unit model.Unit, text string) model.Step {
	i := strings.Index(s.Text, text)
	if i < 0 {
		panic(fmt.Sprintf("%q is not in %q", text, s.Text))
	}
	s.Durations = append(s.Durations, model.Duration{
		Value: value, Unit: unit, Text: text, Span: model.Span{s.Span[0] + i, s.Span[0] + i + len(text)},
	})
	return s
}

const actKey = "KZ-11/2017-03-14/А-3/101"

// bees is a regulation in Kazakh with three channels and the akim's.
func bees() *model.Regulation {
	f := &fixture{}
	const office, executor = "көрсетілетін қызметті берушінің кеңсе қызметкері", "жауапты орындаушы"
	internal := model.Process{Kind: model.ProcessInternal, Point: "5", Variant: model.List[string]{"көрсетілетін қызметті берушіге жүгінген кезде"}}
	refusing := f.step("3", "", "жауапты орындаушы құжаттардың толықтығын тексереді және куәлікті дайындайды – 3 жұмыс күні. "+
		"Құжаттардың толық топтамасын ұсынбаған жағдайда өтінішті қабылдаудан бас тартады", executor, model.RoleExecutor)
	refusing.Conditions = model.List[string]{"Құжаттардың толық топтамасын ұсынбаған жағдайда өтінішті қабылдаудан бас тартады"}
	internal.Steps = model.List[model.Step]{
		lasting(f.step("1", "", office+" құжаттарды қабылдауды және тіркеуді жүзеге асырады және басшыға жолдайды – 30 минут", office, model.RoleOffice),
			30, model.Minute, "30 минут"),
		lasting(f.step("2", "", "басшы құжаттарды қарайды және жауапты орындаушыны белгілейді – 1 сағат", "басшы", model.RoleHead), 1, model.Hour, "1 сағат"),
		lasting(refusing, 3, model.WorkingDay, "3 жұмыс күні"),
		f.step("4", "", "басшы куәлікке қол қояды", "басшы", model.RoleHead),
	}
	rural := model.Process{Kind: model.ProcessInternal, Point: "5", Variant: model.List[string]{"ауылдық округ әкіміне жүгінген кезде"}}
	rural.Steps = model.List[model.Step]{
		lasting(f.step("1", "", "ауылдық округ әкімі аппаратының маманы құжаттарды қабылдайды – 20 минут", "ауылдық округ әкімі аппаратының маманы",
			model.RoleRuralSpecialist), 20, model.Minute, "20 минут"),
		f.step("2", "", "ауылдық округ әкімі құжаттарға қол қояды", "ауылдық округ әкімі", model.RoleRuralAkim),
	}
	interaction := internal
	interaction.Kind, interaction.Point = model.ProcessInteraction, "8"
	corporation := model.Process{Kind: model.ProcessCorporation, Point: "9", Branches: model.List[model.Branch]{{Condition: "1 шарт", Refusal: "2-процесс"}}}
	corporation.Steps = model.List[model.Step]{
		lasting(f.step("1", "", "көрсетілетін қызметті алушы қажетті құжаттарды Мемлекеттік корпорацияның қызметкеріне 3 (үш) минут ішінде береді",
			"көрсетілетін қызметті алушы", model.RoleApplicant), 3, model.Minute, "3 (үш) минут ішінде"),
		f.step("2", "1-процесс", "1-процесс – Мемлекеттік корпорация қызметкерінің логинді және парольді енгізуі", "Мемлекеттік корпорация қызметкерінің",
			model.RoleCorporationWorker),
		lasting(f.step("3", "1-шарт", "1-шарт – жеке тұлғалардың деректер қорында көрсетілетін қызметті алушы мәліметтерінің бар болуын тексеру – 1 минут", ""),
			1, model.Minute, "1 минут"),
		f.step("4", "2-процесс", "2-процесс – мәліметтердің болмауына байланысты бас тарту туралы хабарламаны қалыптастыру", ""),
		f.step("5", "3-процесс", "3-процесс – осы регламенттің 5-тармағымен көзделген көрсетілетін қызметті берушінің рәсімдері (іс-қимылдары)",
			"көрсетілетін қызметті берушінің", model.RoleProvider),
	}
	corporation.Steps[4].Refs = model.List[model.Ref]{{To: model.RefRegulation, Point: "5", Text: "осы регламенттің 5-тармағымен"}}
	delivery := model.Process{Kind: model.ProcessDelivery, Point: "10"}
	delivery.Steps = model.List[model.Step]{
		lasting(f.step("1", "4-процесс", "4-процесс – көрсетілетін қызметті алушы Мемлекеттік корпорация арқылы қызметтің нәтижесін алуы – 2 минут",
			"көрсетілетін қызметті алушы", model.RoleApplicant), 2, model.Minute, "2 минут"),
	}
	portal := model.Process{Kind: model.ProcessPortal, Point: "11", Branches: model.List[model.Branch]{
		{Condition: "1-шарт", Refusal: "2-процесс"}, {Condition: "2-шарт", Refusal: "4-процесс"},
	}}
	portal.Steps = model.List[model.Step]{
		f.step("", "1-процесс", "1-процесс – көрсетілетін қызметті алушы көрсетілетін қызметті алу үшін порталға ЖСН/БСН және паролін енгізеді",
			"көрсетілетін қызметті алушы", model.RoleApplicant),
		f.step("", "1-шарт", "1-шарт – тіркелген көрсетілетін қызметті алушының мәліметтерінің түпнұсқалығы порталда тексеріледі", "", model.RolePortal),
		f.step("", "2-процесс", "2-процесс – порталда авторизациялаудан бас тарту туралы хабарлама қалыптастырылады", "", model.RolePortal),
		f.step("", "3-процесс", `3-процесс – көрсетілетін қызметті алушы "Ара шаруашылығы" <қызметін> таңдайды`, "көрсетілетін қызметті алушы", model.RoleApplicant),
		f.step("", "2-шарт", "2-шарт – порталда ЭЦҚ тіркеу куәлігінің қолданылу мерзімі тексеріледі", "", model.RolePortal),
		f.step("", "4-процесс", "4-процесс – ЭЦҚ расталмауына байланысты бас тарту туралы хабарлама қалыптастырылады", ""),
		f.step("", "5-процесс", "5-процесс – осы регламенттің 5-тармағымен көзделген көрсетілетін қызметті берушінің рәсімдері (іс-қимылдары)",
			"", model.RoleProvider),
		f.step("", "6-процесс", "6-процесс – мемлекеттік қызмет көрсету нәтижесін көрсетілетін қызметті алушымен алу", "көрсетілетін қызметті алушымен", model.RoleApplicant),
	}
	portal.Steps[6].Refs = model.List[model.Ref]{{To: model.RefRegulation, Point: "5", Text: "осы регламенттің 5-тармағымен"}}
	for _, p := range []*model.Process{&internal, &rural, &interaction, &corporation, &delivery, &portal} {
		p.Span = model.Span{p.Steps[0].Span[0], p.Steps[len(p.Steps)-1].Span[1]}
	}
	return &model.Regulation{
		Index: 2, Service: "Ара шаруашылығының паспортын беру",
		Actors:    model.List[model.Actor]{{Text: "басшы", Role: model.RoleHead}},
		Processes: model.List[model.Process]{internal, rural, interaction, corporation, delivery, portal},
	}
}

func built() []Definition {
	return Build(Input{ActKey: actKey, Regulation: bees(), Language: model.Kazakh})
}

func channel(c model.Channel) *Definition {
	for _, d := range built() {
		if d.Channel == c {
			return &d
		}
	}
	panic("no definition of " + string(c))
}
