package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"reglament/compare/catalogue"
	"reglament/corpus"
	"reglament/corpus/life"
	"reglament/corpus/postgres"
	"reglament/corpus/queue"
	"reglament/corpus/sqlite"
	"reglament/model"
	"reglament/model/phrase"
)

// defaultCorpus is where the corpus lies unless --corpus says otherwise.
const defaultCorpus = "reglament.db"

// where is the --corpus flag of a command.
type where struct {
	path string
	cmd  *cobra.Command
}

func corpusFlag(cmd *cobra.Command) *where {
	w := &where{cmd: cmd}
	cmd.Flags().StringVar(&w.path, "corpus", defaultCorpus, "the corpus at this `place`: a SQLite file, or a postgres:// address")
	return w
}

// check refuses addresses that would otherwise become odd names of files.
func (w *where) check() error {
	if !w.isPostgres() && strings.Contains(w.path, "://") {
		return &usageError{"the corpus is at an address that is not known; it is a SQLite file, or a postgres:// address"}
	}
	return nil
}

// isPostgres tells the address of a PostgreSQL database from the name of a file.
func (w *where) isPostgres() bool {
	return strings.HasPrefix(w.path, "postgres://") || strings.HasPrefix(w.path, "postgresql://")
}

// open opens the corpus to add to it, and makes it where there is none.
func (w *where) open(ctx context.Context) (corpus.Store, error) {
	if err := w.check(); err != nil {
		return nil, err
	}
	if w.isPostgres() {
		store, err := w.openPostgres(ctx)
		if err != nil {
			return nil, err
		}
		return store, nil
	}
	store, err := sqlite.Open(ctx, w.path)
	if err != nil {
		return nil, err
	}
	if store.Backup != "" {
		w.tellCopy(w.path, store.Backup)
	}
	return store, nil
}

func (w *where) openPostgres(ctx context.Context) (*postgres.Store, error) {
	store, err := postgres.Open(ctx, w.path)
	if err != nil {
		return nil, err
	}
	if store.Backup != "" {
		w.tellCopy(store.Name(), "the schema "+store.Backup+" of the database")
	}
	return store, nil
}

// tellCopy says where the copy is that was made of a corpus of an older version.
func (w *where) tellCopy(name, place string) {
	fmt.Fprintf(w.cmd.ErrOrStderr(), "the corpus %s was brought to the schema of this program; %s is a copy of what it was\n", name, place)
}

// queue opens the queue of a corpus in PostgreSQL; closing the store ends its use.
func (w *where) queue(ctx context.Context) (*queue.Queue, *postgres.Store, error) {
	if !w.isPostgres() {
		return nil, nil, &usageError{"a queue is in a PostgreSQL database: --corpus wants a postgres:// address"}
	}
	store, err := w.openPostgres(ctx)
	if err != nil {
		return nil, nil, err
	}
	q, err := queue.Open(ctx, store)
	if err != nil {
		store.Close()
		return nil, nil, err
	}
	return q, store, nil
}

// reader opens the corpus to read; it must exist.
func (w *where) reader(ctx context.Context) (corpus.Store, error) {
	if err := w.check(); err != nil {
		return nil, err
	}
	if w.isPostgres() {
		store, err := postgres.OpenReader(ctx, w.path)
		if err != nil {
			return nil, err
		}
		return store, nil
	}
	store, err := sqlite.OpenReader(ctx, w.path)
	if err != nil {
		return nil, err
	}
	return store, nil
}

// lives opens the corpus to read, with the lives of its acts.
func (w *where) lives(ctx context.Context) (corpus.Store, *life.Archive, error) {
	store, err := w.reader(ctx)
	if err != nil {
		return nil, nil, err
	}
	archive, err := life.Open(ctx, store)
	if err != nil {
		store.Close()
		return nil, nil, err
	}
	return store, archive, nil
}

// selectSides finds what each side names, in the order of the sides. The corpus is
// needed only for sides that are no files. Doubts about a choice go to stderr.
func (w *where) selectSides(ctx context.Context, s streams, sides []corpus.Side) ([][]corpus.Selected, error) {
	return w.selectEach(ctx, s, sides, func(err error) error { return err })
}

// selectWith finds likewise what the sides name that have the regulation that is asked for, at
// least one, and the others as failures.
func (w *where) selectWith(ctx context.Context, s streams, sides []corpus.Side) ([][]corpus.Selected, *failures, error) {
	without := &failures{of: len(sides)}
	var first error
	out, err := w.selectEach(ctx, s, sides, func(err error) error {
		if !errors.Is(err, corpus.ErrNoRegulation) {
			return err
		}
		if first == nil {
			first = err
		}
		without.add(err)
		return nil
	})
	if err == nil && len(out) == 0 {
		err = first
	}
	return out, without, err
}

// selectEach leaves out the sides whose error fail takes away.
func (w *where) selectEach(ctx context.Context, s streams, sides []corpus.Side, fail func(error) error) ([][]corpus.Selected, error) {
	store, err := w.reader(ctx)
	switch {
	case err == nil:
		defer store.Close()
	case errors.Is(err, fs.ErrNotExist) && !w.cmd.Flags().Changed("corpus"):
		// Files can be selected without a corpus.
	default:
		return nil, err
	}
	compose := life.Composer(store)
	var out [][]corpus.Selected
	for _, side := range sides {
		selected, err := corpus.Select(ctx, store, side, s.readFile(ctx), compose)
		if err != nil {
			if err := fail(err); err != nil {
				return nil, err
			}
			continue
		}
		for _, one := range selected {
			warn(s.err, one.Warnings)
		}
		out = append(out, selected)
	}
	return out, nil
}

// selectArgs finds what the sides on the command line name, in one language or in both.
func (w *where) selectArgs(ctx context.Context, s streams, args []string, lang *choice) ([][]corpus.Selected, error) {
	sides, err := parseSides(args, lang.value)
	if err != nil {
		return nil, err
	}
	return w.selectSides(ctx, s, sides)
}

// parseSides reads sides from the command line; lang keeps to one language.
func parseSides(args []string, lang string) ([]corpus.Side, error) {
	var sides []corpus.Side
	for _, a := range args {
		side, err := corpus.ParseSide(a)
		if err != nil {
			return nil, &usageError{err.Error()}
		}
		side.Language = model.Language(lang)
		side.Names = sameService(catalogue.Builtin(), side.Service)
		sides = append(sides, side)
	}
	return sides, nil
}

func warn(w io.Writer, warnings []model.Message) {
	for _, s := range warnings {
		fmt.Fprintln(w, "warning:", phrase.English.Tell(s))
	}
}

// warnOf tells the doubts there are about a stored file.
func warnOf(w io.Writer, name string, outcome corpus.Outcome) {
	for _, m := range outcome.Warnings {
		fmt.Fprintf(w, "warning: %s: %s\n", displayName(name), phrase.English.Tell(m))
	}
}
