package data

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"weak"

	"reglament/export/report"
	"reglament/model"
)

// act is a small act: one regulation, a check with its refusal, a step with two terms.
func act(number string) *model.Document {
	ref := &model.ActRef{Text: "№ 279 бұйрығымен", Span: model.Span{40, 60}, Kind: model.Order, Date: "2015-04-28", Number: "279"}
	one := 1
	minutes := func(n, at int) model.Duration {
		return model.Duration{Value: n, Unit: model.Minute, Text: fmt.Sprintf("%d минут", n), Span: model.Span{at, at + 9}}
	}
	return &model.Document{
		Findings: model.List[model.Finding]{{Code: model.FindNumbering, Severity: model.Warning, Message: "number 3 where 2 is due", Span: model.Span{600, 610}}},
		Schema:   model.Schema, Source: model.Source{Name: number + ".md", Format: model.Markdown, SHA256: "sha-" + number, Encoding: "utf-8"},
		Act: model.Act{
			Key: model.Text("KZ-11/2015-10-23/" + number), Language: model.Kazakh, Kind: model.Resolution, Adopted: "2015-10-23",
			Number: model.Text(number), Status: model.InForce, Title: "Регламентті <бекіту> туралы",
			Signatories: model.List[model.Signatory]{{Name: "С.Кулагин"}, {Name: "Ә.Қайнарбеков"}},
			Notes: model.List[model.Note]{{
				Target: model.Target{Kind: model.TargetPoint, Number: "9", Regulation: &one}, Action: model.NoteAmended,
				Effective: &model.EffectiveRule{From: model.FromPublication, DayKind: model.CalendarDays}, Text: "Ескерту. 9-тармақ", Span: model.Span{5, 30},
			}},
		},
		Regulations: model.List[model.Regulation]{{
			Index: 1, Service: `"Алтын алқа" алқасын, беру`, Standard: ref, Channels: model.List[model.Channel]{model.ChannelOffice, model.ChannelPortal},
			TimeLimits: model.List[model.TimeLimit]{{
				What: "service", At: model.List[model.Channel]{model.ChannelOffice, model.ChannelPortal}, Span: model.Span{110, 150},
				Duration: model.Duration{Value: 5, Unit: model.WorkingDay, Text: "5 жұмыс күні", Span: model.Span{130, 150}},
			}},
			Actors: model.List[model.Actor]{{
				Text: "маман немесе басшы", Role: model.RoleSpecialist, Roles: model.List[model.Role]{model.RoleSpecialist, model.RoleHead}, Span: model.Span{160, 190},
			}},
			Results: model.List[model.ResultList]{{
				Variant: model.List[string]{"ұзарту"}, Items: model.List[string]{"тіркеу", "қол қою"}, Steps: model.List[model.StepRef]{{}, {Step: 1}},
				Spans: model.Spans{{Field: "items", Item: 0, Span: model.Span{500, 510}}, {Field: "items", Item: 1, Span: model.Span{520, 530}}},
			}},
			Span: model.Span{100, 900},
			Processes: model.List[model.Process]{
				{Kind: model.ProcessInternal, Point: "5", Steps: model.List[model.Step]{
					{
						N: "1", Node: model.TaskNode, Actor: "басшы", Roles: model.List[model.Role]{model.RoleHead},
						Actions:   model.List[model.Action]{model.ActionReview, model.ActionSign},
						Durations: model.List[model.Duration]{minutes(20, 230)}, Text: "басшы құжаттарды қарайды және қол қояды – 20 минут", Span: model.Span{200, 290},
						Spans: model.Spans{
							{Field: "actions", Item: 0, Span: model.Span{220, 228}}, {Field: "actions", Item: 1, Span: model.Span{240, 250}},
							{Field: "actor", Item: model.NoItem, Span: model.Span{200, 210}},
						},
					},
					{
						N: "2", Node: model.TaskNode, Durations: model.List[model.Duration]{minutes(5, 310), minutes(10, 330)}, Text: "тексереді", Span: model.Span{300, 350},
						Next: model.List[model.Next]{{N: "3", Text: "3", Span: model.Span{340, 341}}, {N: "1", Condition: "кемшілік болса", Text: "1 – кемшілік болса", Span: model.Span{343, 350}}},
					},
				}},
				{Kind: model.ProcessPortal, Point: "9", Variant: model.List[string]{"ұзарту", "1-кезең"}, Steps: model.List[model.Step]{
					{Node: model.ConditionNode, Label: "1-шарт", Text: "=порталда тексеріледі", Span: model.Span{400, 440}},
					{
						Node: model.ProcessNode, Label: "2-процесс", Text: "осы регламенттің 5-тармағы", Span: model.Span{450, 480},
						Refs: model.List[model.Ref]{{To: model.RefRegulation, Point: "5", Text: "осы регламенттің 5-тармағы", Span: model.Span{450, 480}}},
					},
				}, Branches: model.List[model.Branch]{{Condition: "1-шарт", Refusal: "2-процесс"}}},
			},
		}},
	}
}

func each(docs ...*model.Document) iter.Seq2[*model.Document, error] {
	return func(yield func(*model.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// read returns the rows of a table by column.
func read(t *testing.T, dir, name string) []map[string]string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, cell := range row {
			m[rows[0][i]] = cell
		}
		out = append(out, m)
	}
	return out
}

func expect(t *testing.T, row map[string]string, want map[string]string) {
	t.Helper()
	for column, value := range want {
		got, ok := row[column]
		if !ok {
			t.Errorf("there is no column %s", column)
		}
		if got != value {
			t.Errorf("%s is %q, not %q", column, got, value)
		}
	}
}

func TestJSONLIsADocumentALine(t *testing.T) {
	var b bytes.Buffer
	if err := WriteJSONL(&b, each(act("1"), act("2"))); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines for two documents", len(lines))
	}
	if !strings.Contains(lines[0], "<бекіту>") {
		t.Error("the text is escaped as if for HTML")
	}
	var back model.Document
	if err := json.Unmarshal([]byte(lines[1]), &back); err != nil {
		t.Fatal(err)
	}
	if back.Act.Number != "2" || len(back.Regulations[0].Processes[1].Steps) != 2 {
		t.Errorf("read back: %+v", back.Act)
	}
}

func TestTablesJoin(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	if err := WriteCSV(dir, each(act("1"), act("2"))); err != nil {
		t.Fatal(err)
	}
	acts, regulations, steps := read(t, dir, "acts.csv"), read(t, dir, "regulations.csv"), read(t, dir, "steps.csv")
	notes, references := read(t, dir, "notes.csv"), read(t, dir, "references.csv")
	if len(acts) != 2 || len(regulations) != 2 || len(steps) != 8 || len(notes) != 2 || len(references) != 4 {
		t.Fatalf("%d acts, %d regulations, %d steps, %d notes, %d references", len(acts), len(regulations), len(steps), len(notes), len(references))
	}
	key := map[string]string{"act_key": "KZ-11/2015-10-23/2", "document": "sha-2"}
	for _, row := range []map[string]string{acts[1], regulations[1], steps[7], notes[1], references[3]} {
		expect(t, row, key)
	}
	expect(t, acts[0], map[string]string{"signatories": "С.Кулагин | Ә.Қайнарбеков", "entry_days": "", "regulations": "1"})
	expect(t, regulations[0], map[string]string{
		"service": `"Алтын алқа" алқасын, беру`, "channels": "office | portal", "standard_number": "279", "automation": "", "span_start": "100",
	})
	for table, want := range map[string]map[string]string{
		"limits": {"limit_index": "1", "what": "service", "channels": "office | portal", "duration_value": "5", "duration_unit": "working_day",
			"duration_qualifier": "", "duration_working_minutes": "2400", "text": "5 жұмыс күні", "span_start": "110", "span_end": "150"},
		"participants": {"participant_index": "1", "roles": "provider.specialist | provider.head", "text": "маман немесе басшы", "span_start": "160"},
		"results":      {"list_index": "1", "item_index": "2", "process_index": "1", "step_index": "2", "variant": "ұзарту", "text": "қол қою", "span_start": "520"},
		"findings":     {"finding_index": "1", "code": "numbering", "severity": "warning", "message": "number 3 where 2 is due", "span_end": "610"},
	} {
		rows := read(t, dir, table+".csv")
		expect(t, rows[len(rows)-1], key)
		expect(t, rows[len(rows)-1], want)
	}
	expect(t, steps[0], map[string]string{
		"regulation_index": "1", "process_index": "1", "step_index": "1", "actor": "басшы", "actor_span_start": "200", "actor_span_end": "210",
		"actions": "review | sign", "actions_spans": "220-228 | 240-250", "duration_value": "20", "duration_unit": "minute",
		"duration_working_minutes": "20", "duration_span_start": "230", "span_start": "200", "span_end": "290",
		"text": "басшы құжаттарды қарайды және қол қояды – 20 минут", "result_span_start": "",
	})
	expect(t, steps[1], map[string]string{"duration_value": "", "durations": "5 minute | 10 minute", "durations_spans": "310-319 | 330-339",
		"follows": "3 | 1 – кемшілік болса", "follows_spans": "340-341 | 343-350"})
	expect(t, steps[2], map[string]string{"process_index": "2", "variant": "ұзарту | 1-кезең", "refusal": "2-процесс", "text": "'=порталда тексеріледі"})
	expect(t, notes[0], map[string]string{"note_index": "1", "regulation_index": "1", "effective_days": "0", "target_number": "9"})
	expect(t, references[0], map[string]string{"relation": "standard", "number": "279", "process_index": "", "span_end": "60"})
	expect(t, references[1], map[string]string{"relation": "step", "target": "regulation", "point": "5", "process_index": "2", "step_index": "2"})
}

func TestCells(t *testing.T) {
	tests := []struct{ name, cell, want string }{
		{"a formula", "=HYPERLINK(1)", "'=HYPERLINK(1)"},
		{"a formula after a blank", " =1+1", "' =1+1"},
		{"a list item", "- құжаттар", "'- құжаттар"},
		{"a number with a plus", "+7 727", "'+7 727"},
		{"a function of Lotus", "@SUM(A1)", "'@SUM(A1)"},
		{"a tab", "\tмәтін", "'\tмәтін"},
		{"a full-width equals sign", "＝1", "'＝1"},
		{"an apostrophe of the text's own", "'=1", "''=1"},
		{"a dash is no minus", "– 30 минут", "– 30 минут"},
		{"a minus inside", "А-11/495", "А-11/495"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := report.Literal(tt.cell); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Taking one leading apostrophe away gives back every text.
func FuzzGuardLosesNothing(f *testing.F) {
	for _, s := range []string{"", "'", "''=", "=1", " =1", "мәтін", "\t-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		g := report.Literal(s)
		if back := strings.TrimPrefix(g, "'"); back != s {
			t.Errorf("%q became %q and came back as %q", s, g, back)
		}
		if g != "" && strings.ContainsAny(strings.TrimSpace(g)[:min(1, len(strings.TrimSpace(g)))], "=+-@") {
			t.Errorf("%q is still a formula", g)
		}
	})
}

// A row ends in CRLF; a step of several lines has the bytes that its span counts.
func TestLineEnds(t *testing.T) {
	dir, doc := t.TempDir(), act("1")
	step := &doc.Regulations[0].Processes[0].Steps[0]
	step.Text = "кеңсе қызметкері:\nқұжаттарды қабылдайды;\n\"тіркейді\" – 10 минут"
	if err := WriteCSV(dir, each(doc)); err != nil {
		t.Fatal(err)
	}
	for _, tab := range tables {
		a, err := os.ReadFile(filepath.Join(dir, tab.name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		if rows := 1 + len(read(t, dir, tab.name+".csv")); bytes.Count(a, []byte("\r\n")) != rows || !bytes.HasSuffix(a, []byte("\r\n")) {
			t.Errorf("%s has %d ends of %d rows: %q", tab.name, bytes.Count(a, []byte("\r\n")), rows, a)
		}
		if cell := []byte(strings.ReplaceAll(string(step.Text), `"`, `""`)); tab.name == "steps" && !bytes.Contains(a, cell) {
			t.Errorf("no cell %q in %q", cell, a)
		}
	}
}

func TestErrorLeavesTheOldTables(t *testing.T) {
	dir := t.TempDir()
	if err := WriteCSV(dir, each(act("1"))); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the disk is gone")
	docs := func(yield func(*model.Document, error) bool) {
		_ = yield(act("2"), nil) && yield(nil, broken)
	}
	if err := WriteCSV(dir, docs); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if err := WriteJSONL(&bytes.Buffer{}, docs); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if acts := read(t, dir, "acts.csv"); len(acts) != 1 || acts[0]["document"] != "sha-1" {
		t.Errorf("the table was replaced: %v", acts)
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(tables) {
		t.Errorf("%d files are left, not %d", len(files), len(tables))
	}
}

// A document is let go of before the next but one is asked for.
func TestDocumentsAreNotKept(t *testing.T) {
	check := func(yield func(*model.Document, error) bool) {
		var seen []weak.Pointer[model.Document]
		for i := range 20 {
			d := act(fmt.Sprint(i))
			seen = append(seen, weak.Make(d))
			if !yield(d, nil) {
				return
			}
		}
		runtime.GC()
		kept := 0
		for _, p := range seen {
			if p.Value() != nil {
				kept++
			}
		}
		if kept > 1 {
			t.Errorf("%d of %d documents are still kept", kept, len(seen))
		}
	}
	if err := WriteJSONL(&bytes.Buffer{}, check); err != nil {
		t.Fatal(err)
	}
	if err := WriteCSV(t.TempDir(), check); err != nil {
		t.Fatal(err)
	}
	if err := WriteParquet(t.TempDir(), check); err != nil {
		t.Fatal(err)
	}
	if _, err := WriteXLSX(&bytes.Buffer{}, check); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkWriteCSV(b *testing.B) {
	d := act("1")
	for b.Loop() {
		if err := WriteCSV(b.TempDir(), each(d, d, d, d, d, d, d, d, d, d)); err != nil {
			b.Fatal(err)
		}
	}
}
