package corpus

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"reglament/corpus/search"
	"reglament/model"
	"reglament/parse/lang"
)

// Query is what Store.Search looks for. Every word of Text has to occur, whatever its
// ending, in one regulation or in the act's own part; an empty field lets every one
// pass. One of Text, Service, Role and Action has to be given.
type Query struct {
	Text     string
	Region   model.Region
	Language model.Language
	Service  string // a part of the name of the regulation's service, see MatchService
	Names    Names  // or one of these as its name
	Status   model.Status

	// On keeps to the texts of this date: the newest wording that is not later, of acts
	// that had not ended by then. Empty: the newest wording that there is.
	On model.Date

	// A regulation passes if one of its steps has both; what is shown of it is these
	// steps.
	Role   model.Role
	Action model.Action

	Limit int // 0: DefaultLimit
}

// Check refuses a query that asks for nothing or for a day that is none.
func (q Query) Check() error { return q.check(search.Parse(q.Text)) }

func (q Query) check(text search.Query) error {
	if len(text.Words) == 0 && q.Service == "" && q.Role == "" && q.Action == "" {
		return fmt.Errorf("the query %q has no word to look for", q.Text)
	}
	if q.On != "" && !q.On.Valid() {
		return fmt.Errorf("%q is no date of the form YYYY-MM-DD", q.On)
	}
	return nil
}

// DefaultLimit is how many hits a search gives.
const DefaultLimit = 20

// Hit is a regulation, or an act's own part, that a search found.
type Hit struct {
	Key        string         `json:"key"`
	Edition    int64          `json:"edition"`
	Language   model.Language `json:"language"`
	Regulation int            `json:"regulation"` // Regulation.Index, 0 for the act's own part
	Service    model.Text     `json:"service"`    // of the regulation
	Title      model.Text     `json:"title"`      // of the act
	Region     model.Region   `json:"region"`
	Adopted    model.Date     `json:"adopted"`
	Number     model.Text     `json:"number"`
	Status     model.Status   `json:"status"` // of the act, by all its texts
	Source     string         `json:"source"` // name of the file that was searched

	// Score is higher for better hits; it can be compared within one answer only.
	Score    float64             `json:"score"`
	Passages model.List[Passage] `json:"passages"` // in the order of the text, at most MaxPassages
}

// MaxPassages is how many places of a hit are shown.
const MaxPassages = 3

// Passage is a paragraph or a step that has words of the query.
type Passage struct {
	Text       string                 `json:"text"`
	Span       model.Span             `json:"span"`       // in the canonical text of the edition
	Highlights model.List[model.Span] `json:"highlights"` // in Text: the words that were found
}

// Lookup is a query as an adapter answers it: parts by rising id, the newest first.
type Lookup struct {
	Terms  [][]string // a part has one term of each
	Status model.Status
	On     model.Date // see Query.On
	Above  int64      // only ids over it
	Limit  int
}

// Candidate is a part that an adapter found.
type Candidate struct {
	ID       int64
	Language model.Language
	Status   model.Status // of the act
	Sketch   []byte
}

// Shown is a part with what is shown of it.
type Shown struct {
	ID      int64
	Content []byte // Service and Passages of the hit are in it
	Hit     Hit    // without Service, Score and Passages
}

// Index is what an adapter does of a search.
type Index interface {
	// Services returns the tags of the services whose folded name contains a text.
	Services(ctx context.Context, folded string) ([]string, error)

	// Find returns the parts that a lookup asks for, by rising id.
	Find(ctx context.Context, l Lookup) ([]Candidate, error)

	// Show returns parts in any order.
	Show(ctx context.Context, ids []int64) ([]Shown, error)
}

// pool is how many parts are looked at closely for one answer.
const pool = 60

// Search answers a query out of an index. Parts whose title or service has every word
// come first, then others, of both the newest acts; pool of them are ranked by where
// their words stand, and only what is then shown is read.
func Search(ctx context.Context, index Index, q Query) ([]Hit, error) {
	query := search.Parse(q.Text)
	if err := q.check(query); err != nil {
		return nil, err
	}
	limit := q.Limit
	if limit <= 0 {
		limit = DefaultLimit
	}
	look := Lookup{Status: q.Status, On: q.On, Above: math.MinInt64, Limit: max(limit, pool)}
	if q.On != "" {
		look.Above = afterDay(q.On)
	}
	filters, err := filterTerms(ctx, index, q)
	if err != nil || filters == nil {
		return nil, err
	}
	look.Terms = slices.Concat(filters, wordTerms(query, q.Language, ""))
	found, err := index.Find(ctx, look)
	if err != nil {
		return nil, err
	}
	if len(found) == look.Limit && len(query.Words) > 0 { // there may be better ones than these
		look.Terms = slices.Concat(filters, wordTerms(query, q.Language, headTerm))
		named, err := index.Find(ctx, look)
		if err != nil {
			return nil, err
		}
		found = merge(named, found, look.Limit)
	}
	best, err := rank(query, found, limit)
	if err != nil {
		return nil, err
	}
	return show(ctx, index, query, q, best)
}

// merge returns up to limit candidates, the first ones first.
func merge(first, then []Candidate, limit int) []Candidate {
	if len(first) == 0 {
		return then
	}
	known := map[int64]bool{}
	for _, c := range first {
		known[c.ID] = true
	}
	for _, c := range then {
		if !known[c.ID] {
			first = append(first, c)
		}
	}
	return first[:min(len(first), limit)]
}

// filterTerms are the terms of everything but the words; nil where nothing can pass.
func filterTerms(ctx context.Context, index Index, q Query) ([][]string, error) {
	out := [][]string{}
	for _, t := range []struct{ kind, value string }{
		{regionTerm, string(q.Region)}, {languageTerm, string(q.Language)},
	} {
		if t.value != "" {
			out = append(out, []string{t.kind + t.value})
		}
	}
	switch {
	case q.Role != "" && q.Action != "":
		out = append(out, []string{doneByTerm + string(q.Role) + "/" + string(q.Action)})
	case q.Role != "":
		out = append(out, []string{roleTerm + string(q.Role)})
	case q.Action != "":
		out = append(out, []string{actionTerm + string(q.Action)})
	}
	if q.Service != "" {
		folded := lang.FoldName(q.Service)
		if folded == "" {
			return nil, nil // quotation marks: no name has them, once folded
		}
		tags, err := index.Services(ctx, folded)
		if err != nil {
			return nil, err
		}
		for name := range strings.SplitSeq(string(q.Names), "\n") {
			if folded := lang.FoldName(name); folded != "" {
				tags = append(tags, serviceTag(folded))
			}
		}
		if len(tags) == 0 {
			return nil, nil
		}
		slices.Sort(tags)
		out = append(out, slices.Compact(tags))
	}
	return out, nil
}

func wordTerms(query search.Query, l model.Language, kind string) [][]string {
	var out [][]string
	for _, w := range query.Words {
		var stems []string
		if l != model.Russian {
			stems = append(stems, kind+w.Kazakh)
		}
		if l != model.Kazakh && !slices.Contains(stems, kind+w.Russian) {
			stems = append(stems, kind+w.Russian)
		}
		out = append(out, stems)
	}
	return out
}

// Weights of a score. A word in the name of the service or the title says what a text is
// about; words that stand together in one paragraph, and near each other, belong together;
// an act in force is asked for more often than one that has ended.
const (
	weightHead    = 3
	weightPassage = 2
	weightInForce = 0.5
)

// ranked is a candidate and how well it answers.
type ranked struct {
	Candidate
	score float64
	best  []int // the numbers of the paragraphs to show, see places
}

// rank returns the best candidates. Of those that are equally good the newest come first,
// and of one act the first regulation.
func rank(query search.Query, found []Candidate, limit int) ([]ranked, error) {
	out := make([]ranked, 0, len(found))
	for _, c := range found {
		r, err := c.rank(query)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(dayOfPart(b.ID), dayOfPart(a.ID)), cmp.Compare(b.ID, a.ID))
	})
	return out[:min(len(out), limit)], nil
}

// rank scores a candidate by where the words of the query stand in its sketch, and finds its
// best paragraphs. An error is of a damaged sketch.
func (c Candidate) rank(query search.Query) (ranked, error) {
	r := ranked{Candidate: c}
	// The part may have been found by the stem that a word has in the other language: "Искаков"
	// is one in Kazakh, and what is left of "Искакова" in Russian.
	words := len(query.Words)
	stems := make([]uint32, 2*words)
	for i, w := range query.Words {
		stems[i], stems[words+i] = hashStem(w.Stem(c.Language)), hashStem(w.OtherStem(c.Language))
	}
	type scored struct {
		paragraph int
		score     float64
	}
	head, passages := 0, []scored(nil)
	if !places(c.Sketch, stems, func(n int, of []place) {
		for i := range of {
			of[i].word %= words
		}
		if n == 0 {
			head = distinct(of, make([]int, words))
			return
		}
		passages = append(passages, scored{n, together(of, words)})
	}) {
		return r, fmt.Errorf("what is searched of part %d is damaged", c.ID)
	}
	slices.SortStableFunc(passages, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	if n := float64(words); n > 0 {
		r.score = weightHead * float64(head) / n
		if len(passages) > 0 {
			r.score += weightPassage * passages[0].score / (n + 1)
		}
	}
	if c.Status == model.InForce {
		r.score += weightInForce
	}
	r.score = math.Round(r.score*1000) / 1000
	for _, p := range passages[:min(len(passages), MaxPassages)] {
		r.best = append(r.best, p.paragraph)
	}
	slices.Sort(r.best)
	return r, nil
}

// show makes hits of the parts that were found best.
func show(ctx context.Context, index Index, query search.Query, q Query, best []ranked) ([]Hit, error) {
	if len(best) == 0 {
		return nil, nil
	}
	ids := make([]int64, len(best))
	place := map[int64]int{}
	for i, r := range best {
		ids[i], place[r.ID] = r.ID, i
	}
	parts, err := index.Show(ctx, ids)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(best))
	for _, p := range parts {
		h := p.Hit
		r := best[place[p.ID]]
		h.Score = r.score
		content, steps, err := unpackPart(p.Content)
		h.Service = model.Text(content.Service)
		switch {
		case err != nil:
		case q.Role != "" || q.Action != "":
			h.Passages, err = content.done(query, h.Language, q, steps)
		default:
			h.Passages, err = content.passages(query, h.Language, r.best)
		}
		if err != nil {
			return nil, fmt.Errorf("what is searched of %s is damaged: %w", h.Key, err)
		}
		hits[place[p.ID]] = h
	}
	return hits, nil
}

// passages are paragraphs by their numbers, see places.
func (c *partContent) passages(query search.Query, l model.Language, numbers []int) ([]Passage, error) {
	var out []Passage
	for n, p := range c.paragraphs() {
		if len(out) == len(numbers) {
			return out, nil
		}
		if n == numbers[len(out)] {
			out = append(out, passage(query, l, p.text, p.start))
		}
	}
	if len(out) < len(numbers) {
		return nil, errPart
	}
	return out, nil
}

// done are the steps of which the role and the action are asked for: of many, those with
// most words of the query.
func (c *partContent) done(query search.Query, l model.Language, q Query, steps string) ([]Passage, error) {
	if err := json.Unmarshal([]byte(steps), &c.Steps); err != nil {
		return nil, err
	}
	var out []Passage
	for _, s := range c.Steps {
		if s.is(q) {
			if text, ok := c.at(s.Span); ok {
				out = append(out, passage(query, l, text, s.Span[0]))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Passage) int { return cmp.Compare(len(b.Highlights), len(a.Highlights)) })
	out = out[:min(len(out), MaxPassages)]
	slices.SortFunc(out, func(a, b Passage) int { return cmp.Compare(a.Span[0], b.Span[0]) })
	return out, nil
}

// passage is a text that begins at start of the canonical text.
func passage(query search.Query, l model.Language, text string, start int) Passage {
	return Passage{Text: text, Span: model.Span{start, start + len(text)}, Highlights: query.Find(text, l)}
}
