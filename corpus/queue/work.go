package queue

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"reglament/corpus"
	"reglament/corpus/postgres"
)

// Options of a worker.
type Options struct {
	// Readers is how many files are read at once; 0: one for each core.
	Readers int

	// Timeout is how long one file may take; 0: DefaultTimeout. A worker that has not
	// told the end of a file by half a minute later is taken for dead, and the file is
	// given to another.
	Timeout time.Duration

	// UntilEmpty ends the work when no file is waiting any more.
	UntilEmpty bool

	// Report is called once for each try of a file, one call at a time; retry says that
	// the file failed and will be tried again.
	Report func(name string, outcome corpus.Outcome, err error, retry bool)

	// Log is told what is wrong with the queue itself, a sentence each.
	Log func(sentence string)

	grace time.Duration // see Timeout; tests do not wait half a minute
}

// DefaultTimeout is how long one file may take: the longest take seconds.
const DefaultTimeout = 5 * time.Minute

// retries is how long after each failure a file is tried again.
var retries = []time.Duration{2 * time.Second, 10 * time.Second, time.Minute, 5 * time.Minute}

// worker reads one file after another.
type worker struct {
	river.WorkerDefaults[job]
	queue   *Queue
	read    corpus.ReadFunc
	options Options

	reporting sync.Mutex
}

// Work reads and stores files until the context ends, and then finishes those it has
// begun; that is no error.
func (q *Queue) Work(ctx context.Context, read corpus.ReadFunc, o Options) error {
	if o.Readers <= 0 {
		o.Readers = runtime.GOMAXPROCS(0)
	}
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.grace <= 0 {
		o.grace = 30 * time.Second
	}
	if o.Report == nil {
		o.Report = func(string, corpus.Outcome, error, bool) {}
	}
	if o.Log == nil {
		o.Log = func(string) {}
	}
	w := &worker{queue: q, read: read, options: o}
	workers := river.NewWorkers()
	river.AddWorker(workers, w)
	client, err := river.NewClient(riverpgxv5.New(q.store.Pool()), &river.Config{
		Queues:  map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: o.Readers, FetchCooldown: 5 * time.Millisecond}},
		Workers: workers,
		Logger:  slog.New(&sentences{name: q.store.Name(), log: o.Log}),

		JobTimeout:           o.Timeout,
		RescueStuckJobsAfter: o.Timeout + o.grace,
		JobStuckHandler: func(context.Context, river.JobStuckHandlerParams) river.JobStuckHandlerResult {
			return river.JobStuckHandlerResult{AddWorkerSlot: true} // a reader that hangs cannot be stopped
		},

		// What was set aside is listed until it is stored, however long that is.
		DiscardedJobRetentionPeriod: -1,
		CancelledJobRetentionPeriod: -1,
		CompletedJobRetentionPeriod: time.Hour,
		SoftStopTimeout:             o.Timeout,
	})
	if err != nil {
		return err
	}
	working, stop := context.WithCancel(ctx)
	defer stop()
	if err := client.Start(working); err != nil {
		return q.store.Fault("work on the queue", err)
	}
	if o.UntilEmpty {
		q.untilEmpty(working, o.Log)
		stop()
	}
	<-client.Stopped()
	return nil
}

// untilEmpty returns when no file is waiting. A database that cannot be reached for a
// while is waited for, as the worker does.
func (q *Queue) untilEmpty(ctx context.Context, log func(string)) {
	for {
		n, err := q.Waiting(ctx)
		switch {
		case ctx.Err() != nil || err == nil && n == 0:
			return
		case err != nil:
			log(err.Error())
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(500 * time.Millisecond):
		}
	}
}

// Work implements river.Worker.
func (w *worker) Work(ctx context.Context, j *river.Job[job]) error {
	outcome, err := w.store(ctx, j)
	var unread *unreadable
	switch {
	case err == nil:
		w.report(j.Args.Name, outcome, nil, false)
		return nil
	case errors.Is(err, errGone):
		return nil
	case errors.As(err, &unread): // it would fail as often as it is tried
		w.report(j.Args.Name, outcome, unread.err, false)
		return river.JobCancel(unread.err)
	case postgres.Unreachable(err): // no fault of the file: this is no attempt at it
		w.report(j.Args.Name, outcome, err, true)
		return river.JobSnooze(retries[0])
	}
	w.report(j.Args.Name, outcome, err, j.Attempt < j.MaxAttempts)
	return err
}

// NextRetry implements river.Worker.
func (w *worker) NextRetry(j *river.Job[job]) time.Time {
	return time.Now().Add(retries[min(len(j.Errors), len(retries)-1)])
}

// unreadable is an error of the file itself.
type unreadable struct{ err error }

func (u *unreadable) Error() string { return u.err.Error() }

func (w *worker) store(ctx context.Context, j *river.Job[job]) (corpus.Outcome, error) {
	name, raw, err := w.queue.take(ctx, j.Args.SHA256)
	if err != nil {
		return corpus.Outcome{}, err
	}
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(raw)), nil }
	record, err := corpus.ReadRecord(corpus.Source{Name: name, Open: open}, w.read)
	if err != nil {
		return corpus.Outcome{}, &unreadable{err}
	}
	outcome, err := w.queue.store.Put(ctx, record)
	if err != nil {
		return outcome, err
	}
	// A worker that dies here leaves a file that the next one finds to be stored.
	err = pgx.BeginFunc(ctx, w.queue.store.Pool(), func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `DELETE FROM inbox WHERE sha256 = $1`, j.Args.SHA256); err != nil {
			return err
		}
		_, err := river.JobCompleteTx[*riverpgxv5.Driver](ctx, tx, j)
		return err
	})
	return outcome, w.queue.store.Fault("take "+name+" out of the queue", err)
}

func (w *worker) report(name string, outcome corpus.Outcome, err error, retry bool) {
	w.reporting.Lock()
	defer w.reporting.Unlock()
	w.options.Report(name, outcome, err, retry)
}

// sentences turns river's own log into sentences. Failures of jobs are not among them:
// they are reported with the file's name.
type sentences struct {
	name string
	log  func(string)

	mutex sync.Mutex
	last  string
	at    time.Time
}

// Enabled implements slog.Handler.
func (s *sentences) Enabled(_ context.Context, l slog.Level) bool { return l >= slog.LevelWarn }

// repeated is how long the same sentence is not said again: river tries every second.
const repeated = 30 * time.Second

// Handle implements slog.Handler.
func (s *sentences) Handle(_ context.Context, r slog.Record) error {
	if strings.HasPrefix(r.Message, "jobexecutor.") {
		return nil
	}
	sentence := ""
	r.Attrs(func(a slog.Attr) bool {
		if a.Key == "err" || a.Key == "error" {
			err, ok := a.Value.Any().(error)
			if !ok {
				err = errors.New(a.Value.String())
			}
			if postgres.Unreachable(err) || strings.Contains(err.Error(), "connect") {
				sentence = fmt.Sprintf("the corpus %s cannot be reached; trying again until it can", s.name)
			} else {
				sentence = fmt.Sprintf("the queue of the corpus %s: %s: %v", s.name, r.Message, err)
			}
			return false
		}
		return true
	})
	if sentence == "" {
		return nil
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if now := time.Now(); sentence != s.last || now.Sub(s.at) > repeated {
		s.last, s.at = sentence, now
		s.log(sentence)
	}
	return nil
}

// WithAttrs implements slog.Handler; river's attributes are of no use to people.
func (s *sentences) WithAttrs([]slog.Attr) slog.Handler { return s }

// WithGroup implements slog.Handler.
func (s *sentences) WithGroup(string) slog.Handler { return s }
