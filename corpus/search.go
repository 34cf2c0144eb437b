package corpus

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"reglament/corpus/search"
	"reglament/model"
)

// Query is what Store.Search looks for. Every word of Text has to occur, whatever its
// ending, in one regulation or in the act's own part; an empty field lets every one
// pass. One of Text, Service, Role and Action has to be given.
type Query struct {
	Text     string
	Region   model.Region
	Language model.Language
	Service  string // a part of the name of the regulation's service, see MatchService
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
func (q Query) Check() error {
	if len(search.Parse(q.Text).Words) == 0 && q.Service == "" && q.Role == "" && q.Action == "" {
		return fmt.Errorf("the query %q has no word to look for", q.Text)
	}
	if q.On != "" && !validDate(string(q.On)) {
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

// Part is what is found as one: a regulation, or what an act says outside its
// regulations. Its terms are all that an adapter needs to index.
type Part struct {
	Regulation int // Regulation.Index, 0 for the act's own part
	Terms      []string
	Content    []byte // see partContent; packed
	Service    string // folded name, empty where there is none
	ServiceTag string // the term that stands for Service
}

// partContent is what passages are cut from without reading the whole act.
type partContent struct {
	partHead
	Steps []partStep
	text  []string // of Slices
}

// partHead is a line of JSON, the steps are a second one, which most searches need not
// read, and the rest is the text of the slices, one after another as it is.
type partHead struct {
	Service string       `json:"service,omitempty"`
	Title   string       `json:"title,omitempty"`
	Slices  []model.Span `json:"slices"` // of the canonical text
}

type partStep struct {
	Span    model.Span     `json:"span"`
	Roles   []model.Role   `json:"roles,omitempty"`
	Actions []model.Action `json:"actions,omitempty"`
}

// Terms are words' stems as they are, and these with something before them.
const (
	headTerm     = "h:" // a stem that the title or the service's name has
	regionTerm   = "r:"
	languageTerm = "l:"
	serviceTerm  = "s:" // see serviceTag
	roleTerm     = "o:"
	actionTerm   = "a:"
	doneByTerm   = "d:" // a step's role and action together
)

// maxParts bounds the number in a part's id.
const maxParts = 10_000

// parts cuts a document into what can be found.
func parts(d *model.Document, act Act, canonical string) ([]Part, error) {
	if len(d.Regulations) >= maxParts {
		return nil, fmt.Errorf("%s: %d regulations were read, which no act has", d.Source.Name, len(d.Regulations))
	}
	stemmer := search.NewStemmer(d.Act.Language)
	own := partContent{partHead: partHead{Title: string(d.Act.Title)}}
	at := 0
	var out []Part
	for i := range d.Regulations {
		g := &d.Regulations[i]
		start, end := clamp(g.Span, at, len(canonical))
		own.add(at, canonical[at:start])
		at = end
		c := partContent{partHead: partHead{Service: g.Service}}
		c.add(start, canonical[start:end])
		for _, p := range g.Processes {
			for _, s := range p.Steps {
				c.Steps = append(c.Steps, partStep{s.Span, s.Roles, s.Actions})
			}
		}
		out = append(out, c.part(stemmer, d, act, g.Index))
	}
	own.add(at, canonical[at:])
	return append([]Part{own.part(stemmer, d, act, 0)}, out...), nil
}

// clamp keeps a span within [from, to].
func clamp(s model.Span, from, to int) (start, end int) {
	start = min(max(s[0], from), to)
	return start, min(max(s[1], start), to)
}

func (c *partContent) add(start int, text string) {
	if strings.TrimSpace(text) != "" {
		c.Slices = append(c.Slices, model.Span{start, start + len(text)})
		c.text = append(c.text, text)
	}
}

func (c *partContent) pack() []byte {
	var b bytes.Buffer
	for _, v := range []any{c.partHead, c.Steps} {
		line, err := json.Marshal(v)
		if err != nil { // strings, numbers and lists can always be written
			panic(err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	for _, t := range c.text {
		b.WriteString(t)
	}
	return Pack(b.Bytes())
}

var errPart = errors.New("its lines are not those of a part")

func unpackPart(packed []byte, steps bool) (c partContent, err error) {
	raw, err := Unpack(packed)
	if err != nil {
		return c, err
	}
	head, rest, _ := bytes.Cut(raw, []byte{'\n'})
	list, text, ok := bytes.Cut(rest, []byte{'\n'})
	if !ok {
		return c, errPart
	}
	if err := json.Unmarshal(head, &c.partHead); err != nil {
		return c, err
	}
	if steps {
		if err := json.Unmarshal(list, &c.Steps); err != nil {
			return c, err
		}
	}
	all, at := string(text), 0
	for _, s := range c.Slices {
		n := s[1] - s[0]
		if n < 0 || at+n > len(all) {
			return c, errPart
		}
		c.text = append(c.text, all[at:at+n])
		at += n
	}
	return c, nil
}

func (c *partContent) part(stemmer *search.Stemmer, d *model.Document, act Act, regulation int) Part {
	terms := map[string]bool{languageTerm + string(d.Act.Language): true}
	if act.Region != "" {
		terms[regionTerm+string(act.Region)] = true
	}
	for _, text := range c.text {
		search.Words(text, func(word string, _ int) { terms[stemmer.Stem(word)] = true })
	}
	for _, head := range []string{c.Title, c.Service} {
		search.Words(head, func(word string, _ int) {
			stem := stemmer.Stem(word)
			terms[stem], terms[headTerm+stem] = true, true
		})
	}
	for _, s := range c.Steps {
		for _, r := range s.Roles {
			terms[roleTerm+string(r)] = true
			for _, a := range s.Actions {
				terms[doneByTerm+string(r)+"/"+string(a)] = true
			}
		}
		for _, a := range s.Actions {
			terms[actionTerm+string(a)] = true
		}
	}
	p := Part{Regulation: regulation, Service: FoldService(c.Service)}
	if p.Service != "" {
		p.ServiceTag = serviceTag(p.Service)
		terms[p.ServiceTag] = true
	}
	for t := range terms {
		p.Terms = append(p.Terms, t)
	}
	slices.Sort(p.Terms)
	p.Content = c.pack()
	return p
}

func serviceTag(folded string) string {
	sum := sha256.Sum256([]byte(folded))
	return serviceTerm + hex.EncodeToString(sum[:8])
}

// PartID is the number under which an adapter keeps a part of a source. Parts of newer
// acts have higher numbers, so that a search can begin with them.
func PartID(adopted model.Date, source int64, regulation int) int64 {
	return firstID(adopted) + source*maxParts + int64(regulation)
}

// firstID is the least id of a part of acts adopted on a date, or of acts whose date
// is unknown.
func firstID(date model.Date) int64 {
	const sources = 1_000_000_000
	day, err := time.Parse(time.DateOnly, string(date))
	if err != nil {
		return 0
	}
	days := int64(day.Sub(time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	return max(days, 0) * sources * maxParts
}

// Searched is a source that search looks into: the first form of an edition.
type Searched struct {
	SHA256  string
	Edition int64
	Status  model.Status // of the act
	From    model.Date   // since when it has this wording
	Until   model.Date   // the next wording's date; empty where there is none or it is unknown
	Ended   model.Date   // when the act ended; empty where it did not or it is unknown
	Newest  bool         // of its language
}

// SearchedForms says which of an act's entries search looks into.
func SearchedForms(entries []Entry) []Searched {
	editions := Editions(entries)
	newest := Newest(editions)
	status, by := lifeOf(newest)
	var ended model.Date
	if by != nil && (status == model.Repealed || status == model.Lapsed) {
		ended = by.Date
	}
	out := make([]Searched, 0, len(editions))
	for i, e := range editions {
		s := Searched{SHA256: e.Forms[0].SHA256, Edition: e.ID, Status: status, From: e.Wording, Ended: ended, Newest: true}
		if i+1 < len(editions) && editions[i+1].Language == e.Language {
			s.Until, s.Newest = editions[i+1].Wording, false
		}
		out = append(out, s)
	}
	return out
}

// Lookup is a query as an adapter answers it: parts by falling id.
type Lookup struct {
	Terms  [][]string // a part has one term of each
	Status model.Status
	On     model.Date // see Query.On
	Below  int64      // only ids under it
	Limit  int
}

// Candidate is a part that an adapter found. Services and passages are in Content.
type Candidate struct {
	ID      int64
	Content []byte
	Hit     Hit // without Service, Score and Passages
}

// Index is what an adapter does of a search.
type Index interface {
	// Services returns the tags of the services whose folded name contains a text.
	Services(ctx context.Context, folded string) ([]string, error)
	Find(ctx context.Context, l Lookup) ([]Candidate, error)
}

// pool is how many parts are looked at closely for one answer.
const pool = 60

// Search answers a query out of an index. Parts whose title or service has every word
// come first, then others, of both the newest acts; pool of them are ranked by where
// their words stand.
func Search(ctx context.Context, index Index, q Query) ([]Hit, error) {
	query := search.Parse(q.Text)
	if err := q.Check(); err != nil {
		return nil, err
	}
	limit := q.Limit
	if limit <= 0 {
		limit = DefaultLimit
	}
	look := Lookup{Status: q.Status, On: q.On, Below: math.MaxInt64, Limit: max(limit, pool)}
	if q.On != "" {
		look.Below = firstID(q.On) + firstID("1900-01-02")
	}
	filters, err := filterTerms(ctx, index, q)
	if err != nil || filters == nil {
		return nil, err
	}
	look.Terms = append(filters, wordTerms(query, q.Language, headTerm)...)
	found, err := index.Find(ctx, look)
	if err != nil {
		return nil, err
	}
	if len(query.Words) > 0 && len(found) < look.Limit {
		look.Terms = append(filters, wordTerms(query, q.Language, "")...)
		more, err := index.Find(ctx, look)
		if err != nil {
			return nil, err
		}
		known := map[int64]bool{}
		for _, c := range found {
			known[c.ID] = true
		}
		for _, c := range more {
			if !known[c.ID] && len(found) < look.Limit {
				found = append(found, c)
			}
		}
	}
	return rank(query, q, found, limit)
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
		folded := FoldService(q.Service)
		if folded == "" {
			return nil, nil // quotation marks: no name has them, once folded
		}
		tags, err := index.Services(ctx, folded)
		if err != nil || len(tags) == 0 {
			return nil, err
		}
		slices.Sort(tags)
		out = append(out, tags)
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
// about; words that stand together in one paragraph, and near each other, belong together; an act in force is
// asked for more often than one that has ended.
const (
	weightHead    = 3
	weightPassage = 2
	weightInForce = 0.5
)

func rank(query search.Query, q Query, found []Candidate, limit int) ([]Hit, error) {
	hits, errs := make([]Hit, len(found)), make([]error, len(found))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(found)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(found); i = int(next.Add(1)) - 1 {
				hits[i], errs[i] = found[i].hit(query, q)
			}
		})
	}
	group.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	// What is equally good keeps the order of the index: the newest act first, of an act
	// the last regulation; of one act the first regulation is better.
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(
			cmp.Compare(b.Score, a.Score),
			strings.Compare(string(b.Adopted), string(a.Adopted)),
			compareActs(Act{a.Key, a.Region, a.Adopted, a.Number}, Act{b.Key, b.Region, b.Adopted, b.Number}),
			compareLanguages(a.Language, b.Language),
			cmp.Compare(a.Edition, b.Edition),
			cmp.Compare(a.Regulation, b.Regulation),
		)
	})
	return hits[:min(len(hits), limit)], nil
}

func (c Candidate) hit(query search.Query, q Query) (Hit, error) {
	h := c.Hit
	content, err := unpackPart(c.Content, q.Role != "" || q.Action != "")
	if err != nil {
		return h, fmt.Errorf("what is searched of %s is damaged: %w", h.Key, err)
	}
	h.Service = model.Text(content.Service)
	passages := content.passages(query, h.Language, q)
	best := 0.0
	for _, p := range passages {
		best = max(best, p.score)
	}
	if n := float64(len(query.Words)); n > 0 {
		head := distinctWords(query.Find(content.Title+" "+content.Service, h.Language))
		h.Score = weightHead*float64(head)/n + weightPassage*best/(n+1)
	}
	if h.Status == model.InForce {
		h.Score += weightInForce
	}
	h.Score = math.Round(h.Score*1000) / 1000
	slices.SortStableFunc(passages, func(a, b scoredPassage) int { return cmp.Compare(b.score, a.score) })
	passages = passages[:min(len(passages), MaxPassages)]
	slices.SortFunc(passages, func(a, b scoredPassage) int { return cmp.Compare(a.Span[0], b.Span[0]) })
	for _, p := range passages {
		h.Passages = append(h.Passages, p.Passage)
	}
	return h, nil
}

type scoredPassage struct {
	Passage
	score float64 // words of the query that it has, and up to 1 for how near they are
}

// passages are the steps that were asked for, or else the paragraphs with words of the
// query.
func (c *partContent) passages(query search.Query, l model.Language, q Query) []scoredPassage {
	var out []scoredPassage
	for i, text := range c.text {
		matches := query.Find(text, l)
		start := c.Slices[i][0]
		if q.Role != "" || q.Action != "" {
			for _, step := range c.Steps {
				if c.Slices[i].Contains(step.Span) && step.is(q) {
					from := model.Span{step.Span[0] - start, step.Span[1] - start}
					out = append(out, passage(text, from, start, within(matches, from)))
				}
			}
			continue
		}
		for len(matches) > 0 {
			first := matches[0].Span[0]
			from := model.Span{strings.LastIndexByte(text[:first], '\n') + 1, len(text)}
			if n := strings.IndexByte(text[first:], '\n'); n >= 0 {
				from[1] = first + n
			}
			inside := within(matches, from)
			out = append(out, passage(text, from, start, inside))
			matches = matches[len(inside):]
		}
	}
	return out
}

// within are the matches inside a span; matches are in the order of the text.
func within(matches []search.Match, span model.Span) []search.Match {
	from, _ := slices.BinarySearchFunc(matches, span[0], func(m search.Match, at int) int { return cmp.Compare(m.Span[0], at) })
	to := from
	for to < len(matches) && matches[to].Span[1] <= span[1] {
		to++
	}
	return matches[from:to]
}

func (s partStep) is(q Query) bool {
	return (q.Role == "" || slices.Contains(s.Roles, q.Role)) && (q.Action == "" || slices.Contains(s.Actions, q.Action))
}

// passage is a piece of a text that begins at start of the canonical text.
func passage(text string, from model.Span, start int, matches []search.Match) scoredPassage {
	p := Passage{Text: from.Of(text), Span: model.Span{from[0] + start, from[1] + start}}
	for _, m := range matches {
		p.Highlights = append(p.Highlights, model.Span{m.Span[0] - from[0], m.Span[1] - from[0]})
	}
	if n := distinctWords(matches); n > 0 {
		return scoredPassage{p, float64(n) + nearness(matches, n)}
	}
	return scoredPassage{p, 0}
}

// nearness is the share that the words of a query have in the shortest piece of a text
// with all n that the text has: near 1 where they stand side by side. Of one word it is 0.
func nearness(matches []search.Match, n int) float64 {
	if n < 2 {
		return 0
	}
	best := 0.0
	before := []int{0} // letters of the words before each
	for _, m := range matches {
		before = append(before, before[len(before)-1]+m.Span[1]-m.Span[0])
	}
	count, distinct, from := map[int]int{}, 0, 0
	for at, m := range matches {
		if count[m.Word]++; count[m.Word] == 1 {
			distinct++
		}
		for ; distinct == n; from++ { // shorten the piece as far as it has all
			best = max(best, float64(before[at+1]-before[from])/float64(m.Span[1]-matches[from].Span[0]))
			if count[matches[from].Word]--; count[matches[from].Word] == 0 {
				distinct--
			}
		}
	}
	return best
}

// distinctWords is how many different words of a query were found.
func distinctWords(matches []search.Match) int {
	seen := map[int]bool{}
	for _, m := range matches {
		seen[m.Word] = true
	}
	return len(seen)
}
