package portal

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

// Options are how a Client asks. A field that is zero has the default.
type Options struct {
	Host    string        // DefaultHost; a host of the portal, or of this machine in tests
	Cache   string        // folder of the pages that came; none are kept without it
	Refresh bool          // ask for pages that are kept already
	Delay   time.Duration // between two requests, from the end of one to the start of the next
	Agent   string        // the user agent: see Agent
	Roots   *x509.CertPool
	Now     func() time.Time
	Sleep   func(context.Context, time.Duration) error
	Log     func(string) // is told of pauses and of old copies that are used
}

// LeastDelay is the shortest delay with which the portal is asked.
const LeastDelay = time.Second

// How often and how long a Client goes on asking for one page.
const (
	retries      = 4                // after the first request
	leastPause   = time.Millisecond // where there is no delay
	longestPause = 10 * time.Minute // that a server may ask for
	maxHops      = 5                // redirects
	maxPage      = 64 << 20         // bytes
	answerTime   = 2 * time.Minute  // for one request with its answer
)

// Client fetches pages. Its methods may be called from several goroutines; requests go
// out one after the other.
type Client struct {
	o    Options
	base *url.URL
	kept cache

	mu      sync.Mutex
	http    *http.Client
	roots   *x509.CertPool
	robots  map[string]*robotstxt.Group // by host
	last    time.Time                   // when the last answer ended
	blocked error                       // why nothing more is asked
}

// Copy is a page as it came.
type Copy struct {
	Page
	Data []byte
	File string // where it is kept, "" where no cache is
	Kept bool   // it was there already, nothing was asked
}

// Agent is a user agent with a name, a version and an address at which whoever runs the
// portal can reach who asks. The host turns agents away that do not begin as browsers do.
func Agent(version, contact string) (string, error) {
	clean := strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f && !strings.ContainsRune("();", r) {
			return r
		}
		return -1
	}, version)
	for _, r := range contact {
		if r < ' ' || r >= 0x7f || r == '(' || r == ')' {
			return "", fmt.Errorf("%q is no contact address: give an e-mail address or the address of a page", contact)
		}
	}
	agent := "Mozilla/5.0 (compatible; " + product + "/" + clean
	if contact != "" {
		agent += "; +" + contact
	}
	return agent + ")", nil
}

// product is the name by which robots.txt may speak of this program.
const product = "reglament"

// New returns a client. It asks for nothing yet.
func New(o Options) (*Client, error) {
	if o.Host == "" {
		o.Host = DefaultHost
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Sleep == nil {
		o.Sleep = sleep
	}
	if o.Log == nil {
		o.Log = func(string) {}
	}
	base, err := url.Parse(o.Host)
	if err != nil || base.Scheme != "http" && base.Scheme != "https" || strings.Trim(base.Path, "/") != "" || base.RawQuery != "" {
		return nil, fmt.Errorf("%s is no address of a host: they look like %s", o.Host, DefaultHost)
	}
	if !hosts[hostname(base)] && !Loopback(base) {
		return nil, fmt.Errorf("%s is no host of the portal adilet.zan.kz", o.Host)
	}
	if o.Delay < LeastDelay && !Loopback(base) {
		return nil, fmt.Errorf("a delay of %s is too short: the portal is asked once in %s at most", o.Delay, LeastDelay)
	}
	base.Path = "/"
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	c := &Client{o: o, base: base, kept: cache{o.Cache}, roots: o.Roots, robots: map[string]*robotstxt.Group{}}
	c.http = &http.Client{
		Jar:           jar,
		Timeout:       answerTime,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	c.connect()
	return c, nil
}

// connect makes the one connection anew, with the roots that are trusted now.
func (c *Client) connect() {
	c.http.CloseIdleConnections()
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxConnsPerHost, t.MaxIdleConnsPerHost = 1, 1
	t.TLSClientConfig = &tls.Config{RootCAs: c.roots, MinVersion: tls.VersionTLS12}
	c.http.Transport = t
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Host is the host that is asked.
func (c *Client) Host() *url.URL { return c.base }

// Address is the page's address on the host that is asked.
func (c *Client) Address(p Page) string { return c.base.JoinPath(p.Path()).String() }

// Kept returns the newest copy of a page that came before, and nil where there is none
// or it is to be asked for anew.
func (c *Client) Kept(p Page) (*Copy, error) {
	if c.o.Refresh || c.o.Cache == "" {
		return nil, nil
	}
	data, file, err := c.kept.newest(p)
	if err != nil || file == "" {
		return nil, err
	}
	return &Copy{Page: p, Data: data, File: file, Kept: true}, nil
}

// Fetch returns a page: the copy that is kept, or a new one. Where a page that is to be
// asked for anew cannot be had, the copy that is kept is returned and Log told. The error
// is one sentence without the page's address; it wraps one of the errors of this package,
// where there is one for it, or ctx.Err().
func (c *Client) Fetch(ctx context.Context, p Page) (*Copy, error) {
	if kept, err := c.Kept(p); kept != nil || err != nil {
		return kept, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	data, err := c.get(ctx, p.Path(), func(u *url.URL, r *answer) error { return c.accept(p, u, r) })
	if errors.Is(err, ErrCaptcha) || errors.Is(err, ErrRobots) {
		c.blocked = cmp.Or(c.blocked, err)
	}
	if err != nil {
		if c.o.Cache != "" && c.o.Refresh && ctx.Err() == nil {
			if data, file, keptErr := c.kept.newest(p); keptErr == nil && file != "" {
				c.o.Log(fmt.Sprintf("%s: %v; the copy %s is used", c.Address(p), err, file))
				return &Copy{Page: p, Data: data, File: file, Kept: true}, nil
			}
		}
		return nil, err
	}
	copied := &Copy{Page: p, Data: data}
	if c.o.Cache != "" {
		if copied.File, err = c.kept.put(p, data, c.o.Now()); err != nil {
			return nil, err
		}
	}
	return copied, nil
}

// accept takes an answer for the page, or tells what it is instead.
func (c *Client) accept(p Page, u *url.URL, r *answer) error {
	switch {
	case r.status == http.StatusNotFound || r.status == http.StatusGone:
		return ErrNotFound
	case r.status != http.StatusOK:
		if errors.Is(check(p, r.body), ErrCaptcha) {
			return ErrCaptcha
		}
		return fmt.Errorf("the portal answers %d %s", r.status, http.StatusText(r.status))
	}
	if kind, _, _ := mime.ParseMediaType(r.kind); kind != "text/html" {
		return fmt.Errorf("%w: it is %q, not text/html", ErrNoAct, r.kind)
	}
	if !strings.Contains(u.Path, p.ID) {
		return fmt.Errorf("%w: the portal leads to %s", ErrNoAct, u)
	}
	err := check(p, r.body)
	if errors.Is(err, ErrCut) {
		return &passing{err: err}
	}
	return err
}

// passing is a fault that may be over when the same is asked again.
type passing struct {
	err   error
	after time.Duration // that the server asked to wait
	all   bool          // it concerns whatever else would be asked for
}

func (p *passing) Error() string { return p.err.Error() }
func (p *passing) Unwrap() error { return p.err }

// get asks for a path until accept takes the answer, its fault is no passing one, or it
// was asked for often enough. The pauses double.
func (c *Client) get(ctx context.Context, path string, accept func(*url.URL, *answer) error) ([]byte, error) {
	pause := max(c.o.Delay, leastPause)
	for try := 0; ; try++ {
		if c.blocked != nil {
			return nil, fmt.Errorf("it was not asked for: %w", c.blocked)
		}
		u, r, err := c.follow(ctx, c.base.JoinPath(path))
		if err == nil {
			if err = accept(u, r); err == nil {
				return r.body, nil
			}
		}
		var fault *passing
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if !errors.As(err, &fault) {
			return nil, err
		}
		pause *= 2
		wait := max(pause, fault.after)
		if try == retries || wait > longestPause {
			if wait > longestPause {
				err = fmt.Errorf("%w, and to wait %s", err, wait.Round(time.Second))
			} else {
				err = fmt.Errorf("%w, after %d requests", err, try+1)
			}
			if fault.all {
				c.blocked = err
			}
			return nil, err
		}
		c.o.Log(fmt.Sprintf("%s: %v; asking again in %s", c.base.JoinPath(path), err, wait.Round(time.Millisecond)))
		if err := c.o.Sleep(ctx, wait); err != nil {
			return nil, err
		}
	}
}

// follow asks for an address and goes where the portal leads, inside the portal.
func (c *Client) follow(ctx context.Context, u *url.URL) (*url.URL, *answer, error) {
	for hop := 0; ; hop++ {
		if hop > maxHops {
			return nil, nil, fmt.Errorf("the portal leads in a circle: more than %d redirects", maxHops)
		}
		if err := c.allowed(ctx, u); err != nil {
			return nil, nil, err
		}
		r, err := c.ask(ctx, u)
		if err != nil || r.location == "" {
			return u, r, err
		}
		if u, err = c.next(u, r.location); err != nil {
			return nil, nil, err
		}
	}
}

// next is where a redirect leads.
func (c *Client) next(from *url.URL, location string) (*url.URL, error) {
	to, err := from.Parse(location)
	if err != nil {
		return nil, fmt.Errorf("the portal leads to %q, which is no address", location)
	}
	to.Path, to.RawPath = withoutSession(to.Path), ""
	switch {
	case to.Host != c.base.Host && !hosts[hostname(to)]:
		return nil, fmt.Errorf("the portal leads to %s, which is not the portal", to.Host)
	case from.Scheme == "https" && to.Scheme != "https", to.Scheme != "http" && to.Scheme != "https":
		return nil, fmt.Errorf("the portal leads to %s, where nobody can tell who answers", to)
	}
	return to, nil
}

// answer is what a host answered.
type answer struct {
	status   int
	kind     string // Content-Type
	location string // of a redirect
	body     []byte
}

// ask makes one request, when its time has come.
func (c *Client) ask(ctx context.Context, u *url.URL) (*answer, error) {
	if wait := c.o.Delay - c.o.Now().Sub(c.last); !c.last.IsZero() && wait > 0 {
		if err := c.o.Sleep(ctx, wait); err != nil {
			return nil, err
		}
	}
	defer func() { c.last = c.o.Now() }()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", c.o.Agent)
	request.Header.Set("Accept", "text/html, text/plain;q=0.5")
	response, err := c.http.Do(request)
	if chain, missing := missingIssuer(err); missing {
		if err := c.complete(ctx, chain, u.Hostname()); err != nil {
			return nil, err
		}
		response, err = c.http.Do(request)
	}
	if err != nil {
		return nil, c.fault(err)
	}
	defer response.Body.Close()
	r := &answer{status: response.StatusCode, kind: response.Header.Get("Content-Type")}
	switch s := r.status; {
	case s == http.StatusTooManyRequests || s >= 500:
		return nil, &passing{
			err:   fmt.Errorf("the portal answers %d %s", s, http.StatusText(s)),
			after: c.after(response.Header.Get("Retry-After")),
			all:   s == http.StatusTooManyRequests,
		}
	case s >= 300 && s < 400:
		if r.location = response.Header.Get("Location"); r.location == "" {
			return nil, fmt.Errorf("the portal answers %d and does not say where to go", s)
		}
		return r, nil
	}
	if r.body, err = io.ReadAll(io.LimitReader(response.Body, maxPage+1)); err != nil {
		return nil, &passing{err: fmt.Errorf("%w (%v)", ErrCut, err)}
	}
	if len(r.body) > maxPage {
		return nil, fmt.Errorf("the page is longer than %d MB", maxPage>>20)
	}
	return r, nil
}

// fault tells the faults of a network, which pass, from certificates, which do not
// become better by asking.
func (c *Client) fault(err error) error {
	var certificate *tls.CertificateVerificationError
	if errors.As(err, &certificate) {
		return fmt.Errorf("the portal's certificate cannot be verified: %w", certificate.Err)
	}
	var inner *url.Error
	if errors.As(err, &inner) {
		err = inner.Err
	}
	var network net.Error // a large act may take too long where others do not
	all := !errors.As(err, &network) || !network.Timeout()
	return &passing{err: fmt.Errorf("the portal cannot be reached: %w", err), all: all}
}

// after reads Retry-After: seconds, or a date.
func (c *Client) after(header string) time.Duration {
	if seconds, err := strconv.Atoi(strings.TrimSpace(header)); err == nil && seconds > 0 {
		return time.Duration(min(seconds, 1e9)) * time.Second
	}
	if date, err := http.ParseTime(header); err == nil {
		return date.Sub(c.o.Now())
	}
	return 0
}
