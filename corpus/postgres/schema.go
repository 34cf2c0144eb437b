package postgres

import "reglament/corpus/tables"

// migrations: the version that the tables have is the only row of corpus_version. Tables
// and columns are those of corpus/sqlite.
//
// Numbers of acts are ordered and names of services matched in package corpus, so that
// what a list holds does not depend on the server's locale.
var migrations = tables.Migrations{
	// 1.
	{Schema: `CREATE TABLE sources (
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
	);`},

	// 2. What is shown of a part, and its sketch, by which it is ranked, stand apart from
	// what decides whether it is found: the rows of parts that a search reads are short.
	{Schema: `DROP TABLE parts;
	CREATE TABLE parts (
		id         bigint  PRIMARY KEY,
		form       bigint  NOT NULL REFERENCES forms (source),
		regulation integer NOT NULL,
		language   text    NOT NULL,
		status     text    NOT NULL,
		since      text    NOT NULL,
		until      text    NOT NULL,
		ended      text    NOT NULL,
		newest     boolean NOT NULL,
		terms      tsvector NOT NULL
	);
	ALTER TABLE parts ALTER terms SET STORAGE EXTERNAL;
	CREATE INDEX parts_form ON parts (form);
	CREATE INDEX parts_terms ON parts USING gin (terms) WITH (fastupdate = off);
	CREATE TABLE part_texts (
		part    bigint PRIMARY KEY REFERENCES parts (id) ON DELETE CASCADE,
		sketch  bytea  NOT NULL,
		content bytea  NOT NULL
	);
	ALTER TABLE part_texts ALTER sketch SET STORAGE EXTERNAL, ALTER content SET STORAGE EXTERNAL;`, Index: true},

	// 3. Numbers of parts fall with the days of acts (corpus.PartID), and contents are packed
	// otherwise.
	{Schema: `TRUNCATE parts, part_texts;`, Index: true},

	// 4. ends are the acts that the text of a form repeals (corpus.Ends), by their keys: the
	// corpus need not have them.
	{Schema: `CREATE TABLE ends (
		form bigint NOT NULL REFERENCES forms (source) ON DELETE CASCADE,
		key  text   NOT NULL,
		PRIMARY KEY (form, key)
	);
	CREATE INDEX ends_key ON ends (key);`, Ends: true, Index: true},
}
