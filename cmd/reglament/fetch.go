package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"reglament/corpus"
	"reglament/corpus/portal"
	"reglament/model"
)

// contactVariable is the environment's word for --contact.
const contactVariable = "REGLAMENT_CONTACT"

// fetching are the flags of fetch.
type fetching struct {
	languages                             choices[model.Language]
	info, history, editions, refresh, dry bool
	cache, contact, host, extraCA         string
	delay                                 time.Duration
}

func fetchCommand(s streams) *cobra.Command {
	both := []model.Language{model.Kazakh, model.Russian}
	f := fetching{languages: choices[model.Language]{values: both, allowed: both}}
	cmd := &cobra.Command{
		Use:   "fetch [flags] ID|URL…",
		Short: "Download acts from the portal and ingest them, politely",
		Long: `Fetch downloads acts from adilet.zan.kz, by their ids (V18L0006196) or addresses, and
stores them as ingest does. An address names its language; of an id, each of --lang is
fetched. An address of a former text (…/rus/archive/docs/V18L0006196/05.03.2018) gives
that text.

The host is asked over one connection, with a pause after each answer. What robots.txt
closes is not asked for. Where the host is too busy (429), fails (5xx) or cannot be
reached, it is asked again, up to four times, with pauses that double, or as long as it
wants. After a captcha nothing more is asked for.

Pages are kept as they came, by id, language and day, in the folder of --cache; a page
that is kept is not asked for again unless --refresh is given. The cards of --info and
the lists of --history are kept there too, and not stored in the corpus.

The host is told how to reach who asks: give an e-mail address or a page with --contact,
or in the environment as ` + contactVariable + `. Its certificate comes without that of its issuer,
which is looked for where the certificate says; --extra-ca gives it instead.`,
		Example: `  reglament fetch --dry-run V18L0006196
  reglament fetch --dry-run --lang ru --history https://adilet.zan.kz/rus/docs/V18L0006196`,
		Args: cobra.MinimumNArgs(1),
	}
	at := corpusFlag(cmd)
	flags := cmd.Flags()
	flags.Var(&f.languages, "lang", "languages of the texts, kk or ru")
	flags.BoolVar(&f.info, "info", false, "the cards of the acts as well")
	flags.BoolVar(&f.history, "history", false, "the lists of the acts' versions as well")
	flags.BoolVar(&f.editions, "editions", false, "the former texts as well, as the lists of versions name them")
	flags.BoolVar(&f.refresh, "refresh", false, "ask for pages that are kept, too")
	flags.BoolVar(&f.dry, "dry-run", false, "print what would be asked for, and ask for nothing")
	flags.StringVar(&f.cache, "cache", "", "the `folder` of the pages that came (reglament/pages in the user's folder of caches)")
	flags.StringVar(&f.contact, "contact", os.Getenv(contactVariable), "an `address` at which who asks can be reached")
	flags.StringVar(&f.host, "host", portal.DefaultHost, "the portal's `address`")
	flags.StringVar(&f.extraCA, "extra-ca", "", "a PEM `file` with certificates to trust besides those of the system")
	flags.DurationVar(&f.delay, "delay", 2*time.Second, "the pause between two requests, 1s at least")
	cmd.RunE = func(cmd *cobra.Command, targets []string) error {
		if err := at.check(); err != nil {
			return err
		}
		var bar *progress
		lines := &lockedWriter{w: s.err} // the client and the corpus both tell of their work
		client, err := f.client(func(line string) { fmt.Fprintln(bar.above(lines), line) })
		if err != nil {
			return err
		}
		pages, err := f.pages(targets, client.Host().Host)
		if err != nil {
			return err
		}
		missing, err := f.missing(client, pages, s.out)
		if err != nil || f.dry {
			return err
		}
		if missing && f.contact == "" && !portal.Loopback(client.Host()) {
			return &usageError{"whoever runs the portal should know who asks: give an address with --contact or in " + contactVariable}
		}
		store, err := at.open(cmd.Context())
		if err != nil {
			return err
		}
		defer store.Close()
		bar = newProgress(s.err)
		bar.expect(len(pages))
		s.err = lines
		return defaultLimits().ingest(cmd.Context(), s, store, f.sources(cmd.Context(), client, pages, bar), bar)
	}
	return cmd
}

func (f *fetching) client(log func(string)) (*portal.Client, error) {
	if f.cache == "" {
		dir, err := os.UserCacheDir()
		if err != nil {
			return nil, &usageError{"there is no folder for the pages: name one with --cache"}
		}
		f.cache = filepath.Join(dir, "reglament", "pages")
	}
	agent, err := portal.Agent(version(), f.contact)
	if err != nil {
		return nil, &usageError{err.Error()}
	}
	o := portal.Options{Host: f.host, Cache: f.cache, Refresh: f.refresh, Delay: f.delay, Agent: agent, Log: log}
	if f.extraCA != "" {
		certificates, err := os.ReadFile(f.extraCA)
		if err == nil {
			o.Roots, err = portal.Trust(certificates)
		}
		if err != nil {
			return nil, fault(f.extraCA, err)
		}
	}
	client, err := portal.New(o)
	if err != nil {
		return nil, &usageError{err.Error()}
	}
	return client, nil
}

// pages are the pages of the targets, each once. A language that was asked for goes
// before that of an address.
func (f *fetching) pages(targets []string, host string) ([]portal.Page, error) {
	var pages []portal.Page
	add := func(p portal.Page) {
		if !slices.Contains(pages, p) {
			pages = append(pages, p)
		}
	}
	for _, s := range targets {
		t, err := portal.ParseTarget(s, host)
		if err != nil {
			return nil, &usageError{err.Error()}
		}
		languages := f.languages.values
		if t.Language != "" && !f.languages.given {
			languages = []model.Language{t.Language}
		}
		for _, l := range languages {
			p := portal.Page{ID: t.ID, Language: l, View: portal.Text, Date: t.Date}
			add(p)
			p.Date = ""
			if f.info {
				p.View = portal.Info
				add(p)
			}
			if f.history || f.editions {
				p.View = portal.History
				add(p)
			}
		}
	}
	return pages, nil
}

// missing reports whether there are pages to be asked for. A dry run prints each page:
// "ask ADDRESS", or "kept FILE".
func (f *fetching) missing(client *portal.Client, pages []portal.Page, out io.Writer) (missing bool, err error) {
	for _, p := range pages {
		kept, err := client.Kept(p)
		if err != nil {
			return false, err
		}
		missing = missing || kept == nil
		switch {
		case !f.dry:
			continue
		case kept == nil:
			_, err = fmt.Fprintln(out, "ask", client.Address(p))
		default:
			_, err = fmt.Fprintln(out, "kept", kept.File)
		}
		if err != nil {
			return false, err
		}
	}
	return missing || f.editions, nil
}

// sources fetches pages as they are asked for, and gives those with texts on.
func (f *fetching) sources(ctx context.Context, client *portal.Client, pages []portal.Page, bar *progress) iter.Seq2[corpus.Source, error] {
	return func(yield func(corpus.Source, error) bool) {
		queue := slices.Clone(pages)
		for len(queue) > 0 && ctx.Err() == nil {
			p := queue[0]
			queue = queue[1:]
			got, err := client.Fetch(ctx, p)
			switch {
			case errors.Is(err, context.Canceled):
				return
			case err != nil:
				if !yield(corpus.Source{Name: client.Address(p)}, err) {
					return
				}
				continue
			case p.View == portal.Text:
				open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(got.Data)), nil }
				if !yield(corpus.Source{Name: p.Name(), Open: open}, nil) {
					return
				}
				continue
			case p.View == portal.History && f.editions:
				for _, d := range portal.Versions(p.ID, got.Data) {
					former := portal.Page{ID: p.ID, Language: p.Language, View: portal.Text, Date: d}
					if !slices.Contains(pages, former) {
						queue = append(queue, former)
						bar.expect(1)
					}
				}
			}
			bar.step() // of a page that is kept, not stored
		}
	}
}

// lockedWriter may be written to on several goroutines.
type lockedWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *lockedWriter) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(b)
}
