package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"reglament/corpus"
)

// Search implements corpus.Store.
func (s *Store) Search(ctx context.Context, q corpus.Query) ([]corpus.Hit, error) {
	var hits []corpus.Hit
	err := s.read(ctx, func(tx *sql.Tx) (err error) {
		hits, err = corpus.Search(ctx, index{tx}, q)
		return err
	})
	return hits, err
}

// index is the search index in one state of the database.
type index struct{ tx *sql.Tx }

// Services implements corpus.Index.
func (x index) Services(ctx context.Context, folded string) ([]string, error) {
	var tags []string
	err := each(ctx, x.tx, `SELECT tag FROM service_names WHERE instr(folded, ?) > 0`, []any{folded}, func(rows *sql.Rows) error {
		var tag string
		err := rows.Scan(&tag)
		tags = append(tags, tag)
		return err
	})
	return tags, err
}

// Find implements corpus.Index. The index gives rows by falling id by itself, so that
// the first that pass are all that is read.
func (x index) Find(ctx context.Context, l corpus.Lookup) ([]corpus.Candidate, error) {
	where, args := `terms MATCH ? AND terms.rowid < ?`, []any{match(l.Terms), l.Below}
	if l.Status != "" {
		where, args = where+` AND parts.status = ?`, append(args, string(l.Status))
	}
	if l.On == "" {
		where += ` AND parts.newest`
	} else {
		where += ` AND parts.since <> '' AND parts.since <= ?1 AND (parts.until = '' OR parts.until > ?1) AND (parts.ended = '' OR parts.ended > ?1)`
		where = strings.ReplaceAll(where, "?1", "?")
		args = append(args, string(l.On), string(l.On), string(l.On))
	}
	var out []corpus.Candidate
	err := each(ctx, x.tx, `SELECT parts.id, parts.content, parts.regulation, parts.status, acts.key, acts.region, acts.adopted, acts.number,
			editions.id, editions.language, forms.title, sources.name
		FROM terms CROSS JOIN parts ON parts.id = terms.rowid CROSS JOIN forms ON forms.source = parts.form
			CROSS JOIN sources ON sources.id = forms.source CROSS JOIN editions ON editions.id = forms.edition
			CROSS JOIN acts ON acts.id = editions.act
		WHERE `+where+` ORDER BY terms.rowid DESC LIMIT ?`, append(args, l.Limit), func(rows *sql.Rows) error {
		var c corpus.Candidate
		h := &c.Hit
		err := rows.Scan(&c.ID, &c.Content, &h.Regulation, &h.Status, &h.Key, &h.Region, &h.Adopted, &h.Number,
			&h.Edition, &h.Language, &h.Title, &h.Source)
		out = append(out, c)
		return err
	})
	return out, err
}

// match writes terms as FTS5 reads them: ("a") AND ("b" OR "c").
func match(terms [][]string) string {
	all := make([]string, 0, len(terms))
	for _, any := range terms {
		quoted := make([]string, 0, len(any))
		for _, t := range any {
			quoted = append(quoted, `"`+strings.ReplaceAll(t, `"`, `""`)+`"`)
		}
		all = append(all, "("+strings.Join(quoted, " OR ")+")")
	}
	return strings.Join(all, " AND ")
}

// indexAct brings the index of an act up to date after its forms have changed. Parts of
// the record are taken from it, those of other forms are made again where they are
// missing: a form comes first when a better one has left.
func indexAct(ctx context.Context, tx *sql.Tx, act int64, r *corpus.Record) error {
	all, err := entries(ctx, tx, `acts.id = ?`, act)
	if err != nil {
		return err
	}
	wanted := map[int64]bool{}
	for _, form := range corpus.SearchedForms(all) {
		var source int64
		var known bool
		err := tx.QueryRowContext(ctx, `SELECT id, EXISTS (SELECT 1 FROM parts WHERE form = sources.id) FROM sources WHERE sha256 = ?`, form.SHA256).
			Scan(&source, &known)
		if err != nil {
			return err
		}
		wanted[source] = true
		if !known {
			record := r
			if r == nil || r.SHA256 != form.SHA256 {
				if record, err = stored(ctx, tx, source); err != nil {
					return err
				}
			}
			if err := putParts(ctx, tx, source, record); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `UPDATE parts SET status = ?, since = ?, until = ?, ended = ?, newest = ? WHERE form = ?`,
			string(form.Status), string(form.From), string(form.Until), string(form.Ended), form.Newest, source)
		if err != nil {
			return err
		}
	}
	var dropped []int64
	err = each(ctx, tx, `SELECT DISTINCT parts.form FROM parts JOIN forms ON forms.source = parts.form
			JOIN editions ON editions.id = forms.edition WHERE editions.act = ?`, []any{act}, func(rows *sql.Rows) error {
		var source int64
		err := rows.Scan(&source)
		if !wanted[source] {
			dropped = append(dropped, source)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, source := range dropped {
		if err := dropParts(ctx, tx, source); err != nil {
			return err
		}
	}
	return nil
}

func putParts(ctx context.Context, tx *sql.Tx, source int64, r *corpus.Record) error {
	for n, p := range r.Parts {
		id := corpus.PartID(r.Act.Adopted, source, n)
		_, err := tx.ExecContext(ctx, `INSERT INTO parts (id, form, regulation, status, since, until, ended, newest, content)
			VALUES (?, ?, ?, '', '', '', '', 0, ?)`, id, source, p.Regulation, p.Content)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO terms (rowid, stems) VALUES (?, ?)`, id, strings.Join(p.Terms, " ")); err != nil {
			return err
		}
		if p.ServiceTag != "" {
			_, err := tx.ExecContext(ctx, `INSERT INTO service_names (folded, tag) VALUES (?, ?) ON CONFLICT DO NOTHING`, p.Service, p.ServiceTag)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// dropForm deletes what a source was read as, if it was.
func dropForm(ctx context.Context, tx *sql.Tx, source int64) error {
	if err := dropParts(ctx, tx, source); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM forms WHERE source = ?`, source)
	return err
}

func dropParts(ctx context.Context, tx *sql.Tx, source int64) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM terms WHERE rowid IN (SELECT id FROM parts WHERE form = ?)`, source); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM parts WHERE form = ?`, source)
	return err
}

// stored makes the record of a form out of what is stored of it.
func stored(ctx context.Context, tx *sql.Tx, source int64) (*corpus.Record, error) {
	var read corpus.Packed
	err := tx.QueryRowContext(ctx, `SELECT name, content, canonical, model FROM forms JOIN sources ON sources.id = forms.source WHERE source = ?`, source).
		Scan(&read.Name, &read.Raw, &read.Canonical, &read.Model)
	if err != nil {
		return nil, err
	}
	return read.Record()
}

// indexAll makes the index of a database that had none.
func indexAll(ctx context.Context, tx *sql.Tx) error {
	var acts []int64
	err := each(ctx, tx, `SELECT id FROM acts`, nil, func(rows *sql.Rows) error {
		var act int64
		err := rows.Scan(&act)
		acts = append(acts, act)
		return err
	})
	if err != nil {
		return err
	}
	for _, act := range acts {
		if err := indexAct(ctx, tx, act, nil); err != nil {
			return fmt.Errorf("the index of act %d: %w", act, err)
		}
	}
	return nil
}
