package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"reglament/corpus"
)

// Put implements corpus.Store.
func (s *Store) Put(ctx context.Context, r *corpus.Record) (corpus.Outcome, error) {
	var done corpus.Outcome
	// A known file is met without a write lock.
	err := s.read(ctx, func(tx *sql.Tx) (err error) {
		done, err = unchanged(ctx, tx, r)
		return err
	})
	if err != nil || done.Change != "" {
		return done, err
	}
	err = s.write(ctx, "store "+r.Name, func(tx *sql.Tx) (err error) {
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

func unchanged(ctx context.Context, tx *sql.Tx, r *corpus.Record) (corpus.Outcome, error) {
	var edition int64
	err := tx.QueryRowContext(ctx,
		`SELECT edition FROM forms JOIN sources ON sources.id = forms.source WHERE sha256 = ? AND reading = ?`,
		r.SHA256, r.Reading).Scan(&edition)
	if errors.Is(err, sql.ErrNoRows) {
		return corpus.Outcome{}, nil
	}
	if err != nil {
		return corpus.Outcome{}, err
	}
	return r.Outcome(corpus.Unchanged, edition), nil
}

func (s *Store) put(ctx context.Context, tx *sql.Tx, r *corpus.Record) (corpus.Outcome, error) {
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
	others, err := entries(ctx, tx, `acts.id = ?`, act)
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
		if edition, err = insert(ctx, tx, `INSERT INTO editions (act, language) VALUES (?, ?)`, act, r.Language); err != nil {
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
func (s *Store) putSource(ctx context.Context, tx *sql.Tx, r *corpus.Record) (id, edition int64, err error) {
	err = tx.QueryRowContext(ctx,
		`SELECT sources.id, edition FROM sources JOIN forms ON forms.source = sources.id WHERE sha256 = ?`, r.SHA256).Scan(&id, &edition)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, edition, err
	}
	id, err = insert(ctx, tx, `INSERT INTO sources (sha256, name, size, stored, content) VALUES (?, ?, ?, ?, ?)`,
		r.SHA256, r.Name, r.Size, s.Now().UTC().Format(time.RFC3339), r.Raw)
	return id, 0, err
}

func putAct(ctx context.Context, tx *sql.Tx, a corpus.Act) (id int64, err error) {
	err = tx.QueryRowContext(ctx, `SELECT id FROM acts WHERE key = ?`, a.Key).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	return insert(ctx, tx, `INSERT INTO acts (key, region, adopted, number) VALUES (?, ?, ?, ?)`, a.Key, a.Region, a.Adopted, a.Number)
}

func putForm(ctx context.Context, tx *sql.Tx, source, edition int64, r *corpus.Record) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO forms (source, edition, format, portal_id, kind, title, issuer, status, wording, as_of,
			errors, warnings, words, reading, canonical, model) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		source, edition, r.Format, string(r.ID), string(r.Kind), string(r.Title), string(r.Issuer), r.Status, string(r.Wording), string(r.AsOf),
		r.Errors, r.Warnings, r.Words, r.Reading, r.Canonical, r.Model)
	if err != nil {
		return err
	}
	for n, v := range r.Services {
		if _, err := tx.ExecContext(ctx, `INSERT INTO services (form, n, regulation, name) VALUES (?, ?, ?, ?)`,
			source, n+1, v.Regulation, v.Name); err != nil {
			return err
		}
	}
	for n, v := range r.Refs {
		if _, err := tx.ExecContext(ctx, `INSERT INTO refs (form, n, role, regulation, kind, issuer, date, number, title, registration,
				text, span_start, span_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			source, n+1, v.Role, v.Regulation, string(v.Ref.Kind), string(v.Ref.Issuer), string(v.Ref.Date), string(v.Ref.Number),
			string(v.Ref.Title), string(v.Ref.RegistrationNumber), v.Ref.Text, v.Ref.Span[0], v.Ref.Span[1]); err != nil {
			return err
		}
	}
	return nil
}

// vacated returns the edition that a file was read as before if it may keep it: the
// edition has no other form, and is of the same act and language.
func vacated(ctx context.Context, tx *sql.Tx, edition, act int64, r *corpus.Record) (id int64, err error) {
	err = tx.QueryRowContext(ctx, `SELECT id FROM editions WHERE id = ? AND act = ? AND language = ?
			AND NOT EXISTS (SELECT 1 FROM forms WHERE forms.edition = editions.id)`, edition, act, r.Language).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

// sweep drops an edition without forms, and its act if it was the last; of an act that
// stays, what search finds may have changed.
func sweep(ctx context.Context, tx *sql.Tx, edition int64, r *corpus.Record) error {
	var act int64
	if err := tx.QueryRowContext(ctx, `SELECT act FROM editions WHERE id = ?`, edition).Scan(&act); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM editions WHERE id = ?
			AND NOT EXISTS (SELECT 1 FROM forms WHERE forms.edition = editions.id)`, edition); err != nil {
		return err
	}
	gone, err := tx.ExecContext(ctx, `DELETE FROM acts WHERE id = ?
			AND NOT EXISTS (SELECT 1 FROM editions WHERE editions.act = acts.id)`, act)
	if err != nil {
		return err
	}
	if n, err := gone.RowsAffected(); err != nil || n > 0 {
		return err
	}
	return indexAct(ctx, tx, act, r)
}

func insert(ctx context.Context, tx *sql.Tx, query string, args ...any) (int64, error) {
	res, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}
