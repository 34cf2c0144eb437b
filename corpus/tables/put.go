package tables

import (
	"context"
	"slices"
	"time"

	"reglament/corpus"
)

// Put implements corpus.Store.
func (s *Store) Put(ctx context.Context, r *corpus.Record) (corpus.Outcome, error) {
	var done corpus.Outcome
	// A known file is met without locks.
	err := s.db.Read(ctx, func(tx Tx) (err error) {
		done, err = unchanged(ctx, tx, r)
		return err
	})
	if err != nil || done.Change != "" {
		return done, err
	}
	err = s.db.Write(ctx, "store "+r.Name, func(tx Tx) (err error) {
		if err := tx.Lock(ctx, "file "+r.SHA256); err != nil {
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

func unchanged(ctx context.Context, tx Tx, r *corpus.Record) (corpus.Outcome, error) {
	var edition int64
	known, err := one(ctx, tx, Do(`SELECT edition FROM forms JOIN sources ON sources.id = forms.source WHERE sha256 = ? AND reading = ?`,
		r.SHA256, r.Reading), &edition)
	if err != nil || !known {
		return corpus.Outcome{}, err
	}
	return r.Outcome(corpus.Unchanged, edition, nil), nil
}

// before is what a file was read as until now; zero where it is new.
type before struct {
	source, edition, act int64
	key                  string // of the act
}

// put stores the reading of a file in one transaction, and brings up to date what search
// knows of the acts that its act repeals, or did until now. A file that is there already is
// taken out of its edition first, and leaves no edition or act empty behind it.
func (s *Store) put(ctx context.Context, tx Tx, r *corpus.Record) (corpus.Outcome, error) {
	var old before
	if _, err := one(ctx, tx, Do(`SELECT sources.id, editions.id, acts.id, acts.key FROM sources JOIN forms ON forms.source = sources.id
			JOIN editions ON editions.id = forms.edition JOIN acts ON acts.id = editions.act WHERE sha256 = ?`, r.SHA256),
		&old.source, &old.edition, &old.act, &old.key); err != nil {
		return corpus.Outcome{}, err
	}
	ended, err := endedActs(ctx, tx, old.key, r.Act.Key)
	if err != nil {
		return corpus.Outcome{}, err
	}
	ended = append(ended, r.Ends...)
	if err := lockActs(ctx, tx, append([]string{old.key, r.Act.Key}, ended...)...); err != nil {
		return corpus.Outcome{}, err
	}
	act, err := putAct(ctx, tx, r.Act)
	if err != nil {
		return corpus.Outcome{}, err
	}
	source := old.source
	if source == 0 {
		source, err = insertID(ctx, tx, "sources", "sha256, name, size, stored, content",
			r.SHA256, r.Name, r.Size, s.Now().UTC().Format(time.RFC3339), r.Raw)
	} else {
		err = s.dropForm(ctx, tx, source) // the others of the act decide where it belongs now
	}
	if err != nil {
		return corpus.Outcome{}, err
	}
	others, err := entries(ctx, tx, `acts.id = ?`, act)
	if err != nil {
		return corpus.Outcome{}, err
	}
	change, edition := corpus.Place(r, others)
	if edition == 0 && old.edition != 0 {
		if edition, err = vacated(ctx, tx, old.edition, act, r); err != nil {
			return corpus.Outcome{}, err
		}
	}
	if edition == 0 {
		if edition, err = insertID(ctx, tx, "editions", "act, language", act, r.Language); err != nil {
			return corpus.Outcome{}, err
		}
	}
	if err := tx.Exec(ctx, form(source, edition, r)...); err != nil {
		return corpus.Outcome{}, err
	}
	if old.edition != 0 {
		change = corpus.Reread
		if err := s.sweep(ctx, tx, old, r); err != nil {
			return corpus.Outcome{}, err
		}
	}
	if err := s.indexAct(ctx, tx, act, r); err != nil {
		return corpus.Outcome{}, err
	}
	return r.Outcome(change, edition, others), s.indexKeys(ctx, tx, ended)
}

// endedActs are the keys of the acts that texts of two acts repeal.
func endedActs(ctx context.Context, tx Tx, act, other string) ([]string, error) {
	var out []string
	err := tx.Each(ctx, Do(`SELECT DISTINCT ends.key`+actOfForm+`JOIN ends ON ends.form = forms.source WHERE acts.key IN (?, ?)`, act, other),
		func(scan Scan) error {
			var key string
			err := scan(&key)
			out = append(out, key)
			return err
		})
	return out, err
}

// lockActs locks the act that a file belongs to and the one that it belonged to before,
// always in the same order, so that no two writers wait for each other.
func lockActs(ctx context.Context, tx Tx, keys ...string) error {
	slices.Sort(keys)
	for _, key := range slices.Compact(keys) {
		if key == "" {
			continue
		}
		if err := tx.Lock(ctx, "act "+key); err != nil {
			return err
		}
	}
	return nil
}

func putAct(ctx context.Context, tx Tx, a corpus.Act) (id int64, err error) {
	known, err := one(ctx, tx, Do(`SELECT id FROM acts WHERE key = ?`, a.Key), &id)
	if known || err != nil {
		return id, err
	}
	return insertID(ctx, tx, "acts", "key, region, adopted, number", a.Key, a.Region, a.Adopted, a.Number)
}

// form returns the statements that put a form with its services and references.
func form(source, edition int64, r *corpus.Record) []Statement {
	out := []Statement{Insert("forms", "source, edition, "+formColumns+", canonical, model",
		source, edition, r.Format, r.ID, r.Kind, r.Title, r.Issuer, r.Status, r.Wording, r.AsOf, r.Errors, r.Warnings, r.Words, r.Reading,
		r.Canonical, r.Model)}
	for n, v := range r.Services {
		out = append(out, Insert("services", "form, n, regulation, name", source, n+1, v.Regulation, v.Name))
	}
	for n, v := range r.Refs {
		ref := &v.Ref
		out = append(out, Insert("refs", "form, n, "+refColumns, source, n+1, v.Role, v.Regulation, ref.Kind, ref.Issuer, ref.Date, ref.Number,
			ref.Title, ref.RegistrationNumber, ref.Text, ref.Span[0], ref.Span[1]))
	}
	return append(out, ends(source, r.Ends)...)
}

// ends returns the statements that put the acts that a form repeals.
func ends(source int64, keys []string) []Statement {
	var out []Statement
	for _, key := range keys {
		out = append(out, Insert("ends", "form, key", source, key))
	}
	return out
}

// endsOfAll finds the acts that the forms repeal which were stored before this was asked.
func endsOfAll(ctx context.Context, tx Tx) error {
	acts, refs := map[int64]corpus.Act{}, map[int64][]corpus.Reference{}
	err := tx.Each(ctx, Do(`SELECT forms.source, acts.key, acts.region, `+of("refs", refColumns)+actOfForm+
		`JOIN refs ON refs.form = forms.source WHERE refs.role = ?`, corpus.RefRepeals), func(scan Scan) error {
		var source int64
		var a corpus.Act
		var v corpus.Reference
		err := scan(append([]any{&source, &a.Key, &a.Region}, refFields(&v)...)...)
		acts[source], refs[source] = a, append(refs[source], v)
		return err
	})
	if err != nil {
		return err
	}
	for source, act := range acts {
		if err := tx.Exec(ctx, ends(source, corpus.Ends(act, refs[source]))...); err != nil {
			return err
		}
	}
	return nil
}

// vacated returns the edition that a file was read as before if it may keep it: the
// edition has no other form, and is of the same act and language.
func vacated(ctx context.Context, tx Tx, edition, act int64, r *corpus.Record) (id int64, err error) {
	_, err = one(ctx, tx, Do(`SELECT id FROM editions WHERE id = ? AND act = ? AND language = ?
			AND NOT EXISTS (SELECT 1 FROM forms WHERE forms.edition = editions.id)`, edition, act, r.Language), &id)
	return id, err
}

// sweep drops the edition that a file left, if it has no other form, and its act if it
// was the last; of an act that stays, what search finds may have changed.
func (s *Store) sweep(ctx context.Context, tx Tx, old before, r *corpus.Record) error {
	if err := tx.Exec(ctx,
		Do(`DELETE FROM editions WHERE id = ? AND NOT EXISTS (SELECT 1 FROM forms WHERE forms.edition = editions.id)`, old.edition),
		Do(`DELETE FROM acts WHERE id = ? AND NOT EXISTS (SELECT 1 FROM editions WHERE editions.act = acts.id)`, old.act)); err != nil {
		return err
	}
	return s.indexAct(ctx, tx, old.act, r) // of an act that is gone there is nothing to do
}

// dropForm deletes what a source was read as.
func (s *Store) dropForm(ctx context.Context, tx Tx, source int64) error {
	return tx.Exec(ctx, append(s.db.DropParts(source), Do(`DELETE FROM forms WHERE source = ?`, source))...)
}
