package tables

import (
	"context"
	"fmt"
)

// Migration brings the tables of a database to the next version.
type Migration struct {
	Schema string // statements

	// What SQL alone cannot do, once all tables are there.
	Ends  bool // the acts that texts repeal have to be found
	Index bool // the search index has to be brought up to date
}

// Migrations bring tables from version i to i+1. One that was released is never changed.
type Migrations []Migration

// Known refuses the tables of a newer program.
func (m Migrations) Known(name string, version int) error {
	if version > len(m) {
		return &Fault{Message: fmt.Sprintf("the corpus %s has schema version %d, and this program knows versions up to %d: use the newer program that wrote it",
			name, version, len(m))}
	}
	return nil
}

// Readable refuses tables that can be read only once they are brought up to date.
func (m Migrations) Readable(name string, version int) error {
	switch {
	case version == 0:
		return &Fault{Message: fmt.Sprintf("there is no corpus in %s", name)}
	case version < len(m):
		return &Fault{Message: fmt.Sprintf("the corpus %s has the older schema version %d: a command that writes, such as ingest, brings it to version %d",
			name, version, len(m))}
	}
	return m.Known(name, version)
}

// Run brings tables from a version to the latest.
func (m Migrations) Run(ctx context.Context, s *Store, tx Tx, from int) error {
	if err := m.Known(s.db.Name(), from); err != nil {
		return err
	}
	ends, index := false, false
	for version := from; version < len(m); version++ {
		if err := tx.Exec(ctx, Do(m[version].Schema)); err != nil {
			return fmt.Errorf("schema version %d: %w", version+1, err)
		}
		ends, index = ends || m[version].Ends, index || m[version].Index
	}
	if ends {
		if err := endsOfAll(ctx, tx); err != nil {
			return err
		}
	}
	if !index {
		return nil
	}
	return s.indexAll(ctx, tx)
}
