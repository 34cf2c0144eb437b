// Package postgres keeps a corpus in a PostgreSQL database: the store of a team, which
// many processes on many machines read and write at once. The driver is pgx.
package postgres

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"runtime"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"reglament/corpus"
	"reglament/corpus/tables"
)

// Store is a corpus in a PostgreSQL database.
type Store struct {
	*tables.Store

	// Backup is the schema with the copy that Open made of tables of an older version before
	// it brought them up to date; empty where there was nothing to copy.
	Backup string

	database database
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
		s.database.pool.Close()
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
	v, err := s.database.version(ctx)
	if err == nil {
		err = migrations.Readable(s.database.name, v)
	}
	if err != nil {
		s.database.pool.Close()
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
	d := database{pool, name}
	s := &Store{Store: tables.New(d), database: d}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, "", s.database.Fault("open", err)
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
func (s *Store) Pool() *pgxpool.Pool { return s.database.pool }

// Name is the address of the store as errors show it, see the function Name.
func (s *Store) Name() string { return s.database.name }

// Fault turns an error of the pool into one sentence.
func (s *Store) Fault(doing string, err error) error { return s.database.Fault(doing, err) }

// Close ends the use of the store.
func (s *Store) Close() error {
	s.database.pool.Close()
	return nil
}
