// Package postgres keeps a corpus in a PostgreSQL database: the store of a team, which
// many processes on many machines read and write at once. The driver is pgx.
package postgres

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"runtime"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"reglament/corpus"
)

// Store is a corpus in a PostgreSQL database.
type Store struct {
	// Now gives the times that are stored with new sources.
	Now func() time.Time

	pool *pgxpool.Pool
	name string // the address without its password
}

var _ corpus.Store = (*Store)(nil)

// DefaultSchema is where the tables are unless the address has a search_path.
const DefaultSchema = "reglament"

// Open opens the corpus at an address such as postgres://user@host/database to read and
// to add to it, and makes its tables where there are none. The tables are in the schema
// "reglament", or in the first one of the address's parameter search_path. Tables of an
// older version are brought up to date.
func Open(ctx context.Context, address string) (*Store, error) {
	s, schema, err := connect(ctx, address, "")
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx, schema); err != nil {
		s.pool.Close()
		return nil, err
	}
	return s, nil
}

// OpenReader opens the corpus at an address to read only. Its tables must exist.
func OpenReader(ctx context.Context, address string) (*Store, error) {
	s, _, err := connect(ctx, address, "on")
	if err != nil {
		return nil, err
	}
	var v int
	err = s.read(ctx, func(tx pgx.Tx) (err error) {
		v, err = version(ctx, tx)
		return err
	})
	if err == nil {
		switch {
		case v == 0:
			err = fmt.Errorf("there is no corpus in %s", s.name)
		case v < len(migrations):
			err = fmt.Errorf("the corpus %s has the older schema version %d: a command that writes, such as ingest, brings it to version %d",
				s.name, v, len(migrations))
		default:
			err = s.checkVersion(v)
		}
	}
	if err != nil {
		s.pool.Close()
		return nil, err
	}
	return s, nil
}

// patience is how long a connection is waited for.
const patience = 10 * time.Second

func connect(ctx context.Context, address, readOnly string) (*Store, string, error) {
	name := Name(address)
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, "", fmt.Errorf("%s is no address of a PostgreSQL database such as postgres://user@host/database", name)
	}
	if config.ConnConfig.ConnectTimeout == 0 {
		config.ConnConfig.ConnectTimeout = patience
	}
	if u, err := url.Parse(address); err == nil && !u.Query().Has("pool_max_conns") {
		config.MaxConns = max(config.MaxConns, int32(4*runtime.GOMAXPROCS(0)+4)) // a queue keeps some for itself
	}
	parameters := config.ConnConfig.RuntimeParams
	first, _, _ := strings.Cut(parameters["search_path"], ",")
	schema := cmp.Or(strings.Trim(strings.TrimSpace(first), `"`), DefaultSchema)
	parameters["search_path"] = pgx.Identifier{schema}.Sanitize()
	parameters["application_name"] = cmp.Or(parameters["application_name"], "reglament")
	if readOnly != "" {
		parameters["default_transaction_read_only"] = readOnly
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, "", fmt.Errorf("the corpus %s cannot be opened: %w", name, err)
	}
	s := &Store{Now: time.Now, pool: pool, name: name}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, "", s.fault("open", err)
	}
	return s, schema, nil
}

// Name is an address as errors show it: without password and parameters.
func Name(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "postgres" && u.Scheme != "postgresql" {
		return "the given address" // it may hold a password anywhere
	}
	if u.User != nil {
		u.User = url.User(u.User.Username())
	}
	u.RawQuery, u.Fragment = "", ""
	return u.String()
}

// Pool is the store's connections, for a queue that works in the same database.
func (s *Store) Pool() *pgxpool.Pool { return s.pool }

// Name is the address of the store as errors show it, see Name.
func (s *Store) Name() string { return s.name }

// Fault turns an error of the pool into one sentence.
func (s *Store) Fault(doing string, err error) error { return s.fault(doing, err) }

// Close ends the use of the store.
func (s *Store) Close() error {
	s.pool.Close()
	return nil
}

// attempts is how often a transaction is begun that the server ended for another's sake.
const attempts = 5

// write runs f in a transaction that is kept only if f succeeds. f runs again where the
// server asks for it, or where the connection had been lost before anything was sent.
func (s *Store) write(ctx context.Context, doing string, f func(pgx.Tx) error) error {
	var err error
	for range attempts {
		err = pgx.BeginFunc(ctx, s.pool, f)
		if !again(err) {
			break
		}
	}
	return s.fault(doing, err)
}

// read runs f on one state of the database.
func (s *Store) read(ctx context.Context, f func(pgx.Tx) error) error {
	options := pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}
	var err error
	for range attempts {
		err = pgx.BeginTxFunc(ctx, s.pool, options, f)
		if !again(err) {
			break
		}
	}
	return s.fault("read", err)
}

func each(ctx context.Context, tx pgx.Tx, query string, args []any, row func(pgx.Rows) error) error {
	rows, err := tx.Query(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// one reads the columns of the first row, and reports whether there was one.
func one(ctx context.Context, tx pgx.Tx, query string, args []any, dest ...any) (bool, error) {
	err := tx.QueryRow(ctx, query, args...).Scan(dest...)
	if errors.Is(err, pgx.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}
