package sqlite

import "reglament/corpus/tables"

// applicationID marks a database file as a corpus ("RGLM"), in PRAGMA application_id.
const applicationID = 0x52474C4D

// migrations: the version that a database has is in PRAGMA user_version.
//
// Numbers of acts are ordered and names of services matched in package corpus: SQLite
// orders bytes, and its lower() knows ASCII only.
var migrations = tables.Migrations{
	// 1. sources are bytes and never change. forms are what was read from them, one a
	// source; a better reading replaces the row. An edition is the forms of one wording.
	{Schema: `CREATE TABLE sources (
		id        INTEGER PRIMARY KEY,
		sha256    TEXT    NOT NULL UNIQUE,
		name      TEXT    NOT NULL,
		size      INTEGER NOT NULL,
		stored    TEXT    NOT NULL,
		content   BLOB    NOT NULL
	) STRICT;
	CREATE TABLE acts (
		id        INTEGER PRIMARY KEY,
		key       TEXT    NOT NULL UNIQUE,
		region    TEXT    NOT NULL,
		adopted   TEXT    NOT NULL,
		number    TEXT    NOT NULL
	) STRICT;
	CREATE INDEX acts_region ON acts (region, adopted);
	CREATE TABLE editions (
		id        INTEGER PRIMARY KEY,
		act       INTEGER NOT NULL REFERENCES acts (id),
		language  TEXT    NOT NULL
	) STRICT;
	CREATE INDEX editions_act ON editions (act, language);
	CREATE TABLE forms (
		source    INTEGER PRIMARY KEY REFERENCES sources (id),
		edition   INTEGER NOT NULL REFERENCES editions (id),
		format    TEXT    NOT NULL,
		portal_id TEXT    NOT NULL,
		kind      TEXT    NOT NULL,
		title     TEXT    NOT NULL,
		issuer    TEXT    NOT NULL,
		status    TEXT    NOT NULL,
		wording   TEXT    NOT NULL,
		as_of     TEXT    NOT NULL,
		errors    INTEGER NOT NULL,
		warnings  INTEGER NOT NULL,
		words     TEXT    NOT NULL,
		reading   TEXT    NOT NULL,
		canonical BLOB    NOT NULL,
		model     BLOB    NOT NULL
	) STRICT;
	CREATE INDEX forms_edition ON forms (edition);
	CREATE INDEX forms_portal_id ON forms (portal_id) WHERE portal_id <> '';
	CREATE TABLE services (
		form       INTEGER NOT NULL REFERENCES forms (source) ON DELETE CASCADE,
		n          INTEGER NOT NULL,
		regulation INTEGER NOT NULL,
		name       TEXT    NOT NULL,
		PRIMARY KEY (form, n)
	) STRICT, WITHOUT ROWID;
	CREATE TABLE refs (
		form         INTEGER NOT NULL REFERENCES forms (source) ON DELETE CASCADE,
		n            INTEGER NOT NULL,
		role         TEXT    NOT NULL,
		regulation   INTEGER NOT NULL,
		kind         TEXT    NOT NULL,
		issuer       TEXT    NOT NULL,
		date         TEXT    NOT NULL,
		number       TEXT    NOT NULL,
		title        TEXT    NOT NULL,
		registration TEXT    NOT NULL,
		text         TEXT    NOT NULL,
		span_start   INTEGER NOT NULL,
		span_end     INTEGER NOT NULL,
		PRIMARY KEY (form, n)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX refs_number ON refs (date, number);`},

	// 2. parts are what search finds (corpus.Part), and what decides whether it may be
	// found, of the first form of each edition only. Their terms are stems made by package
	// search, so the tokenizer only cuts at blanks; where in a text they stand is seen in
	// content, so the index keeps no places (detail=none), and no text (content='').
	{Schema: `CREATE TABLE parts (
		id       INTEGER PRIMARY KEY,
		form     INTEGER NOT NULL REFERENCES forms (source),
		regulation INTEGER NOT NULL,
		status   TEXT    NOT NULL,
		since    TEXT    NOT NULL,
		until    TEXT    NOT NULL,
		ended    TEXT    NOT NULL,
		newest   INTEGER NOT NULL,
		content  BLOB    NOT NULL
	) STRICT;
	CREATE INDEX parts_form ON parts (form);
	CREATE VIRTUAL TABLE terms USING fts5 (
		stems, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* P* S*'"
	);
	CREATE TABLE service_names (
		folded TEXT PRIMARY KEY,
		tag    TEXT NOT NULL
	) STRICT, WITHOUT ROWID;`},

	// 3. What is shown of a part, and its sketch, by which it is ranked, stand apart from
	// what decides whether it is found.
	{Schema: `DROP TABLE parts;
	DROP TABLE terms;
	CREATE TABLE parts (
		id         INTEGER PRIMARY KEY,
		form       INTEGER NOT NULL REFERENCES forms (source),
		regulation INTEGER NOT NULL,
		language   TEXT    NOT NULL,
		status     TEXT    NOT NULL,
		since      TEXT    NOT NULL,
		until      TEXT    NOT NULL,
		ended      TEXT    NOT NULL,
		newest     INTEGER NOT NULL
	) STRICT;
	CREATE INDEX parts_form ON parts (form);
	CREATE TABLE part_texts (
		part    INTEGER PRIMARY KEY REFERENCES parts (id) ON DELETE CASCADE,
		sketch  BLOB NOT NULL,
		content BLOB NOT NULL
	) STRICT;
	CREATE VIRTUAL TABLE terms USING fts5 (
		stems, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* P* S*'"
	);`, Index: true},

	// 4. Numbers of parts fall with the days of acts (corpus.PartID), and contents are packed
	// otherwise.
	{Schema: `DELETE FROM part_texts;
	DELETE FROM parts;
	INSERT INTO terms (terms) VALUES ('delete-all');`, Index: true},

	// 5. ends are the acts that the text of a form repeals (corpus.Ends), by their keys: the
	// corpus need not have them.
	{Schema: `CREATE TABLE ends (
		form INTEGER NOT NULL REFERENCES forms (source) ON DELETE CASCADE,
		key  TEXT    NOT NULL,
		PRIMARY KEY (form, key)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX ends_key ON ends (key);`, Ends: true, Index: true},
}
