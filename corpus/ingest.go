package corpus

import (
	"context"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync"

	"reglament/model"
	"reglament/model/phrase"
)

// MaxSource is the size in bytes above which a source is refused. The longest acts,
// with their pictures, are a tenth of it.
const MaxSource = 256 << 20

// Source is a file, an entry of an archive or a page to be read.
type Source struct {
	Name string
	Open func() (io.ReadCloser, error) // called once, on any goroutine
}

// ReadFunc reads an act in the bytes of the named source: its document and canonical
// text. It is called on several goroutines at once.
type ReadFunc func(name string, raw []byte) (*model.Document, string, error)

// Ingest reads sources on every core and puts them into the store in their order. A
// source that comes with an error, cannot be read or is not understood is reported and
// does not stop the others. Not more than two sources a core are held in memory.
//
// report is called once a source, in their order, on the caller's goroutine; its error
// does not name the source. The error
// returned is the store's, which ends the work, or the context's; what was reported as
// stored stays stored.
func Ingest(ctx context.Context, store Store, sources iter.Seq2[Source, error], read ReadFunc,
	report func(name string, outcome Outcome, err error)) error {

	workers := runtime.GOMAXPROCS(0)
	l := &line{
		slots: make(chan struct{}, 2*workers),
		work:  make(chan *job, 2*workers),
		order: make(chan *job, 2*workers),
	}
	ctx, stop := context.WithCancel(ctx)
	var group sync.WaitGroup
	defer group.Wait()
	defer stop()
	group.Go(func() { l.feed(ctx, sources) })
	for range workers {
		group.Go(func() { l.read(ctx, read) })
	}

	for j := range l.order {
		<-j.done // a worker always gets to it
		if err := ctx.Err(); err != nil {
			return err
		}
		if j.err != nil {
			report(j.source.Name, Outcome{}, j.err)
		} else {
			outcome, err := store.Put(ctx, j.record)
			if err != nil {
				return fmt.Errorf("%s was not stored: %w", j.source.Name, err)
			}
			report(j.source.Name, outcome, nil)
		}
		<-l.slots
	}
	return ctx.Err()
}

// line is the way of the sources through an ingest. No channel is ever full while a
// slot is free, so only the wait for a slot has to watch the context.
type line struct {
	slots chan struct{} // one taken for each source in memory
	work  chan *job     // to the workers
	order chan *job     // the same jobs, to be put in this order
}

type job struct {
	source Source
	done   chan struct{} // closed when one of the next two is there
	record *Record
	err    error
}

// feed takes a slot before it asks for the next source: a source out of an archive is
// in memory as soon as it is asked for.
func (l *line) feed(ctx context.Context, sources iter.Seq2[Source, error]) {
	defer close(l.order)
	defer close(l.work)
	if !l.slot(ctx) {
		return
	}
	for source, err := range sources {
		j := &job{source: source, err: err, done: make(chan struct{})}
		l.work <- j
		l.order <- j
		if !l.slot(ctx) {
			return
		}
	}
}

func (l *line) slot(ctx context.Context) bool {
	select {
	case l.slots <- struct{}{}:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

func (l *line) read(ctx context.Context, read ReadFunc) {
	for j := range l.work {
		if j.err == nil && ctx.Err() == nil {
			j.record, j.err = ReadRecord(j.source, read)
		}
		close(j.done)
	}
}

// ReadRecord makes a record of a source. A reader that panics gives an error.
func ReadRecord(source Source, read ReadFunc) (record *Record, err error) {
	// A fault of a reader in one file of thousands must not lose the others.
	defer func() {
		if fault := recover(); fault != nil {
			record, err = nil, phrase.ReaderFailed.Fault(fault)
		}
	}()
	raw, err := readAll(source)
	if err != nil {
		return nil, err
	}
	document, canonical, err := read(source.Name, raw)
	if err != nil {
		return nil, err
	}
	return Prepare(Read{Document: document, Canonical: canonical, Raw: raw})
}

func readAll(source Source) ([]byte, error) {
	file, err := source.Open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, MaxSource+1))
	switch {
	case err != nil:
		return nil, phrase.NotRead.As(err, phrase.Why(err))
	case len(raw) > MaxSource:
		return nil, phrase.TooLongFile.Fault(MaxSource >> 20)
	}
	return raw, nil
}
