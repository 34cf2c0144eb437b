package tables

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"reglament/corpus"
	"reglament/model"
)

// The columns of a form and of a reference that stand for fields of theirs, in the order
// of formFields and refFields.
const (
	formColumns = `format, portal_id, kind, title, issuer, status, wording, as_of, errors, warnings, words, reading`
	refColumns  = `role, regulation, kind, issuer, date, number, title, registration, text, span_start, span_end`
)

func formFields(e *corpus.Entry) []any {
	return []any{&e.Format, &e.ID, &e.Kind, &e.Title, &e.Issuer, &e.Status, &e.Wording, &e.AsOf, &e.Errors, &e.Warnings, &e.Words, &e.Reading}
}

func refFields(v *corpus.Reference) []any {
	r := &v.Ref
	return []any{&v.Role, &v.Regulation, &r.Kind, &r.Issuer, &r.Date, &r.Number, &r.Title, &r.RegistrationNumber, &r.Text, &r.Span[0], &r.Span[1]}
}

// of names the columns of a table.
func of(table, columns string) string {
	return table + "." + strings.ReplaceAll(columns, ", ", ", "+table+".")
}

// actOfForm joins a form with its source, edition and act.
const actOfForm = ` FROM forms JOIN sources ON sources.id = forms.source
	JOIN editions ON editions.id = forms.edition JOIN acts ON acts.id = editions.act `

// stored reads a time as either database gives it.
type stored struct{ *time.Time }

// Scan implements sql.Scanner.
func (s stored) Scan(value any) (err error) {
	switch v := value.(type) {
	case time.Time:
		*s.Time = v.UTC()
	case string:
		*s.Time, err = time.Parse(time.RFC3339, v)
	default:
		err = fmt.Errorf("%v is no time", value)
	}
	return err
}

// entries reads the forms of the acts that a condition on acts chooses, by source.
func entries(ctx context.Context, tx Tx, where string, args ...any) ([]corpus.Entry, error) {
	var out []corpus.Entry
	place := map[int64]int{}
	err := tx.Each(ctx, Do(`SELECT forms.source, acts.key, acts.region, acts.adopted, acts.number, editions.id, editions.language,
			sha256, name, stored, `+of("forms", formColumns)+actOfForm+`WHERE `+where+` ORDER BY forms.source`, args...), func(scan Scan) error {
		var e corpus.Entry
		var source int64
		dest := []any{&source, &e.Act.Key, &e.Act.Region, &e.Act.Adopted, &e.Act.Number, &e.Edition, &e.Language,
			&e.SHA256, &e.Name, stored{&e.Stored}}
		err := scan(append(dest, formFields(&e)...)...)
		place[source] = len(out)
		out = append(out, e)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = tx.Each(ctx, Do(`SELECT forms.source, services.regulation, services.name`+actOfForm+`JOIN services ON services.form = forms.source
			WHERE `+where+` ORDER BY forms.source, services.n`, args...), func(scan Scan) error {
		var source int64
		var v corpus.Service
		if err := scan(&source, &v.Regulation, &v.Name); err != nil {
			return err
		}
		e := &out[place[source]]
		e.Services = append(e.Services, v)
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = tx.Each(ctx, Do(`SELECT forms.source, `+of("refs", refColumns)+actOfForm+`JOIN refs ON refs.form = forms.source AND refs.role IN ('`+
		string(corpus.RefRepealedBy)+`', '`+string(corpus.RefAmends)+`', '`+string(corpus.RefRepeals)+`') WHERE `+where+
		` ORDER BY forms.source, refs.n`, args...), func(scan Scan) error {
		var source int64
		var v corpus.Reference
		if err := scan(append([]any{&source}, refFields(&v)...)...); err != nil {
			return err
		}
		e := &out[place[source]]
		if v.Role == corpus.RefRepealedBy {
			e.RepealedBy = &v.Ref
		} else if e.Changes == nil {
			e.Changes = &v
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	endedBy, err := endedBy(ctx, tx, where, args...)
	for i := range out {
		out[i].EndedBy = endedBy[out[i].Act.Key]
	}
	return out, err
}

// endedBy reads which acts repeal those that a condition on acts chooses, by the keys of
// these. As everywhere, what counts is the first form of each edition: only these have parts.
func endedBy(ctx context.Context, tx Tx, where string, args ...any) (map[string][]model.ActRef, error) {
	out := map[string][]model.ActRef{}
	known := map[[2]string]bool{}
	err := tx.Each(ctx, Do(`SELECT ends.key, acts.key, forms.kind, forms.issuer, acts.adopted, acts.number, forms.title`+actOfForm+
		`JOIN ends ON ends.form = forms.source WHERE ends.key IN (SELECT acts.key FROM acts WHERE `+where+`)
			AND EXISTS (SELECT 1 FROM parts WHERE parts.form = ends.form) ORDER BY acts.adopted, acts.key, forms.source`, args...), func(scan Scan) error {
		var key string
		var r model.ActRef
		err := scan(&key, &r.Text, &r.Kind, &r.Issuer, &r.Date, &r.Number, &r.Title)
		if pair := [2]string{key, r.Text}; !known[pair] {
			known[pair] = true
			out[key] = append(out[key], r)
		}
		return err
	})
	return out, err
}

// Acts implements corpus.Store. The database leaves out acts that cannot pass; the
// filter itself is corpus.Summaries.
func (s *Store) Acts(ctx context.Context, f corpus.Filter) ([]corpus.ActSummary, error) {
	var c conditions
	if f.Key != "" {
		c.and(`acts.key = ?`, f.Key)
	}
	if f.Region != "" {
		c.and(`acts.region = ?`, f.Region)
	}
	if f.Year != 0 {
		c.and(`substr(acts.adopted, 1, 4) = ?`, fmt.Sprintf("%04d", f.Year))
	}
	if f.ID != "" {
		c.and(`acts.id IN (SELECT e.act FROM editions e JOIN forms f ON f.edition = e.id WHERE f.portal_id = ?)`, f.ID)
	}
	all, err := s.entries(ctx, c)
	if err != nil {
		return nil, err
	}
	return corpus.Summaries(all, f), nil
}

func (s *Store) entries(ctx context.Context, c conditions) (all []corpus.Entry, err error) {
	err = s.db.Read(ctx, func(tx Tx) (err error) {
		all, err = entries(ctx, tx, c.String(), c.args...)
		return err
	})
	return all, err
}

// Editions implements corpus.Store.
func (s *Store) Editions(ctx context.Context, key string) ([]corpus.Edition, error) {
	var c conditions
	c.and(`acts.key = ?`, key)
	all, err := s.entries(ctx, c)
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("the act %s is %w %s", key, corpus.ErrNotFound, s.db.Name())
	}
	if err != nil {
		return nil, err
	}
	return corpus.Editions(all), nil
}

// Document implements corpus.Store.
func (s *Store) Document(ctx context.Context, edition int64) (*model.Document, string, error) {
	var name string
	var packedModel, packedCanonical []byte
	var editions []corpus.Edition
	err := s.db.Read(ctx, func(tx Tx) error {
		all, err := entries(ctx, tx, `acts.id = (SELECT act FROM editions WHERE id = ?)`, edition)
		if err != nil {
			return err
		}
		editions = corpus.Editions(all)
		i := slices.IndexFunc(editions, func(e corpus.Edition) bool { return e.ID == edition })
		if i < 0 {
			return fmt.Errorf("edition %d is %w %s", edition, corpus.ErrNotFound, s.db.Name())
		}
		first := editions[i].Forms[0]
		name = first.Name
		_, err = one(ctx, tx, Do(`SELECT model, canonical FROM forms JOIN sources ON sources.id = forms.source WHERE sha256 = ?`, first.SHA256),
			&packedModel, &packedCanonical)
		return err
	})
	if err != nil {
		return nil, "", err
	}
	d, canonical, err := corpus.Decode(name, packedModel, packedCanonical)
	if err == nil {
		d.Act.Fate = corpus.FateOf(editions, &d.Act)
	}
	return d, canonical, s.db.Fault("read "+name, err)
}

// Raw implements corpus.Store.
func (s *Store) Raw(ctx context.Context, sha256 string) ([]byte, error) {
	var packed []byte
	err := s.db.Read(ctx, func(tx Tx) error {
		known, err := one(ctx, tx, Do(`SELECT content FROM sources WHERE sha256 = ?`, strings.ToLower(sha256)), &packed)
		if err == nil && !known {
			err = fmt.Errorf("a source with SHA-256 %s is %w %s", sha256, corpus.ErrNotFound, s.db.Name())
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	b, err := corpus.Unpack(packed)
	return b, s.db.Fault("read", err)
}

// References implements corpus.Store.
func (s *Store) References(ctx context.Context) ([]corpus.Mention, error) {
	var out []corpus.Mention
	err := s.db.Read(ctx, func(tx Tx) error {
		out = nil
		all, err := entries(ctx, tx, "true")
		if err != nil {
			return err
		}
		first := map[string]bool{}
		for _, e := range corpus.Editions(all) {
			first[e.Forms[0].SHA256] = true
		}
		return tx.Each(ctx, Do(`SELECT sha256, acts.key, acts.region, acts.adopted, acts.number, editions.id, editions.language, `+of("refs", refColumns)+
			actOfForm+`JOIN refs ON refs.form = forms.source ORDER BY refs.form, refs.n`), func(scan Scan) error {
			var sha string
			var m corpus.Mention
			dest := []any{&sha, &m.Act.Key, &m.Act.Region, &m.Act.Adopted, &m.Act.Number, &m.Edition, &m.Language}
			if err := scan(append(dest, refFields(&m.Reference)...)...); err != nil {
				return err
			}
			if first[sha] {
				out = append(out, m)
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	corpus.SortMentions(out)
	return out, nil
}
