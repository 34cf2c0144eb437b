package portal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/temoto/robotstxt"
)

// What robots.txt may say to a program: that a page is closed to it, or nothing that can
// be understood, which closes all pages.
var (
	ErrClosed = errors.New("robots.txt closes this page to programs")
	ErrRobots = errors.New("robots.txt cannot be had, so nothing may be asked for")
)

const robotsPath = "/robots.txt"

// allowed asks robots.txt, once a host, whether an address may be asked for, and keeps
// the pauses that it wants.
func (c *Client) allowed(ctx context.Context, u *url.URL) error {
	if u.Path == robotsPath {
		return nil
	}
	known, ok := c.robots[u.Host]
	if !ok {
		var err error
		if known, err = c.readRobots(ctx, u); err != nil {
			return err
		}
		c.robots[u.Host] = known
		c.o.Delay = max(c.o.Delay, min(known.CrawlDelay, longestPause))
	}
	if !known.Test(u.EscapedPath()) {
		return ErrClosed
	}
	return nil
}

// readRobots reads robots.txt. Where there is none, nothing is closed; where it cannot
// be had, everything is.
func (c *Client) readRobots(ctx context.Context, u *url.URL) (*robotstxt.Group, error) {
	none := &robotstxt.Group{}
	r, err := c.askRobots(ctx, u)
	switch {
	case err != nil:
		return none, fmt.Errorf("%w: %w", ErrRobots, err)
	case r.status == http.StatusOK && !bytes.HasPrefix(bytes.TrimSpace(r.body), []byte("<")): // else the new portal's page for any path
	case r.status >= 200 && r.status < 500:
		return none, nil
	default:
		return none, fmt.Errorf("%w: the portal answers %d", ErrRobots, r.status)
	}
	data, err := robotstxt.FromBytes(r.body)
	if err != nil {
		return none, fmt.Errorf("%w: it cannot be understood: %w", ErrRobots, err)
	}
	return data.FindGroup(product), nil
}

func (c *Client) askRobots(ctx context.Context, u *url.URL) (*answer, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: robotsPath}
	for hop := 0; hop <= maxHops; hop++ {
		r, err := c.ask(ctx, at)
		if err != nil || r.location == "" {
			return r, err
		}
		if at, err = c.next(at, r.location); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("the portal leads in a circle: more than %d redirects", maxHops)
}
