package site

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"
)

// policy allows what the site itself serves, and the pictures inside the style sheets of
// the diagram viewer, and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const tokenCookie = "reglament_token"

// guard sets the headers of every answer and turns away whom the site is not for.
func (s *Site) guard(next http.Handler) http.Handler {
	sameOrigin := http.NewCrossOriginProtection()
	sameOrigin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, r, http.StatusForbidden)
	}))
	inner := sameOrigin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// The deadline of the connection's last answer is none of this one.
		if err := unsupported(http.NewResponseController(w).SetWriteDeadline(time.Time{})); err != nil {
			return
		}
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		if !s.addressed(r) {
			s.refuse(w, r, http.StatusForbidden)
			return
		}
		if s.options.Token != "" && !strings.HasPrefix(r.URL.Path, "/assets/") {
			if given := r.URL.Query().Get("token"); s.isToken(given) {
				s.admit(w, r)
				return
			}
			if c, err := r.Cookie(tokenCookie); err != nil || !s.isCookie(c.Value) {
				s.refuse(w, r, http.StatusUnauthorized)
				return
			}
		}
		inner.ServeHTTP(w, r)
	})
}

// addressed reports whether the request is addressed to a name of the site.
func (s *Site) addressed(r *http.Request) bool {
	if len(s.options.Hosts) == 0 {
		return true
	}
	host := r.Host
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	return slices.Contains(s.options.Hosts, strings.ToLower(strings.Trim(host, "[]")))
}

func (s *Site) isToken(given string) bool { return s.isCookie(digest(given)) }

func (s *Site) isCookie(given string) bool {
	return subtle.ConstantTimeCompare([]byte(given), []byte(digest(s.options.Token))) == 1
}

// digest stands for a token in a cookie, whose values may not have every letter (RFC 6265, 4.1.1).
func digest(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// admit keeps the token in a cookie and takes it out of the address, so that it is not
// sent on with a link.
func (s *Site) admit(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{
		Name: tokenCookie, Value: digest(s.options.Token), Path: "/",
		HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteLaxMode, MaxAge: int((30 * 24 * time.Hour).Seconds()),
	})
	q := r.URL.Query()
	q.Del("token")
	to := localPath(r.URL.Path)
	if len(q) > 0 {
		to += "?" + q.Encode()
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// localPath is the path as an address on this site: "//host" would lead elsewhere.
func localPath(p string) string {
	u := (&urlPath{p}).String()
	return "/" + strings.TrimLeft(u, `/\`)
}

// asset is an embedded file.
type asset struct {
	data    []byte
	kind    string
	version string // changes with the content
}

// readAssets reads the embedded files by their names under assets.
func readAssets() map[string]asset {
	kinds := map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", "": "text/plain; charset=utf-8"}
	out := map[string]asset{}
	must(fs.WalkDir(assetFiles, "assets", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := assetFiles.ReadFile(name)
		sum := sha256.Sum256(data)
		kind := kinds[path.Ext(name)]
		if kind == "" {
			kind = mime.TypeByExtension(path.Ext(name))
		}
		out[strings.TrimPrefix(name, "assets/")] = asset{data: data, kind: kind, version: hex.EncodeToString(sum[:6])}
		return err
	}))
	return out
}

func (s *Site) asset(w http.ResponseWriter, r *http.Request) {
	a, ok := s.assets[r.PathValue("file")]
	if !ok {
		s.refuse(w, r, http.StatusNotFound)
		return
	}
	h := w.Header()
	h.Set("Content-Type", a.kind)
	if r.URL.Query().Get("v") == a.version {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	deliver(w, a.data)
}
