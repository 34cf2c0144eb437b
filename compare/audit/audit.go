// Package audit finds contradictions inside one regulation: what it says in one place and
// says otherwise in another. Every contradiction quotes the places that do not agree.
//
// Each kind of contradiction is one file; wordings are in table.go.
package audit

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

// Schema names this version of the JSON form of a Report.
const Schema = "reglament.audit/1"

// Code is the kind of a contradiction.
type Code string

// The kinds of contradictions.
const (
	TermConflict        Code = "term_conflict"      // two descriptions of one procedure give a step different terms
	TermMissing         Code = "term_missing"       // a step without a term among steps with terms
	PartyConflict       Code = "party_conflict"     // two descriptions name different parties in one step
	StepUntold          Code = "step_untold"        // a step that only one of two descriptions has
	SchemeConflict      Code = "scheme_conflict"    // the scheme in an annex gives a step another term
	LimitExceeded       Code = "limit_exceeded"     // the steps take longer than the stated limit
	ActorUnlisted       Code = "actor_unlisted"     // acts and is not in the list of participants
	ActorIdle           Code = "actor_idle"         // is in the list and never acts
	ActorTwice          Code = "actor_twice"        // is in the list twice
	ResultCount         Code = "result_count"       // more or fewer results than steps
	ResultOrder         Code = "result_order"       // results in another order than the steps
	ResultMismatch      Code = "result_mismatch"    // another document or deed than that of the step or the service
	RefusalUnstated     Code = "refusal_unstated"   // a step can end in a refusal, the stated result cannot
	RefusalUnprepared   Code = "refusal_unprepared" // the stated result can be a refusal, no step prepares one
	ReferenceMissing    Code = "reference_missing"  // a point or annex that is not there
	Numbering           Code = "numbering"          // a number out of its order
	CheckWithoutRefusal Code = "check_without_refusal"
	ShortNameUnknown    Code = "short_name_unknown"  // used and never introduced
	ShortNameTwice      Code = "short_name_twice"    // introduced twice
	ShortNameConflict   Code = "short_name_conflict" // two short names for one thing
	ShortNameUnused     Code = "short_name_unused"   // introduced and never used
	FormConflict        Code = "form_conflict"       // form, automation and ways to apply do not agree
	NameConflict        Code = "name_conflict"       // the service is named otherwise in another place
	StandardConflict    Code = "standard_conflict"   // the standard's act has another number in another regulation
	AddressConflict     Code = "address_conflict"    // the portal's address is spelt in two ways
)

// Place is one of the places that do not agree.
type Place struct {
	Label string        `json:"label"` // in English: "point 5, step 4"
	Name  model.Message `json:"name"`  // the same for any language
	Quote string        `json:"quote"` // canonical text at Span
	Span  model.Span    `json:"span"`  // the whole place that was searched, where something is missing
}

// Contradiction is one disagreement of a regulation with itself.
type Contradiction struct {
	Code       Code              `json:"code"`
	Severity   model.Severity    `json:"severity"`
	Regulation int               `json:"regulation"` // Regulation.Index
	Service    string            `json:"service"`
	Message    string            `json:"message"` // a sentence in English; the act's words stay as they are
	Reason     model.Message     `json:"reason"`  // the same for any language
	Places     model.List[Place] `json:"places"`
}

// Report is what was found in one act.
type Report struct {
	Schema         string                    `json:"schema"`
	Label          string                    `json:"label"`
	Key            model.Text                `json:"key"`
	Contradictions model.List[Contradiction] `json:"contradictions"` // by regulation, then by place
	Counts         map[Code]int              `json:"counts"`         // codes that do not occur are left out
}

// Document audits every regulation of an act. canonical is the text that its spans point
// into.
func Document(label string, d *model.Document, canonical string) *Report {
	var all []*model.Regulation
	for i := range d.Regulations {
		all = append(all, &d.Regulations[i])
	}
	return Regulations(label, d, canonical, all)
}

// Regulations audits some regulations of an act. Contradictions are found by wordings of
// Kazakh and Russian; a text in neither has none.
func Regulations(label string, d *model.Document, canonical string, some []*model.Regulation) *Report {
	r := &Report{Schema: Schema, Label: label, Key: d.Act.Key, Counts: map[Code]int{}}
	table := tables[d.Act.Language]
	if table == nil {
		return r
	}
	for _, g := range some {
		c := &check{doc: d, canonical: canonical, r: g, table: table, lang: lang.For(d.Act.Language), text: g.Span.Of(canonical)}
		for _, f := range checks {
			f(c)
		}
		slices.SortStableFunc(c.found, func(x, y Contradiction) int {
			return cmp.Or(cmp.Compare(first(x), first(y)), cmp.Compare(x.Code, y.Code))
		})
		r.Contradictions = append(r.Contradictions, c.found...)
	}
	for _, c := range r.Contradictions {
		r.Counts[c.Code]++
	}
	return r
}

// first is where a contradiction begins in the text.
func first(c Contradiction) int {
	at := -1
	for _, p := range c.Places {
		if at < 0 || p.Span[0] < at {
			at = p.Span[0]
		}
	}
	return at
}

// checks are all kinds of contradictions that are looked for.
var checks = []func(*check){
	(*check).descriptions, (*check).terms, (*check).scheme, (*check).limits, (*check).actors,
	(*check).results, (*check).documents, (*check).refusals, (*check).references, (*check).numbers,
	(*check).branches, (*check).shortNames, (*check).forms, (*check).names, (*check).standards, (*check).addresses,
}

// check audits one regulation.
type check struct {
	doc       *model.Document
	canonical string
	r         *model.Regulation
	text      string // of the regulation
	table     *table
	lang      *lang.Tables
	found     []Contradiction
}

func (c *check) add(code Code, severity model.Severity, why model.Message, places ...Place) {
	c.found = append(c.found, Contradiction{Code: code, Severity: severity, Regulation: c.r.Index, Service: c.r.Service, Message: phrase.English.Tell(why), Reason: why, Places: places})
}

func (c *check) place(name model.Message, span model.Span) Place {
	return Place{Label: phrase.English.Tell(name), Name: name, Quote: strings.TrimSpace(span.Of(c.canonical)), Span: span}
}

// at is a place given by offsets into the text of the regulation.
func (c *check) at(name model.Message, loc []int) Place {
	from := c.r.Span[0]
	return c.place(name, model.Span{from + loc[0], from + loc[1]})
}

// inPoint is such a place, named by the point that it is in.
func (c *check) inPoint(loc []int) Place { return c.at(c.pointLabel(c.r.Span[0]+loc[0]), loc) }

// processes are the descriptions of some kinds.
func (c *check) processes(kinds ...model.ProcessKind) []*model.Process {
	var out []*model.Process
	for i := range c.r.Processes {
		if slices.Contains(kinds, c.r.Processes[i].Kind) {
			out = append(out, &c.r.Processes[i])
		}
	}
	return out
}

// stepLabel names a step as the text does: "point 5, step 2", "point 10, 3-процесс".
func stepLabel(p *model.Process, i int) model.Message {
	return phrase.List(processLabel(p), phrase.StepName(p, i))
}

func processLabel(p *model.Process) model.Message {
	names := []model.Message{phrase.Point.Of(p.Point)}
	for _, v := range p.Variant {
		names = append(names, phrase.Words.Of(v))
	}
	return phrase.List(names...)
}

// pointLabel names the point in which an offset lies.
func (c *check) pointLabel(at int) model.Message {
	for _, s := range c.r.Sections {
		for _, p := range s.Points {
			if p.Number != "" && p.Span[0] <= at && at < p.Span[1] {
				return phrase.Point.Of(p.Number)
			}
		}
	}
	for _, a := range c.r.Annexes {
		if a.Span[0] <= at && at < a.Span[1] {
			if a.Number == "" {
				return phrase.SoleAnnex.Of()
			}
			return phrase.Annex.Of(a.Number)
		}
	}
	return phrase.Regulation.Of(c.r.Index)
}

// WriteJSON writes reports as one indented JSON list.
func WriteJSON(w io.Writer, reports []*Report) error {
	if err := model.NewIndentedEncoder(w).Encode(model.List[*Report](reports)); err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	return nil
}
