// Package site shows a corpus in a browser: the acts, their regulations, comparisons,
// lives and contradictions, as a server and as static files of the same pages.
//
// Nothing is fetched from elsewhere and nothing of a text becomes markup: pages are made
// by html/template, scripts and styles are files of their own, and the content security
// policy allows no others.
package site

import (
	"context"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"log"
	"net/http"
	"runtime"
	"time"

	"reglament/corpus"
	"reglament/parse/source/archive"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed assets
var assetFiles embed.FS

// DefaultUpload is the most bytes that one import may send.
const DefaultUpload = 512 << 20

// Options of a site.
type Options struct {
	Store corpus.Store
	// Read reads the acts of an import; nil makes the site read-only.
	Read corpus.ReadFunc
	// Limits of archives that are imported; Upload bounds what is sent at once, in bytes
	// (0: DefaultUpload).
	Limits archive.Limits
	Upload int64
	// Token that every visitor has to show once; "" lets everybody in.
	Token string
	// Hosts that requests may be addressed to; none allows all. On loopback it keeps
	// pages of strangers from reaching the site under a name of theirs.
	Hosts []string
	// Log takes what went wrong inside; nil discards it.
	Log *log.Logger
	// Now is the clock; nil is time.Now.
	Now func() time.Time
}

// Site is a corpus as pages.
type Site struct {
	options Options
	shelf   *shelf
	imports *imports
	// turns are held by the lists and searches that are made: as many as there are
	// processors, so that who came first is answered first and nobody waits long while all
	// get on slowly.
	turns     chan struct{}
	templates map[string]*template.Template
	assets    map[string]asset
}

// New makes a site. It fails only where the store cannot be read.
func New(ctx context.Context, o Options) (*Site, error) {
	if o.Upload == 0 {
		o.Upload = DefaultUpload
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	s := &Site{options: o, turns: make(chan struct{}, runtime.GOMAXPROCS(0)), templates: parseTemplates(), assets: readAssets()}
	s.imports, s.shelf = newImports(s), newShelf(o.Store, o.Now, s.logf)
	if _, err := s.shelf.books(ctx); err != nil {
		s.shelf.close()
		return nil, err
	}
	return s, nil
}

// Close stops a running import, after what it has stored, and the reading of a list, and
// waits for both.
func (s *Site) Close() {
	s.imports.close()
	s.shelf.close()
}

func (s *Site) readOnly() bool { return s.options.Read == nil }

func (s *Site) logf(format string, args ...any) {
	if s.options.Log != nil {
		s.options.Log.Printf(format, args...)
	}
}

// routes are the pages: what answers to an address.
var routes = []struct {
	pattern string
	answer  func(*page) error
}{
	{"GET /{$}", (*page).corpus},
	{"GET /act/{act}", (*page).act},
	{"GET /act/{act}/regulation/{regulation}", (*page).regulation},
	{"GET /act/{act}/regulation/{regulation}/diagram/{diagram}", (*page).diagram},
	{"GET /act/{act}/life", (*page).life},
	{"GET /act/{act}/graph.svg", (*page).graphPicture},
	{"GET /act/{act}/graph.graphml", (*page).graphFile},
	{"GET /act/{act}/audit", (*page).audit},
	{"GET /compare", (*page).compare},
	{"GET /audit", (*page).audits},
	{"GET /graph", (*page).graph},
	{"GET /graph.svg", (*page).graphPicture},
	{"GET /graph.graphml", (*page).graphFile},
	{"GET /search", (*page).search},
	{"GET /import", (*page).importForm},
	{"POST /import", (*page).importFiles},
	{"GET /import/{job}", (*page).importJob},
}

// Handler serves the site.
func (s *Site) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.HandleFunc(r.pattern, func(w http.ResponseWriter, req *http.Request) {
			s.answer(w, req, r.answer)
		})
	}
	mux.HandleFunc("GET /assets/{file...}", s.asset)
	mux.HandleFunc("/", func(w http.ResponseWriter, req *http.Request) {
		status := http.StatusNotFound
		if req.Method != http.MethodGet && req.Method != http.MethodHead {
			status = http.StatusMethodNotAllowed
			w.Header().Set("Allow", "GET, HEAD")
		}
		s.answer(w, req, func(*page) error { return fault{status: status} })
	})
	return s.guard(mux)
}

// parseTemplates parses each page with the layout around it.
func parseTemplates() map[string]*template.Template {
	layout := template.Must(template.New("").Funcs(functions).ParseFS(templateFiles, "templates/layout.html", "templates/part_*.html"))
	names, err := fs.Glob(templateFiles, "templates/page_*.html")
	must(err)
	out := map[string]*template.Template{}
	for _, name := range names {
		t := template.Must(template.Must(layout.Clone()).ParseFS(templateFiles, name))
		out[name[len("templates/page_"):len(name)-len(".html")]] = t
	}
	return out
}

// fault is an error with the HTTP status that it deserves. What the visitor may know of
// it is in detail.
type fault struct {
	status int
	detail string
	err    error
}

func (f fault) Error() string {
	if f.err != nil {
		return f.err.Error()
	}
	return fmt.Sprintf("%s %s", http.StatusText(f.status), f.detail)
}

func (f fault) Unwrap() error { return f.err }

// must is for files that are compiled in: a fault in them is one of the program.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
