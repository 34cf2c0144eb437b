// Package schema writes the JSON Schema of the interchange model, from the types of the
// model itself: the two cannot say different things.
package schema

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"

	"reglament/model"
)

// ID is the address that the schema is known by.
const ID = "https://reglament.kz/schema/document/1"

// comments are the doc comments of the model by qualified name, so that the schema has
// descriptions where the sources are not at hand. Made by `go test -update`.
//
//go:embed comments.json
var comments []byte

// JSON returns the JSON Schema (draft 2020-12) of a document, indented. Properties that
// are not in it are allowed, since a field may be added within a version of the model. An
// error means that the package itself was built wrongly.
func JSON() ([]byte, error) {
	s, err := document()
	if err != nil {
		return nil, fmt.Errorf("JSON Schema of the model: %w", err)
	}
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("JSON Schema of the model: %w", err)
	}
	return append(b, '\n'), nil
}

func document() (*jsonschema.Schema, error) {
	structs := map[string]reflect.Type{}
	r := jsonschema.Reflector{
		AllowAdditionalProperties: true,
		Mapper: func(t reflect.Type) *jsonschema.Schema {
			if t.Kind() == reflect.Struct {
				structs[t.Name()] = t
			}
			return ofValue(t)
		},
		// The Go name List[reglament/model.Step] is none for a definition.
		Namer: func(t reflect.Type) string {
			if t.Kind() == reflect.Slice {
				name := t.Elem().Name()
				return strings.ToUpper(name[:1]) + name[1:] + "List"
			}
			return t.Name()
		},
	}
	if err := json.Unmarshal(comments, &r.CommentMap); err != nil {
		return nil, err
	}
	s := r.Reflect(&model.Document{})
	s.ID = ID
	s.Title = model.Schema
	for name, t := range structs {
		definition, ok := s.Definitions[name]
		if !ok {
			return nil, fmt.Errorf("no definition of %s", name)
		}
		nullPointers(definition, t)
	}
	version, ok := s.Definitions["Document"].Properties.Get("schema")
	if !ok {
		return nil, fmt.Errorf("no property of the version")
	}
	version.Const = model.Schema
	return s, nil
}

// ofValue is the schema of the types that write their own JSON, and of the codes.
func ofValue(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[model.Text]():
		return nullable("")
	case reflect.TypeFor[model.Date]():
		return nullable(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	case reflect.TypeFor[model.Region]():
		return nullable(`^KZ(-[0-9]{2})?$`)
	case reflect.TypeFor[model.MessageArg]():
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string"}, {Type: "integer"}, {Ref: "#/$defs/Message"}}}
	case reflect.TypeFor[model.Span]():
		return span()
	case reflect.TypeFor[model.Spans]():
		return &jsonschema.Schema{Type: "object", AdditionalProperties: span()}
	}
	for _, set := range codes {
		if set.of == t {
			s := &jsonschema.Schema{Type: "string", Enum: slices.Clone(set.values)}
			if set.nullable {
				s = nullable("")
				s.Enum = append(slices.Clone(set.values), nil)
			}
			return s
		}
	}
	return nil
}

// span is two byte offsets.
func span() *jsonschema.Schema {
	two := uint64(2)
	return &jsonschema.Schema{
		Type: "array", Items: &jsonschema.Schema{Type: "integer", Minimum: json.Number("0")}, MinItems: &two, MaxItems: &two,
	}
}

// nullable is a string or null.
func nullable(pattern string) *jsonschema.Schema {
	return &jsonschema.Schema{Pattern: pattern, Extras: map[string]any{"type": []string{"string", "null"}}}
}

// nullPointers lets the pointers of a structure be null.
func nullPointers(s *jsonschema.Schema, t reflect.Type) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Type.Kind() != reflect.Pointer {
			continue
		}
		name := f.Tag.Get("json")
		if property, ok := s.Properties.Get(name); ok {
			description := property.Description
			property.Description = ""
			s.Properties.Set(name, &jsonschema.Schema{
				Description: description, AnyOf: []*jsonschema.Schema{property, {Type: "null"}},
			})
		}
	}
}
