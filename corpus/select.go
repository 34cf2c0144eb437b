package corpus

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
)

// ErrNoRegulation is wrapped by the error of a side whose act has not the regulation that it
// asks for.
var ErrNoRegulation = errors.New("no such regulation")

// Selected is a document, or one regulation of it, that a side names.
type Selected struct {
	Document   *model.Document
	Canonical  string
	Regulation *model.Regulation // of Document; nil for the whole act
	Label      string            // short and different for each thing selected from one side
	Edition    int64             // 0 for a file
	Day        model.Date        // that the text is asked of, "" for the newest
	Together   bool              // see Composed
	Warnings   []model.Message   // doubts about the choice, a sentence each

	Gaps []Gap // of Document

	doubts []Doubt // that are warnings as well, where they are about what is selected
}

// Composed is the text of an act on a day.
type Composed struct {
	Document  *model.Document
	Canonical string
	Edition   int64 // that has this text, or most of it
	Together  bool  // it was put together: spans are of no text that is stored
	Doubts    []Doubt
	Gaps      []Gap
	Warnings  []Doubt // of the day: that the act was not in force, that an amendment may not have counted
}

// Gap is what has no text in one that was put together, because its wording of the day is
// not known: it may have said anything.
type Gap struct {
	Service string // of the regulation
	Point   string // number, empty where it is the whole regulation
	Why     model.Message
}

// Doubt is what is not certain of a text that was put together.
type Doubt struct {
	Service string // of the regulation that it is about, empty where it is about all
	Why     model.Message
}

// Composer puts together the text of an act on a day in a language out of the texts of a
// corpus. The error wraps ErrNotFound where they do not tell it.
type Composer func(ctx context.Context, key string, day model.Date, language model.Language) (*Composed, error)

// Select finds what a side names. A file that exists is read with readFile, and the
// store is not asked; else the store is, which may be nil where there is none.
//
// An act known in several languages gives its newest edition in each, Kazakh first;
// with a date, what compose puts together in each. A service's name gives every
// regulation that has it, or else every one that has it as a part of its name.
func Select(ctx context.Context, store Store, side Side,
	readFile func(path string) (*model.Document, string, error), compose Composer) ([]Selected, error) {

	documents, err := selectDocuments(ctx, store, &side, readFile, compose)
	if err != nil {
		return nil, err
	}
	if side.Regulation == 0 && side.Service == "" {
		for i := range documents {
			documents[i].warn(func(Doubt) bool { return true })
		}
		return documents, nil
	}
	var out []Selected
	for _, d := range documents {
		out = append(out, regulationsOf(d, side)...)
	}
	if len(out) == 0 {
		return nil, noRegulation(documents, side)
	}
	if side.Regulation != 0 && len(out) < len(documents) {
		for i := range out {
			out[i].Warnings = append(out[i].Warnings, phrase.NotInEveryLanguage.Of(side.Text, side.Regulation))
		}
	}
	return out, nil
}

// selectDocuments finds the texts that a side names: a file, or the acts of the corpus. Where
// the name of a file has # or @ in it, the side becomes that of the file.
func selectDocuments(ctx context.Context, store Store, side *Side,
	readFile func(path string) (*model.Document, string, error), compose Composer) ([]Selected, error) {

	path := side.Path
	if isFile(side.Text) && side.Text != path { // a name with # or @ in it
		*side = Side{Text: side.Text, Path: side.Text, Language: side.Language}
		path = side.Text
	}
	if path == "-" || isFile(path) || (side.ID == "" && side.Key == "" && exists(path)) {
		d, err := selectFile(*side, path, readFile)
		return []Selected{d}, err
	}
	if side.ID == "" && side.Key == "" {
		return nil, fmt.Errorf("there is no file %s, and this is no portal id and no act's key such as KZ-11/2015-10-23/А-11/495", path)
	}
	if store == nil {
		return nil, fmt.Errorf("%s is no file, and %w: there is none yet", path, ErrNotFound)
	}
	acts, err := findActs(ctx, store, *side)
	if err != nil {
		return nil, err
	}
	var out []Selected
	for _, key := range acts {
		var some []Selected
		if side.Date == "" {
			some, err = selectEditions(ctx, store, *side, key)
		} else {
			some, err = selectComposed(ctx, store, *side, key, compose)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// exists tells a folder or an unreadable name, about which readFile has more to say.
func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, os.ErrNotExist)
}

// selectFile reads a file. With a date, it must not have a later wording.
func selectFile(side Side, path string, readFile func(path string) (*model.Document, string, error)) (Selected, error) {
	d, canonical, err := readFile(path)
	if err != nil {
		return Selected{}, err
	}
	if side.Language != "" && d.Act.Language != side.Language {
		return Selected{}, fmt.Errorf("%s is in the language %q, not %q", path, d.Act.Language, side.Language)
	}
	s := Selected{Document: d, Canonical: canonical, Label: path, Day: side.Date}
	if side.Date != "" {
		wording := Wording(d)
		switch {
		case wording == "":
			s.Warnings = append(s.Warnings, phrase.WordingUndated.Of(path, side.Date))
		case wording > side.Date:
			return Selected{}, fmt.Errorf("%s has the wording of %s, which is later than %s", path, wording, side.Date)
		}
		s.Warnings = append(s.Warnings, doubtOfForce(path, &d.Act, side.Date)...)
		s.Label += "@" + string(side.Date)
	}
	return s, nil
}

// findActs returns the keys of the acts that the side's key or id names: one, or
// several where a portal id was met under several keys.
func findActs(ctx context.Context, store Store, side Side) ([]string, error) {
	if side.Key != "" && !strings.HasPrefix(side.Key, keylessPrefix) {
		return []string{side.Key}, nil
	}
	found, err := store.Acts(ctx, Filter{ID: side.ID})
	if err != nil {
		return nil, err
	}
	var keys []string
	for _, a := range found {
		if side.ID != "" || strings.HasPrefix(a.Key, side.Key) {
			keys = append(keys, a.Key)
		}
	}
	switch {
	case len(keys) == 0:
		return nil, fmt.Errorf("the act %s is %w", side.Path, ErrNotFound)
	case len(keys) > 1 && side.ID == "":
		return nil, fmt.Errorf("%s is the beginning of several acts' names: %s", side.Path, strings.Join(keys, ", "))
	}
	return keys, nil
}

// selectEditions gives the newest text of an act in each language, or in that of the side.
func selectEditions(ctx context.Context, store Store, side Side, key string) ([]Selected, error) {
	editions, err := store.Editions(ctx, key)
	if errors.Is(err, ErrNotFound) {
		return nil, notFound(ctx, store, key, err)
	}
	if err != nil {
		return nil, err
	}
	if side.Language != "" {
		var known []string
		for _, e := range Newest(editions) {
			known = append(known, string(e.Language))
		}
		editions = slices.DeleteFunc(editions, func(e Edition) bool { return e.Language != side.Language })
		if len(editions) == 0 {
			return nil, fmt.Errorf("the text of %s in the language %q is %w, only %s", key, side.Language, ErrNotFound, strings.Join(known, ", "))
		}
	}
	var out []Selected
	for _, e := range Newest(editions) {
		d, canonical, err := store.Document(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		s := Selected{Document: d, Canonical: canonical, Edition: e.ID, Label: key}
		s.Label += s.language()
		out = append(out, s)
	}
	return out, nil
}

// selectComposed gives the text of a day in each language in which it can be told. The act
// need not have a text of its own: amending acts may have all of it.
func selectComposed(ctx context.Context, store Store, side Side, key string, compose Composer) ([]Selected, error) {
	languages := []model.Language{model.Kazakh, model.Russian}
	if side.Language != "" {
		languages = []model.Language{side.Language}
	}
	var out []Selected
	var missing error
	for _, l := range languages {
		c, err := compose(ctx, key, side.Date, l)
		if errors.Is(err, ErrNotFound) {
			missing = cmp.Or(missing, err)
			continue
		}
		if err != nil {
			return nil, err
		}
		s := Selected{Document: c.Document, Canonical: c.Canonical, Edition: c.Edition, Day: side.Date, Together: c.Together, Gaps: c.Gaps, Label: key + "@" + string(side.Date)}
		s.doubts = slices.Concat(c.Warnings, c.Doubts)
		s.Label += s.language()
		out = append(out, s)
	}
	if len(out) == 0 {
		return nil, notFound(ctx, store, key, missing)
	}
	return out, nil
}

// doubtOfForce warns where an act had ended by the date for which its text is asked.
func doubtOfForce(name string, act *model.Act, date model.Date) []model.Message {
	status, by := act.Standing()
	switch {
	case status != model.Repealed && status != model.Lapsed:
		return nil
	case by == nil || by.Date == "":
		return []model.Message{phrase.MaybeEndedBefore.Of(name, date)}
	case by.Date <= date:
		return []model.Message{phrase.MaybeEndedOn.Of(name, by.Date, date)}
	}
	return nil
}

// notFound names the acts of the same region and day: most often the number is written
// otherwise.
func notFound(ctx context.Context, store Store, key string, cause error) error {
	region, date, _, ok := SplitKey(key)
	if !ok {
		return cause
	}
	acts, err := store.Acts(ctx, Filter{Region: region})
	if err != nil {
		return err
	}
	var near []string
	for _, a := range acts {
		if a.Adopted == date && a.Key != key {
			near = append(near, a.Key)
		}
	}
	if len(near) == 0 {
		return cause
	}
	return fmt.Errorf("%w; of the same region and day it has %s", cause, strings.Join(near, ", "))
}

// regulationsOf are the regulations of a text that the side asks for by number, or those whose
// names are nearest to the name of its service.
func regulationsOf(d Selected, side Side) []Selected {
	var out []Selected
	best := PartMatch
	for i := range d.Document.Regulations {
		g := &d.Document.Regulations[i]
		if side.Regulation != 0 {
			if g.Index == side.Regulation {
				out = append(out, d.with(g))
			}
			continue
		}
		switch m := MatchNames(g.Service, side.Service, side.Names); {
		case m > best:
			best, out = m, []Selected{d.with(g)}
		case m == best:
			out = append(out, d.with(g))
		}
	}
	return out
}

func (d Selected) with(g *model.Regulation) Selected {
	d.Regulation = g
	name, language := strings.TrimSuffix(d.Label, d.language()), d.language()
	d.Label = fmt.Sprintf("%s#%d%s", name, g.Index, language)
	d.Warnings = slices.Clone(d.Warnings)
	d.warn(func(doubt Doubt) bool {
		return doubt.Service == "" || MatchService(doubt.Service, g.Service) == FullMatch
	})
	return d
}

// warn adds the doubts that are about what is selected, each once: one may be about several
// regulations.
func (d *Selected) warn(about func(Doubt) bool) {
	told := map[string]bool{}
	for _, doubt := range d.doubts {
		if once := phrase.English.Tell(doubt.Why); about(doubt) && !told[once] {
			told[once] = true
			d.Warnings = append(d.Warnings, doubt.Why)
		}
	}
}

// language is the end of the label of an act's text: the act may have another one.
func (d Selected) language() string {
	if d.Edition == 0 || d.Document.Act.Language == "" {
		return ""
	}
	return " (" + string(d.Document.Act.Language) + ")"
}

// noRegulation is the error of texts that have nothing of what the side asks for: it tells what
// they have.
func noRegulation(documents []Selected, side Side) error {
	var each []model.Message
	for _, d := range documents {
		all := d.Document.Regulations
		switch {
		case len(all) == 0:
			each = append(each, phrase.NoRegulations.Of(d.Label))
		case side.Regulation != 0:
			each = append(each, phrase.NoSuchRegulation.Of(d.Label, numbers(all), side.Regulation))
			for _, doubt := range d.doubts { // of a day, on which its text is not known
				if doubt.Service != "" && !slices.ContainsFunc(all, func(g model.Regulation) bool { return MatchService(g.Service, doubt.Service) == FullMatch }) {
					each = append(each, doubt.Why)
				}
			}
		default:
			var near []string
			for _, g := range nearestServices(all, side.Service, 3) {
				near = append(near, fmt.Sprintf("#%d «%s»", g.Index, g.Service))
			}
			each = append(each, phrase.NoSuchService.Of(d.Label, side.Service, phrase.Regulations(len(all)), strings.Join(near, ", ")))
		}
	}
	why := each[0]
	for _, one := range each[1:] {
		why = phrase.Both.Of(why, one)
	}
	return &phrase.Fault{Why: why, Err: ErrNoRegulation}
}

// numbers are how many regulations there are, or which where some are left out.
func numbers(all []model.Regulation) model.Message {
	if all[len(all)-1].Index == len(all) {
		return phrase.Regulations(len(all))
	}
	words := make([]string, len(all))
	for i, g := range all {
		words[i] = "#" + strconv.Itoa(g.Index)
	}
	return phrase.OnlyNumbers.Of(strings.Join(words, ", "))
}
