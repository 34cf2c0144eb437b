// Package portaltest is a portal for tests: it answers as adilet.zan.kz is known to, on
// good days and on bad ones. Its acts were written for this project and are not law.
package portaltest

import (
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
)

// Portal is a fake portal. Its fields may be set before it is asked.
type Portal struct {
	// Robots is robots.txt; empty for none.
	Robots string
	// Trouble comes first when a path is asked for, one handler a request.
	Trouble map[string][]http.HandlerFunc

	mu    sync.Mutex
	asked []Request
}

// Request is a request that came.
type Request struct {
	Path, Agent string
}

// Start starts the portal on this machine; Close of the server ends it.
func Start(p *Portal) *httptest.Server { return httptest.NewServer(p) }

// Asked returns the requests that came, without those for robots.txt.
func (p *Portal) Asked() []Request {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]Request(nil), p.asked...)
}

// ServeHTTP answers as the portal does.
func (p *Portal) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	agent := r.UserAgent()
	if !strings.HasPrefix(agent, "Mozilla/5.0 ") { // bare agents go round in a circle
		http.Redirect(w, r, r.URL.Path, http.StatusFound)
		return
	}
	if trouble := p.next(r); trouble != nil {
		trouble(w, r)
		return
	}
	if r.URL.Path == "/robots.txt" {
		if p.Robots == "" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/plain")
		fmt.Fprint(w, p.Robots)
		return
	}
	if strings.Contains(r.URL.Path, ";") {
		http.NotFound(w, r) // a session in the address
		return
	}
	p.page(w, r)
}

// next notes a request and takes the trouble that is due.
func (p *Portal) next(r *http.Request) http.HandlerFunc {
	p.mu.Lock()
	defer p.mu.Unlock()
	if r.URL.Path != "/robots.txt" {
		p.asked = append(p.asked, Request{r.URL.Path, r.UserAgent()})
	}
	due := p.Trouble[r.URL.Path]
	if len(due) == 0 {
		return nil
	}
	p.Trouble[r.URL.Path] = due[1:]
	return due[0]
}

func (p *Portal) page(w http.ResponseWriter, r *http.Request) {
	part := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	if part[0] == "files" {
		file(w, r)
		return
	}
	if len(part) < 3 || part[0] != "kaz" && part[0] != "rus" {
		http.NotFound(w, r)
		return
	}
	lang, rest := part[0], part[1:]
	switch {
	case rest[0] == "search" && rest[1] == "docs":
		search(w, r, lang, strings.Join(rest[2:], "/"))
		return
	case rest[0] == "docs" && rest[1] == "rss":
		rss(w, lang)
		return
	case rest[0] == "archive" && len(rest) == 4 && rest[1] == "docs":
		if t, ok := acts[rest[2]][lang]; ok && contains(t.versions, rest[3]) {
			t.class, t.label = "status_arc", ""
			t.body = strings.ReplaceAll(t.body, t.amended, t.original)
			send(w, t.html(rest[2], lang, "article"))
			return
		}
	case rest[0] == "docs":
		t, ok := acts[rest[1]][lang]
		switch view := strings.Join(rest[2:], "/"); {
		case !ok:
		case view == "":
			send(w, t.html(rest[1], lang, "article"))
			return
		case view == "info":
			send(w, t.html(rest[1], lang, table([]string{"Көрсеткіш", "Мәні"}, []string{"Актіні қабылдау күні", "10.03.2016"})))
			return
		case view == "history":
			send(w, t.html(rest[1], lang, t.history(rest[1], lang)))
			return
		case view == "links":
			send(w, t.html(rest[1], lang, `<div id="from">`+table([]string{"№", ""})+`</div><div id="to">`+table([]string{"№", ""})+`</div>`))
			return
		case view == "download":
			http.SetCookie(w, &http.Cookie{Name: "JSESSIONID", Value: "1A", Path: "/"})
			http.Redirect(w, r, "/files/pdf/1/"+rest[1]+"."+lang+".pdf;jsessionid=1A", http.StatusFound)
			return
		}
	}
	http.NotFound(w, r)
}

func contains(list []string, s string) bool {
	for _, e := range list {
		if e == s {
			return true
		}
	}
	return false
}

func file(w http.ResponseWriter, r *http.Request) {
	switch {
	case strings.HasSuffix(r.URL.Path, ".pdf"):
		w.Header().Set("Content-Type", "application/pdf")
		io.WriteString(w, "%PDF-1.4\n%%EOF\n")
	case strings.HasSuffix(r.URL.Path, ".jpg"):
		w.Header().Set("Content-Type", "image/jpeg")
		fmt.Fprint(w, "\xff\xd8\xff\xd9")
	default:
		http.NotFound(w, r)
	}
}

// search answers with a listing: of no act, of one page or of two; and, for words that
// the portal chokes on, without the count.
func search(w http.ResponseWriter, r *http.Request, lang, keys string) {
	if words := r.URL.Query().Get("fulltext"); words != "" {
		http.Redirect(w, r, "/"+lang+"/search/docs/fulltext="+words, http.StatusFound)
		return
	}
	n := 0
	switch {
	case strings.Contains(keys, "fulltext=one"):
		n = 1
	case strings.Contains(keys, "fulltext=many"):
		n = 11
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html><html><body><div id="container" class="module_npaSearch lang_%s">`, lang)
	if !strings.Contains(keys, "fulltext=broken") {
		fmt.Fprintf(&b, `<p>Найдено: <strong>%d</strong> документов</p>`, n)
	}
	b.WriteString(`<div class="serp">`)
	first, last := 1, min(n, 10)
	if strings.Contains(keys, "page=2") {
		first, last = 11, n
	}
	for i := first; i <= last; i++ {
		if i > first {
			b.WriteString(`<div class="hr"></div>`)
		}
		fmt.Fprintf(&b, `<div class="post_holder"><h4 class="post_header"><span class="post_number">%d</span><a href="/%s/docs/%s">…</a></h4></div>`, i, lang, Act)
	}
	b.WriteString(`</div>`)
	if n > 10 {
		b.WriteString(`<div class="wp-pagenavi"><span class="current">1</span><a class="page" href="page=2">2</a></div>`)
	}
	b.WriteString(`</div></body></html>`)
	send(w, b.String())
}

func rss(w http.ResponseWriter, lang string) {
	w.Header().Set("Content-Type", "application/rss+xml")
	fmt.Fprintf(w, `<?xml version="1.0"?><rss version="2.0"><channel><description>1</description><item><link>/%s/docs/%s</link></item></channel></rss>`, lang, Act)
}

func send(w http.ResponseWriter, page string) {
	w.Header().Set("Content-Type", "text/html;charset=UTF-8")
	fmt.Fprint(w, page)
}

func table(rows ...[]string) string {
	var b strings.Builder
	b.WriteString(`<table id="ethernatable">`)
	for i, row := range rows {
		fmt.Fprintf(&b, `<tr class="%s">`, []string{"odd", "even"}[i%2])
		for _, cell := range row {
			b.WriteString("<td>" + cell + "</td>")
		}
		b.WriteString("</tr>")
	}
	return b.String() + "</table>"
}

func escape(s string) string { return html.EscapeString(s) }
