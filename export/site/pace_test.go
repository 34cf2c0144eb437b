package site

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"reglament/corpus"
)

// connection remembers its deadlines.
type connection struct {
	*httptest.ResponseRecorder
	read, write time.Time
}

func (c *connection) SetReadDeadline(t time.Time) error  { c.read = t; return nil }
func (c *connection) SetWriteDeadline(t time.Time) error { c.write = t; return nil }

func TestASlowUploadIsGivenUp(t *testing.T) {
	for _, c := range []struct {
		name     string
		each     int           // bytes that come at once
		after    time.Duration // which they come
		patience time.Duration // when it is given up, at most
	}{
		{"one byte before every pause is over", 1, mostPause - time.Second, 2 * mostPause},
		{"a tenth of what it takes", slowest / 10, time.Second, 2 * mostPause},
		{"as much as it takes", slowest, time.Second, 0},
		{"much, then nothing", 1 << 30, time.Hour, mostPause},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				conn := &connection{ResponseRecorder: httptest.NewRecorder()}
				body := &patient{ReadCloser: io.NopCloser(strings.NewReader("")), connection: http.NewResponseController(conn), began: time.Now()}
				began := time.Now()
				for time.Since(began) < 20*mostPause {
					body.Read(nil)
					if time.Until(conn.read) < c.after {
						break // nothing came in time
					}
					time.Sleep(c.after)
					body.received += int64(c.each)
				}
				held := time.Since(began)
				if c.patience > 0 && held > c.patience || c.patience == 0 && held < 20*mostPause {
					t.Errorf("held for %s", held)
				}
			})
		})
	}
}

func TestAnAnswerHasToBeTaken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &connection{ResponseRecorder: httptest.NewRecorder()}
		if err := deliver(w, bytes.Repeat([]byte("а"), 5*slowest)); err != nil {
			t.Fatal(err)
		}
		if got, want := time.Until(w.write), mostPause+10*time.Second; got != want || w.Body.Len() != 10*slowest {
			t.Errorf("%d bytes within %s, want %s", w.Body.Len(), got, want)
		}
	})
	s := serve(t, Options{Store: store(t, sample())})
	w := &connection{ResponseRecorder: httptest.NewRecorder(), write: time.Now()}
	s.guard(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if !w.write.IsZero() {
		t.Errorf("the deadline of the answer before, %s, is kept", w.write)
	}
}

// troubled is a store whose lists wait, or fail.
type troubled struct {
	corpus.Store
	mu    sync.Mutex
	lists int
	wait  chan struct{} // until it is closed
	fault error
}

func (s *troubled) Acts(ctx context.Context, f corpus.Filter) ([]corpus.ActSummary, error) {
	s.mu.Lock()
	s.lists++
	s.mu.Unlock()
	select {
	case <-s.wait:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return nil, s.fault
}

func TestTheListIsReadOnceForAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &troubled{wait: make(chan struct{})}
		s := newShelf(store, time.Now, t.Logf)
		defer s.close()
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				if _, err := s.books(t.Context()); err != nil {
					t.Error(err)
				}
			})
		}
		gone, leave := context.WithCancel(t.Context())
		all.Go(func() {
			if _, err := s.books(gone); !errors.Is(err, context.Canceled) {
				t.Errorf("who leaves waits on: %v", err)
			}
		})
		synctest.Wait()
		leave()
		synctest.Wait()
		close(store.wait)
		all.Wait()
		if store.lists != 1 {
			t.Errorf("read %d times", store.lists)
		}
		s.changed()
		if _, err := s.books(t.Context()); err != nil || store.lists != 2 {
			t.Errorf("read %d times after something was stored: %v", store.lists, err)
		}
	})
}

func TestAListThatCannotBeReadAnewIsToldAndTheOldOneServes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var told bytes.Buffer
		store := &troubled{wait: make(chan struct{})}
		close(store.wait)
		s := newShelf(store, time.Now, log.New(&told, "", 0).Printf)
		defer s.close()
		old, err := s.books(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		store.fault = errors.New("disk gone")
		for range 3 {
			time.Sleep(freshness + time.Second)
			for range 5 { // all but the first find that it was tried a moment ago
				if b, err := s.books(t.Context()); b != old || err != nil {
					t.Errorf("not the old list: %v", err)
				}
				synctest.Wait()
			}
		}
		if n := strings.Count(told.String(), "disk gone"); n != 3 {
			t.Errorf("told %d times: %s", n, &told)
		}
	})
}

func TestWhoClosesTheShelfWaitsForWhatIsRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &troubled{wait: make(chan struct{})}
		s := newShelf(store, time.Now, t.Logf)
		failed := make(chan error, 1)
		go func() { _, err := s.books(t.Context()); failed <- err }()
		synctest.Wait()
		s.close()
		if err := <-failed; !errors.Is(err, context.Canceled) {
			t.Errorf("the list was read after the end: %v", err)
		}
		if _, err := s.books(t.Context()); !errors.Is(err, context.Canceled) || store.lists != 1 {
			t.Errorf("a list was read after the end: %v", err)
		}
	})
}
