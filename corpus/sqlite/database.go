package sqlite

import (
	"context"
	"database/sql"
	"strings"
	"sync"

	"reglament/corpus/tables"
)

// database implements tables.Database.
type database struct {
	db      *sql.DB
	path    string
	queries *queries
}

// queries are those that were asked. SQLite takes as long to compile a search as to run
// it, so every connection keeps what it has compiled.
type queries struct {
	mu       sync.Mutex
	compiled map[string]*sql.Stmt
}

func (q *queries) statement(ctx context.Context, db *sql.DB, query string) (*sql.Stmt, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if s, ok := q.compiled[query]; ok {
		return s, nil
	}
	s, err := db.PrepareContext(ctx, query)
	if err == nil {
		q.compiled[query] = s
	}
	return s, err
}

// Name implements tables.Database.
func (d database) Name() string { return d.path }

// Read implements tables.Database.
func (d database) Read(ctx context.Context, f func(tables.Tx) error) error {
	tx, err := d.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return d.Fault("read", err)
	}
	defer tx.Rollback() // nothing was written
	return d.Fault("read", f(transaction{tx, func(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
		s, err := d.queries.statement(ctx, d.db, query)
		if err != nil {
			return nil, err
		}
		return tx.StmtContext(ctx, s).QueryContext(ctx, args...)
	}}))
}

// Write implements tables.Database.
func (d database) Write(ctx context.Context, doing string, f func(tables.Tx) error) error {
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return d.Fault(doing, err)
	}
	if err := f(transaction{tx, tx.QueryContext}); err != nil {
		tx.Rollback() // the first error is the one to tell
		return d.Fault(doing, err)
	}
	return d.Fault(doing, tx.Commit())
}

// transaction implements tables.Tx.
type transaction struct {
	tx    *sql.Tx
	query func(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func (t transaction) Each(ctx context.Context, s tables.Statement, row func(tables.Scan) error) error {
	rows, err := t.query(ctx, s.SQL, s.Args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (t transaction) Exec(ctx context.Context, statements ...tables.Statement) error {
	for _, s := range statements {
		if _, err := t.tx.ExecContext(ctx, s.SQL, s.Args...); err != nil {
			return err
		}
	}
	return nil
}

// Lock has nothing to do: one writer locks the whole file.
func (t transaction) Lock(context.Context, string) error { return nil }

// Settings implements tables.Terms.
func (d database) Settings() []tables.Statement { return nil }

// PutPart implements tables.Terms.
func (d database) PutPart(row []any, id int64, terms []string) []tables.Statement {
	return []tables.Statement{
		tables.Insert("parts", tables.PartColumns, row...),
		tables.Insert("terms", "rowid, stems", id, strings.Join(terms, " ")),
	}
}

// DropParts implements tables.Terms.
func (d database) DropParts(form int64) []tables.Statement {
	return []tables.Statement{
		tables.Do(`DELETE FROM terms WHERE rowid IN (SELECT id FROM parts WHERE form = ?)`, form),
		tables.Do(`DELETE FROM parts WHERE form = ?`, form),
	}
}

// Having implements tables.Terms. FTS5 reads ("a") AND ("b" OR "c"), and gives rows by
// rising id by itself, so that the first that pass are all that is read.
func (d database) Having(terms [][]string) tables.Having {
	all := make([]string, 0, len(terms))
	for _, any := range terms {
		quoted := make([]string, 0, len(any))
		for _, t := range any {
			quoted = append(quoted, `"`+strings.ReplaceAll(t, `"`, `""`)+`"`)
		}
		all = append(all, "("+strings.Join(quoted, " OR ")+")")
	}
	return tables.Having{
		From: `terms CROSS JOIN parts ON parts.id = terms.rowid`, ID: `terms.rowid`,
		Where: `terms MATCH ?`, Arg: strings.Join(all, " AND "),
	}
}
