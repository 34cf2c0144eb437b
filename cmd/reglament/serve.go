package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"reglament/export/site"
)

// How long requests may take: to send their head, in all, and to end when the server does.
const (
	headTime     = 10 * time.Second
	idleTime     = 2 * time.Minute
	shutdownTime = 10 * time.Second
)

func serveCommand(s streams) *cobra.Command {
	var addr, token string
	var readOnly bool
	upload := int64(site.DefaultUpload)
	cmd := &cobra.Command{
		Use:   "serve [flags]",
		Short: "Show the corpus in a browser",
		Long: `Serve shows the corpus as web pages: the acts with what was read from them, their
regulations with procedures, time lines and workflow diagrams, comparisons, lives,
contradictions, search, and import of files. Nothing is loaded from elsewhere.

It listens on loopback. On another --addr every visitor has to show a token once: the
address with the token is printed, and a cookie keeps it. The connection is not
encrypted; beyond a network that you trust, put a server with TLS before it.

A visitor who sends or takes nothing for a minute, or less than 32 KB a second, is given up.

The corpus is made where there is none; with --read-only it has to exist and is not
changed. Interrupt it (Ctrl+C) to end it: running requests are finished, and of an
import what is stored stays.`,
		Example: `  reglament serve --corpus reglament-demo/reglament.db
  reglament serve --corpus reglament-demo/reglament.db --read-only --addr 127.0.0.1:9090`,
		Args: cobra.NoArgs,
	}
	at := corpusFlag(cmd)
	l := limitFlags(cmd)
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "the `address` to listen on, host:port")
	cmd.Flags().StringVar(&token, "token", "", "the token to demand; made up where it is needed and not given")
	cmd.Flags().BoolVar(&readOnly, "read-only", false, "take no files")
	cmd.Flags().Var(&sizeFlag{&upload, 64 << 30}, "max-upload", "`size` of all files of one import")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := l.check(); err != nil {
			return err
		}
		if _, _, err := net.SplitHostPort(addr); err != nil {
			return &usageError{fmt.Sprintf("--addr %q is no host and port such as 127.0.0.1:8080", addr)}
		}
		ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGTERM)
		defer stop()
		o := site.Options{Limits: l.archive, Upload: upload, Token: token, Log: log.New(s.err, "", log.LstdFlags)}
		open := at.reader
		if !readOnly {
			open, o.Read = at.open, l.readFunc(ctx)
		}
		store, err := open(ctx)
		if err != nil {
			return err
		}
		defer store.Close()
		o.Store = store
		listener, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
		if err != nil {
			return err
		}
		defer listener.Close()
		if own, ok := loopback(listener.Addr()); ok {
			o.Hosts = []string{"localhost", "127.0.0.1", "::1", own}
		} else if o.Token == "" {
			o.Token = rand.Text()
		}
		return serve(ctx, s, listener, o)
	}
	return cmd
}

// visited is the address as a browser takes it: by the machine's name, where it listens on
// every address.
func visited(a net.Addr) string {
	tcp, ok := a.(*net.TCPAddr)
	if name, err := os.Hostname(); ok && err == nil && tcp.IP.IsUnspecified() {
		return net.JoinHostPort(name, strconv.Itoa(tcp.Port))
	}
	return a.String()
}

// loopback returns the host of an address of this machine alone; false for others.
func loopback(a net.Addr) (string, bool) {
	tcp, ok := a.(*net.TCPAddr)
	if !ok || !tcp.IP.IsLoopback() {
		return "", false
	}
	return tcp.IP.String(), true
}

// serve serves a site until ctx ends, and then lets running requests finish.
func serve(ctx context.Context, s streams, listener net.Listener, o site.Options) error {
	pages, err := site.New(ctx, o)
	if err != nil {
		return err
	}
	defer pages.Close()
	server := &http.Server{
		Handler: pages.Handler(), ReadHeaderTimeout: headTime, IdleTimeout: idleTime, MaxHeaderBytes: 64 << 10,
		ErrorLog: o.Log, BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
	}
	address := "http://" + visited(listener.Addr()) + "/"
	if o.Token != "" {
		address += "?token=" + url.QueryEscape(o.Token)
	}
	fmt.Fprintln(s.out, address)
	fmt.Fprintln(s.err, "serving; interrupt to end")
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	within, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if err := server.Shutdown(within); err != nil {
		server.Close()
	}
	fmt.Fprintln(s.err, "ended")
	return nil
}
