package corpus_test

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"reglament/corpus"
	"reglament/corpus/postgres"
	"reglament/corpus/postgres/postgrestest"
	"reglament/corpus/sqlite"
	"reglament/model"
	"reglament/parse"
	"reglament/testdata/generate"
)

// scaleVariable is how many acts the benchmarks of this file ingest: 300 where it is not
// set, so that they can always run; 20000 is the size that the corpus is made for.
const scaleVariable = "REGLAMENT_SCALE"

func scale(b *testing.B) int {
	b.Helper()
	n, err := strconv.Atoi(os.Getenv(scaleVariable))
	if err != nil || n <= 0 {
		return 300
	}
	return n
}

// generated are the acts from a number on, as sources of an ingest.
func generated(from, to int) iter.Seq2[corpus.Source, error] {
	return func(yield func(corpus.Source, error) bool) {
		for i := from; i < to; i++ {
			var f *generate.File
			source := corpus.Source{Name: fmt.Sprintf("%06d", i), Open: func() (io.ReadCloser, error) {
				if f == nil {
					made := generate.Act(i)
					f = &made
				}
				return io.NopCloser(bytes.NewReader(f.Content)), nil
			}}
			if !yield(source, nil) {
				return
			}
		}
	}
}

func parseAct(name string, raw []byte) (*model.Document, string, error) {
	r, err := parse.Bytes(name, raw)
	if err != nil {
		return nil, "", err
	}
	return r.Document, r.Text, nil
}

// stores are the adapters with an empty store each.
var stores = []struct {
	name string
	open func(b *testing.B) corpus.Store
}{
	{"sqlite", func(b *testing.B) corpus.Store {
		s, err := sqlite.Open(ctx, filepath.Join(b.TempDir(), "corpus.db"))
		if err != nil {
			b.Fatal(err)
		}
		return s
	}},
	{"postgres", func(b *testing.B) corpus.Store {
		s, err := postgres.Open(ctx, postgrestest.Address(b))
		if err != nil {
			b.Fatal(err)
		}
		return s
	}},
}

func ingest(b *testing.B, s corpus.Store, from, to int, want corpus.Change) time.Duration {
	b.Helper()
	begun := time.Now()
	err := corpus.Ingest(ctx, s, generated(from, to), parseAct, func(name string, o corpus.Outcome, err error) {
		if err != nil || o.Change != want {
			b.Fatalf("%s: %s, %v; want %s", name, o.Change, err, want)
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	return time.Since(begun)
}

// peak watches the memory of the process while f runs, in MB.
func peak(f func()) float64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	stop, done := make(chan bool), make(chan uint64)
	go func() {
		most := uint64(0)
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				done <- most
				return
			case <-tick.C:
				metrics.Read(sample)
				most = max(most, sample[0].Value.Uint64())
			}
		}
	}()
	f()
	close(stop)
	return float64(<-done) / (1 << 20)
}

// BenchmarkScale ingests generated acts, asks for them and ingests them again. Linear
// growth shows in last-vs-first near 1: the time of the last tenth against the second.
func BenchmarkScale(b *testing.B) {
	for _, store := range stores {
		b.Run(store.name, func(b *testing.B) {
			n := scale(b)
			for b.Loop() {
				s := store.open(b)
				runtime.GC()
				var tenths []time.Duration
				memory := peak(func() {
					for i := range 10 {
						tenths = append(tenths, ingest(b, s, n*i/10, n*(i+1)/10, corpus.Stored))
					}
				})
				sum := time.Duration(0)
				for _, d := range tenths {
					sum += d
				}
				b.ReportMetric(float64(n)/sum.Seconds(), "acts/s")
				b.ReportMetric(float64(tenths[9])/float64(tenths[1]), "last-vs-first")
				b.ReportMetric(memory, "peak-MB")
				b.ReportMetric(float64(n)/ingest(b, s, 0, n, corpus.Unchanged).Seconds(), "again/s")
				for name, queries := range map[string][]corpus.Query{"search": slices.Repeat(questions, 9), "new-search": unseen(n)} {
					p50, p95, most := searchTimes(b, s, queries)
					b.ReportMetric(p50, name+"-p50-ms")
					b.ReportMetric(p95, name+"-p95-ms")
					b.ReportMetric(most, name+"-max-ms")
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// questions are what people ask for: names, words that every act has, words that few
// have, in each language and with each filter.
var questions = []corpus.Query{
	{Text: "анықтама беру"}, {Text: "әкімдік"}, {Text: "мемлекеттік көрсетілетін қызмет"}, {Text: "жер учаскесі"},
	{Text: "жауапты орындаушы құжаттарды тексереді"}, {Text: "комиссия шешім қабылдайды"}, {Text: "аңшы куәлігі"},
	{Text: "справка безработным"}, {Text: "услугодатель"}, {Text: "земельный участок"}, {Text: "мотивированный ответ об отказе"},
	{Text: "ветеринарный паспорт", Region: "KZ-39"}, {Text: "қызмет", Region: "KZ-55"}, {Text: "субсидиялау", Status: model.Repealed},
	{Text: "құжат", Status: model.Repealed}, {Text: "қол қою", Role: model.RoleHead, Action: model.ActionSign},
	{Role: model.RoleOffice, Action: model.ActionRegister}, {Service: "көмек"}, {Text: "басшы", Service: "рұқсат"},
	{Text: "регламент", On: "2016-06-01"}, {Text: "көмек тағайындау", On: "2018-01-01", Region: "KZ-11"}, {Text: "документы", Language: model.Russian},
	{Text: "мұндай сөз жоқ"}, {Text: "3/77"}, {Text: "трактор нөмірлік белгі"}, {Text: "Сағатов"},
}

// unseen are queries that are asked once: neighbouring words of one act in a few of n.
func unseen(n int) []corpus.Query {
	var out []corpus.Query
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		act := generate.Act(random.IntN(n))
		_, text, err := parseAct(act.Name, act.Content)
		if err != nil {
			panic(err)
		}
		words := strings.Fields(text)
		at := random.IntN(len(words) - 3)
		for length := range 3 {
			if q := (corpus.Query{Text: strings.Join(words[at:at+length+1], " ")}); q.Check() == nil {
				out = append(out, q)
			}
		}
	}
	return out
}

// searchTimes are the median, the 95th percentile and the longest of searches, in ms.
func searchTimes(b *testing.B, s corpus.Store, queries []corpus.Query) (p50, p95, most float64) {
	var times []time.Duration
	for _, q := range queries {
		begun := time.Now()
		if _, err := s.Search(ctx, q); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(begun))
	}
	slices.Sort(times)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	return ms(times[len(times)/2]), ms(times[len(times)*95/100]), ms(times[len(times)-1])
}

// What the benchmark measures, small enough for every run: nothing is written twice, and
// everything can be found.
func TestGeneratedCorpus(t *testing.T) {
	s := open(t)
	const n = 60
	count := map[corpus.Change]int{}
	for range 2 {
		err := corpus.Ingest(ctx, s, generated(0, n), parseAct, func(name string, o corpus.Outcome, err error) {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			count[o.Change]++
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if count[corpus.Stored] != n || count[corpus.Unchanged] != n {
		t.Errorf("%v, want %d stored and then unchanged", count, n)
	}
	for f := range generate.Files(n) {
		hits, err := s.Search(ctx, corpus.Query{Text: f.Number, Region: model.Region(f.Region)})
		if err != nil || !slices.ContainsFunc(hits, func(h corpus.Hit) bool { return string(h.Number) == f.Number }) {
			t.Errorf("%s is not found by its number %s: %d hits, %v", f.Name, f.Number, len(hits), err)
		}
	}
	for _, test := range generatedHits {
		hits, err := s.Search(ctx, test.query)
		got := strconv.Itoa(len(hits))
		for _, h := range hits[:min(len(hits), 3)] {
			got += fmt.Sprintf("; %s#%d %g", h.Key, h.Regulation, h.Score)
		}
		if err != nil || got != test.want {
			t.Errorf("%+v finds\n%s, %v; want\n%s", test.query, got, err, test.want)
		}
	}
}

// generatedHits are how many hits queries have among the first sixty acts, and the best
// three, each with its score.
var generatedHits = []struct {
	query corpus.Query
	want  string
}{
	{corpus.Query{Text: "басшы құжаттарды қабылдайды"},
		"20; KZ-15/2020-06-18/1/25#1 2.188; KZ-55/2020-03-16/1/38#1 2.188; KZ-55/2020-03-16/1/38#4 2.188"},
	{corpus.Query{Text: "жер учаскесін беру", Limit: 100},
		"22; KZ-15/2020-01-28/1/49#1 5.3; KZ-55/2018-01-10/1/34#1 5.3; KZ-55/2016-08-25/1/20#3 5.3"},
	{corpus.Query{Text: "көмек тағайындау", Status: model.InForce},
		"20; KZ-35/2017-07-06/1/22#1 5.5; KZ-35/2017-07-06/1/22#3 5.5; KZ-19/2017-06-20/1/35#3 5.5"},
	{corpus.Query{Text: "регламент", On: "2016-06-01", Limit: 30},
		"30; KZ-23/2016-05-13/1/33#0 4.5; KZ-63/2016-01-21/1/48#0 4.5; KZ-59/2015-12-25/1/56#0 4.5"},
	{corpus.Query{Text: "выдача справки", Language: model.Russian},
		"13; KZ-59/2019-11-13/1/45#1 5.5; KZ-39/2019-10-25/1/30#1 5.5; KZ-35/2019-07-22/1/9#4 5.5"},
	{corpus.Query{Role: model.RoleOffice, Action: model.ActionRegister},
		"20; KZ-35/2020-10-26/1/51#1 0.5; KZ-35/2020-10-26/1/51#2 0.5; KZ-35/2020-10-26/1/51#3 0.5"},
}
