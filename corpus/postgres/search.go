package postgres

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"reglament/corpus"
)

// Search implements corpus.Store.
func (s *Store) Search(ctx context.Context, q corpus.Query) ([]corpus.Hit, error) {
	var hits []corpus.Hit
	err := s.read(ctx, func(tx pgx.Tx) (err error) {
		hits, err = corpus.Search(ctx, index{tx}, q)
		return err
	})
	return hits, err
}

// index is the search index in one state of the database.
type index struct{ tx pgx.Tx }

// Services implements corpus.Index.
func (x index) Services(ctx context.Context, folded string) ([]string, error) {
	var tags []string
	err := each(ctx, x.tx, `SELECT tag FROM service_names WHERE position($1 IN folded) > 0`, []any{storable(folded)}, func(rows pgx.Rows) error {
		var tag string
		err := rows.Scan(&tag)
		tags = append(tags, tag)
		return err
	})
	return tags, err
}

// Find implements corpus.Index. The ids are chosen first, from the short rows of parts.
func (x index) Find(ctx context.Context, l corpus.Lookup) ([]corpus.Candidate, error) {
	var c conditions
	c.and(`terms @@ $::tsquery`, match(l.Terms))
	c.and(`id < $`, l.Below)
	if l.Status != "" {
		c.and(`status = $`, string(l.Status))
	}
	if l.On == "" {
		c.where = append(c.where, `newest`)
	} else {
		c.and(`since <> '' AND since <= $ AND (until = '' OR until > $) AND (ended = '' OR ended > $)`, string(l.On))
	}
	c.and(`true ORDER BY id DESC LIMIT $`, l.Limit)
	var out []corpus.Candidate
	err := each(ctx, x.tx, `WITH found AS MATERIALIZED (SELECT id FROM parts WHERE `+strings.Join(c.where, " AND ")+`)
		SELECT parts.id, parts.content, parts.regulation, parts.status, acts.key, acts.region, acts.adopted, acts.number,
			editions.id, editions.language, forms.title, sources.name
		FROM found JOIN parts ON parts.id = found.id JOIN forms ON forms.source = parts.form
			JOIN sources ON sources.id = forms.source JOIN editions ON editions.id = forms.edition
			JOIN acts ON acts.id = editions.act
		ORDER BY parts.id DESC`, c.args, func(rows pgx.Rows) error {
		var c corpus.Candidate
		h := &c.Hit
		err := rows.Scan(&c.ID, &c.Content, &h.Regulation, &h.Status, &h.Key, &h.Region, &h.Adopted, &h.Number,
			&h.Edition, &h.Language, &h.Title, &h.Source)
		out = append(out, c)
		return err
	})
	return out, err
}

// match writes terms as a tsquery takes them: ('a') & ('b' | 'c').
func match(terms [][]string) string {
	all := make([]string, 0, len(terms))
	for _, any := range terms {
		quoted := make([]string, 0, len(any))
		for _, t := range any {
			quoted = append(quoted, `'`+strings.NewReplacer(`'`, `''`, `\`, `\\`).Replace(storable(t))+`'`)
		}
		all = append(all, "("+strings.Join(quoted, " | ")+")")
	}
	return strings.Join(all, " & ")
}

// indexAct brings the index of an act up to date after its forms have changed. Parts of
// the record are taken from it, those of other forms are made again where they are
// missing: a form comes first when a better one has left.
func indexAct(ctx context.Context, tx pgx.Tx, act int64, r *corpus.Record) error {
	all, err := entries(ctx, tx, `acts.id = $1`, act)
	if err != nil {
		return err
	}
	wanted := []int64{}
	for _, form := range corpus.SearchedForms(all) {
		var source int64
		var known bool
		_, err := one(ctx, tx, `SELECT id, EXISTS (SELECT 1 FROM parts WHERE form = sources.id) FROM sources WHERE sha256 = $1`,
			[]any{form.SHA256}, &source, &known)
		if err != nil {
			return err
		}
		wanted = append(wanted, source)
		if !known {
			record := r
			if r == nil || r.SHA256 != form.SHA256 {
				if record, err = stored(ctx, tx, source); err != nil {
					return err
				}
			}
			if err := putParts(ctx, tx, source, record, form); err != nil {
				return err
			}
			continue
		}
		_, err = tx.Exec(ctx, `UPDATE parts SET status = $2, since = $3, until = $4, ended = $5, newest = $6 WHERE form = $1
				AND (status, since, until, ended, newest) IS DISTINCT FROM ($2, $3, $4, $5, $6)`,
			source, string(form.Status), string(form.From), string(form.Until), string(form.Ended), form.Newest)
		if err != nil {
			return err
		}
	}
	_, err = tx.Exec(ctx, `DELETE FROM parts USING forms, editions
		WHERE forms.source = parts.form AND editions.id = forms.edition AND editions.act = $1 AND NOT parts.form = ANY($2)`, act, wanted)
	return err
}

func putParts(ctx context.Context, tx pgx.Tx, source int64, r *corpus.Record, form corpus.Searched) error {
	var b pgx.Batch
	for n, p := range r.Parts {
		b.Queue(`INSERT INTO parts (id, form, regulation, status, since, until, ended, newest, terms, content)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, array_to_tsvector($9), $10)`,
			corpus.PartID(r.Act.Adopted, source, n), source, p.Regulation, string(form.Status), string(form.From), string(form.Until),
			string(form.Ended), form.Newest, p.Terms, p.Content)
		if p.ServiceTag != "" {
			b.Queue(`INSERT INTO service_names (folded, tag) SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM service_names WHERE folded = $1)
				ON CONFLICT DO NOTHING`, storable(p.Service), p.ServiceTag)
		}
	}
	return tx.SendBatch(ctx, &b).Close()
}

// dropForm deletes what a source was read as, if it was.
func dropForm(ctx context.Context, tx pgx.Tx, source int64) error {
	if _, err := tx.Exec(ctx, `DELETE FROM parts WHERE form = $1`, source); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `DELETE FROM forms WHERE source = $1`, source)
	return err
}

// stored makes the record of a form out of what is stored of it.
func stored(ctx context.Context, tx pgx.Tx, source int64) (*corpus.Record, error) {
	var read corpus.Packed
	_, err := one(ctx, tx, `SELECT name, content, canonical, model FROM forms JOIN sources ON sources.id = forms.source WHERE source = $1`,
		[]any{source}, &read.Name, &read.Raw, &read.Canonical, &read.Model)
	if err != nil {
		return nil, err
	}
	return read.Record()
}
