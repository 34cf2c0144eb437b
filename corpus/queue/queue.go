// Package queue spreads the reading of files over many workers on many machines. Files
// wait in the corpus's own PostgreSQL database, so that what is said to be queued is kept
// as safely as what is stored; river hands them out, repeats what failed and finds out
// what died. Storing a file twice changes nothing, so a file whose worker died after it
// was stored is read again and found to be known.
package queue

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
	"github.com/riverqueue/river/rivertype"

	"reglament/corpus"
	"reglament/corpus/postgres"
)

// job names the file to be read; the file itself is in the table inbox.
type job struct {
	SHA256 string `json:"sha256" river:"unique"`
	Name   string `json:"name"`
}

// Kind implements river.JobArgs.
func (job) Kind() string { return "read" }

// maxAttempts is how often a file is tried that fails for a reason that may pass.
const maxAttempts = 5

// waiting are the states of jobs that are not done and not set aside.
var waiting = []rivertype.JobState{
	rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable, rivertype.JobStateRunning, rivertype.JobStateScheduled,
}

// InsertOpts implements river.JobArgsWithInsertOpts: a file that waits is not queued again.
func (job) InsertOpts() river.InsertOpts {
	return river.InsertOpts{MaxAttempts: maxAttempts, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: waiting}}
}

// Queue is the files of one corpus that wait to be read.
type Queue struct {
	store  *postgres.Store
	client *river.Client[pgx.Tx] // adds and lists, does not work
}

// Open opens the queue of a corpus, and makes its tables where there are none.
func Open(ctx context.Context, store *postgres.Store) (*Queue, error) {
	driver := riverpgxv5.New(store.Pool())
	quiet := slog.New(slog.DiscardHandler)
	migrator, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: quiet})
	if err != nil {
		return nil, err
	}
	if err := migrate(ctx, store, migrator); err != nil {
		return nil, store.Fault("open the queue", err)
	}
	client, err := river.NewClient(driver, &river.Config{Logger: quiet})
	if err != nil {
		return nil, err
	}
	return &Queue{store, client}, nil
}

// migrate makes river's tables, once where several processes begin at the same time. Each
// of river's steps needs a transaction of its own.
func migrate(ctx context.Context, store *postgres.Store, migrator *rivermigrate.Migrator[pgx.Tx]) error {
	valid, err := migrator.Validate(ctx, nil)
	if err != nil || valid.OK {
		return err
	}
	return pgx.BeginFunc(ctx, store.Pool(), func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('reglament queue', 0))`); err != nil {
			return err
		}
		_, err := migrator.Migrate(ctx, rivermigrate.DirectionUp, nil)
		return err
	})
}

// Add puts a file into the queue, and reports false where it waits there already. When
// Add returns without an error the file is on the server's disk.
func (q *Queue) Add(ctx context.Context, name string, raw []byte) (bool, error) {
	if len(raw) > corpus.MaxSource {
		return false, fmt.Errorf("%s is longer than %d MB, which no act is", name, corpus.MaxSource>>20)
	}
	sum := sha256.Sum256(raw)
	j := job{SHA256: hex.EncodeToString(sum[:]), Name: storable(name)}
	added := false
	err := pgx.BeginFunc(ctx, q.store.Pool(), func(tx pgx.Tx) error {
		// The update locks a row that is there: a worker that is about to take it out has
		// to wait until the job below is seen to be queued.
		_, err := tx.Exec(ctx, `INSERT INTO inbox (sha256, name, content) VALUES ($1, $2, $3)
			ON CONFLICT (sha256) DO UPDATE SET name = inbox.name`, j.SHA256, j.Name, corpus.Pack(raw))
		if err != nil {
			return err
		}
		done, err := q.client.InsertTx(ctx, tx, j, nil)
		if err == nil {
			added = !done.UniqueSkippedAsDuplicate
		}
		return err
	})
	return added, q.store.Fault("queue "+name, err)
}

// storable is a name as PostgreSQL takes it.
func storable(name string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(name, "\uFFFD"), "\x00", "\uFFFD")
}

// Waiting is the number of files that wait, are being read or will be tried again; it is
// counted up to a thousand.
func (q *Queue) Waiting(ctx context.Context) (int, error) {
	jobs, err := q.client.JobList(ctx, river.NewJobListParams().Kinds(job{}.Kind()).States(waiting...).First(1000))
	if err != nil {
		return 0, q.store.Fault("list the queue", err)
	}
	return len(jobs.Jobs), nil
}

// SetAside is a file that could not be read or stored. It stays in the database; queueing
// it again tries it again.
type SetAside struct {
	Name     string    `json:"name"`
	SHA256   string    `json:"sha256"`
	Attempts int       `json:"attempts"`
	Reason   string    `json:"reason"` // of the last attempt
	At       time.Time `json:"at"`
}

// SetAside lists the files that were set aside and have not been stored since, by name.
func (q *Queue) SetAside(ctx context.Context) ([]SetAside, error) {
	list := func(states ...rivertype.JobState) (out []SetAside, err error) {
		params := river.NewJobListParams().Kinds(job{}.Kind()).States(states...).First(1000)
		for {
			page, err := q.client.JobList(ctx, params)
			if err != nil {
				return nil, err
			}
			for _, row := range page.Jobs {
				var j job
				if err := json.Unmarshal(row.EncodedArgs, &j); err != nil {
					return nil, err
				}
				s := SetAside{Name: j.Name, SHA256: j.SHA256, Attempts: row.Attempt, Reason: "it says no reason"}
				if n := len(row.Errors); n > 0 {
					s.Reason = strings.TrimPrefix(row.Errors[n-1].Error, "JobCancelError: ")
				}
				if row.FinalizedAt != nil {
					s.At = row.FinalizedAt.UTC()
				}
				out = append(out, s)
			}
			if len(page.Jobs) < 1000 {
				return out, nil
			}
			params = params.After(page.LastCursor)
		}
	}
	all, err := list(rivertype.JobStateDiscarded, rivertype.JobStateCancelled)
	var again []SetAside
	if err == nil {
		again, err = list(waiting...)
	}
	kept := map[string]bool{}
	if err == nil {
		kept, err = q.inbox(ctx)
	}
	if err != nil {
		return nil, q.store.Fault("list the queue", err)
	}
	for _, s := range again {
		kept[s.SHA256] = false
	}
	slices.SortStableFunc(all, func(a, b SetAside) int { return b.At.Compare(a.At) })
	var out []SetAside
	for _, s := range all {
		if kept[s.SHA256] {
			kept[s.SHA256] = false // of several attempts at one file the last
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b SetAside) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

// inbox is the files that are kept and not stored.
func (q *Queue) inbox(ctx context.Context) (map[string]bool, error) {
	rows, err := q.store.Pool().Query(ctx, `SELECT sha256 FROM inbox`)
	if err != nil {
		return nil, err
	}
	sums, err := pgx.CollectRows(rows, pgx.RowTo[string])
	out := map[string]bool{}
	for _, s := range sums {
		out[s] = true
	}
	return out, err
}

// errGone says that a file is no longer in the inbox: it was stored by another worker.
var errGone = errors.New("the file was stored by another worker")

func (q *Queue) take(ctx context.Context, sum string) (name string, raw []byte, err error) {
	var packed []byte
	err = q.store.Pool().QueryRow(ctx, `SELECT name, content FROM inbox WHERE sha256 = $1`, sum).Scan(&name, &packed)
	if errors.Is(err, pgx.ErrNoRows) {
		return "", nil, errGone
	}
	if err != nil {
		return "", nil, err
	}
	raw, err = corpus.Unpack(packed)
	return name, raw, err
}
