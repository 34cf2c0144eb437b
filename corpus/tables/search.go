package tables

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"reglament/corpus"
)

// Search implements corpus.Store.
func (s *Store) Search(ctx context.Context, q corpus.Query) ([]corpus.Hit, error) {
	var hits []corpus.Hit
	err := s.db.Read(ctx, func(tx Tx) error {
		err := tx.Exec(ctx, s.db.Settings()...)
		if err == nil {
			hits, err = corpus.Search(ctx, index{tx, s.db}, q)
		}
		return err
	})
	return hits, err
}

// index is the search index in one state of the database.
type index struct {
	Tx
	terms Terms
}

// Services implements corpus.Index.
func (x index) Services(ctx context.Context, folded string) ([]string, error) {
	var tags []string
	plain := strings.NewReplacer(`!`, `!!`, `%`, `!%`, `_`, `!_`).Replace(folded)
	err := x.Each(ctx, Do(`SELECT tag FROM service_names WHERE folded LIKE ? ESCAPE '!'`, "%"+plain+"%"), func(scan Scan) error {
		var tag string
		err := scan(&tag)
		tags = append(tags, tag)
		return err
	})
	return tags, err
}

// Find implements corpus.Index.
func (x index) Find(ctx context.Context, l corpus.Lookup) ([]corpus.Candidate, error) {
	having := x.terms.Having(l.Terms)
	var c conditions
	c.and(having.Where, having.Arg)
	c.and(having.ID+` > ?`, l.Above)
	if l.Status != "" {
		c.and(`parts.status = ?`, l.Status)
	}
	if l.On == "" {
		c.and(`parts.newest`)
	} else {
		c.and(`parts.since <> '' AND parts.since <= ? AND (parts.until = '' OR parts.until > ?) AND (parts.ended = '' OR parts.ended > ?)`,
			l.On, l.On, l.On)
	}
	var out []corpus.Candidate
	// SQLite compiles a statement again for each value of a bare LIMIT ?.
	err := x.Each(ctx, Do(`WITH found AS MATERIALIZED (SELECT parts.id, parts.language, parts.status FROM `+having.From+`
			WHERE `+c.String()+` ORDER BY `+having.ID+` LIMIT ? + 0)
		SELECT found.id, found.language, found.status, part_texts.sketch FROM found CROSS JOIN part_texts WHERE part_texts.part = found.id
		ORDER BY found.id`, append(c.args, l.Limit)...), func(scan Scan) error {
		var p corpus.Candidate
		err := scan(&p.ID, &p.Language, &p.Status, &p.Sketch)
		out = append(out, p)
		return err
	})
	return out, err
}

// Show implements corpus.Index.
func (x index) Show(ctx context.Context, ids []int64) ([]corpus.Shown, error) {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	var out []corpus.Shown
	err := x.Each(ctx, Do(`SELECT parts.id, part_texts.content, parts.regulation, parts.status, acts.key, acts.region, acts.adopted, acts.number,
			editions.id, editions.language, forms.title, sources.name
		FROM parts JOIN part_texts ON part_texts.part = parts.id JOIN forms ON forms.source = parts.form
			JOIN sources ON sources.id = forms.source JOIN editions ON editions.id = forms.edition JOIN acts ON acts.id = editions.act
		WHERE parts.id IN (?`+strings.Repeat(", ?", len(ids)-1)+`)`, args...), func(scan Scan) error {
		var p corpus.Shown
		h := &p.Hit
		err := scan(&p.ID, &p.Content, &h.Regulation, &h.Status, &h.Key, &h.Region, &h.Adopted, &h.Number,
			&h.Edition, &h.Language, &h.Title, &h.Source)
		out = append(out, p)
		return err
	})
	return out, err
}

// indexed is a form of an act, and whether it has parts.
type indexed struct {
	source int64
	parts  bool
}

// indexAct brings the index of an act up to date after its forms have changed. Parts of
// the record are taken from it, those of other forms are made again where they are
// missing: a form comes first when a better one has left.
func (s *Store) indexAct(ctx context.Context, tx Tx, act int64, r *corpus.Record) error {
	all, err := entries(ctx, tx, `acts.id = ?`, act)
	if err != nil {
		return err
	}
	forms := map[string]indexed{} // by their hashes
	err = tx.Each(ctx, Do(`SELECT sha256, sources.id, EXISTS (SELECT 1 FROM parts WHERE parts.form = sources.id)`+actOfForm+
		`WHERE acts.id = ?`, act), func(scan Scan) error {
		var sha string
		var f indexed
		err := scan(&sha, &f.source, &f.parts)
		forms[sha] = f
		return err
	})
	if err != nil {
		return err
	}
	for _, searched := range corpus.SearchedForms(all) {
		f := forms[searched.SHA256]
		delete(forms, searched.SHA256)
		if !f.parts {
			if err := s.putParts(ctx, tx, f.source, searched, r); err != nil {
				return err
			}
			continue
		}
		facts := []any{searched.Status, searched.From, searched.Until, searched.Ended, searched.Newest}
		if err := tx.Exec(ctx, Do(`UPDATE parts SET status = ?, since = ?, until = ?, ended = ?, newest = ? WHERE form = ?
				AND (status <> ? OR since <> ? OR until <> ? OR ended <> ? OR newest <> ?)`,
			append(append(facts, f.source), facts...)...)); err != nil {
			return err
		}
	}
	for _, f := range forms {
		if f.parts {
			if err := tx.Exec(ctx, s.db.DropParts(f.source)...); err != nil {
				return err
			}
		}
	}
	return nil
}

// indexKeys brings the index of the acts with these keys up to date that are in the corpus.
func (s *Store) indexKeys(ctx context.Context, tx Tx, keys []string) error {
	slices.Sort(keys)
	for _, key := range slices.Compact(keys) {
		var act int64
		known, err := one(ctx, tx, Do(`SELECT id FROM acts WHERE key = ?`, key), &act)
		if err == nil && known {
			err = s.indexAct(ctx, tx, act, nil)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// putParts puts the parts of a form, out of the record if it is of it.
func (s *Store) putParts(ctx context.Context, tx Tx, source int64, searched corpus.Searched, r *corpus.Record) error {
	if r == nil || r.SHA256 != searched.SHA256 {
		var err error
		if r, err = recordOf(ctx, tx, source); err != nil {
			return err
		}
	}
	var all []Statement
	for n, p := range r.Parts {
		id := corpus.PartID(r.Act.Adopted, source, n)
		all = append(all, s.db.PutPart([]any{id, source, p.Regulation, p.Language, searched.Status, searched.From, searched.Until, searched.Ended,
			searched.Newest}, id, p.Terms)...)
		all = append(all, Insert("part_texts", "part, sketch, content", id, p.Sketch, p.Content))
		if p.ServiceTag != "" {
			name := Insert("service_names", "folded, tag", p.Service, p.ServiceTag)
			name.SQL += " ON CONFLICT DO NOTHING"
			all = append(all, name)
		}
	}
	return tx.Exec(ctx, all...)
}

// recordOf makes the record of a form out of what is stored of it.
func recordOf(ctx context.Context, tx Tx, source int64) (*corpus.Record, error) {
	var read corpus.Packed
	_, err := one(ctx, tx, Do(`SELECT name, content, canonical, model FROM forms JOIN sources ON sources.id = forms.source WHERE source = ?`, source),
		&read.Name, &read.Raw, &read.Canonical, &read.Model)
	if err != nil {
		return nil, err
	}
	return read.Record()
}

// indexAll makes the index of tables that have none.
func (s *Store) indexAll(ctx context.Context, tx Tx) error {
	var acts []int64
	err := tx.Each(ctx, Do(`SELECT id FROM acts`), func(scan Scan) error {
		var act int64
		err := scan(&act)
		acts = append(acts, act)
		return err
	})
	if err != nil {
		return err
	}
	for _, act := range acts {
		if err := s.indexAct(ctx, tx, act, nil); err != nil {
			return fmt.Errorf("the index of act %d: %w", act, err)
		}
	}
	// An act may have been indexed before the one that repeals it.
	var ended []string
	err = tx.Each(ctx, Do(`SELECT DISTINCT key FROM ends`), func(scan Scan) error {
		var key string
		err := scan(&key)
		ended = append(ended, key)
		return err
	})
	if err != nil {
		return err
	}
	return s.indexKeys(ctx, tx, ended)
}
