package postgres

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"reglament/corpus"
	"reglament/model"
)

// entries reads the forms of the acts that a condition on acts chooses, by source.
func entries(ctx context.Context, tx pgx.Tx, where string, args ...any) ([]corpus.Entry, error) {
	const from = ` FROM forms JOIN sources ON sources.id = forms.source
		JOIN editions ON editions.id = forms.edition JOIN acts ON acts.id = editions.act `
	var out []corpus.Entry
	place := map[int64]int{}
	err := each(ctx, tx, `SELECT forms.source, acts.key, acts.region, acts.adopted, acts.number, editions.id, editions.language,
			sha256, name, stored, format, portal_id, kind, title, issuer, status, wording, as_of, errors, warnings, words, reading`+
		from+`WHERE `+where+` ORDER BY forms.source`, args, func(rows pgx.Rows) error {
		var e corpus.Entry
		var source int64
		err := rows.Scan(&source, &e.Act.Key, &e.Act.Region, &e.Act.Adopted, &e.Act.Number, &e.Edition, &e.Language,
			&e.SHA256, &e.Name, &e.Stored, &e.Format, &e.ID, &e.Kind, &e.Title, &e.Issuer, &e.Status, &e.Wording, &e.AsOf,
			&e.Errors, &e.Warnings, &e.Words, &e.Reading)
		e.Stored = e.Stored.UTC()
		place[source] = len(out)
		out = append(out, e)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = each(ctx, tx, `SELECT forms.source, services.regulation, services.name`+from+`JOIN services ON services.form = forms.source
			WHERE `+where+` ORDER BY forms.source, services.n`, args, func(rows pgx.Rows) error {
		var source int64
		var v corpus.Service
		if err := rows.Scan(&source, &v.Regulation, &v.Name); err != nil {
			return err
		}
		e := &out[place[source]]
		e.Services = append(e.Services, v)
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = each(ctx, tx, `SELECT forms.source, `+refColumns+from+`JOIN refs ON refs.form = forms.source AND refs.role = '`+string(corpus.RefRepealedBy)+`'
			WHERE `+where, args, func(rows pgx.Rows) error {
		var source int64
		var v corpus.Reference
		if err := rows.Scan(append([]any{&source}, refFields(&v)...)...); err != nil {
			return err
		}
		out[place[source]].RepealedBy = &v.Ref
		return nil
	})
	return out, err
}

const refColumns = `refs.role, refs.regulation, refs.kind, refs.issuer, refs.date, refs.number, refs.title, refs.registration,
	refs.text, refs.span_start, refs.span_end`

func refFields(v *corpus.Reference) []any {
	r := &v.Ref
	return []any{&v.Role, &v.Regulation, &r.Kind, &r.Issuer, &r.Date, &r.Number, &r.Title, &r.RegistrationNumber,
		&r.Text, &r.Span[0], &r.Span[1]}
}

// conditions collects the conditions of a query with their arguments.
type conditions struct {
	where []string
	args  []any
}

// and adds a condition; each $ in it stands for the argument.
func (c *conditions) and(condition string, arg any) {
	c.args = append(c.args, arg)
	c.where = append(c.where, strings.ReplaceAll(condition, "$", fmt.Sprintf("$%d", len(c.args))))
}

func (c *conditions) String() string { return strings.Join(append(c.where, "true"), " AND ") }

// Acts implements corpus.Store. The database leaves out acts that cannot pass; the
// filter itself is corpus.Summaries.
func (s *Store) Acts(ctx context.Context, f corpus.Filter) ([]corpus.ActSummary, error) {
	var c conditions
	if f.Key != "" {
		c.and(`acts.key = $`, storable(f.Key))
	}
	if f.Region != "" {
		c.and(`acts.region = $`, storable(string(f.Region)))
	}
	if f.Year != 0 {
		c.and(`left(acts.adopted, 4) = $`, fmt.Sprintf("%04d", f.Year))
	}
	if f.ID != "" {
		c.and(`acts.id IN (SELECT e.act FROM editions e JOIN forms f ON f.edition = e.id WHERE f.portal_id = $)`, storable(f.ID))
	}
	var all []corpus.Entry
	err := s.read(ctx, func(tx pgx.Tx) (err error) {
		all, err = entries(ctx, tx, c.String(), c.args...)
		return err
	})
	if err != nil {
		return nil, err
	}
	return corpus.Summaries(all, f), nil
}

// Editions implements corpus.Store.
func (s *Store) Editions(ctx context.Context, key string) ([]corpus.Edition, error) {
	var all []corpus.Entry
	err := s.read(ctx, func(tx pgx.Tx) (err error) {
		all, err = entries(ctx, tx, `acts.key = $1`, storable(key))
		return err
	})
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("the act %s is %w %s", key, corpus.ErrNotFound, s.name)
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
	err := s.read(ctx, func(tx pgx.Tx) error {
		all, err := entries(ctx, tx, `acts.id = (SELECT act FROM editions WHERE id = $1)`, edition)
		if err != nil {
			return err
		}
		editions := corpus.Editions(all)
		i := slices.IndexFunc(editions, func(e corpus.Edition) bool { return e.ID == edition })
		if i < 0 {
			return fmt.Errorf("edition %d is %w %s", edition, corpus.ErrNotFound, s.name)
		}
		first := editions[i].Forms[0]
		name = first.Name
		_, err = one(ctx, tx, `SELECT model, canonical FROM forms JOIN sources ON sources.id = forms.source WHERE sha256 = $1`,
			[]any{first.SHA256}, &packedModel, &packedCanonical)
		return err
	})
	if err != nil {
		return nil, "", err
	}
	d, canonical, err := corpus.Decode(name, packedModel, packedCanonical)
	return d, canonical, s.fault("read "+name, err)
}

// Raw implements corpus.Store.
func (s *Store) Raw(ctx context.Context, sha256 string) ([]byte, error) {
	var packed []byte
	err := s.read(ctx, func(tx pgx.Tx) error {
		ok, err := one(ctx, tx, `SELECT content FROM sources WHERE sha256 = $1`, []any{storable(strings.ToLower(sha256))}, &packed)
		if err == nil && !ok {
			err = fmt.Errorf("a source with SHA-256 %s is %w %s", sha256, corpus.ErrNotFound, s.name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	b, err := corpus.Unpack(packed)
	return b, s.fault("read", err)
}

// References implements corpus.Store.
func (s *Store) References(ctx context.Context) ([]corpus.Mention, error) {
	var out []corpus.Mention
	err := s.read(ctx, func(tx pgx.Tx) error {
		out = nil
		all, err := entries(ctx, tx, "true")
		if err != nil {
			return err
		}
		first := map[string]bool{}
		for _, e := range corpus.Editions(all) {
			first[e.Forms[0].SHA256] = true
		}
		return each(ctx, tx, `SELECT sha256, acts.key, acts.region, acts.adopted, acts.number, editions.id, editions.language, `+refColumns+`
			FROM refs JOIN sources ON sources.id = refs.form JOIN forms ON forms.source = refs.form
			JOIN editions ON editions.id = forms.edition JOIN acts ON acts.id = editions.act ORDER BY refs.form, refs.n`, nil,
			func(rows pgx.Rows) error {
				var sha string
				var m corpus.Mention
				dest := []any{&sha, &m.Act.Key, &m.Act.Region, &m.Act.Adopted, &m.Act.Number, &m.Edition, &m.Language}
				if err := rows.Scan(append(dest, refFields(&m.Reference)...)...); err != nil {
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
