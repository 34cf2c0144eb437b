// Package sqlite keeps a corpus in one SQLite file: the embedded store, for one machine.
// The driver is modernc.org/sqlite, which needs no C compiler.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite" // the database/sql driver "sqlite"

	"reglament/corpus"
)

// Store is a corpus in a SQLite file. A store opened with Open is written by one process
// at a time and read by any number; a second writer waits up to ten seconds.
type Store struct {
	// Now gives the times that are stored with new sources.
	Now func() time.Time

	// Backup is the copy that Open made of a database of an older version before it
	// brought it up to date; empty where there was nothing to copy.
	Backup string

	db   *sql.DB
	path string
}

var _ corpus.Store = (*Store)(nil)

// Open opens the corpus in the named file to read and to add to it, and makes the file
// where there is none. A database of an older version is brought up to date, after a
// copy of it was made beside it.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := checkWritable(ctx, path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	// A transaction takes the lock at its start, so that it never has to be begun again;
	// with a write-ahead log a killed process loses at most the transaction it was in.
	s, err := connect(path, "mode=rwc&_txlock=immediate&_pragma=journal_mode(wal)&_pragma=synchronous(normal)")
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx); err != nil {
		s.db.Close()
		return nil, err
	}
	return s, nil
}

// OpenReader opens the corpus in the named file to read only. The file must exist.
func OpenReader(ctx context.Context, path string) (*Store, error) {
	if err := checkFile(path); err != nil {
		return nil, err
	}
	// mode=rw, not ro: only a connection that could write can tidy up the log of a
	// process that was killed. SQLite falls back to reading where the file allows no more.
	s, err := connect(path, "mode=rw&_pragma=query_only(1)")
	if err != nil {
		return nil, err
	}
	err = s.checkVersion(ctx)
	if cannotLog(err) && missing(path+"-wal") {
		// A folder that cannot be written to has no place for the shared index of a log.
		s.db.Close()
		if s, err = connect(path, "mode=ro&immutable=1"); err != nil {
			return nil, err
		}
		err = s.checkVersion(ctx)
	}
	if err != nil {
		s.db.Close()
		return nil, err
	}
	return s, nil
}

// checkFile refuses what SQLite would only call "unable to open database file".
func checkFile(path string) error {
	if path == "" {
		return errors.New("the corpus has no file name")
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("there is no corpus %s: %w", path, os.ErrNotExist)
	case err != nil:
		return fmt.Errorf("the corpus %s cannot be opened: %w", path, err)
	case info.IsDir():
		return fmt.Errorf("the corpus %s is a folder, not a file", path)
	}
	return nil
}

// checkWritable refuses, before a byte of it is changed, a file that is no corpus or
// cannot be written.
func checkWritable(ctx context.Context, path string) error {
	if err := checkFile(path); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("the corpus %s cannot be written: %w", path, err)
	}
	file.Close()
	s, err := connect(path, "mode=rw&_pragma=query_only(1)")
	if err != nil {
		return err
	}
	defer s.db.Close()
	_, err = s.state(ctx, s.db)
	return err
}

func missing(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, os.ErrNotExist)
}

// patience is how long another process that writes is waited for.
var patience = 10 * time.Second

func connect(path, options string) (*Store, error) {
	// "./" keeps a relative name from being read as an URI's authority or ":memory:".
	name := (&url.URL{Path: path}).EscapedPath()
	if path[0] != '/' {
		name = "./" + name
	}
	db, err := sql.Open("sqlite", "file:"+name+fmt.Sprintf("?%s&_pragma=busy_timeout(%d)&_pragma=foreign_keys(1)", options, patience.Milliseconds()))
	if err != nil {
		return nil, fmt.Errorf("the corpus %s cannot be opened: %w", path, err)
	}
	return &Store{Now: time.Now, db: db, path: path}, nil
}

// Close ends the use of the store.
func (s *Store) Close() error {
	if err := s.db.Close(); err != nil {
		return s.fault("close", err)
	}
	return nil
}

// state is what a database file says about itself.
type state struct {
	application, version, tables int
}

type queryer interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func (s *Store) state(ctx context.Context, q queryer) (state, error) {
	var st state
	err := errors.Join(
		q.QueryRowContext(ctx, "PRAGMA application_id").Scan(&st.application),
		q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&st.version),
		q.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_master").Scan(&st.tables),
	)
	if err != nil {
		return st, s.fault("open", err)
	}
	switch {
	case st.application != applicationID && (st.application != 0 || st.version != 0 || st.tables != 0):
		return st, &Fault{message: fmt.Sprintf("%s is a SQLite database of another program, not a corpus", s.path)}
	case st.version > len(migrations):
		return st, &Fault{message: fmt.Sprintf("the corpus %s has schema version %d, and this program knows versions up to %d: use the newer program that wrote it",
			s.path, st.version, len(migrations))}
	}
	return st, nil
}

func (s *Store) checkVersion(ctx context.Context) error {
	st, err := s.state(ctx, s.db)
	switch {
	case err != nil:
		return err
	case st.version == 0:
		return fmt.Errorf("there is no corpus in %s: the file is an empty database", s.path)
	case st.version < len(migrations):
		return fmt.Errorf("the corpus %s has the older schema version %d: a command that writes, such as ingest, brings it to version %d",
			s.path, st.version, len(migrations))
	}
	return nil
}

func (s *Store) migrate(ctx context.Context) error {
	// Most often there is nothing to do, and then no lock is asked for.
	st, err := s.state(ctx, s.db)
	if err != nil || st.version == len(migrations) {
		return err
	}
	if st.version > 0 {
		if s.Backup, err = s.backup(ctx, st.version); err != nil {
			return err
		}
	}
	return s.write(ctx, "migrate", func(tx *sql.Tx) error {
		st, err := s.state(ctx, tx) // another process may have been quicker
		if err != nil {
			return err
		}
		for version := st.version; version < len(migrations); version++ {
			m := migrations[version]
			_, err := tx.ExecContext(ctx, m.schema)
			if err == nil && m.fill != nil {
				err = m.fill(ctx, tx)
			}
			if err != nil {
				return fmt.Errorf("schema version %d: %w", version+1, err)
			}
		}
		_, err = tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(migrations)))
		return err
	})
}

// backup copies the database to a new file beside it, which is there only when it is
// complete and on the disk.
func (s *Store) backup(ctx context.Context, version int) (string, error) {
	fail := func(err error) (string, error) {
		return "", fmt.Errorf("the corpus %s has the older schema version %d and no copy of it could be made, so it is left as it is: %w",
			s.path, version, err)
	}
	name := fmt.Sprintf("%s.v%d.backup", s.path, version)
	for n := 2; !missing(name); n++ {
		name = fmt.Sprintf("%s.v%d-%d.backup", s.path, version, n)
	}
	partial, err := os.CreateTemp(filepath.Dir(s.path), ".backup-*") // VACUUM INTO takes an empty file
	if err != nil {
		return fail(err)
	}
	defer os.Remove(partial.Name()) // there is nothing left to remove once it is renamed
	defer partial.Close()
	if _, err := s.db.ExecContext(ctx, "VACUUM INTO ?", partial.Name()); err != nil {
		return fail(s.fault("copy", err))
	}
	if err := errors.Join(partial.Sync(), os.Rename(partial.Name(), name)); err != nil {
		return fail(err)
	}
	return name, nil
}

// write runs f in a transaction that is kept only if f succeeds.
func (s *Store) write(ctx context.Context, doing string, f func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.fault(doing, err)
	}
	if err := f(tx); err != nil {
		tx.Rollback() // the first error is the one to tell
		return s.fault(doing, err)
	}
	if err := tx.Commit(); err != nil {
		return s.fault(doing, err)
	}
	return nil
}

// read runs f on one state of the database.
func (s *Store) read(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return s.fault("read", err)
	}
	defer tx.Rollback() // nothing was written
	return s.fault("read", f(tx))
}
