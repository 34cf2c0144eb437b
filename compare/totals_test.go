package compare

import (
	"testing"

	"reglament/model"
)

// described is a description with a step for each term of minutes.
func described(kind model.ProcessKind, variant []string, minutes ...int) model.Process {
	p := model.Process{Kind: kind, Point: "5", Variant: variant}
	for _, n := range minutes {
		p.Steps = append(p.Steps, model.Step{Roles: model.List[model.Role]{model.RoleOffice},
			Durations: model.List[model.Duration]{{Value: n, Unit: model.Minute}}})
	}
	return p
}

// severalTerms gives the last step more terms.
func severalTerms(p model.Process, minutes ...int) model.Process {
	s := &p.Steps[len(p.Steps)-1]
	for _, n := range minutes {
		s.Durations = append(s.Durations, model.Duration{Value: n, Unit: model.Minute})
	}
	return p
}

func TestFiguresOfAService(t *testing.T) {
	const internal, corporation, delivery = model.ProcessInternal, model.ProcessCorporation, model.ProcessDelivery
	const office, atCorporation, akim, portal = model.ChannelOffice, model.ChannelCorporation, model.ChannelRuralAkim, model.ChannelPortal
	limit := func(days int, at ...model.Channel) model.TimeLimit {
		return model.TimeLimit{What: model.LimitService, At: at, Duration: model.Duration{Value: days, Unit: model.Minute}}
	}
	for _, c := range []struct {
		name      string
		language  model.Language
		processes []model.Process
		limits    []model.TimeLimit
		channels  []model.Channel // that the regulation tells
		want      map[string]string
		minutes   bool // of the provider, one figure
	}{
		{"one way", model.Kazakh, []model.Process{described(internal, nil, 20, 60)}, []model.TimeLimit{limit(10)}, []model.Channel{office, portal},
			map[string]string{FigureWorkingTime: "80", "steps": "2", "time limit of the service": "10 minutes"}, true},
		{"the provider and the akim", model.Kazakh, []model.Process{
			described(internal, []string{"көрсетілетін қызметті берушіге жүгінген кезде"}, 20), described(internal, []string{"ауылдық округ әкіміне жүгінген кезде"}, 20, 50),
		}, nil, nil, map[string]string{FigureWorkingTime: "office 20; rural_akim 70", "steps": "office 1; rural_akim 2"}, false},
		{"the same in Russian", model.Russian, []model.Process{
			described(internal, []string{"при обращении к услугодателю"}, 20), described(internal, []string{"при обращении к акиму сельского округа"}, 20, 50),
		}, nil, nil, map[string]string{FigureWorkingTime: "office 20; rural_akim 70"}, false},
		{"stages of a variant, which follow one another, and another variant", model.Kazakh, []model.Process{
			described(internal, []string{"Рұқсатты беру", "1-кезең"}, 20, 60), described(internal, []string{"Рұқсатты беру", "2-кезең"}, 40), described(internal, []string{"Рұқсатты ұзарту"}, 30),
		}, nil, nil, map[string]string{FigureWorkingTime: "120, 30", "steps": "3, 1"}, false},
		{"applying and receiving", model.Kazakh, []model.Process{described(internal, nil, 20), described(corporation, nil, 5, 5), described(delivery, nil, 3)},
			nil, nil, map[string]string{FigureWorkingTime: "20", "steps": "office 1; corporation 3", "hand-overs": "0"}, true},
		{"a step with several terms", model.Kazakh, []model.Process{severalTerms(described(internal, nil, 20, 60), 30, 10)},
			nil, nil, map[string]string{FigureWorkingTime: "80–120"}, false},
		{"limits of channels", model.Kazakh, nil, []model.TimeLimit{limit(10, office), limit(15, atCorporation, portal)}, []model.Channel{office, atCorporation, portal},
			map[string]string{"time limit of the service": "office 10 minutes; corporation, portal 15 minutes"}, false},
		{"one limit of all channels", model.Kazakh, nil, []model.TimeLimit{limit(15, office), limit(15, portal)}, []model.Channel{portal, office},
			map[string]string{"time limit of the service": "15 minutes"}, false},
		{"limits of two variants", model.Kazakh, nil, []model.TimeLimit{limit(15, office), limit(5, office)}, []model.Channel{office},
			map[string]string{"time limit of the service": "15 minutes, 5 minutes"}, false},
		{"a limit of one channel among others", model.Kazakh, nil, []model.TimeLimit{limit(15, office)}, []model.Channel{office, atCorporation, akim},
			map[string]string{"time limit of the service": "office 15 minutes"}, false},
		{"one limit of some channels", model.Russian, nil, []model.TimeLimit{limit(15, office), limit(15, akim)}, []model.Channel{office, atCorporation, akim},
			map[string]string{"time limit of the service": "office, rural_akim 15 minutes"}, false},
		{"a limit of a channel where no channels are told", model.Kazakh, nil, []model.TimeLimit{limit(15, office)}, nil,
			map[string]string{"time limit of the service": "office 15 minutes"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := model.Regulation{Service: "Оралман мәртебесін беру", Channels: c.channels, Processes: c.processes, TimeLimits: c.limits}
			d := &model.Document{Act: model.Act{Language: c.language}, Regulations: model.List[model.Regulation]{r}}
			m := With{}.MatrixOf([]Selection{Whole(Act{Document: d})}, ByNothing)
			for _, row := range m.Services[0].Figures {
				cell := row.Cells[0]
				if want, ok := c.want[row.Name]; ok && cell.Value != want {
					t.Errorf("%s: %q, want %q", row.Name, cell.Value, want)
				}
				if row.Name == FigureWorkingTime && (cell.Minutes != nil) != c.minutes {
					t.Errorf("minutes of the provider: %v", cell.Minutes)
				}
			}
		})
	}
}
