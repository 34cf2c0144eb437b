package queue

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"reglament/corpus"
	"reglament/corpus/corpustest"
	"reglament/corpus/postgres"
	"reglament/corpus/postgres/postgrestest"
	"reglament/model"
)

var ctx = context.Background()

func open(t testing.TB, address string) (*postgres.Store, *Queue) {
	t.Helper()
	s, err := postgres.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	q, err := Open(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	return s, q
}

// read reads an act whose number is all its text; "bad" is no act.
func read(name string, raw []byte) (*model.Document, string, error) {
	if strings.HasPrefix(string(raw), "bad") {
		return nil, "", fmt.Errorf("%s is no act", name)
	}
	return corpustest.ReadNumber(name, raw)
}

func add(t testing.TB, q *Queue, name, text string) bool {
	t.Helper()
	added, err := q.Add(ctx, name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return added
}

// log collects what a worker reports.
type log struct {
	mutex sync.Mutex
	lines []string
}

func (l *log) options() Options {
	return Options{UntilEmpty: true, Report: func(name string, o corpus.Outcome, err error, retry bool) {
		line := name + ": " + string(o.Change)
		if err != nil {
			line = fmt.Sprintf("%s: %v, retry %t", name, err, retry)
		}
		l.add(line)
	}, Log: l.add}
}

func (l *log) add(line string) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.lines = append(l.lines, line)
}

func (l *log) sorted() []string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	slices.Sort(l.lines)
	return l.lines
}

func work(t testing.TB, q *Queue, o Options) {
	t.Helper()
	limited, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := q.Work(limited, read, o); err != nil {
		t.Fatal(err)
	}
	if limited.Err() != nil {
		t.Fatal("the queue did not become empty")
	}
}

func TestQueuedFilesAreStored(t *testing.T) {
	s, q := open(t, postgrestest.Address(t))
	if !add(t, q, "1.html", "1") || !add(t, q, "2.html", "2") {
		t.Error("a new file was not queued")
	}
	if add(t, q, "copy of 1.html", "1") {
		t.Error("a file that waits was queued twice")
	}
	if n, err := q.Waiting(ctx); err != nil || n != 2 {
		t.Errorf("%d files wait, %v", n, err)
	}
	var l log
	work(t, q, l.options())
	if want := []string{"1.html: stored", "2.html: stored"}; !slices.Equal(l.sorted(), want) {
		t.Errorf("%q, want %q", l.lines, want)
	}
	if acts, err := s.Acts(ctx, corpus.Filter{}); err != nil || len(acts) != 2 || acts[0].Source != "1.html" {
		t.Errorf("%+v, %v", acts, err)
	}
	if !add(t, q, "1.html", "1") { // a better reader may have come
		t.Error("a stored file was not queued again")
	}
	l = log{}
	work(t, q, l.options())
	if want := []string{"1.html: unchanged"}; !slices.Equal(l.sorted(), want) {
		t.Errorf("%q, want %q", l.lines, want)
	}
	if left, err := q.inbox(ctx); err != nil || len(left) != 0 {
		t.Errorf("the inbox keeps %v, %v", left, err)
	}
}

func TestWhatCannotBeReadIsSetAside(t *testing.T) {
	s, q := open(t, postgrestest.Address(t))
	add(t, q, "bad.html", "bad 1")
	add(t, q, "1.html", "1")
	var l log
	work(t, q, l.options())
	if want := []string{"1.html: stored", "bad.html: bad.html is no act, retry false"}; !slices.Equal(l.sorted(), want) {
		t.Errorf("%q, want %q", l.lines, want)
	}
	aside, err := q.SetAside(ctx)
	if err != nil || len(aside) != 1 || aside[0].Name != "bad.html" || aside[0].Reason != "bad.html is no act" || aside[0].Attempts != 1 || aside[0].At.IsZero() {
		t.Errorf("%+v, %v", aside, err)
	}
	// It is tried again when it is queued again; a reader that can read it stores it.
	add(t, q, "bad.html", "bad 1")
	if aside, err = q.SetAside(ctx); err != nil || len(aside) != 0 {
		t.Errorf("while it waits: %+v, %v", aside, err)
	}
	if err := q.Work(ctx, corpustest.ReadNumber, Options{UntilEmpty: true}); err != nil {
		t.Fatal(err)
	}
	if aside, err = q.SetAside(ctx); err != nil || len(aside) != 0 {
		t.Errorf("once it is stored: %+v, %v", aside, err)
	}
	if acts, err := s.Acts(ctx, corpus.Filter{}); err != nil || len(acts) != 2 {
		t.Errorf("%+v, %v", acts, err)
	}
}

// A fault of the database that is not of the file is tried again, and in the end set
// aside with its reason.
func TestWhatAlwaysFailsIsSetAside(t *testing.T) {
	defer func(before []time.Duration) { retries = before }(retries)
	retries = []time.Duration{time.Millisecond}
	address := postgrestest.Address(t)
	_, q := open(t, address)
	postgrestest.Exec(t, address, `ALTER TABLE reglament.acts ADD CONSTRAINT no_seven CHECK (number <> '7')`)
	add(t, q, "7.html", "7")
	var l log
	o := l.options()
	work(t, q, o)
	if len(l.lines) != maxAttempts || !strings.HasSuffix(l.lines[0], "retry true") || !strings.HasSuffix(l.lines[maxAttempts-1], "retry false") {
		t.Errorf("%q", l.lines)
	}
	aside, err := q.SetAside(ctx)
	if err != nil || len(aside) != 1 || aside[0].Attempts != maxAttempts || !strings.Contains(aside[0].Reason, "no_seven") {
		t.Errorf("%+v, %v", aside, err)
	}
}

func TestAReaderThatPanicsIsSetAside(t *testing.T) {
	_, q := open(t, postgrestest.Address(t))
	add(t, q, "1.html", "1")
	var none []int
	reader := func(name string, raw []byte) (*model.Document, string, error) {
		return nil, "", fmt.Errorf("%d", none[len(raw)])
	}
	if err := q.Work(ctx, reader, Options{UntilEmpty: true}); err != nil {
		t.Fatal(err)
	}
	if aside, err := q.SetAside(ctx); err != nil || len(aside) != 1 || !strings.Contains(aside[0].Reason, "the reader failed on this file") {
		t.Errorf("%+v, %v", aside, err)
	}
}

// The worker that TestAWorkerIsKilled starts: it reads slowly, and stays in the file
// "0000" for ever.
const workerVariable = "REGLAMENT_TEST_WORKER"

func TestMain(m *testing.M) {
	address := os.Getenv(workerVariable)
	if address == "" {
		os.Exit(m.Run())
	}
	err := func() error {
		s, err := postgres.Open(ctx, address)
		if err != nil {
			return err
		}
		q, err := Open(ctx, s)
		if err != nil {
			return err
		}
		slow := func(name string, raw []byte) (*model.Document, string, error) {
			if string(raw) == "0" {
				fmt.Println("reading")
				select {}
			}
			time.Sleep(20 * time.Millisecond)
			return read(name, raw)
		}
		return q.Work(ctx, slow, Options{Timeout: 2 * time.Second, grace: time.Second})
	}()
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// Two workers, one killed while it reads: its files are given to the other, and each is
// stored once.
func TestAWorkerIsKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes half a minute until the dead worker's files are given to the other")
	}
	address := postgrestest.Address(t)
	s, q := open(t, address)
	const files = 60
	for n := range files {
		add(t, q, fmt.Sprintf("%04d.html", n), fmt.Sprint(n))
	}
	add(t, q, "bad.html", "bad")

	doomed := exec.Command(os.Args[0])
	doomed.Env = append(os.Environ(), workerVariable+"="+address)
	out, err := doomed.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := doomed.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 1)); err != nil { // it is in the file "0"
		t.Fatal(err)
	}
	var l log
	o := l.options()
	o.Timeout, o.grace = 2*time.Second, time.Second
	limited, cancel := context.WithTimeout(ctx, 3*time.Minute)
	defer cancel()
	reading, done := make(chan bool, 10*files), make(chan error)
	go func() {
		done <- q.Work(limited, func(name string, raw []byte) (*model.Document, string, error) {
			reading <- true
			return read(name, raw)
		}, o)
	}()
	<-reading // both work
	if err := doomed.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	doomed.Wait() // it was killed
	if err := <-done; err != nil || limited.Err() != nil {
		t.Fatal(err, limited.Err())
	}
	acts, err := s.Acts(ctx, corpus.Filter{})
	if err != nil || len(acts) != files {
		t.Errorf("%d acts, want %d (%v)", len(acts), files, err)
	}
	for _, a := range acts {
		if a.Editions != 1 {
			t.Errorf("act %s has %d editions", a.Number, a.Editions)
		}
	}
	if !slices.Contains(l.sorted(), "0000.html: stored") {
		t.Errorf("the file of the dead worker was not taken over: %q", l.lines)
	}
	if aside, err := q.SetAside(ctx); err != nil || len(aside) != 1 || aside[0].Name != "bad.html" {
		t.Errorf("%+v, %v", aside, err)
	}
	if left, err := q.inbox(ctx); err != nil || len(left) != 1 {
		t.Errorf("the inbox keeps %d files, %v", len(left), err)
	}
}

// The server crashes under a running worker and comes back.
func TestTheServerRestarts(t *testing.T) {
	server := postgrestest.Own(t)
	s, q := open(t, server.Address)
	const files = 40
	for n := range files {
		add(t, q, fmt.Sprintf("%04d.html", n), fmt.Sprint(n))
	}
	var l log
	o := l.options()
	o.Timeout, o.grace = 2*time.Second, time.Second
	begun := make(chan bool, files*10)
	stored := map[string]bool{}
	var mutex sync.Mutex
	report := o.Report
	o.Report = func(name string, outcome corpus.Outcome, err error, retry bool) {
		report(name, outcome, err, retry)
		if err == nil {
			mutex.Lock()
			stored[outcome.Key] = true
			mutex.Unlock()
		}
	}
	slow := func(name string, raw []byte) (*model.Document, string, error) {
		begun <- true
		time.Sleep(50 * time.Millisecond)
		return read(name, raw)
	}
	done := make(chan error)
	limited, cancel := context.WithTimeout(ctx, 3*time.Minute)
	defer cancel()
	go func() { done <- q.Work(limited, slow, o) }()
	for range 6 {
		<-begun
	}
	server.Restart(t)
	mutex.Lock()
	for key := range stored {
		if _, err := s.Editions(ctx, key); err != nil {
			t.Errorf("%s was reported stored and is lost: %v", key, err)
		}
	}
	mutex.Unlock()
	if err := <-done; err != nil || limited.Err() != nil {
		t.Fatal(err, limited.Err())
	}
	acts, err := s.Acts(ctx, corpus.Filter{})
	if err != nil || len(acts) != files {
		t.Errorf("%d acts, want %d (%v)", len(acts), files, err)
	}
	if left, err := q.inbox(ctx); err != nil || len(left) != 0 {
		t.Errorf("the inbox keeps %d files, %v", len(left), err)
	}
	if !slices.ContainsFunc(l.sorted(), func(line string) bool { return strings.Contains(line, "cannot be reached") }) {
		t.Errorf("nobody was told that the server was away: %q", l.lines)
	}
}

func TestAddWhereTheServerIsAway(t *testing.T) {
	address := postgrestest.Address(t)
	s, q := open(t, address)
	s.Close()
	if _, err := q.Add(ctx, "1.html", []byte("1")); err == nil || !strings.Contains(err.Error(), postgres.Name(address)) {
		t.Errorf("error %v", err)
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if err := q.Work(ended, read, Options{}); err != nil && !errors.Is(err, context.Canceled) {
		t.Errorf("work that was ended before it began: %v", err)
	}
}

func BenchmarkQueue(b *testing.B) {
	_, q := open(b, postgrestest.Address(b))
	for n := range b.N {
		add(b, q, fmt.Sprint(n), fmt.Sprint(n))
	}
	b.ResetTimer()
	if err := q.Work(ctx, read, Options{UntilEmpty: true}); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "acts/s")
}
