package lang_test

import (
	"testing"

	"reglament/model"
	"reglament/parse/lang"
)

func TestRefusalsAndCasesInASentence(t *testing.T) {
	for _, c := range []struct {
		language                    model.Language
		text                        string
		refuses, fails, conditional bool
	}{
		{model.Kazakh, "Қабылдаудан бас тартады", true, true, false},
		{model.Kazakh, "құжаттар толық болмаса, қабылдаудан бас тартылады", true, true, true},
		{model.Kazakh, "құжаттарды ұсынбаған жағдайда қолхат береді", false, false, true},
		{model.Kazakh, "қызмет көрсету мүмкін емес екендігі туралы хабарлайды", false, true, false},
		{model.Kazakh, "басшы хат тартады", false, false, false},
		{model.Kazakh, "бас маман", false, false, false},
		{model.Russian, "Мотивированный Отказ", true, true, false},
		{model.Russian, "если документы неполные, отказывает в приеме", true, true, true},
		{model.Russian, "сообщение о невозможности оказания услуги", false, true, false},
		{model.Russian, "в случае неполноты документов", false, false, true},
		{model.Russian, "безотказная работа", false, false, false},
		{model.Russian, "", false, false, false},
	} {
		tab := lang.For(c.language)
		if tab.Refuses(c.text) != c.refuses || tab.Fails(c.text) != c.fails || tab.Conditional(c.text) != c.conditional {
			t.Errorf("%s: refuses %t, fails %t, conditional %t", c.text, tab.Refuses(c.text), tab.Fails(c.text), tab.Conditional(c.text))
		}
	}
}

func TestWaysToApplyInAHeading(t *testing.T) {
	for _, c := range []struct {
		language model.Language
		text     string
		channel  model.Channel
		want     bool
	}{
		{model.Kazakh, "Кенттің әкіміне жүгінген кезде", model.ChannelRuralAkim, true},
		{model.Kazakh, "портал арқылы", model.ChannelRuralAkim, false},
		{model.Russian, "при обращении к акиму села", model.ChannelRuralAkim, true},
		{model.Russian, "при обращении к акиму посёлка", model.ChannelRuralAkim, true},
		{model.Russian, "при обращении к акиму города", model.ChannelRuralAkim, false},
		{model.Russian, "через веб-портал", model.ChannelPortal, true},
	} {
		if got := lang.For(c.language).Names(c.channel, c.text); got != c.want {
			t.Errorf("%s, %s: %t", c.text, c.channel, got)
		}
	}
}

func TestTheRoleOfAWordAlone(t *testing.T) {
	for _, c := range []struct {
		language model.Language
		text     string
		want     model.Role
	}{
		{model.Kazakh, "берушінің", model.RoleProvider},
		{model.Kazakh, "алушыға береді", model.RoleApplicant},
		{model.Kazakh, "Тұтынушы", model.RoleApplicant},
		{model.Kazakh, "өтініш беруші", model.RoleOther}, // the second word tells
		{model.Kazakh, "құжаттар", model.RoleOther},
		{model.Russian, "услугодателем", model.RoleProvider},
		{model.Russian, "заявителю", model.RoleApplicant},
		{model.Russian, "", model.RoleOther},
	} {
		if got := lang.For(c.language).RoleOf(c.text); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}
