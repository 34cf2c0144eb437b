package sentence

import (
	"fmt"
	"strings"
	"testing"

	"reglament/model"
	"reglament/parse/source"
)

// read makes a text of a line.
func read(t *testing.T, line string) *Text {
	t.Helper()
	src, err := source.Read("act.txt", []byte(line+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	return New(src)
}

// What a sentence says: who acts, what is done, in how long.
func TestWhatASentenceSays(t *testing.T) {
	for _, test := range []struct{ sentence, who, roles, actions, terms string }{
		{"Кеңсе қызметкері өтінішті қабылдайды және журналға тіркейді – 15 (он бес) минут.",
			"Кеңсе қызметкері", "provider.office", "receive register", "15 minute"},
		{"Басшы құжаттарды қарайды, бір жұмыс күні ішінде жауапты орындаушыны белгілейді.",
			"Басшы", "provider.head", "review assign", "1 working_day"},
		{"Маманның құжаттарды тексеруі және анықтаманы дайындауы.",
			"Маманның", "provider.specialist", "verify prepare", ""},
		{"Руководитель подписывает справку в течение двух часов.",
			"Руководитель", "provider.head", "sign", "2 hour"},
		{"Справка подписывается руководителем отдела и выдается заявителю.",
			"руководителем отдела", "provider.unit_head", "sign issue", ""},
		{"Прием документов осуществляется специалистом не более 20 минут.",
			"специалистом", "provider.specialist", "receive", "20 minute"},
		{"Запись в журнале.", "", "", "", ""},
	} {
		x := read(t, test.sentence)
		ws := x.Words(x.Paragraphs[0])
		var who string
		var step model.Step
		nominal := !x.HasFinite(ws)
		main, _ := x.Doers(ws, x.Clauses(ws), nominal)
		if main != nil {
			who, step.Roles = x.Of(main.Span), main.Roles
		}
		x.Actions(&step, ws, nominal)
		terms := ""
		for _, d := range x.Durations(ws) {
			terms = strings.TrimSpace(fmt.Sprint(terms, " ", d.Value, " ", d.Unit))
		}
		list := func(v any) string { return strings.Trim(fmt.Sprint(v), "[]") }
		if got := [4]string{who, list(step.Roles), list(step.Actions), terms}; got != [4]string{test.who, test.roles, test.actions, test.terms} {
			t.Errorf("%s\n got %q\nwant %q", test.sentence, got, [4]string{test.who, test.roles, test.actions, test.terms})
		}
	}
}

// Clauses stand between strokes, conditions in brackets.
func TestClausesOfASentence(t *testing.T) {
	for _, test := range []string{
		"[құжаттар толық болмаған жағдайда] | қызметкер өтінішті қабылдаудан бас тартады",
		"маман құжаттарды тексереді, | [сәйкес болған жағдайда] | анықтама береді",
		"[в случае отсутствия документов] | специалист отказывает в приеме",
		"Руководитель подписывает акт, | [если замечаний нет], | специалист его выдает",
	} {
		x := read(t, strings.NewReplacer(" | ", " ", "[", "", "]", "").Replace(test))
		ws := x.Words(x.Paragraphs[0])
		var parts []string
		for _, c := range x.Clauses(ws) {
			part := x.Canonical[ws[c.From].Start:ws[c.To-1].End]
			if c.Conditional {
				part = "[" + part + "]"
			}
			parts = append(parts, part)
		}
		want := strings.ReplaceAll(test, ", |", " |") // the mark behind a clause is not of it
		if got := strings.Join(parts, " | "); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// Sentences end at full stops, but not behind initials and figures.
func TestSentencesOfAParagraph(t *testing.T) {
	for _, test := range []string{
		"Басшы қол қояды.| Маман береді.",
		"Акт подписывает Б. Ахметов.| Срок – 1 день.",
		"До 18.00 часов специалист передает 1.5 листа.| Результат – реестр.",
	} {
		x := read(t, strings.ReplaceAll(test, "|", ""))
		var parts []string
		for _, s := range x.Sentences(x.Paragraphs[0]) {
			parts = append(parts, x.Of(s))
		}
		if got := strings.Join(parts, "| "); got != test {
			t.Errorf("got  %s\nwant %s", got, test)
		}
	}
}

// A paragraph begins with its number, what comes behind is its text.
func TestNumbersOfParagraphs(t *testing.T) {
	for _, test := range []struct {
		line, number, rest string
		kind               NumberKind
	}{
		{"5. Өтініш", "5", "Өтініш", PointNumber},
		{"9-1. Өтініш", "9-1", "Өтініш", PointNumber},
		{"5) прием", "5", "прием", Bracketed},
		{"(5) прием", "5", "прием", Bracketed},
		{"5.) прием", "5", "прием", Bracketed},
		{"д) прием", "д", "прием", Lettered},
		{"15.04.2016 жыл", "", "15.04.2016 жыл", NoNumber},
		{"1.5 сағат", "", "1.5 сағат", NoNumber},
		{"123456789) прием", "", "123456789) прием", NoNumber},
	} {
		number, rest, kind := LeadingNumber(test.line)
		if number != test.number || test.line[rest:] != test.rest || kind != test.kind {
			t.Errorf("%s: %q, %q, kind %d", test.line, number, test.line[rest:], kind)
		}
		if Numbered(test.line) != (test.kind != NoNumber) {
			t.Errorf("%s: Numbered", test.line)
		}
	}
}
