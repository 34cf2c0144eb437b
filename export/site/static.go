package site

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"reglament/model/phrase"
)

// files are the pages of an exported site: the address of each is turned into a file,
// and the pages that are linked to are written next.
type files struct {
	lang  phrase.Language
	pairs int    // see ExportOptions
	here  string // file of the page that is made, from the folder of the language
	next  func(address string)
}

// staticPaths are the pages that are exported; forms have no place in files.
var staticPaths = []string{"/act/", "/compare", "/audit", "/graph"}

// has reports whether a path is exported.
func (f *files) has(p string) bool {
	return p == "/" || slices.ContainsFunc(staticPaths, func(begins string) bool { return strings.HasPrefix(p, begins) })
}

// link is the address of another page's file as seen from this one.
func (f *files) link(p string, q url.Values) string {
	address := p
	if len(q) > 0 {
		address += "?" + q.Encode()
	}
	f.next(address)
	if inNoLanguage(p, q) {
		return f.up() + "../" + dataFolder + (&urlPath{fileOf(p, q)}).String()
	}
	return f.relative(fileOf(p, q))
}

// dataFolder has what is the same in every language of the pages.
const dataFolder = "data/"

// inNoLanguage reports whether the file of an address is the same in every language: JSON with
// its codes, BPMN and GraphML. Tables have their headings in words.
func inNoLanguage(p string, q url.Values) bool {
	return q.Get("format") == "json" || slices.Contains([]string{".bpmn", ".graphml"}, path.Ext(p))
}

// inLanguage is this page in another language.
func (f *files) inLanguage(l phrase.Language, p string, q url.Values) string {
	q.Del("lang")
	return f.up() + "../" + string(l) + "/" + (&urlPath{fileOf(p, q)}).String()
}

func (f *files) asset(name string) string { return f.up() + "../assets/" + name }

// up leads from this page to the folder of its language.
func (f *files) up() string { return strings.Repeat("../", strings.Count(f.here, "/")) }

func (f *files) relative(to string) string { return f.up() + (&urlPath{to}).String() }

// extensions are the endings of downloads.
var extensions = map[string]string{"": ".html", "csv": ".csv", "xlsx": ".xlsx", "json": ".json"}

// fileOf is the file of an address: a name that every file system takes, different for
// different addresses.
func fileOf(p string, q url.Values) string {
	name := strings.TrimPrefix(p, "/")
	if name == "" {
		name = "index"
	}
	parts := strings.Split(name, "/")
	for i, part := range parts {
		parts[i] = safeName(part)
	}
	name = strings.Join(parts, "/")
	extension := extensions[q.Get("format")]
	if slices.Contains([]string{".svg", ".bpmn", ".graphml"}, path.Ext(p)) {
		extension = ""
	}
	if extension == "" && q.Get("edition") != "" { // a file that has its own ending
		dot := path.Ext(name)
		return strings.TrimSuffix(name, dot) + "-edition-" + safeName(q.Get("edition")) + dot
	}
	var rest []string
	for k, values := range q {
		if k == "format" {
			continue
		}
		for _, v := range values {
			rest = append(rest, k+"="+v)
		}
	}
	if len(rest) > 0 {
		if len(q["side"]) < 2 {
			slices.Sort(rest)
		}
		name += "-" + safeName(strings.NewReplacer("=", "-", "#", "~", "/", "~").Replace(strings.Join(rest, "-")))
	}
	return name + extension
}

// safeName keeps letters, digits and a few signs. What is changed or too long gets a part
// of its hash, so that names stay different.
func safeName(s string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-~._", r) {
			return r
		}
		return '_'
	}, s)
	const longest = 120
	if name != s || len(name) > longest || strings.HasPrefix(name, ".") {
		sum := sha256.Sum256([]byte(s))
		if len(name) > longest {
			name = strings.ToValidUTF8(name[:longest], "")
		}
		name = strings.TrimLeft(name, ".") + "-" + hex.EncodeToString(sum[:5])
	}
	return name
}

// ExportOptions bound an exported site.
type ExportOptions struct {
	// Pairs is with how many acts, the newest ones of its service, a regulation is compared
	// side by side. Without a bound their number grows with the square of that of the acts.
	Pairs int
}

// DefaultPairs is a good number of ExportOptions.Pairs.
const DefaultPairs = 3

// Export writes the pages of the site as files into an empty folder: index.html leads to a
// folder for each language. Of the pages that need a server, search and import, there is
// none. Where it fails or is interrupted, nothing of them stays. report is called with the
// number of files written so far and their bytes.
func (s *Site) Export(ctx context.Context, dir string, o ExportOptions, report func(files int, size int64)) (err error) {
	written, size := 0, int64(0)
	defer func() {
		if err == nil {
			return
		}
		_ = os.RemoveAll(filepath.Join(dir, "assets")) // why it failed is told already
		_ = os.RemoveAll(filepath.Join(dir, dataFolder))
		for _, l := range phrase.Languages {
			_ = os.RemoveAll(filepath.Join(dir, string(l)))
		}
	}()
	write := func(name string, data []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(target, data, 0o644); err != nil {
			return err
		}
		written++
		size += int64(len(data))
		report(written, size)
		return nil
	}
	for name, a := range s.assets {
		if err := write("assets/"+name, a.data); err != nil {
			return err
		}
	}
	shared := map[string]bool{}
	for _, l := range phrase.Languages {
		if err := s.exportLanguage(ctx, l, o, shared, write); err != nil {
			return err
		}
	}
	return write("index.html", []byte(staticIndex()))
}

// staticIndex is the way in, without a script: a list of languages.
func staticIndex() string {
	var b strings.Builder
	b.WriteString("<!doctype html>\n<html lang=\"kk\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" +
		"<title>Reglament</title><link rel=\"stylesheet\" href=\"assets/site.css\"></head><body><main class=\"wide\"><div class=\"empty\"><h1>Reglament</h1>")
	for _, l := range phrase.Languages {
		fmt.Fprintf(&b, "<p><a class=\"button primary\" lang=\"%s\" href=\"%s/index.html\">%s</a></p>", l, l, l.Name())
	}
	b.WriteString("</div></main></body></html>\n")
	return b.String()
}

// exportLanguage writes every page that can be reached from the list of acts. Addresses of files
// that are the same in every language are in shared once they are written.
func (s *Site) exportLanguage(ctx context.Context, l phrase.Language, o ExportOptions, shared map[string]bool, write func(name string, data []byte) error) error {
	queue := []string{"/"}
	seen := map[string]bool{"/": true}
	for len(queue) > 0 {
		address := queue[0]
		queue = queue[1:]
		at, err := url.Parse(address)
		if err != nil {
			return err
		}
		folder := string(l) + "/"
		if inNoLanguage(at.Path, at.Query()) {
			if shared[address] {
				continue
			}
			folder, shared[address] = dataFolder, true
		}
		f := &files{lang: l, pairs: o.Pairs, here: fileOf(at.Path, at.Query()), next: func(to string) {
			if p, _, _ := strings.Cut(to, "?"); !seen[to] && (&files{}).has(p) {
				seen[to] = true
				queue = append(queue, to)
			}
		}}
		data, status, err := s.render(ctx, at, f)
		switch {
		case err != nil:
			return fmt.Errorf("%s: %w", address, err)
		case status == http.StatusNotFound:
			continue // a link to an act without a text
		case status != http.StatusOK:
			return fmt.Errorf("%s: %s", address, http.StatusText(status))
		}
		if err := write(folder+f.here, data); err != nil {
			return err
		}
	}
	return nil
}

// render makes a page as a file.
func (s *Site) render(ctx context.Context, at *url.URL, f *files) ([]byte, int, error) {
	mux := http.NewServeMux()
	var failed error
	for _, route := range routes {
		if strings.HasPrefix(route.pattern, "POST") {
			continue
		}
		mux.HandleFunc(route.pattern, func(w http.ResponseWriter, r *http.Request) {
			p := &page{site: s, w: w, r: r, Lang: f.lang, Status: http.StatusOK, static: f}
			err := route.answer(p)
			if err == nil && !p.done {
				err = p.write()
			}
			failed = err
		})
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "/", nil)
	if err != nil {
		return nil, 0, err
	}
	r.URL = at
	a := &answerWriter{header: http.Header{}, status: http.StatusOK}
	mux.ServeHTTP(a, r)
	if status, ok := statusOf(failed); ok {
		return nil, status, nil
	}
	return a.body.Bytes(), a.status, failed
}

// answerWriter keeps an answer.
type answerWriter struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (a *answerWriter) Header() http.Header         { return a.header }
func (a *answerWriter) WriteHeader(status int)      { a.status = status }
func (a *answerWriter) Write(b []byte) (int, error) { return a.body.Write(b) }
