package life

import (
	"cmp"
	"context"
	"slices"

	"reglament/corpus"
	"reglament/model"
)

// Wording says since when a regulation, or a point of one, reads as it does in a text.
type Wording struct {
	Regulation int              `json:"regulation"` // Regulation.Index, 0 for the act's own part
	Service    string           `json:"service"`
	Point      model.Text       `json:"point"` // "" for the regulation as a whole
	Target     model.TargetKind `json:"target"`
	Action     model.NoteAction `json:"action"` // "" for the wording of the adoption
	By         string           `json:"by"`     // key of the act that gave it the wording
	Since      model.Date       `json:"since"`  // day on which that act was adopted
	Span       model.Span       `json:"span"`   // of the note that says so
	Text       string           `json:"text"`
}

// Wordings tells of an edition since when each regulation reads as it does, and each
// point that a note speaks of: in the order of the text, the whole before its points,
// the newest last.
func (a *Archive) Wordings(ctx context.Context, edition int64) ([]Wording, error) {
	d, err := a.document(ctx, edition)
	if err != nil {
		return nil, err
	}
	return wordings(d), nil
}

func wordings(d *document) []Wording {
	var out []Wording
	own, _ := corpus.Identity(d.Document)
	out = append(out, notes(d, own, 0, "")...)
	for _, g := range d.Regulations {
		out = append(out, notes(d, own, g.Index, g.Service)...)
	}
	return out
}

// notes are the wordings of one regulation, or of the act's own part.
func notes(d *document, own corpus.Act, regulation int, service string) []Wording {
	whole := Wording{Regulation: regulation, Service: service, Target: model.TargetRegulation, By: own.Key, Since: own.Adopted}
	if regulation == 0 {
		whole.Target = model.TargetAct
	}
	var parts []Wording
	for _, n := range d.Act.Notes {
		at := d.About(n.Target)
		if at != regulation || n.Action == model.NoteEditorial || n.Target.Kind == model.TargetAct && ends(n.Action) {
			continue
		}
		by, _ := corpus.Named(n.By, corpus.RefNote, own.Region)
		w := Wording{regulation, service, n.Target.Number, n.Target.Kind, n.Action, by.Key, by.Adopted, n.Span, n.Span.Of(d.canonical)}
		if n.Action == model.NoteNewEdition && (n.Target.Kind == model.TargetRegulation || n.Target.Kind == model.TargetAct || n.Target.Regulation == nil && at != 0) {
			if w.Since >= whole.Since {
				whole = w
			}
			continue
		}
		parts = append(parts, w)
	}
	slices.SortStableFunc(parts, func(x, y Wording) int {
		return cmp.Or(corpus.CompareNumbers(string(x.Point), string(y.Point)), cmp.Compare(x.Since, y.Since))
	})
	return append([]Wording{whole}, parts...)
}
