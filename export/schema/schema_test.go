package schema

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	invopop "github.com/invopop/jsonschema"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"reglament/model"
)

var update = flag.Bool("update", false, "rewrite comments.json from the doc comments of the model")

// compile reads the schema with a validator that knows nothing of the generator.
func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	b, err := JSON()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(ID, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(ID)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// sample has every structure of the model at least once.
func sample() model.Document {
	ref := &model.ActRef{Text: "№ 279 бұйрығымен", Span: model.Span{4, 30}, Kind: model.Order, Date: "2015-04-28", Number: "279"}
	rule := &model.EffectiveRule{
		From: model.FromFirstPublication, Days: 10, DayKind: model.CalendarDays, Text: "он күн өткен соң", Span: model.Span{31, 40},
	}
	one := 1
	d := model.Duration{Value: 30, Unit: model.Minute, Qualifier: model.QualifierMax, Text: "30 минуттан аспайды", Span: model.Span{50, 60}}
	return model.Document{
		Schema: model.Schema,
		Source: model.Source{Name: "a.md", Format: model.Markdown, SHA256: "00", Encoding: "utf-8"},
		Act: model.Act{
			Key: "KZ-11/2015-10-23/А-11/495", Language: model.Kazakh, Kind: model.Resolution,
			Issuer:  &model.Issuer{Name: "Ақмола облысының әкімдігі", Kind: model.Akimat, Region: "KZ-11"},
			Adopted: "2015-10-23", Number: "А-11/495", Registration: &model.Registration{Number: "5077"}, Status: model.InForce,
			Signatories: model.List[model.Signatory]{{Name: "С.Кулагин"}}, EntryIntoForce: rule,
			Amends: model.List[model.ActRef]{*ref},
			Notes: model.List[model.Note]{{
				Target: model.Target{Kind: model.TargetPoint, Number: "9", Regulation: &one}, Action: model.NoteAmended, By: ref, Effective: rule,
			}},
			Points: model.List[model.Point]{{Number: "1", Subpoints: model.List[model.Point]{{Text: "бекітілсін"}}}},
		},
		Regulations: model.List[model.Regulation]{{
			Index: 1, Service: "Жұмыссыз азаматтарды тіркеу", Channels: model.List[model.Channel]{model.ChannelPortal},
			Forms: model.List[model.Form]{model.Paper}, Automation: model.PartialAutomation,
			TimeLimits:  model.List[model.TimeLimit]{{What: model.LimitWait, Duration: d}},
			Definitions: model.List[model.Definition]{{Short: "портал"}},
			Actors:      model.List[model.Actor]{{Text: "басшы", Role: model.RoleHead}},
			Results:     model.List[model.ResultList]{{Items: model.List[string]{"тіркеу"}}},
			Processes: model.List[model.Process]{{
				Kind: model.ProcessPortal, Point: "9",
				Steps: model.List[model.Step]{{
					N: "1", Node: model.TaskNode, Roles: model.List[model.Role]{model.RoleHead}, Actions: model.List[model.Action]{model.ActionSign},
					Durations: model.List[model.Duration]{d}, Refs: model.List[model.Ref]{{To: model.RefStandard, Point: "9"}},
					Spans: model.Spans{{Field: "actor", Item: model.NoItem, Span: model.Span{1, 2}}},
				}},
				Branches: model.List[model.Branch]{{Condition: "1-шарт", Refusal: "2-процесс"}},
			}},
			Annexes: model.List[model.Annex]{{Title: "диаграмма"}}, Sections: model.List[model.Section]{{Title: "Жалпы ережелер"}},
			Edition: &model.Edition{By: ref, Effective: rule},
		}},
		Findings: model.List[model.Finding]{{Code: model.FindNumbering, Severity: model.Warning, Message: "…"}},
	}
}

func TestDocuments(t *testing.T) {
	schema := compile(t)
	tests := []struct {
		name   string
		change func(doc, act, step map[string]any)
		bad    string // where the validator must find fault; empty for a good document
	}{
		{"everything as the model writes it", func(_, _, _ map[string]any) {}, ""},
		{"a field that a later minor version adds", func(doc, _, _ map[string]any) { doc["later"] = 1 }, ""},
		{"an act without issuer", func(_, act, _ map[string]any) { act["issuer"] = nil }, ""},
		{"no key of the act", func(_, act, _ map[string]any) { delete(act, "key") }, "/act"},
		{"no findings", func(doc, _, _ map[string]any) { delete(doc, "findings") }, "findings"},
		{"a role that is no code", func(_, _, step map[string]any) { step["roles"] = []any{"boss"} }, "/roles/0"},
		{"a kind of act that is no code", func(_, act, _ map[string]any) { act["kind"] = "letter" }, "/act/kind"},
		{"a list that is null", func(_, _, step map[string]any) { step["durations"] = nil }, "/durations"},
		{"a text that is a number", func(_, _, step map[string]any) { step["n"] = 1.0 }, "/n"},
		{"a span of three", func(_, _, step map[string]any) { step["span"] = []any{1.0, 2.0, 3.0} }, "/span"},
		{"a negative span", func(_, _, step map[string]any) { step["span"] = []any{-1.0, 2.0} }, "/span/0"},
		{"evidence that is no span", func(_, _, step map[string]any) { step["spans"] = map[string]any{"actor": "1-2"} }, "/spans/actor"},
		{"a date in words", func(_, act, _ map[string]any) { act["adopted"] = "23.10.2015" }, "/act/adopted"},
		{"a region outside of ISO 3166-2", func(_, act, _ map[string]any) { act["issuer"].(map[string]any)["region"] = "Akmola" }, "/act/issuer"},
		{"another version of the contract", func(doc, _, _ map[string]any) { doc["schema"] = "reglament.document/2" }, "/schema"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, err := json.Marshal(sample())
			if err != nil {
				t.Fatal(err)
			}
			var doc map[string]any
			if err := json.Unmarshal(b, &doc); err != nil {
				t.Fatal(err)
			}
			process := doc["regulations"].([]any)[0].(map[string]any)["processes"].([]any)[0].(map[string]any)
			tt.change(doc, doc["act"].(map[string]any), process["steps"].([]any)[0].(map[string]any))
			err = schema.Validate(doc)
			switch {
			case tt.bad == "" && err != nil:
				t.Error(err)
			case tt.bad != "" && err == nil:
				t.Error("the document passed")
			case tt.bad != "" && !strings.Contains(err.Error(), tt.bad):
				t.Errorf("the fault is not found at %s: %v", tt.bad, err)
			}
		})
	}
}

func TestSchemaIsTheSameEveryTime(t *testing.T) {
	a, err := JSON()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		b, err := JSON()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Fatal("two runs give two schemas")
		}
	}
}

// Every string constant of a code type in the model must be in the schema.
func TestCodesOfTheModel(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../../model/codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		name, ok := spec.Type.(*ast.Ident)
		if !ok {
			return true
		}
		for _, v := range spec.Values {
			if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				s, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				want[name.Name] = append(want[name.Name], s)
			}
		}
		return true
	})
	if len(want) == 0 {
		t.Fatal("no codes found in the model")
	}
	got := map[string][]string{}
	for _, set := range codes {
		for _, v := range set.values {
			got[set.of.Name()] = append(got[set.of.Name()], v.(string))
		}
	}
	for name := range want {
		slices.Sort(want[name])
		slices.Sort(got[name])
		if !slices.Equal(want[name], got[name]) {
			t.Errorf("%s: the model has %v, the schema %v", name, want[name], got[name])
		}
	}
	for name := range got {
		if want[name] == nil {
			t.Errorf("%s is not a code type of the model", name)
		}
	}
}

// The descriptions are the doc comments of the model.
func TestCommentsOfTheModel(t *testing.T) {
	var r invopop.Reflector
	if err := r.AddGoComments("reglament/export/schema", "../../model"); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for name, text := range r.CommentMap {
		if text != "" && strings.HasPrefix(name, path.Join("reglament", "model")+".") {
			want[name] = text
		}
	}
	if len(want) == 0 {
		t.Fatal("the model has no comments")
	}
	if *update {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(want); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("comments.json", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	var got map[string]string
	if err := json.Unmarshal(comments, &got); err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(got, want) {
		t.Error("comments.json is older than the model; run go test ./export/schema -update")
	}
}
