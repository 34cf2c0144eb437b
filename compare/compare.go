// Package compare tells what one region does differently from another for the same
// service. The answer is a list of typed differences, each with the places it was read
// from, so that differences can be counted, filtered and checked.
//
// The order of work is the order of the files: service.go pairs the regulations of two
// acts, process.go pairs the procedures of two regulations, align.go pairs their steps,
// difference.go and the files after it say how what was paired differs.
//
// Whatever is compared by codes (roles, actions, durations, channels) is compared
// between languages too; words are compared only where both texts are in one language.
package compare

import (
	"fmt"
	"io"
	"slices"

	"reglament/compare/catalogue"
	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
)

// Schema names this version of the JSON form of a Result.
const Schema = "reglament.comparison/3"

// Act is one whole document to compare.
type Act struct {
	Label     string          // what tables and sentences call this side
	Document  *model.Document // never nil
	Canonical string          // the text that the spans of Document point into
	Gaps      []corpus.Gap    // what Document has no text of
}

// Side is one regulation to compare, with the act that it stands in.
type Side struct {
	Act
	Regulation *model.Regulation // never nil
}

// Result is everything that differs between two regulations of a service.
type Result struct {
	Schema      string                  `json:"schema"`
	A           SideInfo                `json:"a"`
	B           SideInfo                `json:"b"`
	Service     ServiceMatch            `json:"service"`
	Processes   model.List[ProcessPair] `json:"processes"`
	Differences model.List[Difference]  `json:"differences"` // regulation as a whole first, then in the order of Processes
	Counts      map[Kind]int            `json:"counts"`      // differences by kind; kinds that do not occur are left out
	Severities  map[Severity]int        `json:"severities"`
	Remarks     model.List[Remark]      `json:"remarks"` // what limits the comparison
}

// Remark is what to mind when reading a comparison or a part of it.
type Remark struct {
	Message string        `json:"message"` // in English
	Reason  model.Message `json:"reason"`  // the same for any language
}

func remark(why model.Message) Remark { return Remark{phrase.English.Tell(why), why} }

// SideInfo says what was compared, and its figures.
type SideInfo struct {
	Label        string                 `json:"label"`
	Key          model.Text             `json:"key"`
	Language     model.Language         `json:"language"`
	Region       model.Region           `json:"region"`
	Adopted      model.Date             `json:"adopted"`
	Index        int                    `json:"index"` // of the regulation in its act
	Service      string                 `json:"service"`
	Ways         model.List[WayTotals]  `json:"ways"`         // to the service, in the order of the text
	Participants model.List[model.Role] `json:"participants"` // distinct roles in all procedures
}

// ServiceMatch says how the services of two regulations hang together.
type ServiceMatch struct {
	Score    float64            `json:"score"`    // from 0 to 1
	Relation catalogue.Relation `json:"relation"` // same, renamed, split; empty where they are not one service
	Code     string             `json:"code"`     // in the catalogue; empty where it has no such service
	Why      string             `json:"why"`
	Remarks  model.List[Remark] `json:"remarks"` // the doubts there are about the match
}

// Regulations compares two regulations. Neither side is changed.
func Regulations(a, b Side) *Result { return With{}.Regulations(a, b) }

// Regulations is the function Regulations with another catalogue.
func (w With) Regulations(a, b Side) *Result {
	return regulations(a, b, w.Match(a.Regulation.Service, a.Document.Act.Language, b.Regulation.Service, b.Document.Act.Language))
}

func regulations(a, b Side, service ServiceMatch) *Result {
	r := &Result{Schema: Schema, A: info(a), B: info(b), Service: service, Remarks: slices.Clone(service.Remarks)}
	if !sameLanguage(a, b) {
		r.Remarks = append(r.Remarks, remark(phrase.TwoLanguages.Of()))
	}
	c := comparison{a: a, b: b, sameLanguage: sameLanguage(a, b)}
	r.Remarks = append(r.Remarks, c.unknown()...)
	c.regulation()
	c.processes()
	c.provisions()
	c.known()
	r.Processes, r.Differences = c.pairs, c.differences
	r.finish()
	return r
}

func sameLanguage(a, b Side) bool { return a.Document.Act.Language == b.Document.Act.Language }

func info(s Side) SideInfo {
	i := SideInfo{
		Label:    s.Label,
		Key:      s.Document.Act.Key,
		Language: s.Document.Act.Language,
		Adopted:  s.Document.Act.Adopted,
		Index:    s.Regulation.Index,
		Service:  s.Regulation.Service,
		Ways:     wayTotals(s.Regulation, s.Document.Act.Language), Participants: participants(s.Regulation),
	}
	if s.Document.Act.Issuer != nil {
		i.Region = s.Document.Act.Issuer.Region
	}
	return i
}

// comparison gathers what Regulations finds.
type comparison struct {
	a, b         Side
	sameLanguage bool
	pairs        []ProcessPair
	differences  []Difference

	hiddenA, hiddenB []model.Span // see unknown
}

func (c *comparison) add(d Difference) { c.differences = append(c.differences, d) }

// finish brings differences and steps into their order, writes the sentences and counts.
// All of it depends only on what was found, not on which side came first.
func (r *Result) finish() {
	sortDifferences(r.Differences, r.row)
	r.Counts, r.Severities = map[Kind]int{}, map[Severity]int{}
	for i := range r.Differences {
		d := &r.Differences[i]
		d.A.Label, d.B.Label = phrase.English.Tell(d.A.Place), phrase.English.Tell(d.B.Place)
		d.Message = d.Sentence(r.A.Label, r.B.Label)
		r.Counts[d.Kind]++
		r.Severities[d.Severity]++
	}
}

// WriteJSON writes the result as one indented JSON object.
func WriteJSON(w io.Writer, r *Result) error {
	if err := model.NewIndentedEncoder(w).Encode(r); err != nil {
		return fmt.Errorf("comparison of %s and %s: %w", r.A.Label, r.B.Label, err)
	}
	return nil
}
