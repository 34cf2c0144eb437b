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
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the database/sql driver "sqlite"

	"reglament/corpus"
	"reglament/corpus/tables"
)

// Store is a corpus in a SQLite file. A store opened with Open is written by one process
// at a time and read by any number; a second writer waits up to ten seconds.
type Store struct {
	*tables.Store

	// Backup is the copy that Open made of a database of an older version before it
	// brought it up to date; empty where there was nothing to copy.
	Backup string

	database database
	put      atomic.Int64 // how many files were stored
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
		s.database.db.Close()
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
	err = s.checkReadable(ctx)
	if cannotLog(err) && missing(path+"-wal") {
		// A folder that cannot be written to has no place for the shared index of a log.
		s.database.db.Close()
		if s, err = connect(path, "mode=ro&immutable=1"); err != nil {
			return nil, err
		}
		err = s.checkReadable(ctx)
	}
	if err != nil {
		s.database.db.Close()
		return nil, err
	}
	return s, nil
}

func (s *Store) checkReadable(ctx context.Context) error {
	version, err := s.database.version(ctx)
	if err != nil {
		return err
	}
	return migrations.Readable(s.database.path, version)
}

// checkFile refuses what SQLite would only call "unable to open database file".
func checkFile(path string) error {
	if path == "" {
		return errors.New("the corpus has no file name")
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return &tables.Fault{Message: fmt.Sprintf("there is no corpus %s: a command that writes, such as ingest, makes it", path), Err: os.ErrNotExist}
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
	defer s.database.db.Close()
	_, err = s.database.version(ctx)
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
	d := database{db, path, &queries{compiled: map[string]*sql.Stmt{}}}
	return &Store{Store: tables.New(d), database: d}, nil
}

// Put implements corpus.Store.
func (s *Store) Put(ctx context.Context, r *corpus.Record) (corpus.Outcome, error) {
	done, err := s.Store.Put(ctx, r)
	if err == nil && done.Change != corpus.Unchanged {
		s.put.Add(1)
	}
	return done, err
}

// manyFiles are as many as leave the index of terms in pieces worth joining: each search
// looks into every piece.
const manyFiles = 100

// joinTerms makes one piece of the index, which takes half a second for ten thousand acts.
var joinTerms = tables.Do(`INSERT INTO terms (terms) VALUES ('optimize')`)

// Close ends the use of the store.
func (s *Store) Close() error {
	if s.put.Load() >= manyFiles {
		// Where this fails a search takes longer, and finds the same.
		s.database.Write(context.Background(), "join the index of", func(tx tables.Tx) error { return tx.Exec(context.Background(), joinTerms) })
	}
	if err := s.database.db.Close(); err != nil {
		return s.database.Fault("close", err)
	}
	return nil
}

// version is the schema version of the database in the file, 0 where it is empty. The
// file of another program is refused, and of a newer one.
func (d database) version(ctx context.Context) (version int, err error) {
	var application, objects int
	err = d.Read(ctx, func(tx tables.Tx) error {
		return errors.Join(
			number(ctx, tx, "PRAGMA application_id", &application),
			number(ctx, tx, "PRAGMA user_version", &version),
			number(ctx, tx, "SELECT count(*) FROM sqlite_master", &objects),
		)
	})
	switch {
	case err != nil:
		return 0, d.Fault("open", err)
	case application != applicationID && (application != 0 || version != 0 || objects != 0):
		return 0, &tables.Fault{Message: fmt.Sprintf("%s is a SQLite database of another program, not a corpus", d.path)}
	}
	return version, migrations.Known(d.path, version)
}

func number(ctx context.Context, tx tables.Tx, query string, n *int) error {
	return tx.Each(ctx, tables.Do(query), func(scan tables.Scan) error { return scan(n) })
}

func (s *Store) migrate(ctx context.Context) error {
	// Most often there is nothing to do, and then no lock is asked for.
	version, err := s.database.version(ctx)
	if err != nil || version == len(migrations) {
		return err
	}
	if version > 0 {
		if s.Backup, err = s.backup(ctx, version); err != nil {
			return err
		}
	}
	return s.database.Write(ctx, "migrate", func(tx tables.Tx) error {
		// Another process may have been quicker.
		if err := number(ctx, tx, "PRAGMA user_version", &version); err != nil {
			return err
		}
		if err := migrations.Run(ctx, s.Store, tx, version); err != nil {
			return err
		}
		return tx.Exec(ctx, joinTerms, tables.Do(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(migrations))))
	})
}

// backup copies the database to a new file beside it, which is there only when it is
// complete and on the disk.
func (s *Store) backup(ctx context.Context, version int) (string, error) {
	fail := func(err error) (string, error) {
		return "", fmt.Errorf("the corpus %s has the older schema version %d and no copy of it could be made, so it is left as it is: %w",
			s.database.path, version, err)
	}
	name := fmt.Sprintf("%s.v%d.backup", s.database.path, version)
	for n := 2; !missing(name); n++ {
		name = fmt.Sprintf("%s.v%d-%d.backup", s.database.path, version, n)
	}
	partial, err := os.CreateTemp(filepath.Dir(s.database.path), ".backup-*") // VACUUM INTO takes an empty file
	if err != nil {
		return fail(err)
	}
	defer os.Remove(partial.Name()) // there is nothing left to remove once it is renamed
	defer partial.Close()
	if _, err := s.database.db.ExecContext(ctx, "VACUUM INTO ?", partial.Name()); err != nil {
		return fail(s.database.Fault("copy", err))
	}
	if err := errors.Join(partial.Sync(), os.Rename(partial.Name(), name)); err != nil {
		return fail(err)
	}
	return name, nil
}
