package site

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"reglament/corpus"
	"reglament/export/report"
	"reglament/model"
	"reglament/model/phrase"
)

// page is one answer: what a template shows of it, and what it is downloaded as.
type page struct {
	site *Site
	w    http.ResponseWriter
	r    *http.Request
	// static is where the page's file lies in an exported site, nil on the server.
	static *files

	Lang     phrase.Language
	Template string
	Title    string
	Nav      string
	Body     any
	Status   int
	Script   string // a script of this page alone

	tables []report.Table          // as CSV (the first) and XLSX
	value  func(w io.Writer) error // as JSON
	extra  []Download
	done   bool // answered already
}

// Download is a form in which a page can be downloaded.
type Download struct{ Name, URL string }

// answer makes the page that a route names.
func (s *Site) answer(w http.ResponseWriter, r *http.Request, route func(*page) error) {
	p := &page{site: s, w: w, r: r, Lang: s.language(w, r), Status: http.StatusOK}
	err := p.remembered(route)
	if err == nil && !p.done {
		err = p.write()
	}
	if err == nil || r.Context().Err() != nil {
		return
	}
	var f fault
	if !errors.As(err, &f) {
		f.status, _ = statusOf(err)
	}
	if f.status == http.StatusInternalServerError {
		s.logf("%s %s: %v", r.Method, r.URL.Path, err)
	}
	s.fail(w, r, p.Lang, f)
}

// remembered answers with a list as it was answered before, where nothing was stored
// since; else it makes the page. What is asked for by many at once is made once.
func (p *page) remembered(route func(*page) error) error {
	list := p.r.Method == http.MethodGet && (p.r.URL.Path == "/" || p.r.URL.Path == "/search") && p.Query("format") == ""
	if !list {
		return route(p)
	}
	b, err := p.site.shelf.books(p.r.Context())
	if err != nil {
		return err
	}
	ctx, cancel := detached(p.r.Context())
	defer cancel()
	p.r = p.r.WithContext(ctx)
	key := string(p.Lang) + " " + p.r.URL.String()
	answer, err := b.lists.get(key, func() (rendered, error) {
		select {
		case p.site.turns <- struct{}{}:
			defer func() { <-p.site.turns }()
		case <-ctx.Done():
			return rendered{}, ctx.Err()
		}
		if err := route(p); err != nil {
			return rendered{}, err
		}
		body, err := p.html()
		return rendered{body}, err
	})
	if err != nil {
		return err
	}
	if len(answer.body) > largestAnswer {
		b.lists.forget(key)
	}
	p.done = true
	p.header("text/html; charset=utf-8", "")
	return deliver(p.w, answer.body)
}

// html makes the page by its template.
func (p *page) html() ([]byte, error) {
	var b bytes.Buffer
	b.Grow(16 << 10) // most pages
	err := p.site.templates[p.Template].ExecuteTemplate(&b, "layout", p)
	return b.Bytes(), err
}

// header sets what is said of an answer.
func (p *page) header(kind, attachment string) {
	h := p.w.Header()
	h.Set("Content-Type", kind)
	h.Set("Vary", "Accept-Language, Cookie")
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Language", string(p.Lang))
	if attachment != "" {
		h.Set("Content-Disposition", disposition(attachment))
	}
}

// statusOf is the HTTP status for an error, and false where it is one of the site itself.
func statusOf(err error) (int, bool) {
	var f fault
	switch {
	case errors.As(err, &f):
		return f.status, true
	case errors.Is(err, corpus.ErrNotFound):
		return http.StatusNotFound, true
	}
	return http.StatusInternalServerError, false
}

func (s *Site) refuse(w http.ResponseWriter, r *http.Request, status int) {
	s.fail(w, r, s.language(w, r), fault{status: status})
}

func (s *Site) fail(w http.ResponseWriter, r *http.Request, lang phrase.Language, f fault) {
	p := &page{site: s, w: w, r: r, Lang: lang, Template: "error", Status: f.status, Title: lang.T("error.title")}
	key := fmt.Sprintf("error.%d", f.status)
	if !phrase.Known(key) {
		key = "error.500"
	}
	p.Body = struct {
		Status          int
		Message, Detail string
	}{f.status, lang.T(key), f.detail}
	if err := p.write(); err != nil {
		s.logf("%s %s: %v", r.Method, r.URL.Path, err)
	}
}

const languageCookie = "reglament_lang"

// language is that of the interface: ?lang=, which is remembered, or the cookie, or what
// the browser accepts.
func (s *Site) language(w http.ResponseWriter, r *http.Request) phrase.Language {
	if l, ok := phrase.ParseLanguage(r.URL.Query().Get("lang")); ok {
		http.SetCookie(w, &http.Cookie{Name: languageCookie, Value: string(l), Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: int((365 * 24 * time.Hour).Seconds())})
		return l
	}
	if c, err := r.Cookie(languageCookie); err == nil {
		if l, ok := phrase.ParseLanguage(c.Value); ok {
			return l
		}
	}
	return phrase.Accepted(r.Header.Get("Accept-Language"))
}

// write writes the page in the form that is asked for.
func (p *page) write() error {
	var b bytes.Buffer
	kind, attachment := "text/html; charset=utf-8", ""
	switch format := p.r.URL.Query().Get("format"); {
	case p.Template == "error" || format == "":
		body, err := p.html()
		if err != nil {
			return err
		}
		b.Write(body)
	case format == "csv" && len(p.tables) > 0:
		b.WriteString("\uFEFF") // by which Excel knows UTF-8
		if err := report.WriteCSV(&b, p.tables[0]); err != nil {
			return err
		}
		kind, attachment = "text/csv; charset=utf-8", ".csv"
	case format == "xlsx" && len(p.tables) > 0:
		if err := report.WriteXLSX(&b, p.tables); err != nil {
			return err
		}
		kind, attachment = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"
	case format == "json" && p.value != nil:
		if err := p.value(&b); err != nil {
			return err
		}
		kind, attachment = "application/json; charset=utf-8", ".json"
	default:
		return fault{status: http.StatusBadRequest, detail: "format"}
	}
	if attachment != "" {
		attachment = p.fileName() + attachment
	}
	p.header(kind, attachment)
	p.w.WriteHeader(p.Status)
	return deliver(p.w, b.Bytes())
}

// send answers with a file that is no page.
func (p *page) send(kind, name string, data []byte) error {
	h := p.w.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "no-cache")
	if name != "" {
		h.Set("Content-Disposition", disposition(name))
	}
	p.done = true
	return deliver(p.w, data)
}

// disposition names a download by RFC 6266.
func disposition(name string) string {
	ascii := strings.Map(func(r rune) rune {
		if r > 126 || r < 33 || strings.ContainsRune(`"\%/:*?<>|;`, r) {
			return '-'
		}
		return r
	}, name)
	return `attachment; filename="` + ascii + `"; filename*=UTF-8''` + strings.ReplaceAll(url.QueryEscape(name), "+", "%20")
}

// fileName is the name of the page's download, without its ending.
func (p *page) fileName() string {
	name := strings.Trim(strings.ReplaceAll(p.r.URL.Path, "/", "-"), "-")
	for _, side := range p.r.URL.Query()["side"] {
		name += "-" + slug(strings.NewReplacer("#", "~", `"`, "").Replace(side))
	}
	name = clip(name, longestName)
	if name == "" {
		name = "acts"
	}
	return "reglament-" + name
}

// asJSON downloads a value as indented JSON.
func (p *page) asJSON(v any) {
	p.value = func(w io.Writer) error {
		return model.NewIndentedEncoder(w).Encode(v)
	}
}

// Downloads are the forms in which the page can be downloaded.
func (p *page) Downloads() []Download {
	var out []Download
	add := func(name, format string) {
		q := p.r.URL.Query()
		q.Del("lang")
		q.Del("diagram") // it is in a file of its own
		q.Set("format", format)
		out = append(out, Download{name, p.link(p.r.URL.Path, q)})
	}
	if len(p.tables) > 0 {
		add("XLSX", "xlsx")
		add("CSV", "csv")
	}
	if p.value != nil {
		add("JSON", "json")
	}
	return append(out, p.extra...)
}

// Query is a parameter of the address.
func (p *page) Query(name string) string { return strings.TrimSpace(p.r.URL.Query().Get(name)) }

// T is a text of the interface.
func (p *page) T(key string, args ...any) string { return p.Lang.T(key, args...) }

// Tell is a message.
func (p *page) Tell(m model.Message) string { return p.Lang.Tell(m) }

// Code is the name of a code.
func (p *page) Code(kind string, code any) string { return p.Lang.Code(kind, code) }

// Num writes a number.
func (p *page) Num(n int) string { return p.Lang.Number(n) }

// Static reports whether the page is a file of an exported site.
func (p *page) Static() bool { return p.static != nil }

// ReadOnly reports whether the site takes no files.
func (p *page) ReadOnly() bool { return p.site.readOnly() || p.static != nil }

// LanguageLink is a language of the interface and this page in it.
type LanguageLink struct {
	Code    phrase.Language
	Name    string
	URL     string
	Current bool
}

// Languages are the languages of the interface.
func (p *page) Languages() []LanguageLink {
	var out []LanguageLink
	for _, l := range phrase.Languages {
		q := p.r.URL.Query()
		q.Del("format")
		one := LanguageLink{Code: l, Name: l.Name(), Current: l == p.Lang}
		if p.static != nil {
			one.URL = p.static.inLanguage(l, p.r.URL.Path, q)
		} else {
			q.Set("lang", string(l))
			one.URL = "?" + q.Encode()
		}
		out = append(out, one)
	}
	return out
}

// Date writes a day.
func (p *page) Date(d model.Date) string { return strings.ReplaceAll(p.Lang.Date(d), " ", "\u00a0") }

// Minutes writes working time: "2 working days 3 h 15 min".
func (p *page) Minutes(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "−", -n
	}
	var parts []string
	if d := n / model.MinutesPerWorkingDay; d > 0 {
		parts = append(parts, p.T("n.working_day", d))
	}
	n %= model.MinutesPerWorkingDay
	if h := n / model.MinutesPerHour; h > 0 {
		parts = append(parts, p.T("n.hours", h))
	}
	if m := n % model.MinutesPerHour; m > 0 || len(parts) == 0 {
		parts = append(parts, p.T("n.minutes", m))
	}
	return sign + strings.Join(parts, " ")
}

// Range writes working time that is one figure or lies between two.
func (p *page) Range(least, most int) string {
	if least == most {
		return p.Minutes(least)
	}
	return p.T("range", p.Minutes(least), p.Minutes(most))
}

// MinutesOf writes working time that may not be known.
func (p *page) MinutesOf(n *int) string {
	if n == nil {
		return ""
	}
	return p.Minutes(*n)
}

// Change writes a difference of working time with its sign.
func (p *page) Change(n *int) string {
	if n == nil || *n == 0 {
		return ""
	}
	if *n > 0 {
		return "+" + p.Minutes(*n)
	}
	return p.Minutes(*n)
}

// Duration writes a term: "at most 2 working days".
func (p *page) Duration(d model.Duration) string {
	key := "n." + string(d.Unit)
	switch d.Unit { // that are written short
	case model.Minute:
		key = "n.minutes"
	case model.Hour:
		key = "n.hours"
	}
	out := p.Num(d.Value) + " " + p.Code("unit", d.Unit)
	if phrase.Known(key) {
		out = p.T(key, d.Value)
	}
	if d.Qualifier == model.QualifierMax {
		return "≤ " + out
	}
	return out
}

// Roles writes the names of roles.
func (p *page) Roles(roles []model.Role) string { return names(p, "role", roles) }

// Actions writes the names of actions.
func (p *page) Actions(actions []model.Action) string { return names(p, "action", actions) }

// Channels writes the names of ways to apply.
func (p *page) Channels(all []model.Channel) string { return names(p, "channel", all) }

// Forms writes the names of forms.
func (p *page) Forms(all []model.Form) string { return names(p, "form", all) }

func names[C ~string](p *page, kind string, codes []C) string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = p.Code(kind, c)
	}
	return strings.Join(out, ", ")
}

// ActName writes where an act is from, its number and date: "№ 122 · 15.04.2016".
func (p *page) ActName(region model.Region, number model.Text, adopted model.Date) string {
	var parts []string
	if region != "" {
		parts = append(parts, p.Code("region", region))
	}
	if number != "" {
		parts = append(parts, "№\u00a0"+string(number))
	}
	if adopted != "" {
		parts = append(parts, p.Date(adopted))
	}
	return strings.Join(parts, "\u00a0· ") // a line begins with no dot
}

// KeyName writes the act that a key means.
func (p *page) KeyName(key string) string {
	region, adopted, number, ok := corpus.SplitKey(key)
	if !ok {
		if len(key) > 24 && strings.HasPrefix(key, "sha256:") {
			return key[:15] + "…"
		}
		return key
	}
	return p.ActName(region, number, adopted)
}

// Ref writes a mention of an act.
func (p *page) Ref(r *model.ActRef) string {
	if r == nil {
		return ""
	}
	var parts []string
	if r.Number != "" {
		parts = append(parts, "№\u00a0"+string(r.Number))
	}
	if r.Date != "" {
		parts = append(parts, p.Date(r.Date))
	}
	if len(parts) == 0 {
		return r.Text
	}
	return strings.Join(parts, "\u00a0· ")
}

// Entry writes a rule of entry into force.
func (p *page) Entry(r *model.EffectiveRule) string { return p.Lang.Entry(r) }

// Numbered writes the number of a part of a text with the word for it.
func (p *page) Numbered(kind, code, number any) string {
	return p.Lang.Numbered(p.Code(fmt.Sprint(kind), code), fmt.Sprint(number))
}
