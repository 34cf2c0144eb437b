package regulation

import (
	"fmt"
	"strings"
	"testing"

	"reglament/model"
	"reglament/parse/source"
	"reglament/parse/structure"
)

// frame is the shortest regulation that a procedure can stand in.
var frame = map[model.Language]string{
	model.Kazakh: `"Баспана беру" мемлекеттік көрсетілетін қызмет регламенті
1. Жалпы ережелер
1. "Баспана беру" мемлекеттік көрсетілетін қызмет (бұдан әрі – мемлекеттік көрсетілетін қызмет) тұрғын үй бөлімдерімен (бұдан әрі – көрсетілетін қызметті беруші) көрсетіледі.
2. Іс-қимыл тәртібін сипаттау
5. Мемлекеттік қызмет көрсету процесінің құрамына кіретін әрбір рәсімнің (іс-қимылдың) мазмұны, оны орындаудың ұзақтығы:
%s
`,
	model.Russian: `Регламент государственной услуги "Предоставление жилища"
1. Общие положения
1. Наименование услугодателя: отделы жилищных отношений (далее – услугодатель).
2. Описание порядка действий
5. Содержание каждой процедуры (действия), входящей в состав процесса оказания государственной услуги, длительность выполнения:
%s
`,
}

// read reads a regulation whose only procedure has the paragraphs.
func read(t *testing.T, l model.Language, paragraphs string) (Reading, *source.Text) {
	t.Helper()
	src, err := source.Read("act.txt", []byte(fmt.Sprintf(frame[l], paragraphs)))
	if err != nil {
		t.Fatal(err)
	}
	if src.Language != l {
		t.Fatalf("language %s, want %s", src.Language, l)
	}
	found := structure.Find(src)
	if len(found.Extents) != 1 {
		t.Fatalf("%d regulations in\n%s", len(found.Extents), src.Canonical)
	}
	return Read(t.Context(), found)[0], src
}

// steps reads the steps of the only procedure.
func steps(t *testing.T, l model.Language, paragraphs string) []model.Step {
	t.Helper()
	r, _ := read(t, l, paragraphs)
	if len(r.Regulation.Processes) != 1 {
		t.Fatalf("%d procedures in %q", len(r.Regulation.Processes), paragraphs)
	}
	return r.Regulation.Processes[0].Steps
}

func durationsOf(s model.Step) string {
	var out []string
	for _, d := range s.Durations {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%d %s %s", d.Value, d.Unit, d.Qualifier)))
	}
	return strings.Join(out, ", ")
}

func join[T ~string](l []T) string {
	var out []string
	for _, v := range l {
		out = append(out, string(v))
	}
	return strings.Join(out, " ")
}

// whole reads an act that is one regulation.
func whole(t *testing.T, text string) model.Regulation {
	t.Helper()
	src, err := source.Read("act.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	found := Read(t.Context(), structure.Find(src))
	if len(found) != 1 {
		t.Fatalf("%d regulations", len(found))
	}
	return found[0].Regulation
}
