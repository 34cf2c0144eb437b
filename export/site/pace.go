package site

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

// A visitor may be slow, but not hold a connection, or what others wait for, as long as he
// likes.
const (
	mostPause  = time.Minute     // in which nothing comes or is taken
	slowest    = 32 << 10        // bytes a second, of what is sent or taken as a whole
	mostMaking = 2 * time.Minute // of a page or a part of one
)

// within is how long n bytes may take.
func within(n int64) time.Duration {
	return mostPause + time.Duration(n)*time.Second/slowest
}

// detached is a context for making what several may wait for: it does not end when the
// visitor goes who asked first, but it ends.
func detached(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), mostMaking)
}

// unsupported lets pass that a connection has no deadlines, as in tests.
func unsupported(err error) error {
	if errors.Is(err, http.ErrNotSupported) {
		return nil
	}
	return err
}

// deliver writes an answer, which the visitor has to take in time.
func deliver(w http.ResponseWriter, data []byte) error {
	connection := http.NewResponseController(w)
	if err := unsupported(connection.SetWriteDeadline(time.Now().Add(within(int64(len(data)))))); err != nil {
		return err
	}
	_, err := w.Write(data)
	return err
}

// patient reads what a visitor sends, as long as something comes and all of it comes in
// time.
type patient struct {
	io.ReadCloser
	connection *http.ResponseController
	began      time.Time
	received   int64
}

func (r *patient) Read(b []byte) (int, error) {
	last := time.Now().Add(mostPause)
	if whole := r.began.Add(within(r.received)); whole.Before(last) {
		last = whole
	}
	if err := unsupported(r.connection.SetReadDeadline(last)); err != nil {
		return 0, err
	}
	n, err := r.ReadCloser.Read(b)
	r.received += int64(n)
	return n, err
}
