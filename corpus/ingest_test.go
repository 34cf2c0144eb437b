package corpus_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"reglament/corpus"
	"reglament/corpus/corpustest"
	"reglament/model"
)

// files makes n sources; what they hold is their number.
func files(n int) []corpus.Source {
	var out []corpus.Source
	for i := range n {
		out = append(out, corpus.Source{Name: fmt.Sprintf("%03d.html", i), Open: func() (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader(fmt.Sprint(i))), nil
		}})
	}
	return out
}

func each(sources []corpus.Source) iter.Seq2[corpus.Source, error] {
	return func(yield func(corpus.Source, error) bool) {
		for _, s := range sources {
			if !yield(s, nil) {
				return
			}
		}
	}
}

// readNumber reads an act whose number is all its text.
func readNumber(name string, raw []byte) (*model.Document, string, error) {
	r := corpustest.Act{Number: model.Text(raw), Name: name, Services: []string{"Жер учаскесін беру"}}.Read()
	r.Document.Source.SHA256 = sum(raw)
	return r.Document, r.Canonical, nil
}

func sum(raw []byte) string {
	h := sha256.Sum256(raw)
	return hex.EncodeToString(h[:])
}

func TestIngestStoresInTheOrderOfTheSources(t *testing.T) {
	s := open(t)
	var names, changes []string
	report := func(name string, o corpus.Outcome, err error) {
		names = append(names, name)
		changes = append(changes, string(o.Change))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, want := range []corpus.Change{corpus.Stored, corpus.Unchanged} {
		names, changes = nil, nil
		if err := corpus.Ingest(ctx, s, each(files(60)), readNumber, report); err != nil {
			t.Fatal(err)
		}
		if !slices.IsSorted(names) || len(names) != 60 {
			t.Errorf("names %q", names)
		}
		if slices.ContainsFunc(changes, func(c string) bool { return c != string(want) }) {
			t.Errorf("changes %q, want %s", changes, want)
		}
	}
	for i := range 60 { // editions are numbered as they came
		if e, err := s.Editions(ctx, corpustest.Key(fmt.Sprint(i))); err != nil || e[0].ID != int64(i+1) {
			t.Fatalf("act %d: %+v, %v", i, e, err)
		}
	}
}

func TestIngestGoesOnAfterABadFile(t *testing.T) {
	s := open(t)
	sources := files(6)
	sources[1].Open = func() (io.ReadCloser, error) { return nil, errors.New("it is locked") }
	sources[4].Open = func() (io.ReadCloser, error) { return io.NopCloser(&brokenReader{}), nil }
	withError := func(yield func(corpus.Source, error) bool) {
		each(sources)(yield)
		yield(corpus.Source{Name: "folder"}, errors.New("it is closed"))
	}
	read := func(name string, raw []byte) (*model.Document, string, error) {
		switch string(raw) {
		case "2":
			return nil, "", errors.New("it is no act")
		case "3":
			var none []int
			_ = none[len(raw)]
		case "5":
			d, canonical, _ := readNumber(name, []byte("other bytes"))
			return d, canonical, nil
		}
		return readNumber(name, raw)
	}
	var got []string
	err := corpus.Ingest(ctx, s, withError, read, func(name string, o corpus.Outcome, err error) {
		if err == nil {
			got = append(got, name+": "+string(o.Change))
		} else {
			got = append(got, name+": "+err.Error())
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"000.html: stored", "001.html: it is locked", "002.html: it is no act", "003.html: the reader failed on this file: runtime error: index out of range",
		"004.html: it cannot be read: the disk is gone", "005.html: the document is of a file with SHA-256", "folder: it is closed"}
	if !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("\n%q, want\n%q", got, want)
	}
}

type brokenReader struct{}

func (*brokenReader) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestIngestRefusesAFileWithoutEnd(t *testing.T) {
	endless := corpus.Source{Name: "zero", Open: func() (io.ReadCloser, error) { return io.NopCloser(zeros{}), nil }}
	var got error
	err := corpus.Ingest(ctx, open(t), each([]corpus.Source{endless}), readNumber, func(_ string, _ corpus.Outcome, err error) { got = err })
	if err != nil || got == nil || got.Error() != "it is longer than 256 MB, which no act is" {
		t.Errorf("%v, %v", got, err)
	}
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

func TestIngestHoldsFewSourcesInMemory(t *testing.T) {
	var held, most atomic.Int64
	sources := func(yield func(corpus.Source, error) bool) {
		for _, s := range files(100) {
			n := held.Add(1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			if !yield(s, nil) {
				return
			}
		}
	}
	err := corpus.Ingest(ctx, open(t), sources, readNumber, func(string, corpus.Outcome, error) { held.Add(-1) })
	if err != nil || held.Load() != 0 {
		t.Errorf("%v; %d not reported", err, held.Load())
	}
	if limit := int64(2 * runtime.GOMAXPROCS(0)); most.Load() > limit {
		t.Errorf("%d sources were held at once, more than %d", most.Load(), limit)
	}
}

func TestIngestThatIsCancelledKeepsWhatItStored(t *testing.T) {
	s := open(t)
	stoppable, stop := context.WithCancel(ctx)
	defer stop()
	var reported []string
	err := corpus.Ingest(stoppable, s, each(files(500)), readNumber, func(name string, _ corpus.Outcome, err error) {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if reported = append(reported, name); len(reported) == 5 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	acts, err := s.Acts(ctx, corpus.Filter{})
	if err != nil || len(acts) != len(reported) || len(reported) != 5 {
		t.Errorf("%d acts stored, %d reported, %v", len(acts), len(reported), err)
	}
	var changes []corpus.Change
	err = corpus.Ingest(ctx, s, each(files(7)), readNumber, func(_ string, o corpus.Outcome, _ error) { changes = append(changes, o.Change) })
	want := []corpus.Change{corpus.Unchanged, corpus.Unchanged, corpus.Unchanged, corpus.Unchanged, corpus.Unchanged, corpus.Stored, corpus.Stored}
	if err != nil || !slices.Equal(changes, want) {
		t.Errorf("going on: %q, %v", changes, err)
	}
}

func TestIngestEndsWhenTheStoreFails(t *testing.T) {
	s := open(t)
	s.Close()
	err := corpus.Ingest(ctx, s, each(files(20)), readNumber, func(name string, _ corpus.Outcome, err error) {
		t.Errorf("%s was reported: %v", name, err)
	})
	if err == nil || !strings.HasPrefix(err.Error(), "000.html was not stored: the corpus ") {
		t.Errorf("error %v", err)
	}
}

func BenchmarkIngest(b *testing.B) {
	s := open(b)
	text := strings.Repeat("1. Бекітілсін. ", 1000)
	var sources []corpus.Source
	for i := range b.N {
		sources = append(sources, corpus.Source{Name: fmt.Sprint(i), Open: func() (io.ReadCloser, error) {
			return io.NopCloser(bytes.NewReader(fmt.Appendf(nil, "%d %s", i, text))), nil
		}})
	}
	read := func(name string, raw []byte) (*model.Document, string, error) {
		number, body, _ := strings.Cut(string(raw), " ")
		d, _, err := readNumber(name, []byte(number))
		d.Source.SHA256 = sum(raw)
		return d, body, err
	}
	b.ResetTimer()
	err := corpus.Ingest(ctx, s, each(sources), read, func(name string, _ corpus.Outcome, err error) {
		if err != nil {
			b.Error(name, err)
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "acts/s")
}
