package corpus

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"reglament/model"
)

// Wording is the date since when the text can have read as it does: the latest of the
// act's adoption and of the amending acts that its notes name. A note that the act was
// repealed, has lapsed or is suspended, and an editor's note, change no word of it.
// It is empty where the text tells no date.
func Wording(d *model.Document) model.Date {
	latest := d.Act.Adopted
	for _, n := range d.Act.Notes {
		if n.By != nil && changesWording(n) {
			latest = max(latest, n.By.Date)
		}
	}
	for _, g := range d.Regulations {
		if g.Edition != nil && g.Edition.By != nil {
			latest = max(latest, g.Edition.By.Date)
		}
	}
	return latest
}

func changesWording(n model.Note) bool {
	switch n.Action {
	case model.NoteRepealed, model.NoteLapsed, model.NoteSuspended:
		return n.Target.Kind != model.TargetAct
	case model.NoteEditorial:
		return false
	}
	return true
}

// AsOf is the date of the latest act that the text knows to have touched it, its
// repeal included: of two texts, the one with the later date was taken later.
func AsOf(d *model.Document) model.Date {
	latest := Wording(d)
	for _, n := range d.Act.Notes {
		if n.By != nil && n.Action != model.NoteEditorial {
			latest = max(latest, n.By.Date)
		}
	}
	if d.Act.RepealedBy != nil {
		latest = max(latest, d.Act.RepealedBy.Date)
	}
	return latest
}

// Place finds the edition that a record is a form of among the other forms of its act,
// and what storing the record there is; the edition is 0 where it needs a new one.
func Place(r *Record, others []Entry) (Change, int64) {
	change := Stored
	if len(others) > 0 {
		change = NewLanguage
	}
	var known []int64 // editions in the record's language, in the order they were met
	forms := map[int64][]*Entry{}
	for i := range others {
		if o := &others[i]; o.Language == r.Language {
			change = NewEdition
			if forms[o.Edition] == nil {
				known = append(known, o.Edition)
			}
			forms[o.Edition] = append(forms[o.Edition], o)
		}
	}
	slices.Sort(known)
	for _, id := range known {
		if sameWords(&r.Entry, forms[id]) {
			return NewForm, id
		}
	}
	known = slices.DeleteFunc(known, func(id int64) bool { return !sameFacts(&r.Entry, forms[id]) })
	if len(known) == 1 { // of two that agree, neither is proved to be the one
		return NewForm, known[0]
	}
	return change, 0
}

func sameWords(e *Entry, forms []*Entry) bool {
	return slices.ContainsFunc(forms, func(f *Entry) bool { return f.Words == e.Words })
}

// sameFacts takes a text for another form of an edition although the words differ: an
// HTML page and a PDF lose and repair different things. They have to agree in their
// dates, their status and the services they regulate. Two files of one format with
// different words are two editions, even where no note says why.
func sameFacts(e *Entry, forms []*Entry) bool {
	for _, f := range forms {
		agree := e.Format != f.Format && e.Wording == f.Wording && e.AsOf == f.AsOf &&
			(e.Status == f.Status || e.Status == model.UnknownStatus || f.Status == model.UnknownStatus) &&
			slices.EqualFunc(e.Services, f.Services, func(x, y Service) bool {
				return letters(x.Name) == letters(y.Name)
			})
		if !agree {
			return false
		}
	}
	return true
}

// formatRank orders formats by how much of a text's structure they keep.
var formatRank = []model.Format{model.HTML, model.DOCX, model.Markdown, model.Plain, model.PDF}

// betterForm orders the forms of an edition, the one to read first: fewest errors,
// fewest warnings, the format that keeps most, and then by hash, so that the choice
// does not depend on the order in which files were met.
func betterForm(a, b *Entry) int {
	return cmp.Or(
		cmp.Compare(a.Errors, b.Errors),
		cmp.Compare(a.Warnings, b.Warnings),
		cmp.Compare(slices.Index(formatRank, a.Format), slices.Index(formatRank, b.Format)),
		strings.Compare(a.SHA256, b.SHA256),
	)
}

// words is a hash of a text's letters and digits. Layout, case, hyphens at line ends
// and quotation marks do not change it; "1,5" and "15" differ.
func words(canonical string) string {
	h := sha256.New()
	h.Write([]byte(letters(canonical)))
	return hex.EncodeToString(h.Sum(nil))
}

// letters returns the letters and digits of s in lower case, and what stands between
// two digits without a blank.
func letters(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	var last, held rune // held: a mark after the digit last, kept if a digit follows
	for _, r := range s {
		digit := unicode.IsDigit(r)
		switch {
		case digit || unicode.IsLetter(r):
			if held != 0 && digit {
				b.WriteRune(held)
			}
			b.WriteRune(unicode.ToLower(r))
			last, held = r, 0
		case unicode.IsDigit(last) && held == 0:
			last, held = 0, r
			if unicode.IsSpace(r) {
				held = ' ' // "7 5" is not "75"
			}
		case held != 0:
			held = ' '
		}
	}
	return b.String()
}

// Editions groups the entries of any number of acts into editions, in the order that
// Store.Editions promises.
func Editions(entries []Entry) []Edition {
	byEdition := map[int64][]*Entry{}
	for i := range entries {
		e := &entries[i]
		byEdition[e.Edition] = append(byEdition[e.Edition], e)
	}
	out := make([]Edition, 0, len(byEdition))
	for id, forms := range byEdition {
		slices.SortFunc(forms, betterForm)
		best := forms[0]
		e := Edition{
			ID: id, Key: best.Act.Key, Language: best.Language, Wording: best.Wording, AsOf: best.AsOf,
			Kind: best.Kind, Title: best.Title, Issuer: best.Issuer, Status: best.Status,
			RepealedBy: best.RepealedBy, Changes: best.Changes, EndedBy: best.EndedBy, Services: best.Services,
		}
		for _, f := range forms {
			e.Forms = append(e.Forms, f.Form)
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Edition) int {
		return cmp.Or(
			strings.Compare(a.Key, b.Key),
			compareLanguages(a.Language, b.Language),
			compareAge(a, b),
		)
	})
	return out
}

// compareAge orders editions by age, the oldest first: by what they know of, and where that
// is the same by how many regulations they have, for the shorter one has lost some; then by
// the order in which they were met.
func compareAge(a, b Edition) int {
	return cmp.Or(
		strings.Compare(string(a.AsOf), string(b.AsOf)),
		strings.Compare(string(a.Wording), string(b.Wording)),
		cmp.Compare(len(a.Services), len(b.Services)),
		cmp.Compare(a.ID, b.ID),
	)
}

// fuller is the entry of another edition of the same language and day with more regulations
// than the record has, of several the one with most; nil where there is none.
func fuller(r *Record, edition int64, others []Entry) *Entry {
	var most *Entry
	for i := range others {
		o := &others[i]
		if o.Edition != edition && o.Language == r.Language && o.AsOf == r.AsOf && o.Wording == r.Wording &&
			len(o.Services) > len(r.Services) && (most == nil || len(o.Services) > len(most.Services)) {
			most = o
		}
	}
	return most
}

func compareLanguages(a, b model.Language) int {
	rank := func(l model.Language) int {
		switch l {
		case model.Kazakh:
			return 0
		case model.Russian:
			return 1
		}
		return 2
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(string(a), string(b)))
}

// Summaries turns the entries of acts into the summaries that pass the filter, in the
// order that Store.Acts promises. An adapter may leave out whole acts that cannot pass.
func Summaries(entries []Entry, f Filter) []ActSummary {
	acts := map[string]Act{}
	for _, e := range entries {
		acts[e.Act.Key] = e.Act
	}
	var out []ActSummary
	for _, editions := range chunkByKey(Editions(entries)) {
		if s, ok := summary(acts[editions[0].Key], editions, f); ok {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b ActSummary) int {
		return compareActs(Act{a.Key, a.Region, a.Adopted, a.Number}, Act{b.Key, b.Region, b.Adopted, b.Number})
	})
	return out
}

// chunkByKey cuts editions sorted by act into one slice an act.
func chunkByKey(all []Edition) [][]Edition {
	var out [][]Edition
	for len(all) > 0 {
		n := slices.IndexFunc(all, func(e Edition) bool { return e.Key != all[0].Key })
		if n < 0 {
			n = len(all)
		}
		out = append(out, all[:n])
		all = all[n:]
	}
	return out
}

// summary tells of an act what lists of acts show: by its newest texts, or the one in the
// language of the filter. It reports whether the act passes the filter.
func summary(act Act, editions []Edition, f Filter) (ActSummary, bool) {
	newest := Newest(editions)
	s := ActSummary{Key: act.Key, Region: act.Region, Adopted: act.Adopted, Number: act.Number, Editions: len(editions)}
	for _, e := range newest {
		s.Languages = append(s.Languages, e.Language)
	}
	var ids []string
	for _, e := range editions {
		for _, form := range e.Forms {
			if form.ID != "" {
				ids = append(ids, string(form.ID))
			}
		}
	}
	if len(ids) > 0 {
		s.ID = model.Text(slices.Min(ids))
	}
	shown := newest[0]
	if f.Language != "" {
		i := slices.IndexFunc(newest, func(e Edition) bool { return e.Language == f.Language })
		if i < 0 {
			return s, false
		}
		shown = newest[i]
	}
	s.Kind, s.Title, s.Issuer, s.Changes = shown.Kind, shown.Title, shown.Issuer, shown.Changes
	s.Source, s.Stored = shown.Forms[0].Name, shown.Forms[0].Stored
	s.Regulations = len(shown.Services)
	s.Services = make([]string, 0, len(shown.Services))
	for _, v := range shown.Services {
		s.Services = append(s.Services, v.Name)
	}
	s.TextStatus = shown.Status
	s.Status, s.RepealedBy = standing(newest)

	return s, (f.Key == "" || f.Key == s.Key) &&
		(f.ID == "" || slices.Contains(ids, f.ID)) &&
		(f.Region == "" || f.Region == s.Region) &&
		(f.Year == 0 || yearOf(s.Adopted) == f.Year) &&
		(f.Status == "" || f.Status == s.Status) &&
		(f.Service == "" || hasService(newest, f))
}

// standing is how an act stands by its newest texts and by the acts of the corpus that repeal
// it, and what ended it. Of its own texts the one that knows most tells it, whatever its
// language. They need not know of the act that repeals it; where one of them tells of
// another end, the end with the earlier day is the one that came first.
func standing(newest []Edition) (model.Status, *model.ActRef) {
	status, by, asOf := model.UnknownStatus, (*model.ActRef)(nil), model.Date("")
	for _, e := range newest {
		if e.Status != "" && e.Status != model.UnknownStatus && (status == model.UnknownStatus || e.AsOf > asOf) {
			status, by, asOf = e.Status, e.RepealedBy, e.AsOf
		}
	}
	if ends := newest[0].EndedBy; len(ends) > 0 {
		told := (status == model.Repealed || status == model.Lapsed) && by != nil && by.Date != ""
		if first := slices.MinFunc(ends, sooner); !told || sooner(first, *by) < 0 {
			return model.Repealed, &first
		}
	}
	return status, by
}

// sooner compares the days of acts that repeal one; a text without a head tells none, and is the
// last to count.
func sooner(a, b model.ActRef) int {
	return cmp.Or(undated(a)-undated(b), cmp.Compare(a.Date, b.Date))
}

func undated(a model.ActRef) int {
	if a.Date == "" {
		return 1
	}
	return 0
}

// FateOf is how the act of a text stands, nil where the text says the same of itself; the
// editions are all that the corpus has of the act.
func FateOf(editions []Edition, a *model.Act) *model.Fate {
	status, by := standing(Newest(editions))
	same := by == nil && a.RepealedBy == nil ||
		by != nil && a.RepealedBy != nil && by.Date == a.RepealedBy.Date && by.Number == a.RepealedBy.Number
	if status == model.UnknownStatus || status == a.Status && same {
		return nil
	}
	if by != nil {
		elsewhere := *by
		elsewhere.Span = model.Span{}
		by = &elsewhere
	}
	return &model.Fate{Status: status, By: by}
}

func hasService(newest []Edition, f Filter) bool {
	for _, e := range newest {
		if f.Language != "" && e.Language != f.Language {
			continue
		}
		for _, v := range e.Services {
			if MatchNames(v.Name, f.Service, f.Names) != NoMatch {
				return true
			}
		}
	}
	return false
}

// Newest returns the newest edition of each language of one act; the editions are in
// the order of Store.Editions, and so is the answer.
func Newest(editions []Edition) []Edition {
	var out []Edition
	for _, e := range editions {
		if n := len(out); n > 0 && out[n-1].Language == e.Language {
			out[n-1] = e
		} else {
			out = append(out, e)
		}
	}
	return out
}
