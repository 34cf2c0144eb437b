package workflow

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reglament/model"
)

// wayOf is the main path of a definition, by name, and the ways off it after an arrow.
func wayOf(d *Definition) []string {
	next := func(id string) (main *Flow, off *Flow) {
		for i, f := range d.Flows {
			if f.From != id {
				continue
			}
			if f.Condition == nil {
				main = &d.Flows[i]
			} else {
				off = &d.Flows[i]
			}
		}
		return main, off
	}
	var out []string
	for id := "Start"; id != ""; {
		n := d.node(id)
		name := n.Name
		if n.Called != "" {
			name += " [" + n.Called + "]"
		}
		main, off := next(id)
		if off != nil {
			for f := off; f != nil; f, _ = next(f.To) {
				name += " → " + d.node(f.To).Name
			}
		}
		out = append(out, name)
		if id = ""; main != nil {
			id = main.To
		}
	}
	return out
}

func same(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestARegulationWithThreeChannelsAndTheAkims(t *testing.T) {
	var got []string
	for _, d := range built() {
		got = append(got, d.FileName())
	}
	same(t, got, []string{
		"kz-11-2017-03-14-a-3-101-2-office.bpmn", "kz-11-2017-03-14-a-3-101-2-rural-akim.bpmn",
		"kz-11-2017-03-14-a-3-101-2-corporation.bpmn", "kz-11-2017-03-14-a-3-101-2-portal.bpmn",
	})
	tests := []struct {
		channel model.Channel
		want    []string
	}{
		{model.ChannelOffice, []string{
			"Басталуы", "…қабылдауды және тіркеуді жүзеге асырады", "Құжаттарды қарайды…", "Құжаттардың толықтығын тексереді…",
			"Бас тартуға негіз бар ма? → Бас тартылды", "Куәлікке қол қояды", "Рәсім аяқталды",
		}},
		{model.ChannelRuralAkim, []string{"Басталуы", "Құжаттарды қабылдайды", "Құжаттарға қол қояды", "Рәсім аяқталды"}},
		{model.ChannelCorporation, []string{
			"Басталуы", "…корпорацияның қызметкеріне береді", "Логинді және парольді енгізуі",
			"…алушы мәліметтерінің бар болуын тексеру",
			"1-шарт орындалды ма? → Бас тарту туралы хабарламаны қалыптастыру → Бас тартылды",
			"Берушінің рәсімдері [kz-11-2017-03-14-a-3-101-2-office]", "…корпорация арқылы қызметтің нәтижесін алуы", "Рәсім аяқталды",
		}},
		{model.ChannelPortal, []string{
			"Басталуы", "Порталға ЖСН/БСН және паролін енгізеді", "…түпнұсқалығы порталда тексеріледі",
			"1-шарт орындалды ма? → …бас тарту туралы хабарлама қалыптастырылады → Бас тартылды",
			`"Ара шаруашылығы" <қызметін> таңдайды`, "…куәлігінің қолданылу мерзімі тексеріледі",
			"2-шарт орындалды ма? → Бас тарту туралы хабарлама қалыптастырылады → Бас тартылды",
			"Берушінің рәсімдері [kz-11-2017-03-14-a-3-101-2-office]", "Қызмет көрсету нәтижесін алу", "Рәсім аяқталды",
		}},
	}
	for _, tt := range tests {
		t.Run(string(tt.channel), func(t *testing.T) { same(t, wayOf(channel(tt.channel)), tt.want) })
	}
}

func TestLanesAreNamedAsTheTextNamesTheActor(t *testing.T) {
	names := func(d *Definition) []string {
		var out []string
		for _, l := range d.Lanes {
			out = append(out, l.Name+" ("+string(l.Role)+")")
		}
		return out
	}
	same(t, names(channel(model.ChannelOffice)), []string{
		"Көрсетілетін қызметті берушінің кеңсе қызметкері (provider.office)", "Басшы (provider.head)", "Жауапты орындаушы (provider.executor)",
	})
	same(t, names(channel(model.ChannelCorporation)), []string{
		"Көрсетілетін қызметті алушы (applicant)", "Мемлекеттік корпорация қызметкері (corporation.worker)",
		"Көрсетілетін қызметті беруші (provider)", "Орындаушысы аталмаған ()",
	})
}

func TestEachKindOfStepIsATaskOfItsKind(t *testing.T) {
	kinds := map[string]NodeKind{}
	for _, n := range channel(model.ChannelPortal).Nodes {
		if n.Source.Label != "" && n.Step != nil {
			kinds[string(n.Source.Label)] = n.Kind
		}
	}
	want := map[string]NodeKind{
		"1-процесс": UserTask, "1-шарт": ServiceTask, "2-процесс": ServiceTask, "4-процесс": Task, "5-процесс": CallActivity, "6-процесс": UserTask,
	}
	for label, kind := range want {
		if kinds[label] != kind {
			t.Errorf("%s is a %s, not a %s", label, kinds[label], kind)
		}
	}
}

func TestEvidenceOfEveryNode(t *testing.T) {
	f := channel(model.ChannelOffice)
	for _, n := range f.Nodes {
		if n.Source.ActKey != actKey || n.Source.Regulation != 2 || n.Source.Point != "5" {
			t.Errorf("node %s comes from %+v", n.ID, n.Source)
		}
		if n.Step != nil && (n.Source.Span != n.Step.Span || n.Source.Step != n.Step.N) {
			t.Errorf("node %s has the evidence %v, its step %v", n.ID, n.Source.Span, n.Step.Span)
		}
	}
}

// process is a process of tasks by the head, one for each sentence.
func process(kind model.ProcessKind, point string, variant []string, sentences ...string) model.Process {
	p := model.Process{Kind: kind, Point: point, Variant: variant}
	f := &fixture{}
	for i, s := range sentences {
		p.Steps = append(p.Steps, f.step(fmt.Sprint(i+1), "", s, "", model.RoleHead))
	}
	return p
}

func TestChannelsAndVariants(t *testing.T) {
	const in, inter, corp, deliv = model.ProcessInternal, model.ProcessInteraction, model.ProcessCorporation, model.ProcessDelivery
	tests := []struct {
		name      string
		language  model.Language
		processes []model.Process
		want      []string // ID after the index, and the main path
	}{
		{"the interaction tells the internal procedure again", model.Kazakh, []model.Process{
			process(in, "5", nil, "қол қояды"), process(inter, "8", nil, "қол қояды", "береді"),
		}, []string{"office: Басталуы, Қол қояды, Рәсім аяқталды"}},
		{"only the interaction is described", model.Kazakh, []model.Process{
			process(inter, "8", nil, "қол қояды"),
		}, []string{"office: Басталуы, Қол қояды, Рәсім аяқталды"}},
		{"an internal procedure without steps", model.Kazakh, []model.Process{
			process(in, "5", nil), process(inter, "8", nil, "қол қояды"),
		}, []string{"office: Басталуы, Қол қояды, Рәсім аяқталды"}},
		{"stages under one heading are one procedure", model.Kazakh, []model.Process{
			process(in, "5", []string{"Рұқсатты беру", "1-кезең"}, "шешім шығарады"),
			process(in, "5", []string{"Рұқсатты беру", "2- кезең"}, "рұқсатты береді"),
			process(in, "5", []string{"Рұқсатты ұзарту", "1-кезең"}, "қарайды"),
			process(in, "5", []string{"Рұқсатты ұзарту", "2-кезең"}, "ұзартады"),
			process(in, "5", []string{"Рұқсатты қайта рәсімдеу"}, "рәсімдейді"),
		}, []string{
			"office-ruqsatty-beru: Басталуы, Шешім шығарады, 2- кезең, Рұқсатты береді, Рәсім аяқталды",
			"office-ruqsatty-uzartu: Басталуы, Қарайды, 2-кезең, Ұзартады, Рәсім аяқталды",
			"office-ruqsatty-qaita-rasimdeu: Басталуы, Рәсімдейді, Рәсім аяқталды",
		}},
		{"stages in Russian", model.Russian, []model.Process{
			process(in, "5", []string{"этап 1"}, "принимает решение"), process(in, "5", []string{"2 этап"}, "выдает разрешение"),
		}, []string{"office: Начало, Принимает решение, 2 этап, Выдает разрешение, Процедура завершена"}},
		{"a second stage of another procedure stands alone", model.Kazakh, []model.Process{
			process(in, "5", []string{"Рұқсатты беру", "1-кезең"}, "шешім шығарады"),
			process(in, "5", []string{"Рұқсатты ұзарту", "2-кезең"}, "ұзартады"),
		}, []string{
			"office-ruqsatty-beru: Басталуы, Шешім шығарады, Рәсім аяқталды", "office-ruqsatty-uzartu: Басталуы, Ұзартады, Рәсім аяқталды",
		}},
		{"variants whose names read alike in Latin letters", model.Kazakh, []model.Process{
			process(in, "5", []string{"ұзарту"}, "қарайды"), process(in, "5", []string{"узарту"}, "қарайды"),
		}, []string{"office-uzartu: Басталуы, Қарайды, Рәсім аяқталды", "office-uzartu-2: Басталуы, Қарайды, Рәсім аяқталды"}},
		{"the akim of a rural district in Russian", model.Russian, []model.Process{
			process(in, "5", []string{"при обращении к акиму сельского округа"}, "подписывает документы"),
		}, []string{"rural-akim: Начало, Подписывает документы, Процедура завершена"}},
		{"the akim of a settlement in Russian", model.Russian, []model.Process{
			process(in, "5", []string{"при обращении к акиму посёлка"}, "подписывает документы"),
		}, []string{"rural-akim: Начало, Подписывает документы, Процедура завершена"}},
		{"the akim of a village in Kazakh", model.Kazakh, []model.Process{
			process(in, "5", []string{"ауылдың әкіміне жүгінген кезде"}, "қол қояды"),
		}, []string{"rural-akim: Басталуы, Қол қояды, Рәсім аяқталды"}},
		{"one procedure for the provider and the akim is the provider's", model.Kazakh, []model.Process{
			process(in, "5", []string{"көрсетілетін қызметті берушіге немесе ауылдық округ әкіміне жүгінген кезде"}, "қол қояды"),
		}, []string{"office: Басталуы, Қол қояды, Рәсім аяқталды"}},
		{"receiving the result follows on applying", model.Kazakh, []model.Process{
			process(corp, "9", nil, "құжаттарды қабылдайды"), process(deliv, "10", nil, "нәтижені береді"),
		}, []string{"corporation: Басталуы, Құжаттарды қабылдайды, Нәтижені береді, Рәсім аяқталды"}},
		{"receiving the result without applying", model.Kazakh, []model.Process{
			process(deliv, "10", nil, "нәтижені береді"),
		}, []string{"corporation: Басталуы, Нәтижені береді, Рәсім аяқталды"}},
		{"the public service centre of 2014", model.Kazakh, []model.Process{
			process(model.ProcessPSC, "9", nil, "құжаттарды қабылдайды"),
		}, []string{"psc: Басталуы, Құжаттарды қабылдайды, Рәсім аяқталды"}},
		{"a regulation without procedures", model.Kazakh, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &model.Regulation{Index: 1, Service: "Рұқсат беру", Processes: tt.processes}
			var got []string
			for _, d := range Build(Input{Regulation: r, Language: tt.language}) {
				got = append(got, strings.TrimPrefix(d.ID, "act-1-")+": "+strings.Join(wayOf(&d), ", "))
				for _, err := range faults(&d) {
					t.Error(err)
				}
			}
			same(t, got, tt.want)
		})
	}
}

func TestChecks(t *testing.T) {
	check := func(text string) model.Step {
		return (&fixture{}).step("", "1-шарт", text, "", model.RolePortal)
	}
	refusal := (&fixture{}).step("", "2-процесс", "2-процесс – бас тартады", "", model.RolePortal)
	task := (&fixture{}).step("", "3-процесс", "3-процесс – жібереді", "", model.RolePortal)
	tests := []struct {
		name     string
		steps    []model.Step
		branches []model.Branch
		want     []string
	}{
		{"a check with its refusal", []model.Step{check("1-шарт – тексереді"), refusal, task}, []model.Branch{{Condition: "1 шарт", Refusal: "2-процесс"}},
			[]string{"Басталуы", "Тексереді", "1-шарт орындалды ма? → Бас тартады → Бас тартылды", "Жібереді", "Рәсім аяқталды"}},
		{"a check whose refusal the text does not tell", []model.Step{check("1-шарт – тексереді"), task}, nil,
			[]string{"Басталуы", "Тексереді", "Жібереді", "Рәсім аяқталды"}},
		{"a refusal that is not there", []model.Step{check("1-шарт – тексереді"), task}, []model.Branch{{Condition: "1-шарт", Refusal: "9-процесс"}},
			[]string{"Басталуы", "Тексереді", "Жібереді", "Рәсім аяқталды"}},
		{"a refusal before its check", []model.Step{refusal, check("1-шарт – тексереді"), task}, []model.Branch{{Condition: "1-шарт", Refusal: "2-процесс"}},
			[]string{"Басталуы", "Бас тартады", "Тексереді", "Жібереді", "Рәсім аяқталды"}},
		{"a check that is itself the refusal", []model.Step{
			check("1-шарт – құжаттарды ұсынбаған жағдайда, қабылдаудан бас тарту туралы қолхат береді"), task,
		}, nil, []string{
			"Басталуы", "Бас тартуға негіз бар ма? → Қабылдаудан бас тарту туралы қолхат береді → Бас тартылды", "Жібереді", "Рәсім аяқталды",
		}},
		{"a check that is itself the refusal, with if", []model.Step{
			check("1-шарт – құжат болмаса, қабылдаудан бас тартады"), task,
		}, nil, []string{
			"Басталуы", "Бас тартуға негіз бар ма? → Құжат болмаса, қабылдаудан бас тартады → Бас тартылды", "Жібереді", "Рәсім аяқталды",
		}},
		{"a check at the very end", []model.Step{task, check("1-шарт – тексереді"), refusal}, []model.Branch{{Condition: "1-шарт", Refusal: "2-процесс"}},
			[]string{"Басталуы", "Жібереді", "Тексереді", "1-шарт орындалды ма? → Бас тартады → Бас тартылды", "Рәсім аяқталды"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &model.Regulation{Index: 1, Processes: model.List[model.Process]{{Kind: model.ProcessPortal, Point: "9", Steps: tt.steps, Branches: tt.branches}}}
			d := Build(Input{Regulation: r, Language: model.Kazakh})[0]
			same(t, wayOf(&d), tt.want)
			for _, err := range faults(&d) {
				t.Error(err)
			}
		})
	}
}

// What follows a row of a table is drawn where it is a check with its refusal, and told
// with the task wherever it is not the row below.
func TestRowsOfATable(t *testing.T) {
	row := func(n, text string, next ...model.Next) model.Step {
		s := (&fixture{}).step(n, "", text, "", model.RolePortal)
		s.Next = next
		return s
	}
	to := func(n, condition string) model.Next {
		if condition == "" {
			return model.Next{N: n, Text: n}
		}
		return model.Next{N: n, Condition: model.Text(condition), Text: n + " – " + condition}
	}
	wrong, right := "если есть нарушения", "если нарушений нет"
	for _, tt := range []struct {
		name  string
		steps []model.Step
		want  []string
		told  []string // with the tasks
	}{
		{"2 – если есть нарушения; 3 – если нарушений нет", []model.Step{
			row("1", "Проверяет данные", to("2", wrong), to("3", right)), row("2", "Формирует сообщение об отказе"), row("3", "Выбирает услугу", to("4", "")), row("4", "Выдает справку")},
			[]string{"Начало", "Проверяет данные", "Если нарушений нет? → Формирует сообщение об отказе → Отказано", "Выбирает услугу", "Выдает справку", "Процедура завершена"},
			[]string{"2 – " + wrong, "3 – " + right}},
		{"the refusal is the last row", []model.Step{
			row("1", "Проверяет данные", to("2", right), to("3", wrong)), row("2", "Выдает справку"), row("3", "Выдает отказ")},
			[]string{"Начало", "Проверяет данные", "Если нарушений нет? → Выдает отказ → Отказано", "Выдает справку", "Процедура завершена"},
			[]string{"2 – " + right, "3 – " + wrong}},
		{"a way back is not drawn", []model.Step{
			row("1", "Принимает документы", to("2", "")), row("2", "Проверяет данные", to("1", wrong), to("3", right)), row("3", "Выдает справку")},
			[]string{"Начало", "Принимает документы", "Проверяет данные", "Выдает справку", "Процедура завершена"},
			[]string{"1 – " + wrong, "3 – " + right}},
		{"neither row refuses", []model.Step{
			row("1", "Проверяет данные", to("2", wrong), to("3", right)), row("2", "Запрашивает данные"), row("3", "Выдает справку")},
			[]string{"Начало", "Проверяет данные", "Запрашивает данные", "Выдает справку", "Процедура завершена"},
			[]string{"2 – " + wrong, "3 – " + right}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := &model.Regulation{Index: 1, Processes: model.List[model.Process]{{Kind: model.ProcessPortal, Point: "9", Steps: tt.steps}}}
			d := Build(Input{Regulation: r, Language: model.Russian})[0]
			same(t, wayOf(&d), tt.want)
			var told []string
			for i := range d.Nodes {
				told = append(told, bpmnExtensionsOf(&d.Nodes[i]).Follows...)
			}
			same(t, told, tt.told)
			for _, err := range faults(&d) {
				t.Error(err)
			}
		})
	}
}

func TestACallOfAPointWithSeveralVariantsIsNoCall(t *testing.T) {
	p := process(model.ProcessPortal, "9", nil, "осы регламенттің 5-тармағымен көзделген рәсімдер")
	p.Steps[0].Refs = model.List[model.Ref]{{To: model.RefRegulation, Point: "5"}}
	one := process(model.ProcessInternal, "5", []string{"беру"}, "береді")
	two := process(model.ProcessInternal, "5", []string{"ұзарту"}, "ұзартады")
	called := func(processes ...model.Process) string {
		defs := Build(Input{Regulation: &model.Regulation{Index: 1, Processes: processes}, Language: model.Kazakh})
		for _, n := range defs[len(defs)-1].Nodes {
			if n.Step != nil {
				return n.Called
			}
		}
		return "no step"
	}
	if got := called(one, p); got != "act-1-office" {
		t.Errorf("one variant: %q is called", got)
	}
	if got := called(one, two, p); got != "" {
		t.Errorf("two variants: %q is called", got)
	}
	p.Steps[0].Refs[0].To = model.RefStandard
	if got := called(one, p); got != "" {
		t.Errorf("a point of the standard: %q is called", got)
	}
}

func TestDeadlines(t *testing.T) {
	tests := []struct {
		name      string
		durations []model.Duration
		iso       string
		exact     bool
	}{
		{"20 минут", []model.Duration{{Value: 20, Unit: model.Minute}}, "PT20M", true},
		{"1 сағат", []model.Duration{{Value: 1, Unit: model.Hour}}, "PT1H", true},
		{"3 жұмыс күні", []model.Duration{{Value: 3, Unit: model.WorkingDay}}, "P3D", false},
		{"10 күнтізбелік күн", []model.Duration{{Value: 10, Unit: model.CalendarDay}}, "P10D", true},
		{"1 ай", []model.Duration{{Value: 1, Unit: model.Month}}, "P1M", true},
		{"two terms, of parts of the step or of two cases", []model.Duration{{Value: 1, Unit: model.Hour}, {Value: 2, Unit: model.Hour}}, "PT2H", true},
		{"no term", nil, "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := process(model.ProcessInternal, "5", nil, "қарайды")
			p.Steps[0].Durations = tt.durations
			d := Build(Input{Regulation: &model.Regulation{Index: 1, Processes: model.List[model.Process]{p}}})[0]
			iso, exact := "", false
			for _, n := range d.Nodes {
				if n.Kind == BoundaryTimer {
					iso, exact = ISODuration(*n.Duration)
				}
			}
			if iso != tt.iso || exact != tt.exact {
				t.Errorf("got %q, exact %t", iso, exact)
			}
		})
	}
}

func TestActorsWithoutACodeOfTheirOwn(t *testing.T) {
	f := &fixture{}
	steps := model.List[model.Step]{
		f.step("1", "", "сарапшы қорытынды береді", "сарапшы", model.RoleOther),
		f.step("2", "", "нотариус куәландырады", "нотариус", model.RoleOther),
		f.step("3", "", "Сарапшы қорытындыны жібереді", "Сарапшы", model.RoleOther),
		f.step("4", "", "қорытынды тіркеледі", "", model.RoleOther),
		f.step("5", "", "басшының қол қоюы", "басшының", model.RoleHead),
		f.step("6", "", "комиссиямен қарау", "комиссиямен", model.RoleCommission),
	}
	r := &model.Regulation{
		Index: 1, Actors: model.List[model.Actor]{{Text: "бөлімнің басшысы", Role: model.RoleHead}},
		Processes: model.List[model.Process]{{Kind: model.ProcessInternal, Point: "5", Steps: steps}},
	}
	d := Build(Input{Regulation: r, Language: model.Kazakh})[0]
	var got []string
	for _, l := range d.Lanes {
		got = append(got, l.Name)
	}
	same(t, got, []string{"Сарапшы", "Нотариус", "Бөлімнің басшысы", "Комиссия", "Орындаушысы аталмаған"})
	for _, err := range faults(&d) {
		t.Error(err)
	}
}
