package site

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"reglament/corpus"
	"reglament/export/report"
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/source/archive"
)

// mostFiles is how many files one import may send; an archive is one.
const mostFiles = 2000

// mostWaiting is how many imports may be sent, wait or be read at a time: each holds its
// files on the disk of the server.
const mostWaiting = 8

// mostResults is how many files the page of an import shows, and latestResults how many
// while it runs.
const (
	mostResults   = 300
	latestResults = 20
)

// keptImports is how many finished imports can still be looked at.
const keptImports = 20

// imports reads what visitors send, one import after the other.
type imports struct {
	site   *Site
	ctx    context.Context
	cancel context.CancelFunc
	work   sync.WaitGroup
	turn   chan struct{} // held by the import that runs
	places chan struct{} // held by each import from its first byte to its end

	mu   sync.Mutex
	last int
	jobs []*job
}

// job is one import.
type job struct {
	ID      int
	Started time.Time

	mu      sync.Mutex
	results []result
	done    bool
	err     error
}

// result is what became of one file.
type result struct {
	Name     string          `json:"name"`
	Change   corpus.Change   `json:"change"`
	Key      string          `json:"key"`
	Edition  int64           `json:"edition"`
	Error    string          `json:"error"`  // in English
	Reason   model.Message   `json:"reason"` // the same for any language
	Warnings []model.Message `json:"warnings"`
	Findings map[string]int  `json:"findings"` // by severity
}

func newImports(s *Site) *imports {
	i := &imports{site: s, turn: make(chan struct{}, 1), places: make(chan struct{}, mostWaiting)}
	i.ctx, i.cancel = context.WithCancel(context.Background())
	return i
}

// close stops what runs and waits for it.
func (i *imports) close() {
	i.cancel()
	i.work.Wait()
}

func (i *imports) find(id string) *job {
	i.mu.Lock()
	defer i.mu.Unlock()
	for _, j := range i.jobs {
		if strconv.Itoa(j.ID) == id {
			return j
		}
	}
	return nil
}

func (i *imports) recent() []*job {
	i.mu.Lock()
	defer i.mu.Unlock()
	out := make([]*job, len(i.jobs))
	for k, j := range i.jobs {
		out[len(out)-1-k] = j
	}
	return out
}

// start reads the files of a folder and removes it afterwards. It gives back the place
// that the import holds.
func (i *imports) start(folder string) *job {
	i.mu.Lock()
	i.last++
	j := &job{ID: i.last, Started: i.site.options.Now()}
	if i.jobs = append(i.jobs, j); len(i.jobs) > keptImports {
		i.jobs = i.jobs[1:]
	}
	i.work.Add(1)
	i.mu.Unlock()
	go func() {
		defer i.work.Done()
		defer func() { <-i.places }()
		defer os.RemoveAll(folder)
		err := i.run(j, folder)
		if err != nil {
			i.site.logf("import %d: %v", j.ID, err)
		}
		j.mu.Lock()
		defer j.mu.Unlock()
		j.done, j.err = true, err
	}()
	return j
}

func (i *imports) run(j *job, folder string) error {
	select {
	case i.turn <- struct{}{}:
		defer func() { <-i.turn }()
	case <-i.ctx.Done():
		return i.ctx.Err()
	}
	store := i.site.options.Store
	err := corpus.Ingest(i.ctx, store, i.sources(folder), i.site.options.Read, func(name string, o corpus.Outcome, err error) {
		r := result{Name: sentName(folder, name), Change: o.Change, Key: o.Key, Edition: o.Edition, Warnings: o.Warnings}
		if err != nil {
			r.Reason = phrase.Why(err)
			r.Error = phrase.English.Tell(r.Reason)
		} else if d, _, err := store.Document(i.ctx, o.Edition); err == nil {
			r.Findings = map[string]int{}
			for _, f := range d.Findings {
				r.Findings[string(f.Severity)]++
			}
		}
		j.mu.Lock()
		defer j.mu.Unlock()
		j.results = append(j.results, r)
	})
	i.site.shelf.changed()
	return err
}

func (i *imports) sources(folder string) iter.Seq2[corpus.Source, error] {
	return func(yield func(corpus.Source, error) bool) {
		for f, err := range archive.Walk(i.ctx, folder, i.site.options.Limits) {
			if !yield(corpus.Source{Name: f.Name, Open: f.Open}, err) {
				return
			}
		}
	}
}

// importView is the form.
type importView struct {
	Limit  int64 // MB
	Recent []jobView
}

// jobView is an import as a page shows it.
type jobView struct {
	ID      int      `json:"id"`
	Started string   `json:"started"`
	Done    bool     `json:"done"`
	Failed  string   `json:"failed"`
	Results []result `json:"results"`
}

func (j *job) view() jobView {
	j.mu.Lock()
	defer j.mu.Unlock()
	v := jobView{ID: j.ID, Started: j.Started.Format("15:04:05"), Done: j.done, Results: append([]result{}, j.results...)}
	if j.err != nil {
		v.Failed = j.err.Error()
	}
	return v
}

func (p *page) importForm() error {
	if p.site.readOnly() {
		return fault{status: http.StatusForbidden, detail: p.T("readonly")}
	}
	v := importView{Limit: p.site.options.Upload >> 20}
	for _, j := range p.site.imports.recent() {
		v.Recent = append(v.Recent, j.view())
	}
	p.Template, p.Nav, p.Title, p.Body = "import", "import", p.T("import.title"), v
	return nil
}

// importFiles takes files and begins to read them.
func (p *page) importFiles() error {
	if p.site.readOnly() {
		return fault{status: http.StatusForbidden, detail: p.T("readonly")}
	}
	select {
	case p.site.imports.places <- struct{}{}:
	default:
		p.w.Header().Set("Retry-After", "30")
		return fault{status: http.StatusTooManyRequests}
	}
	started := false
	defer func() {
		if !started {
			<-p.site.imports.places
		}
	}()
	p.r.Body = http.MaxBytesReader(p.w, &patient{ReadCloser: p.r.Body, connection: http.NewResponseController(p.w), began: time.Now()}, p.site.options.Upload)
	parts, err := p.r.MultipartReader()
	if err != nil {
		return fault{status: http.StatusBadRequest, err: err}
	}
	folder, err := os.MkdirTemp("", "reglament-import-")
	if err != nil {
		return err
	}
	n := 0
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			break
		}
		if err == nil && part.FileName() != "" {
			n++
			err = keep(part, folder, part.FileName(), n)
		}
		if err != nil {
			os.RemoveAll(folder)
			var large *http.MaxBytesError
			switch {
			case errors.As(err, &large), errors.Is(err, errTooMany):
				return fault{status: http.StatusRequestEntityTooLarge, err: err}
			case errors.As(err, new(*os.PathError)):
				return err
			}
			return fault{status: http.StatusBadRequest, err: err}
		}
	}
	if n == 0 {
		os.RemoveAll(folder)
		return fault{status: http.StatusBadRequest, detail: p.T("import.drop")}
	}
	started = true
	j := p.site.imports.start(folder)
	p.done = true
	http.Redirect(p.w, p.r, "/import/"+strconv.Itoa(j.ID), http.StatusSeeOther)
	return nil
}

var errTooMany = errors.New("too many files at once")

// keep writes the n-th uploaded file down, in a folder of its own, so that it keeps its
// name and its turn.
func keep(r io.Reader, folder, name string, n int) error {
	if n > mostFiles {
		return errTooMany
	}
	own := filepath.Join(folder, fmt.Sprintf("%06d", n))
	if err := os.Mkdir(own, 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(own, fileName(name)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return errors.Join(err, f.Close())
}

// sentName is the name of a file in an upload's folder as it was sent.
func sentName(folder, path string) string {
	name := filepath.ToSlash(strings.TrimPrefix(path, folder+string(filepath.Separator)))
	if _, rest, ok := strings.Cut(name, "/"); ok {
		return rest
	}
	return name
}

// longestName leaves room for what file systems allow: 255 bytes.
const longestName = 200

// fileName is a name for an uploaded file: the last part of the name it was sent with,
// which may not hide it or lead elsewhere.
func fileName(sent string) string {
	name := filepath.Base(strings.ReplaceAll(sent, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == '/' || r == 0x7f {
			return '_'
		}
		return r
	}, strings.TrimLeft(name, ". "))
	if len(name) > longestName {
		name = name[len(name)-longestName:]
	}
	if name = strings.TrimLeft(strings.ToValidUTF8(name, "_"), ". "); name == "" {
		return "file"
	}
	return name
}

// shownResults are those that a page shows of many: the latest of a running import, and
// of one that is done the files that could not be read before the others.
func shownResults(v jobView) []result {
	out := slices.Clone(v.Results)
	if !v.Done {
		slices.Reverse(out)
		return out[:min(len(out), latestResults)]
	}
	if len(out) <= mostResults {
		return out
	}
	slices.SortStableFunc(out, func(a, b result) int { return cmp.Compare(min(len(b.Error), 1), min(len(a.Error), 1)) })
	return out[:mostResults]
}

// importJob shows how far an import is.
func (p *page) importJob() error {
	j := p.site.imports.find(p.r.PathValue("job"))
	if j == nil {
		return fault{status: http.StatusNotFound}
	}
	v := j.view()
	p.asJSON(v)
	page := v
	page.Results = shownResults(v)
	p.Template, p.Nav, p.Title, p.Body = "job", "import", p.T("import.title"), struct {
		jobView
		Read int
	}{page, len(v.Results)}
	t := report.Table{Name: p.T("nav.import"), Columns: columns([]float64{50, 30, 36, 10, 10, 60},
		p.T("act.source"), p.T("import.outcome"), p.T("col.key"), p.T("severity.error"), p.T("severity.warning"), p.T("error.title"))}
	for _, r := range v.Results {
		t.Rows = append(t.Rows, []report.Cell{{Text: r.Name}, {Text: p.Code("change", r.Change)}, {Text: r.Key},
			report.Number(r.Findings[string(model.Error)]), report.Number(r.Findings[string(model.Warning)]), {Text: p.Tell(r.Reason)}})
	}
	p.tables = []report.Table{t}
	return nil
}
