package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"reglament/cmd/reglament/view"
	"reglament/corpus"
	"reglament/corpus/queue"
	"reglament/model"
	"reglament/model/phrase"
)

func workerCommand(s streams) *cobra.Command {
	format := choose("text", "json")
	var setAside, untilEmpty bool
	var readers int
	cmd := &cobra.Command{
		Use:   "worker [flags]",
		Short: "Read the files that wait in the queue of a corpus",
		Long: `Worker reads the files that reglament ingest --queue has put into the queue of a corpus
in PostgreSQL, and stores them. Any number of workers on any number of machines share
one queue. A file whose worker dies, or that a fault of the database kept from being
stored, is tried again, at most five times; a file that cannot be read is set aside with
its reason, and kept. Queueing it again tries it again.

A worker runs until it is interrupted, and finishes the files that it has begun; with
--until-empty it ends when no file is waiting. With --set-aside it reads nothing and
lists the files that were set aside.`,
		Example: `  reglament worker --corpus postgres://reglament@db.example/acts --until-empty
  reglament worker --corpus postgres://reglament@db.example/acts --set-aside --format json`,
		Args: cobra.NoArgs,
	}
	at := corpusFlag(cmd)
	l := limitFlags(cmd)
	cmd.Flags().BoolVar(&untilEmpty, "until-empty", false, "end when no file is waiting")
	cmd.Flags().BoolVar(&setAside, "set-aside", false, "list the files that were set aside, with their reasons")
	cmd.Flags().Var(format, "format", "of the list: text or json")
	cmd.Flags().IntVar(&readers, "readers", 0, "`number` of files that are read at once (default one for each core)")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := l.check(); err != nil {
			return err
		}
		if readers < 0 {
			return &usageError{"--readers wants a number from 1"}
		}
		// A service manager ends a worker with SIGTERM.
		ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGTERM)
		defer stop()
		q, store, err := at.queue(ctx)
		if err != nil {
			return err
		}
		defer store.Close()
		if setAside {
			files, err := q.SetAside(ctx)
			if err != nil {
				return err
			}
			return listSetAside(s, files, format.value)
		}
		return l.work(ctx, s, q, queue.Options{Readers: readers, UntilEmpty: untilEmpty, Timeout: l.time + time.Minute})
	}
	return cmd
}

// work reads what waits and tells stderr what became of it.
func (l limits) work(ctx context.Context, s streams, q *queue.Queue, o queue.Options) error {
	run := tally{changes: map[corpus.Change]int{}, why: map[string]int{}}
	o.Log = func(sentence string) { fmt.Fprintln(s.err, sentence) }
	o.Report = func(name string, outcome corpus.Outcome, err error, retry bool) {
		switch {
		case retry:
			fmt.Fprintf(s.err, "%v; it will be tried again\n", fault(name, err))
		case err != nil:
			run.fail(reason(err))
			fmt.Fprintf(s.err, "%v; it is set aside\n", fault(name, err))
		default:
			run.changes[outcome.Change]++
			warnOf(s.err, name, outcome)
		}
	}
	// An interrupt ends the waiting for files, not the reading of those that were begun.
	err := q.Work(ctx, l.readFunc(context.WithoutCancel(ctx)), o)
	run.write(s.err)
	if err != nil {
		return err
	}
	return (&failures{failed: run.failed, of: run.inputs()}).orNil()
}

func listSetAside(s streams, files []queue.SetAside, format string) error {
	fmt.Fprintf(s.err, "set aside: %s\n", phrase.English.T("n.files", len(files)))
	if format == "json" {
		return model.NewIndentedEncoder(s.out).Encode(model.List[queue.SetAside](files))
	}
	if len(files) == 0 {
		return nil
	}
	rows := make([][]string, 0, len(files))
	for _, f := range files {
		rows = append(rows, []string{f.Name, f.At.Format(time.RFC3339), strconv.Itoa(f.Attempts), f.Reason})
	}
	_, err := fmt.Fprintln(s.out, view.Table([]string{"file", "set aside", "tries", "reason"}, rows, width(s.out)))
	return err
}

// enqueue puts the files into the queue and tells stderr how many.
func (l limits) enqueue(ctx context.Context, s streams, at *where, paths []string, total int) error {
	q, store, err := at.queue(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	bar := newProgress(s.err)
	bar.expect(total)
	defer bar.done()
	queued, known, failed := 0, 0, 0
	for source, err := range l.sources(ctx, s, paths, bar) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var raw []byte
		if err == nil {
			raw, err = l.content(source)
		}
		bar.step()
		if err != nil {
			failed++
			fmt.Fprintln(bar.above(s.err), fault(source.Name, err))
			continue
		}
		added, err := q.Add(ctx, source.Name, raw)
		switch {
		case err != nil: // of the database: no other file would fare better
			return fmt.Errorf("%s was not queued, %d files before it were: %w", source.Name, queued, err)
		case added:
			queued++
		default:
			known++
		}
	}
	bar.done()
	fmt.Fprintf(s.err, "queued %d, waiting already %d, failed %d\n", queued, known, failed)
	return (&failures{failed: failed, of: queued + known + failed}).orNil()
}

// content is the bytes of a source within the limit.
func (l limits) content(source corpus.Source) ([]byte, error) {
	file, err := source.Open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, l.archive.File+1))
	if err == nil && int64(len(raw)) > l.archive.File {
		err = errors.New("it is longer than --max-file allows")
	}
	return raw, err
}
