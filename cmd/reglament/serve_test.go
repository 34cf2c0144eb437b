package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
)

// A server tells its address, answers there until it is interrupted, and then ends well.
func TestServe(t *testing.T) {
	db := filepath.Join(t.TempDir(), "acts.db")
	for _, tt := range []struct {
		name, addr string
		token      bool
		bare       int // status without the token
	}{
		{"on loopback", "127.0.0.1:0", false, http.StatusOK},
		{"on another address of loopback", "127.0.0.2:0", false, http.StatusOK},
		{"on every address", "0.0.0.0:0", true, http.StatusUnauthorized},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ctx, interrupt := context.WithCancel(t.Context())
			defer interrupt()
			out, in := io.Pipe()
			ended := make(chan int, 1)
			go func() {
				ended <- run(ctx, []string{"serve", "--corpus", db, "--addr", tt.addr}, strings.NewReader(""), in, io.Discard)
				in.Close()
			}()
			line, err := bufio.NewReader(out).ReadString('\n')
			if err != nil {
				t.Fatal(err)
			}
			at, err := url.Parse(strings.TrimSpace(line))
			if err != nil {
				t.Fatal(err)
			}
			token := at.Query().Get("token")
			if (token != "") != tt.token {
				t.Errorf("the address is %s", at)
			}
			if tt.token {
				at.Host = "127.0.0.1:" + at.Port()
			}
			at.RawQuery = ""
			answer, err := http.Get(at.String())
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if answer.StatusCode != tt.bare {
				t.Errorf("without a token it answers %d, want %d", answer.StatusCode, tt.bare)
			}
			interrupt()
			if status := <-ended; status != exitDone {
				t.Errorf("it ends with status %d", status)
			}
		})
	}
}
