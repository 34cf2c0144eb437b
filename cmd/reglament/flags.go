package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reglament/model"
	"reglament/model/phrase"
)

// choice is a flag that takes one of a few words; the empty one stands for no choice.
type choice struct {
	value   string
	allowed []string
}

// choose returns a choice whose first word is the default.
func choose(allowed ...string) *choice { return &choice{allowed[0], allowed} }

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return strings.TrimPrefix(strings.Join(c.allowed, "|"), "|") }

// Set refuses words that are not allowed.
func (c *choice) Set(s string) error {
	if slices.Contains(c.allowed, s) {
		c.value = s
		return nil
	}
	return fmt.Errorf("it is one of %s", strings.TrimPrefix(strings.Join(c.allowed, ", "), ", "))
}

// choices is a flag that takes several of a few words, with commas between them or one a flag.
type choices[T ~string] struct {
	values  []T
	allowed []T
	given   bool // values are no longer the default
}

func (c *choices[T]) String() string { return model.Joined(c.values, ",") }
func (c *choices[T]) Type() string   { return "list" }

// Set refuses words that are not allowed.
func (c *choices[T]) Set(s string) error {
	if !c.given {
		c.values, c.given = nil, true
	}
	for _, w := range strings.Split(s, ",") {
		if !slices.Contains(c.allowed, T(w)) {
			return fmt.Errorf("it is one or more of %s", model.Joined(c.allowed, ", "))
		}
		c.values = append(c.values, T(w))
	}
	return nil
}

// languageFlag is --lang: kk, ru, or both where it is not given.
func languageFlag(cmd *cobra.Command) *choice {
	lang := choose("", string(model.Kazakh), string(model.Russian))
	cmd.Flags().Var(lang, "lang", "only texts in this language: kk or ru")
	return lang
}

// statusFlag is --status: all where it is not given.
func statusFlag(cmd *cobra.Command) *choice {
	status := choose("", string(model.InForce), string(model.Repealed), string(model.Lapsed), string(model.UnknownStatus))
	cmd.Flags().Var(status, "status", "only acts that are in_force, repealed, lapsed or unknown")
	return status
}

// day is a flag that takes a day of the calendar.
type day struct{ value model.Date }

func (d *day) String() string { return string(d.value) }
func (d *day) Type() string   { return "date" }

// Set refuses what is no date.
func (d *day) Set(s string) error {
	if !model.Date(s).Valid() {
		return errors.New("it is a day such as 2018-01-31")
	}
	d.value = model.Date(s)
	return nil
}

// code is a flag that takes a code of the model: a region, a role, an action.
type code struct {
	value string
	kind  string // what it is a code of, as in the keys of phrases
	hint  string // what tells the codes
}

func (c *code) String() string { return c.value }
func (c *code) Type() string   { return "code" }

// Set refuses codes that the model does not have: nothing would be found, and a slip of the
// hand would look like an answer.
func (c *code) Set(s string) error {
	if !phrase.Known(c.kind + "." + s) {
		return fmt.Errorf("no %s has this code; %s", c.kind, c.hint)
	}
	c.value = s
	return nil
}

// regionCode is a region's code, in small letters too.
type regionCode struct{ code }

func (r *regionCode) Set(s string) error { return r.code.Set(strings.ToUpper(s)) }

// regionFlag is --region: all regions where it is not given.
func regionFlag(cmd *cobra.Command) *regionCode {
	region := &regionCode{code{kind: "region", hint: "KZ-39 is Kostanay, KZ the republic: the codes are those of ISO 3166-2"}}
	cmd.Flags().Var(region, "region", "only acts of this region, an ISO 3166-2 `code` such as KZ-39")
	return region
}
