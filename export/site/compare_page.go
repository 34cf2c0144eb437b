package site

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"reglament/compare"
	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
)

func (p *page) compare() error {
	var sides []string
	for _, s := range p.r.URL.Query()["side"] {
		if s = strings.TrimSpace(s); s != "" && !slices.Contains(sides, s) {
			sides = append(sides, s)
		}
	}
	p.Nav, p.Title = "compare", p.T("compare.title")
	switch {
	case len(sides) < 2:
		return p.pick(sides)
	case len(sides) > mostSides:
		return fault{status: http.StatusBadRequest, detail: p.T("compare.pick.how")}
	}
	var chosen []corpus.Selected
	for _, side := range sides {
		one, err := p.selectSide(p.r.Context(), side)
		if err != nil {
			return err
		}
		chosen = append(chosen, one)
	}
	if len(chosen) > 2 {
		return p.matrix(chosen)
	}
	return p.pair(chosen[0], chosen[1], sides)
}

// selectSide finds what a side names in the corpus, and there only: a visitor may not
// name files of the server.
func (p *page) selectSide(ctx context.Context, text string) (corpus.Selected, error) {
	side, err := corpus.ParseSide(text)
	if err != nil {
		return corpus.Selected{}, fault{status: http.StatusBadRequest, detail: err.Error(), err: err}
	}
	if side.ID == "" && side.Key == "" {
		return corpus.Selected{}, fault{status: http.StatusBadRequest, detail: p.T("compare.no_side", text)}
	}
	side.Path, side.Text = "", ""
	found, err := corpus.Select(ctx, p.site.options.Store, side, func(string) (*model.Document, string, error) {
		return nil, "", corpus.ErrNotFound
	}, p.site.shelf.compose)
	switch {
	case errors.Is(err, corpus.ErrNotFound):
		return corpus.Selected{}, fault{status: http.StatusNotFound, detail: text, err: err}
	case err != nil && ctx.Err() != nil:
		return corpus.Selected{}, err
	case err != nil:
		return corpus.Selected{}, fault{status: http.StatusNotFound, detail: p.Tell(phrase.Why(err)), err: err}
	}
	return found[0], nil
}

// sideName is what a side is called: its act, and the day that its text is of.
func (p *page) sideName(s corpus.Selected) string {
	act, _ := corpus.Identity(s.Document)
	name := cmp.Or(p.ActName(act.Region, act.Number, act.Adopted), s.Label)
	if s.Day != "" {
		return p.T("side.on", name, p.Date(s.Day))
	}
	return name
}

// sideOf names a regulation of a side, on its day, as sides are named.
func sideOf(s corpus.Selected, regulation int) string {
	act, _ := corpus.Identity(s.Document)
	out := act.Key + "#" + strconv.Itoa(regulation)
	if s.Day != "" {
		out += "@" + string(s.Day)
	}
	return out
}

// placeIn is the address of a place in the text of a side. A text that was put together
// stands on the page of the comparison only.
func (p *page) placeIn(s corpus.Selected, at model.Span) string {
	if s.Together {
		return "#texts"
	}
	act, _ := corpus.Identity(s.Document)
	return p.SpanLink(act.Key, s.Edition, at)
}

// doubtsOf are what is not certain of the texts of sides.
func (p *page) doubtsOf(sides ...corpus.Selected) []string {
	var out []string
	for _, s := range sides {
		for _, m := range s.Warnings {
			out = append(out, p.sideName(s)+": "+p.Tell(m))
		}
	}
	return out
}

func actOf(s corpus.Selected) compare.Act {
	return compare.Act{Label: s.Label, Document: s.Document, Canonical: s.Canonical, Gaps: s.Gaps}
}
