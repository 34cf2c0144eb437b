package postgres

import (
	"context"
	"reflect"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"reglament/corpus/tables"
)

// database implements tables.Database.
type database struct {
	pool *pgxpool.Pool
	name string // the address without its password
}

// Name implements tables.Database.
func (d database) Name() string { return d.name }

// attempts is how often a transaction is begun that the server ended for another's sake.
const attempts = 5

// Read implements tables.Database.
func (d database) Read(ctx context.Context, f func(tables.Tx) error) error {
	return d.run(ctx, "read", pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}, f)
}

// Write implements tables.Database.
func (d database) Write(ctx context.Context, doing string, f func(tables.Tx) error) error {
	return d.run(ctx, doing, pgx.TxOptions{}, f)
}

// run runs f again where the server asks for it, or where the connection had been lost
// before anything was sent.
func (d database) run(ctx context.Context, doing string, options pgx.TxOptions, f func(tables.Tx) error) error {
	var err error
	for range attempts {
		err = pgx.BeginTxFunc(ctx, d.pool, options, func(tx pgx.Tx) error { return f(transaction{tx}) })
		if !again(err) {
			break
		}
	}
	return d.Fault(doing, err)
}

// transaction implements tables.Tx.
type transaction struct{ tx pgx.Tx }

func (t transaction) Each(ctx context.Context, s tables.Statement, row func(tables.Scan) error) error {
	sql, args := translate(s)
	rows, err := t.tx.Query(ctx, sql, args...)
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

// Exec sends all statements at once: each by itself would be a way to the server and back.
func (t transaction) Exec(ctx context.Context, statements ...tables.Statement) error {
	switch len(statements) {
	case 0:
		return nil
	case 1:
		sql, args := translate(statements[0])
		_, err := t.tx.Exec(ctx, sql, args...)
		return err
	}
	var b pgx.Batch
	for _, s := range statements {
		sql, args := translate(s)
		b.Queue(sql, args...)
	}
	return t.tx.SendBatch(ctx, &b).Close()
}

func (t transaction) Lock(ctx context.Context, name string) error {
	return t.Exec(ctx, tables.Do(`SELECT pg_advisory_xact_lock(hashtextextended(?, 1))`, name))
}

// translate numbers the arguments of a statement, and makes texts storable.
func translate(s tables.Statement) (string, []any) {
	var b strings.Builder
	for i, piece := range strings.Split(s.SQL, "?") {
		if i > 0 {
			b.WriteString("$" + strconv.Itoa(i))
		}
		b.WriteString(piece)
	}
	args := make([]any, len(s.Args))
	for i, a := range s.Args {
		if v := reflect.ValueOf(a); v.Kind() == reflect.String {
			a = storable(v.String())
		}
		args[i] = a
	}
	return b.String(), args
}

// storable is a text as PostgreSQL takes it: names of files may hold any byte.
func storable(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

// Settings implements tables.Terms. Without them the server walks through the newest parts
// and looks at the terms of each where it guesses that a query finds many; and where it
// guesses wrong it has looked at all of them, which takes a hundred times as long as to
// ask the index.
func (d database) Settings() []tables.Statement {
	return []tables.Statement{tables.Do(`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`)}
}

// PutPart implements tables.Terms.
func (d database) PutPart(row []any, _ int64, terms []string) []tables.Statement {
	quoted := make([]string, len(terms))
	for i, t := range terms {
		quoted[i] = quote(t)
	}
	return []tables.Statement{tables.Insert("parts", tables.PartColumns+", terms", append(row, strings.Join(quoted, " "))...)}
}

// DropParts implements tables.Terms.
func (d database) DropParts(form int64) []tables.Statement {
	return []tables.Statement{tables.Do(`DELETE FROM parts WHERE form = ?`, form)}
}

// Having implements tables.Terms. A tsquery is ('a') & ('b' | 'c').
func (d database) Having(terms [][]string) tables.Having {
	all := make([]string, 0, len(terms))
	for _, any := range terms {
		quoted := make([]string, 0, len(any))
		for _, t := range any {
			quoted = append(quoted, quote(t))
		}
		all = append(all, "("+strings.Join(quoted, " | ")+")")
	}
	return tables.Having{From: `parts`, ID: `parts.id`, Where: `parts.terms @@ CAST(? AS tsquery)`, Arg: strings.Join(all, " & ")}
}

var quoting = strings.NewReplacer(`'`, `''`, `\`, `\\`)

// quote writes a term as a tsvector and a tsquery take it.
func quote(term string) string { return `'` + quoting.Replace(storable(term)) + `'` }
