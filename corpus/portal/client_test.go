package portal_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"reglament/corpus/portal"
	"reglament/corpus/portal/portaltest"
	"reglament/model"
	"reglament/parse"
)

// clock is a time that passes only while somebody sleeps.
type clock struct {
	now    time.Time
	sleeps []time.Duration
}

func newClock() *clock { return &clock{now: time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time { return c.now }

func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.sleeps = append(c.sleeps, d)
	c.now = c.now.Add(d)
	return ctx.Err()
}

// client asks a fake portal at the given pace.
func client(t *testing.T, fake *portaltest.Portal, c *clock, change func(*portal.Options)) *portal.Client {
	t.Helper()
	server := portaltest.Start(fake)
	t.Cleanup(server.Close)
	agent, err := portal.Agent("v1.2", "analyst@example.org")
	if err != nil {
		t.Fatal(err)
	}
	o := portal.Options{Host: server.URL, Agent: agent, Delay: 2 * time.Second, Now: c.Now, Sleep: c.Sleep}
	if change != nil {
		change(&o)
	}
	p, err := portal.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var russian = portal.Page{ID: portaltest.Act, Language: model.Russian, View: portal.Text}

func TestPagesOfAnAct(t *testing.T) {
	fake := &portaltest.Portal{}
	p := client(t, fake, newClock(), nil)
	for _, c := range []struct {
		page   portal.Page
		status model.Status // of the act that is read from it
	}{
		{russian, model.InForce},
		{portal.Page{ID: portaltest.Act, Language: model.Kazakh, View: portal.Text}, model.InForce},
		{portal.Page{ID: portaltest.Act, Language: model.Russian, View: portal.Text, Date: "2016-03-10"}, ""},
		{portal.Page{ID: portaltest.Act, Language: model.Russian, View: portal.Info}, ""},
		{portal.Page{ID: portaltest.Act, Language: model.Kazakh, View: portal.History}, ""},
		{portal.Page{ID: portaltest.Old, Language: model.Russian, View: portal.Text}, model.InForce},
		{portal.Page{ID: portaltest.Repealed, Language: model.Kazakh, View: portal.Text}, model.Repealed},
		{portal.Page{ID: portaltest.Expired, Language: model.Russian, View: portal.Text}, model.Lapsed},
	} {
		got, err := p.Fetch(t.Context(), c.page)
		if err != nil {
			t.Errorf("%s: %v", c.page, err)
			continue
		}
		if c.status == "" {
			continue
		}
		read, err := parse.Bytes(c.page.Name(), got.Data)
		if err != nil {
			t.Errorf("%s: %v", c.page, err)
			continue
		}
		if a := read.Document.Act; a.Status != c.status || a.Language != c.page.Language || string(a.ID) != c.page.ID || a.Key == "" {
			t.Errorf("%s: read %s in %s, %s, %s", c.page, a.ID, a.Language, a.Status, a.Key)
		}
	}
	for _, r := range fake.Asked() {
		if r.Agent != "Mozilla/5.0 (compatible; reglament/v1.2; +analyst@example.org)" {
			t.Errorf("the agent is %q", r.Agent)
		}
	}
	if _, err := p.Fetch(t.Context(), portal.Page{ID: "V99X9999999", Language: model.Russian, View: portal.Text}); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("an act that there is not: %v", err)
	}
	history, err := p.Fetch(t.Context(), portal.Page{ID: portaltest.Act, Language: model.Russian, View: portal.History})
	if err != nil {
		t.Fatal(err)
	}
	if got := portal.Versions(portaltest.Act, history.Data); !slices.Equal(got, []model.Date{"2016-03-10"}) {
		t.Errorf("versions %q", got)
	}
}

// What the portal answers on bad days: what is asked again, and what is told.
func TestTrouble(t *testing.T) {
	const path = "/rus/docs/" + portaltest.Act
	times := portaltest.Times
	for _, c := range []struct {
		name     string
		trouble  []http.HandlerFunc
		requests int
		pauses   []time.Duration // before each request after the first, without those that keep the pace
		want     error           // nil: the page comes
		says     string
	}{
		{"a good day", nil, 1, nil, nil, ""},
		{"a session in the address", times(1, portaltest.Session), 2, nil, nil, ""},
		{"a way to another host of the portal's", times(1, portaltest.Lead("https://evil.example/rus/docs/"+portaltest.Act)), 1, nil, errAny, "leads to evil.example, which is not the portal"},
		{"a circle", times(20, portaltest.Lead(path)), 6, nil, errAny, "leads in a circle: more than 5 redirects"},
		{"a way to another act", times(1, portaltest.Lead("/rus/docs/"+portaltest.Expired)), 2, nil, portal.ErrNoAct, "leads to"},
		{"a way to nowhere", times(1, portaltest.Lead("")), 1, nil, errAny, "does not say where to go"},
		{"too many requests, twice", times(2, portaltest.Busy("")), 3, seconds(4, 8), nil, ""},
		{"too many requests, come back in half a minute", times(1, portaltest.Busy("30")), 2, seconds(30), nil, ""},
		{"too many requests, come back at a time", times(1, portaltest.Busy("Mon, 23 Nov 2026 10:01:02 GMT")), 2, seconds(60), nil, ""},
		{"too many requests, come back tomorrow", times(1, portaltest.Busy("86400")), 1, nil, errAny, "429 Too Many Requests, and to wait 24h0m0s"},
		{"too many requests, always", times(9, portaltest.Busy("")), 5, seconds(4, 8, 16, 32), errAny, "429 Too Many Requests, after 5 requests"},
		{"a gateway that is slow", times(1, portaltest.Gateway), 2, seconds(4), nil, ""},
		{"a gateway that is down", times(9, portaltest.Gateway), 5, seconds(4, 8, 16, 32), errAny, "504 Gateway Timeout, after 5 requests"},
		// That a kept connection was closed is no fault: net/http opens another at once.
		{"a connection that breaks", times(2, portaltest.Reset), 3, seconds(4), nil, ""},
		{"a body cut short", times(1, portaltest.Cut), 2, seconds(4), nil, ""},
		{"a page without its end", times(1, portaltest.Unfinished), 2, seconds(4), nil, ""},
		{"a page that never has its end", times(9, portaltest.Unfinished), 5, seconds(4, 8, 16, 32), portal.ErrCut, "after 5 requests"},
		{"a closed door", times(1, portaltest.Forbidden), 1, nil, errAny, "the portal answers 403 Forbidden"},
		{"the new portal", times(1, portaltest.Shell), 1, nil, portal.ErrShell, ""},
		{"a captcha", times(1, portaltest.Captcha), 1, nil, portal.ErrCaptcha, ""},
		{"maintenance", times(1, portaltest.Maintenance), 1, nil, portal.ErrMaintenance, ""},
		{"a file", times(1, portaltest.Lead("/files/pdf/1/"+portaltest.Act+".rus.pdf;jsessionid=1A")), 2, nil, portal.ErrNoAct, `"application/pdf", not text/html`},
		{"a listing", times(1, portaltest.Lead("/rus/search/docs/fulltext=many&"+portaltest.Act)), 2, nil, portal.ErrNoAct, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			fake := &portaltest.Portal{Trouble: map[string][]http.HandlerFunc{path: c.trouble}}
			time := newClock()
			p := client(t, fake, time, nil)
			got, err := p.Fetch(t.Context(), russian)
			switch {
			case c.want == nil && (err != nil || !bytes.Contains(got.Data, []byte("<article>"))):
				t.Errorf("the page did not come: %v", err)
			case c.want == errAny && err == nil, c.want != nil && c.want != errAny && !errors.Is(err, c.want):
				t.Errorf("error %v, want %v", err, c.want)
			case err != nil && !strings.Contains(err.Error(), c.says):
				t.Errorf("error %q does not say %q", err, c.says)
			}
			if n := len(fake.Asked()); n != c.requests {
				t.Errorf("%d requests, want %d", n, c.requests)
			}
			pauses := slices.DeleteFunc(slices.Clone(time.sleeps), func(d clockDuration) bool { return d == pace })
			if !slices.Equal(pauses, c.pauses) {
				t.Errorf("pauses %v, want %v", pauses, c.pauses)
			}
		})
	}
}

type clockDuration = time.Duration

const pace = 2 * time.Second

var quiet = log.New(io.Discard, "", 0)

var errAny = errors.New("any error")

func seconds(n ...int) []time.Duration {
	var out []time.Duration
	for _, s := range n {
		out = append(out, time.Duration(s)*time.Second)
	}
	return out
}

func TestTheDownloadGivesASessionAway(t *testing.T) {
	server := portaltest.Start(&portaltest.Portal{})
	defer server.Close()
	ask := func(path string) int {
		request, err := http.NewRequest(http.MethodGet, server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("User-Agent", "Mozilla/5.0 (test)")
		response, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		return response.StatusCode
	}
	for path, want := range map[string]int{
		"/rus/docs/" + portaltest.Act + "/download":           302,
		"/files/pdf/1/V16P0006291.rus.pdf;jsessionid=1A":      404,
		"/files/pdf/1/V16P0006291.rus.pdf":                    200,
		"/files/1/2/3.jpg":                                    200,
		"/rus/docs/" + portaltest.Act + "/links":              200,
		"/rus/archive/docs/" + portaltest.Act + "/01.01.1999": 404,
		"/rus/search/docs/?fulltext=one":                      302,
		"/rus/search/docs/fulltext=one":                       200,
		"/rus/search/docs/fulltext=many&page=2":               200,
		"/rus/docs/rss":                                       200,
	} {
		if got := ask(path); got != want {
			t.Errorf("%s: %d, want %d", path, got, want)
		}
	}
}

func TestRequestsKeepTheirPace(t *testing.T) {
	fake := &portaltest.Portal{Robots: "User-agent: *\nDisallow: /rus/search/\n"}
	time := newClock()
	p := client(t, fake, time, nil)
	for _, id := range []string{portaltest.Act, portaltest.Old, portaltest.Expired} {
		if _, err := p.Fetch(t.Context(), portal.Page{ID: id, Language: model.Russian, View: portal.Text}); err != nil {
			t.Fatal(err)
		}
	}
	// robots.txt comes first; each page two seconds after what came before.
	if want := seconds(2, 2, 2); !slices.Equal(time.sleeps, want) {
		t.Errorf("pauses %v, want %v", time.sleeps, want)
	}
}

func TestRobots(t *testing.T) {
	shell := map[string][]http.HandlerFunc{"/robots.txt": {portaltest.Shell}}
	for _, c := range []struct {
		name     string
		fake     *portaltest.Portal
		want     error
		delay    time.Duration // the pause between robots.txt and the page
		requests int
	}{
		{"there is none", &portaltest.Portal{}, nil, 2 * time.Second, 1},
		{"the new portal's page is there", &portaltest.Portal{Trouble: shell}, nil, 2 * time.Second, 1},
		{"only the search is closed", &portaltest.Portal{Robots: "User-agent: *\nDisallow: /rus/search/"}, nil, 2 * time.Second, 1},
		{"texts are closed", &portaltest.Portal{Robots: "User-agent: *\nDisallow: /rus/docs/"}, portal.ErrClosed, 0, 0},
		{"all is closed to others", &portaltest.Portal{Robots: "User-agent: *\nDisallow: /\n\nUser-agent: reglament\nDisallow: /kaz/"}, nil, 2 * time.Second, 1},
		{"all is closed to this program", &portaltest.Portal{Robots: "User-agent: Reglament\nDisallow: /\n\nUser-agent: *\nAllow: /"}, portal.ErrClosed, 0, 0},
		{"more time is asked for", &portaltest.Portal{Robots: "User-agent: *\nCrawl-delay: 7"}, nil, 7 * time.Second, 1},
		{"it cannot be had", &portaltest.Portal{Trouble: map[string][]http.HandlerFunc{"/robots.txt": portaltest.Times(9, portaltest.Gateway)}}, portal.ErrRobots, 0, 0},
		{"it comes at the second time", &portaltest.Portal{Robots: "User-agent: *\nDisallow: /rus/docs/", Trouble: map[string][]http.HandlerFunc{"/robots.txt": {portaltest.Gateway}}}, portal.ErrClosed, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			time := newClock()
			p := client(t, c.fake, time, nil)
			_, err := p.Fetch(t.Context(), russian)
			if !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if n := len(c.fake.Asked()); n != c.requests {
				t.Errorf("%d pages were asked for, want %d", n, c.requests)
			}
			if c.delay > 0 && !slices.Equal(time.sleeps, []clockDuration{c.delay}) {
				t.Errorf("pauses %v, want %s", time.sleeps, c.delay)
			}
		})
	}
}

// After a captcha, and when a host says for long that it is asked too much, nothing more
// is asked.
func TestNothingMoreIsAskedOfWhoDoesNotWantIt(t *testing.T) {
	for name, trouble := range map[string][]http.HandlerFunc{
		"captcha": {portaltest.Captcha}, "busy": portaltest.Times(5, portaltest.Busy("")),
	} {
		fake := &portaltest.Portal{Trouble: map[string][]http.HandlerFunc{"/rus/docs/" + portaltest.Act: trouble}}
		p := client(t, fake, newClock(), nil)
		if _, err := p.Fetch(t.Context(), russian); err == nil {
			t.Errorf("%s: no error", name)
		}
		n := len(fake.Asked())
		_, err := p.Fetch(t.Context(), portal.Page{ID: portaltest.Old, Language: model.Russian, View: portal.Text})
		if err == nil || !strings.Contains(err.Error(), "it was not asked for") || len(fake.Asked()) != n {
			t.Errorf("%s: %v after %d requests", name, err, len(fake.Asked())-n)
		}
	}
}

func TestASecondRunAsksNothing(t *testing.T) {
	dir := t.TempDir()
	fake := &portaltest.Portal{}
	c := newClock()
	keep := func(o *portal.Options) { o.Cache = dir }
	p := client(t, fake, c, keep)
	first, err := p.Fetch(t.Context(), russian)
	if err != nil || first.Kept {
		t.Fatalf("%+v, %v", first, err)
	}
	if want := filepath.Join(dir, portaltest.Act, "rus", "text.2026-11-23.html"); first.File != want {
		t.Errorf("kept as %s, want %s", first.File, want)
	}
	again, err := client(t, fake, c, keep).Fetch(t.Context(), russian)
	if err != nil || !again.Kept || !bytes.Equal(again.Data, first.Data) || len(fake.Asked()) != 1 {
		t.Errorf("again: %v after %d requests", err, len(fake.Asked()))
	}

	// A copy that was damaged is none; one that cannot be renewed is used.
	if err := os.WriteFile(first.File, first.Data[:100], 0o644); err != nil {
		t.Fatal(err)
	}
	if repaired, err := client(t, fake, c, keep).Fetch(t.Context(), russian); err != nil || repaired.Kept || len(fake.Asked()) != 2 {
		t.Errorf("a damaged copy: %v after %d requests", err, len(fake.Asked()))
	}
	c.now = c.now.Add(48 * time.Hour)
	fake.Trouble = map[string][]http.HandlerFunc{"/rus/docs/" + portaltest.Act: {portaltest.Maintenance}}
	var told []string
	renew := func(o *portal.Options) {
		o.Cache, o.Refresh, o.Log = dir, true, func(s string) { told = append(told, s) }
	}
	p = client(t, fake, c, renew)
	if old, err := p.Fetch(t.Context(), russian); err != nil || !old.Kept || len(told) != 1 || !strings.Contains(told[0], first.File) {
		t.Errorf("a copy that cannot be renewed: %v, told %q", err, told)
	}
	if fresh, err := p.Fetch(t.Context(), russian); err != nil || fresh.Kept || filepath.Base(fresh.File) != "text.2026-11-25.html" {
		t.Errorf("a copy that is renewed: %+v, %v", fresh, err)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*", "*", "*")); len(files) != 2 {
		t.Errorf("kept: %q", files)
	}
}

func TestFetchEndsWithItsContext(t *testing.T) {
	fake := &portaltest.Portal{Trouble: map[string][]http.HandlerFunc{"/rus/docs/" + portaltest.Act: portaltest.Times(9, portaltest.Gateway)}}
	ctx, stop := context.WithCancel(t.Context())
	p := client(t, fake, newClock(), func(o *portal.Options) {
		o.Log = func(string) { stop() }
	})
	if _, err := p.Fetch(ctx, russian); !errors.Is(err, context.Canceled) || len(fake.Asked()) != 1 {
		t.Errorf("%v after %d requests", err, len(fake.Asked()))
	}
}

func TestTargets(t *testing.T) {
	for _, c := range []struct {
		s    string
		want portal.Target
		says string // of the error
	}{
		{"V18L0006196", portal.Target{ID: "V18L0006196"}, ""},
		{"v98r000035_", portal.Target{ID: "V98R000035_"}, ""},
		{"https://adilet.zan.kz/rus/docs/V18L0006196", portal.Target{ID: "V18L0006196", Language: model.Russian}, ""},
		{"http://old.adilet.zan.kz./kaz/docs/V18L0006196;jsessionid=1A2B?x=1#z5", portal.Target{ID: "V18L0006196", Language: model.Kazakh}, ""},
		{"www.adilet.zan.kz/kaz/docs/V18L0006196/info", portal.Target{ID: "V18L0006196", Language: model.Kazakh}, ""},
		{"http://insecure.zan.kz/rus/archive/docs/V18L0006196/05.03.2018", portal.Target{ID: "V18L0006196", Language: model.Russian, Date: "2018-03-05"}, ""},
		{"https://zakon.uchet.kz/rus/docs/V18L0006196", portal.Target{}, "is not on the portal"},
		{"https://adilet.zan.kz.evil.example/rus/docs/V18L0006196", portal.Target{}, "is not on the portal"},
		{"https://adilet.zan.kz/eng/docs/Z1500000410", portal.Target{}, "in English"},
		{"https://adilet.zan.kz/rus/search/docs/", portal.Target{}, "no address of an act"},
		{"https://adilet.zan.kz/rus/docs/rss", portal.Target{}, "no address of an act"},
		{"6196", portal.Target{}, "no id of the portal"},
		{"../../etc", portal.Target{}, "is not on the portal"},
	} {
		got, err := portal.ParseTarget(c.s, "")
		if got != c.want || (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %+v, %v", c.s, got, err)
		}
	}
}

func TestOnlyThePortalIsAsked(t *testing.T) {
	for host, ok := range map[string]bool{
		"https://old.adilet.zan.kz": true, "http://insecure.zan.kz/": true, "http://127.0.0.1:8080": true,
		"https://example.org": false, "ftp://adilet.zan.kz": false, "https://adilet.zan.kz/rus": false, "adilet.zan.kz": false,
	} {
		if _, err := portal.New(portal.Options{Host: host, Delay: time.Second}); (err == nil) != ok {
			t.Errorf("%s: %v", host, err)
		}
	}
	if _, err := portal.New(portal.Options{Delay: time.Millisecond}); err == nil {
		t.Error("the portal may be asked a thousand times a second")
	}
	if _, err := portal.Agent("1", "line\nbreak"); err == nil {
		t.Error("a contact address with a line break is taken")
	}
}

// authority is a certificate with its key.
type authority struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

// issue makes a certificate; the zero authority issues its own.
func (a authority) issue(t *testing.T, name string, serial int64, leaf bool, issuerAt string) authority {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{
		SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		BasicConstraintsValid: true, IsCA: !leaf, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
	}
	if leaf {
		c.KeyUsage, c.ExtKeyUsage = x509.KeyUsageDigitalSignature, []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
		c.IPAddresses = []net.IP{net.ParseIP("127.0.0.1")}
	}
	if issuerAt != "" {
		c.IssuingCertificateURL = []string{issuerAt}
	}
	parent, signer := a.certificate, a.key
	if parent == nil {
		parent, signer = c, key
	}
	der, err := x509.CreateCertificate(rand.Reader, c, parent, &key.PublicKey, signer)
	if err != nil {
		t.Fatal(err)
	}
	made, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return authority{made, key}
}

// The portal sends only its own certificate; that of its issuer has to be found, and is
// believed only where it leads to a root.
func TestACertificateWithoutItsIssuer(t *testing.T) {
	root := authority{}.issue(t, "Root", 1, false, "")
	other := authority{}.issue(t, "Other root", 2, false, "")
	issuer := root.issue(t, "Issuer", 3, false, "")
	impostor := other.issue(t, "Issuer", 3, false, "")
	asPEM := func(a authority) []byte {
		return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: a.certificate.Raw})
	}
	sent := 0
	authorities := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sent++
		switch r.URL.Path {
		case "/issuer.crt":
			w.Write(issuer.certificate.Raw)
		case "/issuer.pem":
			w.Write(asPEM(issuer))
		case "/impostor.crt":
			w.Write(impostor.certificate.Raw)
		case "/junk.crt":
			fmt.Fprint(w, "<html>no certificate</html>")
		default:
			http.NotFound(w, r)
		}
	}))
	defer authorities.Close()
	pool := func(a ...authority) *x509.CertPool {
		p := x509.NewCertPool()
		for _, one := range a {
			p.AddCert(one.certificate)
		}
		return p
	}
	extra, err := portal.Trust(asPEM(issuer))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := portal.Trust([]byte("nothing")); err == nil {
		t.Error("a file without certificates is taken")
	}
	for _, c := range []struct {
		name  string
		at    string // where the certificate says that its issuer is
		by    authority
		roots *x509.CertPool
		says  string // of the error; none where the page comes
	}{
		{"the issuer is found", "/issuer.crt", issuer, pool(root), ""},
		{"the issuer is found in the other form", "/issuer.pem", issuer, pool(root), ""},
		{"the issuer was given", "", issuer, extra, ""},
		{"the issuer's root is not trusted", "/issuer.crt", issuer, pool(other), "--extra-ca"},
		{"the issuer is not found", "/none.crt", issuer, pool(root), "--extra-ca"},
		{"no issuer is named", "", issuer, pool(root), "does not say where it is"},
		{"something else is found", "/junk.crt", issuer, pool(root), "--extra-ca"},
		{"somebody else of that name is found", "/impostor.crt", issuer, pool(root), "not the issuer's"},
		{"somebody else of that name has issued it", "/issuer.crt", impostor, pool(root), "not the issuer's"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := ""
			if c.at != "" {
				at = authorities.URL + c.at
			}
			leaf := c.by.issue(t, "the portal", 9, true, at)
			fake := &portaltest.Portal{}
			server := httptest.NewUnstartedServer(fake)
			server.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{leaf.certificate.Raw}, PrivateKey: leaf.key}}}
			server.Config.ErrorLog = quiet
			server.StartTLS()
			defer server.Close()
			sent = 0
			p := client(t, fake, newClock(), func(o *portal.Options) { o.Host, o.Roots, o.Now = server.URL, c.roots, time.Now })
			_, err := p.Fetch(t.Context(), russian)
			if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
				t.Errorf("error %v, want %q", err, c.says)
			}
			if err != nil && len(fake.Asked()) > 0 {
				t.Error("a host that nobody vouches for was asked")
			}
			if _, err := p.Fetch(t.Context(), portal.Page{ID: portaltest.Old, Language: model.Russian, View: portal.Text}); c.says == "" && (err != nil || sent > 1) {
				t.Errorf("the next page: %v, the issuer was asked for %d times", err, sent)
			}
		})
	}

	t.Run("the certificate is of another host", func(t *testing.T) {
		leaf := issuer.issue(t, "the portal", 9, true, authorities.URL+"/issuer.crt")
		fake := &portaltest.Portal{}
		server := httptest.NewUnstartedServer(fake)
		server.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{leaf.certificate.Raw}, PrivateKey: leaf.key}}}
		server.Config.ErrorLog = quiet
		server.StartTLS()
		defer server.Close()
		u, err := url.Parse(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		p := client(t, fake, newClock(), func(o *portal.Options) { o.Host, o.Roots, o.Now = "https://localhost:"+u.Port(), pool(root), time.Now })
		if _, err := p.Fetch(t.Context(), russian); err == nil || len(fake.Asked()) > 0 {
			t.Errorf("%v after %d requests", err, len(fake.Asked()))
		}
	})
}
