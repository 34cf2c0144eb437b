package postgres

import (
	"context"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"reglament/corpus"
)

// Put implements corpus.Store.
func (s *Store) Put(ctx context.Context, r *corpus.Record) (corpus.Outcome, error) {
	var done corpus.Outcome
	// A known file is met without locks.
	err := s.read(ctx, func(tx pgx.Tx) (err error) {
		done, err = unchanged(ctx, tx, r)
		return err
	})
	if err != nil || done.Change != "" {
		return done, err
	}
	err = s.write(ctx, "store "+r.Name, func(tx pgx.Tx) (err error) {
		if err := lock(ctx, tx, r); err != nil {
			return err
		}
		done, err = unchanged(ctx, tx, r) // another process may have been quicker
		if err != nil || done.Change != "" {
			return err
		}
		done, err = s.put(ctx, tx, r)
		return err
	})
	if err != nil {
		return corpus.Outcome{}, err
	}
	return done, nil
}

// lock keeps others from writing this file, this act and the act that the file belonged
// to before, until the transaction ends; always in this order, so that no two wait for
// each other.
func lock(ctx context.Context, tx pgx.Tx, r *corpus.Record) error {
	if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, r.SHA256); err != nil {
		return err
	}
	keys := []string{r.Act.Key}
	var before string
	moved, err := one(ctx, tx, `SELECT acts.key FROM sources JOIN forms ON forms.source = sources.id
			JOIN editions ON editions.id = forms.edition JOIN acts ON acts.id = editions.act WHERE sha256 = $1`, []any{r.SHA256}, &before)
	if err != nil {
		return err
	}
	if moved && before != r.Act.Key {
		keys = append(keys, before)
		slices.Sort(keys)
	}
	for _, key := range keys {
		if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, key); err != nil {
			return err
		}
	}
	return nil
}

func unchanged(ctx context.Context, tx pgx.Tx, r *corpus.Record) (corpus.Outcome, error) {
	var edition int64
	ok, err := one(ctx, tx, `SELECT edition FROM forms JOIN sources ON sources.id = forms.source WHERE sha256 = $1 AND reading = $2`,
		[]any{r.SHA256, r.Reading}, &edition)
	if !ok {
		return corpus.Outcome{}, err
	}
	return r.Outcome(corpus.Unchanged, edition), nil
}

func (s *Store) put(ctx context.Context, tx pgx.Tx, r *corpus.Record) (corpus.Outcome, error) {
	source, old, err := s.putSource(ctx, tx, r)
	if err != nil {
		return corpus.Outcome{}, err
	}
	act, err := putAct(ctx, tx, r.Act)
	if err != nil {
		return corpus.Outcome{}, err
	}
	// The others of the act, without what this file was read as before.
	if err := dropForm(ctx, tx, source); err != nil {
		return corpus.Outcome{}, err
	}
	others, err := entries(ctx, tx, `acts.id = $1`, act)
	if err != nil {
		return corpus.Outcome{}, err
	}
	change, edition := corpus.Place(r, others)
	if edition == 0 && old != 0 {
		if edition, err = vacated(ctx, tx, old, act, r); err != nil {
			return corpus.Outcome{}, err
		}
	}
	if edition == 0 {
		if _, err = one(ctx, tx, `INSERT INTO editions (act, language) VALUES ($1, $2) RETURNING id`, []any{act, string(r.Language)}, &edition); err != nil {
			return corpus.Outcome{}, err
		}
	}
	if err := putForm(ctx, tx, source, edition, r); err != nil {
		return corpus.Outcome{}, err
	}
	if old != 0 {
		change = corpus.Reread
		if err := sweep(ctx, tx, old, r); err != nil {
			return corpus.Outcome{}, err
		}
	}
	return r.Outcome(change, edition), indexAct(ctx, tx, act, r)
}

// putSource stores the bytes, and returns the edition that they were read as before (0:
// they are new).
func (s *Store) putSource(ctx context.Context, tx pgx.Tx, r *corpus.Record) (id, edition int64, err error) {
	ok, err := one(ctx, tx, `SELECT sources.id, edition FROM sources JOIN forms ON forms.source = sources.id WHERE sha256 = $1`,
		[]any{r.SHA256}, &id, &edition)
	if ok || err != nil {
		return id, edition, err
	}
	_, err = one(ctx, tx, `INSERT INTO sources (sha256, name, size, stored, content) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
		[]any{r.SHA256, storable(r.Name), int64(r.Size), s.Now().UTC().Truncate(1e9), r.Raw}, &id)
	return id, 0, err
}

// storable is a text as PostgreSQL takes it: names of files may hold any byte.
func storable(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

func putAct(ctx context.Context, tx pgx.Tx, a corpus.Act) (id int64, err error) {
	ok, err := one(ctx, tx, `SELECT id FROM acts WHERE key = $1`, []any{a.Key}, &id)
	if ok || err != nil {
		return id, err
	}
	_, err = one(ctx, tx, `INSERT INTO acts (key, region, adopted, number) VALUES ($1, $2, $3, $4) RETURNING id`,
		[]any{a.Key, string(a.Region), string(a.Adopted), string(a.Number)}, &id)
	return id, err
}

// putForm sends all rows of a form at once: a reference by itself would be a way to the
// server and back.
func putForm(ctx context.Context, tx pgx.Tx, source, edition int64, r *corpus.Record) error {
	var b pgx.Batch
	b.Queue(`INSERT INTO forms (source, edition, format, portal_id, kind, title, issuer, status, wording, as_of,
			errors, warnings, words, reading, canonical, model) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
		source, edition, string(r.Format), string(r.ID), string(r.Kind), storable(string(r.Title)), storable(string(r.Issuer)), string(r.Status),
		string(r.Wording), string(r.AsOf), r.Errors, r.Warnings, r.Words, r.Reading, r.Canonical, r.Model)
	for n, v := range r.Services {
		b.Queue(`INSERT INTO services (form, n, regulation, name) VALUES ($1, $2, $3, $4)`, source, n+1, v.Regulation, storable(v.Name))
	}
	for n, v := range r.Refs {
		b.Queue(`INSERT INTO refs (form, n, role, regulation, kind, issuer, date, number, title, registration,
				text, span_start, span_end) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
			source, n+1, string(v.Role), v.Regulation, string(v.Ref.Kind), storable(string(v.Ref.Issuer)), string(v.Ref.Date), storable(string(v.Ref.Number)),
			storable(string(v.Ref.Title)), storable(string(v.Ref.RegistrationNumber)), storable(v.Ref.Text), v.Ref.Span[0], v.Ref.Span[1])
	}
	return tx.SendBatch(ctx, &b).Close()
}

// vacated returns the edition that a file was read as before if it may keep it: the
// edition has no other form, and is of the same act and language.
func vacated(ctx context.Context, tx pgx.Tx, edition, act int64, r *corpus.Record) (id int64, err error) {
	_, err = one(ctx, tx, `SELECT id FROM editions WHERE id = $1 AND act = $2 AND language = $3
			AND NOT EXISTS (SELECT 1 FROM forms WHERE forms.edition = editions.id)`, []any{edition, act, string(r.Language)}, &id)
	return id, err
}

// sweep drops an edition without forms, and its act if it was the last; of an act that
// stays, what search finds may have changed.
func sweep(ctx context.Context, tx pgx.Tx, edition int64, r *corpus.Record) error {
	var act int64
	if _, err := one(ctx, tx, `SELECT act FROM editions WHERE id = $1`, []any{edition}, &act); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `DELETE FROM editions WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM forms WHERE forms.edition = editions.id)`, edition)
	if err != nil {
		return err
	}
	gone, err := tx.Exec(ctx, `DELETE FROM acts WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM editions WHERE editions.act = acts.id)`, act)
	if err != nil || gone.RowsAffected() > 0 {
		return err
	}
	return indexAct(ctx, tx, act, r)
}
