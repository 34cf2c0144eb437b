package site

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"reglament/model/phrase"
	"reglament/parse/lang"
)

// kinds are the types of codes and the kinds of phrases that name them.
var kinds = map[string]map[string]string{
	"../../model/codes.go": {
		"ActKind": "kind", "Status": "status", "EffectiveFrom": "entry", "TargetKind": "target", "NoteAction": "note",
		"Channel": "channel", "Form": "form", "Automation": "automation", "LimitKind": "limit", "ProcessKind": "process",
		"Node": "node", "Role": "role", "Action": "action", "Unit": "unit", "Severity": "severity", "FindingCode": "finding",
	},
	"../../compare/align.go":       {"Mark": "pair"},
	"../../compare/audit/audit.go": {"Code": "audit"},
	"../../compare/difference.go":  {"Kind": "diff", "Severity": "severity"},
	"../../compare/matrix.go":      {"Outlier": "outlier"},
	"../../corpus/corpus.go":       {"Change": "change"},
	"../../corpus/graph/graph.go":  {"Relation": "relation"},
	"../../corpus/life/life.go":    {"Kind": "event", "FindingCode": "conflict"},
	"../../corpus/life/status.go":  {"State": "state"},
}

// A code that is added to the model has a name in the three languages, or this fails.
func TestEveryCodeHasAName(t *testing.T) {
	for file, types := range kinds {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]int{}
		ast.Inspect(parsed, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			of, _ := spec.Type.(*ast.Ident)
			value, _ := spec.Values[0].(*ast.BasicLit)
			if of == nil || value == nil || types[of.Name] == "" {
				return true
			}
			code, err := strconv.Unquote(value.Value)
			if err != nil {
				t.Fatal(err)
			}
			found[of.Name]++
			if key := types[of.Name] + "." + code; code != "" && !phrase.Known(key) {
				t.Errorf("%s has no name", key)
			}
			return true
		})
		for name := range types {
			if found[name] < 2 {
				t.Errorf("%s has %d codes of the type %s", file, found[name], name)
			}
		}
	}
}

func TestRegionsHaveNames(t *testing.T) {
	for _, r := range lang.Regions {
		if !phrase.Known("region." + string(r.Code)) {
			t.Errorf("%s has no name", r.Code)
		}
	}
}

// What is told about an act is told in the language of the page, not in that of the
// program.
func TestReasonsAreToldInTheLanguageOfThePage(t *testing.T) {
	s := serve(t, Options{Store: store(t, sample()), Read: read})
	told := map[string]string{}
	for _, l := range phrase.Languages {
		body := ask(s, "GET", "/act/"+kostanay+"/audit", "Accept-Language", string(l)).Body.String() +
			ask(s, "GET", "/act/"+kostanay, "Accept-Language", string(l)).Body.String()
		root, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				if a.Key == "class" && a.Val == "message" && n.FirstChild != nil {
					told[string(l)] += n.FirstChild.Data + "\n"
				}
				if a.Key == "lang" && a.Val == "en" && n.Data == "span" && l != phrase.English {
					t.Errorf("%s: %q is in English", l, n.FirstChild.Data)
				}
			}
		}
	}
	latin := regexp.MustCompile(`(?:[a-z]+ ){3}`)
	for l, text := range told {
		if (l == "en") != latin.MatchString(text) {
			t.Errorf("%s: %s", l, text)
		}
	}
	if len(told) != len(phrase.Languages) {
		t.Errorf("contradictions are told in %d languages", len(told))
	}
}
