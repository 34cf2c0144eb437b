package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// migrations bring a schema from version i to i+1. The version is the only row of the
// table version. A migration that was released is never changed. Tables and columns are
// those of corpus/sqlite.
//
// Numbers of acts are ordered and names of services matched in package corpus, so that
// what a list holds does not depend on the server's locale.
var migrations = []string{
	// 1.
	`CREATE TABLE sources (
		id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
		sha256    text   NOT NULL UNIQUE,
		name      text   NOT NULL,
		size      bigint NOT NULL,
		stored    timestamptz NOT NULL,
		content   bytea  NOT NULL
	);
	CREATE TABLE acts (
		id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
		key       text   NOT NULL UNIQUE,
		region    text   NOT NULL,
		adopted   text   NOT NULL,
		number    text   NOT NULL
	);
	CREATE INDEX acts_region ON acts (region, adopted);
	CREATE TABLE editions (
		id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
		act       bigint NOT NULL REFERENCES acts (id),
		language  text   NOT NULL
	);
	CREATE INDEX editions_act ON editions (act, language);
	CREATE TABLE forms (
		source    bigint PRIMARY KEY REFERENCES sources (id),
		edition   bigint NOT NULL REFERENCES editions (id),
		format    text   NOT NULL,
		portal_id text   NOT NULL,
		kind      text   NOT NULL,
		title     text   NOT NULL,
		issuer    text   NOT NULL,
		status    text   NOT NULL,
		wording   text   NOT NULL,
		as_of     text   NOT NULL,
		errors    integer NOT NULL,
		warnings  integer NOT NULL,
		words     text   NOT NULL,
		reading   text   NOT NULL,
		canonical bytea  NOT NULL,
		model     bytea  NOT NULL
	);
	CREATE INDEX forms_edition ON forms (edition);
	CREATE INDEX forms_portal_id ON forms (portal_id) WHERE portal_id <> '';
	CREATE TABLE services (
		form       bigint  NOT NULL REFERENCES forms (source) ON DELETE CASCADE,
		n          integer NOT NULL,
		regulation integer NOT NULL,
		name       text    NOT NULL,
		PRIMARY KEY (form, n)
	);
	CREATE TABLE refs (
		form         bigint  NOT NULL REFERENCES forms (source) ON DELETE CASCADE,
		n            integer NOT NULL,
		role         text    NOT NULL,
		regulation   integer NOT NULL,
		kind         text    NOT NULL,
		issuer       text    NOT NULL,
		date         text    NOT NULL,
		number       text    NOT NULL,
		title        text    NOT NULL,
		registration text    NOT NULL,
		text         text    NOT NULL,
		span_start   bigint  NOT NULL,
		span_end     bigint  NOT NULL,
		PRIMARY KEY (form, n)
	);
	CREATE INDEX refs_number ON refs (date, number);

	-- What search finds (corpus.Part), of the first form of each edition. The terms are
	-- stems made by package search, so no configuration of text search is asked for; they
	-- stand in rows of their own, so that the rows that are filtered and ordered stay
	-- short. fastupdate is off: a list of pending entries is read by every search.
	CREATE TABLE parts (
		id         bigint  PRIMARY KEY,
		form       bigint  NOT NULL REFERENCES forms (source),
		regulation integer NOT NULL,
		status     text    NOT NULL,
		since      text    NOT NULL,
		until      text    NOT NULL,
		ended      text    NOT NULL,
		newest     boolean NOT NULL,
		terms      tsvector NOT NULL,
		content    bytea   NOT NULL
	);
	ALTER TABLE parts ALTER terms SET STORAGE EXTERNAL, ALTER content SET STORAGE EXTERNAL;
	CREATE INDEX parts_form ON parts (form);
	CREATE INDEX parts_terms ON parts USING gin (terms) WITH (fastupdate = off);
	CREATE TABLE service_names (
		folded text PRIMARY KEY,
		tag    text NOT NULL
	);

	-- Files that wait to be read by a worker (corpus/queue); a file leaves when it is stored.
	CREATE TABLE inbox (
		sha256  text  PRIMARY KEY,
		name    text  NOT NULL,
		content bytea NOT NULL
	);`,
}

// version is the schema version of a database; 0 where it has no corpus.
func version(ctx context.Context, q pgx.Tx) (int, error) {
	var there bool
	err := q.QueryRow(ctx, `SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'corpus_version')`).Scan(&there)
	if err != nil || !there {
		return 0, err
	}
	var v int
	err = q.QueryRow(ctx, `SELECT version FROM corpus_version`).Scan(&v)
	if errors.Is(err, pgx.ErrNoRows) {
		return 0, nil
	}
	return v, err
}

// checkVersion refuses a database that this program does not know.
func (s *Store) checkVersion(v int) error {
	if v > len(migrations) {
		return &Fault{message: fmt.Sprintf("the corpus %s has schema version %d, and this program knows versions up to %d: use the newer program that wrote it",
			s.name, v, len(migrations))}
	}
	return nil
}

// migrate makes the tables, or brings them up to date. All of it is one transaction: a
// migration that fails leaves the database as it was, which is why no copy is made.
func (s *Store) migrate(ctx context.Context, schema string) error {
	var v int
	err := s.read(ctx, func(tx pgx.Tx) (err error) { // most often there is nothing to do
		v, err = version(ctx, tx)
		return err
	})
	if err != nil || v == len(migrations) {
		return err
	}
	return s.write(ctx, "migrate", func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('reglament migration', 0))`); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `CREATE SCHEMA IF NOT EXISTS `+pgx.Identifier{schema}.Sanitize()); err != nil {
			return err
		}
		v, err := version(ctx, tx)
		if err != nil {
			return err
		}
		if err := s.checkVersion(v); err != nil {
			return err
		}
		if v == 0 {
			_, err := tx.Exec(ctx, `CREATE TABLE corpus_version (version integer NOT NULL); INSERT INTO corpus_version VALUES (0)`)
			if err != nil {
				return err
			}
		}
		for ; v < len(migrations); v++ {
			if _, err := tx.Exec(ctx, migrations[v]); err != nil {
				return fmt.Errorf("schema version %d: %w", v+1, err)
			}
		}
		_, err = tx.Exec(ctx, `UPDATE corpus_version SET version = $1`, len(migrations))
		return err
	})
}
