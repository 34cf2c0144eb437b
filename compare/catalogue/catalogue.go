// Package catalogue knows the public services that akimats regulate: their names in
// Kazakh and Russian, and which service was renamed into or split from which.
//
// The services are data, in services.yaml; a user's own file of the same form extends
// them.
package catalogue

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"reglament/compare/wording"
	"reglament/model"
)

//go:embed services.yaml
var builtin []byte

// Service is one service under one official name.
type Service struct {
	Code         string             `yaml:"code" json:"code"`
	Kazakh       string             `yaml:"kk" json:"kk"`
	Russian      string             `yaml:"ru" json:"ru"`
	OtherKazakh  model.List[string] `yaml:"other_kk,omitempty" json:"other_kk"` // the same service in other words
	OtherRussian model.List[string] `yaml:"other_ru,omitempty" json:"other_ru"`
	RenamedFrom  string             `yaml:"renamed_from,omitempty" json:"renamed_from"` // code, empty where it was not renamed
	SplitFrom    string             `yaml:"split_from,omitempty" json:"split_from"`     // code, empty where it was not split off
}

// Name is the official name in a language, Kazakh where the language is not known.
func (s *Service) Name(l model.Language) string {
	if l == model.Russian && s.Russian != "" || s.Kazakh == "" {
		return s.Russian
	}
	return s.Kazakh
}

// Names are all names in a language, the official one first.
func (s *Service) Names(l model.Language) []string {
	names := append([]string{s.Kazakh}, s.OtherKazakh...)
	if l == model.Russian {
		names = append([]string{s.Russian}, s.OtherRussian...)
	}
	return slices.DeleteFunc(names, func(n string) bool { return n == "" })
}

// Catalogue is a set of services. It is not changed after it was made, and any number of
// goroutines may use it.
type Catalogue struct {
	services []*Service
	byCode   map[string]*Service
	byName   map[string]*Service
}

var builtinOnce = sync.OnceValues(func() (*Catalogue, error) { return read(bytes.NewReader(builtin), "services.yaml", nil) })

// Builtin is the catalogue that comes with the program.
func Builtin() *Catalogue {
	c, err := builtinOnce()
	if err != nil {
		panic(err) // the file is part of the program
	}
	return c
}

// Extend returns the catalogue with the services of a YAML file added; a service whose code
// the catalogue has already is replaced. The receiver is not changed. Errors begin with the
// name of the file and say what is wrong in it.
func (c *Catalogue) Extend(name string, r io.Reader) (*Catalogue, error) { return read(r, name, c) }

func read(r io.Reader, name string, base *Catalogue) (*Catalogue, error) {
	list, err := decode(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	c := &Catalogue{byCode: map[string]*Service{}, byName: map[string]*Service{}}
	if base != nil {
		for _, s := range base.services {
			if !slices.ContainsFunc(list, func(own *Service) bool { return own.Code == s.Code }) {
				c.services = append(c.services, s)
			}
		}
	}
	c.services = append(c.services, list...)
	err = c.index()
	if err == nil {
		err = c.origins()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return c, nil
}

// decode reads a list of services, each with a code of its own and a name.
func decode(r io.Reader) ([]*Service, error) {
	decoder := yaml.NewDecoder(r)
	decoder.KnownFields(true)
	var list []*Service
	if err := decoder.Decode(&list); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("this is no list of services: %s", strings.ReplaceAll(strings.TrimPrefix(err.Error(), "yaml: "), "\n", " "))
	}
	known := map[string]bool{}
	for i, s := range list {
		switch {
		case s == nil || s.Code == "":
			return nil, fmt.Errorf("service %d has no code", i+1)
		case s.Kazakh == "" && s.Russian == "":
			return nil, fmt.Errorf("the service %s has no name", s.Code)
		case known[s.Code]:
			return nil, fmt.Errorf("the code %s stands there twice", s.Code)
		}
		known[s.Code] = true
	}
	return list, nil
}

// index makes the services known by their codes and names; no two may have one name.
func (c *Catalogue) index() error {
	for _, s := range c.services {
		c.byCode[s.Code] = s
		for _, n := range slices.Concat(s.Names(model.Kazakh), s.Names(model.Russian)) {
			key := wording.Fold(n)
			if other := c.byName[key]; other != nil && other != s {
				return fmt.Errorf("the name “%s” is that of two services, %s and %s", n, other.Code, s.Code)
			}
			c.byName[key] = s
		}
	}
	return nil
}

// origins checks that the services which others come from are there, and none comes from
// itself.
func (c *Catalogue) origins() error {
	for _, s := range c.services {
		for _, from := range []string{s.RenamedFrom, s.SplitFrom} {
			if from != "" && c.byCode[from] == nil {
				return fmt.Errorf("the service %s comes from %s, which is not in the catalogue", s.Code, from)
			}
		}
	}
	for _, s := range c.services {
		if c.circular(s) {
			return fmt.Errorf("the service %s comes from itself", s.Code)
		}
	}
	return nil
}

func (c *Catalogue) circular(s *Service) bool {
	for range len(c.services) + 1 {
		if s.RenamedFrom == "" && s.SplitFrom == "" {
			return false
		}
		if s.RenamedFrom != "" {
			s = c.byCode[s.RenamedFrom]
		} else {
			s = c.byCode[s.SplitFrom]
		}
	}
	return true
}

// Services lists all services: the program's own first, then those of the user's file.
func (c *Catalogue) Services() []*Service { return slices.Clone(c.services) }

// Service is the one with a code, nil where there is none.
func (c *Catalogue) Service(code string) *Service { return c.byCode[code] }

// WriteYAML writes the catalogue in the form that Extend reads.
func (c *Catalogue) WriteYAML(w io.Writer) error {
	e := yaml.NewEncoder(w)
	e.SetIndent(2)
	if err := e.Encode(c.services); err != nil {
		return fmt.Errorf("catalogue of services: %w", err)
	}
	return e.Close()
}

// Find returns the service that has a name, nil where none has. Case, punctuation, kinds
// of quotation marks and blanks do not matter.
func (c *Catalogue) Find(name string) *Service {
	key := wording.Fold(name)
	if key == "" {
		return nil
	}
	return c.byName[key]
}

// Relation says how two services hang together.
type Relation string

// The relations.
const (
	None    Relation = ""
	Same    Relation = "same"
	Renamed Relation = "renamed" // one is the other under an earlier name
	Split   Relation = "split"   // one was a part of the other
)

// Relate says how two services hang together, whichever comes first. Services that are
// related only through a third one, of which both were split off, are not.
func (c *Catalogue) Relate(a, b *Service) Relation {
	switch {
	case a == nil || b == nil:
		return None
	case a.Code == b.Code:
		return Same
	}
	if r := c.descends(a, b); r != None {
		return r
	}
	return c.descends(b, a)
}

// Comes reports whether a comes from b: by renaming, splitting or several of these.
func (c *Catalogue) Comes(a, b *Service) bool { return c.descends(a, b) != None }

// descends follows a back to b.
func (c *Catalogue) descends(a, b *Service) Relation {
	relation := Renamed
	for a != nil {
		from := a.RenamedFrom
		if from == "" && a.SplitFrom != "" {
			from, relation = a.SplitFrom, Split
		}
		if from == "" {
			return None
		}
		if from == b.Code {
			return relation
		}
		a = c.byCode[from]
	}
	return None
}

// Successors are the services that a service was renamed into or split into.
func (c *Catalogue) Successors(s *Service) (renamed, split []*Service) {
	for _, o := range c.services {
		switch s.Code {
		case o.RenamedFrom:
			renamed = append(renamed, o)
		case o.SplitFrom:
			split = append(split, o)
		}
	}
	return renamed, split
}
