// Package tables keeps a corpus in the tables of a database: what is done in which
// order, and the statements, which SQLite and PostgreSQL read alike. What they do
// differently is a Database, one an adapter (corpus/sqlite, corpus/postgres).
package tables

import (
	"context"
	"strings"
	"time"
)

// Database is what holds the tables.
type Database interface {
	// Name is the database as errors show it.
	Name() string

	// Read runs f on one state of the database, again where that may help.
	Read(ctx context.Context, f func(Tx) error) error

	// Write runs f in a transaction that is kept only if f succeeds, again where that
	// may help. doing says what it is for.
	Write(ctx context.Context, doing string, f func(Tx) error) error

	// Fault turns an error of the driver into one sentence.
	Fault(doing string, err error) error

	Terms
}

// Terms is how a database keeps the terms of parts (corpus.Part) and finds parts by them.
type Terms interface {
	// PutPart returns the statements that put a part; row has its PartColumns.
	PutPart(row []any, id int64, terms []string) []Statement

	// DropParts returns the statements that drop the parts of a form.
	DropParts(form int64) []Statement

	// Having chooses the parts with one term of each.
	Having(terms [][]string) Having

	// Settings returns the statements with which a search begins.
	Settings() []Statement
}

// PartColumns are the columns of the table parts that every database has.
const PartColumns = `id, form, regulation, language, status, since, until, ended, newest`

// Having is a choice of parts.
type Having struct {
	From  string // the table parts, and what it is joined with
	ID    string // the column by which parts are found in their order
	Where string
	Arg   any // of Where
}

// Tx is a transaction. Each ? of a statement stands for the next argument.
type Tx interface {
	// Each calls row for every row of an answer.
	Each(ctx context.Context, s Statement, row func(Scan) error) error

	// Exec runs statements one after the other.
	Exec(ctx context.Context, statements ...Statement) error

	// Lock keeps every other writer that locks the same name waiting until the
	// transaction ends.
	Lock(ctx context.Context, name string) error
}

// Scan reads the columns of a row.
type Scan func(dest ...any) error

// Statement is one with its arguments.
type Statement struct {
	SQL  string
	Args []any
}

// Do makes a statement.
func Do(sql string, args ...any) Statement { return Statement{sql, args} }

// Insert makes the statement that puts a row into a table.
func Insert(table, columns string, row ...any) Statement {
	return Do("INSERT INTO "+table+" ("+columns+") VALUES (?"+strings.Repeat(", ?", len(row)-1)+")", row...)
}

// one reads the columns of the first row, and reports whether there was one.
func one(ctx context.Context, tx Tx, s Statement, dest ...any) (found bool, err error) {
	err = tx.Each(ctx, s, func(scan Scan) error {
		if found {
			return nil
		}
		found = true
		return scan(dest...)
	})
	return found, err
}

// insertID puts a row into a table that counts its rows, and returns its number.
func insertID(ctx context.Context, tx Tx, table, columns string, row ...any) (id int64, err error) {
	s := Insert(table, columns, row...)
	s.SQL += " RETURNING id"
	_, err = one(ctx, tx, s, &id)
	return id, err
}

// Store is a corpus in a database. Its methods are those of corpus.Store but for Close.
type Store struct {
	// Now gives the times that are stored with new sources.
	Now func() time.Time

	db Database
}

// New makes the store of a database that has the tables.
func New(db Database) *Store { return &Store{Now: time.Now, db: db} }

// conditions collects the conditions of a query with their arguments.
type conditions struct {
	where []string
	args  []any
}

func (c *conditions) and(condition string, args ...any) {
	c.where, c.args = append(c.where, condition), append(c.args, args...)
}

func (c *conditions) String() string { return strings.Join(append(c.where, "true"), " AND ") }
