package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/s2"

	"reglament/corpus/search"
	"reglament/model"
	"reglament/parse/lang"
)

// Part is what is found as one: a regulation, or what an act says outside its
// regulations. Its terms are all that an adapter needs to index.
type Part struct {
	Regulation int // Regulation.Index, 0 for the act's own part
	Language   model.Language
	Terms      []string
	Sketch     []byte // see sketch
	Content    []byte // see partContent.pack
	Service    string // folded name, empty where there is none
	ServiceTag string // the term that stands for Service
}

// partContent is what passages are cut from without reading the whole act.
type partContent struct {
	partHead
	Steps []partStep
	text  []string // of Slices
}

// partHead is a line of JSON, the steps are a second one, and the rest is the text of the slices, one after another as it is.
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

func (s partStep) is(q Query) bool {
	return (q.Role == "" || slices.Contains(s.Roles, q.Role)) && (q.Action == "" || slices.Contains(s.Actions, q.Action))
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

// head is what says what the part is about.
func (c *partContent) head() string { return c.Title + " " + c.Service }

// paragraph is a line of a part.
type paragraph struct {
	text  string
	start int // in the canonical text
}

// paragraphs yields the lines of a part with their numbers, from 1.
func (c *partContent) paragraphs() iter.Seq2[int, paragraph] {
	return func(yield func(int, paragraph) bool) {
		n := 0
		for i, text := range c.text {
			at := c.Slices[i][0]
			for line := range strings.SplitSeq(text, "\n") {
				if n++; !yield(n, paragraph{line, at}) {
					return
				}
				at += len(line) + 1
			}
		}
	}
}

// pack is how a part is stored. A page of results unpacks ten: S2 takes a fifth of the time
// of gzip for that, and a quarter more room.
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
	return s2.EncodeBetter(nil, b.Bytes())
}

var errPart = errors.New("its lines are not those of a part")

// unpackPart returns a part but for its steps, which most searches need not read: they
// are returned as JSON.
func unpackPart(packed []byte) (c partContent, steps string, err error) {
	if size, err := s2.DecodedLen(packed); err != nil || size > MaxSource {
		return c, "", errPart
	}
	scratch := scratches.Get().(*[]byte)
	defer scratches.Put(scratch)
	raw, err := s2.Decode((*scratch)[:cap(*scratch)], packed)
	if err != nil {
		return c, "", err
	}
	if cap(raw) <= largestScratch {
		*scratch = raw
	}
	head, rest, _ := strings.Cut(string(raw), "\n")
	steps, text, ok := strings.Cut(rest, "\n")
	if !ok {
		return c, "", errPart
	}
	if err := json.Unmarshal([]byte(head), &c.partHead); err != nil {
		return c, "", err
	}
	at := 0
	for _, s := range c.Slices {
		n := s[1] - s[0]
		if n < 0 || at+n > len(text) {
			return c, "", errPart
		}
		c.text = append(c.text, text[at:at+n])
		at += n
	}
	return c, steps, nil
}

// scratches are kept for what is unpacked before it becomes a text; few parts are longer.
var scratches = sync.Pool{New: func() any { return new([]byte) }}

const largestScratch = 64 << 10

// at is the text of a span of the canonical text.
func (c *partContent) at(span model.Span) (string, bool) {
	for i, s := range c.Slices {
		if s.Contains(span) {
			return model.Span{span[0] - s[0], span[1] - s[0]}.Of(c.text[i]), true
		}
	}
	return "", false
}

// part makes the part of the index: its terms, its sketch and its content.
func (c *partContent) part(stemmer *search.Stemmer, d *model.Document, act Act, regulation int) Part {
	terms := map[string]bool{languageTerm + string(d.Act.Language): true}
	if act.Region != "" {
		terms[regionTerm+string(act.Region)] = true
	}
	var s sketcher
	search.Words(c.head(), func(word string, _ int) {
		stem := stemmer.Stem(word)
		terms[stem], terms[headTerm+stem] = true, true
		s.word(stem)
	})
	s.end()
	for _, p := range c.paragraphs() {
		search.Words(p.text, func(word string, _ int) {
			stem := stemmer.Stem(word)
			terms[stem] = true
			s.word(stem)
		})
		s.end()
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
	p := Part{Regulation: regulation, Language: d.Act.Language, Service: lang.FoldName(c.Service)}
	if p.Service != "" {
		p.ServiceTag = serviceTag(p.Service)
		terms[p.ServiceTag] = true
	}
	for t := range terms {
		p.Terms = append(p.Terms, t)
	}
	slices.Sort(p.Terms)
	p.Sketch, p.Content = s.sketch(), c.pack()
	return p
}

func serviceTag(folded string) string {
	sum := sha256.Sum256([]byte(folded))
	return serviceTerm + hex.EncodeToString(sum[:8])
}

// The number of a part is made of the day of its act's adoption, its source and its place
// among the source's parts, counted down: databases read an index forward with less work,
// and a search begins with the newest acts.
const (
	maxParts   = 10_000
	maxSources = 1_000_000_000
	maxDays    = 100_000 // since 1900
	lastPart   = maxDays * maxSources * maxParts
)

// PartID is the number under which an adapter keeps a part of a source. Parts of newer
// acts have lower numbers.
func PartID(adopted model.Date, source int64, part int) int64 {
	return lastPart - dayNumber(adopted)*maxSources*maxParts - source*maxParts - int64(part)
}

// dayOfPart is the number of the day of adoption that is in the number of a part.
func dayOfPart(id int64) int64 { return (lastPart - id) / maxParts / maxSources }

// afterDay is a number under those of all parts of acts adopted until a date, and not of
// later ones.
func afterDay(date model.Date) int64 { return lastPart - (dayNumber(date)+1)*maxSources*maxParts }

// dayNumber counts the days since 1900; 0 is for what is older or unknown.
func dayNumber(date model.Date) int64 {
	day, err := time.Parse(time.DateOnly, string(date))
	if err != nil {
		return 0
	}
	days := int64(day.Sub(time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	return min(max(days, 0), maxDays-1)
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
	if len(editions) == 0 { // the last text of the act has become one of another
		return nil
	}
	status, by := standing(Newest(editions))
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
