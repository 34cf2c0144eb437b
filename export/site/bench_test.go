package site

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"reglament/corpus"
	"reglament/corpus/sqlite"
	"reglament/model"
	"reglament/testdata"
)

// visitors ask at the same time.
const visitors = 50

// libraryFolder is where the library lies, until all benchmarks have run.
var libraryFolder string

func TestMain(m *testing.M) {
	status := m.Run()
	if libraryFolder != "" {
		os.RemoveAll(libraryFolder)
	}
	os.Exit(status)
}

// library is a corpus of REGLAMENT_BENCH_ACTS acts (500 where it is not set), made of the
// sample's with other numbers, and kept for all benchmarks.
var library = sync.OnceValues(func() (corpus.Store, error) {
	acts := 500
	if n, err := strconv.Atoi(os.Getenv("REGLAMENT_BENCH_ACTS")); err == nil {
		acts = n
	}
	text, err := testdata.Sample.ReadFile("sample/acts/1-kostanay-2016-91.kk.txt")
	if err != nil {
		return nil, err
	}
	libraryFolder, err = os.MkdirTemp("", "reglament-bench-")
	if err != nil {
		return nil, err
	}
	s, err := sqlite.Open(context.Background(), filepath.Join(libraryFolder, "site.db"))
	if err != nil {
		return nil, err
	}
	for i := range acts {
		name := fmt.Sprintf("%d-qostanay-2016.txt", i)
		raw := strings.ReplaceAll(string(text), "№ 91", fmt.Sprintf("№ %d", i+1))
		d, canonical, err := read(name, []byte(raw))
		if err != nil {
			return nil, err
		}
		d.Act.Number = model.Text(strconv.Itoa(i + 1))
		d.Act.Adopted = model.Date(fmt.Sprintf("20%02d-%02d-%02d", 8+i%12, 1+i/12%12, 1+i/144%28))
		d.Act.Key = model.Key(d.Act.Issuer.Region, d.Act.Adopted, d.Act.Number)
		record, err := corpus.Prepare(corpus.Read{Document: d, Canonical: canonical, Raw: []byte(raw)})
		if err != nil {
			return nil, err
		}
		if _, err := s.Put(context.Background(), record); err != nil {
			return nil, err
		}
	}
	return s, nil
})

// load sends b.N requests from all visitors and reports how long the slowest of twenty
// takes. address makes the i-th address.
func load(b *testing.B, address func(i int) string) {
	st, err := library()
	if err != nil {
		b.Fatal(err)
	}
	s := serve(b, Options{Store: st})
	server := httptest.NewServer(s.Handler())
	defer server.Close()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: visitors}}
	taken := make([]time.Duration, b.N)
	next := make(chan int)
	var all sync.WaitGroup
	for range visitors {
		all.Go(func() {
			for i := range next {
				began := time.Now()
				answer, err := client.Get(server.URL + address(i))
				if err != nil {
					b.Error(err)
					continue
				}
				io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
				if answer.StatusCode != http.StatusOK {
					b.Errorf("%s answers %d", address(i), answer.StatusCode)
				}
				taken[i] = time.Since(began)
			}
		})
	}
	b.ResetTimer()
	for i := range b.N {
		next <- i
	}
	close(next)
	all.Wait()
	b.StopTimer()
	slices.Sort(taken)
	b.ReportMetric(float64(taken[len(taken)*95/100].Microseconds())/1000, "p95-ms")
	b.ReportMetric(float64(taken[len(taken)/2].Microseconds())/1000, "p50-ms")
}

func BenchmarkFirstPage(b *testing.B) { load(b, func(int) string { return "/" }) }

func BenchmarkFilteredList(b *testing.B) {
	load(b, func(i int) string {
		return "/?service=" + url.QueryEscape("анықтама") + "&year=" + strconv.Itoa(2008+i%12)
	})
}

// Words that people look for, in turn.
var lookups = []string{"жұмыссыз", "анықтама беру", "жұмыспен қамту орталығы", "оралман мәртебесін беру", "кеңсе қызметкері құжаттарды қабылдайды",
	"мемлекеттік корпорация", "бас тарту", "электрондық цифрлық қолтаңба", "жұмыс күні", "қаулы"}

func BenchmarkSearchAgain(b *testing.B) {
	load(b, func(i int) string { return "/search?q=" + url.QueryEscape(lookups[i%len(lookups)]) })
}

// Every search is a new one.
func BenchmarkSearchAnew(b *testing.B) {
	load(b, func(i int) string {
		return "/search?q=" + url.QueryEscape(lookups[i%len(lookups)]+" "+strconv.Itoa(1+i%500))
	})
}
