package site

import (
	"context"
	"io"
	"math/rand/v2"
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
	"reglament/testdata/generate"
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

// library is a corpus of REGLAMENT_BENCH_ACTS generated acts (500 where it is not set),
// kept for all benchmarks.
var library = sync.OnceValues(func() (corpus.Store, error) {
	acts := 500
	if n, err := strconv.Atoi(os.Getenv("REGLAMENT_BENCH_ACTS")); err == nil {
		acts = n
	}
	var err error
	libraryFolder, err = os.MkdirTemp("", "reglament-bench-")
	if err != nil {
		return nil, err
	}
	path := filepath.Join(libraryFolder, "site.db")
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		return nil, err
	}
	for f := range generate.Files(acts) {
		d, canonical, err := read(f.Name, f.Content)
		if err != nil {
			return nil, err
		}
		record, err := corpus.Prepare(corpus.Read{Document: d, Canonical: canonical, Raw: f.Content})
		if err != nil {
			return nil, err
		}
		if _, err := s.Put(context.Background(), record); err != nil {
			return nil, err
		}
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return sqlite.OpenReader(context.Background(), path)
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

// Words of which any three are hardly ever asked for twice; not all are in an act.
var manyWords = strings.Fields(`жұмыссыз анықтама беру жұмыспен қамту орталығы оралман мәртебесін кеңсе қызметкері құжаттарды
	қабылдайды мемлекеттік корпорация бас тарту электрондық цифрлық қолтаңба жұмыс күні қаулы басшы орындаушы тексереді жолдайды
	нәтиже хабарлама өтініш портал қызмет регламент стандарт облысы әкімдігі бұйрық тіркейді дайындайды комиссия шешім көмек
	тағайындау жер учаскесі куәлік лицензия субсидия паспорт`)

func BenchmarkSearchAnew(b *testing.B) {
	load(b, func(i int) string {
		random := rand.New(rand.NewPCG(1, uint64(i)))
		word := func() string { return manyWords[random.IntN(len(manyWords))] }
		return "/search?q=" + url.QueryEscape(word()+" "+word()+" "+word())
	})
}
